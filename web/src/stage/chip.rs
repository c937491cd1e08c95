//! A chip is drawn twice: as a *seat*, which takes its room in the flow and is what assistive technology
//! reads there, and once in the layer above, where it is the same element wherever its seat is. There are many of them,
//! so each is one element: the style sheet draws the dot, and only the letter of a hue is an element of its own.

use crate::state::{Chip, Hue, Place, Shape};
use loopglass_trace::FutureId;
use yew::prelude::*;

/// The class of a hue.
pub fn hue_class(hue: Hue) -> String {
    format!("hue-{}", hue.number())
}

/// The task of an element, for `data-task`: what belongs to one task is lit together.
pub fn task_name(task: Option<FutureId>) -> Option<String> {
    task.map(|task| task.0.to_string())
}

/// The class of what has the letter of its hue in the place of a dot.
fn lettered(chip: &Chip) -> Option<&'static str> {
    chip.hue.letter().map(|_| "lettered")
}

/// The letter of a hue in a chip, if it has one.
fn badge(hue: Hue) -> Html {
    hue.letter().map_or_else(Html::default, |letter| html! { <i>{ letter }</i> })
}

/// The letter of a hue beside a name, if it has one.
pub fn letter(hue: Hue) -> Html {
    hue.letter().map_or_else(
        Html::default,
        |letter| html! { <span class="letter" aria-hidden="true">{ letter }</span> },
    )
}

/// The seat of a chip: its place in the flow, as this element. Nobody sees it, so whose it is may change.
pub fn seat(element: &'static str, key: u32, chip: &Chip) -> Html {
    html! {
        <@{element}
            {key} class={classes!("seat", lettered(chip))} data-seat={chip.handle.0.to_string()} data-task={task_name(chip.task)}
        >
            { badge(chip.hue) }{ &chip.label }
            if chip.cancelled { <span class="visually-hidden">{ "cancelled" }</span> }
        </@>
    }
}

/// A chip of the layer.
pub fn chip(key: u32, chip: &Chip, moved: bool, leaving: bool) -> Html {
    let class = classes!(
        "chip",
        chip.kind.class(),
        lettered(chip),
        hue_class(chip.hue),
        (chip.place == Place::Running).then_some("running"),
        chip.cancelled.then_some("cancelled"),
        moved.then_some("moved"),
    );
    let owner = match chip.place {
        Place::Callbacks(future) => Some(future.0.to_string()),
        _ => None,
    };
    html! {
        <span
            {key}
            {class}
            data-handle={chip.handle.0.to_string()}
            data-place={chip.place.name()}
            data-owner={owner}
            data-label={chip.label.clone()}
            data-task={task_name(chip.task)}
            data-leaving={leaving.then_some("true")}
        >
            { badge(chip.hue) }{ &chip.label }
        </span>
    }
}

/// The drawing of a state's shape.
pub fn shape(shape: Shape) -> Html {
    let body = match shape {
        Shape::Created => {
            html! { <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2 2" /> }
        }
        Shape::Running => html! { <path d="M3 1.5l7 4.5-7 4.5z" fill="currentColor" /> },
        Shape::Ready => html! { <circle cx="6" cy="6" r="4.5" fill="currentColor" /> },
        Shape::Waiting => {
            html! { <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="2" /> }
        }
        Shape::Done => {
            html! { <path d="M2 6.5l3 3 5-7" fill="none" stroke="currentColor" stroke-width="2" /> }
        }
        Shape::Failed => {
            html! { <path d="M2.5 2.5l7 7m0-7l-7 7" fill="none" stroke="currentColor" stroke-width="2" /> }
        }
        Shape::Cancelled => html! {
            <g fill="none" stroke="currentColor" stroke-width="1.8"><circle cx="6" cy="6" r="4.5" /><path d="M3 9l6-6" /></g>
        },
    };
    html! { <svg class="shape" viewBox="0 0 12 12" aria-hidden="true">{ body }</svg> }
}
