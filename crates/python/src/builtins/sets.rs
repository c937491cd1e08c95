//! `set` and `frozenset`.

use crate::value::Value;

/// The items of a set, frozenset, or dict view that compares as one.
pub fn as_set(value: &Value) -> Option<Vec<Value>> {
    match value.base_value() {
        Value::Set(set) => Some(set.items()),
        _ => None,
    }
}
