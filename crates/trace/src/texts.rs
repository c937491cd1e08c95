//! The interned texts of a trace: names, printed text, pictures of values. Equal texts share one id, so a
//! comparison of ids is a comparison of texts; all bytes lie in one string.

use crate::ids::TextId;

/// Texts by id. Looking up is an index; interning hashes the text once.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    bytes: String,
    ends: Vec<u32>,
    /// Open addressing with linear probing over ids plus one; zero is a free slot. Never more than half full.
    slots: Vec<u32>,
}

impl Texts {
    /// The id of a text, new or old.
    pub fn intern(&mut self, text: &str) -> TextId {
        if (self.ends.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut slot = hash(text) as usize & mask;
        while let Some(id) = self.slots[slot].checked_sub(1) {
            if self.get(TextId(id)) == text {
                return TextId(id);
            }
            slot = (slot + 1) & mask;
        }
        let id = self.ends.len() as u32;
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len() as u32);
        self.slots[slot] = id + 1;
        TextId(id)
    }

    /// The text of an id; empty for an id of another trace.
    pub fn get(&self, id: TextId) -> &str {
        let index = id.index();
        let start = if index == 0 { 0 } else { self.ends.get(index - 1).copied().unwrap_or(0) };
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.bytes.get(start as usize..end as usize).unwrap_or_default()
    }

    /// How many different texts there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// About how many bytes they take together.
    pub fn bytes(&self) -> usize {
        self.bytes.len() + 12 * self.ends.len()
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        let mut slots = vec![0; size];
        for id in 0..self.ends.len() as u32 {
            let mut slot = hash(self.get(TextId(id))) as usize & (size - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = id + 1;
        }
        self.slots = slots;
    }
}

/// A quick fixed hash: a run's ids must not depend on anything but the run.
pub fn hash(text: &str) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |state: u64, word: u64| (state.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    let mut state = text.len() as u64;
    let mut words = text.as_bytes().chunks_exact(8);
    for word in &mut words {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(word);
        state = mix(state, u64::from_le_bytes(bytes));
    }
    for &byte in words.remainder() {
        state = mix(state, u64::from(byte));
    }
    // A slot is found by the low bits, which know nothing yet of what came last in a word: `Task-17`.
    let state = (state ^ (state >> 32)).wrapping_mul(FACTOR);
    state ^ (state >> 32)
}
