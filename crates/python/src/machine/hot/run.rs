//! Runs a loop hot. Everything that the loop reads or changes is in its [`State`], so the same state gives the
//! same events whenever it is run again.

use std::cmp::Ordering;

use super::fuse::Fused;
use super::program::{Plain, Program, Record, Step};
use crate::code::{BinaryOp, CompareOp};
use crate::sequence::Range;
use crate::text::int;
use crate::text::random::Random;

/// A function that may be called in a hot loop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Call {
    /// `random.random()`
    Random,
    /// `time.time()`
    Time,
    /// `time.monotonic()` and those that are the same clock.
    Monotonic,
    /// `abs(number)`
    Absolute,
    /// `math.sqrt(number)`
    SquareRoot,
}

/// What does not change while the loop runs.
#[derive(Debug)]
pub(super) struct Setting {
    /// What the variables' functions do.
    pub(super) calls: Vec<Call>,
    /// What a line costs, in nanoseconds.
    pub(super) line_cost_ns: u64,
    /// `time.time()` when the clock stands at zero.
    pub(super) epoch_ns: u64,
}

/// A moment of the loop.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// The next instruction, counted from the loop's first.
    pub(super) at: u32,
    /// The line that line events were last about.
    pub(super) line: u32,
    pub(super) variables: Vec<Plain>,
    pub(super) operands: Vec<Plain>,
    /// What a `for` loop goes over, and the place of the next value.
    pub(super) range: Range,
    pub(super) next: usize,
    pub(super) length: usize,
    pub(super) random: Option<Box<Random>>,
    /// Events since the stretch began. A line counts here, on the clock and as a line. Side by side the three would be
    /// added to at once, and waited for where only this one was written before.
    pub(super) events: usize,
    /// How many numbers were drawn from the generator since the stretch began.
    pub(super) draws: u64,
    pub(super) clock_ns: u64,
    /// Lines since the stretch began.
    pub(super) lines: usize,
    /// Instructions executed.
    pub(super) steps: u64,
    /// The variables bound since then, a bit each.
    pub(super) bound: u64,
    /// The variables that the module's frame was said to bind, not the loop's.
    pub(super) in_main: u64,
}

impl State {
    /// All of it but the generator, which is large.
    pub(super) fn without_generator(&self) -> State {
        State { variables: self.variables.clone(), operands: self.operands.clone(), random: None, ..*self }
    }
}

/// Why the loop is not run on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Left {
    /// Its next instruction is none that is run hot, or is not in the loop.
    Instruction,
    /// Whoever is told of the events has enough.
    Enough,
}

/// Is told what happens.
pub(super) trait Sink {
    /// A line began: its number, and its place among the loop's lines.
    fn line(&mut self, line: u32, place: u8);
    /// A variable was bound.
    fn bound(&mut self, variable: u16, record: Record, value: Plain);
    /// Whether to stop after an event.
    fn enough(&self, state: &State) -> bool;
    /// Whether to stop before the next turn.
    fn turn(&mut self, state: &State) -> bool;
}

/// Runs on from a state.
pub(super) fn run<S: Sink>(program: &Program, setting: &Setting, state: &mut State, sink: &mut S) -> Left {
    let mut at = state.at as usize;
    /// Stops before the instruction.
    macro_rules! leave {
        () => {{
            state.at = at as u32;
            return Left::Instruction;
        }};
    }
    macro_rules! some {
        ($value:expr) => {
            match $value {
                Some(value) => value,
                None => leave!(),
            }
        };
    }
    macro_rules! told {
        () => {
            if sink.enough(state) {
                state.at = at as u32 + 1;
                return Left::Enough;
            }
        };
    }
    'next: loop {
        let mut step = *some!(program.steps.get(at));
        if let Step::Fused(fused) = step {
            match run_fused(fused, state, sink) {
                Done::All => {
                    state.steps += fused.count() as u64;
                    at += fused.count();
                    continue 'next;
                }
                Done::Jump(target) => {
                    state.steps += fused.count() as u64;
                    at = target as usize;
                    continue 'next;
                }
                Done::Enough => {
                    state.steps += fused.count() as u64;
                    state.at = (at + fused.count()) as u32;
                    return Left::Enough;
                }
                Done::Nothing => step = *some!(program.plain.get(at)),
            }
        }
        match step {
            Step::Line(line, place) => {
                if state.line != line {
                    begin_line(setting, state, sink, line, place);
                    told!();
                }
            }
            Step::LineAgain(line, place) => {
                begin_line(setting, state, sink, line, place);
                told!();
            }
            Step::Nop => {}
            Step::Push(value) => state.operands.push(value),
            Step::Pop => drop(some!(state.operands.pop())),
            Step::Copy(n) => {
                let from = some!(state.operands.len().checked_sub(n as usize));
                let value = *some!(state.operands.get(from));
                state.operands.push(value);
            }
            Step::Swap(n) => {
                let from = some!(state.operands.len().checked_sub(n as usize));
                let top = some!(state.operands.len().checked_sub(1));
                state.operands.swap(from, top);
            }
            Step::Load(variable) => match state.variables[variable as usize] {
                Plain::Null | Plain::Opaque => leave!(),
                value => state.operands.push(value),
            },
            Step::LoadAttribute(variable) | Step::LoadMethod(variable) => {
                let value = state.variables[variable as usize];
                if matches!(value, Plain::Null | Plain::Opaque) {
                    leave!();
                }
                state.operands.push(value);
                if matches!(step, Step::LoadMethod(_)) {
                    state.operands.push(Plain::Null);
                }
                state.steps += 1;
                at += 1;
            }
            Step::Store(variable, record) => {
                let value = *some!(state.operands.last());
                if !can_store(state, variable, value) {
                    leave!();
                }
                state.operands.pop();
                if store(state, sink, variable, record, value) {
                    state.at = at as u32 + 1;
                    state.steps += 1;
                    return Left::Enough;
                }
            }
            Step::Binary(kind) => {
                let top = some!(state.operands.len().checked_sub(2));
                let value = some!(quick(kind, state.operands[top], state.operands[top + 1]));
                state.operands.pop();
                state.operands[top] = value;
            }
            Step::Negate => {
                let top = some!(state.operands.last_mut());
                *top = match *top {
                    Plain::Int(value) => Plain::Int(some!(value.checked_neg())),
                    Plain::Float(value) => Plain::Float(-value),
                    _ => leave!(),
                };
            }
            Step::Not => {
                let top = some!(state.operands.last_mut());
                *top = Plain::Bool(!some!(truth(*top)));
            }
            Step::Compare(kind) => {
                let top = some!(state.operands.len().checked_sub(2));
                let value = some!(compare(kind, state.operands[top], state.operands[top + 1]));
                state.operands.pop();
                state.operands[top] = Plain::Bool(value);
            }
            Step::Is(invert) => {
                let top = some!(state.operands.len().checked_sub(2));
                let (a, b) = (state.operands[top], state.operands[top + 1]);
                if matches!(a, Plain::Callee(_)) || matches!(b, Plain::Callee(_)) {
                    leave!();
                }
                state.operands.pop();
                state.operands[top] = Plain::Bool(a.is(b) != invert);
            }
            Step::Jump(target) => {
                at = target as usize;
                state.steps += 1;
                continue;
            }
            Step::Turn => {
                at = 0;
                state.steps += 1;
                state.at = 0;
                if sink.turn(state) {
                    return Left::Enough;
                }
                continue;
            }
            Step::JumpIf(target, when) => {
                let truth = some!(truth(*some!(state.operands.last())));
                state.operands.pop();
                if truth == when {
                    at = target as usize;
                    state.steps += 1;
                    continue;
                }
            }
            Step::JumpIfNone(target, when) => {
                let value = some!(state.operands.pop());
                if matches!(value, Plain::None) == when {
                    at = target as usize;
                    state.steps += 1;
                    continue;
                }
            }
            Step::JumpOrPop(target, when) => {
                if some!(truth(*some!(state.operands.last()))) == when {
                    at = target as usize;
                    state.steps += 1;
                    continue;
                }
                state.operands.pop();
            }
            Step::Next => {
                let value = some!(next_of_range(state));
                state.next += 1;
                state.operands.push(value);
            }
            Step::Call(count) => {
                let base = some!(state.operands.len().checked_sub(count as usize + 2));
                let (Plain::Callee(callee), Plain::Null) = (state.operands[base], state.operands[base + 1])
                else {
                    leave!();
                };
                let call = setting.calls[callee as usize];
                let value = some!(called(call, setting, base, state));
                state.operands.truncate(base);
                state.operands.push(value);
            }
            Step::Fused(_) | Step::Leave => leave!(),
        }
        state.steps += 1;
        at += 1;
    }
}

/// How far something fused could be done.
enum Done {
    /// Not at all.
    Nothing,
    /// All of it.
    All,
    /// All of it; it goes on at that instruction.
    Jump(u32),
    /// All of it, and whoever is told of the events has enough.
    Enough,
}

#[inline(always)]
fn run_fused<S: Sink>(fused: Fused, state: &mut State, sink: &mut S) -> Done {
    macro_rules! some {
        ($value:expr) => {
            match $value {
                Some(value) => value,
                None => return Done::Nothing,
            }
        };
    }
    macro_rules! jump {
        ($truth:expr, $target:expr, $when:expr) => {
            return if $truth == $when { Done::Jump($target) } else { Done::All }
        };
    }
    let (variable, record, value) = match fused {
        Fused::Two(op, left, right) => {
            let value = some!(quick(op, state.variables[left as usize], state.variables[right as usize]));
            state.operands.push(value);
            return Done::All;
        }
        Fused::With(op, right) => {
            let right = state.variables[right as usize];
            let left = some!(state.operands.last_mut());
            *left = some!(quick(op, *left, right));
            return Done::All;
        }
        Fused::TwoJump(op, left, right, target, when) => {
            let (left, right) = (state.variables[left as usize], state.variables[right as usize]);
            jump!(some!(compare(op, left, right)), target, when)
        }
        Fused::Jump(op, target, when) => {
            let [.., left, right] = state.operands[..] else { return Done::Nothing };
            let truth = some!(compare(op, left, right));
            state.operands.truncate(state.operands.len() - 2);
            jump!(truth, target, when)
        }
        Fused::TwoStore(op, left, right, variable, record) => {
            let value = some!(quick(op, state.variables[left as usize], state.variables[right as usize]));
            (variable, record, value)
        }
        Fused::Store(op, variable, record) => {
            let [.., left, right] = state.operands[..] else { return Done::Nothing };
            let value = some!(quick(op, left, right));
            if can_store(state, variable, value) {
                state.operands.truncate(state.operands.len() - 2);
            }
            (variable, record, value)
        }
        Fused::Next(variable, record) => {
            let value = some!(next_of_range(state));
            if can_store(state, variable, value) {
                state.next += 1;
            }
            (variable, record, value)
        }
    };
    if !can_store(state, variable, value) {
        Done::Nothing
    } else if store(state, sink, variable, record, value) {
        Done::Enough
    } else {
        Done::All
    }
}

/// Whether a variable and a value are such that the one may be bound to the other here.
#[inline]
fn can_store(state: &State, variable: u16, value: Plain) -> bool {
    let old = state.variables[variable as usize];
    !matches!(old, Plain::Null | Plain::Opaque | Plain::Callee(_))
        && !matches!(value, Plain::Null | Plain::Opaque | Plain::Callee(_))
}

/// Binds a variable; whether to stop then.
#[inline]
fn store<S: Sink>(state: &mut State, sink: &mut S, variable: u16, record: Record, value: Plain) -> bool {
    if record == Record::New && state.variables[variable as usize].is(value) {
        return false;
    }
    state.variables[variable as usize] = value;
    state.bound |= 1 << variable;
    if record == Record::Main {
        state.in_main |= 1 << variable;
    }
    state.events += 1;
    sink.bound(variable, record, value);
    sink.enough(state)
}

/// The next value of the range, if there is one.
#[inline]
fn next_of_range(state: &State) -> Option<Plain> {
    // The value is in the range, so what wraps on the way to it wraps back.
    let offset = (state.next as i64).wrapping_mul(state.range.step);
    (state.next < state.length).then(|| Plain::Int(state.range.start.wrapping_add(offset)))
}

fn begin_line<S: Sink>(setting: &Setting, state: &mut State, sink: &mut S, line: u32, place: u8) {
    state.line = line;
    state.clock_ns += setting.line_cost_ns;
    state.events += 1;
    state.lines += 1;
    sink.line(line, place);
}

#[inline(always)]
fn called(call: Call, setting: &Setting, base: usize, state: &mut State) -> Option<Plain> {
    let value = match (call, &state.operands[base + 2..]) {
        (Call::Random, []) => {
            state.draws += 1;
            state.random.as_mut()?.random()
        }
        (Call::Time, []) => (setting.epoch_ns + state.clock_ns) as f64 / 1e9,
        (Call::Monotonic, []) => state.clock_ns as f64 / 1e9,
        (Call::Absolute, [Plain::Int(value)]) => return value.checked_abs().map(Plain::Int),
        (Call::Absolute, [Plain::Float(value)]) => value.abs(),
        (Call::SquareRoot, [Plain::Float(value)]) if *value >= 0.0 => value.sqrt(),
        (Call::SquareRoot, [Plain::Int(value)]) if (0..1 << 53).contains(value) => (*value as f64).sqrt(),
        _ => return None,
    };
    Some(Plain::Float(value))
}

/// What is most frequent in place; the rest is a call away.
#[inline(always)]
fn quick(op: BinaryOp, left: Plain, right: Plain) -> Option<Plain> {
    if let (Plain::Int(a), Plain::Int(b)) = (left, right) {
        match op {
            BinaryOp::Add => return a.checked_add(b).map(Plain::Int),
            BinaryOp::Sub => return a.checked_sub(b).map(Plain::Int),
            BinaryOp::Mul => return int::mul_i64(a, b).map(Plain::Int),
            // Dividing 32 bits takes a fraction of what 64 take.
            BinaryOp::Mod if let (Ok(a), Ok(b)) = (u32::try_from(a), u32::try_from(b)) => {
                return a.checked_rem(b).map(|rest| Plain::Int(rest.into()));
            }
            BinaryOp::FloorDiv if let (Ok(a), Ok(b)) = (u32::try_from(a), u32::try_from(b)) => {
                return a.checked_div(b).map(|quotient| Plain::Int(quotient.into()));
            }
            _ => {}
        }
    }
    if let (Plain::Float(a), Plain::Float(b)) = (left, right) {
        match op {
            BinaryOp::Add => return Some(Plain::Float(a + b)),
            BinaryOp::Sub => return Some(Plain::Float(a - b)),
            BinaryOp::Mul => return Some(Plain::Float(a * b)),
            _ => {}
        }
    }
    binary(op, left, right)
}

fn binary(op: BinaryOp, left: Plain, right: Plain) -> Option<Plain> {
    match (left, right) {
        (Plain::Int(a), Plain::Int(b)) => int_binary(op, a, b),
        (Plain::Float(a), Plain::Float(b)) => float_binary(op, a, b),
        (Plain::Float(a), Plain::Int(b)) => float_binary(op, a, b as f64),
        (Plain::Int(a), Plain::Float(b)) => float_binary(op, a as f64, b),
        (Plain::Int(a), Plain::Bool(b)) => int_binary(op, a, b.into()),
        (Plain::Bool(a), Plain::Int(b)) => int_binary(op, a.into(), b),
        _ => None,
    }
}

fn int_binary(op: BinaryOp, a: i64, b: i64) -> Option<Plain> {
    let value = match op {
        BinaryOp::Add => a.checked_add(b)?,
        BinaryOp::Sub => a.checked_sub(b)?,
        BinaryOp::Mul => int::mul_i64(a, b)?,
        BinaryOp::FloorDiv => int::div_mod_i64(a, b)?.0,
        BinaryOp::Mod => int::div_mod_i64(a, b)?.1,
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::Pow if b >= 0 => int::pow_i64(a, b)?,
        BinaryOp::LShift if b >= 0 => int::shift_left_i64(a, b)?,
        BinaryOp::RShift => int::shift_right_i64(a, b).ok()?,
        BinaryOp::TrueDiv if b != 0 && a.unsigned_abs() < 1 << 53 && b.unsigned_abs() < 1 << 53 => {
            return Some(Plain::Float(a as f64 / b as f64));
        }
        _ => return None,
    };
    Some(Plain::Int(value))
}

#[inline]
fn float_binary(op: BinaryOp, a: f64, b: f64) -> Option<Plain> {
    Some(Plain::Float(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::TrueDiv if b != 0.0 => a / b,
        _ => return None,
    }))
}

#[inline]
fn compare(op: CompareOp, left: Plain, right: Plain) -> Option<bool> {
    let order = match (left, right) {
        (Plain::Int(a), Plain::Int(b)) => Some(a.cmp(&b)),
        (Plain::Float(a), Plain::Float(b)) => a.partial_cmp(&b),
        (Plain::Int(a), Plain::Float(b)) => int::compare_float_i64(a, b),
        (Plain::Float(a), Plain::Int(b)) => int::compare_float_i64(b, a).map(Ordering::reverse),
        _ => return None,
    };
    Some(match op {
        CompareOp::Lt => order.is_some_and(Ordering::is_lt),
        CompareOp::Le => order.is_some_and(Ordering::is_le),
        CompareOp::Eq => order == Some(Ordering::Equal),
        CompareOp::Ne => order != Some(Ordering::Equal),
        CompareOp::Gt => order.is_some_and(Ordering::is_gt),
        CompareOp::Ge => order.is_some_and(Ordering::is_ge),
    })
}

#[inline]
fn truth(value: Plain) -> Option<bool> {
    Some(match value {
        Plain::None => false,
        Plain::Bool(value) => value,
        Plain::Int(value) => value != 0,
        Plain::Float(value) => value != 0.0,
        Plain::Null | Plain::Callee(_) | Plain::Opaque => return None,
    })
}
