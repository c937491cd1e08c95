//! String literals in the tokenizer: plain ones, and f-strings and t-strings with their replacement fields.

use super::token::{Class, Failure, Kind, Open, Place};
use super::tokenize::{Interpolated, Step, Tokenizer};

/// The letters of which CPython makes a literal's prefix, each at most once.
const PREFIXES: &str = "burft";
/// Fields inside the format specifications of fields.
pub(super) const MAXIMUM_NESTED_FIELDS: usize = 3;

impl Tokenizer<'_> {
    /// Reads a string literal or the opening of an f-string, if one begins here.
    pub fn string_start(&mut self) -> Step<bool> {
        let bytes = &self.source.as_bytes()[self.at..];
        let most = PREFIXES.len();
        let prefix = bytes.iter().take(most + 1).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let quote = match bytes.get(prefix) {
            Some(quote @ (b'"' | b'\'')) if prefix <= most => *quote,
            _ => return Ok(false),
        };
        let letters = self.source[self.at..self.at + prefix].to_ascii_lowercase();
        let known = ["", "r", "u", "b", "br", "rb", "f", "fr", "rf", "t", "tr", "rt"];
        if !known.contains(&letters.as_str()) {
            return self.incompatible_prefixes(&letters, prefix);
        }
        let triple = bytes[prefix..].starts_with(&[quote; 3]);
        let letter = letters.chars().find(|letter| matches!(letter, 'f' | 't'));
        let start = self.at;
        if let Some(letter) = letter {
            self.at += prefix + if triple { 3 } else { 1 };
            let kind = if letter == 'f' { Kind::FStart } else { Kind::TStart };
            self.push(kind, start, self.at);
            let raw = letters.contains('r');
            let level = self.brackets.len();
            self.strings.push(Interpolated {
                quote,
                triple,
                letter,
                raw,
                at: start,
                level,
                fields: self.fields.len(),
            });
            return Ok(true);
        }
        self.plain_string(start, prefix, quote, triple)?;
        Ok(true)
    }

    /// `ub"…"` and the like.
    fn incompatible_prefixes(&mut self, letters: &str, prefix: usize) -> Step<bool> {
        let is_one = |letter: char| PREFIXES.contains(letter) && letters.matches(letter).count() == 1;
        if !letters.chars().all(is_one) {
            return Ok(false);
        }
        let pairs = [('u', 'b'), ('u', 'r'), ('u', 'f'), ('u', 't'), ('b', 'f'), ('b', 't'), ('f', 't')];
        let found = pairs.iter().find(|(a, b)| letters.contains(*a) && letters.contains(*b));
        let Some((a, b)) = found else { return Ok(false) };
        let (line, column) = self.line_column(self.at);
        let offset = column as i64 + 1;
        let place = Place { line, offset, end_line: line, end_offset: offset + prefix as i64 };
        let message = format!("'{a}' and '{b}' prefixes are incompatible");
        Err(Failure { class: Class::Syntax, message, place })
    }

    fn plain_string(&mut self, start: usize, prefix: usize, quote: u8, triple: bool) -> Step {
        let outer = self.strings.last().copied();
        // The quote of a surrounding f-string ends that string instead.
        if let Some(outer) = outer
            && prefix == 0
            && outer.quote == quote
            && outer.triple == triple
            && !outer.triple
            && !self.closes_before_outer(start + 1, quote)
        {
            return self.expecting_brace(start, outer);
        }
        self.at = start + prefix + if triple { 3 } else { 1 };
        let mut escaped_quote = false;
        loop {
            match self.byte(0) {
                None => break,
                Some(b'\n') if !triple => break,
                Some(b'\\') => {
                    escaped_quote = self.byte(1) == Some(quote);
                    self.at += 1;
                    if self.byte(0).is_some() {
                        self.at += 1;
                    }
                }
                Some(byte) if byte == quote && (!triple || self.starts_with_three(quote)) => {
                    self.at += if triple { 3 } else { 1 };
                    self.push(Kind::Text, start, self.at);
                    return Ok(());
                }
                Some(_) => self.at += 1,
            }
        }
        let detected = self.last_line();
        if let Some(outer) = outer
            && outer.quote == quote
            && outer.triple == triple
        {
            return self.expecting_brace(start, outer);
        }
        let what = if triple { "triple-quoted string" } else { "string" };
        let hint = if escaped_quote && !triple { "; perhaps you escaped the end quote?" } else { "" };
        self.fail_at(start, format!("unterminated {what} literal (detected at line {detected}){hint}"))
    }

    /// Whether a string that begins inside a field also ends on its line.
    fn closes_before_outer(&self, from: usize, quote: u8) -> bool {
        let rest = &self.source.as_bytes()[from..];
        let line = rest.iter().position(|byte| *byte == b'\n').map_or(rest, |end| &rest[..end]);
        line.contains(&quote)
    }

    fn expecting_brace(&mut self, at: usize, outer: Interpolated) -> Step {
        self.at = at + 1;
        self.fail(format!("{}-string: expecting '}}'", outer.letter))
    }

    pub fn starts_with_three(&self, quote: u8) -> bool {
        self.source.as_bytes()[self.at..].starts_with(&[quote; 3])
    }

    /// Reads text of the innermost f-string, up to a field or its end.
    pub fn interpolated_text(&mut self) -> Step {
        let Some(string) = self.strings.last().copied() else { return Ok(()) };
        let in_spec = self.fields.len() > string.fields;
        let start = self.at;
        let before = start.checked_sub(1).and_then(|before| self.source.as_bytes().get(before));
        let begins_spec = in_spec && !string.triple && before == Some(&b':');
        let middle = if string.letter == 'f' { Kind::FMiddle } else { Kind::TMiddle };
        loop {
            // After a field of its own CPython takes a specification for text.
            if begins_spec && self.byte(0).is_none_or(|byte| byte == b'\n') {
                let message = format!(
                    "{0}-string: newlines are not allowed in format specifiers for single quoted {0}-strings",
                    string.letter
                );
                return self.fail_at(self.at, message);
            }
            let Some(byte) = self.byte(0) else { return self.unterminated_interpolated() };
            let ends = byte == string.quote && (!string.triple || self.starts_with_three(byte));
            if ends && !in_spec {
                if self.at > start {
                    self.push(middle, start, self.at);
                }
                let end = self.at;
                self.at += if string.triple { 3 } else { 1 };
                self.push(if string.letter == 'f' { Kind::FEnd } else { Kind::TEnd }, end, self.at);
                self.strings.pop();
                return Ok(());
            }
            if ends {
                self.push(middle, start, self.at);
                self.end_spec_early();
                return Ok(());
            }
            match byte {
                b'\n' if !string.triple => return self.unterminated_interpolated(),
                b'\\' if !string.raw => self.at += self.escape_length(),
                b'{' if self.byte(1) == Some(b'{') && !in_spec => self.at += 2,
                b'}' if self.byte(1) == Some(b'}') && !in_spec => self.at += 2,
                b'{' => {
                    if self.at > start {
                        self.push(middle, start, self.at);
                    }
                    return self.open_field();
                }
                b'}' if in_spec => {
                    if self.at > start {
                        self.push(middle, start, self.at);
                    }
                    return self.close_field();
                }
                b'}' => {
                    self.at += 1;
                    return self.fail(format!("{}-string: single '}}' is not allowed", string.letter));
                }
                _ => self.at += 1,
            }
        }
    }

    /// An escape, a named character with its braces included.
    fn escape_length(&self) -> usize {
        if self.starts("\\N{") {
            let rest = &self.source[self.at..];
            return rest.find(['}', '\n', '"', '\'']).map_or(3, |end| end + 1);
        }
        let next = self.source[self.at + 1..].chars().next();
        1 + match next {
            Some('{' | '}') | None => 0,
            Some(c) => c.len_utf8(),
        }
    }

    fn open_field(&mut self) -> Step {
        let at = self.at;
        let string = self.strings.last().copied();
        if let Some(string) = string
            && self.fields.len() - string.fields >= MAXIMUM_NESTED_FIELDS
        {
            return self.fail(format!("{}-string: expressions nested too deeply", string.letter));
        }
        self.at += 1;
        self.push(Kind::Operator, at, self.at);
        self.brackets.push(Open { byte: b'{', at });
        self.fields.push((self.brackets.len(), false));
        Ok(())
    }

    fn close_field(&mut self) -> Step {
        let at = self.at;
        self.at += 1;
        self.brackets.pop();
        self.fields.pop();
        self.push(Kind::Operator, at, self.at);
        Ok(())
    }

    /// The string ends inside a format specification: the parser is told by the token that follows.
    fn end_spec_early(&mut self) {
        if let Some((_, in_spec)) = self.fields.last_mut() {
            *in_spec = false;
        }
        let at = self.at;
        self.at += 1;
        self.push(Kind::FEnd, at, self.at);
        self.strings.pop();
        self.fields.pop();
        self.brackets.pop();
    }

    /// The line that was read last: what follows the end of the last one is none.
    fn last_line(&self) -> u32 {
        let length = self.source.len();
        let end = if self.source.ends_with('\n') { length - 1 } else { length };
        self.line_column(self.at.min(end)).0
    }

    pub fn unterminated_interpolated(&mut self) -> Step {
        let Some(string) = self.strings.last().copied() else { return Ok(()) };
        let detected = self.last_line();
        let what = if string.triple { "triple-quoted " } else { "" };
        let letter = string.letter;
        self.fail_at(
            string.at,
            format!("unterminated {what}{letter}-string literal (detected at line {detected})"),
        )
    }
}
