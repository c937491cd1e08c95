//! Iteration: getting iterators, advancing them, collecting what they give.

use std::rc::Rc;

use crate::builtins::sequence_ops::check_size;
use crate::error::{Exc, PyResult, raise, raise_object, type_error};
use crate::frame::{Expect, Frame, NativeFrame, Outcome, ScriptFrame};
use crate::function::{Args, NativeFn};
use crate::iterator::{DictPart, Iter, IterState, Simple};
use crate::machine::ask::NextFlow;
use crate::machine::run::Stop;
use crate::machine::{Flow, Machine, done};
use crate::symbol::names;
use crate::value::Value;

/// Items between two looks at how large a list has become.
const MEASURED: usize = 1 << 12;
/// So many items that native code takes count as one instruction.
const ITEMS_A_STEP: u32 = 16;

impl Machine {
    /// The iterator of a built-in container or iterator.
    pub fn iter_fast(&self, iterable: &Value) -> Option<Value> {
        Some(match iterable {
            Value::List(list) => Iter::value(IterState::List(list.clone(), 0), "list_iterator"),
            Value::Tuple(tuple) => Iter::value(IterState::Tuple(tuple.clone(), 0), "tuple_iterator"),
            Value::Range(range) => Iter::value(IterState::Range(**range, 0), "range_iterator"),
            Value::Dict(dict) => dict_iterator(dict, DictPart::Keys, false),
            Value::Str(text) if text.is_ascii() => {
                Iter::value(IterState::Str(text.clone(), 0), "str_ascii_iterator")
            }
            Value::Str(text) => Iter::value(IterState::Str(text.clone(), 0), "str_iterator"),
            Value::Set(set) => Iter::value(IterState::Set(set.clone(), 0, set.len()), "set_iterator"),
            Value::Bytes(bytes) if bytes.mutable => {
                Iter::value(IterState::Bytes(bytes.clone(), 0), "bytearray_iterator")
            }
            Value::Bytes(bytes) => Iter::value(IterState::Bytes(bytes.clone(), 0), "bytes_iterator"),
            Value::Generator(generator) if !generator.is_coroutine() && !generator.is_async_generator() => {
                iterable.clone()
            }
            Value::Iter(iter) => match &*iter.state.borrow() {
                IterState::View(dict, part) => dict_iterator(dict, *part, false),
                _ => iterable.clone(),
            },
            // An instance of a class derived from an iterator's is an iterator itself.
            Value::Instance(instance) if matches!(instance.base_value(), Some(Value::Iter(_))) => {
                return None;
            }
            Value::Instance(instance) if instance.base_value().is_some() => {
                let class = &instance.class;
                let script =
                    class.lookup(names::iter).is_some_and(|value| !matches!(value, Value::Native(_)));
                if script {
                    return None;
                }
                return self.iter_fast(iterable.base_value());
            }
            _ => return None,
        })
    }

    /// Whether a value has `__next__`.
    pub fn is_iterator(&self, value: &Value) -> bool {
        match value {
            Value::Generator(generator) => !generator.is_coroutine() && !generator.is_async_generator(),
            Value::Iter(iter) => !matches!(&*iter.state.borrow(), IterState::View(..)),
            Value::Instance(instance) => instance.class.lookup(names::next).is_some(),
            _ => false,
        }
    }

    /// `iter(value)`
    pub fn iter(&mut self, iterable: &Value) -> PyResult<Value> {
        match self.iter_fast(iterable) {
            Some(iterator) => self.once(|_| Ok(iterator)),
            None => self.ask_native(get_iter, Args::one(iterable.clone())),
        }
    }

    /// Advances an iterator, at once or by pushing what will.
    pub(crate) fn next_flow(&mut self, iterator: &Value) -> PyResult<NextFlow> {
        match iterator {
            Value::Iter(iter) => match iter.next_simple() {
                Simple::Value(value) => return Ok(NextFlow::Value(value)),
                Simple::End => return Ok(NextFlow::End),
                Simple::Changed(message) => return raise(Exc::RuntimeError, message),
                Simple::Ask if iter.is_driven() => {
                    self.send_into(iterator, Value::None)?;
                    return Ok(NextFlow::Pushed);
                }
                Simple::Ask => {}
            },
            Value::Generator(generator) if generator.is_coroutine() || generator.is_async_generator() => {}
            Value::Generator(generator) => {
                self.resume_generator(generator, Value::None)?;
                return Ok(NextFlow::Pushed);
            }
            _ => {}
        }
        match self.call_native(next_or_null, Args::one(iterator.clone()))? {
            Flow::Value(Value::Null) => Ok(NextFlow::End),
            Flow::Value(value) => Ok(NextFlow::Value(value)),
            Flow::Pushed => Ok(NextFlow::Pushed),
        }
    }

    /// Counts an item that native code took of an iterator. Whether the slice's budget is used up: who can go on
    /// later should.
    #[inline]
    pub(crate) fn count_item(&mut self) -> bool {
        self.items_taken = self.items_taken.wrapping_add(1);
        if !self.items_taken.is_multiple_of(ITEMS_A_STEP) {
            return false;
        }
        self.steps += 1;
        self.steps >= self.goal
    }

    /// Has the next value of an iterator taken in the next slice, for the frame that waits for it.
    pub(crate) fn next_in_next_slice(&mut self, iterator: Value, frame: Box<dyn NativeFrame>) -> Flow {
        self.push_native(frame);
        self.push_native(Box::new(NextLater(iterator)));
        Flow::Pushed
    }

    /// `Op::ForIter` where the iterator is not a simple one.
    pub(crate) fn for_iter_slow(
        &mut self,
        mut frame: Box<ScriptFrame>,
        iterator: Value,
        target: u32,
    ) -> Result<Box<ScriptFrame>, Stop> {
        frame.expect = Expect::ForIter(target);
        self.frames.push(Frame::Script(frame));
        let result = match self.next_flow(&iterator) {
            Ok(NextFlow::Value(value)) => Ok(Flow::Value(value)),
            Ok(NextFlow::End) => Ok(Flow::Value(Value::Null)),
            Ok(NextFlow::Pushed) => Ok(Flow::Pushed),
            Err(raised) => Err(raised),
        };
        self.settle_top(result)
    }

    /// All values of an iterable.
    pub fn collect(&mut self, iterable: &Value) -> PyResult<Vec<Value>> {
        self.collect_by(collect_list, iterable)
    }

    /// As [`Machine::collect`], asking the iterable for its length first, as CPython does where it makes a list.
    pub fn collect_sized(&mut self, iterable: &Value) -> PyResult<Vec<Value>> {
        self.collect_by(collect_sized_list, iterable)
    }

    fn collect_by(&mut self, function: NativeFn, iterable: &Value) -> PyResult<Vec<Value>> {
        match iterable {
            Value::List(list) => return Ok(list.to_vec()),
            Value::Tuple(tuple) => return Ok(tuple.to_vec()),
            _ => {}
        }
        match self.ask_native(function, Args::one(iterable.clone()))? {
            Value::List(list) => Ok(list.to_vec()),
            _ => Ok(Vec::new()),
        }
    }

    /// Asks an object for the number of its values (`operator.length_hint`), for the sake of what that does.
    fn ask_length(&mut self, object: &Value) -> PyResult<()> {
        if !matches!(object, Value::Instance(_) | Value::Class(_)) {
            return Ok(());
        }
        let class = self.types.of(object);
        let found = class.lookup(names::len).or_else(|| class.lookup(names::length_hint));
        let Some(method @ Value::Function(_)) = found else { return Ok(()) };
        match self.ask_call_caught(&method, Args::one(object.clone()))? {
            Err(exception) if !self.is_exception(&exception, Exc::TypeError) => raise_object(exception),
            _ => Ok(()),
        }
    }
}

/// An iterator over part of a dict.
pub fn dict_iterator(dict: &Rc<crate::dict::Dict>, part: DictPart, backwards: bool) -> Value {
    let name = match (part, backwards) {
        (DictPart::Keys, false) => "dict_keyiterator",
        (DictPart::Values, false) => "dict_valueiterator",
        (DictPart::Items, false) => "dict_itemiterator",
        (DictPart::Keys, true) => "dict_reversekeyiterator",
        (DictPart::Values, true) => "dict_reversevalueiterator",
        (DictPart::Items, true) => "dict_reverseitemiterator",
    };
    let start = if backwards { usize::MAX } else { 0 };
    let length = dict.len() as u32;
    Iter::value(IterState::Dict(dict.clone(), part, start, [length, length], backwards), name)
}

/// `[iterable] → list` of all its values.
pub fn collect_list(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let iterator = machine.iter(&args.positional[0])?;
    Gather::start(machine, iterator)
}

/// `[iterable] → list` of all its values, its length asked for first.
fn collect_sized_list(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let iterator = machine.iter(&args.positional[0])?;
    machine.ask_length(&args.positional[0])?;
    Gather::start(machine, iterator)
}

/// Waits for the values of an iterator, one after the other, and leaves a list of them.
struct Gather {
    iterator: Value,
    items: Vec<Value>,
}

impl Gather {
    fn start(machine: &mut Machine, iterator: Value) -> PyResult<Flow> {
        if let Value::Iter(iter) = &iterator
            && let IterState::Range(range, next) = &*iter.state.borrow()
        {
            check_size(range.len().saturating_sub(*next), machine.settings.limits.items)?;
        }
        Gather { iterator, items: Vec::new() }.go_on(machine)
    }

    fn go_on(mut self, machine: &mut Machine) -> PyResult<Flow> {
        loop {
            // Frames that are pushed for the next value must come to lie above this one.
            let below = machine.frames.len();
            match machine.next_flow(&self.iterator)? {
                NextFlow::Value(value) => self.items.push(value),
                NextFlow::End => return done(Value::list(self.items)),
                NextFlow::Pushed => {
                    machine.frames.insert(below, Frame::Native(Box::new(self)));
                    return Ok(Flow::Pushed);
                }
            }
            if self.items.len().is_multiple_of(MEASURED) {
                check_size(self.items.len(), machine.settings.limits.items)?;
            }
            if machine.count_item() {
                return Ok(machine.next_in_next_slice(self.iterator.clone(), Box::new(self)));
            }
        }
    }
}

impl NativeFrame for Gather {
    fn resume(mut self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        match outcome {
            Outcome::Raise(exception) => return raise_object(exception),
            Outcome::Value(Value::Null) | Outcome::Return(_) => return done(Value::list(self.items)),
            Outcome::Value(value) | Outcome::Yield(value) | Outcome::AsyncYield(value) => {
                self.items.push(value);
            }
        }
        self.go_on(machine)
    }
}

/// Takes the next value of an iterator for the native frame below, after the slice that ends.
struct NextLater(Value);

impl NativeFrame for NextLater {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        if let Outcome::Raise(exception) = outcome {
            return raise_object(exception);
        }
        Ok(match machine.next_flow(&self.0)? {
            NextFlow::Value(value) => Flow::Value(value),
            NextFlow::End => Flow::Value(Value::Null),
            NextFlow::Pushed => Flow::Pushed,
        })
    }
}

/// `[iterable] → iterator`
pub fn get_iter(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let iterable = &args.positional[0];
    if let Some(iterator) = machine.iter_fast(iterable) {
        return done(iterator);
    }
    let class = machine.types.of(iterable);
    let not_iterable = || type_error(format!("'{}' object is not iterable", class.shown_name()));
    match class.lookup(names::iter) {
        Some(Value::None) => not_iterable(),
        Some(method) => {
            let bound = machine.bind_special(&method, iterable, &class)?;
            let iterator = machine.ask(&bound, Args::none())?;
            if !machine.is_iterator(&iterator) {
                let kind = machine.types.name_of(&iterator);
                return type_error(format!("iter() returned non-iterator of type '{kind}'"));
            }
            done(iterator)
        }
        None if class.lookup(names::getitem).is_some() => {
            done(Iter::value(IterState::Sequence(iterable.clone(), 0, false), "iterator"))
        }
        None => not_iterable(),
    }
}

/// A value of an iterator; Null at its end, or a return where the end came with a value.
fn leave_next(machine: &mut Machine, next: Result<Value, Value>) -> PyResult<Flow> {
    match next {
        Ok(value) => done(value),
        Err(Value::None) => done(Value::Null),
        Err(ended) => {
            machine.leave_now(Outcome::Return(ended));
            Ok(Flow::Pushed)
        }
    }
}

/// `[iterator] → value`, or Null at its end ([`leave_next`]).
pub fn next_or_null(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let iterator = &args.positional[0];
    match iterator {
        Value::Iter(iter) => {
            let next = machine.advance(iter)?;
            leave_next(machine, next)
        }
        Value::Generator(generator) if !generator.is_coroutine() && !generator.is_async_generator() => {
            let next = machine.next_or_end(iterator)?;
            leave_next(machine, next)
        }
        _ => {
            let class = machine.types.of(iterator);
            let Some(method) = class.lookup(names::next) else {
                return type_error(format!("'{}' object is not an iterator", class.shown_name()));
            };
            let bound = machine.bind_special(&method, iterator, &class)?;
            match machine.ask_call_caught(&bound, Args::none())? {
                Ok(value) => done(value),
                Err(exception) if machine.is_exception(&exception, Exc::StopIteration) => {
                    let ended = machine.stop_value(&exception);
                    leave_next(machine, Err(ended))
                }
                Err(exception) => raise_object(exception),
            }
        }
    }
}
