//! The script's own course: lines, names, exceptions, output, and how a run begins and ends.

messages! {
    RUN_STARTED: "The program is about to begin.";
    WHY_RUN_STARTED: "The program has [control]. No [event loop] exists until a line of it makes one.";

    FINISHED: "The program ends, with exit status {status}.";
    WHY_FINISHED: "Every line of it has run, and nothing is left to do.";
    WHY_FINISHED_PENDING: "{count} of its [tasks|task] never finished: nothing will step them any more.";
    RAISED: "The program ends with {exception}, and exit status {status}.";
    WHY_RAISED: "No `except` caught it on its way out. The traceback on the console names the line where it was raised.";
    WAITS_FOREVER: "The [event loop] would wait forever.";
    WHY_WAITS_FOREVER: "The [ready queue] is empty, no [timer] is scheduled, and nothing outside the program can wake it. CPython would stand here until it is interrupted, so the run ends.";
    WHY_WAITS_FOREVER_PENDING: "The [ready queue] is empty and no [timer] is scheduled, so nothing will ever wake {task} or settle what it waits on. CPython would stand here until it is interrupted.";
    STOPPED: "The run was stopped here.";
    WHY_STOPPED: "Everything up to this step can be looked at as usual.";
    LIMIT_STEPS: "The run has reached the limit of instructions.";
    LIMIT_EVENTS: "The run has reached the limit of recorded events.";
    LIMIT_MEMORY: "The run has reached the limit of memory.";
    LIMIT_OUTPUT: "The run has reached the limit of printed text.";
    LIMIT_TIME: "The run has reached the limit of virtual time.";
    WHY_LIMIT: "A limit keeps a loop without an end from freezing the page. Everything up to this step can be looked at, and a comment in the script can raise the limit.";

    LINE: "Line {line} of {frame} is next.";
    LINE_PROGRAM: "Line {line} of the program is next.";
    LINE_IN_FILE: "Line {line}, in {frame}, is next.";
    LINE_OF_FILE: "Line {line} is next.";
    WHY_LINE_PROGRAM: "No [event loop] is running: this is plain Python, one line after the other.";
    WHY_LINE_PROGRAM_AGAIN: "Still plain Python: no [event loop] is running.";
    WHY_LINE_CALLBACK: "A [callback] runs to its end before the [event loop] gets [control] back.";
    WHY_LINE_TASK: "Nothing else is ready, so {task} keeps nobody waiting.";
    WHY_LINE_TASK_DUE: "{timer} is due, and has to wait until {task} [yields|yield] or ends.";
    WHY_LINE_TASK_READY: "The [ready queue] stands still, with {handles} in it, until {task} [yields|yield] or ends.";
    WHY_LINE_TASK_AGAIN: "{task} still has [control].";
    WHY_LINE_TASK_READY_AGAIN: "{task} still has [control], with {handles} waiting in the [ready queue].";
    WHY_LINE_FUNCTION: "A plain function cannot be [suspended]: {task} keeps [control] until it returns.";

    BOUND_PROGRAM: "The name {name} now stands for {value}.";
    BOUND_PROGRAM_COROUTINE: "The name {name} now stands for the [coroutine object] {value}.";
    BOUND_LOCAL: "In {frame}, {name} now stands for {value}.";
    BOUND_LOCAL_COROUTINE: "In {frame}, {name} now stands for the [coroutine object] {value}.";
    WHY_BOUND_COROUTINE_OBJECT: "The name keeps it alive. It has not been started by being given a name.";
    WHY_BOUND_CLASS: "What the body of a class binds becomes an attribute of the class.";
    WHY_BOUND_PROGRAM: "It is a global name: every function of the program can see it.";
    WHY_BOUND_COROUTINE: "The [frame] keeps it, also while {frame} is [suspended].";
    WHY_BOUND_FUNCTION: "The name lives as long as this call.";
    WHY_BOUND_TASK: "From here on the [task] is called by this name.";
    WHY_BOUND_FUTURE: "From here on the [future] is called by this name.";
    WHY_BOUND_MOVED: "{other} was called so until now. A name that moves on tells nothing, so neither has it.";
    UNBOUND: "The name {name} is deleted from {frame}.";
    WHY_UNBOUND: "What it stood for lives on only if something else refers to it.";

    EXCEPTION: "{exception} is raised in {frame}.";
    EXCEPTION_BARE: "{exception} is raised.";
    WHY_EXCEPTION: "Python looks for an `except` around this line, then in whoever called or awaited {frame}.";
    WHY_EXCEPTION_PROGRAM: "Python looks for an `except` around this line. If there is none, the program ends with a traceback.";
    WHY_EXCEPTION_BARE: "Python looks for an `except` around this line, then in its caller.";
    WHY_EXCEPTION_STOP: "That is how a [coroutine|coroutine object] or generator says that it has finished: its return value travels in the exception.";

    PRINTED: "{frame} prints “{text}”.";
    PRINTED_EMPTY: "{frame} prints an empty line.";
    WHY_PRINTED: "Printing does not [yield]: {frame} keeps [control].";
    PRINTED_ERROR: "On standard error appears {text}.";
    WHY_PRINTED_ERROR: "Tracebacks, warnings and what asyncio logs go there.";

    BREAKPOINT: "{frame} calls `breakpoint()`.";
    WHY_BREAKPOINT: "Stepping stops here; the program itself takes no notice.";
}
