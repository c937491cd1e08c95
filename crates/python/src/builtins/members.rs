//! `member_descriptor`: the class attributes that `__slots__` makes. What they hold is not in `__dict__`.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::class::{Class, Instance, Layout, NativeData, Payload};
use crate::error::{Exc, PyResult, Raise, raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::value::Value;

use super::install::{getter, getters, slots};

/// An attribute named in `__slots__`.
pub struct Member {
    /// Its name, mangled where it is private.
    pub name: Sym,
    /// Name of the class that has it.
    owner: Sym,
}

impl NativeData for Member {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// The data of a member descriptor.
pub fn member(value: &Value) -> Option<&Member> {
    match value {
        Value::Instance(instance) => instance.native(),
        _ => None,
    }
}

const CLASS: &str = "member_descriptor";

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let class = machine.types.named(CLASS);
    slots(&class, CLASS, &[("__get__", get), ("__set__", set), ("__delete__", delete), ("__repr__", repr)]);
    getters(&class, CLASS, &[("__name__", name)]);
}

/// The names that a class body's `__slots__` lists, without `__dict__` and `__weakref__`; may ask.
pub fn slot_names(machine: &mut Machine, class: Sym, listed: &Value) -> PyResult<Vec<Sym>> {
    let items = match listed.as_str() {
        Some(_) => vec![listed.clone()],
        None => machine.collect(listed)?,
    };
    let mut found = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for item in items {
        let Some(name) = item.as_str() else {
            let kind = machine.types.name_of(&item);
            return type_error(format!("__slots__ items must be strings, not '{kind}'"));
        };
        let text = name.as_str();
        let starts = text.chars().next().is_some_and(|c| c == '_' || c.is_alphabetic());
        if !starts || !text.chars().all(|c| c == '_' || c.is_alphanumeric()) {
            return type_error("__slots__ must be identifiers");
        }
        let again = seen.contains(&text.to_string());
        seen.push(text.to_string());
        if again && matches!(text, "__dict__" | "__weakref__") {
            return type_error(format!("{text} slot disallowed: we already got one"));
        }
        if !again && text != "__dict__" && text != "__weakref__" {
            let private = text.starts_with("__") && !text.ends_with("__");
            let owner = class.text();
            let owner = owner.trim_start_matches('_');
            found.push(if private && !owner.is_empty() {
                Sym::new(&format!("_{owner}{text}"))
            } else {
                name.symbol()
            });
        }
    }
    Ok(found)
}

/// Puts descriptors for slots in a class's dict.
pub fn add_members(
    machine: &Machine,
    class: Sym,
    dict: &crate::dict::Dict,
    slot_names: &[Sym],
) -> PyResult<()> {
    for name in slot_names {
        if dict.get(*name).is_some() {
            return value_error(format!("'{name}' in __slots__ conflicts with class variable"));
        }
        let data = Member { name: *name, owner: class };
        let payload = Payload::Native(Box::new(data));
        dict.set(*name, Value::Instance(Instance::new(machine.types.named(CLASS), payload)));
    }
    Ok(())
}

fn of(args: &Args) -> PyResult<&Member> {
    match args.positional.first().and_then(member) {
        Some(member) => Ok(member),
        None => type_error("descriptor requires a 'member_descriptor' object"),
    }
}

fn name(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::Str(of(args)?.name.key()))
}

fn repr(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let member = of(args)?;
    done(format!("<member '{}' of '{}' objects>", member.name, member.owner))
}

fn get(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let member = of(args)?;
    match args.positional.get(1) {
        Some(object @ Value::Instance(_)) => load(machine, member, object),
        _ => done(args.positional[0].clone()),
    }
}

fn set(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let member = of(args)?;
    match &args.positional[..] {
        [_, Value::Instance(instance), value] => {
            let _old = instance.set_slot(member.name, value.clone());
            done(Value::None)
        }
        [_, other, _] => {
            let kind = machine.types.name_of(other);
            type_error(format!(
                "descriptor '{}' for '{}' objects doesn't apply to a '{kind}' object",
                member.name, member.owner
            ))
        }
        _ => type_error("__set__() takes exactly two arguments"),
    }
}

fn delete(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let member = of(args)?;
    match args.positional.get(1) {
        Some(object) => remove(machine, member, object),
        None => type_error("__delete__() takes exactly one argument"),
    }
}

/// Reads a slot.
pub fn load(machine: &mut Machine, member: &Member, object: &Value) -> PyResult<Flow> {
    if let Value::Instance(instance) = object
        && let Some(value) = instance.slot(member.name)
    {
        return done(value);
    }
    let kind = machine.types.of(object).qualname();
    let kind = kind.as_str().map_or_else(String::new, |kind| kind.as_str().to_owned());
    let message = format!("'{kind}' object has no attribute '{}'", member.name);
    Err(Box::new(Raise::Attribute(message, object.clone(), member.name)))
}

/// Empties a slot.
pub fn remove(_: &mut Machine, member: &Member, object: &Value) -> PyResult<Flow> {
    let removed = match object {
        Value::Instance(instance) => instance.remove_slot(member.name),
        _ => None,
    };
    match removed {
        Some(value) => {
            drop(value);
            done(Value::None)
        }
        None => raise(Exc::AttributeError, member.name.to_string()),
    }
}

/// The getter of `__weakref__`.
fn weakref(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let object = args.positional.first().cloned().unwrap_or_default();
    done(crate::modules::weakref::first_reference(machine, &object))
}

/// What `type` adds to a class whose instances get a `__dict__` that no base gives them.
pub fn add_dict(machine: &Machine, class: Sym, dict: &crate::dict::Dict, bases: &[Rc<Class>]) {
    let type_ = &machine.types.type_;
    if bases.iter().any(|base| base.has_dict && !is_exception(base) || base.is_subclass(type_)) {
        return;
    }
    if !bases.iter().any(|base| base.has_dict)
        && let Some(Value::Native(known)) = machine.types.object.dict.get(names::dict)
    {
        dict.set(names::dict, getter("__dict__", lasting(class), known.function, known.setter));
    }
    if !bases.iter().any(|base| has_items(base) || gives_weakref(base)) {
        add_weakref(class, dict);
    }
}

/// `__weakref__`, for a class whose instances can be referred to weakly.
pub fn add_weakref(class: Sym, dict: &crate::dict::Dict) {
    dict.set(names::weakref, getter("__weakref__", lasting(class), weakref, None));
}

/// A name as a text that lasts. Like names themselves, it is kept for good.
fn lasting(name: Sym) -> &'static str {
    thread_local! {
        static TEXTS: RefCell<BTreeMap<String, &'static str>> = const { RefCell::new(BTreeMap::new()) };
    }
    let text = name.to_string();
    TEXTS.with_borrow_mut(|texts| match texts.get(&text) {
        Some(known) => known,
        None => {
            let kept: &'static str = Box::leak(text.clone().into_boxed_str());
            texts.insert(text, kept);
            kept
        }
    })
}

fn is_exception(class: &Class) -> bool {
    matches!(class.layout, Layout::Exception) && !class.heap
}

/// Whether instances hold a varying number of items in themselves, with no room for weak references.
fn has_items(class: &Class) -> bool {
    matches!(class.layout, Layout::Int | Layout::Tuple | Layout::Bytes)
}

fn gives_weakref(class: &Class) -> bool {
    class.mro().iter().any(|class| class.dict.get(names::weakref).is_some())
}

/// Whether weak references to a class's instances are possible.
pub fn allows_weakref(class: &Class) -> bool {
    let plain = |layout: Layout| !matches!(layout, Layout::Native(_) | Layout::Set);
    gives_weakref(class) || class.mro().iter().any(|class| !class.heap && !plain(class.layout))
}
