//! Hot loops: once a loop of the script has gone round some hundred times, and as long as it does nothing but
//! arithmetic on variables, it is run by a small interpreter of its own that counts events instead of recording
//! them. Whatever else the loop comes to do, it is left just before that, with everything in its place.

mod fuse;
mod program;
mod run;
mod stretch;

use std::collections::BTreeMap;
use std::rc::Rc;

use loopglass_trace::{FrameId, Stretch};

use crate::code::{Code, Hint};
use crate::frame::ScriptFrame;
use crate::function::Native;
use crate::iterator::IterState;
use crate::machine::{Machine, ops};
use crate::sequence::Range;
use crate::value::Value;
use program::{Place, Plain, Program};
use run::{Call, Setting, State};
use stretch::Hot;

/// So many turns in a row make a loop hot.
const TURNS: u32 = 200;
/// A stretch of fewer events is recorded event by event.
const SHORT: usize = 512;
/// After so many short stretches in a row a loop is given up.
const FAILURES: u8 = 4;

/// What the machine knows of hot loops.
#[derive(Default)]
pub(crate) struct HotLoops {
    /// By the address of the code and the loop's first instruction.
    known: BTreeMap<(usize, u32), Known>,
    /// The loop whose run was interrupted by the end of a slice: its frame, its first instruction, its stretch,
    /// and how long the trace was then.
    interrupted: Option<(FrameId, u32, Rc<Hot>, usize)>,
    /// Instructions that were executed in hot loops.
    steps: u64,
}

impl HotLoops {
    /// How many of the instructions executed were those of hot loops.
    pub(crate) fn steps(&self) -> u64 {
        self.steps
    }
}

struct Known {
    /// Keeps the address from being used again.
    _code: Rc<Code>,
    /// None for a loop that is not worth it.
    program: Option<Rc<Program>>,
    failures: u8,
}

/// The functions that the variables stand for, and the generator that `random` draws from.
#[derive(Default)]
struct Callees {
    calls: Vec<Call>,
    values: Vec<Value>,
    random: Value,
}

impl ScriptFrame {
    /// Counts a turn of the loop that begins at an instruction; whether it is hot now.
    #[inline]
    pub(crate) fn turns(&mut self, start: u32) -> bool {
        if self.turning != start {
            (self.turning, self.turns) = (start, 0);
            return false;
        }
        self.turns += 1;
        self.turns >= TURNS && self.traced
    }
}

impl Machine {
    /// A loop of the frame jumps back to its first instruction. Returns whether to stop there for now: the budget
    /// is used up, by a loop that was run hot if not before, or memory is to be measured.
    #[inline]
    pub(crate) fn turned(&mut self, frame: &mut ScriptFrame, start: u32, goal: u64) -> bool {
        self.steps >= goal
            || crate::memory::is_exhausted()
            || (frame.turns(start) && self.run_hot(frame, goal))
    }

    /// Whether the frame on top stands in a hot loop that only the end of a slice interrupted.
    pub(crate) fn is_interrupted(&self, frame: &ScriptFrame) -> bool {
        matches!(&self.hot.interrupted, Some((id, start, ..)) if frame.id == Some(*id) && frame.pc == *start)
    }

    /// Runs the loop that the frame stands at the beginning of, as far as it is plain arithmetic. Returns
    /// whether the budget is used up.
    pub(crate) fn run_hot(&mut self, frame: &mut ScriptFrame, goal: u64) -> bool {
        let interrupted = self.hot.interrupted.take();
        let (Some(id), true) = (frame.id, self.settings.record && self.settings.fold) else {
            frame.turns = 0;
            return false;
        };
        let start = frame.pc;
        let again = interrupted
            .filter(|(frame, at, _, len)| (*frame, *at) == (id, start) && *len == self.recorder.trace.len());
        let Some((program, callees, state)) = self.enter_hot(frame, start) else {
            frame.turns = 0;
            return false;
        };
        let hot = match again {
            Some((_, _, hot, _)) => hot,
            None => {
                let setting = Setting {
                    calls: callees.calls.clone(),
                    line_cost_ns: self.settings.line_cost_ns,
                    epoch_ns: self.settings.epoch_ns,
                };
                let names = (0..)
                    .zip(&program.variables)
                    .map(|(variable, (_, name))| program.binds(variable).then(|| self.recorder.name(*name)));
                let names = names.collect();
                let len = self.recorder.trace.len();
                Rc::new(Hot::new(program.clone(), setting, id, names, state, len))
            }
        };
        let before = hot.end().events;
        let left = hot.run_on(self.steps, goal);
        self.leave_hot(frame, &hot, &callees);
        self.record_hot(frame, &hot, before, left);
        if !left && hot.end().events >= SHORT {
            self.hot.interrupted = Some((id, start, hot, self.recorder.trace.len()));
        }
        !left
    }

    /// The loop's program and its state now; none where it is not to be run hot.
    fn enter_hot(&mut self, frame: &ScriptFrame, start: u32) -> Option<(Rc<Program>, Callees, State)> {
        let key = (Rc::as_ptr(&frame.code) as usize, start);
        let known = self.hot.known.entry(key).or_insert_with(|| Known {
            _code: frame.code.clone(),
            program: Program::new(&frame.code, start).map(Rc::new),
            failures: 0,
        });
        let program = known.program.clone()?;
        let (range, next) = match (program.iterates, frame.stack.last()) {
            (false, _) => (Range { start: 0, stop: 0, step: 1 }, 0),
            (true, Some(Value::Iter(iterator))) => match &*iterator.state.borrow() {
                IterState::Range(Range { start, stop, step }, next) => {
                    (Range { start: *start, stop: *stop, step: *step }, *next)
                }
                _ => return None,
            },
            _ => return None,
        };
        let mut callees = Callees::default();
        let variables: Vec<Plain> = program
            .variables
            .iter()
            .map(|(place, _)| match self.value_of(frame, *place) {
                Value::Native(native) => callees.add(&native),
                value => Plain::of(&value),
            })
            .collect();
        let variables = [variables, program.constants.clone()].concat();
        let state = State {
            at: 0,
            line: frame.line,
            variables,
            operands: Vec::new(),
            length: range.len(),
            range,
            next,
            random: crate::modules::random::state(&callees.random).map(Box::new),
            draws: 0,
            clock_ns: self.recorder.clock_ns,
            events: 0,
            lines: 0,
            steps: self.steps,
            bound: 0,
            in_main: 0,
        };
        Some((program, callees, state))
    }

    /// What a variable holds now; Null where that cannot be told without running script code.
    fn value_of(&self, frame: &ScriptFrame, place: Place) -> Value {
        let attribute = |object: Value, name| {
            let method = self.method_at_once(&object, name).is_some();
            let hint = std::cell::Cell::new(Hint::default());
            let is_instance = matches!(object, Value::Instance(_));
            if method || !is_instance { None } else { self.attribute_fast(&object, name, &hint) }
        };
        let slot = |slot: u32| frame.stack.get(slot as usize).cloned().unwrap_or_default();
        let global = |name| frame.globals.get(name).or_else(|| self.builtins.get(name)).unwrap_or_default();
        let own_names = match &frame.namespace {
            Value::Null => true,
            Value::Dict(dict) => Rc::ptr_eq(dict, &frame.globals),
            _ => false,
        };
        match place {
            Place::Slot(place) => slot(place),
            Place::Cell(place) => ops::cell_content(&slot(place)),
            Place::Global(_) | Place::GlobalAttribute(..) if !own_names => Value::Null,
            Place::Global(name) => global(name),
            Place::SlotAttribute(place, name) => attribute(slot(place), name).unwrap_or_default(),
            Place::GlobalAttribute(object, name) => attribute(global(object), name).unwrap_or_default(),
        }
    }

    /// Puts everything where the loop left it.
    fn leave_hot(&mut self, frame: &mut ScriptFrame, hot: &Hot, callees: &Callees) {
        let end = hot.end();
        let value = |plain: Plain| match plain {
            Plain::None => Value::None,
            Plain::Bool(value) => Value::Bool(value),
            Plain::Int(value) => Value::Int(value),
            Plain::Float(value) => Value::Float(value),
            Plain::Callee(place) => callees.values.get(place as usize).cloned().unwrap_or_default(),
            Plain::Null | Plain::Opaque => Value::Null,
        };
        for (variable, (place, _)) in hot.program.variables.iter().enumerate() {
            if end.bound >> variable & 1 == 0 {
                continue;
            }
            let new = value(end.variables[variable]);
            match place {
                Place::Slot(slot) => frame.stack[*slot as usize] = new,
                Place::Cell(slot) => drop(ops::set_cell(&frame.stack[*slot as usize], new)),
                Place::Global(name) => drop(frame.globals.set(*name, new)),
                Place::SlotAttribute(..) | Place::GlobalAttribute(..) => {}
            }
        }
        if let (true, Some(Value::Iter(iterator))) = (hot.program.iterates, frame.stack.last())
            && let IterState::Range(_, next) = &mut *iterator.state.borrow_mut()
        {
            *next = end.next;
        }
        if let Some(random) = &end.random {
            crate::modules::random::set_state(&callees.random, random);
        }
        frame.stack.extend(end.operands.iter().map(|operand| value(*operand)));
        frame.pc = hot.program.start.wrapping_add(end.at);
        frame.line = end.line;
        self.hot.steps += end.steps - self.steps;
        self.steps = end.steps;
        self.recorder.clock_ns = end.clock_ns;
    }

    /// Tells the trace of a stretch that has grown.
    fn record_hot(&mut self, frame: &mut ScriptFrame, hot: &Rc<Hot>, before: usize, left: bool) {
        let events = hot.end().events;
        if events >= SHORT {
            let stretch: Rc<dyn Stretch> = hot.clone();
            self.recorder.trace.push_stretch(&stretch, events);
        } else if before == 0 {
            hot.each(|event| self.recorder.event(event));
        }
        let key = (Rc::as_ptr(&frame.code) as usize, hot.program.start);
        if let (true, Some(known)) = (left, self.hot.known.get_mut(&key)) {
            known.failures = if events >= SHORT { 0 } else { known.failures + 1 };
            if known.failures >= FAILURES {
                known.program = None;
            }
        }
    }
}

impl Callees {
    fn add(&mut self, native: &Rc<Native>) -> Plain {
        let call = match (native.owner, &*native.name.text()) {
            ("Random", "random") => Call::Random,
            ("time", "time") => Call::Time,
            ("time", "monotonic" | "perf_counter" | "process_time" | "thread_time") => Call::Monotonic,
            ("", "abs") => Call::Absolute,
            ("math", "sqrt") => Call::SquareRoot,
            _ => return Plain::Opaque,
        };
        if call == Call::Random {
            let other = !self.random.is_null() && !self.random.is(&native.receiver);
            if other || crate::modules::random::state(&native.receiver).is_none() {
                return Plain::Opaque;
            }
            self.random = native.receiver.clone();
        }
        self.calls.push(call);
        self.values.push(Value::Native(native.clone()));
        Plain::Callee(self.calls.len() as u16 - 1)
    }
}
