//! Repetitions of what repeats: where folds end at even distances, the distance may be the period of a greater one.
//! (Fifty workers that each do the same are a fold; the next round of all fifty begins it anew.)

/// How many ends are remembered.
const REMEMBERED: usize = 16;
/// At most so many folds make up a repetition.
const MOST: usize = 6;

/// Where the last folds ended.
#[derive(Clone, Debug, Default)]
pub(super) struct Closings {
    ends: Vec<usize>,
    /// Whether the fold under way is one that was found here.
    greater: bool,
    /// So many more ends go by before a period is tried, and how many the next time it was in vain.
    wait: u32,
    patience: u32,
}

impl Closings {
    /// A fold ends, which was worth its place or not. Returns what may be the period of a greater one, of at most
    /// `longest`.
    pub(super) fn see(&mut self, end: usize, worth: bool, longest: usize) -> Option<usize> {
        if std::mem::take(&mut self.greater) {
            self.patience = if worth { 0 } else { (self.patience * 2 + 1).min(1 << 10) };
            self.wait = self.patience;
        }
        if self.ends.len() == REMEMBERED {
            self.ends.remove(0);
        }
        self.ends.push(end);
        if self.wait > 0 {
            self.wait -= 1;
            return None;
        }
        let back = |count: usize| self.ends.len().checked_sub(count + 1).and_then(|at| self.ends.get(at));
        (1..=MOST).find_map(|count| {
            let period = end - back(count)?;
            let even = back(count * 2).is_some_and(|before| end - before == 2 * period);
            (even && period <= longest).then_some(period)
        })
    }

    /// Whether a greater fold began with what was returned last.
    pub(super) fn tried(&mut self, began: bool) {
        self.greater = began;
        if !began {
            self.patience = (self.patience * 2 + 1).min(1 << 10);
            self.wait = self.patience;
        }
    }
}
