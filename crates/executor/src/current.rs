//! What a task that is not of this crate tells asyncio: that it exists, and when its step begins and ends
//! (`_register_task`, `_enter_task` and their counterparts).

use loopglass_python::error::{Exc, PyResult, raise, type_error};
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::value::Value;

use crate::state::Asyncio;
use crate::texts::text_of;

fn task_argument(args: &Args) -> PyResult<Value> {
    match args.positional.get(1).or_else(|| args.keywords.first().map(|(_, task)| task)) {
        Some(task) => Ok(task.clone()),
        None => type_error("a task was expected"),
    }
}

/// `_enter_task(loop, task)`
pub fn enter_task(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let task = task_argument(args)?;
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

/// `_register_task(task)`: tasks of this crate are known anyway.
pub fn register_task(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Value::None)
}
