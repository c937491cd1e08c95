//! The script's own course: lines, names, exceptions, output, begin and end.

use super::{Explanation, is_asked_to_end};
use crate::messages::{AN_EXCEPTION, cancellation, handle_count, program as say};
use crate::names::{Scene, number, words};
use crate::phrase::Argument;
use loopglass_trace::{
    Control, End, Event, FrameId, FrameKind, FrameState, Future, FutureId, Limit, Picture, Stream, TextId,
    Timer,
};

pub(super) fn explain(scene: Scene<'_>) -> Explanation {
    match *scene.event {
        Event::RunEnded { end, status } => ended(scene, end, status),
        Event::Line { line } => line_next(scene, line),
        Event::LocalBound { frame, name, value } => bound(scene, frame, name, value),
        Event::LocalUnbound { frame, name } => {
            let arguments = [("name", scene.code(name)), ("frame", scene.frame(frame))];
            Explanation::of(say::UNBOUND, say::WHY_UNBOUND, &arguments)
        }
        Event::ExceptionRaised { exception } => raised(scene, exception),
        Event::Printed { stream, text } => printed(scene, stream, text),
        Event::Breakpoint => {
            let arguments = [("frame", scene.holder(scene.after))];
            Explanation::of(say::BREAKPOINT, say::WHY_BREAKPOINT, &arguments)
        }
        _ => Explanation::of(say::RUN_STARTED, say::WHY_RUN_STARTED, &[]),
    }
}

fn ended(scene: Scene<'_>, end: End, status: u8) -> Explanation {
    let mut pending = scene.after.futures.iter().filter(|(_, future)| is_pending_task(future));
    let first = pending.next();
    let status = ("status", number(status));
    match (end, first) {
        (End::Finished, None) => Explanation::of(say::FINISHED, say::WHY_FINISHED, &[status]),
        (End::Finished, Some(_)) => {
            let count = ("count", number(1 + pending.count()));
            Explanation::of(say::FINISHED, say::WHY_FINISHED_PENDING, &[status, count])
        }
        (End::Raised, _) => {
            let exception = scene.after.uncaught().map_or_else(|| words(AN_EXCEPTION), |it| scene.code(it));
            Explanation::of(say::RAISED, say::WHY_RAISED, &[("exception", exception), status])
        }
        (End::WaitsForever, None) => Explanation::of(say::WAITS_FOREVER, say::WHY_WAITS_FOREVER, &[]),
        (End::WaitsForever, Some((task, _))) => {
            let arguments = [("task", scene.future(task))];
            Explanation::of(say::WAITS_FOREVER, say::WHY_WAITS_FOREVER_PENDING, &arguments)
        }
        (End::Stopped, _) => Explanation::of(say::STOPPED, say::WHY_STOPPED, &[]),
        (End::Limit(limit), _) => Explanation::of(limit_message(limit), say::WHY_LIMIT, &[]),
    }
}

fn is_pending_task(future: &Future) -> bool {
    future.task.is_some() && !future.state.is_done() && !future.dropped
}

fn limit_message(limit: Limit) -> &'static str {
    match limit {
        Limit::Steps => say::LIMIT_STEPS,
        Limit::Events => say::LIMIT_EVENTS,
        Limit::Memory => say::LIMIT_MEMORY,
        Limit::Output => say::LIMIT_OUTPUT,
        Limit::Time => say::LIMIT_TIME,
    }
}

fn line_next(scene: Scene<'_>, line: u32) -> Explanation {
    let world = scene.after;
    let frame = ("frame", scene.holder(world));
    let kind = world.top_frame().and_then(|id| world.frames.get(id)).map(|frame| frame.kind);
    let place = scene.tables.source_line(line);
    let what = match (kind == Some(FrameKind::Module), place.file.is_some()) {
        (true, false) => say::LINE_PROGRAM,
        (true, true) => say::LINE_OF_FILE,
        (false, false) => say::LINE,
        (false, true) => say::LINE_IN_FILE,
    };
    let line = ("line", number(place));
    let in_loop = world.control.iter_back().any(|holder| matches!(holder, Control::Loop(_)));
    match (in_loop, world.current_task(), kind) {
        (false, ..) => {
            let is_first = scene.before.clock_ns == 0;
            let why = if is_first { say::WHY_LINE_PROGRAM } else { say::WHY_LINE_PROGRAM_AGAIN };
            Explanation::of(what, why, &[line, frame])
        }
        (true, None, _) => Explanation::of(what, say::WHY_LINE_CALLBACK, &[line, frame]),
        (true, Some(task), Some(FrameKind::Function)) => {
            let task = ("task", scene.future(task));
            Explanation::of(what, say::WHY_LINE_FUNCTION, &[line, frame, task])
        }
        (true, Some(task), _) => {
            let task = ("task", scene.future(task));
            let (why, waiting) = who_waits(scene);
            Explanation::of(what, why, &[line, frame, task, waiting])
        }
    }
}

/// Who is kept waiting while a task runs.
fn who_waits(scene: Scene<'_>) -> (&'static str, Argument) {
    let count = scene.after.ready().len();
    // Until the first line of a turn no time has passed in it.
    let is_first = scene.before.turn.is_none_or(|turn| turn.since_ns == scene.before.clock_ns);
    let live = |timer: &&Timer| scene.after.handles.get(timer.handle).is_some_and(|handle| !handle.cancelled);
    let due = scene.after.timers().iter().find(live).filter(|timer| timer.due() <= scene.after.clock_ns);
    match due {
        Some(timer) if count == 0 => (say::WHY_LINE_TASK_DUE, ("timer", scene.handle(timer.handle))),
        None if count == 0 => {
            let why = if is_first { say::WHY_LINE_TASK } else { say::WHY_LINE_TASK_AGAIN };
            (why, ("handles", words(handle_count(0))))
        }
        _ => {
            let why = if is_first { say::WHY_LINE_TASK_READY } else { say::WHY_LINE_TASK_READY_AGAIN };
            (why, ("handles", words(handle_count(count))))
        }
    }
}

fn bound(scene: Scene<'_>, id: FrameId, name: TextId, value: Picture) -> Explanation {
    let kind = scene.after.frames.get(id).map_or(FrameKind::Function, |frame| frame.kind);
    let what = match (kind, value) {
        (FrameKind::Module, Picture::Coroutine(_)) => say::BOUND_PROGRAM_COROUTINE,
        (FrameKind::Module, _) => say::BOUND_PROGRAM,
        (_, Picture::Coroutine(_)) => say::BOUND_LOCAL_COROUTINE,
        _ => say::BOUND_LOCAL,
    };
    let why = match (newly_named(scene, value), kind) {
        (Some(true), _) => say::WHY_BOUND_TASK,
        (Some(false), _) => say::WHY_BOUND_FUTURE,
        (None, _) if is_new_coroutine(scene, value) => say::WHY_BOUND_COROUTINE_OBJECT,
        (None, FrameKind::Class) => say::WHY_BOUND_CLASS,
        (None, FrameKind::Module) => say::WHY_BOUND_PROGRAM,
        (None, FrameKind::Function) => say::WHY_BOUND_FUNCTION,
        (None, _) => say::WHY_BOUND_COROUTINE,
    };
    let moved = scene.before.futures.iter().find_map(|(id, future)| {
        let is_called_so = |future: &Future| future.variable == Some(name);
        let lost = is_called_so(future) && !scene.after.futures.get(id).is_some_and(is_called_so);
        lost.then_some(id)
    });
    if let (Picture::Future(future), Some(other)) = (value, moved) {
        let arguments = [
            ("frame", scene.frame(id)),
            ("name", scene.code(name)),
            ("value", old_name(scene, future)),
            ("other", scene.future(other)),
        ];
        return Explanation::of(what, say::WHY_BOUND_MOVED, &arguments);
    }
    // The name that the value had before tells more than "`x` now stands for x".
    let value = match value {
        Picture::Future(future) => old_name(scene, future),
        _ => scene.value(value),
    };
    Explanation::of(what, why, &[("frame", scene.frame(id)), ("name", scene.code(name)), ("value", value)])
}

fn is_new_coroutine(scene: Scene<'_>, value: Picture) -> bool {
    let Picture::Coroutine(frame) = value else { return false };
    let frame = scene.after.frames.get(frame);
    frame.is_some_and(|frame| frame.state == FrameState::Created && frame.kind == FrameKind::Coroutine)
}

fn old_name(scene: Scene<'_>, future: FutureId) -> crate::Segment {
    crate::names::future(future, scene.before, scene.tables)
}

/// Whether a future that is bound gets its label by that, and is a task.
fn newly_named(scene: Scene<'_>, value: Picture) -> Option<bool> {
    let Picture::Future(id) = value else { return None };
    let before = scene.before.futures.get(id)?;
    let after = scene.after.futures.get(id)?;
    (before.variable.is_none() && after.variable.is_some()).then_some(after.task.is_some())
}

fn raised(scene: Scene<'_>, exception: TextId) -> Explanation {
    let text = scene.tables.text(exception);
    let arguments = [("exception", scene.code(exception)), ("frame", scene.holder(scene.after))];
    if text.starts_with("CancelledError") {
        let why = match scene.after.current_task().is_some_and(|task| is_asked_to_end(scene, task)) {
            true => cancellation::WHY_EXCEPTION,
            false => cancellation::WHY_EXCEPTION_OTHER,
        };
        return Explanation::of(cancellation::EXCEPTION, why, &arguments);
    }
    let what = if scene.after.top_frame().is_some() { say::EXCEPTION } else { say::EXCEPTION_BARE };
    let frame = scene.after.top_frame().and_then(|frame| scene.after.frames.get(frame));
    let why = match frame {
        _ if text.starts_with("StopIteration") => say::WHY_EXCEPTION_STOP,
        Some(frame) if frame.kind == FrameKind::Module => say::WHY_EXCEPTION_PROGRAM,
        Some(_) => say::WHY_EXCEPTION,
        None => say::WHY_EXCEPTION_BARE,
    };
    Explanation::of(what, why, &arguments)
}

fn printed(scene: Scene<'_>, stream: Stream, text: TextId) -> Explanation {
    let arguments = [("frame", scene.holder(scene.after)), ("text", scene.printed(text))];
    match stream {
        Stream::Err => Explanation::of(say::PRINTED_ERROR, say::WHY_PRINTED_ERROR, &arguments),
        Stream::Out if scene.tables.text(text).trim().is_empty() => {
            Explanation::of(say::PRINTED_EMPTY, say::WHY_PRINTED, &arguments)
        }
        Stream::Out => Explanation::of(say::PRINTED, say::WHY_PRINTED, &arguments),
    }
}
