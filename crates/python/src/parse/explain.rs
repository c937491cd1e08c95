//! What is wrong with a source that does not parse: the message and place that CPython reports.

use super::notation::Grammar;
use super::peg::{NodeId, Parser, Stop};
use super::token::{Class, Failure, Kind, Place, Tokens};
use super::tokenize::{line_column, never_closed, tokenize};
use super::{contents, grammar, token};

/// Finds what CPython would say. None where the source parses after all, or goes too deep for the grammar.
pub(super) fn explain(source: &str) -> Option<Failure> {
    if source.ends_with('\n') {
        return explain_from("file", source);
    }
    // CPython ends the last line where the source does not.
    explain_from("file", &format!("{source}\n"))
}

/// The same of a source that is to be one expression, for `eval`.
pub(super) fn explain_expression(source: &str) -> Option<Failure> {
    explain_from("eval", source)
}

fn explain_from(start: &str, source: &str) -> Option<Failure> {
    let tokens = tokenize(source);
    let grammar = Grammar::read(&[grammar::STATEMENTS, grammar::EXPRESSIONS, grammar::MISTAKES]);
    let mut parser = Parser::new(source, &tokens, &grammar);
    match parser.run(start, false) {
        Ok(true) => return None,
        Err(Stop::Depth) => return tokens.failure,
        Err(Stop::Failure(failure)) => return Some(prefer_tokenizer(source, &tokens, parser.fill, failure)),
        Ok(false) => {}
    }
    let last = parser.fill - 1;
    let failure = match parser.run(start, true) {
        Err(Stop::Failure(failure)) => failure,
        _ => {
            let mut failure = generic(&mut parser, last);
            if start == "eval" && ends_there(source, &tokens, last) {
                (failure.place.offset, failure.place.end_offset) = (0, 0);
            }
            if failure.class == Class::Indentation {
                return Some(failure);
            }
            failure
        }
    };
    Some(prefer_tokenizer(source, &tokens, parser.fill, failure))
}

/// Whether a token is the end of the line that an expression does not write.
fn ends_there(source: &str, tokens: &Tokens, at: usize) -> bool {
    tokens.tokens.get(at).is_some_and(|token| token.kind == Kind::Newline && token.start >= source.len())
}

/// The failure at the last token that was looked at.
fn generic(parser: &mut Parser<'_>, last: usize) -> Failure {
    let token = parser.tokens.tokens[last.min(parser.tokens.tokens.len() - 1)];
    let message = match token.kind {
        Kind::Indent => "unexpected indent",
        Kind::Dedent => "unexpected unindent",
        Kind::End => {
            let mut failure = parser.failure_at_token(last, Class::Syntax, "invalid syntax".to_owned());
            (failure.place.offset, failure.place.end_offset) = (0, 0);
            return failure;
        }
        _ => return parser.failure_at_token(last, Class::Syntax, "invalid syntax".to_owned()),
    };
    parser.failure_at_token(parser.fill - 1, Class::Indentation, message.to_owned())
}

/// A failure of the tokenizer anywhere in the source counts more than one of the parser; a bracket that is
/// never closed does where it opened on an earlier line.
fn prefer_tokenizer(source: &str, tokens: &Tokens, fill: usize, failure: Failure) -> Failure {
    // What goes wrong inside an f-string is no more than what went wrong before it.
    let Some(tokenizer) = tokens.failure.as_ref().filter(|_| !tokens.in_string) else { return failure };
    if tokenizer.message.ends_with("was never closed") {
        let Some(open) = tokens.unclosed else { return failure };
        let last = tokens.tokens[fill.min(tokens.tokens.len()) - 1];
        let (line, _) = line_column(source, last.start);
        let (opened, _) = line_column(source, open.at);
        return if line > opened { never_closed(source, open) } else { failure };
    }
    // These are noticed only by the parser that comes to them.
    let silent = tokenizer.class != Class::Syntax || tokenizer.message.contains("line continuation");
    if silent { failure } else { tokenizer.clone() }
}

/// What a target is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Assign,
    Delete,
    Loop,
}

impl Parser<'_> {
    /// Carries out the action of a rule for mistakes. None where it does not apply after all.
    pub(super) fn raise(
        &mut self,
        what: &str,
        nodes: &[NodeId],
        message: &str,
        position: usize,
    ) -> Result<Option<Failure>, Stop> {
        let first = nodes.first().copied();
        let message = self.fill_in(message, first, position);
        let (a, b) = (first.unwrap_or(0), nodes.get(1).copied().or(first).unwrap_or(0));
        Ok(Some(match what {
            "at" => self.failure_over(a, a, message),
            "over" => self.failure_over(a, b, message),
            "from" => self.failure_from(a, message),
            "last" => self.failure_at_token(self.fill - 1, Class::Syntax, message),
            "next" => {
                self.token(position)?;
                self.failure_at_token(position, Class::Syntax, message)
            }
            "block" => {
                let line = self.line_of(a);
                let message = format!("expected an indented block after {message} on line {line}");
                self.failure_at_token(self.fill - 1, Class::Indentation, message)
            }
            "unindented" => {
                let message = "expected an indented block".to_owned();
                self.failure_at_token(self.fill - 1, Class::Indentation, message)
            }
            "assign" => return Ok(self.invalid_target(a, Target::Assign)),
            "delete" => return Ok(self.invalid_target(a, Target::Delete)),
            "loop" => return Ok(self.invalid_target(a, Target::Loop)),
            "comma" => return Ok(self.forgotten_comma(a, b, position)),
            "adjacent" => return Ok(self.not_adjacent(a, b)),
            "imaginary" => return Ok(self.not_imaginary(a)),
            "legacy" => return Ok(self.legacy(a, b)),
            "lonely" => return Ok(self.lonely_generator(a, b)),
            "positional" => {
                let double = self.contains(a, "DoubleStarred");
                let message = if double {
                    "positional argument follows keyword argument unpacking"
                } else {
                    "positional argument follows keyword argument"
                };
                self.failure_at_token(self.fill - 1, Class::Syntax, message.to_owned())
            }
            _ => self.missing_colon_after_key(a),
        }))
    }

    fn fill_in(&self, message: &str, node: Option<NodeId>, position: usize) -> String {
        let mut text = message.replace("\\\"", "\"");
        if let Some(node) = node {
            if text.contains("%e") {
                text = text.replace("%e", self.expression_name(node));
            }
            if text.contains("%n") {
                text = text.replace("%n", self.node_text(node));
            }
        }
        if text.contains('?') && text.starts_with("?-string") {
            let before = &self.tokens.tokens[..position.min(self.tokens.tokens.len())];
            let letter = match innermost_string(before) {
                Some(Kind::TStart) => "t",
                _ => "f",
            };
            text.replace_range(..1, letter);
        }
        text
    }

    pub(super) fn node_text(&self, node: NodeId) -> &str {
        let node = &self.nodes[node as usize];
        let (Some(first), Some(last)) =
            (self.tokens.tokens.get(node.first), self.tokens.tokens.get(node.end.saturating_sub(1)))
        else {
            return "";
        };
        self.source.get(first.start..last.end.min(self.source.len())).unwrap_or("")
    }

    fn line_of(&self, node: NodeId) -> u32 {
        let first = self.nodes[node as usize].first;
        self.tokens.tokens.get(first).map_or(1, |token| line_column(self.source, token.start).0)
    }

    /// A failure from the start of one node to the end of another.
    pub(super) fn failure_over(&self, a: NodeId, b: NodeId, message: String) -> Failure {
        let last = self.tokens.tokens.len() - 1;
        let first = self.tokens.tokens[self.nodes[a as usize].first.min(last)];
        let end = self.tokens.tokens[self.nodes[b as usize].end.saturating_sub(1).min(last)];
        let (line, column) = line_column(self.source, first.start);
        let (end_line, end_column) = self.end_of(end);
        let place = Place { line, offset: column as i64 + 1, end_line, end_offset: end_column as i64 + 1 };
        Failure { class: Class::Syntax, message, place }
    }

    /// Where a token ends; the end of a line is on that line.
    fn end_of(&self, token: token::Token) -> (u32, usize) {
        if token.kind == Kind::Newline {
            let (line, column) = line_column(self.source, token.start);
            return (line, column + 1);
        }
        line_column(self.source, token.end)
    }

    /// A failure from the start of a node to where the tokenizer stands.
    fn failure_from(&self, a: NodeId, message: String) -> Failure {
        let last = self.tokens.tokens.len() - 1;
        let first = self.tokens.tokens[self.nodes[a as usize].first.min(last)];
        let furthest = self.tokens.tokens[(self.fill - 1).min(last)];
        let (line, column) = line_column(self.source, first.start);
        let (end_line, end_column) = self.end_of(furthest);
        let place = Place { line, offset: column as i64 + 1, end_line, end_offset: end_column as i64 };
        Failure { class: Class::Syntax, message, place }
    }

    /// A failure at a token.
    pub(super) fn failure_at_token(&self, at: usize, class: Class, message: String) -> Failure {
        let last = self.tokens.tokens.len() - 1;
        let token = self.tokens.tokens[at.min(last)];
        let (line, column) = line_column(self.source, token.start);
        let (end_line, end_column) = self.end_of(token);
        let at_end = matches!(token.kind, Kind::Dedent | Kind::End) && token.start == self.source.len();
        let place = if at_end && column == 0 && line > 1 {
            // At the end of the source the tokenizer still stands on the last line.
            let length = self.source.len() - line_start(self.source, self.source.len() - 1);
            Place { line: line - 1, offset: length as i64, end_line: line - 1, end_offset: -1 }
        } else if token.placed {
            Place { line, offset: column as i64 + 1, end_line, end_offset: end_column as i64 + 1 }
        } else {
            let (cursor_line, cursor) = line_column(self.source, token.cursor);
            let line = if token.kind == Kind::Dedent { cursor_line } else { line };
            Place { line, offset: cursor as i64, end_line: line, end_offset: -1 }
        };
        Failure { class, message, place }
    }

    /// The parts of a node that have a kind, without those inside them.
    fn parts(&self, node: NodeId) -> Vec<NodeId> {
        let mut parts = Vec::new();
        let mut todo: Vec<NodeId> = self.nodes[node as usize].kids.iter().rev().copied().collect();
        while let Some(kid) = todo.pop() {
            let node = &self.nodes[kid as usize];
            if node.kind.is_empty() {
                todo.extend(node.kids.iter().rev());
            } else {
                parts.push(kid);
            }
        }
        parts
    }

    fn contains(&self, node: NodeId, kind: &str) -> bool {
        self.nodes[node as usize].kind == kind
            || self.parts(node).iter().any(|part| self.nodes[*part as usize].kind == kind)
    }

    fn invalid_target(&self, node: NodeId, target: Target) -> Option<Failure> {
        let wrong = self.wrong_target(node, target)?;
        let verb = if target == Target::Delete { "delete" } else { "assign to" };
        let message = format!("cannot {verb} {}", self.expression_name(wrong));
        Some(self.failure_over(wrong, wrong, message))
    }

    /// The part of a target that cannot be one.
    fn wrong_target(&self, id: NodeId, target: Target) -> Option<NodeId> {
        let node = &self.nodes[id as usize];
        match node.kind {
            "" | "List" | "Tuple" => {
                self.parts(id).into_iter().find_map(|part| self.wrong_target(part, target))
            }
            "Starred" if target == Target::Delete => Some(id),
            "Starred" => self.parts(id).into_iter().find_map(|part| self.wrong_target(part, target)),
            "Compare" if target == Target::Loop => {
                let parts = self.parts(id);
                let is_in = parts.get(1).is_some_and(|op| self.nodes[*op as usize].kind == "In");
                if is_in { self.wrong_target(parts[0], target) } else { Some(id) }
            }
            "Name" | "Subscript" | "Attribute" => None,
            _ => Some(id),
        }
    }

    fn forgotten_comma(&self, a: NodeId, b: NodeId, position: usize) -> Option<Failure> {
        let before = self.tokens.tokens.get(position.checked_sub(1)?)?;
        if self.is_legacy(a) || before.level == 0 {
            return None;
        }
        Some(self.failure_over(a, b, "invalid syntax. Perhaps you forgot a comma?".to_owned()))
    }

    /// `{x! r}`
    fn not_adjacent(&self, a: NodeId, b: NodeId) -> Option<Failure> {
        let mark = self.tokens.tokens[self.nodes[a as usize].first];
        let letter = self.tokens.tokens[self.nodes[b as usize].first];
        if mark.end == letter.start {
            return None;
        }
        let text = "?-string: conversion type must come right after the exclamation mark";
        let message = self.fill_in(text, None, self.nodes[a as usize].first);
        Some(self.failure_over(a, b, message))
    }

    /// `1 + 2` in a pattern
    fn not_imaginary(&self, a: NodeId) -> Option<Failure> {
        if self.node_text(a).ends_with(['j', 'J']) {
            return None;
        }
        Some(self.failure_over(a, a, "imaginary number required in complex literal".to_owned()))
    }

    /// A literal that cannot be decoded, or text and bytes side by side.
    pub(super) fn wrong_literals(&self, first: usize, end: usize) -> Option<Failure> {
        let literals = self.literals(first, end);
        for at in literals.iter().filter(|at| self.tokens.tokens[**at].kind == Kind::Text) {
            if let Some(message) = contents::of_literal(self.source, self.tokens.tokens[*at]) {
                return Some(self.failure_at_token(*at, Class::Syntax, message));
            }
        }
        let bytes = |at: &usize| {
            let text = self.text(self.tokens.tokens[*at]);
            let prefix = text.find(['"', '\'']).map_or("", |quote| &text[..quote]);
            prefix.contains(['b', 'B'])
        };
        let bytes: Vec<bool> = literals.iter().map(bytes).collect();
        if bytes.iter().all(|is_bytes| *is_bytes == bytes[0]) {
            return None;
        }
        let message = "cannot mix bytes and nonbytes literals".to_owned();
        Some(self.failure_at_token(self.fill - 1, Class::Syntax, message))
    }

    /// Where literals begin among these tokens, without those in the fields of others.
    fn literals(&self, first: usize, end: usize) -> Vec<usize> {
        let mut inside = 0;
        let mut begins = Vec::new();
        for at in first..end {
            let kind = self.tokens.tokens[at].kind;
            if inside == 0 && matches!(kind, Kind::Text | Kind::FStart) {
                begins.push(at);
            }
            match kind {
                Kind::FStart | Kind::TStart => inside += 1,
                Kind::FEnd | Kind::TEnd => inside -= 1,
                _ => {}
            }
        }
        begins
    }

    fn is_legacy(&self, node: NodeId) -> bool {
        self.nodes[node as usize].kind == "Name" && ["print", "exec"].contains(&self.node_text(node))
    }

    fn legacy(&self, a: NodeId, b: NodeId) -> Option<Failure> {
        if !self.is_legacy(a) {
            return None;
        }
        let name = self.node_text(a);
        let message = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
        Some(self.failure_over(a, b, message))
    }

    /// A generator expression without parentheses beside other arguments.
    fn lonely_generator(&self, a: NodeId, b: NodeId) -> Option<Failure> {
        let arguments = self.parts(a);
        let last = *arguments.last()?;
        if arguments.len() <= 1 || !self.nodes[a as usize].kind.is_empty() {
            return None;
        }
        Some(self.failure_over(last, b, "Generator expression must be parenthesized".to_owned()))
    }

    fn missing_colon_after_key(&self, a: NodeId) -> Failure {
        let mut failure = self.failure_over(a, a, "':' expected after dictionary key".to_owned());
        failure.place.offset = failure.place.end_offset - 1;
        failure.place.end_offset = 0;
        failure
    }

    /// What CPython calls an expression in its messages.
    fn expression_name(&self, node: NodeId) -> &'static str {
        match self.nodes[node as usize].kind {
            "Attribute" => "attribute",
            "Subscript" => "subscript",
            "Starred" => "starred",
            "Name" => "name",
            "List" => "list",
            "Tuple" => "tuple",
            "Lambda" => "lambda",
            "Call" => "function call",
            "BoolOp" | "BinOp" | "UnaryOp" => "expression",
            "GeneratorExp" => "generator expression",
            "Yield" => "yield expression",
            "Await" => "await expression",
            "ListComp" => "list comprehension",
            "SetComp" => "set comprehension",
            "DictComp" => "dict comprehension",
            "Dict" => "dict literal",
            "Set" => "set display",
            "JoinedStr" => "f-string expression",
            "TemplateStr" => "t-string expression",
            "None" => "None",
            "True" => "True",
            "False" => "False",
            "Ellipsis" => "ellipsis",
            "Compare" => "comparison",
            "IfExp" => "conditional expression",
            "NamedExpr" => "named expression",
            "Constant" if self.node_text(node).starts_with(is_f_prefix) && self.is_f_string(node) => {
                "f-string expression"
            }
            _ => "literal",
        }
    }

    fn is_f_string(&self, node: NodeId) -> bool {
        let node = &self.nodes[node as usize];
        self.tokens.tokens[node.first..node.end.min(self.tokens.tokens.len())]
            .iter()
            .any(|token| token.kind == Kind::FStart)
    }
}

fn is_f_prefix(c: char) -> bool {
    matches!(c, 'f' | 'F' | 'r' | 'R' | '"' | '\'')
}

/// The string that is open after some tokens.
fn innermost_string(tokens: &[token::Token]) -> Option<Kind> {
    let mut open = Vec::new();
    for token in tokens {
        match token.kind {
            Kind::FStart | Kind::TStart => open.push(token.kind),
            Kind::FEnd | Kind::TEnd => {
                open.pop();
            }
            _ => {}
        }
    }
    open.pop()
}

/// Where the line of a byte begins.
fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |newline| newline + 1)
}
