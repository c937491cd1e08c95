//! `compile`, `eval` and `exec`: text made into code, and code run in namespaces that are given.

use std::rc::Rc;

use loopglass_trace::Stream;

use super::arguments::function;
use super::reflection::{frame, local_names};
use crate::code::{Code, CodeKind, Op, Origin};
use crate::dict::Dict;
use crate::error::{Exc, PyResult, raise, raise_object, type_error, value_error};
use crate::frame::Frame;
use crate::function::Args;
use crate::lower::SyntaxWarning;
use crate::machine::{Flow, Machine, done};
use crate::parse::{SyntaxClass, SyntaxFailure};
use crate::symbol::{Sym, names};
use crate::value::Value;

/// The name that the value of an expression is given before its code is made to return it.
const RESULT: &str = "__eval_result__";

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let builtins = machine.builtins.clone();
    let table: super::install::Table = &[("compile", compile), ("eval", eval), ("exec", exec)];
    super::install::functions(&builtins, "builtins", table);
}

/// Source text to code.
fn lower(machine: &mut Machine, source: &str, file: &str, mode: &str) -> PyResult<Value> {
    let wrapped;
    let text = if mode == "eval" {
        wrapped = format!("{RESULT} = (\n{}\n)", source.trim());
        &wrapped
    } else {
        source
    };
    let mut shift = u32::from(mode == "eval");
    let says_something = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    if mode != "exec" && !source.lines().any(says_something) {
        let lines = source.lines().count();
        let last = source.split_inclusive('\n').next_back().unwrap_or_default();
        let (line, offset) = (Value::Int(lines as i64), Value::Int(0));
        let place = vec![Value::str(file), line.clone(), offset.clone(), Value::str(last), line, offset];
        return syntax_error(machine, Exc::SyntaxError, "invalid syntax".to_owned(), place);
    }
    let compiled = match mode {
        "single" => {
            crate::lower::compile_interactive(text, file, Origin::Given).map(|code| (code, Vec::new()))
        }
        _ => crate::lower::compile_with_warnings(text, file, Origin::Given, 0),
    };
    // Brackets around it would let this pass.
    let named = mode == "eval" && source.contains(":=");
    let wrong =
        if named && compiled.is_ok() { crate::parse::wrong_expression(source.trim_start()) } else { None };
    let compiled = match wrong {
        Some(failure) => {
            shift = 0;
            Err(failure)
        }
        None => compiled,
    };
    let failure = match compiled {
        Ok((code, warnings)) => {
            // Text that is no file's has no line to show.
            let shown = |warning: SyntaxWarning| {
                let line = warning.line.saturating_sub(shift);
                SyntaxWarning { line, text: String::new(), ..warning }
            };
            warn_about(machine, file, warnings.into_iter().map(shown).collect())?;
            return Ok(Value::Code(if mode == "eval" { expression(&code) } else { code }));
        }
        Err(failure) if mode == "eval" && shift == 1 => {
            // What is wrong, and where, is told of the text as it was given.
            let given = source.trim_start_matches([' ', '\t']);
            let found = crate::parse::wrong_expression(given);
            match found.or_else(|| crate::lower::compile(source, file, Origin::Given).err()) {
                Some(failure) => {
                    shift = 0;
                    failure
                }
                None => SyntaxFailure { message: "invalid syntax".to_owned(), ..failure },
            }
        }
        Err(failure) => failure,
    };
    let line = |line: u32| Value::Int(i64::from(line.saturating_sub(shift)));
    let place = vec![
        Value::str(file),
        line(failure.span.line),
        Value::Int(failure.offsets.0),
        // What the compiler finds in text that is no file's has no line to show.
        if failure.in_parser { Value::string(line_shown(&failure, source, mode)) } else { Value::None },
        line(failure.span.end_line),
        Value::Int(failure.offsets.1),
    ];
    let kind = match failure.class {
        SyntaxClass::Syntax => Exc::SyntaxError,
        SyntaxClass::Indentation => Exc::IndentationError,
        SyntaxClass::Tab => Exc::TabError,
    };
    syntax_error(machine, kind, failure.message, place)
}

/// Shows what is doubtful about compiled text, by the script's own filters once it has imported `warnings`; may ask.
fn warn_about(machine: &mut Machine, file: &str, warnings: Vec<SyntaxWarning>) -> PyResult<()> {
    let warner = match machine.modules.loaded("warnings") {
        Some(Value::Instance(module)) => module.get(Sym::new("_from_compiler")),
        _ => None,
    };
    if let Some(warner) = warner {
        for warning in warnings {
            let line = Value::Int(i64::from(warning.line));
            machine.ask(&warner, Args::three(Value::string(warning.message), Value::str(file), line))?;
        }
        return Ok(());
    }
    let text: String = warnings.into_iter().map(|warning| warning.shown(file)).collect();
    machine.once(|machine| {
        machine.recorder.print(Stream::Err, &text);
        Ok(Value::None)
    })?;
    Ok(())
}

/// Code of an expression: what was put around it to make it a statement is taken away.
fn expression(code: &Rc<Code>) -> Rc<Code> {
    let mut code = Code::clone(&one_line_up(code));
    for op in &mut code.ops {
        if let Op::StoreName(index) = op
            && code.names[*index as usize].text().as_ref() == RESULT
        {
            *op = Op::Return;
        }
    }
    if let Some((_, used)) = code.names.split_last().filter(|(last, _)| last.text().as_ref() == RESULT) {
        code.names = used.into();
    }
    Rc::new(code)
}

/// Code without the line that was put before it.
fn one_line_up(code: &Rc<Code>) -> Rc<Code> {
    let up = |line: u32| line.saturating_sub(1);
    let mut code = Code::clone(code);
    code.first_line = up(code.first_line).max(1);
    for span in &mut code.spans {
        (span.line, span.end_line) = (up(span.line), up(span.end_line));
    }
    for op in &mut code.ops {
        match op {
            Op::Line(line) | Op::LineAgain(line) | Op::OnLine(line) => *line = up(*line),
            _ => {}
        }
    }
    for child in &mut code.children {
        *child = one_line_up(child);
    }
    Rc::new(code)
}

/// The line of an error as `SyntaxError.text` has it: that of an expression ends where the source does.
fn line_shown(failure: &SyntaxFailure, source: &str, mode: &str) -> String {
    let lines = source.lines().count();
    let is_last = usize::try_from(failure.span.line).is_ok_and(|line| line >= lines);
    let open = failure.in_tokenizer || mode == "eval" && is_last && !source.ends_with('\n');
    if open { failure.text.clone() } else { format!("{}\n", failure.text) }
}

fn syntax_error(machine: &mut Machine, kind: Exc, message: String, place: Vec<Value>) -> PyResult<Value> {
    let class = Value::Class(machine.types.exception(kind).clone());
    let exception = machine.ask(&class, Args::two(Value::string(message), Value::tuple(place)))?;
    raise_object(exception)
}

/// The text of a source that is text or bytes.
fn source_text(source: &Value) -> Option<PyResult<String>> {
    let text = match source.base_value() {
        Value::Str(text) => text.as_str().to_string(),
        Value::Bytes(bytes) => {
            let bytes = bytes.borrow();
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
            match std::str::from_utf8(bytes) {
                Ok(text) => text.to_string(),
                Err(error) => {
                    let at = error.valid_up_to();
                    let byte = bytes.get(at).copied().unwrap_or_default();
                    let why = "invalid start byte";
                    return Some(raise(
                        Exc::SyntaxError,
                        format!(
                            "(unicode error) 'utf-8' codec can't decode byte 0x{byte:02x} in position {at}: {why}"
                        ),
                    ));
                }
            }
        }
        _ => return None,
    };
    if text.contains('\0') {
        return Some(raise(Exc::SyntaxError, "source code string cannot contain null bytes"));
    }
    Some(Ok(text))
}

fn compile(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [source, file, mode, ..] = function(args, "compile").named(
        ["source", "filename", "mode", "flags", "dont_inherit", "optimize", "_feature_version"],
        3,
        0,
        6,
    )?;
    let text = |value: Option<&Value>, which: usize| -> PyResult<String> {
        match value.and_then(|value| value.as_str()) {
            Some(text) => Ok(text.as_str().to_string()),
            None => {
                let kind = machine.types.name_of(value.unwrap_or(&Value::None));
                type_error(format!("compile() argument {which} must be str, not {kind}"))
            }
        }
    };
    let source = match source.and_then(source_text) {
        Some(source) => source?,
        None => return type_error("compile() arg 1 must be a string, bytes or AST object"),
    };
    let (file, mode) = (text(file, 2)?, text(mode, 3)?);
    if !matches!(mode.as_str(), "exec" | "eval" | "single") {
        return value_error("compile() mode must be 'exec', 'eval' or 'single'");
    }
    done(lower(machine, &source, &file, &mode)?)
}

/// Whether an object has `__getitem__`, which is all that makes a mapping here.
fn is_mapping(machine: &Machine, value: &Value) -> bool {
    machine.types.of(value).lookup(Sym::new("__getitem__")).is_some()
}

/// The code, globals and namespace that `eval` and `exec` were given.
fn execution(machine: &mut Machine, args: &Args, name: &'static str) -> PyResult<(Value, Rc<Dict>, Value)> {
    let [source, globals, locals] = function(args, name).named(["", "globals", "locals"], 1, 1, 3)?;
    let source = source.cloned().unwrap_or_default();
    let mode = if name == "eval" { "eval" } else { "exec" };
    let code = match source.base_value() {
        Value::Code(_) => source.clone(),
        _ => match source_text(&source) {
            Some(text) => lower(machine, &text?, "<string>", mode)?,
            None => return type_error(format!("{name}() arg 1 must be a string, bytes or code object")),
        },
    };
    let given = |value: Option<&Value>| value.filter(|value| !value.is_none()).cloned();
    let (globals, locals) = (given(globals), given(locals));
    let own = frame(machine)?;
    let (globals, default_locals) = match globals {
        None => (own.globals.clone(), local_names(own)),
        Some(value) => match value.base_value() {
            Value::Dict(dict) => (dict.clone(), value.clone()),
            _ => {
                let kind = machine.types.name_of(&value);
                return type_error(match name {
                    "exec" => format!("exec() globals must be a dict, not {kind}"),
                    _ if is_mapping(machine, &value) => {
                        "globals must be a real dict; try eval(expr, {}, mapping)".to_owned()
                    }
                    _ => "globals must be a dict".to_owned(),
                });
            }
        },
    };
    if let Some(value) = locals.as_ref().filter(|value| !is_mapping(machine, value)) {
        let kind = machine.types.name_of(value);
        return type_error(match name {
            "exec" => format!("locals must be a mapping or None, not {kind}"),
            _ => "locals must be a mapping".to_owned(),
        });
    }
    if globals.get(names::builtins).is_none() {
        globals.set(names::builtins, Value::Dict(machine.builtins.clone()));
    }
    Ok((code, globals, locals.unwrap_or(default_locals)))
}

/// `[code, globals, namespace]`: runs a module's code.
fn run_code(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (Value::Code(code), Value::Dict(globals)) = (&args.positional[0], &args.positional[1]) else {
        return done(Value::None);
    };
    if code.kind != CodeKind::Module {
        return type_error("only code made by compile() can be executed");
    }
    let mut frame = machine.module_frame(code.clone(), globals.clone());
    frame.namespace = args.positional[2].clone();
    machine.frames.push(Frame::Script(frame));
    Ok(Flow::Pushed)
}

fn exec(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (code, globals, namespace) = execution(machine, args, "exec")?;
    machine.call_native(run_code, Args::three(code, Value::Dict(globals), namespace))
}

fn eval(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (code, globals, namespace) = execution(machine, args, "eval")?;
    machine.call_native(run_code, Args::three(code, Value::Dict(globals), namespace))
}
