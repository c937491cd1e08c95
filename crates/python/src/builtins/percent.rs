//! `template % arguments` of strings and bytes. The template of bytes is read as text of one character a byte.

use std::rc::Rc;

use num_bigint::BigInt;

use crate::error::{Exc, PyResult, raise, type_error};
use crate::function::Args;
use crate::machine::{Machine, ops};
use crate::sequence::Bytes;
use crate::symbol::names;
use crate::text::percent::{self, Argument, Arguments, Conversion, Field, Piece, Size, Template};
use crate::value::Value;

/// `template % right`; may ask.
pub fn percent(machine: &mut Machine, template: &str, right: &Value) -> PyResult<Value> {
    Ok(Value::string(fill(machine, template, right, false)?))
}

/// `template % right` of bytes; may ask.
pub fn percent_bytes(machine: &mut Machine, template: &Bytes, right: &Value) -> PyResult<Value> {
    let text = as_chars(&template.borrow());
    let filled = fill(machine, &text, right, true)?;
    let data = filled.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect();
    Ok(Value::Bytes(Rc::new(Bytes::new(data, template.mutable))))
}

/// Bytes as text of one character a byte.
fn as_chars(data: &[u8]) -> String {
    data.iter().map(|byte| char::from(*byte)).collect()
}

fn fill(machine: &mut Machine, template: &str, right: &Value, bytes: bool) -> PyResult<String> {
    let tuple = match right.base_value() {
        Value::Tuple(items) => Some(items.clone()),
        _ => None,
    };
    let mut arguments = match &tuple {
        Some(items) => Arguments::of_tuple(items.len()),
        None => Arguments::of_object(can_be_indexed(machine, right, bytes)),
    };
    let mut keyed = Value::Null;
    let mut template = Template::new(template);
    let mut out = String::new();
    while let Some(piece) = template.next() {
        let mut field = match piece? {
            Piece::Literal(text) => {
                out.push_str(&text);
                continue;
            }
            Piece::Field(field) => field,
        };
        if let Some(key) = &field.key {
            arguments.take_key()?;
            let key = match bytes {
                true => Value::bytes(key.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect()),
                false => Value::str(key),
            };
            keyed = machine.ask_native(ops::subscript, Args::two(right.clone(), key))?;
        }
        let take = |arguments: &mut Arguments, keyed: &Value| -> PyResult<Value> {
            Ok(match arguments.take()? {
                Argument::Item(index) => tuple.as_ref().map_or(Value::None, |items| items[index].clone()),
                Argument::Whole => right.clone(),
                Argument::Keyed => keyed.clone(),
            })
        };
        if field.width == Size::Argument {
            let width = star_argument(&take(&mut arguments, &keyed)?)?;
            percent::star_width(&mut field, &width)?;
        }
        if field.precision == Size::Argument {
            let precision = star_argument(&take(&mut arguments, &keyed)?)?;
            percent::star_precision(&mut field, &precision)?;
        }
        let value = take(&mut arguments, &keyed)?;
        let text = match field.conversion {
            's' | 'b' if bytes => bytes_field(machine, &field, &value)?,
            'r' if bytes => {
                let text = super::repr::to_ascii(&machine.repr_of(&value)?);
                percent::format_text(&field, as_text(&text))?
            }
            'c' if bytes => byte_field(machine, &field, &value)?,
            _ => convert(machine, &field, &value)?,
        };
        out.push_str(&text);
    }
    arguments.finish(if bytes { "bytes" } else { "string" })?;
    Ok(out)
}

/// `%s` and `%b` of bytes.
fn bytes_field(machine: &mut Machine, field: &Field, value: &Value) -> PyResult<String> {
    let mut data = super::bytes::bytes_like(value);
    if data.is_none()
        && let Some(method) = machine.special(value, names::bytes)?
    {
        data = super::bytes::bytes_like(&machine.ask(&method, Args::none())?);
    }
    match data {
        Some(data) => Ok(percent::format_text(field, &as_chars(&data))?),
        None => {
            let kind = machine.types.name_of(value);
            type_error(format!(
                "%b requires a bytes-like object, or an object that implements __bytes__, not '{kind}'"
            ))
        }
    }
}

/// `%c` of bytes.
fn byte_field(machine: &mut Machine, field: &Field, value: &Value) -> PyResult<String> {
    let byte = match super::bytes::bytes_like(value) {
        Some(data) if data.len() == 1 => data[0],
        Some(data) => {
            let (kind, length) = (machine.types.name_of(value), data.len());
            return type_error(format!(
                "%c requires an integer in range(256) or a single byte, not a {kind} object of length {length}"
            ));
        }
        None if ops::as_big(value).is_some() => match super::numbers::small(value).map(u8::try_from) {
            Some(Ok(byte)) => byte,
            _ => return raise(Exc::OverflowError, "%c arg not in range(256)"),
        },
        _ => {
            let kind = machine.types.name_of(value);
            return type_error(format!("%c requires an integer in range(256) or a single byte, not {kind}"));
        }
    };
    Ok(percent::format_text(field, &as_chars(&[byte]))?)
}

fn can_be_indexed(machine: &Machine, value: &Value, bytes: bool) -> bool {
    match value.base_value() {
        Value::Str(_) => false,
        Value::Bytes(_) if bytes => false,
        Value::Dict(_) | Value::List(_) | Value::Bytes(_) | Value::Range(_) => true,
        _ => machine.types.of(value).lookup(names::getitem).is_some(),
    }
}

fn star_argument(value: &Value) -> PyResult<BigInt> {
    match ops::as_big(value) {
        Some(number) => Ok(number),
        None => Err(percent::star_type_error().into()),
    }
}

fn convert(machine: &mut Machine, field: &Field, value: &Value) -> PyResult<String> {
    Ok(match field.what()? {
        Conversion::Str => {
            let text = machine.str_of(value)?;
            percent::format_text(field, as_text(&text))?
        }
        Conversion::Repr => {
            let text = machine.repr_of(value)?;
            percent::format_text(field, as_text(&text))?
        }
        Conversion::Ascii => {
            let text = super::repr::to_ascii(&machine.repr_of(value)?);
            percent::format_text(field, as_text(&text))?
        }
        Conversion::Decimal => {
            let number = decimal(machine, field, value)?;
            percent::format_int(field, &number)?
        }
        Conversion::Radix => match whole(machine, value)? {
            Some(number) => percent::format_int(field, &number)?,
            None => return Err(field.type_error(&machine.types.name_of(value)).into()),
        },
        Conversion::Float => {
            let number = machine.float_of(value)?;
            percent::format_float(field, number)?
        }
        Conversion::Char => match value.base_value() {
            Value::Str(text) if text.len() == 1 => percent::format_text(field, text.as_str())?,
            Value::Str(text) => return Err(percent::char_length_error(text.len()).into()),
            _ => match whole(machine, value)? {
                Some(code) => percent::format_char(field, &code)?,
                None => return Err(field.type_error(&machine.types.name_of(value)).into()),
            },
        },
    })
}

fn as_text(value: &Value) -> &str {
    value.as_str().map_or("", |text| text.as_str())
}

/// The integer that the value is or that its `__index__` gives; `None` where it has none.
fn whole(machine: &mut Machine, value: &Value) -> PyResult<Option<BigInt>> {
    let class = machine.types.of(value);
    match ops::as_big(value) {
        None if class.lookup(names::index).is_some() => Ok(ops::as_big(&machine.index_value(value)?)),
        number => Ok(number),
    }
}

fn decimal(machine: &mut Machine, field: &Field, value: &Value) -> PyResult<BigInt> {
    if let Some(number) = ops::as_big(value) {
        return Ok(number);
    }
    let class = machine.types.of(value);
    let number = match value.base_value() {
        Value::Float(number) => return Ok(crate::text::float_arith::to_int(*number)?),
        _ if class.lookup(names::int).is_some() || class.lookup(names::index).is_some() => {
            machine.int_of(value)?
        }
        _ => return Err(field.type_error(&class.name().text()).into()),
    };
    match ops::as_big(&number) {
        Some(number) => Ok(number),
        None => type_error("an integer is required"),
    }
}
