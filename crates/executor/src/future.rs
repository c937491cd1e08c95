//! `asyncio.Future`, and what `Task` inherits from it: its state, its callbacks, and how it is settled. Order follows
//! CPython's C implementation; the methods that a script calls are in `future_methods.rs`.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use loopglass_python::class::{Instance, NativeData, Payload};
use loopglass_python::error::{Exc, PyResult, raise, raise_object, type_error};
use loopglass_python::function::Args;
use loopglass_python::iterator::Iter;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::Sym;
use loopglass_python::traverse::References;
use loopglass_python::value::Value;
use loopglass_trace::{Event, FutureId, FutureKind, HandleId, Origin, Outcome, Picture};

use crate::context::Context;
use crate::event_loop::{LoopData, has_own_call_soon};
use crate::future_iter::FutureIter;
use crate::handle::{Callback, new_handle};
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
    gone: Rc<Gone>,
}

/// So many futures that were done may still be looked at after their last reference went.
const SHELF: usize = 16;

/// Futures whose last reference went and that is not recorded yet.
#[derive(Default)]
pub struct Gone {
    /// Those that were pending.
    pending: RefCell<Vec<FutureId>>,
    /// Tasks that were done, in the order in which they went.
    tasks: RefCell<Vec<FutureId>>,
    /// Other futures that were done.
    done: RefCell<VecDeque<FutureId>>,
    /// Whether something is to be recorded before the end.
    due: Cell<bool>,
}

impl Gone {
    fn add(&self, id: FutureId, pending: bool, task: bool) {
        if pending {
            self.pending.borrow_mut().push(id);
            self.due.set(true);
        } else if task {
            self.tasks.borrow_mut().push(id);
        } else {
            let mut done = self.done.borrow_mut();
            done.push_back(id);
            if done.len() > SHELF {
                self.due.set(true);
            }
        }
    }

    /// Records those that were pending, since from now on nobody waits for them any more, and those that have been on
    /// the shelf for longest, since there is no room for more.
    #[inline]
    pub fn record_due(&self, machine: &mut Machine) {
        if self.due.replace(false) {
            record(machine, self.pending.take());
            let excess = self.done.borrow().len().saturating_sub(SHELF);
            record(machine, self.done.borrow_mut().drain(..excess));
        }
    }

    /// Records all of them: nothing comes after.
    pub fn record_all(&self, machine: &mut Machine) {
        record(machine, self.pending.take());
        record(machine, self.done.take());
        record(machine, self.tasks.take());
    }
}

fn record(machine: &mut Machine, gone: impl IntoIterator<Item = FutureId>) {
    for future in gone {
        machine.recorder.event(Event::FutureDropped { future });
    }
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
        for entry in self.callbacks.borrow().iter() {
            entry.callback.traverse(references);
            references.other(entry.context.clone());
        }
        references.values(self.awaited_by.borrow().iter());
        if let Some(task) = &self.task {
            references.values([&*task.coroutine.borrow(), &*task.name.borrow(), &*task.waiter.borrow()]);
            references.other(task.context.borrow().clone());
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
            record.gone.add(record.id, self.state.get() == State::Pending, self.task.is_some());
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
    pub fn iterator(&self, machine: &mut Machine, object: &Value) -> PyResult<Value> {
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

/// `Future(loop=loop)`
pub fn create_future(machine: &mut Machine, loop_object: Value, data: &Rc<LoopData>) -> Value {
    let future = FutureData::blank(None);
    future.initialise(machine, loop_object, data, FutureKind::Future);
    let class = Asyncio::of(machine).classes().future.clone();
    Value::Instance(Instance::new(class, Payload::Native(Box::new(future))))
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
pub fn failure(machine: &mut Machine, future: &FutureData, missing: &str) -> PyResult<Value> {
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
