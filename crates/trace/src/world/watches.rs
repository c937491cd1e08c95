//! Sockets that an event loop watches: what is called whenever one of them can be read or written.

use super::{Place, World};
use crate::ids::{FutureId, HandleId, LoopId, TextId};

/// One reason to watch a socket.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Watch {
    /// The handle that enters the ready queue.
    pub handle: HandleId,
    /// The loop that watches.
    pub event_loop: LoopId,
    /// The socket's descriptor.
    pub fd: u32,
    /// What the socket is.
    pub socket: TextId,
    /// What the handle calls.
    pub callback: TextId,
    /// Whether it is watched for writing, not for reading.
    pub writes: bool,
    /// The task that has it watched, if one ran.
    pub by: Option<FutureId>,
}

impl World {
    /// The watch that a handle is called for.
    pub fn watch_of(&self, handle: HandleId) -> Option<&Watch> {
        self.watches.iter().find(|watch| watch.handle == handle)
    }

    /// Whether what is called for it waits in the ready queue, or runs.
    pub fn is_ready(&self, watch: &Watch) -> bool {
        let place = self.handles.get(watch.handle).map(|handle| handle.place);
        matches!(place, Some(Place::Ready(_) | Place::Running))
    }

    /// The sockets that a loop watches.
    pub fn watched_by(&self, event_loop: Option<LoopId>) -> impl Iterator<Item = &Watch> {
        self.watches.iter().filter(move |watch| Some(watch.event_loop) == event_loop)
    }
}
