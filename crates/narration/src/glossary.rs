//! The words that the narration uses, each defined in a sentence or two. They are CPython's own.

/// A term and what it means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The term, as [`Kind::Term`](crate::Kind::Term) names it; also how it reads.
    pub term: &'static str,
    /// What it means.
    pub definition: &'static str,
}

/// All terms, in alphabetical order.
pub fn glossary() -> &'static [Entry] {
    ENTRIES
}

/// The entry of a term.
pub fn term(key: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.term == key)
}

const fn entry(term: &'static str, definition: &'static str) -> Entry {
    Entry { term, definition }
}

const ENTRIES: &[Entry] = &[
    entry(
        "await",
        "Runs an awaitable to its end inside the coroutine that awaits it, and has its result as value. What the awaitable yields meanwhile is passed on outwards; only such a yield suspends.",
    ),
    entry(
        "awaitable",
        "Anything that can be awaited: a coroutine object, a future, a task, or an object with an __await__ method.",
    ),
    entry(
        "callback",
        "A function that is given to asyncio to be called later: when a future is done, when a time has come, or as soon as the loop gets to it.",
    ),
    entry(
        "callback list",
        "What a future keeps of those who want to know when it is done. The moment it is, each callback in the list enters the ready queue, in order.",
    ),
    entry(
        "cancellation request",
        "What Task.cancel makes. It does not stop the task: a CancelledError is raised at the await where the task waits, so that the task can clean up, and even decide to go on.",
    ),
    entry(
        "clock",
        "The loop's own time. Here it is virtual: it moves by a fixed cost for each line and each iteration, by time.sleep, and by waiting for timers, so that every run is the same.",
    ),
    entry(
        "control",
        "Whoever is executing has it. In asyncio there is one thread, so exactly one holder of control at a time: the program, the event loop, a callback, or a coroutine.",
    ),
    entry(
        "coroutine function",
        "A function defined with async def. Calling it runs none of its code: it makes a coroutine object.",
    ),
    entry(
        "coroutine object",
        "What calling a coroutine function makes: the body together with its arguments, ready to be started, suspended and resumed. It runs when it is awaited, driven by a task, or by send.",
    ),
    entry(
        "eager task",
        "A task whose coroutine begins to run in the very call that makes the task, instead of waiting in the ready queue for its first step.",
    ),
    entry(
        "event loop",
        "What runs an asyncio program: it takes one handle after the other from the ready queue and calls it, and waits for timers when there is none.",
    ),
    entry(
        "frame",
        "One activation of code: its local names and the place where it is. The frame of a coroutine outlives a suspension, that of a plain function ends with its call.",
    ),
    entry(
        "future",
        "An object that stands for an outcome still to come. It is pending until someone sets a result or an exception or cancels it, and it can be awaited meanwhile.",
    ),
    entry(
        "gather",
        "asyncio.gather wraps coroutines in tasks and gives one future for all of them, which is done when the last one is.",
    ),
    entry(
        "handle",
        "One call that is to come: a function with its arguments. It waits in a callback list, among the timers or in the ready queue, and runs once.",
    ),
    entry(
        "iteration",
        "One round of the event loop, _run_once in CPython: wait if nothing is ready, move the timers that are due to the ready queue, then run those that are in it, and only those.",
    ),
    entry(
        "percolate",
        "How a yield travels: each await on the way suspends its coroutine and passes the yielded value on, unseen, until it comes out of the send that resumed the outermost one.",
    ),
    entry(
        "ready queue",
        "The handles that the event loop will run, first come, first served: they enter at the right end and leave at the left.",
    ),
    entry(
        "StopIteration",
        "The exception by which a coroutine or generator says that it has finished. Its value is what was returned.",
    ),
    entry(
        "suspended",
        "Stopped at an await or a yield, with all local names and the place kept, so that it can be resumed there.",
    ),
    entry(
        "task",
        "A future that drives a coroutine on the event loop, one step at a time. It is done when the coroutine has finished, with its result.",
    ),
    entry(
        "Task.step",
        "Resumes the task's coroutine with send, and looks at what comes out: a future to wait for, None for just another turn, or StopIteration with the result.",
    ),
    entry(
        "Task.wakeup",
        "The callback by which a task waits: once the awaited future is done, it runs the task's next step.",
    ),
    entry(
        "timer",
        "A handle with a time before which it does not run, made by call_later or call_at. CPython calls the timers scheduled, and keeps them in a heap with the earliest on top.",
    ),
    entry(
        "yield",
        "Suspends a generator and hands a value to whoever resumed it. In asyncio every suspension begins with a yield in some __await__.",
    ),
];

#[cfg(test)]
mod tests {
    use super::ENTRIES;

    #[test]
    fn terms_are_in_order_and_defined_in_a_sentence_or_two() {
        for pair in ENTRIES.windows(2) {
            assert!(pair[0].term.to_lowercase() < pair[1].term.to_lowercase(), "{}", pair[1].term);
        }
        for entry in ENTRIES {
            assert!(entry.definition.ends_with('.') && entry.definition.len() < 260, "{}", entry.term);
        }
    }
}
