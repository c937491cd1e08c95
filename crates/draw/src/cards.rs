//! The cards of tasks and futures in two columns, the arrows from who waits to what it waits on, and the shelf of those
//! that are finished.

use std::collections::BTreeMap;

use loopglass_picture::{Card, CardId, FramePicture, Shape, StagePicture, Wire, WireKind};

use crate::canvas::{Canvas, bold, mono, sans};
use crate::stage::{chip_at, chip_height, chip_width};

/// Room beside the cards and between their columns, for the arrows.
const LANE: f64 = 26.0;
const GAP: f64 = 12.0;
const LINE: f64 = 18.0;
/// How many cards a picture has room for.
pub(crate) const SHOWN: usize = 12;
/// A stage must be so wide for two columns.
const TWO_COLUMNS: f64 = 520.0;

/// Where a card is: left, top, width, height.
type Place = (f64, f64, f64, f64);

/// Draws them at (left, top, width), and says where they end.
pub fn draw(canvas: &mut Canvas, picture: &StagePicture, (x, y, width): (f64, f64, f64)) -> f64 {
    canvas.heading((x, y + 12.0), "Tasks and futures");
    let columns = if width >= TWO_COLUMNS && picture.cards.len() > 1 { 2 } else { 1 };
    let each = (width - LANE * columns as f64) / columns as f64;
    let mut bottoms = vec![y + 22.0; columns];
    let mut places: BTreeMap<CardId, Place> = BTreeMap::new();
    for card in picture.composed().take(SHOWN) {
        // Each goes where there is room first; of two that are level, to the left.
        let column = if columns == 2 && bottoms[1] < bottoms[0] { 1 } else { 0 };
        let left = x + column as f64 * (each + LANE);
        let height = draw_card(canvas, card, (left, bottoms[column], each));
        places.insert(card.id, (left, bottoms[column], each, height));
        bottoms[column] += height + GAP;
    }
    for Wire { from, to, hue, kind } in &picture.wires {
        if let (Some(from), Some(to)) = (places.get(from), places.get(to)) {
            let colour = canvas.colours.hue(*hue);
            wire(canvas, *from, *to, colour, *kind);
        }
    }
    let mut bottom = bottoms.into_iter().fold(y + 22.0, f64::max) - GAP;
    let more = picture.cards_in_all().saturating_sub(SHOWN);
    let faint = canvas.colours.named("faint");
    if picture.cards.is_empty() && picture.shelf.is_empty() {
        bottom += 26.0;
        canvas.text((x, bottom), sans(12.0), faint, "none yet");
    }
    if more > 0 {
        bottom += 22.0;
        canvas.text((x, bottom), sans(12.0), faint, &format!("and {more} more"));
    }
    shelf(canvas, picture, (x, bottom, width))
}

/// Draws a card and says how high it is.
fn draw_card(canvas: &mut Canvas, card: &Card, (x, y, width): (f64, f64, f64)) -> f64 {
    let inner = (x + 14.0, width - 24.0);
    let mut rows: Vec<(&str, String)> = Vec::new();
    for (index, frame) in card.frames.iter().enumerate().take(8) {
        rows.push((if index == 0 { "frames" } else { "" }, frame_text(frame, index)));
    }
    if !card.items.is_empty() {
        rows.push(("items", card.items.join(", ")));
    }
    if !card.waiters.is_empty() {
        rows.push(("waiters", waiters(card)));
    }
    if let Some(links) = &card.links {
        rows.push((links.word, links.text()));
    }
    if card.cancel_requests > 0 {
        rows.push(("cancel", format!("requested, {} not taken back", card.cancel_requests)));
    }
    let lines = callback_lines(card, inner.1 - FACT);
    let callbacks = if card.has_callbacks { lines.max(1) as f64 * (chip_height() + 4.0) } else { 0.0 };
    let height = 50.0 + rows.len() as f64 * LINE + callbacks + 8.0;
    let colours = &canvas.colours;
    let (sheet, line, hue) = (colours.named("sheet"), colours.named("line"), colours.hue(card.hue));
    let (soft, faint) = (colours.named("soft"), colours.named("faint"));
    canvas.panel(
        (x + 0.5, y + 0.5, width - 1.0, height - 1.0),
        8.0,
        sheet,
        if card.acting { hue } else { line },
    );
    canvas.raw(format_args!(
        r#"<rect x="{x:.1}" y="{:.1}" width="3.5" height="{:.1}" rx="1.7" fill="{hue}"/>"#,
        y + 8.0,
        height - 16.0
    ));
    let label = bold(13.0).fitted(&card.label, inner.1 * 0.7);
    let room = inner.1 - bold(13.0).width(&label) - 8.0;
    let beside = if card.name == card.label { String::new() } else { sans(11.5).fitted(&card.name, room) };
    let name = format!("  {beside}");
    canvas.line((inner.0, y + 20.0), &[(bold(13.0), hue, label), (sans(11.5), faint, name)]);
    shape(canvas, card.shape, (inner.0, y + 28.5), soft);
    canvas.text(
        (inner.0 + 18.0, y + 39.0),
        sans(12.0),
        soft,
        &sans(12.0).fitted(&card.whole_state(), inner.1 - 18.0),
    );
    let mut base = y + 58.0;
    for (name, text) in rows {
        canvas.text((inner.0, base), sans(11.5), faint, name);
        let ink = canvas.colours.named("ink");
        canvas.text((inner.0 + FACT, base), mono(11.5), ink, &mono(11.5).fitted(&text, inner.1 - FACT));
        base += LINE;
    }
    if card.has_callbacks {
        canvas.text((inner.0, base + 4.0), sans(11.5), faint, "callbacks");
        draw_callbacks(canvas, card, (inner.0 + FACT, base - 11.0, inner.1 - FACT));
    }
    height
}

/// Who waits, by name as far as that is known.
fn waiters(card: &Card) -> String {
    let names: Vec<&str> = card.waiters.iter().map(|waiter| &*waiter.label).collect();
    let more = if card.waiters_more > 0 { format!(" and {} more", card.waiters_more) } else { String::new() };
    format!("{}{more}", names.join(", "))
}

/// Room for the names of a card's facts.
const FACT: f64 = 68.0;

fn callback_lines(card: &Card, width: f64) -> usize {
    callback_places(card, width).last().map_or(0, |(_, line)| line + 1)
}

fn callback_places(card: &Card, width: f64) -> Vec<(f64, usize)> {
    let (mut left, mut line) = (0.0, 0);
    let needs = card.callbacks.iter().map(|chip| chip_width(chip, width));
    let mut places = Vec::new();
    let others = card.other_callbacks().map(|others| sans(11.5).width(&others));
    for need in needs.chain(others) {
        if left > 0.0 && left + need > width {
            (left, line) = (0.0, line + 1);
        }
        places.push((left, line));
        left += need + 6.0;
    }
    places
}

fn draw_callbacks(canvas: &mut Canvas, card: &Card, (x, y, width): (f64, f64, f64)) {
    let faint = canvas.colours.named("faint");
    let places = callback_places(card, width);
    if places.is_empty() {
        canvas.text((x, y + 16.0), sans(11.5), faint, "none");
    }
    let top = |line: usize| y + line as f64 * (chip_height() + 4.0);
    for (chip, (left, line)) in card.callbacks.iter().zip(&places) {
        chip_at(canvas, chip, (x + left, top(*line)), width);
    }
    if let Some((others, (left, line))) = card.other_callbacks().zip(places.last()) {
        canvas.text((x + left, top(*line) + 16.0), sans(11.5), faint, &others);
    }
}

fn frame_text(frame: &FramePicture, depth: usize) -> String {
    let line = frame.line.as_ref().map_or_else(String::new, |line| format!(" : {}", line.short()));
    format!("{}{}{line}", if depth > 0 { "› " } else { "" }, frame.name)
}

/// An arrow from a card to the one that it waits on.
fn wire(canvas: &mut Canvas, from: Place, to: Place, colour: &str, kind: WireKind) {
    // Lines to several leave below the arrow to the one, and are thinner.
    let (leaves, stroke) = match kind {
        WireKind::Awaits => (34.0, 1.6),
        WireKind::Child(_) => (50.0, 1.0),
    };
    let (start, end) = ((from.1 + leaves).min(from.1 + from.3 - 6.0), to.1 + 20.0);
    let right = |(x, _, width, _): Place| x + width;
    let (path, head) = if from.0 == to.0 {
        // Around the side of their column.
        let (edge, out) = (right(from), right(from) + LANE * 0.7);
        (
            format!("M{edge:.1} {start:.1}C{out:.1} {start:.1} {out:.1} {end:.1} {:.1} {end:.1}", edge + 6.0),
            (edge, -1.0),
        )
    } else if from.0 < to.0 {
        let (a, b) = (right(from), to.0);
        (format!("M{a:.1} {start:.1}C{:.1} {start:.1} {a:.1} {end:.1} {:.1} {end:.1}", b, b - 6.0), (b, 1.0))
    } else {
        let (a, b) = (from.0, right(to));
        (format!("M{a:.1} {start:.1}C{:.1} {start:.1} {a:.1} {end:.1} {:.1} {end:.1}", b, b + 6.0), (b, -1.0))
    };
    canvas.raw(format_args!(r#"<path d="{path}" fill="none" stroke="{colour}" stroke-width="{stroke}"/>"#));
    let (tip, way) = head;
    let back = tip - 7.0 * way;
    canvas.raw(format_args!(
        r#"<path d="M{tip:.1} {end:.1}L{back:.1} {:.1}V{:.1}z" fill="{colour}"/>"#,
        end - 4.0,
        end + 4.0
    ));
}

fn shelf(canvas: &mut Canvas, picture: &StagePicture, (x, y, width): (f64, f64, f64)) -> f64 {
    if picture.shelf.is_empty() {
        return y;
    }
    let faint = canvas.colours.named("faint");
    let (mut left, mut base) = (x + 64.0, y + 26.0);
    canvas.text((x, base), sans(12.0), faint, "finished");
    if picture.shelf_more > 0 {
        canvas.text((x + 64.0, base), sans(12.0), faint, &format!("after {} others", picture.shelf_more));
        base += 22.0;
    }
    for item in &picture.shelf {
        let label = mono(11.5).fitted(&item.label, width * 0.4);
        let state = sans(11.5).fitted(&item.state, width * 0.4);
        let need = mono(11.5).width(&label) + sans(11.5).width(&state) + 26.0;
        if left > x + 64.0 && left + need > x + width {
            (left, base) = (x + 64.0, base + 22.0);
        }
        let (hue, soft) = (canvas.colours.hue(item.hue), canvas.colours.named("soft"));
        canvas.text((left, base), mono(11.5), hue, &label);
        let at = left + mono(11.5).width(&label) + 7.0;
        shape(canvas, item.shape, (at, base - 10.5), soft);
        canvas.text((at + 16.0, base), sans(11.5), soft, &state);
        left += need + 14.0;
    }
    base + 6.0
}

/// The drawing of a state, 12 pixels wide and high.
fn shape(canvas: &mut Canvas, shape: Shape, (x, y): (f64, f64), colour: &str) {
    let line = |width: f64| format!(r#"fill="none" stroke="{colour}" stroke-width="{width}""#);
    let body = match shape {
        Shape::Created => format!(r#"<circle cx="6" cy="6" r="4.5" {} stroke-dasharray="2 2"/>"#, line(1.5)),
        Shape::Running => format!(r#"<path d="M3 1.5l7 4.5-7 4.5z" fill="{colour}"/>"#),
        Shape::Ready => format!(r#"<circle cx="6" cy="6" r="4.5" fill="{colour}"/>"#),
        Shape::Waiting => format!(r#"<circle cx="6" cy="6" r="4" {}/>"#, line(2.0)),
        Shape::Done => format!(r#"<path d="M2 6.5l3 3 5-7" {}/>"#, line(2.0)),
        Shape::Failed => format!(r#"<path d="M2.5 2.5l7 7m0-7l-7 7" {}/>"#, line(2.0)),
        Shape::Cancelled => {
            format!(r#"<path d="M1.5 6a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M3 9l6-6" {}/>"#, line(1.8))
        }
    };
    canvas.raw(format_args!(r#"<g transform="translate({x:.1} {y:.1})">{body}</g>"#));
}
