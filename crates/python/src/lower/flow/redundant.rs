//! Removing what never runs and what does nothing, unless a line would go with it.

use crate::code::Op;

use super::super::step::Ins;
use super::graph::{BlockId, Graph};

/// Counts the ways to each block and empties those without any.
pub(super) fn remove_unreachable(graph: &mut Graph) {
    for block in &mut graph.blocks {
        block.predecessors = 0;
    }
    let mut seen = vec![false; graph.blocks.len()];
    let mut todo = vec![0];
    graph.blocks[0].predecessors = 1;
    seen[0] = true;
    while let Some(id) = todo.pop() {
        let mut reached = Vec::new();
        let block = &graph.blocks[id];
        if block.falls_through() {
            reached.extend(block.next);
        }
        reached.extend(block.nodes.iter().filter_map(|node| node.jump_target().or(node.setup_target())));
        for target in reached {
            graph.blocks[target].predecessors += 1;
            if !seen[target] {
                seen[target] = true;
                todo.push(target);
            }
        }
    }
    for block in &mut graph.blocks {
        if block.predecessors == 0 {
            block.nodes.clear();
            block.is_handler = false;
        }
    }
}

/// Removes no-operations of one block, but for those that alone stand for a line. Gives how many.
fn remove_nops_of(graph: &mut Graph, id: BlockId) -> usize {
    if graph.hidden {
        let nodes = &mut graph.blocks[id].nodes;
        let before = nodes.len();
        nodes.retain(|node| !node.is_nop());
        return before - nodes.len();
    }
    let next_line = line_after(graph, id);
    let nodes = &mut graph.blocks[id].nodes;
    let before = nodes.len();
    let mut kept = 0;
    let mut previous_line = None;
    for at in 0..before {
        let node = nodes[at];
        let line = node.at.line;
        if node.is_nop() {
            let redundant = if line == 0 || previous_line == Some(line) {
                true
            } else if at + 1 < before {
                let next = &mut nodes[at + 1];
                if next.at.line == 0 {
                    next.at = node.at;
                    true
                } else {
                    next.at.line == line
                }
            } else {
                next_line == Some(line)
            };
            if redundant {
                continue;
            }
        }
        nodes[kept] = node;
        kept += 1;
        previous_line = Some(line);
    }
    nodes.truncate(kept);
    before - kept
}

/// The line that the block after this one begins with.
fn line_after(graph: &Graph, id: BlockId) -> Option<u32> {
    let next = graph.non_empty(graph.blocks[id].next)?;
    let nodes = &graph.blocks[next].nodes;
    nodes.iter().find(|node| !(node.is_nop() && node.at.line == 0)).map(|node| node.at.line)
}

fn remove_nops(graph: &mut Graph) -> usize {
    graph.layout().into_iter().map(|id| remove_nops_of(graph, id)).sum()
}

/// Jumps to what comes next anyway become no-operations. Gives how many.
fn remove_jumps(graph: &mut Graph) -> usize {
    let mut changes = 0;
    for id in graph.layout() {
        let Some(last) = graph.blocks[id].nodes.last() else { continue };
        if !last.is_unconditional_jump() {
            continue;
        }
        let target = graph.non_empty(last.jump_target());
        if target.is_some() && target == graph.non_empty(graph.blocks[id].next) {
            if let Some(last) = graph.blocks[id].nodes.last_mut() {
                last.clear();
            }
            changes += 1;
        }
    }
    changes
}

/// Both, until nothing changes.
pub(super) fn remove_nops_and_jumps(graph: &mut Graph) {
    while remove_nops(graph) + remove_jumps(graph) > 0 {}
}

/// Removes constants that are popped at once, and copies that are.
pub(super) fn remove_nops_and_pairs(graph: &mut Graph) {
    loop {
        let mut done = true;
        let mut previous: Option<(BlockId, usize)> = None;
        for id in graph.layout() {
            remove_nops_of(graph, id);
            if graph.blocks[id].labelled {
                previous = None;
            }
            for at in 0..graph.blocks[id].nodes.len() {
                let is_pop = graph.blocks[id].nodes[at].ins == Ins::Op(Op::Pop);
                if let Some((before, place)) = previous
                    && is_pop
                    && matches!(
                        graph.blocks[before].nodes[place].ins,
                        Ins::Op(Op::LoadConst(_) | Op::Copy(1))
                    )
                {
                    graph.blocks[before].nodes[place].clear();
                    graph.blocks[id].nodes[at].clear();
                    done = false;
                }
                previous = Some((id, at));
            }
            let block = &graph.blocks[id];
            let jumps = block.nodes.last().is_some_and(|node| node.jump_target().is_some());
            if jumps || !block.falls_through() {
                previous = None;
            }
        }
        if done {
            return;
        }
    }
}
