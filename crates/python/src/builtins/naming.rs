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
const BUILT_IN: &[&str] = &[
    "_asyncio",
    "_thread",
    "array",
    "atexit",
    "binascii",
    "builtins",
    "cmath",
    "errno",
    "gc",
    "itertools",
    "marshal",
    "math",
    "posix",
    "sys",
    "time",
    "zlib",
];

/// Modules that CPython loads from frozen code.
const FROZEN: &[&str] = &["abc", "codecs", "collections.abc", "importlib.util", "io", "os", "os.path"];

/// Modules that are packages in CPython, though nothing inside them is here.
const PACKAGES: &[&str] = &["importlib.metadata", "pathlib", "re", "zoneinfo"];

/// The file that CPython has a module of the library in; None for what it has in C.
pub fn file_of_module(machine: &Machine, name: &str) -> Option<String> {
    if BUILT_IN.contains(&name) {
        return None;
    }
    let path = match name {
        "collections.abc" => "_collections_abc".to_owned(),
        "os.path" => "posixpath".to_owned(),
        _ => name.replace('.', "/"),
    };
    let is_package = machine.modules.is_package(name) || PACKAGES.contains(&name);
    let rest = if is_package { "/__init__.py" } else { ".py" };
    Some(format!("/lib/python314.zip/{path}{rest}"))
}

/// `<module 'name' …>`, with where CPython has it from.
pub fn module_repr(machine: &Machine, module: &Instance) -> String {
    let name = module.get(names::name).unwrap_or_default();
    let name = name.as_str().map_or_else(String::new, |name| name.as_str().to_string());
    let loaded = machine.modules.loaded(&name);
    let known = matches!(&loaded, Some(Value::Instance(known)) if std::ptr::eq(&**known, module));
    if !known {
        return format!("<module '{name}'>");
    }
    if BUILT_IN.contains(&name.as_str()) {
        return format!("<module '{name}' (built-in)>");
    }
    match (name.as_str(), module.get(names::file).as_ref().and_then(Value::as_str)) {
        ("collections.abc", _) => "<module '_collections_abc' (frozen)>".to_owned(),
        ("os.path", _) => "<module 'posixpath' (frozen)>".to_owned(),
        (frozen, _) if FROZEN.contains(&frozen) => format!("<module '{name}' (frozen)>"),
        (_, Some(file)) => format!("<module '{name}' from '{}'>", file.as_str()),
        (_, None) => format!("<module '{name}'>"),
    }
}
