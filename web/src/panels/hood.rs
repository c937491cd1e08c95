//! Under the hood: a simplified asyncio, the executing line lit. A place to look, not to press.

use crate::state::{Hood as Picture, Tab};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What the panel is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The listing, if any was in use.
    pub hood: Rc<Option<Picture>>,
    /// Whether there is a run.
    pub has_run: bool,
    /// The tab of a narrow page: a panel that comes into view shows its line.
    pub tab: Tab,
}

/// The panel under the hood.
#[component]
pub fn Hood(props: &Props) -> Html {
    let hood = props.hood.as_ref().as_ref();
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect_with((props.hood.clone(), props.tab), move |(hood, _)| {
            if let (Some(list), Some(hood)) = (list.cast::<HtmlElement>(), hood.as_ref()) {
                show_line(&list, hood.line as i32, hood.lines.len() as i32);
            }
        });
    }
    html! {
        <section class="panel hood-panel" aria-label="Under the hood">
            <div class="panel-head">
                <h2>{ "Under the hood" }</h2>
                <span class="panel-note">{ hood.map(title).unwrap_or_default() }</span>
            </div>
            if let Some(hood) = hood {
                <div class="whole-rows"><div class={classes!("hood", (!hood.lit).then_some("past"))} ref={list} tabindex="0" role="region" aria-label="Simplified asyncio">
                    { for hood.lines.iter().enumerate().map(|(index, line)| {
                        let class = (index == hood.line).then_some(if hood.lit { "running" } else { "caused" });
                        html! { <div class={classes!("hood-line", class)}>{ *line }</div> }
                    }) }
                </div></div>
            } else if props.has_run {
                <p class="stage-empty">{ "Nothing of asyncio is at work here: only the script's own code runs." }</p>
            } else {
                <p class="stage-empty">{ "Nothing has run yet." }</p>
            }
        </section>
    }
}

/// What the listing is called, and whether what is marked in it is over.
fn title(hood: &Picture) -> String {
    if hood.lit { hood.title.to_owned() } else { format!("before: {}", hood.title) }
}

/// Scrolls so that a line and the one after it are in view.
fn show_line(list: &HtmlElement, line: i32, count: i32) {
    let height = list.scroll_height() / count.max(1);
    let (top, bottom) = (line * height, (line + 2) * height);
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}
