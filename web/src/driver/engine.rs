//! The run of one script, as the page needs it: recorded when the page was built, or begun, advanced a slice at a
//! time, and read meanwhile.

use super::executor::{self, Run, Status};
use super::{bridge, dom};
use js_sys::Uint8Array;
use loopglass_trace::{Diagnostic, Trace};
use wasm_bindgen::JsCast;

/// The run of one script.
pub enum Engine {
    /// Recorded when the page was built.
    Recorded(Box<Trace>),
    /// Run by the executor.
    Live(Box<dyn Run>),
}

impl Engine {
    /// The run of `source` that came with the page, if it is that script's.
    pub fn recorded(source: &str) -> Option<Engine> {
        let bytes: Uint8Array = bridge::member("recorded")?.dyn_into().ok()?;
        let trace = Trace::unpack(&bytes.to_vec())?;
        (trace.source() == source).then(|| Engine::Recorded(Box::new(trace)))
    }

    /// Prepares to run `source`, or says what is wrong with it. The executor must be there.
    pub fn start(source: &str) -> Result<Engine, Vec<Diagnostic>> {
        executor::begin(source).map(Engine::Live)
    }

    /// What is wrong with `source`, without running it. The executor must be there.
    pub fn check(source: &str) -> Vec<Diagnostic> {
        executor::begin(source).err().unwrap_or_default()
    }

    /// Runs for about `ms` milliseconds.
    pub fn advance(&mut self, ms: f64) -> Status {
        match self {
            Engine::Recorded(_) => Status::Ended,
            Engine::Live(run) => run.advance(ms, dom::now_ms),
        }
    }

    /// Ends the run where it is.
    pub fn stop(&mut self) {
        if let Engine::Live(run) = self {
            run.stop();
        }
    }

    /// What was recorded so far.
    pub fn trace(&self) -> &Trace {
        match self {
            Engine::Recorded(trace) => trace,
            Engine::Live(run) => run.trace(),
        }
    }
}
