//! The names that events and their parts have in a trace file: `snake_case`, and never changed lightly,
//! since stored traces use them.

use crate::event::{ClockReason, End, Event, FrameKind, FutureKind, Limit, Outcome, PrimitiveKind, Stream};

impl Event {
    /// The event's name in a trace file.
    pub fn name(&self) -> &'static str {
        match self {
            Event::RunStarted => "run_started",
            Event::RunEnded { .. } => "run_ended",
            Event::FrameCreated { .. } => "frame_created",
            Event::FutureAwaitCreated { .. } => "future_await_created",
            Event::FrameEntered { .. } => "frame_entered",
            Event::FrameSuspended { .. } => "frame_suspended",
            Event::FrameReturned { .. } => "frame_returned",
            Event::FrameRaised { .. } => "frame_raised",
            Event::FrameDropped { .. } => "frame_dropped",
            Event::Line { .. } => "line",
            Event::LocalBound { .. } => "local_bound",
            Event::LocalUnbound { .. } => "local_unbound",
            Event::ExceptionRaised { .. } => "exception_raised",
            Event::LoopCreated { .. } => "loop_created",
            Event::LoopEntered { .. } => "loop_entered",
            Event::LoopLeft { .. } => "loop_left",
            Event::LoopClosed { .. } => "loop_closed",
            Event::WatchBegan { .. } => "watch_began",
            Event::WatchEnded { .. } => "watch_ended",
            Event::IterationBegan { .. } => "iteration_began",
            Event::ClockAdvanced { .. } => "clock_advanced",
            Event::WorkerEntered { .. } => "worker_entered",
            Event::WorkerLeft => "worker_left",
            Event::SentByHand => "sent_by_hand",
            Event::HandleCreated { .. } => "handle_created",
            Event::HandleReady { .. } => "handle_ready",
            Event::TimerScheduled { .. } => "timer_scheduled",
            Event::HandleCancelled { .. } => "handle_cancelled",
            Event::HandleDropped { .. } => "handle_dropped",
            Event::HandleBegan { .. } => "handle_began",
            Event::HandleEnded { .. } => "handle_ended",
            Event::FutureCreated { .. } => "future_created",
            Event::TaskCreated { .. } => "task_created",
            Event::TaskRenamed { .. } => "task_renamed",
            Event::CallbackAdded { .. } => "callback_added",
            Event::CallbackRemoved { .. } => "callback_removed",
            Event::FutureSettled { .. } => "future_settled",
            Event::TaskWaits { .. } => "task_waits",
            Event::CancelRequested { .. } => "cancel_requested",
            Event::CancelTakenBack { .. } => "cancel_taken_back",
            Event::FutureDropped { .. } => "future_dropped",
            Event::PrimitiveCreated { .. } => "primitive_created",
            Event::PrimitiveChanged { .. } => "primitive_changed",
            Event::ItemPut { .. } => "item_put",
            Event::ItemTaken { .. } => "item_taken",
            Event::WaiterAdded { .. } => "waiter_added",
            Event::WaiterRemoved { .. } => "waiter_removed",
            Event::Printed { .. } => "printed",
            Event::Breakpoint => "breakpoint",
        }
    }
}

pub(super) fn frame_kind(kind: FrameKind) -> &'static str {
    match kind {
        FrameKind::Module => "module",
        FrameKind::Function => "function",
        FrameKind::Class => "class",
        FrameKind::Coroutine => "coroutine",
        FrameKind::Generator => "generator",
        FrameKind::AsyncGenerator => "async_generator",
        FrameKind::FutureAwait => "future_await",
    }
}

pub(super) fn future_kind(kind: FutureKind) -> &'static str {
    match kind {
        FutureKind::Future => "future",
        FutureKind::Task => "task",
        FutureKind::Gather => "gather",
    }
}

pub(super) fn primitive_kind(kind: PrimitiveKind) -> &'static str {
    match kind {
        PrimitiveKind::Lock => "lock",
        PrimitiveKind::Event => "event",
        PrimitiveKind::Condition => "condition",
        PrimitiveKind::Semaphore => "semaphore",
        PrimitiveKind::Queue => "queue",
        PrimitiveKind::Barrier => "barrier",
    }
}

pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Result => "result",
        Outcome::Exception => "exception",
        Outcome::Cancelled => "cancelled",
    }
}

pub(super) fn clock_reason(reason: ClockReason) -> &'static str {
    match reason {
        ClockReason::Select => "select",
        ClockReason::Sleep => "sleep",
    }
}

pub(super) fn stream(stream: Stream) -> &'static str {
    match stream {
        Stream::Out => "stdout",
        Stream::Err => "stderr",
    }
}

pub(super) fn end(end: End) -> &'static str {
    match end {
        End::Finished => "finished",
        End::Raised => "raised",
        End::WaitsForever => "waits_forever",
        End::Limit(Limit::Steps) => "limit_steps",
        End::Limit(Limit::Events) => "limit_events",
        End::Limit(Limit::Memory) => "limit_memory",
        End::Limit(Limit::Output) => "limit_output",
        End::Limit(Limit::Time) => "limit_time",
        End::Stopped => "stopped",
    }
}
