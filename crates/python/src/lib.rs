//! Placeholder module comment, replaced with the crate's first code.

pub mod text;
