//! Traces written by hand, for the tests of everything that reads a trace: what CPython 3.14 would do, event
//! by event, without an executor. Beside them, random runs for tests that need many.

mod article;
mod simulated;

pub use article::article;
pub use simulated::simulated;
