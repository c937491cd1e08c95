//! What the state cannot do by itself: run scripts, remember things, reach the browser.

pub mod bridge;
pub mod dom;
pub mod engine;
pub mod executor;
pub mod frames;
pub mod link;
pub mod memory;
mod store;
pub mod turn;
