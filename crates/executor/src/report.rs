//! What asyncio says when something went wrong unnoticed: exceptions in callbacks, results never retrieved, tasks
//! that were destroyed. All of it goes through `loop.call_exception_handler`.

use std::rc::Rc;

use loopglass_python::builtins::report::{Options, format_exception};
use loopglass_python::builtins::uncaught::print_error;
use loopglass_python::dict::Dict;
use loopglass_python::error::{PyResult, Raise};
use loopglass_python::function::Args;
use loopglass_python::machine::collect::Watched;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::Sym;
use loopglass_python::value::Value;

use crate::future::{FutureData, State, as_future};
use crate::handle::{HandleData, as_handle, handle_value};

/// `Handle._run` caught an exception.
pub fn callback_failed(
    machine: &mut Machine,
    event_loop: &Value,
    handle: Option<&Rc<HandleData>>,
    exception: Value,
) -> PyResult<Flow> {
    let handle = match handle {
        Some(handle) => handle_value(machine, handle),
        None => Value::None,
    };
    machine.call_native(tell_callback_failed, Args::three(event_loop.clone(), handle, exception))
}

fn tell_callback_failed(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [event_loop, handle, exception] = &args.positional[..] else { return done(Value::None) };
    let context: Rc<Dict> = Rc::default();
    let message = crate::texts::ask_helper(machine, "_exception_in_callback", Args::one(handle.clone()))?;
    context.set_str("message", message);
    context.set_str("exception", exception.clone());
    context.set_str("handle", handle.clone());
    if let Some(handle) = as_handle(handle)
        && !handle.source_traceback.is_none()
    {
        context.set_str("source_traceback", handle.source_traceback.clone());
    }
    keep_in_frame(machine, exception, &context);
    call_handler(machine, event_loop, context)
}

/// In CPython the exception's traceback has the frame of `Handle._run`, and that the context among its variables. It is a
/// cycle: the handle, and what it was called with, live on until cycles are collected.
fn keep_in_frame(machine: &Machine, exception: &Value, context: &Rc<Dict>) {
    if let Value::Instance(instance) = exception
        && let Some(data) = instance.exception()
    {
        data.set_field(Sym::new("<context of Handle._run>"), Value::Dict(context.clone()));
        machine.graveyard.track(Watched::Instance(Rc::downgrade(instance)));
    }
}

fn call_handler(machine: &mut Machine, event_loop: &Value, context: Rc<Dict>) -> PyResult<Flow> {
    // By the object and not its class: a script may have put its own there.
    let method = machine.get_attribute(event_loop, Sym::new("call_exception_handler"))?;
    machine.call(&method, Args::one(Value::Dict(context)))
}

fn set_source(context: &Rc<Dict>, future: &FutureData) {
    let source = future.source_traceback.borrow().clone();
    if !source.is_none() {
        context.set_str("source_traceback", source);
    }
}

/// `Future.__del__` and `Task.__del__`.
pub fn finalize(machine: &mut Machine, object: &Value) -> PyResult<Flow> {
    let Some(future) = as_future(object) else { return done(Value::None) };
    let event_loop = future.loop_object.borrow().clone();
    if event_loop.is_null() {
        return done(Value::None);
    }
    let context: Rc<Dict> = Rc::default();
    if let Some(task) = &future.task
        && future.state.get() == State::Pending
        && task.log_destroy_pending.replace(false)
    {
        context.set_str("task", object.clone());
        context.set_str("message", Value::str("Task was destroyed but it is pending!"));
        set_source(&context, future);
        return call_handler(machine, &event_loop, context);
    }
    if !future.log_traceback.replace(false) {
        return done(Value::None);
    }
    let name = machine.types.of(object).name();
    context.set_str("message", Value::string(format!("{name} exception was never retrieved")));
    context.set_str("exception", future.exception.borrow().clone());
    context.set_str("future", object.clone());
    set_source(&context, future);
    call_handler(machine, &event_loop, context)
}

/// `_log_error(text, exception, logger, line, function)`: what asyncio's logger, or another, does at level ERROR. Without `logging` in the script that is
/// the text and the exception's traceback on stderr.
pub fn log_error(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let line = match args.positional.get(3) {
        Some(Value::Int(line)) => *line,
        _ => 1875,
    };
    let function =
        args.positional.get(4).and_then(Value::as_str).map(|function| function.as_str().to_string());
    log(
        machine,
        args,
        "error",
        (line, function.as_deref().unwrap_or("default_exception_handler"), BASE_EVENTS),
    )
}

/// `_log_warning(text)`: the same at level WARNING.
pub fn log_warning(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    log(machine, args, "warning", (2041, "_run_once", BASE_EVENTS))
}

/// `[text]`: at level DEBUG, which nobody sees unless the script has asked for it.
pub fn log_debug(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if machine.modules.loaded("logging").is_none() {
        return done(Value::None);
    }
    log(machine, args, "debug", (742, "close", BASE_EVENTS))
}

/// `_log_selector(text)`: what a loop says of its selector when it is made.
pub fn log_selector(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if machine.modules.loaded("logging").is_none() {
        return done(Value::None);
    }
    log(machine, args, "debug", (64, "__init__", "selector_events"))
}

/// The module of asyncio that most of what is logged is from.
const BASE_EVENTS: &str = "base_events";

/// Logs at a level. `place` is the line of CPython's asyncio that the record is said to be from, its function and its
/// module.
fn log(machine: &mut Machine, args: &Args, level: &str, place: (i64, &str, &str)) -> PyResult<Flow> {
    let text = args.positional.first().cloned().unwrap_or_default();
    let exception = args.positional.get(1).cloned().unwrap_or(Value::None);
    if let Some(logging) = machine.modules.loaded("logging") {
        let get_logger = machine.get_attribute(&logging, Sym::new("getLogger"))?;
        let name = args.positional.get(2).cloned().unwrap_or_else(|| Value::str("asyncio"));
        let logger = machine.ask(&get_logger, Args::one(name))?;
        let method = machine.get_attribute(&logger, Sym::new(level))?;
        let told = if exception.is_none() && level == "error" { Value::Bool(false) } else { exception };
        let keywords = vec![(Sym::new("exc_info"), told)];
        let speaker = match machine.get_attribute(&logging, Sym::new("_speaker"))? {
            Value::List(speaker) if args.positional.len() != 3 => Some(speaker),
            _ => None,
        };
        if let Some(speaker) = &speaker {
            let place = [Value::Int(place.0), Value::str(place.1), Value::str(place.2)];
            *speaker.borrow_mut() = place.into();
        }
        let said = machine.ask(&method, Args { keywords, ..Args::one(text) });
        if let Some(speaker) = &speaker
            && !said.as_ref().is_err_and(|raised| matches!(**raised, Raise::Ask))
        {
            speaker.borrow_mut().clear();
        }
        return said.map(Flow::Value);
    }
    let mut shown = text.as_str().map_or_else(String::new, |text| text.as_str().to_string());
    shown.push('\n');
    if !exception.is_none() {
        let lines = format_exception(machine, &exception, Options::default())?;
        shown.push_str(&lines.concat());
    }
    print_error(machine, &shown)?;
    done(Value::None)
}
