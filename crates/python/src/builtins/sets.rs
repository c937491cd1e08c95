//! The algebra of `set`, `frozenset` and the dict views that behave as sets, with results in the table order
//! that CPython's algorithms give.

use std::rc::Rc;

use crate::code::{BinaryOp, CompareOp};
use crate::dict::Dict;
use crate::error::PyResult;
use crate::function::{Args, NativeKind};
use crate::hashing::{Fault, hash};
use crate::iterator::{DictPart, IterState};
use crate::machine::Machine;
use crate::machine::steps::Steps;
use crate::set::{Found, Set};
use crate::symbol::names;
use crate::value::Value;

/// Whether the value is a set, a frozenset, or a dict view that compares as one.
fn is_set(value: &Value) -> bool {
    matches!(value.base_value(), Value::Set(_)) || view_items(value).is_some()
}

/// A set as it is, or the items of a view as one.
fn as_set(machine: &mut Machine, value: &Value) -> PyResult<Rc<Set>> {
    match value.base_value() {
        Value::Set(set) => Ok(set.clone()),
        _ => set_of(machine, value, false),
    }
}

/// The comparison of two sets or set-like views; `None` where one is neither.
pub fn compare(machine: &mut Machine, op: CompareOp, a: &Value, b: &Value) -> PyResult<Option<bool>> {
    if !is_set(a) || !is_set(b) {
        return Ok(None);
    }
    let (a, b) = (as_set(machine, a)?, as_set(machine, b)?);
    Ok(Some(match op {
        CompareOp::Eq => a.len() == b.len() && is_subset(machine, &a, &b)?,
        CompareOp::Ne => a.len() != b.len() || !is_subset(machine, &a, &b)?,
        CompareOp::Le => is_subset(machine, &a, &b)?,
        CompareOp::Lt => a.len() < b.len() && is_subset(machine, &a, &b)?,
        CompareOp::Ge => is_subset(machine, &b, &a)?,
        CompareOp::Gt => b.len() < a.len() && is_subset(machine, &b, &a)?,
    }))
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
    if op == BinaryOp::And {
        return view_intersection(machine, left, right).map(Some);
    }
    let a = set_of(machine, left, false)?;
    let b = set_of(machine, right, false)?;
    operator(machine, op, &Value::Set(a), &Value::Set(b))
}

/// `view & other`, either way round. Where the view is the longer one, only the other's items need a hash.
fn view_intersection(machine: &mut Machine, left: &Value, right: &Value) -> PyResult<Value> {
    let (mut view, mut other) = if view_items(left).is_some() { (left, right) } else { (right, left) };
    let length = |view: &Value| view_items(view).map_or(0, |items| items.len());
    if let Value::Set(set) = other
        && length(view) <= set.len()
    {
        let set = set.clone();
        let common = intersection_with(machine, &set, view)?;
        return Ok(Value::Set(if common.frozen { Rc::new(common.copy(false)) } else { common }));
    }
    if view_items(other).is_some() && length(other) > length(view) {
        (view, other) = (other, view);
    }
    let items = machine.collect(other)?;
    let set = machine.once(|_| Ok(Value::Set(Rc::new(Set::new(false)))))?;
    let Value::Set(result) = &set else { return Ok(set) };
    for item in items {
        let found =
            machine.ask_native(crate::machine::ops::contains, Args::two(item.clone(), view.clone()))?;
        if matches!(found, Value::Bool(true)) {
            machine.set_insert(result, item)?;
        }
    }
    Ok(set)
}

/// `left &= right` and the like on a `set`.
pub fn inplace(machine: &mut Machine, op: BinaryOp, left: &Value, right: &Value) -> PyResult<Option<Value>> {
    let (Value::Set(set), Value::Set(other)) = (left, right.base_value()) else { return Ok(None) };
    match op {
        BinaryOp::Or => merge(machine, set, other)?,
        BinaryOp::And => replace(set, &*intersection(machine, set, other)?),
        BinaryOp::Sub => replace(set, &*without_set(machine, set, other)?),
        BinaryOp::Xor => replace(set, &*toggled(machine, set, other.to_vec())?),
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

/// The items of a set or the keys of a dict, with the hashes that these know: no `__hash__` is asked again.
pub fn hashed_items(iterable: &Value) -> Option<Vec<(i64, Value)>> {
    match (iterable, iterable.base_value()) {
        (_, Value::Set(set)) => Some(set.to_vec()),
        (Value::Dict(dict), _) => Some(dict.hashed().into_iter().map(|(hash, key, _)| (hash, key)).collect()),
        _ => None,
    }
}

/// A set of the values of an iterable.
pub fn set_of(machine: &mut Machine, iterable: &Value, frozen: bool) -> PyResult<Rc<Set>> {
    if let Value::Set(set) = iterable.base_value() {
        return Ok(Rc::new(set.copy(frozen)));
    }
    if let Some(items) = hashed_items(iterable) {
        let set = Rc::new(Set::new(frozen));
        insert_hashed(machine, &set, items)?;
        return Ok(set);
    }
    let items = machine.collect(iterable)?;
    let set = machine.once(|_| Ok(Value::Set(Rc::new(Set::new(frozen)))))?;
    let Value::Set(set) = set else { return Ok(Rc::default()) };
    insert_all(machine, &set, items)?;
    Ok(set)
}

/// Adds items. Where hashes are the script's, a loop in Python does it: asking for each would start again each time.
fn insert_all(machine: &mut Machine, target: &Rc<Set>, items: Vec<Value>) -> PyResult<()> {
    if items.len() > 8 && items.iter().any(|item| matches!(hash(item), Err(Fault::Script))) {
        let items = machine.once(|_| Ok(Value::list(items)))?;
        let add = super::install::native("add", "set", NativeKind::Method, super::set_methods::add_item);
        let add = machine.bind(&add, &Value::Set(target.clone()));
        let add_all = machine.prelude("call_with_each");
        return machine.ask(&add_all, Args::two(add, items)).map(drop);
    }
    for item in items {
        machine.set_insert(target, item)?;
    }
    Ok(())
}

/// Adds the items of a set to another.
pub fn merge(machine: &mut Machine, target: &Rc<Set>, source: &Rc<Set>) -> PyResult<()> {
    target.reserve_for_merge(source.len());
    insert_hashed(machine, target, source.to_vec())
}

/// Adds items whose hashes are known.
fn insert_hashed(machine: &mut Machine, target: &Rc<Set>, items: Vec<(i64, Value)>) -> PyResult<()> {
    for (hash, item) in items {
        if find(machine, target, hash, &item)?.is_none() {
            target.insert_new(hash, item);
        }
    }
    Ok(())
}

/// The slot of an item whose hash is known; asks only where the script compares.
fn find(machine: &mut Machine, set: &Rc<Set>, hash: i64, item: &Value) -> PyResult<Option<usize>> {
    match set.lookup(hash, item) {
        Found::At(slot) => Ok(Some(slot)),
        Found::Absent => Ok(None),
        Found::Unsure(candidates) => {
            for (slot, candidate) in candidates {
                if candidate.is(item) || machine.equal(&candidate, item)? {
                    return Ok(Some(slot));
                }
            }
            Ok(None)
        }
    }
}

/// Adds the values of an iterable.
pub fn update(machine: &mut Machine, target: &Rc<Set>, iterable: &Value) -> PyResult<()> {
    if let Value::Set(source) = iterable.base_value() {
        return merge(machine, target, &source.clone());
    }
    if let Some(items) = hashed_items(iterable) {
        return insert_hashed(machine, target, items);
    }
    let items = machine.collect(iterable)?;
    insert_all(machine, target, items)
}

/// `a & b`: the smaller of the two is gone through.
pub fn intersection(machine: &mut Machine, a: &Rc<Set>, b: &Rc<Set>) -> PyResult<Rc<Set>> {
    let (large, small) = if b.len() > a.len() { (b, a) } else { (a, b) };
    let result = Rc::new(Set::new(a.frozen));
    for (hash, item) in small.to_vec() {
        if find(machine, large, hash, &item)?.is_some() {
            result.insert_new(hash, item);
        }
    }
    Ok(result)
}

/// The slot of a searched item. A set without a hash counts as the frozenset with the same items.
pub fn find_item(machine: &mut Machine, set: &Rc<Set>, item: &Value) -> PyResult<Option<usize>> {
    if let Value::Set(inner) = item.base_value()
        && !inner.frozen
        && matches!(machine.types.of(item).lookup(names::hash), None | Some(Value::None))
    {
        return Ok(machine.set_find(set, &Value::Set(Rc::new(inner.copy(true))))?.1);
    }
    Ok(machine.set_find(set, item)?.1)
}

/// The items of `iterable` that are in the set.
pub fn intersection_with(machine: &mut Machine, a: &Rc<Set>, iterable: &Value) -> PyResult<Rc<Set>> {
    if let Value::Set(b) = iterable.base_value() {
        return intersection(machine, a, &b.clone());
    }
    let common = search(machine, a, iterable, Until::AllFound)?;
    let Value::Set(common) = common else { return Ok(Rc::default()) };
    Ok(if common.frozen == a.frozen { common } else { Rc::new(common.copy(a.frozen)) })
}

/// Where the search for the values of an iterable in a set ends early.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// All items of the set have come; the result is the set of them.
    AllFound,
    /// A value is an item; the result is whether one was.
    OneFound,
    /// A value is none; the result is whether one was not.
    OneMissing,
}

/// Looks for the values of an iterable in a set, as they come, up to where the answer is known.
pub fn search(machine: &mut Machine, set: &Rc<Set>, iterable: &Value, until: Until) -> PyResult<Value> {
    let iterator = machine.iter(iterable)?;
    let set = set.clone();
    machine.ask_steps(|| Search { iterator, set, found: Rc::default(), until })
}

struct Search {
    iterator: Value,
    set: Rc<Set>,
    found: Rc<Set>,
    until: Until,
}

impl Steps for Search {
    fn step(&mut self, machine: &mut Machine) -> PyResult<Option<Value>> {
        let all = self.until == Until::AllFound;
        let Some(item) = machine.next(&self.iterator)? else {
            return Ok(Some(if all { Value::Set(self.found.clone()) } else { Value::Bool(false) }));
        };
        let (hash, slot) = machine.set_find(&self.set, &item)?;
        if all && slot.is_some() {
            if find(machine, &self.found, hash, &item)?.is_none() {
                self.found.insert_new(hash, item);
            }
            return Ok((self.found.len() == self.set.len()).then(|| Value::Set(self.found.clone())));
        }
        let ends = !all && slot.is_some() == (self.until == Until::OneFound);
        Ok(ends.then_some(Value::Bool(true)))
    }
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

/// A copy of a set without the keys of a dict.
pub fn without_keys(machine: &mut Machine, set: &Rc<Set>, dict: &Rc<Dict>) -> PyResult<Rc<Set>> {
    let result = Rc::new(Set::new(set.frozen));
    for (hash, item) in set.to_vec() {
        if machine.dict_place(dict, hash, &item)?.is_none() {
            result.insert_new(hash, item);
        }
    }
    Ok(result)
}

/// A copy of a set without the items of another.
pub fn without_set(machine: &mut Machine, set: &Rc<Set>, other: &Rc<Set>) -> PyResult<Rc<Set>> {
    let result = Rc::new(set.copy(set.frozen));
    for (hash, item) in other.to_vec() {
        if let Some(slot) = find(machine, &result, hash, &item)? {
            drop(result.remove_at(slot));
        }
    }
    Ok(result)
}

/// `a - b`: by removing from a copy where `b` is much smaller, else by picking from `a`.
pub fn difference(machine: &mut Machine, a: &Rc<Set>, b: &Rc<Set>) -> PyResult<Rc<Set>> {
    if a.len() >> 2 > b.len() {
        return without_set(machine, a, b);
    }
    let result = Rc::new(Set::new(a.frozen));
    for (hash, item) in a.to_vec() {
        if find(machine, b, hash, &item)?.is_none() {
            result.insert_new(hash, item);
        }
    }
    Ok(result)
}

/// `a ^ b`: a copy of `b` in which each item of `a` is toggled.
pub fn symmetric_difference(machine: &mut Machine, a: &Rc<Set>, b: &Rc<Set>) -> PyResult<Rc<Set>> {
    let base = Rc::new(b.copy(a.frozen));
    toggled(machine, &base, a.to_vec())
}

/// A copy of the set in which each of some items is removed if it is there, and added if not.
pub fn toggled(machine: &mut Machine, set: &Rc<Set>, items: Vec<(i64, Value)>) -> PyResult<Rc<Set>> {
    let result = Rc::new(set.copy(set.frozen));
    for (hash, item) in items {
        match find(machine, &result, hash, &item)? {
            Some(slot) => drop(result.remove_at(slot)),
            None => result.insert_new(hash, item),
        }
    }
    Ok(result)
}

/// Whether every item of `a` is in `b`.
pub fn is_subset(machine: &mut Machine, a: &Rc<Set>, b: &Rc<Set>) -> PyResult<bool> {
    if a.len() > b.len() {
        return Ok(false);
    }
    for (hash, item) in a.to_vec() {
        if find(machine, b, hash, &item)?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}
