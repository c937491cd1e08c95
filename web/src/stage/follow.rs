//! The stage follows what runs: after a step it is scrolled just so far that the running task's card is in view. Who
//! scrolls by hand is left alone, until that card is in view again or is asked for.

use super::Msg;
use super::glide::{DURATION_MS, Glide, now};
use super::sight::Sight;
use super::wires::Rect;
use crate::driver::dom;
use crate::driver::frames::Frames;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// How far from the edges of the view a card is brought, in CSS pixels.
const MARGIN: f64 = 16.0;
/// How much of a card may be out of view: its lower edge says little.
const SPARE: f64 = 4.0;
/// How much of a card must be in view where the event loop does not stay there: its name and its state. More would push
/// the loop out of view.
const HEAD: f64 = 64.0;
/// In so low a view, as beside a phone's timeline, there is room for the event loop only.
const LOW: f64 = 180.0;

/// Whether and how the stage follows.
#[derive(Default)]
pub struct Follow {
    /// Whether the reader has scrolled by hand, away from what runs.
    taken: bool,
    /// Whether something has happened that is to be followed.
    expected: bool,
    /// What scrolls the stage.
    moving: Option<Frames>,
}

impl Follow {
    /// The reader scrolls.
    pub fn take(&mut self) {
        self.taken = true;
        self.moving = None;
    }

    /// The reader asks for what runs.
    pub fn resume(&mut self) {
        self.taken = false;
        self.expected = true;
    }

    /// Something has happened.
    pub fn expect(&mut self) {
        self.expected = true;
    }

    /// Scrolls as far as it takes to have the card at `acting` in view, which is `sight` now, below what takes `pinned` of
    /// its top; says what is in view if that was done at once. It reads nothing, which would have the browser lay out the
    /// page once more.
    pub fn follow(
        &mut self,
        scroller: &HtmlElement,
        sight: Sight,
        (acting, pinned): (Option<Rect>, f64),
        animated: bool,
    ) -> Option<Sight> {
        if !std::mem::take(&mut self.expected) {
            return None;
        }
        self.moving = None;
        let rect = acting?;
        let Some(goal) = goal(rect, sight, pinned) else {
            self.taken = false;
            return None;
        };
        if self.taken {
            return None;
        }
        if !animated || dom::media("(prefers-reduced-motion: reduce)") {
            scroller.set_scroll_top(goal as i32);
            return Some(Sight { top: goal, ..sight });
        }
        let glide = Glide::resting((0.0, sight.top)).turned((0.0, goal), now());
        let scroller = scroller.clone();
        let end = now() + f64::from(DURATION_MS);
        self.moving = Some(Frames::each(move || {
            scroller.set_scroll_top(glide.at(now()).1.round() as i32);
            now() < end
        }));
        None
    }
}

/// How far to scroll to have a card in view; none, if it is.
fn goal(rect: Rect, sight: Sight, pinned: f64) -> Option<f64> {
    if sight.height < LOW {
        return (sight.top > 0.0).then_some(0.0);
    }
    let rect = if pinned > 0.0 { rect } else { Rect { height: rect.height.min(HEAD), ..rect } };
    let free = sight.below(pinned);
    if free.height <= 0.0 {
        return None;
    }
    let bottom = rect.y + rect.height;
    let is_in = rect.y + SPARE >= free.top && bottom - SPARE <= free.top + free.height;
    // Of a card that is higher than the view its beginning is shown.
    let (first, last) = (rect.y - MARGIN - pinned, bottom + MARGIN - sight.height);
    let is_tall = rect.height + MARGIN > free.height;
    let goal = if is_tall || rect.y < free.top { first } else { last };
    let is_there = is_tall && (goal - sight.top).abs() < SPARE;
    (!is_in && !is_there).then_some(goal.max(0.0))
}

/// What the stage is told when the pointer goes down: at its scroll bar, someone scrolls.
pub fn takes_scroll_bar(event: PointerEvent) -> Option<Msg> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.class_list().contains("stage-scroll").then_some(Msg::Took)
}

/// What the stage is told when a key is pressed that scrolls it.
pub fn takes_by_key(event: KeyboardEvent) -> Option<Msg> {
    matches!(event.key().as_str(), "ArrowUp" | "ArrowDown" | "PageUp" | "PageDown").then_some(Msg::Took)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(y: f64) -> Rect {
        Rect { x: 16.0, y, width: 200.0, height: 150.0 }
    }

    const SIGHT: Sight = Sight { top: 100.0, height: 600.0, is_narrow: false };

    #[test]
    fn a_card_in_view_stays_where_it_is() {
        assert_eq!(goal(card(310.0), SIGHT, 200.0), None);
        assert_eq!(goal(card(540.0), SIGHT, 200.0), None);
    }

    #[test]
    fn one_out_of_view_comes_in_by_the_shortest_way() {
        assert_eq!(goal(card(700.0), SIGHT, 200.0), Some(266.0));
        // Under the event loop, which stays at the top.
        assert_eq!(goal(card(250.0), SIGHT, 200.0), Some(34.0));
        assert_eq!(goal(card(200.0), SIGHT, 200.0), Some(0.0));
        // Where the loop does not stay, its name is enough of a card.
        assert_eq!(goal(card(620.0), SIGHT, 0.0), None);
    }

    #[test]
    fn a_low_view_keeps_the_loop() {
        let low = Sight { height: 165.0, ..SIGHT };
        assert_eq!(goal(card(310.0), low, 0.0), Some(0.0));
        assert_eq!(goal(card(310.0), Sight { top: 0.0, ..low }, 0.0), None);
    }

    #[test]
    fn of_a_tall_card_the_beginning_is_shown() {
        let tall = Rect { height: 900.0, ..card(700.0) };
        assert_eq!(goal(tall, SIGHT, 200.0), Some(484.0));
        assert_eq!(goal(tall, Sight { top: 484.0, ..SIGHT }, 200.0), None);
    }
}
