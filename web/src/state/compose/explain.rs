//! The sentences for the event just applied.

use super::{Source, names};
use loopglass_trace::{Event, Outcome};

/// What happened, and why.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Explanation {
    /// One sentence on what happened; names stand between backquotes.
    pub what: String,
    /// One or two on why; may be empty.
    pub why: String,
    /// What to press, at the first step only.
    pub hint: Option<&'static str>,
}

const HINT: &str = "Press `→` to step, `←` to step back, `Space` to play. `?` lists all keys.";

/// The explanation of `event`.
pub fn explain(source: Source<'_>, event: Option<&Event>) -> Explanation {
    let Source { world, tables, .. } = source;
    let label = |future| names::label(future, world, tables);
    let what = match event {
        None => "Nothing has run yet.".to_owned(),
        Some(Event::RunStarted) => "The program is about to begin.".to_owned(),
        Some(Event::Line { line }) => format!("Line {line} is about to run."),
        Some(Event::IterationBegan { iteration }) => {
            format!("Iteration {iteration} of the event loop begins.")
        }
        Some(Event::TaskCreated { task, .. }) => format!("The task `{}` is created.", label(*task)),
        Some(Event::FutureSettled { future, outcome: Outcome::Result, value }) => {
            format!("`{}` is done with `{}`.", label(*future), names::value(*value, world, tables))
        }
        Some(other) => format!("{other:?}"),
    };
    let hint = matches!(event, None | Some(Event::RunStarted)).then_some(HINT);
    Explanation { what, why: String::new(), hint }
}
