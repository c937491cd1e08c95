//! `weakref.ref`: a reference that does not keep its object alive. The rest of the module is Python.

use std::any::Any;
use std::rc::{Rc, Weak};

use crate::builtins::install::{getter, slots, static_methods};
use crate::builtins::naming;
use crate::class::{Class, Instance, Layout, NativeData, Payload};
use crate::dict::Dict;
use crate::error::{PyResult, type_error};
use crate::function::{Args, Function, Method};
use crate::generator::Generator;
use crate::machine::collect::Watched;
use crate::machine::{Flow, Machine, done};
use crate::set::Set;
use crate::symbol::names;
use crate::value::Value;

enum Target {
    Instance(Weak<Instance>),
    Generator(Weak<Generator>),
    Function(Weak<Function>),
    Class(Weak<Class>),
    Set(Weak<Set>),
    Method(Weak<Method>),
}

struct Reference {
    target: Target,
    hash: i64,
    callback: Value,
}

impl NativeData for Reference {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl Reference {
    fn get(&self) -> Option<Value> {
        match &self.target {
            Target::Instance(weak) => weak.upgrade().map(Value::Instance),
            Target::Generator(weak) => weak.upgrade().map(Value::Generator),
            Target::Function(weak) => weak.upgrade().map(Value::Function),
            Target::Class(weak) => weak.upgrade().map(Value::Class),
            Target::Set(weak) => weak.upgrade().map(Value::Set),
            Target::Method(weak) => weak.upgrade().map(Value::Method),
        }
    }
}

/// Fills the module's names.
pub fn fill(machine: &mut Machine, dict: &Rc<Dict>) {
    let object = machine.types.object.clone();
    let class = machine.types.define("ReferenceType", Layout::Native("ReferenceType"), &object, true);
    class.dict.set(names::module, Value::str("weakref"));
    static_methods(&class, "ReferenceType", &[("__new__", new)]);
    slots(
        &class,
        "ReferenceType",
        &[("__init__", init), ("__call__", call), ("__hash__", hash), ("__eq__", equal)],
    );
    class.dict.set_str("__callback__", getter("__callback__", "ReferenceType", callback, None));
    slots(&class, "ReferenceType", &[("__repr__", repr)]);
    dict.set_str("ref", Value::Class(class.clone()));
    dict.set_str("ReferenceType", Value::Class(class));
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (Some(Value::Class(class)), Some(object)) = (args.positional.first(), args.positional.get(1)) else {
        return type_error("ref expected at least 1 argument, got 0");
    };
    let target = match object {
        Value::Instance(instance) => Target::Instance(Rc::downgrade(instance)),
        Value::Generator(generator) => Target::Generator(Rc::downgrade(generator)),
        Value::Function(function) => Target::Function(Rc::downgrade(function)),
        Value::Class(class) => Target::Class(Rc::downgrade(class)),
        Value::Set(set) => Target::Set(Rc::downgrade(set)),
        Value::Method(method) => Target::Method(Rc::downgrade(method)),
        other => {
            let kind = machine.types.name_of(other);
            return type_error(format!("cannot create weak reference to '{kind}' object"));
        }
    };
    let hash = crate::hashing::hash(object).unwrap_or(1);
    if let Some(watched) = Watched::of(object) {
        machine.graveyard.track(watched);
    }
    let class = class.clone();
    let callback = args.positional.get(2).cloned().unwrap_or(Value::None);
    let watched = match object {
        Value::Instance(instance) if !callback.is_none() => Some(instance.clone()),
        _ => None,
    };
    let make = |machine: &mut Machine| {
        let data = Reference { target, hash, callback: callback.clone() };
        let reference = Instance::new(class, Payload::Native(Box::new(data)));
        if let Some(watched) = watched {
            machine.graveyard.watch(watched.serial(), &reference, callback);
        }
        Ok(Value::Instance(reference))
    };
    machine.once(make).map(Flow::Value)
}

fn callback(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(reference) = this(args, 0) else { return done(Value::None) };
    done(if reference.get().is_some() { reference.callback.clone() } else { Value::None })
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(reference) = this(args, 0) else { return done(Value::None) };
    let own = args.positional.first().map_or(0, |own| naming::id(machine, own));
    let said = match reference.get() {
        None => format!("<weakref at {own:#x}; dead>"),
        Some(object) => {
            let kind = machine.types.name_of(&object);
            format!("<weakref at {own:#x}; to '{kind}' at {:#x}>", naming::id(machine, &object))
        }
    };
    done(Value::string(said))
}

fn init(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Value::None)
}

fn this(args: &Args, at: usize) -> Option<&Reference> {
    match args.positional.get(at) {
        Some(Value::Instance(instance)) => instance.native(),
        _ => None,
    }
}

fn call(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args, 0).and_then(Reference::get).unwrap_or(Value::None))
}

fn hash(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args, 0).map_or(0, |reference| reference.hash))
}

fn equal(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (Some(a), Some(b)) = (this(args, 0), this(args, 1)) else { return done(Value::NotImplemented) };
    match (a.get(), b.get()) {
        (Some(a), Some(b)) => done(machine.equal(&a, &b)?),
        _ => done(args.positional[0].is(&args.positional[1])),
    }
}
