//! The run of one script, as the page needs it: begun, advanced a slice at a time, its trace read.

use super::dom;
use loopglass_executor::{Session, Settings, Status as SessionStatus};
use loopglass_trace::{Diagnostic, Trace};

/// How many instructions run between the first two looks at the clock; then it is as many as take a
/// quarter of a slice.
const FIRST_BUDGET: f64 = 5_000.0;
/// How many events a run on the page may record, not counting what repeats; each takes some tens of bytes.
const EVENTS: usize = 2_000_000;
/// How many bytes the script's objects may take.
const MEMORY: usize = 512_000_000;
/// How many items a list, or characters a string, may have.
const ITEMS: usize = 20_000_000;
/// How many instructions it may execute.
const STEPS: u64 = 100_000_000;

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
    budget: f64,
}

impl Engine {
    /// Prepares to run `source`, or says what is wrong with it.
    pub fn start(source: &str) -> Result<Engine, Vec<Diagnostic>> {
        let mut settings = Settings::default();
        settings.limits.events = EVENTS;
        settings.limits.steps = STEPS;
        settings.limits.memory = MEMORY;
        settings.limits.items = ITEMS;
        Session::new(source, settings)
            .map(|session| Engine { session, budget: FIRST_BUDGET })
            .map_err(|error| error.diagnostics)
    }

    /// What is wrong with `source`, without running it.
    pub fn check(source: &str) -> Vec<Diagnostic> {
        Session::new(source, Settings::default()).err().map(|error| error.diagnostics).unwrap_or_default()
    }

    /// Runs for about `ms` milliseconds, bringing the trace's index up to date.
    pub fn advance(&mut self, ms: f64) -> Status {
        let begun = dom::now_ms();
        let mut last = begun;
        loop {
            let status = self.session.run_slice(self.budget as u64);
            self.session.trace_mut().catch_up();
            if status != SessionStatus::Running {
                return Status::Ended;
            }
            let now = dom::now_ms();
            let wanted = ms / 4.0 / (now - last).max(0.1);
            self.budget = (self.budget * wanted.clamp(0.5, 2.0)).max(500.0);
            last = now;
            if now - begun >= ms {
                return Status::Running;
            }
        }
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
