//! `try` with its handlers, `else` and `finally`, and `except*`.

use loopglass_trace::Span;
use ruff_python_ast::{self as ast, ExceptHandler};
use ruff_text_size::Ranged;

use crate::code::{Intrinsic, Op};
use crate::symbol::Sym;

use super::names::Access;
use super::place::NOWHERE;
use super::step::{Ins, Label};
use super::unit::Block;
use super::{Lowered, Lowerer};

type Handler = ast::ExceptHandlerExceptHandler;

impl<'a> Lowerer<'a> {
    pub(super) fn try_statement(&mut self, node: &'a ast::StmtTry) -> Lowered {
        if node.finalbody.is_empty() { self.try_except(node) } else { self.try_finally(node) }
    }

    fn try_finally(&mut self, node: &'a ast::StmtTry) -> Lowered {
        let at = self.at(node);
        let body = self.label();
        let end = self.label();
        let exit = self.label();
        let cleanup = self.label();
        self.emit(at, Ins::SetupFinally(end));
        self.place_label(body);
        self.open(Block::FinallyTry(&node.finalbody), at)?;
        if node.handlers.is_empty() {
            self.body(&node.body)?;
        } else {
            self.try_except(node)?;
        }
        self.emit(NOWHERE, Ins::PopBlock);
        self.close();
        self.body(&node.finalbody)?;
        self.op(NOWHERE, Op::Jump(exit));

        self.place_label(end);
        self.emit(NOWHERE, Ins::SetupCleanup(cleanup));
        self.op(NOWHERE, Op::PushExcInfo);
        self.open(Block::FinallyEnd, NOWHERE)?;
        self.body(&node.finalbody)?;
        self.close();
        self.op(NOWHERE, Op::Reraise(false));
        self.place_label(cleanup);
        self.pop_except_and_reraise();
        self.place_label(exit);
        Ok(())
    }

    /// `[previous exception]`: what a handler that raised leaves behind.
    pub(super) fn pop_except_and_reraise(&mut self) {
        self.op(NOWHERE, Op::Copy(2));
        self.op(NOWHERE, Op::PopExcept);
        self.op(NOWHERE, Op::Reraise(true));
    }

    fn try_except(&mut self, node: &'a ast::StmtTry) -> Lowered {
        if node.is_star {
            return self.try_star(node);
        }
        let at = self.at(node);
        let body = self.label();
        let except = self.label();
        let end = self.label();
        let cleanup = self.label();
        self.emit(at, Ins::SetupFinally(except));
        self.place_label(body);
        self.open(Block::TryExcept, at)?;
        self.body(&node.body)?;
        self.close();
        self.emit(NOWHERE, Ins::PopBlock);
        self.body(&node.orelse)?;
        self.op(NOWHERE, Op::Jump(end));

        self.place_label(except);
        self.emit(NOWHERE, Ins::SetupCleanup(cleanup));
        self.op(NOWHERE, Op::PushExcInfo);
        self.open(Block::ExceptionHandler, at)?;
        let last = node.handlers.len().saturating_sub(1);
        for (number, ExceptHandler::ExceptHandler(handler)) in node.handlers.iter().enumerate() {
            if handler.type_.is_none() && number < last {
                return self.fail("default 'except:' must be last", handler.range());
            }
            self.except(handler, end)?;
        }
        self.close();
        self.op(NOWHERE, Op::Reraise(false));
        self.place_label(cleanup);
        self.pop_except_and_reraise();
        self.place_label(end);
        Ok(())
    }

    fn except(&mut self, handler: &'a Handler, end: Label) -> Lowered {
        let at = self.at(handler);
        let next = self.label();
        if let Some(kind) = &handler.type_ {
            self.expression(kind)?;
            self.op(at, Op::CheckExcMatch);
            self.op(at, Op::PopJumpIfFalse(next));
        }
        match &handler.name {
            Some(name) => self.named_except_body(at, handler, Sym::new(name.as_str()), end)?,
            None => {
                self.op(at, Op::Pop);
                let body = self.label();
                self.place_label(body);
                self.open(Block::HandlerCleanup(None), at)?;
                self.body(&handler.body)?;
                self.close();
                self.emit(NOWHERE, Ins::PopBlock);
                self.op(NOWHERE, Op::PopExcept);
                self.op(NOWHERE, Op::Jump(end));
            }
        }
        self.place_label(next);
        Ok(())
    }

    fn named_except_body(&mut self, at: Span, handler: &'a Handler, name: Sym, end: Label) -> Lowered {
        let cleanup_end = self.label();
        let body = self.label();
        self.name(at, name, Access::Store);
        self.emit(at, Ins::SetupCleanup(cleanup_end));
        self.place_label(body);
        self.open(Block::HandlerCleanup(Some(name)), at)?;
        self.body(&handler.body)?;
        self.close();
        self.emit(NOWHERE, Ins::PopBlock);
        self.emit(NOWHERE, Ins::PopBlock);
        self.op(NOWHERE, Op::PopExcept);
        self.unbind(NOWHERE, name);
        self.op(NOWHERE, Op::Jump(end));

        self.place_label(cleanup_end);
        self.unbind(NOWHERE, name);
        self.op(NOWHERE, Op::Reraise(true));
        Ok(())
    }

    /// The name of an `except` ends with it, even where its body deleted it.
    fn unbind(&mut self, at: Span, name: Sym) {
        self.none(at);
        self.name(at, name, Access::Store);
        self.name(at, name, Access::Delete);
    }

    fn try_star(&mut self, node: &'a ast::StmtTry) -> Lowered {
        let at = self.at(node);
        let body = self.label();
        let except = self.label();
        let orelse = self.label();
        let end = self.label();
        let cleanup = self.label();
        let reraise_star = self.label();
        self.emit(at, Ins::SetupFinally(except));
        self.place_label(body);
        self.open(Block::TryExcept, at)?;
        self.body(&node.body)?;
        self.close();
        self.emit(NOWHERE, Ins::PopBlock);
        self.op(NOWHERE, Op::Jump(orelse));

        self.place_label(except);
        self.emit(NOWHERE, Ins::SetupCleanup(cleanup));
        self.op(NOWHERE, Op::PushExcInfo);
        self.open(Block::GroupHandler, at)?;
        let last = node.handlers.len().saturating_sub(1);
        for (number, ExceptHandler::ExceptHandler(handler)) in node.handlers.iter().enumerate() {
            if number == 0 {
                let at = self.at(handler);
                self.op(at, Op::BuildList(0));
                self.op(at, Op::Copy(2));
            }
            self.except_star(handler, (number == last).then_some(reraise_star))?;
        }
        self.close();
        let reraise = self.label();
        self.place_label(reraise_star);
        self.op(NOWHERE, Op::Intrinsic(Intrinsic::PrepareReraiseStar));
        self.op(NOWHERE, Op::Copy(1));
        self.op(NOWHERE, Op::PopJumpIfNotNone(reraise));
        self.op(NOWHERE, Op::Pop);
        self.emit(NOWHERE, Ins::PopBlock);
        self.op(NOWHERE, Op::PopExcept);
        self.op(NOWHERE, Op::Jump(end));
        self.place_label(reraise);
        self.emit(NOWHERE, Ins::PopBlock);
        self.op(NOWHERE, Op::Swap(2));
        self.op(NOWHERE, Op::PopExcept);
        self.op(NOWHERE, Op::Reraise(false));
        self.place_label(cleanup);
        self.pop_except_and_reraise();
        self.place_label(orelse);
        self.body(&node.orelse)?;
        self.place_label(end);
        Ok(())
    }

    /// One `except*`: `[original, results, rest]` on the stack before and after.
    fn except_star(&mut self, handler: &'a Handler, last: Option<Label>) -> Lowered {
        let at = self.at(handler);
        let except = self.label();
        let except_with_error = self.label();
        let no_match = self.label();
        if let Some(kind) = &handler.type_ {
            self.expression(kind)?;
            self.op(at, Op::CheckExcGroupMatch);
            self.op(at, Op::Copy(1));
            self.op(at, Op::PopJumpIfNone(no_match));
        }
        let cleanup_end = self.label();
        let body = self.label();
        let name = handler.name.as_ref().map(|name| Sym::new(name.as_str()));
        match name {
            Some(name) => self.name(at, name, Access::Store),
            None => self.op(at, Op::Pop),
        }
        self.emit(at, Ins::SetupCleanup(cleanup_end));
        self.place_label(body);
        self.open(Block::HandlerCleanup(name), at)?;
        self.body(&handler.body)?;
        self.close();
        self.emit(NOWHERE, Ins::PopBlock);
        if let Some(name) = name {
            self.unbind(NOWHERE, name);
        }
        self.op(NOWHERE, Op::Jump(except));
        self.place_label(cleanup_end);
        if let Some(name) = name {
            self.unbind(NOWHERE, name);
        }
        self.op(NOWHERE, Op::ListAppend(2));
        self.op(NOWHERE, Op::Jump(except_with_error));
        self.place_label(except);
        self.op(NOWHERE, Op::Nop);
        self.op(NOWHERE, Op::Jump(except_with_error));
        self.place_label(no_match);
        self.op(at, Op::Pop);
        self.place_label(except_with_error);
        if let Some(reraise_star) = last {
            self.op(NOWHERE, Op::ListAppend(1));
            self.op(NOWHERE, Op::Jump(reraise_star));
        }
        Ok(())
    }
}
