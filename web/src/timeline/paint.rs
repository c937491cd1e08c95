//! Paints the lanes on a canvas. At most a few rectangles a pixel are painted, however many events there
//! are: where states are shorter than a pixel, the one at its left edge stands for all.

use super::axis::Axis;
use super::rows::Rows;
use super::window::Window;
use super::{LaneView, Lanes};
use crate::state::{Hue, grouped};
use loopglass_trace::FutureId;
use wasm_bindgen::JsValue;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration};

/// Room for the names at the left.
pub const MARGIN: f64 = 118.0;
const FONT: &str = "12px \"JetBrains Mono\", \"DejaVu Sans Mono\", ui-monospace, monospace";
/// Height of the scale under the lanes, on an axis of time.
const SCALE: f64 = 16.0;
/// Small letters are drawn as smaller ones of the font: to set another has the browser find all styles anew.
const SMALL: f64 = 9.5 / 12.0;
/// Width of a small character.
const SMALL_WIDTH: f64 = 5.8;
/// How far apart the teeth of a folded stretch's edges are.
const TOOTH: f64 = 5.0;
/// Width of the thumb that says which lanes are in view.
const THUMB: f64 = 4.0;

/// The height of the canvas for the lanes.
pub fn height(rows: Rows, scaled: bool) -> f64 {
    rows.height() + 4.0 + if scaled { SCALE } else { 0.0 }
}

/// The colours of the page's theme.
pub struct Colours {
    hues: Vec<String>,
    pub(super) text: String,
    line: String,
    pub(super) cursor: String,
    pub(super) error: String,
    lit: String,
    strip: String,
    edge: String,
}

impl Colours {
    /// The colours as the style sheet has them now.
    pub fn of(style: &CssStyleDeclaration) -> Colours {
        let get = |name: &str| style.get_property_value(name).unwrap_or_default().trim().to_owned();
        Colours {
            hues: (0..=8).map(|hue| get(&format!("--hue-{hue}"))).collect(),
            text: get("--soft"),
            line: get("--line"),
            cursor: get("--now-line"),
            error: get("--bad"),
            lit: get("--now"),
            strip: get("--wash"),
            edge: get("--edge"),
        }
    }

    /// The colour of a task.
    pub(super) fn hue(&self, hue: Hue) -> &str {
        self.hues.get(hue.number()).map_or("", String::as_str)
    }
}

/// What is seen of the lanes.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// How events lie.
    pub axis: Axis<'a>,
    /// The part that is shown.
    pub window: Window,
    /// How the lanes lie.
    pub rows: Rows,
    /// The task that is lit.
    pub lit: Option<FutureId>,
}

impl View<'_> {
    /// Where a place of the axis is, of so much room.
    pub fn x(self, place: f64, room: f64) -> f64 {
        self.window.x(place, room)
    }
}

/// Paints everything; `width` and `height` are in CSS pixels, and `strip` paints a lane at a height.
pub fn paint(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    lanes: &Lanes,
    view: View<'_>,
    (width, height): (f64, f64),
    mut strip: impl FnMut(&LaneView, f64),
) {
    let View { axis, window, rows, lit } = view;
    // Before anything is saved: a font that is there already costs nothing.
    context.set_font(FONT);
    context.clear_rect(0.0, 0.0, width, height);
    let each = rows.each();
    let room = width - MARGIN;
    context.save();
    context.begin_path();
    context.rect(0.0, 0.0, width, rows.height() + 3.0);
    context.clip();
    let seen = rows.seen();
    for (lane, index) in lanes.lanes.iter().zip(lanes.first..).filter(|(_, index)| seen.contains(index)) {
        let top = rows.top(index);
        if lit.is_some() && lit == lane.task {
            fill(context, &colours.lit);
            context.fill_rect(0.0, top, width, each - 1.0);
        }
        name(context, colours, &lane.label, top + each / 2.0);
        fill(context, &colours.line);
        context.fill_rect(MARGIN, top + each - 1.0, room, 1.0);
        strip(lane, top);
    }
    context.restore();
    folds(context, colours, view, (rows.height(), room));
    if let Some((top, length)) = rows.thumb() {
        fill(context, &colours.edge);
        context.fill_rect(width - THUMB, top, THUMB, length);
    }
    for (at, words) in axis.scale(window) {
        let x = MARGIN + window.x(at, room);
        fill(context, &colours.line);
        context.fill_rect(x, 0.0, 1.0, rows.height() + 6.0);
        fill(context, &colours.text);
        small(context, &words, (x + 3.0).min(width - 34.0), height - 6.0);
    }
}

/// Writes in small letters.
fn small(context: &CanvasRenderingContext2d, words: &str, x: f64, y: f64) {
    context.save();
    context.set_text_baseline("middle");
    // These fail for infinite coordinates only.
    let _ = context.translate(x, y);
    let _ = context.scale(SMALL, SMALL);
    let _ = context.fill_text(words, 0.0, 0.0);
    context.restore();
}

fn name(context: &CanvasRenderingContext2d, colours: &Colours, label: &str, middle: f64) {
    fill(context, &colours.text);
    context.set_text_baseline("middle");
    // Fails for infinite coordinates only.
    let _ = context.fill_text_with_max_width(label, 0.0, middle, MARGIN - 10.0);
}

/// The folded stretches: a strip with torn edges over all lanes, and how often it repeats, where that has room.
fn folds(context: &CanvasRenderingContext2d, colours: &Colours, view: View<'_>, (height, room): (f64, f64)) {
    let bottom = height + 2.0;
    for (fold, from, to) in view.axis.folds() {
        let (left, right) = (view.x(from, room).max(-TOOTH), view.x(to, room).min(room + TOOTH));
        if right < 0.0 || left > room || right - left < 2.0 {
            continue;
        }
        let (left, right) = (MARGIN + left, MARGIN + right);
        fill(context, &colours.strip);
        context.begin_path();
        torn(context, left, 2.0, bottom, 1.0);
        torn(context, right, bottom, 2.0, -1.0);
        context.close_path();
        // On an axis of time a stretch is as long as it is, and so is what happens in it.
        context.set_global_alpha(if view.axis.folds_up() { 0.86 } else { 0.4 });
        context.fill();
        context.set_global_alpha(1.0);
        context.set_stroke_style_str(&colours.edge);
        context.set_line_width(1.0);
        for (x, from, to, way) in [(left, 2.0, bottom, 1.0), (right, bottom, 2.0, -1.0)] {
            context.begin_path();
            torn(context, x, from, to, way);
            context.stroke();
        }
        let words = folded_words(fold.times);
        let wide = words.chars().count() as f64 * SMALL_WIDTH;
        if wide + 8.0 <= right - left {
            fill(context, &colours.text);
            small(context, &words, (left + right - wide) / 2.0, height / 2.0 + 2.0);
        }
    }
}

/// How often a folded stretch comes, in a few characters.
pub fn folded_words(times: Option<usize>) -> String {
    times.map_or_else(|| "loop".to_owned(), |times| format!("× {}", grouped(times)))
}

/// A zigzag from `top` to `bottom`, or upwards.
fn torn(context: &CanvasRenderingContext2d, x: f64, from: f64, to: f64, way: f64) {
    let teeth = ((to - from).abs() / TOOTH).ceil().max(1.0) as usize;
    for tooth in 0..=teeth {
        let y = from + (to - from) * tooth as f64 / teeth as f64;
        let x = if tooth % 2 == 0 { x } else { x + way * TOOTH * 0.6 };
        context.line_to(x, y);
    }
}

pub(super) fn fill(context: &CanvasRenderingContext2d, colour: &str) {
    context.set_fill_style_str(colour);
    context.set_stroke_style_str(colour);
}

/// Makes the canvas as sharp as the screen.
pub fn sharpen(context: &CanvasRenderingContext2d, ratio: f64) -> Result<(), JsValue> {
    context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0)
}
