//! Statements; those with blocks of their own are in `loops`, `handlers` and `managers`.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::Ranged;

use loopglass_trace::Span;

use crate::code::{CodeKind, Op};
use crate::symbol::Sym;

use super::constant::Constant;
use super::names::Access;
use super::place::NOWHERE;
use super::scope::ScopeKind;
use super::unit::Block;
use super::{Lowered, Lowerer, literal};

impl<'a> Lowerer<'a> {
    pub(super) fn statement(&mut self, statement: &'a Stmt) -> Lowered {
        match statement {
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::TypeAlias(alias) => self.type_alias(alias),
            Stmt::Return(node) => self.return_statement(node),
            Stmt::Delete(node) => node.targets.iter().try_for_each(|target| self.delete(target)),
            Stmt::Assign(node) => self.assign(node),
            Stmt::AugAssign(node) => self.augmented_assignment(node),
            Stmt::AnnAssign(node) => self.annotated_assignment(node),
            Stmt::For(node) if node.is_async => self.conditional(|this| this.async_for(node)),
            Stmt::For(node) => self.conditional(|this| this.for_loop(node)),
            Stmt::While(node) => self.conditional(|this| this.while_loop(node)),
            Stmt::If(node) => self.conditional(|this| this.if_statement(node)),
            Stmt::With(node) => self.conditional(|this| this.with_item(node, 0)),
            Stmt::Match(node) => self.conditional(|this| this.match_statement(node)),
            Stmt::Raise(node) => self.raise(node),
            Stmt::Try(node) => self.conditional(|this| this.try_statement(node)),
            Stmt::Assert(node) => self.assert(node),
            Stmt::Import(node) => self.import(node),
            Stmt::ImportFrom(node) => self.import_from(node),
            Stmt::Global(_) | Stmt::Nonlocal(_) => Ok(()),
            Stmt::Expr(node) => self.expression_statement(node),
            Stmt::Pass(node) => {
                self.op(self.at(node), Op::Nop);
                Ok(())
            }
            Stmt::Break(node) => self.break_statement(self.at(node)),
            Stmt::Continue(node) => self.continue_statement(self.at(node)),
            Stmt::IpyEscapeCommand(node) => self.fail("invalid syntax", node.range()),
        }
    }

    /// What can be skipped or repeated: annotations inside are conditional.
    fn conditional(&mut self, body: impl FnOnce(&mut Self) -> Lowered) -> Lowered {
        self.unit().conditional_depth += 1;
        body(self)?;
        self.unit().conditional_depth -= 1;
        Ok(())
    }

    /// The body of a module or class: its docstring and annotations, then its statements.
    pub(super) fn namespace_body(&mut self, at: Span, body: &'a [Stmt]) -> Lowered {
        let scope = self.unit().scope;
        if self.future_annotations && self.scopes.scopes[scope].annotations_used {
            self.op(at, Op::BuildMap(0));
            self.name(at, Sym::new("__annotations__"), Access::Store);
        }
        let mut rest = body;
        // What is typed at a prompt has no docstring: its value is shown.
        let typed = self.interactive && self.unit().kind == CodeKind::Module;
        if let (false, Some((node, text))) = (typed, literal::docstring(body)) {
            rest = &body[1..];
            let place = self.at(node);
            self.constant(place, super::Constant::Str(text.clone()));
            self.name(NOWHERE, Sym::new("__doc__"), Access::Store);
            self.unit().doc = Some(super::Constant::Str(text));
        }
        self.body(rest)?;
        self.deferred_annotations(at)
    }

    fn return_statement(&mut self, node: &'a ast::StmtReturn) -> Lowered {
        let kind = self.scope_kind();
        if !kind.is_function_like() {
            return self.fail("'return' outside function", node.range());
        }
        let scope = self.unit().scope;
        let scope = &self.scopes.scopes[scope];
        if node.value.is_some() && scope.coroutine && scope.generator && kind == ScopeKind::Function {
            return self.fail("'return' with value in async generator", node.range());
        }
        let statement = self.at(node);
        let mut at = statement;
        let constant = node.value.as_deref().and_then(literal::constant);
        let keep = node.value.is_some() && constant.is_none();
        if let Some(value) = node.value.as_deref() {
            if keep {
                self.expression(value)?;
            } else {
                at = self.at(value);
                self.op(at, Op::Nop);
            }
        }
        let value_line = node.value.as_deref().map(|value| self.at(value).line);
        if value_line != Some(statement.line) {
            at = statement;
            self.op(at, Op::Nop);
        }
        self.unwind(&mut at, keep, false)?;
        match (&node.value, constant) {
            (None, _) => self.none(at),
            (Some(_), Some(constant)) => self.constant(at, constant),
            _ => {}
        }
        self.op(at, Op::Return);
        Ok(())
    }

    fn assign(&mut self, node: &'a ast::StmtAssign) -> Lowered {
        self.expression(&node.value)?;
        let last = node.targets.len().saturating_sub(1);
        for (number, target) in node.targets.iter().enumerate() {
            if number < last {
                self.op(self.at(node), Op::Copy(1));
            }
            self.store(target)?;
        }
        Ok(())
    }

    fn if_statement(&mut self, node: &'a ast::StmtIf) -> Lowered {
        let at = self.at(node);
        self.branch(at, &node.test, &node.body, &node.elif_else_clauses)
    }

    /// One test with its body and the clauses after it; an `elif` is an `if` inside the `else` part.
    fn branch(
        &mut self,
        at: Span,
        test: &'a Expr,
        body: &'a [Stmt],
        clauses: &'a [ast::ElifElseClause],
    ) -> Lowered {
        let mut ends = Vec::new();
        let (mut at, mut test, mut body, mut clauses) = (at, test, body, clauses);
        loop {
            let end = self.label();
            let next = if clauses.is_empty() { end } else { self.label() };
            self.jump_if(at, test, next, false)?;
            self.body(body)?;
            ends.push(end);
            let Some((clause, rest)) = clauses.split_first() else { break };
            self.op(NOWHERE, Op::Jump(end));
            self.place_label(next);
            match &clause.test {
                Some(inner) => {
                    at = self.at(clause);
                    test = inner;
                    body = &clause.body;
                    clauses = rest;
                }
                None => {
                    self.body(&clause.body)?;
                    break;
                }
            }
        }
        while let Some(end) = ends.pop() {
            self.place_label(end);
        }
        Ok(())
    }

    fn raise(&mut self, node: &'a ast::StmtRaise) -> Lowered {
        let mut count = 0;
        for part in node.exc.iter().chain(&node.cause) {
            self.expression(part)?;
            count += 1;
        }
        self.op(self.at(node), Op::Raise(count));
        Ok(())
    }

    fn assert(&mut self, node: &'a ast::StmtAssert) -> Lowered {
        let at = self.at(node);
        let end = self.label();
        self.jump_if(at, &node.test, end, true)?;
        self.op(at, Op::LoadAssertionError);
        if let Some(message) = &node.msg {
            self.op(at, Op::PushNull);
            self.expression(message)?;
            self.op(at, Op::Call(1));
        }
        self.op(self.at(&*node.test), Op::Raise(1));
        self.place_label(end);
        Ok(())
    }

    fn expression_statement(&mut self, node: &'a ast::StmtExpr) -> Lowered {
        if self.interactive && self.unit().kind == CodeKind::Module {
            return self.display(node);
        }
        if literal::constant(&node.value).is_some() {
            self.op(self.at(node), Op::Nop);
            return Ok(());
        }
        self.expression(&node.value)?;
        self.op(NOWHERE, Op::Pop);
        Ok(())
    }

    /// `sys.displayhook(value)`, as at a prompt.
    fn display(&mut self, node: &'a ast::StmtExpr) -> Lowered {
        let at = self.at(node);
        self.constant(at, Constant::int(0));
        self.none(at);
        let [sys, hook] = ["sys", "displayhook"].map(|name| self.unit().name_index(Sym::new(name)));
        self.op(at, Op::ImportName(sys));
        self.op(at, Op::LoadAttr(hook));
        self.op(at, Op::PushNull);
        self.expression(&node.value)?;
        self.op(at, Op::Call(1));
        self.op(NOWHERE, Op::Pop);
        Ok(())
    }

    fn break_statement(&mut self, origin: Span) -> Lowered {
        let mut at = origin;
        self.op(at, Op::Nop);
        let Some(block) = self.unwind(&mut at, false, true)? else {
            return self.fail_span("'break' outside loop", origin);
        };
        self.leave(&mut at, block, false)?;
        if let Block::While { end, .. } | Block::For { end, .. } = block {
            self.op(at, Op::JumpBack(end));
        }
        Ok(())
    }

    fn continue_statement(&mut self, origin: Span) -> Lowered {
        let mut at = origin;
        self.op(at, Op::Nop);
        let Some(block) = self.unwind(&mut at, false, true)? else {
            return self.fail_span("'continue' not properly in loop", origin);
        };
        if let Block::While { start, .. } | Block::For { start, .. } = block {
            self.op(at, Op::JumpBack(start));
        }
        Ok(())
    }
}
