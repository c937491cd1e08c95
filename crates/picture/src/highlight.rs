//! A small lexer that colours Python source for reading. It never fails: what it does not know is plain
//! text, and a string that is not closed ends where its line does. Spans of one line are returned in order
//! and cover it completely.

use std::ops::Range;

/// What a stretch of source is, for its colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Anything without a colour of its own.
    Plain,
    /// A keyword.
    Keyword,
    /// The name that a `def` or a `class` introduces.
    Name,
    /// A number.
    Number,
    /// A string, an f-string with what is in its braces included.
    String,
    /// A comment.
    Comment,
}

impl Kind {
    /// The class of the style sheet, empty for plain text.
    pub fn class(self) -> &'static str {
        match self {
            Kind::Plain => "",
            Kind::Keyword => "tok-keyword",
            Kind::Name => "tok-name",
            Kind::Number => "tok-number",
            Kind::String => "tok-string",
            Kind::Comment => "tok-comment",
        }
    }
}

/// A coloured stretch of a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// Its kind.
    pub kind: Kind,
    /// Its text.
    pub text: String,
}

const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// The tokens of every line of `source`.
pub fn highlight(source: &str) -> Vec<Vec<Token>> {
    let mut lines = vec![Vec::new()];
    for (kind, range) in lex(source) {
        for (index, text) in source[range].split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut()
                && !text.is_empty()
            {
                line.push(Token { kind, text: text.to_owned() });
            }
        }
    }
    lines
}

fn lex(source: &str) -> Vec<(Kind, Range<usize>)> {
    let bytes = source.as_bytes();
    let mut tokens: Vec<(Kind, Range<usize>)> = Vec::new();
    let mut at = 0;
    let mut names_next = false;
    while at < bytes.len() {
        let start = at;
        let byte = bytes[at];
        let kind = if byte == b'#' {
            at = line_end(bytes, at);
            Kind::Comment
        } else if let Some(end) = string_at(bytes, at) {
            at = end;
            Kind::String
        } else if byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80 {
            at = run(bytes, at, |b| b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80);
            let word = &source[start..at];
            if names_next {
                names_next = false;
                Kind::Name
            } else if KEYWORDS.contains(&word) {
                names_next = matches!(word, "def" | "class");
                Kind::Keyword
            } else {
                Kind::Plain
            }
        } else if byte.is_ascii_digit() {
            at = run(bytes, at, |b| b.is_ascii_alphanumeric() || b == b'_' || b == b'.');
            Kind::Number
        } else {
            at += 1;
            if !byte.is_ascii_whitespace() {
                names_next = false;
            }
            Kind::Plain
        };
        match tokens.last_mut() {
            Some((last, range)) if *last == kind => range.end = at,
            _ => tokens.push((kind, start..at)),
        }
    }
    tokens
}

fn run(bytes: &[u8], mut at: usize, belongs: impl Fn(u8) -> bool) -> usize {
    while at < bytes.len() && belongs(bytes[at]) {
        at += 1;
    }
    at
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    run(bytes, at, |byte| byte != b'\n')
}

/// The end of the string literal, with its prefix, that begins at `at`.
fn string_at(bytes: &[u8], at: usize) -> Option<usize> {
    let quote_at = run(bytes, at, |b| b.is_ascii_alphabetic());
    let prefix = &bytes[at..quote_at];
    let known = prefix.iter().all(|b| b"rRbBuUfFtT".contains(b)) && prefix.len() <= 2;
    let quote = *bytes.get(quote_at)?;
    if !known || !matches!(quote, b'"' | b'\'') {
        return None;
    }
    let formatted = prefix.iter().any(|b| b"fFtT".contains(b));
    Some(string_end(bytes, quote_at, quote, formatted))
}

fn string_end(bytes: &[u8], open: usize, quote: u8, formatted: bool) -> usize {
    let triple = bytes[open..].starts_with(&[quote; 3]);
    let mut at = open + if triple { 3 } else { 1 };
    while at < bytes.len() {
        let byte = bytes[at];
        if byte == b'\\' {
            at = (at + 2).min(bytes.len());
        } else if byte == b'\n' && !triple {
            return at;
        } else if byte == quote && (!triple || bytes[at..].starts_with(&[quote; 3])) {
            return at + if triple { 3 } else { 1 };
        } else if formatted && byte == b'{' && bytes.get(at + 1) == Some(&b'{') {
            at += 2;
        } else if formatted && byte == b'{' {
            at = field_end(bytes, at + 1, triple);
        } else {
            at += 1;
        }
    }
    bytes.len()
}

/// The end of a replacement field: strings inside it may use the quotes of the string around it.
fn field_end(bytes: &[u8], mut at: usize, triple: bool) -> usize {
    let mut depth = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\n' if !triple => return at,
            b'{' => depth += 1,
            b'}' if depth == 1 => return at + 1,
            b'}' => depth -= 1,
            quote @ (b'"' | b'\'') => {
                at = string_end(bytes, at, quote, false);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(source: &str) -> Vec<(Kind, String)> {
        highlight(source).concat().into_iter().map(|token| (token.kind, token.text)).collect()
    }

    #[test]
    fn a_definition_is_coloured() {
        let got = kinds("async def main(): # go\n    return 15");
        let want = [
            (Kind::Keyword, "async"),
            (Kind::Plain, " "),
            (Kind::Keyword, "def"),
            (Kind::Plain, " "),
            (Kind::Name, "main"),
            (Kind::Plain, "(): "),
            (Kind::Comment, "# go"),
            (Kind::Plain, "    "),
            (Kind::Keyword, "return"),
            (Kind::Plain, " "),
            (Kind::Number, "15"),
        ];
        assert_eq!(got, want.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn quotes_nest_in_a_replacement_field() {
        let source = "f\"at {now().strftime(\"%H\")}.\" + x";
        assert_eq!(kinds(source)[0], (Kind::String, "f\"at {now().strftime(\"%H\")}.\"".to_owned()));
    }

    #[test]
    fn every_character_is_kept() {
        for source in
            ["", "\n", "x = '''a\nb'''\n", "f'{x", "'open\nnext", "é = \"ü\\", "f'''{\n1}'''", "rb'x' uu'"]
        {
            let lines: Vec<String> = highlight(source)
                .iter()
                .map(|line| line.iter().map(|token| token.text.as_str()).collect())
                .collect();
            assert_eq!(lines.join("\n"), source);
        }
    }
}
