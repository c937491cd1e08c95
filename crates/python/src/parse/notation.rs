//! Reads the notation of the grammar into rules.

use hashbrown::HashMap;

use super::token::Kind;

/// What an alternative is made of.
#[derive(Debug)]
pub(super) enum Item {
    /// An operator or reserved word.
    Text(&'static str),
    /// A soft keyword.
    Soft(&'static str),
    /// Any soft keyword.
    AnySoft,
    /// Any token of a kind.
    Token(Kind),
    /// A rule.
    Rule(usize),
    /// A choice in parentheses.
    Group(Vec<Alternative>),
    /// What may be left out.
    Optional(Box<Item>),
    /// Any number, also none.
    Star(Box<Item>),
    /// Any number but none.
    Plus(Box<Item>),
    /// A list with a separator.
    Gather(&'static str, Box<Item>),
    /// What must follow, without being read.
    And(Box<Item>),
    /// What must not follow.
    Not(Box<Item>),
    /// A token without which it is an error at once.
    Forced(&'static str),
    /// No other alternative after this.
    Cut,
    /// Nothing is this.
    Nothing,
}

/// What an alternative gives.
#[derive(Debug)]
pub(super) enum Result {
    /// The only item's node, or a node without a kind.
    Plain,
    /// A node of a kind.
    Kind(&'static str),
    /// The labelled node.
    Label(u8),
    /// An error: what, at which labels, with which message.
    Raise(&'static str, Vec<u8>, &'static str),
}

/// One way to match a rule.
#[derive(Debug)]
pub(super) struct Alternative {
    /// The items with their labels.
    pub items: Vec<(Option<u8>, Item)>,
    /// What it gives.
    pub result: Result,
    /// Whether it is for explaining only: a rule for mistakes by itself. One that is part of an alternative counts as soon
    /// as the parser comes to it, as in CPython.
    pub explains: bool,
}

/// A rule.
#[derive(Debug)]
pub(super) struct Rule {
    /// The ways to match it, in order.
    pub alternatives: Vec<Alternative>,
    /// Whether it begins with itself.
    pub left_recursive: bool,
    /// Whether what it matched is remembered whether or not the rules for mistakes counted, as CPython does with those
    /// that its grammar calls `memo`.
    pub remembered: bool,
}

/// The rules that are remembered, besides those that begin with themselves.
const REMEMBERED: [&str; 16] = [
    "simple_stmt",
    "block",
    "star_expression",
    "expression",
    "disjunction",
    "conjunction",
    "inversion",
    "factor",
    "await_primary",
    "strings",
    "arguments",
    "star_target",
    "target_with_star_atom",
    "del_target",
    "closed_pattern",
    "star_pattern",
];

/// All rules.
pub(super) struct Grammar {
    /// The rules.
    pub rules: Vec<Rule>,
    numbers: HashMap<&'static str, usize>,
}

impl Grammar {
    /// Reads rules from their notation.
    pub(super) fn read(texts: &[&'static str]) -> Grammar {
        let mut grammar = Grammar { rules: Vec::new(), numbers: HashMap::new() };
        let mut bodies: Vec<(&'static str, Vec<&'static str>)> = Vec::new();
        for line in texts.iter().flat_map(|text| text.lines()) {
            match line.split_once(": ") {
                Some((name, rest)) if !line.starts_with(' ') => bodies.push((name, vec![rest])),
                _ => {
                    if let Some((_, lines)) = bodies.last_mut() {
                        lines.push(line);
                    }
                }
            }
        }
        for (number, (name, _)) in bodies.iter().enumerate() {
            grammar.numbers.insert(name.trim_start_matches('<'), number);
        }
        for (name, lines) in &bodies {
            let mut reader = Reader {
                words: lines.iter().flat_map(|line| words(line)).collect(),
                at: 0,
                grammar: &grammar,
            };
            let alternatives = reader.alternatives();
            let plain = name.trim_start_matches('<');
            grammar.rules.push(Rule {
                alternatives,
                left_recursive: name.starts_with('<'),
                remembered: name.starts_with('<') || REMEMBERED.contains(&plain),
            });
        }
        grammar
    }

    /// The number of a rule.
    pub(super) fn rule(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).copied()
    }
}

/// Splits a line into words of the notation; a result in braces is one word.
fn words(line: &'static str) -> Vec<&'static str> {
    let bytes = line.as_bytes();
    let mut words = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            b' ' => {
                at += 1;
                continue;
            }
            b'\'' | b'"' => {
                let quote = bytes[at];
                at += 1;
                while at < bytes.len() && bytes[at] != quote {
                    at += 1;
                }
                at += 1;
            }
            b'{' => at = line.rfind('}').map_or(bytes.len(), |end| braces_end(line, start, end)),
            b'&' if bytes.get(at + 1) == Some(&b'&') => at += 2,
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => {
                while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || bytes[at] == b'_') {
                    at += 1;
                }
                if at == start + 1 && bytes.get(at) == Some(&b'=') {
                    at += 1;
                }
            }
            _ => at += 1,
        }
        words.push(&line[start..at.min(bytes.len())]);
    }
    words
}

/// Where a result ends: at the first brace after its message, or after its word.
fn braces_end(line: &str, start: usize, last: usize) -> usize {
    let mut quoted = false;
    let mut escaped = false;
    for (at, byte) in line.bytes().enumerate().skip(start) {
        match byte {
            b'\\' => escaped = !escaped,
            b'"' if !escaped => quoted = !quoted,
            b'}' if !quoted => return at + 1,
            _ => escaped = false,
        }
    }
    last + 1
}

struct Reader<'g> {
    words: Vec<&'static str>,
    at: usize,
    grammar: &'g Grammar,
}

impl Reader<'_> {
    fn peek(&self) -> &'static str {
        self.words.get(self.at).copied().unwrap_or("")
    }

    fn alternatives(&mut self) -> Vec<Alternative> {
        let mut alternatives = vec![self.alternative()];
        while self.peek() == "|" {
            self.at += 1;
            alternatives.push(self.alternative());
        }
        alternatives
    }

    fn alternative(&mut self) -> Alternative {
        let mut items = Vec::new();
        let mut result = Result::Plain;
        let begins_for_mistakes = self.peek().starts_with("invalid_");
        loop {
            let word = self.peek();
            match word {
                "" | "|" | ")" | "]" => break,
                _ if word.starts_with('{') => {
                    result = read_result(&word[1..word.len() - 1]);
                    self.at += 1;
                    break;
                }
                _ => {}
            }
            let label = (word.len() == 2 && word.ends_with('=')).then(|| word.as_bytes()[0]);
            if label.is_some() {
                self.at += 1;
            }
            let item = self.item();
            items.push((label, item));
        }
        let explains = begins_for_mistakes && items.len() == 1;
        Alternative { items, result, explains }
    }

    fn item(&mut self) -> Item {
        let word = self.peek();
        self.at += 1;
        let item = match word {
            "&&" => {
                let text = unquote(self.peek());
                self.at += 1;
                return Item::Forced(text);
            }
            "&" => return Item::And(Box::new(self.item())),
            "!" => return Item::Not(Box::new(self.item())),
            "~" => return Item::Cut,
            "(" => {
                let group = self.alternatives();
                self.at += 1;
                Item::Group(group)
            }
            "[" => {
                let group = self.alternatives();
                self.at += 1;
                Item::Optional(Box::new(Item::Group(group)))
            }
            _ if word.starts_with('\'') => Item::Text(unquote(word)),
            _ if word.starts_with('"') => Item::Soft(unquote(word)),
            _ => self.named(word),
        };
        match self.peek() {
            "*" => {
                self.at += 1;
                Item::Star(Box::new(item))
            }
            "+" => {
                self.at += 1;
                Item::Plus(Box::new(item))
            }
            "." => {
                self.at += 1;
                let Item::Text(separator) = item else { return Item::Nothing };
                match self.item() {
                    Item::Plus(element) => Item::Gather(separator, element),
                    other => Item::Gather(separator, Box::new(other)),
                }
            }
            _ => item,
        }
    }

    fn named(&self, word: &'static str) -> Item {
        let kind = match word {
            "NAME" => Kind::Name,
            "NUMBER" => Kind::Number,
            "STRING" => Kind::Text,
            "FSTART" => Kind::FStart,
            "FMIDDLE" => Kind::FMiddle,
            "FEND" => Kind::FEnd,
            "TSTART" => Kind::TStart,
            "TMIDDLE" => Kind::TMiddle,
            "TEND" => Kind::TEnd,
            "NEWLINE" => Kind::Newline,
            "INDENT" => Kind::Indent,
            "DEDENT" => Kind::Dedent,
            "END" => Kind::End,
            "SOFT" => return Item::AnySoft,
            _ => return self.grammar.rule(word).map_or(Item::Nothing, Item::Rule),
        };
        Item::Token(kind)
    }
}

fn unquote(word: &'static str) -> &'static str {
    word.get(1..word.len() - 1).unwrap_or("")
}

fn read_result(text: &'static str) -> Result {
    if let Some(label) = text.strip_prefix('=') {
        return Result::Label(label.as_bytes()[0]);
    }
    let Some(action) = text.strip_prefix('!') else { return Result::Kind(text) };
    let (head, message) = match action.find('"') {
        Some(quote) => (&action[..quote], &action[quote + 1..action.len() - 1]),
        None => (action, ""),
    };
    let mut parts = head.split_whitespace();
    let what = parts.next().unwrap_or("");
    Result::Raise(what, parts.map(|label| label.as_bytes()[0]).collect(), message)
}
