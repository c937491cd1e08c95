//! The part of the axis that the timeline shows, and how it lies on its width. Pure arithmetic.

/// A window on the axis, in its units and not rounded.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Window {
    /// The position at the left edge.
    pub from: f64,
    /// The position at the right edge.
    pub to: f64,
    /// How small the window may become.
    pub smallest: f64,
}

impl Window {
    /// Where a position lies on `width`.
    pub fn x(self, position: f64, width: f64) -> f64 {
        (position - self.from) / self.span() * width
    }

    /// The position at a place on `width`.
    pub fn at(self, x: f64, width: f64) -> f64 {
        self.from + x / width.max(1.0) * self.span()
    }

    /// Closer (`factor` below 1) or wider, keeping the position at `x` where it is.
    pub fn zoomed(self, factor: f64, x: f64, width: f64, whole: Window) -> Window {
        let span = (self.span() * factor).clamp(self.smallest.min(whole.span()), whole.span());
        let share = (x / width.max(1.0)).clamp(0.0, 1.0);
        let fixed = self.from + share * self.span();
        Window { from: fixed - share * span, to: fixed + (1.0 - share) * span, ..self }.within(whole)
    }

    /// Such that what was under two fingers is under them where they are now.
    pub fn pinched(self, before: (f64, f64), now: (f64, f64), width: f64, whole: Window) -> Window {
        let apart = |(a, b): (f64, f64)| (a - b).abs().max(8.0);
        let middle = |(a, b): (f64, f64)| (a + b) / 2.0;
        let fixed = self.at(middle(before), width);
        let zoomed = self.zoomed(apart(before) / apart(now), middle(before), width, whole);
        let by = fixed - zoomed.at(middle(now), width);
        Window { from: zoomed.from + by, to: zoomed.to + by, ..zoomed }.within(whole)
    }

    /// Moved by a share of its own width.
    pub fn panned(self, share: f64, whole: Window) -> Window {
        let by = share * self.span();
        Window { from: self.from + by, to: self.to + by, ..self }.within(whole)
    }

    /// Moved just so far that it holds a position.
    pub fn showing(self, position: f64, whole: Window) -> Window {
        let by = (position - self.to).max(0.0) + (position - self.from).min(0.0);
        Window { from: self.from + by, to: self.to + by, ..self }.within(whole)
    }

    fn span(self) -> f64 {
        (self.to - self.from).max(1.0)
    }

    fn within(self, whole: Window) -> Window {
        let by = (whole.from - self.from).max(0.0) + (whole.to - self.to).min(0.0);
        Window { from: (self.from + by).max(whole.from), to: (self.to + by).min(whole.to), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(from: f64, to: f64) -> Window {
        Window { from, to, smallest: 12.0 }
    }

    #[test]
    fn places_and_positions_are_inverse() {
        for position in [0.0, 17.0, 50.0, 100.0] {
            let window = window(0.0, 100.0);
            assert!((window.at(window.x(position, 640.0), 640.0) - position).abs() < 1e-9);
        }
    }

    #[test]
    fn zooming_keeps_the_position_under_the_pointer() {
        let whole = window(0.0, 1000.0);
        let near = whole.zoomed(0.25, 160.0, 640.0, whole);
        assert_eq!(near.at(160.0, 640.0), 250.0);
        assert_eq!(near.zoomed(100.0, 160.0, 640.0, whole), whole);
    }

    #[test]
    fn pinching_keeps_what_is_under_the_fingers() {
        let whole = window(0.0, 1000.0);
        let near = whole.pinched((280.0, 360.0), (240.0, 400.0), 640.0, whole);
        assert!((near.at(240.0, 640.0) - 437.5).abs() < 1e-9 && (near.at(400.0, 640.0) - 562.5).abs() < 1e-9);
        let moved = near.pinched((240.0, 400.0), (250.0, 410.0), 640.0, whole);
        assert!((moved.at(250.0, 640.0) - 437.5).abs() < 1e-9);
    }

    #[test]
    fn a_window_never_leaves_the_run() {
        let whole = window(0.0, 100.0);
        assert_eq!(window(10.0, 30.0).panned(-5.0, whole), window(0.0, 20.0));
        assert_eq!(window(10.0, 30.0).panned(50.0, whole), window(80.0, 100.0));
        assert_eq!(window(10.0, 30.0).showing(90.0, whole), window(70.0, 90.0));
    }
}
