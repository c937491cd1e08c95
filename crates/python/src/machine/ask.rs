//! How native code gets answers from script code without calling it on the native stack. It *asks*: where the
//! answer is not yet known, the call is pushed and the native function gives up; once the answer is there, the
//! native function starts again from the beginning with a log of all answers so far, and this time gets it.
//! So a native function may ask as often as it likes, as long as it has no effect before its last question
//! other than through [`Machine::once`].

use crate::error::{Exc, PyResult, Raise, raise, raise_object};
use crate::frame::{Frame, NativeFrame, Outcome};
use crate::function::{Args, NativeFn};
use crate::machine::{Flow, Machine};
use crate::value::Value;

/// How deep native functions may be nested in one another, and containers in containers.
const MAX_NESTING: u32 = 400;

/// An answer to a question.
#[derive(Clone)]
pub enum Answer {
    /// The value of a call, or the next value of an iterator.
    Value(Value),
    /// An iterator is at its end, with this return value.
    End(Value),
    /// An exception, for who asked to be told.
    Raised(Value),
}

/// The answers given so far to the native function that runs.
#[derive(Default)]
pub struct Log {
    answers: Vec<Answer>,
    next: usize,
    /// Whether the question that is open wants an exception as its answer.
    catch: bool,
}

impl From<Outcome> for Answer {
    fn from(outcome: Outcome) -> Answer {
        match outcome {
            Outcome::Value(value) | Outcome::Yield(value) | Outcome::AsyncYield(value) => {
                Answer::Value(value)
            }
            Outcome::Return(value) => Answer::End(value),
            Outcome::Raise(exception) => Answer::Raised(exception),
        }
    }
}

impl Log {
    /// A log of these answers, to be read from the first on.
    pub(crate) fn of(answers: Vec<Answer>) -> Log {
        Log { answers, next: 0, catch: false }
    }

    /// The answers, and whether the question that is open wants an exception as its answer.
    pub(crate) fn into_parts(self) -> (Vec<Answer>, bool) {
        (self.answers, self.catch)
    }
}

/// A native function to be started again when an answer has come.
struct Restart {
    function: NativeFn,
    args: Args,
    answers: Vec<Answer>,
    catch: bool,
}

impl NativeFrame for Restart {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        let Restart { function, args, mut answers, catch } = *self;
        answers.push(match outcome {
            Outcome::Raise(exception) if !catch => return raise_object(exception),
            outcome => Answer::from(outcome),
        });
        machine.run_native(function, args, answers)
    }
}

impl Machine {
    /// Calls a native function. Script code that it needs is pushed, and it is started again afterwards.
    pub fn call_native(&mut self, function: NativeFn, args: Args) -> PyResult<Flow> {
        self.run_native(function, args, Vec::new())
    }

    /// Goes one level deeper into nested data, unless that is deeper than the native stack may be; `what` ends
    /// the message.
    pub fn nested<T>(&mut self, what: &str, go: impl FnOnce(&mut Machine) -> PyResult<T>) -> PyResult<T> {
        if self.nesting >= MAX_NESTING {
            return raise(Exc::RecursionError, format!("maximum recursion depth exceeded{what}"));
        }
        self.nesting += 1;
        let result = go(self);
        self.nesting -= 1;
        result
    }

    fn run_native(&mut self, function: NativeFn, args: Args, answers: Vec<Answer>) -> PyResult<Flow> {
        self.nested("", |machine| machine.run_native_here(function, args, answers))
    }

    fn run_native_here(&mut self, function: NativeFn, args: Args, answers: Vec<Answer>) -> PyResult<Flow> {
        let outer = std::mem::replace(&mut self.log, Log::of(answers));
        let base = self.frames.len();
        let result = function(self, &args);
        let log = std::mem::replace(&mut self.log, outer);
        match result {
            Err(raised) if matches!(*raised, Raise::Ask) => {
                let restart = Restart { function, args, answers: log.answers, catch: log.catch };
                self.frames.insert(base, Frame::Native(Box::new(restart)));
                Ok(Flow::Pushed)
            }
            other => other,
        }
    }

    fn next_answer(&mut self) -> Option<Answer> {
        let answer = self.log.answers.get(self.log.next).cloned()?;
        self.log.next += 1;
        Some(answer)
    }

    fn note(&mut self, answer: Answer) {
        self.log.answers.push(answer);
        self.log.next += 1;
    }

    fn settle(&mut self, flow: PyResult<Flow>, catch: bool) -> PyResult<Answer> {
        let answer = match flow {
            Ok(Flow::Value(value)) => Answer::Value(value),
            Ok(Flow::Pushed) => {
                self.log.catch = catch;
                return Err(Box::new(Raise::Ask));
            }
            Err(raised) if !catch || matches!(*raised, Raise::Ask | Raise::Limit(_) | Raise::End(_)) => {
                return Err(raised);
            }
            Err(raised) => Answer::Raised(self.exception_object(raised)),
        };
        self.note(answer.clone());
        Ok(answer)
    }

    /// Asks for what something else makes of the machine.
    pub(crate) fn ask_flow(&mut self, go: impl FnOnce(&mut Machine) -> PyResult<Flow>) -> PyResult<Value> {
        let answer = match self.next_answer() {
            Some(answer) => answer,
            None => {
                let flow = go(self);
                self.settle(flow, false)?
            }
        };
        answer_value(answer)
    }

    /// Asks for the value of a call.
    pub fn ask(&mut self, callee: &Value, args: Args) -> PyResult<Value> {
        let answer = match self.next_answer() {
            Some(answer) => answer,
            None => {
                let flow = self.call(callee, args);
                self.settle(flow, false)?
            }
        };
        answer_value(answer)
    }

    /// Asks for the value of a native function that itself may ask.
    pub fn ask_native(&mut self, function: NativeFn, args: Args) -> PyResult<Value> {
        let answer = match self.next_answer() {
            Some(answer) => answer,
            None => {
                let flow = self.call_native(function, args);
                self.settle(flow, false)?
            }
        };
        answer_value(answer)
    }

    /// As [`Machine::ask_native`]; an exception is an answer too.
    pub fn ask_caught(&mut self, function: NativeFn, args: Args) -> PyResult<Result<Value, Value>> {
        let answer = match self.next_answer() {
            Some(answer) => answer,
            None => {
                let flow = self.call_native(function, args);
                self.settle(flow, true)?
            }
        };
        Ok(match answer {
            Answer::Value(value) | Answer::End(value) => Ok(value),
            Answer::Raised(exception) => Err(exception),
        })
    }

    /// As [`Machine::ask`]; an exception is an answer too.
    pub fn ask_call_caught(&mut self, callee: &Value, args: Args) -> PyResult<Result<Value, Value>> {
        let answer = match self.next_answer() {
            Some(answer) => answer,
            None => {
                let flow = self.call(callee, args);
                self.settle(flow, true)?
            }
        };
        Ok(match answer {
            Answer::Value(value) | Answer::End(value) => Ok(value),
            Answer::Raised(exception) => Err(exception),
        })
    }

    /// Does something that has an effect, once: when the native function starts again, the value is remembered.
    pub fn once(&mut self, make: impl FnOnce(&mut Machine) -> PyResult<Value>) -> PyResult<Value> {
        if let Some(answer) = self.next_answer() {
            return answer_value(answer);
        }
        let value = make(self)?;
        self.note(Answer::Value(value.clone()));
        Ok(value)
    }

    /// The next value of an iterator; `None` at its end.
    pub fn next(&mut self, iterator: &Value) -> PyResult<Option<Value>> {
        Ok(self.next_or_end(iterator)?.ok())
    }

    /// The next value of an iterator; at its end, what it returned.
    pub fn next_or_end(&mut self, iterator: &Value) -> PyResult<Result<Value, Value>> {
        let answer = match self.next_answer() {
            Some(answer) => answer,
            None => {
                let answer = match self.next_flow(iterator)? {
                    NextFlow::Value(value) => Answer::Value(value),
                    NextFlow::End => Answer::End(Value::None),
                    NextFlow::Pushed => {
                        self.log.catch = false;
                        return Err(Box::new(Raise::Ask));
                    }
                };
                self.note(answer.clone());
                answer
            }
        };
        match answer {
            Answer::Value(Value::Null) => Ok(Err(Value::None)),
            Answer::End(value) => Ok(Err(value)),
            Answer::Value(value) => Ok(Ok(value)),
            Answer::Raised(exception) => raise_object(exception),
        }
    }
}

/// What advancing an iterator gave.
pub enum NextFlow {
    /// A value.
    Value(Value),
    /// Its end.
    End,
    /// Frames were pushed: they will leave a value, Null or a return at the end.
    Pushed,
}

fn answer_value(answer: Answer) -> PyResult<Value> {
    match answer {
        Answer::Value(value) | Answer::End(value) => Ok(value),
        Answer::Raised(exception) => raise_object(exception),
    }
}
