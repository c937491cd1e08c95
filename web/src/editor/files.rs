//! The files of a script as tabs over the editor. The script is one text with all of its files, and lines are counted
//! through all of it; the editor is given one file, with its own lines, and what it says is put back in its place.

use super::{Editor, Props};
use crate::driver::bridge::{call, member};
use loopglass_picture::code_of_file;
use loopglass_trace::Diagnostic;
use loopglass_trace::files::{ScriptFile, UNNAMED, file_of, is_name, join, lines_of, split};
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The tab that was chosen, and the line that the run stood at then: once it is elsewhere, its file is shown.
#[derive(Clone, Copy, PartialEq, Default)]
struct Chosen {
    file: usize,
    line: Option<u32>,
}

/// Which file is shown.
fn shown(files: &[ScriptFile<'_>], chosen: Chosen, line: Option<u32>) -> usize {
    let file = match line {
        Some(line) if chosen.line != Some(line) => file_of(files, line),
        _ => chosen.file,
    };
    file.min(files.len().saturating_sub(1))
}

/// Name and text of the files of a script, and the place that each had before it was changed.
type Changed = Vec<(String, String, Option<usize>)>;

/// The whole text after its files were changed, and its breakpoints, which stay with their lines.
fn changed(source: &str, breakpoints: &[u32], change: impl FnOnce(&mut Changed)) -> (String, Vec<u32>) {
    let old = split(source);
    let own = |(at, file): (usize, &ScriptFile<'_>)| {
        (file.name.unwrap_or_default().to_owned(), file.text.to_owned(), Some(at))
    };
    let mut files = old.iter().enumerate().map(own).collect();
    change(&mut files);
    let whole = join(files.iter().map(|(name, text, _)| (name.as_str(), text.as_str())));
    let new = split(&whole);
    let moved = breakpoints.iter().filter_map(|line| {
        let file = file_of(&old, *line);
        let place = files.iter().position(|(.., from)| *from == Some(file))?;
        Some(line - old[file].lines_before + new.get(place)?.lines_before)
    });
    let moved = moved.collect();
    (whole, moved)
}

/// Adds a file of a name that is free.
fn add(files: &mut Changed) {
    let mut name = String::from("module.py");
    while files.iter().any(|file| file.0 == name) {
        name.insert(0, '_');
    }
    files.push((name, String::from("\n"), None));
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
            let (mut props, index, chosen) = current.borrow().clone();
            chosen.set(Chosen { file: index, line: None });
            let (whole, moved) = changed(&props.source, &props.breakpoints, |files| files[index].1 = text);
            props.on_edit.emit(whole.clone());
            if moved != *props.breakpoints {
                props.on_breakpoints.emit(moved.clone());
            }
            // The editor tells of its breakpoints next, by the lines of this text.
            (props.source, props.breakpoints) = (whole.into(), moved.into());
            current.borrow_mut().0 = props;
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
    let several = files.len() > 1 || files[0].name.is_some();
    use_effect_with(several.then(|| props.source.clone()), |whole| keep(whole.as_ref()));
    let head = tabs(props, &files, index, line, &chosen);
    if !several {
        let given = Props { head, on_edit, on_breakpoints, ..props.clone() };
        return html! { <Editor ..given /> };
    }
    let lines = lines_of(&files, index);
    let breakpoints = props.breakpoints.iter().filter(|line| lines.contains(line));
    let given = Props {
        head,
        source: AttrValue::from(files[index].text.to_owned()),
        picture: Rc::new(code_of_file(&props.picture, &lines)),
        diagnostics: diagnostics_of(&props.diagnostics, &lines).into(),
        breakpoints: breakpoints.map(|line| line - (lines.start - 1)).collect(),
        on_edit,
        on_breakpoints,
        ..props.clone()
    };
    html! { <Editor ..given /> }
}

/// Tells those who keep the script, should the page come to its end, what the editor shows only a part of.
fn keep(whole: Option<&AttrValue>) {
    let whole = whole.map_or(JsValue::NULL, |whole| whole.as_str().into());
    if let Some(scripts) = member("scripts") {
        // Where that script is missing, what the editor shows is kept all the same.
        let _ = call(&scripts, "holds", &[whole]);
    }
}

/// The tabs, and the button that adds a file.
fn tabs(
    props: &Props,
    files: &[ScriptFile<'_>],
    index: usize,
    line: Option<u32>,
    chosen: &UseStateHandle<Chosen>,
) -> Html {
    let edit = |(whole, moved): (String, Vec<u32>), file: usize| {
        let (props, chosen) = (props.clone(), chosen.setter());
        move || {
            chosen.set(Chosen { file, line: None });
            props.on_edit.emit(whole.clone());
            props.on_breakpoints.emit(moved.clone());
        }
    };
    let more = edit(changed(&props.source, &props.breakpoints, add), files.len());
    let more = html! {
        <button class="file-button" aria-label="Add a file" title="Add a file that the script can import" onclick={move |_: MouseEvent| more()}>{ "+" }</button>
    };
    if files.len() == 1 && files[0].name.is_none() {
        return more;
    }
    let tab = |at: usize, file: &ScriptFile<'_>| {
        let name = file.name.unwrap_or(UNNAMED).to_owned();
        if at == index && at > 0 {
            let less = changed(&props.source, &props.breakpoints, |files| drop(files.remove(at)));
            let remove = edit(less, at - 1);
            let source = props.source.clone();
            let (on_edit, setter) = (props.on_edit.clone(), chosen.setter());
            let others: Vec<String> = files.iter().filter_map(|file| file.name.map(str::to_owned)).collect();
            let rename = move |event: Event| {
                let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
                let wanted = input.value().trim().to_owned();
                if is_name(&wanted) && !others.contains(&wanted) {
                    setter.set(Chosen { file: at, line: None });
                    on_edit.emit(changed(&source, &[], |files| files[at].0 = wanted).0);
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
        assert_eq!(changed(SOURCE, &[2, 4], |_| ()), (SOURCE.to_owned(), vec![2, 4]));
        let (edited, _) = changed(SOURCE, &[], |files| files[0].1 = "import b".to_owned());
        let texts: Vec<String> = split(&edited).iter().map(|file| file.text.to_owned()).collect();
        assert_eq!(texts, ["import b\n", "def f():\n    g()\n", "y = 1\n"]);
    }

    #[test]
    fn breakpoints_stay_with_their_files() {
        let longer = |files: &mut Changed| files[0].1.insert_str(0, "x\ny\n");
        assert_eq!(changed(SOURCE, &[1, 5, 7], longer).1, [1, 7, 9]);
        assert_eq!(changed(SOURCE, &[1, 5, 7], |files| drop(files.remove(1))).1, [1, 4]);
        assert_eq!(changed(SOURCE, &[1, 5, 7], add).1, [1, 5, 7]);
    }

    #[test]
    fn files_come_go_and_change_their_names() {
        let names = |source: &str| {
            split(source).iter().filter_map(|file| file.name.map(str::to_owned)).collect::<Vec<_>>()
        };
        let text = |source: &str, change: &dyn Fn(&mut Changed)| changed(source, &[], change).0;
        let more = text(&text(SOURCE, &add), &add);
        assert_eq!(names(&more), ["b.py", "c.py", "module.py", "_module.py"]);
        assert_eq!(names(&text(SOURCE, &|files| files[1].0 = "d.py".to_owned())), ["d.py", "c.py"]);
        let fewer = text(SOURCE, &|files| files.truncate(1));
        assert_eq!(fewer, "import b\nb.f()\n");
        assert_eq!(names(&text(SOURCE, &|files| drop(files.remove(1)))), ["c.py"]);
    }
}
