//! The keyboard: which command a key means. Keys count only while focus is inside Loopglass and, but for
//! `Ctrl`/`Cmd`+`Enter` and `Esc`, not in a text field.

use super::Command;
use loopglass_trace::Granularity;

/// A key that went down, as the browser names it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Key<'a> {
    /// `KeyboardEvent.key`.
    pub name: &'a str,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether Ctrl or Cmd is held.
    pub control: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Whether the focus is where text is typed.
    pub typing: bool,
    /// Whether the focus is on a button, which Space and Enter press.
    pub on_button: bool,
    /// Whether the focus is on a slider or a choice, which use arrows, Home and End as well.
    pub on_slider: bool,
}

/// The command that a key means, if any.
pub fn command(key: Key<'_>) -> Option<Command> {
    if key.control {
        return (key.name == "Enter").then_some(Command::Run);
    }
    if key.name == "Escape" {
        return Some(Command::Leave);
    }
    if key.typing || key.alt {
        return None;
    }
    let presses = matches!(key.name, " " | "Enter");
    let slides = matches!(key.name, "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End");
    if presses && key.on_button || (presses || slides) && key.on_slider {
        return None;
    }
    Some(match (key.name, key.shift) {
        (" ", _) => Command::TogglePlay,
        ("ArrowRight", false) => Command::Forward(None),
        ("ArrowLeft", false) => Command::Back(None),
        ("ArrowRight", true) => Command::Forward(Some(Granularity::Iteration)),
        ("ArrowLeft", true) => Command::Back(Some(Granularity::Iteration)),
        (".", _) => Command::Forward(Some(Granularity::Line)),
        (",", _) => Command::Back(Some(Granularity::Line)),
        ("n", _) => Command::NextPrint,
        ("N", _) => Command::PreviousPrint,
        ("t", _) => Command::NextTaskChange,
        ("o", _) => Command::StepOver,
        ("i", _) => Command::StepInto,
        ("1" | "2" | "3" | "4", _) => Command::Choose(key.name.parse::<usize>().unwrap_or(1) - 1),
        ("g", _) => Command::ToggleGuide,
        ("b", _) => Command::ToggleBreakpoint,
        ("c", _) => Command::NextBreakpoint,
        ("C", _) => Command::PreviousBreakpoint,
        ("Home", _) => Command::Start,
        ("End", _) => Command::End,
        ("[", _) => Command::GranularityBefore,
        ("]", _) => Command::GranularityAfter,
        ("/", _) => Command::ToggleScenarios,
        ("?", _) => Command::ToggleKeys,
        _ => return None,
    })
}

/// The keys and what they do, for the list that `?` opens.
pub const HELP: &[(&[&str], &str)] = &[
    (&["→", "←"], "step forward, step back"),
    (&["Space"], "play or pause"),
    (&["Shift", "→ ←"], "by one iteration of the loop"),
    (&[".", ","], "by one line, forward or back"),
    (&["n", "Shift n"], "to the next print, to the previous one"),
    (&["t"], "to the next change of task"),
    (&["o"], "over: stay in this coroutine until its line is passed"),
    (&["i"], "into: also through asyncio, under the hood"),
    (&["b"], "breakpoint at this line, or none"),
    (&["c", "Shift c"], "to the next breakpoint, to the previous one"),
    (&["Home", "End"], "to the start, to the end"),
    (&["[", "]"], "another size of step"),
    (&["Ctrl Enter"], "run the script in the editor (Cmd on a Mac)"),
    (&["1", "–", "4"], "answer, while you predict"),
    (&["/"], "choose a scenario"),
    (&["g"], "the guide: what to read beside the run"),
    (&["?"], "this list"),
    (&["Esc"], "leave the editor, a menu or Loopglass"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_keeps_its_keys() {
        let typing = Key { typing: true, ..Key::default() };
        assert_eq!(command(Key { name: "n", ..typing }), None);
        assert_eq!(command(Key { name: "Escape", ..typing }), Some(Command::Leave));
        assert_eq!(command(Key { name: "Enter", control: true, ..typing }), Some(Command::Run));
    }

    #[test]
    fn shift_steps_by_iteration() {
        let key = Key { name: "ArrowLeft", shift: true, ..Key::default() };
        assert_eq!(command(key), Some(Command::Back(Some(Granularity::Iteration))));
    }

    #[test]
    fn a_focused_control_keeps_the_keys_it_uses() {
        let key = Key { name: " ", on_button: true, ..Key::default() };
        assert_eq!(command(key), None);
        assert_eq!(command(Key { name: "ArrowRight", ..key }), Some(Command::Forward(None)));
        assert_eq!(command(Key { name: "ArrowRight", on_slider: true, ..key }), None);
        assert_eq!(command(Key { name: ".", ..key }), Some(Command::Forward(Some(Granularity::Line))));
    }
}
