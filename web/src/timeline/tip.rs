//! What is said of the place under the pointer: whose lane it is, and what goes on or is marked there.

use super::lanes::LaneView;
use super::paint::MARGIN;
use super::{Props, Timeline, axis};
use crate::state::grouped;
use loopglass_trace::{FutureId, FutureState, MarkKind};

/// What is said of the place under the pointer.
#[derive(Clone, PartialEq)]
pub(super) struct Tip {
    /// Where it is, in pixels.
    pub(super) x: f64,
    /// The task that is lit with it.
    pub(super) task: Option<FutureId>,
    /// What it says.
    pub(super) text: String,
}

/// What is said of a mark.
fn mark_words(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Print => ", prints",
        MarkKind::Creation => ", is created",
        MarkKind::Cancellation => ", is asked to end",
        MarkKind::Error => ", fails",
        MarkKind::Breakpoint => ", calls breakpoint()",
    }
}

impl Timeline {
    /// What lies at a place: the lane's task and what it is doing there.
    pub(super) fn tip_at(&self, props: &Props, x: f64, y: f64) -> Option<Tip> {
        let lanes = &props.lanes.lanes;
        let lane = props.lanes.lane(self.rows.at(y))?;
        let at = self.window.at(x - MARGIN, self.room());
        let next = lane.segments.partition_point(|segment| axis(props).of(segment) <= at);
        let state = next.checked_sub(1).and_then(|place| lane.segments.get(place)).map(|it| it.state);
        let doing = match state.filter(|_| x >= MARGIN) {
            None => String::new(),
            Some(FutureState::Waiting(on)) => {
                let label = lanes.iter().find(|lane| lane.task == Some(on)).map(|lane| lane.label.as_str());
                let other = if props.lanes.place(on).is_some() { "another task" } else { "a future" };
                format!(": waiting on {}", label.unwrap_or(other))
            }
            Some(FutureState::Created) if lane.task.is_none() => ": without work".to_owned(),
            Some(FutureState::Pending) if lane.task.is_none() => ": until the loop hears of it".to_owned(),
            Some(FutureState::Pending) => ": a worker thread is shown".to_owned(),
            Some(FutureState::Created) => ": created".to_owned(),
            Some(FutureState::Ready) => ": in the ready queue".to_owned(),
            Some(FutureState::Running) => ": running".to_owned(),
            Some(FutureState::Done) => ": done".to_owned(),
            Some(FutureState::Failed) => ": failed".to_owned(),
            Some(FutureState::Cancelled) => ": cancelled".to_owned(),
        };
        let mark = self.mark_at(props, lane, x).map_or("", mark_words);
        let folded = axis(props).folds().find(|(_, from, to)| x >= MARGIN && (*from..*to).contains(&at));
        let text = match folded {
            Some((fold, ..)) => {
                let events = grouped(fold.to - fold.from);
                let times = fold
                    .times
                    .map_or_else(String::new, |times| format!(", {} times the same", grouped(times)));
                format!("{}: {events} events folded{times}", lane.label)
            }
            None => format!("{}{doing}{mark}", lane.label),
        };
        Some(Tip { x: x + 12.0, task: lane.task, text })
    }

    /// What is marked near a place of a lane.
    fn mark_at(&self, props: &Props, lane: &LaneView, x: f64) -> Option<MarkKind> {
        let axis = axis(props);
        let place = |&(event, ns, _): &(u32, u64, MarkKind)| axis.place(event as usize, ns);
        let near = |offset: f64| self.window.at(x - MARGIN + offset, self.room());
        let first = lane.marks.partition_point(|mark| place(mark) < near(-4.0));
        lane.marks.get(first).filter(|mark| place(mark) <= near(4.0)).map(|mark| mark.2)
    }
}
