//! The algebra of `set`, `frozenset` and the dict views that behave as sets, with results in the table order
//! that CPython's algorithms give.

use std::rc::Rc;

use crate::code::BinaryOp;
use crate::error::PyResult;
use crate::iterator::{DictPart, IterState};
use crate::machine::Machine;
use crate::set::Set;
use crate::value::Value;

/// The items of a set, frozenset, or dict view that compares as one.
pub fn as_set(value: &Value) -> Option<Vec<Value>> {
    match value.base_value() {
        Value::Set(set) => Some(set.items()),
        other => view_items(other),
    }
}

/// The items of a view of keys or of items.
fn view_items(value: &Value) -> Option<Vec<Value>> {
    let Value::Iter(iter) = value else { return None };
    match &*iter.state.borrow() {
        IterState::View(dict, DictPart::Keys) => Some(dict.keys()),
        IterState::View(dict, DictPart::Items) => {
            Some(dict.to_vec().into_iter().map(|(key, value)| Value::tuple(vec![key, value])).collect())
        }
        _ => None,
    }
}

/// `left & right` and the like; `None` where the operands are no sets.
pub fn operator(machine: &mut Machine, op: BinaryOp, left: &Value, right: &Value) -> PyResult<Option<Value>> {
    if let (Value::Set(a), Value::Set(b)) = (left.base_value(), right.base_value()) {
        let result = match op {
            BinaryOp::And => intersection(machine, a, b)?,
            BinaryOp::Or => {
                let result = Rc::new(a.copy(a.frozen));
                merge(machine, &result, b)?;
                result
            }
            BinaryOp::Sub => difference(machine, a, b)?,
            BinaryOp::Xor => symmetric_difference(machine, a, b)?,
            _ => return Ok(None),
        };
        return Ok(Some(Value::Set(result)));
    }
    if view_items(left).is_none() && view_items(right).is_none() {
        return Ok(None);
    }
    let a = set_of(machine, left, false)?;
    let b = set_of(machine, right, false)?;
    operator(machine, op, &Value::Set(a), &Value::Set(b))
}

/// `left &= right` and the like on a `set`.
pub fn inplace(machine: &mut Machine, op: BinaryOp, left: &Value, right: &Value) -> PyResult<Option<Value>> {
    let (Value::Set(set), Value::Set(other)) = (left, right.base_value()) else { return Ok(None) };
    match op {
        BinaryOp::Or => merge(machine, set, other)?,
        BinaryOp::And => replace(set, &*intersection(machine, set, other)?),
        BinaryOp::Sub => replace(set, &*without(machine, set, &other.items())?),
        BinaryOp::Xor => replace(set, &*toggled(machine, set, other)?),
        _ => return Ok(None),
    }
    Ok(Some(left.clone()))
}

/// Gives a set new contents; the old ones die once it has them.
pub fn replace(set: &Set, contents: &Set) {
    let old = Set::new(false);
    old.swap(contents);
    set.swap(&old);
}

/// A set of the values of an iterable.
pub fn set_of(machine: &mut Machine, iterable: &Value, frozen: bool) -> PyResult<Rc<Set>> {
    if let Value::Set(set) = iterable.base_value() {
        return Ok(Rc::new(set.copy(frozen)));
    }
    let items = machine.collect(iterable)?;
    let set = Rc::new(Set::new(frozen));
    for item in items {
        machine.set_insert(&set, item)?;
    }
    Ok(set)
}

/// Adds the items of a set to another.
pub fn merge(machine: &mut Machine, target: &Rc<Set>, source: &Rc<Set>) -> PyResult<()> {
    target.reserve_for_merge(source.len());
    for (_, item) in source.to_vec() {
        machine.set_insert(target, item)?;
    }
    Ok(())
}

/// Adds the values of an iterable.
pub fn update(machine: &mut Machine, target: &Rc<Set>, iterable: &Value) -> PyResult<()> {
    if let Value::Set(source) = iterable.base_value() {
        return merge(machine, target, &source.clone());
    }
    for item in machine.collect(iterable)? {
        machine.set_insert(target, item)?;
    }
    Ok(())
}

/// `a & b`: the smaller of the two is gone through.
pub fn intersection(machine: &mut Machine, a: &Rc<Set>, b: &Rc<Set>) -> PyResult<Rc<Set>> {
    let (large, small) = if b.len() > a.len() { (b, a) } else { (a, b) };
    let result = Rc::new(Set::new(a.frozen));
    for item in small.items() {
        if machine.set_find(large, &item)?.1.is_some() {
            machine.set_insert(&result, item)?;
        }
    }
    Ok(result)
}

/// The items of `iterable` that are in the set.
pub fn intersection_with(machine: &mut Machine, a: &Rc<Set>, iterable: &Value) -> PyResult<Rc<Set>> {
    if let Value::Set(b) = iterable.base_value() {
        return intersection(machine, a, &b.clone());
    }
    let result = Rc::new(Set::new(a.frozen));
    for item in machine.collect(iterable)? {
        if machine.set_find(a, &item)?.1.is_some() {
            machine.set_insert(&result, item)?;
        }
    }
    Ok(result)
}

/// A copy of the set without the given items.
pub fn without(machine: &mut Machine, set: &Rc<Set>, items: &[Value]) -> PyResult<Rc<Set>> {
    let result = Rc::new(set.copy(set.frozen));
    for item in items {
        if let (_, Some(slot)) = machine.set_find(&result, item)? {
            drop(result.remove_at(slot));
        }
    }
    Ok(result)
}

/// `a - b`: by removing from a copy where `b` is much smaller, else by picking from `a`.
pub fn difference(machine: &mut Machine, a: &Rc<Set>, b: &Rc<Set>) -> PyResult<Rc<Set>> {
    if a.len() >> 2 > b.len() {
        return without(machine, a, &b.items());
    }
    let result = Rc::new(Set::new(a.frozen));
    for item in a.items() {
        if machine.set_find(b, &item)?.1.is_none() {
            machine.set_insert(&result, item)?;
        }
    }
    Ok(result)
}

/// `a ^ b`: a copy of `b` in which each item of `a` is toggled.
pub fn symmetric_difference(machine: &mut Machine, a: &Rc<Set>, b: &Rc<Set>) -> PyResult<Rc<Set>> {
    let base = Rc::new(b.copy(a.frozen));
    toggled(machine, &base, a)
}

/// A copy of the set in which each of the items of another is removed if it is there, and added if not.
pub fn toggled(machine: &mut Machine, set: &Rc<Set>, other: &Rc<Set>) -> PyResult<Rc<Set>> {
    let result = Rc::new(set.copy(set.frozen));
    for item in other.items() {
        match machine.set_find(&result, &item)? {
            (_, Some(slot)) => drop(result.remove_at(slot)),
            (hash, None) => result.insert_new(hash, item),
        }
    }
    Ok(result)
}

/// Whether every item of `a` is in `b`.
pub fn is_subset(machine: &mut Machine, a: &Rc<Set>, b: &Rc<Set>) -> PyResult<bool> {
    if a.len() > b.len() {
        return Ok(false);
    }
    for item in a.items() {
        if machine.set_find(b, &item)?.1.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}
