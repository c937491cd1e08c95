//! The list of keys, in a dialog.

use super::dialog::Dialog;
use crate::state::{Command, HELP};
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
    html! {
        <Dialog name="keys" title="Keys" on_command={props.on_command.clone()}>
            <dl>
                { for HELP.iter().map(|(keys, what)| html! {
                    <>
                        <dt>{ for keys.iter().map(|key| html! { <><kbd>{ *key }</kbd>{ " " }</> }) }</dt>
                        <dd>{ *what }</dd>
                    </>
                }) }
            </dl>
        </Dialog>
    }
}
