//! `sys`, as far as it needs no real system.

use std::rc::Rc;

use loopglass_trace::Stream;

use crate::builtins::arguments::function;
use crate::builtins::functions::is_callable;
use crate::builtins::install::{answer_none, answer_true, functions};
use crate::builtins::stream::standard_stream;
use crate::dict::Dict;
use crate::error::{Exc, PyResult, Raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::text::int_text;
use crate::value::Value;

/// Fills the module's names.
pub fn fill(machine: &mut Machine, dict: &Rc<Dict>) {
    for (name, stream) in [("stdout", Stream::Out), ("stderr", Stream::Err)] {
        let object = standard_stream(machine, stream);
        dict.set_str(name, object.clone());
        dict.set_str(&format!("__{name}__"), object);
    }
    functions(
        dict,
        "sys",
        &[
            ("exit", exit),
            ("getrecursionlimit", get_recursion_limit),
            ("setrecursionlimit", set_recursion_limit),
            ("get_int_max_str_digits", get_digit_limit),
            ("set_int_max_str_digits", set_digit_limit),
            ("_getframe", crate::builtins::traceback_functions::get_frame),
            ("excepthook", crate::builtins::traceback_functions::except_hook),
            ("__excepthook__", crate::builtins::traceback_functions::except_hook),
            ("exception", exception),
            ("exc_info", exc_info),
            ("intern", intern),
            ("getsizeof", getsizeof),
            ("getdefaultencoding", default_encoding),
            ("getrefcount", getrefcount),
            ("set_asyncgen_hooks", set_asyncgen_hooks),
            ("_asyncgen_hooks", get_asyncgen_hooks),
            ("is_finalizing", is_finalizing),
            ("_is_gil_enabled", answer_true),
            ("set_coroutine_origin_tracking_depth", crate::builtins::origin::set_depth),
            ("get_coroutine_origin_tracking_depth", crate::builtins::origin::get_depth),
            ("gettrace", answer_none),
            ("getprofile", answer_none),
        ],
    );
    let file = machine.settings.file.clone();
    dict.set_str("argv", Value::list(vec![Value::string(file)]));
    dict.set_str("maxsize", Value::Int(i64::MAX));
    dict.set_str("maxunicode", Value::Int(0x10_ffff));
    dict.set_str("byteorder", Value::str("little"));
    dict.set_str("platform", Value::str("linux"));
    dict.set_str("executable", Value::str(""));
    dict.set_str("prefix", Value::str("/usr"));
    dict.set_str("path", Value::list(Vec::new()));
    dict.set_str("warnoptions", Value::list(Vec::new()));
    dict.set_str("hexversion", Value::Int(0x030e_02f0));
    dict.set_str("version", Value::str("3.14.2 (Loopglass)"));
    dict.set_str("copyright", Value::str("See https://docs.python.org/3/copyright.html"));
    dict.set_str("modules", Value::Dict(machine.modules.loaded.clone()));
}

fn default_encoding(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done("utf-8")
}

fn exit(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let code = function(args, "exit").between(0, 1)?.first().cloned();
    let args = match code {
        None | Some(Value::None) => Vec::new(),
        // The parts of a tuple are taken for arguments.
        Some(Value::Tuple(parts)) => parts.to_vec(),
        Some(code) => vec![code],
    };
    Err(Box::new(Raise::With(Exc::SystemExit, args)))
}

fn get_recursion_limit(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(i64::from(machine.settings.limits.recursion))
}

fn get_digit_limit(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    function(args, "get_int_max_str_digits").none()?;
    done(Value::Int(int_text::limit() as i64))
}

fn set_digit_limit(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [given] = function(args, "set_int_max_str_digits").named(["maxdigits"], 1, 0, 1)?;
    let digits = machine.index(given.unwrap_or(&Value::None))?;
    match usize::try_from(digits) {
        Ok(digits) if digits == 0 || digits >= int_text::LEAST_LIMIT => {
            int_text::set_limit(digits);
            done(Value::None)
        }
        _ => value_error(format!("maxdigits must be >= {} or 0 for unlimited", int_text::LEAST_LIMIT)),
    }
}

fn set_recursion_limit(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let limit = machine.index(&args.positional.first().cloned().unwrap_or_default())?;
    if limit < 1 {
        return value_error("recursion limit must be greater or equal than 1");
    }
    machine.settings.limits.recursion = limit.min(100_000) as u32;
    done(Value::None)
}

fn exception(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(machine.current_exception().or_none())
}

fn exc_info(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    let exception = machine.current_exception();
    if exception.is_null() {
        return done(Value::tuple(vec![Value::None, Value::None, Value::None]));
    }
    let class = Value::Class(machine.types.of(&exception));
    let traceback = machine.traceback_value(&exception);
    done(Value::tuple(vec![class, exception, traceback]))
}

fn intern(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match args.positional.first() {
        Some(Value::Str(text)) => done(Value::Str(text.symbol().key())),
        Some(other) => {
            let kind = machine.types.name_of(other);
            type_error(format!("intern() argument must be str, not {kind}"))
        }
        None => type_error("intern() takes exactly one argument (0 given)"),
    }
}

fn getsizeof(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    function(args, "getsizeof").named(["object", "default"], 1, 0, 2)?;
    done(64i64)
}

fn getrefcount(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = args.positional.len();
    if given != 1 {
        return type_error(format!("sys.getrefcount() takes exactly one argument ({given} given)"));
    }
    done(match args.positional.first() {
        Some(Value::Instance(instance)) => Rc::strong_count(instance) as i64,
        Some(Value::List(list)) => Rc::strong_count(list) as i64,
        Some(Value::Dict(dict)) => Rc::strong_count(dict) as i64,
        _ => 2,
    })
}

fn set_asyncgen_hooks(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let finalizer = asyncgen_hook(machine, args, 1, "finalizer")?;
    if let Some(first) = asyncgen_hook(machine, args, 0, "firstiter")? {
        machine.asyncgen_hooks.0 = first;
    }
    if let Some(finalizer) = finalizer {
        machine.asyncgen_hooks.1 = finalizer;
    }
    done(Value::None)
}

/// One of the hooks as it was given, if it was: something to call, or None.
fn asyncgen_hook(machine: &Machine, args: &Args, place: usize, name: &str) -> PyResult<Option<Value>> {
    let keyword = || args.keywords.iter().find(|(key, _)| &*key.text() == name).map(|(_, value)| value);
    match args.positional.get(place).or_else(keyword) {
        Some(hook) if !matches!(hook, Value::None) && !is_callable(hook) => {
            type_error(format!("callable {name} expected, got {}", machine.types.name_of(hook)))
        }
        hook => Ok(hook.cloned()),
    }
}

fn get_asyncgen_hooks(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    let (first, finalizer) = machine.asyncgen_hooks.clone();
    done(Value::tuple(vec![first, finalizer]))
}

fn is_finalizing(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(machine.is_shutting_down())
}
