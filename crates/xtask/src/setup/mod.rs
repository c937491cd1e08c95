//! Puts in place what a command needs and the machine lacks, and says what it does.
//!
//! Each check is cheap (a version printed, two files compared), so that a second run starts work at once.

pub mod browser;
pub mod npm;
pub mod python;
pub mod rust;
pub mod tools;

/// Says that something is being put in place.
fn say(text: &str) {
    eprintln!("set-up: {text}");
}
