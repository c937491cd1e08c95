//! What the timeline is given to draw: the lanes of the tasks, of which those in view are composed.

use super::folds::Folds;
use crate::state::Hue;
use loopglass_trace::{FutureId, MarkKind, Segment, Sequence};
use std::rc::Rc;

/// One task's history, as it is drawn.
#[derive(Clone, PartialEq, Debug)]
pub struct LaneView {
    /// The task; none of a worker thread.
    pub task: Option<FutureId>,
    /// Its place among all lanes.
    pub place: usize,
    /// Its label.
    pub label: String,
    /// Its hue.
    pub hue: Hue,
    /// Its states.
    pub segments: Sequence<Segment>,
    /// What to point out: the event, the clock and what it is.
    pub marks: Vec<(u32, u64, MarkKind)>,
}

/// The lanes of a run, as composed at one time.
#[derive(Debug, Default)]
pub struct Lanes {
    /// The tasks that have a lane, in order of creation, which is that of their ids.
    pub tasks: Rc<[FutureId]>,
    /// How many lanes of worker threads come after those of the tasks.
    pub workers: usize,
    /// The place of the first lane that is composed.
    pub first: usize,
    /// The lanes that are composed: those in view, and some around.
    pub lanes: Vec<LaneView>,
    /// How many events the run has.
    pub len: usize,
    /// The clock at its end, in nanoseconds.
    pub end_ns: u64,
    /// The stretches that repeat themselves.
    pub folds: Rc<Folds>,
}

/// Those composed at another time are others: to compare them costs more than to draw them.
impl PartialEq for Lanes {
    fn eq(&self, other: &Lanes) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Lanes {
    /// How many lanes there are.
    pub fn count(&self) -> usize {
        self.tasks.len() + self.workers
    }

    /// The lane at a place, if it is composed.
    pub(super) fn lane(&self, place: usize) -> Option<&LaneView> {
        self.lanes.get(place.checked_sub(self.first)?)
    }

    /// The place of a task's lane.
    pub fn place(&self, task: FutureId) -> Option<usize> {
        let place = self.tasks.partition_point(|other| *other < task);
        (self.tasks.get(place) == Some(&task)).then_some(place)
    }
}
