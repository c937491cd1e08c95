//! The guide: what to read beside the run. Its links go to moments, and the paragraph that speaks of the moment one
//! stands at is lit.

use crate::state::{Choice, Command, GuideParagraph, GuidePart, GuidePicture, Neighbour, Tab};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What the guide is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The guide, if it is there yet.
    pub guide: Option<Rc<GuidePicture>>,
    /// The event one stands after.
    pub cursor: usize,
    /// Whether the script is not the scenario's own any more, so that the links lead nowhere.
    pub is_changed: bool,
    /// The tab of a narrow page.
    pub tab: Tab,
    /// Where commands go.
    pub on_command: Callback<Command>,
}

/// The guide's panel.
#[component]
pub fn Guide(props: &Props) -> Html {
    let body = use_node_ref();
    let scenario = props.guide.as_ref().map(|guide| guide.scenario);
    let current = props.guide.as_ref().and_then(|guide| guide.current(props.cursor));
    {
        let body = body.clone();
        use_effect_with((scenario.map(|it| it.id), current, props.tab), move |(_, current, _)| {
            if let Some(body) = body.cast::<HtmlElement>() {
                reveal(&body, *current);
            }
        });
    }
    let close = props.on_command.reform(|_: MouseEvent| Command::Guide(false));
    html! {
        <section class="panel guide-panel" aria-label="Guide">
            <div class="panel-head">
                <h2>{ "Guide" }</h2><span class="panel-note">{ scenario.map_or("", |it| it.lesson) }</span>
                <span class="spacer" />
                <button class="button small quiet guide-close" onclick={close} aria-label="Close the guide">{ "Close" }</button>
            </div>
            <div class="guide" ref={body} tabindex="0" role="region" aria-label="Text of the guide">
                if let Some(guide) = &props.guide { { text(guide, current, props) } } else { <p>{ "The guide is on its way." }</p> }
            </div>
        </section>
    }
}

fn text(guide: &GuidePicture, current: Option<usize>, props: &Props) -> Html {
    let scenario = guide.scenario;
    let original = props.on_command.reform(move |_: MouseEvent| pick(scenario));
    html! {
        <>
            <h3 class="guide-title"><span class="scenario-number">{ scenario.number }</span>{ " " }{ scenario.title }</h3>
            if props.is_changed {
                <p class="guide-changed">
                    { "The script has changed since, so the links lead nowhere. " }
                    <button class="button small" onclick={original}>{ "Back to the original" }</button>
                </p>
            }
            { for guide.paragraphs.iter().enumerate().map(|(place, it)| {
                let now = current == Some(place);
                html! { <p class="guide-paragraph" aria-current={now.then_some("step")}>{ parts(it, props) }</p> }
            }) }
            if let Some((question, answer)) = &guide.question {
                <details class="guide-question" key={scenario.id}>
                    <summary>{ parts(question, props) }</summary>
                    <p>{ parts(answer, props) }</p>
                </details>
            }
            if let Some(change) = &guide.change {
                <p class="guide-change"><b>{ "Now change this. " }</b>{ parts(change, props) }</p>
            }
            <nav class="guide-neighbours" aria-label="Lessons">
                { for guide.previous.map(|it| neighbour(it, "Before: ", props)) }
                { for guide.next.map(|it| neighbour(it, "Next: ", props)) }
            </nav>
        </>
    }
}

fn parts(paragraph: &GuideParagraph, props: &Props) -> Html {
    html! {
        { for paragraph.iter().map(|part| match part {
            GuidePart::Text(text) => html! { { text } },
            GuidePart::Code(code) => html! { <code>{ code }</code> },
            GuidePart::Link(words, Some(goal)) => {
                let event = goal.event;
                let onclick = props.on_command.reform(move |click: MouseEvent| {
                    click.prevent_default();
                    Command::Seek(event)
                });
                let here = (event == props.cursor).then_some("true");
                let id = props.guide.as_ref().map_or("", |guide| guide.scenario.id);
                let href = format!("#v=1&scenario={id}&at={}", goal.name.text());
                html! { <a class="guide-link" {href} {onclick} aria-current={here} title="Go to this moment">{ parts(words, props) }</a> }
            }
            GuidePart::Link(words, None) => parts(words, props),
        }) }
    }
}

fn neighbour(neighbour: Neighbour, word: &'static str, props: &Props) -> Html {
    let scenario = neighbour.scenario;
    let onclick = props.on_command.reform(move |_: MouseEvent| pick(scenario));
    html! {
        <button class="guide-neighbour" {onclick}>
            <span>{ word }{ if neighbour.is_other_lesson { scenario.lesson } else { "" } }</span>
            <b><span class="scenario-number">{ scenario.number }</span>{ " " }{ scenario.title }</b>
        </button>
    }
}

fn pick(scenario: &'static loopglass_scenarios::Scenario) -> Command {
    Command::Pick(Choice::Scenario(scenario.id.to_owned()), scenario.source.into())
}

/// Brings the current paragraph into view, or the beginning, before the first.
fn reveal(body: &HtmlElement, current: Option<usize>) {
    let Some(place) = current else { return body.set_scroll_top(0) };
    let Some(paragraph) = crate::driver::dom::all(body, ".guide-paragraph").nth(place) else { return };
    let (top, height) = (paragraph.offset_top() - body.offset_top(), paragraph.offset_height());
    let (from, room) = (body.scroll_top(), body.client_height());
    if top < from || top + height > from + room {
        body.set_scroll_top((top - room / 3).max(0));
    }
}
