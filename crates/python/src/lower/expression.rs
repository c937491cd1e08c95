//! Expressions that are read; calls, displays, comprehensions and formatted strings have files of their own.

use ruff_python_ast::{self as ast, Expr, Operator};
use ruff_text_size::Ranged;

use loopglass_trace::Span;

use crate::code::{AwaitContext, BinaryOp, CodeKind, Op, UnaryOp};
use crate::symbol::Sym;

use super::names::Access;
use super::scope::{ScopeKind, mangle};
use super::step::Ins;
use super::{Lowered, Lowerer, literal, percent};

/// The instruction's operator.
pub(super) fn binary_op(op: Operator) -> BinaryOp {
    match op {
        Operator::Add => BinaryOp::Add,
        Operator::Sub => BinaryOp::Sub,
        Operator::Mult => BinaryOp::Mul,
        Operator::MatMult => BinaryOp::MatMul,
        Operator::Div => BinaryOp::TrueDiv,
        Operator::Mod => BinaryOp::Mod,
        Operator::Pow => BinaryOp::Pow,
        Operator::LShift => BinaryOp::LShift,
        Operator::RShift => BinaryOp::RShift,
        Operator::BitOr => BinaryOp::Or,
        Operator::BitXor => BinaryOp::Xor,
        Operator::BitAnd => BinaryOp::And,
        Operator::FloorDiv => BinaryOp::FloorDiv,
    }
}

impl<'a> Lowerer<'a> {
    /// Emits an expression: its value is then on top.
    pub(super) fn expression(&mut self, expression: &'a Expr) -> Lowered {
        if let Some(constant) = literal::constant(expression) {
            self.constant(self.at(expression), constant);
            return Ok(());
        }
        let at = self.at(expression);
        match expression {
            Expr::BoolOp(node) => self.bool_op(node),
            Expr::Named(node) => {
                self.expression(&node.value)?;
                self.op(at, Op::Copy(1));
                self.store(&node.target)
            }
            Expr::BinOp(node) => self.binary(node),
            Expr::UnaryOp(node) => {
                self.expression(&node.operand)?;
                self.op(
                    at,
                    match node.op {
                        ast::UnaryOp::Not => Op::Not,
                        ast::UnaryOp::Invert => Op::Unary(UnaryOp::Invert),
                        ast::UnaryOp::UAdd => Op::Unary(UnaryOp::Pos),
                        ast::UnaryOp::USub => Op::Unary(UnaryOp::Neg),
                    },
                );
                Ok(())
            }
            Expr::Lambda(node) => self.lambda(node),
            Expr::If(node) => self.conditional_expression(node),
            Expr::Dict(node) => self.dict(node),
            Expr::Set(node) => self.set(node),
            Expr::List(node) => self.list(node),
            Expr::Tuple(node) => self.tuple(node),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expression)
            }
            Expr::Await(node) => self.await_expression(node),
            Expr::Yield(node) => self.yield_expression(node),
            Expr::YieldFrom(node) => self.yield_from(node),
            Expr::Compare(node) => self.compare(node),
            Expr::Call(node) => self.call(node),
            Expr::FString(node) => self.f_string(node),
            Expr::TString(node) => self.t_string(node),
            Expr::Attribute(node) => self.load_attribute(node),
            Expr::Subscript(node) => {
                self.expression(&node.value)?;
                self.index(at, &node.slice)?;
                self.op(at, Op::Subscript);
                Ok(())
            }
            Expr::Slice(node) => self.slice_parts(node, at),
            Expr::Name(node) => {
                self.name(at, Sym::new(node.id.as_str()), Access::Load);
                Ok(())
            }
            Expr::Starred(node) => self.fail("can't use starred expression here", node.range()),
            Expr::IpyEscapeCommand(node) => self.fail("invalid syntax", node.range()),
            Expr::NumberLiteral(node) => self.fail("invalid number", node.range()),
            Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_) => Ok(()),
        }
    }

    pub(super) fn expressions(&mut self, expressions: &'a [Expr]) -> Lowered {
        expressions.iter().try_for_each(|expression| self.expression(expression))
    }

    /// A chain of operators leans to the left and may be long: it is walked without recursion.
    fn binary(&mut self, node: &'a ast::ExprBinOp) -> Lowered {
        if self.percent_format(node)? {
            return Ok(());
        }
        let mut chain = vec![node];
        let mut left = &*node.left;
        while let Expr::BinOp(inner) = left
            && percent::pieces(inner).is_none()
        {
            chain.push(inner);
            left = &inner.left;
        }
        self.expression(left)?;
        for node in chain.into_iter().rev() {
            self.expression(&node.right)?;
            self.op(self.at(node), Op::Binary(binary_op(node.op)));
        }
        Ok(())
    }

    fn load_attribute(&mut self, node: &'a ast::ExprAttribute) -> Lowered {
        self.expression(&node.value)?;
        let at = self.attribute_at(self.at(node), node);
        let index = self.attribute_index(node);
        self.op(at, Op::LoadAttr(index));
        Ok(())
    }

    /// The name of an attribute in the table of names, mangled.
    pub(super) fn attribute_index(&mut self, node: &ast::ExprAttribute) -> u32 {
        let unit = self.unit();
        let name = mangle(unit.private, Sym::new(node.attr.as_str()));
        unit.name_index(name)
    }

    /// Where an access over several lines is: at the attribute's name.
    pub(super) fn attribute_at(&self, mut at: Span, node: &ast::ExprAttribute) -> Span {
        let name = self.at(&node.attr);
        if at.line != name.end_line {
            at.line = name.end_line;
            at.column = name.column;
            at.end_line = at.end_line.max(at.line);
            if at.line == at.end_line {
                at.end_column = at.end_column.max(at.column);
            }
        }
        at
    }

    /// The index of a subscript at `at`. CPython reads and writes a slice of two parts in one instruction,
    /// which is where the subscript is; a slice of constants is a constant.
    pub(super) fn index(&mut self, at: Span, index: &'a Expr) -> Lowered {
        match index {
            Expr::Slice(node) if node.step.is_none() && !is_constant(node) => self.slice_parts(node, at),
            other => self.expression(other),
        }
    }

    fn slice_parts(&mut self, node: &'a ast::ExprSlice, build: Span) -> Lowered {
        let at = self.at(node);
        let constant = is_constant(node);
        let mut count = 2;
        let parts = [&node.lower, &node.upper];
        let step = node.step.as_ref().map(|_| &node.step);
        count += u32::from(step.is_some());
        for part in parts.into_iter().chain(step) {
            match part.as_deref() {
                Some(part) if constant => {
                    if let Some(value) = literal::constant(part) {
                        self.constant(at, value);
                    }
                }
                Some(part) => self.expression(part)?,
                None => self.none(at),
            }
        }
        self.op(build, Op::BuildSlice(count));
        Ok(())
    }

    fn await_expression(&mut self, node: &'a ast::ExprAwait) -> Lowered {
        let at = self.at(node);
        let kind = self.scope_kind();
        if !kind.is_function_like() {
            return self.fail("'await' outside function", node.range());
        }
        let in_generator = kind == ScopeKind::GeneratorExpression;
        if !in_generator && !matches!(self.unit().kind, CodeKind::Coroutine | CodeKind::AsyncGenerator) {
            return self.fail("'await' outside async function", node.range());
        }
        self.expression(&node.value)?;
        self.await_result(at, AwaitContext::Await);
        Ok(())
    }

    /// Fails outside an `async def`.
    pub(super) fn needs_async(&mut self, message: &str, at: Span) -> Lowered {
        if matches!(self.unit().kind, CodeKind::Coroutine | CodeKind::AsyncGenerator) {
            return Ok(());
        }
        self.fail_span(message, at)
    }

    fn yield_expression(&mut self, node: &'a ast::ExprYield) -> Lowered {
        let at = self.at(node);
        if !self.scope_kind().is_function_like() {
            return self.fail("'yield' outside function", node.range());
        }
        match &node.value {
            Some(value) => self.expression(value)?,
            None => self.none(at),
        }
        self.yield_value(at);
        Ok(())
    }

    /// Yields what is on top.
    pub(super) fn yield_value(&mut self, at: Span) {
        let asynchronous = self.unit().kind == CodeKind::AsyncGenerator;
        self.op(at, if asynchronous { Op::AsyncYield } else { Op::Yield });
        self.emit(at, Ins::Resume);
    }

    fn yield_from(&mut self, node: &'a ast::ExprYieldFrom) -> Lowered {
        let at = self.at(node);
        if !self.scope_kind().is_function_like() {
            return self.fail("'yield from' outside function", node.range());
        }
        if matches!(self.unit().kind, CodeKind::Coroutine | CodeKind::AsyncGenerator) {
            return self.fail("'yield from' inside async function", node.range());
        }
        self.expression(&node.value)?;
        self.op(at, Op::GetYieldFromIter);
        self.none(at);
        self.await_loop(at);
        Ok(())
    }
}

/// Whether all parts of a slice are literals.
fn is_constant(node: &ast::ExprSlice) -> bool {
    let parts = [&node.lower, &node.upper, &node.step];
    parts.into_iter().flatten().all(|part| literal::constant(part).is_some())
}
