//! `str` and `repr` of every value.

use crate::error::PyResult;
use crate::function::Args;
use crate::machine::Machine;
use crate::symbol::names;
use crate::text;
use crate::value::Value;

impl Machine {
    /// `str(value)`; may ask.
    pub fn str_of(&mut self, value: &Value) -> PyResult<Value> {
        if let Value::Str(_) = value {
            return Ok(value.clone());
        }
        if let Value::Instance(_) = value
            && let Some(method) = self.special(value, names::str)?
        {
            return self.ask(&method, Args::none());
        }
        self.repr_of(value)
    }

    /// `repr(value)`; may ask.
    pub fn repr_of(&mut self, value: &Value) -> PyResult<Value> {
        if let Value::Instance(_) = value
            && let Some(method) = self.special(value, names::repr)?
        {
            return self.ask(&method, Args::none());
        }
        Ok(Value::string(crate::picture::bounded_repr(self, value)))
    }
}

/// `ascii()` of a text that is already a `repr`.
pub fn to_ascii(repr: &Value) -> Value {
    Value::string(repr.as_str().map_or_else(String::new, |repr| text::repr::ascii_of_repr(repr.as_str())))
}
