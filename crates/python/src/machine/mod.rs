//! The Python machine: a call stack of frames, advanced in bounded slices. Invariant: no function of this crate
//! runs script code on the native stack; it pushes frames and returns.

pub mod ask;
pub mod async_step;
pub mod attribute;
mod attribute_fast;
pub mod binding;
pub mod call;
pub mod class_build;
pub mod collect;
pub mod exception;
pub mod finalize;
pub mod generator;
mod hot;
pub mod import;
pub mod interpret;
pub mod iterate;
pub mod ops;
pub mod record;
pub(crate) mod refusal;
pub mod run;
pub mod script_files;
pub mod settings;
mod settle;
pub mod shutdown;
pub mod steps;
pub mod thread;

use std::any::{Any, TypeId};
use std::rc::Rc;

use crate::dict::Dict;
use crate::frame::{Frame, NativeFrame, Outcome, ScriptFrame, Spare};
use crate::function::Args;
use crate::graveyard::Graveyard;
use crate::machine::ask::Log;
use crate::machine::import::ModuleTable;
use crate::machine::record::Recorder;
use crate::types::Types;
use crate::value::Value;

pub use settings::{Limits, Settings};

/// What a call gave.
pub enum Flow {
    /// Its value.
    Value(Value),
    /// Frames were pushed; what the lowest of them leaves is the value.
    Pushed,
}

impl From<Value> for Flow {
    fn from(value: Value) -> Flow {
        Flow::Value(value)
    }
}

/// Shorthand for a native function that is done.
pub fn done(value: impl Into<Value>) -> crate::error::PyResult<Flow> {
    Ok(Flow::Value(value.into()))
}

/// The machine. Several can live side by side; nothing is shared between them.
pub struct Machine {
    /// The call stack.
    pub(crate) frames: Vec<Frame>,
    /// What the frame on top is about to be given.
    pub(crate) pending: Option<Outcome>,
    /// Answers to what the native function that runs has asked so far.
    pub(crate) log: Log,
    /// Frames that are gone, to be used again.
    pub(crate) spare: Spare,
    /// Number of script frames on the call stack.
    pub(crate) depth: u32,
    /// Number of native functions on the native stack, or of containers gone into by one.
    pub(crate) nesting: u32,
    /// Containers whose `repr` is being made on the native stack, by address.
    pub(crate) open_reprs: Vec<usize>,
    /// The built-in classes.
    pub types: Types,
    /// The `builtins` module's names.
    pub builtins: Rc<Dict>,
    /// The script's globals.
    pub main: Rc<Dict>,
    /// `sys.modules` and what can be imported.
    pub modules: ModuleTable,
    /// Objects whose finalizer must run.
    pub graveyard: Rc<Graveyard>,
    /// The trace and the clock.
    pub recorder: Recorder,
    /// What was set for this run.
    pub settings: Settings,
    /// Instructions executed.
    pub steps: u64,
    /// The instruction at which the slice ends.
    goal: u64,
    /// Items that native code took of iterators, modulo 2³².
    items_taken: u32,
    /// Iterations so far, over all event loops.
    pub iterations: u32,
    /// The bytes that were allocated before the run.
    memory_before: usize,
    /// State of other crates, such as asyncio's, by type.
    extensions: Vec<(TypeId, Rc<dyn Any>)>,
    /// The loops that run hot.
    pub(crate) hot: hot::HotLoops,
    /// How far the end of the interpreter has come.
    pub(crate) shutdown: shutdown::Shutdown,
    /// The exit status, once `sys.exit` or an exception has decided it.
    pub status: Option<u8>,
    /// What must be called around asynchronous generators, set by the loop (`sys.set_asyncgen_hooks`).
    pub asyncgen_hooks: (Value, Value),
    /// How many frames of where it is created a coroutine keeps (`sys.set_coroutine_origin_tracking_depth`).
    pub origin_depth: u32,
}

impl Machine {
    /// A machine with the builtins, ready for the module of this source to be started.
    pub fn new(source: &str, settings: Settings) -> Machine {
        crate::text::int_text::set_limit(crate::text::int_text::MAX_STR_DIGITS);
        let graveyard: Rc<Graveyard> = Rc::default();
        let types = Types::new(&graveyard);
        let mut machine = Machine {
            frames: Vec::new(),
            pending: None,
            log: Log::default(),
            spare: Spare::default(),
            depth: 0,
            nesting: 0,
            open_reprs: Vec::new(),
            types,
            builtins: Rc::default(),
            main: Rc::default(),
            modules: ModuleTable::default(),
            graveyard,
            recorder: Recorder::new(source, &settings),
            settings,
            steps: 0,
            goal: u64::MAX,
            items_taken: 0,
            iterations: 0,
            memory_before: crate::memory::in_use(),
            extensions: Vec::new(),
            hot: hot::HotLoops::default(),
            shutdown: shutdown::Shutdown::default(),
            status: None,
            asyncgen_hooks: (Value::None, Value::None),
            origin_depth: 0,
        };
        crate::builtins::install(&mut machine);
        machine.enter_builtins();
        crate::modules::install(&mut machine);
        machine
    }

    /// The state of another crate that lives in this machine, made when first asked for.
    pub fn extension<T: Default + 'static>(&mut self) -> Rc<T> {
        // There is one as a rule.
        let wanted = TypeId::of::<T>();
        let known = self.extensions.iter().find(|(kind, _)| *kind == wanted);
        if let Some(state) = known.and_then(|(_, state)| state.clone().downcast().ok()) {
            return state;
        }
        let state = Rc::new(T::default());
        self.extensions.push((wanted, state.clone()));
        state
    }

    /// The script frame nearest to the top of the call stack: the caller, for a native function.
    pub fn caller(&self) -> Option<&ScriptFrame> {
        self.frames.iter().rev().find_map(|frame| match frame {
            Frame::Script(frame) => Some(&**frame),
            Frame::Native(_) => None,
        })
    }

    /// As [`Machine::caller`], passing over frames of ours.
    pub fn script_caller(&self) -> Option<&ScriptFrame> {
        self.frames.iter().rev().find_map(|frame| match frame {
            Frame::Script(frame) if frame.is_shown() => Some(&**frame),
            _ => None,
        })
    }

    /// The line at which a generator that is on the call stack runs.
    pub fn running_line(&self, generator: &Rc<crate::generator::Generator>) -> Option<u32> {
        self.frames.iter().rev().find_map(|frame| match frame {
            Frame::Script(frame)
                if frame.generator.as_ref().is_some_and(|owner| Rc::ptr_eq(owner, generator)) =>
            {
                Some(frame.current_line())
            }
            _ => None,
        })
    }

    /// The frames of the call stack, bottom first.
    pub fn call_stack(&self) -> &[Frame] {
        &self.frames
    }

    /// Pushes a native frame: it is resumed with what the frames pushed after it leave.
    pub fn push_native(&mut self, frame: Box<dyn NativeFrame>) {
        self.frames.push(Frame::Native(frame));
    }

    /// Takes the native frame on top off again, where what it would wait for has come at once.
    pub fn pop_native(&mut self) -> Option<Box<dyn NativeFrame>> {
        match self.frames.pop() {
            Some(Frame::Native(frame)) => Some(frame),
            Some(script) => {
                self.frames.push(script);
                None
            }
            None => None,
        }
    }

    /// Leaves an outcome for the frame that is now on top.
    pub fn set_outcome(&mut self, outcome: Outcome) {
        self.pending = Some(outcome);
    }

    /// A built-in function that is written in Python, by name.
    pub fn prelude(&self, name: &str) -> Value {
        if self.modules.prelude.is_empty() {
            crate::builtins::prelude::load(self);
        }
        self.modules.prelude.get_str(name).unwrap_or_default()
    }
}

impl Args {
    /// No arguments.
    pub fn none() -> Args {
        Args::default()
    }

    /// One positional argument.
    pub fn one(value: Value) -> Args {
        Args { positional: smallvec::smallvec![value], keywords: Vec::new() }
    }

    /// Two positional arguments.
    pub fn two(a: Value, b: Value) -> Args {
        Args { positional: smallvec::smallvec![a, b], keywords: Vec::new() }
    }

    /// Three positional arguments.
    pub fn three(a: Value, b: Value, c: Value) -> Args {
        Args { positional: smallvec::smallvec![a, b, c], keywords: Vec::new() }
    }

    /// Positional arguments.
    pub fn many(values: impl IntoIterator<Item = Value>) -> Args {
        Args { positional: values.into_iter().collect(), keywords: Vec::new() }
    }
}
