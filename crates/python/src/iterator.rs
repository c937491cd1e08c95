//! Built-in iterators and dict views. Those over built-in containers advance by themselves; those that must
//! call script code (`map`, `zip` over a generator) ask the machine.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use crate::dict::Dict;
use crate::error::{Exc, PyResult, raise, raise_object};
use crate::function::Args;
use crate::generator::Generator;
use crate::machine::Machine;
use crate::machine::async_step::StepAwaitable;
use crate::machine::steps::Steps;
use crate::sequence::{Bytes, List, Range, Str, Tuple};
use crate::set::Set;
use crate::traverse::References;
use crate::value::Value;

/// What sending into an iterator gave.
pub enum Sent {
    /// It yielded.
    Yield(Value),
    /// It is at its end, with this return value.
    Return(Value),
}

/// An iterator implemented in Rust outside this module: those of `itertools`, and `Future.__await__`.
pub trait HostIter: Any {
    /// Name of its class.
    fn type_name(&self) -> &'static str;
    /// For downcasting.
    fn as_any(&self) -> &dyn Any;
    /// Advances, with the value sent in (None for plain iteration).
    fn send(&self, machine: &mut Machine, value: Value) -> PyResult<Sent>;
    /// Raises an exception at the place where it waits.
    fn throw(&self, _machine: &mut Machine, exception: Value) -> PyResult<Sent> {
        raise_object(exception)
    }
    /// Tells what it holds, for the collector of cycles.
    fn traverse(&self, _references: &mut References) {}
    /// `close()`
    fn close(&self, _machine: &mut Machine) -> PyResult<()> {
        Ok(())
    }
}

/// Which part of a dict a view or iterator shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DictPart {
    /// `keys()`
    Keys,
    /// `values()`
    Values,
    /// `items()`
    Items,
}

/// What an asynchronous generator is asked to do by an awaitable of `asend` and the like.
#[derive(Clone)]
pub enum AsyncStep {
    /// `__anext__` or `asend(value)`
    Send(Value),
    /// `athrow(exception)`
    Throw(Value),
    /// `athrow` of something else: the error comes when it is awaited.
    Refused(Value),
    /// `aclose()`
    Close,
}

impl AsyncStep {
    /// The method of the generator that asks for it, as messages name it; they differ in what they call sending.
    pub fn method(&self, sending: &'static str) -> &'static str {
        match self {
            AsyncStep::Send(_) => sending,
            AsyncStep::Throw(_) | AsyncStep::Refused(_) => "athrow",
            AsyncStep::Close => "aclose",
        }
    }
}

/// The state of a built-in iterator.
pub enum IterState {
    /// Over a list; looks at it anew each time.
    List(Rc<List>, usize),
    /// Over a list, backwards: the next index plus one.
    ListReversed(Rc<List>, usize),
    /// Over a tuple.
    Tuple(Rc<Tuple>, usize),
    /// Over a string: byte position.
    Str(Rc<Str>, usize),
    /// Over bytes.
    Bytes(Rc<Bytes>, usize),
    /// Over a range: next index.
    Range(Range, usize),
    /// Over a dict: position, how many entries it had and how many of them are left, whether backwards.
    Dict(Rc<Dict>, DictPart, usize, [u32; 2], bool),
    /// A view of a dict (not an iterator).
    View(Rc<Dict>, DictPart),
    /// Over a set: slot, expected length.
    Set(Rc<Set>, usize, usize),
    /// `enumerate`
    Enumerate(Value, Value),
    /// `zip`, strict or not.
    Zip(Vec<Value>, bool),
    /// `map`, strict or not.
    Map(Value, Vec<Value>, bool),
    /// `filter`
    Filter(Value, Value),
    /// Over an object with `__getitem__` only, or `reversed` over one (then counting down).
    Sequence(Value, i64, bool),
    /// `iter(callable, sentinel)`
    Callable(Value, Value),
    /// The awaitable of an asynchronous generator's `asend`, `athrow` or `aclose`.
    AsyncStep(Rc<StepAwaitable>),
    /// What `coroutine.__await__()` gives.
    CoroutineWrapper(Rc<Generator>),
    /// `anext(iterator, default)`: what it waits for, and what it gives where that is at its end.
    OrDefault(Value, Value),
    /// Yields None once, whatever it is sent: whether it has done so.
    Pause(bool),
    /// From elsewhere.
    Host(Rc<dyn HostIter>),
    /// At its end.
    Done,
}

/// A built-in iterator or view.
pub struct Iter {
    /// Its state.
    pub state: RefCell<IterState>,
    /// Name of its class.
    pub type_name: &'static str,
}

/// The name of the class of iterators over ordered dicts. They keep the dict's shape in the place where others count
/// how many entries are left, so that they notice every change.
pub const ORDERED: &str = "odict_iterator";

/// What an iterator that needs no machine answers.
pub enum Simple {
    /// The next value.
    Value(Value),
    /// It is at its end.
    End,
    /// The machine is needed.
    Ask,
    /// Its container changed its size.
    Changed(&'static str),
}

impl Iter {
    /// As a value.
    pub fn value(state: IterState, type_name: &'static str) -> Value {
        Value::Iter(Rc::new(Iter { state: RefCell::new(state), type_name }))
    }

    /// Whether advancing it is sending it None, and its end may have a value: as for generators.
    pub fn is_driven(&self) -> bool {
        let state = self.state.borrow();
        matches!(
            &*state,
            IterState::CoroutineWrapper(_)
                | IterState::AsyncStep(..)
                | IterState::OrDefault(..)
                | IterState::Pause(_)
                | IterState::Host(_)
        )
    }

    /// What yields None once, and passes for a generator.
    pub fn pause() -> Value {
        Iter::value(IterState::Pause(false), "generator")
    }

    /// An iterator of a [`HostIter`].
    pub fn host(iterator: impl HostIter) -> Value {
        let type_name = iterator.type_name();
        Iter::value(IterState::Host(Rc::new(iterator)), type_name)
    }

    /// Whether advancing it never asks, to its end.
    pub fn is_simple(&self) -> bool {
        match &*self.state.borrow() {
            IterState::List(..)
            | IterState::ListReversed(..)
            | IterState::Tuple(..)
            | IterState::Str(..)
            | IterState::Bytes(..)
            | IterState::Range(..)
            | IterState::Dict(..)
            | IterState::Set(..)
            | IterState::View(..)
            | IterState::Done => true,
            IterState::Enumerate(inner, Value::Int(start)) => *start < i64::MAX >> 1 && is_simple(inner),
            IterState::Zip(inners, false) => inners.len() <= 8 && inners.iter().all(is_simple),
            _ => false,
        }
    }

    /// Advances, if no machine is needed for it.
    pub fn next_simple(&self) -> Simple {
        let mut state = self.state.borrow_mut();
        let next = match &mut *state {
            IterState::Range(range, index) => {
                let length = range.len();
                (*index < length).then(|| {
                    let value = range.at(*index);
                    *index += 1;
                    Value::Int(value)
                })
            }
            IterState::List(list, index) => {
                let value = list.borrow().get(*index).cloned();
                *index += 1;
                value
            }
            IterState::ListReversed(list, index) => {
                let at = index.checked_sub(1);
                let value = at.and_then(|at| list.borrow().get(at).cloned());
                *index = at.unwrap_or(0);
                value
            }
            IterState::Tuple(tuple, index) => {
                let value = tuple.get(*index).cloned();
                *index += 1;
                value
            }
            IterState::Str(text, at) => text.as_str()[*at..].chars().next().map(|c| {
                *at += c.len_utf8();
                Value::str(c.encode_utf8(&mut [0; 4]))
            }),
            IterState::Pause(over) => (!std::mem::replace(over, true)).then_some(Value::None),
            IterState::Bytes(bytes, index) => {
                let value = bytes.borrow().get(*index).map(|byte| Value::Int(i64::from(*byte)));
                *index += 1;
                value
            }
            IterState::Dict(dict, part, position, [expected, left], backwards) => {
                let ordered = self.type_name == ORDERED;
                if ordered && *left != dict.shape() {
                    return Simple::Changed("OrderedDict mutated during iteration");
                }
                if dict.len() != *expected as usize {
                    *expected = u32::MAX;
                    return Simple::Changed("dictionary changed size during iteration");
                }
                let entry =
                    if *backwards { dict.entry_before(*position) } else { dict.entry_from(*position) };
                if entry.is_some() && *left == 0 && !*backwards && !ordered {
                    *state = IterState::Done;
                    return Simple::Changed("dictionary keys changed during iteration");
                }
                let value = entry.map(|(at, key, value)| {
                    if !ordered {
                        *left = left.saturating_sub(1);
                    }
                    *position = if *backwards { at } else { at + 1 };
                    match part {
                        DictPart::Keys => key,
                        DictPart::Values => value,
                        DictPart::Items => Value::tuple(vec![key, value]),
                    }
                });
                // Having given the last entry it is at its end, whatever is added after that.
                if let (true, Some(value)) = (ordered, &value) {
                    let (at, backwards) = (*position, *backwards);
                    let next = if backwards { dict.entry_before(at) } else { dict.entry_from(at) };
                    if next.is_none() {
                        let value = value.clone();
                        *state = IterState::Done;
                        return Simple::Value(value);
                    }
                }
                value
            }
            IterState::Set(set, position, expected) => {
                if set.len() != *expected {
                    *expected = usize::MAX;
                    return Simple::Changed("Set changed size during iteration");
                }
                set.item_from(*position).map(|(at, item)| {
                    *position = at + 1;
                    item
                })
            }
            IterState::Enumerate(inner, count) => match (inner, &*count) {
                (Value::Iter(inner), Value::Int(index)) if *index < i64::MAX => match inner.next_simple() {
                    Simple::Value(value) => {
                        let pair = Value::tuple(vec![Value::Int(*index), value]);
                        *count = Value::Int(*index + 1);
                        return Simple::Value(pair);
                    }
                    other => return other,
                },
                _ => return Simple::Ask,
            },
            IterState::Zip(inners, false) if inners.len() <= 8 && inners.iter().all(is_simple) => {
                return zip_simple(inners);
            }
            IterState::Done => None,
            _ => return Simple::Ask,
        };
        match next {
            Some(value) => Simple::Value(value),
            None => {
                let done = std::mem::replace(&mut *state, IterState::Done);
                drop(state);
                drop(done);
                Simple::End
            }
        }
    }
}

/// Whether advancing an iterator never asks, whatever it holds.
fn is_simple(iterator: &Value) -> bool {
    match iterator {
        Value::Iter(iter) => iter.is_simple(),
        _ => false,
    }
}

fn zip_simple(inners: &[Value]) -> Simple {
    let mut values = Vec::with_capacity(inners.len());
    for inner in inners {
        let Value::Iter(inner) = inner else { return Simple::Ask };
        match inner.next_simple() {
            Simple::Value(value) => values.push(value),
            other => return other,
        }
    }
    if values.is_empty() { Simple::End } else { Simple::Value(Value::tuple(values)) }
}

impl Drop for Iter {
    fn drop(&mut self) {
        let held = match self.state.replace(IterState::Done) {
            IterState::Enumerate(a, b) | IterState::Filter(a, b) | IterState::Callable(a, b) => vec![a, b],
            IterState::Zip(all, _) => all,
            IterState::Map(function, mut all, _) => {
                all.push(function);
                all
            }
            IterState::Sequence(value, ..) => vec![value],
            _ => return,
        };
        crate::trash::bury(held.into_iter());
    }
}

/// The search for the next item that a `filter` lets through, or the end ([`Sift::found`]).
struct Sift {
    function: Value,
    inner: Value,
}

impl Sift {
    /// What stands for the end, with the value that it came with.
    fn end(ended: Value) -> Value {
        if ended.is_none() { Value::Null } else { Value::tuple(vec![Value::Null, ended]) }
    }

    /// The item that was found, or the value that the end came with.
    fn found(item: Value) -> Result<Value, Value> {
        match &item {
            Value::Null => Err(Value::None),
            Value::Tuple(parts) => match &parts[..] {
                [Value::Null, ended] => Err(ended.clone()),
                _ => Ok(item),
            },
            _ => Ok(item),
        }
    }
}

impl Steps for Sift {
    fn step(&mut self, machine: &mut Machine) -> PyResult<Option<Value>> {
        let value = match machine.next_or_end(&self.inner)? {
            Ok(value) => value,
            Err(ended) => return Ok(Some(Sift::end(ended))),
        };
        let keep = if self.function.is_none() {
            machine.truth(&value)?
        } else {
            match machine.ask_for_item(&self.function, Args::one(value.clone()))? {
                Ok(answer) => machine.truth(&answer)?,
                Err(ended) => return Ok(Some(Sift::end(ended))),
            }
        };
        Ok(keep.then_some(value))
    }
}

impl Machine {
    /// The next value of a built-in iterator that must ask; at its end, what the StopIteration carries that it
    /// passes on. Everything that has an effect is logged, so that starting again repeats nothing.
    pub fn advance(&mut self, iterator: &Rc<Iter>) -> PyResult<Result<Value, Value>> {
        let end = Ok(Err(Value::None));
        enum Plan {
            Enumerate(Value),
            Zip(Vec<Value>, bool),
            Map(Value, Vec<Value>, bool),
            Filter(Value, Value),
            Sequence(Value, i64, bool),
            Callable(Value, Value),
            Host(Rc<dyn HostIter>),
            End,
        }
        let plan = match &*iterator.state.borrow() {
            IterState::Enumerate(inner, _) => Plan::Enumerate(inner.clone()),
            IterState::Zip(inners, strict) => Plan::Zip(inners.clone(), *strict),
            IterState::Map(function, inners, strict) => Plan::Map(function.clone(), inners.clone(), *strict),
            IterState::Filter(function, inner) => Plan::Filter(function.clone(), inner.clone()),
            IterState::Sequence(object, index, backwards) => {
                Plan::Sequence(object.clone(), *index, *backwards)
            }
            IterState::Callable(callable, sentinel) => Plan::Callable(callable.clone(), sentinel.clone()),
            IterState::Host(host) => Plan::Host(host.clone()),
            IterState::View(..) => {
                return raise(Exc::TypeError, format!("'{}' object is not an iterator", iterator.type_name));
            }
            _ => Plan::End,
        };
        match plan {
            Plan::End => end,
            Plan::Enumerate(inner) => {
                let value = match self.next_or_end(&inner)? {
                    Ok(value) => value,
                    ended => return Ok(ended),
                };
                let mut state = iterator.state.borrow_mut();
                let IterState::Enumerate(_, count) = &mut *state else { return end };
                let index = count.clone();
                *count = self.increment(&index);
                Ok(Ok(Value::tuple(vec![index, value])))
            }
            Plan::Zip(inners, _) if inners.is_empty() => end,
            Plan::Zip(inners, strict) => {
                Ok(self.advance_row(iterator, &inners, strict, "zip")?.map(Value::tuple))
            }
            Plan::Map(function, inners, strict) => {
                let positional = match self.advance_row(iterator, &inners, strict, "map")? {
                    Ok(values) => values,
                    Err(ended) => return Ok(Err(ended)),
                };
                self.ask_for_item(&function, Args { positional: positional.into(), ..Args::default() })
            }
            Plan::Filter(function, inner) => {
                let next = self.ask_steps(|| Sift { function, inner })?;
                Ok(Sift::found(next))
            }
            Plan::Sequence(object, index, backwards) => {
                if backwards && index < 0 {
                    return end;
                }
                match self.ask_caught(crate::machine::ops::subscript, Args::two(object, Value::Int(index)))? {
                    Ok(value) => {
                        if let IterState::Sequence(_, next, _) = &mut *iterator.state.borrow_mut() {
                            *next = if backwards { index - 1 } else { index + 1 };
                        }
                        Ok(Ok(value))
                    }
                    Err(exception)
                        if self.is_exception(&exception, Exc::IndexError)
                            || self.is_exception(&exception, Exc::StopIteration) =>
                    {
                        iterator.state.replace(IterState::Done);
                        end
                    }
                    Err(exception) => raise_object(exception),
                }
            }
            Plan::Callable(callable, sentinel) => {
                let Ok(value) = self.ask_for_item(&callable, Args::default())? else {
                    iterator.state.replace(IterState::Done);
                    return end;
                };
                if self.equal(&value, &sentinel)? {
                    iterator.state.replace(IterState::Done);
                    return end;
                }
                Ok(Ok(value))
            }
            Plan::Host(host) => match host.send(self, Value::None)? {
                Sent::Yield(value) => Ok(Ok(value)),
                Sent::Return(value) => Ok(Err(value)),
            },
        }
    }

    /// Calls what an iterator gets its items from; a StopIteration out of it is the iterator's end.
    fn ask_for_item(&mut self, callee: &Value, args: Args) -> PyResult<Result<Value, Value>> {
        match self.ask_call_caught(callee, args)? {
            Ok(value) => Ok(Ok(value)),
            Err(exception) if self.is_exception(&exception, Exc::StopIteration) => {
                Ok(Err(self.stop_value(&exception)))
            }
            Err(exception) => raise_object(exception),
        }
    }

    /// The next value of each iterator, or what one has ended with; strictly, all have to end together.
    fn advance_row(
        &mut self,
        iterator: &Rc<Iter>,
        inners: &[Value],
        strict: bool,
        name: &str,
    ) -> PyResult<Result<Vec<Value>, Value>> {
        let mut values = Vec::with_capacity(inners.len());
        for (index, inner) in inners.iter().enumerate() {
            let ended = match self.next_or_end(inner)? {
                Ok(value) => {
                    values.push(value);
                    continue;
                }
                Err(ended) => ended,
            };
            if strict {
                if index > 0 {
                    iterator.state.replace(IterState::Done);
                    return raise(Exc::ValueError, length_message(name, index, "shorter"));
                }
                for (later, other) in inners.iter().enumerate().skip(1) {
                    if self.next(other)?.is_some() {
                        iterator.state.replace(IterState::Done);
                        return raise(Exc::ValueError, length_message(name, later, "longer"));
                    }
                }
            }
            return Ok(Err(if strict { Value::None } else { ended }));
        }
        Ok(Ok(values))
    }
}

fn length_message(name: &str, index: usize, how: &str) -> String {
    let others = if index == 1 { "argument 1".to_string() } else { format!("arguments 1-{index}") };
    format!("{name}() argument {} is {how} than {others}", index + 1)
}
