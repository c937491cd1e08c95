//! Sequences that fold: where a stretch of items repeats but for numbers that grow by the same amount each
//! time (ids, positions, counters), the repetitions are counted and not stored. Every item can be read back,
//! exactly and at once, by its place.

mod closings;
mod detect;
mod numbers;
mod repetition;
mod sequence;
#[cfg(test)]
mod tests;

pub(crate) use repetition::total;
pub use sequence::{Items, Sequence};

/// How many numbers an item has at most.
pub const NUMBERS: usize = 4;

/// By how much each number of an item grows from one repetition to the next, wrapping.
pub type Growth = [u64; NUMBERS];

/// What a number of an item counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counts {
    /// Frames: it is an id of one.
    Frames,
    /// Futures.
    Futures,
    /// Handles.
    Handles,
    /// What must not grow for a repetition to be one: ids of what is there all the time, and how far the clock goes.
    Fixed,
    /// Anything else.
    Amount,
}

/// What becomes of each number of an item.
pub trait Change {
    /// The number in place of this one.
    fn change(&mut self, counts: Counts, number: u64) -> u64;
}

impl<F: FnMut(u64) -> u64> Change for F {
    #[inline]
    fn change(&mut self, _: Counts, number: u64) -> u64 {
        self(number)
    }
}

/// What makes items whenever they are read, always the same ones.
pub trait Made<T>: std::fmt::Debug {
    /// Appends `count` items from a place on.
    fn read(&self, from: usize, count: usize, out: &mut Vec<T>);

    /// About how many bytes it keeps for that.
    fn bytes(&self) -> usize;

    /// The item at a place.
    fn get(&self, place: usize) -> Option<T> {
        let mut out = Vec::with_capacity(1);
        self.read(place, 1, &mut out);
        out.pop()
    }

    /// How many of the first `len` items satisfy a condition that none after them does.
    fn partition_point(&self, len: usize, satisfies: &dyn Fn(&T) -> bool) -> usize {
        let (mut low, mut high) = (0, len);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.get(middle).is_some_and(|item| satisfies(&item)) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        low
    }
}

/// An item of a [`Sequence`]: a shape, and numbers that may grow.
pub trait Repeat: Copy + PartialEq {
    /// The longest repetition that is looked for, in items; a power of two.
    const LONGEST: usize;

    /// A number that tells shapes apart as a rule. Where the numbers alone make an item, it may look at the
    /// item before.
    fn key(&self, before: Option<&Self>) -> u32;

    /// The item with each of its numbers replaced by what `change` makes of it, in a fixed order.
    fn map(self, change: &mut (impl Change + ?Sized)) -> Self;

    /// The numbers of the item; zero where it has fewer.
    fn numbers(&self) -> Growth {
        let mut found = [0; NUMBERS];
        let mut place = 0;
        self.map(&mut |number: u64| {
            if let Some(slot) = found.get_mut(place) {
                *slot = number;
            }
            place += 1;
            number
        });
        found
    }

    /// By how much the numbers grow from this item to `later`, if both are of one shape.
    fn growth(&self, later: &Self) -> Option<Growth> {
        let (old, new) = (self.numbers(), later.numbers());
        let growth: Growth = std::array::from_fn(|place| new[place].wrapping_sub(old[place]));
        (self.grown(&growth, 1) == *later).then_some(growth)
    }

    /// Grows once, if it is the same as `item`; tells whether it is.
    #[inline]
    fn goes_on(&mut self, item: &Self, growth: &Growth) -> bool {
        let same = *self == *item;
        if same {
            *self = item.grown(growth, 1);
        }
        same
    }

    /// The item after so many more repetitions.
    #[inline]
    fn grown(&self, growth: &Growth, times: u64) -> Self {
        let mut place = 0;
        self.map(&mut |number: u64| {
            let by = growth.get(place).copied().unwrap_or(0);
            place += 1;
            number.wrapping_add(by.wrapping_mul(times))
        })
    }
}
