//! The narrow waist of Loopglass: what a producer of runs records and all that a consumer knows.
//! Invariant: this crate depends on no other crate of ours, and a trace is complete by itself.

mod event;
pub mod files;
mod fold;
mod ids;
mod json;
mod ladder;
mod pack;
mod persist;
mod picture;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
mod span;
mod tables;
mod texts;
mod trace;
mod world;

pub use event::*;
pub use files::SourceLine;
pub use fold::{Items, Made, Repeat, Sequence};
pub use ids::*;
pub use json::FORMAT_VERSION;
pub use ladder::{Detail, Ladder, Row, Who};
pub use persist::{IdMap, Key, List, Queue, Stack};
pub use picture::float_text;
pub use span::*;
pub use tables::{CodeInfo, Settings, Tables};
pub use texts::{Texts, hash as hash_of_text};
pub use trace::{Granularity, Jump, LadderRef, Lane, Mark, MarkKind, Segment, Stretch, Trace, WorkerLane};
pub use world::*;

const _: () = assert!(size_of::<Event>() <= 24, "an event is at most 24 bytes");
