//! Which items a queue holds, for the trace. An ordinary queue gives them back in the order in which they came; of any
//! other, a queue by priority or one of the script's, it is noted here which is which.

use std::cell::{Cell, RefCell};

use loopglass_python::error::PyResult;
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::value::Value;
use loopglass_trace::Event;

use crate::primitive::{held, measure, record_value};
use crate::quick_queue::{deque_items, gives_in_order};

/// How many items are told apart where they do not come out in order.
const MOST: i64 = 4096;

/// What a queue holds, as far as it is known.
#[derive(Default)]
pub struct Held {
    /// How many items.
    count: Cell<i64>,
    /// Which, in the order in which they came, unless they also leave so; fewer than there are where that is not known.
    known: RefCell<Vec<Identity>>,
}

/// What tells an item from others, without keeping it alive.
#[derive(PartialEq)]
enum Identity {
    At(usize),
    Int(i64),
    Float(u64),
    Other(u8),
}

impl Identity {
    fn of(value: &Value) -> Identity {
        match value {
            Value::Int(number) => Identity::Int(*number),
            Value::Float(number) => Identity::Float(number.to_bits()),
            Value::Bool(flag) => Identity::Other(u8::from(*flag)),
            Value::None => Identity::Other(2),
            value => value.address().map_or(Identity::Other(3), Identity::At),
        }
    }
}

impl Held {
    /// It holds so many; of none it is known which they are.
    pub fn forget(&self, count: i64) {
        self.count.set(count);
        self.known.borrow_mut().clear();
    }

    /// Whether it is known of all items which they are, `count` of them.
    fn knows(&self, count: i64) -> bool {
        self.count.get() == count && self.known.borrow().len() as i64 == count
    }
}

/// `_item_put(item, container)`: after an item was put in.
pub fn put(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [this, item, container] = &args.positional[..] else { return done(Value::None) };
    let (Some(size), Some((_, holds))) = (measure(machine, container)?, held(this)) else {
        return done(Value::None);
    };
    if gives_in_order(this) {
        record_put(machine, this, item, size as usize);
        return done(Value::None);
    }
    if holds.knows(size - 1) && size <= MOST {
        holds.known.borrow_mut().push(Identity::of(item));
        record_put(machine, this, item, size as usize);
    } else {
        record_value(machine, this, size);
    }
    done(Value::None)
}

/// `_item_taken(item, container)`: after an item was taken out.
pub fn taken(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [this, item, container] = &args.positional[..] else { return done(Value::None) };
    let (Some(size), Some((_, holds))) = (measure(machine, container)?, held(this)) else {
        return done(Value::None);
    };
    if gives_in_order(this) {
        record_taken_first(machine, this, size as usize);
        return done(Value::None);
    }
    let place = place(&holds.known.borrow(), item, container);
    match place.filter(|_| holds.knows(size + 1)) {
        Some(place) => {
            holds.known.borrow_mut().remove(place);
            record_taken(machine, this, place, size as usize);
        }
        None => record_value(machine, this, size),
    }
    done(Value::None)
}

/// Which of the items that were known has been taken. Where it was both the first and the last, what is left tells.
fn place(known: &[Identity], item: &Value, container: &Value) -> Option<usize> {
    let item = Identity::of(item);
    let first = known.iter().position(|it| *it == item)?;
    let last = known.iter().rposition(|it| *it == item)?;
    let left = match container.base_value() {
        Value::List(items) => items.borrow().first().map(Identity::of),
        other => deque_items(other).and_then(|(_, items)| items.borrow().first().map(Identity::of)),
    };
    Some(if left.as_ref() == known.first() && last > 0 { last } else { first })
}

/// Records that an item was put in, after which there are so many.
pub fn record_put(machine: &mut Machine, object: &Value, item: &Value, count: usize) {
    let Some((primitive, holds)) = held(object).filter(|_| machine.recorder.is_on()) else { return };
    if holds.count.get() + 1 != count as i64 {
        return record_value(machine, object, count as i64);
    }
    holds.count.set(count as i64);
    let item = machine.picture(item);
    machine.recorder.event(Event::ItemPut { primitive, item });
}

/// Records that the first item was taken out, after which there are so many.
pub fn record_taken_first(machine: &mut Machine, object: &Value, count: usize) {
    record_taken(machine, object, 0, count);
}

fn record_taken(machine: &mut Machine, object: &Value, place: usize, count: usize) {
    let Some((primitive, holds)) = held(object).filter(|_| machine.recorder.is_on()) else { return };
    if holds.count.get() != count as i64 + 1 {
        return record_value(machine, object, count as i64);
    }
    holds.count.set(count as i64);
    machine.recorder.event(Event::ItemTaken { primitive, place: place as u32 });
}
