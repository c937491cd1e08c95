//! The scheduled timers of a [`World`](super::World), sorted by due time and then by creation. CPython keeps
//! a heap; a reader wants an order, and the events say which timer comes due when.

use crate::ids::HandleId;
use std::rc::Rc;

/// A chunk is split when it holds this many.
const CHUNK: usize = 64;

/// A handle that waits for its time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Timer {
    /// When it is due, in nanoseconds on the loop's clock; before its beginning where the script says so.
    pub due_ns: i64,
    /// What runs then.
    pub handle: HandleId,
}

impl Timer {
    /// When it is due as a time that the clock may show: never before its beginning.
    pub fn due(&self) -> u64 {
        u64::try_from(self.due_ns).unwrap_or(0)
    }
}

/// A persistent sorted set of timers. Invariant: no chunk is empty, and the chunks are in order.
#[derive(Clone, Debug, Default)]
pub struct Timers {
    chunks: Rc<Vec<Rc<Vec<Timer>>>>,
    len: usize,
}

impl Timers {
    /// How many timers wait, cancelled ones included.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The timers, earliest first.
    pub fn iter(&self) -> impl Iterator<Item = &Timer> {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }

    /// The timer that is due first.
    pub fn first(&self) -> Option<&Timer> {
        self.iter().next()
    }

    pub(super) fn insert(&mut self, timer: Timer) {
        let chunks = Rc::make_mut(&mut self.chunks);
        let place = chunks.partition_point(|chunk| chunk.last().is_some_and(|last| *last < timer));
        let place = place.min(chunks.len().saturating_sub(1));
        let Some(chunk) = chunks.get_mut(place) else {
            chunks.push(Rc::new(vec![timer]));
            self.len += 1;
            return;
        };
        let chunk = Rc::make_mut(chunk);
        let at = chunk.partition_point(|other| *other < timer);
        if chunk.get(at) == Some(&timer) {
            return;
        }
        chunk.insert(at, timer);
        self.len += 1;
        if chunk.len() >= CHUNK {
            let upper = chunk.split_off(CHUNK / 2);
            chunks.insert(place + 1, Rc::new(upper));
        }
    }

    pub(super) fn remove(&mut self, timer: Timer) -> bool {
        let place = self.chunks.partition_point(|chunk| chunk.last().is_some_and(|last| *last < timer));
        let Some(at) = self.chunks.get(place).and_then(|chunk| chunk.binary_search(&timer).ok()) else {
            return false;
        };
        let chunks = Rc::make_mut(&mut self.chunks);
        let chunk = Rc::make_mut(&mut chunks[place]);
        chunk.remove(at);
        if chunk.is_empty() {
            chunks.remove(place);
        }
        self.len -= 1;
        true
    }
}

impl PartialEq for Timers {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::{Timer, Timers};
    use crate::ids::HandleId;
    use std::collections::BTreeSet;

    #[test]
    fn timers_are_a_sorted_set() {
        let mut timers = Timers::default();
        let mut set = BTreeSet::new();
        let mut number = 1_u64;
        for turn in 0..20_000_u32 {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let timer = Timer { due_ns: ((number >> 33) % 500).cast_signed(), handle: HandleId(turn % 50) };
            if number >> 62 == 0 {
                assert_eq!(timers.remove(timer), set.remove(&timer));
            } else {
                timers.insert(timer);
                set.insert(timer);
            }
            assert_eq!((timers.len(), timers.first()), (set.len(), set.first()));
        }
        assert!(timers.iter().eq(set.iter()));
    }
}
