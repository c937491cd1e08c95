//! The run of one script, as the page needs it: begun, advanced a slice at a time, its trace read.

use super::dom;
use loopglass_executor::{Session, Settings, Status as SessionStatus};
use loopglass_trace::{Diagnostic, Trace};

/// How many instructions run between two looks at the clock.
const BUDGET: u64 = 20_000;
/// How many events a run on the page may record; each takes some tens of bytes.
const EVENTS: usize = 2_000_000;
/// How many instructions it may execute.
const STEPS: u64 = 400_000_000;

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
    session: Session,
}

impl Engine {
    /// Prepares to run `source`, or says what is wrong with it.
    pub fn start(source: &str) -> Result<Engine, Vec<Diagnostic>> {
        let mut settings = Settings::default();
        settings.limits.events = EVENTS;
        settings.limits.steps = STEPS;
        Session::new(source, settings).map(|session| Engine { session }).map_err(|error| error.diagnostics)
    }

    /// Runs for about `ms` milliseconds, and brings the trace's index up to date.
    pub fn advance(&mut self, ms: f64) -> Status {
        let until = dom::now_ms() + ms;
        let status = loop {
            let status = self.session.run_slice(BUDGET);
            if status != SessionStatus::Running || dom::now_ms() >= until {
                break status;
            }
        };
        self.session.trace_mut().catch_up();
        if status == SessionStatus::Running { Status::Running } else { Status::Ended }
    }

    /// Ends the run where it is.
    pub fn stop(&mut self) {
        self.session.stop();
        self.session.trace_mut().catch_up();
    }

    /// What was recorded so far.
    pub fn trace(&self) -> &Trace {
        self.session.trace()
    }
}
