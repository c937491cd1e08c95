//! Tokens as CPython's tokenizer makes them, for explaining what is wrong with a source.

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// An identifier or a soft keyword.
    Name,
    /// A reserved word.
    Keyword,
    /// A number.
    Number,
    /// A string or bytes literal.
    Text,
    /// The opening of an f-string.
    FStart,
    /// Text in an f-string.
    FMiddle,
    /// The end of an f-string.
    FEnd,
    /// The opening of a t-string.
    TStart,
    /// Text in a t-string.
    TMiddle,
    /// The end of a t-string.
    TEnd,
    /// An operator or delimiter, or a character that is none.
    Operator,
    /// The end of a logical line.
    Newline,
    /// More indentation.
    Indent,
    /// Less indentation.
    Dedent,
    /// The end of the source.
    End,
    /// Where tokenizing failed: [`Tokens::failure`] says how.
    Error,
}

/// A token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// Whether it has columns of its own: indentation has none.
    pub placed: bool,
    /// How many brackets are open around it.
    pub level: usize,
    /// Where the tokenizer stood after it, for errors at tokens without columns.
    pub cursor: usize,
}

/// Which class of exception, without its message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
}

/// A place as CPython's exceptions have it: lines and columns from 1, columns in bytes; zero and below where
/// CPython gives none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place {
    /// `lineno`
    pub line: u32,
    /// `offset`
    pub offset: i64,
    /// `end_lineno`
    pub end_line: u32,
    /// `end_offset`
    pub end_offset: i64,
}

/// Why a source is not a program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Failure {
    /// Its class.
    pub class: Class,
    /// Its message.
    pub message: String,
    /// Its place.
    pub place: Place,
}

/// An open bracket.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    /// The bracket.
    pub byte: u8,
    /// Where it is.
    pub at: usize,
}

/// The tokens of a source, up to the first failure.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    /// The tokens; the last is `End` or `Error`.
    pub tokens: Vec<Token>,
    /// What failed, if something did.
    pub failure: Option<Failure>,
    /// The innermost bracket that is open where the tokens end.
    pub unclosed: Option<Open>,
    /// Whether they end inside an f-string or t-string.
    pub in_string: bool,
}

/// The reserved words.
pub(super) const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];
