//! The ladder of who has control: the path so far, the current row lit. A click on a row goes there. Only the rows in
//! view are in the page; the room of the others is kept.

use crate::driver::dom;
use crate::elements::Elements;
use crate::stage::task_name;
use crate::state::{Command, Rung, Rungs, Tab};
use gloo_events::EventListener;
use std::ops::Range;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The rows that are in the page before it is known how many are in view, counted from the last.
pub const RUNGS_AT_FIRST: Range<usize> = 0..20;
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
    let last = rows.last().map(|row| row.number);
    let current = last.map(|last| last + after);
    let elements = use_mut_ref(Elements::default);
    let mut elements = elements.borrow_mut();
    elements.hand_out(rows.iter().map(|row| row.number), true);
    {
        let list = list.clone();
        use_effect_with((current, props.tab), move |_| {
            if let Some(list) = list.cast::<HtmlElement>() {
                dom::scroll_to_end(&list);
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
    let shown = use_mut_ref(Rc::<Rungs>::default);
    *shown.borrow_mut() = props.rungs.clone();
    let look = {
        let (list, on_view) = (list.clone(), props.on_view.clone());
        move || {
            let wanted = list.cast::<HtmlElement>().and_then(|list| wanted(&list, &shown.borrow()));
            if let Some(wanted) = wanted {
                on_view.emit(wanted);
            }
        }
    };
    {
        // A panel that is higher than the rows at first shows more of them as soon as there are more.
        let look = look.clone();
        use_effect_with((props.tab, *before > 0), move |_| look());
    }
    {
        let look = look.clone();
        use_effect_with((), move |_| {
            let resized = dom::window().map(|window| EventListener::new(&window, "resize", move |_| look()));
            move || drop(resized)
        });
    }
    let onscroll = {
        let list = list.clone();
        Callback::from(move |_: Event| {
            if let Some(list) = list.cast::<HtmlElement>() {
                dom::scrolled_from_end(&list);
            }
            look();
        })
    };
    html! {
        <section class="panel control-panel" aria-label="Control">
            <div class="panel-head"><h2>{ "Control" }</h2><span class="panel-note">{ "who has it, row by row" }</span></div>
            if rows.is_empty() {
                <p class="stage-empty">{ "Nothing has run yet." }</p>
            }
            <div class="whole-rows"><div class="ladder from-end" ref={list} {onscroll} onkeydown={dom::goes_by_arrows(".ladder-row")}><ol>
                <li key="before" class="room before" aria-hidden="true" />
                { for rows.iter().map(|rung| view(rung, elements.key(rung.number), current, last, &props.on_command)) }
                <li key="after" class="room after" aria-hidden="true" />
            </ol></div></div>
        </section>
    }
}

/// A row; the `last` one in the page is a stop of the tabulator, and the arrow keys go on from there.
fn view(
    rung: &Rung,
    key: u32,
    current: Option<usize>,
    last: Option<usize>,
    on_command: &Callback<Command>,
) -> Html {
    let event = rung.event;
    let onclick = on_command.reform(move |_: MouseEvent| Command::Seek(event));
    html! {
        <li {key}>
            <button
                class="ladder-row" {onclick} aria-current={(current == Some(rung.number)).then_some("step")}
                tabindex={(last != Some(rung.number)).then_some("-1")}
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

/// Says how many rows are not in the page, so that the style sheet keeps their room.
fn keep_room(list: &HtmlElement, before: usize, after: usize) {
    for (selector, rows) in [(".room.before", before), (".room.after", after)] {
        if let Some(room) = dom::all(list, selector).next() {
            dom::set_style(&room.style(), "--rows", &rows.to_string());
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
