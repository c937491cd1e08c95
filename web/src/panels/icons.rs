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
    /// Close.
    Close,
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
        Icon::Close => html! { <><path d="M6 6l12 12" /><path d="M18 6L6 18" /></> },
    };
    html! { <svg viewBox="0 0 24 24" aria-hidden="true">{ body }</svg> }
}
