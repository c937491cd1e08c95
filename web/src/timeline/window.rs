//! The part of a run that the timeline shows, and how events lie on its width. Pure arithmetic.

/// A window of events, from `from` to `to`, both in events and not rounded.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Window {
    /// The event at the left edge.
    pub from: f64,
    /// The event at the right edge.
    pub to: f64,
}

/// The smallest window: this many events.
const SMALLEST: f64 = 12.0;

impl Window {
    /// All of a run of `len` events.
    pub fn whole(len: usize) -> Window {
        Window { from: 0.0, to: (len.max(2) - 1) as f64 }
    }

    /// Where an event lies on `width`.
    pub fn x(self, event: f64, width: f64) -> f64 {
        (event - self.from) / self.span() * width
    }

    /// The event at a place on `width`, within a run of `len` events.
    pub fn event(self, x: f64, width: f64, len: usize) -> usize {
        let event = self.from + x / width.max(1.0) * self.span();
        event.round().clamp(0.0, len.saturating_sub(1) as f64) as usize
    }

    /// Closer (`factor` below 1) or wider, keeping the event at `x` where it is.
    pub fn zoomed(self, factor: f64, x: f64, width: f64, len: usize) -> Window {
        let whole = Window::whole(len);
        let span = (self.span() * factor).clamp(SMALLEST.min(whole.span()), whole.span());
        let share = (x / width.max(1.0)).clamp(0.0, 1.0);
        let fixed = self.from + share * self.span();
        Window { from: fixed - share * span, to: fixed + (1.0 - share) * span }.within(whole)
    }

    /// Moved by a share of its own width.
    pub fn panned(self, share: f64, len: usize) -> Window {
        let by = share * self.span();
        Window { from: self.from + by, to: self.to + by }.within(Window::whole(len))
    }

    /// Moved just so far that it holds an event.
    pub fn showing(self, event: usize, len: usize) -> Window {
        let event = event as f64;
        let by = (event - self.to).max(0.0) + (event - self.from).min(0.0);
        Window { from: self.from + by, to: self.to + by }.within(Window::whole(len))
    }

    fn span(self) -> f64 {
        (self.to - self.from).max(1.0)
    }

    fn within(self, whole: Window) -> Window {
        let by = (whole.from - self.from).max(0.0) + (whole.to - self.to).min(0.0);
        Window { from: (self.from + by).max(whole.from), to: (self.to + by).min(whole.to) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_events_are_inverse() {
        let window = Window::whole(101);
        for event in [0, 17, 50, 100] {
            assert_eq!(window.event(window.x(event as f64, 640.0), 640.0, 101), event);
        }
    }

    #[test]
    fn zooming_keeps_the_event_under_the_pointer() {
        let window = Window::whole(1001).zoomed(0.25, 160.0, 640.0, 1001);
        assert_eq!(window.event(160.0, 640.0, 1001), 250);
        assert_eq!(window.zoomed(100.0, 160.0, 640.0, 1001), Window::whole(1001));
    }

    #[test]
    fn a_window_never_leaves_the_run() {
        let window = Window { from: 10.0, to: 30.0 };
        assert_eq!(window.panned(-5.0, 101), Window { from: 0.0, to: 20.0 });
        assert_eq!(window.panned(50.0, 101), Window { from: 80.0, to: 100.0 });
        assert_eq!(window.showing(90, 101), Window { from: 70.0, to: 90.0 });
    }
}
