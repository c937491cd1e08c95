//! A frame yields: what it hands out, and who gets it.

use super::Explanation;
use super::frames::{has_sent, is_await, is_plain};
use crate::messages::frames as say;
use crate::names::{Scene, is_hidden, number, wakeup};
use crate::phrase::Argument;
use loopglass_trace::{Control, Frame, FrameId, FrameKind, Picture};

pub(super) fn explain(scene: Scene<'_>, id: FrameId, value: Picture) -> Explanation {
    let receiver = scene.after.control.last();
    let mut arguments = vec![
        ("frame", scene.frame(id)),
        ("value", scene.value(value)),
        ("receiver", scene.holder(scene.after)),
    ];
    let Some(frame) = scene.before.frames.get(id) else {
        return Explanation::of(say::GENERATOR_YIELDS, say::WHY_GENERATOR_YIELDS, &arguments);
    };
    arguments.push(("line", number(scene.tables.source_line(frame.line))));
    // What is asyncio's own has no lines to name.
    let seen = |with_line, inside| if frame.line > 0 { with_line } else { inside };
    let (what, why) = match frame.kind {
        _ if is_plain(frame) => (seen(say::THREAD_WAITS, say::THREAD_WAITS_INSIDE), say::WHY_THREAD_WAITS),
        FrameKind::FutureAwait => {
            let future = frame.awaits.map_or_else(|| scene.value(value), |future| scene.future(future));
            arguments.push(("future", future));
            (say::FUTURE_AWAIT_YIELDS, why_future(scene, &mut arguments))
        }
        FrameKind::Generator if is_await(scene, frame) => match value {
            Picture::None if scene.after.current_task().is_some() => {
                (say::AWAIT_YIELDS, say::WHY_AWAIT_YIELDS_NONE)
            }
            _ => (say::AWAIT_YIELDS, say::WHY_AWAIT_YIELDS),
        },
        FrameKind::Coroutine if frame.delegate.is_none() && is_hidden(scene, frame.code, "sleep") => {
            match scene.after.running.filter(|_| scene.is_routine()) {
                Some(step) => {
                    arguments.push(("step", scene.runner(step, scene.after)));
                    (say::SLEEP_YIELDS, say::WHY_SLEEP_YIELDS_AGAIN)
                }
                None => (say::SLEEP_YIELDS, say::WHY_SLEEP_YIELDS),
            }
        }
        FrameKind::AsyncGenerator if frame.delegate.is_none() => {
            (say::GENERATOR_YIELDS, say::WHY_ASYNC_GENERATOR_YIELDS)
        }
        FrameKind::Generator if receiver_is_plain(scene, receiver) => {
            (say::GENERATOR_YIELDS, say::WHY_GENERATOR_YIELDS)
        }
        _ => match receiver {
            Some(Control::Handle(_)) => {
                arguments.push(("wakeup", wakeup_of(scene, frame)));
                let line = match value {
                    Picture::Future(future) => scene.line_of(future),
                    _ => None,
                };
                match line {
                    Some(primitive) => {
                        let task = frame.task.or_else(|| scene.before.current_task());
                        arguments.push(("until", scene.until(primitive, task)));
                        arguments.push(("primitive", scene.primitive(primitive)));
                        (seen(say::YIELDS_TO_STEP, say::YIELDS_TO_STEP_INSIDE), say::WHY_YIELDS_WAIT)
                    }
                    None => (
                        seen(say::YIELDS_TO_STEP, say::YIELDS_TO_STEP_INSIDE),
                        why_step(scene, value, &mut arguments),
                    ),
                }
            }
            _ if receiver_has_sent(scene, receiver, id) => {
                (seen(say::PAUSES, say::PAUSES_INSIDE), say::WHY_PAUSES)
            }
            _ if scene.is_familiar() => (say::YIELDS_ON, say::WHY_YIELDS_ON_AGAIN),
            _ => (say::YIELDS_ON, say::WHY_YIELDS_ON),
        },
    };
    Explanation::of(what, why, &arguments)
}

fn receiver_is_plain(scene: Scene<'_>, receiver: Option<&Control>) -> bool {
    match receiver {
        Some(Control::Frame(receiver)) => scene.after.frames.get(*receiver).is_some_and(is_plain),
        _ => true,
    }
}

fn receiver_has_sent(scene: Scene<'_>, receiver: Option<&Control>, id: FrameId) -> bool {
    match receiver {
        Some(Control::Frame(receiver)) => has_sent(scene, *receiver, id),
        _ => true,
    }
}

fn why_step(scene: Scene<'_>, value: Picture, arguments: &mut Vec<Argument>) -> &'static str {
    match (value, scene.after.ready().last()) {
        (Picture::Future(_), _) => say::WHY_YIELDS_FUTURE,
        (Picture::None, Some(last)) => {
            arguments.push(("last", scene.handle(*last)));
            say::WHY_YIELDS_NONE_BEHIND
        }
        (Picture::None, None) => say::WHY_YIELDS_NONE,
        _ => say::WHY_YIELDS_BAD,
    }
}

/// What becomes of the future that an `await` yields: told at length, or of the step and the task that it concerns.
fn why_future(scene: Scene<'_>, arguments: &mut Vec<Argument>) -> &'static str {
    match (scene.is_familiar(), scene.after.running, scene.after.current_task()) {
        (true, Some(running), Some(task))
            if scene.after.control.last() != Some(&Control::Handle(running)) =>
        {
            arguments.push(("step", scene.runner(running, scene.after)));
            arguments.push(("task", scene.future(task)));
            say::WHY_FUTURE_AWAIT_YIELDS_AGAIN
        }
        _ => say::WHY_FUTURE_AWAIT_YIELDS,
    }
}

/// What the wakeup of the task that yields will be called; its handle does not exist yet.
fn wakeup_of(scene: Scene<'_>, frame: &Frame) -> crate::Segment {
    match frame.task.or_else(|| scene.before.current_task()) {
        Some(task) => wakeup(scene.future(task)),
        None => scene.holder(scene.after),
    }
}
