//! A trace: the events of one run in order, with the tables that they refer to. It only grows. Recording is
//! a plain append; what readers need to move about in it is built beside it (`catch_up`).

mod index;
mod lanes;
mod moves;
mod stops;
#[cfg(test)]
mod tests;

use crate::event::Event;
use crate::ids::{CodeId, TextId};
use crate::tables::{CodeInfo, Settings, Tables};
use index::Index;

pub use lanes::{Lane, Mark, MarkKind, Segment};
pub use stops::Granularity;

/// Events in one chunk of the store.
const CHUNK: usize = 4096;

/// The record of one run.
///
/// An event is addressed by its index. "At index i" always means: after event i.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// Every chunk but the last is full, so that events never move once recorded.
    chunks: Vec<Vec<Event>>,
    tables: Tables,
    source: String,
    file: String,
    index: Index,
}

impl Trace {
    /// An empty trace of the script `source`, which tracebacks call `file`.
    pub fn new(source: &str, file: &str, settings: Settings) -> Trace {
        let tables = Tables { settings, ..Tables::default() };
        Trace { tables, source: source.to_owned(), file: file.to_owned(), ..Trace::default() }
    }

    /// Appends an event.
    #[inline]
    pub fn push(&mut self, event: Event) {
        match self.chunks.last_mut() {
            Some(chunk) if chunk.len() < CHUNK => chunk.push(event),
            _ => self.push_in_new_chunk(event),
        }
    }

    #[cold]
    fn push_in_new_chunk(&mut self, event: Event) {
        let mut chunk = Vec::with_capacity(CHUNK);
        chunk.push(event);
        self.chunks.push(chunk);
    }

    /// The id of a text, new or old.
    pub fn text(&mut self, text: &str) -> TextId {
        self.tables.texts.intern(text)
    }

    /// Enters a code object and returns its id.
    pub fn code(&mut self, code: CodeInfo) -> CodeId {
        self.tables.codes.push(code);
        CodeId(self.tables.codes.len() as u32 - 1)
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.chunks.last().map_or(0, |last| (self.chunks.len() - 1) * CHUNK + last.len())
    }

    /// Whether nothing was recorded.
    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// The event at an index.
    pub fn event(&self, index: usize) -> Option<&Event> {
        self.chunks.get(index / CHUNK)?.get(index % CHUNK)
    }

    /// The events from an index on.
    pub fn events(&self, from: usize) -> impl Iterator<Item = &Event> {
        let first = self.chunks.get(from / CHUNK).and_then(|chunk| chunk.get(from % CHUNK..));
        let rest = self.chunks.get(from / CHUNK + 1..).unwrap_or_default();
        first.unwrap_or_default().iter().chain(rest.iter().flatten())
    }

    /// The texts, code objects and settings that events refer to.
    pub fn tables(&self) -> &Tables {
        &self.tables
    }

    /// The script.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// What tracebacks call the script.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Brings everything that readers use to move about up to the last event: the keyframes, the stops, the
    /// ladders. Whoever records calls it after each slice of a run; events after that are still found by
    /// [`Trace::seek`], only not by the stops.
    pub fn catch_up(&mut self) {
        let from = self.index.seen();
        let first = self.chunks.get(from / CHUNK).and_then(|chunk| chunk.get(from % CHUNK..));
        let rest = self.chunks.get(from / CHUNK + 1..).unwrap_or_default();
        for event in first.unwrap_or_default().iter().chain(rest.iter().flatten()) {
            self.index.see(event, &self.tables);
        }
    }

    /// Gives up what [`Trace::catch_up`] built; the next call builds it anew.
    pub fn forget_index(&mut self) {
        self.index = Index::default();
    }
}
