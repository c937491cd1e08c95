//! A persistent sparse array whose indexes are given out in order: nearly all that is touched is young. The youngest
//! indexes are in pages that are one step away; what grows old is in a trie, and of that the last few pages are at hand.

use super::trie::{BITS, Leaf, Trie, WIDTH};
use std::collections::VecDeque;
use std::rc::Rc;

/// So many pages are young.
const YOUNG: usize = 96;
/// So many old pages are at hand.
const AT_HAND: usize = 4;
/// Where no page begins.
const NONE: usize = usize::MAX;

#[derive(Debug)]
struct AtHand<T> {
    /// The index of its first entry.
    begin: usize,
    /// Whether it is lent out by the trie, which keeps its place.
    lent: bool,
    page: Rc<Leaf<T>>,
}

impl<T> Clone for AtHand<T> {
    fn clone(&self) -> Self {
        AtHand { begin: self.begin, lent: self.lent, page: self.page.clone() }
    }
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
    /// The index of the first entry of each of those; [`NONE`] where there is none.
    begins: [usize; AT_HAND],
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
            begins: [NONE; AT_HAND],
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
            begins: self.begins,
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
                Some(place) => self.at_hand[place].as_ref()?.page.slots[index % WIDTH].as_ref(),
                None => self.old.get(index),
            },
        }
    }

    /// The entries at `from` and after it, in order.
    pub(super) fn iter_from(&self, from: usize) -> Entries<'_, T> {
        Entries { paged: self, from, leaf: None }
    }

    /// The page that an index is in, if there is one, to be told from others.
    pub(super) fn page(&self, index: usize) -> Option<*const ()> {
        let begin = index - index % WIDTH;
        let (first, page) = self.leaf(begin)?;
        (first == begin).then_some(std::ptr::from_ref(page).cast())
    }

    /// The first page that has places at `from` or after it, and the index of its first place.
    fn leaf(&self, from: usize) -> Option<(usize, &Leaf<T>)> {
        if from < self.base {
            let old = self.old.leaf(from);
            let at_hand = self.at_hand.iter().flatten().filter(|entry| from < entry.begin + WIDTH);
            let at_hand = at_hand.map(|entry| (entry.begin, &*entry.page));
            let first = at_hand.chain(old).min_by_key(|(begin, _)| *begin);
            if first.is_some() {
                return first;
            }
        }
        let first = from.saturating_sub(self.base) >> BITS;
        let mut pages = self.young.iter().zip(0..).skip(first);
        pages.find_map(|(page, number)| Some((self.base + (number << BITS), &**page.as_ref()?)))
    }

    #[inline]
    fn hand(&self, index: usize) -> Option<usize> {
        let begin = index - index % WIDTH;
        self.begins.iter().position(|known| *known == begin)
    }
}

/// Entries in order: those of one page after the other.
pub(super) struct Entries<'a, T> {
    paged: &'a Paged<T>,
    from: usize,
    leaf: Option<(usize, &'a Leaf<T>)>,
}

impl<'a, T> Iterator for Entries<'a, T> {
    type Item = (usize, &'a T);

    fn next(&mut self) -> Option<(usize, &'a T)> {
        loop {
            if self.leaf.is_none() {
                self.leaf = self.paged.leaf(self.from);
            }
            let (begin, leaf) = self.leaf?;
            let mut places = (begin..).zip(&leaf.slots).skip(self.from.saturating_sub(begin));
            if let Some((index, value)) = places.find_map(|(index, value)| Some((index, value.as_ref()?))) {
                self.from = index + 1;
                return Some((index, value));
            }
            self.from = begin + WIDTH;
            self.leaf = None;
        }
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
        let place = self.old_page(index)?;
        let page = &mut self.at_hand[place].as_mut()?.page;
        Rc::make_mut(page).slots[index % WIDTH].as_mut()
    }

    /// The place at hand of an old entry's page, if there is one.
    #[inline]
    fn old_page(&mut self, index: usize) -> Option<usize> {
        self.hand(index).or_else(|| self.fetch(index))
    }

    /// Has an old entry's page at hand, if there is one; returns where.
    #[inline(never)]
    fn fetch(&mut self, index: usize) -> Option<usize> {
        let page = self.old.lend(index)?;
        Some(self.take_in_hand(AtHand { begin: index - index % WIDTH, lent: true, page }))
    }

    pub(super) fn insert(&mut self, index: usize, value: T) {
        let Some(young) = index.checked_sub(self.base) else { return self.insert_old(index, value) };
        let mut number = young >> BITS;
        if number >= self.young.len() {
            number = self.grow(index);
        }
        let Some(place) = self.young.get_mut(number) else { return };
        let page = place.get_or_insert_with(|| self.spare.take().unwrap_or_default());
        self.len += put(page, index, value);
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
        let place = match self.old_page(index) {
            Some(place) => place,
            None => {
                let page = self.spare.take().unwrap_or_default();
                self.take_in_hand(AtHand { begin: index - index % WIDTH, lent: false, page })
            }
        };
        if let Some(entry) = &mut self.at_hand[place] {
            self.len += put(&mut entry.page, index, value);
        }
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
            None => {
                let place = self.old_page(index)?;
                let page = Rc::make_mut(&mut self.at_hand[place].as_mut()?.page);
                let removed = page.slots[index % WIDTH].take()?;
                page.used -= 1;
                if page.used == 0
                    && let Some(AtHand { lent, page, .. }) = self.at_hand[place].take()
                {
                    self.begins[place] = NONE;
                    if lent {
                        self.old.forget(index);
                    }
                    self.spare = Some(page);
                }
                removed
            }
        };
        self.len -= 1;
        Some(removed)
    }

    /// Has an old page at hand, in place of another one if need be; returns where.
    fn take_in_hand(&mut self, entry: AtHand<T>) -> usize {
        let place = match self.at_hand.iter().position(Option::is_none) {
            Some(place) => place,
            None => {
                self.oldest = (self.oldest + 1) % AT_HAND;
                self.oldest
            }
        };
        self.begins[place] = entry.begin;
        if let Some(AtHand { begin, lent, page }) = self.at_hand[place].replace(entry) {
            if lent {
                self.old.give_back(begin, page);
            } else {
                self.old.insert_leaf(begin, page);
            }
        }
        place
    }
}

/// Sets an entry of a page; tells how many more entries it has.
fn put<T: Clone>(page: &mut Rc<Leaf<T>>, index: usize, value: T) -> usize {
    let page = Rc::make_mut(page);
    let slot = &mut page.slots[index % WIDTH];
    let is_new = u32::from(slot.is_none());
    *slot = Some(value);
    page.used += is_new;
    is_new as usize
}
