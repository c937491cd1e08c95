//! Puts chips where their seats are, cards where the grid has put them, and moves what changed its place. Places are
//! measured in the layout, which ignores transforms. All is read first and written then, and only what has changed is
//! written: reading after writing has the browser lay out the page once more.

use super::glide::{Glide, fade, now, translation};
use super::sight::Grid;
use super::wires::{Rect, route};
use crate::driver::dom;
use loopglass_picture::entered;
use std::collections::{BTreeMap, BTreeSet};
use web_sys::HtmlElement;

/// The gap between two rows of cards, about.
const ROW_GAP: f64 = 20.0;

/// Where everything was after the last layout.
#[derive(Default)]
pub struct Memory {
    /// Where each card and chip is, and how wide a chip is.
    glides: BTreeMap<String, (Glide, f64)>,
    /// How the cards lie, if there are any.
    pub grid: Option<Grid>,
}

/// What was read of the layout.
struct Layout {
    /// The cards and what is finished.
    cards: Vec<(String, HtmlElement, Rect)>,
    /// How many columns of cards there are.
    columns: usize,
    seats: BTreeMap<String, Rect>,
    list: Option<(Rect, usize)>,
    width: f64,
}

/// Lays out chips and arrows inside `content`. With `animated`, moves what changed its place; says whether
/// anything began to move.
pub fn lay_out(content: &HtmlElement, memory: &mut Memory, animated: bool) -> bool {
    if content.offset_width() == 0 {
        memory.glides.clear();
        return false;
    }
    let layout = read(content);
    let mut mover = Mover {
        animated: animated && !memory.glides.is_empty(),
        now: now(),
        before: std::mem::take(&mut memory.glides),
        after: BTreeMap::new(),
        moved: false,
    };
    for (key, card, rect) in &layout.cards {
        mover.settle(key, card, (rect.x, rect.y), None);
    }
    for chip in dom::all(content, ".chip") {
        let key = chip.get_attribute("data-handle").unwrap_or_default();
        if chip.has_attribute("data-leaving") {
            mover.moved |= mover.animated && fade(&chip, 1.0, 0.0);
            continue;
        }
        let Some(seat) = layout.seats.get(&key) else { continue };
        let style = chip.style();
        let width = seat.width + 1.0;
        if mover.before.get(&key).is_none_or(|(_, before)| *before != width) {
            dom::set_style(&style, "width", &format!("{width}px"));
        }
        if mover.is_elsewhere(&key, (seat.x, seat.y)) {
            dom::set_style(&style, "transform", &translation((seat.x, seat.y)));
        }
        mover.settle(&key, &chip, (seat.x, seat.y), Some(width));
    }
    draw_wires(content, &layout);
    memory.glides = mover.after;
    let before = memory.grid;
    memory.grid = layout.grid(before).or(before);
    if memory.grid != before {
        keep_room(content, memory);
    }
    mover.moved
}

/// Moves things from where they were.
struct Mover {
    animated: bool,
    now: f64,
    before: BTreeMap<String, (Glide, f64)>,
    after: BTreeMap<String, (Glide, f64)>,
    moved: bool,
}

impl Mover {
    fn is_elsewhere(&self, key: &str, place: (f64, f64)) -> bool {
        self.before.get(key).is_none_or(|(glide, _)| glide.to != place)
    }

    /// Animates an element that was elsewhere, or that is new. A chip, of this width, is where its own transform says.
    fn settle(&mut self, key: &str, element: &HtmlElement, place: (f64, f64), chip: Option<f64>) {
        let glide = match self.before.get(key) {
            Some((glide, _)) if glide.to == place => *glide,
            Some((glide, _)) if self.animated => {
                let glide = glide.turned(place, self.now);
                self.moved |= glide.run(element, chip.is_some());
                glide
            }
            None if self.animated => {
                self.moved |= fade(element, 0.0, 1.0);
                Glide::resting(place)
            }
            _ => Glide::resting(place),
        };
        self.after.insert(key.to_owned(), (glide, chip.unwrap_or_default()));
    }
}

fn read(content: &HtmlElement) -> Layout {
    let mut cards = Vec::new();
    let mut columns = BTreeSet::new();
    for (kind, is_card) in [(".card", true), (".shelf-item", false)] {
        for card in dom::all(content, kind) {
            let rect = rect_within(&card, content);
            let key = card.get_attribute("data-card").unwrap_or_default();
            if is_card {
                columns.insert(rect.x as i32);
            }
            cards.push((key, card, rect));
        }
    }
    let seats = entered(
        dom::all(content, "[data-seat]")
            .filter_map(|seat| Some((seat.get_attribute("data-seat")?, rect_within(&seat, content)))),
    );
    let list = dom::all(content, ".cards.flow").next();
    let list = list.map(|list| (rect_within(&list, content), dom::all(&list, ".card").count()));
    Layout { cards, columns: columns.len(), seats, list, width: f64::from(content.client_width()) }
}

impl Layout {
    /// How the cards in the page lie. The pitch stays as it was where it is about right, so that the room of the
    /// others does not change with every card.
    fn grid(&self, before: Option<Grid>) -> Option<Grid> {
        let columns = self.columns.max(1);
        let (Rect { y, height, .. }, count) = self.list?;
        let rows = count.div_ceil(columns);
        if rows == 0 {
            return None;
        }
        let pitch = (height + ROW_GAP) / rows as f64;
        let is_near = |before: &Grid| before.columns == columns && (before.pitch / pitch - 1.0).abs() < 0.25;
        let pitch = before.filter(is_near).map_or(pitch, |before| before.pitch);
        Some(Grid { top: y, pitch, columns })
    }
}

/// Gives the cards that are not in the page their room.
pub fn keep_room(content: &HtmlElement, memory: &Memory) {
    let Some(grid) = memory.grid else { return };
    for room in dom::all(content, ".cards-room") {
        let cards: f64 = room.get_attribute("data-cards").and_then(|it| it.parse().ok()).unwrap_or_default();
        let rows = (cards / grid.columns.max(1) as f64).ceil();
        let height = format!("{:.1}px", (rows * grid.pitch).max(0.0));
        if room.style().get_property_value("height").ok().as_deref() != Some(&height) {
            dom::set_style(&room.style(), "height", &height);
        }
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

fn draw_wires(content: &HtmlElement, layout: &Layout) {
    let room = if layout.columns > 1 { 44.0 } else { 24.0 };
    let lines = content.query_selector_all(".wire").ok();
    let heads = content.query_selector_all(".wire-head").ok();
    let (Some(lines), Some(heads)) = (lines, heads) else { return };
    for index in 0..lines.length() {
        let (Some(line), Some(head)) = (dom::element_at(&lines, index), dom::element_at(&heads, index))
        else {
            continue;
        };
        let rect = |name| {
            let key = line.get_attribute(name)?;
            layout.cards.iter().find(|(card, ..)| *card == key).map(|(.., rect)| *rect)
        };
        let (shaft, tip) = match (rect("data-from"), rect("data-to")) {
            (Some(from), Some(to)) => route(from, to, index as usize, room, layout.width),
            _ => (String::new(), String::new()),
        };
        for (element, path) in [(&line, shaft), (&head, tip)] {
            if element.get_attribute("d").as_deref() != Some(&path) {
                dom::set_attribute(element, "d", &path);
            }
        }
    }
}
