//! The running task's card, where it is out of view since the reader has scrolled away from it: a button says so, and
//! brings it into view.

use super::chip::{hue_class, shape};
use super::sight::Sight;
use super::wires::Rect;
use crate::state::{Card, Hue, Shape};
use yew::prelude::*;

/// How much of a card has to be in view, in CSS pixels.
const LEAST: f64 = 24.0;
/// A card that is out of view.
#[derive(Clone, PartialEq)]
pub struct Beyond {
    label: String,
    hue: Hue,
    below: bool,
}

/// The running task's card, which lies there, if it is not in view.
pub fn look<'a>(
    rect: Option<Rect>,
    sight: Sight,
    mut cards: impl Iterator<Item = &'a Card>,
) -> Option<Beyond> {
    let rect = rect.filter(|_| sight.height > 0.0)?;
    let card = cards.find(|card| card.acting)?;
    let below = rect.y + LEAST > sight.top + sight.height;
    let above = rect.y + rect.height < sight.top + LEAST;
    (below || above).then(|| Beyond { label: card.label.clone(), hue: card.hue, below })
}

/// The button.
pub fn view(beyond: &Beyond, onclick: Callback<MouseEvent>) -> Html {
    let way = if beyond.below { "runs, below" } else { "runs, above" };
    html! {
        <button class={classes!("stage-beyond", hue_class(beyond.hue))} {onclick} title="Bring its card into view">
            { shape(Shape::Running) }<b>{ &beyond.label }</b>{ " " }{ way }
        </button>
    }
}
