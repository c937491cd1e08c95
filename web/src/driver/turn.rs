//! The next turn of the page's own work, after the browser has had one: input, layout and paint. A timer is not for
//! that, since browsers let one that was set by another wait for four milliseconds.

use super::bridge;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// What is to go on after the browser's turn; it does not if this is dropped before.
pub struct Turn {
    wanted: Rc<Cell<bool>>,
}

impl Turn {
    /// Has `go` called after the browser's turn.
    pub fn next(go: impl FnOnce() + 'static) -> Turn {
        Turn::by("soon", None, go)
    }

    /// Has `go` called when the browser has nothing else to do, but not before so many milliseconds have passed: a timer
    /// would come between a step and its frame.
    pub fn idle(ms: u32, go: impl FnOnce() + 'static) -> Turn {
        Turn::by("idle", Some(ms), go)
    }

    fn by(script: &str, ms: Option<u32>, go: impl FnOnce() + 'static) -> Turn {
        let wanted = Rc::new(Cell::new(true));
        let still = wanted.clone();
        let go = Closure::once_into_js(move || {
            if still.get() {
                go();
            }
        });
        if let Some(scripts) = bridge::member("scripts") {
            // Fails where the page's own scripts are missing only, and one of them started this.
            let given: Vec<JsValue> = [go].into_iter().chain(ms.map(JsValue::from)).collect();
            let _ = bridge::call(&scripts, script, &given);
        }
        Turn { wanted }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.wanted.set(false);
    }
}
