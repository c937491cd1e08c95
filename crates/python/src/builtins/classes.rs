//! `isinstance`, `issubclass` and their hooks.

use std::rc::Rc;

use crate::class::Class;
use crate::error::{PyResult, type_error};
use crate::function::{Args, NativeFn};
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::value::Value;

/// Whether the check is left to `type` itself.
fn is_plain(found: Option<&Value>, default: NativeFn) -> bool {
    matches!(found, Some(Value::Native(native)) if std::ptr::fn_addr_eq(native.function, default))
}

/// The alternatives of a union such as `int | None`, if the value is one.
pub fn union_members(machine: &mut Machine, value: &Value) -> PyResult<Option<Vec<Value>>> {
    let Value::Instance(instance) = value else { return Ok(None) };
    if !instance.class.hidden || &*instance.class.name().text() != "Union" {
        return Ok(None);
    }
    match machine.find_attribute(value, Sym::new("__args__"))? {
        Some(Value::Tuple(members)) => Ok(Some(members.to_vec())),
        _ => Ok(None),
    }
}

/// `isinstance(value, class)`; may ask.
pub fn is_instance_of(machine: &mut Machine, value: &Value, class: &Value) -> PyResult<bool> {
    match class {
        Value::Class(target) => {
            let Some(meta) = target.metaclass().cloned() else {
                return is_direct_instance(machine, value, target);
            };
            if machine.types.of(value).id == target.id {
                return Ok(true);
            }
            let check = meta.lookup(names::instancecheck);
            if is_plain(check.as_ref(), type_instancecheck) {
                return is_direct_instance(machine, value, target);
            }
            ask_hook(machine, class, &meta, check, value)
        }
        _ => {
            if let Some(answer) = any_of(machine, value, class, " in __instancecheck__", is_instance_of)? {
                return Ok(answer);
            }
            let meta = machine.types.of(class);
            match meta.lookup(names::instancecheck) {
                Some(check) => ask_hook(machine, class, &meta, Some(check), value),
                None => type_error("isinstance() arg 2 must be a type, a tuple of types, or a union"),
            }
        }
    }
}

/// By its class, or by what it says in a `__class__` of the script's own; may ask.
fn is_direct_instance(machine: &mut Machine, value: &Value, target: &Rc<Class>) -> PyResult<bool> {
    if machine.types.is_instance(value, target) {
        return Ok(true);
    }
    Ok(class_said(machine, value)?.is_some_and(|said| said.is_subclass(target)))
}

/// The class that an object says it has, where its class leaves that to a `__class__` or `__getattribute__` of the
/// script's own; may ask.
pub fn class_said(machine: &mut Machine, value: &Value) -> PyResult<Option<Rc<Class>>> {
    let class = machine.types.of(value);
    let usual = |name| matches!(class.lookup(name), None | Some(Value::Native(_)));
    if !class.heap || usual(names::class) && usual(names::getattribute) {
        return Ok(None);
    }
    match machine.find_attribute(value, names::class)? {
        Some(Value::Class(said)) => Ok(Some(said)),
        _ => Ok(None),
    }
}

/// Whether one of a tuple of classes, or of a union, answers yes; none where `class` is neither.
fn any_of(
    machine: &mut Machine,
    value: &Value,
    class: &Value,
    place: &'static str,
    answers: fn(&mut Machine, &Value, &Value) -> PyResult<bool>,
) -> PyResult<Option<bool>> {
    let members = match class {
        Value::Tuple(_) => Vec::new(),
        _ => match union_members(machine, class)? {
            Some(members) => members.into_iter().map(|member| none_class(machine, member)).collect(),
            None => return Ok(None),
        },
    };
    let classes = if let Value::Tuple(classes) = class { classes } else { &members[..] };
    for class in classes {
        if machine.nested(place, |machine| answers(machine, value, class))? {
            return Ok(Some(true));
        }
    }
    Ok(Some(false))
}

fn none_class(machine: &Machine, value: Value) -> Value {
    if value.is_none() { Value::Class(machine.types.none.clone()) } else { value }
}

fn ask_hook(
    machine: &mut Machine,
    class: &Value,
    meta: &Rc<Class>,
    check: Option<Value>,
    argument: &Value,
) -> PyResult<bool> {
    let Some(check) = check else { return Ok(false) };
    let bound = machine.bind_special(&check, class, meta)?;
    let answer = machine.ask(&bound, Args::one(argument.clone()))?;
    machine.truth(&answer)
}

/// `issubclass(derived, class)`; may ask.
pub fn is_subclass_of(machine: &mut Machine, derived: &Value, class: &Value) -> PyResult<bool> {
    match class {
        Value::Class(target) => {
            let meta = target.metaclass().cloned().unwrap_or_else(|| machine.types.type_.clone());
            let check = meta.lookup(names::subclasscheck);
            if is_plain(check.as_ref(), type_subclasscheck) {
                return match derived {
                    Value::Class(derived) => Ok(derived.is_subclass(target)),
                    _ => type_error("issubclass() arg 1 must be a class"),
                };
            }
            ask_hook(machine, class, &meta, check, derived)
        }
        _ => {
            if let Some(answer) = any_of(machine, derived, class, " in __subclasscheck__", is_subclass_of)? {
                return Ok(answer);
            }
            let meta = machine.types.of(class);
            match meta.lookup(names::subclasscheck) {
                Some(check) => ask_hook(machine, class, &meta, Some(check), derived),
                None if !matches!(derived, Value::Class(_)) => {
                    type_error("issubclass() arg 1 must be a class")
                }
                None => type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union"),
            }
        }
    }
}

/// `type.__instancecheck__`
pub fn type_instancecheck(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match &args.positional[..] {
        [Value::Class(class), value] => done(is_direct_instance(machine, value, class)?),
        _ => type_error("type.__instancecheck__() takes exactly one argument"),
    }
}

/// `type.__subclasscheck__`
pub fn type_subclasscheck(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    match &args.positional[..] {
        [Value::Class(class), Value::Class(derived)] => done(derived.is_subclass(class)),
        [Value::Class(_), _] => type_error("issubclass() arg 1 must be a class"),
        _ => type_error("type.__subclasscheck__() takes exactly one argument"),
    }
}
