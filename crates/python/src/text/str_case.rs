//! The cases of strings and the questions about their characters: `upper`, `title`, `isalpha`, and so on,
//! with CPython's special rule for the final sigma.

use super::unicode::{self, is_cased, is_lower, is_title, is_upper};

/// `text.upper()`.
pub fn upper(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| unicode::push_upper(c, &mut out));
    out
}

/// `text.lower()`. Rust's rule for the final sigma is CPython's.
pub fn lower(text: &str) -> String {
    text.to_lowercase()
}

/// `text.casefold()`.
pub fn casefold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| unicode::push_casefold(c, &mut out));
    out
}

/// Appends the lower case of the character at byte `at`, which for a sigma depends on its neighbours.
fn push_lower_at(text: &str, at: usize, c: char, out: &mut String) {
    if c == 'Σ' {
        // Either sigma takes two bytes, so what comes before has the same length alone as in the whole.
        let before = text[..at].to_lowercase().len();
        out.extend(text.to_lowercase()[before..].chars().next());
    } else {
        out.extend(c.to_lowercase());
    }
}

/// `text.capitalize()`.
pub fn capitalize(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if at == 0 { unicode::push_title(c, &mut out) } else { push_lower_at(text, at, c, &mut out) }
    }
    out
}

/// `text.title()`.
pub fn title(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_word = false;
    for (at, c) in text.char_indices() {
        if in_word {
            push_lower_at(text, at, c, &mut out)
        } else {
            unicode::push_title(c, &mut out)
        }
        in_word = is_cased(c);
    }
    out
}

/// `text.swapcase()`.
pub fn swapcase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if is_upper(c) {
            push_lower_at(text, at, c, &mut out);
        } else if is_lower(c) {
            unicode::push_upper(c, &mut out);
        } else {
            out.push(c);
        }
    }
    out
}

fn all(text: &str, holds: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(holds)
}

/// `text.isalpha()`.
pub fn is_alpha(text: &str) -> bool {
    all(text, unicode::is_alpha)
}

/// `text.isalnum()`.
pub fn is_alnum(text: &str) -> bool {
    all(text, unicode::is_alnum)
}

/// `text.isdecimal()`.
pub fn is_decimal(text: &str) -> bool {
    all(text, unicode::is_decimal)
}

/// `text.isdigit()`.
pub fn is_digit(text: &str) -> bool {
    all(text, unicode::is_digit)
}

/// `text.isnumeric()`.
pub fn is_numeric(text: &str) -> bool {
    all(text, unicode::is_numeric)
}

/// `text.isspace()`.
pub fn is_space(text: &str) -> bool {
    all(text, unicode::is_space)
}

/// `text.isprintable()`, true of the empty string.
pub fn is_printable(text: &str) -> bool {
    text.chars().all(unicode::is_printable)
}

/// `text.isidentifier()`.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c))
        && chars.all(unicode_ident::is_xid_continue)
}

/// `text.islower()`: something has a case, and all that has is lower.
pub fn is_lowercase(text: &str) -> bool {
    text.chars().any(is_lower) && !text.chars().any(|c| is_upper(c) || is_title(c))
}

/// `text.isupper()`.
pub fn is_uppercase(text: &str) -> bool {
    text.chars().any(is_upper) && !text.chars().any(|c| is_lower(c) || is_title(c))
}

/// `text.istitle()`.
pub fn is_titlecase(text: &str) -> bool {
    let mut found = false;
    let mut in_word = false;
    for c in text.chars() {
        let capital = is_upper(c) || is_title(c);
        if (capital && in_word) || (is_lower(c) && !in_word) {
            return false;
        }
        in_word = is_cased(c);
        found |= in_word;
    }
    found
}
