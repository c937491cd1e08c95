//! Frames are data. The call stack is a vector of them; suspending a coroutine takes its frame off the stack,
//! resuming puts it back, and no frame ever runs inside another on the native stack.

use std::rc::Rc;

use loopglass_trace::FrameId;

use crate::class::Instance;
use crate::code::{Code, Op, Origin};
use crate::dict::Dict;
use crate::error::PyResult;
use crate::generator::Generator;
use crate::machine::{Flow, Machine};
use crate::value::Value;

/// An entry of the call stack.
pub enum Frame {
    /// Python code. Runs only while it is the top entry.
    Script(Box<ScriptFrame>),
    /// Rust code that waits for what is above it on the stack.
    Native(Box<dyn NativeFrame>),
}

/// What a frame above leaves behind for the one below.
pub enum Outcome {
    /// A call returned.
    Value(Value),
    /// A generator or coroutine yielded.
    Yield(Value),
    /// An asynchronous generator yielded a value of its own.
    AsyncYield(Value),
    /// A generator or coroutine returned.
    Return(Value),
    /// An exception left it.
    Raise(Value),
}

/// Rust code that waits for script code: a small state machine.
pub trait NativeFrame {
    /// Goes on with what the frame above left. It has been taken off the stack; to wait again it pushes itself
    /// back before what it waits for.
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow>;

    /// Whether it is the lowest frame of a thread.
    fn is_thread(&self) -> bool {
        false
    }

    /// The address of the container whose `repr` this makes, if that is what it does.
    fn shows(&self) -> Option<usize> {
        None
    }
}

/// What the current instruction of a waiting script frame does with an outcome.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expect {
    /// Pushes the value.
    Push,
    /// Pushes the value and an empty self place above it: a method that was found the long way.
    PushThenNull,
    /// Pushes the items of a tuple, the last first.
    Spread,
    /// Pushes the two items of a tuple, the first first; the second, unless None, is the exception that is
    /// handled now.
    SpreadPair,
    /// The value is an exception to raise.
    Throw,
    /// As `Await`, after an exception was thrown in: unless the iterator swallows it, the line begins again.
    AwaitThrown,
    /// Drops it.
    Discard,
    /// The next value of a `for` loop: Null or a return ends the loop.
    ForIter(u32),
    /// The truth of a condition: jumps when it equals `when`.
    Branch {
        /// Where to.
        target: u32,
        /// When.
        when: bool,
    },
    /// As `Branch`, with the tested value left on the stack when it jumps, popped when not.
    BranchKeep {
        /// Where to.
        target: u32,
        /// When.
        when: bool,
    },
    /// Pushes the opposite truth.
    Not,
    /// Sent into the iterator on top of the stack by `await` or `yield from`.
    Await,
    /// `generator.send(value)` and the like: a return becomes StopIteration.
    Send,
}

/// The frame of a function, module, class body, generator or coroutine.
pub struct ScriptFrame {
    /// Its code.
    pub code: Rc<Code>,
    /// The module's globals.
    pub globals: Rc<Dict>,
    /// Where names live, for module and class bodies: a dict as a rule.
    pub namespace: Value,
    /// The slots, then the operand stack.
    pub stack: Vec<Value>,
    /// The instruction that runs, or while it waits the one that waits.
    pub pc: u32,
    /// The line that line events were last about; 0 before the first.
    pub line: u32,
    /// The line that an exception was raised on, for the handler that was entered last.
    pub raised_at: u32,
    /// What its current instruction waits for.
    pub expect: Expect,
    /// The exception being handled in this frame, or Null.
    pub handled: Value,
    /// Its number in the trace, where it is recorded.
    pub id: Option<FrameId>,
    /// Whether lines and locals are recorded.
    pub traced: bool,
    /// The generator object that owns it, while it runs.
    pub generator: Option<Rc<Generator>>,
    /// The loop that it goes round in, by its first instruction, and how many times in a row it has.
    pub turning: u32,
    /// See [`ScriptFrame::turning`].
    pub turns: u32,
    /// Its frame object, where someone asked for it or an exception passed through.
    pub object: Option<Rc<Instance>>,
}

/// Frames that are gone, to be used again: empty boxes, and empty stacks with room.
pub struct Spare {
    #[allow(clippy::vec_box, reason = "the boxes are what is kept")]
    frames: Vec<Box<ScriptFrame>>,
    stacks: Vec<Vec<Value>>,
    code: Rc<Code>,
    globals: Rc<Dict>,
}

/// So many of each are kept.
const SPARE: usize = 64;

impl Default for Spare {
    fn default() -> Self {
        let (frames, stacks) = (Vec::new(), Vec::new());
        Spare { frames, stacks, code: Rc::new(Code::blank()), globals: Rc::default() }
    }
}

impl Spare {
    /// An empty stack.
    #[inline]
    pub(crate) fn stack(&mut self) -> Vec<Value> {
        self.stacks.pop().unwrap_or_default()
    }

    /// A frame ready to start, with its slots still to be filled.
    #[inline]
    pub(crate) fn frame(&mut self, code: Rc<Code>, globals: Rc<Dict>, stack: Vec<Value>) -> Box<ScriptFrame> {
        let Some(mut frame) = self.frames.pop() else {
            return Box::new(ScriptFrame::new(code, globals, stack));
        };
        frame.stack = stack;
        frame.stack.reserve(code.slots.len() + code.stack_size as usize);
        frame.traced = code.origin == Origin::Script;
        frame.code = code;
        frame.globals = globals;
        frame.pc = 0;
        frame.line = 0;
        frame.expect = Expect::Push;
        frame.id = None;
        frame.turning = u32::MAX;
        frame.turns = 0;
        frame
    }

    /// Keeps the box of a frame whose stack was taken, and lets go of all else that the frame holds.
    #[inline]
    pub(crate) fn keep_frame(&mut self, mut frame: Box<ScriptFrame>) {
        if self.frames.len() < SPARE {
            frame.code = self.code.clone();
            frame.globals = self.globals.clone();
            frame.namespace = Value::Null;
            frame.handled = Value::Null;
            frame.generator = None;
            frame.object = None;
            self.frames.push(frame);
        }
    }

    /// Keeps an empty stack.
    #[inline]
    pub(crate) fn keep_stack(&mut self, stack: Vec<Value>) {
        if self.stacks.len() < SPARE {
            self.stacks.push(stack);
        }
    }
}

impl ScriptFrame {
    fn new(code: Rc<Code>, globals: Rc<Dict>, mut stack: Vec<Value>) -> ScriptFrame {
        let slots = code.slots.len();
        stack.reserve(slots + code.stack_size as usize);
        let traced = code.origin == Origin::Script;
        ScriptFrame {
            code,
            globals,
            namespace: Value::Null,
            stack,
            pc: 0,
            line: 0,
            raised_at: 0,
            expect: Expect::Push,
            handled: Value::Null,
            id: None,
            traced,
            generator: None,
            turning: u32::MAX,
            turns: 0,
            object: None,
        }
    }

    /// Whether Python sees the frame: what is not ours.
    pub fn is_shown(&self) -> bool {
        self.code.origin != Origin::Hidden
    }

    /// Pushes an operand.
    #[inline]
    pub fn push(&mut self, value: Value) {
        self.stack.push(value);
    }

    /// Pops an operand.
    #[inline]
    pub fn pop(&mut self) -> Value {
        debug_assert!(self.stack.len() > self.code.slots.len(), "operand stack underflow");
        self.stack.pop().unwrap_or_default()
    }

    /// The operand that is n-th from the top (1: the top).
    #[inline]
    pub fn peek(&self, n: usize) -> &Value {
        &self.stack[self.stack.len() - n]
    }

    /// Takes the top n operands off, in order.
    pub fn pop_many(&mut self, n: usize) -> std::vec::Drain<'_, Value> {
        let from = self.stack.len() - n;
        self.stack.drain(from..)
    }

    /// The line of the current instruction, for tracebacks. A frame that has not begun stands at its `def`.
    pub fn current_line(&self) -> u32 {
        if self.pc == 0 {
            return self.code.first_line;
        }
        if let Some(Op::Reraise(true)) = self.code.ops.get(self.pc as usize) {
            return self.raised_at;
        }
        match self.code.spans.get(self.pc as usize) {
            // An instruction that no line has written goes on with the line before.
            Some(span) if span.line == 0 => self.line,
            Some(span) => span.line,
            None => self.code.first_line,
        }
    }
}
