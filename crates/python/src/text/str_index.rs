//! Strings by code point, as Python counts them: lengths, slices, searching and replacing. Text is UTF-8, so
//! every function has a short path for ASCII, where bytes and code points are the same.

/// `len(text)`.
pub fn len(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// The byte at which code point `index` starts, or the end of the text.
pub fn byte_offset(text: &str, index: usize) -> usize {
    if text.is_ascii() {
        return index.min(text.len());
    }
    text.char_indices().nth(index).map_or(text.len(), |(at, _)| at)
}

/// The code point index of the byte offset `at`, which must be on a character's border.
pub fn char_index(text: &str, at: usize) -> usize {
    len(&text[..at])
}

/// `text[index]` for an index from 0.
pub fn char_at(text: &str, index: usize) -> Option<char> {
    if text.is_ascii() {
        text.as_bytes().get(index).map(|&byte| char::from(byte))
    } else {
        text.chars().nth(index)
    }
}

/// `text[start:stop]` for indexes that are already within the text.
pub fn slice(text: &str, start: usize, stop: usize) -> &str {
    let from = byte_offset(text, start);
    let to = from + byte_offset(&text[from..], stop.saturating_sub(start));
    &text[from..to]
}

/// `text[start::step]`, `count` characters long, for indexes already worked out; `step` may be negative.
pub fn stepped(text: &str, start: i64, step: i64, count: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = |number: usize| usize::try_from(start + number as i64 * step).ok();
    (0..count).filter_map(|number| chars.get(at(number)?)).collect()
}

/// The start and end arguments of `find`, `count`, `startswith` and the like, brought within the text. The
/// start may stay beyond the end, and then nothing is found.
pub fn adjust(length: usize, start: Option<i64>, end: Option<i64>) -> (usize, usize) {
    let length = length as i64;
    let wrap = |index: i64| if index < 0 { (index + length).max(0) } else { index };
    let end = wrap(end.unwrap_or(length).min(length));
    (wrap(start.unwrap_or(0)) as usize, end as usize)
}

/// The part of the text that a search may see, and the index where it starts; `None` if start is past end.
fn window(text: &str, start: Option<i64>, end: Option<i64>) -> Option<(&str, usize)> {
    if start.is_none() && end.is_none() {
        return Some((text, 0));
    }
    let (start, end) = adjust(len(text), start, end);
    (start <= end).then(|| (slice(text, start, end), start))
}

/// `text.find(sub, start, end)`; `None` for -1.
pub fn find(text: &str, sub: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let (part, offset) = window(text, start, end)?;
    part.find(sub).map(|at| offset + char_index(part, at))
}

/// `text.rfind(sub, start, end)`; `None` for -1.
pub fn rfind(text: &str, sub: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let (part, offset) = window(text, start, end)?;
    part.rfind(sub).map(|at| offset + char_index(part, at))
}

/// `text.count(sub, start, end)`.
pub fn count(text: &str, sub: &str, start: Option<i64>, end: Option<i64>) -> usize {
    match window(text, start, end) {
        Some((part, _)) if sub.is_empty() => len(part) + 1,
        Some((part, _)) => part.matches(sub).count(),
        None => 0,
    }
}

/// `text.startswith(prefix, start, end)`.
pub fn starts_with(text: &str, prefix: &str, start: Option<i64>, end: Option<i64>) -> bool {
    window(text, start, end).is_some_and(|(part, _)| part.starts_with(prefix))
}

/// `text.endswith(suffix, start, end)`.
pub fn ends_with(text: &str, suffix: &str, start: Option<i64>, end: Option<i64>) -> bool {
    window(text, start, end).is_some_and(|(part, _)| part.ends_with(suffix))
}

/// `text.replace(old, new, count)`; a negative count replaces all.
pub fn replace(text: &str, old: &str, new: &str, count: i64) -> String {
    match usize::try_from(count) {
        Ok(0) => text.to_owned(),
        Ok(count) => text.replacen(old, new, count),
        Err(_) => text.replace(old, new),
    }
}

/// `text.removeprefix(prefix)`.
pub fn remove_prefix<'a>(text: &'a str, prefix: &str) -> &'a str {
    text.strip_prefix(prefix).unwrap_or(text)
}

/// `text.removesuffix(suffix)`.
pub fn remove_suffix<'a>(text: &'a str, suffix: &str) -> &'a str {
    text.strip_suffix(suffix).unwrap_or(text)
}
