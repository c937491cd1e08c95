//! Composes pictures from a `World`: the one place that decides what of the truth is shown, in which order
//! and how much of it. Pure; everything here can be tested without a page, and is drawn by the page and by
//! `loopglass render` alike.

mod cards;
mod code;
mod console;
mod explain;
pub mod highlight;
mod hood;
mod model;
mod moment_name;
mod names;
mod notice;

pub use code::{code, code_of_file};
pub use console::{ConsoleLine, console};
pub use explain::{Explanation, Look, Repeats, Sentence, explain};
pub use hood::{Hood, hood, into};
pub use model::*;
pub use moment_name::MomentName;
pub use names::hue;
pub use notice::{Notice, notice};

use loopglass_trace::{Callee, Detail, Handle, HandleId, Tables, World};

/// How many chips the ready queue shows.
const READY_SHOWN: usize = 14;
/// How many of those that do not fit are listed on demand.
const REST_LISTED: usize = 300;
/// How many timers are shown.
const TIMERS_SHOWN: usize = 8;

/// asyncio's own callbacks that are shown in Essentials too, because they are what a timer is for.
const TIMER_CALLBACKS: [&str; 2] = ["_set_result_unless_cancelled", "Timeout._on_timeout"];

/// A map or a set of these items, entered one by one. `collect` would sort them first, and a sort of its own for each
/// type is worth kilobytes of what a visitor waits for.
pub fn entered<T, C: Default + Extend<T>>(items: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(items);
    all
}

/// What there is to compose from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// What is true.
    pub world: &'a World,
    /// What its ids mean.
    pub tables: &'a Tables,
    /// How much of it to show.
    pub detail: Detail,
}

impl Source<'_> {
    /// Whether a handle is shown: Essentials leaves out asyncio's own callbacks and shutdown tasks.
    fn shows(&self, id: HandleId) -> bool {
        let Some(handle) = self.world.handles.get(id) else { return false };
        self.detail == Detail::Exact || !self.internal(handle)
    }

    fn internal(&self, handle: &Handle) -> bool {
        match handle.callee {
            Callee::Internal(name) => !TIMER_CALLBACKS.contains(&self.tables.text(name)),
            Callee::Step(task) | Callee::Wakeup(task) => self.is_shutdown(task),
            Callee::Script(_) => false,
        }
    }

    fn is_shutdown(&self, task: loopglass_trace::FutureId) -> bool {
        self.world.futures.get(task).and_then(|future| future.task).is_some_and(|task| task.shutdown)
    }

    /// Whether a future is left out: Essentials leaves out shutdown tasks.
    fn hides(&self, future: loopglass_trace::FutureId) -> bool {
        self.detail == Detail::Essentials && self.is_shutdown(future)
    }

    fn chip(&self, id: HandleId, place: Place) -> Option<Chip> {
        names::chip(id, place, *self)
    }
}

/// The stage.
pub fn stage(source: Source<'_>) -> StagePicture {
    let mut picture = StagePicture { event_loop: event_loop(source), ..StagePicture::default() };
    cards::add(source, &mut picture);
    picture
}

fn event_loop(source: Source<'_>) -> LoopPicture {
    let world = source.world;
    let shown: Vec<HandleId> =
        world.ready().iter().copied().filter(|id| source.shows(*id)).take(READY_SHOWN).collect();
    let hidden_kind = world.ready().iter().take(READY_SHOWN * 2).filter(|id| !source.shows(**id)).count();
    let ready_more = world.ready().len().saturating_sub(shown.len() + hidden_kind);
    let mut timers: Vec<Timer> = Vec::new();
    for timer in world.timers().iter().filter(|timer| source.shows(timer.handle)).take(TIMERS_SHOWN) {
        if let Some(chip) = source.chip(timer.handle, Place::Timers) {
            timers.push(Timer { chip, left: time_left(timer.due_ns, world.clock_ns) });
        }
    }
    let shown_timers = timers.len();
    let timers_rest = world
        .timers()
        .iter()
        .filter(|timer| source.shows(timer.handle))
        .skip(shown_timers)
        .take(REST_LISTED)
        .filter_map(|timer| {
            let chip = source.chip(timer.handle, Place::Timers)?;
            Some(format!("{}, {}", chip.label, time_left(timer.due_ns, world.clock_ns)))
        })
        .collect();
    let clock = match source.detail {
        Detail::Essentials => names::seconds(world.clock_ns),
        Detail::Exact => names::exact_seconds(world.clock_ns),
    };
    let ready_rest = if ready_more == 0 {
        Vec::new()
    } else {
        let rest =
            world.ready().iter().copied().filter(|id| source.shows(*id)).skip(READY_SHOWN).take(REST_LISTED);
        rest.filter_map(|id| source.chip(id, Place::Ready)).map(|chip| chip.label).collect()
    };
    LoopPicture {
        ready_rest,
        timers_rest,
        iteration: world.iteration,
        clock,
        idle_words: idle_words(world),
        running: world.running.filter(|id| source.shows(*id)).and_then(|id| source.chip(id, Place::Running)),
        ready: shown.into_iter().filter_map(|id| source.chip(id, Place::Ready)).collect(),
        ready_more,
        timers_more: if timers.len() < TIMERS_SHOWN { 0 } else { world.timers().len() - timers.len() },
        timers,
    }
}

fn idle_words(world: &World) -> &'static str {
    if world.end.is_some() {
        "the run is over"
    } else if world.running_loop().is_some() {
        "nothing"
    } else if world.loops.is_empty() {
        "no event loop yet"
    } else {
        "the loop is not running"
    }
}

fn time_left(due_ns: u64, now_ns: u64) -> String {
    match due_ns.checked_sub(now_ns) {
        None | Some(0) => "due".to_owned(),
        Some(left) => format!("in {}", names::rounded_seconds(left)),
    }
}
