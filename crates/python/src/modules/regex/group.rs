//! What stands in parentheses: groups, flags, what must come before or after, comments.

use super::parse::{Parser, Scope};
use super::source::{Token, is_letter, shown, size};
use super::tree::{Node, Parsed, flags};
use crate::text::repr::repr_str;

/// The highest number of a group.
const MOST_GROUPS: u32 = 1 << 30;

fn flag_of(token: Token) -> Option<u32> {
    Some(match token {
        Token::Plain('i') => flags::IGNORECASE,
        Token::Plain('L') => flags::LOCALE,
        Token::Plain('m') => flags::MULTILINE,
        Token::Plain('s') => flags::DOTALL,
        Token::Plain('x') => flags::VERBOSE,
        Token::Plain('a') => flags::ASCII,
        Token::Plain('u') => flags::UNICODE,
        _ => return None,
    })
}

impl Parser<'_> {
    /// What comes after `(`; nothing for comments and flags of the whole pattern.
    pub fn parenthesis(&mut self, scope: Scope) -> Parsed<Option<Node>> {
        self.deeper(|parser| parser.parenthesized(scope))
    }

    fn parenthesized(&mut self, scope: Scope) -> Parsed<Option<Node>> {
        let start = self.source.tell() - 1;
        let inner = Scope { whole: false, ..scope };
        if !self.source.take('?')? {
            return self.capturing(None, inner, start);
        }
        let Some(token) = self.source.get()? else {
            return self.source.error("unexpected end of pattern", 0);
        };
        match token {
            Token::Plain('P') => self.extended(inner, start),
            Token::Plain(':') => {
                let body = self.alternatives(inner)?;
                self.close(start)?;
                Ok(Some(Node::Group { index: None, flagged: false, body }))
            }
            Token::Plain('#') => loop {
                match self.source.get()? {
                    Some(Token::Plain(')')) => return Ok(None),
                    Some(_) => {}
                    None => {
                        let back = self.source.tell() - start;
                        return self.source.error("missing ), unterminated comment", back);
                    }
                }
            },
            Token::Plain('=') => self.look(false, false, inner, start).map(Some),
            Token::Plain('!') => self.look(false, true, inner, start).map(Some),
            Token::Plain('<') => match self.source.get()? {
                None => self.source.error("unexpected end of pattern", 0),
                Some(Token::Plain('=')) => self.look(true, false, inner, start).map(Some),
                Some(Token::Plain('!')) => self.look(true, true, inner, start).map(Some),
                Some(other) => {
                    let message = format!("unknown extension ?<{}", shown(other));
                    self.source.error(&message, size(other) + 2)
                }
            },
            Token::Plain('(') => self.conditional(inner, start).map(Some),
            Token::Plain('>') => {
                let body = self.alternatives(inner)?;
                self.close(start)?;
                Ok(Some(Node::Atomic(body)))
            }
            _ if flag_of(token).is_some() || token == Token::Plain('-') => {
                let Some((on, off)) = self.inline_flags(token)? else {
                    if !scope.whole {
                        let back = self.source.tell() - start;
                        let message = "global flags not at the start of the expression";
                        return self.source.error(message, back);
                    }
                    return Ok(None);
                };
                let mut inside = scope.flags;
                if on & flags::TYPES != 0 {
                    inside &= !flags::TYPES;
                }
                let inner = Scope { flags: (inside | on) & !off, whole: false };
                let body = self.alternatives(inner)?;
                self.close(start)?;
                Ok(Some(Node::Group { index: None, flagged: on | off != 0, body }))
            }
            other => {
                let message = format!("unknown extension ?{}", shown(other));
                self.source.error(&message, size(other) + 1)
            }
        }
    }

    fn capturing(&mut self, name: Option<&str>, inner: Scope, start: usize) -> Parsed<Option<Node>> {
        let index = self.open_group(name)?;
        let body = self.alternatives(inner)?;
        self.close(start)?;
        self.close_group(index, &body);
        Ok(Some(Node::Group { index: Some(index), flagged: false, body }))
    }

    /// What comes after `(?P`.
    fn extended(&mut self, inner: Scope, start: usize) -> Parsed<Option<Node>> {
        if self.source.take('<')? {
            let name = self.source.take_until('>', "group name")?;
            self.source.check_name(&name)?;
            return self.capturing(Some(&name), inner, start);
        }
        if self.source.take('=')? {
            let name = self.source.take_until(')', "group name")?;
            self.source.check_name(&name)?;
            let back = name.chars().count() + 1;
            let Some(group) = self.names.get(&name).copied() else {
                return self.source.error(&format!("unknown group name {}", repr_str(&name)), back);
            };
            self.check_reference(group, back)?;
            return Ok(Some(Node::Backreference(group, inner.flags)));
        }
        match self.source.get()? {
            None => self.source.error("unexpected end of pattern", 0),
            Some(other) => {
                let message = format!("unknown extension ?P{}", shown(other));
                self.source.error(&message, size(other) + 2)
            }
        }
    }

    fn look(&mut self, behind: bool, negative: bool, inner: Scope, start: usize) -> Parsed<Node> {
        let outer = self.behind;
        if behind && outer.is_none() {
            self.behind = Some(self.widths.len());
        }
        let body = self.alternatives(inner)?;
        self.behind = outer;
        self.close(start)?;
        Ok(if negative && body.is_empty() { Node::Fail } else { Node::Look { behind, negative, body } })
    }

    fn conditional(&mut self, inner: Scope, start: usize) -> Parsed<Node> {
        let name = self.source.take_until(')', "group name")?;
        let back = name.chars().count() + 1;
        let group = if name.bytes().all(|byte| byte.is_ascii_digit()) {
            let group = name.parse::<u32>().unwrap_or(u32::MAX);
            if group == 0 {
                return self.source.error("bad group number", back);
            }
            if group >= MOST_GROUPS {
                return self.source.error(&format!("invalid group reference {name}"), back);
            }
            let place = self.source.tell() - back;
            self.asked.entry(group).or_insert(place);
            group
        } else {
            self.source.check_name(&name)?;
            match self.names.get(&name) {
                Some(group) => *group,
                None => return self.source.error(&format!("unknown group name {}", repr_str(&name)), back),
            }
        };
        self.check_behind(group)?;
        let yes = self.sequence(inner)?;
        let mut no = Vec::new();
        if self.source.take('|')? {
            no = self.sequence(inner)?;
            if self.source.sees('|') {
                return self.source.error("conditional backref with more than two branches", 0);
            }
        }
        self.close(start)?;
        Ok(Node::Conditional(group, yes, no))
    }

    /// Flags after `(?`: those turned on and off for a group, or nothing where they hold for the whole pattern.
    fn inline_flags(&mut self, first: Token) -> Parsed<Option<(u32, u32)>> {
        let (mut on, mut off) = (0, 0);
        let mut token = first;
        if token != Token::Plain('-') {
            loop {
                on |= flag_of(token).unwrap_or_default();
                self.check_type(token, on)?;
                token = match self.source.get()? {
                    None => return self.source.error("missing -, : or )", 0),
                    Some(token) => token,
                };
                if matches!(token, Token::Plain(')' | '-' | ':')) {
                    break;
                }
                self.known_flag(token, "missing -, : or )")?;
            }
        }
        if token == Token::Plain(')') {
            self.flags |= on;
            if on & flags::ASCII != 0 {
                self.flags &= !flags::UNICODE;
            }
            return Ok(None);
        }
        if token == Token::Plain('-') {
            token = match self.source.get()? {
                None => return self.source.error("missing flag", 0),
                Some(token) => token,
            };
            self.known_flag(token, "missing flag")?;
            loop {
                let flag = flag_of(token).unwrap_or_default();
                if flag & flags::TYPES != 0 {
                    let message = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                    return self.source.error(message, 0);
                }
                off |= flag;
                token = match self.source.get()? {
                    None => return self.source.error("missing :", 0),
                    Some(Token::Plain(':')) => break,
                    Some(token) => token,
                };
                self.known_flag(token, "missing :")?;
            }
        }
        if on & off != 0 {
            return self.source.error("bad inline flags: flag turned on and off", 1);
        }
        Ok(Some((on, off)))
    }

    fn check_type(&self, token: Token, on: u32) -> Parsed<()> {
        let flag = flag_of(token).unwrap_or_default();
        let message = match flag {
            flags::LOCALE if self.source.is_text => {
                "bad inline flags: cannot use 'L' flag with a str pattern"
            }
            flags::UNICODE if !self.source.is_text => {
                "bad inline flags: cannot use 'u' flag with a bytes pattern"
            }
            _ if flag & flags::TYPES != 0 && on & flags::TYPES != flag => {
                "bad inline flags: flags 'a', 'u' and 'L' are incompatible"
            }
            _ => return Ok(()),
        };
        self.source.error(message, 0)
    }

    fn known_flag(&self, token: Token, otherwise: &str) -> Parsed<()> {
        if flag_of(token).is_some() {
            return Ok(());
        }
        let message = if is_letter(token) { "unknown flag" } else { otherwise };
        self.source.error(message, size(token))
    }
}
