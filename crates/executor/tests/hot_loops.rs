//! A loop of plain arithmetic is not recorded event by event; its trace must tell exactly what one that is
//! recorded tells, wherever one looks.

use loopglass_executor::Session;
use loopglass_python::machine::Settings;
use loopglass_trace::{Detail, Event, Granularity, Trace, World};

const LOOPS: [(&str, &str); 12] = [
    (
        "a function",
        "def f(n):\n    t = 0\n    for i in range(n):\n        t += i * i % 7\n        if t > 1000:\n            t -= 1000\n    return t\nprint(f(3000))",
    ),
    (
        "the module",
        "t = 0\nfor i in range(2500):\n    t = t + i\n    if i % 3 == 0:\n        continue\n    u = t // 2\nprint(t, u)",
    ),
    (
        "while",
        "def f():\n    a, b = 0.5, 1\n    while b < 4000:\n        a = a * 1.0001 + b / 3\n        b += 1\n    return a, b\nprint(f())",
    ),
    ("one line", "n = 0\nwhile n < 4000: n += 1\nprint(n)"),
    (
        "random",
        "import random, time\ndef f():\n    hits = 0\n    for _ in range(4000):\n        x = random.random()\n        y = random.random()\n        if x * x + y * y < 1:\n            hits += 1\n    return hits\nprint(f(), random.random(), time.time())",
    ),
    (
        "the clock",
        "import time\ndef f():\n    start = time.time()\n    n = 0\n    while time.time() - start < 0.0003:\n        n += 1\n    return n, time.monotonic()\nprint(f())",
    ),
    (
        "growing numbers",
        "def f():\n    x = 1\n    for i in range(1500):\n        x = x * 3 + i\n        if i % 40 == 39:\n            x = x % 1000\n    return x\nprint(f())",
    ),
    (
        "prints",
        "def f():\n    t = 0\n    for i in range(6000):\n        t += i\n        if i % 1900 == 0:\n            print(i, t)\n    return t\nprint(f())",
    ),
    (
        "closure and global",
        "n = 0\ndef outer():\n    m = 0\n    def inner():\n        nonlocal m\n        global n\n        for i in range(2000):\n            m += i\n            n = m - i\n    inner()\n    return m\nprint(outer(), n)",
    ),
    (
        "break and else",
        "def f(n):\n    for i in range(n):\n        if i * i > 2_000_000:\n            break\n    else:\n        return -1\n    return i\nprint(f(3000), f(900))",
    ),
    (
        "an exception",
        "def f():\n    t = 0\n    try:\n        for i in range(5000):\n            t += 100 // (2500 - i)\n    except ZeroDivisionError as error:\n        print(error, i, t)\nf()",
    ),
    (
        "nested",
        "def f():\n    t = 0\n    for i in range(4):\n        j = 0\n        while j < 1200:\n            t += i ^ j\n            j += 1\n    return t\nprint(f())",
    ),
];

fn run(source: &str, fold: bool, slice: u64) -> (Trace, String) {
    let settings = Settings { fold, ..Settings::default() };
    let mut session = Session::new(source, settings).expect("it can be lowered");
    while session.run_slice(slice) == loopglass_executor::Status::Running {
        session.trace_mut().catch_up();
    }
    let printed = format!("{}{}", session.stdout(), session.stderr());
    (session.into_trace(), printed)
}

#[test]
fn a_hot_loop_tells_what_a_recorded_one_does() {
    for (name, source) in LOOPS {
        let (plain, printed) = run(source, false, 1_000_000_000);
        for slice in [1_000_000_000, 7_001] {
            let (hot, hot_printed) = run(source, true, slice);
            assert_eq!(printed, hot_printed, "{name}");
            let made: usize = hot.rerun().map(|(start, end)| end - start).sum();
            assert!(made * 2 > hot.len() || name == "growing numbers", "{name}: it did not run hot");
            for (index, (a, b)) in plain.events(0).zip(hot.events(0)).enumerate() {
                assert_eq!(a, b, "{name}: event {index}");
            }
            assert_eq!(plain.len(), hot.len(), "{name}");
            assert!(plain.json_lines().eq(hot.json_lines()), "{name}");
        }
    }
}

#[test]
fn seeking_into_a_hot_loop_finds_what_was_recorded() {
    for (name, source) in LOOPS {
        let (plain, _) = run(source, false, 1_000_000_000);
        let (hot, _) = run(source, true, 7_001);
        let mut index = 5;
        let mut moved = World::default();
        for _ in 0..150 {
            index = (index * 7_919 + 4_021) % hot.len();
            assert_eq!(plain.event(index), hot.event(index), "{name}: event {index}");
            let (a, b) = (plain.seek(index), hot.seek(index));
            if a != b {
                let stretches: Vec<_> = hot.rerun().collect();
                assert_eq!(a.clock_ns, b.clock_ns);
                assert_eq!(
                    a.frames.iter().collect::<Vec<_>>(),
                    b.frames.iter().collect::<Vec<_>>(),
                    "{stretches:?} {index}"
                );
                assert_eq!(a.console, b.console);
                panic!("{name}: world {index} {stretches:?}");
            }
            hot.move_to(&mut moved, index);
            assert!(moved == plain.seek(index), "{name}: moved to {index}");
        }
        let mut replayed = World::default();
        while hot.step(&mut replayed).is_some() {}
        assert!(replayed == plain.seek(usize::MAX), "{name}: the end");
    }
}

#[test]
fn a_time_in_a_hot_loop_is_found_where_it_was_recorded() {
    for (name, source) in LOOPS {
        let (plain, _) = run(source, false, 1_000_000_000);
        let (hot, _) = run(source, true, 7_001);
        let clocks: Vec<u64> = (0..plain.len()).map(|index| plain.seek(index).clock_ns).step_by(97).collect();
        let last = plain.seek(usize::MAX).clock_ns;
        for clock_ns in
            clocks.into_iter().flat_map(|clock_ns| [clock_ns, clock_ns + 7]).chain([last, last + 1])
        {
            let found = hot.at_time(clock_ns);
            assert_eq!(plain.at_time(clock_ns), found, "{name}: at {clock_ns} ns");
            assert!(hot.seek(found).clock_ns <= clock_ns, "{name}: at {clock_ns} ns");
            assert!(
                found + 1 == hot.len() || hot.seek(found + 1).clock_ns > clock_ns,
                "{name}: at {clock_ns} ns"
            );
        }
    }
}

#[test]
fn the_stops_in_a_hot_loop_are_those_of_a_recorded_one() {
    for (name, source) in LOOPS {
        let (plain, _) = run(source, false, 1_000_000_000);
        let (hot, _) = run(source, true, 1_000_000_000);
        let by = Granularity::Line;
        assert_eq!(plain.stop_count(by, Detail::Exact), hot.stop_count(by, Detail::Exact), "{name}");
        let lines: Vec<u32> = (1..12).collect();
        let mut at = 3;
        for turn in 0..60 {
            at = (at * 7_919 + 4_021) % hot.len();
            assert_eq!(
                plain.next_stop(at, by, Detail::Exact),
                hot.next_stop(at, by, Detail::Exact),
                "{name}: the line after {at}"
            );
            assert_eq!(plain.previous_stop(at, by, Detail::Exact), hot.previous_stop(at, by, Detail::Exact));
            let number = hot.stop_number(at, by, Detail::Exact);
            assert_eq!(plain.stop_number(at, by, Detail::Exact), number, "{name}: lines until {at}");
            assert_eq!(plain.stop(number, by, Detail::Exact), hot.stop(number, by, Detail::Exact), "{name}");
            assert_eq!(plain.step_over(at), hot.step_over(at), "{name}: over {at}");
            let one = &lines[turn % lines.len()..][..1];
            assert_eq!(
                plain.next_breakpoint(at, one),
                hot.next_breakpoint(at, one),
                "{name}: {one:?} after {at}"
            );
            assert_eq!(
                plain.previous_breakpoint(at, one),
                hot.previous_breakpoint(at, one),
                "{name}: {one:?}"
            );
        }
    }
}

#[test]
fn an_endless_loop_takes_no_memory() {
    let (trace, _) = {
        let mut settings = Settings::default();
        settings.limits.steps = 20_000_000;
        let mut session = Session::new("while True: pass", settings).expect("it can be lowered");
        session.run();
        (session.into_trace(), ())
    };
    assert!(trace.len() > 5_000_000 && trace.bytes() < 1_000_000, "{} {}", trace.len(), trace.bytes());
    let Some(Event::Line { line }) = trace.event(4_000_000) else { panic!("only lines happen") };
    assert_eq!(line, 1);
}

/// Enough for a stretch with many moments, of which only some have the generator.
const LONG: &str = "import random\ndef f():\n    hits = 0\n    for _ in range(300_000):\n        x = random.random()\n        y = random.random()\n        if x * x + y * y < 1:\n            hits += 1\n    return hits\nprint(f())";

#[test]
fn any_place_of_a_long_loop_is_read_as_on_the_way_there() {
    let (trace, _) = run(LONG, true, 1_000_000_000);
    let all: Vec<Event> = trace.events(0).collect();
    assert!(all.len() > 32 * 65_536, "{} events are too few", all.len());
    for turn in 0..120 {
        let place = (turn * 7_919 * 104_729 + 11) % all.len();
        assert_eq!(trace.event(place), Some(all[place]), "event {place}");
        let mut world = trace.seek(place.saturating_sub(1));
        assert_eq!(trace.step(&mut world), Some(all[place.max(1)]), "after a seek to the one before {place}");
    }
}
