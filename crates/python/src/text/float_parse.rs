//! Text as floats: `float('…')`, `float.fromhex` and its inverse `float.hex`. All are correctly rounded; what
//! CPython refuses is refused with its message.

use std::borrow::Cow;

use num_bigint::BigUint;
use num_traits::Num;

use super::float_arith::scaled;
use super::raise::{Outcome, Raise};
use super::repr::repr_str;
use super::unicode::{decimal_value, is_space};

/// Maps the digits of every script to ASCII and every white space to a blank, as CPython does before it
/// reads a number. What else is not ASCII becomes `?`, which no number contains. ASCII text stays as it is.
pub(super) fn to_ascii_number(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let to_ascii = |c: char| match c {
        _ if c.is_ascii() && !is_space(c) => c,
        _ if is_space(c) => ' ',
        _ => decimal_value(c).and_then(|value| char::from_digit(value, 10)).unwrap_or('?'),
    };
    Cow::Owned(text.chars().map(to_ascii).collect())
}

/// What C's `isspace` takes for white space, which is all that surrounds a number once it is ASCII.
pub(super) fn is_c_space(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r')
}

/// Removes the underscores between digits; `None` if one stands elsewhere.
pub(super) fn without_underscores(text: &str) -> Option<String> {
    if !text.contains('_') {
        return Some(text.to_owned());
    }
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let misplaced =
        |(at, &byte): (usize, &u8)| byte == b'_' && !(is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)));
    if bytes.iter().enumerate().any(misplaced) { None } else { Some(text.replace('_', "")) }
}

/// The length of the longest prefix of `text` that is a float literal in ASCII without white space or
/// underscores (`1`, `.5`, `-2.e5`, `+inf`, `nan`); 0 if there is none.
pub(super) fn float_prefix(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let start = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    for word in ["infinity", "inf", "nan"] {
        if text.get(start..start + word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word)) {
            return start + word.len();
        }
    }
    let whole = digits(start);
    let mut end = start + whole;
    let mut fraction = 0;
    if bytes.get(end) == Some(&b'.') {
        fraction = digits(end + 1);
        end += 1 + fraction;
    }
    if whole + fraction == 0 {
        return 0;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits((end + 1 + sign).min(bytes.len()));
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    end
}

/// `float(text)`.
pub fn parse(text: &str) -> Outcome<f64> {
    parse_number(&to_ascii_number(text))
        .ok_or_else(|| Raise::value(format!("could not convert string to float: {}", repr_str(text))))
}

/// `float(bytes)`; the message shows the bytes.
pub fn parse_bytes(bytes: &[u8]) -> Outcome<f64> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.is_ascii());
    text.and_then(parse_number).ok_or_else(|| {
        Raise::value(format!("could not convert string to float: {}", super::repr::repr_bytes(bytes)))
    })
}

fn parse_number(text: &str) -> Option<f64> {
    let text = without_underscores(text.trim_matches(is_c_space))?;
    if text.is_empty() || float_prefix(&text) != text.len() {
        return None;
    }
    // Rust reads every literal that `float_prefix` accepts, correctly rounded as CPython does.
    text.parse().ok()
}

/// `value.hex()`.
pub fn to_hex(value: f64) -> String {
    let sign = if value.is_sign_negative() && !value.is_nan() { "-" } else { "" };
    if !value.is_finite() {
        return super::float::repr(value);
    }
    if value == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = value.abs().to_bits();
    let (fraction, exponent) = (bits & ((1 << 52) - 1), (bits >> 52) as i64);
    let (lead, exponent) = if exponent == 0 { (0, -1022) } else { (1, exponent - 1023) };
    format!("{sign}0x{lead}.{fraction:013x}p{exponent:+}")
}

/// `float.fromhex(text)`.
pub fn from_hex(text: &str) -> Outcome<f64> {
    let invalid = || Raise::value("invalid hexadecimal floating-point string");
    let trimmed = text.trim_matches(is_c_space);
    let (negative, rest) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let lower = rest.to_ascii_lowercase();
    let magnitude = match lower.as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => hex_magnitude(&lower).ok_or_else(invalid)??,
    };
    Ok(if negative { -magnitude } else { magnitude })
}

/// Reads `[0x]hhh[.hhh][p±ddd]` in lower case; `None` if it is not of that form.
fn hex_magnitude(text: &str) -> Option<Outcome<f64>> {
    let text = text.strip_prefix("0x").unwrap_or(text);
    let (mantissa, exponent) = match text.split_once('p') {
        Some((mantissa, exponent)) => (mantissa, read_exponent(exponent)?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mantissa = BigUint::from_str_radix(&digits, 16).ok()?;
    let value = scaled(&mantissa, false, exponent.saturating_sub(4 * fraction.len() as i64));
    Some(if value.is_infinite() {
        Err(Raise::overflow("hexadecimal value too large to represent as a float"))
    } else {
        Ok(value)
    })
}

/// A signed decimal exponent; one out of range saturates far beyond what a float can hold.
fn read_exponent(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let value = digits.parse::<i64>().unwrap_or(i64::MAX).min(i64::MAX / 4);
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> String {
        parse(text).map_or_else(|raise| raise.to_string(), super::super::float::repr)
    }

    #[test]
    fn float_reads_what_cpython_reads() {
        for (text, expected) in [
            ("1", "1.0"),
            ("  1.5 \u{a}", "1.5"),
            ("1_000.5_0e1_0", "10005000000000.0"),
            ("1__0", "ValueError: could not convert string to float: '1__0'"),
            ("_1", "ValueError: could not convert string to float: '_1'"),
            ("1_", "ValueError: could not convert string to float: '1_'"),
            ("1_.5", "ValueError: could not convert string to float: '1_.5'"),
            ("1._5", "ValueError: could not convert string to float: '1._5'"),
            ("1e_5", "ValueError: could not convert string to float: '1e_5'"),
            ("inf", "inf"),
            ("-Infinity", "-inf"),
            ("+NaN", "nan"),
            ("infx", "ValueError: could not convert string to float: 'infx'"),
            ("1e400", "inf"),
            ("-1e400", "-inf"),
            ("1e-400", "0.0"),
            ("", "ValueError: could not convert string to float: ''"),
            ("  ", "ValueError: could not convert string to float: '  '"),
            (".", "ValueError: could not convert string to float: '.'"),
            ("e5", "ValueError: could not convert string to float: 'e5'"),
            ("1e", "ValueError: could not convert string to float: '1e'"),
            ("1e+", "ValueError: could not convert string to float: '1e+'"),
            ("5.", "5.0"),
            (".5", "0.5"),
            ("-.5e-3", "-0.0005"),
            ("+-1", "ValueError: could not convert string to float: '+-1'"),
            ("0x10", "ValueError: could not convert string to float: '0x10'"),
            ("1 2", "ValueError: could not convert string to float: '1 2'"),
            (
                "\u{661}\u{662}\u{66b}\u{665}",
                "ValueError: could not convert string to float: '\u{661}\u{662}\u{66b}\u{665}'",
            ),
            ("\u{661}\u{662}", "12.0"),
            ("\u{3000}2.5\u{2003}", "2.5"),
            ("1\u{0}", "ValueError: could not convert string to float: '1\\x00'"),
            ("it's", "ValueError: could not convert string to float: \"it's\""),
            ("2.2250738585072011e-308", "2.225073858507201e-308"),
            ("9007199254740993", "9007199254740992.0"),
            ("1e5_0", "1e+50"),
            ("in_f", "ValueError: could not convert string to float: 'in_f'"),
            ("\u{967}.\u{96b}e\u{968}", "150.0"),
            ("\u{e9}", "ValueError: could not convert string to float: '\u{e9}'"),
            ("1d5", "ValueError: could not convert string to float: '1d5'"),
            ("\u{1c}1\u{1f}", "ValueError: could not convert string to float: '\\x1c1\\x1f'"),
        ] {
            assert_eq!(message(text), expected, "{text:?}");
        }
    }

    #[test]
    fn hex_is_cpythons() {
        for (value, expected) in [
            (0.0, "0x0.0p+0"),
            (-0.0, "-0x0.0p+0"),
            (1.0, "0x1.0000000000000p+0"),
            (0.1, "0x1.999999999999ap-4"),
            (-2.5, "-0x1.4000000000000p+1"),
            (5e-324, "0x0.0000000000001p-1022"),
            (2.2250738585072014e-308, "0x1.0000000000000p-1022"),
            (1.7976931348623157e+308, "0x1.fffffffffffffp+1023"),
            (1e-310, "0x0.012688b70e62bp-1022"),
            (1024.0, "0x1.0000000000000p+10"),
        ] {
            assert_eq!(to_hex(value), expected);
            assert_eq!(from_hex(expected), Ok(value));
        }
        assert_eq!(to_hex(f64::NEG_INFINITY), "-inf");
    }

    #[test]
    fn fromhex_rounds_and_refuses_as_cpython() {
        for (text, expected) in [
            ("0x1p0", "1.0"),
            ("1", "1.0"),
            ("-0x.8", "-0.5"),
            ("0x1.8p1", "3.0"),
            (" 0x1p-1074\u{a}", "5e-324"),
            ("0x1p-1075", "0.0"),
            ("0x1.8p-1075", "5e-324"),
            ("0x1p1024", "OverflowError: hexadecimal value too large to represent as a float"),
            ("0x1.fffffffffffff7p1023", "1.7976931348623157e+308"),
            ("0x1.fffffffffffff8p1023", "OverflowError: hexadecimal value too large to represent as a float"),
            ("zz", "ValueError: invalid hexadecimal floating-point string"),
            ("", "ValueError: invalid hexadecimal floating-point string"),
            ("0x", "ValueError: invalid hexadecimal floating-point string"),
            ("0x.", "ValueError: invalid hexadecimal floating-point string"),
            ("0xp5", "ValueError: invalid hexadecimal floating-point string"),
            ("0x1p", "ValueError: invalid hexadecimal floating-point string"),
            ("0x1p+", "ValueError: invalid hexadecimal floating-point string"),
            ("inf", "inf"),
            ("-NAN", "nan"),
            ("infinity", "inf"),
            (
                "0x1p99999999999999999999",
                "OverflowError: hexadecimal value too large to represent as a float",
            ),
            ("0x0p99999999999999999999", "0.0"),
            ("0x1p-99999999999999999999", "0.0"),
            ("0x1.00000000000008p0", "1.0"),
            ("0x1.00000000000018p0", "1.0000000000000004"),
            ("0x1.000000000000081p0", "1.0000000000000002"),
            ("0X1P3", "8.0"),
            ("0x1 p3", "ValueError: invalid hexadecimal floating-point string"),
            ("+0xa.bcp-2", "2.68359375"),
        ] {
            let got = from_hex(text).map_or_else(|raise| raise.to_string(), super::super::float::repr);
            assert_eq!(got, expected, "{text:?}");
        }
    }
}
