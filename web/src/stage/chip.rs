//! A chip is drawn twice: as a *seat*, which takes its room in the flow and is what assistive technology
//! reads there, and once in the layer above, where it is the same element wherever its seat is.

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

/// The dot of a chip, with the letter of its hue, if it has one.
fn dot(hue: Hue) -> Html {
    html! { <i data-letter={hue.letter()} /> }
}

/// The letter of a hue beside a name, if it has one.
pub fn letter(hue: Hue) -> Html {
    hue.letter().map_or_else(
        Html::default,
        |letter| html! { <span class="letter" aria-hidden="true">{ letter }</span> },
    )
}

/// The seat of a chip: its place in the flow.
pub fn seat(chip: &Chip) -> Html {
    html! {
        <span class="seat" data-seat={chip.handle.0.to_string()} data-task={task_name(chip.task)}>
            { dot(chip.hue) }<span>{ &chip.label }</span>
            if chip.cancelled { <span class="visually-hidden">{ "cancelled" }</span> }
        </span>
    }
}

/// A chip of the layer.
pub fn chip(chip: &Chip, moved: bool, leaving: bool) -> Html {
    let class = classes!(
        "chip",
        chip.kind.class(),
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
            key={chip.handle.0}
            {class}
            data-handle={chip.handle.0.to_string()}
            data-place={chip.place.name()}
            data-owner={owner}
            data-label={chip.label.clone()}
            data-task={task_name(chip.task)}
            data-leaving={leaving.then_some("true")}
        >
            { dot(chip.hue) }<span>{ &chip.label }</span>
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
