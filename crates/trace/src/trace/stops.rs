//! Where a reader may stop: the events of each granularity, in order, so that the next and the previous one
//! are a binary search away.

use crate::event::{Event, FrameKind};
use crate::fold::Sequence;
use crate::ids::{FrameId, FutureId};
use crate::ladder::Detail;
use crate::world::World;

/// How far one step of the reader goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Granularity {
    /// To the next handoff of control: the next row of the ladder.
    #[default]
    Handoff,
    /// To the next line of the script.
    Line,
    /// To the next step of a task.
    TaskStep,
    /// To the next iteration of the event loop.
    Iteration,
}

/// Indexes of events, each list ascending.
#[derive(Clone, Debug, Default)]
pub(super) struct Stops {
    pub(super) lines: Sequence<u32>,
    steps: ByDetail,
    task_changes: ByDetail,
    pub(super) iterations: Sequence<u32>,
    pub(super) prints: Sequence<u32>,
    breakpoints: Sequence<u32>,
    none: Sequence<u32>,
    /// For each detail, the task that stepped last.
    pub(super) last_task: [Option<FutureId>; 2],
}

/// One list for [`Detail::Essentials`] and one for [`Detail::Exact`].
#[derive(Clone, Debug, Default)]
struct ByDetail {
    essentials: Sequence<u32>,
    exact: Sequence<u32>,
}

impl ByDetail {
    fn of(&self, detail: Detail) -> &Sequence<u32> {
        match detail {
            Detail::Essentials => &self.essentials,
            Detail::Exact => &self.exact,
        }
    }
}

impl Stops {
    /// Takes note of an event, given the world after it, and the task that is stepped by the handle it is about.
    pub(super) fn see(&mut self, index: u32, event: &Event, stepped: Option<FutureId>, world: &World) {
        match *event {
            Event::HandleBegan { .. } => {
                if let Some(task) = stepped {
                    self.see_step(index, task, world);
                }
            }
            Event::IterationBegan { .. } => self.iterations.push(index),
            Event::Printed { .. } => self.prints.push(index),
            Event::Breakpoint => self.breakpoints.push(index),
            _ => {}
        }
    }

    fn see_step(&mut self, index: u32, task: FutureId, world: &World) {
        let part = world.futures.get(task).and_then(|future| future.task.as_ref());
        let hidden = part.is_some_and(|part| part.shutdown);
        self.steps.exact.push(index);
        if self.last_task[1].replace(task) != Some(task) {
            self.task_changes.exact.push(index);
        }
        if !hidden {
            self.steps.essentials.push(index);
            if self.last_task[0].replace(task) != Some(task) {
                self.task_changes.essentials.push(index);
            }
        }
    }

    pub(super) fn steps(&self, detail: Detail) -> &Sequence<u32> {
        self.steps.of(detail)
    }

    pub(super) fn task_changes(&self, detail: Detail) -> &Sequence<u32> {
        self.task_changes.of(detail)
    }

    /// The lists.
    pub(super) fn lists(&mut self) -> [&mut Sequence<u32>; 9] {
        let Stops { lines, steps, task_changes, iterations, prints, breakpoints, none, .. } = self;
        let [steps, changes] = [steps, task_changes].map(|it| [&mut it.essentials, &mut it.exact]);
        let ([a, b], [c, d]) = (steps, changes);
        [lines, a, b, c, d, iterations, prints, breakpoints, none]
    }

    /// A list without stops.
    pub(super) fn none(&self) -> &Sequence<u32> {
        &self.none
    }

    /// About how many bytes the lists take.
    pub(super) fn bytes(&self) -> usize {
        let lists = [&self.lines, &self.iterations, &self.prints, &self.breakpoints];
        let by_detail =
            [&self.steps, &self.task_changes].into_iter().flat_map(|it| [&it.essentials, &it.exact]);
        let all = lists.into_iter().chain(by_detail);
        all.map(Sequence::bytes).sum()
    }

    /// The events where `breakpoint()` is called.
    pub(super) fn breakpoints(&self) -> &Sequence<u32> {
        &self.breakpoints
    }
}

/// The first of an ascending list after `from`.
pub(super) fn next_in(list: &Sequence<u32>, from: usize) -> Option<usize> {
    list.get(list.partition_point(|index| *index as usize <= from)).map(|index| index as usize)
}

/// The last of an ascending list before `from`.
pub(super) fn previous_in(list: &Sequence<u32>, from: usize) -> Option<usize> {
    let place = list.partition_point(|index| (*index as usize) < from).checked_sub(1)?;
    list.get(place).map(|index| index as usize)
}

/// Whether stepping over in a frame of this kind ends with the frame.
pub(super) fn ends_frame(event: &Event, frame: FrameId) -> bool {
    match *event {
        Event::FrameReturned { frame: ended, .. } | Event::FrameRaised { frame: ended, .. } => ended == frame,
        Event::FrameDropped { frame: ended } => ended == frame,
        _ => false,
    }
}

/// Whether a frame of this kind has lines to step over.
pub(super) fn has_lines(kind: FrameKind) -> bool {
    kind != FrameKind::FutureAwait
}
