//! Resuming, suspending and closing generators, coroutines and asynchronous generators; `await`.

use std::rc::Rc;

use loopglass_trace::Event;

use crate::class::Payload;
use crate::code::CodeKind;
use crate::error::{Exc, PyResult, Raise, raise, raise_object, type_error};
use crate::frame::{Expect, Frame, NativeFrame, Outcome, ScriptFrame};
use crate::function::Args;
use crate::generator::{Generator, State};
use crate::iterator::{HostIter, Iter, IterState, Sent, Simple};
use crate::machine::async_step::StepAwaitable;
use crate::machine::exception::exception_data;
use crate::machine::run::Stop;
use crate::machine::{Flow, Machine};
use crate::symbol::names;
use crate::value::Value;

fn word(generator: &Generator) -> &'static str {
    match generator.code.kind {
        CodeKind::Coroutine => "coroutine",
        CodeKind::AsyncGenerator => "async generator",
        _ => "generator",
    }
}

impl Machine {
    /// Suspends the frame with a value; returns what goes to whoever resumed it.
    pub(crate) fn suspend(&mut self, mut frame: Box<ScriptFrame>, value: Value, own: bool) -> Outcome {
        self.depth = self.depth.saturating_sub(frame.code.weight);
        if let Some(id) = frame.id {
            let picture = self.picture(&value);
            self.recorder.event(Event::FrameSuspended { frame: id, value: picture });
        }
        if let Some(generator) = frame.generator.take() {
            generator.state.set(State::Suspended);
            *generator.frame.borrow_mut() = Some(frame);
        }
        if own { Outcome::AsyncYield(value) } else { Outcome::Yield(value) }
    }

    /// Puts the frame of a generator back on the call stack, to go on with a value. What it leaves is a yield, a
    /// return or an exception.
    pub fn resume_generator(&mut self, generator: &Rc<Generator>, value: Value) -> PyResult<Flow> {
        match generator.state.get() {
            State::Running => raise(Exc::ValueError, format!("{} already executing", word(generator))),
            State::Closed => {
                if generator.is_coroutine() {
                    return raise(Exc::RuntimeError, "cannot reuse already awaited coroutine");
                }
                self.leave_now(Outcome::Return(Value::None));
                Ok(Flow::Pushed)
            }
            State::Created if !value.is_none() => {
                let kind = word(generator);
                type_error(format!("can't send non-None value to a just-started {kind}"))
            }
            state => {
                let mut frame = self.take_frame(generator)?;
                if state == State::Suspended {
                    frame.push(value);
                }
                self.record_entered(&frame, state == State::Suspended);
                self.frames.push(Frame::Script(frame));
                Ok(Flow::Pushed)
            }
        }
    }

    /// Leaves an outcome for the frame that is on top, as if a frame above it had.
    pub(crate) fn leave_now(&mut self, outcome: Outcome) {
        self.pending = Some(outcome);
    }

    fn take_frame(&mut self, generator: &Rc<Generator>) -> PyResult<Box<ScriptFrame>> {
        if self.depth >= self.settings.limits.recursion {
            return self.recursion_error();
        }
        let Some(mut frame) = generator.frame.take() else {
            return raise(Exc::SystemError, "generator without a frame");
        };
        generator.state.set(State::Running);
        frame.generator = Some(generator.clone());
        self.depth += frame.code.weight;
        Ok(frame)
    }

    /// Raises an exception at the place where a generator waits.
    pub fn throw_into(&mut self, generator: &Rc<Generator>, exception: Value) -> PyResult<Flow> {
        match generator.state.get() {
            State::Running => raise(Exc::ValueError, format!("{} already executing", word(generator))),
            State::Closed if generator.is_coroutine() => {
                raise(Exc::RuntimeError, "cannot reuse already awaited coroutine")
            }
            State::Closed => raise_object(exception),
            State::Created => {
                // It fails before its first line: the exception leaves from its first instruction.
                let frame = self.take_frame(generator)?;
                self.record_entered(&frame, false);
                self.chain_thrown(&frame, &exception);
                self.frames.push(Frame::Script(frame));
                self.pending = Some(Outcome::Raise(exception));
                Ok(Flow::Pushed)
            }
            State::Suspended => {
                let mut frame = self.take_frame(generator)?;
                self.record_entered(&frame, true);
                let waiting = matches!(frame.code.ops[frame.pc as usize], crate::code::Op::Await);
                let inner = waiting.then(|| frame.peek(1).clone());
                frame.expect = if waiting { Expect::AwaitThrown } else { Expect::Push };
                if !waiting {
                    self.chain_thrown(&frame, &exception);
                }
                self.frames.push(Frame::Script(frame));
                match inner {
                    None => {
                        self.pending = Some(Outcome::Raise(exception));
                        Ok(Flow::Pushed)
                    }
                    Some(inner) => {
                        let result = self.throw_to_inner(&inner, exception);
                        self.conclude_pushed(result)
                    }
                }
            }
        }
    }

    /// A result as the outcome for the frame on top.
    pub(crate) fn conclude_pushed(&mut self, result: PyResult<Flow>) -> PyResult<Flow> {
        match result {
            Ok(Flow::Value(value)) => self.pending = Some(Outcome::Value(value)),
            Ok(Flow::Pushed) => {}
            Err(raised) if matches!(*raised, Raise::Limit(_) | Raise::End(_)) => return Err(raised),
            Err(raised) => {
                let exception = self.exception_object(raised);
                self.pending = Some(Outcome::Raise(exception));
            }
        }
        Ok(Flow::Pushed)
    }

    /// Raises an exception in any object that a task can drive: leaves a yield, a return or an exception.
    pub fn throw_to(&mut self, object: &Value, exception: Value) -> PyResult<Flow> {
        match object {
            Value::Generator(generator) => self.throw_into(generator, exception),
            _ => {
                self.frames.push(Frame::Native(Box::new(SendToObject)));
                let class = self.types.of(object);
                let result = match class.lookup(names::throw) {
                    Some(method) => self.call(&method, Args::two(object.clone(), exception)),
                    None => raise_object(exception),
                };
                self.conclude_pushed(result)
            }
        }
    }

    /// Whether what is thrown into a generator goes to a script's own `throw`, which takes it as it was given.
    pub(crate) fn hands_on_to_script(&self, generator: &Rc<Generator>) -> bool {
        let mut at = generator.clone();
        loop {
            if at.state.get() != State::Suspended {
                return false;
            }
            let inner = match &*at.frame.borrow() {
                Some(frame) if matches!(frame.code.ops[frame.pc as usize], crate::code::Op::Await) => {
                    frame.peek(1).clone()
                }
                _ => return false,
            };
            match inner {
                Value::Generator(inner) => at = inner,
                Value::Instance(inner) => return inner.class.lookup(names::throw).is_some(),
                _ => return false,
            }
        }
    }

    /// Raises an exception in an iterator that something waits for; or, as a tuple, what was given to `throw` where
    /// [`Machine::hands_on_to_script`].
    pub(crate) fn throw_to_inner(&mut self, inner: &Value, exception: Value) -> PyResult<Flow> {
        let closing = self.is_exception(&exception, Exc::GeneratorExit);
        match inner {
            Value::Generator(generator) => {
                if closing {
                    let word = word(generator);
                    self.frames.push(Frame::Native(Box::new(CloseThenRaise(exception.clone(), word))));
                    let result = self.throw_into(generator, exception);
                    return self.conclude_pushed(result);
                }
                self.throw_into(generator, exception)
            }
            Value::Iter(iterator) => match Inner::of(iterator) {
                Inner::Wrapper(generator) => self.throw_to_inner(&Value::Generator(generator), exception),
                Inner::Step(awaitable) => {
                    if closing {
                        if awaitable.is_over() {
                            return raise_object(exception);
                        }
                        let word = "coroutine";
                        self.frames.push(Frame::Native(Box::new(CloseThenRaise(exception.clone(), word))));
                    }
                    let result = self.throw_into_step(&awaitable, exception);
                    self.conclude_pushed(result)
                }
                Inner::OrDefault(inner, default) => {
                    self.frames.push(Frame::Native(Box::new(OrDefault(default))));
                    let result = self.throw_to_inner(&inner, exception);
                    self.conclude_pushed(result)
                }
                Inner::Host(host) => {
                    if closing {
                        host.close(self)?;
                        return raise_object(exception);
                    }
                    match host.throw(self, exception)? {
                        Sent::Yield(value) => self.leave_now(Outcome::Yield(value)),
                        Sent::Return(value) => self.leave_now(Outcome::Return(value)),
                    }
                    Ok(Flow::Pushed)
                }
                Inner::Pause(_) | Inner::Other => raise_object(exception),
            },
            Value::Instance(instance) => {
                let name = if closing { names::close } else { names::throw };
                match instance.class.lookup(name) {
                    Some(method) => {
                        let frame: Box<dyn NativeFrame> = if closing {
                            Box::new(CloseThenRaise(exception.clone(), ""))
                        } else {
                            Box::new(SendToObject)
                        };
                        self.frames.push(Frame::Native(frame));
                        let args = match exception {
                            _ if closing => Args::one(inner.clone()),
                            Value::Tuple(given) => {
                                Args::many(std::iter::once(inner.clone()).chain(given.iter().cloned()))
                            }
                            exception => Args::two(inner.clone(), exception),
                        };
                        let result = self.call(&method, args);
                        self.conclude_pushed(result)
                    }
                    None => raise_object(exception),
                }
            }
            _ => raise_object(exception),
        }
    }

    /// Raises an exception in an awaitable at its own `throw`: where it closes, nothing else is closed for it.
    pub(crate) fn throw_at(&mut self, awaitable: &Value, exception: Value) -> PyResult<Flow> {
        let Value::Iter(iterator) = awaitable else {
            return match awaitable {
                Value::Generator(generator) => self.throw_into(generator, exception),
                _ => self.throw_to_inner(awaitable, exception),
            };
        };
        let result = match Inner::of(iterator) {
            Inner::Step(step) => self.throw_into_step(&step, exception),
            Inner::Wrapper(generator) => self.throw_into(&generator, exception),
            Inner::OrDefault(inner, default) => {
                self.frames.push(Frame::Native(Box::new(OrDefault(default))));
                self.throw_at(&inner, exception)
            }
            Inner::Host(_) | Inner::Pause(_) | Inner::Other => {
                return self.throw_to_inner(awaitable, exception);
            }
        };
        self.conclude_pushed(result)
    }

    /// `Op::Await`: sends a value into the iterator on top of the frame's stack.
    pub(crate) fn send_from(
        &mut self,
        mut frame: Box<ScriptFrame>,
        value: Value,
    ) -> Result<Box<ScriptFrame>, Stop> {
        let iterator = frame.peek(1).clone();
        frame.expect = Expect::Await;
        self.frames.push(Frame::Script(frame));
        let result = self.send_into(&iterator, value);
        self.settle_top(result)
    }

    /// Sends a value into any iterator. Leaves a yield, a return or an exception for the frame on top.
    pub fn send_into(&mut self, iterator: &Value, value: Value) -> PyResult<Flow> {
        match iterator {
            Value::Generator(generator) => self.resume_generator(generator, value),
            Value::Iter(iter) => match Inner::of(iter) {
                Inner::Wrapper(generator) => self.resume_generator(&generator, value),
                Inner::Step(awaitable) => self.step_async_generator(&awaitable, value),
                Inner::OrDefault(inner, default) => {
                    self.frames.push(Frame::Native(Box::new(OrDefault(default))));
                    let result = self.send_into(&inner, value);
                    self.conclude_pushed(result)
                }
                Inner::Host(host) => {
                    match host.send(self, value)? {
                        Sent::Yield(value) => self.leave_now(Outcome::Yield(value)),
                        Sent::Return(value) => self.leave_now(Outcome::Return(value)),
                    }
                    Ok(Flow::Pushed)
                }
                Inner::Pause(over) => {
                    let outcome = if over { Outcome::Return } else { Outcome::Yield };
                    iter.state.replace(IterState::Pause(true));
                    self.leave_now(outcome(Value::None));
                    Ok(Flow::Pushed)
                }
                Inner::Other if !value.is_none() => {
                    let kind = self.types.name_of(iterator);
                    raise(Exc::AttributeError, format!("'{kind}' object has no attribute 'send'"))
                }
                Inner::Other => match iter.next_simple() {
                    Simple::Value(value) => {
                        self.leave_now(Outcome::Yield(value));
                        Ok(Flow::Pushed)
                    }
                    Simple::End => {
                        self.leave_now(Outcome::Return(Value::None));
                        Ok(Flow::Pushed)
                    }
                    Simple::Changed(message) => raise(Exc::RuntimeError, message),
                    Simple::Ask => {
                        self.frames.push(Frame::Native(Box::new(NextAsSend)));
                        let result = self
                            .call_native(crate::machine::iterate::next_or_null, Args::one(iterator.clone()));
                        self.conclude_pushed(result)
                    }
                },
            },
            _ => {
                self.frames.push(Frame::Native(Box::new(SendToObject)));
                let class = self.types.of(iterator);
                let iterates = value.is_none() && class.lookup(names::next).is_some();
                let result = match class.lookup(if iterates { names::next } else { names::send }) {
                    Some(method) if iterates => self.call(&method, Args::one(iterator.clone())),
                    Some(method) => self.call(&method, Args::two(iterator.clone(), value)),
                    None => raise(
                        Exc::AttributeError,
                        format!("'{}' object has no attribute 'send'", class.name()),
                    ),
                };
                self.conclude_pushed(result)
            }
        }
    }

    /// The StopIteration that carries a return value.
    pub fn stop_iteration(&mut self, value: Value) -> Value {
        let args = if value.is_none() { Vec::new() } else { vec![value.clone()] };
        self.new_exception(Exc::StopIteration, args)
    }

    /// Whether a frame may `yield from` a coroutine.
    pub(crate) fn is_coroutine_code(&self, frame: &ScriptFrame) -> bool {
        frame.code.kind == CodeKind::Coroutine
            || frame.generator.as_ref().is_some_and(|generator| generator.iterable_coroutine.get())
    }

    /// Whether `yield from` takes the value as it is; TypeError for a coroutine in a plain generator.
    pub(crate) fn yield_from_fast(&self, frame: &ScriptFrame, iterable: &Value) -> PyResult<bool> {
        match iterable {
            Value::Generator(generator) if generator.is_coroutine() && !self.is_coroutine_code(frame) => {
                type_error("cannot 'yield from' a coroutine object in a non-coroutine generator")
            }
            Value::Generator(generator) => Ok(!generator.is_async_generator()),
            _ => Ok(false),
        }
    }

    /// `await object` where that is clear at once: the iterator, an error, or `None` to go the long way.
    pub(crate) fn awaitable_fast(&mut self, object: &Value) -> Option<PyResult<Value>> {
        let generator = match object {
            Value::Generator(generator) => generator,
            Value::Instance(instance) => match &instance.payload {
                Payload::Native(data) if !instance.class.heap => return data.awaited(self, object),
                _ => return None,
            },
            _ => return None,
        };
        if generator.is_coroutine() {
            let waits = match &*generator.frame.borrow() {
                Some(frame) => {
                    generator.state.get() == State::Suspended
                        && matches!(frame.code.ops[frame.pc as usize], crate::code::Op::Await)
                }
                None => generator.state.get() == State::Running,
            };
            if waits {
                return Some(raise(Exc::RuntimeError, "coroutine is being awaited already"));
            }
            return Some(Ok(object.clone()));
        }
        generator.iterable_coroutine.get().then(|| Ok(object.clone()))
    }
}

/// `[object, context] → iterator`: `__await__` of anything but coroutines.
pub fn get_awaitable(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let object = &args.positional[0];
    let class = machine.types.of(object);
    if let Value::Iter(iter) = object
        && matches!(&*iter.state.borrow(), IterState::AsyncStep(..))
    {
        return Ok(Flow::Value(object.clone()));
    }
    let Some(method) = class.lookup(names::r#await) else {
        let name = class.shown_name();
        return type_error(match args.positional[1] {
            Value::Int(1) => format!(
                "'async with' received an object from __aenter__ that does not implement __await__: {name}"
            ),
            Value::Int(2) => format!(
                "'async with' received an object from __aexit__ that does not implement __await__: {name}"
            ),
            _ => format!("'{name}' object can't be awaited"),
        });
    };
    let bound = machine.bind_special(&method, object, &class)?;
    let iterator = machine.ask(&bound, Args::none())?;
    if let Value::Generator(generator) = &iterator
        && (generator.is_coroutine() || generator.iterable_coroutine.get())
    {
        return type_error("__await__() returned a coroutine");
    }
    if !machine.is_iterator(&iterator) {
        let kind = machine.types.name_of(&iterator);
        return type_error(format!("__await__() returned non-iterator of type '{kind}'"));
    }
    Ok(Flow::Value(iterator))
}

/// `[object] → iterator` for `async for`.
pub fn get_async_iter(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let object = &args.positional[0];
    let class = machine.types.of(object);
    let Some(method) = class.lookup(names::aiter) else {
        return type_error(format!(
            "'async for' requires an object with __aiter__ method, got {}",
            class.shown_name()
        ));
    };
    let bound = machine.bind_special(&method, object, &class)?;
    let iterator = machine.ask(&bound, Args::none())?;
    let kind = machine.types.of(&iterator);
    if kind.lookup(names::anext).is_none() {
        return type_error(format!(
            "'async for' received an object from __aiter__ that does not implement __anext__: {}",
            kind.shown_name()
        ));
    }
    Ok(Flow::Value(iterator))
}

/// `[iterator] → awaitable iterator` of its next value.
pub fn get_async_next(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let object = &args.positional[0];
    let class = machine.types.of(object);
    let Some(method) = class.lookup(names::anext) else {
        return type_error(format!(
            "'async for' requires an iterator with __anext__ method, got {}",
            class.shown_name()
        ));
    };
    let bound = machine.bind_special(&method, object, &class)?;
    let awaitable = machine.ask(&bound, Args::none())?;
    if let Some(result) = machine.awaitable_fast(&awaitable) {
        return result.map(Flow::Value);
    }
    if machine.types.of(&awaitable).lookup(names::r#await).is_none()
        && !matches!(&awaitable, Value::Iter(iter) if matches!(&*iter.state.borrow(), IterState::AsyncStep(..)))
    {
        let kind = machine.types.name_of(&awaitable);
        let message = Value::string(format!("'{kind}' object can't be awaited"));
        let failed = machine.new_exception(Exc::TypeError, vec![message]);
        return invalid_next(machine, &awaitable, failed);
    }
    match machine.ask_caught(get_awaitable, Args::two(awaitable.clone(), Value::Int(0)))? {
        Ok(iterator) => Ok(Flow::Value(iterator)),
        Err(failed) => invalid_next(machine, &awaitable, failed),
    }
}

/// The error of an `__anext__` that gave nothing to wait for.
fn invalid_next(machine: &mut Machine, awaitable: &Value, failed: Value) -> PyResult<Flow> {
    let kind = machine.types.name_of(awaitable);
    let message = Value::string(format!("'async for' received an invalid object from __anext__: {kind}"));
    let error = machine.new_exception(Exc::TypeError, vec![message]);
    if let Some(data) = exception_data(&error) {
        data.cause.replace(failed.clone());
        data.context.replace(failed);
        data.suppress_context.set(true);
    }
    raise_object(error)
}

/// What an iterator hands on to that it is sent or that is thrown into it.
enum Inner {
    Wrapper(Rc<Generator>),
    Step(Rc<StepAwaitable>),
    OrDefault(Value, Value),
    Host(Rc<dyn HostIter>),
    Pause(bool),
    Other,
}

impl Inner {
    fn of(iterator: &Iter) -> Inner {
        match &*iterator.state.borrow() {
            IterState::CoroutineWrapper(generator) => Inner::Wrapper(generator.clone()),
            IterState::AsyncStep(awaitable) => Inner::Step(awaitable.clone()),
            IterState::OrDefault(inner, default) => Inner::OrDefault(inner.clone(), default.clone()),
            IterState::Pause(over) => Inner::Pause(*over),
            IterState::Host(host) => Inner::Host(host.clone()),
            _ => Inner::Other,
        }
    }
}

/// Below what an `anext` with a default waits for: its end is the default.
struct OrDefault(Value);

impl NativeFrame for OrDefault {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        machine.pending = Some(match outcome {
            Outcome::Raise(exception) if machine.is_exception(&exception, Exc::StopAsyncIteration) => {
                Outcome::Return(self.0)
            }
            outcome => outcome,
        });
        Ok(Flow::Pushed)
    }
}

/// Below a generator that is being closed on behalf of an outer one: then the outer one gets the exception.
struct CloseThenRaise(Value, &'static str);

impl NativeFrame for CloseThenRaise {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        match outcome {
            Outcome::Raise(exception)
                if !machine.is_exception(&exception, Exc::GeneratorExit)
                    && !machine.is_exception(&exception, Exc::StopIteration)
                    && (self.1 != "coroutine"
                        || !machine.is_exception(&exception, Exc::StopAsyncIteration)) =>
            {
                raise_object(exception)
            }
            Outcome::Yield(_) | Outcome::AsyncYield(_) if !self.1.is_empty() => {
                raise(Exc::RuntimeError, format!("{} ignored GeneratorExit", self.1))
            }
            _ => raise_object(self.0),
        }
    }
}

/// Below a `send`, `throw` or `__next__` of the script's own iterator: its value counts as yielded.
struct SendToObject;

impl NativeFrame for SendToObject {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        let outcome = match outcome {
            Outcome::Value(value)
            | Outcome::Yield(value)
            | Outcome::Return(value)
            | Outcome::AsyncYield(value) => Outcome::Yield(value),
            Outcome::Raise(exception) if machine.is_exception(&exception, Exc::StopIteration) => {
                Outcome::Return(machine.stop_value(&exception))
            }
            Outcome::Raise(exception) => return raise_object(exception),
        };
        machine.pending = Some(outcome);
        Ok(Flow::Pushed)
    }
}

/// Below [`crate::machine::iterate::next_or_null`]: Null counts as the end.
struct NextAsSend;

impl NativeFrame for NextAsSend {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        machine.pending = Some(match outcome {
            Outcome::Value(Value::Null) => Outcome::Return(Value::None),
            Outcome::Value(value) => Outcome::Yield(value),
            other => other,
        });
        Ok(Flow::Pushed)
    }
}
