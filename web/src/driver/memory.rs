//! What is remembered from one visit to the next: the script, the step, and how the page was set.

use super::{dom, store};
use crate::state::{Choice, GRANULARITIES, State};
use loopglass_scenarios::{default_scenario, find};
use loopglass_trace::Detail;
use std::rc::Rc;

const DETAILS: [(Detail, &str); 2] = [(Detail::Essentials, "essentials"), (Detail::Exact, "exact")];

/// The state the page was left in, or that of a first visit.
pub fn recall() -> State {
    let own: Option<Rc<str>> = store::get("own").map(Rc::from);
    let scenario = store::get("scenario").and_then(|id| find(&id)).unwrap_or_else(default_scenario);
    let (choice, source) = match (&own, store::get("choice").as_deref()) {
        (Some(own), Some("own")) => (Choice::Own, own.clone()),
        _ => (Choice::Scenario(scenario.id.to_owned()), scenario.source.into()),
    };
    let mut state = State::new(choice, source);
    state.own = own;
    if let Some(ran) = store::get("ran") {
        state.ran = ran.into();
    }
    state.goal = store::get("cursor").and_then(|text| text.parse().ok()).filter(|cursor| *cursor > 0);
    if let Some(name) = store::get("granularity") {
        let known = GRANULARITIES.iter().find(|(_, other)| *other == name);
        state.granularity = known.map_or(state.granularity, |(granularity, _)| *granularity);
    }
    if let Some(name) = store::get("detail") {
        state.detail =
            DETAILS.iter().find(|(_, other)| *other == name).map_or(state.detail, |(detail, _)| *detail);
    }
    state
}

/// Remembers what differs between two states.
pub fn remember(old: &State, new: &State) {
    if old.choice != new.choice {
        match &new.choice {
            Choice::Own => store::set("choice", "own"),
            Choice::Scenario(id) => {
                store::set("choice", "scenario");
                store::set("scenario", id);
            }
        }
    }
    if old.own != new.own
        && let Some(own) = &new.own
    {
        store::set("own", own);
    }
    if old.ran != new.ran {
        store::set("ran", &new.ran);
    }
    if old.cursor != new.cursor {
        store::set("cursor", &new.cursor.to_string());
    }
    if old.granularity != new.granularity
        && let Some((_, name)) = GRANULARITIES.iter().find(|(it, _)| *it == new.granularity)
    {
        store::set("granularity", name);
    }
    if old.detail != new.detail
        && let Some((_, name)) = DETAILS.iter().find(|(it, _)| *it == new.detail)
    {
        store::set("detail", name);
    }
}

/// Whether the page is dark: as chosen, else as the system is.
pub fn is_dark() -> bool {
    match store::get("theme").as_deref() {
        Some("dark") => true,
        Some(_) => false,
        None => dom::media("(prefers-color-scheme: dark)"),
    }
}

/// Shows a theme.
pub fn show_theme(dark: bool) {
    dom::set_root_data("theme", if dark { "dark" } else { "light" });
}

/// Shows a theme and remembers it.
pub fn choose_theme(dark: bool) {
    store::set("theme", if dark { "dark" } else { "light" });
    show_theme(dark);
}
