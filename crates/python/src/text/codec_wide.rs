//! UTF-16 and UTF-32: code units of two or four bytes, in either order, with or without a byte order mark.

use super::codec::{CodecError, Encoding, Handler, find_handler};

/// How wide the units are, and in which order their bytes come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wide {
    /// Four bytes a unit, not two.
    pub four: bool,
    /// The order of the bytes.
    pub order: Order,
}

/// The order of the bytes of a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// The lowest first.
    Little,
    /// The highest first.
    Big,
    /// A mark at the beginning says which; the lowest first where there is none.
    Marked,
}

const MARK: u32 = 0xfeff;

impl Wide {
    /// The encoding with a name in lower case, with `-` between its parts.
    pub fn find(name: &str) -> Option<Wide> {
        let (four, order) = match name {
            "utf-16" | "utf16" | "u16" => (false, Order::Marked),
            "utf-16-le" | "utf-16le" | "utf16-le" => (false, Order::Little),
            "utf-16-be" | "utf-16be" | "utf16-be" => (false, Order::Big),
            "utf-32" | "utf32" | "u32" => (true, Order::Marked),
            "utf-32-le" | "utf-32le" | "utf32-le" => (true, Order::Little),
            "utf-32-be" | "utf-32be" | "utf32-be" => (true, Order::Big),
            _ => return None,
        };
        Some(Wide { four, order })
    }

    /// The name in error messages.
    pub fn name(self) -> &'static str {
        match (self.four, self.order) {
            (false, Order::Marked) => "utf-16",
            (false, Order::Little) => "utf-16-le",
            (false, Order::Big) => "utf-16-be",
            (true, Order::Marked) => "utf-32",
            (true, Order::Little) => "utf-32-le",
            (true, Order::Big) => "utf-32-be",
        }
    }

    fn width(self) -> usize {
        if self.four { 4 } else { 2 }
    }

    fn push(self, unit: u32, out: &mut Vec<u8>) {
        let bytes = unit.to_be_bytes();
        let bytes = &bytes[4 - self.width()..];
        match self.order {
            Order::Big => out.extend(bytes),
            Order::Little | Order::Marked => out.extend(bytes.iter().rev()),
        }
    }

    fn unit(self, bytes: &[u8]) -> u32 {
        let fold = |unit: u32, byte: &u8| unit << 8 | u32::from(*byte);
        match self.order {
            Order::Big => bytes.iter().fold(0, fold),
            Order::Little | Order::Marked => bytes.iter().rev().fold(0, fold),
        }
    }
}

/// `text.encode(encoding)`; text holds nothing that these cannot encode.
pub fn encode(text: &str, wide: Wide) -> Vec<u8> {
    let mut out = Vec::with_capacity((text.len() + 1) * wide.width());
    if wide.order == Order::Marked {
        wide.push(MARK, &mut out);
    }
    for c in text.chars() {
        if wide.four {
            wide.push(c as u32, &mut out);
        } else {
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| wide.push(u32::from(*unit), &mut out));
        }
    }
    out
}

/// `bytes.decode(encoding, errors)`
pub fn decode(bytes: &[u8], encoding: Wide, errors: &str) -> Result<String, CodecError> {
    let mut wide = encoding;
    let width = wide.width();
    let mut at = 0;
    if wide.order == Order::Marked && bytes.len() >= width {
        let big = Wide { order: Order::Big, ..wide };
        if wide.unit(&bytes[..width]) == MARK {
            at = width;
        } else if big.unit(&bytes[..width]) == MARK {
            (wide, at) = (big, width);
        }
    }
    let mut out = String::with_capacity(bytes.len() / width);
    while at < bytes.len() {
        match next(&bytes[at..], wide) {
            Ok((c, length)) => {
                out.push(c);
                at += length;
            }
            Err((length, reason)) => {
                match find_handler(errors)? {
                    Handler::Ignore => {}
                    Handler::Replace => out.push(char::REPLACEMENT_CHARACTER),
                    _ => {
                        let bad = &bytes[at..at + length];
                        return Err(super::codec::decode_error(Encoding::Wide(encoding), bad, at, reason));
                    }
                }
                at += length;
            }
        }
    }
    Ok(out)
}

/// The next character and its length, or the length of what is wrong and why.
fn next(bytes: &[u8], wide: Wide) -> Result<(char, usize), (usize, &'static str)> {
    let width = wide.width();
    let Some(first) = bytes.get(..width) else { return Err((bytes.len(), "truncated data")) };
    let unit = wide.unit(first);
    if wide.four {
        let reason = if unit >= 0x11_0000 {
            "code point not in range(0x110000)"
        } else {
            "code point in surrogate code point range(0xd800, 0xe000)"
        };
        return char::from_u32(unit).map(|c| (c, 4)).ok_or((4, reason));
    }
    if let Some(c) = char::from_u32(unit) {
        return Ok((c, 2));
    }
    if unit >= 0xdc00 {
        return Err((2, "illegal encoding"));
    }
    let Some(second) = bytes.get(2..4) else { return Err((bytes.len(), "unexpected end of data")) };
    let low = wide.unit(second);
    match char::decode_utf16([unit as u16, low as u16]).next() {
        Some(Ok(c)) => Ok((c, 4)),
        _ => Err((2, "illegal UTF-16 surrogate")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trips_and_marks() {
        let wide = |name: &str| Wide::find(name).unwrap_or(Wide { four: true, order: Order::Big });
        assert_eq!(encode("a\u{1f389}", wide("utf-16-le")), b"a\0\x3c\xd8\x89\xdf");
        assert_eq!(encode("a", wide("utf-16")), b"\xff\xfea\0");
        assert_eq!(encode("a", wide("utf-32-be")), b"\0\0\0a");
        for name in ["utf-16", "utf-16-be", "utf-32", "utf-32-le"] {
            let bytes = encode("h\u{e9}\u{1f389}", wide(name));
            assert_eq!(decode(&bytes, wide(name), "strict"), Ok("h\u{e9}\u{1f389}".to_string()));
        }
        assert_eq!(decode(b"\xfe\xff\0a", wide("utf-16"), "strict"), Ok("a".to_string()));
        assert!(decode(b"a", wide("utf-16-le"), "strict").is_err());
    }
}
