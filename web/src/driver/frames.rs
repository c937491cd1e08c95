//! What is to be done before each frame that the browser shows, as long as something moves.

use super::dom;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Work before each frame; it ends when this is dropped.
pub struct Frames {
    wanted: Rc<Cell<bool>>,
}

impl Frames {
    /// Has `step` called before each frame, until it says that there is nothing left to do.
    pub fn each(step: impl FnMut() -> bool + 'static) -> Frames {
        let wanted = Rc::new(Cell::new(true));
        request(wanted.clone(), Box::new(step));
        Frames { wanted }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        self.wanted.set(false);
    }
}

fn request(wanted: Rc<Cell<bool>>, mut step: Box<dyn FnMut() -> bool>) {
    let go = Closure::once_into_js(move || {
        if wanted.get() && step() {
            request(wanted, step);
        }
    });
    if let Some(window) = dom::window() {
        // Fails where there are no frames only, and then nothing is seen to move.
        let _ = window.request_animation_frame(go.unchecked_ref());
    }
}
