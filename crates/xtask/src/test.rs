//! `cargo xtask test`: every check and every test, with a summary at the end. CI calls nothing else.
//!
//! A part that fails does not keep the others from running: one run shows all there is to put right.

use std::path::PathBuf;
use std::time::Duration;

use crate::arguments::Arguments;
use crate::command::Run;
use crate::problem::{Problem, Result};
use crate::stopwatch::Stopwatch;
use crate::workspace::Workspace;
use crate::{bench, build, oracle, setup, tidy};

/// One part of the tests.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Tidy,
    Format,
    Clippy,
    Rust,
    Conformance,
    Oracle,
    Browser,
    Bench,
}

impl Part {
    /// In the order in which they run: the quick ones first, and last what may say much when it fails.
    const ALL: [Self; 8] = [
        Self::Tidy,
        Self::Format,
        Self::Clippy,
        Self::Rust,
        Self::Conformance,
        Self::Oracle,
        Self::Bench,
        Self::Browser,
    ];

    /// As on the command line.
    fn name(self) -> &'static str {
        match self {
            Self::Tidy => "tidy",
            Self::Format => "format",
            Self::Clippy => "clippy",
            Self::Rust => "rust",
            Self::Conformance => "conformance",
            Self::Oracle => "oracle",
            Self::Browser => "browser",
            Self::Bench => "bench",
        }
    }

    /// Sets up what this part needs and runs it.
    fn run(self, workspace: &Workspace) -> Result<()> {
        match self {
            Self::Tidy => tidy::check(workspace, false),
            Self::Format => format(workspace),
            Self::Clippy => clippy(workspace),
            Self::Rust => rust(workspace),
            Self::Conformance => conformance(workspace),
            Self::Oracle => oracle::compare(workspace, "--check", &[]),
            Self::Browser => browser(workspace),
            Self::Bench => bench::check(workspace),
        }
    }
}

/// How a part ended.
struct Outcome {
    part: Part,
    time: Duration,
    problem: Option<Problem>,
}

/// Runs the parts that were named, or all of them.
pub fn run(workspace: &Workspace, mut arguments: Arguments) -> Result<()> {
    let names = arguments.words();
    arguments.finish()?;
    let parts = chosen(&names)?;
    let mut outcomes = Vec::new();
    for part in parts {
        println!("\n== {} ==", part.name());
        let stopwatch = Stopwatch::start();
        let problem = part.run(workspace).err();
        if let Some(problem) = &problem {
            println!("{problem}");
        }
        outcomes.push(Outcome { part, time: stopwatch.elapsed(), problem });
    }
    summarise(&outcomes)
}

/// The parts of these names, each once and in their own order; without names all of them.
fn chosen(names: &[String]) -> Result<Vec<Part>> {
    let is_part = |name: &str| Part::ALL.iter().any(|part| part.name() == name);
    if let Some(name) = names.iter().find(|name| !is_part(name)) {
        return Err(Problem::Usage(format!("The tests have no part `{name}`.")));
    }
    let is_chosen = |part: &Part| match names {
        // The conformance tests are among those of Rust; alone they only run when asked for.
        [] => *part != Part::Conformance,
        names => names.iter().any(|name| name == part.name()),
    };
    Ok(Part::ALL.into_iter().filter(is_chosen).collect())
}

/// Prints a line for each part, and fails if one failed.
fn summarise(outcomes: &[Outcome]) -> Result<()> {
    println!("\n== summary ==");
    for Outcome { part, time, problem } in outcomes {
        let (word, why) = match problem {
            None => ("ok", String::new()),
            Some(problem) => ("FAILED", format!("  {problem}")),
        };
        println!("{word:<7} {:<12} {:>7.1} s{why}", part.name(), time.as_secs_f64());
    }
    match outcomes.iter().filter(|outcome| outcome.problem.is_some()).count() {
        0 => Ok(()),
        1 => Err(Problem::Found("one part failed".to_owned())),
        many => Err(Problem::Found(format!("{many} parts failed"))),
    }
}

fn cargo(workspace: &Workspace) -> Run {
    Run::new("cargo", workspace.root())
}

fn format(workspace: &Workspace) -> Result<()> {
    setup::rust::component(workspace, "rustfmt", "fmt")?;
    cargo(workspace).args(["fmt", "--all", "--check"]).finish()
}

fn clippy(workspace: &Workspace) -> Result<()> {
    setup::rust::component(workspace, "clippy", "clippy")?;
    let arguments = ["clippy", "--workspace", "--all-targets", "--locked", "--quiet", "--", "-D", "warnings"];
    cargo(workspace).args(arguments).finish()
}

fn rust(workspace: &Workspace) -> Result<()> {
    cargo(workspace).args(["test", "--workspace", "--locked", "--quiet"]).finish()
}

fn conformance(workspace: &Workspace) -> Result<()> {
    let arguments = ["test", "--package", "loopglass-cli", "--test", "conformance", "--locked", "--quiet"];
    cargo(workspace).args(arguments).finish()
}

/// Builds the site and runs the browser tests against it.
fn browser(workspace: &Workspace) -> Result<()> {
    build::site(workspace)?;
    let chrome = setup::browser::chromium(workspace)?;
    let tests = Run::new("node", workspace.root()).args(["tests/browser/run.mjs"]).env("CHROME", chrome);
    match setup::python::sphinx(workspace) {
        Ok(python) => {
            let command = loopglass(workspace)?;
            tests.env("LOOPGLASS_SPHINX_PYTHON", python).env("LOOPGLASS_COMMAND", command).finish()
        }
        Err(why) => {
            println!("The tests of the Sphinx directive are left out: {why}.");
            tests.finish()
        }
    }
}

/// Builds the command `loopglass` and says where it is.
fn loopglass(workspace: &Workspace) -> Result<PathBuf> {
    cargo(workspace).args(["build", "--package", "loopglass-cli", "--locked", "--quiet"]).finish()?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    let program = format!("loopglass{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace.root().join(target).join("debug").join(program))
}

#[cfg(test)]
mod tests {
    use super::{Part, chosen};

    fn names(given: &[&str]) -> Option<Vec<&'static str>> {
        let given: Vec<String> = given.iter().map(|&name| name.to_owned()).collect();
        Some(chosen(&given).ok()?.into_iter().map(Part::name).collect())
    }

    #[test]
    fn runs_everything_once_unless_told_otherwise() {
        assert_eq!(names(&[]), Some(vec!["tidy", "format", "clippy", "rust", "oracle", "bench", "browser"]));
        assert_eq!(names(&["browser", "tidy", "browser"]), Some(vec!["tidy", "browser"]));
        assert_eq!(names(&["everything"]), None);
    }
}
