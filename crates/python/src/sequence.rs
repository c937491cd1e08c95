//! The built-in sequences: `str`, `bytes`, `tuple`, `list`, `range` and `slice` objects.

use std::cell::{Cell, Ref, RefCell, RefMut};
use std::ops::Deref;

use crate::symbol::Sym;
use crate::trash;
use crate::value::Value;

/// A `str`. Indexing is by code point; text that is all ASCII is indexed by byte.
pub struct Str {
    text: Box<str>,
    /// Number of code points.
    length: u32,
    hash: Cell<Option<i64>>,
    symbol: Cell<Option<Sym>>,
}

impl Str {
    /// From text.
    pub fn new(text: impl Into<Box<str>>) -> Str {
        let text = text.into();
        let length = if text.is_ascii() { text.len() } else { text.chars().count() };
        Str { text, length: length as u32, hash: Cell::new(None), symbol: Cell::new(None) }
    }

    /// From a symbol and its spelling; remembers the symbol.
    pub fn from_symbol(symbol: Sym, text: &str) -> Str {
        let text = Str::new(text);
        text.symbol.set(Some(symbol));
        text
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Number of code points: Python's `len`.
    pub fn len(&self) -> usize {
        self.length as usize
    }

    /// Whether it has no code points.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Whether every code point is one byte.
    pub fn is_ascii(&self) -> bool {
        self.length as usize == self.text.len()
    }

    /// The code point at an index below `len`.
    pub fn char_at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            self.text.as_bytes().get(index).map(|byte| *byte as char)
        } else {
            self.text.chars().nth(index)
        }
    }

    /// The code points from `start` to before `end` (clamped).
    pub fn slice(&self, start: usize, end: usize) -> &str {
        let end = end.min(self.len());
        if start >= end {
            return "";
        }
        if self.is_ascii() {
            return &self.text[start..end];
        }
        let mut places = self.text.char_indices().map(|(at, _)| at);
        let from = places.nth(start).unwrap_or(self.text.len());
        let to = places.nth(end - start - 1).unwrap_or(self.text.len());
        &self.text[from..to]
    }

    /// The hash: fixed, without a seed, never 0 apart from the empty string's.
    pub fn hash(&self) -> i64 {
        if let Some(hash) = self.hash.get() {
            return hash;
        }
        let hash = hash_bytes(self.text.as_bytes());
        self.hash.set(Some(hash));
        hash
    }

    /// The interned symbol of this text.
    pub fn symbol(&self) -> Sym {
        if let Some(symbol) = self.symbol.get() {
            return symbol;
        }
        let symbol = Sym::new(&self.text);
        self.symbol.set(Some(symbol));
        symbol
    }

    /// The symbol, if it was asked for before.
    pub fn known_symbol(&self) -> Option<Sym> {
        self.symbol.get()
    }

    /// Whether CPython has only one object with this text: it is empty, or one character of Latin-1.
    pub fn is_kept_once(&self) -> bool {
        self.len() <= 1 && self.text.chars().all(|c| c <= '\u{ff}')
    }
}

/// A fixed hash of bytes (FNV-1a, mixed): never -1, which CPython keeps for errors.
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 29;
    let hash = hash as i64;
    if hash == -1 { -2 } else { hash }
}

/// A `bytes`, or when mutable a `bytearray`.
pub struct Bytes {
    data: RefCell<Vec<u8>>,
    /// Whether this is a `bytearray`.
    pub mutable: bool,
}

impl Bytes {
    /// From bytes.
    pub fn new(data: Vec<u8>, mutable: bool) -> Bytes {
        Bytes { data: RefCell::new(data), mutable }
    }

    /// The bytes.
    pub fn borrow(&self) -> Ref<'_, Vec<u8>> {
        self.data.borrow()
    }

    /// The bytes, to change them (of a `bytearray`).
    pub fn borrow_mut(&self) -> RefMut<'_, Vec<u8>> {
        self.data.borrow_mut()
    }
}

/// A `tuple`.
pub struct Tuple {
    items: Box<[Value]>,
}

impl Tuple {
    /// From items.
    pub fn new(items: impl Into<Box<[Value]>>) -> Tuple {
        Tuple { items: items.into() }
    }
}

impl Deref for Tuple {
    type Target = [Value];

    fn deref(&self) -> &[Value] {
        &self.items
    }
}

impl Drop for Tuple {
    fn drop(&mut self) {
        trash::bury_slice(&mut self.items);
    }
}

/// A `list`.
#[derive(Default)]
pub struct List {
    items: RefCell<Vec<Value>>,
}

impl List {
    /// From items.
    pub fn new(items: Vec<Value>) -> List {
        List { items: RefCell::new(items) }
    }

    /// The items.
    pub fn borrow(&self) -> Ref<'_, Vec<Value>> {
        self.items.borrow()
    }

    /// The items, to change them. Values taken out must be dropped after the borrow ends.
    pub fn borrow_mut(&self) -> RefMut<'_, Vec<Value>> {
        self.items.borrow_mut()
    }

    /// Number of items.
    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds an item at the end.
    pub fn push(&self, value: Value) {
        self.items.borrow_mut().push(value);
    }

    /// A copy of the items.
    pub fn to_vec(&self) -> Vec<Value> {
        self.items.borrow().clone()
    }
}

impl Drop for List {
    fn drop(&mut self) {
        trash::bury_slice(self.items.get_mut());
    }
}

/// A `range` with bounds of 64 bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Range {
    /// First value.
    pub start: i64,
    /// Bound, not included.
    pub stop: i64,
    /// Step, not 0.
    pub step: i64,
}

impl Range {
    /// Number of values.
    pub fn len(&self) -> usize {
        let (low, high) = if self.step > 0 { (self.start, self.stop) } else { (self.stop, self.start) };
        if low >= high {
            return 0;
        }
        // Two's complement: the distance, which may be more than 63 bits, is right without a sign.
        let distance = (high as u64).wrapping_sub(low as u64);
        let len = match self.step.unsigned_abs() {
            1 => distance,
            step => (distance - 1) / step + 1,
        };
        usize::try_from(len).unwrap_or(usize::MAX)
    }

    /// Whether it has no values.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value at an index below `len`.
    pub fn at(&self, index: usize) -> i64 {
        self.start.wrapping_add((index as i64).wrapping_mul(self.step))
    }
}

/// A `slice`.
pub struct Slice {
    /// `start` or None.
    pub start: Value,
    /// `stop` or None.
    pub stop: Value,
    /// `step` or None.
    pub step: Value,
}
