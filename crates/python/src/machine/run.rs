//! The main loop: hands outcomes down the call stack, attends to finalizers, and lets the top frame run.

use loopglass_trace::{ClockReason, End, Event, Limit};

use crate::error::{Exc, PyResult, Raise};
use crate::frame::{Expect, Frame, Outcome, ScriptFrame};
use crate::machine::{Flow, Machine};
use crate::value::Value;

/// Instructions between two measurements of memory.
const MEASURED: u64 = 1 << 14;
/// The same where much of it is in use.
const MEASURED_OFTEN: u64 = 64;
/// For the limit of instructions, an iteration of an event loop counts as so many: what gives way again and again
/// has no end of its own more often than what computes.
const ITERATION: u64 = 250;
/// For the same limit, so many instructions of a hot loop count as one, since they are done in the time of one.
const HOT: u64 = 4;
/// What an event takes that does not repeat, with all that readers need beside it.
const EVENT_BYTES: usize = 64;
/// An index of an event has 32 bits.
const MOST_EVENTS: usize = 4_000_000_000;

/// Where a run stands after a slice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// The budget of the slice is used up; call again to go on.
    Running,
    /// The call stack is empty: what was started is done, and [`Machine::take_outcome`] tells how.
    Done,
    /// The run is over for another reason than its own end.
    Ended(End),
}

/// Why the interpreter gave control back to the main loop.
pub(crate) enum Stop {
    /// Frames or outcomes changed: look again.
    Again,
    /// The budget is used up.
    Budget,
    /// The run is over.
    End(End),
}

/// What a frame does with an outcome.
pub(crate) enum Delivered {
    /// It goes on.
    Continue,
    /// The exception is raised at its current instruction.
    Raise(Value),
    /// It suspends in turn, with this value, and stays at its instruction.
    Suspend(Value),
}

impl Machine {
    /// Runs for at most about `budget` instructions.
    pub fn run(&mut self, budget: u64) -> Status {
        let whole = self.steps.saturating_add(budget);
        self.goal = whole;
        let mut goal = self.measured_goal(whole);
        loop {
            if self.graveyard.is_occupied() {
                self.finalize_next();
                continue;
            }
            let stop = match self.frames.last() {
                None => return Status::Done,
                Some(Frame::Native(_)) => self.resume_native(),
                Some(Frame::Script(_)) => self.interpret(goal),
            };
            let used_up = match stop {
                Stop::Again => self.steps >= goal,
                Stop::Budget => true,
                Stop::End(end) => return Status::Ended(end),
            };
            if used_up {
                if let Some(limit) = self.limit_reached() {
                    return Status::Ended(End::Limit(limit));
                }
                if self.steps >= whole {
                    return Status::Running;
                }
                goal = self.measured_goal(whole);
            }
        }
    }

    /// What the lowest frame left, once the run is done.
    pub fn take_outcome(&mut self) -> Option<Outcome> {
        self.pending.take()
    }

    /// The limit that is reached, if one is. Looked at from time to time, not at every instruction.
    pub(crate) fn limit_reached(&self) -> Option<Limit> {
        let limits = &self.settings.limits;
        if self.effort() >= limits.steps {
            Some(Limit::Steps)
        } else if self.memory_used() >= limits.memory {
            Some(Limit::Memory)
        } else if self.recorder.trace.bytes() / EVENT_BYTES >= limits.events
            || self.recorder.trace.len() >= MOST_EVENTS
        {
            Some(Limit::Events)
        } else if self.recorder.printed >= limits.output {
            Some(Limit::Output)
        } else if self.recorder.clock_ns >= limits.time_ns {
            Some(Limit::Time)
        } else {
            None
        }
    }

    /// The instructions executed, as the limit of them counts.
    fn effort(&self) -> u64 {
        let light = self.hot.steps() / HOT * (HOT - 1);
        (self.steps - light).saturating_add(u64::from(self.iterations) * ITERATION)
    }

    /// The virtual clock goes on while something waits. The run ends where its time is used up.
    pub fn pass_time(&mut self, by_ns: u64, reason: ClockReason) -> PyResult<()> {
        let left = self.settings.limits.time_ns.saturating_sub(self.recorder.clock_ns);
        let by_ns = by_ns.min(left);
        self.recorder.clock_ns += by_ns;
        self.recorder.event(Event::ClockAdvanced { by_ns, reason });
        if by_ns == left { Err(Box::new(Raise::Limit(Limit::Time))) } else { Ok(()) }
    }

    /// The bytes that the run has allocated, other than for its trace.
    fn memory_used(&self) -> usize {
        let own = crate::memory::in_use().saturating_sub(self.memory_before);
        own.saturating_sub(self.recorder.trace.bytes())
    }

    /// How far to run before memory is measured again: less far, the more there is in use.
    fn measured_goal(&self, whole: u64) -> u64 {
        let limit = self.settings.limits.memory;
        let used = self.memory_used();
        crate::memory::set_room(limit.saturating_sub(used));
        let steps = if used < limit / 8 { MEASURED } else { MEASURED_OFTEN };
        whole.min(self.steps.saturating_add(steps))
    }

    fn resume_native(&mut self) -> Stop {
        let Some(Frame::Native(frame)) = self.frames.pop() else { return Stop::Again };
        // A native frame is on top only with an outcome for it; None stands for "start".
        let outcome = self.pending.take().unwrap_or(Outcome::Value(Value::None));
        self.steps += 1;
        let result = frame.resume(self, outcome);
        self.conclude(result)
    }

    /// Takes what a native function gave as the outcome for the frame that is now on top.
    pub(crate) fn conclude(&mut self, result: PyResult<Flow>) -> Stop {
        match result {
            Ok(Flow::Value(value)) => self.pending = Some(Outcome::Value(value)),
            Ok(Flow::Pushed) => {}
            Err(raised) => match *raised {
                Raise::Limit(limit) => return Stop::End(End::Limit(limit)),
                Raise::End(end) => return Stop::End(end),
                _ => {
                    let exception = self.exception_object(raised);
                    self.pending = Some(Outcome::Raise(exception));
                }
            },
        }
        Stop::Again
    }

    /// The line of the current instruction begins again, as CPython's `CLEANUP_THROW` makes it.
    fn line_again(&mut self, frame: &mut ScriptFrame) {
        let line = frame.code.spans[frame.pc as usize].line;
        frame.line = line;
        if frame.traced {
            self.recorder.clock_ns += self.settings.line_cost_ns;
            self.recorder.line(line);
        }
    }

    /// Gives a script frame what its current instruction waited for.
    pub(crate) fn deliver(&mut self, frame: &mut ScriptFrame, mut outcome: Outcome) -> Delivered {
        let mut expect = std::mem::replace(&mut frame.expect, Expect::Push);
        if expect == Expect::AwaitThrown {
            expect = Expect::Await;
            if let Outcome::Raise(exception) = &outcome {
                self.chain_thrown(frame, exception);
            }
            if !matches!(outcome, Outcome::Yield(_)) {
                self.line_again(frame);
            }
            // What is awaited has ended, even where it is the StopIteration that was thrown.
            if let Outcome::Raise(exception) = &outcome
                && self.is_exception(exception, Exc::StopIteration)
            {
                outcome = Outcome::Return(self.stop_value(exception));
            }
        }
        if let Outcome::Raise(exception) = outcome {
            return Delivered::Raise(exception);
        }
        match (expect, outcome) {
            (Expect::Discard, _) => {}
            (Expect::PushThenNull, Outcome::Value(value)) => {
                frame.push(value);
                frame.push(Value::Null);
            }
            (Expect::Spread, Outcome::Value(Value::Tuple(items))) => {
                frame.stack.extend(items.iter().rev().cloned());
            }
            (Expect::SpreadPair, Outcome::Value(Value::Tuple(items))) => {
                // What `except*` takes is the exception that its body handles.
                if let Some(taken @ Value::Instance(_)) = items.get(1) {
                    let _whole = std::mem::replace(&mut frame.handled, taken.clone());
                }
                frame.stack.extend(items.iter().cloned())
            }
            (Expect::Throw, Outcome::Value(exception)) => return Delivered::Raise(exception),
            (Expect::ForIter(target), Outcome::Value(Value::Null) | Outcome::Return(_)) => {
                drop(frame.pop());
                frame.pc = target;
                return Delivered::Continue;
            }
            (Expect::Branch { target, when }, Outcome::Value(value)) => {
                if sure_truth(&value) == when {
                    frame.pc = target;
                    return Delivered::Continue;
                }
            }
            (Expect::BranchKeep { target, when }, Outcome::Value(value)) => {
                if sure_truth(&value) == when {
                    frame.pc = target;
                    return Delivered::Continue;
                }
                drop(frame.pop());
            }
            (Expect::Not, Outcome::Value(value)) => frame.push(Value::Bool(!sure_truth(&value))),
            (Expect::Await, Outcome::Yield(value)) => return Delivered::Suspend(value),
            (Expect::Await, Outcome::Value(value) | Outcome::Return(value) | Outcome::AsyncYield(value)) => {
                drop(frame.pop());
                frame.push(value);
            }
            (Expect::Send, Outcome::Return(value)) => {
                return Delivered::Raise(self.stop_iteration(value));
            }
            (
                _,
                Outcome::Value(value)
                | Outcome::Yield(value)
                | Outcome::AsyncYield(value)
                | Outcome::Return(value),
            ) => frame.push(value),
            (_, Outcome::Raise(exception)) => return Delivered::Raise(exception),
        }
        frame.pc += 1;
        Delivered::Continue
    }

    /// Ends the run and records that it did.
    pub fn end(&mut self, end: End, status: u8) {
        self.status = Some(status);
        self.recorder.event(Event::RunEnded { end, status });
    }

    /// Raised where the script recurses too deeply.
    pub(crate) fn recursion_error<T>(&self) -> PyResult<T> {
        crate::error::raise(Exc::RecursionError, "maximum recursion depth exceeded")
    }
}

/// The truth of a value that a slow path has already reduced to a bool.
fn sure_truth(value: &Value) -> bool {
    !matches!(value, Value::Bool(false) | Value::Null | Value::None)
}
