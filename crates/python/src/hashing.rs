//! Hashing and equality of values as far as they need no script code. What does is reported as such, and the
//! machine then asks the script (see `machine/ask.rs`).

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use crate::class::HashRule;
use crate::value::Value;

/// Why a hash or an answer to `==` is not to be had without the machine.
#[derive(Clone, Debug)]
pub enum Fault {
    /// The value, or one inside it, has no hash.
    Unhashable(Value),
    /// The script's own `__hash__` or `__eq__` decides.
    Script,
}

const MODULUS: i64 = (1 << 61) - 1;

/// The hash of an `int`, as on 64-bit CPython.
pub fn hash_int(value: i64) -> i64 {
    let reduced = value % MODULUS;
    if reduced == -1 { -2 } else { reduced }
}

/// The hash of a large `int`.
pub fn hash_big(value: &BigInt) -> i64 {
    let reduced = (value.abs() % BigInt::from(MODULUS)).to_i64().unwrap_or(0);
    let signed = if value.is_negative() { -reduced } else { reduced };
    if signed == -1 { -2 } else { signed }
}

/// The hash of a `float`: equal to that of an `int` of the same value.
pub fn hash_float(value: f64) -> i64 {
    if value.is_infinite() {
        return if value > 0.0 { 314_159 } else { -314_159 };
    }
    if value.is_nan() {
        return 0;
    }
    let (mut mantissa, mut exponent) = libm::frexp(value.abs());
    let mut hash: u64 = 0;
    while mantissa != 0.0 {
        hash = ((hash << 28) & MODULUS as u64) | (hash >> 33);
        mantissa *= 268_435_456.0;
        exponent -= 28;
        let chunk = mantissa as u64;
        mantissa -= chunk as f64;
        hash += chunk;
        if hash >= MODULUS as u64 {
            hash -= MODULUS as u64;
        }
    }
    let turn = exponent.rem_euclid(61) as u32;
    if turn != 0 {
        hash = ((hash << turn) & MODULUS as u64) | (hash >> (61 - turn));
    }
    let signed = if value < 0.0 { -(hash as i64) } else { hash as i64 };
    if signed == -1 { -2 } else { signed }
}

/// The hash of a tuple from those of its items (CPython's xxHash variant).
pub fn hash_tuple(hashes: impl ExactSizeIterator<Item = i64>) -> i64 {
    const P1: u64 = 11_400_714_785_074_694_791;
    const P2: u64 = 14_029_467_366_897_019_727;
    const P5: u64 = 2_870_177_450_012_600_261;
    let length = hashes.len() as u64;
    let mut acc = P5;
    for hash in hashes {
        acc = acc.wrapping_add((hash as u64).wrapping_mul(P2)).rotate_left(31).wrapping_mul(P1);
    }
    acc = acc.wrapping_add(length ^ (P5 ^ 3_527_539));
    if acc == u64::MAX { 1_546_275_796 } else { acc as i64 }
}

/// The hash of a frozenset from those of its items, in any order.
pub fn hash_frozenset(hashes: impl ExactSizeIterator<Item = i64>) -> i64 {
    let length = hashes.len() as u64;
    let mut hash: u64 = 0;
    for item in hashes {
        let item = item as u64;
        hash ^= ((item ^ 89_869_747) ^ (item << 16)).wrapping_mul(3_644_798_167);
    }
    hash ^= (length + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX { 590_923_713 } else { hash as i64 }
}

fn hash_address(address: usize) -> i64 {
    (address >> 4) as i64
}

/// Tuples nested more deeply than this are left to the machine.
const MAX_DEPTH: u32 = 200;

/// `object.__hash__`: the hash of an object as such.
pub fn hash_identity(value: &Value) -> i64 {
    match value {
        Value::Instance(instance) => hash_address(instance.serial() as usize * 48),
        other => hash_address(other.address().unwrap_or_default()),
    }
}

/// `hash(value)` without script code.
pub fn hash(value: &Value) -> Result<i64, Fault> {
    hash_at(value, 0)
}

fn hash_at(value: &Value, depth: u32) -> Result<i64, Fault> {
    Ok(match value {
        Value::Str(text) => text.hash(),
        Value::Int(value) => hash_int(*value),
        Value::Bool(value) => i64::from(*value),
        Value::None => 0xfca8_6420,
        Value::Float(value) => hash_float(*value),
        Value::Big(value) => hash_big(value),
        Value::Complex(pair) => hash_float(pair.0).wrapping_add(hash_float(pair.1).wrapping_mul(1_000_003)),
        Value::Tuple(items) => {
            if depth >= MAX_DEPTH {
                return Err(Fault::Script);
            }
            let hashes = items.iter().map(|item| hash_at(item, depth + 1)).collect::<Result<Vec<_>, _>>()?;
            hash_tuple(hashes.into_iter())
        }
        Value::Bytes(bytes) if !bytes.mutable => crate::sequence::hash_bytes(&bytes.borrow()),
        Value::Set(set) if set.frozen => {
            let hashes: Vec<i64> = set.hashes();
            hash_frozenset(hashes.into_iter())
        }
        Value::Range(range) => {
            let length = range.len() as i64;
            let first = if length == 0 { hash(&Value::None)? } else { hash_int(range.start) };
            let step = if length <= 1 { hash(&Value::None)? } else { hash_int(range.step) };
            hash_tuple([hash_int(length), first, step].into_iter())
        }
        Value::Slice(slice) => {
            let parts = [hash(&slice.start)?, hash(&slice.stop)?, hash(&slice.step)?];
            hash_tuple(parts.into_iter())
        }
        Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::Bytes(_) => {
            return Err(Fault::Unhashable(value.clone()));
        }
        Value::Instance(instance) => match instance.class.hash_rule() {
            HashRule::Identity => hash_identity(value),
            HashRule::Base => hash_at(value.base_value(), depth)?,
            HashRule::Script => return Err(Fault::Script),
            HashRule::None => return Err(Fault::Unhashable(value.clone())),
        },
        Value::Class(class) if class.metaclass().is_some_and(|meta| meta.hash_rule() == HashRule::Script) => {
            return Err(Fault::Script);
        }
        Value::Method(method) => {
            hash_address(method.receiver.address().unwrap_or(0)) ^ hash(&method.function).unwrap_or(0)
        }
        Value::Ellipsis => 0x1e11_1951,
        Value::NotImplemented => 0x1e11_1952,
        Value::Null => 0,
        other => hash_address(other.address().unwrap_or(0)),
    })
}

/// Numeric equality across `bool`, `int` and `float`, exact.
fn int_equals_float(int: i64, float: f64) -> bool {
    float == int as f64 && float.abs() < 9.3e18 && float as i64 == int
}

/// `a == b` for values that are no containers and have no `__eq__` of the script's; `None` where that is not
/// the whole story (containers and instances).
pub fn simple_equal(a: &Value, b: &Value) -> Option<bool> {
    Some(match (a, b) {
        (Value::Str(a), Value::Str(b)) => a.as_str() == b.as_str(),
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Int(a), Value::Bool(b)) | (Value::Bool(b), Value::Int(a)) => *a == i64::from(*b),
        (Value::Float(a), Value::Float(b)) => a == b,
        (Value::Int(a), Value::Float(b)) | (Value::Float(b), Value::Int(a)) => int_equals_float(*a, *b),
        (Value::Bool(a), Value::Float(b)) | (Value::Float(b), Value::Bool(a)) => {
            *b == f64::from(u8::from(*a))
        }
        (Value::Big(a), Value::Big(b)) => a == b,
        (Value::Big(a), Value::Float(b)) | (Value::Float(b), Value::Big(a)) => {
            b.is_finite()
                && b.fract() == 0.0
                && num_traits::FromPrimitive::from_f64(*b) == Some((**a).clone())
        }
        (Value::Complex(a), Value::Complex(b)) => a == b,
        (Value::Complex(a), other) | (other, Value::Complex(a)) => {
            return match other {
                Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::Big(_) => {
                    Some(a.1 == 0.0 && simple_equal(&Value::Float(a.0), other)?)
                }
                Value::Instance(_) => None,
                _ => Some(false),
            };
        }
        (Value::Bytes(a), Value::Bytes(b)) => *a.borrow() == *b.borrow(),
        (Value::Range(a), Value::Range(b)) => {
            let (n, m) = (a.len(), b.len());
            n == m && (n == 0 || a.start == b.start && (n == 1 || a.step == b.step))
        }
        (Value::Method(a), Value::Method(b)) => a.receiver.is(&b.receiver) && a.function.is(&b.function),
        (Value::Native(a), Value::Native(b)) => {
            std::ptr::fn_addr_eq(a.function, b.function) && a.receiver.is(&b.receiver)
        }
        (Value::Instance(_), _) | (_, Value::Instance(_)) => return None,
        (Value::Class(a), Value::Class(b)) => {
            if a.metaclass().is_some() || b.metaclass().is_some() {
                return None;
            }
            std::rc::Rc::ptr_eq(a, b)
        }
        (Value::Tuple(_), Value::Tuple(_))
        | (Value::List(_), Value::List(_))
        | (Value::Cell(_), Value::Cell(_))
        | (Value::Dict(_), Value::Dict(_))
        | (Value::Set(_), Value::Set(_))
        | (Value::Slice(_), Value::Slice(_))
        | (Value::Iter(_), _)
        | (_, Value::Iter(_)) => return None,
        _ => a.is(b),
    })
}

/// Whether two keys with equal hashes are the same key; `None` where the machine must compare them.
pub fn same_key(a: &Value, b: &Value) -> Option<bool> {
    same_key_at(a, b, 0)
}

fn same_key_at(a: &Value, b: &Value, depth: u32) -> Option<bool> {
    if depth > MAX_DEPTH {
        return None;
    }
    if a.is(b) {
        return Some(true);
    }
    match (a, b) {
        (Value::Tuple(x), Value::Tuple(y)) => {
            if x.len() != y.len() {
                return Some(false);
            }
            let mut sure = true;
            for (left, right) in x.iter().zip(y.iter()) {
                match same_key_at(left, right, depth + 1) {
                    Some(true) => {}
                    Some(false) if sure => return Some(false),
                    Some(false) => return None,
                    None => sure = false,
                }
            }
            sure.then_some(true)
        }
        (Value::Instance(x), other) | (other, Value::Instance(x)) => {
            let plain = |value: &Value| match value {
                Value::Instance(instance) => instance.class.compares_by_identity(),
                _ => true,
            };
            if x.class.compares_by_identity() && plain(other) {
                return Some(false);
            }
            if !x.class.script_eq() && !matches!(other, Value::Instance(y) if y.class.script_eq()) {
                return simple_equal(a.base_value(), b.base_value());
            }
            None
        }
        _ => simple_equal(a, b),
    }
}
