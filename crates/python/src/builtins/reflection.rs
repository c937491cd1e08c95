//! The built-in functions that look at objects and names: `getattr`, `dir`, `vars`, `globals` …

use std::rc::Rc;

use super::arguments::function;
use crate::dict::Dict;
use crate::error::{Exc, PyResult, raise, type_error};
use crate::frame::ScriptFrame;
use crate::function::Args;
use crate::machine::{Flow, Machine, attribute, done};
use crate::symbol::{Sym, names};
use crate::value::Value;

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let builtins = machine.builtins.clone();
    super::install::functions(
        &builtins,
        "builtins",
        &[
            ("__import__", import),
            ("delattr", delete_attribute),
            ("dir", dir),
            ("getattr", get_attribute),
            ("globals", globals),
            ("hasattr", has_attribute),
            ("isinstance", is_instance),
            ("issubclass", is_subclass),
            ("locals", locals),
            ("setattr", set_attribute),
            ("vars", vars),
        ],
    );
}

fn attribute_name(machine: &Machine, value: &Value) -> PyResult<Sym> {
    match value.as_str() {
        Some(name) => Ok(name.symbol()),
        None => {
            let kind = machine.types.name_of(value);
            type_error(format!("attribute name must be string, not '{kind}'"))
        }
    }
}

fn get_attribute(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "getattr").between(2, 3)?;
    let name = attribute_name(machine, &given[1])?;
    match given.get(2) {
        None => machine.call_native(attribute::load, Args::two(given[0].clone(), Value::Str(name.key()))),
        Some(default) => {
            let found = machine.find_attribute(&given[0], name)?;
            done(found.unwrap_or_else(|| default.clone()))
        }
    }
}

fn has_attribute(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [object, name] = function(args, "hasattr").between(2, 2)? else { return done(false) };
    let name = attribute_name(machine, name)?;
    done(machine.find_attribute(object, name)?.is_some())
}

fn set_attribute(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [object, name, value] = function(args, "setattr").between(3, 3)? else { return done(Value::None) };
    let name = attribute_name(machine, name)?;
    let call = Args::three(object.clone(), Value::Str(name.key()), value.clone());
    machine.call_native(attribute::store, call)
}

fn delete_attribute(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [object, name] = function(args, "delattr").between(2, 2)? else { return done(Value::None) };
    let name = attribute_name(machine, name)?;
    machine.call_native(attribute::delete, Args::two(object.clone(), Value::Str(name.key())))
}

fn is_instance(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [value, class] = function(args, "isinstance").between(2, 2)? else { return done(false) };
    done(super::classes::is_instance_of(machine, value, class)?)
}

fn is_subclass(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [derived, class] = function(args, "issubclass").between(2, 2)? else { return done(false) };
    done(super::classes::is_subclass_of(machine, derived, class)?)
}

/// The frame whose names a built-in function sees.
pub(super) fn frame(machine: &Machine) -> PyResult<&ScriptFrame> {
    match machine.caller() {
        Some(frame) => Ok(frame),
        None => raise(Exc::SystemError, "frame does not exist"),
    }
}

fn globals(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    function(args, "globals").none()?;
    done(Value::Dict(frame(machine)?.globals.clone()))
}

fn locals(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    function(args, "locals").none()?;
    done(local_names(frame(machine)?))
}

/// `locals()` in a frame: its namespace, or for a function a new dict of what is bound. Inside a comprehension in
/// a module or class it is a new dict too, since the names of the comprehension are the frame's own; those of the class
/// are not among them.
pub fn local_names(frame: &ScriptFrame) -> Value {
    // The iterable of a generator expression has a name, other slots that begin so are only the machine's.
    let shown = |name: &Sym| !name.text().starts_with('.') || &*name.text() == ".0";
    let own = |(slot, name): (usize, &Sym)| {
        shown(name) && !matches!(frame.stack[slot], Value::Null | Value::Cell(_))
    };
    let comprehends = || frame.code.slots.iter().enumerate().any(own);
    let (dict, cells): (Rc<Dict>, bool) = match frame.namespace.base_value() {
        Value::Null => (Rc::default(), true),
        Value::Dict(names) if comprehends() && Rc::ptr_eq(names, &frame.globals) => {
            (Rc::new(names.copy()), true)
        }
        Value::Dict(_) if comprehends() => (Rc::default(), false),
        _ => return frame.namespace.clone(),
    };
    for (slot, name) in frame.code.slots.iter().enumerate() {
        let value = match &frame.stack[slot] {
            Value::Cell(_) if !cells => Value::Null,
            Value::Cell(cell) => cell.get(),
            value => value.clone(),
        };
        if !value.is_null() && shown(name) {
            dict.set(*name, value);
        }
    }
    Value::Dict(dict)
}

fn vars(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match function(args, "vars").between(0, 1)? {
        [object] => match machine.find_attribute(object, names::dict)? {
            Some(dict) => done(dict),
            None => match object {
                Value::Instance(instance) if instance.class.has_dict => {
                    done(Value::Dict(instance.dict().clone()))
                }
                _ => type_error("vars() argument must have __dict__ attribute"),
            },
        },
        _ => done(local_names(frame(machine)?)),
    }
}

fn dir(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let names = match function(args, "dir").between(0, 1)? {
        [object] => match machine.special(object, names::dir)? {
            Some(method) => {
                let listed = machine.ask(&method, Args::none())?;
                machine.collect(&listed)?
            }
            None => return type_error("object does not provide __dir__"),
        },
        _ => match local_names(frame(machine)?) {
            Value::Dict(dict) => dict.keys(),
            _ => Vec::new(),
        },
    };
    let list = machine.once(|_| Ok(Value::list(names)))?;
    if let Value::List(list) = &list {
        super::sort::sort(machine, &list.clone(), Value::None, false)?;
    }
    done(list)
}

fn import(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [name, _, _, from_list, level] =
        function(args, "__import__").named(["name", "globals", "locals", "fromlist", "level"], 1, 0, 5)?;
    let Some(name) = name.filter(|name| name.as_str().is_some()) else {
        return type_error("__import__() argument 1 must be str");
    };
    let from_list = match from_list {
        Some(list) => Value::tuple(machine.collect(list)?),
        None => Value::None,
    };
    let level = level.cloned().unwrap_or(Value::Int(0));
    machine.call_native(crate::machine::import::import_name, Args::three(name.clone(), from_list, level))
}
