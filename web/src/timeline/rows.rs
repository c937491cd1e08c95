//! How the lanes lie one under the other, and which of them are in view: few are as high as they like, some share the
//! room, and more than that are scrolled. Pure arithmetic.

use std::ops::Range;

/// Height of a lane where there is room.
const LANE: f64 = 22.0;
/// Height of a lane at least, so that its name can be read.
const LEAST: f64 = 16.0;
/// Height of all that is in view at most, in a window of the height after it; in a higher one, a share of what is more.
const ROOM: (f64, f64) = (132.0, 900.0);
/// That share, and the height that is enough in any window.
const MORE: (f64, f64) = (0.35, 264.0);
/// Room above the first lane.
const ABOVE: f64 = 2.0;
/// How many lanes beyond those in view are composed.
const MARGIN: usize = 24;
/// How many lanes are in view at most.
const SEEN: usize = (MORE.1 / LEAST) as usize + 1;

/// The lanes to compose so that a lane can be scrolled into view, wherever in it, if they are not among those `there`.
pub fn around(lane: usize, there: &Range<usize>, count: usize) -> Option<Range<usize>> {
    let (first, end) = (lane.saturating_sub(SEEN), (lane + SEEN + 1).min(count));
    let is_there = there.start <= first && end <= there.end;
    (!is_there).then(|| first.saturating_sub(MARGIN)..end + MARGIN)
}

/// The lanes, and how far they are scrolled.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Rows {
    /// How many lanes there are.
    pub count: usize,
    /// How far they are scrolled, in CSS pixels.
    pub scroll: f64,
    /// The height of the window, in CSS pixels.
    pub window: f64,
}

impl Rows {
    /// The height of a lane, in whole pixels, since it is painted as a picture.
    pub fn each(self) -> f64 {
        (self.room() / self.count.max(1) as f64).floor().clamp(LEAST, LANE)
    }

    /// The height of what is in view of the lanes: no lane is seen in part, unless it is scrolled so.
    pub fn height(self) -> f64 {
        self.whole().min((self.room() / self.each()).floor() * self.each())
    }

    fn room(self) -> f64 {
        let (room, window) = ROOM;
        let (share, most) = MORE;
        (room + (self.window - window).max(0.0) * share).min(most)
    }

    /// The height of all lanes.
    pub fn whole(self) -> f64 {
        self.each() * self.count.max(1) as f64
    }

    /// Where a lane begins in the view; above it, if it is scrolled past.
    pub fn top(self, lane: usize) -> f64 {
        ABOVE + lane as f64 * self.each() - self.scroll
    }

    /// The lane at a height of the view.
    pub fn at(self, y: f64) -> usize {
        let lane = ((y - ABOVE + self.scroll) / self.each()).max(0.0) as usize;
        lane.min(self.count.saturating_sub(1))
    }

    /// Scrolled by so much, as far as there are lanes.
    pub fn scrolled(self, by: f64) -> Rows {
        Rows { scroll: (self.scroll + by).clamp(0.0, (self.whole() - self.height()).max(0.0)), ..self }
    }

    /// Scrolled just so far that a lane is in view as a whole.
    pub fn showing(self, lane: usize) -> Rows {
        let top = self.top(lane) - ABOVE;
        let below = (top + self.each() - self.height()).max(0.0);
        self.scrolled(below + top.min(0.0))
    }

    /// Whether some are out of view.
    pub fn scrolls(self) -> bool {
        self.whole() > self.height()
    }

    /// The lanes in view.
    pub fn seen(self) -> Range<usize> {
        let first = (self.scroll / self.each()) as usize;
        first..(first + (self.height() / self.each()).ceil() as usize + 1).min(self.count)
    }

    /// The lanes to compose, if some in view are not among those that are.
    pub fn wanted(self, there: &Range<usize>) -> Option<Range<usize>> {
        let seen = self.seen();
        let is_there = there.start <= seen.start && seen.end <= there.end;
        (!is_there).then(|| seen.start.saturating_sub(MARGIN)..seen.end + MARGIN)
    }

    /// Where the thumb of a scroll bar lies: its top and its height.
    pub fn thumb(self) -> Option<(f64, f64)> {
        let (height, whole) = (self.height(), self.whole());
        self.scrolls().then(|| {
            let length = (height * height / whole).max(14.0);
            (ABOVE + self.scroll / (whole - height) * (height - length), length)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_has_its_neighbours_wherever_it_is_scrolled_to() {
        assert_eq!(around(0, &(0..34), 10_000), None);
        assert_eq!(around(40, &(0..34), 50), Some(0..74));
        let there = around(5_000, &(0..34), 10_000).unwrap_or_default();
        assert_eq!(around(5_000, &there, 10_000), None);
        assert_eq!(around(5_010, &there, 10_000), None);
        for scroll in [0.0, 5_000.0 * LEAST, 160_000.0] {
            let rows = Rows { count: 10_000, scroll, window: 3_000.0 }.showing(5_000);
            assert_eq!(rows.wanted(&there), None, "scrolled by {scroll}");
        }
        assert_eq!(around(9_999, &(9_900..10_000), 10_000), None);
    }

    fn rows(count: usize) -> Rows {
        Rows { count, scroll: 0.0, window: 900.0 }
    }

    #[test]
    fn few_lanes_have_room_and_many_are_scrolled() {
        assert_eq!((rows(2).each(), rows(2).height(), rows(2).scrolls()), (22.0, 44.0, false));
        assert_eq!((rows(8).each(), rows(8).height(), rows(8).scrolls()), (16.0, 128.0, false));
        assert_eq!((rows(30).each(), rows(30).height(), rows(30).scrolls()), (16.0, 128.0, true));
        assert_eq!((rows(8).thumb(), rows(30).thumb().is_some()), (None, true));
    }

    #[test]
    fn a_higher_window_has_more_lanes_and_all_of_them_whole() {
        let high = |count: usize, window: f64| Rows { window, ..rows(count) };
        assert_eq!((high(9, 1080.0).height(), high(9, 1080.0).scrolls()), (9.0 * 21.0, false));
        assert_eq!((high(40, 1080.0).height(), high(40, 4000.0).height()), (192.0, 256.0));
        assert_eq!(high(40, 500.0), Rows { window: 500.0, ..rows(40) });
        assert_eq!(high(40, 500.0).height(), rows(40).height());
    }

    #[test]
    fn a_lane_comes_into_view_and_no_further() {
        let shown = rows(30).showing(20);
        assert_eq!((shown.top(20) + shown.each()).round(), 130.0);
        assert_eq!(shown.showing(20), shown);
        assert_eq!(shown.showing(14), shown);
        assert_eq!(shown.showing(3).top(3), 2.0);
        assert_eq!(rows(30).scrolled(1e9).seen().end, 30);
        assert_eq!(rows(3).scrolled(50.0).scroll, 0.0);
    }

    #[test]
    fn a_height_belongs_to_one_lane() {
        let shown = rows(30).showing(20);
        for lane in shown.seen().skip(1).take(6) {
            assert_eq!(shown.at(shown.top(lane) + 1.0), lane);
        }
        assert_eq!((rows(3).at(-5.0), rows(3).at(500.0), rows(0).at(5.0)), (0, 2, 0));
    }

    #[test]
    fn lanes_in_view_are_composed_with_those_around() {
        assert_eq!(rows(1000).wanted(&(0..0)), Some(0..33));
        assert_eq!(rows(1000).scrolled(160.0).wanted(&(0..33)), None);
        assert_eq!(rows(1000).scrolled(800.0).wanted(&(0..33)), Some(26..83));
        assert_eq!(rows(3).wanted(&(0..3)), None);
    }
}
