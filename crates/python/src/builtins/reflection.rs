//! The built-in functions that look at objects and names: `getattr`, `dir`, `vars`, `globals`, `eval` …

use std::rc::Rc;

use loopglass_trace::Stream;

use super::arguments::function;
use crate::code::{Code, CodeKind, Op, Origin};
use crate::dict::Dict;
use crate::error::{Exc, PyResult, raise, raise_object, type_error, value_error};
use crate::frame::{Frame, ScriptFrame};
use crate::function::Args;
use crate::lower::SyntaxWarning;
use crate::machine::{Flow, Machine, attribute, done, ops};
use crate::parse::{SyntaxClass, SyntaxFailure};
use crate::symbol::{Sym, names};
use crate::value::Value;

/// The name under which the value of an evaluated expression is kept.
const RESULT: &str = "__eval_result__";

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let builtins = machine.builtins.clone();
    super::install::functions(
        &builtins,
        "builtins",
        &[
            ("__import__", import),
            ("compile", compile),
            ("delattr", delete_attribute),
            ("dir", dir),
            ("eval", eval),
            ("exec", exec),
            ("getattr", get_attribute),
            ("globals", globals),
            ("hasattr", has_attribute),
            ("isinstance", is_instance),
            ("issubclass", is_subclass),
            ("locals", locals),
            ("setattr", set_attribute),
            ("vars", vars),
        ],
    );
}

fn attribute_name(machine: &Machine, value: &Value) -> PyResult<Sym> {
    match value.as_str() {
        Some(name) => Ok(name.symbol()),
        None => {
            let kind = machine.types.name_of(value);
            type_error(format!("attribute name must be string, not '{kind}'"))
        }
    }
}

fn get_attribute(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "getattr").between(2, 3)?;
    let name = attribute_name(machine, &given[1])?;
    match given.get(2) {
        None => machine.call_native(attribute::load, Args::two(given[0].clone(), Value::Str(name.key()))),
        Some(default) => {
            let found = machine.find_attribute(&given[0], name)?;
            done(found.unwrap_or_else(|| default.clone()))
        }
    }
}

fn has_attribute(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [object, name] = function(args, "hasattr").between(2, 2)? else { return done(false) };
    let name = attribute_name(machine, name)?;
    done(machine.find_attribute(object, name)?.is_some())
}

fn set_attribute(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [object, name, value] = function(args, "setattr").between(3, 3)? else { return done(Value::None) };
    let name = attribute_name(machine, name)?;
    let call = Args::three(object.clone(), Value::Str(name.key()), value.clone());
    machine.call_native(attribute::store, call)
}

fn delete_attribute(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [object, name] = function(args, "delattr").between(2, 2)? else { return done(Value::None) };
    let name = attribute_name(machine, name)?;
    machine.call_native(attribute::delete, Args::two(object.clone(), Value::Str(name.key())))
}

fn is_instance(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [value, class] = function(args, "isinstance").between(2, 2)? else { return done(false) };
    done(super::classes::is_instance_of(machine, value, class)?)
}

fn is_subclass(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [derived, class] = function(args, "issubclass").between(2, 2)? else { return done(false) };
    done(super::classes::is_subclass_of(machine, derived, class)?)
}

/// The frame whose names a built-in function sees.
fn frame(machine: &Machine) -> PyResult<&ScriptFrame> {
    match machine.caller() {
        Some(frame) => Ok(frame),
        None => raise(Exc::SystemError, "frame does not exist"),
    }
}

fn globals(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    function(args, "globals").none()?;
    done(Value::Dict(frame(machine)?.globals.clone()))
}

fn locals(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    function(args, "locals").none()?;
    done(local_names(frame(machine)?))
}

/// `locals()` in a frame: its namespace, or for a function a new dict of what is bound. Inside a comprehension in
/// a module it is a new dict too, since the names of the comprehension are the frame's own.
pub fn local_names(frame: &ScriptFrame) -> Value {
    let own = |(slot, name): (usize, &Sym)| !name.text().starts_with('.') && !frame.stack[slot].is_null();
    let dict: Rc<Dict> = match frame.namespace.base_value() {
        Value::Null => Rc::default(),
        Value::Dict(names)
            if Rc::ptr_eq(names, &frame.globals) && frame.code.slots.iter().enumerate().any(own) =>
        {
            Rc::new(names.copy())
        }
        _ => return frame.namespace.clone(),
    };
    for (slot, name) in frame.code.slots.iter().enumerate() {
        let value = match &frame.stack[slot] {
            Value::Cell(cell) => cell.get(),
            value => value.clone(),
        };
        if !value.is_null() && !name.text().starts_with('.') {
            dict.set(*name, value);
        }
    }
    Value::Dict(dict)
}

fn vars(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match function(args, "vars").between(0, 1)? {
        [object] => match machine.find_attribute(object, names::dict)? {
            Some(dict) => done(dict),
            None => match object {
                Value::Instance(instance) if instance.class.has_dict => {
                    done(Value::Dict(instance.dict().clone()))
                }
                _ => type_error("vars() argument must have __dict__ attribute"),
            },
        },
        _ => done(local_names(frame(machine)?)),
    }
}

fn dir(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let names = match function(args, "dir").between(0, 1)? {
        [object] => match machine.special(object, names::dir)? {
            Some(method) => {
                let listed = machine.ask(&method, Args::none())?;
                machine.collect(&listed)?
            }
            None => return type_error("object does not provide __dir__"),
        },
        _ => match local_names(frame(machine)?) {
            Value::Dict(dict) => dict.keys(),
            _ => Vec::new(),
        },
    };
    let list = machine.once(|_| Ok(Value::list(names)))?;
    if let Value::List(list) = &list {
        super::sort::sort(machine, &list.clone(), Value::None, false)?;
    }
    done(list)
}

fn import(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [name, _, _, from_list, level] =
        function(args, "__import__").named(["name", "globals", "locals", "fromlist", "level"], 1, 0, 5)?;
    let Some(name) = name.filter(|name| name.as_str().is_some()) else {
        return type_error("__import__() argument 1 must be str");
    };
    let from_list = match from_list {
        Some(list) => Value::tuple(machine.collect(list)?),
        None => Value::None,
    };
    let level = level.cloned().unwrap_or(Value::Int(0));
    machine.call_native(crate::machine::import::import_name, Args::three(name.clone(), from_list, level))
}

/// Source text to code; an expression is kept under a name of its own.
fn lower(machine: &mut Machine, source: &str, file: &str, mode: &str) -> PyResult<Value> {
    let wrapped;
    let text = if mode == "eval" {
        wrapped = format!("{RESULT} = (\n{}\n)", source.trim());
        &wrapped
    } else {
        source
    };
    let mut shift = u32::from(mode == "eval");
    let says_something = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    if mode == "eval" && !source.lines().any(says_something) {
        let lines = source.lines().count();
        let last = source.split_inclusive('\n').next_back().unwrap_or_default();
        let (line, offset) = (Value::Int(lines as i64), Value::Int(0));
        let place = vec![Value::str(file), line.clone(), offset.clone(), Value::str(last), line, offset];
        return syntax_error(machine, Exc::SyntaxError, "invalid syntax".to_owned(), place);
    }
    let compiled = match mode {
        "single" => {
            crate::lower::compile_interactive(text, file, Origin::Given).map(|code| (code, Vec::new()))
        }
        _ => crate::lower::compile_with_warnings(text, file, Origin::Given, 0),
    };
    // Brackets around it would let this pass.
    let named = mode == "eval" && source.contains(":=");
    let wrong =
        if named && compiled.is_ok() { crate::parse::wrong_expression(source.trim_start()) } else { None };
    let compiled = match wrong {
        Some(failure) => {
            shift = 0;
            Err(failure)
        }
        None => compiled,
    };
    let failure = match compiled {
        Ok((code, warnings)) => {
            // Text that is no file's has no line to show.
            let shown = |warning: SyntaxWarning| {
                let line = warning.line.saturating_sub(shift);
                SyntaxWarning { line, text: String::new(), ..warning }.shown(file)
            };
            let text: String = warnings.into_iter().map(shown).collect();
            let _once = machine.once(|machine| {
                machine.recorder.print(Stream::Err, &text);
                Ok(Value::None)
            })?;
            return Ok(Value::Code(if mode == "eval" { one_line_up(&code) } else { code }));
        }
        Err(failure) if mode == "eval" && shift == 1 => {
            // What is wrong, and where, is told of the text as it was given.
            let given = source.trim_start_matches([' ', '\t']);
            let found = crate::parse::wrong_expression(given);
            match found.or_else(|| crate::lower::compile(source, file, Origin::Given).err()) {
                Some(failure) => {
                    shift = 0;
                    failure
                }
                None => SyntaxFailure { message: "invalid syntax".to_owned(), ..failure },
            }
        }
        Err(failure) => failure,
    };
    let line = |line: u32| Value::Int(i64::from(line.saturating_sub(shift)));
    let place = vec![
        Value::str(file),
        line(failure.span.line),
        Value::Int(failure.offsets.0),
        // What the compiler finds in text that is no file's has no line to show.
        if failure.in_parser { Value::string(line_shown(&failure, source, mode)) } else { Value::None },
        line(failure.span.end_line),
        Value::Int(failure.offsets.1),
    ];
    let kind = match failure.class {
        SyntaxClass::Syntax => Exc::SyntaxError,
        SyntaxClass::Indentation => Exc::IndentationError,
        SyntaxClass::Tab => Exc::TabError,
    };
    syntax_error(machine, kind, failure.message, place)
}

/// Code of an expression without the line that was put before it.
fn one_line_up(code: &Rc<Code>) -> Rc<Code> {
    let up = |line: u32| line.saturating_sub(1);
    let mut code = Code::clone(code);
    code.first_line = up(code.first_line).max(1);
    for span in &mut code.spans {
        (span.line, span.end_line) = (up(span.line), up(span.end_line));
    }
    for op in &mut code.ops {
        match op {
            Op::Line(line) | Op::LineAgain(line) => *line = up(*line),
            _ => {}
        }
    }
    for child in &mut code.children {
        *child = one_line_up(child);
    }
    Rc::new(code)
}

/// The line of an error as `SyntaxError.text` has it: that of an expression ends where the source does.
fn line_shown(failure: &SyntaxFailure, source: &str, mode: &str) -> String {
    let lines = source.lines().count();
    let is_last = usize::try_from(failure.span.line).is_ok_and(|line| line >= lines);
    let open = failure.in_tokenizer || mode == "eval" && is_last && !source.ends_with('\n');
    if open { failure.text.clone() } else { format!("{}\n", failure.text) }
}

fn syntax_error(machine: &mut Machine, kind: Exc, message: String, place: Vec<Value>) -> PyResult<Value> {
    let class = Value::Class(machine.types.exception(kind).clone());
    let exception = machine.ask(&class, Args::two(Value::string(message), Value::tuple(place)))?;
    raise_object(exception)
}

fn compile(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [source, file, mode, ..] = function(args, "compile").named(
        ["source", "filename", "mode", "flags", "dont_inherit", "optimize", "_feature_version"],
        3,
        0,
        6,
    )?;
    let text = |value: Option<&Value>, which: usize| -> PyResult<String> {
        match value.and_then(|value| value.as_str()) {
            Some(text) => Ok(text.as_str().to_string()),
            None => {
                let kind = machine.types.name_of(value.unwrap_or(&Value::None));
                type_error(format!("compile() argument {which} must be str, not {kind}"))
            }
        }
    };
    let (source, file, mode) = (text(source, 1)?, text(file, 2)?, text(mode, 3)?);
    if !matches!(mode.as_str(), "exec" | "eval" | "single") {
        return value_error("compile() mode must be 'exec', 'eval' or 'single'");
    }
    done(lower(machine, &source, &file, &mode)?)
}

/// The code, globals and namespace that `eval` and `exec` were given.
fn execution(machine: &mut Machine, args: &Args, name: &'static str) -> PyResult<(Value, Rc<Dict>, Value)> {
    let [source, globals, locals] = function(args, name).named(["", "globals", "locals"], 1, 1, 3)?;
    let source = source.cloned().unwrap_or_default();
    let mode = if name == "eval" { "eval" } else { "exec" };
    let code = match source.base_value() {
        Value::Code(_) => source.clone(),
        Value::Str(text) => lower(machine, text.as_str(), "<string>", mode)?,
        _ => return type_error(format!("{name}() arg 1 must be a string, bytes or code object")),
    };
    let given = |value: Option<&Value>| value.filter(|value| !value.is_none()).cloned();
    let (globals, locals) = (given(globals), given(locals));
    let own = frame(machine)?;
    let (globals, default_locals) = match globals {
        None => (own.globals.clone(), local_names(own)),
        Some(value) => match value.base_value() {
            Value::Dict(dict) => (dict.clone(), value.clone()),
            _ => return type_error(format!("{name}() globals must be a dict")),
        },
    };
    if globals.get(names::builtins).is_none() {
        globals.set(names::builtins, Value::Dict(machine.builtins.clone()));
    }
    Ok((code, globals, locals.unwrap_or(default_locals)))
}

/// `[code, globals, namespace]`: runs a module's code.
fn run_code(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (Value::Code(code), Value::Dict(globals)) = (&args.positional[0], &args.positional[1]) else {
        return done(Value::None);
    };
    if code.kind != CodeKind::Module {
        return type_error("only code made by compile() can be executed");
    }
    let mut frame = machine.module_frame(code.clone(), globals.clone());
    frame.namespace = args.positional[2].clone();
    machine.frames.push(Frame::Script(frame));
    Ok(Flow::Pushed)
}

fn exec(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (code, globals, namespace) = execution(machine, args, "exec")?;
    machine.call_native(run_code, Args::three(code, Value::Dict(globals), namespace))
}

fn eval(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (code, globals, namespace) = execution(machine, args, "eval")?;
    let namespace = machine.once(|_| Ok(namespace))?;
    let outcome = machine.ask_caught(run_code, Args::three(code, Value::Dict(globals), namespace.clone()))?;
    let result = match namespace.base_value() {
        Value::Dict(dict) => dict.remove(Sym::new(RESULT)),
        _ => Some(machine.ask_native(ops::subscript, Args::two(namespace.clone(), Value::str(RESULT)))?),
    };
    match outcome {
        Ok(_) => done(result.unwrap_or(Value::None)),
        Err(exception) => raise_object(exception),
    }
}
