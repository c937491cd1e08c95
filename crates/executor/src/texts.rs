//! Texts of futures, tasks and handles. How they are put together is Python, in `prelude/format_helpers.py`; here is
//! what only Rust knows: where code stands, and what CPython calls that place.

use std::rc::Rc;

use loopglass_python::builtins::report::frame_text;
use loopglass_python::code::Origin;
use loopglass_python::error::PyResult;
use loopglass_python::frame::Frame;
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::Sym;
use loopglass_python::text::traceback::format_frame;
use loopglass_python::value::Value;

use crate::future::FutureData;

/// Where CPython keeps asyncio's sources.
const LIBRARY: &str = "/lib/python314.zip";

/// A short name of a future for labels of callbacks bound to it.
pub fn short_name(future: &FutureData) -> String {
    match &future.task {
        Some(task) => task.name.borrow().as_str().map_or_else(String::new, |name| name.as_str().to_string()),
        None => "future".to_string(),
    }
}

/// The `repr` of a value, as it stands in messages.
pub fn text_of(machine: &mut Machine, value: &Value) -> PyResult<String> {
    let text = machine.repr_of(value)?;
    Ok(text.as_str().map_or_else(String::new, |text| text.as_str().to_string()))
}

/// Calls a function of `asyncio.format_helpers`.
pub fn call_helper(machine: &mut Machine, name: &str, args: Args) -> PyResult<Flow> {
    call_in(machine, "asyncio.format_helpers", name, args)
}

/// Calls a function of one of our modules.
pub fn call_in(machine: &mut Machine, module: &str, name: &str, args: Args) -> PyResult<Flow> {
    let module = machine.import(module)?;
    let function = machine.get_attribute(&module, Sym::new(name))?;
    machine.call(&function, args)
}

/// As [`call_helper`], asking for the value.
pub fn ask_helper(machine: &mut Machine, name: &str, args: Args) -> PyResult<Value> {
    let module = machine.import("asyncio.format_helpers")?;
    let function = machine.get_attribute(&module, Sym::new(name))?;
    machine.ask(&function, args)
}

/// The place in CPython's sources that a line of ours stands for: a comment at the end of the line says which. The
/// script's own lines, and lines without such a comment, have none.
fn place_of(file: &str, line: u32) -> Option<(String, u32)> {
    let module = file.strip_prefix("<frozen ")?.strip_suffix('>')?;
    let text = crate::module::source_of(module)?.lines().nth(line.checked_sub(1)? as usize)?;
    let (_, place) = text.rsplit_once("# at ")?;
    Some((format!("{LIBRARY}/{}.py", module.replace('.', "/")), place.trim().parse().ok()?))
}

/// `_place(file, line)`: the place as CPython would name it.
pub fn place(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (Some(file), Some(Value::Int(line))) =
        (args.positional.first().and_then(Value::as_str), args.positional.get(1))
    else {
        return done(Value::tuple(args.positional.to_vec()));
    };
    let (file, line) = (file.as_str(), u32::try_from(*line).unwrap_or(0));
    let (file, line) = match place_of(file, line) {
        Some(place) => place,
        None => match file.strip_prefix("<frozen ").and_then(|file| file.strip_suffix('>')) {
            Some(module) => (format!("{LIBRARY}/{}.py", module.replace('.', "/")), line),
            None => (file.to_string(), line),
        },
    };
    done(Value::tuple(vec![Value::string(file), Value::Int(i64::from(line))]))
}

/// `_source_line(file, line)`: a line of the script.
pub fn source_line(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let (Some(file), Some(Value::Int(line))) =
        (args.positional.first().and_then(Value::as_str), args.positional.get(1))
        && let Some(text) = machine.text_of_file(file.as_str())
    {
        let index = usize::try_from(*line).unwrap_or(0).saturating_sub(1);
        return done(text.lines().nth(index).unwrap_or_default());
    }
    done("")
}

/// Where something is created, for debug mode: `(file, line, function, source)` of the frames on the call stack,
/// outermost first.
pub fn source_traceback(machine: &mut Machine) -> Value {
    let mut entries = Vec::new();
    for frame in machine.call_stack() {
        let Frame::Script(frame) = frame else { continue };
        let (code, line) = (&frame.code, frame.current_line());
        let (file, line, source) = match (frame.is_shown(), place_of(&code.file, line)) {
            (true, _) => {
                let text = frame_text(machine, code, u32::MAX, line);
                (text.file, text.line, text.source.join("\n").trim().to_string())
            }
            (false, Some((file, line))) if code.origin == Origin::Hidden => (file, line, String::new()),
            (false, _) => continue,
        };
        entries.push(Value::tuple(vec![
            Value::string(file),
            Value::Int(i64::from(line)),
            Value::string(code.name.to_string()),
            Value::string(source),
        ]));
    }
    Value::list(entries)
}

/// `_format_stack(entries)`: the text of such a list.
pub fn format_stack(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let entries = machine.collect(&args.positional.first().cloned().unwrap_or_default())?;
    let mut text = String::new();
    for entry in entries {
        let Value::Tuple(parts) = &entry else { continue };
        let part = |index: usize| {
            parts
                .get(index)
                .and_then(Value::as_str)
                .map_or_else(String::new, |part| part.as_str().to_string())
        };
        let line = match parts.get(1) {
            Some(Value::Int(line)) => u32::try_from(*line).unwrap_or(0),
            _ => 0,
        };
        let source: Rc<str> = part(3).into();
        text.push_str(&format_frame(&loopglass_python::text::traceback::FrameText {
            file: part(0),
            line,
            name: part(2),
            source: if source.is_empty() { Vec::new() } else { vec![source.to_string()] },
            columns: None,
        }));
    }
    done(text)
}
