//! The classes `set` and `frozenset`.

use std::rc::Rc;

use super::arguments::{Given, method, wrong_receiver};
use super::sets::{self, Until};
use super::slots::{class_of_new, wrap};
use crate::error::{Exc, PyResult, Raise, key_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::set::Set;
use crate::symbol::names;
use crate::value::Value;

/// Enters the names.
pub fn install(machine: &mut Machine) {
    use super::install::{methods, static_methods};
    let (set, frozen) = (machine.types.set.clone(), machine.types.frozenset.clone());
    static_methods(&set, "set", &[("__new__", new_set)]);
    static_methods(&frozen, "frozenset", &[("__new__", new_frozen)]);
    super::install::slots(&set, "set", &[("__init__", init_set)]);
    for (class, owner) in [(&set, "set"), (&frozen, "frozenset")] {
        methods(
            class,
            owner,
            &[
                ("copy", copy),
                ("difference", difference),
                ("intersection", intersection),
                ("isdisjoint", is_disjoint),
                ("issubset", is_subset),
                ("issuperset", is_superset),
                ("symmetric_difference", symmetric_difference),
                ("union", union),
            ],
        );
    }
    methods(
        &set,
        "set",
        &[
            ("add", add),
            ("clear", clear),
            ("difference_update", difference_update),
            ("discard", discard),
            ("intersection_update", intersection_update),
            ("pop", pop),
            ("remove", remove),
            ("symmetric_difference_update", symmetric_difference_update),
            ("update", update),
        ],
    );
}

fn receiver(machine: &Machine, args: &Args, name: &str) -> PyResult<Rc<Set>> {
    match args.positional.first().map(Value::base_value) {
        Some(Value::Set(set)) => Ok(set.clone()),
        _ => wrong_receiver(machine, args, "set", name),
    }
}

/// What a method of both classes was given.
fn of_either<'a>(args: &'a Args, set: &Set, name: &'static str) -> Given<'a> {
    method(args, name).of(set.type_name())
}

fn new_set(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of_new(machine, args, "set")?;
    if class.heap {
        return done(wrap(&class, Value::Set(Rc::new(Set::new(false)))));
    }
    let given = method(args, "set");
    match given.between(0, 1)? {
        [iterable] => done(Value::Set(sets::set_of(machine, iterable, false)?)),
        _ => done(Value::Set(Rc::new(Set::new(false)))),
    }
}

fn init_set(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "__init__")?;
    let given = method(args, "set");
    if let [iterable] = given.between(0, 1)? {
        let contents = sets::set_of(machine, iterable, false)?;
        sets::replace(&set, &contents);
    }
    done(Value::None)
}

fn new_frozen(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of_new(machine, args, "frozenset")?;
    let given = method(args, "frozenset").keywords_for(names::init, &class, &machine.types.frozenset);
    given.no_keywords()?;
    let set = match given.positional {
        [] => Value::Set(Rc::new(Set::new(true))),
        [value @ Value::Set(set)] if set.frozen => value.clone(),
        [iterable] => Value::Set(sets::set_of(machine, iterable, true)?),
        _ => {
            given.between(0, 1)?;
            Value::None
        }
    };
    done(wrap(&class, set))
}

fn copy(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "copy")?;
    of_either(args, &set, "copy").none()?;
    if set.frozen && matches!(args.positional[0], Value::Set(_)) {
        return done(args.positional[0].clone());
    }
    done(Value::Set(Rc::new(set.copy(set.frozen))))
}

fn union(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "union")?;
    let result = Rc::new(set.copy(set.frozen));
    let given = of_either(args, &set, "union");
    given.no_keywords()?;
    for iterable in given.positional {
        sets::update(machine, &result, iterable)?;
    }
    done(Value::Set(result))
}

fn intersection(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mut result = receiver(machine, args, "intersection")?;
    let given = of_either(args, &result, "intersection");
    given.no_keywords()?;
    if given.positional.is_empty() {
        return done(Value::Set(Rc::new(result.copy(result.frozen))));
    }
    for iterable in given.positional {
        result = sets::intersection_with(machine, &result, iterable)?;
    }
    done(Value::Set(result))
}

fn difference(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mut result = receiver(machine, args, "difference")?;
    let given = of_either(args, &result, "difference");
    given.no_keywords()?;
    if given.positional.is_empty() {
        return done(Value::Set(Rc::new(result.copy(result.frozen))));
    }
    for iterable in given.positional {
        result = match iterable.base_value() {
            Value::Set(other) => sets::difference(machine, &result, &other.clone())?,
            Value::Dict(other) => sets::without_keys(machine, &result, &other.clone())?,
            _ => {
                let items = machine.collect(iterable)?;
                sets::without(machine, &result, &items)?
            }
        };
    }
    done(Value::Set(result))
}

fn symmetric_difference(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "symmetric_difference")?;
    let other = sets::set_of(machine, of_either(args, &set, "symmetric_difference").one()?, false)?;
    done(Value::Set(sets::symmetric_difference(machine, &set, &other)?))
}

fn is_disjoint(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "isdisjoint")?;
    let given = of_either(args, &set, "isdisjoint").one()?;
    if let Value::Set(other) = given.base_value() {
        return done(sets::intersection(machine, &set, &other.clone())?.is_empty());
    }
    let found = sets::search(machine, &set, given, Until::OneFound)?;
    done(matches!(found, Value::Bool(false)))
}

fn is_subset(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "issubset")?;
    let given = of_either(args, &set, "issubset").one()?;
    if let Value::Set(other) = given.base_value() {
        return done(sets::is_subset(machine, &set, &other.clone())?);
    }
    done(sets::intersection_with(machine, &set, given)?.len() == set.len())
}

fn is_superset(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "issuperset")?;
    let given = of_either(args, &set, "issuperset").one()?;
    if let Value::Set(other) = given.base_value() {
        return done(sets::is_subset(machine, &other.clone(), &set)?);
    }
    let missing = sets::search(machine, &set, given, Until::OneMissing)?;
    done(matches!(missing, Value::Bool(false)))
}

fn add(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "add")?;
    let item = method(args, "set.add").one()?;
    machine.set_insert(&set, item.clone())?;
    done(Value::None)
}

/// `set.add` for a set that may be a frozenset in the making.
pub fn add_item(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    add(machine, args)
}

fn clear(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "clear")?;
    method(args, "set.clear").none()?;
    set.clear();
    done(Value::None)
}

fn discard(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "discard")?;
    if let Some(slot) = sets::find_item(machine, &set, method(args, "set.discard").one()?)? {
        drop(set.remove_at(slot));
    }
    done(Value::None)
}

fn remove(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "remove")?;
    let given = method(args, "set.remove").one()?;
    match sets::find_item(machine, &set, given)? {
        Some(slot) => drop(set.remove_at(slot)),
        None => return key_error(given.clone()),
    }
    done(Value::None)
}

fn pop(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "pop")?;
    method(args, "set.pop").none()?;
    match set.item_from(0) {
        Some((slot, _)) => done(set.remove_at(slot)),
        None => Err(Box::new(Raise::With(Exc::KeyError, vec![Value::str("pop from an empty set")]))),
    }
}

fn update(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "update")?;
    let given = method(args, "set.update");
    given.no_keywords()?;
    for iterable in given.positional {
        sets::update(machine, &set, iterable)?;
    }
    done(Value::None)
}

fn difference_update(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "difference_update")?;
    let given = method(args, "set.difference_update");
    given.no_keywords()?;
    let mut result = set.clone();
    for iterable in given.positional {
        result = match iterable.base_value() {
            Value::Set(other) => sets::without_set(machine, &result, &other.clone())?,
            _ => {
                let items = machine.collect(iterable)?;
                sets::without(machine, &result, &items)?
            }
        };
    }
    if !given.positional.is_empty() {
        sets::replace(&set, &result);
    }
    done(Value::None)
}

fn intersection_update(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "intersection_update")?;
    let given = method(args, "set.intersection_update");
    given.no_keywords()?;
    let mut result = set.clone();
    for iterable in given.positional {
        result = sets::intersection_with(machine, &result, iterable)?;
    }
    if !given.positional.is_empty() {
        sets::replace(&set, &result);
    }
    done(Value::None)
}

fn symmetric_difference_update(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = receiver(machine, args, "symmetric_difference_update")?;
    let given = method(args, "set.symmetric_difference_update").one()?;
    let items = match sets::hashed_items(given) {
        Some(items) => items,
        None => sets::set_of(machine, given, false)?.to_vec(),
    };
    let result = sets::toggled(machine, &set, items)?;
    sets::replace(&set, &result);
    done(Value::None)
}
