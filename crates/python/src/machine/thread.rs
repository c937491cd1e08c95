//! Threads, as far as a machine with one call stack has them: which one runs, and how the frames of one that waits
//! are taken off the stack and put back. What runs when is decided in the executor.

use std::cell::RefCell;
use std::rc::Rc;

use loopglass_trace::{Event, Picture};

use crate::error::{PyResult, raise_object};
use crate::frame::{Frame, NativeFrame, Outcome};
use crate::function::Args;
use crate::machine::{Flow, Machine};
use crate::value::Value;

/// The thread that runs now; an extension of the machine.
pub struct CurrentThread {
    /// `threading.current_thread().name`
    pub name: RefCell<Rc<str>>,
    /// What `time.sleep` calls where threads run side by side, or Null.
    pub sleep: RefCell<Value>,
}

impl Default for CurrentThread {
    fn default() -> CurrentThread {
        CurrentThread { name: RefCell::new("MainThread".into()), sleep: RefCell::default() }
    }
}

/// The lowest frame of a thread: below it is who started it, or went on with it.
struct Base {
    /// The hooks around asynchronous generators that whoever is below had set.
    outer_hooks: (Value, Value),
}

impl NativeFrame for Base {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        machine.asyncgen_hooks = self.outer_hooks;
        match outcome {
            Outcome::Raise(exception) => raise_object(exception),
            Outcome::Value(value)
            | Outcome::Yield(value)
            | Outcome::AsyncYield(value)
            | Outcome::Return(value) => Ok(Flow::Value(value)),
        }
    }

    fn is_thread(&self) -> bool {
        true
    }
}

/// A thread that waits, off the call stack.
pub struct ParkedFrames {
    frames: Vec<Frame>,
    hooks: (Value, Value),
}

impl Machine {
    /// Calls a function as the lowest of a thread.
    pub fn call_as_thread(&mut self, function: &Value) -> PyResult<Flow> {
        let outer_hooks = std::mem::replace(&mut self.asyncgen_hooks, (Value::None, Value::None));
        self.push_native(Box::new(Base { outer_hooks }));
        let result = self.call(function, Args::none());
        self.conclude_pushed(result)
    }

    /// Takes the frames of the thread that runs off the call stack; none where no thread runs.
    pub fn park_thread(&mut self) -> Option<ParkedFrames> {
        let base = self
            .frames
            .iter()
            .rposition(|frame| matches!(frame, Frame::Native(frame) if frame.is_thread()))?;
        let frames = self.frames.split_off(base + 1);
        let Some(Frame::Native(lowest)) = self.frames.pop() else { return None };
        for frame in frames.iter().rev() {
            let Frame::Script(frame) = frame else { continue };
            self.depth = self.depth.saturating_sub(frame.code.weight);
            if let Some(frame) = frame.id {
                self.recorder.event(Event::FrameSuspended { frame, value: Picture::None });
            }
        }
        let hooks = std::mem::replace(&mut self.asyncgen_hooks, (Value::None, Value::None));
        // What the lowest frame does with any value is to give back what it has kept.
        let _given_back = lowest.resume(self, Outcome::Value(Value::None));
        Some(ParkedFrames { frames, hooks })
    }

    /// Puts the frames of a thread back on the call stack; the one on top goes on with None.
    pub fn resume_thread(&mut self, parked: ParkedFrames) {
        let outer_hooks = std::mem::replace(&mut self.asyncgen_hooks, parked.hooks);
        self.push_native(Box::new(Base { outer_hooks }));
        for frame in parked.frames {
            if let Frame::Script(frame) = &frame {
                self.depth += frame.code.weight;
                self.record_entered(frame, true);
            }
            self.frames.push(frame);
        }
        self.pending = Some(Outcome::Value(Value::None));
    }
}
