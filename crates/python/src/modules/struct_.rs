//! `_struct`: numbers and texts as bytes by a format. Where a format or a value is wrong, the functions give the
//! message as a `str`; the module in Python raises it as `struct.error`.

use std::rc::Rc;

use num_bigint::{BigInt, Sign};

use crate::builtins::install::functions;
use crate::dict::Dict;
use crate::error::{Exc, PyResult, raise, type_error};
use crate::function::Args;
use crate::machine::ops::as_big;
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

/// Fills the module's names.
pub fn fill(_: &mut Machine, dict: &Rc<Dict>) {
    functions(dict, "_struct", &[("calcsize", calcsize), ("pack", pack), ("unpack", unpack)]);
}

/// What a letter of a format stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Pad,
    Char,
    Bool,
    Signed,
    Unsigned,
    Float,
    Complex,
    Text,
    Pascal,
}

/// A letter with its count.
#[derive(Clone, Copy, Debug)]
struct Item {
    letter: u8,
    kind: Kind,
    /// Bytes of one.
    size: usize,
    /// How many; the length of a text.
    count: usize,
    /// Bytes of padding before it.
    before: usize,
}

impl Item {
    /// How many values it takes.
    fn values(&self) -> usize {
        match self.kind {
            Kind::Pad => 0,
            Kind::Text | Kind::Pascal => 1,
            _ => self.count,
        }
    }

    fn length(&self) -> usize {
        self.size * self.count
    }
}

struct Format {
    items: Vec<Item>,
    big_endian: bool,
    size: usize,
}

const TOO_LONG: &str = "total struct size too long";

/// The most bytes a format may stand for.
const LARGEST: usize = 1 << 26;

fn parse(text: &str) -> Result<Format, String> {
    let bytes = text.as_bytes();
    let (native, big_endian, rest) = match bytes.first() {
        Some(b'@') => (true, false, &bytes[1..]),
        Some(b'=' | b'<') => (false, false, &bytes[1..]),
        Some(b'>' | b'!') => (false, true, &bytes[1..]),
        _ => (true, false, bytes),
    };
    let (mut items, mut size) = (Vec::new(), 0usize);
    let mut letters = rest.iter().copied().peekable();
    while let Some(mut letter) = letters.next() {
        if letter.is_ascii_whitespace() {
            continue;
        }
        let mut count = 1usize;
        if letter.is_ascii_digit() {
            count = usize::from(letter - b'0');
            loop {
                let Some(next) = letters.next() else {
                    return Err("repeat count given without format specifier".to_string());
                };
                letter = next;
                if !letter.is_ascii_digit() {
                    break;
                }
                count = count.saturating_mul(10).saturating_add(usize::from(letter - b'0'));
                if count > 1 << 31 {
                    return Err("overflow in item count".to_string());
                }
            }
        }
        let (kind, one) = match letter {
            b'x' => (Kind::Pad, 1),
            b'c' => (Kind::Char, 1),
            b'?' => (Kind::Bool, 1),
            b'b' => (Kind::Signed, 1),
            b'B' => (Kind::Unsigned, 1),
            b'h' => (Kind::Signed, 2),
            b'H' => (Kind::Unsigned, 2),
            b'i' => (Kind::Signed, 4),
            b'I' => (Kind::Unsigned, 4),
            b'l' => (Kind::Signed, if native { 8 } else { 4 }),
            b'L' => (Kind::Unsigned, if native { 8 } else { 4 }),
            b'q' => (Kind::Signed, 8),
            b'Q' => (Kind::Unsigned, 8),
            b'n' if native => (Kind::Signed, 8),
            b'N' | b'P' if native => (Kind::Unsigned, 8),
            b'e' => (Kind::Float, 2),
            b'f' => (Kind::Float, 4),
            b'd' => (Kind::Float, 8),
            b'F' => (Kind::Complex, 8),
            b'D' => (Kind::Complex, 16),
            b's' => (Kind::Text, 1),
            b'p' => (Kind::Pascal, 1),
            _ => return Err("bad char in struct format".to_string()),
        };
        let align = if kind == Kind::Complex { one / 2 } else { one };
        let before = if native { size.next_multiple_of(align) - size } else { 0 };
        let length = one.checked_mul(count).and_then(|length| length.checked_add(size + before));
        size = match length {
            Some(length) if length < LARGEST => length,
            _ => return Err(TOO_LONG.to_string()),
        };
        items.push(Item { letter, kind, size: one, count, before });
    }
    Ok(Format { items, big_endian, size })
}

fn format_of(args: &Args) -> PyResult<Result<Format, String>> {
    match args.positional.first().map(Value::base_value) {
        Some(Value::Str(text)) => Ok(parse(text.as_str())),
        Some(Value::Bytes(bytes)) => Ok(parse(&String::from_utf8_lossy(&bytes.borrow()))),
        _ => type_error("Struct() argument 1 must be a str or bytes object"),
    }
}

/// `calcsize(format)`: the size, and how many values there are.
fn calcsize(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(match format_of(args)? {
        Ok(format) => {
            let values: usize = format.items.iter().map(Item::values).sum();
            Value::tuple(vec![Value::Int(format.size as i64), Value::Int(values as i64)])
        }
        Err(message) => Value::string(message),
    })
}

/// `pack(format, values)`: the number of values was checked before.
fn pack(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let format = match format_of(args)? {
        Ok(format) => format,
        Err(message) => return done(message),
    };
    let Some(Value::Tuple(values)) = args.positional.get(1) else {
        return type_error("a tuple was expected");
    };
    let mut out = Vec::with_capacity(format.size);
    let mut values = values.iter();
    for item in &format.items {
        out.resize(out.len() + item.before, 0);
        if item.kind == Kind::Pad {
            out.resize(out.len() + item.count, 0);
        }
        for value in values.by_ref().take(item.values()) {
            if let Err(message) = pack_one(machine, item, value, format.big_endian, &mut out)? {
                return done(message);
            }
        }
    }
    done(Value::bytes(out))
}

fn pack_one(
    machine: &mut Machine,
    item: &Item,
    value: &Value,
    big_endian: bool,
    out: &mut Vec<u8>,
) -> PyResult<Result<(), String>> {
    let wrong = |message: &str| Ok(Err(message.to_string()));
    let mut bytes = match item.kind {
        Kind::Pad => return Ok(Ok(())),
        Kind::Char => match value.base_value() {
            Value::Bytes(bytes) if bytes.borrow().len() == 1 => bytes.borrow().clone(),
            _ => return wrong("char format requires a bytes object of length 1"),
        },
        Kind::Bool => vec![u8::from(machine.truth(value)?)],
        Kind::Signed | Kind::Unsigned => match integer_bytes(machine, item, value)? {
            Ok(bytes) => bytes,
            Err(message) => return Ok(Err(message)),
        },
        Kind::Float => match float_of(machine, value)? {
            Some(number) => match float_bytes(number, item.size) {
                Some(bytes) => bytes,
                None if as_big(value.base_value()).is_some() => return wrong("int too large to convert"),
                None => {
                    let letter = item.letter as char;
                    return raise(
                        Exc::OverflowError,
                        format!("float too large to pack with {letter} format"),
                    );
                }
            },
            None => return wrong("required argument is not a float"),
        },
        Kind::Complex => {
            let (real, imag) = match value.base_value() {
                Value::Complex(parts) => **parts,
                other => match float_of(machine, other)? {
                    Some(number) => (number, 0.0),
                    None => return wrong("required argument is not a complex"),
                },
            };
            for part in [real, imag] {
                let mut bytes = float_bytes(part, item.size / 2).unwrap_or_default();
                if big_endian {
                    bytes.reverse();
                }
                out.extend(bytes);
            }
            return Ok(Ok(()));
        }
        Kind::Text | Kind::Pascal => {
            let Value::Bytes(bytes) = value.base_value() else {
                let letter = item.letter as char;
                return wrong(&format!("argument for '{letter}' must be a bytes object"));
            };
            let mut text = bytes.borrow().clone();
            if item.kind == Kind::Pascal {
                text.truncate(item.count.saturating_sub(1));
                text.insert(0, text.len().min(255) as u8);
            }
            text.resize(item.count, 0);
            out.extend(text);
            return Ok(Ok(()));
        }
    };
    if big_endian {
        bytes.reverse();
    }
    out.extend(bytes);
    Ok(Ok(()))
}

/// An integer's bytes, lowest first.
fn integer_bytes(machine: &mut Machine, item: &Item, value: &Value) -> PyResult<Result<Vec<u8>, String>> {
    let integer = match value.base_value() {
        Value::Int(_) | Value::Big(_) | Value::Bool(_) => as_big(value.base_value()),
        other => match machine.special(other, crate::symbol::Sym::new("__index__"))? {
            Some(_) => as_big(&machine.index_value(other)?),
            None => None,
        },
    };
    let Some(integer) = integer else {
        return Ok(Err("required argument is not an integer".to_string()));
    };
    let bits = item.size as u32 * 8;
    let power = |bits: u32| BigInt::from(1) << bits;
    let (low, high) = match item.kind {
        Kind::Signed => (-power(bits - 1), power(bits - 1) - 1),
        _ => (BigInt::ZERO, power(bits) - 1),
    };
    if integer < low || integer > high {
        let letter = item.letter as char;
        let message = match letter {
            'n' | 'N' | 'P' => "int too large to convert".to_string(),
            _ => format!("'{letter}' format requires {low} <= number <= {high}"),
        };
        return Ok(Err(message));
    }
    let unsigned = if integer.sign() == Sign::Minus { integer + power(bits) } else { integer };
    let (_, mut bytes) = unsigned.to_bytes_le();
    bytes.resize(item.size, 0);
    Ok(Ok(bytes))
}

fn float_of(machine: &mut Machine, value: &Value) -> PyResult<Option<f64>> {
    Ok(match value.base_value() {
        Value::Float(number) => Some(*number),
        Value::Int(_) | Value::Big(_) | Value::Bool(_) => machine.float_of(value).ok(),
        Value::Instance(_) => match machine.special(value, crate::symbol::Sym::new("__float__"))? {
            Some(_) => Some(machine.float_of(value)?),
            None => None,
        },
        _ => None,
    })
}

/// A float's bytes, lowest first; none where it is too large.
fn float_bytes(number: f64, size: usize) -> Option<Vec<u8>> {
    // The bits that tell one NaN from another are the machine's own.
    let number = if number.is_nan() { f64::NAN.copysign(number) } else { number };
    match size {
        2 => half_from(number).map(|half| half.to_le_bytes().to_vec()),
        4 => {
            let single = number as f32;
            (single.is_finite() || !number.is_finite()).then(|| single.to_le_bytes().to_vec())
        }
        _ => Some(number.to_le_bytes().to_vec()),
    }
}

/// A float of 16 bits, rounded half to even.
pub(crate) fn half_from(number: f64) -> Option<u16> {
    let sign = if number.is_sign_negative() { 0x8000 } else { 0 };
    let size = number.abs();
    if size.is_nan() {
        return Some(sign | 0x7e00);
    }
    if size.is_infinite() {
        return Some(sign | 0x7c00);
    }
    // Numbers below 2**-14 have a fixed step of 2**-24; above, 10 bits follow the first.
    let exponent = ((size.to_bits() >> 52) as i32 - 1023).max(-14);
    let steps = (size * 2f64.powi(10 - exponent)).round_ties_even() as u32;
    // A carry into the next power of two comes out right by the addition.
    let bits = if exponent == -14 && steps < 1024 {
        steps
    } else {
        (((exponent + 15) as u32) << 10) + steps.saturating_sub(1024)
    };
    (bits < 0x7c00).then_some(sign | bits as u16)
}

pub(crate) fn half_to(half: u16) -> f64 {
    let sign = if half & 0x8000 == 0 { 1.0 } else { -1.0 };
    let (exponent, fraction) = (i32::from(half >> 10 & 31), f64::from(half & 1023));
    sign * match exponent {
        0 => fraction * 2f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1024.0 + fraction) * 2f64.powi(exponent - 25),
    }
}

/// `unpack(format, data)`: the size was checked before.
fn unpack(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let format = match format_of(args)? {
        Ok(format) => format,
        Err(message) => return done(message),
    };
    let Some(Value::Bytes(data)) = args.positional.get(1).map(Value::base_value) else {
        return type_error("a bytes-like object is required");
    };
    let data = data.borrow();
    let mut values = Vec::new();
    let mut at = 0;
    for item in &format.items {
        at += item.before;
        let Some(part) = data.get(at..at + item.length()) else { break };
        at += item.length();
        match item.kind {
            Kind::Pad => {}
            Kind::Text => values.push(Value::bytes(part.to_vec())),
            Kind::Pascal => {
                let length = part.first().map_or(0, |length| usize::from(*length)).min(part.len().max(1) - 1);
                values.push(Value::bytes(part.get(1..length + 1).unwrap_or_default().to_vec()));
            }
            _ => values.extend(part.chunks(item.size).map(|one| unpack_one(item, one, format.big_endian))),
        }
    }
    done(Value::tuple(values))
}

fn unpack_one(item: &Item, bytes: &[u8], big_endian: bool) -> Value {
    if item.kind == Kind::Complex {
        let half = Item { kind: Kind::Float, size: item.size / 2, ..*item };
        let mut parts = bytes.chunks(half.size).map(|part| match unpack_one(&half, part, big_endian) {
            Value::Float(number) => number,
            _ => 0.0,
        });
        return Value::complex(parts.next().unwrap_or(0.0), parts.next().unwrap_or(0.0));
    }
    let mut bytes = bytes.to_vec();
    if big_endian {
        bytes.reverse();
    }
    let unsigned = bytes.iter().rev().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    match item.kind {
        Kind::Char => Value::bytes(bytes),
        Kind::Bool => Value::Bool(unsigned != 0),
        Kind::Signed => {
            let shift = 64 - 8 * item.size as u32;
            Value::Int((unsigned << shift) as i64 >> shift)
        }
        Kind::Unsigned => Value::big(BigInt::from(unsigned)),
        _ => Value::Float(match item.size {
            2 => half_to(unsigned as u16),
            4 => f64::from(f32::from_bits(unsigned as u32)),
            _ => f64::from_bits(unsigned),
        }),
    }
}
