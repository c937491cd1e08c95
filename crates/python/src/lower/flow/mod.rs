//! The flow graph of a code object, and those of CPython's passes over it whose effect can be seen: folding of
//! constants, removal of jumps and dead code, and above all the line of every instruction.

mod build;
mod constants;
mod depth;
mod fold;
mod graph;
mod jumps;
mod layout;
mod locations;
mod redundant;
mod swaps;

pub(super) use graph::{BlockId, Graph, Node};

use super::unit::Unit;
use crate::code::Origin;

/// Builds and optimizes the flow graph of a unit.
pub(super) fn flow(unit: &mut Unit<'_>, origin: Origin) -> Result<Graph, String> {
    let mut graph = build::build(&unit.items)?;
    graph.hidden = origin == Origin::Hidden;
    build::label_exceptions(&mut graph)?;
    jumps::inline_small_exits(&mut graph);
    redundant::remove_unreachable(&mut graph);
    locations::resolve(&mut graph);
    constants::optimize(&mut graph, unit);
    for id in graph.layout() {
        fold::optimize_block(&mut graph, id, unit);
        swaps::optimize(&mut graph, id);
    }
    redundant::remove_nops_and_pairs(&mut graph);
    redundant::remove_unreachable(&mut graph);
    redundant::remove_nops_and_jumps(&mut graph);
    layout::push_cold_to_end(&mut graph);
    locations::resolve(&mut graph);
    depth::measure(&mut graph)?;
    layout::drop_setups(&mut graph);
    layout::normalize_jumps(&mut graph);
    locations::resolve_next(&mut graph);
    Ok(graph)
}
