//! `dict`: insertion-ordered, with a side table of indices once it is more than a handful of entries. All
//! operations take the key's hash; where equality needs script code the caller is told so.

use std::cell::{Cell, RefCell};

use hashbrown::HashTable;

use crate::hashing;
use crate::sequence::Str;
use crate::shape;
use crate::symbol::Sym;
use crate::trash;
use crate::value::Value;

/// Beyond this many entries a hash table finds them.
const SMALL: usize = 8;

#[derive(Clone)]
struct Entry {
    hash: i64,
    /// Null where the entry was removed.
    key: Value,
    value: Value,
}

#[derive(Default)]
struct Inner {
    entries: Vec<Entry>,
    table: HashTable<u32>,
    live: usize,
    /// So many entries, removed ones included, may there be before the removed ones are let go. It is CPython's number:
    /// a script sees it where it adds and removes keys while it iterates.
    room: usize,
}

/// A `dict`.
#[derive(Default)]
pub struct Dict {
    inner: RefCell<Inner>,
    /// Changes whenever a key is added or removed (not when a value changes): see [`crate::shape`].
    shape: Cell<u32>,
}

/// What looking for a key found.
pub enum Lookup {
    /// The entry's index, for [`Dict::value_at`] and the like.
    Found(usize),
    /// No such key.
    Absent,
    /// These entries have the same hash, and only the machine can tell whether the key is among them.
    Unsure(Vec<(usize, Value)>),
}

impl Inner {
    fn rebuild(&mut self) {
        self.entries.retain(|entry| !entry.key.is_null());
        self.tabulate();
    }

    /// Makes the table anew.
    fn tabulate(&mut self) {
        self.table.clear();
        if self.entries.len() > SMALL {
            let live = self.entries.iter().enumerate().filter(|(_, entry)| !entry.key.is_null());
            for (index, entry) in live {
                let entries = &self.entries;
                self.table
                    .insert_unique(entry.hash as u64, index as u32, |i| entries[*i as usize].hash as u64);
            }
        }
    }

    fn find(&self, hash: i64, mut same: impl FnMut(&Value) -> bool) -> Option<usize> {
        if self.entries.len() <= SMALL {
            return self
                .entries
                .iter()
                .position(|entry| entry.hash == hash && !entry.key.is_null() && same(&entry.key));
        }
        self.table
            .find(hash as u64, |index| {
                let entry = &self.entries[*index as usize];
                entry.hash == hash && same(&entry.key)
            })
            .map(|index| *index as usize)
    }

    fn push(&mut self, hash: i64, key: Value, value: Value) {
        if self.entries.len() >= self.room {
            self.room = (3 * self.live).max(8).next_power_of_two() * 2 / 3;
            if self.entries.len() > self.live {
                self.rebuild();
            }
        }
        let index = self.entries.len() as u32;
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        if self.entries.len() == SMALL + 1 {
            self.tabulate();
        } else if self.entries.len() > SMALL {
            let entries = &self.entries;
            self.table.insert_unique(hash as u64, index, |i| entries[*i as usize].hash as u64);
        }
    }
}

impl Dict {
    /// An empty dict.
    pub fn new() -> Dict {
        Dict::default()
    }

    /// Number of keys.
    pub fn len(&self) -> usize {
        self.inner.borrow().live
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A number that changes with the set of keys.
    #[inline]
    pub fn shape(&self) -> u32 {
        self.shape.get()
    }

    fn reshape(&self) {
        self.shape.set(shape::own(self.shape.get()));
    }

    /// Looks for a key.
    pub fn lookup(&self, hash: i64, key: &Value) -> Lookup {
        let inner = self.inner.borrow();
        let mut unsure = false;
        let found = inner.find(hash, |candidate| match hashing::same_key(candidate, key) {
            Some(same) => same,
            None => {
                unsure = true;
                false
            }
        });
        if unsure {
            let all = inner.entries.iter().enumerate();
            let same_hash = all.filter(|(_, entry)| entry.hash == hash && !entry.key.is_null());
            return Lookup::Unsure(same_hash.map(|(index, entry)| (index, entry.key.clone())).collect());
        }
        match found {
            Some(index) => Lookup::Found(index),
            None => Lookup::Absent,
        }
    }

    /// The value at an entry's index.
    #[inline]
    pub fn value_at(&self, index: usize) -> Value {
        self.inner.borrow().entries.get(index).map(|entry| entry.value.clone()).unwrap_or_default()
    }

    /// Replaces the value at an entry's index and gives back the old one.
    pub fn replace_at(&self, index: usize, value: Value) -> Value {
        match self.inner.borrow_mut().entries.get_mut(index) {
            Some(entry) => std::mem::replace(&mut entry.value, value),
            None => Value::Null,
        }
    }

    /// Adds a key that is known to be absent.
    pub fn insert_new(&self, hash: i64, key: Value, value: Value) {
        let shape = match &key {
            Value::Str(text) => shape::with_key(self.shape.get(), text.known_symbol()),
            _ => shape::own(self.shape.get()),
        };
        self.inner.borrow_mut().push(hash, key, value);
        self.shape.set(shape);
    }

    /// Removes an entry and gives back its key and value.
    pub fn remove_at(&self, index: usize) -> (Value, Value) {
        let mut inner = self.inner.borrow_mut();
        let hash = inner.entries[index].hash;
        if inner.entries.len() > SMALL
            && let Ok(found) = inner.table.find_entry(hash as u64, |i| *i as usize == index)
        {
            found.remove();
        }
        let entry = &mut inner.entries[index];
        let pair = (std::mem::take(&mut entry.key), std::mem::take(&mut entry.value));
        inner.live -= 1;
        drop(inner);
        self.reshape();
        pair
    }

    /// Removes the last entry and gives back its key and value.
    pub fn pop_last(&self) -> Option<(Value, Value)> {
        let (index, ..) = self.entry_before(usize::MAX)?;
        let pair = self.remove_at(index);
        let mut inner = self.inner.borrow_mut();
        let was_large = inner.entries.len() > SMALL;
        inner.entries.truncate(index);
        if was_large && index <= SMALL {
            inner.table.clear();
        }
        drop(inner);
        Some(pair)
    }

    /// The first entry at or after a position: its position, key and value.
    pub fn entry_from(&self, position: usize) -> Option<(usize, Value, Value)> {
        let inner = self.inner.borrow();
        let mut rest = inner.entries.iter().enumerate().skip(position);
        let (index, entry) = rest.find(|(_, entry)| !entry.key.is_null())?;
        Some((index, entry.key.clone(), entry.value.clone()))
    }

    /// The last entry before a position (exclusive).
    pub fn entry_before(&self, position: usize) -> Option<(usize, Value, Value)> {
        let inner = self.inner.borrow();
        let end = position.min(inner.entries.len());
        let (index, entry) =
            inner.entries[..end].iter().enumerate().rfind(|(_, entry)| !entry.key.is_null())?;
        Some((index, entry.key.clone(), entry.value.clone()))
    }

    /// All entries, in order.
    pub fn to_vec(&self) -> Vec<(Value, Value)> {
        let inner = self.inner.borrow();
        let live = inner.entries.iter().filter(|entry| !entry.key.is_null());
        live.map(|entry| (entry.key.clone(), entry.value.clone())).collect()
    }

    /// All entries with the hashes of their keys, in order.
    pub fn hashed(&self) -> Vec<(i64, Value, Value)> {
        let inner = self.inner.borrow();
        let live = inner.entries.iter().filter(|entry| !entry.key.is_null());
        live.map(|entry| (entry.hash, entry.key.clone(), entry.value.clone())).collect()
    }

    /// All keys, in order.
    pub fn keys(&self) -> Vec<Value> {
        self.to_vec().into_iter().map(|(key, _)| key).collect()
    }

    /// A copy with the same entries.
    pub fn copy(&self) -> Dict {
        let inner = self.inner.borrow();
        let entries: Vec<Entry> =
            inner.entries.iter().filter(|entry| !entry.key.is_null()).cloned().collect();
        let mut copy = Inner { live: entries.len(), entries, table: HashTable::new(), room: inner.room };
        copy.rebuild();
        Dict { inner: RefCell::new(copy), shape: Cell::new(shape::own(0)) }
    }

    /// Removes everything. The values are dropped once the dict is already empty.
    pub fn clear(&self) {
        let old = std::mem::take(&mut *self.inner.borrow_mut());
        self.reshape();
        drop(old);
    }

    /// Moves an entry to one of the ends (`OrderedDict.move_to_end`).
    pub fn move_to_end(&self, index: usize, last: bool) {
        let mut inner = self.inner.borrow_mut();
        let entry = inner.entries.remove(index);
        if last {
            inner.entries.push(entry);
        } else {
            inner.entries.insert(0, entry);
        }
        inner.rebuild();
        drop(inner);
        self.reshape();
    }

    /// The value of a string key.
    pub fn get_str(&self, key: &str) -> Option<Value> {
        let hash = crate::sequence::hash_bytes(key.as_bytes());
        let inner = self.inner.borrow();
        let index =
            inner.find(hash, |candidate| matches!(candidate, Value::Str(text) if text.as_str() == key))?;
        Some(inner.entries[index].value.clone())
    }

    /// The value of a name.
    pub fn get(&self, name: Sym) -> Option<Value> {
        self.find_name(name).map(|index| self.value_at(index))
    }

    /// The entry's index of a name.
    pub fn find_name(&self, name: Sym) -> Option<usize> {
        let key = name.key();
        let inner = self.inner.borrow();
        inner.find(key.hash(), |candidate| is_name(candidate, name, &key))
    }

    /// The value at `hint`, if that entry's key is this very name: the fast path of an inline cache.
    #[inline]
    pub fn get_hinted(&self, name: Sym, hint: usize) -> Option<Value> {
        let inner = self.inner.borrow();
        match inner.entries.get(hint) {
            Some(Entry { key: Value::Str(text), value, .. }) if text.known_symbol() == Some(name) => {
                Some(value.clone())
            }
            _ => None,
        }
    }

    /// Replaces the value at `hint`, if that entry's key is this very name; else gives the value back.
    pub fn set_hinted(&self, name: Sym, hint: usize, new: Value) -> Result<Value, Value> {
        let mut inner = self.inner.borrow_mut();
        match inner.entries.get_mut(hint) {
            Some(Entry { key: Value::Str(text), value, .. }) if text.known_symbol() == Some(name) => {
                Ok(std::mem::replace(value, new))
            }
            _ => Err(new),
        }
    }

    /// Binds a name; gives back the entry's index and the old value.
    pub fn set(&self, name: Sym, value: Value) -> (usize, Option<Value>) {
        match self.find_name(name) {
            Some(index) => (index, Some(self.replace_at(index, value))),
            None => {
                let key = name.key();
                let hash = key.hash();
                self.insert_new(hash, Value::Str(key), value);
                (self.inner.borrow().entries.len() - 1, None)
            }
        }
    }

    /// Binds a string key.
    pub fn set_str(&self, key: &str, value: Value) {
        self.set(Sym::new(key), value);
    }

    /// Removes a name; gives back its value.
    pub fn remove(&self, name: Sym) -> Option<Value> {
        self.find_name(name).map(|index| self.remove_at(index).1)
    }
}

fn is_name(candidate: &Value, name: Sym, key: &Str) -> bool {
    match candidate {
        Value::Str(text) => match text.known_symbol() {
            Some(symbol) => symbol == name,
            None => text.as_str() == key.as_str(),
        },
        _ => false,
    }
}

impl Drop for Dict {
    fn drop(&mut self) {
        let inner = self.inner.get_mut();
        let entries = std::mem::take(&mut inner.entries);
        if !entries.is_empty() {
            trash::bury(entries.into_iter().flat_map(|entry| [entry.key, entry.value]));
        }
    }
}
