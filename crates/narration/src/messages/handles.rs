//! Handles: how a call gets from a callback list or the timers into the ready queue, and runs.

messages! {
    CREATED: "A [handle] is made for {handle}.";
    WHY_CREATED: "A [handle] is one call that is to come. It runs when the [event loop] pops it off the [ready queue].";
    WHY_CREATED_STEP: "A [handle] is one call that is to come. This one runs a step of {task}: its coroutine, up to where it next [yields|yield].";
    WHY_CREATED_WAKEUP: "A [handle] is one call that is to come. This one resumes {task} when what it waits for is done.";

    READY_SOON: "{handle} enters the [ready queue].";
    READY_FIRST_STEP: "{handle}, the first step of {task}, enters the [ready queue].";
    READY_CALLBACK: "{future} is done: {handle} moves from its [callback list] to the [ready queue].";
    READY_TIMER: "{handle} is due: it moves from the [timers|timer] to the [ready queue].";
    READY_THREAD: "Another thread puts {handle} into the [ready queue].";
    READY_TO_READ: "The selector found that the socket {socket} can be read, so {handle} enters the [ready queue].";
    READY_TO_WRITE: "The selector found that the socket {socket} can be written, so {handle} enters the [ready queue].";
    READY_SOCKET: "The selector found that a socket is ready, so {handle} enters the [ready queue].";
    WHY_READY_NEXT: "Nothing is ahead of it, but it does not run on the spot: first [control] has to come back to the [event loop].";
    WHY_READY_BEHIND_ONE: "It joins at the right end, behind {ahead}. First come, first served.";
    WHY_READY_BEHIND_MANY: "It joins at the right end, behind {count} others. First come, first served.";
    WHY_READY_FIRST_STEP: "Creating a [task] only schedules it. {creator} keeps [control], and not a line of {coroutine} runs before the [event loop] gets to it.";
    WHY_READY_FIRST_STEP_IDLE: "Creating a [task] only schedules it. Not a line of {coroutine} runs before an [event loop] has [control].";
    WHY_READY_AGAIN: "After a bare `yield` there is nothing to wait for: {task} just lets the others go first, and has its next turn in the next [iteration].";
    READY_CALLBACK_CANCELLED: "{future} is cancelled: {handle} moves from its [callback list] to the [ready queue].";
    WHY_READY_CALLBACK_NEXT: "A [callback] is never called on the spot. It is scheduled, and runs when the [event loop] gets to it.";
    WHY_READY_CALLBACK_BEHIND: "A [callback] is never called on the spot. It is scheduled, and here it joins behind {handles}.";
    WHY_READY_TIMER: "Due does not mean run: it waits in the [ready queue] like everything else. That is why `call_later` and `asyncio.sleep` promise only \"not before\".";
    WHY_READY_TIMER_LATE: "It was due {span} ago: the [event loop] looks at its [timers|timer] only between [iterations|iteration], and something kept it busy. That is why `call_later` promises only \"not before\".";
    WHY_READY_TIMER_HELD: "It was due at {due}, {span} ago. {owner} had [control] from {from} to {until}, and the [event loop] looks at its [timers|timer] only between [iterations|iteration]. That is why `call_later` and `asyncio.sleep` promise only \"not before\".";
    WHY_READY_SOCKET: "Whoever waits for a socket does not ask again and again: once in each iteration the [event loop] asks the operating system which of all the sockets that it watches are ready.";
    WHY_READY_THREAD: "Only `call_soon_threadsafe` may be called from another thread, since it also wakes the loop.";

    TIMER: "{handle} is scheduled for {due}, {span} from now.";
    TIMER_NOW: "{handle} is scheduled for {due}, which is now.";
    WHY_TIMER: "It waits among the [timers|timer]. It will not run before then, and may run later: the [event loop] must come round to it first.";
    WHY_TIMER_SLEEP: "That is all that `asyncio.sleep` is: a [future], and a [timer] that will mark it as done. Meanwhile the [event loop] is free.";

    CANCELLED: "{handle} is cancelled.";
    WHY_CANCELLED: "It stays where it is, but will be thrown away instead of run.";
    CANCELLED_TOO_LATE: "A [handle] that has run already is cancelled.";
    WHY_CANCELLED_TOO_LATE: "That changes nothing. `asyncio.sleep` cancels its [timer] in any case on its way out.";
    DROPPED: "The cancelled {handle} is thrown away.";
    WHY_DROPPED: "The [event loop] skips cancelled [handles|handle] when it comes upon them.";

    RUNS: "The [event loop] runs {handle}.";
    BEGAN: "The [event loop] pops {handle} off the left end of the [ready queue] and runs it.";
    WHY_BEGAN_FIRST_STEP: "It is the first step of {task}, and will start {coroutine}. Until that [yields|yield] or ends, nothing else runs.";
    WHY_BEGAN_STEP: "{handle} will resume {coroutine} right after the bare `yield` where it gave way.";
    WHY_BEGAN_STEP_PLAIN: "{handle} will run {coroutine} up to where it next [yields|yield] or ends.";
    WHY_BEGAN_WAKEUP: "What {task} waited for is done. {handle} runs another step, which resumes {coroutine} with `send`.";
    WHY_BEGAN_WAKEUP_DONE: "{future}, which {task} waited for, is done. {handle} runs another step, which resumes {coroutine} with `send`.";
    WHY_BEGAN_WAKEUP_FAILED: "{future}, which {task} waited for, has failed. The exception is raised in {coroutine}, at the `await`.";
    WHY_BEGAN_WAKEUP_CANCELLED: "{future}, which {task} waited for, was cancelled. So this step throws `CancelledError` into {coroutine}, at the `await`: a cancelled [task] runs once more, to clean up.";
    WHY_BEGAN_WAKEUP_OTHER_CANCELLED: "{future}, which {task} waited for, was cancelled. Awaiting it raises `CancelledError` in {coroutine}, although nobody asked {task} itself to end.";
    WHY_BEGAN_CANCELLED: "Cancellation was requested, so this step throws `CancelledError` into {coroutine} instead of sending a value. A cancelled [task] runs once more, to clean up.";
    WHY_BEGAN_CANCELLED_FIRST: "Cancellation was requested before {task} ever ran: `CancelledError` is thrown in before the first line of {coroutine}, so none of it runs.";
    WHY_BEGAN_SCRIPT: "It is a plain function, which cannot give way: the [event loop] calls it, and does nothing else until it returns.";
    WHY_BEGAN_SCRIPT_OTHER: "It is a plain function, which cannot give way: {next}, behind it in the [ready queue], waits until it returns.";
    WHY_BEGAN_SCRIPT_SAME: "It is a plain function, which cannot give way: another {next}, behind it in the [ready queue], waits until it returns.";
    WHY_BEGAN_SCRIPT_OTHERS: "It is a plain function, which cannot give way: {handles} behind it in the [ready queue] wait until it returns.";
    WHY_BEGAN_INTERNAL: "This is a [callback] of asyncio's own.";

    WHY_BEGAN_LATE: "It was due at {due}, and runs at {now}: {span} late.";

    ENDED: "{handle} has run: [control] is back in the [event loop].";
    WHY_ENDED_WAITING: "{task} now waits for {future}. Nothing in the [ready queue] leads back to it until that is done.";
    WHY_ENDED_ASLEEP: "{task} now waits for {future}, which its sleep will mark as done at {due}. Until then nothing in the [ready queue] leads back to it.";
    WHY_ENDED_GROUP: "{task} now waits for {future}, which the `TaskGroup` marks as done when the last of its [tasks|task] is. Until then nothing in the [ready queue] leads back to it.";
    WHY_ENDED_SHIELDED: "{task} now waits for {future}, which `shield` has put in front of {inner}: it is done when {inner} is, but cancelling it leaves {inner} alone.";
    WHY_ENDED_GATHERING: "{task} now waits for {future}, which is done when all that it gathers is. Until then nothing in the [ready queue] leads back to {task}.";
    WHY_ENDED_AWAITING_SOME: "{task} now waits for {future}, which `asyncio.wait` marks as done when enough of what it watches is. Until then nothing in the [ready queue] leads back to it.";
    WHY_ENDED_HELD: "{task} now waits for {primitive}, which {owner} holds. It comes back to the [ready queue] {until}.";
    WHY_ENDED_IN_LINE: "{task} now waits at {primitive}. It comes back to the [ready queue] {until}.";
    WHY_ENDED_READY: "{task} has another step in the [ready queue] already.";
    WHY_ENDED_DONE: "{task} is done, and will not run again.";
    WHY_ENDED_LONG_ONE: "It had [control] for {span} and never gave it away: {ahead} stood in the [ready queue] all that time.";
    WHY_ENDED_LONG_MANY: "It had [control] for {span} and never gave it away: {handles} stood in the [ready queue] all that time.";
    WHY_ENDED_LONG_ALONE: "It had [control] for {span} and never gave it away.";
    WHY_ENDED_LATE: "{timer} came due at {due} meanwhile, and is {late} late already.";
    WHY_ENDED_LATE_MANY: "{timer} came due at {due} meanwhile, and is {late} late already; so did {count} more [timers|timer].";
    WHY_ENDED_LATE_MORE_ONE: "{timer} came due at {due} meanwhile, and is {late} late already; so did one more [timer].";
    WHY_ENDED_NEXT: "Next in the [ready queue] is {next}.";
    WHY_ENDED_EMPTY_TIMER: "The [ready queue] is empty now, and the first [timer] is due in {span}.";
    WHY_ENDED_EMPTY: "The [ready queue] is empty now.";

    INTERNAL_RUN_UNTIL_COMPLETE: "`run_until_complete` put it into the [callback list] of the main [task]: it stops the loop.";
    INTERNAL_SLEEP: "It marks the [future] of an `asyncio.sleep` as done, unless that was cancelled meanwhile.";
    INTERNAL_SLEEP_OF: "It marks {future} as done, for which {task} waits. That alone resumes nothing: it only sends the wakeup of {task} to the [ready queue].";
    INTERNAL_WAITER: "It releases whoever waits by marking a [future] as done.";
    INTERNAL_GATHER: "It is how `gather` learns that one of its [tasks|task] is done. When it was the last one, the future of `gather` is done, too.";
    INTERNAL_WAIT: "It is how `asyncio.wait` learns that one of its [tasks|task] is done.";
    INTERNAL_GROUP: "It is how a `TaskGroup` learns that one of its [tasks|task] is done.";
    INTERNAL_TIMEOUT: "The time is up: it cancels the [task] that is inside the `timeout` block.";
    INTERNAL_TIMEOUT_OF: "The time is up: it requests the [cancellation|cancellation request] of {task}, which is inside the `timeout` block. {task} learns of that in its next step.";
    INTERNAL_SET_RESULT: "It marks a [future] as done.";
    INTERNAL_STOP: "It asks the loop to stop at the end of this [iteration].";
    INTERNAL_SHIELD: "It is how `shield` passes on the outcome of what it protects.";
}
