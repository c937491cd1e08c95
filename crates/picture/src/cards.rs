//! The cards: every task and future that is not finished, coroutine objects that no task drives, and
//! synchronisation objects. Finished ones go to the shelf, unless their callbacks still wait.

use crate::{Card, CardId, FramePicture, Hue, Place, Shape, Shelved, StagePicture};
use crate::{REST_LISTED, Source, entered, names};
use loopglass_trace::{
    Detail, Frame, FrameId, FrameKind, FrameState, Future, FutureId, FutureKind, FutureState, Primitive,
    PrimitiveId, PrimitiveKind,
};
use std::collections::{BTreeMap, BTreeSet};

const CARDS_SHOWN: usize = 36;
const SHELF_SHOWN: usize = 24;
const CALLBACKS_SHOWN: usize = 6;
const WAITERS_SHOWN: usize = 8;
const VALUE_LIMIT: usize = 40;

/// Adds cards, shelf and arrows to the picture.
pub(super) fn add(source: Source<'_>, picture: &mut StagePicture) {
    let world = source.world;
    let acting = world.current_task();
    let mut finished = Vec::new();
    for (id, future) in world.futures.iter() {
        if source.hides(id) {
            continue;
        }
        if future.state.is_done() && !future.callbacks.iter().any(|handle| source.shows(*handle)) {
            finished.push((id, future));
        } else if picture.cards.len() < CARDS_SHOWN || acting == Some(id) {
            picture.cards.push(of_future(source, id, future, acting));
        } else {
            picture.cards_more += 1;
            if picture.cards_rest.len() < REST_LISTED {
                let label = names::label(id, world, source.tables);
                picture.cards_rest.push(format!("{label}: {}", state_of(source, future).1));
            }
        }
    }
    for (id, frame) in lone_coroutines(source) {
        picture.cards.push(of_coroutine(source, id, frame));
    }
    for (id, primitive) in world.primitives.iter().take(CARDS_SHOWN) {
        if source.detail == Detail::Exact || primitive.variable.is_some() || !primitive.waiters.is_empty() {
            picture.cards.push(of_primitive(source, id, primitive));
        }
    }
    picture.shelf_more = finished.len().saturating_sub(SHELF_SHOWN);
    picture.shelf = finished
        .into_iter()
        .skip(picture.shelf_more)
        .map(|(id, future)| shelved(source, id, future))
        .collect();
    tell_apart(source, picture);
    neighbours(source, picture);
    add_wires(source, picture);
}

fn shelved(source: Source<'_>, id: FutureId, future: &Future) -> Shelved {
    let (shape, state) = state_of(source, future);
    let label = names::label(id, source.world, source.tables);
    Shelved { id: CardId::Future(id), label, hue: names::hue(id, source.world), shape, state }
}

/// Adds the task name to finished tasks that go by the same variable, one after the other.
fn tell_apart(source: Source<'_>, picture: &mut StagePicture) {
    let labels: Vec<String> = picture.shelf.iter().map(|item| item.label.clone()).collect();
    for item in &mut picture.shelf {
        let CardId::Future(id) = item.id else { continue };
        let task = source.world.futures.get(id).and_then(|future| future.task);
        if let Some(task) = task
            && labels.iter().filter(|label| **label == item.label).count() > 1
        {
            item.label = format!("{} {}", item.label, source.tables.text(task.name));
        }
    }
}

/// Puts a future that has no name of its own right after the card of who waits on it.
fn neighbours(source: Source<'_>, picture: &mut StagePicture) {
    let futures = &source.world.futures;
    let mut waited: BTreeMap<FutureId, CardId> = BTreeMap::new();
    for (id, future) in futures.iter() {
        if let FutureState::Waiting(on) = future.state
            && futures.get(on).is_some_and(|on| on.task.is_none() && on.variable.is_none())
        {
            waited.entry(on).or_insert(CardId::Future(id));
        }
    }
    let cards = std::mem::take(&mut picture.cards);
    let waiter_of = |card: &Card| match card.id {
        CardId::Future(id) => waited.get(&id).copied(),
        _ => None,
    };
    let (followers, leaders): (Vec<Card>, Vec<Card>) =
        cards.into_iter().partition(|card| waiter_of(card).is_some());
    let mut followers: BTreeMap<CardId, Card> =
        entered(followers.into_iter().filter_map(|card| Some((waiter_of(&card)?, card))));
    for card in leaders {
        let id = card.id;
        picture.cards.push(card);
        picture.cards.extend(followers.remove(&id));
    }
    picture.cards.extend(followers.into_values());
}

fn add_wires(source: Source<'_>, picture: &mut StagePicture) {
    let shown: BTreeSet<CardId> = entered(picture.cards.iter().map(|card| card.id));
    for (id, future) in source.world.futures.iter() {
        if let FutureState::Waiting(on) = future.state
            && shown.contains(&CardId::Future(id))
            && shown.contains(&CardId::Future(on))
        {
            let hue = names::hue(id, source.world);
            picture.wires.push((CardId::Future(id), CardId::Future(on), hue));
        }
    }
}

fn of_future(source: Source<'_>, id: FutureId, future: &Future, acting: Option<FutureId>) -> Card {
    let Source { world, tables, .. } = source;
    let (shape, state) = state_of(source, future);
    let visible: Vec<_> = future.callbacks.iter().copied().filter(|handle| source.shows(*handle)).collect();
    let callbacks: Vec<_> = visible
        .iter()
        .take(CALLBACKS_SHOWN)
        .filter_map(|handle| source.chip(*handle, Place::Callbacks(id)))
        .collect();
    let name = match (&future.task, future.kind) {
        // A task without a name of the script's own goes by the name that asyncio gave it.
        (Some(task), _) if tables.text(task.name) == names::label(id, world, tables) => "task".to_owned(),
        (Some(task), _) => tables.text(task.name).to_owned(),
        (None, FutureKind::Gather) => "gather".to_owned(),
        (None, _) => "future".to_owned(),
    };
    Card {
        id: CardId::Future(id),
        label: names::label(id, world, tables),
        name,
        hue: names::hue(id, world),
        shape,
        state,
        frames: world.await_chain(id).into_iter().filter_map(|frame| frame_picture(source, frame)).collect(),
        has_callbacks: true,
        callbacks_more: visible.len() - callbacks.len(),
        callbacks,
        waiters: Vec::new(),
        cancel_requests: future.task.map_or(0, |task| task.cancel_requests),
        acting: acting == Some(id),
    }
}

fn state_of(source: Source<'_>, future: &Future) -> (Shape, String) {
    let Source { world, tables, .. } = source;
    let value = || names::short(future.value.text(world, tables), VALUE_LIMIT);
    let started = future
        .task
        .and_then(|task| world.frames.get(task.coroutine))
        .is_none_or(|frame| frame.state != FrameState::Created);
    match future.state {
        FutureState::Pending => (Shape::Waiting, "pending".to_owned()),
        FutureState::Created => (Shape::Created, "created".to_owned()),
        FutureState::Ready if !started => (Shape::Ready, "ready, not started".to_owned()),
        FutureState::Ready => (Shape::Ready, "ready".to_owned()),
        FutureState::Running => (Shape::Running, "running".to_owned()),
        FutureState::Waiting(on) => {
            (Shape::Waiting, format!("waiting on {}", names::label(on, world, tables)))
        }
        FutureState::Done => (Shape::Done, format!("done → {}", value())),
        FutureState::Failed => (Shape::Failed, format!("failed: {}", value())),
        FutureState::Cancelled => (Shape::Cancelled, "cancelled".to_owned()),
    }
}

fn frame_picture(source: Source<'_>, id: FrameId) -> Option<FramePicture> {
    let Source { world, tables, .. } = source;
    let frame = world.frames.get(id)?;
    let name = match (frame.code, frame.awaits) {
        (_, Some(future)) => format!("{}.__await__", names::label(future, world, tables)),
        (Some(code), None) => names::called(tables.function_name(code)),
        (None, None) => return None,
    };
    let hidden = frame.code.and_then(|code| tables.code(code)).is_some_and(|code| code.hidden);
    let locals = frame
        .locals
        .iter()
        .map(|local| {
            let value = names::short(local.value.text(world, tables), VALUE_LIMIT);
            (tables.text(local.name).to_owned(), value)
        })
        .collect();
    Some(FramePicture {
        name,
        line: (frame.line > 0 && !hidden).then(|| tables.source_line(frame.line)),
        locals,
    })
}

/// Coroutine objects that no task drives and nobody awaits.
pub(super) fn lone_coroutines<'a>(source: Source<'a>) -> Vec<(FrameId, &'a Frame)> {
    let world = source.world;
    let awaited: BTreeSet<FrameId> = entered(world.frames.iter().filter_map(|(_, frame)| frame.delegate));
    let hidden =
        |frame: &Frame| frame.code.and_then(|code| source.tables.code(code)).is_none_or(|code| code.hidden);
    world
        .frames
        .iter()
        .filter(|(id, frame)| {
            frame.kind == FrameKind::Coroutine
                && frame.task.is_none()
                && !awaited.contains(id)
                && (source.detail == Detail::Exact || !hidden(frame))
        })
        .take(CARDS_SHOWN)
        .collect()
}

fn of_coroutine(source: Source<'_>, id: FrameId, frame: &Frame) -> Card {
    let (shape, state) = match frame.state {
        FrameState::Created => (Shape::Created, "not started"),
        FrameState::Running => (Shape::Running, "running"),
        FrameState::Suspended => (Shape::Waiting, "suspended"),
        FrameState::Finished => (Shape::Done, "finished"),
    };
    let mut frames = Vec::new();
    let mut next = Some(id);
    while let Some(at) = next {
        frames.extend(frame_picture(source, at));
        next = source.world.frames.get(at).and_then(|frame| frame.delegate);
        if frames.len() > source.world.frames.len() {
            break;
        }
    }
    Card {
        id: CardId::Coroutine(id),
        label: frame.code.map_or_else(String::new, |code| format!("{}()", source.tables.function_name(code))),
        name: "coroutine".to_owned(),
        hue: Hue::NONE,
        shape,
        state: state.to_owned(),
        frames,
        has_callbacks: false,
        callbacks: Vec::new(),
        callbacks_more: 0,
        waiters: Vec::new(),
        cancel_requests: 0,
        acting: frame.state == FrameState::Running,
    }
}

fn of_primitive(source: Source<'_>, id: PrimitiveId, primitive: &Primitive) -> Card {
    let tables = source.tables;
    let value = primitive.value;
    let (shape, state) = match primitive.kind {
        PrimitiveKind::Lock | PrimitiveKind::Condition if value != 0 => (Shape::Ready, "held".to_owned()),
        PrimitiveKind::Lock | PrimitiveKind::Condition => (Shape::Created, "free".to_owned()),
        PrimitiveKind::Event if value != 0 => (Shape::Ready, "set".to_owned()),
        PrimitiveKind::Event => (Shape::Created, "not set".to_owned()),
        PrimitiveKind::Semaphore => (Shape::Created, format!("{value} free of {}", primitive.start)),
        PrimitiveKind::Queue if primitive.start > 0 => {
            (Shape::Created, format!("{value} of {} items", primitive.start))
        }
        PrimitiveKind::Queue => (Shape::Created, format!("{value} items")),
        PrimitiveKind::Barrier => (Shape::Created, format!("{value} of {} arrived", primitive.start)),
    };
    let kind = primitive.kind.name();
    let waiters =
        primitive.waiters.iter().take(WAITERS_SHOWN).map(|future| waiter(source, *future)).collect();
    Card {
        id: CardId::Primitive(id),
        label: primitive.variable.map_or_else(|| kind.to_owned(), |name| tables.text(name).to_owned()),
        name: kind.to_owned(),
        hue: Hue::NONE,
        shape,
        state,
        frames: Vec::new(),
        has_callbacks: false,
        callbacks: Vec::new(),
        callbacks_more: 0,
        waiters,
        cancel_requests: 0,
        acting: false,
    }
}

/// The task that awaits a waiter's future, or the future itself.
fn waiter(source: Source<'_>, future: FutureId) -> String {
    let Source { world, tables, .. } = source;
    let task = world.futures.iter().find(|(_, other)| other.state == FutureState::Waiting(future));
    names::label(task.map_or(future, |(id, _)| id), world, tables)
}
