//! `cargo xtask tidy`: rules of the house that no compiler checks.
//!
//! Each rule looks at the files that Git knows or would add, and gives its breaches; all are printed at once.

mod dependencies;
mod sizes;
mod words;

use std::fmt;

use crate::arguments::Arguments;
use crate::command::Run;
use crate::problem::{Problem, Result};
use crate::workspace::Workspace;

/// A file of the checkout that holds text.
struct Source {
    /// Its path below the top folder, with `/`.
    path: String,
    /// What it holds.
    text: String,
}

impl Source {
    /// What follows the last dot of the path.
    fn ending(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, ending)| ending)
    }
}

/// A place where a rule is not kept.
#[derive(Debug, PartialEq, Eq)]
struct Breach {
    path: String,
    /// Counted from 1; 0 for the file as a whole.
    line: usize,
    what: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.what),
            line => write!(f, "{}:{line}: {}", self.path, self.what),
        }
    }
}

/// Checks every rule; with `--verbose`, advice is printed too.
pub fn run(workspace: &Workspace, mut arguments: Arguments) -> Result<()> {
    let verbose = arguments.flag("--verbose");
    arguments.finish()?;
    check(workspace, verbose)
}

/// Checks every rule, prints the breaches, and fails if there are any.
pub fn check(workspace: &Workspace, verbose: bool) -> Result<()> {
    let sources = sources(workspace)?;
    let mut breaches = dependencies::check(&sources)?;
    breaches.extend(sizes::check(&sources));
    breaches.extend(words::check(&sources));
    for breach in &breaches {
        println!("{breach}");
    }
    if verbose {
        for (path, lines) in sizes::long_files(&sources) {
            println!("advice: {path}: {lines} lines; could it be two ideas?");
        }
    }
    match breaches.len() {
        0 => {
            println!("tidy: {} files, nothing to put right", sources.len());
            Ok(())
        }
        1 => Err(Problem::Found("tidy found one thing to put right".to_owned())),
        many => Err(Problem::Found(format!("tidy found {many} things to put right"))),
    }
}

/// The text files that Git knows, and those that it would add.
fn sources(workspace: &Workspace) -> Result<Vec<Source>> {
    let arguments = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
    let list = Run::new("git", workspace.root()).args(arguments).output()?;
    let paths = list.split('\0').filter(|path| !path.is_empty());
    // What is deleted but not committed cannot be read, nor can pictures: neither has text to check.
    let mut sources: Vec<Source> = paths
        .filter_map(|path| Some(Source { path: path.to_owned(), text: workspace.read(path).ok()? }))
        .collect();
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(sources)
}
