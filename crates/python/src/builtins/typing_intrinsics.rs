//! Type parameters, `type` statements, generic aliases, unions and t-strings. What they make is written in
//! Python, in the modules `_typing` and `_templatelib`; here is how the machine gets there.

use std::rc::Rc;

use crate::class::Class;
use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::machine::import::ModuleSource;
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::value::Value;

use super::install::class_methods;

/// Enters the modules, and `__class_getitem__` of the generic built-in classes.
pub fn install(machine: &mut Machine) {
    let typing = ModuleSource { native: None, python: Some(include_str!("../prelude/_typing.py")) };
    machine.modules.register("_typing", typing);
    let templates = ModuleSource { native: None, python: Some(include_str!("../prelude/templatelib.py")) };
    machine.modules.register("_templatelib", templates);
    let public = ModuleSource {
        native: None,
        python: Some("from _templatelib import Interpolation, Template, convert\n"),
    };
    machine.modules.register("string.templatelib", public);
    let types = &machine.types;
    for class in [&types.list, &types.dict, &types.tuple, &types.set, &types.frozenset] {
        class_methods(class, "object", &[("__class_getitem__", class_getitem)]);
    }
    for class in [&types.mapping_proxy, &types.generator, &types.coroutine] {
        class_methods(class, "object", &[("__class_getitem__", class_getitem)]);
    }
    for name in ["enumerate", "async_generator"] {
        class_methods(&types.named(name), "object", &[("__class_getitem__", class_getitem)]);
    }
    let group = types.exception(crate::error::Exc::BaseExceptionGroup);
    class_methods(group, "BaseExceptionGroup", &[("__class_getitem__", class_getitem)]);
}

/// Asks a function of a module in Python.
fn ask_module(machine: &mut Machine, module: &str, name: &str, args: Args) -> PyResult<Value> {
    let module = machine.import(module)?;
    let function = machine.get_attribute(&module, Sym::new(name))?;
    machine.ask(&function, args)
}

/// `class.__class_getitem__(key)` of a generic class: the alias `class[key]`.
pub fn class_getitem(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(ask_module(machine, "_typing", "GenericAlias", args.clone())?)
}

macro_rules! by_name {
    ($($name:ident)*) => {$(
        /// See [`crate::code::Intrinsic`].
        pub fn $name(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
            done(ask_module(machine, "_typing", stringify!($name), args.clone())?)
        }
    )*};
}

by_name! {
    type_var type_var_with_bound type_var_with_constraints param_spec type_var_tuple set_default type_alias
    subscript_generic
}

/// `[function, tuple of type parameters] → function`
pub fn set_function_type_params(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Value::Function(function) = &args.positional[0] {
        let _old = function.type_params.replace(args.positional[1].clone());
    }
    done(args.positional[0].clone())
}

/// `[value, expression, conversion, format specification] → Interpolation`
pub fn interpolation(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(ask_module(machine, "_templatelib", "Interpolation", args.clone())?)
}

/// `[strings, interpolations] → Template`
pub fn template(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(ask_module(machine, "_templatelib", "make_template", args.clone())?)
}

/// Whether a value can be part of a union, and is not handled by its own class.
fn may_join(value: &Value) -> bool {
    match value {
        Value::None | Value::Class(_) => true,
        Value::Instance(instance) => {
            let name = instance.class.name().text();
            let ours = ["GenericAlias", "_GenericAlias", "Union", "TypeVar", "ParamSpec", "TypeAliasType"];
            instance.class.hidden && ours.contains(&&*name)
        }
        _ => false,
    }
}

/// `left | right` of classes; `None` where they are none. May ask.
pub fn union(machine: &mut Machine, left: &Value, right: &Value) -> PyResult<Option<Value>> {
    let has_class = matches!(left, Value::Class(_)) || matches!(right, Value::Class(_));
    if !has_class || !may_join(left) || !may_join(right) {
        return Ok(None);
    }
    let pair = Value::tuple(vec![left.clone(), right.clone()]);
    ask_module(machine, "_typing", "make_union", Args::one(pair)).map(Some)
}

/// `class[key]`
pub fn subscript_class(machine: &mut Machine, class: &Rc<Class>, key: &Value) -> PyResult<Flow> {
    let receiver = Value::Class(class.clone());
    let meta = machine.types.of(&receiver);
    if let Some(method) = meta.lookup(names::getitem) {
        let bound = machine.bind_special(&method, &receiver, &meta)?;
        return machine.call(&bound, Args::one(key.clone()));
    }
    if class.id == machine.types.type_.id {
        return class_getitem(machine, &Args::two(receiver, key.clone()));
    }
    match class.lookup(names::class_getitem) {
        Some(method) => {
            let bound = machine.bind_special(&method, &receiver, class)?;
            machine.call(&bound, Args::one(key.clone()))
        }
        None => type_error(format!("type '{}' is not subscriptable", class.shown_name())),
    }
}
