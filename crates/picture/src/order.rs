//! Which cards there are, and in which order: that of creation, but a future without a name comes right after the
//! first who waits for it. It is found for all of them at every step, so it looks at each only briefly. Locks, queues
//! and the like come apart from those: they are few, and stay.

use crate::Source;
use loopglass_trace::{
    Detail, Frame, FrameId, FrameKind, Future, FutureId, FutureState, Primitive, PrimitiveId,
};

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
pub struct Order<'a> {
    /// Locks and the like.
    pub(super) primitives: Vec<(PrimitiveId, &'a Primitive)>,
    /// What else has a card.
    pub(super) cards: Vec<Entry<'a>>,
    /// What is finished.
    pub(super) finished: Vec<(FutureId, &'a Future)>,
    /// How many tasks there have been that the world has forgotten.
    pub(super) forgotten: usize,
}

impl<'a> Order<'a> {
    /// Looks through the world, which may hold thousands of tasks: once for all pictures of a moment.
    pub fn of(source: Source<'a>) -> Order<'a> {
        let world = source.world;
        let mut finished = Vec::new();
        let mut live = Vec::new();
        let mut forgotten = world.created.tasks as usize;
        for (id, future) in world.futures.iter() {
            forgotten = forgotten.saturating_sub(future.task.is_some().into());
            if source.hides(future) {
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
        let shown = |primitive: &Primitive| {
            source.detail == Detail::Exact || primitive.variable.is_some() || !primitive.waiters.is_empty()
        };
        let primitives = world.primitives.iter().filter(|(_, it)| shown(it)).take(PRIMITIVES_SHOWN).collect();
        let mut cards = in_order(&live);
        cards.extend(lone_coroutines(source));
        Order { primitives, cards, finished, forgotten }
    }
}

/// What is not finished: each nameless future after the first who waits for it.
fn in_order<'a>(live: &[(FutureId, &'a Future)]) -> Vec<Entry<'a>> {
    // Who waits one after the other mostly waits for what was made one after the other.
    let mut last = 0;
    let mut place = |id: FutureId| {
        let is_it = |place: usize| live.get(place).is_some_and(|(found, _)| *found == id);
        let place = Some(last + 1)
            .filter(|next| is_it(*next))
            .unwrap_or_else(|| live.partition_point(|(other, _)| *other < id));
        last = place;
        Some(place).filter(|place| is_it(*place))
    };
    // By their places: the nameless future that each waits for, and the first who waits for each.
    let mut followers: Vec<Option<usize>> = vec![None; live.len()];
    let mut leaders = followers.clone();
    for (waiter, (_, future)) in live.iter().enumerate() {
        let FutureState::Waiting(on) = future.state else { continue };
        let nameless = |on: &usize| {
            live.get(*on).is_some_and(|(_, future)| future.task.is_none() && future.variable.is_none())
        };
        if let Some(on) = place(on).filter(nameless) {
            followers[waiter] = Some(on);
            leaders[on].get_or_insert(waiter);
        }
    }
    let mut cards = Vec::with_capacity(live.len());
    for (first, leader) in leaders.iter().enumerate() {
        let mut next = leader.is_none().then_some(first);
        while let Some(at) = next
            && let Some(&(id, future)) = live.get(at)
        {
            cards.push(Entry::Future(id, future));
            next = followers[at].filter(|on| leaders[*on] == Some(at));
        }
    }
    cards
}

/// Coroutine objects that no task drives and nobody awaits, the first of them.
fn lone_coroutines<'a>(source: Source<'a>) -> impl Iterator<Item = Entry<'a>> {
    let frames = &source.world.frames;
    let hidden =
        |frame: &Frame| frame.code.and_then(|code| source.tables.code(code)).is_none_or(|code| code.hidden);
    let is_awaited = move |id: FrameId, frame: &Frame| {
        let by = frame.parent.and_then(|parent| frames.get(parent));
        by.is_some_and(|by| by.delegate == Some(id))
    };
    frames
        .iter()
        .filter(|(_, frame)| frame.kind == FrameKind::Coroutine && frame.task.is_none())
        .filter(move |(_, frame)| source.detail == Detail::Exact || !hidden(frame))
        .filter(move |(id, frame)| !is_awaited(*id, frame))
        .take(COROUTINES_SHOWN)
        .map(|(id, frame)| Entry::Coroutine(id, frame))
}
