//! Floats as text: `repr(float)` and the presentations `e`, `f`, `g`, `%` and `r`, with CPython's rules for
//! the exponent. Signs, widths and grouping belong to the format mini-language and are not made here.

/// How the digits of a float are laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    /// `e`: one digit, a point, `precision` digits, an exponent.
    Exponent,
    /// `f`: `precision` digits after the point, never an exponent.
    Fixed,
    /// `g`: `precision` significant digits, an exponent where it is shorter.
    General,
    /// `r`: the shortest digits that read back as the same float.
    Shortest,
}

/// What modifies a [`Layout`].
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Flags {
    /// Ends a whole number with `.0` (what `str` and `repr` do).
    pub add_dot_0: bool,
    /// `#`: always a point, and trailing zeros stay.
    pub alternate: bool,
    /// `z`: a negative zero (after rounding) loses its sign.
    pub no_negative_zero: bool,
    /// `E`, `F`, `G`: `INF`, `NAN` and the exponent's letter are capitals.
    pub upper: bool,
}

/// Digits beyond this many are zeros in any presentation of a finite float.
const EXACT_DIGITS: usize = 1100;

/// `repr(value)`, which is also `str(value)`.
pub fn repr(value: f64) -> String {
    format(value, Layout::Shortest, 0, Flags { add_dot_0: true, ..Flags::default() })
}

/// The text of `value` with a `-` if it is negative; `precision` means nothing for [`Layout::Shortest`].
pub fn format(value: f64, layout: Layout, precision: usize, flags: Flags) -> String {
    if !value.is_finite() {
        let text = if value.is_nan() {
            "nan"
        } else if value > 0.0 {
            "inf"
        } else {
            "-inf"
        };
        return if flags.upper { text.to_ascii_uppercase() } else { text.to_owned() };
    }
    let precision = if layout == Layout::General { precision.max(1) } else { precision };
    let (digits, point) = digits_of(value.abs(), layout, precision);
    let is_zero = digits.bytes().all(|digit| digit == b'0');
    let negative = value.is_sign_negative() && !(is_zero && flags.no_negative_zero);
    let mut out = String::with_capacity(digits.len() + 8);
    if negative {
        out.push('-');
    }
    lay_out(&digits, point, layout, precision, flags, &mut out);
    out
}

/// The significant digits of a finite, non-negative `value` without trailing zeros, and the place of the
/// decimal point counted from their start.
fn digits_of(value: f64, layout: Layout, precision: usize) -> (String, i32) {
    match layout {
        Layout::Shortest => shortest_digits(value),
        Layout::Exponent => split_exponent(&format!("{:.*e}", precision.min(EXACT_DIGITS), value)),
        Layout::General => split_exponent(&format!("{:.*e}", (precision - 1).min(EXACT_DIGITS), value)),
        Layout::Fixed => {
            let text = format!("{:.*}", precision.min(EXACT_DIGITS), value);
            let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
            let all = format!("{whole}{fraction}");
            let digits = all.trim_start_matches('0');
            let point = digits.len() as i32 - fraction.len() as i32;
            let digits = digits.trim_end_matches('0');
            if digits.is_empty() { ("0".to_owned(), 1) } else { (digits.to_owned(), point) }
        }
    }
}

/// The shortest digits that read back as `value`, the nearest of them, and of two that are equally near the
/// even one, which Rust does not promise.
fn shortest_digits(value: f64) -> (String, i32) {
    let (digits, point) = split_exponent(&format!("{value:e}"));
    if value == 0.0 {
        return (digits, point);
    }
    let (mantissa, exponent) = super::float_arith::decompose(value);
    // The places after the point are as many in binary as in decimal, so a tie has one place more than was kept.
    let places = -(exponent + i64::from(mantissa.trailing_zeros()));
    let kept = digits.len() as i64 - i64::from(point);
    if places != kept + 1 && (places > 0 || kept >= 0) {
        return (digits, point);
    }
    let even = format!("{:.*e}", digits.len() - 1, value);
    if even.parse() == Ok(value) { split_exponent(&even) } else { (digits, point) }
}

/// Takes `d.ddde±x` apart.
fn split_exponent(text: &str) -> (String, i32) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let digits: String = mantissa.chars().filter(|&c| c != '.').collect();
    let kept = digits.trim_end_matches('0');
    if kept.is_empty() {
        return ("0".to_owned(), 1);
    }
    (kept.to_owned(), exponent.parse::<i32>().unwrap_or(0) + 1)
}

/// Lays digits out around the point, with padding zeros and an exponent where `layout` wants them.
fn lay_out(digits: &str, point: i32, layout: Layout, precision: usize, flags: Flags, out: &mut String) {
    let limit = precision as i64 - i64::from(flags.add_dot_0);
    let use_exponent = match layout {
        Layout::Exponent => true,
        Layout::Fixed => false,
        Layout::General => point <= -4 || i64::from(point) > limit,
        Layout::Shortest => point <= -4 || point > 16,
    };
    // With an exponent the point stands after the first digit.
    let place = if use_exponent { 1 } else { point };
    // Positions count from the first significant digit; zeros fill what lies outside the digits.
    let start = i64::from(place - 1).min(0);
    let least = match layout {
        Layout::Exponent => precision as i64 + 1,
        Layout::Fixed => i64::from(place) + precision as i64,
        Layout::General if flags.alternate => precision as i64,
        Layout::General | Layout::Shortest => 0,
    };
    let whole_with_zero = !use_exponent && flags.add_dot_0;
    let least = least.max(i64::from(place) + i64::from(whole_with_zero));
    let end = least.max(digits.len() as i64);
    let digits = digits.as_bytes();
    for position in start..end {
        if position == i64::from(place) {
            out.push('.');
        }
        let digit = usize::try_from(position).ok().and_then(|at| digits.get(at));
        out.push(digit.map_or('0', |&digit| char::from(digit)));
    }
    if flags.alternate && end == i64::from(place) {
        out.push('.');
    }
    if use_exponent {
        let exponent = point - 1;
        let sign = if exponent < 0 { '-' } else { '+' };
        let letter = if flags.upper { 'E' } else { 'e' };
        out.push_str(&format!("{letter}{sign}{:02}", exponent.unsigned_abs()));
    }
}

/// `'%.{precision}f' % value`, the commonest presentation.
pub fn fixed(value: f64, precision: usize) -> String {
    format(value, Layout::Fixed, precision, Flags::default())
}

/// `'%.{precision}g' % value`.
pub fn general(value: f64, precision: usize) -> String {
    format(value, Layout::General, precision, Flags::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repr_is_cpythons() {
        assert_eq!(repr(0.0), "0.0");
        assert_eq!(repr(-0.0), "-0.0");
        assert_eq!(repr(1.0), "1.0");
        assert_eq!(repr(0.1), "0.1");
        assert_eq!(repr(1e+16), "1e+16");
        assert_eq!(repr(9999999999999998.0), "9999999999999998.0");
        assert_eq!(repr(1000000000000000.0), "1000000000000000.0");
        assert_eq!(repr(1.2345678901234568e+17), "1.2345678901234568e+17");
        assert_eq!(repr(0.0001), "0.0001");
        assert_eq!(repr(1e-05), "1e-05");
        assert_eq!(repr(1.5e-07), "1.5e-07");
        assert_eq!(repr(5e-324), "5e-324");
        assert_eq!(repr(1.7976931348623157e+308), "1.7976931348623157e+308");
        assert_eq!(repr(1e+22), "1e+22");
        assert_eq!(repr(1e+23), "1e+23");
        assert_eq!(repr(9007199254740992.0), "9007199254740992.0");
        assert_eq!(repr(-2.5), "-2.5");
        assert_eq!(repr(std::f64::consts::PI), "3.141592653589793");
        assert_eq!(repr(100.0), "100.0");
        assert_eq!(repr(0.3333333333333333), "0.3333333333333333");
        assert_eq!(repr(2.2250738585072014e-308), "2.2250738585072014e-308");
        assert_eq!(repr(1e+100), "1e+100");
        assert_eq!(repr(123456.789), "123456.789");
        // Halfway between two numerals of the shortest length.
        assert_eq!(repr(1_126_509_544_409_013.0 / 8.0), "140813693051126.62");
        assert_eq!(repr(-4_140_269_620_128_201.0 / 4.0), "-1035067405032050.2");
        assert_eq!(repr(f64::NAN), "nan");
        assert_eq!(repr(f64::NEG_INFINITY), "-inf");
    }

    #[test]
    fn presentations_are_cpythons() {
        let check = |value: f64, layout, precision, alternate, expected: &str| {
            let flags = Flags { alternate, ..Flags::default() };
            assert_eq!(
                format(value, layout, precision, flags),
                expected,
                "{value} {layout:?} {precision} {alternate}"
            );
        };
        check(0.0, Layout::Exponent, 0, false, "0e+00");
        check(0.0, Layout::Exponent, 1, false, "0.0e+00");
        check(0.0, Layout::Exponent, 3, false, "0.000e+00");
        check(0.0, Layout::Exponent, 17, false, "0.00000000000000000e+00");
        check(0.0, Layout::Fixed, 3, false, "0.000");
        check(0.0, Layout::Fixed, 17, true, "0.00000000000000000");
        check(0.0, Layout::General, 6, true, "0.00000");
        check(-0.0, Layout::Exponent, 0, false, "-0e+00");
        check(-0.0, Layout::Exponent, 1, true, "-0.0e+00");
        check(-0.0, Layout::Exponent, 3, false, "-0.000e+00");
        check(-0.0, Layout::Exponent, 6, true, "-0.000000e+00");
        check(-0.0, Layout::Exponent, 17, false, "-0.00000000000000000e+00");
        check(-0.0, Layout::Fixed, 6, false, "-0.000000");
        check(-0.0, Layout::Fixed, 17, true, "-0.00000000000000000");
        check(0.5, Layout::Exponent, 0, false, "5e-01");
        check(0.5, Layout::Exponent, 1, true, "5.0e-01");
        check(0.5, Layout::Exponent, 3, false, "5.000e-01");
        check(0.5, Layout::Exponent, 17, true, "5.00000000000000000e-01");
        check(0.5, Layout::Fixed, 0, true, "0.");
        check(0.5, Layout::Fixed, 1, false, "0.5");
        check(0.5, Layout::Fixed, 6, false, "0.500000");
        check(0.5, Layout::Fixed, 17, true, "0.50000000000000000");
        check(0.5, Layout::General, 0, false, "0.5");
        check(0.5, Layout::General, 1, true, "0.5");
        check(0.5, Layout::General, 6, false, "0.5");
        check(0.5, Layout::General, 17, false, "0.5");
        check(1.5, Layout::Exponent, 6, false, "1.500000e+00");
        check(1.5, Layout::Fixed, 0, false, "2");
        check(1.5, Layout::Fixed, 3, false, "1.500");
        check(1.5, Layout::Fixed, 17, true, "1.50000000000000000");
        check(1.5, Layout::General, 3, false, "1.5");
        check(1.5, Layout::General, 6, false, "1.5");
        check(2.5, Layout::Exponent, 0, true, "2.e+00");
        check(2.5, Layout::Exponent, 3, false, "2.500e+00");
        check(2.5, Layout::Exponent, 17, false, "2.50000000000000000e+00");
        check(2.5, Layout::Fixed, 3, false, "2.500");
        check(2.5, Layout::Fixed, 6, false, "2.500000");
        check(2.5, Layout::General, 1, false, "2");
        check(2.5, Layout::General, 3, false, "2.5");
        check(2.5, Layout::General, 6, false, "2.5");
        check(2.5, Layout::General, 17, false, "2.5");
        check(0.125, Layout::Exponent, 0, false, "1e-01");
        check(0.125, Layout::Exponent, 3, false, "1.250e-01");
        check(0.125, Layout::Exponent, 6, true, "1.250000e-01");
        check(0.125, Layout::Exponent, 17, false, "1.25000000000000000e-01");
        check(0.125, Layout::Fixed, 0, true, "0.");
        check(0.125, Layout::Fixed, 1, true, "0.1");
        check(0.125, Layout::Fixed, 3, false, "0.125");
        check(0.125, Layout::Fixed, 6, false, "0.125000");
        check(0.125, Layout::Fixed, 17, false, "0.12500000000000000");
        check(0.125, Layout::General, 0, false, "0.1");
        check(0.125, Layout::General, 1, false, "0.1");
        check(0.125, Layout::General, 3, false, "0.125");
        check(0.125, Layout::General, 6, false, "0.125");
        check(0.125, Layout::General, 17, false, "0.125");
        check(0.375, Layout::Exponent, 0, true, "4.e-01");
        check(0.375, Layout::Exponent, 3, false, "3.750e-01");
        check(0.375, Layout::Exponent, 17, false, "3.75000000000000000e-01");
        check(0.375, Layout::Fixed, 1, false, "0.4");
        check(0.375, Layout::Fixed, 3, false, "0.375");
        check(0.375, Layout::Fixed, 17, false, "0.37500000000000000");
        check(0.375, Layout::General, 0, true, "0.4");
        check(10000000000.0, Layout::Exponent, 3, false, "1.000e+10");
        check(10000000000.0, Layout::Exponent, 6, true, "1.000000e+10");
        check(10000000000.0, Layout::Fixed, 1, true, "10000000000.0");
        check(10000000000.0, Layout::General, 0, false, "1e+10");
        check(10000000000.0, Layout::General, 3, false, "1e+10");
        check(10000000000.0, Layout::General, 17, false, "10000000000");
        check(1234567.891, Layout::Exponent, 0, false, "1e+06");
        check(1234567.891, Layout::Exponent, 6, true, "1.234568e+06");
        check(1234567.891, Layout::Fixed, 0, false, "1234568");
        check(1234567.891, Layout::Fixed, 17, false, "1234567.89100000006146729");
        check(0.00012345, Layout::Exponent, 0, true, "1.e-04");
        check(0.00012345, Layout::Exponent, 3, false, "1.234e-04");
        check(0.00012345, Layout::Exponent, 6, true, "1.234500e-04");
        check(0.00012345, Layout::Exponent, 17, true, "1.23449999999999992e-04");
        check(0.00012345, Layout::Fixed, 17, false, "0.00012345000000000");
        check(0.00012345, Layout::General, 6, true, "0.000123450");
        check(1.2345e-05, Layout::Exponent, 0, false, "1e-05");
        check(1.2345e-05, Layout::Exponent, 3, false, "1.234e-05");
        check(1.2345e-05, Layout::Exponent, 6, false, "1.234500e-05");
        check(1.2345e-05, Layout::Exponent, 17, true, "1.23449999999999995e-05");
        check(1.2345e-05, Layout::Fixed, 0, false, "0");
        check(1.2345e-05, Layout::Fixed, 1, false, "0.0");
        check(1.2345e-05, Layout::Fixed, 3, false, "0.000");
        check(1.2345e-05, Layout::General, 0, true, "1.e-05");
        check(1.2345e-05, Layout::General, 1, true, "1.e-05");
        check(1.2345e-05, Layout::General, 6, true, "1.23450e-05");
        check(999999.5, Layout::Exponent, 0, false, "1e+06");
        check(999999.5, Layout::Exponent, 3, true, "1.000e+06");
        check(999999.5, Layout::Exponent, 17, true, "9.99999500000000000e+05");
        check(999999.5, Layout::Fixed, 0, false, "1000000");
        check(999999.5, Layout::Fixed, 1, true, "999999.5");
        check(999999.5, Layout::Fixed, 3, false, "999999.500");
        check(999999.5, Layout::General, 0, false, "1e+06");
        check(999999.5, Layout::General, 3, true, "1.00e+06");
        check(999999.5, Layout::General, 6, true, "1.00000e+06");
        check(99999.95, Layout::Exponent, 6, false, "9.999995e+04");
        check(99999.95, Layout::Fixed, 6, true, "99999.950000");
        check(99999.95, Layout::Fixed, 17, true, "99999.94999999999708962");
        check(99999.95, Layout::General, 0, false, "1e+05");
        check(99999.95, Layout::General, 1, false, "1e+05");
        check(99999.95, Layout::General, 3, true, "1.00e+05");
        check(99999.95, Layout::General, 6, true, "99999.9");
        check(9.5, Layout::Exponent, 3, false, "9.500e+00");
        check(9.5, Layout::Exponent, 6, true, "9.500000e+00");
        check(9.5, Layout::Fixed, 3, false, "9.500");
        check(9.5, Layout::Fixed, 6, true, "9.500000");
        check(9.5, Layout::General, 0, false, "1e+01");
        check(9.5, Layout::General, 3, false, "9.5");
        check(5e-324, Layout::Exponent, 6, false, "4.940656e-324");
        check(5e-324, Layout::Fixed, 0, false, "0");
        check(5e-324, Layout::Fixed, 1, false, "0.0");
        check(5e-324, Layout::General, 3, false, "4.94e-324");
        check(1e+22, Layout::Fixed, 1, true, "10000000000000000000000.0");
        check(1e+22, Layout::Fixed, 3, false, "10000000000000000000000.000");
        check(1e+22, Layout::Fixed, 6, false, "10000000000000000000000.000000");
        check(1e+22, Layout::Fixed, 17, false, "10000000000000000000000.00000000000000000");
        check(1e+22, Layout::General, 0, true, "1.e+22");
        check(1e+22, Layout::General, 1, true, "1.e+22");
        check(123.0, Layout::Exponent, 0, false, "1e+02");
        check(123.0, Layout::Exponent, 6, false, "1.230000e+02");
        check(123.0, Layout::Fixed, 0, false, "123");
        check(123.0, Layout::Fixed, 6, true, "123.000000");
        check(123.0, Layout::General, 0, false, "1e+02");
    }

    #[test]
    fn capitals_and_negative_zero() {
        let upper = Flags { upper: true, ..Flags::default() };
        assert_eq!(format(1e300, Layout::General, 6, upper), "1E+300");
        assert_eq!(format(f64::NEG_INFINITY, Layout::Fixed, 6, upper), "-INF");
        let no_zero = Flags { no_negative_zero: true, ..Flags::default() };
        assert_eq!(format(-0.001, Layout::Fixed, 1, no_zero), "0.0");
        assert_eq!(format(-0.0, Layout::Fixed, 1, Flags::default()), "-0.0");
        let dot = Flags { add_dot_0: true, ..Flags::default() };
        assert_eq!(format(123456.0, Layout::General, 6, dot), "1.23456e+05");
        assert_eq!(format(12345.0, Layout::General, 6, dot), "12345.0");
    }
}
