//! Under the hood: a simplified asyncio, the executing line lit. A place to look, not to press.

use crate::state::Hood as Picture;
use std::rc::Rc;
use yew::prelude::*;

/// What the panel is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The listing, if any was in use.
    pub hood: Rc<Option<Picture>>,
}

/// The panel under the hood.
#[component]
pub fn Hood(props: &Props) -> Html {
    let hood = props.hood.as_ref().as_ref();
    html! {
        <section class="panel hood-panel" aria-label="Under the hood">
            <div class="panel-head">
                <h2>{ "Under the hood" }</h2>
                <span class="panel-note">{ hood.map_or("", |hood| hood.title) }</span>
            </div>
            if let Some(hood) = hood {
                <div class="hood" tabindex="0" role="region" aria-label="Simplified asyncio">
                    { for hood.lines.iter().enumerate().map(|(index, line)| {
                        let class = (index == hood.line).then_some(if hood.lit { "running" } else { "caused" });
                        html! { <div class={classes!("hood-line", class)}>{ *line }</div> }
                    }) }
                </div>
            } else {
                <p class="stage-empty">{ "asyncio has done nothing yet: only the script's own code runs." }</p>
            }
        </section>
    }
}
