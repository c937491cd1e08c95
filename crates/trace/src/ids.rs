//! The typed ids that events speak in. Each is a sequence of its own, starting at 0, given out by the
//! producer in order of creation; none is an address, so two runs of one script number alike.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub u32);

        impl $name {
            /// The id as a vector index.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl crate::persist::Key for $name {
            fn to_index(self) -> usize {
                self.index()
            }

            fn from_index(index: usize) -> Self {
                $name(index as u32)
            }
        }
    )*};
}

ids! {
    /// One activation of code: the module's, a function call's, or a coroutine or generator object's
    /// (which has its frame from the moment the object is created, before it is ever started).
    FrameId,
    /// A future or a task: CPython's `Task` is a `Future`, so both share one sequence.
    FutureId,
    /// A handle: one scheduled call of a callback, from the moment it enters a callback list, the timers
    /// or the ready queue until it has run or was cancelled. It is one chip on screen all that time.
    HandleId,
    /// An event loop.
    LoopId,
    /// A lock, event, condition, semaphore, queue or barrier.
    PrimitiveId,
    /// An interned text of the trace: names, printed text, pictures of values.
    TextId,
    /// A code object: function name, first line, kind.
    CodeId,
}
