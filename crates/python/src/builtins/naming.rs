//! How classes and objects are named in texts: `module.Class`, `<module.Class object at 0x…>`.

use crate::machine::Machine;
use crate::symbol::names;
use crate::value::Value;

/// `module.Class`, or `Class` alone for one of the builtins.
pub fn qualified_class_name(class: &crate::class::Class) -> String {
    let qualname = class.qualname();
    let qualname = qualname.as_str().map_or_else(String::new, |name| name.as_str().to_string());
    match class.dict.get(names::module) {
        Some(Value::Str(module)) if module.as_str() != "builtins" => {
            format!("{}.{qualname}", module.as_str())
        }
        _ => qualname,
    }
}

/// What stands for an object's address.
pub fn id(machine: &Machine, value: &Value) -> u64 {
    machine.graveyard.identities.id(value)
}

/// `<module.Class object at 0x…>`
pub fn default_repr(machine: &Machine, value: &Value) -> String {
    let class = machine.types.of(value);
    format!("<{} object at {:#x}>", qualified_class_name(&class), id(machine, value))
}
