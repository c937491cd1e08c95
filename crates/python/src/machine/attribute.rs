//! Attribute access: `object.name` read, written and deleted, with descriptors, `__getattr__` and CPython's
//! messages. What needs no call is done in `attribute_fast.rs`.

use std::rc::Rc;

use crate::builtins::descriptors::{class_method, plain_property, property, static_method};
use crate::builtins::members::{self, member};
use crate::class::Class;
use crate::error::{Exc, PyResult, Raise, raise, raise_object, type_error};
use crate::frame::{Frame, NativeFrame, Outcome};
use crate::function::{Args, Function, NativeKind};
use crate::machine::exception::exception_data;
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::value::Value;

/// How a class attribute behaves when it is found through an instance.
pub(super) enum Binding {
    /// It is the value itself.
    Plain,
    /// A function: becomes a bound method.
    Method,
    /// Gives the class instead of the instance.
    ClassMethod(Value),
    /// Gives what is inside, unbound.
    Static(Value),
    /// A getter in Rust.
    Getter,
    /// A property of the script, with its getter.
    Property,
    /// An object with `__get__`, and whether it has `__set__` or `__delete__` too.
    Descriptor(bool),
}

/// How it behaves.
pub(super) fn binding_of(value: &Value) -> Binding {
    match value {
        Value::Function(function) if super::refusal::stands_in_for_c(function) => Binding::Plain,
        Value::Function(_) => Binding::Method,
        Value::Native(native) if native.receiver.is_null() => match native.kind {
            NativeKind::Method | NativeKind::Slot => Binding::Method,
            NativeKind::ClassMethod => Binding::ClassMethod(value.clone()),
            NativeKind::Getter => Binding::Getter,
            NativeKind::Function | NativeKind::Static => Binding::Plain,
        },
        Value::Instance(instance) => {
            if plain_property(value).is_some() {
                Binding::Property
            } else if member(value).is_some() {
                Binding::Getter
            } else if let Some(function) = class_method(value) {
                Binding::ClassMethod(function)
            } else if let Some(function) = static_method(value) {
                Binding::Static(function)
            } else if instance.class.lookup(names::get).is_some() {
                let class = &instance.class;
                Binding::Descriptor(
                    class.lookup(names::set).is_some() || class.lookup(names::delete).is_some(),
                )
            } else if instance.class.lookup(names::set).is_some() {
                Binding::Descriptor(true)
            } else {
                Binding::Plain
            }
        }
        _ => Binding::Plain,
    }
}

/// Whether binding it runs code that may be a script's own.
pub(crate) fn binds_by_asking(found: &Value) -> bool {
    matches!(binding_of(found), Binding::Getter | Binding::Property | Binding::Descriptor(_))
}

impl Machine {
    /// What is inside a static method; other values as they are.
    pub(crate) fn unwrap_static(&self, value: &Value) -> Value {
        static_method(value).unwrap_or_else(|| value.clone())
    }

    /// Binds a dunder found on a class to the object it is called for.
    pub fn bind_special(&mut self, found: &Value, object: &Value, class: &Rc<Class>) -> PyResult<Value> {
        Ok(match binding_of(found) {
            Binding::Method => self.bind(found, object),
            Binding::Static(function) => function,
            Binding::ClassMethod(function) => self.bind(&function, &Value::Class(class.clone())),
            Binding::Plain => found.clone(),
            Binding::Getter | Binding::Property | Binding::Descriptor(_) => {
                let args = Args::three(found.clone(), object.clone(), Value::Class(class.clone()));
                self.ask_native(call_get, args)?
            }
        })
    }

    /// Reads an attribute; may ask.
    pub fn get_attribute(&mut self, object: &Value, name: Sym) -> PyResult<Value> {
        self.ask_native(load, Args::two(object.clone(), Value::Str(name.key())))
    }

    /// Reads an attribute; `None` where there is none.
    pub fn find_attribute(&mut self, object: &Value, name: Sym) -> PyResult<Option<Value>> {
        match self.ask_caught(load, Args::two(object.clone(), Value::Str(name.key())))? {
            Ok(value) => Ok(Some(value)),
            Err(exception) if self.is_exception(&exception, Exc::AttributeError) => Ok(None),
            Err(exception) => raise_object(exception),
        }
    }

    /// Finds a dunder on the value's class, bound to the value. One that is `None` forbids what it is for: some
    /// operations say so in words of their own, as if there were none, and the others call the `None`.
    pub fn special(&mut self, object: &Value, name: Sym) -> PyResult<Option<Value>> {
        let class = self.types.of(object);
        match class.lookup(name) {
            None => Ok(None),
            Some(Value::None) if is_forbidden_in_words(name) => Ok(None),
            Some(found) => self.bind_special(&found, object, &class).map(Some),
        }
    }

    /// The AttributeError for an object without the attribute.
    pub fn no_attribute(&mut self, object: &Value, name: Sym) -> Box<Raise> {
        let message = match object {
            Value::Class(class) => format!("type object '{}' has no attribute '{name}'", class.shown_name()),
            Value::Instance(instance) if instance.class.id == self.types.module.id => {
                let module = instance.get(names::name).unwrap_or_default();
                match module.as_str() {
                    Some(module) => format!("module '{}' has no attribute '{name}'", module.as_str()),
                    None => format!("module has no attribute '{name}'"),
                }
            }
            Value::Instance(instance) if instance.native::<crate::builtins::super_::Super>().is_some() => {
                format!("'super' object has no attribute '{name}'")
            }
            _ => format!("'{}' object has no attribute '{name}'", self.types.name_of(object)),
        };
        Box::new(Raise::Attribute(message, object.clone(), name))
    }
}

/// Whether a dunder that is `None` makes the operation say that it is not for the object.
fn is_forbidden_in_words(name: Sym) -> bool {
    [names::hash, names::contains, names::reversed, names::missing, names::bytes, names::dir].contains(&name)
}

fn name_arg(args: &Args, index: usize) -> Option<Sym> {
    args.positional.get(index).and_then(Value::as_str).map(|text| text.symbol())
}

/// `[descriptor, object, class] → value`: what `__get__` gives.
pub fn call_get(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (descriptor, object, class) = (&args.positional[0], &args.positional[1], &args.positional[2]);
    if plain_property(descriptor).is_some() {
        return get_property(machine, descriptor, object);
    }
    if let Some(slot) = member(descriptor) {
        return members::load(machine, slot, object);
    }
    match descriptor {
        Value::Native(native) => machine.call_native(native.function, Args::one(object.clone())),
        Value::Instance(instance) => match instance.class.lookup(names::get) {
            Some(get) => {
                let object = if object.is_null() { Value::None } else { object.clone() };
                machine.call(&get, Args::three(descriptor.clone(), object, class.clone()))
            }
            None => done(descriptor.clone()),
        },
        _ => done(descriptor.clone()),
    }
}

fn no_accessor<T>(machine: &mut Machine, descriptor: &Value, object: &Value, what: &str) -> PyResult<T> {
    let kind = machine.types.of(object).qualname();
    let kind = kind.as_str().map_or_else(String::new, |kind| kind.as_str().to_owned());
    let name =
        property(descriptor).and_then(|parts| parts.name.borrow().as_str().map(|n| n.as_str().to_string()));
    let message = match name {
        Some(name) => format!("property '{name}' of '{kind}' object has no {what}"),
        None => format!("property of '{kind}' object has no {what}"),
    };
    Err(Box::new(Raise::New(Exc::AttributeError, message)))
}

fn not_writable<T>(native: &crate::function::Native, name: Sym) -> PyResult<T> {
    if is_member(native.owner, &name.text()) {
        return raise(Exc::AttributeError, "readonly attribute");
    }
    raise(Exc::AttributeError, format!("attribute '{name}' of '{}' objects is not writable", native.owner))
}

/// Whether CPython reads an attribute straight from the object, which another message tells who sets it.
fn is_member(owner: &str, name: &str) -> bool {
    match owner {
        "function" => matches!(name, "__closure__" | "__globals__" | "__builtins__"),
        "property" => matches!(name, "fget" | "fset" | "fdel"),
        "classmethod" | "staticmethod" => matches!(name, "__func__" | "__wrapped__"),
        "method" => matches!(name, "__func__" | "__self__"),
        "super" => name.starts_with("__self") || name == "__thisclass__",
        "code" => name != "co_code" && !matches!(name, "co_varnames" | "co_cellvars" | "co_freevars"),
        "slice" | "range" => matches!(name, "start" | "stop" | "step"),
        "complex" => matches!(name, "real" | "imag"),
        "BaseExceptionGroup" => matches!(name, "message" | "exceptions"),
        "datetime.timedelta" => true,
        "type" => name == "__base__",
        _ => matches!(name, "cr_origin" | "ag_running" | "tb_frame" | "tb_lasti"),
    }
}

/// `property.__get__`
pub fn get_property(machine: &mut Machine, descriptor: &Value, object: &Value) -> PyResult<Flow> {
    match property(descriptor).map(|parts| parts.getter()).unwrap_or_default() {
        Value::None | Value::Null => no_accessor(machine, descriptor, object, "getter"),
        getter => machine.call(&getter, Args::one(object.clone())),
    }
}

/// `property.__set__`
pub fn set_property(
    machine: &mut Machine,
    descriptor: &Value,
    object: &Value,
    value: Value,
) -> PyResult<Flow> {
    let setter = property(descriptor).map(|parts| parts.setter()).unwrap_or_default();
    match setter {
        Value::None | Value::Null => no_accessor(machine, descriptor, object, "setter"),
        setter => machine.call(&setter, Args::two(object.clone(), value)),
    }
}

/// `property.__delete__`
pub fn delete_property(machine: &mut Machine, descriptor: &Value, object: &Value) -> PyResult<Flow> {
    let deleter = property(descriptor).map(|parts| parts.deleter()).unwrap_or_default();
    match deleter {
        Value::None | Value::Null => no_accessor(machine, descriptor, object, "deleter"),
        deleter => machine.call(&deleter, Args::one(object.clone())),
    }
}

/// What a class attribute gives for a receiver (Null: for the class alone), as its `__get__` says.
pub fn bind_found(
    machine: &mut Machine,
    found: &Value,
    receiver: &Value,
    class: &Rc<Class>,
) -> PyResult<Flow> {
    match binding_of(found) {
        Binding::ClassMethod(function) => done(machine.bind(&function, &Value::Class(class.clone()))),
        Binding::Static(function) => done(function),
        Binding::Plain => done(found.clone()),
        Binding::Method if receiver.is_null() => done(found.clone()),
        Binding::Method => done(machine.bind(found, receiver)),
        Binding::Getter | Binding::Property if receiver.is_null() => done(found.clone()),
        Binding::Getter | Binding::Property | Binding::Descriptor(_) => {
            let args = Args::three(found.clone(), receiver.clone(), Value::Class(class.clone()));
            machine.call_native(call_get, args)
        }
    }
}

/// Below a script's own accessor: an AttributeError that leaves it learns what it is about.
struct Accessing {
    object: Value,
    name: Sym,
}

impl NativeFrame for Accessing {
    fn resume(self: Box<Self>, _: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        match outcome {
            Outcome::Raise(exception) => {
                name_error_object(&exception, &self.object, self.name);
                raise_object(exception)
            }
            Outcome::Value(value)
            | Outcome::Yield(value)
            | Outcome::Return(value)
            | Outcome::AsyncYield(value) => done(value),
        }
    }
}

/// Gives an AttributeError its `name` and `obj`, unless it has them.
fn name_error_object(exception: &Value, object: &Value, name: Sym) {
    let Some(data) = exception_data(exception) else { return };
    let is_attribute_error = match exception {
        Value::Instance(instance) => instance.class.lookup(names::obj).is_some(),
        _ => false,
    };
    if is_attribute_error && data.field(names::name_field).is_none() && data.field(names::obj).is_none() {
        data.set_field(names::name_field, Value::Str(name.key()));
        data.set_field(names::obj, object.clone());
    }
}

/// `[object, name] → value`
pub fn load(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let object = &args.positional[0];
    let Some(name) = name_arg(args, 1) else { return type_error("attribute name must be string") };
    let base = machine.frames.len();
    let mut result = load_any(machine, args, object, name);
    match &mut result {
        Ok(Flow::Pushed) => {
            let frame = Accessing { object: object.clone(), name };
            machine.frames.insert(base, Frame::Native(Box::new(frame)));
        }
        Err(raised) => match &mut **raised {
            Raise::Object(exception) => name_error_object(exception, object, name),
            Raise::New(Exc::AttributeError, message) => {
                let message = std::mem::take(message);
                **raised = Raise::Attribute(message, object.clone(), name);
            }
            _ => {}
        },
        Ok(Flow::Value(_)) => {}
    }
    result
}

fn load_any(machine: &mut Machine, args: &Args, object: &Value, name: Sym) -> PyResult<Flow> {
    let class = machine.types.of(object);
    if let Value::Instance(instance) = object
        && let Some(data) = instance.native::<crate::builtins::super_::Super>()
    {
        return crate::builtins::super_::load(machine, object, data, name);
    }
    if matches!(object, Value::Instance(_) | Value::Class(_))
        && class.has_getattribute()
        && let Some(method) = class.lookup(names::getattribute)
    {
        let bound = machine.bind_special(&method, object, &class)?;
        return match machine.ask_call_caught(&bound, Args::one(args.positional[1].clone()))? {
            Ok(value) => done(value),
            Err(exception)
                if machine.is_exception(&exception, Exc::AttributeError) && class.has_getattr() =>
            {
                fall_back(machine, object, name, &class)
            }
            Err(exception) => raise_object(exception),
        };
    }
    load_default(machine, object, name, &class, true)
}

fn fall_back(machine: &mut Machine, object: &Value, name: Sym, class: &Rc<Class>) -> PyResult<Flow> {
    match class.lookup(names::getattr) {
        Some(method) => {
            let bound = machine.bind_special(&method, object, class)?;
            machine.call(&bound, Args::one(Value::Str(name.key())))
        }
        None => match module_getattr(machine, object) {
            Some(function) => machine.call(&function, Args::one(Value::Str(name.key()))),
            None => Err(machine.no_attribute(object, name)),
        },
    }
}

/// The `__getattr__` of a module (PEP 562).
fn module_getattr(machine: &Machine, object: &Value) -> Option<Value> {
    match object {
        Value::Instance(instance) if instance.class.is_subclass(&machine.types.module) => {
            instance.get(names::getattr)
        }
        _ => None,
    }
}

/// `object.__getattribute__`, then `__getattr__` where wanted.
pub fn load_default(
    machine: &mut Machine,
    object: &Value,
    name: Sym,
    class: &Rc<Class>,
    with_getattr: bool,
) -> PyResult<Flow> {
    let found = match object {
        Value::Class(target) => load_from_class(machine, target, name, class)?,
        _ => load_from_instance(machine, object, name, class)?,
    };
    let args = match found {
        Found::Value(value) => return done(value),
        Found::Get(descriptor, owner) => {
            let for_class = matches!(object, Value::Class(_)) && !owner;
            let receiver = if for_class { Value::Null } else { object.clone() };
            Args::three(descriptor, receiver, Value::Class(class.clone()))
        }
        Found::GetForClass(descriptor, target) => Args::three(descriptor, Value::Null, Value::Class(target)),
        // A bound method has the attributes of its function.
        Found::Nothing if let Value::Method(method) = object => {
            let args = Args::two(method.function.clone(), Value::Str(name.key()));
            return machine.call_native(load, args);
        }
        Found::Nothing if with_getattr => return fall_back(machine, object, name, class),
        Found::Nothing => return Err(machine.no_attribute(object, name)),
    };
    if !with_getattr || !class.has_getattr() {
        return machine.call_native(call_get, args);
    }
    match machine.ask_caught(call_get, args)? {
        Ok(value) => done(value),
        Err(exception) if machine.is_exception(&exception, Exc::AttributeError) => {
            fall_back(machine, object, name, class)
        }
        Err(exception) => raise_object(exception),
    }
}

enum Found {
    Value(Value),
    /// A descriptor, to be called; whether it belongs to the metaclass of a class.
    Get(Value, bool),
    /// A descriptor found on a class itself.
    GetForClass(Value, Rc<Class>),
    Nothing,
}

fn load_from_instance(
    machine: &mut Machine,
    object: &Value,
    name: Sym,
    class: &Rc<Class>,
) -> PyResult<Found> {
    let in_class = class.lookup(name);
    let binding = in_class.as_ref().map(binding_of);
    if let (Some(value), Some(Binding::Getter | Binding::Property | Binding::Descriptor(true))) =
        (&in_class, &binding)
    {
        if matches!(binding, Some(Binding::Descriptor(true))) {
            // One with `__set__` but no `__get__` gives way to the instance.
            if let Value::Instance(descriptor) = value
                && descriptor.class.lookup(names::get).is_none()
            {
                let own = own_attribute(object, name);
                return Ok(Found::Value(own.unwrap_or_else(|| value.clone())));
            }
        }
        return Ok(Found::Get(value.clone(), true));
    }
    if let Some(value) = own_attribute(object, name) {
        return Ok(Found::Value(value));
    }
    Ok(match (in_class, binding) {
        (Some(value), Some(Binding::Plain)) => Found::Value(value),
        (Some(value), Some(Binding::Method)) => Found::Value(machine.bind(&value, object)),
        (_, Some(Binding::Static(function))) => Found::Value(function),
        (_, Some(Binding::ClassMethod(function))) => {
            Found::Value(machine.bind(&function, &Value::Class(class.clone())))
        }
        (Some(value), Some(_)) => Found::Get(value, true),
        _ => Found::Nothing,
    })
}

fn load_from_class(
    machine: &mut Machine,
    target: &Rc<Class>,
    name: Sym,
    meta: &Rc<Class>,
) -> PyResult<Found> {
    let in_meta = meta.lookup(name);
    let binding = in_meta.as_ref().map(binding_of);
    if let (Some(value), Some(Binding::Getter | Binding::Property | Binding::Descriptor(true))) =
        (&in_meta, &binding)
    {
        return Ok(Found::Get(value.clone(), true));
    }
    if let Some(value) = target.lookup(name) {
        return Ok(match binding_of(&value) {
            Binding::Static(function) => Found::Value(function),
            Binding::ClassMethod(function) => {
                Found::Value(machine.bind(&function, &Value::Class(target.clone())))
            }
            Binding::Descriptor(_) if matches!(&value, Value::Instance(d) if d.class.lookup(names::get).is_some()) => {
                Found::GetForClass(value, target.clone())
            }
            _ => Found::Value(value),
        });
    }
    Ok(match (in_meta, binding) {
        (Some(value), Some(Binding::Method)) => {
            Found::Value(machine.bind(&value, &Value::Class(target.clone())))
        }
        (Some(value), Some(Binding::Plain)) => Found::Value(value),
        (_, Some(Binding::Static(function))) => Found::Value(function),
        (_, Some(Binding::ClassMethod(function))) => {
            Found::Value(machine.bind(&function, &Value::Class(meta.clone())))
        }
        (Some(value), Some(_)) => Found::Get(value, true),
        _ => Found::Nothing,
    })
}

fn own_attribute(object: &Value, name: Sym) -> Option<Value> {
    match object {
        Value::Instance(instance) => instance.get(name),
        Value::Function(function) => function.dict.get().and_then(|dict| dict.get(name)),
        _ => None,
    }
}

/// `[object, name, value]`
pub fn store(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let object = &args.positional[0];
    let Some(name) = name_arg(args, 1) else { return type_error("attribute name must be string") };
    let value = args.positional[2].clone();
    let class = machine.types.of(object);
    let overridden = match object {
        Value::Instance(_) | Value::Class(_) => class.has_setattr() && !is_type(machine, &class),
        _ => false,
    };
    if overridden && let Some(method) = class.lookup(names::setattr) {
        let bound = machine.bind_special(&method, object, &class)?;
        return machine.call(&bound, Args::two(args.positional[1].clone(), value));
    }
    store_default(machine, object, name, value)
}

fn is_type(machine: &Machine, class: &Class) -> bool {
    class.id == machine.types.type_.id
}

/// `object.__setattr__`
pub fn store_default(machine: &mut Machine, object: &Value, name: Sym, value: Value) -> PyResult<Flow> {
    let class = machine.types.of(object);
    if let Some(in_class) = class.lookup(name) {
        match binding_of(&in_class) {
            Binding::Property => return set_property(machine, &in_class, object, value),
            Binding::Getter => {
                if let (Some(slot), Value::Instance(instance)) = (member(&in_class), object) {
                    let _old = instance.set_slot(slot.name, value);
                    return done(Value::None);
                }
                if let Value::Native(native) = &in_class {
                    return match native.setter {
                        Some(setter) => machine.call_native(setter, Args::two(object.clone(), value)),
                        None => not_writable(native, name),
                    };
                }
            }
            Binding::Descriptor(true) => {
                if let Value::Instance(descriptor) = &in_class {
                    return match descriptor.class.lookup(names::set) {
                        Some(set) => machine.call(&set, Args::three(in_class.clone(), object.clone(), value)),
                        None => Err(Box::new(Raise::New(Exc::AttributeError, "__set__".to_string()))),
                    };
                }
            }
            _ => {}
        }
    }
    match object {
        Value::Instance(instance) if instance.class.has_dict => {
            let _old = instance.dict().set(name, value);
            done(Value::None)
        }
        Value::Instance(_) => no_place(machine, object, name),
        Value::Class(class) if !class.heap => {
            type_error(format!("cannot set '{name}' attribute of immutable type '{}'", class.shown_name()))
        }
        Value::Class(class) => {
            let _old = class.set(name, value);
            done(Value::None)
        }
        Value::Function(function) => {
            set_function_attribute(function, name, value)?;
            done(Value::None)
        }
        _ => no_place(machine, object, name),
    }
}

fn set_function_attribute(function: &Rc<Function>, name: Sym, value: Value) -> PyResult<()> {
    let _old = function.dict.get_or_init(Rc::default).set(name, value);
    Ok(())
}

/// `[object, name]`
pub fn delete(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let object = &args.positional[0];
    let Some(name) = name_arg(args, 1) else { return type_error("attribute name must be string") };
    let class = machine.types.of(object);
    let overridden = match object {
        Value::Instance(_) | Value::Class(_) => class.has_delattr() && !is_type(machine, &class),
        _ => false,
    };
    if overridden && let Some(method) = class.lookup(names::delattr) {
        let bound = machine.bind_special(&method, object, &class)?;
        return machine.call(&bound, Args::one(args.positional[1].clone()));
    }
    delete_default(machine, object, name)
}

/// `object.__delattr__`
pub fn delete_default(machine: &mut Machine, object: &Value, name: Sym) -> PyResult<Flow> {
    let class = machine.types.of(object);
    if let Some(in_class) = class.lookup(name) {
        if plain_property(&in_class).is_some() {
            return delete_property(machine, &in_class, object);
        }
        if let Some(slot) = member(&in_class) {
            return members::remove(machine, slot, object);
        }
        if let (Value::Native(native), Binding::Getter) = (&in_class, binding_of(&in_class)) {
            // A setter is given Null to delete.
            return match native.setter {
                Some(setter) => machine.call_native(setter, Args::two(object.clone(), Value::Null)),
                None => not_writable(native, name),
            };
        }
        if let Value::Instance(descriptor) = &in_class {
            if let Some(method) = descriptor.class.lookup(names::delete) {
                return machine.call(&method, Args::two(in_class.clone(), object.clone()));
            }
            if descriptor.class.lookup(names::set).is_some() {
                return raise(Exc::AttributeError, "__delete__");
            }
        }
    }
    let removed = match object {
        Value::Instance(instance) => instance.dict_if_any().and_then(|dict| dict.remove(name)),
        Value::Class(class) if class.heap => class.remove(name),
        Value::Function(function) => function.dict.get().and_then(|dict| dict.remove(name)),
        _ => None,
    };
    match removed {
        Some(value) => {
            drop(value);
            done(Value::None)
        }
        None => match object {
            Value::Instance(instance) if !instance.class.has_dict => no_place(machine, object, name),
            Value::Class(class) if !class.heap => type_error(format!(
                "cannot set '{name}' attribute of immutable type '{}'",
                class.shown_name()
            )),
            Value::Instance(instance) if instance.class.heap && !instance.class.hidden => {
                // Here the error does not know what it is about.
                let message = format!("'{}' object has no attribute '{name}'", instance.class.name());
                Err(Box::new(Raise::New(Exc::AttributeError, message)))
            }
            Value::Instance(instance) if instance.class.id == machine.types.module.id => {
                let message = format!("'module' object has no attribute '{name}'");
                Err(Box::new(Raise::Attribute(message, object.clone(), name)))
            }
            Value::Instance(_) | Value::Class(_) | Value::Function(_) => {
                Err(machine.no_attribute(object, name))
            }
            _ => no_place(machine, object, name),
        },
    }
}

/// An object without a `__dict__` has nothing of this name that could be set or deleted.
fn no_place(machine: &mut Machine, object: &Value, name: Sym) -> PyResult<Flow> {
    let class = machine.types.of(object);
    if class.lookup(name).is_some() {
        let message = format!("'{}' object attribute '{name}' is read-only", class.shown_name());
        return Err(Box::new(Raise::New(Exc::AttributeError, message)));
    }
    let why = if class.has_setattr() { "" } else { " and no __dict__ for setting new attributes" };
    let message = format!("'{}' object has no attribute '{name}'{why}", class.shown_name());
    Err(Box::new(Raise::Attribute(message, object.clone(), name)))
}
