//! A trace: the events of one run in order, with the tables that they refer to. It only grows. Recording is
//! a plain append; what readers need to move about in it is built beside it (`catch_up`).

mod exact;
mod index;
mod lanes;
mod leap;
mod lined;
mod moves;
mod plain;
mod stops;
mod stretch;
#[cfg(test)]
mod tests;

use crate::event::Event;
use crate::files::Parts;
use crate::fold::{Items, Sequence};
use crate::ids::{CodeId, TextId};
use crate::tables::{CodeInfo, Settings, Tables};
use exact::Exact;
use index::Index;
use lined::Lined;
use std::cell::RefCell;
use std::rc::Rc;

pub use exact::LadderRef;
pub use lanes::{Lane, Mark, MarkKind, Segment, WorkerLane};
pub use stops::Granularity;
pub use stretch::{Jump, Stretch};

/// So many events are recorded before they are folded and the index looks at them: both while they are at hand.
const RECENT: usize = 256;

/// The record of one run.
///
/// An event is addressed by its index. "At index i" always means: after event i.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// The events, but for the last few.
    events: Sequence<Event>,
    /// The last events. They are folded and seen by the index some hundreds at a time.
    recent: Vec<Event>,
    /// The stretches in `events` that are run again to be read, ascending.
    stretches: Vec<(usize, Rc<dyn Stretch>)>,
    tables: Tables,
    source: String,
    file: String,
    index: Index,
    exact: RefCell<Exact>,
    lined: RefCell<Lined>,
}

impl Trace {
    /// An empty trace of the script `source`, which tracebacks call `file`.
    pub fn new(source: &str, file: &str, settings: Settings) -> Trace {
        let tables = Tables { settings, parts: Parts::of(source, file), ..Tables::default() };
        Trace { tables, source: source.to_owned(), file: file.to_owned(), ..Trace::default() }
    }

    /// Appends an event.
    #[inline]
    pub fn push(&mut self, event: Event) {
        self.recent.push(event);
        if self.recent.len() >= RECENT {
            self.take_in();
        }
    }

    /// Appends a stretch that can be run again; or, if the last events are of this one, makes them `len` in
    /// all.
    pub fn push_stretch(&mut self, stretch: &Rc<dyn Stretch>, len: usize) {
        if !self.recent.is_empty() || self.index.waits_in().is_some() {
            self.catch_up();
        }
        let start = self.events.len();
        self.events.push_made(&stretch.clone().as_made(), len);
        if !self.stretches.last().is_some_and(|(_, last)| Rc::ptr_eq(last, stretch)) {
            self.stretches.push((start, stretch.clone()));
        }
    }

    /// The stretches that are run again to be read: where each begins and ends.
    pub fn rerun(&self) -> impl Iterator<Item = (usize, usize)> {
        self.stretches
            .iter()
            .filter_map(|(start, _)| self.events.made_at(*start))
            .map(|(_, start, end)| (start, end))
    }

    /// The stretch to be run again that event `index` is in: where it begins and ends.
    fn stretch_at(&self, index: usize) -> Option<(&Rc<dyn Stretch>, usize, usize)> {
        let (_, start, end) = self.events.made_at(index)?;
        let place = self.stretches.binary_search_by_key(&start, |(start, _)| *start).ok()?;
        Some((&self.stretches[place].1, start, end))
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
        self.events.len() + self.recent.len()
    }

    /// Whether nothing was recorded.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The event at an index.
    pub fn event(&self, index: usize) -> Option<Event> {
        self.events.get(index).or_else(|| self.recent_from(index).first().copied())
    }

    /// The events from an index on.
    pub fn events(&self, from: usize) -> Items<'_, Event> {
        self.events.iter_before(from, self.recent_from(from))
    }

    /// What of the recent events is at an index or after it.
    fn recent_from(&self, index: usize) -> &[Event] {
        self.recent.get(index.saturating_sub(self.events.len())..).unwrap_or(&[])
    }

    /// The folded stretch around an index, if there is one: where it begins and ends, and the number of
    /// events that repeat.
    pub fn folded_at(&self, index: usize) -> Option<(usize, usize, usize)> {
        self.events.folded_at(index)
    }

    /// The folded stretches, in order: where each begins and ends, and the number of events that repeat.
    pub fn folds(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        self.events.folds()
    }

    /// Folds what repeats, and has readers leap over it, from now on: worth it while a run is recorded, and not where a short
    /// one is only shown.
    pub fn fold(&mut self) {
        self.events.fold();
        self.index.fold();
    }

    /// The parts that readers get over without going through them, in order: where each begins and ends.
    pub fn leaps(&self) -> impl Iterator<Item = (usize, usize)> {
        self.index.leaps.iter().map(|leap| (leap.world.events as usize, leap.end))
    }

    /// About how many bytes the events, the texts and what readers use to move about take.
    pub fn bytes(&self) -> usize {
        self.events.bytes() + self.tables.texts.bytes() + self.index.bytes()
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
    /// ladders. Whoever records does that after each slice of a run; events after that are still found by
    /// [`Trace::seek`], only not by the stops.
    pub fn catch_up(&mut self) {
        self.append();
        self.arrive();
        self.recent.clear();
        self.index.weigh();
    }

    /// Folds the recent events, and has the index look at them, unless it knows what they come to.
    fn take_in(&mut self) {
        self.append();
        if self
            .index
            .waits_in()
            .is_none_or(|fold| self.events.open_fold().map(|(start, _)| start) != Some(fold))
        {
            self.arrive();
            if let Some(leaping) = self.index.leaping {
                (leaping.look_ahead)(&mut self.index, &self.events);
            }
            self.index.weigh();
        }
        self.recent.clear();
    }

    fn append(&mut self) {
        self.events.extend(&self.recent);
    }

    /// Brings the index up to the last event that is folded; the recent ones are the last of these.
    fn arrive(&mut self) {
        if let (Some(fold), Some(leaping)) = (self.index.waits_in(), self.index.leaping) {
            let end = self.events.folded_at(fold).map_or(fold, |(_, end, _)| end);
            (leaping.leap)(&mut self.index, end);
        }
        let recent = self.events.len() - self.recent.len();
        while self.index.seen() < recent {
            let from = self.index.seen();
            if let Some((stretch, start, end)) = self.stretch_at(from) {
                let stretch = stretch.clone();
                self.index.see_stretch(&stretch, start, end);
                continue;
            }
            let until = self.events.next_made(from).min(recent);
            for event in self.events.iter_from(from).take(until - from) {
                self.index.see(&event, &self.tables);
            }
        }
        let events = &self.recent[self.index.seen() - recent..];
        match self.index.leaping {
            Some(leaping) => (leaping.see_all)(&mut self.index, events, &self.tables),
            None => events.iter().for_each(|event| self.index.see(event, &self.tables)),
        }
    }

    /// Gives up what [`Trace::catch_up`] built; the next call builds it anew.
    pub fn forget_index(&mut self) {
        self.index = Index::default();
        self.exact = RefCell::default();
        self.lined = RefCell::default();
    }
}
