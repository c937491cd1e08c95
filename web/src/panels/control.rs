//! The ladder of who has control: the path so far, the current row lit. A click on a row goes there.

use crate::stage::task_name;
use crate::state::{Command, Rung, Tab};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What the ladder is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The last rows of the path so far; the last one is current.
    pub rungs: Rc<[Rung]>,
    /// The tab of a narrow page: a panel that comes into view shows its last line.
    pub tab: Tab,
    /// Where commands go.
    pub on_command: Callback<Command>,
}

/// The control panel.
#[component]
pub fn Control(props: &Props) -> Html {
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect_with((props.rungs.clone(), props.tab), move |_| {
            if let Some(list) = list.cast::<HtmlElement>() {
                // It is scrolled from its end, so it stays there when its room changes.
                list.set_scroll_top(0);
            }
        });
    }
    let last = props.rungs.len().saturating_sub(1);
    html! {
        <section class="panel control-panel" aria-label="Control">
            <div class="panel-head"><h2>{ "Control" }</h2><span class="panel-note">{ "who has it, row by row" }</span></div>
            <div class="ladder from-end" ref={list}><ol>
                { for props.rungs.iter().enumerate().map(|(index, rung)| {
                    let event = rung.event;
                    let onclick = props.on_command.reform(move |_: MouseEvent| Command::Seek(event));
                    html! {
                        <li key={rung.number}>
                            <button
                                class="ladder-row" {onclick} aria-current={(index == last).then_some("step")}
                                data-row={rung.number.to_string()} data-depth={rung.depth.to_string()} data-text={rung.text.clone()} data-task={task_name(rung.task)}
                            >
                                <span class="ladder-number" aria-hidden="true">{ rung.number }</span>
                                { format!("{}{}", "  ".repeat(rung.depth), rung.text) }
                            </button>
                        </li>
                    }
                }) }
            </ol></div>
        </section>
    }
}
