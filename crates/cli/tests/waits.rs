//! What the cards say of those who wait for a lock or the like, and of those who hold it, at every moment of real runs.

use loopglass_executor::{Session, Settings};
use loopglass_picture::{CardId, Order, Source, View, stage};
use loopglass_trace::{Detail, World};
use std::collections::BTreeMap;

/// The states that cards come to have in the run, in order: `NAME: STATE [waiters]`.
fn states(script: &str, shown: impl Fn(CardId, &str) -> bool) -> Vec<String> {
    let mut session = Session::new(script, Settings::default()).expect("it is Python");
    session.run();
    session.trace_mut().catch_up();
    let trace = session.trace();
    let mut world = World::default();
    let mut found: Vec<String> = Vec::new();
    let mut latest: BTreeMap<String, String> = BTreeMap::new();
    while trace.step(&mut world).is_some() {
        let source = Source { world: &world, tables: trace.tables(), detail: Detail::Essentials };
        for card in stage(source, &Order::of(source), &View::default()).composed() {
            let waiters: Vec<&str> = card.waiters.iter().map(|waiter| &*waiter.label).collect();
            let mut line = format!("{}: {}", card.label, card.whole_state());
            if !waiters.is_empty() {
                line = format!("{line} [{}]", waiters.join(", "));
            }
            if shown(card.id, &card.state)
                && latest.insert(card.label.clone(), line.clone()) != Some(line.clone())
            {
                found.push(line);
            }
        }
    }
    found
}

fn primitives(id: CardId, _: &str) -> bool {
    matches!(id, CardId::Primitive(_))
}

fn waiting(_: CardId, state: &str) -> bool {
    state.starts_with("waiting for ")
}

const LOCK: &str = "\
import asyncio

async def work(lock):
    async with lock:
        await asyncio.sleep(1)

async def main():
    lock = asyncio.Lock()
    ann = asyncio.create_task(work(lock))
    bob = asyncio.create_task(work(lock))
    await asyncio.gather(ann, bob)

asyncio.run(main())
";

#[test]
fn a_lock_says_who_holds_it_and_its_waiters_say_so_too() {
    assert_eq!(states(LOCK, waiting), ["bob: waiting for lock, held by ann", "bob: waiting for lock"]);
    let lock = states(LOCK, primitives);
    assert!(lock.contains(&"lock: held by ann [bob]".to_owned()), "{lock:?}");
    assert_eq!(lock.last().map(String::as_str), Some("lock: free"));
}

const SEMAPHORE: &str = "\
import asyncio

async def swim(lanes, seconds):
    async with lanes:
        await asyncio.sleep(seconds)

async def main():
    lanes = asyncio.Semaphore(2)
    ann = asyncio.create_task(swim(lanes, 1))
    bob = asyncio.create_task(swim(lanes, 3))
    cy = asyncio.create_task(swim(lanes, 1))
    await asyncio.gather(ann, bob, cy)

asyncio.run(main())
";

#[test]
fn a_permit_that_is_handed_on_is_held_by_who_was_woken() {
    let cy = states(SEMAPHORE, waiting);
    assert_eq!(cy.first().map(String::as_str), Some("cy: waiting for a permit of lanes, held by ann, bob"));
    let lanes = states(SEMAPHORE, primitives);
    assert!(lanes.contains(&"lanes: 0 free of 2, held by bob, cy".to_owned()), "{lanes:?}");
    assert_eq!(lanes.last().map(String::as_str), Some("lanes: 2 free of 2"));
}

const CONDITION: &str = "\
import asyncio

async def wait(ready):
    async with ready:
        await ready.wait()

async def main():
    ready = asyncio.Condition()
    ann = asyncio.create_task(wait(ready))
    await asyncio.sleep(1)
    async with ready:
        ready.notify_all()
        await asyncio.sleep(1)
    await ann

asyncio.run(main())
";

#[test]
fn a_condition_is_held_while_its_lock_is() {
    let ready = states(CONDITION, primitives);
    assert!(ready.iter().any(|state| state.starts_with("ready: held by ann")), "{ready:?}");
    assert!(ready.iter().any(|state| state == "ready: free [ann]"), "{ready:?}");
    assert!(
        ready.iter().any(|state| state.starts_with("ready: held by") && state.ends_with("[ann]")),
        "{ready:?}"
    );
}

const SLEEPS: &str = "\
import asyncio

async def main():
    await asyncio.sleep(1.5)
    loop = asyncio.get_running_loop()
    answer = loop.create_future()
    loop.call_later(1, answer.set_result, 42)
    await answer

asyncio.run(main())
";

#[test]
fn a_task_that_sleeps_says_until_when_and_so_does_the_future_that_it_awaits() {
    let future = |id: CardId, _: &str| id.future().is_some();
    let states = states(SLEEPS, future);
    assert!(states.contains(&"Task-1: sleeping until 1.500 s".to_owned()), "{states:?}");
    assert!(states.contains(&"future-1: pending until 1.500 s".to_owned()), "{states:?}");
    assert!(states.contains(&"Task-1: waiting on answer".to_owned()), "{states:?}");
    assert!(states.contains(&"answer: pending".to_owned()), "{states:?}");
}

const MANY: &str = "\
import asyncio

async def swim(lanes):
    async with lanes:
        await asyncio.sleep(1)

async def main():
    lanes = asyncio.Semaphore(7)
    await asyncio.gather(*(swim(lanes) for _ in range(7)))

asyncio.run(main())
";

#[test]
fn of_many_who_hold_a_permit_the_rest_are_counted() {
    let lanes = states(MANY, primitives);
    let five = "lanes: 2 free of 7, held by Task-2, Task-3, Task-4, Task-5, Task-6";
    assert!(lanes.iter().any(|state| state == five), "{lanes:?}");
    let seven = "lanes: 0 free of 7, held by Task-2, Task-3, Task-4, Task-5 and 3 more";
    assert!(lanes.iter().any(|state| state == seven), "{lanes:?}");
}

const INBOXES: &str = "\
import asyncio

def join():
    inbox = asyncio.Queue()
    return inbox

async def main():
    rooms = [join() for _ in range(3)]
    await rooms[1].put(1)

asyncio.run(main())
";

#[test]
fn queues_of_one_variable_are_told_apart_by_their_number() {
    let inboxes = states(INBOXES, primitives);
    for state in ["inbox: 0 items", "inbox-2: 1 items", "inbox-3: 0 items"] {
        assert!(inboxes.iter().any(|it| it == state), "{state}: {inboxes:?}");
    }
}

#[test]
fn callbacks_that_are_left_out_are_named_by_whose_they_are() {
    let mut session = Session::new(MANY, Settings::default()).expect("it is Python");
    session.run();
    session.trace_mut().catch_up();
    let trace = session.trace();
    let mut world = World::default();
    let (mut on_cards, mut in_queue) = (Vec::new(), Vec::new());
    while trace.step(&mut world).is_some() {
        let source = Source { world: &world, tables: trace.tables(), detail: Detail::Essentials };
        let picture = stage(source, &Order::of(source), &View::default());
        on_cards.extend(picture.composed().filter_map(|card| card.other_callbacks()));
        in_queue.extend(picture.event_loop.ready_own);
    }
    assert!(
        on_cards.iter().all(|words| words == "gather-1's callback" || words == "gather's callback"),
        "{on_cards:?}"
    );
    assert!(on_cards.iter().any(|words| words == "gather-1's callback"));
    assert!(in_queue.iter().any(|words| words == "7 callbacks of gather-1"), "{in_queue:?}");
}

#[test]
fn who_waits_for_a_group_or_behind_a_shield_says_so() {
    let script = "\
import asyncio

async def save():
    await asyncio.sleep(2)

async def main():
    saving = asyncio.create_task(save())
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(1))
    await asyncio.shield(saving)

asyncio.run(main())
";
    let found = states(script, |_, state| state.ends_with("group") || state.ends_with("shielded"));
    assert_eq!(found, ["Task-1: waiting for its task group", "Task-1: waiting for saving, shielded"]);
}

#[test]
fn who_waits_at_a_socket_says_for_what() {
    let script = "\
import asyncio, socket

async def serve(reader, writer):
    await reader.readline()
    writer.close()

async def call():
    reader, writer = await asyncio.open_connection('127.0.0.1', 8888)
    await asyncio.sleep(1)
    writer.write(b'hi\\n')
    await reader.read()
    writer.close()

async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 8888)
    forever = asyncio.create_task(server.serve_forever())
    caller = asyncio.create_task(call())
    await caller
    forever.cancel()
    loop = asyncio.get_running_loop()
    plain = socket.create_server(('127.0.0.1', 9999))
    plain.setblocking(False)
    accepting = asyncio.create_task(loop.sock_accept(plain))
    await asyncio.sleep(0)
    accepting.cancel()

asyncio.run(main())
";
    let found = states(script, |_, state| {
        ["data", "connected", "connection", "serving"].iter().any(|word| state.ends_with(word))
    });
    assert_eq!(
        found,
        [
            "forever: serving",
            "caller: waiting to be connected",
            "Task-6: waiting for data",
            "caller: waiting for data",
            "accepting: waiting for a connection",
        ]
    );
}
