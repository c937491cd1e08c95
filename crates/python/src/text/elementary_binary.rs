//! `exp2` and `log2` after Arm's optimized routines, like their kin in `elementary_log`.
//!
//! Copyright (c) 2018, Arm Limited. SPDX-License-Identifier: MIT

use super::elementary_log::{apply_wide_scale, reduce};
use super::elementary_tables::{
    EXP, EXP2_POLY, EXP2_SHIFT, INV_LN2_HI, INV_LN2_LO, LOG2, LOG2_POLY, LOG2_POLY_NEAR_1,
};

/// `2**x`.
pub fn exp2(x: f64) -> f64 {
    if x.is_nan() || x >= 1024.0 {
        return if x.is_nan() { x } else { f64::INFINITY };
    }
    if x <= -1075.0 {
        return 0.0;
    }
    let size = x.abs();
    if size < f64::EPSILON / 4.0 {
        return 1.0 + x;
    }
    let shifted = x + EXP2_SHIFT;
    let k = shifted.to_bits();
    let r = x - (shifted - EXP2_SHIFT);
    let [error, bits] = EXP[(k % 128) as usize];
    let bits = bits.wrapping_add(k << 45);
    let [c1, c2, c3, c4, c5] = EXP2_POLY;
    let square = r * r;
    let rest = f64::from_bits(error) + r * c1 + square * (c2 + r * c3) + square * square * (c4 + r * c5);
    if size > 928.0 {
        // As the exponent is written in units of 1/128, its sign stands where the natural one's does.
        return apply_wide_scale(rest, bits, k);
    }
    let scale = f64::from_bits(bits);
    scale + scale * rest
}

/// The upper half of a float's bits, and what is left.
fn split(r: f64) -> (f64, f64) {
    let high = f64::from_bits(r.to_bits() & 0xffff_ffff_0000_0000);
    (high, r - high)
}

/// `log2(x)`, not-a-number below zero.
pub fn log2(x: f64) -> f64 {
    let bits = x.to_bits();
    // 1 - 0x1.5b51p-5 to 1 + 0x1.6ab2p-5
    if (0x3fee_a4af_0000_0000..0x3ff0_b559_0000_0000).contains(&bits) {
        return log2_near_1(x);
    }
    let (exponent, log_center, r) = match reduce(x, &LOG2) {
        Ok(reduced) => reduced,
        Err(limit) => return limit,
    };
    let (r_high, r_low) = split(r);
    let t1 = r_high * INV_LN2_HI;
    let t2 = r_low * INV_LN2_HI + r * INV_LN2_LO;
    let t3 = exponent + log_center;
    let high = t3 + t1;
    let low = t3 - high + t1 + t2;
    let a = LOG2_POLY;
    let square = r * r;
    let p = a[0] + r * a[1] + square * (a[2] + r * a[3]) + square * square * (a[4] + r * a[5]);
    low + square * p + high
}

fn log2_near_1(x: f64) -> f64 {
    if x == 1.0 {
        return 0.0;
    }
    let b = LOG2_POLY_NEAR_1;
    let r = x - 1.0;
    let (r_high, r_low) = split(r);
    let high = r_high * INV_LN2_HI;
    let low = r_low * INV_LN2_HI + r * INV_LN2_LO;
    let square = r * r;
    let fourth = square * square;
    let p = square * (b[0] + r * b[1]);
    let y = high + p;
    let low = low + (high - y + p);
    let last = b[6] + r * b[7] + square * (b[8] + r * b[9]);
    let low = low + fourth * (b[2] + r * b[3] + square * (b[4] + r * b[5]) + fourth * last);
    y + low
}
