//! What scripts call of `asyncio.base_events.BaseEventLoop`, and asyncio's own Python code, as far as it is hot. The rest
//! of the class is Python in `prelude/base_events.py`.

use std::rc::Rc;

use loopglass_python::builtins::install;
use loopglass_python::error::{Exc, PyResult, raise, type_error};
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::{Sym, names};
use loopglass_python::value::Value;
use loopglass_trace::{Event, Origin};

use crate::arity;
use crate::context::context_argument;
use crate::event_loop::{LoopData, as_loop, due_ns, loop_value, number, time};
use crate::handle::{Callback, HandleData, as_handle, handle_value, new_handle};
use crate::scripted::has_own;
use crate::state::Asyncio;
use crate::texts::text_of;

fn this(args: &Args) -> PyResult<Rc<LoopData>> {
    match args.positional.first().and_then(as_loop) {
        Some(event_loop) => Ok(event_loop),
        None => type_error("an event loop was expected"),
    }
}

fn new_loop(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Class(class)) = args.positional.first() else {
        return type_error("a class was expected");
    };
    let class = class.clone();
    machine
        .once(|machine| {
            let id = Asyncio::of(machine).loop_id();
            machine.recorder.event(Event::LoopCreated { event_loop: id });
            Ok(loop_value(class, LoopData::new(id)))
        })
        .map(Flow::Value)
}

fn check_callback(machine: &mut Machine, callback: &Value, method: &str) -> PyResult<()> {
    let coroutine = match callback {
        Value::Generator(generator) => generator.is_coroutine(),
        Value::Function(function) => function.code.kind == loopglass_python::code::CodeKind::Coroutine,
        _ => false,
    };
    if coroutine {
        return type_error(format!("coroutines cannot be used with {method}()"));
    }
    let callable = match callback {
        Value::Function(_) | Value::Native(_) | Value::Method(_) | Value::Class(_) => true,
        Value::Instance(instance) => instance.class.lookup(Sym::new("__call__")).is_some(),
        _ => false,
    };
    if !callable {
        let text = text_of(machine, callback)?;
        return type_error(format!("a callable object was expected by {method}(), got {text}"));
    }
    Ok(())
}

fn py_check_callback(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let (Some(callback), Some(method)) =
        (args.positional.get(1), args.positional.get(2).and_then(Value::as_str))
    {
        check_callback(machine, callback, method.as_str())?;
    }
    done(Value::None)
}

fn get_current_handle(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let current = this(args)?.current.borrow().clone();
    match current {
        Some(handle) => done(handle_value(machine, &handle)),
        None => done(Value::None),
    }
}

/// Handles as a list, in order.
fn handles(machine: &mut Machine, handles: Vec<Rc<HandleData>>) -> Value {
    Value::list(handles.iter().map(|handle| handle_value(machine, handle)).collect())
}

fn get_ready(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let all = this(args)?.ready.borrow().iter().cloned().collect();
    done(handles(machine, all))
}

fn get_timer_cancelled_count(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(i64::try_from(this(args)?.timer_cancelled_count.get()).unwrap_or(i64::MAX))
}

fn get_scheduled(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let all = this(args)?.scheduled.borrow().clone();
    done(handles(machine, all))
}

/// In debug mode, that a method is called from the loop's own thread.
fn check_thread(machine: &mut Machine, event_loop: &LoopData) -> PyResult<()> {
    let running = as_loop(&Asyncio::of(machine).running_loop.borrow());
    if event_loop.running.get() && running.is_none_or(|running| running.id != event_loop.id) {
        let message = "Non-thread-safe operation invoked on an event loop other than the current one";
        return raise(Exc::RuntimeError, message);
    }
    Ok(())
}

fn call_soon_from(machine: &mut Machine, args: &Args, method: &str, origin: Origin) -> PyResult<Flow> {
    if let Some(args) = arity::by_position(args, method, &["callback"])? {
        return call_soon_from(machine, &args, method, origin);
    }
    let event_loop = this(args)?;
    let Some(callback) = args.positional.get(1).cloned() else {
        return type_error(format!(
            "BaseEventLoop.{method}() missing 1 required positional argument: 'callback'"
        ));
    };
    event_loop.check_closed()?;
    if event_loop.debug.get() {
        if origin == Origin::Soon {
            check_thread(machine, &event_loop)?;
        }
        check_callback(machine, &callback, method)?;
    }
    let context = context_argument(machine, arity::keyword(args, "context").as_ref())?;
    let callback = Callback::of(&callback, args.positional[2..].to_vec());
    let handle = new_handle(machine, &event_loop, callback, context, None, None);
    handle.thread_safe.set(origin == Origin::Thread);
    event_loop.make_ready(machine, &handle, origin);
    if origin == Origin::Thread {
        let wake = event_loop.sleeper.take();
        if !wake.is_null() {
            let now_ns = machine.recorder.clock_ns;
            Asyncio::of(machine).add_arrival(now_ns, wake);
        }
    }
    done(handle_value(machine, &handle))
}

/// `loop._set_sleeper(function)`: what is to be called once another thread has something for this loop.
fn set_sleeper(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let function = args.positional.get(1).cloned().unwrap_or_default();
    let _before = this(args)?.sleeper.replace(function);
    done(Value::None)
}

fn call_soon(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    call_soon_from(machine, args, "call_soon", Origin::Soon)
}

fn call_soon_threadsafe(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    call_soon_from(machine, args, "call_soon_threadsafe", Origin::Thread)
}

fn schedule(machine: &mut Machine, args: &Args, when: f64, method: &str) -> PyResult<Rc<HandleData>> {
    let event_loop = this(args)?;
    event_loop.check_closed()?;
    let Some(callback) = args.positional.get(2).cloned() else {
        return type_error(format!(
            "BaseEventLoop.{method}() missing 1 required positional argument: 'callback'"
        ));
    };
    if event_loop.debug.get() {
        check_thread(machine, &event_loop)?;
        check_callback(machine, &callback, "call_at")?;
    }
    let context = context_argument(machine, arity::keyword(args, "context").as_ref())?;
    let callback = Callback::of(&callback, args.positional[3..].to_vec());
    let handle = new_handle(machine, &event_loop, callback, context, Some(when), None);
    let due_ns = due_ns(when);
    machine.recorder.event(Event::TimerScheduled { handle: handle.id, due_ns });
    event_loop.push_timer(handle.clone());
    Ok(handle)
}

fn call_later(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(args) = arity::by_position(args, "call_later", &["delay", "callback"])? {
        return call_later(machine, &args);
    }
    let Some(delay) = args.positional.get(1).cloned() else {
        return type_error(
            "BaseEventLoop.call_later() missing 2 required positional arguments: 'delay' and 'callback'",
        );
    };
    if args.positional.len() < 3 {
        return type_error("BaseEventLoop.call_later() missing 1 required positional argument: 'callback'");
    }
    if delay.is_none() {
        return type_error("delay must not be None");
    }
    let delay = match number(machine, &delay) {
        Ok(delay) => delay,
        Err(_) => {
            let kind = machine.types.name_of(&delay);
            return type_error(format!("unsupported operand type(s) for +: 'float' and '{kind}'"));
        }
    };
    if has_own(&args.positional[0], names::time) || has_own(&args.positional[0], names::call_at) {
        return crate::scripted::call_later(machine, args);
    }
    let when = time(machine) + delay;
    let handle = schedule(machine, args, when, "call_later")?;
    done(handle_value(machine, &handle))
}

fn call_at(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(args) = arity::by_position(args, "call_at", &["when", "callback"])? {
        return call_at(machine, &args);
    }
    let Some(when) = args.positional.get(1).cloned() else {
        return type_error(
            "BaseEventLoop.call_at() missing 2 required positional arguments: 'when' and 'callback'",
        );
    };
    if args.positional.len() < 3 {
        return type_error("BaseEventLoop.call_at() missing 1 required positional argument: 'callback'");
    }
    if when.is_none() {
        return type_error("when cannot be None");
    }
    let is_int = matches!(when, Value::Int(_));
    let when = number(machine, &when)?;
    let handle = schedule(machine, args, when, "call_at")?;
    handle.is_due_at_int.set(is_int);
    done(handle_value(machine, &handle))
}

fn loop_time(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "BaseEventLoop.time")?;
    done(time(machine))
}

fn stop(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "BaseEventLoop.stop")?;
    this(args)?.stopping.set(true);
    done(Value::None)
}

fn is_running(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "BaseEventLoop.is_running")?;
    done(this(args)?.running.get())
}

fn is_closed(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "BaseEventLoop.is_closed")?;
    done(this(args)?.closed.get())
}

fn close(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "BaseEventLoop.close")?;
    let event_loop = this(args)?;
    if event_loop.running.get() {
        return raise(Exc::RuntimeError, "Cannot close a running event loop");
    }
    if event_loop.closed.get() {
        return done(Value::None);
    }
    if event_loop.debug.get() {
        let text = format!("Close {}", text_of(machine, &args.positional[0])?);
        machine.ask_native(crate::report::log_debug, Args::one(Value::string(text)))?;
    }
    event_loop.closed.set(true);
    machine.recorder.event(Event::LoopClosed { event_loop: event_loop.id });
    let ready = std::mem::take(&mut *event_loop.ready.borrow_mut());
    let scheduled = std::mem::take(&mut *event_loop.scheduled.borrow_mut());
    for handle in ready.iter().chain(&scheduled) {
        machine.recorder.event(Event::HandleDropped { handle: handle.id });
    }
    drop(ready);
    drop(scheduled);
    done(Value::None)
}

fn get_debug(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::python(args, "BaseEventLoop.get_debug")?;
    done(this(args)?.debug.get())
}

fn get_stopping(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.stopping.get())
}

fn set_debug(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let event_loop = this(args)?;
    let enabled = match args.positional.get(1) {
        Some(value) => machine.truth(value)?,
        None => {
            return type_error("BaseEventLoop.set_debug() missing 1 required positional argument: 'enabled'");
        }
    };
    event_loop.debug.set(enabled);
    done(Value::None)
}

/// `loop._add_callback(handle)`
fn add_callback(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let event_loop = this(args)?;
    let Some(handle) = args.positional.get(1).and_then(as_handle) else {
        return type_error("a Handle was expected");
    };
    if !handle.cancelled.get() {
        event_loop.make_ready(machine, &handle, Origin::Soon);
    }
    done(Value::None)
}

/// `loop._timer_handle_cancelled(handle)`: timers that are scheduled are counted when they are cancelled.
fn timer_handle_cancelled(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    this(args)?;
    done(Value::None)
}

/// `loop._set_coroutine_origin_tracking(enabled)`
fn set_coroutine_origin_tracking(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let enabled = matches!(args.positional.get(1), Some(Value::Bool(true)));
    this(args)?.track_origins(machine, enabled);
    done(Value::None)
}

fn check_closed(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    this(args)?.check_closed()?;
    done(Value::None)
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let event_loop = this(args)?;
    let flag = |value: bool| if value { "True" } else { "False" };
    let name = machine.types.of(&args.positional[0]).name();
    done(format!(
        "<{name} running={} closed={} debug={}>",
        flag(event_loop.running.get()),
        flag(event_loop.closed.get()),
        flag(event_loop.debug.get())
    ))
}

/// Fills the class.
pub fn install_classes(machine: &mut Machine) {
    let class = Asyncio::of(machine).classes().event_loop.clone();
    install::static_methods(&class, "BaseEventLoop", &[("__new__", new_loop)]);
    install::methods(
        &class,
        "BaseEventLoop",
        &[
            ("call_soon", call_soon),
            ("call_soon_threadsafe", call_soon_threadsafe),
            ("call_later", call_later),
            ("call_at", call_at),
            ("time", loop_time),
            ("stop", stop),
            ("is_running", is_running),
            ("is_closed", is_closed),
            ("close", close),
            ("get_debug", get_debug),
            ("_set_debug", set_debug),
            ("_check_closed", check_closed),
            ("_check_callback", py_check_callback),
            ("run_forever", crate::run_loop::run_forever),
            ("_set_sleeper", set_sleeper),
            ("_set_watching", crate::watching::set_watching),
            ("_new_watcher", crate::watching::new_watcher),
            ("_watcher_ready", crate::watching::watcher_ready),
            ("_watch_began", crate::watching::watch_began),
            ("_watch_ended", crate::watching::watch_ended),
            ("_begin_running", crate::run_loop::begin_running),
            ("_end_running", crate::run_loop::end_running),
            ("_run_once", crate::run_loop::run_once),
            ("_add_callback", add_callback),
            ("_set_ready", crate::shown::set_ready),
            ("_set_scheduled", crate::shown::set_scheduled),
            ("_timer_handle_cancelled", timer_handle_cancelled),
            ("_begin_iteration", crate::run_loop::begin_iteration),
            ("_finish_iteration", crate::run_loop::finish_iteration),
            ("_wait", crate::run_loop::wait),
            ("_set_coroutine_origin_tracking", set_coroutine_origin_tracking),
        ],
    );
    install::slots(&class, "BaseEventLoop", &[("__repr__", repr)]);
    install::getters(
        &class,
        "BaseEventLoop",
        &[
            ("_current_handle", get_current_handle),
            ("_debug", get_debug),
            ("_stopping", get_stopping),
            ("_closed", is_closed),
            ("_ready_handles", get_ready),
            ("_scheduled_handles", get_scheduled),
            ("_timer_cancelled_count", get_timer_cancelled_count),
        ],
    );
}
