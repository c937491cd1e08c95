//! `object`: making instances and what every object answers.

use std::rc::Rc;

use crate::class::{Class, Instance, Layout, Payload};
use crate::error::{Exc, PyResult, raise, type_error};
use crate::function::{Args, NativeFn};
use crate::machine::{Flow, Machine, attribute, done};
use crate::symbol::{Sym, names};
use crate::value::Value;

use super::install::{class_methods, methods, property, slots, static_methods};

const OWNER: &str = "object";

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let object = machine.types.object.clone();
    static_methods(&object, OWNER, &[("__new__", object_new)]);
    slots(
        &object,
        OWNER,
        &[
            ("__init__", object_init),
            ("__repr__", object_repr),
            ("__str__", object_str),
            ("__hash__", object_hash),
            ("__eq__", object_eq),
            ("__ne__", object_ne),
            ("__lt__", object_unordered),
            ("__le__", object_unordered),
            ("__gt__", object_unordered),
            ("__ge__", object_unordered),
            ("__getattribute__", object_getattribute),
            ("__setattr__", object_setattr),
            ("__delattr__", object_delattr),
        ],
    );
    methods(
        &object,
        OWNER,
        &[
            ("__format__", object_format),
            ("__dir__", object_dir),
            ("__sizeof__", object_sizeof),
            ("__reduce__", object_reduce),
            ("__reduce_ex__", object_reduce_ex),
            ("__getstate__", object_getstate),
        ],
    );
    class_methods(
        &object,
        OWNER,
        &[
            ("__init_subclass__", crate::machine::class_build::object_init_subclass),
            ("__subclasshook__", object_subclasshook),
        ],
    );
    property(&object, OWNER, "__class__", class_of, set_class);
    property(&object, OWNER, "__dict__", dict_of, set_dict);
    object.dict.set(names::doc, Value::None);
}

/// The receiver of a method of `object`.
fn receiver<'a>(args: &'a Args, method: &str) -> PyResult<&'a Value> {
    match args.positional.first() {
        Some(value) => Ok(value),
        None => type_error(format!("descriptor '{method}' of 'object' object needs an argument")),
    }
}

/// The one argument of a method of `object`.
fn argument<'a>(args: &'a Args, method: &str) -> PyResult<(&'a Value, &'a Value)> {
    match &args.positional[..] {
        [receiver, one] => Ok((receiver, one)),
        other => type_error(format!(
            "object.{method}() takes exactly one argument ({} given)",
            other.len().saturating_sub(1)
        )),
    }
}

/// Whether a class attribute is this very function of ours.
fn is_ours(found: Option<Value>, function: NativeFn) -> bool {
    matches!(found, Some(Value::Native(native)) if std::ptr::fn_addr_eq(native.function, function))
}

/// What types that cannot be called as others can say of the arguments; None where nothing special.
fn refusal_in_c(class: &Class, given: &[Value]) -> Option<String> {
    let name = class.name();
    match (&*name.text(), given) {
        ("NoneType" | "NotImplementedType", [_, ..]) => Some(format!("{name} takes no arguments")),
        ("ellipsis", [_, ..]) => Some("EllipsisType takes no arguments".to_owned()),
        ("code", _) if given.len() < 16 => {
            Some(format!("code expected at least 16 arguments, got {}", given.len()))
        }
        ("NoneType" | "NotImplementedType" | "ellipsis", []) => None,
        _ => Some(format!("cannot create '{name}' instances")),
    }
}

/// `object.__new__(class, …)`
pub fn object_new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Class(class)) = args.positional.first() else {
        return match args.positional.first() {
            None => type_error("object.__new__(): not enough arguments"),
            Some(other) => {
                let kind = machine.types.name_of(other);
                type_error(format!("object.__new__(X): X is not a type object ({kind})"))
            }
        };
    };
    let class = class.clone();
    if !class.heap
        && class.layout == Layout::Sealed
        && let Some(message) = refusal_in_c(&class, &args.positional[1..])
    {
        return type_error(message);
    }
    if args.positional.len() > 1 || !args.keywords.is_empty() {
        if !is_ours(class.lookup(names::new), object_new) {
            return type_error("object.__new__() takes exactly one argument (the type to instantiate)");
        }
        if is_ours(class.lookup(names::init), object_init) {
            return type_error(format!("{}() takes no arguments", class.name()));
        }
    }
    if let Some(abstract_methods) = class.dict.get(names::abstractmethods) {
        refuse_abstract(machine, &class, &abstract_methods)?;
    }
    if class.layout == Layout::Sealed {
        let only = match &*class.name().text() {
            "NoneType" => Some(Value::None),
            "ellipsis" => Some(Value::Ellipsis),
            "NotImplementedType" => Some(Value::NotImplemented),
            _ => None,
        };
        if let Some(only) = only.filter(|_| !class.heap) {
            return done(only);
        }
        return type_error(format!("cannot create '{}' instances", class.name()));
    }
    if class.layout != Layout::Object {
        let solid = class.mro().into_iter().find(|class| !class.heap);
        let solid = solid.map_or_else(|| class.name(), |class| class.name());
        return type_error(format!("object.__new__({}) is not safe, use {solid}.__new__()", class.name()));
    }
    done(Value::Instance(Instance::new(class, Payload::None)))
}

fn refuse_abstract(machine: &mut Machine, class: &Rc<Class>, methods: &Value) -> PyResult<()> {
    let items = machine.collect(methods)?;
    let mut listed: Vec<String> =
        items.iter().filter_map(|name| name.as_str().map(|name| format!("'{}'", name.as_str()))).collect();
    listed.sort();
    if listed.is_empty() {
        return Ok(());
    }
    let plural = if listed.len() == 1 { "" } else { "s" };
    type_error(format!(
        "Can't instantiate abstract class {} without an implementation for abstract method{plural} {}",
        class.name(),
        listed.join(", ")
    ))
}

/// `object.__init__(self, …)`
pub fn object_init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(object) = args.positional.first() {
        let class = machine.types.of(object);
        check_excess(machine, &class, args)?;
    }
    done(Value::None)
}

/// Complains of arguments that neither `__new__` nor `__init__` takes.
pub fn check_excess(_machine: &mut Machine, class: &Rc<Class>, args: &Args) -> PyResult<()> {
    if args.positional.len() <= 1 && args.keywords.is_empty() {
        return Ok(());
    }
    if !is_ours(class.lookup(names::init), object_init) {
        return type_error("object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if is_ours(class.lookup(names::new), object_new) {
        return type_error(format!(
            "{}.__init__() takes exactly one argument (the instance to initialize)",
            class.name()
        ));
    }
    Ok(())
}

fn object_repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let value = receiver(args, "__repr__")?;
    done(super::naming::default_repr(machine, value))
}

fn object_str(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let value = receiver(args, "__str__")?;
    done(machine.repr_as(value, "__str__")?)
}

fn object_hash(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let value = receiver(args, "__hash__")?;
    done(crate::hashing::hash_identity(value))
}

fn object_eq(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (left, right) = argument(args, "__eq__")?;
    done(if left.is(right) { Value::Bool(true) } else { Value::NotImplemented })
}

fn object_ne(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (left, right) = argument(args, "__ne__")?;
    let Some(equals) = machine.special(left, names::eq)? else { return done(Value::NotImplemented) };
    match machine.ask(&equals, Args::one(right.clone()))? {
        Value::NotImplemented => done(Value::NotImplemented),
        answer => done(!machine.truth(&answer)?),
    }
}

fn object_unordered(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    argument(args, "__lt__")?;
    done(Value::NotImplemented)
}

fn object_format(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (value, spec) = argument(args, "__format__")?;
    match spec.as_str() {
        Some(spec) if spec.is_empty() => done(machine.str_of(value)?),
        Some(_) => {
            let kind = machine.types.name_of(value);
            type_error(format!("unsupported format string passed to {kind}.__format__"))
        }
        None => {
            let kind = machine.types.name_of(spec);
            type_error(format!("__format__() argument must be str, not {kind}"))
        }
    }
}

fn object_dir(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let value = receiver(args, "__dir__")?;
    if let Value::Instance(module) = value
        && module.class.id == machine.types.module.id
        && let Some(own) = module.dict_if_any().and_then(|dict| dict.get_str("__dir__"))
    {
        return machine.call(&own, Args::none());
    }
    done(Value::list(super::meant::attribute_names(machine, value)))
}

fn object_sizeof(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    receiver(args, "__sizeof__")?;
    done(16i64)
}

/// Calls a function of `copyreg`.
fn call_copyreg(machine: &mut Machine, function: &str, args: Args) -> PyResult<Flow> {
    let module = machine.import("copyreg")?;
    let function = machine.get_attribute(&module, Sym::new(function))?;
    machine.call(&function, args)
}

fn object_reduce(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let object = receiver(args, "__reduce__")?.clone();
    call_copyreg(machine, "_reduce", Args::two(object, Value::Int(0)))
}

/// `object.__reduce_ex__(protocol)`: asks the class's own `__reduce__`, if it has one.
fn object_reduce_ex(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let object = receiver(args, "__reduce_ex__")?.clone();
    let class = machine.types.of(&object);
    let own = class.lookup(names::reduce);
    if let Some(own) = own
        && !matches!(&own, Value::Native(native) if std::ptr::fn_addr_eq(native.function, object_reduce as crate::function::NativeFn))
    {
        let bound = machine.bind_special(&own, &object, &class)?;
        return machine.call(&bound, Args::none());
    }
    let protocol = args.positional.get(1).cloned().unwrap_or(Value::Int(0));
    call_copyreg(machine, "_reduce", Args::two(object, protocol))
}

fn object_getstate(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let object = receiver(args, "__getstate__")?.clone();
    call_copyreg(machine, "_default_state", Args::one(object))
}

fn object_subclasshook(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Value::NotImplemented)
}

fn attribute_name(machine: &Machine, name: &Value) -> PyResult<crate::symbol::Sym> {
    match name.as_str() {
        Some(name) => Ok(name.symbol()),
        None => {
            let kind = machine.types.name_of(name);
            type_error(format!("attribute name must be string, not '{kind}'"))
        }
    }
}

fn object_getattribute(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (object, name) = argument(args, "__getattribute__")?;
    let name = attribute_name(machine, name)?;
    let class = machine.types.of(object);
    attribute::load_default(machine, object, name, &class, false)
}

fn object_setattr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [object, name, value] = &args.positional[..] else {
        return type_error(format!("expected 2 arguments, got {}", args.positional.len().saturating_sub(1)));
    };
    let name = attribute_name(machine, name)?;
    attribute::store_default(machine, object, name, value.clone())
}

fn object_delattr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (object, name) = argument(args, "__delattr__")?;
    let name = attribute_name(machine, name)?;
    attribute::delete_default(machine, object, name)
}

fn class_of(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::Class(machine.types.of(receiver(args, "__class__")?)))
}

fn set_class(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (object, new) = (&args.positional[0], &args.positional[1]);
    let new = match new {
        Value::Null => return type_error("can't delete __class__ attribute"),
        Value::Class(class) => class,
        other => {
            let kind = machine.types.name_of(other);
            return type_error(format!("__class__ must be set to a class, not '{kind}' object"));
        }
    };
    let old = machine.types.of(object);
    let of_module = |class: &Class| class.is_subclass(&machine.types.module);
    if !(old.heap && new.heap || of_module(&old) && of_module(new)) {
        return type_error("__class__ assignment only supported for mutable types or ModuleType subclasses");
    }
    let Value::Instance(instance) = object else {
        return type_error("__class__ assignment is supported only for instances here, not for classes");
    };
    let same = old.layout == new.layout && old.has_dict == new.has_dict && slots_of(&old) == slots_of(new);
    if !same {
        let (new, old) = (new.name(), old.name());
        return type_error(format!("__class__ assignment: '{new}' object layout differs from '{old}'"));
    }
    instance.class.set(new.clone());
    done(Value::None)
}

/// The names in `__slots__` of a class and all its bases, the last first.
fn slots_of(class: &Class) -> Vec<String> {
    let mut found: Vec<Value> = Vec::new();
    for class in class.mro() {
        match class.dict.get(names::slots) {
            Some(Value::Tuple(listed)) => found.extend(listed.to_vec()),
            Some(Value::List(listed)) => found.extend(listed.to_vec()),
            Some(one) => found.push(one),
            None => {}
        }
    }
    found.iter().filter_map(|name| name.as_str().map(|name| name.as_str().to_owned())).collect()
}

fn dict_of(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match &args.positional[0] {
        Value::Instance(instance) if instance.class.has_dict => done(Value::Dict(instance.dict().clone())),
        Value::Function(function) => done(Value::Dict(function.dict.get_or_init(Rc::default).clone())),
        object => Err(machine.no_attribute(object, names::dict)),
    }
}

fn set_dict(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (object, new) = (&args.positional[0], &args.positional[1]);
    let dict = match object {
        Value::Instance(instance) if instance.class.has_dict => {
            if let Value::Dict(new) = new.base_value()
                && instance.adopt_dict(new)
            {
                return done(Value::None);
            }
            instance.dict().clone()
        }
        Value::Function(function) => function.dict.get_or_init(Rc::default).clone(),
        _ => return Err(machine.no_attribute(object, names::dict)),
    };
    match new.base_value() {
        Value::Dict(new) => {
            // The dict itself stays; it takes over what the new one holds.
            let entries = new.to_vec();
            if !Rc::ptr_eq(new, &dict) {
                dict.clear();
                for (key, value) in entries {
                    if let Some(name) = key.as_str() {
                        dict.set(name.symbol(), value);
                    }
                }
            }
            done(Value::None)
        }
        Value::Null => {
            dict.clear();
            done(Value::None)
        }
        other => {
            let kind = machine.types.name_of(other);
            raise(Exc::TypeError, format!("__dict__ must be set to a dictionary, not a '{kind}'"))
        }
    }
}
