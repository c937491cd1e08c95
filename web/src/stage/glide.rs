//! Movements on the stage, as arithmetic: where something that is on its way is now. A new movement begins there, so
//! movements may interrupt each other, and each is one that the browser can run without the page.

use crate::driver::dom;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// How long a movement takes, in milliseconds.
pub const DURATION_MS: u32 = 240;

/// How it begins and comes to rest: the two points of a cubic Bézier curve, as in CSS.
const EASE: [(f64, f64); 2] = [(0.3, 0.1), (0.2, 1.0)];

/// A place on the stage, in CSS pixels.
pub type Place = (f64, f64);

/// Where something is, or is on its way to.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Glide {
    from: Place,
    /// Where it comes to rest.
    pub to: Place,
    /// When it set out, in milliseconds since the page began.
    since: f64,
}

impl Glide {
    /// At rest.
    pub fn resting(at: Place) -> Glide {
        Glide { from: at, to: at, since: f64::NEG_INFINITY }
    }

    /// Where it is now.
    pub fn at(self, now: f64) -> Place {
        let share = (now - self.since) / f64::from(DURATION_MS);
        if share >= 1.0 || self.from == self.to {
            return self.to;
        }
        let done = eased(share.max(0.0));
        let between = |from: f64, to: f64| from + (to - from) * done;
        (between(self.from.0, self.to.0), between(self.from.1, self.to.1))
    }

    /// On its way to another place, from where it is now.
    pub fn turned(self, to: Place, now: f64) -> Glide {
        Glide { from: self.at(now), to, since: now }
    }

    /// The same, measured from elsewhere.
    pub fn shifted(self, (x, y): Place) -> Glide {
        let shift = |place: Place| (place.0 + x, place.1 + y);
        Glide { from: shift(self.from), to: shift(self.to), ..self }
    }

    /// Where it is when the browser has moved it for so many milliseconds.
    fn after(self, ms: f64) -> Place {
        Glide { since: 0.0, ..self }.at(ms)
    }

    /// Has the browser move an element so. One that `is_placed` has its place from its transform, another from the
    /// layout.
    pub fn run(self, element: &Element, is_placed: bool) -> Option<Movement> {
        let origin = if is_placed { (0.0, 0.0) } else { self.to };
        let step = |place: Place| translation((place.0 - origin.0, place.1 - origin.1));
        animate(element, "transform", &step(self.from), &step(self.to))
    }
}

/// A movement that the browser has been asked for.
#[derive(Clone)]
pub struct Movement(JsValue);

impl Movement {
    fn of(&self, name: &str) -> Option<JsValue> {
        Reflect::get(&self.0, &name.into()).ok()
    }

    /// Where what moves along a glide is in the frame that is shown next.
    pub fn place(&self, glide: Glide) -> Place {
        let ms = self.of("currentTime").and_then(|ms| ms.as_f64());
        ms.map_or(glide.to, |ms| glide.after(ms))
    }

    /// Has the browser forget it: what moved is where the layout has it, or its own transform.
    pub fn cancel(&self) {
        if let Some(cancel) =
            Reflect::get(&self.0, &"cancel".into()).ok().and_then(|it| it.dyn_into::<Function>().ok())
        {
            // Cancelling what is over does nothing.
            let _ = cancel.call0(&self.0);
        }
    }

    /// Whether it has arrived.
    pub fn is_over(&self) -> bool {
        let state = self.of("playState").and_then(|state| state.as_string());
        !matches!(state.as_deref(), Some("running" | "paused"))
    }
}

/// A transform to a place.
pub fn translation((x, y): Place) -> String {
    format!("translate({x:.2}px, {y:.2}px)")
}

/// Has the browser fade an element.
pub fn fade(element: &Element, from: f64, to: f64) -> bool {
    animate(element, "opacity", &from.to_string(), &to.to_string()).is_some()
}

fn animate(element: &Element, property: &str, from: &str, to: &str) -> Option<Movement> {
    let frames = Object::new();
    let values = Array::of2(&JsValue::from_str(from), &JsValue::from_str(to));
    let [a, b] = EASE;
    let easing = format!("cubic-bezier({}, {}, {}, {})", a.0, a.1, b.0, b.1);
    let built = Reflect::set(&frames, &property.into(), &values)
        .and_then(|_| Reflect::set(&frames, &"easing".into(), &easing.into()));
    let method = Reflect::get(element, &"animate".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    built.ok()?;
    method?.call2(element, &frames, &DURATION_MS.into()).ok().map(Movement)
}

/// The share of the way that is done after a share of the time.
fn eased(time: f64) -> f64 {
    let along =
        |a: f64, b: f64, t: f64| 3.0 * a * t * (1.0 - t).powi(2) + 3.0 * b * t * t * (1.0 - t) + t.powi(3);
    let [a, b] = EASE;
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..24 {
        let middle = (low + high) / 2.0;
        if along(a.0, b.0, middle) < time { low = middle } else { high = middle }
    }
    along(a.1, b.1, low)
}

/// Milliseconds since the page began.
pub fn now() -> f64 {
    dom::now_ms()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sets_out_and_arrives() {
        let glide = Glide::resting((0.0, 10.0)).turned((100.0, 10.0), 1000.0);
        assert_eq!(glide.at(1000.0).0.round(), 0.0);
        assert_eq!(glide.at(1240.0), (100.0, 10.0));
        let halfway = glide.at(1120.0);
        assert!(halfway.0 > 60.0 && halfway.0 < 95.0 && halfway.1 == 10.0, "{halfway:?}");
    }

    #[test]
    fn it_turns_where_it_is() {
        let glide = Glide::resting((0.0, 0.0)).turned((100.0, 0.0), 0.0);
        let back = glide.turned((0.0, 0.0), 90.0);
        assert_eq!(back.at(90.0), glide.at(90.0));
        assert_eq!(back.at(400.0), (0.0, 0.0));
    }

    #[test]
    fn the_curve_rises_from_nothing_to_all() {
        let steps: Vec<f64> = (0..=10).map(|step| eased(f64::from(step) / 10.0)).collect();
        assert!(steps.windows(2).all(|pair| pair[0] < pair[1]), "{steps:?}");
        assert!(steps[0] < 1e-6 && (steps[10] - 1.0).abs() < 1e-6);
    }
}
