//! Reading a pattern: one character or one escape at a time, with one looked at ahead.

use super::tree::{Parsed, PatternFault};
use crate::text::str_case::is_identifier;
use crate::text::{repr, unicode};

/// A character, or a backslash and what follows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Token {
    /// A character.
    Plain(char),
    /// A backslash and a character.
    Escape(char),
}

/// A pattern that is being read.
pub struct Source<'a> {
    text: &'a [char],
    /// Where what comes after `next` begins.
    index: usize,
    /// What comes next.
    pub next: Option<Token>,
    /// Whether the pattern is a `str`.
    pub is_text: bool,
}

impl<'a> Source<'a> {
    /// Begins at the start of a pattern.
    pub fn new(text: &'a [char], is_text: bool) -> Parsed<Source<'a>> {
        let mut source = Source { text, index: 0, next: None, is_text };
        source.advance()?;
        Ok(source)
    }

    fn advance(&mut self) -> Parsed<()> {
        let Some(first) = self.text.get(self.index).copied() else {
            self.next = None;
            return Ok(());
        };
        self.index += 1;
        if first != '\\' {
            self.next = Some(Token::Plain(first));
            return Ok(());
        }
        let Some(second) = self.text.get(self.index).copied() else {
            let last = self.text.len() - 1;
            return Err(PatternFault::Error("bad escape (end of pattern)".into(), Some(last)));
        };
        self.index += 1;
        self.next = Some(Token::Escape(second));
        Ok(())
    }

    /// Where `next` begins.
    pub fn tell(&self) -> usize {
        self.index
            - match self.next {
                None => 0,
                Some(Token::Plain(_)) => 1,
                Some(Token::Escape(_)) => 2,
            }
    }

    /// Goes back to a place.
    pub fn seek(&mut self, place: usize) -> Parsed<()> {
        self.index = place;
        self.advance()
    }

    /// Takes what comes next.
    pub fn get(&mut self) -> Parsed<Option<Token>> {
        let token = self.next;
        if token.is_some() {
            self.advance()?;
        }
        Ok(token)
    }

    /// Whether a character comes next.
    pub fn sees(&self, wanted: char) -> bool {
        self.next == Some(Token::Plain(wanted))
    }

    /// Takes a character if it comes next.
    pub fn take(&mut self, wanted: char) -> Parsed<bool> {
        let found = self.sees(wanted);
        if found {
            self.advance()?;
        }
        Ok(found)
    }

    /// Takes at most so many characters of a kind.
    pub fn take_while(&mut self, most: usize, kind: fn(char) -> bool) -> Parsed<String> {
        let mut taken = String::new();
        while taken.len() < most {
            match self.next {
                Some(Token::Plain(c)) if kind(c) => taken.push(c),
                _ => break,
            }
            self.advance()?;
        }
        Ok(taken)
    }

    /// Takes a name up to a character that ends it.
    pub fn take_until(&mut self, end: char, what: &str) -> Parsed<String> {
        let mut taken = String::new();
        loop {
            let token = self.get()?;
            match token {
                None if taken.is_empty() => return self.error(&format!("missing {what}"), 0),
                None => {
                    let message = format!("missing {end}, unterminated name");
                    return self.error(&message, taken.chars().count());
                }
                Some(Token::Plain(c)) if c == end => {
                    if taken.is_empty() {
                        return self.error(&format!("missing {what}"), 1);
                    }
                    return Ok(taken);
                }
                Some(Token::Plain(c)) => taken.push(c),
                Some(Token::Escape(c)) => taken.extend(['\\', c]),
            }
        }
    }

    /// Refuses what cannot be the name of a group.
    pub fn check_name(&self, name: &str) -> Parsed<()> {
        let shown = match () {
            () if !self.is_text && !name.is_ascii() => {
                let bytes: Vec<u8> = name.chars().map(|c| c as u32 as u8).collect();
                // Without the `b`, as text.
                repr::repr_bytes(&bytes).split_off(1)
            }
            () if !is_identifier(name) => repr::repr_str(name),
            () => return Ok(()),
        };
        let message = format!("bad character in group name {shown}");
        self.error(&message, name.chars().count() + 1)
    }

    /// The pattern is wrong, so many characters back from here.
    pub fn error<T>(&self, message: &str, back: usize) -> Parsed<T> {
        Err(PatternFault::Error(message.to_string(), Some(self.tell().saturating_sub(back))))
    }
}

/// Whether a character ends a flag's letter with "unknown flag" rather than a missing sign.
pub fn is_letter(token: Token) -> bool {
    matches!(token, Token::Plain(c) if unicode::is_alpha(c))
}

/// How many characters a token has.
pub fn size(token: Token) -> usize {
    match token {
        Token::Plain(_) => 1,
        Token::Escape(_) => 2,
    }
}

/// A token as it was written.
pub fn shown(token: Token) -> String {
    match token {
        Token::Plain(c) => c.to_string(),
        Token::Escape(c) => format!("\\{c}"),
    }
}
