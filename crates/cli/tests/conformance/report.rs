//! What all programs together say: differences in words, a table of how many agree on what, and the list of
//! programs that are known not to agree yet. That list can only shrink: a program on it that agrees is an error.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::golden::Golden;
use crate::outcome::Outcome;

/// What is compared, in the order of the table's columns.
const PARTS: [&str; 5] = ["stdout", "stderr", "exit", "loop log", "lines"];

/// How one program compares.
pub struct Verdict {
    pub program: String,
    /// For each of [`PARTS`], the difference in words.
    differences: [Option<String>; 5],
}

impl Verdict {
    /// A program that could not be compared at all.
    pub fn broken(program: &str, problem: String) -> Verdict {
        let differences = [const { None }; 5].map(|_: Option<String>| Some(problem.clone()));
        Verdict { program: program.to_owned(), differences }
    }

    /// Compares what a program did with what it did on CPython.
    pub fn compare(program: &str, golden: &Golden, outcome: &Outcome) -> Verdict {
        let last = outcome.stderr.lines().last().unwrap_or_default();
        let stderr = (last != golden.stderr_last)
            .then(|| format!("\n      CPython: {}\n      ours:    {last}", golden.stderr_last));
        let exit =
            (outcome.exit != golden.exit).then(|| format!("{}, CPython's is {}", outcome.exit, golden.exit));
        Verdict {
            program: program.to_owned(),
            differences: [
                golden.stdout.difference(&outcome.stdout, str::to_owned),
                stderr,
                exit,
                golden.loop_log.difference(&outcome.loop_log, normal_json),
                golden.lines.difference(&outcome.lines, str::to_owned),
            ],
        }
    }

    fn agrees(&self) -> bool {
        self.differences.iter().all(Option::is_none)
    }

    fn details(&self) -> String {
        let mut text = format!("  {}\n", self.program);
        let mut said = None;
        for (part, difference) in PARTS.iter().zip(&self.differences) {
            if difference.is_some() && difference != &said {
                text += &format!("    {part}: {}\n", difference.as_deref().unwrap_or_default());
                said.clone_from(difference);
            }
        }
        text
    }
}

/// The same object with its keys in one order, for comparing.
fn normal_json(line: &str) -> String {
    serde_json::from_str::<Value>(line).map_or_else(|_| line.to_owned(), |value| value.to_string())
}

/// The verdicts on all programs.
pub struct Report {
    verdicts: Vec<Verdict>,
    known: BTreeSet<String>,
    list: PathBuf,
}

impl Report {
    /// Judges by the list of known failures at `list`, which need not exist.
    pub fn new(verdicts: Vec<Verdict>, list: &Path) -> Report {
        let text = fs::read_to_string(list).unwrap_or_default();
        let known = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        Report { verdicts, known: known.map(str::to_owned).collect(), list: list.to_owned() }
    }

    /// Every difference, in words.
    pub fn details(&self) -> String {
        self.verdicts.iter().filter(|verdict| !verdict.agrees()).map(Verdict::details).collect()
    }

    /// The table of `docs/conformance.md`: a row a topic, and one for all.
    pub fn table(&self) -> String {
        let mut topics: Vec<&str> = self.verdicts.iter().map(|verdict| topic(&verdict.program)).collect();
        topics.dedup();
        let mut text =
            format!("| topic | programs | {} | all |\n|---|{}\n", PARTS.join(" | "), "--:|".repeat(7));
        for name in topics {
            text += &self.row(name, |program| topic(program) == name);
        }
        text + &self.row("**together**", |_| true)
    }

    fn row(&self, name: &str, belongs: impl Fn(&str) -> bool) -> String {
        let verdicts: Vec<&Verdict> =
            self.verdicts.iter().filter(|verdict| belongs(&verdict.program)).collect();
        let count =
            |agrees: &dyn Fn(&Verdict) -> bool| verdicts.iter().filter(|verdict| agrees(verdict)).count();
        let parts: Vec<String> = (0..PARTS.len())
            .map(|part| count(&|verdict| verdict.differences[part].is_none()).to_string())
            .collect();
        let all = count(&Verdict::agrees);
        format!("| {name} | {} | {} | {all} |\n", verdicts.len(), parts.join(" | "))
    }

    /// What makes the test fail.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        for verdict in &self.verdicts {
            match (verdict.agrees(), self.known.contains(&verdict.program)) {
                (false, false) => problems.push(format!("differs from CPython:\n{}", verdict.details())),
                (true, true) => {
                    problems.push(format!("{} agrees: take it off {}", verdict.program, self.list.display()))
                }
                _ => {}
            }
        }
        problems
    }

    /// Whether the table that is checked in tells other numbers.
    pub fn stale(&self, table: &Path) -> Option<String> {
        let stale = fs::read_to_string(table).ok()? != self.document();
        stale.then(|| format!("{} has other numbers: run `cargo xtask oracle --bless`", table.display()))
    }

    /// Writes the list of known failures, for the programs that were run; the others stay as they are.
    pub fn bless_list(&self) {
        let mut names = self.known.clone();
        for verdict in &self.verdicts {
            match verdict.agrees() {
                true => names.remove(&verdict.program),
                false => names.insert(verdict.program.clone()),
            };
        }
        let names: String = names.iter().map(|name| format!("{name}\n")).collect();
        let heading = "# Programs that do not agree with CPython yet. This list can only shrink.\n";
        let written = match names.is_empty() {
            true if self.list.exists() => fs::remove_file(&self.list),
            true => Ok(()),
            false => fs::write(&self.list, format!("{heading}{names}")),
        };
        written.expect("the repository can be written to");
    }

    /// Writes the table.
    pub fn bless_table(&self, table: &Path) {
        fs::write(table, self.document()).expect("the repository can be written to");
    }

    fn document(&self) -> String {
        format!(
            "# Conformance\n\nHow many of the programs under `tests/conformance/programs` do here what they do on \
             CPython 3.14: the same\nstdout, last line of stderr, exit status, loop log and line events. \
             `cargo xtask oracle --bless` makes this table.\n\n{}",
            self.table()
        )
    }
}

fn topic(program: &str) -> &str {
    program.split_once('/').map_or(program, |(topic, _)| topic)
}
