//! The module `_traceback`: what the `traceback` module and `sys` build on. A frame's summary is a tuple
//! `(file, line, name, source lines, start column, end column)`, columns in bytes or None.

use std::rc::Rc;

use crate::dict::Dict;
use crate::error::{Exc, PyResult, raise, type_error};
use crate::frame::Frame;
use crate::function::Args;
use crate::machine::import::ModuleSource;
use crate::machine::{Flow, Machine, done};
use crate::symbol::Sym;
use crate::text::traceback::{FrameText, format_stack};
use crate::traceback::frame_object;
use crate::value::Value;

use super::install::functions;
use super::report::{Options, Report, format_exception, frame_text, frames_of};

/// Enters the module.
pub fn install(machine: &mut Machine) {
    machine.modules.register("_traceback", ModuleSource { native: Some(fill), python: None });
}

fn fill(_: &mut Machine, dict: &Rc<Dict>) {
    functions(
        dict,
        "_traceback",
        &[
            ("format_exception", format_whole),
            ("format_exception_only", format_only),
            ("report", report),
            ("extract_tb", extract_tb),
            ("extract_stack", extract_stack),
            ("format_frames", format_frames),
            ("getframe", get_frame),
            ("excepthook", except_hook),
        ],
    );
}

fn limit_of(machine: &Machine, value: Option<&Value>) -> PyResult<Option<i64>> {
    match value.map(Value::base_value) {
        None | Some(Value::None) => Ok(None),
        Some(Value::Int(limit)) => Ok(Some(*limit)),
        Some(Value::Bool(limit)) => Ok(Some(i64::from(*limit))),
        Some(other) => {
            let kind = machine.types.name_of(other);
            type_error(format!("limit must be an integer, not {kind}"))
        }
    }
}

fn argument(args: &Args, index: usize, name: &str) -> Option<Value> {
    let by_name = || args.keywords.iter().find(|(key, _)| *key == Sym::new(name)).map(|(_, value)| value);
    args.positional.get(index).or_else(by_name).cloned()
}

fn exception_argument(machine: &Machine, args: &Args) -> PyResult<Value> {
    match args.positional.first() {
        Some(exception) if machine.is_exception(exception, Exc::BaseException) => Ok(exception.clone()),
        Some(other) => {
            let kind = machine.types.name_of(other);
            type_error(format!("Exception expected for value, {kind} found"))
        }
        None => type_error("an exception is needed"),
    }
}

fn strings(lines: Vec<String>) -> Value {
    Value::list(lines.into_iter().map(Value::string).collect())
}

/// `format_exception(exception, limit=None, chain=True) → list of str`
fn format_whole(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let exception = exception_argument(machine, args)?;
    let limit = limit_of(machine, argument(args, 1, "limit").as_ref())?;
    let chain = match argument(args, 2, "chain") {
        Some(chain) => machine.truth(&chain)?,
        None => true,
    };
    let options = Options { chain, limit, ..Options::default() };
    done(strings(format_exception(machine, &exception, options)?))
}

/// `format_exception_only(exception, show_group) → list of str`
fn format_only(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let exception = exception_argument(machine, args)?;
    let mut report = Report::of(machine, &exception, Options::default())?;
    done(strings(match args.positional.get(1) {
        Some(Value::Bool(true)) => report.grouped(0),
        _ => std::mem::take(&mut report.parts[0].only),
    }))
}

/// `report(exception, limit, group_width, group_depth, compact) → list of tuples`, one for each exception that hangs
/// together with this one: the exception, its `str()`, the four texts of it (with what it is chained to, without, without
/// its traceback, that with the exceptions of a group), and where in the list its cause, context and exceptions are.
fn report(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let exception = exception_argument(machine, args)?;
    let [_, limit, width, depth, compact] = args.positional.as_slice() else {
        return type_error("report() takes five arguments");
    };
    let number = |value: &Value, default: i64| match value.base_value() {
        Value::Int(number) => *number,
        _ => default,
    };
    let plain = Options::default();
    let options = Options {
        limit: limit_of(machine, Some(limit))?,
        group_width: number(width, plain.group_width),
        group_depth: number(depth, plain.group_depth),
        compact: matches!(compact, Value::Bool(true)),
        ..plain
    };
    let mut report = Report::of(machine, &exception, options)?;
    let place = |index: Option<usize>| index.map_or(Value::None, |index| Value::Int(index as i64));
    let mut found = Vec::new();
    for index in 0..report.parts.len() {
        let (chained, alone) = (report.lines(index, true), report.lines(index, false));
        let grouped = report.grouped(index);
        let part = &report.parts[index];
        let members = part.members.as_ref();
        found.push(Value::tuple(vec![
            part.exception.clone(),
            Value::string(part.text.clone()),
            strings(chained),
            strings(alone),
            strings(part.only.clone()),
            strings(grouped),
            place(part.cause),
            place(part.context),
            members.map_or(Value::None, |all| {
                Value::list(all.iter().map(|at| Value::Int(*at as i64)).collect())
            }),
        ]));
    }
    done(Value::list(found))
}

fn summary(frame: FrameText) -> Value {
    let (start, end) = match frame.columns {
        Some((start, end)) => (Value::Int(start as i64), Value::Int(end as i64)),
        None => (Value::None, Value::None),
    };
    let source = frame.source.into_iter().map(Value::string).collect();
    Value::tuple(vec![
        Value::string(frame.file),
        Value::Int(i64::from(frame.line)),
        Value::string(frame.name),
        Value::tuple(source),
        start,
        end,
    ])
}

/// `extract_tb(traceback, limit=None) → list of summaries`
fn extract_tb(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let limit = limit_of(machine, argument(args, 1, "limit").as_ref())?;
    let head = args.positional.first().cloned().unwrap_or(Value::None);
    let frames = frames_of(machine, &head, limit);
    done(Value::list(frames.into_iter().map(summary).collect()))
}

/// `extract_stack(frame=None, columns=False) → list of summaries`, outermost first. Without columns nothing is
/// underlined.
fn extract_stack(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let from = args.positional.first().filter(|frame| frame_object(frame).is_some()).cloned();
    let columns = matches!(args.positional.get(1), Some(Value::Bool(true)));
    let mut found = Vec::new();
    let mut seen = from.is_none();
    for frame in machine.frames.iter().rev() {
        let Frame::Script(frame) = frame else { continue };
        if !frame.is_shown() {
            continue;
        }
        if let (Some(Value::Instance(from)), Some(own)) = (&from, &frame.object) {
            seen |= Rc::ptr_eq(from, own);
        }
        if seen {
            let mut text = frame_text(machine, &frame.code, frame.pc, frame.current_line());
            if !columns {
                text.columns = None;
            }
            found.push(summary(text));
        }
    }
    found.reverse();
    done(Value::list(found))
}

/// `format_frames(summaries) → list of str`, repeated frames folded.
fn format_frames(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let summaries = args.positional.first().cloned().unwrap_or(Value::None);
    let mut frames = Vec::new();
    for one in machine.collect(&summaries)? {
        let parts = machine.collect(&one)?;
        let [file, Value::Int(line), name, source, start, end] = &parts[..] else {
            return type_error("a summary has six parts");
        };
        let text = |value: &Value| value.as_str().map_or_else(String::new, |text| text.as_str().to_string());
        let source = machine.collect(source)?.iter().map(text).collect();
        let columns = match (start, end) {
            (Value::Int(start), Value::Int(end)) => Some((*start as usize, *end as usize)),
            _ => None,
        };
        let line = u32::try_from(*line).unwrap_or(0);
        frames.push(FrameText { file: text(file), line, name: text(name), source, columns });
    }
    done(strings(format_stack(&frames)))
}

/// `sys._getframe(depth=0)`
pub fn get_frame(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let depth = match args.positional.first().map(Value::base_value) {
        None => 0,
        Some(Value::Int(depth)) => usize::try_from(*depth).unwrap_or(0),
        Some(other) => {
            let kind = machine.types.name_of(other);
            return type_error(format!("'{kind}' object cannot be interpreted as an integer"));
        }
    };
    match machine.frame_at(depth) {
        Some(frame) => done(Value::Instance(frame)),
        None => raise(Exc::ValueError, "call stack is not deep enough"),
    }
}

/// `sys.excepthook(type, exception, traceback)`
pub fn except_hook(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [_, exception, ..] = &args.positional[..] else {
        return type_error(format!("excepthook expected 3 arguments, got {}", args.positional.len()));
    };
    if machine.is_exception(exception, Exc::BaseException) {
        let lines = format_exception(machine, &exception.clone(), Options::default())?;
        super::uncaught::print_error(machine, &lines.concat())?;
    }
    done(Value::None)
}
