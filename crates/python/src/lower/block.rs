//! Leaving blocks: what `return`, `break` and `continue` must run on their way out.

use loopglass_trace::Span;

use crate::code::{AwaitContext, Op};
use crate::parse::SyntaxFailure;

use super::names::Access;
use super::place::NOWHERE;
use super::step::Ins;
use super::unit::Block;
use super::{Lowered, Lowerer};

/// CPython's limit of blocks inside one another.
const MAXIMUM_BLOCKS: usize = 20;

impl<'a> Lowerer<'a> {
    /// Opens a block.
    pub(super) fn open(&mut self, block: Block<'a>, at: Span) -> Lowered {
        if self.unit().blocks.len() >= MAXIMUM_BLOCKS {
            return self.fail_span("too many statically nested blocks", at);
        }
        self.unit().blocks.push(block);
        Ok(())
    }

    /// Closes the innermost block.
    pub(super) fn close(&mut self) {
        self.unit().blocks.pop();
    }

    /// Emits what leaving blocks needs, outward to the loop or to the function. With `keep` a value to
    /// return is on top. Gives the loop.
    pub(super) fn unwind(
        &mut self,
        at: &mut Span,
        keep: bool,
        to_loop: bool,
    ) -> Result<Option<Block<'a>>, SyntaxFailure> {
        let Some(block) = self.unit().blocks.last().copied() else { return Ok(None) };
        if let Block::GroupHandler = block {
            return self.fail_span("'break', 'continue' and 'return' cannot appear in an except* block", *at);
        }
        if to_loop && matches!(block, Block::While { .. } | Block::For { .. }) {
            return Ok(Some(block));
        }
        self.unit().blocks.pop();
        self.leave(at, block, keep)?;
        let found = self.unwind(at, keep, to_loop)?;
        self.unit().blocks.push(block);
        Ok(found)
    }

    /// Emits what leaving one block needs.
    pub(super) fn leave(&mut self, at: &mut Span, block: Block<'a>, keep: bool) -> Lowered {
        match block {
            Block::While { .. }
            | Block::ExceptionHandler
            | Block::GroupHandler
            | Block::AsyncComprehension
            | Block::StopIteration => {}
            Block::For { .. } | Block::PopValue => self.pop_beneath(*at, keep),
            Block::TryExcept => self.emit(*at, Ins::PopBlock),
            Block::FinallyTry(body) => {
                self.emit(*at, Ins::PopBlock);
                if keep {
                    self.open(Block::PopValue, *at)?;
                }
                self.body(body)?;
                if keep {
                    self.close();
                }
                *at = NOWHERE;
            }
            Block::FinallyEnd => {
                self.pop_beneath(*at, keep);
                self.swap_if(*at, keep);
                self.emit(*at, Ins::PopBlock);
                self.op(*at, Op::PopExcept);
            }
            Block::With(with) | Block::AsyncWith(with) => {
                self.emit(with, Ins::PopBlock);
                self.swap_if(with, keep);
                self.exit_with_nones(with);
                if let Block::AsyncWith(_) = block {
                    self.await_result(with, AwaitContext::AsyncExit);
                }
                self.op(with, Op::Pop);
                *at = NOWHERE;
            }
            Block::HandlerCleanup(name) => {
                if name.is_some() {
                    self.emit(*at, Ins::PopBlock);
                }
                self.swap_if(*at, keep);
                self.emit(*at, Ins::PopBlock);
                self.op(*at, Op::PopExcept);
                if let Some(name) = name {
                    self.none(*at);
                    self.name(*at, name, Access::Store);
                    self.name(*at, name, Access::Delete);
                }
            }
        }
        Ok(())
    }

    fn swap_if(&mut self, at: Span, keep: bool) {
        if keep {
            self.op(at, Op::Swap(2));
        }
    }

    fn pop_beneath(&mut self, at: Span, keep: bool) {
        self.swap_if(at, keep);
        self.op(at, Op::Pop);
    }

    /// Calls the `__exit__` on the stack with three times `None`.
    pub(super) fn exit_with_nones(&mut self, at: Span) {
        self.op(at, Op::PushNull);
        for _ in 0..3 {
            self.none(at);
        }
        self.op(at, Op::Call(3));
    }

    /// Awaits what is on top.
    pub(super) fn await_result(&mut self, at: Span, context: AwaitContext) {
        self.op(at, Op::GetAwaitable(context));
        self.none(at);
        self.await_loop(at);
    }

    /// `[iterator value]`: sends and suspends until there is a result. One instruction does it all; the rest
    /// is what the order of blocks and the lines of CPython's loop depend on.
    pub(super) fn await_loop(&mut self, at: Span) {
        let send = self.label();
        let fail = self.label();
        let exit = self.label();
        self.place_label(send);
        self.op(at, Op::Await);
        self.emit(at, Ins::Send(exit));
        self.emit(at, Ins::SetupFinally(fail));
        self.emit(at, Ins::Suspend);
        self.emit(NOWHERE, Ins::PopBlock);
        self.emit(at, Ins::Resume);
        self.emit(at, Ins::SendAgain(send));
        self.place_label(fail);
        self.emit(at, Ins::CleanupThrow);
        self.place_label(exit);
        self.emit(at, Ins::EndSend);
    }
}
