//! The head of the page: the scenario and its menu, how much is shown, light or dark, the list of keys.

use super::icons::{Icon, icon};
use crate::driver::dom;
use crate::state::{Choice, Command, name_of};
use loopglass_scenarios::{Scenario, catalogue, find};
use loopglass_trace::Detail;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the head is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The script in the editor.
    pub choice: Choice,
    /// The person's own script, if there is one.
    pub own: Option<Rc<str>>,
    /// The person's scripts that were run last.
    pub history: Rc<[Rc<str>]>,
    /// How much is shown.
    pub detail: Detail,
    /// Whether the guide is shown; `None` where there is none.
    pub guide: Option<bool>,
    /// Whether the menu of scenarios is open.
    pub menu_open: bool,
    /// Where commands go.
    pub on_command: Callback<Command>,
    /// Called to show how this moment is embedded elsewhere.
    pub on_embed: Callback<()>,
}

/// The head of the page.
#[component]
pub fn Masthead(props: &Props) -> Html {
    let send = |command: Command| props.on_command.reform(move |_: MouseEvent| command.clone());
    let scenario = match &props.choice {
        Choice::Own => None,
        Choice::Scenario(id) => find(id),
    };
    let (number, title) = scenario.map_or(("", "Your script"), |scenario| (scenario.number, scenario.title));
    let detail = |value: Detail, name: &'static str| {
        html! {
            <button aria-pressed={(props.detail == value).to_string()} onclick={send(Command::Detail(value))}>
                { name }
            </button>
        }
    };
    let other = if props.detail == Detail::Exact { Detail::Essentials } else { Detail::Exact };
    html! {
        <header class="masthead">
            <h1 class="brand"><span class="brand-ring" aria-hidden="true" /><span class="brand-name">{ "Loopglass" }</span></h1>
            <button
                class="button scenario-button" aria-haspopup="true" aria-expanded={props.menu_open.to_string()}
                onclick={send(Command::ToggleScenarios)}
            >
                <span class="scenario-number">{ number }</span><b>{ title }</b><span aria-hidden="true">{ "▾" }</span></button>
            { for props.guide.map(|shown| html! {
                <button
                    class="button guide-button" aria-pressed={shown.to_string()} title="What to read beside the run"
                    onclick={send(Command::Guide(!shown))}
                >{ icon(Icon::Guide) }<span>{ "Guide" }</span></button>
            }) }
            if props.menu_open { <Menu choice={props.choice.clone()} own={props.own.clone()} history={props.history.clone()} on_command={props.on_command.clone()} /> }
            <span class="spacer" />
            <div class="segments" role="group" aria-label="How much is shown">
                { detail(Detail::Essentials, "Essentials") }
                { detail(Detail::Exact, "Exact") }
            </div>
            <button
                class="button detail-toggle" aria-pressed={(props.detail == Detail::Exact).to_string()}
                onclick={send(Command::Detail(other))}
            >{ "Exact" }</button>
            <button class="button quiet share-button" aria-label="Share" title="A link to this moment" onclick={send(Command::ToggleShare)}>
                { icon(Icon::Share) }<span>{ "Share" }</span>
            </button>
            <button class="button quiet embed-button" title="This moment in a page of your own" onclick={props.on_embed.reform(|_: MouseEvent| ())}>{ "Embed" }</button>
            <button class="icon-button bare" aria-label="Light or dark" title="Light or dark" onclick={send(Command::ToggleTheme)}>{ icon(Icon::Theme) }</button>
            <button class="icon-button bare keys-button" aria-label="Keys" title="Keys (?)" onclick={send(Command::ToggleKeys)}>{ icon(Icon::Keys) }</button>
        </header>
    }
}

/// What the menu is given.
#[derive(Properties, PartialEq)]
struct MenuProps {
    choice: Choice,
    own: Option<Rc<str>>,
    history: Rc<[Rc<str>]>,
    on_command: Callback<Command>,
}

#[component]
fn Menu(props: &MenuProps) -> Html {
    use_effect_with((), |()| {
        dom::focus(".scenario-item");
        dom::focus(".scenario-item[aria-current]");
    });
    let close = props.on_command.reform(|_: MouseEvent| Command::Leave);
    let query = use_state(String::new);
    let oninput = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(menu) = field.parent_element() {
                menu.set_scroll_top(0);
            }
            query.set(field.value());
        })
    };
    let searches = !query.trim().is_empty();
    // What has it in its title comes before what only speaks of it.
    let mut found: Vec<&Scenario> = Vec::new();
    for titled in [true, false] {
        found.extend(catalogue().iter().filter(|it| {
            is_meant(it, &query)
                && titled
                    == (searches
                        && it.title.to_ascii_lowercase().contains(&*query.trim().to_ascii_lowercase()))
        }));
    }
    let mut group = "";
    html! {
        <>
        <div class="menu-backdrop" onclick={close} />
        <nav class="popover scenario-menu" aria-label="Scenarios" onkeydown={on_menu_key}>
            <input
                class="menu-search" type="search" placeholder="Search: type a word" aria-label="Search the scenarios"
                autocomplete="off" spellcheck="false" {oninput}
            />
            // In an element of its own, so that the field stays the same one however many are found.
            <div>
            if let Some(own) = props.own.as_ref().filter(|_| !searches) {
                { item("", "Your script", "What you wrote or pasted last.", props.choice == Choice::Own, pick(props, Choice::Own, own.clone())) }
            }
            if !searches && props.history.iter().any(|script| Some(script) != props.own.as_ref()) {
                <p class="scenario-group">{ "Your last scripts" }</p>
                { for props.history.iter().filter(|script| Some(*script) != props.own.as_ref()).map(|script| {
                    let lines = format!("{} lines", script.lines().count());
                    item("", &name_of(script), &lines, false, pick(props, Choice::Own, script.clone()))
                }) }
            }
            if found.is_empty() { <p class="menu-none" role="status">{ "No scenario has that in its title, its text or its script." }</p> }
            { for found.into_iter().map(|scenario| {
                let heading = (scenario.lesson != group).then(|| html! { <p class="scenario-group">{ scenario.lesson }</p> });
                group = scenario.lesson;
                html! { <>{ heading }{ entry(scenario, props) }</> }
            }) }
            </div>
        </nav>
        </>
    }
}

/// Arrows, Home and End move in the menu and do not step the run behind it.
fn on_menu_key(event: KeyboardEvent) {
    let key = event.key();
    if key == "Escape" {
        return;
    }
    event.stop_propagation();
    let searches = event.target_dyn_into::<HtmlInputElement>().is_some();
    // Whoever types means to search; what is typed goes where the focus is then.
    if !searches && key.chars().count() == 1 && key != " " && !event.ctrl_key() && !event.meta_key() {
        dom::focus(".menu-search");
        return;
    }
    let to = match key.as_str() {
        "Enter" if searches => {
            dom::press(".scenario-item");
            return;
        }
        "Home" | "End" if searches => return,
        "ArrowDown" => dom::Neighbour::Next,
        "ArrowUp" => dom::Neighbour::Previous,
        "Home" => dom::Neighbour::First,
        "End" => dom::Neighbour::Last,
        _ => return,
    };
    event.prevent_default();
    dom::focus_neighbour(".scenario-item", to);
}

/// Whether all words that are searched for are in what a scenario says, or in its script.
fn is_meant(scenario: &Scenario, query: &str) -> bool {
    let Scenario { number, lesson, title, watch, source, .. } = scenario;
    // All of it is ASCII; to know of other letters' small forms takes kilobytes.
    let said = [number, lesson, title, watch, source];
    let has = |word: &str| said.iter().any(|text| text.to_ascii_lowercase().contains(word));
    query.to_ascii_lowercase().split(' ').all(has)
}

fn entry(scenario: &Scenario, props: &MenuProps) -> Html {
    let choice = Choice::Scenario(scenario.id.to_owned());
    let current = props.choice == choice;
    item(
        scenario.number,
        scenario.title,
        scenario.watch,
        current,
        pick(props, choice, scenario.source.into()),
    )
}

fn pick(props: &MenuProps, choice: Choice, source: Rc<str>) -> Callback<MouseEvent> {
    props.on_command.reform(move |_: MouseEvent| Command::Pick(choice.clone(), source.clone()))
}

fn item(number: &str, title: &str, watch: &str, current: bool, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button class="scenario-item" aria-current={current.then_some("true")} {onclick} data-title={title.to_owned()}>
            <b><span class="scenario-number">{ number.to_owned() }</span>{ title.to_owned() }</b><span>{ watch.to_owned() }</span>
        </button>
    }
}
