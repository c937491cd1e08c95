//! The numbers of events and of what is counted along with them: ids, positions, and values that may grow
//! from one repetition to the next. All else is an item's shape.

use super::{Change, Counts, Growth, Repeat};
use crate::event::{Callee, Event, Origin, Picture};
use crate::ids::{CodeId, FrameId, FutureId, HandleId, LoopId, PrimitiveId, TextId};
use crate::ladder::{Row, Who};
use crate::trace::{Mark, Segment};
use crate::world::{FutureState, Label};
use std::hash::{Hash, Hasher};

impl Repeat for u32 {
    const LONGEST: usize = 512;

    fn key(&self, before: Option<&u32>) -> u32 {
        self.wrapping_sub(before.copied().unwrap_or(0))
    }

    #[inline]
    fn map(self, change: &mut (impl Change + ?Sized)) -> u32 {
        change.change(Counts::Amount, self.into()) as u32
    }
}

macro_rules! ids {
    ($($id:ident: $counts:ident,)*) => {$(
        impl $id {
            #[inline]
            pub(crate) fn changed(self, change: &mut (impl Change + ?Sized)) -> $id {
                $id(change.change(Counts::$counts, self.0.into()) as u32)
            }
        }
    )*};
}

ids! {
    CodeId: Fixed,
    FrameId: Frames,
    FutureId: Futures,
    HandleId: Handles,
    LoopId: Fixed,
    PrimitiveId: Fixed,
    TextId: Amount,
}

/// A hash of the few bytes that tell one kind from another.
struct Kinds(u32);

impl Hasher for Kinds {
    fn finish(&self) -> u64 {
        self.0.into()
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    }

    fn write_isize(&mut self, kind: isize) {
        self.0 = (self.0 ^ kind as u32).wrapping_mul(0x0100_0193);
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ number).wrapping_mul(0x0100_0193);
    }
}

fn kind<T>(value: &T, number: u32) -> u32 {
    let mut hash = Kinds(0x811c_9dc5);
    std::mem::discriminant(value).hash(&mut hash);
    hash.write_u32(number);
    hash.0
}

impl Repeat for Segment {
    const LONGEST: usize = 64;

    fn key(&self, _: Option<&Segment>) -> u32 {
        kind(&self.state, 0)
    }

    #[inline]
    fn map(self, change: &mut (impl Change + ?Sized)) -> Segment {
        Segment {
            event: self.event.map(change),
            clock_ns: change.change(Counts::Amount, self.clock_ns),
            state: self.state.changed(change),
        }
    }
}

impl Repeat for Mark {
    const LONGEST: usize = 64;

    fn key(&self, _: Option<&Mark>) -> u32 {
        kind(&self.kind, 0)
    }

    #[inline]
    fn map(self, change: &mut (impl Change + ?Sized)) -> Mark {
        Mark {
            event: self.event.map(change),
            clock_ns: change.change(Counts::Amount, self.clock_ns),
            kind: self.kind,
            task: self.task.map(|task| task.changed(change)),
        }
    }
}

impl FutureState {
    #[inline]
    pub(crate) fn changed(self, change: &mut (impl Change + ?Sized)) -> FutureState {
        match self {
            FutureState::Waiting(future) => FutureState::Waiting(future.changed(change)),
            other => other,
        }
    }
}

impl Label {
    #[inline]
    pub(crate) fn changed(self, change: &mut (impl Change + ?Sized)) -> Label {
        match self {
            Label::Name(name) => Label::Name(name.changed(change)),
            Label::Ordinal(kind, number) => {
                Label::Ordinal(kind, change.change(Counts::Amount, number.into()) as u32)
            }
        }
    }
}

impl Repeat for Row {
    const LONGEST: usize = 1024;

    /// Rows of the ladder are much alike: without the code, those of two coroutines that take turns would seem to
    /// repeat twice as often as they do.
    fn key(&self, _: Option<&Row>) -> u32 {
        let code = match self.who {
            Who::Frame { code, .. } => code.0,
            _ => 0,
        };
        kind(&self.who, u32::from(self.depth) ^ code << 16)
    }

    #[inline]
    fn map(self, change: &mut (impl Change + ?Sized)) -> Row {
        Row { first_event: self.first_event.map(change), depth: self.depth, who: self.who.changed(change) }
    }
}

impl Who {
    #[inline]
    pub(crate) fn changed(self, change: &mut (impl Change + ?Sized)) -> Who {
        match self {
            Who::Program => Who::Program,
            Who::EventLoop => Who::EventLoop,
            Who::Task { task, label: called, handle, wakeup } => Who::Task {
                task: task.changed(change),
                label: called.changed(change),
                handle: handle.changed(change),
                wakeup,
            },
            Who::Callback { name, handle } => {
                Who::Callback { name: name.changed(change), handle: handle.changed(change) }
            }
            Who::Frame { frame, code } => {
                Who::Frame { frame: frame.changed(change), code: code.changed(change) }
            }
            Who::FutureAwait { frame, future, label: called } => Who::FutureAwait {
                frame: frame.changed(change),
                future: future.changed(change),
                label: called.changed(change),
            },
        }
    }
}

impl Picture {
    #[inline]
    pub(crate) fn changed(self, change: &mut (impl Change + ?Sized)) -> Picture {
        match self {
            Picture::None | Picture::Bool(_) => self,
            Picture::Int(value) => {
                Picture::Int((change.change(Counts::Amount, value.get() as u64) as i64).into())
            }
            Picture::Float(value) => {
                Picture::Float(f64::from_bits(change.change(Counts::Amount, value.get().to_bits())).into())
            }
            Picture::Text(text) => Picture::Text(text.changed(change)),
            Picture::Future(future) => Picture::Future(future.changed(change)),
            Picture::Coroutine(frame) => Picture::Coroutine(frame.changed(change)),
            Picture::Primitive(primitive) => Picture::Primitive(primitive.changed(change)),
            Picture::Loop(event_loop) => Picture::Loop(event_loop.changed(change)),
        }
    }
}

impl Picture {
    /// Grows, if it is the same as another one; tells whether it is.
    #[inline]
    fn goes_on(&mut self, other: &Picture, by: u64) -> bool {
        match (&mut *self, other) {
            (Picture::None, Picture::None) => true,
            (Picture::Int(own), Picture::Int(other)) if own.get() == other.get() => {
                *own = own.get().wrapping_add_unsigned(by).into();
                true
            }
            _ => {
                let same = *self == *other;
                if same {
                    *self = other.changed(&mut |number: u64| number.wrapping_add(by));
                }
                same
            }
        }
    }
}

impl Callee {
    #[inline]
    pub(crate) fn changed(self, change: &mut (impl Change + ?Sized)) -> Callee {
        match self {
            Callee::Step(task) => Callee::Step(task.changed(change)),
            Callee::Wakeup(task) => Callee::Wakeup(task.changed(change)),
            Callee::Script(name) => Callee::Script(name.changed(change)),
            // What it says counts.
            Callee::Internal(TextId(name)) => {
                Callee::Internal(TextId(change.change(Counts::Fixed, name.into()) as u32))
            }
        }
    }
}

impl Repeat for Event {
    const LONGEST: usize = 2048;

    #[inline]
    fn key(&self, _: Option<&Event>) -> u32 {
        let line = match self {
            Event::Line { line } => *line,
            _ => 0,
        };
        kind(self, line)
    }

    /// What comes most often is looked at once; all else is compared, and then grows.
    #[inline]
    fn goes_on(&mut self, item: &Event, growth: &Growth) -> bool {
        use Event::*;
        let (own, known, value) = match (&mut *self, item) {
            (
                FrameCreated { frame, code, kind },
                FrameCreated { frame: known, code: same_code, kind: same_kind },
            ) if code == same_code && kind == same_kind && growth[1] == 0 => (&mut frame.0, known.0, None),
            (FrameEntered { frame, resumed }, FrameEntered { frame: known, resumed: same })
                if resumed == same =>
            {
                (&mut frame.0, known.0, None)
            }
            (FrameSuspended { frame, value }, FrameSuspended { frame: known, value: same })
            | (FrameReturned { frame, value }, FrameReturned { frame: known, value: same }) => {
                (&mut frame.0, known.0, Some((value, same, growth[1])))
            }
            (
                LocalBound { frame, name, value },
                LocalBound { frame: known, name: same_name, value: same },
            ) if name == same_name && growth[1] == 0 => {
                (&mut frame.0, known.0, Some((value, same, growth[2])))
            }
            (HandleBegan { handle }, HandleBegan { handle: known })
            | (HandleEnded { handle }, HandleEnded { handle: known })
            | (
                HandleReady { handle, origin: Origin::Soon },
                HandleReady { handle: known, origin: Origin::Soon },
            ) => (&mut handle.0, known.0, None),
            _ => {
                let same = *self == *item;
                if same {
                    *self = item.grown(growth, 1);
                }
                return same;
            }
        };
        let same = *own == known && value.is_none_or(|(value, same, by)| value.goes_on(same, by));
        if same {
            *own = known.wrapping_add(growth[0] as u32);
        }
        same
    }

    /// One exhaustive match, so that a new event cannot be forgotten here.
    #[inline]
    fn map(self, change: &mut (impl Change + ?Sized)) -> Event {
        use Event::*;
        match self {
            RunStarted | RunEnded { .. } | Line { .. } | WorkerLeft | SentByHand | Breakpoint => self,

            FrameCreated { frame, code, kind } => {
                FrameCreated { frame: frame.changed(change), code: code.changed(change), kind }
            }
            FutureAwaitCreated { frame, future } => {
                FutureAwaitCreated { frame: frame.changed(change), future: future.changed(change) }
            }
            FrameEntered { frame, resumed } => FrameEntered { frame: frame.changed(change), resumed },
            FrameSuspended { frame, value } => {
                FrameSuspended { frame: frame.changed(change), value: value.changed(change) }
            }
            FrameReturned { frame, value } => {
                FrameReturned { frame: frame.changed(change), value: value.changed(change) }
            }
            FrameRaised { frame, exception } => {
                FrameRaised { frame: frame.changed(change), exception: exception.changed(change) }
            }
            FrameDropped { frame } => FrameDropped { frame: frame.changed(change) },
            LocalBound { frame, name, value } => LocalBound {
                frame: frame.changed(change),
                name: name.changed(change),
                value: value.changed(change),
            },
            LocalUnbound { frame, name } => {
                LocalUnbound { frame: frame.changed(change), name: name.changed(change) }
            }
            ExceptionRaised { exception } => ExceptionRaised { exception: exception.changed(change) },

            LoopCreated { event_loop } => LoopCreated { event_loop: event_loop.changed(change) },
            LoopEntered { event_loop } => LoopEntered { event_loop: event_loop.changed(change) },
            LoopLeft { event_loop } => LoopLeft { event_loop: event_loop.changed(change) },
            LoopClosed { event_loop } => LoopClosed { event_loop: event_loop.changed(change) },
            WatchBegan { handle, event_loop, fd, socket, callback, writes } => WatchBegan {
                handle: handle.changed(change),
                event_loop: event_loop.changed(change),
                fd: change.change(Counts::Fixed, fd.into()) as u32,
                socket: socket.changed(change),
                callback: callback.changed(change),
                writes,
            },
            WatchEnded { handle } => WatchEnded { handle: handle.changed(change) },
            IterationBegan { iteration } => IterationBegan { iteration: iteration.map(change) },
            ClockAdvanced { by_ns, reason } => {
                ClockAdvanced { by_ns: change.change(Counts::Fixed, by_ns), reason }
            }
            WorkerEntered { name, clock_ns } => {
                WorkerEntered { name: name.changed(change), clock_ns: change.change(Counts::Fixed, clock_ns) }
            }

            HandleCreated { handle, callee, event_loop } => HandleCreated {
                handle: handle.changed(change),
                callee: callee.changed(change),
                event_loop: event_loop.changed(change),
            },
            HandleReady { handle, origin } => HandleReady {
                handle: handle.changed(change),
                origin: match origin {
                    Origin::Callbacks(future) => Origin::Callbacks(future.changed(change)),
                    Origin::Soon | Origin::Timers | Origin::Thread | Origin::Selector => origin,
                },
            },
            TimerScheduled { handle, due_ns } => TimerScheduled {
                handle: handle.changed(change),
                due_ns: change.change(Counts::Amount, due_ns.cast_unsigned()).cast_signed(),
            },
            HandleCancelled { handle } => HandleCancelled { handle: handle.changed(change) },
            HandleDropped { handle } => HandleDropped { handle: handle.changed(change) },
            HandleBegan { handle } => HandleBegan { handle: handle.changed(change) },
            HandleEnded { handle } => HandleEnded { handle: handle.changed(change) },

            FutureCreated { future, kind, event_loop } => {
                FutureCreated { future: future.changed(change), kind, event_loop: event_loop.changed(change) }
            }
            TaskCreated { task, coroutine, name } => TaskCreated {
                task: task.changed(change),
                coroutine: coroutine.changed(change),
                name: name.changed(change),
            },
            TaskRenamed { task, name } => {
                TaskRenamed { task: task.changed(change), name: name.changed(change) }
            }
            CallbackAdded { future, handle } => {
                CallbackAdded { future: future.changed(change), handle: handle.changed(change) }
            }
            CallbackRemoved { future, handle } => {
                CallbackRemoved { future: future.changed(change), handle: handle.changed(change) }
            }
            FutureSettled { future, outcome, value } => {
                FutureSettled { future: future.changed(change), outcome, value: value.changed(change) }
            }
            TaskWaits { task, on } => TaskWaits { task: task.changed(change), on: on.changed(change) },
            CancelRequested { task, requests } => {
                CancelRequested { task: task.changed(change), requests: requests.map(change) }
            }
            CancelTakenBack { task, requests } => {
                CancelTakenBack { task: task.changed(change), requests: requests.map(change) }
            }
            FutureDropped { future } => FutureDropped { future: future.changed(change) },

            PrimitiveCreated { primitive, kind, value } => PrimitiveCreated {
                primitive: primitive.changed(change),
                kind,
                value: change.change(Counts::Amount, value as u64) as i64,
            },
            PrimitiveChanged { primitive, value } => PrimitiveChanged {
                primitive: primitive.changed(change),
                value: change.change(Counts::Amount, value as u64) as i64,
            },
            ItemPut { primitive, item } => {
                ItemPut { primitive: primitive.changed(change), item: item.changed(change) }
            }
            ItemTaken { primitive, place } => {
                ItemTaken { primitive: primitive.changed(change), place: place.map(change) }
            }
            WaiterAdded { primitive, future } => {
                WaiterAdded { primitive: primitive.changed(change), future: future.changed(change) }
            }
            WaiterRemoved { primitive, future } => {
                WaiterRemoved { primitive: primitive.changed(change), future: future.changed(change) }
            }
            Printed { stream, text } => Printed { stream, text: text.changed(change) },
        }
    }
}
