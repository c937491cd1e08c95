//! What each instruction takes from the operand stack and leaves on it, as `code.rs` documents it.

use crate::code::{FunctionParts, Intrinsic, Op};

/// The effect of an instruction on the operand stack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Effect {
    /// Operands taken.
    pub pops: u32,
    /// Operands left, where control goes on to the next instruction.
    pub pushes: u32,
    /// Operands left, where it jumps.
    pub jump_pushes: u32,
}

fn plain(pops: u32, pushes: u32) -> Effect {
    Effect { pops, pushes, jump_pushes: pushes }
}

/// The effect of an instruction.
pub(super) fn effect(op: Op) -> Effect {
    match op {
        Op::Line(_) | Op::LineAgain(_) | Op::OnLine(_) | Op::Nop => plain(0, 0),
        Op::LoadConst(_) | Op::LoadNone | Op::LoadInt(_) => plain(0, 1),
        Op::Pop => plain(1, 0),
        Op::Copy(depth) => plain(depth, depth + 1),
        Op::Swap(depth) => plain(depth, depth),
        Op::LoadFast(_)
        | Op::LoadDeref(_)
        | Op::LoadClosure(_)
        | Op::LoadClassDeref(_)
        | Op::LoadGlobal(_)
        | Op::LoadName(_) => plain(0, 1),
        Op::LoadFromDictOrGlobals(_) | Op::LoadFromDictOrDeref(_) => plain(1, 1),
        Op::StoreFast(_) | Op::StoreDeref(_) | Op::StoreGlobal(_) | Op::StoreName(_) => plain(1, 0),
        Op::DeleteFast(_)
        | Op::ClearFast(_)
        | Op::MakeCell(_)
        | Op::DeleteDeref(_)
        | Op::DeleteGlobal(_)
        | Op::DeleteName(_) => plain(0, 0),
        Op::LoadAttr(_) => plain(1, 1),
        Op::LoadMethod(_) => plain(1, 2),
        Op::StoreAttr(_) => plain(2, 0),
        Op::DeleteAttr(_) => plain(1, 0),
        Op::Subscript => plain(2, 1),
        Op::StoreSubscript => plain(3, 0),
        Op::DeleteSubscript => plain(2, 0),
        Op::BuildSlice(count) => plain(count, 1),
        Op::Binary(_) | Op::Inplace(_) | Op::Compare(_) | Op::Is(_) | Op::Contains(_) => plain(2, 1),
        Op::Unary(_) | Op::Not => plain(1, 1),
        Op::Jump(_) | Op::JumpBack(_) => plain(0, 0),
        Op::PopJumpIfFalse(_) | Op::PopJumpIfTrue(_) | Op::PopJumpIfNone(_) | Op::PopJumpIfNotNone(_) => {
            plain(1, 0)
        }
        // As in the flow graph, where the pop is an instruction of its own.
        Op::JumpIfFalseOrPop(_) | Op::JumpIfTrueOrPop(_) => plain(1, 1),
        Op::BuildTuple(count) | Op::BuildList(count) | Op::BuildSet(count) | Op::BuildString(count) => {
            plain(count, 1)
        }
        Op::BuildMap(count) => plain(2 * count, 1),
        Op::ListAppend(depth)
        | Op::SetAdd(depth)
        | Op::ListExtend(depth)
        | Op::SetUpdate(depth)
        | Op::DictUpdate(depth)
        | Op::DictMerge(depth) => plain(depth + 1, depth),
        Op::MapAdd(depth) => plain(depth + 2, depth),
        Op::ListToTuple => plain(1, 1),
        Op::UnpackSequence(count) => plain(1, count),
        Op::UnpackStar { before, after } => plain(1, u32::from(before) + u32::from(after) + 1),
        Op::Convert(_) | Op::FormatSimple => plain(1, 1),
        Op::FormatWithSpec => plain(2, 1),
        Op::GetIter => plain(1, 1),
        Op::ForIter(_) => Effect { pops: 1, pushes: 2, jump_pushes: 0 },
        Op::Yield | Op::AsyncYield | Op::GetAwaitable(_) | Op::GetYieldFromIter => plain(1, 1),
        Op::Await => plain(2, 1),
        Op::GetAsyncIter => plain(1, 1),
        Op::GetAsyncNext => plain(1, 2),
        Op::EndAsyncFor => plain(2, 0),
        Op::EnterWith | Op::EnterAsyncWith => plain(1, 2),
        Op::WithExceptStart => plain(3, 4),
        Op::PushExcInfo => plain(1, 2),
        Op::PopExcept => plain(1, 0),
        Op::CheckExcMatch | Op::CheckExcGroupMatch => plain(2, 2),
        Op::Reraise(_) => plain(1, 0),
        Op::Raise(count) => plain(count, 0),
        Op::LoadAssertionError | Op::LoadBuiltin(_) | Op::PushNull | Op::LoadBuildClass | Op::LoadLocals => {
            plain(0, 1)
        }
        Op::Call(count) => plain(count + 2, 1),
        Op::CallKeywords { count, .. } => plain(u32::from(count) + 2, 1),
        Op::CallKeywordsTuple(count) => plain(count + 3, 1),
        Op::CallEx(keywords) => plain(3 + u32::from(keywords), 1),
        Op::MakeFunction { parts, .. } => plain(function_parts(parts), 1),
        Op::Return => plain(1, 0),
        Op::ImportName(_) => plain(2, 1),
        Op::ImportFrom(_) => plain(1, 2),
        Op::GetLen | Op::MatchMapping | Op::MatchSequence => plain(1, 2),
        Op::MatchKeys => plain(2, 3),
        Op::MatchClass(_) => plain(3, 1),
        Op::Intrinsic(intrinsic) => of_intrinsic(intrinsic),
    }
}

fn function_parts(parts: FunctionParts) -> u32 {
    parts.0.count_ones()
}

fn of_intrinsic(intrinsic: Intrinsic) -> Effect {
    match intrinsic {
        Intrinsic::ImportStar => plain(1, 0),
        Intrinsic::TypeVar | Intrinsic::ParamSpec | Intrinsic::TypeVarTuple | Intrinsic::SubscriptGeneric => {
            plain(1, 1)
        }
        Intrinsic::TypeVarWithBound
        | Intrinsic::TypeVarWithConstraints
        | Intrinsic::SetTypeParamDefault
        | Intrinsic::SetFunctionTypeParams
        | Intrinsic::PrepareReraiseStar
        | Intrinsic::Template => plain(2, 1),
        Intrinsic::TypeAlias => plain(3, 1),
        Intrinsic::Interpolation => plain(4, 1),
    }
}
