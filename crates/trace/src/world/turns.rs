//! Turns: how long each handle keeps control. One that keeps it long makes timers late and lets others wait, and only
//! the fold still knows which one that was when they come to run.

use super::World;
use crate::event::Callee;
use crate::ids::HandleId;

/// The time from when a handle enters the running slot until it leaves it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Turn {
    /// The handle.
    pub handle: HandleId,
    /// What it calls.
    pub callee: Callee,
    /// The iteration it is in.
    pub iteration: u32,
    /// The clock when it began, in nanoseconds.
    pub since_ns: u64,
    /// The clock when it ended; when it began, as long as it has not.
    pub until_ns: u64,
    /// How many handles were in the ready queue when it began.
    pub waiting: u32,
    /// How many tasks had been made when it began.
    pub tasks: u32,
}

impl Turn {
    /// How long it took, in nanoseconds.
    pub fn took_ns(&self) -> u64 {
        self.until_ns.saturating_sub(self.since_ns)
    }
}

impl World {
    /// A handle, which is in the running slot now, has its turn.
    pub(super) fn turn_began(&mut self, handle: HandleId, callee: Callee) {
        let waiting = u32::try_from(self.ready().len()).unwrap_or(u32::MAX);
        let (since_ns, until_ns) = (self.clock_ns, self.clock_ns);
        let (iteration, tasks) = (self.iteration, self.created.tasks);
        self.turn = Some(Turn { handle, callee, iteration, since_ns, until_ns, waiting, tasks });
    }

    /// Its turn is over.
    pub(super) fn turn_ended(&mut self, handle: HandleId) {
        let Some(turn) = self.turn.take().filter(|turn| turn.handle == handle) else { return };
        let turn = Turn { until_ns: self.clock_ns, ..turn };
        let is_longest =
            |longest: &Turn| longest.iteration != turn.iteration || longest.took_ns() < turn.took_ns();
        if self.longest_turn.as_ref().is_none_or(is_longest) {
            self.longest_turn = Some(turn);
        }
    }
}
