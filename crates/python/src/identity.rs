//! What `id` and a default `repr` show as an object's address. Real addresses differ from run to run; these
//! are handed out in the order in which someone asks, so that a run shows the same ones every time.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use crate::sequence::hash_bytes;
use crate::value::Value;

const FIRST: u64 = 0x7f5b_3c80_1a10;
const STRIDE: u64 = 0x30;
/// `None`, the booleans and small integers are static objects.
const STATIC: u64 = 0x5581_9d40_0e20;

/// A number, and the object that has it.
type Numbered = (u64, Weak<dyn Any>);

/// The numbers handed out by one machine.
#[derive(Default)]
pub struct Identities {
    last: Cell<u64>,
    /// By real address, with what keeps the address from being used again.
    others: RefCell<BTreeMap<usize, Numbered>>,
    purge_at: Cell<usize>,
}

impl Identities {
    /// A number that no object has yet; never 0.
    pub fn next(&self) -> u64 {
        self.last.set(self.last.get() + 1);
        self.last.get()
    }

    fn of_other(&self, address: usize, object: Weak<dyn Any>) -> u64 {
        if let Some((number, _)) = self.others.borrow().get(&address) {
            return *number;
        }
        let mut others = self.others.borrow_mut();
        if others.len() > self.purge_at.get() {
            others.retain(|_, (_, object)| object.strong_count() > 0);
            self.purge_at.set(1_000 + 2 * others.len());
        }
        let number = self.next();
        others.insert(address, (number, object));
        number
    }

    /// `id(value)`
    pub fn id(&self, value: &Value) -> u64 {
        fn weak<T: Any>(object: &Rc<T>) -> Weak<dyn Any> {
            let weak: Weak<T> = Rc::downgrade(object);
            weak
        }
        let object = match value {
            Value::None | Value::Null => return STATIC,
            Value::NotImplemented => return STATIC + 0x20,
            Value::Ellipsis => return STATIC + 0x40,
            Value::Bool(value) => return STATIC + if *value { 0x60 } else { 0x80 },
            Value::Int(value) => {
                return (STATIC as i64).wrapping_add(0x4000 + value.wrapping_mul(0x20)) as u64;
            }
            Value::Float(value) => return FIRST ^ (value.to_bits() >> 20),
            Value::Str(text) if text.is_kept_once() => {
                return FIRST + 0x1000_0000 + (hash_bytes(text.as_str().as_bytes()) as u64 >> 28 << 4);
            }
            Value::Tuple(items) if items.is_empty() => return STATIC + 0xa0,
            Value::Instance(instance) => return FIRST + STRIDE * u64::from(instance.serial()),
            Value::Str(object) => weak(object),
            Value::Big(object) => weak(object),
            Value::Complex(object) => weak(object),
            Value::Bytes(object) => weak(object),
            Value::Tuple(object) => weak(object),
            Value::List(object) => weak(object),
            Value::Dict(object) => weak(object),
            Value::Set(object) => weak(object),
            Value::Range(object) => weak(object),
            Value::Slice(object) => weak(object),
            Value::Function(object) => weak(object),
            Value::Native(object) => weak(object),
            Value::Method(object) => weak(object),
            Value::Class(object) => weak(object),
            Value::Generator(object) => weak(object),
            Value::Iter(object) => weak(object),
            Value::Cell(object) => weak(object),
            Value::Code(object) => weak(object),
        };
        FIRST + STRIDE * self.of_other(value.address().unwrap_or(0), object)
    }
}
