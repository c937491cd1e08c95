//! The history of each task for the timeline: one lane a task, a segment for each state it was in, and marks
//! for what happened at one point. Both are ascending, so that a part of them is a binary search away.

use crate::event::{Event, Outcome};
use crate::fold::Sequence;
use crate::ids::{FutureId, TextId};
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

/// The history of a worker thread, on its own clock: it is running, or pending until the loop has heard of it, or it has
/// no work, which is told as created.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkerLane {
    /// The thread's name.
    pub name: TextId,
    /// Its states in order.
    pub segments: Sequence<Segment>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Lanes {
    pub(super) lanes: Vec<Lane>,
    pub(super) workers: Vec<WorkerLane>,
    /// The workers that have control, the last one now: its lane, and the task from whose step it got control.
    entered: Vec<(usize, Option<FutureId>)>,
    pub(super) marks: Sequence<Mark>,
    /// No segments: what those of a new lane are like.
    pub(super) pattern: Sequence<Segment>,
    /// The place of a task's lane.
    places: IdMap<FutureId, u32>,
    /// The state that each lane has come to, by its place.
    pub(super) states: Vec<Option<FutureState>>,
}

impl Lanes {
    /// About how many bytes they take.
    pub(super) fn bytes(&self) -> usize {
        let lanes = self.lanes.iter().map(|lane| size_of::<Lane>() + lane.segments.bytes());
        let workers = self.workers.iter().map(|lane| size_of::<WorkerLane>() + lane.segments.bytes());
        lanes.sum::<usize>() + workers.sum::<usize>() + self.marks.bytes()
    }

    /// Takes note of an event, given the world after it, and the task that is stepped by the handle it is about.
    pub(super) fn see(&mut self, index: u32, event: &Event, stepped: Option<FutureId>, world: &World) {
        match *event {
            Event::TaskCreated { task, .. } => {
                let part = world.futures.get(task).and_then(|future| future.task);
                let shutdown = part.is_some_and(|part| part.shutdown);
                self.places.insert(task, self.lanes.len() as u32);
                self.lanes.push(Lane { task, shutdown, segments: Sequence::like(&self.pattern) });
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
            Event::WorkerEntered { name, clock_ns } => self.worker_entered(index, name, clock_ns, world),
            Event::WorkerLeft => self.worker_left(index, world),
            Event::Breakpoint => self.mark(index, MarkKind::Breakpoint, world.current_task(), world),
            _ => {}
        }
    }

    fn worker_entered(&mut self, index: u32, name: TextId, clock_ns: u64, world: &World) {
        let place = self.workers.iter().position(|lane| lane.name == name).unwrap_or_else(|| {
            self.workers.push(WorkerLane { name, segments: Sequence::like(&self.pattern) });
            self.workers.len() - 1
        });
        self.workers[place].segments.push(Segment { event: index, clock_ns, state: FutureState::Running });
        let task = world.task_under_worker();
        self.entered.push((place, task));
        // The task's own clock stands still meanwhile.
        self.push(index, world.outside_worker().unwrap_or(clock_ns), task, FutureState::Pending);
    }

    fn worker_left(&mut self, index: u32, world: &World) {
        let Some((place, task)) = self.entered.pop() else { return };
        self.push(index, world.clock_ns, task, FutureState::Running);
        let Some(lane) = self.workers.get_mut(place) else { return };
        let worker = world.workers.iter().find(|worker| worker.name == lane.name);
        let began = lane.segments.last().map_or(world.clock_ns, |segment| segment.clock_ns);
        let (clock_ns, state) = match worker {
            Some(worker) => (worker.until_ns, FutureState::Pending),
            None => (began, FutureState::Created),
        };
        lane.segments.push(Segment { event: index, clock_ns, state });
    }

    /// Begins a segment on a task's lane, whatever its state is.
    fn push(&mut self, event: u32, clock_ns: u64, task: Option<FutureId>, state: FutureState) {
        if let Some(place) = task.and_then(|task| self.places.get(task)) {
            self.lanes[*place as usize].segments.push(Segment { event, clock_ns, state });
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
