//! `mappingproxy`: a view of a mapping that cannot be changed through it, such as `Class.__dict__`.

use std::any::Any;
use std::rc::Rc;

use crate::class::{Instance, NativeData, Payload};
use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::traverse::References;
use crate::value::Value;

use super::install::{methods, slots, static_methods};

const OWNER: &str = "mappingproxy";

struct Proxy(Value);

impl NativeData for Proxy {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.value(&self.0);
    }
}

/// A proxy of a mapping.
pub fn proxy(machine: &Machine, mapping: Value) -> Value {
    let payload = Payload::Native(Box::new(Proxy(mapping)));
    Value::Instance(Instance::new(machine.types.mapping_proxy.clone(), payload))
}

/// The mapping behind a proxy.
pub fn behind(value: &Value) -> Option<&Value> {
    match value {
        Value::Instance(instance) => instance.native::<Proxy>().map(|proxy| &proxy.0),
        _ => None,
    }
}

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let class = machine.types.mapping_proxy.clone();
    static_methods(&class, OWNER, &[("__new__", new)]);
    slots(
        &class,
        OWNER,
        &[
            ("__getitem__", getitem),
            ("__len__", len),
            ("__iter__", iter),
            ("__contains__", contains),
            ("__repr__", repr),
            ("__str__", str_),
            ("__eq__", eq),
            ("__or__", or),
            ("__ror__", reflected_or),
            ("__ior__", no_inplace_or),
            ("__reversed__", reversed),
            ("__hash__", hash),
        ],
    );
    methods(
        &class,
        OWNER,
        &[("get", get), ("keys", keys), ("values", values), ("items", items), ("copy", copy)],
    );
}

fn mapping(args: &Args) -> PyResult<Value> {
    match args.positional.first().and_then(behind) {
        Some(mapping) => Ok(mapping.clone()),
        None => type_error("descriptor requires a 'mappingproxy' object"),
    }
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match args.positional.get(1) {
        Some(value) if machine.is_mapping(value) || is_subscriptable(value) => {
            done(proxy(machine, value.clone()))
        }
        Some(value) => {
            let kind = machine.types.name_of(value);
            type_error(format!("mappingproxy() argument must be a mapping, not {kind}"))
        }
        None => type_error("mappingproxy() missing required argument 'mapping' (pos 1)"),
    }
}

/// Whether an object's class defines `__getitem__`, which is enough to stand behind a proxy.
fn is_subscriptable(value: &Value) -> bool {
    matches!(value, Value::Instance(instance) if instance.class.lookup(names::getitem).is_some())
}

fn getitem(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mapping = mapping(args)?;
    machine.call_native(crate::machine::ops::subscript, Args::two(mapping, args.positional[1].clone()))
}

fn len(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mapping = mapping(args)?;
    done(machine.length(&mapping)? as i64)
}

fn iter(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mapping = mapping(args)?;
    done(machine.iter(&mapping)?)
}

fn contains(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mapping = mapping(args)?;
    machine.call_native(crate::machine::ops::contains, Args::two(args.positional[1].clone(), mapping))
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let shown = machine.repr_of(&mapping(args)?)?;
    done(format!("mappingproxy({})", shown.as_str().map_or("", |text| text.as_str())))
}

fn str_(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let shown = machine.str_of(&mapping(args)?)?;
    done(shown)
}

fn eq(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let left = mapping(args)?;
    let right = behind(&args.positional[1]).unwrap_or(&args.positional[1]).clone();
    done(machine.equal(&left, &right)?)
}

fn or(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let left = mapping(args)?;
    let right = behind(&args.positional[1]).unwrap_or(&args.positional[1]).clone();
    let function = crate::machine::ops::binary_function(crate::code::BinaryOp::Or);
    machine.call_native(function, Args::two(left, right))
}

fn reflected_or(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let right = mapping(args)?;
    let function = crate::machine::ops::binary_function(crate::code::BinaryOp::Or);
    machine.call_native(function, Args::two(args.positional[1].clone(), right))
}

fn no_inplace_or(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    mapping(args)?;
    type_error("'|=' is not supported by mappingproxy; use '|' instead")
}

fn reversed(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mapping = mapping(args)?;
    let Some(reversed) = machine.builtins.get_str("reversed") else { return done(Value::NotImplemented) };
    machine.call(&reversed, Args::one(mapping))
}

fn hash(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mapping = mapping(args)?;
    done(machine.hash(&mapping)?)
}

/// Calls the mapping's own method of a name.
fn forward(machine: &mut Machine, args: &Args, name: &str) -> PyResult<Flow> {
    let mapping = mapping(args)?;
    let method = machine.get_attribute(&mapping, Sym::new(name))?;
    machine.call(&method, Args::many(args.positional[1..].iter().cloned()))
}

fn get(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    forward(machine, args, "get")
}

fn keys(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    forward(machine, args, "keys")
}

fn values(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    forward(machine, args, "values")
}

fn items(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    forward(machine, args, "items")
}

fn copy(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match mapping(args)? {
        Value::Dict(dict) => done(Value::Dict(Rc::new(dict.copy()))),
        _ => forward(machine, args, "copy"),
    }
}
