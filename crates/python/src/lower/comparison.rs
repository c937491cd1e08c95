//! Comparisons, `and`, `or`, conditional expressions, and conditions that only decide where to go on.

use loopglass_trace::Span;
use ruff_python_ast::{self as ast, CmpOp, Expr};

use crate::code::{CompareOp, Op};

use super::place::NOWHERE;
use super::step::Label;
use super::{Lowered, Lowerer};

fn compare_op(op: CmpOp) -> Op {
    match op {
        CmpOp::Eq => Op::Compare(CompareOp::Eq),
        CmpOp::NotEq => Op::Compare(CompareOp::Ne),
        CmpOp::Lt => Op::Compare(CompareOp::Lt),
        CmpOp::LtE => Op::Compare(CompareOp::Le),
        CmpOp::Gt => Op::Compare(CompareOp::Gt),
        CmpOp::GtE => Op::Compare(CompareOp::Ge),
        CmpOp::Is => Op::Is(false),
        CmpOp::IsNot => Op::Is(true),
        CmpOp::In => Op::Contains(false),
        CmpOp::NotIn => Op::Contains(true),
    }
}

impl<'a> Lowerer<'a> {
    pub(super) fn compare(&mut self, node: &'a ast::ExprCompare) -> Lowered {
        let at = self.at(node);
        self.expression(&node.left)?;
        let Some((last, chained)) = node.comparators.split_last() else { return Ok(()) };
        if chained.is_empty() {
            self.expression(last)?;
            self.op(at, compare_op(node.ops[0]));
            return Ok(());
        }
        let cleanup = self.label();
        for (op, operand) in node.ops.iter().zip(chained) {
            self.expression(operand)?;
            self.op(at, Op::Swap(2));
            self.op(at, Op::Copy(2));
            self.op(at, compare_op(*op));
            self.op(at, Op::JumpIfFalseOrPop(cleanup));
            self.op(at, Op::Pop);
        }
        self.expression(last)?;
        self.op(at, compare_op(node.ops[node.ops.len() - 1]));
        let end = self.label();
        self.op(NOWHERE, Op::Jump(end));
        self.place_label(cleanup);
        self.op(at, Op::Swap(2));
        self.op(at, Op::Pop);
        self.place_label(end);
        Ok(())
    }

    pub(super) fn bool_op(&mut self, node: &'a ast::ExprBoolOp) -> Lowered {
        let at = self.at(node);
        let Some((last, values)) = node.values.split_last() else { return Ok(()) };
        let end = self.label();
        for value in values {
            self.expression(value)?;
            self.op(
                at,
                match node.op {
                    ast::BoolOp::And => Op::JumpIfFalseOrPop(end),
                    ast::BoolOp::Or => Op::JumpIfTrueOrPop(end),
                },
            );
            self.op(at, Op::Pop);
        }
        self.expression(last)?;
        self.place_label(end);
        Ok(())
    }

    pub(super) fn conditional_expression(&mut self, node: &'a ast::ExprIf) -> Lowered {
        let end = self.label();
        let next = self.label();
        self.jump_if(self.at(node), &node.test, next, false)?;
        self.expression(&node.body)?;
        self.op(NOWHERE, Op::Jump(end));
        self.place_label(next);
        self.expression(&node.orelse)?;
        self.place_label(end);
        Ok(())
    }

    /// Jumps where the expression's truth is the condition.
    pub(super) fn jump_if(&mut self, at: Span, test: &'a Expr, next: Label, condition: bool) -> Lowered {
        match test {
            Expr::UnaryOp(node) if node.op == ast::UnaryOp::Not => {
                return self.jump_if(at, &node.operand, next, !condition);
            }
            Expr::BoolOp(node) => return self.jump_if_any(at, node, next, condition),
            Expr::If(node) => {
                let end = self.label();
                let other = self.label();
                self.jump_if(at, &node.test, other, false)?;
                self.jump_if(at, &node.body, next, condition)?;
                self.op(NOWHERE, Op::Jump(end));
                self.place_label(other);
                self.jump_if(at, &node.orelse, next, condition)?;
                self.place_label(end);
                return Ok(());
            }
            Expr::Compare(node) if node.ops.len() > 1 => return self.jump_if_chain(node, next, condition),
            _ => {}
        }
        self.expression(test)?;
        self.op(self.at(test), pop_jump(condition, next));
        Ok(())
    }

    fn jump_if_any(&mut self, at: Span, node: &'a ast::ExprBoolOp, next: Label, condition: bool) -> Lowered {
        let Some((last, values)) = node.values.split_last() else { return Ok(()) };
        let decides = node.op == ast::BoolOp::Or;
        let early = if decides == condition { next } else { self.label() };
        for value in values {
            self.jump_if(at, value, early, decides)?;
        }
        self.jump_if(at, last, next, condition)?;
        if early != next {
            self.place_label(early);
        }
        Ok(())
    }

    fn jump_if_chain(&mut self, node: &'a ast::ExprCompare, next: Label, condition: bool) -> Lowered {
        let at = self.at(node);
        let Some((last, chained)) = node.comparators.split_last() else { return Ok(()) };
        let cleanup = self.label();
        self.expression(&node.left)?;
        for (op, operand) in node.ops.iter().zip(chained) {
            self.expression(operand)?;
            self.op(at, Op::Swap(2));
            self.op(at, Op::Copy(2));
            self.op(at, compare_op(*op));
            self.op(at, Op::PopJumpIfFalse(cleanup));
        }
        self.expression(last)?;
        self.op(at, compare_op(node.ops[node.ops.len() - 1]));
        self.op(at, pop_jump(condition, next));
        let end = self.label();
        self.op(NOWHERE, Op::Jump(end));
        self.place_label(cleanup);
        self.op(at, Op::Pop);
        if !condition {
            self.op(NOWHERE, Op::Jump(next));
        }
        self.place_label(end);
        Ok(())
    }
}

fn pop_jump(condition: bool, next: Label) -> Op {
    if condition { Op::PopJumpIfTrue(next) } else { Op::PopJumpIfFalse(next) }
}
