//! The transport bar: forward and back, play, speed, the size of a step, the scrubber and where we are.

use super::icons::{Icon, icon};
use crate::driver::dom;
use crate::state::{Command, GRANULARITIES, SPEEDS, grouped};
use loopglass_trace::Granularity;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// What the transport bar is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step's number, from 1, at this granularity.
    pub position: usize,
    /// How many steps there are at this granularity.
    pub count: usize,
    /// How far a step goes.
    pub granularity: Granularity,
    /// Whether it plays.
    pub playing: bool,
    /// Index of the speed in [`SPEEDS`].
    pub speed: usize,
    /// Whether there is something before.
    pub can_back: bool,
    /// Whether there is something after.
    pub can_forward: bool,
    /// Where commands go.
    pub on_command: Callback<Command>,
}

/// Where one may run to with one press: the name, its key, and the command.
const GOALS: [(&str, &str, Command); 6] = [
    ("next print", "n", Command::NextPrint),
    ("previous print", "Shift n", Command::PreviousPrint),
    ("next change of task", "t", Command::NextTaskChange),
    ("next breakpoint", "c", Command::NextBreakpoint),
    ("previous breakpoint", "Shift c", Command::PreviousBreakpoint),
    ("the end", "End", Command::End),
];

/// The transport bar.
#[component]
pub fn Transport(props: &Props) -> Html {
    let send = |command: Command| props.on_command.reform(move |_: MouseEvent| command.clone());
    let scrubber = use_node_ref();
    {
        let scrubber = scrubber.clone();
        use_effect_with((props.position, props.count), move |&(position, count)| {
            if let Some(input) = scrubber.cast::<HtmlInputElement>() {
                let done = 100.0 * position.saturating_sub(1) as f64 / count.saturating_sub(1).max(1) as f64;
                dom::set_style(&input.style(), "--done", &format!("{done:.2}%"));
            }
        });
    }
    let on_scrub = props.on_command.reform(|event: InputEvent| {
        let value = event.target_dyn_into::<HtmlInputElement>().map_or(1.0, |input| input.value_as_number());
        Command::Scrub(value.max(1.0) as usize - 1)
    });
    let on_speed = props.on_command.reform(|event: Event| {
        let index = event.target_dyn_into::<HtmlSelectElement>().map_or(0, |select| select.selected_index());
        Command::Speed(usize::try_from(index).unwrap_or_default())
    });
    let on_goal = {
        let on_command = props.on_command.clone();
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let goal = usize::try_from(select.selected_index()).ok().and_then(|index| index.checked_sub(1));
            // It names what can be done, not what was done last.
            select.set_selected_index(0);
            if let Some((_, _, command)) = goal.and_then(|goal| GOALS.get(goal)) {
                on_command.emit(command.clone());
            }
        })
    };
    let (play_label, play_icon) = if props.playing { ("Pause", Icon::Pause) } else { ("Play", Icon::Play) };
    let text = match props.count {
        0 => String::new(),
        count => format!("{} / {}", grouped(props.position), grouped(count)),
    };
    html! {
        <div class="transport-bar" role="group" aria-label="Transport">
            <div class="transport-buttons">
                { button("To the start", "Home", Icon::Start, "", !props.can_back, send(Command::Start)) }
                { button("Step back", "←", Icon::Back, "", !props.can_back, send(Command::Back(None))) }
                { button("Step forward", "→", Icon::Forward, "forward", !props.can_forward, send(Command::Forward(None))) }
                { button("Step over", "o", Icon::Over, "extra", !props.can_forward, send(Command::StepOver)) }
                { button("Step into", "i", Icon::Into, "extra", !props.can_forward, send(Command::StepInto)) }
                { button("To the end", "End", Icon::End, "", !props.can_forward, send(Command::End)) }
                { button(play_label, "Space", play_icon, "", !props.can_forward && !props.playing, send(Command::TogglePlay)) }
            </div>
            <select class="speed" aria-label="Speed" onchange={on_speed}>
                { for SPEEDS.iter().enumerate().map(|(index, (name, _))| html! {
                    <option selected={index == props.speed}>{ *name }</option>
                }) }
            </select>
            <select class="speed goals" aria-label="Run to" title="Run to" onchange={on_goal}>
                <option selected=true>{ "Run to" }</option>
                { for GOALS.iter().map(|(name, key, _)| html! { <option>{ format!("{name} ({key})") }</option> }) }
            </select>
            <div class="segments" role="group" aria-label="Step by">
                { for GRANULARITIES.iter().map(|(granularity, name)| html! {
                    <button
                        aria-pressed={(*granularity == props.granularity).to_string()}
                        onclick={send(Command::Granularity(*granularity))}
                    >{ *name }</button>
                }) }
            </div>
            <input
                ref={scrubber} class="scrubber" type="range" aria-label="Position" min="1" max={props.count.max(1).to_string()}
                value={props.position.to_string()} aria-valuetext={format!("step {} of {}", props.position, props.count)}
                oninput={on_scrub}
            />
            <output class="position" data-position={props.position.to_string()} data-count={props.count.to_string()}>{ text }</output>
        </div>
    }
}

fn button(
    label: &'static str,
    key: &'static str,
    name: Icon,
    class: &'static str,
    disabled: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button class={classes!("icon-button", class)} aria-label={label} title={format!("{label} ({key})")} {disabled} {onclick}>
            { icon(name) }
        </button>
    }
}
