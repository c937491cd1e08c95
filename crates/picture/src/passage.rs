//! What has passed between two stops that one does not stop at, and that changes what is to be seen: time, in which
//! the loop waited or was kept from all else, and requests to cancel.

use crate::{CardId, Jump, StagePicture, names};
use loopglass_trace::{ClockReason, Control, Event, FutureId, Trace, World};

/// What has passed since the stop before.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Passage {
    /// For how long `time.sleep` has blocked the loop's thread, in nanoseconds.
    pub blocked_ns: u64,
    /// For how long the loop has waited in `select`.
    pub waited_ns: u64,
    /// The tasks whose cancellation was requested.
    pub cancelled: Vec<FutureId>,
}

/// What has passed after the world `since`, up to event `at`.
pub fn passage(trace: &Trace, since: Option<&World>, at: usize) -> Passage {
    let mut passed = Passage::default();
    let Some(since) = since else { return passed };
    // A worker's time is its own.
    let mut workers = since.control.iter().filter(|holder| matches!(holder, Control::Worker(_))).count();
    for event in (since.events as usize..=at).filter_map(|index| trace.event(index)) {
        match event {
            Event::WorkerEntered { .. } => workers += 1,
            Event::WorkerLeft => workers = workers.saturating_sub(1),
            Event::ClockAdvanced { by_ns, reason: ClockReason::Sleep } if workers == 0 => {
                passed.blocked_ns += by_ns;
            }
            Event::ClockAdvanced { by_ns, reason: ClockReason::Select } if workers == 0 => {
                passed.waited_ns += by_ns;
            }
            Event::CancelRequested { task, .. } if !passed.cancelled.contains(&task) => {
                passed.cancelled.push(task);
            }
            _ => {}
        }
    }
    passed
}

impl StagePicture {
    /// Shows what has passed since the stop before.
    pub fn pass(&mut self, passed: &Passage) {
        let jump = |by_ns: u64, blocked| Jump { by: format!("+{}", names::rounded_seconds(by_ns)), blocked };
        self.event_loop.jump = match (passed.blocked_ns, passed.waited_ns) {
            (0, 0) => None,
            (0, waited) => Some(jump(waited, false)),
            (blocked, _) => Some(jump(blocked, true)),
        };
        for card in self.cards.iter_mut().chain(&mut self.apart) {
            let CardId::Future(id) = card.id else { continue };
            card.asked_now = passed.cancelled.contains(&id);
        }
    }
}
