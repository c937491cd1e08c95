//! Sentences as segments: plain words, names of things on the stage, values, and terms of the glossary. A
//! template is a sentence with places for arguments; what comes from a script is only ever an argument, so no
//! text of a script is read as a template.
//!
//! A template may hold `` `code` ``, `{argument}`, and `[term]` or `[words|term]` for a term of the glossary.

use loopglass_trace::{FrameId, FutureId, HandleId};

/// What a segment is, for the eye.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Words.
    Text,
    /// A term of the glossary, by its key; see [`term`](crate::term).
    Term(&'static str),
    /// Python.
    Code,
    /// A value of the script, or text that it printed.
    Value,
    /// A task's label.
    Task(FutureId),
    /// The label of a future that is not a task.
    Future(FutureId),
    /// A handle's label, as on its chip, and the task that it steps or wakes up.
    Handle(HandleId, Option<FutureId>),
    /// A frame: `main()`, `triple_task.__await__`.
    Frame(FrameId),
}

/// A part of a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Segment {
    /// What it is.
    pub kind: Kind,
    /// How it reads.
    pub text: String,
}

impl Segment {
    pub(crate) fn new(kind: Kind, text: impl Into<String>) -> Segment {
        Segment { kind, text: text.into() }
    }

    /// Whether it stands for something exact, which is set off from the words around it.
    pub fn is_exact(&self) -> bool {
        !matches!(self.kind, Kind::Text | Kind::Term(_))
    }
}

/// One sentence, or a few.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Phrase {
    /// Its parts, in order.
    pub segments: Vec<Segment>,
}

/// An argument of a template: its name and what stands in its place.
pub(crate) type Argument = (&'static str, Segment);

impl Phrase {
    /// The phrase as text, without any marks.
    pub fn to_plain(&self) -> String {
        self.segments.iter().map(|segment| segment.text.as_str()).collect()
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// The phrase of a template. An argument that is not given leaves its place empty.
    pub(crate) fn of(template: &'static str, arguments: &[Argument]) -> Phrase {
        let mut phrase = Phrase::default();
        phrase.extend(template, arguments);
        phrase
    }

    /// Adds a template's sentences to those that are there.
    pub(crate) fn add(&mut self, template: &'static str, arguments: &[Argument]) {
        if !self.is_empty() && !template.is_empty() {
            self.push_text(" ");
        }
        self.extend(template, arguments);
    }

    fn extend(&mut self, template: &'static str, arguments: &[Argument]) {
        for (index, part) in parts(template).enumerate() {
            let begins = index == 0 || self.segments.last().is_some_and(|last| last.text.ends_with(". "));
            match part {
                Part::Text(text) => self.push_text(text),
                Part::Code(text) => self.segments.push(Segment::new(Kind::Code, text)),
                Part::Term { words, key } => {
                    let words = if begins { capitalized(words) } else { words.to_owned() };
                    self.segments.push(Segment::new(Kind::Term(key), words));
                }
                Part::Argument(name) => match arguments.iter().find(|(other, _)| *other == name) {
                    Some((_, segment)) => self.push_argument(segment, begins),
                    None => debug_assert!(false, "`{template}` lacks its argument `{name}`"),
                },
            }
        }
    }

    fn push_argument(&mut self, segment: &Segment, begins: bool) {
        let text = match begins && !segment.is_exact() {
            true => capitalized(&segment.text),
            false => segment.text.clone(),
        };
        match segment.kind {
            Kind::Text => self.push_text(&text),
            kind => self.segments.push(Segment { kind, text }),
        }
    }

    fn push_text(&mut self, text: &str) {
        match self.segments.last_mut() {
            Some(Segment { kind: Kind::Text, text: last }) => last.push_str(text),
            _ => self.segments.push(Segment::new(Kind::Text, text)),
        }
    }
}

/// The words as they stand at the beginning of a sentence.
fn capitalized(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// A part of a template.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Part {
    /// Words.
    Text(&'static str),
    /// Between backquotes.
    Code(&'static str),
    /// Between brackets.
    Term {
        /// The words of the sentence.
        words: &'static str,
        /// The glossary's key.
        key: &'static str,
    },
    /// Between braces.
    Argument(&'static str),
}

/// The parts of a template, in order.
pub(crate) fn parts(template: &'static str) -> impl Iterator<Item = Part> {
    let mut rest = template;
    std::iter::from_fn(move || {
        let open = rest.chars().next()?;
        let close = match open {
            '`' => '`',
            '[' => ']',
            '{' => '}',
            _ => {
                let end = rest.find(['`', '[', '{']).unwrap_or(rest.len());
                return Some(Part::Text(take(&mut rest, end)));
            }
        };
        let end = rest[1..].find(close).map_or(rest.len(), |length| length + 2);
        let inner = take(&mut rest, end);
        let inner = inner.get(1..inner.len() - 1).unwrap_or_default();
        Some(match open {
            '`' => Part::Code(inner),
            '{' => Part::Argument(inner),
            _ => {
                let (words, key) = inner.split_once('|').unwrap_or((inner, inner));
                Part::Term { words, key }
            }
        })
    })
}

fn take(rest: &mut &'static str, length: usize) -> &'static str {
    let (head, tail) = rest.split_at(length);
    *rest = tail;
    head
}

#[cfg(test)]
mod tests {
    use super::{Kind, Phrase, Segment};

    #[test]
    fn a_template_becomes_segments() {
        let arguments =
            [("task", Segment::new(Kind::Value, "{x}[y]")), ("who", Segment::new(Kind::Text, "the program"))];
        let phrase = Phrase::of("[handles|handle] of {task} call `send`. {who} ends.", &arguments);
        let kinds: Vec<Kind> = phrase.segments.iter().map(|segment| segment.kind).collect();
        assert_eq!(
            kinds,
            [Kind::Term("handle"), Kind::Text, Kind::Value, Kind::Text, Kind::Code, Kind::Text]
        );
        assert_eq!(phrase.to_plain(), "Handles of {x}[y] call send. The program ends.");
    }
}
