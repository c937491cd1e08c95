//! What a task waits for where that is a lock or the like: its name, and who holds it. And the other way round: who
//! waits for it.

use crate::{Named, Source, names};
use loopglass_trace::{Callee, Future, FutureId, FutureState, Primitive, PrimitiveKind};

/// How many of those who hold a permit are named.
const HOLDERS_SHOWN: usize = 4;

/// The state of a task that waits for a lock or the like, and who holds that.
pub(super) fn of(source: Source<'_>, id: FutureId, future: &Future) -> Option<(String, Vec<Named>)> {
    let FutureState::Waiting(on) = future.state else { return None };
    // Only the wait itself has no name; what has one is waited for by that name.
    if source.world.futures.get(on).is_none_or(|on| on.task.is_some() || on.state.is_done()) {
        return None;
    }
    let (it, primitive) = source.world.primitives.iter().find(|(_, it)| it.waiters.contains(&on))?;
    let name = source.world.primitive_label(it, source.tables);
    let words = match primitive.kind {
        PrimitiveKind::Lock | PrimitiveKind::Condition => format!("waiting for {name}"),
        PrimitiveKind::Event => format!("waiting for {name} to be set"),
        PrimitiveKind::Semaphore => format!("waiting for a permit of {name}"),
        PrimitiveKind::Queue if joins(source, id) => format!("waiting until {name} is worked off"),
        PrimitiveKind::Queue if primitive.value == 0 => format!("waiting for an item of {name}"),
        PrimitiveKind::Queue if primitive.start > 0 && primitive.value >= primitive.start => {
            format!("waiting for room in {name}")
        }
        PrimitiveKind::Queue => format!("waiting for {name}"),
        PrimitiveKind::Barrier => format!("waiting for the others at {name}"),
    };
    Some((words, holders(source, primitive)))
}

/// Whether a task is in `Queue.join`.
fn joins(source: Source<'_>, task: FutureId) -> bool {
    let Source { world, tables, .. } = source;
    let code = |frame| tables.code(world.frames.get(frame)?.code?);
    let mut chain = world.await_chain(task).into_iter().filter_map(code);
    chain.any(|code| code.hidden && tables.text(code.name) == "join")
}

/// Who holds a lock or a permit, each once.
pub(super) fn holders(source: Source<'_>, primitive: &Primitive) -> Vec<Named> {
    let mut holders: Vec<FutureId> = Vec::new();
    for holder in primitive.holders.iter() {
        if holders.len() < HOLDERS_SHOWN && !holders.contains(holder) {
            holders.push(*holder);
        }
    }
    holders.into_iter().map(|holder| named(source, holder)).collect()
}

/// The task that awaits a waiter's future, or the future itself.
pub(super) fn waiter(source: Source<'_>, future: FutureId) -> Named {
    let world = source.world;
    let wait = world.futures.get(future);
    let callbacks = wait.map(|wait| &wait.callbacks[..]).unwrap_or_default();
    let task = callbacks.iter().find_map(|handle| match world.handles.get(*handle)?.callee {
        Callee::Wakeup(task) => Some(task),
        _ => None,
    });
    let task = task.or_else(|| match wait {
        // One that is woken has no callback there any more, and waits for its turn in the ready queue.
        Some(wait) if wait.state.is_done() => {
            let is_woken = |task: &Future| task.task.is_some_and(|task| task.awaiting == Some(future));
            world.futures.iter().find(|(_, task)| is_woken(task)).map(|(id, _)| id)
        }
        // One that has just joined has none yet, and is on its way out of its task.
        _ => world.current_task(),
    });
    named(source, task.unwrap_or(future))
}

fn named(source: Source<'_>, future: FutureId) -> Named {
    let label = names::label(future, source.world, source.tables);
    Named { label, future, hue: names::hue(future, source.world) }
}
