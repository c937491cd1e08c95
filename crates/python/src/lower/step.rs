//! The steps that lowering emits before jumps are resolved: instructions whose targets are labels, and the
//! pseudo-instructions that only the passes over the flow graph need. Until they are written,
//! three instructions mean something else: [`Op::JumpBack`] is CPython's `JUMP`, at which a run may be paused,
//! [`Op::Jump`] its `JUMP_NO_INTERRUPT`, and [`Op::JumpIfFalseOrPop`] and its opposite keep the value either way.

use loopglass_trace::Span;

use crate::code::Op;

/// A place to jump to, not yet known.
pub(super) type Label = u32;

/// An instruction or a pseudo-instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ins {
    /// An instruction; a jump's target is a [`Label`].
    Op(Op),
    /// Where a frame starts: has the line of its `def`, and never begins a line.
    Resume,
    /// From here to its [`Ins::PopBlock`], exceptions go to the label.
    SetupFinally(Label),
    /// As [`Ins::SetupFinally`], where CPython also keeps the raising instruction.
    SetupCleanup(Label),
    /// As [`Ins::SetupFinally`], with one operand on the stack that the handler does not keep.
    SetupWith(Label),
    /// Ends the innermost of the three above.
    PopBlock,
    /// First after a loop's end: never begins a line.
    EndFor,
    /// Second after a loop's end: never begins a line.
    PopIter,
    /// After an `await`'s instruction: where it goes on once it has its result.
    Send(Label),
    /// Where a frame that awaits is suspended.
    Suspend,
    /// Back to the `await` after a suspension.
    SendAgain(Label),
    /// Where an exception thrown in during a suspension goes first.
    CleanupThrow,
    /// First after an `await`: never begins a line.
    EndSend,
}

/// An instruction with its place in the source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Step {
    /// What to do.
    pub ins: Ins,
    /// Where from; line 0 for none.
    pub at: Span,
}

/// The label of a jump.
pub(super) fn target(op: Op) -> Option<Label> {
    match op {
        Op::Jump(label)
        | Op::JumpBack(label)
        | Op::PopJumpIfFalse(label)
        | Op::PopJumpIfTrue(label)
        | Op::PopJumpIfNone(label)
        | Op::PopJumpIfNotNone(label)
        | Op::JumpIfFalseOrPop(label)
        | Op::JumpIfTrueOrPop(label)
        | Op::ForIter(label) => Some(label),
        _ => None,
    }
}

/// The jump with another target; other instructions as they are.
pub(super) fn with_target(op: Op, label: Label) -> Op {
    match op {
        Op::Jump(_) => Op::Jump(label),
        Op::JumpBack(_) => Op::JumpBack(label),
        Op::PopJumpIfFalse(_) => Op::PopJumpIfFalse(label),
        Op::PopJumpIfTrue(_) => Op::PopJumpIfTrue(label),
        Op::PopJumpIfNone(_) => Op::PopJumpIfNone(label),
        Op::PopJumpIfNotNone(_) => Op::PopJumpIfNotNone(label),
        Op::JumpIfFalseOrPop(_) => Op::JumpIfFalseOrPop(label),
        Op::JumpIfTrueOrPop(_) => Op::JumpIfTrueOrPop(label),
        Op::ForIter(_) => Op::ForIter(label),
        other => other,
    }
}

/// Whether control never goes on after the instruction.
pub(super) fn leaves(op: Op) -> bool {
    matches!(op, Op::Return | Op::Raise(_) | Op::Reraise(_))
}
