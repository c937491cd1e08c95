//! The plain editor: the script's rows with their marks, and a transparent textarea over them. It is what is
//! seen until the editor proper has been loaded.

use super::Props;
use super::view::focus_class;
use crate::driver::dom;
use crate::stage::hue_class;
use crate::state::{CodePicture, LineLocals};
use loopglass_picture::highlight::{Token, highlight};
use loopglass_trace::{Diagnostic, Severity};
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The sheet with its rows.
pub fn sheet(scroll: &NodeRef, props: &Props) -> Html {
    let oninput = props.on_edit.reform(|event: InputEvent| {
        event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default()
    });
    let rows = highlight(&props.source);
    html! {
        <div class="code-scroll" ref={scroll}>
            <div class="code-sheet">
                { for rows.iter().enumerate().map(|(index, line)| row(index as u32 + 1, line, props)) }
                <textarea
                    class="code-input" aria-label="Python script" spellcheck="false" autocomplete="off"
                    autocapitalize="off" wrap="off" value={props.source.clone()} {oninput}
                />
            </div>
        </div>
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

fn marks(number: u32, picture: &CodePicture) -> Html {
    let here: Vec<_> = picture.marks.iter().filter(|mark| mark.line == number).collect();
    let crowd = picture.crowds.iter().find(|(line, _)| *line == number).map(|(_, count)| *count);
    let count = crowd.unwrap_or(here.len());
    let shown = match count {
        few @ 0..=2 => few,
        3..=9 => 1,
        _ => 0,
    };
    html! {
        <>
            { for here.iter().take(shown).map(|mark| html! {
                <span class={classes!("mark", hue_class(mark.hue))} title={mark.label.clone()} role="img" aria-label={mark.label.clone()}>{ mark.hue.letter().filter(|_| shown == count) }</span>
            }) }
            if count > shown {
                <span class={classes!("mark-count", (shown == 0).then_some("alone"))} title={here.iter().map(|mark| mark.label.as_str()).collect::<Vec<_>>().join(", ")}>
                    { match count { 100.. => "99+".to_owned(), _ if shown > 0 => format!("+{}", count - shown), _ => count.to_string() } }
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

/// Scrolls the first error, else the line in focus, into the middle of the panel if it is not in view.
pub fn reveal(scroll: &NodeRef, props: &Props) {
    let error = props.diagnostics.first().map(|diagnostic| diagnostic.span.line);
    let line = error.or(props.picture.running.map(|(line, _)| line));
    let (Some(line), Some(scroll)) = (line, scroll.cast::<HtmlElement>()) else { return };
    let Some(row) = dom::all(&scroll, &format!("[data-line=\"{line}\"]")).next() else { return };
    let (top, height) = (row.offset_top(), row.offset_height());
    let (from, room) = (scroll.scroll_top(), scroll.client_height());
    if top < from || top + height * 2 > from + room {
        scroll.set_scroll_top((top - room / 2).max(0));
    }
}

/// Whether someone types in the plain editor.
pub fn has_focus(scroll: &NodeRef) -> bool {
    let active = dom::document().and_then(|document| document.active_element());
    scroll.cast::<HtmlElement>().is_some_and(|scroll| scroll.contains(active.as_deref()))
}
