//! The ladder of who has control: the path so far, the current row lit. A click on a row goes there. Only the rows in
//! view are in the page; the room of the others is kept.

use crate::driver::dom;
use crate::stage::task_name;
use crate::state::{Command, Rung, Rungs, Tab};
use std::ops::Range;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The rows that are in the page before it is known how many are in view, counted from the last.
pub const RUNGS_AT_FIRST: Range<usize> = 0..48;
/// How many rows beyond those in view are in the page, above and below.
const MARGIN: usize = 16;

/// What the ladder is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The rows of the path so far that are in view; the last one of all is current.
    pub rungs: Rc<Rungs>,
    /// The tab of a narrow page: a panel that comes into view shows its last line.
    pub tab: Tab,
    /// Where commands go.
    pub on_command: Callback<Command>,
    /// Called with the rows that are wanted, counted from the last.
    pub on_view: Callback<Range<usize>>,
}

/// The control panel.
#[component]
pub fn Control(props: &Props) -> Html {
    let list = use_node_ref();
    let Rungs { rows, before, after } = &*props.rungs;
    let current = rows.last().map(|row| row.number + after);
    {
        let list = list.clone();
        use_effect_with((current, props.tab), move |_| {
            if let Some(list) = list.cast::<HtmlElement>() {
                // It is scrolled from its end, so it stays there when its room changes.
                list.set_scroll_top(0);
            }
        });
    }
    {
        let list = list.clone();
        use_effect_with((*before, *after), move |&(before, after)| {
            if let Some(list) = list.cast::<HtmlElement>() {
                keep_room(&list, before, after);
            }
        });
    }
    let onscroll = {
        let (list, rungs, on_view) = (list.clone(), props.rungs.clone(), props.on_view.clone());
        Callback::from(move |_: Event| {
            if let Some(wanted) = list.cast::<HtmlElement>().and_then(|list| wanted(&list, &rungs)) {
                on_view.emit(wanted);
            }
        })
    };
    html! {
        <section class="panel control-panel" aria-label="Control">
            <div class="panel-head"><h2>{ "Control" }</h2><span class="panel-note">{ "who has it, row by row" }</span></div>
            <div class="ladder from-end" ref={list} {onscroll}><ol>
                <li key="before" class="room before" aria-hidden="true" />
                { for rows.iter().map(|rung| view(rung, current, &props.on_command)) }
                <li key="after" class="room after" aria-hidden="true" />
            </ol></div>
        </section>
    }
}

fn view(rung: &Rung, current: Option<usize>, on_command: &Callback<Command>) -> Html {
    let event = rung.event;
    let onclick = on_command.reform(move |_: MouseEvent| Command::Seek(event));
    html! {
        <li key={rung.number}>
            <button
                class="ladder-row" {onclick} aria-current={(current == Some(rung.number)).then_some("step")}
                data-row={rung.number.to_string()} data-depth={rung.depth.to_string()} data-text={rung.text.clone()} data-task={task_name(rung.task)}
            >
                <span class="ladder-number" aria-hidden="true">{ rung.number }</span>
                { format!("{}{}", "  ".repeat(rung.depth), rung.text) }
            </button>
        </li>
    }
}

/// The height of a row; all are alike.
fn row_height(list: &HtmlElement) -> f64 {
    dom::all(list, ".ladder-row").next().map_or(0.0, |row| f64::from(row.offset_height()))
}

/// Gives the rows that are not in the page their room.
fn keep_room(list: &HtmlElement, before: usize, after: usize) {
    let height = row_height(list);
    for (selector, rows) in [(".room.before", before), (".room.after", after)] {
        if let Some(room) = dom::all(list, selector).next() {
            dom::set_style(&room.style(), "height", &format!("{}px", rows as f64 * height));
        }
    }
}

/// The rows to have in the page, counted from the last, if some in view are not there.
fn wanted(list: &HtmlElement, rungs: &Rungs) -> Option<Range<usize>> {
    let height = row_height(list);
    if height <= 0.0 {
        return None;
    }
    // A list that is scrolled from its end counts downwards from zero.
    let below = (-f64::from(list.scroll_top())).max(0.0);
    let first = (below / height) as usize;
    let seen = first..first + (f64::from(list.client_height()) / height).ceil() as usize + 1;
    let all = rungs.before + rungs.rows.len() + rungs.after;
    let there = rungs.after..rungs.after + rungs.rows.len();
    let is_there = there.start <= seen.start && seen.end.min(all) <= there.end;
    (!is_there).then(|| seen.start.saturating_sub(MARGIN)..(seen.end + MARGIN).max(RUNGS_AT_FIRST.end))
}
