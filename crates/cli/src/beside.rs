//! The files beside a script that it imports, put after it in one text as `loopglass_trace::files` has them.

use std::collections::BTreeSet;
use std::path::Path;

use loopglass_trace::files::{is_name, join, split};

/// The script with the files of its folder that it imports, and those that they import. What cannot be read is left out:
/// should the script get there, it is told that there is no such module.
pub fn with_files_beside(script: &Path, text: String) -> String {
    let folder = script.parent().unwrap_or(Path::new(""));
    let mut seen: BTreeSet<String> =
        script.file_stem().map(|stem| stem.to_string_lossy().into_owned()).into_iter().collect();
    seen.extend(split(&text).iter().filter_map(|file| file.module().map(str::to_owned)));
    let mut wanted: Vec<String> = imported(&text);
    let mut files = vec![(String::new(), text)];
    while let Some(module) = wanted.pop() {
        let file = format!("{module}.py");
        if !is_name(&file) || !seen.insert(module) {
            continue;
        }
        let Ok(found) = std::fs::read_to_string(folder.join(&file)) else { continue };
        wanted.extend(imported(&found));
        files.push((file, found));
    }
    join(files.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

/// The modules that lines of a text import, judged by their words: too many do no harm.
fn imported(text: &str) -> Vec<String> {
    let mut modules = Vec::new();
    for line in text.lines().map(str::trim_start) {
        let names = match (line.strip_prefix("import "), line.strip_prefix("from ")) {
            (Some(names), _) => names.split(',').collect(),
            (_, Some(rest)) => rest.split_whitespace().take(1).collect(),
            _ => Vec::new(),
        };
        let first =
            |name: &str| name.trim().split(['.', ' ', ';', '#']).next().unwrap_or_default().to_owned();
        modules.extend(names.into_iter().map(first));
    }
    modules
}

#[cfg(test)]
mod tests {
    use super::imported;

    #[test]
    fn reads_what_is_imported() {
        let text =
            "import a, b.c as d\nfrom e.f import g\n  import h  # why\nimportant = 1\nfrom .i import j\n";
        assert_eq!(imported(text), ["a", "b", "e", "h", ""]);
    }
}
