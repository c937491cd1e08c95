//! What the state cannot do by itself: run scripts, remember things, reach the browser.

pub mod dom;
pub mod engine;
pub mod memory;
mod store;
