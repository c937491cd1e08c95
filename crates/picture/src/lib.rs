//! Composes pictures from a `World`: the one place that decides what of the truth is shown, in which order
//! and how much of it. Pure; everything here can be tested without a page, and is drawn by the page and by
//! `loopglass render` alike.

mod cards;
mod code;
mod console;
mod explain;
pub mod highlight;
mod hood;
mod hue;
mod links;
mod model;
mod moment_name;
mod names;
mod notice;
mod order;
mod passage;
mod sockets;
mod sorted;
mod waits;
mod workers;

pub use code::{CodePicture, Focus, LineLocals, Mark, code, code_of_file};
pub use console::{ConsoleLine, WRITES_AT_FIRST, console};
pub use explain::{Explanation, LOOKED_AT, Look, Repeats, Sentence, Told, explain};
pub use hood::{Hood, hood, into};
pub use hue::Hue;
pub use model::*;
pub use moment_name::MomentName;
pub use names::hue;
pub use notice::{Notice, notice};
pub use order::Order;
pub use passage::{Passage, passage};
pub use sorted::Sorted;

use loopglass_trace::{Callee, Detail, Future, Handle, HandleId, Tables, World};

/// How many chips the ready queue shows, and how many if there are more than that: then they are too many to be told
/// apart, and the cards need the room.
const READY: Shown = Shown { all: 14, of_many: 8 };
/// The same where there is little room, as on a phone.
const READY_NARROW: Shown = Shown { all: 3, of_many: 2 };
/// How many of those that do not fit are listed on demand.
const REST_LISTED: usize = 300;
/// The same of the timers.
const TIMERS: Shown = Shown { all: 8, of_many: 4 };
const TIMERS_NARROW: Shown = Shown { all: 2, of_many: 1 };

/// How many are shown, and how many if there are more than that.
#[derive(Clone, Copy)]
struct Shown {
    all: usize,
    of_many: usize,
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
            // What the clock goes on to is shown, whoever set it.
            Callee::Internal(_) => handle.due_ns.is_none(),
            Callee::Step(task) | Callee::Wakeup(task) => self.is_shutdown(task),
            Callee::Script(_) => false,
        }
    }

    /// Whether a handle is the callback by which `run_until_complete` hears that its task is done.
    fn ends_the_loop(&self, id: HandleId) -> bool {
        let callee = self.world.handles.get(id).map(|handle| handle.callee);
        matches!(callee, Some(Callee::Internal(name)) if self.tables.text(name) == "_run_until_complete_cb")
    }

    fn is_shutdown(&self, task: loopglass_trace::FutureId) -> bool {
        self.world.futures.get(task).and_then(|future| future.task).is_some_and(|task| task.shutdown)
    }

    /// Whether a future is left out: Essentials leaves out shutdown tasks.
    fn hides(&self, future: &Future) -> bool {
        self.detail == Detail::Essentials && future.task.is_some_and(|task| task.shutdown)
    }

    fn chip(&self, id: HandleId, place: Place) -> Option<Chip> {
        names::chip(id, place, *self)
    }
}

/// The stage, as far as it is in view.
pub fn stage(source: Source<'_>, order: &Order<'_>, view: &View) -> StagePicture {
    let mut picture = StagePicture { event_loop: event_loop(source, view), ..StagePicture::default() };
    cards::add(source, order, view, &mut picture);
    picture
}

fn event_loop(source: Source<'_>, view: &View) -> LoopPicture {
    let world = source.world;
    let listed = view.listed;
    let (ready, timers) = if view.narrow { (READY_NARROW, TIMERS_NARROW) } else { (READY, TIMERS) };
    let first = |count: usize| world.ready().iter().copied().filter(|id| source.shows(*id)).take(count);
    let mut shown: Vec<HandleId> = first(ready.all + 1).collect();
    if shown.len() > ready.all {
        shown.truncate(ready.of_many);
    }
    let own = || world.ready().iter().copied().take(ready.all * 2).filter(|id| !source.shows(*id));
    let ready_more = world.ready().len().saturating_sub(shown.len() + own().count());
    let known = || world.timers().iter().filter(|timer| source.shows(timer.handle));
    let several = known().take(timers.all + 1).count();
    let shown_timers = if several > timers.all { timers.of_many } else { several };
    let left = |due_ns: u64| time_left(due_ns, world.clock_ns);
    let many_timers = several > timers.all;
    let timers = known().take(shown_timers).filter_map(|timer| {
        Some(Timer { chip: source.chip(timer.handle, Place::Timers)?, left: left(timer.due()) })
    });
    let timers: Vec<Timer> = timers.collect();
    let rest = known().skip(shown_timers).take(if listed { REST_LISTED } else { 0 });
    let timers_rest = rest.filter_map(|timer| {
        Some(format!("{}, {}", source.chip(timer.handle, Place::Timers)?.label, left(timer.due())))
    });
    let timers_rest = timers_rest.collect();
    let clock = match source.detail {
        Detail::Essentials => names::seconds(world.clock_ns),
        Detail::Exact => names::exact_seconds(world.clock_ns),
    };
    let ready_rest = if ready_more == 0 || !listed {
        Vec::new()
    } else {
        let rest = first(shown.len() + REST_LISTED).skip(shown.len());
        rest.filter_map(|id| source.chip(id, Place::Ready)).map(|chip| chip.label).collect()
    };
    let (sockets, sockets_more) = sockets::watched(source);
    LoopPicture {
        sockets,
        sockets_more,
        ready_rest,
        timers_rest,
        iteration: world.iteration,
        clock,
        jump: None,
        idle_words: idle_words(world),
        running: world.running.filter(|id| source.shows(*id)).and_then(|id| source.chip(id, Place::Running)),
        ready: shown.into_iter().filter_map(|id| source.chip(id, Place::Ready)).collect(),
        ready_more,
        ready_own: names::left_out(source, own()),
        timers_more: if many_timers { world.timers().len() - timers.len() } else { 0 },
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
