//! Values: 16 bytes, small things immediate, all else a counted reference. A value dies when its last
//! reference goes, as in CPython; what must then run is handed to the machine through the graveyard.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::class::{Class, Instance};
use crate::code::Code;
use crate::dict::Dict;
use crate::function::{CellBox, Function, Method, Native};
use crate::generator::Generator;
use crate::iterator::Iter;
use crate::memory;
use crate::sequence::{Bytes, List, Range, Slice, Str, Tuple};
use crate::set::Set;

/// A Python value.
#[derive(Clone, Default)]
pub enum Value {
    /// No value: an unbound local, an empty self place. Never visible to a script.
    #[default]
    Null,
    /// `None`
    None,
    /// `NotImplemented`
    NotImplemented,
    /// `...`
    Ellipsis,
    /// `True` or `False`
    Bool(bool),
    /// An `int` of 64 bits.
    Int(i64),
    /// A `float`.
    Float(f64),
    /// A `str`.
    Str(Rc<Str>),
    /// An `int` that does not fit 64 bits (kept normal: one that fits is [`Value::Int`]).
    Big(Rc<BigInt>),
    /// A `complex`: real and imaginary part.
    Complex(Rc<(f64, f64)>),
    /// A `bytes` or `bytearray`.
    Bytes(Rc<Bytes>),
    /// A `tuple`.
    Tuple(Rc<Tuple>),
    /// A `list`.
    List(Rc<List>),
    /// A `dict`.
    Dict(Rc<Dict>),
    /// A `set` or `frozenset`.
    Set(Rc<Set>),
    /// A `range`.
    Range(Rc<Range>),
    /// A `slice`.
    Slice(Rc<Slice>),
    /// A function made by `def` or `lambda`.
    Function(Rc<Function>),
    /// A function of ours.
    Native(Rc<Native>),
    /// A bound method.
    Method(Rc<Method>),
    /// A class.
    Class(Rc<Class>),
    /// An object with a class of its own: of a script's class, an exception, a future, a module.
    Instance(Rc<Instance>),
    /// A generator, coroutine or asynchronous generator object.
    Generator(Rc<Generator>),
    /// A built-in iterator or view.
    Iter(Rc<Iter>),
    /// A closure's cell.
    Cell(Rc<CellBox>),
    /// A code object.
    Code(Rc<Code>),
}

const _: () = assert!(size_of::<Value>() == 16, "a value is 16 bytes");

impl Value {
    /// A `str`.
    pub fn str(text: &str) -> Value {
        Value::Str(Rc::new(Str::new(text)))
    }

    /// A `str` from an owned string.
    pub fn string(text: String) -> Value {
        memory::note(text.len());
        Value::Str(Rc::new(Str::new(text)))
    }

    /// An `int` of any size.
    pub fn big(value: BigInt) -> Value {
        match value.to_i64() {
            Some(small) => Value::Int(small),
            None => Value::Big(Rc::new(value)),
        }
    }

    /// A `tuple`.
    pub fn tuple(items: Vec<Value>) -> Value {
        memory::note(items.len() * size_of::<Value>());
        Value::Tuple(Rc::new(Tuple::new(items)))
    }

    /// A `list`.
    pub fn list(items: Vec<Value>) -> Value {
        memory::note(items.len() * size_of::<Value>());
        Value::List(Rc::new(List::new(items)))
    }

    /// A `bytes`.
    pub fn bytes(bytes: Vec<u8>) -> Value {
        memory::note(bytes.len());
        Value::Bytes(Rc::new(Bytes::new(bytes, false)))
    }

    /// A `complex`.
    pub fn complex(real: f64, imag: f64) -> Value {
        Value::Complex(Rc::new((real, imag)))
    }

    /// Whether this is [`Value::Null`].
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// Whether this is `None`.
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// `None` for [`Value::Null`], else itself.
    pub fn or_none(self) -> Value {
        if self.is_null() { Value::None } else { self }
    }

    /// Python's `is`.
    pub fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Null, Value::Null)
            | (Value::None, Value::None)
            | (Value::NotImplemented, Value::NotImplemented)
            | (Value::Ellipsis, Value::Ellipsis) => true,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            _ => match (self.address(), other.address()) {
                (Some(a), Some(b)) => a == b || self.same_constant(other),
                _ => false,
            },
        }
    }

    /// Equal values of which CPython keeps one object only. Constants that look like names are one object here too.
    fn same_constant(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Str(a), Value::Str(b)) => a.is_kept_once() && a.as_str() == b.as_str(),
            (Value::Tuple(a), Value::Tuple(b)) => a.is_empty() && b.is_empty(),
            (Value::Bytes(a), Value::Bytes(b)) if !a.mutable && !b.mutable => {
                let (a, b) = (a.borrow(), b.borrow());
                a.len() <= 1 && *a == *b
            }
            _ => false,
        }
    }

    /// The address of the object, for identity; none for immediate values.
    pub fn address(&self) -> Option<usize> {
        Some(match self {
            Value::Null
            | Value::None
            | Value::NotImplemented
            | Value::Ellipsis
            | Value::Bool(_)
            | Value::Int(_)
            | Value::Float(_) => return None,
            Value::Str(r) => Rc::as_ptr(r) as usize,
            Value::Big(r) => Rc::as_ptr(r) as usize,
            Value::Complex(r) => Rc::as_ptr(r) as usize,
            Value::Bytes(r) => Rc::as_ptr(r) as usize,
            Value::Tuple(r) => Rc::as_ptr(r) as usize,
            Value::List(r) => Rc::as_ptr(r) as usize,
            Value::Dict(r) => Rc::as_ptr(r) as usize,
            Value::Set(r) => Rc::as_ptr(r) as usize,
            Value::Range(r) => Rc::as_ptr(r) as usize,
            Value::Slice(r) => Rc::as_ptr(r) as usize,
            Value::Function(r) => Rc::as_ptr(r) as usize,
            Value::Native(r) => Rc::as_ptr(r) as usize,
            Value::Method(r) => Rc::as_ptr(r) as usize,
            Value::Class(r) => Rc::as_ptr(r) as usize,
            Value::Instance(r) => Rc::as_ptr(r) as usize,
            Value::Generator(r) => Rc::as_ptr(r) as usize,
            Value::Iter(r) => Rc::as_ptr(r) as usize,
            Value::Cell(r) => Rc::as_ptr(r) as usize,
            Value::Code(r) => Rc::as_ptr(r) as usize,
        })
    }

    /// The text, if this is a `str` or an instance of a subclass of it.
    pub fn as_str(&self) -> Option<&Rc<Str>> {
        match self.base_value() {
            Value::Str(text) => Some(text),
            _ => None,
        }
    }

    /// The built-in value inside an instance of a class derived from `int`, `str`, `list` and so on; the
    /// value itself for all else.
    pub fn base_value(&self) -> &Value {
        match self {
            Value::Instance(instance) => instance.base_value().unwrap_or(self),
            _ => self,
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Int(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Value {
        Value::Float(value)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::str(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::string(text)
    }
}

impl std::fmt::Debug for Value {
    /// For our own tests and messages only: never runs script code, never the text a script sees.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Null => f.write_str("<null>"),
            Value::None => f.write_str("None"),
            Value::Bool(true) => f.write_str("True"),
            Value::Bool(false) => f.write_str("False"),
            Value::Int(value) => write!(f, "{value}"),
            Value::Float(value) => write!(f, "{value:?}"),
            Value::Str(text) => write!(f, "{:?}", text.as_str()),
            Value::Big(value) => write!(f, "{value}"),
            Value::Tuple(tuple) => f.debug_list().entries(tuple.iter()).finish(),
            Value::Class(class) => write!(f, "<class {}>", class.name()),
            other => write!(f, "<object {:x?}>", other.address()),
        }
    }
}
