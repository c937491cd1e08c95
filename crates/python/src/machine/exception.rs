//! Exceptions: making them, raising them in a frame, finding their handlers, and their chains.

use std::rc::Rc;

use loopglass_trace::Event;

use crate::class::{Class, ExceptionData, Instance, Payload};
use crate::error::{Exc, PyResult, Raise, type_error};
use crate::frame::{Frame, Outcome, ScriptFrame};
use crate::function::Args;
use crate::generator::State;
use crate::machine::run::Stop;
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::value::Value;

/// Lets go of operands that an exception leaves behind, the last one first.
fn drop_from(stack: &mut Vec<Value>, depth: usize) {
    while stack.len() > depth {
        drop(stack.pop());
    }
}

impl Machine {
    /// An instance of a built-in exception class.
    pub fn new_exception(&mut self, kind: Exc, args: Vec<Value>) -> Value {
        let class = self.types.exception(kind).clone();
        let exception = make_exception(class, args);
        crate::builtins::exception_kinds::set_initial_fields(kind, &exception);
        exception
    }

    /// The exception object of what Rust code raised.
    pub fn exception_object(&mut self, raised: impl Into<Raise>) -> Value {
        match raised.into() {
            Raise::Object(value) => value,
            Raise::New(kind, message) => {
                let args = if message.is_empty() { Vec::new() } else { vec![Value::string(message)] };
                self.new_exception(kind, args)
            }
            Raise::With(kind, args) => self.new_exception(kind, args),
            Raise::Attribute(message, object, name) => {
                let exception = self.new_exception(Exc::AttributeError, vec![Value::string(message)]);
                set_exception_field(&exception, names::name_field, Value::Str(name.key()));
                set_exception_field(&exception, names::obj, object);
                exception
            }
            Raise::NamedError(kind, message, name) => {
                let exception = self.new_exception(kind, vec![Value::string(message)]);
                set_exception_field(&exception, names::name_field, Value::Str(name.key()));
                exception
            }
            Raise::Ask | Raise::Limit(_) | Raise::End(_) => {
                debug_assert!(false, "not an exception");
                self.new_exception(Exc::SystemError, vec![Value::str("the run was interrupted")])
            }
        }
    }

    /// Whether an exception is of a built-in class.
    pub fn is_exception(&self, exception: &Value, kind: Exc) -> bool {
        matches!(exception, Value::Instance(instance) if instance.class.is_subclass(self.types.exception(kind)))
    }

    /// The return value that a StopIteration carries.
    pub fn stop_value(&self, exception: &Value) -> Value {
        exception_field(exception, names::value).unwrap_or(Value::None)
    }

    /// The exception that is being handled where the frame stands, or Null: its own, else its callers'.
    pub(crate) fn handled_exception(&self, frame: &ScriptFrame) -> Value {
        if !frame.handled.is_null() {
            return frame.handled.clone();
        }
        let mut below = self.frames.iter().rev();
        below
            .find_map(|frame| match frame {
                Frame::Script(frame) if !frame.handled.is_null() => Some(frame.handled.clone()),
                _ => None,
            })
            .unwrap_or_default()
    }

    /// The exception being handled, for native code: `sys.exception()`.
    pub fn current_exception(&self) -> Value {
        let mut frames = self.frames.iter().rev();
        let found = frames.find_map(|frame| match frame {
            Frame::Script(frame) if !frame.handled.is_null() => Some(frame.handled.clone()),
            _ => None,
        });
        found.unwrap_or_default()
    }

    /// Sets `__context__` of a new exception to the one being handled, without making a cycle.
    fn chain(&mut self, frame: &ScriptFrame, exception: &Value) {
        let handled = self.handled_exception(frame);
        self.link(handled, exception);
    }

    /// What is thrown into a generator is chained to what the generator itself handles, not to what its caller does.
    pub(crate) fn chain_thrown(&mut self, frame: &ScriptFrame, exception: &Value) {
        if let Value::Instance(instance) = exception
            && let Some(data) = instance.exception()
        {
            data.raised_in_progress.set(true);
            self.link(frame.handled.clone(), exception);
        }
    }

    /// Has one exception be the context of another, without making a cycle.
    pub(crate) fn link(&mut self, handled: Value, exception: &Value) {
        let Value::Instance(new) = exception else { return };
        if handled.is_null() || handled.is(exception) {
            return;
        }
        let Some(data) = new.exception() else { return };
        // An exception that was raised before keeps its context only if it has none of its own chain here. A script
        // may have made a cycle of its own: `slow` goes half as fast, and is met there.
        let context_of = |value: &Value| match value {
            Value::Instance(instance) => instance.exception().map(|data| data.context.borrow().clone()),
            _ => None,
        };
        let (mut at, mut slow, mut turn) = (handled.clone(), handled.clone(), false);
        while let Some(context) = context_of(&at).filter(|context| !context.is_null() && !context.is_none()) {
            if context.is(exception) {
                if let Value::Instance(instance) = &at
                    && let Some(inner) = instance.exception()
                {
                    inner.context.replace(Value::Null);
                }
                break;
            }
            at = context;
            if at.is(&slow) {
                break;
            }
            if turn {
                slow = context_of(&slow).unwrap_or_default();
            }
            turn = !turn;
        }
        let _old = data.context.replace(handled);
    }

    /// Raises an exception at the frame's current instruction.
    pub(crate) fn raise_here(
        &mut self,
        mut frame: Box<ScriptFrame>,
        exception: Value,
    ) -> Result<Box<ScriptFrame>, Stop> {
        self.chain_if_new(&frame, &exception);
        if frame.traced && self.settings.record {
            let text = self.exception_text(&exception);
            self.recorder.event(Event::ExceptionRaised { exception: text });
        }
        self.note_traceback(&mut frame, &exception);
        self.unwind(frame, exception)
    }

    fn chain_if_new(&mut self, frame: &ScriptFrame, exception: &Value) {
        let Value::Instance(instance) = exception else { return };
        let Some(data) = instance.exception() else { return };
        // One that comes up from a callee already has its place in the chain.
        if data.raised_in_progress.replace(true) {
            return;
        }
        self.chain(frame, exception);
    }

    /// Raises an exception again: its traceback keeps the entry it has for this frame. With `back` the frame is on
    /// the line of that entry again, so a handler there does not begin the line anew.
    pub(crate) fn raise_again(
        &mut self,
        mut frame: Box<ScriptFrame>,
        exception: Value,
        back: bool,
    ) -> Result<Box<ScriptFrame>, Stop> {
        if let Value::Instance(instance) = &exception
            && let Some(data) = instance.exception()
        {
            data.raised_in_progress.set(true);
            if back && let Some(entry) = crate::traceback::traceback(&data.traceback.borrow()) {
                frame.line = entry.line;
            }
        }
        self.unwind(frame, exception)
    }

    /// Finds the handler in the frame, or leaves it.
    fn unwind(&mut self, mut frame: Box<ScriptFrame>, exception: Value) -> Result<Box<ScriptFrame>, Stop> {
        let pc = frame.pc;
        let handler =
            frame.code.handlers.iter().find(|handler| handler.start <= pc && pc < handler.end).copied();
        match handler {
            Some(handler) => {
                frame.raised_at = frame.current_line();
                let depth = frame.code.slots.len() + handler.depth as usize;
                drop_from(&mut frame.stack, depth);
                if let Value::Instance(instance) = &exception
                    && let Some(data) = instance.exception()
                {
                    data.raised_in_progress.set(false);
                }
                frame.push(exception);
                frame.expect = crate::frame::Expect::Push;
                frame.pc = handler.target;
                Ok(frame)
            }
            None => {
                self.depth = self.depth.saturating_sub(frame.code.weight);
                let exception = self.record_raised(&mut frame, exception);
                let locals = frame.code.slots.len();
                drop_from(&mut frame.stack, locals);
                self.recycle(frame);
                self.pending = Some(Outcome::Raise(exception));
                Err(Stop::Again)
            }
        }
    }

    /// The frame is gone by an exception; a generator's StopIteration becomes a RuntimeError (PEP 479).
    fn record_raised(&mut self, frame: &mut ScriptFrame, exception: Value) -> Value {
        if let Some(id) = frame.id {
            let text = self.exception_text(&exception);
            self.recorder.event(Event::FrameRaised { frame: id, exception: text });
        }
        let Some(generator) = frame.generator.take() else { return exception };
        generator.state.set(State::Closed);
        let (kind, what) = match generator.code.kind {
            crate::code::CodeKind::Coroutine => (Exc::StopIteration, "coroutine raised StopIteration"),
            crate::code::CodeKind::AsyncGenerator
                if self.is_exception(&exception, Exc::StopAsyncIteration) =>
            {
                (Exc::StopAsyncIteration, "async generator raised StopAsyncIteration")
            }
            crate::code::CodeKind::AsyncGenerator => {
                (Exc::StopIteration, "async generator raised StopIteration")
            }
            _ => (Exc::StopIteration, "generator raised StopIteration"),
        };
        // What is thrown in before the first instruction leaves as it is.
        if frame.pc == 0 || !self.is_exception(&exception, kind) {
            return exception;
        }
        let error = self.new_exception(Exc::RuntimeError, vec![Value::str(what)]);
        if let Value::Instance(instance) = &error
            && let Some(data) = instance.exception()
        {
            data.cause.replace(exception.clone());
            data.context.replace(exception);
            data.suppress_context.set(true);
            data.raised_in_progress.set(true);
        }
        error
    }

    /// Whether an `except kind` clause takes the exception.
    pub(crate) fn exception_matches(&mut self, exception: &Value, kind: &Value) -> PyResult<bool> {
        let refuse = || type_error("catching classes that do not inherit from BaseException is not allowed");
        match kind {
            Value::Class(class) if class.is_subclass(self.types.exception(Exc::BaseException)) => {
                Ok(self.types.is_instance(exception, class))
            }
            Value::Tuple(kinds) => {
                for kind in kinds.iter() {
                    if !matches!(kind, Value::Class(class) if class.is_subclass(self.types.exception(Exc::BaseException)))
                    {
                        return refuse();
                    }
                }
                Ok(kinds.iter().any(
                    |kind| matches!(kind, Value::Class(class) if self.types.is_instance(exception, class)),
                ))
            }
            _ => refuse(),
        }
    }

    /// `e.__traceback__`: a traceback object, or None.
    pub fn traceback_value(&self, exception: &Value) -> Value {
        exception_data(exception).map_or(Value::None, |data| data.traceback.borrow().clone().or_none())
    }

    /// UnboundLocalError for a slot.
    pub(crate) fn unbound_local(&self, frame: &ScriptFrame, slot: u32) -> Box<Raise> {
        let name = frame.code.slots[slot as usize];
        if frame.code.is_function {
            let message =
                format!("cannot access local variable '{name}' where it is not associated with a value");
            return Box::new(Raise::New(Exc::UnboundLocalError, message));
        }
        self.name_error(frame, name)
    }

    /// The error for an empty cell.
    pub(crate) fn unbound_deref(&self, frame: &ScriptFrame, slot: u32) -> Box<Raise> {
        if slot < frame.code.free {
            return self.unbound_local(frame, slot);
        }
        let name = frame.code.slots[slot as usize];
        let message = format!(
            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
        );
        Box::new(Raise::NamedError(Exc::NameError, message, name))
    }

    /// NameError for a name that is nowhere.
    pub(crate) fn name_error(&self, _frame: &ScriptFrame, name: Sym) -> Box<Raise> {
        Box::new(Raise::NamedError(Exc::NameError, format!("name '{name}' is not defined"), name))
    }
}

/// The data of an exception object.
pub fn exception_data(exception: &Value) -> Option<&ExceptionData> {
    match exception {
        Value::Instance(instance) => instance.exception(),
        _ => None,
    }
}

/// An attribute that a built-in exception class defines, such as `value` of StopIteration, if it was set.
pub fn exception_field(exception: &Value, name: Sym) -> Option<Value> {
    exception_data(exception)?.field(name)
}

/// Sets such an attribute.
pub fn set_exception_field(exception: &Value, name: Sym, value: Value) {
    if let Some(data) = exception_data(exception) {
        data.set_field(name, value);
    }
}

/// An exception object of a class.
pub fn make_exception(class: Rc<Class>, args: Vec<Value>) -> Value {
    let data = ExceptionData::default();
    data.args.replace(Value::tuple(args));
    Value::Instance(Instance::new(class, Payload::Exception(Box::new(data))))
}

/// `[exception or class, cause or Null] → exception` for a `raise` statement.
pub fn prepare_raise(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let base = machine.types.exception(Exc::BaseException).clone();
    let exception =
        instantiate(machine, &args.positional[0], &base, "exceptions must derive from BaseException")?;
    let cause = &args.positional[1];
    if !cause.is_null() {
        let message = "exception causes must derive from BaseException";
        let cause = if cause.is_none() { Value::None } else { instantiate(machine, cause, &base, message)? };
        if let Value::Instance(instance) = &exception
            && let Some(data) = instance.exception()
        {
            data.cause.replace(cause);
            data.suppress_context.set(true);
        }
    }
    if let Value::Instance(instance) = &exception
        && let Some(data) = instance.exception()
    {
        data.raised_in_progress.set(false);
    }
    done(exception)
}

fn instantiate(machine: &mut Machine, value: &Value, base: &Rc<Class>, message: &str) -> PyResult<Value> {
    match value {
        Value::Class(class) if class.is_subclass(base) => {
            let made = machine.ask(value, Args::none())?;
            if !machine.types.is_instance(&made, base) {
                let kind = machine.types.name_of(&made);
                let class = crate::machine::call::text_of(&machine.repr_of(value)?);
                return type_error(format!(
                    "calling {} should have returned an instance of BaseException, not <class '{kind}'>",
                    class.as_str()
                ));
            }
            Ok(made)
        }
        Value::Instance(instance) if instance.class.is_subclass(base) => Ok(value.clone()),
        _ => type_error(message),
    }
}

/// `[exception, kind] → (rest, match)` for `except*`.
pub fn match_group(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    crate::builtins::exception_group::match_group(machine, args)
}
