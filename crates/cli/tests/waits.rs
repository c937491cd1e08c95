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
