//! What the script printed so far, with the virtual time; a click goes to the step that printed it. The last lines are
//! in the page, and earlier ones once someone scrolls back to them.

use crate::driver::dom;
use crate::stage::task_name;
use crate::state::{Command, ConsoleLine, Tab};
use loopglass_trace::Stream;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// How many writes more are shown when someone scrolls back, and how many at most.
const MORE: usize = 120;
const MOST: usize = 4_000;

/// What the console is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The last lines printed.
    pub lines: Rc<[ConsoleLine]>,
    /// How many earlier writes are not shown.
    pub earlier: usize,
    /// How many writes were asked for.
    pub shown: usize,
    /// The tab of a narrow page: a panel that comes into view shows its last line.
    pub tab: Tab,
    /// Where commands go.
    pub on_command: Callback<Command>,
    /// Called when more writes are to be shown.
    pub on_writes: Callback<usize>,
}

/// The console.
#[component]
pub fn Console(props: &Props) -> Html {
    let list = use_node_ref();
    {
        let list = list.clone();
        // Not the number of lines: what comes into view above is no reason to go to the last one.
        let last = props.lines.last().map(|line| (line.event, line.text.len()));
        use_effect_with((last, props.tab), move |_| {
            if let Some(list) = list.cast::<HtmlElement>() {
                dom::scroll_to_end(&list);
            }
        });
    }
    let onscroll = {
        let (list, on_writes) = (list.clone(), props.on_writes.clone());
        let (shown, may_grow) = (props.shown, props.earlier > 0 && props.shown < MOST);
        Callback::from(move |_: Event| {
            let Some(list) = list.cast::<HtmlElement>() else { return };
            dom::scrolled_from_end(&list);
            if may_grow && is_near_top(&list) {
                let page = usize::try_from(list.client_height()).unwrap_or_default() / 8;
                on_writes.emit((shown + MORE.max(page)).min(MOST));
            }
        })
    };
    html! {
        <section class="panel console-panel" aria-label="Console">
            <div class="panel-head"><h2>{ "Console" }</h2></div>
            if props.lines.is_empty() {
                <p class="console-empty">{ "nothing printed yet" }</p>
            }
            <div class="whole-rows"><div class="console-lines from-end" ref={list} {onscroll} onkeydown={dom::goes_by_arrows(".console-line")}><ol>
                if props.earlier > 0 { <li class="console-empty">{ format!("{} earlier lines", props.earlier) }</li> }
                { for props.lines.iter().zip((0..props.lines.len()).rev()).map(|(line, later)| view(line, later == 0, &props.on_command)) }
            </ol></div></div>
        </section>
    }
}

/// Whether less than two views are left above what is in view.
fn is_near_top(list: &HtmlElement) -> bool {
    // A list that is scrolled from its end counts downwards from zero.
    let above = list.scroll_height() - list.client_height() + list.scroll_top();
    above < 2 * list.client_height()
}

/// A line; the `last` one is a stop of the tabulator, and the arrow keys go on from there.
fn view(line: &ConsoleLine, last: bool, on_command: &Callback<Command>) -> Html {
    let event = line.event;
    let onclick = on_command.reform(move |_: MouseEvent| Command::Seek(event));
    let class = classes!(
        "console-line",
        (line.stream == Stream::Err).then_some("error"),
        line.fresh.then_some("fresh"),
    );
    html! {
        <li>
            <button {class} {onclick} tabindex={(!last).then_some("-1")} title="Go to the step that printed this" data-event={event.to_string()} data-task={task_name(line.task)}>
                <span class="console-time">{ &line.time }</span><span class="console-text">{ &line.text }</span>
            </button>
        </li>
    }
}
