//! Patterns by themselves; the module as scripts see it is held to CPython by the conformance programs.

use super::matcher::{Matcher, Mode, TooLong, UNSET};
use super::tree::PatternFault;
use super::{parse, program};

fn search(pattern: &str, text: &str) -> Result<Option<Vec<(usize, usize)>>, PatternFault> {
    let chars: Vec<char> = pattern.chars().collect();
    let parsed = parse::parse(&chars, true, 0)?;
    let program = program::compile(&parsed.body, parsed.groups, &parsed.widths, true)?;
    let text: Vec<char> = text.chars().collect();
    let mut matcher = Matcher::new(&program, text.as_slice(), text.len(), 1_000_000);
    let found = matcher.find(0, Mode::Search, false) == Ok(true);
    Ok(found.then(|| matcher.places().chunks(2).map(|pair| (pair[0], pair[1])).collect()))
}

#[test]
fn leftmost_first() {
    assert_eq!(search("a|ab", "xab"), Ok(Some(vec![(1, 2)])));
    assert_eq!(search("(a*)*", "aa"), Ok(Some(vec![(0, 2), (2, 2)])));
    assert_eq!(search("(?:(a)|b)*", "ab"), Ok(Some(vec![(0, 2), (0, 1)])));
    assert_eq!(search("(?>a+)ab", "aaab"), Ok(None));
    assert_eq!(search("(a)?(?(1)b|c)", "c"), Ok(Some(vec![(0, 1), (UNSET, UNSET)])));
}

#[test]
fn wrong_patterns_have_places() {
    let error = |message: &str, place| Err(PatternFault::Error(message.into(), Some(place)));
    assert_eq!(search("a(b", ""), error("missing ), unterminated subpattern", 1));
    assert_eq!(search("*a", ""), error("nothing to repeat", 0));
    assert_eq!(search("[b-a]", ""), error("bad character range b-a", 1));
}

#[test]
fn a_pattern_that_goes_on_for_ages_stops() {
    let chars: Vec<char> = "(a+)+$".chars().collect();
    let Ok(parsed) = parse::parse(&chars, true, 0) else { panic!("a good pattern") };
    let Ok(program) = program::compile(&parsed.body, 1, &parsed.widths, true) else { panic!("a good tree") };
    let text = [b"a".repeat(40), b"b".to_vec()].concat();
    let mut matcher = Matcher::new(&program, text.as_slice(), text.len(), 1_000_000);
    assert_eq!(matcher.find(0, Mode::Search, false), Err(TooLong));
}
