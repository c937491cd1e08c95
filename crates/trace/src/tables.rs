//! What the events of a trace refer to: texts, code objects, and the settings of the run. The fold needs
//! them beside the events, and so does everyone who shows one.

use crate::event::FrameKind;
use crate::files::{Parts, SourceLine};
use crate::ids::{CodeId, TextId};
use crate::texts::Texts;

/// The costs and the starting point of virtual time, all in nanoseconds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settings {
    /// What a `line` event of the script adds to the clock.
    pub line_cost_ns: u64,
    /// What an iteration of the event loop adds as it begins.
    pub iteration_cost_ns: u64,
    /// What `time.time()` says when the clock stands at zero, since 1970.
    pub epoch_ns: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { line_cost_ns: 20, iteration_cost_ns: 10_000, epoch_ns: 1_767_268_800_000_000_000 }
    }
}

/// A code object, as far as a reader needs it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CodeInfo {
    /// `co_name`: the function's name, `<module>`, `<lambda>` and the like.
    pub name: TextId,
    /// `co_qualname`; of a method that a class of asyncio has from a private one, with the name of that class: `Lock.__aenter__`.
    pub qualname: TextId,
    /// `co_firstlineno`; 0 for code that is not in the script.
    pub first_line: u32,
    /// What a frame of it is.
    pub kind: FrameKind,
    /// Whether it belongs to asyncio or another module and not to the script: its frames have no lines.
    pub hidden: bool,
}

/// The tables of one trace.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// All texts.
    pub texts: Texts,
    /// The code objects, by [`CodeId`].
    pub codes: Vec<CodeInfo>,
    /// The settings of the run.
    pub settings: Settings,
    /// Where the files of the script begin.
    pub parts: Parts,
}

impl Tables {
    /// The text of an id.
    pub fn text(&self, id: TextId) -> &str {
        self.texts.get(id)
    }

    /// The code object of an id.
    pub fn code(&self, id: CodeId) -> Option<&CodeInfo> {
        self.codes.get(id.index())
    }

    /// What a person is told of a line that an event counts.
    pub fn source_line(&self, line: u32) -> SourceLine {
        self.parts.source_line(line)
    }

    /// How a person names a function: `main`, `Worker.run`; a nested function without what surrounds it, and one of
    /// asyncio's own without a class that is nobody else's business.
    pub fn function_name(&self, id: CodeId) -> &str {
        let Some(code) = self.code(id) else { return "" };
        let qualname = self.text(code.qualname);
        let name = qualname.rsplit_once("<locals>.").map_or(qualname, |(_, name)| name);
        match name.split_once('.') {
            Some((class, method)) if code.hidden && class.starts_with('_') => method,
            _ => name,
        }
    }
}
