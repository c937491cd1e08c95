//! The part of `gc` that is in Rust: collecting cycles.

use std::rc::Rc;

use crate::builtins::install::functions;
use crate::dict::Dict;
use crate::error::PyResult;
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

/// Fills the module's names.
pub fn fill(_: &mut Machine, dict: &Rc<Dict>) {
    functions(dict, "gc", &[("collect_cycles", collect), ("referrers", referrers)]);
}

/// `referrers(objects) → list` of what holds one of them
fn referrers(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let wanted = args.positional.first().cloned().unwrap_or_default();
    let Value::Tuple(objects) = &wanted else { return done(Value::list(Vec::new())) };
    done(Value::list(machine.referrers(objects, &wanted)))
}

fn collect(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    Ok(machine.collect_cycles())
}
