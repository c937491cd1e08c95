//! Peephole optimization of one block: constants are computed ahead, and jumps to jumps go all the way.

use crate::code::Op;

use super::super::constant::Constant;
use super::super::place::NOWHERE;
use super::super::step::{Ins, with_target};
use super::super::unit::Unit;
use super::graph::{BlockId, Graph, Node};

/// Collections with more elements than this are not folded.
const MAXIMUM_SIZE: usize = 30;
/// Lists of at least this many constants are made from one.
const MINIMUM_SEQUENCE: usize = 3;

/// Optimizes a block.
pub(super) fn optimize_block(graph: &mut Graph, id: BlockId, unit: &mut Unit<'_>) {
    let mut at = 0;
    while at < graph.blocks[id].nodes.len() {
        if thread_jump(graph, id, at) {
            continue;
        }
        peephole(&mut graph.blocks[id].nodes, at, unit);
        at += 1;
    }
}

/// A jump to a jump goes where that one goes. The line of the first stays as a no-operation.
fn thread_jump(graph: &mut Graph, id: BlockId, at: usize) -> bool {
    let node = graph.blocks[id].nodes[at];
    let (Ins::Op(op), Some(target)) = (node.ins, node.jump_target()) else { return false };
    let Some(first) = graph.blocks[target].nodes.first().copied() else { return false };
    let (Ins::Op(next), Some(beyond)) = (first.ins, first.jump_target()) else { return false };
    let goes_on = match (op, next) {
        (
            Op::PopJumpIfNone(_) | Op::PopJumpIfNotNone(_) | Op::PopJumpIfFalse(_) | Op::PopJumpIfTrue(_),
            Op::JumpBack(_),
        )
        | (Op::Jump(_) | Op::JumpBack(_), Op::Jump(_) | Op::JumpBack(_))
        | (Op::JumpIfFalseOrPop(_), Op::JumpBack(_) | Op::JumpIfFalseOrPop(_))
        | (Op::JumpIfTrueOrPop(_), Op::JumpBack(_) | Op::JumpIfTrueOrPop(_)) => true,
        (Op::JumpIfFalseOrPop(_), Op::JumpIfTrueOrPop(_))
        | (Op::JumpIfTrueOrPop(_), Op::JumpIfFalseOrPop(_)) => {
            return skip_opposite(graph, id, at, target);
        }
        _ => false,
    };
    if !goes_on || beyond == target {
        return false;
    }
    let nodes = &mut graph.blocks[id].nodes;
    let before = at.checked_sub(1).map(|before| nodes[before].ins);
    nodes[at].clear();
    if matches!(op, Op::PopJumpIfFalse(_) | Op::PopJumpIfTrue(_))
        && first.at.line != node.at.line
        && !gives_bool(before)
    {
        // Only the jump is moved: `__bool__` is called before the other line begins.
        nodes[at].ins = Ins::Op(Op::Not);
        nodes.push(Node { ins: Ins::Op(Op::Not), ..node });
    }
    let op =
        if let (Op::Jump(_), Op::JumpBack(_)) = (op, next) { next } else { with_target(op, beyond as u32) };
    nodes.push(Node { ins: Ins::Op(op), at: first.at, except: node.except });
    true
}

/// Whether what an instruction leaves on the stack needs no `__bool__`.
fn gives_bool(ins: Option<Ins>) -> bool {
    matches!(ins, Some(Ins::Op(Op::Compare(_) | Op::Is(_) | Op::Contains(_) | Op::Not)))
}

/// A test for falsehood that jumps to a test for truth goes on after that one.
fn skip_opposite(graph: &mut Graph, id: BlockId, at: usize, target: BlockId) -> bool {
    let Some(next) = graph.blocks[target].next else { return false };
    graph.blocks[next].labelled = true;
    graph.blocks[id].nodes[at].retarget(next);
    true
}

/// The places of the last `count` constants before an instruction.
fn constants_before(nodes: &[Node], before: usize, count: usize) -> Option<Vec<usize>> {
    let mut places = Vec::with_capacity(count);
    for at in (0..before).rev() {
        if places.len() == count {
            break;
        }
        match nodes[at].ins {
            Ins::Op(Op::Nop) => {}
            Ins::Op(Op::LoadConst(_)) => places.push(at),
            _ => return None,
        }
    }
    if places.len() < count {
        return None;
    }
    places.reverse();
    Some(places)
}

fn values(nodes: &[Node], places: &[usize], unit: &Unit<'_>) -> Vec<Constant> {
    places
        .iter()
        .filter_map(|at| match nodes[*at].ins {
            Ins::Op(Op::LoadConst(place)) => Some(unit.constants[place as usize].clone()),
            _ => None,
        })
        .collect()
}

fn clear_all(nodes: &mut [Node], places: &[usize]) {
    for at in places {
        nodes[*at].clear();
        nodes[*at].at = NOWHERE;
    }
}

fn peephole(nodes: &mut [Node], at: usize, unit: &mut Unit<'_>) {
    let Ins::Op(op) = nodes[at].ins else { return };
    let next = nodes.get(at + 1).map(|node| node.ins);
    match op {
        Op::BuildTuple(count) => {
            if next == Some(Ins::Op(Op::UnpackSequence(count))) && (1..=3).contains(&count) {
                nodes[at].clear();
                nodes[at + 1].ins = Ins::Op(if count == 1 { Op::Nop } else { Op::Swap(count) });
                return;
            }
            fold_tuple(nodes, at, count as usize, unit);
        }
        Op::BuildList(count) => fold_list(nodes, at, count as usize, next, unit),
        // What is only iterated may stay the list that it was gathered in.
        Op::ListToTuple if next == Some(Ins::Op(Op::GetIter)) => nodes[at].clear(),
        Op::ListToTuple => fold_long_tuple(nodes, at, unit),
        Op::BuildSet(count) => join_set(nodes, at, count as usize, next),
        Op::StoreFast(_) if next == Some(Ins::Op(op)) && nodes[at].at.line == nodes[at + 1].at.line => {
            nodes[at].ins = Ins::Op(Op::Pop);
        }
        Op::Is(negated) if next == Some(Ins::Op(Op::Not)) => {
            nodes[at].clear();
            nodes[at + 1].ins = Ins::Op(Op::Is(!negated));
        }
        Op::Contains(negated) if next == Some(Ins::Op(Op::Not)) => {
            nodes[at].clear();
            nodes[at + 1].ins = Ins::Op(Op::Contains(!negated));
        }
        Op::Unary(_) | Op::Not => fold_operation(nodes, at, 1, op, unit),
        Op::Binary(_) => fold_operation(nodes, at, 2, op, unit),
        _ => {}
    }
}

fn fold_operation(nodes: &mut [Node], at: usize, operands: usize, op: Op, unit: &mut Unit<'_>) {
    let Some(places) = constants_before(nodes, at, operands) else { return };
    let operands = values(nodes, &places, unit);
    let result = match (op, &operands[..]) {
        (Op::Unary(op), [operand]) => super::super::constant::unary(op, operand),
        (Op::Not, [operand]) => Some(Constant::Bool(!operand.truth())),
        (Op::Binary(op), [left, right]) => super::super::constant::binary(op, left, right),
        _ => None,
    };
    let Some(result) = result else { return };
    if op == Op::Not {
        // What `not` asks for its truth leaves its line behind, as CPython asks before it computes.
        places.iter().for_each(|at| nodes[*at].clear());
    } else {
        clear_all(nodes, &places);
    }
    nodes[at].ins = Ins::Op(Op::LoadConst(unit.constant(result)));
}

fn fold_tuple(nodes: &mut [Node], at: usize, count: usize, unit: &mut Unit<'_>) {
    if count > MAXIMUM_SIZE {
        return;
    }
    let Some(places) = constants_before(nodes, at, count) else { return };
    let items = values(nodes, &places, unit);
    clear_all(nodes, &places);
    nodes[at].ins = Ins::Op(Op::LoadConst(unit.constant(Constant::Tuple(items))));
}

/// A list that is only iterated or searched is a tuple; one of several constants is filled from a tuple.
fn fold_list(nodes: &mut [Node], at: usize, count: usize, next: Option<Ins>, unit: &mut Unit<'_>) {
    let only_read = matches!(next, Some(Ins::Op(Op::GetIter | Op::Contains(_))));
    if count > MAXIMUM_SIZE || (count < MINIMUM_SEQUENCE && !only_read) {
        return;
    }
    let Some(places) = constants_before(nodes, at, count) else {
        if only_read {
            nodes[at].ins = Ins::Op(Op::BuildTuple(count as u32));
        }
        return;
    };
    let items = values(nodes, &places, unit);
    let constant = unit.constant(Constant::Tuple(items));
    clear_all(nodes, &places);
    if only_read {
        nodes[at].ins = Ins::Op(Op::LoadConst(constant));
        return;
    }
    nodes[at - 2].at = nodes[at].at;
    nodes[at - 2].ins = Ins::Op(Op::BuildList(0));
    nodes[at - 1].ins = Ins::Op(Op::LoadConst(constant));
    nodes[at].ins = Ins::Op(Op::ListExtend(1));
}

/// CPython makes a set of constants from one constant: its elements leave no lines behind.
fn join_set(nodes: &mut [Node], at: usize, count: usize, next: Option<Ins>) {
    let only_read = matches!(next, Some(Ins::Op(Op::GetIter | Op::Contains(_))));
    if count > MAXIMUM_SIZE || (count < MINIMUM_SEQUENCE && !only_read) {
        return;
    }
    let Some(places) = constants_before(nodes, at, count) else { return };
    let line = nodes[at].at;
    for place in places {
        nodes[place].at = line;
    }
}

/// A tuple of many constants, built by appending to a list.
fn fold_long_tuple(nodes: &mut [Node], at: usize, unit: &mut Unit<'_>) {
    let mut items = Vec::new();
    let mut places = Vec::new();
    let mut expects_append = true;
    for place in (0..at).rev() {
        match nodes[place].ins {
            Ins::Op(Op::Nop) => continue,
            Ins::Op(Op::BuildList(0)) if expects_append => {
                places.push(place);
                items.reverse();
                clear_all(nodes, &places);
                nodes[at].ins = Ins::Op(Op::LoadConst(unit.constant(Constant::Tuple(items))));
                return;
            }
            Ins::Op(Op::ListAppend(1)) if expects_append => {}
            Ins::Op(Op::LoadConst(constant)) if !expects_append => {
                items.push(unit.constants[constant as usize].clone());
            }
            _ => return,
        }
        places.push(place);
        expects_append = !expects_append;
    }
}
