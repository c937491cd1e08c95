//! Worker threads on virtual time, the part in Rust. A worker runs until it is done or has to wait for others, on
//! a clock of its own that starts at that moment; what it has done *arrives* when the clock outside has come so far.
//! The pools and their futures are Python in `prelude/concurrent_*.py`.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use loopglass_python::class::{Instance, NativeData, Payload};
use loopglass_python::error::{Exc, PyResult, Raise, raise, type_error};
use loopglass_python::frame::Outcome;
use loopglass_python::function::Args;
use loopglass_python::machine::thread::{CurrentThread, ParkedFrames};
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::value::Value;
use loopglass_trace::{ClockReason, End, Event};

use crate::context::{self, Context};
use crate::state::Asyncio;

/// Something that a worker will have done.
pub struct Arrival {
    /// When, in nanoseconds.
    pub due_ns: u64,
    /// What to call then, with that time.
    pub action: Value,
}

/// What was current outside a worker.
pub struct Outside {
    clock_ns: u64,
    running_loop: Value,
    set_loop: Value,
    current_task: Value,
    context: Rc<Context>,
    thread: Rc<str>,
    is_patient: bool,
}

/// A thread that waits, with what is current in it.
struct Parked {
    frames: RefCell<Option<ParkedFrames>>,
    running_loop: Value,
    set_loop: Value,
    current_task: Value,
    context: Rc<Context>,
}

impl NativeData for Parked {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl Asyncio {
    /// Adds something that arrives at a time, after what arrives at the same time already.
    pub fn add_arrival(&self, due_ns: u64, action: Value) {
        let mut arrivals = self.arrivals.borrow_mut();
        let place = arrivals.partition_point(|known| known.due_ns <= due_ns);
        arrivals.insert(place, Arrival { due_ns, action });
    }

    /// When the next arrival is due.
    pub fn next_arrival(&self) -> Option<u64> {
        self.arrivals.borrow().first().map(|arrival| arrival.due_ns)
    }

    /// Takes the first arrival, if it is due by now.
    pub fn take_arrival(&self, now_ns: u64) -> Option<Arrival> {
        let mut arrivals = self.arrivals.borrow_mut();
        if arrivals.first()?.due_ns <= now_ns { Some(arrivals.remove(0)) } else { None }
    }
}

fn integer(args: &Args, index: usize) -> u64 {
    match args.positional.get(index) {
        Some(Value::Int(number)) => u64::try_from(*number).unwrap_or(0),
        _ => 0,
    }
}

/// `_arrive(due_ns, action)`
pub fn arrive(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let due_ns = integer(args, 0);
    let action = args.positional.get(1).cloned().unwrap_or(Value::None);
    Asyncio::of(machine).add_arrival(due_ns, action);
    done(Value::None)
}

/// `_last_arrival()`: when the last arrival is due, or now.
pub fn last_arrival(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    let now = machine.recorder.clock_ns;
    let last = Asyncio::of(machine).arrivals.borrow().last().map_or(now, |arrival| arrival.due_ns.max(now));
    done(i64::try_from(last).unwrap_or(i64::MAX))
}

/// What is said to what cannot be set aside until others have gone on.
const CANNOT_WAIT: &str = "this thread would wait for what others do while it only tells of its end, or is none of \
                           Loopglass's own; await it in the loop instead, or hand it over with loop.call_soon_threadsafe()";

/// `_wait_for_arrival(until_ns)`: the thread blocks until the next arrival, or to a time if that comes first.
/// Returns the arrival's due time and action, or None.
pub fn wait_for_arrival(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let asyncio = Asyncio::of(machine);
    let until = args.positional.first().is_some_and(|value| !value.is_none()).then(|| integer(args, 0));
    let wake = match (asyncio.next_arrival(), until) {
        (None, None) if !asyncio.outside.borrow().is_empty() => return raise(Exc::RuntimeError, CANNOT_WAIT),
        (None, None) => return Err(Box::new(Raise::End(End::WaitsForever))),
        (Some(due), None) => due,
        (None, Some(until)) => until,
        (Some(due), Some(until)) => due.min(until),
    };
    let by_ns = wake.saturating_sub(machine.recorder.clock_ns);
    if by_ns > 0 {
        machine.pass_time(by_ns, ClockReason::Sleep)?;
    }
    match asyncio.take_arrival(machine.recorder.clock_ns) {
        Some(Arrival { due_ns, action }) => {
            let due = Value::Int(i64::try_from(due_ns).unwrap_or(i64::MAX));
            done(Value::tuple(vec![due, action]))
        }
        None => done(Value::None),
    }
}

/// `_enter_worker(name, clock_ns, is_patient)`: what follows happens in a worker thread, at this time or now. A
/// patient one waits where it sleeps or selects, so that others run meanwhile.
pub fn enter_worker(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let name: Rc<str> =
        args.positional.first().and_then(Value::as_str).map_or("", |name| name.as_str()).into();
    let clock_ns = match args.positional.get(1) {
        Some(Value::Int(clock)) => u64::try_from(*clock).unwrap_or(0),
        None | Some(_) => machine.recorder.clock_ns,
    };
    let is_patient = matches!(args.positional.get(2), Some(Value::Bool(true)));
    let asyncio = Asyncio::of(machine);
    let text = machine.recorder.trace.text(&name);
    machine.recorder.event(Event::WorkerEntered { name: text, clock_ns });
    let outside = Outside {
        clock_ns: machine.recorder.clock_ns,
        running_loop: asyncio.running_loop.take(),
        set_loop: asyncio.set_loop.take(),
        current_task: asyncio.current_task.take(),
        context: context::switch(machine, Rc::default()),
        thread: machine.extension::<CurrentThread>().name.replace(name),
        is_patient: asyncio.is_patient.replace(is_patient),
    };
    asyncio.outside.borrow_mut().push(outside);
    machine.recorder.clock_ns = clock_ns;
    done(Value::None)
}

/// `_leave_worker()`: back to whoever entered it; returns the worker's clock.
pub fn leave_worker(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    let asyncio = Asyncio::of(machine);
    let clock = machine.recorder.clock_ns;
    let outside = asyncio.outside.borrow_mut().pop();
    if let Some(outside) = outside {
        machine.recorder.event(Event::WorkerLeft);
        machine.recorder.clock_ns = outside.clock_ns;
        let _none = asyncio.running_loop.replace(outside.running_loop);
        let _own = asyncio.set_loop.replace(outside.set_loop);
        let _none = asyncio.current_task.replace(outside.current_task);
        context::switch(machine, outside.context);
        machine.extension::<CurrentThread>().name.replace(outside.thread);
        asyncio.is_patient.set(outside.is_patient);
    }
    done(i64::try_from(clock).unwrap_or(i64::MAX))
}

/// `_in_worker()`
pub fn in_worker(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(!Asyncio::of(machine).outside.borrow().is_empty())
}

/// `_thread_name()`: what the thread that runs now was called when it began.
pub fn thread_name(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    let name = machine.extension::<CurrentThread>().name.borrow().clone();
    done(Value::str(&name))
}

/// `_clock()`: nanoseconds since the start.
pub fn clock(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(i64::try_from(machine.recorder.clock_ns).unwrap_or(i64::MAX))
}

/// `_run_thread(function)`: what the function gives; or, where it has to wait, what `_resume_thread` goes on with.
pub fn run_thread(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match args.positional.first() {
        Some(function) => machine.call_as_thread(function),
        None => type_error("a function was expected"),
    }
}

/// `_park_thread()`: the thread that runs waits from here on, and whoever ran it goes on.
pub fn park_thread(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    let asyncio = Asyncio::of(machine);
    let Some(frames) = machine.park_thread() else { return raise(Exc::RuntimeError, CANNOT_WAIT) };
    let parked = Parked {
        frames: RefCell::new(Some(frames)),
        running_loop: asyncio.running_loop.take(),
        set_loop: asyncio.set_loop.take(),
        current_task: asyncio.current_task.take(),
        context: context::switch(machine, Rc::default()),
    };
    let class = asyncio.classes().parked.clone();
    let parked = Value::Instance(Instance::new(class, Payload::Native(Box::new(parked))));
    machine.set_outcome(Outcome::Value(parked));
    Ok(Flow::Pushed)
}

/// `_resume_thread(parked)`: as `_run_thread`, from where it waits.
pub fn resume_thread(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Instance(instance)) = args.positional.first() else {
        return type_error("a thread that waits was expected");
    };
    let Some(parked) = instance.native::<Parked>() else {
        return type_error("a thread that waits was expected");
    };
    let Some(frames) = parked.frames.take() else {
        return raise(Exc::RuntimeError, "the thread has gone on already");
    };
    let asyncio = Asyncio::of(machine);
    asyncio.running_loop.replace(parked.running_loop.clone());
    asyncio.set_loop.replace(parked.set_loop.clone());
    asyncio.current_task.replace(parked.current_task.clone());
    context::switch(machine, parked.context.clone());
    machine.resume_thread(frames);
    Ok(Flow::Pushed)
}

/// `_set_sleep(function)`: what `time.sleep` calls from now on, with nanoseconds.
pub fn set_sleep(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let function = args.positional.first().cloned().unwrap_or_default();
    machine.extension::<CurrentThread>().sleep.replace(function);
    done(Value::None)
}

/// `_pass_time(by_ns)`: the clock goes on.
pub fn pass_time(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let by_ns = integer(args, 0);
    machine.pass_time(by_ns, ClockReason::Sleep)?;
    done(Value::None)
}

/// `_is_patient()`: whether the thread that runs lets others run while it waits.
pub fn is_patient(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Asyncio::of(machine).is_patient.get())
}
