//! The elementary functions, the same on every target: a run must not differ in its last digit between the
//! browser and the command line, so none comes from the platform's C library. They follow musl, which is what
//! the reference CPython of the conformance tests was built with.

pub use super::elementary_binary::{exp2, log2};
pub use super::elementary_log::{exp, log, pow};
pub use libm::{acos, asin, atan, atan2, atanh, cos, expm1, log1p, log10, sin, sinh, tan, tanh};

const LN_2: f64 = std::f64::consts::LN_2;

/// The exponent of a float, as its bits have it.
fn biased_exponent(x: f64) -> u64 {
    x.to_bits() >> 52 & 0x7ff
}

/// `cosh(x)`.
pub fn cosh(x: f64) -> f64 {
    let x = x.abs();
    if x < LN_2 {
        if biased_exponent(x) < 0x3ff - 26 {
            return 1.0;
        }
        let t = expm1(x);
        return 1.0 + t * t / (2.0 * (1.0 + t));
    }
    if x < 709.782_712_893_384 {
        let t = exp(x);
        return 0.5 * (t + 1.0 / t);
    }
    libm::cosh(x)
}

/// `acosh(x)`.
pub fn acosh(x: f64) -> f64 {
    match biased_exponent(x) {
        ..0x400 => log1p(x - 1.0 + ((x - 1.0) * (x - 1.0) + 2.0 * (x - 1.0)).sqrt()),
        0x400..0x419 => log(2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt())),
        _ => log(x) + LN_2,
    }
}

/// `asinh(x)`.
pub fn asinh(x: f64) -> f64 {
    let size = x.abs();
    let result = match biased_exponent(x) {
        0x419.. => log(size) + LN_2,
        0x400.. => log(2.0 * size + 1.0 / ((size * size + 1.0).sqrt() + size)),
        0x3e5.. => log1p(size + size * size / ((size * size + 1.0).sqrt() + 1.0)),
        _ => size,
    };
    result.copysign(x)
}

/// `cbrt(x)`, by a polynomial estimate, rounded to 23 bits, and one step of Newton's method.
pub fn cbrt(x: f64) -> f64 {
    const P: [f64; 5] = [
        1.875_951_824_271_77,
        -1.884_979_795_433_771_7,
        1.621_429_720_105_354_5,
        -0.758_397_934_778_766,
        0.145_996_192_886_612_45,
    ];
    if !x.is_finite() || x == 0.0 {
        return x;
    }
    let size = x.abs();
    let high = |bits: u64| ((bits >> 32) as u32) / 3;
    let estimate = if size < f64::MIN_POSITIVE {
        u64::from(high((size * 18_014_398_509_481_984.0).to_bits()) + 696_219_795) << 32
    } else {
        u64::from(high(size.to_bits()) + 715_094_163) << 32
    };
    let mut t = f64::from_bits(estimate);
    let r = (t * t) * (t / size);
    t *= (P[0] + r * (P[1] + r * P[2])) + ((r * r) * r) * (P[3] + r * P[4]);
    t = f64::from_bits(t.to_bits().wrapping_add(0x8000_0000) & 0xffff_ffff_c000_0000);
    let r = (size / (t * t) - t) / (t + t + (size / (t * t)));
    (t + t * r).copysign(x)
}

/// The length of a vector in the plane, as C's `hypot`.
pub fn hypot(x: f64, y: f64) -> f64 {
    libm::hypot(x, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A checksum of a function's bits over a thousand arguments, to compare with CPython's.
    fn sum(low: f64, step: f64, function: impl Fn(f64) -> f64) -> u64 {
        let results = (0..1000).map(|number| function(low + step * f64::from(number)).to_bits());
        results.fold(0, |sum, bits| (sum * 31 + bits % 1_000_000_007) % 1_000_000_007)
    }

    #[test]
    fn last_digits_are_those_of_cpython() {
        assert_eq!(sum(-30.1, 0.0613, exp), 464495863, "exp");
        assert_eq!(sum(-745.0, 1.4501, exp), 86319611, "exp");
        assert_eq!(sum(0.001, 0.731, log), 391874722, "log");
        assert_eq!(sum(0.9, 0.00021, log), 135715568, "log");
        assert_eq!(sum(5e-310, 1e-309, log), 115660408, "log");
        assert_eq!(sum(-50.0, 0.103, sin), 835616875, "sin");
        assert_eq!(sum(-50.0, 0.103, cos), 797826102, "cos");
        assert_eq!(sum(-9.0, 0.0171, tan), 989238400, "tan");
        assert_eq!(sum(-20.0, 0.0371, atan), 176622152, "atan");
        assert_eq!(sum(-20.0, 0.0371, sinh), 98195480, "sinh");
        assert_eq!(sum(-20.0, 0.0371, cosh), 750683840, "cosh");
        assert_eq!(sum(-3.0, 0.0061, tanh), 449487282, "tanh");
        assert_eq!(sum(-9.0, 0.0171, asinh), 676272977, "asinh");
        assert_eq!(sum(1.0, 0.0171, acosh), 541785366, "acosh");
        assert_eq!(sum(-70.0, 0.137, cbrt), 429427054, "cbrt");
        assert_eq!(sum(-3.0, 0.0061, expm1), 237446496, "expm1");
        assert_eq!(sum(-0.9, 0.0061, log1p), 639872856, "log1p");
        assert_eq!(sum(0.01, 0.731, log10), 966229089, "log10");
        assert_eq!(sum(0.001, 0.731, log2), 5996455, "log2");
        assert_eq!(sum(0.9, 0.00021, log2), 823171796, "log2");
        assert_eq!(sum(-1080.0, 2.1, exp2), 386009678, "exp2");
        assert_eq!(sum(-20.0, 0.0371, exp2), 425439419, "exp2");
        assert_eq!(sum(-40.0, 0.0813, |y| pow(0.3, y)), 699885706, "pow(0.3, y)");
        assert_eq!(sum(-400.0, 0.7213, |y| pow(7.3, y)), 437724691, "pow(7.3, y)");
        assert_eq!(sum(-3.0, 0.0061, |y| pow(123.0, y)), 43348615, "pow(123.0, y)");
    }

    #[test]
    fn corners_of_pow_and_exp() {
        const INF: f64 = f64::INFINITY;
        const NAN: f64 = f64::NAN;
        for (x, y, expected) in [
            (0.0, 0.0, 1.0),
            (0.0, -0.0, 1.0),
            (0.0, 1.0, 0.0),
            (0.0, -1.0, INF),
            (0.0, 0.5, 0.0),
            (0.0, -2.0, INF),
            (0.0, INF, 0.0),
            (0.0, -INF, INF),
            (0.0, NAN, NAN),
            (0.0, 3.0, 0.0),
            (0.0, -3.0, INF),
            (0.0, 1e+300, 0.0),
            (0.0, -1e-300, INF),
            (-0.0, 0.0, 1.0),
            (-0.0, -0.0, 1.0),
            (-0.0, 1.0, -0.0),
            (-0.0, -1.0, -INF),
            (-0.0, 0.5, 0.0),
            (-0.0, -2.0, INF),
            (-0.0, INF, 0.0),
            (-0.0, -INF, INF),
            (-0.0, NAN, NAN),
            (-0.0, 3.0, -0.0),
            (-0.0, -3.0, -INF),
            (-0.0, 1e+300, 0.0),
            (-0.0, -1e-300, INF),
            (1.0, 0.0, 1.0),
            (1.0, -0.0, 1.0),
            (1.0, 1.0, 1.0),
            (1.0, -1.0, 1.0),
            (1.0, 0.5, 1.0),
            (1.0, -2.0, 1.0),
            (1.0, INF, 1.0),
            (1.0, -INF, 1.0),
            (1.0, NAN, 1.0),
            (1.0, 3.0, 1.0),
            (1.0, -3.0, 1.0),
            (1.0, 1e+300, 1.0),
            (1.0, -1e-300, 1.0),
            (-1.0, 0.0, 1.0),
            (-1.0, -0.0, 1.0),
            (-1.0, 1.0, -1.0),
            (-1.0, -1.0, -1.0),
            (-1.0, 0.5, NAN),
            (-1.0, -2.0, 1.0),
            (-1.0, INF, 1.0),
            (-1.0, -INF, 1.0),
            (-1.0, NAN, NAN),
            (-1.0, 3.0, -1.0),
            (-1.0, -3.0, -1.0),
            (-1.0, 1e+300, 1.0),
            (-1.0, -1e-300, NAN),
            (0.5, 0.0, 1.0),
            (0.5, -0.0, 1.0),
            (0.5, 1.0, 0.5),
            (0.5, -1.0, 2.0),
            (0.5, 0.5, std::f64::consts::FRAC_1_SQRT_2),
            (0.5, -2.0, 4.0),
            (0.5, INF, 0.0),
            (0.5, -INF, INF),
            (0.5, NAN, NAN),
            (0.5, 3.0, 0.125),
            (0.5, -3.0, 8.0),
            (0.5, 1e+300, 0.0),
            (0.5, -1e-300, 1.0),
            (-2.0, 0.0, 1.0),
            (-2.0, -0.0, 1.0),
            (-2.0, 1.0, -2.0),
            (-2.0, -1.0, -0.5),
            (-2.0, 0.5, NAN),
            (-2.0, -2.0, 0.25),
            (-2.0, INF, INF),
            (-2.0, -INF, 0.0),
            (-2.0, NAN, NAN),
            (-2.0, 3.0, -8.0),
            (-2.0, -3.0, -0.125),
            (-2.0, 1e+300, INF),
            (-2.0, -1e-300, NAN),
            (INF, 0.0, 1.0),
            (INF, -0.0, 1.0),
            (INF, 1.0, INF),
            (INF, -1.0, 0.0),
            (INF, 0.5, INF),
            (INF, -2.0, 0.0),
            (INF, INF, INF),
            (INF, -INF, 0.0),
            (INF, NAN, NAN),
            (INF, 3.0, INF),
            (INF, -3.0, 0.0),
            (INF, 1e+300, INF),
            (INF, -1e-300, 0.0),
            (-INF, 0.0, 1.0),
            (-INF, -0.0, 1.0),
            (-INF, 1.0, -INF),
            (-INF, -1.0, -0.0),
            (-INF, 0.5, INF),
            (-INF, -2.0, 0.0),
            (-INF, INF, INF),
            (-INF, -INF, 0.0),
            (-INF, NAN, NAN),
            (-INF, 3.0, -INF),
            (-INF, -3.0, -0.0),
            (-INF, 1e+300, INF),
            (-INF, -1e-300, 0.0),
            (NAN, 0.0, 1.0),
            (NAN, -0.0, 1.0),
            (NAN, 1.0, NAN),
            (NAN, -1.0, NAN),
            (NAN, 0.5, NAN),
            (NAN, -2.0, NAN),
            (NAN, INF, NAN),
            (NAN, -INF, NAN),
            (NAN, NAN, NAN),
            (NAN, 3.0, NAN),
            (NAN, -3.0, NAN),
            (NAN, 1e+300, NAN),
            (NAN, -1e-300, NAN),
            (3.0, 0.0, 1.0),
            (3.0, -0.0, 1.0),
            (3.0, 1.0, 3.0),
            (3.0, -1.0, 0.3333333333333333),
            (3.0, 0.5, 1.7320508075688772),
            (3.0, -2.0, 0.1111111111111111),
            (3.0, INF, INF),
            (3.0, -INF, 0.0),
            (3.0, NAN, NAN),
            (3.0, 3.0, 27.0),
            (3.0, -3.0, 0.037037037037037035),
            (3.0, 1e+300, INF),
            (3.0, -1e-300, 1.0),
            (-3.0, 0.0, 1.0),
            (-3.0, -0.0, 1.0),
            (-3.0, 1.0, -3.0),
            (-3.0, -1.0, -0.3333333333333333),
            (-3.0, 0.5, NAN),
            (-3.0, -2.0, 0.1111111111111111),
            (-3.0, INF, INF),
            (-3.0, -INF, 0.0),
            (-3.0, NAN, NAN),
            (-3.0, 3.0, -27.0),
            (-3.0, -3.0, -0.037037037037037035),
            (-3.0, 1e+300, INF),
            (-3.0, -1e-300, NAN),
            (1e+300, 0.0, 1.0),
            (1e+300, -0.0, 1.0),
            (1e+300, 1.0, 1e+300),
            (1e+300, -1.0, 1e-300),
            (1e+300, 0.5, 1e+150),
            (1e+300, -2.0, 0.0),
            (1e+300, INF, INF),
            (1e+300, -INF, 0.0),
            (1e+300, NAN, NAN),
            (1e+300, 3.0, INF),
            (1e+300, -3.0, 0.0),
            (1e+300, 1e+300, INF),
            (1e+300, -1e-300, 1.0),
            (-1e-300, 0.0, 1.0),
            (-1e-300, -0.0, 1.0),
            (-1e-300, 1.0, -1e-300),
            (-1e-300, -1.0, -9.999999999999999e+299),
            (-1e-300, 0.5, NAN),
            (-1e-300, -2.0, INF),
            (-1e-300, INF, 0.0),
            (-1e-300, -INF, INF),
            (-1e-300, NAN, NAN),
            (-1e-300, 3.0, -0.0),
            (-1e-300, -3.0, -INF),
            (-1e-300, 1e+300, 0.0),
            (-1e-300, -1e-300, NAN),
            (2.0, 1024.0, INF),
            (2.0, 1023.0, 8.98846567431158e+307),
            (2.0, -1074.0, 5e-324),
            (2.0, -1075.0, 0.0),
            (-2.0, -1074.0, 5e-324),
            (-2.0, 1023.0, -8.98846567431158e+307),
            (-2.0, -1073.0, -1e-323),
            (1.0000001, 10000000000.0, INF),
            (10.0, 308.0, 1e+308),
            (10.0, -320.0, 1e-320),
            (1.5, 1e-30, 1.0),
            (0.5, 1e-30, 1.0),
            (5e-324, 0.5, 2.2227587494850775e-162),
            (-5e-324, 3.0, -0.0),
            (1.1, 7450.0, INF),
            (0.9, 7070.0, 5e-324),
        ] {
            let got = pow(x, y);
            assert!(
                got.to_bits() == f64::to_bits(expected) || (got.is_nan() && expected.is_nan()),
                "{x} {y} {got}"
            );
        }
        for (x, expected) in [
            (0.0, 1.0),
            (-0.0, 1.0),
            (1e-20, 1.0),
            (709.7, 1.6549840276802644e+308),
            (709.78, 1.7928227943945155e+308),
            (-745.0, 5e-324),
            (-745.2, 0.0),
            (-746.0, 0.0),
            (-10000000000.0, 0.0),
            (-720.5, 1.2326102893e-313),
            (1.0, std::f64::consts::E),
        ] {
            assert_eq!(exp(x), expected, "{x:?}");
        }
        assert_eq!((log(0.0), log(INF), log(5e-324)), (f64::NEG_INFINITY, INF, -744.4400719213812));
        assert!(log(-1.0).is_nan());
    }
}
