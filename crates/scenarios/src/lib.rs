//! The example programs: what the article shows, what it leads on to, and the classic mistakes.
//!
//! [`catalogue`] lists them in reading order, a [`Scenario`] each; [`default_scenario`] is what the page opens
//! with, and [`find`] looks one up by its id. A program's settings, if it has any, are a `# loopglass:` comment
//! in its source. Every program is also a conformance program, so that what the page shows of it is what CPython
//! does.

mod catalogue;
mod guide;

pub use catalogue::catalogue;
pub use guide::{Anchor, Guide, Happening, Paragraph, Part, anchors};

/// An example program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scenario {
    /// A short name that does not change; `programs/ID.py` is the script.
    pub id: &'static str,
    /// Its place in the lessons: `2.6`.
    pub number: &'static str,
    /// The lesson that it belongs to; neighbours in the catalogue share it.
    pub lesson: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// One line on what to watch.
    pub watch: &'static str,
    /// The script.
    pub source: &'static str,
}

/// The scenario that the page opens with: the article's control-flow analysis.
pub fn default_scenario() -> &'static Scenario {
    find("triple").unwrap_or(&catalogue()[0])
}

/// Where one may go on from a scenario: to the next one. From the one that the page opens with, which shows an `await`
/// that gives control away, to the two that set such an `await` beside one that does not.
pub fn onward(id: &str) -> &'static [Scenario] {
    let place = |id: &str| catalogue().iter().position(|scenario| scenario.id == id);
    let (first, last) = match default_scenario().id == id {
        true => (place("await_coroutine"), place("await_task")),
        false => {
            let next = place(id).map(|place| place + 1);
            (next, next)
        }
    };
    first.zip(last).and_then(|(first, last)| catalogue().get(first..=last)).unwrap_or_default()
}

/// The scenario of an id.
pub fn find(id: &str) -> Option<&'static Scenario> {
    catalogue().iter().find(|scenario| scenario.id == id)
}

#[cfg(test)]
mod tests {
    use super::{catalogue, default_scenario, onward};
    use std::collections::BTreeSet;
    use std::fs;

    #[test]
    fn every_program_is_in_the_catalogue_once() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/programs");
        let files = fs::read_dir(folder).expect("the programs are part of the crate").flatten();
        let files = files.map(|file| file.file_name().to_string_lossy().trim_end_matches(".py").to_owned());
        let ids: Vec<String> = catalogue().iter().map(|scenario| scenario.id.to_owned()).collect();
        assert_eq!(ids.iter().cloned().collect::<BTreeSet<_>>(), files.collect::<BTreeSet<_>>());
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    }

    #[test]
    fn from_each_scenario_one_may_go_on() {
        let ids = |id| onward(id).iter().map(|scenario| scenario.id).collect::<Vec<_>>();
        assert_eq!(ids(default_scenario().id), ["await_coroutine", "await_task"]);
        for pair in catalogue().windows(2).filter(|pair| pair[0].id != default_scenario().id) {
            assert_eq!(ids(pair[0].id), [pair[1].id]);
        }
        assert!(catalogue().last().is_some_and(|last| ids(last.id).is_empty()) && ids("no such").is_empty());
    }

    #[test]
    fn lessons_are_numbered_in_order() {
        let mut lesson = (0, 0);
        let mut name = "";
        for scenario in catalogue() {
            let (major, minor) = scenario.number.split_once('.').expect("two numbers");
            let next: (u32, u32) = (major.parse().expect("a number"), minor.parse().expect("a number"));
            let expected = if scenario.lesson == name { (lesson.0, lesson.1 + 1) } else { (lesson.0 + 1, 1) };
            assert_eq!(next, expected, "{}", scenario.id);
            (lesson, name) = (next, scenario.lesson);
        }
    }

    #[test]
    fn texts_fit_their_places() {
        for scenario in catalogue() {
            let title = scenario.title.chars().count();
            assert!((3..=36).contains(&title), "title of {}", scenario.id);
            assert!(
                scenario.watch.len() <= 110 && scenario.watch.ends_with(['.', '?']),
                "{}",
                scenario.watch
            );
            let lines = scenario.source.lines();
            assert!(lines.clone().count() <= 45, "{} is long", scenario.id);
            assert!(lines.clone().all(|line| line.len() <= 72), "{} is wide", scenario.id);
            assert!(scenario.source.ends_with('\n') && !scenario.source.contains('\t'), "{}", scenario.id);
        }
    }

    #[test]
    fn the_page_opens_with_the_article_s_analysis() {
        assert_eq!(default_scenario().number, "2.6");
        assert_eq!(default_scenario().source.lines().count(), 13);
        assert!(default_scenario().source.starts_with("import asyncio\n"));
    }
}
