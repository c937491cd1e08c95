//! The event loop's own events: its life, its iterations, its clock.

use super::Explanation;
use crate::messages::{event_loop as say, handle_count};
use crate::names::{Scene, number, span, words};
use loopglass_trace::{ClockReason, Control, Event, HandleId, TextId, Timer};

pub(super) fn explain(scene: Scene<'_>) -> Explanation {
    match *scene.event {
        Event::LoopEntered { .. } => entered(scene),
        Event::LoopLeft { .. } => left(scene),
        Event::WatchBegan { socket, callback, writes, .. } => {
            let text = |id| words(scene.tables.text(id));
            let what = if writes { say::WATCH_WRITING } else { say::WATCH_READING };
            Explanation::of(what, say::WHY_WATCH, &[("socket", text(socket)), ("callback", text(callback))])
        }
        Event::WatchEnded { handle } => watch_ended(scene, handle),
        Event::LoopClosed { .. } => Explanation::of(say::CLOSED, say::WHY_CLOSED, &[]),
        Event::IterationBegan { iteration } => iteration_began(scene, iteration),
        Event::ClockAdvanced { by_ns, reason: ClockReason::Select } => select(scene, by_ns),
        Event::ClockAdvanced { by_ns, reason: ClockReason::Sleep } => slept(scene, by_ns),
        Event::WorkerEntered { name, .. } => worker_entered(scene, name),
        Event::WorkerLeft => worker_left(scene),
        _ => Explanation::of(say::CREATED, say::WHY_CREATED, &[]),
    }
}

fn watch_ended(scene: Scene<'_>, handle: HandleId) -> Explanation {
    let Some(watch) = scene.before.watch_of(handle) else {
        return Explanation::of(say::UNWATCHED, say::WHY_UNWATCHED, &[]);
    };
    let what = if watch.writes { say::UNWATCHED_WRITING } else { say::UNWATCHED_READING };
    Explanation::of(what, say::WHY_UNWATCHED, &[("socket", words(scene.tables.text(watch.socket)))])
}

fn worker_entered(scene: Scene<'_>, name: TextId) -> Explanation {
    let arguments = [("name", words(scene.tables.text(name)))];
    Explanation::of(say::WORKER_ENTERED, say::WHY_WORKER_ENTERED, &arguments)
}

fn worker_left(scene: Scene<'_>) -> Explanation {
    let took = scene.before.clock_ns.saturating_sub(scene.after.clock_ns);
    Explanation::of(say::WORKER_LEFT, say::WHY_WORKER_LEFT, &[("span", span(took))])
}

fn entered(scene: Scene<'_>) -> Explanation {
    let ready = scene.after.ready();
    match (ready.first(), ready.len()) {
        (None, _) => Explanation::of(say::ENTERED, say::WHY_ENTERED_EMPTY, &[]),
        (Some(first), 1) => {
            Explanation::of(say::ENTERED, say::WHY_ENTERED_ONE, &[("first", scene.handle(*first))])
        }
        (Some(_), count) => Explanation::of(say::ENTERED, say::WHY_ENTERED_MANY, &[("count", number(count))]),
    }
}

fn left(scene: Scene<'_>) -> Explanation {
    match scene.after.ready().len() {
        0 => Explanation::of(say::LEFT, say::WHY_LEFT, &[]),
        count => {
            let arguments = [("handles", words(handle_count(count)))];
            Explanation::of(say::LEFT, say::WHY_LEFT_READY, &arguments)
        }
    }
}

fn iteration_began(scene: Scene<'_>, iteration: u32) -> Explanation {
    let world = scene.after;
    let mut arguments = vec![("iteration", number(iteration))];
    let timer = world.timers().iter().find(|timer| !is_cancelled(scene, timer.handle));
    let due = timer.filter(|timer| timer.due() <= world.clock_ns);
    if let Some(timer) = timer {
        arguments.push(("timer", scene.handle(timer.handle)));
        arguments.push(("span", span(timer.due().saturating_sub(world.clock_ns))));
    }
    let Some(first) = world.ready().first() else {
        let why = match (timer, due) {
            (None, _) if !world.watches.is_empty() => say::WHY_ITERATION_SOCKETS,
            (None, _) => say::WHY_ITERATION_FOREVER,
            (Some(_), Some(_)) => say::WHY_ITERATION_DUE,
            (Some(_), None) => say::WHY_ITERATION_TIMER,
        };
        return Explanation::of(say::ITERATION_EMPTY, why, &arguments);
    };
    let count = world.ready().len();
    arguments.push(("first", scene.handle(*first)));
    arguments.push(("count", number(count)));
    arguments.push(("handles", words(handle_count(count))));
    let why = match (due, count) {
        (Some(_), _) => say::WHY_ITERATION_DUE,
        (None, 1) => say::WHY_ITERATION_ONE,
        (None, _) => say::WHY_ITERATION_MANY,
    };
    Explanation::of(say::ITERATION, why, &arguments)
}

fn is_cancelled(scene: Scene<'_>, handle: HandleId) -> bool {
    scene.after.handles.get(handle).is_some_and(|handle| handle.cancelled)
}

fn select(scene: Scene<'_>, by_ns: u64) -> Explanation {
    let explanation = Explanation::of(say::SELECT, say::WHY_SELECT, &[("span", span(by_ns))]);
    let late = scene.after.timers().first().is_some_and(|timer| timer.due() < scene.after.clock_ns);
    if late { explanation.and(say::WHY_SELECT_LATE, &[]) } else { explanation }
}

fn slept(scene: Scene<'_>, by_ns: u64) -> Explanation {
    let world = scene.after;
    if world.outside_worker().is_some() {
        return Explanation::of(say::SLEEP_WORKER, say::WHY_SLEEP_WORKER, &[("span", span(by_ns))]);
    }
    let mut arguments = vec![("span", span(by_ns)), ("holder", scene.holder(world))];
    let in_loop = world.control.iter().any(|holder| matches!(holder, Control::Loop(_)));
    let came_due = |timer: &&Timer| {
        timer.due() > scene.before.clock_ns
            && timer.due() <= world.clock_ns
            && !is_cancelled(scene, timer.handle)
    };
    let why = match (in_loop, world.timers().iter().find(came_due), world.ready().len()) {
        (false, ..) => say::WHY_SLEEP_PROGRAM,
        (true, Some(timer), _) => {
            arguments.push(("timer", scene.handle(timer.handle)));
            say::WHY_SLEEP_DUE
        }
        (true, None, 0) => say::WHY_SLEEP,
        (true, None, count) => {
            arguments.push(("handles", words(handle_count(count))));
            say::WHY_SLEEP_READY
        }
    };
    Explanation::of(say::SLEEP, why, &arguments)
}
