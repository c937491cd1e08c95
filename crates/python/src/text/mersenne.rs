//! The Mersenne Twister (MT19937) as CPython's `_random.Random` seeds and reads it.

use num_bigint::{BigInt, BigUint};
use num_traits::ToPrimitive;
use sha2::{Digest, Sha512};

use super::hash;
use super::raise::{Outcome, Raise};

const SIZE: usize = 624;
const MIDDLE: usize = 397;

/// The generator's state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mersenne {
    words: [u32; SIZE],
    /// The next word to be read; at the end all words are made anew.
    index: usize,
}

impl Mersenne {
    /// Seeded by an integer, of which the sign does not matter.
    pub fn from_int(seed: &BigInt) -> Mersenne {
        Mersenne::from_magnitude(seed.magnitude())
    }

    /// Seeded by a float, that is by its hash.
    pub fn from_float(seed: f64) -> Mersenne {
        Mersenne::from_magnitude(&BigUint::from(hash::float(seed) as u64))
    }

    /// Seeded by bytes, or by the UTF-8 of a string: by them and their SHA-512 as one big number.
    pub fn from_bytes(seed: &[u8]) -> Mersenne {
        let mut all = seed.to_vec();
        all.extend_from_slice(&Sha512::digest(seed));
        Mersenne::from_magnitude(&BigUint::from_bytes_be(&all))
    }

    fn from_magnitude(seed: &BigUint) -> Mersenne {
        let mut key = seed.to_u32_digits();
        if key.is_empty() {
            key.push(0);
        }
        Mersenne::from_key(&key)
    }

    /// The reference implementation's seeding by one word.
    fn from_word(seed: u32) -> [u32; SIZE] {
        let mut words = [seed; SIZE];
        for at in 1..SIZE {
            let last = words[at - 1];
            words[at] = (last ^ (last >> 30)).wrapping_mul(1_812_433_253).wrapping_add(at as u32);
        }
        words
    }

    /// The reference implementation's seeding by an array.
    fn from_key(key: &[u32]) -> Mersenne {
        let mut words = Mersenne::from_word(19_650_218);
        let mut at = 1;
        let mut advance = |words: &mut [u32; SIZE], factor: u32, extra: u32, subtract: bool| {
            let last = words[at - 1];
            let mixed = words[at] ^ (last ^ (last >> 30)).wrapping_mul(factor);
            words[at] = if subtract { mixed.wrapping_sub(at as u32) } else { mixed.wrapping_add(extra) };
            at += 1;
            if at == SIZE {
                words[0] = words[SIZE - 1];
                at = 1;
            }
        };
        for round in 0..SIZE.max(key.len()) {
            let place = round % key.len();
            advance(&mut words, 1_664_525, key[place].wrapping_add(place as u32), false);
        }
        for _ in 1..SIZE {
            advance(&mut words, 1_566_083_941, 0, true);
        }
        words[0] = 0x8000_0000;
        Mersenne { words, index: SIZE }
    }

    /// The words and the index, as `getstate` shows them.
    pub fn state(&self) -> ([u32; SIZE], usize) {
        (self.words, self.index)
    }

    /// The generator with this state, which `setstate` was given.
    pub fn from_state(words: &[u32], index: i64) -> Outcome<Mersenne> {
        let words = words.try_into().map_err(|_| Raise::value("state vector is the wrong size"))?;
        match usize::try_from(index) {
            Ok(index) if index <= SIZE => Ok(Mersenne { words, index }),
            _ => Err(Raise::value("invalid state")),
        }
    }

    fn refill(&mut self) {
        let mut twist = |at: usize, next: usize, other: usize| {
            let mixed = (self.words[at] & 0x8000_0000) | (self.words[next] & 0x7fff_ffff);
            self.words[at] = self.words[other] ^ (mixed >> 1) ^ (0x9908_b0df & (mixed & 1).wrapping_neg());
        };
        for at in 0..SIZE - MIDDLE {
            twist(at, at + 1, at + MIDDLE);
        }
        for at in SIZE - MIDDLE..SIZE - 1 {
            twist(at, at + 1, at + MIDDLE - SIZE);
        }
        twist(SIZE - 1, 0, MIDDLE - 1);
        self.index = 0;
    }

    /// Goes on as if so many words had been read.
    pub fn skip(&mut self, mut words: u64) {
        while words > (SIZE - self.index) as u64 {
            words -= (SIZE - self.index) as u64;
            self.refill();
        }
        self.index += words as usize;
    }

    /// The next 32 bits.
    pub fn next_word(&mut self) -> u32 {
        if self.index >= SIZE {
            self.refill();
        }
        let mut word = self.words[self.index];
        self.index += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    /// `random()`: a float from 0 up to but not including 1, a multiple of `2**-53`.
    pub fn random(&mut self) -> f64 {
        let high = f64::from(self.next_word() >> 5);
        let low = f64::from(self.next_word() >> 6);
        (high * 67_108_864.0 + low) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// `getrandbits(bits)` for up to 64 bits.
    pub fn small_bits(&mut self, bits: u32) -> u64 {
        match bits {
            0 => 0,
            1..=32 => u64::from(self.next_word() >> (32 - bits)),
            _ => {
                let low = u64::from(self.next_word());
                low | u64::from(self.next_word() >> (64 - bits.min(64))) << 32
            }
        }
    }

    /// `getrandbits(bits)`.
    pub fn bits(&mut self, bits: u64) -> BigUint {
        if bits <= 64 {
            return BigUint::from(self.small_bits(bits as u32));
        }
        let mut words = Vec::with_capacity(bits.div_ceil(32) as usize);
        let mut left = bits;
        while left > 0 {
            let word = self.next_word();
            words.push(if left < 32 { word >> (32 - left) } else { word });
            left = left.saturating_sub(32);
        }
        BigUint::new(words)
    }

    /// A whole number below `limit`, which must not be 0.
    pub fn below(&mut self, limit: u64) -> u64 {
        let bits = 64 - limit.leading_zeros();
        loop {
            let number = self.small_bits(bits);
            if number < limit {
                return number;
            }
        }
    }

    /// A whole number below `limit`, which must not be 0, of any size.
    pub fn below_big(&mut self, limit: &BigUint) -> BigUint {
        if let Some(limit) = limit.to_u64() {
            return BigUint::from(self.below(limit));
        }
        loop {
            let number = self.bits(limit.bits());
            if number < *limit {
                return number;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Mersenne, SIZE};
    use num_bigint::BigInt;

    #[test]
    fn words_are_skipped_as_if_they_had_been_read() {
        let begin = Mersenne::from_int(&BigInt::from(12));
        for read in [0, 1, SIZE - 1, SIZE, SIZE + 1] {
            for skipped in [0, 1, SIZE - 1, SIZE, SIZE + 1, 5 * SIZE, 5 * SIZE + 7] {
                let mut reader = begin.clone();
                (0..read).for_each(|_| _ = reader.next_word());
                let mut skipping = reader.clone();
                (0..skipped).for_each(|_| _ = reader.next_word());
                skipping.skip(skipped as u64);
                assert_eq!(reader, skipping, "{skipped} after {read}");
            }
        }
    }
}
