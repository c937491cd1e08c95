//! `repr()` of text and bytes and `ascii()`: the choice of quote and the escapes, as CPython makes them.

use super::unicode::is_printable;

/// The quote that `repr` chooses: double only if the text has a single quote and no double one.
fn quote_for(has_single: bool, has_double: bool) -> char {
    if has_single && !has_double { '"' } else { '\'' }
}

/// Appends `\xhh`, `\uhhhh` or `\Uhhhhhhhh`, whichever is the shortest that holds `code`.
fn push_hex_escape(code: u32, out: &mut String) {
    out.push_str(&match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    });
}

fn quoted(text: &str, keep: impl Fn(char) -> bool) -> String {
    let quote = quote_for(text.contains('\''), text.contains('"'));
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if c == quote => out.extend(['\\', c]),
            _ if keep(c) => out.push(c),
            _ => push_hex_escape(c as u32, &mut out),
        }
    }
    out.push(quote);
    out
}

/// `repr(text)`.
pub fn repr_str(text: &str) -> String {
    quoted(text, is_printable)
}

/// `ascii(text)`: `repr` with everything outside ASCII escaped.
pub fn ascii_str(text: &str) -> String {
    quoted(text, |c| (' '..='~').contains(&c))
}

/// What `ascii()` makes of an object's `repr`: escapes what is not ASCII and leaves the rest alone.
pub fn ascii_of_repr(repr: &str) -> String {
    let mut out = String::with_capacity(repr.len());
    for c in repr.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            push_hex_escape(c as u32, &mut out);
        }
    }
    out
}

/// `repr(bytes)`.
pub fn repr_bytes(bytes: &[u8]) -> String {
    let quote = quote_for(bytes.contains(&b'\''), bytes.contains(&b'"'));
    let mut out = String::with_capacity(bytes.len() + 3);
    out.extend(['b', quote]);
    for &byte in bytes {
        let c = char::from(byte);
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if c == quote => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            _ => push_hex_escape(u32::from(byte), &mut out),
        }
    }
    out.push(quote);
    out
}

/// `repr(bytearray)`.
pub fn repr_bytearray(bytes: &[u8]) -> String {
    // CPython chooses the quote here as for bytes.
    format!("bytearray({})", repr_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_escapes_are_cpythons() {
        assert_eq!(repr_str("it's"), r#""it's""#);
        assert_eq!(repr_str(r#"it's "so""#), r#"'it\'s "so"'"#);
        assert_eq!(
            repr_str("a\\b\n\r\t\0\x7f\u{a0}é\u{200b}\u{1f600}\u{e0001}"),
            r"'a\\b\n\r\t\x00\x7f\xa0é\u200b😀\U000e0001'"
        );
        assert_eq!(ascii_str("é☃\u{1f600}'"), r#""\xe9\u2603\U0001f600'""#);
        assert_eq!(ascii_of_repr("[é]"), r"[\xe9]");
        assert_eq!(repr_bytes(b"a'\"\\\n\xff\0"), r#"b'a\'"\\\n\xff\x00'"#);
        assert_eq!(repr_bytes(b"it's"), r#"b"it's""#);
        assert_eq!(repr_bytearray(b"x"), "bytearray(b'x')");
    }
}
