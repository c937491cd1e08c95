//! What a person asks for: a command changes the state, and what the state cannot do by itself is done here.

use super::{App, Msg, memory, outside};
use crate::driver::dom;
use crate::driver::engine::Engine;
use crate::driver::turn::Turn;
use crate::state::{Command, Effect, Key, Overlay, SPEEDS, State, command};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// How long after a step it is remembered, in milliseconds: storing takes about what a step takes.
const KEEP_MS: u32 = 400;
/// How long no one must have typed before the text is looked at, in milliseconds.
const CHECK_MS: u32 = 350;

impl App {
    pub(super) fn obey(&mut self, ctx: &Context<Self>, command: Command) -> bool {
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
            self.keep = Some(Turn::idle(KEEP_MS, move || link.send_message(Msg::Keep)));
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
        if before.overlay.is_none() && self.state.overlay.is_some() {
            self.opener = dom::focused_by_keyboard();
        } else if effect == Effect::Run {
            self.opener = None;
        }
        self.refocus = match (before.overlay, self.state.overlay) {
            // With another script the keys are those of the page at once: Space plays.
            (Some(Overlay::Scenarios), None) if effect != Effect::Run => Some(".scenario-button"),
            (Some(_), None) => Some(".shell"),
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
            if (before.detail, before.by_time) != (self.state.detail, self.state.by_time) {
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

    pub(super) fn key(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) -> bool {
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
    pub(super) fn check_later(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        let wait = || Timeout::new(CHECK_MS, move || link.send_message(Msg::Check));
        self.check = self.state.edited().then(wait);
    }

    pub(super) fn schedule_tick(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        let ms = SPEEDS[self.state.speed].1;
        self.tick =
            self.state.playing.then(|| Timeout::new(ms, move || link.send_message(Msg::Do(Command::Tick))));
    }
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
