//! `str`, `repr`, `ascii` and `format` of values, as f-strings use them.

use crate::code::Conversion;
use crate::error::PyResult;
use crate::function::{Args, NativeFn};
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

/// One string from several.
pub fn join_strings(parts: impl Iterator<Item = Value>) -> Value {
    let mut text = String::new();
    for part in parts {
        if let Some(part) = part.as_str() {
            text.push_str(part.as_str());
        }
    }
    Value::string(text)
}

fn to_str(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(machine.str_of(&args.positional[0])?)
}

fn to_repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(machine.repr_of(&args.positional[0])?)
}

fn to_ascii(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = machine.repr_of(&args.positional[0])?;
    done(crate::builtins::repr::to_ascii(&text))
}

/// The native function of a conversion: `[value] → str`.
pub fn convert_function(kind: Conversion) -> NativeFn {
    match kind {
        Conversion::Str => to_str,
        Conversion::Repr => to_repr,
        Conversion::Ascii => to_ascii,
    }
}

/// `[value, spec] → str`
pub fn format_value(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    crate::builtins::format::format_value(machine, &args.positional[0], &args.positional[1])
}
