//! What is said of real runs, stop by stop: the sentences that a reader hears of each handoff in Essentials.

use loopglass_executor::{Session, Settings};
use loopglass_picture::{Sentence, Source, explain};
use loopglass_trace::{Detail, Granularity, World};

fn plain(sentence: &Sentence) -> String {
    sentence.iter().map(|(_, text)| text.as_str()).collect()
}

/// Each stop of a run: what is said, and what is told of what happened on the way to it.
fn told(script: &str) -> Vec<(String, Vec<String>)> {
    let mut session = Session::new(script, Settings::default()).expect("it is Python");
    session.run();
    session.trace_mut().catch_up();
    let trace = session.trace();
    let (mut at, mut before_stop) = (0, World::default());
    let mut all = Vec::new();
    while let Some(next) = trace.next_stop(at, Granularity::Handoff, Detail::Essentials) {
        let (world, before) = (trace.seek(next), trace.seek(next - 1));
        let source = Source { world: &world, tables: trace.tables(), detail: Detail::Essentials };
        let said = explain(source, trace, &before, next, Some(before_stop));
        let between = said.between.iter().map(|told| plain(&told.what)).collect();
        all.push((format!("{} {}", plain(&said.what), plain(&said.why)), between));
        at = next;
        before_stop = trace.seek(at);
    }
    all
}

#[track_caller]
fn has(all: &[(String, Vec<String>)], wanted: &str) -> usize {
    all.iter()
        .position(|(said, between)| said.contains(wanted) || between.iter().any(|told| told.contains(wanted)))
        .unwrap_or_else(|| panic!("nobody says: {wanted}\n{all:#?}"))
}

#[test]
fn what_happened_on_the_way_is_told_with_the_names_of_now() {
    let all = told(
        "\
import asyncio

async def work():
    pass

async def main():
    worker = asyncio.create_task(work())
    await worker

loop = asyncio.new_event_loop()
main_task = loop.create_task(main())
loop.run_until_complete(main_task)
",
    );
    let (said, between) = &all[has(&all, "hands control to the event loop")];
    assert!(said.contains("main_task.step is in its ready queue"), "{said}");
    assert_eq!(between[0], "main_task is created, to drive main().");
    assert_eq!(between[1], "main_task.step, the first step of main_task, enters the ready queue.");
    has(&all, "worker is created, to drive work().");
    assert!(all.iter().all(|(_, between)| between.iter().all(|told| !told.contains("Task-"))), "{all:#?}");
}

#[test]
fn a_shield_is_told_by_what_it_protects() {
    let all = told(
        "\
import asyncio

async def save():
    await asyncio.sleep(2)

async def main():
    saving = asyncio.create_task(save())
    try:
        async with asyncio.timeout(1):
            await asyncio.shield(saving)
    except TimeoutError:
        await saving

asyncio.run(main())
",
    );
    has(
        &all,
        "Task-1 now waits for future-1, which shield has put in front of saving: it is done when saving is",
    );
    let at = has(
        &all,
        "Task-1's timeout cancels future-1, which shield has put in front of saving. saving goes on.",
    );
    assert!(all[at].1.contains(
        &"future-1 is cancelled: Task-1.wakeup moves from its callback list to the ready queue.".to_owned()
    ));
    has(&all, "Task-1 now waits for saving. Nothing in the ready queue leads back to it until that is done.");
}

#[test]
fn who_waits_at_a_queue_is_said_to_wait_for_room_or_for_an_item() {
    let all = told(
        "\
import asyncio

async def fill(queue):
    await queue.put(1)
    await queue.put(2)

async def main():
    queue = asyncio.Queue(1)
    filling = asyncio.create_task(fill(queue))
    await asyncio.sleep(1)
    for _ in range(3):
        async with asyncio.timeout(1):
            await queue.get()

asyncio.run(main())
",
    );
    has(
        &all,
        "filling now waits at queue. It comes back to the ready queue as soon as there is room for its item.",
    );
    has(
        &all,
        "Task-1 now waits at queue. It comes back to the ready queue as soon as there is an item for it.",
    );
}

#[test]
fn a_callback_that_is_left_out_is_told_once_it_runs() {
    let all = told(
        "\
import asyncio

async def work():
    pass

async def main():
    await asyncio.gather(work(), work())

asyncio.run(main())
",
    );
    let next = has(&all, "Next in the ready queue is gather-1's callback.");
    let (_, between) = &all[next + 1];
    assert_eq!(between[0], "The event loop runs gather-1's callback.");
    has(&all, "Task-1 now waits for gather-1, which is done when all that it gathers is.");
    // What asyncio does to end the run stays left out.
    let internal =
        all.iter().flat_map(|(_, between)| between).filter(|told| told.starts_with("The event loop runs"));
    assert!(internal.clone().all(|told| told.contains("gather-1")), "{all:#?}");
    assert_eq!(internal.count(), 2);
}

#[test]
fn a_group_says_once_what_it_raises() {
    let all = told(
        "\
import asyncio

async def work():
    raise ValueError

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(work())

asyncio.run(main())
",
    );
    let of_group = all.iter().filter(|(said, _)| said.contains("All tasks of the group have ended.")).count();
    assert_eq!(of_group, 1, "{all:#?}");
    has(&all, "leaves TaskGroup.__aexit__. Nothing in it caught the exception, which goes on to main().");
}

#[test]
fn entering_a_lock_is_told_by_its_class() {
    for class in ["Lock", "Condition", "Semaphore", "BoundedSemaphore", "Barrier"] {
        let arguments = if class == "Barrier" { "1" } else { "" };
        let all = told(&format!(
            "import asyncio\n\nasync def main():\n    async with asyncio.{class}({arguments}):\n        pass\n\nasyncio.run(main())\n"
        ));
        has(&all, &format!("main() awaits {class}.__aenter__, which begins at once."));
        has(&all, &format!("main() awaits {class}.__aexit__, which begins at once."));
    }
}

#[test]
fn a_send_inside_a_coroutine_is_not_told_as_an_await() {
    let all = told(
        "\
import asyncio

async def inner():
    await asyncio.sleep(0)
    return 7

async def main():
    coroutine = inner()
    coroutine.send(None)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print(stop.value)
    print(await inner())

asyncio.run(main())
",
    );
    let at = has(&all, "main() starts inner() by hand, with send(None).");
    assert_eq!(all.iter().filter(|(said, _)| said.contains("main() awaits inner()")).count(), 1);
    assert!(has(&all, "main() awaits inner(), which begins at once.") > at);
    has(&all, "inner() is paused at line 4, and None is what send returns to main().");
    let returns = all.iter().filter(|(said, _)| said.contains("inner() returns 7"));
    let awaited: Vec<bool> = returns.map(|(said, _)| said.contains("the value of the await")).collect();
    assert_eq!(awaited, [false, true]);
}

#[test]
fn a_coroutine_of_asyncio_is_suspended_at_no_line() {
    let all = told(
        "\
import asyncio

async def main():
    nap = asyncio.create_task(asyncio.sleep(1))
    await nap

asyncio.run(main())
",
    );
    has(&all, "sleep() is suspended, and future-1 comes out of send in nap.step.");
    assert!(all.iter().all(|(said, _)| !said.contains("line 0")), "{all:#?}");
}

#[test]
fn a_partial_is_told_by_what_it_calls_and_an_object_by_its_class() {
    let all = told(
        "\
import asyncio, functools

def greet(name):
    print(name)

class Later(functools.partial):
    pass

class Once:
    def __init__(self, func):
        self.func = func

    def __call__(self):
        self.func('Dan')

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(functools.partial(greet, 'Ann'))
    loop.call_soon(Later(print, 'Bob'))
    loop.call_soon(Once(greet))
    await asyncio.sleep(0)

asyncio.run(main())
",
    );
    for name in ["greet", "print", "Once"] {
        has(&all, &format!("{name} enters the ready queue"));
    }
}
