//! What the script printed so far, with the virtual time; a click goes to the step that printed it.

use crate::driver::dom;
use crate::stage::task_name;
use crate::state::{Command, ConsoleLine, Tab};
use loopglass_trace::Stream;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What the console is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The last lines printed.
    pub lines: Rc<[ConsoleLine]>,
    /// How many earlier ones are not shown.
    pub earlier: usize,
    /// The tab of a narrow page: a panel that comes into view shows its last line.
    pub tab: Tab,
    /// Where commands go.
    pub on_command: Callback<Command>,
}

/// The console.
#[component]
pub fn Console(props: &Props) -> Html {
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect_with((props.lines.len() + props.earlier, props.tab), move |_| {
            if let Some(list) = list.cast::<HtmlElement>() {
                dom::scroll_to_end(&list);
            }
        });
    }
    html! {
        <section class="panel console-panel" aria-label="Console">
            <div class="panel-head"><h2>{ "Console" }</h2></div>
            if props.lines.is_empty() {
                <p class="console-empty">{ "nothing printed yet" }</p>
            }
            <div class="console-lines from-end" ref={list.clone()} onscroll={Callback::from(move |_: Event| {
                if let Some(list) = list.cast::<HtmlElement>() {
                    dom::scrolled_from_end(&list);
                }
            })}><ol>
                if props.earlier > 0 { <li class="console-empty">{ format!("{} earlier lines", props.earlier) }</li> }
                { for props.lines.iter().map(|line| view(line, &props.on_command)) }
            </ol></div>
        </section>
    }
}

fn view(line: &ConsoleLine, on_command: &Callback<Command>) -> Html {
    let event = line.event;
    let onclick = on_command.reform(move |_: MouseEvent| Command::Seek(event));
    let class = classes!(
        "console-line",
        (line.stream == Stream::Err).then_some("error"),
        line.fresh.then_some("fresh"),
    );
    html! {
        <li>
            <button {class} {onclick} title="Go to the step that printed this" data-event={event.to_string()} data-task={task_name(line.task)}>
                <span class="console-time">{ &line.time }</span><span class="console-text">{ &line.text }</span>
            </button>
        </li>
    }
}
