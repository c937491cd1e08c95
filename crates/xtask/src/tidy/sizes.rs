//! A file is one idea that fits a reader's head, and says at its top what the idea is.

use super::{Breach, Source};

/// More lines than this are too many.
const MOST_LINES: usize = 800;

/// More lines than this are worth a thought.
const MANY_LINES: usize = 400;

/// Endings of the files that people write and read.
const SIZED: [&str; 6] = ["rs", "mjs", "js", "ts", "css", "py"];

/// Files that are too long, and modules that do not say what they are for.
pub fn check(sources: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for source in sources {
        let lines = source.text.lines().count();
        if is_sized(source) && lines > MOST_LINES {
            let what =
                format!("{lines} lines; {MOST_LINES} is the most. Find the two ideas in it and part them.");
            breaches.push(Breach { path: source.path.clone(), line: 0, what });
        }
        if let Some(comment) = comment_wanted(source)
            && !opens_with(&source.text, comment)
        {
            let what =
                format!("opens without a module comment (`{comment} ...`) that says what the file is for");
            breaches.push(Breach { path: source.path.clone(), line: 1, what });
        }
    }
    breaches
}

/// The files that are long without being too long, the longest first.
pub fn long_files(sources: &[Source]) -> Vec<(&str, usize)> {
    let mut long: Vec<(&str, usize)> = sources
        .iter()
        .filter(|source| is_sized(source))
        .map(|source| (source.path.as_str(), source.text.lines().count()))
        .filter(|(_, lines)| *lines > MANY_LINES)
        .collect();
    long.sort_by_key(|(_, lines)| std::cmp::Reverse(*lines));
    long
}

fn is_sized(source: &Source) -> bool {
    SIZED.contains(&source.ending())
}

/// How the module comment of such a file begins, where one is wanted.
fn comment_wanted(source: &Source) -> Option<&'static str> {
    match source.ending() {
        "rs" => Some("//!"),
        "mjs" | "js" => Some("//"),
        _ => None,
    }
}

/// Whether the first line that says something begins with the comment.
fn opens_with(text: &str, comment: &str) -> bool {
    text.lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with("#!/"))
        .is_none_or(|line| line.starts_with(comment))
}

#[cfg(test)]
mod tests {
    use super::{check, long_files};
    use crate::tidy::Source;

    fn source(path: &str, text: String) -> Source {
        Source { path: path.to_owned(), text }
    }

    #[test]
    fn files_have_a_size_and_an_opening() {
        let long = "//! Long.\n".repeat(801);
        let sources = [
            source("a.rs", "//! Fine.\n".repeat(800)),
            source("b.rs", long.clone()),
            source("c.rs", "use x;\n".to_owned()),
            source("d.mjs", "#!/usr/bin/env node\n\n// Fine.\n".to_owned()),
            source("e.json", long),
        ];
        let breaches: Vec<String> = check(&sources).iter().map(ToString::to_string).collect();
        assert_eq!(breaches.len(), 2, "{breaches:?}");
        assert!(breaches[0].starts_with("b.rs: 801 lines"));
        assert!(breaches[1].starts_with("c.rs:1: opens without"));
        assert_eq!(long_files(&sources), [("b.rs", 801), ("a.rs", 800)]);
    }
}
