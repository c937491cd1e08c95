//! Frames that come to be, are entered or resumed, and go.

use super::{Explanation, is_asked_to_end};
use crate::messages::{SOMETHING, frames as say, handle_count};
use crate::names::{Scene, called_code, words};
use crate::phrase::{Argument, Kind, Segment};
use loopglass_trace::{CodeId, Control, Event, Frame, FrameId, FrameKind, FrameState, FutureId, FutureState};

pub(super) fn explain(scene: Scene<'_>) -> Explanation {
    match *scene.event {
        Event::FutureAwaitCreated { frame, future } => future_await_created(scene, frame, future),
        Event::FrameEntered { frame, resumed: false } => entered(scene, frame),
        Event::FrameEntered { frame, .. } => resumed(scene, frame),
        Event::FrameDropped { frame } => dropped(scene, frame),
        Event::SentByHand => {
            Explanation::of(say::SENT, say::WHY_SENT, &[("caller", scene.holder(scene.after))])
        }
        Event::FrameCreated { frame, code, kind } => created(scene, frame, code, kind),
        _ => Explanation::of(say::CREATED_MODULE, say::WHY_CREATED_MODULE, &[]),
    }
}

/// Whether a frame is the generator that a script's own `__await__` makes.
pub(super) fn is_await(scene: Scene<'_>, frame: &Frame) -> bool {
    frame.kind == FrameKind::Generator && frame.code.is_some_and(|code| is_await_code(scene, code))
}

fn is_await_code(scene: Scene<'_>, code: CodeId) -> bool {
    scene.tables.code(code).is_some_and(|code| scene.tables.text(code.name) == "__await__")
}

fn created(scene: Scene<'_>, id: FrameId, code: CodeId, kind: FrameKind) -> Explanation {
    let arguments =
        [("frame", called_code(id, Some(code), scene.tables)), ("caller", scene.holder(scene.before))];
    let (what, why) = match kind {
        FrameKind::Module => (say::CREATED_MODULE, say::WHY_CREATED_MODULE),
        FrameKind::Class => {
            let arguments = [("name", class_name(scene, Some(code)))];
            return Explanation::of(say::CREATED_CLASS, say::WHY_CREATED_CLASS, &arguments);
        }
        FrameKind::Function if is_called_by_loop(scene) => {
            (say::CREATED_FUNCTION_LOOP, say::WHY_CREATED_FUNCTION_LOOP)
        }
        FrameKind::Function => (say::CREATED_FUNCTION, say::WHY_CREATED_FUNCTION),
        FrameKind::Coroutine => (say::CREATED_COROUTINE, say::WHY_CREATED_COROUTINE),
        FrameKind::AsyncGenerator => (say::CREATED_ASYNC_GENERATOR, say::WHY_CREATED_ASYNC_GENERATOR),
        FrameKind::Generator | FrameKind::FutureAwait if is_await_code(scene, code) => {
            (say::CREATED_AWAIT, say::WHY_CREATED_AWAIT)
        }
        FrameKind::Generator | FrameKind::FutureAwait => (say::CREATED_GENERATOR, say::WHY_CREATED_GENERATOR),
    };
    Explanation::of(what, why, &arguments)
}

/// Whether the event loop has control before the event, by way of the handle that it runs.
fn is_called_by_loop(scene: Scene<'_>) -> bool {
    matches!(scene.before.control.last(), Some(Control::Handle(_) | Control::Loop(_)))
}

/// Whether a frame gets what another one gives because it has called `send`, and not because it awaits that.
pub(super) fn has_sent(scene: Scene<'_>, receiver: FrameId, giver: FrameId) -> bool {
    let Some(frame) = scene.before.frames.get(receiver) else { return false };
    let is_coroutine = scene.before.frames.get(giver).is_some_and(|it| it.kind == FrameKind::Coroutine);
    is_plain(frame) || is_coroutine && frame.kind == FrameKind::Coroutine && frame.delegate != Some(giver)
}

/// The name of the class whose body a code object is.
pub(super) fn class_name(scene: Scene<'_>, code: Option<CodeId>) -> Segment {
    match code {
        Some(code) => Segment::new(Kind::Code, scene.tables.function_name(code)),
        None => words(SOMETHING),
    }
}

fn future_await_created(scene: Scene<'_>, frame: FrameId, future: FutureId) -> Explanation {
    let why = match is_done(scene, future) {
        true => say::WHY_CREATED_FUTURE_AWAIT_DONE,
        false => say::WHY_CREATED_FUTURE_AWAIT_PENDING,
    };
    let arguments = [
        ("caller", scene.holder(scene.before)),
        ("future", scene.future(future)),
        ("frame", scene.frame(frame)),
    ];
    Explanation::of(say::CREATED_FUTURE_AWAIT, why, &arguments)
}

fn is_done(scene: Scene<'_>, future: FutureId) -> bool {
    scene.find_future(future).is_some_and(|future| future.state.is_done())
}

fn entered(scene: Scene<'_>, id: FrameId) -> Explanation {
    let mut arguments = vec![("frame", scene.frame(id)), ("caller", scene.holder(scene.before))];
    let Some(frame) = scene.after.frames.get(id) else {
        return Explanation::of(say::ENTERED_FUNCTION, say::WHY_ENTERED_FUNCTION, &arguments);
    };
    let caller = scene.before.control.last();
    let (what, why) = match frame.kind {
        FrameKind::Module => (say::ENTERED_MODULE, say::WHY_ENTERED_MODULE),
        FrameKind::Class => {
            arguments.push(("name", class_name(scene, frame.code)));
            (say::ENTERED_CLASS, say::WHY_ENTERED_CLASS)
        }
        FrameKind::Function if is_called_by_loop(scene) => {
            (say::ENTERED_FUNCTION_HANDLE, say::WHY_ENTERED_FUNCTION_HANDLE)
        }
        FrameKind::Function => (say::ENTERED_FUNCTION, say::WHY_ENTERED_FUNCTION),
        FrameKind::Coroutine => started(scene, frame, caller, &mut arguments),
        FrameKind::FutureAwait => {
            let future = frame.awaits.unwrap_or(FutureId(u32::MAX));
            arguments.push(("future", scene.future(future)));
            let why = match is_done(scene, future) {
                true => say::WHY_ENTERED_FUTURE_AWAIT_DONE,
                false if scene.is_familiar() => say::WHY_ENTERED_FUTURE_AWAIT_AGAIN,
                false => say::WHY_ENTERED_FUTURE_AWAIT_PENDING,
            };
            (say::ENTERED_FUTURE_AWAIT, why)
        }
        FrameKind::Generator if is_await(scene, frame) => (say::ENTERED_AWAIT, say::WHY_ENTERED_AWAIT),
        FrameKind::Generator => (say::ENTERED_GENERATOR, say::WHY_ENTERED_GENERATOR),
        FrameKind::AsyncGenerator => (say::ENTERED_GENERATOR, say::WHY_ENTERED_ASYNC_GENERATOR),
    };
    Explanation::of(what, why, &arguments)
}

/// Who starts a coroutine: a task's step, another coroutine's `await`, or the script by hand.
fn started(
    scene: Scene<'_>,
    frame: &Frame,
    caller: Option<&Control>,
    arguments: &mut Vec<Argument>,
) -> (&'static str, &'static str) {
    match (caller, frame.task) {
        (Some(Control::Handle(_)), Some(task)) if is_asked_to_end(scene, task) => {
            (say::STEP_STARTS, say::WHY_STEP_STARTS_CANCELLED)
        }
        (Some(Control::Handle(_)), _) if scene.is_familiar() => {
            let waiting = scene.after.ready().len();
            arguments.push(("handles", words(handle_count(waiting))));
            let why =
                if waiting == 0 { say::WHY_STEP_STARTS_AGAIN } else { say::WHY_STEP_STARTS_AGAIN_OTHERS };
            (say::STEP_STARTS, why)
        }
        (Some(Control::Handle(_) | Control::Loop(_)) | None, _) => (say::STEP_STARTS, say::WHY_STEP_STARTS),
        (Some(Control::Frame(_)), Some(task)) => {
            arguments.push(("task", scene.future(task)));
            (say::EAGER_STARTS, say::WHY_EAGER_STARTS)
        }
        _ if scene.before.sent_by_hand => (say::SEND_STARTS, say::WHY_SEND_STARTS),
        (Some(Control::Worker(_)), _) => (say::SEND_STARTS, say::WHY_SEND_STARTS),
        (Some(Control::Frame(parent)), None) => {
            match scene.before.frames.get(*parent).map(|parent| parent.kind) {
                Some(FrameKind::Module | FrameKind::Function | FrameKind::Class) => {
                    (say::SEND_STARTS, say::WHY_SEND_STARTS)
                }
                _ if scene.after.running_loop().is_none() => {
                    (say::AWAITS_COROUTINE, say::WHY_AWAITS_COROUTINE_BY_HAND)
                }
                _ => (say::AWAITS_COROUTINE, why_awaits(scene, frame, arguments)),
            }
        }
    }
}

/// Why awaiting a coroutine does not yield, said of who runs and of who has to wait.
fn why_awaits(scene: Scene<'_>, frame: &Frame, arguments: &mut Vec<Argument>) -> &'static str {
    let task = scene.after.current_task().map(|task| scene.future(task));
    arguments.push(("task", task.unwrap_or_else(|| words(SOMETHING))));
    let code = frame.code.and_then(|code| scene.tables.code(code));
    let is_own = code.is_some_and(|code| code.hidden);
    let name = code.map_or("", |code| scene.tables.text(code.name));
    match scene.after.ready().first() {
        _ if name == "__aenter__" && !scene.is_familiar() => say::WHY_AWAITS_ENTRY,
        _ if name == "__aexit__" && !scene.is_familiar() => say::WHY_AWAITS_EXIT,
        _ if is_own && scene.is_familiar() => say::WHY_AWAITS_OWN_AGAIN,
        _ if is_own => say::WHY_AWAITS_OWN,
        Some(first) => {
            arguments.push(("first", scene.handle(*first)));
            say::WHY_AWAITS_COROUTINE_READY
        }
        None => say::WHY_AWAITS_COROUTINE,
    }
}

fn resumed(scene: Scene<'_>, id: FrameId) -> Explanation {
    let mut arguments = vec![("frame", scene.frame(id)), ("caller", scene.holder(scene.before))];
    let Some(frame) = scene.before.frames.get(id) else {
        return Explanation::of(say::RESUMED_COROUTINE, say::WHY_RESUMED_COROUTINE, &arguments);
    };
    let by_hand = matches!(scene.before.control.last(), Some(Control::Frame(parent))
        if scene.before.frames.get(*parent).is_some_and(|parent| is_plain(parent) || parent.delegate != Some(id)));
    let inner = frame.delegate.map(|_| scene.frame(innermost(scene, id)));
    let (what, why) = match (frame.kind, inner) {
        _ if is_plain(frame) => (say::THREAD_GOES_ON, say::WHY_THREAD_GOES_ON),
        (FrameKind::FutureAwait, _) => return resumed_future_await(scene, frame, arguments),
        (FrameKind::Coroutine, Some(_)) if by_hand => (say::SEND_RESUMES, say::WHY_SEND_RESUMES),
        (_, Some(inner)) => {
            arguments.push(("inner", inner));
            (say::RESUMED_CHAIN, say::WHY_RESUMED_CHAIN)
        }
        (FrameKind::Generator, None) if is_await(scene, frame) => match driven_by_step(scene, id) {
            true => (say::RESUMED_AWAIT, say::WHY_RESUMED_AWAIT_BARE),
            false => (say::RESUMED_AWAIT, say::WHY_RESUMED_AWAIT),
        },
        (FrameKind::Generator | FrameKind::AsyncGenerator, None) => {
            (say::RESUMED_GENERATOR, say::WHY_RESUMED_GENERATOR)
        }
        (_, None) if scene.is_routine() => (say::RESUMED_COROUTINE, say::WHY_RESUMED_COROUTINE_AGAIN),
        (_, None) => (say::RESUMED_COROUTINE, say::WHY_RESUMED_COROUTINE),
    };
    Explanation::of(what, why, &arguments)
}

/// Whether it is a task's step that resumes a frame, through every `await` between, and not a `send` of the script's.
fn driven_by_step(scene: Scene<'_>, id: FrameId) -> bool {
    let mut inner = id;
    for holder in scene.before.control.iter_back() {
        match holder {
            Control::Frame(frame) => {
                if scene.before.frames.get(*frame).is_none_or(|frame| frame.delegate != Some(inner)) {
                    return false;
                }
                inner = *frame;
            }
            Control::Handle(_) => return true,
            Control::Loop(_) | Control::Worker(_) => return false,
        }
    }
    false
}

pub(super) fn is_plain(frame: &Frame) -> bool {
    matches!(frame.kind, FrameKind::Module | FrameKind::Function | FrameKind::Class)
}

/// The frame at the end of an await chain.
fn innermost(scene: Scene<'_>, from: FrameId) -> FrameId {
    let frames = &scene.before.frames;
    let mut last = from;
    for _ in 0..frames.len() {
        match frames.get(last).and_then(|frame| frame.delegate) {
            Some(next) if frames.contains(next) => last = next,
            _ => break,
        }
    }
    last
}

fn resumed_future_await(scene: Scene<'_>, frame: &Frame, mut arguments: Vec<Argument>) -> Explanation {
    let id = frame.awaits.unwrap_or(FutureId(u32::MAX));
    let state = scene.find_future(id).map_or(FutureState::Pending, |future| future.state);
    arguments.push(("future", scene.future(id)));
    if let Some(future) = scene.find_future(id) {
        arguments.push(("value", scene.value(future.value)));
    }
    let why = match state {
        FutureState::Done => say::WHY_RESUMED_FUTURE_DONE,
        FutureState::Failed => say::WHY_RESUMED_FUTURE_FAILED,
        FutureState::Cancelled => say::WHY_RESUMED_FUTURE_CANCELLED,
        _ => say::WHY_RESUMED_FUTURE_PENDING,
    };
    Explanation::of(say::RESUMED_FUTURE_AWAIT, why, &arguments)
}

fn dropped(scene: Scene<'_>, id: FrameId) -> Explanation {
    let arguments = [("frame", scene.frame(id))];
    let frame = scene.before.frames.get(id);
    let (what, why) = match frame.map(|frame| (frame.state, frame.kind)) {
        Some((FrameState::Created, FrameKind::Coroutine)) => {
            (say::DROPPED_NEVER_STARTED, say::WHY_DROPPED_NEVER_STARTED)
        }
        Some((FrameState::Suspended, kind)) if kind != FrameKind::FutureAwait => {
            (say::DROPPED, say::WHY_DROPPED)
        }
        _ => (say::DROPPED_PLAIN, say::WHY_DROPPED_PLAIN),
    };
    Explanation::of(what, why, &arguments)
}
