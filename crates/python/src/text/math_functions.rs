//! The functions of `math` on floats with CPython 3.14's domain and range errors. Where an argument may be an
//! integer too large for a float, there is a form for it.

use num_bigint::BigInt;
use num_traits::Signed;

use super::float::repr;
use super::float_arith::{from_big_int, scaled};
use super::raise::{Outcome, Raise};
use super::{elementary, gamma};

fn domain_error() -> Raise {
    Raise::value("math domain error")
}

fn range_error() -> Raise {
    Raise::overflow("math range error")
}

/// A domain error that shows the argument.
fn expected(what: &str, x: f64) -> Raise {
    Raise::value(format!("expected {what}, got {}", repr(x)))
}

/// Lets a result pass unless it is not-a-number or infinite where the argument was not.
fn checked(x: f64, result: f64, what: &str) -> Outcome<f64> {
    let wrong = (result.is_nan() && !x.is_nan()) || (result.is_infinite() && x.is_finite());
    if wrong { Err(expected(what, x)) } else { Ok(result) }
}

fn may_overflow(x: f64, result: f64) -> Outcome<f64> {
    if result.is_infinite() && x.is_finite() { Err(range_error()) } else { Ok(result) }
}

macro_rules! with_domain {
    ($($(#[$doc:meta])* $name:ident($function:path), $what:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name(x: f64) -> Outcome<f64> {
            checked(x, $function(x), $what)
        }
    )*};
}

with_domain! {
    /// `math.sqrt(x)`.
    sqrt(f64::sqrt), "a nonnegative input";
    /// `math.sin(x)`.
    sin(elementary::sin), "a finite input";
    /// `math.cos(x)`.
    cos(elementary::cos), "a finite input";
    /// `math.tan(x)`.
    tan(elementary::tan), "a finite input";
    /// `math.asin(x)`.
    asin(elementary::asin), "a number in range from -1 up to 1";
    /// `math.acos(x)`.
    acos(elementary::acos), "a number in range from -1 up to 1";
    /// `math.acosh(x)`.
    acosh(elementary::acosh), "argument value not less than 1";
    /// `math.atanh(x)`.
    atanh(elementary::atanh), "a number between -1 and 1";
    /// `math.log1p(x)`.
    log1p(elementary::log1p), "argument value > -1";
}

macro_rules! with_overflow {
    ($($(#[$doc:meta])* $name:ident($function:path);)*) => {$(
        $(#[$doc])*
        pub fn $name(x: f64) -> Outcome<f64> {
            may_overflow(x, $function(x))
        }
    )*};
}

with_overflow! {
    /// `math.exp(x)`.
    exp(elementary::exp);
    /// `math.exp2(x)`.
    exp2(elementary::exp2);
    /// `math.expm1(x)`.
    expm1(elementary::expm1);
    /// `math.sinh(x)`.
    sinh(elementary::sinh);
    /// `math.cosh(x)`.
    cosh(elementary::cosh);
}

/// `math.gamma(x)`.
pub fn gamma(x: f64) -> Outcome<f64> {
    let result = gamma::gamma(x);
    if result.is_nan() && !x.is_nan() {
        return Err(expected("a noninteger or positive integer", x));
    }
    may_overflow(x, result)
}

/// `math.lgamma(x)`.
pub fn lgamma(x: f64) -> Outcome<f64> {
    if x <= 0.0 && x.is_finite() && x.fract() == 0.0 {
        return Err(expected("a noninteger or positive integer", x));
    }
    may_overflow(x, gamma::lgamma(x))
}

/// Which logarithm.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Base {
    /// `math.log`
    E,
    /// `math.log2`
    Two,
    /// `math.log10`
    Ten,
}

fn log_of(x: f64, base: Base) -> f64 {
    match base {
        Base::E => elementary::log(x),
        Base::Two => elementary::log2(x),
        Base::Ten => elementary::log10(x),
    }
}

/// `math.log(x)`, `log2` or `log10` of a float.
pub fn log(x: f64, base: Base) -> Outcome<f64> {
    if x <= 0.0 { Err(expected("a positive input", x)) } else { Ok(log_of(x, base)) }
}

/// `math.log(x)`, `log2` or `log10` of an integer, which may be too large for a float.
pub fn log_int(x: &BigInt, base: Base) -> Outcome<f64> {
    if !x.is_positive() {
        return Err(Raise::value("expected a positive input"));
    }
    if let Ok(small) = from_big_int(x) {
        return Ok(log_of(small, base));
    }
    let bits = x.bits() as i64;
    let mut mantissa = scaled(x.magnitude(), false, -bits);
    let mut exponent = bits as f64;
    if mantissa == 1.0 {
        // Rounding carried into the next power of two.
        mantissa = 0.5;
        exponent += 1.0;
    }
    Ok(log_of(mantissa, base) + log_of(2.0, base) * exponent)
}

/// `math.pow(x, y)`.
pub fn pow(x: f64, y: f64) -> Outcome<f64> {
    let result = elementary::pow(x, y);
    if !x.is_finite() || !y.is_finite() || result.is_finite() {
        Ok(result)
    } else if result.is_nan() || x == 0.0 {
        Err(domain_error())
    } else {
        Err(range_error())
    }
}

/// `math.fmod(x, y)`.
pub fn fmod(x: f64, y: f64) -> Outcome<f64> {
    let result = x % y;
    if result.is_nan() && !x.is_nan() && !y.is_nan() { Err(domain_error()) } else { Ok(result) }
}

/// `math.remainder(x, y)`: what is left of the nearest multiple.
pub fn remainder(x: f64, y: f64) -> Outcome<f64> {
    if x.is_nan() || y.is_nan() {
        return Ok(x + y);
    }
    if x.is_infinite() || y == 0.0 {
        return Err(domain_error());
    }
    if y.is_infinite() {
        return Ok(x);
    }
    let size = y.abs();
    let part = x.abs() % size;
    let complement = size - part;
    let result = match part.total_cmp(&complement) {
        std::cmp::Ordering::Less => part,
        std::cmp::Ordering::Greater => -complement,
        // A tie goes to the even multiple.
        std::cmp::Ordering::Equal => part - 2.0 * ((0.5 * (x.abs() - part)) % size),
    };
    Ok(1.0_f64.copysign(x) * result)
}

/// `math.fma(x, y, z)`.
pub fn fma(x: f64, y: f64, z: f64) -> Outcome<f64> {
    let result = libm::fma(x, y, z);
    if result.is_nan() && !(x.is_nan() || y.is_nan() || z.is_nan()) {
        return Err(Raise::value("invalid operation in fma"));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(Raise::overflow("overflow in fma"));
    }
    Ok(result)
}

/// `math.degrees(x)`.
pub fn degrees(x: f64) -> f64 {
    x * (180.0 / std::f64::consts::PI)
}

/// `math.radians(x)`.
pub fn radians(x: f64) -> f64 {
    x * (std::f64::consts::PI / 180.0)
}
