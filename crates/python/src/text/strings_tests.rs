//! The methods of strings against what CPython 3.14 printed.

use super::str_index::*;
use super::str_split::{Ends, partition, rpartition, rsplit, split, split_lines, strip};
use super::{str_case, str_pad};

/// A list as Python shows it.
fn list(parts: &[&str]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| super::repr::repr_str(part)).collect();
    format!("[{}]", parts.join(", "))
}

#[test]
fn splitting() {
    for (text, separator, max_split, left, right) in [
        ("a b  c  ", None, -1, "['a', 'b', 'c']", "['a', 'b', 'c']"),
        ("a b  c  ", None, 0, "['a b  c  ']", "['a b  c']"),
        ("a b  c  ", None, 1, "['a', 'b  c  ']", "['a b', 'c']"),
        ("a b  c  ", None, 2, "['a', 'b', 'c  ']", "['a', 'b', 'c']"),
        ("  lead", None, -1, "['lead']", "['lead']"),
        ("  lead", None, 0, "['lead']", "['  lead']"),
        ("  lead", None, 1, "['lead']", "['lead']"),
        ("  lead", None, 2, "['lead']", "['lead']"),
        ("", None, -1, "[]", "[]"),
        ("", None, 0, "[]", "[]"),
        ("", None, 1, "[]", "[]"),
        ("", None, 2, "[]", "[]"),
        ("", Some(","), -1, "['']", "['']"),
        ("", Some(","), 0, "['']", "['']"),
        ("", Some(","), 1, "['']", "['']"),
        ("", Some(","), 2, "['']", "['']"),
        ("", Some("\u{e9}"), -1, "['']", "['']"),
        ("", Some("\u{e9}"), 0, "['']", "['']"),
        ("", Some("\u{e9}"), 1, "['']", "['']"),
        ("", Some("\u{e9}"), 2, "['']", "['']"),
        ("", Some("XX"), -1, "['']", "['']"),
        ("", Some("XX"), 0, "['']", "['']"),
        ("", Some("XX"), 1, "['']", "['']"),
        ("", Some("XX"), 2, "['']", "['']"),
        ("   ", None, -1, "[]", "[]"),
        ("   ", None, 0, "[]", "[]"),
        ("   ", None, 1, "[]", "[]"),
        ("   ", None, 2, "[]", "[]"),
        ("one", None, -1, "['one']", "['one']"),
        ("one", None, 0, "['one']", "['one']"),
        ("one", None, 1, "['one']", "['one']"),
        ("one", None, 2, "['one']", "['one']"),
        ("one", Some(","), -1, "['one']", "['one']"),
        ("one", Some(","), 0, "['one']", "['one']"),
        ("one", Some(","), 1, "['one']", "['one']"),
        ("one", Some(","), 2, "['one']", "['one']"),
        ("one", Some("\u{e9}"), -1, "['one']", "['one']"),
        ("one", Some("\u{e9}"), 0, "['one']", "['one']"),
        ("one", Some("\u{e9}"), 1, "['one']", "['one']"),
        ("one", Some("\u{e9}"), 2, "['one']", "['one']"),
        ("one", Some("XX"), -1, "['one']", "['one']"),
        ("one", Some("XX"), 0, "['one']", "['one']"),
        ("one", Some("XX"), 1, "['one']", "['one']"),
        ("one", Some("XX"), 2, "['one']", "['one']"),
        ("a\u{3000}b\u{1c}c", None, -1, "['a', 'b', 'c']", "['a', 'b', 'c']"),
        ("a\u{3000}b\u{1c}c", None, 0, "['a\\u3000b\\x1cc']", "['a\\u3000b\\x1cc']"),
        ("a\u{3000}b\u{1c}c", None, 1, "['a', 'b\\x1cc']", "['a\\u3000b', 'c']"),
        ("a\u{3000}b\u{1c}c", None, 2, "['a', 'b', 'c']", "['a', 'b', 'c']"),
        ("a,b,,c,", None, -1, "['a,b,,c,']", "['a,b,,c,']"),
        ("a,b,,c,", None, 0, "['a,b,,c,']", "['a,b,,c,']"),
        ("a,b,,c,", None, 1, "['a,b,,c,']", "['a,b,,c,']"),
        ("a,b,,c,", None, 2, "['a,b,,c,']", "['a,b,,c,']"),
        ("a,b,,c,", Some(","), -1, "['a', 'b', '', 'c', '']", "['a', 'b', '', 'c', '']"),
        ("a,b,,c,", Some(","), 0, "['a,b,,c,']", "['a,b,,c,']"),
        ("a,b,,c,", Some(","), 1, "['a', 'b,,c,']", "['a,b,,c', '']"),
        ("a,b,,c,", Some(","), 2, "['a', 'b', ',c,']", "['a,b,', 'c', '']"),
        ("\u{e9}x\u{e9}x\u{e9}", None, -1, "['\u{e9}x\u{e9}x\u{e9}']", "['\u{e9}x\u{e9}x\u{e9}']"),
        ("\u{e9}x\u{e9}x\u{e9}", None, 0, "['\u{e9}x\u{e9}x\u{e9}']", "['\u{e9}x\u{e9}x\u{e9}']"),
        ("\u{e9}x\u{e9}x\u{e9}", None, 1, "['\u{e9}x\u{e9}x\u{e9}']", "['\u{e9}x\u{e9}x\u{e9}']"),
        ("\u{e9}x\u{e9}x\u{e9}", None, 2, "['\u{e9}x\u{e9}x\u{e9}']", "['\u{e9}x\u{e9}x\u{e9}']"),
        ("\u{e9}x\u{e9}x\u{e9}", Some("\u{e9}"), -1, "['', 'x', 'x', '']", "['', 'x', 'x', '']"),
        ("\u{e9}x\u{e9}x\u{e9}", Some("\u{e9}"), 0, "['\u{e9}x\u{e9}x\u{e9}']", "['\u{e9}x\u{e9}x\u{e9}']"),
        ("\u{e9}x\u{e9}x\u{e9}", Some("\u{e9}"), 1, "['', 'x\u{e9}x\u{e9}']", "['\u{e9}x\u{e9}x', '']"),
        ("\u{e9}x\u{e9}x\u{e9}", Some("\u{e9}"), 2, "['', 'x', 'x\u{e9}']", "['\u{e9}x', 'x', '']"),
        ("aXXbXXXc", None, -1, "['aXXbXXXc']", "['aXXbXXXc']"),
        ("aXXbXXXc", None, 0, "['aXXbXXXc']", "['aXXbXXXc']"),
        ("aXXbXXXc", None, 1, "['aXXbXXXc']", "['aXXbXXXc']"),
        ("aXXbXXXc", None, 2, "['aXXbXXXc']", "['aXXbXXXc']"),
        ("aXXbXXXc", Some("XX"), -1, "['a', 'b', 'Xc']", "['a', 'bX', 'c']"),
        ("aXXbXXXc", Some("XX"), 0, "['aXXbXXXc']", "['aXXbXXXc']"),
        ("aXXbXXXc", Some("XX"), 1, "['a', 'bXXXc']", "['aXXbX', 'c']"),
        ("aXXbXXXc", Some("XX"), 2, "['a', 'b', 'Xc']", "['a', 'bX', 'c']"),
    ] {
        assert_eq!(
            list(&split(text, separator, max_split).unwrap_or_default()),
            left,
            "{text:?} {separator:?}"
        );
        assert_eq!(
            list(&rsplit(text, separator, max_split).unwrap_or_default()),
            right,
            "{text:?} {separator:?}"
        );
    }
    assert_eq!(
        split("a", Some(""), -1).map_err(|raise| raise.to_string()),
        Err("ValueError: empty separator".into())
    );
    for (text, plain, kept) in [
        ("", "[]", "[]"),
        ("a", "['a']", "['a']"),
        ("a\u{a}", "['a']", "['a\\n']"),
        ("a\u{a}b\u{d}\u{a}c\u{d}d", "['a', 'b', 'c', 'd']", "['a\\n', 'b\\r\\n', 'c\\r', 'd']"),
        ("\u{a}\u{a}", "['', '']", "['\\n', '\\n']"),
        (
            "a\u{b}b\u{c}c\u{1c}d\u{85}e\u{2028}f",
            "['a', 'b', 'c', 'd', 'e', 'f']",
            "['a\\x0b', 'b\\x0c', 'c\\x1c', 'd\\x85', 'e\\u2028', 'f']",
        ),
        ("\u{d}\u{a}\u{d}", "['', '']", "['\\r\\n', '\\r']"),
        ("\u{e9}\u{a}\u{2603}", "['\u{e9}', '\u{2603}']", "['\u{e9}\\n', '\u{2603}']"),
    ] {
        assert_eq!(list(&split_lines(text, false)), plain);
        assert_eq!(list(&split_lines(text, true)), kept);
    }
    assert_eq!(partition("a.b.c", "."), Ok(("a", ".", "b.c")));
    assert_eq!(rpartition("a.b.c", "."), Ok(("a.b", ".", "c")));
    assert_eq!(partition("abc", "."), Ok(("abc", "", "")));
    assert_eq!(rpartition("abc", "."), Ok(("", "", "abc")));
    assert_eq!(strip("\u{3000} ab\u{1f}", None, Ends::Both), "ab");
    assert_eq!(strip("xyabyx", Some("yx"), Ends::Left), "abyx");
    assert_eq!(strip("xyabyx", Some("yx"), Ends::Right), "xyab");
}

#[test]
fn searching() {
    for (text, sub, start, end, found, last, number, starts, ends) in [
        ("abcabc", "bc", None, None, 1, 4, 2, false, true),
        ("abcabc", "bc", Some(1), None, 1, 4, 2, true, true),
        ("abcabc", "bc", Some(-2), None, 4, 4, 1, true, true),
        ("abcabc", "bc", Some(0), Some(2), -1, -1, 0, false, false),
        ("abcabc", "bc", Some(2), Some(1), -1, -1, 0, false, false),
        ("abcabc", "bc", Some(10), None, -1, -1, 0, false, false),
        ("abcabc", "bc", Some(3), None, 4, 4, 1, false, true),
        ("abcabc", "bc", None, Some(-1), 1, 1, 1, false, false),
        ("abcabc", "bc", Some(-100), Some(100), 1, 4, 2, false, true),
        ("\u{e9}\u{2603}\u{e9}\u{2603}", "\u{2603}", None, None, 1, 3, 2, false, true),
        ("\u{e9}\u{2603}\u{e9}\u{2603}", "\u{2603}", Some(1), None, 1, 3, 2, true, true),
        ("\u{e9}\u{2603}\u{e9}\u{2603}", "\u{2603}", Some(-2), None, 3, 3, 1, false, true),
        ("\u{e9}\u{2603}\u{e9}\u{2603}", "\u{2603}", Some(0), Some(2), 1, 1, 1, false, true),
        ("\u{e9}\u{2603}\u{e9}\u{2603}", "\u{2603}", Some(2), Some(1), -1, -1, 0, false, false),
        ("\u{e9}\u{2603}\u{e9}\u{2603}", "\u{2603}", Some(10), None, -1, -1, 0, false, false),
        ("\u{e9}\u{2603}\u{e9}\u{2603}", "\u{2603}", Some(3), None, 3, 3, 1, true, true),
        ("\u{e9}\u{2603}\u{e9}\u{2603}", "\u{2603}", None, Some(-1), 1, 1, 1, false, false),
        ("\u{e9}\u{2603}\u{e9}\u{2603}", "\u{2603}", Some(-100), Some(100), 1, 3, 2, false, true),
        ("aaaa", "aa", None, None, 0, 2, 2, true, true),
        ("aaaa", "aa", Some(1), None, 1, 2, 1, true, true),
        ("aaaa", "aa", Some(-2), None, 2, 2, 1, true, true),
        ("aaaa", "aa", Some(0), Some(2), 0, 0, 1, true, true),
        ("aaaa", "aa", Some(2), Some(1), -1, -1, 0, false, false),
        ("aaaa", "aa", Some(10), None, -1, -1, 0, false, false),
        ("aaaa", "aa", Some(3), None, -1, -1, 0, false, false),
        ("aaaa", "aa", None, Some(-1), 0, 1, 1, true, true),
        ("aaaa", "aa", Some(-100), Some(100), 0, 2, 2, true, true),
        ("abc", "", None, None, 0, 3, 4, true, true),
        ("abc", "", Some(1), None, 1, 3, 3, true, true),
        ("abc", "", Some(-2), None, 1, 3, 3, true, true),
        ("abc", "", Some(0), Some(2), 0, 2, 3, true, true),
        ("abc", "", Some(2), Some(1), -1, -1, 0, false, false),
        ("abc", "", Some(10), None, -1, -1, 0, false, false),
        ("abc", "", Some(3), None, 3, 3, 1, true, true),
        ("abc", "", None, Some(-1), 0, 2, 3, true, true),
        ("abc", "", Some(-100), Some(100), 0, 3, 4, true, true),
        ("", "", None, None, 0, 0, 1, true, true),
        ("", "", Some(1), None, -1, -1, 0, false, false),
        ("", "", Some(-2), None, 0, 0, 1, true, true),
        ("", "", Some(0), Some(2), 0, 0, 1, true, true),
        ("", "", Some(2), Some(1), -1, -1, 0, false, false),
        ("", "", Some(10), None, -1, -1, 0, false, false),
        ("", "", Some(3), None, -1, -1, 0, false, false),
        ("", "", None, Some(-1), 0, 0, 1, true, true),
        ("", "", Some(-100), Some(100), 0, 0, 1, true, true),
        ("\u{e9}\u{2603}\u{e9}", "", None, None, 0, 3, 4, true, true),
        ("\u{e9}\u{2603}\u{e9}", "", Some(1), None, 1, 3, 3, true, true),
        ("\u{e9}\u{2603}\u{e9}", "", Some(-2), None, 1, 3, 3, true, true),
        ("\u{e9}\u{2603}\u{e9}", "", Some(0), Some(2), 0, 2, 3, true, true),
        ("\u{e9}\u{2603}\u{e9}", "", Some(2), Some(1), -1, -1, 0, false, false),
        ("\u{e9}\u{2603}\u{e9}", "", Some(10), None, -1, -1, 0, false, false),
        ("\u{e9}\u{2603}\u{e9}", "", Some(3), None, 3, 3, 1, true, true),
        ("\u{e9}\u{2603}\u{e9}", "", None, Some(-1), 0, 2, 3, true, true),
        ("\u{e9}\u{2603}\u{e9}", "", Some(-100), Some(100), 0, 3, 4, true, true),
        ("abc", "abcd", None, None, -1, -1, 0, false, false),
        ("abc", "abcd", Some(1), None, -1, -1, 0, false, false),
        ("abc", "abcd", Some(-2), None, -1, -1, 0, false, false),
        ("abc", "abcd", Some(0), Some(2), -1, -1, 0, false, false),
        ("abc", "abcd", Some(2), Some(1), -1, -1, 0, false, false),
        ("abc", "abcd", Some(10), None, -1, -1, 0, false, false),
        ("abc", "abcd", Some(3), None, -1, -1, 0, false, false),
        ("abc", "abcd", None, Some(-1), -1, -1, 0, false, false),
        ("abc", "abcd", Some(-100), Some(100), -1, -1, 0, false, false),
    ] {
        let index = |found: Option<usize>| found.map_or(-1, |index| index as i64);
        assert_eq!(index(find(text, sub, start, end)), found, "{text:?}.find({sub:?}, {start:?}, {end:?})");
        assert_eq!(index(rfind(text, sub, start, end)), last, "{text:?}.rfind({sub:?}, {start:?}, {end:?})");
        assert_eq!(count(text, sub, start, end), number, "{text:?}.count({sub:?}, {start:?}, {end:?})");
        assert_eq!(starts_with(text, sub, start, end), starts);
        assert_eq!(ends_with(text, sub, start, end), ends);
    }
}

#[test]
fn replacing() {
    for (text, old, new, number, expected) in [
        ("abc", "", "-", -1, "-a-b-c-"),
        ("abc", "", "-", 2, "-a-bc"),
        ("", "", "x", 1, "x"),
        ("", "", "x", 0, ""),
        ("aaaa", "aa", "b", -1, "bb"),
        ("aaaa", "a", "b", 2, "bbaa"),
        ("\u{e9}\u{2603}\u{e9}", "\u{e9}", "xx", -1, "xx\u{2603}xx"),
        ("abc", "z", "y", -1, "abc"),
        ("abc", "b", "", -1, "ac"),
        ("\u{e9}\u{2603}", "", "-", -1, "-\u{e9}-\u{2603}-"),
        ("abc", "", "-", 0, "abc"),
        ("abc", "", "-", 9, "-a-b-c-"),
    ] {
        assert_eq!(replace(text, old, new, number), expected, "{text:?} {old:?} {new:?} {number}");
    }
    assert_eq!(remove_prefix("unhappy", "un"), "happy");
    assert_eq!(remove_suffix("unhappy", "un"), "unhappy");
}

#[test]
fn indexing() {
    assert_eq!(slice("aé☃b", 1, 3), "é☃");
    assert_eq!(slice("abc", 2, 1), "");
    assert_eq!(stepped("aé☃b", 3, -2, 2), "bé");
    assert_eq!(char_at("aé☃b", 2), Some('☃'));
    assert_eq!((len("é☃"), byte_offset("é☃", 1), char_index("é☃", 2)), (2, 2, 1));
}

#[test]
fn padding() {
    for (text, width, center, zero) in [
        ("ab", 5, "**ab*", "000ab"),
        ("ab", 6, "**ab**", "0000ab"),
        ("abc", 6, "*abc**", "000abc"),
        ("abc", 4, "abc*", "0abc"),
        ("", 3, "***", "000"),
        ("-1", 5, "**-1*", "-0001"),
        ("+\u{e9}", 4, "*+\u{e9}*", "+00\u{e9}"),
        ("abc", -1, "abc", "abc"),
        ("--1", 5, "*--1*", "-00-1"),
        ("ab", 3, "*ab", "0ab"),
    ] {
        assert_eq!(str_pad::center(text, width, '*').as_deref(), Ok(center));
        assert_eq!(str_pad::zfill(text, width).as_deref(), Ok(zero));
    }
    assert_eq!(str_pad::ljust("é", 3, '.').as_deref(), Ok("é.."));
    assert_eq!(str_pad::rjust("é", 3, '☃').as_deref(), Ok("☃☃é"));
    for (text, size, expected) in [
        ("a\u{9}b", 8, "a       b"),
        ("\u{9}\u{9}", 4, "        "),
        ("abcd\u{9}e\u{a}\u{9}f", 4, "abcd    e\u{a}    f"),
        ("a\u{9}b", 0, "ab"),
        ("a\u{9}b", -1, "ab"),
        ("\u{e9}\u{d}\u{9}b", 3, "\u{e9}\u{d}   b"),
        ("12345678\u{9}x", 8, "12345678        x"),
    ] {
        assert_eq!(str_pad::expandtabs(text, size).as_deref(), Ok(expected));
    }
    let translated = str_pad::translate("abc", |c| {
        Ok::<_, ()>(match c {
            'a' => str_pad::Translation::Replace("xy".to_owned()),
            'b' => str_pad::Translation::Delete,
            _ => str_pad::Translation::Keep,
        })
    });
    assert_eq!(translated.as_deref(), Ok("xyc"));
}

#[test]
fn cases() {
    for (text, upper, lower, title, capital, swapped, folded) in [
        (
            "hello World",
            "HELLO WORLD",
            "hello world",
            "Hello World",
            "Hello world",
            "HELLO wORLD",
            "hello world",
        ),
        (
            "\u{1f48}\u{394}\u{3a5}\u{3a3}\u{3a3}\u{395}\u{38e}\u{3a3}",
            "\u{1f48}\u{394}\u{3a5}\u{3a3}\u{3a3}\u{395}\u{38e}\u{3a3}",
            "\u{1f40}\u{3b4}\u{3c5}\u{3c3}\u{3c3}\u{3b5}\u{3cd}\u{3c2}",
            "\u{1f48}\u{3b4}\u{3c5}\u{3c3}\u{3c3}\u{3b5}\u{3cd}\u{3c2}",
            "\u{1f48}\u{3b4}\u{3c5}\u{3c3}\u{3c3}\u{3b5}\u{3cd}\u{3c2}",
            "\u{1f40}\u{3b4}\u{3c5}\u{3c3}\u{3c3}\u{3b5}\u{3cd}\u{3c2}",
            "\u{1f40}\u{3b4}\u{3c5}\u{3c3}\u{3c3}\u{3b5}\u{3cd}\u{3c3}",
        ),
        (
            "\u{391}\u{3a3} \u{3a3}\u{391}. \u{3a3}",
            "\u{391}\u{3a3} \u{3a3}\u{391}. \u{3a3}",
            "\u{3b1}\u{3c2} \u{3c3}\u{3b1}. \u{3c3}",
            "\u{391}\u{3c2} \u{3a3}\u{3b1}. \u{3a3}",
            "\u{391}\u{3c2} \u{3c3}\u{3b1}. \u{3c3}",
            "\u{3b1}\u{3c2} \u{3c3}\u{3b1}. \u{3c3}",
            "\u{3b1}\u{3c3} \u{3c3}\u{3b1}. \u{3c3}",
        ),
        ("stra\u{df}e", "STRASSE", "stra\u{df}e", "Stra\u{df}e", "Stra\u{df}e", "STRASSE", "strasse"),
        (
            "\u{1c6}ungla \u{1c4}",
            "\u{1c4}UNGLA \u{1c4}",
            "\u{1c6}ungla \u{1c6}",
            "\u{1c5}ungla \u{1c5}",
            "\u{1c5}ungla \u{1c6}",
            "\u{1c4}UNGLA \u{1c6}",
            "\u{1c6}ungla \u{1c6}",
        ),
        (
            "they're bill's",
            "THEY'RE BILL'S",
            "they're bill's",
            "They'Re Bill'S",
            "They're bill's",
            "THEY'RE BILL'S",
            "they're bill's",
        ),
        ("\u{fb01}nal", "FINAL", "\u{fb01}nal", "Final", "Final", "FINAL", "final"),
        (
            "\u{130}stanbul \u{131}I",
            "\u{130}STANBUL II",
            "i\u{307}stanbul \u{131}i",
            "\u{130}stanbul Ii",
            "\u{130}stanbul \u{131}i",
            "i\u{307}STANBUL Ii",
            "i\u{307}stanbul \u{131}i",
        ),
        ("x1y2 z", "X1Y2 Z", "x1y2 z", "X1Y2 Z", "X1y2 z", "X1Y2 Z", "x1y2 z"),
        (
            "\u{c5}NGSTR\u{d6}M",
            "\u{c5}NGSTR\u{d6}M",
            "\u{e5}ngstr\u{f6}m",
            "\u{c5}ngstr\u{f6}m",
            "\u{c5}ngstr\u{f6}m",
            "\u{e5}ngstr\u{f6}m",
            "\u{e5}ngstr\u{f6}m",
        ),
        ("\u{3a3}", "\u{3a3}", "\u{3c3}", "\u{3a3}", "\u{3a3}", "\u{3c3}", "\u{3c3}"),
        ("a\u{3a3}", "A\u{3a3}", "a\u{3c2}", "A\u{3c2}", "A\u{3c2}", "A\u{3c2}", "a\u{3c3}"),
        ("A\u{3a3}B", "A\u{3a3}B", "a\u{3c3}b", "A\u{3c3}b", "A\u{3c3}b", "a\u{3c3}b", "a\u{3c3}b"),
        (
            "\u{149} \u{1f0}",
            "\u{2bc}N J\u{30c}",
            "\u{149} \u{1f0}",
            "\u{2bc}N J\u{30c}",
            "\u{2bc}N \u{1f0}",
            "\u{2bc}N J\u{30c}",
            "\u{2bc}n j\u{30c}",
        ),
        (
            "\u{2167} \u{24d0}",
            "\u{2167} \u{24b6}",
            "\u{2177} \u{24d0}",
            "\u{2167} \u{24b6}",
            "\u{2167} \u{24d0}",
            "\u{2177} \u{24b6}",
            "\u{2177} \u{24d0}",
        ),
        ("a\u{345}b", "A\u{399}B", "a\u{345}b", "A\u{345}b", "A\u{345}b", "A\u{399}B", "a\u{3b9}b"),
        (
            "\u{559} \u{1fb3}\u{391}",
            "\u{559} \u{391}\u{399}\u{391}",
            "\u{559} \u{1fb3}\u{3b1}",
            "\u{559} \u{1fbc}\u{3b1}",
            "\u{559} \u{1fb3}\u{3b1}",
            "\u{559} \u{391}\u{399}\u{3b1}",
            "\u{559} \u{3b1}\u{3b9}\u{3b1}",
        ),
        (
            "\u{ab70}\u{13a0}",
            "\u{13a0}\u{13a0}",
            "\u{ab70}\u{ab70}",
            "\u{13a0}\u{ab70}",
            "\u{13a0}\u{ab70}",
            "\u{13a0}\u{ab70}",
            "\u{13a0}\u{13a0}",
        ),
    ] {
        assert_eq!(str_case::upper(text), upper);
        assert_eq!(str_case::lower(text), lower);
        assert_eq!(str_case::title(text), title);
        assert_eq!(str_case::capitalize(text), capital);
        assert_eq!(str_case::swapcase(text), swapped);
        assert_eq!(str_case::casefold(text), folded);
    }
}

#[test]
fn questions() {
    // One letter for every question that CPython answers with yes, in the order below.
    for (text, expected) in [
        ("", "p"),
        ("abc", "anpil"),
        ("ABC", "anpiu"),
        ("Abc", "anpit"),
        ("Abc Def", "pt"),
        ("abC", "anpi"),
        ("123", "ndgmp"),
        ("\u{661}\u{662}", "ndgmp"),
        ("\u{b2}", "ngmp"),
        ("\u{bd}", "nmp"),
        ("\u{4e00}", "anmpi"),
        ("a1", "npil"),
        ("_a", "pil"),
        ("1a", "npl"),
        ("a b", "pl"),
        (" \u{9}\u{a}", "s"),
        ("\u{e9}", "anpil"),
        ("\u{0}", ""),
        ("\u{1c5}", "anpit"),
        ("\u{1c5}a", "anpit"),
        ("A1b", "npi"),
        ("Hello World", "pt"),
        ("HELLO world", "p"),
        ("\u{2177}", "nmpil"),
        ("\u{2b0}", "anpil"),
        ("\u{65e5}\u{672c}", "anpi"),
        ("x_1", "pil"),
        ("a-b", "pl"),
        ("\u{200b}", ""),
        ("\u{aa}", "anpil"),
        ("\u{131}", "anpil"),
        ("A B", "put"),
        ("a B", "p"),
        ("1", "ndgmp"),
        ("Ab Cd1Ef", "pt"),
    ] {
        let answers = [
            ('a', str_case::is_alpha(text)),
            ('n', str_case::is_alnum(text)),
            ('d', str_case::is_decimal(text)),
            ('g', str_case::is_digit(text)),
            ('m', str_case::is_numeric(text)),
            ('s', str_case::is_space(text)),
            ('p', str_case::is_printable(text)),
            ('i', str_case::is_identifier(text)),
            ('l', str_case::is_lowercase(text)),
            ('u', str_case::is_uppercase(text)),
            ('t', str_case::is_titlecase(text)),
        ];
        let got: String = answers.iter().filter(|(_, yes)| *yes).map(|(letter, _)| letter).collect();
        assert_eq!(got, expected, "{text:?}");
    }
}

#[test]
fn identifiers_equal_cpython_for_every_character() {
    let sum = |holds: &dyn Fn(char) -> bool| {
        let chars = (0..0x110000).filter_map(char::from_u32).filter(|&c| super::unicode::is_printable(c));
        chars.filter(|&c| holds(c)).fold((0, 0), |(n, sum), c| (n + 1, sum + u64::from(c as u32)))
    };
    assert_eq!(sum(&|c| str_case::is_identifier(&c.to_string())), (141247, 15252968837));
    assert_eq!(sum(&|c| str_case::is_identifier(&format!("a{c}"))), (144520, 15610107539));
}
