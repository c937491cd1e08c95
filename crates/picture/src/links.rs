//! Who waits for several at once: a `gather` for its children, a task for those of its group, `wait` for what it was
//! given. The world knows it from the callbacks that asyncio puts into the lists of those that are waited for.

use crate::{CardId, Links, Named, Source, names};
use loopglass_trace::{Callee, Future, FutureId, Handle};

/// How many are named.
const NAMED: usize = 5;
/// How many are looked at to be counted.
const LOOKED_AT: usize = 4_000;

/// The future or task that listens by a callback for the end of what it is a callback of, and what that is called.
fn listener(source: Source<'_>, handle: &Handle) -> Option<(FutureId, &'static str)> {
    let Callee::Internal(name) = handle.callee else { return None };
    let name = source.tables.text(name);
    if name.starts_with("gather.") {
        return Some((handle.gather?, "children"));
    }
    let word = match name {
        "TaskGroup._on_task_done" => "group",
        "_wait.<locals>._on_completion" | "_AsCompletedIterator._handle_completion" => "waits for",
        "shield.<locals>._inner_done_callback" => "shields",
        _ => return None,
    };
    Some((handle.made_by?, word))
}

/// All that listen for the end of a future.
pub(super) fn listeners<'a>(
    source: Source<'a>,
    future: &'a Future,
) -> impl Iterator<Item = (FutureId, &'static str)> + 'a {
    let world = source.world;
    let handles = future.callbacks.iter().filter_map(move |handle| world.handles.get(*handle));
    handles.filter_map(move |handle| listener(source, handle))
}

/// Those whose end each of these cards listens for, of all futures that are not done.
pub(super) fn of<'a>(
    source: Source<'_>,
    owners: &[FutureId],
    live: impl Iterator<Item = (FutureId, &'a Future)>,
) -> Vec<(FutureId, Links)> {
    let mut found: Vec<(FutureId, Links)> = Vec::new();
    if owners.is_empty() {
        return found;
    }
    for (id, future) in live.take(LOOKED_AT) {
        if future.state.is_done() {
            continue;
        }
        for (owner, word) in listeners(source, future) {
            if owner == id || !owners.contains(&owner) {
                continue;
            }
            let place = found.iter().position(|(other, _)| *other == owner).unwrap_or_else(|| {
                found.push((owner, Links { word, named: Vec::new(), more: 0 }));
                found.len() - 1
            });
            let links = &mut found[place].1;
            if links.named.len() < NAMED {
                let label = names::label(id, source.world, source.tables);
                links.named.push(Named { label, future: id, hue: names::hue(id, source.world) });
            } else {
                links.more += 1;
            }
        }
    }
    found
}

/// Whether a card may be that of someone who waits for several at once, so that it is worth a look.
pub(super) fn may_own(source: Source<'_>, id: CardId) -> Option<FutureId> {
    let future = id.future()?;
    let it = source.world.futures.get(future)?;
    let waits = it.task.is_some() || it.kind == loopglass_trace::FutureKind::Gather;
    (waits && !it.state.is_done()).then_some(future)
}
