//! Places in a script, and what is said about them.

/// A range of source text. Lines count from 1; columns are bytes of UTF-8 from 0, as in CPython's
/// `co_positions`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Span {
    /// First line.
    pub line: u32,
    /// Last line.
    pub end_line: u32,
    /// Column of the first byte.
    pub column: u32,
    /// Column after the last byte.
    pub end_column: u32,
}

/// How grave a diagnostic is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// The script cannot run.
    Error,
    /// It can, but will most likely not do what was meant.
    Warning,
}

/// A message about a place in a script: what is wrong, and what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// How grave.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// What is wrong; for a syntax error CPython's wording.
    pub message: String,
    /// What to do instead, where there is something.
    pub help: Option<String>,
}
