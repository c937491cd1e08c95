//! `asyncio.Future`, and what `Task` inherits from it. Texts and order follow CPython's C implementation.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use loopglass_python::builtins::{install, typing_intrinsics};
use loopglass_python::class::{Instance, NativeData, Payload};
use loopglass_python::error::{Exc, PyResult, raise, raise_object, type_error};
use loopglass_python::function::Args;
use loopglass_python::iterator::Iter;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::Sym;
use loopglass_python::traverse::References;
use loopglass_python::value::Value;
use loopglass_trace::{Event, FutureId, FutureKind, HandleId, Origin, Outcome, Picture};

use crate::arity;
use crate::context::{Context, context_argument};
use crate::event_loop::LoopData;
use crate::future_iter::FutureIter;
use crate::handle::{Callback, new_handle};
use crate::scripted::{flush, has_own_call_soon};
use crate::state::Asyncio;
use crate::task::TaskData;

/// `_state`
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// `PENDING`
    Pending,
    /// `CANCELLED`
    Cancelled,
    /// `FINISHED`
    Finished,
}

impl State {
    /// Its name in CPython.
    pub fn name(self) -> &'static str {
        match self {
            State::Pending => "PENDING",
            State::Cancelled => "CANCELLED",
            State::Finished => "FINISHED",
        }
    }
}

/// An entry of the callback list.
pub struct Entry {
    /// The chip, which becomes the handle.
    pub chip: HandleId,
    /// What is called; a wakeup's future is filled in when it is scheduled.
    pub callback: Callback,
    /// The context it will run in.
    pub context: Rc<Context>,
}

/// A future, or the future that a task is.
pub struct FutureData {
    /// Its number, once it is initialised.
    pub id: Cell<Option<FutureId>>,
    /// `_state`
    pub state: Cell<State>,
    /// `_loop`, or Null before `__init__`.
    pub loop_object: RefCell<Value>,
    /// The same loop's data.
    pub event_loop: RefCell<Option<Rc<LoopData>>>,
    /// `_result`
    pub result: RefCell<Value>,
    /// `_exception`, or Null.
    pub exception: RefCell<Value>,
    exception_traceback: RefCell<Value>,
    /// `_callbacks`
    pub callbacks: RefCell<Vec<Entry>>,
    /// `_asyncio_future_blocking`
    pub blocking: Cell<bool>,
    /// `_log_traceback`
    pub log_traceback: Cell<bool>,
    /// `_cancel_message`, or Null.
    pub cancel_message: RefCell<Value>,
    cancelled_exception: RefCell<Value>,
    /// `_source_traceback`: in debug mode where it was created, or None.
    pub source_traceback: RefCell<Value>,
    /// The tasks that await this, for the call graph.
    pub awaited_by: RefCell<Vec<Value>>,
    /// What makes it a task.
    pub task: Option<TaskData>,
    recorder: RefCell<Option<DropRecord>>,
}

/// What is needed to record that the future went, without the machine at hand.
struct DropRecord {
    id: FutureId,
    gone: Rc<RefCell<Vec<FutureId>>>,
}

impl NativeData for FutureData {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        for place in [
            &self.loop_object,
            &self.result,
            &self.exception,
            &self.exception_traceback,
            &self.cancel_message,
            &self.cancelled_exception,
            &self.source_traceback,
        ] {
            references.value(&place.borrow());
        }
        if let Some(event_loop) = &*self.event_loop.borrow() {
            references.other(event_loop.clone());
        }
        self.callbacks.borrow().iter().for_each(|entry| entry.callback.traverse(references));
        references.values(self.awaited_by.borrow().iter());
        if let Some(task) = &self.task {
            references.values([&*task.coroutine.borrow(), &*task.name.borrow(), &*task.waiter.borrow()]);
        }
    }

    fn clear(&self) {
        let _callbacks = self.callbacks.take();
        for place in [&self.result, &self.exception, &self.exception_traceback, &self.cancelled_exception] {
            let _old = place.take();
        }
        if let Some(task) = &self.task {
            let _coroutine = task.coroutine.take();
            let _waiter = task.waiter.take();
        }
    }

    fn is_watched(&self) -> bool {
        true
    }

    fn awaited(&self, machine: &mut Machine, object: &Value) -> Option<PyResult<Value>> {
        Some(self.iterator(machine, object))
    }

    fn picture(&self) -> Option<Picture> {
        self.id.get().map(Picture::Future)
    }

    fn wants_finalizer(&self) -> bool {
        let pending_task = self.state.get() == State::Pending
            && self.task.as_ref().is_some_and(|task| task.log_destroy_pending.get());
        self.id.get().is_some() && (pending_task || self.log_traceback.get())
    }
}

impl Drop for FutureData {
    fn drop(&mut self) {
        if let Some(record) = self.recorder.take() {
            record.gone.borrow_mut().push(record.id);
        }
    }
}

/// The future of a value, if it is one of ours or derives from it.
pub fn as_future(value: &Value) -> Option<&FutureData> {
    match value {
        Value::Instance(instance) => instance.native(),
        _ => None,
    }
}

/// The number of a future's value.
pub fn id_of(value: &Value) -> FutureId {
    as_future(value).and_then(|future| future.id.get()).unwrap_or(FutureId(0))
}

impl FutureData {
    /// The callbacks that wait, as what can be called and the context for it.
    pub fn listed_callbacks(&self, machine: &mut Machine) -> Vec<(Value, Value)> {
        let entries: Vec<(Callback, Rc<Context>)> = self
            .callbacks
            .borrow()
            .iter()
            .map(|entry| (entry.callback.clone(), entry.context.clone()))
            .collect();
        let mut listed = Vec::with_capacity(entries.len());
        for (callback, context) in entries {
            let callable = crate::handle::callable(machine, &callback);
            listed.push((callable, crate::context::context_value(machine, &context)));
        }
        listed
    }

    /// A future before its `__init__`.
    pub fn blank(task: Option<TaskData>) -> FutureData {
        FutureData {
            id: Cell::new(None),
            state: Cell::new(State::Pending),
            loop_object: RefCell::default(),
            event_loop: RefCell::default(),
            result: RefCell::default(),
            exception: RefCell::default(),
            exception_traceback: RefCell::default(),
            callbacks: RefCell::default(),
            blocking: Cell::new(false),
            log_traceback: Cell::new(false),
            cancel_message: RefCell::default(),
            cancelled_exception: RefCell::default(),
            source_traceback: RefCell::new(Value::None),
            awaited_by: RefCell::default(),
            task,
            recorder: RefCell::default(),
        }
    }

    /// Ties the future to its loop and records that it exists.
    pub fn initialise(
        &self,
        machine: &mut Machine,
        loop_object: Value,
        data: &Rc<LoopData>,
        kind: FutureKind,
    ) {
        let asyncio = Asyncio::of(machine);
        let id = match self.id.get() {
            Some(id) => id,
            None => asyncio.future_id(),
        };
        self.id.set(Some(id));
        machine.recorder.event(Event::FutureCreated { future: id, kind, event_loop: data.id });
        self.recorder.replace(Some(DropRecord { id, gone: asyncio.gone.clone() }));
        if data.debug.get() {
            let created = crate::texts::source_traceback(machine);
            self.source_traceback.replace(created);
        }
        self.event_loop.replace(Some(data.clone()));
        self.loop_object.replace(loop_object);
    }

    /// Its number.
    pub fn number(&self) -> FutureId {
        self.id.get().unwrap_or(FutureId(0))
    }

    /// Its loop; RuntimeError before `__init__`.
    pub fn loop_data(&self) -> PyResult<Rc<LoopData>> {
        match &*self.event_loop.borrow() {
            Some(data) => Ok(data.clone()),
            None => raise(Exc::RuntimeError, UNINITIALIZED),
        }
    }

    /// `__await__`, of the object that this is the data of.
    fn iterator(&self, machine: &mut Machine, object: &Value) -> PyResult<Value> {
        self.loop_data()?;
        let frame = machine.recorder.frame_id();
        machine.recorder.event(Event::FutureAwaitCreated { frame, future: self.number() });
        Ok(Iter::host(FutureIter::new(object.clone(), frame)))
    }

    /// Whether it is done.
    pub fn is_done(&self) -> bool {
        self.state.get() != State::Pending
    }

    /// The CancelledError that waiters get (`_make_cancelled_error`).
    pub fn cancelled_error(&self, machine: &mut Machine) -> PyResult<Value> {
        let known = self.cancelled_exception.take();
        if !known.is_null() {
            return Ok(known);
        }
        let message = self.cancel_message.borrow().clone();
        let args = if message.is_null() || message.is_none() { Vec::new() } else { vec![message] };
        Ok(new_cancelled_error(machine, args))
    }

    /// Keeps the CancelledError that ended a task's coroutine, for its waiters.
    pub fn keep_cancelled_error(&self, exception: Value) {
        self.cancelled_exception.replace(exception);
    }
}

/// A CancelledError.
pub fn new_cancelled_error(machine: &mut Machine, args: Vec<Value>) -> Value {
    let class = Asyncio::of(machine).cancelled_error(machine);
    loopglass_python::machine::exception::make_exception(class, args)
}

/// What is said of a future whose `__init__` has not run.
const UNINITIALIZED: &str = "Future object is not initialized.";

/// Whether an exception is a CancelledError.
pub fn is_cancelled_error(machine: &mut Machine, exception: &Value) -> bool {
    let class = Asyncio::of(machine).cancelled_error(machine);
    machine.types.is_instance(exception, &class)
}

/// An InvalidStateError.
pub fn invalid_state<T>(machine: &mut Machine, message: &str) -> PyResult<T> {
    let class = Asyncio::of(machine).invalid_state_error(machine);
    raise_object(loopglass_python::machine::exception::make_exception(class, vec![Value::str(message)]))
}

/// Puts all callbacks of a future that is done into the ready queue, in order. Where the loop has a `call_soon` of
/// the script's they stay for [`flush`].
fn schedule_callbacks(machine: &mut Machine, object: &Value, future: &FutureData) -> PyResult<()> {
    if future.callbacks.borrow().is_empty() || has_own_call_soon(&future.loop_object.borrow()) {
        return Ok(());
    }
    let entries = future.callbacks.take();
    let event_loop = future.loop_data()?;
    for entry in entries {
        let callback = match entry.callback {
            Callback::Wakeup(task, _) => Callback::Wakeup(task, object.clone()),
            Callback::Call(callable, _) => Callback::Call(callable, vec![object.clone()]),
            other => other,
        };
        event_loop.check_closed()?;
        let handle = new_handle(machine, &event_loop, callback, entry.context, None, Some(entry.chip));
        event_loop.make_ready(machine, &handle, Origin::Callbacks(future.number()));
    }
    Ok(())
}

/// `Future.set_result` without the check for tasks.
pub fn set_result(machine: &mut Machine, object: &Value, value: Value) -> PyResult<()> {
    let Some(future) = as_future(object) else { return type_error("a Future was expected") };
    future.loop_data()?;
    if future.is_done() {
        return invalid_state(machine, "invalid state");
    }
    let picture = machine.picture(&value);
    future.result.replace(value);
    future.state.set(State::Finished);
    machine.recorder.event(Event::FutureSettled {
        future: future.number(),
        outcome: Outcome::Result,
        value: picture,
    });
    schedule_callbacks(machine, object, future)
}

/// `Future.set_exception` without the check for tasks; the exception is an object.
pub fn set_exception(machine: &mut Machine, object: &Value, exception: Value) -> PyResult<()> {
    let Some(future) = as_future(object) else { return type_error("a Future was expected") };
    future.loop_data()?;
    if future.is_done() {
        return invalid_state(machine, "invalid state");
    }
    let text = machine.exception_text(&exception);
    if let Value::Instance(instance) = &exception
        && let Some(data) = instance.exception()
    {
        future.exception_traceback.replace(data.traceback.borrow().clone());
    }
    future.exception.replace(exception);
    future.state.set(State::Finished);
    future.log_traceback.set(true);
    machine.recorder.event(Event::FutureSettled {
        future: future.number(),
        outcome: Outcome::Exception,
        value: Picture::Text(text),
    });
    schedule_callbacks(machine, object, future)
}

/// `Future.cancel`; false where it was done.
pub fn cancel(machine: &mut Machine, object: &Value, message: Value) -> PyResult<bool> {
    let Some(future) = as_future(object) else { return type_error("a Future was expected") };
    future.loop_data()?;
    future.log_traceback.set(false);
    if future.is_done() {
        return Ok(false);
    }
    let picture = machine.picture(&message);
    future.state.set(State::Cancelled);
    future.cancel_message.replace(message);
    machine.recorder.event(Event::FutureSettled {
        future: future.number(),
        outcome: Outcome::Cancelled,
        value: picture,
    });
    schedule_callbacks(machine, object, future)?;
    Ok(true)
}

/// What a settled future failed with, or null; asked for, it counts as retrieved. A future that is cancelled or pending
/// raises.
fn failure(machine: &mut Machine, future: &FutureData, missing: &str) -> PyResult<Value> {
    if future.event_loop.borrow().is_none() {
        return invalid_state(machine, UNINITIALIZED);
    }
    match future.state.get() {
        State::Cancelled => {
            let error = future.cancelled_error(machine)?;
            raise_object(error)
        }
        State::Pending => invalid_state(machine, missing),
        State::Finished => {
            future.log_traceback.set(false);
            Ok(future.exception.borrow().clone())
        }
    }
}

/// `Future.result`
pub fn result(machine: &mut Machine, object: &Value) -> PyResult<Value> {
    let Some(future) = as_future(object) else { return type_error("a Future was expected") };
    let exception = failure(machine, future, "Result is not set.")?;
    if exception.is_null() {
        return Ok(future.result.borrow().clone());
    }
    if let Value::Instance(instance) = &exception
        && let Some(data) = instance.exception()
    {
        // Only the first to ask sees where it was raised.
        data.traceback.replace(future.exception_traceback.take());
    }
    raise_object(exception)
}

/// `Future.add_done_callback`
pub fn add_callback(
    machine: &mut Machine,
    object: &Value,
    callback: Callback,
    context: Rc<Context>,
) -> PyResult<Flow> {
    let Some(future) = as_future(object) else { return type_error("a Future was expected") };
    let event_loop = future.loop_data()?;
    if future.is_done() {
        let callback = match callback {
            Callback::Wakeup(task, _) => Callback::Wakeup(task, object.clone()),
            Callback::Call(callable, _) => Callback::Call(callable, vec![object.clone()]),
            other => other,
        };
        return crate::scripted::call_soon(machine, future, callback, context);
    }
    let chip = Asyncio::of(machine).handle_id();
    let callee = crate::handle::callee(machine, &callback);
    machine.recorder.event(Event::HandleCreated { handle: chip, callee, event_loop: event_loop.id });
    machine.recorder.event(Event::CallbackAdded { future: future.number(), handle: chip });
    future.callbacks.borrow_mut().push(Entry { chip, callback, context });
    done(Value::None)
}

fn this(args: &Args) -> PyResult<&FutureData> {
    match args.positional.first().and_then(as_future) {
        Some(future) => Ok(future),
        None => type_error("a Future was expected"),
    }
}

/// The loop of an optional argument; the running loop, else the one that was set.
pub fn loop_argument(machine: &mut Machine, value: Option<Value>) -> PyResult<Value> {
    match value {
        Some(value) if !value.is_none() => Ok(value),
        _ => {
            let asyncio = Asyncio::of(machine);
            let running = asyncio.running_loop.borrow().clone();
            if !running.is_null() {
                return Ok(running);
            }
            // The policy decides, which a script may have replaced.
            let events = machine.import("asyncio.events")?;
            let get_event_loop = machine.get_attribute(&events, Sym::new("get_event_loop"))?;
            machine.ask(&get_event_loop, Args::none())
        }
    }
}

fn new_future(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Class(class)) = args.positional.first() else {
        return type_error("a class was expected");
    };
    let class = class.clone();
    let make = |_: &mut Machine| {
        Ok(Value::Instance(Instance::new(class, Payload::Native(Box::new(FutureData::blank(None))))))
    };
    machine.once(make).map(Flow::Value)
}

fn init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "Future", (0, 0), &["loop"], 1)?;
    let loop_object = loop_argument(machine, arity::keyword(args, "loop"))?;
    let class = machine.types.name_of(&args.positional[0]);
    let kind = if &*class == "_GatheringFuture" { FutureKind::Gather } else { FutureKind::Future };
    let data = crate::scripted::loop_data(machine, &loop_object)?;
    this(args)?.initialise(machine, loop_object, &data, kind);
    done(Value::None)
}

fn py_result(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::none(args, "result")?;
    result(machine, &args.positional[0]).map(Flow::Value)
}

fn py_exception(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::bare(args, "exception")?;
    let future = this(args)?;
    done(failure(machine, future, "Exception is not set.")?.or_none())
}

fn py_set_result(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "set_result", (1, 1), &[], 1)?;
    set_result(machine, &args.positional[0], args.positional[1].clone())?;
    flush(machine, &args.positional[0], Value::None, Value::Null)
}

fn py_set_exception(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "set_exception", (1, 1), &[], 1)?;
    let exception = &args.positional[1];
    let future = this(args)?;
    future.loop_data()?;
    if future.is_done() {
        return invalid_state(machine, "invalid state");
    }
    let exception = match exception {
        Value::Class(_) => machine.ask(exception, Args::none())?,
        other => other.clone(),
    };
    if !machine.is_exception(&exception, Exc::BaseException) {
        return type_error("invalid exception object");
    }
    let exception = if machine.is_exception(&exception, Exc::StopIteration) {
        let message = "StopIteration interacts badly with generators and cannot be raised into a Future";
        let error = machine.new_exception(Exc::RuntimeError, vec![Value::str(message)]);
        if let Value::Instance(instance) = &error
            && let Some(data) = instance.exception()
        {
            data.cause.replace(exception.clone());
            data.context.replace(exception);
            data.suppress_context.set(true);
        }
        error
    } else {
        exception
    };
    set_exception(machine, &args.positional[0], exception)?;
    flush(machine, &args.positional[0], Value::None, Value::Null)
}

fn py_cancel(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "cancel", (0, 1), &["msg"], 1)?;
    let message =
        args.positional.get(1).cloned().or_else(|| arity::keyword(args, "msg")).unwrap_or(Value::None);
    let cancelled = cancel(machine, &args.positional[0], message)?;
    flush(machine, &args.positional[0], Value::Bool(cancelled), Value::Null)
}

fn py_cancelled(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::none(args, "cancelled")?;
    done(this(args)?.state.get() == State::Cancelled)
}

fn py_done(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::none(args, "done")?;
    done(this(args)?.is_done())
}

fn py_get_loop(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::bare(args, "get_loop")?;
    let future = this(args)?;
    future.loop_data()?;
    done(future.loop_object.borrow().clone())
}

fn py_loop(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.loop_object.borrow().clone().or_none())
}

fn py_add_done_callback(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "add_done_callback", (1, 1), &["context"], 2)?;
    let callable = args.positional[1].clone();
    if this(args)?.event_loop.borrow().is_none() {
        return raise(Exc::RuntimeError, "uninitialized Future object");
    }
    let context = context_argument(machine, arity::keyword(args, "context").as_ref())?;
    let callback = match crate::handle::as_wakeup(&callable) {
        Some(task) => Callback::Wakeup(task, Value::Null),
        None => Callback::Call(callable, Vec::new()),
    };
    add_callback(machine, &args.positional[0], callback, context)
}

fn py_remove_done_callback(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "remove_done_callback", (1, 1), &[], 1)?;
    let callable = args.positional[1].clone();
    let future = this(args)?;
    future.loop_data()?;
    let listed: Vec<(HandleId, Value)> = future
        .callbacks
        .borrow()
        .iter()
        .filter_map(|entry| match &entry.callback {
            Callback::Call(callable, _) => Some((entry.chip, callable.clone())),
            _ => None,
        })
        .collect();
    let mut gone = Vec::new();
    for (chip, candidate) in listed {
        if machine.equal(&candidate, &callable)? {
            gone.push(chip);
        }
    }
    let mut dropped = Vec::new();
    future.callbacks.borrow_mut().retain_mut(|entry| {
        if gone.contains(&entry.chip) {
            dropped.push(std::mem::replace(&mut entry.callback, Callback::Nothing));
            return false;
        }
        true
    });
    for chip in &gone {
        machine.recorder.event(Event::CallbackRemoved { future: future.number(), handle: *chip });
    }
    drop(dropped);
    done(gone.len() as i64)
}

fn py_make_cancelled_error(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.cancelled_error(machine)?)
}

fn py_state(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.state.get().name())
}

fn py_callbacks(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let future = this(args)?;
    let listed = future.listed_callbacks(machine);
    if listed.is_empty() {
        return done(Value::None);
    }
    let pairs = listed.into_iter().map(|(callable, context)| Value::tuple(vec![callable, context]));
    done(Value::list(pairs.collect()))
}

fn py_blocking(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.blocking.get())
}

fn py_set_blocking(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let value = machine.truth(&args.positional[1])?;
    this(args)?.blocking.set(value);
    done(Value::None)
}

fn py_log_traceback(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.log_traceback.get())
}

fn py_set_log_traceback(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if machine.truth(&args.positional[1])? {
        return raise(Exc::ValueError, "_log_traceback can only be set to False");
    }
    this(args)?.log_traceback.set(false);
    done(Value::None)
}

fn py_raw_result(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.result.borrow().clone().or_none())
}

fn py_raw_exception(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.exception.borrow().clone().or_none())
}

fn py_cancel_message(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.cancel_message.borrow().clone().or_none())
}

fn py_set_cancel_message(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    this(args)?.cancel_message.replace(args.positional[1].clone());
    done(Value::None)
}

fn py_awaited_by(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let all = this(args)?.awaited_by.borrow().clone();
    if all.is_empty() { done(Value::None) } else { done(Value::list(all)) }
}

fn py_source_traceback(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.source_traceback.borrow().clone())
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    this(args)?.loop_data()?;
    crate::texts::call_helper(machine, "_future_repr", Args::one(args.positional[0].clone()))
}

fn finalize(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    crate::report::finalize(machine, &args.positional[0])
}

fn py_await(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let future = this(args)?;
    done(future.iterator(machine, &args.positional[0])?)
}

/// Fills the class.
pub fn install_classes(machine: &mut Machine) {
    let class = Asyncio::of(machine).classes().future.clone();
    install::static_methods(&class, "Future", &[("__new__", new_future)]);
    install::class_methods(&class, "Future", &[("__class_getitem__", typing_intrinsics::class_getitem)]);
    install::methods(
        &class,
        "_asyncio.Future",
        &[
            ("result", py_result),
            ("exception", py_exception),
            ("set_result", py_set_result),
            ("set_exception", py_set_exception),
            ("cancel", py_cancel),
            ("cancelled", py_cancelled),
            ("done", py_done),
            ("get_loop", py_get_loop),
            ("add_done_callback", py_add_done_callback),
            ("remove_done_callback", py_remove_done_callback),
            ("_make_cancelled_error", py_make_cancelled_error),
        ],
    );
    install::slots(
        &class,
        "_asyncio.Future",
        &[
            ("__init__", init),
            ("__await__", py_await),
            ("__iter__", py_await),
            ("__repr__", repr),
            ("__del__", finalize),
        ],
    );
    install::getters(
        &class,
        "_asyncio.Future",
        &[
            ("_state", py_state),
            ("_loop", py_loop),
            ("_callbacks", py_callbacks),
            ("_result", py_raw_result),
            ("_exception", py_raw_exception),
            ("_asyncio_awaited_by", py_awaited_by),
            ("_source_traceback", py_source_traceback),
        ],
    );
    install::property(&class, "_asyncio.Future", "_asyncio_future_blocking", py_blocking, py_set_blocking);
    install::property(&class, "_asyncio.Future", "_log_traceback", py_log_traceback, py_set_log_traceback);
    install::property(&class, "_asyncio.Future", "__log_traceback", py_log_traceback, py_set_log_traceback);
    install::property(&class, "_asyncio.Future", "_cancel_message", py_cancel_message, py_set_cancel_message);
}
