//! How classes and objects are named in texts: `module.Class`, `<module.Class object at 0x…>`.

use crate::class::Instance;
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
    if let Value::Instance(module) = value
        && module.class.id == machine.types.module.id
    {
        return module_repr(machine, module);
    }
    format!("<{} object at {:#x}>", qualified_class_name(&class), id(machine, value))
}

/// Modules that CPython has in C.
const BUILT_IN: &[&str] =
    &["atexit", "builtins", "errno", "gc", "itertools", "marshal", "math", "posix", "sys", "time"];

/// `<module 'name' …>`, with where CPython has it from.
pub fn module_repr(machine: &Machine, module: &Instance) -> String {
    let name = module.get(names::name).unwrap_or_default();
    let name = name.as_str().map_or_else(String::new, |name| name.as_str().to_string());
    let loaded = machine.modules.loaded(&name);
    let known = matches!(&loaded, Some(Value::Instance(known)) if std::ptr::eq(&**known, module));
    if !known {
        return format!("<module '{name}'>");
    }
    if let Some(file) = module.get(names::file).as_ref().and_then(Value::as_str) {
        return format!("<module '{name}' from '{}'>", file.as_str());
    }
    if BUILT_IN.contains(&name.as_str()) {
        return format!("<module '{name}' (built-in)>");
    }
    if !machine.modules.has(&name) {
        return format!("<module '{name}'>");
    }
    let path = name.replace('.', "/");
    let rest = if machine.modules.is_package(&name) { "/__init__.py" } else { ".py" };
    format!("<module '{name}' from '/lib/python314.zip/{path}{rest}'>")
}
