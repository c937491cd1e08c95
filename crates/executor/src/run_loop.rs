//! `BaseEventLoop.run_forever` and `_run_once`, as a native frame that stays on the call stack below whatever a
//! handle calls.

use std::rc::Rc;

use loopglass_python::error::{Exc, PyResult, Raise, raise, raise_object, type_error};
use loopglass_python::frame::{NativeFrame, Outcome};
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::{Sym, names};
use loopglass_python::value::Value;
use loopglass_trace::{ClockReason, End, Event, Origin};

use crate::context::Context;
use crate::event_loop::{LoopData, as_loop, time};
use crate::handle::{Callback, HandleData, handle_value};
use crate::scripted::{PACED, has_own, is_paced};
use crate::state::Asyncio;

/// `loop._clock_resolution`, in seconds.
const CLOCK_RESOLUTION: f64 = 1e-9;
/// The longest that one `select` waits, in seconds: a day.
const MAXIMUM_SELECT_TIMEOUT: f64 = 24.0 * 3600.0;

/// Frames of CPython's loop below what a handle calls: `run_forever`, `_run_once` of the loop's class and of its base,
/// and `Handle._run`. They count towards the limit of recursion.
const LOOP_FRAMES: u32 = 4;

/// Where the running loop stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// An iteration is about to begin.
    Begin,
    /// It was asked whether a socket is ready; if none is, the loop waits so many nanoseconds, or without a limit.
    Asked(Option<u64>),
    /// It has begun and waited; what workers have done by now arrives.
    Arrivals,
    /// The selector is asked for sockets that are ready.
    Sockets,
    /// What is called for sockets has entered the ready queue.
    Timers,
    /// So many handles of this iteration are still to run.
    Handles(usize),
    /// The iteration's handles have run.
    Ended,
}

/// The running loop's frame.
struct RunLoop {
    object: Value,
    data: Rc<LoopData>,
    phase: Phase,
    /// The handle that ran last, kept alive until the next one replaces it, as a local variable would be.
    last: Option<Rc<HandleData>>,
    /// The context outside the handle that runs; none while no handle runs.
    outside: Option<Rc<Context>>,
    /// In debug mode: when the handle that runs began.
    began_ns: Option<u64>,
    /// Whether what comes is the end of reporting an exception, not of a handle.
    reporting: bool,
    /// What the script has in place of `_run_once`.
    own_run_once: Option<Value>,
    /// Whether the thread that this loop runs in has waited, so that the loop is not shown as running.
    parked: bool,
    /// Until when timers are due in this iteration, where the clock is the script's.
    end_time: Option<f64>,
    /// What was there before the loop ran; none for a single iteration.
    previous: Option<Before>,
    asyncio: Rc<Asyncio>,
}

/// What a loop replaces while it runs.
struct Before {
    running_loop: Value,
    asyncgen_hooks: (Value, Value),
}

impl Before {
    /// The loop counts as running from now on.
    fn begin(machine: &mut Machine, object: &Value, data: &LoopData) -> Before {
        data.running.set(true);
        machine.deepen(LOOP_FRAMES);
        data.track_origins(machine, data.debug.get());
        let running_loop = Asyncio::of(machine).running_loop.replace(object.clone());
        let own_hooks = crate::asyncgen::hooks(machine, object);
        let asyncgen_hooks = std::mem::replace(&mut machine.asyncgen_hooks, own_hooks);
        Before { running_loop, asyncgen_hooks }
    }

    /// It no longer does, and what was there before it is there again.
    fn end(self, machine: &mut Machine, data: &LoopData) {
        data.stopping.set(false);
        data.running.set(false);
        machine.shallow(LOOP_FRAMES);
        data.track_origins(machine, false);
        let _own = Asyncio::of(machine).running_loop.replace(self.running_loop);
        let _own = std::mem::replace(&mut machine.asyncgen_hooks, self.asyncgen_hooks);
    }
}

/// The `_run_once` of a loop whose class, or who itself, has one of the script's; or what runs an iteration by the
/// script's own clock or selector.
fn own_run_once(machine: &mut Machine, object: &Value) -> PyResult<Option<Value>> {
    let name = match (has_own(object, names::run_once), is_paced(object)) {
        (true, _) => names::run_once,
        (false, true) => Sym::new(PACED),
        (false, false) => return Ok(None),
    };
    machine.get_attribute(object, name).map(Some)
}

/// `loop._run_once()`
pub fn run_once(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(data) = args.positional.first().and_then(as_loop) else {
        return type_error("an event loop was expected");
    };
    let object = args.positional[0].clone();
    if is_paced(&object) {
        let paced = machine.get_attribute(&object, Sym::new(PACED))?;
        return machine.call(&paced, Args::none());
    }
    Box::new(RunLoop::new(machine, object, data)).go_on(machine)
}

/// `loop._begin_iteration()`: the first part of `_run_once`, where the rest is up to the script's clock.
pub fn begin_iteration(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(data) = args.positional.first().and_then(as_loop) else {
        return type_error("an event loop was expected");
    };
    RunLoop::new(machine, args.positional[0].clone(), data).count_iteration(machine);
    done(Value::None)
}

/// `loop._finish_iteration(end_time)`: the last part of `_run_once`; what is due before that time is run.
pub fn finish_iteration(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (Some(data), Some(end_time)) = (args.positional.first().and_then(as_loop), args.positional.get(1))
    else {
        return type_error("an event loop and a time were expected");
    };
    let end_time = Some(crate::event_loop::number(machine, end_time)?);
    let object = args.positional[0].clone();
    Box::new(RunLoop { phase: Phase::Arrivals, end_time, ..RunLoop::new(machine, object, data) })
        .go_on(machine)
}

/// `loop._wait(timeout)`: moves the virtual clock on by so many seconds, or to what workers have done; without
/// either the run ends.
pub fn wait(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let timeout = match args.positional.get(1) {
        None | Some(Value::None) => None,
        Some(timeout) => Some(in_milliseconds(crate::event_loop::number(machine, timeout)?)),
    };
    let now = machine.recorder.clock_ns;
    let arrival = Asyncio::of(machine).next_arrival().map(|due| due.saturating_sub(now));
    match timeout.into_iter().chain(arrival).min() {
        Some(by_ns) => select(machine, by_ns)?,
        None => return Err(Box::new(Raise::End(End::WaitsForever))),
    }
    done(Value::None)
}

/// What `select` waits for a timeout in seconds, as epoll rounds it; in nanoseconds.
fn in_milliseconds(timeout: f64) -> u64 {
    (timeout.clamp(0.0, MAXIMUM_SELECT_TIMEOUT) * 1e3).ceil() as u64 * 1_000_000
}

fn select(machine: &mut Machine, by_ns: u64) -> PyResult<()> {
    if by_ns == 0 { Ok(()) } else { machine.pass_time(by_ns, ClockReason::Select) }
}

/// `loop.run_forever()`
pub fn run_forever(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(data) = args.positional.first().and_then(as_loop) else {
        return type_error("an event loop was expected");
    };
    crate::arity::python(args, "BaseEventLoop.run_forever")?;
    data.check_closed()?;
    if data.running.get() {
        return raise(Exc::RuntimeError, "This event loop is already running");
    }
    if !Asyncio::of(machine).running_loop.borrow().is_null() {
        return raise(Exc::RuntimeError, "Cannot run the event loop while another loop is running");
    }
    let object = args.positional[0].clone();
    let own_run_once = own_run_once(machine, &object)?;
    let previous = Some(Before::begin(machine, &object, &data));
    machine.recorder.event(Event::LoopEntered { event_loop: data.id });
    let frame = RunLoop { own_run_once, previous, ..RunLoop::new(machine, object, data) };
    Box::new(frame).go_on(machine)
}

/// `loop._begin_running()`: the loop counts as running; gives what was there before.
pub fn begin_running(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(data) = args.positional.first().and_then(as_loop) else {
        return type_error("an event loop was expected");
    };
    let before = Before::begin(machine, &args.positional[0], &data);
    let Before { running_loop, asyncgen_hooks: (first, last) } = before;
    done(Value::tuple(vec![running_loop.or_none(), first, last]))
}

/// `loop._end_running(before)`
pub fn end_running(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [event_loop, Value::Tuple(before)] = &args.positional[..] else {
        return type_error("an event loop and what was there before it were expected");
    };
    let (Some(data), [running_loop, first, last]) = (as_loop(event_loop), &before[..]) else {
        return type_error("an event loop and what was there before it were expected");
    };
    let running_loop = if running_loop.is_none() { Value::Null } else { running_loop.clone() };
    Before { running_loop, asyncgen_hooks: (first.clone(), last.clone()) }.end(machine, &data);
    done(Value::None)
}

impl NativeFrame for RunLoop {
    fn resume(mut self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        let reporting = std::mem::take(&mut self.reporting);
        if std::mem::take(&mut self.parked) {
            self.data.sleeper.take();
            machine.recorder.event(Event::LoopEntered { event_loop: self.data.id });
        }
        if let (Phase::Asked(by_ns), Outcome::Value(answer)) = (self.phase, &outcome) {
            let is_ready = matches!(answer, Value::Bool(true));
            return match self.wait_for(machine, by_ns, is_ready)? {
                Some(deadline) => self.sleep_in_thread(machine, deadline),
                None => self.go_on(machine),
            };
        }
        match outcome {
            Outcome::Raise(exception) if !reporting && !is_exit(machine, &exception) => {
                self.handle_failed(machine, exception)
            }
            Outcome::Raise(exception) => {
                self.leave_handle(machine);
                self.leave(machine, Some(exception))
            }
            _ => {
                self.leave_handle(machine);
                match self.began_ns.take() {
                    Some(began_ns) => self.report_duration(machine, began_ns),
                    None => self.go_on(machine),
                }
            }
        }
    }
}

/// Calls what a handle calls.
pub(crate) fn call(machine: &mut Machine, callback: Callback) -> PyResult<Flow> {
    match callback {
        Callback::Step(task, exception) => crate::step::step(machine, &task, exception),
        Callback::Wakeup(task, future) => crate::step::wakeup(machine, &task, &future),
        Callback::Call(callable, args) => machine.call(&callable, Args::many(args)),
        Callback::Nothing => done(Value::None),
    }
}

/// Whether an exception ends the run, whoever it passes.
pub(crate) fn is_exit(machine: &Machine, exception: &Value) -> bool {
    machine.is_exception(exception, Exc::SystemExit)
        || machine.is_exception(exception, Exc::KeyboardInterrupt)
}

/// Leaves what a call gave for the frame on top, so that the machine's loop goes on with it.
pub(crate) fn hand_on(machine: &mut Machine, result: PyResult<Flow>) -> PyResult<Flow> {
    match result {
        Ok(Flow::Pushed) => {}
        Ok(Flow::Value(value)) => machine.set_outcome(Outcome::Value(value)),
        Err(raised) if matches!(&*raised, Raise::Limit(_) | Raise::End(_)) => return Err(raised),
        Err(raised) => {
            let exception = machine.exception_object(raised);
            machine.set_outcome(Outcome::Raise(exception));
        }
    }
    Ok(Flow::Pushed)
}

impl RunLoop {
    /// The frame of a single iteration.
    fn new(machine: &mut Machine, object: Value, data: Rc<LoopData>) -> RunLoop {
        RunLoop {
            asyncio: Asyncio::of(machine),
            object,
            data,
            phase: Phase::Begin,
            last: None,
            outside: None,
            began_ns: None,
            reporting: false,
            own_run_once: None,
            parked: false,
            end_time: None,
            previous: None,
        }
    }

    fn leave_handle(&mut self, machine: &mut Machine) {
        if let Some(outside) = self.outside.take() {
            self.asyncio.context.replace(outside);
            if let Some(handle) = &self.last {
                machine.recorder.event(Event::HandleEnded { handle: handle.id });
            }
            drop(self.asyncio.thrown.take());
        }
    }

    /// In debug mode the loop says which handle took long.
    fn report_duration(mut self: Box<Self>, machine: &mut Machine, began_ns: u64) -> PyResult<Flow> {
        self.data.current.take();
        let Some(handle) = self.last.clone() else { return self.go_on(machine) };
        let handle = handle_value(machine, &handle);
        let seconds = Value::Float(machine.recorder.clock_ns.saturating_sub(began_ns) as f64 / 1e9);
        let class = machine.types.of(&self.object);
        let Some(report) = class.lookup(Sym::new("_report_duration")) else { return self.go_on(machine) };
        let args = Args::three(self.object.clone(), handle, seconds);
        self.reporting = true;
        machine.push_native(self);
        let result = machine.call(&report, args);
        hand_on(machine, result)
    }

    /// A callback raised: the exception handler is told.
    fn handle_failed(mut self: Box<Self>, machine: &mut Machine, exception: Value) -> PyResult<Flow> {
        let handle = self.last.clone();
        let object = self.object.clone();
        self.reporting = true;
        machine.push_native(self);
        let result = crate::report::callback_failed(machine, &object, handle.as_ref(), exception);
        hand_on(machine, result)
    }

    /// Runs iterations until a handle must be waited for.
    fn go_on(mut self: Box<Self>, machine: &mut Machine) -> PyResult<Flow> {
        loop {
            if machine.graveyard.is_occupied() {
                // What died just now is attended to first.
                machine.push_native(self);
                machine.set_outcome(Outcome::Value(Value::None));
                return Ok(Flow::Pushed);
            }
            match self.phase {
                Phase::Begin => match self.own_run_once.clone() {
                    Some(run_once) => {
                        self.phase = Phase::Ended;
                        self.reporting = true;
                        machine.push_native(self);
                        let result = machine.call(&run_once, Args::none());
                        return hand_on(machine, result);
                    }
                    None => {
                        if let Some(deadline) = self.begin_iteration(machine)? {
                            return self.sleep_in_thread(machine, deadline);
                        }
                        if matches!(self.phase, Phase::Asked(_)) {
                            return self.ask_loop(machine, "_is_any_ready");
                        }
                    }
                },
                Phase::Asked(_) => self.phase = Phase::Arrivals,
                // What has arrived is for the main thread to take up.
                Phase::Arrivals if self.asyncio.is_patient.get() => self.after_arrivals(machine),
                Phase::Arrivals => match self.asyncio.take_arrival(machine.recorder.clock_ns) {
                    Some(arrival) => {
                        let due = Value::Int(i64::try_from(arrival.due_ns).unwrap_or(i64::MAX));
                        self.reporting = true;
                        machine.push_native(self);
                        let result = machine.call(&arrival.action, Args::one(due));
                        return hand_on(machine, result);
                    }
                    None => self.after_arrivals(machine),
                },
                Phase::Sockets => {
                    self.phase = Phase::Timers;
                    return self.ask_loop(machine, "_take_ready");
                }
                Phase::Timers => self.move_due_timers(machine),
                Phase::Ended if self.data.stopping.get() || self.previous.is_none() => {
                    return self.leave(machine, None);
                }
                Phase::Ended => self.phase = Phase::Begin,
                Phase::Handles(0) => {
                    self.phase = Phase::Ended;
                    let last = self.last.take();
                    drop(last);
                }
                Phase::Handles(left) => {
                    let next = self.data.ready.borrow_mut().pop_front();
                    let Some(handle) = next else {
                        self.phase = Phase::Handles(0);
                        continue;
                    };
                    self.phase = Phase::Handles(left - 1);
                    let previous = self.last.replace(handle.clone());
                    drop(previous);
                    if machine.graveyard.is_occupied() {
                        // The handle before died with something to finalize, which comes before this one.
                        self.data.ready.borrow_mut().push_front(handle);
                        self.phase = Phase::Handles(left);
                        continue;
                    }
                    if handle.cancelled.get() {
                        machine.recorder.event(Event::HandleDropped { handle: handle.id });
                        continue;
                    }
                    return self.run_handle(machine, &handle);
                }
            }
        }
    }

    fn run_handle(mut self: Box<Self>, machine: &mut Machine, handle: &Rc<HandleData>) -> PyResult<Flow> {
        machine.recorder.event(Event::HandleBegan { handle: handle.id });
        if self.data.debug.get() {
            self.began_ns = Some(machine.recorder.clock_ns);
            self.data.current.replace(Some(handle.clone()));
        }
        self.outside = Some(self.asyncio.context.replace(handle.context.clone()));
        let callback = handle.callback.borrow().clone();
        machine.push_native(self);
        let result = call(machine, callback);
        hand_on(machine, result)
    }

    /// An iteration begins: it is counted and costs its time, and cancelled timers go.
    fn count_iteration(&self, machine: &mut Machine) {
        #[cfg(debug_assertions)]
        if let Some(difference) = crate::drift::difference(machine, &self.data) {
            unreachable!("the world has drifted from the executor: {difference}");
        }
        self.asyncio.gone.record_due(machine);
        machine.iterations += 1;
        machine.recorder.event(Event::IterationBegan { iteration: machine.iterations });
        machine.recorder.clock_ns += machine.settings.iteration_cost_ns;
        self.data.drop_cancelled_timers(machine);
    }

    /// The loop of a thread waits, and other threads run.
    fn sleep_in_thread(mut self: Box<Self>, machine: &mut Machine, deadline: Value) -> PyResult<Flow> {
        machine.recorder.event(Event::LoopLeft { event_loop: self.data.id });
        self.parked = true;
        self.reporting = true;
        let workers = machine.import("_workers")?;
        let wait = machine.get_attribute(&workers, Sym::new("wait_in_loop"))?;
        let args = Args::two(self.object.clone(), deadline);
        machine.push_native(self);
        let result = machine.call(&wait, args);
        hand_on(machine, result)
    }

    /// The first half of `_run_once`: waits for the first timer or the first worker. In a thread that lets others run
    /// meanwhile it gives until when, or None where no time is known.
    fn begin_iteration(&mut self, machine: &mut Machine) -> PyResult<Option<Value>> {
        self.count_iteration(machine);
        let ready = !self.data.ready.borrow().is_empty() || self.data.stopping.get();
        let first = self.data.scheduled.borrow().first().and_then(|handle| handle.when);
        let timer_ns = first.map(|when| in_milliseconds(when - time(machine)));
        if self.data.is_watching.get() && !ready {
            self.phase = Phase::Asked(timer_ns);
            return Ok(None);
        }
        self.wait_for(machine, timer_ns, ready)
    }

    /// Waits so long for the first worker, unless something is ready. In a thread that lets others run meanwhile it gives
    /// until when, or None where no time is known.
    fn wait_for(
        &mut self,
        machine: &mut Machine,
        timer_ns: Option<u64>,
        ready: bool,
    ) -> PyResult<Option<Value>> {
        let now = machine.recorder.clock_ns;
        self.phase = Phase::Arrivals;
        if ready {
            return Ok(None);
        }
        if self.asyncio.is_patient.get() {
            let until = |by_ns: u64| Value::Int(i64::try_from(now.saturating_add(by_ns)).unwrap_or(i64::MAX));
            return Ok(Some(timer_ns.map_or(Value::None, until)));
        }
        let arrival_ns = self.asyncio.next_arrival().map(|due| due.saturating_sub(now));
        let by_ns = match (timer_ns, arrival_ns) {
            (None, None) => return Err(Box::new(Raise::End(End::WaitsForever))),
            (Some(by_ns), None) | (None, Some(by_ns)) => by_ns,
            (Some(timer), Some(arrival)) => timer.min(arrival),
        };
        select(machine, by_ns)?;
        Ok(None)
    }

    /// What comes once all that workers have done has arrived.
    fn after_arrivals(&mut self, machine: &mut Machine) {
        // Where the clock is the script's, its selector was asked before.
        if self.data.is_watching.get() && self.end_time.is_none() {
            self.phase = Phase::Sockets;
        } else {
            self.move_due_timers(machine);
        }
    }

    /// Calls a method of the loop's own that is Python.
    fn ask_loop(mut self: Box<Self>, machine: &mut Machine, method: &str) -> PyResult<Flow> {
        let method = machine.get_attribute(&self.object, Sym::new(method))?;
        self.reporting = true;
        machine.push_native(self);
        let result = machine.call(&method, Args::none());
        hand_on(machine, result)
    }

    /// The second half of `_run_once` before the handles run.
    fn move_due_timers(&mut self, machine: &mut Machine) {
        let end_time = self.end_time.unwrap_or_else(|| time(machine) + CLOCK_RESOLUTION);
        loop {
            let due = self
                .data
                .scheduled
                .borrow()
                .first()
                // One that is due at no time at all (NaN) is not after it either.
                .is_some_and(|handle| handle.when.is_none_or(|when| when < end_time || when.is_nan()));
            if !due {
                break;
            }
            if let Some(handle) = self.data.pop_timer() {
                handle.scheduled.set(false);
                self.data.make_ready(machine, &handle, Origin::Timers);
            }
        }
        let count = self.data.ready.borrow().len();
        self.phase = Phase::Handles(count);
    }

    /// The loop stops running.
    fn leave(self, machine: &mut Machine, exception: Option<Value>) -> PyResult<Flow> {
        if let Some(before) = self.previous {
            before.end(machine, &self.data);
            machine.recorder.event(Event::LoopLeft { event_loop: self.data.id });
        }
        match exception {
            Some(exception) => raise_object(exception),
            None => done(Value::None),
        }
    }
}
