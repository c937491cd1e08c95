//! Code objects: what lowering makes and the machine runs. A code object is immutable once made, holds no
//! syntax tree, and has a span for every instruction, so that tracebacks and the page can point at source.

use std::cell::Cell;
use std::rc::Rc;

use loopglass_trace::{CodeId, Span};

use crate::symbol::{Sym, names};
use crate::value::Value;

/// A binary operator, as in `a + b` or `a += b`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    TrueDiv,
    /// `//`
    FloorDiv,
    /// `%`
    Mod,
    /// `**`
    Pow,
    /// `@`
    MatMul,
    /// `<<`
    LShift,
    /// `>>`
    RShift,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
}

/// A unary operator that a dunder implements (`not` is [`Op::Not`]).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnaryOp {
    /// `-x`
    Neg,
    /// `+x`
    Pos,
    /// `~x`
    Invert,
}

/// A rich comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompareOp {
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

/// `!s`, `!r`, `!a` in an f-string.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Conversion {
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

/// Rare operations that need no operand of their own; each pops its operands and pushes one result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Intrinsic {
    /// `[module] → []` `from module import *` into the current namespace (pushes nothing).
    ImportStar,
    /// `[name] → [TypeVar]`
    TypeVar,
    /// `[name, bound evaluator] → [TypeVar]`; the evaluator is a function.
    TypeVarWithBound,
    /// `[name, constraints evaluator] → [TypeVar]`; the evaluator is a function that gives a tuple.
    TypeVarWithConstraints,
    /// `[name] → [ParamSpec]`
    ParamSpec,
    /// `[name] → [TypeVarTuple]`
    TypeVarTuple,
    /// `[type parameter, default evaluator] → [type parameter]`
    SetTypeParamDefault,
    /// `[name, tuple of type parameters or None, value evaluator] → [TypeAliasType]`
    TypeAlias,
    /// `[function, tuple of type parameters] → [function]` sets `__type_params__`.
    SetFunctionTypeParams,
    /// `[tuple of type parameters] → [Generic[...]]`, an extra base of a generic class.
    SubscriptGeneric,
    /// `[original exception, list of exceptions] → [group, exception or None]`: what `except*` did not
    /// handle, together with what its bodies raised (CPython's `PREP_RERAISE_STAR`).
    PrepareReraiseStar,
    /// `[string, expression text, conversion or None, format spec] → [Interpolation]` of a t-string.
    Interpolation,
    /// `[tuple of strings, tuple of interpolations] → [Template]`
    Template,
}

/// One instruction. The comment on each gives its effect on the operand stack, top at the right.
///
/// Jump targets are instruction indices. Slots are indices into [`Code::slots`]; names, constants and
/// keyword-name lists are indices into the tables of [`Code`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Op {
    /// `[]` The line begins: unless the frame is already on it, a line event happens.
    Line(u32),
    /// `[]` A line event without a change of line: a backward jump within one line.
    LineAgain(u32),
    /// `[]` What follows is on this line without an event. Where it is 0, on none: the next [`Op::Line`] makes an
    /// event whatever it is.
    OnLine(u32),
    /// `[]` Does nothing (a place for a line event or a jump).
    Nop,

    /// `[] → [constant]`
    LoadConst(u32),
    /// `[] → [None]`
    LoadNone,
    /// `[] → [integer]`
    LoadInt(i32),
    /// `[value] → []`
    Pop,
    /// `[a] → [a a]` for 1; copies the value that is n-th from the top (1: the top).
    Copy(u32),
    /// Exchanges the top with the value that is n-th from the top (2: the one below).
    Swap(u32),

    /// `[] → [value]` Local; raises UnboundLocalError where unbound.
    LoadFast(u32),
    /// `[value] → []`
    StoreFast(u32),
    /// `[] → []` Raises UnboundLocalError where unbound.
    DeleteFast(u32),
    /// `[] → []` Makes the local unbound without a check (end of `except … as e`, comprehension slots).
    ClearFast(u32),
    /// `[] → []` Wraps what the slot holds in a fresh cell (on entry for arguments; anew for each
    /// run of an inlined comprehension).
    MakeCell(u32),
    /// `[] → [value]` Through the cell in the slot; NameError where empty.
    LoadDeref(u32),
    /// `[value] → []`
    StoreDeref(u32),
    /// `[] → []`
    DeleteDeref(u32),
    /// `[] → [cell]` The cell itself, for a closure.
    LoadClosure(u32),
    /// `[] → [value]` In a class body: the namespace by the slot's name first, then the cell.
    LoadClassDeref(u32),

    /// `[] → [value]` Globals, then builtins.
    LoadGlobal(u32),
    /// `[value] → []`
    StoreGlobal(u32),
    /// `[] → []`
    DeleteGlobal(u32),
    /// `[] → [value]` The frame's namespace, then globals, then builtins (module and class bodies).
    LoadName(u32),
    /// `[mapping] → [value]` The name in the mapping, else in the globals or builtins: annotation scopes of a
    /// class (PEP 649).
    LoadFromDictOrGlobals(u32),
    /// `[mapping] → [value]` The slot's name in the mapping, else through the cell in the slot.
    LoadFromDictOrDeref(u32),
    /// `[value] → []`
    StoreName(u32),
    /// `[] → []`
    DeleteName(u32),

    /// `[object] → [value]`
    LoadAttr(u32),
    /// `[object] → [function object]` or `[bound-value null]`: for a call that follows.
    LoadMethod(u32),
    /// `[value object] → []`
    StoreAttr(u32),
    /// `[object] → []`
    DeleteAttr(u32),
    /// `[object key] → [value]`
    Subscript,
    /// `[value object key] → []`
    StoreSubscript,
    /// `[object key] → []`
    DeleteSubscript,
    /// `[start stop] → [slice]` or with 3 `[start stop step] → [slice]`
    BuildSlice(u32),

    /// `[left right] → [result]`
    Binary(BinaryOp),
    /// `[left right] → [result]` Augmented: tries `__iadd__` and so on first.
    Inplace(BinaryOp),
    /// `[operand] → [result]`
    Unary(UnaryOp),
    /// `[operand] → [bool]`
    Not,
    /// `[left right] → [result]`
    Compare(CompareOp),
    /// `[left right] → [bool]` `is`, or `is not` when set.
    Is(bool),
    /// `[item container] → [bool]` `in`, or `not in` when set.
    Contains(bool),

    /// `[] ` Jumps forward.
    Jump(u32),
    /// `[]` Jumps backward; the place where a run may be paused.
    JumpBack(u32),
    /// `[value] → []`
    PopJumpIfFalse(u32),
    /// `[value] → []`
    PopJumpIfTrue(u32),
    /// `[value] → []`
    PopJumpIfNone(u32),
    /// `[value] → []`
    PopJumpIfNotNone(u32),
    /// `[value] → [value]` and jumps, or `[value] → []`: for `and`, comparison chains.
    JumpIfFalseOrPop(u32),
    /// `[value] → [value]` and jumps, or `[value] → []`: for `or`.
    JumpIfTrueOrPop(u32),

    /// `[v1 … vn] → [tuple]`
    BuildTuple(u32),
    /// `[v1 … vn] → [list]`
    BuildList(u32),
    /// `[v1 … vn] → [set]`
    BuildSet(u32),
    /// `[k1 v1 … kn vn] → [dict]`
    BuildMap(u32),
    /// `[s1 … sn] → [str]`
    BuildString(u32),
    /// `[list … value] → [list …]` The list is n-th from the top once the value is popped.
    ListAppend(u32),
    /// `[set … value] → [set …]`
    SetAdd(u32),
    /// `[dict … key value] → [dict …]`
    MapAdd(u32),
    /// `[list … iterable] → [list …]`
    ListExtend(u32),
    /// `[set … iterable] → [set …]`
    SetUpdate(u32),
    /// `[dict … mapping] → [dict …]` For `{**mapping}`.
    DictUpdate(u32),
    /// `[callee … dict mapping] → [callee … dict]` For `f(**mapping)`: a repeated key is a TypeError that
    /// names the callee, which is n-th from the top once the mapping is popped.
    DictMerge(u32),
    /// `[list] → [tuple]`
    ListToTuple,
    /// `[iterable] → [vn … v1]` Exactly n.
    UnpackSequence(u32),
    /// `[iterable] → [after… list before…]`, first value on top.
    UnpackStar {
        /// Targets before the starred one.
        before: u16,
        /// Targets after it.
        after: u8,
    },

    /// `[value] → [str]` `str(value)` and so on.
    Convert(Conversion),
    /// `[value] → [str]` `format(value, '')`.
    FormatSimple,
    /// `[value spec] → [str]`
    FormatWithSpec,

    /// `[iterable] → [iterator]`
    GetIter,
    /// `[iterator] → [iterator value]`, or at its end `[iterator] → []` and jumps.
    ForIter(u32),
    /// `[value] → [sent]` Suspends a generator's frame.
    Yield,
    /// `[value] → [sent]` Suspends an asynchronous generator with a value of its own (not an await).
    AsyncYield,
    /// `[object] → [iterator]` For `await object`; TypeError where it cannot be awaited.
    GetAwaitable(AwaitContext),
    /// `[iterable] → [iterator]` For `yield from iterable`.
    GetYieldFromIter,
    /// `[iterator value] → [result]` Sends the value into the iterator. What it yields suspends this frame,
    /// which stays at this instruction and sends the next value in when it is resumed. Where an exception is
    /// thrown in instead and the iterator does not swallow it, its line begins again: a line event happens.
    Await,
    /// `[object] → [asynchronous iterator]`
    GetAsyncIter,
    /// `[asynchronous iterator] → [asynchronous iterator awaitable-iterator]` `__anext__`, made awaitable.
    GetAsyncNext,
    /// `[asynchronous iterator exception] → []` Ends `async for` where the exception is
    /// StopAsyncIteration; else raises it again. (Is the first instruction of its handler.)
    EndAsyncFor,

    /// `[manager] → [exit result-of-enter]`, with `exit` a bound `__exit__`.
    EnterWith,
    /// `[manager] → [aexit awaitable]`; `GetAwaitable`, `LoadNone`, `Await` follow.
    EnterAsyncWith,
    /// `[exit previous exception] → [exit previous exception result]` Calls `exit(type, value, tb)`.
    WithExceptStart,

    /// `[exception] → [previous exception]` First in a handler: the exception is now the handled one.
    PushExcInfo,
    /// `[previous] → []` End of a handler: the previous exception is the handled one again.
    PopExcept,
    /// `[exception type] → [exception bool]`
    CheckExcMatch,
    /// `[exception type] → [rest match]` For `except*`; either may be None.
    CheckExcGroupMatch,
    /// `[exception] → ` Raises again without touching its traceback's first entry; with true the frame stands again
    /// where it was first raised.
    Reraise(bool),
    /// With 0: `[]` raises the handled exception again; 1: `[exception]`; 2: `[exception cause]`.
    Raise(u32),
    /// `[] → [AssertionError]`
    LoadAssertionError,
    /// `[] → [builtin]` The builtin itself, whatever the name is bound to now.
    LoadBuiltin(Builtin),

    /// `[] → [null]` Fills the self place of a call.
    PushNull,
    /// `[callee self-or-null a1 … an] → [result]`
    Call(u32),
    /// `[callee self-or-null a1 … an] → [result]`, the last arguments by keyword: the names are
    /// `Code::keywords[names]`.
    CallKeywords {
        /// All arguments.
        count: u16,
        /// Index of the tuple of names.
        names: u8,
    },
    /// As [`Op::CallKeywords`], for code with more than 255 lists of names: the list is on top, a tuple
    /// of strings. `[callee self-or-null a1 … an names] → [result]`
    CallKeywordsTuple(u32),
    /// `[callee null tuple] → [result]`, or when set `[callee null tuple dict] → [result]`
    CallEx(bool),
    /// `[…parts] → [function]` The code object is constant `code` of the table [`Code::children`]; parts
    /// are pushed in the order of the flags.
    MakeFunction {
        /// Which parts are on the stack.
        parts: FunctionParts,
        /// Index into [`Code::children`].
        code: u16,
    },
    /// `[] → [__build_class__]`
    LoadBuildClass,
    /// `[] → [namespace]` The mapping of a class body's locals (`locals()` there).
    LoadLocals,
    /// `[value] → ` Leaves the frame.
    Return,

    /// `[level fromlist] → [module]` For `import a.b.c` with an empty fromlist the module is `a`.
    ImportName(u32),
    /// `[module] → [module value]`
    ImportFrom(u32),

    /// `[subject] → [subject length]`
    GetLen,
    /// `[subject] → [subject bool]`
    MatchMapping,
    /// `[subject] → [subject bool]`
    MatchSequence,
    /// `[subject keys] → [subject keys values-tuple-or-None]`
    MatchKeys,
    /// `[subject class names-tuple] → [attributes-tuple-or-None]`, with n positional patterns.
    MatchClass(u32),

    /// See [`Intrinsic`].
    Intrinsic(Intrinsic),
}

const _: () = assert!(size_of::<Op>() == 8, "an instruction is 8 bytes");

/// A builtin that lowering treats on its own: a call with a generator expression runs as a loop in place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Builtin {
    /// `all`
    All,
    /// `any`
    Any,
    /// `tuple`
    Tuple,
}

impl Builtin {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Builtin::All => "all",
            Builtin::Any => "any",
            Builtin::Tuple => "tuple",
        }
    }
}

/// What `await` is part of, for the message where the object cannot be awaited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AwaitContext {
    /// `await object`
    Await,
    /// What `__aenter__` returned.
    AsyncEnter,
    /// What `__aexit__` returned.
    AsyncExit,
}

/// The parts of a function on the stack for [`Op::MakeFunction`], pushed in this order.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FunctionParts(pub u8);

impl FunctionParts {
    /// A tuple of defaults of positional parameters.
    pub const DEFAULTS: u8 = 1;
    /// A dict of defaults of keyword-only parameters.
    pub const KEYWORD_DEFAULTS: u8 = 2;
    /// The function that evaluates the annotations (PEP 649).
    pub const ANNOTATE: u8 = 4;
    /// A tuple of cells, in the order of [`Code::free`].
    pub const CLOSURE: u8 = 8;

    /// Whether the part is there.
    pub fn has(self, part: u8) -> bool {
        self.0 & part != 0
    }
}

/// What calling a function with this code does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeKind {
    /// Runs it.
    Function,
    /// Makes a generator.
    Generator,
    /// Makes a coroutine.
    Coroutine,
    /// Makes an asynchronous generator.
    AsyncGenerator,
    /// A module's top level: names live in the globals.
    Module,
    /// A class body: names live in the namespace it is run with.
    Class,
}

/// Where an exception goes: instructions `start..end`, to `target`, with the operand stack cut to `depth`
/// and the exception pushed. Inner ranges come before outer ones.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Handler {
    /// First instruction covered.
    pub start: u32,
    /// First instruction after.
    pub end: u32,
    /// Where to go on.
    pub target: u32,
    /// Depth of the operand stack there, without the exception.
    pub depth: u32,
}

/// Whose code it is: frames of asyncio's and the library's own are hidden from lines, tracebacks and cost.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The learner's script.
    Script,
    /// Text that the script gave to `exec`, `eval` or `compile`: in tracebacks, but not in the script's lines.
    Given,
    /// Ours.
    Hidden,
}

/// A code object (CPython's `code`).
#[derive(Clone, Debug)]
pub struct Code {
    /// `__name__` of functions made from it.
    pub name: Sym,
    /// `__qualname__`, such as `main.<locals>.inner`.
    pub qualname: Sym,
    /// What calling it does.
    pub kind: CodeKind,
    /// Whose it is.
    pub origin: Origin,
    /// How much a frame of it counts towards the limit of recursion: nothing where CPython has no frame but C.
    pub weight: u32,
    /// The file's name as given, for tracebacks.
    pub file: Rc<str>,
    /// Line of `def` or of its first decorator (`co_firstlineno`).
    pub first_line: u32,
    /// Positional parameters, the positional-only ones included.
    pub positional: u16,
    /// How many of these are positional-only.
    pub positional_only: u16,
    /// Keyword-only parameters.
    pub keyword_only: u16,
    /// Whether there is `*args`; its slot follows the keyword-only parameters.
    pub star_args: bool,
    /// Whether there is `**kwargs`; its slot follows that of `*args`.
    pub star_kwargs: bool,
    /// Names of the slots: parameters (positional, keyword-only, `*args`, `**kwargs`), then other locals
    /// (cells among them), then free variables. A local of an inlined comprehension has a slot of its own.
    pub slots: Box<[Sym]>,
    /// Which slots hold cells made by this code ([`Op::MakeCell`]).
    pub cells: Box<[u32]>,
    /// First slot of the free variables, filled from the function's closure; to the end of `slots`.
    pub free: u32,
    /// How many operands the stack can hold at most.
    pub stack_size: u32,
    /// The instructions.
    pub ops: Box<[Op]>,
    /// Where each instruction comes from (same length).
    pub spans: Box<[Span]>,
    /// The constants.
    pub constants: Box<[Value]>,
    /// Names for globals, attributes and imports.
    pub names: Box<[Sym]>,
    /// Keyword-name lists of calls.
    pub keywords: Box<[Box<[Sym]>]>,
    /// Code of functions and classes made here.
    pub children: Box<[Rc<Code>]>,
    /// Exception handlers, inner before outer.
    pub handlers: Box<[Handler]>,
    /// The docstring, if the body begins with one.
    pub doc: Option<Value>,
    /// Whether locals live in slots only (functions) rather than in a namespace.
    pub is_function: bool,
    /// What an instruction learnt when it last ran, one for each: see [`Hint`]. Made by [`Hint::none`].
    pub hints: Box<[Cell<Hint>]>,
    /// Its number in the trace, given when it first runs, and in the trace of which run: the library's code is
    /// kept for the next one.
    pub trace_id: Cell<Option<(u32, CodeId)>>,
}

impl Code {
    /// Forgets what its instructions and those of its children have learnt, as another run begins with it.
    pub fn forget_hints(&self) {
        self.hints.iter().for_each(|hint| hint.set(Hint::default()));
        self.children.iter().for_each(|child| child.forget_hints());
    }

    /// Code that does nothing: what a frame has that is kept to be used again.
    pub fn blank() -> Code {
        Code {
            name: names::empty,
            qualname: names::empty,
            kind: CodeKind::Function,
            origin: Origin::Hidden,
            weight: 1,
            file: "".into(),
            first_line: 0,
            positional: 0,
            positional_only: 0,
            keyword_only: 0,
            star_args: false,
            star_kwargs: false,
            slots: Box::default(),
            cells: Box::default(),
            free: 0,
            stack_size: 0,
            ops: Box::default(),
            spans: Box::default(),
            constants: Box::default(),
            names: Box::default(),
            keywords: Box::default(),
            children: Box::default(),
            handlers: Box::default(),
            doc: None,
            is_function: true,
            hints: Box::default(),
            trace_id: Cell::new(None),
        }
    }
}

/// The inline cache of an instruction that looks up a name: where it was found the last time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Hint {
    /// The tag of the object's class then (see [`crate::class::Class::tag`]); 0 for none.
    pub class: u32,
    /// The shape of the dict that was looked in then.
    pub shape: u32,
    /// Index of the entry.
    pub place: u32,
}

impl Hint {
    /// Empty hints for so many instructions.
    pub fn none(count: usize) -> Box<[Cell<Hint>]> {
        vec![Cell::default(); count].into()
    }
}
