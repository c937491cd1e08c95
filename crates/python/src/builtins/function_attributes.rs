//! The attributes of functions, bound methods, functions of ours, cells and modules.

use std::rc::Rc;

use crate::error::{Exc, PyResult, raise, type_error};
use crate::function::{Args, CellBox, Function, Method, Native, NativeKind};
use crate::machine::{Flow, Machine, done};
use crate::symbol::names;
use crate::value::Value;

use super::install::{getters, property, slots, static_methods};

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let class = machine.types.function.clone();
    const FUNCTION: &str = "function";
    static_methods(&class, FUNCTION, &[("__new__", super::new_function::new_function)]);
    slots(&class, FUNCTION, &[("__get__", function_get), ("__call__", call)]);
    getters(
        &class,
        FUNCTION,
        &[("__globals__", globals), ("__closure__", closure), ("__builtins__", builtins)],
    );
    property(&class, FUNCTION, "__name__", name, set_name);
    property(&class, FUNCTION, "__qualname__", qualname, set_qualname);
    property(&class, FUNCTION, "__doc__", doc, set_doc);
    property(&class, FUNCTION, "__module__", module, set_module);
    property(&class, FUNCTION, "__defaults__", defaults, set_defaults);
    property(&class, FUNCTION, "__kwdefaults__", keyword_defaults, set_keyword_defaults);
    property(&class, FUNCTION, "__code__", code, set_code);
    property(&class, FUNCTION, "__annotations__", annotations, set_annotations);
    property(&class, FUNCTION, "__annotate__", annotate, set_annotate);
    property(&class, FUNCTION, "__type_params__", type_params, set_type_params);
    let class = machine.types.method.clone();
    static_methods(&class, "method", &[("__new__", new_method)]);
    slots(
        &class,
        "method",
        &[("__call__", call), ("__get__", method_get), ("__eq__", method_eq), ("__hash__", method_hash)],
    );
    getters(
        &class,
        "method",
        &[("__func__", method_function), ("__self__", method_receiver), ("__doc__", method_doc)],
    );
    for class in [
        machine.types.native_function.clone(),
        machine.types.native_method.clone(),
        machine.types.native_slot.clone(),
        machine.types.native_bound_slot.clone(),
        machine.types.native_class_method.clone(),
        machine.types.getset.clone(),
    ] {
        const NATIVE: &str = "builtin_function_or_method";
        getters(
            &class,
            NATIVE,
            &[
                ("__name__", native_name),
                ("__qualname__", native_qualname),
                ("__doc__", native_doc),
                ("__module__", native_module),
                ("__self__", native_receiver),
                ("__objclass__", native_class),
                ("__text_signature__", native_doc),
            ],
        );
        slots(&class, NATIVE, &[("__call__", call), ("__get__", native_get)]);
    }
    let class = machine.types.cell.clone();
    static_methods(&class, "cell", &[("__new__", new_cell)]);
    property(&class, "cell", "cell_contents", cell_contents, set_cell_contents);
}

fn function(args: &Args) -> PyResult<&Rc<Function>> {
    match args.positional.first() {
        Some(Value::Function(function)) => Ok(function),
        _ => type_error("descriptor requires a 'function' object"),
    }
}

/// What an attribute is set to; Null where it is deleted.
fn new_value(args: &Args) -> Value {
    args.positional.get(1).cloned().unwrap_or_default()
}

fn call(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mut rest = args.clone();
    if rest.positional.is_empty() {
        return type_error("descriptor '__call__' needs an argument");
    }
    let callee = rest.positional.remove(0);
    machine.call(&callee, rest)
}

/// The object of `__get__(object, class)`, unless it is None.
fn bound_to(args: &Args) -> Option<&Value> {
    args.positional.get(1).filter(|object| !object.is_none())
}

fn function_get(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    function(args)?;
    done(match bound_to(args) {
        Some(object) => machine.bind(&args.positional[0], object),
        None if args.positional.get(2).is_none_or(Value::is_none) => {
            return type_error("__get__(None, None) is invalid");
        }
        None => args.positional[0].clone(),
    })
}

fn globals(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::Dict(function(args)?.globals.clone()))
}

fn builtins(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    function(args)?;
    done(Value::Dict(machine.builtins.clone()))
}

fn closure(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let cells = &function(args)?.closure;
    done(if cells.is_empty() { Value::None } else { Value::tuple(cells.to_vec()) })
}

fn name(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(function(args)?.name.borrow().clone())
}

fn text(args: &Args, what: &str) -> PyResult<Value> {
    let value = new_value(args);
    match value.as_str() {
        Some(_) => Ok(value),
        None => type_error(format!("{what} must be set to a string object")),
    }
}

fn set_name(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let _old = function(args)?.name.replace(text(args, "__name__")?);
    done(Value::None)
}

fn qualname(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(function(args)?.qualname.borrow().clone())
}

fn set_qualname(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let _old = function(args)?.qualname.replace(text(args, "__qualname__")?);
    done(Value::None)
}

fn doc(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(function(args)?.doc.borrow().clone())
}

fn set_doc(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let _old = function(args)?.doc.replace(new_value(args).or_none());
    done(Value::None)
}

fn module(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(function(args)?.module.borrow().clone())
}

fn set_module(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let _old = function(args)?.module.replace(new_value(args).or_none());
    done(Value::None)
}

fn defaults(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let defaults = function(args)?.defaults.borrow().clone();
    done(defaults.map_or(Value::None, Value::Tuple))
}

fn set_defaults(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let new = match new_value(args) {
        Value::Tuple(defaults) => Some(defaults),
        Value::None | Value::Null => None,
        _ => return type_error("__defaults__ must be set to a tuple object"),
    };
    let _old = function(args)?.defaults.replace(new);
    done(Value::None)
}

fn keyword_defaults(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let defaults = function(args)?.keyword_defaults.borrow().clone();
    done(defaults.map_or(Value::None, Value::Dict))
}

fn set_keyword_defaults(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let new = match new_value(args) {
        Value::Dict(defaults) => Some(defaults),
        Value::None | Value::Null => None,
        _ => return type_error("__kwdefaults__ must be set to a dict object"),
    };
    let _old = function(args)?.keyword_defaults.replace(new);
    done(Value::None)
}

fn code(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::Code(function(args)?.code.clone()))
}

fn set_code(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    function(args)?;
    match new_value(args) {
        Value::Code(_) => type_error(
            "__code__ assignment is not supported here: a function keeps the code it was made with",
        ),
        _ => type_error("__code__ must be set to a code object"),
    }
}

fn annotate(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(function(args)?.annotate.borrow().clone().or_none())
}

fn set_annotate(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let function = function(args)?;
    let new = new_value(args);
    match &new {
        Value::Null => return type_error("__annotate__ cannot be deleted"),
        Value::None | Value::Function(_) | Value::Method(_) | Value::Native(_) => {}
        other if machine.types.of(other).lookup(names::call).is_some() => {}
        _ => return type_error("__annotate__ must be callable or None"),
    }
    let _old = function.annotate.replace(new);
    let _known = function.annotations.take();
    done(Value::None)
}

/// `function.__annotations__`: evaluated when first asked for (PEP 649).
fn annotations(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let function = function(args)?;
    if let Some(known) = function.annotations.borrow().clone() {
        return done(known);
    }
    let annotate = function.annotate.borrow().clone();
    let made = annotated(machine, &annotate)?;
    function.annotations.replace(Some(made.clone()));
    done(made)
}

/// What `__annotate__` gives for `__annotations__`: a new dict where it is None or there is none (PEP 649).
pub(super) fn annotated(machine: &mut Machine, annotate: &Value) -> PyResult<Value> {
    if matches!(annotate, Value::None | Value::Null) {
        return machine.once(|_| Ok(Value::Dict(Rc::default())));
    }
    let made = machine.ask(annotate, Args::one(Value::Int(1)))?;
    if !matches!(made, Value::Dict(_)) {
        let kind = machine.types.name_of(&made);
        return type_error(format!("__annotate__() must return a dict, not {kind}"));
    }
    Ok(made)
}

fn set_annotations(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let function = function(args)?;
    let new = match new_value(args) {
        Value::None | Value::Null => None,
        dict @ Value::Dict(_) => Some(dict),
        _ => return type_error("__annotations__ must be set to a dict object"),
    };
    let _old = function.annotations.replace(new);
    let _evaluator = function.annotate.replace(Value::None);
    done(Value::None)
}

fn type_params(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(function(args)?.type_params.borrow().clone())
}

fn set_type_params(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    match new_value(args) {
        params @ Value::Tuple(_) => {
            let _old = function(args)?.type_params.replace(params);
            done(Value::None)
        }
        _ => type_error("__type_params__ must be set to a tuple"),
    }
}

fn method(args: &Args) -> PyResult<&Rc<Method>> {
    match args.positional.first() {
        Some(Value::Method(method)) => Ok(method),
        _ => type_error("descriptor requires a 'method' object"),
    }
}

fn new_method(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [_, function, receiver] = &args.positional[..] else {
        return type_error(format!("method expected 2 arguments, got {}", args.positional.len() - 1));
    };
    let callable = match function {
        Value::Instance(instance) => instance.class.lookup(names::call).is_some(),
        other => machine.types.of(other).lookup(names::call).is_some(),
    };
    if !callable {
        return type_error("first argument must be callable");
    }
    if receiver.is_none() {
        return type_error("instance must not be None");
    }
    let method = Method { function: function.clone(), receiver: receiver.clone() };
    done(Value::Method(Rc::new(method)))
}

fn method_function(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(method(args)?.function.clone())
}

fn method_receiver(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(method(args)?.receiver.clone())
}

fn method_doc(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let function = method(args)?.function.clone();
    machine.call_native(crate::machine::attribute::load, Args::two(function, Value::Str(names::doc.key())))
}

fn method_get(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args)?;
    done(args.positional[0].clone())
}

fn method_eq(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let left = method(args)?;
    match args.positional.get(1) {
        Some(Value::Method(right)) => {
            done(left.function.is(&right.function) && left.receiver.is(&right.receiver))
        }
        _ => done(Value::NotImplemented),
    }
}

fn method_hash(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let method = method(args)?;
    let (function, receiver) =
        (super::naming::id(machine, &method.function), super::naming::id(machine, &method.receiver));
    done(((function >> 4) ^ (receiver >> 4)) as i64)
}

fn native(args: &Args) -> PyResult<&Rc<Native>> {
    match args.positional.first() {
        Some(Value::Native(native)) => Ok(native),
        _ => type_error("descriptor requires a 'builtin_function_or_method' object"),
    }
}

fn native_name(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::Str(native(args)?.name.key()))
}

fn native_qualname(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let native = native(args)?;
    if native.receiver.is_null() && native.kind == NativeKind::Function {
        return done(Value::Str(native.name.key()));
    }
    done(native_qualified(machine, native))
}

/// The `__qualname__` of a function of ours.
pub fn native_qualified(machine: &Machine, native: &Native) -> String {
    let name = native.name;
    if !native.receiver.is_null() {
        let owner = match &native.receiver {
            Value::Class(class) => class.name().text(),
            other => machine.types.of(other).name().text(),
        };
        return format!("{owner}.{name}");
    }
    match native.kind {
        NativeKind::Function => name.to_string(),
        // The owner is named as messages name it: with its module, where it has one.
        _ => format!("{}.{name}", native.owner.rsplit('.').next().unwrap_or(native.owner)),
    }
}

fn native_doc(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    native(args)?;
    done(Value::None)
}

fn native_module(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let native = native(args)?;
    match native.kind {
        NativeKind::Function if native.owner.is_empty() => done("builtins"),
        NativeKind::Function => done(native.owner),
        _ if native.receiver.is_null() && native.kind != NativeKind::Static => {
            Err(machine.no_attribute(&args.positional[0], names::module))
        }
        _ => done(Value::None),
    }
}

fn native_receiver(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let native = native(args)?;
    if !native.receiver.is_null() {
        return done(native.receiver.clone());
    }
    match native.kind {
        NativeKind::Function => done(machine.modules.loaded("builtins").unwrap_or(Value::None)),
        NativeKind::Static => done(machine.builtins.get_str(native.owner).unwrap_or(Value::None)),
        _ => Err(machine.no_attribute(&args.positional[0], names::self_)),
    }
}

fn native_class(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let native = native(args)?;
    match machine.builtins.get_str(native.owner) {
        Some(class @ Value::Class(_)) if native.receiver.is_null() => done(class),
        _ => {
            raise(Exc::AttributeError, "'builtin_function_or_method' object has no attribute '__objclass__'")
        }
    }
}

fn native_get(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let native = native(args)?;
    let binds =
        native.receiver.is_null() && !matches!(native.kind, NativeKind::Function | NativeKind::Static);
    match bound_to(args) {
        Some(object) if binds && native.kind == NativeKind::Getter => {
            machine.call_native(native.function, Args::one(object.clone()))
        }
        Some(object) if binds => done(machine.bind(&args.positional[0], object)),
        _ => done(args.positional[0].clone()),
    }
}

/// `types.CellType(contents)`
fn new_cell(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    match &args.positional[..] {
        [_] => done(Value::Cell(Rc::new(CellBox::new(Value::Null)))),
        [_, content] => done(Value::Cell(Rc::new(CellBox::new(content.clone())))),
        more => type_error(format!("cell expected at most 1 argument, got {}", more.len() - 1)),
    }
}

fn cell(args: &Args) -> PyResult<&Rc<CellBox>> {
    match args.positional.first() {
        Some(Value::Cell(cell)) => Ok(cell),
        _ => type_error("descriptor requires a 'cell' object"),
    }
}

fn cell_contents(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    match cell(args)?.get() {
        Value::Null => raise(Exc::ValueError, "Cell is empty"),
        content => done(content),
    }
}

fn set_cell_contents(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let _old = cell(args)?.set(new_value(args));
    done(Value::None)
}
