//! Operators of the built-in containers: concatenation, repetition, set algebra, merging of dicts, and what
//! CPython says where the operands do not fit. Slices assigned and deleted are in `slice_ops`.

use std::rc::Rc;

use loopglass_trace::Limit;

use super::{percent, sets};
use crate::code::BinaryOp;
use crate::error::{Exc, PyResult, Raise, raise};
use crate::machine::Machine;
use crate::memory;
use crate::sequence::{Bytes, List};
use crate::value::Value;

/// The operator between built-in values that are not both numbers; `None` where it is not for them.
pub fn binary(machine: &mut Machine, op: BinaryOp, left: &Value, right: &Value) -> PyResult<Option<Value>> {
    match op {
        BinaryOp::Add => concatenate(machine, left, right),
        BinaryOp::Mul => match (is_sequence(left), is_sequence(right)) {
            (true, _) => repeat(machine, left, right),
            (_, true) => repeat(machine, right, left),
            _ => Ok(None),
        },
        BinaryOp::Mod => match left {
            Value::Str(template) => {
                let template = template.clone();
                percent::percent(machine, template.as_str(), right).map(Some)
            }
            Value::Bytes(template) => percent::percent_bytes(machine, &template.clone(), right).map(Some),
            _ => Ok(None),
        },
        BinaryOp::Or if matches!((left, right), (Value::Dict(_), Value::Dict(_))) => {
            let (Value::Dict(a), Value::Dict(b)) = (left, right) else { return Ok(None) };
            let merged = Rc::new(a.copy());
            machine.dict_merge(&merged, b)?;
            Ok(Some(Value::Dict(merged)))
        }
        BinaryOp::And | BinaryOp::Or | BinaryOp::Sub | BinaryOp::Xor => {
            sets::operator(machine, op, left, right)
        }
        _ => Ok(None),
    }
}

fn is_sequence(value: &Value) -> bool {
    matches!(value, Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_))
}

fn concatenate(machine: &Machine, left: &Value, right: &Value) -> PyResult<Option<Value>> {
    let limit = machine.settings.limits.items;
    Ok(Some(match (left, right) {
        (Value::Str(a), Value::Str(_)) if a.is_empty() => right.clone(),
        (Value::Str(_), Value::Str(b)) if b.is_empty() => left.clone(),
        (Value::Str(a), Value::Str(b)) => {
            check_size(a.as_str().len() + b.as_str().len(), limit)?;
            let mut text = String::with_capacity(a.as_str().len() + b.as_str().len());
            text.push_str(a.as_str());
            text.push_str(b.as_str());
            Value::string(text)
        }
        (Value::List(a), Value::List(b)) => {
            check_size(a.len() + b.len(), limit)?;
            let mut items = a.to_vec();
            items.extend(b.borrow().iter().cloned());
            Value::list(items)
        }
        (Value::Tuple(a), Value::Tuple(b)) => {
            check_size(a.len() + b.len(), limit)?;
            Value::tuple(a.iter().chain(b.iter()).cloned().collect())
        }
        (Value::Bytes(a), Value::Bytes(b)) => {
            let mut data = a.borrow().clone();
            data.extend_from_slice(&b.borrow());
            check_size(data.len(), limit)?;
            Value::Bytes(Rc::new(Bytes::new(data, a.mutable)))
        }
        (Value::Bytes(a), other) => {
            let Some(more) = super::bytes::bytes_like(other) else { return Ok(None) };
            check_size(a.borrow().len() + more.len(), limit)?;
            let mut data = a.borrow().clone();
            data.extend(more);
            Value::Bytes(Rc::new(Bytes::new(data, a.mutable)))
        }
        _ => return Ok(None),
    }))
}

/// Refuses to make something larger than the run's limit.
pub fn check_size(size: usize, limit: usize) -> PyResult<()> {
    if size > limit {
        return raise(Exc::MemoryError, "");
    }
    // A small one has room as a rule, and the next measurement tells.
    if size > 1 << 12 && !memory::has_room(size * size_of::<Value>()) {
        return Err(Box::new(Raise::Limit(Limit::Memory)));
    }
    Ok(())
}

/// How often to repeat; asks for `__index__`. `None` where the value is no integer.
fn times(machine: &mut Machine, count: &Value) -> PyResult<Option<usize>> {
    let whole = match count.base_value() {
        Value::Int(_) | Value::Bool(_) | Value::Big(_) => count.clone(),
        _ if machine.types.of(count).lookup(crate::symbol::names::index).is_none() => return Ok(None),
        _ => machine.index_value(count)?,
    };
    match whole.base_value() {
        Value::Int(count) if *count < 0 => Ok(Some(0)),
        Value::Int(count) => Ok(Some(usize::try_from(*count).unwrap_or(usize::MAX))),
        Value::Bool(count) => Ok(Some(usize::from(*count))),
        _ => {
            let name = machine.types.of(count).name();
            raise(Exc::OverflowError, format!("cannot fit '{name}' into an index-sized integer"))
        }
    }
}

/// `sequence * count`
fn repeat(machine: &mut Machine, sequence: &Value, count: &Value) -> PyResult<Option<Value>> {
    let Some(count) = times(machine, count)? else { return Ok(None) };
    let limit = machine.settings.limits.items;
    let check = |length: usize| check_size(length.saturating_mul(count), limit);
    Ok(Some(match sequence {
        Value::Str(_) if count == 1 => sequence.clone(),
        Value::Str(text) => {
            check(text.as_str().len())?;
            Value::string(text.as_str().repeat(count))
        }
        Value::List(items) => {
            check(items.len())?;
            Value::list(repeat_items(&items.borrow(), count))
        }
        Value::Tuple(_) if count == 1 => sequence.clone(),
        Value::Tuple(items) => {
            check(items.len())?;
            Value::tuple(repeat_items(items, count))
        }
        Value::Bytes(bytes) => {
            check(bytes.borrow().len())?;
            Value::Bytes(Rc::new(Bytes::new(bytes.borrow().repeat(count), bytes.mutable)))
        }
        _ => return Ok(None),
    }))
}

fn repeat_items(items: &[Value], count: usize) -> Vec<Value> {
    let mut all = Vec::with_capacity(items.len() * count);
    // Nothing is soon done, however often.
    let count = if items.is_empty() { 0 } else { count };
    for _ in 0..count {
        all.extend_from_slice(items);
    }
    all
}

/// The augmented operator on a built-in container, which may change it; `None` to go the plain way.
pub fn inplace(machine: &mut Machine, op: BinaryOp, left: &Value, right: &Value) -> PyResult<Option<Value>> {
    match (op, left) {
        (BinaryOp::Add, Value::List(list)) => {
            extend_list(machine, list, right)?;
            Ok(Some(left.clone()))
        }
        (BinaryOp::Mul, Value::List(list)) => {
            let Some(count) = times(machine, right)? else { return Ok(None) };
            check_size(list.len().saturating_mul(count), machine.settings.limits.items)?;
            let items = repeat_items(&list.borrow(), count);
            let old = std::mem::replace(&mut *list.borrow_mut(), items);
            drop(old);
            Ok(Some(left.clone()))
        }
        (BinaryOp::Add, Value::Bytes(bytes)) if bytes.mutable => {
            let Some(more) = super::bytes::bytes_like(right) else { return Ok(None) };
            bytes.borrow_mut().extend(more);
            Ok(Some(left.clone()))
        }
        (BinaryOp::Mul, Value::Bytes(bytes)) if bytes.mutable => {
            let Some(count) = times(machine, right)? else { return Ok(None) };
            let length = bytes.borrow().len();
            check_size(length.saturating_mul(count), machine.settings.limits.items)?;
            let data = bytes.borrow().repeat(count);
            *bytes.borrow_mut() = data;
            Ok(Some(left.clone()))
        }
        (BinaryOp::Or, Value::Dict(dict)) => {
            super::dicts::update(machine, dict, right, "dict")?;
            Ok(Some(left.clone()))
        }
        (BinaryOp::And | BinaryOp::Or | BinaryOp::Sub | BinaryOp::Xor, Value::Set(set)) if !set.frozen => {
            sets::inplace(machine, op, left, right)
        }
        _ => Ok(None),
    }
}

/// The values of an iterable as CPython's `PySequence_Fast` gets them: from its iterator, iterated anew.
pub fn collect_fast(machine: &mut Machine, iterable: &Value) -> PyResult<Vec<Value>> {
    if machine.iter_fast(iterable).is_some() {
        return machine.collect(iterable);
    }
    let iterator = machine.iter(iterable)?;
    machine.collect_sized(&iterator)
}

/// `list.extend(iterable)`; asks before it changes the list.
pub fn extend_list(machine: &mut Machine, list: &Rc<List>, iterable: &Value) -> PyResult<()> {
    let items = machine.collect_sized(iterable)?;
    check_size(list.len() + items.len(), machine.settings.limits.items)?;
    list.borrow_mut().extend(items);
    Ok(())
}

/// Whether objects of the value's class have the methods of sequences, of which `*=` misses one.
fn may_be_sequence(machine: &Machine, value: &Value) -> bool {
    match value {
        Value::Instance(instance) => instance.class.id != machine.types.object.id,
        Value::Dict(_) | Value::Set(_) | Value::Range(_) | Value::Iter(_) => true,
        _ => false,
    }
}

/// A message of its own for operands that do not fit, such as `can only concatenate str …`.
pub fn refusal(
    machine: &Machine,
    op: BinaryOp,
    left: &Value,
    right: &Value,
    inplace: bool,
) -> Option<String> {
    let (a, b) = (left.base_value(), right.base_value());
    match op {
        BinaryOp::Add => {
            let other = machine.types.name_of(right);
            match a {
                Value::Str(_) => Some(format!("can only concatenate str (not \"{other}\") to str")),
                Value::List(_) if !inplace => {
                    Some(format!("can only concatenate list (not \"{other}\") to list"))
                }
                Value::Tuple(_) => Some(format!("can only concatenate tuple (not \"{other}\") to tuple")),
                Value::Bytes(_) => {
                    let own = machine.types.name_of(left);
                    Some(format!("can't concat {other} to {own}"))
                }
                _ => None,
            }
        }
        BinaryOp::Mul => {
            let other = match (is_sequence(a), is_sequence(b)) {
                (true, _) => right,
                // In place, the left operand's class alone decides, if its objects could be sequences.
                (_, true) if inplace && may_be_sequence(machine, a) => return None,
                (_, true) => left,
                _ => return None,
            };
            let other = machine.types.name_of(other);
            Some(format!("can't multiply sequence by non-int of type '{other}'"))
        }
        _ => None,
    }
}
