//! What the page shows around its panels and over them, and says of what it shows.

use super::App;
use crate::state::{Choice, Command, Tab};
use loopglass_trace::Severity;
use loopglass_trace::files::{Parts, UNNAMED};
use yew::prelude::*;

impl App {
    pub(super) fn tabs(&self, on_command: &Callback<Command>) -> Html {
        html! {
            <nav class="tabs" aria-label="Panels">
                { for Tab::ALL.iter().filter(|(tab, _)| *tab != Tab::Guide || self.has_guide()).map(|&(tab, name)| html! {
                    <button
                        class={format!("tab-{name}")} aria-pressed={(self.state.tab == tab).to_string()}
                        onclick={on_command.reform(move |_: MouseEvent| Command::Tab(tab))}
                    >{ name }</button>
                }) }
            </nav>
        }
    }

    /// What to watch in the scenario that is shown, if one is.
    pub(super) fn watch(&self) -> Option<&'static str> {
        match &self.state.choice {
            Choice::Scenario(id) if !self.state.edited() => loopglass_scenarios::find(id).map(|it| it.watch),
            _ => None,
        }
    }

    /// Where one may go on from the last step of a scenario; from what the page opens with at its first one, too,
    /// since that shows an `await` of one kind only.
    pub(super) fn onward(&self) -> Option<(&'static str, &'static str)> {
        let Choice::Scenario(id) = &self.state.choice else { return None };
        let scenario =
            loopglass_scenarios::find(id).filter(|_| !self.state.edited() && !self.state.running)?;
        if !self.moment.can_forward {
            Some(("Go on with", scenario.id))
        } else if !self.moment.can_back && scenario == loopglass_scenarios::default_scenario() {
            Some(("Or compare", scenario.id))
        } else {
            None
        }
    }

    /// What is said over a stage that does not belong to the text in the editor.
    pub(super) fn veil(&self) -> Option<&'static str> {
        if self.state.held {
            Some("The page came to its end while this script ran, so it was not run by itself this time.")
        } else {
            self.state.edited().then_some("The script was edited. This is the run before.")
        }
    }

    /// What is wrong with the script, if it could not be run.
    pub(super) fn wrong(&self) -> Option<AttrValue> {
        let mut wrong = self.state.diagnostics.iter().filter(|_| self.moment.count == 0);
        let wrong = wrong.find(|it| it.severity == Severity::Error)?;
        let line = Parts::of(&self.state.ran, UNNAMED).source_line(wrong.span.line);
        Some(format!("Line {line}: {}.", wrong.message).into())
    }

    pub(super) fn notice(&self, on_command: &Callback<Command>) -> Html {
        if let Some(message) = &self.state.message {
            let away = on_command.reform(|_: MouseEvent| Command::Say(None));
            return html! {
                <div class="notice calm" role="alert">
                    <span>{ &**message }</span><span class="spacer" />
                    <button class="button small" onclick={away}>{ "OK" }</button>
                </div>
            };
        }
        // A scenario, or a script in a course, may well be about an exception.
        let is_own = self.state.choice == Choice::Own && !self.outside.is_embedded();
        let notice = self.notice.as_ref().filter(|it| !self.state.running && (is_own || !it.is_mistake));
        let Some(notice) = notice else { return Html::default() };
        let event = notice.event;
        html! {
            <div class="notice" role="alert">
                <span>
                    <b>{ notice.head }</b>{ " " }{ &notice.text }
                    if let Some(raise) = &notice.raise {
                        { " To raise it, put " }<code>{ raise }</code>{ " into the script." }
                    }
                </span>
                <span class="spacer" />
                <button class="button small" onclick={on_command.reform(move |_: MouseEvent| Command::Seek(event))}>{ "Go there" }</button>
            </div>
        }
    }
}
