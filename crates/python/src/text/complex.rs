//! Complex numbers: arithmetic as CPython 3.14 does it (C11's annex G where infinities meet), `repr`, and
//! reading `complex('…')`.

use super::elementary;
use super::float::{Flags, Layout, format};
use super::float_parse::{float_prefix, is_c_space, to_ascii_number, without_underscores};
use super::raise::{Outcome, Raise};
use super::repr::repr_str;

/// A complex number.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Complex {
    /// The real part.
    pub real: f64,
    /// The imaginary part.
    pub imag: f64,
}

/// `repr(value)`, which is also `str(value)`.
pub fn repr(value: Complex) -> String {
    let text = |part| format(part, Layout::Shortest, 0, Flags::default());
    let imag = text(value.imag);
    if value.real == 0.0 && value.real.is_sign_positive() {
        return format!("{imag}j");
    }
    let sign = if imag.starts_with('-') { "" } else { "+" };
    format!("({}{sign}{imag}j)", text(value.real))
}

/// `left + right`.
pub fn add(left: Complex, right: Complex) -> Complex {
    Complex { real: left.real + right.real, imag: left.imag + right.imag }
}

/// `left - right`.
pub fn sub(left: Complex, right: Complex) -> Complex {
    Complex { real: left.real - right.real, imag: left.imag - right.imag }
}

/// `left * right`.
pub fn mul(left: Complex, right: Complex) -> Complex {
    let (a, b, c, d) = (left.real, left.imag, right.real, right.imag);
    let product = Complex { real: a * c - b * d, imag: a * d + b * c };
    if !(product.real.is_nan() && product.imag.is_nan()) {
        return product;
    }
    // An infinity times anything but zero is infinite, though the formula gives not-a-number.
    let boxed = |part: f64| if part.is_infinite() { 1.0_f64 } else { 0.0 }.copysign(part);
    let zeroed = |part: f64| if part.is_nan() { 0.0_f64.copysign(part) } else { part };
    let (mut a, mut b, mut c, mut d) = (a, b, c, d);
    let mut recover = false;
    if a.is_infinite() || b.is_infinite() {
        (a, b, c, d) = (boxed(a), boxed(b), zeroed(c), zeroed(d));
        recover = true;
    }
    if c.is_infinite() || d.is_infinite() {
        (a, b, c, d) = (zeroed(a), zeroed(b), boxed(c), boxed(d));
        recover = true;
    }
    let overflowed =
        [left.real * right.real, left.imag * right.imag, left.real * right.imag, left.imag * right.real];
    if !recover && overflowed.into_iter().any(f64::is_infinite) {
        (a, b, c, d) = (zeroed(a), zeroed(b), zeroed(c), zeroed(d));
        recover = true;
    }
    if !recover {
        return product;
    }
    Complex { real: f64::INFINITY * (a * c - b * d), imag: f64::INFINITY * (a * d + b * c) }
}

/// `value * factor` for a float factor, which leaves the signs of zeros alone.
pub fn mul_real(value: Complex, factor: f64) -> Complex {
    Complex { real: value.real * factor, imag: value.imag * factor }
}

fn quotient(left: Complex, right: Complex) -> Option<Complex> {
    let (a, b) = (left, right);
    let (size_real, size_imag) = (b.real.abs(), b.imag.abs());
    let mut result = if size_real >= size_imag {
        if size_real == 0.0 {
            return None;
        }
        let ratio = b.imag / b.real;
        let scale = b.real + b.imag * ratio;
        Complex { real: (a.real + a.imag * ratio) / scale, imag: (a.imag - a.real * ratio) / scale }
    } else if size_imag >= size_real {
        let ratio = b.real / b.imag;
        let scale = b.real * ratio + b.imag;
        Complex { real: (a.real * ratio + a.imag) / scale, imag: (a.imag * ratio - a.real) / scale }
    } else {
        Complex { real: f64::NAN, imag: f64::NAN }
    };
    if result.real.is_nan() && result.imag.is_nan() {
        let boxed = |part: f64| if part.is_infinite() { 1.0_f64 } else { 0.0 }.copysign(part);
        let finite = |value: Complex| value.real.is_finite() && value.imag.is_finite();
        if (a.real.is_infinite() || a.imag.is_infinite()) && finite(b) {
            let (x, y) = (boxed(a.real), boxed(a.imag));
            result.real = f64::INFINITY * (x * b.real + y * b.imag);
            result.imag = f64::INFINITY * (y * b.real - x * b.imag);
        } else if size_real.max(size_imag).is_infinite() && finite(a) {
            let (x, y) = (boxed(b.real), boxed(b.imag));
            result.real = 0.0 * (a.real * x + a.imag * y);
            result.imag = 0.0 * (a.imag * x - a.real * y);
        }
    }
    Some(result)
}

fn division_by_zero() -> Raise {
    Raise::zero_division("division by zero")
}

/// `left / right`.
pub fn div(left: Complex, right: Complex) -> Outcome<Complex> {
    quotient(left, right).ok_or_else(division_by_zero)
}

/// `left / right` for a float `right`.
pub fn div_real(left: Complex, right: f64) -> Outcome<Complex> {
    if right == 0.0 {
        return Err(division_by_zero());
    }
    Ok(Complex { real: left.real / right, imag: left.imag / right })
}

/// `abs(value)`.
pub fn abs(value: Complex) -> Outcome<f64> {
    let result = elementary::hypot(value.real, value.imag);
    if result.is_infinite() && value.real.is_finite() && value.imag.is_finite() {
        return Err(Raise::overflow("absolute value too large"));
    }
    Ok(result)
}

/// `base ** exponent`.
pub fn pow(base: Complex, exponent: Complex) -> Outcome<Complex> {
    let zero_base = || Raise::zero_division("zero to a negative or complex power");
    let whole =
        exponent.imag == 0.0 && exponent.real == exponent.real.floor() && exponent.real.abs() <= 100.0;
    let result = if whole {
        let power = small_power(base, exponent.real.abs() as u32);
        if exponent.real > 0.0 {
            power
        } else {
            quotient(Complex { real: 1.0, imag: 0.0 }, power).ok_or_else(zero_base)?
        }
    } else if base.real == 0.0 && base.imag == 0.0 {
        if exponent.imag != 0.0 || exponent.real < 0.0 {
            return Err(zero_base());
        }
        Complex { real: 0.0, imag: 0.0 }
    } else {
        polar_power(base, exponent)
    };
    if result.real.is_infinite() || result.imag.is_infinite() {
        return Err(Raise::overflow("complex exponentiation"));
    }
    Ok(result)
}

fn small_power(base: Complex, exponent: u32) -> Complex {
    let mut result = Complex { real: 1.0, imag: 0.0 };
    let mut square = base;
    let mut rest = exponent;
    while rest > 0 {
        if rest & 1 == 1 {
            result = mul(result, square);
        }
        rest >>= 1;
        square = mul(square, square);
    }
    result
}

fn polar_power(base: Complex, exponent: Complex) -> Complex {
    let size = elementary::hypot(base.real, base.imag);
    let angle = elementary::atan2(base.imag, base.real);
    let mut length = elementary::pow(size, exponent.real);
    let mut phase = angle * exponent.real;
    if exponent.imag != 0.0 {
        length *= elementary::exp(-angle * exponent.imag);
        phase += exponent.imag * elementary::log(size);
    }
    Complex { real: length * elementary::cos(phase), imag: length * elementary::sin(phase) }
}

/// `complex(text)`.
pub fn parse(text: &str) -> Outcome<Complex> {
    let malformed = || Raise::value("complex() arg is a malformed string");
    let ascii = to_ascii_number(text);
    let trimmed = ascii.trim_matches(is_c_space);
    let bare = match trimmed.strip_prefix('(') {
        Some(inner) => inner.strip_suffix(')').ok_or_else(malformed)?.trim_matches(is_c_space),
        None => trimmed,
    };
    let bare = without_underscores(bare)
        .ok_or_else(|| Raise::value(format!("could not convert string to complex: {}", repr_str(text))))?;
    parse_parts(&bare).ok_or_else(malformed)
}

/// Reads `real`, `imagj` or `real±imagj`, where a lone sign or nothing before `j` means one.
fn parse_parts(text: &str) -> Option<Complex> {
    let (first, rest) = text.split_at(float_prefix(text));
    if first.is_empty() {
        return lone_unit(rest).map(|imag| Complex { real: 0.0, imag });
    }
    let value: f64 = first.parse().ok()?;
    match rest {
        "" => Some(Complex { real: value, imag: 0.0 }),
        "j" | "J" => Some(Complex { real: 0.0, imag: value }),
        _ if !rest.starts_with(['+', '-']) => None,
        _ => {
            let (second, tail) = rest.split_at(float_prefix(rest));
            let imag = match (second, tail) {
                ("", _) => lone_unit(rest)?,
                (_, "j" | "J") => second.parse().ok()?,
                _ => return None,
            };
            Some(Complex { real: value, imag })
        }
    }
}

fn lone_unit(text: &str) -> Option<f64> {
    match text {
        "j" | "J" | "+j" | "+J" => Some(1.0),
        "-j" | "-J" => Some(-1.0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn c(real: f64, imag: f64) -> Complex {
        Complex { real, imag }
    }

    fn shown(outcome: Outcome<Complex>) -> String {
        outcome.map_or_else(|raise| raise.to_string(), repr)
    }

    #[test]
    fn repr_is_cpythons() {
        for (value, expected) in [
            (c(0.0, 2.0), "2j"),
            (c(-0.0, 2.0), "(-0+2j)"),
            (c(1.0, -0.0), "(1-0j)"),
            (c(1.5, -2.0), "(1.5-2j)"),
            (c(1e+16, 1e-05), "(1e+16+1e-05j)"),
            (c(3.0, 0.0), "(3+0j)"),
        ] {
            assert_eq!(repr(value), expected);
        }
    }

    #[test]
    fn complex_reads_what_cpython_reads() {
        for (text, expected) in [
            ("1+2j", "(1+2j)"),
            ("(1+2j)", "(1+2j)"),
            (" ( 1-2J ) ", "(1-2j)"),
            ("j", "1j"),
            ("-j", "-1j"),
            ("+j", "1j"),
            ("1+j", "(1+1j)"),
            ("1-j", "(1-1j)"),
            ("1_0+2_0j", "(10+20j)"),
            ("1 +2j", "ValueError: complex() arg is a malformed string"),
            ("1j+2", "ValueError: complex() arg is a malformed string"),
            ("", "ValueError: complex() arg is a malformed string"),
            ("()", "ValueError: complex() arg is a malformed string"),
            ("(1", "ValueError: complex() arg is a malformed string"),
            ("1)", "ValueError: complex() arg is a malformed string"),
            ("inf+nanj", "(inf+nanj)"),
            ("infj", "infj"),
            ("nan", "(nan+0j)"),
            ("1e5j", "100000j"),
            ("1e", "ValueError: complex() arg is a malformed string"),
            ("1+2", "ValueError: complex() arg is a malformed string"),
            ("--j", "ValueError: complex() arg is a malformed string"),
            ("\u{663}+\u{664}j", "(3+4j)"),
            ("1__0", "ValueError: could not convert string to complex: '1__0'"),
            ("\u{a0}1j\u{2003}", "1j"),
        ] {
            assert_eq!(shown(parse(text)), expected, "{text:?}");
        }
    }

    #[test]
    fn arithmetic_is_cpythons() {
        const INF: f64 = f64::INFINITY;
        for (left, right, product, ratio, power) in [
            (c(1.0, 2.0), c(3.0, -4.0), "(11+2j)", "(-0.2+0.4j)", "(932.1391946432212+95.9465336603415j)"),
            (c(0.0, 0.0), c(0.0, 0.0), "0j", "ZeroDivisionError: division by zero", "(1+0j)"),
            (c(1.0, 2.0), c(0.0, 0.0), "0j", "ZeroDivisionError: division by zero", "(1+0j)"),
            (
                c(0.0, 0.0),
                c(-1.0, 0.0),
                "(-0+0j)",
                "(-0-0j)",
                "ZeroDivisionError: zero to a negative or complex power",
            ),
            (c(0.0, 0.0), c(0.0, 1.0), "0j", "0j", "ZeroDivisionError: zero to a negative or complex power"),
            (
                c(-8.0, 0.0),
                c(0.5, 0.0),
                "(-4+0j)",
                "(-16+0j)",
                "(1.7319121124709868e-16+2.8284271247461903j)",
            ),
            (
                c(2.0, 3.0),
                c(1.5, -0.5),
                "(4.5+3.5j)",
                "(0.6+2.1999999999999997j)",
                "(7.5281057095957085+8.280450103554852j)",
            ),
            (
                c(1e+200, 1e+200),
                c(3.0, 0.0),
                "(3e+200+3e+200j)",
                "(3.3333333333333334e+199+3.3333333333333334e+199j)",
                "OverflowError: complex exponentiation",
            ),
            (c(INF, 1.0), c(1.0, 1.0), "(inf+infj)", "(inf-infj)", "(nan+nanj)"),
            (c(1.0, 1.0), c(INF, INF), "(nan+infj)", "0j", "(nan+nanj)"),
            (
                c(1.0, 2.0),
                c(-3.0, 0.0),
                "(-3-6j)",
                "(-0.3333333333333333-0.6666666666666666j)",
                "(-0.08800000000000001+0.016j)",
            ),
            (c(2.0, 0.0), c(100.0, 0.0), "(200+0j)", "(0.02+0j)", "(1.2676506002282294e+30+0j)"),
            (c(1e+308, 1e+308), c(1e+308, 1e+308), "(nan+infj)", "(nan+0j)", "(nan+nanj)"),
            (
                c(2.0, -1.0),
                c(7.5, 0.0),
                "(15-7.5j)",
                "(0.26666666666666666-0.13333333333333333j)",
                "(-394.6231181406959+137.71494243939372j)",
            ),
        ] {
            assert_eq!(repr(mul(left, right)), product, "{left:?} * {right:?}");
            assert_eq!(shown(div(left, right)), ratio, "{left:?} / {right:?}");
            assert_eq!(shown(pow(left, right)), power, "{left:?} ** {right:?}");
        }
        assert_eq!(abs(c(3.0, 4.0)), Ok(5.0));
        assert_eq!(shown(div_real(c(1.0, -1.0), 0.0)), "ZeroDivisionError: division by zero");
    }
}
