//! Dropping deep structures without deep recursion. A chain of a million nodes must not overflow the native
//! stack when its head goes, so beyond some depth children are put aside and dropped from the outside.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::value::Value;

const MAX_DEPTH: u32 = 64;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static ASIDE: RefCell<Vec<Value>> = const { RefCell::new(Vec::new()) };
}

fn is_container(value: &Value) -> bool {
    matches!(
        value,
        Value::Tuple(_)
            | Value::List(_)
            | Value::Dict(_)
            | Value::Set(_)
            | Value::Instance(_)
            | Value::Method(_)
            | Value::Function(_)
            | Value::Generator(_)
            | Value::Iter(_)
            | Value::Cell(_)
            | Value::Class(_)
            | Value::Slice(_)
            | Value::Native(_)
    )
}

/// Whether a value is a container that nothing else holds, so that it goes with this reference.
fn dies(value: &Value) -> bool {
    let count = match value {
        Value::Tuple(it) => Rc::strong_count(it),
        Value::List(it) => Rc::strong_count(it),
        Value::Dict(it) => Rc::strong_count(it),
        Value::Set(it) => Rc::strong_count(it),
        Value::Instance(it) => Rc::strong_count(it),
        Value::Method(it) => Rc::strong_count(it),
        Value::Function(it) => Rc::strong_count(it),
        Value::Generator(it) => Rc::strong_count(it),
        Value::Iter(it) => Rc::strong_count(it),
        Value::Cell(it) => Rc::strong_count(it),
        Value::Class(it) => Rc::strong_count(it),
        Value::Slice(it) => Rc::strong_count(it),
        Value::Native(it) => Rc::strong_count(it),
        _ => return false,
    };
    count == 1
}

/// As [`bury_slice`], for the values of a frame. Frames do not lie in one another as containers do, so one that it holds
/// twice may go where it is: whatever is inside that is buried.
pub fn bury_frame(values: &mut [Value]) {
    if values.iter().any(dies) {
        bury(values.iter_mut().rev().map(std::mem::take));
    }
}

/// Drops the values of a sequence that is itself being dropped, the last first, leaving [`Value::Null`].
pub fn bury_slice(values: &mut [Value]) {
    if !values.iter().any(is_container) {
        return;
    }
    bury(values.iter_mut().rev().map(std::mem::take));
}

/// Drops values that a dying container held, in order.
pub fn bury(values: impl Iterator<Item = Value>) {
    let depth = DEPTH.get();
    if depth >= MAX_DEPTH {
        ASIDE.with(|aside| aside.borrow_mut().extend(values));
        return;
    }
    DEPTH.set(depth + 1);
    values.for_each(drop);
    DEPTH.set(depth);
    if depth == 0 {
        while let Some(value) = ASIDE.with(|aside| aside.borrow_mut().pop()) {
            DEPTH.set(1);
            drop(value);
            DEPTH.set(0);
        }
    }
}
