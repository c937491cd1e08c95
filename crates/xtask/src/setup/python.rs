//! Python with Sphinx, for the tests of the Sphinx directive: an environment of its own in `.tools/`.
//!
//! It is the one thing that may be missing. Whatever goes wrong is said, and those tests are left out; nothing waits
//! longer than a fixed time for a host that does not answer.

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use super::say;
use crate::command::{Run, on_path};
use crate::problem::Result;
use crate::stopwatch::Stopwatch;
use crate::workspace::Workspace;

/// What is installed, as pip takes it.
const PACKAGE: &str = "sphinx>=7,<10";
const FOLDER: &str = ".tools/sphinx";
/// Written once everything is installed: what was.
const MARK: &str = ".tools/sphinx/loopglass.txt";
const NAMES: [&str; 2] = ["python3", "python"];
/// How long each step of the installation may take.
const PATIENCE: Duration = Duration::from_secs(240);
/// Between two looks at a step.
const PAUSE: Duration = Duration::from_millis(50);

/// The Python that has Sphinx, or why there is none.
pub fn sphinx(workspace: &Workspace) -> std::result::Result<PathBuf, String> {
    let bin = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    let python = workspace.path(FOLDER).join(bin);
    if workspace.read(MARK).is_ok_and(|mark| mark == PACKAGE) && python.is_file() {
        return Ok(python);
    }
    let base = NAMES.iter().find_map(|name| on_path(name)).ok_or("there is no Python 3 on PATH")?;
    say("installing Sphinx with Python's venv and pip into .tools/sphinx/");
    let venv = Run::new(base, workspace.root()).args(["-m", "venv", "--clear", FOLDER]);
    within_patience(venv).map_err(|why| format!("Python could not make an environment: {why}"))?;
    let pip = Run::new(&python, workspace.root()).args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
        "--retries=1",
        "--timeout=15",
        PACKAGE,
    ]);
    within_patience(pip).map_err(|why| format!("pip could not install Sphinx: {why}"))?;
    fs::write(workspace.path(MARK), PACKAGE).map_err(|why| format!("{MARK}: {why}"))?;
    Ok(python)
}

/// Runs a step to its end, or ends it when its time is over.
fn within_patience(run: Run) -> Result<()> {
    let stopwatch = Stopwatch::start();
    let mut started = run.start()?;
    while started.is_running() {
        if stopwatch.elapsed() > PATIENCE {
            started.end();
            let what = format!("it took longer than {} s", PATIENCE.as_secs());
            return Err(crate::problem::Problem::Found(what));
        }
        thread::sleep(PAUSE);
    }
    started.finish()
}
