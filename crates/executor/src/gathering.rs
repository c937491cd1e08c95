//! What `gather` does for each of many children, without the calls: the Python in `prelude/tasks.py` hands it what is
//! asyncio's own from beginning to end, and does the rest itself, step by step.

use std::rc::Rc;

use loopglass_python::class::{Class, Instance};
use loopglass_python::error::PyResult;
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::Sym;
use loopglass_python::value::Value;

use crate::event_loop::{as_loop, has_own_call_soon};
use crate::future::{FutureData, State, add_callback, as_future, new_cancelled_error};
use crate::handle::Callback;
use crate::scripted::{has_own, is_prelude};
use crate::state::{Asyncio, Classes};
use crate::task::create_task;

/// So many children are begun at a time: what comes between slices of a run has its turn.
const AT_A_TIME: usize = 64;

/// The future of a value whose class is `Future` or `Task` itself.
fn plain<'a>(classes: &Classes, value: &'a Value) -> Option<&'a FutureData> {
    let Value::Instance(instance) = value else { return None };
    let class: &Rc<Class> = &instance.class;
    (Rc::ptr_eq(class, &classes.future) || Rc::ptr_eq(class, &classes.task)).then(|| as_future(value))?
}

/// Whether a class has this method from the prelude's `BaseEventLoop`.
fn is_own(instance: &Instance, name: &str) -> bool {
    let found = instance.class.lookup(Sym::new(name));
    let Some(Value::Function(function)) = found else { return false };
    instance.get(Sym::new(name)).is_none() && is_prelude(&function, &format!("BaseEventLoop.{name}"))
}

/// Whether tasks of this loop are made in asyncio's own way, and nothing is noted of where.
fn makes_plain_tasks(event_loop: &Value) -> bool {
    let (Value::Instance(instance), Some(data)) = (event_loop, as_loop(event_loop)) else { return false };
    let factory = Sym::new("_task_factory");
    !instance.class.has_getattribute()
        && !data.debug.get()
        && !data.closed.get()
        && !has_own_call_soon(event_loop)
        && is_own(instance, "create_task")
        && !has_own(event_loop, Sym::new("_check_closed"))
        && instance.get(factory).is_none_or(|factory| factory.is_none())
        && instance.class.lookup(factory).is_some_and(|factory| factory.is_none())
}

/// `_are_plain(items, loop, ensure_future, Task)`: whether all are coroutines, or futures of the loop that are asyncio's
/// own, none of them twice, and both functions are still asyncio's.
pub fn are_plain(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [Value::Tuple(items), event_loop, Value::Function(ensure), Value::Class(task)] = &args.positional[..]
    else {
        return done(false);
    };
    let classes = Asyncio::of(machine).classes();
    let place = |item: &Value| match item {
        Value::Generator(coroutine) if coroutine.is_coroutine() => Some(Rc::as_ptr(coroutine).cast::<()>()),
        Value::Instance(instance) => {
            let own_loop = plain(&classes, item)?.loop_object.borrow().is(event_loop);
            own_loop.then(|| Rc::as_ptr(instance).cast())
        }
        _ => None,
    };
    let all_of = |items: &[Value]| {
        let mut places = items.iter().map(place).collect::<Option<Vec<_>>>()?;
        places.sort_unstable();
        places.windows(2).all(|pair| pair[0] != pair[1]).then_some(())
    };
    let as_ever = Rc::ptr_eq(task, &classes.task) && is_prelude(ensure, "ensure_future");
    done(as_ever && makes_plain_tasks(event_loop) && all_of(items).is_some())
}

/// `_begin_children(items, children, done_already, current, callback)`: makes children of the next items, with the
/// callback that is to hear of each; those that are done already go to a list of their own.
pub fn begin_children(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [Value::Tuple(items), Value::List(children), Value::List(finished), current, callback] =
        &args.positional[..]
    else {
        return done(Value::None);
    };
    let asyncio = Asyncio::of(machine);
    let event_loop = asyncio.running_loop.borrow().clone();
    let Some(data) = as_loop(&event_loop) else { return done(Value::None) };
    for item in items.iter().skip(children.len()).take(AT_A_TIME) {
        let child = match item {
            Value::Generator(_) => create_task(machine, &event_loop, &data, item.clone())?,
            other => other.clone(),
        };
        children.push(child.clone());
        let Some(future) = as_future(&child) else { continue };
        if let (Value::Generator(_), Some(task)) = (item, &future.task) {
            task.log_destroy_pending.set(false);
        }
        if future.is_done() {
            finished.push(child);
            continue;
        }
        if as_future(current).is_some() {
            future.awaited_by.borrow_mut().push(current.clone());
        }
        let context = asyncio.context.borrow().copy();
        add_callback(machine, &child, Callback::Call(callback.clone(), Vec::new()), context)?;
    }
    done(Value::None)
}

/// `_count_off(child, current)`: the task no longer waits for the child. True if that has a result and its class has
/// nothing of the script's, so that nothing is to be asked.
pub fn count_off(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [child, current] = &args.positional[..] else { return done(false) };
    if !current.is_none() {
        crate::module::no_longer_awaited_by(child, current);
    }
    let classes = Asyncio::of(machine).classes();
    let Some(future) = plain(&classes, child) else { return done(false) };
    let has_result = future.state.get() == State::Finished && future.exception.borrow().is_null();
    if has_result {
        future.log_traceback.set(false);
    }
    done(has_result)
}

/// `_outcomes(children)`: what came of each, exceptions as values; None where the script is to be asked.
pub fn outcomes(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [Value::List(children)] = &args.positional[..] else { return done(Value::None) };
    let children = children.to_vec();
    let classes = Asyncio::of(machine).classes();
    if !children.iter().all(|child| plain(&classes, child).is_some_and(FutureData::is_done)) {
        return done(Value::None);
    }
    let mut results = Vec::with_capacity(children.len());
    for future in children.iter().filter_map(as_future) {
        if future.state.get() == State::Cancelled {
            let message = future.cancel_message.borrow().clone();
            let message = if message.is_null() || message.is_none() { Value::str("") } else { message };
            results.push(new_cancelled_error(machine, vec![message]));
            continue;
        }
        future.log_traceback.set(false);
        let failure = future.exception.borrow().clone();
        results.push(if failure.is_null() { future.result.borrow().clone() } else { failure });
    }
    done(Value::list(results))
}
