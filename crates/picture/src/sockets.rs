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
            let (what, waits) = (what(source, watch), waits(source, watch));
            sockets.push(WatchedSocket { fd: watch.fd, what, waits, ready });
        } else if !more.contains(&watch.fd) {
            more.push(watch.fd);
        }
    }
    (sockets, more.len())
}

/// What it is; Essentials leaves out the address of the one machine that there is.
fn what(source: Source<'_>, watch: &Watch) -> String {
    let text = source.tables.text(watch.socket);
    match source.detail {
        Detail::Essentials => text.replace("127.0.0.1:", ":"),
        Detail::Exact => text.to_owned(),
    }
}

/// `main_task waits to read`, or what is called.
fn waits(source: Source<'_>, watch: &Watch) -> String {
    let what = if watch.writes { "to write" } else { "to read" };
    let callback = source.tables.text(watch.callback);
    // For `loop.sock_recv` and its like the task itself waits; a transport reads for whoever asks it.
    let waiting = watch.by.filter(|task| {
        let future = source.world.futures.get(*task);
        callback.contains("._sock_")
            && future.is_some_and(|future| matches!(future.state, FutureState::Waiting(_)))
    });
    match (waiting, source.detail) {
        (Some(task), _) => format!("{} waits {what}", names::label(task, source.world, source.tables)),
        (None, Detail::Essentials) => what.to_owned(),
        (None, Detail::Exact) => format!("{what}: {callback}()"),
    }
}
