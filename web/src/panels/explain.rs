//! What happened with this event, and why. The sentences are a polite live region: they are what a screen
//! reader hears of each step.

use crate::state::{Command, Explanation};
use std::rc::Rc;
use yew::prelude::*;

/// What the explanation is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The sentences.
    pub explanation: Rc<Explanation>,
    /// `step 7 of 17`.
    pub step: AttrValue,
    /// Where commands go.
    pub on_command: Callback<Command>,
}

/// The panel of what happened.
#[component]
pub fn Explain(props: &Props) -> Html {
    let explanation = &props.explanation;
    html! {
        <section class="panel what-panel" aria-label="What happened">
            <div class="panel-head"><h2>{ "What happened" }</h2><span class="panel-note">{ &props.step }</span></div>
            <div class="what" role="status" aria-live="polite">
                <p class="lead">{ rich(&explanation.what) }</p>
                if !explanation.why.is_empty() { <p class="why">{ rich(&explanation.why) }</p> }
                if !explanation.between.is_empty() { { between(explanation, &props.on_command) } }
                if let Some(hint) = explanation.hint { <p class="hint">{ rich(hint) }</p> }
            </div>
        </section>
    }
}

/// What happened since the stop before; a click goes there.
fn between(explanation: &Explanation, on_command: &Callback<Command>) -> Html {
    html! {
        <>
            <p class="between-head">{ "On the way here" }</p>
            <ol class="between">
                if explanation.between_more > 0 {
                    <li>{ format!("… {} more", explanation.between_more) }</li>
                }
                { for explanation.between.iter().map(|(event, sentence)| {
                    let event = *event;
                    let onclick = on_command.reform(move |_: MouseEvent| Command::Seek(event));
                    html! { <li key={event}><button {onclick} title="Go to this event">{ rich(sentence) }</button></li> }
                }) }
            </ol>
        </>
    }
}

/// Text in which names stand between backquotes; they become `code`, never markup of the text's own.
fn rich(text: &str) -> Html {
    html! {
        { for text.split('`').enumerate().map(|(index, part)| {
            if index % 2 == 1 { html! { <code>{ part.to_owned() }</code> } } else { html! { { part.to_owned() } } }
        }) }
    }
}
