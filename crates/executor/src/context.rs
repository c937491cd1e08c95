//! `contextvars`: contexts as maps that are shared until they change, variables and tokens (PEP 567).

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use loopglass_python::builtins::arguments::{function, method, unexpected_keyword};
use loopglass_python::builtins::{install, naming, typing_intrinsics};
use loopglass_python::class::{Instance, Layout, NativeData, Payload};
use loopglass_python::dict::Dict;
use loopglass_python::error::{
    Exc, PyResult, Raise, key_error, raise, raise_object, type_error, value_error,
};
use loopglass_python::frame::{NativeFrame, Outcome};
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::symbol::names;
use loopglass_python::traverse::{References, Traced};
use loopglass_python::value::Value;

use crate::state::Asyncio;
use crate::texts::text_of;

/// The values of variables, by the variable's number, with the variable.
#[derive(Clone, Default)]
struct Values(BTreeMap<u32, (Value, Value)>);

impl Traced for Values {
    fn traverse(&self, references: &mut References) {
        self.0.values().for_each(|(variable, value)| references.values([variable, value]));
    }
}

/// A context.
#[derive(Default)]
pub struct Context {
    map: RefCell<Rc<Values>>,
    entered: Cell<bool>,
    /// The object that a script knows it by, while it holds one.
    object: RefCell<Weak<Instance>>,
}

impl Context {
    /// A context with the same values; cheap until one of the two changes.
    pub fn copy(&self) -> Rc<Context> {
        Rc::new(Context { map: RefCell::new(self.map.borrow().clone()), ..Context::default() })
    }

    fn get(&self, variable: u32) -> Option<Value> {
        self.map.borrow().0.get(&variable).map(|(_, value)| value.clone())
    }

    fn set(&self, variable: u32, object: Value, value: Value) -> Option<Value> {
        let mut map = self.map.borrow_mut();
        Rc::make_mut(&mut map).0.insert(variable, (object, value)).map(|(_, old)| old)
    }

    fn remove(&self, variable: u32) -> Option<Value> {
        let mut map = self.map.borrow_mut();
        Rc::make_mut(&mut map).0.remove(&variable).map(|(_, old)| old)
    }
}

impl Traced for Context {
    fn traverse(&self, references: &mut References) {
        references.other(self.map.borrow().clone());
    }

    fn clear(&self) {
        let _values = self.map.take();
    }
}

struct ContextObject(Rc<Context>);

impl NativeData for ContextObject {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.other(self.0.clone());
    }
}

struct Variable {
    number: u32,
    name: Value,
    default: Value,
}

impl NativeData for Variable {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.value(&self.default);
    }
}

struct Token {
    variable: Value,
    old: Value,
    used: Cell<bool>,
    context: Rc<Context>,
}

impl NativeData for Token {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.values([&self.variable, &self.old]);
        references.other(self.context.clone());
    }
}

/// What `Token.old_value` is where the variable had no value: `Token.MISSING`.
struct Missing;

impl NativeData for Missing {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

fn missing_repr(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Value::str("<Token.MISSING>"))
}

/// A context as a value.
pub fn context_value(machine: &mut Machine, context: &Rc<Context>) -> Value {
    if let Some(known) = context.object.borrow().upgrade() {
        return Value::Instance(known);
    }
    let class = Asyncio::of(machine).classes().context.clone();
    let object = Instance::new(class, Payload::Native(Box::new(ContextObject(context.clone()))));
    context.object.replace(Rc::downgrade(&object));
    Value::Instance(object)
}

/// The context of a value, if it is one.
pub fn as_context(value: &Value) -> Option<Rc<Context>> {
    match value {
        Value::Instance(instance) => instance.native::<ContextObject>().map(|object| object.0.clone()),
        _ => None,
    }
}

/// The context of an optional argument; a copy of the current one where it is missing or None.
pub fn context_argument(machine: &mut Machine, value: Option<&Value>) -> PyResult<Rc<Context>> {
    match value {
        None | Some(Value::None) => {
            let current = Asyncio::of(machine).context.borrow().clone();
            Ok(current.copy())
        }
        Some(value) => match as_context(value) {
            Some(context) => Ok(context),
            None => {
                let kind = machine.types.name_of(value);
                type_error(format!("a Context is expected, got {kind}"))
            }
        },
    }
}

/// Makes a context the current one; gives back the one before.
pub fn switch(machine: &mut Machine, context: Rc<Context>) -> Rc<Context> {
    Asyncio::of(machine).context.replace(context)
}

fn variable(args: &Args) -> PyResult<&Variable> {
    match args.positional.first() {
        Some(Value::Instance(instance)) => match instance.native() {
            Some(variable) => Ok(variable),
            None => type_error("an instance of ContextVar was expected"),
        },
        _ => type_error("an instance of ContextVar was expected"),
    }
}

fn of_context(args: &Args) -> PyResult<Rc<Context>> {
    match args.positional.first().and_then(as_context) {
        Some(context) => Ok(context),
        None => type_error("an instance of Context was expected"),
    }
}

fn new_variable(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    thread_local! {
        static NEXT: Cell<u32> = const { Cell::new(0) };
    }
    if args.positional.len() != 2 {
        let given = args.positional.len().saturating_sub(1);
        let how = if given == 0 { "exactly" } else { "at most" };
        return type_error(format!("ContextVar() takes {how} 1 positional argument ({given} given)"));
    }
    if let Some((unknown, _)) = args.keywords.iter().find(|(key, _)| &*key.text() != "default") {
        return unexpected_keyword("ContextVar()", &unknown.text(), &["default"]);
    }
    let name = &args.positional[1];
    if name.as_str().is_none() {
        return type_error("context variable name must be a str");
    }
    machine.hash(name)?;
    let default = args.keywords.iter().find(|(key, _)| &*key.text() == "default");
    let default = default.map(|(_, value)| value.clone()).unwrap_or_default();
    let number = NEXT.get();
    NEXT.set(number.wrapping_add(1));
    let class = Asyncio::of(machine).classes().context_var.clone();
    let payload = Payload::Native(Box::new(Variable { number, name: name.clone(), default }));
    done(Value::Instance(Instance::new(class, payload)))
}

fn variable_name(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(variable(args)?.name.clone())
}

fn variable_get(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let this = variable(args)?;
    method(args, "ContextVar.get").between(0, 1)?;
    let context = Asyncio::of(machine).context.borrow().clone();
    if let Some(value) = context.get(this.number) {
        return done(value);
    }
    match args.positional.get(1) {
        Some(default) => done(default.clone()),
        None if !this.default.is_null() => done(this.default.clone()),
        None => Err(Box::new(Raise::With(Exc::LookupError, vec![args.positional[0].clone()]))),
    }
}

fn variable_set(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let this = variable(args)?;
    let value = method(args, "ContextVar.set").one()?;
    let context = Asyncio::of(machine).context.borrow().clone();
    let old = context.set(this.number, args.positional[0].clone(), value.clone()).unwrap_or_default();
    let class = Asyncio::of(machine).classes().token.clone();
    let token = Token { variable: args.positional[0].clone(), old, used: Cell::new(false), context };
    done(Value::Instance(Instance::new(class, Payload::Native(Box::new(token)))))
}

fn variable_reset(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let this = variable(args)?;
    let value = method(args, "ContextVar.reset").one()?;
    let token = match value {
        Value::Instance(instance) => instance.native::<Token>(),
        _ => None,
    };
    let Some(token) = token else {
        let text = text_of(machine, value)?;
        return type_error(format!("expected an instance of Token, got {text}"));
    };
    if token.used.get() {
        let text = text_of(machine, &args.positional[1])?;
        return raise(Exc::RuntimeError, format!("{text} has already been used once"));
    }
    if !token.variable.is(&args.positional[0]) {
        let text = text_of(machine, &args.positional[1])?;
        return value_error(format!("{text} was created by a different ContextVar"));
    }
    let context = Asyncio::of(machine).context.borrow().clone();
    if !Rc::ptr_eq(&context, &token.context) {
        let text = text_of(machine, &args.positional[1])?;
        return value_error(format!("{text} was created in a different Context"));
    }
    token.used.set(true);
    if token.old.is_null() {
        drop(context.remove(this.number));
    } else {
        drop(context.set(this.number, args.positional[0].clone(), token.old.clone()));
    }
    done(Value::None)
}

fn variable_repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let this = variable(args)?;
    let name = text_of(machine, &this.name)?;
    let default = match this.default.is_null() {
        true => String::new(),
        false => format!(" default={}", text_of(machine, &this.default)?),
    };
    let id = naming::id(machine, &args.positional[0]);
    done(format!("<ContextVar name={name}{default} at {id:#x}>"))
}

fn token_repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Instance(instance)) = args.positional.first() else { return done(Value::None) };
    let Some(token) = instance.native::<Token>() else { return done(Value::None) };
    let used = if token.used.get() { " used" } else { "" };
    let variable = text_of(machine, &token.variable)?;
    let id = naming::id(machine, &args.positional[0]);
    done(format!("<Token{used} var={variable} at {id:#x}>"))
}

fn token_var(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    match args.positional.first() {
        Some(Value::Instance(instance)) => match instance.native::<Token>() {
            Some(token) => done(token.variable.clone()),
            None => done(Value::None),
        },
        _ => done(Value::None),
    }
}

fn token_old_value(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match args.positional.first() {
        Some(Value::Instance(instance)) => match instance.native::<Token>() {
            Some(token) if token.old.is_null() => {
                let class = Asyncio::of(machine).classes().token.clone();
                done(class.dict.get_str("MISSING").unwrap_or_default().or_none())
            }
            Some(token) => done(token.old.clone()),
            None => done(Value::None),
        },
        _ => done(Value::None),
    }
}

fn token_enter(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(args.positional[0].clone())
}

fn token_exit(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let variable = match &args.positional[0] {
        Value::Instance(instance) => instance.native::<Token>().map(|token| token.variable.clone()),
        _ => None,
    };
    match variable {
        Some(variable) => variable_reset(machine, &Args::two(variable, args.positional[0].clone())),
        None => done(Value::None),
    }
}

fn copy_context(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    function(args, "_contextvars.copy_context").none()?;
    let current = Asyncio::of(machine).context.borrow().clone();
    let copy = current.copy();
    done(context_value(machine, &copy))
}

fn new_context(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if args.positional.len() > 1 || !args.keywords.is_empty() {
        return type_error("Context() does not accept any arguments");
    }
    done(context_value(machine, &Rc::default()))
}

fn context_copy(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let copy = of_context(args)?.copy();
    method(args, "Context.copy").none()?;
    done(context_value(machine, &copy))
}

/// Below what `Context.run` called: leaves the context again.
struct LeaveContext {
    inner: Rc<Context>,
    outer: Rc<Context>,
}

impl NativeFrame for LeaveContext {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        self.inner.entered.set(false);
        switch(machine, self.outer);
        match outcome {
            Outcome::Raise(exception) => raise_object(exception),
            Outcome::Value(value)
            | Outcome::Yield(value)
            | Outcome::AsyncYield(value)
            | Outcome::Return(value) => done(value),
        }
    }
}

fn context_run(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let context = of_context(args)?;
    let Some(callee) = args.positional.get(1) else {
        return type_error("run() missing 1 required positional argument");
    };
    if context.entered.replace(true) {
        let text = text_of(machine, &args.positional[0])?;
        return raise(Exc::RuntimeError, format!("cannot enter context: {text} is already entered"));
    }
    let outer = switch(machine, context.clone());
    machine.push_native(Box::new(LeaveContext { inner: context.clone(), outer: outer.clone() }));
    let call =
        Args { positional: args.positional[2..].iter().cloned().collect(), keywords: args.keywords.clone() };
    match machine.call(callee, call) {
        Ok(Flow::Pushed) => Ok(Flow::Pushed),
        other => {
            machine.pop_native();
            context.entered.set(false);
            switch(machine, outer);
            other
        }
    }
}

fn context_get_item(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let context = of_context(args)?;
    let key = args.positional.get(1).cloned().unwrap_or_default();
    let number = match &key {
        Value::Instance(instance) => instance.native::<Variable>().map(|variable| variable.number),
        _ => None,
    };
    match number {
        Some(number) => match context.get(number) {
            Some(value) => done(value),
            None => key_error(key),
        },
        None => {
            let text = text_of(machine, &key)?;
            type_error(format!("a ContextVar key was expected, got {text}"))
        }
    }
}

fn context_get(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "Context.get").between(1, 2)?;
    match context_get_item(machine, args) {
        Err(raised) if matches!(&*raised, Raise::With(Exc::KeyError, _)) => {
            done(args.positional.get(2).cloned().unwrap_or(Value::None))
        }
        other => other,
    }
}

fn context_contains(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match context_get_item(machine, args) {
        Ok(_) => done(true),
        Err(raised) if matches!(&*raised, Raise::With(Exc::KeyError, _)) => done(false),
        Err(raised) => Err(raised),
    }
}

fn context_len(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(of_context(args)?.map.borrow().0.len() as i64)
}

fn pairs(args: &Args) -> PyResult<Vec<(Value, Value)>> {
    Ok(of_context(args)?.map.borrow().0.values().cloned().collect())
}

fn context_keys(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "Context.keys").none()?;
    done(Value::list(pairs(args)?.into_iter().map(|(variable, _)| variable).collect()))
}

fn context_values(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "Context.values").none()?;
    done(Value::list(pairs(args)?.into_iter().map(|(_, value)| value).collect()))
}

fn context_items(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "Context.items").none()?;
    let items = pairs(args)?.into_iter().map(|(variable, value)| Value::tuple(vec![variable, value]));
    done(Value::list(items.collect()))
}

fn context_iter(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Flow::Value(keys) = context_keys(machine, args)? else { return done(Value::None) };
    done(machine.iter_fast(&keys).unwrap_or_default())
}

/// `context == other`: the same variables have equal values.
fn context_equals(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let this = of_context(args)?;
    let Some(other) = args.positional.get(1).and_then(as_context) else {
        return done(Value::NotImplemented);
    };
    let (these, others) = (this.map.borrow().clone(), other.map.borrow().clone());
    if these.0.len() != others.0.len() {
        return done(false);
    }
    for (number, (_, value)) in these.0.iter() {
        let Some((_, theirs)) = others.0.get(number) else { return done(false) };
        if !machine.equal(value, theirs)? {
            return done(false);
        }
    }
    done(true)
}

/// Fills the module `contextvars`.
pub fn install_module(machine: &mut Machine, dict: &Rc<Dict>) {
    let classes = Asyncio::of(machine).classes();
    dict.set_str("Context", Value::Class(classes.context.clone()));
    dict.set_str("ContextVar", Value::Class(classes.context_var.clone()));
    dict.set_str("Token", Value::Class(classes.token.clone()));
    install::functions(dict, "_contextvars", &[("copy_context", copy_context)]);
}

/// Fills the classes.
pub fn install_classes(machine: &mut Machine) {
    let classes = Asyncio::of(machine).classes();
    let class = &classes.context_var;
    install::static_methods(class, "ContextVar", &[("__new__", new_variable)]);
    install::methods(
        class,
        "ContextVar",
        &[("get", variable_get), ("set", variable_set), ("reset", variable_reset)],
    );
    install::getters(class, "ContextVar", &[("name", variable_name)]);
    install::slots(class, "ContextVar", &[("__repr__", variable_repr)]);
    let class = &classes.token;
    install::static_methods(
        class,
        "Token",
        &[("__new__", |_, _| raise(Exc::RuntimeError, "Tokens can only be created by ContextVars"))],
    );
    install::getters(class, "Token", &[("var", token_var), ("old_value", token_old_value)]);
    install::slots(class, "Token", &[("__repr__", token_repr)]);
    install::methods(class, "Token", &[("__enter__", token_enter), ("__exit__", token_exit)]);
    let object = machine.types.object.clone();
    let missing = machine.types.define("MISSING", Layout::Native("Missing"), &object, false);
    missing.dict.set(names::module, Value::str("Token"));
    install::slots(&missing, "MISSING", &[("__repr__", missing_repr)]);
    class
        .dict
        .set_str("MISSING", Value::Instance(Instance::new(missing, Payload::Native(Box::new(Missing)))));
    let class = &classes.context;
    install::static_methods(class, "Context", &[("__new__", new_context)]);
    install::methods(
        class,
        "Context",
        &[
            ("run", context_run),
            ("copy", context_copy),
            ("get", context_get),
            ("keys", context_keys),
            ("values", context_values),
            ("items", context_items),
        ],
    );
    install::slots(
        class,
        "Context",
        &[
            ("__getitem__", context_get_item),
            ("__contains__", context_contains),
            ("__len__", context_len),
            ("__iter__", context_iter),
            ("__eq__", context_equals),
        ],
    );
    class.dict.set(names::hash, Value::None);
    for class in [&classes.context_var, &classes.token] {
        install::class_methods(class, "object", &[("__class_getitem__", typing_intrinsics::class_getitem)]);
    }
}
