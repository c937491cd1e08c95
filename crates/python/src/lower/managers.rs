//! `with` and `async with`.

use ruff_python_ast as ast;

use crate::code::{AwaitContext, Op};

use super::place::NOWHERE;
use super::step::{Ins, Label};
use super::unit::Block;
use super::{Lowered, Lowerer};

impl<'a> Lowerer<'a> {
    /// One item of a `with` and, inside it, the later items and the body.
    pub(super) fn with_item(&mut self, node: &'a ast::StmtWith, number: usize) -> Lowered {
        if node.is_async {
            let at = self.at(node);
            self.needs_async("'async with' outside async function", at)?;
        }
        let Some(item) = node.items.get(number) else { return self.body(&node.body) };
        let block = self.label();
        let last = self.label();
        let exit = self.label();
        let cleanup = self.label();
        self.expression(&item.context_expr)?;
        let at = self.at(&item.context_expr);
        if node.is_async {
            self.op(at, Op::EnterAsyncWith);
            self.await_result(at, AwaitContext::AsyncEnter);
        } else {
            self.op(at, Op::EnterWith);
        }
        self.emit(at, Ins::SetupWith(last));
        self.place_label(block);
        self.open(if node.is_async { Block::AsyncWith(at) } else { Block::With(at) }, at)?;
        match &item.optional_vars {
            Some(target) => self.store(target)?,
            None => self.op(at, Op::Pop),
        }
        self.with_item(node, number + 1)?;
        self.close();
        self.emit(if node.is_async { at } else { NOWHERE }, Ins::PopBlock);
        self.exit_with_nones(at);
        if node.is_async {
            self.await_result(at, AwaitContext::AsyncExit);
        }
        self.op(at, Op::Pop);
        self.op(at, Op::JumpBack(exit));

        self.place_label(last);
        self.emit(at, Ins::SetupCleanup(cleanup));
        self.op(at, Op::PushExcInfo);
        self.op(at, Op::WithExceptStart);
        if node.is_async {
            self.await_result(at, AwaitContext::AsyncExit);
        }
        self.with_except_finish(cleanup);
        self.place_label(exit);
        Ok(())
    }

    /// `[exit previous exception result]`: a true result swallows the exception.
    fn with_except_finish(&mut self, cleanup: Label) {
        let suppress = self.label();
        let exit = self.label();
        self.op(NOWHERE, Op::PopJumpIfTrue(suppress));
        self.op(NOWHERE, Op::Reraise(true));
        self.place_label(suppress);
        self.op(NOWHERE, Op::Pop);
        self.emit(NOWHERE, Ins::PopBlock);
        self.op(NOWHERE, Op::PopExcept);
        self.op(NOWHERE, Op::Pop);
        self.op(NOWHERE, Op::Jump(exit));
        self.place_label(cleanup);
        self.pop_except_and_reraise();
        self.place_label(exit);
    }
}
