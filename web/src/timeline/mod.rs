//! The timeline: one lane a task over the whole run, painted on a canvas. Drag to scrub, wheel or `W`/`S` to zoom,
//! `A`/`D` to pan; over the names the wheel and a drag scroll the lanes, as the arrow keys do. The pointer lights a task
//! everywhere else. For those who cannot see it, the scrubber and the table of cards say the same.

mod axis;
mod canvas;
mod folds;
mod lanes;
mod paint;
mod rows;
mod strips;
mod tip;
mod window;

use crate::driver::dom;
use crate::state::{Command, Tab};
use axis::Axis;
use canvas::Painted;
pub use folds::Folds;
use gloo_events::EventListener;
pub use lanes::{LaneView, Lanes};
use loopglass_trace::FutureId;
use paint::{Colours, MARGIN};
use rows::Rows;
pub use rows::around;
use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;
use strips::Strips;
use tip::Tip;
use web_sys::{EventTarget, HtmlCanvasElement, HtmlElement};
use window::Window;
use yew::prelude::*;

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
    /// The tab of a narrow page: what comes into view is painted then.
    pub tab: Tab,
    /// The task that runs.
    pub running: Option<FutureId>,
    /// The task that is lit.
    pub lit: Option<FutureId>,
    /// Whether the page is dark: with the theme, the colours change.
    pub dark: bool,
    /// Where commands go.
    pub on_command: Callback<Command>,
    /// Called with the task that the pointer is at.
    pub on_point: Callback<Option<FutureId>>,
    /// Called with the lanes that are wanted.
    pub on_lanes: Callback<Range<usize>>,
}

/// What the timeline is told.
pub enum Msg {
    /// The pointer is over this place, or has left.
    Hover(Option<(f64, f64)>),
    /// A finger or the button is down at this place.
    Down(i32, (f64, f64)),
    /// One that was down is at this place now.
    Moved(i32, (f64, f64)),
    /// One was lifted.
    Up(i32),
    /// Zoom by a factor around a place.
    Zoom(f64, f64),
    /// Pan by so many pixels.
    Pan(f64),
    /// Scroll the lanes by so many pixels.
    Scroll(f64),
    /// Zoom, pan or scroll by a key.
    Key(KeyboardEvent),
    /// The window has another size, or the page another font.
    Resized,
}

/// The timeline.
pub struct Timeline {
    canvas: NodeRef,
    tip_node: NodeRef,
    cursor: NodeRef,
    window: Window,
    rows: Rows,
    tip: Option<Tip>,
    fingers: Vec<(i32, f64)>,
    /// Where the one that drags the names is, if one does.
    drags: Option<f64>,
    /// The canvas's width, as long as it is known: asking for it has the browser lay out the page.
    wide: Cell<f64>,
    /// The theme's colours, and whether that is the dark one.
    colours: RefCell<Option<(bool, Colours)>>,
    /// The lanes as they were painted.
    strips: RefCell<Strips>,
    /// What is on the canvas.
    painted: RefCell<Option<Painted>>,
    _resize: [Option<EventListener>; 2],
}

impl Component for Timeline {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let heard = |target: EventTarget, name| {
            let link = ctx.link().clone();
            EventListener::new(&target, name, move |_| link.send_message(Msg::Resized))
        };
        let resize = dom::window().map(|window| heard(window.into(), "resize"));
        let fonts = dom::fonts().map(|fonts| heard(fonts, "loadingdone"));
        Timeline {
            canvas: NodeRef::default(),
            tip_node: NodeRef::default(),
            cursor: NodeRef::default(),
            window: axis(ctx.props()).whole(),
            rows: Rows { count: ctx.props().lanes.count(), scroll: 0.0, window: dom::window_height() },
            tip: None,
            fingers: Vec::new(),
            drags: None,
            wide: Cell::new(0.0),
            colours: RefCell::new(None),
            strips: RefCell::default(),
            painted: RefCell::new(None),
            _resize: [resize, fonts],
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
                self.drags = (x < MARGIN && self.rows.scrolls()).then_some(y);
                if self.fingers.len() == 1 && self.drags.is_none() {
                    props.on_command.emit(axis.command(self.window.at(x - MARGIN, room)));
                }
                return true;
            }
            Msg::Moved(_, (_, y)) if self.drags.is_some() => {
                let from = self.drags.replace(y).unwrap_or(y);
                self.rows = self.rows.scrolled(from - y);
            }
            Msg::Moved(id, (x, _)) => {
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
                self.drags = None;
                self.fingers.retain(|(other, _)| *other != id);
                return false;
            }
            Msg::Hover(place) => {
                let tip = place.and_then(|(x, y)| self.tip_at(props, x, y));
                props.on_point.emit(tip.as_ref().and_then(|tip| tip.task));
                let changed = self.tip != tip;
                self.tip = tip;
                return changed;
            }
            Msg::Pan(by) => self.window = self.window.panned(by / room.max(1.0), whole),
            Msg::Scroll(by) => self.rows = self.rows.scrolled(by),
            Msg::Zoom(factor, x) => self.window = self.window.zoomed(factor, x - MARGIN, room, whole),
            Msg::Key(event) => {
                let at = self.window.x(axis.place(props.cursor, props.clock_ns), room);
                match event.key().as_str() {
                    "ArrowUp" => self.rows = self.rows.scrolled(-self.rows.each()),
                    "ArrowDown" => self.rows = self.rows.scrolled(self.rows.each()),
                    "PageUp" => self.rows = self.rows.scrolled(-self.rows.height()),
                    "PageDown" => self.rows = self.rows.scrolled(self.rows.height()),
                    "w" => self.window = self.window.zoomed(0.7, at, room, whole),
                    "s" => self.window = self.window.zoomed(1.4, at, room, whole),
                    "a" => self.window = self.window.panned(-0.2, whole),
                    "d" => self.window = self.window.panned(0.2, whole),
                    _ => return false,
                }
                event.prevent_default();
            }
            Msg::Resized => {
                self.wide.set(0.0);
                self.rows = Rows { window: dom::window_height(), ..self.rows }.scrolled(0.0);
                self.painted.replace(None);
            }
        }
        self.ask_for_lanes(props);
        self.paint(ctx);
        false
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let props = ctx.props();
        let axis = axis(props);
        if props.tab != old.tab {
            self.wide.set(0.0);
            self.painted.replace(None);
        }
        if props.lanes.len != old.lanes.len || props.by_time != old.by_time {
            self.window = axis.whole();
            self.tip = None;
        } else if props.cursor != old.cursor {
            self.window = self.window.showing(axis.place(props.cursor, props.clock_ns), axis.whole());
        }
        self.rows = Rows { count: props.lanes.count(), ..self.rows }.scrolled(0.0);
        // What runs comes into view, and so does what is pointed at elsewhere or chosen.
        let came = |now: Option<FutureId>, before: Option<FutureId>| now.filter(|_| now != before);
        let moved = props.cursor != old.cursor;
        let shown = came(props.lit, old.lit).or(props.running.filter(|_| moved));
        if let Some(place) = shown.and_then(|task| props.lanes.place(task)) {
            self.rows = self.rows.showing(place);
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if let (Some(tip), Some(node)) = (&self.tip, self.tip_node.cast::<HtmlElement>()) {
            let most = self.room() + MARGIN - f64::from(node.offset_width());
            dom::set_style(&node.style(), "left", &format!("{}px", tip.x.min(most).max(0.0)));
        }
        self.ask_for_lanes(ctx.props());
        self.paint(ctx);
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let moved = link.callback(|event: PointerEvent| {
            let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
            if event.buttons() & 1 == 1 {
                Msg::Moved(event.pointer_id(), (x, y))
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
            if f64::from(event.offset_x()) < MARGIN || event.alt_key() {
                return Msg::Scroll(along);
            }
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
                        aria-label="Timeline of the tasks. W and S zoom, A and D pan, up and down scroll the lanes; the position slider moves in time."
                        onpointerdown={down} onpointermove={moved} onpointerup={up.clone()} onpointercancel={up} onwheel={wheel}
                        onpointerleave={link.callback(|_: PointerEvent| Msg::Hover(None))}
                        onkeydown={link.callback(Msg::Key)}
                    />
                    <div class="timeline-cursor" ref={self.cursor.clone()} aria-hidden="true" />
                    if let Some(tip) = &self.tip {
                        <div class="timeline-tip" ref={self.tip_node.clone()} aria-hidden="true">{ &tip.text }</div>
                    }
                    { legend(ctx.props()) }
                </div>
            </section>
        }
    }
}

/// What the bars and marks of the lanes mean: each its own little picture, drawn by the style sheet.
fn legend(props: &Props) -> Html {
    let folded = props.lanes.folds.iter().next().is_some();
    html! {
        <ul class="timeline-legend" aria-label="Legend">
            { for LEGEND.iter().filter(|(class, _)| folded || *class != "folded").map(|(class, words)| html! {
                <li><i class={*class} />{ *words }</li>
            }) }
        </ul>
    }
}

/// The classes of the little pictures, and what they mean.
const LEGEND: &[(&str, &str)] = &[
    ("bar", "running"),
    ("hatch", "ready"),
    ("line", "waiting"),
    ("folded", "repeats, folded"),
    ("mark middle", "created"),
    ("mark low", "prints"),
    ("mark low bad", "asked to end"),
    ("mark high bad", "fails"),
];

fn axis(props: &Props) -> Axis<'_> {
    Axis::new(&props.lanes, props.by_time)
}

impl Timeline {
    /// Asks for other lanes, if some in view are not composed.
    fn ask_for_lanes(&self, props: &Props) {
        let lanes = &props.lanes;
        if let Some(wanted) = self.rows.wanted(&(lanes.first..lanes.first + lanes.lanes.len())) {
            props.on_lanes.emit(wanted);
        }
    }

    /// The canvas's width; nothing while it is not shown.
    fn wide(&self) -> f64 {
        if self.wide.get() <= 0.0 {
            let canvas = self.canvas.cast::<HtmlCanvasElement>();
            self.wide.set(canvas.map_or(0.0, |canvas| f64::from(canvas.client_width())));
        }
        self.wide.get()
    }

    /// The room beside the names.
    fn room(&self) -> f64 {
        (self.wide() - MARGIN).max(1.0)
    }
}
