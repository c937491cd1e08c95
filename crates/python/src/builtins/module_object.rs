//! The class of modules (`types.ModuleType`).

use super::arguments::method;
use super::install::{slots, static_methods};
use super::naming::module_repr;
use crate::class::{Instance, Payload};
use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::names;
use crate::value::Value;

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let class = machine.types.module.clone();
    static_methods(&class, "module", &[("__new__", new)]);
    slots(&class, "module", &[("__init__", init), ("__repr__", repr)]);
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match args.positional.first() {
        Some(Value::Class(class)) if class.is_subclass(&machine.types.module) => {
            let class = class.clone();
            machine.once(|_| Ok(Value::Instance(Instance::new(class, Payload::None)))).map(Flow::Value)
        }
        _ => type_error("module.__new__(X): X is not a type object"),
    }
}

fn init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [name, doc] = method(args, "module").named(["name", "doc"], 1, 0, 2)?;
    let (Some(Value::Instance(module)), Some(name)) = (args.positional.first(), name) else {
        return done(Value::None);
    };
    if name.as_str().is_none() {
        let kind = machine.types.name_of(name);
        return type_error(format!("module() argument 'name' must be str, not {kind}"));
    }
    module.set(names::name, name.clone());
    module.set(names::doc, doc.cloned().unwrap_or(Value::None));
    for empty in [names::package, names::loader, names::spec] {
        module.set(empty, Value::None);
    }
    done(Value::None)
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Instance(module)) = args.positional.first() else {
        return type_error("descriptor '__repr__' requires a 'module' object");
    };
    done(module_repr(machine, module))
}
