//! Placeholder module comment, replaced with the crate's first code.
