//! Which of our crates may use which: the table in `ARCHITECTURE.md`, held against every `Cargo.toml`.

use std::collections::{BTreeMap, BTreeSet};

use super::{Breach, Source};
use crate::problem::{Problem, Result};

const TABLE: &str = "ARCHITECTURE.md";

/// What all our crates but the stand-ins for others are named after.
const PREFIX: &str = "loopglass-";

/// What a crate may depend on, of ours.
#[derive(Debug, PartialEq, Eq)]
enum Allowed {
    AllBut(BTreeSet<String>),
    Only(BTreeSet<String>),
}

impl Allowed {
    /// The last column of a row: `nothing of ours`, ``all but `web` ``, or the names that may be used.
    fn read(cell: &str) -> Option<Self> {
        let names = quoted(cell);
        if cell.starts_with("all but") {
            Some(Self::AllBut(names))
        } else if cell == "nothing of ours" || !names.is_empty() {
            Some(Self::Only(names))
        } else {
            None
        }
    }

    fn allows(&self, name: &str) -> bool {
        match self {
            Self::AllBut(names) => !names.contains(name),
            Self::Only(names) => names.contains(name),
        }
    }
}

/// Crates that use what they may not, have no row in the table, or opt out of the workspace's lints.
pub fn check(sources: &[Source]) -> Result<Vec<Breach>> {
    let rows = table(sources)?;
    let mut breaches = Vec::new();
    for manifest in sources {
        let Some(folder) = manifest.path.strip_suffix("/Cargo.toml") else { continue };
        let mut breach = |line, what| breaches.push(Breach { path: manifest.path.clone(), line, what });
        match rows.get(folder) {
            None => breach(0, format!("`{folder}` has no row in the table of {TABLE}")),
            Some(allowed) => {
                for (line, name) in dependencies(&manifest.text) {
                    if !allowed.allows(&name) {
                        breach(
                            line,
                            format!("by the table of {TABLE}, `{folder}` may not depend on `{name}`"),
                        );
                    }
                }
            }
        }
        if !manifest.text.contains("[lints]\nworkspace = true") {
            breach(0, "does not take the lints of the workspace (`[lints]`, `workspace = true`)".to_owned());
        }
    }
    Ok(breaches)
}

/// The rows of the table: folder, and what it may depend on. Folders without crates have no last column.
fn table(sources: &[Source]) -> Result<BTreeMap<String, Allowed>> {
    let text = sources.iter().find(|source| source.path == TABLE).map_or("", |source| source.text.as_str());
    let rows: BTreeMap<String, Allowed> = text.lines().filter_map(row).collect();
    if rows.is_empty() {
        return Err(Problem::Malformed {
            path: TABLE.into(),
            what: "holds no table of crates and what they may depend on".to_owned(),
        });
    }
    Ok(rows)
}

/// One row, such as ``| `crates/trace` | ids and events | nothing of ours |``.
fn row(line: &str) -> Option<(String, Allowed)> {
    let cells: Vec<&str> = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
    let [folder, _, allowed] = cells.as_slice() else { return None };
    let folder = quoted(folder).pop_first()?;
    Some((folder, Allowed::read(allowed)?))
}

/// The words between back quotes.
fn quoted(text: &str) -> BTreeSet<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Our crates in the tables of dependencies of a `Cargo.toml`, with their lines.
fn dependencies(manifest: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut among_dependencies = false;
    for (number, line) in (1..).zip(manifest.lines()) {
        let line = line.trim();
        if let Some(header) = line.strip_prefix('[') {
            let header = header.trim_end_matches(']');
            among_dependencies = header.ends_with("dependencies");
            // `[dependencies.loopglass-trace]` is a table of its own.
            if let Some((tables, name)) = header.rsplit_once('.')
                && tables.ends_with("dependencies")
                && let Some(name) = name.strip_prefix(PREFIX)
            {
                found.push((number, name.to_owned()));
            }
        } else if among_dependencies && let Some(rest) = line.strip_prefix(PREFIX) {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(rest.len());
            found.push((number, rest[..end].to_owned()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{check, dependencies};
    use crate::tidy::Source;

    const ARCHITECTURE: &str = "\
| place | what lives there | may depend on |
|---|---|---|
| `crates/trace` | ids | nothing of ours |
| `crates/python` | the machine | `trace` |
| `crates/cli` | the command | all but `web` |
| `tests/browser` | tests | |
";

    fn breaches(path: &str, manifest: &str) -> Vec<String> {
        let sources = [
            Source { path: "ARCHITECTURE.md".to_owned(), text: ARCHITECTURE.to_owned() },
            Source { path: path.to_owned(), text: format!("[lints]\nworkspace = true\n{manifest}") },
        ];
        check(&sources).unwrap_or_default().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_table_decides() {
        let on_trace = "[dependencies]\nloopglass-trace.workspace = true\n";
        assert_eq!(breaches("crates/python/Cargo.toml", on_trace), Vec::<String>::new());
        assert_eq!(breaches("crates/cli/Cargo.toml", on_trace), Vec::<String>::new());
        assert_eq!(breaches("crates/trace/Cargo.toml", on_trace).len(), 1);
        assert_eq!(
            breaches("crates/cli/Cargo.toml", "[dependencies.loopglass-web]\npath = \"x\"\n").len(),
            1
        );
        assert_eq!(breaches("crates/new/Cargo.toml", "").len(), 1);
    }

    #[test]
    fn every_table_of_dependencies_counts() {
        let manifest = "[package]\nname = \"loopglass-x\"\n[dev-dependencies]\nloopglass-a = { path = \"a\" }\n\
                        [target.'cfg(unix)'.dependencies]\nloopglass-b-c.workspace = true\nserde = \"1\"\n";
        assert_eq!(dependencies(manifest), [(4, "a".to_owned()), (6, "b-c".to_owned())]);
    }

    #[test]
    fn an_architecture_without_a_table_is_an_error() {
        assert!(check(&[]).is_err());
    }
}
