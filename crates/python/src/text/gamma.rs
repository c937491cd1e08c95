//! The gamma function, its logarithm and the error function. CPython computes gamma itself, by Lanczos' sum
//! with g = 6.0246…, so the last digits are its own; the error function is the C library's.

use super::elementary::{cos, exp, log, pow, sin};

const G: f64 = 6.024_680_040_776_73;
const G_LESS_HALF: f64 = 5.524_680_040_776_73;
const NUMERATOR: [f64; 13] = [
    23_531_376_880.410_76,
    42_919_803_642.649_1,
    35_711_959_237.355_67,
    17_921_034_426.037_21,
    6_039_542_586.352_028,
    1_439_720_407.311_721_6,
    248_874_557.862_054_17,
    31_426_415.585_400_194,
    2_876_370.628_935_372_5,
    186_056.265_395_223_48,
    8_071.672_002_365_816,
    210.824_277_751_579_36,
    2.506_628_274_631_000_2,
];
/// The coefficients of `x (x + 1) … (x + 11)`.
const DENOMINATOR: [f64; 13] = [
    0.0,
    39_916_800.0,
    120_543_840.0,
    150_917_976.0,
    105_258_076.0,
    45_995_730.0,
    13_339_535.0,
    2_637_558.0,
    357_423.0,
    32_670.0,
    1_925.0,
    66.0,
    1.0,
];

/// Lanczos' sum for a positive `x`; the terms are taken in the order in which they cannot overflow.
fn lanczos_sum(x: f64) -> f64 {
    let terms = NUMERATOR.into_iter().zip(DENOMINATOR);
    let (numerator, denominator) = if x < 5.0 {
        terms.rev().fold((0.0, 0.0), |(above, below), (n, d)| (above * x + n, below * x + d))
    } else {
        terms.fold((0.0, 0.0), |(above, below), (n, d)| (above / x + n, below / x + d))
    };
    numerator / denominator
}

/// `sin(pi x)`, exact where it is zero.
fn sin_pi(x: f64) -> f64 {
    const PI: f64 = std::f64::consts::PI;
    let y = x.abs() % 2.0;
    let result = match (2.0 * y).round() as i32 {
        0 => sin(PI * y),
        1 => cos(PI * (y - 0.5)),
        2 => sin(PI * (1.0 - y)),
        3 => -cos(PI * (y - 1.5)),
        _ => sin(PI * (y - 2.0)),
    };
    1.0_f64.copysign(x) * result
}

/// The gamma function; not-a-number where `math.gamma` has a domain error, infinite where it overflows.
pub fn gamma(x: f64) -> f64 {
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x == 0.0 || x == f64::NEG_INFINITY {
        return f64::NAN;
    }
    if x.floor() == x {
        if x < 0.0 {
            return f64::NAN;
        }
        if x <= 23.0 {
            return (1..x as u32).map(f64::from).product();
        }
    }
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 { 0.0 / sin_pi(x) } else { f64::INFINITY };
    }
    let y = size + G_LESS_HALF;
    // What was lost in that sum.
    let lost = if size > G_LESS_HALF { y - size - G_LESS_HALF } else { y - G_LESS_HALF - size };
    let z = lost * G / y;
    let scale = |result: f64, apply: fn(f64, f64) -> f64| {
        if size < 140.0 {
            return apply(result, pow(y, size - 0.5));
        }
        let root = pow(y, size / 2.0 - 0.25);
        apply(apply(result, root), root)
    };
    if x < 0.0 {
        let r = -std::f64::consts::PI / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        scale(r - z * r, |a, b| a / b)
    } else {
        let r = lanczos_sum(size) / exp(y);
        scale(r + z * r, |a, b| a * b)
    }
}

/// The logarithm of the gamma function's magnitude; infinite at 0 and the negative integers.
pub fn lgamma(x: f64) -> f64 {
    const LOG_PI: f64 = 1.144_729_885_849_400_2;
    if x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return f64::INFINITY;
    }
    if x.floor() == x && x <= 2.0 {
        return if x <= 0.0 { f64::INFINITY } else { 0.0 };
    }
    let size = x.abs();
    if size < 1e-20 {
        return -log(size);
    }
    let r = log(lanczos_sum(size)) - G;
    let r = r + (size - 0.5) * (log(size + G - 0.5) - 1.0);
    if x < 0.0 { LOG_PI - log(sin_pi(size).abs()) - log(size) - r } else { r }
}

/// `math.erf(x)`.
pub fn erf(x: f64) -> f64 {
    match x.abs() {
        size @ 1.25..6.0 => (1.0 - erfc_tail(size)).copysign(x),
        _ => libm::erf(x),
    }
}

/// `math.erfc(x)`.
pub fn erfc(x: f64) -> f64 {
    match x.abs() {
        size @ 1.25..28.0 if x < 0.0 => 2.0 - erfc_tail(size),
        size @ 1.25..28.0 => erfc_tail(size),
        _ => libm::erfc(x),
    }
}

/// `erfc(x)` for `x` from 1.25 to 28: a rational function in `1/x²` by which `exp(-x²)` is corrected, from
/// FreeBSD's library, which musl took over. (Copyright (c) 1993, Sun Microsystems, Inc.; permission to use,
/// copy, modify and distribute it is freely granted, provided that this notice is preserved.)
fn erfc_tail(x: f64) -> f64 {
    const NEAR: ([f64; 8], [f64; 8]) = (
        [
            -0.009864944034847148,
            -0.6938585727071818,
            -10.558626225323291,
            -62.375332450326006,
            -162.39666946257347,
            -184.60509290671104,
            -81.2874355063066,
            -9.814329344169145,
        ],
        [
            19.651271667439257,
            137.65775414351904,
            434.56587747522923,
            645.3872717332679,
            429.00814002756783,
            108.63500554177944,
            6.570249770319282,
            -0.0604244152148581,
        ],
    );
    const FAR: ([f64; 7], [f64; 7]) = (
        [
            -0.0098649429247001,
            -0.799283237680523,
            -17.757954917754752,
            -160.63638485582192,
            -637.5664433683896,
            -1025.0951316110772,
            -483.5191916086514,
        ],
        [
            30.33806074348246,
            325.7925129965739,
            1536.729586084437,
            3199.8582195085955,
            2553.0504064331644,
            474.52854120695537,
            -22.44095244658582,
        ],
    );
    let s = 1.0 / (x * x);
    let series = |coefficients: &[f64]| coefficients.iter().rev().fold(0.0, |sum, c| c + s * sum);
    // 1/0.35, cut to the upper half of its bits.
    let (above, below) = if x.to_bits() >> 32 < 0x4006_db6d {
        (series(&NEAR.0), series(&NEAR.1))
    } else {
        (series(&FAR.0), series(&FAR.1))
    };
    let z = f64::from_bits(x.to_bits() & 0xffff_ffff_0000_0000);
    exp(-z * z - 0.5625) * exp((z - x) * (z + x) + above / (1.0 + s * below)) / x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gamma_is_cpythons() {
        for (x, expected, log_expected) in [
            (0.5, 1.7724538509055159, 0.5723649429247004),
            (1.0, 1.0, 0.0),
            (1.5, 0.886226925452758, -0.12078223763524543),
            (2.5, 1.3293403881791372, 0.2846828704729196),
            (5.0, 24.0, 3.178053830347945),
            (10.5, 1133278.3889487854, 13.940625219403763),
            (23.0, 1.1240007277776077e+21, 48.47118135183522),
            (24.0, 2.585201673888497e+22, 51.60667556776438),
            (30.7, 9.528117499079476e+31, 73.63438504676965),
            (100.3, 3.711481867182676e+156, 360.51470572905816),
            (150.2, 1.0370235662989803e+261, 601.0110639258922),
            (170.5, 5.56209241456e+305, 704.0044277342047),
            (-0.5, -3.544907701811032, 1.265512123484645),
            (-1.5, 2.3632718012073544, 0.8600470153764812),
            (-10.3, -5.262363239535608e-07, -14.45751544002421),
            (-150.3, -1.5097598047749159e-263, -605.1679288889455),
            (1e-05, 99999.42279422554, 11.512919692895824),
            (0.1, 9.513507698668732, 2.2527126517342055),
            (3.3, 2.6834373819557675, 0.9870985778947339),
            (7.77, 3181.543530989025, 8.065121745115475),
            (-170.5, -3.312739521538607e-308, -707.9984331450788),
        ] {
            assert_eq!(gamma(x), expected, "gamma({x:?})");
            assert_eq!(lgamma(x), log_expected, "lgamma({x:?})");
        }
        for (x, expected, complement) in [
            (0.0, 0.0, 1.0),
            (0.5, 0.5204998778130465, 0.4795001221869535),
            (-1.0, -0.8427007929497149, 1.8427007929497148),
            (1.25, 0.9229001282564582, 0.07709987174354177),
            (-1.3, -0.9340079449406524, 1.9340079449406524),
            (1.7, 0.9837904585907745, 0.01620954140922544),
            (2.2, 0.9981371537020182, 0.0018628462979818894),
            (-2.5, -0.999593047982555, 1.999593047982555),
            (2.85, 0.9999443437200386, 5.5656279961398957e-05),
            (2.86, 0.9999475988269556, 5.240117304439781e-05),
            (3.3, 0.9999969422902035, 3.0577097964381654e-06),
            (-4.5, -0.9999999998033839, 1.999999999803384),
            (5.99, 1.0, 2.4300455127321346e-17),
            (6.0, 1.0, 2.1519736712498916e-17),
            (7.3, 1.0, 5.502573750691923e-25),
            (12.1, 1.0, 1.2081306636495034e-65),
            (26.5, 1.0, 2.2109076642637343e-307),
            (27.9, 1.0, 0.0),
            (28.0, 1.0, 0.0),
            (-30.0, -1.0, 2.0),
            (1e-20, 1.1283791670955125e-20, 1.0),
        ] {
            assert_eq!((erf(x), erfc(x)), (expected, complement), "erf({x:?})");
        }
        assert!(gamma(-3.0).is_nan() && gamma(0.0).is_nan());
        assert_eq!((gamma(172.0), lgamma(-3.0)), (f64::INFINITY, f64::INFINITY));
    }
}
