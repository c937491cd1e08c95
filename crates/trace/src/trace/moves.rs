//! Moving about in a trace: to an event, and to the next or previous stop of some kind. All positions are
//! indexes of events, and a reader at index i sees the world after event i.

use super::Trace;
use super::lanes::{Lane, Mark, WorkerLane};
use super::stops::{Granularity, ends_frame, has_lines, next_in, previous_in};
use crate::event::Event;
use crate::fold::Sequence;
use crate::ladder::Detail;
use crate::world::World;

/// Going forward by this many events is quicker than looking for a keyframe.
const NEAR: usize = 2048;

impl Trace {
    /// What is true after event `index`, or after the last one if there are fewer; before the first event of
    /// an empty trace nothing is.
    pub fn seek(&self, index: usize) -> World {
        let events = index.saturating_add(1).min(self.len());
        let mut world = self.index.nearest(events);
        self.replay(&mut world, events);
        world
    }

    /// The worlds before and after event `index`: what to explain it by.
    pub fn around(&self, index: usize) -> (World, World) {
        let events = index.min(self.len().saturating_sub(1));
        let before = if events == 0 { World::default() } else { self.seek(events - 1) };
        let mut after = before.clone();
        self.step(&mut after);
        (before, after)
    }

    /// The last event from `from` on and before `before` that is such a one; lines and bindings that a loop is run
    /// again for are not looked at.
    pub fn last_between(&self, from: usize, before: usize, is_one: impl Fn(&Event) -> bool) -> Option<usize> {
        let mut at = before;
        while at > from {
            at -= 1;
            match self.stretch_at(at) {
                Some((_, start, _)) => at = start,
                None if self.event(at).as_ref().is_some_and(&is_one) => return Some(at),
                None => {}
            }
        }
        None
    }

    /// The last event after which the clock is not past a time; where threads have clocks of their own, one near it.
    pub fn at_time(&self, clock_ns: u64) -> usize {
        let mut world = self.index.latest(|world| world.clock_ns <= clock_ns);
        loop {
            let from = world.events as usize;
            let passed = match self.stretch_at(from) {
                Some((stretch, start, end)) => {
                    let until = (start + stretch.events_until(clock_ns)).clamp(from, end);
                    world.jump(start, stretch.frame(), &stretch.jump(until - start));
                    until < end
                }
                None => match self.step(&mut world) {
                    Some(_) if world.clock_ns > clock_ns => return from.saturating_sub(1),
                    Some(_) => false,
                    None => true,
                },
            };
            if passed {
                return (world.events as usize).saturating_sub(1);
            }
        }
    }

    /// Applies the next event to a world of this trace, and returns it; `None` at the end.
    pub fn step(&self, world: &mut World) -> Option<Event> {
        let event = self.event(world.events as usize)?;
        world.apply(&event, self.tables());
        Some(event)
    }

    /// Brings a world of this trace to what is true after event `index`, going forward from where it is if
    /// that is near.
    pub fn move_to(&self, world: &mut World, index: usize) {
        let events = index.saturating_add(1).min(self.len());
        let now = world.events as usize;
        if now <= events && (events - now <= NEAR || self.stretch_at(now).is_some()) {
            self.replay(world, events);
        } else {
            *world = self.seek(index);
        }
    }

    fn replay(&self, world: &mut World, events: usize) {
        while (world.events as usize) < events {
            let from = world.events as usize;
            if let Some((stretch, start, end)) = self.stretch_at(from) {
                world.jump(start, stretch.frame(), &stretch.jump(events.min(end) - start));
                continue;
            }
            let made = self.events.next_made(from);
            let until = if made < self.events.len() { made.min(events) } else { events };
            for event in self.events(from).take(until - from) {
                world.apply(&event, self.tables());
            }
        }
    }

    /// The next stop after `from`. Where none follows, the end of the run is one.
    pub fn next_stop(&self, from: usize, by: Granularity, detail: Detail) -> Option<usize> {
        let next = match by {
            Granularity::Handoff => self.ladder(detail).row_after(from).map(|row| row.first_event as usize),
            _ => next_in(self.stop_list(by, detail), from),
        };
        let last = self.len().checked_sub(1)?;
        next.or((last > from).then_some(last))
    }

    /// The last stop before `from`. Where none precedes, the start of the run is one.
    pub fn previous_stop(&self, from: usize, by: Granularity, detail: Detail) -> Option<usize> {
        let previous = match by {
            Granularity::Handoff => self.ladder(detail).row_before(from).map(|row| row.first_event as usize),
            _ => previous_in(self.stop_list(by, detail), from),
        };
        previous.or((from > 0).then_some(0))
    }

    fn stop_list(&self, by: Granularity, detail: Detail) -> &Sequence<u32> {
        let stops = &self.index.stops;
        match by {
            Granularity::Handoff => stops.none(),
            Granularity::Line => &stops.lines,
            Granularity::TaskStep => stops.steps(detail),
            Granularity::Iteration => &stops.iterations,
        }
    }

    /// How many stops there are, without the start and the end of the run where those are none themselves.
    pub fn stop_count(&self, by: Granularity, detail: Detail) -> usize {
        match by {
            Granularity::Handoff => self.ladder(detail).len(),
            _ => self.stop_list(by, detail).len(),
        }
    }

    /// How many stops are at `from` or before it.
    pub fn stop_number(&self, from: usize, by: Granularity, detail: Detail) -> usize {
        match by {
            Granularity::Handoff => self.ladder(detail).count_until(from),
            _ => self.stop_list(by, detail).partition_point(|index| *index as usize <= from),
        }
    }

    /// The stop of a number, counted from 0.
    pub fn stop(&self, number: usize, by: Granularity, detail: Detail) -> Option<usize> {
        let index = match by {
            Granularity::Handoff => self.ladder(detail).row(number).map(|row| row.first_event),
            _ => self.stop_list(by, detail).get(number),
        };
        index.map(|index| index as usize)
    }

    /// The histories of the tasks, in order of creation.
    pub fn lanes(&self) -> &[Lane] {
        &self.index.lanes.lanes
    }

    /// The history of each worker thread, in order of their first work.
    pub fn worker_lanes(&self) -> &[WorkerLane] {
        &self.index.lanes.workers
    }

    /// What to point out on the timeline, in order.
    pub fn marks(&self) -> &Sequence<Mark> {
        &self.index.lanes.marks
    }

    /// The world after the last event that [`Trace::catch_up`] saw, as it stands: nothing is copied.
    pub fn latest(&self) -> &World {
        &self.index.world
    }

    /// The next event after `from` that prints.
    pub fn next_print(&self, from: usize) -> Option<usize> {
        next_in(&self.index.stops.prints, from)
    }

    /// The last event before `from` that prints.
    pub fn previous_print(&self, from: usize) -> Option<usize> {
        previous_in(&self.index.stops.prints, from)
    }

    /// The next step of a task other than the one that stepped before it.
    pub fn next_task_change(&self, from: usize, detail: Detail) -> Option<usize> {
        next_in(self.index.stops.task_changes(detail), from)
    }

    /// The last step before `from` of a task other than the one that stepped before it.
    pub fn previous_task_change(&self, from: usize, detail: Detail) -> Option<usize> {
        previous_in(self.index.stops.task_changes(detail), from)
    }

    /// The next event after `from` where one of these lines begins or `breakpoint()` is called.
    pub fn next_breakpoint(&self, from: usize, lines: &[u32]) -> Option<usize> {
        let called = next_in(self.index.stops.breakpoints(), from);
        let stored = match lines {
            [] => called,
            _ => self.lined().lists(lines).filter_map(|list| next_in(list, from)).chain(called).min(),
        };
        let made = self.stretches.iter().filter(|(start, _)| stored.is_none_or(|stored| *start < stored));
        let made = made.filter_map(|(start, stretch)| {
            let offset = (from + 1).saturating_sub(*start);
            let found = lines.iter().filter_map(|line| stretch.next_of_line(*line, offset)).min();
            found.map(|event| start + event)
        });
        made.chain(stored).min()
    }

    /// The last event before `from` where one of these lines begins or `breakpoint()` is called.
    pub fn previous_breakpoint(&self, from: usize, lines: &[u32]) -> Option<usize> {
        let called = previous_in(self.index.stops.breakpoints(), from);
        let stored = match lines {
            [] => called,
            _ => self.lined().lists(lines).filter_map(|list| previous_in(list, from)).chain(called).max(),
        };
        let made = self.stretches.iter().filter(|(start, _)| *start < from).filter_map(|(start, stretch)| {
            let found = lines.iter().filter_map(|line| stretch.previous_of_line(*line, from - start)).max();
            found.map(|event| start + event)
        });
        made.chain(stored).max()
    }

    /// Stepping over: the next line of the frame that has control after event `from`, or the event with which
    /// that frame ends, whatever the loop does meanwhile. Where no frame with lines has control, the next
    /// line of any.
    pub fn step_over(&self, from: usize) -> Option<usize> {
        let world = self.seek(from);
        let lined = |id: &_| world.frames.get(*id).is_some_and(|frame| has_lines(frame.kind));
        let Some(frame) = world.top_frame().filter(lined) else {
            return self.next_stop(from, Granularity::Line, Detail::Exact);
        };
        let (stops, lined) = (&self.index.stops, self.lined());
        let first = stops.lines.partition_point(|index| *index as usize <= from);
        let line = (first..stops.lines.len())
            .find(|place| lined.frame(*place) == Some(frame))
            .and_then(|place| stops.lines.get(place))
            .map(|index| index as usize);
        let until = line.unwrap_or(self.len());
        let end = self.events(from + 1).take(until.saturating_sub(from + 1));
        let end = end.enumerate().find(|(_, event)| ends_frame(event, frame));
        let end = end.map(|(offset, _)| from + 1 + offset);
        end.or(line).or(self.len().checked_sub(1)).filter(|stop| *stop > from)
    }
}
