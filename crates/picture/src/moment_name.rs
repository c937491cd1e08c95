//! The name of a moment in a run that a link carries: the iteration of the loop and the event within it. Unlike
//! a bare index it stays near where it was when a later Loopglass records more of what happens before.

use loopglass_trace::{Detail, Granularity, Trace};

/// A moment, as links name it: `3.12` is the twelfth event after the third iteration began, and `0.5` the fifth
/// of the run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MomentName {
    /// The iteration, 0 before the first.
    pub iteration: usize,
    /// The event, counted from the one that began the iteration.
    pub event: usize,
}

impl MomentName {
    /// The name of the moment after event `cursor`.
    pub fn of(trace: &Trace, cursor: usize) -> MomentName {
        let iteration = trace.stop_number(cursor, Granularity::Iteration, Detail::Exact);
        let event = cursor - began(trace, iteration).unwrap_or(0).min(cursor);
        MomentName { iteration, event }
    }

    /// Reads a name: `3.12`, `3` for the beginning of an iteration, `start` or `end`.
    pub fn parse(text: &str) -> Option<MomentName> {
        match text {
            "start" => return Some(MomentName { iteration: 0, event: 0 }),
            "end" => return Some(MomentName { iteration: usize::MAX, event: 0 }),
            _ => {}
        }
        let (iteration, event) = text.split_once('.').unwrap_or((text, "0"));
        Some(MomentName { iteration: iteration.parse().ok()?, event: event.parse().ok()? })
    }

    /// The event that is meant, once the run has got there. An event that its iteration does not have is the
    /// last one that it has.
    pub fn find(self, trace: &Trace, ended: bool) -> Option<usize> {
        let last = trace.len().checked_sub(1)?;
        let Some(from) = began(trace, self.iteration) else { return ended.then_some(last) };
        let meant = from.saturating_add(self.event);
        let next = began(trace, self.iteration.saturating_add(1));
        match next {
            Some(next) => Some(meant.min(next.saturating_sub(1))),
            None if meant <= last || ended => Some(meant.min(last)),
            None => None,
        }
    }

    /// The name as text.
    pub fn text(self) -> String {
        format!("{}.{}", self.iteration, self.event)
    }
}

/// The event that begins an iteration; the run itself is iteration 0.
fn began(trace: &Trace, iteration: usize) -> Option<usize> {
    match iteration.checked_sub(1) {
        None => Some(0),
        Some(number) => trace.stop(number, Granularity::Iteration, Detail::Exact),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use loopglass_trace::samples;

    #[test]
    fn a_name_leads_back_to_its_moment() {
        let mut trace = samples::article();
        trace.catch_up();
        for cursor in 0..trace.len() {
            let name = MomentName::of(&trace, cursor);
            assert_eq!(MomentName::parse(&name.text()), Some(name));
            assert_eq!(name.find(&trace, true), Some(cursor), "{name:?}");
        }
    }

    #[test]
    fn a_name_of_another_run_stays_within_this_one() {
        let mut trace = samples::article();
        trace.catch_up();
        let beyond = MomentName { iteration: 1, event: 100_000 };
        let end = beyond.find(&trace, true);
        assert_eq!(end.map(|end| MomentName::of(&trace, end).iteration), Some(1));
        assert_eq!(MomentName { iteration: 900, event: 0 }.find(&trace, true), Some(trace.len() - 1));
        assert_eq!(MomentName { iteration: 900, event: 0 }.find(&trace, false), None);
        assert_eq!(MomentName::parse("x.1"), None);
    }

    #[test]
    fn an_iteration_and_both_ends_have_names_too() {
        let mut trace = samples::article();
        trace.catch_up();
        let find = |name| MomentName::parse(name).and_then(|name| name.find(&trace, true));
        assert_eq!(find("start"), Some(0));
        assert_eq!(find("end"), Some(trace.len() - 1));
        assert_eq!(find("2"), find("2.0"));
    }
}
