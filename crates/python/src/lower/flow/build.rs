//! From a list of steps to blocks, and from setups to the handler of each instruction.

use crate::code::Op;

use super::super::step::Ins;
use super::super::unit::Item;
use super::graph::{BasicBlock, BlockId, Graph, Node};

/// Splits steps into blocks at labels and after jumps.
pub(super) fn build(items: &[Item]) -> Result<Graph, String> {
    let used = used_labels(items);
    let mut graph = Graph { blocks: vec![BasicBlock::default()], ..Graph::default() };
    let mut current = 0;
    let mut terminated = false;
    let mut block_of_label = vec![usize::MAX; used.len()];
    let mut pending: Vec<u32> = Vec::new();
    for item in items {
        match item {
            Item::Label(label) => pending.push(*label),
            Item::Step(step) => {
                let labelled = pending.iter().any(|label| used.get(*label as usize) == Some(&true));
                let full = !graph.blocks[current].nodes.is_empty() || graph.blocks[current].labelled;
                if terminated || (labelled && full) {
                    let next = graph.add(BasicBlock::default());
                    graph.blocks[current].next = Some(next);
                    current = next;
                }
                graph.blocks[current].labelled |= labelled;
                for label in pending.drain(..) {
                    if let Some(place) = block_of_label.get_mut(label as usize) {
                        *place = current;
                    }
                }
                let node = Node { ins: step.ins, at: step.at, except: None };
                graph.blocks[current].phantom |= node.ins == Ins::CleanupThrow;
                terminated = node.jump_target().is_some() || node.leaves();
                graph.blocks[current].nodes.push(node);
            }
        }
    }
    resolve_labels(&mut graph, &block_of_label)?;
    Ok(graph)
}

fn used_labels(items: &[Item]) -> Vec<bool> {
    let mut used = Vec::new();
    for item in items {
        let Item::Step(step) = item else { continue };
        let node = Node { ins: step.ins, at: step.at, except: None };
        if let Some(label) = node.jump_target().or(node.setup_target()) {
            if used.len() <= label {
                used.resize(label + 1, false);
            }
            used[label] = true;
        }
    }
    used
}

fn resolve_labels(graph: &mut Graph, block_of_label: &[BlockId]) -> Result<(), String> {
    let find = |label: usize| match block_of_label.get(label) {
        Some(block) if *block != usize::MAX => Ok(*block),
        _ => Err(format!("label {label} is nowhere")),
    };
    for block in 0..graph.blocks.len() {
        for node in 0..graph.blocks[block].nodes.len() {
            let node = &mut graph.blocks[block].nodes[node];
            if let Some(label) = node.jump_target() {
                node.retarget(find(label)?);
            } else if let Some(label) = node.setup_target() {
                let handler = find(label)?;
                node.ins = match node.ins {
                    Ins::SetupFinally(_) => Ins::SetupFinally(handler as u32),
                    Ins::SetupCleanup(_) => Ins::SetupCleanup(handler as u32),
                    _ => Ins::SetupWith(handler as u32),
                };
                graph.blocks[handler].is_handler = true;
            }
        }
    }
    Ok(())
}

/// Notes for every instruction which handler its exceptions go to; the ends of setups become no-operations.
pub(super) fn label_exceptions(graph: &mut Graph) -> Result<(), String> {
    let mut stacks: Vec<Option<Vec<BlockId>>> = vec![None; graph.blocks.len()];
    let mut seen = vec![false; graph.blocks.len()];
    let mut todo = vec![0];
    stacks[0] = Some(Vec::new());
    seen[0] = true;
    while let Some(id) = todo.pop() {
        let Some(mut stack) = stacks[id].take() else { continue };
        for at in 0..graph.blocks[id].nodes.len() {
            let node = &mut graph.blocks[id].nodes[at];
            let mut reached = None;
            if let Some(handler) = node.setup_target() {
                reached = Some((handler, stack.clone()));
                stack.push(handler);
            } else if node.ins == Ins::PopBlock {
                if stack.pop().is_none() {
                    return Err("a block ends that never began".to_owned());
                }
                node.ins = Ins::Op(Op::Nop);
            } else {
                node.except = stack.last().copied();
                reached = node.jump_target().map(|target| (target, stack.clone()));
            }
            if let Some((target, stack)) = reached
                && !seen[target]
            {
                seen[target] = true;
                stacks[target] = Some(stack);
                todo.push(target);
            }
        }
        if graph.blocks[id].falls_through()
            && let Some(next) = graph.blocks[id].next
            && !seen[next]
        {
            seen[next] = true;
            stacks[next] = Some(stack);
            todo.push(next);
        }
    }
    Ok(())
}
