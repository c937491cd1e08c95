//! A persistent map keyed by one of the trace's sequential ids, iterated in order of creation.

use super::paged::Paged;
use std::marker::PhantomData;

/// A typed id that stands for a small integer.
pub trait Key: Copy {
    /// The integer.
    fn to_index(self) -> usize;
    /// The id of an integer that [`Key::to_index`] gave.
    fn from_index(index: usize) -> Self;
}

/// What is known about each thing of one kind that still exists.
#[derive(Debug)]
pub struct IdMap<K, T> {
    entries: Paged<T>,
    key: PhantomData<K>,
}

impl<K, T> Default for IdMap<K, T> {
    fn default() -> Self {
        IdMap { entries: Paged::default(), key: PhantomData }
    }
}

impl<K, T: Clone> Clone for IdMap<K, T> {
    fn clone(&self) -> Self {
        IdMap { entries: self.entries.clone(), key: PhantomData }
    }
}

impl<K: Key, T> IdMap<K, T> {
    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What is known about `id`.
    #[inline]
    pub fn get(&self, id: K) -> Option<&T> {
        self.entries.get(id.to_index())
    }

    /// Whether `id` exists.
    pub fn contains(&self, id: K) -> bool {
        self.get(id).is_some()
    }

    /// All entries, by id.
    pub fn iter(&self) -> impl Iterator<Item = (K, &T)> {
        self.iter_from(0)
    }

    /// The entries whose ids stand for this integer or greater ones.
    pub(crate) fn iter_from(&self, index: usize) -> impl Iterator<Item = (K, &T)> {
        self.entries.iter_from(index).map(|(index, value)| (K::from_index(index), value))
    }

    /// Whether all of these maps are known to have the same entries near `id`, since none was changed since they were one.
    pub(crate) fn share(maps: [&Self; 4], id: K) -> bool {
        let [first, rest @ ..] = maps.map(|map| map.entries.page(id.to_index()));
        first.is_some() && rest.iter().all(|page| *page == first)
    }
}

impl<K: Key, T: Clone> IdMap<K, T> {
    /// The entry of `id`, to change it.
    #[inline]
    pub fn get_mut(&mut self, id: K) -> Option<&mut T> {
        self.entries.get_mut(id.to_index())
    }

    /// Sets the entry of `id`.
    #[inline]
    pub fn insert(&mut self, id: K, value: T) {
        self.entries.insert(id.to_index(), value);
    }

    /// Takes the entry of `id` out.
    #[inline]
    pub fn remove(&mut self, id: K) -> Option<T> {
        self.entries.remove(id.to_index())
    }
}

impl<K: Key, T: PartialEq> PartialEq for IdMap<K, T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self.iter().zip(other.iter()).all(|(a, b)| a.0.to_index() == b.0.to_index() && a.1 == b.1)
    }
}
