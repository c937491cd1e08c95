//! `unicode_escape` and `raw_unicode_escape`: text as bytes in which all but ASCII (or Latin-1) is escaped.

use super::codec::{CodecError, Encoding, Handler, decode_error, escape, find_handler};

/// Text as bytes.
pub fn encode(text: &str, raw: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for c in text.chars() {
        match c {
            _ if raw && (c as u32) < 256 => out.push(c as u8),
            '\\' if !raw => out.extend(b"\\\\"),
            '\t' if !raw => out.extend(b"\\t"),
            '\n' if !raw => out.extend(b"\\n"),
            '\r' if !raw => out.extend(b"\\r"),
            ' '..='~' if !raw => out.push(c as u8),
            _ => out.extend(escape(c as u32).bytes()),
        }
    }
    out
}

/// What an escape stands for and how many bytes it takes; else how many bytes are at fault, and why.
type Escape = Result<(Option<char>, usize), (usize, &'static str)>;

fn hexadecimal(bytes: &[u8], digits: usize, reason: &'static str) -> Escape {
    let found = bytes[2..].iter().take(digits).take_while(|byte| byte.is_ascii_hexdigit()).count();
    if found < digits {
        return Err((2 + found, reason));
    }
    let text = String::from_utf8_lossy(&bytes[2..2 + digits]);
    match u32::from_str_radix(&text, 16).ok().and_then(char::from_u32) {
        Some(c) => Ok((Some(c), 2 + digits)),
        None if digits == 4 => Err((2 + digits, "Loopglass has no lone surrogates")),
        None => Err((2 + digits, "illegal Unicode character")),
    }
}

/// Reads what begins with a backslash.
fn read(bytes: &[u8], raw: bool) -> Escape {
    let plain = |c: char| Ok((Some(c), 2));
    match bytes.get(1) {
        Some(b'u') => hexadecimal(bytes, 4, "truncated \\uXXXX escape"),
        Some(b'U') => hexadecimal(bytes, 8, "truncated \\UXXXXXXXX escape"),
        _ if raw => Ok((Some('\\'), 1)),
        Some(b'x') => hexadecimal(bytes, 2, "truncated \\xXX escape"),
        Some(b'\n') => Ok((None, 2)),
        Some(b'a') => plain('\u{7}'),
        Some(b'b') => plain('\u{8}'),
        Some(b'f') => plain('\u{c}'),
        Some(b'n') => plain('\n'),
        Some(b'r') => plain('\r'),
        Some(b't') => plain('\t'),
        Some(b'v') => plain('\u{b}'),
        Some(byte @ (b'\\' | b'\'' | b'"')) => plain(char::from(*byte)),
        Some(b'0'..=b'7') => {
            let digits = bytes[1..].iter().take(3).take_while(|byte| (b'0'..=b'7').contains(byte));
            let (mut code, mut length) = (0, 1);
            for digit in digits {
                code = code * 8 + u32::from(digit - b'0');
                length += 1;
            }
            Ok((char::from_u32(code), length))
        }
        Some(_) => Ok((Some('\\'), 1)),
        None => Err((1, "\\ at end of string")),
    }
}

/// Bytes as text.
pub fn decode(bytes: &[u8], raw: bool, errors: &str) -> Result<String, CodecError> {
    let mut out = String::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte != b'\\' {
            out.push(char::from(byte));
            at += 1;
            continue;
        }
        match read(&bytes[at..], raw) {
            Ok((c, length)) => {
                out.extend(c);
                at += length;
            }
            Err((length, reason)) => {
                let bad = &bytes[at..at + length];
                match find_handler(errors)? {
                    Handler::Ignore => {}
                    Handler::Replace => out.push(char::REPLACEMENT_CHARACTER),
                    Handler::BackslashReplace => {
                        bad.iter().for_each(|&byte| out.push_str(&escape(u32::from(byte))));
                    }
                    _ => return Err(decode_error(Encoding::Escape(raw), bad, at, reason)),
                }
                at += length;
            }
        }
    }
    Ok(out)
}
