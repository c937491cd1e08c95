//! What CPython does with text and numbers alone: parsing, formatting, arithmetic, hashing, calendars.
//! Everything here is a pure function of Rust data (`i64`, `BigInt`, `f64`, `&str`, …); nothing knows the
//! machine, and every failure is a [`Raise`] that carries CPython's exception class and message.

pub mod calendar;
pub mod codec;
pub mod codec_charmap;
pub mod codec_escape;
pub mod codec_wide;
pub mod complex;
pub mod datetime;
pub mod distributions;
pub mod elementary;
mod elementary_binary;
mod elementary_log;
mod elementary_tables;
pub mod float;
pub mod float_arith;
pub mod float_parse;
pub mod format_apply;
pub mod format_spec;
pub mod gamma;
pub mod hash;
pub mod int;
pub mod int_text;
pub mod iso_parse;
pub mod math_exact;
pub mod math_functions;
pub mod mersenne;
pub mod percent;
pub mod raise;
pub mod random;
pub mod repr;
pub mod set_table;
pub mod str_case;
pub mod str_format;
pub mod str_index;
pub mod str_pad;
pub mod str_split;
pub mod strftime;
pub mod strptime;
pub mod suggest;
pub mod timedelta;
pub mod traceback;
pub mod unicode;
mod unicode_tables;

pub use raise::{ErrorClass, Outcome, Raise};

#[cfg(test)]
mod strings_tests;
