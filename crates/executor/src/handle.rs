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
    /// Of a timer: whether `when` was an `int`.
    pub is_due_at_int: Cell<bool>,
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
    /// What a script hands to a loop. A task's own steps and wakeups, which it may have been given by its loop's
    /// `call_soon` or a future of its own, are known for what they are.
    pub fn of(callable: &Value, args: Vec<Value>) -> Callback {
        match (as_step(callable), as_wakeup(callable), &args[..]) {
            (Some((task, exception)), _, []) => Callback::Step(task, exception),
            (_, Some(task), [awaited]) => Callback::Wakeup(task, awaited.clone()),
            _ => Callback::Call(callable.clone(), args),
        }
    }

    /// What it is called with.
    pub fn arguments(&self) -> Vec<Value> {
        match self {
            Callback::Call(_, args) => args.clone(),
            Callback::Wakeup(_, awaited) => vec![awaited.clone()],
            Callback::Step(..) | Callback::Nothing => Vec::new(),
        }
    }

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
        references.other(self.context.clone());
        references.values([&self.source_traceback, &*self.kept_repr.borrow()]);
    }

    fn clear(&self) {
        let _callback = self.callback.replace(Callback::Nothing);
    }
}

/// A handle as a script holds it.
pub struct HandleObject {
    /// The handle.
    pub data: Rc<HandleData>,
    /// The loop it belongs to, of a handle that the script made; else Null.
    pub event_loop: Value,
}

impl NativeData for HandleObject {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.other(self.data.clone());
        references.value(&self.event_loop);
    }
}

impl HandleData {
    /// Keeps the object that a script knows the handle by.
    pub fn keep_object(&self, object: &Rc<Instance>) {
        self.object.replace(Rc::downgrade(object));
    }

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
            let is_partial =
                || instance.class.mro().iter().any(|class| &*class.shown_name() == "functools.partial");
            match instance.slot(Sym::new("func")).filter(|_| is_partial()) {
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
        is_due_at_int: Cell::new(false),
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
    let object = HandleObject { data: handle.clone(), event_loop: Value::Null };
    let object = Instance::new(class.clone(), Payload::Native(Box::new(object)));
    handle.keep_object(&object);
    Value::Instance(object)
}

/// The handle of a value, if it is one.
pub fn as_handle(value: &Value) -> Option<Rc<HandleData>> {
    match value {
        Value::Instance(instance) => instance.native::<HandleObject>().map(|object| object.data.clone()),
        _ => None,
    }
}

/// The loop of a handle that the script made.
fn own_loop(handle: &Value) -> Option<Value> {
    let Value::Instance(instance) = handle else { return None };
    let object = instance.native::<HandleObject>()?;
    (!object.event_loop.is_null()).then(|| object.event_loop.clone())
}

fn get_loop(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(own_loop(&args.positional[0]).unwrap_or(Value::None))
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
    if !handle.cancelled.get()
        && let Some(event_loop) = own_loop(&args.positional[0])
    {
        if handle.when.is_some() {
            crate::scripted::tell_cancelled(machine, &args.positional[0], &event_loop)?;
        }
        crate::scripted::loop_data(machine, &event_loop)?;
    }
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
    let handle = this(args)?;
    match handle.when {
        Some(when) if handle.is_due_at_int.get() => done(when as i64),
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
struct StepWrapper {
    task: Value,
    /// What is thrown in, or Null.
    exception: Value,
}

impl NativeData for StepWrapper {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.values([&self.task, &self.exception]);
    }
}

fn step_self(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    match args.positional.first() {
        Some(Value::Instance(instance)) => match instance.native::<StepWrapper>() {
            Some(wrapper) => done(wrapper.task.clone()),
            None => done(Value::None),
        },
        _ => done(Value::None),
    }
}

/// `TaskStepMethWrapper.__call__`
fn step_call(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match args.positional.first().and_then(as_step) {
        Some((task, exception)) => crate::step::step(machine, &task, exception),
        None => type_error("a TaskStepMethWrapper was expected"),
    }
}

/// The task of a `TaskStepMethWrapper`, and what it throws in or Null.
fn as_step(callable: &Value) -> Option<(Value, Value)> {
    let Value::Instance(instance) = callable else { return None };
    let wrapper = instance.native::<StepWrapper>()?;
    Some((wrapper.task.clone(), wrapper.exception.clone()))
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
        Callback::Step(task, exception) => {
            let class = Asyncio::of(machine).classes().step_wrapper.clone();
            let wrapper = StepWrapper { task: task.clone(), exception: exception.clone() };
            Value::Instance(Instance::new(class, Payload::Native(Box::new(wrapper))))
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
        Callback::Step(..) => done(Value::tuple(Vec::new())),
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

/// `TimerHandle.__eq__`: due at the same time, for the same call.
fn equal(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let handle = this(args)?;
    let Some(other) = args.positional.get(1).and_then(as_handle).filter(|other| other.when.is_some()) else {
        return done(Value::NotImplemented);
    };
    if handle.when != other.when || handle.cancelled.get() != other.cancelled.get() {
        return done(false);
    }
    let (ours, theirs) = (handle.callback.borrow().clone(), other.callback.borrow().clone());
    let (call, its_call) = (callable(machine, &ours), callable(machine, &theirs));
    if !machine.equal(&call, &its_call)? {
        return done(false);
    }
    let (given, its_given) = (Value::tuple(ours.arguments()), Value::tuple(theirs.arguments()));
    done(machine.equal(&given, &its_given)?)
}

/// `TimerHandle.__hash__`: that of the time.
fn hash(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let when = this(args)?.when.unwrap_or_default();
    done(machine.hash(&Value::Float(when))?)
}

/// Fills the classes.
pub fn install_classes(machine: &mut Machine) {
    let classes = Asyncio::of(machine).classes();
    install::methods(
        &classes.handle,
        "Handle",
        &[
            ("cancel", cancel),
            ("cancelled", cancelled),
            ("get_context", get_context),
            ("_run", crate::scripted::run_handle),
        ],
    );
    install::static_methods(&classes.handle, "Handle", &[("__new__", crate::scripted::make_handle)]);
    install::static_methods(
        &classes.timer_handle,
        "TimerHandle",
        &[("__new__", crate::scripted::make_timer_handle)],
    );
    install::slots(&classes.step_wrapper, "TaskStepMethWrapper", &[("__call__", step_call)]);
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
            ("_loop", get_loop),
        ],
    );
    install::methods(&classes.timer_handle, "TimerHandle", &[("when", when)]);
    install::getters(&classes.step_wrapper, "TaskStepMethWrapper", &[("__self__", step_self)]);
    install::slots(
        &classes.timer_handle,
        "TimerHandle",
        &[
            ("__lt__", less),
            ("__le__", less_equal),
            ("__gt__", greater),
            ("__ge__", greater_equal),
            ("__eq__", equal),
            ("__hash__", hash),
        ],
    );
}
