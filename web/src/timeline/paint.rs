//! Paints the lanes on a canvas. At most a few rectangles a pixel are painted, however many events there
//! are: where states are shorter than a pixel, the one at its left edge stands for all.

use super::window::Window;
use super::{LaneView, Lanes};
use loopglass_trace::{FutureState, MarkKind};
use wasm_bindgen::JsValue;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration};

/// Room for the names at the left.
pub const MARGIN: f64 = 118.0;
const FONT: &str = "12px ui-monospace, monospace";
const SMALL_FONT: &str = "9.5px ui-monospace, monospace";
/// Height of a lane that has a name.
const LANE: f64 = 22.0;
/// Height of all lanes at most.
const ROOM: f64 = 132.0;

/// The height of the canvas for a number of lanes.
pub fn height(lanes: usize) -> f64 {
    (lanes.max(1) as f64 * LANE).min(ROOM) + 4.0
}

/// The colours of the page's theme.
pub struct Colours {
    hues: Vec<String>,
    text: String,
    line: String,
    cursor: String,
    error: String,
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
        }
    }
}

/// Paints everything; `width` and `height` are in CSS pixels.
pub fn paint(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    lanes: &Lanes,
    window: Window,
    cursor: usize,
    (width, height): (f64, f64),
) {
    context.clear_rect(0.0, 0.0, width, height);
    let lane_height = (height - 4.0) / lanes.lanes.len().max(1) as f64;
    let room = width - MARGIN;
    for (index, lane) in lanes.lanes.iter().enumerate() {
        let top = 2.0 + index as f64 * lane_height;
        let hue = colours.hues.get(usize::from(lane.hue)).map_or("", String::as_str);
        if lane_height >= 8.0 {
            context.set_font(if lane_height < 14.0 { SMALL_FONT } else { FONT });
            name(context, colours, &lane.label, top + lane_height / 2.0);
        }
        fill(context, &colours.line);
        context.fill_rect(MARGIN, top + lane_height - 1.0, room, 1.0);
        states(context, hue, lane, window, lanes.len, (top, lane_height, room));
        marks(context, colours, lane, window, (top, lane_height, room));
    }
    fill(context, &colours.cursor);
    let x = MARGIN + window.x(cursor as f64, room);
    if x >= MARGIN {
        context.fill_rect(x - 1.0, 0.0, 2.0, height);
    }
}

fn name(context: &CanvasRenderingContext2d, colours: &Colours, label: &str, middle: f64) {
    fill(context, &colours.text);
    context.set_text_baseline("middle");
    // Fails for infinite coordinates only.
    let _ = context.fill_text_with_max_width(label, 0.0, middle, MARGIN - 10.0);
}

fn states(
    context: &CanvasRenderingContext2d,
    hue: &str,
    lane: &LaneView,
    window: Window,
    len: usize,
    (top, height, room): (f64, f64, f64),
) {
    fill(context, hue);
    let segments = &lane.segments;
    let mut index =
        segments.partition_point(|segment| f64::from(segment.event) <= window.from).saturating_sub(1);
    let bar = (height * 0.6).max(2.0);
    while let Some(segment) = segments.get(index) {
        let end = segments.get(index + 1).map_or(len as f64, |next| f64::from(next.event));
        let left = window.x(f64::from(segment.event), room).max(0.0);
        if left > room {
            break;
        }
        let right = window.x(end, room).min(room);
        let wide = (right - left).max(1.0);
        match segment.state {
            FutureState::Running => context.fill_rect(MARGIN + left, top + (height - bar) / 2.0, wide, bar),
            FutureState::Ready => hatch(context, MARGIN + left, top + (height - bar) / 2.0, wide, bar),
            FutureState::Waiting(_) | FutureState::Pending => {
                context.set_global_alpha(0.6);
                context.fill_rect(MARGIN + left, top + height / 2.0 - 1.0, wide, 2.0);
                context.set_global_alpha(1.0);
            }
            FutureState::Created => {}
            FutureState::Done | FutureState::Failed | FutureState::Cancelled => {
                context.fill_rect(MARGIN + left, top + (height - bar) / 2.0, 2.0, bar);
            }
        }
        let next_pixel =
            f64::from(segment.event).max(window.from) + (window.to - window.from) / room.max(1.0);
        let by_pixel =
            segments.partition_point(|segment| f64::from(segment.event) <= next_pixel).saturating_sub(1);
        index = by_pixel.max(index + 1);
    }
}

/// Strokes that lean, as many as fit.
fn hatch(context: &CanvasRenderingContext2d, x: f64, y: f64, width: f64, height: f64) {
    if width < 4.0 {
        context.set_global_alpha(0.55);
        context.fill_rect(x, y, width, height);
        context.set_global_alpha(1.0);
        return;
    }
    context.save();
    context.begin_path();
    context.rect(x, y, width, height);
    context.clip();
    context.begin_path();
    let mut at = x - height;
    while at < x + width {
        context.move_to(at, y + height);
        context.line_to(at + height, y);
        at += 5.0;
    }
    context.set_line_width(1.5);
    context.stroke();
    context.restore();
}

fn marks(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    lane: &LaneView,
    window: Window,
    (top, height, room): (f64, f64, f64),
) {
    let mut last = -10.0;
    let first = lane.marks.partition_point(|mark| f64::from(mark.0) < window.from);
    for (event, kind) in lane.marks.iter().skip(first) {
        let x = window.x(f64::from(*event), room);
        if x > room {
            break;
        }
        if x - last < 2.0 {
            continue;
        }
        last = x;
        let (colour, y, size) = match kind {
            MarkKind::Print => (&colours.text, top + height - 4.0, 3.0),
            MarkKind::Error => (&colours.error, top + 1.0, 4.0),
            MarkKind::Cancellation => (&colours.error, top + height - 5.0, 4.0),
            MarkKind::Breakpoint => (&colours.cursor, top + 1.0, 3.0),
            MarkKind::Creation => continue,
        };
        fill(context, colour);
        context.fill_rect(MARGIN + x - size / 2.0, y, size, size);
    }
}

fn fill(context: &CanvasRenderingContext2d, colour: &str) {
    context.set_fill_style_str(colour);
    context.set_stroke_style_str(colour);
}

/// Makes the canvas as sharp as the screen.
pub fn sharpen(context: &CanvasRenderingContext2d, ratio: f64) -> Result<(), JsValue> {
    context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0)
}
