//! The failure of a pure text or number operation: which exception CPython raises and what it says. The
//! machine turns it into an exception object; nothing here depends on how.

use std::fmt;

/// The exception classes that text and number operations raise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorClass {
    /// `ValueError`.
    Value,
    /// `TypeError`.
    Type,
    /// `OverflowError`.
    Overflow,
    /// `ZeroDivisionError`.
    ZeroDivision,
    /// `IndexError`.
    Index,
    /// `KeyError`.
    Key,
    /// `LookupError`.
    Lookup,
    /// `MemoryError`.
    Memory,
    /// `statistics.StatisticsError`.
    Statistics,
}

impl ErrorClass {
    /// The class's name in Python.
    pub fn name(self) -> &'static str {
        match self {
            ErrorClass::Value => "ValueError",
            ErrorClass::Type => "TypeError",
            ErrorClass::Overflow => "OverflowError",
            ErrorClass::ZeroDivision => "ZeroDivisionError",
            ErrorClass::Index => "IndexError",
            ErrorClass::Key => "KeyError",
            ErrorClass::Lookup => "LookupError",
            ErrorClass::Memory => "MemoryError",
            ErrorClass::Statistics => "StatisticsError",
        }
    }
}

/// An exception to raise: its class and its message, letter by letter as in CPython.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Raise {
    /// The exception's class.
    pub class: ErrorClass,
    /// `str(exception)`.
    pub message: String,
}

/// The result of an operation that may raise.
pub type Outcome<T> = Result<T, Raise>;

impl Raise {
    /// An exception of `class`.
    pub fn new(class: ErrorClass, message: impl Into<String>) -> Raise {
        Raise { class, message: message.into() }
    }

    /// A `ValueError`.
    pub fn value(message: impl Into<String>) -> Raise {
        Raise::new(ErrorClass::Value, message)
    }

    /// A `TypeError`.
    pub fn type_error(message: impl Into<String>) -> Raise {
        Raise::new(ErrorClass::Type, message)
    }

    /// An `OverflowError`.
    pub fn overflow(message: impl Into<String>) -> Raise {
        Raise::new(ErrorClass::Overflow, message)
    }

    /// A `ZeroDivisionError`.
    pub fn zero_division(message: impl Into<String>) -> Raise {
        Raise::new(ErrorClass::ZeroDivision, message)
    }
}

impl fmt::Display for Raise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.class.name(), self.message)
    }
}

impl std::error::Error for Raise {}
