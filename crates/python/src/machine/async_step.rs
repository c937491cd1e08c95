//! The awaitables of asynchronous generators: what `asend`, `athrow`, `aclose` and `__anext__` give. Each may be
//! awaited once, one at a time for a generator, and says so when it never was.

use std::cell::Cell;
use std::rc::Rc;

use crate::error::{Exc, PyResult, Raise, raise, raise_object};
use crate::frame::{Frame, NativeFrame, Outcome};
use crate::generator::{Generator, State};
use crate::graveyard::Grave;
use crate::iterator::{AsyncStep, Iter, IterState};
use crate::machine::{Flow, Machine};
use crate::traverse::References;
use crate::value::Value;

/// How far an awaitable is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
    /// Nobody has awaited it.
    New,
    /// Someone awaits it.
    Awaited,
    /// It has answered or failed.
    Over,
}

/// One request to an asynchronous generator.
pub struct StepAwaitable {
    generator: Rc<Generator>,
    step: AsyncStep,
    stage: Cell<Stage>,
}

impl StepAwaitable {
    /// Whether it has answered or failed.
    pub(crate) fn is_over(&self) -> bool {
        self.stage.get() == Stage::Over
    }

    /// What it holds.
    pub(crate) fn traverse(&self, references: &mut References) {
        references.value(&Value::Generator(self.generator.clone()));
        if let AsyncStep::Send(value) | AsyncStep::Throw(value) | AsyncStep::Refused(value) = &self.step {
            references.value(value);
        }
    }

    fn refuse_again<T>(&self) -> PyResult<T> {
        let what = if self.sends() { "__anext__()/asend()" } else { "aclose()/athrow()" };
        raise(Exc::RuntimeError, format!("cannot reuse already awaited {what}"))
    }

    fn sends(&self) -> bool {
        matches!(self.step, AsyncStep::Send(_))
    }

    fn closes(&self) -> bool {
        matches!(self.step, AsyncStep::Close)
    }

    /// RuntimeError where another request is in progress.
    fn alone(&self) -> PyResult<()> {
        if !self.generator.async_running.get() {
            return Ok(());
        }
        self.stage.set(Stage::Over);
        let method = self.step.method("anext");
        raise(Exc::RuntimeError, format!("{method}(): asynchronous generator is already running"))
    }

    fn ends(&self) {
        self.generator.async_running.set(false);
        self.stage.set(Stage::Over);
    }
}

impl Drop for StepAwaitable {
    fn drop(&mut self) {
        if self.stage.get() == Stage::New
            && let Some(graveyard) = self.generator.graveyard().upgrade()
        {
            graveyard.bury(Grave::NeverAwaited(self.generator.clone(), self.step.method("asend")));
        }
    }
}

/// The awaitable of a request to an asynchronous generator.
pub fn async_step(generator: &Rc<Generator>, step: AsyncStep) -> Value {
    let name = match step {
        AsyncStep::Send(_) => "async_generator_asend",
        _ => "async_generator_athrow",
    };
    let awaitable = StepAwaitable { generator: generator.clone(), step, stage: Cell::new(Stage::New) };
    Iter::value(IterState::AsyncStep(Rc::new(awaitable)), name)
}

impl Machine {
    /// Sends a value into an awaitable of an asynchronous generator.
    pub(crate) fn step_async_generator(&mut self, step: &Rc<StepAwaitable>, value: Value) -> PyResult<Flow> {
        let generator = step.generator.clone();
        if step.is_over() {
            return step.refuse_again();
        }
        if !step.sends() && generator.state.get() == State::Closed {
            step.stage.set(Stage::Over);
            self.leave_now(Outcome::Return(Value::None));
            return Ok(Flow::Pushed);
        }
        if step.stage.get() == Stage::Awaited {
            generator.async_running.set(true);
            self.push_async_step(step, step.sends());
            let result = self.resume_generator(&generator, value);
            return self.conclude_pushed(result);
        }
        step.alone()?;
        if !step.sends() {
            if generator.async_closed.get() {
                step.stage.set(Stage::Over);
                return Err(Box::new(Raise::With(Exc::StopAsyncIteration, Vec::new())));
            }
            if !value.is_none() {
                return raise(Exc::RuntimeError, "can't send non-None value to a just-started coroutine");
            }
        }
        step.stage.set(Stage::Awaited);
        match &step.step {
            AsyncStep::Send(first) => {
                generator.async_running.set(true);
                self.push_async_step(step, true);
                let value = if value.is_none() { first.clone() } else { value };
                let result = self.resume_generator(&generator, value);
                self.conclude_pushed(result)
            }
            AsyncStep::Throw(exception) => {
                generator.async_running.set(true);
                self.push_async_step(step, true);
                let result = self.throw_into(&generator, exception.clone());
                self.conclude_pushed(result)
            }
            AsyncStep::Refused(error) => {
                step.ends();
                raise_object(error.clone())
            }
            AsyncStep::Close => {
                generator.async_closed.set(true);
                if generator.state.get() == State::Created {
                    step.ends();
                    generator.state.set(State::Closed);
                    let frame = generator.frame.take();
                    drop(frame);
                    self.leave_now(Outcome::Return(Value::None));
                    return Ok(Flow::Pushed);
                }
                generator.async_running.set(true);
                let exit = self.new_exception(Exc::GeneratorExit, Vec::new());
                self.push_async_step(step, true);
                let result = self.throw_into(&generator, exit);
                self.conclude_pushed(result)
            }
        }
    }

    /// Raises an exception in an awaitable of an asynchronous generator.
    pub(crate) fn throw_into_step(&mut self, step: &Rc<StepAwaitable>, exception: Value) -> PyResult<Flow> {
        match step.stage.get() {
            Stage::Over => return step.refuse_again(),
            Stage::New => {
                step.alone()?;
                step.stage.set(Stage::Awaited);
                step.generator.async_running.set(true);
            }
            Stage::Awaited => {}
        }
        self.push_async_step(step, true);
        let result = self.throw_into(&step.generator, exception);
        self.conclude_pushed(result)
    }

    fn push_async_step(&mut self, step: &Rc<StepAwaitable>, ends: bool) {
        let step = step.clone();
        self.frames.push(Frame::Native(Box::new(Answer { step, ends })));
    }
}

/// Below an asynchronous generator that answers an `asend`, `athrow` or `aclose`.
struct Answer {
    step: Rc<StepAwaitable>,
    /// Whether the awaitable is used up when the generator leaves; an `athrow` that went on after an `await` is not.
    ends: bool,
}

impl NativeFrame for Answer {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        if let Outcome::Yield(value) = outcome {
            // An await inside it: it stays in progress.
            machine.pending = Some(Outcome::Yield(value));
            return Ok(Flow::Pushed);
        }
        let closes = self.step.closes();
        self.step.generator.async_running.set(false);
        if self.ends || closes {
            self.step.stage.set(Stage::Over);
        }
        machine.pending = Some(match outcome {
            Outcome::AsyncYield(_) if closes => {
                return raise(Exc::RuntimeError, "async generator ignored GeneratorExit");
            }
            Outcome::AsyncYield(value) | Outcome::Yield(value) => Outcome::Return(value),
            Outcome::Return(_) | Outcome::Value(_) if closes => Outcome::Return(Value::None),
            Outcome::Return(_) | Outcome::Value(_) => {
                self.step.generator.async_closed.set(true);
                return Err(Box::new(Raise::With(Exc::StopAsyncIteration, Vec::new())));
            }
            Outcome::Raise(exception) => {
                let ended = machine.is_exception(&exception, Exc::StopAsyncIteration)
                    || machine.is_exception(&exception, Exc::GeneratorExit);
                if ended {
                    self.step.generator.async_closed.set(true);
                }
                if !(closes && ended) {
                    return raise_object(exception);
                }
                Outcome::Return(Value::None)
            }
        });
        Ok(Flow::Pushed)
    }
}
