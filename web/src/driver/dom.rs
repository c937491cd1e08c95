//! The page's own small doors to the DOM. Each does nothing where the browser says no: a page without
//! storage or with an old engine still steps.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{
    CanvasRenderingContext2d, CssStyleDeclaration, Document, Element, EventTarget, HtmlCanvasElement,
    HtmlElement, NodeList, Window,
};
use yew::prelude::{Callback, KeyboardEvent};

/// The class of an element that the person has scrolled away from its end.
const AWAY: &str = "away";

/// The window; there is one wherever the page runs.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The height of the window, in CSS pixels.
pub fn window_height() -> f64 {
    window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default()
}

/// The document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The document's fonts, which say when one has been loaded.
pub fn fonts() -> Option<EventTarget> {
    Reflect::get(document()?.as_ref(), &"fonts".into()).ok()?.dyn_into().ok()
}

/// The element as an HTML element.
pub fn html(element: Element) -> Option<HtmlElement> {
    element.dyn_into().ok()
}

/// All HTML elements under `root` that match `selector`.
pub fn all(root: &HtmlElement, selector: &str) -> impl Iterator<Item = HtmlElement> + use<> {
    let found = root.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |index| html(element_at(found.as_ref()?, index)?))
}

/// One element of a list.
pub fn element_at(list: &NodeList, index: u32) -> Option<Element> {
    list.item(index)?.dyn_into().ok()
}

/// What paints on a canvas.
pub fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// Sets a property of an element's own style; allowed by a strict content security policy.
pub fn set_style(style: &CssStyleDeclaration, name: &str, value: &str) {
    // Fails for read-only styles only, and an element's own is not.
    let _ = style.set_property(name, value);
}

/// Takes note of where a list that is scrolled from its end stands.
pub fn scrolled_from_end(list: &HtmlElement) {
    // A list that is scrolled from its end counts downwards from zero. Its classes are ours, and well formed.
    let _ = list.class_list().toggle_with_force(AWAY, list.scroll_top() != 0);
}

/// Brings a list that is scrolled from its end back there. To look where it stands would lay out the page.
pub fn scroll_to_end(list: &HtmlElement) {
    if list.class_list().contains(AWAY) {
        list.set_scroll_top(0);
    }
}

/// Sets an attribute.
pub fn set_attribute(element: &Element, name: &str, value: &str) {
    // Fails for malformed names only, and ours are constants.
    let _ = element.set_attribute(name, value);
}

/// Sets `data-NAME` on the root element.
pub fn set_root_data(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        set_attribute(&root, &format!("data-{name}"), value);
    }
}

/// An attribute of the page as a whole.
pub fn root_data(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(&format!("data-{name}"))
}

/// Whether a media query holds.
pub fn media(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|list| list.matches())
}

/// Milliseconds since the page began.
pub fn now_ms() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Moves the focus to the first element under the document that matches.
pub fn focus(selector: &str) {
    let found =
        document().and_then(|document| document.query_selector(selector).ok().flatten()).and_then(html);
    if let Some(element) = found {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Presses the first element under the document that matches.
pub fn press(selector: &str) {
    let found =
        document().and_then(|document| document.query_selector(selector).ok().flatten()).and_then(html);
    if let Some(element) = found {
        element.click();
    }
}

/// The button that has the focus, if that shows: someone uses the keyboard, and came to it with that.
pub fn focused_by_keyboard() -> Option<HtmlElement> {
    let active = document()?.active_element().and_then(html)?;
    active.matches("button:focus-visible").unwrap_or(false).then_some(active)
}

/// Gives the focus to the first element that matches, if what had it has gone from the page.
pub fn keep_focus(selector: &str) {
    let Some(document) = document() else { return };
    let lost = document.active_element().is_none_or(|active| active.tag_name() == "BODY");
    if lost && document.has_focus().unwrap_or(false) {
        focus(selector);
    }
}

/// Where the focus goes in a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Neighbour {
    /// To the next one.
    Next,
    /// To the one before.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// Moves the focus among the elements that match; from elsewhere, to the first.
pub fn focus_neighbour(selector: &str, to: Neighbour) {
    let Some(body) = document().and_then(|document| document.body()) else { return };
    let active = document().and_then(|document| document.active_element()).and_then(html);
    let list: Vec<HtmlElement> = all(&body, selector).collect();
    let at = list.iter().position(|item| active.as_ref() == Some(item));
    let goal = match (to, at) {
        (Neighbour::Next, Some(at)) => (at + 1).min(list.len() - 1),
        (Neighbour::Previous, Some(at)) => at.saturating_sub(1),
        (Neighbour::Last, _) => list.len().saturating_sub(1),
        _ => 0,
    };
    if let Some(item) = list.get(goal) {
        // An item of a list can take the focus.
        let _ = item.focus();
    }
}

/// Up and down go from one to the next among the elements that match, of which one only is a stop of the tabulator.
pub fn goes_by_arrows(selector: &'static str) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let to = match &*event.key() {
            "ArrowUp" => Neighbour::Previous,
            "ArrowDown" => Neighbour::Next,
            _ => return,
        };
        event.prevent_default();
        focus_neighbour(selector, to);
    })
}

/// The page's address without its fragment.
pub fn address() -> Option<String> {
    let href = window()?.location().href().ok()?;
    Some(href.split('#').next().unwrap_or_default().to_owned())
}
