//! Composes the lanes of the timeline that are in view. What holds for the whole run is found once: the run may have
//! ten thousand tasks, and a step may bring others of them into view.

use crate::state::{self, Hue, State};
use crate::timeline::{Folds, LaneView, Lanes};
use loopglass_picture::Sorted;
use loopglass_trace::{Detail, FutureId, Lane, Trace, World};
use std::ops::Range;
use std::rc::Rc;

/// What is known of the tasks' histories.
#[derive(Default)]
pub struct Histories {
    whole: Option<Whole>,
    /// The names of tasks that the end of the run has forgotten.
    names: Sorted<FutureId, (String, Hue)>,
}

/// What does not depend on what is in view.
struct Whole {
    /// Of this run, so far.
    len: usize,
    detail: Detail,
    /// Whether the clocks of folded stretches are known: an axis of time needs them.
    timed: bool,
    /// The tasks that have a lane.
    tasks: Rc<[FutureId]>,
    /// The place of the lane of each, among all of the run.
    places: Vec<u32>,
    /// The places of the marks, by task.
    marks: Vec<(FutureId, u32)>,
    folds: Rc<Folds>,
}

impl Whole {
    fn of(trace: &Trace, detail: Detail, timed: bool) -> Whole {
        let shown =
            trace.lanes().iter().zip(0..).filter(|(lane, _)| detail == Detail::Exact || !lane.shutdown);
        let (tasks, places): (Vec<FutureId>, Vec<u32>) =
            shown.map(|(lane, place)| (lane.task, place)).unzip();
        let marks = trace.marks().iter().zip(0..).filter_map(|(mark, place)| Some((mark.task?, place)));
        let mut marks: Vec<(FutureId, u32)> = marks.collect();
        marks.sort_unstable();
        Whole {
            len: trace.len(),
            detail,
            timed,
            tasks: tasks.into(),
            places,
            marks,
            folds: Rc::new(Folds::of(trace, timed)),
        }
    }

    fn is_of(&self, trace: &Trace, detail: Detail, timed: bool) -> bool {
        (self.len, self.detail, self.timed) == (trace.len(), detail, timed)
    }

    /// The places of the marks of a task.
    fn marks_of(&self, task: FutureId) -> impl Iterator<Item = usize> {
        let from = self.marks.partition_point(|(other, _)| *other < task);
        self.marks[from..]
            .iter()
            .take_while(move |(other, _)| *other == task)
            .map(|(_, place)| *place as usize)
    }
}

impl Histories {
    /// The lanes in `view`, of all that there are.
    pub fn lanes(&mut self, state: &State, trace: &Trace, view: &Range<usize>) -> Lanes {
        let (detail, timed) = (state.detail, state.by_time);
        let known = self.whole.take().filter(|whole| whole.is_of(trace, detail, timed));
        let whole = known.unwrap_or_else(|| Whole::of(trace, detail, timed));
        let workers = trace.worker_lanes();
        let first = view.start.min(whole.places.len());
        let shown = whole.places.get(first..view.end.min(whole.places.len()).max(first)).unwrap_or_default();
        let mut world = World::default();
        let mut lanes: Vec<LaneView> = Vec::new();
        for lane in shown.iter().filter_map(|place| trace.lanes().get(*place as usize)) {
            let (label, hue) = self.name_of(lane, trace, &mut world);
            let marks = whole.marks_of(lane.task).filter_map(|place| trace.marks().get(place));
            let marks = marks.map(|mark| (mark.event, mark.clock_ns, mark.kind)).collect();
            let (task, place) = (Some(lane.task), first + lanes.len());
            lanes.push(LaneView { task, place, label, hue, segments: lane.segments.clone(), marks });
        }
        let labels: Vec<String> = lanes.iter().map(|lane| lane.label.clone()).collect();
        for lane in &mut lanes {
            if labels.iter().filter(|label| **label == lane.label).count() > 1 {
                let number = lane.task.map_or(0, |task| number_of(task, trace));
                lane.label = format!("{} {number}", lane.label);
            }
        }
        // Those of worker threads come after them.
        for (worker, place) in workers.iter().zip(whole.places.len()..).take(view.end) {
            if view.contains(&place) {
                let label = trace.tables().text(worker.name).to_owned();
                let (task, hue, segments) = (None, Hue::NONE, worker.segments.clone());
                lanes.push(LaneView { task, place, label, hue, segments, marks: Vec::new() });
            }
        }
        let (tasks, folds) = (whole.tasks.clone(), whole.folds.clone());
        self.whole = Some(whole);
        let workers = workers.len();
        Lanes { tasks, workers, first, lanes, len: trace.len(), end_ns: trace.latest().clock_ns, folds }
    }

    /// A task's label and hue; if the end of the run has forgotten it, as it was when its state last changed. `world`
    /// is moved there, which is little where it comes from a neighbour.
    fn name_of(&mut self, lane: &Lane, trace: &Trace, world: &mut World) -> (String, Hue) {
        let name = |world: &World| (world.label(lane.task, trace.tables()), state::hue(lane.task, world));
        if trace.latest().futures.contains(lane.task) {
            return name(trace.latest());
        }
        let found = self.names.of(lane.task, || {
            trace.move_to(world, lane.segments.last().map_or(0, |segment| segment.event as usize));
            name(world)
        });
        found.clone()
    }
}

/// A task's number, to tell those apart that go by the same name.
fn number_of(task: FutureId, trace: &Trace) -> u32 {
    trace.latest().futures.get(task).map_or(task.0, |future| future.ordinal)
}
