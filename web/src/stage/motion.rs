//! Puts chips where their seats are, cards where the grid has put them, and moves what changed its place.
//! Places are measured in the layout, which ignores transforms; movement is an added transform that runs
//! to zero, so a new movement may begin at any time and continues from where the eye is.

use super::wires::{Rect, route};
use crate::driver::dom;
use js_sys::{Array, Function, Object, Reflect};
use loopglass_picture::entered;
use std::collections::{BTreeMap, BTreeSet};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// How long a movement takes, in milliseconds.
pub const DURATION_MS: u32 = 240;

/// Where everything was after the last layout.
#[derive(Default)]
pub struct Memory {
    places: BTreeMap<String, (f64, f64)>,
}

/// Lays out chips and arrows inside `content`. With `animated`, moves what changed its place; says whether
/// anything began to move.
pub fn lay_out(content: &HtmlElement, memory: &mut Memory, animated: bool) -> bool {
    if content.offset_width() == 0 {
        memory.places.clear();
        return false;
    }
    let first_time = memory.places.is_empty();
    let animated = animated && !first_time;
    let mut places = BTreeMap::new();
    let mut moved = false;
    let mut cards = BTreeMap::new();
    let mut columns = BTreeSet::new();
    for (kind, is_card) in [(".card", true), (".shelf-item", false)] {
        for card in dom::all(content, kind) {
            let rect = rect_within(&card, content);
            let key = card.get_attribute("data-card").unwrap_or_default();
            moved |= settle(&card, memory.places.get(&key), (rect.x, rect.y), animated);
            places.insert(key.clone(), (rect.x, rect.y));
            if is_card {
                columns.insert(rect.x as i32);
            }
            cards.insert(key, rect);
        }
    }
    let seats: BTreeMap<String, Rect> = entered(
        dom::all(content, "[data-seat]")
            .filter_map(|seat| Some((seat.get_attribute("data-seat")?, rect_within(&seat, content)))),
    );
    for chip in dom::all(content, ".chip") {
        let key = chip.get_attribute("data-handle").unwrap_or_default();
        if chip.has_attribute("data-leaving") {
            moved |= animated && fade(&chip, 1.0, 0.0);
            continue;
        }
        let Some(seat) = seats.get(&key) else { continue };
        let style = chip.style();
        dom::set_style(&style, "transform", &translation(seat.x, seat.y));
        dom::set_style(&style, "width", &format!("{}px", seat.width + 1.0));
        moved |= settle(&chip, memory.places.get(&key), (seat.x, seat.y), animated);
        places.insert(key, (seat.x, seat.y));
    }
    draw_wires(content, &cards, columns.len());
    memory.places = places;
    moved
}

/// Animates an element that was elsewhere, or that is new.
fn settle(element: &Element, before: Option<&(f64, f64)>, now: (f64, f64), animated: bool) -> bool {
    if !animated {
        return false;
    }
    match before {
        None => fade(element, 0.0, 1.0),
        Some(before) if *before == now => false,
        Some(before) => {
            let from = translation(before.0 - now.0, before.1 - now.1);
            animate(element, "transform", &from, &translation(0.0, 0.0), true)
        }
    }
}

fn fade(element: &Element, from: f64, to: f64) -> bool {
    animate(element, "opacity", &from.to_string(), &to.to_string(), false)
}

fn translation(x: f64, y: f64) -> String {
    format!("translate({x}px, {y}px)")
}

fn animate(element: &Element, property: &str, from: &str, to: &str, added: bool) -> bool {
    let frames = Object::new();
    let values = Array::of2(&JsValue::from_str(from), &JsValue::from_str(to));
    let composite = if added { "add" } else { "replace" };
    let built = Reflect::set(&frames, &property.into(), &values)
        .and_then(|_| Reflect::set(&frames, &"easing".into(), &"cubic-bezier(0.3, 0.1, 0.2, 1)".into()))
        .and_then(|_| Reflect::set(&frames, &"composite".into(), &composite.into()));
    let method = Reflect::get(element, &"animate".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    match (built, method) {
        (Ok(_), Some(method)) => method.call2(element, &frames, &DURATION_MS.into()).is_ok(),
        _ => false,
    }
}

/// An element's rectangle in the layout of `content`.
fn rect_within(element: &HtmlElement, content: &HtmlElement) -> Rect {
    let (mut x, mut y) = (0, 0);
    let mut at = Some(element.clone());
    while let Some(current) = at {
        if current == *content {
            break;
        }
        x += current.offset_left();
        y += current.offset_top();
        at = current.offset_parent().and_then(dom::html);
        if let Some(parent) = at.as_ref().filter(|parent| *parent != content) {
            // An offset counts from inside the parent's border.
            x += parent.client_left();
            y += parent.client_top();
        }
    }
    Rect {
        x: f64::from(x),
        y: f64::from(y),
        width: f64::from(element.offset_width()),
        height: f64::from(element.offset_height()),
    }
}

fn draw_wires(content: &HtmlElement, cards: &BTreeMap<String, Rect>, columns: usize) {
    let room = if columns > 1 { 44.0 } else { 24.0 };
    let width = f64::from(content.client_width());
    let lines = content.query_selector_all(".wire").ok();
    let heads = content.query_selector_all(".wire-head").ok();
    let (Some(lines), Some(heads)) = (lines, heads) else { return };
    for index in 0..lines.length() {
        let (Some(line), Some(head)) = (dom::element_at(&lines, index), dom::element_at(&heads, index))
        else {
            continue;
        };
        let rect = |name| line.get_attribute(name).and_then(|key| cards.get(&key).copied());
        let (shaft, tip) = match (rect("data-from"), rect("data-to")) {
            (Some(from), Some(to)) => route(from, to, index as usize, room, width),
            _ => (String::new(), String::new()),
        };
        dom::set_attribute(&line, "d", &shaft);
        dom::set_attribute(&head, "d", &tip);
    }
}
