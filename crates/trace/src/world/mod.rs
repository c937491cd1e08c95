//! What is true after an event of a run, in the reader's vocabulary. A [`World`] is a fold over events and
//! nothing else; it clones cheaply, and a fact that cannot fit the events before it is ignored, never fatal.

mod apply;
mod frames;
mod futures;
mod growth;
mod handles;
mod numbered;
mod primitives;
mod timers;
mod turns;
mod watches;
mod workers;

#[cfg(test)]
mod tests;

use crate::event::{End, FrameKind, Stream};
use crate::ids::{FrameId, FutureId, HandleId, LoopId, PrimitiveId, TextId};
use crate::persist::{IdMap, List, Queue, Stack};

pub use frames::{Frame, FrameState, Local};
pub use futures::{Future, FutureState, Label, TaskPart};
pub(crate) use growth::{Growth, Period, changing, grown};
pub use handles::{Handle, Place};
pub(crate) use numbered::Numbered;
pub use primitives::Primitive;
pub use timers::{Timer, Timers};
pub use turns::Turn;
pub use watches::Watch;
pub use workers::Worker;

/// Everything that is true at one moment of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct World {
    /// How many events led here; the last one applied has the index one less.
    pub events: u32,
    /// Virtual time since the run began, in nanoseconds.
    pub clock_ns: u64,
    /// Number of the current or last iteration; 0 before the first.
    pub iteration: u32,
    /// The event loops, in order of creation, each with its queue and its timers.
    pub loops: List<LoopState>,
    /// The handle in the running slot.
    pub running: Option<HandleId>,
    /// Its turn, as long as it lasts.
    pub turn: Option<Turn>,
    /// The longest turn of the last iteration in which one has ended.
    pub longest_turn: Option<Turn>,
    /// The handles that are in a callback list, in the queue, in the timers or running.
    pub handles: IdMap<HandleId, Handle>,
    /// The futures and tasks that exist, and the last tasks that no longer do ([`Future::dropped`]).
    pub futures: IdMap<FutureId, Future>,
    /// The frames that exist. A frame that returned or raised is gone, but the module's stays.
    pub frames: IdMap<FrameId, Frame>,
    /// Who has control: the last entry has it now, each other one gave it to the next.
    pub control: Stack<Control>,
    /// What was printed, one entry for each write.
    pub console: Queue<ConsoleText>,
    /// Locks, events, queues and the like.
    pub primitives: IdMap<PrimitiveId, Primitive>,
    /// Worker threads, the ones whose work may be under way; see [`World::workers_under_way`].
    pub workers: List<Worker>,
    /// What watches sockets, in the order in which it began.
    pub watches: List<Watch>,
    /// How the run ended, once it has.
    pub end: Option<RunEnd>,
    /// How many of each kind there have been: plain futures, tasks, gathers, locks and the like.
    pub created: Created,
    /// How many times a handle has resumed a coroutine.
    pub resumptions: u32,
    /// Whether the coroutine that is entered next was sent to by a script's own hand, and not awaited.
    pub sent_by_hand: bool,
    /// Which future a variable's name stands for, so that no two are called the same, and in which frame it was bound.
    labels: IdMap<TextId, (FutureId, FrameId)>,
    /// Which lock or the like a variable's name stands for.
    things: IdMap<TextId, PrimitiveId>,
    /// The callbacks of a `gather` that has not made its future yet.
    gathered: List<HandleId>,
    /// Dropped tasks that are still shown, oldest first.
    shelf: Queue<FutureId>,
    /// The loop to show: the one that runs, else the one that ran or was given a handle last.
    shown_loop: Option<LoopId>,
    /// What stands for a loop where there is none: nothing ready, nothing scheduled.
    no_loop: LoopState,
    /// The frame that yielded with the last event; if its parent yields next, it was awaiting the frame.
    yielding: Option<FrameId>,
}

/// One holder of control.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Control {
    /// A frame.
    Frame(FrameId),
    /// A running event loop.
    Loop(LoopId),
    /// A handle in the running slot: `Task.step`, `Task.wakeup` or another callback.
    Handle(HandleId),
    /// A worker thread, and what the clock read outside when it was entered.
    Worker(u64),
}

/// The state of one event loop.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct LoopState {
    /// Which; none for what stands in where there is no loop.
    pub id: Option<LoopId>,
    /// The ready queue: the left end is popped next.
    pub ready: Queue<HandleId>,
    /// The timers, earliest first.
    pub timers: Timers,
    /// Whether `run_forever` or `run_until_complete` is under way.
    pub running: bool,
    /// Whether it was closed.
    pub closed: bool,
}

/// One write to a stream.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ConsoleText {
    /// The stream.
    pub stream: Stream,
    /// What was written, line ends included.
    pub text: TextId,
    /// When, in virtual nanoseconds.
    pub clock_ns: u64,
    /// The index of the event that printed.
    pub event: u32,
}

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RunEnd {
    /// Why.
    pub end: End,
    /// The exit status that `python FILE` would have.
    pub status: u8,
}

/// How many of each kind were created so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Created {
    /// Plain futures.
    pub futures: u32,
    /// Tasks.
    pub tasks: u32,
    /// Futures of `asyncio.gather`.
    pub gathers: u32,
    /// Locks and the like, by kind.
    pub primitives: [u32; 6],
}

impl World {
    /// `TypeName: message` of the exception that ended the program, once it has.
    pub fn uncaught(&self) -> Option<TextId> {
        self.end.filter(|it| it.end == End::Raised)?;
        let mut frames = self.frames.iter().map(|(_, frame)| frame);
        frames.find(|frame| frame.kind == FrameKind::Module)?.exception
    }

    /// The frame that has control, if a frame has.
    pub fn top_frame(&self) -> Option<FrameId> {
        match self.control.last() {
            Some(Control::Frame(frame)) => Some(*frame),
            _ => None,
        }
    }

    /// The loop that runs, if one does.
    pub fn running_loop(&self) -> Option<LoopId> {
        self.loops.iter().rfind(|state| state.running).and_then(|state| state.id)
    }

    /// A loop by its id.
    pub fn event_loop(&self, id: LoopId) -> Option<&LoopState> {
        self.loops.iter().find(|state| state.id == Some(id))
    }

    /// The loop to show: the one that runs, else the one that ran or was given a handle last.
    pub fn shown_loop(&self) -> &LoopState {
        self.shown_loop.and_then(|id| self.event_loop(id)).unwrap_or(&self.no_loop)
    }

    /// The ready queue of the loop to show.
    pub fn ready(&self) -> &Queue<HandleId> {
        &self.shown_loop().ready
    }

    /// The timers of the loop to show.
    pub fn timers(&self) -> &Timers {
        &self.shown_loop().timers
    }

    /// The virtual clock in seconds, as `loop.time()` gives it.
    pub fn seconds(&self) -> f64 {
        self.clock_ns as f64 / 1e9
    }
}
