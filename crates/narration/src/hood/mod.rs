//! Under the hood: a simplified asyncio, in a few lines a function, and which of those lines an event executes.
//! The code is not CPython's; it does what CPython's does where the two are compared step by step, and leaves
//! out checks, contexts and debugging.

mod executing;
mod listings;

pub use executing::{executing, may_execute};

use listings::{LISTINGS, Mark};

/// One function of the simplified asyncio.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ListingId {
    /// `loop.run_forever`.
    RunForever,
    /// `loop.run_until_complete`.
    RunUntilComplete,
    /// `loop._run_once`: one iteration.
    RunOnce,
    /// `loop.call_soon`.
    CallSoon,
    /// `loop.call_later` and `loop.call_at`.
    CallLater,
    /// `Handle.cancel`.
    HandleCancel,
    /// `Task.__init__`.
    TaskInit,
    /// `Task.__step`.
    TaskStep,
    /// `Task.__wakeup`.
    TaskWakeup,
    /// `Task.cancel`.
    TaskCancel,
    /// `Future.__await__`.
    FutureAwait,
    /// `Future.set_result`, and what schedules the callbacks.
    FutureSetResult,
    /// `Future.add_done_callback`.
    AddDoneCallback,
    /// `asyncio.sleep`.
    Sleep,
    /// `asyncio.gather`.
    Gather,
}

/// A function of the simplified asyncio, as it is shown.
#[derive(Clone, Copy, Debug)]
pub struct Listing {
    /// Which.
    pub id: ListingId,
    /// What it is called: `Task.step`.
    pub title: &'static str,
    lines: &'static [Line],
}

impl Listing {
    /// The listing of an id.
    pub fn of(id: ListingId) -> &'static Listing {
        LISTINGS.iter().find(|listing| listing.id == id).unwrap_or(&LISTINGS[0])
    }

    /// All listings, from the loop inwards.
    pub fn all() -> &'static [Listing] {
        LISTINGS
    }

    /// Its lines.
    pub fn lines(&self) -> impl Iterator<Item = &'static str> {
        self.lines.iter().map(|line| line.text)
    }
}

/// A line of a listing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spot {
    /// The listing.
    pub listing: ListingId,
    /// The line, from 0.
    pub line: usize,
}

/// A line, and what it is for those who look for it.
#[derive(Clone, Copy, Debug)]
struct Line {
    text: &'static str,
    mark: Option<Mark>,
}

/// Where a mark stands.
fn spot(mark: Mark) -> Option<Spot> {
    LISTINGS.iter().find_map(|listing| {
        let line = listing.lines.iter().position(|line| line.mark == Some(mark))?;
        Some(Spot { listing: listing.id, line })
    })
}

#[cfg(test)]
mod tests {
    use super::listings::{LISTINGS, MARKS};
    use super::{Listing, spot};

    #[test]
    fn every_mark_stands_in_one_place() {
        for mark in MARKS {
            let lines = LISTINGS.iter().flat_map(|listing| listing.lines);
            assert_eq!(lines.filter(|line| line.mark == Some(*mark)).count(), 1, "{mark:?}");
            assert!(spot(*mark).is_some());
        }
    }

    #[test]
    fn every_listing_is_found_and_fits_its_panel() {
        for listing in Listing::all() {
            assert_eq!(Listing::of(listing.id).title, listing.title);
            assert!(listing.lines().all(|line| line.len() <= 60), "{} is wide", listing.title);
            assert!(listing.lines().count() <= 20, "{} is long", listing.title);
        }
    }
}
