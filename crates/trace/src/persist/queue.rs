//! A persistent queue of small values: in at the right, out at the left, and, for what is cancelled, out of
//! the middle. Used as a stack and as an append-only log too.

use super::paged::Paged;

/// A sequence that is changed at its ends. A place in it ([`Queue::push`]) stays valid until its value is
/// removed, whatever is pushed or popped elsewhere.
#[derive(Debug)]
pub struct Queue<T> {
    slots: Paged<T>,
    head: usize,
    tail: usize,
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        Queue { slots: Paged::default(), head: 0, tail: 0 }
    }
}

impl<T: Clone> Clone for Queue<T> {
    fn clone(&self) -> Self {
        Queue { slots: self.slots.clone(), head: self.head, tail: self.tail }
    }
}

impl<T> Queue<T> {
    /// How many values there are.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The values from left to right.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.iter_from(0)
    }

    /// The values from left to right, without the first `skip`. Quick when nothing was removed from the
    /// middle, as for a log.
    pub fn iter_from(&self, skip: usize) -> impl Iterator<Item = &T> {
        let whole = self.tail - self.head == self.len();
        let (from, rest) = if whole { (self.head + skip, 0) } else { (self.head, skip) };
        self.slots.iter_from(from).map(|(_, value)| value).skip(rest)
    }

    /// The values from right to left.
    pub fn iter_back(&self) -> impl Iterator<Item = &T> {
        (self.head..self.tail).rev().filter_map(|index| self.slots.get(index))
    }

    /// The leftmost value.
    pub fn first(&self) -> Option<&T> {
        self.slots.get(self.head)
    }

    /// The rightmost value.
    pub fn last(&self) -> Option<&T> {
        self.slots.get(self.tail.checked_sub(1)?)
    }
}

impl<T: Clone> Queue<T> {
    /// Appends at the right and returns the place.
    pub fn push(&mut self, value: T) -> u32 {
        let place = self.tail;
        self.slots.insert(place, value);
        self.tail += 1;
        place as u32
    }

    /// Takes the leftmost value.
    pub fn pop_first(&mut self) -> Option<T> {
        self.remove(self.head as u32)
    }

    /// Takes the rightmost value.
    pub fn pop_last(&mut self) -> Option<T> {
        self.remove(self.tail.checked_sub(1)? as u32)
    }

    /// Takes the value at a place, wherever in the queue that is now.
    pub fn remove(&mut self, place: u32) -> Option<T> {
        let value = self.slots.remove(place as usize)?;
        if self.slots.len() == 0 {
            self.head = self.tail;
            return Some(value);
        }
        if place as usize == self.head {
            let next = self.head + 1;
            self.head = match self.slots.get(next) {
                Some(_) => next,
                None => self.slots.iter_from(next).next().map_or(self.tail, |(head, _)| head),
            };
        } else if place as usize + 1 == self.tail {
            while self.slots.get(self.tail - 1).is_none() {
                self.tail -= 1;
            }
        }
        Some(value)
    }
}

impl<T> Queue<T> {
    /// The place after the last one that was ever given.
    pub(crate) fn tail(&self) -> usize {
        self.tail
    }

    /// The values and their places, from left to right.
    pub(crate) fn places(&self) -> impl Iterator<Item = (usize, &T)> {
        self.slots.iter_from(self.head)
    }
}

impl<T: Clone> Queue<T> {
    /// A queue of other values, at places so many greater.
    pub(crate) fn moved(&self, by: usize, mut change: impl FnMut(T) -> T) -> Queue<T> {
        let mut slots = Paged::default();
        for (place, value) in self.places() {
            slots.insert(place + by, change(value.clone()));
        }
        Queue { slots, head: self.head + by, tail: self.tail + by }
    }
}

impl<T: PartialEq> PartialEq for Queue<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}
