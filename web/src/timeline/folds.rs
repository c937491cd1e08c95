//! The stretches of a run that repeat themselves, as the timeline shows them: the first repetition as it is, all
//! the others folded into a strip of little width, so that the rest of the run keeps its room. Pure arithmetic.

use loopglass_trace::Trace;

/// How many repetitions a stretch must have to be drawn as folded.
const FEWEST: usize = 8;
/// How many events a stretch must have to be drawn as folded, and which part of the run it must be.
const SHORTEST: usize = 200;
const LEAST_PART: usize = 40;
/// How many stretches are drawn as folded, the longest ones.
const MOST: usize = 24;
/// The share of the axis that all strips together take at most, and the least width of one in events.
const SHARE: f64 = 0.3;
const NARROWEST: f64 = 12.0;

/// A stretch whose repetitions are drawn as a strip.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Fold {
    /// The first event of the strip.
    pub from: usize,
    /// The first event after it.
    pub to: usize,
    /// The clock at its beginning and at its end, in nanoseconds, where it was asked for.
    pub clock_ns: (u64, u64),
    /// How many repetitions are in it; none is known of a loop that is run again to be read.
    pub times: Option<usize>,
    /// Where it lies on the axis of steps.
    place: (f64, f64),
}

/// The folded stretches of a run, and how they shorten its axis of steps.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Folds {
    folds: Vec<Fold>,
}

impl Folds {
    /// Those of a recorded run, with their clocks if they are `timed`: to find one takes a seek.
    pub fn of(trace: &Trace, timed: bool) -> Folds {
        let repeated =
            trace.folds().map(|(start, end, period)| (start + period, end, Some((end - start) / period - 1)));
        let rerun = trace.rerun().map(|(start, end)| (start, end, None));
        let long = |&(from, to, times): &(usize, usize, Option<usize>)| {
            to - from >= SHORTEST.max(trace.len() / LEAST_PART) && times.is_none_or(|times| times >= FEWEST)
        };
        let mut stretches: Vec<_> = repeated.filter(long).collect();
        for stretch in rerun.filter(long) {
            stretches.insert(stretches.partition_point(|(from, ..)| *from < stretch.0), stretch);
        }
        while let Some(shortest) =
            (0..stretches.len()).min_by_key(|place| stretches[*place].1 - stretches[*place].0)
            && stretches.len() > MOST
        {
            stretches.remove(shortest);
        }
        let clock = |event: usize| trace.seek(event.min(trace.len().saturating_sub(1))).clock_ns;
        let clocks = |from, to| if timed { (clock(from), clock(to)) } else { (0, 0) };
        let fold = |(from, to, times)| Fold::new((from, to), clocks(from, to), times);
        Folds::laid_out(stretches.into_iter().map(fold).collect(), trace.len())
    }

    /// Gives each strip its place.
    fn laid_out(mut folds: Vec<Fold>, len: usize) -> Folds {
        let hidden: usize = folds.iter().map(|fold| fold.to - fold.from).sum();
        let plain = len.saturating_sub(hidden) as f64;
        let room = plain * SHARE / (1.0 - SHARE) / folds.len().max(1) as f64;
        let mut shift = 0.0;
        for fold in &mut folds {
            let length = (fold.to - fold.from) as f64;
            let wide = room.max(NARROWEST).min(length);
            let place = fold.from as f64 - shift;
            fold.place = (place, place + wide);
            shift += length - wide;
        }
        Folds { folds }
    }

    /// The strips, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Fold> {
        self.folds.iter()
    }

    /// Where an event lies on the axis of steps.
    pub fn place(&self, event: f64) -> f64 {
        let after = self.folds.partition_point(|fold| fold.from as f64 <= event);
        let Some(fold) = after.checked_sub(1).and_then(|last| self.folds.get(last)) else { return event };
        let (from, to, (left, right)) = (fold.from as f64, fold.to as f64, fold.place);
        if event >= to { right + (event - to) } else { left + (event - from) / (to - from) * (right - left) }
    }

    /// The event that lies at a place of the axis.
    pub fn event(&self, place: f64) -> f64 {
        let after = self.folds.partition_point(|fold| fold.place.0 <= place);
        let Some(fold) = after.checked_sub(1).and_then(|last| self.folds.get(last)) else { return place };
        let (from, to, (left, right)) = (fold.from as f64, fold.to as f64, fold.place);
        if place >= right {
            to + (place - right)
        } else {
            from + (place - left) / (right - left) * (to - from)
        }
    }
}

impl Fold {
    fn new((from, to): (usize, usize), clock_ns: (u64, u64), times: Option<usize>) -> Fold {
        Fold { from, to, clock_ns, times, place: (from as f64, to as f64) }
    }

    /// Where it lies on the axis of steps.
    pub fn place(&self) -> (f64, f64) {
        self.place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folds() -> Folds {
        let repeated = Fold::new((100, 100_100), (5, 6), Some(1000));
        let rerun = Fold::new((100_200, 110_200), (7, 8), None);
        Folds::laid_out(vec![repeated, rerun], 110_300)
    }

    #[test]
    fn what_is_not_folded_keeps_its_room() {
        let folds = folds();
        assert_eq!(folds.place(60.0), 60.0);
        let (after, later) = (folds.place(100_120.0), folds.place(100_180.0));
        assert_eq!(later - after, 60.0);
        assert!(folds.place(110_300.0) < 450.0, "{}", folds.place(110_300.0));
    }

    #[test]
    fn places_and_events_are_inverse() {
        let folds = folds();
        for event in [0, 99, 100, 101, 50_000, 100_099, 100_100, 100_150, 105_000, 110_299] {
            let back = folds.event(folds.place(f64::from(event)));
            assert!((back - f64::from(event)).abs() < 1e-6, "{event} {back}");
        }
    }
}
