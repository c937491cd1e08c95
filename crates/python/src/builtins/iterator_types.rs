//! The classes of built-in iterators: `enumerate`, `zip`, `map`, `filter` and `reversed`, which a script calls,
//! and the ones that `iter` gives.

use super::arguments::{method, unexpected_keyword};
use super::install::Table;
use crate::class::{Class, Layout};
use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::iterator::{Iter, IterState};
use crate::machine::{Flow, Machine, done};
use crate::symbol::names;
use crate::value::Value;

/// Classes without a name in `builtins`.
const HIDDEN: &[&str] = &[
    "list_iterator",
    "list_reverseiterator",
    "tuple_iterator",
    "range_iterator",
    "str_ascii_iterator",
    "str_iterator",
    "bytes_iterator",
    "bytearray_iterator",
    "set_iterator",
    "dict_keyiterator",
    "dict_valueiterator",
    "dict_itemiterator",
    "dict_reversekeyiterator",
    "dict_reversevalueiterator",
    "dict_reverseitemiterator",
    crate::iterator::ORDERED,
    "iterator",
    "callable_iterator",
];

/// Enters the names.
pub fn install(machine: &mut Machine) {
    for name in HIDDEN {
        let class = machine.types.named(name);
        protocol(&class, name);
    }
    let makers: [(&'static str, Table); 5] = [
        ("enumerate", &[("__new__", new_enumerate)]),
        ("filter", &[("__new__", new_filter)]),
        ("map", &[("__new__", new_map)]),
        ("reversed", &[("__new__", new_reversed)]),
        ("zip", &[("__new__", new_zip)]),
    ];
    let object = machine.types.object.clone();
    for (name, make) in makers {
        let class = machine.types.define(name, Layout::Native(name), &object, false);
        super::install::static_methods(&class, name, make);
        protocol(&class, name);
        machine.builtins.set(class.name(), Value::Class(class));
    }
}

/// Gives a class of iterators `__iter__` and `__next__`.
pub fn protocol(class: &std::rc::Rc<Class>, name: &'static str) {
    super::install::slots(
        class,
        name,
        &[("__iter__", itself), ("__next__", advance), ("__length_hint__", length_hint)],
    );
}

fn itself(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "__iter__").none()?;
    done(args.positional[0].clone())
}

fn advance(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "__next__").none()?;
    match machine.next_or_end(args.positional[0].base_value())? {
        Ok(value) => done(value),
        Err(value) => super::iteration::stop_iteration(value),
    }
}

fn length_hint(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Iter(iter)) = args.positional.first().map(Value::base_value) else {
        return done(Value::NotImplemented);
    };
    let left = match &*iter.state.borrow() {
        IterState::List(list, at) => list.len().saturating_sub(*at),
        IterState::ListReversed(_, left) => *left,
        IterState::Tuple(tuple, at) => tuple.len().saturating_sub(*at),
        IterState::Range(range, at) => range.len().saturating_sub(*at),
        IterState::Str(text, at) => text.as_str()[*at..].chars().count(),
        IterState::Bytes(bytes, at) => bytes.borrow().len().saturating_sub(*at),
        IterState::Set(set, at, expected) if set.len() == *expected => set.items_from(*at),
        IterState::Dict(dict, _, _, [expected, left], _) if dict.len() == *expected as usize => {
            (*left).min(*expected) as usize
        }
        IterState::Set(..) | IterState::Dict(..) | IterState::Done => 0,
        _ => return done(Value::NotImplemented),
    };
    done(left as i64)
}

/// The iterator, or an instance of the class derived from its class that is to be made.
fn made(machine: &Machine, args: &Args, iterator: Value, owner: &str) -> PyResult<Flow> {
    let class = super::slots::class_of_new(machine, args, owner)?;
    done(super::slots::wrap(&class, iterator))
}

fn new_enumerate(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [iterable, start] = method(args, "enumerate").named(["iterable", "start"], 1, 0, 2)?;
    let start = match start {
        Some(start) => machine.index_value(start)?,
        None => Value::Int(0),
    };
    let iterator = machine.iter(iterable.unwrap_or(&Value::None))?;
    made(machine, args, Iter::value(IterState::Enumerate(iterator, start), "enumerate"), "enumerate")
}

/// The `strict` keyword of `zip` and `map`.
fn strict(machine: &mut Machine, args: &Args, name: &str) -> PyResult<bool> {
    let mut strict = false;
    for (keyword, value) in &args.keywords {
        match &*keyword.text() {
            "strict" => strict = machine.truth(value)?,
            other => return unexpected_keyword(&format!("{name}()"), other, &["strict"]),
        }
    }
    Ok(strict)
}

fn iterators(machine: &mut Machine, iterables: &[Value]) -> PyResult<Vec<Value>> {
    let mut iterators = Vec::with_capacity(iterables.len());
    for iterable in iterables {
        iterators.push(machine.iter(iterable)?);
    }
    Ok(iterators)
}

fn new_zip(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let strict = strict(machine, args, "zip")?;
    let iterators = iterators(machine, &args.positional[1..])?;
    made(machine, args, Iter::value(IterState::Zip(iterators, strict), "zip"), "zip")
}

fn new_map(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let strict = strict(machine, args, "map")?;
    let [_, callee, iterables @ ..] = &args.positional[..] else {
        return type_error("map() must have at least two arguments.");
    };
    if iterables.is_empty() {
        return type_error("map() must have at least two arguments.");
    }
    let iterators = iterators(machine, iterables)?;
    made(machine, args, Iter::value(IterState::Map(callee.clone(), iterators, strict), "map"), "map")
}

fn new_filter(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [test, iterable] = method(args, "filter").between(2, 2)? else { return done(Value::None) };
    let iterator = machine.iter(iterable)?;
    made(machine, args, Iter::value(IterState::Filter(test.clone(), iterator), "filter"), "filter")
}

fn new_reversed(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [sequence] = method(args, "reversed").between(1, 1)? else { return done(Value::None) };
    let sequence = sequence.clone();
    if let Some(method) = machine.special(&sequence, names::reversed)? {
        return machine.call(&method, Args::none());
    }
    let class = machine.types.of(&sequence);
    let backwards = class.lookup(names::getitem).is_some()
        && (class.heap || class.lookup(names::len).is_some())
        && !matches!(class.lookup(names::reversed), Some(Value::None))
        && !matches!(sequence, Value::Set(_) | Value::Slice(_));
    if !backwards {
        return type_error(format!("'{}' object is not reversible", class.shown_name()));
    }
    let length = machine.length(&sequence)? as i64;
    made(machine, args, Iter::value(IterState::Sequence(sequence, length - 1, true), "reversed"), "reversed")
}
