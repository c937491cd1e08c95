//! A small map in the order of its keys. What is in view is never much: for that a sorted vector is as quick as a tree, and
//! the code for each type of it is a tenth of what a visitor would wait for.

use std::borrow::Borrow;

/// A map, or with `()` for values a set, kept in the order of its keys.
#[derive(Clone, Debug, PartialEq)]
pub struct Sorted<K, V = ()> {
    entries: Vec<(K, V)>,
}

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Sorted { entries: Vec::new() }
    }
}

impl<K: Ord, V> Sorted<K, V> {
    /// The place of a key, or where it would be.
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.entries.binary_search_by(|(other, _)| other.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|at| &self.entries[at].1)
    }

    /// Whether the key is there.
    pub fn contains<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// The value of a key, made first if there is none.
    pub fn of(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let at = self.find(&key).unwrap_or_else(|at| {
            self.entries.insert(at, (key, make()));
            at
        });
        &mut self.entries[at].1
    }

    /// Gives a key its value, in place of another it may have.
    pub fn insert(&mut self, key: K, value: V) {
        match self.find(&key) {
            Ok(at) => self.entries[at].1 = value,
            Err(at) => self.entries.insert(at, (key, value)),
        }
    }

    /// Takes a key out.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|at| self.entries.remove(at).1)
    }

    /// All, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.entries.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}

impl<K: Ord, V> Extend<(K, V)> for Sorted<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, items: I) {
        items.into_iter().for_each(|(key, value)| self.insert(key, value));
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Sorted<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(items: I) -> Self {
        let mut all = Sorted::default();
        all.extend(items);
        all
    }
}

impl<K, V> IntoIterator for Sorted<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::Sorted;

    #[test]
    fn keys_are_in_order_and_have_one_value_each() {
        let mut map: Sorted<String, u32> = Sorted::default();
        map.extend([("b".to_owned(), 1), ("a".to_owned(), 2), ("c".to_owned(), 3), ("b".to_owned(), 4)]);
        *map.of("d".to_owned(), || 5) += 1;
        *map.of("a".to_owned(), || 9) += 1;
        assert_eq!((map.get("b"), map.get("x"), map.contains("c")), (Some(&4), None, true));
        assert_eq!((map.remove("c"), map.remove("c"), map.len()), (Some(3), None, 3));
        let all: Vec<(String, u32)> = map.into_iter().collect();
        assert_eq!(all, [("a".to_owned(), 3), ("b".to_owned(), 4), ("d".to_owned(), 6)]);
    }
}
