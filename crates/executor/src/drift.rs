//! The proof that the trace tells all: at every iteration of a debug build, the executor's own state is compared
//! with the world that a reader folds from the events.

use loopglass_python::machine::Machine;
use loopglass_python::value::Value;
use loopglass_trace::{FutureState, HandleId, World};

use crate::event_loop::{LoopData, due_ns};
use crate::future::{FutureData, State, as_future};
use crate::state::Asyncio;

/// The first difference between the executor and the world, in words.
pub fn difference(machine: &mut Machine, event_loop: &LoopData) -> Option<String> {
    machine.recorder.trace.catch_up();
    let tasks = Asyncio::of(machine).live_tasks();
    let world = machine.recorder.trace.latest();
    if world.clock_ns != machine.recorder.clock_ns {
        return Some(format!("clock: {} here, {} in the world", machine.recorder.clock_ns, world.clock_ns));
    }
    if let Some(difference) = queue_difference(event_loop, world) {
        return Some(difference);
    }
    tasks.into_iter().find_map(|task| {
        let value = Value::Instance(task);
        as_future(&value).and_then(|future| future_difference(future, world))
    })
}

fn queue_difference(event_loop: &LoopData, world: &World) -> Option<String> {
    let ready: Vec<HandleId> = event_loop.ready.borrow().iter().map(|handle| handle.id).collect();
    let Some(state) = world.event_loop(event_loop.id) else {
        return Some(format!("{:?} is not in the world", event_loop.id));
    };
    let shown: Vec<HandleId> = state.ready.iter().copied().collect();
    if ready != shown {
        return Some(format!("ready: {ready:?} here, {shown:?} in the world"));
    }
    let mut timers: Vec<(i64, HandleId)> = event_loop
        .scheduled
        .borrow()
        .iter()
        .map(|handle| (due_ns(handle.when.unwrap_or_default()), handle.id))
        .collect();
    timers.sort();
    let shown: Vec<(i64, HandleId)> = state.timers.iter().map(|timer| (timer.due_ns, timer.handle)).collect();
    (timers != shown).then(|| format!("timers: {timers:?} here, {shown:?} in the world"))
}

fn future_difference(future: &FutureData, world: &World) -> Option<String> {
    let id = future.id.get()?;
    let Some(shown) = world.futures.get(id) else { return Some(format!("{id:?} is not in the world")) };
    let done = future.state.get() != State::Pending;
    if done != shown.state.is_done() {
        return Some(format!("{id:?}: {} here, {:?} in the world", future.state.get().name(), shown.state));
    }
    if future.state.get() == State::Cancelled && shown.state != FutureState::Cancelled {
        return Some(format!("{id:?}: cancelled here, {:?} in the world", shown.state));
    }
    let callbacks: Vec<HandleId> = future.callbacks.borrow().iter().map(|entry| entry.chip).collect();
    let listed: Vec<HandleId> = shown.callbacks.iter().copied().collect();
    if callbacks != listed {
        return Some(format!("{id:?}: callbacks {callbacks:?} here, {listed:?} in the world"));
    }
    let (task, part) = (future.task.as_ref()?, shown.task.as_ref()?);
    let awaiting = as_future(&task.waiter.borrow()).and_then(|waiter| waiter.id.get());
    if awaiting != part.awaiting {
        return Some(format!("{id:?}: waits on {awaiting:?} here, on {:?} in the world", part.awaiting));
    }
    (task.cancel_requests.get() != part.cancel_requests).then(|| {
        format!(
            "{id:?}: {} cancel requests here, {} in the world",
            task.cancel_requests.get(),
            part.cancel_requests
        )
    })
}
