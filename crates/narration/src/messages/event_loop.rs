//! The event loop itself: its life, its iterations, its clock.

messages! {
    CREATED: "An [event loop] is created.";
    WHY_CREATED: "Its [ready queue] is empty and it does not run yet. It gets [control] when the program calls `run_forever` or `run_until_complete`.";
    ENTERED: "The program hands [control] to the [event loop].";
    WHY_ENTERED_EMPTY: "Its [ready queue] is empty. It comes back only when something stops it.";
    WHY_ENTERED_ONE: "{first} is in its [ready queue]. From here on everything happens from inside the loop: it runs one [handle] at a time, until something stops it.";
    WHY_ENTERED_MANY: "{count} [handles|handle] are in its [ready queue]. From here on everything happens from inside the loop: it runs one of them at a time, until something stops it.";
    LEFT: "The [event loop] stops and hands [control] back to the program.";
    WHY_LEFT: "Nothing was left over in its [ready queue].";
    WHY_LEFT_READY: "It stops at the end of an [iteration]. Its [ready queue] still holds {handles}, for when the loop runs again, if it ever does.";
    WATCH_READING: "The [event loop] watches the socket {socket} from now on: whenever it can be read, {callback}() enters the [ready queue].";
    WATCH_WRITING: "The [event loop] watches the socket {socket} from now on: whenever it can be written, {callback}() enters the [ready queue].";
    WHY_WATCH: "Nobody stands and waits for the socket. The loop asks for all that it watches at once, once in each [iteration], and others run meanwhile.";
    UNWATCHED: "The [event loop] no longer watches a socket.";
    UNWATCHED_READING: "The [event loop] no longer watches whether the socket {socket} can be read.";
    UNWATCHED_WRITING: "The [event loop] no longer watches whether the socket {socket} can be written.";
    WHY_UNWATCHED: "Whatever happens to it, nothing is called for that any more.";
    CLOSED: "The [event loop] is closed.";
    WHY_CLOSED: "It cannot run again. Tasks that are still pending will never finish.";

    ITERATION: "[Iteration|iteration] {iteration} begins, with {handles} in the [ready queue].";
    ITERATION_EMPTY: "[Iteration|iteration] {iteration} begins, with nothing in the [ready queue].";
    WHY_ITERATION_ONE: "{first} is all that will run now. Whatever becomes ready meanwhile waits for the next [iteration].";
    WHY_ITERATION_MANY: "Those {count} run now, in order, {first} first. Whatever becomes ready meanwhile waits for the next [iteration].";
    WHY_ITERATION_DUE: "A [timer] is due: {timer}. It joins the [ready queue] before anything runs.";
    WHY_ITERATION_TIMER: "Nothing can run before the first [timer] is due, so the loop waits in `select` until then: {span} from now.";
    WHY_ITERATION_SOCKETS: "Nothing is ready and nothing is scheduled: the loop goes on when one of the sockets that it watches is ready.";
    WHY_ITERATION_FOREVER: "No [timer] is scheduled either. Nothing in this program can make anything ready, so the loop would wait forever.";

    SELECT: "The [event loop] waits for {span}.";
    WHY_SELECT: "Nothing was ready, so it sleeps in `select` until the first [timer] is due. This is the one place where an asyncio program idles, and it costs no work.";
    WHY_SELECT_LATE: "`select` waits in whole milliseconds, rounded up, so the [timer] is already a little past due.";
    WORKER_ENTERED: "The worker thread `{name}` runs its function.";
    WHY_WORKER_ENTERED: "It has a clock of its own, which starts now. It is shown here up to where it ends or waits; on the [event loop]'s clock it happens while the loop goes on.";
    WORKER_LEFT: "The worker thread has been shown up to {span} later.";
    WHY_WORKER_LEFT: "[Control|control] is back where it came from, and so is the clock. The [event loop] hears of what the thread has done when its own clock has come so far.";
    SLEEP_WORKER: "`time.sleep` makes the worker thread wait for {span}.";
    WHY_SLEEP_WORKER: "Only that thread waits; on the [event loop]'s clock, the loop goes on meanwhile. That is what the thread is for.";
    SLEEP: "`time.sleep` blocks everything for {span}.";
    WHY_SLEEP: "The clock moves and nothing else does. {holder} keeps [control] of the only thread, and the [event loop] cannot run anything meanwhile.";
    WHY_SLEEP_READY: "The clock moves and nothing else does: {holder} keeps [control] of the only thread. Meanwhile {handles} could have run from the [ready queue]; `await asyncio.sleep` would have allowed it.";
    WHY_SLEEP_DUE: "The clock moves and nothing else does: {holder} keeps [control] of the only thread. {timer} came due meanwhile and has to wait, which makes it late.";
    WHY_SLEEP_PROGRAM: "No [event loop] is running, so nobody else is kept waiting.";
}
