//! The scripts that were run last, so that none is lost to the next.

use std::rc::Rc;

/// How many are kept.
const KEPT: usize = 20;
/// How long a name may be, in characters.
const NAME: usize = 34;

/// The scripts with this one in front, once.
pub fn remembering(history: &[Rc<str>], script: &Rc<str>) -> Rc<[Rc<str>]> {
    let others = history.iter().filter(|other| *other != script);
    std::iter::once(script).chain(others).take(KEPT).cloned().collect()
}

/// What a script is called in a list: what its first comment says, else its first line that says something.
pub fn name_of(script: &str) -> String {
    let lines = || script.lines().map(str::trim).filter(|line| !line.is_empty());
    let comment = lines().next().and_then(|line| line.strip_prefix('#')).map(str::trim);
    let comment = comment.filter(|text| !text.is_empty() && !text.starts_with("loopglass:"));
    let telling = |line: &&str| !["import ", "from ", "#", "@"].iter().any(|start| line.starts_with(start));
    let name = comment.or_else(|| lines().find(telling)).or_else(|| lines().next()).unwrap_or("empty script");
    match name.char_indices().nth(NAME) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_twenty_are_kept_each_once() {
        let mut history: Rc<[Rc<str>]> = Rc::new([]);
        for number in 0..30 {
            history = remembering(&history, &Rc::from(format!("x = {number}")));
        }
        history = remembering(&history, &Rc::from("x = 25"));
        assert_eq!(history.len(), KEPT);
        assert_eq!((&*history[0], &*history[1], &*history[19]), ("x = 25", "x = 29", "x = 10"));
    }

    #[test]
    fn a_script_is_named_by_what_it_says() {
        assert_eq!(name_of("# Two waiters\nimport asyncio\n"), "Two waiters");
        assert_eq!(name_of("import asyncio\n\nasync def main():\n"), "async def main():");
        assert_eq!(name_of("# loopglass: seed=1\nprint(1)"), "print(1)");
        assert_eq!(name_of("  \n"), "empty script");
    }
}
