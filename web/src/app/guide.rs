//! The guide beside the run: its texts are loaded when someone first wants to read one, and its links are found once
//! the run is over.

use super::outside::tell;
use super::{App, Msg};
use crate::driver::bridge::{text, value};
use crate::state::{GuidePicture, Tab};
use js_sys::Promise;
use loopglass_scenarios::{Guide, find};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use yew::platform::spawn_local;
use yew::prelude::*;

/// The texts of the guides, as far as they are there.
#[derive(Default)]
pub enum Texts {
    /// No one has asked for them.
    #[default]
    Unasked,
    /// They are on their way.
    Coming,
    /// They are there, by the ids of the scenarios; or they could not be loaded.
    There(Option<JsValue>),
}

impl App {
    /// Whether the guide is to be seen.
    fn wants_guide(&self) -> bool {
        self.state.guide || self.state.tab == Tab::Guide
    }

    /// Whether there could be a guide: the page has the texts, and the script is that of a scenario or comes from one.
    pub(super) fn has_guide(&self) -> bool {
        !self.outside.is_embedded() && self.state.lesson.is_some()
    }

    /// Whether the script that was run is not that of the lesson any more.
    pub(super) fn is_changed(&self) -> bool {
        let scenario = self.state.lesson.as_deref().and_then(find);
        scenario.is_some_and(|scenario| *self.state.ran != *scenario.source)
    }

    /// Loads the texts if they are wanted, and finds the links if there is a run to find them in.
    pub(super) fn guide(&mut self, ctx: &Context<Self>) {
        if !self.wants_guide() || !self.has_guide() {
            self.guide = None;
            return;
        }
        if let Texts::Unasked = self.texts {
            self.texts = Texts::Coming;
            let back = ctx.link().clone();
            spawn_local(async move { back.send_message(Msg::Guides(load().await)) });
        }
        self.guide = self.made_guide();
    }

    fn made_guide(&self) -> Option<Rc<GuidePicture>> {
        let Texts::There(Some(texts)) = &self.texts else { return None };
        let scenario = self.state.lesson.as_deref().and_then(find)?;
        let guide = Guide::parse(&text(texts, scenario.id)?)?;
        let is_recorded = !self.is_changed() && !self.state.running;
        let trace = if is_recorded { self.trace() } else { &self.empty };
        Some(Rc::new(GuidePicture::of(scenario, &guide, trace)))
    }
}

async fn load() -> Option<JsValue> {
    let loading: Promise = tell("guides", &[])?.dyn_into().ok()?;
    value(&JsFuture::from(loading).await.ok()?, "default")
}
