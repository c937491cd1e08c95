//! What repeats is leapt over by what readers move about by; it must tell exactly what going through it tells,
//! wherever one looks.

use loopglass_executor::{Session, Status};
use loopglass_python::machine::Settings;
use loopglass_trace::{Detail, Granularity, TextId, Trace, World};

/// What repeats, and about which share of its events is leapt over, in percent.
const PROGRAMS: [(&str, usize, &str); 12] = [
    (
        "workers that give way",
        70,
        "async def worker(n):\n    for _ in range(400):\n        await asyncio.sleep(0)\nasync def main():\n    await asyncio.gather(*[worker(i) for i in range(7)])",
    ),
    (
        "a queue",
        60,
        "async def produce(queue):\n    for item in range(2500):\n        await queue.put(item)\n    await queue.put(None)\nasync def consume(queue):\n    total = 0\n    while (item := await queue.get()) is not None:\n        total += item\n    return total\nasync def main():\n    queue = asyncio.Queue(maxsize=10)\n    print(await asyncio.gather(produce(queue), consume(queue)))",
    ),
    (
        "a queue of one, and something else in between",
        50,
        "async def produce(queue):\n    for item in range(1500):\n        await queue.put(item)\nasync def consume(queue):\n    for _ in range(1500):\n        await queue.get()\nasync def other():\n    for turn in range(900):\n        await asyncio.sleep(0)\nasync def main():\n    queue = asyncio.Queue(1)\n    await asyncio.gather(produce(queue), consume(queue), other())",
    ),
    (
        "a watcher",
        70,
        "import time\nasync def pause(seconds):\n    end = time.time() + seconds\n    while time.time() < end:\n        await asyncio.sleep(0)\nasync def main():\n    await asyncio.gather(pause(0.04), asyncio.sleep(0.02))",
    ),
    (
        "timers, and one that waits for longer",
        60,
        "async def tick(n):\n    for beat in range(1200):\n        await asyncio.sleep(0.5)\nasync def main():\n    await asyncio.gather(tick(1), asyncio.sleep(300), tick(2), asyncio.sleep(5000))",
    ),
    (
        "futures with names",
        60,
        "async def main():\n    loop = asyncio.get_running_loop()\n    for turn in range(1500):\n        future = loop.create_future()\n        loop.call_soon(future.set_result, turn)\n        value = await future",
    ),
    (
        "a lock",
        50,
        "async def worker(lock):\n    for turn in range(700):\n        async with lock:\n            await asyncio.sleep(0)\nasync def main():\n    lock = asyncio.Lock()\n    await asyncio.gather(*[worker(lock) for _ in range(3)])",
    ),
    (
        "a semaphore",
        50,
        "async def worker(semaphore):\n    for turn in range(700):\n        async with semaphore:\n            await asyncio.sleep(0)\nasync def main():\n    semaphore = asyncio.Semaphore(2)\n    await asyncio.gather(*[worker(semaphore) for _ in range(5)])",
    ),
    (
        "an event",
        50,
        "async def ring(event):\n    for turn in range(900):\n        event.set()\n        await asyncio.sleep(0)\n        event.clear()\n        await asyncio.sleep(0.1)\nasync def hear(event):\n    while True:\n        await event.wait()\n        await asyncio.sleep(0.05)\nasync def main():\n    event = asyncio.Event()\n    hearer = asyncio.create_task(hear(event))\n    await ring(event)\n    hearer.cancel()",
    ),
    (
        "a generator and exceptions",
        50,
        "async def count():\n    for number in range(900):\n        await asyncio.sleep(0)\n        yield number\nasync def main():\n    total = 1\n    async for number in count():\n        try:\n            if number % 2:\n                raise ValueError('odd')\n            total += number\n        except ValueError as error:\n            total -= 1",
    ),
    (
        "tasks, which are not leapt over, and calls, which are",
        0,
        "async def child(n):\n    return n\ndef half(n):\n    return n // 2\nasync def main():\n    for n in range(300):\n        await asyncio.create_task(child(n))\n    for n in range(900):\n        m = half(n)\n        await child(m)",
    ),
    (
        "prints in between",
        30,
        "async def main():\n    for turn in range(4):\n        for n in range(900):\n            await asyncio.sleep(0)\n        print('turn', turn)",
    ),
];

/// The events of a run, recorded anew, and read after every so many.
fn recorded(run: &Trace, every: usize) -> Trace {
    let tables = run.tables();
    let mut trace = Trace::new(run.source(), run.file(), tables.settings);
    for id in 0..tables.texts.len() {
        trace.text(tables.text(TextId(id as u32)));
    }
    for code in &tables.codes {
        trace.code(*code);
    }
    for (index, event) in run.events(0).enumerate() {
        trace.push(event);
        if index % every == every - 1 {
            trace.catch_up();
        }
    }
    trace.catch_up();
    trace
}

fn run(source: &str) -> Trace {
    let source = format!("import asyncio\n{source}\nasyncio.run(main())\n");
    let mut session = Session::new(&source, Settings::default()).expect("it can be lowered");
    while session.run_slice(1 << 40) == Status::Running {}
    assert_eq!(session.stderr(), "");
    session.into_trace()
}

/// Each program's run, gone through event by event, and the same with leaps, read at different times.
fn runs() -> impl Iterator<Item = (&'static str, usize, Trace, Vec<Trace>)> {
    PROGRAMS.into_iter().map(|(name, share, source)| {
        let run = run(source);
        let leapt = [usize::MAX, 1_777].map(|every| recorded(&run, every));
        let mut through = leapt[0].clone();
        through.forget_index();
        through.catch_up();
        assert_eq!(through.leaps().count(), 0);
        (name, share, through, leapt.into())
    })
}

#[test]
fn what_repeats_is_leapt_over() {
    for (name, share, _, leapt) in runs() {
        for trace in leapt {
            let events: usize = trace.leaps().map(|(start, end)| end - start).sum();
            assert!(events * 100 >= trace.len() * share, "{name}: {events} of {}", trace.len());
            assert!(share > 0 || events < trace.len() / 2, "{name}: {events} of {}", trace.len());
        }
    }
}

#[test]
fn all_lists_are_as_if_it_had_been_gone_through() {
    for (name, _, through, leapt) in runs() {
        for trace in leapt {
            assert!(trace.latest() == through.latest(), "{name}: the last world");
            for by in [Granularity::Handoff, Granularity::Line, Granularity::TaskStep, Granularity::Iteration]
            {
                for detail in [Detail::Essentials, Detail::Exact] {
                    let stops = |trace: &Trace| {
                        (0..trace.stop_count(by, detail))
                            .map(|number| trace.stop(number, by, detail))
                            .collect::<Vec<_>>()
                    };
                    assert!(stops(&trace) == stops(&through), "{name}: stops by {by:?}, {detail:?}");
                }
            }
            for detail in [Detail::Essentials, Detail::Exact] {
                assert!(trace.ladder(detail).rows().eq(through.ladder(detail).rows()), "{name}: {detail:?}");
            }
            assert!(trace.marks() == through.marks(), "{name}: marks");
            assert!(trace.lanes() == through.lanes(), "{name}: lanes");
        }
    }
}

#[test]
fn any_moment_is_as_if_it_had_been_gone_through() {
    for (name, _, through, leapt) in runs() {
        let mut worlds = Vec::new();
        let mut world = World::default();
        let mut at = 0;
        let mut wanted: Vec<usize> = (0..120).map(|turn| (turn * 7_919 + 4_021) % through.len()).collect();
        wanted.extend(
            leapt.iter().flat_map(Trace::leaps).flat_map(|(start, end)| [start - 1, start, end - 1, end]),
        );
        wanted.sort_unstable();
        while through.step(&mut world).is_some() {
            while wanted.get(at).is_some_and(|index| index + 1 == world.events as usize) {
                worlds.push(world.clone());
                at += 1;
            }
        }
        for trace in &leapt {
            for world in &worlds {
                let index = world.events as usize - 1;
                assert!(trace.seek(index) == *world, "{name}: the world after event {index}");
                assert_eq!(
                    trace.at_time(world.clock_ns),
                    through.at_time(world.clock_ns),
                    "{name}: the time of {index}"
                );
            }
        }
    }
}
