//! `super`: attributes of the classes after one in the MRO of an object's class.

use std::any::Any;
use std::rc::Rc;

use crate::class::{Class, Instance, NativeData, Payload};
use crate::error::{Exc, PyResult, raise, type_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, attribute, done};
use crate::symbol::{Sym, names};
use crate::trash;
use crate::traverse::References;
use crate::value::Value;

use super::install::{getters, slots, static_methods};

/// What a `super` object knows.
pub struct Super {
    /// The class after which the search begins.
    pub after: Rc<Class>,
    /// The object or class that methods are bound to; Null for an unbound one.
    pub receiver: Value,
    /// Its class, whose MRO is searched.
    pub class: Rc<Class>,
}

impl NativeData for Super {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.value(&Value::Class(self.after.clone()));
        references.value(&self.receiver);
        references.value(&Value::Class(self.class.clone()));
    }
}

impl Drop for Super {
    fn drop(&mut self) {
        trash::bury(std::iter::once(std::mem::take(&mut self.receiver)));
    }
}

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let class = machine.types.super_.clone();
    static_methods(&class, "super", &[("__new__", new)]);
    slots(&class, "super", &[("__init__", init), ("__get__", get), ("__repr__", repr)]);
    getters(
        &class,
        "super",
        &[("__thisclass__", this_class), ("__self__", receiver), ("__self_class__", self_class)],
    );
}

fn init(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Value::None)
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if !args.keywords.is_empty() {
        return type_error("super() takes no keyword arguments");
    }
    let Some(Value::Class(own)) = args.positional.first() else {
        return type_error("super.__new__(X): X is not a type object");
    };
    let (after, receiver) = match &args.positional[1..] {
        [] => implicit(machine)?,
        [Value::Class(after)] => (after.clone(), Value::Null),
        [Value::Class(after), receiver] => (after.clone(), receiver.clone()),
        [other, ..] if args.positional.len() <= 3 => {
            let kind = machine.types.name_of(other);
            return type_error(format!("super() argument 1 must be a type, not {kind}"));
        }
        other => return type_error(format!("super expected at most 2 arguments, got {}", other.len())),
    };
    let receiver = if receiver.is_none() { Value::Null } else { receiver };
    let class = if receiver.is_null() { after.clone() } else { checked(machine, &after, &receiver)? };
    let payload = Payload::Native(Box::new(Super { after, receiver, class }));
    done(Value::Instance(Instance::new(own.clone(), payload)))
}

/// The class and the first argument of the method that calls `super()`.
fn implicit(machine: &Machine) -> PyResult<(Rc<Class>, Value)> {
    let Some(frame) = machine.caller() else { return raise(Exc::RuntimeError, "super(): no current frame") };
    let code = &frame.code;
    if code.positional == 0 {
        return raise(Exc::RuntimeError, "super(): no arguments");
    }
    let first = match frame.stack.first() {
        Some(Value::Cell(cell)) if code.cells.contains(&0) => cell.get(),
        Some(value) => value.clone(),
        None => Value::Null,
    };
    if first.is_null() {
        return raise(Exc::RuntimeError, "super(): arg[0] deleted");
    }
    let free = code.free as usize;
    let index = code.slots[free..].iter().position(|name| *name == names::class);
    match index.and_then(|index| frame.stack.get(free + index)) {
        Some(Value::Cell(cell)) => match cell.get() {
            Value::Class(class) => Ok((class, first)),
            Value::Null => raise(Exc::RuntimeError, "super(): empty __class__ cell"),
            other => {
                let kind = machine.types.name_of(&other);
                raise(Exc::RuntimeError, format!("super(): __class__ is not a type ({kind})"))
            }
        },
        _ => raise(Exc::RuntimeError, "super(): __class__ cell not found"),
    }
}

/// The class whose MRO is searched for a receiver, which must fit.
fn checked(machine: &mut Machine, after: &Rc<Class>, receiver: &Value) -> PyResult<Rc<Class>> {
    if let Value::Class(class) = receiver
        && class.is_subclass(after)
    {
        return Ok(class.clone());
    }
    let class = machine.types.of(receiver);
    if class.is_subclass(after) {
        return Ok(class);
    }
    if let Some(said) = super::classes::class_said(machine, receiver)?
        && said.is_subclass(after)
    {
        return Ok(said);
    }
    let (what, name) = match receiver {
        Value::Class(class) => ("type", class.name()),
        _ => ("instance of", class.name()),
    };
    type_error(format!(
        "super(type, obj): obj ({what} {name}) is not an instance or subtype of type ({}).",
        after.name()
    ))
}

fn data(args: &Args) -> PyResult<&Super> {
    match args.positional.first() {
        Some(Value::Instance(instance)) => match instance.native::<Super>() {
            Some(data) => Ok(data),
            None => type_error("descriptor requires a 'super' object"),
        },
        _ => type_error("descriptor requires a 'super' object"),
    }
}

/// Reads an attribute of a `super` object.
pub fn load(machine: &mut Machine, object: &Value, data: &Super, name: Sym) -> PyResult<Flow> {
    let own = machine.types.super_.clone();
    if data.receiver.is_null() || name == names::class {
        return attribute::load_default(machine, object, name, &own, false);
    }
    let mro = data.class.mro();
    let from = mro.iter().position(|class| class.id == data.after.id).map_or(0, |at| at + 1);
    let found = mro[from.min(mro.len())..].iter().find_map(|class| class.dict.get(name));
    let Some(found) = found else {
        return attribute::load_default(machine, object, name, &own, false);
    };
    // Bound to the object; to nothing but the class where the receiver is the class itself.
    let to_class = matches!(&data.receiver, Value::Class(class) if class.id == data.class.id);
    let receiver = if to_class { Value::Null } else { data.receiver.clone() };
    attribute::bind_found(machine, &found, &receiver, &data.class.clone())
}

fn get(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = data(args)?;
    match args.positional.get(1) {
        Some(object) if data.receiver.is_null() && !object.is_none() => {
            let class = checked(machine, &data.after, object)?;
            let bound = Super { after: data.after.clone(), receiver: object.clone(), class };
            let payload = Payload::Native(Box::new(bound));
            done(Value::Instance(Instance::new(machine.types.super_.clone(), payload)))
        }
        _ => done(args.positional[0].clone()),
    }
}

fn repr(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = data(args)?;
    let name = data.after.name();
    done(if data.receiver.is_null() {
        format!("<super: <class '{name}'>, NULL>")
    } else {
        format!("<super: <class '{name}'>, <{} object>>", data.class.name())
    })
}

fn this_class(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::Class(data(args)?.after.clone()))
}

fn receiver(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(data(args)?.receiver.clone().or_none())
}

fn self_class(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = data(args)?;
    done(if data.receiver.is_null() { Value::None } else { Value::Class(data.class.clone()) })
}
