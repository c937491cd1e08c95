//! Slices of lists and bytearrays, assigned and deleted; items of bytearrays.

use std::rc::Rc;

use crate::error::{Exc, PyResult, raise, type_error, value_error};
use crate::machine::{Flow, Machine, done, ops};
use crate::sequence::{Bytes, List, Slice};
use crate::value::Value;

/// `list[slice] = iterable`
pub fn assign_slice(machine: &mut Machine, list: &Rc<List>, slice: &Slice, value: &Value) -> PyResult<Flow> {
    if !ops::is_iterable(machine, value) {
        return type_error("must assign iterable to extended slice");
    }
    let items = super::sequence_ops::collect_fast(machine, value)?;
    let (start, step, count) = ops::slice_indices(machine, slice, list.len())?;
    let mut borrowed = list.borrow_mut();
    let old: Vec<Value> = if step == 1 {
        let start = start as usize;
        borrowed.splice(start..start + count, items).collect()
    } else {
        if items.len() != count {
            return value_error(format!(
                "attempt to assign sequence of size {} to extended slice of size {count}",
                items.len()
            ));
        }
        let places = (0..count as i64).map(|n| (start + n * step) as usize);
        places.zip(items).map(|(at, item)| std::mem::replace(&mut borrowed[at], item)).collect()
    };
    drop(borrowed);
    drop_old(old, step);
    done(Value::None)
}

/// Of a slice that is taken out whole the last item goes first.
fn drop_old(old: Vec<Value>, step: i64) {
    if step == 1 {
        drop(List::new(old));
    }
}

/// The indices of a slice, lowest first.
fn selected(start: i64, step: i64, count: usize) -> Vec<usize> {
    let mut all: Vec<usize> = (0..count as i64).map(|n| (start + n * step) as usize).collect();
    if step < 0 {
        all.reverse();
    }
    all
}

fn without<T>(items: &mut Vec<T>, gone: &[usize]) -> Vec<T> {
    let mut removed = Vec::with_capacity(gone.len());
    let mut kept = Vec::with_capacity(items.len() - gone.len());
    let mut gone = gone.iter().peekable();
    for (index, item) in std::mem::take(items).into_iter().enumerate() {
        if gone.next_if(|at| **at == index).is_some() {
            removed.push(item);
        } else {
            kept.push(item);
        }
    }
    *items = kept;
    removed
}

/// `del list[slice]`
pub fn delete_slice(machine: &mut Machine, list: &Rc<List>, slice: &Slice) -> PyResult<Flow> {
    let (start, step, count) = ops::slice_indices(machine, slice, list.len())?;
    let mut items = list.borrow_mut();
    let old: Vec<Value> = if step == 1 {
        items.drain(start as usize..start as usize + count).collect()
    } else {
        without(&mut items, &selected(start, step, count))
    };
    drop(items);
    drop_old(old, step);
    done(Value::None)
}

/// An item of bytes from a value; `what` begins the message.
pub fn byte_of(machine: &mut Machine, value: &Value) -> PyResult<u8> {
    match machine.index_value(value)? {
        Value::Int(byte) if (0..256).contains(&byte) => Ok(byte as u8),
        _ => value_error("byte must be in range(0, 256)"),
    }
}

fn place(machine: &mut Machine, key: &Value, length: usize) -> PyResult<usize> {
    if !machine.can_be_index(key) {
        let kind = machine.types.name_of(key);
        return type_error(format!("bytearray indices must be integers or slices, not {kind}"));
    }
    let index = machine.index(key)?;
    let index = if index < 0 { index + length as i64 } else { index };
    match usize::try_from(index) {
        Ok(index) if index < length => Ok(index),
        _ => raise(Exc::IndexError, "bytearray index out of range"),
    }
}

/// `bytearray[key] = value`
pub fn assign_bytes(machine: &mut Machine, bytes: &Rc<Bytes>, key: &Value, value: &Value) -> PyResult<Flow> {
    let length = bytes.borrow().len();
    let Value::Slice(slice) = key else {
        let at = place(machine, key, length)?;
        let byte = byte_of(machine, value)?;
        bytes.borrow_mut()[at] = byte;
        return done(Value::None);
    };
    let new = super::bytes::bytes_from_iterable(machine, value)?;
    let (start, step, count) = ops::slice_indices(machine, slice, length)?;
    let mut data = bytes.borrow_mut();
    if step == 1 {
        data.splice(start as usize..start as usize + count, new);
        return done(Value::None);
    }
    if new.len() != count {
        return value_error(format!(
            "attempt to assign bytes of size {} to extended slice of size {count}",
            new.len()
        ));
    }
    for (n, byte) in new.into_iter().enumerate() {
        data[(start + n as i64 * step) as usize] = byte;
    }
    done(Value::None)
}

/// `del bytearray[key]`
pub fn delete_bytes(machine: &mut Machine, bytes: &Rc<Bytes>, key: &Value) -> PyResult<Flow> {
    let length = bytes.borrow().len();
    match key {
        Value::Slice(slice) => {
            let (start, step, count) = ops::slice_indices(machine, slice, length)?;
            without(&mut bytes.borrow_mut(), &selected(start, step, count));
        }
        key => {
            let at = place(machine, key, length)?;
            bytes.borrow_mut().remove(at);
        }
    }
    done(Value::None)
}
