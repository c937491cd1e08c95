//! The elementary functions, the same on every target: a run must not differ in its last digit between the
//! browser and the command line, so none comes from the platform's C library.

pub use libm::{
    acos, acosh, asin, asinh, atan, atan2, atanh, cbrt, cos, cosh, erf, erfc, exp, exp2, expm1, log, log1p,
    log2, log10, pow, sin, sinh, tan, tanh,
};

/// The length of a vector in the plane, as C's `hypot`.
pub fn hypot(x: f64, y: f64) -> f64 {
    libm::hypot(x, y)
}
