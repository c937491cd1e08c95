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

/// The whole text after its files, name and text, were changed.
fn changed(source: &str, change: impl FnOnce(&mut Vec<(String, String)>)) -> String {
    let own = |file: &ScriptFile<'_>| (file.name.unwrap_or_default().to_owned(), file.text.to_owned());
    let mut files = split(source).iter().map(own).collect();
    change(&mut files);
    let mut whole = String::new();
    for (index, (name, text)) in files.iter().enumerate() {
        if index > 0 {
            if !whole.ends_with('\n') {
                whole.push('\n');
            }
            whole.extend([MARK, name, "\n"]);
        }
        whole.push_str(text);
    }
    whole
}

/// Adds a file of a name that is free.
fn add(files: &mut Vec<(String, String)>) {
    let mut name = String::from("module.py");
    while files.iter().any(|file| file.0 == name) {
        name.insert(0, '_');
    }
    files.push((name, String::from("\n")));
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
            props.on_edit.emit(changed(&props.source, |files| files[index].1 = text));
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
    let more = edit(changed(&props.source, add), files.len());
    let more = html! {
        <button class="file-button" aria-label="Add a file" title="Add a file that the script can import" onclick={move |_: MouseEvent| more()}>{ "+" }</button>
    };
    if files.len() == 1 {
        return more;
    }
    let tab = |at: usize, file: &ScriptFile<'_>| {
        let name = file.name.unwrap_or("main.py").to_owned();
        if at == index && at > 0 {
            let remove = edit(changed(&props.source, |files| drop(files.remove(at))), at - 1);
            let source = props.source.clone();
            let (on_edit, setter) = (props.on_edit.clone(), chosen.setter());
            let others: Vec<String> = files.iter().filter_map(|file| file.name.map(str::to_owned)).collect();
            let rename = move |event: Event| {
                let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
                let wanted = input.value().trim().to_owned();
                if is_name(&wanted) && !others.contains(&wanted) {
                    setter.set(Chosen { file: at, line: None });
                    on_edit.emit(changed(&source, |files| files[at].0 = wanted));
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
            { more }
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
        assert_eq!(changed(SOURCE, |_| ()), SOURCE);
        let edited = changed(SOURCE, |files| files[0].1 = "import b".to_owned());
        let texts: Vec<String> = split(&edited).iter().map(|file| file.text.to_owned()).collect();
        assert_eq!(texts, ["import b\n", "def f():\n    g()\n", "y = 1\n"]);
    }

    #[test]
    fn files_come_go_and_change_their_names() {
        let names = |source: &str| {
            split(source).iter().filter_map(|file| file.name.map(str::to_owned)).collect::<Vec<_>>()
        };
        let more = changed(&changed(SOURCE, add), add);
        assert_eq!(names(&more), ["b.py", "c.py", "module.py", "_module.py"]);
        assert_eq!(names(&changed(SOURCE, |files| files[1].0 = "d.py".to_owned())), ["d.py", "c.py"]);
        let fewer = changed(SOURCE, |files| files.truncate(1));
        assert_eq!(fewer, "import b\nb.f()\n");
        assert_eq!(names(&changed(SOURCE, |files| drop(files.remove(1)))), ["c.py"]);
    }
}
