//! What a pattern says, as a tree, and what was wrong with it. Characters are numbers: code points of a `str`
//! pattern, bytes of a `bytes` pattern.

use super::charset::CharSet;

/// `re.IGNORECASE` and the others, with Python's numbers.
pub mod flags {
    /// `re.IGNORECASE`
    pub const IGNORECASE: u32 = 2;
    /// `re.LOCALE`
    pub const LOCALE: u32 = 4;
    /// `re.MULTILINE`
    pub const MULTILINE: u32 = 8;
    /// `re.DOTALL`
    pub const DOTALL: u32 = 16;
    /// `re.UNICODE`
    pub const UNICODE: u32 = 32;
    /// `re.VERBOSE`
    pub const VERBOSE: u32 = 64;
    /// `re.ASCII`
    pub const ASCII: u32 = 256;
    /// Those of which only one can hold: `a`, `L` and `u`.
    pub const TYPES: u32 = ASCII | LOCALE | UNICODE;
}

/// A pattern that cannot be compiled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PatternFault {
    /// `re.PatternError` with a message and a place in the pattern.
    Error(String, Option<usize>),
    /// Another exception: `ValueError`, or `OverflowError` when true.
    Value(String, bool),
}

/// The result of parsing.
pub type Parsed<T> = Result<T, PatternFault>;

/// A place that takes no characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// `^` without MULTILINE, and `\A`.
    Start,
    /// `^` with MULTILINE.
    LineStart,
    /// `$` without MULTILINE: the end, or before a newline at the end.
    End,
    /// `$` with MULTILINE.
    LineEnd,
    /// `\z` and `\Z`.
    VeryEnd,
    /// `\b`; true where only ASCII letters make words.
    Boundary(bool),
    /// `\B`
    NoBoundary(bool),
}

/// How a repetition goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Greed {
    /// `*`: as many as possible.
    Greedy,
    /// `*?`: as few as possible.
    Lazy,
    /// `*+`: as many as possible, never giving any back.
    Possessive,
}

/// No upper bound of a repetition.
pub const UNBOUNDED: u32 = u32::MAX;

/// Nodes one after the other.
pub type Sequence = Vec<Node>;

/// A part of a pattern.
#[derive(Clone, Debug)]
pub enum Node {
    /// A character, under flags.
    Literal(u32, u32),
    /// `.`, under flags.
    Any(u32),
    /// `[...]` or a class such as `\d`.
    Set(Box<CharSet>),
    /// A place.
    At(Place),
    /// `(...)` with its number, or `(?:...)`; whether flags change inside.
    Group {
        /// Its number, if it captures.
        index: Option<u32>,
        /// Whether it turns flags on or off, which keeps it a group.
        flagged: bool,
        /// What it holds.
        body: Sequence,
    },
    /// `a|b`
    Branch(Vec<Sequence>),
    /// `a*` and the like.
    Repeat {
        /// Fewest times.
        least: u32,
        /// Most times, or [`UNBOUNDED`].
        most: u32,
        /// How it goes on.
        greed: Greed,
        /// What is repeated.
        body: Sequence,
    },
    /// `(?>...)`
    Atomic(Sequence),
    /// `(?=...)`, `(?!...)`, `(?<=...)`, `(?<!...)`
    Look {
        /// Whether it looks back.
        behind: bool,
        /// Whether it must not match.
        negative: bool,
        /// What to look for.
        body: Sequence,
    },
    /// `\1`, under flags.
    Backreference(u32, u32),
    /// `(?(1)yes|no)`
    Conditional(u32, Sequence, Sequence),
    /// What never matches: `(?!)`.
    Fail,
}

impl Node {
    /// The fewest and the most characters it takes; `groups` has those of the groups before.
    pub fn width(&self, groups: &[Option<(u64, u64)>]) -> (u64, u64) {
        match self {
            Node::Literal(..) | Node::Any(_) | Node::Set(_) => (1, 1),
            Node::At(_) | Node::Look { .. } | Node::Fail => (0, 0),
            Node::Group { body, .. } | Node::Atomic(body) => width(body, groups),
            Node::Branch(branches) => branches
                .iter()
                .map(|branch| width(branch, groups))
                .reduce(|(low, high), (least, most)| (low.min(least), high.max(most)))
                .unwrap_or((0, 0)),
            Node::Repeat { least, most, body, .. } => {
                let (low, high) = width(body, groups);
                let most = if *most == UNBOUNDED { MOST } else { u64::from(*most) };
                (bounded(low.saturating_mul(u64::from(*least))), bounded(high.saturating_mul(most)))
            }
            Node::Backreference(group, _) => {
                groups.get(*group as usize).copied().flatten().unwrap_or((0, MOST))
            }
            Node::Conditional(_, yes, no) => {
                let ((low, high), (least, most)) = (width(yes, groups), width(no, groups));
                (low.min(least), high.max(most))
            }
        }
    }
}

const MOST: u64 = 1 << 40;

fn bounded(width: u64) -> u64 {
    width.min(MOST)
}

/// The fewest and the most characters that nodes one after the other take.
pub fn width(nodes: &[Node], groups: &[Option<(u64, u64)>]) -> (u64, u64) {
    nodes
        .iter()
        .map(|node| node.width(groups))
        .fold((0, 0), |(low, high), (least, most)| (bounded(low + least), bounded(high + most)))
}
