//! The catalogue itself. To add a scenario: the program in `programs/`, a row here, and its golden
//! (`cargo xtask oracle --bless scenarios/NAME`).

use crate::Scenario;

const BLOCKS: &str = "The building blocks";
const BOLTS: &str = "The nuts and bolts";
const CALLBACKS: &str = "Callbacks, timers and the loop";
const TOGETHER: &str = "Many at once";
const CANCELLATION: &str = "Cancellation";
const SHARING: &str = "Waiting for one another";
const MISTAKES: &str = "Classic mistakes";
const WHICH: &str = "Which concurrency?";
const NETWORK: &str = "Over a network";

macro_rules! scenario {
    ($id:literal, $number:literal, $lesson:expr, $title:literal, $watch:literal $(,)?) => {
        Scenario {
            id: $id,
            number: $number,
            lesson: $lesson,
            title: $title,
            watch: $watch,
            source: include_str!(concat!("../programs/", $id, ".py")),
        }
    };
}

/// All scenarios, in reading order.
pub fn catalogue() -> &'static [Scenario] {
    CATALOGUE
}

const CATALOGUE: &[Scenario] = &[
    scenario!(
        "hello_printer",
        "1.1",
        BLOCKS,
        "Calling a function",
        "The call runs the body at once, and nothing else can happen until it returns.",
    ),
    scenario!(
        "special_fella",
        "1.2",
        BLOCKS,
        "Calling a coroutine function",
        "The call runs nothing: it makes a coroutine object, which waits to be started.",
    ),
    scenario!(
        "run_forever",
        "1.3",
        BLOCKS,
        "An event loop with nothing to do",
        "The program hands control to the loop, and with an empty ready queue it never comes back.",
    ),
    scenario!(
        "special_task",
        "1.4",
        BLOCKS,
        "Tasks on a loop",
        "Creating a task only puts its first step into the ready queue.",
    ),
    scenario!(
        "await_coroutine",
        "1.5",
        BLOCKS,
        "await coroutine",
        "The ready queue stays as it is: task_b gets no turn until main awaits a task.",
    ),
    scenario!(
        "await_task",
        "1.6",
        BLOCKS,
        "await task",
        "Each await of a task goes through the event loop, so task_b has its turn first.",
    ),
    scenario!(
        "greedy_task",
        "1.7",
        BLOCKS,
        "A greedy task",
        "While the greedy task runs, the ready queue does not move.",
    ),
    scenario!(
        "time_sleep_blocks",
        "1.8",
        BLOCKS,
        "time.sleep blocks the loop",
        "The clock jumps two seconds, and a timer that came due meanwhile has to wait.",
    ),
    scenario!(
        "rock",
        "2.1",
        BOLTS,
        "send, yield and StopIteration",
        "No event loop at all: values go in by send and come out by yield and StopIteration.",
    ),
    scenario!(
        "percolate",
        "2.2",
        BOLTS,
        "A yield percolates",
        "One yield suspends four frames, and one send goes straight back to the innermost.",
    ),
    scenario!(
        "future_by_hand",
        "2.3",
        BOLTS,
        "A future by hand",
        "set_result moves what is in the callback list to the ready queue; it calls nothing itself.",
    ),
    scenario!(
        "async_sleep",
        "2.4",
        BOLTS,
        "A homemade sleep",
        "The watcher looks at the clock once an iteration; the sleeper is in no queue at all.",
    ),
    scenario!(
        "simpler_sleep",
        "2.5",
        BOLTS,
        "A simpler sleep",
        "Without a future each sleeper is in the ready queue all the time, to look at the clock.",
    ),
    scenario!(
        "triple",
        "2.6",
        BOLTS,
        "Following control: triple",
        "Who has control, row by row, when one task awaits another.",
    ),
    scenario!(
        "uniform_sum",
        "2.7",
        BOLTS,
        "Computing while waiting",
        "The sum gives way whenever its time is up, and the request looks for its answer.",
    ),
    scenario!(
        "call_soon",
        "3.1",
        CALLBACKS,
        "call_soon and stop",
        "First come, first served: what is added during an iteration waits for the next one.",
    ),
    scenario!(
        "call_later",
        "3.2",
        CALLBACKS,
        "call_later and call_at",
        "Timers are sorted by due time; one that is due still waits for whatever is running.",
    ),
    scenario!(
        "add_done_callback",
        "3.3",
        CALLBACKS,
        "add_done_callback",
        "A done callback is scheduled, never called on the spot, even when the task is done already.",
    ),
    scenario!(
        "run_until_complete",
        "3.4",
        CALLBACKS,
        "run_until_complete",
        "A callback on the main task stops the loop; other tasks stay where they are.",
    ),
    scenario!(
        "run_inside_a_loop",
        "3.5",
        CALLBACKS,
        "asyncio.run inside a running loop",
        "One thread runs one loop at a time, so asyncio.run refuses.",
    ),
    scenario!(
        "four_awaitables",
        "4.1",
        TOGETHER,
        "Four awaitables",
        "Four times await: a coroutine, a task, a future and a gather. Which of them yield?",
    ),
    scenario!(
        "gather",
        "4.2",
        TOGETHER,
        "gather",
        "Three timers run down at the same time; the results keep the order of the arguments.",
    ),
    scenario!(
        "task_group",
        "4.3",
        TOGETHER,
        "TaskGroup",
        "One task fails, the group cancels the others and waits until they have ended.",
    ),
    scenario!(
        "cancel_task",
        "5.1",
        CANCELLATION,
        "Cancelling a task",
        "cancel() is a request: the task runs once more, with CancelledError at its await.",
    ),
    scenario!(
        "cancel_gather",
        "5.2",
        CANCELLATION,
        "Cancelling a gather",
        "The request goes to every child that is not done.",
    ),
    scenario!(
        "timeout",
        "5.3",
        CANCELLATION,
        "A timeout",
        "A timer cancels the task from within, and the block turns that into a TimeoutError.",
    ),
    scenario!(
        "swallowed_cancellation",
        "5.4",
        CANCELLATION,
        "A swallowed cancellation",
        "The task catches CancelledError and goes on as if nothing had been asked.",
    ),
    scenario!(
        "timeout_shield",
        "5.5",
        CANCELLATION,
        "A timeout around shield",
        "The timeout ends the waiting, and the task behind the shield hears nothing of it.",
    ),
    scenario!(
        "lock",
        "6.1",
        SHARING,
        "A lock",
        "The waiters stand in line, and each release wakes the first of them.",
    ),
    scenario!(
        "semaphore",
        "6.2",
        SHARING,
        "A semaphore",
        "Five tasks, room for two: the others wait in line.",
    ),
    scenario!("event", "6.3", SHARING, "An event", "One set() wakes everyone who waits, in order."),
    scenario!(
        "queue",
        "6.4",
        SHARING,
        "A queue",
        "put waits while the queue is full, get while it is empty: the two take turns.",
    ),
    scenario!(
        "forgotten_await",
        "7.1",
        MISTAKES,
        "A forgotten await",
        "The call makes a coroutine object, which goes without ever having run.",
    ),
    scenario!(
        "lost_task",
        "7.2",
        MISTAKES,
        "A lost task",
        "When main ends, asyncio.run cancels what is still pending.",
    ),
    scenario!(
        "lost_exception",
        "7.3",
        MISTAKES,
        "A lost exception",
        "The task keeps its exception, and nobody asks for it until the task is freed.",
    ),
    scenario!(
        "race_around_await",
        "7.4",
        MISTAKES,
        "A race around an await",
        "Both look before either takes: the await between lets the other one in.",
    ),
    scenario!(
        "deadlock",
        "7.5",
        MISTAKES,
        "Two locks, two orders",
        "Each holds what the other one waits for, and nothing can happen any more.",
    ),
    scenario!(
        "unbounded_gather",
        "7.6",
        MISTAKES,
        "Everything at once",
        "gather starts them all; a semaphore lets in five at a time.",
    ),
    scenario!(
        "one_after_another",
        "8.1",
        WHICH,
        "One after another, or at once",
        "The same two waits take three seconds in turn, and two seconds together.",
    ),
    scenario!(
        "to_thread",
        "8.2",
        WHICH,
        "A blocking call in a thread",
        "The function blocks its own thread, and the ticks of the loop come on time.",
    ),
    scenario!(
        "echo_server",
        "9.1",
        NETWORK,
        "An echo server and two clients",
        "The loop watches the sockets; whoever waits for one is called when it is ready.",
    ),
];
