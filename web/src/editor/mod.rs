//! The code panel: one text for reading and editing. What the run adds (the running line, where suspended
//! coroutines wait, the values of locals) is drawn beside it and never part of it. Until the editor proper has
//! been loaded, and if it cannot be, a plain one stands in its place.

mod files;
mod plain;
mod view;

use crate::state::{CodePicture, Tab};
pub use files::Files;
use loopglass_trace::{Diagnostic, FutureId};
use std::rc::Rc;
use view::{Listeners, View};
use web_sys::HtmlElement;
use yew::platform::spawn_local;
use yew::prelude::*;

/// What the code panel is given.
#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    /// What stands beside the panel's name.
    #[prop_or_default]
    pub head: Html,
    /// The text in the editor.
    pub source: AttrValue,
    /// What the run adds to it; empty while the text is not what was run.
    pub picture: Rc<CodePicture>,
    /// What is wrong with the text that was run last.
    pub diagnostics: Rc<[Diagnostic]>,
    /// The lines with a breakpoint.
    pub breakpoints: Rc<[u32]>,
    /// Whether the text differs from what was run.
    pub edited: bool,
    /// Whether a run is going on.
    pub running: bool,
    /// The tab of a narrow page: when the code comes into view, so does its line in focus.
    pub tab: Tab,
    /// Called with the new text.
    pub on_edit: Callback<String>,
    /// Called when the text is to be run.
    pub on_run: Callback<()>,
    /// Called when the run is to stop.
    pub on_stop: Callback<()>,
    /// Called with all lines that are to have a breakpoint.
    pub on_breakpoints: Callback<Vec<u32>>,
    /// Called when the pointer is at a task's mark, or at none any more.
    pub on_point: Callback<Option<FutureId>>,
    /// Called once the editor has been loaded, or could not be.
    pub on_ready: Callback<()>,
}

/// What the panel is told.
pub enum Msg {
    /// The editor's script is there, or is not.
    Loaded(Option<View>),
}

/// The code panel.
pub struct Editor {
    host: NodeRef,
    plain: NodeRef,
    view: Option<View>,
    /// Whether the editor takes over the focus once it can be seen.
    focus_next: bool,
    /// What a run adds is to be shown anew, and whether the line in question is to come into view.
    show_next: Option<bool>,
}

impl Component for Editor {
    type Message = Msg;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Editor {
            host: NodeRef::default(),
            plain: NodeRef::default(),
            view: None,
            focus_next: false,
            show_next: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, Msg::Loaded(view): Msg) -> bool {
        let props = ctx.props();
        if let Some(view) = &view {
            // The person may have typed while the editor was loading.
            view.set_text(&props.source, &props.breakpoints);
            view.set_breakpoints(&props.breakpoints);
            self.show_next = Some(true);
            self.focus_next = plain::has_focus(&self.plain);
        }
        self.view = view;
        props.on_ready.emit(());
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let props = ctx.props();
        if let Some(view) = &self.view {
            if props.source != old.source {
                view.set_text(&props.source, &props.breakpoints);
            }
            if props.breakpoints != old.breakpoints {
                view.set_breakpoints(&props.breakpoints);
            }
            if props.picture != old.picture
                || props.diagnostics != old.diagnostics
                || props.source != old.source
                || props.tab != old.tab
            {
                let moved = props.picture.running != old.picture.running || props.tab != old.tab;
                let wrong = !props.diagnostics.is_empty() && props.diagnostics != old.diagnostics;
                self.show_next = Some(moved || wrong);
            }
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first && let Some(host) = self.host.cast::<HtmlElement>() {
            let props = ctx.props();
            let listeners = Listeners::new(
                props.on_edit.clone(),
                props.on_run.clone(),
                props.on_breakpoints.clone(),
                props.on_point.clone(),
            );
            let link = ctx.link().clone();
            let source = props.source.clone();
            spawn_local(
                async move { link.send_message(Msg::Loaded(View::load(host, &source, listeners).await)) },
            );
        }
        let Some(view) = &self.view else { return plain::reveal(&self.plain, ctx.props()) };
        if let Some(reveal) = self.show_next.take() {
            // This is where the browser lays out the page, once: what is rendered later only reads, and writes then.
            let props = ctx.props();
            view.show(&props.source, &props.picture, &props.diagnostics, reveal);
        }
        if std::mem::take(&mut self.focus_next) {
            view.focus();
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let run = props.on_run.reform(|_: MouseEvent| ());
        let stop = props.on_stop.reform(|_: MouseEvent| ());
        html! {
            <section class="panel code-panel" aria-label="Code">
                <div class="panel-head">
                    <h2>{ "Code" }</h2>
                    { props.head.clone() }
                    <span class="spacer" />
                    if props.edited { <span class="panel-note">{ "edited" }</span> }
                    if props.running {
                        <button class="button small" onclick={stop}>{ "Stop" }</button>
                    } else {
                        <button class={classes!("button", "small", props.edited.then_some("primary"))} onclick={run} title="Ctrl+Enter">{ "Run" }</button>
                    }
                </div>
                if self.view.is_none() { { plain::sheet(&self.plain, props) } }
                <div class="code-host" ref={self.host.clone()} hidden={self.view.is_none()} />
            </section>
        }
    }
}
