//! Callable values: functions of the script, functions of ours, bound methods; and the cells of closures.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use crate::code::Code;
use crate::dict::Dict;
use crate::error::PyResult;
use crate::graveyard::Farewell;
use crate::machine::{Flow, Machine};
use crate::symbol::Sym;
use crate::trash;
use crate::value::Value;

/// A closure's cell.
#[derive(Default)]
pub struct CellBox {
    content: RefCell<Value>,
}

impl CellBox {
    /// A cell that holds a value (Null: an empty one).
    pub fn new(value: Value) -> CellBox {
        CellBox { content: RefCell::new(value) }
    }

    /// What it holds.
    pub fn get(&self) -> Value {
        self.content.borrow().clone()
    }

    /// Fills it; gives back what it held.
    pub fn set(&self, value: Value) -> Value {
        self.content.replace(value)
    }
}

impl Drop for CellBox {
    fn drop(&mut self) {
        trash::bury(std::iter::once(self.content.take()));
    }
}

/// A function made by `def` or `lambda`.
pub struct Function {
    /// Its code.
    pub code: Rc<Code>,
    /// The module's globals.
    pub globals: Rc<Dict>,
    /// `__name__`, a `str`.
    pub name: RefCell<Value>,
    /// `__qualname__`, a `str`.
    pub qualname: RefCell<Value>,
    /// `__module__`.
    pub module: RefCell<Value>,
    /// Defaults of positional parameters.
    pub defaults: RefCell<Option<Rc<crate::sequence::Tuple>>>,
    /// Defaults of keyword-only parameters.
    pub keyword_defaults: RefCell<Option<Rc<Dict>>>,
    /// Cells for the free variables.
    pub closure: Box<[Value]>,
    /// `__doc__`
    pub doc: RefCell<Value>,
    /// The function that evaluates the annotations, or None.
    pub annotate: RefCell<Value>,
    /// `__annotations__`, once evaluated.
    pub annotations: RefCell<Option<Value>>,
    /// `__type_params__`
    pub type_params: RefCell<Value>,
    /// Other attributes.
    pub dict: OnceCell<Rc<Dict>>,
    /// Whether the generators it makes can be awaited (`types.coroutine`).
    pub makes_awaitables: Cell<bool>,
    /// For a method of a class of ours in Python that stands for `object`'s own behaviour.
    pub default_behaviour: Cell<bool>,
    /// Told when it is gone, once a weak reference with a callback leads to it.
    pub farewell: OnceCell<Box<Farewell>>,
}

impl Function {
    /// The function of a code object, without defaults and annotations.
    pub fn new(code: Rc<Code>, globals: Rc<Dict>, module: Value, closure: Box<[Value]>) -> Function {
        Function {
            name: Value::Str(code.name.key()).into(),
            qualname: Value::Str(code.qualname.key()).into(),
            module: module.into(),
            defaults: None.into(),
            keyword_defaults: None.into(),
            closure,
            doc: code.doc.clone().unwrap_or(Value::None).into(),
            annotate: Value::None.into(),
            annotations: None.into(),
            type_params: Value::tuple(Vec::new()).into(),
            dict: OnceCell::default(),
            makes_awaitables: false.into(),
            default_behaviour: false.into(),
            farewell: OnceCell::default(),
            globals,
            code,
        }
    }

    /// Whether it stands for the default behaviour of a built-in class.
    pub fn is_default(&self) -> bool {
        self.default_behaviour.get()
    }
}

impl Drop for Function {
    fn drop(&mut self) {
        trash::bury_slice(&mut self.closure);
    }
}

/// The arguments of a call of a native function.
#[derive(Clone, Default)]
pub struct Args {
    /// Positional arguments; of a method, the receiver first.
    pub positional: smallvec::SmallVec<[Value; 4]>,
    /// Arguments by keyword.
    pub keywords: Vec<(Sym, Value)>,
}

/// The code of a native function. It may be started again from the beginning (see `machine/ask.rs`), so it has
/// no effect before the last thing it asks of the script.
pub type NativeFn = fn(&mut Machine, &Args) -> PyResult<Flow>;

/// How a native function is found on a class, which decides how it binds and how it is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NativeKind {
    /// A module's function; does not bind.
    Function,
    /// A method of a built-in class; binds its receiver.
    Method,
    /// A method wrapper such as `__add__`; binds its receiver.
    Slot,
    /// A class method of a built-in class; binds the class.
    ClassMethod,
    /// A static method.
    Static,
    /// An attribute computed on access (getter), read-only.
    Getter,
}

/// A function of ours.
pub struct Native {
    /// `__name__`
    pub name: Sym,
    /// Name of the class it belongs to, or of its module; empty for a builtin.
    pub owner: &'static str,
    /// How it binds.
    pub kind: NativeKind,
    /// Its code.
    pub function: NativeFn,
    /// For a getter: the setter, if the attribute can be set.
    pub setter: Option<NativeFn>,
    /// What it is bound to, or Null.
    pub receiver: Value,
}

impl Native {
    /// Whether it is called with the object it belongs to before all other arguments.
    pub fn needs_receiver(&self) -> bool {
        matches!(self.kind, NativeKind::Method | NativeKind::Slot)
    }
}

impl Drop for Native {
    fn drop(&mut self) {
        if !self.receiver.is_null() {
            trash::bury(std::iter::once(std::mem::take(&mut self.receiver)));
        }
    }
}

/// A bound method.
pub struct Method {
    /// The function.
    pub function: Value,
    /// The object.
    pub receiver: Value,
}

impl Drop for Method {
    fn drop(&mut self) {
        trash::bury([std::mem::take(&mut self.function), std::mem::take(&mut self.receiver)].into_iter());
    }
}
