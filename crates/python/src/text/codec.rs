//! `str.encode` and `bytes.decode` for UTF-8, ASCII and Latin-1; others are in `codec_wide`, `codec_charmap` and
//! `codec_escape`. With the error handlers that need no script code and the exact text of the two errors.

use super::codec_charmap::{self, Charmap};
use super::codec_escape;
use super::codec_wide::{self, Wide};
use super::raise::{ErrorClass, Raise};

/// An encoding that is known here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// `utf-8`
    Utf8,
    /// `ascii`
    Ascii,
    /// `latin-1`
    Latin1,
    /// `utf-8-sig`: UTF-8 with a byte order mark.
    Utf8Marked,
    /// UTF-16 or UTF-32.
    Wide(Wide),
    /// One byte a character, by a table.
    Charmap(Charmap),
    /// `unicode_escape`, or raw.
    Escape(bool),
}

/// What a codec does with what it cannot encode or decode.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handler {
    /// Raises.
    Strict,
    /// Leaves it out.
    Ignore,
    /// Puts `?` or U+FFFD.
    Replace,
    /// Puts `\xhh` and its longer forms.
    BackslashReplace,
    /// Puts `&#ddd;`; only for encoding.
    XmlCharRefReplace,
    /// Puts `\N{...}`; only for encoding.
    NameReplace,
}

impl Handler {
    /// What stands for a character that does not fit; nothing if it is an error.
    pub fn instead_of(self, c: char) -> Option<String> {
        Some(match self {
            Handler::Strict => return None,
            Handler::Ignore => String::new(),
            Handler::Replace => "?".to_string(),
            Handler::BackslashReplace => escape(c as u32),
            Handler::XmlCharRefReplace => format!("&#{};", c as u32),
            Handler::NameReplace => match crate::modules::unicodedata::known_name(c) {
                Some(name) => format!("\\N{{{name}}}"),
                None => escape(c as u32),
            },
        })
    }
}

/// Why encoding or decoding failed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CodecError {
    /// A `UnicodeEncodeError` or `UnicodeDecodeError`.
    Unicode {
        /// The codec's own name for its encoding.
        encoding: &'static str,
        /// Where the fault begins: in code points when encoding, in bytes when decoding.
        start: usize,
        /// Where it ends.
        end: usize,
        /// CPython's reason.
        reason: &'static str,
        /// `str(exception)`.
        message: String,
    },
    /// A `LookupError`, or the `TypeError` of a handler that cannot decode.
    Other(Raise),
}

/// Finds an encoding by any of its usual names; a `LookupError` for others.
pub fn find_encoding(name: &str) -> Result<Encoding, CodecError> {
    let plain: String = name.to_ascii_lowercase().replace(['_', ' '], "-");
    match plain.as_str() {
        "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => Ok(Encoding::Utf8),
        "ascii" | "us-ascii" | "646" | "ansi-x3.4-1968" | "iso646-us" => Ok(Encoding::Ascii),
        "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" => {
            Ok(Encoding::Latin1)
        }
        "utf-8-sig" | "utf8-sig" => Ok(Encoding::Utf8Marked),
        "unicode-escape" => Ok(Encoding::Escape(false)),
        "raw-unicode-escape" => Ok(Encoding::Escape(true)),
        _ => match (Wide::find(&plain), Charmap::find(&plain)) {
            (Some(wide), _) => Ok(Encoding::Wide(wide)),
            (_, Some(map)) => Ok(Encoding::Charmap(map)),
            (None, None) => {
                Err(CodecError::Other(Raise::new(ErrorClass::Lookup, format!("unknown encoding: {name}"))))
            }
        },
    }
}

/// Finds an error handler; a `LookupError` for a name that is not registered.
pub fn find_handler(name: &str) -> Result<Handler, CodecError> {
    match name {
        "strict" => Ok(Handler::Strict),
        "ignore" => Ok(Handler::Ignore),
        "replace" => Ok(Handler::Replace),
        "backslashreplace" => Ok(Handler::BackslashReplace),
        "xmlcharrefreplace" => Ok(Handler::XmlCharRefReplace),
        "namereplace" => Ok(Handler::NameReplace),
        // Our text holds no lone surrogates, so these two never have work to do when encoding.
        "surrogateescape" | "surrogatepass" => Ok(Handler::Strict),
        _ => Err(CodecError::Other(Raise::new(
            ErrorClass::Lookup,
            format!("unknown error handler name '{name}'"),
        ))),
    }
}

impl Encoding {
    /// The name in error messages.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
            Encoding::Utf8Marked => "utf-8",
            Encoding::Wide(wide) => wide.name(),
            Encoding::Charmap(_) => "charmap",
            Encoding::Escape(false) => "unicodeescape",
            Encoding::Escape(true) => "rawunicodeescape",
        }
    }

    /// The first code point that does not fit, and why.
    fn limit(self) -> (u32, &'static str) {
        match self {
            Encoding::Ascii => (128, "ordinal not in range(128)"),
            Encoding::Latin1 => (256, "ordinal not in range(256)"),
            _ => (0x11_0000, ""),
        }
    }
}

/// A character as an escape: `\x`, `\u` or `\U`.
pub(super) fn escape(code: u32) -> String {
    match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

/// `text.encode(encoding, errors)`. The handler's name is looked up only when it is needed, as in CPython.
pub fn encode(text: &str, encoding: Encoding, errors: &str) -> Result<Vec<u8>, CodecError> {
    match encoding {
        Encoding::Wide(wide) => return Ok(codec_wide::encode(text, wide)),
        Encoding::Charmap(map) => return codec_charmap::encode(text, map, errors),
        Encoding::Escape(raw) => return Ok(codec_escape::encode(text, raw)),
        Encoding::Utf8Marked => return Ok(["\u{feff}", text].concat().into_bytes()),
        Encoding::Utf8 => return Ok(text.as_bytes().to_vec()),
        Encoding::Ascii | Encoding::Latin1 if text.is_ascii() => return Ok(text.as_bytes().to_vec()),
        Encoding::Ascii | Encoding::Latin1 => {}
    }
    let (limit, reason) = encoding.limit();
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::with_capacity(text.len());
    for (start, &c) in chars.iter().enumerate() {
        let code = c as u32;
        if code < limit {
            // Both limits are at most 256.
            out.push(code as u8);
            continue;
        }
        let Some(instead) = find_handler(errors)?.instead_of(c) else {
            let run = chars[start..].iter().take_while(|&&c| c as u32 >= limit).count();
            return Err(encode_error(encoding, c, start, start + run, reason));
        };
        out.extend(instead.bytes());
    }
    Ok(out)
}

pub(super) fn encode_error(
    encoding: Encoding,
    c: char,
    start: usize,
    end: usize,
    reason: &'static str,
) -> CodecError {
    let name = encoding.name();
    let message = if end == start + 1 {
        format!("'{name}' codec can't encode character '{}' in position {start}: {reason}", escape(c as u32))
    } else {
        format!("'{name}' codec can't encode characters in position {start}-{}: {reason}", end - 1)
    };
    CodecError::Unicode { encoding: name, start, end, reason, message }
}

/// `bytes.decode(encoding, errors)`.
pub fn decode(bytes: &[u8], encoding: Encoding, errors: &str) -> Result<String, CodecError> {
    match encoding {
        Encoding::Latin1 => Ok(bytes.iter().map(|&byte| char::from(byte)).collect()),
        Encoding::Wide(wide) => codec_wide::decode(bytes, wide, errors),
        Encoding::Charmap(map) => codec_charmap::decode(bytes, map, errors),
        Encoding::Escape(raw) => codec_escape::decode(bytes, raw, errors),
        Encoding::Utf8Marked => {
            let rest = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
            decode_parts(rest, encoding, errors, next_utf8_fault)
        }
        Encoding::Utf8 => decode_parts(bytes, encoding, errors, next_utf8_fault),
        Encoding::Ascii => decode_parts(bytes, encoding, errors, |bytes| {
            let at = bytes.iter().position(|byte| !byte.is_ascii())?;
            Some((at, 1, "ordinal not in range(128)"))
        }),
    }
}

/// The first fault of UTF-8 bytes: its offset, its length and CPython's reason.
fn next_utf8_fault(bytes: &[u8]) -> Option<(usize, usize, &'static str)> {
    let fault = std::str::from_utf8(bytes).err()?;
    let at = fault.valid_up_to();
    let lead = bytes.get(at).copied().unwrap_or(0);
    Some(match fault.error_len() {
        None => (at, bytes.len() - at, "unexpected end of data"),
        Some(length) if (0xc2..=0xf4).contains(&lead) => (at, length, "invalid continuation byte"),
        Some(length) => (at, length, "invalid start byte"),
    })
}

/// A function that finds the next fault: its offset, length and reason.
type FindFault = fn(&[u8]) -> Option<(usize, usize, &'static str)>;

fn decode_parts(
    bytes: &[u8],
    encoding: Encoding,
    errors: &str,
    fault: FindFault,
) -> Result<String, CodecError> {
    let mut out = String::with_capacity(bytes.len());
    let mut start = 0;
    while let Some((offset, length, reason)) = fault(&bytes[start..]) {
        let at = start + offset;
        out.push_str(&String::from_utf8_lossy(&bytes[start..at]));
        let bad = &bytes[at..at + length];
        match find_handler(errors)? {
            Handler::Strict => return Err(decode_error(encoding, bad, at, reason)),
            Handler::Ignore => {}
            Handler::Replace => out.push(char::REPLACEMENT_CHARACTER),
            Handler::BackslashReplace => bad.iter().for_each(|&byte| out.push_str(&escape(u32::from(byte)))),
            Handler::XmlCharRefReplace | Handler::NameReplace => {
                return Err(CodecError::Other(Raise::type_error(
                    "don't know how to handle UnicodeDecodeError in error callback",
                )));
            }
        }
        start = at + length;
    }
    out.push_str(&String::from_utf8_lossy(&bytes[start..]));
    Ok(out)
}

pub(super) fn decode_error(encoding: Encoding, bad: &[u8], start: usize, reason: &'static str) -> CodecError {
    let name = encoding.name();
    let end = start + bad.len();
    let message = match bad {
        [byte] => format!("'{name}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}"),
        _ => format!("'{name}' codec can't decode bytes in position {start}-{}: {reason}", end - 1),
    };
    CodecError::Unicode { encoding: name, start, end, reason, message }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said<T: std::fmt::Debug>(result: Result<T, CodecError>) -> String {
        match result {
            Ok(value) => format!("{value:?}"),
            Err(CodecError::Unicode { message, .. }) => message,
            Err(CodecError::Other(raise)) => raise.to_string(),
        }
    }

    #[test]
    fn encoding_is_cpythons() {
        for (text, encoding, errors, expected) in [
            ("abc", "utf-8", "strict", "b'abc'"),
            ("abc", "ascii", "strict", "b'abc'"),
            ("abc", "latin-1", "strict", "b'abc'"),
            ("abc", "ISO_8859-1", "strict", "b'abc'"),
            ("\u{e9}", "utf-8", "strict", "b'\\xc3\\xa9'"),
            ("\u{e9}", "utf-8", "ignore", "b'\\xc3\\xa9'"),
            ("\u{e9}", "utf-8", "replace", "b'\\xc3\\xa9'"),
            ("\u{e9}", "utf-8", "backslashreplace", "b'\\xc3\\xa9'"),
            ("\u{e9}", "utf-8", "xmlcharrefreplace", "b'\\xc3\\xa9'"),
            ("\u{e9}", "utf-8", "nope", "b'\\xc3\\xa9'"),
            (
                "\u{e9}",
                "ascii",
                "strict",
                "'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)",
            ),
            ("\u{e9}", "ascii", "ignore", "b''"),
            ("\u{e9}", "ascii", "replace", "b'?'"),
            ("\u{e9}", "ascii", "backslashreplace", "b'\\\\xe9'"),
            ("\u{e9}", "ascii", "xmlcharrefreplace", "b'&#233;'"),
            ("\u{e9}", "ascii", "nope", "LookupError: unknown error handler name 'nope'"),
            ("\u{e9}", "latin-1", "strict", "b'\\xe9'"),
            ("\u{e9}", "latin-1", "ignore", "b'\\xe9'"),
            ("\u{e9}", "latin-1", "replace", "b'\\xe9'"),
            ("\u{e9}", "latin-1", "backslashreplace", "b'\\xe9'"),
            ("\u{e9}", "latin-1", "xmlcharrefreplace", "b'\\xe9'"),
            ("\u{e9}", "latin-1", "nope", "b'\\xe9'"),
            ("\u{e9}", "ISO_8859-1", "strict", "b'\\xe9'"),
            ("a\u{e9}b", "utf-8", "strict", "b'a\\xc3\\xa9b'"),
            ("a\u{e9}b", "utf-8", "replace", "b'a\\xc3\\xa9b'"),
            (
                "a\u{e9}b",
                "ascii",
                "strict",
                "'ascii' codec can't encode character '\\xe9' in position 1: ordinal not in range(128)",
            ),
            ("a\u{e9}b", "ascii", "replace", "b'a?b'"),
            ("a\u{e9}b", "latin-1", "strict", "b'a\\xe9b'"),
            ("a\u{e9}b", "latin-1", "replace", "b'a\\xe9b'"),
            ("a\u{e9}b", "ISO_8859-1", "strict", "b'a\\xe9b'"),
            ("\u{e9}\u{fc}", "utf-8", "strict", "b'\\xc3\\xa9\\xc3\\xbc'"),
            ("\u{e9}\u{fc}", "utf-8", "replace", "b'\\xc3\\xa9\\xc3\\xbc'"),
            (
                "\u{e9}\u{fc}",
                "ascii",
                "strict",
                "'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
            ),
            ("\u{e9}\u{fc}", "ascii", "replace", "b'??'"),
            ("\u{e9}\u{fc}", "latin-1", "strict", "b'\\xe9\\xfc'"),
            ("\u{e9}\u{fc}", "latin-1", "replace", "b'\\xe9\\xfc'"),
            ("\u{e9}\u{fc}", "ISO_8859-1", "strict", "b'\\xe9\\xfc'"),
            ("a\u{2603}\u{1f600}b", "utf-8", "strict", "b'a\\xe2\\x98\\x83\\xf0\\x9f\\x98\\x80b'"),
            ("a\u{2603}\u{1f600}b", "utf-8", "ignore", "b'a\\xe2\\x98\\x83\\xf0\\x9f\\x98\\x80b'"),
            ("a\u{2603}\u{1f600}b", "utf-8", "replace", "b'a\\xe2\\x98\\x83\\xf0\\x9f\\x98\\x80b'"),
            ("a\u{2603}\u{1f600}b", "utf-8", "backslashreplace", "b'a\\xe2\\x98\\x83\\xf0\\x9f\\x98\\x80b'"),
            ("a\u{2603}\u{1f600}b", "utf-8", "xmlcharrefreplace", "b'a\\xe2\\x98\\x83\\xf0\\x9f\\x98\\x80b'"),
            ("a\u{2603}\u{1f600}b", "utf-8", "nope", "b'a\\xe2\\x98\\x83\\xf0\\x9f\\x98\\x80b'"),
            (
                "a\u{2603}\u{1f600}b",
                "ascii",
                "strict",
                "'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)",
            ),
            ("a\u{2603}\u{1f600}b", "ascii", "ignore", "b'ab'"),
            ("a\u{2603}\u{1f600}b", "ascii", "replace", "b'a??b'"),
            ("a\u{2603}\u{1f600}b", "ascii", "backslashreplace", "b'a\\\\u2603\\\\U0001f600b'"),
            ("a\u{2603}\u{1f600}b", "ascii", "xmlcharrefreplace", "b'a&#9731;&#128512;b'"),
            ("a\u{2603}\u{1f600}b", "ascii", "nope", "LookupError: unknown error handler name 'nope'"),
            (
                "a\u{2603}\u{1f600}b",
                "latin-1",
                "strict",
                "'latin-1' codec can't encode characters in position 1-2: ordinal not in range(256)",
            ),
            ("a\u{2603}\u{1f600}b", "latin-1", "ignore", "b'ab'"),
            ("a\u{2603}\u{1f600}b", "latin-1", "replace", "b'a??b'"),
            ("a\u{2603}\u{1f600}b", "latin-1", "backslashreplace", "b'a\\\\u2603\\\\U0001f600b'"),
            ("a\u{2603}\u{1f600}b", "latin-1", "xmlcharrefreplace", "b'a&#9731;&#128512;b'"),
            ("a\u{2603}\u{1f600}b", "latin-1", "nope", "LookupError: unknown error handler name 'nope'"),
            (
                "a\u{2603}\u{1f600}b",
                "ISO_8859-1",
                "strict",
                "'latin-1' codec can't encode characters in position 1-2: ordinal not in range(256)",
            ),
            ("\u{1f600}", "utf-8", "strict", "b'\\xf0\\x9f\\x98\\x80'"),
            ("\u{1f600}", "utf-8", "ignore", "b'\\xf0\\x9f\\x98\\x80'"),
            ("\u{1f600}", "utf-8", "replace", "b'\\xf0\\x9f\\x98\\x80'"),
            ("\u{1f600}", "utf-8", "backslashreplace", "b'\\xf0\\x9f\\x98\\x80'"),
            ("\u{1f600}", "utf-8", "xmlcharrefreplace", "b'\\xf0\\x9f\\x98\\x80'"),
            ("\u{1f600}", "utf-8", "nope", "b'\\xf0\\x9f\\x98\\x80'"),
            (
                "\u{1f600}",
                "ascii",
                "strict",
                "'ascii' codec can't encode character '\\U0001f600' in position 0: ordinal not in range(128)",
            ),
            ("\u{1f600}", "ascii", "ignore", "b''"),
            ("\u{1f600}", "ascii", "replace", "b'?'"),
            ("\u{1f600}", "ascii", "backslashreplace", "b'\\\\U0001f600'"),
            ("\u{1f600}", "ascii", "xmlcharrefreplace", "b'&#128512;'"),
            ("\u{1f600}", "ascii", "nope", "LookupError: unknown error handler name 'nope'"),
            (
                "\u{1f600}",
                "latin-1",
                "strict",
                "'latin-1' codec can't encode character '\\U0001f600' in position 0: ordinal not in range(256)",
            ),
            ("\u{1f600}", "latin-1", "ignore", "b''"),
            ("\u{1f600}", "latin-1", "replace", "b'?'"),
            ("\u{1f600}", "latin-1", "backslashreplace", "b'\\\\U0001f600'"),
            ("\u{1f600}", "latin-1", "xmlcharrefreplace", "b'&#128512;'"),
            ("\u{1f600}", "latin-1", "nope", "LookupError: unknown error handler name 'nope'"),
            (
                "\u{1f600}",
                "ISO_8859-1",
                "strict",
                "'latin-1' codec can't encode character '\\U0001f600' in position 0: ordinal not in range(256)",
            ),
            ("x", "klingon", "strict", "LookupError: unknown encoding: klingon"),
        ] {
            let got = find_encoding(encoding).and_then(|encoding| encode(text, encoding, errors));
            let got = match got {
                Ok(bytes) => super::super::repr::repr_bytes(&bytes),
                error => said(error),
            };
            assert_eq!(got, expected, "{text:?} {encoding} {errors}");
        }
    }

    #[test]
    fn decoding_is_cpythons() {
        for (bytes, encoding, errors, expected) in [
            (b"\x61\x62\x63" as &[u8], "utf8", "strict", "'abc'"),
            (b"\x61\x62\x63" as &[u8], "utf8", "replace", "'abc'"),
            (b"\x61\x62\x63" as &[u8], "ascii", "strict", "'abc'"),
            (b"\x61\x62\x63" as &[u8], "utf8", "backslashreplace", "'abc'"),
            (b"\x61\x62\x63" as &[u8], "ascii", "ignore", "'abc'"),
            (b"\x61\x62\x63" as &[u8], "ascii", "xmlcharrefreplace", "'abc'"),
            (b"\x61\x62\x63" as &[u8], "l1", "strict", "'abc'"),
            (
                b"\xff" as &[u8],
                "utf8",
                "strict",
                "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
            ),
            (b"\xff" as &[u8], "utf8", "replace", "'\\ufffd'"),
            (
                b"\xff" as &[u8],
                "ascii",
                "strict",
                "'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)",
            ),
            (b"\xff" as &[u8], "utf8", "backslashreplace", "'\\\\xff'"),
            (b"\xff" as &[u8], "ascii", "ignore", "''"),
            (
                b"\xff" as &[u8],
                "ascii",
                "xmlcharrefreplace",
                "TypeError: don't know how to handle UnicodeDecodeError in error callback",
            ),
            (b"\xff" as &[u8], "l1", "strict", "'\\xff'"),
            (
                b"\x61\xe2\x82" as &[u8],
                "utf8",
                "strict",
                "'utf-8' codec can't decode bytes in position 1-2: unexpected end of data",
            ),
            (b"\x61\xe2\x82" as &[u8], "utf8", "replace", "'a\\ufffd'"),
            (
                b"\x61\xe2\x82" as &[u8],
                "ascii",
                "strict",
                "'ascii' codec can't decode byte 0xe2 in position 1: ordinal not in range(128)",
            ),
            (b"\x61\xe2\x82" as &[u8], "utf8", "backslashreplace", "'a\\\\xe2\\\\x82'"),
            (b"\x61\xe2\x82" as &[u8], "ascii", "ignore", "'a'"),
            (
                b"\x61\xe2\x82" as &[u8],
                "ascii",
                "xmlcharrefreplace",
                "TypeError: don't know how to handle UnicodeDecodeError in error callback",
            ),
            (b"\x61\xe2\x82" as &[u8], "l1", "strict", "'a\\xe2\\x82'"),
            (
                b"\xe2\x28\xa1" as &[u8],
                "utf8",
                "strict",
                "'utf-8' codec can't decode byte 0xe2 in position 0: invalid continuation byte",
            ),
            (b"\xe2\x28\xa1" as &[u8], "utf8", "replace", "'\\ufffd(\\ufffd'"),
            (
                b"\xe2\x28\xa1" as &[u8],
                "ascii",
                "strict",
                "'ascii' codec can't decode byte 0xe2 in position 0: ordinal not in range(128)",
            ),
            (b"\xe2\x28\xa1" as &[u8], "utf8", "backslashreplace", "'\\\\xe2(\\\\xa1'"),
            (b"\xe2\x28\xa1" as &[u8], "ascii", "ignore", "'('"),
            (
                b"\xe2\x28\xa1" as &[u8],
                "ascii",
                "xmlcharrefreplace",
                "TypeError: don't know how to handle UnicodeDecodeError in error callback",
            ),
            (b"\xe2\x28\xa1" as &[u8], "l1", "strict", "'\\xe2(\\xa1'"),
            (b"\xc3\xa9" as &[u8], "utf8", "strict", "'\\xe9'"),
            (b"\xc3\xa9" as &[u8], "utf8", "replace", "'\\xe9'"),
            (
                b"\xc3\xa9" as &[u8],
                "ascii",
                "strict",
                "'ascii' codec can't decode byte 0xc3 in position 0: ordinal not in range(128)",
            ),
            (b"\xc3\xa9" as &[u8], "utf8", "backslashreplace", "'\\xe9'"),
            (b"\xc3\xa9" as &[u8], "ascii", "ignore", "''"),
            (
                b"\xc3\xa9" as &[u8],
                "ascii",
                "xmlcharrefreplace",
                "TypeError: don't know how to handle UnicodeDecodeError in error callback",
            ),
            (b"\xc3\xa9" as &[u8], "l1", "strict", "'\\xc3\\xa9'"),
            (
                b"\xed\xa0\x80" as &[u8],
                "utf8",
                "strict",
                "'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte",
            ),
            (b"\xed\xa0\x80" as &[u8], "utf8", "replace", "'\\ufffd\\ufffd\\ufffd'"),
            (
                b"\xed\xa0\x80" as &[u8],
                "ascii",
                "strict",
                "'ascii' codec can't decode byte 0xed in position 0: ordinal not in range(128)",
            ),
            (b"\xed\xa0\x80" as &[u8], "utf8", "backslashreplace", "'\\\\xed\\\\xa0\\\\x80'"),
            (b"\xed\xa0\x80" as &[u8], "ascii", "ignore", "''"),
            (
                b"\xed\xa0\x80" as &[u8],
                "ascii",
                "xmlcharrefreplace",
                "TypeError: don't know how to handle UnicodeDecodeError in error callback",
            ),
            (b"\xed\xa0\x80" as &[u8], "l1", "strict", "'\\xed\\xa0\\x80'"),
            (
                b"\xf0\x90\x80" as &[u8],
                "utf8",
                "strict",
                "'utf-8' codec can't decode bytes in position 0-2: unexpected end of data",
            ),
            (b"\xf0\x90\x80" as &[u8], "utf8", "replace", "'\\ufffd'"),
            (
                b"\xf0\x90\x80" as &[u8],
                "ascii",
                "strict",
                "'ascii' codec can't decode byte 0xf0 in position 0: ordinal not in range(128)",
            ),
            (b"\xf0\x90\x80" as &[u8], "utf8", "backslashreplace", "'\\\\xf0\\\\x90\\\\x80'"),
            (b"\xf0\x90\x80" as &[u8], "ascii", "ignore", "''"),
            (
                b"\xf0\x90\x80" as &[u8],
                "ascii",
                "xmlcharrefreplace",
                "TypeError: don't know how to handle UnicodeDecodeError in error callback",
            ),
            (b"\xf0\x90\x80" as &[u8], "l1", "strict", "'\\xf0\\x90\\x80'"),
            (
                b"\xf0\x90\x28" as &[u8],
                "utf8",
                "strict",
                "'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte",
            ),
            (b"\xf0\x90\x28" as &[u8], "utf8", "replace", "'\\ufffd('"),
            (
                b"\xf0\x90\x28" as &[u8],
                "ascii",
                "strict",
                "'ascii' codec can't decode byte 0xf0 in position 0: ordinal not in range(128)",
            ),
            (b"\xf0\x90\x28" as &[u8], "utf8", "backslashreplace", "'\\\\xf0\\\\x90('"),
            (b"\xf0\x90\x28" as &[u8], "ascii", "ignore", "'('"),
            (
                b"\xf0\x90\x28" as &[u8],
                "ascii",
                "xmlcharrefreplace",
                "TypeError: don't know how to handle UnicodeDecodeError in error callback",
            ),
            (b"\xf0\x90\x28" as &[u8], "l1", "strict", "'\\xf0\\x90('"),
            (
                b"\xc0\x80" as &[u8],
                "utf8",
                "strict",
                "'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte",
            ),
            (b"\xc0\x80" as &[u8], "utf8", "replace", "'\\ufffd\\ufffd'"),
            (
                b"\xc0\x80" as &[u8],
                "ascii",
                "strict",
                "'ascii' codec can't decode byte 0xc0 in position 0: ordinal not in range(128)",
            ),
            (b"\xc0\x80" as &[u8], "utf8", "backslashreplace", "'\\\\xc0\\\\x80'"),
            (b"\xc0\x80" as &[u8], "ascii", "ignore", "''"),
            (
                b"\xc0\x80" as &[u8],
                "ascii",
                "xmlcharrefreplace",
                "TypeError: don't know how to handle UnicodeDecodeError in error callback",
            ),
            (b"\xc0\x80" as &[u8], "l1", "strict", "'\\xc0\\x80'"),
            (
                b"\x61\x80\x62\xe9" as &[u8],
                "utf8",
                "strict",
                "'utf-8' codec can't decode byte 0x80 in position 1: invalid start byte",
            ),
            (b"\x61\x80\x62\xe9" as &[u8], "utf8", "replace", "'a\\ufffdb\\ufffd'"),
            (
                b"\x61\x80\x62\xe9" as &[u8],
                "ascii",
                "strict",
                "'ascii' codec can't decode byte 0x80 in position 1: ordinal not in range(128)",
            ),
            (b"\x61\x80\x62\xe9" as &[u8], "utf8", "backslashreplace", "'a\\\\x80b\\\\xe9'"),
            (b"\x61\x80\x62\xe9" as &[u8], "ascii", "ignore", "'ab'"),
            (
                b"\x61\x80\x62\xe9" as &[u8],
                "ascii",
                "xmlcharrefreplace",
                "TypeError: don't know how to handle UnicodeDecodeError in error callback",
            ),
            (b"\x61\x80\x62\xe9" as &[u8], "l1", "strict", "'a\\x80b\\xe9'"),
            (
                b"\xf5\x80" as &[u8],
                "utf8",
                "strict",
                "'utf-8' codec can't decode byte 0xf5 in position 0: invalid start byte",
            ),
            (b"\xf5\x80" as &[u8], "utf8", "replace", "'\\ufffd\\ufffd'"),
            (
                b"\xf5\x80" as &[u8],
                "ascii",
                "strict",
                "'ascii' codec can't decode byte 0xf5 in position 0: ordinal not in range(128)",
            ),
            (b"\xf5\x80" as &[u8], "utf8", "backslashreplace", "'\\\\xf5\\\\x80'"),
            (b"\xf5\x80" as &[u8], "ascii", "ignore", "''"),
            (
                b"\xf5\x80" as &[u8],
                "ascii",
                "xmlcharrefreplace",
                "TypeError: don't know how to handle UnicodeDecodeError in error callback",
            ),
            (b"\xf5\x80" as &[u8], "l1", "strict", "'\\xf5\\x80'"),
            (
                b"\xe0\x80" as &[u8],
                "utf8",
                "strict",
                "'utf-8' codec can't decode byte 0xe0 in position 0: invalid continuation byte",
            ),
            (b"\xe0\x80" as &[u8], "utf8", "replace", "'\\ufffd\\ufffd'"),
            (
                b"\xe0\x80" as &[u8],
                "ascii",
                "strict",
                "'ascii' codec can't decode byte 0xe0 in position 0: ordinal not in range(128)",
            ),
            (b"\xe0\x80" as &[u8], "utf8", "backslashreplace", "'\\\\xe0\\\\x80'"),
            (b"\xe0\x80" as &[u8], "ascii", "ignore", "''"),
            (
                b"\xe0\x80" as &[u8],
                "ascii",
                "xmlcharrefreplace",
                "TypeError: don't know how to handle UnicodeDecodeError in error callback",
            ),
            (b"\xe0\x80" as &[u8], "l1", "strict", "'\\xe0\\x80'"),
            (
                b"\xf4\x90\x80\x80" as &[u8],
                "utf8",
                "strict",
                "'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte",
            ),
            (b"\xf4\x90\x80\x80" as &[u8], "utf8", "replace", "'\\ufffd\\ufffd\\ufffd\\ufffd'"),
            (
                b"\xf4\x90\x80\x80" as &[u8],
                "ascii",
                "strict",
                "'ascii' codec can't decode byte 0xf4 in position 0: ordinal not in range(128)",
            ),
            (b"\xf4\x90\x80\x80" as &[u8], "utf8", "backslashreplace", "'\\\\xf4\\\\x90\\\\x80\\\\x80'"),
            (b"\xf4\x90\x80\x80" as &[u8], "ascii", "ignore", "''"),
            (
                b"\xf4\x90\x80\x80" as &[u8],
                "ascii",
                "xmlcharrefreplace",
                "TypeError: don't know how to handle UnicodeDecodeError in error callback",
            ),
            (b"\xf4\x90\x80\x80" as &[u8], "l1", "strict", "'\\xf4\\x90\\x80\\x80'"),
        ] {
            let bytes: &[u8] = bytes;
            let got = find_encoding(encoding).and_then(|encoding| decode(bytes, encoding, errors));
            let got = match got {
                Ok(text) => super::super::repr::ascii_str(&text),
                error => said(error),
            };
            assert_eq!(got, expected, "{bytes:?} {encoding} {errors}");
        }
    }
}
