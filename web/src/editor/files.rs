//! The files of a script as tabs over the editor. The script is one text with all of its files, and lines are counted
//! through all of it; the editor is given one file, with its own lines, and what it says is put back in its place.

use super::{Editor, Props};
use crate::state::CodePicture;
use loopglass_executor::files::{ScriptFile, is_name, split};
use loopglass_trace::Diagnostic;
use std::ops::Range;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How a line begins that begins a file.
const MARK: &str = "# loopglass: file=";

/// The tab that was chosen, and the line that the run stood at then: once it is elsewhere, its file is shown.
#[derive(Clone, Copy, PartialEq, Default)]
struct Chosen {
    file: usize,
    line: Option<u32>,
}

/// Which file is shown.
fn shown(files: &[ScriptFile<'_>], chosen: Chosen, line: Option<u32>) -> usize {
    let of_line = |line: u32| files.iter().rposition(|file| file.lines_before < line).unwrap_or(0);
    let file = match line {
        Some(line) if chosen.line != Some(line) => of_line(line),
        _ => chosen.file,
    };
    file.min(files.len().saturating_sub(1))
}

/// The lines of the whole text that are a file's own.
fn lines_of(files: &[ScriptFile<'_>], index: usize) -> Range<u32> {
    let after = files.get(index + 1).map_or(u32::MAX, |next| next.lines_before);
    files[index].lines_before + 1..after
}

/// The whole text with another text of one file.
fn with_text(source: &str, index: usize, text: &str) -> String {
    let files = split(source);
    let mut whole = String::with_capacity(source.len() + text.len());
    for (at, file) in files.iter().enumerate() {
        let own = if at == index { text } else { file.text };
        if at > 0 {
            if !whole.ends_with('\n') && !whole.is_empty() {
                whole.push('\n');
            }
            whole.push_str(&format!("{MARK}{}\n", file.name.unwrap_or_default()));
        }
        whole.push_str(own);
    }
    whole
}

/// The whole text with one more file, of a name that is free.
fn with_file(source: &str) -> String {
    let files = split(source);
    let free = (1..).map(|number| format!("module{number}.py"));
    let mut free = free.filter(|name| files.iter().all(|file| file.name != Some(name)));
    let end = if source.ends_with('\n') || source.is_empty() { "" } else { "\n" };
    format!("{source}{end}{MARK}{}\n\n", free.next().unwrap_or_default())
}

/// The whole text without a file, or with it under another name; the first file stays as it is.
fn renamed(source: &str, index: usize, name: Option<&str>) -> String {
    let begins = split(source).get(index).map_or(0, |file| file.lines_before);
    let ends = split(source).get(index + 1).map_or(u32::MAX, |file| file.lines_before - 1);
    let mut whole = String::with_capacity(source.len());
    for (line, text) in source.split_inclusive('\n').enumerate() {
        let number = line as u32 + 1;
        match name {
            Some(name) if number == begins => whole.push_str(&format!("{MARK}{name}\n")),
            None if (begins..=ends).contains(&number) => {}
            _ => whole.push_str(text),
        }
    }
    whole
}

/// A picture of the whole text, as far as it is about these lines of it.
fn picture_of(picture: &CodePicture, lines: &Range<u32>) -> CodePicture {
    let before = lines.start - 1;
    let mut own = picture.clone();
    own.running =
        own.running.filter(|(line, _)| lines.contains(line)).map(|(line, how)| (line - before, how));
    own.marks.retain(|mark| lines.contains(&mark.line));
    own.locals.retain(|locals| lines.contains(&locals.line));
    own.marks.iter_mut().for_each(|mark| mark.line -= before);
    own.locals.iter_mut().for_each(|locals| locals.line -= before);
    own
}

fn diagnostics_of(diagnostics: &[Diagnostic], lines: &Range<u32>) -> Vec<Diagnostic> {
    let own = diagnostics.iter().filter(|it| lines.contains(&it.span.line)).cloned();
    own.map(|mut it| {
        it.span.line -= lines.start - 1;
        it.span.end_line = it.span.end_line.saturating_sub(lines.start - 1);
        it
    })
    .collect()
}

/// The editor with tabs for the files of its script.
#[component]
pub fn Files(props: &Props) -> Html {
    let chosen = use_state(Chosen::default);
    let files = split(&props.source);
    let wrong = props.diagnostics.first().filter(|_| !props.edited).map(|it| it.span.line);
    let line = wrong.or(props.picture.running.map(|(line, _)| line));
    let index = shown(&files, *chosen, line);
    // The editor keeps the listeners it was given first: they look here for what is shown when they are called.
    let current = use_mut_ref(|| (props.clone(), 0, chosen.setter()));
    *current.borrow_mut() = (props.clone(), index, chosen.setter());
    let on_edit = {
        let current = current.clone();
        use_callback((), move |text: String, ()| {
            let (props, index, chosen) = current.borrow().clone();
            chosen.set(Chosen { file: index, line: None });
            props.on_edit.emit(with_text(&props.source, index, &text));
        })
    };
    let on_breakpoints = {
        let current = current.clone();
        use_callback((), move |own: Vec<u32>, ()| {
            let (props, index, _) = current.borrow().clone();
            let lines = lines_of(&split(&props.source), index);
            let others = props.breakpoints.iter().copied().filter(|line| !lines.contains(line));
            props.on_breakpoints.emit(others.chain(own.iter().map(|line| line + lines.start - 1)).collect());
        })
    };
    let head = tabs(props, &files, index, line, &chosen);
    if files.len() == 1 {
        let given = Props { head, on_edit, on_breakpoints, ..props.clone() };
        return html! { <Editor ..given /> };
    }
    let lines = lines_of(&files, index);
    let breakpoints = props.breakpoints.iter().filter(|line| lines.contains(line));
    let given = Props {
        head,
        source: AttrValue::from(files[index].text.to_owned()),
        picture: Rc::new(picture_of(&props.picture, &lines)),
        diagnostics: diagnostics_of(&props.diagnostics, &lines).into(),
        breakpoints: breakpoints.map(|line| line - (lines.start - 1)).collect(),
        on_edit,
        on_breakpoints,
        ..props.clone()
    };
    html! { <Editor ..given /> }
}

/// The tabs, and the button that adds a file.
fn tabs(
    props: &Props,
    files: &[ScriptFile<'_>],
    index: usize,
    line: Option<u32>,
    chosen: &UseStateHandle<Chosen>,
) -> Html {
    let edit = |whole: String, file: usize| {
        let (on_edit, chosen) = (props.on_edit.clone(), chosen.setter());
        move || {
            chosen.set(Chosen { file, line: None });
            on_edit.emit(whole.clone());
        }
    };
    let add = edit(with_file(&props.source), files.len());
    let add = html! {
        <button class="file-button" aria-label="Add a file" title="Add a file that the script can import" onclick={move |_: MouseEvent| add()}>{ "+" }</button>
    };
    if files.len() == 1 {
        return add;
    }
    let tab = |at: usize, file: &ScriptFile<'_>| {
        let name = file.name.unwrap_or("main.py").to_owned();
        if at == index && at > 0 {
            let remove = edit(renamed(&props.source, at, None), at - 1);
            let source = props.source.clone();
            let (on_edit, setter) = (props.on_edit.clone(), chosen.setter());
            let others: Vec<String> = files.iter().filter_map(|file| file.name.map(str::to_owned)).collect();
            let rename = move |event: Event| {
                let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
                let wanted = input.value().trim().to_owned();
                if is_name(&wanted) && !others.contains(&wanted) {
                    setter.set(Chosen { file: at, line: None });
                    on_edit.emit(renamed(&source, at, Some(&wanted)));
                } else {
                    input.set_value(&name);
                }
            };
            let value = file.name.unwrap_or_default().to_owned();
            let size = value.len().max(8).to_string();
            return html! {
                <span key={at} class="file-tab chosen">
                    <input type="text" aria-label="Name of the file" {size} {value} onchange={rename} />
                    <button class="file-button" aria-label="Remove this file" onclick={move |_: MouseEvent| remove()}>{ "×" }</button>
                </span>
            };
        }
        let setter = chosen.setter();
        let onclick = move |_: MouseEvent| setter.set(Chosen { file: at, line });
        html! { <button key={at} class="file-tab" aria-pressed={(at == index).to_string()} {onclick}>{ name }</button> }
    };
    html! {
        <div class="file-tabs" role="group" aria-label="Files">
            { for files.iter().enumerate().map(|(at, file)| tab(at, file)) }
            { add }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str =
        "import b\nb.f()\n# loopglass: file=b.py\ndef f():\n    g()\n# loopglass: file=c.py\ny = 1\n";

    #[test]
    fn the_file_of_the_line_that_runs_is_shown_until_another_is_chosen() {
        let files = split(SOURCE);
        let chosen = |file, line| Chosen { file, line };
        assert_eq!(shown(&files, chosen(0, None), None), 0);
        assert_eq!(shown(&files, chosen(0, None), Some(5)), 1);
        assert_eq!(shown(&files, chosen(2, Some(5)), Some(5)), 2);
        assert_eq!(shown(&files, chosen(2, Some(5)), Some(2)), 0);
        assert_eq!(shown(&files, chosen(9, None), None), 2);
        assert_eq!(lines_of(&files, 0), 1..3);
        assert_eq!(lines_of(&files, 1), 4..6);
    }

    #[test]
    fn an_edit_of_one_file_leaves_the_others() {
        assert_eq!(with_text(SOURCE, 1, "def f():\n    g()\n"), SOURCE);
        let edited = with_text(SOURCE, 0, "import b");
        let texts: Vec<String> = split(&edited).iter().map(|file| file.text.to_owned()).collect();
        assert_eq!(texts, ["import b\n", "def f():\n    g()\n", "y = 1\n"]);
    }

    #[test]
    fn files_come_go_and_change_their_names() {
        let more = with_file(SOURCE);
        assert_eq!(split(&more).last().and_then(|file| file.name), Some("module1.py"));
        assert_eq!(split(&with_file(&more)).last().and_then(|file| file.name), Some("module2.py"));
        let names = |source: &str| {
            split(source).iter().filter_map(|it| it.name.map(str::to_owned)).collect::<Vec<_>>()
        };
        assert_eq!(names(&renamed(SOURCE, 1, Some("d.py"))), ["d.py", "c.py"]);
        assert_eq!(names(&renamed(SOURCE, 1, None)), ["c.py"]);
        assert_eq!(renamed(&renamed(SOURCE, 2, None), 1, None), "import b\nb.f()\n");
    }
}
