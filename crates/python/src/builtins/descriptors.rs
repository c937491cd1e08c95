//! `property`, `staticmethod` and `classmethod`.

use std::any::Any;
use std::cell::RefCell;

use crate::class::{Instance, NativeData, Payload};
use crate::error::PyResult;
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

/// The parts of a property.
pub struct Property {
    /// `fget`, or None.
    pub getter: Value,
    /// `fset`, or None.
    pub setter: Value,
    /// `fdel`, or None.
    pub deleter: Value,
    /// `__doc__`, or None.
    pub doc: RefCell<Value>,
    /// `__name__`, or None.
    pub name: RefCell<Value>,
}

struct StaticMethod(Value);
struct ClassMethod(Value);

impl NativeData for Property {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl NativeData for StaticMethod {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl NativeData for ClassMethod {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// The parts, if the value is a property.
pub fn property(value: &Value) -> Option<&Property> {
    match value {
        Value::Instance(instance) => instance.native(),
        _ => None,
    }
}

/// The function inside, if the value is a `staticmethod`.
pub fn static_method(value: &Value) -> Option<Value> {
    match value {
        Value::Instance(instance) => instance.native::<StaticMethod>().map(|inner| inner.0.clone()),
        _ => None,
    }
}

/// The function inside, if the value is a `classmethod`.
pub fn class_method(value: &Value) -> Option<Value> {
    match value {
        Value::Instance(instance) => instance.native::<ClassMethod>().map(|inner| inner.0.clone()),
        _ => None,
    }
}

/// A `staticmethod` of a function.
pub fn make_static_method(machine: &Machine, function: Value) -> Value {
    let payload = Payload::Native(Box::new(StaticMethod(function)));
    Value::Instance(Instance::new(machine.types.staticmethod.clone(), payload))
}

/// A `classmethod` of a function.
pub fn make_class_method(machine: &Machine, function: Value) -> Value {
    let payload = Payload::Native(Box::new(ClassMethod(function)));
    Value::Instance(Instance::new(machine.types.classmethod.clone(), payload))
}

/// Enters the names.
pub fn install(machine: &mut Machine) {
    use super::install::static_methods;
    static_methods(&machine.types.staticmethod, "staticmethod", &[("__new__", new_static)]);
    static_methods(&machine.types.classmethod, "classmethod", &[("__new__", new_class)]);
}

fn new_static(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(make_static_method(machine, args.positional.get(1).cloned().unwrap_or_default()))
}

fn new_class(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(make_class_method(machine, args.positional.get(1).cloned().unwrap_or_default()))
}
