//! One sentence for an event, and one for its reason.

use super::names;
use loopglass_trace::{
    ClockReason, Control, End, Event, FutureState, HandleId, Origin, Outcome, Tables, World,
};

/// What `event` did, and why it happened.
pub fn explain(event: &Event, before: &World, after: &World, tables: &Tables) -> (String, String) {
    let label = |future| after.label(future, tables);
    let chip = |handle: HandleId| {
        let known = if after.handles.contains(handle) { after } else { before };
        names::chip(handle, super::Place::Ready, known, tables).map_or_else(String::new, |chip| chip.label)
    };
    let who = |world: &World| holder(world, tables);
    let frame = |id| frame_name(id, if after.frames.contains(id) { after } else { before }, tables);
    let say = |what: String, why: &str| (what, why.to_owned());
    match *event {
        Event::RunStarted => {
            say("The program is about to begin.".into(), "Control is in the script's own code.")
        }
        Event::RunEnded { end: End::WaitsForever, .. } => say(
            "The loop would wait forever: nothing is ready and no timer is scheduled.".into(),
            "`run_forever` only returns when something calls `stop`. Here nothing ever can, so the run ends.",
        ),
        Event::RunEnded { status, .. } => say(format!("The run is over, with exit status {status}."), ""),
        Event::FrameCreated { frame: id, .. } => say(format!("`{}` is created.", frame(id)), ""),
        Event::FutureAwaitCreated { future, .. } => {
            say(format!("`await` calls `{}.__await__`.", label(future)), "")
        }
        Event::FrameEntered { frame: id, resumed: false } => {
            say(format!("Control enters `{}`, from `{}`.", frame(id), who(before)), "")
        }
        Event::FrameEntered { frame: id, .. } => say(
            format!("`{}` is resumed with `send`.", frame(id)),
            "It goes on right after the `yield` that paused it.",
        ),
        Event::FrameSuspended { frame: id, value } => say(
            format!("`{}` yields `{}` to `{}`.", frame(id), value.text(after, tables), who(after)),
            "A coroutine that is paused keeps its locals and its line, and percolates what was yielded to whoever resumed it.",
        ),
        Event::FrameReturned { frame: id, value } => {
            say(format!("`{}` returns `{}` to `{}`.", frame(id), value.text(after, tables), who(after)), "")
        }
        Event::FrameRaised { exception, .. } | Event::ExceptionRaised { exception } => {
            say(format!("`{}` is raised.", tables.text(exception)), "")
        }
        Event::Line { line } => say(format!("Line {line} is about to run, in `{}`.", who(after)), ""),
        Event::LocalBound { name, value, .. } => {
            say(format!("`{}` is now `{}`.", tables.text(name), value.text(after, tables)), "")
        }
        Event::LoopCreated { .. } => say("An event loop is created.".into(), "Its ready queue is empty."),
        Event::LoopEntered { .. } => say("The program hands control to the event loop.".into(), ""),
        Event::LoopLeft { .. } => say("The event loop hands control back to the program.".into(), ""),
        Event::IterationBegan { iteration } => say(
            format!("Iteration {iteration} of the event loop begins."),
            "It will run the handles that are ready now; those that join meanwhile wait for the next one.",
        ),
        Event::ClockAdvanced { by_ns, reason } => say(
            format!("The clock moves by {}.", names::seconds(by_ns)),
            match reason {
                ClockReason::Select => "Nothing was ready, so the loop waited for the next timer.",
                ClockReason::Sleep => {
                    "`time.sleep` blocks the whole thread: the loop can run nothing meanwhile."
                }
            },
        ),
        Event::HandleCreated { handle, .. } => say(format!("A handle for `{}` is made.", chip(handle)), ""),
        Event::HandleReady { handle, origin: Origin::Callbacks(future) } => say(
            format!("`{}` enters the ready queue.", chip(handle)),
            &format!("`{}` is done, so its callbacks are scheduled.", label(future)),
        ),
        Event::HandleReady { handle, origin: Origin::Timers } => say(
            format!("`{}` leaves the timers and enters the ready queue.", chip(handle)),
            "Its time has come.",
        ),
        Event::HandleReady { handle, .. } => say(format!("`{}` enters the ready queue.", chip(handle)), ""),
        Event::TimerScheduled { handle, .. } => {
            say(format!("`{}` is scheduled for later.", chip(handle)), "")
        }
        Event::HandleCancelled { handle } => {
            say(format!("`{}` is cancelled.", chip(handle)), "It will not run.")
        }
        Event::HandleBegan { handle } => say(
            format!("The loop pops `{}` from the ready queue and runs it.", chip(handle)),
            "It was at the left end of the queue.",
        ),
        Event::HandleEnded { handle } => {
            say(format!("`{}` has run; control is back in the event loop.", chip(handle)), "")
        }
        Event::TaskCreated { task, .. } => say(
            format!("The task `{}` is created.", label(task)),
            "A task drives a coroutine: its first step is put in the ready queue.",
        ),
        Event::CallbackAdded { future, handle } => say(
            format!("`{}` joins the callback list of `{}`.", chip(handle), label(future)),
            "When that future is done, its callbacks enter the ready queue.",
        ),
        Event::FutureSettled { future, outcome: Outcome::Result, value } => {
            say(format!("`{}` is done with the result `{}`.", label(future), value.text(after, tables)), "")
        }
        Event::FutureSettled { future, outcome: Outcome::Exception, value } => {
            say(format!("`{}` has failed with `{}`.", label(future), value.text(after, tables)), "")
        }
        Event::FutureSettled { future, .. } => say(format!("`{}` is cancelled.", label(future)), ""),
        Event::TaskWaits { task, on } => say(
            format!("`{}` now waits on `{}`.", label(task), label(on)),
            "Until that is done, nothing in the queue leads back to it.",
        ),
        Event::CancelRequested { task, .. } => say(format!("`{}` is asked to cancel.", label(task)), ""),
        Event::Printed { text, .. } => say(
            format!("The script prints `{}`.", names::short(tables.text(text).trim_end().to_owned(), 60)),
            "",
        ),
        Event::Breakpoint => say("The script calls `breakpoint()`.".into(), ""),
        _ => match after.current_task().and_then(|task| after.futures.get(task)).map(|task| task.state) {
            Some(FutureState::Running) => say(format!("`{}` goes on.", who(after)), ""),
            _ => say("The run goes on.".into(), ""),
        },
    }
}

fn holder(world: &World, tables: &Tables) -> String {
    match world.control.last() {
        Some(Control::Frame(frame)) => frame_name(*frame, world, tables),
        Some(Control::Handle(handle)) => names::chip(*handle, super::Place::Running, world, tables)
            .map_or_else(|| "a callback".to_owned(), |chip| chip.label),
        Some(Control::Loop(_)) => "event-loop".to_owned(),
        None => "program".to_owned(),
    }
}

fn frame_name(id: loopglass_trace::FrameId, world: &World, tables: &Tables) -> String {
    let Some(frame) = world.frames.get(id) else { return "a frame".to_owned() };
    match (frame.awaits, frame.code) {
        (Some(future), _) => format!("{}.__await__", world.label(future, tables)),
        (None, Some(code)) if tables.function_name(code) == "<module>" => "program".to_owned(),
        (None, Some(code)) => format!("{}()", tables.function_name(code)),
        (None, None) => "a frame".to_owned(),
    }
}
