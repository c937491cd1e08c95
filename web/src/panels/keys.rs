//! The list of keys, a modal dialog of the browser's own.

use super::icons::{Icon, icon};
use crate::state::{Command, HELP};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What the list of keys is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Where commands go.
    pub on_command: Callback<Command>,
}

/// The list of keys; shown as long as it is in the page.
#[component]
pub fn Keys(props: &Props) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // Fails only if it is open already, which is what is wanted.
                let _ = dialog.show_modal();
            }
        });
    }
    let close = props.on_command.reform(|_: MouseEvent| Command::Leave);
    let oncancel = props.on_command.reform(|event: Event| {
        event.prevent_default();
        Command::Leave
    });
    html! {
        <dialog class="popover dialog keys" ref={dialog} aria-labelledby="keys-title" {oncancel}>
            <div class="dialog-head">
                <h2 id="keys-title">{ "Keys" }</h2>
                <button class="icon-button bare" aria-label="Close" onclick={close}>{ icon(Icon::Close) }</button>
            </div>
            <dl>
                { for HELP.iter().map(|(keys, what)| html! {
                    <>
                        <dt>{ for keys.iter().map(|key| html! { <><kbd>{ *key }</kbd>{ " " }</> }) }</dt>
                        <dd>{ *what }</dd>
                    </>
                }) }
            </dl>
        </dialog>
    }
}
