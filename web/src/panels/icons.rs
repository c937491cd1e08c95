//! The few icons of the page, drawn as strokes so that they follow the text's colour.

use yew::prelude::*;

/// An icon's name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Icon {
    /// To the start.
    Start,
    /// One step back.
    Back,
    /// One step forward.
    Forward,
    /// To the end.
    End,
    /// Play.
    Play,
    /// Pause.
    Pause,
    /// Light or dark.
    Theme,
    /// Help.
    Keys,
    /// Step over.
    Over,
    /// Step into.
    Into,
    /// Close.
    Close,
    /// A link to this moment.
    Share,
    /// What to read beside the run.
    Guide,
}

/// The icon as an `svg` that assistive technology skips.
pub fn icon(name: Icon) -> Html {
    let body = match name {
        Icon::Start => html! { <><path d="M6 5v14" /><path d="M18 6l-7 6 7 6" /></> },
        Icon::Back => html! { <path d="M15 6l-7 6 7 6" /> },
        Icon::Forward => html! { <path d="M9 6l7 6-7 6" /> },
        Icon::End => html! { <><path d="M18 5v14" /><path d="M6 6l7 6-7 6" /></> },
        Icon::Play => html! { <path class="solid" d="M8 5.5l10 6.5-10 6.5z" /> },
        Icon::Pause => html! { <><path d="M9 6v12" /><path d="M15 6v12" /></> },
        Icon::Theme => {
            html! { <><circle cx="12" cy="12" r="7.5" /><path class="solid" d="M12 4.5a7.5 7.5 0 0 1 0 15z" /></> }
        }
        Icon::Keys => html! {
            <><path d="M9.2 9.3a2.9 2.9 0 1 1 4.3 2.6c-1 .6-1.5 1.1-1.5 2.3" /><path d="M12 17.6v.1" /></>
        },
        Icon::Share => html! {
            <><path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2" /><path d="M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2" /></>
        },
        Icon::Guide => html! {
            <><path d="M12 6.5c-2-1.4-4.5-1.8-8-1.5v13c3.5-.3 6 .1 8 1.5 2-1.4 4.5-1.8 8-1.5v-13c-3.5-.3-6 .1-8 1.5z" /><path d="M12 6.5v13" /></>
        },
        Icon::Over => html! {
            <><path d="M4 13a8 8 0 0 1 15-3" /><path d="M20 5l-1 5-5-1" /><circle class="solid" cx="12" cy="17" r="1.6" /></>
        },
        Icon::Into => html! { <><path d="M12 4v9" /><path d="M8 10l4 4 4-4" /><path d="M6 19h12" /></> },
        Icon::Close => html! { <><path d="M6 6l12 12" /><path d="M18 6L6 18" /></> },
    };
    html! { <svg viewBox="0 0 24 24" aria-hidden="true">{ body }</svg> }
}
