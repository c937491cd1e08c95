//! Several instructions of a hot loop in one: most of its time would go into stepping from one to the next. What is
//! fused has an effect only with its last instruction, so where it cannot be done whole nothing has happened yet,
//! and the instructions are done one by one.

use super::program::{Plain, Record, Step};
use crate::code::{BinaryOp, CompareOp};

/// What is done in one. Operands are variables, or constants by their place after the variables.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fused {
    /// `[] → [left op right]`
    Two(BinaryOp, u16, u16),
    /// `[] → []` The same, bound to a variable.
    TwoStore(BinaryOp, u16, u16, u16, Record),
    /// `[] → []` Jumps where comparing gives this truth.
    TwoJump(CompareOp, u16, u16, u32, bool),
    /// `[left] → [left op right]`
    With(BinaryOp, u16),
    /// `[left right] → []` The result is bound to a variable.
    Store(BinaryOp, u16, Record),
    /// `[left right] → []` Jumps where comparing gives this truth.
    Jump(CompareOp, u32, bool),
    /// `[] → []` The next value of the range is bound to a variable.
    Next(u16, Record),
}

impl Fused {
    /// How many instructions it stands for.
    #[inline]
    pub(super) fn count(self) -> usize {
        match self {
            Fused::TwoStore(..) | Fused::TwoJump(..) => 4,
            Fused::Two(..) => 3,
            Fused::With(..) | Fused::Store(..) | Fused::Jump(..) | Fused::Next(..) => 2,
        }
    }
}

/// The steps, with what can be done in one at the place of its first instruction. A jump may lead to any of the
/// others, which stand as they were.
pub(super) fn fused(steps: &[Step], variables: usize, constants: &mut Vec<Plain>) -> Vec<Step> {
    let mut fused = steps.to_vec();
    for (at, step) in fused.iter_mut().enumerate() {
        if let Some(one) = first(&steps[at..], variables, constants) {
            *step = Step::Fused(one);
        }
    }
    fused
}

/// What the first few steps are in one.
fn first(steps: &[Step], variables: usize, constants: &mut Vec<Plain>) -> Option<Fused> {
    let mut operand = |step: Step| match step {
        Step::Load(variable) => Some(variable),
        Step::Push(constant) => {
            let known = constants.iter().position(|other| other.is(constant));
            let place = known.unwrap_or_else(|| {
                constants.push(constant);
                constants.len() - 1
            });
            u16::try_from(variables + place).ok()
        }
        _ => None,
    };
    match *steps {
        [Step::Next, Step::Store(variable, record), ..] => Some(Fused::Next(variable, record)),
        [Step::Binary(op), Step::Store(variable, record), ..] => Some(Fused::Store(op, variable, record)),
        [Step::Compare(op), Step::JumpIf(target, when), ..] => Some(Fused::Jump(op, target, when)),
        [left, right, Step::Binary(op), Step::Store(variable, record), ..] if is_operand(left, right) => {
            Some(Fused::TwoStore(op, operand(left)?, operand(right)?, variable, record))
        }
        [left, right, Step::Compare(op), Step::JumpIf(target, when), ..] if is_operand(left, right) => {
            Some(Fused::TwoJump(op, operand(left)?, operand(right)?, target, when))
        }
        [left, right, Step::Binary(op), ..] if is_operand(left, right) => {
            Some(Fused::Two(op, operand(left)?, operand(right)?))
        }
        [right, Step::Binary(op), ..] => Some(Fused::With(op, operand(right)?)),
        _ => None,
    }
}

fn is_operand(left: Step, right: Step) -> bool {
    let is_operand = |step| matches!(step, Step::Load(_) | Step::Push(_));
    is_operand(left) && is_operand(right)
}
