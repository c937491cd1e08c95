//! The way of an arrow from the card that waits to the card it waits on. Pure geometry: cards are
//! rectangles on the stage, and a route keeps to the gaps between them so that it covers no text.

/// A rectangle on the stage, in CSS pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
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

/// The path of an arrow's shaft and of its head. `lane` sets arrows apart that share a gap, `room` is the
/// gap beside a card, and `width` where the stage ends.
pub fn route(from: Rect, to: Rect, lane: usize, room: f64, width: f64) -> (String, String) {
    let shift = (lane % 4) as f64 * 5.0;
    let start_y = (from.y + PORT + shift).min(from.bottom() - 8.0);
    let end_y = (to.y + PORT + shift).min(to.bottom() - 8.0);
    // Beside the last column there is no gap but the one on its left.
    let to_the_right = from.right() + room <= width;
    let away = (room / 2.0 - 8.0 + shift).clamp(6.0, room - 4.0);
    let (start_x, x) =
        if to_the_right { (from.right(), from.right() + away) } else { (from.x, from.x - away) };
    let same_row = (from.y - to.y).abs() < 4.0;
    let (gap, gap_back) = (to.x - from.right(), from.x - to.right());
    let near = |gap: f64| gap >= 0.0 && gap <= room + 24.0;
    let points = if same_row && near(gap) {
        vec![(from.right(), start_y), (to.x, start_y)]
    } else if same_row && near(gap_back) {
        vec![(from.x, start_y), (to.right(), start_y)]
    } else if (from.x - to.x).abs() < 4.0 {
        let end_x = if to_the_right { to.right() } else { to.x };
        vec![(start_x, start_y), (x, start_y), (x, end_y), (end_x, end_y)]
    } else if to_the_right && near(gap) {
        vec![(start_x, start_y), (x, start_y), (x, end_y), (to.x, end_y)]
    } else if !to_the_right && near(gap_back) {
        vec![(start_x, start_y), (x, start_y), (x, end_y), (to.right(), end_y)]
    } else {
        let above = to.y - 9.0 - shift / 2.0;
        let down_x = to.x + 28.0 + shift * 2.0;
        vec![(start_x, start_y), (x, start_y), (x, above), (down_x, above), (down_x, to.y)]
    };
    (shaft(&points), head(&points))
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

fn head(points: &[(f64, f64)]) -> String {
    let [.., before, tip] = points else { return String::new() };
    let (dx, dy) = (tip.0 - before.0, tip.1 - before.1);
    let length = dx.hypot(dy).max(0.01);
    let (ux, uy) = (dx / length * HEAD, dy / length * HEAD);
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

    #[test]
    fn neighbours_are_joined_straight() {
        let right = Rect { x: 260.0, ..LEFT };
        let (shaft, head) = route(LEFT, right, 0, 44.0, 600.0);
        assert_eq!(shaft, "M216.0 142.0L260.0 142.0");
        assert!(head.starts_with("M260.0 142.0"));
        assert_eq!(route(right, LEFT, 0, 44.0, 600.0).0, "M260.0 142.0L216.0 142.0");
    }

    #[test]
    fn one_column_goes_round_on_the_right() {
        let below = Rect { y: 300.0, ..LEFT };
        let (shaft, _) = route(LEFT, below, 0, 26.0, 250.0);
        assert!(shaft.starts_with("M216.0 142.0L") && shaft.ends_with("L216.0 342.0"), "{shaft}");
    }

    #[test]
    fn the_last_column_uses_the_gap_on_its_left() {
        let last = Rect { x: 260.0, y: 300.0, ..LEFT };
        let (shaft, _) = route(last, LEFT, 0, 44.0, 476.0);
        assert!(shaft.starts_with("M260.0 342.0L") && shaft.ends_with("L216.0 142.0"), "{shaft}");
    }

    #[test]
    fn a_distant_card_is_entered_from_above() {
        let far = Rect { x: 500.0, y: 300.0, ..LEFT };
        assert!(route(LEFT, far, 1, 44.0, 800.0).0.ends_with("300.0"));
    }
}
