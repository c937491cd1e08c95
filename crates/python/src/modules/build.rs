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
    functions(dict, "_build", &[("run", run), ("caller_globals", caller_globals)]);
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
