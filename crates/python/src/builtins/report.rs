//! The full text of an exception as the interpreter prints it: causes and contexts, tracebacks, the message with
//! what may have been meant, notes, and the tree of exception groups (`traceback.TracebackException`).

use crate::code::{Conversion, Origin};
use crate::error::{Exc, PyResult};
use crate::function::Args;
use crate::machine::Machine;
use crate::machine::exception::{exception_data, exception_field};
use crate::machine::ops::convert_function;
use crate::parse::SyntaxFailure;
use crate::symbol::{Sym, names};
use crate::text::traceback::{FrameText, format_stack, indent};
use crate::traceback::traceback;
use crate::value::Value;

use super::meant::meant;

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";
const GROUP_WIDTH: i64 = 15;
const GROUP_DEPTH: i64 = 10;

/// What is to be printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options {
    /// Whether causes and contexts are.
    pub chain: bool,
    /// How many frames at most: the first ones, or the last ones if negative.
    pub limit: Option<i64>,
    /// How many exceptions of a group are told of.
    pub group_width: i64,
    /// How many groups are told of, one within the other.
    pub group_depth: i64,
    /// Whether a context that would not be shown is left out altogether.
    pub compact: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            chain: true,
            limit: None,
            group_width: GROUP_WIDTH,
            group_depth: GROUP_DEPTH,
            compact: true,
        }
    }
}

/// What is known of one exception of the tree.
#[derive(Default)]
pub struct Part {
    /// The exception itself.
    pub exception: Value,
    frames: Vec<FrameText>,
    /// Its `str()`.
    pub text: String,
    /// The lines after the traceback.
    pub only: Vec<String>,
    suppress_context: bool,
    /// Where its cause is among the parts.
    pub cause: Option<usize>,
    /// Where its context is.
    pub context: Option<usize>,
    /// Where the exceptions of a group are.
    pub members: Option<Vec<usize>>,
}

/// Collects the parts and writes them.
pub struct Report {
    /// All exceptions that hang together; the one that was asked about comes first.
    pub parts: Vec<Part>,
    depth: usize,
    need_close: bool,
    options: Options,
    out: Vec<String>,
}

/// The lines of an exception's report; may ask.
pub fn format_exception(machine: &mut Machine, exception: &Value, options: Options) -> PyResult<Vec<String>> {
    Ok(Report::of(machine, exception, options)?.lines(0, options.chain))
}

/// The frames of a traceback object.
pub fn frames_of(machine: &Machine, head: &Value, limit: Option<i64>) -> Vec<FrameText> {
    let mut frames = Vec::new();
    let mut at = head.clone();
    while let Some(entry) = traceback(&at) {
        if let Some(frame) = entry.frame.native::<crate::traceback::FrameObject>()
            && frame.code.origin != Origin::Hidden
        {
            frames.push(frame_text(machine, &frame.code, entry.instruction, entry.line));
        }
        let next = entry.next.borrow().clone();
        at = next;
    }
    match limit {
        Some(limit) if limit >= 0 => frames.truncate(limit as usize),
        Some(limit) => {
            let excess = frames.len().saturating_sub(limit.unsigned_abs() as usize);
            frames.drain(..excess);
        }
        None => {}
    }
    frames
}

/// The place of an instruction, with its source.
pub fn frame_text(machine: &Machine, code: &crate::code::Code, instruction: u32, line: u32) -> FrameText {
    let span = code.spans.get(instruction as usize).copied().unwrap_or_default();
    let known = span.line != 0 && span.line == line;
    let (first, last) = if known { (span.line, span.end_line) } else { (line, line) };
    let mut source = Vec::new();
    // As the interpreter shuts down, what reads source is gone.
    if code.origin == Origin::Script && !machine.is_module_gone() {
        let all = machine.recorder.trace.source();
        let wanted = all.lines().skip(first.max(1) as usize - 1).take((last - first) as usize + 1);
        source.extend(wanted.map(str::to_string));
    }
    FrameText {
        file: code.file.to_string(),
        line: machine.line_in_file(code, line),
        name: code.name.to_string(),
        source,
        columns: known.then_some((span.column as usize, span.end_column as usize)),
    }
}

/// `str(value)`, or what stands for it where that fails.
pub fn safe_str(machine: &mut Machine, value: &Value, what: &str) -> PyResult<String> {
    let answer = machine.ask_caught(convert_function(Conversion::Str), Args::one(value.clone()))?;
    Ok(match answer {
        Ok(text) => text.as_str().map_or_else(String::new, |text| text.as_str().to_string()),
        Err(_) => format!("<{what} str() failed>"),
    })
}

fn safe_repr(machine: &mut Machine, value: &Value, what: &str) -> PyResult<String> {
    let answer = machine.ask_caught(convert_function(Conversion::Repr), Args::one(value.clone()))?;
    Ok(match answer {
        Ok(text) => text.as_str().map_or_else(String::new, |text| text.as_str().to_string()),
        Err(_) => format!("<{what} repr() failed>"),
    })
}

/// The name of an exception's class, with its module unless that is the script or the builtins.
pub fn class_text(machine: &Machine, exception: &Value) -> String {
    let class = machine.types.of(exception);
    let qualname = class.qualname();
    let name = qualname.as_str().map_or_else(|| class.name().to_string(), |name| name.as_str().to_string());
    match class.lookup(names::module) {
        Some(Value::Str(module)) => match module.as_str() {
            "__main__" | "builtins" => name,
            module => format!("{module}.{name}"),
        },
        Some(_) => format!("<unknown>.{name}"),
        None => name,
    }
}

/// The `str()` of an exception, and the lines of it without its traceback: message and notes.
fn message_lines(machine: &mut Machine, exception: &Value) -> PyResult<(String, Vec<String>)> {
    let class = class_text(machine, exception);
    let own = safe_str(machine, exception, "exception")?;
    let mut lines = if machine.is_exception(exception, Exc::SyntaxError) {
        syntax_lines(machine, exception, &class)?
    } else {
        let mut text = own.clone();
        text.push_str(&meant(machine, exception)?);
        vec![if text.is_empty() { format!("{class}\n") } else { format!("{class}: {text}\n") }]
    };
    match machine.find_attribute(exception, names::notes)? {
        None | Some(Value::None) => {}
        Some(notes) => match notes.base_value() {
            Value::List(_) | Value::Tuple(_) => {
                for note in machine.collect(&notes)? {
                    let note = safe_str(machine, &note, "note")?;
                    lines.extend(note.split('\n').map(|line| format!("{line}\n")));
                }
            }
            _ => lines.push(format!("{}\n", safe_repr(machine, &notes, "__notes__")?)),
        },
    }
    Ok((own, lines))
}

fn syntax_lines(machine: &mut Machine, exception: &Value, class: &str) -> PyResult<Vec<String>> {
    let field = |name: Sym| exception_field(exception, name).filter(|value| !value.is_none());
    let mut lines = Vec::new();
    let mut suffix = String::new();
    let file = field(names::filename);
    let line = field(names::lineno);
    match (&line, &file) {
        (Some(line), _) => {
            let file = match &file {
                Some(file) => safe_str(machine, file, "filename")?,
                None => "<string>".to_string(),
            };
            let line = safe_str(machine, line, "lineno")?;
            lines.push(format!("  File \"{file}\", line {line}\n"));
        }
        (None, Some(file)) => suffix = format!(" ({})", safe_str(machine, file, "filename")?),
        (None, None) => {}
    }
    if let Some(text) = field(names::text_field).as_ref().and_then(Value::as_str) {
        let number = |name: Sym| match field(name) {
            Some(Value::Int(number)) => Some(number),
            _ => None,
        };
        let same_line = match (number(names::lineno), number(names::end_lineno)) {
            (a, Some(b)) => a == Some(b),
            (a, None) => a.is_none(),
        };
        syntax_source(&mut lines, text.as_str(), number(names::offset), number(names::end_offset), same_line);
    }
    let message = match field(names::msg) {
        Some(message) => safe_str(machine, &message, "msg")?,
        None => "<no detail available>".to_string(),
    };
    lines.push(format!("{class}: {message}{suffix}\n"));
    Ok(lines)
}

/// What is written to stderr about a script that cannot be compiled.
pub fn syntax_failure_text(failure: &SyntaxFailure, file: &str) -> String {
    let mut lines = vec![format!("  File \"{file}\", line {}\n", failure.span.line)];
    let same_line = failure.span.line == failure.span.end_line;
    let text = format!("{}\n", failure.text);
    syntax_source(&mut lines, &text, Some(failure.offsets.0), Some(failure.offsets.1), same_line);
    lines.push(format!("{}: {}\n", failure.class.name(), failure.message));
    lines.concat()
}

/// The line of a syntax error and the carets under it.
fn syntax_source(
    lines: &mut Vec<String>,
    text: &str,
    offset: Option<i64>,
    end_offset: Option<i64>,
    same_line: bool,
) {
    let right = text.trim_end_matches('\n');
    let left = right.trim_start_matches([' ', '\n', '\x0c']);
    let length = right.chars().count() as i64;
    let spaces = length - left.chars().count() as i64;
    let Some(mut offset) = offset else {
        lines.push(format!("    {left}\n"));
        return;
    };
    let mut end = if same_line { end_offset.filter(|end| *end != 0).unwrap_or(offset) } else { length + 1 };
    let whole = text.chars().count() as i64;
    if whole > 0 {
        if offset > whole {
            offset = length + 1;
        }
        if end > whole {
            end = length + 1;
        }
    }
    if offset >= end || end < 0 {
        end = offset + 1;
    }
    lines.push(format!("    {left}\n"));
    let column = offset - 1 - spaces;
    if column >= 0 {
        let space = |c: char| if c.is_whitespace() { c } else { ' ' };
        let before: String = left.chars().take(column as usize).map(space).collect();
        let carets = "^".repeat((end - offset).max(0) as usize);
        lines.push(format!("    {before}{carets}\n"));
    }
}

impl Report {
    /// All about an exception; may ask.
    pub fn of(machine: &mut Machine, exception: &Value, options: Options) -> PyResult<Report> {
        let mut report = Report { parts: Vec::new(), depth: 0, need_close: false, options, out: Vec::new() };
        report.collect(machine, exception, options)?;
        Ok(report)
    }

    /// The lines about one of the parts.
    pub fn lines(&mut self, index: usize, chain: bool) -> Vec<String> {
        self.write(index, chain);
        std::mem::take(&mut self.out)
    }

    /// The lines of a part without its traceback, those of a group's exceptions below it.
    pub fn grouped(&self, index: usize) -> Vec<String> {
        let mut lines = Vec::new();
        let mut waiting = vec![(index, 0)];
        while let Some((index, depth)) = waiting.pop() {
            let part = &self.parts[index];
            let margin = "   ".repeat(depth);
            match depth {
                0 => lines.extend(part.only.iter().cloned()),
                _ => lines.extend(
                    part.only
                        .iter()
                        .flat_map(|text| text.split_inclusive('\n'))
                        .map(|line| format!("{margin}{line}")),
                ),
            }
            waiting.extend(part.members.iter().flatten().rev().map(|member| (*member, depth + 1)));
        }
        lines
    }

    /// Learns all about an exception and those it hangs together with.
    fn collect(&mut self, machine: &mut Machine, exception: &Value, options: Options) -> PyResult<()> {
        let mut seen = Vec::new();
        let mut queue = Vec::new();
        let first = self.part(machine, exception, options, &mut seen)?;
        queue.push((first, exception.clone()));
        while let Some((index, exception)) = queue.pop() {
            let Some(data) = exception_data(&exception) else { continue };
            let is_new = |value: &Value, seen: &Vec<usize>| {
                value.address().is_some_and(|address| !seen.contains(&address))
            };
            let cause = data.cause.borrow().clone();
            if is_new(&cause, &seen) {
                let part = self.part(machine, &cause, options, &mut seen)?;
                self.parts[index].cause = Some(part);
                queue.push((part, cause));
            }
            let context = data.context.borrow().clone();
            let shown = self.parts[index].cause.is_none() && !data.suppress_context.get();
            if (shown || !options.compact) && is_new(&context, &seen) {
                let part = self.part(machine, &context, options, &mut seen)?;
                self.parts[index].context = Some(part);
                queue.push((part, context));
            }
            if let Some(members) = super::exception_group::members(machine, &exception) {
                let mut parts = Vec::new();
                for member in members {
                    let part = self.part(machine, &member, options, &mut seen)?;
                    parts.push(part);
                    queue.push((part, member));
                }
                self.parts[index].members = Some(parts);
            }
        }
        Ok(())
    }

    fn part(
        &mut self,
        machine: &mut Machine,
        exception: &Value,
        options: Options,
        seen: &mut Vec<usize>,
    ) -> PyResult<usize> {
        seen.extend(exception.address());
        let head = machine.traceback_value(exception);
        let frames = frames_of(machine, &head, options.limit);
        let (text, only) = message_lines(machine, exception)?;
        let part = Part {
            exception: exception.clone(),
            frames,
            text,
            only,
            suppress_context: exception_data(exception).is_some_and(|data| data.suppress_context.get()),
            ..Part::default()
        };
        self.parts.push(part);
        Ok(self.parts.len() - 1)
    }

    fn emit(&mut self, text: &str, margin: char) {
        if self.depth == 0 {
            self.out.push(text.to_string());
        } else {
            let margin = format!("{}{margin} ", "  ".repeat(self.depth));
            self.out.push(indent(text, &margin));
        }
    }

    fn emit_frames(&mut self, index: usize) {
        for text in format_stack(&self.parts[index].frames) {
            self.emit(&text, '|');
        }
    }

    fn emit_only(&mut self, index: usize) {
        for text in self.parts[index].only.clone() {
            self.emit(&text, '|');
        }
    }

    fn write(&mut self, index: usize, chain: bool) {
        let mut order = vec![(None, index)];
        let mut at = index;
        let linked = |part: &Part| match (part.cause, part.context) {
            (Some(cause), _) if chain => Some((CAUSE, cause)),
            (None, Some(context)) if chain && !part.suppress_context => Some((CONTEXT, context)),
            _ => None,
        };
        while let Some((link, next)) = linked(&self.parts[at]) {
            // What links the two is said before the later one.
            if let Some(last) = order.last_mut() {
                last.0 = Some(link);
            }
            order.push((None, next));
            at = next;
        }
        for (link, index) in order.into_iter().rev() {
            if let Some(link) = link {
                self.emit(link, '|');
            }
            match self.parts[index].members.clone() {
                None => {
                    if !self.parts[index].frames.is_empty() {
                        self.emit("Traceback (most recent call last):\n", '|');
                        self.emit_frames(index);
                    }
                    self.emit_only(index);
                }
                Some(_) if self.depth as i64 > self.options.group_depth => {
                    let most = self.options.group_depth;
                    self.emit(&format!("... (max_group_depth is {most})\n"), '|');
                }
                Some(members) => self.write_group(index, &members, chain),
            }
        }
    }

    fn write_group(&mut self, index: usize, members: &[usize], chain: bool) {
        let top = self.depth == 0;
        if top {
            self.depth = 1;
        }
        if !self.parts[index].frames.is_empty() {
            let margin = if top { '+' } else { '|' };
            self.emit("Exception Group Traceback (most recent call last):\n", margin);
            self.emit_frames(index);
        }
        self.emit_only(index);
        let width = usize::try_from(self.options.group_width).unwrap_or(0);
        let shown = members.len().min(width.saturating_add(1));
        self.need_close = false;
        for (position, member) in members.iter().take(shown).enumerate() {
            let last = position + 1 == shown;
            if last {
                self.need_close = true;
            }
            let cut = position >= width;
            let title = if cut { "...".to_string() } else { (position + 1).to_string() };
            let corner = if position == 0 { "+-" } else { "  " };
            let space = "  ".repeat(self.depth);
            self.out.push(format!("{space}{corner}+---------------- {title} ----------------\n"));
            self.depth += 1;
            if cut {
                let remaining = members.len() - width;
                let plural = if remaining > 1 { "s" } else { "" };
                self.emit(&format!("and {remaining} more exception{plural}\n"), '|');
            } else {
                self.write(*member, chain);
            }
            if last && self.need_close {
                let space = "  ".repeat(self.depth);
                self.out.push(format!("{space}+------------------------------------\n"));
                self.need_close = false;
            }
            self.depth -= 1;
        }
        if top {
            self.depth = 0;
        }
    }
}
