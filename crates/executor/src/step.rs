//! `Task.__step` and `Task.__wakeup`: one stretch of a task's coroutine, from where it waits to where it waits
//! next, and what follows from how it stopped.

use std::rc::Rc;

use loopglass_python::error::{Exc, PyResult, raise};
use loopglass_python::frame::{NativeFrame, Outcome};
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::Sym;
use loopglass_python::value::Value;
use loopglass_trace::Event;

use crate::context::Context;
use crate::foreign;
use crate::future::{self, FutureData, as_future, is_cancelled_error, result};
use crate::handle::Callback;
use crate::run_loop::hand_on;
use crate::scripted::flush;
use crate::state::Asyncio;
use crate::task::{TaskData, as_task, cancel_any};
use crate::texts::text_of;

/// The frame of a task's step, below its coroutine's.
struct Step {
    task: Value,
    /// The task that was current before: none in the loop, the creating one for an eager start.
    previous: Value,
    /// Of an eager start: the context outside.
    outside: Option<Rc<Context>>,
    /// What was thrown in, which outlives the step.
    thrown: Value,
    asyncio: Rc<Asyncio>,
}

/// `Task.__wakeup(future)`: resumes with the future's exception, or plainly.
pub fn wakeup(machine: &mut Machine, task: &Value, awaited: &Value) -> PyResult<Flow> {
    let failure = match as_future(awaited) {
        Some(_) if overrides(machine, awaited, "result") => {
            return foreign::wakeup(machine, task, awaited);
        }
        Some(_) => match result(machine, awaited) {
            Ok(_) => Value::Null,
            Err(raised) => machine.exception_object(raised),
        },
        None => return foreign::wakeup(machine, task, awaited),
    };
    step(machine, task, failure)
}

/// Whether a future's class is the script's, with a method of its own.
fn overrides(machine: &mut Machine, awaited: &Value, name: &str) -> bool {
    let classes = Asyncio::of(machine).classes();
    match awaited {
        Value::Instance(instance)
            if !Rc::ptr_eq(&instance.class, &classes.future)
                && !Rc::ptr_eq(&instance.class, &classes.task) =>
        {
            matches!(instance.class.lookup(Sym::new(name)), Some(Value::Function(_)))
        }
        _ => false,
    }
}

/// `Task.__step(exception)`
pub fn step(machine: &mut Machine, task: &Value, exception: Value) -> PyResult<Flow> {
    start(machine, task, exception, None)
}

/// `Task.__eager_start`: the first step, at once, inside whoever creates the task.
pub fn eager_start(machine: &mut Machine, task: &Value) -> PyResult<Flow> {
    let Some((_, data)) = as_task(task) else { return done(Value::None) };
    let context = data.context.borrow().clone();
    let outside = crate::context::switch(machine, context);
    start(machine, task, Value::Null, Some(outside))
}

fn start(
    machine: &mut Machine,
    task: &Value,
    mut exception: Value,
    outside: Option<Rc<Context>>,
) -> PyResult<Flow> {
    let Some((future, data)) = as_task(task) else { return done(Value::None) };
    let asyncio = Asyncio::of(machine);
    if !asyncio.running_loop.borrow().is(&future.loop_object.borrow()) {
        let event_loop = future.loop_object.borrow().clone();
        return machine.call_native(refuse_loop, Args::one(event_loop));
    }
    let previous = asyncio.current_task.borrow().clone();
    if !previous.is_null() && outside.is_none() {
        return machine.call_native(refuse_second, Args::two(task.clone(), previous));
    }
    if future.is_done() {
        return machine.call_native(refuse_done, Args::two(task.clone(), exception.or_none()));
    }
    if data.must_cancel.get() {
        if exception.is_null() || !is_cancelled_error(machine, &exception) {
            exception = future.cancelled_error(machine)?;
        }
        data.must_cancel.set(false);
    }
    let waiter = data.waiter.take();
    drop(waiter);
    asyncio.current_task.replace(task.clone());
    let coroutine = data.coroutine.borrow().clone();
    let thrown = exception.clone();
    machine.push_native(Box::new(Step { task: task.clone(), previous, outside, thrown, asyncio }));
    let sent = match (&coroutine, exception) {
        (_, Value::Null) => machine.send_into(&coroutine, Value::None),
        (Value::Generator(generator), exception) => machine.throw_into(generator, exception),
        (_, exception) => machine.throw_to(&coroutine, exception),
    };
    hand_on(machine, sent)
}

/// `[task, exception]`: a step of a task that somebody has settled from outside.
fn refuse_done(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (task, exception) = (text_of(machine, &args.positional[0])?, text_of(machine, &args.positional[1])?);
    future::invalid_state(machine, &format!("__step(): already done: {task} {exception}"))
}

/// `[loop]`: a step of a task whose loop does not run.
fn refuse_loop(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = text_of(machine, &args.positional[0])?;
    raise(Exc::RuntimeError, format!("loop {text} is not the running loop"))
}

/// `[task, current]`: a step while another task takes one.
fn refuse_second(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (task, current) = (text_of(machine, &args.positional[0])?, text_of(machine, &args.positional[1])?);
    let message = format!("Cannot enter into task {task} while another task {current} is being executed.");
    raise(Exc::RuntimeError, message)
}

impl NativeFrame for Step {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        let Step { task, previous, outside, thrown, asyncio } = *self;
        let is_eager = outside.is_some();
        asyncio.current_task.replace(previous);
        if let Some(outside) = outside {
            asyncio.context.replace(outside);
        }
        if !thrown.is_null() {
            asyncio.thrown.replace(thrown);
        }
        let Some((future, data)) = as_task(&task) else { return done(Value::None) };
        let result = conclude(machine, &task, future, data, outcome);
        if is_eager && future.is_done() {
            // A task that never enters the loop lets its coroutine go.
            drop(data.coroutine.take());
        }
        result
    }
}

/// What follows from how the coroutine stopped.
fn conclude(
    machine: &mut Machine,
    task: &Value,
    future: &FutureData,
    data: &TaskData,
    outcome: Outcome,
) -> PyResult<Flow> {
    match outcome {
        Outcome::Return(value) | Outcome::Value(value) => {
            if data.must_cancel.replace(false) {
                let message = future.cancel_message.borrow().clone();
                let message = if message.is_null() { Value::None } else { message };
                finish(data, machine, |machine| future::cancel(machine, task, message).map(drop))?;
            } else {
                finish(data, machine, |machine| future::set_result(machine, task, value))?;
            }
            flush(machine, task, Value::None, Value::Null)
        }
        Outcome::Raise(exception) => {
            // Whoever gets it from the task raises it anew, while handling what he handles.
            if let Value::Instance(instance) = &exception
                && let Some(data) = instance.exception()
            {
                data.raised_in_progress.set(false);
            }
            if is_cancelled_error(machine, &exception) {
                // Its message goes with it, to the first who asks.
                future.keep_cancelled_error(exception);
                finish(data, machine, |machine| future::cancel(machine, task, Value::None).map(drop))?;
                return flush(machine, task, Value::None, Value::Null);
            }
            let exits = machine.is_exception(&exception, Exc::SystemExit)
                || machine.is_exception(&exception, Exc::KeyboardInterrupt);
            finish(data, machine, |machine| future::set_exception(machine, task, exception.clone()))?;
            flush(machine, task, Value::None, if exits { exception } else { Value::Null })
        }
        Outcome::Yield(value) | Outcome::AsyncYield(value) => {
            if value.is_none() {
                return step_soon(machine, task, future, data, Value::Null);
            }
            match wait_plainly(machine, task, future, data, &value)? {
                true => done(Value::None),
                false => machine.call_native(yielded, Args::two(task.clone(), value)),
            }
        }
    }
}

/// The task is done: it waits for nothing any more.
fn finish(
    data: &TaskData,
    machine: &mut Machine,
    settle: impl FnOnce(&mut Machine) -> PyResult<()>,
) -> PyResult<()> {
    let result = settle(machine);
    let waiter = data.waiter.take();
    drop(waiter);
    result
}

/// The next step gets a RuntimeError, as when a coroutine yields what it must not.
pub fn fail_next_step(machine: &mut Machine, task: &Value, message: String) -> PyResult<Flow> {
    let error = machine.new_exception(Exc::RuntimeError, vec![Value::string(message)]);
    call_step_soon(machine, task, error)
}

fn call_step_soon(machine: &mut Machine, task: &Value, exception: Value) -> PyResult<Flow> {
    let Some((future, data)) = as_task(task) else { return done(Value::None) };
    step_soon(machine, task, future, data, exception)
}

/// The same for a task whose parts are at hand.
fn step_soon(
    machine: &mut Machine,
    task: &Value,
    future: &FutureData,
    data: &TaskData,
    exception: Value,
) -> PyResult<Flow> {
    let context = data.context.borrow().clone();
    crate::scripted::call_soon(machine, future, Callback::Step(task.clone(), exception), context)
}

/// `[task, future]`: the task was cancelled before it came to wait for this future.
pub fn cancel_waiter(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (task, value) = (&args.positional[0], &args.positional[1]);
    let Some((future, data)) = as_task(task) else { return done(Value::None) };
    let message = future.cancel_message.borrow().clone();
    let message = if message.is_null() { Value::None } else { message };
    let answer = cancel_any(machine, value, message)?;
    if machine.truth(&answer)? {
        data.must_cancel.set(false);
    }
    done(Value::None)
}

/// The awaited future belongs to another loop than the task.
pub fn refuse_other_loop(machine: &mut Machine, task: &Value, awaited: &Value) -> PyResult<Flow> {
    let (task_text, text) = (text_of(machine, task)?, text_of(machine, awaited)?);
    let message = format!("Task {task_text} got Future {text} attached to a different loop");
    fail_next_step(machine, task, message)
}

/// The coroutine yielded a future by itself, without `await`.
pub fn refuse_bare_yield(machine: &mut Machine, task: &Value, awaited: &Value) -> PyResult<Flow> {
    let (task_text, text) = (text_of(machine, task)?, text_of(machine, awaited)?);
    let message = format!("yield was used instead of yield from in task {task_text} with {text}");
    fail_next_step(machine, task, message)
}

/// Hands a task's wakeup to the `add_done_callback` of the script's that an awaited object has.
pub fn ask_add_wakeup(
    machine: &mut Machine,
    awaited: &Value,
    wakeup: &Callback,
    context: &Rc<Context>,
) -> PyResult<()> {
    let method = machine.get_attribute(awaited, Sym::new("add_done_callback"))?;
    let callable = crate::handle::callable(machine, wakeup);
    let keywords = vec![(Sym::new("context"), crate::context::context_value(machine, context))];
    machine.ask(&method, Args { keywords, ..Args::one(callable) })?;
    Ok(())
}

/// The task waits for what its coroutine yielded, if that is a future of ours and nothing needs to be asked or refused.
fn wait_plainly(
    machine: &mut Machine,
    task: &Value,
    future: &FutureData,
    data: &TaskData,
    value: &Value,
) -> PyResult<bool> {
    let Some(awaited) = as_future(value) else { return Ok(false) };
    let is_plain = awaited.blocking.get()
        && !awaited.is_done()
        && !data.must_cancel.get()
        && !value.is(task)
        && awaited.loop_object.borrow().is(&future.loop_object.borrow());
    if !is_plain || overrides(machine, value, "add_done_callback") {
        return Ok(false);
    }
    awaited.blocking.set(false);
    let context = data.context.borrow().clone();
    future::add_callback(machine, value, Callback::Wakeup(task.clone(), Value::Null), context)?;
    machine.recorder.event(Event::TaskWaits { task: future.number(), on: awaited.number() });
    let _old = data.waiter.replace(value.clone());
    Ok(true)
}

/// `[task, value]`: the coroutine yielded; decides what the task waits for.
fn yielded(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (task, value) = (&args.positional[0], &args.positional[1]);
    let Some((future, data)) = as_task(task) else { return done(Value::None) };
    if let Some(awaited) = as_future(value) {
        if value.is(task) {
            let text = text_of(machine, task)?;
            return fail_next_step(machine, task, format!("Task cannot await on itself: {text}"));
        }
        let same_loop = awaited.loop_object.borrow().is(&future.loop_object.borrow());
        if !same_loop {
            return refuse_other_loop(machine, task, value);
        }
        // Asked once: what follows takes it back, and may have to start again from here.
        let blocking = machine.once(|_| Ok(Value::Bool(awaited.blocking.get())))?;
        if matches!(blocking, Value::Bool(false)) {
            return refuse_bare_yield(machine, task, value);
        }
        let wakeup = Callback::Wakeup(task.clone(), Value::Null);
        let context = data.context.borrow().clone();
        let own_method = overrides(machine, value, "add_done_callback");
        if own_method {
            ask_add_wakeup(machine, value, &wakeup, &context)?;
        }
        // One that is done already, on a loop whose `call_soon` is the script's, is handed over at the end.
        let soon = !own_method
            && awaited.is_done()
            && crate::event_loop::has_own_call_soon(&awaited.loop_object.borrow());
        let waits = |machine: &mut Machine| {
            awaited.blocking.set(false);
            if !own_method && !soon {
                future::add_callback(machine, value, wakeup, context)?;
            }
            machine.recorder.event(Event::TaskWaits { task: future.number(), on: awaited.number() });
            data.waiter.replace(value.clone());
            Ok(Value::None)
        };
        machine.once(waits)?;
        if soon {
            let context = data.context.borrow().clone();
            let wakeup = Callback::Wakeup(task.clone(), value.clone());
            return crate::scripted::call_soon(machine, awaited, wakeup, context);
        }
        if data.must_cancel.get() {
            // On its own: it may ask, and what was done here must not be looked at again.
            return machine.call_native(cancel_waiter, args.clone());
        }
        return done(Value::None);
    }
    match value {
        Value::None => call_step_soon(machine, task, Value::Null),
        Value::Generator(generator) if !generator.is_coroutine() => {
            let (task_text, text) = (text_of(machine, task)?, text_of(machine, value)?);
            let message =
                format!("yield was used instead of yield from for generator in task {task_text} with {text}");
            fail_next_step(machine, task, message)
        }
        _ => {
            if let Some(blocking) = foreign::blocking(machine, value)? {
                let args = Args::three(task.clone(), value.clone(), blocking);
                return machine.call_native(foreign::wait_for, args);
            }
            let text = text_of(machine, value)?;
            fail_next_step(machine, task, format!("Task got bad yield: {text}"))
        }
    }
}
