//! The formats of a `memoryview`: how the bytes of an item are read as a number, and written.

use crate::error::{PyResult, type_error, value_error};
use crate::machine::{Machine, ops};
use crate::modules::struct_::{half_from, half_to};
use crate::value::Value;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// A format of one letter, as `struct` knows it in native mode.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Format {
    letter: u8,
    prefixed: bool,
}

impl Default for Format {
    fn default() -> Format {
        Format { letter: b'B', prefixed: false }
    }
}

const LETTERS: &[u8] = b"bBchHiIlLqQnN?efd";

impl Format {
    /// The format that a text names.
    pub fn of(text: &str) -> Option<Format> {
        let (prefixed, letter) = match text.as_bytes() {
            [b'@', letter] => (true, *letter),
            [letter] => (false, *letter),
            _ => return None,
        };
        LETTERS.contains(&letter).then_some(Format { letter, prefixed })
    }

    /// What `format` says.
    pub fn text(self) -> String {
        let prefix = if self.prefixed { "@" } else { "" };
        format!("{prefix}{}", char::from(self.letter))
    }

    /// How many bytes an item has.
    pub fn size(self) -> usize {
        match self.letter {
            b'h' | b'H' | b'e' => 2,
            b'i' | b'I' | b'f' => 4,
            b'l' | b'L' | b'q' | b'Q' | b'n' | b'N' | b'd' => 8,
            _ => 1,
        }
    }

    /// Whether items are the bytes themselves.
    pub fn is_byte(self) -> bool {
        matches!(self.letter, b'b' | b'B' | b'c')
    }

    /// Whether items are floats, which may differ from themselves.
    pub fn is_float(self) -> bool {
        matches!(self.letter, b'e' | b'f' | b'd')
    }

    fn is_signed(self) -> bool {
        self.letter.is_ascii_lowercase()
    }

    /// An item from its bytes.
    pub fn value(self, item: &[u8]) -> Value {
        match (self.letter, item) {
            (b'c', _) => Value::bytes(item.to_vec()),
            (b'?', [byte]) => Value::Bool(*byte != 0),
            (b'f', &[a, b, c, d]) => Value::Float(f32::from_le_bytes([a, b, c, d]).into()),
            (b'd', &[a, b, c, d, e, f, g, h]) => Value::Float(f64::from_le_bytes([a, b, c, d, e, f, g, h])),
            (b'e', &[a, b]) => Value::Float(half_to(u16::from_le_bytes([a, b]))),
            _ if self.is_signed() => Value::big(BigInt::from_signed_bytes_le(item)),
            _ => Value::big(BigInt::from_bytes_le(num_bigint::Sign::Plus, item)),
        }
    }

    /// The bytes of an item.
    pub fn bytes(self, machine: &mut Machine, value: &Value) -> PyResult<Vec<u8>> {
        let shown = self.text();
        let wrong_type = || type_error(format!("memoryview: invalid type for format '{shown}'"));
        let wrong_value = || value_error(format!("memoryview: invalid value for format '{shown}'"));
        match self.letter {
            b'c' => match value {
                Value::Bytes(bytes) if bytes.borrow().len() == 1 => Ok(bytes.borrow().clone()),
                Value::Bytes(_) => wrong_value(),
                _ => wrong_type(),
            },
            b'?' => Ok(vec![u8::from(machine.truth(value)?)]),
            b'e' | b'f' | b'd' => {
                let number = match value.base_value() {
                    Value::Float(number) => *number,
                    other => match ops::as_big(other) {
                        Some(number) => number.to_f64().unwrap_or(f64::INFINITY),
                        None => return wrong_type(),
                    },
                };
                match self.letter {
                    b'd' => Ok(number.to_le_bytes().to_vec()),
                    b'f' => Ok((number as f32).to_le_bytes().to_vec()),
                    _ => match half_from(number) {
                        Some(half) => Ok(half.to_le_bytes().to_vec()),
                        None => wrong_value(),
                    },
                }
            }
            _ => {
                if ops::as_big(value).is_none() && !machine.can_be_index(value) {
                    return wrong_type();
                }
                let number = machine.index_value(value)?;
                let number = ops::as_big(&number).unwrap_or_default();
                let size = self.size();
                let bits = 8 * size as u64;
                let (low, high) = if self.is_signed() {
                    (-(BigInt::from(1) << (bits - 1)), BigInt::from(1) << (bits - 1))
                } else {
                    (BigInt::from(0), BigInt::from(1) << bits)
                };
                if number < low || number >= high {
                    return wrong_value();
                }
                let fill = if number < BigInt::from(0) { 0xff } else { 0 };
                let mut bytes = number.to_signed_bytes_le();
                bytes.resize(size, fill);
                Ok(bytes)
            }
        }
    }
}
