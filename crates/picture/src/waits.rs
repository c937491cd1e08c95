//! What a task waits for where that is a lock or the like: its name, and who holds it. And the other way round: who
//! waits for it.

use crate::{Named, Source, names};
use loopglass_trace::{Callee, Detail, Future, FutureId, FutureState, Primitive, PrimitiveKind};

/// How many of those who hold a permit are named.
const HOLDERS_SHOWN: usize = 4;
/// How many of them are counted.
const HOLDERS_COUNTED: usize = 99;
/// How many timers are looked at for who sleeps.
const TIMERS_LOOKED_AT: usize = 200;

/// The state of a task that waits for a lock or the like, and who holds that.
pub(super) fn of(source: Source<'_>, id: FutureId, future: &Future) -> Option<(String, Holders)> {
    let FutureState::Waiting(on) = future.state else { return None };
    // Only the wait itself has no name; what has one is waited for by that name.
    if source.world.futures.get(on).is_none_or(|on| on.task.is_some() || on.state.is_done()) {
        return None;
    }
    let waits_at = source.world.primitives.iter().find(|(_, it)| it.waiters.contains(&on));
    let Some((it, primitive)) = waits_at else {
        let words = match sleeps_until(source, id) {
            Some(due) => format!("sleeping until {due}"),
            None if is_within(source, id, "_aexit") => "waiting for its task group".to_owned(),
            None => {
                if let Some(words) = at_a_socket(source, id) {
                    return Some((words.to_owned(), Holders::default()));
                }
                let inner = source.world.shielded(on, source.tables)?;
                format!("waiting for {}, shielded", names::label(inner, source.world, source.tables))
            }
        };
        return Some((words, Holders::default()));
    };
    let name = source.world.primitive_label(it, source.tables);
    let words = match primitive.kind {
        PrimitiveKind::Lock | PrimitiveKind::Condition => format!("waiting for {name}"),
        PrimitiveKind::Event => format!("waiting for {name} to be set"),
        PrimitiveKind::Semaphore => format!("waiting for a permit of {name}"),
        PrimitiveKind::Queue if is_within(source, id, "join") => {
            format!("waiting until {name} is worked off")
        }
        PrimitiveKind::Queue if primitive.value == 0 => format!("waiting for an item of {name}"),
        PrimitiveKind::Queue if primitive.start > 0 && primitive.value >= primitive.start => {
            format!("waiting for room in {name}")
        }
        PrimitiveKind::Queue => format!("waiting for {name}"),
        PrimitiveKind::Barrier => format!("waiting for the others at {name}"),
    };
    Some((words, holders(source, primitive)))
}

/// When the sleep of a task is over, if it sleeps and is not far behind others who do.
pub(super) fn sleeps_until(source: Source<'_>, task: FutureId) -> Option<String> {
    if !is_within(source, task, "sleep") {
        return None;
    }
    let Source { world, tables, detail } = source;
    let ends_sleep = |callee| matches!(callee, Callee::Internal(name) if tables.text(name) == "_set_result_unless_cancelled");
    let timer = world.timers().iter().take(TIMERS_LOOKED_AT).find(|timer| {
        let handle = world.handles.get(timer.handle);
        handle.is_some_and(|it| it.made_by == Some(task) && !it.cancelled && ends_sleep(it.callee))
    })?;
    Some(match detail {
        Detail::Essentials => names::rounded_seconds(timer.due()),
        Detail::Exact => names::exact_seconds(timer.due()),
    })
}

/// Whether a task is within a coroutine of asyncio's own, of this name.
fn is_within(source: Source<'_>, task: FutureId, name: &str) -> bool {
    own_coroutines(source, task).any(|known| known == name)
}

/// The names of the coroutines of asyncio's own that a task is in, the innermost first.
fn own_coroutines<'a>(source: Source<'a>, task: FutureId) -> impl Iterator<Item = &'a str> {
    let Source { world, tables, .. } = source;
    world.await_chain(task).into_iter().rev().filter_map(move |frame| {
        let code = tables.code(world.frames.get(frame)?.code?).filter(|code| code.hidden)?;
        Some(tables.text(code.name))
    })
}

/// What coroutines of asyncio's own wait for at a socket, by their names.
const AT_A_SOCKET: &[(&str, &str)] = &[
    ("_wait_for_data", "waiting for data"),
    ("sock_recv", "waiting for data"),
    ("sock_recv_into", "waiting for data"),
    ("sock_recvfrom", "waiting for data"),
    ("sock_recvfrom_into", "waiting for data"),
    ("sock_accept", "waiting for a connection"),
    ("sock_connect", "waiting to be connected"),
    ("_create_connection_transport", "waiting to be connected"),
    ("sock_sendall", "waiting for room to write"),
    ("sock_sendto", "waiting for room to write"),
    ("_drain_helper", "waiting for room to write"),
    ("serve_forever", "serving"),
];

/// What a task waits for at a socket, if it does.
fn at_a_socket(source: Source<'_>, task: FutureId) -> Option<&'static str> {
    let words = |name: &str| AT_A_SOCKET.iter().find(|(known, _)| *known == name).map(|(_, words)| *words);
    own_coroutines(source, task).find_map(words)
}

/// The first of those who hold a lock or a permit, and how many more do.
pub(super) type Holders = (Vec<Named>, usize);

/// Who holds a lock or a permit, each once.
pub(super) fn holders(source: Source<'_>, primitive: &Primitive) -> Holders {
    let mut holders: Vec<FutureId> = Vec::new();
    for holder in primitive.holders.iter() {
        if !holders.contains(holder) {
            holders.push(*holder);
        }
        if holders.len() > HOLDERS_COUNTED {
            break;
        }
    }
    // One more takes no more room than the words for it.
    let shown = if holders.len() > HOLDERS_SHOWN + 1 { HOLDERS_SHOWN } else { holders.len() };
    let more = holders.len() - shown;
    (holders.into_iter().take(shown).map(|holder| named(source, holder)).collect(), more)
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
