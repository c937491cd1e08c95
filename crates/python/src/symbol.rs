//! Interned names. A [`Sym`] stands for one spelling, so that attribute and variable names compare and hash as
//! integers. The table is a cache that only grows and never changes what a run does.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use hashbrown::HashTable;
use loopglass_trace::hash_of_text;

use crate::sequence::Str;

/// An interned name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sym(u32);

#[derive(Default)]
struct Table {
    /// The numbers, by the hash of the text.
    numbers: HashTable<u32>,
    texts: Vec<Rc<str>>,
    /// The `str` object of each symbol, made when first asked for.
    keys: Vec<Option<Rc<Str>>>,
}

thread_local! {
    static TABLE: RefCell<Table> = RefCell::new(Table::seeded());
}

impl Table {
    fn seeded() -> Table {
        let mut table = Table::default();
        for text in names::ALL {
            table.intern(text);
        }
        table
    }

    fn find(&self, text: &str) -> Option<u32> {
        self.numbers.find(hash_of_text(text), |number| *self.texts[*number as usize] == *text).copied()
    }

    fn intern(&mut self, text: &str) -> u32 {
        if let Some(number) = self.find(text) {
            return number;
        }
        let number = self.texts.len() as u32;
        self.texts.push(text.into());
        self.keys.push(None);
        let texts = &self.texts;
        let hash = |number: &u32| hash_of_text(&texts[*number as usize]);
        self.numbers.insert_unique(hash_of_text(text), number, hash);
        number
    }
}

impl Sym {
    /// The symbol of a spelling.
    pub fn new(text: &str) -> Sym {
        TABLE.with(|table| Sym(table.borrow_mut().intern(text)))
    }

    /// The symbol of a spelling, if it was ever interned.
    pub fn find(text: &str) -> Option<Sym> {
        TABLE.with(|table| table.borrow().find(text).map(Sym))
    }

    /// Whether this is its spelling.
    pub fn is(self, text: &str) -> bool {
        TABLE.with(|table| *table.borrow().texts[self.0 as usize] == *text)
    }

    /// Its spelling.
    pub fn text(self) -> Rc<str> {
        TABLE.with(|table| table.borrow().texts[self.0 as usize].clone())
    }

    /// Its `str` object: one for all uses of the name, with its hash known.
    pub fn key(self) -> Rc<Str> {
        TABLE.with(|table| {
            let mut table = table.borrow_mut();
            if let Some(key) = &table.keys[self.0 as usize] {
                return key.clone();
            }
            let key = Rc::new(Str::from_symbol(self, &table.texts[self.0 as usize]));
            table.keys[self.0 as usize] = Some(key.clone());
            key
        })
    }

    /// Its number, for tables indexed by symbol.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// Whether the name begins with two underscores and ends with two.
    pub fn is_dunder(self) -> bool {
        let text = self.text();
        text.len() > 4 && text.starts_with("__") && text.ends_with("__")
    }
}

impl fmt::Display for Sym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl fmt::Debug for Sym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.text())
    }
}

macro_rules! known {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// Symbols with a fixed number.
        #[allow(non_upper_case_globals, missing_docs)]
        pub mod names {
            use super::Sym;

            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            #[repr(u32)]
            enum Number { $($name),* }

            pub(super) const ALL: &[&str] = &[$($text),*];
            $(pub const $name: Sym = Sym(Number::$name as u32);)*
        }
    };
}

known! {
    init = "__init__", new = "__new__", del = "__del__", call = "__call__", class = "__class__",
    class_getitem = "__class_getitem__", classcell = "__classcell__", dict = "__dict__", doc = "__doc__",
    name = "__name__", qualname = "__qualname__", module = "__module__", bases = "__bases__", mro = "__mro__",
    base = "__base__", slots = "__slots__", init_subclass = "__init_subclass__", set_name = "__set_name__",
    subclasses = "__subclasses__", instancecheck = "__instancecheck__", subclasscheck = "__subclasscheck__",
    prepare = "__prepare__", mro_entries = "__mro_entries__", metaclass = "metaclass",
    getattr = "__getattr__", getattribute = "__getattribute__", setattr = "__setattr__", delattr = "__delattr__",
    dir = "__dir__", get = "__get__", set = "__set__", delete = "__delete__",
    repr = "__repr__", str = "__str__", bytes = "__bytes__", format = "__format__", hash = "__hash__",
    bool = "__bool__", len = "__len__", length_hint = "__length_hint__", int = "__int__", float = "__float__",
    complex = "__complex__", index = "__index__", round = "__round__", trunc = "__trunc__", floor = "__floor__",
    ceil = "__ceil__", abs = "__abs__", neg = "__neg__", pos = "__pos__", invert = "__invert__",
    lt = "__lt__", le = "__le__", eq = "__eq__", ne = "__ne__", gt = "__gt__", ge = "__ge__",
    add = "__add__", radd = "__radd__", iadd = "__iadd__", sub = "__sub__", rsub = "__rsub__", isub = "__isub__",
    mul = "__mul__", rmul = "__rmul__", imul = "__imul__", truediv = "__truediv__", rtruediv = "__rtruediv__",
    itruediv = "__itruediv__", floordiv = "__floordiv__", rfloordiv = "__rfloordiv__", ifloordiv = "__ifloordiv__",
    r#mod = "__mod__", rmod = "__rmod__", imod = "__imod__", pow = "__pow__", rpow = "__rpow__", ipow = "__ipow__",
    matmul = "__matmul__", rmatmul = "__rmatmul__", imatmul = "__imatmul__", lshift = "__lshift__",
    rlshift = "__rlshift__", ilshift = "__ilshift__", rshift = "__rshift__", rrshift = "__rrshift__",
    irshift = "__irshift__", and = "__and__", rand = "__rand__", iand = "__iand__", or = "__or__", ror = "__ror__",
    ior = "__ior__", xor = "__xor__", rxor = "__rxor__", ixor = "__ixor__",
    divmod = "__divmod__", rdivmod = "__rdivmod__",
    getitem = "__getitem__", setitem = "__setitem__", delitem = "__delitem__", contains = "__contains__",
    missing = "__missing__", iter = "__iter__", next = "__next__", reversed = "__reversed__",

    enter = "__enter__", exit = "__exit__", aenter = "__aenter__", aexit = "__aexit__", aiter = "__aiter__",
    anext = "__anext__", r#await = "__await__", send = "send", throw = "throw", close = "close",
    main = "__main__", file = "__file__", builtins = "__builtins__", import = "__import__", all = "__all__",
    annotations = "__annotations__", annotate = "__annotate__", type_params = "__type_params__",
    defaults = "__defaults__", kwdefaults = "__kwdefaults__", code = "__code__", globals = "__globals__",
    closure = "__closure__", wrapped = "__wrapped__", func = "__func__", self_ = "__self__",
    match_args = "__match_args__", traceback = "__traceback__", context = "__context__", cause = "__cause__",
    suppress_context = "__suppress_context__", notes = "__notes__", args = "args", value = "value",
    firstlineno = "__firstlineno__", static_attributes = "__static_attributes__", weakref = "__weakref__",
    orig_bases = "__orig_bases__", abstractmethods = "__abstractmethods__", reduce = "__reduce__",
    reduce_ex = "__reduce_ex__", copy = "__copy__", deepcopy = "__deepcopy__", sizeof = "__sizeof__",
    fspath = "__fspath__", cls = "cls", self_name = "self", stdout = "stdout", stderr = "stderr",
    write = "write", spec = "__spec__", loader = "__loader__", package = "__package__", path = "__path__",
    exceptions = "exceptions", message = "message", code_name = "code", empty = "",
    name_field = "name", obj = "obj", name_from = "name_from", msg = "msg", errno = "errno",
    strerror = "strerror", filename = "filename", filename2 = "filename2", lineno = "lineno",
    offset = "offset", text_field = "text", end_lineno = "end_lineno", end_offset = "end_offset",
    path_field = "path", print_file_and_line = "print_file_and_line",
    items = "_items", limit = "_limit", changes = "_changes", deque = "deque", call_soon = "call_soon",
    call_at = "call_at", time = "time", run_once = "_run_once", selector = "_selector",
    own_loop = "_loop", create_future = "create_future",
    value_attribute = "_value", encoding = "encoding", object = "object", start = "start", end = "end", reason = "reason",
}
