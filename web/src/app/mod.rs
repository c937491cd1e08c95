//! The page: it holds the state and the run, turns what happens in the browser into commands, and does
//! what the state asks for. Panels are given pictures; only this component knows the run.

mod guide;
mod outside;

use crate::driver::engine::Engine;
use crate::driver::executor::Status;
use crate::driver::link::Link;
use crate::driver::turn::Turn;
use crate::driver::{dom, executor, memory};
use crate::editor::Files;
use crate::moment::Moment;
use crate::panels::{
    Console, Control, Explain, File, Guide, Hood, Keys, Masthead, RUNGS_AT_FIRST, Share, Transport,
};
use crate::stage::{DURATION_MS, Stage};
use crate::state::{
    Choice, Command, Effect, GuidePicture, Key, Notice, Overlay, SPEEDS, State, Tab, View, command, grouped,
    notice,
};
use crate::timeline::Timeline;
use gloo_timers::callback::Timeout;
use loopglass_trace::{FutureId, Severity, Trace};
use outside::Outside;
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// How long the run has the thread at a time, in milliseconds.
const SLICE_MS: f64 = 8.0;
/// How often it is shown that a run has grown, in milliseconds: drawing takes about what a slice does.
const GROWTH_MS: f64 = 120.0;
/// How long after a step it is remembered: storing takes about what a step takes.
const KEEP_MS: u32 = 400;
/// How long no one must have typed before the text is looked at, in milliseconds.
const CHECK_MS: u32 = 350;

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
    /// The texts of the guides are there, or cannot be loaded.
    Guides(Option<JsValue>),
}

/// The page.
pub struct App {
    state: State,
    /// The state that the browser remembers, but for the step.
    kept: State,
    /// Remembers the step.
    keep: Option<Timeout>,
    engine: Option<Engine>,
    executor: Executor,
    empty: Trace,
    dark: bool,
    refocus: Option<&'static str>,
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

/// Where the part of the page stands that runs scripts: it is loaded after the rest.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Executor {
    /// It was not asked for, or could not be loaded.
    Away,
    /// It is being loaded.
    Coming,
    /// It is being loaded, and a script waits for it.
    Awaited,
    /// It can be used.
    Here,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        memory::show_theme(memory::is_dark());
        let state = memory::recall();
        let mut app = App {
            kept: state.clone(),
            keep: None,
            state,
            engine: None,
            executor: Executor::Away,
            empty: Trace::default(),
            dark: memory::is_dark(),
            refocus: Some(".shell"),
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
                self.moment.draw_lanes(self.state.detail, trace);
                true
            }
            Msg::Rungs(view) => {
                self.moment.rungs_view = view;
                let trace = self.engine.as_ref().map_or(&self.empty, Engine::trace);
                self.moment.look_at_rungs(&self.state, trace);
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
        } else {
            dom::keep_focus(".shell");
        }
        outside::light(self.lit());
        self.report();
        self.show_idle();
        self.catch_up(ctx);
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let on_command = ctx.link().callback(|command| busy(Msg::Do(command)));
        let state = &self.state;
        let moment = &self.moment;
        let step = if moment.count == 0 {
            String::new()
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
                    menu_open={state.overlay == Some(Overlay::Scenarios)} on_command={on_command.clone()}
                    on_embed={ctx.link().callback(|()| Msg::Embed)}
                />
                { self.tabs(&on_command) }
                { self.notice(&on_command) }
                <main class="columns" data-tab={state.tab.name()} data-guide={(state.guide && self.has_guide()).then_some("open")}>
                    <div class="column">
                        <Files
                            source={AttrValue::from(state.source.clone())} picture={moment.code.clone()}
                            diagnostics={state.diagnostics.clone()} breakpoints={state.breakpoints.clone()}
                            edited={state.edited()} running={state.running} tab={state.tab}
                            on_edit={on_command.reform(Command::Edit)} on_run={on_command.reform(|()| Command::Run)}
                            on_stop={on_command.reform(|()| Command::StopRun)} on_breakpoints={on_command.reform(Command::Breakpoints)}
                            on_point={ctx.link().callback(Msg::Point)} on_ready={ctx.link().callback(|()| Msg::EditorReady)}
                        />
                        <Console lines={moment.console.clone()} earlier={moment.console_earlier} tab={state.tab} on_command={on_command.clone()} />
                    </div>
                    <div class="column">
                        <Stage
                            picture={moment.stage.clone()} cursor={state.cursor} animated={state.glides} veil={self.veil()}
                            table={state.table} pinned={self.pinned} on_table={on_command.reform(Command::Table)}
                            on_view={ctx.link().callback(Msg::View)}
                            on_motion={ctx.link().callback(|()| Msg::Moving)} on_run={on_command.reform(|()| Command::Run)}
                        />
                    </div>
                    <div class="column">
                        <Explain
                            explanation={moment.explanation.clone()} predict={state.predict.clone()}
                            wrong={moment.count == 0 && state.diagnostics.iter().any(|it| it.severity == Severity::Error)}
                            playing={state.playing} watch={self.watch()} step={AttrValue::from(step)} on_command={on_command.clone()} />
                        if self.has_guide() && (state.guide || state.tab == Tab::Guide) {
                            <Guide
                                guide={self.guide.clone()} cursor={state.cursor} tab={state.tab} is_changed={self.is_changed()}
                                on_command={on_command.clone()}
                            />
                        }
                        <Control
                            rungs={moment.rungs.clone()} tab={state.tab} on_command={on_command.clone()}
                            on_view={ctx.link().callback(Msg::Rungs)}
                        />
                        <Hood hood={moment.hood.clone()} tab={state.tab} />
                    </div>
                </main>
                <footer class="transport" data-tab={state.tab.name()}>
                    if state.running { <div class="progress" role="progressbar" aria-label="The script runs" /> }
                    <Transport
                        position={moment.position} count={moment.count} granularity={state.granularity}
                        playing={state.playing} speed={state.speed} can_back={moment.can_back}
                        can_forward={moment.can_forward} on_command={on_command.clone()}
                    />
                    if !moment.lanes.tasks.is_empty() {
                        <Timeline
                            lanes={moment.lanes.clone()} cursor={state.cursor} clock_ns={moment.clock_ns} by_time={state.by_time} dark={self.dark}
                            running={moment.running} lit={self.lit()} on_command={on_command.clone()}
                            on_point={ctx.link().callback(Msg::Point)} on_lanes={ctx.link().callback(Msg::Lanes)}
                        />
                    }
                </footer>
                if state.overlay == Some(Overlay::Keys) { <Keys on_command={on_command.clone()} /> }
                if state.overlay == Some(Overlay::Share) {
                    <Share
                        link={self.link.clone()} copied={self.copied} on_copy={ctx.link().callback(|()| Msg::Copy)}
                        on_save={ctx.link().callback(Msg::Save)} {on_command}
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

    fn tabs(&self, on_command: &Callback<Command>) -> Html {
        html! {
            <nav class="tabs" aria-label="Panels">
                { for Tab::ALL.iter().filter(|(tab, _)| *tab != Tab::Guide || self.has_guide()).map(|&(tab, name)| html! {
                    <button
                        class={format!("tab-{name}")} aria-pressed={(self.state.tab == tab).to_string()}
                        onclick={on_command.reform(move |_: MouseEvent| Command::Tab(tab))}
                    >{ name }</button>
                }) }
            </nav>
        }
    }

    /// The task that is lit everywhere: the one pointed at, else the one that was chosen.
    fn lit(&self) -> Option<FutureId> {
        self.pointed.or(self.pinned)
    }

    /// What to watch in the scenario that is shown, if one is.
    fn watch(&self) -> Option<&'static str> {
        match &self.state.choice {
            Choice::Scenario(id) if !self.state.edited() => loopglass_scenarios::find(id).map(|it| it.watch),
            _ => None,
        }
    }

    /// What is said over a stage that does not belong to the text in the editor.
    fn veil(&self) -> Option<&'static str> {
        if self.state.held {
            Some("The page came to its end while this script ran, so it was not run by itself this time.")
        } else {
            self.state.edited().then_some("The script was edited. This is the run before.")
        }
    }

    fn notice(&self, on_command: &Callback<Command>) -> Html {
        if let Some(message) = &self.state.message {
            let away = on_command.reform(|_: MouseEvent| Command::Say(None));
            return html! {
                <div class="notice calm" role="alert">
                    <span>{ &**message }</span><span class="spacer" />
                    <button class="button small" onclick={away}>{ "OK" }</button>
                </div>
            };
        }
        let Some(notice) = self.notice.as_ref().filter(|_| !self.state.running) else {
            return Html::default();
        };
        let event = notice.event;
        html! {
            <div class="notice" role="alert">
                <span>
                    <b>{ notice.head }</b>{ " " }{ &notice.text }
                    if let Some(raise) = &notice.raise {
                        { " To raise it, put " }<code>{ raise }</code>{ " into the script." }
                    }
                </span>
                <span class="spacer" />
                <button class="button small" onclick={on_command.reform(move |_: MouseEvent| Command::Seek(event))}>{ "Go there" }</button>
            </div>
        }
    }

    fn obey(&mut self, ctx: &Context<Self>, command: Command) -> bool {
        let before = self.state.clone();
        if command == Command::Tick {
            self.tick = None;
        }
        let trace = self.engine.as_ref().map_or(&self.empty, Engine::trace);
        let effect = self.state.apply(command, trace);
        // Before a run begins: it must not be able to take the script with it. While it plays there is no need to.
        if !self.state.playing || effect != Effect::None {
            memory::remember(&self.kept, &self.state);
            self.kept = self.state.clone();
        }
        if effect == Effect::Run {
            memory::remember_cursor(self.state.cursor);
        } else if self.state.cursor != before.cursor && self.keep.is_none() {
            let link = ctx.link().clone();
            self.keep = Some(Timeout::new(KEEP_MS, move || link.send_message(Msg::Keep)));
        }
        match effect {
            Effect::None => {}
            Effect::Run => {
                let source = self.state.source.clone();
                self.start(ctx, &source);
            }
            Effect::StopRun => self.stop(),
            Effect::Blur => blur(),
            Effect::Theme => {
                self.dark = !self.dark;
                memory::choose_theme(self.dark);
            }
        }
        self.refocus = match (before.overlay, self.state.overlay) {
            (Some(Overlay::Scenarios), None) => Some(".scenario-button"),
            (Some(Overlay::Keys | Overlay::Share), None) => Some(".shell"),
            _ => None,
        };
        if self.state.playing && self.tick.is_none() || self.state.speed != before.speed {
            self.schedule_tick(ctx);
        }
        if !self.state.playing {
            self.tick = None;
        }
        if self.state.overlay != before.overlay && self.state.overlay == Some(Overlay::Share) {
            self.copied = None;
            self.make_link(ctx);
        }
        if self.state.source != before.source {
            outside::forget_link();
            self.check_later(ctx);
        }
        if self.state != before || effect == Effect::Run {
            if before.detail != self.state.detail {
                self.draw_lanes();
            }
            self.refresh();
            let reads = |state: &State| (state.guide, state.tab, state.lesson.clone(), state.ran.clone());
            if reads(&before) != reads(&self.state) || effect == Effect::Run {
                self.guide(ctx);
            }
        }
        true
    }

    fn draw_lanes(&mut self) {
        let trace = self.engine.as_ref().map_or(&self.empty, Engine::trace);
        self.moment.draw_lanes(self.state.detail, trace);
        self.notice = notice(trace);
    }

    fn refresh(&mut self) {
        self.moment.rungs_view = RUNGS_AT_FIRST;
        let trace = self.engine.as_ref().map_or(&self.empty, Engine::trace);
        self.moment.refresh(&self.state, trace);
    }

    fn key(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) -> bool {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is =
            |selector: &str| target.as_ref().is_some_and(|it| it.closest(selector).ok().flatten().is_some());
        let typing = is("textarea, input[type=text], .code-host");
        let name = event.key();
        let key = Key {
            name: &name,
            shift: event.shift_key(),
            control: event.ctrl_key() || event.meta_key(),
            alt: event.alt_key(),
            typing,
            on_button: is("button, summary"),
            on_slider: is("select, input"),
        };
        match command(key).filter(|command| *command != Command::ToggleGuide || self.has_guide()) {
            Some(command) => {
                event.prevent_default();
                self.obey(ctx, command)
            }
            None => false,
        }
    }

    /// Looks for what is wrong with an edited text once no one has typed for a moment.
    fn check_later(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        let wait = || Timeout::new(CHECK_MS, move || link.send_message(Msg::Check));
        self.check = self.state.edited().then(wait);
    }

    /// Begins with the script in the editor: runs it, unless it is only to be shown.
    fn begin(&mut self, ctx: &Context<Self>) {
        if self.state.held {
            self.engine = None;
            self.state.running = false;
            self.moment.forget();
            self.draw_lanes();
        } else {
            let source = self.state.ran.clone();
            self.start(ctx, &source);
        }
    }

    /// Begins to run a script. The trace of the one before is let go.
    fn start(&mut self, ctx: &Context<Self>, source: &str) {
        self.slice = None;
        self.moment.forget();
        memory::remember_running(true);
        outside::starts(source);
        let begun = match self.executor {
            Executor::Here => Engine::start(source),
            Executor::Away | Executor::Coming | Executor::Awaited => match Engine::recorded(source) {
                Some(engine) => Ok(engine),
                None => return self.await_executor(ctx),
            },
        };
        match begun {
            Ok(engine) => {
                self.engine = Some(engine);
                self.state.diagnostics = Rc::new([]);
                self.state.running = true;
                self.run_slice(ctx);
                self.draw_lanes();
            }
            Err(diagnostics) => {
                self.engine = None;
                self.state.running = false;
                memory::remember_running(false);
                self.draw_lanes();
                self.state.diagnostics = diagnostics.into();
            }
        }
    }

    /// Has the executor loaded.
    fn call_executor(&mut self, ctx: &Context<Self>) {
        if self.executor == Executor::Away {
            self.executor = Executor::Coming;
            let link = ctx.link().clone();
            executor::load(move |here| link.send_message(Msg::Executor(here)));
        }
    }

    /// Waits with the script that is to be run until the executor is there.
    fn await_executor(&mut self, ctx: &Context<Self>) {
        self.call_executor(ctx);
        self.executor = Executor::Awaited;
        self.engine = None;
        self.state.running = true;
        self.state.diagnostics = Rc::new([]);
        memory::remember_running(false);
        self.draw_lanes();
    }

    /// Goes on with what waited for the executor, now that it is there or cannot be.
    fn executor_came(&mut self, ctx: &Context<Self>, here: bool) {
        let awaited = self.executor == Executor::Awaited;
        self.executor = if here { Executor::Here } else { Executor::Away };
        if awaited && here {
            let source = self.state.ran.clone();
            self.start(ctx, &source);
            self.refresh();
        } else if awaited {
            self.state.running = false;
            let sorry = "The part of the page that runs scripts could not be loaded. Run the script again to try again.";
            self.state.message = Some(sorry.into());
        } else if here && self.state.edited() {
            self.check_later(ctx);
        }
    }

    fn stop(&mut self) {
        self.slice = None;
        if self.executor == Executor::Awaited {
            self.executor = Executor::Coming;
        }
        self.state.running = false;
        if let Some(engine) = &mut self.engine {
            engine.stop();
        }
        memory::remember_running(false);
        self.draw_lanes();
    }

    /// Runs for one slice and asks for the next.
    fn run_slice(&mut self, ctx: &Context<Self>) {
        let Some(engine) = &mut self.engine else { return };
        self.state.running = engine.advance(SLICE_MS) == Status::Running;
        self.state.grown(engine.trace());
        if !self.state.running {
            memory::remember_running(false);
        }
        self.slice = self.state.running.then(|| {
            let link = ctx.link().clone();
            Turn::next(move || link.send_message(Msg::Slice))
        });
    }

    fn advance(&mut self, ctx: &Context<Self>) -> bool {
        let cursor = self.state.cursor;
        self.run_slice(ctx);
        if !self.state.running {
            self.draw_lanes();
            self.guide(ctx);
        }
        let now = dom::now_ms();
        if self.state.cursor != cursor || !self.state.running {
            self.refresh();
        } else if now - self.grown_at < GROWTH_MS {
            return false;
        } else {
            let trace = self.engine.as_ref().map_or(&self.empty, Engine::trace);
            self.moment.count(&self.state, trace);
        }
        self.grown_at = now;
        true
    }

    fn schedule_tick(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        let ms = SPEEDS[self.state.speed].1;
        self.tick =
            self.state.playing.then(|| Timeout::new(ms, move || link.send_message(Msg::Do(Command::Tick))));
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

/// The task of what the pointer has come to. What happens inside the editor the editor tells by itself.
fn pointed(event: &MouseEvent) -> Option<Msg> {
    let target: Element = event.target()?.dyn_into().ok()?;
    if target.closest(".code-host, .timeline").ok()?.is_some() {
        return None;
    }
    let owner = target.closest("[data-task]").ok()?;
    Some(Msg::Point(owner.and_then(|owner| id_of(&owner, "data-task"))))
}

/// The task of the name that was pressed.
fn pin(event: &MouseEvent) -> Option<Msg> {
    let target: Element = event.target()?.dyn_into().ok()?;
    Some(Msg::Pin(id_of(&target.closest("[data-pin]").ok()??, "data-pin")?))
}

fn id_of(element: &Element, attribute: &str) -> Option<FutureId> {
    element.get_attribute(attribute)?.parse().ok().map(FutureId)
}

/// Takes the focus out of a text field, else out of the page's own keys.
fn blur() {
    let active = dom::document().and_then(|document| document.active_element()).and_then(dom::html);
    let Some(active) = active else { return };
    let was_inside = active.matches("textarea, .code-host").unwrap_or(false);
    // An element that had the focus can always lose it.
    let _ = HtmlElement::blur(&active);
    if was_inside {
        dom::focus(".shell");
    }
}
