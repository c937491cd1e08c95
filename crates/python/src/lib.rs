//! The Python machine: lowers a script to code objects and runs them, one bounded slice at a time, recording
//! what happens. Invariants: nothing re-enters the interpreter, no wall clock and no randomness of its own.

pub mod builtins;
pub mod class;
pub mod code;
pub mod comments;
pub mod dict;
pub mod error;
pub mod frame;
pub mod function;
pub mod generator;
pub mod graveyard;
pub mod hashing;
pub mod identity;
pub mod iterator;
pub mod lower;
pub mod machine;
pub mod memory;
pub mod modules;
pub mod parse;
pub mod picture;
pub mod segment;
pub mod sequence;
pub mod set;
pub mod shape;
pub mod symbol;
pub mod text;
pub mod traceback;
mod trash;
pub mod traverse;
pub mod types;
pub mod value;

pub use comments::comment_settings;
