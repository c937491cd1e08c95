//! The fold: what each event changes. One match names the effect of every event; the effects themselves lie
//! with what they change.

use super::{ConsoleText, Control, LoopState, RunEnd, World};
use crate::event::{Event, FrameKind, FutureKind};
use crate::ids::{FrameId, LoopId};
use crate::tables::Tables;

impl World {
    /// Makes the world what it is after `event`. An event that does not fit (from a damaged or foreign trace)
    /// changes what it can and is otherwise ignored.
    #[inline(never)]
    pub fn apply(&mut self, event: &Event, tables: &Tables) {
        self.apply_here(event, tables);
    }

    /// [`World::apply`] for where most events pass. In the page one copy must do: it is loaded first.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(crate) fn apply_here(&mut self, event: &Event, tables: &Tables) {
        let percolating = self.percolating(event);
        match *event {
            Event::RunStarted | Event::Breakpoint => {}
            Event::RunEnded { end, status } => self.end = Some(RunEnd { end, status }),

            Event::FrameCreated { frame, code, kind } => self.frame_created(frame, Some(code), kind, None),
            Event::FutureAwaitCreated { frame, future } => {
                self.frame_created(frame, None, FrameKind::FutureAwait, Some(future));
            }
            Event::FrameEntered { frame, resumed } => {
                let by_handle = matches!(self.control.last(), Some(Control::Handle(_)));
                self.resumptions += u32::from(resumed && by_handle);
                self.frame_entered(frame);
                self.worker_enters(frame);
            }
            Event::FrameSuspended { frame, .. } => self.frame_suspended(frame, percolating),
            Event::FrameReturned { frame, .. } | Event::FrameRaised { frame, .. } => {
                self.group_passed(frame, tables);
                self.frame_finished(frame);
            }
            Event::FrameDropped { frame } => self.frame_gone(frame),
            Event::Line { line } => {
                self.advance(tables.settings.line_cost_ns);
                self.line_began(line);
            }
            Event::LocalBound { frame, name, value } => self.local_bound(frame, name, value, tables),
            Event::LocalUnbound { frame, name } => self.local_unbound(frame, name),
            Event::ExceptionRaised { exception } => self.exception_raised(exception),

            Event::LoopCreated { event_loop } => {
                self.loops.push(LoopState { id: Some(event_loop), ..LoopState::default() });
            }
            Event::LoopEntered { event_loop } => {
                self.control.push(Control::Loop(event_loop));
                self.change_loop(event_loop, |state| state.running = true);
                self.shown_loop = Some(event_loop);
            }
            Event::LoopLeft { event_loop } => {
                self.leave_control(Control::Loop(event_loop));
                self.change_loop(event_loop, |state| state.running = false);
                self.shown_loop = self.running_loop().or(Some(event_loop));
            }
            Event::LoopClosed { event_loop } => {
                self.change_loop(event_loop, |state| state.closed = true);
                while self.watches.remove_first(|watch| watch.event_loop == event_loop).is_some() {}
            }
            Event::WatchBegan { handle, event_loop, fd, socket, callback, writes } => {
                let by = self.current_task();
                self.watches.push(super::Watch { handle, event_loop, fd, socket, callback, writes, by });
            }
            Event::WatchEnded { handle } => {
                self.watches.remove_first(|watch| watch.handle == handle);
            }
            Event::IterationBegan { iteration } => {
                self.iteration = iteration;
                self.advance(tables.settings.iteration_cost_ns);
            }
            Event::ClockAdvanced { by_ns, .. } => self.advance(by_ns),
            Event::WorkerEntered { name, clock_ns } => self.worker_entered(name, clock_ns),
            Event::WorkerLeft => self.worker_left(),
            Event::SentByHand => self.sent_by_hand = true,

            Event::HandleCreated { handle, callee, event_loop } => {
                self.handle_created(handle, callee, event_loop, tables);
            }
            Event::HandleReady { handle, origin } => self.handle_ready(handle, origin),
            Event::TimerScheduled { handle, due_ns } => self.timer_scheduled(handle, due_ns),
            Event::HandleCancelled { handle } => self.handle_cancelled(handle),
            Event::HandleDropped { handle } => self.handle_gone(handle),
            Event::HandleBegan { handle } => self.handle_began(handle),
            Event::HandleEnded { handle } => self.handle_ended(handle),

            Event::FutureCreated { future, kind, event_loop } => {
                self.future_created(future, kind, event_loop);
                if kind == FutureKind::Gather {
                    self.gather_created(future);
                }
            }
            Event::TaskCreated { task, coroutine, name } => self.task_created(task, coroutine, name, tables),
            Event::TaskRenamed { task, name } => self.task_renamed(task, name, tables),
            Event::CallbackAdded { future, handle } => self.callback_added(future, handle),
            Event::CallbackRemoved { handle, .. } => self.handle_gone(handle),
            Event::FutureSettled { future, outcome, value } => self.future_settled(future, outcome, value),
            Event::TaskWaits { task, on } => self.task_waits(task, on),
            Event::CancelRequested { task, requests } | Event::CancelTakenBack { task, requests } => {
                self.change_task(task, |part| part.cancel_requests = requests);
            }
            Event::FutureDropped { future } => self.future_dropped(future),

            Event::PrimitiveCreated { primitive, kind, value } => {
                self.primitive_created(primitive, kind, value)
            }
            Event::PrimitiveChanged { primitive, value } => self.primitive_changed(primitive, value),
            Event::ItemPut { primitive, item } => self.item_put(primitive, item),
            Event::ItemTaken { primitive, place } => self.item_taken(primitive, place as usize),
            Event::WaiterAdded { primitive, future } => {
                if let Some(primitive) = self.primitives.get_mut(primitive) {
                    primitive.waiters.push(future);
                }
            }
            Event::WaiterRemoved { primitive, future } => {
                if let Some(primitive) = self.primitives.get_mut(primitive) {
                    primitive.waiters.remove_first(|waiter| *waiter == future);
                }
            }

            Event::Printed { stream, text } => {
                let written = ConsoleText { stream, text, clock_ns: self.clock_ns, event: self.events };
                self.console.push(written);
            }
        }
        self.events += 1;
    }

    /// The frame whose yield this event passes on, if the last event was a yield and this one its parent's.
    /// Else a yield has arrived.
    #[inline(always)]
    fn percolating(&mut self, event: &Event) -> Option<FrameId> {
        if self.yielding.is_some() { self.percolating_from(event) } else { None }
    }

    #[inline(never)]
    fn percolating_from(&mut self, event: &Event) -> Option<FrameId> {
        let child = self.yielding.take()?;
        if self.is_yield_of_parent(event, child) {
            return Some(child);
        }
        self.yield_arrived(child);
        None
    }

    /// What holds whichever event of a running frame comes next: a yield has arrived.
    pub(crate) fn settle_yield(&mut self) {
        if let Some(child) = self.yielding.take() {
            self.yield_arrived(child);
        }
    }

    fn is_yield_of_parent(&self, event: &Event, child: FrameId) -> bool {
        matches!(event, Event::FrameSuspended { frame, .. }
            if self.frames.get(child).is_some_and(|child| child.parent == Some(*frame)))
    }

    /// Whether nothing hangs on what the next event is: no yield that may be passed on, no worker that may begin.
    pub(crate) fn is_plain(&self) -> bool {
        self.yielding.is_none() && !self.sent_by_hand && self.workers.is_empty()
    }

    /// So many events have passed, among them so many lines.
    pub(crate) fn passed(&mut self, events: u32, lines: u64, tables: &Tables) {
        self.advance(tables.settings.line_cost_ns.saturating_mul(lines));
        self.events += events;
    }

    fn advance(&mut self, by_ns: u64) {
        self.clock_ns = self.clock_ns.saturating_add(by_ns);
    }

    pub(super) fn change_loop<T>(
        &mut self,
        id: LoopId,
        change: impl FnOnce(&mut LoopState) -> T,
    ) -> Option<T> {
        self.loops.find_mut(|state| state.id == Some(id)).map(change)
    }
}
