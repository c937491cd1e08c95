//! Strings made longer or mapped: `center`, `ljust`, `rjust`, `zfill`, `expandtabs`, `translate`, and the
//! messages of `join`.

use super::raise::{ErrorClass, Outcome, Raise};
use super::str_index::len;

/// Strings longer than this are refused with `MemoryError` instead of being built.
const MAX_LENGTH: usize = 1 << 28;

fn filled(text: &str, left: usize, right: usize, fill: char) -> Outcome<String> {
    if left.saturating_add(right) > MAX_LENGTH {
        return Err(Raise::new(ErrorClass::Memory, ""));
    }
    let mut out = String::with_capacity(text.len() + (left + right) * fill.len_utf8());
    out.extend(std::iter::repeat_n(fill, left));
    out.push_str(text);
    out.extend(std::iter::repeat_n(fill, right));
    Ok(out)
}

/// How many characters are missing to `width`.
fn missing(text: &str, width: i64) -> usize {
    usize::try_from(width).unwrap_or(0).saturating_sub(len(text))
}

/// `text.center(width, fill)`; an odd blank goes left if the width is odd, else right.
pub fn center(text: &str, width: i64, fill: char) -> Outcome<String> {
    let missing = missing(text, width);
    let left = missing / 2 + (missing & width.max(0) as usize & 1);
    filled(text, left, missing - left, fill)
}

/// `text.ljust(width, fill)`.
pub fn ljust(text: &str, width: i64, fill: char) -> Outcome<String> {
    filled(text, 0, missing(text, width), fill)
}

/// `text.rjust(width, fill)`.
pub fn rjust(text: &str, width: i64, fill: char) -> Outcome<String> {
    filled(text, missing(text, width), 0, fill)
}

/// `text.zfill(width)`: zeros go after a sign.
pub fn zfill(text: &str, width: i64) -> Outcome<String> {
    let (sign, digits) = text.split_at(usize::from(text.starts_with(['+', '-'])));
    Ok(format!("{sign}{}", filled(digits, missing(text, width), 0, '0')?))
}

/// `text.expandtabs(tab_size)`.
pub fn expandtabs(text: &str, tab_size: i64) -> Outcome<String> {
    let tab_size = usize::try_from(tab_size).unwrap_or(0);
    let tabs = text.bytes().filter(|&byte| byte == b'\t').count();
    if tab_size.saturating_mul(tabs) > MAX_LENGTH {
        return Err(Raise::overflow("new string is too long"));
    }
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' if tab_size > 0 => {
                let blanks = tab_size - column % tab_size;
                out.extend(std::iter::repeat_n(' ', blanks));
                column += blanks;
            }
            '\t' => {}
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
    Ok(out)
}

/// What `str.translate` puts in the place of a character.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Translation {
    /// The table does not know it: it stays.
    Keep,
    /// The table says `None`: it goes.
    Delete,
    /// A string, or one character, takes its place.
    Replace(String),
}

/// `text.translate(table)`, where `lookup` asks the table for a code point.
pub fn translate<E>(text: &str, mut lookup: impl FnMut(char) -> Result<Translation, E>) -> Result<String, E> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match lookup(c)? {
            Translation::Keep => out.push(c),
            Translation::Delete => {}
            Translation::Replace(text) => out.push_str(&text),
        }
    }
    Ok(out)
}

/// The `TypeError` of `str.join` for an item that is no string.
pub fn join_type_error(index: usize, type_name: &str) -> Raise {
    Raise::type_error(format!("sequence item {index}: expected str instance, {type_name} found"))
}

/// The `TypeError` of `center`, `ljust` and `rjust` for a fill that is not one character long.
pub fn fill_type_error() -> Raise {
    Raise::type_error("The fill character must be exactly one character long")
}
