//! Stretches of a run that are not recorded event by event: a loop of plain arithmetic, whose producer can
//! run it again from a moment that it kept. Only lines and bindings of one frame happen in it.

use crate::event::{Event, Picture};
use crate::fold::Made;
use crate::ids::{FrameId, TextId};
use crate::world::World;
use std::rc::Rc;

/// What is true after some events of a stretch, as far as the stretch changes it.
#[derive(Clone, Debug, Default)]
pub struct Jump {
    /// How many events of the stretch led here.
    pub events: usize,
    /// How many of those were lines.
    pub lines: usize,
    /// The clock.
    pub clock_ns: u64,
    /// The line that began last, if one did.
    pub line: Option<u32>,
    /// What was bound, each variable once.
    pub bound: Vec<(FrameId, TextId, Picture)>,
}

/// A stretch that its producer can run again.
pub trait Stretch: Made<Event> {
    /// What is true after the first `events` of it.
    fn jump(&self, events: usize) -> Jump;

    /// The frame whose lines it executes.
    fn frame(&self) -> FrameId;

    /// How many lines begin among its first `events`.
    fn lines_before(&self, events: usize) -> usize;

    /// The event, from its beginning, that is the line of a number.
    fn line_at(&self, number: usize) -> Option<usize>;

    /// How many events pass until the clock is past a time.
    fn events_until(&self, clock_ns: u64) -> usize;

    /// The first event at `from` or after it that begins the line.
    fn next_of_line(&self, line: u32, from: usize) -> Option<usize>;

    /// The last event before `before` that begins the line.
    fn previous_of_line(&self, line: u32, before: usize) -> Option<usize>;

    /// Itself, as what makes events.
    fn as_made(self: Rc<Self>) -> Rc<dyn Made<Event>>;
}

/// A stretch as an index has seen it.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// The event that it begins with.
    pub(super) start: usize,
    /// Its lines, as items of the list of all lines.
    pub(super) lines: Rc<dyn Made<u32>>,
    /// How many of them have been seen.
    pub(super) line_count: usize,
}

/// The lines of a stretch, by the index of their event.
#[derive(Debug)]
pub(super) struct Lines {
    pub(super) stretch: Rc<dyn Stretch>,
    pub(super) start: u32,
}

impl Made<u32> for Lines {
    fn read(&self, from: usize, count: usize, out: &mut Vec<u32>) {
        out.extend((from..from + count).map_while(|number| self.get(number)));
    }

    fn bytes(&self) -> usize {
        size_of::<Lines>()
    }

    fn get(&self, number: usize) -> Option<u32> {
        self.stretch.line_at(number).map(|event| self.start + event as u32)
    }

    /// Looks for the event that divides them, which needs no line, and counts the lines before it.
    fn partition_point(&self, len: usize, satisfies: &dyn Fn(&u32) -> bool) -> usize {
        let events = self.stretch.jump(usize::MAX).events as u32;
        let (mut low, mut high) = (0, events);
        while low < high {
            let middle = low + (high - low) / 2;
            if satisfies(&(self.start + middle)) { low = middle + 1 } else { high = middle }
        }
        self.stretch.lines_before(low as usize).min(len)
    }
}

impl World {
    /// Makes the world what it is after some events of a stretch that begins with event `start`.
    pub(super) fn jump(&mut self, start: usize, frame: FrameId, jump: &Jump) {
        self.settle_yield();
        self.clock_ns = jump.clock_ns;
        if let Some(line) = jump.line {
            self.line_of(frame, line);
        }
        for (frame, name, value) in &jump.bound {
            self.set_local(*frame, *name, *value);
        }
        self.events = (start + jump.events) as u32;
    }
}
