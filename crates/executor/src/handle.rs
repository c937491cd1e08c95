//! `asyncio.Handle` and `TimerHandle`: one scheduled call each.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use loopglass_python::builtins::install;
use loopglass_python::class::{Instance, NativeData, Payload};
use loopglass_python::code::Origin;
use loopglass_python::error::{PyResult, type_error};
use loopglass_python::function::{Args, NativeKind};
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::Sym;
use loopglass_python::traverse::{References, Traced};
use loopglass_python::value::Value;
use loopglass_trace::{Callee, Event, HandleId};

use crate::arity;
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
    /// Whether `call_soon_threadsafe` made it.
    pub thread_safe: Cell<bool>,
    /// `_source_traceback`: in debug mode where it was created, or None.
    pub source_traceback: Value,
    /// `_repr`: of a handle cancelled in debug mode its text from before; or Null.
    pub kept_repr: RefCell<Value>,
    /// The object that a script knows it by, while it holds one.
    object: RefCell<Weak<Instance>>,
}

impl Callback {
    /// Tells what it holds.
    pub fn traverse(&self, references: &mut References) {
        match self {
            Callback::Step(task, other) | Callback::Wakeup(task, other) => references.values([task, other]),
            Callback::Call(callable, args) => {
                references.value(callable);
                references.values(args);
            }
            Callback::Nothing => {}
        }
    }
}

impl Traced for HandleData {
    fn traverse(&self, references: &mut References) {
        self.callback.borrow().traverse(references);
        references.other(self.event_loop.clone());
        references.values([&self.source_traceback, &*self.kept_repr.borrow()]);
    }

    fn clear(&self) {
        let _callback = self.callback.replace(Callback::Nothing);
    }
}

struct HandleObject(Rc<HandleData>);

impl NativeData for HandleObject {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.other(self.0.clone());
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
            match instance.get(Sym::new("func")) {
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
            machine.recorder.event(Event::HandleCreated { handle: id, callee, event_loop: event_loop.id });
            id
        }
    };
    let debug = event_loop.debug.get();
    let source_traceback = if debug { crate::texts::source_traceback(machine) } else { Value::None };
    Rc::new(HandleData {
        id,
        callback: RefCell::new(callback),
        context,
        event_loop: event_loop.clone(),
        cancelled: Cell::new(false),
        when,
        scheduled: Cell::new(when.is_some()),
        thread_safe: Cell::new(false),
        source_traceback,
        kept_repr: RefCell::default(),
        object: RefCell::default(),
    })
}

/// A handle as a value.
pub fn handle_value(machine: &mut Machine, handle: &Rc<HandleData>) -> Value {
    if let Some(known) = handle.object.borrow().upgrade() {
        return Value::Instance(known);
    }
    let classes = Asyncio::of(machine).classes();
    let class = match handle.when {
        Some(_) => &classes.timer_handle,
        None if handle.thread_safe.get() => &classes.thread_safe_handle,
        None => &classes.handle,
    };
    let object = Instance::new(class.clone(), Payload::Native(Box::new(HandleObject(handle.clone()))));
    handle.object.replace(Rc::downgrade(&object));
    Value::Instance(object)
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
    let handle = this(args)?;
    let class = if handle.when.is_some() { "TimerHandle" } else { "Handle" };
    arity::python(args, &format!("{class}.cancel"))?;
    if handle.event_loop.debug.get() && !handle.cancelled.get() {
        // The text is kept, to be shown with what the handle no longer knows.
        let args = Args::two(args.positional[0].clone(), Value::Bool(true));
        let text = crate::texts::ask_helper(machine, "_handle_repr", args)?;
        handle.kept_repr.replace(text);
    }
    handle.cancel(machine);
    done(Value::None)
}

fn cancelled(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "Handle.cancelled")?;
    done(this(args)?.cancelled.get())
}

fn when(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "TimerHandle.when")?;
    match this(args)?.when {
        Some(when) => done(when),
        None => done(Value::None),
    }
}

fn get_context(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "Handle.get_context")?;
    let context = this(args)?.context.clone();
    done(context_value(machine, &context))
}

/// `TaskStepMethWrapper`: what a handle of `Task.__step` calls.
struct StepWrapper(Value);

impl NativeData for StepWrapper {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.value(&self.0);
    }
}

fn step_self(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    match args.positional.first() {
        Some(Value::Instance(instance)) => match instance.native::<StepWrapper>() {
            Some(StepWrapper(task)) => done(task.clone()),
            None => done(Value::None),
        },
        _ => done(Value::None),
    }
}

fn task_wakeup(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match &args.positional[..] {
        [task, future] => crate::step::wakeup(machine, task, future),
        _ => type_error("Task.task_wakeup() takes exactly one argument"),
    }
}

/// The task of a bound `task_wakeup`.
pub fn as_wakeup(callable: &Value) -> Option<Value> {
    match callable {
        Value::Native(native) if native.name == Sym::new("task_wakeup") => Some(native.receiver.clone()),
        _ => None,
    }
}

/// What a callback calls, as a value; None where it calls nothing any more.
pub fn callable(machine: &mut Machine, callback: &Callback) -> Value {
    match callback {
        Callback::Call(callable, _) => callable.clone(),
        Callback::Step(task, _) => {
            let class = Asyncio::of(machine).classes().step_wrapper.clone();
            Value::Instance(Instance::new(class, Payload::Native(Box::new(StepWrapper(task.clone())))))
        }
        Callback::Wakeup(task, _) => {
            let function = install::native("task_wakeup", "_asyncio.Task", NativeKind::Method, task_wakeup);
            machine.bind(&function, task)
        }
        Callback::Nothing => Value::None,
    }
}

fn get_callback(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let callback = this(args)?.callback.borrow().clone();
    done(callable(machine, &callback))
}

fn get_args(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    match &*this(args)?.callback.borrow() {
        Callback::Call(_, args) => done(Value::tuple(args.clone())),
        Callback::Wakeup(_, future) => done(Value::tuple(vec![future.clone()])),
        Callback::Nothing => done(Value::None),
        Callback::Step(_, exception) if exception.is_null() => done(Value::tuple(Vec::new())),
        Callback::Step(_, exception) => done(Value::tuple(vec![exception.clone()])),
    }
}

fn get_debug(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.event_loop.debug.get())
}

fn get_source_traceback(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.source_traceback.clone())
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let handle = this(args)?;
    let kept = handle.kept_repr.borrow().clone();
    if !kept.is_null() {
        return done(kept);
    }
    crate::texts::call_helper(machine, "_handle_repr", Args::one(args.positional[0].clone()))
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
            ("_debug", get_debug),
            ("_source_traceback", get_source_traceback),
            ("_when", when),
        ],
    );
    install::methods(&classes.timer_handle, "TimerHandle", &[("when", when)]);
    install::getters(&classes.step_wrapper, "TaskStepMethWrapper", &[("__self__", step_self)]);
    install::slots(
        &classes.timer_handle,
        "TimerHandle",
        &[("__lt__", less), ("__le__", less_equal), ("__gt__", greater), ("__ge__", greater_equal)],
    );
}
