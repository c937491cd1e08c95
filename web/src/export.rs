//! Traces as files for other tools: our own JSON lines, and what Perfetto's viewer reads, the Trace Event Format in
//! JSON. A task is a thread of it, a state a slice on virtual time, and what is pointed out an instant.
//!
//! Both are gates to what is loaded with the executor, as `driver/executor.rs` says; never inlined, therefore.

use loopglass_trace::{FutureState, Lane, MarkKind, Trace};
use std::fmt::Write;

/// A run as JSON lines, one an event (docs/trace-format.md).
#[inline(never)]
pub fn json_lines(trace: &Trace) -> String {
    trace.json_lines().map(|line| line + "\n").collect()
}

/// A run for Perfetto (ui.perfetto.dev) or the tracing page of Chromium.
#[inline(never)]
pub fn perfetto(trace: &Trace) -> String {
    let mut events = vec![named("process_name", 0, trace.file())];
    let world = trace.latest();
    for (thread, lane) in (1..).zip(trace.lanes()) {
        let label = match world.futures.contains(lane.task) {
            true => world.label(lane.task, trace.tables()),
            false => trace.seek(first_event(lane)).label(lane.task, trace.tables()),
        };
        events.push(named("thread_name", thread, &label));
        let ends = lane.segments.iter().skip(1).map(|next| next.clock_ns).chain([world.clock_ns]);
        for (segment, end) in lane.segments.iter().zip(ends) {
            if let Some(state) = state_name(segment.state) {
                let [from, duration] =
                    [segment.clock_ns, end.saturating_sub(segment.clock_ns)].map(microseconds);
                events.push(format!(
                    r#"{{"ph":"X","name":"{state}","pid":1,"tid":{thread},"ts":{from},"dur":{duration}}}"#
                ));
            }
        }
    }
    for mark in trace.marks().iter() {
        let lane = trace.lanes().iter().position(|lane| Some(lane.task) == mark.task);
        let (thread, at) = (lane.map_or(0, |place| place + 1), microseconds(mark.clock_ns));
        let name = mark_name(mark.kind);
        events.push(format!(r#"{{"ph":"i","s":"t","name":"{name}","pid":1,"tid":{thread},"ts":{at}}}"#));
    }
    format!("{{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n{}\n]}}\n", events.join(",\n"))
}

fn first_event(lane: &Lane) -> usize {
    lane.segments.last().map_or(0, |segment| segment.event as usize)
}

fn named(kind: &str, thread: usize, name: &str) -> String {
    let name = escaped(name);
    format!(r#"{{"ph":"M","name":"{kind}","pid":1,"tid":{thread},"args":{{"name":"{name}"}}}}"#)
}

fn state_name(state: FutureState) -> Option<&'static str> {
    match state {
        FutureState::Created | FutureState::Ready => Some("ready"),
        FutureState::Running => Some("running"),
        FutureState::Waiting(_) | FutureState::Pending => Some("waiting"),
        FutureState::Done | FutureState::Failed | FutureState::Cancelled => None,
    }
}

fn mark_name(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Print => "print",
        MarkKind::Creation => "created",
        MarkKind::Cancellation => "cancellation requested",
        MarkKind::Error => "failed",
        MarkKind::Breakpoint => "breakpoint()",
    }
}

/// Nanoseconds as microseconds, exactly.
fn microseconds(ns: u64) -> String {
    format!("{}.{:03}", ns / 1_000, ns % 1_000)
}

/// The inside of a JSON string.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '"' | '\\' => escaped.extend(['\\', char]),
            char if char < ' ' => {
                // Writing to a string does not fail.
                let _ = write!(escaped, "\\u{:04x}", char as u32);
            }
            char => escaped.push(char),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use loopglass_trace::samples;

    #[test]
    fn tasks_are_threads_and_states_are_slices() {
        let mut trace = samples::article();
        trace.catch_up();
        let json = perfetto(&trace);
        assert!(
            json.contains(r#"{"ph":"M","name":"thread_name","pid":1,"tid":2,"args":{"name":"triple_task"}}"#)
        );
        assert!(json.contains(r#""name":"waiting","pid":1,"tid":1,"#));
        assert_eq!(json.matches('{').count(), json.matches('}').count());
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(escaped("a\"b\\c\n"), "a\\\"b\\\\c\\u000a");
        assert_eq!(microseconds(1_002_003), "1002.003");
    }
}
