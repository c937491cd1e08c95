//! The modules of asyncio: what is Rust, what is Python, and how the two find each other.

use std::rc::Rc;

use loopglass_python::builtins::arguments::function;
use loopglass_python::builtins::install as table;
use loopglass_python::class::Layout;
use loopglass_python::dict::Dict;
use loopglass_python::error::{Exc, PyResult, raise};
use loopglass_python::function::Args;
use loopglass_python::machine::import::ModuleSource;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::names;
use loopglass_python::value::Value;

use crate::arity;
use crate::future::as_future;
use crate::state::{Asyncio, Classes};

/// The Python part of the package, module by module.
const SOURCES: &[(&str, &str)] = &[
    ("asyncio", include_str!("prelude/package.py")),
    ("asyncio.base_events", include_str!("prelude/base_events.py")),
    ("asyncio.base_futures", include_str!("prelude/base_futures.py")),
    ("asyncio.base_tasks", include_str!("prelude/base_tasks.py")),
    ("asyncio.connections", include_str!("prelude/connections.py")),
    ("asyncio.constants", include_str!("prelude/constants.py")),
    ("asyncio.coroutines", include_str!("prelude/coroutines.py")),
    ("asyncio.events", include_str!("prelude/events.py")),
    ("asyncio.exceptions", include_str!("prelude/exceptions.py")),
    ("asyncio.format_helpers", include_str!("prelude/format_helpers.py")),
    ("asyncio.futures", include_str!("prelude/futures.py")),
    ("asyncio.graph", include_str!("prelude/graph.py")),
    ("asyncio.handles", include_str!("prelude/handles.py")),
    ("asyncio.log", include_str!("prelude/log.py")),
    ("asyncio.mixins", include_str!("prelude/mixins.py")),
    ("asyncio.locks", include_str!("prelude/locks.py")),
    ("asyncio.protocols", include_str!("prelude/protocols.py")),
    ("asyncio.queues", include_str!("prelude/queues.py")),
    ("asyncio.refusals", include_str!("prelude/refusals.py")),
    ("asyncio.reports", include_str!("prelude/reports.py")),
    ("asyncio.runners", include_str!("prelude/runners.py")),
    ("asyncio.selector_transports", include_str!("prelude/selector_transports.py")),
    ("asyncio.server", include_str!("prelude/server.py")),
    ("asyncio.trsock", include_str!("prelude/trsock.py")),
    ("asyncio.selector_events", include_str!("prelude/selector_events.py")),
    ("asyncio.staggered", include_str!("prelude/staggered.py")),
    ("asyncio.streams", include_str!("prelude/streams.py")),
    ("asyncio.subprocess", include_str!("prelude/subprocess.py")),
    ("asyncio.taskgroups", include_str!("prelude/taskgroups.py")),
    ("asyncio.tasks", include_str!("prelude/tasks.py")),
    ("asyncio.threads", include_str!("prelude/threads.py")),
    ("asyncio.timeouts", include_str!("prelude/timeouts.py")),
    ("asyncio.transports", include_str!("prelude/transports.py")),
    ("asyncio.unix_events", include_str!("prelude/unix_events.py")),
    ("_workers", include_str!("prelude/workers.py")),
    ("concurrent", include_str!("prelude/concurrent.py")),
    ("concurrent.futures", include_str!("prelude/concurrent_futures.py")),
    ("concurrent.futures._base", include_str!("prelude/concurrent_base.py")),
    ("concurrent.futures.process", include_str!("prelude/concurrent_process.py")),
    ("concurrent.futures.thread", include_str!("prelude/concurrent_thread.py")),
    ("contextvars", include_str!("prelude/contextvars.py")),
    ("_network", include_str!("prelude/network/endpoints.py")),
    ("_network_datagrams", include_str!("prelude/network/datagrams.py")),
    ("_network_epoll", include_str!("prelude/network/epoll.py")),
    ("_network_host", include_str!("prelude/network/host.py")),
    ("_network_streams", include_str!("prelude/network/streams.py")),
    ("_socket", include_str!("prelude/network/sockets.py")),
    ("_socket_files", include_str!("prelude/network/files.py")),
    ("_socket_names", include_str!("prelude/network/names.py")),
    ("select", include_str!("prelude/network/select.py")),
    ("selectors", include_str!("prelude/network/selectors.py")),
    ("socket", include_str!("prelude/network/socket.py")),
];

/// The Python source of a module.
pub fn source_of(name: &str) -> Option<&'static str> {
    SOURCES.iter().find(|(module, _)| *module == name).map(|(_, text)| *text)
}

/// Makes asyncio importable on a machine.
pub fn install(machine: &mut Machine) {
    let object = machine.types.object.clone();
    let define = |name, layout| machine.types.define(name, Layout::Native(layout), &object, false);
    let future = machine.types.define("Future", Layout::Native("Future"), &object, true);
    let handle = define("Handle", "Handle");
    let classes = Classes {
        task: machine.types.define("Task", Layout::Native("Future"), &future, true),
        timer_handle: machine.types.define("TimerHandle", Layout::Native("Handle"), &handle, false),
        thread_safe_handle: machine.types.define(
            "_ThreadSafeHandle",
            Layout::Native("Handle"),
            &handle,
            false,
        ),
        step_wrapper: machine.types.define("TaskStepMethWrapper", Layout::Native("Step"), &object, false),
        event_loop: machine.types.define("BaseEventLoop", Layout::Native("EventLoop"), &object, true),
        parked: machine.types.define("_Parked", Layout::Native("Parked"), &object, false),
        context: define("Context", "Context"),
        context_var: define("ContextVar", "ContextVar"),
        token: define("Token", "Token"),
        future,
        handle,
    };
    for (class, module) in [
        (&classes.future, "_asyncio"),
        (&classes.task, "_asyncio"),
        (&classes.handle, "asyncio.events"),
        (&classes.timer_handle, "asyncio.events"),
        (&classes.thread_safe_handle, "asyncio.events"),
        (&classes.step_wrapper, "_asyncio"),
        (&classes.event_loop, "asyncio.base_events"),
        (&classes.context, "_contextvars"),
        (&classes.context_var, "_contextvars"),
        (&classes.token, "_contextvars"),
    ] {
        class.dict.set(names::module, Value::str(module));
    }
    machine.types.named("FutureIter").dict.set(names::module, Value::str("_asyncio"));
    let asyncio = Asyncio::of(machine);
    asyncio.classes.replace(Some(Rc::new(classes)));
    crate::context::install_classes(machine);
    crate::loop_methods::install_classes(machine);
    crate::future_methods::install_classes(machine);
    crate::handle::install_classes(machine);
    crate::task::install_classes(machine);
    for (name, text) in SOURCES {
        let native = if *name == "asyncio" { Some(fill_package as _) } else { None };
        machine.modules.register(name, ModuleSource { native, python: Some(text) });
    }
    machine.modules.register("_asyncio", ModuleSource { native: Some(fill), python: None });
    machine.modules.register(
        "_contextvars",
        ModuleSource { native: Some(crate::context::install_module), python: None },
    );
}

fn fill_package(_: &mut Machine, dict: &Rc<Dict>) {
    dict.set_str("__all__", crate::package::all_names());
}

fn fill(machine: &mut Machine, dict: &Rc<Dict>) {
    let asyncio = Asyncio::of(machine);
    let classes = asyncio.classes();
    for class in [&classes.future, &classes.task, &classes.handle, &classes.timer_handle, &classes.event_loop]
    {
        dict.set(class.name(), Value::Class(class.clone()));
    }
    dict.set_str("CancelledError", Value::Class(asyncio.cancelled_error(machine)));
    dict.set_str("InvalidStateError", Value::Class(asyncio.invalid_state_error(machine)));
    dict.set_str("_Parked", Value::Class(classes.parked.clone()));
    dict.set_str("_pause", crate::pause::object(machine));
    dict.set_str("_Primitive", Value::Class(crate::primitive::define(machine)));
    table::functions(
        dict,
        "_asyncio",
        &[
            ("_source_line", crate::texts::source_line),
            ("_place", crate::texts::place),
            ("_format_stack", crate::texts::format_stack),
            ("_log_error", crate::report::log_error),
            ("_log_warning", crate::report::log_warning),
            ("_log_selector", crate::report::log_selector),
            ("_package_getattr", crate::package::getattr),
            ("_package_dir", crate::package::dir),
            ("get_running_loop", get_running_loop),
            ("_get_running_loop", raw_running_loop),
            ("_set_running_loop", set_running_loop),
            ("_get_set_loop", get_set_loop),
            ("set_event_loop", set_event_loop),
            ("current_task", current_task),
            ("all_tasks", all_tasks),
            ("_pending_tasks", listed_tasks),
            ("isfuture", crate::foreign::is_future),
            ("iscoroutine", is_coroutine),
            ("future_add_to_awaited_by", add_awaited_by),
            ("future_discard_from_awaited_by", discard_awaited_by),
            ("_enter_task", crate::current::enter_task),
            ("_leave_task", crate::current::leave_task),
            ("_register_task", crate::current::register_task),
            ("_unregister_task", crate::current::unregister_task),
            ("_swap_current_task", crate::current::swap_current_task),
            ("_next_task_name", next_task_name),
            ("_arrive", crate::workers::arrive),
            ("_last_arrival", crate::workers::last_arrival),
            ("_wait_for_arrival", crate::workers::wait_for_arrival),
            ("_enter_worker", crate::workers::enter_worker),
            ("_leave_worker", crate::workers::leave_worker),
            ("_in_worker", crate::workers::in_worker),
            ("_run_thread", crate::workers::run_thread),
            ("_park_thread", crate::workers::park_thread),
            ("_resume_thread", crate::workers::resume_thread),
            ("_set_sleep", crate::workers::set_sleep),
            ("_pass_time", crate::workers::pass_time),
            ("_is_patient", crate::workers::is_patient),
            ("_thread_name", crate::workers::thread_name),
            ("_clock", crate::workers::clock),
            ("_has_arrivals", crate::watching::has_arrivals),
            ("_waits_forever", crate::watching::waits_forever),
            ("_are_plain", crate::gathering::are_plain),
            ("_begin_children", crate::gathering::begin_children),
            ("_count_off", crate::gathering::count_off),
            ("_outcomes", crate::gathering::outcomes),
            ("_put_at_once", crate::quick_queue::put_at_once),
            ("_get_at_once", crate::quick_queue::get_at_once),
            ("_wait_for_place", crate::quick_queue::wait_for_place),
            ("_wait_for_item", crate::quick_queue::wait_for_item),
        ],
    );
}

fn get_running_loop(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    function(args, "_asyncio.get_running_loop").none()?;
    let running = Asyncio::of(machine).running_loop.borrow().clone();
    if running.is_null() { raise(Exc::RuntimeError, "no running event loop") } else { done(running) }
}

fn raw_running_loop(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    function(args, "_asyncio._get_running_loop").none()?;
    done(Asyncio::of(machine).running_loop.borrow().clone().or_none())
}

fn set_running_loop(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let value = args.positional.first().cloned().unwrap_or(Value::None);
    Asyncio::of(machine).running_loop.replace(if value.is_none() { Value::Null } else { value });
    done(Value::None)
}

fn get_set_loop(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Asyncio::of(machine).set_loop.borrow().clone().or_none())
}

fn set_event_loop(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let value = args.positional.first().cloned().unwrap_or(Value::None);
    Asyncio::of(machine).set_loop.replace(if value.is_none() { Value::Null } else { value });
    done(Value::None)
}

fn optional_loop(machine: &mut Machine, args: &Args) -> PyResult<Value> {
    let given =
        args.positional.first().cloned().or_else(|| args.keywords.first().map(|(_, value)| value.clone()));
    match given {
        Some(value) if !value.is_none() => Ok(value),
        _ => {
            let running = Asyncio::of(machine).running_loop.borrow().clone();
            if running.is_null() { raise(Exc::RuntimeError, "no running event loop") } else { Ok(running) }
        }
    }
}

fn current_task(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::optional(args, "current_task", "loop")?;
    let event_loop = optional_loop(machine, args)?;
    let asyncio = Asyncio::of(machine);
    if asyncio.running_loop.borrow().is(&event_loop) {
        return done(asyncio.current_task.borrow().clone().or_none());
    }
    done(Value::None)
}

/// The tasks of a loop that are not done, in order of creation.
fn pending_tasks(machine: &mut Machine, event_loop: &Value) -> Vec<Value> {
    let mut tasks: Vec<Value> = Asyncio::of(machine).live_tasks().into_iter().map(Value::Instance).collect();
    tasks.retain(|task| {
        as_future(task).is_some_and(|future| !future.is_done() && future.loop_object.borrow().is(event_loop))
    });
    tasks
}

fn all_tasks(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::optional(args, "all_tasks", "loop")?;
    let event_loop = optional_loop(machine, args)?;
    let set = Rc::new(loopglass_python::set::Set::new(false));
    let foreign = crate::current::foreign_tasks(machine, &event_loop)?;
    for task in pending_tasks(machine, &event_loop).into_iter().chain(foreign) {
        machine.set_insert(&set, task)?;
    }
    done(Value::Set(set))
}

/// `_pending_tasks(loop)`: the same as a list, in order of creation.
fn listed_tasks(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let event_loop = optional_loop(machine, args)?;
    done(Value::list(pending_tasks(machine, &event_loop)))
}

fn is_coroutine(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::single(args, "iscoroutine", "obj")?;
    done(crate::task::is_coroutine(&arity::sole(args)))
}

fn add_awaited_by(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let [future, waiter] = &args.positional[..]
        && let Some(data) = as_future(future)
        && as_future(waiter).is_some()
    {
        data.awaited_by.borrow_mut().push(waiter.clone());
    }
    done(Value::None)
}

fn discard_awaited_by(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let [future, waiter] = &args.positional[..] {
        no_longer_awaited_by(future, waiter);
    }
    done(Value::None)
}

/// Takes a task from those that await a future.
pub fn no_longer_awaited_by(future: &Value, waiter: &Value) {
    if let Some(data) = as_future(future) {
        let mut all = data.awaited_by.borrow_mut();
        let found = all.iter().position(|known| known.is(waiter));
        let gone = found.map(|at| all.remove(at));
        drop(all);
        drop(gone);
    }
}

fn next_task_name(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Asyncio::of(machine).task_name())
}
