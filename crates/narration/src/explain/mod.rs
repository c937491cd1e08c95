//! Which message tells an event. Each part says one kind of event; what a message needs it takes from the
//! worlds before and after.

mod event_loop;
mod frames;
mod futures;
mod handles;
mod internal;
mod late;
mod primitives;
mod program;
mod returns;
mod yields;

use crate::messages::{self, ITS_COROUTINE, SOMETHING, cancellation};
use crate::names::{Scene, called_code, number, words};
use crate::phrase::{Argument, Phrase, Segment};
use loopglass_trace::{Event, FutureId, HandleId, Tables, World};

/// What an event did and what that means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// What happened, in one sentence that names what it happened to.
    pub what: Phrase,
    /// What it means for what comes next, in one to three sentences.
    pub why: Phrase,
}

impl Explanation {
    fn of(what: &'static str, why: &'static str, arguments: &[Argument]) -> Explanation {
        Explanation { what: Phrase::of(what, arguments), why: Phrase::of(why, arguments) }
    }

    /// The same with one more reason.
    fn and(mut self, why: &'static str, arguments: &[Argument]) -> Explanation {
        self.why.add(why, arguments);
        self
    }

    /// Both as text.
    pub fn to_plain(&self) -> String {
        format!("{} {}", self.what.to_plain(), self.why.to_plain())
    }
}

/// Says what `event` did, which led from `before` to `after`.
pub fn explain(event: &Event, before: &World, after: &World, tables: &Tables) -> Explanation {
    let scene = Scene { event, before, after, tables };
    match *event {
        Event::RunStarted
        | Event::RunEnded { .. }
        | Event::Line { .. }
        | Event::LocalBound { .. }
        | Event::LocalUnbound { .. }
        | Event::ExceptionRaised { .. }
        | Event::Printed { .. }
        | Event::Breakpoint => program::explain(scene),

        Event::FrameCreated { .. }
        | Event::FutureAwaitCreated { .. }
        | Event::FrameEntered { .. }
        | Event::SentByHand
        | Event::FrameDropped { .. } => frames::explain(scene),
        Event::FrameSuspended { frame, value } => yields::explain(scene, frame, value),
        Event::FrameReturned { frame, value } => returns::returned(scene, frame, value),
        Event::FrameRaised { frame, exception } => returns::raised(scene, frame, exception),

        Event::LoopCreated { .. }
        | Event::LoopEntered { .. }
        | Event::LoopLeft { .. }
        | Event::LoopClosed { .. }
        | Event::WatchBegan { .. }
        | Event::WatchEnded { .. }
        | Event::IterationBegan { .. }
        | Event::WorkerEntered { .. }
        | Event::WorkerLeft
        | Event::ClockAdvanced { .. } => event_loop::explain(scene),

        Event::HandleCreated { .. }
        | Event::HandleReady { .. }
        | Event::TimerScheduled { .. }
        | Event::HandleCancelled { .. }
        | Event::HandleDropped { .. }
        | Event::HandleBegan { .. }
        | Event::HandleEnded { .. } => handles::explain(scene),

        Event::FutureCreated { .. }
        | Event::TaskCreated { .. }
        | Event::TaskRenamed { .. }
        | Event::CallbackAdded { .. }
        | Event::CallbackRemoved { .. }
        | Event::FutureSettled { .. }
        | Event::TaskWaits { .. }
        | Event::CancelRequested { .. }
        | Event::CancelTakenBack { .. }
        | Event::FutureDropped { .. } => futures::explain(scene),

        Event::PrimitiveCreated { .. }
        | Event::PrimitiveChanged { .. }
        | Event::ItemPut { .. }
        | Event::ItemTaken { .. }
        | Event::WaiterAdded { .. }
        | Event::WaiterRemoved { .. } => primitives::explain(scene),
    }
}

/// Says shortly that a handle runs, where `world` is true.
pub fn runs(handle: HandleId, world: &World, tables: &Tables) -> Phrase {
    let scene = Scene { event: &Event::WorkerLeft, before: world, after: world, tables };
    Phrase::of(messages::handles::RUNS, &[("handle", scene.handle(handle))])
}

/// Says that the cancellation of these tasks was requested, one after the other, where `world` is true.
pub fn cancelled_together(tasks: &[FutureId], world: &World, tables: &Tables) -> Phrase {
    let scene = Scene { event: &Event::WorkerLeft, before: world, after: world, tables };
    let name = |at: usize| tasks.get(at).map_or_else(|| words(SOMETHING), |task| scene.future(*task));
    let arguments = [
        ("holder", scene.holder(world)),
        ("first", name(0)),
        ("second", name(1)),
        ("third", name(2)),
        ("fourth", name(3)),
        ("count", number(tasks.len().saturating_sub(3))),
        ("task", name(0)),
    ];
    let what = match tasks.len() {
        0 | 1 => cancellation::REQUESTED,
        2 => cancellation::REQUESTED_TWO,
        3 => cancellation::REQUESTED_THREE,
        4 => cancellation::REQUESTED_FOUR,
        _ => cancellation::REQUESTED_MANY,
    };
    Phrase::of(what, &arguments)
}

/// Whether someone requested a task's cancellation and has not taken that back.
fn is_asked_to_end(scene: Scene<'_>, task: FutureId) -> bool {
    let part = scene.find_future(task).and_then(|future| future.task);
    part.is_some_and(|part| part.cancel_requests > 0)
}

/// The call by which a task's coroutine was made: `main()`.
fn coroutine(scene: Scene<'_>, task: FutureId) -> Segment {
    let part = scene.find_future(task).and_then(|future| future.task);
    match part {
        Some(part) => called_code(part.coroutine, part.code, scene.tables),
        None => words(ITS_COROUTINE),
    }
}
