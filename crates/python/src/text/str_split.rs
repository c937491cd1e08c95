//! Taking strings apart: `split`, `rsplit`, `splitlines`, `partition`, and the `strip` family.

use super::raise::{Outcome, Raise};
use super::unicode::{is_line_break, is_space};

/// Which ends `strip` and its kin work on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ends {
    /// `lstrip`
    Left,
    /// `rstrip`
    Right,
    /// `strip`
    Both,
}

/// `text.strip(chars)`, `lstrip` or `rstrip`; without `chars` white space goes.
pub fn strip<'a>(text: &'a str, chars: Option<&str>, ends: Ends) -> &'a str {
    let goes = |c: char| chars.map_or_else(|| is_space(c), |chars| chars.contains(c));
    let text = if ends == Ends::Right { text } else { text.trim_start_matches(goes) };
    if ends == Ends::Left { text } else { text.trim_end_matches(goes) }
}

/// The `maxsplit` argument: negative means no limit.
fn limit(max_split: i64) -> usize {
    usize::try_from(max_split).unwrap_or(usize::MAX)
}

/// `text.split(separator, max_split)`; without a separator it splits at runs of white space.
pub fn split<'a>(text: &'a str, separator: Option<&str>, max_split: i64) -> Outcome<Vec<&'a str>> {
    let mut left = limit(max_split);
    let mut parts = Vec::new();
    let mut rest = text;
    let Some(separator) = separator else {
        loop {
            rest = rest.trim_start_matches(is_space);
            if rest.is_empty() {
                return Ok(parts);
            }
            let end = if left == 0 { None } else { rest.find(is_space) };
            let end = end.unwrap_or(rest.len());
            parts.push(&rest[..end]);
            rest = &rest[end..];
            left = left.saturating_sub(1);
        }
    };
    check_separator(separator)?;
    while let Some(at) = rest.find(separator).filter(|_| left > 0) {
        parts.push(&rest[..at]);
        rest = &rest[at + separator.len()..];
        left -= 1;
    }
    parts.push(rest);
    Ok(parts)
}

/// `text.rsplit(separator, max_split)`.
pub fn rsplit<'a>(text: &'a str, separator: Option<&str>, max_split: i64) -> Outcome<Vec<&'a str>> {
    let mut left = limit(max_split);
    let mut parts = Vec::new();
    let mut rest = text;
    let Some(separator) = separator else {
        loop {
            rest = rest.trim_end_matches(is_space);
            if rest.is_empty() {
                parts.reverse();
                return Ok(parts);
            }
            let last = rest.char_indices().rev().find(|&(_, c)| is_space(c)).filter(|_| left > 0);
            let start = last.map_or(0, |(at, c)| at + c.len_utf8());
            parts.push(&rest[start..]);
            rest = &rest[..start];
            left = left.saturating_sub(1);
        }
    };
    check_separator(separator)?;
    while let Some(at) = rest.rfind(separator).filter(|_| left > 0) {
        parts.push(&rest[at + separator.len()..]);
        rest = &rest[..at];
        left -= 1;
    }
    parts.push(rest);
    parts.reverse();
    Ok(parts)
}

fn check_separator(separator: &str) -> Outcome<()> {
    if separator.is_empty() { Err(Raise::value("empty separator")) } else { Ok(()) }
}

/// `text.splitlines(keepends)`.
pub fn split_lines(text: &str, keep_ends: bool) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (end, next) = match rest.char_indices().find(|&(_, c)| is_line_break(c)) {
            Some((at, _)) if rest[at..].starts_with("\r\n") => (at, at + 2),
            Some((at, c)) => (at, at + c.len_utf8()),
            None => (rest.len(), rest.len()),
        };
        lines.push(&rest[..if keep_ends { next } else { end }]);
        rest = &rest[next..];
    }
    lines
}

/// `text.partition(separator)`.
pub fn partition<'a>(text: &'a str, separator: &'a str) -> Outcome<(&'a str, &'a str, &'a str)> {
    check_separator(separator)?;
    Ok(text.split_once(separator).map_or((text, "", ""), |(head, tail)| (head, separator, tail)))
}

/// `text.rpartition(separator)`.
pub fn rpartition<'a>(text: &'a str, separator: &'a str) -> Outcome<(&'a str, &'a str, &'a str)> {
    check_separator(separator)?;
    Ok(text.rsplit_once(separator).map_or(("", "", text), |(head, tail)| (head, separator, tail)))
}
