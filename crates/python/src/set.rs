//! `set` and `frozenset`, as an open-addressing table with CPython's probe order and growth, so that sets of
//! small integers iterate in CPython's order.

use std::cell::RefCell;

use crate::hashing;
use crate::trash;
use crate::value::Value;

const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const START: usize = 8;

#[derive(Clone)]
enum Slot {
    Free,
    Removed,
    Taken(i64, Value),
}

#[derive(Clone)]
struct Inner {
    slots: Vec<Slot>,
    /// Taken and removed slots.
    fill: usize,
    used: usize,
}

impl Default for Inner {
    fn default() -> Inner {
        Inner { slots: vec![Slot::Free; START], fill: 0, used: 0 }
    }
}

/// A `set`, or when frozen a `frozenset`.
#[derive(Default)]
pub struct Set {
    inner: RefCell<Inner>,
    /// Whether it is a `frozenset`.
    pub frozen: bool,
}

/// What looking for an item found.
pub enum Found {
    /// It is in this slot.
    At(usize),
    /// It is not there.
    Absent,
    /// These items have the same hash, and only the machine can compare them.
    Unsure(Vec<(usize, Value)>),
}

impl Inner {
    /// The slots a hash may be in, in probe order, to the first free one (which is included).
    fn probe(&self, hash: i64, mut visit: impl FnMut(usize, &Slot) -> bool) {
        let mask = self.slots.len() - 1;
        let mut perturb = hash as u64;
        let mut at = hash as usize & mask;
        loop {
            let run = if at + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
            for index in at..=at + run {
                if visit(index, &self.slots[index]) || matches!(self.slots[index], Slot::Free) {
                    return;
                }
            }
            perturb >>= PERTURB_SHIFT;
            at = (at.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize)) & mask;
        }
    }

    fn insert_clean(&mut self, hash: i64, value: Value) {
        let mut place = 0;
        self.probe(hash, |index, slot| {
            place = index;
            matches!(slot, Slot::Free)
        });
        self.slots[place] = Slot::Taken(hash, value);
        self.fill += 1;
        self.used += 1;
    }

    fn resize(&mut self, minimum: usize) {
        let mut size = START;
        while size <= minimum {
            size *= 2;
        }
        let old = std::mem::replace(&mut self.slots, vec![Slot::Free; size]);
        self.fill = 0;
        self.used = 0;
        for slot in old {
            if let Slot::Taken(hash, value) = slot {
                self.insert_clean(hash, value);
            }
        }
    }

    fn grow(&mut self) {
        let mask = self.slots.len() - 1;
        if self.fill * 5 >= mask * 3 {
            self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
    }
}

impl Set {
    /// The name of its type.
    pub fn type_name(&self) -> &'static str {
        if self.frozen { "frozenset" } else { "set" }
    }

    /// An empty set.
    pub fn new(frozen: bool) -> Set {
        Set { inner: RefCell::default(), frozen }
    }

    /// Number of items.
    pub fn len(&self) -> usize {
        self.inner.borrow().used
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Looks for an item.
    pub fn lookup(&self, hash: i64, item: &Value) -> Found {
        let inner = self.inner.borrow();
        let mut result = Found::Absent;
        let mut candidates = Vec::new();
        inner.probe(hash, |index, slot| {
            if let Slot::Taken(other, value) = slot
                && *other == hash
            {
                match hashing::same_key(value, item) {
                    Some(true) if candidates.is_empty() => {
                        result = Found::At(index);
                        return true;
                    }
                    Some(false) => {}
                    Some(true) | None => candidates.push((index, value.clone())),
                }
            }
            false
        });
        if candidates.is_empty() { result } else { Found::Unsure(candidates) }
    }

    /// Adds an item that is known to be absent.
    pub fn insert_new(&self, hash: i64, item: Value) {
        let mut inner = self.inner.borrow_mut();
        let mut place = None;
        inner.probe(hash, |index, slot| match slot {
            Slot::Free => {
                place = Some(index);
                true
            }
            _ => false,
        });
        if let Some(place) = place {
            inner.slots[place] = Slot::Taken(hash, item);
            inner.fill += 1;
            inner.used += 1;
            inner.grow();
        }
    }

    /// Removes the item in a slot and gives it back.
    pub fn remove_at(&self, index: usize) -> Value {
        let mut inner = self.inner.borrow_mut();
        match std::mem::replace(&mut inner.slots[index], Slot::Removed) {
            Slot::Taken(_, value) => {
                inner.used -= 1;
                value
            }
            other => {
                inner.slots[index] = other;
                Value::Null
            }
        }
    }

    /// The first item in or after a slot: its slot and itself.
    pub fn item_from(&self, position: usize) -> Option<(usize, Value)> {
        let inner = self.inner.borrow();
        let mut rest = inner.slots.iter().enumerate().skip(position);
        rest.find_map(|(index, slot)| match slot {
            Slot::Taken(_, value) => Some((index, value.clone())),
            _ => None,
        })
    }

    /// How many items there are at `position` and after it.
    pub fn items_from(&self, position: usize) -> usize {
        let inner = self.inner.borrow();
        inner.slots.iter().skip(position).filter(|slot| matches!(slot, Slot::Taken(..))).count()
    }

    /// The items with their hashes, in iteration order.
    pub fn to_vec(&self) -> Vec<(i64, Value)> {
        let inner = self.inner.borrow();
        let taken = inner.slots.iter().filter_map(|slot| match slot {
            Slot::Taken(hash, value) => Some((*hash, value.clone())),
            _ => None,
        });
        taken.collect()
    }

    /// The items, in iteration order.
    pub fn items(&self) -> Vec<Value> {
        self.to_vec().into_iter().map(|(_, item)| item).collect()
    }

    /// The items' hashes.
    pub fn hashes(&self) -> Vec<i64> {
        self.to_vec().into_iter().map(|(hash, _)| hash).collect()
    }

    /// Makes room before the items of another set are added, as CPython's merge does.
    pub fn reserve_for_merge(&self, more: usize) {
        let mut inner = self.inner.borrow_mut();
        let mask = inner.slots.len() - 1;
        if (inner.fill + more) * 5 >= mask * 3 {
            let minimum = (inner.used + more) * 2;
            inner.resize(minimum);
        }
    }

    /// Takes over the items of another set, which is left with the old ones.
    pub fn swap(&self, other: &Set) {
        self.inner.swap(&other.inner);
    }

    /// Removes everything; the items are dropped once the set is already empty.
    pub fn clear(&self) {
        let old = std::mem::take(&mut *self.inner.borrow_mut());
        drop(old);
    }

    /// A copy with a table of CPython's size for it.
    pub fn copy(&self, frozen: bool) -> Set {
        let copy = Set::new(frozen);
        copy.reserve_for_merge(self.len());
        let inner = self.inner.borrow();
        if copy.inner.borrow().slots.len() == inner.slots.len() && inner.fill == inner.used {
            *copy.inner.borrow_mut() = inner.clone();
        } else {
            for (hash, value) in self.to_vec() {
                copy.inner.borrow_mut().insert_clean(hash, value);
            }
        }
        copy
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        let slots = std::mem::take(&mut self.inner.get_mut().slots);
        trash::bury(slots.into_iter().filter_map(|slot| match slot {
            Slot::Taken(_, value) => Some(value),
            _ => None,
        }));
    }
}
