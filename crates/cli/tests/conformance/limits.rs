//! What differs from CPython and stays so: the programs of the topic `limits` show it. Each line that one prints is
//! another one on CPython; what is printed here is checked in beside it as `NAME.here`, and `docs/limitations` names it.

use std::fs;
use std::path::Path;

use crate::golden::Golden;
use crate::{BLESS, outcome, root};

/// The topic of these programs.
pub const TOPIC: &str = "limits/";

/// What is wrong with a program that is to show a difference, and with what `documents` say of it.
fn problem(folder: &Path, program: &str, documents: &str) -> Option<String> {
    let (script, golden) =
        (folder.join(program).with_extension("py"), folder.join(program).with_extension("json"));
    let ran = match outcome::run(&script, false) {
        Ok(ran) => ran,
        Err(problem) => return Some(problem),
    };
    let here = script.with_extension("here");
    if std::env::var_os(BLESS).is_some() {
        fs::write(&here, &ran.stdout).expect("the repository can be written");
    }
    if fs::read_to_string(here).ok().as_ref() != Some(&ran.stdout) {
        return Some(format!("prints something else than is checked in:\n{}{}", ran.stdout, ran.stderr));
    }
    let golden = match Golden::read(&golden) {
        Ok(golden) => golden,
        Err(problem) => return Some(problem),
    };
    let (theirs, ours) = (golden.stdout.kept(), ran.stdout.lines().collect::<Vec<_>>());
    if ours.is_empty() || theirs.len() != ours.len() {
        return Some(format!("prints {} lines, and {} on CPython", ours.len(), theirs.len()));
    }
    if let Some(same) = ours.iter().zip(theirs).find(|(ours, theirs)| *ours == *theirs) {
        return Some(format!("is the same on CPython, so it is no limit: {}", same.0));
    }
    let name = format!("tests/conformance/programs/{program}.py");
    (!documents.contains(&name)).then(|| format!("docs/limitations does not name {name}"))
}

#[test]
fn limits_are_as_they_are_documented() {
    let folder = root().join("tests/conformance/programs");
    let pages = root().join("docs/limitations").read_dir().expect("the documents are part of the repository");
    let documents: String = pages.flatten().filter_map(|page| fs::read_to_string(page.path()).ok()).collect();
    let mut programs = crate::programs(&folder);
    programs.retain(|program| program.starts_with(TOPIC));
    assert!(!programs.is_empty(), "no program shows a limit");
    let problems: Vec<String> = programs
        .iter()
        .filter_map(|program| Some(format!("{program}: {}", problem(&folder, program, &documents)?)))
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
