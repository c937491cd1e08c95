//! Constants of a code object while it is made: compared by type and value, so that equal ones share a place.

use std::rc::Rc;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::ToPrimitive;

use crate::code::{BinaryOp, UnaryOp};
use crate::sequence::Str;
use crate::symbol::Sym;
use crate::value::Value;

/// A constant.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Constant {
    /// `None`
    None,
    /// `...`
    Ellipsis,
    /// `True` or `False`
    Bool(bool),
    /// An `int`.
    Int(BigInt),
    /// A `float`, by its bits.
    Float(u64),
    /// A `complex`, by the bits of its parts.
    Complex(u64, u64),
    /// A `str`.
    Str(Rc<str>),
    /// A `bytes`.
    Bytes(Rc<[u8]>),
    /// A `tuple` of constants.
    Tuple(Vec<Constant>),
}

impl Constant {
    /// A number with the other sign.
    pub(super) fn negated(&self) -> Option<Constant> {
        Some(match self {
            Constant::Int(value) => Constant::Int(-value),
            Constant::Float(bits) => Constant::Float((-f64::from_bits(*bits)).to_bits()),
            Constant::Complex(real, imaginary) => {
                let minus = |bits: &u64| (-f64::from_bits(*bits)).to_bits();
                Constant::Complex(minus(real), minus(imaginary))
            }
            _ => return None,
        })
    }

    /// Whether both are one key of a dict: numbers of one value are.
    pub(super) fn is_same_key(&self, other: &Constant) -> bool {
        let number = |constant: &Constant| match constant {
            Constant::Bool(value) => Some((f64::from(u8::from(*value)), 0.0)),
            Constant::Int(value) => {
                value.to_f64().filter(|number| number.abs() < 9e15).map(|number| (number, 0.0))
            }
            Constant::Float(bits) => Some((f64::from_bits(*bits), 0.0)),
            Constant::Complex(real, imaginary) => Some((f64::from_bits(*real), f64::from_bits(*imaginary))),
            _ => None,
        };
        self == other || number(self).is_some_and(|one| Some(one) == number(other))
    }

    /// A `str`.
    pub(super) fn str(text: impl Into<Rc<str>>) -> Constant {
        Constant::Str(text.into())
    }

    /// A `str` of a name.
    pub(super) fn name(name: Sym) -> Constant {
        Constant::Str(name.text())
    }

    /// A small `int`.
    pub(super) fn int(value: i64) -> Constant {
        Constant::Int(BigInt::from(value))
    }

    /// The value it stands for.
    pub(super) fn value(&self) -> Value {
        match self {
            Constant::None => Value::None,
            Constant::Ellipsis => Value::Ellipsis,
            Constant::Bool(value) => Value::Bool(*value),
            Constant::Int(value) => match value.to_i64() {
                Some(small) => Value::Int(small),
                None => Value::big(value.clone()),
            },
            Constant::Float(bits) => Value::Float(f64::from_bits(*bits)),
            Constant::Complex(real, imag) => Value::complex(f64::from_bits(*real), f64::from_bits(*imag)),
            Constant::Str(text) => Value::Str(shared_text(text)),
            Constant::Bytes(bytes) => Value::bytes(bytes.to_vec()),
            Constant::Tuple(items) => Value::tuple(items.iter().map(Constant::value).collect()),
        }
    }

    /// Whether it is true in a condition.
    pub(super) fn truth(&self) -> bool {
        match self {
            Constant::None => false,
            Constant::Ellipsis => true,
            Constant::Bool(value) => *value,
            Constant::Int(value) => *value != BigInt::ZERO,
            Constant::Float(bits) => f64::from_bits(*bits) != 0.0,
            Constant::Complex(real, imag) => f64::from_bits(*real) != 0.0 || f64::from_bits(*imag) != 0.0,
            Constant::Str(text) => !text.is_empty(),
            Constant::Bytes(bytes) => !bytes.is_empty(),
            Constant::Tuple(items) => !items.is_empty(),
        }
    }
}

/// A text that looks like a name is one object for the whole run, as CPython interns it.
fn shared_text(text: &Rc<str>) -> Rc<Str> {
    let name_like = !text.is_empty() && text.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric());
    if name_like { Sym::new(text).key() } else { Rc::new(Str::new(&**text)) }
}

/// What an operation on constants gives, where CPython computes it ahead.
pub(super) fn unary(op: UnaryOp, operand: &Constant) -> Option<Constant> {
    Some(match (op, operand) {
        (UnaryOp::Neg, Constant::Int(value)) => Constant::Int(-value),
        (UnaryOp::Neg, Constant::Bool(value)) => Constant::int(-i64::from(*value)),
        (UnaryOp::Neg, Constant::Float(bits)) => Constant::Float((-f64::from_bits(*bits)).to_bits()),
        (UnaryOp::Neg, Constant::Complex(real, imag)) => {
            Constant::Complex((-f64::from_bits(*real)).to_bits(), (-f64::from_bits(*imag)).to_bits())
        }
        (UnaryOp::Pos, Constant::Int(_) | Constant::Float(_) | Constant::Complex(..)) => operand.clone(),
        (UnaryOp::Pos, Constant::Bool(value)) => Constant::int(i64::from(*value)),
        (UnaryOp::Invert, Constant::Int(value)) => Constant::Int(-value - 1),
        _ => return None,
    })
}

/// What a binary operation on constants gives, where CPython computes it ahead.
pub(super) fn binary(op: BinaryOp, left: &Constant, right: &Constant) -> Option<Constant> {
    match (left, right) {
        (Constant::Str(left), Constant::Str(right)) if op == BinaryOp::Add => {
            Some(Constant::str(format!("{left}{right}")))
        }
        (Constant::Str(text), count) | (count, Constant::Str(text)) if op == BinaryOp::Mul => {
            let count = integer(count)?.to_usize()?;
            (text.is_empty() || count <= MAXIMUM_TEXT / text.chars().count())
                .then(|| Constant::str(text.repeat(count)))
        }
        (Constant::Tuple(left), Constant::Tuple(right)) if op == BinaryOp::Add => {
            Some(Constant::Tuple(left.iter().chain(right).cloned().collect()))
        }
        (Constant::Float(_), _) | (_, Constant::Float(_)) => {
            floats(op, float(left)?, float(right)?).map(|value| Constant::Float(value.to_bits()))
        }
        (Constant::Bool(a), Constant::Bool(b)) if op == BinaryOp::And => Some(Constant::Bool(a & b)),
        (Constant::Bool(a), Constant::Bool(b)) if op == BinaryOp::Or => Some(Constant::Bool(a | b)),
        (Constant::Bool(a), Constant::Bool(b)) if op == BinaryOp::Xor => Some(Constant::Bool(a ^ b)),
        (Constant::Int(_) | Constant::Bool(_), Constant::Int(_) | Constant::Bool(_)) => {
            integers(op, &integer(left)?, &integer(right)?)
        }
        _ => None,
    }
}

/// Integers of more bits than this are not computed ahead.
const MAXIMUM_BITS: u64 = 128;
/// Texts of more characters than this are not computed ahead.
const MAXIMUM_TEXT: usize = 4096;

fn integer(constant: &Constant) -> Option<BigInt> {
    match constant {
        Constant::Int(value) => Some(value.clone()),
        Constant::Bool(value) => Some(BigInt::from(i32::from(*value))),
        _ => None,
    }
}

fn float(constant: &Constant) -> Option<f64> {
    match constant {
        Constant::Float(bits) => Some(f64::from_bits(*bits)),
        other => {
            let value = integer(other)?;
            (value.bits() <= 53).then(|| value.to_f64()).flatten()
        }
    }
}

fn floats(op: BinaryOp, left: f64, right: f64) -> Option<f64> {
    Some(match op {
        BinaryOp::Add => left + right,
        BinaryOp::Sub => left - right,
        BinaryOp::Mul => left * right,
        BinaryOp::TrueDiv if right != 0.0 => left / right,
        _ => return None,
    })
}

fn integers(op: BinaryOp, left: &BigInt, right: &BigInt) -> Option<Constant> {
    let small = |value: &BigInt| value.to_u32().filter(|value| u64::from(*value) <= MAXIMUM_BITS);
    Some(Constant::Int(match op {
        BinaryOp::Add => left + right,
        BinaryOp::Sub => left - right,
        BinaryOp::Mul if left.bits() + right.bits() <= MAXIMUM_BITS => left * right,
        BinaryOp::FloorDiv if *right != BigInt::ZERO => left.div_floor(right),
        BinaryOp::Mod if *right != BigInt::ZERO => left.mod_floor(right),
        BinaryOp::Pow => {
            let exponent = small(right)?;
            if left.bits() * u64::from(exponent) > MAXIMUM_BITS {
                return None;
            }
            left.pow(exponent)
        }
        BinaryOp::LShift => {
            let by = small(right)?;
            if left.bits() + u64::from(by) > MAXIMUM_BITS {
                return None;
            }
            left << by
        }
        BinaryOp::RShift => left >> small(right)?,
        BinaryOp::And => left & right,
        BinaryOp::Or => left | right,
        BinaryOp::Xor => left ^ right,
        BinaryOp::TrueDiv if *right != BigInt::ZERO && left.bits() <= 53 && right.bits() <= 53 => {
            return Some(Constant::Float((left.to_f64()? / right.to_f64()?).to_bits()));
        }
        _ => return None,
    }))
}
