//! Cancellation: a request first, an exception later, and perhaps never an end.

messages! {
    REQUESTED: "{holder} requests the cancellation of {task}.";
    REQUESTED_AGAIN: "{holder} requests the cancellation of {task} once more, for {count} requests in all.";
    REQUESTED_TWO: "{holder} requests the cancellation of {first} and {second}.";
    REQUESTED_THREE: "{holder} requests the cancellation of {first}, {second} and {third}.";
    REQUESTED_FOUR: "{holder} requests the cancellation of {first}, {second}, {third} and {fourth}.";
    REQUESTED_MANY: "{holder} requests the cancellation of {first}, {second}, {third} and {count} others.";
    WHY_REQUESTED_WAITING: "A request does not stop a [task]. It cancels {future}, which {task} waits for; that schedules the [wakeup|Task.wakeup], and in that step `CancelledError` is raised at the `await`.";
    WHY_REQUESTED_READY: "A request does not stop a [task]. {task} runs once more: its next step throws `CancelledError` in, instead of sending a value.";
    WHY_REQUESTED_NEW: "{task} has not run yet. Its first step will throw `CancelledError` in before the first line, so none of its code runs.";
    WHY_REQUESTED_RUNNING: "{task} has [control] itself and goes on. `CancelledError` is raised when it next waits for something.";
    WHY_REQUESTED_DONE: "{task} is done already, so there is nothing to cancel.";
    TAKEN_BACK: "{holder} takes back a [cancellation request] of {task}.";
    WHY_TAKEN_BACK: "`uncancel` says that the request was dealt with; requests left: {count}. `timeout` and `TaskGroup` do so for the requests that they made themselves.";

    EXCEPTION: "`CancelledError` is raised in {frame}.";
    WHY_EXCEPTION_OTHER: "What is awaited here was cancelled. Nobody asked this [task] itself to end; an `except` can tell what to do now.";
    WHY_EXCEPTION: "The cancellation arrives as an exception at the `await` where {frame} waits. `finally` blocks run now; if it is caught and not raised again, the [task] goes on as if nothing had been asked.";
}
