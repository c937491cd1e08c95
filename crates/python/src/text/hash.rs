//! `hash()` as on 64-bit CPython: numbers that compare equal hash alike, tuples and frozensets combine the
//! hashes of their items. Strings hash as CPython's do under `PYTHONHASHSEED=0`, so every run is the same.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use super::complex::Complex;
use super::float_arith::decompose;

/// The Mersenne prime modulo which numbers are hashed.
const MODULUS: u64 = (1 << 61) - 1;

/// What an infinite float hashes to.
const INFINITY: i64 = 314_159;

/// `hash(None)`.
pub const NONE: i64 = 0xfca8_6420;

/// -1 means an error inside CPython, so no hash is ever -1.
fn never_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

fn signed(negative: bool, magnitude: u64) -> i64 {
    // The magnitude is below 2**61.
    let hash = magnitude as i64;
    never_minus_one(if negative { -hash } else { hash })
}

/// The hash of an `int` or `bool` of 64 bits.
pub fn int(value: i64) -> i64 {
    signed(value < 0, value.unsigned_abs() % MODULUS)
}

/// The hash of an `int` of any size.
pub fn big_int(value: &BigInt) -> i64 {
    let magnitude = (value.magnitude() % MODULUS).to_u64().unwrap_or(0);
    signed(value.sign() == Sign::Minus, magnitude)
}

/// The hash of a `float`; not-a-number, which CPython hashes by address, hashes to 0.
pub fn float(value: f64) -> i64 {
    if value.is_nan() {
        return 0;
    }
    if value.is_infinite() {
        return if value > 0.0 { INFINITY } else { -INFINITY };
    }
    let (mantissa, exponent) = decompose(value);
    // Multiplying by two modulo the prime turns its 61 bits around.
    let turn = exponent.rem_euclid(61) as u32;
    let mantissa = mantissa % MODULUS;
    let turned = if turn == 0 { mantissa } else { (mantissa << turn & MODULUS) | mantissa >> (61 - turn) };
    signed(value < 0.0, turned)
}

/// The hash of a `complex`.
pub fn complex(value: Complex) -> i64 {
    let imag = (float(value.imag) as u64).wrapping_mul(1_000_003);
    never_minus_one((float(value.real) as u64).wrapping_add(imag) as i64)
}

/// The hash of a `tuple` whose items have these hashes.
pub fn tuple(items: impl IntoIterator<Item = i64>) -> i64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let mut sum = PRIME_5;
    let mut length = 0_u64;
    for item in items {
        sum = sum.wrapping_add((item as u64).wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1);
        length += 1;
    }
    sum = sum.wrapping_add(length ^ (PRIME_5 ^ 3_527_539));
    if sum == u64::MAX { 1_546_275_796 } else { sum as i64 }
}

/// The hash of a `frozenset` whose members have these hashes, in any order.
pub fn frozenset(members: impl IntoIterator<Item = i64>) -> i64 {
    let spread = |hash: u64| ((hash ^ 89_869_747) ^ (hash << 16)).wrapping_mul(3_644_798_167);
    let mut sum = 0_u64;
    let mut length = 0_u64;
    for member in members {
        sum ^= spread(member as u64);
        length += 1;
    }
    sum ^= (length + 1).wrapping_mul(1_927_868_237);
    sum ^= (sum >> 11) ^ (sum >> 25);
    sum = sum.wrapping_mul(69_069).wrapping_add(907_133_923);
    if sum == u64::MAX { 590_923_713 } else { sum as i64 }
}

/// The hash of a `str`: of its code points in the narrowest of one, two or four bytes that holds them all.
pub fn str(text: &str) -> i64 {
    if text.is_ascii() {
        return bytes(text.as_bytes());
    }
    let widest = text.chars().map(u32::from).max().unwrap_or(0);
    let width = match widest {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 4,
    };
    let stored: Vec<u8> =
        text.chars().flat_map(|c| u32::from(c).to_le_bytes().into_iter().take(width)).collect();
    bytes(&stored)
}

/// The hash of a `bytes` object.
pub fn bytes(data: &[u8]) -> i64 {
    if data.is_empty() { 0 } else { never_minus_one(sip_hash_13(data) as i64) }
}

/// SipHash with one compression and three finalization rounds and a key of zeros.
fn sip_hash_13(data: &[u8]) -> u64 {
    let mut state =
        [0x736f_6d65_7073_6575, 0x646f_7261_6e64_6f6d, 0x6c79_6765_6e65_7261, 0x7465_6462_7974_6573];
    let mut words = data.chunks_exact(8);
    let mut absorb = |word: u64| {
        state[3] ^= word;
        sip_round(&mut state);
        state[0] ^= word;
    };
    for word in words.by_ref() {
        absorb(little_endian(word));
    }
    absorb((data.len() as u64) << 56 | little_endian(words.remainder()));
    state[2] ^= 0xff;
    for _ in 0..3 {
        sip_round(&mut state);
    }
    state[0] ^ state[1] ^ state[2] ^ state[3]
}

fn little_endian(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte))
}

fn sip_round(state: &mut [u64; 4]) {
    let [mut a, mut b, mut c, mut d] = *state;
    a = a.wrapping_add(b);
    b = b.rotate_left(13) ^ a;
    a = a.rotate_left(32);
    c = c.wrapping_add(d);
    d = d.rotate_left(16) ^ c;
    a = a.wrapping_add(d);
    d = d.rotate_left(21) ^ a;
    c = c.wrapping_add(b);
    b = b.rotate_left(17) ^ c;
    c = c.rotate_left(32);
    *state = [a, b, c, d];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_hash_as_in_cpython() {
        for (text, expected) in [
            ("0", 0),
            ("1", 1),
            ("-1", -2),
            ("-2", -2),
            ("2305843009213693951", 0),
            ("2305843009213693952", 1),
            ("-2305843009213693952", -2),
            ("9223372036854775807", 3),
            ("-9223372036854775808", -4),
            ("1000000000000000000000000000000", 465258685558744706),
            ("-1000000000000000000000000000000", -465258685558744706),
            ("5316911983139663491615228241121378304", 1),
        ] {
            let value: BigInt = text.parse().unwrap_or_default();
            assert_eq!(big_int(&value), expected, "{text}");
            if let Some(small) = value.to_i64() {
                assert_eq!(int(small), expected, "{text}");
            }
        }
        for (value, expected) in [
            (0.0, 0),
            (-0.0, 0),
            (1.0, 1),
            (-1.0, -2),
            (1.5, 1152921504606846977),
            (0.1, 230584300921369408),
            (-2.75, -1729382256910270466),
            (1e+300, 1224995262755759164),
            (5e-324, 16777216),
            (2.305843009213694e+18, 1),
            (1e+16, 10000000000000000),
            (-1e-05, -2170758078822671208),
        ] {
            assert_eq!(float(value), expected, "{value:?}");
        }
        assert_eq!(complex(Complex { real: 1.5, imag: -2.0 }), 1152921504604846971);
    }

    #[test]
    fn text_hashes_as_under_hash_seed_zero() {
        for (text, expected) in [
            ("", 0),
            ("a", 4644417185603328019),
            ("abc", -4594863902769663758),
            ("12345678", 3785724242978802311),
            ("hello world, how are you", -6086154910638016575),
            ("\u{e9}", 6047309291227476195),
            ("\u{2603}", 5658562226297181912),
            ("a\u{1f600}b", -7541021549821082252),
            ("a\u{e9}", -4100377394409680542),
        ] {
            assert_eq!(str(text), expected, "{text:?}");
        }
    }

    #[test]
    fn containers_hash_as_in_cpython() {
        for (items, expected) in [
            (&[][..], 5740354900026072187),
            (&[1][..], -6644214454873602895),
            (&[1, 2][..], -3550055125485641917),
            (&[-1, 0, 5][..], -3211696414420712927),
            (
                &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19][..],
                -9217304902224717415,
            ),
        ] {
            assert_eq!(tuple(items.iter().copied().map(int)), expected, "{items:?}");
        }
        for (items, expected) in [
            (&[][..], 133146708735736),
            (&[1][..], -558064481276695278),
            (&[1, 2, 3][..], -272375401224217160),
            (&[-1, 100, 7][..], 6460990262205662666),
            (
                &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19][..],
                7026028923906358870,
            ),
        ] {
            assert_eq!(frozenset(items.iter().copied().map(int)), expected, "{items:?}");
        }
    }
}
