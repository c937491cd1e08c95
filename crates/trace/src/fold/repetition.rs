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
    expected: Box<[Expected<T>]>,
    at: usize,
}

/// An item that must come for a fold to go on.
#[derive(Clone, Debug)]
struct Expected<T> {
    item: T,
    /// Whether it differs from one repetition to the next.
    grows: bool,
    /// Whether what it grows by does.
    bends: bool,
    /// By how much it grows the next time.
    growth: Growth,
}

/// What is left of a fold that is read item by item.
pub(super) struct Unfolding<'a, T> {
    fold: &'a Fold<T>,
    at: usize,
    times: u64,
    left: usize,
}

/// What a number grows by in so many repetitions, wrapping, if it grows by this much the first time, and by `bend` more
/// each time after that.
pub(crate) fn total(growth: u64, bend: u64, times: u64) -> u64 {
    let pairs = (u128::from(times) * u128::from(times.saturating_sub(1)) / 2) as u64;
    growth.wrapping_mul(times).wrapping_add(bend.wrapping_mul(pairs))
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
        let total: Growth = std::array::from_fn(|place| total(self.growth[at][place], bend[place], times));
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
        let fold = Fold { first: first.into(), growth: growth.into(), bend: bend.into(), len: 0 };
        let expected = fold.first.iter().zip(&fold.growth).enumerate().map(|(at, (item, growth))| {
            let bends = fold.bend.get(at).is_some_and(|bend| *bend != [0; NUMBERS]);
            Expected { item: *item, grows: bends || *growth != [0; NUMBERS], bends, growth: *growth }
        });
        Some(Open { expected: expected.collect(), at: 0, fold })
    }

    /// Whether it is a fold of nothing but this item.
    pub(super) fn is_constant(&self, item: &T) -> bool {
        matches!(&*self.expected, [expected] if !expected.grows && expected.item == *item)
    }

    /// Takes the next item, if it is the one that repeating brings.
    #[inline]
    pub(super) fn accepts(&mut self, item: &T) -> bool {
        self.accepts_of(std::slice::from_ref(item)) == 1
    }

    /// Takes the next items, as long as they are those that repeating brings; tells how many it took.
    #[inline]
    pub(super) fn accepts_of(&mut self, items: &[T]) -> usize {
        let (count, mut at, mut accepted) = (self.expected.len(), self.at, 0);
        for item in items {
            let Some(expected) = self.expected.get_mut(at) else { break };
            if !expected.grows {
                if expected.item != *item {
                    break;
                }
            } else {
                if !expected.item.goes_on(item, &expected.growth) {
                    break;
                }
                if expected.bends
                    && let Some(bend) = self.fold.bend.get(at)
                {
                    expected.growth = grown(&expected.growth, bend);
                }
            }
            at = if at + 1 == count { 0 } else { at + 1 };
            accepted += 1;
        }
        self.at = at;
        self.fold.len += accepted;
        accepted
    }

    /// Goes on by so many items.
    pub(super) fn skip(&mut self, count: usize) {
        self.fold.len += count;
        let period = self.fold.period();
        self.at = self.fold.len % period;
        let times = (self.fold.len / period) as u64;
        for (at, expected) in self.expected.iter_mut().enumerate().filter(|(_, expected)| expected.grows) {
            let times = times + u64::from(at < self.at);
            expected.item = self.fold.item(at, times);
            if let Some(bend) = self.fold.bend.get(at) {
                let growth = &self.fold.growth[at];
                expected.growth =
                    std::array::from_fn(|place| growth[place].wrapping_add(bend[place].wrapping_mul(times)));
            }
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.fold.bytes() + size_of_val(&*self.expected)
    }
}
