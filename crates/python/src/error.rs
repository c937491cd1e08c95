//! How Rust code raises. A script's exception is data ([`Raise`]); a limit that was reached or a question to
//! the script travels the same way up to the machine but is never seen by script code.

use std::fmt;

use loopglass_trace::Limit;

use crate::value::Value;

/// Built-in exception classes, by name.
macro_rules! exceptions {
    ($($name:ident < $base:literal),* $(,)?) => {
        /// A built-in exception class.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[allow(missing_docs)]
        pub enum Exc { $($name),* }

        impl Exc {
            /// All of them, bases before what derives from them.
            pub const ALL: &[Exc] = &[$(Exc::$name),*];

            /// `__name__`
            pub fn name(self) -> &'static str {
                match self { $(Exc::$name => stringify!($name)),* }
            }

            /// Name of the base class; empty for `BaseException`.
            pub fn base(self) -> &'static str {
                match self { $(Exc::$name => $base),* }
            }
        }
    };
}

exceptions! {
    BaseException < "", Exception < "BaseException", BaseExceptionGroup < "BaseException",
    GeneratorExit < "BaseException", KeyboardInterrupt < "BaseException", SystemExit < "BaseException",
    ArithmeticError < "Exception", FloatingPointError < "ArithmeticError", OverflowError < "ArithmeticError",
    ZeroDivisionError < "ArithmeticError", AssertionError < "Exception", AttributeError < "Exception",
    BufferError < "Exception", EOFError < "Exception", ImportError < "Exception",
    ModuleNotFoundError < "ImportError", LookupError < "Exception", IndexError < "LookupError",
    KeyError < "LookupError", MemoryError < "Exception", NameError < "Exception",
    UnboundLocalError < "NameError", OSError < "Exception", BlockingIOError < "OSError",
    ChildProcessError < "OSError", ConnectionError < "OSError", BrokenPipeError < "ConnectionError",
    ConnectionAbortedError < "ConnectionError", ConnectionRefusedError < "ConnectionError",
    ConnectionResetError < "ConnectionError", FileExistsError < "OSError", FileNotFoundError < "OSError",
    InterruptedError < "OSError", IsADirectoryError < "OSError", NotADirectoryError < "OSError",
    PermissionError < "OSError", ProcessLookupError < "OSError", TimeoutError < "OSError",
    ReferenceError < "Exception", RuntimeError < "Exception", NotImplementedError < "RuntimeError",
    RecursionError < "RuntimeError", PythonFinalizationError < "RuntimeError",
    StopAsyncIteration < "Exception", StopIteration < "Exception",
    SyntaxError < "Exception", IndentationError < "SyntaxError", TabError < "IndentationError",
    SystemError < "Exception", TypeError < "Exception", ValueError < "Exception",
    UnicodeError < "ValueError", UnicodeDecodeError < "UnicodeError", UnicodeEncodeError < "UnicodeError",
    UnicodeTranslateError < "UnicodeError", Warning < "Exception", BytesWarning < "Warning",
    DeprecationWarning < "Warning", EncodingWarning < "Warning", FutureWarning < "Warning",
    ImportWarning < "Warning", PendingDeprecationWarning < "Warning", ResourceWarning < "Warning",
    RuntimeWarning < "Warning", SyntaxWarning < "Warning", UnicodeWarning < "Warning", UserWarning < "Warning",
}

/// What can go up instead of a result.
pub enum Raise {
    /// An exception object.
    Object(Value),
    /// A built-in exception with one message argument, made into an object when someone looks.
    New(Exc, String),
    /// A built-in exception with these arguments.
    With(Exc, Vec<Value>),
    /// As `New`, about a name: the object gets it as its `name`.
    NamedError(Exc, String, crate::symbol::Sym),
    /// AttributeError with the message, the object and the name.
    Attribute(String, Value, crate::symbol::Sym),
    /// Frames with a question to the script were pushed: the native function will be started again.
    Ask,
    /// The run ends here for another reason than its own end.
    End(loopglass_trace::End),
    /// A limit was reached: the run ends here.
    Limit(Limit),
}

/// The result of an operation that may raise.
pub type PyResult<T = Value> = Result<T, Box<Raise>>;

impl fmt::Debug for Raise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Raise::Object(value) => write!(f, "{value:?}"),
            Raise::New(kind, message) => write!(f, "{}: {message}", kind.name()),
            Raise::NamedError(kind, message, _) => write!(f, "{}: {message}", kind.name()),
            Raise::Attribute(message, ..) => write!(f, "AttributeError: {message}"),
            Raise::With(kind, args) => write!(f, "{}{args:?}", kind.name()),
            Raise::Ask => f.write_str("a question"),
            Raise::End(end) => write!(f, "end {end:?}"),
            Raise::Limit(limit) => write!(f, "limit {limit:?}"),
        }
    }
}

/// Raises a built-in exception with a message.
pub fn raise<T>(kind: Exc, message: impl Into<String>) -> PyResult<T> {
    Err(Box::new(Raise::New(kind, message.into())))
}

/// Raises a TypeError.
pub fn type_error<T>(message: impl Into<String>) -> PyResult<T> {
    raise(Exc::TypeError, message)
}

/// Raises a ValueError.
pub fn value_error<T>(message: impl Into<String>) -> PyResult<T> {
    raise(Exc::ValueError, message)
}

/// Raises a KeyError with the key itself.
pub fn key_error<T>(key: Value) -> PyResult<T> {
    Err(Box::new(Raise::With(Exc::KeyError, vec![key])))
}

/// Raises an exception object.
pub fn raise_object<T>(exception: Value) -> PyResult<T> {
    Err(Box::new(Raise::Object(exception)))
}

impl From<Box<Raise>> for Raise {
    fn from(raised: Box<Raise>) -> Raise {
        *raised
    }
}
