//! The timeline: one lane a task over the whole run, painted on a canvas. Drag to scrub, wheel or `W`/`S`
//! to zoom, `A`/`D` to pan. For those who cannot see it, the scrubber and the table of cards say the same.

mod paint;
mod window;

use crate::driver::dom;
use crate::state::{Command, Hue};
use gloo_events::EventListener;
use loopglass_trace::{MarkKind, Segment, Sequence};
use paint::{Colours, MARGIN, height, paint, sharpen};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};
use window::Window;
use yew::prelude::*;

/// One task's history, as it is drawn.
#[derive(Clone, PartialEq, Debug)]
pub struct LaneView {
    /// The task's label.
    pub label: String,
    /// Its hue.
    pub hue: Hue,
    /// Its states.
    pub segments: Sequence<Segment>,
    /// Events to point out.
    pub marks: Vec<(u32, MarkKind)>,
}

/// All lanes of a run.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Lanes {
    /// The lanes in order of creation.
    pub lanes: Vec<LaneView>,
    /// How many events the run has.
    pub len: usize,
}

/// What the timeline is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The lanes; a new `Rc` when they have changed.
    pub lanes: Rc<Lanes>,
    /// The event one stands after.
    pub cursor: usize,
    /// A number that changes with the theme.
    pub theme: bool,
    /// Where commands go.
    pub on_command: Callback<Command>,
}

/// What the timeline is told.
pub enum Msg {
    /// The pointer is at this place with its button held.
    Drag(f64),
    /// Zoom by a factor around a place.
    Zoom(f64, f64),
    /// Zoom or pan by a key.
    Key(KeyboardEvent),
    /// The window has another size.
    Resized,
}

/// The timeline.
pub struct Timeline {
    canvas: NodeRef,
    window: Window,
    _resize: Option<EventListener>,
}

impl Component for Timeline {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let resize = dom::window()
            .map(|window| EventListener::new(&window, "resize", move |_| link.send_message(Msg::Resized)));
        Timeline { canvas: NodeRef::default(), window: Window::whole(ctx.props().lanes.len), _resize: resize }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let len = ctx.props().lanes.len;
        let room = self.room();
        match msg {
            Msg::Drag(x) => {
                let event = self.window.event(x - MARGIN, room, len);
                ctx.props().on_command.emit(Command::Seek(event));
                return false;
            }
            Msg::Zoom(factor, x) => self.window = self.window.zoomed(factor, x - MARGIN, room, len),
            Msg::Key(event) => {
                let at = self.window.x(ctx.props().cursor as f64, room);
                match event.key().as_str() {
                    "w" => self.window = self.window.zoomed(0.7, at, room, len),
                    "s" => self.window = self.window.zoomed(1.4, at, room, len),
                    "a" => self.window = self.window.panned(-0.2, len),
                    "d" => self.window = self.window.panned(0.2, len),
                    _ => return false,
                }
            }
            Msg::Resized => {}
        }
        self.paint(ctx);
        false
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let props = ctx.props();
        if props.lanes.len != old.lanes.len {
            self.window = Window::whole(props.lanes.len);
        } else if props.cursor != old.cursor {
            self.window = self.window.showing(props.cursor, props.lanes.len);
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        self.paint(ctx);
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let drag = ctx.link().batch_callback(|event: PointerEvent| {
            let held = event.buttons() & 1 == 1;
            held.then(|| Msg::Drag(f64::from(event.offset_x())))
        });
        let down = drag.reform(|event: PointerEvent| {
            if let Some(canvas) = event.target_dyn_into::<HtmlCanvasElement>() {
                // Without capture a drag ends at the canvas's edge, no more.
                let _ = canvas.set_pointer_capture(event.pointer_id());
            }
            event
        });
        let wheel = ctx.link().callback(|event: WheelEvent| {
            event.prevent_default();
            Msg::Zoom(if event.delta_y() > 0.0 { 1.25 } else { 0.8 }, f64::from(event.offset_x()))
        });
        html! {
            <section class="timeline-panel" aria-label="Timeline">
                <canvas
                    class="timeline" ref={self.canvas.clone()} tabindex="0" role="img"
                    aria-label="Timeline of the tasks. W and S zoom, A and D pan; the position slider moves in time."
                    onpointerdown={down} onpointermove={drag} onwheel={wheel}
                    onkeydown={ctx.link().callback(Msg::Key)}
                />
            </section>
        }
    }
}

impl Timeline {
    fn room(&self) -> f64 {
        self.canvas
            .cast::<HtmlCanvasElement>()
            .map_or(1.0, |canvas| f64::from(canvas.client_width()) - MARGIN)
    }

    fn paint(&self, ctx: &Context<Self>) {
        let Some(canvas) = self.canvas.cast::<HtmlCanvasElement>() else { return };
        let Some(window) = dom::window() else { return };
        let props = ctx.props();
        let tall = height(props.lanes.lanes.len());
        dom::set_style(&canvas.style(), "height", &format!("{tall}px"));
        let wide = f64::from(canvas.client_width());
        let ratio = window.device_pixel_ratio();
        canvas.set_width((wide * ratio) as u32);
        canvas.set_height((tall * ratio) as u32);
        let context = canvas
            .get_context("2d")
            .ok()
            .flatten()
            .and_then(|it| it.dyn_into::<CanvasRenderingContext2d>().ok());
        let style = window.get_computed_style(&canvas).ok().flatten();
        let (Some(context), Some(style)) = (context, style) else { return };
        if sharpen(&context, ratio).is_ok() {
            paint(&context, &Colours::of(&style), &props.lanes, self.window, props.cursor, (wide, tall));
        }
    }
}
