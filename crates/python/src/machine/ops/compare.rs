//! Comparison and membership.

use std::cmp::Ordering;

use crate::code::CompareOp;
use crate::error::{PyResult, type_error};
use crate::function::{Args, CellBox, NativeFn};
use crate::hashing;
use crate::machine::steps::Steps;
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::text;
use crate::value::Value;

fn holds(op: CompareOp, order: Ordering) -> bool {
    match op {
        CompareOp::Lt => order.is_lt(),
        CompareOp::Le => order.is_le(),
        CompareOp::Eq => order.is_eq(),
        CompareOp::Ne => order.is_ne(),
        CompareOp::Gt => order.is_gt(),
        CompareOp::Ge => order.is_ge(),
    }
}

/// Comparison of numbers, strings and what is equal only to itself.
#[inline]
pub fn compare_fast(op: CompareOp, left: &Value, right: &Value) -> Option<bool> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => return Some(holds(op, a.cmp(b))),
        (Value::Float(a), Value::Float(b)) => {
            return Some(match a.partial_cmp(b) {
                Some(order) => holds(op, order),
                None => op == CompareOp::Ne,
            });
        }
        _ => {}
    }
    match op {
        CompareOp::Eq => return hashing::simple_equal(left, right),
        CompareOp::Ne => return hashing::simple_equal(left, right).map(|equal| !equal),
        _ => {}
    }
    let order = match (left, right) {
        (Value::Str(a), Value::Str(b)) => a.as_str().cmp(b.as_str()),
        (Value::Bytes(a), Value::Bytes(b)) => a.borrow().cmp(&b.borrow()),
        (Value::Int(a), Value::Float(b)) => return Some(partial(op, text::int::compare_float_i64(*a, *b))),
        (Value::Float(a), Value::Int(b)) => {
            return Some(partial(op, text::int::compare_float_i64(*b, *a).map(Ordering::reverse)));
        }
        (Value::Big(a), Value::Float(b)) => return Some(partial(op, text::int::compare_float(a, *b))),
        (Value::Float(a), Value::Big(b)) => {
            return Some(partial(op, text::int::compare_float(b, *a).map(Ordering::reverse)));
        }
        (Value::Bool(a), b) if is_number(b) => return compare_fast(op, &Value::Int(i64::from(*a)), b),
        (a, Value::Bool(b)) if is_number(a) => return compare_fast(op, a, &Value::Int(i64::from(*b))),
        (Value::Big(_), Value::Int(_)) | (Value::Int(_), Value::Big(_)) | (Value::Big(_), Value::Big(_)) => {
            super::as_big(left)?.cmp(&super::as_big(right)?)
        }
        _ => return None,
    };
    Some(holds(op, order))
}

fn partial(op: CompareOp, order: Option<Ordering>) -> bool {
    match order {
        Some(order) => holds(op, order),
        None => op == CompareOp::Ne,
    }
}

fn is_number(value: &Value) -> bool {
    matches!(value, Value::Int(_) | Value::Bool(_) | Value::Float(_) | Value::Big(_))
}

fn dunder(op: CompareOp) -> (Sym, CompareOp, &'static str) {
    match op {
        CompareOp::Lt => (names::lt, CompareOp::Gt, "<"),
        CompareOp::Le => (names::le, CompareOp::Ge, "<="),
        CompareOp::Eq => (names::eq, CompareOp::Eq, "=="),
        CompareOp::Ne => (names::ne, CompareOp::Ne, "!="),
        CompareOp::Gt => (names::gt, CompareOp::Lt, ">"),
        CompareOp::Ge => (names::ge, CompareOp::Le, ">="),
    }
}

/// The result of a comparison, which may be any object; may ask.
pub fn rich_compare(machine: &mut Machine, op: CompareOp, left: &Value, right: &Value) -> PyResult<Value> {
    if let Some(result) = compare_fast(op, left, right) {
        return Ok(Value::Bool(result));
    }
    let scripted = |value: &Value| match value {
        Value::Instance(_) => true,
        Value::Class(class) => class.metaclass().is_some(),
        _ => false,
    };
    if scripted(left) || scripted(right) {
        if let Some(value) = compare_by_dunder(machine, op, left, right)? {
            return Ok(value);
        }
    } else if let Some(result) =
        machine.nested(" in comparison", |machine| compare_builtin(machine, op, left, right))?
    {
        return Ok(result);
    }
    match op {
        CompareOp::Eq => Ok(Value::Bool(left.is(right))),
        CompareOp::Ne => Ok(Value::Bool(!left.is(right))),
        _ => {
            let (a, b) = (machine.types.name_of(left), machine.types.name_of(right));
            let symbol = dunder(op).2;
            type_error(format!("'{symbol}' not supported between instances of '{a}' and '{b}'"))
        }
    }
}

fn compare_by_dunder(
    machine: &mut Machine,
    op: CompareOp,
    left: &Value,
    right: &Value,
) -> PyResult<Option<Value>> {
    let (name, swapped, _) = dunder(op);
    let reflected = dunder(swapped).0;
    let (left_class, right_class) = (machine.types.of(left), machine.types.of(right));
    let mut order = vec![(left, right, name), (right, left, reflected)];
    if left_class.id != right_class.id
        && right_class.is_subclass(&left_class)
        && right_class.lookup(reflected).is_some()
    {
        order.swap(0, 1);
    }
    for (receiver, other, name) in order {
        let class = machine.types.of(receiver);
        let Some(method) = class.lookup(name) else { continue };
        let bound = machine.bind_special(&method, receiver, &class)?;
        let value = machine.ask(&bound, Args::one(other.clone()))?;
        if !matches!(value, Value::NotImplemented) {
            return Ok(Some(value));
        }
    }
    Ok(None)
}

/// Comparison of built-in containers; `None` where the operator is not for them. May ask about items, and what the first
/// that differ answer is what comes of it.
pub fn compare_builtin(
    machine: &mut Machine,
    op: CompareOp,
    left: &Value,
    right: &Value,
) -> PyResult<Option<Value>> {
    match (left, right) {
        (Value::List(a), Value::List(b)) => {
            let (a, b) = (a.to_vec(), b.to_vec());
            compare_items(machine, op, &a, &b).map(Some)
        }
        (Value::Tuple(a), Value::Tuple(b)) => compare_items(machine, op, a, b).map(Some),
        (Value::Dict(a), Value::Dict(b)) if matches!(op, CompareOp::Eq | CompareOp::Ne) => {
            let mut equal = a.len() == b.len();
            if equal {
                for (hash, key, value) in a.hashed() {
                    let other = machine.dict_place(b, hash, &key)?.map(|place| b.value_at(place));
                    equal = match other {
                        Some(other) => machine.equal(&value, &other)?,
                        None => false,
                    };
                    if !equal {
                        break;
                    }
                }
            }
            Ok(Some(Value::Bool(equal == (op == CompareOp::Eq))))
        }
        (Value::Slice(a), Value::Slice(b)) => {
            let parts = |s: &crate::sequence::Slice| vec![s.start.clone(), s.stop.clone(), s.step.clone()];
            compare_items(machine, op, &parts(a), &parts(b)).map(Some)
        }
        (Value::Cell(a), Value::Cell(b)) => {
            let content = |cell: &CellBox| Some(cell.get()).filter(|content| !content.is_null());
            let (a, b) = (content(a), content(b));
            compare_items(machine, op, a.as_slice(), b.as_slice()).map(Some)
        }
        _ => Ok(crate::builtins::sets::compare(machine, op, left, right)?.map(Value::Bool)),
    }
}

fn compare_items(machine: &mut Machine, op: CompareOp, a: &[Value], b: &[Value]) -> PyResult<Value> {
    if matches!(op, CompareOp::Eq | CompareOp::Ne) && a.len() != b.len() {
        return Ok(Value::Bool(op == CompareOp::Ne));
    }
    for (x, y) in a.iter().zip(b) {
        if !machine.equal(x, y)? {
            return match op {
                CompareOp::Eq => Ok(Value::Bool(false)),
                CompareOp::Ne => Ok(Value::Bool(true)),
                _ => rich_compare(machine, op, x, y),
            };
        }
    }
    Ok(Value::Bool(holds(op, a.len().cmp(&b.len()))))
}

macro_rules! comparison_functions {
    ($($op:ident: $name:ident;)*) => {
        $(fn $name(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
            done(rich_compare(machine, CompareOp::$op, &args.positional[0], &args.positional[1])?)
        })*

        /// The native function of a comparison: `[left, right] → value`.
        pub fn compare_function(op: CompareOp) -> NativeFn {
            match op { $(CompareOp::$op => $name),* }
        }
    };
}

comparison_functions! {
    Lt: less; Le: less_equal; Eq: equal; Ne: not_equal; Gt: greater; Ge: greater_equal;
}

/// The comparison of two values; may ask.
pub fn compare(machine: &mut Machine, op: CompareOp, left: &Value, right: &Value) -> PyResult<Value> {
    rich_compare(machine, op, left, right)
}

/// `[item, container] → bool`
pub fn contains(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (item, container) = (&args.positional[0], &args.positional[1]);
    if let Value::Instance(_) | Value::Class(_) = container {
        if let Some(method) = machine.special(container, names::contains)? {
            let answer = machine.ask(&method, Args::one(item.clone()))?;
            return done(machine.truth(&answer)?);
        }
        let class = machine.types.of(container);
        let iterable = match class.lookup(names::iter) {
            Some(method) => !matches!(method, Value::None),
            None => class.lookup(names::getitem).is_some(),
        };
        if matches!(class.lookup(names::contains), Some(Value::None)) {
            return type_error(format!("'{}' object is not a container", class.shown_name()));
        }
        if !iterable {
            return type_error(format!(
                "argument of type '{}' is not a container or iterable",
                class.shown_name()
            ));
        }
    }
    match container {
        Value::Str(text) => match item.as_str() {
            Some(part) => done(text.as_str().contains(part.as_str())),
            None => {
                let kind = machine.types.name_of(item);
                type_error(format!("'in <string>' requires string as left operand, not {kind}"))
            }
        },
        Value::List(items) => {
            let equal = |other: &Value| plainly_equal(other, item);
            let simple = items.borrow().iter().map(equal).find(|equal| *equal != Some(false));
            search(machine, item, container, simple)
        }
        Value::Tuple(items) => {
            let equal = |other: &Value| plainly_equal(other, item);
            let simple = items.iter().map(equal).find(|equal| *equal != Some(false));
            search(machine, item, container, simple)
        }
        Value::Dict(dict) => done(machine.dict_find(dict, item)?.1.is_some()),
        Value::Set(set) => done(crate::builtins::sets::find_item(machine, set, item)?.is_some()),
        Value::Range(range) => match item.base_value() {
            Value::Int(value) => done(in_range(range, *value)),
            Value::Bool(value) => done(in_range(range, i64::from(*value))),
            Value::Float(value) if value.fract() == 0.0 => done(in_range(range, *value as i64)),
            _ => done(false),
        },
        Value::Bytes(bytes) => match item.base_value() {
            Value::Int(byte) => match u8::try_from(*byte) {
                Ok(byte) => done(bytes.borrow().contains(&byte)),
                Err(_) => crate::error::value_error("byte must be in range(0, 256)"),
            },
            Value::Bytes(part) => {
                let (all, part) = (bytes.borrow(), part.borrow());
                done(part.is_empty() || all.windows(part.len()).any(|window| window == &part[..]))
            }
            other => {
                let kind = machine.types.name_of(other);
                type_error(format!("a bytes-like object is required, not '{kind}'"))
            }
        },
        Value::Iter(iter) => {
            let view = match &*iter.state.borrow() {
                crate::iterator::IterState::View(dict, part) => Some((dict.clone(), *part)),
                _ => None,
            };
            match view {
                Some((dict, crate::iterator::DictPart::Keys)) => {
                    done(machine.dict_find(&dict, item)?.1.is_some())
                }
                Some((dict, crate::iterator::DictPart::Items)) => match item {
                    Value::Tuple(pair) if pair.len() == 2 => match machine.dict_get(&dict, &pair[0])? {
                        Some(value) => done(machine.equal(&value, &pair[1])?),
                        None => done(false),
                    },
                    _ => done(false),
                },
                _ => search_iterable(machine, item, container),
            }
        }
        _ => search_iterable(machine, item, container),
    }
}

/// Equality as containers see it, as far as it needs no machine.
fn plainly_equal(a: &Value, b: &Value) -> Option<bool> {
    if a.is(b) { Some(true) } else { hashing::simple_equal(a, b) }
}

/// Membership in a list or tuple, of which the first item that is not plainly different is known.
fn search(
    machine: &mut Machine,
    item: &Value,
    container: &Value,
    first: Option<Option<bool>>,
) -> PyResult<Flow> {
    match first {
        None => done(false),
        Some(Some(_)) => done(true),
        Some(None) => {
            let search = || crate::builtins::lists::Search::first(container, item, 0, usize::MAX);
            let found = machine.ask_steps(search)?;
            done(!matches!(found, Value::Int(-1)))
        }
    }
}

fn search_iterable(machine: &mut Machine, item: &Value, container: &Value) -> PyResult<Flow> {
    let class = machine.types.of(container);
    if !machine.is_iterator(container)
        && machine.iter_fast(container).is_none()
        && class.lookup(names::iter).is_none()
        && class.lookup(names::getitem).is_none()
    {
        return type_error(format!(
            "argument of type '{}' is not a container or iterable",
            class.shown_name()
        ));
    }
    let iterator = machine.iter(container)?;
    machine.run_steps(SearchIterator { iterator, wanted: item.clone() })
}

/// The search for a value among those of an iterator.
struct SearchIterator {
    iterator: Value,
    wanted: Value,
}

impl Steps for SearchIterator {
    fn step(&mut self, machine: &mut Machine) -> PyResult<Option<Value>> {
        let Some(candidate) = machine.next(&self.iterator)? else { return Ok(Some(Value::Bool(false))) };
        let found = machine.equal(&candidate, &self.wanted)?;
        Ok(found.then_some(Value::Bool(true)))
    }
}

fn in_range(range: &crate::sequence::Range, value: i64) -> bool {
    let inside = if range.step > 0 {
        range.start <= value && value < range.stop
    } else {
        range.stop < value && value <= range.start
    };
    inside && (value as i128 - range.start as i128) % range.step as i128 == 0
}
