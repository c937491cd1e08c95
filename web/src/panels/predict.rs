//! The question of what comes next, its choices and the score, in the panel of what happened.

use crate::state::{Command, Predict, Question};
use yew::prelude::*;

/// The switch in the panel's head.
pub fn switch(predict: Option<&Predict>, on_command: &Callback<Command>) -> Html {
    let on = predict.is_some();
    let onclick = on_command.reform(move |_: MouseEvent| Command::Predict(!on));
    html! {
        <button class="button small quiet predict-switch" aria-pressed={on.to_string()} {onclick} title="Be asked what comes next">
            { "Predict" }
        </button>
    }
}

/// What is asked, and the score.
pub fn ask(predict: &Predict, on_command: &Callback<Command>) -> Html {
    html! {
        <div class="ask" role="group" aria-label="Predict">
            <div role="status">
                if let Some(question) = &predict.question {
                    <p class="ask-text"><b>{ question.text }</b>{ verdict(question) }</p>
                } else if predict.given == 0 {
                    <p class="ask-text">{ "Step on: before each print and each change of task you are asked what comes next." }</p>
                }
            </div>
            if let Some(question) = &predict.question { { choices(question, on_command) } }
            if predict.given > 0 { <p class="ask-score">{ predict.score() }</p> }
        </div>
    }
}

fn verdict(question: &Question) -> String {
    match question.chosen {
        None => String::new(),
        Some(chosen) if chosen == question.right => " Right.".to_owned(),
        Some(_) => format!(" No, it is {}.", question.choices[question.right]),
    }
}

fn choices(question: &Question, on_command: &Callback<Command>) -> Html {
    let go_on = on_command.reform(|_: MouseEvent| Command::Forward(None));
    html! {
        <>
            <ol class="choices">
                { for question.choices.iter().enumerate().map(|(index, choice)| {
                    let onclick = on_command.reform(move |_: MouseEvent| Command::Choose(index));
                    let class = question.chosen.and_then(|chosen| match index {
                        index if index == question.right => Some("right"),
                        index if index == chosen => Some("wrong"),
                        _ => None,
                    });
                    html! {
                        <li>
                            <button class={classes!("choice", class)} {onclick} disabled={question.chosen.is_some()}>
                                <kbd aria-hidden="true">{ index + 1 }</kbd><code>{ choice }</code>
                            </button>
                        </li>
                    }
                }) }
            </ol>
            if question.chosen.is_some() {
                <button class="button small primary" onclick={go_on}>{ "Go on" }</button>
            }
        </>
    }
}
