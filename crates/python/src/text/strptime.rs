//! `strptime` in the C locale: a template of directives is matched as CPython's generated regular expression
//! would match it, with the same preferences and the same backtracking.

use super::calendar::{Date, is_leap};
use super::raise::{Outcome, Raise};
use super::repr::repr_str;
use super::strftime::{DAYS, MONTHS};
use super::unicode::{decimal_value, is_space};

/// What `strptime` found. The time is not checked beyond what the directives check, and without a year the
/// 29th of February is of 1900, which has none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parsed {
    /// 1 to 9999.
    pub year: i64,
    /// 1 to 12.
    pub month: i64,
    /// 1 to 31.
    pub day: i64,
    /// 0 to 23.
    pub hour: i64,
    /// 0 to 59.
    pub minute: i64,
    /// 0 to 61.
    pub second: i64,
    /// 0 to 999999.
    pub microsecond: i64,
    /// 0 for Monday.
    pub weekday: i64,
    /// From 1.
    pub day_of_year: i64,
    /// `%z` in microseconds.
    pub offset: Option<i64>,
    /// `%Z` as written.
    pub zone_name: Option<String>,
}

/// A part of a template.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Item {
    /// One character, in either case.
    Literal(char),
    /// One or more white-space characters.
    Space,
    /// A directive, by the letter of its group.
    Directive(char),
    /// `%Od` and the like: any two digits.
    Digits(char),
}

fn template(format: &str) -> Outcome<Vec<Item>> {
    let mut items = Vec::new();
    let mut chars = format.chars().peekable();
    while let Some(c) = chars.next() {
        if is_space(c) {
            while chars.next_if(|&c| is_space(c)).is_some() {}
            items.push(Item::Space);
            continue;
        }
        if c != '%' {
            items.push(Item::Literal(c));
            continue;
        }
        while chars.next_if(|c| "-_0^#".contains(*c)).is_some() {}
        while chars.next_if(char::is_ascii_digit).is_some() {}
        let modifier = chars.next_if(|c| matches!(c, 'O' | 'E'));
        let stray = || Raise::value(format!("stray % in format '{format}'"));
        let letter = match (chars.next_if(|&c| !is_space(c)), modifier) {
            (Some(letter), _) => letter,
            (None, None) => return Err(stray()),
            (None, Some(modifier)) => return Err(bad_directive(&modifier.to_string(), format)),
        };
        push_directive(letter, modifier, format, &mut items)?;
    }
    Ok(items)
}

fn bad_directive(directive: &str, format: &str) -> Raise {
    Raise::value(format!("'{directive}' is a bad directive in format '{format}'"))
}

fn push_directive(letter: char, modifier: Option<char>, format: &str, items: &mut Vec<Item>) -> Outcome<()> {
    if let Some(modifier) = modifier {
        let item = match (modifier, letter) {
            ('O', 'd' | 'm' | 'y' | 'C' | 'H' | 'I' | 'M' | 'S') => Item::Digits(letter),
            ('O', 'e') => Item::Digits('d'),
            ('O', 'w' | 'p') => Item::Directive(letter),
            _ => return Err(bad_directive(&format!("{modifier}{letter}"), format)),
        };
        items.push(item);
        return Ok(());
    }
    let item = match letter {
        '%' => Item::Literal('%'),
        'e' => Item::Directive('d'),
        'k' => Item::Directive('H'),
        'l' => Item::Directive('I'),
        'P' => Item::Directive('p'),
        'a' | 'A' | 'b' | 'B' | 'd' | 'f' | 'G' | 'H' | 'I' | 'j' | 'm' | 'M' | 'p' | 'S' | 'u' | 'U'
        | 'V' | 'w' | 'W' | 'y' | 'Y' | 'z' | 'Z' => Item::Directive(letter),
        'c' => return expand("%a %b %d %H:%M:%S %Y", items),
        'x' => return expand("%m/%d/%y", items),
        'X' | 'T' => return expand("%H:%M:%S", items),
        'R' => return expand("%H:%M", items),
        'r' => return expand("%I:%M:%S %p", items),
        _ => return Err(bad_directive(&letter.to_string(), format)),
    };
    items.push(item);
    Ok(())
}

fn expand(format: &str, items: &mut Vec<Item>) -> Outcome<()> {
    items.extend(template(format)?);
    Ok(())
}

/// A pattern of digits: for each place the ASCII digits allowed, `*` for any digit of any script.
fn fits(pattern: &str, text: &[char]) -> bool {
    let places: Vec<&str> = pattern.split(' ').collect();
    text.len() >= places.len()
        && places.iter().zip(text).all(|(place, &c)| match *place {
            "*" => decimal_value(c).is_some(),
            "_" => c == ' ',
            allowed => {
                let mut ends = allowed.chars();
                matches!((ends.next(), ends.next()), (Some(low), high) if (low..=high.unwrap_or(low)).contains(&c))
            }
        })
}

/// The alternatives of a numeric directive in the order in which they are tried. A place is a digit, a range
/// of two digits, `*` for any digit or `_` for a blank.
fn alternatives(letter: char) -> &'static [&'static str] {
    match letter {
        'd' => &["3 01", "12 *", "0 19", "19", "_ 19"],
        'H' => &["2 03", "01 *", "*", "_ *"],
        'I' => &["1 02", "0 19", "19", "_ 19"],
        'G' | 'Y' => &["* * * *"],
        'j' => &["3 6 06", "3 05 *", "12 * *", "0 19 *", "0 0 19", "19 *", "0 19", "19"],
        'm' => &["1 02", "0 19", "19"],
        'M' => &["05 *", "*"],
        'S' => &["6 01", "05 *", "*"],
        'U' | 'W' => &["5 03", "04 *", "*"],
        'w' => &["06"],
        'u' => &["17"],
        'V' => &["5 03", "0 19", "14 *", "*"],
        'y' => &["* *"],
        _ => &[],
    }
}

/// The lengths that an item may match at the start of `text`, the preferred one first.
fn lengths(item: Item, text: &[char]) -> Vec<usize> {
    let count = |holds: fn(&&char) -> bool, most: usize| text.iter().take(most).take_while(holds).count();
    let places = |pattern: &&str| pattern.split(' ').count();
    match item {
        Item::Literal(wanted) => {
            let same = |c: char| {
                c == wanted || c.to_lowercase().eq(wanted.to_lowercase()) || (wanted == '\'' && c == 'ʼ')
            };
            if text.first().is_some_and(|&c| same(c)) { vec![1] } else { Vec::new() }
        }
        Item::Space => (1..=count(|c| is_space(**c), usize::MAX)).rev().collect(),
        Item::Digits(_) => ["* *", "*", "_ *"].iter().filter(|p| fits(p, text)).map(places).collect(),
        Item::Directive('f') => (1..=count(|c| c.is_ascii_digit(), 6)).rev().collect(),
        Item::Directive('z') => offset_lengths(text),
        Item::Directive(letter @ ('a' | 'A' | 'b' | 'B' | 'p' | 'Z')) => {
            let mut found: Vec<usize> =
                names(letter).iter().filter(|name| begins(text, name)).map(|name| name.len()).collect();
            found.sort_by(|a, b| b.cmp(a));
            found
        }
        Item::Directive(letter) => {
            alternatives(letter).iter().filter(|p| fits(p, text)).map(places).collect()
        }
    }
}

/// The names that a directive reads.
fn names(letter: char) -> Vec<&'static str> {
    match letter {
        'A' => DAYS.to_vec(),
        'a' => DAYS.iter().map(|name| &name[..3]).collect(),
        'B' => MONTHS.to_vec(),
        'b' => MONTHS.iter().map(|name| &name[..3]).collect(),
        'p' => vec!["AM", "PM"],
        _ => vec!["UTC", "GMT"],
    }
}

fn begins(text: &[char], name: &str) -> bool {
    text.len() >= name.len() && name.chars().zip(text).all(|(a, b)| a.eq_ignore_ascii_case(b))
}

/// `±HH[:]MM[[:]SS[.ffffff]]` or `Z`, the longest first.
fn offset_lengths(text: &[char]) -> Vec<usize> {
    if text.first() == Some(&'Z') {
        return vec![1];
    }
    let two = |at: usize, pattern: &str| text.get(at..).is_some_and(|rest| fits(pattern, rest));
    let colon = |at: usize| usize::from(text.get(at) == Some(&':'));
    if !matches!(text.first(), Some('+' | '-')) || !two(1, "* *") {
        return Vec::new();
    }
    let minutes = 3 + colon(3);
    if !two(minutes, "05 *") {
        return Vec::new();
    }
    let mut found = vec![minutes + 2];
    let seconds = minutes + 2 + colon(minutes + 2);
    if two(seconds, "05 *") {
        let end = seconds + 2;
        found.push(end);
        if text.get(end) == Some(&'.') {
            let digits = text[end + 1..].iter().take(6).take_while(|&&c| decimal_value(c).is_some()).count();
            found.extend((1..=digits).map(|digits| end + 1 + digits));
        }
    }
    found.reverse();
    found
}

/// The texts of the directives in order and where they end, if the items match a beginning of the text.
fn search(items: &[Item], text: &[char]) -> Option<(Vec<(char, String)>, usize)> {
    // For every item that matches so far: where it starts and the lengths still to be tried, the next one last.
    let mut trail: Vec<(usize, Vec<usize>)> = Vec::with_capacity(items.len());
    let mut ends: Vec<usize> = Vec::with_capacity(items.len());
    let mut at = 0;
    while let Some(&item) = items.get(ends.len()) {
        let mut left = lengths(item, &text[at..]);
        left.reverse();
        trail.push((at, left));
        // Back to the last item that has another length to offer.
        loop {
            let (start, left) = trail.last_mut()?;
            if let Some(length) = left.pop() {
                at = *start + length;
                ends.push(at);
                break;
            }
            trail.pop();
            ends.pop();
        }
    }
    let texts = items.iter().zip(&trail).zip(&ends).filter_map(|((item, (start, _)), &end)| match item {
        Item::Directive(letter) | Item::Digits(letter) => Some((*letter, text[*start..end].iter().collect())),
        Item::Literal(_) | Item::Space => None,
    });
    Some((texts.collect(), at))
}

/// A directive may stand only once, since each is a named group of CPython's pattern.
fn check_unique(items: &[Item]) -> Outcome<()> {
    let mut seen = Vec::new();
    for item in items {
        if let Item::Directive(letter) | Item::Digits(letter) = item {
            if let Some(first) = seen.iter().position(|other| other == letter) {
                return Err(Raise::value(format!(
                    "redefinition of group name '{letter}' as group {}; was group {}",
                    seen.len() + 1,
                    first + 1
                )));
            }
            seen.push(*letter);
        }
    }
    Ok(())
}

/// `datetime.strptime(text, format)` and `time.strptime(text, format)`.
pub fn strptime(text: &str, format: &str) -> Outcome<Parsed> {
    let items = template(format)?;
    check_unique(&items)?;
    let chars: Vec<char> = text.chars().collect();
    let (found, end) = search(&items, &chars).ok_or_else(|| {
        Raise::value(format!("time data {} does not match format {}", repr_str(text), repr_str(format)))
    })?;
    if end < chars.len() {
        let rest: String = chars[end..].iter().collect();
        return Err(Raise::value(format!("unconverted data remains: {rest}")));
    }
    let mut fields = Fields::default();
    for (letter, value) in &found {
        fields.read(*letter, value, &found)?;
    }
    fields.finish()
}

/// What the directives said.
#[derive(Default)]
struct Fields {
    year: Option<i64>,
    iso_year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    hour: i64,
    minute: i64,
    second: i64,
    microsecond: i64,
    weekday: Option<i64>,
    day_of_year: Option<i64>,
    /// A week of the year, and whether weeks start on Monday.
    week: Option<(i64, bool)>,
    iso_week: Option<i64>,
    offset: Option<i64>,
    zone_name: Option<String>,
}

/// The value of digits of any script, with blanks before them.
fn number(text: &str) -> i64 {
    text.chars().filter_map(decimal_value).fold(0, |value, digit| value * 10 + i64::from(digit))
}

fn index_of(letter: char, text: &str) -> i64 {
    names(letter).iter().position(|name| name.eq_ignore_ascii_case(text)).unwrap_or(0) as i64
}

impl Fields {
    fn read(&mut self, letter: char, text: &str, all: &[(char, String)]) -> Outcome<()> {
        let other =
            |wanted: char| all.iter().rev().find(|(letter, _)| *letter == wanted).map(|(_, text)| text);
        let value = number(text);
        match letter {
            'y' => {
                let century = other('C').map(|text| number(text) * 100);
                self.year = Some(value + century.unwrap_or(if value <= 68 { 2000 } else { 1900 }));
            }
            'Y' => self.year = Some(value),
            'G' => self.iso_year = Some(value),
            'm' => self.month = Some(value),
            'B' | 'b' => self.month = Some(index_of(letter, text) + 1),
            'd' => self.day = Some(value),
            'H' => self.hour = value,
            'I' => {
                let afternoon = other('p').is_some_and(|text| text.eq_ignore_ascii_case("PM"));
                self.hour = value % 12 + if afternoon { 12 } else { 0 };
            }
            'M' => self.minute = value,
            'S' => self.second = value,
            'f' => self.microsecond = value * 10_i64.pow(6 - text.len() as u32),
            'A' | 'a' => self.weekday = Some(index_of(letter, text)),
            'w' => self.weekday = Some((value + 6) % 7),
            'u' => self.weekday = Some(value - 1),
            'j' => self.day_of_year = Some(value),
            'U' => self.week = Some((value, false)),
            'W' => self.week = Some((value, true)),
            'V' => self.iso_week = Some(value),
            'z' => self.offset = Some(read_offset(text)?),
            'Z' => self.zone_name = Some(text.to_owned()),
            _ => {}
        }
        Ok(())
    }

    fn check_iso(&self) -> Outcome<()> {
        let refuse = |message: &str| Err(Raise::value(message));
        if self.iso_year.is_some() {
            if self.day_of_year.is_some() {
                return refuse(
                    "Day of the year directive '%j' is not compatible with ISO year directive '%G'. \
                     Use '%Y' instead.",
                );
            }
            if self.iso_week.is_none() || self.weekday.is_none() {
                return refuse(
                    "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday \
                     directive ('%A', '%a', '%w', or '%u').",
                );
            }
        } else if self.iso_week.is_some() {
            if self.year.is_none() || self.weekday.is_none() {
                return refuse(
                    "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday \
                     directive ('%A', '%a', '%w', or '%u').",
                );
            }
            return refuse(
                "ISO week directive '%V' is incompatible with the year directive '%Y'. \
                 Use the ISO year '%G' instead.",
            );
        }
        Ok(())
    }

    fn finish(self) -> Outcome<Parsed> {
        self.check_iso()?;
        let (month, day) = (self.month.unwrap_or(1), self.day.unwrap_or(1));
        // Without a year the 29th of February is taken to be of a leap year, then put back.
        let borrowed_leap = self.year.is_none() && (month, day) == (2, 29);
        let mut year = self.year.unwrap_or(if borrowed_leap { 1904 } else { 1900 });
        let mut day_of_year = self.day_of_year;
        let mut date = None;
        if let (None, Some(weekday)) = (day_of_year, self.weekday) {
            if let Some((week, monday)) = self.week {
                let day = day_from_week(year, week, weekday, monday)?;
                day_of_year = Some(day);
                if day <= 0 {
                    year -= 1;
                    day_of_year = Some(day + if is_leap(year) { 366 } else { 365 });
                }
            } else if let (Some(iso_year), Some(week)) = (self.iso_year, self.iso_week) {
                date = Some(Date::from_iso_calendar(iso_year, week, weekday + 1)?);
            }
        }
        let date = match (day_of_year, date) {
            (Some(day), _) => Date::from_ordinal(day - 1 + Date::new(year, 1, 1)?.ordinal())?,
            (None, Some(date)) => date,
            (None, None) => Date::new(year, month, day)?,
        };
        let day_of_year = day_of_year.unwrap_or_else(|| date.day_of_year());
        let weekday = self.weekday.unwrap_or_else(|| date.weekday());
        Ok(Parsed {
            year: if borrowed_leap { 1900 } else { i64::from(date.year) },
            month: i64::from(date.month),
            day: i64::from(date.day),
            hour: self.hour,
            minute: self.minute,
            second: self.second,
            microsecond: self.microsecond,
            weekday,
            day_of_year,
            offset: self.offset,
            zone_name: self.zone_name,
        })
    }
}

/// The day of the year of a weekday in a week; the days before the year's first week are week 0.
fn day_from_week(year: i64, week: i64, weekday: i64, monday: bool) -> Outcome<i64> {
    let shift = i64::from(!monday);
    let first = (Date::new(year, 1, 1)?.weekday() + shift) % 7;
    let weekday = (weekday + shift) % 7;
    let week_0 = (7 - first) % 7;
    Ok(if week == 0 { 1 + weekday - first } else { 1 + week_0 + 7 * (week - 1) + weekday })
}

/// The microseconds of `±HH[:]MM[[:]SS[.ffffff]]` or `Z`.
fn read_offset(text: &str) -> Outcome<i64> {
    if text == "Z" {
        return Ok(0);
    }
    let colons = [3, 6].map(|at| text.chars().nth(at) == Some(':'));
    let long = text.chars().filter(|&c| c != ':').count() > 5;
    if colons[0] && long && !colons[1] {
        return Err(Raise::value(format!("Inconsistent use of : in {text}")));
    }
    if !colons[0] && text.chars().nth(5) == Some(':') {
        // CPython takes the colon for a part of the seconds.
        let part: String = text.chars().skip(5).take(2).collect();
        return Err(Raise::value(format!("invalid literal for int() with base 10: '{part}'")));
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits: Vec<i64> = whole.chars().filter_map(decimal_value).map(i64::from).collect();
    let pair = |at: usize| digits.get(at).unwrap_or(&0) * 10 + digits.get(at + 1).unwrap_or(&0);
    let seconds = pair(0) * 3600 + pair(2) * 60 + pair(4);
    let scale = 10_i64.pow(6_u32.saturating_sub(fraction.chars().count() as u32));
    let total = seconds * 1_000_000 + number(fraction) * scale;
    Ok(if text.starts_with('-') { -total } else { total })
}
