//! The Loopglass page.

fn main() {}
