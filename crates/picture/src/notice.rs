//! What must be said of how a run ended, when it did not end as its script meant it to.

use loopglass_trace::{End, Limit, Trace};

/// A message over the panels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// What happened, in a few words.
    pub head: &'static str,
    /// Where, and what still works.
    pub text: String,
    /// The comment in the script that raises the limit, where one does.
    pub raise: Option<String>,
    /// The event to look at.
    pub event: usize,
}

/// The notice for the end of a recorded run, if one is needed.
pub fn notice(trace: &Trace) -> Option<Notice> {
    let world = trace.latest();
    let last = trace.len().saturating_sub(1);
    let line = last_line(trace, last)
        .map_or_else(String::new, |line| format!(" at line {}", trace.tables().source_line(line)));
    let (head, text, raise) = match world.end?.end {
        End::Limit(limit) => {
            let (what, option) = match limit {
                Limit::Steps => ("instructions", Some("steps")),
                Limit::Events => ("recorded events", Some("events")),
                Limit::Memory => ("memory", Some("memory")),
                Limit::Output => ("printed text", Some("output")),
                Limit::Time => ("virtual time", Some("time")),
            };
            let text =
                format!("The limit of {what} ended the run{line}. All until then can be stepped through.");
            let raise = option.map(|option| format!("# loopglass: {option}=…"));
            ("Limit reached.", text, raise)
        }
        End::Stopped => {
            ("Stopped.", format!("The run was stopped{line}. All until then can be stepped through."), None)
        }
        End::Finished | End::Raised | End::WaitsForever => return None,
    };
    Some(Notice { head, text, raise, event: last })
}

/// The last line of the script that ran.
fn last_line(trace: &Trace, last: usize) -> Option<u32> {
    let at = trace.previous_stop(last, loopglass_trace::Granularity::Line, loopglass_trace::Detail::Exact)?;
    match trace.event(at)? {
        loopglass_trace::Event::Line { line } => Some(line),
        _ => None,
    }
}
