//! `_binascii`: bytes as text and back, and their check sums. Where the data are wrong, the functions give the
//! message as a `str`; the module in Python raises it.

use std::rc::Rc;

use crate::builtins::bytes::bytes_like;
use crate::builtins::install::functions;
use crate::dict::Dict;
use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

/// Fills the module's names.
pub fn fill(_: &mut Machine, dict: &Rc<Dict>) {
    functions(
        dict,
        "_binascii",
        &[("to_base64", to_base64), ("from_base64", from_base64), ("crc32", crc32), ("adler32", adler32)],
    );
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn data(args: &Args) -> PyResult<Vec<u8>> {
    match args.positional.first().and_then(bytes_like) {
        Some(data) => Ok(data),
        None => type_error("bytes were expected"),
    }
}

/// `to_base64(data)`
fn to_base64(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = data(args)?;
    let mut text = Vec::with_capacity(data.len().div_ceil(3) * 4);
    for part in data.chunks(3) {
        let mut bits = 0;
        for at in 0..3 {
            bits = bits << 8 | u32::from(part.get(at).copied().unwrap_or(0));
        }
        for at in 0..4 {
            let digit = ALPHABET[(bits >> (18 - 6 * at) & 63) as usize];
            text.push(if at <= part.len() { digit } else { b'=' });
        }
    }
    done(Value::bytes(text))
}

fn digit(byte: u8) -> Option<u32> {
    Some(u32::from(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}

/// `from_base64(data, strict)`
fn from_base64(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let strict = matches!(args.positional.get(1), Some(Value::Bool(true)));
    done(match decode(&data(args)?, strict) {
        Ok(bytes) => Value::bytes(bytes),
        Err(message) => Value::string(message),
    })
}

fn decode(text: &[u8], strict: bool) -> Result<Vec<u8>, String> {
    let wrong = |message: &str| Err(message.to_string());
    if strict && text.first() == Some(&b'=') {
        return wrong("Leading padding not allowed");
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let (mut quad, mut bits, mut pads, mut padded) = (0, 0u32, 0, false);
    for (at, byte) in text.iter().enumerate() {
        if *byte == b'=' {
            padded = true;
            if quad >= 2 {
                pads += 1;
                if quad + pads >= 4 {
                    if strict && at + 1 < text.len() {
                        return wrong("Excess data after padding");
                    }
                    return Ok(bytes);
                }
            } else if strict && quad == 0 {
                return wrong("Excess padding not allowed");
            }
            continue;
        }
        let Some(value) = digit(*byte) else {
            if strict {
                return wrong("Only base64 data is allowed");
            }
            continue;
        };
        if strict && padded {
            return wrong("Discontinuous padding not allowed");
        }
        pads = 0;
        bits = bits << 6 | value;
        if quad > 0 {
            bytes.push((bits >> [0, 4, 2, 0][quad]) as u8);
        }
        quad = (quad + 1) % 4;
    }
    match quad {
        0 => Ok(bytes),
        1 => Err(format!(
            "Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a multiple of 4",
            bytes.len() / 3 * 4 + 1
        )),
        _ => wrong("Incorrect padding"),
    }
}

fn sum_so_far(machine: &mut Machine, args: &Args, first: u32) -> PyResult<u32> {
    match args.positional.get(1) {
        Some(value) => Ok(machine.index(value)? as u32),
        None => Ok(first),
    }
}

/// `crc32(data[, crc])`
fn crc32(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mut crc = !sum_so_far(machine, args, 0)?;
    for byte in data(args)? {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    done(i64::from(!crc))
}

/// `adler32(data[, sum])`
fn adler32(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    const MODULUS: u32 = 65521;
    let start = sum_so_far(machine, args, 1)?;
    let (mut a, mut b) = (start & 0xffff, start >> 16);
    for byte in data(args)? {
        a = (a + u32::from(byte)) % MODULUS;
        b = (b + a) % MODULUS;
    }
    done(i64::from(b << 16 | a))
}
