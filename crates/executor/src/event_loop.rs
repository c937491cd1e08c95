//! The hot part of `asyncio.base_events.BaseEventLoop`: the ready queue, the scheduled timers and what puts
//! handles there. The rest of the class is Python in `prelude/base_events.py`.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use loopglass_python::builtins::install;
use loopglass_python::class::{Instance, NativeData, Payload};
use loopglass_python::error::{Exc, PyResult, raise, type_error};
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::shape;
use loopglass_python::symbol::{Sym, names};
use loopglass_python::traverse::{References, Traced};
use loopglass_python::value::Value;
use loopglass_trace::{Event, LoopId, Origin, Picture};

use crate::arity;
use crate::context::{Context, context_argument};
use crate::handle::{Callback, HandleData, as_handle, handle_value, new_handle};
use crate::scripted::has_own;
use crate::state::Asyncio;
use crate::texts::text_of;

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

fn this(args: &Args) -> PyResult<Rc<LoopData>> {
    match args.positional.first().and_then(as_loop) {
        Some(event_loop) => Ok(event_loop),
        None => type_error("an event loop was expected"),
    }
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

    fn push_timer(&self, handle: Rc<HandleData>) {
        let mut heap = self.scheduled.borrow_mut();
        heap.push(handle);
        let last = heap.len() - 1;
        sift_down(&mut heap, 0, last);
    }

    /// Takes the timer that is due first.
    pub fn pop_timer(&self) -> Option<Rc<HandleData>> {
        let mut heap = self.scheduled.borrow_mut();
        let last = heap.pop()?;
        if heap.is_empty() {
            return Some(last);
        }
        let first = std::mem::replace(&mut heap[0], last);
        sift_up(&mut heap, 0);
        Some(first)
    }

    /// Drops the cancelled timers at the front of the heap, or all of them where they are many.
    pub fn drop_cancelled_timers(&self, machine: &mut Machine) {
        let count = self.scheduled.borrow().len();
        let mut dropped = Vec::new();
        if count > 100 && self.timer_cancelled_count.get() as f64 / count as f64 > 0.5 {
            let mut heap = self.scheduled.borrow_mut();
            let (gone, kept): (Vec<_>, Vec<_>) = heap.drain(..).partition(|handle| handle.cancelled.get());
            *heap = kept;
            heapify(&mut heap);
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

fn earlier(a: &HandleData, b: &HandleData) -> bool {
    a.when.unwrap_or(0.0) < b.when.unwrap_or(0.0)
}

/// Moves the item at `at` towards the root until its parent is not later (`heapq._siftdown`).
fn sift_down(heap: &mut [Rc<HandleData>], start: usize, mut at: usize) {
    while at > start {
        let parent = (at - 1) / 2;
        if !earlier(&heap[at], &heap[parent]) {
            break;
        }
        heap.swap(at, parent);
        at = parent;
    }
}

/// Moves the item at `at` to a leaf along the earlier children, then back up (`heapq._siftup`).
fn sift_up(heap: &mut [Rc<HandleData>], mut at: usize) {
    let start = at;
    let mut child = 2 * at + 1;
    while child < heap.len() {
        let right = child + 1;
        if right < heap.len() && !earlier(&heap[child], &heap[right]) {
            child = right;
        }
        heap.swap(at, child);
        at = child;
        child = 2 * at + 1;
    }
    sift_down(heap, start, at);
}

fn heapify(heap: &mut [Rc<HandleData>]) {
    for at in (0..heap.len() / 2).rev() {
        sift_up(heap, at);
    }
}

/// The loop's clock in seconds.
pub fn time(machine: &Machine) -> f64 {
    machine.recorder.clock_ns as f64 / 1e9
}

fn new_loop(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Class(class)) = args.positional.first() else {
        return type_error("a class was expected");
    };
    let class = class.clone();
    machine
        .once(|machine| {
            let id = Asyncio::of(machine).loop_id();
            machine.recorder.event(Event::LoopCreated { event_loop: id });
            let data = Rc::new(LoopData::new(id));
            Ok(Value::Instance(Instance::new(
                class,
                Payload::Native(Box::new(LoopObject { data, plain: Cell::default() })),
            )))
        })
        .map(Flow::Value)
}

fn check_callback(machine: &mut Machine, callback: &Value, method: &str) -> PyResult<()> {
    let coroutine = match callback {
        Value::Generator(generator) => generator.is_coroutine(),
        Value::Function(function) => function.code.kind == loopglass_python::code::CodeKind::Coroutine,
        _ => false,
    };
    if coroutine {
        return type_error(format!("coroutines cannot be used with {method}()"));
    }
    let callable = match callback {
        Value::Function(_) | Value::Native(_) | Value::Method(_) | Value::Class(_) => true,
        Value::Instance(instance) => instance.class.lookup(Sym::new("__call__")).is_some(),
        _ => false,
    };
    if !callable {
        let text = text_of(machine, callback)?;
        return type_error(format!("a callable object was expected by {method}(), got {text}"));
    }
    Ok(())
}

fn py_check_callback(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let (Some(callback), Some(method)) =
        (args.positional.get(1), args.positional.get(2).and_then(Value::as_str))
    {
        check_callback(machine, callback, method.as_str())?;
    }
    done(Value::None)
}

fn get_current_handle(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let current = this(args)?.current.borrow().clone();
    match current {
        Some(handle) => done(handle_value(machine, &handle)),
        None => done(Value::None),
    }
}

/// Handles as a list, in order.
fn handles(machine: &mut Machine, handles: Vec<Rc<HandleData>>) -> Value {
    Value::list(handles.iter().map(|handle| handle_value(machine, handle)).collect())
}

fn get_ready(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let all = this(args)?.ready.borrow().iter().cloned().collect();
    done(handles(machine, all))
}

fn get_timer_cancelled_count(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(i64::try_from(this(args)?.timer_cancelled_count.get()).unwrap_or(i64::MAX))
}

fn get_scheduled(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let all = this(args)?.scheduled.borrow().clone();
    done(handles(machine, all))
}

/// In debug mode, that a method is called from the loop's own thread.
fn check_thread(machine: &mut Machine, event_loop: &LoopData) -> PyResult<()> {
    let running = as_loop(&Asyncio::of(machine).running_loop.borrow());
    if event_loop.running.get() && running.is_none_or(|running| running.id != event_loop.id) {
        let message = "Non-thread-safe operation invoked on an event loop other than the current one";
        return raise(Exc::RuntimeError, message);
    }
    Ok(())
}

fn call_soon_from(machine: &mut Machine, args: &Args, method: &str, origin: Origin) -> PyResult<Flow> {
    if let Some(args) = arity::by_position(args, method, &["callback"])? {
        return call_soon_from(machine, &args, method, origin);
    }
    let event_loop = this(args)?;
    let Some(callback) = args.positional.get(1).cloned() else {
        return type_error(format!(
            "BaseEventLoop.{method}() missing 1 required positional argument: 'callback'"
        ));
    };
    event_loop.check_closed()?;
    if event_loop.debug.get() {
        if origin == Origin::Soon {
            check_thread(machine, &event_loop)?;
        }
        check_callback(machine, &callback, method)?;
    }
    let context = context_argument(machine, arity::keyword(args, "context").as_ref())?;
    let callback = Callback::of(&callback, args.positional[2..].to_vec());
    let handle = new_handle(machine, &event_loop, callback, context, None, None);
    handle.thread_safe.set(origin == Origin::Thread);
    event_loop.make_ready(machine, &handle, origin);
    if origin == Origin::Thread {
        let wake = event_loop.sleeper.take();
        if !wake.is_null() {
            let now_ns = machine.recorder.clock_ns;
            Asyncio::of(machine).add_arrival(now_ns, wake);
        }
    }
    done(handle_value(machine, &handle))
}

/// `loop._set_sleeper(function)`: what is to be called once another thread has something for this loop.
fn set_sleeper(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let function = args.positional.get(1).cloned().unwrap_or_default();
    let _before = this(args)?.sleeper.replace(function);
    done(Value::None)
}

fn call_soon(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    call_soon_from(machine, args, "call_soon", Origin::Soon)
}

fn call_soon_threadsafe(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    call_soon_from(machine, args, "call_soon_threadsafe", Origin::Thread)
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

fn schedule(machine: &mut Machine, args: &Args, when: f64, method: &str) -> PyResult<Rc<HandleData>> {
    let event_loop = this(args)?;
    event_loop.check_closed()?;
    let Some(callback) = args.positional.get(2).cloned() else {
        return type_error(format!(
            "BaseEventLoop.{method}() missing 1 required positional argument: 'callback'"
        ));
    };
    if event_loop.debug.get() {
        check_thread(machine, &event_loop)?;
        check_callback(machine, &callback, "call_at")?;
    }
    let context = context_argument(machine, arity::keyword(args, "context").as_ref())?;
    let callback = Callback::of(&callback, args.positional[3..].to_vec());
    let handle = new_handle(machine, &event_loop, callback, context, Some(when), None);
    let due_ns = due_ns(when);
    machine.recorder.event(Event::TimerScheduled { handle: handle.id, due_ns });
    event_loop.push_timer(handle.clone());
    Ok(handle)
}

/// A due time in nanoseconds, as the loop log rounds it.
pub fn due_ns(when: f64) -> u64 {
    (when * 1e9).round().max(0.0) as u64
}

fn call_later(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(args) = arity::by_position(args, "call_later", &["delay", "callback"])? {
        return call_later(machine, &args);
    }
    let Some(delay) = args.positional.get(1).cloned() else {
        return type_error(
            "BaseEventLoop.call_later() missing 2 required positional arguments: 'delay' and 'callback'",
        );
    };
    if args.positional.len() < 3 {
        return type_error("BaseEventLoop.call_later() missing 1 required positional argument: 'callback'");
    }
    if delay.is_none() {
        return type_error("delay must not be None");
    }
    let delay = match number(machine, &delay) {
        Ok(delay) => delay,
        Err(_) => {
            let kind = machine.types.name_of(&delay);
            return type_error(format!("unsupported operand type(s) for +: 'float' and '{kind}'"));
        }
    };
    if has_own(&args.positional[0], names::time) || has_own(&args.positional[0], names::call_at) {
        return crate::scripted::call_later(machine, args);
    }
    let when = time(machine) + delay;
    let handle = schedule(machine, args, when, "call_later")?;
    done(handle_value(machine, &handle))
}

fn call_at(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(args) = arity::by_position(args, "call_at", &["when", "callback"])? {
        return call_at(machine, &args);
    }
    let Some(when) = args.positional.get(1).cloned() else {
        return type_error(
            "BaseEventLoop.call_at() missing 2 required positional arguments: 'when' and 'callback'",
        );
    };
    if args.positional.len() < 3 {
        return type_error("BaseEventLoop.call_at() missing 1 required positional argument: 'callback'");
    }
    if when.is_none() {
        return type_error("when cannot be None");
    }
    let is_int = matches!(when, Value::Int(_));
    let when = number(machine, &when)?;
    let handle = schedule(machine, args, when, "call_at")?;
    handle.is_due_at_int.set(is_int);
    done(handle_value(machine, &handle))
}

fn loop_time(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "BaseEventLoop.time")?;
    done(time(machine))
}

fn stop(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "BaseEventLoop.stop")?;
    this(args)?.stopping.set(true);
    done(Value::None)
}

fn is_running(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "BaseEventLoop.is_running")?;
    done(this(args)?.running.get())
}

fn is_closed(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "BaseEventLoop.is_closed")?;
    done(this(args)?.closed.get())
}

fn close(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "BaseEventLoop.close")?;
    let event_loop = this(args)?;
    if event_loop.running.get() {
        return raise(Exc::RuntimeError, "Cannot close a running event loop");
    }
    if event_loop.closed.get() {
        return done(Value::None);
    }
    if event_loop.debug.get() {
        let text = format!("Close {}", text_of(machine, &args.positional[0])?);
        machine.ask_native(crate::report::log_debug, Args::one(Value::string(text)))?;
    }
    event_loop.closed.set(true);
    machine.recorder.event(Event::LoopClosed { event_loop: event_loop.id });
    let ready = std::mem::take(&mut *event_loop.ready.borrow_mut());
    let scheduled = std::mem::take(&mut *event_loop.scheduled.borrow_mut());
    for handle in ready.iter().chain(&scheduled) {
        machine.recorder.event(Event::HandleDropped { handle: handle.id });
    }
    drop(ready);
    drop(scheduled);
    done(Value::None)
}

fn get_debug(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "BaseEventLoop.get_debug")?;
    done(this(args)?.debug.get())
}

fn get_stopping(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.stopping.get())
}

fn set_debug(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let event_loop = this(args)?;
    let enabled = match args.positional.get(1) {
        Some(value) => machine.truth(value)?,
        None => {
            return type_error("BaseEventLoop.set_debug() missing 1 required positional argument: 'enabled'");
        }
    };
    event_loop.debug.set(enabled);
    done(Value::None)
}

/// `loop._add_callback(handle)`
fn add_callback(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let event_loop = this(args)?;
    let Some(handle) = args.positional.get(1).and_then(as_handle) else {
        return type_error("a Handle was expected");
    };
    if !handle.cancelled.get() {
        event_loop.make_ready(machine, &handle, Origin::Soon);
    }
    done(Value::None)
}

/// `loop._timer_handle_cancelled(handle)`: timers that are scheduled are counted when they are cancelled.
fn timer_handle_cancelled(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    this(args)?;
    done(Value::None)
}

/// `loop._set_coroutine_origin_tracking(enabled)`
fn set_coroutine_origin_tracking(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let enabled = matches!(args.positional.get(1), Some(Value::Bool(true)));
    this(args)?.track_origins(machine, enabled);
    done(Value::None)
}

fn check_closed(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    this(args)?.check_closed()?;
    done(Value::None)
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let event_loop = this(args)?;
    let flag = |value: bool| if value { "True" } else { "False" };
    let name = machine.types.of(&args.positional[0]).name();
    done(format!(
        "<{name} running={} closed={} debug={}>",
        flag(event_loop.running.get()),
        flag(event_loop.closed.get()),
        flag(event_loop.debug.get())
    ))
}

/// Fills the class.
pub fn install_classes(machine: &mut Machine) {
    let class = Asyncio::of(machine).classes().event_loop.clone();
    install::static_methods(&class, "BaseEventLoop", &[("__new__", new_loop)]);
    install::methods(
        &class,
        "BaseEventLoop",
        &[
            ("call_soon", call_soon),
            ("call_soon_threadsafe", call_soon_threadsafe),
            ("call_later", call_later),
            ("call_at", call_at),
            ("time", loop_time),
            ("stop", stop),
            ("is_running", is_running),
            ("is_closed", is_closed),
            ("close", close),
            ("get_debug", get_debug),
            ("_set_debug", set_debug),
            ("_check_closed", check_closed),
            ("_check_callback", py_check_callback),
            ("run_forever", crate::run_loop::run_forever),
            ("_set_sleeper", set_sleeper),
            ("_begin_running", crate::run_loop::begin_running),
            ("_end_running", crate::run_loop::end_running),
            ("_run_once", crate::run_loop::run_once),
            ("_add_callback", add_callback),
            ("_set_ready", crate::shown::set_ready),
            ("_set_scheduled", crate::shown::set_scheduled),
            ("_timer_handle_cancelled", timer_handle_cancelled),
            ("_begin_iteration", crate::run_loop::begin_iteration),
            ("_finish_iteration", crate::run_loop::finish_iteration),
            ("_wait", crate::run_loop::wait),
            ("_set_coroutine_origin_tracking", set_coroutine_origin_tracking),
        ],
    );
    install::slots(&class, "BaseEventLoop", &[("__repr__", repr)]);
    install::getters(
        &class,
        "BaseEventLoop",
        &[
            ("_current_handle", get_current_handle),
            ("_debug", get_debug),
            ("_stopping", get_stopping),
            ("_closed", is_closed),
            ("_ready_handles", get_ready),
            ("_scheduled_handles", get_scheduled),
            ("_timer_cancelled_count", get_timer_cancelled_count),
        ],
    );
}
