//! The only door from the page to the executor, which is loaded after the page: `web/split.mjs` puts all that is
//! reached through gates alone, [`begin`] and those of `export.rs`, into a second WebAssembly module. So nothing else
//! of the page may name the executor, no gate is called before [`load`] has said that it can be, and what lies behind
//! one does not call the browser.

use super::bridge;
use js_sys::Promise;
use loopglass_executor::{Session, Settings, Status as SessionStatus};
use loopglass_trace::{Diagnostic, Trace};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use yew::platform::spawn_local;

/// How many instructions run between the first two looks at the clock; then it is as many as take a
/// quarter of a slice.
const FIRST_BUDGET: f64 = 5_000.0;
/// How many events a run on the page may record, not counting what repeats; each takes some tens of bytes.
const EVENTS: usize = 5_000_000;
/// How many bytes the script's objects may take.
const MEMORY: usize = 512_000_000;
/// How many items a list, or characters a string, may have.
const ITEMS: usize = 20_000_000;
/// How many instructions it may execute.
const STEPS: u64 = 500_000_000;

/// How far a run has got.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// There is more to run.
    Running,
    /// The run is over.
    Ended,
}

/// A run that the executor is at.
pub trait Run {
    /// Runs for about so many milliseconds of this clock, bringing the trace's index up to date.
    fn advance(&mut self, ms: f64, clock: fn() -> f64) -> Status;

    /// Ends the run where it is.
    fn stop(&mut self);

    /// What was recorded so far.
    fn trace(&self) -> &Trace;
}

/// Has the executor loaded, and says whether it can be used.
pub fn load(done: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        let loading =
            bridge::member("scripts").and_then(|scripts| bridge::call(&scripts, "executor", &[]).ok());
        let loading: Option<Promise> = loading.and_then(|loading| loading.dyn_into().ok());
        done(match loading {
            Some(loading) => JsFuture::from(loading).await.is_ok(),
            None => false,
        });
    });
}

/// Prepares to run `source`, or says what is wrong with it. The gate to the executor: never inlined, so that
/// what lies behind it can be left out of what is loaded first.
#[inline(never)]
pub fn begin(source: &str) -> Result<Box<dyn Run>, Vec<Diagnostic>> {
    loopglass_executor::measure_memory_by(|| crate::ALLOCATOR.allocated());
    let mut settings = Settings::default();
    settings.limits.events = EVENTS;
    settings.limits.steps = STEPS;
    settings.limits.memory = MEMORY;
    settings.limits.items = ITEMS;
    match Session::new(source, settings) {
        Ok(session) => Ok(Box::new(Running { session, budget: FIRST_BUDGET })),
        Err(error) => Err(error.diagnostics),
    }
}

struct Running {
    session: Session,
    budget: f64,
}

impl Run for Running {
    fn advance(&mut self, ms: f64, clock: fn() -> f64) -> Status {
        let begun = clock();
        let mut last = begun;
        loop {
            let status = self.session.run_slice(self.budget as u64);
            self.session.trace_mut().catch_up();
            if status != SessionStatus::Running {
                return Status::Ended;
            }
            let now = clock();
            let wanted = ms / 4.0 / (now - last).max(0.1);
            self.budget = (self.budget * wanted.clamp(0.5, 2.0)).max(500.0);
            last = now;
            if now - begun >= ms {
                return Status::Running;
            }
        }
    }

    fn stop(&mut self) {
        self.session.stop();
        self.session.trace_mut().catch_up();
    }

    fn trace(&self) -> &Trace {
        self.session.trace()
    }
}
