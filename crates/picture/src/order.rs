//! Which cards there are, and in which order: that of creation, but a future without a name comes right after the
//! first who waits for it. It is found for all of them at every step, so it looks at each only briefly. Locks, queues
//! and the like come apart from those: they are few, and stay.

use crate::{Source, entered};
use loopglass_trace::{
    Detail, Frame, FrameId, FrameKind, Future, FutureId, FutureState, Primitive, PrimitiveId,
};
use std::collections::{BTreeMap, BTreeSet};

/// How many coroutine objects without a task get a card.
const COROUTINES_SHOWN: usize = 36;

/// How many locks and the like get a card.
const PRIMITIVES_SHOWN: usize = 16;

/// What a card is about.
#[derive(Clone, Copy)]
pub(super) enum Entry<'a> {
    /// A task or another future that is not done.
    Future(FutureId, &'a Future),
    /// A coroutine object that no task drives yet.
    Coroutine(FrameId, &'a Frame),
}

/// All that has a card, and what is finished.
pub(super) struct Order<'a> {
    /// Locks and the like.
    pub primitives: Vec<(PrimitiveId, &'a Primitive)>,
    /// What else has a card.
    pub cards: Vec<Entry<'a>>,
    /// What is finished.
    pub finished: Vec<(FutureId, &'a Future)>,
}

/// Looks through the world.
pub(super) fn order<'a>(source: Source<'a>) -> Order<'a> {
    let world = source.world;
    let futures = &world.futures;
    let mut finished = Vec::new();
    let mut live = Vec::new();
    for (id, future) in futures.iter() {
        if source.hides(id) {
            continue;
        }
        if future.dropped
            || future.state.is_done() && !future.callbacks.iter().any(|handle| source.shows(*handle))
        {
            finished.push((id, future));
        } else {
            live.push((id, future));
        }
    }
    let is_live =
        |id: FutureId| live.get(live.partition_point(|(other, _)| *other < id)).is_some_and(|it| it.0 == id);
    // What a nameless future follows: its first waiter, by number.
    let mut follows: BTreeMap<FutureId, FutureId> = BTreeMap::new();
    for &(id, future) in &live {
        if let FutureState::Waiting(on) = future.state
            && is_live(on)
            && futures.get(on).is_some_and(|on| on.task.is_none() && on.variable.is_none())
        {
            follows.entry(on).or_insert(id);
        }
    }
    let leader = |on: FutureId| follows.get(&on).copied();
    let mut cards = Vec::with_capacity(live.len());
    let shown = |primitive: &Primitive| {
        source.detail == Detail::Exact || primitive.variable.is_some() || !primitive.waiters.is_empty()
    };
    let primitives = world.primitives.iter().filter(|(_, it)| shown(it)).take(PRIMITIVES_SHOWN).collect();
    for &(id, future) in &live {
        if leader(id).is_some() {
            continue;
        }
        cards.push(Entry::Future(id, future));
        let mut last = (id, future);
        while let FutureState::Waiting(on) = last.1.state
            && leader(on) == Some(last.0)
            && let Some(next) = futures.get(on)
        {
            cards.push(Entry::Future(on, next));
            last = (on, next);
        }
    }
    cards.extend(lone_coroutines(source).into_iter().map(|(id, frame)| Entry::Coroutine(id, frame)));
    Order { primitives, cards, finished }
}

/// Coroutine objects that no task drives and nobody awaits.
pub(super) fn lone_coroutines<'a>(source: Source<'a>) -> Vec<(FrameId, &'a Frame)> {
    let frames = &source.world.frames;
    let hidden =
        |frame: &Frame| frame.code.and_then(|code| source.tables.code(code)).is_none_or(|code| code.hidden);
    let found: Vec<(FrameId, &Frame)> = frames
        .iter()
        .filter(|(_, frame)| frame.kind == FrameKind::Coroutine && frame.task.is_none())
        .filter(|(_, frame)| source.detail == Detail::Exact || !hidden(frame))
        .collect();
    if found.is_empty() {
        return found;
    }
    let awaited: BTreeSet<FrameId> = entered(frames.iter().filter_map(|(_, frame)| frame.delegate));
    let mut found: Vec<(FrameId, &Frame)> =
        found.into_iter().filter(|(id, _)| !awaited.contains(id)).collect();
    found.truncate(COROUTINES_SHOWN);
    found
}
