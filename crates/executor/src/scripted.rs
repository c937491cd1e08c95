//! What a script takes into its own hands: event loops of its own classes, a `call_soon` in place of asyncio's, and
//! handles that it makes and runs itself.

use std::rc::Rc;

use loopglass_python::class::{Class, Instance, Payload};
use loopglass_python::code::Origin;
use loopglass_python::error::{PyResult, raise_object, type_error};
use loopglass_python::frame::{NativeFrame, Outcome};
use loopglass_python::function::{Args, Function};
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::{Sym, names};
use loopglass_python::value::Value;
use loopglass_trace::Event;

use crate::arity;
use crate::context::{self, Context, context_argument, context_value};
use crate::event_loop::{LoopData, as_loop, has_own_call_soon};
use crate::future::{FutureData, as_future};
use crate::handle::{Callback, HandleData, HandleObject, as_handle, callable, new_handle};
use crate::run_loop::{call, hand_on, is_exit};
use crate::state::Asyncio;

/// The method that runs an iteration by a clock or a selector of the script's.
pub const PACED: &str = "_run_paced";

/// Whether a loop, or its class, has a method of the script's in place of one of ours in Rust.
pub fn has_own(event_loop: &Value, name: Sym) -> bool {
    let Value::Instance(instance) = event_loop else { return false };
    instance.get(name).is_some() || !matches!(instance.class.lookup(name), Some(Value::Native(_)))
}

/// Whether a function is the one of this qualified name in the prelude's Python.
pub fn is_prelude(function: &Function, qualname: &str) -> bool {
    function.code.origin == Origin::Hidden && *function.code.qualname.text() == *qualname
}

/// Whether a loop waits by a clock or a selector of the script's.
pub fn is_paced(event_loop: &Value) -> bool {
    let Value::Instance(instance) = event_loop else { return false };
    instance.get(names::selector).is_some() || has_own(event_loop, names::time)
}

/// `loop.call_later` by the script's own clock or `call_at`: `[loop, delay, callback, argument...]`.
pub fn call_later(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [event_loop, delay, given @ ..] = &args.positional[..] else { return done(Value::None) };
    let time = machine.get_attribute(event_loop, names::time)?;
    let now = machine.ask(&time, Args::none())?;
    let when = match (&now, delay) {
        (Value::Int(now), Value::Int(delay)) => Value::Int(now.saturating_add(*delay)),
        _ => {
            let now = crate::event_loop::number(machine, &now)?;
            Value::Float(now + crate::event_loop::number(machine, delay)?)
        }
    };
    let call_at = machine.get_attribute(event_loop, names::call_at)?;
    let mut positional = vec![when];
    positional.extend_from_slice(given);
    machine.call(&call_at, Args { keywords: args.keywords.clone(), ..Args::many(positional) })
}

/// The data of a loop. One that is not asyncio's own is asked for its debug mode, and given data by which the trace
/// knows it.
pub fn loop_data(machine: &mut Machine, event_loop: &Value) -> PyResult<Rc<LoopData>> {
    if let Some(data) = as_loop(event_loop) {
        return Ok(data);
    }
    let get_debug = machine.get_attribute(event_loop, Sym::new("get_debug"))?;
    let debug = machine.ask(&get_debug, Args::none())?;
    let debug = machine.truth(&debug)?;
    let Value::Instance(instance) = event_loop else { return type_error("an event loop was expected") };
    let asyncio = Asyncio::of(machine);
    let data = match asyncio.foreign_loop(instance) {
        Some(data) => data,
        None => {
            let data = Rc::new(LoopData::new(asyncio.loop_id()));
            machine.recorder.event(Event::LoopCreated { event_loop: data.id });
            asyncio.keep_foreign_loop(instance, data.clone());
            data
        }
    };
    data.debug.set(debug);
    Ok(data)
}

/// `loop.call_soon(callback, context=context)` of a future's loop, as the last thing that a native function does.
pub fn call_soon(
    machine: &mut Machine,
    future: &FutureData,
    callback: Callback,
    context: Rc<Context>,
) -> PyResult<Flow> {
    if !has_own_call_soon(&future.loop_object.borrow()) {
        let data = future.loop_data()?;
        data.check_closed()?;
        data.call_soon(machine, callback, context);
        return done(Value::None);
    }
    let event_loop = future.loop_object.borrow().clone();
    let mut args = vec![event_loop, context_value(machine, &context), callable(machine, &callback)];
    args.extend(callback.arguments());
    machine.call_native(ask_call_soon, Args::many(args))
}

/// `[loop, context, callable, argument...]`
fn ask_call_soon(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [event_loop, context, given @ ..] = &args.positional[..] else { return done(Value::None) };
    let method = machine.get_attribute(event_loop, names::call_soon)?;
    let keywords = vec![(Sym::new("context"), context.clone())];
    machine.ask(&method, Args { keywords, ..Args::many(given.to_vec()) })?;
    done(Value::None)
}

/// Hands the callbacks that a settled future still holds to its loop's own `call_soon`, then gives the value or raises
/// the exception. In asyncio's own loops there are none left.
pub fn flush(machine: &mut Machine, object: &Value, value: Value, exception: Value) -> PyResult<Flow> {
    let left = as_future(object).is_some_and(|future| !future.callbacks.borrow().is_empty());
    if left {
        return machine.call_native(call_all_soon, Args::many(vec![object.clone(), value, exception]));
    }
    if exception.is_null() { done(value) } else { raise_object(exception) }
}

fn call_all_soon(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [object, value, exception] = &args.positional[..] else { return done(Value::None) };
    let Some(future) = as_future(object) else { return done(Value::None) };
    let event_loop = future.loop_object.borrow().clone();
    for (callable, context) in future.listed_callbacks(machine) {
        let args = vec![event_loop.clone(), context, callable, object.clone()];
        machine.ask_native(ask_call_soon, Args::many(args))?;
    }
    for entry in future.callbacks.take() {
        machine.recorder.event(Event::CallbackRemoved { future: future.number(), handle: entry.chip });
    }
    if exception.is_null() { done(value.clone()) } else { raise_object(exception.clone()) }
}

fn given(args: &Args, index: usize, name: &str) -> Option<Value> {
    args.positional.get(index).cloned().or_else(|| arity::keyword(args, name))
}

/// `Handle(callback, args, loop, context=None)`
pub fn make_handle(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    make(machine, args, None)
}

/// `TimerHandle(when, callback, args, loop, context=None)`
pub fn make_timer_handle(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(when) = given(args, 1, "when") else {
        return type_error("TimerHandle.__init__() missing 1 required positional argument: 'when'");
    };
    let is_int = matches!(when, Value::Int(_));
    let when = crate::event_loop::number(machine, &when)?;
    make(machine, args, Some((when, is_int)))
}

fn make(machine: &mut Machine, args: &Args, when: Option<(f64, bool)>) -> PyResult<Flow> {
    let Some(Value::Class(class)) = args.positional.first() else {
        return type_error("a class was expected");
    };
    let shift = usize::from(when.is_some());
    let mut required = Vec::with_capacity(3);
    for (at, name) in ["callback", "args", "loop"].into_iter().enumerate() {
        match given(args, 1 + shift + at, name) {
            Some(value) => required.push(value),
            None => {
                let class = if when.is_some() { "TimerHandle" } else { "Handle" };
                let message = format!("{class}.__init__() missing 1 required positional argument: '{name}'");
                return type_error(message);
            }
        }
    }
    let [callback, arguments, event_loop] = &required[..] else { return done(Value::None) };
    let context = context_argument(machine, given(args, 4 + shift, "context").as_ref())?;
    let data = loop_data(machine, event_loop)?;
    let arguments = match arguments {
        Value::None => Vec::new(),
        arguments => machine.collect(arguments)?,
    };
    let callback = Callback::of(callback, arguments);
    let handle = new_handle(machine, &data, callback, context, when.map(|(when, _)| when), None);
    handle.is_due_at_int.set(when.is_some_and(|(_, is_int)| is_int));
    handle.scheduled.set(false);
    done(wrap_handle(class, &handle, event_loop))
}

/// A handle as an object of a class, which knows its loop.
pub fn wrap_handle(class: &Rc<Class>, handle: &Rc<HandleData>, event_loop: &Value) -> Value {
    let object = HandleObject { data: handle.clone(), event_loop: event_loop.clone() };
    let object = Instance::new(class.clone(), Payload::Native(Box::new(object)));
    handle.keep_object(&object);
    Value::Instance(object)
}

/// The frame of a handle that a script runs, below whatever it calls.
struct RunHandle {
    object: Value,
    handle: Rc<HandleData>,
    outside: Rc<Context>,
}

/// `Handle._run()`
pub fn run_handle(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(handle) = args.positional.first().and_then(as_handle) else {
        return type_error("a Handle was expected");
    };
    machine.recorder.event(Event::HandleBegan { handle: handle.id });
    let outside = context::switch(machine, handle.context.clone());
    let callback = handle.callback.borrow().clone();
    let object = args.positional[0].clone();
    machine.push_native(Box::new(RunHandle { object, handle, outside }));
    let result = call(machine, callback);
    hand_on(machine, result)
}

impl NativeFrame for RunHandle {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        let RunHandle { object, handle, outside } = *self;
        context::switch(machine, outside);
        machine.recorder.event(Event::HandleEnded { handle: handle.id });
        match outcome {
            Outcome::Raise(exception) if is_exit(machine, &exception) => raise_object(exception),
            Outcome::Raise(exception) => machine.call_native(tell_failed, Args::two(object, exception)),
            _ => done(Value::None),
        }
    }
}

/// `[handle, exception]`: tells the handle's loop.
fn tell_failed(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [object, exception] = &args.positional[..] else { return done(Value::None) };
    let event_loop = machine.get_attribute(object, Sym::new("_loop"))?;
    loop_data(machine, &event_loop)?;
    crate::report::callback_failed(machine, &event_loop, as_handle(object).as_ref(), exception.clone())
}

/// A timer of the script's own making tells its loop that it is cancelled.
pub fn tell_cancelled(machine: &mut Machine, timer: &Value, event_loop: &Value) -> PyResult<()> {
    let method = machine.get_attribute(event_loop, Sym::new("_timer_handle_cancelled"))?;
    machine.ask(&method, Args::one(timer.clone())).map(drop)
}
