//! `cargo xtask oracle`: runs the conformance programs on CPython 3.14 and compares with the goldens.
//!
//! The oracle itself is `tests/conformance/oracle/`; this sets it up and passes the arguments on.

use crate::arguments::Arguments;
use crate::command::Run;
use crate::problem::{Problem, Result};
use crate::setup;
use crate::workspace::Workspace;

const MAIN: &str = "tests/conformance/oracle/main.mjs";

/// Compares, or writes with `--bless`; the other arguments choose programs.
pub fn run(workspace: &Workspace, mut arguments: Arguments) -> Result<()> {
    let bless = arguments.flag("--bless");
    // Comparing is what happens anyway: `--check` is there to say so in a script.
    let check = arguments.flag("--check");
    let filters = arguments.words();
    arguments.finish()?;
    if bless && check {
        return Err(Problem::Usage("`--bless` writes and `--check` compares: choose one.".to_owned()));
    }
    compare(workspace, if bless { "--bless" } else { "--check" }, &filters)?;
    if bless && filters.is_empty() { write_table(workspace) } else { Ok(()) }
}

/// Has the conformance test write `docs/conformance.md` and the list of programs that do not agree yet.
fn write_table(workspace: &Workspace) -> Result<()> {
    let test = ["test", "--quiet", "--package", "loopglass-cli", "--test", "conformance"];
    Run::new("cargo", workspace.root()).args(test).env("LOOPGLASS_BLESS", "1").finish()
}

/// Runs the oracle over all programs, or those whose path holds a filter.
pub fn compare(workspace: &Workspace, mode: &str, filters: &[String]) -> Result<()> {
    setup::npm::packages(workspace)?;
    if !workspace.path(MAIN).is_file() {
        return Err(Problem::Missing {
            what: MAIN.to_owned(),
            help: "It is part of the repository: restore it with `git checkout`.".to_owned(),
        });
    }
    Run::new("node", workspace.root()).args([MAIN, mode]).args(filters).finish()
}
