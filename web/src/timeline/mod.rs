//! The timeline: one lane a task over the whole run, painted on a canvas. Drag to scrub, wheel or `W`/`S`
//! to zoom, `A`/`D` to pan; the pointer lights a task everywhere else. For those who cannot see it, the scrubber and the table of cards say the same.

mod axis;
mod folds;
mod paint;
mod window;

use crate::driver::dom;
use crate::state::{Command, Hue, grouped};
use axis::Axis;
pub use folds::Folds;
use gloo_events::EventListener;
use loopglass_trace::{FutureId, FutureState, MarkKind, Segment, Sequence};
use paint::{Colours, MARGIN, View, height, lane_at, paint, sharpen};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};
use window::Window;
use yew::prelude::*;

/// One task's history, as it is drawn.
#[derive(Clone, PartialEq, Debug)]
pub struct LaneView {
    /// The task.
    pub task: FutureId,
    /// Its label.
    pub label: String,
    /// Its hue.
    pub hue: Hue,
    /// Its states.
    pub segments: Sequence<Segment>,
    /// What to point out: the event, the clock and what it is.
    pub marks: Vec<(u32, u64, MarkKind)>,
}

/// All lanes of a run.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Lanes {
    /// The lanes in order of creation.
    pub lanes: Vec<LaneView>,
    /// How many events the run has.
    pub len: usize,
    /// The clock at its end, in nanoseconds.
    pub end_ns: u64,
    /// The stretches that repeat themselves.
    pub folds: Folds,
}

/// What the timeline is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The lanes; a new `Rc` when they have changed.
    pub lanes: Rc<Lanes>,
    /// The event one stands after.
    pub cursor: usize,
    /// The clock there, in nanoseconds.
    pub clock_ns: u64,
    /// Whether the axis is virtual time instead of steps.
    pub by_time: bool,
    /// The task that is lit.
    pub lit: Option<FutureId>,
    /// Whether the page is dark: with the theme, the colours change.
    pub dark: bool,
    /// Where commands go.
    pub on_command: Callback<Command>,
    /// Called with the task that the pointer is at.
    pub on_point: Callback<Option<FutureId>>,
}

/// What the timeline is told.
pub enum Msg {
    /// The pointer is over this place, or has left.
    Hover(Option<(f64, f64)>),
    /// A finger or the button is down at this place.
    Down(i32, (f64, f64)),
    /// One that was down is at this place now.
    Moved(i32, f64),
    /// One was lifted.
    Up(i32),
    /// Zoom by a factor around a place.
    Zoom(f64, f64),
    /// Pan by so many pixels.
    Pan(f64),
    /// Zoom or pan by a key.
    Key(KeyboardEvent),
    /// The window has another size.
    Resized,
}

/// What is said of the place under the pointer.
#[derive(Clone, PartialEq)]
struct Tip {
    x: f64,
    task: FutureId,
    text: String,
}

/// The timeline.
pub struct Timeline {
    canvas: NodeRef,
    tip_node: NodeRef,
    window: Window,
    tip: Option<Tip>,
    fingers: Vec<(i32, f64)>,
    _resize: Option<EventListener>,
}

impl Component for Timeline {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let resize = dom::window()
            .map(|window| EventListener::new(&window, "resize", move |_| link.send_message(Msg::Resized)));
        Timeline {
            canvas: NodeRef::default(),
            tip_node: NodeRef::default(),
            window: axis(ctx.props()).whole(),
            tip: None,
            fingers: Vec::new(),
            _resize: resize,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let props = ctx.props();
        let axis = axis(props);
        let whole = axis.whole();
        let room = self.room();
        match msg {
            Msg::Down(id, (x, y)) => {
                self.fingers.retain(|(other, _)| *other != id);
                self.fingers.push((id, x));
                self.tip = self.tip_at(props, x, y);
                if self.fingers.len() == 1 {
                    props.on_command.emit(axis.command(self.window.at(x - MARGIN, room)));
                }
                return true;
            }
            Msg::Moved(id, x) => {
                let before = self.fingers.clone();
                let Some(finger) = self.fingers.iter_mut().find(|(other, _)| *other == id) else {
                    return false;
                };
                finger.1 = x;
                match (&before[..], &self.fingers[..]) {
                    ([_], _) => {
                        props.on_command.emit(axis.command(self.window.at(x - MARGIN, room)));
                        return false;
                    }
                    (&[(_, a), (_, b)], &[(_, c), (_, d)]) => {
                        self.window = self.window.pinched(
                            (a - MARGIN, b - MARGIN),
                            (c - MARGIN, d - MARGIN),
                            room,
                            whole,
                        );
                    }
                    _ => return false,
                }
            }
            Msg::Up(id) => {
                self.fingers.retain(|(other, _)| *other != id);
                return false;
            }
            Msg::Hover(place) => {
                let tip = place.and_then(|(x, y)| self.tip_at(props, x, y));
                props.on_point.emit(tip.as_ref().map(|tip| tip.task));
                let changed = self.tip != tip;
                self.tip = tip;
                return changed;
            }
            Msg::Pan(by) => self.window = self.window.panned(by / room.max(1.0), whole),
            Msg::Zoom(factor, x) => self.window = self.window.zoomed(factor, x - MARGIN, room, whole),
            Msg::Key(event) => {
                let at = self.window.x(axis.place(props.cursor, props.clock_ns), room);
                match event.key().as_str() {
                    "w" => self.window = self.window.zoomed(0.7, at, room, whole),
                    "s" => self.window = self.window.zoomed(1.4, at, room, whole),
                    "a" => self.window = self.window.panned(-0.2, whole),
                    "d" => self.window = self.window.panned(0.2, whole),
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
        let axis = axis(props);
        if props.lanes.len != old.lanes.len || props.by_time != old.by_time {
            self.window = axis.whole();
            self.tip = None;
        } else if props.cursor != old.cursor {
            self.window = self.window.showing(axis.place(props.cursor, props.clock_ns), axis.whole());
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if let (Some(tip), Some(node)) = (&self.tip, self.tip_node.cast::<HtmlElement>()) {
            let most = self.room() + MARGIN - f64::from(node.offset_width());
            dom::set_style(&node.style(), "left", &format!("{}px", tip.x.min(most).max(0.0)));
        }
        self.paint(ctx);
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let moved = link.callback(|event: PointerEvent| {
            let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
            if event.buttons() & 1 == 1 {
                Msg::Moved(event.pointer_id(), x)
            } else {
                Msg::Hover(Some((x, y)))
            }
        });
        let down = link.callback(|event: PointerEvent| {
            if let Some(canvas) = event.target_dyn_into::<HtmlCanvasElement>() {
                // Without capture a drag ends at the canvas's edge, no more.
                let _ = canvas.set_pointer_capture(event.pointer_id());
            }
            Msg::Down(event.pointer_id(), (f64::from(event.offset_x()), f64::from(event.offset_y())))
        });
        let up = link.callback(|event: PointerEvent| Msg::Up(event.pointer_id()));
        let wheel = link.callback(|event: WheelEvent| {
            event.prevent_default();
            let (across, along) = (event.delta_x(), event.delta_y());
            if event.shift_key() || across.abs() > along.abs() {
                return Msg::Pan(if across == 0.0 { along } else { across });
            }
            Msg::Zoom(if along > 0.0 { 1.25 } else { 0.8 }, f64::from(event.offset_x()))
        });
        let by = |by_time: bool, name: &'static str| {
            let onclick = ctx.props().on_command.reform(move |_: MouseEvent| Command::ByTime(by_time));
            html! { <button aria-pressed={(ctx.props().by_time == by_time).to_string()} {onclick}>{ name }</button> }
        };
        html! {
            <section class="timeline-panel" aria-label="Timeline">
                <div class="timeline-axis segments" role="group" aria-label="Timeline by">
                    { by(false, "steps") }
                    { by(true, "time") }
                </div>
                <div class="timeline-lanes">
                    <canvas
                        class="timeline" ref={self.canvas.clone()} tabindex="0" role="img"
                        aria-label="Timeline of the tasks. W and S zoom, A and D pan; the position slider moves in time."
                        onpointerdown={down} onpointermove={moved} onpointerup={up.clone()} onpointercancel={up} onwheel={wheel}
                        onpointerleave={link.callback(|_: PointerEvent| Msg::Hover(None))}
                        onkeydown={link.callback(Msg::Key)}
                    />
                    if let Some(tip) = &self.tip {
                        <div class="timeline-tip" ref={self.tip_node.clone()} aria-hidden="true">{ &tip.text }</div>
                    }
                </div>
            </section>
        }
    }
}

fn axis(props: &Props) -> Axis<'_> {
    Axis::new(&props.lanes, props.by_time)
}

/// What is said of a mark.
fn mark_words(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Print => ", prints",
        MarkKind::Creation => ", is created",
        MarkKind::Cancellation => ", is asked to end",
        MarkKind::Error => ", fails",
        MarkKind::Breakpoint => ", calls breakpoint()",
    }
}

impl Timeline {
    fn room(&self) -> f64 {
        self.canvas
            .cast::<HtmlCanvasElement>()
            .map_or(1.0, |canvas| f64::from(canvas.client_width()) - MARGIN)
    }

    /// What lies at a place: the lane's task and what it is doing there.
    fn tip_at(&self, props: &Props, x: f64, y: f64) -> Option<Tip> {
        let lanes = &props.lanes.lanes;
        let lane = lanes.get(lane_at(y, lanes.len()))?;
        let at = self.window.at(x - MARGIN, self.room());
        let next = lane.segments.partition_point(|segment| axis(props).of(segment) <= at);
        let state = next.checked_sub(1).and_then(|place| lane.segments.get(place)).map(|it| it.state);
        let doing = match state.filter(|_| x >= MARGIN) {
            None => String::new(),
            Some(FutureState::Waiting(on)) => {
                let on = lanes.iter().find(|lane| lane.task == on).map(|lane| lane.label.as_str());
                format!(": waiting on {}", on.unwrap_or("a future"))
            }
            Some(FutureState::Created | FutureState::Pending) => ": created".to_owned(),
            Some(FutureState::Ready) => ": in the ready queue".to_owned(),
            Some(FutureState::Running) => ": running".to_owned(),
            Some(FutureState::Done) => ": done".to_owned(),
            Some(FutureState::Failed) => ": failed".to_owned(),
            Some(FutureState::Cancelled) => ": cancelled".to_owned(),
        };
        let mark = self.mark_at(props, lane, x).map_or("", mark_words);
        let folded = axis(props).folds().find(|(_, from, to)| x >= MARGIN && (*from..*to).contains(&at));
        let text = match folded {
            Some((fold, ..)) => {
                let events = grouped(fold.to - fold.from);
                let times = fold
                    .times
                    .map_or_else(String::new, |times| format!(", {} times the same", grouped(times)));
                format!("{}: {events} events folded{times}", lane.label)
            }
            None => format!("{}{doing}{mark}", lane.label),
        };
        Some(Tip { x: x + 12.0, task: lane.task, text })
    }

    /// What is marked near a place of a lane.
    fn mark_at(&self, props: &Props, lane: &LaneView, x: f64) -> Option<MarkKind> {
        let axis = axis(props);
        let place = |&(event, ns, _): &(u32, u64, MarkKind)| axis.place(event as usize, ns);
        let near = |offset: f64| self.window.at(x - MARGIN + offset, self.room());
        let first = lane.marks.partition_point(|mark| place(mark) < near(-4.0));
        lane.marks.get(first).filter(|mark| place(mark) <= near(4.0)).map(|mark| mark.2)
    }

    fn paint(&self, ctx: &Context<Self>) {
        let Some(canvas) = self.canvas.cast::<HtmlCanvasElement>() else { return };
        let Some(window) = dom::window() else { return };
        let props = ctx.props();
        let axis = axis(props);
        let tall = height(props.lanes.lanes.len(), !axis.scale(self.window).is_empty());
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
            let cursor = axis.place(props.cursor, props.clock_ns);
            let view = View { axis, window: self.window, cursor, lit: props.lit };
            paint(&context, &Colours::of(&style), &props.lanes, view, (wide, tall));
        }
    }
}
