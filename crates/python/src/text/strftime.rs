//! `strftime` in the C locale, as CPython on Linux has it: what the C library does not know stays as it is
//! written, and `%f`, `%z`, `%:z` and `%Z` are CPython's own.

use super::datetime::{DateTime, format_offset};
use super::timedelta::Timedelta;

/// The names of the days from Monday.
pub const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// The names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What `strftime` knows of the time zone.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Zone {
    /// `utcoffset()`.
    pub offset: Option<Timedelta>,
    /// `tzname()`.
    pub name: Option<String>,
}

/// `moment.strftime(format)`. A `date` counts as midnight, a `time` as of 1900-01-01.
pub fn strftime(moment: DateTime, zone: &Zone, format: &str) -> String {
    let mut out = String::with_capacity(format.len() * 2);
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix(":z") {
            push_offset(zone, ":", &mut out);
            rest = after;
            continue;
        }
        let flagged = rest.strip_prefix('-');
        let Some(directive) = flagged.unwrap_or(rest).chars().next() else {
            out.push('%');
            break;
        };
        let text = expand(moment, zone, directive);
        match (text, flagged) {
            (Some(text), Some(_)) => out.push_str(unpadded(&text)),
            (Some(text), None) => out.push_str(&text),
            (None, flag) => out.extend(['%'].into_iter().chain(flag.map(|_| '-')).chain([directive])),
        }
        rest = &flagged.unwrap_or(rest)[directive.len_utf8()..];
    }
    out.push_str(rest);
    out
}

/// What glibc's `%-d` leaves of a padded number.
fn unpadded(text: &str) -> &str {
    let short = text.trim_start_matches(['0', ' ']);
    if !text.starts_with(['0', ' ']) || short.starts_with(|c: char| c.is_ascii_digit()) {
        short
    } else {
        &text[text.len() - short.len() - 1..]
    }
}

fn push_offset(zone: &Zone, separator: &str, out: &mut String) {
    if let Some(offset) = zone.offset {
        out.push_str(&format_offset(offset, separator));
    }
}

/// What a directive stands for; `None` if it is not one.
fn expand(moment: DateTime, zone: &Zone, directive: char) -> Option<String> {
    let (date, time) = (moment.date, moment.time);
    let part = |format: &str| strftime(moment, zone, format);
    let weekday = date.weekday();
    let day_name = DAYS[weekday as usize % 7];
    let month_name = MONTHS[usize::from(date.month - 1) % 12];
    let hour_12 = (time.hour + 11) % 12 + 1;
    Some(match directive {
        'a' => day_name[..3].to_owned(),
        'A' => day_name.to_owned(),
        'b' | 'h' => month_name[..3].to_owned(),
        'B' => month_name.to_owned(),
        'c' => part("%a %b %e %H:%M:%S %Y"),
        'C' => format!("{:02}", date.year / 100),
        'd' => format!("{:02}", date.day),
        'D' | 'x' => part("%m/%d/%y"),
        'e' => format!("{:2}", date.day),
        'f' => format!("{:06}", time.microsecond),
        'F' => part("%Y-%m-%d"),
        'g' => format!("{:02}", date.iso_calendar().year % 100),
        'G' => format!("{:04}", date.iso_calendar().year),
        'H' => format!("{:02}", time.hour),
        'I' => format!("{hour_12:02}"),
        'j' => format!("{:03}", date.day_of_year()),
        'k' => format!("{:2}", time.hour),
        'l' => format!("{hour_12:2}"),
        'm' => format!("{:02}", date.month),
        'M' => format!("{:02}", time.minute),
        'n' => "\n".to_owned(),
        'p' => if time.hour < 12 { "AM" } else { "PM" }.to_owned(),
        'P' => if time.hour < 12 { "am" } else { "pm" }.to_owned(),
        'r' => part("%I:%M:%S %p"),
        'R' => part("%H:%M"),
        's' => format!("{}", moment.timestamp(Timedelta::default()).floor()),
        'S' => format!("{:02}", time.second),
        't' => "\t".to_owned(),
        'T' | 'X' => part("%H:%M:%S"),
        'u' => (weekday + 1).to_string(),
        'U' => format!("{:02}", (date.day_of_year() + 6 - (weekday + 1) % 7) / 7),
        'V' => format!("{:02}", date.iso_calendar().week),
        'w' => ((weekday + 1) % 7).to_string(),
        'W' => format!("{:02}", (date.day_of_year() + 6 - weekday) / 7),
        'y' => format!("{:02}", date.year % 100),
        'Y' => format!("{:04}", date.year),
        'z' => {
            let mut text = String::new();
            push_offset(zone, "", &mut text);
            text
        }
        'Z' => zone.name.clone().unwrap_or_default(),
        '%' => "%".to_owned(),
        _ => return None,
    })
}
