//! A frame ends, with a value or an exception: who gets it.

use super::frames::{class_name, has_sent, is_await};
use super::{Explanation, late};
use crate::messages::frames as say;
use crate::names::Scene;
use crate::phrase::Argument;
use loopglass_trace::{Control, Frame, FrameId, FrameKind, FutureId, Picture, TextId};

/// Who gets what a coroutine returns or raises.
enum Receiver {
    /// The step of its task.
    Step(FutureId),
    /// Whoever made the task, which runs eagerly.
    Eager(FutureId),
    /// A script that called `send` itself.
    Hand,
    /// The coroutine that awaits it.
    Await,
}

pub(super) fn returned(scene: Scene<'_>, id: FrameId, value: Picture) -> Explanation {
    let mut arguments = start(scene, id);
    arguments.push(("value", scene.value(value)));
    let Some(frame) = scene.before.frames.get(id) else {
        return Explanation::of(say::FUNCTION_RETURNS, say::WHY_FUNCTION_RETURNS, &arguments);
    };
    let (what, why) = match frame.kind {
        FrameKind::Module => (say::MODULE_RETURNS, say::WHY_MODULE_RETURNS),
        FrameKind::Class => {
            arguments.push(("name", class_name(scene, frame.code)));
            (say::CLASS_RETURNS, say::WHY_CLASS_RETURNS)
        }
        FrameKind::Function
            if matches!(scene.after.control.last(), Some(Control::Handle(_) | Control::Loop(_))) =>
        {
            (say::FUNCTION_RETURNS_LOOP, say::WHY_FUNCTION_RETURNS_LOOP)
        }
        FrameKind::Function => (say::FUNCTION_RETURNS, say::WHY_FUNCTION_RETURNS),
        FrameKind::FutureAwait => {
            push_future(scene, frame, &mut arguments);
            (say::FUTURE_AWAIT_RETURNS, say::WHY_FUTURE_AWAIT_RETURNS)
        }
        FrameKind::Generator if is_await(scene, frame) => (say::AWAIT_RETURNS, say::WHY_AWAIT_RETURNS),
        FrameKind::Generator => (say::GENERATOR_RETURNS, say::WHY_GENERATOR_RETURNS),
        FrameKind::AsyncGenerator => (say::GENERATOR_RETURNS, say::WHY_ASYNC_GENERATOR_RETURNS),
        FrameKind::Coroutine => match receiver(scene, id, frame) {
            Receiver::Step(task) => {
                arguments.push(("task", scene.future(task)));
                let why = match scene.is_familiar() {
                    true => say::WHY_STEP_GETS_RETURN_AGAIN,
                    false => say::WHY_STEP_GETS_RETURN,
                };
                (say::STEP_GETS_RETURN, why)
            }
            Receiver::Eager(task) => {
                arguments.push(("task", scene.future(task)));
                (say::EAGER_RETURNS, say::WHY_EAGER_RETURNS)
            }
            Receiver::Hand => (say::SEND_GETS_RETURN, say::WHY_SEND_GETS_RETURN),
            Receiver::Await if scene.after.running_loop().is_none() => {
                (say::COROUTINE_RETURNS, say::WHY_COROUTINE_RETURNS_BY_HAND)
            }
            Receiver::Await if frame.has_yielded && scene.is_routine() => {
                (say::COROUTINE_RETURNS, say::WHY_COROUTINE_RETURNS_AGAIN)
            }
            Receiver::Await if frame.has_yielded => (say::COROUTINE_RETURNS, say::WHY_COROUTINE_RETURNS_LATE),
            Receiver::Await => (say::COROUTINE_RETURNS, say::WHY_COROUTINE_RETURNS),
        },
    };
    let explanation = Explanation::of(what, why, &arguments);
    if frame.kind == FrameKind::Coroutine { late::held(scene, explanation) } else { explanation }
}

pub(super) fn raised(scene: Scene<'_>, id: FrameId, exception: TextId) -> Explanation {
    let mut arguments = start(scene, id);
    arguments.push(("exception", scene.code(exception)));
    let Some(frame) = scene.before.frames.get(id) else {
        return Explanation::of(say::FUNCTION_RAISES, say::WHY_FUNCTION_RAISES, &arguments);
    };
    let (what, why) = match (frame.kind, receiver(scene, id, frame)) {
        (FrameKind::Module, _) => (say::MODULE_RAISES, say::WHY_MODULE_RAISES),
        (FrameKind::FutureAwait, _) => {
            push_future(scene, frame, &mut arguments);
            let done = frame.awaits.and_then(|future| scene.find_future(future));
            match done.is_some_and(|future| future.state.is_done()) {
                true => (say::FUTURE_AWAIT_RAISES, say::WHY_FUTURE_AWAIT_RAISES),
                false => (say::FUTURE_AWAIT_RAISES, say::WHY_FUTURE_AWAIT_THROWN),
            }
        }
        (FrameKind::Coroutine, Receiver::Step(task) | Receiver::Eager(task)) => {
            arguments.push(("task", scene.future(task)));
            (say::STEP_GETS_ERROR, why_task_raises(scene.tables.text(exception)))
        }
        (FrameKind::Generator | FrameKind::AsyncGenerator, _)
            if scene.tables.text(exception).starts_with("GeneratorExit") =>
        {
            (say::FUNCTION_RAISES, say::WHY_CLOSED)
        }
        _ if is_own_error(scene, frame, exception) => {
            (say::FUNCTION_RAISES, why_own_raises(scene, frame, scene.tables.text(exception)))
        }
        _ => (say::FUNCTION_RAISES, say::WHY_FUNCTION_RAISES),
    };
    Explanation::of(what, why, &arguments)
}

/// Whether a coroutine of asyncio's own raises, and not because it was asked to end: that is its outcome.
fn is_own_error(scene: Scene<'_>, frame: &Frame, exception: TextId) -> bool {
    let is_own = frame.code.and_then(|code| scene.tables.code(code)).is_some_and(|code| code.hidden);
    is_own && !scene.tables.text(exception).contains("CancelledError")
}

/// Why something of asyncio's own raises what the script did not.
fn why_own_raises(scene: Scene<'_>, frame: &Frame, exception: &str) -> &'static str {
    let code = frame.code.and_then(|code| scene.tables.code(code));
    let owner = code.and_then(|code| scene.tables.text(code.qualname).split('.').next());
    match owner {
        Some("Timeout") if exception.starts_with("TimeoutError") => say::WHY_TIMEOUT_RAISES,
        // It comes out of the part that waits first, and goes on through `__aexit__`.
        Some("TaskGroup") if code.is_some_and(|code| scene.tables.text(code.name) == "__aexit__") => {
            say::WHY_FUNCTION_RAISES
        }
        Some("TaskGroup") if exception.contains("ExceptionGroup") => say::WHY_GROUP_RAISES,
        _ => say::WHY_OWN_RAISES,
    }
}

fn why_task_raises(exception: &str) -> &'static str {
    let name = exception.split(':').next().unwrap_or_default();
    match name.rsplit('.').next().unwrap_or_default() {
        "CancelledError" => say::WHY_STEP_GETS_CANCELLED,
        "SystemExit" | "KeyboardInterrupt" => say::WHY_STEP_GETS_EXIT,
        _ => say::WHY_STEP_GETS_ERROR,
    }
}

fn start(scene: Scene<'_>, id: FrameId) -> Vec<Argument> {
    vec![("frame", scene.frame(id)), ("receiver", scene.holder(scene.after))]
}

fn push_future(scene: Scene<'_>, frame: &Frame, arguments: &mut Vec<Argument>) {
    arguments.push(("future", scene.future(frame.awaits.unwrap_or(FutureId(u32::MAX)))));
}

fn receiver(scene: Scene<'_>, id: FrameId, frame: &Frame) -> Receiver {
    match (scene.after.control.last(), frame.task) {
        (Some(Control::Frame(_)), Some(task)) => Receiver::Eager(task),
        (Some(Control::Frame(parent)), None) => match has_sent(scene, *parent, id) {
            true => Receiver::Hand,
            false => Receiver::Await,
        },
        (_, Some(task)) => Receiver::Step(task),
        (_, None) => Receiver::Hand,
    }
}
