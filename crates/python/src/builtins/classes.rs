//! `isinstance`, `issubclass` and their hooks.

use crate::error::PyResult;
use crate::machine::Machine;
use crate::value::Value;

/// `isinstance(value, class)`; may ask.
pub fn is_instance_of(machine: &mut Machine, value: &Value, class: &Value) -> PyResult<bool> {
    match class {
        Value::Class(class) => Ok(machine.types.is_instance(value, class)),
        _ => Ok(false),
    }
}
