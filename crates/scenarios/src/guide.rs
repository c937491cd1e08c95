//! The guide to a scenario: a few paragraphs that are read beside the stage, linked to moments of the run, a question
//! to think about, and something to change. `guides/ID.txt` holds its text; the page loads it when it is wanted.
//!
//! Paragraphs are set apart by empty lines. `[words](anchor)` is a link, and `` `code` `` is code. A paragraph that
//! begins with `? ` is the question, `= ` its answer, and `> ` what to change.

/// A moment of a run, named such that small changes of what a run records do not move it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Anchor {
    /// What happens then.
    pub what: Happening,
    /// How many handoffs of control later it is.
    pub handoffs: u32,
}

/// What happens at a moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Happening {
    /// A line of the script begins, for the time of that number, from 1.
    Line {
        /// The line, from 1.
        line: u32,
        /// Which time, from 1.
        time: u32,
    },
    /// The print of that number, from 1.
    Print(u32),
    /// The row of the ladder of that number, from 1.
    Row(u32),
    /// The request to cancel a task of that number, from 1.
    Cancel(u32),
    /// The end of the run.
    End,
}

/// A part of a paragraph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Words.
    Text(String),
    /// Python.
    Code(String),
    /// Words that lead to a moment; they may hold code.
    Link(Vec<Part>, Anchor),
}

/// A paragraph.
pub type Paragraph = Vec<Part>;

/// The guide to a scenario.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Guide {
    /// What to read beside the run.
    pub paragraphs: Vec<Paragraph>,
    /// A question, and its answer.
    pub question: Option<(Paragraph, Paragraph)>,
    /// What to change in the program.
    pub change: Option<Paragraph>,
}

impl Guide {
    /// The guide that a text holds; `None` if a link in it leads nowhere.
    pub fn parse(text: &str) -> Option<Guide> {
        let mut guide = Guide::default();
        for block in text.split("\n\n").map(str::trim).filter(|block| !block.is_empty()) {
            if let Some(block) = block.strip_prefix("? ") {
                let (question, answer) = block.split_once("\n= ")?;
                guide.question = Some((paragraph(question)?, paragraph(answer)?));
            } else if let Some(change) = block.strip_prefix("> ") {
                guide.change = Some(paragraph(change)?);
            } else {
                guide.paragraphs.push(paragraph(block)?);
            }
        }
        Some(guide)
    }
}

/// The moments that a paragraph leads to.
pub fn anchors(paragraph: &Paragraph) -> impl Iterator<Item = Anchor> {
    paragraph.iter().filter_map(|part| match part {
        Part::Link(_, anchor) => Some(*anchor),
        Part::Text(_) | Part::Code(_) => None,
    })
}

fn paragraph(text: &str) -> Option<Paragraph> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        let (words, after) = link.split_once("](")?;
        let (anchor, after) = after.split_once(')')?;
        plain(before, &mut parts);
        let mut inside = Vec::new();
        plain(words, &mut inside);
        parts.push(Part::Link(inside, Anchor::parse(anchor)?));
        rest = after;
    }
    plain(rest, &mut parts);
    Some(parts)
}

/// Words and code: every other piece between backticks is code.
fn plain(text: &str, parts: &mut Vec<Part>) {
    for (place, piece) in text.split('`').enumerate().filter(|(_, piece)| !piece.is_empty()) {
        let piece = piece.replace('\n', " ");
        parts.push(if place % 2 == 0 { Part::Text(piece) } else { Part::Code(piece) });
    }
}

impl Anchor {
    /// The moment of a name: `line 7`, `line 7.2`, `print 3`, `row 5`, `cancel 1` or `end`; each `>` after it is one
    /// handoff of control later.
    fn parse(text: &str) -> Option<Anchor> {
        let name = text.trim_end_matches('>');
        let handoffs = (text.len() - name.len()) as u32;
        let what = match name.split_once(' ') {
            None if name == "end" => Happening::End,
            Some(("line", place)) => {
                let (line, time) = place.split_once('.').unwrap_or((place, "1"));
                Happening::Line { line: number(line)?, time: number(time)? }
            }
            Some(("print", place)) => Happening::Print(number(place)?),
            Some(("row", place)) => Happening::Row(number(place)?),
            Some(("cancel", place)) => Happening::Cancel(number(place)?),
            _ => return None,
        };
        Some(Anchor { what, handoffs })
    }
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;
    use std::fs;

    #[test]
    fn a_guide_has_paragraphs_a_question_and_a_change() {
        let text = "See [`main` at\nwork](line 4.2>), and\nthe rest.\n\n? Why?\n= So.\n\n> Try `x`.\n";
        let guide = Guide::parse(text).expect("it is well formed");
        let anchor = Anchor { what: Happening::Line { line: 4, time: 2 }, handoffs: 1 };
        let link = vec![Part::Code("main".to_owned()), Part::Text(" at work".to_owned())];
        let expected = vec![
            Part::Text("See ".to_owned()),
            Part::Link(link, anchor),
            Part::Text(", and the rest.".to_owned()),
        ];
        assert_eq!(guide.paragraphs, [expected]);
        assert_eq!(guide.question.map(|(_, answer)| answer), Some(vec![Part::Text("So.".to_owned())]));
        assert!(guide.change.is_some());
        assert_eq!(Guide::parse("[nowhere](page 3)"), None);
        assert_eq!(Guide::parse("[nowhere](line 0)"), None);
    }

    #[test]
    fn every_scenario_has_a_guide() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/guides");
        assert_eq!(fs::read_dir(folder).expect("the guides are there").count(), catalogue().len());
        for scenario in catalogue() {
            let text = fs::read_to_string(format!("{folder}/{}.txt", scenario.id)).expect("a guide for each");
            let guide = Guide::parse(&text).unwrap_or_else(|| panic!("the guide to {}", scenario.id));
            let links = guide.paragraphs.iter().flat_map(anchors).count();
            assert!((2..=20).contains(&links), "{} has {links} moments", scenario.id);
            assert!((2..=6).contains(&guide.paragraphs.len()), "{}", scenario.id);
            assert!(guide.question.is_some() && guide.change.is_some(), "{}", scenario.id);
            assert!(guide.paragraphs.iter().all(|it| anchors(it).next().is_some() || it.len() < 12));
        }
    }
}
