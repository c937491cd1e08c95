//! What the run adds to the source: the line that runs, where suspended coroutines wait, and the values of
//! the locals of the frame that runs, each at the end of the line that bound it.

use crate::order::{Entry, Order};
use crate::{Hue, Sorted, Source, names};
use loopglass_trace::{Control, Detail, Event, Frame, FrameId, FrameState, FutureId, Picture};
use std::ops::Range;

const VALUE_LIMIT: usize = 32;
/// How many marks of a line are told apart.
const MARKS_OF_A_LINE: usize = 12;

/// A mark beside a line where a suspended coroutine waits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// The line, from 1.
    pub line: u32,
    /// The task whose coroutine waits, if a task drives it.
    pub task: Option<FutureId>,
    /// The task's hue.
    pub hue: Hue,
    /// `main_task waits here`.
    pub label: String,
}

/// The values shown at the end of a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineLocals {
    /// The line, from 1.
    pub line: u32,
    /// Name, value, and whether it was bound just now.
    pub values: Vec<(String, String, bool)>,
}

/// Why a line is in focus.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Focus {
    /// It has control.
    Runs,
    /// Its coroutine has just handed control back to the task's step.
    Caused,
    /// It called what has control now.
    Called,
}

/// What the code panel shows besides the source.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CodePicture {
    /// The line in focus, and why.
    pub running: Option<(u32, Focus)>,
    /// Where suspended coroutines wait; of many at one line, the first few.
    pub marks: Vec<Mark>,
    /// The lines that have more marks than those, with how many in all.
    pub crowds: Vec<(u32, usize)>,
    /// The locals of the running frame, at the line where each was bound last.
    pub locals: Vec<LineLocals>,
}

/// The picture for the source `text` after `event`.
pub fn code(source: Source<'_>, order: &Order<'_>, text: &str, event: Option<&Event>) -> CodePicture {
    let lines: Vec<&str> = text.lines().collect();
    let focus = focus(source);
    let (marks, crowds) = marks(source, order);
    CodePicture {
        running: focus.map(|(line, how, _)| (line, how)),
        marks,
        crowds,
        locals: focus.map_or_else(Vec::new, |(_, _, frame)| locals(source, &lines, frame, event)),
    }
}

/// A picture of the whole script, as far as it is about the lines of one file of it, in that file's own numbers.
pub fn code_of_file(picture: &CodePicture, lines: &Range<u32>) -> CodePicture {
    let before = lines.start - 1;
    let has = |line: &u32| lines.contains(line);
    CodePicture {
        running: picture.running.filter(|(line, _)| has(line)).map(|(line, how)| (line - before, how)),
        marks: picture
            .marks
            .iter()
            .filter(|mark| has(&mark.line))
            .map(|mark| Mark { line: mark.line - before, ..mark.clone() })
            .collect(),
        crowds: picture
            .crowds
            .iter()
            .filter(|(line, _)| has(line))
            .map(|(line, count)| (line - before, *count))
            .collect(),
        locals: picture
            .locals
            .iter()
            .filter(|locals| has(&locals.line))
            .map(|locals| LineLocals { line: locals.line - before, ..locals.clone() })
            .collect(),
    }
}

/// The line in focus, why it is, and its frame.
fn focus(source: Source<'_>) -> Option<(u32, Focus, FrameId)> {
    let world = source.world;
    let mut how = Focus::Runs;
    for holder in world.control.iter_back() {
        match *holder {
            Control::Frame(id) => {
                if let Some(line) = line_of(source, id) {
                    return Some((line, how, id));
                }
            }
            Control::Handle(id) => {
                let chain = world
                    .handles
                    .get(id)
                    .and_then(|handle| handle.task())
                    .map(|task| world.await_chain(task))
                    .unwrap_or_default();
                let cause = chain.into_iter().rev().find_map(|id| Some((line_of(source, id)?, id)));
                if let Some((line, frame)) = cause {
                    return Some((line, Focus::Caused, frame));
                }
                how = Focus::Called;
            }
            Control::Loop(_) | Control::Worker(_) => how = Focus::Called,
        }
    }
    None
}

fn line_of(source: Source<'_>, id: FrameId) -> Option<u32> {
    let frame = source.world.frames.get(id)?;
    let hidden = frame.code.and_then(|code| source.tables.code(code)).is_none_or(|code| code.hidden);
    (!hidden && frame.line > 0).then_some(frame.line)
}

/// The marks, and the lines that have more than those.
fn marks(source: Source<'_>, order: &Order<'_>) -> (Vec<Mark>, Vec<(u32, usize)>) {
    let world = source.world;
    let mut marks = Vec::new();
    let mut counts: Sorted<u32, usize> = Sorted::default();
    for entry in &order.cards {
        let (task, coroutine) = match *entry {
            Entry::Future(_, future) if future.state.is_done() => continue,
            Entry::Future(id, future) => (Some(id), future.task.map(|task| task.coroutine)),
            Entry::Coroutine(id, _) => (None, Some(id)),
        };
        for (id, frame) in coroutine.into_iter().flat_map(|id| world.delegates(id)) {
            if frame.state != FrameState::Suspended {
                continue;
            }
            let Some(line) = line_of(source, id) else { continue };
            let count = counts.of(line, || 0);
            *count += 1;
            if *count <= MARKS_OF_A_LINE {
                let hue = task.map_or(Hue::NONE, |task| names::hue(task, world));
                marks.push(Mark { line, task, hue, label: format!("{} waits here", name_of(source, entry)) });
            }
        }
    }
    (marks, counts.into_iter().filter(|(_, count)| *count > MARKS_OF_A_LINE).collect())
}

/// What a task or a coroutine object is called.
fn name_of(source: Source<'_>, entry: &Entry<'_>) -> String {
    let Source { world, tables, .. } = source;
    match *entry {
        Entry::Future(id, _) => names::label(id, world, tables),
        Entry::Coroutine(_, frame) => {
            frame.code.map_or_else(String::new, |code| names::called(tables.function_name(code)))
        }
    }
}

fn locals(source: Source<'_>, lines: &[&str], id: FrameId, event: Option<&Event>) -> Vec<LineLocals> {
    let Source { world, tables, .. } = source;
    let Some(frame) = world.frames.get(id) else { return Vec::new() };
    let first = frame.code.and_then(|code| tables.code(code)).map_or(1, |code| code.first_line.max(1));
    let mut by_line: Sorted<u32, Vec<(String, String, bool)>> = Sorted::default();
    for local in frame.locals.iter() {
        let fresh = matches!(event, Some(Event::LocalBound { frame, name, .. }) if *frame == id && *name == local.name);
        let value = value_text(source, local.value, tables.text(local.name));
        if source.detail == Detail::Essentials && !fresh && is_definition(local.value, &value) {
            continue;
        }
        let name = tables.text(local.name);
        let same_file = |line: u32| tables.source_line(line).file == tables.source_line(frame.line).file;
        let line = binding_line(lines, first, frame, name, &same_file);
        let shown = (name.to_owned(), names::short(value, VALUE_LIMIT), fresh);
        by_line.of(line, Vec::new).push(shown);
    }
    by_line.into_iter().map(|(line, values)| LineLocals { line, values }).collect()
}

/// A value's text; for a future that goes by the very name it is bound to, what it is.
fn value_text(source: Source<'_>, value: Picture, name: &str) -> String {
    let text = value.text(source.world, source.tables);
    match value {
        Picture::Future(id) if text == name => match source.world.futures.get(id).map(|future| future.task) {
            Some(Some(task)) => format!("<{}>", source.tables.text(task.name)),
            _ => "<Future>".to_owned(),
        },
        _ => text,
    }
}

/// Whether a value is a function, class or module: its line says so already.
fn is_definition(picture: Picture, text: &str) -> bool {
    matches!(picture, Picture::Text(_))
        && ["<function ", "<class ", "<module "].iter().any(|start| text.starts_with(start))
}

/// The line whose text binds `name`, nearest above the frame's current line, else below it, else the line
/// the function begins at, where parameters are bound.
fn binding_line(
    lines: &[&str],
    first: u32,
    frame: &Frame,
    name: &str,
    same_file: &dyn Fn(u32) -> bool,
) -> u32 {
    let text = |line: u32| lines.get(line as usize - 1).copied().unwrap_or_default();
    let current = frame.line.max(first);
    (first..=current)
        .rev()
        .chain((current + 1..=(current + 40).min(lines.len() as u32)).take_while(|line| same_file(*line)))
        .find(|line| binds(text(*line), name))
        .unwrap_or(first)
}

/// Whether a line of Python binds a name, judged by its words alone.
fn binds(line: &str, name: &str) -> bool {
    let code = line.trim_start();
    let target = match code.split_once(['=']) {
        Some((left, right)) if !right.starts_with('=') && !left.contains('(') => Some(left),
        _ => None,
    };
    let after = |word: &str| code.split_once(word).map(|(_, rest)| rest);
    let looped = after("for ").and_then(|rest| rest.split_once(" in ")).map(|(targets, _)| targets);
    let named = ["import ", " as ", "def ", "class "].iter().filter_map(|word| after(word));
    target.into_iter().chain(looped).any(|text| has_word(text, name))
        || named
            .into_iter()
            .any(|rest| rest.split([',', '(', ':', ' ']).map(str::trim).any(|word| word == name))
        || code.contains(&format!("{name} :="))
}

fn has_word(text: &str, name: &str) -> bool {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_binding_is_seen() {
        for line in [
            "x = 1",
            "    x: int = 1",
            "x, y = y, x",
            "x += 1",
            "for x in range(3):",
            "with a() as x:",
            "import x",
        ] {
            assert!(binds(line, "x"), "{line}");
        }
        for line in ["y = x", "print(x)", "if x == 1:", "max = 2", "f(x=1)"] {
            assert!(!binds(line, "x"), "{line}");
        }
    }
}
