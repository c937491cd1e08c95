//! The files of the script as Python sees them. Code and events count lines through the whole text of the script, as
//! `loopglass_trace::files` says; here that becomes the name and the lines of a file, and back.

use loopglass_trace::files::{ScriptFile, split};

use super::Machine;
use crate::code::{Code, Origin};

/// What Python calls a file of the script that it knows as `script`: a file beside it lies in the same folder.
pub fn path_of(file: &ScriptFile<'_>, script: &str) -> String {
    match (file.name, script.rsplit_once('/')) {
        (None, _) => script.to_owned(),
        (Some(name), Some((folder, _))) => format!("{folder}/{name}"),
        (Some(name), None) => name.to_owned(),
    }
}

impl Machine {
    /// The line of its file that a line of this code is.
    pub fn line_in_file(&self, code: &Code, line: u32) -> u32 {
        match code.origin {
            Origin::Script => self.recorder.trace.tables().source_line(line).line,
            Origin::Given | Origin::Hidden => line,
        }
    }

    /// The line of the whole text that a line of this code's file is.
    pub fn line_in_text(&self, code: &Code, line: u32) -> u32 {
        line + (code.first_line - self.line_in_file(code, code.first_line))
    }

    /// The text of a file of the script.
    pub fn text_of_file(&self, path: &str) -> Option<&str> {
        let trace = &self.recorder.trace;
        let mut files = split(trace.source()).into_iter();
        files.find(|file| path_of(file, trace.file()) == path).map(|file| file.text)
    }
}
