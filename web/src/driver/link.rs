//! Links: what the page's address asks for, and the address of a moment. The fragment is read and written by
//! `web/js/link.mjs`.

use super::{bridge, dom};
use crate::state::{Choice, GRANULARITIES, Goal, MomentName, Predict, State};
use js_sys::Promise;
use loopglass_scenarios::find;
use loopglass_trace::{Detail, Trace};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What an address asks for.
pub struct Link {
    parts: JsValue,
}

impl Link {
    /// What the page's own address asks for, if it asks for anything.
    pub fn of_page() -> Option<Link> {
        bridge::member("link").and_then(Link::new)
    }

    /// What a decoded fragment asks for, if it asks for anything.
    pub fn new(parts: JsValue) -> Option<Link> {
        let asks =
            ["code", "scenario", "hold", "problem"].iter().any(|name| bridge::value(&parts, name).is_some());
        asks.then_some(Link { parts })
    }

    fn text(&self, name: &str) -> Option<String> {
        bridge::text(&self.parts, name)
    }

    /// Brings the state to what is asked for; a run that it asks for is still to be begun.
    pub fn apply(&self, state: &mut State) {
        if let Some(problem) = self.text("problem") {
            state.message = Some(problem.into());
            return;
        }
        let scenario = self.text("scenario");
        if let Some(code) = self.text("code") {
            let code: Rc<str> = code.into();
            state.choose(Choice::Own);
            state.source = code;
        } else if let Some(scenario) = scenario.as_deref().and_then(find) {
            state.choose(Choice::Scenario(scenario.id.to_owned()));
            state.source = scenario.source.into();
        } else if let Some(name) = scenario {
            state.message = Some(format!("There is no scenario `{name}`.").into());
            return;
        }
        state.ran = state.source.clone();
        state.cursor = 0;
        state.breakpoints = Rc::new([]);
        state.goal = self.text("at").and_then(|name| MomentName::parse(&name)).map(Goal::Named);
        let by = self.text("by").unwrap_or_default();
        if let Some((granularity, _)) = GRANULARITIES.iter().find(|(_, name)| *name == by) {
            state.granularity = *granularity;
        }
        match self.text("view").as_deref() {
            Some("exact") => state.detail = Detail::Exact,
            Some("essentials") => state.detail = Detail::Essentials,
            _ => {}
        }
        if self.text("predict").is_some() {
            state.predict = Some(Predict::default());
        }
        state.held = self.text("hold").is_some();
    }
}

/// The address that opens this script at this moment; `None` if the script is too long for one.
pub async fn address(state: State, at: MomentName) -> Option<String> {
    let encoding: Promise =
        bridge::call(&bridge::member("scripts")?, "encode", &[parts(&state, at)]).ok()?.dyn_into().ok()?;
    let fragment = JsFuture::from(encoding).await.ok()?.as_string()?;
    Some(format!("{}{fragment}", dom::address()?))
}

/// What a link to this moment says.
pub fn parts(state: &State, at: MomentName) -> JsValue {
    let by = GRANULARITIES.iter().find(|(granularity, _)| *granularity == state.granularity);
    let view = if state.detail == Detail::Exact { "exact" } else { "essentials" };
    let script = match &state.choice {
        Choice::Scenario(id) => ("scenario", id.as_str().into()),
        Choice::Own => ("code", (&*state.ran).into()),
    };
    bridge::object([
        script,
        ("at", at.text().into()),
        ("by", by.map_or("", |(_, name)| name).into()),
        ("view", view.into()),
    ])
}

/// The name of the moment after the state's cursor.
pub fn moment(state: &State, trace: &Trace) -> MomentName {
    MomentName::of(trace, state.cursor)
}
