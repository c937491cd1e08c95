//! What can happen in a run, one small typed event each. An event states a fact about the machine and
//! never a sentence, a colour or a place on screen. Texts are interned in the trace ([`TextId`]).

use crate::ids::{CodeId, FrameId, FutureId, HandleId, LoopId, PrimitiveId, TextId};

/// A number of eight bytes that lies wherever one of four may: so an event takes 24 bytes instead of 32.
#[derive(Clone, Copy, Debug)]
#[repr(C, packed(4))]
pub struct Wide<T: Copy>(T);

impl<T: Copy> Wide<T> {
    /// The number.
    #[inline]
    pub fn get(self) -> T {
        self.0
    }
}

impl<T: Copy> From<T> for Wide<T> {
    #[inline]
    fn from(number: T) -> Wide<T> {
        Wide(number)
    }
}

/// A bounded picture of a Python value, taken when it was bound, sent, returned or set.
#[derive(Clone, Copy, Debug)]
pub enum Picture {
    /// `None`.
    None,
    /// `True` or `False`.
    Bool(bool),
    /// An `int` that fits 64 bits.
    Int(Wide<i64>),
    /// A `float`.
    Float(Wide<f64>),
    /// At most 80 characters of `repr`, taken without running the script's own `__repr__`.
    Text(TextId),
    /// A future or a task.
    Future(FutureId),
    /// A coroutine or generator object.
    Coroutine(FrameId),
    /// A lock, event, queue or the like.
    Primitive(PrimitiveId),
    /// An event loop.
    Loop(LoopId),
}

impl PartialEq for Picture {
    /// Whether both show the same: unlike as numbers, a NaN shows the same as itself.
    fn eq(&self, other: &Picture) -> bool {
        match (self, other) {
            (Picture::None, Picture::None) => true,
            (Picture::Bool(a), Picture::Bool(b)) => a == b,
            (Picture::Int(a), Picture::Int(b)) => a.get() == b.get(),
            (Picture::Float(a), Picture::Float(b)) => a.get().to_bits() == b.get().to_bits(),
            (Picture::Text(a), Picture::Text(b)) => a == b,
            (Picture::Future(a), Picture::Future(b)) => a == b,
            (Picture::Coroutine(a), Picture::Coroutine(b)) => a == b,
            (Picture::Primitive(a), Picture::Primitive(b)) => a == b,
            (Picture::Loop(a), Picture::Loop(b)) => a == b,
            _ => false,
        }
    }
}

/// What a frame runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FrameKind {
    /// The script's top level.
    Module,
    /// A plain function or method, a comprehension or a lambda.
    Function,
    /// The body of a class statement.
    Class,
    /// The body of an `async def`.
    Coroutine,
    /// The body of a generator function (`yield` in a `def`), a script's own `__await__` included.
    Generator,
    /// The body of an `async def` with `yield`.
    AsyncGenerator,
    /// `Future.__await__`: the iterator that yields the future itself while it is pending.
    FutureAwait,
}

/// What a handle calls when it runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Callee {
    /// `Task.__step`: the first step of a task, or one after a bare `yield`.
    Step(FutureId),
    /// `Task.__wakeup`: the task is resumed because what it waited on is done.
    Wakeup(FutureId),
    /// A function of the script.
    Script(TextId),
    /// A callback inside asyncio (of `gather`, `wait_for`, `run_until_complete` and the like), by its
    /// qualified name.
    Internal(TextId),
}

/// What a future is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FutureKind {
    /// A plain `asyncio.Future`.
    Future,
    /// An `asyncio.Task`.
    Task,
    /// The future that `asyncio.gather` returns.
    Gather,
}

/// How a future ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// `set_result`.
    Result,
    /// `set_exception`.
    Exception,
    /// `cancel` took effect.
    Cancelled,
}

/// Where a handle waits, and so where it leaves from when it becomes ready.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// `call_soon`: it enters the ready queue as it is made.
    Soon,
    /// The callback list of a future that is now done.
    Callbacks(FutureId),
    /// The timers, because its time has come.
    Timers,
    /// Another thread's `call_soon_threadsafe`.
    Thread,
    /// The sockets that are watched, because its socket is ready.
    Selector,
}

/// Why the virtual clock moved, other than by a line's or an iteration's own cost.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClockReason {
    /// The selector waited for the next timer.
    Select,
    /// `time.sleep` blocked the whole thread.
    Sleep,
}

/// A stream that text is printed on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// What kind of synchronisation object a [`PrimitiveId`] is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PrimitiveKind {
    /// `asyncio.Lock`.
    Lock,
    /// `asyncio.Event`.
    Event,
    /// `asyncio.Condition`.
    Condition,
    /// `asyncio.Semaphore` or `BoundedSemaphore`.
    Semaphore,
    /// `asyncio.Queue` and its subclasses.
    Queue,
    /// `asyncio.Barrier`.
    Barrier,
}

/// A bound that the machine keeps, so that a stranger's script cannot take the page down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// Instructions executed.
    Steps,
    /// Events recorded.
    Events,
    /// Bytes of memory held by the script's objects.
    Memory,
    /// Bytes printed.
    Output,
    /// Virtual time passed.
    Time,
}

/// Why a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// The script came to its end (exit status 0) or called `sys.exit`.
    Finished,
    /// An exception left the script.
    Raised,
    /// The loop has nothing ready and nothing scheduled: it would wait forever.
    WaitsForever,
    /// A limit was reached; the trace so far stands.
    Limit(Limit),
    /// The person stopped it.
    Stopped,
}

/// One step of a run. Applying it to a [`World`](crate::World) yields what is true after it.
///
/// The clock is part of the fold: [`Event::Line`] adds the line cost, [`Event::IterationBegan`] the
/// iteration cost, and [`Event::ClockAdvanced`] what it says, all in nanoseconds of virtual time. Between
/// [`Event::WorkerEntered`] and [`Event::WorkerLeft`] it is the clock of a worker thread.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Event {
    /// Control enters the script's module frame.
    RunStarted,
    /// The run is over; no event follows.
    RunEnded {
        /// Why.
        end: End,
        /// The exit status that `python FILE` would have.
        status: u8,
    },

    /// A frame exists: a call is about to begin, or a coroutine or generator object was created.
    FrameCreated {
        /// The new frame.
        frame: FrameId,
        /// Its code: name and first line.
        code: CodeId,
        /// What it runs.
        kind: FrameKind,
    },
    /// `Future.__await__` was called: its iterator is a frame of its own, without lines.
    FutureAwaitCreated {
        /// The new frame, of kind [`FrameKind::FutureAwait`].
        frame: FrameId,
        /// The future that is awaited.
        future: FutureId,
    },
    /// Control enters the frame from the one on top of the control stack: a call, a first `send`, or
    /// (`resumed`) a later `send` or `throw` into a suspended frame.
    ///
    /// Resuming a coroutine that awaits is one such event for each frame of its chain, from the outermost to
    /// the innermost, with nothing between them: that is how a reader knows that they passed control on.
    FrameEntered {
        /// The frame that now has control.
        frame: FrameId,
        /// Whether it had been suspended before.
        resumed: bool,
    },
    /// A coroutine of the script calls `send` itself: it does not await the one that is entered next.
    SentByHand,
    /// The frame on top of the control stack yields; control goes back to who resumed it. If that one awaits
    /// the frame, its own suspension is the very next event.
    FrameSuspended {
        /// The frame that now is suspended.
        frame: FrameId,
        /// What it yielded.
        value: Picture,
    },
    /// The frame on top of the control stack returns and is gone.
    FrameReturned {
        /// The frame.
        frame: FrameId,
        /// Its return value.
        value: Picture,
    },
    /// An exception leaves the frame on top of the control stack, which is gone.
    FrameRaised {
        /// The frame.
        frame: FrameId,
        /// `TypeName: message`.
        exception: TextId,
    },
    /// The last reference to a coroutine or generator object went; if it never ran, that is a mistake.
    FrameDropped {
        /// The frame.
        frame: FrameId,
    },

    /// The frame on top of the control stack is about to execute a line.
    Line {
        /// The line, from 1, in the script.
        line: u32,
    },
    /// A local of the frame (a global, for the module's frame) was bound to a new value.
    LocalBound {
        /// The frame.
        frame: FrameId,
        /// The variable's name.
        name: TextId,
        /// Its value.
        value: Picture,
    },
    /// A local was deleted.
    LocalUnbound {
        /// The frame.
        frame: FrameId,
        /// The variable's name.
        name: TextId,
    },
    /// An exception was raised in the frame on top of the control stack, or arrived in it.
    ExceptionRaised {
        /// `TypeName: message`.
        exception: TextId,
    },

    /// An event loop was created.
    LoopCreated {
        /// The loop.
        event_loop: LoopId,
    },
    /// `run_forever` or `run_until_complete` began: control goes from the program to the loop.
    LoopEntered {
        /// The loop.
        event_loop: LoopId,
    },
    /// The loop stopped running: control goes back to the program.
    LoopLeft {
        /// The loop.
        event_loop: LoopId,
    },
    /// `close` was called on the loop.
    LoopClosed {
        /// The loop.
        event_loop: LoopId,
    },
    /// `_run_once` begins; adds the iteration cost to the clock.
    IterationBegan {
        /// Number of the iteration, from 1, over the whole run.
        iteration: u32,
    },
    /// A socket is watched from now on: this handle enters the ready queue whenever it can be read, or written.
    WatchBegan {
        /// The handle, which is created anew each time.
        handle: HandleId,
        /// The loop that watches.
        event_loop: LoopId,
        /// The socket's descriptor.
        fd: u32,
        /// What the socket is: `listening on 127.0.0.1:8888`.
        socket: TextId,
        /// What the handle calls.
        callback: TextId,
        /// Whether it is watched for writing, not for reading.
        writes: bool,
    },
    /// It is watched no more.
    WatchEnded {
        /// The handle.
        handle: HandleId,
    },
    /// The clock moved by itself.
    ClockAdvanced {
        /// By how many nanoseconds.
        by_ns: u64,
        /// Why.
        reason: ClockReason,
    },

    /// Control goes to a worker thread, whose clock starts at this moment. It runs until it is done or has to wait (each
    /// of its frames is then suspended); what the program does meanwhile comes after it in the trace.
    WorkerEntered {
        /// The thread's name.
        name: TextId,
        /// What its clock reads, in nanoseconds.
        clock_ns: u64,
    },
    /// Control comes back from the worker thread, which is done or waits, and the clock to where it was when the worker
    /// was entered.
    WorkerLeft,

    /// A handle was created; it is in no list yet. The next event places it.
    HandleCreated {
        /// The handle.
        handle: HandleId,
        /// What it will call.
        callee: Callee,
        /// The loop whose queue and timers it may enter.
        event_loop: LoopId,
    },
    /// The handle entered the right end of the ready queue.
    HandleReady {
        /// The handle.
        handle: HandleId,
        /// Where it came from.
        origin: Origin,
    },
    /// `call_later` or `call_at`: the handle entered the timers.
    TimerScheduled {
        /// The handle.
        handle: HandleId,
        /// When it is due, in nanoseconds on the loop's clock; before its beginning where the script says so.
        due_ns: i64,
    },
    /// `Handle.cancel`: it stays where it is but will not run.
    HandleCancelled {
        /// The handle.
        handle: HandleId,
    },
    /// A cancelled handle was dropped from the queue or the timers, without running.
    HandleDropped {
        /// The handle.
        handle: HandleId,
    },
    /// The handle left the left end of the ready queue and runs: it is in the running slot.
    HandleBegan {
        /// The handle.
        handle: HandleId,
    },
    /// The handle has run; control is back in the loop, and the slot is empty.
    HandleEnded {
        /// The handle.
        handle: HandleId,
    },

    /// A future was created.
    FutureCreated {
        /// The future.
        future: FutureId,
        /// What it is.
        kind: FutureKind,
        /// The loop it is tied to.
        event_loop: LoopId,
    },
    /// The future just created is a task: it drives a coroutine and has a name.
    TaskCreated {
        /// The task.
        task: FutureId,
        /// The coroutine's frame.
        coroutine: FrameId,
        /// Its task name, `Task-1` by default.
        name: TextId,
    },
    /// `set_name`.
    TaskRenamed {
        /// The task.
        task: FutureId,
        /// The new name.
        name: TextId,
    },
    /// `add_done_callback`: the handle-to-be entered the right end of the callback list.
    CallbackAdded {
        /// The future whose list it is.
        future: FutureId,
        /// The chip, which later becomes the handle.
        handle: HandleId,
    },
    /// `remove_done_callback`, or cleared without running.
    CallbackRemoved {
        /// The future whose list it was in.
        future: FutureId,
        /// The chip.
        handle: HandleId,
    },
    /// The future is done. Its callbacks follow as [`Event::HandleReady`], one each.
    FutureSettled {
        /// The future.
        future: FutureId,
        /// How.
        outcome: Outcome,
        /// Its result; for an exception `TypeName: message`; for a cancellation its message, or `None`.
        value: Picture,
    },
    /// `Task._fut_waiter`: the task's step got this future and will be woken by it.
    TaskWaits {
        /// The task.
        task: FutureId,
        /// What it waits on.
        on: FutureId,
    },
    /// `Task.cancel`: a cancellation was requested; the count is `Task.cancelling()`.
    CancelRequested {
        /// The task.
        task: FutureId,
        /// Number of requests not taken back.
        requests: u32,
    },
    /// `Task.uncancel`.
    CancelTakenBack {
        /// The task.
        task: FutureId,
        /// Number of requests left.
        requests: u32,
    },
    /// The last reference to a future or task went.
    FutureDropped {
        /// The future.
        future: FutureId,
    },

    /// A synchronisation object was created.
    PrimitiveCreated {
        /// The object.
        primitive: PrimitiveId,
        /// What it is.
        kind: PrimitiveKind,
        /// Its starting value: free permits of a semaphore, bound of a queue (0: none), parties of a
        /// barrier, 0 for the others.
        value: i64,
    },
    /// The object's value changed: a lock is held (1) or free (0), an event set (1) or clear (0), a
    /// semaphore's free permits, a barrier's arrivals; a queue's size, where it is not known which items those are.
    PrimitiveChanged {
        /// The object.
        primitive: PrimitiveId,
        /// The new value.
        value: i64,
    },
    /// An item was put into a queue, which holds one more.
    ItemPut {
        /// The queue.
        primitive: PrimitiveId,
        /// The item.
        item: Picture,
    },
    /// An item was taken out of a queue, which holds one less.
    ItemTaken {
        /// The queue.
        primitive: PrimitiveId,
        /// Its place among the items in it, in the order in which they were put in.
        place: u32,
    },
    /// A future joined the object's waiters.
    WaiterAdded {
        /// The object.
        primitive: PrimitiveId,
        /// The future that its waiter awaits.
        future: FutureId,
    },
    /// A future left the object's waiters.
    WaiterRemoved {
        /// The object.
        primitive: PrimitiveId,
        /// The future.
        future: FutureId,
    },

    /// Text was printed.
    Printed {
        /// On which stream.
        stream: Stream,
        /// The text, line ends included.
        text: TextId,
    },
    /// `breakpoint()` was called.
    Breakpoint,
}
