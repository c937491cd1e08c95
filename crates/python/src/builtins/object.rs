//! `object` and `type`: making instances and what every object answers.

use std::rc::Rc;

use crate::class::{Class, Instance, Layout, Payload};
use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::names;
use crate::value::Value;

/// Enters the names.
pub fn install(machine: &mut Machine) {
    use super::install::{class_methods, slots, static_methods};
    let object = machine.types.object.clone();
    static_methods(&object, "object", &[("__new__", object_new)]);
    slots(&object, "object", &[("__init__", object_init)]);
    class_methods(
        &object,
        "object",
        &[("__init_subclass__", crate::machine::class_build::object_init_subclass)],
    );
    let type_ = machine.types.type_.clone();
    static_methods(&type_, "type", &[("__new__", crate::machine::class_build::type_new)]);
    slots(&type_, "type", &[("__init__", type_init), ("__call__", crate::machine::call::type_call)]);
}

/// `object.__new__(class, …)`
pub fn object_new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Class(class)) = args.positional.first() else {
        return type_error("object.__new__(X): X is not a type object");
    };
    let class = class.clone();
    if (args.positional.len() > 1 || !args.keywords.is_empty())
        && let Some(Value::Native(init)) = class.lookup(names::init)
        && std::ptr::fn_addr_eq(init.function, object_init as crate::function::NativeFn)
    {
        return type_error(format!("{}() takes no arguments", class.name()));
    }
    let payload = match class.layout {
        Layout::Exception => {
            let data = crate::class::ExceptionData::default();
            data.args.replace(Value::tuple(args.positional[1..].to_vec()));
            Payload::Exception(Box::new(data))
        }
        _ => Payload::None,
    };
    machine.once(|_| Ok(Value::Instance(Instance::new(class, payload)))).map(Flow::Value)
}

/// `object.__init__(self, …)`
pub fn object_init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(object) = args.positional.first() {
        let class = machine.types.of(object);
        check_excess(machine, &class, args)?;
    }
    done(Value::None)
}

/// Complains of arguments that neither `__new__` nor `__init__` takes.
pub fn check_excess(_machine: &mut Machine, class: &Rc<Class>, args: &Args) -> PyResult<()> {
    if args.positional.len() <= 1 && args.keywords.is_empty() {
        return Ok(());
    }
    match class.lookup(names::new) {
        Some(Value::Native(new))
            if std::ptr::fn_addr_eq(new.function, object_new as crate::function::NativeFn) =>
        {
            if class.layout == Layout::Exception {
                return Ok(());
            }
            type_error(format!("{}() takes no arguments", class.name()))
        }
        _ => Ok(()),
    }
}

fn type_init(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Value::None)
}
