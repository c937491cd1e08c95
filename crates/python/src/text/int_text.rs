//! Integers as text: `int('…', base)` with its prefixes and underscores, decimal and other numerals, and the
//! limit of 4300 digits that CPython sets on conversions which are slow.

use std::cell::Cell;

use num_bigint::{BigInt, BigUint, Sign};

use super::float_parse::{is_c_space, to_ascii_number};
use super::raise::{Outcome, Raise};
use super::repr::{repr_bytes, repr_str};

/// `sys.get_int_max_str_digits()` as CPython starts with it.
pub const MAX_STR_DIGITS: usize = 4300;
/// What a script may not set the limit below (`sys.int_info.str_digits_check_threshold`).
pub const LEAST_LIMIT: usize = 640;

thread_local! {
    static LIMIT: Cell<usize> = const { Cell::new(MAX_STR_DIGITS) };
}

/// `sys.get_int_max_str_digits()`; 0 is no limit.
pub fn limit() -> usize {
    LIMIT.get()
}

/// Sets the limit for the machine that runs: each begins with [`MAX_STR_DIGITS`].
pub fn set_limit(digits: usize) {
    LIMIT.set(digits);
}

fn exceeds(digits: usize) -> bool {
    let limit = limit();
    limit != 0 && digits > limit
}

/// Checks the `base` argument of `int(text, base)`.
pub fn check_base(base: i64) -> Outcome<u32> {
    match u32::try_from(base) {
        Ok(base @ (0 | 2..=36)) => Ok(base),
        _ => Err(Raise::value("int() base must be >= 2 and <= 36, or 0")),
    }
}

/// `int(text, base)`; `base` is 0 or 2 to 36.
pub fn parse(text: &str, base: u32) -> Outcome<BigInt> {
    parse_literal(&to_ascii_number(text), base, || repr_str(text))
}

/// `int(bytes, base)`.
pub fn parse_bytes(bytes: &[u8], base: u32) -> Outcome<BigInt> {
    // Bytes outside ASCII are no digits; any character that is none will do for them.
    let text: String =
        bytes.iter().map(|&byte| if byte.is_ascii() { char::from(byte) } else { '?' }).collect();
    parse_literal(&text, base, || repr_bytes(bytes))
}

fn parse_literal(text: &str, base: u32, shown: impl Fn() -> String) -> Outcome<BigInt> {
    let invalid = || {
        let shown: String = shown().chars().take(200).collect();
        Raise::value(format!("invalid literal for int() with base {base}: {shown}"))
    };
    let trimmed = text.trim_matches(is_c_space);
    let (sign, unsigned) = match trimmed.strip_prefix('-') {
        Some(rest) => (Sign::Minus, rest),
        None => (Sign::Plus, trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let (radix, digits, only_zero) = split_prefix(unsigned, base);
    let digits = clean_digits(digits, radix).ok_or_else(invalid)?;
    if !radix.is_power_of_two() && exceeds(digits.len()) {
        return Err(Raise::value(format!(
            "Exceeds the limit ({} digits) for integer string conversion: value has {} digits; \
             use sys.set_int_max_str_digits() to increase the limit",
            limit(),
            digits.len()
        )));
    }
    let magnitude = match u64::from_str_radix(&digits, radix) {
        Ok(small) => BigUint::from(small),
        Err(_) => BigUint::parse_bytes(digits.as_bytes(), radix).ok_or_else(invalid)?,
    };
    if only_zero && magnitude != BigUint::ZERO {
        return Err(invalid());
    }
    Ok(BigInt::from_biguint(sign, magnitude))
}

/// The radix that applies, the digits after a prefix, and whether only zero is allowed (`010` in base 0).
fn split_prefix(text: &str, base: u32) -> (u32, &str, bool) {
    let prefix = text.as_bytes().first().filter(|&&byte| byte == b'0').and(text.as_bytes().get(1));
    let prefix_radix = match prefix.map(u8::to_ascii_lowercase) {
        Some(b'x') => 16,
        Some(b'o') => 8,
        Some(b'b') => 2,
        _ => 0,
    };
    if prefix_radix != 0 && (base == 0 || base == prefix_radix) {
        let digits = &text[2..];
        return (prefix_radix, digits.strip_prefix('_').unwrap_or(digits), false);
    }
    match base {
        0 => (10, text, text.starts_with('0')),
        _ => (base, text, false),
    }
}

/// The digits without their single underscores; `None` if anything else is among them.
fn clean_digits(text: &str, radix: u32) -> Option<String> {
    if text.is_empty() || text.starts_with('_') || text.ends_with('_') || text.contains("__") {
        return None;
    }
    let digits = text.replace('_', "");
    digits.chars().all(|c| c.is_digit(radix)).then_some(digits)
}

/// An integer without its sign, as the conversions `b`, `o`, `x`, `X` and any other (decimal) write it: the radix, its
/// prefix and the digits. Refused beyond the digit limit where it is decimal.
pub fn magnitude(value: &BigInt, conversion: char) -> Outcome<(u32, &'static str, String)> {
    let (radix, prefix) = match conversion {
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => return Ok((10, "", to_decimal(value)?.trim_start_matches('-').to_owned())),
    };
    let mut digits = value.magnitude().to_str_radix(radix);
    if conversion == 'X' {
        digits.make_ascii_uppercase();
    }
    Ok((radix, prefix, digits))
}

/// `str(value)`, refused beyond the digit limit.
pub fn to_decimal(value: &BigInt) -> Outcome<String> {
    let refuse = || {
        Raise::value(format!(
            "Exceeds the limit ({} digits) for integer string conversion; \
             use sys.set_int_max_str_digits() to increase the limit",
            limit()
        ))
    };
    // A digit has at least three bits: what has many more need not be converted to be refused.
    if exceeds(usize::try_from(value.bits() / 4).unwrap_or(usize::MAX)) {
        return Err(refuse());
    }
    let text = value.to_string();
    let digits = text.len() - usize::from(text.starts_with('-'));
    if exceeds(digits) { Err(refuse()) } else { Ok(text) }
}

/// The numeral of `value` in `radix` (2 to 36), in lower case, with a `-` but no prefix.
pub fn to_radix(value: &BigInt, radix: u32) -> String {
    value.to_str_radix(radix)
}

/// `bin(value)`, `oct(value)` or `hex(value)` for the radix 2, 8 or 16.
pub fn with_prefix(value: &BigInt, radix: u32) -> String {
    let prefix = match radix {
        2 => "0b",
        8 => "0o",
        _ => "0x",
    };
    let sign = if value.sign() == Sign::Minus { "-" } else { "" };
    format!("{sign}{prefix}{}", value.magnitude().to_str_radix(radix))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(outcome: Outcome<BigInt>) -> String {
        outcome.map_or_else(|raise| raise.to_string(), |value| value.to_string())
    }

    #[test]
    fn int_reads_what_cpython_reads() {
        for (text, base, expected) in [
            ("12", 10, "12"),
            (" -1_000\u{a}", 10, "-1000"),
            ("+5", 10, "5"),
            ("1__0", 10, "ValueError: invalid literal for int() with base 10: '1__0'"),
            ("_1", 10, "ValueError: invalid literal for int() with base 10: '_1'"),
            ("1_", 10, "ValueError: invalid literal for int() with base 10: '1_'"),
            ("", 10, "ValueError: invalid literal for int() with base 10: ''"),
            (" ", 10, "ValueError: invalid literal for int() with base 10: ' '"),
            ("0x1f", 16, "31"),
            ("0x_1f", 16, "31"),
            ("0x__1f", 16, "ValueError: invalid literal for int() with base 16: '0x__1f'"),
            ("0x1f", 0, "31"),
            ("0b101", 0, "5"),
            ("0o17", 0, "15"),
            ("0O17", 8, "15"),
            ("010", 0, "ValueError: invalid literal for int() with base 0: '010'"),
            ("00", 0, "0"),
            ("0_0", 0, "0"),
            ("010", 10, "10"),
            ("0b1", 16, "177"),
            ("0x", 16, "ValueError: invalid literal for int() with base 16: '0x'"),
            ("0x", 0, "ValueError: invalid literal for int() with base 0: '0x'"),
            ("z", 36, "35"),
            ("8", 8, "ValueError: invalid literal for int() with base 8: '8'"),
            ("12", 2, "ValueError: invalid literal for int() with base 2: '12'"),
            ("1.5", 10, "ValueError: invalid literal for int() with base 10: '1.5'"),
            ("--1", 10, "ValueError: invalid literal for int() with base 10: '--1'"),
            ("+ 1", 10, "ValueError: invalid literal for int() with base 10: '+ 1'"),
            ("5", 1, "ValueError: int() base must be >= 2 and <= 36, or 0"),
            ("5", 37, "ValueError: int() base must be >= 2 and <= 36, or 0"),
            ("5", -1, "ValueError: int() base must be >= 2 and <= 36, or 0"),
            ("\u{663}\u{664}", 10, "34"),
            ("\u{967}_\u{968}", 10, "12"),
            ("\u{e9}", 10, "ValueError: invalid literal for int() with base 10: '\u{e9}'"),
            ("it's", 10, "ValueError: invalid literal for int() with base 10: \"it's\""),
            ("999999999999999999999999999999", 10, "999999999999999999999999999999"),
            ("-ffffffffffffffffffff", 16, "-1208925819614629174706175"),
            (
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                10,
                "ValueError: invalid literal for int() with base 10: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            ),
            ("12\u{0}", 10, "ValueError: invalid literal for int() with base 10: '12\\x00'"),
            ("\u{1c}1", 10, "ValueError: invalid literal for int() with base 10: '\\x1c1'"),
            ("\u{3000}1", 10, "1"),
            ("0_7", 0, "ValueError: invalid literal for int() with base 0: '0_7'"),
            ("0_7", 8, "7"),
        ] {
            assert_eq!(
                shown(check_base(base).and_then(|base| parse(text, base))),
                expected,
                "{text:?} {base}"
            );
        }
        assert_eq!(shown(parse_bytes(b" 12 ", 10)), "12");
        assert_eq!(
            shown(parse_bytes(b"\xff", 10)),
            r"ValueError: invalid literal for int() with base 10: b'\xff'"
        );
    }

    #[test]
    fn the_digit_limit_is_cpythons() {
        assert_eq!(
            shown(parse(&"9".repeat(4301), 10)),
            "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; \
             use sys.set_int_max_str_digits() to increase the limit"
        );
        assert!(parse(&"9".repeat(4300), 10).is_ok());
        assert!(parse(&"f".repeat(5000), 16).is_ok());
        let limit = BigInt::from(10).pow(4300);
        assert!(to_decimal(&(&limit - 1)).is_ok());
        assert_eq!(
            to_decimal(&limit).unwrap_or_else(|raise| raise.message),
            "Exceeds the limit (4300 digits) for integer string conversion; \
             use sys.set_int_max_str_digits() to increase the limit"
        );
    }

    #[test]
    fn numerals() {
        assert_eq!(with_prefix(&BigInt::from(-255), 16), "-0xff");
        assert_eq!(with_prefix(&BigInt::from(5), 2), "0b101");
        assert_eq!(with_prefix(&BigInt::from(0), 8), "0o0");
        assert_eq!(to_radix(&BigInt::from(-35), 36), "-z");
    }
}
