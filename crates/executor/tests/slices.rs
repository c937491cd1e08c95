//! A slice of a run ends where its budget does, whatever native code is at: the page must be heard meanwhile.

use loopglass_executor::{Session, Settings, Status};

/// Instructions of a slice.
const BUDGET: u64 = 20_000;

fn session(source: &str) -> Session {
    Session::new(source, Settings::default()).expect("the script is fine")
}

#[test]
fn what_builtins_take_from_iterators_is_sliced() {
    for endless in [
        "sum(range(10**12))",
        "sum(i * i for i in range(10**12))",
        "0.5 in iter(range(10**12))",
        "list(filter(None, iter(int, 1)))",
        "max(zip(range(10**12), range(10**12)))",
        "import itertools\nany(itertools.repeat(0))",
        "import itertools, collections\ncollections.deque(itertools.count(), maxlen=0)",
        "import itertools\nnext(itertools.islice(itertools.count(), 10**12, None))",
        "import itertools\nprint(-1 in itertools.count())",
    ] {
        let mut session = session(endless);
        for _ in 0..20 {
            let before = session.steps();
            assert_eq!(session.run_slice(BUDGET), Status::Running, "{endless}");
            let taken = session.steps() - before;
            assert!(taken < 2 * BUDGET, "{endless}: {taken} instructions in one slice");
        }
        session.stop();
        assert!(matches!(session.run_slice(BUDGET), Status::Ended { .. }), "{endless}");
    }
}

#[test]
fn small_slices_change_nothing() {
    let source = "\
print(sum(range(5_000)), sum(x for x in range(500)), max(range(5_000)), len(set(range(5_000))))
print(4_999 in iter(range(5_000)), list(filter(lambda x: x > 497, range(500))))
print(sorted(range(5_000, 0, -1))[:2], sum([1.5] * 9_999, start=1), len(dict.fromkeys(range(5_000))))
";
    let trace = |budget: u64| {
        let mut session = session(source);
        while session.run_slice(budget) == Status::Running {}
        let trace = session.trace();
        (0..trace.len()).map(|index| format!("{:?}", trace.event(index))).collect::<Vec<_>>()
    };
    assert!(trace(7) == trace(u64::MAX), "the events differ");
}

#[test]
fn what_computes_may_go_on_longer_than_what_gives_way() {
    let steps = |source: &str| {
        let mut settings = Settings::default();
        settings.limits.steps = 1_000_000;
        let mut session = Session::new(source, settings).expect("the script is fine");
        session.run();
        session.steps()
    };
    let hot = steps("def count():\n    n = 0\n    while True:\n        n += 1\ncount()");
    let plain = steps("def f(): return [1]\nwhile True:\n    f()");
    let giving_way = steps(
        "import asyncio\nasync def poll():\n    while True:\n        await asyncio.sleep(0)\nasyncio.run(poll())",
    );
    assert!(hot > plain && plain > giving_way, "{hot} {plain} {giving_way}");
}
