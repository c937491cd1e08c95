//! Runs the grammar over tokens: a packrat parser that keeps just enough of a tree to say what is wrong.

use hashbrown::HashMap;

use super::notation::{Alternative, Grammar, Item, Result as Outcome};
use super::token::{Failure, Kind, Token, Tokens};

/// Rules inside one another beyond which it gives up: a hostile source must not exhaust the stack.
const MAXIMUM_DEPTH: usize = 600;

/// Index of a node.
pub(super) type NodeId = u32;

/// A piece of the tree.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// What it is; empty for what only groups others.
    pub kind: &'static str,
    /// Its first token.
    pub first: usize,
    /// The token after its last.
    pub end: usize,
    /// Its parts.
    pub kids: Vec<NodeId>,
}

/// Why parsing stopped.
pub(super) enum Stop {
    /// This is what is wrong.
    Failure(Failure),
    /// It goes too deep.
    Depth,
}

/// What a match gives: the node and the position after it.
type Match = Option<(NodeId, usize)>;

/// The parser.
pub(super) struct Parser<'s> {
    pub source: &'s str,
    pub tokens: &'s Tokens,
    grammar: &'s Grammar,
    pub nodes: Vec<Node>,
    memo: HashMap<(usize, usize, bool), Match>,
    /// Whether the rules for mistakes count.
    pub explains: bool,
    /// One past the furthest token that was looked at.
    pub fill: usize,
    depth: usize,
    without_invalid: Option<usize>,
    pub conversion: Option<usize>,
}

impl<'s> Parser<'s> {
    pub(super) fn new(source: &'s str, tokens: &'s Tokens, grammar: &'s Grammar) -> Parser<'s> {
        Parser {
            source,
            tokens,
            grammar,
            nodes: Vec::new(),
            memo: HashMap::new(),
            explains: false,
            fill: 0,
            depth: 0,
            without_invalid: grammar.rule("expression_without_invalid"),
            conversion: grammar.rule("conversion_letter"),
        }
    }

    /// Tries to parse the whole source, with or without the rules for mistakes.
    pub(super) fn run(&mut self, start: &str, explains: bool) -> Result<bool, Stop> {
        self.explains = explains;
        self.memo.clear();
        self.nodes.clear();
        let Some(start) = self.grammar.rule(start) else { return Ok(true) };
        Ok(self.rule(start, 0)?.is_some())
    }

    /// The token at a position; the tokenizer's failure where it stopped.
    pub(super) fn token(&mut self, at: usize) -> Result<Token, Stop> {
        self.fill = self.fill.max(at + 1);
        let last = self.tokens.tokens.len() - 1;
        let token = self.tokens.tokens[at.min(last)];
        match (&self.tokens.failure, token.kind) {
            (Some(failure), Kind::Error) => Err(Stop::Failure(failure.clone())),
            _ => Ok(token),
        }
    }

    /// The text of a token.
    pub(super) fn text(&self, token: Token) -> &'s str {
        self.source.get(token.start..token.end.min(self.source.len())).unwrap_or("")
    }

    fn node(&mut self, kind: &'static str, first: usize, end: usize, kids: Vec<NodeId>) -> NodeId {
        self.nodes.push(Node { kind, first, end, kids });
        self.nodes.len() as NodeId - 1
    }

    fn rule(&mut self, number: usize, at: usize) -> Result<Match, Stop> {
        let rule = &self.grammar.rules[number];
        let key = (number, at, self.explains && !rule.remembered);
        if let Some(known) = self.memo.get(&key) {
            return Ok(*known);
        }
        if self.depth >= MAXIMUM_DEPTH {
            return Err(Stop::Depth);
        }
        self.depth += 1;
        let silent = self.without_invalid == Some(number);
        let explains = self.explains;
        self.explains &= !silent;
        let result = if rule.left_recursive {
            self.grow(number, at, key)
        } else {
            self.alternatives(&rule.alternatives, at)
        };
        self.explains = explains;
        self.depth -= 1;
        let result = result?;
        self.memo.insert(key, result);
        Ok(result)
    }

    /// A rule that begins with itself: each time around it may begin with what it matched before.
    fn grow(&mut self, number: usize, at: usize, key: (usize, usize, bool)) -> Result<Match, Stop> {
        let mut best: Match = None;
        loop {
            self.memo.insert(key, best);
            let result = self.alternatives(&self.grammar.rules[number].alternatives, at)?;
            match (result, best) {
                (Some((_, end)), Some((_, before))) if end <= before => return Ok(best),
                (Some(_), _) => best = result,
                (None, _) => return Ok(best),
            }
        }
    }

    fn alternatives(&mut self, alternatives: &'s [Alternative], at: usize) -> Result<Match, Stop> {
        for alternative in alternatives {
            if alternative.explains && !self.explains {
                continue;
            }
            let (result, cut) = self.alternative(alternative, at)?;
            if result.is_some() {
                return Ok(result);
            }
            if cut {
                return Ok(None);
            }
        }
        Ok(None)
    }

    fn alternative(&mut self, alternative: &'s Alternative, at: usize) -> Result<(Match, bool), Stop> {
        let mut kids = Vec::new();
        let mut labels: Vec<(u8, NodeId)> = Vec::new();
        let mut position = at;
        let mut cut = false;
        for (label, item) in &alternative.items {
            if matches!(item, Item::Cut) {
                cut = true;
                continue;
            }
            let Some((node, end)) = self.item(item, position)? else { return Ok((None, cut)) };
            if let Some(label) = label {
                labels.push((*label, node));
            }
            if !matches!(item, Item::And(_) | Item::Not(_)) {
                kids.push(node);
            }
            position = end;
        }
        let labelled = |wanted: u8| labels.iter().find(|(label, _)| *label == wanted).map(|(_, node)| *node);
        let node = match &alternative.result {
            Outcome::Plain if kids.len() == 1 => kids[0],
            Outcome::Plain => self.node("", at, position, kids),
            Outcome::Kind(kind) => {
                if *kind == "Constant"
                    && let Some(failure) = self.wrong_literals(at, position)
                {
                    return Err(Stop::Failure(failure));
                }
                self.node(kind, at, position, kids)
            }
            Outcome::Label(label) => match labelled(*label) {
                Some(node) => node,
                None => self.node("", at, position, kids),
            },
            Outcome::Raise(what, wanted, message) => {
                let nodes: Vec<NodeId> = wanted.iter().filter_map(|label| labelled(*label)).collect();
                return match self.raise(what, &nodes, message, position)? {
                    Some(failure) => Err(Stop::Failure(failure)),
                    // A mistake that has nothing to say keeps the others from being looked for.
                    None if !["adjacent", "imaginary"].contains(what) => Ok((None, true)),
                    None => Ok((None, cut)),
                };
            }
        };
        Ok((Some((node, position)), cut))
    }

    fn item(&mut self, item: &'s Item, at: usize) -> Result<Match, Stop> {
        match item {
            Item::Text(text) => {
                let token = self.token(at)?;
                let right = matches!(token.kind, Kind::Operator | Kind::Keyword) && self.text(token) == *text;
                Ok(right.then(|| self.leaf(at)))
            }
            Item::Soft(text) => {
                let token = self.token(at)?;
                let right = token.kind == Kind::Name && self.text(token) == *text;
                Ok(right.then(|| self.leaf(at)))
            }
            Item::AnySoft => {
                let token = self.token(at)?;
                let soft = ["_", "case", "match", "type"].contains(&self.text(token));
                Ok((token.kind == Kind::Name && soft).then(|| self.leaf(at)))
            }
            Item::Token(kind) => {
                let right = self.token(at)?.kind == *kind;
                Ok(right.then(|| self.leaf(at)))
            }
            Item::Rule(number) if Some(*number) == self.conversion => {
                // The letter before this point is one of those that `!` may be followed by.
                let letter = self.token(at - 1)?;
                let known = ["s", "r", "a"].contains(&self.text(letter));
                Ok(known.then(|| (self.node("", at, at, Vec::new()), at)))
            }
            Item::Rule(number) => self.rule(*number, at),
            Item::Group(alternatives) => self.alternatives(alternatives, at),
            Item::Optional(inner) => Ok(match self.item(inner, at)? {
                Some(found) => Some(found),
                None => Some((self.node("", at, at, Vec::new()), at)),
            }),
            Item::Star(inner) => self.repeat(inner, at, 0),
            Item::Plus(inner) => self.repeat(inner, at, 1),
            Item::Gather(separator, inner) => self.gather(separator, inner, at),
            Item::And(inner) => {
                let found = self.item(inner, at)?;
                Ok(found.map(|(node, _)| (node, at)))
            }
            Item::Not(inner) => match self.item(inner, at)? {
                Some(_) => Ok(None),
                None => Ok(Some((self.node("", at, at, Vec::new()), at))),
            },
            Item::Forced(text) => {
                let token = self.token(at)?;
                if self.text(token) == *text && token.kind == Kind::Operator {
                    return Ok(Some(self.leaf(at)));
                }
                let node = self.node("", at, at + 1, Vec::new());
                let message = format!("expected '{text}'");
                Err(Stop::Failure(self.failure_over(node, node, message)))
            }
            Item::Cut | Item::Nothing => Ok(None),
        }
    }

    fn leaf(&mut self, at: usize) -> (NodeId, usize) {
        let kind = match self.tokens.tokens[at.min(self.tokens.tokens.len() - 1)].kind {
            Kind::Name => "Name",
            _ => "",
        };
        (self.node(kind, at, at + 1, Vec::new()), at + 1)
    }

    fn repeat(&mut self, inner: &'s Item, at: usize, least: usize) -> Result<Match, Stop> {
        let mut kids = Vec::new();
        let mut position = at;
        while let Some((node, end)) = self.item(inner, position)? {
            if end == position {
                break;
            }
            kids.push(node);
            position = end;
        }
        if kids.len() < least {
            return Ok(None);
        }
        Ok(Some((self.node("", at, position, kids), position)))
    }

    fn gather(&mut self, separator: &'static str, inner: &'s Item, at: usize) -> Result<Match, Stop> {
        let Some((first, mut position)) = self.item(inner, at)? else { return Ok(None) };
        let mut kids = vec![first];
        loop {
            let token = self.token(position)?;
            if token.kind != Kind::Operator || self.text(token) != separator {
                break;
            }
            let Some((node, end)) = self.item(inner, position + 1)? else { break };
            kids.push(node);
            position = end;
        }
        Ok(Some((self.node("", at, position, kids), position)))
    }
}
