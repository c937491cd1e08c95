//! The editor proper, CodeMirror, as `web/js/editor` wraps it: told what to show, heard for what a person does.

use crate::driver::bridge::{call, list, listener, member, object};
use crate::state::{CodePicture, Focus};
use js_sys::{Array, Promise};
use loopglass_trace::{Diagnostic, FutureId, Severity};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;
use yew::Callback;

/// What the editor calls.
pub struct Listeners {
    edit: Closure<dyn Fn(JsValue)>,
    run: Closure<dyn Fn(JsValue)>,
    breakpoints: Closure<dyn Fn(JsValue)>,
    point: Closure<dyn Fn(JsValue)>,
}

impl Listeners {
    /// Listeners that pass on what they hear.
    pub fn new(
        on_edit: Callback<String>,
        on_run: Callback<()>,
        on_breakpoints: Callback<Vec<u32>>,
        on_point: Callback<Option<FutureId>>,
    ) -> Listeners {
        Listeners {
            edit: listener(move |text| on_edit.emit(text.as_string().unwrap_or_default())),
            run: listener(move |_| on_run.emit(())),
            breakpoints: listener(move |lines| {
                let lines = Array::from(&lines);
                on_breakpoints.emit(lines.iter().filter_map(|line| Some(line.as_f64()? as u32)).collect());
            }),
            point: listener(move |task| {
                on_point.emit(task.as_string().and_then(|text| text.parse().ok()).map(FutureId));
            }),
        }
    }
}

/// The editor.
pub struct View {
    controller: JsValue,
    /// Kept as long as the editor may call them.
    _listeners: Listeners,
}

impl View {
    /// Loads the editor's script and puts an editor into `host`; `None` if it cannot be loaded.
    pub async fn load(host: HtmlElement, text: &str, listeners: Listeners) -> Option<View> {
        let loading: Promise = call(&member("scripts")?, "editor", &[]).ok()?.dyn_into().ok()?;
        let module = JsFuture::from(loading).await.ok()?;
        let on = object([
            ("edit", listeners.edit.as_ref().clone()),
            ("run", listeners.run.as_ref().clone()),
            ("breakpoints", listeners.breakpoints.as_ref().clone()),
            ("point", listeners.point.as_ref().clone()),
        ]);
        let controller = call(&module, "mount", &[host.into(), text.into(), on]).ok()?;
        Some(View { controller, _listeners: listeners })
    }

    /// Replaces the text if it is another, and with it the lines that have a breakpoint.
    pub fn set_text(&self, text: &str, breakpoints: &[u32]) {
        let breakpoints = list(breakpoints.iter().map(|line| (*line).into()));
        self.tell("setText", object([("text", text.into()), ("breakpoints", breakpoints)]));
    }

    /// Sets the lines that have a breakpoint.
    pub fn set_breakpoints(&self, lines: &[u32]) {
        self.tell("setBreakpoints", list(lines.iter().map(|line| (*line).into())));
    }

    /// Draws what a run adds to the text; with `reveal`, brings the line in question into view.
    pub fn show(&self, text: &str, picture: &CodePicture, diagnostics: &[Diagnostic], reveal: bool) {
        let running = picture.running.map_or(JsValue::NULL, |(line, how)| {
            object([("line", line.into()), ("how", focus_class(how).into())])
        });
        let marks = picture.marks.iter().map(|mark| {
            let task = mark.task.map_or_else(String::new, |task| task.0.to_string());
            object([
                ("line", mark.line.into()),
                ("hue", (mark.hue.number() as u32).into()),
                ("letter", mark.hue.letter().map_or(JsValue::NULL, JsValue::from)),
                ("label", mark.label.as_str().into()),
                ("task", task.into()),
            ])
        });
        let crowds = picture
            .crowds
            .iter()
            .map(|(line, count)| object([("line", (*line).into()), ("count", (*count as u32).into())]));
        let locals = picture.locals.iter().map(|line| {
            let values = line.values.iter().map(|(name, value, fresh)| {
                let (name, value) = (name.as_str().into(), value.as_str().into());
                object([("name", name), ("value", value), ("fresh", (*fresh).into())])
            });
            object([("line", line.line.into()), ("values", list(values))])
        });
        let lines: Vec<&str> = text.lines().collect();
        let diagnostics = diagnostics.iter().map(|it| {
            let span = it.span;
            let units = |line: u32, column: u32| units(&lines, line, column).into();
            let end = if span.end_line > span.line { u32::MAX } else { span.end_column };
            object([
                ("line", span.line.into()),
                ("column", units(span.line, span.column)),
                ("end", units(span.line, end)),
                ("message", it.message.as_str().into()),
                ("help", it.help.as_deref().map_or(JsValue::NULL, JsValue::from_str)),
                ("error", (it.severity == Severity::Error).into()),
            ])
        });
        let picture = object([
            ("running", running),
            ("marks", list(marks)),
            ("crowds", list(crowds)),
            ("locals", list(locals)),
            ("diagnostics", list(diagnostics)),
            ("reveal", reveal.into()),
        ]);
        self.tell("show", picture);
    }

    /// Puts the focus into the text.
    pub fn focus(&self) {
        self.tell("focus", JsValue::UNDEFINED);
    }

    fn tell(&self, method: &str, argument: JsValue) {
        // What the editor cannot show must not stop anyone from stepping.
        let _ = call(&self.controller, method, &[argument]);
    }
}

/// The class of a line in focus.
pub fn focus_class(focus: Focus) -> &'static str {
    match focus {
        Focus::Runs => "running",
        Focus::Caused => "caused",
        Focus::Called => "called",
    }
}

/// A column of UTF-8 bytes as one of UTF-16 units, as scripts count; at most the line's length.
fn units(lines: &[&str], line: u32, column: u32) -> u32 {
    let text = lines.get((line as usize).wrapping_sub(1)).copied().unwrap_or_default();
    let bytes = text.char_indices().map(|(at, _)| at).take_while(|at| *at < column as usize).count();
    text.chars().take(bytes).map(char::len_utf16).sum::<usize>() as u32
}

#[cfg(test)]
mod tests {
    use super::units;

    #[test]
    fn columns_are_counted_as_scripts_count() {
        let lines = ["x = '😀é'  # y"];
        assert_eq!(units(&lines, 1, 5), 5);
        assert_eq!(units(&lines, 1, 9), 7);
        assert_eq!(units(&lines, 1, 11), 8);
        assert_eq!(units(&lines, 1, u32::MAX), 14);
        assert_eq!(units(&lines, 9, 3), 0);
    }
}
