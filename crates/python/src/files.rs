//! A script of several files in one text. A comment `# loopglass: file=helper.py` at the start of a line begins the file
//! of that name; what comes before the first such comment is the script itself. The text stays one: lines are counted
//! through all of it, in the trace and in diagnostics, and only what Python prints speaks of lines of a file.

/// How the line begins that begins a file.
const MARK: &str = "# loopglass: file=";

/// One file of a script.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScriptFile<'a> {
    /// Its name, `helper.py`; none for a script that does not name itself.
    pub name: Option<&'a str>,
    /// How many lines of the whole text come before its own.
    pub lines_before: u32,
    /// Its text, without the comment that begins it; the first file keeps it.
    pub text: &'a str,
}

impl ScriptFile<'_> {
    /// The module that it can be imported as.
    pub fn module(&self) -> Option<&str> {
        self.name?.strip_suffix(".py")
    }

    /// Its text with as many empty lines before it as there are lines before it, so that its lines have the numbers
    /// that they have in the whole.
    pub fn in_place(&self) -> String {
        let mut text = "\n".repeat(self.lines_before as usize);
        text.push_str(self.text);
        text
    }
}

/// Whether a file may have that name: that of a module, and `.py`.
pub fn is_name(name: &str) -> bool {
    let Some(module) = name.strip_suffix(".py") else { return false };
    module.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && module.chars().all(|char| char.is_ascii_alphanumeric() || char == '_')
}

/// The files of a script, in order; the first is what runs.
pub fn split(source: &str) -> Vec<ScriptFile<'_>> {
    let mut files = Vec::new();
    let mut name = None;
    let (mut begin, mut lines_before) = (0, 0);
    let mut at = 0;
    for (index, line) in source.split_inclusive('\n').enumerate() {
        let named = line.strip_prefix(MARK).map(str::trim_end).filter(|name| is_name(name));
        if named.is_some() && at == 0 {
            name = named;
        } else if named.is_some() {
            files.push(ScriptFile { name, lines_before, text: &source[begin..at] });
            (name, begin, lines_before) = (named, at + line.len(), index as u32 + 1);
        }
        at += line.len();
    }
    files.push(ScriptFile { name, lines_before, text: &source[begin..] });
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_of_one_file_is_that_file() {
        let file = ScriptFile { name: None, lines_before: 0, text: "x = 1\n" };
        assert_eq!(split("x = 1\n"), [file]);
        assert_eq!(split("").len(), 1);
        assert_eq!(split("  # loopglass: file=a.py\n# loopglass: file=../a.py\n").len(), 1);
    }

    #[test]
    fn files_keep_their_places() {
        let source = "import b\n# loopglass: file=b.py\nx = 1\n# loopglass: file=c_2.py\ny = 2";
        let files = split(source);
        let told: Vec<_> = files.iter().map(|file| (file.module(), file.lines_before, file.text)).collect();
        assert_eq!(told, [(None, 0, "import b\n"), (Some("b"), 2, "x = 1\n"), (Some("c_2"), 4, "y = 2")]);
        let lines: Vec<&str> = source.lines().collect();
        for file in &files {
            for (index, line) in file.in_place().lines().enumerate().skip(file.lines_before as usize) {
                assert_eq!(line, lines[index]);
            }
        }
    }

    #[test]
    fn the_first_may_have_a_name_too() {
        let files = split("# loopglass: file=main.py\nx\n# loopglass: file=b.py\n");
        assert_eq!(files.iter().map(|file| file.name).collect::<Vec<_>>(), [Some("main.py"), Some("b.py")]);
    }
}
