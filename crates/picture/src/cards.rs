//! The cards: every task and future that is not finished, coroutine objects that no task drives, and
//! synchronisation objects. Finished ones go to the shelf, unless their callbacks still wait.

use crate::model::HELD;
use crate::order::{Entry, Order};
use crate::{Card, CardId, FramePicture, Hue, Named, Place, Shape, Shelved, StagePicture, View};
use crate::{Sorted, Source, Wire, WireKind, links, names, waits, workers};
use loopglass_trace::{
    Callee, Frame, FrameId, FrameState, Future, FutureId, FutureKind, FutureState, HandleId, Picture,
    Primitive, PrimitiveId, PrimitiveKind,
};

/// How many finished tasks are on the shelf, the latest.
const SHELF_SHOWN: usize = 24;
/// How many finished futures are after them: a `sleep` alone leaves one.
const FUTURES_SHOWN: usize = 6;
const CALLBACKS_SHOWN: usize = 6;
const WAITERS_SHOWN: usize = 8;
const ITEMS_SHOWN: usize = 8;
/// How many characters the items of a queue take at most, and how many one of them does.
const ITEMS_LENGTH: usize = 72;
const ITEM_LIMIT: usize = 24;
const VALUE_LIMIT: usize = 40;

/// Adds cards, shelf and arrows to the picture.
pub(super) fn add(source: Source<'_>, order: &Order<'_>, view: &View, picture: &mut StagePicture) {
    let acting = source.world.current_task();
    let Order { primitives, cards, finished, forgotten } = order;
    let first = view.cards.start.min(cards.len());
    let shown = first..view.cards.end.clamp(first, cards.len());
    picture.primitives = primitives.iter().map(|&(id, it)| of_primitive(source, id, it)).collect();
    picture.primitives.extend(workers::cards(source));
    picture.cards_before = shown.start;
    picture.cards_after = cards.len() - shown.end;
    let card = |entry: &Entry<'_>| match *entry {
        Entry::Future(id, future) => of_future(source, id, future, acting),
        Entry::Coroutine(id, frame) => of_coroutine(source, id, frame),
    };
    picture.cards = cards[shown.clone()].iter().map(card).collect();
    let runs = |entry: &&Entry<'_>| matches!(entry, Entry::Future(id, _) if acting == Some(*id));
    if acting.is_some() && !cards[shown.clone()].iter().any(|entry| runs(&entry)) {
        picture.apart = cards.iter().find(runs).map(card);
    }
    let on_shelf = if view.with_shelf || picture.cards_after == 0 { SHELF_SHOWN } else { 0 };
    let last = |tasks: bool, count: usize| {
        let such = finished.iter().rev().filter(move |(_, future)| future.task.is_some() == tasks);
        such.take(count).map(|&(id, future)| shelved(source, id, future)).collect::<Vec<_>>()
    };
    let (futures, tasks) = (last(false, on_shelf.min(FUTURES_SHOWN)), last(true, on_shelf));
    picture.shelf_more = finished.len() + forgotten - tasks.len() - futures.len();
    picture.shelf = tasks.into_iter().rev().chain(futures.into_iter().rev()).collect();
    tell_apart(source, picture);
    let counts = add_links(source, cards, picture);
    add_wires(source, &counts, picture);
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

/// Says on each card whom it waits for if those are several, and how many those are of each who waits for such a card.
fn add_links(source: Source<'_>, cards: &[Entry<'_>], picture: &mut StagePicture) -> Vec<(FutureId, usize)> {
    let mut owners: Vec<FutureId> =
        picture.composed().filter_map(|card| links::may_own(source, card.id)).collect();
    for id in picture.composed().filter_map(|card| card.id.future()) {
        let future = source.world.futures.get(id).filter(|future| !future.state.is_done());
        for (owner, _) in future.iter().flat_map(|future| links::listeners(source, future)) {
            if !owners.contains(&owner) {
                owners.push(owner);
            }
        }
    }
    let live = cards.iter().filter_map(|entry| match entry {
        Entry::Future(id, future) => Some((*id, *future)),
        Entry::Coroutine(..) => None,
    });
    let mut counts = Vec::new();
    for (owner, found) in links::of(source, &owners, live) {
        counts.push((owner, found.count()));
        let all = picture.cards.iter_mut().chain(&mut picture.apart);
        if let Some(card) = all.into_iter().find(|card| card.id == CardId::Future(owner)) {
            card.links = Some(found);
        }
    }
    counts
}

fn add_wires(source: Source<'_>, counts: &[(FutureId, usize)], picture: &mut StagePicture) {
    let shown: Sorted<CardId> = picture.composed().map(|card| (card.id, ())).collect();
    let count = |owner: FutureId| counts.iter().find(|(it, _)| *it == owner).map_or(0, |(_, count)| *count);
    let mut wires = Vec::new();
    for card in picture.composed() {
        let Some(future) = card.id.future().and_then(|id| source.world.futures.get(id)) else { continue };
        if let FutureState::Waiting(on) = future.state
            && shown.contains(&CardId::Future(on))
        {
            let (from, to) = (card.id, CardId::Future(on));
            wires.push(Wire { from, to, hue: card.hue, kind: WireKind::Awaits });
        }
        if future.state.is_done() {
            continue;
        }
        for (owner, _) in links::listeners(source, future) {
            let from = CardId::Future(owner);
            if from != card.id && source.world.futures.get(owner).is_some_and(|owner| !source.hides(owner)) {
                let kind = WireKind::Child(count(owner));
                wires.push(Wire { from, to: card.id, hue: names::hue(owner, source.world), kind });
            }
        }
    }
    for worker in source.world.workers_under_way() {
        if let Some(by) = worker.by.map(CardId::Future).filter(|by| shown.contains(by)) {
            let hue = worker.by.map_or(Hue::NONE, |by| names::hue(by, source.world));
            let (to, kind) = (CardId::Worker(worker.name), WireKind::Child(1));
            wires.push(Wire { from: by, to, hue, kind });
        }
    }
    picture.wires = wires;
}

fn of_future(source: Source<'_>, id: FutureId, future: &Future, acting: Option<FutureId>) -> Card {
    let Source { world, tables, .. } = source;
    let (shape, state) = state_of(source, future);
    let (state, (held_by, held_more)) =
        waits::of(source, id, future).unwrap_or_else(|| (state, Default::default()));
    let visible: Vec<_> = future.callbacks.iter().copied().filter(|handle| source.shows(*handle)).collect();
    let own = |id: &HandleId| !source.shows(*id) && !source.ends_the_loop(*id);
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
        hue: names::hue(id, world),
        frames: world.await_chain(id).into_iter().filter_map(|frame| frame_picture(source, frame)).collect(),
        has_callbacks: true,
        callbacks_more: visible.len() - callbacks.len(),
        callbacks_own: names::left_out(source, future.callbacks.iter().copied().filter(own)),
        callbacks,
        held_by,
        held_more,
        cancel_requests: future.task.map_or(0, |task| task.cancel_requests),
        acting: acting == Some(id),
        ..Card::new(CardId::Future(id), names::label(id, world, tables), &name, (shape, state))
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
        state if future.dropped && !state.is_done() => {
            (Shape::Cancelled, "destroyed while pending".to_owned())
        }
        FutureState::Pending => (Shape::Waiting, pending(source, future)),
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

/// That a future is pending, and until when if a task awaits it to sleep.
fn pending(source: Source<'_>, future: &Future) -> String {
    let wakeup = future.callbacks.iter().find_map(|handle| match source.world.handles.get(*handle)?.callee {
        Callee::Wakeup(task) => Some(task),
        _ => None,
    });
    let task = wakeup.filter(|_| future.kind == FutureKind::Future && future.variable.is_none());
    let due = task.and_then(|task| waits::sleeps_until(source, task));
    due.map_or_else(|| "pending".to_owned(), |due| format!("pending until {due}"))
}

pub(super) fn frame_picture(source: Source<'_>, id: FrameId) -> Option<FramePicture> {
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
    let label =
        frame.code.map_or_else(String::new, |code| format!("{}()", source.tables.function_name(code)));
    let acting = frame.state == FrameState::Running;
    let card = Card::new(CardId::Coroutine(id), label, "coroutine", (shape, state.to_owned()));
    Card { frames, acting, ..card }
}

fn of_primitive(source: Source<'_>, id: PrimitiveId, primitive: &Primitive) -> Card {
    let Source { world, tables, .. } = source;
    let value = primitive.value;
    let (shape, state) = match primitive.kind {
        PrimitiveKind::Lock | PrimitiveKind::Condition if value != 0 => (Shape::Ready, HELD.to_owned()),
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
    let waiters: Vec<Named> =
        primitive.waiters.iter().take(WAITERS_SHOWN).map(|future| waits::waiter(source, *future)).collect();
    let label = world.primitive_label(id, tables);
    let item = |item: &Picture| names::short(item.text(world, tables), ITEM_LIMIT);
    let mut items: Vec<String> = Vec::new();
    let mut length = 0;
    for item in primitive.items.iter().take(ITEMS_SHOWN).map(item) {
        length += item.chars().count();
        if length > ITEMS_LENGTH {
            break;
        }
        items.push(item);
    }
    let more = value - items.len() as i64;
    if more > 0 && !items.is_empty() {
        items.push(format!("{more} more"));
    }
    let (held_by, held_more) = waits::holders(source, primitive);
    Card {
        items,
        waiters_more: primitive.waiters.len() - waiters.len(),
        waiters,
        held_by,
        held_more,
        ..Card::new(CardId::Primitive(id), label, kind, (shape, state))
    }
}
