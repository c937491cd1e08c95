//! The module `_build`: functions made from Python text of ours at run time, as `dataclasses` and
//! `collections.namedtuple` do, so that calls are bound and refused as for any function.

use std::rc::Rc;

use crate::builtins::install::functions;
use crate::dict::Dict;
use crate::error::{PyResult, type_error};
use crate::frame::Frame;
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

/// Fills the module's names.
pub fn fill(_: &mut Machine, dict: &Rc<Dict>) {
    functions(
        dict,
        "_build",
        &[
            ("run", run),
            ("caller_globals", caller_globals),
            ("caller_place", caller_place),
            ("caller_function", caller_function),
            ("source_lines", source_lines),
        ],
    );
}

/// `run(text, globals)`: runs the text as a module of ours would run, with these globals.
fn run(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [Value::Str(text), Value::Dict(globals)] = &args.positional[..] else {
        return type_error("run() takes a text and a dict");
    };
    let code = machine.hidden_code("string", text.as_str())?;
    let frame = machine.module_frame(code, globals.clone());
    machine.frames.push(Frame::Script(frame));
    Ok(Flow::Pushed)
}

/// The globals of the script's function that called into the library.
fn caller_globals(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    let globals = machine.script_caller().map(|frame| frame.globals.clone());
    done(Value::Dict(globals.unwrap_or_else(|| machine.main.clone())))
}

/// `caller_place(level)`: file, line and module of the script's function that called into the library, or of
/// one that many levels further out.
fn caller_place(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let level = match args.positional.first() {
        Some(level) => machine.index(level)?.max(1) as usize,
        None => 1,
    };
    let frames = machine.call_stack().iter().rev();
    let mut script = frames.filter_map(|frame| match frame {
        Frame::Script(frame) if frame.traced => Some((frame.current_line(), frame.globals.clone())),
        _ => None,
    });
    let Some((line, globals)) = script.nth(level - 1) else {
        return done(Value::tuple(vec![Value::str("<sys>"), Value::Int(0), Value::str("sys")]));
    };
    let module = globals.get_str("__name__").unwrap_or_else(|| Value::str("<string>"));
    let file = Value::string(machine.settings.file.clone());
    done(Value::tuple(vec![file, Value::Int(i64::from(line)), module]))
}

/// `source_lines(file)`: the lines of the script, each with its end; none for other files.
fn source_lines(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let file = args.positional.first().and_then(Value::as_str);
    if file.is_none_or(|file| file.as_str() != machine.settings.file) {
        return done(Value::list(Vec::new()));
    }
    let lines = machine.recorder.trace.source().split_inclusive('\n');
    let lines: Vec<Value> = lines.map(Value::str).collect();
    done(Value::list(lines))
}

/// `caller_function(level)`: the name of the function that [`caller_place`] tells the place of.
fn caller_function(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let level = match args.positional.first() {
        Some(level) => machine.index(level)?.max(1) as usize,
        None => 1,
    };
    let mut script = machine.call_stack().iter().rev().filter_map(|frame| match frame {
        Frame::Script(frame) if frame.traced => Some(frame.code.name),
        _ => None,
    });
    done(script.nth(level - 1).map_or(Value::str("<sys>"), |name| Value::Str(name.key())))
}
