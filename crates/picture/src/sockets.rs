//! The sockets that the event loop watches: one row each, with what it is and what waits for it.

use crate::{Source, WatchedSocket, names};
use loopglass_trace::{Detail, FutureState, Watch};

/// How many sockets are shown.
const SHOWN: usize = 6;

/// The first sockets that the loop watches, in the order in which it began to, and how many more there are.
pub(super) fn watched(source: Source<'_>) -> (Vec<WatchedSocket>, usize) {
    let world = source.world;
    let mut sockets: Vec<WatchedSocket> = Vec::new();
    let mut more = Vec::new();
    for watch in world.watched_by(world.shown_loop().id) {
        let ready = world.is_ready(watch);
        if let Some(known) = sockets.iter_mut().find(|socket| socket.fd == watch.fd) {
            known.waits.push_str(" and ");
            known.waits.push_str(&waits(source, watch));
            known.ready |= ready;
        } else if sockets.len() < SHOWN {
            let what = source.tables.text(watch.socket).to_owned();
            sockets.push(WatchedSocket { fd: watch.fd, what, waits: waits(source, watch), ready });
        } else if !more.contains(&watch.fd) {
            more.push(watch.fd);
        }
    }
    (sockets, more.len())
}

/// `main_task waits, for reading`, or what is called.
fn waits(source: Source<'_>, watch: &Watch) -> String {
    let what = if watch.writes { "writing" } else { "reading" };
    // A coroutine of the loop's own waits for the socket itself; else whoever had it watched may wait for something else.
    let by_itself = source.tables.text(watch.callback).contains("._sock_");
    let waiting = watch.by.filter(|task| {
        let future = source.world.futures.get(*task);
        by_itself && future.is_some_and(|future| matches!(future.state, FutureState::Waiting(_)))
    });
    if let Some(task) = waiting {
        return format!("{} waits, for {what}", names::label(task, source.world, source.tables));
    }
    if source.detail == Detail::Essentials {
        return format!("for {what}");
    }
    format!("for {what}: {}()", source.tables.text(watch.callback))
}
