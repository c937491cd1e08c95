//! The hash table of `set` and `frozenset`: CPython's open addressing with linear probes, its growth and its
//! way of leaving deleted slots, so that sets iterate in CPython's order. Keys are compared by a closure;
//! where equality needs script code, [`SetTable::candidates`] and [`SetTable::insert_new`] let the caller do
//! the comparing in steps of its own.

/// Slots that are tried next to each other before the table is jumped through.
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const MIN_SIZE: usize = 8;

#[derive(Clone, Debug)]
enum Slot<K> {
    Empty,
    /// A key was removed here: searches go on past it.
    Dummy,
    Full(i64, K),
}

/// A set's table.
#[derive(Clone, Debug)]
pub struct SetTable<K> {
    /// A power of two of them.
    slots: Vec<Slot<K>>,
    used: usize,
    /// Slots that are not empty: keys and dummies.
    fill: usize,
    /// Where `pop` looks next.
    finger: usize,
}

/// Whether two keys are equal.
pub type Equal<'a, K> = &'a mut dyn FnMut(&K, &K) -> bool;

/// The order in which the slots for a hash are visited; it never ends by itself.
struct Probe {
    mask: usize,
    base: usize,
    step: usize,
    perturb: u64,
}

impl Probe {
    fn new(hash: i64, mask: usize) -> Probe {
        Probe { mask, base: hash as usize & mask, step: 0, perturb: hash as u64 }
    }
}

impl Iterator for Probe {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let slot = self.base + self.step;
        let probes = if self.base + LINEAR_PROBES <= self.mask { LINEAR_PROBES } else { 0 };
        if self.step < probes {
            self.step += 1;
        } else {
            self.step = 0;
            self.perturb >>= PERTURB_SHIFT;
            let next = (self.base as u64).wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb);
            self.base = next as usize & self.mask;
        }
        Some(slot)
    }
}

impl<K> Default for SetTable<K> {
    fn default() -> SetTable<K> {
        SetTable { slots: empty_slots(MIN_SIZE), used: 0, fill: 0, finger: 0 }
    }
}

fn empty_slots<K>(size: usize) -> Vec<Slot<K>> {
    std::iter::repeat_with(|| Slot::Empty).take(size).collect()
}

impl<K> SetTable<K> {
    /// An empty set.
    pub fn new() -> SetTable<K> {
        SetTable::default()
    }

    /// `len(set)`.
    pub fn len(&self) -> usize {
        self.used
    }

    /// Whether the set is empty.
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    fn mask(&self) -> usize {
        self.slots.len() - 1
    }

    /// The slots whose keys have this hash, in the order in which a search compares them.
    pub fn candidates(&self, hash: i64) -> impl Iterator<Item = usize> {
        // A table always has an empty slot, so this ends.
        Probe::new(hash, self.mask())
            .take_while(|&at| !matches!(self.slots[at], Slot::Empty))
            .filter(move |&at| matches!(self.slots[at], Slot::Full(found, _) if found == hash))
    }

    /// The key in a slot that holds one.
    pub fn key_at(&self, slot: usize) -> Option<&K> {
        match self.slots.get(slot) {
            Some(Slot::Full(_, key)) => Some(key),
            _ => None,
        }
    }

    /// The slot of the key that `equal` says is the one.
    pub fn find(&self, hash: i64, mut equal: impl FnMut(&K) -> bool) -> Option<usize> {
        self.candidates(hash).find(|&at| self.key_at(at).is_some_and(&mut equal))
    }

    /// Adds a key that is known to be absent: into the last dummy on its way, else into the empty slot that
    /// ends it, and only then may the table grow.
    pub fn insert_new(&mut self, hash: i64, key: K) {
        let mut dummy = None;
        for at in Probe::new(hash, self.mask()) {
            match self.slots[at] {
                Slot::Empty => break,
                Slot::Dummy => dummy = Some(at),
                Slot::Full(..) => {}
            }
        }
        if let Some(at) = dummy {
            self.slots[at] = Slot::Full(hash, key);
            self.used += 1;
            return;
        }
        self.place(hash, key);
        if self.fill * 5 >= self.mask() * 3 {
            self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
    }

    /// Adds a key unless an equal one is there; says whether it was added.
    pub fn insert(&mut self, hash: i64, key: K, equal: Equal<'_, K>) -> bool {
        let absent = self.find(hash, |other| equal(other, &key)).is_none();
        if absent {
            self.insert_new(hash, key);
        }
        absent
    }

    /// Puts a key into the first empty slot of its probe sequence.
    fn place(&mut self, hash: i64, key: K) {
        let free = Probe::new(hash, self.mask()).find(|&at| matches!(self.slots[at], Slot::Empty));
        if let Some(slot) = free.and_then(|at| self.slots.get_mut(at)) {
            *slot = Slot::Full(hash, key);
            self.used += 1;
            self.fill += 1;
        }
    }

    /// Rebuilds the table with the first size above `least`, without dummies.
    fn resize(&mut self, least: usize) {
        let mut size = MIN_SIZE;
        while size <= least {
            size *= 2;
        }
        if size == MIN_SIZE && self.slots.len() == MIN_SIZE && self.fill == self.used {
            return;
        }
        let old = std::mem::replace(&mut self.slots, empty_slots(size));
        (self.used, self.fill) = (0, 0);
        for slot in old {
            if let Slot::Full(hash, key) = slot {
                self.place(hash, key);
            }
        }
    }

    /// Removes the key in a slot.
    pub fn remove_at(&mut self, slot: usize) -> Option<K> {
        let slot = self.slots.get_mut(slot).filter(|slot| matches!(slot, Slot::Full(..)))?;
        match std::mem::replace(slot, Slot::Dummy) {
            Slot::Full(_, key) => {
                self.used -= 1;
                Some(key)
            }
            _ => None,
        }
    }

    /// Removes and returns the key that `equal` says is the one.
    pub fn remove(&mut self, hash: i64, equal: impl FnMut(&K) -> bool) -> Option<K> {
        let slot = self.find(hash, equal)?;
        self.remove_at(slot)
    }

    /// `set.pop()`; `None` if the set is empty.
    pub fn pop(&mut self) -> Option<K> {
        let start = self.finger & self.mask();
        let size = self.slots.len();
        let slot = (0..size).map(|step| (start + step) % size).find(|&at| self.key_at(at).is_some())?;
        self.finger = slot + 1;
        self.remove_at(slot)
    }

    /// `set.clear()`.
    pub fn clear(&mut self) {
        self.slots = empty_slots(MIN_SIZE);
        (self.used, self.fill) = (0, 0);
    }

    /// The first key at `position` or later and the position after it: an iterator's step.
    pub fn next_from(&self, position: usize) -> Option<(usize, &K)> {
        let rest = self.slots.get(position..)?;
        rest.iter().enumerate().find_map(|(at, slot)| match slot {
            Slot::Full(_, key) => Some((position + at + 1, key)),
            _ => None,
        })
    }

    /// The keys in the order of iteration.
    pub fn iter(&self) -> impl Iterator<Item = &K> {
        self.entries().map(|(_, key)| key)
    }

    /// The hashes and keys in the order of iteration.
    pub fn entries(&self) -> impl Iterator<Item = (i64, &K)> {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Full(hash, key) => Some((*hash, key)),
            _ => None,
        })
    }
}

impl<K: Clone> SetTable<K> {
    /// Makes room for `more` keys at once, as `update` with a set or a dict does before it adds them.
    pub fn reserve(&mut self, more: usize) {
        if (self.fill + more) * 5 >= self.mask() * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// `self |= other` for another set.
    pub fn update(&mut self, other: &SetTable<K>, equal: Equal<'_, K>) {
        if other.is_empty() {
            return;
        }
        self.reserve(other.used);
        if self.fill == 0 && self.mask() == other.mask() && other.fill == other.used {
            self.slots.clone_from(&other.slots);
            (self.used, self.fill) = (other.used, other.fill);
            return;
        }
        let fresh = self.fill == 0;
        for (hash, key) in other.entries() {
            if fresh {
                self.place(hash, key.clone());
            } else {
                self.insert(hash, key.clone(), equal);
            }
        }
    }

    /// `set(self)` or `self.copy()`, which may iterate in another order than the original.
    pub fn copy(&self) -> SetTable<K> {
        let mut copy = SetTable::new();
        copy.update(self, &mut |_, _| false);
        copy
    }

    /// `self | other`.
    pub fn union(&self, other: &SetTable<K>, equal: Equal<'_, K>) -> SetTable<K> {
        let mut result = self.copy();
        result.update(other, equal);
        result
    }

    /// `self & other`: the smaller one is walked and gives its keys, `other` if they are equally large.
    pub fn intersection(&self, other: &SetTable<K>, equal: Equal<'_, K>) -> SetTable<K> {
        let (walked, asked) = if other.used > self.used { (self, other) } else { (other, self) };
        let mut result = SetTable::new();
        for (hash, key) in walked.entries() {
            if asked.find(hash, |found| equal(found, key)).is_some() {
                result.insert(hash, key.clone(), equal);
            }
        }
        result
    }

    /// `self - other`.
    pub fn difference(&self, other: &SetTable<K>, equal: Equal<'_, K>) -> SetTable<K> {
        if self.used >> 2 > other.used {
            let mut result = self.copy();
            result.difference_update(other, equal);
            return result;
        }
        let mut result = SetTable::new();
        for (hash, key) in self.entries() {
            if other.find(hash, |found| equal(found, key)).is_none() {
                result.insert_new(hash, key.clone());
            }
        }
        result
    }

    /// `self -= other`, where `other` is not `self` (that is [`SetTable::clear`]).
    pub fn difference_update(&mut self, other: &SetTable<K>, equal: Equal<'_, K>) {
        for (hash, key) in other.entries() {
            self.remove(hash, |found| equal(found, key));
        }
        self.drop_dummies();
    }

    /// Rebuilds the table if more than a quarter of it is dummies: the end of every `difference_update`.
    pub fn drop_dummies(&mut self) {
        if self.fill - self.used > self.mask() / 4 {
            self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
    }

    /// `self ^ other`.
    pub fn symmetric_difference(&self, other: &SetTable<K>, equal: Equal<'_, K>) -> SetTable<K> {
        let mut result = other.copy();
        result.symmetric_difference_update(self, equal);
        result
    }

    /// `self ^= other`, where `other` is not `self`.
    pub fn symmetric_difference_update(&mut self, other: &SetTable<K>, equal: Equal<'_, K>) {
        for (hash, key) in other.entries() {
            if self.remove(hash, |found| equal(found, key)).is_none() {
                self.insert_new(hash, key.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::hash;
    use super::*;

    type Ints = SetTable<i64>;

    fn same(left: &i64, right: &i64) -> bool {
        left == right
    }

    /// The program that CPython ran too: two sets and 3000 operations chosen by a small generator of numbers.
    fn run(range: u64, below: i64) -> (u64, String) {
        let mut seed = 12345_u64;
        let mut next = |below: u64| {
            seed = (seed * 1_103_515_245 + 12345) % (1 << 31);
            (seed >> 8) % below
        };
        let (mut left, mut right) = (Ints::new(), Ints::new());
        let mut sum = 0_u64;
        for _ in 0..3000 {
            let value = next(range) as i64 - below;
            match next(16) {
                0..=6 => {
                    left.insert(hash::int(value), value, &mut same);
                }
                7 => {
                    left.remove(hash::int(value), |key| *key == value);
                }
                8..=10 => {
                    right.insert(hash::int(value), value, &mut same);
                }
                11 => left = left.difference(&right, &mut same),
                12 if next(4) == 0 => left.update(&right, &mut same),
                12 => right = left.symmetric_difference(&right, &mut same),
                13 if next(6) == 0 => left = left.intersection(&right, &mut same),
                13 => right.difference_update(&left, &mut same),
                14 => {
                    right.pop();
                }
                _ if next(8) == 0 => right.clear(),
                _ => right = left.copy(),
            }
            for key in left.iter().chain(right.iter()) {
                sum = (sum * 31 + (*key + 1_000_000) as u64) % 1_000_000_007;
            }
        }
        let shown: Vec<String> = left.iter().map(i64::to_string).collect();
        (sum, shown.join(" "))
    }

    #[test]
    fn three_thousand_operations_iterate_as_in_cpython() {
        for (range, below, sum, shown) in [
            (20, 0, 664049807, "0 1 2 4 5 6 7 8 9 11 12 13 14 15 16 18 19"),
            (
                100,
                0,
                694171621,
                "0 1 8 10 12 13 14 15 21 30 31 33 35 40 44 45 49 51 52 53 56 59 60 62 67 68 69 70 72 74 75 76 79 80 82 85 86 87 88 89 93 96 97 98 99",
            ),
            (
                700,
                0,
                978967512,
                "12 270 533 540 285 544 298 556 44 560 49 313 570 315 60 577 325 326 72 331 588 589 591 80 598 599 601 345 351 355 622 367 368 373 635 382 387 397 401 659 152 153 413 414 669 674 675 421 425 430 686 176 688 179 693 199 462 208 472 476 482 496 500 244 245 254 510",
            ),
            (
                20000,
                0,
                204344599,
                "19456 13059 3340 15373 12815 17167 7187 5396 14872 15901 11553 12322 7458 10788 4649 3113 13098 19244 9525 19510 8782 15444 19030 6488 10331 5469 10589 13408 2144 19301 10598 18533 13675 11372 15726 1135 13176 9599 14212 8580 10374 11655 8070 10382 19097 8345 13980 4000 16033 13985 17060 19369 4779 16559 2993 6068 15287 7160 15545 17852 18876 18621 11462 13514 3277 11998 6370 999 10986 4591 19951 13560 15613",
            ),
            (20, 5, 545410021, "0 1 2 3 4 6 7 8 9 10 11 13 14 -5 -4 -3 -1"),
            (
                100,
                50,
                73857900,
                "1 2 3 6 9 10 12 17 18 19 20 22 24 25 26 27 29 30 32 35 36 37 38 39 43 46 47 48 49 -50 -49 -42 -40 -38 -37 -36 -35 -29 -20 -19 -17 -15 -10 -6 -5 -1",
            ),
            (
                20000,
                9000,
                265216753,
                "-5887 4098 10244 525 10510 -218 6444 10030 -2512 1331 -3531 1589 4408 -6856 10301 1598 9533 4675 2372 6726 -7865 3322 4176 599 5212 -420 1374 2655 -930 1382 10097 -655 4980 -5000 7033 4985 8060 10369 -4221 7559 -6007 -2932 6287 6545 8852 9876 9621 -2146 2462 4514 -5723 2998 -2630 -8001 1986 -4409 10951 -1840 4560 6613 10456 4059 -5660 6373 3815 8167 -1813 -3604 5872 6901 2553 -1542 1788",
            ),
        ] {
            assert_eq!(run(range, below), (sum, shown.to_owned()));
        }
    }

    #[test]
    fn an_iterator_steps_over_empty_slots() {
        let mut set = Ints::new();
        for value in [3, 1, 11] {
            set.insert(hash::int(value), value, &mut same);
        }
        assert_eq!(set.next_from(0), Some((1, &11)));
        assert_eq!(set.next_from(1), Some((2, &1)));
        assert_eq!(set.next_from(2).map(|(_, key)| *key), Some(3));
        assert_eq!(set.next_from(8), None);
    }
}
