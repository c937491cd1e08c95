//! How deep the operand stack is at every block, and at most.

use super::super::effect::{Effect, effect};
use super::super::step::Ins;
use super::graph::{BlockId, Graph};

/// Measures the stack, following every way through the blocks. An inconsistency is a fault of lowering.
pub(super) fn measure(graph: &mut Graph) -> Result<(), String> {
    let mut todo = Vec::new();
    let mut deepest = 0;
    reach(graph, 0, 0, &mut todo)?;
    while let Some(id) = todo.pop() {
        let mut depth = i64::from(graph.blocks[id].depth.unwrap_or(0));
        let mut goes_on = true;
        for at in 0..graph.blocks[id].nodes.len() {
            let node = graph.blocks[id].nodes[at];
            if let Some(handler) = node.setup_target() {
                let kept = if matches!(node.ins, Ins::SetupWith(_)) { depth - 1 } else { depth };
                reach(graph, handler, kept + 1, &mut todo)?;
                deepest = deepest.max(kept + 1);
                continue;
            }
            match node.ins {
                Ins::CleanupThrow => depth -= 1,
                Ins::Send(exit) => reach(graph, exit as usize, depth, &mut todo)?,
                Ins::SendAgain(_) => goes_on = false,
                _ => {}
            }
            let Ins::Op(op) = node.ins else { continue };
            let Effect { pops, pushes, jump_pushes } = effect(op);
            let (pops, pushes) = (i64::from(pops), i64::from(pushes));
            if depth < pops {
                return Err(format!("the stack is too short for {op:?} at line {}", node.at.line));
            }
            depth -= pops;
            if let Some(target) = node.jump_target() {
                let there = depth + i64::from(jump_pushes);
                deepest = deepest.max(there);
                reach(graph, target, there, &mut todo)?;
            }
            depth += pushes;
            deepest = deepest.max(depth);
            if node.is_unconditional_jump() || node.leaves() {
                goes_on = false;
            }
        }
        if goes_on && let Some(next) = graph.blocks[id].next {
            reach(graph, next, depth, &mut todo)?;
        }
    }
    graph.stack_size = u32::try_from(deepest).unwrap_or(u32::MAX);
    Ok(())
}

fn reach(graph: &mut Graph, id: BlockId, depth: i64, todo: &mut Vec<BlockId>) -> Result<(), String> {
    let Ok(depth) = u32::try_from(depth) else { return Err("the stack underflows".to_owned()) };
    match graph.blocks[id].depth {
        None => {
            graph.blocks[id].depth = Some(depth);
            todo.push(id);
            Ok(())
        }
        Some(known) if known == depth => Ok(()),
        Some(known) => Err(format!("a block begins with {known} and with {depth} operands")),
    }
}
