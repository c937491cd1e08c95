//! What happened and why, in sentences; what the words mean; and which line of asyncio does it. All of it is a
//! function of an event, the worlds before and after it, and the tables of its trace.
//!
//! - [`explain`] gives an [`Explanation`]: a *what* and a *why*, each a [`Phrase`] of [`Segment`]s, so that a
//!   page can colour names and link terms; [`Phrase::to_plain`] is what a screen reader hears.
//! - [`next_hint`] gives a [`Hint`]: a question about what comes next, and its answer.
//! - [`glossary`] and [`term`] define the words that segments of [`Kind::Term`] name.
//! - [`executing`] gives the [`Spot`] that an event executes: a line of a [`Listing`], simplified asyncio source.
//!
//! Every English sentence is in `messages/`, the glossary's in `glossary.rs`: another language is another set of
//! those two.

mod explain;
mod glossary;
mod hint;
mod hood;
mod messages;
mod names;
mod phrase;

pub use explain::{Explanation, cancelled_together, explain, runs};
pub use glossary::{Entry, glossary, term};
pub use hint::{Hint, next_hint};
pub use hood::{Listing, ListingId, Spot, executing, may_execute};
pub use names::timer;
pub use phrase::{Kind, Phrase, Segment};
