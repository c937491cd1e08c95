//! Sets of characters, the classes `\w`, `\d`, `\s`, and which letters are the same but for their case, as
//! CPython's `re` has them.

use crate::text::unicode;

/// A class of characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// `\w`
    Word,
    /// `\d`
    Digit,
    /// `\s`
    Space,
}

impl Class {
    /// Whether a character is in the class; `ascii` leaves out all beyond ASCII.
    pub fn has(self, c: u32, ascii: bool) -> bool {
        let Some(c) = char::from_u32(c) else { return false };
        if c.is_ascii() || ascii {
            return match self {
                Class::Word => c.is_ascii_alphanumeric() || c == '_',
                Class::Digit => c.is_ascii_digit(),
                Class::Space if ascii => matches!(c, '\t'..='\r' | ' '),
                Class::Space => matches!(c, '\t'..='\r' | '\x1c'..=' '),
            };
        }
        match self {
            Class::Word => unicode::is_alnum(c),
            Class::Digit => unicode::is_decimal(c),
            Class::Space => unicode::is_space(c),
        }
    }
}

/// An item of a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Item {
    /// From one character to another, both in it.
    Range(u32, u32),
    /// A class, or all that is not in it when true.
    Class(Class, bool),
}

/// How letters are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Casing {
    /// As they are.
    Exact,
    /// ASCII letters without regard to case.
    Ascii,
    /// All letters without regard to case.
    Unicode,
}

/// A set of characters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CharSet {
    items: Vec<Item>,
    negated: bool,
    ascii: bool,
    casing: Casing,
    /// What is known of the first 256 characters.
    first: [u64; 4],
}

impl CharSet {
    /// A set of items.
    pub fn new(items: Vec<Item>, negated: bool, ascii: bool, casing: Casing) -> CharSet {
        let mut set = CharSet { items, negated, ascii, casing, first: [0; 4] };
        for c in 0..256u32 {
            if set.decide(c) {
                set.first[(c / 64) as usize] |= 1 << (c % 64);
            }
        }
        set
    }

    /// Whether a character is in it.
    pub fn has(&self, c: u32) -> bool {
        if c < 256 {
            return self.first[(c / 64) as usize] >> (c % 64) & 1 == 1;
        }
        self.decide(c)
    }

    fn decide(&self, c: u32) -> bool {
        let found = match self.casing {
            Casing::Exact => self.listed(c),
            Casing::Ascii => {
                self.ranged(c)
                    || self.listed(lower(c, Casing::Ascii))
                    || char::from_u32(c).is_some_and(|c| self.ranged(c.to_ascii_uppercase() as u32))
            }
            Casing::Unicode => {
                self.listed(lower(c, Casing::Unicode)) || variants(c).any(|variant| self.ranged(variant))
            }
        };
        found != self.negated
    }

    fn listed(&self, c: u32) -> bool {
        self.items.iter().any(|item| match *item {
            Item::Range(first, last) => (first..=last).contains(&c),
            Item::Class(class, outside) => class.has(c, self.ascii) != outside,
        })
    }

    fn ranged(&self, c: u32) -> bool {
        self.items.iter().any(|item| matches!(*item, Item::Range(first, last) if (first..=last).contains(&c)))
    }
}

/// Letters that are the same as another but are neither its lower nor its upper case: the one, the other.
const ALSO: &[(char, char)] = &[
    ('\u{131}', 'i'),
    ('\u{130}', 'i'),
    ('\u{17f}', 's'),
    ('\u{212a}', 'k'),
    ('\u{212b}', '\u{e5}'),
    ('\u{b5}', '\u{3bc}'),
    ('\u{345}', '\u{3b9}'),
    ('\u{1fbe}', '\u{3b9}'),
    ('\u{1fd3}', '\u{390}'),
    ('\u{1fe3}', '\u{3b0}'),
    ('\u{3d0}', '\u{3b2}'),
    ('\u{3f5}', '\u{3b5}'),
    ('\u{3d1}', '\u{3b8}'),
    ('\u{3f4}', '\u{3b8}'),
    ('\u{3f0}', '\u{3ba}'),
    ('\u{3d6}', '\u{3c0}'),
    ('\u{3f1}', '\u{3c1}'),
    ('\u{3c2}', '\u{3c3}'),
    ('\u{3d5}', '\u{3c6}'),
    ('\u{2126}', '\u{3c9}'),
    ('\u{1c80}', '\u{432}'),
    ('\u{1c81}', '\u{434}'),
    ('\u{1c82}', '\u{43e}'),
    ('\u{1c83}', '\u{441}'),
    ('\u{1c84}', '\u{442}'),
    ('\u{1c85}', '\u{442}'),
    ('\u{1c86}', '\u{44a}'),
    ('\u{1c87}', '\u{463}'),
    ('\u{1c88}', '\u{a64b}'),
    ('\u{1e9b}', '\u{1e61}'),
    ('\u{1e9e}', '\u{df}'),
    ('\u{fb05}', '\u{fb06}'),
    ('\u{1c5}', '\u{1c6}'),
    ('\u{1c8}', '\u{1c9}'),
    ('\u{1cb}', '\u{1cc}'),
    ('\u{1f2}', '\u{1f3}'),
];

/// The lower case of one character, where it is one character.
pub fn lower(c: u32, casing: Casing) -> u32 {
    if casing == Casing::Exact {
        return c;
    }
    let Some(letter) = char::from_u32(c) else { return c };
    if letter.is_ascii() || casing == Casing::Ascii {
        return letter.to_ascii_lowercase() as u32;
    }
    // The one letter whose lower case is two characters has a simple one too.
    if letter == '\u{130}' {
        return 'i' as u32;
    }
    let mut lower = letter.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one as u32,
        _ => c,
    }
}

/// The one letter that stands for all that differ from a letter in case only.
pub fn fold(c: u32, casing: Casing) -> u32 {
    let low = lower(c, casing);
    if casing != Casing::Unicode || low < 128 {
        return low;
    }
    match ALSO.iter().find(|(other, _)| *other as u32 == low) {
        Some((_, letter)) => *letter as u32,
        None => low,
    }
}

/// All characters that differ from one in case only, itself among them.
fn variants(c: u32) -> impl Iterator<Item = u32> {
    let low = fold(c, Casing::Unicode);
    let upper = char::from_u32(low).and_then(|letter| {
        let mut upper = letter.to_uppercase();
        upper.next().filter(|_| upper.next().is_none())
    });
    let also = ALSO.iter().filter(move |(_, letter)| *letter as u32 == low).map(|(other, _)| *other as u32);
    [c, low].into_iter().chain(upper.map(|upper| upper as u32)).chain(also)
}
