//! What each event says beyond its name, as fields of its JSON object.

use super::{FORMAT_VERSION, names, object::Object};
use crate::event::{Callee, Event, Origin};
use crate::ids::HandleId;
use crate::trace::Trace;
use crate::world::World;

impl Trace {
    /// Adds what this event says. One exhaustive match, so that a new event cannot be forgotten here.
    pub(super) fn fields(&self, object: &mut Object, event: &Event, world: &World) {
        match *event {
            Event::RunStarted => self.header(object),
            Event::Line { line } => self.line(object, line, world),
            Event::RunEnded { end, status } => {
                object.string("end", names::end(end)).number("status", status);
            }
            Event::FrameCreated { frame, code, kind } => {
                object.number("frame", frame.0).string("kind", names::frame_kind(kind));
                if let Some(code) = self.tables().code(code) {
                    object.text("function", code.name).text("qualname", code.qualname);
                    self.place(object, "first_line", code.first_line);
                    object.flag("hidden", code.hidden);
                }
            }
            Event::FutureAwaitCreated { frame, future } => {
                object.number("frame", frame.0).number("future", future.0);
            }
            Event::FrameEntered { frame, resumed } => {
                object.number("frame", frame.0).flag("resumed", resumed);
            }
            Event::FrameSuspended { frame, value } | Event::FrameReturned { frame, value } => {
                object.number("frame", frame.0).picture("value", value);
            }
            Event::FrameRaised { frame, exception } => {
                object.number("frame", frame.0).text("exception", exception);
            }
            Event::FrameDropped { frame } => {
                object.number("frame", frame.0);
            }
            Event::LocalBound { frame, name, value } => {
                object.number("frame", frame.0).text("name", name).picture("value", value);
            }
            Event::LocalUnbound { frame, name } => {
                object.number("frame", frame.0).text("name", name);
            }
            Event::ExceptionRaised { exception } => {
                object.text("exception", exception);
            }
            Event::LoopCreated { event_loop }
            | Event::LoopEntered { event_loop }
            | Event::LoopLeft { event_loop }
            | Event::LoopClosed { event_loop } => {
                object.number("loop", event_loop.0);
            }
            Event::WatchBegan { handle, event_loop, fd, socket, callback, writes } => {
                object.number("handle", handle.0).number("loop", event_loop.0).number("fd", fd);
                object.string("for", if writes { "writing" } else { "reading" });
                object.text("socket", socket).text("function", callback);
            }
            Event::WatchEnded { handle } => {
                object.number("handle", handle.0);
            }
            Event::IterationBegan { iteration } => {
                object.number("iteration", iteration);
            }
            Event::ClockAdvanced { by_ns, reason } => {
                object.number("by_ns", by_ns).string("reason", names::clock_reason(reason));
            }
            Event::WorkerEntered { name, clock_ns } => {
                object.text("name", name).number("clock_ns", clock_ns);
            }
            Event::WorkerLeft | Event::SentByHand => {}
            Event::Printed { stream, text } => {
                object.string("stream", names::stream(stream)).text("text", text);
            }
            Event::Breakpoint => {}

            Event::HandleCreated { handle, callee, event_loop } => {
                object.number("handle", handle.0).number("loop", event_loop.0);
                match callee {
                    Callee::Step(task) => object.string("callee", "step").number("task", task.0),
                    Callee::Wakeup(task) => object.string("callee", "wakeup").number("task", task.0),
                    Callee::Script(name) => object.string("callee", "script").text("function", name),
                    Callee::Internal(name) => object.string("callee", "internal").text("function", name),
                };
            }
            Event::HandleReady { handle, origin } => {
                object.number("handle", handle.0);
                self.loop_of(object, handle, world);
                match origin {
                    Origin::Soon => object.string("origin", "soon"),
                    Origin::Callbacks(future) => {
                        object.string("origin", "callbacks").number("future", future.0)
                    }
                    Origin::Timers => object.string("origin", "timers"),
                    Origin::Thread => object.string("origin", "thread"),
                    Origin::Selector => object.string("origin", "selector"),
                };
            }
            Event::TimerScheduled { handle, due_ns } => {
                object.number("handle", handle.0);
                self.loop_of(object, handle, world);
                object.number("due_ns", due_ns);
            }
            Event::HandleCancelled { handle }
            | Event::HandleDropped { handle }
            | Event::HandleBegan { handle }
            | Event::HandleEnded { handle } => {
                object.number("handle", handle.0);
            }
            Event::CallbackAdded { future, handle } | Event::CallbackRemoved { future, handle } => {
                object.number("future", future.0).number("handle", handle.0);
            }

            Event::FutureCreated { future, kind, event_loop } => {
                object.number("future", future.0).string("kind", names::future_kind(kind));
                object.number("loop", event_loop.0);
            }
            Event::TaskCreated { task, coroutine, name } => {
                object.number("task", task.0).number("frame", coroutine.0).text("name", name);
            }
            Event::TaskRenamed { task, name } => {
                object.number("task", task.0).text("name", name);
            }
            Event::FutureSettled { future, outcome, value } => {
                object.number("future", future.0).string("outcome", names::outcome(outcome));
                object.picture("value", value);
            }
            Event::TaskWaits { task, on } => {
                object.number("task", task.0).number("on", on.0);
            }
            Event::CancelRequested { task, requests } | Event::CancelTakenBack { task, requests } => {
                object.number("task", task.0).number("requests", requests);
            }
            Event::FutureDropped { future } => {
                object.number("future", future.0);
            }
            Event::PrimitiveCreated { primitive, kind, value } => {
                object.number("primitive", primitive.0).string("kind", names::primitive_kind(kind));
                object.number("value", value);
            }
            Event::PrimitiveChanged { primitive, value } => {
                object.number("primitive", primitive.0).number("value", value);
            }
            Event::ItemPut { primitive, item } => {
                object.number("primitive", primitive.0);
                object.picture("item", item);
            }
            Event::ItemTaken { primitive, place } => {
                object.number("primitive", primitive.0).number("place", place);
            }
            Event::WaiterAdded { primitive, future } | Event::WaiterRemoved { primitive, future } => {
                object.number("primitive", primitive.0).number("future", future.0);
            }
        }
    }

    /// What a reader needs beside the events goes with the first one, so that the file is complete.
    fn header(&self, object: &mut Object) {
        let settings = &self.tables().settings;
        object.number("format", FORMAT_VERSION).string("file", self.file());
        object.number("line_cost_ns", settings.line_cost_ns);
        object.number("iteration_cost_ns", settings.iteration_cost_ns);
        object.number("epoch_ns", settings.epoch_ns).string("source", self.source());
    }

    fn loop_of(&self, object: &mut Object, handle: HandleId, world: &World) {
        if let Some(handle) = world.handles.get(handle) {
            object.number("loop", handle.event_loop.0);
        }
    }

    /// A line of the script, with the file it is of where there are several.
    fn place(&self, object: &mut Object, name: &'static str, line: u32) {
        let place = self.tables().source_line(line);
        object.number(name, place.line);
        if let Some(file) = &place.file {
            object.string("file", file);
        }
    }

    fn line(&self, object: &mut Object, line: u32, world: &World) {
        let frame = world.top_frame().and_then(|frame| world.frames.get(frame));
        let code = frame.and_then(|frame| frame.code).and_then(|code| self.tables().code(code));
        object.optional_text("function", code.map(|code| code.name));
        self.place(object, "line", line);
        let task = world.current_task().and_then(|task| world.futures.get(task)?.task);
        object.optional_text("task", task.map(|task| task.name));
    }
}
