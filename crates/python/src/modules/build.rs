//! The module `_build`: functions made from Python text of ours at run time, as `dataclasses` and
//! `collections.namedtuple` do, so that calls are bound and refused as for any function.

use std::rc::Rc;

use crate::builtins::dicts::view_of;
use crate::builtins::install::functions;
use crate::builtins::typing_intrinsics::class_getitem;
use crate::code::Origin;
use crate::dict::Dict;
use crate::error::{Exc, PyResult, raise, type_error};
use crate::frame::Frame;
use crate::function::{Args, CellBox, Function};
use crate::iterator::{DictPart, Iter, IterState, ORDERED};
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
            ("refitted", refitted),
            ("make_awaitables", make_awaitables),
            ("is_awaitable_generator", is_awaitable_generator),
            ("ordered_iterator", ordered_iterator),
            // Only when it is called it loads `_typing`.
            ("__class_getitem__", class_getitem),
        ],
    );
}

/// `run(text, globals)`: runs the text as a module of ours would run, with these globals.
fn run(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [Value::Str(text), Value::Dict(globals)] = &args.positional[..] else {
        return type_error("run() takes a text and a dict");
    };
    let code = match crate::lower::compile(text.as_str(), "<frozen string>", Origin::Hidden) {
        Ok(code) => code,
        Err(failure) => return raise(Exc::SyntaxError, failure.message),
    };
    let frame = machine.module_frame(code, globals.clone());
    machine.frames.push(Frame::Script(frame));
    Ok(Flow::Pushed)
}

/// `refitted(function, globals, names)`: the function with other globals, and other values for some of the names
/// that it has from outside.
fn refitted(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [Value::Function(function), Value::Dict(globals), Value::Dict(names)] = &args.positional[..] else {
        return type_error("refitted() takes a function and two dicts");
    };
    let code = &function.code;
    let outside = code.slots[code.free as usize..].iter();
    let closure = outside.zip(&function.closure).map(|(name, cell)| match names.get(*name) {
        Some(value) => Value::Cell(Rc::new(CellBox::new(value))),
        None => cell.clone(),
    });
    done(Value::Function(Rc::new(Function {
        code: code.clone(),
        globals: globals.clone(),
        name: function.name.clone(),
        qualname: function.qualname.clone(),
        module: function.module.clone(),
        defaults: function.defaults.clone(),
        keyword_defaults: function.keyword_defaults.clone(),
        closure: closure.collect(),
        doc: function.doc.clone(),
        annotate: Value::None.into(),
        annotations: None.into(),
        type_params: function.type_params.clone(),
        dict: Default::default(),
        makes_awaitables: false.into(),
        default_behaviour: false.into(),
        farewell: Default::default(),
    })))
}

/// `ordered_iterator(dict, backwards)`: an iterator over an ordered dict, or over a view of one, that notices every
/// change of its keys.
fn ordered_iterator(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [object, backwards] = &args.positional[..] else {
        return type_error("ordered_iterator() takes a dict and a flag");
    };
    let (dict, part) = match (object.base_value(), view_of(object)) {
        (Value::Dict(dict), _) => (dict.clone(), DictPart::Keys),
        (_, Some(view)) => view,
        _ => return type_error("ordered_iterator() takes a dict"),
    };
    let backwards = matches!(backwards, Value::Bool(true));
    let start = if backwards { usize::MAX } else { 0 };
    let known = [dict.len() as u32, dict.shape()];
    done(Iter::value(IterState::Dict(dict, part, start, known, backwards), ORDERED))
}

/// `make_awaitables(function)`: has the generators of a function be awaitable from now on.
fn make_awaitables(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(Value::Function(function)) = args.positional.first() {
        function.makes_awaitables.set(true);
    }
    done(Value::None)
}

/// `is_awaitable_generator(object)`: whether a plain generator can be awaited.
fn is_awaitable_generator(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(
        matches!(args.positional.first(), Some(Value::Generator(generator)) if generator.iterable_coroutine.get()),
    )
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
        Frame::Script(frame) if frame.is_shown() => {
            Some((frame.current_line(), frame.code.clone(), frame.globals.clone()))
        }
        _ => None,
    });
    let Some((line, code, globals)) = script.nth(level - 1) else {
        return done(Value::tuple(vec![Value::str("<sys>"), Value::Int(0), Value::str("sys")]));
    };
    let module = globals.get_str("__name__").unwrap_or_else(|| Value::str("<string>"));
    let line = machine.line_in_file(&code, line);
    done(Value::tuple(vec![Value::str(&code.file), Value::Int(i64::from(line)), module]))
}

/// `source_lines(file)`: the lines of a file of the script, each with its end; none for other files.
fn source_lines(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let file = args.positional.first().and_then(Value::as_str);
    let text = file.and_then(|file| machine.text_of_file(file.as_str())).unwrap_or_default();
    let lines: Vec<Value> = text.split_inclusive('\n').map(Value::str).collect();
    done(Value::list(lines))
}

/// `caller_function(level)`: the name of the function that [`caller_place`] tells the place of.
fn caller_function(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let level = match args.positional.first() {
        Some(level) => machine.index(level)?.max(1) as usize,
        None => 1,
    };
    let mut script = machine.call_stack().iter().rev().filter_map(|frame| match frame {
        Frame::Script(frame) if frame.is_shown() => Some(frame.code.name),
        _ => None,
    });
    done(script.nth(level - 1).map_or(Value::str("<sys>"), |name| Value::Str(name.key())))
}
