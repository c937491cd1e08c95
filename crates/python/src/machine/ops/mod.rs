//! The operations behind instructions, as native functions that may ask, and their fast paths.

mod arithmetic;
mod build;
mod compare;
mod format;
mod matching;
mod subscript;

use std::rc::Rc;

use crate::class::{Class, Instance};
use crate::code::Intrinsic;
use crate::error::{Exc, PyResult, Raise, raise, raise_object, type_error, value_error};
use crate::function::{Args, CellBox, NativeFn, NativeKind};
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::text;
use crate::value::Value;

pub use arithmetic::{
    as_big, binary, binary_fast, binary_function, binary_in_place, inplace_function, numeric_binary,
    unary_function,
};
pub use build::{
    build_map, build_set, call_bound, call_ex, dict_merge, dict_update, is_iterable, list_extend,
    mapping_entries, names_of, set_add, set_update, unpack, unpack_fast,
};
pub use compare::{compare, compare_builtin, compare_fast, compare_function, contains};
pub use format::{convert_function, format_value, join_strings};
pub use matching::{match_class, match_keys};
pub use subscript::{
    delete_subscript, delete_subscript_builtin, slice_bounds, slice_indices, store_subscript,
    store_subscript_builtin, store_subscript_fast, subscript, subscript_builtin, subscript_fast,
};

impl From<text::raise::Raise> for Box<Raise> {
    fn from(raised: text::raise::Raise) -> Box<Raise> {
        use text::raise::ErrorClass;
        let kind = match raised.class {
            ErrorClass::Value | ErrorClass::Statistics => Exc::ValueError,
            ErrorClass::Type => Exc::TypeError,
            ErrorClass::Overflow => Exc::OverflowError,
            ErrorClass::ZeroDivision => Exc::ZeroDivisionError,
            ErrorClass::Index => Exc::IndexError,
            ErrorClass::Key => Exc::KeyError,
            ErrorClass::Lookup => Exc::LookupError,
            ErrorClass::Memory => Exc::MemoryError,
        };
        Box::new(Raise::New(kind, raised.message))
    }
}

/// A cell that holds a value.
pub fn new_cell(value: Value) -> Value {
    Value::Cell(Rc::new(CellBox::new(value)))
}

/// What a cell holds; Null where it is empty.
pub fn cell_content(cell: &Value) -> Value {
    match cell {
        Value::Cell(cell) => cell.get(),
        _ => Value::Null,
    }
}

/// Fills a cell; gives back what it held.
pub fn set_cell(cell: &Value, value: Value) -> Value {
    match cell {
        Value::Cell(cell) => cell.set(value),
        _ => Value::Null,
    }
}

/// The truth of a value, where no call is needed for it.
pub fn truth_fast(value: &Value) -> Option<bool> {
    Some(match value {
        Value::Bool(value) => *value,
        Value::None | Value::Null => false,
        Value::Int(value) => *value != 0,
        Value::Float(value) => *value != 0.0,
        Value::Str(text) => !text.is_empty(),
        Value::Big(_) => true,
        Value::Complex(pair) => pair.0 != 0.0 || pair.1 != 0.0,
        Value::Bytes(bytes) => !bytes.borrow().is_empty(),
        Value::Tuple(items) => !items.is_empty(),
        Value::List(items) => !items.is_empty(),
        Value::Dict(dict) => !dict.is_empty(),
        Value::Set(set) => !set.is_empty(),
        Value::Range(range) => !range.is_empty(),
        Value::Iter(iter) => match &*iter.state.borrow() {
            crate::iterator::IterState::View(dict, _) => !dict.is_empty(),
            _ => true,
        },
        Value::Instance(instance) => {
            if instance.class.lookup(names::bool).is_some() || instance.class.lookup(names::len).is_some() {
                return None;
            }
            true
        }
        Value::Class(class) if class.metaclass().is_some() => return None,
        Value::NotImplemented => return None,
        _ => true,
    })
}

/// `[value] → bool`
pub fn truth(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let value = args.positional[0].clone();
    done(machine.truth(&value)?)
}

/// `[mapping, name] → value`, then globals and builtins.
pub fn load_name(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match machine.ask_caught(subscript, args.clone())? {
        Ok(value) => done(value),
        Err(exception) if machine.is_exception(&exception, Exc::KeyError) => {
            let name = args.positional[1].as_str().map_or(names::empty, |text| text.symbol());
            let globals = machine.caller().map(|frame| frame.globals.clone());
            let found = globals.and_then(|globals| globals.get(name)).or_else(|| machine.builtins.get(name));
            match found {
                Some(value) => done(value),
                None => raise(Exc::NameError, format!("name '{name}' is not defined")),
            }
        }
        Err(exception) => crate::error::raise_object(exception),
    }
}

/// `[value] → hash`
fn hash_of(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(machine.hash(&args.positional[0])?)
}

/// `[object] → len`
pub fn length(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let length = machine.length(&args.positional[0])?;
    done(length as i64)
}

impl Machine {
    /// Python's truth of a value; may ask.
    pub fn truth(&mut self, value: &Value) -> PyResult<bool> {
        if let Some(truth) = truth_fast(value) {
            return Ok(truth);
        }
        if matches!(value, Value::NotImplemented) {
            return type_error("NotImplemented should not be used in a boolean context");
        }
        if matches!(self.types.of(value).lookup(names::bool), Some(Value::None)) {
            let kind = self.types.name_of(value);
            return type_error(format!("'{kind}' cannot be interpreted as a boolean"));
        }
        if let Some(method) = self.special(value, names::bool)? {
            let answer = self.ask(&method, Args::none())?;
            return match answer {
                Value::Bool(truth) => Ok(truth),
                other => {
                    let kind = self.types.name_of(&other);
                    type_error(format!("__bool__ should return bool, returned {kind}"))
                }
            };
        }
        if self.types.of(value).lookup(names::len).is_some() {
            return Ok(self.length(value)? != 0);
        }
        Ok(true)
    }

    /// `len(value)`; may ask.
    pub fn length(&mut self, value: &Value) -> PyResult<usize> {
        let found = match value {
            Value::Str(text) => text.len(),
            Value::Bytes(bytes) => bytes.borrow().len(),
            Value::Tuple(items) => items.len(),
            Value::List(items) => items.len(),
            Value::Dict(dict) => dict.len(),
            Value::Set(set) => set.len(),
            Value::Range(range) => range.len(),
            Value::Iter(iter) if matches!(&*iter.state.borrow(), crate::iterator::IterState::View(..)) => {
                match &*iter.state.borrow() {
                    crate::iterator::IterState::View(dict, _) => dict.len(),
                    _ => 0,
                }
            }
            _ => {
                let Some(method) = self.special(value, names::len)? else {
                    if value.base_value().is(value) {
                        let kind = self.types.name_of(value);
                        return type_error(format!("object of type '{kind}' has no len()"));
                    }
                    let base = value.base_value().clone();
                    return self.length(&base);
                };
                let answer = self.ask(&method, Args::none())?;
                let number = match self.index_value(&answer)? {
                    Value::Int(number) => number,
                    Value::Big(number) if number.sign() == num_bigint::Sign::Minus => -1,
                    _ => return raise(Exc::OverflowError, "cannot fit 'int' into an index-sized integer"),
                };
                return match usize::try_from(number) {
                    Ok(length) => Ok(length),
                    Err(_) => value_error("__len__() should return >= 0"),
                };
            }
        };
        Ok(found)
    }

    /// The integer that a value stands for as an index (`__index__`), if it fits 64 bits.
    pub fn index(&mut self, value: &Value) -> PyResult<i64> {
        match self.index_value(value)? {
            Value::Int(value) => Ok(value),
            Value::Big(_) => raise(Exc::OverflowError, "Python int too large to convert to C ssize_t"),
            _ => type_error("not an integer"),
        }
    }

    /// The integer that a value stands for as an index (`__index__`).
    pub fn index_value(&mut self, value: &Value) -> PyResult<Value> {
        match value.base_value() {
            Value::Int(_) | Value::Big(_) => return Ok(value.base_value().clone()),
            Value::Bool(value) => return Ok(Value::Int(i64::from(*value))),
            _ => {}
        }
        let Some(method) = self.special(value, names::index)? else {
            let kind = self.types.name_of(value);
            return type_error(format!("'{kind}' object cannot be interpreted as an integer"));
        };
        let answer = self.ask(&method, Args::none())?;
        match answer.base_value() {
            Value::Int(_) | Value::Big(_) => Ok(answer.base_value().clone()),
            Value::Bool(value) => Ok(Value::Int(i64::from(*value))),
            _ => {
                let kind = self.types.name_of(&answer);
                type_error(format!("__index__ returned non-int (type {kind})"))
            }
        }
    }

    /// `value + 1` for an integer.
    pub fn increment(&self, value: &Value) -> Value {
        binary_fast(crate::code::BinaryOp::Add, value, &Value::Int(1))
            .unwrap_or_else(|| as_big(value).map_or(Value::Null, |big| Value::big(big + 1)))
    }

    /// The hash of a value; may ask.
    pub fn hash(&mut self, value: &Value) -> PyResult<i64> {
        use crate::hashing::Fault;
        match crate::hashing::hash(value) {
            Ok(hash) => return Ok(hash),
            Err(Fault::Unhashable(inner)) => {
                let kind = self.types.name_of(&inner);
                return type_error(format!("unhashable type: '{kind}'"));
            }
            Err(Fault::Script) => {}
        }
        if let Value::Tuple(items) = value {
            let mut hashes = Vec::with_capacity(items.len());
            for item in items.iter() {
                hashes.push(self.nested("", |machine| machine.hash(item))?);
            }
            return Ok(crate::hashing::hash_tuple(hashes.into_iter()));
        }
        let Some(method) = self.special(value, names::hash)? else {
            let kind = self.types.name_of(value);
            return type_error(format!("unhashable type: '{kind}'"));
        };
        match self.ask(&method, Args::none())?.base_value() {
            Value::Int(hash) => Ok(if *hash == -1 { -2 } else { *hash }),
            Value::Bool(hash) => Ok(i64::from(*hash)),
            Value::Big(hash) => Ok(crate::hashing::hash_big(hash)),
            _ => type_error("__hash__ method should return an integer"),
        }
    }

    /// The hash of what is to be a key or an item: where it has none the message says so.
    fn hash_in(&mut self, value: &Value, what: &str) -> PyResult<i64> {
        use crate::hashing::Fault;
        let reason = match crate::hashing::hash(value) {
            Ok(hash) => return Ok(hash),
            Err(Fault::Unhashable(inner)) => format!("unhashable type: '{}'", self.types.name_of(&inner)),
            Err(Fault::Script) => match self.ask_caught(hash_of, Args::one(value.clone()))? {
                Ok(hash) => return Ok(if let Value::Int(hash) = hash { hash } else { 0 }),
                Err(exception) => {
                    let kind = self.types.exception(Exc::TypeError);
                    if !Rc::ptr_eq(&self.types.of(&exception), kind) {
                        return raise_object(exception);
                    }
                    let text = self.str_of(&exception)?;
                    text.as_str().map(|text| text.as_str().to_string()).unwrap_or_default()
                }
            },
        };
        let kind = self.types.name_of(value);
        type_error(format!("cannot use '{kind}' as {what} ({reason})"))
    }

    /// The entry of a key in a dict; may ask.
    pub fn dict_find(&mut self, dict: &Rc<crate::dict::Dict>, key: &Value) -> PyResult<(i64, Option<usize>)> {
        let hash = self.hash_in(key, "a dict key")?;
        Ok((hash, self.dict_place(dict, hash, key)?))
    }

    /// The entry of a key whose hash is known.
    pub fn dict_place(
        &mut self,
        dict: &Rc<crate::dict::Dict>,
        hash: i64,
        key: &Value,
    ) -> PyResult<Option<usize>> {
        match dict.lookup(hash, key) {
            crate::dict::Lookup::Found(index) => Ok(Some(index)),
            crate::dict::Lookup::Absent => Ok(None),
            crate::dict::Lookup::Unsure(candidates) => {
                for (index, candidate) in candidates {
                    if candidate.is(key) || self.equal(&candidate, key)? {
                        return Ok(Some(index));
                    }
                }
                Ok(None)
            }
        }
    }

    /// Puts the entries of a dict into another one. Their hashes are known: no `__hash__` is asked.
    pub fn dict_merge(&mut self, dict: &Rc<crate::dict::Dict>, from: &crate::dict::Dict) -> PyResult<()> {
        for (hash, key, value) in from.hashed() {
            match self.dict_place(dict, hash, &key)? {
                Some(index) => drop(dict.replace_at(index, value)),
                None => dict.insert_new(hash, key, value),
            }
        }
        Ok(())
    }

    /// The value of a key in a dict; may ask.
    pub fn dict_get(&mut self, dict: &Rc<crate::dict::Dict>, key: &Value) -> PyResult<Option<Value>> {
        let (_, index) = self.dict_find(dict, key)?;
        Ok(index.map(|index| dict.value_at(index)))
    }

    /// Sets a key in a dict; may ask before it does.
    pub fn dict_set(&mut self, dict: &Rc<crate::dict::Dict>, key: Value, value: Value) -> PyResult<()> {
        let (hash, index) = self.dict_find(dict, &key)?;
        match index {
            Some(index) => drop(dict.replace_at(index, value)),
            None => dict.insert_new(hash, key, value),
        }
        Ok(())
    }

    /// The slot of an item in a set, with its hash; may ask.
    pub fn set_find(&mut self, set: &Rc<crate::set::Set>, item: &Value) -> PyResult<(i64, Option<usize>)> {
        let hash = self.hash_in(item, "a set element")?;
        match set.lookup(hash, item) {
            crate::set::Found::At(index) => Ok((hash, Some(index))),
            crate::set::Found::Absent => Ok((hash, None)),
            crate::set::Found::Unsure(candidates) => {
                for (index, candidate) in candidates {
                    if candidate.is(item) || self.equal(&candidate, item)? {
                        return Ok((hash, Some(index)));
                    }
                }
                Ok((hash, None))
            }
        }
    }

    /// Adds an item to a set; may ask before it does.
    pub fn set_insert(&mut self, set: &Rc<crate::set::Set>, item: Value) -> PyResult<()> {
        let (hash, index) = self.set_find(set, &item)?;
        if index.is_none() {
            set.insert_new(hash, item);
        }
        Ok(())
    }

    /// `a == b`, identity first as containers do; may ask.
    pub fn equal(&mut self, a: &Value, b: &Value) -> PyResult<bool> {
        if a.is(b) {
            return Ok(true);
        }
        if let Some(equal) = crate::hashing::simple_equal(a, b) {
            return Ok(equal);
        }
        let answer = compare::rich_compare(self, crate::code::CompareOp::Eq, a, b)?;
        self.truth(&answer)
    }

    /// `a < b`; may ask.
    pub fn less_than(&mut self, a: &Value, b: &Value) -> PyResult<bool> {
        if let Some(less) = compare_fast(crate::code::CompareOp::Lt, a, b) {
            return Ok(less);
        }
        let answer = compare::rich_compare(self, crate::code::CompareOp::Lt, a, b)?;
        self.truth(&answer)
    }

    /// A global or builtin by the name of an instruction, through its hint.
    pub(crate) fn load_global(&self, frame: &crate::frame::ScriptFrame, index: u32) -> PyResult<Value> {
        use crate::code::Hint;
        const BUILTIN: u32 = 1 << 31;
        let name = frame.code.names[index as usize];
        let hint = &frame.code.hints[frame.pc as usize];
        let known = hint.get();
        if known.place & BUILTIN != 0 {
            if known.shape == frame.globals.shape()
                && let Some(value) = self.builtins.get_hinted(name, (known.place & !BUILTIN) as usize)
            {
                return Ok(value);
            }
        } else if let Some(value) = frame.globals.get_hinted(name, known.place as usize) {
            return Ok(value);
        }
        if let Some(place) = frame.globals.find_name(name) {
            hint.set(Hint { place: place as u32, ..Hint::default() });
            return Ok(frame.globals.value_at(place));
        }
        if let Some(found) = self.own_builtin(frame, name)? {
            return Ok(found);
        }
        match self.builtins.find_name(name) {
            Some(place) => {
                let shape = frame.globals.shape();
                hint.set(Hint { class: 0, shape, place: place as u32 | BUILTIN });
                Ok(self.builtins.value_at(place))
            }
            None => Err(self.name_error(frame, name)),
        }
    }

    /// A builtin as text that was given to `exec` finds it: in the `__builtins__` of its globals.
    fn own_builtin(&self, frame: &crate::frame::ScriptFrame, name: Sym) -> PyResult<Option<Value>> {
        if frame.code.origin != crate::code::Origin::Given {
            return Ok(None);
        }
        let found = match frame.globals.get(names::builtins) {
            None => return Ok(None),
            Some(Value::Dict(own)) => own.get(name),
            Some(Value::Instance(module)) => module.get(name),
            Some(other) => {
                let kind = self.types.name_of(&other);
                return type_error(format!("'{kind}' object is not subscriptable"));
            }
        };
        match found {
            Some(found) => Ok(Some(found)),
            None => Err(self.name_error(frame, name)),
        }
    }

    /// `__exit__` bound and `__enter__` unbound, or the asynchronous pair.
    pub(crate) fn context_methods(&mut self, manager: &Value, is_async: bool) -> PyResult<(Value, Value)> {
        let class = self.types.of(manager);
        let pairs = [(names::enter, names::exit), (names::aenter, names::aexit)];
        let (enter, exit) = pairs[usize::from(is_async)];
        match (class.lookup(exit), class.lookup(enter)) {
            (Some(exit), Some(enter)) => Ok(self.bound_context_methods(manager, enter, exit)),
            (None, _) => no_context_manager(&class, is_async, exit),
            (_, None) => no_context_manager(&class, is_async, enter),
        }
    }

    fn bound_context_methods(&mut self, manager: &Value, enter: Value, exit: Value) -> (Value, Value) {
        let plain = |method: &Value| matches!(method, Value::Function(_) | Value::Native(_));
        if plain(&enter) && plain(&exit) {
            return (self.bind(&exit, manager), enter);
        }
        let late = |method, with_self| {
            let parts = Value::tuple(vec![method, manager.clone(), Value::Bool(with_self)]);
            let native = crate::builtins::install::native("__get__", "", NativeKind::Method, call_late);
            self.bind(&native, &parts)
        };
        (late(exit, false), late(enter, true))
    }

    /// Whether a `match` sequence pattern may look at the value.
    pub(crate) fn is_sequence(&self, value: &Value) -> bool {
        match value {
            Value::List(_) | Value::Tuple(_) | Value::Range(_) => true,
            Value::Instance(instance) => self.pattern_flags(instance) & (1 << 5) != 0,
            _ => false,
        }
    }

    /// Whether a `match` mapping pattern may look at the value.
    pub(crate) fn is_mapping(&self, value: &Value) -> bool {
        match value {
            Value::Dict(_) => true,
            Value::Instance(instance) => self.pattern_flags(instance) & (1 << 6) != 0,
            _ => false,
        }
    }

    /// What an instance is to `match`, as the first of its classes says that is one of the built-in containers or was
    /// marked by an abstract base class.
    fn pattern_flags(&self, instance: &Instance) -> i64 {
        let flags = Sym::new("__abc_tpflags__");
        let types = &self.types;
        let builtin = |class: &Class| match class.id {
            id if [&types.list, &types.tuple, &types.range].iter().any(|known| known.id == id) => 1 << 5,
            id if [&types.dict, &types.mapping_proxy].iter().any(|known| known.id == id) => 1 << 6,
            _ if !class.heap && Sym::find("memoryview") == Some(class.name()) => 1 << 5,
            _ => 0,
        };
        let found = instance.class.mro().iter().find_map(|class| match class.dict.get(flags) {
            Some(Value::Int(marked)) if marked != 0 => Some(marked),
            _ => Some(builtin(class)).filter(|known| *known != 0),
        });
        found.unwrap_or_default()
    }
}

/// `[(method, receiver, with self), argument…]`: calls a special method that must be bound first, by its own
/// `__get__`. With self, the first argument is the receiver again.
fn call_late(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Tuple(parts)) = args.positional.first() else { return done(Value::None) };
    let [method, receiver, with_self] = &parts[..] else { return done(Value::None) };
    let class = machine.types.of(receiver);
    let bound = machine.bind_special(method, receiver, &class)?;
    let skipped = if matches!(with_self, Value::Bool(true)) { 2 } else { 1 };
    let positional = args.positional.iter().skip(skipped).cloned().collect();
    machine.call(&bound, Args { positional, keywords: Vec::new() })
}

/// The native function of an intrinsic, and how many operands it takes.
pub fn intrinsic_function(kind: Intrinsic) -> (NativeFn, usize) {
    use crate::builtins::typing_intrinsics as t;
    match kind {
        Intrinsic::ImportStar => (crate::machine::import::import_star as NativeFn, 1),
        Intrinsic::TypeVar => (t::type_var as NativeFn, 1),
        Intrinsic::TypeVarWithBound => (t::type_var_with_bound as NativeFn, 2),
        Intrinsic::TypeVarWithConstraints => (t::type_var_with_constraints as NativeFn, 2),
        Intrinsic::ParamSpec => (t::param_spec as NativeFn, 1),
        Intrinsic::TypeVarTuple => (t::type_var_tuple as NativeFn, 1),
        Intrinsic::SetTypeParamDefault => (t::set_default as NativeFn, 2),
        Intrinsic::TypeAlias => (t::type_alias as NativeFn, 3),
        Intrinsic::SetFunctionTypeParams => (t::set_function_type_params as NativeFn, 2),
        Intrinsic::SubscriptGeneric => (t::subscript_generic as NativeFn, 1),
        Intrinsic::PrepareReraiseStar => {
            (crate::builtins::exception_group::prepare_reraise_star as NativeFn, 2)
        }
        Intrinsic::Interpolation => (t::interpolation as NativeFn, 4),
        Intrinsic::Template => (t::template as NativeFn, 2),
    }
}

/// The error of `with` about an object without the methods it needs.
fn no_context_manager<T>(class: &Class, is_async: bool, missing: Sym) -> PyResult<T> {
    let other = if is_async { [names::enter, names::exit] } else { [names::aenter, names::aexit] };
    let what = if is_async { "asynchronous context manager" } else { "context manager" };
    let hint = match other.iter().all(|name| class.lookup(*name).is_some()) {
        false => "",
        true if is_async => " but it supports the context manager protocol. Did you mean to use 'with'?",
        true => {
            " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?"
        }
    };
    let name = class.full_name();
    type_error(format!(
        "'{name}' object does not support the {what} protocol (missed {missing} method){hint}"
    ))
}
