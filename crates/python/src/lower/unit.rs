//! A code object in the making: its steps, its tables, and the blocks that are open at this point of it.

use std::collections::BTreeMap;
use std::rc::Rc;

use loopglass_trace::Span;
use ruff_python_ast::Stmt;

use crate::code::{Code, CodeKind};
use crate::symbol::Sym;

use super::constant::Constant;
use super::scope::ScopeId;
use super::step::{Ins, Label, Step};

/// What a slot holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Role {
    /// A parameter.
    Parameter,
    /// A local, or a variable of an inlined comprehension.
    Local,
    /// A cell made on entry.
    Cell,
    /// A cell from the closure.
    Free,
}

/// A slot in the making.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// Its name.
    pub name: Sym,
    /// What it holds.
    pub role: Role,
    /// Whether its value is in a cell that this code makes.
    pub is_cell: bool,
}

/// A comprehension that runs in this frame: its own variables have slots of their own.
#[derive(Debug)]
pub(super) struct Inlined {
    /// Its scope.
    pub scope: ScopeId,
    /// The slots of its variables.
    pub slots: BTreeMap<Sym, u32>,
}

/// What surrounds a statement, for `return`, `break` and `continue` to leave (CPython's frame blocks).
#[derive(Clone, Copy, Debug)]
pub(super) enum Block<'a> {
    /// `while`
    While {
        /// Where `continue` goes.
        start: Label,
        /// Where `break` goes.
        end: Label,
    },
    /// `for`: its iterator is on the stack.
    For {
        /// Where `continue` goes.
        start: Label,
        /// Where `break` goes.
        end: Label,
    },
    /// The body of a `try` with handlers.
    TryExcept,
    /// The body of a `try` with this `finally`.
    FinallyTry(&'a [Stmt]),
    /// A `finally` that runs for an exception.
    FinallyEnd,
    /// `with`: its `__exit__` is on the stack.
    With(Span),
    /// `async with`
    AsyncWith(Span),
    /// The body of an `except`, with the name that is unbound after it.
    HandlerCleanup(Option<Sym>),
    /// A value to return, beneath a `finally` that runs for it.
    PopValue,
    /// The handlers of a `try`.
    ExceptionHandler,
    /// The handlers of a `try` with `except*`.
    GroupHandler,
    /// The loop of an asynchronous comprehension.
    AsyncComprehension,
    /// The body of a generator or coroutine.
    StopIteration,
}

/// One of a unit's steps, or a label among them.
#[derive(Clone, Copy, Debug)]
pub(super) enum Item {
    /// A step.
    Step(Step),
    /// The next step has this label.
    Label(Label),
}

/// A code object in the making.
#[derive(Debug)]
pub(super) struct Unit<'a> {
    /// Its scope.
    pub scope: ScopeId,
    /// Its name.
    pub name: Sym,
    /// Its qualified name.
    pub qualname: String,
    /// What calling it does.
    pub kind: CodeKind,
    /// Whether names live in slots only.
    pub is_function: bool,
    /// Its first line.
    pub first_line: u32,
    /// Counts of parameters: positional, positional-only, keyword-only.
    pub counts: [u16; 3],
    /// Whether there is `*args`, whether `**kwargs`.
    pub stars: [bool; 2],
    /// What was emitted.
    pub items: Vec<Item>,
    /// How many labels there are.
    pub labels: u32,
    /// The slots.
    pub slots: Vec<Slot>,
    /// Slot of a name of the scope itself.
    pub slot_of: BTreeMap<Sym, u32>,
    /// Comprehensions that are being inlined, outer first.
    pub inlined: Vec<Inlined>,
    /// The open blocks, outer first.
    pub blocks: Vec<Block<'a>>,
    /// The constants and their places.
    pub constants: Vec<Constant>,
    /// Place of a constant.
    pub constant_of: BTreeMap<Constant, u32>,
    /// Names for globals, attributes and imports.
    pub names: Vec<Sym>,
    /// Place of a name.
    pub name_of: BTreeMap<Sym, u32>,
    /// Keyword-name lists.
    pub keywords: Vec<Box<[Sym]>>,
    /// Code made here.
    pub children: Vec<Rc<Code>>,
    /// The docstring.
    pub doc: Option<Constant>,
    /// The class whose private names are mangled.
    pub private: Option<Sym>,
    /// How deep in conditional statements this point is.
    pub conditional_depth: u32,
    /// Annotations to evaluate lazily, with the number of each conditional one.
    pub annotations: Vec<(&'a ruff_python_ast::StmtAnnAssign, Option<i64>)>,
    /// How many annotations are conditional.
    pub conditional_annotations: i64,
    /// Attributes that methods assign on their first parameter (`__static_attributes__` of a class).
    pub static_attributes: Vec<Sym>,
}

impl Unit<'_> {
    /// A new label.
    pub(super) fn label(&mut self) -> Label {
        self.labels += 1;
        self.labels - 1
    }

    /// Emits a step.
    pub(super) fn emit(&mut self, at: Span, ins: Ins) {
        self.items.push(Item::Step(Step { ins, at }));
    }

    /// The place of a constant.
    pub(super) fn constant(&mut self, constant: Constant) -> u32 {
        if let Some(place) = self.constant_of.get(&constant) {
            return *place;
        }
        let place = self.constants.len() as u32;
        self.constants.push(constant.clone());
        self.constant_of.insert(constant, place);
        place
    }

    /// The place of a name in the table of names.
    pub(super) fn name_index(&mut self, name: Sym) -> u32 {
        if let Some(place) = self.name_of.get(&name) {
            return *place;
        }
        let place = self.names.len() as u32;
        self.names.push(name);
        self.name_of.insert(name, place);
        place
    }

    /// The place of a list of keyword names.
    pub(super) fn keyword_list(&mut self, names: Vec<Sym>) -> u32 {
        let names = names.into_boxed_slice();
        if let Some(place) = self.keywords.iter().position(|known| *known == names) {
            return place as u32;
        }
        self.keywords.push(names);
        self.keywords.len() as u32 - 1
    }

    /// A new slot.
    pub(super) fn slot(&mut self, name: Sym, role: Role, is_cell: bool) -> u32 {
        self.slots.push(Slot { name, role, is_cell });
        self.slots.len() as u32 - 1
    }

    /// The slot of a local of the scope itself, made when first asked for.
    pub(super) fn local(&mut self, name: Sym) -> u32 {
        if let Some(slot) = self.slot_of.get(&name) {
            return *slot;
        }
        let slot = self.slot(name, Role::Local, false);
        self.slot_of.insert(name, slot);
        slot
    }
}
