//! What repeats is leapt over by what readers move about by; it must tell exactly what going through it tells,
//! wherever one looks.

use loopglass_executor::{Session, Status};
use loopglass_python::machine::Settings;
use loopglass_trace::{Detail, Granularity, TextId, Trace, World};

/// What repeats, and about which share of its events is leapt over, in percent.
const PROGRAMS: [(&str, usize, &str); 13] = [
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
        "plain functions that are called, and what they do",
        0,
        "total = 0\ndef add(n):\n    global total\n    total += n\n    return total\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\ndef odd(n):\n    try:\n        if n % 2:\n            raise ValueError(n)\n    except ValueError as error:\n        return str(error)\ndef fails(n):\n    for turn in range(n % 3):\n        del turn\n    return 1 / (n % 2)\ndef keep(n):\n    future = asyncio.get_running_loop().create_future()\n    lock = asyncio.Lock()\n    return future, lock\ndef items(n):\n    for item in range(n):\n        yield half(item)\ndef half(n):\n    return n // 2\ndef say(n):\n    print(half(n))\nclass Account:\n    def __init__(self, owner):\n        self.owner, self.balance = owner, 0\n    def deposit(self, amount):\n        self.balance += half(amount)\n        return self.balance\nasync def worker(n):\n    account, state = Account(n), n + 1\n    for turn in range(40):\n        state = state * 1103515245 % 2147483648\n        account.deposit(state >> 16 & 255)\n        if state & 64:\n            await asyncio.sleep(half(state & 1))\n        odd(state >> 8), fib(state >> 20 & 7), add(state & 15)\n        try:\n            fails(state >> 9)\n        except ZeroDivisionError:\n            kept = keep(n)\n        sum(items(state >> 12 & 7))\n    say(n)\nasync def main():\n    await asyncio.gather(*[worker(n) for n in range(5)])\n    await asyncio.to_thread(fib, 9)",
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
    trace.fold();
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

/// What a worker may do in each of its turns.
const DEEDS: [&str; 22] = [
    "await asyncio.sleep(0)",
    "await asyncio.sleep(0.001)",
    "await asyncio.sleep(0.25)",
    "async with lock: await asyncio.sleep(0)",
    "async with lock: value = n",
    "async with semaphore: await asyncio.sleep(0)",
    "async with semaphore: await asyncio.sleep(0.002)",
    "event.set()",
    "event.clear()",
    "await queue.put(n); queue.get_nowait()",
    "future = loop.create_future(); loop.call_soon(future.set_result, n); value = await future",
    "future = loop.create_future(); loop.call_later(0.01, future.set_result, None); await future",
    "value = n * 2; total += value",
    "await helper(n)",
    "value = await helper(await helper(n))",
    "value = double(n) - n",
    "async for value in count(2): total += 1",
    "loop.call_later(0.3, double, n)",
    "loop.call_later(100 + n, double, n).cancel()",
    "async with asyncio.timeout(5): await asyncio.sleep(0.001)",
    "name = f'turn {n % 3}'",
    "await asyncio.shield(asyncio.ensure_future(done))",
];

/// A program whose workers do the same in each of their turns.
fn random_program(seed: u64) -> String {
    let mut random = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut below = |most: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % most
    };
    let mut source = String::from(
        "def double(n):\n    return 2 * n\nasync def helper(n):\n    await asyncio.sleep(0)\n    return n\nasync def count(n):\n    for i in range(n):\n        await asyncio.sleep(0)\n        yield i\nasync def main():\n    loop = asyncio.get_running_loop()\n    lock, semaphore, event, queue = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Event(), asyncio.Queue()\n    done = loop.create_future()\n    done.set_result(1)\n",
    );
    let kinds = 1 + below(3);
    for kind in 0..kinds {
        source.push_str(&format!(
            "    async def worker{kind}():\n        total = 0\n        for n in range({}):\n",
            150 + below(300)
        ));
        for _ in 0..=below(3) {
            source.push_str(&format!("            {}\n", DEEDS[below(DEEDS.len())]));
        }
        source.push_str("            await asyncio.sleep(0)\n");
    }
    let workers: Vec<String> =
        (0..kinds).flat_map(|kind| vec![format!("worker{kind}()"); 1 + below(3)]).collect();
    source.push_str(&format!("    await asyncio.gather({})", workers.join(", ")));
    source
}

#[test]
fn random_programs_are_as_if_they_had_been_gone_through() {
    let seeds: u64 = std::env::var("LOOPGLASS_SEEDS").ok().and_then(|it| it.parse().ok()).unwrap_or(24);
    let mut leapt = 0;
    for seed in 0..seeds {
        let run = run(&random_program(seed));
        let trace = recorded(&run, [usize::MAX, 3_001][seed as usize % 2]);
        leapt += usize::from(trace.leaps().count() > 0);
        let mut through = trace.clone();
        through.forget_index();
        through.catch_up();
        assert!(trace.latest() == through.latest(), "seed {seed}: the last world");
        assert!(trace.marks() == through.marks() && trace.lanes() == through.lanes(), "seed {seed}: lanes");
        for detail in [Detail::Essentials, Detail::Exact] {
            assert!(trace.ladder(detail).rows().eq(through.ladder(detail).rows()), "seed {seed}: {detail:?}");
        }
        for turn in 0..40 {
            let index = (turn * 7_919 + 4_021) % trace.len();
            assert!(trace.seek(index) == through.seek(index), "seed {seed}: the world after event {index}");
        }
    }
    assert!(leapt as u64 * 2 > seeds, "only {leapt} of {seeds} leapt");
}
