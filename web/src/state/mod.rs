//! The state of the page and the commands that change it, as a pure reducer: no element, no timer, no
//! storage. What must happen outside is returned as an [`Effect`].

mod command;
mod guide;
mod history;
mod keys;
mod predict;

pub use command::{Command, Effect};
pub use guide::{GuideParagraph, GuidePart, GuidePicture, Neighbour};
pub use history::{name_of, remembering};
pub use keys::{HELP, Key, command};
pub use loopglass_picture::*;
pub use predict::{Predict, Question};

use loopglass_trace::{Detail, Diagnostic, Event, FutureId, Granularity, Trace};
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
    /// The stage with the timeline under it.
    Timeline,
    /// What to read beside the run.
    Guide,
}

impl Tab {
    /// All tabs with their names.
    pub const ALL: [(Tab, &'static str); 6] = [
        (Tab::Code, "code"),
        (Tab::Stage, "stage"),
        (Tab::Guide, "guide"),
        (Tab::Control, "control"),
        (Tab::Console, "console"),
        (Tab::Timeline, "timeline"),
    ];

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
    /// The link to this moment, and what can be saved.
    Share,
}

/// Where to go once the run has got there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Goal {
    /// After an event.
    Event(usize),
    /// To the moment of a name.
    Named(MomentName),
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
    /// The task whose step it is part of.
    pub task: Option<FutureId>,
}

/// The rows of the ladder that are in view.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rungs {
    /// The rows.
    pub rows: Vec<Rung>,
    /// How many there are before those.
    pub before: usize,
    /// How many there are after those, up to the current one.
    pub after: usize,
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
    /// The scenario that the script is, or that it was made from.
    pub lesson: Option<Rc<str>>,
    /// Whether the guide is shown beside the stage.
    pub guide: bool,
    /// The event the page stands after.
    pub cursor: usize,
    /// Where to go once the run has got there.
    pub goal: Option<Goal>,
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
    /// The lines with a breakpoint, ascending.
    pub breakpoints: Rc<[u32]>,
    /// The person's scripts that were run last, the latest first.
    pub history: Rc<[Rc<str>]>,
    /// Whether the text in the editor is only shown, since running it once ended the page.
    pub held: bool,
    /// Whether the stage is shown as tables.
    pub table: bool,
    /// Whether the timeline's axis is virtual time instead of steps.
    pub by_time: bool,
    /// The questions and answers, while the person predicts.
    pub predict: Option<Predict>,
    /// What there is to say beside the panels, until it is put away.
    pub message: Option<Rc<str>>,
}

impl State {
    /// The state with a script in the editor that is still to be run.
    pub fn new(choice: Choice, source: Rc<str>) -> State {
        State {
            ran: source.clone(),
            source,
            lesson: lesson_of(&choice),
            guide: false,
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
            breakpoints: Rc::new([]),
            history: Rc::new([]),
            held: false,
            table: false,
            by_time: false,
            predict: None,
            message: None,
        }
    }

    /// Whether the text in the editor is not what was run.
    pub fn edited(&self) -> bool {
        self.held || self.source != self.ran
    }

    /// Takes another script's place in the catalogue, or none.
    pub fn choose(&mut self, choice: Choice) {
        self.lesson = lesson_of(&choice);
        self.choice = choice;
    }

    /// Obeys a command; `trace` is the recorded run.
    pub fn apply(&mut self, command: Command, trace: &Trace) -> Effect {
        match command {
            Command::Forward(by) => self.forward(trace, self.next(trace, by)),
            Command::Back(by) => self.step(self.previous(trace, by)),
            Command::Start => self.jump(0),
            Command::End => self.jump(trace.len().saturating_sub(1)),
            Command::Seek(event) => self.jump(event.min(trace.len().saturating_sub(1))),
            Command::SeekNamed(name) => self.jump(name.find(trace, true).unwrap_or(0)),
            Command::SeekTime(ns) => self.jump(trace.at_time(ns)),
            Command::Scrub(number) => {
                let last = trace.stop_count(self.granularity, self.detail).saturating_sub(1);
                self.jump(trace.stop(number.min(last), self.granularity, self.detail).unwrap_or(0));
            }
            Command::NextPrint => self.forward(trace, trace.next_print(self.cursor)),
            Command::PreviousPrint => self.step(trace.previous_print(self.cursor)),
            Command::NextTaskChange => {
                self.forward(trace, trace.next_task_change(self.cursor, self.detail));
            }
            Command::StepOver => self.forward(trace, trace.step_over(self.cursor)),
            Command::StepInto => self.forward(trace, into(trace, self.cursor)),
            Command::NextBreakpoint => self.step(trace.next_breakpoint(self.cursor, &self.breakpoints)),
            Command::PreviousBreakpoint => {
                self.step(trace.previous_breakpoint(self.cursor, &self.breakpoints));
            }
            Command::ToggleBreakpoint => self.toggle_breakpoint(trace),
            Command::Breakpoints(lines) => self.set_breakpoints(lines),
            Command::Granularity(granularity) => self.granularity = granularity,
            Command::GranularityBefore => self.granularity = neighbour(self.granularity, -1),
            Command::GranularityAfter => self.granularity = neighbour(self.granularity, 1),
            Command::TogglePlay => self.toggle_play(trace),
            Command::Tick => self.tick(trace),
            Command::Speed(speed) => self.speed = speed.min(SPEEDS.len() - 1),
            Command::Detail(detail) => self.detail = detail,
            Command::Tab(tab) => self.tab = tab,
            Command::Guide(guide) => self.show_guide(guide),
            Command::ToggleGuide => self.show_guide(!self.guide),
            Command::Table(table) => self.table = table,
            Command::ByTime(by_time) => self.by_time = by_time,
            Command::Predict(predicts) => {
                self.predict = predicts.then(Predict::default);
                self.ask_ahead(trace);
            }
            Command::Choose(choice) => {
                if let Some(predict) = &mut self.predict {
                    predict.choose(choice);
                }
            }
            Command::ToggleScenarios => self.toggle(Overlay::Scenarios),
            Command::ToggleKeys => self.toggle(Overlay::Keys),
            Command::ToggleShare => self.toggle(Overlay::Share),
            Command::Leave => return if self.overlay.take().is_some() { Effect::None } else { Effect::Blur },
            Command::Edit(text) => self.edit(text.into()),
            Command::Run => return self.run(),
            Command::StopRun => return Effect::StopRun,
            Command::Pick(choice, source) => {
                if choice == Choice::Own {
                    self.keep_own();
                    self.own = Some(source.clone());
                }
                self.choose(choice);
                self.source = source;
                self.overlay = None;
                self.breakpoints = Rc::new([]);
                return self.run();
            }
            Command::Open(text) => {
                self.keep_own();
                self.lesson = None;
                self.edit(text.replace("\r\n", "\n").into());
                self.overlay = None;
                self.breakpoints = Rc::new([]);
                return self.run();
            }
            Command::Say(message) => self.message = message,
            Command::ToggleTheme => return Effect::Theme,
        }
        Effect::None
    }

    /// The recorded run has grown; goes on towards the goal, if there is one.
    pub fn grown(&mut self, trace: &Trace) {
        let ended = !self.running;
        let reached = match self.goal {
            None => return,
            Some(Goal::Event(event)) => (trace.len() > event).then_some(event),
            Some(Goal::Named(name)) => name.find(trace, ended),
        };
        if let Some(event) = reached {
            self.cursor = event;
            self.glides = false;
        }
        if reached.is_some() || ended {
            self.goal = None;
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
        if self.choice == Choice::Own {
            self.history = remembering(&self.history, &self.source);
        }
        self.held = false;
        if self.lesson.as_deref().is_some_and(|lesson| is_another(lesson, &self.source)) {
            self.lesson = None;
        }
        self.predict = self.predict.take().map(|_| Predict::default());
        self.message = None;
        self.playing = false;
        self.cursor = 0;
        self.goal = None;
        self.glides = false;
        Effect::Run
    }

    /// A step forward; while the person predicts, it first asks what comes next, and waits for the answer.
    fn forward(&mut self, trace: &Trace, to: Option<usize>) {
        let cursor = self.cursor;
        let Some((predict, target)) = self.predict.as_ref().zip(to) else { return self.step(to) };
        // After an answer one goes on to where the step led that was asked about.
        let target = predict.question.as_ref().map_or(target, |question| question.target.max(cursor));
        if !self.asks(trace, target) {
            self.step(Some(target));
            self.ask_ahead(trace);
        }
        self.playing = false;
    }

    /// Asks at once what the next step would ask, before anything that is said of this one gives it away.
    fn ask_ahead(&mut self, trace: &Trace) {
        if let Some(next) = self.next(trace, None) {
            self.asks(trace, next);
        }
    }

    fn step(&mut self, to: Option<usize>) {
        self.playing = false;
        self.goal = None;
        self.withdraw();
        if let Some(to) = to {
            self.cursor = to;
            self.glides = true;
        }
    }

    /// Takes back what was asked: the page goes elsewhere.
    fn withdraw(&mut self) {
        if let Some(predict) = &mut self.predict {
            predict.question = None;
        }
    }

    fn jump(&mut self, to: usize) {
        self.playing = false;
        self.goal = None;
        self.withdraw();
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
        let stop = trace.next_breakpoint(self.cursor, &self.breakpoints);
        match self.next(trace, None) {
            Some(next) if stop.is_some_and(|stop| stop <= next) => self.step(stop),
            Some(next) if self.predict.is_some() => {
                let playing = !self.asks(trace, next);
                if playing {
                    self.step(Some(next));
                }
                self.playing = playing;
            }
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

    fn asks(&mut self, trace: &Trace, target: usize) -> bool {
        let (cursor, detail) = (self.cursor, self.detail);
        self.predict.as_mut().is_some_and(|it| it.waits() || it.ask(trace, detail, cursor, target))
    }

    fn toggle_breakpoint(&mut self, trace: &Trace) {
        let last = trace.previous_stop(self.cursor + 1, Granularity::Line, Detail::Exact);
        let Some(Event::Line { line }) = last.and_then(|at| trace.event(at)) else { return };
        let mut lines = self.breakpoints.to_vec();
        match lines.iter().position(|other| *other == line) {
            Some(place) => {
                lines.remove(place);
            }
            None => lines.push(line),
        }
        self.set_breakpoints(lines);
    }

    fn set_breakpoints(&mut self, lines: Vec<u32>) {
        let mut breakpoints = Vec::with_capacity(lines.len());
        for line in lines {
            if let Err(place) = breakpoints.binary_search(&line) {
                breakpoints.insert(place, line);
            }
        }
        self.breakpoints = breakpoints.into();
    }

    /// Keeps the person's script that another one is about to replace.
    fn keep_own(&mut self) {
        if let Some(own) = self.own.as_ref().filter(|own| !own.trim().is_empty()) {
            self.history = remembering(&self.history, own);
        }
    }

    fn show_guide(&mut self, guide: bool) {
        self.guide = guide;
        self.tab = match (guide, self.tab) {
            (true, _) => Tab::Guide,
            (false, Tab::Guide) => Tab::Stage,
            (false, tab) => tab,
        };
    }

    fn edit(&mut self, text: Rc<str>) {
        self.playing = false;
        self.diagnostics = Rc::new([]);
        self.choice = Choice::Own;
        self.own = Some(text.clone());
        self.source = text;
    }
}

/// Whether a script has hardly a line of a lesson's, so that it is none that was changed.
fn is_another(lesson: &str, source: &str) -> bool {
    let Some(scenario) = loopglass_scenarios::find(lesson) else { return false };
    let lines = || scenario.source.lines().map(str::trim).filter(|line| !line.is_empty());
    let kept = lines().filter(|line| source.lines().any(|other| other.trim() == *line)).count();
    kept < lines().count().div_ceil(3)
}

/// The lesson that a script of this choice belongs to.
fn lesson_of(choice: &Choice) -> Option<Rc<str>> {
    match choice {
        Choice::Scenario(id) => Some(id.as_str().into()),
        Choice::Own => None,
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
