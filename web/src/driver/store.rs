//! What the page remembers in the browser between two visits. Storage may be missing, full or forbidden;
//! then the page works and forgets.

use super::dom;
use web_sys::Storage;

const PREFIX: &str = "loopglass.";

/// The storage; in a frame of another page nothing is remembered, even where it has the origin of the page proper.
fn storage() -> Option<Storage> {
    let root = dom::document()?.document_element()?;
    if root.has_attribute("data-embed") {
        return None;
    }
    dom::window()?.local_storage().ok()?
}

/// The remembered text under `key`.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREFIX}{key}")).ok()?
}

/// Forgets what is remembered under `key`.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        // As above.
        let _ = storage.remove_item(&format!("{PREFIX}{key}"));
    }
}

/// Remembers `value` under `key`.
pub fn set(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full or forbidden storage must not stop anyone from stepping.
        let _ = storage.set_item(&format!("{PREFIX}{key}"), value);
    }
}
