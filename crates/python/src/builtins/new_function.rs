//! The constructor of functions: `types.FunctionType`.

use std::rc::Rc;

use super::arguments::method;
use crate::error::{Exc, PyResult, raise, type_error};
use crate::function::{Args, Function};
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

/// `FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)`.
pub fn new_function(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let names = ["code", "globals", "name", "argdefs", "closure", "kwdefaults"];
    let [code, globals, name, defaults, closure, keyword_defaults] =
        method(args, "function").named(names, 2, 0, 6)?;
    let code = match code {
        Some(Value::Code(code)) => code.clone(),
        other => {
            let kind = machine.types.name_of(other.unwrap_or(&Value::None));
            return type_error(format!("function() argument 'code' must be code, not {kind}"));
        }
    };
    let globals = match globals.map(Value::base_value) {
        Some(Value::Dict(globals)) => globals.clone(),
        other => {
            let kind = machine.types.name_of(other.unwrap_or(&Value::None));
            return type_error(format!("function() argument 'globals' must be dict, not {kind}"));
        }
    };
    let name = match name {
        None | Some(Value::None) => None,
        Some(name @ Value::Str(_)) => Some(name.clone()),
        Some(_) => return type_error("arg 3 (name) must be None or string"),
    };
    let defaults = match defaults {
        None | Some(Value::None) => None,
        Some(Value::Tuple(defaults)) => Some(defaults.clone()),
        Some(_) => return type_error("arg 4 (defaults) must be None or tuple"),
    };
    let free = code.free as usize;
    let wanted = code.slots.len() - free;
    let cells = match closure {
        Some(Value::Tuple(cells)) => cells.to_vec(),
        None | Some(Value::None) if wanted == 0 => Vec::new(),
        Some(Value::None) | None => return type_error("arg 5 (closure) must be tuple"),
        Some(_) => return type_error("arg 5 (closure) must be None or tuple"),
    };
    if cells.len() != wanted {
        let (name, given) = (code.name, cells.len());
        return raise(Exc::ValueError, format!("{name} requires closure of length {wanted}, not {given}"));
    }
    if let Some(other) = cells.iter().find(|cell| !matches!(cell, Value::Cell(_))) {
        let kind = machine.types.name_of(other);
        return type_error(format!("arg 5 (closure) expected cell, found {kind}"));
    }
    let keyword_defaults = match keyword_defaults {
        None | Some(Value::None) => None,
        Some(Value::Dict(defaults)) => Some(defaults.clone()),
        Some(_) => return type_error("arg 6 (kwdefaults) must be None or dict"),
    };
    let module = globals.get_str("__name__").unwrap_or(Value::None);
    let function = Function::new(code, globals, module, cells.into());
    if let Some(name) = name {
        function.name.replace(name);
    }
    function.defaults.replace(defaults);
    function.keyword_defaults.replace(keyword_defaults);
    done(Value::Function(Rc::new(function)))
}
