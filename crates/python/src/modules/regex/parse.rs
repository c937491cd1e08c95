//! Patterns into trees, with CPython's messages and places for those that are wrong.

use std::collections::BTreeMap;

use super::charset::{CharSet, Class, Item};
use super::escape;
use super::source::{Source, Token, shown};
use super::tree::{Greed, Node, Parsed, PatternFault, Place, Sequence, UNBOUNDED, flags, width};

/// A parsed pattern.
pub struct Pattern {
    /// Its tree.
    pub body: Sequence,
    /// Its flags, those set inside among them.
    pub flags: u32,
    /// Number of groups, the whole match not counted.
    pub groups: u32,
    /// Names of groups and their numbers.
    pub names: Vec<(String, u32)>,
    /// What the script should be warned of: places of sets that look nested, and what they look like.
    pub warnings: Vec<String>,
    /// The fewest and the most characters each group takes.
    pub widths: Vec<Option<(u64, u64)>>,
}

/// What is known while a pattern is read.
pub struct Parser<'a> {
    /// The pattern.
    pub source: Source<'a>,
    /// Flags of the whole pattern.
    pub flags: u32,
    /// Widths of the groups by number; none while a group is open.
    pub widths: Vec<Option<(u64, u64)>>,
    /// Names of groups.
    pub names: BTreeMap<String, u32>,
    /// Names in the order in which they came.
    pub ordered: Vec<(String, u32)>,
    /// Groups that a conditional asks for, and where it does.
    pub asked: BTreeMap<u32, usize>,
    /// How many groups there were when the lookbehind began that is being read.
    pub behind: Option<usize>,
    /// How deep groups are nested.
    pub depth: u32,
    warnings: Vec<String>,
}

/// How deep groups may be nested, so that our own stack lasts.
const DEEPEST: u32 = 250;

/// Parses a pattern.
pub fn parse(text: &[char], is_text: bool, given: u32) -> Parsed<Pattern> {
    let mut parser = Parser {
        source: Source::new(text, is_text)?,
        flags: given,
        widths: vec![None],
        names: BTreeMap::new(),
        ordered: Vec::new(),
        asked: BTreeMap::new(),
        behind: None,
        depth: 0,
        warnings: Vec::new(),
    };
    // The type of the letters must be known before the first one is read, the rest is checked at the end.
    if is_text && given & flags::ASCII == 0 {
        parser.flags |= flags::UNICODE;
    }
    let outer = Scope { flags: parser.flags, whole: true };
    let body = parser.alternatives(outer)?;
    let flags = checked_flags(parser.flags, given, is_text)?;
    if parser.source.next.is_some() {
        return parser.source.error("unbalanced parenthesis", 0);
    }
    for (group, place) in &parser.asked {
        if *group as usize >= parser.widths.len() {
            let message = format!("invalid group reference {group}");
            return Err(PatternFault::Error(message, Some(*place)));
        }
    }
    Ok(Pattern {
        body,
        flags,
        groups: parser.widths.len() as u32 - 1,
        names: parser.ordered,
        warnings: parser.warnings,
        widths: parser.widths,
    })
}

fn checked_flags(all: u32, given: u32, is_text: bool) -> Parsed<u32> {
    let wrong = |message: &str| Err(PatternFault::Value(message.to_string(), false));
    if is_text {
        if all & flags::LOCALE != 0 {
            return wrong("cannot use LOCALE flag with a str pattern");
        }
        if all & flags::ASCII != 0 {
            if given & flags::UNICODE != 0 {
                return wrong("ASCII and UNICODE flags are incompatible");
            }
            return Ok(all & !flags::UNICODE);
        }
        return Ok(all | flags::UNICODE);
    }
    if all & flags::UNICODE != 0 {
        return wrong("cannot use UNICODE flag with a bytes pattern");
    }
    if all & flags::LOCALE != 0 && all & flags::ASCII != 0 {
        return wrong("ASCII and LOCALE flags are incompatible");
    }
    Ok(all)
}

/// The flags that hold in a part of the pattern.
#[derive(Clone, Copy)]
pub struct Scope {
    /// The flags.
    pub flags: u32,
    /// Whether flags for the whole pattern may still come: nothing was read yet.
    pub whole: bool,
}

impl Scope {
    fn has(self, flag: u32) -> bool {
        self.flags & flag != 0
    }
}

impl Parser<'_> {
    /// Whether only ASCII makes words and digits under these flags.
    pub fn ascii(&self, flags: u32) -> bool {
        !self.source.is_text || flags & flags::ASCII != 0
    }

    /// `a|b|c`
    pub fn alternatives(&mut self, scope: Scope) -> Parsed<Sequence> {
        let mut first = true;
        let mut scope = scope;
        let mut branches = Vec::new();
        loop {
            let inner = Scope { whole: scope.whole && first, ..scope };
            branches.push(self.sequence(inner)?);
            // Flags for the whole pattern hold in its later branches too.
            if scope.whole {
                scope.flags = self.flags;
            }
            first = false;
            if !self.source.take('|')? {
                break;
            }
        }
        match branches.len() {
            1 => Ok(branches.pop().unwrap_or_default()),
            _ => Ok(vec![Node::Branch(branches)]),
        }
    }

    /// Nodes one after the other, up to `|`, `)` or the end.
    pub fn sequence(&mut self, scope: Scope) -> Parsed<Sequence> {
        let mut scope = scope;
        let mut nodes: Sequence = Vec::new();
        while let Some(token) = self.source.next {
            if matches!(token, Token::Plain('|' | ')')) {
                break;
            }
            self.source.get()?;
            let c = match token {
                Token::Escape(_) => {
                    let node = escape::outside(self, token, scope.flags)?;
                    nodes.push(node);
                    continue;
                }
                Token::Plain(c) => c,
            };
            if scope.has(flags::VERBOSE) {
                if matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c') {
                    continue;
                }
                if c == '#' {
                    while !matches!(self.source.get()?, None | Some(Token::Plain('\n'))) {}
                    continue;
                }
            }
            match c {
                '.' => nodes.push(Node::Any(scope.flags)),
                '^' if scope.has(flags::MULTILINE) => nodes.push(Node::At(Place::LineStart)),
                '^' => nodes.push(Node::At(Place::Start)),
                '$' if scope.has(flags::MULTILINE) => nodes.push(Node::At(Place::LineEnd)),
                '$' => nodes.push(Node::At(Place::End)),
                '[' => {
                    let set = self.set(scope.flags)?;
                    nodes.push(set);
                }
                '*' | '+' | '?' | '{' => self.repeat(c, scope, &mut nodes)?,
                '(' => {
                    let inner = Scope { flags: scope.flags, whole: scope.whole && nodes.is_empty() };
                    if let Some(node) = self.parenthesis(inner)? {
                        nodes.push(node);
                    } else if scope.whole {
                        scope.flags = self.flags;
                    }
                }
                c => nodes.push(Node::Literal(c as u32, scope.flags)),
            }
        }
        // A group that only groups is no more than what it holds, which tells for what may be repeated.
        let mut flat = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Node::Group { index: None, flagged: false, body } => flat.extend(body),
                other => flat.push(other),
            }
        }
        Ok(flat)
    }

    fn repeat(&mut self, c: char, scope: Scope, nodes: &mut Sequence) -> Parsed<()> {
        let here = self.source.tell();
        let (mut least, mut most) = (0, UNBOUNDED);
        match c {
            '?' => most = 1,
            '+' => least = 1,
            '*' => {}
            _ => {
                if self.source.sees('}') {
                    nodes.push(Node::Literal(c as u32, scope.flags));
                    return Ok(());
                }
                let digit = |c: char| c.is_ascii_digit();
                let low = self.source.take_while(usize::MAX, digit)?;
                let high = if self.source.take(',')? {
                    self.source.take_while(usize::MAX, digit)?
                } else {
                    low.clone()
                };
                if !self.source.take('}')? {
                    nodes.push(Node::Literal(c as u32, scope.flags));
                    return self.source.seek(here);
                }
                if !low.is_empty() {
                    least = times(&low)?;
                }
                if !high.is_empty() {
                    most = times(&high)?;
                    if most < least {
                        let back = self.source.tell() - here;
                        return self.source.error("min repeat greater than max repeat", back);
                    }
                }
            }
        }
        let back = self.source.tell() - here + 1;
        let body = match nodes.pop() {
            None | Some(Node::At(_)) => return self.source.error("nothing to repeat", back),
            Some(Node::Repeat { .. }) => return self.source.error("multiple repeat", back),
            Some(Node::Group { index: None, flagged: false, body }) => body,
            Some(node) => vec![node],
        };
        let greed = if self.source.take('?')? {
            Greed::Lazy
        } else if self.source.take('+')? {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        nodes.push(Node::Repeat { least, most, greed, body });
        Ok(())
    }

    fn set(&mut self, scope: u32) -> Parsed<Node> {
        let start = self.source.tell() - 1;
        let unterminated =
            |source: &Source| source.error("unterminated character set", source.tell() - start);
        let negated = self.source.take('^')?;
        let mut items: Vec<Item> = Vec::new();
        if self.source.sees('[') {
            self.warn("nested set", self.source.tell());
        }
        loop {
            let Some(token) = self.source.get()? else { return unterminated(&self.source) };
            if token == Token::Plain(']') && !items.is_empty() {
                break;
            }
            let low = self.set_item(token)?;
            if let Token::Plain(c @ ('-' | '&' | '~' | '|')) = token
                && !items.is_empty()
                && self.source.sees(c)
            {
                let what = match c {
                    '-' => "set difference",
                    '&' => "set intersection",
                    '~' => "set symmetric difference",
                    _ => "set union",
                };
                self.warn(what, self.source.tell() - 1);
            }
            if !self.source.take('-')? {
                items.push(low);
                continue;
            }
            let Some(end) = self.source.get()? else { return unterminated(&self.source) };
            if end == Token::Plain(']') {
                items.extend([low, Item::Range('-' as u32, '-' as u32)]);
                break;
            }
            let high = self.set_item(end)?;
            if end == Token::Plain('-') {
                self.warn("set difference", self.source.tell() - 2);
            }
            match (low, high) {
                (Item::Range(from, _), Item::Range(to, _)) if from <= to => items.push(Item::Range(from, to)),
                _ => {
                    let (first, last) = (shown(token), shown(end));
                    let message = format!("bad character range {first}-{last}");
                    let back = first.chars().count() + 1 + last.chars().count();
                    return self.source.error(&message, back);
                }
            }
        }
        Ok(self.set_of(items, negated, scope))
    }

    fn set_item(&mut self, token: Token) -> Parsed<Item> {
        match token {
            Token::Plain(c) => Ok(Item::Range(c as u32, c as u32)),
            Token::Escape(_) => escape::inside(self, token),
        }
    }

    /// A set under flags.
    pub fn set_of(&self, items: Vec<Item>, negated: bool, scope: u32) -> Node {
        let casing = super::program::casing(scope, self.source.is_text);
        Node::Set(Box::new(CharSet::new(items, negated, self.ascii(scope), casing)))
    }

    /// `\w` and the like.
    pub fn class(&self, class: Class, outside: bool, scope: u32) -> Node {
        self.set_of(vec![Item::Class(class, outside)], false, scope & !flags::IGNORECASE)
    }

    fn warn(&mut self, what: &str, place: usize) {
        self.warnings.push(format!("Possible {what} at position {place}"));
    }

    /// Reads to the `)` of a group that began at a place.
    pub fn close(&mut self, start: usize) -> Parsed<()> {
        if self.source.take(')')? {
            return Ok(());
        }
        let back = self.source.tell() - start;
        self.source.error("missing ), unterminated subpattern", back)
    }

    /// Opens a group that captures.
    pub fn open_group(&mut self, name: Option<&str>) -> Parsed<u32> {
        let index = self.widths.len() as u32;
        self.widths.push(None);
        if let Some(name) = name {
            if let Some(before) = self.names.get(name) {
                let shown = crate::text::repr::repr_str(name);
                let message =
                    format!("redefinition of group name {shown} as group {index}; was group {before}");
                return self.source.error(&message, name.chars().count() + 1);
            }
            self.names.insert(name.to_string(), index);
            self.ordered.push((name.to_string(), index));
        }
        Ok(index)
    }

    /// Closes a group.
    pub fn close_group(&mut self, index: u32, body: &[Node]) {
        let taken = width(body, &self.widths);
        if let Some(place) = self.widths.get_mut(index as usize) {
            *place = Some(taken);
        }
    }

    /// Refuses a reference to a group that is still open, or that belongs to the lookbehind being read.
    pub fn check_reference(&self, group: u32, back: usize) -> Parsed<()> {
        let closed = self.widths.get(group as usize).is_some_and(Option::is_some);
        if !closed && (group as usize) < self.widths.len() {
            return self.source.error("cannot refer to an open group", back);
        }
        self.check_behind(group)
    }

    /// Refuses a reference to a group of the lookbehind being read.
    pub fn check_behind(&self, group: u32) -> Parsed<()> {
        let Some(before) = self.behind else { return Ok(()) };
        if self.widths.get(group as usize).is_none_or(Option::is_none) {
            return self.source.error("cannot refer to an open group", 0);
        }
        if group as usize >= before {
            let message = "cannot refer to group defined in the same lookbehind subpattern";
            return self.source.error(message, 0);
        }
        Ok(())
    }

    /// Goes one group deeper.
    pub fn deeper<T>(&mut self, go: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= DEEPEST {
            return Err(PatternFault::Value("the pattern is nested too deeply".into(), true));
        }
        self.depth += 1;
        let result = go(self);
        self.depth -= 1;
        result
    }
}

fn times(digits: &str) -> Parsed<u32> {
    match digits.parse::<u32>() {
        Ok(number) if number < UNBOUNDED => Ok(number),
        _ => Err(PatternFault::Value("the repetition number is too large".into(), true)),
    }
}
