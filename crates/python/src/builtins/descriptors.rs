//! `property`, `staticmethod` and `classmethod`.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::class::{Class, Instance, NativeData, Payload};
use crate::error::{Exc, PyResult, raise, type_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, attribute, done};
use crate::symbol::{Sym, names};
use crate::trash;
use crate::traverse::References;
use crate::value::Value;

use super::arguments::unexpected_keyword;
use super::install::{Table, getters, methods, property as computed, slots, static_methods};

/// The parts of a property.
pub struct Property {
    /// `fget`, `fset` and `fdel`, or None: a class below `property` gives them in its `__init__`.
    functions: RefCell<[Value; 3]>,
    /// `__doc__`, or None.
    pub doc: RefCell<Value>,
    /// `__name__`, or None.
    pub name: RefCell<Value>,
    /// Whether the docstring is the getter's.
    getter_doc: Cell<bool>,
}

impl Property {
    fn new(functions: [Value; 3], doc: Value, getter_doc: bool) -> Property {
        Property {
            functions: functions.into(),
            doc: doc.into(),
            name: Value::None.into(),
            getter_doc: getter_doc.into(),
        }
    }

    /// `fget`, or None.
    pub fn getter(&self) -> Value {
        self.functions.borrow()[0].clone()
    }

    /// `fset`, or None.
    pub fn setter(&self) -> Value {
        self.functions.borrow()[1].clone()
    }

    /// `fdel`, or None.
    pub fn deleter(&self) -> Value {
        self.functions.borrow()[2].clone()
    }
}

/// What a `staticmethod` or `classmethod` wraps.
struct Wrapper {
    function: Value,
    is_static: bool,
}

impl NativeData for Property {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.values(self.functions.borrow().iter());
        references.values([&*self.doc.borrow(), &*self.name.borrow()]);
    }
}

impl NativeData for Wrapper {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.value(&self.function);
    }
}

impl Drop for Property {
    fn drop(&mut self) {
        trash::bury(std::mem::take(self.functions.get_mut()).into_iter());
    }
}

impl Drop for Wrapper {
    fn drop(&mut self) {
        trash::bury(std::iter::once(std::mem::take(&mut self.function)));
    }
}

/// The parts, if the value is a property.
pub fn property(value: &Value) -> Option<&Property> {
    match value {
        Value::Instance(instance) => instance.native(),
        _ => None,
    }
}

/// The parts of a property whose class is `property` itself, which has no methods of the script's.
pub fn plain_property(value: &Value) -> Option<&Property> {
    match value {
        Value::Instance(instance) if !instance.class.heap => instance.native(),
        _ => None,
    }
}

fn wrapper(value: &Value) -> Option<&Wrapper> {
    match value {
        Value::Instance(instance) => instance.native(),
        _ => None,
    }
}

/// The function inside, if the value is a `staticmethod`.
pub fn static_method(value: &Value) -> Option<Value> {
    wrapper(value).filter(|inner| inner.is_static).map(|inner| inner.function.clone())
}

/// The function inside, if the value is a `classmethod`.
pub fn class_method(value: &Value) -> Option<Value> {
    wrapper(value).filter(|inner| !inner.is_static).map(|inner| inner.function.clone())
}

fn wrap(class: Rc<Class>, function: Value, is_static: bool) -> Value {
    Value::Instance(Instance::new(class, Payload::Native(Box::new(Wrapper { function, is_static }))))
}

/// A `staticmethod` of a function.
pub fn make_static_method(machine: &Machine, function: Value) -> Value {
    wrap(machine.types.staticmethod.clone(), function, true)
}

/// A `classmethod` of a function.
pub fn make_class_method(machine: &Machine, function: Value) -> Value {
    wrap(machine.types.classmethod.clone(), function, false)
}

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let class = machine.types.property.clone();
    const PROPERTY: &str = "property";
    static_methods(&class, PROPERTY, &[("__new__", new_property)]);
    slots(
        &class,
        PROPERTY,
        &[
            ("__init__", init_property),
            ("__get__", property_get),
            ("__set__", property_set),
            ("__delete__", property_delete),
        ],
    );
    methods(
        &class,
        PROPERTY,
        &[("getter", getter), ("setter", setter), ("deleter", deleter), ("__set_name__", set_name)],
    );
    getters(
        &class,
        PROPERTY,
        &[("fget", fget), ("fset", fset), ("fdel", fdel), ("__isabstractmethod__", property_is_abstract)],
    );
    computed(&class, PROPERTY, "__doc__", property_doc, set_property_doc);
    computed(&class, PROPERTY, "__name__", property_name, set_property_name);
    const SHARED: Table = &[
        ("__func__", inner),
        ("__wrapped__", inner),
        ("__isabstractmethod__", wrapper_is_abstract),
        ("__name__", inner_name),
        ("__qualname__", inner_qualname),
        ("__doc__", inner_doc),
        ("__module__", inner_module),
        ("__annotations__", inner_annotations),
        ("__annotate__", inner_annotate),
    ];
    let class = machine.types.staticmethod.clone();
    static_methods(&class, "staticmethod", &[("__new__", new_static)]);
    slots(
        &class,
        "staticmethod",
        &[
            ("__init__", any_init),
            ("__get__", static_get),
            ("__call__", static_call),
            ("__repr__", wrapper_repr),
        ],
    );
    getters(&class, "staticmethod", SHARED);
    let class = machine.types.classmethod.clone();
    static_methods(&class, "classmethod", &[("__new__", new_class)]);
    slots(
        &class,
        "classmethod",
        &[("__init__", any_init), ("__get__", class_get), ("__repr__", wrapper_repr)],
    );
    getters(&class, "classmethod", SHARED);
}

/// `__init__` of classes that are complete once made.
fn any_init(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Value::None)
}

fn class_argument(args: &Args, name: &str) -> PyResult<Rc<Class>> {
    match args.positional.first() {
        Some(Value::Class(class)) => Ok(class.clone()),
        _ => type_error(format!("{name}.__new__(X): X is not a type object")),
    }
}

fn new_wrapper(args: &Args, name: &str, is_static: bool) -> PyResult<Flow> {
    let class = class_argument(args, name)?;
    match &args.positional[1..] {
        [function] => done(wrap(class, function.clone(), is_static)),
        other => type_error(format!("{name} expected 1 argument, got {}", other.len())),
    }
}

fn new_static(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    new_wrapper(args, "staticmethod", true)
}

fn new_class(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    new_wrapper(args, "classmethod", false)
}

fn inner_of(args: &Args) -> PyResult<&Value> {
    match args.positional.first().and_then(wrapper) {
        Some(wrapper) => Ok(&wrapper.function),
        None => type_error("descriptor requires a 'staticmethod' or 'classmethod' object"),
    }
}

fn inner(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(inner_of(args)?.clone())
}

fn inner_attribute(machine: &mut Machine, args: &Args, name: Sym) -> PyResult<Flow> {
    let function = inner_of(args)?.clone();
    machine.call_native(attribute::load, Args::two(function, Value::Str(name.key())))
}

fn inner_name(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    inner_attribute(machine, args, names::name)
}

fn inner_qualname(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    inner_attribute(machine, args, names::qualname)
}

fn inner_doc(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    inner_attribute(machine, args, names::doc)
}

fn inner_module(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    inner_attribute(machine, args, names::module)
}

fn inner_annotations(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    inner_attribute(machine, args, Sym::new("__annotations__"))
}

fn inner_annotate(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    inner_attribute(machine, args, Sym::new("__annotate__"))
}

/// Whether a part of a descriptor is an abstract method.
fn is_abstract(machine: &mut Machine, part: &Value) -> PyResult<bool> {
    if part.is_none() || part.is_null() {
        return Ok(false);
    }
    match machine.find_attribute(part, Sym::new("__isabstractmethod__"))? {
        Some(mark) => machine.truth(&mark),
        None => Ok(false),
    }
}

fn wrapper_is_abstract(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let function = inner_of(args)?.clone();
    done(is_abstract(machine, &function)?)
}

fn wrapper_repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let function = inner_of(args)?.clone();
    let shown = machine.repr_of(&function)?;
    let kind = machine.types.name_of(&args.positional[0]);
    done(format!("<{kind}({})>", shown.as_str().map_or("", |text| text.as_str())))
}

fn static_get(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(inner_of(args)?.clone())
}

fn static_call(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let function = inner_of(args)?.clone();
    let mut rest = args.clone();
    rest.positional.remove(0);
    machine.call(&function, rest)
}

fn class_get(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let function = inner_of(args)?.clone();
    let class = match (args.positional.get(1), args.positional.get(2)) {
        (_, Some(class @ Value::Class(_))) => class.clone(),
        (Some(object), _) if !object.is_none() => Value::Class(machine.types.of(object)),
        _ => return type_error("__get__(None, None) is invalid"),
    };
    done(machine.bind(&function, &class))
}

fn new_property(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_argument(args, "property")?;
    if class.heap {
        let none = [Value::None, Value::None, Value::None];
        let data = Property::new(none, Value::None, false);
        return done(Value::Instance(Instance::new(class, Payload::Native(Box::new(data)))));
    }
    let (functions, doc) = property_arguments(&args.positional[1..], &args.keywords)?;
    done(make_property(machine, class, functions, doc)?)
}

fn property_arguments(given: &[Value], keywords: &[(Sym, Value)]) -> PyResult<([Value; 3], Value)> {
    let mut parts = [Value::None, Value::None, Value::None, Value::None];
    let count = given.len() + keywords.len();
    if count > 4 {
        return type_error(format!("property() takes at most 4 arguments ({count} given)"));
    }
    for (place, value) in parts.iter_mut().zip(given) {
        *place = value.clone();
    }
    for (name, value) in keywords {
        let known = ["fget", "fset", "fdel", "doc"];
        match known.iter().position(|known| **known == *name.text()) {
            Some(index) => parts[index] = value.clone(),
            None => return unexpected_keyword("property()", &name.text(), &known),
        }
    }
    let [getter, setter, deleter, doc] = parts;
    Ok(([getter, setter, deleter], doc))
}

/// What the docstring of a property is, and whether it is its getter's; may ask.
fn doc_of_property(machine: &mut Machine, getter: &Value, doc: Value) -> PyResult<(Value, bool)> {
    if !doc.is_none() || getter.is_none() {
        return Ok((doc, false));
    }
    Ok((machine.find_attribute(getter, names::doc)?.unwrap_or(Value::None), true))
}

fn make_property(
    machine: &mut Machine,
    class: Rc<Class>,
    functions: [Value; 3],
    doc: Value,
) -> PyResult<Value> {
    let (doc, getter_doc) = doc_of_property(machine, &functions[0], doc)?;
    let data = Property::new(functions, doc, getter_doc);
    Ok(Value::Instance(Instance::new(class, Payload::Native(Box::new(data)))))
}

/// `property.__init__`: for classes below it; a plain one is complete once made.
fn init_property(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let parts = parts_of(args)?;
    let Value::Instance(own) = &args.positional[0] else { return done(Value::None) };
    if !own.class.heap {
        return done(Value::None);
    }
    let (functions, doc) = property_arguments(&args.positional[1..], &args.keywords)?;
    let (doc, getter_doc) = doc_of_property(machine, &functions[0], doc)?;
    if own.class.has_dict {
        // The docstring of its class would hide it.
        own.set(names::doc, doc.clone());
    }
    let _old = (parts.functions.replace(functions), parts.doc.replace(doc));
    parts.getter_doc.set(getter_doc);
    done(Value::None)
}

fn parts_of(args: &Args) -> PyResult<&Property> {
    match args.positional.first().and_then(property) {
        Some(parts) => Ok(parts),
        None => type_error("descriptor requires a 'property' object"),
    }
}

/// A copy of a property with one part replaced: `@x.setter` and the like.
fn copy_with(machine: &mut Machine, args: &Args, index: usize) -> PyResult<Flow> {
    let parts = parts_of(args)?;
    let Some(function) = args.positional.get(1) else {
        let name = ["getter", "setter", "deleter"][index];
        return type_error(format!("property.{name}() takes exactly one argument (0 given)"));
    };
    let mut three = parts.functions.borrow().clone();
    three[index] = function.clone();
    let doc = if parts.getter_doc.get() { Value::None } else { parts.doc.borrow().clone() };
    let class = machine.types.of(&args.positional[0]);
    let copy = if class.heap {
        let [getter, setter, deleter] = three;
        let given = Args { positional: vec![getter, setter, deleter, doc].into(), ..Args::default() };
        machine.ask(&Value::Class(class), given)?
    } else {
        make_property(machine, class, three, doc)?
    };
    if let (Some(from), Some(to)) = (property(&args.positional[0]), property(&copy)) {
        let name = from.name.borrow().clone();
        to.name.replace(name);
    }
    done(copy)
}

fn getter(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    copy_with(machine, args, 0)
}

fn setter(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    copy_with(machine, args, 1)
}

fn deleter(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    copy_with(machine, args, 2)
}

fn set_name(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let parts = parts_of(args)?;
    match args.positional.get(2) {
        Some(name) => {
            let _old = parts.name.replace(name.clone());
            done(Value::None)
        }
        None => type_error(format!(
            "__set_name__() takes 2 positional arguments but {} were given",
            args.positional.len() - 1
        )),
    }
}

fn fget(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(parts_of(args)?.getter())
}

fn fset(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(parts_of(args)?.setter())
}

fn fdel(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(parts_of(args)?.deleter())
}

fn property_is_abstract(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let parts = parts_of(args)?;
    for part in [parts.getter(), parts.setter(), parts.deleter()] {
        if is_abstract(machine, &part)? {
            return done(true);
        }
    }
    done(false)
}

fn property_doc(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(parts_of(args)?.doc.borrow().clone())
}

fn set_property_doc(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let _old = parts_of(args)?.doc.replace(args.positional[1].clone().or_none());
    done(Value::None)
}

fn property_name(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let parts = parts_of(args)?;
    let name = parts.name.borrow().clone();
    if !name.is_none() {
        return done(name);
    }
    let getter = parts.getter();
    match machine.find_attribute(&getter, names::name)? {
        Some(name) if !getter.is_none() => done(name),
        _ => raise(Exc::AttributeError, "'property' object has no attribute '__name__'"),
    }
}

fn set_property_name(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let _old = parts_of(args)?.name.replace(args.positional[1].clone().or_none());
    done(Value::None)
}

fn property_get(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    parts_of(args)?;
    match args.positional.get(1) {
        None | Some(Value::None) => done(args.positional[0].clone()),
        Some(object) => attribute::get_property(machine, &args.positional[0], object),
    }
}

fn property_set(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    parts_of(args)?;
    let [descriptor, object, value] = &args.positional[..] else {
        return type_error(format!("expected 2 arguments, got {}", args.positional.len() - 1));
    };
    attribute::set_property(machine, descriptor, object, value.clone())
}

fn property_delete(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    parts_of(args)?;
    let [descriptor, object] = &args.positional[..] else {
        return type_error(format!("expected 1 argument, got {}", args.positional.len() - 1));
    };
    attribute::delete_property(machine, descriptor, object)
}
