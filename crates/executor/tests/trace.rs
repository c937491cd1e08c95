//! What every run's trace must keep: the same run gives the same bytes, and any moment is found by seeking as by
//! replaying. (That the world equals the executor's state is asserted at each iteration of a debug build.)

use std::path::{Path, PathBuf};

use loopglass_executor::{Session, Status};
use loopglass_python::machine::{Limits, Settings};
use loopglass_trace::{End, Limit, Trace, World};

fn scripts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/conformance/programs");
    let mut found = Vec::new();
    for topic in folder.read_dir().expect("the programs are part of the repository").flatten() {
        let Ok(files) = topic.path().read_dir() else { continue };
        found.extend(
            files
                .flatten()
                .map(|file| file.path())
                .filter(|path| path.extension().is_some_and(|e| e == "py")),
        );
    }
    found.sort();
    found
}

fn run(source: &str, limits: Limits) -> Option<(Trace, Status)> {
    let mut session = Session::new(source, Settings { limits, ..Settings::default() }).ok()?;
    let status = session.run();
    Some((session.into_trace(), status))
}

fn bounded() -> Limits {
    Limits { events: 30_000, ..Limits::default() }
}

#[test]
fn two_runs_are_byte_equal() {
    let mut compared = 0;
    for path in scripts() {
        let source = std::fs::read_to_string(&path).expect("listed just now");
        let (Some((first, _)), Some((second, _))) = (run(&source, bounded()), run(&source, bounded())) else {
            continue;
        };
        assert!(first.json_lines().eq(second.json_lines()), "{}: two runs differ", path.display());
        compared += 1;
    }
    assert!(compared > 60, "only {compared} programs could be run");
}

#[test]
fn seeking_equals_replaying_at_every_index() {
    let mut checked = 0;
    for path in scripts() {
        let source = std::fs::read_to_string(&path).expect("listed just now");
        let Some((trace, _)) = run(&source, bounded()) else { continue };
        if trace.len() > 1_500 {
            continue;
        }
        let mut replayed = World::default();
        for index in 0..trace.len() {
            trace.step(&mut replayed);
            assert!(trace.seek(index) == replayed, "{}: seeking to {index} differs", path.display());
        }
        checked += 1;
    }
    assert!(checked > 40, "only {checked} traces were short enough");
}

#[test]
fn an_endless_loop_stops_at_the_limit_with_its_trace() {
    for source in [
        "while True: pass",
        "import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(0)\nasyncio.run(main())",
    ] {
        let limits = Limits { steps: 200_000, ..Limits::default() };
        let (trace, status) = run(source, limits).expect("it can be lowered");
        assert!(matches!(status, Status::Ended { end: End::Limit(Limit::Steps), .. }), "{status:?}");
        assert!(trace.len() > 1_000, "the trace so far stands");
        assert!(trace.seek(trace.len() - 1).end.is_some());
    }
}
