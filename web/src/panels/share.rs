//! The dialog that holds the link to this moment, and what can be saved of it.

use super::dialog::Dialog;
use crate::state::Command;
use yew::prelude::*;

/// What can be saved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum File {
    /// The script.
    Script,
    /// The stage at this step, as a drawing.
    Svg,
    /// The stage at this step, as a picture.
    Png,
    /// This step and those after it, as one picture that moves.
    Animation,
    /// The trace, as JSON lines.
    Trace,
    /// The trace, for Perfetto.
    Perfetto,
}

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The link: not made yet, or too long to be one.
    pub link: Option<Option<AttrValue>>,
    /// Whether it was copied, or could not be.
    pub copied: Option<bool>,
    /// Called to copy the link.
    pub on_copy: Callback<()>,
    /// Called to save something.
    pub on_save: Callback<File>,
    /// Where commands go.
    pub on_command: Callback<Command>,
}

/// The dialog; shown as long as it is in the page.
#[component]
pub fn Share(props: &Props) -> Html {
    html! {
        <Dialog name="share" title="Share this moment" on_command={props.on_command.clone()}>
            { link(props) }
            <h3>{ "Save" }</h3>
            <div class="share-files">
                { for FILES.iter().map(|&(file, name, what)| html! {
                    <button class="share-file" onclick={props.on_save.reform(move |_: MouseEvent| file)}>
                        <b>{ name }</b><span>{ what }</span>
                    </button>
                }) }
            </div>
        </Dialog>
    }
}

const FILES: &[(File, &str, &str)] = &[
    (File::Svg, "The stage, as SVG", "sharp at any size"),
    (File::Png, "The stage, as PNG", "for slides and chats"),
    (File::Animation, "From this step on, moving", "animated PNG, up to 60 steps"),
    (File::Script, "The script", "a Python file"),
    (File::Trace, "The trace", "JSON lines, one an event"),
    (File::Perfetto, "The trace, for Perfetto", "tasks as threads on virtual time"),
];

fn link(props: &Props) -> Html {
    match &props.link {
        None => html! { <p>{ "…" }</p> },
        Some(None) => html! {
            <p role="status">{ "This script is too long for a link (over 14 kB). Save it as a file and send that." }</p>
        },
        Some(Some(address)) => {
            let copy = props.on_copy.reform(|_: MouseEvent| ());
            let told = match props.copied {
                None => "All of it is in the link itself: no server ever sees your script.",
                Some(true) => "Copied.",
                Some(false) => "The browser did not allow copying: select the link and copy it by hand.",
            };
            html! {
                <>
                    <p>{ "It opens this script at this step." }</p>
                    <div class="share-link">
                        <input type="text" readonly={true} aria-label="Link to this moment" value={address.clone()} />
                        <button class="button primary" onclick={copy}>{ "Copy link" }</button>
                    </div>
                    <p class="share-note" role="status">{ told }</p>
                </>
            }
        }
    }
}
