//! A modal dialog of the browser's own, with a title and a way to close it.

use super::icons::{Icon, icon};
use crate::state::Command;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What a dialog is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its class among the dialogs; the id of its title begins with it.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Where commands go.
    pub on_command: Callback<Command>,
    /// What it holds.
    pub children: Html,
}

/// The dialog; shown as long as it is in the page.
#[component]
pub fn Dialog(props: &Props) -> Html {
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
    let title = format!("{}-title", props.name);
    html! {
        <dialog class={classes!("popover", "dialog", props.name)} ref={dialog} aria-labelledby={title.clone()} {oncancel}>
            <div class="dialog-head">
                <h2 id={title}>{ props.title }</h2>
                <button class="icon-button bare" aria-label="Close" onclick={close}>{ icon(Icon::Close) }</button>
            </div>
            { props.children.clone() }
        </dialog>
    }
}
