//! The event loop: the running slot, the ready queue from its left end, the timers by due time.

use super::chip::seat;
use super::rest::Rest;
use crate::elements::Elements;
use crate::state::{Jump, LoopPicture, grouped};
use loopglass_trace::HandleId;
use yew::prelude::*;

/// The event loop's panel, with the seats in the ready queue. While what ran is still seen `leaving` its slot, nothing is
/// written there. `on_open` is told when what does not fit is to be listed.
pub fn event_loop(
    picture: &LoopPicture,
    seats: &Elements<HandleId>,
    leaving: bool,
    on_open: &Callback<bool>,
) -> Html {
    html! {
        <section class="loop" aria-label="Event loop">
            <div class="loop-head">
                <h2>{ "Event loop" }</h2>
                <span class="loop-facts" data-iteration={picture.iteration.to_string()}>
                    <span class="loop-iteration">{ format!("iteration {} · ", grouped(picture.iteration as usize)) }</span>
                    { format!("clock {}", picture.clock) }
                    if let Some(jump) = &picture.jump { { badge(jump) } }
                </span>
            </div>
            <div class="loop-row" data-row="running">
                <span class="loop-label" id="loop-running">{ "running" }</span>
                <ul class="queue" aria-labelledby="loop-running">
                    { match &picture.running {
                        Some(chip) => seat("li", 0, chip),
                        None => html! { <li key="empty"><span class={classes!("empty", leaving.then_some("vacated"))}>{ picture.idle_words }</span></li> },
                    } }
                </ul>
            </div>
            <div class="loop-row" data-row="ready">
                <span class="loop-label" id="loop-ready">{ "ready" }</span>
                <ol class="queue ready-queue" aria-labelledby="loop-ready">
                    { for picture.ready.iter().map(|chip| seat("li", seats.key(chip.handle), chip)) }
                    { more(picture.ready_more, &picture.ready_rest, picture.ready.is_empty() && picture.ready_own.is_none(), on_open) }
                    if let Some(own) = &picture.ready_own {
                        <li key="own"><span class="due">{ own }</span></li>
                    }
                </ol>
            </div>
            <div class="loop-row" data-row="timers">
                <span class="loop-label" id="loop-timers">{ "timers" }</span>
                <ol class="queue" aria-labelledby="loop-timers">
                    { for picture.timers.iter().map(|timer| html! {
                        <li key={timer.chip.handle.0}>{ seat("span", 0, &timer.chip) }<span class="due">{ &timer.left }</span></li>
                    }) }
                    { more(picture.timers_more, &picture.timers_rest, picture.timers.is_empty(), on_open) }
                </ol>
            </div>
            if !picture.sockets.is_empty() { { sockets(picture) } }
        </section>
    }
}

/// The sockets that are watched.
fn sockets(picture: &LoopPicture) -> Html {
    html! {
        <div class="loop-row" data-row="sockets">
            <span class="loop-label" title="The sockets that the event loop watches">{ "sockets" }</span>
            <ul class="queue" aria-label="Sockets being watched">
                { for picture.sockets.iter().map(|socket| html! {
                    <li key={socket.fd} class={classes!("socket", socket.ready.then_some("now"))}>
                        <span>{ &socket.what }</span><span class="due">{ &socket.waits }</span>
                    </li>
                }) }
                if picture.sockets_more > 0 { <li key="more" class="due">{ picture.sockets_more }{ " more" }</li> }
            </ul>
        </div>
    }
}

/// By how much the clock has just moved, and why.
fn badge(jump: &Jump) -> Html {
    let class = classes!("clock-jump", jump.blocked.then_some("blocked"));
    html! { <b {class} data-jump={jump.by.clone()}>{ format!("{} {}", jump.by, jump.word()) }<span>{ jump.reason() }</span></b> }
}

fn more(count: usize, items: &[String], none: bool, on_open: &Callback<bool>) -> Html {
    match (count, none) {
        (0, true) => html! { <li key="empty"><span class="empty">{ "none" }</span></li> },
        (0, false) => Html::default(),
        _ => html! { <li key="more"><Rest {count} items={items.to_vec()} on_open={on_open.clone()} /></li> },
    }
}
