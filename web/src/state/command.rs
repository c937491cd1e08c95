//! What a person can ask the page for, and what the state cannot do about it by itself.

use super::{Choice, MomentName, Tab};
use loopglass_trace::{Detail, Granularity};
use std::rc::Rc;

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
    /// To the last event until the virtual clock reads so many nanoseconds.
    SeekTime(u64),
    /// To the stop of that number, from 0, at the current granularity, without movement.
    Scrub(usize),
    /// To the next print.
    NextPrint,
    /// To the print before.
    PreviousPrint,
    /// To where another task begins to run.
    NextTaskChange,
    /// To the next line of the coroutine or function that has control, whatever the loop does meanwhile.
    StepOver,
    /// To whatever comes next: a line of the script, or a line of asyncio under the hood.
    StepInto,
    /// To the next line with a breakpoint, or the next call of `breakpoint()`.
    NextBreakpoint,
    /// To the one before.
    PreviousBreakpoint,
    /// Sets a breakpoint at the line that ran last, or removes it.
    ToggleBreakpoint,
    /// Sets the lines with a breakpoint.
    Breakpoints(Vec<u32>),
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
    /// Shows the guide, or puts it away.
    Guide(bool),
    /// Shows the guide if it is away, and puts it away if it is shown.
    ToggleGuide,
    /// Shows the stage as tables, or as a stage.
    Table(bool),
    /// Gives the timeline an axis of virtual time, or of steps.
    ByTime(bool),
    /// Begins or ends predicting.
    Predict(bool),
    /// Answers the question with the choice of that number, from 0.
    Choose(usize),
    /// Opens or closes the menu of scenarios.
    ToggleScenarios,
    /// Opens or closes the list of keys.
    ToggleKeys,
    /// Opens or closes the dialog of the link and of what can be saved.
    ToggleShare,
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
    /// To the moment of a name.
    SeekNamed(MomentName),
    /// A script came from elsewhere: puts it into the editor as one's own and runs it.
    Open(String),
    /// Says something beside the panels, or puts it away.
    Say(Option<Rc<str>>),
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
