//! `template % arguments` of strings.

use num_bigint::BigInt;

use crate::error::{Exc, PyResult, raise, type_error};
use crate::function::Args;
use crate::machine::{Machine, ops};
use crate::symbol::names;
use crate::text::percent::{self, Argument, Arguments, Conversion, Field, Piece, Size, Template};
use crate::value::Value;

/// `template % right`; may ask.
pub fn percent(machine: &mut Machine, template: &str, right: &Value) -> PyResult<Value> {
    let tuple = match right.base_value() {
        Value::Tuple(items) => Some(items.clone()),
        _ => None,
    };
    let mut arguments = match &tuple {
        Some(items) => Arguments::of_tuple(items.len()),
        None => Arguments::of_object(can_be_indexed(machine, right)),
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
            keyed = machine.ask_native(ops::subscript, Args::two(right.clone(), Value::str(key)))?;
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
        out.push_str(&convert(machine, &field, &value)?);
    }
    arguments.finish()?;
    Ok(Value::string(out))
}

fn can_be_indexed(machine: &Machine, value: &Value) -> bool {
    match value.base_value() {
        Value::Str(_) => false,
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
        Conversion::Radix => {
            let indexed = match ops::as_big(value) {
                Some(_) => value.base_value().clone(),
                None if machine.special(value, names::index)?.is_some() => machine.index_value(value)?,
                None => Value::None,
            };
            match ops::as_big(&indexed) {
                Some(number) => percent::format_int(field, &number)?,
                None => return Err(field.type_error(&machine.types.name_of(value)).into()),
            }
        }
        Conversion::Float => {
            let number = machine.float_of(value)?;
            percent::format_float(field, number)?
        }
        Conversion::Char => match value.base_value() {
            Value::Str(text) if text.len() == 1 => percent::format_text(field, text.as_str())?,
            Value::Str(text) => return Err(percent::char_length_error(text.len()).into()),
            _ => match ops::as_big(value) {
                Some(code) => percent::format_char(field, &code)?,
                None => return Err(field.type_error(&machine.types.name_of(value)).into()),
            },
        },
    })
}

fn as_text(value: &Value) -> &str {
    value.as_str().map_or("", |text| text.as_str())
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

/// `template % arguments` of bytes is not there.
pub fn refuse_bytes<T>() -> PyResult<T> {
    raise(
        Exc::NotImplementedError,
        "the % operator of bytes is not supported here: format a str and encode it",
    )
}
