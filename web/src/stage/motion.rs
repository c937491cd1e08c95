//! Puts chips where their seats are, cards where the grid has put them, and moves what changed its place. Places are
//! measured in the layout, which ignores transforms. All is read first and written then, and only what has changed is
//! written: reading after writing has the browser lay out the page once more.

use super::arrows::{Arrow, End};
use super::glide::{Glide, Movement, fade, now, translation};
use super::sight::{Grid, Sight};
use super::wires::{Rect, Way};
use crate::driver::dom;
use crate::driver::frames::Frames;
use loopglass_picture::Sorted;
use web_sys::{Element, HtmlElement};

/// The share of the view that the event loop may take to stay there.
const PINNED: f64 = 0.66;
/// The gap between two rows of cards, about.
const ROW_GAP: f64 = 20.0;

/// Where everything was after the last layout.
#[derive(Default)]
pub struct Memory {
    /// Where each card and chip is.
    spots: Sorted<String, Spot>,
    /// Where the card of the running task is, if it is in the page.
    pub acting: Option<Rect>,
    /// The arrows that are there, by their cards.
    arrows: Sorted<String>,
    /// What has arrows follow the cards that move.
    following: Option<Frames>,
    /// How the cards lie, if there are any.
    pub grid: Option<Grid>,
    /// How much of the view the event loop takes, which stays at its top.
    pub pinned: f64,
}

/// Where a card or a chip is, or is on its way to.
struct Spot {
    glide: Glide,
    movement: Option<Movement>,
    /// How wide a chip is.
    width: f64,
    /// Whether it is measured from the top of the view, as what is in the loop is while that stays there.
    pinned: bool,
}

/// What was read of the layout.
struct Layout {
    /// The cards and what is finished.
    cards: Vec<(String, HtmlElement, Rect)>,
    /// The running task's card.
    acting: Option<Rect>,
    /// How many columns of cards there are.
    columns: usize,
    seats: Sorted<String, Rect>,
    list: Option<(Rect, usize)>,
    width: f64,
    /// How high the event loop is.
    pin: f64,
    /// Where the first column is.
    left: f64,
}

/// Lays out chips and arrows inside `content`, of which `sight` is in view. With `animated`, moves what changed its
/// place; says whether anything began to move.
pub fn lay_out(content: &HtmlElement, memory: &mut Memory, sight: Sight, animated: bool) -> bool {
    if content.offset_width() == 0 {
        memory.spots.clear();
        memory.following = None;
        return false;
    }
    let layout = read(content);
    // Where it would take most of the view, the loop is scrolled with the cards.
    memory.pinned = if layout.pin > sight.height * PINNED { 0.0 } else { layout.pin };
    let is_pinned = memory.pinned > 0.0;
    if content.has_attribute("data-pinned") != is_pinned {
        if is_pinned {
            dom::set_attribute(content, "data-pinned", "true");
        } else {
            // Fails for a name that is none only.
            let _ = content.remove_attribute("data-pinned");
        }
    }
    let mut mover = Mover {
        animated: animated && !memory.spots.is_empty(),
        now: now(),
        before: std::mem::take(&mut memory.spots),
        after: Sorted::default(),
        moved: false,
        scrolled: sight.top,
    };
    for (key, card, rect) in &layout.cards {
        mover.settle(key, card, (rect.x, rect.y), None, false);
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
        if mover.before.get(&key).is_none_or(|before| before.width != width) {
            dom::set_style(&style, "width", &format!("{width}px"));
        }
        let pinned = is_pinned && chip.get_attribute("data-place").is_some_and(|place| place != "callbacks");
        if mover.is_elsewhere(&key, (seat.x, seat.y), pinned) {
            dom::set_style(&style, "transform", &translation((seat.x, seat.y)));
        }
        mover.settle(&key, &chip, (seat.x, seat.y), Some(width), pinned);
    }
    if !animated {
        mover.stop();
    }
    let arrows = arrows(content, &layout, &mover.after);
    let names: Sorted<String> = arrows.iter().map(|arrow| (arrow.name(), ())).collect();
    for arrow in arrows.iter().filter(|arrow| mover.animated && !memory.arrows.contains(&arrow.name())) {
        mover.moved |= arrow.appear();
    }
    memory.arrows = names;
    memory.following = super::arrows::follow(arrows);
    memory.spots = mover.after;
    memory.acting = layout.acting;
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
    before: Sorted<String, Spot>,
    after: Sorted<String, Spot>,
    moved: bool,
    /// How far the stage is scrolled.
    scrolled: f64,
}

impl Mover {
    fn is_elsewhere(&self, key: &str, place: (f64, f64), pinned: bool) -> bool {
        self.before.get(key).is_none_or(|spot| spot.glide.to != place || spot.pinned != pinned)
    }

    /// Stops what was on its way to where it is no longer: its element may be something else's now.
    fn stop(&self) {
        for (key, before) in self.before.iter() {
            let Some(movement) = &before.movement else { continue };
            if self.after.get(key).is_none_or(|after| after.glide.to != before.glide.to) {
                movement.cancel();
            }
        }
    }

    /// Animates an element that was elsewhere, or that is new. A chip, of this width, is where its own transform says.
    fn settle(
        &mut self,
        key: &str,
        element: &HtmlElement,
        place: (f64, f64),
        chip: Option<f64>,
        pinned: bool,
    ) {
        let (glide, movement) = match self.before.get(key) {
            Some(spot) if spot.glide.to == place && spot.pinned == pinned => {
                (spot.glide, spot.movement.clone())
            }
            Some(spot) if self.animated => {
                // What comes into the loop is where it is seen, however far the cards are scrolled.
                let from = match (spot.pinned, pinned) {
                    (false, true) => spot.glide.shifted((0.0, -self.scrolled)),
                    (true, false) => spot.glide.shifted((0.0, self.scrolled)),
                    _ => spot.glide,
                };
                let glide = from.turned(place, self.now);
                let movement = glide.run(element, chip.is_some());
                self.moved |= movement.is_some();
                (glide, movement)
            }
            None if self.animated => {
                self.moved |= fade(element, 0.0, 1.0);
                (Glide::resting(place), None)
            }
            _ => (Glide::resting(place), None),
        };
        let width = chip.unwrap_or_default();
        self.after.insert(key.to_owned(), Spot { glide, movement, width, pinned });
    }
}

fn read(content: &HtmlElement) -> Layout {
    let mut origins = Origins { content, known: Vec::new() };
    let mut cards = Vec::new();
    let mut columns: Sorted<i32> = Sorted::default();
    let mut acting = None;
    for (kind, is_card) in [(".card", true), (".shelf-item", false)] {
        for card in dom::all(content, kind) {
            let rect = origins.rect(&card);
            let key = card.get_attribute("data-card").unwrap_or_default();
            if is_card {
                columns.insert(rect.x as i32, ());
                acting = acting.or(card.class_list().contains("acting").then_some(rect));
            }
            cards.push((key, card, rect));
        }
    }
    let seats = dom::all(content, "[data-seat]")
        .filter_map(|seat| Some((seat.get_attribute("data-seat")?, origins.rect(&seat))))
        .collect();
    let list = dom::all(content, ".cards.flow").next();
    let list = list.map(|list| (origins.rect(&list), dom::all(&list, ".card").count()));
    let pin = dom::all(content, ".loop-pin").next().map_or(0.0, |pin| f64::from(pin.offset_height()));
    let width = f64::from(content.client_width());
    let left = columns.iter().next().map_or(0.0, |(left, ())| f64::from(*left));
    Layout { cards, acting, columns: columns.len(), seats, list, width, pin, left }
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

/// Where the insides of elements begin in the layout of the stage's content, as far as that was asked for: each question
/// to the browser costs something, and many seats lie in the same element.
struct Origins<'a> {
    content: &'a HtmlElement,
    known: Vec<(Element, (i32, i32))>,
}

impl Origins<'_> {
    /// An element's rectangle.
    fn rect(&mut self, element: &HtmlElement) -> Rect {
        let (x, y) = self.around(element);
        Rect {
            x: f64::from(x + element.offset_left()),
            y: f64::from(y + element.offset_top()),
            width: f64::from(element.offset_width()),
            height: f64::from(element.offset_height()),
        }
    }

    /// Where that begins which an element's offsets count from.
    fn around(&mut self, element: &HtmlElement) -> (i32, i32) {
        let Some(parent) = element.offset_parent().filter(|parent| *parent != **self.content) else {
            return (0, 0);
        };
        if let Some((_, place)) = self.known.iter().find(|(known, _)| *known == parent) {
            return *place;
        }
        let place = dom::html(parent.clone()).map_or((0, 0), |within| {
            let (x, y) = self.around(&within);
            // The loop is the first of all, wherever in view it is kept. An offset counts from inside the border.
            let top = if within.class_list().contains("loop-pin") { 0 } else { within.offset_top() };
            (x + within.offset_left() + within.client_left(), y + top + within.client_top())
        });
        self.known.push((parent, place));
        place
    }
}

/// The arrows of the layout, with what is known of where their cards are on their way.
fn arrows(content: &HtmlElement, layout: &Layout, spots: &Sorted<String, Spot>) -> Vec<Arrow> {
    let room = if layout.columns > 1 { 44.0 } else { 24.0 };
    let end = |line: &Element, name: &str| {
        let key = line.get_attribute(name)?;
        let (_, _, rect) = layout.cards.iter().find(|(card, ..)| *card == key)?;
        let spot = spots.get(&key);
        let movement = spot.and_then(|spot| Some((spot.glide, spot.movement.clone()?)));
        Some(End { key, rect: *rect, movement: movement.filter(|(_, movement)| !movement.is_over()) })
    };
    let mut bundles: Vec<String> = Vec::new();
    let groups = content.query_selector_all(".wires > g").ok();
    let count = groups.as_ref().map_or(0, |groups| groups.length());
    let found = (0..count).filter_map(|index| {
        let (group, lane) = (dom::element_at(groups.as_ref()?, index)?, index as usize);
        let line = group.first_element_child()?;
        let head = line.next_element_sibling()?;
        let (from, to) = (end(&line, "data-from"), end(&line, "data-to"));
        if !group.class_list().contains("child") {
            let Some((from, to)) = from.zip(to) else {
                // Of a card that is out of view there is no arrow.
                for element in [&line, &head] {
                    dom::set_attribute(element, "d", "");
                }
                return None;
            };
            let way = Way::between(from.rect, to.rect, room, layout.width);
            return Some(Arrow { line, head, from, to, way, lane, room, count: None });
        }
        let owner = line.get_attribute("data-from")?;
        let to = to?;
        let first = !bundles.contains(&owner);
        if first {
            bundles.push(owner.clone());
        }
        let bundle = bundles.iter().position(|other| *other == owner).unwrap_or_default();
        let column = layout.column(to.rect);
        let way = Way::in_bundle(from.as_ref().map(|from| from.rect), to.rect, column, bundle, room);
        // A bundle from out of view comes from above the cards that are there.
        let from = from.unwrap_or_else(|| {
            let top = layout.list.map_or(to.rect.y, |(list, _)| list.y);
            let rect = Rect { x: to.rect.x, y: top - ROW_GAP, width: 0.0, height: 0.0 };
            End { key: owner, rect, movement: None }
        });
        Some(Arrow {
            line,
            head: head.clone(),
            from,
            to,
            way,
            lane,
            room,
            count: head.next_element_sibling(),
        })
    });
    found.collect()
}

impl Layout {
    /// In which column a card is, of how many.
    fn column(&self, rect: Rect) -> (usize, usize) {
        let pitch = rect.width + 44.0;
        let column = ((rect.x - self.left) / pitch.max(1.0)).round().max(0.0) as usize;
        (column, self.columns.max(column + 1))
    }
}
