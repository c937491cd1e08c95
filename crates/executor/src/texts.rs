//! `repr` of futures, tasks and handles, as CPython's `base_futures`, `base_tasks` and `format_helpers` write it.

use loopglass_python::error::PyResult;
use loopglass_python::generator::State as GeneratorState;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::value::Value;

use crate::future::{FutureData, State, as_future};
use crate::handle::{Callback, as_handle};
use crate::task::as_task;

fn text(machine: &mut Machine, value: &Value) -> PyResult<String> {
    let text = machine.repr_of(value)?;
    Ok(text.as_str().map_or_else(String::new, |text| text.as_str().to_string()))
}

/// A short name of a future for labels of callbacks bound to it.
pub fn short_name(future: &FutureData) -> String {
    match &future.task {
        Some(task) => task.name.borrow().as_str().map_or_else(String::new, |name| name.as_str().to_string()),
        None => "future".to_string(),
    }
}

/// `format_helpers._format_callback_source` of a callable, without arguments.
fn callable_text(machine: &mut Machine, callable: &Value) -> PyResult<String> {
    Ok(match callable {
        Value::Function(function) => {
            let name = function
                .qualname
                .borrow()
                .as_str()
                .map_or_else(String::new, |name| name.as_str().to_string());
            format!("{name}() at {}:{}", function.code.file, function.code.first_line)
        }
        Value::Method(method) => {
            let function = method.function.clone();
            callable_text(machine, &function)?
        }
        Value::Native(native) if !native.receiver.is_null() => {
            let owner = native.owner.rsplit('.').next().unwrap_or_default();
            if owner.is_empty() { format!("{}()", native.name) } else { format!("{owner}.{}()", native.name) }
        }
        Value::Native(native) => format!("{}()", native.name),
        other => text(machine, other)? + "()",
    })
}

/// What a callback is called in `Exception in callback …`.
pub fn callback_text(machine: &mut Machine, callback: &Callback) -> String {
    match callback {
        Callback::Step(..) => "TaskStepMethWrapper()".to_string(),
        Callback::Wakeup(..) => "Task.task_wakeup()".to_string(),
        Callback::Call(callable, args) => {
            let mut shown = Vec::new();
            for value in args {
                shown.push(loopglass_python::picture::bounded_repr(machine, value));
            }
            let list = shown.join(", ");
            match callable {
                Value::Function(function) => {
                    let name = function.code.qualname;
                    format!("{name}({list}) at {}:{}", function.code.file, function.code.first_line)
                }
                Value::Method(method) => {
                    callback_text(machine, &Callback::Call(method.function.clone(), args.clone()))
                }
                Value::Native(native) => format!("{}({list})", native.name),
                other => format!("{}({list})", loopglass_python::picture::bounded_repr(machine, other)),
            }
        }
        Callback::Nothing => "None".to_string(),
    }
}

fn callbacks_text(machine: &mut Machine, future: &FutureData) -> PyResult<Option<String>> {
    let callbacks: Vec<Callback> =
        future.callbacks.borrow().iter().map(|entry| entry.callback.clone()).collect();
    if callbacks.is_empty() {
        return Ok(None);
    }
    let mut shown = Vec::new();
    for callback in &callbacks {
        shown.push(match callback {
            Callback::Call(callable, _) => callable_text(machine, callable)?,
            Callback::Wakeup(..) => "Task.task_wakeup()".to_string(),
            _ => "Task.__step()".to_string(),
        });
    }
    let count = shown.len();
    Ok(Some(match &shown[..] {
        [first, _, .., last] if count > 2 => format!("cb=[{first}, <{} more>, {last}]", count - 2),
        all => format!("cb=[{}]", all.join(", ")),
    }))
}

/// The parts after the state: result or exception, callbacks.
fn info(machine: &mut Machine, future: &FutureData) -> PyResult<Vec<String>> {
    let mut parts = Vec::new();
    if future.state.get() == State::Finished {
        let exception = future.exception.borrow().clone();
        if exception.is_null() {
            let result = future.result.borrow().clone();
            parts.push(format!("result={}", shorten(&text(machine, &result)?)));
        } else {
            parts.push(format!("exception={}", text(machine, &exception)?));
        }
    }
    parts.extend(callbacks_text(machine, future)?);
    Ok(parts)
}

/// `reprlib.repr` of a text that is already a `repr`, as far as strings go: the middle of a long one left out.
fn shorten(text: &str) -> String {
    const LIMIT: usize = 30;
    let quoted = text.starts_with('\'') || text.starts_with('"');
    let count = text.chars().count();
    if !quoted || count <= LIMIT {
        return text.to_string();
    }
    let chars: Vec<char> = text.chars().collect();
    let left = (LIMIT - 3) / 2;
    let right = LIMIT - 3 - left;
    let head: String = chars[..left].iter().collect();
    let tail: String = chars[count - right..].iter().collect();
    format!("{head}...{tail}")
}

/// `Future.__repr__`
pub fn future_repr(machine: &mut Machine, object: &Value) -> PyResult<Flow> {
    let Some(future) = as_future(object) else { return done("<Future>") };
    let name = machine.types.name_of(object);
    let mut parts = vec![future.state.get().name().to_lowercase()];
    parts.extend(info(machine, future)?);
    done(format!("<{name} {}>", parts.join(" ")))
}

/// `Task.__repr__`
pub fn task_repr(machine: &mut Machine, object: &Value) -> PyResult<Flow> {
    let Some((future, task)) = as_task(object) else { return done("<Task>") };
    let class = machine.types.name_of(object);
    let mut state = future.state.get().name().to_lowercase();
    if task.cancel_requests.get() > 0 && !future.is_done() {
        state = "cancelling".to_string();
    }
    let mut parts = vec![state];
    let name = task.name.borrow().clone();
    parts.push(format!("name={}", text(machine, &name)?));
    let coroutine = task.coroutine.borrow().clone();
    if !coroutine.is_null() {
        parts.push(format!("coro=<{}>", coroutine_text(machine, &coroutine)?));
    }
    let waiter = task.waiter.borrow().clone();
    if !waiter.is_null() {
        parts.push(format!("wait_for={}", text(machine, &waiter)?));
    }
    parts.extend(info(machine, future)?);
    done(format!("<{class} {}>", parts.join(" ")))
}

/// `coroutines._format_coroutine`
pub fn coroutine_text(machine: &mut Machine, coroutine: &Value) -> PyResult<String> {
    let Value::Generator(generator) = coroutine else {
        return Ok(format!("{}()", machine.types.name_of(coroutine)));
    };
    let name =
        generator.qualname.borrow().as_str().map_or_else(String::new, |name| name.as_str().to_string());
    let file = generator.code.file.clone();
    let line = generator.frame.borrow().as_ref().map(|frame| frame.current_line());
    Ok(match (generator.state.get(), line) {
        (GeneratorState::Running, _) => {
            let running = machine.running_line(generator).unwrap_or(generator.code.first_line);
            format!("{name}() running at {file}:{running}")
        }
        (GeneratorState::Closed, _) | (_, None) => {
            format!("{name}() done, defined at {file}:{}", generator.code.first_line)
        }
        (GeneratorState::Created, Some(_)) => {
            format!("{name}() running at {file}:{}", generator.code.first_line)
        }
        (_, Some(line)) => format!("{name}() running at {file}:{line}"),
    })
}

/// `Handle.__repr__`
pub fn handle_repr(machine: &mut Machine, object: &Value) -> PyResult<Flow> {
    let Some(handle) = as_handle(object) else { return done("<Handle>") };
    let mut parts = vec![machine.types.name_of(object).to_string()];
    if handle.cancelled.get() {
        parts.push("cancelled".to_string());
    }
    if let Some(when) = handle.when {
        parts.push(format!("when={}", loopglass_python::text::float::repr(when)));
    }
    let callback = handle.callback.borrow().clone();
    if crate::report::is_live(&callback) {
        parts.push(callback_text(machine, &callback));
    }
    done(format!("<{}>", parts.join(" ")))
}
