//! `exp`, `log` and `pow` after Arm's optimized routines, the ones in musl and glibc: each argument is brought
//! to a small interval around a tabulated center, where a short polynomial is enough. No fused operations, so
//! the last digit is the same everywhere.
//!
//! Copyright (c) 2018, Arm Limited. SPDX-License-Identifier: MIT

use super::elementary_tables::{
    EXP, EXP_POLY, INV_LN2_N, LN2_HI, LN2_LO, LOG, LOG_POLY, LOG_POLY_NEAR_1, NEG_LN2_HI_N, NEG_LN2_LO_N,
    POW_LOG, POW_LOG_POLY, SHIFT,
};

const TWO_52: f64 = 4_503_599_627_370_496.0;

/// Sign and exponent of a float.
fn top_12(x: f64) -> u32 {
    (x.to_bits() >> 52) as u32
}

/// Which way the magnitude of an exponential is out of the ordinary.
enum Range {
    /// So small that the result rounds to 1.
    Tiny,
    Ordinary,
    /// The result may overflow or underflow, so its scale must be applied with care.
    Wide,
    /// It surely does.
    Out,
}

fn range(x: f64) -> Range {
    match top_12(x) & 0x7ff {
        ..0x3c9 => Range::Tiny,
        0x3c9..0x408 => Range::Ordinary,
        0x408..0x409 => Range::Wide,
        _ => Range::Out,
    }
}

/// `exp(x)`.
pub fn exp(x: f64) -> f64 {
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    match range(x) {
        Range::Tiny => 1.0 + x,
        Range::Out if x < 0.0 => 0.0,
        Range::Out => f64::INFINITY,
        range => scaled_exp(x, 0.0, false, matches!(range, Range::Wide)),
    }
}

/// `±exp(x + tail)` for `x` in the range that the power of two can be applied in.
fn scaled_exp(x: f64, tail: f64, negative: bool, wide: bool) -> f64 {
    // x = k ln 2 / 128 + r
    let shifted = INV_LN2_N * x + SHIFT;
    let k = shifted.to_bits();
    let whole = shifted - SHIFT;
    let r = x + whole * NEG_LN2_HI_N + whole * NEG_LN2_LO_N + tail;
    let [error, bits] = EXP[(k % 128) as usize];
    let sign = if negative { 1 << 63 } else { 0 };
    let bits = bits.wrapping_add(k << 45).wrapping_add(sign);
    let [c2, c3, c4, c5] = EXP_POLY;
    let square = r * r;
    let rest = f64::from_bits(error) + r + square * (c2 + r * c3) + square * square * (c4 + r * c5);
    if wide {
        return apply_wide_scale(rest, bits, k);
    }
    let scale = f64::from_bits(bits);
    scale + scale * rest
}

/// `scale * (1 + rest)` where the exponent in the scale's bits may have run over.
pub(super) fn apply_wide_scale(rest: f64, bits: u64, k: u64) -> f64 {
    if k & 0x8000_0000 == 0 {
        let scale = f64::from_bits(bits.wrapping_sub(1009 << 52));
        return f64::from_bits((1023 + 1009) << 52) * (scale + scale * rest);
    }
    let bits = bits.wrapping_add(1022 << 52);
    let scale = f64::from_bits(bits);
    let mut y = scale + scale * rest;
    if y.abs() < 1.0 {
        // Rounded once here, so that scaling into the subnormal range does not round again.
        let one = 1.0_f64.copysign(y);
        let low = scale - y + scale * rest;
        let high = one + y;
        let low = one - high + y + low;
        y = (high + low) - one;
        if y == 0.0 {
            y = f64::from_bits(bits & (1 << 63));
        }
    }
    f64::MIN_POSITIVE * y
}

/// `log(x)`, not-a-number below zero.
pub fn log(x: f64) -> f64 {
    let bits = x.to_bits();
    // 1 - 2**-4 to 1 + 0x1.09p-4
    if (0x3fee_0000_0000_0000..0x3ff1_0900_0000_0000).contains(&bits) {
        return log_near_1(x);
    }
    let (k, log_center, r) = match reduce(x, &LOG) {
        Ok(reduced) => reduced,
        Err(limit) => return limit,
    };
    let sum = k * LN2_HI + log_center;
    let high = sum + r;
    let low = sum - high + r + k * LN2_LO;
    let square = r * r;
    let a = LOG_POLY;
    low + square * a[0] + r * square * (a[1] + r * a[2] + square * (a[3] + r * a[4])) + high
}

/// A positive float as a power of two, a tabulated center's logarithm and the distance from that center, in parts of it.
/// An error is the logarithm itself: of zero, of infinity, of what has none. The table covers one octave evenly.
pub(super) fn reduce<const N: usize>(x: f64, table: &[[u64; 4]; N]) -> Result<(f64, f64, f64), f64> {
    if x == 0.0 {
        return Err(f64::NEG_INFINITY);
    }
    if x.is_nan() || x < 0.0 {
        return Err(f64::NAN);
    }
    if x == f64::INFINITY {
        return Err(x);
    }
    let bits = normal_bits(x);
    let offset = bits.wrapping_sub(0x3fe6_0000_0000_0000);
    let exponent = (offset as i64) >> 52;
    let index = (offset >> (52 - N.ilog2())) as usize % N;
    let [inverse, log_center, center_high, center_low] = table[index].map(f64::from_bits);
    let z = f64::from_bits(bits.wrapping_sub(offset & 0xfff << 52));
    Ok((exponent as f64, log_center, (z - center_high - center_low) * inverse))
}

/// The bits of a positive float as if its exponent had no lower end.
fn normal_bits(x: f64) -> u64 {
    if x < f64::MIN_POSITIVE { (x * TWO_52).to_bits().wrapping_sub(52 << 52) } else { x.to_bits() }
}

fn log_near_1(x: f64) -> f64 {
    if x == 1.0 {
        return 0.0;
    }
    let b = LOG_POLY_NEAR_1;
    let r = x - 1.0;
    let square = r * r;
    let cube = r * square;
    let last = b[7] + r * b[8] + square * b[9] + cube * b[10];
    let y = cube * (b[1] + r * b[2] + square * b[3] + cube * (b[4] + r * b[5] + square * b[6] + cube * last));
    let split = r * 134_217_728.0;
    let r_high = r + split - split;
    let r_low = r - r_high;
    let half_square = r_high * r_high * b[0];
    let high = r + half_square;
    let low = r - high + half_square + b[0] * r_low * (r_high + r);
    y + low + high
}

/// The logarithm of the float with these bits, as a rounded value and some fifteen bits more.
fn log_in_two_parts(bits: u64) -> (f64, f64) {
    let offset = bits.wrapping_sub(0x3fe6_9555_0000_0000);
    let exponent = (offset as i64) >> 52;
    let bits = bits.wrapping_sub(offset & 0xfff << 52);
    let z = f64::from_bits(bits);
    let k = exponent as f64;
    let [inverse, log_center, log_tail] = POW_LOG[((offset >> 45) % 128) as usize].map(f64::from_bits);
    let z_high = f64::from_bits(bits.wrapping_add(1 << 31) & 0xffff_ffff_0000_0000);
    let z_low = z - z_high;
    let r_high = z_high * inverse - 1.0;
    let r_low = z_low * inverse;
    let r = r_high + r_low;
    let t1 = k * LN2_HI + log_center;
    let t2 = t1 + r;
    let low1 = k * LN2_LO + log_tail;
    let low2 = t1 - t2 + r;
    let a = POW_LOG_POLY;
    let ar = a[0] * r;
    let ar2 = r * ar;
    let ar3 = r * ar2;
    let ar_high = a[0] * r_high;
    let ar_high2 = r_high * ar_high;
    let high = t2 + ar_high2;
    let low3 = r_low * (ar + ar_high);
    let low4 = t2 - high + ar_high2;
    let p = ar3 * (a[1] + r * a[2] + ar2 * (a[3] + r * a[4] + ar2 * (a[5] + r * a[6])));
    let low = low1 + low2 + low3 + low4 + p;
    let y = high + low;
    (y, high - y + low)
}

/// C's `pow(x, y)`.
pub fn pow(x: f64, y: f64) -> f64 {
    if y == 0.0 || x == 1.0 {
        return 1.0;
    }
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    if y.is_infinite() {
        return match x.abs() {
            1.0 => 1.0,
            size if (size < 1.0) == (y > 0.0) => 0.0,
            _ => f64::INFINITY,
        };
    }
    let odd = y.fract() == 0.0 && (y * 0.5).fract() != 0.0;
    let negative = x.is_sign_negative() && odd;
    if x == 0.0 || x.is_infinite() {
        let size = if (x == 0.0) == (y > 0.0) { 0.0 } else { f64::INFINITY };
        return if negative { -size } else { size };
    }
    if x < 0.0 && y.fract() != 0.0 {
        return f64::NAN;
    }
    let size = x.abs();
    let exponent = top_12(y) & 0x7ff;
    if !(0x3be..0x43e).contains(&exponent) {
        // Too small to move 1 by more than a rounding, or so large that anything but 1 leaves the range.
        return match size {
            1.0 => 1.0,
            _ if exponent < 0x3be && size > 1.0 => 1.0 + y,
            _ if exponent < 0x3be => 1.0 - y,
            _ if (size > 1.0) == (y > 0.0) => f64::INFINITY,
            _ => 0.0,
        };
    }
    let (log_high, log_low) = log_in_two_parts(normal_bits(size));
    let y_high = f64::from_bits(y.to_bits() & !0x7ff_ffff);
    let y_low = y - y_high;
    let high = f64::from_bits(log_high.to_bits() & !0x7ff_ffff);
    let low = log_high - high + log_low;
    let product = y_high * high;
    let tail = y_low * high + y * low;
    let result = match range(product) {
        Range::Tiny => 1.0 + product,
        Range::Out if product < 0.0 => 0.0,
        Range::Out => f64::INFINITY,
        range => return scaled_exp(product, tail, negative, matches!(range, Range::Wide)),
    };
    if negative { -result } else { result }
}
