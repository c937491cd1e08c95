//! The history of each task for the timeline: one lane a task, a segment for each state it was in, and marks
//! for what happened at one point. Both are ascending, so that a part of them is a binary search away.

use crate::event::{Event, Outcome};
use crate::fold::Sequence;
use crate::ids::FutureId;
use crate::persist::IdMap;
use crate::world::{FutureState, World};

/// One task's history.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The task.
    pub task: FutureId,
    /// Whether it is one of the tasks by which `asyncio.run` shuts down its loop.
    pub shutdown: bool,
    /// Its states in order; each lasts until the next begins, and the last, if the task is done, is a point.
    pub segments: Sequence<Segment>,
}

/// The beginning of a state of a task.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// The index of the event that brought the state.
    pub event: u32,
    /// The clock then.
    pub clock_ns: u64,
    /// The state.
    pub state: FutureState,
}

/// Something to point out on the timeline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The index of the event.
    pub event: u32,
    /// The clock then.
    pub clock_ns: u64,
    /// What it was.
    pub kind: MarkKind,
    /// The task it concerns: the one that is created, cancelled or failed, else the current one.
    pub task: Option<FutureId>,
}

/// What a mark points out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MarkKind {
    /// Text was printed.
    Print,
    /// A task was created.
    Creation,
    /// A cancellation was requested.
    Cancellation,
    /// A task or future failed.
    Error,
    /// `breakpoint()` was called.
    Breakpoint,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Lanes {
    pub(super) lanes: Vec<Lane>,
    pub(super) marks: Sequence<Mark>,
    /// The place of a task's lane.
    places: IdMap<FutureId, u32>,
    /// The state that each lane has come to, by its place.
    states: Vec<Option<FutureState>>,
}

impl Lanes {
    /// About how many bytes they take.
    pub(super) fn bytes(&self) -> usize {
        let lanes = self.lanes.iter().map(|lane| size_of::<Lane>() + lane.segments.bytes());
        lanes.sum::<usize>() + self.marks.bytes()
    }

    /// Takes note of an event, given the world after it, and the task that is stepped by the handle it is about.
    pub(super) fn see(&mut self, index: u32, event: &Event, stepped: Option<FutureId>, world: &World) {
        match *event {
            Event::TaskCreated { task, .. } => {
                let part = world.futures.get(task).and_then(|future| future.task);
                let shutdown = part.is_some_and(|part| part.shutdown);
                self.places.insert(task, self.lanes.len() as u32);
                self.lanes.push(Lane { task, shutdown, segments: Sequence::default() });
                self.states.push(None);
                self.follow(index, task, world);
                self.mark(index, MarkKind::Creation, Some(task), world);
            }
            Event::HandleReady { .. } | Event::HandleBegan { .. } => {
                if let Some(task) = stepped {
                    self.follow(index, task, world);
                }
            }
            Event::FrameEntered { frame, .. } => {
                if let Some(task) = world.frames.get(frame).and_then(|frame| frame.task) {
                    self.follow(index, task, world);
                }
            }
            Event::TaskWaits { task, .. } => self.follow(index, task, world),
            Event::FutureSettled { future, outcome, .. } => {
                self.follow(index, future, world);
                if outcome == Outcome::Exception {
                    self.mark(index, MarkKind::Error, Some(future), world);
                }
            }
            Event::CancelRequested { task, .. } => {
                self.mark(index, MarkKind::Cancellation, Some(task), world);
            }
            Event::Printed { .. } => self.mark(index, MarkKind::Print, world.current_task(), world),
            Event::Breakpoint => self.mark(index, MarkKind::Breakpoint, world.current_task(), world),
            _ => {}
        }
    }

    /// Begins a segment if the task's state is a new one.
    fn follow(&mut self, index: u32, task: FutureId, world: &World) {
        let Some(place) = self.places.get(task).map(|place| *place as usize) else { return };
        let state = world.futures.get(task).map(|future| future.state);
        if let (Some(state), Some(last)) = (state, self.states.get_mut(place))
            && *last != Some(state)
        {
            *last = Some(state);
            self.lanes[place].segments.push(Segment { event: index, clock_ns: world.clock_ns, state });
        }
    }

    fn mark(&mut self, index: u32, kind: MarkKind, task: Option<FutureId>, world: &World) {
        self.marks.push(Mark { event: index, clock_ns: world.clock_ns, kind, task });
    }
}
