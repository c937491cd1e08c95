//! What is written to stderr: uncaught exceptions, what finalizers raised, and warnings.

use std::cell::RefCell;
use std::collections::BTreeSet;

use loopglass_trace::Stream;

use crate::error::{Exc, PyResult};
use crate::frame::{Frame, NativeFrame, Outcome};
use crate::function::Args;
use crate::machine::exception::exception_field;
use crate::machine::finalize::Waiting;
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::text::traceback::format_stack;
use crate::value::Value;

use super::report::{Options, class_text, format_exception, frames_of, safe_str};
use super::stream::as_standard;

/// Writes an uncaught exception with its traceback to stderr, and decides the exit status. Where the script's
/// own `__str__` must be called for it, frames are pushed: the machine is to be run until it is done.
pub fn print_uncaught(machine: &mut Machine, exception: &Value) {
    // Nothing is left to tell it to, should even this fail.
    let _flow = machine.call_native(print_native, Args::one(exception.clone()));
}

fn print_native(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let exception = &args.positional[0];
    if machine.is_exception(exception, Exc::SystemExit) {
        return exit(machine, exception);
    }
    match own_hook(machine) {
        None => {
            let limit = traceback_limit(machine);
            let lines = format_exception(machine, exception, Options { limit, ..Options::default() })?;
            print_error(machine, &lines.concat())?;
        }
        Some(hook) => {
            let args = Args::three(
                Value::Class(machine.types.of(exception)),
                exception.clone(),
                machine.traceback_value(exception),
            );
            match machine.ask_call_caught(&hook, args)? {
                Err(failure) if machine.is_exception(&failure, Exc::SystemExit) => {
                    return exit(machine, &failure);
                }
                Err(failure) => tell_of_hook(machine, &failure, exception)?,
                Ok(_) => {}
            }
        }
    }
    machine.status = Some(if machine.is_exception(exception, Exc::KeyboardInterrupt) { 130 } else { 1 });
    done(Value::None)
}

/// `sys.tracebacklimit` as a limit on the entries: what an uncaught exception shows are the innermost ones.
fn traceback_limit(machine: &Machine) -> Option<i64> {
    match own_attribute(machine, "tracebacklimit")?.base_value() {
        Value::Int(limit) => Some(-(*limit).max(0)),
        Value::Bool(limit) => Some(-i64::from(*limit)),
        _ => None,
    }
}

/// `sys.excepthook`, where the script has set its own.
fn own_hook(machine: &Machine) -> Option<Value> {
    let Some(Value::Instance(sys)) = machine.modules.loaded("sys") else { return None };
    let hook = sys.get(Sym::new("excepthook"))?;
    let usual = sys.get(Sym::new("__excepthook__")).is_some_and(|usual| usual.is(&hook));
    let native = matches!(&hook, Value::Native(native) if native.name == Sym::new("excepthook"));
    (!usual && !native).then_some(hook)
}

/// The script's hook failed itself.
fn tell_of_hook(machine: &mut Machine, failure: &Value, exception: &Value) -> PyResult<()> {
    let failure = format_exception(machine, failure, Options::default())?.concat();
    let original = format_exception(machine, exception, Options::default())?.concat();
    let text = format!("Error in sys.excepthook:\n{failure}\nOriginal exception was:\n{original}");
    print_error(machine, &text)
}

/// What a SystemExit comes to: a number is the status, anything else is printed.
fn exit(machine: &mut Machine, exception: &Value) -> PyResult<Flow> {
    let code = exception_field(exception, names::code_name).unwrap_or(Value::None);
    let status = match code.base_value() {
        Value::None => 0,
        Value::Bool(value) => u8::from(*value),
        Value::Int(value) => (*value & 0xff) as u8,
        Value::Big(_) => u8::MAX,
        _ => {
            let text = safe_str(machine, &code, "exit code")?;
            print_error(machine, &format!("{text}\n"))?;
            1
        }
    };
    machine.status = Some(status);
    done(Value::None)
}

/// What was going on when an exception came up that nobody can catch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doing {
    /// `__del__`
    Deallocating,
    /// Closing a generator, coroutine or asynchronous generator.
    Closing,
    /// The hook that finalizes asynchronous generators.
    Finalizing,
    /// A weak reference's callback.
    WeakCallback,
    /// Warning of a coroutine that was never awaited.
    FinalizingCoroutine,
    /// Warning of an `asend`, `athrow` or `aclose` that was never awaited.
    FinalizingMethod,
}

impl Doing {
    fn words(self) -> &'static str {
        match self {
            Doing::Deallocating => "calling deallocator",
            Doing::Closing => "closing generator",
            Doing::Finalizing => "finalizing generator",
            Doing::WeakCallback => "calling weakref callback",
            Doing::FinalizingCoroutine => "finalizing coroutine",
            Doing::FinalizingMethod => "finalizing async generator",
        }
    }
}

/// Below a report: puts back the outcome that waited meanwhile.
struct PutBack(Waiting);

impl NativeFrame for PutBack {
    fn resume(self: Box<Self>, machine: &mut Machine, _: Outcome) -> PyResult<Flow> {
        self.0.put_back(machine);
        Ok(Flow::Pushed)
    }
}

/// Writes what a finalizer raised, as `sys.unraisablehook` does; the outcome that waits comes after it.
pub fn report_unraisable(
    machine: &mut Machine,
    doing: Doing,
    exception: Value,
    object: Value,
    waiting: Waiting,
) -> PyResult<Flow> {
    machine.frames.push(Frame::Native(Box::new(PutBack(waiting))));
    machine.call_native(unraisable_native, Args::three(exception, object, Value::str(doing.words())))
}

fn unraisable_native(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [exception, object, words] = &args.positional[..] else { return done(Value::None) };
    let shown = machine.ask_caught(repr_native, Args::one(object.clone()))?;
    let shown = match &shown {
        Ok(text) => text.as_str().map_or("", |text| text.as_str()),
        Err(_) => "<object repr() failed>",
    };
    let words = words.as_str().map_or("", |words| words.as_str());
    let said = format!("Exception ignored while {words} {shown}");
    if let Some(hook) = own_unraisable_hook(machine) {
        return ask_unraisable_hook(machine, &hook, exception, &said);
    }
    let mut text = format!("{said}:\n");
    let mut frames = frames_of(machine, &machine.traceback_value(exception), None);
    if !frames.is_empty() {
        text.push_str("Traceback (most recent call last):\n");
        // The interpreter's own printer knows no carets.
        frames.iter_mut().for_each(|frame| frame.columns = None);
        text.push_str(&format_stack(&frames).concat());
    }
    let message = safe_str(machine, exception, "exception")?;
    text.push_str(&format!("{}: {message}\n", class_text(machine, exception)));
    print_error(machine, &text)?;
    done(Value::None)
}

/// Writes to `sys.stderr`, which a script may have replaced; the last thing that a native function does, since it may ask.
pub fn print_error(machine: &mut Machine, text: &str) -> PyResult<()> {
    match own_attribute(machine, "stderr") {
        Some(Value::None) => {}
        Some(stream) if as_standard(&stream).is_none() => {
            let write = machine.get_attribute(&stream, Sym::new("write"))?;
            machine.ask(&write, Args::one(Value::str(text)))?;
        }
        stream => {
            let stream = stream.as_ref().and_then(as_standard).unwrap_or(Stream::Err);
            machine.recorder.print(stream, text);
        }
    }
    Ok(())
}

/// `[text]`: [`print_error`] as a native function.
pub fn print_error_native(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(text) = args.positional[0].as_str() {
        print_error(machine, text.as_str())?;
    }
    done(Value::None)
}

/// `sys._call_unraisablehook`, where the script has set a hook of its own.
fn own_unraisable_hook(machine: &Machine) -> Option<Value> {
    let hook = own_attribute(machine, "unraisablehook")?;
    let usual = own_attribute(machine, "__unraisablehook__")?;
    if hook.is(&usual) { None } else { own_attribute(machine, "_call_unraisablehook") }
}

fn own_attribute(machine: &Machine, name: &str) -> Option<Value> {
    let Some(Value::Instance(sys)) = machine.modules.loaded("sys") else { return None };
    sys.get(Sym::new(name))
}

fn ask_unraisable_hook(machine: &mut Machine, call: &Value, exception: &Value, said: &str) -> PyResult<Flow> {
    let args = Args::two(exception.clone(), Value::str(said));
    if let Err(failure) = machine.ask_call_caught(call, args)? {
        let failure = format_exception(machine, &failure, Options::default())?.concat();
        let hook = own_attribute(machine, "unraisablehook").unwrap_or_default();
        let hook = crate::machine::call::text_of(&machine.repr_of(&hook)?);
        let text = format!("Exception ignored in sys.unraisablehook: {}\n{failure}", hook.as_str());
        machine.recorder.print(Stream::Err, &text);
    }
    done(Value::None)
}

fn repr_native(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(machine.repr_of(&args.positional[0])?)
}

/// The warnings that were shown: one is shown once for each place.
#[derive(Default)]
struct Shown(RefCell<BTreeSet<(String, u32, String)>>);

/// What `warnings.warn` writes from where the script stands, with the default filters, if anything. Where the interpreter
/// would say more about an object's allocation, `of_object` is set.
pub fn warning_text(machine: &mut Machine, kind: Exc, message: &str, of_object: bool) -> Option<String> {
    if matches!(kind, Exc::PendingDeprecationWarning | Exc::ImportWarning | Exc::ResourceWarning) {
        return None;
    }
    let place = machine.script_caller().map(|frame| {
        let text = super::report::frame_text(machine, &frame.code, u32::MAX, frame.line);
        (text.file, text.line, text.source.first().map(|line| line.trim().to_string()).unwrap_or_default())
    });
    let at_exit = machine.is_module_gone();
    let (file, line, source) = place.unwrap_or_else(|| ("<sys>".to_string(), 0, String::new()));
    let shown = machine.extension::<Shown>();
    if !shown.0.borrow_mut().insert((file.clone(), line, message.to_string())) {
        return None;
    }
    let kind = kind.name();
    let mut text = format!("{file}:{line}: {kind}: {message}\n");
    if !source.is_empty() {
        text.push_str(&format!("  {source}\n"));
    }
    if of_object && !at_exit {
        text.push_str(&format!("{kind}: Enable tracemalloc to get the object allocation traceback\n"));
    }
    Some(text)
}

/// Warns from a native function, by the script's own filters once it has imported `warnings`; may ask.
pub fn warn_asking(machine: &mut Machine, kind: Exc, message: &str) -> PyResult<()> {
    let warner = match machine.modules.loaded("warnings") {
        Some(Value::Instance(warnings)) => warnings.get(Sym::new("_from_interpreter")),
        _ => None,
    };
    match warner {
        Some(warner) => {
            let kind = Value::Class(machine.types.exception(kind).clone());
            machine.ask(&warner, Args::two(Value::str(message), kind))?;
        }
        None => {
            let text = machine.once(|machine| {
                Ok(warning_text(machine, kind, message, false).map_or(Value::None, Value::string))
            })?;
            if let Some(text) = text.as_str() {
                print_error(machine, text.as_str())?;
            }
        }
    }
    Ok(())
}
