//! The built-in functions on iterables: `iter`, `next`, `sum`, `min`, `max`, `any`, `all`, `sorted`.

use std::rc::Rc;

use super::arguments::{function, unexpected_keyword};
use crate::code::{BinaryOp, CompareOp};
use crate::error::{Exc, PyResult, Raise, raise_object, type_error, value_error};
use crate::frame::{Frame, NativeFrame, Outcome};
use crate::function::Args;
use crate::iterator::{HostIter, Iter, IterState, Sent};
use crate::machine::ask::NextFlow;
use crate::machine::steps::Steps;
use crate::machine::{Flow, Machine, done, ops};
use crate::symbol::names;
use crate::value::Value;

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let builtins = machine.builtins.clone();
    super::install::functions(
        &builtins,
        "builtins",
        &[
            ("aiter", aiter),
            ("all", all),
            ("anext", anext),
            ("any", any),
            ("iter", iter),
            ("max", max),
            ("min", min),
            ("next", next),
            ("sorted", super::sort::sorted),
            ("sum", sum),
        ],
    );
}

fn iter(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match function(args, "iter").between(1, 2)? {
        [iterable] => done(machine.iter(iterable)?),
        [callable, sentinel, ..] => {
            if !super::functions::is_callable(callable) {
                return type_error("iter(v, w): v must be callable");
            }
            let state = IterState::Callable(callable.clone(), sentinel.clone());
            done(Iter::value(state, "callable_iterator"))
        }
        [] => done(Value::None),
    }
}

/// StopIteration with the value that a generator returned.
pub fn stop_iteration<T>(value: Value) -> PyResult<T> {
    let args = if value.is_none() { Vec::new() } else { vec![value] };
    Err(Box::new(Raise::With(Exc::StopIteration, args)))
}

fn next(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "next").between(1, 2)?;
    let iterator = &given[0];
    if !machine.is_iterator(iterator) {
        let kind = machine.types.name_of(iterator);
        return type_error(format!("'{kind}' object is not an iterator"));
    }
    let Some(default) = given.get(1) else {
        if let Value::Instance(_) = iterator
            && let Some(method) = machine.special(iterator, names::next)?
        {
            return machine.call(&method, Args::none());
        }
        if let Some(host) = host_of(iterator) {
            return match host.send(machine, Value::None)? {
                Sent::Yield(value) => done(value),
                Sent::Return(value) => stop_iteration(value),
            };
        }
        return match machine.next_or_end(iterator)? {
            Ok(value) => done(value),
            Err(value) => stop_iteration(value),
        };
    };
    match machine.next(iterator)? {
        Some(value) => done(value),
        None => done(default.clone()),
    }
}

/// An iterator of another crate, which may return a value at its end.
fn host_of(iterator: &Value) -> Option<Rc<dyn HostIter>> {
    match iterator {
        Value::Iter(iter) => match &*iter.state.borrow() {
            IterState::Host(host) => Some(host.clone()),
            _ => None,
        },
        _ => None,
    }
}

fn aiter(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let iterable = function(args, "aiter").one()?;
    let kind = machine.types.name_of(iterable);
    let Some(method) = machine.special(iterable, names::aiter)? else {
        return type_error(format!("'{kind}' object is not an async iterable"));
    };
    let iterator = machine.ask(&method, Args::none())?;
    if machine.types.of(&iterator).lookup(names::anext).is_none() {
        let answer = machine.types.name_of(&iterator);
        return type_error(format!("aiter() returned not an async iterator of type '{answer}'"));
    }
    done(iterator)
}

fn anext(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "anext").between(1, 2)?;
    let Some(method) = machine.special(&given[0], names::anext)? else {
        let kind = machine.types.name_of(&given[0]);
        return type_error(format!("'{kind}' object is not an async iterator"));
    };
    match given.get(1) {
        None => machine.call(&method, Args::none()),
        Some(default) => {
            let mut awaitable = machine.ask(&method, Args::none())?;
            let awaited_as_it_is = match &awaitable {
                Value::Generator(generator) => generator.is_coroutine(),
                Value::Iter(iter) => {
                    matches!(&*iter.state.borrow(), IterState::AsyncStep(_) | IterState::OrDefault(..))
                }
                _ => false,
            };
            if !awaited_as_it_is {
                let waiting = machine.prelude("waiting_for");
                awaitable = machine.ask(&waiting, Args::one(awaitable))?;
            }
            done(Iter::value(IterState::OrDefault(awaitable, default.clone()), "anext_awaitable"))
        }
    }
}

/// The items of a container that can be gone through without side effects.
fn plain_items(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::List(items) => Some(items.to_vec()),
        Value::Tuple(items) => Some(items.to_vec()),
        Value::Set(set) => Some(set.items()),
        Value::Dict(dict) => Some(dict.keys()),
        _ => None,
    }
}

fn decide(machine: &mut Machine, args: &Args, name: &'static str, wanted: bool) -> PyResult<Flow> {
    let iterable = function(args, name).one()?;
    if let Some(items) = plain_items(iterable) {
        let truths: Option<Vec<bool>> = items.iter().map(crate::machine::ops::truth_fast).collect();
        if let Some(truths) = truths {
            return done(truths.contains(&wanted) == wanted);
        }
    }
    let search = machine.prelude(if wanted { "any_of" } else { "all_of" });
    machine.call(&search, Args::one(iterable.clone()))
}

fn any(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    decide(machine, args, "any", true)
}

fn all(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    decide(machine, args, "all", false)
}

/// A running total. Floats are added with the rounding errors kept apart (Neumaier), as CPython does since 3.12.
enum Total {
    Int(i128),
    Float { sum: f64, error: f64 },
    Other(Value),
}

impl Total {
    fn of(value: Value) -> Total {
        match value {
            Value::Int(number) => Total::Int(number.into()),
            Value::Float(sum) => Total::Float { sum, error: 0.0 },
            other => Total::Other(other),
        }
    }

    fn value(self) -> Value {
        match self {
            Total::Int(number) => Value::big(number.into()),
            Total::Float { sum, error } if error != 0.0 && error.is_finite() => Value::Float(sum + error),
            Total::Float { sum, .. } => Value::Float(sum),
            Total::Other(value) => value,
        }
    }

    /// Adds an item, if that is plain arithmetic.
    fn add(self, item: &Value) -> Result<Total, Total> {
        match (self, item) {
            // So many numbers of 64 bits that 128 do not hold their sum, nobody has time to add.
            (Total::Int(total), Value::Int(number)) => Ok(Total::Int(total + i128::from(*number))),
            (Total::Int(total), Value::Bool(truth)) => Ok(Total::Int(total + i128::from(*truth))),
            (Total::Float { sum, error }, Value::Float(number)) => Ok(add_float(sum, error, *number)),
            (Total::Float { sum, error }, Value::Int(number)) => {
                Ok(Total::Float { sum: sum + *number as f64, error })
            }
            (Total::Float { sum, error }, Value::Bool(truth)) => {
                Ok(Total::Float { sum: sum + f64::from(u8::from(*truth)), error })
            }
            (total, _) => Err(total),
        }
    }
}

fn add_float(sum: f64, error: f64, number: f64) -> Total {
    let total = sum + number;
    let lost = if sum.abs() >= number.abs() { (sum - total) + number } else { (number - total) + sum };
    Total::Float { sum: total, error: error + lost }
}

fn sum(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [iterable, start] = function(args, "sum").named(["", "start"], 1, 1, 2)?;
    let start = start.cloned().unwrap_or(Value::Int(0));
    let iterator = machine.iter(iterable.unwrap_or(&Value::None))?;
    match start.base_value() {
        Value::Str(_) => return type_error("sum() can't sum strings [use ''.join(seq) instead]"),
        Value::Bytes(bytes) => {
            return type_error(if bytes.mutable {
                "sum() can't sum bytearray [use b''.join(seq) instead]"
            } else {
                "sum() can't sum bytes [use b''.join(seq) instead]"
            });
        }
        _ => {}
    }
    Summing { iterator, total: Total::of(start) }.go_on(machine)
}

/// `sum` on its way: takes one item after the other, so that none is kept.
struct Summing {
    iterator: Value,
    total: Total,
}

impl Summing {
    fn go_on(mut self, machine: &mut Machine) -> PyResult<Flow> {
        loop {
            let below = machine.frames.len();
            match machine.next_flow(&self.iterator)? {
                NextFlow::End => return done(self.total.value()),
                NextFlow::Pushed => {
                    machine.frames.insert(below, Frame::Native(Box::new(self)));
                    return Ok(Flow::Pushed);
                }
                NextFlow::Value(item) => match self.add(machine, item)? {
                    Added::Total(summing) => self = summing,
                    Added::Elsewhere(flow) => return Ok(flow),
                },
            }
            if machine.count_item() {
                return Ok(machine.next_in_next_slice(self.iterator.clone(), Box::new(self)));
            }
        }
    }

    fn add(mut self, machine: &mut Machine, item: Value) -> PyResult<Added> {
        let so_far = match self.total.add(&item) {
            Ok(total) => {
                self.total = total;
                return Ok(Added::Total(self));
            }
            Err(stuck) => stuck.value(),
        };
        if matches!(so_far, Value::Instance(_)) || matches!(item, Value::Instance(_)) {
            // An `__add__` of the script's runs between the items.
            let sum_of = machine.prelude("sum_of");
            let flow = machine.call(&sum_of, Args::three(self.iterator, so_far, item))?;
            return Ok(Added::Elsewhere(flow));
        }
        self.total = Total::of(ops::binary(machine, BinaryOp::Add, &so_far, &item)?);
        Ok(Added::Total(self))
    }
}

/// Where it goes on after an item.
enum Added {
    /// Here.
    Total(Summing),
    /// In what was called to add it and all that follow.
    Elsewhere(Flow),
}

impl NativeFrame for Summing {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        let item = match outcome {
            Outcome::Raise(exception) => return raise_object(exception),
            Outcome::Value(Value::Null) | Outcome::Return(_) => return done(self.total.value()),
            Outcome::Value(item) | Outcome::Yield(item) | Outcome::AsyncYield(item) => item,
        };
        match self.add(machine, item)? {
            Added::Total(summing) => summing.go_on(machine),
            Added::Elsewhere(flow) => Ok(flow),
        }
    }
}

fn min(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    extreme(machine, args, "min", CompareOp::Lt)
}

fn max(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    extreme(machine, args, "max", CompareOp::Gt)
}

fn extreme(machine: &mut Machine, args: &Args, name: &'static str, op: CompareOp) -> PyResult<Flow> {
    if args.positional.is_empty() {
        return type_error(format!("{name} expected at least 1 argument, got 0"));
    }
    let (mut key, mut default) = (Value::None, Value::Null);
    for (keyword, value) in &args.keywords {
        match &*keyword.text() {
            "key" => key = value.clone(),
            "default" => default = value.clone(),
            other => return unexpected_keyword(&format!("{name}()"), other, &["key", "default"]),
        }
    }
    let items = match &args.positional[..] {
        [iterable] if runs_code(iterable) => {
            let extreme_of = machine.prelude("extreme_of");
            let chosen = Value::Bool(op == CompareOp::Gt);
            let empty = match default {
                Value::Null => Value::None,
                default => Value::tuple(vec![default]),
            };
            let positional = [iterable.clone(), key, chosen, empty].into_iter().collect();
            return machine.call(&extreme_of, Args { positional, ..Args::default() });
        }
        [iterable] => machine.collect(iterable)?,
        several if default.is_null() => several.to_vec(),
        _ => {
            return type_error(format!(
                "Cannot specify a default for {name}() with multiple positional arguments"
            ));
        }
    };
    if items.is_empty() {
        return match default {
            Value::Null => value_error(format!("{name}() iterable argument is empty")),
            default => done(default),
        };
    }
    let keys = if key.is_none() {
        items.clone()
    } else {
        let keys_of = machine.prelude("keys_of");
        let all = machine.once(|_| Ok(Value::list(items.clone())))?;
        match machine.ask(&keys_of, Args::two(key, all))? {
            Value::List(keys) => keys.to_vec(),
            _ => Vec::new(),
        }
    };
    let mut best = 0;
    for (index, candidate) in keys.iter().enumerate().skip(1) {
        match ops::compare_fast(op, candidate, &keys[best]) {
            Some(true) => best = index,
            Some(false) => {}
            None => return machine.run_steps(Extreme { items, keys, op, best, next: index }),
        }
    }
    done(items[best].clone())
}

/// Whether the items of an iterable may come out of code of the script, which then runs in between the comparisons.
fn runs_code(iterable: &Value) -> bool {
    match iterable.base_value() {
        Value::Generator(_) | Value::Instance(_) => true,
        Value::Iter(iter) => !matches!(&*iter.state.borrow(), IterState::View(..)),
        _ => false,
    }
}

/// The search for the least or greatest item, from a place on.
struct Extreme {
    items: Vec<Value>,
    keys: Vec<Value>,
    op: CompareOp,
    best: usize,
    next: usize,
}

impl Steps for Extreme {
    fn step(&mut self, machine: &mut Machine) -> PyResult<Option<Value>> {
        let Some(candidate) = self.keys.get(self.next) else {
            return Ok(self.items.get(self.best).cloned());
        };
        let answer = ops::compare(machine, self.op, candidate, &self.keys[self.best])?;
        if machine.truth(&answer)? {
            self.best = self.next;
        }
        self.next += 1;
        Ok(None)
    }
}
