//! `datetime.time`, `datetime.datetime` and fixed time zones as plain data: checks, arithmetic, `isoformat`,
//! `repr` and timestamps. The local time zone is UTC.

use super::calendar::Date;
use super::raise::{Outcome, Raise};
use super::repr::repr_str;
use super::timedelta::Timedelta;

/// A valid time of day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Time {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
    /// 0 to 999999.
    pub microsecond: u32,
}

/// A valid date and time, without time zone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DateTime {
    /// The day.
    pub date: Date,
    /// The time of day.
    pub time: Time,
}

/// The ordinal of 1970-01-01.
const EPOCH: i64 = 719_163;
const DAY: i128 = 86_400_000_000;

/// How much of the time `isoformat` shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Timespec {
    /// Microseconds only if there are any.
    Auto,
    /// `HH`
    Hours,
    /// `HH:MM`
    Minutes,
    /// `HH:MM:SS`
    Seconds,
    /// `HH:MM:SS.mmm`
    Milliseconds,
    /// `HH:MM:SS.ffffff`
    Microseconds,
}

impl Timespec {
    /// The timespec of this name.
    pub fn parse(name: &str) -> Outcome<Timespec> {
        match name {
            "auto" => Ok(Timespec::Auto),
            "hours" => Ok(Timespec::Hours),
            "minutes" => Ok(Timespec::Minutes),
            "seconds" => Ok(Timespec::Seconds),
            "milliseconds" => Ok(Timespec::Milliseconds),
            "microseconds" => Ok(Timespec::Microseconds),
            _ => Err(Raise::value("Unknown timespec value")),
        }
    }
}

impl Time {
    /// `time(hour, minute, second, microsecond)`.
    pub fn new(hour: i64, minute: i64, second: i64, microsecond: i64) -> Outcome<Time> {
        let parts = [
            ("hour", hour, 23),
            ("minute", minute, 59),
            ("second", second, 59),
            ("microsecond", microsecond, 999_999),
        ];
        for (name, value, last) in parts {
            if !(0..=last).contains(&value) {
                return Err(Raise::value(format!("{name} must be in 0..{last}, not {value}")));
            }
        }
        // All four were checked to be small.
        Ok(Time {
            hour: hour as u8,
            minute: minute as u8,
            second: second as u8,
            microsecond: microsecond as u32,
        })
    }

    /// The microseconds since midnight.
    pub fn since_midnight(self) -> i64 {
        let seconds = i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second);
        seconds * 1_000_000 + i64::from(self.microsecond)
    }

    /// `time.isoformat(timespec)` without the offset.
    pub fn isoformat(self, timespec: Timespec) -> String {
        let Time { hour, minute, second, microsecond } = self;
        match timespec {
            Timespec::Hours => format!("{hour:02}"),
            Timespec::Minutes => format!("{hour:02}:{minute:02}"),
            Timespec::Auto if microsecond != 0 => self.isoformat(Timespec::Microseconds),
            Timespec::Auto | Timespec::Seconds => format!("{hour:02}:{minute:02}:{second:02}"),
            Timespec::Milliseconds => format!("{hour:02}:{minute:02}:{second:02}.{:03}", microsecond / 1000),
            Timespec::Microseconds => format!("{hour:02}:{minute:02}:{second:02}.{microsecond:06}"),
        }
    }

    /// The parts that `repr` shows: hour, minute, and what is not zero of the rest.
    fn repr_parts(self) -> String {
        let Time { hour, minute, second, microsecond } = self;
        match (second, microsecond) {
            (0, 0) => format!("{hour}, {minute}"),
            (_, 0) => format!("{hour}, {minute}, {second}"),
            _ => format!("{hour}, {minute}, {second}, {microsecond}"),
        }
    }

    /// `repr(time)`; `zone` is the `repr` of its `tzinfo`.
    pub fn repr(self, fold: bool, zone: Option<&str>) -> String {
        // Other than a datetime it tells its zone first.
        let tail = format!("{}{}", repr_tail(false, zone), repr_tail(fold, None));
        format!("datetime.time({}{tail})", self.repr_parts())
    }
}

fn repr_tail(fold: bool, zone: Option<&str>) -> String {
    let zone = zone.map_or_else(String::new, |zone| format!(", tzinfo={zone}"));
    format!("{}{zone}", if fold { ", fold=1" } else { "" })
}

/// Checks the `fold` argument.
pub fn check_fold(fold: i64) -> Outcome<bool> {
    match fold {
        0 | 1 => Ok(fold == 1),
        _ => Err(Raise::value(format!("fold must be either 0 or 1, not {fold}"))),
    }
}

impl DateTime {
    /// The microseconds since 0001-01-01, less a day.
    fn microseconds(self) -> i128 {
        i128::from(self.date.ordinal()) * DAY + i128::from(self.time.since_midnight())
    }

    fn from_microseconds(microseconds: i128) -> Outcome<DateTime> {
        let date = Date::at_ordinal(microseconds.div_euclid(DAY) as i64)?;
        let rest = microseconds.rem_euclid(DAY) as i64;
        let seconds = rest / 1_000_000;
        let time = Time::new(seconds / 3600, seconds / 60 % 60, seconds % 60, rest % 1_000_000)?;
        Ok(DateTime { date, time })
    }

    /// `self + delta`.
    pub fn plus(self, delta: Timedelta) -> Outcome<DateTime> {
        DateTime::from_microseconds(self.microseconds() + delta.microseconds())
    }

    /// `self - delta`.
    pub fn minus(self, delta: Timedelta) -> Outcome<DateTime> {
        DateTime::from_microseconds(self.microseconds() - delta.microseconds())
    }

    /// `self - other`, both without offset; for others subtract the offsets' difference.
    pub fn since(self, other: DateTime) -> Timedelta {
        // Two valid dates are never a billion days apart.
        Timedelta::from_microseconds(self.microseconds() - other.microseconds()).unwrap_or_default()
    }

    /// The UTC date and time at so many seconds and microseconds after the epoch.
    pub fn from_epoch(seconds: i64, microseconds: i64) -> Outcome<DateTime> {
        let ordinal = EPOCH + seconds.div_euclid(86_400);
        // An ordinal out of range says which year it would be.
        Date::from_ordinal(ordinal.max(-1_000_000_000)).map_err(|raise| match ordinal {
            ..1 => Raise::value("year must be in 1..9999, not 0"),
            _ => raise,
        })?;
        let total = i128::from(EPOCH) * DAY + i128::from(seconds) * 1_000_000 + i128::from(microseconds);
        DateTime::from_microseconds(total)
    }

    /// `datetime.timestamp()` of a date and time that is `offset` ahead of UTC.
    pub fn timestamp(self, offset: Timedelta) -> f64 {
        let since = self.microseconds() - i128::from(EPOCH) * DAY - offset.microseconds();
        Timedelta::from_microseconds(since).unwrap_or_default().total_seconds()
    }

    /// `datetime.isoformat(separator, timespec)` without the offset.
    pub fn isoformat(self, separator: char, timespec: Timespec) -> String {
        format!("{}{separator}{}", self.date.isoformat(), self.time.isoformat(timespec))
    }

    /// `repr(datetime)`; `zone` is the `repr` of its `tzinfo`.
    pub fn repr(self, fold: bool, zone: Option<&str>) -> String {
        let Date { year, month, day } = self.date;
        let time = self.time.repr_parts();
        format!("datetime.datetime({year}, {month}, {day}, {time}{})", repr_tail(fold, zone))
    }
}

/// `±HH:MM[:SS[.ffffff]]`, as `isoformat` ends with; `separator` is `:` or nothing.
pub fn format_offset(offset: Timedelta, separator: &str) -> String {
    let total = offset.microseconds();
    let sign = if total < 0 { '-' } else { '+' };
    let size = total.abs();
    let (seconds, microseconds) = (size / 1_000_000, size % 1_000_000);
    let mut text = format!("{sign}{:02}{separator}{:02}", seconds / 3600, seconds / 60 % 60);
    if seconds % 60 != 0 || microseconds != 0 {
        text.push_str(&format!("{separator}{:02}", seconds % 60));
    }
    if microseconds != 0 {
        text.push_str(&format!(".{microseconds:06}"));
    }
    text
}

/// A `datetime.timezone`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TimeZone {
    /// How far it is ahead of UTC: less than a day.
    pub offset: Timedelta,
    /// The name that it was given.
    pub name: Option<String>,
}

impl TimeZone {
    /// `timezone(offset, name)`.
    pub fn new(offset: Timedelta, name: Option<String>) -> Outcome<TimeZone> {
        if offset.microseconds().abs() >= DAY {
            return Err(Raise::value(format!(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {}",
                offset.repr()
            )));
        }
        Ok(TimeZone { offset, name })
    }

    /// `timezone.utc`.
    pub fn utc() -> TimeZone {
        TimeZone { offset: Timedelta::default(), name: None }
    }

    /// `timezone.tzname(…)`, which is also `str(timezone)`.
    pub fn tzname(&self) -> String {
        match &self.name {
            Some(name) => name.clone(),
            None if self.offset == Timedelta::default() => "UTC".to_owned(),
            None => format!("UTC{}", format_offset(self.offset, ":")),
        }
    }

    /// `repr(timezone)`.
    pub fn repr(&self) -> String {
        match &self.name {
            Some(name) => format!("datetime.timezone({}, {})", self.offset.repr(), repr_str(name)),
            None if self.offset == Timedelta::default() => "datetime.timezone.utc".to_owned(),
            None => format!("datetime.timezone({})", self.offset.repr()),
        }
    }
}

/// The `TypeError` of `a - b` where only one has an offset.
pub fn subtract_mixed_error() -> Raise {
    Raise::type_error("can't subtract offset-naive and offset-aware datetimes")
}

/// The `TypeError` of `a < b` where only one has an offset.
pub fn compare_mixed_error() -> Raise {
    Raise::type_error("can't compare offset-naive and offset-aware datetimes")
}

#[cfg(test)]
#[path = "datetime_tests.rs"]
mod tests;
