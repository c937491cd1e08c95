//! What the stage shows of those who wait for several at once, of worker threads, and of what passes between two stops, at
//! moments of real runs.

use loopglass_executor::{Session, Settings};
use loopglass_picture::{
    CardId, Order, Passage, Shape, Source, StagePicture, View, WireKind, explain, passage, stage,
};
use loopglass_trace::{Detail, FutureState, Granularity, Trace, World};

fn run(script: &str) -> Session {
    let mut session = Session::new(script, Settings::default()).expect("it is Python");
    session.run();
    session.trace_mut().catch_up();
    session
}

/// The stage after each event.
fn stages(trace: &Trace) -> Vec<StagePicture> {
    let mut world = World::default();
    let mut all = Vec::new();
    while trace.step(&mut world).is_some() {
        let source = Source { world: &world, tables: trace.tables(), detail: Detail::Essentials };
        all.push(stage(source, &Order::of(source), &View::default()));
    }
    all
}

fn label(picture: &StagePicture, id: CardId) -> String {
    picture.composed().find(|card| card.id == id).map_or_else(|| "?".to_owned(), |card| card.label.clone())
}

/// The lines from each who waits for several, `OWNER > CHILD`, of a moment.
fn lines(picture: &StagePicture) -> Vec<String> {
    let children = picture.wires.iter().filter(|wire| matches!(wire.kind, WireKind::Child(_)));
    children.map(|wire| format!("{} > {}", label(picture, wire.from), label(picture, wire.to))).collect()
}

/// What the cards say of those whom they wait for: `OWNER word: NAMES`.
fn links(picture: &StagePicture) -> Vec<String> {
    let with_links = picture.composed().filter_map(|card| Some((card, card.links.as_ref()?)));
    with_links
        .map(|(card, links)| {
            let names: Vec<&str> = links.named.iter().map(|named| &*named.label).collect();
            format!("{} {}: {} of {}", card.label, links.word, names.join(", "), links.count())
        })
        .collect()
}

const GATHERS: &str = "\
import asyncio

async def work(seconds):
    await asyncio.sleep(seconds)

async def main():
    a = asyncio.create_task(work(1))
    b = asyncio.create_task(work(2))
    c = asyncio.create_task(work(3))
    d = asyncio.create_task(work(4))
    await asyncio.gather(asyncio.gather(a, c), asyncio.gather(b, d))

asyncio.run(main())
";

#[test]
fn each_gather_is_joined_to_its_own_children() {
    let session = run(GATHERS);
    let pictures = stages(session.trace());
    let most = pictures.iter().max_by_key(|picture| lines(picture).len()).expect("there are moments");
    let mut found = lines(most);
    found.sort();
    assert_eq!(
        found,
        [
            "gather-1 > a",
            "gather-1 > c",
            "gather-2 > b",
            "gather-2 > d",
            "gather-3 > gather-1",
            "gather-3 > gather-2"
        ]
    );
    assert!(links(most).contains(&"gather-1 children: a, c of 2".to_owned()), "{:?}", links(most));
    // Who is done is waited for no more.
    let later = pictures.iter().rev().find(|picture| !lines(picture).is_empty()).expect("there are lines");
    assert!(lines(later).iter().all(|line| !line.ends_with("> a")), "{:?}", lines(later));
}

const GROUP: &str = "\
import asyncio

async def work(number):
    await asyncio.sleep(number)
    if number == 1:
        raise ValueError

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for number in range(9):
                group.create_task(work(number))
    except* ValueError:
        pass

asyncio.run(main())
";

#[test]
fn a_group_is_joined_to_its_tasks_and_counts_those_that_are_not_named() {
    let session = run(GROUP);
    let pictures = stages(session.trace());
    let all: Vec<String> = pictures.iter().flat_map(links).collect();
    let whole = "Task-1 group: Task-2, Task-3, Task-4, Task-5, Task-6 of 9";
    assert!(all.iter().any(|links| links == whole), "{all:?}");
    let counts = pictures.iter().flat_map(|picture| &picture.wires).map(|wire| wire.kind);
    assert!(counts.clone().any(|kind| kind == WireKind::Child(9)));
}

#[test]
fn a_task_that_joins_a_group_from_another_task_belongs_to_who_waits_for_the_group() {
    let session = run("\
import asyncio

async def page(group, depth):
    if depth:
        group.create_task(page(group, depth - 1))
    async with asyncio.TaskGroup() as own:
        own.create_task(asyncio.sleep(1))
        group.create_task(asyncio.sleep(2))

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(page(group, 1))

asyncio.run(main())
");
    let pictures = stages(session.trace());
    let all: Vec<String> = pictures.iter().flat_map(links).collect();
    // The page's own task is in its own group. So is, as far as is seen, what it adds to another's meanwhile.
    assert!(all.iter().any(|it| it == "Task-1 group: Task-2, Task-3 of 2"), "{all:?}");
    assert!(all.iter().any(|it| it.starts_with("Task-2 group: Task-4")), "{all:?}");
    assert!(!all.iter().any(|it| it.starts_with("Task-2 group: Task-3")), "{all:?}");
}

#[test]
fn requests_to_cancel_that_come_together_are_told_together_and_marked() {
    let session = run(GROUP);
    let trace = session.trace();
    let mut at = 0;
    let mut told = Vec::new();
    let mut marked = 0;
    while let Some(next) = trace.next_stop(at, Granularity::Handoff, Detail::Essentials) {
        let (since, world, before) = (trace.seek(at), trace.seek(next), trace.seek(next - 1));
        let source = Source { world: &world, tables: trace.tables(), detail: Detail::Essentials };
        let passed = passage(trace, Some(&since), next);
        let mut picture = stage(source, &Order::of(source), &View { cards: 0..40, ..View::default() });
        picture.pass(&passed);
        marked = marked.max(picture.cards.iter().filter(|card| card.asked_now).count());
        let explanation = explain(source, trace, &before, next, Some(since));
        for it in explanation.between.iter().filter(|it| it.weighs) {
            told.push(it.what.iter().map(|(_, text)| text.as_str()).collect::<String>());
        }
        at = next;
    }
    let asked: Vec<&String> = told.iter().filter(|told| told.contains("cancellation")).collect();
    assert_eq!(asked.len(), 1, "{told:?}");
    assert!(asked[0].ends_with("and 5 others."), "{asked:?}");
    assert_eq!(marked, 8, "the siblings and the task that waits for them");
    assert!(told.iter().any(|told| told.contains("waits for 1 s")), "{told:?}");
    assert!(told.iter().any(|told| told.contains("is due")), "{told:?}");
}

#[test]
fn time_that_blocks_is_told_from_time_that_is_waited_for() {
    let session = run("\
import asyncio, time

def compute():
    time.sleep(3)

async def main():
    time.sleep(0.5)
    await asyncio.sleep(1)
    await asyncio.to_thread(compute)

asyncio.run(main())
");
    let trace = session.trace();
    let whole = passage(trace, Some(&World::default()), trace.len() - 1);
    assert_eq!(whole.blocked_ns, 500_000_000, "what a worker sleeps blocks nobody");
    assert!(whole.waited_ns > 3_900_000_000 && whole.waited_ns < 4_100_000_000, "{}", whole.waited_ns);
    assert_eq!(passage(trace, None, 10), Passage::default());
}

const WORKER: &str = "\
import asyncio, time

def compute(n):
    time.sleep(0.3)
    return n * n

async def main():
    other = asyncio.create_task(asyncio.sleep(0.1))
    print(await asyncio.to_thread(compute, 7))
    await other

asyncio.run(main())
";

#[test]
fn a_worker_has_a_card_from_its_beginning_until_the_loop_hears_of_its_end() {
    let session = run(WORKER);
    let mut states: Vec<String> = Vec::new();
    for picture in stages(session.trace()) {
        let worker = picture.primitives.iter().find(|card| matches!(card.id, CardId::Worker(_)));
        let state = worker.map_or_else(
            || "none".to_owned(),
            |card| {
                assert_eq!((card.label.as_str(), card.shape), ("asyncio_0", Shape::Running));
                assert!(lines(&picture).contains(&"Task-1 > asyncio_0".to_owned()), "{:?}", lines(&picture));
                let frames: Vec<&str> = card.frames.iter().map(|frame| frame.name.as_str()).collect();
                format!("{} [{}]", card.state, frames.join(" "))
            },
        );
        if states.last() != Some(&state) {
            states.push(state);
        }
    }
    let own = "running on a clock of its own";
    let known = ["none", &format!("{own} []"), &format!("{own} [compute()]"), &format!("{own} []")];
    assert_eq!(states[..4], known);
    assert_eq!(states[4], "runs until 0.300 s [compute()]");
    assert_eq!(states.last().map(String::as_str), Some("none"));
}

#[test]
fn a_workers_time_is_in_a_lane_of_its_own() {
    let session = run(WORKER);
    let trace = session.trace();
    let [worker] = trace.worker_lanes() else { panic!("there is one worker") };
    assert_eq!(trace.tables().text(worker.name), "asyncio_0");
    let segments: Vec<_> = worker.segments.iter().collect();
    let (begins, ends) = (segments[0], segments[1]);
    assert_eq!((begins.state, ends.state), (FutureState::Running, FutureState::Pending));
    let took = ends.clock_ns - begins.clock_ns;
    assert!((300_000_000..300_010_000).contains(&took), "{took}");
    assert!(segments.windows(2).all(|pair| pair[0].clock_ns <= pair[1].clock_ns), "{segments:?}");
    // The task does not run meanwhile.
    let task = &trace.lanes()[0];
    let at = task.segments.partition_point(|segment| segment.event < begins.event);
    let meanwhile: Vec<_> = (at..at + 2).filter_map(|place| task.segments.get(place)).collect();
    assert_eq!(meanwhile[0].state, FutureState::Pending);
    assert_eq!((meanwhile[1].state, meanwhile[1].event), (FutureState::Running, ends.event));
    assert_eq!(meanwhile[0].clock_ns, meanwhile[1].clock_ns);
}
