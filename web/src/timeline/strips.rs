//! The lanes as pictures of their own, painted once: to find a lane's states and to paint them takes many times as long as
//! to copy what was painted, and moving about in a run lights and scrolls lanes far more often than it changes them. While
//! the run grows they change each time, so a lane gets its picture when it is painted as it was before.

use super::LaneView;
use super::axis::Axis;
use super::paint::{Colours, MARGIN, View, fill, sharpen};
use super::window::Window;
use crate::driver::dom;
use loopglass_picture::Sorted;
use loopglass_trace::{FutureState, MarkKind};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// How many lanes are kept: some more than are ever in view.
const KEPT: usize = 96;
/// How many bars a lane has at most that is not worth a picture.
const FEW: usize = 32;

/// What a lane's picture depends on besides the lane.
#[derive(Clone, Copy, PartialEq)]
pub struct Of {
    /// How far the run had got.
    pub len: usize,
    /// The part of it that is shown.
    pub window: Window,
    /// Whether the axis is virtual time.
    pub by_time: bool,
    /// Whether the page is dark.
    pub dark: bool,
    /// How wide and how high a lane is, in CSS pixels.
    pub size: (f64, f64),
    /// How many dots there are to such a pixel.
    pub ratio: f64,
}

/// The lanes that were in view.
#[derive(Default)]
pub struct Strips {
    of: Option<Of>,
    found: Sorted<usize, Strip>,
}

/// A lane.
enum Strip {
    /// Its bars: it was not painted again yet, or has so few that they are painted as quickly as a picture is made.
    Bars(Vec<Bar>),
    /// It has been painted.
    Picture(HtmlCanvasElement),
}

impl Strips {
    /// Paints a lane at this height.
    pub fn paint(
        &mut self,
        context: &CanvasRenderingContext2d,
        of: Of,
        lane: &LaneView,
        (view, colours): (View<'_>, &Colours),
        top: f64,
    ) {
        if self.of != Some(of) || self.found.len() > KEPT {
            *self = Strips { of: Some(of), found: Sorted::default() };
        }
        let paint = |context: &CanvasRenderingContext2d, bars: &[Bar]| {
            states(context, colours.hue(lane.hue), bars, of.size.1);
            marks(context, colours, lane, view, of.size);
        };
        let is_new = !self.found.contains(&lane.place);
        let new = || Strip::Bars(bars(lane, view.axis, view.window, of.size.0 - MARGIN));
        let found = self.found.of(lane.place, new);
        if !is_new
            && let Strip::Bars(bars) = found
            && bars.len() > FEW
            && let Some((canvas, context)) = of.canvas()
        {
            paint(&context, bars);
            *found = Strip::Picture(canvas);
        }
        // Both fail for infinite coordinates only.
        match found {
            Strip::Bars(bars) => {
                context.save();
                let _ = context.translate(0.0, top);
                paint(context, bars);
                context.restore();
            }
            Strip::Picture(canvas) => {
                let (width, height) = of.size;
                let _ = context
                    .draw_image_with_html_canvas_element_and_dw_and_dh(canvas, 0.0, top, width, height);
            }
        }
    }
}

impl Of {
    /// A canvas for a lane.
    fn canvas(&self) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
        let canvas: HtmlCanvasElement = dom::document()?.create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width((self.size.0 * self.ratio) as u32);
        canvas.set_height((self.size.1 * self.ratio).ceil() as u32);
        let context = dom::context(&canvas)?;
        sharpen(&context, self.ratio).ok()?;
        Some((canvas, context))
    }
}

/// What is painted of a state: from where to where, beside the names.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Bar {
    left: f64,
    wide: f64,
    state: FutureState,
}

/// The bars of a lane.
fn bars(lane: &LaneView, axis: Axis<'_>, window: Window, room: f64) -> Vec<Bar> {
    let segments = &lane.segments;
    let until = |place: f64| segments.partition_point(|segment| axis.of(segment) <= place).saturating_sub(1);
    let mut index = until(window.from);
    let mut bars = Vec::new();
    while let Some(segment) = segments.get(index) {
        let end = segments.get(index + 1).map_or(axis.end(), |next| axis.of(&next));
        let left = window.x(axis.of(&segment), room).max(0.0);
        if left > room {
            break;
        }
        let right = window.x(end, room).min(room);
        bars.push(Bar { left, wide: (right - left).max(1.0), state: segment.state });
        // Where states are longer than a pixel there is none to look for.
        let edge = window.at(left + 1.0, room);
        index = if end > edge { index + 1 } else { until(edge).max(index + 1) };
    }
    bars
}

fn states(context: &CanvasRenderingContext2d, hue: &str, bars: &[Bar], height: f64) {
    fill(context, hue);
    let bar = (height * 0.6).max(2.0);
    let y = (height - bar) / 2.0;
    for &Bar { left, wide, state } in bars {
        let x = MARGIN + left;
        match state {
            FutureState::Running => context.fill_rect(x, y, wide, bar),
            FutureState::Ready => hatch(context, x, y, wide, bar),
            FutureState::Waiting(_) | FutureState::Pending => {
                context.set_global_alpha(0.6);
                context.fill_rect(x, height / 2.0 - 1.0, wide, 2.0);
                context.set_global_alpha(1.0);
            }
            FutureState::Created => {}
            FutureState::Done | FutureState::Failed | FutureState::Cancelled => {
                context.fill_rect(x, y, 2.0, bar);
            }
        }
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
    view: View<'_>,
    (width, height): (f64, f64),
) {
    let room = width - MARGIN;
    let mut last = -10.0;
    let place = |&(event, ns, _): &(u32, u64, MarkKind)| view.axis.place(event as usize, ns);
    let first = lane.marks.partition_point(|mark| place(mark) < view.window.from);
    for mark in lane.marks.iter().skip(first) {
        let x = view.x(place(mark), room);
        if x > room {
            break;
        }
        if x < 0.0 || x - last < 2.0 {
            continue;
        }
        last = x;
        let x = MARGIN + x;
        let colour = match mark.2 {
            MarkKind::Print | MarkKind::Creation => &colours.text,
            MarkKind::Error | MarkKind::Cancellation => &colours.error,
            MarkKind::Breakpoint => &colours.cursor,
        };
        fill(context, colour);
        match mark.2 {
            MarkKind::Print => context.fill_rect(x - 1.5, height - 4.0, 3.0, 3.0),
            MarkKind::Breakpoint => context.fill_rect(x - 1.5, 1.0, 3.0, 3.0),
            MarkKind::Creation => {
                context.fill_rect(x - 3.5, height / 2.0 - 0.75, 7.0, 1.5);
                context.fill_rect(x - 0.75, height / 2.0 - 3.5, 1.5, 7.0);
            }
            MarkKind::Cancellation => {
                let (top, bottom) = (height - 6.0, height - 0.5);
                drawn(context, &[(x - 3.5, bottom), (x, top), (x + 3.5, bottom)]);
                context.fill();
            }
            MarkKind::Error => {
                context.set_line_width(1.8);
                drawn(context, &[(x - 2.5, 1.0), (x + 2.5, 6.0)]);
                context.stroke();
                drawn(context, &[(x - 2.5, 6.0), (x + 2.5, 1.0)]);
                context.stroke();
            }
        }
    }
}

/// Begins a path along these points.
fn drawn(context: &CanvasRenderingContext2d, points: &[(f64, f64)]) {
    context.begin_path();
    for &(x, y) in points {
        context.line_to(x, y);
    }
}
