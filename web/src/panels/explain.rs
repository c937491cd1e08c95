//! What happened with this event, and why; what has happened on the way; what may be predicted next. The
//! sentences are a polite live region: they are what a screen reader hears of each step.

use super::icons::{Icon, icon};
use super::predict;
use crate::stage::{hue_class, task_name};
use crate::state::{Choice, Command, Explanation, Look, Predict, Repeats, Sentence, Told, grouped};
use loopglass_narration::term;
use std::rc::Rc;
use yew::prelude::*;

/// How long a name may be to stay on one line of the narrowest panel.
const LONGEST_WHOLE: usize = 24;

/// What the explanation is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The sentences.
    pub explanation: Rc<Explanation>,
    /// The questions and answers, while the person predicts.
    pub predict: Option<Predict>,
    /// What is wrong with the script, so that it did not run.
    pub wrong: Option<AttrValue>,
    /// Whether it plays: then each step is soon followed by the next, and none is read out.
    pub playing: bool,
    /// What to watch in this scenario, said at its first step.
    pub watch: Option<&'static str>,
    /// The scenario from which one may go on, at its last step or its first, and the words for that.
    pub onward: Option<(&'static str, &'static str)>,
    /// `step 7 of 17`.
    pub step: AttrValue,
    /// Where commands go.
    pub on_command: Callback<Command>,
}

/// The panel of what happened.
#[component]
pub fn Explain(props: &Props) -> Html {
    let open = use_state(|| None::<&'static str>);
    let on_term = {
        let open = open.clone();
        Callback::from(move |key: &'static str| open.set((*open != Some(key)).then_some(key)))
    };
    {
        // A definition belongs to the sentence whose term was pressed.
        let open = open.clone();
        use_effect_with(props.explanation.clone(), move |_| open.set(None));
    }
    let explanation = &props.explanation;
    let asks = props.predict.as_ref().is_some_and(Predict::waits);
    html! {
        <section class="panel what-panel" aria-label="What happened">
            <div class="panel-head">
                <h2>{ "What happened" }</h2><span class="spacer" />
                { predict::switch(props.predict.as_ref(), &props.on_command) }
                <span class="panel-note">{ &props.step }</span>
            </div>
            <div class="what">
                if let Some(predict) = &props.predict { { predict::ask(predict, &props.on_command) } }
                <div role="status" aria-live={if props.playing { "off" } else { "polite" }}>
                    if let Some(wrong) = &props.wrong {
                        <p class="lead">{ "The script cannot run yet. " }{ wrong }</p>
                    } else {
                        <p class="lead">{ words(&explanation.what, &on_term) }</p>
                    }
                    if explanation.first { { first_hint() } }
                    if let Some(watch) = props.watch.filter(|_| explanation.first) {
                        <p class="watch"><b>{ "What to watch: " }</b>{ watch }</p>
                    }
                    // Why often says what comes next, which is the question.
                    if !explanation.why.is_empty() && !asks { <p class="why">{ words(&explanation.why, &on_term) }</p> }
                    { for explanation.between.iter().filter(|told| told.weighs).map(|told| weighty(told, props)) }
                </div>
                if let Some(entry) = open.and_then(term) {
                    <p class="definition"><b>{ entry.term }</b>{ ": " }{ entry.definition }</p>
                }
                if let Some(repeats) = explanation.repeats { { repeating(repeats, &props.on_command) } }
                if explanation.between.iter().any(|told| !told.weighs) || explanation.between_more > 0 {
                    { between(explanation, props) }
                }
                if let Some((lead, id)) = props.onward { { onward(lead, id, explanation.first, &props.on_command) } }
                if let Some((question, answer)) = explanation.question.as_ref().filter(|_| props.predict.is_none()) {
                    <details class="question" key={props.step.to_string()}>
                        <summary>{ plain(question) }</summary>
                        <p>{ plain(answer) }</p>
                    </details>
                }
            </div>
        </section>
    }
}

/// Where to go on from a scenario: at its end always in view, at its beginning after all else.
fn onward(lead: &'static str, id: &str, first: bool, on_command: &Callback<Command>) -> Html {
    let scenarios = loopglass_scenarios::onward(id);
    if scenarios.is_empty() {
        return Html::default();
    }
    html! {
        <nav class={classes!("onward", first.then_some("early"))} aria-label={lead}>
            <span>{ lead }</span>
            { for scenarios.iter().map(|scenario| {
                let onclick = on_command.reform(|_: MouseEvent| {
                    Command::Pick(Choice::Scenario(scenario.id.to_owned()), scenario.source.into())
                });
                html! {
                    <button key={scenario.id} class="button onward-item" {onclick} title={scenario.watch}>
                        <span class="scenario-number">{ scenario.number }</span>{ " " }{ scenario.title }
                    </button>
                }
            }) }
        </nav>
    }
}

/// What is said where the run repeats itself, with the way past it.
fn repeating(repeats: Repeats, on_command: &Callback<Command>) -> Html {
    let onclick = on_command.reform(move |_: MouseEvent| Command::Seek(repeats.end));
    html! {
        <p class="repeats">
            { format!("This repeats itself, × {} more. ", grouped(repeats.more)) }
            <button class="button small" {onclick}>{ "Go past it" }</button>
        </p>
    }
}

fn first_hint() -> Html {
    html! {
        <p class="hint">
            <span class="for-keys">
            { "Press " }<kbd>{ "→" }</kbd>{ " to step, " }<kbd>{ "←" }</kbd>{ " to step back, " }
            <kbd>{ "Space" }</kbd>{ " to play; " }<kbd>{ "?" }</kbd>{ " lists all keys." }
            </span>
            <span class="for-touch">
                { "Tap " }{ icon(Icon::Forward) }{ " below to step, " }{ icon(Icon::Back) }{ " to step back, " }
                { icon(Icon::Play) }{ " to play." }
            </span>
        </p>
    }
}

/// What happened since the stop before; a click goes there.
fn between(explanation: &Explanation, props: &Props) -> Html {
    html! {
        <>
            <p class="between-head">{ "On the way here" }</p>
            <ol class="between">
                if explanation.between_more > 0 {
                    <li>{ format!("… {} more", explanation.between_more) }</li>
                }
                { for explanation.between.iter().filter(|told| !told.weighs).map(|told| {
                    let event = told.event;
                    let onclick = props.on_command.reform(move |_: MouseEvent| Command::Seek(event));
                    html! { <li key={event}><button {onclick} title="Go to this event">{ plain(&told.what) }</button></li> }
                }) }
            </ol>
        </>
    }
}

/// What happened on the way and must be known: as large as all else.
fn weighty(told: &Told, props: &Props) -> Html {
    let event = told.event;
    let onclick = props.on_command.reform(move |_: MouseEvent| Command::Seek(event));
    html! {
        <p class="weighty" key={event}>
            <button {onclick} title="Go to this event">{ plain(&told.what) }</button>
            if !told.why.is_empty() { <span class="why">{ " " }{ plain(&told.why) }</span> }
        </p>
    }
}

/// A sentence whose terms open their definition.
fn words(sentence: &Sentence, on_term: &Callback<&'static str>) -> Html {
    let mut parts = sentence.iter().map(|(look, text)| (*look, &**text)).collect::<Vec<_>>();
    let mut words = Vec::with_capacity(parts.len());
    for at in 0..parts.len() {
        let (look, text) = parts[at];
        words.push(match look {
            Look::Term(key) => {
                let onclick = on_term.reform(move |_: MouseEvent| key);
                let title = term(key).map(|entry| entry.definition);
                let button = html! { <button class="term" {onclick} {title}>{ text.to_owned() }</button> };
                // What follows without a space stays on the same line.
                match parts.get_mut(at + 1) {
                    Some((Look::Plain, next)) if next.starts_with(|first: char| !first.is_whitespace()) => {
                        let end = next.find(char::is_whitespace).unwrap_or(next.len());
                        let (close, rest) = next.split_at(end);
                        *next = rest;
                        html! { <span class="together">{ button }{ close.to_owned() }</span> }
                    }
                    _ => button,
                }
            }
            _ => part(look, text),
        });
    }
    words.into_iter().collect()
}

/// A sentence without anything to press.
fn plain(sentence: &Sentence) -> Html {
    html! { { for sentence.iter().map(|(look, text)| part(*look, text)) } }
}

fn part(look: Look, text: &str) -> Html {
    match look {
        Look::Exact(hue, task) => {
            // A name is read as one word, its hyphen included.
            let whole = (text.len() <= LONGEST_WHOLE).then_some("together");
            html! { <code class={classes!("exact", whole, hue_class(hue))} data-task={task_name(task)}>{ text.to_owned() }</code> }
        }
        Look::Plain | Look::Term(_) => html! { { text.to_owned() } },
    }
}
