//! A stretch that repeats: its first repetition, and how the numbers in it grow from each to the next. A counter grows
//! by the same amount each time; the sum of what a counter went through grows by an amount that itself grows evenly.

use super::{Growth, NUMBERS, Repeat};

/// A first repetition, and by how much each further one grows.
#[derive(Clone, Debug)]
pub(super) struct Fold<T> {
    first: Box<[T]>,
    /// From the first repetition to the second.
    growth: Box<[Growth]>,
    /// By how much that grows each time; empty where it stays.
    bend: Box<[Growth]>,
    pub(super) len: usize,
}

/// A fold under way.
#[derive(Clone, Debug)]
pub(super) struct Open<T> {
    pub(super) fold: Fold<T>,
    /// The next repetition, as it must come for the fold to go on.
    expected: Box<[T]>,
    /// By how much each of those grows the next time.
    growth: Box<[Growth]>,
    /// Which of those differ from one repetition to the next.
    grows: Box<[bool]>,
    at: usize,
}

/// What is left of a fold that is read item by item.
pub(super) struct Unfolding<'a, T> {
    fold: &'a Fold<T>,
    at: usize,
    times: u64,
    left: usize,
}

fn grown(growth: &Growth, by: &Growth) -> Growth {
    std::array::from_fn(|place| growth[place].wrapping_add(by[place]))
}

impl<T: Repeat> Fold<T> {
    /// How many items repeat.
    pub(super) fn period(&self) -> usize {
        self.first.len()
    }

    pub(super) fn get(&self, place: usize) -> Option<T> {
        (place < self.len).then(|| self.item(place % self.period(), (place / self.period()) as u64))
    }

    fn item(&self, at: usize, times: u64) -> T {
        let Some(bend) = self.bend.get(at) else { return self.first[at].grown(&self.growth[at], times) };
        // The growths so far are times, times + bend, times + 2 * bend and so on: their sum, wrapping.
        let pairs = (u128::from(times) * u128::from(times.saturating_sub(1)) / 2) as u64;
        let total: Growth = std::array::from_fn(|place| {
            let even = self.growth[at][place].wrapping_mul(times);
            even.wrapping_add(bend[place].wrapping_mul(pairs))
        });
        self.first[at].grown(&total, 1)
    }

    pub(super) fn read_from(&self, place: usize) -> Unfolding<'_, T> {
        let (at, times) = (place % self.period(), (place / self.period()) as u64);
        Unfolding { fold: self, at, times, left: self.len.saturating_sub(place) }
    }

    pub(super) fn bytes(&self) -> usize {
        self.first.len() * size_of::<T>() + (self.growth.len() + self.bend.len()) * size_of::<Growth>()
    }
}

impl<T: Repeat> Unfolding<'_, T> {
    #[inline]
    pub(super) fn next(&mut self) -> Option<T> {
        self.left = self.left.checked_sub(1)?;
        let item = self.fold.item(self.at, self.times);
        self.at += 1;
        if self.at == self.fold.period() {
            (self.at, self.times) = (0, self.times + 1);
        }
        Some(item)
    }
}

impl<T: Repeat> Open<T> {
    /// The fold that begins now, if what came until now repeats with this period: three times with numbers that
    /// grow by the same amount, or four times with amounts that grow evenly. `back` gives the item so many places
    /// back, from 1.
    pub(super) fn new(period: usize, back: impl Fn(usize) -> Option<T>) -> Option<Open<T>> {
        let mut first = Vec::with_capacity(period);
        let mut growth = Vec::with_capacity(period);
        let mut bend: Vec<Growth> = Vec::new();
        for at in 0..period {
            let item = |repetition: usize| back(repetition * period - at);
            let (older, old, new) = (item(3)?, item(2)?, item(1)?);
            let (before, last) = (older.growth(&old)?, old.growth(&new)?);
            let by: Growth = std::array::from_fn(|place| last[place].wrapping_sub(before[place]));
            if by != [0; NUMBERS] {
                let oldest = item(4)?.growth(&older)?;
                if grown(&oldest, &by) != before {
                    return None;
                }
                bend.resize(at, [0; NUMBERS]);
                bend.push(by);
            }
            let next = grown(&last, &by);
            first.push(new.grown(&next, 1));
            growth.push(grown(&next, &by));
        }
        if !bend.is_empty() {
            bend.resize(period, [0; NUMBERS]);
        }
        let grows = (0..period)
            .map(|at| growth[at] != [0; NUMBERS] || bend.get(at).is_some_and(|bend| *bend != [0; NUMBERS]));
        let grows = grows.collect();
        let fold = Fold { first: first.into(), growth: growth.into(), bend: bend.into(), len: 0 };
        Some(Open { expected: fold.first.clone(), growth: fold.growth.clone(), grows, at: 0, fold })
    }

    /// Whether it is a fold of nothing but this item.
    pub(super) fn is_constant(&self, item: &T) -> bool {
        self.expected.len() == 1 && !self.grows[0] && self.expected[0] == *item
    }

    /// Takes the next item, if it is the one that repeating brings.
    #[inline]
    pub(super) fn accepts(&mut self, item: &T) -> bool {
        let at = self.at;
        if self.expected[at] != *item {
            return false;
        }
        if self.grows[at] {
            self.expected[at] = item.grown(&self.growth[at], 1);
            if let Some(bend) = self.fold.bend.get(at) {
                self.growth[at] = grown(&self.growth[at], bend);
            }
        }
        self.at = if at + 1 == self.expected.len() { 0 } else { at + 1 };
        self.fold.len += 1;
        true
    }

    pub(super) fn bytes(&self) -> usize {
        self.fold.bytes() + self.expected.len() * (size_of::<T>() + size_of::<Growth>())
    }
}
