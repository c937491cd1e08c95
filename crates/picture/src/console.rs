//! The console: what was printed so far, cut into lines.

use crate::{Source, names};
use loopglass_trace::{FutureId, Mark, Sequence, Stream};

/// How many writes are looked at for the lines in view, as long as no one scrolls back.
pub const WRITES_AT_FIRST: usize = 60;
/// How many characters of a line are shown.
const LINE_LIMIT: usize = 2_000;

/// A line of the console.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConsoleLine {
    /// The text without its line end.
    pub text: String,
    /// The stream.
    pub stream: Stream,
    /// When it was begun, `0.000`.
    pub time: String,
    /// The event that printed its first part.
    pub event: usize,
    /// Whether the last event printed it.
    pub fresh: bool,
    /// The task that printed it.
    pub task: Option<FutureId>,
}

/// The lines of the last `shown` writes, and how many earlier writes are left out. `marks` are the trace's.
pub fn console(source: Source<'_>, marks: &Sequence<Mark>, shown: usize) -> (Vec<ConsoleLine>, usize) {
    let writes = &source.world.console;
    let skipped = writes.len().saturating_sub(shown);
    let mut lines: Vec<ConsoleLine> = Vec::new();
    let mut open = false;
    for write in writes.iter_from(skipped) {
        let text = source.tables.text(write.text);
        for (index, part) in text.split('\n').enumerate() {
            let continued =
                index == 0 && open && lines.last().is_some_and(|line| line.stream == write.stream);
            if continued && let Some(line) = lines.last_mut() {
                line.text = names::short(format!("{}{part}", line.text), LINE_LIMIT);
            } else if !(part.is_empty() && index > 0 && text.split('\n').count() == index + 1) {
                lines.push(ConsoleLine {
                    text: names::short(part.to_owned(), LINE_LIMIT),
                    stream: write.stream,
                    time: names::seconds(write.clock_ns).trim_end_matches(" s").to_owned(),
                    event: write.event as usize,
                    fresh: write.event + 1 == source.world.events,
                    task: printer(marks, write.event),
                });
            }
        }
        open = !text.ends_with('\n');
    }
    (lines, skipped)
}

/// The task that was running when an event printed.
fn printer(marks: &Sequence<Mark>, event: u32) -> Option<FutureId> {
    let place = marks.partition_point(|mark| mark.event < event);
    marks.get(place).filter(|mark| mark.event == event)?.task
}
