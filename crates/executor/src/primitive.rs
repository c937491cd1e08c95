//! What makes a lock, a queue or another synchronisation object known to the trace. The objects themselves are
//! Python in `prelude/`; they derive from `_Primitive` and tell it what changed.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use loopglass_python::builtins::install;
use loopglass_python::class::{Class, Instance, Layout, NativeData, Payload};
use loopglass_python::error::{PyResult, type_error};
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::Sym;
use loopglass_python::value::Value;
use loopglass_trace::{Event, Picture, PrimitiveId, PrimitiveKind};

use crate::future::id_of;
use crate::items::{self, Held};
use crate::quick_queue;
use crate::state::Asyncio;

/// The trace's side of a synchronisation object.
#[derive(Default)]
struct Primitive {
    /// Its number, or its owner's; none before either is known.
    id: Cell<Option<PrimitiveId>>,
    /// Whether it is a part of another one: its waiters are its owner's.
    inner: Cell<bool>,
    /// Whether its value is not its owner's, and is not shown: of a part of a part, and of what a queue's `join` waits for.
    silent: Cell<bool>,
    /// What a queue holds.
    held: Held,
}

impl NativeData for Primitive {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn picture(&self) -> Option<Picture> {
        if self.inner.get() { None } else { self.id.get().map(Picture::Primitive) }
    }
}

/// The class `_Primitive`.
pub fn define(machine: &mut Machine) -> Rc<Class> {
    let object = machine.types.object.clone();
    let class = machine.types.define("_Primitive", Layout::Native("Primitive"), &object, true);
    install::static_methods(&class, "_Primitive", &[("__new__", new)]);
    install::methods(
        &class,
        "_Primitive",
        &[
            ("_created", created),
            ("_belongs_to", belongs_to),
            ("_changed", changed),
            ("_item_put", items::put),
            ("_item_taken", items::taken),
            ("_waiter_added", waiter_added),
            ("_waiter_removed", waiter_removed),
        ],
    );
    class
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Class(class)) = args.positional.first() else {
        return type_error("a class was expected");
    };
    let class = class.clone();
    let make = |_: &mut Machine| {
        Ok(Value::Instance(Instance::new(class, Payload::Native(Box::<Primitive>::default()))))
    };
    machine.once(make).map(Flow::Value)
}

/// Its number and what it holds, if it is a queue that is shown.
pub fn held(object: &Value) -> Option<(PrimitiveId, &Held)> {
    let primitive = data(Some(object)).filter(|primitive| !primitive.silent.get())?;
    Some((primitive.id.get()?, &primitive.held))
}

fn data(value: Option<&Value>) -> Option<&Primitive> {
    match value {
        Some(Value::Instance(instance)) => instance.native(),
        _ => None,
    }
}

fn kind(name: &str) -> PrimitiveKind {
    match name {
        "event" => PrimitiveKind::Event,
        "condition" => PrimitiveKind::Condition,
        "semaphore" => PrimitiveKind::Semaphore,
        "queue" => PrimitiveKind::Queue,
        "barrier" => PrimitiveKind::Barrier,
        _ => PrimitiveKind::Lock,
    }
}

/// A number, or the length of a built-in container; nothing where only script code could tell.
pub fn measure(machine: &mut Machine, value: &Value) -> PyResult<Option<i64>> {
    Ok(match value.base_value() {
        Value::Int(number) => Some(*number),
        Value::Bool(flag) => Some(i64::from(*flag)),
        other if let Some((_, items)) = quick_queue::deque_items(other) => i64::try_from(items.len()).ok(),
        other => match machine.types.of(other).lookup(Sym::new("__len__")) {
            Some(Value::Native(_)) => i64::try_from(machine.length(other)?).ok(),
            _ => None,
        },
    })
}

/// `_created(kind, value)`: from `__init__`.
fn created(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [this, name, value] = &args.positional[..] else { return done(Value::None) };
    let Some(primitive) = data(Some(this)) else { return done(Value::None) };
    if primitive.id.get().is_none() {
        let value = measure(machine, value)?.unwrap_or(0);
        let kind = kind(name.as_str().map_or("", |name| name.as_str()));
        let id = Asyncio::of(machine).primitive_id();
        primitive.id.set(Some(id));
        machine.recorder.event(Event::PrimitiveCreated { primitive: id, kind, value });
    }
    done(Value::None)
}

/// `_belongs_to(owner, silent)`: this is a part of another one. Its value is the owner's, unless it is to be silent or
/// the owner is itself a part.
fn belongs_to(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let (Some(part), Some(owner)) = (data(args.positional.first()), data(args.positional.get(1))) {
        part.id.set(owner.id.get());
        part.inner.set(true);
        part.silent.set(owner.inner.get() || args.positional.len() > 2);
    }
    done(Value::None)
}

/// `_changed(value)`: the value, or the container whose length it is.
fn changed(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let [this, value] = &args.positional[..]
        && let Some(value) = measure(machine, value)?
    {
        record_value(machine, this, value);
    }
    done(Value::None)
}

/// Records the value of a synchronisation object; that of a condition's own lock is the condition's.
pub fn record_value(machine: &mut Machine, object: &Value, value: i64) {
    if let Some(primitive) = data(Some(object))
        && let (Some(id), false) = (primitive.id.get(), primitive.silent.get())
    {
        primitive.held.forget(value);
        machine.recorder.event(Event::PrimitiveChanged { primitive: id, value });
    }
}

/// Records that a waiter leaves.
pub fn record_waiter_removed(machine: &mut Machine, object: &Value, waiter: &Value) {
    if let Some(id) = data(Some(object)).and_then(|primitive| primitive.id.get()) {
        machine.recorder.event(Event::WaiterRemoved { primitive: id, future: id_of(waiter) });
    }
}

/// Records that a waiter joins.
pub fn record_waiter_added(machine: &mut Machine, object: &Value, waiter: &Value) {
    if let Some(id) = data(Some(object)).and_then(|primitive| primitive.id.get()) {
        machine.recorder.event(Event::WaiterAdded { primitive: id, future: id_of(waiter) });
    }
}

fn waiter_added(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let [this, waiter] = &args.positional[..] {
        record_waiter_added(machine, this, waiter);
    }
    done(Value::None)
}

fn waiter_removed(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let [this, waiter] = &args.positional[..] {
        record_waiter_removed(machine, this, waiter);
    }
    done(Value::None)
}
