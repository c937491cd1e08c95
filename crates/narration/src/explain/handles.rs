//! Handles: made, scheduled, ready, run, thrown away.

use super::{Explanation, coroutine, internal, is_asked_to_end, late};
use crate::messages::{handle_count, handles as say};
use crate::names::{Scene, moment, number, span, words};
use crate::phrase::Argument;
use loopglass_trace::{
    Callee, Event, FrameState, Future, FutureId, FutureKind, FutureState, Handle, HandleId, Origin, Timer,
    World,
};

pub(super) fn explain(scene: Scene<'_>) -> Explanation {
    match *scene.event {
        Event::HandleReady { handle, origin } => ready(scene, handle, origin),
        Event::TimerScheduled { handle, due_ns } => scheduled(scene, handle, due_ns),
        Event::HandleCancelled { handle } if !scene.before.handles.contains(handle) => {
            Explanation::of(say::CANCELLED_TOO_LATE, say::WHY_CANCELLED_TOO_LATE, &[])
        }
        Event::HandleCancelled { handle } => {
            Explanation::of(say::CANCELLED, say::WHY_CANCELLED, &[("handle", scene.handle(handle))])
        }
        Event::HandleDropped { handle } => {
            Explanation::of(say::DROPPED, say::WHY_DROPPED, &[("handle", scene.handle(handle))])
        }
        Event::HandleBegan { handle } => began(scene, handle),
        Event::HandleEnded { handle } => ended(scene, handle),
        Event::HandleCreated { handle, callee, .. } => created(scene, handle, callee),
        _ => Explanation::of(say::CREATED, say::WHY_CREATED, &[("handle", words(""))]),
    }
}

fn created(scene: Scene<'_>, id: HandleId, callee: Callee) -> Explanation {
    let mut arguments = vec![("handle", scene.handle(id))];
    let why = match callee {
        Callee::Step(task) => {
            arguments.push(("task", scene.future(task)));
            say::WHY_CREATED_STEP
        }
        Callee::Wakeup(task) => {
            arguments.push(("task", scene.future(task)));
            say::WHY_CREATED_WAKEUP
        }
        Callee::Script(_) | Callee::Internal(_) => say::WHY_CREATED,
    };
    Explanation::of(say::CREATED, why, &arguments)
}

fn ready(scene: Scene<'_>, id: HandleId, origin: Origin) -> Explanation {
    let mut arguments = vec![("handle", scene.handle(id))];
    let ahead = scene.before.ready().len();
    arguments.push(("count", number(ahead)));
    arguments.push(("handles", words(handle_count(ahead))));
    if let Some(last) = scene.before.ready().last() {
        arguments.push(("ahead", scene.handle(*last)));
    }
    let (what, why) = match origin {
        Origin::Soon => ready_soon(scene, id, ahead, &mut arguments),
        Origin::Callbacks(future) => {
            arguments.push(("future", scene.future(future)));
            let why = if ahead == 0 { say::WHY_READY_CALLBACK_NEXT } else { say::WHY_READY_CALLBACK_BEHIND };
            let state = scene.find_future(future).map(|future| future.state);
            let is_cancelled = state == Some(FutureState::Cancelled);
            (if is_cancelled { say::READY_CALLBACK_CANCELLED } else { say::READY_CALLBACK }, why)
        }
        Origin::Timers => (say::READY_TIMER, ready_timer(scene, id, &mut arguments)),
        Origin::Thread => (say::READY_THREAD, say::WHY_READY_THREAD),
        Origin::Selector => match scene.after.watch_of(id) {
            Some(watch) => {
                arguments.push(("socket", words(scene.tables.text(watch.socket))));
                let what = if watch.writes { say::READY_TO_WRITE } else { say::READY_TO_READ };
                (what, say::WHY_READY_SOCKET)
            }
            None => (say::READY_SOCKET, say::WHY_READY_SOCKET),
        },
    };
    Explanation::of(what, why, &arguments)
}

fn ready_soon(
    scene: Scene<'_>,
    id: HandleId,
    ahead: usize,
    arguments: &mut Vec<Argument>,
) -> (&'static str, &'static str) {
    let step = match scene.after.handles.get(id).map(|handle| handle.callee) {
        Some(Callee::Step(task)) => Some(task),
        _ => None,
    };
    let place = match ahead {
        0 => say::WHY_READY_NEXT,
        1 => say::WHY_READY_BEHIND_ONE,
        _ => say::WHY_READY_BEHIND_MANY,
    };
    let Some(task) = step else { return (say::READY_SOON, place) };
    arguments.push(("task", scene.future(task)));
    arguments.push(("coroutine", coroutine(scene, task)));
    arguments.push(("creator", scene.holder(scene.after)));
    let is_new = scene.before.futures.get(task).is_some_and(|task| task.state == FutureState::Created);
    match (is_new, scene.after.running_loop()) {
        (true, Some(_)) => (say::READY_FIRST_STEP, say::WHY_READY_FIRST_STEP),
        (true, None) => (say::READY_FIRST_STEP, say::WHY_READY_FIRST_STEP_IDLE),
        (false, _) => (say::READY_SOON, say::WHY_READY_AGAIN),
    }
}

fn ready_timer(scene: Scene<'_>, id: HandleId, arguments: &mut Vec<Argument>) -> &'static str {
    let now = scene.after.clock_ns;
    let due_ns = scene.before.handles.get(id).and_then(|handle| handle.due_ns).unwrap_or(now);
    arguments.push(("span", span(now.saturating_sub(due_ns))));
    if !late::is_worth_telling(due_ns, now) {
        return say::WHY_READY_TIMER;
    }
    let Some(turn) = late::culprit(scene.after, due_ns) else { return say::WHY_READY_TIMER_LATE };
    arguments.push(("owner", scene.callee(turn.callee)));
    arguments.push(("due", moment(due_ns)));
    arguments.push(("from", moment(turn.since_ns)));
    arguments.push(("until", moment(turn.until_ns)));
    say::WHY_READY_TIMER_HELD
}

fn scheduled(scene: Scene<'_>, id: HandleId, due_ns: i64) -> Explanation {
    let due_ns = Timer { due_ns, handle: id }.due();
    let left = due_ns.saturating_sub(scene.after.clock_ns);
    let arguments = [("handle", scene.handle(id)), ("due", moment(due_ns)), ("span", span(left))];
    let what = if left == 0 { say::TIMER_NOW } else { say::TIMER };
    let is_sleep = internal_name(scene, scene.after, id).is_some_and(internal::is_sleep);
    let why = if is_sleep { say::WHY_TIMER_SLEEP } else { say::WHY_TIMER };
    Explanation::of(what, why, &arguments)
}

/// The name of asyncio's own function that a handle calls.
fn internal_name<'a>(scene: Scene<'a>, world: &World, id: HandleId) -> Option<&'a str> {
    match world.handles.get(id)?.callee {
        Callee::Internal(name) => Some(scene.tables.text(name)),
        _ => None,
    }
}

fn began(scene: Scene<'_>, id: HandleId) -> Explanation {
    let mut arguments = vec![("handle", scene.handle(id))];
    let why = match scene.before.handles.get(id).map(|handle| handle.callee) {
        Some(Callee::Step(task)) => {
            push_task(scene, task, &mut arguments);
            why_step(scene, task)
        }
        Some(Callee::Wakeup(task)) => {
            push_task(scene, task, &mut arguments);
            why_wakeup(scene, task, &mut arguments)
        }
        Some(Callee::Internal(name)) => why_internal(scene, id, scene.tables.text(name), &mut arguments),
        _ => match scene.after.ready().len() {
            0 => say::WHY_BEGAN_SCRIPT,
            1 => {
                let next = scene.after.ready().first().map(|next| scene.handle(*next));
                let is_same = next.as_ref().is_some_and(|next| next.text == scene.handle(id).text);
                arguments.extend(next.map(|next| ("next", next)));
                if is_same { say::WHY_BEGAN_SCRIPT_SAME } else { say::WHY_BEGAN_SCRIPT_OTHER }
            }
            count => {
                arguments.push(("handles", words(handle_count(count))));
                say::WHY_BEGAN_SCRIPT_OTHERS
            }
        },
    };
    let explanation = Explanation::of(say::BEGAN, why, &arguments);
    let now = scene.after.clock_ns;
    match scene.before.handles.get(id).and_then(|handle| handle.due_ns) {
        Some(due) if late::is_worth_telling(due, now) => {
            let span = span(now.saturating_sub(due));
            explanation
                .and(say::WHY_BEGAN_LATE, &[("due", moment(due)), ("now", moment(now)), ("span", span)])
        }
        _ => explanation,
    }
}

/// Why a callback of asyncio's own runs: of a timer, for whom and on what.
fn why_internal(scene: Scene<'_>, id: HandleId, name: &str, arguments: &mut Vec<Argument>) -> &'static str {
    let general = internal::why(name).unwrap_or(say::WHY_BEGAN_INTERNAL);
    let Some(task) = scene.before.handles.get(id).and_then(|handle| handle.made_by) else { return general };
    arguments.push(("task", scene.future(task)));
    let waits_for = match scene.before.futures.get(task).map(|future| future.state) {
        Some(FutureState::Waiting(future)) => Some(future),
        _ => None,
    };
    match waits_for {
        Some(future) if internal::is_sleep(name) && scene.is_inside(task, "sleep") => {
            arguments.push(("future", scene.future(future)));
            say::INTERNAL_SLEEP_OF
        }
        _ if internal::is_timeout(name) => say::INTERNAL_TIMEOUT_OF,
        _ => general,
    }
}

/// When the sleep is over in which a task is.
fn sleeps_until(scene: Scene<'_>, task: FutureId) -> Option<u64> {
    let is_its_sleep = |id: HandleId| {
        let made_by = scene.after.handles.get(id).filter(|handle| !handle.cancelled)?.made_by?;
        (made_by == task && internal::is_sleep(internal_name(scene, scene.after, id)?)).then_some(())
    };
    let mut timers = scene.after.timers().iter().take(late::LOOKED_AT);
    let timer = timers.find(|timer| is_its_sleep(timer.handle).is_some())?;
    scene.is_inside(task, "sleep").then_some(timer.due())
}

fn push_task(scene: Scene<'_>, task: FutureId, arguments: &mut Vec<Argument>) {
    arguments.push(("task", scene.future(task)));
    arguments.push(("coroutine", coroutine(scene, task)));
}

fn why_step(scene: Scene<'_>, task: FutureId) -> &'static str {
    let Some(part) = scene.before.futures.get(task).and_then(|future| future.task) else {
        return say::WHY_BEGAN_STEP_PLAIN;
    };
    let state = scene.before.frames.get(part.coroutine).map(|frame| frame.state);
    match (state, part.cancel_requests) {
        (Some(FrameState::Created), 0) => say::WHY_BEGAN_FIRST_STEP,
        (Some(FrameState::Created), _) => say::WHY_BEGAN_CANCELLED_FIRST,
        (Some(FrameState::Suspended), 0) => say::WHY_BEGAN_STEP,
        (Some(FrameState::Suspended), _) => say::WHY_BEGAN_CANCELLED,
        _ => say::WHY_BEGAN_STEP_PLAIN,
    }
}

/// Why a wakeup runs: how what the task waited for has ended.
fn why_wakeup(scene: Scene<'_>, task: FutureId, arguments: &mut Vec<Argument>) -> &'static str {
    let on = scene.before.futures.get(task).and_then(|future| future.task).and_then(|task| task.awaiting);
    let Some(on) = on else { return say::WHY_BEGAN_WAKEUP };
    arguments.push(("future", scene.future(on)));
    match scene.before.futures.get(on).map(|future| future.state) {
        Some(FutureState::Failed) => say::WHY_BEGAN_WAKEUP_FAILED,
        Some(FutureState::Cancelled) if is_asked_to_end(scene, task) => say::WHY_BEGAN_WAKEUP_CANCELLED,
        Some(FutureState::Cancelled) => say::WHY_BEGAN_WAKEUP_OTHER_CANCELLED,
        _ => say::WHY_BEGAN_WAKEUP_DONE,
    }
}

fn ended(scene: Scene<'_>, id: HandleId) -> Explanation {
    let mut explanation = Explanation::of(say::ENDED, "", &[("handle", scene.handle(id))]);
    if let Some(turn) = scene.before.turn.filter(|turn| turn.handle == id) {
        explanation = late::long_turn(scene, turn, explanation);
    }
    let task = scene.before.handles.get(id).and_then(Handle::task);
    if let Some((task, future)) = task.and_then(|task| Some((task, scene.after.futures.get(task)?))) {
        let (why, arguments) = task_ended(scene, task, future);
        explanation = explanation.and(why, &arguments);
    }
    match scene.after.ready().first() {
        Some(next) => explanation.and(say::WHY_ENDED_NEXT, &[("next", scene.handle(*next))]),
        None => match late::time_left(scene) {
            Some(left) => explanation.and(say::WHY_ENDED_EMPTY_TIMER, &[("span", span(left))]),
            None => explanation.and(say::WHY_ENDED_EMPTY, &[]),
        },
    }
}

/// What is to be said of a task that waits in line for a lock or the like.
fn in_line(scene: Scene<'_>, id: FutureId, on: FutureId, task: Argument) -> (&'static str, Vec<Argument>) {
    let mut arguments = vec![task];
    let mut why = say::WHY_ENDED_IN_LINE;
    if let Some(line) = scene.line_of(on) {
        arguments.push(("until", scene.until(line, Some(id))));
        let id = line;
        arguments.push(("primitive", scene.primitive(id)));
        let primitive = scene.after.primitives.get(id);
        // Of several who hold a permit, none is the one to wait for.
        if let Some([owner]) = primitive.map(|primitive| &primitive.holders[..]) {
            arguments.push(("owner", scene.future(*owner)));
            why = say::WHY_ENDED_HELD;
        }
    }
    (why, arguments)
}

/// What becomes of a task whose step has ended.
fn task_ended(scene: Scene<'_>, id: FutureId, future: &Future) -> (&'static str, Vec<Argument>) {
    let task = ("task", scene.future(id));
    match future.state {
        FutureState::Waiting(on) if scene.line_of(on).is_some() => in_line(scene, id, on, task),
        FutureState::Waiting(on) => {
            let is_pending = scene.after.futures.get(on).is_none_or(|on| !on.state.is_done());
            let mut arguments = vec![task, ("future", scene.future(on))];
            let due_ns = sleeps_until(scene, id).filter(|_| is_pending);
            arguments.extend(due_ns.map(|due_ns| ("due", moment(due_ns))));
            let inner = scene.shielded(on).filter(|_| is_pending);
            arguments.extend(inner.map(|inner| ("inner", scene.future(inner))));
            let gathers = scene.find_future(on).is_some_and(|on| on.kind == FutureKind::Gather);
            let why = match (is_pending, due_ns) {
                (true, Some(_)) => say::WHY_ENDED_ASLEEP,
                (true, None) if inner.is_some() => say::WHY_ENDED_SHIELDED,
                (true, None) if gathers => say::WHY_ENDED_GATHERING,
                (true, None) if scene.is_inside(id, "_aexit") => say::WHY_ENDED_GROUP,
                (true, None) if scene.is_inside(id, "_wait") => say::WHY_ENDED_AWAITING_SOME,
                (true, None) => say::WHY_ENDED_WAITING,
                (false, _) => "",
            };
            (why, arguments)
        }
        FutureState::Ready => (say::WHY_ENDED_READY, vec![task]),
        state if state.is_done() => (say::WHY_ENDED_DONE, vec![task]),
        _ => ("", Vec::new()),
    }
}
