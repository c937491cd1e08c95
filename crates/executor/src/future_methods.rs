//! The methods of `asyncio.Future`, as a script calls them: what they take, and the texts of what they refuse, which
//! follow CPython's C implementation. What they do is in `future.rs`.

use std::rc::Rc;

use loopglass_python::builtins::{install, typing_intrinsics};
use loopglass_python::class::{Instance, Payload};
use loopglass_python::error::{Exc, PyResult, raise, type_error};
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::set::Set;
use loopglass_python::value::Value;
use loopglass_trace::{Event, FutureKind, HandleId};

use crate::arity;
use crate::context::context_argument;
use crate::future::{
    FutureData, State, add_callback, as_future, cancel, failure, invalid_state, loop_argument, result,
    set_exception, set_result,
};
use crate::handle::Callback;
use crate::scripted::flush;
use crate::state::Asyncio;

fn this(args: &Args) -> PyResult<&FutureData> {
    match args.positional.first().and_then(as_future) {
        Some(future) => Ok(future),
        None => type_error("a Future was expected"),
    }
}

fn new_future(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Class(class)) = args.positional.first() else {
        return type_error("a class was expected");
    };
    let class = class.clone();
    let make = |_: &mut Machine| {
        Ok(Value::Instance(Instance::new(class, Payload::Native(Box::new(FutureData::blank(None))))))
    };
    machine.once(make).map(Flow::Value)
}

fn init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "Future", (0, 0), &["loop"], 1)?;
    let loop_object = loop_argument(machine, arity::keyword(args, "loop"))?;
    let class = machine.types.name_of(&args.positional[0]);
    let kind = if &*class == "_GatheringFuture" { FutureKind::Gather } else { FutureKind::Future };
    let data = crate::scripted::loop_data(machine, &loop_object)?;
    this(args)?.initialise(machine, loop_object, &data, kind);
    done(Value::None)
}

fn py_result(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::none(args, "result")?;
    result(machine, &args.positional[0]).map(Flow::Value)
}

fn py_exception(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::bare(args, "exception")?;
    let future = this(args)?;
    done(failure(machine, future, "Exception is not set.")?.or_none())
}

fn py_set_result(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "set_result", (1, 1), &[], 1)?;
    set_result(machine, &args.positional[0], args.positional[1].clone())?;
    flush(machine, &args.positional[0], Value::None, Value::Null)
}

fn py_set_exception(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "set_exception", (1, 1), &[], 1)?;
    let exception = &args.positional[1];
    let future = this(args)?;
    future.loop_data()?;
    if future.is_done() {
        return invalid_state(machine, "invalid state");
    }
    let exception = match exception {
        Value::Class(_) => machine.ask(exception, Args::none())?,
        other => other.clone(),
    };
    if !machine.is_exception(&exception, Exc::BaseException) {
        return type_error("invalid exception object");
    }
    let exception = if machine.is_exception(&exception, Exc::StopIteration) {
        let message = "StopIteration interacts badly with generators and cannot be raised into a Future";
        let error = machine.new_exception(Exc::RuntimeError, vec![Value::str(message)]);
        if let Value::Instance(instance) = &error
            && let Some(data) = instance.exception()
        {
            data.cause.replace(exception.clone());
            data.context.replace(exception);
            data.suppress_context.set(true);
        }
        error
    } else {
        exception
    };
    set_exception(machine, &args.positional[0], exception)?;
    flush(machine, &args.positional[0], Value::None, Value::Null)
}

fn py_cancel(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "cancel", (0, 1), &["msg"], 1)?;
    let message =
        args.positional.get(1).cloned().or_else(|| arity::keyword(args, "msg")).unwrap_or(Value::None);
    let cancelled = cancel(machine, &args.positional[0], message)?;
    flush(machine, &args.positional[0], Value::Bool(cancelled), Value::Null)
}

fn py_cancelled(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::none(args, "cancelled")?;
    done(this(args)?.state.get() == State::Cancelled)
}

fn py_done(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::none(args, "done")?;
    done(this(args)?.is_done())
}

fn py_get_loop(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::bare(args, "get_loop")?;
    let future = this(args)?;
    future.loop_data()?;
    done(future.loop_object.borrow().clone())
}

fn py_loop(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.loop_object.borrow().clone().or_none())
}

fn py_add_done_callback(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "add_done_callback", (1, 1), &["context"], 2)?;
    let callable = args.positional[1].clone();
    if this(args)?.event_loop.borrow().is_none() {
        return raise(Exc::RuntimeError, "uninitialized Future object");
    }
    let context = context_argument(machine, arity::keyword(args, "context").as_ref())?;
    let callback = match crate::handle::as_wakeup(&callable) {
        Some(task) => Callback::Wakeup(task, Value::Null),
        None => Callback::Call(callable, Vec::new()),
    };
    add_callback(machine, &args.positional[0], callback, context)
}

fn py_remove_done_callback(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "remove_done_callback", (1, 1), &[], 1)?;
    let callable = args.positional[1].clone();
    let future = this(args)?;
    future.loop_data()?;
    let listed: Vec<(HandleId, Value)> = future
        .callbacks
        .borrow()
        .iter()
        .filter_map(|entry| match &entry.callback {
            Callback::Call(callable, _) => Some((entry.chip, callable.clone())),
            _ => None,
        })
        .collect();
    let mut gone = Vec::new();
    for (chip, candidate) in listed {
        if machine.equal(&candidate, &callable)? {
            gone.push(chip);
        }
    }
    let mut dropped = Vec::new();
    future.callbacks.borrow_mut().retain_mut(|entry| {
        if gone.contains(&entry.chip) {
            dropped.push(std::mem::replace(&mut entry.callback, Callback::Nothing));
            return false;
        }
        true
    });
    for chip in &gone {
        machine.recorder.event(Event::CallbackRemoved { future: future.number(), handle: *chip });
    }
    drop(dropped);
    done(gone.len() as i64)
}

fn py_make_cancelled_error(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.cancelled_error(machine)?)
}

fn py_state(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.state.get().name())
}

fn py_callbacks(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let future = this(args)?;
    let listed = future.listed_callbacks(machine);
    if listed.is_empty() {
        return done(Value::None);
    }
    let pairs = listed.into_iter().map(|(callable, context)| Value::tuple(vec![callable, context]));
    done(Value::list(pairs.collect()))
}

fn py_blocking(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.blocking.get())
}

fn py_set_blocking(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    refuse_deletion(args)?;
    let value = machine.truth(&args.positional[1])?;
    this(args)?.blocking.set(value);
    done(Value::None)
}

fn py_log_traceback(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.log_traceback.get())
}

/// An attribute of a future or task cannot be deleted: its setter is given Null then.
pub fn refuse_deletion(args: &Args) -> PyResult<()> {
    match args.positional.get(1) {
        Some(value) if !value.is_null() => Ok(()),
        _ => raise(Exc::AttributeError, "cannot delete attribute"),
    }
}

fn py_set_log_traceback(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    refuse_deletion(args)?;
    if machine.truth(&args.positional[1])? {
        return raise(Exc::ValueError, "_log_traceback can only be set to False");
    }
    this(args)?.log_traceback.set(false);
    done(Value::None)
}

fn py_raw_result(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.result.borrow().clone().or_none())
}

fn py_raw_exception(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.exception.borrow().clone().or_none())
}

fn py_cancel_message(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.cancel_message.borrow().clone().or_none())
}

fn py_set_cancel_message(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    this(args)?.cancel_message.replace(args.positional[1].clone());
    done(Value::None)
}

/// Who awaits the future: the tasks that wait for it, and what `gather` and others have said.
fn py_awaited_by(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mut all = this(args)?.awaited_by.borrow().clone();
    for task in Asyncio::of(machine).live_tasks() {
        let task = Value::Instance(task);
        let part = as_future(&task).and_then(|future| future.task.as_ref());
        if part.is_some_and(|part| part.waiter.borrow().is(&args.positional[0])) {
            all.push(task);
        }
    }
    if all.is_empty() {
        return done(Value::None);
    }
    let set = Rc::new(Set::new(true));
    for waiter in all {
        machine.set_insert(&set, waiter)?;
    }
    done(Value::Set(set))
}

fn py_source_traceback(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.source_traceback.borrow().clone())
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    this(args)?.loop_data()?;
    crate::texts::call_helper(machine, "_future_repr", Args::one(args.positional[0].clone()))
}

fn finalize(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    crate::report::finalize(machine, &args.positional[0])
}

fn py_await(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let future = this(args)?;
    done(future.iterator(machine, &args.positional[0])?)
}

/// Fills the class.
pub fn install_classes(machine: &mut Machine) {
    let class = Asyncio::of(machine).classes().future.clone();
    install::static_methods(&class, "Future", &[("__new__", new_future)]);
    install::class_methods(&class, "Future", &[("__class_getitem__", typing_intrinsics::class_getitem)]);
    install::methods(
        &class,
        "_asyncio.Future",
        &[
            ("result", py_result),
            ("exception", py_exception),
            ("set_result", py_set_result),
            ("set_exception", py_set_exception),
            ("cancel", py_cancel),
            ("cancelled", py_cancelled),
            ("done", py_done),
            ("get_loop", py_get_loop),
            ("add_done_callback", py_add_done_callback),
            ("remove_done_callback", py_remove_done_callback),
            ("_make_cancelled_error", py_make_cancelled_error),
        ],
    );
    install::slots(
        &class,
        "_asyncio.Future",
        &[
            ("__init__", init),
            ("__await__", py_await),
            ("__iter__", py_await),
            ("__repr__", repr),
            ("__del__", finalize),
        ],
    );
    install::getters(
        &class,
        "_asyncio.Future",
        &[
            ("_state", py_state),
            ("_loop", py_loop),
            ("_callbacks", py_callbacks),
            ("_result", py_raw_result),
            ("_exception", py_raw_exception),
            ("_asyncio_awaited_by", py_awaited_by),
            ("_source_traceback", py_source_traceback),
        ],
    );
    install::property(&class, "_asyncio.Future", "_asyncio_future_blocking", py_blocking, py_set_blocking);
    install::property(&class, "_asyncio.Future", "_log_traceback", py_log_traceback, py_set_log_traceback);
    install::property(&class, "_asyncio.Future", "__log_traceback", py_log_traceback, py_set_log_traceback);
    install::property(&class, "_asyncio.Future", "_cancel_message", py_cancel_message, py_set_cancel_message);
}
