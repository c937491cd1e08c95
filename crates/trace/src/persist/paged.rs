//! A persistent sparse array whose indexes are given out in order: nearly all that is touched is young. The youngest
//! indexes are in pages that are one step away; what grows old is in a trie, and of that the last few at hand.

use super::trie::{BITS, Leaf, Trie, WIDTH};
use std::collections::VecDeque;
use std::rc::Rc;

/// So many pages are young.
const YOUNG: usize = 96;
/// So many old entries are at hand.
const AT_HAND: usize = 4;

#[derive(Clone, Debug)]
struct AtHand<T> {
    index: usize,
    /// Whether it is lent out by the trie, which keeps its place.
    lent: bool,
    value: T,
}

/// The array.
#[derive(Debug)]
pub(super) struct Paged<T> {
    /// The first index that is young: a multiple of the width.
    base: usize,
    /// The pages: leaves of the trie once they are old.
    young: VecDeque<Option<Rc<Leaf<T>>>>,
    /// A page that is empty again, for the next one.
    spare: Option<Rc<Leaf<T>>>,
    at_hand: [Option<AtHand<T>>; AT_HAND],
    /// Which of those makes room for the next.
    oldest: usize,
    /// All others, below `base`.
    old: Trie<T>,
    len: usize,
}

impl<T> Default for Paged<T> {
    fn default() -> Self {
        Paged {
            base: 0,
            young: VecDeque::new(),
            spare: None,
            at_hand: [const { None }; AT_HAND],
            oldest: 0,
            old: Trie::default(),
            len: 0,
        }
    }
}

impl<T: Clone> Clone for Paged<T> {
    fn clone(&self) -> Self {
        Paged {
            base: self.base,
            young: self.young.clone(),
            spare: None,
            at_hand: self.at_hand.clone(),
            oldest: self.oldest,
            old: self.old.clone(),
            len: self.len,
        }
    }
}

impl<T> Paged<T> {
    pub(super) fn len(&self) -> usize {
        self.len
    }

    #[inline]
    pub(super) fn get(&self, index: usize) -> Option<&T> {
        match index.checked_sub(self.base) {
            Some(young) => self.young.get(young >> BITS)?.as_ref()?.slots[index % WIDTH].as_ref(),
            None => match self.hand(index) {
                Some(place) => self.at_hand[place].as_ref().map(|entry| &entry.value),
                None => self.old.get(index),
            },
        }
    }

    /// The entries at `from` and after it, in order.
    pub(super) fn iter_from(&self, from: usize) -> Entries<'_, T> {
        Entries { paged: self, from, leaf: None, at_hand: self.next_at_hand(from) }
    }

    /// The first page that has places at `from` or after it, and the index of its first place.
    fn leaf(&self, from: usize) -> Option<(usize, &Leaf<T>)> {
        if from < self.base
            && let Some(found) = self.old.leaf(from)
        {
            return Some(found);
        }
        let first = from.saturating_sub(self.base) >> BITS;
        let mut pages = self.young.iter().zip(0..).skip(first);
        pages.find_map(|(page, number)| Some((self.base + (number << BITS), &**page.as_ref()?)))
    }

    /// The first entry at hand that is at `from` or after it.
    fn next_at_hand(&self, from: usize) -> Option<(usize, &T)> {
        let later = self.at_hand.iter().flatten().filter(|entry| entry.index >= from);
        later.min_by_key(|entry| entry.index).map(|entry| (entry.index, &entry.value))
    }

    #[inline]
    fn hand(&self, index: usize) -> Option<usize> {
        self.at_hand.iter().position(|entry| entry.as_ref().is_some_and(|entry| entry.index == index))
    }
}

/// Entries in order: those of one page after the other, and between them what is at hand.
pub(super) struct Entries<'a, T> {
    paged: &'a Paged<T>,
    from: usize,
    leaf: Option<(usize, &'a Leaf<T>)>,
    at_hand: Option<(usize, &'a T)>,
}

impl<'a, T> Iterator for Entries<'a, T> {
    type Item = (usize, &'a T);

    fn next(&mut self) -> Option<(usize, &'a T)> {
        let found = loop {
            if self.leaf.is_none() {
                self.leaf = self.paged.leaf(self.from);
            }
            let Some((begin, leaf)) = self.leaf else { break None };
            let places = leaf.slots.iter().enumerate().skip(self.from.saturating_sub(begin));
            let found = places.into_iter().find_map(|(place, value)| Some((begin + place, value.as_ref()?)));
            let end = begin + leaf.slots.len();
            if found.is_some() || self.at_hand.is_some_and(|(index, _)| index < end) {
                break found;
            }
            self.leaf = None;
            self.from = end;
        };
        let at_hand = self.at_hand.filter(|(index, _)| found.is_none_or(|(other, _)| *index < other));
        let next = at_hand.or(found)?;
        self.from = next.0 + 1;
        if at_hand.is_some() {
            self.at_hand = self.paged.next_at_hand(self.from);
        }
        Some(next)
    }
}

impl<T: Clone> Paged<T> {
    #[inline]
    pub(super) fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        let Some(young) = index.checked_sub(self.base) else { return self.get_old(index) };
        let page = self.young.get_mut(young >> BITS)?.as_mut()?;
        Rc::make_mut(page).slots[index % WIDTH].as_mut()
    }

    fn get_old(&mut self, index: usize) -> Option<&mut T> {
        let place = match self.hand(index) {
            Some(place) => place,
            None => {
                let value = self.old.lend(index)?;
                self.take_in_hand(AtHand { index, lent: true, value })
            }
        };
        self.at_hand[place].as_mut().map(|entry| &mut entry.value)
    }

    pub(super) fn insert(&mut self, index: usize, value: T) {
        let Some(young) = index.checked_sub(self.base) else { return self.insert_old(index, value) };
        let mut number = young >> BITS;
        if number >= self.young.len() {
            number = self.grow(index);
        }
        let Some(place) = self.young.get_mut(number) else { return };
        let page = place.get_or_insert_with(|| self.spare.take().unwrap_or_default());
        let page = Rc::make_mut(page);
        let slot = &mut page.slots[index % WIDTH];
        let is_new = u32::from(slot.is_none());
        *slot = Some(value);
        page.used += is_new;
        self.len += is_new as usize;
    }

    /// Makes room for an index that is younger than all; returns the number of its page.
    fn grow(&mut self, index: usize) -> usize {
        if (index - self.base) >> BITS >= self.young.len() + YOUNG {
            // Far away: nothing that is young remains so.
            while !self.young.is_empty() {
                self.age();
            }
            self.base = index - index % WIDTH;
        }
        while (index - self.base) >> BITS >= self.young.len() {
            self.young.push_back(None);
            if self.young.len() > YOUNG {
                self.age();
            }
        }
        (index - self.base) >> BITS
    }

    /// The first of the young pages is old now.
    fn age(&mut self) {
        if let Some(Some(page)) = self.young.pop_front() {
            self.old.insert_leaf(self.base, page);
        }
        self.base += WIDTH;
    }

    fn insert_old(&mut self, index: usize, value: T) {
        if let Some(old) = self.get_old(index) {
            *old = value;
            return;
        }
        self.take_in_hand(AtHand { index, lent: false, value });
        self.len += 1;
    }

    pub(super) fn remove(&mut self, index: usize) -> Option<T> {
        let removed = match index.checked_sub(self.base) {
            Some(young) => {
                let place = self.young.get_mut(young >> BITS)?;
                let page = Rc::make_mut(place.as_mut()?);
                let removed = page.slots[index % WIDTH].take()?;
                page.used -= 1;
                if page.used == 0 {
                    // Nobody else has this page: it was changed just now.
                    self.spare = place.take();
                }
                removed
            }
            None => match self.hand(index).and_then(|place| self.at_hand[place].take()) {
                Some(entry) => {
                    if entry.lent {
                        self.old.forget(index);
                    }
                    entry.value
                }
                None => self.old.remove(index)?,
            },
        };
        self.len -= 1;
        Some(removed)
    }

    /// Has an old entry at hand, in place of another one if need be; returns where.
    fn take_in_hand(&mut self, entry: AtHand<T>) -> usize {
        let place = match self.at_hand.iter().position(Option::is_none) {
            Some(place) => place,
            None => {
                self.oldest = (self.oldest + 1) % AT_HAND;
                self.oldest
            }
        };
        if let Some(AtHand { index, lent, value }) = self.at_hand[place].replace(entry) {
            if lent {
                self.old.give_back(index, value);
            } else {
                self.old.insert(index, value);
            }
        }
        place
    }
}
