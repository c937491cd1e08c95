//! The exact half of `math`: whole numbers of any size, sums without rounding on the way, and the bits of
//! floats. The functions that may fail for a range of arguments are in `math_functions`.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::float_arith::{decompose, scaled};
use super::raise::{ErrorClass, Outcome, Raise};

fn too_large() -> Raise {
    Raise::new(ErrorClass::Memory, "")
}

/// The product of `low..=high`, in halves so that the factors stay alike in size.
fn product(low: u64, high: u64) -> BigUint {
    if high < low {
        return BigUint::one();
    }
    if high - low < 8 {
        return (low..=high).fold(BigUint::one(), |product, factor| product * factor);
    }
    let middle = low + (high - low) / 2;
    product(low, middle) * product(middle + 1, high)
}

/// `math.factorial(n)`; `MemoryError` beyond `max_bits` bits.
pub fn factorial(n: &BigInt, max_bits: u64) -> Outcome<BigInt> {
    if n.is_negative() {
        return Err(Raise::value("factorial() not defined for negative values"));
    }
    let n = n
        .to_i64()
        .ok_or_else(|| Raise::overflow(format!("factorial() argument should not exceed {}", i64::MAX)))?;
    let n = n.unsigned_abs();
    // Each of the upper half of the factors has at least one bit less than n.
    if (n / 2).saturating_mul(u64::from(n.max(1).ilog2()).saturating_sub(1)) > max_bits {
        return Err(too_large());
    }
    Ok(product(2, n).into())
}

fn check_whole(n: &BigInt, name: &str) -> Outcome<()> {
    if n.is_negative() { Err(Raise::value(format!("{name} must be a non-negative integer"))) } else { Ok(()) }
}

/// `math.perm(n, k)`; `MemoryError` beyond `max_bits` bits.
pub fn perm(n: &BigInt, k: &BigInt, max_bits: u64) -> Outcome<BigInt> {
    check_whole(n, "n")?;
    check_whole(k, "k")?;
    if k > n {
        return Ok(BigInt::zero());
    }
    let k =
        k.to_i64().ok_or_else(|| Raise::overflow(format!("k must not exceed {}", i64::MAX)))?.unsigned_abs();
    if k.saturating_mul(n.bits()) / 2 > max_bits {
        return Err(too_large());
    }
    if let Some(n) = n.to_u64() {
        return Ok(product(n - k + 1, n).into());
    }
    Ok((0..k).fold(BigInt::one(), |product, step| product * (n - step)))
}

/// `math.comb(n, k)`; `MemoryError` beyond `max_bits` bits.
pub fn comb(n: &BigInt, k: &BigInt, max_bits: u64) -> Outcome<BigInt> {
    check_whole(n, "n")?;
    check_whole(k, "k")?;
    if k > n {
        return Ok(BigInt::zero());
    }
    let least = (n - k).min(k.clone());
    let least = least
        .to_i64()
        .ok_or_else(|| Raise::overflow(format!("min(n - k, k) must not exceed {}", i64::MAX)))?;
    let denominator = BigInt::from(least);
    Ok(perm(n, &denominator, max_bits)? / factorial(&denominator, max_bits)?)
}

/// `math.isqrt(n)`.
pub fn isqrt(n: &BigInt) -> Outcome<BigInt> {
    if n.is_negative() { Err(Raise::value("isqrt() argument must be nonnegative")) } else { Ok(n.sqrt()) }
}

/// `math.gcd(*numbers)`.
pub fn gcd<'a>(numbers: impl IntoIterator<Item = &'a BigInt>) -> BigInt {
    numbers.into_iter().fold(BigInt::zero(), |result, number| result.gcd(number))
}

/// `math.lcm(*numbers)`.
pub fn lcm<'a>(numbers: impl IntoIterator<Item = &'a BigInt>) -> BigInt {
    numbers.into_iter().fold(BigInt::one(), |result, number| result.lcm(number))
}

/// The sum that the builtin `sum` keeps once it has met a float: Neumaier's, with the rounding errors aside.
#[derive(Clone, Copy, Debug)]
pub struct FloatSum {
    total: f64,
    errors: f64,
}

impl FloatSum {
    /// A sum that starts with `start`.
    pub fn new(start: f64) -> FloatSum {
        FloatSum { total: start, errors: 0.0 }
    }

    /// Adds a float.
    pub fn add(&mut self, x: f64) {
        let sum = self.total + x;
        self.errors +=
            if self.total.abs() >= x.abs() { (self.total - sum) + x } else { (x - sum) + self.total };
        self.total = sum;
    }

    /// Adds an integer, which CPython adds plainly.
    pub fn add_int(&mut self, x: i64) {
        self.total += x as f64;
    }

    /// The sum so far.
    pub fn value(&self) -> f64 {
        if self.errors != 0.0 && self.errors.is_finite() { self.total + self.errors } else { self.total }
    }
}

/// `math.fsum(values)`: Shewchuk's exact partial sums, rounded once.
pub fn fsum(values: impl IntoIterator<Item = f64>) -> Outcome<f64> {
    let mut partials: Vec<f64> = Vec::new();
    let (mut special, mut infinities) = (0.0, 0.0);
    for value in values {
        let mut x = value;
        let mut kept = 0;
        for at in 0..partials.len() {
            let mut y = partials[at];
            if x.abs() < y.abs() {
                (x, y) = (y, x);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        if x.is_finite() {
            if x != 0.0 {
                partials.push(x);
            }
            continue;
        }
        if value.is_finite() {
            return Err(Raise::overflow("intermediate overflow in fsum"));
        }
        if value.is_infinite() {
            infinities += value;
        }
        special += value;
        partials.clear();
    }
    if special != 0.0 {
        if infinities.is_nan() {
            return Err(Raise::value("-inf + inf in fsum"));
        }
        return Ok(special);
    }
    Ok(round_partials(&partials))
}

/// The sum of partial sums that do not overlap and grow, rounded half to even.
fn round_partials(partials: &[f64]) -> f64 {
    let mut rest = partials.iter().rev().copied();
    let mut high = rest.next().unwrap_or(0.0);
    let mut low = 0.0;
    for y in rest.by_ref() {
        let x = high;
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            break;
        }
    }
    // A tie was rounded to even without regard to what is below it.
    if let Some(below) = rest.next()
        && ((low < 0.0 && below < 0.0) || (low > 0.0 && below > 0.0))
    {
        let twice = low * 2.0;
        let x = high + twice;
        if twice == x - high {
            high = x;
        }
    }
    high
}

/// A sum or product and what rounding took from it.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let part = sum - a;
    (sum, (a - (sum - part)) + (b - part))
}

fn two_product(a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    (product, libm::fma(a, b, -product))
}

/// `math.sumprod(left, right)` of floats, in triple the precision of a float; the lengths must be equal.
pub fn sumprod(left: &[f64], right: &[f64]) -> Outcome<f64> {
    if left.len() != right.len() {
        return Err(Raise::value("Inputs are not the same length"));
    }
    let (mut high, mut low, mut tiny) = (0.0, 0.0, 0.0);
    for (at, (&a, &b)) in left.iter().zip(right).enumerate() {
        let (product, product_low) = two_product(a, b);
        let (sum, sum_low) = two_sum(high, product);
        if !sum.is_finite() {
            // From here on plain arithmetic decides what the infinities come to.
            let rest = left.iter().zip(right).skip(at);
            return Ok(rest.fold(high + (low + tiny), |total, (a, b)| total + a * b));
        }
        let (first, first_low) = two_sum(low, product_low);
        let (second, second_low) = two_sum(first, sum_low);
        (high, low, tiny) = (sum, second, tiny + first_low + second_low);
    }
    Ok(high + (low + tiny))
}

/// `math.hypot(*coordinates)`, and `math.dist` of two points whose coordinates differ by these.
pub fn hypot(coordinates: &[f64]) -> f64 {
    let sizes: Vec<f64> = coordinates.iter().map(|x| x.abs()).collect();
    let largest = sizes.iter().copied().fold(0.0, f64::max);
    if largest.is_infinite() {
        return largest;
    }
    if sizes.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 || sizes.len() <= 1 {
        return largest;
    }
    if largest < f64::MIN_POSITIVE {
        let normal: Vec<f64> = sizes.iter().map(|x| x / f64::MIN_POSITIVE).collect();
        return f64::MIN_POSITIVE * hypot(&normal);
    }
    let scale = ldexp_raw(1.0, -i64::from(frexp(largest).1));
    // Adding to 1 makes every addition lose its low bits where they can be caught.
    let (mut sum, mut product_errors, mut sum_errors) = (1.0, 0.0, 0.0);
    let mut add = |a: f64, b: f64| {
        let (product, product_low) = two_product(a, b);
        let next = sum + product;
        sum_errors += (sum - next) + product;
        product_errors += product_low;
        sum = next;
        sum - 1.0 + (product_errors + sum_errors)
    };
    let squares = sizes.iter().fold(0.0, |_, x| add(x * scale, x * scale));
    let root = squares.sqrt();
    let correction = add(-root, root) / (2.0 * root);
    (root + correction) / scale
}

/// `math.dist(p, q)`.
pub fn dist(p: &[f64], q: &[f64]) -> Outcome<f64> {
    if p.len() != q.len() {
        return Err(Raise::value("both points must have the same number of dimensions"));
    }
    let differences: Vec<f64> = p.iter().zip(q).map(|(a, b)| a - b).collect();
    Ok(hypot(&differences))
}

/// `math.frexp(x)`.
pub fn frexp(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let (mantissa, exponent) = decompose(x);
    let bits = 64 - mantissa.leading_zeros();
    (scaled(&BigUint::from(mantissa), false, -i64::from(bits)).copysign(x), exponent as i32 + bits as i32)
}

fn ldexp_raw(x: f64, exponent: i64) -> f64 {
    let (mantissa, own) = decompose(x);
    scaled(&BigUint::from(mantissa), false, own.saturating_add(exponent)).copysign(x)
}

/// `math.ldexp(x, exponent)`.
pub fn ldexp(x: f64, exponent: &BigInt) -> Outcome<f64> {
    if x == 0.0 || !x.is_finite() {
        return Ok(x);
    }
    let far = if exponent.is_negative() { -10_000 } else { 10_000 };
    let result = ldexp_raw(x, exponent.to_i64().unwrap_or(far).clamp(-10_000, 10_000));
    if result.is_infinite() { Err(Raise::overflow("math range error")) } else { Ok(result) }
}

/// `math.modf(x)`: the fractional part, then the whole.
pub fn modf(x: f64) -> (f64, f64) {
    if x.is_infinite() { (0.0_f64.copysign(x), x) } else { (x.fract().copysign(x), x.trunc()) }
}

/// The place of a float in the order of all floats.
fn ordinal(x: f64) -> i64 {
    let bits = x.abs().to_bits() as i64;
    if x.is_sign_negative() { -bits } else { bits }
}

/// `math.nextafter(x, towards, steps=steps)`.
pub fn nextafter(x: f64, towards: f64, steps: &BigInt) -> Outcome<f64> {
    if steps.is_negative() {
        return Err(Raise::value("steps must be a non-negative integer"));
    }
    if steps.is_zero() || x.is_nan() {
        return Ok(x);
    }
    if towards.is_nan() || x == towards {
        return Ok(towards);
    }
    let (from, to) = (i128::from(ordinal(x)), i128::from(ordinal(towards)));
    let steps = steps.to_i128().unwrap_or(i128::MAX);
    if steps >= (to - from).abs() {
        return Ok(towards);
    }
    let place = if to > from { from + steps } else { from - steps };
    let size = f64::from_bits(place.unsigned_abs() as u64);
    // A zero that is stepped onto keeps the sign of the side it was come from.
    Ok(if place < 0 || (place == 0 && x < 0.0) { -size } else { size })
}

/// `math.ulp(x)`.
pub fn ulp(x: f64) -> f64 {
    let size = x.abs();
    if !size.is_finite() {
        return size;
    }
    let next = f64::from_bits(size.to_bits() + 1);
    if next.is_infinite() { size - f64::from_bits(size.to_bits() - 1) } else { next - size }
}

/// `math.isclose(a, b, rel_tol=…, abs_tol=…)`.
pub fn isclose(a: f64, b: f64, rel_tol: f64, abs_tol: f64) -> Outcome<bool> {
    if rel_tol < 0.0 || abs_tol < 0.0 {
        return Err(Raise::value("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(true);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(false);
    }
    let difference = (b - a).abs();
    Ok(difference <= (rel_tol * b).abs() || difference <= (rel_tol * a).abs() || difference <= abs_tol)
}

#[cfg(test)]
#[path = "math_tests.rs"]
mod tests;
