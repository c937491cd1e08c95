//! Exchanging instructions instead of operands where a `Swap` is followed by plain stores.

use crate::code::Op;

use super::super::step::Ins;
use super::graph::{BlockId, Graph, Node};

fn swap_depth(node: &Node) -> Option<usize> {
    match node.ins {
        Ins::Op(Op::Swap(depth)) => Some(depth as usize),
        _ => None,
    }
}

/// Shortens runs of swaps, and does without them where the stores after them can change places.
pub(super) fn optimize(graph: &mut Graph, id: BlockId) {
    let nodes = &mut graph.blocks[id].nodes;
    let mut at = 0;
    while at < nodes.len() {
        if swap_depth(&nodes[at]).is_some() {
            at += shorten(&mut nodes[at..]);
            apply(nodes, at);
        }
        at += 1;
    }
}

/// Replaces the run of swaps that begins here by the shortest with the same effect. Gives the offset of
/// its last instruction.
fn shorten(nodes: &mut [Node]) -> usize {
    let mut length = 0;
    let mut depth = 0;
    let mut count = 0;
    for node in nodes.iter() {
        match swap_depth(node) {
            Some(swap) => {
                depth = depth.max(swap);
                count += 1;
            }
            None if node.is_nop() => {}
            None => break,
        }
        length += 1;
    }
    if count < 2 {
        return 0;
    }
    let mut stack: Vec<usize> = (0..depth).collect();
    for node in &nodes[..length] {
        if let Some(swap) = swap_depth(node) {
            stack.swap(0, swap - 1);
        }
    }
    let mut visited = vec![false; depth];
    let mut current = length;
    for start in 0..depth {
        if visited[start] || stack[start] == start {
            continue;
        }
        let mut place = start;
        loop {
            if place != 0 && current > 0 {
                current -= 1;
                nodes[current].ins = Ins::Op(Op::Swap(place as u32 + 1));
            }
            if visited[place] {
                break;
            }
            visited[place] = true;
            place = stack[place];
        }
    }
    for node in &mut nodes[..current] {
        node.clear();
    }
    length - 1
}

fn is_swappable(node: &Node) -> bool {
    matches!(node.ins, Ins::Op(Op::StoreFast(_) | Op::Pop))
}

fn stored(node: &Node) -> Option<u32> {
    match node.ins {
        Ins::Op(Op::StoreFast(slot)) => Some(slot),
        _ => None,
    }
}

fn next_swappable(nodes: &[Node], from: usize, line: Option<u32>) -> Option<usize> {
    for (at, node) in nodes.iter().enumerate().skip(from + 1) {
        if line.is_some_and(|line| line != node.at.line) {
            return None;
        }
        if node.is_nop() {
            continue;
        }
        return is_swappable(node).then_some(at);
    }
    None
}

/// Lets the stores after the swaps that end here change places.
fn apply(nodes: &mut [Node], from: usize) {
    for at in (0..=from).rev() {
        let Some(depth) = swap_depth(&nodes[at]) else {
            if nodes[at].is_nop() || is_swappable(&nodes[at]) {
                continue;
            }
            return;
        };
        let Some(first) = next_swappable(nodes, at, None) else { return };
        let line = nodes[first].at.line;
        let mut other = first;
        for _ in 1..depth {
            match next_swappable(nodes, other, (line > 0).then_some(line)) {
                Some(next) => other = next,
                None => return,
            }
        }
        let (a, b) = (stored(&nodes[first]), stored(&nodes[other]));
        if a.is_some() || b.is_some() {
            if a == b {
                return;
            }
            let between = nodes[first + 1..other].iter().filter_map(stored);
            if between.into_iter().any(|slot| Some(slot) == a || Some(slot) == b) {
                return;
            }
        }
        nodes[at].clear();
        nodes.swap(first, other);
    }
}
