//! Numbers in the tokenizer, with the many ways to get one wrong.

use super::token::{Class, Failure, Kind, Place};
use super::tokenize::{Step, Tokenizer};

impl Tokenizer<'_> {
    /// Reads a number.
    pub fn number(&mut self) -> Step {
        let start = self.at;
        if self.byte(0) == Some(b'0') {
            match self.byte(1) {
                Some(b'x' | b'X') => return self.based(start, 16, "hexadecimal"),
                Some(b'o' | b'O') => return self.based(start, 8, "octal"),
                Some(b'b' | b'B') => return self.based(start, 2, "binary"),
                _ => {}
            }
        }
        let mut nonzero = false;
        if self.byte(0) != Some(b'.') {
            self.digits()?;
            nonzero = self.source[start..self.at].bytes().any(|byte| byte.is_ascii_digit() && byte != b'0');
        }
        let integer_end = self.at;
        let mut is_float = false;
        if self.byte(0) == Some(b'.') {
            is_float = true;
            self.at += 1;
            if self.byte(0).is_some_and(|byte| byte.is_ascii_digit()) {
                self.digits()?;
            }
        }
        if matches!(self.byte(0), Some(b'e' | b'E')) {
            let signed = matches!(self.byte(1), Some(b'+' | b'-'));
            let first = self.byte(1 + usize::from(signed));
            if first.is_some_and(|byte| byte.is_ascii_digit()) {
                is_float = true;
                self.at += 1 + usize::from(signed);
                self.digits()?;
            } else if signed {
                self.at += 2;
                return self.fail("invalid decimal literal");
            }
        }
        let imaginary = matches!(self.byte(0), Some(b'j' | b'J'));
        if imaginary {
            self.at += 1;
        } else if !is_float && nonzero && self.source[start..integer_end].starts_with('0') {
            return self.leading_zeros(start, integer_end);
        }
        self.after_number(if imaginary { "imaginary" } else { "decimal" })?;
        self.push(Kind::Number, start, self.at);
        Ok(())
    }

    fn digits(&mut self) -> Step {
        loop {
            while self.byte(0).is_some_and(|byte| byte.is_ascii_digit()) {
                self.at += 1;
            }
            if self.byte(0) != Some(b'_') {
                return Ok(());
            }
            self.at += 1;
            if !self.byte(0).is_some_and(|byte| byte.is_ascii_digit()) {
                return self.fail("invalid decimal literal");
            }
        }
    }

    fn based(&mut self, start: usize, base: u32, name: &str) -> Step {
        self.at += 2;
        loop {
            if self.byte(0) == Some(b'_') {
                self.at += 1;
            }
            let digit = self.byte(0).map(char::from);
            if !digit.is_some_and(|digit| digit.is_digit(base)) {
                if let Some(digit) = digit
                    && digit.is_ascii_digit()
                {
                    self.at += 1;
                    return self.fail(format!("invalid digit '{digit}' in {name} literal"));
                }
                return self.fail(format!("invalid {name} literal"));
            }
            while self.byte(0).is_some_and(|byte| char::from(byte).is_digit(base)) {
                self.at += 1;
            }
            if self.byte(0) != Some(b'_') {
                break;
            }
        }
        if let Some(digit) = self.byte(0)
            && digit.is_ascii_digit()
        {
            self.at += 1;
            return self.fail(format!("invalid digit '{}' in {name} literal", digit as char));
        }
        self.after_number(name)?;
        self.push(Kind::Number, start, self.at);
        Ok(())
    }

    fn leading_zeros(&self, start: usize, end: usize) -> Step {
        let digits = &self.source[start..end];
        let zeros = digits.bytes().take_while(|byte| matches!(byte, b'0' | b'_')).count();
        let (line, column) = self.line_column(start);
        let message =
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal \
                       integers"
                .to_owned();
        let offset = column as i64 + 1;
        let place = Place { line, offset, end_line: line, end_offset: offset + zeros as i64 };
        Err(Failure { class: Class::Syntax, message, place })
    }

    /// A name directly after a number is an error, unless it is a word that can follow one.
    fn after_number(&mut self, name: &str) -> Step {
        let rest = &self.source[self.at..];
        let words = ["and", "else", "for", "if", "in", "is", "not", "or"];
        let word = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        if words.iter().any(|known| rest[..word].starts_with(known)) {
            return Ok(());
        }
        if rest.chars().next().is_some_and(|c| c == '_' || c.is_alphanumeric()) {
            return self.fail(format!("invalid {name} literal"));
        }
        Ok(())
    }
}
