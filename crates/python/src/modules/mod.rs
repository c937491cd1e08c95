//! The standard library: modules in Rust, and the table of those in Python.

use crate::machine::Machine;

/// Enters the modules.
pub fn install(_machine: &mut Machine) {}
