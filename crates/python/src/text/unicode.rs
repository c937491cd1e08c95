//! What a character is, and its other cases, as CPython 3.14 (Unicode 16) answers. Rust's `char` is used where
//! it agrees; the rest comes from tables printed by CPython itself.

use super::unicode_tables::{
    ALPHABETIC, DECIMAL_ZEROS, DIGIT_EXTRA, FOLD_BY_UPPER, NUMERIC_EXTRA, PRINTABLE, TITLE, TITLECASE,
};

/// Whether `c` lies in a table of the code points where a property changes, starting from false.
fn in_table(table: &[u32], c: char) -> bool {
    table.partition_point(|&start| start <= c as u32) % 2 == 1
}

/// `str.isalpha` of one character.
pub fn is_alpha(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { in_table(ALPHABETIC, c) }
}

/// `str.isprintable` of one character; `repr` escapes what is not.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() { (' '..='~').contains(&c) } else { in_table(PRINTABLE, c) }
}

/// The value of a decimal digit of any script, as `int()` and `float()` read it.
pub fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let above = DECIMAL_ZEROS.partition_point(|&zero| zero <= c as u32);
    let zero = DECIMAL_ZEROS.get(above.checked_sub(1)?)?;
    Some(c as u32 - zero).filter(|&value| value < 10)
}

/// `str.isdecimal` of one character.
pub fn is_decimal(c: char) -> bool {
    decimal_value(c).is_some()
}

/// `str.isdigit` of one character.
pub fn is_digit(c: char) -> bool {
    is_decimal(c) || (!c.is_ascii() && in_table(DIGIT_EXTRA, c))
}

/// `str.isnumeric` of one character.
pub fn is_numeric(c: char) -> bool {
    is_digit(c) || (!c.is_ascii() && in_table(NUMERIC_EXTRA, c))
}

/// `str.isalnum` of one character.
pub fn is_alnum(c: char) -> bool {
    is_alpha(c) || is_numeric(c)
}

/// `str.isspace` of one character; what `split()` and `strip()` take away.
pub fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\x1c'..=' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}'
        | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Whether `splitlines` ends a line at this character.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether the character is of category Lt (`Dž` and its like).
pub fn is_title(c: char) -> bool {
    !c.is_ascii() && in_table(TITLECASE, c)
}

/// `str.islower` of one character.
pub fn is_lower(c: char) -> bool {
    // Unicode 17, which Rust knows, took its case from this letter.
    c.is_lowercase() || c == '\u{295}'
}

/// `str.isupper` of one character.
pub fn is_upper(c: char) -> bool {
    c.is_uppercase()
}

/// Whether the character has a case at all.
pub fn is_cased(c: char) -> bool {
    is_lower(c) || is_upper(c) || is_title(c)
}

/// Appends the upper case of `c`.
pub fn push_upper(c: char, out: &mut String) {
    // Two letters that have an upper case only since Unicode 17.
    if matches!(c, '\u{a7d3}' | '\u{a7d5}') { out.push(c) } else { out.extend(c.to_uppercase()) }
}

/// Appends the title case of `c`.
pub fn push_title(c: char, out: &mut String) {
    match TITLE.binary_search_by_key(&c, |&(from, _)| from) {
        Ok(at) => out.push_str(TITLE[at].1),
        Err(_) => push_upper(c, out),
    }
}

/// Appends the case folding of `c`, as `str.casefold` does.
pub fn push_casefold(c: char, out: &mut String) {
    match c as u32 {
        0x1e9e => out.push_str("ss"),
        0x13a0..=0x13f5 => out.push(c),
        code @ 0x13f8..=0x13fd => out.extend(char::from_u32(code - 8)),
        code @ 0xab70..=0xabbf => out.extend(char::from_u32(code - 0xab70 + 0x13a0)),
        _ if !c.is_ascii() && in_table(FOLD_BY_UPPER, c) => {
            out.extend(c.to_uppercase().flat_map(char::to_lowercase));
        }
        _ => out.extend(c.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A checksum over every character, to compare with the same sum taken in CPython.
    fn sum(of: impl Fn(char) -> bool) -> (u32, u64) {
        let holds = (0..0x110000).filter_map(char::from_u32).filter(|&c| of(c));
        holds.fold((0, 0), |(n, sum), c| (n + 1, sum + u64::from(c as u32)))
    }

    /// A polynomial checksum of what `push` makes of every character.
    fn case_sum(push: impl Fn(char, &mut String)) -> u64 {
        let mut all = String::new();
        for c in (0..0x30000).filter_map(char::from_u32).filter(|&c| is_printable(c)) {
            push(c, &mut all);
        }
        all.chars().fold(0, |sum, c| (sum * 31 + u64::from(c as u32)) % 1_000_000_007)
    }

    #[test]
    fn properties_equal_cpython_for_every_character() {
        assert_eq!(sum(is_alpha), (141028, 15240929258));
        assert_eq!(sum(is_printable), (154810, 16317358124));
        assert_eq!(sum(is_decimal), (760, 39891450));
        assert_eq!(sum(is_digit), (888, 43636784));
        assert_eq!(sum(is_numeric), (2002, 115015654));
        assert_eq!(sum(is_alnum), (142939, 15351581153));
        assert_eq!(sum(is_space), (29, 141704));
        assert_eq!(sum(is_title), (31, 220514));
        assert_eq!(sum(|c| is_printable(c) && is_lower(c)), (2569, 117919901));
        assert_eq!(sum(|c| is_printable(c) && is_upper(c)), (1978, 97237165));
    }

    #[test]
    fn cases_equal_cpython_for_every_character() {
        assert_eq!(case_sum(push_title), 396270086);
        assert_eq!(case_sum(push_casefold), 970292028);
        assert_eq!(case_sum(push_upper), 580073809);
        assert_eq!(case_sum(|c, out| out.extend(c.to_lowercase())), 684010890);
    }
}
