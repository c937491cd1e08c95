//! The programs as processes of this machine: Loopglass by its example `measure`, and the CPython on `PATH`,
//! plainly and with a line recorder.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

use super::Program;
use crate::command::{Run, on_path};
use crate::problem::{Problem, Result};
use crate::workspace::Workspace;

/// Programs whose time on CPython is real time that passes by itself.
const WAITING: [&str; 1] = ["watcher"];
/// Programs that take a line recorder minutes.
const TOO_LONG_TO_TRACE: [&str; 1] = ["article_sum"];

/// What one program took.
pub struct Native {
    /// The program.
    pub name: String,
    /// What it is.
    pub about: String,
    /// The figures of `measure`, the best of some runs.
    pub ours: BTreeMap<String, f64>,
    /// CPython's processor time in milliseconds.
    pub python: Option<f64>,
    /// The same while `sys.settrace` notes every line.
    pub traced: Option<f64>,
}

/// What `measure` prints of a program, and its figures.
pub fn measured(workspace: &Workspace, path: &Path) -> Result<(String, BTreeMap<String, f64>)> {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.path("target"), Into::into);
    let measure = target.join("release/examples").join(format!("measure{}", env::consts::EXE_SUFFIX));
    Run::new(&measure, workspace.root()).args([path]).figures()
}

/// Measures every program so many times, Loopglass and CPython in turn.
pub fn measure(workspace: &Workspace, programs: &[Program], times: usize) -> Result<Vec<Native>> {
    let build = ["build", "--release", "--package", "loopglass-cli", "--example", "measure"];
    Run::new("cargo", workspace.root()).args(build).finish()?;
    let Some(python) = on_path("python3").or_else(|| on_path("python")) else {
        return Err(Problem::Missing {
            what: "A Python 3 on PATH".to_owned(),
            help: "The figures are ratios to CPython: install it, or put it on PATH.".to_owned(),
        });
    };
    let harness = workspace.path("tests/bench/traced.py");
    programs.iter().map(|program| one(workspace, program, times, (&python, &harness))).collect()
}

fn one(
    workspace: &Workspace,
    program: &Program,
    times: usize,
    (python, harness): (&Path, &Path),
) -> Result<Native> {
    println!("{} ...", program.name);
    let path = env::temp_dir().join(format!("loopglass-bench-{}-{}.py", std::process::id(), program.name));
    fs::write(&path, &program.source).map_err(|source| Problem::File { path: path.clone(), source })?;
    let mut native = Native {
        name: program.name.clone(),
        about: program.about.clone(),
        ours: BTreeMap::new(),
        python: None,
        traced: None,
    };
    let waiting = WAITING.contains(&program.name.as_str());
    let traceable = !waiting && !TOO_LONG_TO_TRACE.contains(&program.name.as_str());
    for _ in 0..times {
        let (printed, figures) = measured(workspace, &path)?;
        keep_best(&mut native.ours, figures);
        let plain = Run::new(python, workspace.root()).args([harness, &path]);
        let (expected, figures) = plain.figures()?;
        if printed != expected {
            return Err(Problem::Malformed {
                path,
                what: format!("prints {printed:?} on Loopglass and {expected:?} on CPython"),
            });
        }
        if !waiting {
            native.python = better(native.python, &figures);
        }
        if traceable {
            let traced = Run::new(python, workspace.root()).args([harness, Path::new("--trace"), &path]);
            let (_, figures) = traced.figures()?;
            native.traced = better(native.traced, &figures);
        }
    }
    // A file that stays behind does no harm.
    let _ = fs::remove_file(&path);
    Ok(native)
}

/// The better of a time and the one among the figures.
fn better(old: Option<f64>, figures: &BTreeMap<String, f64>) -> Option<f64> {
    let new = figures.get("ms").copied();
    old.into_iter().chain(new).reduce(f64::min)
}

/// Of each figure the smallest: what disturbs a run only makes it longer.
pub fn keep_best(best: &mut BTreeMap<String, f64>, figures: BTreeMap<String, f64>) {
    for (name, figure) in figures {
        best.entry(name).and_modify(|known| *known = known.min(figure)).or_insert(figure);
    }
}
