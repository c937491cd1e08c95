//! Words that have no place in what is committed: notes of unfinished work, and traces of one person's machine.

use super::{Breach, Source};

/// A word, where it is looked for, and what is wrong with it.
struct Word {
    text: &'static str,
    only_code: bool,
    why: &'static str,
}

const UNFINISHED: &str = "unfinished work does not land; do it, or write an issue";
const MACHINE: &str = "a path of one machine; write it relative to the checkout";
const HOST: &str = "the address of a package registry; name the package only";

// Parted, so that this file keeps its own rules.
const WORDS: [Word; 17] = [
    Word { text: concat!("to", "do!("), only_code: true, why: UNFINISHED },
    Word { text: concat!("unimpl", "emented!("), only_code: true, why: UNFINISHED },
    Word { text: concat!("db", "g!("), only_code: true, why: "a leftover of debugging" },
    Word { text: concat!("FIX", "ME"), only_code: true, why: UNFINISHED },
    Word { text: concat!("TO", "DO"), only_code: true, why: UNFINISHED },
    Word { text: concat!("/ho", "me/"), only_code: false, why: MACHINE },
    Word { text: concat!("/Us", "ers/"), only_code: false, why: MACHINE },
    Word { text: concat!("/ro", "ot/"), only_code: false, why: MACHINE },
    Word { text: concat!("/wo", "rk/"), only_code: false, why: MACHINE },
    Word { text: concat!("C:\\Us", "ers\\"), only_code: false, why: MACHINE },
    Word { text: concat!("regis", "try.npmjs."), only_code: false, why: HOST },
    Word { text: concat!("regis", "try.yarnpkg."), only_code: false, why: HOST },
    Word { text: concat!("://regis", "try."), only_code: false, why: HOST },
    Word { text: concat!("index.cr", "ates.io"), only_code: false, why: HOST },
    Word { text: concat!("static.cr", "ates.io"), only_code: false, why: HOST },
    Word { text: concat!("files.python", "hosted."), only_code: false, why: HOST },
    Word { text: concat!("\"resol", "ved\":"), only_code: false, why: HOST },
];

/// Folders of file systems that live in memory, which are the same on every machine.
const IN_MEMORY: [&str; 3] =
    [concat!("/ho", "me/pyodide"), concat!("/ho", "me/web_user"), concat!("/ho", "me/user")];

/// Endings of files that are code; elsewhere a word may be what the text is about.
const CODE: [&str; 8] = ["rs", "mjs", "js", "ts", "css", "html", "toml", "sh"];

/// Every forbidden word, line by line.
pub fn check(sources: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for source in sources {
        let is_code = CODE.contains(&source.ending());
        let words = || WORDS.iter().filter(|word| is_code || !word.only_code);
        for (number, line) in (1..).zip(source.text.lines()) {
            for word in words().filter(|word| holds(line, word.text)) {
                let what = format!("`{}`: {}", word.text, word.why);
                breaches.push(Breach { path: source.path.clone(), line: number, what });
            }
        }
    }
    breaches
}

/// Whether the line holds the word, not as the end of a longer name and not where it names a folder in memory.
fn holds(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let goes_on = line[..at].chars().next_back().is_some_and(|before| {
            before.is_alphanumeric()
                || (word.starts_with('/') && matches!(before, '.' | '_' | '-' | '}' | ')'))
        });
        !goes_on && !IN_MEMORY.iter().any(|folder| line[at..].starts_with(folder))
    })
}

#[cfg(test)]
mod tests {
    use super::{IN_MEMORY, WORDS, check};
    use crate::tidy::Source;

    fn lines_with_breaches(path: &str, text: String) -> Vec<usize> {
        check(&[Source { path: path.to_owned(), text }]).iter().map(|breach| breach.line).collect()
    }

    #[test]
    fn every_word_is_found_in_code() {
        for word in WORDS {
            let text = format!("let fine = 1;\nlet x = {} 1;\n", word.text);
            assert!(lines_with_breaches("a.rs", text).contains(&2), "{}", word.text);
        }
    }

    #[test]
    fn longer_names_prose_and_folders_in_memory_are_fine() {
        assert_eq!(lines_with_breaches("a.rs", format!("../docs{}x", WORDS[8].text)), []);
        assert_eq!(lines_with_breaches("a.md", format!("the word {}", WORDS[4].text)), []);
        assert_eq!(lines_with_breaches("a.mjs", format!("cd {}/x", IN_MEMORY[0])), []);
    }
}
