//! The text of tracebacks, letter by letter as CPython 3.14's `traceback` module writes it: the lines of a
//! frame with their carets, repeated frames folded, and the boxes around exception groups.

use crate::segment::{self, Shape};

/// A frame of a traceback.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FrameText {
    /// The file's name.
    pub file: String,
    /// The line.
    pub line: u32,
    /// The function's name.
    pub name: String,
    /// The source of the lines that the instruction comes from, without line ends; empty where it is unknown.
    pub source: Vec<String>,
    /// The columns, in bytes: of the start in the first of these lines, of the end in the last.
    pub columns: Option<(usize, usize)>,
}

/// After so many frames alike the rest is only counted.
const REPEATS: usize = 3;

/// The frames, one text each.
pub fn format_stack(frames: &[FrameText]) -> Vec<String> {
    let mut texts = Vec::new();
    let mut count = 0;
    let mut last: Option<&FrameText> = None;
    let repeated = |texts: &mut Vec<String>, count: usize| {
        if count > REPEATS {
            let more = count - REPEATS;
            let plural = if more > 1 { "s" } else { "" };
            texts.push(format!("  [Previous line repeated {more} more time{plural}]\n"));
        }
    };
    for frame in frames {
        let same = last.is_some_and(|last| {
            last.file == frame.file && last.line == frame.line && last.name == frame.name
        });
        if !same {
            repeated(&mut texts, count);
            last = Some(frame);
            count = 0;
        }
        count += 1;
        if count <= REPEATS {
            texts.push(format_frame(frame));
        }
    }
    repeated(&mut texts, count);
    texts
}

/// One frame: its place, its source lines and carets.
pub fn format_frame(frame: &FrameText) -> String {
    let mut text = format!("  File \"{}\", line {}, in {}\n", frame.file, frame.line, frame.name);
    let original: Vec<&str> = frame.source.iter().map(|line| line.trim_end()).collect();
    if original.iter().all(|line| line.trim().is_empty()) {
        return text;
    }
    match frame.columns {
        None => {
            text.push_str(&format!("    {}\n", original[0].trim()));
        }
        Some(columns) => text.push_str(&underlined(&original, columns)),
    }
    text
}

/// Source lines with carets under columns (bytes) of the first and last.
fn underlined(original: &[&str], (start, end): (usize, usize)) -> String {
    let last = original.len() - 1;
    let lines = dedent(original);
    let removed = original[0].chars().count() - lines[0].chars().count();
    let start = characters(original[0], start).saturating_sub(removed);
    let end = characters(original[last], end).saturating_sub(removed);
    let shown_start = width(&lines[0], Some(start));
    let shown_end = width(&lines[last], Some(end));
    let segment = segment_of(&lines, start, end);
    let anchors = anchors(&segment);
    let carets = shows_carets(&lines, start, end, anchors.is_some());
    // A line of the segment is a line of the source, but the first begins later.
    let anchors = anchors.map(|found| Anchors {
        left: (found.left.0, place_in_line(&lines, found.left, start)),
        right: (found.right.0, place_in_line(&lines, found.right, start)),
    });
    let mut wanted = vec![0, last];
    if let Some(anchors) = &anchors {
        for line in [anchors.left.0, anchors.right.0] {
            wanted.extend([line.wrapping_sub(1), line, line + 1]);
        }
    }
    wanted.retain(|line| *line <= last);
    wanted.sort_unstable();
    wanted.dedup();
    let mut rows: Vec<String> = Vec::new();
    let show = |rows: &mut Vec<String>, index: usize| {
        let line = &lines[index];
        rows.push(line.clone());
        if carets {
            rows.push(caret_row(line, index, last, shown_start, shown_end, anchors.as_ref()));
        }
    };
    for (position, index) in wanted.iter().enumerate() {
        if position > 0 {
            let skipped = index - wanted[position - 1] - 1;
            match skipped {
                0 => {}
                1 => show(&mut rows, index - 1),
                _ => rows.push(format!("...<{skipped} lines>...")),
            }
        }
        show(&mut rows, *index);
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    dedent(&rows).iter().map(|row| format!("    {row}\n")).collect()
}

fn caret_row(
    line: &str,
    index: usize,
    last: usize,
    start: usize,
    end: usize,
    anchors: Option<&Anchors>,
) -> String {
    let indent = line.chars().count() - line.trim_start().chars().count();
    let count = if index == last { end } else { width(line, None) };
    let caret = |column: usize| {
        if column < indent || index == 0 && column < start {
            return ' ';
        }
        match anchors {
            Some(anchors) if (index, column) >= anchors.left && (index, column) < anchors.right => '^',
            Some(_) => '~',
            None => '^',
        }
    };
    (0..count).map(caret).collect()
}

/// The part that gets `^` where the rest gets `~`: line and column of its start and end.
struct Anchors {
    left: (usize, usize),
    right: (usize, usize),
}

fn place_in_line(lines: &[String], (line, column): (usize, usize), start: usize) -> usize {
    let column = if line == 0 { column + start } else { column };
    width(&lines[line], Some(column))
}

fn segment_of(lines: &[String], start: usize, end: usize) -> String {
    let last = lines.len() - 1;
    let mut parts: Vec<String> = lines.to_vec();
    parts[last] = parts[last].chars().take(end).collect();
    parts[0] = parts[0].chars().skip(start).collect();
    parts.join("\n")
}

/// A place in a segment as line and column, moved on to the next line where it is at the end of one.
struct Cursor<'a> {
    lines: Vec<Vec<char>>,
    segment: &'a str,
}

impl<'a> Cursor<'a> {
    fn new(segment: &'a str) -> Cursor<'a> {
        Cursor { lines: segment.lines().map(|line| line.chars().collect()).collect(), segment }
    }

    fn at(&self, offset: usize) -> (usize, usize) {
        let before = self.segment.get(..offset).unwrap_or(self.segment);
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap_or("").chars().count();
        (line, column)
    }

    fn valid(&self, (mut line, mut column): (usize, usize)) -> Option<(usize, usize)> {
        while column >= self.lines.get(line)?.len() {
            column = 0;
            line += 1;
        }
        Some((line, column))
    }

    /// The next character that stops, passing over comments and line ends.
    fn until(&self, from: (usize, usize), stop: impl Fn(char) -> bool) -> Option<(usize, usize)> {
        let (mut line, mut column) = self.valid(from)?;
        loop {
            let character = self.lines[line][column];
            if character == '\\' || character == '#' {
                (line, column) = self.valid((line + 1, 0))?;
            } else if stop(character) {
                return Some((line, column));
            } else {
                (line, column) = self.valid((line, column + 1))?;
            }
        }
    }
}

fn anchors(segment: &str) -> Option<Anchors> {
    let cursor = Cursor::new(segment);
    match segment::shape(segment)? {
        Shape::Binary { left, right } => {
            let left = cursor.until(cursor.at(left), |c| !c.is_whitespace() && c != ')')?;
            let right = cursor.at(right);
            let line = &cursor.lines[left.0];
            let mut end = left.1 + 1;
            if let Some(second) = line.get(end)
                && (right.0 > left.0 || end < right.1)
                && !second.is_whitespace()
                && *second != '\\'
                && *second != '#'
            {
                end += 1;
            }
            Some(Anchors { left, right: (left.0, end) })
        }
        Shape::Subscript(value) => {
            let left = cursor.until(cursor.at(value), |c| c == '[')?;
            Some(Anchors { left, right: cursor.at(segment.len()) })
        }
        Shape::Call(callee) => {
            let left = cursor.until(cursor.at(callee), |c| c == '(')?;
            Some(Anchors { left, right: cursor.at(segment.len()) })
        }
    }
}

fn shows_carets(lines: &[String], start: usize, end: usize, anchored: bool) -> bool {
    let text = lines.join("\n");
    let last = &lines[lines.len() - 1];
    let from = byte_of(&lines[0], start);
    let to = text.len() - last.len() + byte_of(last, end);
    // Columns are compared with bytes, as CPython does.
    if from == start && segment::is_whole_statement(&text, from, to) {
        return false;
    }
    let before: String = lines[0].chars().take(start).collect();
    let after: String = last.chars().skip(end).collect();
    anchored || !before.trim_start().is_empty() || !after.trim_end().is_empty()
}

fn byte_of(line: &str, column: usize) -> usize {
    line.char_indices().nth(column).map_or(line.len(), |(at, _)| at)
}

fn characters(line: &str, bytes: usize) -> usize {
    let mut end = bytes.min(line.len());
    while !line.is_char_boundary(end) {
        end += 1;
    }
    line[..end].chars().count()
}

/// Takes off the white space that all lines begin with (`textwrap.dedent`); blank lines become empty.
fn dedent(lines: &[&str]) -> Vec<String> {
    let indent_of = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let filled: Vec<&&str> = lines.iter().filter(|line| !line.trim().is_empty()).collect();
    let mut margin = filled.first().map_or("", |line| &line[..indent_of(line)]);
    for line in &filled {
        let common = margin.bytes().zip(line.bytes()).take_while(|(a, b)| a == b).count();
        margin = &margin[..common];
    }
    let strip =
        |line: &&str| if line.trim().is_empty() { String::new() } else { line[margin.len()..].to_string() };
    lines.iter().map(strip).collect()
}

/// How many columns the line takes on a terminal, up to a character.
fn width(line: &str, up_to: Option<usize>) -> usize {
    let count = up_to.unwrap_or_else(|| line.chars().count());
    if line.is_ascii() {
        return count;
    }
    line.chars().take(count).map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// Whether East Asian scripts set the character in two columns.
fn is_wide(character: char) -> bool {
    matches!(character as u32,
        0x1100..=0x115f | 0x231a..=0x231b | 0x23e9..=0x23ec | 0x2614..=0x2615 | 0x26a1 | 0x2705 | 0x274c
        | 0x2728 | 0x2753..=0x2755 | 0x2b50 | 0x2e80..=0x303e | 0x3041..=0x33ff | 0x3400..=0x4dbf
        | 0x4e00..=0xa4cf | 0xa960..=0xa97c | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f
        | 0xff01..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1f320 | 0x1f32d..=0x1f64f | 0x1f680..=0x1f6c5
        | 0x1f900..=0x1f9ff | 0x20000..=0x3fffd)
}

/// Puts a margin before every line of a text.
pub fn indent(text: &str, margin: &str) -> String {
    text.split_inclusive('\n').map(|line| format!("{margin}{line}")).collect()
}
