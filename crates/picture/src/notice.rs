//! What must be said of how a run ended, when it did not end as its script meant it to.

use loopglass_trace::{End, Event, Limit, Stream, Trace};

/// How far before the end of a run its traceback may be printed, in events.
const EVENTS_OF_AN_END: usize = 16;

/// What is said to who wants to reach another computer.
const BEYOND: &str =
    " Nothing outside can be reached from here. Servers and clients of the script's own meet at `localhost`.";

/// A message over the panels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// What happened, in a few words.
    pub head: &'static str,
    /// Where, and what still works.
    pub text: String,
    /// The comment in the script that raises the limit, where one does.
    pub raise: Option<String>,
    /// Whether it is a mistake of the script, which may be meant in a lesson.
    pub is_mistake: bool,
    /// The event to look at.
    pub event: usize,
}

/// The notice for the end of a recorded run, if one is needed.
pub fn notice(trace: &Trace) -> Option<Notice> {
    let world = trace.latest();
    let last = trace.len().saturating_sub(1);
    let line = last_line(trace, last)
        .map_or_else(String::new, |line| format!(" at line {}", trace.tables().source_line(line)));
    let end = world.end?.end;
    let (head, text, raise) = match end {
        End::Limit(limit) => {
            // Each is several times what the page and the command begin with.
            let (what, higher) = match limit {
                Limit::Steps => ("instructions", "steps=9_000_000_000"),
                Limit::Events => ("recorded events", "events=50_000_000"),
                Limit::Memory => ("memory", "memory=2GB"),
                Limit::Output => ("printed text", "output=50_000_000"),
                Limit::Time => ("virtual time", "time=300000000s"),
            };
            let text =
                format!("The limit of {what} ended the run{line}. All until then can be stepped through.");
            ("Limit reached.", text, Some(format!("# loopglass: {higher}")))
        }
        End::Stopped => {
            ("Stopped.", format!("The run was stopped{line}. All until then can be stepped through."), None)
        }
        End::Raised => {
            let exception = trace.tables().text(world.uncaught()?);
            let advice = match exception.split(':').next() {
                // Meant so, mostly.
                Some("SystemExit" | "KeyboardInterrupt") => return None,
                Some("EOFError") => {
                    " Nothing can be typed into a running script here: write what `input()` should give into it."
                }
                Some("gaierror" | "socket.gaierror") => BEYOND,
                Some("OSError") if exception.ends_with("Network is unreachable") => BEYOND,
                _ => "",
            };
            let place =
                raised_at(trace, last).map_or_else(String::new, |line| format!(" Line {line} raises it."));
            ("The script ends with an exception.", format!("{exception}.{place}{advice}"), None)
        }
        End::Finished | End::WaitsForever => return None,
    };
    Some(Notice { head, text, raise, is_mistake: end == End::Raised, event: last })
}

/// The line that the traceback on standard error ends with: the innermost of the script's own. Of a group it is where the
/// group was raised: each exception in it has a traceback of its own, further in.
fn raised_at(trace: &Trace, last: usize) -> Option<String> {
    let printed = |at: usize| match trace.event(at)? {
        Event::Printed { stream: Stream::Err, text } => Some(text),
        _ => None,
    };
    let text = (last.saturating_sub(EVENTS_OF_AN_END)..last).rev().find_map(printed)?;
    let place = |line: &str| {
        let line = line.strip_prefix("  | ").unwrap_or(line);
        let (file, place) = line.strip_prefix("  File \"")?.split_once("\", line ")?;
        let number = place.split_once(',').map_or(place, |(number, _)| number);
        Some(if file == trace.file() { number.to_owned() } else { format!("{number} of {file}") })
    };
    trace.tables().text(text).lines().filter_map(place).last()
}

/// The last line of the script that ran.
fn last_line(trace: &Trace, last: usize) -> Option<u32> {
    let at = trace.previous_stop(last, loopglass_trace::Granularity::Line, loopglass_trace::Detail::Exact)?;
    match trace.event(at)? {
        loopglass_trace::Event::Line { line } => Some(line),
        _ => None,
    }
}
