//! The final order of blocks: what runs only for exceptions goes to the end, and backward jumps are told apart.

use crate::code::Op;

use super::super::place::NOWHERE;
use super::super::step::Ins;
use super::graph::{BasicBlock, BlockId, Graph, Node};
use super::redundant::remove_nops_and_jumps;

/// Marks what is reached from some blocks by going on and jumping, not by exceptions.
fn reach(graph: &Graph, from: Vec<BlockId>, allowed: impl Fn(BlockId) -> bool) -> Vec<bool> {
    let mut seen = vec![false; graph.blocks.len()];
    let mut todo = from;
    for id in &todo {
        seen[*id] = true;
    }
    while let Some(id) = todo.pop() {
        let block = &graph.blocks[id];
        let next = block.next.filter(|_| block.falls_through());
        let jumps = block.nodes.iter().filter_map(Node::jump_target);
        for target in next.into_iter().chain(jumps) {
            if !seen[target] && allowed(target) {
                seen[target] = true;
                todo.push(target);
            }
        }
    }
    seen
}

/// Moves the blocks that only exceptions lead to behind all others.
pub(super) fn push_cold_to_end(graph: &mut Graph) {
    if graph.blocks[0].next.is_none() {
        return;
    }
    let warm = reach(graph, vec![0], |_| true);
    let handlers = graph.layout().into_iter().filter(|id| graph.blocks[*id].is_handler).collect();
    let cold = reach(graph, handlers, |id| !warm[id]);
    for id in 0..graph.blocks.len() {
        graph.blocks[id].warm = warm[id];
        graph.blocks[id].cold = cold[id];
    }
    for id in graph.layout() {
        let block = &graph.blocks[id];
        let Some(next) = block.next else { continue };
        let phantom = block.phantom;
        if block.cold && block.falls_through() && graph.blocks[next].warm {
            graph.blocks[next].labelled = true;
            let jump = Node { ins: Ins::Op(Op::Jump(next as u32)), at: NOWHERE, except: None };
            let jump = graph.add(BasicBlock {
                nodes: vec![jump],
                next: Some(next),
                predecessors: 1,
                cold: true,
                phantom,
                ..BasicBlock::default()
            });
            graph.blocks[id].next = Some(jump);
        }
    }
    let (cold, warm): (Vec<_>, Vec<_>) = graph.layout().into_iter().partition(|id| graph.blocks[*id].cold);
    let moved = !cold.is_empty();
    let mut previous: Option<BlockId> = None;
    for id in warm.into_iter().chain(cold) {
        if let Some(previous) = previous {
            graph.blocks[previous].next = Some(id);
        }
        previous = Some(id);
    }
    if let Some(last) = previous {
        graph.blocks[last].next = None;
    }
    if moved {
        remove_nops_and_jumps(graph);
    }
}

/// Setups have done their work once every instruction knows its handler.
pub(super) fn drop_setups(graph: &mut Graph) {
    for block in &mut graph.blocks {
        for node in &mut block.nodes {
            if node.setup_target().is_some() {
                node.clear();
            }
        }
    }
    remove_nops_and_jumps(graph);
}

/// Jumps backward get an instruction of their own; conditional ones are turned round.
pub(super) fn normalize_jumps(graph: &mut Graph) {
    let mut seen = vec![false; graph.blocks.len()];
    for id in graph.layout() {
        seen[id] = true;
        let Some(last) = graph.blocks[id].nodes.last().copied() else { continue };
        let Some(target) = last.jump_target() else { continue };
        let backward = seen.get(target).copied().unwrap_or(false);
        if !backward {
            if let (Ins::Op(Op::JumpBack(_)), Some(last)) = (last.ins, graph.blocks[id].nodes.last_mut()) {
                last.ins = Ins::Op(Op::Jump(target as u32));
            }
            continue;
        }
        let next = graph.blocks[id].next;
        let reversed = match (last.ins, next) {
            (Ins::Op(Op::PopJumpIfFalse(_)), Some(next)) => Op::PopJumpIfTrue(next as u32),
            (Ins::Op(Op::PopJumpIfTrue(_)), Some(next)) => Op::PopJumpIfFalse(next as u32),
            (Ins::Op(Op::PopJumpIfNone(_)), Some(next)) => Op::PopJumpIfNotNone(next as u32),
            (Ins::Op(Op::PopJumpIfNotNone(_)), Some(next)) => Op::PopJumpIfNone(next as u32),
            _ => continue,
        };
        let jump = Node { ins: Ins::Op(Op::JumpBack(target as u32)), at: last.at, except: last.except };
        let cold = graph.blocks[id].cold;
        let jump =
            graph.add(BasicBlock { nodes: vec![jump], next, predecessors: 1, cold, ..BasicBlock::default() });
        if let Some(last) = graph.blocks[id].nodes.last_mut() {
            last.ins = Ins::Op(reversed);
        }
        graph.blocks[id].next = Some(jump);
    }
}
