//! Futures that are not asyncio's own: any object whose class has `_asyncio_future_blocking` can be awaited by a task,
//! through its `get_loop`, `add_done_callback`, `result` and `cancel`.

use loopglass_python::error::PyResult;
use loopglass_python::function::Args;
use loopglass_python::machine::attribute;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::{Sym, names};
use loopglass_python::value::Value;

use crate::future::as_future;
use crate::handle::Callback;
use crate::step::{ask_add_wakeup, cancel_waiter, refuse_bare_yield, refuse_other_loop, step};
use crate::task::as_task;

const BLOCKING: &str = "_asyncio_future_blocking";

/// `isfuture`: one of asyncio's own, or an object whose class says that it can take a future's place.
pub fn is_future(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    crate::arity::single(args, "isfuture", "obj")?;
    let value = crate::arity::sole(args);
    if as_future(&value).is_some() {
        return done(true);
    }
    if !matches!(value, Value::Instance(_)) {
        return done(false);
    }
    let blocking = Sym::new(BLOCKING);
    // The class that it says it has: a mock has that of what it stands for.
    let class = machine.get_attribute(&value, names::class)?;
    if machine.find_attribute(&class, blocking)?.is_none() {
        return done(false);
    }
    done(!machine.get_attribute(&value, blocking)?.is_none())
}

/// The value of `_asyncio_future_blocking`, where an object has one that is not None.
pub fn blocking(machine: &mut Machine, value: &Value) -> PyResult<Option<Value>> {
    if !matches!(value, Value::Instance(_)) {
        return Ok(None);
    }
    let found = machine.find_attribute(value, Sym::new(BLOCKING))?;
    Ok(found.filter(|value| !value.is_none()))
}

/// The loop that an object says it belongs to.
pub fn loop_of(machine: &mut Machine, value: &Value) -> PyResult<Value> {
    match machine.find_attribute(value, Sym::new("get_loop"))? {
        Some(method) => machine.ask(&method, Args::none()),
        None => machine.get_attribute(value, Sym::new("_loop")),
    }
}

/// `[task, object, blocking]`: the task's coroutine yielded an object that takes a future's place.
pub fn wait_for(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [task, value, blocking] = &args.positional[..] else { return done(Value::None) };
    let Some((future, data)) = as_task(task) else { return done(Value::None) };
    let its_loop = loop_of(machine, value)?;
    if !its_loop.is(&future.loop_object.borrow()) {
        return refuse_other_loop(machine, task, value);
    }
    if !machine.truth(blocking)? {
        return refuse_bare_yield(machine, task, value);
    }
    let name = Value::Str(Sym::new(BLOCKING).key());
    machine.ask_native(attribute::store, Args::three(value.clone(), name, Value::Bool(false)))?;
    let context = data.context.borrow().clone();
    ask_add_wakeup(machine, value, &Callback::Wakeup(task.clone(), Value::Null), &context)?;
    let waits = |_: &mut Machine| {
        data.waiter.replace(value.clone());
        Ok(Value::None)
    };
    machine.once(waits)?;
    if data.must_cancel.get() {
        return machine.call_native(cancel_waiter, Args::two(task.clone(), value.clone()));
    }
    done(Value::None)
}

/// The wakeup by an object that takes a future's place: its `result()` decides.
pub fn wakeup(machine: &mut Machine, task: &Value, awaited: &Value) -> PyResult<Flow> {
    machine.call_native(take_result, Args::two(task.clone(), awaited.clone()))
}

fn take_result(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let method = machine.get_attribute(&args.positional[1], Sym::new("result"))?;
    let failure = match machine.ask_call_caught(&method, Args::none())? {
        Ok(_) => Value::Null,
        Err(exception) => exception,
    };
    step(machine, &args.positional[0], failure)
}
