//! How much memory a run may still take. What is in use is measured by whoever owns the allocator; between two
//! measurements large values are noted as they are made, so that no script can run far beyond its limit.

use std::cell::Cell;
use std::sync::OnceLock;

/// A value of fewer bytes is left to the next measurement.
const LARGE: usize = 1 << 16;

static IN_USE: OnceLock<fn() -> usize> = OnceLock::new();

thread_local! {
    static ROOM: Cell<usize> = const { Cell::new(usize::MAX) };
}

/// Tells where the number of bytes that the program has allocated can be read. Without it no run is limited.
pub fn measure_by(in_use: fn() -> usize) {
    // The first one stands: a program has one allocator.
    let _ = IN_USE.set(in_use);
}

/// The number of bytes that the program has allocated now, or 0 where nobody counts.
pub fn in_use() -> usize {
    IN_USE.get().map_or(0, |in_use| in_use())
}

/// Sets how many bytes may be allocated until the next measurement.
pub(crate) fn set_room(bytes: usize) {
    ROOM.set(bytes);
}

/// Whether a value of so many bytes still has room.
pub(crate) fn has_room(bytes: usize) -> bool {
    bytes < ROOM.get()
}

/// A value of so many bytes was made.
#[inline]
pub(crate) fn note(bytes: usize) {
    if bytes >= LARGE {
        ROOM.set(ROOM.get().saturating_sub(bytes));
    }
}

/// Whether it is time to measure.
#[inline]
pub(crate) fn is_exhausted() -> bool {
    ROOM.get() == 0
}
