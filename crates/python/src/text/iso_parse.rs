//! `fromisoformat` of `date`, `time` and `datetime`: most of ISO 8601 since CPython 3.11, midnight as 24:00
//! since 3.13.

use super::calendar::Date;
use super::datetime::{DateTime, Time, TimeZone};
use super::raise::{Outcome, Raise};
use super::repr::repr_str;
use super::timedelta::Timedelta;

fn invalid(text: &str) -> Raise {
    Raise::value(format!("Invalid isoformat string: {}", repr_str(text)))
}

/// A number of exactly `width` ASCII digits at `at`.
fn digits(text: &[u8], at: usize, width: usize) -> Option<i64> {
    let part = text.get(at..at + width)?;
    part.iter().try_fold(0, |value, byte| byte.is_ascii_digit().then(|| value * 10 + i64::from(byte - b'0')))
}

/// The parts of a date as written, not yet checked.
enum DateParts {
    Calendar(i64, i64, i64),
    Week(i64, i64, i64),
}

/// Reads a date at the start of `text`; what follows it is overlooked, as CPython does.
fn date_parts(text: &[u8]) -> Option<DateParts> {
    let year = digits(text, 0, 4)?;
    let dashed = text.get(4) == Some(&b'-');
    let dash = usize::from(dashed);
    let at = 4 + dash;
    if text.get(at) == Some(&b'W') {
        let week = digits(text, at + 1, 2)?;
        let end = at + 3;
        if text.len() == end {
            return Some(DateParts::Week(year, week, 1));
        }
        if (text[end] == b'-') != dashed {
            return None;
        }
        return Some(DateParts::Week(year, week, digits(text, end + dash, 1)?));
    }
    let month = digits(text, at, 2)?;
    let end = at + 2;
    if (text.get(end) == Some(&b'-')) != dashed {
        return None;
    }
    Some(DateParts::Calendar(year, month, digits(text, end + dash, 2)?))
}

/// `date.fromisoformat(text)`.
pub fn date(text: &str) -> Outcome<Date> {
    let parts = date_parts(text.as_bytes()).filter(|_| matches!(text.len(), 7 | 8 | 10));
    match parts.ok_or_else(|| invalid(text))? {
        DateParts::Calendar(year, month, day) => Date::new(year, month, day),
        DateParts::Week(year, week, day) => {
            Date::from_iso_calendar(year, week, day).map_err(|_| invalid(text))
        }
    }
}

/// A time of day as written: hour, minute, second, microsecond. Before an offset CPython overlooks one
/// character after a part and anything after six digits of a fraction, and so does this if `zoned`.
fn clock(text: &[u8], zoned: bool) -> Option<[i64; 4]> {
    let mut parts = [0; 4];
    let mut at = 0;
    let colon = text.get(2) == Some(&b':');
    for part in 0..3 {
        parts[part] = digits(text, at, 2)?;
        at += 2;
        if at + 1 >= text.len() {
            return (at >= text.len() || zoned).then_some(parts);
        }
        if part == 2 || matches!(text[at], b'.' | b',') {
            break;
        }
        if colon && text[at] != b':' {
            return None;
        }
        at += usize::from(colon);
    }
    // Only whole times may have a fraction, of which six digits count. Without colons it needs no point.
    let whole = at == if colon { 8 } else { 6 };
    let point = matches!(text[at], b'.' | b',');
    if !whole || (colon && !point) {
        return None;
    }
    let fraction = &text[at + usize::from(point)..];
    let kept = fraction.len().min(6);
    parts[3] = digits(fraction, 0, kept).filter(|_| kept > 0)? * 10_i64.pow(6 - kept as u32);
    let ends = fraction.iter().all(u8::is_ascii_digit);
    (ends || zoned).then_some(parts)
}

/// A clock time and its offset in microseconds, as written.
fn clock_and_offset(text: &str) -> Option<([i64; 4], Option<i64>)> {
    let bytes = text.as_bytes();
    let Some(sign) = bytes.iter().position(|byte| matches!(byte, b'+' | b'-' | b'Z')) else {
        return Some((clock(bytes, false)?, None));
    };
    let time = clock(&bytes[..sign], true)?;
    let zone = &bytes[sign + 1..];
    if bytes[sign] == b'Z' {
        return zone.is_empty().then_some((time, Some(0)));
    }
    let [hours, minutes, seconds, microseconds] = clock(zone, false)?;
    let total = (hours * 3600 + minutes * 60 + seconds) * 1_000_000 + microseconds;
    Some((time, Some(if bytes[sign] == b'-' { -total } else { total })))
}

fn zone(offset: Option<i64>) -> Outcome<Option<TimeZone>> {
    let zone = |offset: i64| TimeZone::new(Timedelta::from_microseconds(i128::from(offset))?, None);
    offset.map(zone).transpose()
}

/// `time.fromisoformat(text)`.
pub fn time(text: &str) -> Outcome<(Time, Option<TimeZone>)> {
    let bare = text.strip_prefix('T').unwrap_or(text);
    let ([hour, minute, second, microsecond], offset) =
        clock_and_offset(bare).ok_or_else(|| invalid(text))?;
    let zone = zone(offset)?;
    if hour == 24 {
        if (minute, second, microsecond) != (0, 0, 0) {
            return Err(Raise::value("minute, second, and microsecond must be 0 when hour is 24"));
        }
        return Ok((Time::default(), zone));
    }
    Ok((Time::new(hour, minute, second, microsecond)?, zone))
}

/// Where the separator between date and time stands, if the text is long enough to have one.
fn separator(text: &[u8]) -> Option<usize> {
    let is_digit = |at: usize| text.get(at).is_some_and(u8::is_ascii_digit);
    if text.len() <= 7 {
        return (text.len() == 7).then_some(7);
    }
    if text[4] == b'-' && text[5] == b'W' {
        // YYYY-Www-D, unless two digits after the dash make it YYYY-Www and an hour.
        return match text.get(8) {
            Some(b'-') if text.len() == 9 => None,
            Some(b'-') if !is_digit(10) => Some(10),
            _ => Some(8),
        };
    }
    if text[4] == b'-' {
        return Some(10);
    }
    if text[4] != b'W' {
        return Some(8);
    }
    // The digits of a time come in pairs, which tells YYYYWwwd from YYYYWww.
    let end = (7..text.len()).find(|&at| !is_digit(at)).unwrap_or(text.len());
    Some(match end {
        ..9 => end,
        _ if end % 2 == 0 => 7,
        _ => 8,
    })
}

/// `datetime.fromisoformat(text)`.
pub fn datetime(text: &str) -> Outcome<(DateTime, Option<TimeZone>)> {
    let bytes = text.as_bytes();
    let at = separator(bytes).ok_or_else(|| invalid(text))?;
    let head = bytes.get(..at.min(bytes.len())).unwrap_or_default();
    let parts = date_parts(head).ok_or_else(|| invalid(text))?;
    // The separator is one character of any kind.
    let tail = text.get(at..).unwrap_or_default();
    let after = tail.chars().next().map_or("", |c| &tail[c.len_utf8()..]);
    let (clock, offset) = if tail.is_empty() {
        ([0; 4], None)
    } else {
        clock_and_offset(after).ok_or_else(|| invalid(text))?
    };
    let zone = zone(offset)?;
    let [mut hour, minute, second, microsecond] = clock;
    let mut date = match parts {
        DateParts::Calendar(year, month, day) => Date::new(year, month, day)?,
        DateParts::Week(year, week, day) => {
            Date::from_iso_calendar(year, week, day).map_err(|_| invalid(text))?
        }
    };
    if hour == 24 {
        if (minute, second, microsecond) != (0, 0, 0) {
            return Err(Raise::value("minute, second, and microsecond must be 0 when hour is 24"));
        }
        hour = 0;
        date = Date::from_ordinal(date.ordinal() + 1)?;
    }
    Ok((DateTime { date, time: Time::new(hour, minute, second, microsecond)? }, zone))
}
