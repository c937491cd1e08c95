//! Where coroutines are created (`cr_origin`), for scripts that track it and for loops in debug mode.

use crate::error::{PyResult, value_error};
use crate::frame::Frame;
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::text::traceback::{FrameText, format_frame};
use crate::value::Value;

/// `(file, line, function)` of the script's frames that lead to a call that is made now, innermost first.
pub fn of_caller(machine: &Machine) -> Value {
    let depth = usize::try_from(machine.origin_depth).unwrap_or(usize::MAX);
    let places = machine.call_stack().iter().rev().filter_map(|frame| match frame {
        Frame::Script(frame) if frame.is_shown() => Some(Value::tuple(vec![
            Value::str(&frame.code.file),
            Value::Int(i64::from(frame.current_line())),
            Value::str(&frame.code.name.to_string()),
        ])),
        _ => None,
    });
    Value::tuple(places.take(depth).collect())
}

/// What a warning says of such an origin, after its first line; nothing where it was not kept.
pub fn describe(machine: &Machine, origin: &Value) -> String {
    let Value::Tuple(places) = origin else { return String::new() };
    let mut text = String::from("\nCoroutine created at (most recent call last)\n");
    for place in places.iter().rev() {
        let Value::Tuple(parts) = place else { continue };
        let [file, Value::Int(line), name] = &parts[..] else { continue };
        let (Some(file), Some(name)) = (file.as_str(), name.as_str()) else { continue };
        let trace = &machine.recorder.trace;
        let index = usize::try_from(*line).unwrap_or(0).checked_sub(1);
        let source = index.filter(|_| file.as_str() == trace.file()).and_then(|index| {
            trace.source().lines().nth(index).map(str::trim).filter(|line| !line.is_empty())
        });
        text.push_str(&format_frame(&FrameText {
            file: file.as_str().to_string(),
            line: u32::try_from(*line).unwrap_or(0),
            name: name.as_str().to_string(),
            source: source.map(str::to_string).into_iter().collect(),
            columns: None,
        }));
    }
    text.truncate(text.trim_end_matches('\n').len());
    text
}

/// `sys.get_coroutine_origin_tracking_depth()`
pub fn get_depth(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(i64::from(machine.origin_depth))
}

/// `sys.set_coroutine_origin_tracking_depth(depth)`
pub fn set_depth(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = args.positional.first().or_else(|| args.keywords.first().map(|(_, value)| value));
    let depth = machine.index(&given.cloned().unwrap_or_default())?;
    match u32::try_from(depth) {
        Ok(depth) => machine.origin_depth = depth,
        Err(_) => return value_error("depth must be >= 0"),
    }
    done(Value::None)
}
