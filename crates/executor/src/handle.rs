//! `asyncio.Handle` and `TimerHandle`: one scheduled call each.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use loopglass_python::builtins::install;
use loopglass_python::class::{Instance, NativeData, Payload};
use loopglass_python::code::Origin;
use loopglass_python::error::{PyResult, type_error};
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::value::Value;
use loopglass_trace::{Callee, Event, HandleId};

use crate::context::{Context, context_value};
use crate::event_loop::LoopData;
use crate::future::FutureData;
use crate::state::Asyncio;

/// What a handle calls.
#[derive(Clone)]
pub enum Callback {
    /// `Task.__step`, with an exception to throw in or Null.
    Step(Value, Value),
    /// `Task.__wakeup` of a task, by a future that is done.
    Wakeup(Value, Value),
    /// Any callable with its arguments.
    Call(Value, Vec<Value>),
    /// Nothing any more: the handle was cancelled or has run.
    Nothing,
}

/// A handle.
pub struct HandleData {
    /// Its number.
    pub id: HandleId,
    /// What it calls.
    pub callback: RefCell<Callback>,
    /// The context it runs in.
    pub context: Rc<Context>,
    /// The loop it belongs to.
    pub event_loop: Rc<LoopData>,
    /// Whether it was cancelled.
    pub cancelled: Cell<bool>,
    /// Of a timer: when it is due, in seconds on the loop's clock.
    pub when: Option<f64>,
    /// Of a timer: whether it is in the heap.
    pub scheduled: Cell<bool>,
}

struct HandleObject(Rc<HandleData>);

impl NativeData for HandleObject {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl HandleData {
    /// `Handle.cancel`
    pub fn cancel(&self, machine: &mut Machine) {
        if self.cancelled.replace(true) {
            return;
        }
        machine.recorder.event(Event::HandleCancelled { handle: self.id });
        if self.when.is_some() && self.scheduled.get() {
            self.event_loop.timer_cancelled_count.set(self.event_loop.timer_cancelled_count.get() + 1);
        }
        let old = self.callback.replace(Callback::Nothing);
        drop(old);
    }
}

/// The trace's description of what a callback calls.
pub fn callee(machine: &mut Machine, callback: &Callback) -> Callee {
    match callback {
        Callback::Step(task, _) => Callee::Step(crate::future::id_of(task)),
        Callback::Wakeup(task, _) => Callee::Wakeup(crate::future::id_of(task)),
        Callback::Call(callable, _) => callable_callee(machine, callable),
        Callback::Nothing => Callee::Internal(machine.recorder.trace.text("nothing")),
    }
}

/// The trace's description of a callable.
pub fn callable_callee(machine: &mut Machine, callable: &Value) -> Callee {
    match callable {
        Value::Function(function) => {
            let name = machine.recorder.name(function.code.qualname);
            if function.code.origin == Origin::Hidden { Callee::Internal(name) } else { Callee::Script(name) }
        }
        Value::Method(method) => {
            let function = method.function.clone();
            callable_callee(machine, &function)
        }
        Value::Native(native) => {
            if let Value::Instance(instance) = &native.receiver
                && let Some(future) = instance.native::<FutureData>()
            {
                let label = format!("{}.{}", crate::texts::short_name(future), native.name);
                return Callee::Script(machine.recorder.trace.text(&label));
            }
            Callee::Script(machine.recorder.name(native.name))
        }
        Value::Class(class) => Callee::Script(machine.recorder.name(class.name())),
        Value::Instance(instance) => {
            // A `functools.partial` is shown by what it calls.
            match instance.get(loopglass_python::symbol::Sym::new("func")) {
                Some(inner) => callable_callee(machine, &inner),
                None => Callee::Script(machine.recorder.name(instance.class.name())),
            }
        }
        other => {
            let name = machine.types.name_of(other);
            Callee::Script(machine.recorder.trace.text(&name))
        }
    }
}

/// Makes a handle and records it.
pub fn new_handle(
    machine: &mut Machine,
    event_loop: &Rc<LoopData>,
    callback: Callback,
    context: Rc<Context>,
    when: Option<f64>,
    id: Option<HandleId>,
) -> Rc<HandleData> {
    let id = match id {
        Some(id) => id,
        None => {
            let id = Asyncio::of(machine).handle_id();
            let callee = callee(machine, &callback);
            machine.recorder.event(Event::HandleCreated { handle: id, callee });
            id
        }
    };
    Rc::new(HandleData {
        id,
        callback: RefCell::new(callback),
        context,
        event_loop: event_loop.clone(),
        cancelled: Cell::new(false),
        when,
        scheduled: Cell::new(when.is_some()),
    })
}

/// A handle as a value.
pub fn handle_value(machine: &mut Machine, handle: &Rc<HandleData>) -> Value {
    let classes = Asyncio::of(machine).classes();
    let class = if handle.when.is_some() { &classes.timer_handle } else { &classes.handle };
    Value::Instance(Instance::new(class.clone(), Payload::Native(Box::new(HandleObject(handle.clone())))))
}

/// The handle of a value, if it is one.
pub fn as_handle(value: &Value) -> Option<Rc<HandleData>> {
    match value {
        Value::Instance(instance) => instance.native::<HandleObject>().map(|object| object.0.clone()),
        _ => None,
    }
}

fn this(args: &Args) -> PyResult<Rc<HandleData>> {
    match args.positional.first().and_then(as_handle) {
        Some(handle) => Ok(handle),
        None => type_error("a Handle was expected"),
    }
}

fn cancel(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    this(args)?.cancel(machine);
    done(Value::None)
}

fn cancelled(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.cancelled.get())
}

fn when(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    match this(args)?.when {
        Some(when) => done(when),
        None => done(Value::None),
    }
}

fn get_context(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let context = this(args)?.context.clone();
    done(context_value(machine, &context))
}

fn get_callback(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    match &*this(args)?.callback.borrow() {
        Callback::Call(callable, _) => done(callable.clone()),
        Callback::Step(task, _) | Callback::Wakeup(task, _) => done(task.clone()),
        Callback::Nothing => done(Value::None),
    }
}

fn get_args(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    match &*this(args)?.callback.borrow() {
        Callback::Call(_, args) => done(Value::tuple(args.clone())),
        Callback::Nothing => done(Value::None),
        _ => done(Value::tuple(Vec::new())),
    }
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    crate::texts::handle_repr(machine, &args.positional[0])
}

macro_rules! compare_timers {
    ($($name:ident $op:tt)*) => {$(
        fn $name(_: &mut Machine, args: &Args) -> PyResult<Flow> {
            let other = args.positional.get(1).and_then(as_handle);
            match (this(args)?.when, other.and_then(|other| other.when)) {
                (Some(a), Some(b)) => done(a $op b),
                _ => done(Value::NotImplemented),
            }
        }
    )*};
}

compare_timers! { less < less_equal <= greater > greater_equal >= }

/// Fills the classes.
pub fn install_classes(machine: &mut Machine) {
    let classes = Asyncio::of(machine).classes();
    install::methods(
        &classes.handle,
        "Handle",
        &[("cancel", cancel), ("cancelled", cancelled), ("get_context", get_context)],
    );
    install::slots(&classes.handle, "Handle", &[("__repr__", repr)]);
    install::getters(
        &classes.handle,
        "Handle",
        &[
            ("_callback", get_callback),
            ("_args", get_args),
            ("_cancelled", cancelled),
            ("_context", get_context),
        ],
    );
    install::methods(&classes.timer_handle, "TimerHandle", &[("when", when)]);
    install::getters(&classes.timer_handle, "TimerHandle", &[("_when", when)]);
    install::slots(
        &classes.timer_handle,
        "TimerHandle",
        &[("__lt__", less), ("__le__", less_equal), ("__gt__", greater), ("__ge__", greater_equal)],
    );
}
