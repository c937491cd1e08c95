//! Dates and times against what CPython 3.14 printed.

use super::super::strftime::{Zone, strftime};
use super::super::{iso_parse, strptime};
use super::*;

fn moment(text: &str) -> (DateTime, Option<TimeZone>) {
    iso_parse::datetime(text).unwrap_or_else(|raise| panic!("{raise}"))
}

/// `str(datetime)`.
fn show(moment: DateTime, zone: Option<&TimeZone>) -> String {
    let offset = zone.map_or_else(String::new, |zone| format_offset(zone.offset, ":"));
    moment.isoformat(' ', Timespec::Auto) + &offset
}

#[test]
fn fromisoformat_is_cpythons() {
    for (text, expected) in [
        ("2024-03-05", "2024-03-05 00:00:00"),
        ("2024-03-05T07:08", "2024-03-05 07:08:00"),
        ("20240305", "2024-03-05 00:00:00"),
        ("20240305T0708", "2024-03-05 07:08:00"),
        ("20240305 070809", "2024-03-05 07:08:09"),
        ("2024-03-05 07:08:09.1", "2024-03-05 07:08:09.100000"),
        ("2024-03-05T07:08:09,123456789", "2024-03-05 07:08:09.123456"),
        ("2024-W10-2", "2024-03-05 00:00:00"),
        ("2024W102", "2024-03-05 00:00:00"),
        ("2024-W10", "2024-03-04 00:00:00"),
        ("2024W10", "2024-03-04 00:00:00"),
        ("2024-W10T05", "2024-03-04 05:00:00"),
        ("2024W10T05", "2024-03-04 05:00:00"),
        ("2024W102T05:06", "2024-03-05 05:06:00"),
        ("2024-W10-2T05", "2024-03-05 05:00:00"),
        ("2024-W10-05", "2024-03-04 05:00:00"),
        ("2024-03-05T07Z", "2024-03-05 07:00:00+00:00"),
        ("2024-03-05T07:08:09+05:30", "2024-03-05 07:08:09+05:30"),
        ("2024-03-05T07:08:09-0530", "2024-03-05 07:08:09-05:30"),
        ("2024-03-05T07:08:09.5+01:02:03.25", "2024-03-05 07:08:09.500000+01:02:03.250000"),
        ("2024-03-05T24:00", "2024-03-06 00:00:00"),
        ("2024-12-31T24:00:00", "2025-01-01 00:00:00"),
        ("2024-03-05T24:01", "ValueError: minute, second, and microsecond must be 0 when hour is 24"),
        ("2024-13-05", "ValueError: month must be in 1..12, not 13"),
        ("2024-02-30", "ValueError: day 30 must be in range 1..29 for month 2 in year 2024"),
        ("2024-3-5", "ValueError: Invalid isoformat string: '2024-3-5'"),
        ("2024-03-05T", "ValueError: Invalid isoformat string: '2024-03-05T'"),
        ("2024-03-05T7", "ValueError: Invalid isoformat string: '2024-03-05T7'"),
        ("2024-03-05T07:", "ValueError: Invalid isoformat string: '2024-03-05T07:'"),
        ("2024-03-05T07:8", "ValueError: Invalid isoformat string: '2024-03-05T07:8'"),
        ("2024-03-05T07:08:", "ValueError: Invalid isoformat string: '2024-03-05T07:08:'"),
        ("2024-03-05T07:08:09.", "ValueError: Invalid isoformat string: '2024-03-05T07:08:09.'"),
        ("2024-03-05T0708:09", "ValueError: Invalid isoformat string: '2024-03-05T0708:09'"),
        ("2024-03-05T07:0809", "ValueError: Invalid isoformat string: '2024-03-05T07:0809'"),
        ("2024-03-05T25:00", "ValueError: hour must be in 0..23, not 25"),
        ("2024-03-05\u{e9}07:08", "2024-03-05 07:08:00"),
        ("", "ValueError: Invalid isoformat string: ''"),
        ("2024", "ValueError: Invalid isoformat string: '2024'"),
        ("2024-03", "ValueError: Invalid isoformat string: '2024-03'"),
        (
            "2024-03-05T07:08:09+24:00",
            "ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1)",
        ),
        ("2024-03-05T07:08:09+", "ValueError: Invalid isoformat string: '2024-03-05T07:08:09+'"),
        ("2024-03-05T07:08:09+1", "ValueError: Invalid isoformat string: '2024-03-05T07:08:09+1'"),
        ("2024-03-05T07:08:09ZZ", "ValueError: Invalid isoformat string: '2024-03-05T07:08:09ZZ'"),
        ("2024-03-05T07:08:09 Z", "2024-03-05 07:08:09+00:00"),
        ("2024-03-05T07xZ", "2024-03-05 07:00:00+00:00"),
        ("2024-03-05T07:+01", "2024-03-05 07:00:00+01:00"),
        ("2024-W54", "ValueError: Invalid isoformat string: '2024-W54'"),
        ("2024-W10-8", "ValueError: Invalid isoformat string: '2024-W10-8'"),
        ("2024/03/05", "ValueError: Invalid isoformat string: '2024/03/05'"),
        ("abcdefgh", "ValueError: Invalid isoformat string: 'abcdefgh'"),
        ("2024-03-05T07:08:60", "ValueError: second must be in 0..59, not 60"),
        ("2024-03-05T07:60", "ValueError: minute must be in 0..59, not 60"),
        ("2024-0305", "ValueError: Invalid isoformat string: '2024-0305'"),
        ("202403-05", "ValueError: Invalid isoformat string: '202403-05'"),
        ("2024-03-05T07.5", "ValueError: Invalid isoformat string: '2024-03-05T07.5'"),
        ("2024-03-05T07:08.5", "ValueError: Invalid isoformat string: '2024-03-05T07:08.5'"),
        ("2024-03-05T070809.25", "2024-03-05 07:08:09.250000"),
        ("0001-01-01", "0001-01-01 00:00:00"),
        ("9999-12-31T23:59:59.999999", "9999-12-31 23:59:59.999999"),
        ("9999-12-31T24:00", "ValueError: year must be in 1..9999, not 10000"),
        ("2024-03-05T07:08:09+00:00", "2024-03-05 07:08:09+00:00"),
        ("2024-03-05T07:08:09-00:00", "2024-03-05 07:08:09+00:00"),
        ("2024-03-05T07:08+23:59:59", "2024-03-05 07:08:00+23:59:59"),
        ("2024W1T05", "ValueError: Invalid isoformat string: '2024W1T05'"),
        ("20240305 ", "ValueError: Invalid isoformat string: '20240305 '"),
        ("2024-03-05+01:00", "2024-03-05 01:00:00"),
    ] {
        let got = iso_parse::datetime(text);
        let got = got.map_or_else(|raise| raise.to_string(), |(moment, zone)| show(moment, zone.as_ref()));
        assert_eq!(got, expected, "{text:?}");
    }
    for (text, expected) in [
        ("2024-03-05", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("2024-W10-2", "2024-03-05"),
        ("2024W102", "2024-03-05"),
        ("2024-W10", "2024-03-04"),
        ("2024W10", "2024-03-04"),
        ("2024-03-05T00", "ValueError: Invalid isoformat string: '2024-03-05T00'"),
        ("2024-3-5", "ValueError: Invalid isoformat string: '2024-3-5'"),
        ("", "ValueError: Invalid isoformat string: ''"),
        ("2024-02-30", "ValueError: day 30 must be in range 1..29 for month 2 in year 2024"),
        ("2024-W60", "ValueError: Invalid isoformat string: '2024-W60'"),
        ("2024W1", "ValueError: Invalid isoformat string: '2024W1'"),
        ("\u{e9}024-03-05", "ValueError: Invalid isoformat string: '\u{e9}024-03-05'"),
    ] {
        assert_eq!(
            iso_parse::date(text).map_or_else(|raise| raise.to_string(), Date::isoformat),
            expected,
            "{text:?}"
        );
    }
    for (text, expected) in [
        ("07:08", "07:08:00"),
        ("T07:08:09", "07:08:09"),
        ("070809.5", "07:08:09.500000"),
        ("07", "07:00:00"),
        ("7", "ValueError: Invalid isoformat string: '7'"),
        ("07:08Z", "07:08:00+00:00"),
        ("24:00", "00:00:00"),
        ("24:00:01", "ValueError: minute, second, and microsecond must be 0 when hour is 24"),
        ("07:08+01", "07:08:00+01:00"),
        ("T", "ValueError: Invalid isoformat string: 'T'"),
        ("", "ValueError: Invalid isoformat string: ''"),
        ("0708", "07:08:00"),
        ("07:08:09.1234567", "07:08:09.123456"),
        ("25:00", "ValueError: hour must be in 0..23, not 25"),
        ("07:08-01:30", "07:08:00-01:30"),
    ] {
        let got = iso_parse::time(text).map_or_else(
            |raise| raise.to_string(),
            |(time, zone)| {
                let offset = zone.map_or_else(String::new, |zone| format_offset(zone.offset, ":"));
                time.isoformat(Timespec::Auto) + &offset
            },
        );
        assert_eq!(got, expected, "{text:?}");
    }
}

#[test]
fn strftime_is_cpythons() {
    for (text, format, expected) in [
        ("2024-03-05T07:08:09.123456", "%a %A %w %d %b %B %m %y %Y", "Tue Tuesday 2 05 Mar March 03 24 2024"),
        (
            "2024-03-05T07:08:09.123456",
            "%H %I %M %p %S %f %z %Z|%j %U %W",
            "07 07 08 AM 09 123456  |065 09 10",
        ),
        ("2024-03-05T07:08:09.123456", "%c|%x|%X|%%", "Tue Mar  5 07:08:09 2024|03/05/24|07:08:09|%"),
        (
            "2024-03-05T07:08:09.123456",
            "%G %u %V|%e|%D|%F|%T|%R|%h|%C|%g|%:z",
            "2024 2 10| 5|03/05/24|2024-03-05|07:08:09|07:08|Mar|20|24|",
        ),
        ("2024-03-05T07:08:09.123456", "%H:%M:%S", "07:08:09"),
        ("2024-03-05T07:08:09.123456", "\u{e9}%Y\u{2603}", "\u{e9}2024\u{2603}"),
        ("2024-03-05T07:08:09.123456", "%n%t|", "\u{a}\u{9}|"),
        ("2021-01-03", "%a %A %w %d %b %B %m %y %Y", "Sun Sunday 0 03 Jan January 01 21 2021"),
        ("2021-01-03", "%H %I %M %p %S %f %z %Z|%j %U %W", "00 12 00 AM 00 000000  |003 01 00"),
        ("2021-01-03", "%c|%x|%X|%%", "Sun Jan  3 00:00:00 2021|01/03/21|00:00:00|%"),
        (
            "2021-01-03",
            "%G %u %V|%e|%D|%F|%T|%R|%h|%C|%g|%:z",
            "2020 7 53| 3|01/03/21|2021-01-03|00:00:00|00:00|Jan|20|20|",
        ),
        ("2021-01-03", "%H:%M:%S", "00:00:00"),
        ("2021-01-03", "\u{e9}%Y\u{2603}", "\u{e9}2021\u{2603}"),
        ("2021-01-03", "%n%t|", "\u{a}\u{9}|"),
        ("0005-01-02T13:00:00", "%a %A %w %d %b %B %m %y %Y", "Sun Sunday 0 02 Jan January 01 05 0005"),
        ("0005-01-02T13:00:00", "%H %I %M %p %S %f %z %Z|%j %U %W", "13 01 00 PM 00 000000  |002 01 00"),
        ("0005-01-02T13:00:00", "%c|%x|%X|%%", "Sun Jan  2 13:00:00 0005|01/02/05|13:00:00|%"),
        (
            "0005-01-02T13:00:00",
            "%G %u %V|%e|%D|%F|%T|%R|%h|%C|%g|%:z",
            "0004 7 53| 2|01/02/05|0005-01-02|13:00:00|13:00|Jan|00|04|",
        ),
        ("0005-01-02T13:00:00", "%H:%M:%S", "13:00:00"),
        ("0005-01-02T13:00:00", "\u{e9}%Y\u{2603}", "\u{e9}0005\u{2603}"),
        ("0005-01-02T13:00:00", "%n%t|", "\u{a}\u{9}|"),
        (
            "2024-12-30T23:59:59+05:30",
            "%a %A %w %d %b %B %m %y %Y",
            "Mon Monday 1 30 Dec December 12 24 2024",
        ),
        (
            "2024-12-30T23:59:59+05:30",
            "%H %I %M %p %S %f %z %Z|%j %U %W",
            "23 11 59 PM 59 000000 +0530 UTC+05:30|365 52 53",
        ),
        ("2024-12-30T23:59:59+05:30", "%c|%x|%X|%%", "Mon Dec 30 23:59:59 2024|12/30/24|23:59:59|%"),
        (
            "2024-12-30T23:59:59+05:30",
            "%G %u %V|%e|%D|%F|%T|%R|%h|%C|%g|%:z",
            "2025 1 01|30|12/30/24|2024-12-30|23:59:59|23:59|Dec|20|25|+05:30",
        ),
        ("2024-12-30T23:59:59+05:30", "%H:%M:%S", "23:59:59"),
        ("2024-12-30T23:59:59+05:30", "\u{e9}%Y\u{2603}", "\u{e9}2024\u{2603}"),
        ("2024-12-30T23:59:59+05:30", "%n%t|", "\u{a}\u{9}|"),
        (
            "2023-01-01T12:00:00-01:02:03",
            "%a %A %w %d %b %B %m %y %Y",
            "Sun Sunday 0 01 Jan January 01 23 2023",
        ),
        (
            "2023-01-01T12:00:00-01:02:03",
            "%H %I %M %p %S %f %z %Z|%j %U %W",
            "12 12 00 PM 00 000000 -010203 UTC-01:02:03|001 01 00",
        ),
        ("2023-01-01T12:00:00-01:02:03", "%c|%x|%X|%%", "Sun Jan  1 12:00:00 2023|01/01/23|12:00:00|%"),
        (
            "2023-01-01T12:00:00-01:02:03",
            "%G %u %V|%e|%D|%F|%T|%R|%h|%C|%g|%:z",
            "2022 7 52| 1|01/01/23|2023-01-01|12:00:00|12:00|Jan|20|22|-01:02:03",
        ),
        ("2023-01-01T12:00:00-01:02:03", "%H:%M:%S", "12:00:00"),
        ("2023-01-01T12:00:00-01:02:03", "\u{e9}%Y\u{2603}", "\u{e9}2023\u{2603}"),
        ("2023-01-01T12:00:00-01:02:03", "%n%t|", "\u{a}\u{9}|"),
        (
            "2000-02-29T00:30:00+00:00",
            "%a %A %w %d %b %B %m %y %Y",
            "Tue Tuesday 2 29 Feb February 02 00 2000",
        ),
        (
            "2000-02-29T00:30:00+00:00",
            "%H %I %M %p %S %f %z %Z|%j %U %W",
            "00 12 30 AM 00 000000 +0000 UTC|060 09 09",
        ),
        ("2000-02-29T00:30:00+00:00", "%c|%x|%X|%%", "Tue Feb 29 00:30:00 2000|02/29/00|00:30:00|%"),
        (
            "2000-02-29T00:30:00+00:00",
            "%G %u %V|%e|%D|%F|%T|%R|%h|%C|%g|%:z",
            "2000 2 09|29|02/29/00|2000-02-29|00:30:00|00:30|Feb|20|00|+00:00",
        ),
        ("2000-02-29T00:30:00+00:00", "%H:%M:%S", "00:30:00"),
        ("2000-02-29T00:30:00+00:00", "\u{e9}%Y\u{2603}", "\u{e9}2000\u{2603}"),
        ("2000-02-29T00:30:00+00:00", "%n%t|", "\u{a}\u{9}|"),
        (
            "1999-12-31T11:59:59.000001",
            "%a %A %w %d %b %B %m %y %Y",
            "Fri Friday 5 31 Dec December 12 99 1999",
        ),
        (
            "1999-12-31T11:59:59.000001",
            "%H %I %M %p %S %f %z %Z|%j %U %W",
            "11 11 59 AM 59 000001  |365 52 52",
        ),
        ("1999-12-31T11:59:59.000001", "%c|%x|%X|%%", "Fri Dec 31 11:59:59 1999|12/31/99|11:59:59|%"),
        (
            "1999-12-31T11:59:59.000001",
            "%G %u %V|%e|%D|%F|%T|%R|%h|%C|%g|%:z",
            "1999 5 52|31|12/31/99|1999-12-31|11:59:59|11:59|Dec|19|99|",
        ),
        ("1999-12-31T11:59:59.000001", "%H:%M:%S", "11:59:59"),
        ("1999-12-31T11:59:59.000001", "\u{e9}%Y\u{2603}", "\u{e9}1999\u{2603}"),
        ("1999-12-31T11:59:59.000001", "%n%t|", "\u{a}\u{9}|"),
    ] {
        let (moment, zone) = moment(text);
        let zone =
            Zone { offset: zone.as_ref().map(|zone| zone.offset), name: zone.map(|zone| zone.tzname()) };
        assert_eq!(strftime(moment, &zone, format), expected, "{text} {format}");
    }
    // As glibc has them.
    let (day, _) = moment("2024-03-05 07:08:09");
    let plain = Zone::default();
    assert_eq!(strftime(day, &plain, "%-d|%-m|%-H|%-j|%k|%l|%P|%Q|%"), "5|3|7|65| 7| 7|am|%Q|%");
    assert_eq!(strftime(day, &plain, "%-S|%s"), "9|1709622489");
    let (midnight, _) = moment("2024-03-05");
    assert_eq!(strftime(midnight, &plain, "%-H:%-M"), "0:0");
}

#[test]
fn strptime_is_cpythons() {
    for (text, format, expected) in [
        ("2024-03-05", "%Y-%m-%d", "2024-03-05 00:00:00"),
        ("05/03/24 07:08:09.5", "%d/%m/%y %H:%M:%S.%f", "2024-03-05 07:08:09.500000"),
        ("111", "%d%m", "1900-01-11 00:00:00"),
        ("1111", "%d%m", "1900-11-11 00:00:00"),
        ("Tue Mar  5 07:08:09 2024", "%c", "2024-03-05 07:08:09"),
        ("03/05/24", "%x", "2024-03-05 00:00:00"),
        ("07:08:09", "%X", "1900-01-01 07:08:09"),
        ("12:30 PM", "%I:%M %p", "1900-01-01 12:30:00"),
        ("12:30 am", "%I:%M %p", "1900-01-01 00:30:00"),
        ("1 pm", "%I %p", "1900-01-01 13:00:00"),
        ("march 5, 2024", "%B %d, %Y", "2024-03-05 00:00:00"),
        ("MAR 5 2024", "%b %d %Y", "2024-03-05 00:00:00"),
        ("may 1 2024", "%B %d %Y", "2024-05-01 00:00:00"),
        ("2024 065", "%Y %j", "2024-03-05 00:00:00"),
        ("2024 366", "%Y %j", "2024-12-31 00:00:00"),
        ("2023 366", "%Y %j", "2024-01-01 00:00:00"),
        ("2024 10 Tue", "%Y %U %a", "2024-03-12 00:00:00"),
        ("2024 10 2", "%Y %W %w", "2024-03-05 00:00:00"),
        ("2024 00 1", "%Y %W %w", "2024-01-01 00:00:00"),
        ("2024 W10 2", "%G W%V %u", "2024-03-05 00:00:00"),
        (
            "2024 10",
            "%Y %V",
            "ValueError: ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').",
        ),
        (
            "2024 10 1",
            "%Y %V %u",
            "ValueError: ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.",
        ),
        (
            "2024",
            "%G",
            "ValueError: ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').",
        ),
        (
            "2024 10 1 5",
            "%G %V %u %j",
            "ValueError: Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.",
        ),
        (
            "10",
            "%V",
            "ValueError: ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').",
        ),
        ("2024-03-05T07:08:09+0530", "%Y-%m-%dT%H:%M:%S%z", "2024-03-05 07:08:09+05:30"),
        ("+05:30", "%z", "1900-01-01 00:00:00+05:30"),
        ("-05:30:15.25", "%z", "1900-01-01 00:00:00-05:30:15.250000"),
        ("Z", "%z", "1900-01-01 00:00:00+00:00"),
        ("z", "%z", "ValueError: time data 'z' does not match format '%z'"),
        ("+05:3015", "%z", "ValueError: Inconsistent use of : in +05:3015"),
        ("+0530:15", "%z", "ValueError: invalid literal for int() with base 10: ':1'"),
        ("UTC", "%Z", "1900-01-01 00:00:00"),
        ("gmt +0100", "%Z %z", "1900-01-01 00:00:00+01:00"),
        ("EST", "%Z", "ValueError: time data 'EST' does not match format '%Z'"),
        ("2024-03-05x", "%Y-%m-%d", "ValueError: unconverted data remains: x"),
        ("abc", "%Y", "ValueError: time data 'abc' does not match format '%Y'"),
        ("2024", "%Q", "ValueError: 'Q' is a bad directive in format '%Q'"),
        ("2024", "%", "ValueError: stray % in format '%'"),
        ("2024 ", "%Y ", "2024-01-01 00:00:00"),
        ("2024", "%Y ", "ValueError: time data '2024' does not match format '%Y '"),
        ("2024  5", "%Y %m", "2024-05-01 00:00:00"),
        ("2024\u{9}\u{a}5", "%Y %m", "2024-05-01 00:00:00"),
        ("20245", "%Y%m", "2024-05-01 00:00:00"),
        ("69", "%y", "1969-01-01 00:00:00"),
        ("68", "%y", "2068-01-01 00:00:00"),
        ("29 2", "%d %m", "ValueError: day 29 must be in range 1..28 for month 2 in year 1900"),
        ("30 2 2024", "%d %m %Y", "ValueError: day 30 must be in range 1..29 for month 2 in year 2024"),
        ("61", "%S", "ValueError: second must be in 0..59, not 61"),
        ("60", "%S", "ValueError: second must be in 0..59, not 60"),
        ("5%", "%d%%", "1900-01-05 00:00:00"),
        ("2024-03-05 7", "%Y-%m-%d %H", "2024-03-05 07:00:00"),
        (" 5", "%d", "1900-01-05 00:00:00"),
        ("24", "%H", "ValueError: unconverted data remains: 4"),
        ("7", "%-H", "1900-01-01 07:00:00"),
        ("it's 5", "it's %d", "1900-01-05 00:00:00"),
        ("3.5", "%m.%d", "1900-03-05 00:00:00"),
        ("x", "%E", "ValueError: 'E' is a bad directive in format '%E'"),
        ("5", "%Ey", "ValueError: 'Ey' is a bad directive in format '%Ey'"),
        ("1:2:3", "%T", "1900-01-01 01:02:03"),
        ("01:02", "%R", "1900-01-01 01:02:00"),
        ("01:02:03 PM", "%r", "1900-01-01 13:02:03"),
        ("0", "%m", "ValueError: time data '0' does not match format '%m'"),
        ("13", "%m", "ValueError: unconverted data remains: 3"),
        ("00", "%d", "ValueError: time data '00' does not match format '%d'"),
        ("123456", "%f", "1900-01-01 00:00:00.123456"),
        ("1234567", "%f", "ValueError: unconverted data remains: 7"),
        ("", "%d", "ValueError: time data '' does not match format '%d'"),
        ("", "", "1900-01-01 00:00:00"),
        ("Sunday 2024", "%A %Y", "2024-01-01 00:00:00"),
        ("1.2.3", "%d.%m.%y", "ValueError: time data '1.2.3' does not match format '%d.%m.%y'"),
        ("a b", "a%%b", "ValueError: time data 'a b' does not match format 'a%%b'"),
        ("20240305", "%Y%m%d", "2024-03-05 00:00:00"),
        ("2024031", "%Y%m%d", "2024-03-01 00:00:00"),
        ("12", "%I", "1900-01-01 00:00:00"),
        ("0", "%I", "ValueError: time data '0' does not match format '%I'"),
        ("5", "% d", "ValueError: stray % in format '% d'"),
        ("7", "%u", "1900-01-01 00:00:00"),
        ("0", "%w", "1900-01-01 00:00:00"),
        ("367 2024", "%j %Y", "ValueError: time data '367 2024' does not match format '%j %Y'"),
        ("7", "%k", "1900-01-01 07:00:00"),
        ("7", "%l", "1900-01-01 07:00:00"),
        ("5", "%e", "1900-01-05 00:00:00"),
        ("pm 3", "%P %I", "1900-01-01 15:00:00"),
    ] {
        let got = strptime::strptime(text, format).and_then(|found| {
            let time = Time::new(found.hour, found.minute, found.second, found.microsecond)?;
            let offset =
                found.offset.map(|offset| Timedelta::from_microseconds(i128::from(offset))).transpose()?;
            let zone = offset.map(|offset| TimeZone::new(offset, found.zone_name.clone())).transpose()?;
            let date = Date::new(found.year, found.month, found.day)?;
            Ok(show(DateTime { date, time }, zone.as_ref()))
        });
        assert_eq!(got.unwrap_or_else(|raise| raise.to_string()), expected, "{text:?} {format:?}");
    }
    for (text, format, weekday, day_of_year) in [
        ("2024-03-05", "%Y-%m-%d", 1, 65),
        ("Mon 2024-03-05", "%a %Y-%m-%d", 0, 65),
        ("29 2", "%d %m", 0, 60),
        ("2024 10 0", "%Y %U %w", 6, 70),
        ("2024 W10 2", "%G W%V %u", 1, 65),
        ("2023 0 0", "%Y %W %w", 6, 1),
    ] {
        let got = strptime::strptime(text, format).map(|found| (found.weekday, found.day_of_year));
        assert_eq!(got, Ok((weekday, day_of_year)), "{text:?} {format:?}");
    }
}

#[test]
fn texts_and_arithmetic_are_cpythons() {
    let (day, _) = moment("2024-03-05T07:08:09.123456");
    for (name, expected) in [
        ("auto", "07:08:09.123456"),
        ("hours", "07"),
        ("minutes", "07:08"),
        ("seconds", "07:08:09"),
        ("milliseconds", "07:08:09.123"),
        ("microseconds", "07:08:09.123456"),
    ] {
        assert_eq!(Timespec::parse(name).map(|spec| day.time.isoformat(spec)), Ok(expected.to_owned()));
    }
    assert!(Timespec::parse("foo").is_err());
    assert_eq!(day.repr(false, None), "datetime.datetime(2024, 3, 5, 7, 8, 9, 123456)");
    let (plain, _) = moment("2024-01-01");
    assert_eq!(
        plain.repr(true, Some("datetime.timezone.utc")),
        "datetime.datetime(2024, 1, 1, 0, 0, fold=1, tzinfo=datetime.timezone.utc)"
    );
    assert_eq!(
        Time::new(1, 2, 3, 0).map(|time| time.repr(false, None)),
        Ok("datetime.time(1, 2, 3)".to_owned())
    );
    let said = |outcome: Outcome<Time>| outcome.map_or_else(|raise| raise.to_string(), |_| String::new());
    assert_eq!(said(Time::new(24, 0, 0, 0)), "ValueError: hour must be in 0..23, not 24");
    assert_eq!(
        said(Time::new(1, 2, 3, 1_000_000)),
        "ValueError: microsecond must be in 0..999999, not 1000000"
    );
    let hours = Timedelta::from_seconds(26 * 3600).unwrap_or_default();
    assert_eq!(day.plus(hours).map(|moment| show(moment, None)), Ok("2024-03-06 09:08:09.123456".to_owned()));
    assert_eq!(day.minus(hours).map(|moment| day.since(moment)), Ok(hours));
    assert!(day.plus(Timedelta::MAX).is_err());
    assert_eq!(day.timestamp(Timedelta::default()), 1_709_622_489.123_456);
    assert_eq!(DateTime::from_epoch(1_709_622_489, 123_456), Ok(day));
    let said = |outcome: Outcome<DateTime>| outcome.map_or_else(|raise| raise.to_string(), |_| String::new());
    assert_eq!(
        said(DateTime::from_epoch(253_402_300_800, 0)),
        "ValueError: year must be in 1..9999, not 10000"
    );
    assert_eq!(
        said(DateTime::from_epoch(1_000_000_000_000, 0)),
        "ValueError: year must be in 1..9999, not 33658"
    );
}

#[test]
fn time_zones_are_cpythons() {
    for (microseconds, name, text, repr) in [
        (0, None, "UTC", "datetime.timezone.utc"),
        (3_600_000_000, None, "UTC+01:00", "datetime.timezone(datetime.timedelta(seconds=3600))"),
        (3_600_000_000, Some("X"), "X", "datetime.timezone(datetime.timedelta(seconds=3600), 'X')"),
        (-5_400_000_000, None, "UTC-01:30", "datetime.timezone(datetime.timedelta(days=-1, seconds=81000))"),
        (
            -5,
            None,
            "UTC-00:00:00.000005",
            "datetime.timezone(datetime.timedelta(days=-1, seconds=86399, microseconds=999995))",
        ),
    ] {
        let offset = Timedelta::from_microseconds(microseconds).unwrap_or_default();
        let zone = TimeZone::new(offset, name.map(str::to_owned)).unwrap_or_else(|_| TimeZone::utc());
        assert_eq!((zone.tzname().as_str(), zone.repr().as_str()), (text, repr));
    }
    let day = Timedelta::from_seconds(86_400).unwrap_or_default();
    assert_eq!(
        TimeZone::new(day, None).map_err(|raise| raise.message),
        Err("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), \
             not datetime.timedelta(days=1)"
            .to_owned())
    );
}
