//! The end of the interpreter, in CPython's order: cycles are collected; the last exception and the script's module
//! go, and what dies with them; and as functions hold on to their module, cycles are collected once more.

use loopglass_trace::Trace;

use crate::machine::collect::Watched;
use crate::machine::{Flow, Machine};
use crate::value::Value;

/// How far the shutdown has come.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// The script runs.
    #[default]
    Running,
    /// What is garbage already is collected.
    Collecting,
    /// The script's module is gone.
    ModuleGone,
    /// What only the module's cycles held is collected.
    CollectingModule,
}

/// The state of the shutdown.
#[derive(Default)]
pub struct Shutdown {
    stage: Stage,
    /// The exception that ended the script (`sys.last_exc`), which keeps its frames alive.
    last_exception: Value,
    /// What else lets go of the script's objects together with its module.
    release: Option<fn(&mut Machine)>,
}

impl Machine {
    /// Sets what else lets go of the script's objects together with its module.
    pub fn on_module_gone(&mut self, release: fn(&mut Machine)) {
        self.shutdown.release = Some(release);
    }

    /// Keeps the exception that ended the script.
    pub fn keep_last_exception(&mut self, exception: Value) {
        self.shutdown.last_exception = exception;
    }

    /// Whether the script's module is gone, and with it what warnings look at.
    pub fn is_module_gone(&self) -> bool {
        self.shutdown.stage >= Stage::ModuleGone
    }

    /// Whether the shutdown has begun.
    pub(crate) fn is_shutting_down(&self) -> bool {
        self.shutdown.stage > Stage::Running
    }

    /// Goes on with the shutdown, as far as nothing must run for it. Returns false when it is done.
    pub fn continue_shutdown(&mut self) -> bool {
        loop {
            match self.shutdown.stage {
                Stage::Running => {
                    self.shutdown.stage = Stage::Collecting;
                    if let Flow::Pushed = self.collect_cycles() {
                        return true;
                    }
                }
                Stage::Collecting => {
                    self.shutdown.stage = Stage::ModuleGone;
                    self.let_module_go();
                    if self.graveyard.is_occupied() {
                        return true;
                    }
                }
                Stage::ModuleGone => {
                    self.shutdown.stage = Stage::CollectingModule;
                    if let Flow::Pushed = self.collect_cycles() {
                        return true;
                    }
                }
                Stage::CollectingModule => return self.graveyard.is_occupied(),
            }
        }
    }

    fn let_module_go(&mut self) {
        self.graveyard.forget_watchers();
        let _exception = std::mem::take(&mut self.shutdown.last_exception);
        let _module = self.modules.remove("__main__");
        let globals = std::mem::take(&mut self.main);
        // A function or class of the script's holds on to the names of its module, and so to all that has one.
        let holds_on = |value: &Value| matches!(value, Value::Function(_) | Value::Class(_));
        for (_, value) in globals.to_vec().iter().filter(|(_, value)| holds_on(value)) {
            Watched::of(value).into_iter().for_each(|watched| self.graveyard.track(watched));
        }
        drop(globals);
        if let Some(release) = self.shutdown.release {
            release(self);
        }
    }

    /// The trace, when the machine is no longer needed.
    pub fn into_trace(self) -> Trace {
        self.recorder.trace
    }
}
