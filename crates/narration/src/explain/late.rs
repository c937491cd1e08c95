//! Who kept the event loop from its timers, and for how long: what a turn that was too long cost the others.

use super::Explanation;
use crate::messages::{frames, handle_count, handles as say};
use crate::names::{Scene, moment, number, span, words};
use loopglass_trace::{Timer, Turn, World};

/// What `select` and a few callbacks take is no delay; only more than that has a cause in the script, in nanoseconds.
const WORTH_TELLING: u64 = 1_100_000;
/// A turn that takes as long as so many lines is a long one, where others wait for its end.
const LINES: u64 = 24;
/// How many timers are looked at.
pub(super) const LOOKED_AT: usize = 1_000;

/// Whether what was due then and comes now is late.
pub(super) fn is_worth_telling(due_ns: u64, now_ns: u64) -> bool {
    now_ns.saturating_sub(due_ns) > WORTH_TELLING
}

/// The turn that made what was due late: one that covers most of the delay.
pub(super) fn culprit(world: &World, due_ns: u64) -> Option<Turn> {
    let late = world.clock_ns.saturating_sub(due_ns);
    let covered = |turn: &Turn| turn.until_ns.saturating_sub(turn.since_ns.max(due_ns));
    world.longest_turn.filter(|turn| covered(turn) > late / 2)
}

fn is_live(scene: Scene<'_>, timer: &Timer) -> bool {
    scene.after.handles.get(timer.handle).is_some_and(|handle| !handle.cancelled)
}

/// How long it is until the first timer is due, if none is due yet, in nanoseconds.
pub(super) fn time_left(scene: Scene<'_>) -> Option<u64> {
    let mut timers = scene.after.timers().iter().take(LOOKED_AT);
    let timer = timers.find(|timer| is_live(scene, timer))?;
    timer.due().checked_sub(scene.after.clock_ns).filter(|left| *left > 0)
}

/// What is to be said of a turn that was so long that others had to wait.
pub(super) fn long_turn(scene: Scene<'_>, turn: Turn, explanation: Explanation) -> Explanation {
    let now = scene.after.clock_ns;
    let took = now.saturating_sub(turn.since_ns);
    let is_long = turn.waiting > 0 && took >= LINES * scene.tables.settings.line_cost_ns;
    if !is_long && took < WORTH_TELLING {
        return explanation;
    }
    let mut arguments = vec![("span", span(took)), ("handles", words(handle_count(turn.waiting as usize)))];
    // What stood there when the turn began is still at the left end.
    let why = match (turn.waiting, scene.after.ready().first()) {
        (0, _) | (_, None) => say::WHY_ENDED_LONG_ALONE,
        (1, Some(first)) => {
            arguments.push(("ahead", scene.handle(*first)));
            say::WHY_ENDED_LONG_ONE
        }
        _ => say::WHY_ENDED_LONG_MANY,
    };
    let explanation = explanation.and(why, &arguments);
    let mut came_due = scene.after.timers().iter().take(LOOKED_AT).filter(|timer| {
        timer.due() > turn.since_ns && is_worth_telling(timer.due(), now) && is_live(scene, timer)
    });
    let Some(timer) = came_due.next() else { return explanation };
    let more = came_due.count();
    let arguments = [
        ("timer", scene.handle(timer.handle)),
        ("due", moment(timer.due())),
        ("late", span(now.saturating_sub(timer.due()))),
        ("count", number(more)),
    ];
    let why = match more {
        0 => say::WHY_ENDED_LATE,
        1 => say::WHY_ENDED_LATE_MORE_ONE,
        _ => say::WHY_ENDED_LATE_MANY,
    };
    explanation.and(why, &arguments)
}

/// What is to be said where a coroutine returns of a turn that has kept others waiting for long.
pub(super) fn held(scene: Scene<'_>, explanation: Explanation) -> Explanation {
    let (Some(turn), Some(task)) = (scene.before.turn, scene.before.current_task()) else {
        return explanation;
    };
    let took = scene.after.clock_ns.saturating_sub(turn.since_ns);
    if took < WORTH_TELLING {
        return explanation;
    }
    explanation.and(frames::WHY_RETURNS_HELD, &[("task", scene.future(task)), ("span", span(took))])
}
