//! What readers need to move about in a trace: keyframes, the stops of each granularity, the ladders. It
//! follows the trace event by event, in one pass, whenever it is told to.

use super::lanes::Lanes;
use super::leap::{Ahead, IsSuch, Leap, Leaping};
use super::stops::Stops;
use super::stretch::{Lines, Placed, Stretch};
use crate::event::Event;
use crate::ids::FutureId;
use crate::ladder::{Detail, Ladder};
use crate::tables::Tables;
use crate::world::World;
use std::rc::Rc;

/// Events between two keyframes of a small world: a replay of so many takes a fraction of a millisecond.
const SPACING: u32 = 4096;
/// Events between two countings of what the index takes.
const WEIGHED: usize = 1 << 15;
/// With so many keyframes every other one is given up and the spacing doubles.
const MOST_KEYFRAMES: usize = 256;

#[derive(Clone, Debug)]
pub(super) struct Index {
    /// The world after the last event seen.
    pub(super) world: World,
    /// Ascending by [`World::events`].
    keyframes: Vec<World>,
    spacing: u32,
    /// Before so many events there is no need for the next one.
    next_keyframe: u32,
    /// After so many events there is more to do than to take note of one.
    pub(super) next_due: u32,
    /// What may be leapt over, ascending.
    pub(super) leaps: Vec<Leap>,
    pub(super) ahead: Ahead,
    /// How to leap, if it is to.
    pub(super) leaping: Option<Leaping>,
    /// Where the last fold began in which it tried to leap, and when it may try again.
    pub(super) refused: (usize, usize),
    pub(super) stops: Stops,
    pub(super) lanes: Lanes,
    pub(super) essentials: Ladder,
    /// The stretch that was seen last.
    placed: Option<Placed>,
    /// What it took when that was last counted, and how many events it had seen then.
    bytes: usize,
    weighed: usize,
}

impl Default for Index {
    fn default() -> Self {
        Index {
            world: World::default(),
            keyframes: Vec::new(),
            spacing: SPACING,
            next_keyframe: SPACING,
            next_due: SPACING,
            leaps: Vec::new(),
            ahead: Ahead::No,
            leaping: None,
            refused: (usize::MAX, 0),
            stops: Stops::default(),
            lanes: Lanes::default(),
            essentials: Ladder::new(Detail::Essentials),
            placed: None,
            bytes: 0,
            weighed: 0,
        }
    }
}

impl Index {
    /// How many events it has seen.
    pub(super) fn seen(&self) -> usize {
        self.world.events as usize
    }

    /// About how many bytes it takes, without the keyframes and the last few events.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Counts the bytes that it takes, if it has grown by much for how many lanes there are to count.
    pub(super) fn weigh(&mut self) {
        let grown = WEIGHED.max(self.weighed / 8).max(self.lanes.lanes.len() * 8);
        if self.seen() < self.weighed + grown {
            return;
        }
        self.weighed = self.seen();
        self.bytes = self.stops.bytes() + self.lanes.bytes() + self.essentials.bytes();
    }

    /// Takes note of the next event.
    #[inline(never)]
    pub(super) fn see(&mut self, event: &Event, tables: &Tables) {
        let index = self.world.events;
        self.world.apply_here(event, tables);
        match event {
            // Most are lines; they are stops, and nothing else.
            Event::Line { .. } => self.stops.lines.push(index),
            _ if is_only_state(event) => {}
            _ => self.note(index, event),
        }
        self.essentials.see(index, event, &self.world, tables);
        if self.world.events >= self.next_due {
            self.due();
        }
    }

    /// More than taking note of an event may be due.
    #[cold]
    fn due(&mut self) {
        if self.world.events >= self.next_keyframe {
            self.keyframe_due();
        }
        if let Some(leaping) = self.leaping {
            (leaping.repetition_ends)(self);
        }
        let moment = self.next_moment().map_or(u32::MAX, |events| events as u32);
        self.next_due = self.next_keyframe.min(moment);
    }

    /// Takes note of an event that may be a stop or belong to the history of a task.
    #[inline(never)]
    fn note(&mut self, index: u32, event: &Event) {
        let stepped = self.stepped(event);
        self.stops.see(index, event, stepped, &self.world);
        self.lanes.see(index, event, stepped, &self.world);
    }

    /// The task that is stepped by the handle which an event is about.
    fn stepped(&self, event: &Event) -> Option<FutureId> {
        match *event {
            Event::HandleReady { handle, .. } | Event::HandleBegan { handle } => {
                self.world.handles.get(handle)?.task()
            }
            _ => None,
        }
    }

    /// Adds a keyframe, if enough has happened since the last one for what the world holds.
    fn keyframe_due(&mut self) {
        let last = self.keyframes.last().map_or(0, |world| world.events);
        let due = last.saturating_add(self.spacing.max((size(&self.world) / 4) as u32));
        if self.world.events >= due {
            self.add_keyframe();
        } else {
            self.next_keyframe = due;
        }
    }

    /// Takes note of a stretch as far as it has come, from where it begins to where it ends.
    pub(super) fn see_stretch(&mut self, stretch: &Rc<dyn Stretch>, start: usize, end: usize) {
        let known = self.placed.take().filter(|placed| placed.start == start);
        let mut placed = known.unwrap_or_else(|| {
            // Seeking into it begins here.
            self.add_keyframe();
            let lines = Rc::new(Lines { stretch: stretch.clone(), start: start as u32 });
            Placed { start, lines, line_count: 0 }
        });
        let jump = stretch.jump(end - start);
        self.world.jump(start, stretch.frame(), &jump);
        if jump.lines > placed.line_count {
            self.stops.lines.push_made(&placed.lines, jump.lines);
        }
        placed.line_count = jump.lines;
        self.placed = Some(placed);
    }

    fn add_keyframe(&mut self) {
        self.keyframes.push(self.world.clone());
        if self.keyframes.len() >= MOST_KEYFRAMES {
            let mut keep = false;
            self.keyframes.retain(|_| {
                keep = !keep;
                !keep
            });
            self.spacing *= 2;
        }
        let last = self.keyframes.last().map_or(0, |world| world.events);
        self.next_keyframe = last.saturating_add(self.spacing);
        self.next_due = self.next_due.min(self.next_keyframe);
    }

    /// The latest known world of at most `events` events.
    pub(super) fn nearest(&self, events: usize) -> World {
        self.known(&|world| world.events as usize <= events, |leap, leaping| (leaping.nearest)(leap, events))
    }

    /// The latest known world that is such a one, as all before it are.
    pub(super) fn latest(&self, is_such: impl Fn(&World) -> bool) -> World {
        self.known(&is_such, |leap, leaping| (leaping.latest)(leap, &is_such))
    }

    /// The latest known world that is such a one: the last seen, a keyframe, or what `within` finds in a leap.
    fn known(&self, is_such: IsSuch, within: impl FnOnce(&Leap, Leaping) -> World) -> World {
        if is_such(&self.world) {
            return self.world.clone();
        }
        let after = self.keyframes.partition_point(is_such);
        let keyframe = after.checked_sub(1).and_then(|place| self.keyframes.get(place));
        let after = self.leaps.partition_point(|leap| is_such(&leap.world));
        let leap = after.checked_sub(1).and_then(|place| self.leaps.get(place));
        let events = keyframe.map_or(0, |world| world.events as usize);
        let leapt =
            leap.filter(|leap| leap.end > events).zip(self.leaping).map(|(leap, ways)| within(leap, ways));
        leapt
            .filter(|world| world.events as usize >= events)
            .or_else(|| keyframe.cloned())
            .unwrap_or_default()
    }
}

/// Whether an event changes the world and is neither a stop nor part of any task's history.
#[inline]
fn is_only_state(event: &Event) -> bool {
    use Event::*;
    matches!(
        event,
        FrameCreated { .. }
            | FutureAwaitCreated { .. }
            | FrameSuspended { .. }
            | FrameReturned { .. }
            | FrameRaised { .. }
            | LocalBound { .. }
            | LocalUnbound { .. }
            | HandleCreated { .. }
            | HandleEnded { .. }
            | FutureCreated { .. }
            | FutureDropped { .. }
            | CallbackAdded { .. }
            | PrimitiveChanged { .. }
            | ItemPut { .. }
            | ItemTaken { .. }
    )
}

/// How much a keyframe may come to hold of its own: the things that may change until the next one. Spacing
/// keyframes by it bounds what all of them hold together by a few entries for each event.
fn size(world: &World) -> usize {
    world.frames.len() + world.futures.len() + world.handles.len()
}
