//! The class of modules (`types.ModuleType`).

use super::arguments::method;
use super::function_attributes::annotated;
use super::install::{getter, slots, static_methods};
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
    class
        .dict
        .set_str("__annotations__", getter("__annotations__", "module", annotations, Some(set_annotations)));
    class.dict.set_str("__annotate__", getter("__annotate__", "module", annotate, Some(set_annotate)));
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

fn receiver<'a>(args: &'a Args, name: &str) -> PyResult<&'a Instance> {
    match args.positional.first() {
        Some(Value::Instance(module)) => Ok(module),
        _ => type_error(format!("descriptor '{name}' requires a 'module' object")),
    }
}

/// `module.__annotations__`: evaluated when first asked for, and kept in the module's names from then on.
fn annotations(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let module = receiver(args, "__annotations__")?;
    if let Some(known) = module.get(names::annotations) {
        return done(known);
    }
    let made = annotated(machine, &module.get(names::annotate).unwrap_or_default())?;
    module.set(names::annotations, made.clone());
    done(made)
}

fn set_annotations(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let module = receiver(args, "__annotations__")?;
    let value = args.positional[1].clone();
    if value.is_null() {
        if module.dict().remove(names::annotations).is_none() {
            return Err(machine.no_attribute(&args.positional[0], names::annotations));
        }
    } else {
        module.set(names::annotations, value);
    }
    drop(module.dict().remove(names::annotate));
    done(Value::None)
}

fn annotate(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(receiver(args, "__annotate__")?.get(names::annotate).unwrap_or(Value::None))
}

fn set_annotate(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let module = receiver(args, "__annotate__")?;
    let value = args.positional[1].clone();
    if value.is_null() {
        return type_error("cannot delete __annotate__ attribute");
    }
    if !value.is_none() {
        drop(module.dict().remove(names::annotations));
    }
    module.set(names::annotate, value);
    done(Value::None)
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Instance(module)) = args.positional.first() else {
        return type_error("descriptor '__repr__' requires a 'module' object");
    };
    done(module_repr(machine, module))
}
