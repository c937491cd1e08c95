//! `while`, `for` and `async for`.

use ruff_python_ast as ast;

use crate::code::Op;

use super::place::NOWHERE;
use super::step::Ins;
use super::unit::Block;
use super::{Lowered, Lowerer};

impl<'a> Lowerer<'a> {
    pub(super) fn while_loop(&mut self, node: &'a ast::StmtWhile) -> Lowered {
        let at = self.at(node);
        let start = self.label();
        let end = self.label();
        let anchor = self.label();
        self.place_label(start);
        self.open(Block::While { start, end }, at)?;
        self.jump_if(at, &node.test, anchor, false)?;
        self.body(&node.body)?;
        self.op(NOWHERE, Op::JumpBack(start));
        self.close();
        self.place_label(anchor);
        self.body(&node.orelse)?;
        self.place_label(end);
        Ok(())
    }

    pub(super) fn for_loop(&mut self, node: &'a ast::StmtFor) -> Lowered {
        let start = self.label();
        let cleanup = self.label();
        let end = self.label();
        self.open(Block::For { start, end }, self.at(node))?;
        self.expression(&node.iter)?;
        let iterable = self.at(&*node.iter);
        self.op(iterable, Op::GetIter);
        self.place_label(start);
        self.op(iterable, Op::ForIter(cleanup));
        self.op(self.at(&*node.target), Op::Nop);
        let body = self.label();
        self.place_label(body);
        self.store(&node.target)?;
        self.body(&node.body)?;
        self.op(NOWHERE, Op::JumpBack(start));
        self.place_label(cleanup);
        self.emit(NOWHERE, Ins::EndFor);
        self.emit(NOWHERE, Ins::PopIter);
        self.close();
        self.body(&node.orelse)?;
        self.place_label(end);
        Ok(())
    }

    pub(super) fn async_for(&mut self, node: &'a ast::StmtFor) -> Lowered {
        let at = self.at(node);
        self.needs_async("'async for' outside async function", at)?;
        let start = self.label();
        let except = self.label();
        let end = self.label();
        self.expression(&node.iter)?;
        let iterable = self.at(&*node.iter);
        self.op(iterable, Op::GetAsyncIter);
        self.place_label(start);
        self.open(Block::For { start, end }, at)?;
        self.async_next(at, except);
        self.store(&node.target)?;
        self.body(&node.body)?;
        self.op(NOWHERE, Op::JumpBack(start));
        self.close();
        self.place_label(except);
        self.op(iterable, Op::EndAsyncFor);
        self.body(&node.orelse)?;
        self.place_label(end);
        Ok(())
    }

    /// Awaits the next item of the asynchronous iterator on top; its end goes to the label.
    pub(super) fn async_next(&mut self, at: loopglass_trace::Span, except: super::Label) {
        self.emit(at, Ins::SetupFinally(except));
        self.op(at, Op::GetAsyncNext);
        self.none(at);
        self.await_loop(at);
        self.emit(at, Ins::PopBlock);
    }
}
