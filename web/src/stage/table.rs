//! The stage in the form of tables, with the same content: for those who read rather than look, and for screen
//! readers, which move in tables by themselves.

use super::cards::{state, state_class};
use super::chip::{hue_class, shape, task_name};
use crate::state::{Card, Chip, LoopPicture, StagePicture};
use yew::prelude::*;

/// The tables.
pub fn table(picture: &StagePicture) -> Html {
    html! {
        <div class="tables">
            { event_loop(&picture.event_loop) }
            { cards(picture) }
            if !picture.shelf.is_empty() { { finished(picture) } }
        </div>
    }
}

fn event_loop(picture: &LoopPicture) -> Html {
    let running = picture.running.as_ref().map_or(picture.idle_words, |chip| &chip.label);
    let timers = picture.timers.iter().map(|timer| format!("{} {}", name(&timer.chip), timer.left)).collect();
    let mut ready: Vec<String> = picture.ready.iter().map(name).collect();
    if picture.ready_more > 0 {
        ready.push(format!("{} more", picture.ready_more));
    }
    let row =
        |head: &'static str, body: String| html! { <tr><th scope="row">{ head }</th><td>{ body }</td></tr> };
    html! {
        <table>
            <caption>{ "Event loop" }</caption>
            <tbody>
                { row("running", running.to_owned()) }
                { row("ready queue, next first", joined(ready)) }
                { row("timers, soonest first", joined(timers)) }
                if !picture.sockets.is_empty() { { row("sockets being watched", joined(sockets(picture))) } }
                { row("iteration", picture.iteration.to_string()) }
                { row("clock", picture.jump.as_ref().map_or_else(|| picture.clock.clone(), |jump| format!("{} ({} {}{})", picture.clock, jump.by, jump.word(), jump.reason()))) }
            </tbody>
        </table>
    }
}

fn sockets(picture: &LoopPicture) -> Vec<String> {
    let mut sockets: Vec<String> = picture
        .sockets
        .iter()
        .map(|socket| {
            let ready = if socket.ready { ", ready" } else { "" };
            format!("{}, {}{ready}", socket.what, socket.waits)
        })
        .collect();
    if picture.sockets_more > 0 {
        sockets.push(format!("{} more", picture.sockets_more));
    }
    sockets
}

fn cards(picture: &StagePicture) -> Html {
    html! {
        <table>
            <caption>{ "Tasks and futures" }</caption>
            <thead>
                <tr>
                    { for ["name", "what", "state", "frames, outermost first", "callbacks"].iter().map(|head| html! { <th scope="col">{ *head }</th> }) }
                </tr>
            </thead>
            <tbody>
                if picture.cards.is_empty() { <tr><td colspan="5">{ "none" }</td></tr> }
                { for picture.composed().map(card) }
                if picture.cards_after > 0 { <tr><td colspan="5">{ format!("and {} more", picture.cards_after) }</td></tr> }
            </tbody>
        </table>
    }
}

fn card(card: &Card) -> Html {
    let frames = card.frames.iter().map(|frame| match &frame.line {
        Some(line) => format!("{} at line {line}", frame.name),
        None => frame.name.clone(),
    });
    let mut callbacks: Vec<String> = card.callbacks.iter().map(name).collect();
    callbacks.extend(card.other_callbacks());
    if !card.items.is_empty() {
        callbacks.push("holds ".to_owned() + &joined(card.items.clone()));
    }
    callbacks.extend(card.waiters.iter().map(|waiter| format!("{} waits", waiter.label)));
    callbacks.extend(card.links.iter().map(|links| format!("{} {}", links.word, links.text())));
    if card.waiters_more > 0 {
        callbacks.push(format!("{} more wait", card.waiters_more));
    }
    html! {
        <tr class={hue_class(card.hue)} data-task={task_name(card.belongs_to())}>
            <th scope="row">{ &card.label }</th>
            <td class="what">{ &card.name }</td>
            <td><span class={state_class(card.shape)}>{ shape(card.shape) }<span>{ state(card) }</span></span></td>
            <td>{ joined(frames.collect()) }</td>
            <td>{ joined(callbacks) }</td>
        </tr>
    }
}

fn finished(picture: &StagePicture) -> Html {
    html! {
        <table>
            <caption>{ "Finished" }</caption>
            <tbody>
                if picture.shelf_more > 0 { <tr><td colspan="2">{ format!("{} others, earlier", picture.shelf_more) }</td></tr> }
                { for picture.shelf.iter().map(|item| html! {
                    <tr class={hue_class(item.hue)} data-task={task_name(item.id.future())}>
                        <th scope="row">{ &item.label }</th>
                        <td><span class={state_class(item.shape)}>{ shape(item.shape) }<span>{ &item.state }</span></span></td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn name(chip: &Chip) -> String {
    if chip.cancelled { format!("{} (cancelled)", chip.label) } else { chip.label.clone() }
}

fn joined(parts: Vec<String>) -> String {
    if parts.is_empty() { "none".to_owned() } else { parts.join(", ") }
}
