//! Float arithmetic where Python's differs from the hardware's: flooring division and modulo, power, rounding
//! to decimal digits, and the exact passages between floats and integers.

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, ToPrimitive, Zero};

use super::complex::Complex;
use super::raise::{Outcome, Raise};

/// `mantissa * 2**exponent` correctly rounded (half to even), infinite if it is too large. `sticky` says that
/// the true mantissa is a little larger than given.
pub fn scaled(mantissa: &BigUint, sticky: bool, exponent: i64) -> f64 {
    if mantissa.is_zero() {
        return 0.0;
    }
    let top = (mantissa.bits() as i64).saturating_add(exponent);
    if top > 1024 {
        return f64::INFINITY;
    }
    if top < -1074 {
        return 0.0;
    }
    let quantum = (top - 53).max(-1074);
    let shift = quantum - exponent;
    let significand = if shift <= 0 {
        // No more than 53 bits remain, so this is exact; a sticky bit below them changes nothing.
        mantissa.to_u64().unwrap_or(0) << -shift
    } else {
        let shift = shift as u64;
        let kept = (mantissa >> shift).to_u64().unwrap_or(0);
        let half = mantissa.bit(shift - 1);
        let below = sticky || mantissa.trailing_zeros().is_some_and(|zeros| zeros < shift - 1);
        kept + u64::from(half && (below || kept & 1 == 1))
    };
    significand as f64 * power_of_two(quantum)
}

/// `2.0**exponent` for -1074 ≤ exponent ≤ 1023.
fn power_of_two(exponent: i64) -> f64 {
    if exponent >= -1022 {
        f64::from_bits(((exponent + 1023) as u64) << 52)
    } else {
        f64::from_bits(1 << (exponent + 1074))
    }
}

/// The integer mantissa and the exponent of a finite float: `value == ±mantissa * 2**exponent`.
pub fn decompose(value: f64) -> (u64, i64) {
    let bits = value.to_bits();
    let (fraction, exponent) = (bits & ((1 << 52) - 1), ((bits >> 52) & 0x7ff) as i64);
    if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) }
}

/// `float(int)`.
pub fn from_big_int(value: &BigInt) -> Outcome<f64> {
    let magnitude = scaled(value.magnitude(), false, 0);
    if magnitude.is_infinite() {
        return Err(Raise::overflow("int too large to convert to float"));
    }
    Ok(if value.sign() == Sign::Minus { -magnitude } else { magnitude })
}

/// The integer that a whole, finite float equals.
fn whole_to_int(value: f64) -> BigInt {
    let (mantissa, exponent) = decompose(value);
    let magnitude = if exponent >= 0 {
        BigUint::from(mantissa) << exponent
    } else {
        BigUint::from(mantissa) >> -exponent
    };
    let sign = if value < 0.0 { Sign::Minus } else { Sign::Plus };
    BigInt::from_biguint(sign, magnitude)
}

fn to_int_by(value: f64, rounded: impl Fn(f64) -> f64) -> Outcome<BigInt> {
    if value.is_nan() {
        return Err(Raise::value("cannot convert float NaN to integer"));
    }
    if value.is_infinite() {
        return Err(Raise::overflow("cannot convert float infinity to integer"));
    }
    Ok(whole_to_int(rounded(value)))
}

/// `int(value)` and `math.trunc(value)`.
pub fn to_int(value: f64) -> Outcome<BigInt> {
    to_int_by(value, f64::trunc)
}

/// `math.floor(value)`.
pub fn floor(value: f64) -> Outcome<BigInt> {
    to_int_by(value, f64::floor)
}

/// `math.ceil(value)`.
pub fn ceil(value: f64) -> Outcome<BigInt> {
    to_int_by(value, f64::ceil)
}

/// `round(value)`: to the nearest integer, halves to even.
pub fn round_to_int(value: f64) -> Outcome<BigInt> {
    to_int_by(value, f64::round_ties_even)
}

/// `round(value, digits)`: correctly rounded as if in decimal, halves to even.
pub fn round(value: f64, digits: i64) -> Outcome<f64> {
    if !value.is_finite() || digits > 323 {
        return Ok(value);
    }
    if digits < -308 {
        return Ok(0.0 * value);
    }
    // A decimal numeral always reads back.
    let rounded = if digits >= 0 {
        format!("{value:.*}", digits as usize).parse().unwrap_or(value)
    } else {
        round_left_of_point(value, digits.unsigned_abs() as u32)
    };
    if rounded.is_infinite() {
        return Err(Raise::overflow("rounded value too large to represent"));
    }
    Ok(rounded)
}

/// Rounds to a multiple of `10**places`.
fn round_left_of_point(value: f64, places: u32) -> f64 {
    let unit = BigInt::from(10).pow(places);
    let whole = whole_to_int(value.abs().trunc());
    let (mut quotient, remainder) = whole.div_mod_floor(&unit);
    let twice: BigInt = remainder * 2;
    let up = match twice.cmp(&unit) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => value.fract() != 0.0 || quotient.is_odd(),
        std::cmp::Ordering::Less => false,
    };
    if up {
        quotient += 1;
    }
    scaled((quotient * unit).magnitude(), false, 0).copysign(value)
}

fn division_by_zero() -> Raise {
    Raise::zero_division("division by zero")
}

/// `left / right`.
pub fn true_div(left: f64, right: f64) -> Outcome<f64> {
    if right == 0.0 { Err(division_by_zero()) } else { Ok(left / right) }
}

/// `divmod(left, right)`; its parts are `left // right` and `left % right`.
pub fn div_mod(left: f64, right: f64) -> Outcome<(f64, f64)> {
    if right == 0.0 {
        return Err(division_by_zero());
    }
    let mut modulo = left % right;
    let mut quotient = (left - modulo) / right;
    if modulo == 0.0 {
        modulo = 0.0_f64.copysign(right);
    } else if (right < 0.0) != (modulo < 0.0) {
        modulo += right;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return Ok((0.0_f64.copysign(left / right), modulo));
    }
    let mut floored = quotient.floor();
    if quotient - floored > 0.5 {
        floored += 1.0;
    }
    Ok((floored, modulo))
}

/// `left // right`.
pub fn floor_div(left: f64, right: f64) -> Outcome<f64> {
    div_mod(left, right).map(|(quotient, _)| quotient)
}

/// `left % right`.
pub fn modulo(left: f64, right: f64) -> Outcome<f64> {
    div_mod(left, right).map(|(_, modulo)| modulo)
}

/// What `float ** float` gives.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Power {
    /// A float.
    Real(f64),
    /// A negative number to a fractional power is complex.
    Complex(Complex),
}

/// `base ** exponent`.
pub fn pow(base: f64, exponent: f64) -> Outcome<Power> {
    if base == 0.0 && exponent < 0.0 && exponent.is_finite() {
        return Err(Raise::zero_division("zero to a negative power"));
    }
    if base < 0.0 && base.is_finite() && exponent.is_finite() && exponent.fract() != 0.0 {
        let base = Complex { real: base, imag: 0.0 };
        return super::complex::pow(base, Complex { real: exponent, imag: 0.0 }).map(Power::Complex);
    }
    let result = super::elementary::pow(base, exponent);
    if result.is_infinite() && base.is_finite() && exponent.is_finite() {
        return Err(result_out_of_range());
    }
    Ok(Power::Real(result))
}

/// The `OverflowError` of a float operation whose result is too large, as on Linux.
pub fn result_out_of_range() -> Raise {
    Raise::overflow("(34, 'Numerical result out of range')")
}

/// `value.as_integer_ratio()`.
pub fn as_integer_ratio(value: f64) -> Outcome<(BigInt, BigInt)> {
    if value.is_nan() {
        return Err(Raise::value("cannot convert NaN to integer ratio"));
    }
    if value.is_infinite() {
        return Err(Raise::overflow("cannot convert Infinity to integer ratio"));
    }
    if value == 0.0 {
        return Ok((BigInt::zero(), BigInt::one()));
    }
    let (mantissa, exponent) = decompose(value);
    let shared = i64::from(mantissa.trailing_zeros()).min((-exponent).max(0));
    let mut numerator = BigInt::from(mantissa >> shared);
    if exponent > 0 {
        numerator <<= exponent;
    }
    if value < 0.0 {
        numerator = -numerator;
    }
    Ok((numerator, BigInt::one() << (-exponent - shared).max(0)))
}

/// `value.is_integer()`.
pub fn is_integer(value: f64) -> bool {
    value.is_finite() && value.fract() == 0.0
}

#[cfg(test)]
mod tests {
    use super::super::float::repr;
    use super::*;

    fn shown<T>(outcome: Outcome<T>, text: impl Fn(T) -> String) -> String {
        outcome.map_or_else(|raise| raise.to_string(), text)
    }

    #[test]
    fn round_is_cpythons() {
        for (value, digits, expected) in [
            (2.675, 2, "2.67"),
            (2.5, 0, "2.0"),
            (0.5, 0, "0.0"),
            (1.5, 0, "2.0"),
            (-2.5, 0, "-2.0"),
            (0.125, 2, "0.12"),
            (0.375, 2, "0.38"),
            (1234.5678, -2, "1200.0"),
            (1250.0, -2, "1200.0"),
            (1350.0, -2, "1400.0"),
            (1250.5, -2, "1300.0"),
            (-1250.0, -2, "-1200.0"),
            (50.0, -2, "0.0"),
            (51.0, -2, "100.0"),
            (1e+308, -308, "1e+308"),
            (1.7e+308, -308, "OverflowError: rounded value too large to represent"),
            (1.7e+308, -307, "1.7e+308"),
            (1.5, 400, "1.5"),
            (1.5, -400, "0.0"),
            (-1.5, -400, "-0.0"),
            (5e-324, 323, "0.0"),
            (5e-324, 324, "5e-324"),
            (1e+22, -21, "1e+22"),
            (-0.0001, 2, "-0.0"),
            (1.005, 2, "1.0"),
            (0.285, 2, "0.28"),
            (123456789.98765433, 5, "123456789.98765"),
            (9.995, 2, "9.99"),
        ] {
            assert_eq!(shown(round(value, digits), repr), expected, "round({value:?}, {digits})");
        }
    }

    #[test]
    fn divmod_is_cpythons() {
        const INF: f64 = f64::INFINITY;
        for (left, right, expected) in [
            (7.0, 2.0, "(3.0, 1.0)"),
            (-7.0, 2.0, "(-4.0, 1.0)"),
            (7.0, -2.0, "(-4.0, -1.0)"),
            (-7.0, -2.0, "(3.0, -1.0)"),
            (1.0, 0.0, "ZeroDivisionError: division by zero"),
            (0.0, -3.0, "(-0.0, -0.0)"),
            (-0.0, 3.0, "(-0.0, 0.0)"),
            (5.0, INF, "(0.0, 5.0)"),
            (-5.0, INF, "(-1.0, inf)"),
            (INF, 2.0, "(nan, nan)"),
            (1e+300, 1e-10, "(inf, 5.476641984772742e-11)"),
            (1.0, 0.1, "(9.0, 0.09999999999999995)"),
            (-1.0, 0.1, "(-10.0, 5.551115123125783e-17)"),
            (0.3, 0.1, "(2.0, 0.09999999999999998)"),
            (f64::NAN, 1.0, "(nan, nan)"),
            (6.0, -3.0, "(-2.0, -0.0)"),
            (-1e-20, 3.0, "(-1.0, 3.0)"),
        ] {
            let got = shown(div_mod(left, right), |(q, m)| format!("({}, {})", repr(q), repr(m)));
            assert_eq!(got, expected, "divmod({left:?}, {right:?})");
        }
    }

    #[test]
    fn pow_is_cpythons() {
        const INF: f64 = f64::INFINITY;
        for (base, exponent, expected) in [
            (2.0, 10.0, "1024.0"),
            (2.0, 0.5, "1.4142135623730951"),
            (-2.0, 3.0, "-8.0"),
            (-8.0, 0.3333333333333333, "(1.0000000000000002+1.7320508075688772j)"),
            (0.0, -1.0, "ZeroDivisionError: zero to a negative power"),
            (-0.0, -3.0, "ZeroDivisionError: zero to a negative power"),
            (0.0, 0.0, "1.0"),
            (f64::NAN, 0.0, "1.0"),
            (1.0, f64::NAN, "1.0"),
            (INF, -1.0, "0.0"),
            (-INF, 3.0, "-inf"),
            (-INF, 0.5, "inf"),
            (10.0, 400.0, "OverflowError: (34, 'Numerical result out of range')"),
            (10.0, -400.0, "0.0"),
            (-1.0, INF, "1.0"),
            (0.5, INF, "0.0"),
            (2.0, -INF, "0.0"),
            (1.1, 10.0, "2.5937424601000023"),
            (-2.5, -2.0, "0.16"),
            (-2.0, 1e+300, "OverflowError: (34, 'Numerical result out of range')"),
            (1e-200, 2.0, "0.0"),
        ] {
            let got = shown(pow(base, exponent), |power| match power {
                Power::Real(value) => repr(value),
                Power::Complex(value) => super::super::complex::repr(value),
            });
            assert_eq!(got, expected, "{base:?} ** {exponent:?}");
        }
    }

    #[test]
    fn integers_and_ratios_are_cpythons() {
        for (value, expected) in [
            (0.5, "0"),
            (1.5, "2"),
            (2.5, "2"),
            (-0.5, "0"),
            (-1.5, "-2"),
            (1e+20, "100000000000000000000"),
            (
                -1e+300,
                "-1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160",
            ),
            (f64::INFINITY, "OverflowError: cannot convert float infinity to integer"),
            (f64::NAN, "ValueError: cannot convert float NaN to integer"),
            (4503599627370498.0, "4503599627370498"),
        ] {
            assert_eq!(shown(round_to_int(value), |int| int.to_string()), expected);
        }
        for (value, expected) in [
            (0.0, "(0, 1)"),
            (-0.0, "(0, 1)"),
            (1.5, "(3, 2)"),
            (-0.1, "(-3602879701896397, 36028797018963968)"),
            (10.0, "(10, 1)"),
            (1e+22, "(10000000000000000000000, 1)"),
            (
                5e-324,
                "(1, 202402253307310618352495346718917307049556649764142118356901358027430339567995346891960383701437124495187077864316811911389808737385793476867013399940738509921517424276566361364466907742093216341239767678472745068562007483424692698618103355649159556340810056512358769552333414615230502532186327508646006263307707741093494784)",
            ),
            (1.152921504606847e+18, "(1152921504606846976, 1)"),
            (f64::INFINITY, "OverflowError: cannot convert Infinity to integer ratio"),
            (f64::NAN, "ValueError: cannot convert NaN to integer ratio"),
        ] {
            assert_eq!(shown(as_integer_ratio(value), |(n, d)| format!("({n}, {d})")), expected);
        }
        for (text, expected) in [
            ("0", "0.0"),
            ("1", "1.0"),
            ("-1", "-1.0"),
            ("9007199254740993", "9007199254740992.0"),
            ("9007199254740995", "9007199254740996.0"),
            ("18014398509481986", "1.8014398509481984e+16"),
            ("18014398509481990", "1.801439850948199e+16"),
            ("-9223372036854775808", "-9.223372036854776e+18"),
            ("18446744073709551615", "1.8446744073709552e+19"),
            ("1267650600228229542234191560704", "1.2676506002282294e+30"),
            ("1267650600228229542234191560705", "1.2676506002282297e+30"),
            (
                "179769313486231590772930519078902473361797697894230657273430081157732675805500963132708477322407536021120113879871393357658789768814416622492847430639474124377767893424865485276302219601246094119453082952085005768838150682342462881473913110540827237163350510684586298239947245938479716304835356329624224137215",
                "OverflowError: int too large to convert to float",
            ),
            (
                "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880177904174497792",
                "OverflowError: int too large to convert to float",
            ),
            (
                "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880177904174497791",
                "1.7976931348623157e+308",
            ),
            (
                "10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
                "OverflowError: int too large to convert to float",
            ),
            (
                "-100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
                "-1e+308",
            ),
        ] {
            let value: BigInt = text.parse().unwrap_or_default();
            assert_eq!(shown(from_big_int(&value), repr), expected, "{text}");
        }
        assert_eq!(shown(floor(-2.5), |int| int.to_string()), "-3");
        assert_eq!(shown(ceil(-2.5), |int| int.to_string()), "-2");
        assert_eq!(shown(to_int(-2.5), |int| int.to_string()), "-2");
        assert!(is_integer(4.0) && !is_integer(4.5) && !is_integer(f64::INFINITY));
    }
}
