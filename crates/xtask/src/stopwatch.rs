//! Real time, for the summary of a test run. The rest of the workspace knows only the virtual clock of a run.

use std::time::Duration;

/// Measures from its creation.
#[allow(clippy::disallowed_types, reason = "how long a command took is a fact of the real world")]
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Starts to measure.
    #[allow(clippy::disallowed_types, reason = "how long a command took is a fact of the real world")]
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }

    /// The time since the start.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}
