//! Runs every program of `tests/conformance/programs`, and every scenario, through the `loopglass` command and
//! compares stdout, the last line of stderr, the exit status, the loop log and the line events with what CPython
//! did. Needs the checked-in goldens only. `CONFORMANCE=article` runs the programs whose path holds that text.

mod golden;
mod limits;
mod outcome;
mod report;

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use golden::Golden;
use report::{Report, Verdict};

/// Set to rewrite the list of known failures and the table in `docs/conformance.md`.
const BLESS: &str = "LOOPGLASS_BLESS";
/// Holds a filter on the programs' paths.
const FILTER: &str = "CONFORMANCE";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The topic of the scenarios: its goldens are where all are, its programs in their own crate.
const SCENARIOS: &str = "scenarios/";

/// The script of a program.
fn script(folder: &Path, program: &str) -> PathBuf {
    match program.strip_prefix(SCENARIOS) {
        Some(name) => root().join("crates/scenarios/programs").join(name).with_extension("py"),
        None => folder.join(program).with_extension("py"),
    }
}

/// Every program, as `topic/name`, in order.
fn programs(folder: &Path) -> Vec<String> {
    let mut found = loopglass_scenarios::catalogue()
        .iter()
        .map(|scenario| format!("{SCENARIOS}{}", scenario.id))
        .collect::<Vec<_>>();
    for topic in folder.read_dir().expect("the programs are part of the repository").flatten() {
        let Ok(files) = topic.path().read_dir() else { continue };
        for file in
            files.flatten().map(|file| file.path()).filter(|path| path.extension().is_some_and(|e| e == "py"))
        {
            let path = file.strip_prefix(folder).expect("listed below it").with_extension("");
            found.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    found.sort();
    found
}

fn judge(folder: &Path, program: &str) -> Verdict {
    let golden = match Golden::read(&folder.join(program).with_extension("json")) {
        Ok(golden) => golden,
        Err(problem) => return Verdict::broken(program, problem),
    };
    match outcome::run(&script(folder, program), golden.needs_lines()) {
        Ok(outcome) => Verdict::compare(program, &golden, &outcome),
        Err(problem) => Verdict::broken(program, problem),
    }
}

/// Judges all programs on as many threads as the machine has cores.
fn judge_all(folder: &Path, programs: &[String]) -> Vec<Verdict> {
    let next = AtomicUsize::new(0);
    let verdicts = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, |n| n.get()) {
            scope.spawn(|| {
                while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let verdict = judge(folder, program);
                    verdicts.lock().expect("no thread panics while it holds it").push(verdict);
                }
            });
        }
    });
    let mut verdicts = verdicts.into_inner().expect("all threads have ended");
    verdicts.sort_by(|a, b| a.program.cmp(&b.program));
    verdicts
}

#[test]
fn programs_agree_with_cpython() {
    let conformance = root().join("tests/conformance");
    let folder = conformance.join("programs");
    let filter = std::env::var(FILTER).unwrap_or_default();
    let mut programs = programs(&folder);
    programs.retain(|program| program.contains(&filter) && !program.starts_with(limits::TOPIC));
    assert!(!programs.is_empty(), "no program's path holds {filter:?}");

    let report = Report::new(judge_all(&folder, &programs), &conformance.join("known-failures.txt"));
    println!("{}", report.details());
    println!("{}", report.table());
    let table = root().join("docs/conformance.md");
    if std::env::var_os(BLESS).is_some() {
        report.bless_list();
        if filter.is_empty() {
            report.bless_table(&table);
        }
        return;
    }
    let mut problems = report.problems();
    if filter.is_empty() {
        problems.extend(report.stale(&table));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
