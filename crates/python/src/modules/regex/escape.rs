//! Escapes in patterns: classes, places, characters by number, references to groups.

use super::charset::{Class, Item};
use super::parse::Parser;
use super::source::{Source, Token};
use super::tree::{Node, Parsed, Place};
use crate::text::repr::repr_str;

fn is_octal(c: char) -> bool {
    ('0'..='7').contains(&c)
}

fn is_hex(c: char) -> bool {
    c.is_ascii_hexdigit()
}

fn class_of(c: char) -> Option<(Class, bool)> {
    Some(match c {
        'd' => (Class::Digit, false),
        'D' => (Class::Digit, true),
        's' => (Class::Space, false),
        'S' => (Class::Space, true),
        'w' => (Class::Word, false),
        'W' => (Class::Word, true),
        _ => return None,
    })
}

fn control(c: char) -> Option<char> {
    Some(match c {
        'a' => '\x07',
        'b' => '\x08',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\x0b',
        '\\' => '\\',
        _ => return None,
    })
}

fn letter(token: Token) -> char {
    match token {
        Token::Plain(c) | Token::Escape(c) => c,
    }
}

/// An escape outside a set.
pub fn outside(parser: &mut Parser, token: Token, scope: u32) -> Parsed<Node> {
    let c = letter(token);
    let ascii = parser.ascii(scope);
    match c {
        'A' => return Ok(Node::At(Place::Start)),
        'Z' | 'z' => return Ok(Node::At(Place::VeryEnd)),
        'b' => return Ok(Node::At(Place::Boundary(ascii))),
        'B' => return Ok(Node::At(Place::NoBoundary(ascii))),
        _ => {}
    }
    if let Some((class, outside)) = class_of(c) {
        return Ok(parser.class(class, outside, scope));
    }
    if let Some(c) = control(c) {
        return Ok(Node::Literal(c as u32, scope));
    }
    let source = &mut parser.source;
    if let Some(code) = by_number(source, c)? {
        return Ok(Node::Literal(code, scope));
    }
    if c == '0' {
        let digits = source.take_while(2, is_octal)?;
        return Ok(Node::Literal(u32::from_str_radix(&format!("0{digits}"), 8).unwrap_or(0), scope));
    }
    if c.is_ascii_digit() {
        return reference(parser, c, scope);
    }
    plain(source, c).map(|code| Node::Literal(code, scope))
}

/// An escape inside a set.
pub fn inside(parser: &mut Parser, token: Token) -> Parsed<Item> {
    let c = letter(token);
    let source = &mut parser.source;
    let code = if let Some(c) = control(c) {
        c as u32
    } else if let Some((class, outside)) = class_of(c) {
        return Ok(Item::Class(class, outside));
    } else if let Some(code) = by_number(source, c)? {
        code
    } else if is_octal(c) {
        let digits = format!("{c}{}", source.take_while(2, is_octal)?);
        octal(source, &digits)?
    } else if c.is_ascii_digit() {
        return source.error(&format!("bad escape \\{c}"), 2);
    } else {
        plain(source, c)?
    };
    Ok(Item::Range(code, code))
}

fn plain(source: &Source, c: char) -> Parsed<u32> {
    if c.is_ascii_alphabetic() {
        return source.error(&format!("bad escape \\{c}"), 2);
    }
    Ok(c as u32)
}

fn octal(source: &Source, digits: &str) -> Parsed<u32> {
    let code = u32::from_str_radix(digits, 8).unwrap_or(u32::MAX);
    if code > 0o377 {
        let message = format!("octal escape value \\{digits} outside of range 0-0o377");
        return source.error(&message, digits.len() + 1);
    }
    Ok(code)
}

/// `\x..`, `\u....`, `\U........`, `\N{...}`
fn by_number(source: &mut Source, c: char) -> Parsed<Option<u32>> {
    let wanted = match c {
        'x' => 2,
        'u' if source.is_text => 4,
        'U' if source.is_text => 8,
        'N' if source.is_text => {
            if !source.take('{')? {
                return source.error("missing {", 0);
            }
            let name = source.take_until('}', "character name")?;
            if let Some(c) = unicode_names2::character(&name) {
                return Ok(Some(c as u32));
            }
            let message = format!("undefined character name {}", repr_str(&name));
            return source.error(&message, name.chars().count() + 4);
        }
        _ => return Ok(None),
    };
    let digits = source.take_while(wanted, is_hex)?;
    let written = format!("\\{c}{digits}");
    if digits.len() != wanted {
        return source.error(&format!("incomplete escape {written}"), written.len());
    }
    match u32::from_str_radix(&digits, 16) {
        Ok(code) if code <= 0x10_ffff => Ok(Some(code)),
        _ => source.error(&format!("bad escape {written}"), written.len()),
    }
}

/// `\1`, or a character in octal with three digits.
fn reference(parser: &mut Parser, first: char, scope: u32) -> Parsed<Node> {
    let mut digits = first.to_string();
    let source = &mut parser.source;
    digits += &source.take_while(1, |c| c.is_ascii_digit())?;
    if digits.len() == 2 && digits.chars().all(is_octal) {
        let third = source.take_while(1, is_octal)?;
        if !third.is_empty() {
            digits += &third;
            return octal(source, &digits).map(|code| Node::Literal(code, scope));
        }
    }
    let group: u32 = digits.parse().unwrap_or(u32::MAX);
    if (group as usize) < parser.widths.len() {
        parser.check_reference(group, digits.len() + 1)?;
        return Ok(Node::Backreference(group, scope));
    }
    parser.source.error(&format!("invalid group reference {group}"), digits.len())
}
