//! Traces written by hand, for the tests of everything that reads a trace: what CPython 3.14 would do, event
//! by event, without an executor.

mod article;

pub use article::article;
