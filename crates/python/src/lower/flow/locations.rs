//! Giving instructions without a location the one of what comes before them, and exits copies of their own
//! so that each has a line (PEP 626).

use crate::code::Op;

use super::super::place::{NEXT, NOWHERE};
use super::super::step::Ins;
use super::graph::{BlockId, Graph};

/// Both, where lines are seen.
pub(super) fn resolve(graph: &mut Graph) {
    if graph.hidden {
        return;
    }
    duplicate_exits(graph);
    propagate(graph);
}

/// Whether a block without lines leaves the frame, or jumps where a run may be paused.
fn is_lineless_exit(graph: &Graph, id: BlockId) -> bool {
    let block = &graph.blocks[id];
    let leaves = block.exits()
        || block.nodes.iter().any(|node| matches!(node.ins, Ins::Op(Op::JumpBack(_)) | Ins::Resume));
    leaves && block.has_no_line()
}

/// Exits without a line get one copy for each jump to them, with the jump's location.
fn duplicate_exits(graph: &mut Graph) {
    for id in graph.layout() {
        let Some(last) = graph.blocks[id].nodes.last().copied() else { continue };
        let Some(target) = last.jump_target() else { continue };
        let Some(target) = graph.non_empty(Some(target)) else { continue };
        if !is_lineless_exit(graph, target) || graph.blocks[target].predecessors <= 1 {
            continue;
        }
        let mut copy = graph.blocks[target].clone();
        if let Some(first) = copy.nodes.first_mut() {
            first.at = last.at;
        }
        copy.predecessors = 1;
        copy.labelled = true;
        let copy = graph.add(copy);
        graph.blocks[target].predecessors -= 1;
        graph.blocks[target].next = Some(copy);
        if let Some(last) = graph.blocks[id].nodes.last_mut() {
            last.retarget(copy);
        }
    }
    for id in graph.layout() {
        let block = &graph.blocks[id];
        let (Some(next), Some(last)) = (block.next, block.nodes.last()) else { continue };
        if block.falls_through() && is_lineless_exit(graph, next) {
            let at = last.at;
            if let Some(first) = graph.blocks[next].nodes.first_mut() {
                first.at = at;
            }
        }
    }
}

fn propagate(graph: &mut Graph) {
    for id in graph.layout() {
        let mut previous = NOWHERE;
        for node in &mut graph.blocks[id].nodes {
            if node.at == NOWHERE {
                node.at = previous;
            }
            previous = node.at;
        }
        let block = &graph.blocks[id];
        let Some(last) = block.nodes.last() else { continue };
        let mut reached = Vec::new();
        if block.falls_through() {
            reached.extend(block.next.filter(|next| graph.blocks[*next].predecessors == 1));
        }
        if let Some(target) = last.jump_target() {
            let mut target = target;
            while graph.blocks[target].nodes.is_empty() && graph.blocks[target].predecessors == 1 {
                match graph.blocks[target].next {
                    Some(next) => target = next,
                    None => break,
                }
            }
            if graph.blocks[target].predecessors == 1 {
                reached.push(target);
            }
        }
        for target in reached {
            if let Some(first) = graph.blocks[target].nodes.first_mut()
                && first.at == NOWHERE
            {
                first.at = previous;
            }
        }
    }
}

/// Gives instructions with the location of the next one that location.
pub(super) fn resolve_next(graph: &mut Graph) {
    let mut following = NOWHERE;
    for id in graph.layout().into_iter().rev() {
        for node in graph.blocks[id].nodes.iter_mut().rev() {
            if node.at == NEXT {
                node.at = if node.leaves() { NOWHERE } else { following };
            }
            following = node.at;
        }
    }
}
