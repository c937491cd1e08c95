//! `datetime.timedelta`: a count of microseconds within a billion days, with CPython's construction from
//! floats, its arithmetic (halves go to even) and its texts.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::float_arith::{as_integer_ratio, to_int};
use super::raise::{Outcome, Raise};
use super::{float_arith, int};

const DAY: i128 = 86_400_000_000;
const MAX_DAYS: i128 = 999_999_999;

/// A duration.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Timedelta {
    microseconds: i128,
}

/// An argument of the constructor.
#[derive(Clone, PartialEq, Debug)]
pub enum Amount {
    /// An integer.
    Int(BigInt),
    /// A float.
    Float(f64),
}

/// The units that the constructor takes, in microseconds, in the order in which CPython adds them up:
/// microseconds, milliseconds, seconds, minutes, hours, days, weeks.
pub const UNITS: [i64; 7] =
    [1, 1_000, 1_000_000, 60_000_000, 3_600_000_000, 86_400_000_000, 7 * 86_400_000_000];

impl Timedelta {
    /// `timedelta.min`.
    pub const MIN: Timedelta = Timedelta { microseconds: -MAX_DAYS * DAY };
    /// `timedelta.max`.
    pub const MAX: Timedelta = Timedelta { microseconds: MAX_DAYS * DAY + DAY - 1 };

    /// The duration of so many microseconds.
    pub fn from_microseconds(microseconds: i128) -> Outcome<Timedelta> {
        let days = microseconds.div_euclid(DAY);
        if i32::try_from(days).is_err() {
            return Err(days_too_large());
        }
        if days.abs() > MAX_DAYS {
            return Err(Raise::overflow(format!("days={days}; must have magnitude <= {MAX_DAYS}")));
        }
        Ok(Timedelta { microseconds })
    }

    fn from_big(microseconds: &BigInt) -> Outcome<Timedelta> {
        Timedelta::from_microseconds(microseconds.to_i128().ok_or_else(days_too_large)?)
    }

    /// The duration of so many seconds, which must be few.
    pub fn from_seconds(seconds: i64) -> Outcome<Timedelta> {
        Timedelta::from_microseconds(i128::from(seconds) * 1_000_000)
    }

    /// `timedelta(…)` with one amount for each of [`UNITS`], `None` where none is given.
    pub fn new(amounts: &[Option<Amount>; 7]) -> Outcome<Timedelta> {
        let mut total = BigInt::zero();
        let mut leftover = 0.0;
        for (amount, unit) in amounts.iter().zip(UNITS) {
            match amount {
                None => {}
                Some(Amount::Int(number)) => total += number * unit,
                Some(Amount::Float(number)) => {
                    total += to_int(*number)? * unit;
                    let part = number.fract() * unit as f64;
                    total += to_int(part)?;
                    leftover += part.fract();
                }
            }
        }
        if leftover != 0.0 {
            let mut whole = leftover.round();
            if (whole - leftover).abs() == 0.5 {
                // A tie goes to where the sum becomes even.
                let odd = f64::from(u8::from(total.is_odd()));
                whole = 2.0 * ((leftover + odd) * 0.5).round() - odd;
            }
            total += to_int(whole)?;
        }
        Timedelta::from_big(&total)
    }

    /// All of it in microseconds.
    pub fn microseconds(self) -> i128 {
        self.microseconds
    }

    /// `.days`, `.seconds` and `.microseconds`: only the days are ever negative.
    pub fn parts(self) -> (i64, i64, i64) {
        let (days, rest) = (self.microseconds.div_euclid(DAY), self.microseconds.rem_euclid(DAY));
        (days as i64, (rest / 1_000_000) as i64, (rest % 1_000_000) as i64)
    }

    /// `.total_seconds()`.
    pub fn total_seconds(self) -> f64 {
        int::true_div(&BigInt::from(self.microseconds), &BigInt::from(1_000_000)).unwrap_or(0.0)
    }

    /// `self + other`.
    pub fn plus(self, other: Timedelta) -> Outcome<Timedelta> {
        Timedelta::from_microseconds(self.microseconds + other.microseconds)
    }

    /// `self - other`.
    pub fn minus(self, other: Timedelta) -> Outcome<Timedelta> {
        Timedelta::from_microseconds(self.microseconds - other.microseconds)
    }

    /// `-self`.
    pub fn negated(self) -> Outcome<Timedelta> {
        Timedelta::from_microseconds(-self.microseconds)
    }

    /// `abs(self)`.
    pub fn abs(self) -> Outcome<Timedelta> {
        Timedelta::from_microseconds(self.microseconds.abs())
    }

    /// `self * factor`.
    pub fn mul_int(self, factor: &BigInt) -> Outcome<Timedelta> {
        Timedelta::from_big(&(factor * self.microseconds))
    }

    /// `self * factor` for a float.
    pub fn mul_float(self, factor: f64) -> Outcome<Timedelta> {
        let (numerator, denominator) = as_integer_ratio(factor)?;
        Timedelta::from_big(&divide_nearest(&(numerator * self.microseconds), &denominator))
    }

    /// `self / divisor`.
    pub fn div_int(self, divisor: &BigInt) -> Outcome<Timedelta> {
        if divisor.is_zero() {
            return Err(int::division_by_zero());
        }
        Timedelta::from_big(&divide_nearest(&BigInt::from(self.microseconds), divisor))
    }

    /// `self / divisor` for a float.
    pub fn div_float(self, divisor: f64) -> Outcome<Timedelta> {
        let (numerator, denominator) = as_integer_ratio(divisor)?;
        if numerator.is_zero() {
            return Err(int::division_by_zero());
        }
        Timedelta::from_big(&divide_nearest(&(denominator * self.microseconds), &numerator))
    }

    /// `self // divisor`.
    pub fn floor_div_int(self, divisor: &BigInt) -> Outcome<Timedelta> {
        Timedelta::from_big(&int::floor_div(&BigInt::from(self.microseconds), divisor)?)
    }

    /// `self / other`.
    pub fn ratio(self, other: Timedelta) -> Outcome<f64> {
        int::true_div(&BigInt::from(self.microseconds), &BigInt::from(other.microseconds))
    }

    /// `divmod(self, other)`, of which the parts are `self // other` and `self % other`.
    pub fn div_mod(self, other: Timedelta) -> Outcome<(BigInt, Timedelta)> {
        let (quotient, rest) =
            int::div_mod(&BigInt::from(self.microseconds), &BigInt::from(other.microseconds))?;
        Ok((quotient, Timedelta::from_big(&rest)?))
    }

    /// `repr(timedelta)`.
    pub fn repr(self) -> String {
        let (days, seconds, microseconds) = self.parts();
        let named = [("days", days), ("seconds", seconds), ("microseconds", microseconds)];
        let shown: Vec<String> = named
            .iter()
            .filter(|(_, value)| *value != 0)
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if shown.is_empty() {
            "datetime.timedelta(0)".to_owned()
        } else {
            format!("datetime.timedelta({})", shown.join(", "))
        }
    }
}

impl std::fmt::Display for Timedelta {
    /// `str(timedelta)`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (days, seconds, microseconds) = self.parts();
        if days != 0 {
            write!(f, "{days} day{}, ", if days.abs() == 1 { "" } else { "s" })?;
        }
        write!(f, "{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)?;
        if microseconds != 0 {
            write!(f, ".{microseconds:06}")?;
        }
        Ok(())
    }
}

/// The `OverflowError` for days beyond 32 bits.
fn days_too_large() -> Raise {
    Raise::overflow("Python int too large to convert to C int")
}

/// The integer nearest to a quotient, halves to even.
fn divide_nearest(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    let (mut quotient, rest) = numerator.div_mod_floor(denominator);
    // The remainder has the denominator's sign.
    let twice: BigInt = rest.abs() * 2;
    let size = denominator.abs();
    if twice > size || (twice == size && quotient.is_odd()) {
        quotient += 1;
    }
    quotient
}

/// The seconds and microseconds of a POSIX timestamp, rounded half to even, as `fromtimestamp` reads it.
pub fn split_timestamp(timestamp: f64) -> Outcome<(i64, i64)> {
    if timestamp.is_nan() {
        return Err(Raise::value("Invalid value NaN (not a number)"));
    }
    let mut seconds = timestamp.trunc();
    let mut microseconds = (timestamp.fract() * 1e6).round_ties_even();
    if microseconds >= 1e6 {
        microseconds -= 1e6;
        seconds += 1.0;
    } else if microseconds < 0.0 {
        microseconds += 1e6;
        seconds -= 1.0;
    }
    let whole = float_arith::to_int(seconds).ok().and_then(|seconds| seconds.to_i64());
    let whole = whole.ok_or_else(|| Raise::overflow("timestamp out of range for platform time_t"))?;
    Ok((whole, microseconds as i64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(outcome: Outcome<Timedelta>) -> String {
        outcome.map_or_else(|raise| raise.to_string(), Timedelta::repr)
    }

    #[test]
    fn construction_from_floats_is_cpythons() {
        for (unit, amount, expected) in [
            (0, 0.5, "datetime.timedelta(0)"),
            (0, 1.5, "datetime.timedelta(microseconds=2)"),
            (0, 2.5, "datetime.timedelta(microseconds=2)"),
            (1, 0.0005, "datetime.timedelta(0)"),
            (1, 0.0015, "datetime.timedelta(microseconds=2)"),
            (2, 1.1, "datetime.timedelta(seconds=1, microseconds=100000)"),
            (2, -0.1, "datetime.timedelta(days=-1, seconds=86399, microseconds=900000)"),
            (3, 0.3, "datetime.timedelta(seconds=18)"),
            (4, 1.5, "datetime.timedelta(seconds=5400)"),
            (5, 0.3333333333333333, "datetime.timedelta(seconds=28800)"),
            (5, 10000000000.0, "OverflowError: Python int too large to convert to C int"),
            (6, 0.123456789, "datetime.timedelta(seconds=74666, microseconds=665987)"),
            (2, 1e-07, "datetime.timedelta(0)"),
            (5, f64::NAN, "ValueError: cannot convert float NaN to integer"),
            (5, f64::INFINITY, "OverflowError: cannot convert float infinity to integer"),
            (2, 5e-07, "datetime.timedelta(0)"),
            (2, 1e+20, "OverflowError: Python int too large to convert to C int"),
        ] {
            let mut amounts = [const { None }; 7];
            amounts[unit] = Some(Amount::Float(amount));
            assert_eq!(shown(Timedelta::new(&amounts)), expected, "{amount:?} of unit {unit}");
        }
        let mixed = [(0, 0.5), (2, 1.0000005), (4, 0.1)];
        let mut amounts = [const { None }; 7];
        for (unit, amount) in mixed {
            amounts[unit] = Some(Amount::Float(amount));
        }
        amounts[5] = Some(Amount::Int(3.into()));
        assert_eq!(
            shown(Timedelta::new(&amounts)),
            "datetime.timedelta(days=3, seconds=361, microseconds=1)"
        );
    }

    #[test]
    fn texts_are_cpythons() {
        for (microseconds, repr, text, seconds) in [
            (0, "datetime.timedelta(0)", "0:00:00", 0.0),
            (1, "datetime.timedelta(microseconds=1)", "0:00:00.000001", 1e-06),
            (
                -1,
                "datetime.timedelta(days=-1, seconds=86399, microseconds=999999)",
                "-1 day, 23:59:59.999999",
                -1e-06,
            ),
            (86400000000, "datetime.timedelta(days=1)", "1 day, 0:00:00", 86400.0),
            (-86395000000, "datetime.timedelta(days=-1, seconds=5)", "-1 day, 0:00:05", -86395.0),
            (
                183600000005,
                "datetime.timedelta(days=2, seconds=10800, microseconds=5)",
                "2 days, 3:00:00.000005",
                183600.000005,
            ),
            (
                86399999913600000000,
                "datetime.timedelta(days=999999999)",
                "999999999 days, 0:00:00",
                86399999913600.0,
            ),
            (
                90061000001,
                "datetime.timedelta(days=1, seconds=3661, microseconds=1)",
                "1 day, 1:01:01.000001",
                90061.000001,
            ),
            (
                -90061000001,
                "datetime.timedelta(days=-2, seconds=82738, microseconds=999999)",
                "-2 days, 22:58:58.999999",
                -90061.000001,
            ),
            (
                86399999999999999999,
                "datetime.timedelta(days=999999999, seconds=86399, microseconds=999999)",
                "999999999 days, 23:59:59.999999",
                86400000000000.0,
            ),
        ] {
            let delta = Timedelta::from_microseconds(microseconds).unwrap_or_default();
            assert_eq!((delta.repr().as_str(), delta.to_string().as_str()), (repr, text));
            assert_eq!(delta.total_seconds(), seconds);
        }
        assert_eq!(
            shown(Timedelta::MAX.plus(Timedelta { microseconds: 1 })),
            "OverflowError: days=1000000000; must have magnitude <= 999999999"
        );
    }

    #[test]
    fn arithmetic_is_cpythons() {
        for (microseconds, factor, product, quotient) in [
            (3, 0.5, "datetime.timedelta(microseconds=2)", "datetime.timedelta(microseconds=6)"),
            (3, 2.0, "datetime.timedelta(microseconds=6)", "datetime.timedelta(microseconds=2)"),
            (5, 0.5, "datetime.timedelta(microseconds=2)", "datetime.timedelta(microseconds=10)"),
            (
                86400000000,
                1.5,
                "datetime.timedelta(days=1, seconds=43200)",
                "datetime.timedelta(seconds=57600)",
            ),
            (
                86400000000,
                f64::NAN,
                "ValueError: cannot convert NaN to integer ratio",
                "ValueError: cannot convert NaN to integer ratio",
            ),
            (86400000000, 0.0, "datetime.timedelta(0)", "ZeroDivisionError: division by zero"),
            (
                -3,
                0.5,
                "datetime.timedelta(days=-1, seconds=86399, microseconds=999998)",
                "datetime.timedelta(days=-1, seconds=86399, microseconds=999994)",
            ),
            (
                7,
                -2.0,
                "datetime.timedelta(days=-1, seconds=86399, microseconds=999986)",
                "datetime.timedelta(days=-1, seconds=86399, microseconds=999996)",
            ),
            (
                1000000,
                0.3333333333333333,
                "datetime.timedelta(microseconds=333333)",
                "datetime.timedelta(seconds=3)",
            ),
            (1, 1e-300, "datetime.timedelta(0)", "OverflowError: Python int too large to convert to C int"),
            (
                86400000000,
                1e+300,
                "OverflowError: Python int too large to convert to C int",
                "datetime.timedelta(0)",
            ),
        ] {
            let delta = Timedelta::from_microseconds(microseconds).unwrap_or_default();
            assert_eq!(shown(delta.mul_float(factor)), product, "{microseconds} * {factor:?}");
            assert_eq!(shown(delta.div_float(factor)), quotient, "{microseconds} / {factor:?}");
        }
        for (microseconds, divisor, quotient, floor, product) in [
            (
                3,
                2,
                "datetime.timedelta(microseconds=2)",
                "datetime.timedelta(microseconds=1)",
                "datetime.timedelta(microseconds=6)",
            ),
            (
                5,
                2,
                "datetime.timedelta(microseconds=2)",
                "datetime.timedelta(microseconds=2)",
                "datetime.timedelta(microseconds=10)",
            ),
            (
                -3,
                2,
                "datetime.timedelta(days=-1, seconds=86399, microseconds=999998)",
                "datetime.timedelta(days=-1, seconds=86399, microseconds=999998)",
                "datetime.timedelta(days=-1, seconds=86399, microseconds=999994)",
            ),
            (
                7,
                -2,
                "datetime.timedelta(days=-1, seconds=86399, microseconds=999996)",
                "datetime.timedelta(days=-1, seconds=86399, microseconds=999996)",
                "datetime.timedelta(days=-1, seconds=86399, microseconds=999986)",
            ),
            (
                86400000000,
                7,
                "datetime.timedelta(seconds=12342, microseconds=857143)",
                "datetime.timedelta(seconds=12342, microseconds=857142)",
                "datetime.timedelta(days=7)",
            ),
            (
                1,
                0,
                "ZeroDivisionError: division by zero",
                "ZeroDivisionError: division by zero",
                "datetime.timedelta(0)",
            ),
            (
                -86400000000,
                10000,
                "datetime.timedelta(days=-1, seconds=86391, microseconds=360000)",
                "datetime.timedelta(days=-1, seconds=86391, microseconds=360000)",
                "datetime.timedelta(days=-10000)",
            ),
        ] {
            let delta = Timedelta::from_microseconds(microseconds).unwrap_or_default();
            let divisor = BigInt::from(divisor);
            assert_eq!(shown(delta.div_int(&divisor)), quotient);
            assert_eq!(shown(delta.floor_div_int(&divisor)), floor);
            assert_eq!(shown(delta.mul_int(&divisor)), product);
        }
        let (week, minus) = (Timedelta { microseconds: 7 * DAY }, Timedelta { microseconds: -2 * DAY });
        assert_eq!(week.div_mod(minus), Ok(((-4).into(), Timedelta { microseconds: -DAY })));
        assert_eq!(week.ratio(minus), Ok(-3.5));
        assert!(week.ratio(Timedelta::default()).is_err());
    }

    #[test]
    fn timestamps_round_half_to_even() {
        assert_eq!(split_timestamp(1.0000005), Ok((1, 1)));
        assert_eq!(split_timestamp(0.9999995), Ok((1, 0)));
        assert_eq!(split_timestamp(-1.5), Ok((-2, 500_000)));
        assert!(split_timestamp(1e20).is_err() && split_timestamp(f64::NAN).is_err());
    }
}
