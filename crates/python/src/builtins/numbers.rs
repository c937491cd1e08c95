//! Numbers from other values: what `int`, `float` and `complex` make of their arguments, `__int__`, `__float__`
//! and `__index__` included.

use num_traits::ToPrimitive;

use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::machine::{Machine, ops};
use crate::symbol::names;
use crate::text::float_arith;
use crate::value::Value;

impl Machine {
    /// Whether a value is an integer or has an `__index__`.
    pub fn can_be_index(&self, value: &Value) -> bool {
        ops::as_big(value).is_some() || self.types.of(value).lookup(names::index).is_some()
    }

    /// The float that a number stands for (`PyFloat_AsDouble`); may ask.
    pub fn float_of(&mut self, value: &Value) -> PyResult<f64> {
        match value.base_value() {
            Value::Float(number) => return Ok(*number),
            Value::Int(number) => return Ok(*number as f64),
            Value::Bool(truth) => return Ok(f64::from(u8::from(*truth))),
            Value::Big(number) => return Ok(float_arith::from_big_int(number)?),
            _ => {}
        }
        match self.float_by_dunder(value)? {
            Some(number) => Ok(number),
            None => {
                let kind = self.types.name_of(value);
                type_error(format!("must be real number, not {kind}"))
            }
        }
    }

    /// What `__float__`, else `__index__`, of an object gives.
    pub fn float_by_dunder(&mut self, value: &Value) -> PyResult<Option<f64>> {
        if let Some(method) = self.special(value, names::float)? {
            let answer = self.ask(&method, Args::none())?;
            return match answer.base_value() {
                Value::Float(number) => Ok(Some(*number)),
                _ => {
                    let (class, kind) = (self.types.name_of(value), self.types.name_of(&answer));
                    type_error(format!("{class}.__float__ returned non-float (type {kind})"))
                }
            };
        }
        if self.types.of(value).lookup(names::index).is_some() {
            let number = self.index_value(value)?;
            return Ok(match ops::as_big(&number) {
                Some(number) => Some(float_arith::from_big_int(&number)?),
                None => None,
            });
        }
        Ok(None)
    }

    /// `int(value)` of something that is no text; may ask.
    pub fn int_of(&mut self, value: &Value) -> PyResult<Value> {
        match value {
            Value::Int(_) | Value::Big(_) => return Ok(value.clone()),
            Value::Bool(truth) => return Ok(Value::Int(i64::from(*truth))),
            Value::Float(number) => return float_to_int(*number),
            _ => {}
        }
        let class = self.types.of(value);
        if let Some(method) = self.special(value, names::int)? {
            let answer = self.ask(&method, Args::none())?;
            return match answer.base_value() {
                Value::Int(_) | Value::Big(_) => Ok(answer.base_value().clone()),
                Value::Bool(truth) => Ok(Value::Int(i64::from(*truth))),
                _ => {
                    let kind = self.types.name_of(&answer);
                    type_error(format!("__int__ returned non-int (type {kind})"))
                }
            };
        }
        if class.lookup(names::index).is_some() {
            return self.index_value(value);
        }
        match value.base_value() {
            Value::Float(number) => float_to_int(*number),
            base if ops::as_big(base).is_some() => Ok(base.clone()),
            _ => type_error(format!(
                "int() argument must be a string, a bytes-like object or a real number, not '{}'",
                class.shown_name()
            )),
        }
    }
}

/// `int(number)`: cut towards zero.
pub fn float_to_int(number: f64) -> PyResult<Value> {
    if number.abs() < 9.0e18 {
        return Ok(Value::Int(number as i64));
    }
    Ok(Value::big(float_arith::to_int(number)?))
}

/// An integer as 64 bits, where it fits.
pub fn small(value: &Value) -> Option<i64> {
    match value.base_value() {
        Value::Int(number) => Some(*number),
        Value::Bool(truth) => Some(i64::from(*truth)),
        Value::Big(number) => number.to_i64(),
        _ => None,
    }
}
