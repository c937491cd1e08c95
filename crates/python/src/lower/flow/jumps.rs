//! Copying small exits over the jumps to them.

use crate::code::Op;

use super::super::step::Ins;
use super::graph::{BlockId, Graph, Node};

/// Exits of at most this many instructions are copied.
const MAXIMUM_COPY: usize = 4;

/// Replaces jumps to small exits, and to blocks without lines that go on elsewhere, by what they jump to.
pub(super) fn inline_small_exits(graph: &mut Graph) {
    loop {
        let mut changed = false;
        for id in graph.layout() {
            changed |= inline(graph, id);
        }
        if !changed {
            return;
        }
    }
}

fn inline(graph: &mut Graph, id: BlockId) -> bool {
    let Some(last) = graph.blocks[id].nodes.last() else { return false };
    if !last.is_unconditional_jump() {
        return false;
    }
    let Some(target) = last.jump_target() else { return false };
    let block = &graph.blocks[target];
    let small_exit = block.exits() && block.nodes.len() <= MAXIMUM_COPY;
    let lineless = block.has_no_line() && !block.falls_through();
    if !small_exit && !lineless {
        return false;
    }
    let copied = block.nodes.clone();
    let nodes = &mut graph.blocks[id].nodes;
    let mut pauses = false;
    if let Some(last) = nodes.last_mut() {
        pauses = matches!(last.ins, Ins::Op(Op::JumpBack(_)));
        last.clear();
    }
    nodes.extend(copied);
    if lineless
        && pauses
        && let Some(Node { ins: Ins::Op(op), .. }) = nodes.last_mut()
        && let Op::Jump(label) = *op
    {
        *op = Op::JumpBack(label);
    }
    graph.blocks[target].predecessors = graph.blocks[target].predecessors.saturating_sub(1);
    true
}
