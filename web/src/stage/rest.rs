//! What does not fit: a count that opens a list. The list is in the page only while it is open.

use web_sys::Element;
use yew::prelude::*;

/// What does not fit.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// How many there are.
    pub count: usize,
    /// The first of them.
    pub items: Vec<String>,
}

/// The count and its list.
#[component]
pub fn Rest(props: &Props) -> Html {
    let open = use_state(|| false);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            open.set(event.target_dyn_into::<Element>().is_some_and(|details| details.has_attribute("open")));
        })
    };
    let unnamed = props.count.saturating_sub(props.items.len());
    html! {
        <details class="rest" {ontoggle}>
            <summary class="empty">{ format!("{} more", props.count) }</summary>
            if *open {
                <ol class="rest-list" tabindex="0" aria-label="The others">
                    { for props.items.iter().map(|item| html! { <li>{ item }</li> }) }
                    if unnamed > 0 { <li class="rest-unnamed">{ format!("and {unnamed} more") }</li> }
                </ol>
            }
        </details>
    }
}
