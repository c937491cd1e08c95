//! From source text to Ruff's syntax tree, or to the syntax error that CPython would report. Only this module
//! and `lower` know that tree.

mod contents;
mod explain;
mod grammar;
mod limits;
mod notation;
mod numbers;
mod peg;
mod strings;
mod token;
mod tokenize;

use loopglass_trace::{Diagnostic, Severity, Span};
use ruff_python_ast::{Mod, ModModule, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, Parsed};
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
    /// Where, with columns in bytes from 0.
    pub span: Span,
    /// CPython's `offset` and `end_offset`: columns in characters from 1, 0 or less where it gives none.
    pub offsets: (i64, i64),
    /// The line of source, without its end.
    pub text: String,
    /// Whether the parser found it, and not the compiler.
    pub in_parser: bool,
    /// Whether it was found when the source was read as tokens: then its line is told without its end.
    pub in_tokenizer: bool,
}

impl SyntaxFailure {
    /// A `SyntaxError` at a place of a source.
    pub(crate) fn at(places: &Places<'_>, message: impl Into<String>, range: TextRange) -> SyntaxFailure {
        SyntaxFailure::spanning(places, message, places.span(range))
    }

    /// A `SyntaxError` at a span of a source.
    pub(crate) fn spanning(places: &Places<'_>, message: impl Into<String>, span: Span) -> SyntaxFailure {
        let text = places.line_text(span.line).to_owned();
        let characters = |line: u32, column: u32| {
            let text = places.line_text(line);
            // A place may be past the end of its line, as that of the line's end is.
            let within = text.get(..(column as usize).min(text.len())).unwrap_or(text);
            within.chars().count() as i64 + 1 + (i64::from(column) - text.len() as i64).max(0)
        };
        let offsets = (characters(span.line, span.column), characters(span.end_line, span.end_column));
        SyntaxFailure {
            class: SyntaxClass::Syntax,
            message: message.into(),
            span,
            offsets,
            text,
            in_parser: false,
            in_tokenizer: false,
        }
    }

    /// From what explaining found.
    fn explained(places: &Places<'_>, failure: token::Failure) -> SyntaxFailure {
        let place = failure.place;
        let column = |offset: i64| u32::try_from(offset - 1).unwrap_or(0);
        let end_column = if place.end_offset > 0 { column(place.end_offset) } else { column(place.offset) };
        let span =
            Span { line: place.line, end_line: place.end_line, column: column(place.offset), end_column };
        let mut made = SyntaxFailure::spanning(places, failure.message, span);
        made.in_parser = true;
        made.in_tokenizer = if made.message.ends_with("was never closed") {
            // By then the tokenizer has gone on to the last line.
            let source = places.source.strip_suffix('\n').unwrap_or(places.source);
            usize::try_from(place.line).is_ok_and(|line| line <= source.matches('\n').count())
        } else {
            // Of what is wrong with how lines hang together the tokenizer leaves the telling to the parser.
            let told_late =
                failure.class != token::Class::Syntax || made.message.contains("line continuation");
            let found = || tokenize::tokenize(places.source).failure;
            !told_late && found().is_some_and(|found| found.message == made.message)
        };
        made.class = match failure.class {
            token::Class::Syntax => SyntaxClass::Syntax,
            token::Class::Indentation => SyntaxClass::Indentation,
            token::Class::Tab => SyntaxClass::Tab,
        };
        if place.offset < 1 {
            made.offsets.0 = place.offset;
        }
        if place.end_offset < 1 {
            made.offsets.1 = place.end_offset;
        }
        made
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
    let tokens = tokenize::tokenize(&source);
    if let Some(failure) = limits::check(&source, &tokens) {
        return Err(SyntaxFailure::explained(&Places::new(&source), failure));
    }
    let parsed = tree_of(&source);
    let error = parsed.errors().first().map(|error| error.location);
    let unsupported = parsed.unsupported_syntax_errors().first().map(|error| error.range);
    if let Some(location) = error.or(unsupported) {
        let places = Places::new(&source);
        let explained =
            explain::explain(&source).or_else(|| contents::explain(&source, location.start().to_usize()));
        return Err(match explained {
            Some(failure) => SyntaxFailure::explained(&places, failure),
            None => SyntaxFailure::at(&places, "invalid syntax", location),
        });
    }
    // Ruff does not mind tabs and spaces that only agree at one width of tabs.
    if let Some(failure) = tokens.failure.filter(|failure| failure.class != token::Class::Syntax) {
        return Err(SyntaxFailure::explained(&Places::new(&source), failure));
    }
    let Some(parsed) = parsed.try_into_module() else {
        let places = Places::new(&source);
        return Err(SyntaxFailure::at(&places, "invalid syntax", TextRange::default()));
    };
    Ok(Module { tree: parsed.into_syntax(), source })
}

/// Parses a module of the library, whose text is right: nothing is looked for that its grammar does not tell.
pub(crate) fn parse_library(source: &str) -> Result<Module, SyntaxFailure> {
    let parsed = tree_of(source);
    let right = parsed.has_valid_syntax();
    match parsed.try_into_module() {
        Some(parsed) if right => Ok(Module { tree: parsed.into_syntax(), source: source.to_owned() }),
        _ => parse(source),
    }
}

fn tree_of(source: &str) -> Parsed<Mod> {
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY314);
    ruff_python_parser::parse_unchecked(source, options)
}

/// What CPython's parser says of a source that is to be one expression. None where its grammar has it.
pub(crate) fn wrong_expression(source: &str) -> Option<SyntaxFailure> {
    let source = normalize(source);
    let failure = explain::explain_expression(&source)?;
    Some(SyntaxFailure::explained(&Places::new(&source), failure))
}

/// What CPython's parser says of a source that only Ruff's accepts.
pub(crate) fn rejected(places: &Places<'_>) -> Option<SyntaxFailure> {
    explain::explain(places.source).map(|failure| SyntaxFailure::explained(places, failure))
}

/// Line ends become `\n`, and a byte order mark goes, as CPython reads a file.
fn normalize(source: &str) -> String {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    if source.contains('\r') { source.replace("\r\n", "\n").replace('\r', "\n") } else { source.to_owned() }
}
