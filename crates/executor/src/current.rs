//! What a task that is not of this crate tells asyncio: that it exists, and when its step begins and ends
//! (`_register_task`, `_enter_task` and their counterparts).

use std::rc::{Rc, Weak};

use loopglass_python::error::{Exc, PyResult, raise, type_error};
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::Sym;
use loopglass_python::value::Value;

use crate::state::Asyncio;
use crate::texts::text_of;

fn task_argument(args: &Args) -> PyResult<Value> {
    match args.positional.get(1).or_else(|| args.keywords.first().map(|(_, task)| task)) {
        Some(task) => Ok(task.clone()),
        None => type_error("a task was expected"),
    }
}

/// That the loop which is given runs.
fn check_running(machine: &mut Machine, args: &Args) -> PyResult<()> {
    let event_loop = args.positional.first().cloned().unwrap_or(Value::None);
    if Asyncio::of(machine).running_loop.borrow().is(&event_loop) {
        return Ok(());
    }
    let text = text_of(machine, &event_loop)?;
    raise(Exc::RuntimeError, format!("loop {text} is not the running loop"))
}

/// `_enter_task(loop, task)`
pub fn enter_task(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let task = task_argument(args)?;
    check_running(machine, args)?;
    let asyncio = Asyncio::of(machine);
    let current = asyncio.current_task.borrow().clone();
    if !current.is_null() {
        let (task, current) = (text_of(machine, &task)?, text_of(machine, &current)?);
        let message =
            format!("Cannot enter into task {task} while another task {current} is being executed.");
        return raise(Exc::RuntimeError, message);
    }
    asyncio.current_task.replace(task);
    done(Value::None)
}

/// `_leave_task(loop, task)`
pub fn leave_task(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let task = task_argument(args)?;
    check_running(machine, args)?;
    let asyncio = Asyncio::of(machine);
    let current = asyncio.current_task.borrow().clone();
    if !current.is(&task) {
        let (task, current) = (text_of(machine, &task)?, text_of(machine, &current.or_none())?);
        let message = format!("Invalid attempt to leave task {task} while task {current} is entered.");
        return raise(Exc::RuntimeError, message);
    }
    let _left = asyncio.current_task.replace(Value::Null);
    done(Value::None)
}

/// `_swap_current_task(loop, task)`: gives the task that was current.
pub fn swap_current_task(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let task = task_argument(args)?;
    check_running(machine, args)?;
    let task = if task.is_none() { Value::Null } else { task };
    done(Asyncio::of(machine).current_task.replace(task).or_none())
}

/// `_register_task(task)`: tasks of this crate are known anyway.
pub fn register_task(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(Value::Instance(task)) = args.positional.first()
        && crate::future::as_future(&args.positional[0]).is_none()
    {
        let asyncio = Asyncio::of(machine);
        let mut known = asyncio.foreign_tasks.borrow_mut();
        known.retain(|other| other.strong_count() > 0 && !std::ptr::eq(other.as_ptr(), Rc::as_ptr(task)));
        known.push(Rc::downgrade(task));
    }
    done(Value::None)
}

/// `_unregister_task(task)`
pub fn unregister_task(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(Value::Instance(task)) = args.positional.first() {
        let asyncio = Asyncio::of(machine);
        asyncio.foreign_tasks.borrow_mut().retain(|other| !std::ptr::eq(other.as_ptr(), Rc::as_ptr(task)));
    }
    done(Value::None)
}

/// The tasks of the script's own kind that belong to a loop and are not done; may ask.
pub fn foreign_tasks(machine: &mut Machine, event_loop: &Value) -> PyResult<Vec<Value>> {
    let known: Vec<_> =
        Asyncio::of(machine).foreign_tasks.borrow().iter().filter_map(Weak::upgrade).collect();
    let mut found = Vec::new();
    for task in known.into_iter().map(Value::Instance) {
        let done = machine.get_attribute(&task, Sym::new("done"))?;
        let done = machine.ask(&done, Args::none())?;
        if machine.truth(&done)? {
            continue;
        }
        if crate::foreign::loop_of(machine, &task)?.is(event_loop) {
            found.push(task);
        }
    }
    Ok(found)
}
