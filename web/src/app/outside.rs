//! What comes to the page from outside its panels, and what leaves it: pasted and dropped scripts, links
//! followed and links made, files saved.

use super::{App, Executor, Msg};
use crate::driver::bridge::{call, listener, member, object, text};
use crate::driver::link::{self, Link};
use crate::driver::memory;
use crate::export;
use crate::panels::File;
use crate::stage::task_name;
use crate::state::{Choice, Command, MomentName, Tab, grouped};
use js_sys::{Function, Promise};
use loopglass_trace::files::{Parts, UNNAMED};
use loopglass_trace::{FutureId, SourceLine};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use yew::platform::spawn_local;
use yew::prelude::*;

/// How many events are saved as text at most: each takes some hundred bytes of the page's memory meanwhile.
const LONGEST_TRACE: usize = 400_000;

/// The listeners at the window, kept as long as the page.
pub struct Outside {
    _listeners: [Closure<dyn Fn(JsValue)>; 5],
    /// Tells the page around, if this one is embedded.
    report: Option<Function>,
    /// What the page around asked for before this one was ready.
    waiting: Vec<Command>,
}

impl Outside {
    /// Begins to listen.
    pub fn listen(ctx: &Context<App>) -> Outside {
        let to = |tell: fn(JsValue) -> Option<Msg>| {
            let link = ctx.link().clone();
            listener(move |value| {
                if let Some(message) = tell(value) {
                    link.send_message(super::busy(message));
                }
            })
        };
        let open = to(|text| Some(Msg::Do(Command::Open(text.as_string()?))));
        let refuse = to(|text| Some(Msg::Do(Command::Say(Some(text.as_string()?.into())))));
        let follow = to(|parts| Link::new(parts).map(Msg::Follow));
        let leave = to(|_| {
            memory::remember_running(false);
            Some(Msg::Keep)
        });
        let on = object([
            ("open", open.as_ref().clone()),
            ("refuse", refuse.as_ref().clone()),
            ("link", follow.as_ref().clone()),
            ("leave", leave.as_ref().clone()),
        ]);
        tell("listen", &[on]);
        let asked = to(|message| remote(&message).map(Msg::Asked));
        let report = tell("connect", &[asked.as_ref().clone()]).and_then(|report| report.dyn_into().ok());
        Outside { _listeners: [open, refuse, follow, leave, asked], report, waiting: Vec::new() }
    }
}

impl Outside {
    /// Whether the page is inside a frame of another page.
    pub fn is_embedded(&self) -> bool {
        self.report.is_some()
    }

    /// Tells the page around what has happened; what it knows already is not said again.
    pub fn report(&self, event: &str, detail: JsValue) {
        if let Some(report) = &self.report {
            // A page around that has gone needs no report.
            let _ = report.call2(&JsValue::NULL, &event.into(), &detail);
        }
    }
}

/// What the page around asks for.
fn remote(message: &JsValue) -> Option<Command> {
    Some(match text(message, "command")?.as_str() {
        "forward" => Command::Forward(None),
        "back" => Command::Back(None),
        "play" => Command::TogglePlay,
        "load" => Command::Open(text(message, "code")?),
        "seek" => match text(message, "at")?.as_str() {
            "start" => Command::Start,
            "end" => Command::End,
            name => Command::SeekNamed(MomentName::parse(name)?),
        },
        _ => return None,
    })
}

/// Calls one of the page's scripts; what it cannot do must not stop anyone from stepping.
pub(super) fn tell(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    call(&member("scripts")?, name, arguments).ok()
}

/// Takes the link out of the page's address, since the page no longer shows what it asks for.
pub fn forget_link() {
    tell("forgetLink", &[]);
}

/// Tells those who keep the script, should its run end the page, which one is about to run.
pub fn starts(script: &str) {
    tell("starts", &[script.into()]);
}

/// Lights what belongs to a task, and nothing else.
pub fn light(task: Option<FutureId>) {
    tell("light", &[task_name(task).unwrap_or_default().into()]);
}

/// Saves a text or a picture as a file.
fn save(name: &str, kind: &str, content: JsValue) {
    tell("save", &[name.into(), kind.into(), content]);
}

/// A picture of the stage, as `web/js/picture.mjs` makes it.
async fn picture(what: &str) -> Option<JsValue> {
    let loading: Promise = tell("picture", &[])?.dyn_into().ok()?;
    let module = JsFuture::from(loading).await.ok()?;
    let made = call(&module, what, &[]).ok()?;
    match made.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await.ok(),
        Err(made) => Some(made),
    }
}

impl App {
    /// Makes the link to this moment, for the dialog to show.
    pub(super) fn make_link(&mut self, ctx: &Context<Self>) {
        self.link = None;
        let at = link::moment(&self.state, self.trace());
        let address = link::address(self.state.clone(), at);
        let back = ctx.link().clone();
        spawn_local(async move { back.send_message(Msg::Link(address.await)) });
    }

    /// Shows how this moment is embedded in another page; what that takes is loaded now.
    pub(super) fn offer_embedding(&self, ctx: &Context<Self>) {
        let parts = link::parts(&self.state, link::moment(&self.state, self.trace()));
        let loading: Option<Promise> = tell("embedding", &[]).and_then(|it| it.dyn_into().ok());
        let back = ctx.link().clone();
        spawn_local(async move {
            let shown = match loading {
                Some(loading) => JsFuture::from(loading).await.and_then(|it| call(&it, "show", &[parts])),
                None => Err(JsValue::NULL),
            };
            if shown.is_err() {
                let sorry = "The page could not load what makes snippets. Is it offline?";
                back.send_message(Msg::Do(Command::Say(Some(sorry.into()))));
            }
        });
    }

    /// Copies the link, and says in the dialog whether the browser allowed it.
    pub(super) fn copy_link(&self, ctx: &Context<Self>) {
        let Some(Some(address)) = self.link.clone() else { return };
        let back = ctx.link().clone();
        spawn_local(async move {
            let copying: Option<Promise> =
                tell("copy", &[address.as_str().into()]).and_then(|it| it.dyn_into().ok());
            let copied = match copying {
                Some(copying) => JsFuture::from(copying).await.is_ok_and(|copied| copied.is_truthy()),
                None => false,
            };
            back.send_message(Msg::Copied(copied));
        });
    }

    /// Goes where a link leads that was put into the address while the page is open.
    pub(super) fn follow(&mut self, ctx: &Context<Self>, link: &Link) {
        link.apply(&mut self.state);
        self.begin(ctx);
        self.refresh();
    }

    /// Saves something as a file.
    pub(super) fn save(&mut self, ctx: &Context<Self>, file: File) {
        self.state.overlay = None;
        let name = self.file_name();
        match file {
            File::Script => save(&format!("{name}.py"), "text/x-python", self.state.source.as_ref().into()),
            File::Trace | File::Perfetto if self.trace().len() > LONGEST_TRACE => {
                let most = grouped(LONGEST_TRACE);
                let sorry =
                    format!("The page saves at most {most} events; `loopglass trace FILE` has no limit.");
                self.state.message = Some(sorry.into());
            }
            File::Trace | File::Perfetto if self.executor != Executor::Here => {
                self.state.message = Some("The page is still being loaded. Try again in a moment.".into());
            }
            File::Trace => {
                save(&format!("{name}.jsonl"), "application/jsonl", export::json_lines(self.trace()).into());
            }
            File::Perfetto => {
                let json = export::perfetto(self.trace());
                save(&format!("{name}.perfetto.json"), "application/json", json.into());
            }
            File::Svg => self.save_picture(ctx, "svg", format!("{name}.svg"), "image/svg+xml"),
            File::Png => self.save_picture(ctx, "png", format!("{name}.png"), "image/png"),
            File::Animation => {
                self.state.predict = None;
                self.save_picture(ctx, "animation", format!("{name}-moving.png"), "image/png");
            }
        }
    }

    /// Has a picture of the stage made and saves it; the page ends where it was.
    fn save_picture(&mut self, ctx: &Context<Self>, what: &'static str, file: String, kind: &'static str) {
        // A picture is read off the stage as it is seen.
        self.state.tab = Tab::Stage;
        let back = ctx.link().clone();
        let cursor = self.state.cursor;
        spawn_local(async move {
            let made = picture(what).await;
            back.send_message(super::busy(Msg::Do(Command::Seek(cursor))));
            match made {
                // Someone has had enough of waiting.
                Some(made) if made.is_null() => {}
                Some(made) => save(&file, kind, made),
                None => {
                    let sorry = "The picture could not be made.";
                    back.send_message(Msg::Do(Command::Say(Some(sorry.into()))));
                }
            }
        });
    }

    /// Does what the page around asks for; what asks for a moment of a run waits until the run is there.
    pub(super) fn asked(&mut self, ctx: &Context<Self>, command: Command) -> bool {
        if matches!(command, Command::Open(_)) {
            self.outside.waiting.clear();
        } else if !self.is_ready() {
            self.outside.waiting.push(command);
            return false;
        }
        self.obey(ctx, command)
    }

    /// Goes on with what the page around has asked for meanwhile.
    pub(super) fn catch_up(&mut self, ctx: &Context<Self>) {
        if self.is_ready() {
            let waiting = std::mem::take(&mut self.outside.waiting);
            waiting.into_iter().for_each(|command| ctx.link().send_message(super::busy(Msg::Do(command))));
        }
    }

    fn is_ready(&self) -> bool {
        !self.state.running && self.editor_ready
    }

    /// Tells the page around, if there is one, where the run stands.
    pub(super) fn report(&self) {
        let outside = &self.outside;
        if !outside.is_embedded() || !self.is_ready() {
            return;
        }
        if let Some(diagnostic) = self.state.diagnostics.first() {
            let parts = Parts::of(&self.state.source, UNNAMED);
            let SourceLine { file, line } = parts.source_line(diagnostic.span.line);
            let file = file.map_or(JsValue::UNDEFINED, |file| JsValue::from(&*file));
            let message = diagnostic.message.as_str().into();
            outside.report("error", object([("line", line.into()), ("file", file), ("message", message)]));
            return;
        }
        let at = link::moment(&self.state, self.trace()).text();
        let [step, count] =
            [self.moment.position, self.moment.count].map(|number| JsValue::from(number as f64));
        let detail =
            || object([("at", at.as_str().into()), ("step", step.clone()), ("count", count.clone())]);
        outside.report(if self.reported.replace(true) { "step" } else { "ready" }, detail());
        if !self.moment.can_forward {
            outside.report("end", detail());
        }
    }

    /// The name of the script as a file's, without an ending.
    pub(super) fn file_name(&self) -> String {
        match &self.state.choice {
            Choice::Scenario(id) => id.clone(),
            Choice::Own => "script".to_owned(),
        }
    }
}
