//! `object[key]` read, written and deleted, and what slices select.

use std::rc::Rc;

use crate::error::{Exc, PyResult, key_error, raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::sequence::{Range, Slice};
use crate::symbol::names;
use crate::value::Value;

fn place(index: i64, length: usize) -> Option<usize> {
    let index = if index < 0 { index + length as i64 } else { index };
    usize::try_from(index).ok().filter(|index| *index < length)
}

/// Reading with a plain index or string key.
#[inline]
pub fn subscript_fast(object: &Value, key: &Value) -> Option<Value> {
    match (object, key) {
        (Value::List(items), Value::Int(index)) => {
            let items = items.borrow();
            items.get(place(*index, items.len())?).cloned()
        }
        (Value::Tuple(items), Value::Int(index)) => items.get(place(*index, items.len())?).cloned(),
        (Value::Dict(dict), Value::Str(text)) => match dict.lookup(text.hash(), key) {
            crate::dict::Lookup::Found(index) => Some(dict.value_at(index)),
            _ => None,
        },
        (Value::Dict(dict), Value::Int(value)) => match dict.lookup(crate::hashing::hash_int(*value), key) {
            crate::dict::Lookup::Found(index) => Some(dict.value_at(index)),
            _ => None,
        },
        _ => None,
    }
}

/// Writing with a plain index or key; else gives the value back.
#[inline]
pub fn store_subscript_fast(object: &Value, key: &Value, value: Value) -> Result<(), Value> {
    match (object, key) {
        (Value::List(items), Value::Int(index)) => {
            let mut items = items.borrow_mut();
            let Some(at) = place(*index, items.len()) else { return Err(value) };
            let old = std::mem::replace(&mut items[at], value);
            drop(items);
            drop(old);
            Ok(())
        }
        (Value::Dict(dict), Value::Str(text)) => store_key(dict, text.hash(), key, value),
        (Value::Dict(dict), Value::Int(number)) => {
            store_key(dict, crate::hashing::hash_int(*number), key, value)
        }
        _ => Err(value),
    }
}

fn store_key(dict: &Rc<crate::dict::Dict>, hash: i64, key: &Value, value: Value) -> Result<(), Value> {
    match dict.lookup(hash, key) {
        crate::dict::Lookup::Found(index) => drop(dict.replace_at(index, value)),
        crate::dict::Lookup::Absent => dict.insert_new(hash, key.clone(), value),
        crate::dict::Lookup::Unsure(_) => return Err(value),
    }
    Ok(())
}

/// What `slice.indices` gives: start, stop and step within a sequence of a length. May ask for `__index__`.
pub fn slice_bounds(machine: &mut Machine, slice: &Slice, length: usize) -> PyResult<[i64; 3]> {
    let part = |machine: &mut Machine, value: &Value| -> PyResult<Option<i64>> {
        if value.is_none() {
            return Ok(None);
        }
        match value.base_value() {
            Value::Big(big) => {
                Ok(Some(if big.sign() == num_bigint::Sign::Minus { i64::MIN + 1 } else { i64::MAX }))
            }
            Value::Int(value) => Ok(Some(*value)),
            Value::Bool(value) => Ok(Some(i64::from(*value))),
            other => match machine.special(other, names::index)? {
                Some(_) => machine.index(other).map(Some),
                None => type_error("slice indices must be integers or None or have an __index__ method"),
            },
        }
    };
    let step = part(machine, &slice.step)?.unwrap_or(1);
    if step == 0 {
        return value_error("slice step cannot be zero");
    }
    let length = length as i64;
    let (low, high) = if step < 0 { (-1, length - 1) } else { (0, length) };
    let clamp = |value: Option<i64>, default: i64| match value {
        None => default,
        Some(value) if value < 0 => value.saturating_add(length).max(low),
        Some(value) => value.min(high),
    };
    let start = part(machine, &slice.start)?;
    let stop = part(machine, &slice.stop)?;
    let start = clamp(start, if step < 0 { high } else { low });
    let stop = clamp(stop, if step < 0 { low } else { high });
    Ok([start, stop, step])
}

/// The indices that a slice selects from a sequence of a length: start, step, count. May ask for `__index__`.
pub fn slice_indices(machine: &mut Machine, slice: &Slice, length: usize) -> PyResult<(i64, i64, usize)> {
    let [start, stop, step] = slice_bounds(machine, slice, length)?;
    let span = if step < 0 { start - stop } else { stop - start };
    let count = if span <= 0 { 0 } else { (span - 1) / step.abs() + 1 };
    Ok((start, step, count as usize))
}

fn selected<T: Clone>(items: &[T], (start, step, count): (i64, i64, usize)) -> Vec<T> {
    if step == 1 {
        return items[start as usize..start as usize + count].to_vec();
    }
    (0..count as i64).map(|n| items[(start + n * step) as usize].clone()).collect()
}

/// `[object, key] → value`
pub fn subscript(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (object, key) = (&args.positional[0], &args.positional[1]);
    if let Some(value) = subscript_fast(object, key) {
        return done(value);
    }
    if let Value::Instance(_) = object
        && let Some(method) = machine.special(object, names::getitem)?
    {
        return machine.call(&method, Args::one(key.clone()));
    }
    subscript_builtin(machine, object, key)
}

/// `object[key]` of a built-in container, subclasses' `__getitem__` aside.
pub fn subscript_builtin(machine: &mut Machine, object: &Value, key: &Value) -> PyResult<Flow> {
    match object.base_value() {
        Value::Dict(dict) => match machine.dict_get(dict, key)? {
            Some(value) => done(value),
            None => {
                if let Value::Instance(_) = object
                    && let Some(missing) = machine.special(object, names::missing)?
                {
                    return machine.call(&missing, Args::one(key.clone()));
                }
                key_error(key.clone())
            }
        },
        Value::List(items) => {
            if let Value::Slice(slice) = key {
                let range = slice_indices(machine, slice, items.len())?;
                return done(Value::list(selected(&items.borrow(), range)));
            }
            let index = sequence_index(machine, key, "list")?;
            let items = items.borrow();
            match place(index, items.len()) {
                Some(at) => done(items[at].clone()),
                None => raise(Exc::IndexError, "list index out of range"),
            }
        }
        Value::Tuple(items) => {
            if let Value::Slice(slice) = key {
                let range = slice_indices(machine, slice, items.len())?;
                if range == (0, 1, items.len()) {
                    return done(Value::Tuple(items.clone()));
                }
                return done(Value::tuple(selected(items, range)));
            }
            let index = sequence_index(machine, key, "tuple")?;
            match place(index, items.len()) {
                Some(at) => done(items[at].clone()),
                None => raise(Exc::IndexError, "tuple index out of range"),
            }
        }
        Value::Str(text) => {
            if let Value::Slice(slice) = key {
                let (start, step, count) = slice_indices(machine, slice, text.len())?;
                if step == 1 && count == text.len() {
                    return done(Value::Str(text.clone()));
                }
                if step == 1 {
                    return done(text.slice(start as usize, start as usize + count));
                }
                let chars: Vec<char> = text.as_str().chars().collect();
                return done(selected(&chars, (start, step, count)).into_iter().collect::<String>());
            }
            let index = sequence_index(machine, key, "string")?;
            match place(index, text.len()).and_then(|at| text.char_at(at)) {
                Some(c) => done(&*c.encode_utf8(&mut [0; 4])),
                None => raise(Exc::IndexError, "string index out of range"),
            }
        }
        Value::Bytes(bytes) => {
            if let Value::Slice(slice) = key {
                let length = bytes.borrow().len();
                let range = slice_indices(machine, slice, length)?;
                let data = selected(&bytes.borrow(), range);
                return done(Value::Bytes(Rc::new(crate::sequence::Bytes::new(data, bytes.mutable))));
            }
            let kind = if bytes.mutable { "bytearray" } else { "byte" };
            let index = sequence_index(machine, key, kind)?;
            let bytes = bytes.borrow();
            match place(index, bytes.len()) {
                Some(at) => done(i64::from(bytes[at])),
                None if kind == "byte" => raise(Exc::IndexError, "index out of range"),
                None => raise(Exc::IndexError, "bytearray index out of range"),
            }
        }
        Value::Range(range) => {
            if let Value::Slice(slice) = key {
                let [start, stop, step] = slice_bounds(machine, slice, range.len())?;
                let at = |index: i64| (range.start as i128 + index as i128 * range.step as i128) as i64;
                let step = range.step.saturating_mul(step);
                let sliced = Range { start: at(start), stop: at(stop), step };
                return done(Value::Range(Rc::new(sliced)));
            }
            let index = sequence_index(machine, key, "range")?;
            match place(index, range.len()) {
                Some(at) => done(range.at(at)),
                None => raise(Exc::IndexError, "range object index out of range"),
            }
        }
        Value::Class(class) => crate::builtins::typing_intrinsics::subscript_class(machine, class, key),
        other => {
            let kind = machine.types.name_of(other);
            type_error(format!("'{kind}' object is not subscriptable"))
        }
    }
}

fn sequence_index(machine: &mut Machine, key: &Value, kind: &str) -> PyResult<i64> {
    match key.base_value() {
        Value::Int(index) => return Ok(*index),
        Value::Bool(index) => return Ok(i64::from(*index)),
        Value::Big(_) => return raise(Exc::IndexError, "cannot fit 'int' into an index-sized integer"),
        _ => {}
    }
    if machine.special(key, names::index)?.is_some() {
        return machine.index(key);
    }
    let key_kind = machine.types.name_of(key);
    if kind == "string" {
        return type_error(format!("string indices must be integers, not '{key_kind}'"));
    }
    type_error(format!("{kind} indices must be integers or slices, not {key_kind}"))
}

/// `[object, key, value]`
pub fn store_subscript(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (object, key, value) = (&args.positional[0], &args.positional[1], &args.positional[2]);
    if let Value::Instance(_) = object
        && let Some(method) = machine.special(object, names::setitem)?
    {
        return machine.call(&method, Args::two(key.clone(), value.clone()));
    }
    store_subscript_builtin(machine, object, key, value)
}

/// `object[key] = value` of a built-in container, subclasses' `__setitem__` aside.
pub fn store_subscript_builtin(
    machine: &mut Machine,
    object: &Value,
    key: &Value,
    value: &Value,
) -> PyResult<Flow> {
    match object.base_value() {
        Value::Dict(dict) => machine.dict_set(dict, key.clone(), value.clone())?,
        Value::List(items) => {
            if let Value::Slice(slice) = key {
                return crate::builtins::slice_ops::assign_slice(machine, items, slice, value);
            }
            let index = sequence_index(machine, key, "list")?;
            let mut borrowed = items.borrow_mut();
            let Some(at) = place(index, borrowed.len()) else {
                return raise(Exc::IndexError, "list assignment index out of range");
            };
            let old = std::mem::replace(&mut borrowed[at], value.clone());
            drop(borrowed);
            drop(old);
        }
        Value::Bytes(bytes) if bytes.mutable => {
            return crate::builtins::slice_ops::assign_bytes(machine, bytes, key, value);
        }
        _ => {
            let kind = machine.types.name_of(object);
            return type_error(format!("'{kind}' object does not support item assignment"));
        }
    }
    done(Value::None)
}

/// `[object, key]`
pub fn delete_subscript(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (object, key) = (&args.positional[0], &args.positional[1]);
    if let Value::Instance(_) = object
        && let Some(method) = machine.special(object, names::delitem)?
    {
        return machine.call(&method, Args::one(key.clone()));
    }
    delete_subscript_builtin(machine, object, key)
}

/// `del object[key]` of a built-in container, subclasses' `__delitem__` aside.
pub fn delete_subscript_builtin(machine: &mut Machine, object: &Value, key: &Value) -> PyResult<Flow> {
    match object.base_value() {
        Value::Dict(dict) => match machine.dict_find(dict, key)?.1 {
            Some(index) => drop(dict.remove_at(index)),
            None => return key_error(key.clone()),
        },
        Value::List(items) => {
            if let Value::Slice(slice) = key {
                return crate::builtins::slice_ops::delete_slice(machine, items, slice);
            }
            let index = sequence_index(machine, key, "list")?;
            let mut borrowed = items.borrow_mut();
            let Some(at) = place(index, borrowed.len()) else {
                return raise(Exc::IndexError, "list assignment index out of range");
            };
            let old = borrowed.remove(at);
            drop(borrowed);
            drop(old);
        }
        Value::Bytes(bytes) if bytes.mutable => {
            return crate::builtins::slice_ops::delete_bytes(machine, bytes, key);
        }
        other => {
            let kind = machine.types.name_of(object);
            let like_sequence = match other {
                Value::Instance(instance) => instance.class.heap,
                Value::None | Value::Bool(_) | Value::Int(_) | Value::Big(_) | Value::Float(_) => false,
                Value::Class(_) | Value::Complex(_) | Value::Slice(_) => false,
                Value::Function(_) | Value::Native(_) | Value::Generator(_) => false,
                _ => true,
            };
            let is_index = matches!(key, Value::Int(_) | Value::Bool(_) | Value::Big(_));
            let not = if like_sequence && is_index { "doesn't" } else { "does not" };
            return type_error(format!("'{kind}' object {not} support item deletion"));
        }
    }
    done(Value::None)
}
