//! What the event loop has to do with sockets, the part in Rust: the handles that wait for a socket to become ready, and
//! the questions of the network's own waiting. What watches is Python in `prelude/selector_events.py`, the network
//! `prelude/network`.

use loopglass_python::error::{PyResult, Raise, type_error};
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::value::Value;
use loopglass_trace::{Callee, End, Event, Origin};

use std::rc::Rc;

use crate::event_loop::as_loop;
use crate::handle::{Callback, as_handle, callee, new_handle};
use crate::scripted::wrap_handle;
use crate::state::Asyncio;

/// `loop._set_watching(flag)`: whether iterations ask the selector for sockets that are ready.
pub fn set_watching(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(data) = args.positional.first().and_then(as_loop) {
        data.is_watching.set(matches!(args.positional.get(1), Some(Value::Bool(true))));
    }
    done(Value::None)
}

/// `loop._new_watcher(callback, args)`: the handle of what is called whenever a socket is ready. It has no place on the
/// stage until then.
pub fn new_watcher(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [event_loop, callback, arguments] = &args.positional[..] else {
        return type_error("a callback and its arguments were expected");
    };
    let Some(data) = as_loop(event_loop) else { return type_error("an event loop was expected") };
    let arguments = machine.collect(arguments)?;
    let asyncio = Asyncio::of(machine);
    let context = asyncio.context.borrow().copy();
    let id = asyncio.handle_id();
    let handle = new_handle(machine, &data, Callback::of(callback, arguments), context, None, Some(id));
    let class = asyncio.classes().handle.clone();
    done(wrap_handle(&class, &handle, event_loop))
}

/// `loop._watch_began(handle, fd, socket, writes)`: from now on the handle is called whenever its socket is ready.
pub fn watch_began(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [event_loop, handle, Value::Int(fd), socket, writes] = &args.positional[..] else {
        return type_error("a handle, a descriptor, a text and a flag were expected");
    };
    let (Some(data), Some(handle)) = (as_loop(event_loop), as_handle(handle)) else {
        return type_error("an event loop and a handle were expected");
    };
    let callback = handle.callback.borrow().clone();
    let callback = match callee(machine, &callback) {
        Callee::Script(name) | Callee::Internal(name) => name,
        Callee::Step(_) | Callee::Wakeup(_) => machine.recorder.trace.text("task"),
    };
    let socket = machine.recorder.trace.text(socket.as_str().map_or("", |text| text.as_str()));
    machine.recorder.event(Event::WatchBegan {
        handle: handle.id,
        event_loop: data.id,
        fd: u32::try_from(*fd).unwrap_or(u32::MAX),
        socket,
        callback,
        writes: matches!(writes, Value::Int(1) | Value::Bool(true)),
    });
    done(Value::None)
}

/// `loop._watch_ended(handle)`
pub fn watch_ended(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(handle) = args.positional.get(1).and_then(as_handle) {
        machine.recorder.event(Event::WatchEnded { handle: handle.id });
    }
    done(Value::None)
}

/// `loop._watcher_ready(handle)`: its socket is ready, so it enters the ready queue.
pub fn watcher_ready(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (Some(data), Some(handle)) =
        (args.positional.first().and_then(as_loop), args.positional.get(1).and_then(as_handle))
    else {
        return type_error("an event loop and a handle were expected");
    };
    let waits_already = data.ready.borrow().iter().any(|known| Rc::ptr_eq(known, &handle));
    if !waits_already {
        let callback = handle.callback.borrow().clone();
        let callee = callee(machine, &callback);
        machine.recorder.event(Event::HandleCreated { handle: handle.id, callee, event_loop: data.id });
        data.make_ready(machine, &handle, Origin::Selector);
    }
    done(Value::None)
}

/// `_has_arrivals()`: whether a worker will have done something.
pub fn has_arrivals(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Asyncio::of(machine).next_arrival().is_some())
}

/// `_waits_forever()`: nothing can ever come that is waited for, and the run ends here.
pub fn waits_forever(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    Err(Box::new(Raise::End(End::WaitsForever)))
}
