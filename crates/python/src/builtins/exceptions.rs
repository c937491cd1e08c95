//! `BaseException`: making exceptions, their arguments, notes, chains and texts.

use std::rc::Rc;

use crate::class::{Class, ExceptionData};
use crate::dict::Dict;
use crate::error::{Exc, PyResult, type_error};
use crate::function::Args;
use crate::machine::exception::{exception_data, make_exception};
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::value::Value;

use super::exception_kinds::{os_error_kind, set_os_fields};
use super::install::{methods, property, slots, static_methods};

pub use super::uncaught::{print_uncaught, report_unraisable};

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let base = machine.types.exception(Exc::BaseException).clone();
    const OWNER: &str = "BaseException";
    static_methods(&base, OWNER, &[("__new__", base_new)]);
    slots(&base, OWNER, &[("__init__", init), ("__str__", base_str), ("__repr__", base_repr)]);
    methods(
        &base,
        OWNER,
        &[
            ("with_traceback", with_traceback),
            ("add_note", add_note),
            ("__reduce__", reduce),
            ("__setstate__", set_state),
        ],
    );
    property(&base, OWNER, "args", args_of, set_args);
    property(&base, OWNER, "__traceback__", traceback_of, set_traceback);
    property(&base, OWNER, "__cause__", cause_of, set_cause);
    property(&base, OWNER, "__context__", context_of, set_context);
    property(&base, OWNER, "__suppress_context__", suppress_context_of, set_suppress_context);
    let os_error = machine.types.exception(Exc::OSError).clone();
    static_methods(&os_error, "OSError", &[("__new__", os_error_new)]);
    super::exception_kinds::install(machine);
    super::exception_group::install(machine);
    super::tracebacks::install(machine);
}

/// The data of the exception that a method was called on.
pub fn exception_of<'a>(
    machine: &Machine,
    args: &'a Args,
    class: &str,
    method: &str,
) -> PyResult<&'a ExceptionData> {
    let Some(receiver) = args.positional.first() else {
        return type_error(format!("unbound method {class}.{method}() needs an argument"));
    };
    match exception_data(receiver) {
        Some(data) => Ok(data),
        None => {
            let kind = machine.types.name_of(receiver);
            type_error(format!("descriptor '{method}' requires a '{class}' object but received a '{kind}'"))
        }
    }
}

fn exception_class(machine: &Machine, args: &Args) -> PyResult<Rc<Class>> {
    let base = machine.types.exception(Exc::BaseException);
    match args.positional.first() {
        Some(Value::Class(class)) if class.is_subclass(base) => Ok(class.clone()),
        Some(Value::Class(class)) => type_error(format!(
            "BaseException.__new__({name}): {name} is not a subtype of BaseException",
            name = class.name()
        )),
        _ => type_error("BaseException.__new__(X): X is not a type object"),
    }
}

fn base_new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = exception_class(machine, args)?;
    done(make_exception(class, args.positional[1..].to_vec()))
}

fn os_error_new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mut class = exception_class(machine, args)?;
    let given = &args.positional[1..];
    if class.id == machine.types.exception(Exc::OSError).id
        && given.len() >= 2
        && let Some(kind) = os_error_kind(&given[0])
    {
        class = machine.types.exception(kind).clone();
    }
    // Where the script's own `__init__` is to run, that takes the arguments apart.
    let script_init = !matches!(class.lookup(names::init), Some(Value::Native(_)));
    let exception = make_exception(class, if script_init { Vec::new() } else { given.to_vec() });
    if let Some(data) = exception_data(&exception)
        && !script_init
    {
        set_os_fields(data, given);
    }
    done(exception)
}

/// The TypeError for keywords.
pub fn keywords_refused<T>(class: &Class) -> PyResult<T> {
    type_error(format!("{}() takes no keyword arguments", class.name()))
}

/// `BaseException.__init__`
pub fn base_init(machine: &mut Machine, args: &Args) -> PyResult<()> {
    let data = exception_of(machine, args, "BaseException", "__init__")?;
    if !args.keywords.is_empty() {
        return keywords_refused(&machine.types.of(&args.positional[0]));
    }
    // An OSError has taken its arguments apart in `__new__`, as a rule.
    if data.field(names::errno).is_none() {
        let _old = data.args.replace(Value::tuple(args.positional[1..].to_vec()));
        if machine.is_exception(&args.positional[0], Exc::OSError) {
            set_os_fields(data, &args.positional[1..]);
        }
    }
    Ok(())
}

fn init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    base_init(machine, args)?;
    done(Value::None)
}

/// `BaseException.__str__`
pub fn base_str(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = exception_of(machine, args, "BaseException", "__str__")?;
    let all = data.args.borrow().clone();
    match &all {
        Value::Tuple(items) if items.is_empty() => done(""),
        Value::Tuple(items) if items.len() == 1 => done(machine.str_of(&items[0])?),
        _ => done(machine.repr_of(&all)?),
    }
}

fn base_repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = exception_of(machine, args, "BaseException", "__repr__")?;
    let name = machine.types.of(&args.positional[0]).name();
    let all = data.args.borrow().clone();
    let inner = match &all {
        Value::Tuple(items) if items.len() == 1 => {
            let one = machine.repr_of(&items[0])?;
            format!("({})", one.as_str().map_or("", |text| text.as_str()))
        }
        _ => {
            let all = machine.repr_of(&all)?;
            all.as_str().map_or_else(String::new, |text| text.as_str().to_string())
        }
    };
    done(format!("{name}{inner}"))
}

fn with_traceback(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    exception_of(machine, args, "BaseException", "with_traceback")?;
    if args.positional.len() != 2 {
        return type_error(format!(
            "BaseException.with_traceback() takes exactly one argument ({} given)",
            args.positional.len() - 1
        ));
    }
    set_traceback(machine, args)?;
    done(args.positional[0].clone())
}

fn add_note(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    exception_of(machine, args, "BaseException", "add_note")?;
    let [Value::Instance(exception), note] = &args.positional[..] else {
        return type_error(format!(
            "BaseException.add_note() takes exactly one argument ({} given)",
            args.positional.len() - 1
        ));
    };
    if note.as_str().is_none() {
        let kind = machine.types.name_of(note);
        return type_error(format!("add_note() argument must be str, not {kind}"));
    }
    match exception.get(names::notes) {
        None => exception.set(names::notes, Value::list(vec![note.clone()])),
        Some(Value::List(notes)) => notes.push(note.clone()),
        Some(_) => return type_error("Cannot add note: __notes__ is not a list"),
    }
    done(Value::None)
}

fn reduce(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = exception_of(machine, args, "BaseException", "__reduce__")?;
    let class = Value::Class(machine.types.of(&args.positional[0]));
    let all = data.args.borrow().clone();
    let (all, fields) = super::exception_kinds::reduced(machine, &args.positional[0], all);
    let mut parts = vec![class, all];
    let own = match &args.positional[0] {
        Value::Instance(exception) => exception.dict_if_any().filter(|dict| !dict.is_empty()),
        _ => None,
    };
    match own {
        Some(own) if fields.is_empty() => parts.push(Value::Dict(own.clone())),
        None if fields.is_empty() => {}
        own => {
            let state = own.map_or_else(Rc::<Dict>::default, |own| Rc::new(own.copy()));
            for (name, value) in fields {
                state.set(name, value);
            }
            parts.push(Value::Dict(state));
        }
    }
    done(Value::tuple(parts))
}

fn set_state(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    exception_of(machine, args, "BaseException", "__setstate__")?;
    match (&args.positional[0], args.positional.get(1).map(Value::base_value)) {
        (Value::Instance(exception), Some(Value::Dict(state))) => {
            let state = state.to_vec();
            let own = |key: &Value| {
                key.as_str().is_some_and(|name| exception.class.lookup(name.symbol()).is_some())
            };
            let setattr = machine.builtins.get(Sym::new("setattr")).unwrap_or_default();
            for (key, value) in state.iter().filter(|(key, _)| own(key)) {
                machine.ask(&setattr, Args::three(args.positional[0].clone(), key.clone(), value.clone()))?;
            }
            for (key, value) in state.iter().filter(|(key, _)| !own(key)) {
                if let Some(name) = key.as_str() {
                    exception.set(name.symbol(), value.clone());
                }
            }
            done(Value::None)
        }
        (_, Some(Value::None)) => done(Value::None),
        _ => type_error("state is not a dictionary"),
    }
}

fn deleted<T>(name: &str) -> PyResult<T> {
    type_error(format!("{name} may not be deleted"))
}

fn args_of(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = exception_of(machine, args, "BaseException", "args")?;
    done(data.args.borrow().clone().or_none())
}

fn set_args(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if args.positional[1].is_null() {
        return deleted("args");
    }
    let items = machine.collect(&args.positional[1])?;
    let data = exception_of(machine, args, "BaseException", "args")?;
    let _old = data.args.replace(Value::tuple(items));
    done(Value::None)
}

fn traceback_of(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    exception_of(machine, args, "BaseException", "__traceback__")?;
    done(machine.traceback_value(&args.positional[0]))
}

fn set_traceback(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = exception_of(machine, args, "BaseException", "__traceback__")?;
    let value = match &args.positional[1] {
        Value::Null => return deleted("__traceback__"),
        Value::None => Value::Null,
        value if crate::traceback::traceback(value).is_some() => value.clone(),
        _ => return type_error("__traceback__ must be a traceback or None"),
    };
    let _old = data.traceback.replace(value);
    done(Value::None)
}

/// What `__cause__` and `__context__` may be set to: Null for None.
fn link(machine: &Machine, value: &Value, what: &str) -> PyResult<Value> {
    match value {
        Value::Null => deleted(&format!("__{what}__")),
        Value::None => Ok(Value::Null),
        value if machine.is_exception(value, Exc::BaseException) => Ok(value.clone()),
        _ => type_error(format!("exception {what} must be None or derive from BaseException")),
    }
}

fn cause_of(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = exception_of(machine, args, "BaseException", "__cause__")?;
    done(data.cause.borrow().clone().or_none())
}

fn set_cause(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = exception_of(machine, args, "BaseException", "__cause__")?;
    let cause = link(machine, &args.positional[1], "cause")?;
    data.suppress_context.set(true);
    let _old = data.cause.replace(cause);
    done(Value::None)
}

fn context_of(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = exception_of(machine, args, "BaseException", "__context__")?;
    done(data.context.borrow().clone().or_none())
}

fn set_context(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = exception_of(machine, args, "BaseException", "__context__")?;
    let context = link(machine, &args.positional[1], "context")?;
    let _old = data.context.replace(context);
    done(Value::None)
}

fn suppress_context_of(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = exception_of(machine, args, "BaseException", "__suppress_context__")?;
    done(data.suppress_context.get())
}

fn set_suppress_context(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = exception_of(machine, args, "BaseException", "__suppress_context__")?;
    match &args.positional[1] {
        Value::Bool(suppress) => {
            data.suppress_context.set(*suppress);
            done(Value::None)
        }
        Value::Null => type_error("can't delete numeric/char attribute"),
        _ => type_error("attribute value type must be bool"),
    }
}
