//! Futures and tasks: made, waited for, settled, cancelled, forgotten.

use super::{Explanation, coroutine};
use crate::messages::{cancellation, futures as say};
use crate::names::{Scene, in_hidden, number, words};
use crate::phrase::Argument;
use loopglass_trace::{Callee, Event, Future, FutureId, FutureKind, FutureState, HandleId, Outcome, Picture};

pub(super) fn explain(scene: Scene<'_>) -> Explanation {
    match *scene.event {
        Event::TaskCreated { task, .. } => {
            let arguments = [("task", scene.future(task)), ("coroutine", coroutine(scene, task))];
            Explanation::of(say::TASK_CREATED, say::WHY_TASK_CREATED, &arguments)
        }
        Event::TaskRenamed { task, name } => {
            let arguments = [("task", scene.future(task)), ("name", scene.code(name))];
            Explanation::of(say::RENAMED, say::WHY_RENAMED, &arguments)
        }
        Event::CallbackAdded { future, handle } => callback_added(scene, future, handle),
        Event::CallbackRemoved { future, handle } => {
            let arguments = [("future", scene.future(future)), ("handle", scene.handle(handle))];
            Explanation::of(say::CALLBACK_REMOVED, say::WHY_CALLBACK_REMOVED, &arguments)
        }
        Event::FutureSettled { future, outcome, value } => settled(scene, future, outcome, value),
        Event::TaskWaits { task, on } => waits(scene, task, on),
        Event::CancelRequested { task, requests } => cancel_requested(scene, task, requests),
        Event::CancelTakenBack { task, requests } => {
            let arguments = [
                ("task", scene.future(task)),
                ("holder", scene.holder(scene.after)),
                ("count", number(requests)),
            ];
            Explanation::of(cancellation::TAKEN_BACK, cancellation::WHY_TAKEN_BACK, &arguments)
        }
        Event::FutureDropped { future } => dropped(scene, future),
        Event::FutureCreated { future, kind, .. } => created(scene, future, kind),
        _ => Explanation::of(say::TASK_BORN, say::WHY_TASK_BORN, &[]),
    }
}

fn created(scene: Scene<'_>, future: FutureId, kind: FutureKind) -> Explanation {
    let arguments = [("future", scene.future(future))];
    match kind {
        FutureKind::Future if in_hidden(scene, "sleep") => {
            Explanation::of(say::FUTURE_CREATED, say::WHY_FUTURE_CREATED_SLEEP, &arguments)
        }
        FutureKind::Future => Explanation::of(say::FUTURE_CREATED, say::WHY_FUTURE_CREATED, &arguments),
        FutureKind::Gather => Explanation::of(say::GATHER_CREATED, say::WHY_GATHER_CREATED, &arguments),
        FutureKind::Task => Explanation::of(say::TASK_BORN, say::WHY_TASK_BORN, &[]),
    }
}

fn callback_added(scene: Scene<'_>, future: FutureId, handle: HandleId) -> Explanation {
    let mut arguments = vec![
        ("future", scene.future(future)),
        ("handle", scene.handle(handle)),
        ("holder", scene.holder(scene.after)),
    ];
    let why = match scene.after.handles.get(handle).map(|handle| handle.callee) {
        Some(Callee::Wakeup(task) | Callee::Step(task)) => {
            arguments.push(("coroutine", coroutine(scene, task)));
            say::WHY_CALLBACK_WAKEUP
        }
        Some(Callee::Script(_)) => say::WHY_CALLBACK_SCRIPT,
        _ => say::WHY_CALLBACK_INTERNAL,
    };
    Explanation::of(say::CALLBACK_ADDED, why, &arguments)
}

fn settled(scene: Scene<'_>, id: FutureId, outcome: Outcome, value: Picture) -> Explanation {
    let mut arguments = vec![
        ("future", scene.future(id)),
        ("task", scene.future(id)),
        ("value", scene.value(value)),
        ("holder", scene.holder(scene.after)),
    ];
    let future = scene.find_future(id);
    let kind = future.map_or(FutureKind::Future, |future| future.kind);
    let inner = scene.shielded(id).filter(|_| outcome == Outcome::Cancelled);
    arguments.extend(inner.map(|inner| ("inner", scene.future(inner))));
    let what = match (kind, outcome) {
        (FutureKind::Future, Outcome::Cancelled) if inner.is_some() => say::SHIELD_CANCELLED,
        (FutureKind::Task, Outcome::Result) => say::TASK_DONE,
        (FutureKind::Task, Outcome::Exception) => say::TASK_FAILED,
        (FutureKind::Task, Outcome::Cancelled) => say::TASK_CANCELLED,
        (FutureKind::Future, Outcome::Result) => say::FUTURE_DONE,
        (FutureKind::Future, Outcome::Exception) => say::FUTURE_FAILED,
        (FutureKind::Future, Outcome::Cancelled) => say::FUTURE_CANCELLED,
        (FutureKind::Gather, Outcome::Result) => say::GATHER_DONE,
        (FutureKind::Gather, Outcome::Exception) => say::GATHER_FAILED,
        (FutureKind::Gather, Outcome::Cancelled) => say::GATHER_CANCELLED,
    };
    let why = who_is_woken(scene, future, outcome, &mut arguments);
    let explanation = Explanation::of(what, why, &arguments);
    match (kind, outcome) {
        (FutureKind::Gather, Outcome::Exception)
            if value.text(scene.after, scene.tables).starts_with("CancelledError") =>
        {
            explanation.and(say::WHY_GATHER_CANCELLED, &[])
        }
        (FutureKind::Gather, Outcome::Exception) => explanation.and(say::WHY_GATHER_FAILED, &[]),
        _ => explanation,
    }
}

fn who_is_woken(
    scene: Scene<'_>,
    future: Option<&Future>,
    outcome: Outcome,
    arguments: &mut Vec<Argument>,
) -> &'static str {
    let callbacks = future.map(|future| &future.callbacks[..]).unwrap_or_default();
    match (callbacks, outcome) {
        ([], Outcome::Exception) => say::WHY_FAILED_NOBODY,
        ([], _) => say::WHY_SETTLED_NOBODY,
        ([only], _) => {
            arguments.push(("first", scene.handle(*only)));
            say::WHY_SETTLED_ONE
        }
        (many, _) => {
            arguments.push(("count", number(many.len())));
            say::WHY_SETTLED_MANY
        }
    }
}

fn waits(scene: Scene<'_>, task: FutureId, on: FutureId) -> Explanation {
    let mut arguments = vec![("task", scene.future(task)), ("future", scene.future(on))];
    let callbacks = scene.after.futures.get(on).map(|future| &future.callbacks[..]).unwrap_or_default();
    let wakes = |handle: &&HandleId| {
        scene.after.handles.get(**handle).is_some_and(|handle| handle.task() == Some(task))
    };
    match callbacks.iter().find(wakes) {
        Some(handle) => {
            arguments.push(("handle", scene.handle(*handle)));
            Explanation::of(say::WAITS, say::WHY_WAITS, &arguments)
        }
        None => Explanation::of(say::WAITS, say::WHY_WAITS_PLAIN, &arguments),
    }
}

fn cancel_requested(scene: Scene<'_>, task: FutureId, requests: u32) -> Explanation {
    let mut arguments = vec![
        ("task", scene.future(task)),
        ("holder", scene.holder(scene.after)),
        ("count", number(requests)),
    ];
    let what = if requests > 1 { cancellation::REQUESTED_AGAIN } else { cancellation::REQUESTED };
    let future = scene.after.futures.get(task);
    let is_new = future.and_then(|future| future.task).is_some_and(|part| {
        scene.after.frames.get(part.coroutine).is_some_and(|frame| frame.line == 0 && frame.parent.is_none())
    });
    let why = match future.map(|future| future.state) {
        Some(FutureState::Waiting(on)) => {
            arguments.push(("future", scene.future(on)));
            cancellation::WHY_REQUESTED_WAITING
        }
        Some(FutureState::Running) => cancellation::WHY_REQUESTED_RUNNING,
        Some(state) if state.is_done() => cancellation::WHY_REQUESTED_DONE,
        _ if is_new => cancellation::WHY_REQUESTED_NEW,
        _ => cancellation::WHY_REQUESTED_READY,
    };
    Explanation::of(what, why, &arguments)
}

fn dropped(scene: Scene<'_>, id: FutureId) -> Explanation {
    let future = scene.before.futures.get(id);
    let is_task = future.is_some_and(|future| future.task.is_some());
    let value = future.map_or_else(|| words(""), |future| scene.value(future.value));
    let arguments = [("future", scene.future(id)), ("task", scene.future(id)), ("value", value)];
    let what = if is_task { say::DROPPED_TASK } else { say::DROPPED };
    let why = match future.map(|future| future.state) {
        Some(FutureState::Failed) => say::WHY_DROPPED_FAILED,
        Some(state) if !state.is_done() && is_task => say::WHY_DROPPED_PENDING_TASK,
        Some(state) if !state.is_done() => say::WHY_DROPPED_PENDING,
        _ => say::WHY_DROPPED_DONE,
    };
    Explanation::of(what, why, &arguments)
}
