//! Under the hood: the line of asyncio that the event executes; between such events, the listing that was
//! last in use, with nothing lit.

use crate::Source;
use loopglass_narration::{Listing, Spot, executing, may_execute};
use loopglass_trace::{Event, Trace, World};

/// How many events back the last listing is looked for.
const LOOKED_BACK: usize = 60;
/// How many events ahead the next stop is looked for: there is one long before.
const LOOKED_AHEAD: usize = 4_000;

/// A listing and the line in it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hood {
    /// What the listing is called.
    pub title: &'static str,
    /// Its lines.
    pub lines: Vec<&'static str>,
    /// The line that was executed last, from 0.
    pub line: usize,
    /// Whether the event just applied executes it.
    pub lit: bool,
}

/// What is under the hood at event `at`, which led from `before` to the source's world.
pub fn hood(source: Source<'_>, trace: &Trace, before: &World, at: usize) -> Option<Hood> {
    let now = trace.event(at).and_then(|event| executing(&event, before, source.world, source.tables));
    let spot = now.or_else(|| last_spot(trace, at))?;
    let listing = Listing::of(spot.listing);
    Some(Hood { title: listing.title, lines: listing.lines().collect(), line: spot.line, lit: now.is_some() })
}

/// The next event after `from` with which a line of the script begins or asyncio executes a line of its own.
pub fn into(trace: &Trace, from: usize) -> Option<usize> {
    let mut world = trace.seek(from);
    for at in from + 1..trace.len().min(from + LOOKED_AHEAD) {
        let before = world.clone();
        let event = trace.step(&mut world)?;
        let stops = matches!(event, Event::Line { .. })
            || executing(&event, &before, &world, trace.tables()).is_some();
        if stops {
            return Some(at);
        }
    }
    trace.len().checked_sub(1).filter(|last| *last > from)
}

/// What was executed last before event `at`. The worlds around an event are looked for only where it may be one.
fn last_spot(trace: &Trace, at: usize) -> Option<Spot> {
    let from = at.saturating_sub(LOOKED_BACK);
    let mut until = at;
    while let Some(found) = trace.last_between(from + 1, until, may_execute) {
        let (before, after) = trace.around(found);
        let spot = trace.event(found).and_then(|event| executing(&event, &before, &after, trace.tables()));
        if spot.is_some() {
            return spot;
        }
        until = found;
    }
    None
}
