//! The methods and attributes of generators, coroutines and asynchronous generators, and of the awaitables that
//! these hand out.

use std::rc::Rc;

use loopglass_trace::Event;

use crate::code::{CodeKind, Op};
use crate::error::{Exc, PyResult, Raise, raise, raise_object, type_error};
use crate::frame::{Frame, NativeFrame, Outcome};
use crate::function::Args;
use crate::generator::{Generator, State};
use crate::iterator::{AsyncStep, Iter, IterState};
use crate::machine::async_step::async_step;
use crate::machine::exception::exception_data;
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

use super::arguments::method;
use super::install::{Table, getters, methods, property, slots};

/// Enters the names.
pub fn install(machine: &mut Machine) {
    const CONTROL: Table = &[("send", send), ("throw", throw), ("close", close)];
    let class = machine.types.generator.clone();
    const GENERATOR: &str = "generator";
    slots(&class, GENERATOR, &[("__iter__", itself), ("__next__", next)]);
    methods(&class, GENERATOR, CONTROL);
    getters(
        &class,
        GENERATOR,
        &[
            ("gi_frame", frame),
            ("gi_running", running),
            ("gi_suspended", suspended),
            ("gi_code", code),
            ("gi_yieldfrom", awaited),
        ],
    );
    let class = machine.types.coroutine.clone();
    const COROUTINE: &str = "coroutine";
    slots(&class, COROUTINE, &[("__await__", coroutine_await)]);
    methods(&class, COROUTINE, CONTROL);
    getters(
        &class,
        COROUTINE,
        &[
            ("cr_frame", frame),
            ("cr_running", running),
            ("cr_suspended", suspended),
            ("cr_code", code),
            ("cr_await", awaited),
            ("cr_origin", origin),
        ],
    );
    let class = machine.types.async_generator.clone();
    const ASYNC: &str = "async_generator";
    slots(&class, ASYNC, &[("__aiter__", itself), ("__anext__", anext)]);
    methods(&class, ASYNC, &[("asend", asend), ("athrow", athrow), ("aclose", aclose)]);
    getters(
        &class,
        ASYNC,
        &[
            ("ag_frame", frame),
            ("ag_running", async_running),
            ("ag_suspended", suspended),
            ("ag_code", code),
            ("ag_await", awaited),
        ],
    );
    for class in [&machine.types.generator, &machine.types.coroutine, &machine.types.async_generator] {
        property(class, GENERATOR, "__name__", name, set_name);
        property(class, GENERATOR, "__qualname__", qualname, set_qualname);
    }
    const AWAITED: [&str; 3] = ["async_generator_asend", "async_generator_athrow", "anext_awaitable"];
    for name in ["coroutine_wrapper", "FutureIter"].into_iter().chain(AWAITED) {
        let class = machine.types.named(name);
        slots(&class, name, &[("__iter__", itself), ("__next__", next)]);
        methods(&class, name, CONTROL);
        if AWAITED.contains(&name) {
            slots(&class, name, &[("__await__", itself)]);
        }
    }
}

fn generator(args: &Args) -> PyResult<&Rc<Generator>> {
    match args.positional.first() {
        Some(Value::Generator(generator)) => Ok(generator),
        _ => type_error("descriptor requires a 'generator' object"),
    }
}

fn itself(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(args.positional.first().cloned().unwrap_or(Value::None))
}

fn origin(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(generator(args)?.origin.borrow().clone())
}

/// Refuses keywords.
fn no_keywords(args: &Args, method: &str) -> PyResult<()> {
    match args.keywords.is_empty() {
        true => Ok(()),
        false => type_error(format!("{method}() takes no keyword arguments")),
    }
}

fn exactly_one(args: &Args, method: &str) -> PyResult<Value> {
    no_keywords(args, method)?;
    match &args.positional[..] {
        [_, value] => Ok(value.clone()),
        other => type_error(format!(
            "{method}() takes exactly one argument ({} given)",
            other.len().saturating_sub(1)
        )),
    }
}

/// Below a generator that native code resumed for a script: what it yields is the value, its return is
/// StopIteration.
struct Resumed;

impl NativeFrame for Resumed {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        match outcome {
            Outcome::Value(value) | Outcome::Yield(value) | Outcome::AsyncYield(value) => done(value),
            Outcome::Return(value) => {
                let stop = machine.stop_iteration(value);
                raise_object(stop)
            }
            Outcome::Raise(exception) => raise_object(exception),
        }
    }
}

fn send_value(machine: &mut Machine, target: &Value, value: Value) -> PyResult<Flow> {
    machine.frames.push(Frame::Native(Box::new(Resumed)));
    let result = machine.send_into(target, value);
    machine.conclude_pushed(result)
}

fn send(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let kind = args.positional.first().map_or_else(|| "generator".into(), |own| machine.types.name_of(own));
    let value = exactly_one(args, &format!("{kind}.send"))?;
    note_hand(machine, &args.positional[0]);
    send_value(machine, &args.positional[0], value)
}

/// Has the trace tell a coroutine that another one starts with `send` from one that it awaits.
fn note_hand(machine: &mut Machine, target: &Value) {
    let Value::Generator(coroutine) = target else { return };
    let starts = coroutine.code.kind == CodeKind::Coroutine
        && coroutine.state.get() == State::Created
        && coroutine.frame_id.get().is_some();
    if starts
        && machine.caller().is_some_and(|caller| caller.traced && caller.code.kind == CodeKind::Coroutine)
    {
        machine.recorder.event(Event::SentByHand);
    }
}

fn next(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match args.positional.first() {
        Some(target) => send_value(machine, target, Value::None),
        None => type_error("descriptor '__next__' of 'generator' object needs an argument"),
    }
}

/// The exception object that `throw(type, value, traceback)` stands for.
fn thrown(machine: &mut Machine, args: &Args, method: &str) -> PyResult<Value> {
    check_thrown(machine, args, method)?;
    exception_thrown(machine, args)
}

/// Checks how many arguments `throw` was given, and warns of more than one.
fn check_thrown(machine: &mut Machine, args: &Args, method: &str) -> PyResult<()> {
    let given = args.positional.get(1..).unwrap_or_default();
    if !args.keywords.is_empty() {
        let kind =
            args.positional.first().map_or_else(|| "generator".into(), |own| machine.types.name_of(own));
        no_keywords(args, &format!("{kind}.{method}"))?;
    }
    if given.is_empty() || given.len() > 3 {
        let bound = if given.is_empty() { "at least 1 argument" } else { "at most 3 arguments" };
        return type_error(format!("{method} expected {bound}, got {}", given.len()));
    }
    if let Some(traceback) = given.get(2)
        && !traceback.is_none()
        && crate::traceback::traceback(traceback).is_none()
    {
        return type_error("throw() third argument must be a traceback object");
    }
    let heard = machine.caller().is_some_and(|frame| frame.is_shown())
        || machine.modules.loaded("warnings").is_some();
    if given.len() > 1 && heard {
        let message = format!(
            "the (type, exc, tb) signature of {method}() is deprecated, use the single-arg signature instead."
        );
        super::uncaught::warn_asking(machine, Exc::DeprecationWarning, &message)?;
    }
    Ok(())
}

fn exception_thrown(machine: &mut Machine, args: &Args) -> PyResult<Value> {
    let given = args.positional.get(1..).unwrap_or_default();
    let (value, traceback) =
        (given.get(1).cloned().unwrap_or(Value::None), given.get(2).cloned().unwrap_or(Value::None));
    let base = machine.types.exception(Exc::BaseException).clone();
    let exception = match &given[0] {
        Value::Class(class) if class.is_subclass(&base) => match &value {
            Value::Instance(_) if machine.types.is_instance(&value, class) => value,
            Value::None => machine.ask(&given[0], Args::none())?,
            Value::Tuple(items) => machine.ask(&given[0], Args::many(items.iter().cloned()))?,
            _ => machine.ask(&given[0], Args::one(value))?,
        },
        exception if machine.types.is_instance(exception, &base) => {
            if !value.is_none() {
                return type_error("instance exception may not have a separate value");
            }
            exception.clone()
        }
        other => {
            let kind = machine.types.name_of(other);
            return type_error(format!(
                "exceptions must be classes or instances deriving from BaseException, not {kind}"
            ));
        }
    };
    let exception = if machine.types.is_instance(&exception, &base) {
        exception
    } else {
        let class = crate::machine::call::text_of(&machine.repr_of(&given[0])?);
        let kind = machine.types.name_of(&exception);
        let message = format!(
            "calling {} should have returned an instance of BaseException, not {kind}",
            class.as_str()
        );
        machine.once(|machine| Ok(machine.new_exception(Exc::TypeError, vec![Value::string(message)])))?
    };
    if let Some(data) = exception_data(&exception) {
        data.raised_in_progress.set(false);
        if !traceback.is_none() {
            let _old = data.traceback.replace(traceback);
        }
    }
    Ok(exception)
}

fn throw(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check_thrown(machine, args, "throw")?;
    let exit = machine.types.exception(Exc::GeneratorExit).clone();
    let closes = match &args.positional[1] {
        Value::Class(class) => class.is_subclass(&exit),
        other => machine.types.is_instance(other, &exit),
    };
    let exception = match &args.positional[0] {
        Value::Generator(generator) if !closes && machine.hands_on_to_script(generator) => {
            Value::tuple(args.positional[1..].to_vec())
        }
        _ => exception_thrown(machine, args)?,
    };
    machine.frames.push(Frame::Native(Box::new(Resumed)));
    let result = machine.throw_at(&args.positional[0], exception);
    machine.conclude_pushed(result)
}

/// Below a generator that is being closed.
struct Closing(&'static str);

impl NativeFrame for Closing {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        match outcome {
            Outcome::Yield(_) | Outcome::AsyncYield(_) => {
                raise(Exc::RuntimeError, format!("{} ignored GeneratorExit", self.0))
            }
            Outcome::Return(value) | Outcome::Value(value) => done(value),
            Outcome::Raise(exception) if machine.is_exception(&exception, Exc::GeneratorExit) => {
                done(Value::None)
            }
            Outcome::Raise(exception) if machine.is_exception(&exception, Exc::StopIteration) => {
                done(machine.stop_value(&exception))
            }
            Outcome::Raise(exception)
                if self.0 == STEP && machine.is_exception(&exception, Exc::StopAsyncIteration) =>
            {
                done(Value::None)
            }
            Outcome::Raise(exception) => raise_object(exception),
        }
    }
}

/// What an awaitable of an asynchronous generator is called when it is closed.
const STEP: &str = "coroutine";

fn close(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let [receiver, given @ ..] = &args.positional[..]
        && (!given.is_empty() || !args.keywords.is_empty())
    {
        let (kind, given) = (machine.types.name_of(receiver), given.len());
        no_keywords(args, &format!("{kind}.close"))?;
        return type_error(format!("{kind}.close() takes no arguments ({given} given)"));
    }
    if let Some(Value::Iter(iter)) = args.positional.first() {
        return close_iterator(machine, iter);
    }
    let generator = generator(args)?.clone();
    close_generator(machine, &generator)
}

/// Closes what an awaitable iterates.
fn close_iterator(machine: &mut Machine, iter: &Rc<Iter>) -> PyResult<Flow> {
    let inner = match &*iter.state.borrow() {
        IterState::CoroutineWrapper(generator) => Value::Generator(generator.clone()),
        IterState::OrDefault(inner, _) => inner.clone(),
        _ => Value::Null,
    };
    match inner {
        Value::Generator(generator) => close_generator(machine, &generator),
        Value::Iter(inner) => close_iterator(machine, &inner),
        _ => close_step(machine, iter),
    }
}

/// Closes the awaitable of an asynchronous generator's step.
fn close_step(machine: &mut Machine, iter: &Rc<Iter>) -> PyResult<Flow> {
    if matches!(&*iter.state.borrow(), IterState::AsyncStep(awaitable) if awaitable.is_over()) {
        return done(Value::None);
    }
    let exit = machine.new_exception(Exc::GeneratorExit, Vec::new());
    machine.frames.push(Frame::Native(Box::new(Closing(STEP))));
    let result = machine.throw_to_inner(&Value::Iter(iter.clone()), exit);
    machine.conclude_pushed(result)
}

/// `generator.close()`
pub fn close_generator(machine: &mut Machine, generator: &Rc<Generator>) -> PyResult<Flow> {
    match generator.state.get() {
        State::Closed => done(Value::None),
        State::Created => {
            generator.state.set(State::Closed);
            if let Some(id) = generator.frame_id.get() {
                machine.recorder.event(Event::FrameDropped { frame: id });
            }
            let frame = generator.frame.take();
            drop(frame);
            done(Value::None)
        }
        State::Running | State::Suspended => {
            let word = if generator.is_coroutine() { "coroutine" } else { "generator" };
            let exit = machine.new_exception(Exc::GeneratorExit, Vec::new());
            machine.link(machine.current_exception(), &exit);
            machine.frames.push(Frame::Native(Box::new(Closing(word))));
            let result = machine.throw_into(generator, exit);
            machine.conclude_pushed(result)
        }
    }
}

fn coroutine_await(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Iter::value(IterState::CoroutineWrapper(generator(args)?.clone()), "coroutine_wrapper"))
}

/// Tells the loop's hooks of an asynchronous generator that is iterated for the first time; may ask.
fn first_iteration(machine: &mut Machine, generator: &Rc<Generator>) -> PyResult<()> {
    if generator.hooks_called.replace(true) {
        return Ok(());
    }
    let (first, finalizer) = machine.asyncgen_hooks.clone();
    generator.finalizer.replace(finalizer);
    if !first.is_none() && !first.is_null() {
        machine.ask(&first, Args::one(Value::Generator(generator.clone())))?;
    }
    Ok(())
}

fn anext(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let generator = generator(args)?.clone();
    first_iteration(machine, &generator)?;
    done(async_step(&generator, AsyncStep::Send(Value::None)))
}

fn asend(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let generator = generator(args)?.clone();
    let value = exactly_one(args, "async_generator.asend")?;
    first_iteration(machine, &generator)?;
    done(async_step(&generator, AsyncStep::Send(value)))
}

fn athrow(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let generator = generator(args)?.clone();
    let step = match thrown(machine, args, "athrow") {
        Ok(exception) => AsyncStep::Throw(exception),
        Err(raised) if matches!(*raised, Raise::New(Exc::TypeError, _)) => {
            AsyncStep::Refused(machine.exception_object(raised))
        }
        Err(raised) => return Err(raised),
    };
    first_iteration(machine, &generator)?;
    done(async_step(&generator, step))
}

fn aclose(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let generator = generator(args)?.clone();
    method(args, "async_generator.aclose").none()?;
    first_iteration(machine, &generator)?;
    done(async_step(&generator, AsyncStep::Close))
}

fn frame(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let generator = generator(args)?.clone();
    done(machine.frame_of_generator(&generator).map_or(Value::None, Value::Instance))
}

fn running(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(generator(args)?.state.get() == State::Running)
}

fn async_running(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(generator(args)?.async_running.get())
}

fn suspended(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(generator(args)?.state.get() == State::Suspended)
}

fn code(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::Code(generator(args)?.code.clone()))
}

/// What a suspended generator delegates to, or None.
fn awaited(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let generator = generator(args)?;
    let frame = generator.frame.borrow();
    done(match &*frame {
        Some(frame)
            if generator.state.get() == State::Suspended
                && matches!(frame.code.ops.get(frame.pc as usize), Some(Op::Await)) =>
        {
            frame.peek(1).clone()
        }
        _ => Value::None,
    })
}

fn name(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(generator(args)?.name.borrow().clone())
}

fn text(args: &Args, what: &str) -> PyResult<Value> {
    match args.positional.get(1) {
        Some(value) if value.as_str().is_some() => Ok(value.clone()),
        _ => type_error(format!("{what} must be set to a string object")),
    }
}

fn set_name(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let _old = generator(args)?.name.replace(text(args, "__name__")?);
    done(Value::None)
}

fn qualname(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(generator(args)?.qualname.borrow().clone())
}

fn set_qualname(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let _old = generator(args)?.qualname.replace(text(args, "__qualname__")?);
    done(Value::None)
}
