//! What a script has changed in `loop._ready` and `loop._scheduled`: the handles that it put there or took away
//! enter and leave the loop's own lists, and the trace is told.

use std::rc::Rc;

use loopglass_python::error::{PyResult, type_error};
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::value::Value;
use loopglass_trace::{Event, Origin};

use crate::event_loop::{LoopData, as_loop, due_ns};
use crate::handle::{HandleData, as_handle, callee};

/// The loop and the handles of `[loop, list of handles]`.
fn given(machine: &mut Machine, args: &Args) -> PyResult<(Rc<LoopData>, Vec<Rc<HandleData>>)> {
    let [event_loop, handles] = &args.positional[..] else {
        return type_error("an event loop and a list of handles were expected");
    };
    let Some(event_loop) = as_loop(event_loop) else { return type_error("an event loop was expected") };
    let mut found = Vec::new();
    for handle in machine.collect(handles)? {
        match as_handle(&handle) {
            Some(handle) => found.push(handle),
            None => {
                let kind = machine.types.name_of(&handle);
                return type_error(format!("a loop holds handles, not '{kind}' objects"));
            }
        }
    }
    Ok((event_loop, found))
}

/// How many of the first handles are the same.
fn same(old: &[Rc<HandleData>], new: &[Rc<HandleData>]) -> usize {
    old.iter().zip(new).take_while(|(a, b)| Rc::ptr_eq(a, b)).count()
}

fn is_in(handle: &Rc<HandleData>, list: &[Rc<HandleData>]) -> bool {
    list.iter().any(|known| Rc::ptr_eq(known, handle))
}

/// Tells the trace that handles have left a list.
fn drop_missing(machine: &mut Machine, old: &[Rc<HandleData>], new: &[Rc<HandleData>]) {
    for handle in old.iter().filter(|handle| !is_in(handle, new)) {
        machine.recorder.event(Event::HandleDropped { handle: handle.id });
    }
}

/// Tells the trace of a handle that comes from nowhere, or from a place that it has left.
fn create(machine: &mut Machine, handle: &HandleData) {
    machine.recorder.event(Event::HandleDropped { handle: handle.id });
    let callback = handle.callback.borrow().clone();
    let callee = callee(machine, &callback);
    machine.recorder.event(Event::HandleCreated {
        handle: handle.id,
        callee,
        event_loop: handle.event_loop.id,
    });
    if handle.cancelled.get() {
        machine.recorder.event(Event::HandleCancelled { handle: handle.id });
    }
}

/// `loop._set_ready(handles)`
pub fn set_ready(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (event_loop, new) = given(machine, args)?;
    let old: Vec<Rc<HandleData>> = event_loop.ready.borrow().iter().cloned().collect();
    drop_missing(machine, &old, &new);
    let kept = {
        let left: Vec<Rc<HandleData>> = old.iter().filter(|handle| is_in(handle, &new)).cloned().collect();
        same(&left, &new)
    };
    for handle in &new[kept..] {
        if !is_in(handle, &old) {
            create(machine, handle);
        }
        machine.recorder.event(Event::HandleReady { handle: handle.id, origin: Origin::Soon });
    }
    let before = event_loop.ready.replace(new.into());
    drop(before);
    done(Value::None)
}

/// `loop._set_scheduled(handles)`
pub fn set_scheduled(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (event_loop, new) = given(machine, args)?;
    if new.iter().any(|handle| handle.when.is_none()) {
        return type_error("what a loop has scheduled are timer handles");
    }
    let old: Vec<Rc<HandleData>> = event_loop.scheduled.borrow().clone();
    drop_missing(machine, &old, &new);
    for handle in new.iter().filter(|handle| !is_in(handle, &old)) {
        create(machine, handle);
        let due_ns = due_ns(handle.when.unwrap_or_default());
        machine.recorder.event(Event::TimerScheduled { handle: handle.id, due_ns });
    }
    let before = event_loop.scheduled.replace(new);
    drop(before);
    done(Value::None)
}
