//! The part of `gc` that is in Rust: collecting cycles.

use std::rc::Rc;

use crate::builtins::install::functions;
use crate::dict::Dict;
use crate::error::PyResult;
use crate::function::Args;
use crate::machine::{Flow, Machine};

/// Fills the module's names.
pub fn fill(_: &mut Machine, dict: &Rc<Dict>) {
    functions(dict, "gc", &[("collect_cycles", collect)]);
}

fn collect(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    Ok(machine.collect_cycles())
}
