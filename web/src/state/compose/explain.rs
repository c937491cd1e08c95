//! What is said of a moment: the event just applied, why it happened, and what else has happened since the
//! stop before it.

use super::{Source, sentences};
use loopglass_trace::{Event, Trace, World};

/// How many events between two stops are looked at, and how many of them are told.
const LOOKED_AT: usize = 400;
const TOLD: usize = 5;

/// What happened, and why. Names stand between backquotes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Explanation {
    /// One sentence on what happened.
    pub what: String,
    /// One or two on why; may be empty.
    pub why: String,
    /// What happened between the stop before and this one: the event to go to and its sentence.
    pub between: Vec<(usize, String)>,
    /// How many more such events are not told.
    pub between_more: usize,
    /// What to press, at the first step only.
    pub hint: Option<&'static str>,
}

const HINT: &str = "Press `→` to step, `←` to step back, `Space` to play. `?` lists all keys.";

/// The explanation of event `at`, which led from `before` to the source's world. `since` is the stop before.
pub fn explain(
    source: Source<'_>,
    trace: &Trace,
    before: &World,
    at: usize,
    since: Option<usize>,
) -> Explanation {
    let Some(event) = trace.event(at) else {
        return Explanation { what: "Nothing has run yet.".to_owned(), ..Explanation::default() };
    };
    let (what, why) = sentences::explain(event, before, source.world, source.tables);
    let hint = matches!(event, Event::RunStarted).then_some(HINT);
    let (between, between_more) = since.map_or_else(Default::default, |since| told(source, trace, since, at));
    Explanation { what, why, between, between_more, hint }
}

/// The sentences of the notable events after `since` and before `at`.
fn told(source: Source<'_>, trace: &Trace, since: usize, at: usize) -> (Vec<(usize, String)>, usize) {
    let from = since.max(at.saturating_sub(LOOKED_AT));
    let mut world = trace.seek(from);
    let mut told = Vec::new();
    for index in from + 1..at {
        let before = world.clone();
        let Some(event) = trace.step(&mut world) else { break };
        if is_notable(source, event, &world) {
            told.push((index, sentences::explain(event, &before, &world, source.tables).0));
        }
    }
    let more = told.len().saturating_sub(TOLD);
    (told.split_off(more), more)
}

/// Whether an event is worth telling although one does not stop at it: it moves something on the stage.
fn is_notable(source: Source<'_>, event: &Event, world: &World) -> bool {
    let shows = |handle| Source { world, ..source }.shows(handle);
    match *event {
        Event::TaskCreated { task, .. } => !Source { world, ..source }.hides(task),
        Event::CallbackAdded { handle, .. }
        | Event::TimerScheduled { handle, .. }
        | Event::HandleReady { handle, .. }
        | Event::HandleCancelled { handle } => shows(handle),
        Event::FutureSettled { future, .. } | Event::CancelRequested { task: future, .. } => {
            !Source { world, ..source }.hides(future)
        }
        Event::Printed { .. } | Event::ClockAdvanced { .. } | Event::PrimitiveChanged { .. } => true,
        _ => false,
    }
}
