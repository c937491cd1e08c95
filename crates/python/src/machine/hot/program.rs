//! The loop as it is run hot: its instructions with their operands resolved as far as the code alone tells,
//! one for each instruction of the code, so that every moment of one is a moment of the other.

use std::rc::Rc;

use super::fuse::{self, Fused};
use crate::code::{BinaryOp, Code, CompareOp, Op, UnaryOp};
use crate::symbol::Sym;
use crate::value::Value;

/// More variables than this no loop of plain arithmetic has.
const MOST_VARIABLES: usize = 64;

/// A value that owns nothing.
#[derive(Clone, Copy, Debug)]
#[repr(u64)]
pub(super) enum Plain {
    /// Unbound, or an empty self place.
    Null,
    /// `None`
    None,
    /// `True` or `False`
    Bool(bool),
    /// An `int` of 64 bits.
    Int(i64),
    /// A `float`.
    Float(f64),
    /// One of the functions that may be called, by its place in the list of them.
    Callee(u16),
    /// Anything else: no instruction may touch it.
    Opaque,
}

impl Plain {
    /// The value, if it is one that owns nothing.
    pub(super) fn of(value: &Value) -> Plain {
        match value {
            Value::Null => Plain::Null,
            Value::None => Plain::None,
            Value::Bool(value) => Plain::Bool(*value),
            Value::Int(value) => Plain::Int(*value),
            Value::Float(value) => Plain::Float(*value),
            _ => Plain::Opaque,
        }
    }

    /// Python's `is`.
    pub(super) fn is(self, other: Plain) -> bool {
        match (self, other) {
            (Plain::Null, Plain::Null) | (Plain::None, Plain::None) => true,
            (Plain::Bool(a), Plain::Bool(b)) => a == b,
            (Plain::Int(a), Plain::Int(b)) => a == b,
            (Plain::Float(a), Plain::Float(b)) => a.to_bits() == b.to_bits(),
            _ => false,
        }
    }
}

/// Where a variable lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// In a slot of the frame.
    Slot(u32),
    /// In the cell that a slot holds.
    Cell(u32),
    /// Among the globals, or the builtins.
    Global(Sym),
    /// An attribute of what a slot holds.
    SlotAttribute(u32, Sym),
    /// An attribute of a global.
    GlobalAttribute(Sym, Sym),
}

/// When binding a variable is recorded, and where.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Record {
    /// In the frame, where the value is a new one.
    New,
    /// In the frame, always.
    Always,
    /// In the module's frame, always.
    Main,
}

/// One instruction. Targets are counted from the loop's first instruction; beyond the loop they lead out.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// `Op::Line`; the second number is the line's place among the loop's lines.
    Line(u32, u8),
    /// `Op::LineAgain`
    LineAgain(u32, u8),
    Nop,
    Push(Plain),
    Pop,
    Copy(u32),
    Swap(u32),
    Load(u16),
    /// Two instructions in one: an attribute of something that stays as it is.
    LoadAttribute(u16),
    /// The same for a call: with an empty self place.
    LoadMethod(u16),
    Store(u16, Record),
    Binary(BinaryOp),
    Negate,
    Not,
    Compare(CompareOp),
    Is(bool),
    Jump(u32),
    /// The jump back that ends a turn of the loop.
    Turn,
    JumpIf(u32, bool),
    JumpIfNone(u32, bool),
    JumpOrPop(u32, bool),
    /// The loop's own `ForIter`.
    Next,
    Call(u32),
    /// Several instructions in one, of which none does anything but the last.
    Fused(Fused),
    /// An instruction that is not run hot.
    Leave,
}

/// A loop.
#[derive(Debug)]
pub(super) struct Program {
    /// The first instruction.
    pub(super) start: u32,
    /// What corresponds to the instructions from there to the last jump back, one by one.
    pub(super) plain: Vec<Step>,
    /// The same, where several are done in one: with that at the place of the first.
    pub(super) steps: Vec<Step>,
    /// What it reads and binds.
    pub(super) variables: Vec<(Place, Sym)>,
    /// What is read as if it were a variable after those.
    pub(super) constants: Vec<Plain>,
    /// Its lines.
    pub(super) lines: Vec<u32>,
    /// Whether it is a `for` loop, with its iterator on the operand stack.
    pub(super) iterates: bool,
}

struct Compiler<'a> {
    code: &'a Code,
    start: u32,
    variables: Vec<(Place, Sym)>,
    lines: Vec<u32>,
}

impl Program {
    /// The loop that begins at an instruction, if it may be worth running hot.
    pub(super) fn new(code: &Rc<Code>, start: u32) -> Option<Program> {
        let last = code.ops.iter().rposition(|op| *op == Op::JumpBack(start))?;
        let ops = code.ops.get(start as usize..=last)?;
        let mut compiler = Compiler { code, start, variables: Vec::new(), lines: Vec::new() };
        let mut steps = Vec::with_capacity(ops.len());
        while let Some(op) = ops.get(steps.len()) {
            let next = ops.get(steps.len() + 1);
            match next.and_then(|next| compiler.attribute(ops, *op, *next)) {
                Some(step) => steps.extend([step, Step::Leave]),
                None => steps.push(compiler.step(steps.len(), *op)),
            }
        }
        let Compiler { variables, lines, .. } = compiler;
        if variables.len() > MOST_VARIABLES || lines.len() > 64 || lines.is_empty() {
            return None;
        }
        let iterates = steps.iter().any(|step| matches!(step, Step::Next));
        let mut constants = Vec::new();
        let fused = fuse::fused(&steps, variables.len(), &mut constants);
        Some(Program { start, plain: steps, steps: fused, variables, constants, lines, iterates })
    }
}

impl Program {
    /// Whether some instruction binds a variable.
    pub(super) fn binds(&self, variable: u16) -> bool {
        self.plain.iter().any(|step| matches!(step, Step::Store(other, _) if *other == variable))
    }
}

impl Compiler<'_> {
    fn variable(&mut self, place: Place, name: Sym) -> u16 {
        let known = self.variables.iter().position(|(other, _)| *other == place);
        known.unwrap_or_else(|| {
            self.variables.push((place, name));
            self.variables.len() - 1
        }) as u16
    }

    fn slot(&mut self, slot: u32) -> u16 {
        self.variable(Place::Slot(slot), self.code.slots[slot as usize])
    }

    fn global(&mut self, name: u32) -> u16 {
        let name = self.code.names[name as usize];
        self.variable(Place::Global(name), name)
    }

    fn line(&mut self, line: u32) -> u8 {
        let known = self.lines.iter().position(|other| *other == line);
        known.unwrap_or_else(|| {
            self.lines.push(line);
            self.lines.len() - 1
        }) as u8
    }

    fn to(&self, target: u32) -> u32 {
        target.wrapping_sub(self.start)
    }

    /// A name and its attribute, both looked up by instructions of the loop that follow each other, where no
    /// instruction of the loop binds the name.
    fn attribute(&mut self, ops: &[Op], op: Op, next: Op) -> Option<Step> {
        let (Op::LoadAttr(attribute) | Op::LoadMethod(attribute)) = next else { return None };
        let attribute = self.code.names[attribute as usize];
        let place = match op {
            Op::LoadFast(slot) if !ops.contains(&Op::StoreFast(slot)) => {
                Place::SlotAttribute(slot, attribute)
            }
            Op::LoadGlobal(name) | Op::LoadName(name)
                if !ops.contains(&Op::StoreGlobal(name)) && !ops.contains(&Op::StoreName(name)) =>
            {
                Place::GlobalAttribute(self.code.names[name as usize], attribute)
            }
            _ => return None,
        };
        let variable = self.variable(place, attribute);
        Some(match next {
            Op::LoadMethod(_) => Step::LoadMethod(variable),
            _ => Step::LoadAttribute(variable),
        })
    }

    /// Whether nothing but the beginning of the line comes before an instruction of the loop.
    fn leads_up_to(&self, at: usize) -> bool {
        let before = self.code.ops.get(self.start as usize..self.start as usize + at);
        before.is_some_and(|ops| ops.iter().all(|op| matches!(op, Op::Line(_) | Op::LineAgain(_) | Op::Nop)))
    }

    fn step(&mut self, at: usize, op: Op) -> Step {
        match op {
            Op::Line(line) => Step::Line(line, self.line(line)),
            Op::LineAgain(line) => Step::LineAgain(line, self.line(line)),
            Op::Nop => Step::Nop,
            Op::LoadConst(index) => match Plain::of(&self.code.constants[index as usize]) {
                Plain::Opaque => Step::Leave,
                constant => Step::Push(constant),
            },
            Op::LoadNone => Step::Push(Plain::None),
            Op::LoadInt(value) => Step::Push(Plain::Int(value.into())),
            Op::PushNull => Step::Push(Plain::Null),
            Op::Pop => Step::Pop,
            Op::Copy(n) => Step::Copy(n),
            Op::Swap(n) => Step::Swap(n),
            Op::LoadFast(slot) => Step::Load(self.slot(slot)),
            Op::StoreFast(slot) => Step::Store(self.slot(slot), Record::New),
            Op::LoadDeref(slot) | Op::StoreDeref(slot) => {
                let variable = self.variable(Place::Cell(slot), self.code.slots[slot as usize]);
                match op {
                    Op::LoadDeref(_) => Step::Load(variable),
                    _ => Step::Store(variable, Record::Always),
                }
            }
            Op::LoadGlobal(name) | Op::LoadName(name) => Step::Load(self.global(name)),
            Op::StoreGlobal(name) => Step::Store(self.global(name), Record::Main),
            Op::StoreName(name) => Step::Store(self.global(name), Record::Always),
            Op::Binary(kind) | Op::Inplace(kind) => Step::Binary(kind),
            Op::Unary(UnaryOp::Neg) => Step::Negate,
            Op::Not => Step::Not,
            Op::Compare(kind) => Step::Compare(kind),
            Op::Is(invert) => Step::Is(invert),
            Op::Jump(target) => Step::Jump(self.to(target)),
            Op::JumpBack(target) if target == self.start => Step::Turn,
            Op::JumpBack(target) => Step::Jump(self.to(target)),
            Op::PopJumpIfFalse(target) => Step::JumpIf(self.to(target), false),
            Op::PopJumpIfTrue(target) => Step::JumpIf(self.to(target), true),
            Op::PopJumpIfNone(target) => Step::JumpIfNone(self.to(target), true),
            Op::PopJumpIfNotNone(target) => Step::JumpIfNone(self.to(target), false),
            Op::JumpIfFalseOrPop(target) => Step::JumpOrPop(self.to(target), false),
            Op::JumpIfTrueOrPop(target) => Step::JumpOrPop(self.to(target), true),
            Op::ForIter(_) if self.leads_up_to(at) => Step::Next,
            Op::Call(count) => Step::Call(count),
            _ => Step::Leave,
        }
    }
}
