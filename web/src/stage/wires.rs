//! The way of an arrow from the card that waits to the card it waits on. Pure geometry: cards are
//! rectangles on the stage, and a route keeps to the gaps between them so that it covers no text.

/// A rectangle on the stage, in CSS pixels.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    fn right(self) -> f64 {
        self.x + self.width
    }

    fn bottom(self) -> f64 {
        self.y + self.height
    }
}

/// How far below a card's top its arrows leave and arrive: the height of the line that says the state.
const PORT: f64 = 42.0;
const CORNER: f64 = 7.0;
const HEAD: f64 = 7.0;
/// The heads of lines that share a trunk, which are many.
const SMALL_HEAD: f64 = 5.0;
/// How far a trunk is from the cards on its right.
const TRUNK: f64 = 9.0;
/// How far below a card's top lines of a bundle leave it and arrive: below the state, and at the height of the name.
const BUNDLE_LEAVES: f64 = 62.0;
const BUNDLE_ARRIVES: f64 = 20.0;

/// Which way an arrow takes. It is chosen for where the cards come to rest, and kept while they move there: the ends
/// follow the cards, and the arrow does not jump from one way to another.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Way {
    /// Across the gap to the neighbour on the right.
    Right,
    /// Across the gap to the neighbour on the left.
    Left,
    /// Along the gap beside the card.
    Beside {
        /// Whether it leaves the card on its right.
        leaves_right: bool,
        /// Whether it arrives on the right of the other.
        enters_right: bool,
    },
    /// Along the gap beside the card and over the other one, which it enters from above.
    Over {
        /// Whether it leaves the card on its right.
        leaves_right: bool,
    },
    /// Along a trunk that many share, and from there into the card at the height of its name.
    Bundle {
        /// Where the trunk is.
        trunk: f64,
        /// How it gets there.
        start: Start,
        /// Whether it arrives on the right of the other card.
        enters_right: bool,
    },
}

/// How a line gets from a card to its trunk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Start {
    /// The trunk is in the gap on the card's right.
    Right,
    /// It is in the gap on its left.
    Left,
    /// It is further away: over the card.
    Above,
    /// The card is out of view: the trunk comes from there.
    Beyond,
}

impl Way {
    /// The way between two cards. `room` is the gap beside a card, and `width` where the stage ends.
    pub fn between(from: Rect, to: Rect, room: f64, width: f64) -> Way {
        // Beside the last column there is no gap but the one on its left.
        let leaves_right = from.right() + room <= width;
        let same_row = is_same_row(from, to);
        let near = |gap: f64| gap >= 0.0 && gap <= room + 24.0;
        let (ahead, back) = (near(to.x - from.right()), near(from.x - to.right()));
        match (same_row, ahead, back) {
            (true, true, _) => Way::Right,
            (true, _, true) => Way::Left,
            _ if (from.x - to.x).abs() < 4.0 => Way::Beside { leaves_right, enters_right: leaves_right },
            (_, true, _) if leaves_right => Way::Beside { leaves_right, enters_right: false },
            (_, _, true) if !leaves_right => Way::Beside { leaves_right, enters_right: true },
            _ => Way::Over { leaves_right },
        }
    }

    /// The way to one of many, of a card in that column of how many; `from` is none where that card is out of view.
    pub fn in_bundle(
        from: Option<Rect>,
        to: Rect,
        (column, columns): (usize, usize),
        bundle: usize,
        room: f64,
    ) -> Way {
        // Each trunk serves the columns on both of its sides.
        let enters_right = column.is_multiple_of(2) && (column + 1 < columns || columns == 1);
        let shift = (bundle % 3) as f64 * 5.0;
        let edge = if enters_right { to.right() + room } else { to.x };
        let trunk = edge - TRUNK - shift;
        let near = |gap: f64| gap >= 0.0 && gap <= room + 4.0;
        let start = match from {
            None => Start::Beyond,
            Some(from) if near(trunk - from.right()) => Start::Right,
            Some(from) if near(from.x - trunk) => Start::Left,
            Some(_) => Start::Above,
        };
        Way::Bundle { trunk, start, enters_right }
    }

    /// The path of an arrow's shaft and of its head. `lane` sets arrows apart that share a gap, which is `room` wide.
    pub fn route(self, from: Rect, to: Rect, lane: usize, room: f64) -> (String, String) {
        let points = self.points(from, to, (lane % 4) as f64 * 5.0, room);
        let size = if matches!(self, Way::Bundle { .. }) { SMALL_HEAD } else { HEAD };
        (shaft(&points), head(&points, size))
    }

    /// Where the count of a bundle is written: beside its trunk, near its beginning.
    pub fn label(self, from: Rect) -> Option<(f64, f64)> {
        let Way::Bundle { trunk, start, .. } = self else { return None };
        let y = match start {
            Start::Right | Start::Left => from.y + BUNDLE_LEAVES.min(from.height - 8.0) + 16.0,
            Start::Above => from.y + 6.0,
            Start::Beyond => from.y + 14.0,
        };
        Some((trunk - 4.0, y))
    }

    fn points(self, from: Rect, to: Rect, shift: f64, room: f64) -> Vec<(f64, f64)> {
        let start_y = (from.y + PORT + shift).min(from.bottom() - 8.0);
        let end_y = (to.y + PORT + shift).min(to.bottom() - 8.0);
        let level = if is_same_row(from, to) { start_y } else { end_y };
        let away = (room / 2.0 - 8.0 + shift).clamp(6.0, room - 4.0);
        let leave =
            |right: bool| if right { (from.right(), from.right() + away) } else { (from.x, from.x - away) };
        match self {
            Way::Right => vec![(from.right(), start_y), (to.x, level)],
            Way::Left => vec![(from.x, start_y), (to.right(), level)],
            Way::Beside { leaves_right, enters_right } => {
                let (start_x, x) = leave(leaves_right);
                let end_x = if enters_right { to.right() } else { to.x };
                vec![(start_x, start_y), (x, start_y), (x, end_y), (end_x, end_y)]
            }
            Way::Over { leaves_right } => {
                let (start_x, x) = leave(leaves_right);
                let above = to.y - 9.0 - shift / 2.0;
                let down_x = to.x + 28.0 + shift * 2.0;
                vec![(start_x, start_y), (x, start_y), (x, above), (down_x, above), (down_x, to.y)]
            }
            Way::Bundle { trunk, start, enters_right } => {
                let leaves = (from.y + BUNDLE_LEAVES).min(from.bottom() - 8.0);
                let arrives = (to.y + BUNDLE_ARRIVES).min(to.bottom() - 8.0);
                let end_x = if enters_right { to.right() } else { to.x };
                let mut points = match start {
                    Start::Right => vec![(from.right(), leaves), (trunk, leaves)],
                    Start::Left => vec![(from.x, leaves), (trunk, leaves)],
                    Start::Above => {
                        let (x, y) = (from.x + from.width / 2.0, from.y - 9.0);
                        vec![(x, from.y), (x, y), (trunk, y)]
                    }
                    Start::Beyond => vec![(trunk, from.y)],
                };
                points.extend([(trunk, arrives), (end_x, arrives)]);
                points
            }
        }
    }
}

fn is_same_row(from: Rect, to: Rect) -> bool {
    (from.y - to.y).abs() < 4.0
}

/// A polyline with rounded corners.
fn shaft(points: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (index, &(x, y)) in points.iter().enumerate() {
        let previous = index.checked_sub(1).map(|before| points[before]);
        let next = points.get(index + 1).copied();
        match (previous, next) {
            (None, _) => path.push_str(&format!("M{x:.1} {y:.1}")),
            (Some(_), None) => path.push_str(&format!("L{x:.1} {y:.1}")),
            (Some(before), Some(after)) => {
                let (ax, ay) = towards((x, y), before);
                let (bx, by) = towards((x, y), after);
                path.push_str(&format!("L{ax:.1} {ay:.1}Q{x:.1} {y:.1} {bx:.1} {by:.1}"));
            }
        }
    }
    path
}

/// The point a corner's radius away from `at`, on the way to `goal`, and at most half of that way.
fn towards(at: (f64, f64), goal: (f64, f64)) -> (f64, f64) {
    let (dx, dy) = (goal.0 - at.0, goal.1 - at.1);
    let length = dx.hypot(dy).max(0.01);
    let step = CORNER.min(length / 2.0) / length;
    (at.0 + dx * step, at.1 + dy * step)
}

fn head(points: &[(f64, f64)], size: f64) -> String {
    let [.., before, tip] = points else { return String::new() };
    let (dx, dy) = (tip.0 - before.0, tip.1 - before.1);
    let length = dx.hypot(dy).max(0.01);
    let (ux, uy) = (dx / length * size, dy / length * size);
    let (bx, by) = (tip.0 - ux, tip.1 - uy);
    format!(
        "M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z",
        tip.0,
        tip.1,
        bx - uy * 0.6,
        by + ux * 0.6,
        bx + uy * 0.6,
        by - ux * 0.6
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: Rect = Rect { x: 16.0, y: 100.0, width: 200.0, height: 90.0 };

    fn shaft(from: Rect, to: Rect, room: f64, width: f64) -> String {
        Way::between(from, to, room, width).route(from, to, 0, room).0
    }

    #[test]
    fn neighbours_are_joined_straight() {
        let right = Rect { x: 260.0, ..LEFT };
        assert_eq!(shaft(LEFT, right, 44.0, 600.0), "M216.0 142.0L260.0 142.0");
        assert_eq!(shaft(right, LEFT, 44.0, 600.0), "M260.0 142.0L216.0 142.0");
        assert!(Way::Right.route(LEFT, right, 0, 44.0).1.starts_with("M260.0 142.0"));
    }

    #[test]
    fn one_column_goes_round_on_the_right() {
        let shaft = shaft(LEFT, Rect { y: 300.0, ..LEFT }, 26.0, 250.0);
        assert!(shaft.starts_with("M216.0 142.0L") && shaft.ends_with("L216.0 342.0"), "{shaft}");
    }

    #[test]
    fn the_last_column_uses_the_gap_on_its_left() {
        let shaft = shaft(Rect { x: 260.0, y: 300.0, ..LEFT }, LEFT, 44.0, 476.0);
        assert!(shaft.starts_with("M260.0 342.0L") && shaft.ends_with("L216.0 142.0"), "{shaft}");
    }

    #[test]
    fn a_distant_card_is_entered_from_above() {
        let far = Rect { x: 500.0, y: 300.0, ..LEFT };
        let way = Way::between(LEFT, far, 44.0, 800.0);
        assert_eq!(way, Way::Over { leaves_right: true });
        assert!(way.route(LEFT, far, 1, 44.0).0.ends_with("300.0"));
    }

    #[test]
    fn children_share_a_trunk() {
        let right = Rect { x: 260.0, ..LEFT };
        let (third, fourth) = (Rect { y: 300.0, ..LEFT }, Rect { y: 300.0, ..right });
        let ways = [(third, 0), (fourth, 1)]
            .map(|(to, column)| (to, Way::in_bundle(Some(LEFT), to, (column, 2), 0, 44.0)));
        let trunk = |way: Way| match way {
            Way::Bundle { trunk, .. } => trunk,
            _ => 0.0,
        };
        assert_eq!(ways.map(|(_, way)| trunk(way)), [251.0, 251.0]);
        let ends = ways.map(|(to, way)| way.route(LEFT, to, 0, 44.0).0);
        assert!(ends[0].starts_with("M216.0 162.0L") && ends[0].ends_with("L216.0 320.0"), "{}", ends[0]);
        assert!(ends[1].starts_with("M216.0 162.0L") && ends[1].ends_with("L260.0 320.0"), "{}", ends[1]);
        // Of a card that is out of view there is still the trunk; a third column has its own.
        let beyond = Way::in_bundle(None, third, (0, 2), 0, 44.0);
        assert!(matches!(beyond, Way::Bundle { start: Start::Beyond, .. }));
        let far = Rect { x: 504.0, ..third };
        let far = Way::in_bundle(Some(LEFT), far, (2, 3), 0, 44.0);
        assert_eq!(far, Way::Bundle { trunk: 495.0, start: Start::Above, enters_right: false });
    }

    #[test]
    fn on_the_way_the_ends_are_at_the_cards() {
        let rest = Rect { x: 260.0, ..LEFT };
        let way = Way::between(LEFT, rest, 44.0, 600.0);
        let moving = Rect { x: 180.0, y: 250.0, ..rest };
        assert_eq!(way.route(LEFT, moving, 0, 44.0).0, "M216.0 142.0L180.0 292.0");
    }
}
