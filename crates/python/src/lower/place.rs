//! Places: from offsets in the source to lines and columns, and to the locations that CPython gives its nodes.

use loopglass_trace::Span;
use ruff_text_size::{TextRange, TextSize};

/// The location of an instruction that has none (CPython's `NO_LOCATION`).
pub(super) const NOWHERE: Span = Span { line: 0, end_line: 0, column: 0, end_column: 0 };

/// The location of the instruction after (CPython's `NEXT_LOCATION`).
pub(super) const NEXT: Span = Span { line: 0, end_line: 0, column: 1, end_column: 1 };

/// The source with the start of each line.
pub(crate) struct Places<'a> {
    /// The text.
    pub source: &'a str,
    starts: Vec<u32>,
}

impl<'a> Places<'a> {
    /// Finds the lines of a source.
    pub(crate) fn new(source: &'a str) -> Places<'a> {
        let mut starts = vec![0];
        starts.extend(
            source.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1),
        );
        Places { source, starts }
    }

    /// Line (from 1) and column in bytes (from 0) of an offset.
    pub(crate) fn line_column(&self, offset: TextSize) -> (u32, u32) {
        let offset = offset.to_u32();
        let line = self.starts.partition_point(|start| *start <= offset);
        (line as u32, offset - self.starts[line - 1])
    }

    /// The text of a line, without its end.
    pub(crate) fn line_text(&self, line: u32) -> &'a str {
        let at = (line.max(1) as usize - 1).min(self.starts.len() - 1);
        let start = self.starts[at] as usize;
        let end = self.starts.get(at + 1).map_or(self.source.len(), |next| *next as usize - 1);
        &self.source[start..end]
    }

    /// The span of a range.
    pub(crate) fn span(&self, range: TextRange) -> Span {
        let (line, column) = self.line_column(range.start());
        let (end_line, end_column) = self.line_column(range.end());
        Span { line, end_line, column, end_column }
    }

    /// The first offset at or after this one that is not blank, comment or line end.
    pub(crate) fn skip_trivia(&self, from: TextSize) -> TextSize {
        let bytes = self.source.as_bytes();
        let mut at = from.to_usize();
        while let Some(byte) = bytes.get(at) {
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'\\' => at += 1,
                b'#' => {
                    while bytes.get(at).is_some_and(|byte| *byte != b'\n') {
                        at += 1;
                    }
                }
                _ => break,
            }
        }
        TextSize::new(at as u32)
    }
}
