//! What may be predicted before the next step: a question about what the world already decides, and its answer.

use crate::messages::hints as say;
use crate::names::{Scene, called_code, moment, number, wakeup};
use crate::phrase::{Argument, Phrase};
use loopglass_trace::{
    Callee, Control, Event, FrameId, FrameKind, FutureId, FutureState, HandleId, Outcome, Picture, Tables,
    World,
};

/// A question about what comes next, and its answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hint {
    /// What may be predicted.
    pub question: Phrase,
    /// What will happen.
    pub answer: Phrase,
}

impl Hint {
    fn of(question: &'static str, answer: &'static str, arguments: &[Argument]) -> Option<Hint> {
        Some(Hint { question: Phrase::of(question, arguments), answer: Phrase::of(answer, arguments) })
    }
}

/// What may be predicted after `event`, which led from `before` to `after`; `None` where the answer would need
/// more than the world after it.
pub fn next_hint(event: &Event, before: &World, after: &World, tables: &Tables) -> Option<Hint> {
    let scene = Scene { event, before, after, tables };
    if after.end.is_some() {
        return None;
    }
    match *event {
        Event::HandleEnded { handle } if may_stop_loop(scene, handle) => None,
        Event::HandleEnded { .. } | Event::LoopEntered { .. } => what_runs_next(scene),
        Event::IterationBegan { .. } if after.ready().is_empty() => what_runs_next(scene),
        Event::TaskCreated { task, .. } if after.running_loop().is_some() => does_it_run(scene, task),
        Event::FutureAwaitCreated { future, .. } => does_await_yield(scene, future),
        Event::FrameEntered { frame, resumed: false } => does_entry_yield(scene, frame),
        Event::FrameSuspended { frame, value } => where_does_it_go(scene, frame, value),
        Event::FrameReturned { value, .. } => what_becomes_of(scene, value),
        Event::CallbackAdded { future, handle } => when_does_it_resume(scene, future, handle),
        Event::FutureSettled { future, outcome, .. } if outcome != Outcome::Cancelled => {
            who_is_woken(scene, future)
        }
        _ => None,
    }
}

/// Whether a handle that ran may have asked the loop to stop; then what is ready need not run.
fn may_stop_loop(scene: Scene<'_>, handle: HandleId) -> bool {
    match scene.before.handles.get(handle).map(|handle| handle.callee) {
        Some(Callee::Internal(name) | Callee::Script(name)) => {
            matches!(scene.tables.text(name).rsplit('.').next(), Some("_run_until_complete_cb" | "stop"))
        }
        _ => false,
    }
}

fn what_runs_next(scene: Scene<'_>) -> Option<Hint> {
    let world = scene.after;
    if let Some(next) = world.ready().first() {
        let began = matches!(scene.event, Event::HandleEnded { .. });
        let answer = if began { say::RUNS_NEXT } else { say::RUNS_NEXT_ITERATION };
        return Hint::of(say::WHAT_RUNS_NEXT, answer, &[("next", scene.handle(*next))]);
    }
    let live = |handle: HandleId| world.handles.get(handle).is_some_and(|handle| !handle.cancelled);
    match world.timers().iter().find(|timer| live(timer.handle)) {
        Some(timer) => {
            let arguments = [("timer", scene.handle(timer.handle)), ("due", moment(timer.due()))];
            let answer = if timer.due() <= world.clock_ns { say::RUNS_DUE } else { say::RUNS_TIMER };
            Hint::of(say::WHAT_RUNS_NEXT, answer, &arguments)
        }
        None => Hint::of(say::WHAT_RUNS_NEXT, say::RUNS_NOTHING, &[]),
    }
}

fn does_it_run(scene: Scene<'_>, task: FutureId) -> Option<Hint> {
    let part = scene.after.futures.get(task)?.task?;
    let coroutine = called_code(part.coroutine, part.code, scene.tables);
    let arguments = [("coroutine", coroutine), ("holder", scene.holder(scene.after))];
    Hint::of(say::DOES_IT_RUN, say::RUNS_LATER, &arguments)
}

fn does_await_yield(scene: Scene<'_>, future: FutureId) -> Option<Hint> {
    let done = scene.after.futures.get(future)?.state.is_done();
    let answer = if done { say::AWAIT_DOES_NOT_YIELD } else { say::AWAIT_YIELDS };
    Hint::of(say::DOES_AWAIT_YIELD, answer, &[("future", scene.future(future))])
}

fn does_entry_yield(scene: Scene<'_>, id: FrameId) -> Option<Hint> {
    let frame = scene.after.frames.get(id)?;
    if let Some(future) = frame.awaits {
        return does_await_yield(scene, future);
    }
    let parent = frame.parent.and_then(|parent| scene.after.frames.get(parent))?;
    let awaited = frame.task.is_none()
        && !scene.before.sent_by_hand
        && frame.kind == FrameKind::Coroutine
        && parent.kind == FrameKind::Coroutine
        && scene.after.running_loop().is_some();
    if awaited { Hint::of(say::DOES_AWAIT_YIELD, say::AWAIT_COROUTINE, &[]) } else { None }
}

fn where_does_it_go(scene: Scene<'_>, id: FrameId, value: Picture) -> Option<Hint> {
    let receiver = *scene.after.control.last()?;
    let is_awaited = scene.before.frames.get(id).is_some_and(|frame| {
        matches!(frame.kind, FrameKind::FutureAwait) && matches!(receiver, Control::Frame(_))
    });
    if is_awaited {
        let step = scene.after.control.iter_back().find(|holder| matches!(holder, Control::Handle(_)))?;
        let Control::Handle(step) = *step else { return None };
        let arguments = [("caller", scene.runner(step, scene.after))];
        return Hint::of(say::WHERE_DOES_IT_GO, say::GOES_TO_STEP, &arguments);
    }
    let Control::Handle(step) = receiver else { return None };
    let task = scene.after.handles.get(step).and_then(|handle| handle.task())?;
    let mut arguments = vec![("step", scene.runner(step, scene.after)), ("task", scene.future(task))];
    match value {
        Picture::Future(future) => {
            arguments.push(("future", scene.future(future)));
            arguments.push(("wakeup", wakeup(scene.future(task))));
            Hint::of(say::WHAT_DOES_STEP_DO, say::STEP_ADDS_CALLBACK, &arguments)
        }
        Picture::None => Hint::of(say::WHAT_DOES_STEP_DO, say::STEP_SCHEDULES, &arguments),
        _ => None,
    }
}

fn what_becomes_of(scene: Scene<'_>, value: Picture) -> Option<Hint> {
    let Some(Control::Handle(step)) = scene.after.control.last() else { return None };
    let task = scene.after.handles.get(*step).and_then(|handle| handle.task())?;
    let arguments = [("value", scene.value(value)), ("task", scene.future(task))];
    Hint::of(say::WHAT_HAPPENS_TO_RETURN, say::RETURN_BECOMES_RESULT, &arguments)
}

fn when_does_it_resume(scene: Scene<'_>, future: FutureId, handle: HandleId) -> Option<Hint> {
    let task = scene.after.handles.get(handle).and_then(|handle| handle.task())?;
    let arguments = [("task", scene.future(task)), ("future", scene.future(future))];
    Hint::of(say::WHEN_DOES_IT_RESUME, say::RESUMES_WHEN_DONE, &arguments)
}

fn who_is_woken(scene: Scene<'_>, future: FutureId) -> Option<Hint> {
    let settled = scene.after.futures.get(future)?;
    debug_assert!(matches!(settled.state, FutureState::Done | FutureState::Failed));
    match &settled.callbacks[..] {
        [] => Hint::of(say::WHO_IS_WOKEN, say::WOKEN_NOBODY, &[]),
        [only] => Hint::of(say::WHO_IS_WOKEN, say::WOKEN, &[("first", scene.handle(*only))]),
        many => Hint::of(say::WHO_IS_WOKEN, say::WOKEN_MANY, &[("count", number(many.len()))]),
    }
}
