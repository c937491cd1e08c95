//! `weakref.ref`: a reference that does not keep its object alive. The rest of the module is Python.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use crate::builtins::install::{getter, slots, static_methods};
use crate::builtins::naming;
use crate::class::{Instance, Layout, NativeData, Payload};
use crate::code::CompareOp;
use crate::dict::Dict;
use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::graveyard::Farewell;
use crate::machine::collect::Watched;
use crate::machine::{Flow, Machine, done, ops};
use crate::symbol::names;
use crate::traverse::References;
use crate::value::Value;

/// The references to each object that has some, by its serial number: an extension of the machine.
#[derive(Default)]
struct Known {
    references: RefCell<BTreeMap<u32, Vec<Weak<Instance>>>>,
    /// How many objects there may be before dead ones are looked for.
    room: Cell<usize>,
}

impl Known {
    fn of(&self, object: &Instance) -> Vec<Rc<Instance>> {
        let all = self.references.borrow();
        all.get(&object.serial())
            .map_or_else(Vec::new, |found| found.iter().filter_map(Weak::upgrade).collect())
    }

    fn add(&self, object: &Instance, reference: &Rc<Instance>) {
        let mut all = self.references.borrow_mut();
        if all.len() > self.room.get() {
            all.retain(|_, found| found.iter().any(|one| one.strong_count() > 0));
            self.room.set(all.len() * 2 + 64);
        }
        let found = all.entry(object.serial()).or_default();
        found.retain(|one| one.strong_count() > 0);
        found.push(Rc::downgrade(reference));
    }
}

/// `object.__weakref__`: the first reference to it, or None.
pub fn first_reference(machine: &mut Machine, object: &Value) -> Value {
    let Value::Instance(object) = object else { return Value::None };
    machine.extension::<Known>().of(object).into_iter().next().map_or(Value::None, Value::Instance)
}

/// `_getweakrefs(object)`
fn get_references(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let found = match args.positional.first() {
        Some(Value::Instance(object)) => machine.extension::<Known>().of(object),
        _ => Vec::new(),
    };
    done(Value::list(found.into_iter().map(Value::Instance).collect()))
}

/// The reference leads nowhere from now on.
pub(crate) fn cut(reference: &Instance) {
    if let Some(reference) = reference.native::<Reference>() {
        reference.cut.set(true);
    }
}

/// The object is garbage: references to it lead nowhere from now on, and their callbacks are called before what its
/// end does otherwise.
pub(crate) fn lead_nowhere(machine: &mut Machine, object: &Value) {
    match object {
        Value::Instance(instance) => {
            for reference in machine.extension::<Known>().of(instance) {
                cut(&reference);
            }
            machine.graveyard.notify_watchers(instance.serial());
        }
        Value::Function(function) => {
            if let Some(farewell) = function.farewell.get() {
                machine.graveyard.notify_watchers(farewell.serial());
            }
        }
        _ => {}
    }
}

struct Reference {
    target: Watched,
    /// Whether it leads nowhere, although the object is there still: the collector found it to be garbage.
    cut: Cell<bool>,
    /// The object's hash, once it was asked for.
    hash: Cell<Option<i64>>,
    /// What to call when the object is gone; let go of by then.
    callback: RefCell<Value>,
}

/// What to call when the object of this reference is gone, which is now.
pub(crate) fn take_callback(reference: &Instance) -> Option<Value> {
    Some(reference.native::<Reference>()?.callback.replace(Value::None))
}

impl NativeData for Reference {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.value(&self.callback.borrow());
    }
}

impl Reference {
    fn get(&self) -> Option<Value> {
        if self.cut.get() { None } else { self.target.get() }
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
    crate::builtins::install::functions(dict, "weakref", &[("_getweakrefs", get_references)]);
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (Some(Value::Class(class)), Some(object)) = (args.positional.first(), args.positional.get(1)) else {
        return type_error("ref expected at least 1 argument, got 0");
    };
    if !args.keywords.is_empty() && !class.heap {
        return type_error("ref() takes no keyword arguments");
    }
    let callback = args.positional.get(2).cloned().unwrap_or(Value::None);
    if let Value::Instance(instance) = object {
        if !crate::builtins::members::allows_weakref(&instance.class) {
            return type_error(format!("cannot create weak reference to '{}' object", instance.class.name()));
        }
        if callback.is_none() && !class.heap {
            let shared = machine.extension::<Known>().of(instance).into_iter().find(|known| {
                known.class.id == class.id
                    && known
                        .native::<Reference>()
                        .is_some_and(|reference| reference.callback.borrow().is_none())
            });
            if let Some(shared) = shared {
                return done(Value::Instance(shared));
            }
        }
    }
    let (Some(target), Some(watched)) = (Watched::of(object), Watched::of(object)) else {
        let kind = machine.types.name_of(object);
        return type_error(format!("cannot create weak reference to '{kind}' object"));
    };
    machine.graveyard.track(watched);
    let class = class.clone();
    let watched = if callback.is_none() { Value::None } else { object.clone() };
    let make = |machine: &mut Machine| {
        let data = Reference {
            target,
            cut: Cell::new(false),
            hash: Cell::new(None),
            callback: RefCell::new(callback.clone()),
        };
        let reference = Instance::new(class, Payload::Native(Box::new(data)));
        if let Value::Instance(object) = object {
            machine.extension::<Known>().add(object, &reference);
        }
        let serial = match &watched {
            Value::Instance(instance) => Some(instance.serial()),
            Value::Function(function) => {
                let farewell = || Box::new(Farewell::new(&machine.graveyard));
                Some(function.farewell.get_or_init(farewell).serial())
            }
            _ => None,
        };
        if let Some(serial) = serial {
            machine.graveyard.watch(serial, &reference);
        }
        Ok(Value::Instance(reference))
    };
    machine.once(make).map(Flow::Value)
}

fn callback(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(reference) = this(args, 0) else { return done(Value::None) };
    done(if reference.get().is_some() { reference.callback.borrow().clone() } else { Value::None })
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(reference) = this(args, 0) else { return done(Value::None) };
    let own = args.positional.first().map_or(0, |own| naming::id(machine, own));
    let said = match reference.get() {
        None => format!("<weakref at {own:#x}; dead>"),
        Some(object) => {
            let kind = machine.types.of(&object).full_name();
            let name = match machine.find_attribute(&object, names::name)? {
                Some(Value::Str(name)) => format!(" ({})", name.as_str()),
                _ => String::new(),
            };
            format!("<weakref at {own:#x}; to '{kind}' at {:#x}{name}>", naming::id(machine, &object))
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

fn hash(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(reference) = this(args, 0) else { return done(0) };
    if let Some(hash) = reference.hash.get() {
        return done(hash);
    }
    let Some(object) = reference.get() else { return type_error("weak object has gone away") };
    let hash = machine.hash(&object)?;
    reference.hash.set(Some(hash));
    done(hash)
}

fn equal(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (Some(a), Some(b)) = (this(args, 0), this(args, 1)) else { return done(Value::NotImplemented) };
    match (a.get(), b.get()) {
        (Some(a), Some(b)) => done(ops::compare(machine, CompareOp::Eq, &a, &b)?),
        _ => done(args.positional[0].is(&args.positional[1])),
    }
}
