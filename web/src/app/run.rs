//! The run: it begins once there is something to run it with, has the thread for a few milliseconds at a time, and is
//! shown to grow.

use super::{App, Msg, memory, outside};
use crate::driver::dom;
use crate::driver::engine::Engine;
use crate::driver::executor::{self, Status};
use crate::driver::turn::Turn;
use std::rc::Rc;
use yew::prelude::*;

/// How long the run has the thread at a time, in milliseconds.
const SLICE_MS: f64 = 8.0;
/// How often it is shown that a run has grown, in milliseconds: drawing takes about what a slice does.
const GROWTH_MS: f64 = 120.0;

/// Where the part of the page stands that runs scripts: it is loaded after the rest.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Executor {
    /// It was not asked for, or could not be loaded.
    Away,
    /// It is being loaded.
    Coming,
    /// It is being loaded, and a script waits for it.
    Awaited,
    /// It can be used.
    Here,
}

impl App {
    /// Begins with the script in the editor: runs it, unless it is only to be shown.
    pub(super) fn begin(&mut self, ctx: &Context<Self>) {
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
    pub(super) fn start(&mut self, ctx: &Context<Self>, source: &str) {
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
    pub(super) fn call_executor(&mut self, ctx: &Context<Self>) {
        if self.executor == Executor::Away {
            self.executor = Executor::Coming;
            let link = ctx.link().clone();
            executor::load(move |here| link.send_message(Msg::Executor(here)));
        }
    }

    /// Waits with the script that is to be run until the executor is there.
    pub(super) fn await_executor(&mut self, ctx: &Context<Self>) {
        self.call_executor(ctx);
        self.executor = Executor::Awaited;
        self.engine = None;
        self.state.running = true;
        self.state.diagnostics = Rc::new([]);
        memory::remember_running(false);
        self.draw_lanes();
    }

    /// Goes on with what waited for the executor, now that it is there or cannot be.
    pub(super) fn executor_came(&mut self, ctx: &Context<Self>, here: bool) {
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

    pub(super) fn stop(&mut self) {
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
    pub(super) fn run_slice(&mut self, ctx: &Context<Self>) {
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

    pub(super) fn advance(&mut self, ctx: &Context<Self>) -> bool {
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
}
