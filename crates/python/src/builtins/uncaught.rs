//! What is written to stderr: uncaught exceptions, what finalizers raised, and warnings.

use loopglass_trace::Stream;

use crate::machine::Machine;
use crate::value::Value;

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
