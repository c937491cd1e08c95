//! From source text to Ruff's syntax tree, or to the syntax error that CPython would report. Only this module
//! and `lower` know that tree.

use loopglass_trace::{Diagnostic, Severity, Span};
use ruff_python_ast::ModModule;
use ruff_python_parser::{Mode, ParseOptions};
use ruff_text_size::TextRange;

use crate::lower::place::Places;

/// Which class of exception a syntax error is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SyntaxClass {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
}

impl SyntaxClass {
    /// The name of the class.
    pub fn name(self) -> &'static str {
        match self {
            SyntaxClass::Syntax => "SyntaxError",
            SyntaxClass::Indentation => "IndentationError",
            SyntaxClass::Tab => "TabError",
        }
    }
}

/// A syntax error, as CPython words and places it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxFailure {
    /// Its class.
    pub class: SyntaxClass,
    /// What is wrong.
    pub message: String,
    /// Where; the columns are bytes from 0, and CPython's `offset` is one more, in characters.
    pub span: Span,
    /// The line of source, without its end.
    pub text: String,
}

impl SyntaxFailure {
    /// A `SyntaxError` at a place of a source.
    pub(crate) fn at(places: &Places<'_>, message: impl Into<String>, range: TextRange) -> SyntaxFailure {
        let span = places.span(range);
        let text = places.line_text(span.line).to_owned();
        SyntaxFailure { class: SyntaxClass::Syntax, message: message.into(), span, text }
    }

    /// The error as a diagnostic.
    pub fn diagnostic(&self) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            span: self.span,
            message: format!("{}: {}", self.class.name(), self.message),
            help: None,
        }
    }
}

/// A parsed module.
pub struct Module {
    /// The tree.
    pub(crate) tree: ModModule,
    /// The source it was made from, with line ends normalized.
    pub(crate) source: String,
}

/// Parses a module.
pub fn parse(source: &str) -> Result<Module, SyntaxFailure> {
    let source = normalize(source);
    let options = ParseOptions::from(Mode::Module);
    let parsed = ruff_python_parser::parse_unchecked(&source, options);
    if let Some(error) = parsed.errors().first() {
        let places = Places::new(&source);
        return Err(SyntaxFailure::at(&places, error.error.to_string(), error.location));
    }
    let Some(parsed) = parsed.try_into_module() else {
        let places = Places::new(&source);
        return Err(SyntaxFailure::at(&places, "invalid syntax", TextRange::default()));
    };
    Ok(Module { tree: parsed.into_syntax(), source })
}

/// Line ends become `\n`, and a byte order mark goes, as CPython reads a file.
fn normalize(source: &str) -> String {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    if source.contains('\r') { source.replace("\r\n", "\n").replace('\r', "\n") } else { source.to_owned() }
}
