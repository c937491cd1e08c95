//! `asyncio.Task`: a future that drives a coroutine. The step itself is in `step.rs`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use loopglass_python::builtins::install;
use loopglass_python::class::{Instance, Payload};
use loopglass_python::error::{Exc, PyResult, raise, type_error};
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::Sym;
use loopglass_python::value::Value;
use loopglass_trace::{Event, FrameId, FutureKind};

use crate::arity;
use crate::context::{Context, context_argument, context_value};
use crate::event_loop::LoopData;
use crate::future::{FutureData, as_future, loop_argument};
use crate::handle::Callback;
use crate::state::Asyncio;
use crate::texts::text_of;

/// What makes a future a task.
#[derive(Default)]
pub struct TaskData {
    /// `_coro`
    pub coroutine: RefCell<Value>,
    /// The task's name, a `str`.
    pub name: RefCell<Value>,
    /// The context that it runs in.
    pub context: RefCell<Rc<Context>>,
    /// `_fut_waiter`, or Null.
    pub waiter: RefCell<Value>,
    /// `_must_cancel`
    pub must_cancel: Cell<bool>,
    /// `_num_cancels_requested`
    pub cancel_requests: Cell<u32>,
    /// `_log_destroy_pending`
    pub log_destroy_pending: Cell<bool>,
}

/// The task data of a value, with its future.
pub fn as_task(value: &Value) -> Option<(&FutureData, &TaskData)> {
    let future = as_future(value)?;
    future.task.as_ref().map(|task| (future, task))
}

fn this(args: &Args) -> PyResult<(&FutureData, &TaskData)> {
    match args.positional.first().and_then(as_task) {
        Some(pair) => Ok(pair),
        None => type_error("a Task was expected"),
    }
}

fn new_task(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Class(class)) = args.positional.first() else {
        return type_error("a class was expected");
    };
    let class = class.clone();
    let make = |_: &mut Machine| {
        let data = FutureData::blank(Some(TaskData::default()));
        Ok(Value::Instance(Instance::new(class, Payload::Native(Box::new(data)))))
    };
    machine.once(make).map(Flow::Value)
}

/// Whether a value can be driven by a task.
pub fn is_coroutine(value: &Value) -> bool {
    match value {
        Value::Generator(generator) => generator.is_coroutine(),
        Value::Iter(iter) => {
            use loopglass_python::iterator::IterState;
            matches!(&*iter.state.borrow(), IterState::AsyncStep(..) | IterState::OrDefault(..))
        }
        Value::Instance(instance) => {
            let has = |name| instance.class.lookup(Sym::new(name)).is_some();
            has("send") && has("throw") && has("close") && has("__await__")
        }
        _ => false,
    }
}

fn frame_of(coroutine: &Value) -> FrameId {
    match coroutine {
        Value::Generator(generator) => generator.frame_id.get().unwrap_or(FrameId(u32::MAX)),
        _ => FrameId(u32::MAX),
    }
}

fn init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(coroutine) = args.positional.get(1).cloned().or_else(|| arity::keyword(args, "coro")) else {
        return type_error("Task() missing required argument 'coro' (pos 1)");
    };
    let required = usize::from(args.positional.len() > 2);
    arity::named(args, "Task", (required, 1), &["coro", "loop", "name", "context", "eager_start"], 5)?;
    let loop_object = loop_argument(machine, arity::keyword(args, "loop"))?;
    if !is_coroutine(&coroutine) {
        let text = text_of(machine, &coroutine)?;
        return type_error(format!("a coroutine was expected, got {text}"));
    }
    let name = match arity::keyword(args, "name") {
        None | Some(Value::None) => None,
        Some(name) => Some(machine.str_of(&name)?),
    };
    let eager = match arity::keyword(args, "eager_start") {
        Some(value) => machine.truth(&value)?,
        None => false,
    };
    let context = context_argument(machine, arity::keyword(args, "context").as_ref())?;
    let event_loop = crate::scripted::loop_data(machine, &loop_object)?;
    begin(machine, &args.positional[0], &event_loop, (loop_object, coroutine, name, context.clone()))?;
    let (future, object) = (this(args)?.0, &args.positional[0]);
    if eager && event_loop.running.get() {
        return crate::step::eager_start(machine, object);
    }
    crate::scripted::call_soon(machine, future, Callback::Step(object.clone(), Value::Null), context)
}

/// Fills a task that is about to begin, and enters it among all.
fn begin(
    machine: &mut Machine,
    object: &Value,
    event_loop: &Rc<LoopData>,
    (loop_object, coroutine, name, context): (Value, Value, Option<Value>, Rc<Context>),
) -> PyResult<()> {
    let Some((future, task)) = as_task(object) else { return type_error("a Task was expected") };
    let asyncio = Asyncio::of(machine);
    let name = name.unwrap_or_else(|| Value::string(asyncio.task_name()));
    future.initialise(machine, loop_object, event_loop, FutureKind::Task);
    let name_id = machine.recorder.trace.text(name.as_str().map_or("", |name| name.as_str()));
    machine.recorder.event(Event::TaskCreated {
        task: future.number(),
        coroutine: frame_of(&coroutine),
        name: name_id,
    });
    task.coroutine.replace(coroutine);
    task.name.replace(name);
    task.context.replace(context);
    task.log_destroy_pending.set(true);
    if let Value::Instance(instance) = object {
        asyncio.register(instance);
    }
    Ok(())
}

/// `Task(coroutine, loop=loop)` for a loop that is open and whose `call_soon` is asyncio's own.
pub fn create_task(
    machine: &mut Machine,
    loop_object: &Value,
    event_loop: &Rc<LoopData>,
    coroutine: Value,
) -> PyResult<Value> {
    let asyncio = Asyncio::of(machine);
    let data = FutureData::blank(Some(TaskData::default()));
    let class = asyncio.classes().task.clone();
    let object = Value::Instance(Instance::new(class, Payload::Native(Box::new(data))));
    let context = asyncio.context.borrow().copy();
    begin(machine, &object, event_loop, (loop_object.clone(), coroutine, None, context.clone()))?;
    event_loop.call_soon(machine, Callback::Step(object.clone(), Value::Null), context);
    Ok(object)
}

/// `Task.cancel`
pub fn cancel(machine: &mut Machine, object: &Value, message: Value) -> PyResult<bool> {
    let Some((future, task)) = as_task(object) else { return type_error("a Task was expected") };
    future.log_traceback.set(false);
    if future.is_done() {
        return Ok(false);
    }
    // The waiter may be the script's own future with a `cancel` of its own: asked before anything changes.
    let waiter = task.waiter.borrow().clone();
    let record = |machine: &mut Machine| {
        task.cancel_requests.set(task.cancel_requests.get() + 1);
        let requests = task.cancel_requests.get();
        machine.recorder.event(Event::CancelRequested { task: future.number(), requests });
        Ok(Value::None)
    };
    machine.once(record)?;
    if !waiter.is_null() {
        let answer = cancel_any(machine, &waiter, message.clone())?;
        if machine.truth(&answer)? {
            return Ok(true);
        }
    }
    task.must_cancel.set(true);
    future.cancel_message.replace(message);
    Ok(true)
}

/// `waiter.cancel(msg=message)` of any future.
pub fn cancel_any(machine: &mut Machine, waiter: &Value, message: Value) -> PyResult<Value> {
    let method = machine.get_attribute(waiter, Sym::new("cancel"))?;
    let args = Args { keywords: vec![(Sym::new("msg"), message)], ..Args::default() };
    machine.ask(&method, args)
}

fn py_cancel(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "cancel", (0, 1), &["msg"], 1)?;
    let message =
        args.positional.get(1).cloned().or_else(|| arity::keyword(args, "msg")).unwrap_or(Value::None);
    done(cancel(machine, &args.positional[0], message)?)
}

fn py_cancelling(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::none(args, "cancelling")?;
    done(i64::from(this(args)?.1.cancel_requests.get()))
}

fn py_uncancel(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::none(args, "uncancel")?;
    let (future, task) = this(args)?;
    if task.cancel_requests.get() > 0 {
        let requests = task.cancel_requests.get() - 1;
        task.cancel_requests.set(requests);
        machine.recorder.event(Event::CancelTakenBack { task: future.number(), requests });
        if requests == 0 {
            task.must_cancel.set(false);
        }
    }
    done(i64::from(task.cancel_requests.get()))
}

fn py_get_name(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::none(args, "get_name")?;
    done(this(args)?.1.name.borrow().clone().or_none())
}

fn py_set_name(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::one(args, "set_name")?;
    let name = machine.str_of(&args.positional[1])?;
    let (future, task) = this(args)?;
    let text = name.as_str().map_or_else(String::new, |name| name.as_str().to_string());
    let text = machine.recorder.trace.text(&text);
    machine.recorder.event(Event::TaskRenamed { task: future.number(), name: text });
    let _old = task.name.replace(name);
    done(Value::None)
}

fn py_get_coro(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::none(args, "get_coro")?;
    done(this(args)?.1.coroutine.borrow().clone().or_none())
}

fn py_get_context(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::none(args, "get_context")?;
    let context = this(args)?.1.context.borrow().clone();
    done(context_value(machine, &context))
}

fn py_must_cancel(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.1.must_cancel.get())
}

fn py_waiter(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.1.waiter.borrow().clone().or_none())
}

fn py_log_destroy_pending(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.1.log_destroy_pending.get())
}

fn py_set_log_destroy_pending(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    crate::future_methods::refuse_deletion(args)?;
    let value = machine.truth(&args.positional[1])?;
    this(args)?.1.log_destroy_pending.set(value);
    done(Value::None)
}

fn refuse_set_result(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::one(args, "set_result")?;
    raise(Exc::RuntimeError, "Task does not support set_result operation")
}

fn refuse_set_exception(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::one(args, "set_exception")?;
    raise(Exc::RuntimeError, "Task does not support set_exception operation")
}

fn py_get_stack(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "get_stack", (0, 0), &["limit"], 1)?;
    let limit = arity::keyword(args, "limit").unwrap_or(Value::None);
    let args = Args::two(args.positional[0].clone(), limit);
    crate::texts::call_in(machine, "asyncio.base_tasks", "_task_get_stack", args)
}

fn py_print_stack(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    arity::named(args, "print_stack", (0, 0), &["limit", "file"], 2)?;
    let limit = arity::keyword(args, "limit").unwrap_or(Value::None);
    let file = arity::keyword(args, "file").unwrap_or(Value::None);
    let args = Args::three(args.positional[0].clone(), limit, file);
    crate::texts::call_in(machine, "asyncio.base_tasks", "_task_print_stack", args)
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    crate::texts::call_helper(machine, "_task_repr", Args::one(args.positional[0].clone()))
}

fn finalize(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    crate::report::finalize(machine, &args.positional[0])
}

/// Fills the class.
pub fn install_classes(machine: &mut Machine) {
    let class = Asyncio::of(machine).classes().task.clone();
    install::static_methods(&class, "Task", &[("__new__", new_task)]);
    install::methods(
        &class,
        "_asyncio.Task",
        &[
            ("cancel", py_cancel),
            ("cancelling", py_cancelling),
            ("uncancel", py_uncancel),
            ("get_name", py_get_name),
            ("set_name", py_set_name),
            ("get_coro", py_get_coro),
            ("get_context", py_get_context),
            ("get_stack", py_get_stack),
            ("print_stack", py_print_stack),
            ("set_result", refuse_set_result),
            ("set_exception", refuse_set_exception),
        ],
    );
    install::slots(&class, "_asyncio.Task", &[("__init__", init), ("__repr__", repr), ("__del__", finalize)]);
    install::getters(
        &class,
        "_asyncio.Task",
        &[("_coro", py_get_coro), ("_must_cancel", py_must_cancel), ("_fut_waiter", py_waiter)],
    );
    install::property(
        &class,
        "_asyncio.Task",
        "_log_destroy_pending",
        py_log_destroy_pending,
        py_set_log_destroy_pending,
    );
}
