//! Locks, events, conditions, semaphores, queues and barriers.

use super::Explanation;
use crate::messages::primitives as say;
use crate::names::{Scene, number};
use crate::phrase::Argument;
use loopglass_trace::{Event, FutureId, Picture, PrimitiveId, PrimitiveKind};

pub(super) fn explain(scene: Scene<'_>) -> Explanation {
    match *scene.event {
        Event::PrimitiveChanged { primitive, value } => changed(scene, primitive, value),
        Event::ItemPut { primitive, item } => {
            moved(scene, primitive, Some(item), (say::ITEM_PUT, say::QUEUE_GREW, say::WHY_QUEUE_GREW))
        }
        Event::ItemTaken { primitive, place } => {
            let known = scene.before.primitives.get(primitive);
            let item = known.and_then(|queue| queue.items.get(place as usize)).copied();
            moved(scene, primitive, item, (say::ITEM_TAKEN, say::QUEUE_SHRANK, say::WHY_QUEUE_SHRANK))
        }
        Event::WaiterAdded { primitive, future } => waiter_added(scene, primitive, future),
        Event::WaiterRemoved { primitive, future } => {
            let arguments = [
                ("primitive", scene.primitive(primitive)),
                ("future", scene.future(future)),
                ("count", number(waiters(scene, primitive))),
            ];
            Explanation::of(say::WAITER_REMOVED, say::WHY_WAITER_REMOVED, &arguments)
        }
        Event::PrimitiveCreated { kind, value, .. } => created(kind, value),
        _ => created(PrimitiveKind::Lock, 0),
    }
}

fn created(kind: PrimitiveKind, value: i64) -> Explanation {
    let (what, why) = match kind {
        PrimitiveKind::Lock => (say::LOCK_CREATED, say::WHY_LOCK),
        PrimitiveKind::Event => (say::EVENT_CREATED, say::WHY_EVENT),
        PrimitiveKind::Condition => (say::CONDITION_CREATED, say::WHY_CONDITION),
        PrimitiveKind::Semaphore => (say::SEMAPHORE_CREATED, say::WHY_SEMAPHORE),
        PrimitiveKind::Queue if value > 0 => (say::QUEUE_CREATED_BOUNDED, say::WHY_QUEUE),
        PrimitiveKind::Queue => (say::QUEUE_CREATED, say::WHY_QUEUE),
        PrimitiveKind::Barrier => (say::BARRIER_CREATED, say::WHY_BARRIER),
    };
    Explanation::of(what, why, &[("value", number(value))])
}

fn waiters(scene: Scene<'_>, primitive: PrimitiveId) -> usize {
    scene.after.primitives.get(primitive).map_or(0, |primitive| primitive.waiters.len())
}

fn changed(scene: Scene<'_>, id: PrimitiveId, value: i64) -> Explanation {
    let known = scene.before.primitives.get(id);
    let kind = known.map_or(PrimitiveKind::Lock, |primitive| primitive.kind);
    let grew = known.is_none_or(|primitive| value > primitive.value);
    let waiting = waiters(scene, id);
    let arguments: [Argument; 4] = [
        ("primitive", scene.primitive(id)),
        ("holder", scene.holder(scene.after)),
        ("value", number(value)),
        ("count", number(waiting)),
    ];
    let (what, why) = match (kind, grew) {
        (PrimitiveKind::Lock | PrimitiveKind::Condition, true) => (say::LOCK_TAKEN, say::WHY_LOCK_TAKEN),
        (PrimitiveKind::Lock | PrimitiveKind::Condition, false) if waiting > 0 => {
            (say::LOCK_FREED, say::WHY_LOCK_FREED_WAITERS)
        }
        (PrimitiveKind::Lock | PrimitiveKind::Condition, false) => (say::LOCK_FREED, say::WHY_LOCK_FREED),
        (PrimitiveKind::Event, true) => (say::EVENT_SET, say::WHY_EVENT_SET),
        (PrimitiveKind::Event, false) => (say::EVENT_CLEARED, say::WHY_EVENT_CLEARED),
        (PrimitiveKind::Semaphore, true) => (say::SEMAPHORE_FREED, say::WHY_SEMAPHORE_FREED),
        (PrimitiveKind::Semaphore, false) if value == 0 => (say::SEMAPHORE_TAKEN, say::WHY_SEMAPHORE_EMPTY),
        (PrimitiveKind::Semaphore, false) => (say::SEMAPHORE_TAKEN, say::WHY_SEMAPHORE_TAKEN),
        (PrimitiveKind::Queue, true) => (say::QUEUE_GREW, say::WHY_QUEUE_GREW),
        (PrimitiveKind::Queue, false) => (say::QUEUE_SHRANK, say::WHY_QUEUE_SHRANK),
        (PrimitiveKind::Barrier, _) => (say::BARRIER_CHANGED, say::WHY_BARRIER_CHANGED),
    };
    Explanation::of(what, why, &arguments)
}

/// An item went into a queue or came out of it: which, if that is known.
fn moved(
    scene: Scene<'_>,
    id: PrimitiveId,
    item: Option<Picture>,
    (with, without, why): (&'static str, &'static str, &'static str),
) -> Explanation {
    let value = scene.after.primitives.get(id).map_or(0, |queue| queue.value);
    let arguments: [Argument; 4] = [
        ("primitive", scene.primitive(id)),
        ("holder", scene.holder(scene.after)),
        ("value", number(value)),
        ("item", scene.value(item.unwrap_or(Picture::None))),
    ];
    Explanation::of(if item.is_some() { with } else { without }, why, &arguments)
}

fn waiter_added(scene: Scene<'_>, primitive: PrimitiveId, future: FutureId) -> Explanation {
    let place = waiters(scene, primitive);
    let mut arguments = vec![
        ("primitive", scene.primitive(primitive)),
        ("future", scene.future(future)),
        ("count", number(place)),
    ];
    let why = if place > 1 { say::WHY_WAITER_BEHIND } else { say::WHY_WAITER_FIRST };
    match scene.after.current_task() {
        Some(task) => {
            arguments.push(("task", scene.future(task)));
            Explanation::of(say::WAITER_ADDED, why, &arguments)
        }
        None => Explanation::of(say::WAITER_ADDED_BARE, why, &arguments),
    }
}
