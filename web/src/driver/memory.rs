//! What is remembered from one visit to the next: the script, the step, and how the page was set.

use super::link::Link;
use super::{dom, store};
use crate::state::{Choice, GRANULARITIES, Goal, State, remembering};
use loopglass_scenarios::{default_scenario, find};
use loopglass_trace::Detail;
use std::rc::Rc;

const DETAILS: [(Detail, &str); 2] = [(Detail::Essentials, "essentials"), (Detail::Exact, "exact")];

/// Between two scripts of the history; no script holds it.
const BETWEEN: char = '\u{1e}';

/// The state that the page's address asks for, else the one it was left in, else that of a first visit.
pub fn recall() -> State {
    let mut state = left();
    match Link::of_page() {
        Some(link) => link.apply(&mut state),
        // The page went away in the middle of a run: it may have been the script's doing.
        None if store::get("running").is_some() => state.held = true,
        None => {}
    }
    if state.held {
        state.ran = "".into();
    }
    state
}

/// Remembers that a run is going on, or is over: should the page come to its end meanwhile, the script is not
/// run again by itself.
pub fn remember_running(running: bool) {
    if running {
        store::set("running", "1");
    } else {
        store::remove("running");
    }
}

fn left() -> State {
    let own: Option<Rc<str>> = store::get("own").map(Rc::from);
    let scenario = store::get("scenario").and_then(|id| find(&id)).unwrap_or_else(default_scenario);
    let (choice, source) = match (&own, store::get("choice").as_deref()) {
        (Some(own), Some("own")) => (Choice::Own, own.clone()),
        _ => (Choice::Scenario(scenario.id.to_owned()), scenario.source.into()),
    };
    let mut state = State::new(choice, source);
    state.own = own.clone();
    if let Some(ran) = store::get("ran") {
        state.ran = ran.into();
    }
    state.guide = store::get("guide").is_some();
    let cursor = store::get("cursor").and_then(|text| text.parse().ok()).filter(|cursor| *cursor > 0);
    state.goal = cursor.map(Goal::Event);
    let lines = store::get("breakpoints").unwrap_or_default();
    state.breakpoints = lines.split(',').filter_map(|line| line.parse().ok()).collect();
    let history = store::get("history").unwrap_or_default();
    state.history = history.split(BETWEEN).filter(|text| !text.is_empty()).map(Rc::from).collect();
    if let Some(own) = own.filter(|_| state.history.is_empty()) {
        state.history = remembering(&[], &own);
    }
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

/// Remembers the step.
pub fn remember_cursor(cursor: usize) {
    store::set("cursor", &cursor.to_string());
}

/// Remembers what differs between two states, but for the step.
pub fn remember(old: &State, new: &State) {
    if old.choice != new.choice || old.source != new.source {
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
    if old.guide && !new.guide {
        store::remove("guide");
    } else if new.guide && !old.guide {
        store::set("guide", "1");
    }
    if old.breakpoints != new.breakpoints {
        let lines: Vec<String> = new.breakpoints.iter().map(u32::to_string).collect();
        store::set("breakpoints", &lines.join(","));
    }
    if old.history != new.history {
        store::set("history", &new.history.join(&BETWEEN.to_string()));
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

/// Whether the page is dark: `web/js/theme.mjs` has shown what its address asks for, else what was chosen, else the
/// system's theme.
pub fn is_dark() -> bool {
    dom::root_data("theme").as_deref() == Some("dark")
}

/// Shows a theme and remembers it.
pub fn choose_theme(dark: bool) {
    let theme = if dark { "dark" } else { "light" };
    store::set("theme", theme);
    dom::set_root_data("theme", theme);
}
