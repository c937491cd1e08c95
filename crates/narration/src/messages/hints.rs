//! Questions about what comes next, and their answers.

messages! {
    WHAT_RUNS_NEXT: "What does the [event loop] run next?";
    RUNS_NEXT: "{next}. It is at the left end of the [ready queue].";
    RUNS_NEXT_ITERATION: "{next}, after a new [iteration] has begun.";
    RUNS_TIMER: "{timer}, but not before {due}: until then the loop waits.";
    RUNS_DUE: "{timer}: its time has come, and nothing is ahead of it.";
    RUNS_NOTHING: "Nothing. No [handle] is ready and no [timer] is scheduled.";

    DOES_IT_RUN: "Does {coroutine} run now?";
    RUNS_LATER: "No. Its first step is in the [ready queue], and {holder} still has [control].";

    DOES_AWAIT_YIELD: "Does this `await` give [control] to the [event loop]?";
    AWAIT_YIELDS: "Yes: {future} is not done.";
    AWAIT_DOES_NOT_YIELD: "No: {future} is done already.";
    AWAIT_COROUTINE: "Not by itself. Only a `yield` further in would.";

    WHERE_DOES_IT_GO: "Who gets what was yielded?";
    GOES_TO_STEP: "{caller}: it called `send`, and no `await` above looks at the value.";
    WHAT_DOES_STEP_DO: "What will {step} do with it?";
    STEP_ADDS_CALLBACK: "Add {wakeup} to the [callback list] of {future}.";
    STEP_SCHEDULES: "Put {task} into the [ready queue] again.";

    WHEN_DOES_IT_RESUME: "When does {task} run again?";
    RESUMES_WHEN_DONE: "When {future} is done, and the [event loop] has come round to its [wakeup|Task.wakeup].";

    WHAT_HAPPENS_TO_RETURN: "What becomes of {value}?";
    RETURN_BECOMES_RESULT: "It becomes the result of {task}.";

    WHO_IS_WOKEN: "Who is woken by this?";
    WOKEN: "{first}, by way of the [ready queue].";
    WOKEN_MANY: "{count} [callbacks|callback], by way of the [ready queue], in order.";
    WOKEN_NOBODY: "Nobody: the [callback list] is empty.";
}
