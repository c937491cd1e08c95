//! Conditions that are constant: the branch not taken is never reached.

use crate::code::Op;

use super::super::constant::Constant;
use super::super::step::Ins;
use super::super::unit::Unit;
use super::graph::{BlockId, Graph};

/// Decides jumps on constants, and turns comparisons with `None` into jumps of their own.
pub(super) fn optimize(graph: &mut Graph, unit: &Unit<'_>) {
    for id in graph.layout() {
        optimize_block(graph, id, unit);
    }
}

fn optimize_block(graph: &mut Graph, id: BlockId, unit: &Unit<'_>) {
    let nodes = &mut graph.blocks[id].nodes;
    let mut last = Op::Nop;
    for at in 0..nodes.len() {
        let Ins::Op(op) = nodes[at].ins else {
            last = Op::Nop;
            continue;
        };
        let copies_constant = matches!(last, Op::LoadConst(_)) && op == Op::Copy(1);
        if !copies_constant {
            last = op;
        }
        let Op::LoadConst(place) = last else { continue };
        let constant = &unit.constants[place as usize];
        let Some(next) = nodes.get(at + 1) else { continue };
        match next.ins {
            Ins::Op(jump @ (Op::PopJumpIfFalse(_) | Op::PopJumpIfTrue(_))) => {
                let (wanted, target) = match jump {
                    Op::PopJumpIfTrue(target) => (true, target),
                    Op::PopJumpIfFalse(target) => (false, target),
                    _ => continue,
                };
                nodes[at].clear();
                nodes[at + 1].ins =
                    Ins::Op(if constant.truth() == wanted { Op::JumpBack(target) } else { Op::Nop });
            }
            Ins::Op(jump @ (Op::JumpIfFalseOrPop(_) | Op::JumpIfTrueOrPop(_))) => {
                let (wanted, target) = match jump {
                    Op::JumpIfTrueOrPop(target) => (true, target),
                    Op::JumpIfFalseOrPop(target) => (false, target),
                    _ => continue,
                };
                if constant.truth() == wanted {
                    nodes[at + 1].ins = Ins::Op(Op::JumpBack(target));
                } else {
                    nodes[at + 1].clear();
                }
            }
            Ins::Op(Op::Is(negated)) if *constant == Constant::None => {
                let Some(jump) = nodes.get(at + 2) else { continue };
                let (jump, target) = match jump.ins {
                    Ins::Op(Op::PopJumpIfTrue(target)) => (negated, target),
                    Ins::Op(Op::PopJumpIfFalse(target)) => (!negated, target),
                    _ => continue,
                };
                nodes[at].clear();
                nodes[at + 1].clear();
                nodes[at + 2].ins =
                    Ins::Op(if jump { Op::PopJumpIfNotNone(target) } else { Op::PopJumpIfNone(target) });
            }
            _ => {}
        }
    }
}
