//! Stands in for the crate `unicode_names2`, of which the parser calls [`character`]; [`name`] is for the module `unicodedata`.
//!
//! The real crate holds every name of Unicode in 800 kB of tables; a page that is fetched over the network
//! cannot afford that for `"\N{...}"`. This one knows the names in `names.txt`, which are those that programs
//! use, and must give exactly the character that CPython gives or none at all.

/// One line a name: the code point in hexadecimal, a space, the name in capitals.
const NAMES: &str = include_str!("../names.txt");

/// The character that `"\N{search_name}"` stands for, or `None` if its name is not among the common ones.
///
/// As in CPython, letter case does not matter and spaces do.
#[must_use]
pub fn character(search_name: &str) -> Option<char> {
    NAMES.lines().find_map(|line| {
        let (code_point, name) = line.split_once(' ')?;
        if !name.eq_ignore_ascii_case(search_name) {
            return None;
        }
        char::from_u32(u32::from_str_radix(code_point, 16).ok()?)
    })
}

/// The name of a character, or `None` if it is not among the common ones. Of a character with several names in
/// the file the first is its own; control characters have none.
#[must_use]
pub fn name(character: char) -> Option<&'static str> {
    if character.is_control() {
        return None;
    }
    NAMES.lines().find_map(|line| {
        let (code_point, name) = line.split_once(' ')?;
        (u32::from_str_radix(code_point, 16).ok()? == character as u32).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::{NAMES, character, name};

    #[test]
    fn names_characters() {
        assert_eq!(name('α'), Some("GREEK SMALL LETTER ALPHA"));
        assert_eq!(name(' '), Some("SPACE"));
        assert_eq!(name('\n'), None);
        assert_eq!(name('\u{12000}'), None);
    }

    #[test]
    fn finds_names_in_any_case() {
        assert_eq!(character("GREEK SMALL LETTER ALPHA"), Some('α'));
        assert_eq!(character("check mark"), Some('✓'));
        assert_eq!(character("Snake"), Some('🐍'));
        assert_eq!(character("LINE FEED"), Some('\n'));
    }

    #[test]
    fn knows_no_name_that_cpython_does_not_know() {
        for name in ["", " ", "SNAKE ", "CHECKMARK", "GREEK SMALL LETTER  ALPHA", "0041"] {
            assert_eq!(character(name), None, "{name:?}");
        }
    }

    #[test]
    fn every_line_is_a_code_point_and_a_name() {
        for line in NAMES.lines() {
            let name = line.split_once(' ').map(|(_, name)| name);
            assert!(name.and_then(character).is_some(), "{line}");
        }
    }
}
