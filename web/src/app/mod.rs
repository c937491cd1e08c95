//! The page: it holds the state and the run, turns what happens in the browser into commands, and does
//! what the state asks for. Panels are given pictures; only this component knows the run.

mod calls;
mod guide;
mod orders;
mod outside;
mod parts;
mod pointer;
mod run;

use crate::driver::engine::Engine;
use crate::driver::link::Link;
use crate::driver::turn::Turn;
use crate::driver::{dom, memory};
use crate::editor::Files;
use crate::moment::Moment;
use crate::panels::{Console, Control, Explain, File, Guide, Hood, Keys, Masthead, Share, Transport};
use crate::stage::{DURATION_MS, Stage};
use crate::state::{
    Command, GuidePicture, Notice, Overlay, State, Tab, View, WRITES_AT_FIRST, grouped, notice,
};
use crate::timeline::Timeline;
use calls::Calls;
use gloo_timers::callback::Timeout;
use loopglass_trace::{FutureId, Trace};
use outside::Outside;
use pointer::{pin, pointed};
use run::Executor;
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// What the page is told.
pub enum Msg {
    /// A person asks for something.
    Do(Command),
    /// The page around asks for something.
    Asked(Command),
    /// A key went down.
    Key(KeyboardEvent),
    /// It is the run's turn.
    Slice,
    /// The executor has been loaded, or cannot be.
    Executor(bool),
    /// Something on the stage begins to move.
    Moving,
    /// It has come to rest.
    AtRest,
    /// The editor has been loaded, or cannot be.
    EditorReady,
    /// The pointer is at something of a task, or at nothing of any.
    Point(Option<FutureId>),
    /// A task is to be kept lit, or no longer.
    Pin(FutureId),
    /// No one has typed for a moment: what is wrong with the text is to be said.
    Check,
    /// A link was put into the address.
    Follow(Link),
    /// The link to this moment was made, or is too long.
    Link(Option<String>),
    /// The snippets that embed this moment elsewhere are to be shown.
    Embed,
    /// The link is to be copied.
    Copy,
    /// It was, or could not be.
    Copied(bool),
    /// Something is to be saved as a file.
    Save(File),
    /// The step is to be remembered now.
    Keep,
    /// Something else of the stage is in view.
    View(View),
    /// Other lanes of the timeline are in view.
    Lanes(Range<usize>),
    /// Other rows of the ladder are in view, counted from the last.
    Rungs(Range<usize>),
    /// More lines of the console are in view: those of so many writes.
    Writes(usize),
    /// The texts of the guides are there, or cannot be loaded.
    Guides(Option<JsValue>),
}

/// The page.
pub struct App {
    calls: Calls,
    state: State,
    /// The state that the browser remembers, but for the step.
    kept: State,
    /// Remembers the step.
    keep: Option<Turn>,
    engine: Option<Engine>,
    executor: Executor,
    empty: Trace,
    dark: bool,
    refocus: Option<&'static str>,
    /// What the keyboard opened a dialog with: it gets the focus back.
    opener: Option<HtmlElement>,
    moment: Moment,
    notice: Option<Notice>,
    moving: Option<Timeout>,
    slice: Option<Turn>,
    /// When it was last shown how far the run has got.
    grown_at: f64,
    tick: Option<Timeout>,
    editor_ready: bool,
    check: Option<Timeout>,
    pointed: Option<FutureId>,
    pinned: Option<FutureId>,
    link: Option<Option<AttrValue>>,
    copied: Option<bool>,
    outside: Outside,
    texts: guide::Texts,
    guide: Option<Rc<GuidePicture>>,
    /// Whether the page around has been told that this one is ready.
    reported: Cell<bool>,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let state = memory::recall();
        let mut app = App {
            calls: Calls::of(ctx),
            kept: state.clone(),
            keep: None,
            state,
            engine: None,
            executor: Executor::Away,
            empty: Trace::default(),
            dark: memory::is_dark(),
            refocus: Some(".shell"),
            opener: None,
            moment: Moment::empty(),
            notice: None,
            moving: None,
            slice: None,
            grown_at: 0.0,
            tick: None,
            editor_ready: false,
            check: None,
            pointed: None,
            pinned: None,
            link: None,
            copied: None,
            outside: Outside::listen(ctx),
            texts: guide::Texts::default(),
            guide: None,
            reported: Cell::new(false),
        };
        if app.outside.is_embedded() {
            // The focus is that of the page around.
            app.refocus = None;
        }
        app.begin(ctx);
        app.refresh();
        app.guide(ctx);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let draws = match msg {
            Msg::Do(command) => self.obey(ctx, command),
            Msg::Asked(command) => self.asked(ctx, command),
            Msg::Key(event) => self.key(ctx, &event),
            Msg::Slice => self.advance(ctx),
            Msg::Executor(here) => {
                self.executor_came(ctx, here);
                true
            }
            Msg::Moving => {
                let link = ctx.link().clone();
                self.moving = Some(Timeout::new(DURATION_MS + 20, move || link.send_message(Msg::AtRest)));
                false
            }
            Msg::AtRest => {
                self.moving = None;
                false
            }
            Msg::EditorReady => {
                self.editor_ready = true;
                true
            }
            Msg::Point(task) => std::mem::replace(&mut self.pointed, task) != task,
            Msg::Pin(task) => {
                self.pinned = (self.pinned != Some(task)).then_some(task);
                true
            }
            Msg::Check => {
                self.check = None;
                if self.executor == Executor::Here {
                    self.state.diagnostics = Engine::check(&self.state.source).into();
                }
                true
            }
            Msg::Follow(link) => {
                self.follow(ctx, &link);
                true
            }
            Msg::Link(link) => {
                self.link = Some(link.map(AttrValue::from));
                true
            }
            Msg::Embed => {
                self.offer_embedding(ctx);
                false
            }
            Msg::Copy => {
                self.copy_link(ctx);
                false
            }
            Msg::Copied(copied) => {
                self.copied = Some(copied);
                true
            }
            Msg::Guides(texts) => {
                self.texts = guide::Texts::There(texts);
                self.guide(ctx);
                true
            }
            Msg::Save(file) => {
                self.save(ctx, file);
                true
            }
            Msg::Keep => {
                self.keep = None;
                memory::remember_cursor(self.state.cursor);
                false
            }
            Msg::View(view) => {
                self.moment.view = view;
                let trace = self.engine.as_ref().map_or(&self.empty, Engine::trace);
                self.moment.look_at_stage(&self.state, trace);
                true
            }
            Msg::Lanes(view) => {
                self.moment.lanes_view = view;
                let trace = self.engine.as_ref().map_or(&self.empty, Engine::trace);
                self.moment.draw_lanes(&self.state, trace);
                true
            }
            Msg::Rungs(view) => {
                self.moment.show_rungs(view);
                let trace = self.engine.as_ref().map_or(&self.empty, Engine::trace);
                self.moment.look_at_rungs(&self.state, trace);
                true
            }
            Msg::Writes(shown) => {
                self.moment.console_writes = shown;
                let trace = self.engine.as_ref().map_or(&self.empty, Engine::trace);
                self.moment.look_at_console(&self.state, trace);
                true
            }
        };
        if !draws {
            self.show_idle();
        }
        draws
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.call_executor(ctx);
        }
        if let Some(selector) = self.refocus.take() {
            dom::focus(selector);
            if let Some(opener) = self.opener.take() {
                // One that has gone from the page leaves the focus where it is.
                let _ = opener.focus();
            }
        } else {
            dom::keep_focus(".shell");
        }
        outside::light(self.lit());
        self.report();
        self.show_idle();
        self.catch_up(ctx);
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (state, calls) = (&self.state, &self.calls);
        let on_command = &calls.command;
        let moment = &self.moment;
        let step = if moment.count == 0 {
            String::new()
        } else if !moment.can_forward && !state.running {
            "the end".to_owned()
        } else if moment.position == 0 {
            "the start".to_owned()
        } else {
            format!("step {} of {}", grouped(moment.position), grouped(moment.count))
        };
        html! {
            <div
                class="shell" tabindex="-1" onkeydown={ctx.link().callback(|event| busy(Msg::Key(event)))}
                onmouseover={ctx.link().batch_callback(|event: MouseEvent| pointed(&event))}
                onclick={ctx.link().batch_callback(|event: MouseEvent| pin(&event))}
            >
                <Masthead
                    choice={state.choice.clone()} own={state.own.clone()} history={state.history.clone()} detail={state.detail}
                    guide={self.has_guide().then_some(state.guide)}
                    menu_open={state.overlay == Some(Overlay::Scenarios)} {on_command} on_embed={&calls.embed}
                />
                { self.tabs(on_command) }
                { self.notice(on_command) }
                <main class="columns" data-tab={state.tab.name()} data-guide={(state.guide && self.has_guide()).then_some("open")}>
                    <div class="column">
                        <Files
                            source={AttrValue::from(state.source.clone())} picture={moment.code.clone()}
                            diagnostics={state.diagnostics.clone()} breakpoints={state.breakpoints.clone()}
                            edited={state.edited()} running={state.running} tab={state.tab}
                            on_edit={&calls.edit} on_run={&calls.run} on_stop={&calls.stop} on_breakpoints={&calls.breakpoints}
                            on_point={&calls.point} on_ready={&calls.editor_ready}
                        />
                        <Console
                            lines={moment.console.clone()} earlier={moment.console_earlier} shown={moment.console_writes} tab={state.tab}
                            {on_command} on_writes={&calls.writes}
                        />
                    </div>
                    <div class="column">
                        <Stage
                            picture={moment.stage.clone()} cursor={state.cursor} animated={state.glides} veil={self.veil()}
                            table={state.table} tab={state.tab} pinned={self.pinned} on_table={&calls.table}
                            on_view={&calls.view} on_motion={&calls.motion} on_run={&calls.run}
                        />
                    </div>
                    // The editor writes the line in focus here, for where it is out of view itself.
                    <p class="line-now" />
                    <div class="column">
                        <Explain
                            explanation={moment.explanation.clone()} predict={state.predict.clone()}
                            wrong={self.wrong()}
                            playing={state.playing} watch={self.watch()} onward={self.onward()} step={AttrValue::from(step)} {on_command} />
                        if self.has_guide() && (state.guide || state.tab == Tab::Guide) {
                            <Guide
                                guide={self.guide.clone()} cursor={state.cursor} tab={state.tab} is_changed={self.is_changed()}
                                {on_command}
                            />
                        }
                        <Control
                            rungs={moment.rungs.clone()} tab={state.tab} {on_command} on_view={&calls.rungs}
                        />
                        <Hood hood={moment.hood.clone()} has_run={moment.count > 0} tab={state.tab} />
                    </div>
                </main>
                <footer class="transport" data-tab={state.tab.name()}>
                    if state.running { <div class="progress" role="progressbar" aria-label="The script runs" /> }
                    <Transport
                        position={moment.position} count={moment.count} granularity={state.granularity}
                        playing={state.playing} speed={state.speed} can_back={moment.can_back}
                        can_forward={moment.can_forward} {on_command}
                    />
                    if !moment.lanes.tasks.is_empty() {
                        <Timeline
                            lanes={moment.lanes.clone()} cursor={state.cursor} clock_ns={moment.clock_ns} by_time={state.by_time} tab={state.tab} dark={self.dark}
                            running={moment.running} lit={self.lit()} {on_command}
                            on_point={&calls.point} on_lanes={&calls.lanes}
                        />
                    }
                </footer>
                if state.overlay == Some(Overlay::Keys) { <Keys {on_command} /> }
                if state.overlay == Some(Overlay::Share) {
                    <Share
                        link={self.link.clone()} copied={self.copied} on_copy={&calls.copy} on_save={&calls.save} {on_command}
                    />
                }
            </div>
        }
    }
}

impl App {
    fn trace(&self) -> &Trace {
        self.engine.as_ref().map_or(&self.empty, Engine::trace)
    }

    fn draw_lanes(&mut self) {
        let trace = self.engine.as_ref().map_or(&self.empty, Engine::trace);
        self.moment.draw_lanes(&self.state, trace);
        self.notice = notice(trace);
    }

    fn refresh(&mut self) {
        self.moment.rungs_view = self.moment.rungs_at_end.clone();
        self.moment.console_writes = WRITES_AT_FIRST;
        let trace = self.engine.as_ref().map_or(&self.empty, Engine::trace);
        self.moment.refresh(&self.state, trace);
    }

    /// Tells tests whether anything goes on.
    fn show_idle(&self) {
        let idle =
            !self.state.running && !self.state.playing && self.moving.is_none() && self.check.is_none();
        let loading = matches!(self.executor, Executor::Coming | Executor::Awaited)
            || matches!(self.texts, guide::Texts::Coming);
        let idle = idle && self.editor_ready && !loading;
        dom::set_root_data("idle", if idle { "true" } else { "false" });
        dom::set_root_data("cursor", &self.state.cursor.to_string());
        dom::set_root_data("events", &self.trace().len().to_string());
    }
}

/// Marks the page as not idle before the message is looked at, so that a test cannot look in between.
fn busy(msg: Msg) -> Msg {
    dom::set_root_data("idle", "false");
    msg
}
