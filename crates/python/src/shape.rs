//! Shapes of dicts: numbers by which an instruction that has looked a name up once knows where to find it. Dicts that
//! came by the same few names in the same order share a shape, as the attributes of the objects of one class do; any
//! other dict has shapes of its own, which mean nothing for another dict.

use std::cell::RefCell;

use hashbrown::HashTable;

use crate::symbol::Sym;

/// The shape of a dict that never had a key.
pub const EMPTY: u32 = 0;
/// Marks the shapes that dicts share.
const SHARED: u32 = 1 << 31;
/// So many keys at most has a dict whose shape is shared.
const MOST_KEYS: u8 = 16;
/// So many shapes are shared at most.
const MOST_SHAPES: usize = 1 << 16;

/// A shared shape and what adding a name to it gives.
struct Step {
    from: u32,
    name: Sym,
    to: u32,
}

/// The shared shapes. They are a cache that belongs to the thread, as names do, and that no run can observe.
#[derive(Default)]
struct Shapes {
    steps: HashTable<Step>,
    /// The number of keys of each.
    keys: Vec<u8>,
}

thread_local! {
    static SHAPES: RefCell<Shapes> = RefCell::default();
}

/// Whether dicts of this shape have the same keys at the same places.
#[inline]
pub fn is_shared(shape: u32) -> bool {
    shape == EMPTY || shape & SHARED != 0
}

/// The next shape of a dict's own.
pub fn own(shape: u32) -> u32 {
    if is_shared(shape) { 1 } else { ((shape + 1) % (1 << 30)).max(1) }
}

/// The shape once a key is added, of which the symbol is known if it has one.
pub fn with_key(shape: u32, name: Option<Sym>) -> u32 {
    match name {
        Some(name) if is_shared(shape) => SHAPES.with(|shapes| shapes.borrow_mut().with_name(shape, name)),
        _ => own(shape),
    }
}

fn hash(from: u32, name: Sym) -> u64 {
    (u64::from(from) << 32 | name.index() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

impl Shapes {
    fn with_name(&mut self, from: u32, name: Sym) -> u32 {
        let hashed = hash(from, name);
        if let Some(known) = self.steps.find(hashed, |step| step.from == from && step.name == name) {
            return known.to;
        }
        let keys = self.keys.get((from & !SHARED) as usize).filter(|_| from != EMPTY).copied().unwrap_or(0);
        if keys >= MOST_KEYS || self.keys.len() >= MOST_SHAPES {
            return own(from);
        }
        let to = self.keys.len() as u32 | SHARED;
        self.keys.push(keys + 1);
        self.steps.insert_unique(hashed, Step { from, name, to }, |step| hash(step.from, step.name));
        to
    }
}
