//! `cargo xtask bench`: the programs of `tests/bench/programs` on Loopglass, with everything recorded, and on
//! CPython, in turn on this machine. What they print must be equal; how long they take is written down and
//! judged by no test.

mod flat;
mod native;
mod page;
mod table;

use std::fs;

use crate::arguments::Arguments;
use crate::problem::{Problem, Result};
use crate::workspace::Workspace;

/// Where the programs lie.
const PROGRAMS: &str = "tests/bench/programs";
/// What the full run writes.
const REPORT: &str = "docs/benchmarks.md";

/// A program to be run, at its full or its quick size.
pub struct Program {
    /// Its name.
    pub name: String,
    /// What it is, from its first line.
    pub about: String,
    /// Its source.
    pub source: String,
}

/// Runs the programs; the full run writes the table. What is left out of a run stays in the table as it was.
pub fn run(workspace: &Workspace, mut arguments: Arguments) -> Result<()> {
    let quick = arguments.flag("--quick");
    let (only_native, only_page) = (arguments.flag("--native"), arguments.flag("--page"));
    let times = times(arguments.option("--times")?, quick)?;
    arguments.finish()?;
    let programs = programs(workspace, quick)?;
    if !only_page {
        let natives = native::measure(workspace, &programs, times)?;
        // At sizes of its own, so it is not part of what is quick.
        let growths = if quick { Vec::new() } else { flat::measure(workspace, &programs, times)? };
        let half = table::native(&natives, &growths);
        println!("\n{half}");
        // The browser takes long; what is known by now is kept if it fails.
        write(workspace, quick, |report| table::with_native(report, &half))?;
    }
    if !only_native && (only_page || !quick) {
        let half = table::page(&page::measure(workspace, &programs)?);
        println!("\n{half}");
        write(workspace, quick, |report| table::with_page(report, &half))?;
    }
    Ok(())
}

/// Runs the programs at their quick size once, for what they print; how long it takes is nobody's business here.
pub fn check(workspace: &Workspace) -> Result<()> {
    let programs = programs(workspace, true)?;
    native::measure(workspace, &programs, 1)?;
    println!("{} programs print on Loopglass what they print on CPython", programs.len());
    Ok(())
}

/// How often each program runs: the best counts.
fn times(wanted: Option<String>, quick: bool) -> Result<usize> {
    match wanted {
        None => Ok(if quick { 1 } else { 3 }),
        Some(text) => match text.parse() {
            Ok(times) if times > 0 => Ok(times),
            _ => Err(Problem::Usage(format!("`--times {text}`: a number from 1 on is expected."))),
        },
    }
}

/// Writes the report anew, unless the sizes were not those of the report.
fn write(workspace: &Workspace, quick: bool, change: impl FnOnce(&str) -> String) -> Result<()> {
    if quick {
        return Ok(());
    }
    let path = workspace.path(REPORT);
    let report = change(&workspace.read(REPORT).unwrap_or_default());
    fs::write(&path, report).map_err(|source| Problem::File { path, source })
}

fn programs(workspace: &Workspace, quick: bool) -> Result<Vec<Program>> {
    let folder = workspace.path(PROGRAMS);
    let problem = |source| Problem::File { path: folder.clone(), source };
    let mut programs = Vec::new();
    for entry in fs::read_dir(&folder).map_err(problem)? {
        let path = entry.map_err(problem)?.path();
        let Some(name) = path.file_stem().map(|name| name.to_string_lossy().into_owned()) else { continue };
        let source = workspace.read(&format!("{PROGRAMS}/{name}.py"))?;
        let about = source.lines().next().unwrap_or_default().trim_start_matches(['#', ' ']).to_owned();
        programs.push(Program { name, about, source: if quick { made_quick(&source) } else { source } });
    }
    programs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(programs)
}

/// The source with the sizes that its comments give for a quick run.
fn made_quick(source: &str) -> String {
    let line = |line: &str| match (line.split_once(" = "), line.split_once("# quick: ")) {
        (Some((name, _)), Some((_, size))) => format!("{name} = {size}\n"),
        _ => format!("{line}\n"),
    };
    source.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::made_quick;

    #[test]
    fn a_quick_size_takes_the_place_of_the_full_one() {
        assert_eq!(made_quick("N = 5_000  # quick: 10\nprint(N)\n"), "N = 10\nprint(N)\n");
    }
}
