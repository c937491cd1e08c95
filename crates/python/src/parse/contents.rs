//! What is wrong inside a string literal: escapes that do not decode, and characters that bytes cannot hold.

use super::token::{Class, Failure, Kind, Place, Token};
use super::tokenize::{line_column, tokenize};

/// Explains the literal that holds a byte of the source.
pub(super) fn explain(source: &str, at: usize) -> Option<Failure> {
    let tokens = tokenize(source).tokens;
    let position = tokens.iter().position(|token| is_text(token) && token.start <= at && at <= token.end)?;
    let token = tokens[position];
    let text = source.get(token.start..token.end)?;
    let (line, column) = line_column(source, token.start);
    let (end_line, end_column) = line_column(source, token.end);
    let mut place = Place { line, offset: column as i64 + 1, end_line, end_offset: end_column as i64 + 1 };
    let message = match token.kind {
        Kind::Text => literal(text, at - token.start)?,
        _ => {
            // The parser notices at the end of the string.
            let end =
                tokens[position..].iter().find(|token| matches!(token.kind, Kind::FEnd | Kind::TEnd))?;
            let (line, column) = line_column(source, end.start);
            let end_offset = column as i64 + 1 + (end.end - end.start) as i64;
            place = Place { line, offset: column as i64 + 1, end_line: line, end_offset };
            escapes(text, at - token.start)?
        }
    };
    Some(Failure { class: Class::Syntax, message, place })
}

/// What is wrong inside a literal without fields, but for names of characters that are not known.
pub(super) fn of_literal(source: &str, token: Token) -> Option<String> {
    literal(source.get(token.start..token.end)?, usize::MAX)
}

fn is_text(token: &Token) -> bool {
    matches!(token.kind, Kind::Text | Kind::FMiddle | Kind::TMiddle)
}

fn literal(text: &str, at: usize) -> Option<String> {
    let quote = text.find(['"', '\''])?;
    let prefix = text[..quote].to_ascii_lowercase();
    let width = if text[quote..].starts_with("\"\"\"") || text[quote..].starts_with("'''") { 3 } else { 1 };
    let body = text.get(quote + width..text.len() - width)?;
    if prefix.contains('b') {
        if !body.is_ascii() {
            return Some("bytes can only contain ASCII literal characters".to_owned());
        }
        return if prefix.contains('r') { None } else { hexadecimal_escape(body) };
    }
    if prefix.contains('r') {
        return None;
    }
    escapes(body, at.saturating_sub(quote + width))
}

/// The first `\x` of bytes without two digits.
fn hexadecimal_escape(body: &str) -> Option<String> {
    let bytes = body.as_bytes();
    let mut at = 0;
    while at + 1 < bytes.len() {
        if bytes[at] != b'\\' {
            at += 1;
            continue;
        }
        let digits = bytes[at + 2..].iter().take(2).take_while(|byte| byte.is_ascii_hexdigit()).count();
        if bytes[at + 1] == b'x' && digits < 2 {
            return Some(format!("(value error) invalid \\x escape at position {at}"));
        }
        at += 2;
    }
    None
}

/// The first escape that does not decode; `at` is where the parser found one it does not know.
fn escapes(body: &str, at: usize) -> Option<String> {
    let mut chars = body.char_indices().peekable();
    // CPython decodes a copy in which every other character is a ten-byte escape.
    let mut position = 0;
    while let Some((start, c)) = chars.next() {
        if c != '\\' {
            position += if c.is_ascii() { 1 } else { 10 };
            continue;
        }
        let (_, kind) = chars.next()?;
        let wanted = match kind {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            'N' => {
                if let Some(message) = name_escape(&body[start..], position, start, at) {
                    return Some(message);
                }
                position += 2;
                continue;
            }
            _ => {
                position += 2;
                continue;
            }
        };
        let digits = body[start + 2..].bytes().take(wanted).take_while(u8::is_ascii_hexdigit).count();
        let end = position + 1 + digits;
        if digits < wanted {
            let shape = format!("\\{kind}{}", "X".repeat(wanted));
            return Some(undecodable(position, end, &format!("truncated {shape} escape")));
        }
        let value = u32::from_str_radix(&body[start + 2..start + 2 + wanted], 16).unwrap_or(u32::MAX);
        if value > 0x10_FFFF {
            return Some(undecodable(position, end, "illegal Unicode character"));
        }
        for _ in 0..digits {
            chars.next();
        }
        position += 2 + digits;
    }
    None
}

/// `\N{…}` without a name, without an end, or with a name that is not known.
fn name_escape(text: &str, position: usize, start: usize, at: usize) -> Option<String> {
    let malformed = "malformed \\N character escape";
    let Some(name) = text.strip_prefix("\\N{") else {
        return Some(undecodable(position, position + 1, malformed));
    };
    let Some(end) = name.find('}') else {
        return Some(undecodable(position, position + text.len() - 1, malformed));
    };
    if end == 0 {
        return Some(undecodable(position, position + 2, malformed));
    }
    let whole = start..start + end + 4;
    whole.contains(&at).then(|| undecodable(position, position + end + 3, "unknown Unicode character name"))
}

fn undecodable(start: usize, end: usize, reason: &str) -> String {
    format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {reason}")
}
