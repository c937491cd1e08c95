//! Long work of native code that asks the script again and again: gone through in steps, so that only the step
//! that asks is started again when the answer comes, and not all that was done before it.

use crate::error::{PyResult, Raise, raise_object};
use crate::frame::{Frame, NativeFrame, Outcome};
use crate::machine::ask::{Answer, Log};
use crate::machine::{Flow, Machine};
use crate::value::Value;

/// Work in steps. What a step changes in itself it must change after the last question it asks.
pub trait Steps {
    /// Does one step; gives the result with the last one.
    fn step(&mut self, machine: &mut Machine) -> PyResult<Option<Value>>;

    /// The address of the container whose `repr` this makes, if that is what it does.
    fn shows(&self) -> Option<usize> {
        None
    }
}

/// Work that waits for an answer in the middle of a step.
struct Waiting {
    steps: Box<dyn Steps>,
    answers: Vec<Answer>,
    catch: bool,
}

impl NativeFrame for Waiting {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        let Waiting { steps, mut answers, catch } = *self;
        answers.push(match outcome {
            Outcome::Raise(exception) if !catch => return raise_object(exception),
            outcome => Answer::from(outcome),
        });
        machine.go_on(steps, answers)
    }

    fn shows(&self) -> Option<usize> {
        self.steps.shows()
    }
}

/// Work that goes on in the next slice.
struct Paused(Box<dyn Steps>);

impl NativeFrame for Paused {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        match outcome {
            Outcome::Raise(exception) => raise_object(exception),
            _ => machine.go_on(self.0, Vec::new()),
        }
    }

    fn shows(&self) -> Option<usize> {
        self.0.shows()
    }
}

impl Machine {
    /// Does the work, as the rest of a native function.
    pub fn run_steps(&mut self, steps: impl Steps + 'static) -> PyResult<Flow> {
        self.go_on(Box::new(steps), Vec::new())
    }

    fn go_on(&mut self, steps: Box<dyn Steps>, answers: Vec<Answer>) -> PyResult<Flow> {
        self.nested("", |machine| machine.go_on_here(steps, answers))
    }

    fn go_on_here(&mut self, mut steps: Box<dyn Steps>, mut answers: Vec<Answer>) -> PyResult<Flow> {
        let base = self.frames.len();
        loop {
            let outer = std::mem::replace(&mut self.log, Log::of(std::mem::take(&mut answers)));
            let result = steps.step(self);
            let log = std::mem::replace(&mut self.log, outer);
            match result {
                Ok(None) if self.count_item() => {
                    self.push_native(Box::new(Paused(steps)));
                    return Ok(Flow::Pushed);
                }
                Ok(None) => {}
                Ok(Some(value)) => return Ok(Flow::Value(value)),
                Err(raised) if matches!(*raised, Raise::Ask) => {
                    let (answers, catch) = log.into_parts();
                    self.frames.insert(base, Frame::Native(Box::new(Waiting { steps, answers, catch })));
                    return Ok(Flow::Pushed);
                }
                Err(raised) => return Err(raised),
            }
        }
    }

    /// Asks for the result of such work.
    pub fn ask_steps<S: Steps + 'static>(&mut self, steps: impl FnOnce() -> S) -> PyResult<Value> {
        self.ask_flow(|machine| machine.run_steps(steps()))
    }
}
