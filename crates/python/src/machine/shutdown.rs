//! The end of the interpreter: the script's names are unbound in CPython's order, so that what dies with them is
//! finalized and reported when CPython does.

use std::rc::Rc;

use loopglass_trace::Trace;

use crate::dict::Dict;
use crate::machine::Machine;
use crate::symbol::names;
use crate::value::Value;

/// How far the shutdown has come.
#[derive(Default)]
pub struct Shutdown {
    /// Names of the main module still to be unbound, last first; `None` before the shutdown.
    left: Option<Vec<crate::symbol::Sym>>,
}

impl Machine {
    /// Begins the shutdown: what the main module holds will go, name by name.
    pub fn begin_shutdown(&mut self) {
        let names = unbinding_order(&self.main);
        self.shutdown.left = Some(names);
        self.continue_shutdown();
    }

    /// Unbinds names until one leaves something to finalize. Returns false when nothing is left.
    pub fn continue_shutdown(&mut self) -> bool {
        while let Some(name) = self.shutdown.left.as_mut().and_then(Vec::pop) {
            if let Some(index) = self.main.find_name(name) {
                let old = self.main.replace_at(index, Value::None);
                drop(old);
            }
            if self.graveyard.is_occupied() {
                return true;
            }
        }
        self.graveyard.is_occupied()
    }

    /// The trace, when the machine is no longer needed.
    pub fn into_trace(self) -> Trace {
        self.recorder.trace
    }
}

/// Names that begin with one underscore go first, then all others, each in order of creation; `__builtins__`
/// stays. The result is reversed, to be popped from the end.
fn unbinding_order(globals: &Rc<Dict>) -> Vec<crate::symbol::Sym> {
    let all: Vec<_> = globals.keys().iter().filter_map(|key| key.as_str().map(|key| key.symbol())).collect();
    let private = |text: &str| text.starts_with('_') && !text.starts_with("__");
    let first = all.iter().filter(|name| private(&name.text()));
    let second = all.iter().filter(|name| !private(&name.text()) && **name != names::builtins);
    let mut order: Vec<_> = first.chain(second).copied().collect();
    order.reverse();
    order
}
