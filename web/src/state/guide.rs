//! The guide beside a run: its links as events of the recorded run, and the paragraph that speaks of this moment.

use super::MomentName;
use loopglass_scenarios::{Anchor, Guide, Happening, Paragraph, Part, Scenario, catalogue};
use loopglass_trace::{Detail, Event, Granularity, Trace};

/// A part of a paragraph, its links found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum GuidePart {
    /// Words.
    Text(String),
    /// Python.
    Code(String),
    /// Words that lead to an event, or nowhere if the run has no such moment.
    Link(Vec<GuidePart>, Option<Goal>),
}

/// Where a link leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Goal {
    /// The event.
    pub event: usize,
    /// How links name it.
    pub name: MomentName,
}

/// A paragraph, its links found.
pub type GuideParagraph = Vec<GuidePart>;

/// A neighbour in the lessons: its id, number and title.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Neighbour {
    /// The scenario.
    pub scenario: &'static Scenario,
    /// Whether it belongs to another lesson.
    pub is_other_lesson: bool,
}

/// What the guide's panel shows.
#[derive(Clone, PartialEq, Debug)]
pub struct GuidePicture {
    /// The scenario.
    pub scenario: &'static Scenario,
    /// What to read.
    pub paragraphs: Vec<GuideParagraph>,
    /// A question and its answer.
    pub question: Option<(GuideParagraph, GuideParagraph)>,
    /// What to change.
    pub change: Option<GuideParagraph>,
    /// The scenario before it in the lessons.
    pub previous: Option<Neighbour>,
    /// The one after it.
    pub next: Option<Neighbour>,
}

impl GuidePicture {
    /// The guide to a scenario, its links found in a recorded run.
    pub fn of(scenario: &'static Scenario, guide: &Guide, trace: &Trace) -> GuidePicture {
        let found = |paragraph: &Paragraph| found(paragraph, trace);
        let place = catalogue().iter().position(|it| it.id == scenario.id);
        let neighbour = |place: Option<usize>| {
            let other = catalogue().get(place?)?;
            Some(Neighbour { scenario: other, is_other_lesson: other.lesson != scenario.lesson })
        };
        GuidePicture {
            scenario,
            paragraphs: guide.paragraphs.iter().map(found).collect(),
            question: guide.question.as_ref().map(|(question, answer)| (found(question), found(answer))),
            change: guide.change.as_ref().map(found),
            previous: neighbour(place.and_then(|place| place.checked_sub(1))),
            next: neighbour(place.map(|place| place + 1)),
        }
    }

    /// The paragraph that speaks of the moment after an event: the one with the latest link that is reached.
    pub fn current(&self, cursor: usize) -> Option<usize> {
        let reached = |paragraph: &GuideParagraph| {
            let events = paragraph.iter().filter_map(|part| match part {
                GuidePart::Link(_, goal) => goal.map(|goal| goal.event),
                GuidePart::Text(_) | GuidePart::Code(_) => None,
            });
            events.filter(|event| *event <= cursor).max()
        };
        let latest = self.paragraphs.iter().enumerate().filter_map(|(place, it)| Some((reached(it)?, place)));
        latest.max_by_key(|(event, place)| (*event, std::cmp::Reverse(*place))).map(|(_, place)| place)
    }
}

fn found(paragraph: &Paragraph, trace: &Trace) -> GuideParagraph {
    paragraph
        .iter()
        .map(|part| match part {
            Part::Text(text) => GuidePart::Text(text.clone()),
            Part::Code(code) => GuidePart::Code(code.clone()),
            Part::Link(words, anchor) => {
                let goal = |event| Goal { event, name: MomentName::of(trace, event) };
                GuidePart::Link(found(words, trace), moment(*anchor, trace).map(goal))
            }
        })
        .collect()
}

/// The event of a moment, if the run has it.
fn moment(anchor: Anchor, trace: &Trace) -> Option<usize> {
    let (by, detail) = (Granularity::Handoff, Detail::Essentials);
    let begins = match anchor.what {
        Happening::Line { line, time } => {
            let next = |from: &usize| trace.next_stop(*from, Granularity::Line, Detail::Exact);
            let is_it =
                |at: &usize| matches!(trace.event(*at), Some(Event::Line { line: other }) if other == line);
            std::iter::successors(next(&0), next).filter(is_it).nth(time as usize - 1)
        }
        Happening::Print(number) => {
            let next = |from: &usize| trace.next_print(*from);
            std::iter::successors(next(&0), next).nth(number as usize - 1)
        }
        Happening::Row(number) => trace.stop(number as usize - 1, by, detail),
        Happening::Cancel(number) => {
            let requests = trace.events(0).enumerate();
            let mut requests = requests.filter(|(_, event)| matches!(event, Event::CancelRequested { .. }));
            requests.nth(number as usize - 1).map(|(at, _)| at)
        }
        Happening::End => trace.len().checked_sub(1),
    }?;
    (0..anchor.handoffs).try_fold(begins, |from, _| trace.next_stop(from, by, detail))
}

#[cfg(test)]
mod tests {
    use super::*;
    use loopglass_executor::{Session, Settings, Status};
    use std::fs;

    fn recorded(source: &str) -> Trace {
        let mut session = Session::new(source, Settings::default()).expect("scenarios are well formed");
        while session.run_slice(100_000) == Status::Running {}
        session.trace_mut().catch_up();
        session.trace().clone()
    }

    #[test]
    fn every_link_of_every_guide_leads_to_a_moment() {
        for scenario in catalogue() {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/scenarios/guides");
            let text = fs::read_to_string(format!("{folder}/{}.txt", scenario.id)).expect("it is there");
            let guide = Guide::parse(&text).expect("it is well formed");
            let trace = recorded(scenario.source);
            let picture = GuidePicture::of(scenario, &guide, &trace);
            for part in picture.paragraphs.iter().flatten() {
                if let GuidePart::Link(words, event) = part {
                    assert!(event.is_some(), "{}: {words:?} leads nowhere", scenario.id);
                }
            }
        }
    }

    #[test]
    fn the_paragraph_of_a_moment_is_the_one_that_leads_there() {
        let scenario = loopglass_scenarios::find("await_coroutine").expect("it is in the catalogue");
        let guide = Guide::parse("[a](line 11)\n\n[b](line 13)\n\n[c](line 14)").expect("it is well formed");
        let picture = GuidePicture::of(scenario, &guide, &recorded(scenario.source));
        let event = |place: usize| match &picture.paragraphs[place][0] {
            GuidePart::Link(_, goal) => goal.expect("it is found").event,
            other => panic!("{other:?}"),
        };
        assert_eq!(picture.current(0), None);
        for place in 0..3 {
            assert_eq!(picture.current(event(place)), Some(place));
        }
        assert_eq!(picture.current(event(1) - 1), Some(0));
        assert_eq!(picture.previous.map(|it| it.scenario.id), Some("special_task"));
        assert_eq!(picture.next.map(|it| (it.scenario.id, it.is_other_lesson)), Some(("await_task", false)));
    }
}
