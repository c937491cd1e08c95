//! The cards of tasks, futures, coroutine objects and synchronisation objects, and the shelf of those that
//! are finished.

use super::chip::{hue_class, letter, seat, shape, task_name};
use super::rest::Rest;
use crate::state::{Card, FramePicture, Shelved, StagePicture};
use loopglass_trace::FutureId;
use yew::prelude::*;

/// The head over the cards, or over the tables in their place.
pub fn head(picture: &StagePicture, table: bool, on_table: &Callback<bool>) -> Html {
    let live = picture.cards.len() + picture.cards_more;
    let onclick = on_table.reform(move |_: MouseEvent| !table);
    html! {
        <div class="cards-head">
            <h2>{ if table { "The stage as tables" } else { "Tasks and futures" } }</h2>
            <span class="spacer" />
            <span class="panel-note">{ match live {
                0 if picture.shelf.is_empty() => "none yet".to_owned(),
                0 => "all done".to_owned(),
                live => format!("{live} live"),
            } }</span>
            <button class="button small quiet" aria-pressed={table.to_string()} {onclick} title="The same as tables">{ "Table" }</button>
        </div>
    }
}

/// All the cards. `on_toggle` is told when a card changes its size by itself.
pub fn cards(
    picture: &StagePicture,
    head: Html,
    pinned: Option<FutureId>,
    on_toggle: &Callback<Event>,
) -> Html {
    let live = picture.cards.len() + picture.cards_more;
    html! {
        <section aria-label="Tasks and futures">
            { head }
            if live == 0 && picture.shelf.is_empty() {
                <p class="stage-empty">{ "Each task, future and coroutine object of the script gets a card here." }</p>
            }
            <ul class="cards">{ for picture.cards.iter().map(|card| view(card, pinned, on_toggle)) }</ul>
            if picture.cards_more > 0 {
                <div class="cards-rest"><Rest count={picture.cards_more} items={picture.cards_rest.clone()} /></div>
            }
            if !picture.shelf.is_empty() { { shelf(&picture.shelf, picture.shelf_more) } }
        </section>
    }
}

fn view(card: &Card, pinned: Option<FutureId>, on_toggle: &Callback<Event>) -> Html {
    let class = classes!("card", hue_class(card.hue), card.acting.then_some("acting"));
    let key = card.id.key();
    let name = match card.id.future() {
        Some(id) => html! {
            <button
                class="card-name" title="Keep it lit everywhere" data-pin={id.0.to_string()}
                aria-pressed={(pinned == Some(id)).to_string()}
            >{ &card.label }</button>
        },
        None => html! { { &card.label } },
    };
    html! {
        <li key={key.clone()} {class} data-card={key} data-label={card.label.clone()} data-task={task_name(card.id.future())}>
            <h3><span class="card-title">{ letter(card.hue) }{ name }</span><em>{ &card.name }</em></h3>
            <div class="state">{ shape(card.shape) }<span>{ &card.state }</span></div>
            <dl class="facts">
                if !card.frames.is_empty() {
                    <dt>{ "frames" }</dt>
                    <dd>{ for card.frames.iter().enumerate().map(|(depth, frame)| frame_view(frame, depth, on_toggle)) }</dd>
                }
                if card.has_callbacks {
                    <dt>{ "callbacks" }</dt>
                    <dd data-list="callbacks">
                        if card.callbacks.is_empty() && card.callbacks_more == 0 {
                            <span class="none">{ "none" }</span>
                        } else {
                            <ol class="queue">
                                { for card.callbacks.iter().map(|chip| html! { <li key={chip.handle.0}>{ seat(chip) }</li> }) }
                                if card.callbacks_more > 0 {
                                    <li key="more"><span class="none">{ format!("{} more", card.callbacks_more) }</span></li>
                                }
                            </ol>
                        }
                    </dd>
                }
                if !card.waiters.is_empty() {
                    <dt>{ "waiters" }</dt>
                    <dd>{ card.waiters.join(", ") }</dd>
                }
                if card.cancel_requests > 0 {
                    <dt>{ "cancel" }</dt>
                    <dd>{ match card.cancel_requests { 1 => "requested".to_owned(), many => format!("requested {many} times") } }</dd>
                }
            </dl>
        </li>
    }
}

fn frame_view(frame: &FramePicture, depth: usize, on_toggle: &Callback<Event>) -> Html {
    let at = frame
        .line
        .as_ref()
        .map(|line| html! { <span class="frame-at">{ format!(" : {}", line.short()) }</span> });
    let name = html! { <><span class="frame-step">{ if depth > 0 { "› " } else { "" } }</span>{ &frame.name }{ at }</> };
    if frame.locals.is_empty() {
        return html! { <div key={depth} class="frame" title={frame.name.clone()}>{ name }</div> };
    }
    html! {
        <details key={depth} class="frame" title={frame.name.clone()} ontoggle={on_toggle.clone()}>
            <summary>{ name }</summary>
            { for frame.locals.iter().map(|(name, value)| html! { <div class="frame-local">{ format!("{name} = {value}") }</div> }) }
        </details>
    }
}

fn shelf(shelf: &[Shelved], more: usize) -> Html {
    html! {
        <div class="shelf">
            <span class="panel-note">{ "finished" }</span>
            <ul class="shelf-list">
                { for shelf.iter().map(|item| html! {
                    <li key={item.id.key()} class={classes!("shelf-item", hue_class(item.hue))} data-card={item.id.key()} data-label={item.label.clone()} data-task={task_name(item.id.future())}>
                        { letter(item.hue) }{ &item.label }<span class="state">{ shape(item.shape) }<span>{ &item.state }</span></span>
                    </li>
                }) }
                if more > 0 { <li key="more" class="panel-note">{ format!("and {more} more") }</li> }
            </ul>
        </div>
    }
}
