//! Which line of the simplified asyncio an event executes. An event of the script itself, a line or a print,
//! executes none.

use super::listings::Mark;
use super::{Spot, spot};
use crate::names::{Scene, in_hidden, is_hidden};
use loopglass_trace::{
    Callee, ClockReason, Control, Event, FrameId, FrameKind, FutureId, FutureKind, FutureState, HandleId,
    Origin, Outcome, Picture, Tables, World,
};

/// The line that `event` executes, which led from `before` to `after`.
pub fn executing(event: &Event, before: &World, after: &World, tables: &Tables) -> Option<Spot> {
    mark(Scene { event, before, after, tables }).and_then(spot)
}

/// Whether an event may execute a line, as far as that can be told without its worlds.
pub fn may_execute(event: &Event) -> bool {
    !matches!(
        event,
        Event::Line { .. }
            | Event::LocalBound { .. }
            | Event::Printed { .. }
            | Event::FrameCreated { .. }
            | Event::ExceptionRaised { .. }
    )
}

fn mark(scene: Scene<'_>) -> Option<Mark> {
    match *scene.event {
        Event::LoopEntered { .. } => Some(Mark::ForeverBegins),
        Event::LoopLeft { .. } => Some(Mark::ForeverEnds),
        Event::IterationBegan { .. } => Some(Mark::OnceBegins),
        Event::ClockAdvanced { reason: ClockReason::Select, .. } => Some(Mark::OnceSelect),
        Event::HandleBegan { handle } => match callee(scene.before, handle) {
            Some(Callee::Wakeup(_)) => Some(Mark::WakeupResult),
            _ => Some(Mark::OncePop),
        },
        Event::HandleEnded { .. } => Some(Mark::OnceRounds),
        Event::HandleDropped { .. } => Some(Mark::OnceSkip),
        // A sleep cancels its timer on its way out, which changes nothing where that has run.
        Event::HandleCancelled { handle } if scene.before.handles.contains(handle) => {
            Some(Mark::HandleCancelled)
        }
        Event::HandleCreated { callee: Callee::Step(_), .. } => Some(Mark::SoonHandle),
        Event::HandleReady { handle, origin } => ready(scene, handle, origin),
        Event::TimerScheduled { .. } if in_hidden(scene, "sleep") => Some(Mark::SleepTimer),
        Event::TimerScheduled { .. } => Some(Mark::LaterPush),

        Event::FrameEntered { frame, resumed } => entered(scene, frame, resumed),
        Event::FutureAwaitCreated { .. } if in_hidden(scene, "sleep") => Some(Mark::SleepAwaits),
        Event::FutureAwaitCreated { .. } => Some(Mark::AwaitBegins),
        Event::FrameSuspended { frame, value } => suspended(scene, frame, value),
        Event::FrameReturned { frame, .. } => match kind(scene, frame) {
            Some(FrameKind::FutureAwait) => Some(Mark::AwaitResult),
            Some(FrameKind::Coroutine) if back_in_step(scene) => Some(Mark::StepStop),
            Some(FrameKind::Coroutine) if is_sleep(scene, frame) => Some(Mark::SleepReturns),
            _ => None,
        },
        Event::FrameRaised { frame, exception } => match kind(scene, frame) {
            Some(FrameKind::FutureAwait) => Some(Mark::AwaitResult),
            Some(FrameKind::Coroutine) if back_in_step(scene) => {
                let cancelled = scene.tables.text(exception).starts_with("CancelledError");
                Some(if cancelled { Mark::StepCancelled } else { Mark::StepError })
            }
            _ => None,
        },

        Event::FutureCreated { kind, .. } => match kind {
            FutureKind::Task => Some(Mark::InitFuture),
            FutureKind::Gather => Some(Mark::GatherFuture),
            FutureKind::Future if in_hidden(scene, "sleep") => Some(Mark::SleepFuture),
            FutureKind::Future => None,
        },
        Event::TaskCreated { .. } => Some(Mark::InitCoroutine),
        Event::CallbackAdded { handle, .. } => callback_added(scene, handle),
        Event::FutureSettled { future, outcome, .. } => settled(scene, future, outcome),
        Event::TaskWaits { .. } => Some(Mark::StepWaits),
        Event::CancelRequested { task, .. } => {
            let waits = scene
                .after
                .futures
                .get(task)
                .is_some_and(|task| matches!(task.state, FutureState::Waiting(_)));
            Some(if waits { Mark::CancelWaiter } else { Mark::CancelCount })
        }
        _ => None,
    }
}

fn callee(world: &World, handle: HandleId) -> Option<Callee> {
    world.handles.get(handle).map(|handle| handle.callee)
}

fn kind(scene: Scene<'_>, frame: FrameId) -> Option<FrameKind> {
    scene.before.frames.get(frame).map(|frame| frame.kind)
}

/// Whether a frame is that of an `asyncio.sleep`.
fn is_sleep(scene: Scene<'_>, frame: FrameId) -> bool {
    scene.before.frames.get(frame).is_some_and(|frame| is_hidden(scene, frame.code, "sleep"))
}

/// Whether control is with a task's step, and not with a coroutine.
fn back_in_step(scene: Scene<'_>) -> bool {
    match scene.after.control.last() {
        Some(Control::Handle(handle)) => {
            matches!(callee(scene.after, *handle), Some(Callee::Step(_) | Callee::Wakeup(_)))
        }
        _ => false,
    }
}

fn ready(scene: Scene<'_>, handle: HandleId, origin: Origin) -> Option<Mark> {
    match (origin, callee(scene.after, handle)) {
        (Origin::Timers, _) => Some(Mark::OnceTimerDue),
        (Origin::Callbacks(_), _) => Some(Mark::SetSchedule),
        (Origin::Soon, Some(Callee::Step(task))) => {
            let state = scene.before.futures.get(task).map(|task| task.state);
            Some(if state == Some(FutureState::Created) { Mark::InitSoon } else { Mark::StepAgain })
        }
        (Origin::Soon | Origin::Thread | Origin::Selector, _) => Some(Mark::SoonAppend),
    }
}

fn entered(scene: Scene<'_>, id: FrameId, resumed: bool) -> Option<Mark> {
    let frame = scene.after.frames.get(id)?;
    match (frame.kind, scene.before.control.last()) {
        (FrameKind::FutureAwait, _) => Some(if resumed { Mark::AwaitResult } else { Mark::AwaitBegins }),
        (FrameKind::Coroutine, Some(Control::Handle(_))) => Some(Mark::StepSend),
        (FrameKind::Coroutine, _) if !resumed && is_sleep(scene, id) => Some(Mark::SleepBegins),
        (FrameKind::Generator, _) if is_hidden(scene, frame.code, "__sleep0") => Some(Mark::SleepYields),
        _ => None,
    }
}

fn suspended(scene: Scene<'_>, frame: FrameId, value: Picture) -> Option<Mark> {
    match (kind(scene, frame)?, value) {
        (FrameKind::FutureAwait, _) => Some(Mark::AwaitYields),
        (FrameKind::Coroutine, Picture::None) if back_in_step(scene) => Some(Mark::StepAgain),
        (FrameKind::Coroutine, Picture::Future(_)) if back_in_step(scene) => Some(Mark::StepCallback),
        (FrameKind::Coroutine, _) if back_in_step(scene) => Some(Mark::StepYielded),
        (FrameKind::Generator | FrameKind::Coroutine, Picture::None) => {
            let frame = scene.before.frames.get(frame).filter(|frame| frame.delegate.is_none());
            let code = frame.and_then(|frame| frame.code);
            let sleeps = is_hidden(scene, code, "__sleep0") || is_hidden(scene, code, "sleep");
            sleeps.then_some(Mark::SleepYields)
        }
        _ => None,
    }
}

fn callback_added(scene: Scene<'_>, handle: HandleId) -> Option<Mark> {
    match callee(scene.after, handle) {
        Some(Callee::Wakeup(_) | Callee::Step(_)) => Some(Mark::StepCallback),
        Some(Callee::Internal(name)) => match scene.tables.text(name) {
            "_run_until_complete_cb" => Some(Mark::UntilCallback),
            name if name.contains("gather") => Some(Mark::GatherCallback),
            _ => Some(Mark::AddAppend),
        },
        _ => Some(Mark::AddAppend),
    }
}

/// A task settles itself in its own step; any other future is settled by someone who holds it.
fn settled(scene: Scene<'_>, future: FutureId, outcome: Outcome) -> Option<Mark> {
    let kind = scene.after.futures.get(future).map(|future| future.kind);
    match (kind, outcome) {
        (Some(FutureKind::Task), Outcome::Result) => Some(Mark::StepResult),
        (Some(FutureKind::Task), Outcome::Exception) => Some(Mark::StepException),
        (Some(FutureKind::Task), Outcome::Cancelled) => Some(Mark::StepCancel),
        (Some(FutureKind::Gather), Outcome::Result) => Some(Mark::GatherDone),
        (_, Outcome::Result) => Some(Mark::SetState),
        (_, Outcome::Exception | Outcome::Cancelled) => None,
    }
}
