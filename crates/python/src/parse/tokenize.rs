//! CPython's tokenizer, as far as its error messages depend on it. It stops at the first failure.

use super::token::{Class, Failure, KEYWORDS, Kind, Open, Place, Token, Tokens};

/// Most brackets inside one another.
pub(super) const MAXIMUM_LEVEL: usize = 200;
/// Most levels of indentation.
const MAXIMUM_INDENT: usize = 100;
/// Operators of more than one character, longer ones first.
const OPERATORS: [&str; 26] = [
    "**=", "//=", ">>=", "<<=", "...", "!=", "%=", "&=", "**", "*=", "+=", "-=", "->", "//", "/=", ":=",
    "<<", "<=", "<>", "==", ">=", ">>", "@=", "^=", "|=", "~=",
];

/// The result of a step; a failure ends tokenizing.
pub(super) type Step<T = ()> = Result<T, Failure>;

/// An f-string or t-string that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Interpolated {
    /// Its quote.
    pub quote: u8,
    /// Whether the quote is tripled.
    pub triple: bool,
    /// `f` or `t`.
    pub letter: char,
    /// Whether backslashes are plain.
    pub raw: bool,
    /// Where it begins.
    pub at: usize,
    /// How many brackets were open where it began.
    pub level: usize,
    /// How many replacement fields were open where it began.
    pub fields: usize,
}

/// The tokenizer.
pub(super) struct Tokenizer<'s> {
    pub source: &'s str,
    pub at: usize,
    pub brackets: Vec<Open>,
    pub strings: Vec<Interpolated>,
    /// Levels of fields inside strings: bracket level and whether in a spec.
    pub fields: Vec<(usize, bool)>,
    indents: Vec<(usize, usize)>,
    pub tokens: Vec<Token>,
    line_start: bool,
}

/// Tokenizes a source.
pub(super) fn tokenize(source: &str) -> Tokens {
    let mut tokenizer = Tokenizer {
        source,
        at: 0,
        brackets: Vec::new(),
        strings: Vec::new(),
        fields: Vec::new(),
        indents: vec![(0, 0)],
        tokens: Vec::new(),
        line_start: true,
    };
    let failure = tokenizer.run().err();
    if failure.is_some() {
        let at = tokenizer.at.min(source.len());
        tokenizer.push(Kind::Error, at, at);
    }
    let unclosed = tokenizer.brackets.last().copied();
    Tokens { failure, unclosed, in_string: !tokenizer.strings.is_empty(), tokens: tokenizer.tokens }
}

impl Tokenizer<'_> {
    pub fn byte(&self, ahead: usize) -> Option<u8> {
        self.source.as_bytes().get(self.at + ahead).copied()
    }

    pub fn starts(&self, text: &str) -> bool {
        self.source.as_bytes()[self.at.min(self.source.len())..].starts_with(text.as_bytes())
    }

    pub fn push(&mut self, kind: Kind, start: usize, end: usize) {
        let placed = !matches!(kind, Kind::Indent | Kind::Dedent);
        let level = self.brackets.len();
        self.tokens.push(Token { kind, start, end, placed, level, cursor: self.at });
    }

    /// Line (from 1) and column (from 0) of a byte.
    pub fn line_column(&self, at: usize) -> (u32, usize) {
        line_column(self.source, at)
    }

    /// A failure at the cursor, as CPython's tokenizer places it: at the last character it read.
    pub fn fail<T>(&self, message: impl Into<String>) -> Step<T> {
        let (line, column) = self.line_column(self.at);
        let offset = column as i64;
        let place = Place { line, offset, end_line: line, end_offset: offset };
        Err(Failure { class: Class::Syntax, message: message.into(), place })
    }

    fn run(&mut self) -> Step {
        loop {
            if self.strings.last().is_some_and(|string| self.in_text(string)) {
                self.interpolated_text()?;
                continue;
            }
            if self.line_start && self.brackets.is_empty() {
                self.line_start = false;
                if self.indentation()? {
                    continue;
                }
            }
            self.blanks()?;
            let Some(byte) = self.byte(0) else { return self.end() };
            self.token(byte)?;
        }
    }

    /// Whether the innermost string is at its text rather than in a field.
    fn in_text(&self, string: &Interpolated) -> bool {
        match self.fields.last() {
            Some((level, in_spec)) if *level > string.level => *in_spec && self.brackets.len() == *level,
            _ => true,
        }
    }

    fn end(&mut self) -> Step {
        if let Some(open) = self.brackets.last() {
            return Err(never_closed(self.source, *open));
        }
        let at = self.source.len();
        let logical = matches!(self.tokens.last(), Some(last) if !matches!(last.kind, Kind::Newline | Kind::Dedent | Kind::Indent));
        if logical {
            self.push(Kind::Newline, at, at + 1);
        }
        while self.indents.len() > 1 {
            self.indents.pop();
            self.push(Kind::Dedent, at, at);
        }
        self.push(Kind::End, at, at);
        Ok(())
    }

    /// Measures the indentation of a line. True where the line is blank and was skipped.
    fn indentation(&mut self) -> Step<bool> {
        let (mut column, mut alternative) = (0, 0);
        // Of a line that is continued before it begins, the first blanks count.
        let mut first = None;
        loop {
            match self.byte(0) {
                Some(b' ') => (column, alternative) = (column + 1, alternative + 1),
                Some(b'\t') => (column, alternative) = ((column / 8 + 1) * 8, alternative + 1),
                Some(b'\x0c') => (column, alternative) = (0, 0),
                Some(b'\\') if self.byte(1) == Some(b'\n') => {
                    first = first.or((column > 0).then_some((column, alternative)));
                    self.at += 1;
                }
                _ => break,
            }
            self.at += 1;
        }
        match self.byte(0) {
            None => return Ok(false),
            Some(b'#' | b'\n') => {
                while self.byte(0).is_some_and(|byte| byte != b'\n') {
                    self.at += 1;
                }
                if self.byte(0).is_some() {
                    self.at += 1;
                }
                self.line_start = true;
                return Ok(true);
            }
            Some(b'\\') => return Ok(false),
            Some(_) => {}
        }
        let (column, alternative) = first.unwrap_or((column, alternative));
        self.compare_indentation(column, alternative)?;
        Ok(false)
    }

    fn compare_indentation(&mut self, column: usize, alternative: usize) -> Step {
        let at = self.at;
        let (top, top_alternative) = self.indents[self.indents.len() - 1];
        if column == top {
            if alternative != top_alternative {
                return self.inconsistent_tabs();
            }
            return Ok(());
        }
        if column > top {
            if self.indents.len() >= MAXIMUM_INDENT {
                return self.indentation_failure("too many levels of indentation");
            }
            if alternative <= top_alternative {
                return self.inconsistent_tabs();
            }
            self.indents.push((column, alternative));
            self.push(Kind::Indent, at, at);
            return Ok(());
        }
        let mut dedents = 0;
        while self.indents.len() > 1 && self.indents[self.indents.len() - 1].0 > column {
            self.indents.pop();
            dedents += 1;
        }
        let (top, top_alternative) = self.indents[self.indents.len() - 1];
        if column != top {
            let (line, _) = self.line_column(at);
            let end = self.source[at..].find('\n').map_or(self.source.len(), |ahead| at + ahead);
            let (_, length) = self.line_column(end);
            let message = "unindent does not match any outer indentation level".to_owned();
            let place = Place { line, offset: length as i64 + 1, end_line: line, end_offset: -1 };
            return Err(Failure { class: Class::Indentation, message, place });
        }
        if alternative != top_alternative {
            return self.inconsistent_tabs();
        }
        for _ in 0..dedents {
            self.push(Kind::Dedent, at, at);
        }
        Ok(())
    }

    fn inconsistent_tabs(&self) -> Step {
        let (line, _) = self.line_column(self.at);
        let message = "inconsistent use of tabs and spaces in indentation".to_owned();
        let place = Place { line, offset: 1, end_line: line, end_offset: 0 };
        Err(Failure { class: Class::Tab, message, place })
    }

    fn indentation_failure(&self, message: &str) -> Step {
        let (line, _) = self.line_column(self.at);
        let place = Place { line, offset: 1, end_line: line, end_offset: 0 };
        Err(Failure { class: Class::Indentation, message: message.to_owned(), place })
    }

    /// Skips blanks, comments, joined lines, and line ends inside brackets.
    fn blanks(&mut self) -> Step {
        loop {
            match self.byte(0) {
                Some(b' ' | b'\t' | b'\x0c') => self.at += 1,
                Some(b'#') => {
                    while self.byte(0).is_some_and(|byte| byte != b'\n') {
                        self.at += 1;
                    }
                }
                Some(b'\n') if !self.brackets.is_empty() => self.at += 1,
                Some(b'\\') => {
                    if self.byte(1) != Some(b'\n') {
                        self.at += 1;
                        if self.byte(0).is_none() {
                            return self.fail("unexpected EOF while parsing");
                        }
                        self.at += 1;
                        let (line, column) = self.line_column(self.at - 1);
                        let place = Place { line, offset: column as i64 + 1, end_line: line, end_offset: 0 };
                        let message = "unexpected character after line continuation character".to_owned();
                        return Err(Failure { class: Class::Syntax, message, place });
                    }
                    self.at += 2;
                    if self.byte(0).is_none() {
                        return self.fail("unexpected EOF while parsing");
                    }
                }
                _ => return Ok(()),
            }
        }
    }

    fn token(&mut self, byte: u8) -> Step {
        let start = self.at;
        if byte == b'\n' {
            self.at += 1;
            self.push(Kind::Newline, start, start + 1);
            self.line_start = true;
            return Ok(());
        }
        if self.string_start()? {
            return Ok(());
        }
        if byte.is_ascii_digit() || (byte == b'.' && self.byte(1).is_some_and(|next| next.is_ascii_digit())) {
            return self.number();
        }
        if byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80 {
            return self.name();
        }
        self.operator(byte)
    }

    fn name(&mut self) -> Step {
        let start = self.at;
        let rest = &self.source[start..];
        let length = rest
            .char_indices()
            .find(|(_, c)| !(c.is_ascii_alphanumeric() || *c == '_' || !c.is_ascii()))
            .map_or(rest.len(), |(at, _)| at);
        let text = &rest[..length];
        for (at, c) in text.char_indices() {
            let allowed =
                if at == 0 { c == '_' || c.is_alphabetic() } else { c == '_' || c.is_alphanumeric() };
            let allowed = allowed || (at > 0 && is_mark(c));
            if !allowed {
                self.at = start + at + c.len_utf8();
                let code = format!("{:04X}", c as u32);
                let printable = !c.is_control() && !c.is_whitespace() && !is_format(c);
                return if printable {
                    self.fail_char(format!("invalid character '{c}' (U+{code})"))
                } else {
                    self.fail_char(format!("invalid non-printable character U+{code}"))
                };
            }
        }
        self.at += length;
        let kind = if KEYWORDS.contains(&text) { Kind::Keyword } else { Kind::Name };
        self.push(kind, start, self.at);
        Ok(())
    }

    /// A failure at the character before the cursor, which may have several bytes.
    fn fail_char(&self, message: String) -> Step {
        let before = self.source[..self.at].chars().next_back().map_or(1, char::len_utf8);
        self.fail_at(self.at - before, message)
    }

    /// A failure at a byte.
    pub fn fail_at<T>(&self, at: usize, message: String) -> Step<T> {
        let (line, column) = self.line_column(at);
        let offset = column as i64 + 1;
        let place = Place { line, offset, end_line: line, end_offset: offset };
        Err(Failure { class: Class::Syntax, message, place })
    }

    fn operator(&mut self, byte: u8) -> Step {
        let start = self.at;
        match byte {
            b'(' | b'[' | b'{' => {
                if self.brackets.len() >= MAXIMUM_LEVEL {
                    self.at += 1;
                    return self.fail("too many nested parentheses");
                }
                self.at += 1;
                self.push(Kind::Operator, start, self.at);
                self.brackets.push(Open { byte, at: start });
                return Ok(());
            }
            b')' | b']' | b'}' => return self.close(byte),
            b':' if self.field_is_here() => {
                self.at += 1;
                self.push(Kind::Operator, start, self.at);
                if let Some((_, in_spec)) = self.fields.last_mut() {
                    *in_spec = true;
                }
                return Ok(());
            }
            b'!' if self.field_is_here() && self.byte(1) != Some(b'=') => {
                self.at += 1;
                self.push(Kind::Operator, start, self.at);
                return Ok(());
            }
            _ => {}
        }
        let long = OPERATORS.iter().find(|operator| self.starts(operator) && **operator != "~=");
        self.at += long.map_or(1, |operator| operator.len());
        self.push(Kind::Operator, start, self.at);
        Ok(())
    }

    /// Whether the cursor is directly in a replacement field, not in brackets inside it.
    fn field_is_here(&self) -> bool {
        self.fields.last().is_some_and(|(level, in_spec)| *level == self.brackets.len() && !in_spec)
    }

    fn close(&mut self, byte: u8) -> Step {
        let start = self.at;
        let closing = byte as char;
        self.at += 1;
        let floor = self.fields.last().map_or(0, |(level, _)| *level);
        let letter = self.strings.last().map(|string| string.letter);
        if let Some(letter) = letter
            && byte != b'}'
            && floor > 0
            && self.brackets.len() == floor
        {
            return self.fail(format!("{letter}-string: unmatched '{closing}'"));
        }
        let Some(open) = self.brackets.pop() else {
            return self.fail(format!("unmatched '{closing}'"));
        };
        let matches = matches!((open.byte, byte), (b'(', b')') | (b'[', b']') | (b'{', b'}'));
        if !matches {
            let opening = open.byte as char;
            let (line, _) = self.line_column(start);
            let (open_line, _) = self.line_column(open.at);
            let message = if line == open_line {
                format!("closing parenthesis '{closing}' does not match opening parenthesis '{opening}'")
            } else {
                format!(
                    "closing parenthesis '{closing}' does not match opening parenthesis '{opening}' on line {open_line}"
                )
            };
            return self.fail(message);
        }
        if self.fields.last().is_some_and(|(level, _)| *level == self.brackets.len() + 1) && byte == b'}' {
            self.fields.pop();
        }
        self.push(Kind::Operator, start, self.at);
        Ok(())
    }
}

/// `'(' was never closed`.
pub(super) fn never_closed(source: &str, open: Open) -> Failure {
    let (line, column) = line_column(source, open.at);
    let message = format!("'{}' was never closed", open.byte as char);
    let place = Place { line, offset: column as i64 + 1, end_line: line, end_offset: 0 };
    Failure { class: Class::Syntax, message, place }
}

/// Line (from 1) and column in bytes (from 0) of a byte.
pub(super) fn line_column(source: &str, at: usize) -> (u32, usize) {
    let before = &source.as_bytes()[..at.min(source.len())];
    let line = before.iter().filter(|byte| **byte == b'\n').count() as u32 + 1;
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    (line, at - start)
}

/// Combining marks, which may continue a name.
fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F | 0x483..=0x487 | 0x591..=0x5BD | 0x610..=0x61A | 0x64B..=0x669 | 0x900..=0x903
        | 0x93A..=0x94F | 0x200C..=0x200D | 0xFE00..=0xFE0F | 0x1AB0..=0x1AFF | 0x20D0..=0x20FF | 0xB7)
}

/// Characters without a shape, such as the zero-width space.
fn is_format(c: char) -> bool {
    matches!(c as u32, 0xAD | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF | 0xE000..=0xF8FF)
}
