//! Entering names: the tables of methods, slots, getters and functions that the other files hand over.

use std::rc::Rc;

use crate::class::Class;
use crate::dict::Dict;
use crate::error::PyResult;
use crate::function::{Args, Native, NativeFn, NativeKind};
use crate::machine::{Flow, Machine, done};
use crate::symbol::Sym;
use crate::value::Value;

/// A table of native functions by name.
pub type Table = &'static [(&'static str, NativeFn)];

/// What always answers None.
pub fn answer_none(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Value::None)
}

/// What always answers False.
pub fn answer_false(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(false)
}

/// What always answers True.
pub fn answer_true(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(true)
}

/// A function of ours as a value.
pub fn native(name: &str, owner: &'static str, kind: NativeKind, function: NativeFn) -> Value {
    let name = Sym::new(name);
    Value::Native(Rc::new(Native { name, owner, kind, function, setter: None, receiver: Value::Null }))
}

/// An attribute that is computed on access, and perhaps can be set.
pub fn getter(name: &str, owner: &'static str, get: NativeFn, set: Option<NativeFn>) -> Value {
    let name = Sym::new(name);
    let kind = NativeKind::Getter;
    Value::Native(Rc::new(Native { name, owner, kind, function: get, setter: set, receiver: Value::Null }))
}

/// Adds methods to a class: `object.method`.
pub fn methods(class: &Rc<Class>, owner: &'static str, table: Table) {
    for (name, function) in table {
        class.dict.set(Sym::new(name), native(name, owner, NativeKind::Method, *function));
    }
}

/// Adds dunders to a class.
pub fn slots(class: &Rc<Class>, owner: &'static str, table: Table) {
    for (name, function) in table {
        class.dict.set(Sym::new(name), native(name, owner, NativeKind::Slot, *function));
    }
}

/// Adds class methods to a class.
pub fn class_methods(class: &Rc<Class>, owner: &'static str, table: Table) {
    for (name, function) in table {
        class.dict.set(Sym::new(name), native(name, owner, NativeKind::ClassMethod, *function));
    }
}

/// Adds static methods to a class; `__new__` is one.
pub fn static_methods(class: &Rc<Class>, owner: &'static str, table: Table) {
    for (name, function) in table {
        class.dict.set(Sym::new(name), native(name, owner, NativeKind::Static, *function));
    }
}

/// Adds computed attributes to a class.
pub fn getters(class: &Rc<Class>, owner: &'static str, table: Table) {
    for (name, function) in table {
        class.dict.set(Sym::new(name), getter(name, owner, *function, None));
    }
}

/// Adds a computed attribute that can be set.
pub fn property(class: &Rc<Class>, owner: &'static str, name: &str, get: NativeFn, set: NativeFn) {
    class.dict.set(Sym::new(name), getter(name, owner, get, Some(set)));
}

/// Adds functions to a module's names.
pub fn functions(dict: &Rc<Dict>, owner: &'static str, table: Table) {
    for (name, function) in table {
        dict.set(Sym::new(name), native(name, owner, NativeKind::Function, *function));
    }
}

/// Enters all builtins.
pub fn install(machine: &mut Machine) {
    let builtins = machine.builtins.clone();
    for class in [&machine.types.object, &machine.types.type_, &machine.types.int, &machine.types.bool_]
        .into_iter()
        .chain([&machine.types.float, &machine.types.complex, &machine.types.str_, &machine.types.bytes])
        .chain([&machine.types.bytearray, &machine.types.tuple, &machine.types.list, &machine.types.dict])
        .chain([&machine.types.set, &machine.types.frozenset, &machine.types.range, &machine.types.slice])
        .chain([&machine.types.property, &machine.types.staticmethod, &machine.types.classmethod])
        .chain([&machine.types.super_, &machine.types.memory_view])
    {
        builtins.set(class.name(), Value::Class(class.clone()));
    }
    for class in machine.types.exceptions() {
        builtins.set(class.name(), Value::Class(class.clone()));
    }
    super::object::install(machine);
    super::type_object::install(machine);
    super::mapping_proxy::install(machine);
    super::module_object::install(machine);
    super::memory_view::install(machine);
    super::members::install(machine);
    super::function_attributes::install(machine);
    super::code_attributes::install(machine);
    super::generators::install(machine);
    super::typing_intrinsics::install(machine);
    super::traceback_functions::install(machine);
    super::descriptors::install(machine);
    super::super_::install(machine);
    super::exceptions::install(machine);
    super::functions::install(machine);
    super::iteration::install(machine);
    super::reflection::install(machine);
    super::evaluate::install(machine);
    super::iterator_types::install(machine);
    super::number_types::install(machine);
    super::strings::install(machine);
    super::bytes::install(machine);
    super::lists::install(machine);
    super::dicts::install(machine);
    super::set_methods::install(machine);
    super::ranges::install(machine);
    super::slots::install(machine);
    super::stream::install(machine);
    super::order::arrange(&builtins);
}
