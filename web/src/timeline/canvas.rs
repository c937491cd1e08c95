//! The canvas: on what it depends, and when it is painted anew.

use super::lanes::Lanes;
use super::paint::{Colours, MARGIN, View, height, paint, sharpen};
use super::rows::Rows;
use super::strips::Of;
use super::window::Window;
use super::{Timeline, axis};
use crate::driver::dom;
use loopglass_trace::FutureId;
use std::rc::Rc;
use web_sys::{HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

/// What a painting depends on: while it is the same, the canvas stays as it is.
#[derive(Clone, PartialEq)]
pub(super) struct Painted {
    lanes: Rc<Lanes>,
    window: Window,
    rows: Rows,
    by_time: bool,
    lit: Option<FutureId>,
    dark: bool,
    size: (f64, f64),
    ratio: f64,
}

impl Timeline {
    /// Paints the canvas, unless what is on it is still true, and puts the cursor over it.
    pub(super) fn paint(&self, ctx: &Context<Self>) {
        let Some(canvas) = self.canvas.cast::<HtmlCanvasElement>() else { return };
        let Some(window) = dom::window() else { return };
        let props = ctx.props();
        let axis = axis(props);
        let tall = height(self.rows, !axis.scale(self.window).is_empty());
        let wide = self.wide();
        let ratio = window.device_pixel_ratio();
        self.place_cursor(axis.place(props.cursor, props.clock_ns));
        let painted = Painted {
            lanes: props.lanes.clone(),
            window: self.window,
            rows: self.rows,
            by_time: props.by_time,
            lit: props.lit,
            dark: props.dark,
            size: (wide, tall),
            ratio,
        };
        if self.painted.borrow().as_ref() == Some(&painted) {
            return;
        }
        let (dots, lines) = ((wide * ratio) as u32, (tall * ratio) as u32);
        if (canvas.width(), canvas.height()) != (dots, lines) {
            dom::set_style(&canvas.style(), "height", &format!("{tall}px"));
            canvas.set_width(dots);
            canvas.set_height(lines);
        }
        let context = dom::context(&canvas);
        let mut colours = self.colours.borrow_mut();
        if colours.as_ref().is_none_or(|(dark, _)| *dark != props.dark) {
            let style = window.get_computed_style(&canvas).ok().flatten();
            *colours = style.map(|style| (props.dark, Colours::of(&style)));
        }
        let (Some(context), Some((_, colours))) = (context, &*colours) else { return };
        if sharpen(&context, ratio).is_ok() {
            let view = View { axis, window: self.window, rows: self.rows, lit: props.lit };
            let size = (wide, self.rows.each());
            let of = Of {
                len: props.lanes.len,
                window: self.window,
                by_time: props.by_time,
                dark: props.dark,
                size,
                ratio,
            };
            let mut strips = self.strips.borrow_mut();
            paint(&context, colours, &props.lanes, view, (wide, tall), |lane, top| {
                strips.paint(&context, of, lane, (view, colours), top)
            });
            self.painted.replace(Some(painted));
        }
    }

    /// Puts the cursor, which lies over the canvas, where one stands.
    fn place_cursor(&self, at: f64) {
        let Some(cursor) = self.cursor.cast::<HtmlElement>() else { return };
        let x = self.window.x(at, self.room());
        let transform = format!("translateX({:.1}px)", MARGIN + x);
        let height = format!("{}px", self.rows.height() + 4.0);
        let seen = if x < 0.0 { "hidden" } else { "visible" };
        for (name, value) in [("transform", &*transform), ("height", &height), ("visibility", seen)] {
            if cursor.style().get_property_value(name).ok().as_deref() != Some(value) {
                dom::set_style(&cursor.style(), name, value);
            }
        }
    }
}
