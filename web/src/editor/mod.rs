//! The code panel: the script's rows with their marks, and a transparent textarea over them in which it is
//! edited. One text for reading and editing; what the run adds (the running line, where suspended
//! coroutines wait, the values of locals) is drawn on the rows below and never part of the text.

mod highlight;

use crate::driver::dom;
use crate::stage::hue_class;
use crate::state::{CodePicture, Focus, LineLocals};
use highlight::{Token, highlight};
use loopglass_trace::{Diagnostic, Severity};
use std::rc::Rc;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What the code panel is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The text in the editor.
    pub source: AttrValue,
    /// What the run adds to it; empty while the text is not what was run.
    pub picture: Rc<CodePicture>,
    /// What is wrong with the text that was run last.
    pub diagnostics: Rc<[Diagnostic]>,
    /// Whether the text differs from what was run.
    pub edited: bool,
    /// Whether a run is going on.
    pub running: bool,
    /// Called with the new text.
    pub on_edit: Callback<String>,
    /// Called when the text is to be run.
    pub on_run: Callback<()>,
    /// Called when the run is to stop.
    pub on_stop: Callback<()>,
}

/// The code panel.
#[component]
pub fn Editor(props: &Props) -> Html {
    let tokens = use_memo(props.source.clone(), |source| highlight(source));
    let scroll = use_node_ref();
    {
        let scroll = scroll.clone();
        let first_error = props.diagnostics.first().map(|diagnostic| diagnostic.span.line);
        use_effect_with((props.picture.running, first_error), move |(running, error)| {
            if let (Some(line), Some(scroll)) =
                (error.or(running.map(|(line, _)| line)), scroll.cast::<HtmlElement>())
            {
                reveal(&scroll, line);
            }
        });
    }
    let oninput = props.on_edit.reform(|event: InputEvent| {
        event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default()
    });
    let run = props.on_run.reform(|_: MouseEvent| ());
    let stop = props.on_stop.reform(|_: MouseEvent| ());
    html! {
        <section class="panel code-panel" aria-label="Code">
            <div class="panel-head">
                <h2>{ "Code" }</h2>
                <span class="spacer" />
                if props.edited { <span class="panel-note">{ "edited" }</span> }
                if props.running {
                    <button class="button small" onclick={stop}>{ "Stop" }</button>
                } else {
                    <button class={classes!("button", "small", props.edited.then_some("primary"))} onclick={run} title="Ctrl+Enter">{ "Run" }</button>
                }
            </div>
            <div class="code-scroll" ref={scroll}>
                <div class="code-sheet">
                    { for tokens.iter().enumerate().map(|(index, line)| row(index as u32 + 1, line, props)) }
                    <textarea
                        class="code-input" aria-label="Python script" spellcheck="false" autocomplete="off"
                        autocapitalize="off" wrap="off" value={props.source.clone()} {oninput}
                    />
                </div>
            </div>
        </section>
    }
}

fn row(number: u32, tokens: &[Token], props: &Props) -> Html {
    let picture = &props.picture;
    let wrong = props.diagnostics.iter().any(|it| it.span.line == number && it.severity == Severity::Error);
    let class = classes!(
        "code-row",
        picture.running.filter(|(line, _)| *line == number).map(|(_, focus)| focus_class(focus)),
        wrong.then_some("wrong"),
    );
    html! {
        <>
            <div {class} data-line={number.to_string()}>
                <span class="code-number" aria-hidden="true">{ number }</span>
                <span class="code-marks">{ marks(number, picture) }</span>
                <span class="code-text" aria-hidden="true">
                    { for tokens.iter().map(|token| html! { <span class={token.kind.class()}>{ &token.text }</span> }) }
                </span>
                { for picture.locals.iter().filter(|it| it.line == number).map(locals) }
            </div>
            { for props.diagnostics.iter().filter(|it| it.span.line == number).map(diagnostic) }
        </>
    }
}

fn focus_class(focus: Focus) -> &'static str {
    match focus {
        Focus::Runs => "running",
        Focus::Caused => "caused",
        Focus::Called => "called",
    }
}

fn marks(number: u32, picture: &CodePicture) -> Html {
    let here: Vec<_> = picture.marks.iter().filter(|mark| mark.line == number).collect();
    let shown = if here.len() > 2 { 1 } else { here.len() };
    html! {
        <>
            { for here.iter().take(shown).map(|mark| html! {
                <span class={classes!("mark", hue_class(mark.hue))} title={mark.label.clone()} role="img" aria-label={mark.label.clone()} />
            }) }
            if here.len() > shown {
                <span class="mark-count" title={here.iter().map(|mark| mark.label.as_str()).collect::<Vec<_>>().join(", ")}>
                    { format!("+{}", here.len() - shown) }
                </span>
            }
        </>
    }
}

fn locals(line: &LineLocals) -> Html {
    html! {
        <span class="code-locals">
            { for line.values.iter().enumerate().map(|(index, (name, value, fresh))| html! {
                <>
                    if index > 0 { { ", " } }
                    <span class={fresh.then_some("fresh")}>{ format!("{name} = {value}") }</span>
                </>
            }) }
        </span>
    }
}

fn diagnostic(diagnostic: &Diagnostic) -> Html {
    let word = match diagnostic.severity {
        Severity::Error => "Line",
        Severity::Warning => "Note, line",
    };
    html! {
        <div class="code-error" role="alert" data-error-line={diagnostic.span.line.to_string()}>
            <b>{ format!("{word} {}: ", diagnostic.span.line) }</b>{ &diagnostic.message }
            if let Some(help) = &diagnostic.help { <p>{ help }</p> }
        </div>
    }
}

/// Scrolls a line into the middle of the panel if it is not in view.
fn reveal(scroll: &HtmlElement, line: u32) {
    let Some(row) = dom::all(scroll, &format!("[data-line=\"{line}\"]")).next() else { return };
    let (top, height) = (row.offset_top(), row.offset_height());
    let (from, room) = (scroll.scroll_top(), scroll.client_height());
    if top < from || top + height * 2 > from + room {
        scroll.set_scroll_top((top - room / 2).max(0));
    }
}
