//! What does not fit: a count that opens a list. The list is made only while it is open, and of it only what is in
//! view is in the page.

use crate::driver::dom;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// How many rows are in the page at least: as many as its height has room for, and a margin.
const ROWS: usize = 32;
/// How many of those lie above what is in view.
const ABOVE: usize = 8;

/// What does not fit.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// How many there are.
    pub count: usize,
    /// The first of them, once they are asked for.
    pub items: Vec<String>,
    /// Called when the list is opened or closed.
    pub on_open: Callback<bool>,
}

/// The count and its list.
#[component]
pub fn Rest(props: &Props) -> Html {
    let open = use_state(|| false);
    let first = use_state(|| 0_usize);
    let list = use_node_ref();
    let ontoggle = {
        let (open, first, on_open) = (open.clone(), first.clone(), props.on_open.clone());
        Callback::from(move |event: Event| {
            let is_open = event.target_dyn_into::<Element>().is_some_and(|it| it.has_attribute("open"));
            open.set(is_open);
            first.set(0);
            on_open.emit(is_open);
        })
    };
    let shown = *first..(*first + ROWS).min(props.items.len());
    {
        let (list, before, after) = (list.clone(), shown.start, props.items.len().saturating_sub(shown.end));
        use_effect_with((before, after, *open), move |&(before, after, _)| {
            let Some(list) = list.cast::<HtmlElement>() else { return };
            let height = row_height(&list);
            dom::set_style(&list.style(), "--before", &format!("{}px", before as f64 * height));
            dom::set_style(&list.style(), "--after", &format!("{}px", after as f64 * height));
        });
    }
    let onscroll = {
        let (list, first, count) = (list.clone(), first.clone(), props.items.len());
        Callback::from(move |_: Event| {
            let Some(list) = list.cast::<HtmlElement>() else { return };
            let top = (f64::from(list.scroll_top()) / row_height(&list).max(1.0)) as usize;
            let wanted = top.saturating_sub(ABOVE).min(count.saturating_sub(ROWS));
            // Half of the margin is used up before anything is drawn anew.
            if wanted.abs_diff(*first) >= ABOVE / 2 {
                first.set(wanted);
            }
        })
    };
    let unnamed = props.count.saturating_sub(props.items.len());
    html! {
        <details class="rest" {ontoggle}>
            <summary class="empty">{ format!("{} more", props.count) }</summary>
            if *open {
                <ol class="rest-list" ref={list} {onscroll} tabindex="0" aria-label="The others" start={(shown.start + 1).to_string()}>
                    { for props.items.get(shown.clone()).unwrap_or_default().iter().zip(shown).map(|(item, index)| {
                        html! { <li key={index}>{ item }</li> }
                    }) }
                    if unnamed > 0 { <li key="unnamed" class="rest-unnamed">{ format!("and {unnamed} more") }</li> }
                </ol>
            }
        </details>
    }
}

fn row_height(list: &HtmlElement) -> f64 {
    dom::all(list, "li").next().map_or(0.0, |row| f64::from(row.offset_height()))
}
