//! What single built-in exception classes add: attributes such as `value` and `errno`, taken from the arguments
//! by `__init__`, and texts of their own.

use crate::class::ExceptionData;
use crate::error::{Exc, PyResult, type_error};
use crate::function::Args;
use crate::machine::exception::{exception_data, exception_field, set_exception_field};
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::value::Value;

use super::exceptions::{base_init, base_str, exception_of};
use super::install::{Table, property, slots};

macro_rules! fields {
    ($($field:ident: $get:ident $set:ident;)*) => {$(
        fn $get(_: &mut Machine, args: &Args) -> PyResult<Flow> {
            done(exception_field(&args.positional[0], names::$field).unwrap_or(Value::None))
        }

        fn $set(_: &mut Machine, args: &Args) -> PyResult<Flow> {
            set_exception_field(&args.positional[0], names::$field, args.positional[1].clone().or_none());
            done(Value::None)
        }
    )*};
}

fields! {
    value: value set_value;
    code_name: code set_code;
    name_field: name set_name;
    name_from: name_from set_name_from;
    path_field: path set_path;
    obj: obj set_obj;
    msg: msg set_msg;
    errno: errno set_errno;
    strerror: strerror set_strerror;
    filename: filename set_filename;
    filename2: filename2 set_filename2;
    lineno: lineno set_lineno;
    offset: offset set_offset;
    text_field: text set_text;
    end_lineno: end_lineno set_end_lineno;
    end_offset: end_offset set_end_offset;
    print_file_and_line: print_file set_print_file;
    encoding: encoding set_encoding;
    object: object set_object;
    start: start set_start;
    end: end set_end;
    reason: reason set_reason;
}

/// Enters the attributes, `__init__` and `__str__` of the classes that have their own.
pub fn install(machine: &mut Machine) {
    let class = |kind: Exc| machine.types.exception(kind).clone();
    let own = |kind: Exc, table: Table| slots(&class(kind), kind.name(), table);
    let field = |kind: Exc, name: &str, get, set| property(&class(kind), kind.name(), name, get, set);
    field(Exc::StopIteration, "value", value, set_value);
    own(Exc::StopIteration, &[("__init__", stop_iteration_init)]);
    field(Exc::SystemExit, "code", code, set_code);
    own(Exc::SystemExit, &[("__init__", system_exit_init)]);
    field(Exc::NameError, "name", name, set_name);
    own(Exc::NameError, &[("__init__", name_error_init)]);
    field(Exc::AttributeError, "name", name, set_name);
    field(Exc::AttributeError, "obj", obj, set_obj);
    own(Exc::AttributeError, &[("__init__", attribute_error_init)]);
    field(Exc::ImportError, "msg", msg, set_msg);
    field(Exc::ImportError, "name", name, set_name);
    field(Exc::ImportError, "path", path, set_path);
    field(Exc::ImportError, "name_from", name_from, set_name_from);
    own(Exc::ImportError, &[("__init__", import_error_init), ("__str__", import_error_str)]);
    own(Exc::KeyError, &[("__str__", key_error_str)]);
    field(Exc::OSError, "errno", errno, set_errno);
    field(Exc::OSError, "strerror", strerror, set_strerror);
    field(Exc::OSError, "filename", filename, set_filename);
    field(Exc::OSError, "filename2", filename2, set_filename2);
    own(Exc::OSError, &[("__str__", os_error_str)]);
    field(Exc::SyntaxError, "msg", msg, set_msg);
    field(Exc::SyntaxError, "filename", filename, set_filename);
    field(Exc::SyntaxError, "lineno", lineno, set_lineno);
    field(Exc::SyntaxError, "offset", offset, set_offset);
    field(Exc::SyntaxError, "text", text, set_text);
    field(Exc::SyntaxError, "end_lineno", end_lineno, set_end_lineno);
    field(Exc::SyntaxError, "end_offset", end_offset, set_end_offset);
    field(Exc::SyntaxError, "print_file_and_line", print_file, set_print_file);
    own(Exc::SyntaxError, &[("__init__", syntax_error_init), ("__str__", syntax_error_str)]);
    for kind in [Exc::UnicodeDecodeError, Exc::UnicodeEncodeError, Exc::UnicodeTranslateError] {
        if kind != Exc::UnicodeTranslateError {
            field(kind, "encoding", encoding, set_encoding);
        }
        field(kind, "object", object, set_object);
        field(kind, "start", start, set_start);
        field(kind, "end", end, set_end);
        field(kind, "reason", reason, set_reason);
    }
    own(Exc::UnicodeDecodeError, &[("__init__", decode_error_init), ("__str__", decode_error_str)]);
    own(Exc::UnicodeEncodeError, &[("__init__", encode_error_init), ("__str__", encode_error_str)]);
    own(Exc::UnicodeTranslateError, &[("__init__", translate_error_init), ("__str__", translate_error_str)]);
}

/// Sets the attributes that `__init__` would, for an exception that Rust code makes.
pub fn set_initial_fields(kind: Exc, exception: &Value) {
    let Some(data) = exception_data(exception) else { return };
    let args = data.args.borrow().clone();
    let Value::Tuple(args) = args else { return };
    match kind {
        Exc::StopIteration => set_first(data, names::value, &args),
        Exc::SystemExit => set_exit_code(data, &args),
        Exc::ImportError | Exc::ModuleNotFoundError => set_first(data, names::msg, &args),
        Exc::SyntaxError | Exc::IndentationError | Exc::TabError => set_first(data, names::msg, &args),
        Exc::UnicodeDecodeError | Exc::UnicodeEncodeError => set_codec_fields(data, &args),
        _ => set_os_fields(data, &args),
    }
}

fn set_first(data: &ExceptionData, field: Sym, args: &[Value]) {
    if let Some(value) = args.first() {
        data.set_field(field, value.clone());
    }
}

fn set_exit_code(data: &ExceptionData, args: &[Value]) {
    match args {
        [] => {}
        [one] => data.set_field(names::code_name, one.clone()),
        many => data.set_field(names::code_name, Value::tuple(many.to_vec())),
    }
}

fn set_codec_fields(data: &ExceptionData, args: &[Value]) {
    let fields = [names::encoding, names::object, names::start, names::end, names::reason];
    for (field, value) in fields.into_iter().zip(args) {
        data.set_field(field, value.clone());
    }
}

/// `errno`, `strerror` and the file names of an OSError with two to five arguments.
pub fn set_os_fields(data: &ExceptionData, args: &[Value]) {
    if !(2..=5).contains(&args.len()) {
        return;
    }
    data.set_field(names::errno, args[0].clone());
    data.set_field(names::strerror, args[1].clone());
    if let Some(file) = args.get(2).filter(|file| !file.is_none()) {
        data.set_field(names::filename, file.clone());
        if let Some(second) = args.get(4).filter(|file| !file.is_none()) {
            data.set_field(names::filename2, second.clone());
        }
        // The file names are no longer among the arguments.
        let _old = data.args.replace(Value::tuple(args[..2].to_vec()));
    }
}

/// The subclass that `OSError(errno, …)` makes.
pub fn os_error_kind(errno: &Value) -> Option<Exc> {
    let Value::Int(number) = errno else { return None };
    Some(match number {
        1 | 13 => Exc::PermissionError,
        2 => Exc::FileNotFoundError,
        3 => Exc::ProcessLookupError,
        4 => Exc::InterruptedError,
        10 => Exc::ChildProcessError,
        11 | 114 | 115 => Exc::BlockingIOError,
        17 => Exc::FileExistsError,
        20 => Exc::NotADirectoryError,
        21 => Exc::IsADirectoryError,
        32 | 108 => Exc::BrokenPipeError,
        103 => Exc::ConnectionAbortedError,
        104 => Exc::ConnectionResetError,
        110 => Exc::TimeoutError,
        111 => Exc::ConnectionRefusedError,
        _ => return None,
    })
}

/// What `__reduce__` gives beside the class: the arguments to make the exception with, and attributes of the class's own
/// that they do not set.
pub fn reduced(machine: &Machine, exception: &Value, all: Value) -> (Value, Vec<(Sym, Value)>) {
    let field = |name: Sym| exception_field(exception, name).filter(|value| !value.is_none());
    let named = |fields: &[Sym]| {
        fields.iter().filter_map(|name| field(*name).map(|value| (*name, value))).collect::<Vec<_>>()
    };
    if machine.is_exception(exception, Exc::OSError) {
        if let (Value::Tuple(given), Some(file)) = (&all, field(names::filename))
            && given.len() == 2
        {
            let mut parts = vec![given[0].clone(), given[1].clone(), file];
            if let Some(second) = field(names::filename2) {
                parts.extend([Value::None, second]);
            }
            return (Value::tuple(parts), Vec::new());
        }
    } else if machine.is_exception(exception, Exc::ImportError) {
        return (all, named(&[names::name_field, names::path_field, names::name_from]));
    } else if machine.is_exception(exception, Exc::AttributeError) {
        let mut state = named(&[names::name_field]);
        state.push((names::args, all.clone()));
        return (all, state);
    }
    (all, Vec::new())
}

fn arguments(args: &Args) -> &[Value] {
    args.positional.get(1..).unwrap_or_default()
}

fn stop_iteration_init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    base_init(machine, args)?;
    if let Some(data) = args.positional.first().and_then(exception_data) {
        set_first(data, names::value, arguments(args));
    }
    done(Value::None)
}

fn system_exit_init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    base_init(machine, args)?;
    if let Some(data) = args.positional.first().and_then(exception_data) {
        set_exit_code(data, arguments(args));
    }
    done(Value::None)
}

/// `__init__` of classes that take some attributes by keyword only.
fn init_with_keywords(machine: &mut Machine, args: &Args, kind: Exc, known: &[Sym]) -> PyResult<()> {
    let plain = Args { positional: args.positional.clone(), keywords: Vec::new() };
    base_init(machine, &plain)?;
    let Some(data) = args.positional.first().and_then(exception_data) else { return Ok(()) };
    for (name, value) in &args.keywords {
        if !known.contains(name) {
            let name_of = kind.name();
            return type_error(format!("{name_of}() got an unexpected keyword argument '{name}'"));
        }
        data.set_field(*name, value.clone());
    }
    Ok(())
}

fn name_error_init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    init_with_keywords(machine, args, Exc::NameError, &[names::name_field])?;
    done(Value::None)
}

fn attribute_error_init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    init_with_keywords(machine, args, Exc::AttributeError, &[names::name_field, names::obj])?;
    done(Value::None)
}

fn import_error_init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let known = [names::name_field, names::path_field, names::name_from];
    if let Some(data) = args.positional.first().and_then(exception_data) {
        known.into_iter().for_each(|field| data.set_field(field, Value::None));
        let message = match arguments(args) {
            [message] => message.clone(),
            _ => Value::None,
        };
        data.set_field(names::msg, message);
    }
    init_with_keywords(machine, args, Exc::ImportError, &known)?;
    done(Value::None)
}

fn import_error_str(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match exception_field(&args.positional[0], names::msg) {
        Some(message @ Value::Str(_)) => done(message),
        _ => base_str(machine, args),
    }
}

fn key_error_str(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = exception_of(machine, args, "KeyError", "__str__")?;
    let all = data.args.borrow().clone();
    match &all {
        Value::Tuple(items) if items.len() == 1 => done(machine.repr_of(&items[0])?),
        _ => base_str(machine, args),
    }
}

fn os_error_str(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let exception = &args.positional[0];
    let field = |name: Sym| exception_field(exception, name).filter(|value| !value.is_none());
    let (number, message) = (field(names::errno), field(names::strerror));
    let shown = |machine: &mut Machine, value: Option<Value>| -> PyResult<String> {
        let text = machine.str_of(&value.unwrap_or(Value::None))?;
        Ok(text.as_str().map_or_else(String::new, |text| text.as_str().to_string()))
    };
    if let Some(file) = field(names::filename) {
        let number = shown(machine, number)?;
        let message = shown(machine, message)?;
        let file = machine.repr_of(&file)?;
        let file = shown(machine, Some(file))?;
        let second = match field(names::filename2) {
            Some(second) => {
                let second = machine.repr_of(&second)?;
                format!(" -> {}", shown(machine, Some(second))?)
            }
            None => String::new(),
        };
        return done(format!("[Errno {number}] {message}: {file}{second}"));
    }
    if number.is_some() && message.is_some() {
        let number = shown(machine, number)?;
        let message = shown(machine, message)?;
        return done(format!("[Errno {number}] {message}"));
    }
    base_str(machine, args)
}

fn syntax_error_init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    base_init(machine, args)?;
    let Some(data) = args.positional.first().and_then(exception_data) else { return done(Value::None) };
    let given = arguments(args);
    set_first(data, names::msg, given);
    if let [_, details] = given {
        let details = machine.collect(details)?;
        let fields = [
            names::filename,
            names::lineno,
            names::offset,
            names::text_field,
            names::end_lineno,
            names::end_offset,
        ];
        if !(4..=7).contains(&details.len()) {
            let bound = if details.len() < 4 { "least 4" } else { "most 7" };
            return type_error(format!("function takes at {bound} arguments ({} given)", details.len()));
        }
        if details.len() == 5 {
            return type_error("end_offset must be provided when end_lineno is provided");
        }
        let absent = std::iter::repeat(Value::None);
        for (field, value) in fields.into_iter().zip(details.into_iter().chain(absent)) {
            data.set_field(field, value);
        }
    }
    done(Value::None)
}

fn syntax_error_str(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let exception = &args.positional[0];
    let message = exception_field(exception, names::msg).unwrap_or(Value::None);
    let message = machine.str_of(&message)?;
    let message = message.as_str().map_or_else(String::new, |text| text.as_str().to_string());
    let file = exception_field(exception, names::filename);
    let file = file.as_ref().and_then(Value::as_str).map(|file| {
        let file = file.as_str();
        file.rsplit('/').next().unwrap_or(file).to_string()
    });
    let line = match exception_field(exception, names::lineno) {
        Some(Value::Int(line)) => Some(line),
        _ => None,
    };
    done(match (file, line) {
        (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
        (Some(file), None) => format!("{message} ({file})"),
        (None, Some(line)) => format!("{message} (line {line})"),
        (None, None) => message,
    })
}

fn codec_init(machine: &mut Machine, args: &Args, what: &str) -> PyResult<Flow> {
    base_init(machine, args)?;
    let given = arguments(args);
    if given.len() != 5 {
        return type_error(format!("function takes exactly 5 arguments ({} given)", given.len()));
    }
    let text = given[1].base_value();
    let fits = if what == "str" { matches!(text, Value::Str(_)) } else { matches!(text, Value::Bytes(_)) };
    if !fits {
        let kind = machine.types.name_of(&given[1]);
        return type_error(if what == "str" {
            format!("argument 2 must be str, not {kind}")
        } else {
            format!("a bytes-like object is required, not '{kind}'")
        });
    }
    if let Some(data) = args.positional.first().and_then(exception_data) {
        set_codec_fields(data, given);
    }
    done(Value::None)
}

fn decode_error_init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    codec_init(machine, args, "bytes")
}

fn encode_error_init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    codec_init(machine, args, "str")
}

fn translate_error_init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    base_init(machine, args)?;
    let given = arguments(args);
    if given.len() != 4 {
        return type_error(format!("function takes exactly 4 arguments ({} given)", given.len()));
    }
    if let Some(data) = args.positional.first().and_then(exception_data) {
        for (field, value) in [names::object, names::start, names::end, names::reason].into_iter().zip(given)
        {
            data.set_field(field, value.clone());
        }
    }
    done(Value::None)
}

/// What a codec error's text is made of.
struct CodecParts {
    encoding: String,
    object: Value,
    start: i64,
    end: i64,
    reason: String,
}

/// Those parts, which a script may have set to anything; none where there is no object.
fn codec_parts(machine: &mut Machine, exception: &Value) -> PyResult<Option<CodecParts>> {
    let field = |name: Sym| exception_field(exception, name);
    let number = |name: Sym| match field(name) {
        Some(Value::Int(number)) => number,
        _ => 0,
    };
    let Some(object) = field(names::object) else { return Ok(None) };
    let mut text = |name: Sym| -> PyResult<String> {
        let Some(value) = field(name) else { return Ok(String::new()) };
        let text = machine.str_of(&value)?;
        Ok(text.as_str().map_or_else(String::new, |text| text.as_str().to_string()))
    };
    let (encoding, reason) = (text(names::encoding)?, text(names::reason)?);
    Ok(Some(CodecParts { encoding, object, start: number(names::start), end: number(names::end), reason }))
}

fn decode_error_str(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(CodecParts { encoding, object, start, end, reason }) =
        codec_parts(machine, &args.positional[0])?
    else {
        return done("");
    };
    let byte = match object.base_value() {
        Value::Bytes(bytes) => bytes.borrow().get(start as usize).copied(),
        _ => None,
    };
    done(match byte {
        Some(byte) if end == start + 1 => {
            format!("'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}")
        }
        _ => format!("'{encoding}' codec can't decode bytes in position {start}-{}: {reason}", end - 1),
    })
}

fn bad_character(object: &Value, start: i64) -> Option<String> {
    let character = object.as_str()?.char_at(start as usize)? as u32;
    Some(match character {
        0..=0xff => format!("\\x{character:02x}"),
        0x100..=0xffff => format!("\\u{character:04x}"),
        _ => format!("\\U{character:08x}"),
    })
}

fn encode_error_str(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(CodecParts { encoding, object, start, end, reason }) =
        codec_parts(machine, &args.positional[0])?
    else {
        return done("");
    };
    done(match bad_character(&object, start) {
        Some(character) if end == start + 1 => {
            format!("'{encoding}' codec can't encode character '{character}' in position {start}: {reason}")
        }
        _ => format!("'{encoding}' codec can't encode characters in position {start}-{}: {reason}", end - 1),
    })
}

fn translate_error_str(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(CodecParts { object, start, end, reason, .. }) = codec_parts(machine, &args.positional[0])?
    else {
        return done("");
    };
    done(match bad_character(&object, start) {
        Some(character) if end == start + 1 => {
            format!("can't translate character '{character}' in position {start}: {reason}")
        }
        _ => format!("can't translate characters in position {start}-{}: {reason}", end - 1),
    })
}
