//! A script of several files in one text. A comment `# loopglass: file=helper.py` at the start of a line begins the file
//! of that name; what comes before the first such comment is the script itself. Events count lines through the whole
//! text, so that one number says where something is; whatever a person reads names the file and counts its own lines,
//! which is what a [`SourceLine`] is for.

use std::fmt;
use std::ops::Range;
use std::rc::Rc;

/// How the line begins that begins a file.
const MARK: &str = "# loopglass: file=";

/// What Python calls a script that does not name itself and lies in no file.
pub const UNNAMED: &str = "program.py";

/// One file of a script.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScriptFile<'a> {
    /// Its name, `helper.py`; none for a script that does not name itself.
    pub name: Option<&'a str>,
    /// How many lines of the whole text come before its own.
    pub lines_before: u32,
    /// Its text, without the comment that begins it.
    pub text: &'a str,
}

impl ScriptFile<'_> {
    /// The module that it can be imported as.
    pub fn module(&self) -> Option<&str> {
        self.name?.strip_suffix(".py")
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
        if named.is_some() {
            if at > 0 {
                files.push(ScriptFile { name, lines_before, text: &source[begin..at] });
            }
            (name, begin, lines_before) = (named, at + line.len(), index as u32 + 1);
        }
        at += line.len();
    }
    files.push(ScriptFile { name, lines_before, text: &source[begin..] });
    files
}

/// The text of files, name and text: what [`split`] takes apart. A first file without a name is given an empty one.
pub fn join<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut whole = String::new();
    for (index, (name, text)) in files.into_iter().enumerate() {
        if index > 0 && !whole.ends_with('\n') {
            whole.push('\n');
        }
        if index > 0 || !name.is_empty() {
            whole.extend([MARK, name, "\n"]);
        }
        whole.push_str(text);
    }
    whole
}

/// The lines of the whole text that are those of one of its files.
pub fn lines_of(files: &[ScriptFile<'_>], index: usize) -> Range<u32> {
    let after = files.get(index + 1).map_or(u32::MAX, |next| next.lines_before);
    files[index].lines_before + 1..after
}

/// The file that a line of the whole text is of.
pub fn file_of(files: &[ScriptFile<'_>], line: u32) -> usize {
    files.iter().rposition(|file| file.lines_before < line).unwrap_or(0)
}

/// A line as a person is told of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceLine {
    /// The file, where the script has several.
    pub file: Option<Rc<str>>,
    /// The line of that file, else of the script; from 1.
    pub line: u32,
}

impl SourceLine {
    /// `5`, or `server.py:5`.
    pub fn short(&self) -> String {
        match &self.file {
            Some(file) => format!("{file}:{}", self.line),
            None => self.line.to_string(),
        }
    }
}

/// `5`, or `5 of server.py`.
impl fmt::Display for SourceLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.file {
            Some(file) => write!(f, "{} of {file}", self.line),
            None => self.line.fmt(f),
        }
    }
}

/// Where the files of a script begin; none are kept for a script that is one text without a name.
#[derive(Clone, Debug, Default)]
pub struct Parts(Vec<(Rc<str>, u32)>);

impl Parts {
    /// Those of a script; `file` is what a first file without a name is called.
    pub fn of(source: &str, file: &str) -> Parts {
        let files = split(source);
        if files.len() == 1 && files[0].name.is_none() {
            return Parts::default();
        }
        let file = file.rsplit('/').next().unwrap_or(file);
        let part = |part: &ScriptFile<'_>| (part.name.unwrap_or(file).into(), part.lines_before);
        Parts(files.iter().map(part).collect())
    }

    /// The place of a line of the whole text.
    pub fn source_line(&self, line: u32) -> SourceLine {
        match self.0.iter().rev().find(|(_, before)| *before < line) {
            Some((file, before)) => SourceLine { file: Some(file.clone()), line: line - before },
            None => SourceLine { file: None, line },
        }
    }
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
        assert_eq!(Parts::of("x = 1\ny = 2\n", "program.py").source_line(2).to_string(), "2");
    }

    #[test]
    fn files_keep_their_places() {
        let source = "import b\n# loopglass: file=b.py\nx = 1\n# loopglass: file=c_2.py\ny = 2";
        let files = split(source);
        let told: Vec<_> = files.iter().map(|file| (file.module(), file.lines_before, file.text)).collect();
        assert_eq!(told, [(None, 0, "import b\n"), (Some("b"), 2, "x = 1\n"), (Some("c_2"), 4, "y = 2")]);
        let lines: Vec<&str> = source.lines().collect();
        for file in &files {
            for (index, line) in file.text.lines().enumerate() {
                assert_eq!(line, lines[index + file.lines_before as usize]);
            }
        }
        let parts = Parts::of(source, "code/program.py");
        let told: Vec<_> = [1, 3, 5].map(|line| parts.source_line(line).to_string()).into();
        assert_eq!(told, ["1 of program.py", "1 of b.py", "1 of c_2.py"]);
        assert_eq!(parts.source_line(5).short(), "c_2.py:1");
    }

    #[test]
    fn the_first_may_have_a_name_too() {
        let source = "# loopglass: file=main.py\nx\n# loopglass: file=b.py\n";
        let files = split(source);
        assert_eq!(files.iter().map(|file| file.name).collect::<Vec<_>>(), [Some("main.py"), Some("b.py")]);
        assert_eq!((files[0].lines_before, files[0].text), (1, "x\n"));
        assert_eq!(Parts::of(source, "program.py").source_line(2).to_string(), "1 of main.py");
        assert_eq!(
            Parts::of("# loopglass: file=one.py\nx", "program.py").source_line(2).to_string(),
            "1 of one.py"
        );
    }

    #[test]
    fn what_is_joined_can_be_taken_apart() {
        for source in
            ["x\n# loopglass: file=b.py\ny", "# loopglass: file=a.py\nx\n# loopglass: file=b.py\n", "x"]
        {
            let files = split(source);
            let again = join(files.iter().map(|file| (file.name.unwrap_or_default(), file.text)));
            assert_eq!(again, source);
        }
        assert_eq!(join([("", "x"), ("b.py", "y")]), "x\n# loopglass: file=b.py\ny");
    }
}
