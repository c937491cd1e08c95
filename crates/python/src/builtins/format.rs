//! `format(value, spec)`.

use crate::error::PyResult;
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

/// `format(value, spec)`; may ask.
pub fn format_value(machine: &mut Machine, value: &Value, _spec: &Value) -> PyResult<Flow> {
    done(machine.str_of(value)?)
}
