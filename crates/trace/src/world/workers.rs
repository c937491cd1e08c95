//! Worker threads: what each runs, since when and until when, on its own clock. A worker's part of a run is recorded where
//! it begins, up to where it ends or waits; on the loop's clock it is under way until that time has come.

use super::{Control, World};
use crate::ids::{CodeId, FrameId, FutureId, TextId};

/// A worker thread that is under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Worker {
    /// The thread's name.
    pub name: TextId,
    /// The task that ran when it was given its work.
    pub by: Option<FutureId>,
    /// The function of the script that it runs.
    pub function: Option<CodeId>,
    /// The frame of that function.
    pub frame: Option<FrameId>,
    /// When it began, on the clock, in nanoseconds.
    pub since_ns: u64,
    /// Until when it is known what it does.
    pub until_ns: u64,
    /// Whether it has control.
    pub active: bool,
    /// When its turn began that lasts or was the last.
    turn_ns: u64,
    /// Whether a frame has been entered in that turn.
    ran: bool,
}

impl World {
    /// The workers that run beside the loop now, or have control.
    pub fn workers_under_way(&self) -> impl Iterator<Item = &Worker> {
        self.workers.iter().filter(|worker| self.is_under_way(worker))
    }

    /// Whether a worker has not come to its end yet.
    pub fn is_under_way(&self, worker: &Worker) -> bool {
        worker.active || worker.until_ns > self.clock_ns || self.waits(worker)
    }

    /// Whether a worker waits for something.
    pub fn waits(&self, worker: &Worker) -> bool {
        worker.frame.is_some_and(|frame| self.frames.contains(frame))
    }

    /// What the clock read outside when the worker was entered that has control, if one has.
    pub fn outside_worker(&self) -> Option<u64> {
        self.control.iter_back().find_map(|entry| match entry {
            Control::Worker(outside) => Some(*outside),
            _ => None,
        })
    }

    /// The task whose step handed control to the worker that has it.
    pub fn task_under_worker(&self) -> Option<FutureId> {
        let mut below = self.control.iter_back().skip_while(|it| !matches!(it, Control::Worker(_)));
        below.next()?;
        below.find_map(|holder| match holder {
            Control::Handle(handle) => Some(self.handles.get(*handle)?.task()),
            Control::Loop(_) | Control::Worker(_) => Some(None),
            Control::Frame(_) => None,
        })?
    }

    pub(super) fn worker_entered(&mut self, name: TextId, clock_ns: u64) {
        let by = self.current_task();
        self.control.push(Control::Worker(self.clock_ns));
        self.clock_ns = clock_ns;
        let known = self.workers.iter().find(|worker| worker.name == name);
        let goes_on = known.is_some_and(|worker| self.waits(worker) || worker.until_ns >= clock_ns);
        if !goes_on {
            self.workers.remove_first(|worker| worker.name == name);
            let (function, frame) = (None, None);
            let worker = Worker {
                name,
                by,
                function,
                frame,
                since_ns: clock_ns,
                until_ns: clock_ns,
                active: true,
                turn_ns: clock_ns,
                ran: false,
            };
            self.workers.push(worker);
            return;
        }
        if let Some(worker) = self.workers.find_mut(|worker| worker.name == name) {
            (worker.active, worker.turn_ns, worker.ran) = (true, clock_ns, false);
        }
    }

    /// A frame is entered while a worker has control.
    pub(super) fn worker_enters(&mut self, frame: FrameId) {
        if self.workers.is_empty() {
            return;
        }
        let code = self.frames.get(frame).and_then(|frame| frame.code);
        if let Some(worker) = self.workers.find_mut(|worker| worker.active) {
            worker.ran = true;
            if worker.frame.is_none() {
                (worker.frame, worker.function) = (Some(frame), code);
            }
        }
    }

    pub(super) fn worker_left(&mut self) {
        let inside_ns = self.clock_ns;
        self.leave_worker();
        let Some(worker) = self.workers.find_mut(|worker| worker.active) else { return };
        worker.active = false;
        worker.until_ns = inside_ns;
        // It has only told the loop of its end.
        let told = !worker.ran && inside_ns == worker.turn_ns && worker.turn_ns > worker.since_ns;
        let name = worker.name;
        if told {
            self.workers.remove_first(|worker| worker.name == name);
        }
    }
}
