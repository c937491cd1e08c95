//! The narrow waist of Loopglass: what a producer of runs records and all that a consumer knows.
//! Invariant: this crate depends on no other crate of ours, and a trace is complete by itself.

mod event;
mod ids;
mod span;

pub use event::*;
pub use ids::*;
pub use span::*;

const _: () = assert!(size_of::<Event>() <= 32, "an event is at most 32 bytes");
