//! `asyncio.__getattr__`: names of the package that are loaded when they are first asked for, and a plain answer
//! where a name needs a network or other programs.

use loopglass_python::error::{Exc, PyResult, raise};
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::Sym;
use loopglass_python::value::Value;

/// The modules that are loaded late, with their public names.
const LATER: &[(&str, &[&str])] = &[
    (
        "graph",
        &[
            "capture_call_graph",
            "format_call_graph",
            "print_call_graph",
            "FrameCallGraphEntry",
            "FutureCallGraph",
            "future_add_to_awaited_by",
            "future_discard_from_awaited_by",
        ],
    ),
    ("locks", &["Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier"]),
    (
        "protocols",
        &["BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol"],
    ),
    ("queues", &["Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown"]),
    (
        "streams",
        &[
            "StreamReader",
            "StreamWriter",
            "StreamReaderProtocol",
            "open_connection",
            "start_server",
            "open_unix_connection",
            "start_unix_server",
        ],
    ),
    ("server", &["Server"]),
    ("subprocess", &["create_subprocess_exec", "create_subprocess_shell"]),
    ("taskgroups", &["TaskGroup"]),
    ("threads", &["to_thread"]),
    ("timeouts", &["Timeout", "timeout", "timeout_at"]),
    (
        "transports",
        &[
            "BaseTransport",
            "ReadTransport",
            "WriteTransport",
            "Transport",
            "DatagramTransport",
            "SubprocessTransport",
        ],
    ),
    ("base_futures", &[]),
    ("base_tasks", &[]),
    ("constants", &[]),
    ("format_helpers", &[]),
    ("log", &[]),
    ("mixins", &[]),
    ("selector_events", &[]),
    ("staggered", &[]),
    ("trsock", &[]),
    ("unix_events", &[]),
];

/// The public names of the modules that are always loaded.
const ALWAYS: &[&str] = &[
    "BaseEventLoop",
    "iscoroutinefunction",
    "iscoroutine",
    "AbstractEventLoop",
    "AbstractServer",
    "Handle",
    "TimerHandle",
    "get_event_loop_policy",
    "set_event_loop_policy",
    "get_event_loop",
    "set_event_loop",
    "new_event_loop",
    "_set_running_loop",
    "get_running_loop",
    "_get_running_loop",
    "BrokenBarrierError",
    "InvalidStateError",
    "CancelledError",
    "TimeoutError",
    "IncompleteReadError",
    "LimitOverrunError",
    "SendfileNotAvailableError",
    "Future",
    "wrap_future",
    "isfuture",
    "Runner",
    "run",
    "Task",
    "create_task",
    "FIRST_COMPLETED",
    "FIRST_EXCEPTION",
    "ALL_COMPLETED",
    "wait",
    "wait_for",
    "as_completed",
    "sleep",
    "gather",
    "shield",
    "ensure_future",
    "run_coroutine_threadsafe",
    "current_task",
    "all_tasks",
    "create_eager_task_factory",
    "eager_task_factory",
    "_register_task",
    "_unregister_task",
    "_enter_task",
    "_leave_task",
    "SelectorEventLoop",
    "EventLoop",
];

/// Modules that need what is not here.
const REFUSED: &[(&str, &[&str])] = &[("TLS", &["sslproto"]), ("other programs", &["base_subprocess"])];

/// All public names, for `from asyncio import *`.
pub fn all_names() -> Value {
    let later = LATER.iter().flat_map(|(_, names)| names.iter());
    Value::list(ALWAYS.iter().chain(later).map(|name| Value::str(name)).collect())
}

/// `asyncio.__dir__()`: also what is loaded late.
pub fn dir(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    let mut names = match machine.modules.loaded("asyncio") {
        Some(Value::Instance(package)) => package.dict().keys(),
        _ => Vec::new(),
    };
    let later = LATER.iter().flat_map(|(module, names)| std::iter::once(module).chain(names.iter()));
    for name in later {
        if !names.iter().any(|known| known.as_str().is_some_and(|known| known.as_str() == *name)) {
            names.push(Value::str(name));
        }
    }
    done(Value::list(names))
}

/// `asyncio.__getattr__(name)`
pub fn getattr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(name) = args.positional.first().and_then(Value::as_str) else { return done(Value::None) };
    let name = name.as_str();
    for (part, names) in LATER {
        if name == *part {
            return done(machine.import(&format!("asyncio.{part}"))?);
        }
        if !names.contains(&name) {
            continue;
        }
        let module = machine.import(&format!("asyncio.{part}"))?;
        let package = machine.modules.loaded("asyncio");
        if let (Value::Instance(module), Some(Value::Instance(package))) = (&module, &package) {
            for name in *names {
                package.dict().set_str(name, module.dict().get_str(name).unwrap_or_default());
            }
            return done(module.dict().get_str(name).unwrap_or_default());
        }
    }
    if let "AbstractEventLoopPolicy" | "DefaultEventLoopPolicy" = name {
        let events = machine.import("asyncio.events")?;
        let found = machine.get_attribute(&events, Sym::new("_deprecated_policy"))?;
        return machine.call(&found, Args::one(Value::str(name)));
    }
    for (what, names) in REFUSED {
        if names.contains(&name) {
            let message = format!("asyncio.{name} needs {what}, and Loopglass has none");
            return raise(Exc::AttributeError, message);
        }
    }
    raise(Exc::AttributeError, format!("module 'asyncio' has no attribute '{name}'"))
}
