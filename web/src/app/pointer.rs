//! What the pointer is at: the task that it belongs to is lit wherever it is shown.

use super::{App, Msg};
use loopglass_trace::FutureId;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

impl App {
    /// The task that is lit everywhere: the one pointed at, else the one that was chosen.
    pub(super) fn lit(&self) -> Option<FutureId> {
        self.pointed.or(self.pinned)
    }
}

/// The task of what the pointer has come to. What happens inside the editor the editor tells by itself.
pub(super) fn pointed(event: &MouseEvent) -> Option<Msg> {
    let target: Element = event.target()?.dyn_into().ok()?;
    if target.closest(".code-host, .timeline").ok()?.is_some() {
        return None;
    }
    let owner = target.closest("[data-task]").ok()?;
    Some(Msg::Point(owner.and_then(|owner| id_of(&owner, "data-task"))))
}

/// The task of the name that was pressed.
pub(super) fn pin(event: &MouseEvent) -> Option<Msg> {
    let target: Element = event.target()?.dyn_into().ok()?;
    Some(Msg::Pin(id_of(&target.closest("[data-pin]").ok()??, "data-pin")?))
}

fn id_of(element: &Element, attribute: &str) -> Option<FutureId> {
    element.get_attribute(attribute)?.parse().ok().map(FutureId)
}
