//! The timeline's axis: a moment lies where the number of its event is, with folded stretches taken together, or
//! where the virtual clock is. Pure arithmetic.

use super::Lanes;
use super::folds::{Fold, Folds};
use super::window::Window;
use crate::state::Command;
use loopglass_trace::Segment;

/// An axis.
#[derive(Clone, Copy)]
pub struct Axis<'a> {
    by_time: bool,
    len: usize,
    end_ns: u64,
    folds: &'a Folds,
}

impl<'a> Axis<'a> {
    /// The axis of a run. One that took no time has only steps.
    pub fn new(lanes: &'a Lanes, by_time: bool) -> Axis<'a> {
        let by_time = by_time && lanes.end_ns > 0;
        Axis { by_time, len: lanes.len, end_ns: lanes.end_ns, folds: &lanes.folds }
    }

    /// Where a moment lies, given its event and its clock.
    pub fn place(self, event: usize, clock_ns: u64) -> f64 {
        if self.by_time { clock_ns as f64 } else { self.folds.place(event as f64) }
    }

    /// Where a state begins.
    pub fn of(self, segment: &Segment) -> f64 {
        self.place(segment.event as usize, segment.clock_ns)
    }

    /// What brings the page to a position.
    pub fn command(self, position: f64) -> Command {
        if self.by_time {
            Command::SeekTime(position.max(0.0) as u64)
        } else {
            let event = self.folds.event(position).round();
            Command::Seek(event.clamp(0.0, self.len.saturating_sub(1) as f64) as usize)
        }
    }

    /// The folded stretches, and where each lies.
    pub fn folds(self) -> impl Iterator<Item = (&'a Fold, f64, f64)> {
        self.folds.iter().map(move |fold| {
            let (from, to) =
                if self.by_time { (fold.clock_ns.0 as f64, fold.clock_ns.1 as f64) } else { fold.place() };
            (fold, from, to)
        })
    }

    /// Whether folded stretches are shorter on it than they are.
    pub fn folds_up(self) -> bool {
        !self.by_time
    }

    /// The end of the run.
    pub fn end(self) -> f64 {
        self.place(self.len, self.end_ns)
    }

    /// All of the run.
    pub fn whole(self) -> Window {
        if self.by_time {
            Window { from: 0.0, to: self.end_ns as f64, smallest: 1_000.0 }
        } else {
            let last = (self.len.max(2) - 1) as f64;
            Window { from: 0.0, to: self.folds.place(last).max(1.0), smallest: 12.0 }
        }
    }

    /// The marks of a scale over a window, with what they say; none on an axis of steps.
    pub fn scale(self, window: Window) -> Vec<(f64, String)> {
        if !self.by_time {
            return Vec::new();
        }
        let rough = (window.to - window.from) / 6.0;
        // A logarithm and a power would be a kilobyte of what a visitor waits for.
        let mut power = 1.0;
        while power * 10.0 <= rough {
            power *= 10.0;
        }
        let step = [1.0, 2.0, 5.0, 10.0].iter().map(|it| it * power).find(|step| *step >= rough);
        let step = step.unwrap_or(rough).max(1.0);
        let first = (window.from / step).ceil();
        (0..8)
            .map(|index| (first + f64::from(index)) * step)
            .take_while(|at| *at <= window.to)
            .map(|at| (at, duration(at, step)))
            .collect()
    }
}

/// Nanoseconds in words, as exact as steps of this size need.
fn duration(ns: f64, step: f64) -> String {
    let (unit, name) = match step {
        step if step >= 1e8 => (1e9, "s"),
        step if step >= 1e5 => (1e6, "ms"),
        step if step >= 1e2 => (1e3, "µs"),
        _ => (1.0, "ns"),
    };
    let digits = usize::from(step / unit < 1.0);
    format!("{:.digits$} {name}", ns / unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_without_time_has_steps() {
        let lanes = Lanes { len: 5, ..Lanes::default() };
        let axis = Axis::new(&lanes, true);
        assert_eq!((axis.place(3, 0), axis.whole().to), (3.0, 4.0));
        assert_eq!(axis.command(2.6), Command::Seek(3));
        assert!(axis.scale(axis.whole()).is_empty());
    }

    #[test]
    fn a_scale_has_round_numbers() {
        let lanes = Lanes { len: 31, end_ns: 1_000_000_600, ..Lanes::default() };
        let axis = Axis::new(&lanes, true);
        assert_eq!(axis.command(7.5), Command::SeekTime(7));
        let words: Vec<String> = axis.scale(axis.whole()).into_iter().map(|(_, words)| words).collect();
        assert_eq!(words, ["0.0 s", "0.2 s", "0.4 s", "0.6 s", "0.8 s", "1.0 s"]);
    }
}
