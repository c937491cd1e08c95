//! The cards of tasks, futures, coroutine objects and synchronisation objects, and the shelf of those that
//! are finished.

use super::chip::{hue_class, letter, seat, shape, task_name};
use crate::elements::Elements;
use crate::state::{Card, CardId, FramePicture, Named, Shape, Shelved, StagePicture};
use loopglass_trace::FutureId;
use yew::prelude::*;

/// The head over the cards, or over the tables in their place.
pub fn head(picture: &StagePicture, table: bool, on_table: &Callback<bool>) -> Html {
    let live = picture.primitives.len() + picture.cards_in_all();
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

/// The elements of what is drawn here.
#[derive(Default)]
pub struct CardElements {
    /// Those of the cards that need not all be in the page.
    pub flow: Elements<CardId>,
    /// Those of what is finished.
    pub shelf: Elements<CardId>,
}

/// The cards in view. `on_toggle` is told when a card changes its size by itself.
pub fn cards(
    picture: &StagePicture,
    elements: &CardElements,
    head: Html,
    pinned: Option<FutureId>,
    on_toggle: &Callback<Event>,
) -> Html {
    let count = picture.cards_in_all();
    let all_there = picture.cards.len() == count;
    let place = |index: usize| (!all_there).then_some((picture.cards_before + index + 1, count));
    html! {
        <section aria-label="Tasks and futures">
            { head }
            if count == 0 && picture.primitives.is_empty() && picture.shelf.is_empty() {
                <p class="stage-empty">{ "Each task, future and coroutine object of the script gets a card here." }</p>
            }
            if !picture.primitives.is_empty() {
                <ul class="cards things" aria-label="Locks, queues and the like">
                    { for picture.primitives.iter().zip(1..).map(|(card, key)| view(card, key, None, pinned, on_toggle)) }
                </ul>
            }
            if !all_there { { apart(picture, pinned, on_toggle) } }
            { room(picture.cards_before) }
            <ul class="cards flow">
                { for picture.cards.iter().enumerate().map(|(index, card)| {
                    view(card, elements.flow.key(card.id), place(index), pinned, on_toggle)
                }) }
            </ul>
            { room(picture.cards_after) }
            if !picture.shelf.is_empty() || picture.shelf_more > 0 {
                { shelf(&picture.shelf, &elements.shelf, picture.shelf_more) }
            }
        </section>
    }
}

/// Where the card of the running task is shown, if its place is out of view.
fn apart(picture: &StagePicture, pinned: Option<FutureId>, on_toggle: &Callback<Event>) -> Html {
    html! {
        <div class="cards-apart">
            if let Some(card) = &picture.apart {
                <ul class="cards">{ view(card, 0, None, pinned, on_toggle) }</ul>
            } else {
                <p class="none">{ "When a task runs whose card is out of view, it is shown here." }</p>
            }
        </div>
    }
}

/// The room of cards that are not in the page.
fn room(cards: usize) -> Html {
    if cards == 0 {
        return Html::default();
    }
    html! { <div class="cards-room" data-cards={cards.to_string()} aria-hidden="true" /> }
}

/// A card, with the key of its element; `place` is its number among how many, where not all are in the page.
fn view(
    card: &Card,
    key: u32,
    place: Option<(usize, usize)>,
    pinned: Option<FutureId>,
    on_toggle: &Callback<Event>,
) -> Html {
    let class = classes!(
        "card",
        hue_class(card.hue),
        card.acting.then_some("acting"),
        card.asked_now.then_some("asked")
    );
    let id = card.id.key();
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
        <li
            {key} {class} data-card={id.clone()} data-label={card.label.clone()} data-task={task_name(card.belongs_to())}
            aria-posinset={place.map(|(number, _)| number.to_string())} aria-setsize={place.map(|(_, count)| count.to_string())}
        >
            <h3><span class="card-title">{ letter(card.hue) }{ name }</span><em>{ &card.name }</em></h3>
            <div class={state_class(card.shape)}>{ shape(card.shape) }<span>{ state(card) }</span></div>
            <dl class="facts">
                if !card.frames.is_empty() {
                    <dt>{ "frames" }</dt>
                    <dd>{ for card.frames.iter().zip(1..).map(|(frame, depth)| frame_view(frame, depth, on_toggle)) }</dd>
                }
                if card.has_callbacks {
                    <dt>{ "callbacks" }</dt>
                    <dd data-list="callbacks">
                        if card.callbacks.is_empty() && card.other_callbacks().is_none() {
                            <span class="none">{ "none" }</span>
                        } else {
                            <ol class="queue">
                                { for card.callbacks.iter().zip(1..).map(|(chip, key)| seat("li", key, chip)) }
                                if let Some(others) = card.other_callbacks() {
                                    <li key="more"><span class="none">{ others }</span></li>
                                }
                            </ol>
                        }
                    </dd>
                }
                if !card.items.is_empty() {
                    <dt>{ "items" }</dt>
                    <dd>
                        <ol class="queue">
                            { for card.items.iter().map(|item| html! { <li class="item">{ item }</li> }) }
                        </ol>
                    </dd>
                }
                if !card.waiters.is_empty() {
                    <dt>{ "waiters" }</dt>
                    <dd>
                        { names(&card.waiters) }
                        if card.waiters_more > 0 { <span class="none">{ format!(" and {} more", card.waiters_more) }</span> }
                    </dd>
                }
                if let Some(links) = &card.links {
                    <dt>{ links.word }</dt>
                    <dd class="links">
                        { names(&links.named) }
                        if links.more > 0 { <span class="none">{ format!(" and {} more", links.more) }</span> }
                    </dd>
                }
                if card.cancel_requests > 0 {
                    <dt>{ "cancel" }</dt>
                    <dd class={card.asked_now.then_some("asked")}>{ match card.cancel_requests { 1 => "requested".to_owned(), many => format!("requested {many} times") } }</dd>
                }
            </dl>
        </li>
    }
}

/// A card's state, with who holds what it is about or waits for.
pub fn state(card: &Card) -> Html {
    html! { <>{ &card.state }{ card.before_holders() }{ names(&card.held_by) }{ card.after_holders() }</> }
}

/// Names of tasks, each of which lights its task.
pub fn names(names: &[Named]) -> Html {
    html! {
        { for names.iter().enumerate().map(|(index, name)| html! {
            <>
                { if index > 0 { ", " } else { "" } }
                <span class={classes!("named", hue_class(name.hue))} data-task={task_name(Some(name.future))}>{ &name.label }</span>
            </>
        }) }
    }
}

fn frame_view(frame: &FramePicture, depth: u32, on_toggle: &Callback<Event>) -> Html {
    let at = frame
        .line
        .as_ref()
        .map(|line| html! { <span class="frame-at">{ format!(" : {}", line.short()) }</span> });
    let name = html! { <>{ &frame.name }{ at }</> };
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

/// How a state is written: a failure is not in the colour of its task.
pub(super) fn state_class(shape: Shape) -> Classes {
    classes!("state", (shape == Shape::Failed).then_some("failed"))
}

fn shelf(shelf: &[Shelved], elements: &Elements<CardId>, more: usize) -> Html {
    html! {
        <div class="shelf">
            <span class="panel-note">{ if more > 0 { format!("finished, after {more} others") } else { "finished".to_owned() } }</span>
            <ul class="shelf-list">
                { for shelf.iter().map(|item| html! {
                    <li key={elements.key(item.id)} class={classes!("shelf-item", hue_class(item.hue))} data-card={item.id.key()} data-label={item.label.clone()} data-task={task_name(item.id.future())}>
                        { letter(item.hue) }<span class="shelf-name">{ &item.label }</span><span class={state_class(item.shape)}>{ shape(item.shape) }<span>{ &item.state }</span></span>
                    </li>
                }) }
            </ul>
        </div>
    }
}
