//! Operators of the built-in containers: concatenation, repetition, set algebra, slices assigned and deleted.

use std::rc::Rc;

use crate::code::BinaryOp;
use crate::error::PyResult;
use crate::machine::{Flow, Machine, done};
use crate::sequence::{Bytes, List, Slice};
use crate::value::Value;

/// The operator between built-in values that are not both numbers; `None` where it is not for them.
pub fn binary(_machine: &mut Machine, op: BinaryOp, left: &Value, right: &Value) -> PyResult<Option<Value>> {
    Ok(match (op, left, right) {
        (BinaryOp::Add, Value::Str(a), Value::Str(b)) => {
            let mut text = String::with_capacity(a.as_str().len() + b.as_str().len());
            text.push_str(a.as_str());
            text.push_str(b.as_str());
            Some(Value::string(text))
        }
        (BinaryOp::Add, Value::List(a), Value::List(b)) => {
            let mut items = a.to_vec();
            items.extend(b.borrow().iter().cloned());
            Some(Value::list(items))
        }
        _ => None,
    })
}

/// The augmented operator on a built-in container, which may change it; `None` to go the plain way.
pub fn inplace(
    _machine: &mut Machine,
    _op: BinaryOp,
    _left: &Value,
    _right: &Value,
) -> PyResult<Option<Value>> {
    Ok(None)
}

/// A message of its own for operands that do not fit, such as `can only concatenate str …`.
pub fn refusal(
    _machine: &Machine,
    _op: BinaryOp,
    _left: &Value,
    _right: &Value,
    _inplace: bool,
) -> Option<String> {
    None
}

/// `list[slice] = iterable`
pub fn assign_slice(
    _machine: &mut Machine,
    _list: &Rc<List>,
    _slice: &Slice,
    _value: &Value,
) -> PyResult<Flow> {
    done(Value::None)
}

/// `del list[slice]`
pub fn delete_slice(_machine: &mut Machine, _list: &Rc<List>, _slice: &Slice) -> PyResult<Flow> {
    done(Value::None)
}

/// `bytearray[key] = value`
pub fn assign_bytes(
    _machine: &mut Machine,
    _bytes: &Rc<Bytes>,
    _key: &Value,
    _value: &Value,
) -> PyResult<Flow> {
    done(Value::None)
}

/// `del bytearray[key]`
pub fn delete_bytes(_machine: &mut Machine, _bytes: &Rc<Bytes>, _key: &Value) -> PyResult<Flow> {
    done(Value::None)
}
