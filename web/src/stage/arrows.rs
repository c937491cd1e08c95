//! The arrows between cards, which follow the cards while these move: before each frame an arrow is drawn anew between
//! the places where the browser shows its cards then.

use super::glide::{Glide, Movement, fade};
use super::wires::{Rect, Way};
use crate::driver::dom;
use crate::driver::frames::Frames;
use web_sys::Element;

/// The card at one end of an arrow.
pub struct End {
    /// Which card.
    pub key: String,
    /// Where it is when it rests.
    pub rect: Rect,
    /// How it gets there, if it is on its way.
    pub movement: Option<(Glide, Movement)>,
}

impl End {
    /// Where the card is in the frame that is shown next.
    fn now(&self) -> Rect {
        match &self.movement {
            Some((glide, movement)) if !movement.is_over() => {
                let (x, y) = movement.place(*glide);
                Rect { x, y, ..self.rect }
            }
            _ => self.rect,
        }
    }

    fn is_moving(&self) -> bool {
        self.movement.as_ref().is_some_and(|(_, movement)| !movement.is_over())
    }
}

/// An arrow.
pub struct Arrow {
    /// The element of its shaft.
    pub line: Element,
    /// That of its head.
    pub head: Element,
    /// The card that waits.
    pub from: End,
    /// The card that it waits on.
    pub to: End,
    /// Which way it takes.
    pub way: Way,
    /// What sets it apart from others in the same gap.
    pub lane: usize,
    /// How wide that gap is.
    pub room: f64,
    /// The element of the count of a bundle, of which this is the first line.
    pub count: Option<Element>,
}

impl Arrow {
    /// What tells it from others.
    pub fn name(&self) -> String {
        format!("{} {}", self.from.key, self.to.key)
    }

    /// Has it come into sight; says whether the browser does so.
    pub fn appear(&self) -> bool {
        let shaft = fade(&self.line, 0.0, 1.0);
        fade(&self.head, 0.0, 1.0) || shaft
    }

    fn draw(&self) {
        let (shaft, tip) = self.way.route(self.from.now(), self.to.now(), self.lane, self.room);
        for (element, path) in [(&self.line, shaft), (&self.head, tip)] {
            if element.get_attribute("d").as_deref() != Some(&path) {
                dom::set_attribute(element, "d", &path);
            }
        }
        if let Some((count, (x, y))) = self.count.as_ref().zip(self.way.label(self.from.now())) {
            for (name, value) in [("x", x), ("y", y)] {
                dom::set_attribute(count, name, &format!("{value:.1}"));
            }
        }
    }

    fn is_moving(&self) -> bool {
        self.from.is_moving() || self.to.is_moving()
    }
}

/// Draws the arrows, and goes on with those whose cards move.
pub fn follow(arrows: Vec<Arrow>) -> Option<Frames> {
    arrows.iter().for_each(Arrow::draw);
    let mut moving: Vec<Arrow> = arrows.into_iter().filter(Arrow::is_moving).collect();
    (!moving.is_empty()).then(|| {
        Frames::each(move || {
            // The last time an arrow is drawn its cards are at rest.
            moving.iter().for_each(Arrow::draw);
            moving.retain(Arrow::is_moving);
            !moving.is_empty()
        })
    })
}
