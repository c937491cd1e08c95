//! The state of the page and the commands that change it, as a pure reducer: no element, no timer, no
//! storage. What must happen outside is returned as an [`Effect`].

mod compose;
mod keys;
mod picture;

pub use compose::{
    ConsoleLine, Explanation, Hood, Look, Notice, Sentence, Source, code, console, explain, hood, hue,
    notice, stage,
};
pub use keys::{HELP, Key, command};
pub use picture::*;

use loopglass_trace::{Detail, Diagnostic, Granularity, Trace};
use std::rc::Rc;

/// A panel's tab where the page is too narrow for columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tab {
    /// The script.
    Code,
    /// The event loop and the cards.
    #[default]
    Stage,
    /// The ladder.
    Control,
    /// What was printed.
    Console,
}

impl Tab {
    /// All tabs with their names.
    pub const ALL: [(Tab, &'static str); 4] =
        [(Tab::Code, "code"), (Tab::Stage, "stage"), (Tab::Control, "control"), (Tab::Console, "console")];

    /// The tab's name for the style sheet and on its button.
    pub fn name(self) -> &'static str {
        Tab::ALL.iter().find(|(tab, _)| *tab == self).map_or("stage", |(_, name)| name)
    }
}

/// What lies over the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Overlay {
    /// The menu of scenarios.
    Scenarios,
    /// The list of keys.
    Keys,
}

/// Which script is in the editor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Choice {
    /// A scenario, by its id.
    Scenario(String),
    /// The person's own.
    Own,
}

/// Speeds of playing: the name, and milliseconds for a step.
pub const SPEEDS: [(&str, u32); 6] =
    [("¼×", 3200), ("½×", 1600), ("1×", 800), ("2×", 400), ("4×", 200), ("16×", 50)];

/// A number with its thousands set apart: `1,000,543`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A row of the control ladder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rung {
    /// Its number, from 1.
    pub number: usize,
    /// How deep it is indented.
    pub depth: usize,
    /// Who has control.
    pub text: String,
    /// The event at which control came here.
    pub event: usize,
}

/// The state of the page.
#[derive(Clone, PartialEq, Debug)]
pub struct State {
    /// The text in the editor.
    pub source: Rc<str>,
    /// The text that was run last.
    pub ran: Rc<str>,
    /// Which script it is.
    pub choice: Choice,
    /// The person's own script as it was last, whatever is in the editor.
    pub own: Option<Rc<str>>,
    /// The event the page stands after.
    pub cursor: usize,
    /// Where to go once the run has got there.
    pub goal: Option<usize>,
    /// How far a step goes.
    pub granularity: Granularity,
    /// How much is shown.
    pub detail: Detail,
    /// Whether it plays.
    pub playing: bool,
    /// Index into [`SPEEDS`].
    pub speed: usize,
    /// The tab that is shown on a narrow page.
    pub tab: Tab,
    /// What lies over the page.
    pub overlay: Option<Overlay>,
    /// Whether the last change of the cursor may be seen as movement.
    pub glides: bool,
    /// Whether a run is going on.
    pub running: bool,
    /// What is wrong with the text that was run last.
    pub diagnostics: Rc<[Diagnostic]>,
}

/// What a person asks for, by key, button or gesture.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// One step forward, at a granularity or at the current one. At the end it does nothing.
    Forward(Option<Granularity>),
    /// One step back. At the start it does nothing.
    Back(Option<Granularity>),
    /// To the first stop.
    Start,
    /// To the last stop.
    End,
    /// After an event; beyond the last one, after the last.
    Seek(usize),
    /// To the stop of that number, from 0, at the current granularity, without movement.
    Scrub(usize),
    /// To the next print.
    NextPrint,
    /// To the print before.
    PreviousPrint,
    /// To where another task begins to run.
    NextTaskChange,
    /// Sets the granularity.
    Granularity(Granularity),
    /// The granularity before the current one, in the order of their buttons.
    GranularityBefore,
    /// The one after it.
    GranularityAfter,
    /// Plays or pauses; at the end it plays from the start.
    TogglePlay,
    /// The time for a step of playing has passed.
    Tick,
    /// Sets the speed, an index into [`SPEEDS`].
    Speed(usize),
    /// Sets how much is shown.
    Detail(Detail),
    /// Shows a tab.
    Tab(Tab),
    /// Opens or closes the menu of scenarios.
    ToggleScenarios,
    /// Opens or closes the list of keys.
    ToggleKeys,
    /// Closes what is open, else leaves the focus.
    Leave,
    /// The text was edited.
    Edit(String),
    /// Runs the text in the editor.
    Run,
    /// Stops the run; what was recorded stays.
    StopRun,
    /// Puts a script into the editor and runs it.
    Pick(Choice, Rc<str>),
    /// Changes between light and dark.
    ToggleTheme,
}

/// What is to be done outside after a command.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Nothing.
    None,
    /// Run [`State::source`].
    Run,
    /// Stop the run.
    StopRun,
    /// Give the focus away.
    Blur,
    /// Change between light and dark.
    Theme,
}

impl State {
    /// The state with a script in the editor that is still to be run.
    pub fn new(choice: Choice, source: Rc<str>) -> State {
        State {
            ran: source.clone(),
            source,
            choice,
            own: None,
            cursor: 0,
            goal: None,
            granularity: Granularity::Handoff,
            detail: Detail::Essentials,
            playing: false,
            speed: 2,
            tab: Tab::Stage,
            overlay: None,
            glides: false,
            running: false,
            diagnostics: Rc::new([]),
        }
    }

    /// Whether the text in the editor is not what was run.
    pub fn edited(&self) -> bool {
        self.source != self.ran
    }

    /// Obeys a command; `trace` is the recorded run.
    pub fn apply(&mut self, command: Command, trace: &Trace) -> Effect {
        match command {
            Command::Forward(by) => self.step(self.next(trace, by)),
            Command::Back(by) => self.step(self.previous(trace, by)),
            Command::Start => self.jump(0),
            Command::End => self.jump(trace.len().saturating_sub(1)),
            Command::Seek(event) => self.jump(event.min(trace.len().saturating_sub(1))),
            Command::Scrub(number) => {
                let last = trace.stop_count(self.granularity, self.detail).saturating_sub(1);
                self.jump(trace.stop(number.min(last), self.granularity, self.detail).unwrap_or(0));
            }
            Command::NextPrint => self.step(trace.next_print(self.cursor)),
            Command::PreviousPrint => self.step(trace.previous_print(self.cursor)),
            Command::NextTaskChange => self.step(trace.next_task_change(self.cursor, self.detail)),
            Command::Granularity(granularity) => self.granularity = granularity,
            Command::GranularityBefore => self.granularity = neighbour(self.granularity, -1),
            Command::GranularityAfter => self.granularity = neighbour(self.granularity, 1),
            Command::TogglePlay => self.toggle_play(trace),
            Command::Tick => self.tick(trace),
            Command::Speed(speed) => self.speed = speed.min(SPEEDS.len() - 1),
            Command::Detail(detail) => self.detail = detail,
            Command::Tab(tab) => self.tab = tab,
            Command::ToggleScenarios => self.toggle(Overlay::Scenarios),
            Command::ToggleKeys => self.toggle(Overlay::Keys),
            Command::Leave => return if self.overlay.take().is_some() { Effect::None } else { Effect::Blur },
            Command::Edit(text) => self.edit(text.into()),
            Command::Run => return self.run(),
            Command::StopRun => return Effect::StopRun,
            Command::Pick(choice, source) => {
                self.choice = choice;
                self.source = source;
                self.overlay = None;
                return self.run();
            }
            Command::ToggleTheme => return Effect::Theme,
        }
        Effect::None
    }

    /// The recorded run has grown; goes on towards the goal, if there is one.
    pub fn grown(&mut self, len: usize) {
        if let Some(goal) = self.goal
            && len > goal
        {
            self.cursor = goal;
            self.goal = None;
            self.glides = false;
        }
    }

    fn next(&self, trace: &Trace, by: Option<Granularity>) -> Option<usize> {
        trace.next_stop(self.cursor, by.unwrap_or(self.granularity), self.detail)
    }

    fn previous(&self, trace: &Trace, by: Option<Granularity>) -> Option<usize> {
        trace.previous_stop(self.cursor, by.unwrap_or(self.granularity), self.detail)
    }

    fn run(&mut self) -> Effect {
        self.ran = self.source.clone();
        self.playing = false;
        self.cursor = 0;
        self.goal = None;
        self.glides = false;
        Effect::Run
    }

    fn step(&mut self, to: Option<usize>) {
        self.playing = false;
        self.goal = None;
        if let Some(to) = to {
            self.cursor = to;
            self.glides = true;
        }
    }

    fn jump(&mut self, to: usize) {
        self.playing = false;
        self.goal = None;
        self.cursor = to;
        self.glides = false;
    }

    fn toggle_play(&mut self, trace: &Trace) {
        self.goal = None;
        self.playing = !self.playing;
        if self.playing && self.next(trace, None).is_none() {
            self.cursor = 0;
            self.glides = false;
        }
    }

    fn tick(&mut self, trace: &Trace) {
        if !self.playing {
            return;
        }
        match self.next(trace, None) {
            Some(next) => {
                self.cursor = next;
                self.glides = SPEEDS[self.speed].1 >= 200;
            }
            None => self.playing = self.running,
        }
    }

    fn toggle(&mut self, overlay: Overlay) {
        self.overlay = (self.overlay != Some(overlay)).then_some(overlay);
    }

    fn edit(&mut self, text: Rc<str>) {
        self.playing = false;
        self.choice = Choice::Own;
        self.own = Some(text.clone());
        self.source = text;
    }
}

/// The granularities in the order of their buttons.
pub const GRANULARITIES: [(Granularity, &str); 4] = [
    (Granularity::Handoff, "handoff"),
    (Granularity::Line, "line"),
    (Granularity::TaskStep, "task step"),
    (Granularity::Iteration, "iteration"),
];

/// The granularity next to one in the order of their buttons.
fn neighbour(granularity: Granularity, by: isize) -> Granularity {
    let at = GRANULARITIES.iter().position(|(other, _)| *other == granularity).unwrap_or(0);
    GRANULARITIES[at.saturating_add_signed(by).min(GRANULARITIES.len() - 1)].0
}

#[cfg(test)]
mod tests;
