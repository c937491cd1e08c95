//! The state of `asyncio.base_events.BaseEventLoop`: the ready queue, the scheduled timers and what puts handles
//! there. What scripts call of it is in `loop_methods.rs`, how it runs in `run_loop.rs`.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use loopglass_python::class::{Class, Instance, NativeData, Payload};
use loopglass_python::error::{Exc, PyResult, raise, type_error};
use loopglass_python::machine::Machine;
use loopglass_python::shape;
use loopglass_python::symbol::names;
use loopglass_python::traverse::{References, Traced};
use loopglass_python::value::Value;
use loopglass_trace::{Event, LoopId, Origin, Picture};

use crate::context::Context;
use crate::handle::{Callback, HandleData, new_handle};
use crate::scripted::has_own;
use crate::timer_heap;

/// `asyncio.constants.DEBUG_STACK_DEPTH`
const DEBUG_STACK_DEPTH: u32 = 10;

/// An event loop.
pub struct LoopData {
    /// Its number.
    pub id: LoopId,
    /// `_ready`
    pub ready: RefCell<VecDeque<Rc<HandleData>>>,
    /// `_scheduled`: a binary heap by due time, arranged as `heapq` does.
    pub scheduled: RefCell<Vec<Rc<HandleData>>>,
    /// `_timer_cancelled_count`
    pub timer_cancelled_count: Cell<usize>,
    /// `_stopping`
    pub stopping: Cell<bool>,
    /// Whether it runs now.
    pub running: Cell<bool>,
    /// `_closed`
    pub closed: Cell<bool>,
    /// `_debug`
    pub debug: Cell<bool>,
    /// While the loop has coroutines keep where they are created: how far back they did so before.
    pub origin_depth_before: Cell<Option<u32>>,
    /// `_current_handle`: in debug mode the handle that runs.
    pub current: RefCell<Option<Rc<HandleData>>>,
    /// Whether it watches sockets, so that each iteration asks which are ready.
    pub is_watching: Cell<bool>,
    /// What wakes the thread that sleeps in this loop's select, or Null.
    pub sleeper: RefCell<Value>,
}

impl Traced for LoopData {
    fn traverse(&self, references: &mut References) {
        for handle in
            self.ready.borrow().iter().chain(&*self.scheduled.borrow()).chain(&*self.current.borrow())
        {
            references.other(handle.clone());
        }
    }

    fn clear(&self) {
        let _ready = self.ready.take();
        let _scheduled = self.scheduled.take();
        let _current = self.current.take();
    }
}

struct LoopObject {
    data: Rc<LoopData>,
    /// The tag of its class and the shape of its attributes with which callbacks were last found to reach it by asyncio's
    /// own `call_soon`.
    plain: Cell<(u32, u32)>,
}

impl NativeData for LoopObject {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.other(self.data.clone());
    }

    fn picture(&self) -> Option<Picture> {
        Some(Picture::Loop(self.data.id))
    }
}

/// A loop as an object of this class.
pub fn loop_value(class: Rc<Class>, data: LoopData) -> Value {
    let object = LoopObject { data: Rc::new(data), plain: Cell::default() };
    Value::Instance(Instance::new(class, Payload::Native(Box::new(object))))
}

/// The loop of a value, if it is one.
pub fn as_loop(value: &Value) -> Option<Rc<LoopData>> {
    match value {
        Value::Instance(instance) => instance.native::<LoopObject>().map(|object| object.data.clone()),
        _ => None,
    }
}

/// Whether callbacks reach this loop by a `call_soon` of the script's.
pub fn has_own_call_soon(event_loop: &Value) -> bool {
    let Value::Instance(instance) = event_loop else { return false };
    let Some(object) = instance.native::<LoopObject>() else { return true };
    let now = (instance.class.tag(), instance.dict_if_any().map_or(shape::EMPTY, |dict| dict.shape()));
    if object.plain.get() == now {
        return false;
    }
    let has_own = has_own(event_loop, names::call_soon);
    if !has_own {
        object.plain.set(now);
    }
    has_own
}

impl LoopData {
    /// A loop that has nothing to do.
    pub fn new(id: LoopId) -> LoopData {
        LoopData {
            id,
            ready: RefCell::default(),
            scheduled: RefCell::default(),
            timer_cancelled_count: Cell::new(0),
            stopping: Cell::new(false),
            running: Cell::new(false),
            closed: Cell::new(false),
            debug: Cell::new(false),
            origin_depth_before: Cell::new(None),
            current: RefCell::default(),
            is_watching: Cell::new(false),
            sleeper: RefCell::default(),
        }
    }

    /// Has coroutines keep where they are created while a loop in debug mode runs, or no longer.
    pub fn track_origins(&self, machine: &mut Machine, enabled: bool) {
        match (enabled, self.origin_depth_before.get()) {
            (true, None) => {
                self.origin_depth_before.set(Some(machine.origin_depth));
                machine.origin_depth = DEBUG_STACK_DEPTH;
            }
            (false, Some(before)) => {
                self.origin_depth_before.set(None);
                machine.origin_depth = before;
            }
            _ => {}
        }
    }

    /// `call_soon` for callers in Rust: enters the ready queue.
    pub fn call_soon(
        self: &Rc<Self>,
        machine: &mut Machine,
        callback: Callback,
        context: Rc<Context>,
    ) -> Rc<HandleData> {
        let handle = new_handle(machine, self, callback, context, None, None);
        self.make_ready(machine, &handle, Origin::Soon);
        handle
    }

    /// Puts a handle at the end of the ready queue.
    pub fn make_ready(&self, machine: &mut Machine, handle: &Rc<HandleData>, origin: Origin) {
        machine.recorder.event(Event::HandleReady { handle: handle.id, origin });
        self.ready.borrow_mut().push_back(handle.clone());
    }

    /// RuntimeError where the loop is closed.
    pub fn check_closed(&self) -> PyResult<()> {
        if self.closed.get() { raise(Exc::RuntimeError, "Event loop is closed") } else { Ok(()) }
    }

    /// Puts a handle among the timers.
    pub fn push_timer(&self, handle: Rc<HandleData>) {
        timer_heap::push(&mut self.scheduled.borrow_mut(), handle);
    }

    /// Takes the timer that is due first.
    pub fn pop_timer(&self) -> Option<Rc<HandleData>> {
        timer_heap::pop(&mut self.scheduled.borrow_mut())
    }

    /// Drops the cancelled timers at the front of the heap, or all of them where they are many.
    pub fn drop_cancelled_timers(&self, machine: &mut Machine) {
        let count = self.scheduled.borrow().len();
        let mut dropped = Vec::new();
        if count > 100 && self.timer_cancelled_count.get() as f64 / count as f64 > 0.5 {
            let mut heap = self.scheduled.borrow_mut();
            let (gone, kept): (Vec<_>, Vec<_>) = heap.drain(..).partition(|handle| handle.cancelled.get());
            *heap = kept;
            timer_heap::heapify(&mut heap);
            self.timer_cancelled_count.set(0);
            dropped = gone;
        } else {
            while self.scheduled.borrow().first().is_some_and(|handle| handle.cancelled.get()) {
                self.timer_cancelled_count.set(self.timer_cancelled_count.get().saturating_sub(1));
                dropped.extend(self.pop_timer());
            }
        }
        for handle in dropped {
            handle.scheduled.set(false);
            machine.recorder.event(Event::HandleDropped { handle: handle.id });
        }
    }
}

/// The loop's clock in seconds.
pub fn time(machine: &Machine) -> f64 {
    machine.recorder.clock_ns as f64 / 1e9
}

/// A number of seconds.
pub fn number(machine: &mut Machine, value: &Value) -> PyResult<f64> {
    match value.base_value() {
        Value::Float(value) => Ok(*value),
        Value::Int(value) => Ok(*value as f64),
        Value::Bool(value) => Ok(f64::from(u8::from(*value))),
        other => {
            let kind = machine.types.name_of(other);
            type_error(format!("must be real number, not {kind}"))
        }
    }
}

/// A due time in nanoseconds, as the loop log rounds it.
pub fn due_ns(when: f64) -> i64 {
    (when * 1e9).round() as i64
}
