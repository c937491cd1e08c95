//! `format(value, spec)` and the `__format__` of the built-in types.

use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::names;
use crate::text::{complex::Complex, format_apply};
use crate::value::Value;

/// `format(value, spec)`; may ask.
pub fn format_value(machine: &mut Machine, value: &Value, spec: &Value) -> PyResult<Flow> {
    let plain = spec.as_str().is_none_or(|spec| spec.is_empty());
    match value {
        Value::Str(_) if plain => return done(value.clone()),
        Value::Instance(_) | Value::Class(_) => {}
        _ => return format_builtin(machine, value, value, spec),
    }
    let Some(method) = machine.special(value, names::format)? else {
        return format_builtin(machine, value, value, spec);
    };
    let spec = if spec.is_null() { Value::str("") } else { spec.clone() };
    let text = machine.ask(&method, Args::one(spec))?;
    if text.as_str().is_some() {
        return done(text);
    }
    let kind = machine.types.name_of(&text);
    type_error(format!("__format__ must return a str, not {kind}"))
}

/// `__format__` of a built-in type: `base` is the built-in value inside `value`.
fn format_builtin(machine: &mut Machine, value: &Value, base: &Value, spec: &Value) -> PyResult<Flow> {
    let spec = spec.as_str().cloned();
    let spec = spec.as_ref().map_or("", |spec| spec.as_str());
    if spec.is_empty() {
        return done(machine.str_of(value)?);
    }
    let kind = machine.types.name_of(value);
    let text = match base {
        Value::Str(text) => format_apply::format_str(text.as_str(), spec, &kind)?,
        Value::Int(number) => format_apply::format_i64(*number, spec, &kind)?,
        Value::Bool(truth) => format_apply::format_i64(i64::from(*truth), spec, &kind)?,
        Value::Big(number) => format_apply::format_int(number, spec, &kind)?,
        Value::Float(number) => format_apply::format_float(*number, spec, &kind)?,
        Value::Complex(pair) => {
            format_apply::format_complex(Complex { real: pair.0, imag: pair.1 }, spec, &kind)?
        }
        _ => return type_error(format!("unsupported format string passed to {kind}.__format__")),
    };
    done(Value::string(text))
}

/// `__format__` as a slot of the built-in types and of `object`.
pub fn format_slot(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let owner = match args.positional.first().map(Value::base_value) {
        Some(Value::Str(_)) => "str",
        Some(Value::Int(_) | Value::Big(_) | Value::Bool(_)) => "int",
        Some(Value::Float(_)) => "float",
        Some(Value::Complex(_)) => "complex",
        _ => "object",
    };
    let spec = super::arguments::method(args, "__format__").of(owner).one()?;
    if spec.as_str().is_none() {
        let kind = machine.types.name_of(spec);
        return type_error(format!("__format__() argument must be str, not {kind}"));
    }
    let value = &args.positional[0];
    format_builtin(machine, value, value.base_value(), spec)
}
