//! The stage: the event loop with its running slot, ready queue and timers, and below it the cards.

use loopglass_picture::{Chip, ChipKind, LoopPicture, StagePicture, WatchedSocket};

use crate::canvas::{Canvas, mono, sans};
use crate::cards;

const CHIP: f64 = 24.0;
const CHIP_TYPE: f64 = 11.5;
const LABEL: f64 = 64.0;
const ROW: f64 = 34.0;
/// The height of a line about a socket.
const LINE: f64 = 18.0;

/// Draws the panel at (left, top, width), and says where it ends.
pub fn draw(canvas: &mut Canvas, picture: &StagePicture, (x, y, width): (f64, f64, f64)) -> f64 {
    canvas.heading((x, y + 12.0), "Event loop");
    let facts = facts(picture);
    let faint = canvas.colours.named("faint");
    canvas.text((x + width - sans(11.5).width(&facts), y + 12.0), sans(11.5), faint, &facts);
    let bottom = event_loop(canvas, &picture.event_loop, (x, y + 22.0, width));
    cards::draw(canvas, picture, (x, bottom + 18.0, width))
}

/// Where the loop is: `iteration 3 · clock 0.000 s`.
pub fn facts(picture: &StagePicture) -> String {
    let LoopPicture { iteration, clock, .. } = &picture.event_loop;
    format!("iteration {iteration} · clock {clock}")
}

fn event_loop(canvas: &mut Canvas, picture: &LoopPicture, (x, y, width): (f64, f64, f64)) -> f64 {
    let running: Vec<(&Chip, &str)> = picture.running.iter().map(|chip| (chip, "")).collect();
    let ready: Vec<(&Chip, &str)> = picture.ready.iter().map(|chip| (chip, "")).collect();
    let timers: Vec<(&Chip, &str)> = picture.timers.iter().map(|timer| (&timer.chip, &*timer.left)).collect();
    let rows = [
        ("running", running, 0, picture.idle_words),
        ("ready", ready, picture.ready_more, "none"),
        ("timers", timers, picture.timers_more, "none"),
    ];
    // The box is behind its rows, whose heights are only known once they are laid out.
    let inner = (x + 10.0 + LABEL, width - LABEL - 20.0);
    let heights: Vec<f64> = rows
        .iter()
        .map(|(_, chips, more, _)| places(chips, *more, inner.1).1.max(1) as f64)
        .map(|lines| lines * (CHIP + 6.0) + ROW - CHIP - 6.0)
        .collect();
    let sockets = sockets(picture);
    let height = heights.iter().sum::<f64>() + 8.0 + sockets.len() as f64 * LINE;
    let (wash, edge) = (canvas.colours.named("wash"), canvas.colours.named("line"));
    canvas.panel((x + 0.5, y + 0.5, width - 1.0, height), 10.0, wash, edge);
    let mut top = y + 4.0;
    for ((label, chips, more, empty), height) in rows.into_iter().zip(heights) {
        let (soft, faint) = (canvas.colours.named("soft"), canvas.colours.named("faint"));
        canvas.text((x + 12.0, top + 21.0), sans(12.0), soft, label);
        if chips.is_empty() && more == 0 {
            canvas.text((inner.0, top + 21.0), sans(12.0), faint, empty);
        }
        let (found, _) = places(&chips, more, inner.1);
        for ((chip, note), (left, line)) in chips.iter().zip(&found) {
            let at = (inner.0 + left, top + 5.0 + *line as f64 * (CHIP + 6.0));
            let end = chip_at(canvas, chip, at, inner.1);
            canvas.text((end + 6.0, at.1 + 16.0), sans(11.5), faint, note);
        }
        if more > 0
            && let Some((left, line)) = found.last()
        {
            let at = (inner.0 + left, top + 21.0 + *line as f64 * (CHIP + 6.0));
            canvas.text(at, sans(12.0), faint, &format!("{more} more"));
        }
        top += height;
    }
    for (at, (text, ready)) in sockets.iter().enumerate() {
        let (soft, faint) = (canvas.colours.named("soft"), canvas.colours.named("faint"));
        if at == 0 {
            canvas.text((x + 12.0, top + 14.0), sans(12.0), soft, "sockets");
        }
        canvas.text((inner.0, top + 14.0), sans(12.0), if *ready { soft } else { faint }, text);
        top += LINE;
    }
    y + height
}

/// The sockets that are watched, a line each, and whether it is ready.
fn sockets(picture: &LoopPicture) -> Vec<(String, bool)> {
    let line = |socket: &WatchedSocket| {
        let ready = if socket.ready { ", ready" } else { "" };
        (format!("{}, {}{ready}", socket.what, socket.waits), socket.ready)
    };
    let mut lines: Vec<_> = picture.sockets.iter().map(line).collect();
    if picture.sockets_more > 0 {
        lines.push((format!("{} more", picture.sockets_more), false));
    }
    lines
}

/// Where chips and their notes go in a width, left and line, with a last place for the count of those not shown; and
/// how many lines that makes.
fn places(chips: &[(&Chip, &str)], more: usize, width: f64) -> (Vec<(f64, usize)>, usize) {
    let (mut left, mut line) = (0.0, 0);
    let mut places = Vec::new();
    let notes = chips.iter().map(|(chip, note)| {
        chip_width(chip, width) + if note.is_empty() { 0.0 } else { 6.0 + sans(11.5).width(note) }
    });
    for need in notes.chain((more > 0).then_some(60.0)) {
        if left > 0.0 && left + need > width {
            (left, line) = (0.0, line + 1);
        }
        places.push((left, line));
        left += need + 8.0;
    }
    let lines = if places.is_empty() { 0 } else { line + 1 };
    (places, lines)
}

/// How wide a chip is, if it may be so wide at most.
pub fn chip_width(chip: &Chip, most: f64) -> f64 {
    (mono(CHIP_TYPE).width(&chip.label) + 32.0).min(most)
}

/// Draws a chip and says where it ends.
pub fn chip_at(canvas: &mut Canvas, chip: &Chip, (x, y): (f64, f64), most: f64) -> f64 {
    let width = chip_width(chip, most);
    let (hue, sheet) = (canvas.colours.hue(chip.hue), canvas.colours.named("sheet"));
    canvas.panel((x, y, width, CHIP), CHIP / 2.0, sheet, hue);
    let (cx, cy) = (x + 13.0, y + CHIP / 2.0);
    match chip.kind {
        ChipKind::Step => {
            canvas.raw(format_args!(r#"<circle cx="{cx:.1}" cy="{cy:.1}" r="3.6" fill="{hue}"/>"#))
        }
        ChipKind::Wakeup => {
            canvas.raw(format_args!(
                r#"<circle cx="{cx:.1}" cy="{cy:.1}" r="3.2" fill="none" stroke="{hue}" stroke-width="1.8"/>"#
            ));
        }
        ChipKind::Script | ChipKind::Internal => {
            canvas.raw(format_args!(
                r#"<rect x="{:.1}" y="{:.1}" width="6.4" height="6.4" fill="{hue}"/>"#,
                cx - 3.2,
                cy - 3.2
            ));
        }
    }
    let label = mono(CHIP_TYPE).fitted(&chip.label, width - 30.0);
    canvas.text((x + 22.0, y + 16.2), mono(CHIP_TYPE), hue, &label);
    if chip.cancelled {
        canvas.raw(format_args!(
            r#"<path d="M{:.1} {cy:.1}H{:.1}" stroke="{hue}"/>"#,
            x + 20.0,
            x + width - 8.0
        ));
    }
    x + width
}

/// How high a chip is.
pub const fn chip_height() -> f64 {
    CHIP
}
