//! Which cards are in view, so that no others need be in the page. Pure arithmetic over rows of about the same height;
//! where rows differ, the margin makes up for it.

use std::ops::Range;

/// What is known of the layout of the cards.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Grid {
    /// Where the first card that is in the page begins, in the scrolled content.
    pub top: f64,
    /// From the top of a row to the top of the next, on average.
    pub pitch: f64,
    /// How many cards there are in a row.
    pub columns: usize,
}

/// The part of the scrolled content that is in view.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Sight {
    /// How far it is scrolled.
    pub top: f64,
    /// How high the view is.
    pub height: f64,
    /// Whether it has room for few chips only.
    pub is_narrow: bool,
}

impl Sight {
    /// What is left of it below what takes so much of its top.
    pub fn below(self, taken: f64) -> Sight {
        Sight { top: self.top + taken, height: (self.height - taken).max(0.0), ..self }
    }
}

/// How far beyond the view cards are in the page, in CSS pixels.
const MARGIN: f64 = 320.0;
/// The cards that are in the page at least.
const LEAST: usize = 8;
/// So few are there all: whichever runs is found in its place.
const FEW: usize = 24;

/// The cards to have in the page instead of those `there`; none, if all that are in view are there. There are
/// `count` cards in all.
pub fn wanted(sight: Sight, grid: Grid, there: &Range<usize>, count: usize) -> Option<Range<usize>> {
    if count <= FEW {
        return (there.len() < count).then_some(0..FEW);
    }
    let columns = grid.columns.max(1);
    let first_row = (there.start / columns) as f64;
    let row = |y: f64| (first_row + (y - grid.top) / grid.pitch.max(1.0)).clamp(0.0, count as f64);
    let cards = |margin: f64| {
        let from = row(sight.top - margin).floor() as usize * columns;
        let to = (row(sight.top + sight.height + margin).ceil() as usize).saturating_mul(columns);
        let from = from.min(count.saturating_sub(1) / columns * columns);
        from..to.max(from + LEAST)
    };
    let seen = cards(MARGIN / 3.0);
    let is_there = there.start <= seen.start
        && seen.end.min(count) <= there.end
        && there.start.is_multiple_of(columns)
        // And not many more than that, as after a wide view has become narrow.
        && there.len() <= cards(2.0 * MARGIN).len();
    (!is_there).then(|| cards(MARGIN)).filter(|wanted| wanted != there)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRID: Grid = Grid { top: 300.0, pitch: 150.0, columns: 2 };

    fn at(top: f64) -> Sight {
        Sight { top, height: 600.0, is_narrow: false }
    }

    #[test]
    fn nothing_changes_while_all_in_view_is_there() {
        assert_eq!(wanted(at(0.0), GRID, &(0..12), 10), None);
        assert_eq!(wanted(at(0.0), GRID, &(0..10), 24), Some(0..24), "few are all there");
        assert_eq!(wanted(at(0.0), GRID, &(0..12), 1000), None);
        assert_eq!(wanted(at(300.0), GRID, &(0..16), 1000), None);
    }

    #[test]
    fn what_comes_into_view_is_wanted_with_a_margin() {
        let range = wanted(at(3000.0), GRID, &(0..12), 1000);
        assert_eq!(range, Some(30..50));
        // Those are measured from where they begin, and are enough.
        let there = range.unwrap_or_default();
        let grid = Grid { top: 300.0 + 15.0 * 150.0, ..GRID };
        assert_eq!(wanted(at(3000.0), grid, &there, 1000), None);
        assert_eq!(wanted(at(3200.0), grid, &there, 1000), None);
    }

    #[test]
    fn the_last_cards_are_in_view_at_the_end() {
        let bottom = 300.0 + 500.0 * 150.0 - 600.0;
        let range = wanted(at(bottom), GRID, &(0..12), 1000).unwrap_or_default();
        assert!(range.contains(&999) && range.len() <= 24, "{range:?}");
        // Where there are fewer now, those that are left are in view.
        let range = wanted(at(bottom), GRID, &(980..1000), 37).unwrap_or_default();
        assert!(range.start <= 36 && range.end >= 37, "{range:?}");
        assert_eq!(wanted(at(bottom), GRID, &(37..37), 7), Some(0..24));
    }

    #[test]
    fn what_is_far_out_of_view_is_let_go() {
        assert_eq!(wanted(at(0.0), GRID, &(0..200), 1000), Some(0..10));
    }

    #[test]
    fn a_row_is_in_the_page_as_a_whole() {
        let three = Grid { columns: 3, ..GRID };
        assert_eq!(wanted(at(900.0), three, &(4..40), 1000).map(|range| range.start % 3), Some(0));
    }
}
