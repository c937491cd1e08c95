//! The shape of an event as a few bytes: a tag, and what is neither an id nor a value. One list of tags serves both
//! directions; the test holds them equal.

use super::{Reader, write_number};
use crate::event::{
    Callee, ClockReason, End, Event, FrameKind, FutureKind, Limit, Origin, Outcome, Picture, PrimitiveKind,
    Stream,
};
use crate::ids::{CodeId, FrameId, FutureId, HandleId, LoopId, PrimitiveId, TextId};

/// What has a few values, each a byte.
pub(super) trait Coded: Sized {
    /// The byte of the value.
    fn code(self) -> u8;

    /// The value of a byte.
    fn of(code: u8) -> Option<Self>;
}

macro_rules! coded {
    ($($type:ty: $($value:path),* ;)*) => {$(
        impl Coded for $type {
            fn code(self) -> u8 {
                const ALL: &[$type] = &[$($value),*];
                // Every value is in the list: the match below would not compile otherwise.
                match self { $($value)|* => {} }
                ALL.iter().position(|it| *it == self).map_or(u8::MAX, |place| place as u8)
            }

            fn of(code: u8) -> Option<$type> {
                [$($value),*].get(usize::from(code)).copied()
            }
        }
    )*};
}

coded! {
    FrameKind: FrameKind::Module, FrameKind::Function, FrameKind::Class, FrameKind::Coroutine, FrameKind::Generator,
        FrameKind::AsyncGenerator, FrameKind::FutureAwait;
    FutureKind: FutureKind::Future, FutureKind::Task, FutureKind::Gather;
    Outcome: Outcome::Result, Outcome::Exception, Outcome::Cancelled;
    ClockReason: ClockReason::Select, ClockReason::Sleep;
    Stream: Stream::Out, Stream::Err;
    PrimitiveKind: PrimitiveKind::Lock, PrimitiveKind::Event, PrimitiveKind::Condition, PrimitiveKind::Semaphore,
        PrimitiveKind::Queue, PrimitiveKind::Barrier;
    Limit: Limit::Steps, Limit::Events, Limit::Memory, Limit::Output, Limit::Time;
}

impl Coded for bool {
    fn code(self) -> u8 {
        self.into()
    }

    fn of(code: u8) -> Option<bool> {
        (code < 2).then_some(code == 1)
    }
}

impl Coded for End {
    fn code(self) -> u8 {
        match self {
            End::Finished => 0,
            End::Raised => 1,
            End::WaitsForever => 2,
            End::Stopped => 3,
            End::Limit(limit) => 4 + limit.code(),
        }
    }

    fn of(code: u8) -> Option<End> {
        Some(match code {
            0 => End::Finished,
            1 => End::Raised,
            2 => End::WaitsForever,
            3 => End::Stopped,
            limit => End::Limit(Limit::of(limit - 4)?),
        })
    }
}

const TEXT: TextId = TextId(0);
const FRAME: FrameId = FrameId(0);
const FUTURE: FutureId = FutureId(0);
const HANDLE: HandleId = HandleId(0);
const PRIMITIVE: PrimitiveId = PrimitiveId(0);
const LOOP: LoopId = LoopId(0);

impl Coded for Picture {
    fn code(self) -> u8 {
        match self {
            Picture::None => 0,
            Picture::Bool(value) => 1 + value.code(),
            Picture::Int(_) => 3,
            Picture::Float(_) => 4,
            Picture::Text(_) => 5,
            Picture::Future(_) => 6,
            Picture::Coroutine(_) => 7,
            Picture::Primitive(_) => 8,
            Picture::Loop(_) => 9,
        }
    }

    fn of(code: u8) -> Option<Picture> {
        Some(match code {
            0 => Picture::None,
            1 => Picture::Bool(false),
            2 => Picture::Bool(true),
            3 => Picture::Int(0.into()),
            4 => Picture::Float(0.0.into()),
            5 => Picture::Text(TEXT),
            6 => Picture::Future(FUTURE),
            7 => Picture::Coroutine(FRAME),
            8 => Picture::Primitive(PRIMITIVE),
            9 => Picture::Loop(LOOP),
            _ => return None,
        })
    }
}

impl Coded for Callee {
    fn code(self) -> u8 {
        match self {
            Callee::Step(_) => 0,
            Callee::Wakeup(_) => 1,
            Callee::Script(_) => 2,
            Callee::Internal(_) => 3,
        }
    }

    fn of(code: u8) -> Option<Callee> {
        [Callee::Step(FUTURE), Callee::Wakeup(FUTURE), Callee::Script(TEXT), Callee::Internal(TEXT)]
            .get(usize::from(code))
            .copied()
    }
}

impl Coded for Origin {
    fn code(self) -> u8 {
        match self {
            Origin::Soon => 0,
            Origin::Callbacks(_) => 1,
            Origin::Timers => 2,
            Origin::Thread => 3,
            Origin::Selector => 4,
        }
    }

    fn of(code: u8) -> Option<Origin> {
        [Origin::Soon, Origin::Callbacks(FUTURE), Origin::Timers, Origin::Thread, Origin::Selector]
            .get(usize::from(code))
            .copied()
    }
}

/// Writes a shape: an event whose numbers are all zero.
pub(super) fn write_shape(out: &mut Vec<u8>, shape: &Event) {
    use Event::*;
    let (tag, more): (u8, &[u8]) = match *shape {
        RunStarted => (0, &[]),
        RunEnded { end, status } => (1, &[end.code(), status]),
        FrameCreated { kind, .. } => (2, &[kind.code()]),
        FutureAwaitCreated { .. } => (3, &[]),
        FrameEntered { resumed, .. } => (4, &[resumed.code()]),
        FrameSuspended { value, .. } => (5, &[value.code()]),
        FrameReturned { value, .. } => (6, &[value.code()]),
        FrameRaised { .. } => (7, &[]),
        FrameDropped { .. } => (8, &[]),
        Line { line } => {
            out.push(9);
            write_number(out, line.into());
            return;
        }
        LocalBound { value, .. } => (10, &[value.code()]),
        LocalUnbound { .. } => (11, &[]),
        ExceptionRaised { .. } => (12, &[]),
        LoopCreated { .. } => (13, &[]),
        LoopEntered { .. } => (14, &[]),
        LoopLeft { .. } => (15, &[]),
        LoopClosed { .. } => (16, &[]),
        IterationBegan { .. } => (17, &[]),
        ClockAdvanced { reason, .. } => (18, &[reason.code()]),
        WorkerEntered { .. } => (19, &[]),
        WorkerLeft => (20, &[]),
        HandleCreated { callee, .. } => (21, &[callee.code()]),
        HandleReady { origin, .. } => (22, &[origin.code()]),
        TimerScheduled { .. } => (23, &[]),
        HandleCancelled { .. } => (24, &[]),
        HandleDropped { .. } => (25, &[]),
        HandleBegan { .. } => (26, &[]),
        HandleEnded { .. } => (27, &[]),
        FutureCreated { kind, .. } => (28, &[kind.code()]),
        TaskCreated { .. } => (29, &[]),
        TaskRenamed { .. } => (30, &[]),
        CallbackAdded { .. } => (31, &[]),
        CallbackRemoved { .. } => (32, &[]),
        FutureSettled { outcome, value, .. } => (33, &[outcome.code(), value.code()]),
        TaskWaits { .. } => (34, &[]),
        CancelRequested { .. } => (35, &[]),
        CancelTakenBack { .. } => (36, &[]),
        FutureDropped { .. } => (37, &[]),
        PrimitiveCreated { kind, .. } => (38, &[kind.code()]),
        PrimitiveChanged { .. } => (39, &[]),
        WaiterAdded { .. } => (40, &[]),
        WaiterRemoved { .. } => (41, &[]),
        Printed { stream, .. } => (42, &[stream.code()]),
        Breakpoint => (43, &[]),
        SentByHand => (46, &[]),
        WatchBegan { writes, .. } => (47, &[writes.code()]),
        WatchEnded { .. } => (48, &[]),
        ItemPut { item, .. } => (44, &[item.code()]),
        ItemTaken { .. } => (45, &[]),
    };
    out.push(tag);
    out.extend(more);
}

/// Reads a shape.
pub(super) fn read_shape(reader: &mut Reader<'_>) -> Option<Event> {
    use Event::*;
    let (frame, future, handle, primitive, event_loop) = (FRAME, FUTURE, HANDLE, PRIMITIVE, LOOP);
    let (task, name, text, exception, clock_ns) = (FUTURE, TEXT, TEXT, TEXT, 0);
    Some(match reader.byte()? {
        0 => RunStarted,
        1 => RunEnded { end: read(reader)?, status: reader.byte()? },
        2 => FrameCreated { frame, code: CodeId(0), kind: read(reader)? },
        3 => FutureAwaitCreated { frame, future },
        4 => FrameEntered { frame, resumed: read(reader)? },
        5 => FrameSuspended { frame, value: read(reader)? },
        6 => FrameReturned { frame, value: read(reader)? },
        7 => FrameRaised { frame, exception },
        8 => FrameDropped { frame },
        9 => Line { line: reader.small()? },
        10 => LocalBound { frame, name, value: read(reader)? },
        11 => LocalUnbound { frame, name },
        12 => ExceptionRaised { exception },
        13 => LoopCreated { event_loop },
        14 => LoopEntered { event_loop },
        15 => LoopLeft { event_loop },
        16 => LoopClosed { event_loop },
        17 => IterationBegan { iteration: 0 },
        18 => ClockAdvanced { by_ns: 0, reason: read(reader)? },
        19 => WorkerEntered { name, clock_ns },
        20 => WorkerLeft,
        21 => HandleCreated { handle, callee: read(reader)?, event_loop },
        22 => HandleReady { handle, origin: read(reader)? },
        23 => TimerScheduled { handle, due_ns: 0 },
        24 => HandleCancelled { handle },
        25 => HandleDropped { handle },
        26 => HandleBegan { handle },
        27 => HandleEnded { handle },
        28 => FutureCreated { future, kind: read(reader)?, event_loop },
        29 => TaskCreated { task, coroutine: frame, name },
        30 => TaskRenamed { task, name },
        31 => CallbackAdded { future, handle },
        32 => CallbackRemoved { future, handle },
        33 => FutureSettled { future, outcome: read(reader)?, value: read(reader)? },
        34 => TaskWaits { task, on: future },
        35 => CancelRequested { task, requests: 0 },
        36 => CancelTakenBack { task, requests: 0 },
        37 => FutureDropped { future },
        38 => PrimitiveCreated { primitive, kind: read(reader)?, value: 0 },
        44 => ItemPut { primitive, item: read(reader)? },
        45 => ItemTaken { primitive, place: 0 },
        39 => PrimitiveChanged { primitive, value: 0 },
        40 => WaiterAdded { primitive, future },
        41 => WaiterRemoved { primitive, future },
        42 => Printed { stream: read(reader)?, text },
        43 => Breakpoint,
        46 => SentByHand,
        47 => WatchBegan { handle, event_loop, fd: 0, socket: text, callback: text, writes: read(reader)? },
        48 => WatchEnded { handle },
        _ => return None,
    })
}

fn read<T: Coded>(reader: &mut Reader<'_>) -> Option<T> {
    T::of(reader.byte()?)
}

#[cfg(test)]
mod tests {
    use super::{read_shape, write_shape};
    use crate::pack::Reader;

    #[test]
    fn every_shape_that_can_be_read_is_written_the_same() {
        let mut read = 0;
        for tag in 0..=u8::MAX {
            for first in 0..16 {
                for second in 0..16 {
                    let bytes = [tag, first, second];
                    let mut reader = Reader { bytes: &bytes };
                    let Some(shape) = read_shape(&mut reader) else { continue };
                    let used = bytes.len() - reader.bytes.len();
                    let mut written = Vec::new();
                    write_shape(&mut written, &shape);
                    assert_eq!(written, bytes[..used], "{shape:?}");
                    read += 1;
                }
            }
        }
        assert!(read > 44);
    }
}
