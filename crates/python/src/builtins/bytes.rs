//! The classes `bytes` and `bytearray`, and text to bytes and back.

use std::rc::Rc;

use super::arguments::{method, wrong_receiver};
use super::slice_ops::byte_of;
use super::slots::{class_of_new, wrap};
use crate::error::{Exc, PyResult, Raise, raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done, ops};
use crate::sequence::Bytes;
use crate::symbol::{Sym, names};
use crate::text::codec::{self, CodecError};
use crate::value::Value;

/// Enters the names.
pub fn install(machine: &mut Machine) {
    use super::install::{class_methods, methods, slots, static_methods};
    let (bytes, array) = (machine.types.bytes.clone(), machine.types.bytearray.clone());
    static_methods(&bytes, "bytes", &[("__new__", new_bytes)]);
    static_methods(&array, "bytearray", &[("__new__", new_array)]);
    slots(&array, "bytearray", &[("__init__", init_array)]);
    for (class, owner) in [(&bytes, "bytes"), (&array, "bytearray")] {
        class_methods(class, owner, &[("fromhex", from_hex)]);
        methods(class, owner, &[("decode", decode), ("hex", hex)]);
        super::bytes_methods::install(class, owner);
        super::bytes_case::install(class, owner);
    }
    methods(
        &array,
        "bytearray",
        &[
            ("append", append),
            ("clear", clear),
            ("copy", copy),
            ("extend", extend),
            ("resize", resize),
            ("insert", insert),
            ("pop", pop),
            ("remove", remove),
            ("reverse", reverse),
        ],
    );
}

/// The receiver of a method of `bytes` or `bytearray`.
pub fn receiver(machine: &Machine, args: &Args, name: &str) -> PyResult<Rc<Bytes>> {
    match args.positional.first().map(Value::base_value) {
        Some(Value::Bytes(bytes)) => Ok(bytes.clone()),
        _ => wrong_receiver(machine, args, "bytes", name),
    }
}

fn array_receiver(machine: &Machine, args: &Args, name: &str) -> PyResult<Rc<Bytes>> {
    match args.positional.first().map(Value::base_value) {
        Some(Value::Bytes(bytes)) if bytes.mutable => Ok(bytes.clone()),
        _ => wrong_receiver(machine, args, "bytearray", name),
    }
}

/// The contents of a bytes-like object.
pub fn bytes_like(value: &Value) -> Option<Vec<u8>> {
    match value.base_value() {
        Value::Bytes(bytes) => Some(bytes.borrow().clone()),
        value => super::memory_view::shown_bytes(value),
    }
}

/// The contents of what must be a bytes-like object.
pub fn required_bytes(machine: &Machine, value: &Value) -> PyResult<Vec<u8>> {
    match bytes_like(value) {
        Some(data) => Ok(data),
        None => {
            let kind = machine.types.name_of(value);
            type_error(format!("a bytes-like object is required, not '{kind}'"))
        }
    }
}

/// Bytes from a bytes-like object or an iterable of integers.
pub fn bytes_from_iterable(machine: &mut Machine, value: &Value) -> PyResult<Vec<u8>> {
    if let Some(data) = bytes_like(value) {
        return Ok(data);
    }
    if !ops::is_iterable(machine, value) || value.as_str().is_some() {
        let kind = machine.types.name_of(value);
        return type_error(format!("cannot convert '{kind}' object to bytes"));
    }
    let items = machine.collect(value)?;
    let mut data = Vec::with_capacity(items.len());
    for item in &items {
        match machine.index_value(item)? {
            Value::Int(byte) if (0..256).contains(&byte) => data.push(byte as u8),
            _ => return value_error("bytes must be in range(0, 256)"),
        }
    }
    Ok(data)
}

/// What `bytes(…)` and `bytearray(…)` are made of.
fn contents(machine: &mut Machine, args: &Args, name: &'static str) -> PyResult<Vec<u8>> {
    let [source, encoding, errors] = method(args, name).named(["source", "encoding", "errors"], 0, 0, 3)?;
    let codec = match encoding.or(errors) {
        Some(_) => Some(codec_arguments(machine, name, encoding, errors)?),
        None => None,
    };
    let text = source.and_then(Value::as_str).cloned();
    match (text, codec) {
        (Some(text), Some((name, errors))) if encoding.is_some() => {
            let found = codec_result(machine, codec::find_encoding(&name), None)?;
            let encoded = codec::encode(text.as_str(), found, &errors);
            return codec_result(machine, encoded, Some(Value::Str(text)));
        }
        (Some(_), _) => return type_error("string argument without an encoding"),
        (None, Some(_)) => {
            let missing = if encoding.is_some() { "encoding" } else { "errors" };
            return type_error(format!("{missing} without a string argument"));
        }
        (None, None) => {}
    }
    let Some(source) = source else { return Ok(Vec::new()) };
    if let Some(to_bytes) = machine.special(source, names::bytes)? {
        let answer = machine.ask(&to_bytes, Args::none())?;
        return match bytes_like(&answer) {
            Some(data) => Ok(data),
            None => {
                let kind = machine.types.name_of(&answer);
                type_error(format!("__bytes__ returned non-bytes (type {kind})"))
            }
        };
    }
    if let Some(to_buffer) = machine.special(source, Sym::new("__buffer__"))? {
        let answer = machine.ask(&to_buffer, Args::one(Value::Int(0)))?;
        return match bytes_like(&answer) {
            Some(data) => Ok(data),
            None => type_error("__buffer__ returned non-memoryview object"),
        };
    }
    if machine.can_be_index(source) && bytes_like(source).is_none() {
        let count = machine.index(source)?;
        let Ok(count) = usize::try_from(count) else { return value_error("negative count") };
        super::sequence_ops::check_size(count, machine.settings.limits.items)?;
        return Ok(vec![0; count]);
    }
    bytes_from_iterable(machine, source)
}

fn new_bytes(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of_new(machine, args, "bytes")?;
    if let [_, value @ Value::Bytes(bytes)] = &args.positional[..]
        && !class.heap
        && !bytes.mutable
    {
        return done(value.clone());
    }
    let data = contents(machine, args, "bytes")?;
    done(wrap(&class, Value::bytes(data)))
}

fn new_array(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of_new(machine, args, "bytearray")?;
    let data = if class.heap { Vec::new() } else { contents(machine, args, "bytearray")? };
    done(wrap(&class, Value::Bytes(Rc::new(Bytes::new(data, true)))))
}

fn init_array(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let array = array_receiver(machine, args, "__init__")?;
    let data = contents(machine, args, "bytearray")?;
    *array.borrow_mut() = data;
    done(Value::None)
}

/// The names of a codec and of an error handler.
pub fn codec_arguments(
    machine: &Machine,
    function: &str,
    encoding: Option<&Value>,
    errors: Option<&Value>,
) -> PyResult<(String, String)> {
    let text = |value: Option<&Value>, which: &str, default: &str| -> PyResult<String> {
        match value {
            None => Ok(default.to_string()),
            Some(value) => {
                let which = format!("argument '{which}'");
                let text = super::strings::text_argument(machine, value, function, &which)?;
                if text.as_str().contains('\0') {
                    return value_error("embedded null character");
                }
                Ok(text.as_str().to_string())
            }
        }
    };
    Ok((text(encoding, "encoding", "utf-8")?, text(errors, "errors", "strict")?))
}

/// The result of a codec, its failure as the exception that CPython raises about `object`.
pub fn codec_result<T>(
    machine: &mut Machine,
    result: Result<T, CodecError>,
    object: Option<Value>,
) -> PyResult<T> {
    match result {
        Ok(value) => Ok(value),
        Err(CodecError::Other(raised)) => Err(raised.into()),
        Err(CodecError::Unicode { encoding, start, end, reason, .. }) => {
            let object = object.unwrap_or_default();
            let kind = match object {
                Value::Str(_) => Exc::UnicodeEncodeError,
                _ => Exc::UnicodeDecodeError,
            };
            let parts = vec![
                Value::str(encoding),
                object,
                Value::Int(start as i64),
                Value::Int(end as i64),
                Value::str(reason),
            ];
            let class = Value::Class(machine.types.exception(kind).clone());
            let exception = machine.ask(&class, Args::many(parts))?;
            Err(Box::new(Raise::Object(exception)))
        }
    }
}

/// `str(data, encoding, errors)`
pub fn decoded(
    machine: &mut Machine,
    data: &[u8],
    encoding: Option<&Value>,
    errors: Option<&Value>,
) -> PyResult<Value> {
    let (encoding, errors) = codec_arguments(machine, "decode", encoding, errors)?;
    if data.is_empty() {
        // Nobody asks which encoding nothing is in.
        return Ok(Value::string(String::new()));
    }
    let found = codec_result(machine, codec::find_encoding(&encoding), None)?;
    let object = Value::bytes(data.to_vec());
    let text = codec_result(machine, codec::decode(data, found, &errors), Some(object))?;
    Ok(Value::string(text))
}

fn decode(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = receiver(machine, args, "decode")?.borrow().clone();
    let [encoding, errors] = method(args, "bytes.decode").named(["encoding", "errors"], 0, 0, 2)?;
    done(decoded(machine, &data, encoding, errors)?)
}

fn hex(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let bytes = receiver(machine, args, "hex")?;
    let [separator, group] = method(args, "bytes.hex").named(["sep", "bytes_per_sep"], 0, 0, 2)?;
    let group = match group {
        Some(group) => machine.index(group)?,
        None => 1,
    };
    let separator = match separator {
        None => None,
        Some(value) => match value.base_value() {
            Value::Str(text) if text.len() == 1 => text.char_at(0),
            Value::Bytes(bytes) if bytes.borrow().len() == 1 => bytes.borrow().first().map(|b| *b as char),
            Value::Str(_) | Value::Bytes(_) => return value_error("sep must be length 1."),
            _ => return type_error("sep must be str or bytes."),
        },
    };
    let data = bytes.borrow();
    let width = group.unsigned_abs() as usize;
    let mut text = String::with_capacity(data.len() * 2);
    for (index, byte) in data.iter().enumerate() {
        let before = if group >= 0 { data.len() - index } else { index };
        if let Some(separator) = separator
            && index > 0
            && width > 0
            && before % width == 0
        {
            text.push(separator);
        }
        text.push_str(&format!("{byte:02x}"));
    }
    drop(data);
    done(text)
}

/// A text, or the characters that bytes stand for.
fn shown_text(value: &Value) -> Option<String> {
    match value.as_str() {
        Some(text) => Some(text.as_str().to_owned()),
        None => bytes_like(value).map(|data| data.iter().map(|&byte| byte as char).collect()),
    }
}

fn from_hex(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let of_array = matches!(args.positional.first(), Some(Value::Class(class)) if class.is_subclass(&machine.types.bytearray));
    let value = method(args, "fromhex").of(if of_array { "bytearray" } else { "bytes" }).one()?;
    let given = shown_text(value);
    let Some(text) = given.as_deref() else {
        let kind = machine.types.name_of(value);
        return type_error(format!("fromhex() argument must be str or bytes-like, not {kind}"));
    };
    let mut data = Vec::new();
    let mut digits = text.chars().enumerate().peekable();
    while let Some((at, c)) = digits.next() {
        if c.is_ascii_whitespace() {
            continue;
        }
        let bad = |at: usize| {
            value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}"))
        };
        let Some(high) = c.to_digit(16) else { return bad(at) };
        let Some((next, c)) = digits.next() else {
            return value_error("fromhex() arg must contain an even number of hexadecimal digits");
        };
        let Some(low) = c.to_digit(16) else { return bad(next) };
        data.push((high * 16 + low) as u8);
    }
    let Some(Value::Class(class)) = args.positional.first() else { return done(Value::None) };
    if class.heap {
        return machine.call(&args.positional[0], Args::one(Value::bytes(data)));
    }
    let mutable = class.id == machine.types.bytearray.id;
    done(Value::Bytes(Rc::new(Bytes::new(data, mutable))))
}

fn append(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let array = array_receiver(machine, args, "append")?;
    let byte = byte_of(machine, method(args, "bytearray.append").one()?)?;
    array.borrow_mut().push(byte);
    done(Value::None)
}

fn clear(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let array = array_receiver(machine, args, "clear")?;
    method(args, "bytearray.clear").none()?;
    array.borrow_mut().clear();
    done(Value::None)
}

fn copy(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = array_receiver(machine, args, "copy")?.borrow().clone();
    method(args, "bytearray.copy").none()?;
    done(Value::Bytes(Rc::new(Bytes::new(data, true))))
}

fn extend(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let array = array_receiver(machine, args, "extend")?;
    let items = method(args, "bytearray.extend").one()?;
    if items.as_str().is_some() {
        return type_error(format!("expected iterable of integers; got: '{}'", machine.types.name_of(items)));
    }
    if bytes_like(items).is_none() && !ops::is_iterable(machine, items) {
        return type_error(format!("can't extend bytearray with {}", machine.types.name_of(items)));
    }
    let more = bytes_from_iterable(machine, items)?;
    array.borrow_mut().extend(more);
    done(Value::None)
}

fn resize(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let array = array_receiver(machine, args, "resize")?;
    let size = machine.index(method(args, "bytearray.resize").one()?)?;
    let Ok(size) = usize::try_from(size) else {
        return value_error(format!("bytearray.resize(): new size must be >= 0, got {size}"));
    };
    super::sequence_ops::check_size(size, machine.settings.limits.items)?;
    array.borrow_mut().resize(size, 0);
    done(Value::None)
}

fn insert(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let array = array_receiver(machine, args, "insert")?;
    let [index, value] = method(args, "bytearray.insert").between(2, 2)? else { return done(Value::None) };
    let index = machine.index(index)?;
    let byte = byte_of(machine, value)?;
    let length = array.borrow().len() as i64;
    let at = if index < 0 { (index + length).max(0) } else { index.min(length) };
    array.borrow_mut().insert(at as usize, byte);
    done(Value::None)
}

fn pop(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let array = array_receiver(machine, args, "pop")?;
    let index = match method(args, "bytearray.pop").between(0, 1)? {
        [index] => machine.index(index)?,
        _ => -1,
    };
    let length = array.borrow().len() as i64;
    if length == 0 {
        return raise(Exc::IndexError, "pop from empty bytearray");
    }
    let at = if index < 0 { index + length } else { index };
    if !(0..length).contains(&at) {
        return raise(Exc::IndexError, "pop index out of range");
    }
    let byte = array.borrow_mut().remove(at as usize);
    done(i64::from(byte))
}

fn remove(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let array = array_receiver(machine, args, "remove")?;
    let byte = byte_of(machine, method(args, "bytearray.remove").one()?)?;
    let at = array.borrow().iter().position(|other| *other == byte);
    match at {
        Some(at) => {
            array.borrow_mut().remove(at);
            done(Value::None)
        }
        None => value_error("value not found in bytearray"),
    }
}

fn reverse(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let array = array_receiver(machine, args, "reverse")?;
    method(args, "bytearray.reverse").none()?;
    array.borrow_mut().reverse();
    done(Value::None)
}
