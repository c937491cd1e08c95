//! Futures and tasks: made, waited for, settled, forgotten.

messages! {
    FUTURE_CREATED: "{future} is created, pending.";
    WHY_FUTURE_CREATED: "A [future] stands for an outcome that is still to come. It computes nothing: someone has to call `set_result`, and those who await it wait until then.";
    WHY_FUTURE_CREATED_SLEEP: "`asyncio.sleep` needs something to wait for. A [timer] will mark this [future] as done when the time has come.";
    GATHER_CREATED: "`gather` makes one [future], {future}, for all that it waits for.";
    WHY_GATHER_CREATED: "It is done when the last of them is, with the list of their results in the order in which they were given.";
    TASK_BORN: "A [task] is being made.";
    WHY_TASK_BORN: "A [task] is a [future] that drives a [coroutine object] on the [event loop].";
    TASK_CREATED: "{task} is created, to drive {coroutine}.";
    WHY_TASK_CREATED: "Its first step is put at the right end of the [ready queue]. Whoever made the [task] keeps [control] until it yields.";
    RENAMED: "{task} is named {name}.";
    WHY_RENAMED: "A [task]'s name is for people and logs; nothing depends on it.";

    CALLBACK_ADDED: "{holder} adds {handle} to the [callback list] of {future}.";
    WHY_CALLBACK_WAKEUP: "When {future} is done, its [callbacks|callback] enter the [ready queue], and this one will resume {coroutine}. Until then nothing in the queue leads back to {coroutine}.";
    WHY_CALLBACK_SCRIPT: "It will be called with {future} as its argument once that is done; not at once, but by way of the [ready queue].";
    WHY_CALLBACK_INTERNAL: "Once {future} is done, it enters the [ready queue].";
    CALLBACK_REMOVED: "{handle} is taken out of the [callback list] of {future}.";
    WHY_CALLBACK_REMOVED: "It will not be called when {future} is done.";

    TASK_DONE: "{task} is done, with the result {value}.";
    TASK_FAILED: "{task} has failed with {value}.";
    TASK_CANCELLED: "{task} is cancelled.";
    FUTURE_DONE: "{holder} sets the result of {future} to {value}.";
    FUTURE_FAILED: "{holder} sets {value} as the exception of {future}.";
    FUTURE_CANCELLED: "{holder} cancels {future}.";
    SHIELD_CANCELLED: "{holder} cancels {future}, which `shield` has put in front of {inner}. {inner} goes on.";
    GATHER_DONE: "{future} is done, with the results {value}.";
    GATHER_FAILED: "{future} has failed with {value}.";
    GATHER_CANCELLED: "{future} is cancelled.";
    WHY_SETTLED_NOBODY: "Its [callback list] is empty: nobody waits for it now. Whoever awaits it later gets the outcome at once.";
    WHY_SETTLED_ONE: "{first} is in its [callback list], and enters the [ready queue] now.";
    WHY_SETTLED_MANY: "The {count} [handles|handle] in its [callback list] now enter the [ready queue], in the order in which they were added.";
    WHY_FAILED_NOBODY: "Nobody waits for it. If nobody ever asks for the outcome, asyncio will report that the exception was never retrieved.";
    WHY_GATHER_CANCELLED: "What it waits for was cancelled, and `gather` passes that on as an exception. It does not wait for the others.";
    WHY_GATHER_FAILED: "The first exception is the outcome of `gather`. The others that it waits for go on running.";

    WAITS: "{task} now waits for {future}.";
    WHY_WAITS: "It is in no queue. The way back is {handle}, in the [callback list] of {future}.";
    WHY_WAITS_PLAIN: "It is in no queue until {future} is done.";

    DROPPED: "Nothing refers to {future} any more.";
    DROPPED_TASK: "Nothing refers to {task} any more.";
    WHY_DROPPED_DONE: "It was done, and Python frees it.";
    WHY_DROPPED_FAILED: "It failed with {value}. If nobody has asked for its outcome, asyncio reports now that the exception was never retrieved.";
    WHY_DROPPED_PENDING: "It was still pending. Whoever could have settled it is gone, too, or has forgotten it.";
    WHY_DROPPED_PENDING_TASK: "It was still pending, so asyncio reports that a [task] was destroyed. The [event loop] does not keep [tasks|task] alive: somebody has to hold on to them.";
}
