//! The proleptic Gregorian calendar of `datetime.date`: ordinals, weekdays, ISO weeks, and the checks that
//! CPython 3.14 makes of its parts.

use super::raise::{Outcome, Raise};

/// A valid date of the years 1 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    /// 1 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// A year, week and weekday by ISO 8601.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct IsoDate {
    /// The year that the week belongs to.
    pub year: i32,
    /// 1 to 53.
    pub week: i64,
    /// 1 for Monday to 7.
    pub weekday: i64,
}

/// The ordinal of 9999-12-31.
pub const MAX_ORDINAL: i64 = 3_652_059;

/// `calendar.isleap(year)`.
pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The number of days in a month from 1 to 12.
pub fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn days_before_year(year: i64) -> i64 {
    let before = year - 1;
    before * 365 + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400)
}

fn days_before_month(year: i64, month: i64) -> i64 {
    (1..month).map(|month| days_in_month(year, month)).sum()
}

fn check_year(year: i64) -> Outcome<()> {
    if (1..=9999).contains(&year) {
        Ok(())
    } else {
        Err(Raise::value(format!("year must be in 1..9999, not {year}")))
    }
}

impl Date {
    /// `date(year, month, day)`.
    pub fn new(year: i64, month: i64, day: i64) -> Outcome<Date> {
        check_year(year)?;
        if !(1..=12).contains(&month) {
            return Err(Raise::value(format!("month must be in 1..12, not {month}")));
        }
        let last = days_in_month(year, month);
        if !(1..=last).contains(&day) {
            return Err(Raise::value(format!(
                "day {day} must be in range 1..{last} for month {month} in year {year}"
            )));
        }
        // All three were checked to be small.
        Ok(Date { year: year as i32, month: month as u8, day: day as u8 })
    }

    /// `date.fromordinal(ordinal)`.
    pub fn from_ordinal(ordinal: i64) -> Outcome<Date> {
        if ordinal < 1 {
            return Err(Raise::value("ordinal must be >= 1"));
        }
        let days = ordinal - 1;
        // A 400-year cycle has 146097 days, its first three centuries 36524 each, four years 1461.
        let (cycles, days) = (days / 146_097, days % 146_097);
        let centuries = (days / 36_524).min(3);
        let days = days - centuries * 36_524;
        let (fours, days) = (days / 1_461, days % 1_461);
        let years = (days / 365).min(3);
        let mut day = days - years * 365;
        let year = cycles * 400 + centuries * 100 + fours * 4 + years + 1;
        check_year(year)?;
        let mut month = 1;
        while day >= days_in_month(year, month) {
            day -= days_in_month(year, month);
            month += 1;
        }
        Date::new(year, month, day + 1)
    }

    /// The date at an ordinal that arithmetic has come to.
    pub fn at_ordinal(ordinal: i64) -> Outcome<Date> {
        if (1..=MAX_ORDINAL).contains(&ordinal) {
            Date::from_ordinal(ordinal)
        } else {
            Err(Raise::overflow("date value out of range"))
        }
    }

    /// `date.fromisocalendar(year, week, weekday)`.
    pub fn from_iso_calendar(year: i64, week: i64, weekday: i64) -> Outcome<Date> {
        check_year(year)?;
        if !(1..=iso_weeks(year)).contains(&week) {
            return Err(Raise::value(format!("Invalid week: {week}")));
        }
        if !(1..=7).contains(&weekday) {
            return Err(Raise::value(format!("Invalid weekday: {weekday} (range is [1, 7])")));
        }
        Date::from_ordinal(first_iso_monday(year) + (week - 1) * 7 + weekday - 1)
    }

    /// `date.toordinal()`: 1 for 0001-01-01.
    pub fn ordinal(self) -> i64 {
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        days_before_year(year) + days_before_month(year, month) + i64::from(self.day)
    }

    /// `date.weekday()`: 0 for Monday.
    pub fn weekday(self) -> i64 {
        (self.ordinal() + 6) % 7
    }

    /// The day of the year, from 1.
    pub fn day_of_year(self) -> i64 {
        days_before_month(i64::from(self.year), i64::from(self.month)) + i64::from(self.day)
    }

    /// `date.isocalendar()`.
    pub fn iso_calendar(self) -> IsoDate {
        let ordinal = self.ordinal();
        let own = i64::from(self.year);
        let year = if ordinal < first_iso_monday(own) {
            own - 1
        } else if ordinal >= first_iso_monday(own + 1) {
            own + 1
        } else {
            own
        };
        let days = ordinal - first_iso_monday(year);
        IsoDate { year: year as i32, week: days / 7 + 1, weekday: days % 7 + 1 }
    }

    /// `date.isoformat()`, which is also `str(date)`.
    pub fn isoformat(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// `repr(date)`.
    pub fn repr(self) -> String {
        format!("datetime.date({}, {}, {})", self.year, self.month, self.day)
    }
}

/// The ordinal of the Monday that begins ISO week 1, the week with the year's first Thursday.
fn first_iso_monday(year: i64) -> i64 {
    let first = days_before_year(year) + 1;
    let weekday = (first + 6).rem_euclid(7);
    let monday = first - weekday;
    if weekday > 3 { monday + 7 } else { monday }
}

fn iso_weeks(year: i64) -> i64 {
    (first_iso_monday(year + 1) - first_iso_monday(year)) / 7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ordinal_round_trips() {
        let mut last = None;
        for ordinal in (1..=MAX_ORDINAL).step_by(13).chain([MAX_ORDINAL]) {
            let date = Date::from_ordinal(ordinal);
            assert_eq!(date.clone().map(Date::ordinal), Ok(ordinal));
            assert!(date.as_ref().ok() > last.as_ref());
            let iso = date.clone().map(Date::iso_calendar);
            let back =
                iso.and_then(|iso| Date::from_iso_calendar(i64::from(iso.year), iso.week, iso.weekday));
            // ISO years 0 and 10000 cannot be named.
            assert!(back == date || back.is_err());
            last = date.ok();
        }
    }

    #[test]
    fn dates_are_cpythons() {
        for (ordinal, date, weekday, day_of_year, iso) in [
            (1, "0001-01-01", 0, 1, (1, 1, 1)),
            (365, "0001-12-31", 0, 365, (2, 1, 1)),
            (366, "0002-01-01", 1, 1, (2, 1, 2)),
            (719163, "1970-01-01", 3, 1, (1970, 1, 4)),
            (730120, "2000-01-01", 5, 1, (1999, 52, 6)),
            (738886, "2024-01-01", 0, 1, (2024, 1, 1)),
            (3652059, "9999-12-31", 4, 365, (9999, 52, 5)),
            (146097, "0400-12-31", 6, 366, (400, 52, 7)),
            (146098, "0401-01-01", 0, 1, (401, 1, 1)),
            (36524, "0100-12-31", 4, 365, (100, 52, 5)),
            (1461, "0004-12-31", 4, 366, (4, 53, 5)),
            (577736, "1582-10-15", 4, 288, (1582, 41, 5)),
        ] {
            let got = Date::from_ordinal(ordinal);
            assert_eq!(got.clone().map(Date::isoformat), Ok(date.to_owned()));
            assert_eq!(got.clone().map(Date::weekday), Ok(weekday));
            assert_eq!(got.clone().map(Date::day_of_year), Ok(day_of_year));
            assert_eq!(
                got.map(|date| date.iso_calendar()).map(|iso| (iso.year, iso.week, iso.weekday)),
                Ok(iso)
            );
        }
    }

    #[test]
    fn refusals_are_cpythons() {
        let said = |date: Outcome<Date>| date.map_or_else(|raise| raise.to_string(), Date::repr);
        for (year, month, day, expected) in [
            (0, 1, 1, "ValueError: year must be in 1..9999, not 0"),
            (10000, 1, 1, "ValueError: year must be in 1..9999, not 10000"),
            (2023, 2, 29, "ValueError: day 29 must be in range 1..28 for month 2 in year 2023"),
            (2023, 13, 1, "ValueError: month must be in 1..12, not 13"),
            (2023, 1, 0, "ValueError: day 0 must be in range 1..31 for month 1 in year 2023"),
            (2024, 2, 29, "datetime.date(2024, 2, 29)"),
            (1900, 2, 29, "ValueError: day 29 must be in range 1..28 for month 2 in year 1900"),
            (2023, 4, 31, "ValueError: day 31 must be in range 1..30 for month 4 in year 2023"),
            (-5, 1, 1, "ValueError: year must be in 1..9999, not -5"),
        ] {
            assert_eq!(said(Date::new(year, month, day)), expected);
        }
        for (year, week, weekday, expected) in [
            (2020, 53, 7, "datetime.date(2021, 1, 3)"),
            (2021, 53, 1, "ValueError: Invalid week: 53"),
            (2021, 1, 8, "ValueError: Invalid weekday: 8 (range is [1, 7])"),
            (0, 1, 1, "ValueError: year must be in 1..9999, not 0"),
            (2024, 1, 1, "datetime.date(2024, 1, 1)"),
            (2026, 53, 4, "datetime.date(2026, 12, 31)"),
        ] {
            assert_eq!(said(Date::from_iso_calendar(year, week, weekday)), expected);
        }
        assert_eq!(said(Date::from_ordinal(0)), "ValueError: ordinal must be >= 1");
        assert_eq!(said(Date::from_ordinal(10_000_000)), "ValueError: year must be in 1..9999, not 27380");
        assert_eq!(said(Date::at_ordinal(MAX_ORDINAL + 1)), "OverflowError: date value out of range");
    }
}
