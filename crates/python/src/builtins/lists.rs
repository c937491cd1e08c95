//! The classes `list` and `tuple`.

use std::rc::Rc;

use super::arguments::{method, wrong_receiver};
use super::sequence_ops::extend_list;
use super::slots::{class_of_new, wrap};
use crate::error::{Exc, PyResult, raise, value_error};
use crate::function::Args;
use crate::iterator::{Iter, IterState};
use crate::machine::steps::Steps;
use crate::machine::{Flow, Machine, done};
use crate::sequence::{List, Tuple};
use crate::symbol::names;
use crate::value::Value;

/// Enters the names.
pub fn install(machine: &mut Machine) {
    use super::install::{methods, slots, static_methods};
    let (list, tuple) = (machine.types.list.clone(), machine.types.tuple.clone());
    static_methods(&list, "list", &[("__new__", new_list)]);
    slots(&list, "list", &[("__init__", init_list), ("__reversed__", reversed)]);
    methods(
        &list,
        "list",
        &[
            ("append", append),
            ("clear", clear),
            ("copy", copy),
            ("count", list_count),
            ("extend", extend),
            ("index", list_index),
            ("insert", insert),
            ("pop", pop),
            ("remove", remove),
            ("reverse", reverse),
            ("sort", super::sort::list_sort),
        ],
    );
    static_methods(&tuple, "tuple", &[("__new__", new_tuple)]);
    methods(&tuple, "tuple", &[("count", tuple_count), ("index", tuple_index)]);
}

/// The receiver of a list method.
pub fn receiver(machine: &Machine, args: &Args, name: &str) -> PyResult<Rc<List>> {
    match args.positional.first() {
        Some(Value::List(list)) => Ok(list.clone()),
        Some(value) => match value.base_value() {
            Value::List(list) => Ok(list.clone()),
            _ => wrong_receiver(machine, args, "list", name),
        },
        None => wrong_receiver(machine, args, "list", name),
    }
}

fn tuple_receiver(machine: &Machine, args: &Args, name: &str) -> PyResult<Rc<Tuple>> {
    match args.positional.first().map(Value::base_value) {
        Some(Value::Tuple(tuple)) => Ok(tuple.clone()),
        _ => wrong_receiver(machine, args, "tuple", name),
    }
}

fn new_list(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of_new(machine, args, "list")?;
    if class.heap {
        return done(wrap(&class, Value::list(Vec::new())));
    }
    match method(args, "list").between(0, 1)? {
        [iterable] => done(Value::list(machine.collect_sized(iterable)?)),
        _ => done(Value::list(Vec::new())),
    }
}

fn init_list(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let list = receiver(machine, args, "__init__")?;
    let class = machine.types.of(&args.positional[0]);
    let given = method(args, "list").keywords_for(names::new, &class, &machine.types.list);
    let items = match given.between(0, 1)? {
        [iterable] => machine.collect_sized(iterable)?,
        _ => Vec::new(),
    };
    let old = std::mem::replace(&mut *list.borrow_mut(), items);
    drop(old);
    done(Value::None)
}

fn new_tuple(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of_new(machine, args, "tuple")?;
    let given = method(args, "tuple").keywords_for(names::init, &class, &machine.types.tuple);
    let made = match given.between(0, 1)? {
        [value @ Value::Tuple(_)] => value.clone(),
        [iterable] => Value::tuple(machine.collect(iterable)?),
        _ => Value::tuple(Vec::new()),
    };
    done(wrap(&class, made))
}

fn append(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let list = receiver(machine, args, "append")?;
    list.push(method(args, "list.append").one()?.clone());
    if list.len() > machine.settings.limits.items {
        return raise(Exc::MemoryError, "");
    }
    done(Value::None)
}

fn clear(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let list = receiver(machine, args, "clear")?;
    method(args, "list.clear").none()?;
    let old = std::mem::take(&mut *list.borrow_mut());
    drop(List::new(old));
    done(Value::None)
}

fn copy(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let list = receiver(machine, args, "copy")?;
    method(args, "list.copy").none()?;
    done(Value::list(list.to_vec()))
}

fn extend(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let list = receiver(machine, args, "extend")?;
    extend_list(machine, &list, method(args, "list.extend").one()?)?;
    done(Value::None)
}

fn insert(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let list = receiver(machine, args, "insert")?;
    let [index, value] = method(args, "list.insert").between(2, 2)? else { return done(Value::None) };
    let index = machine.index(index)?;
    let length = list.len() as i64;
    let at = if index < 0 { (index + length).max(0) } else { index.min(length) };
    list.borrow_mut().insert(at as usize, value.clone());
    done(Value::None)
}

fn pop(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let list = receiver(machine, args, "pop")?;
    let index = match method(args, "list.pop").between(0, 1)? {
        [index] => machine.index(index)?,
        _ => -1,
    };
    let mut items = list.borrow_mut();
    let length = items.len() as i64;
    if length == 0 {
        return raise(Exc::IndexError, "pop from empty list");
    }
    let at = if index < 0 { index + length } else { index };
    if !(0..length).contains(&at) {
        return raise(Exc::IndexError, "pop index out of range");
    }
    let value = items.remove(at as usize);
    drop(items);
    done(value)
}

/// The search for a value in a list or tuple; items may change while it is being looked for.
pub struct Search {
    sequence: Value,
    wanted: Value,
    next: usize,
    stop: usize,
    /// All equal items are counted, where not the first is looked for.
    count: Option<i64>,
}

impl Search {
    /// The search for the first equal item between two bounds; its result is the place, or -1.
    pub fn first(sequence: &Value, wanted: &Value, start: usize, stop: usize) -> Search {
        Search { sequence: sequence.clone(), wanted: wanted.clone(), next: start, stop, count: None }
    }

    fn all(sequence: &Value, wanted: &Value) -> Search {
        Search { count: Some(0), ..Search::first(sequence, wanted, 0, usize::MAX) }
    }

    fn item(&self) -> Option<Value> {
        match self.sequence.base_value() {
            _ if self.next >= self.stop => None,
            Value::List(items) => items.borrow().get(self.next).cloned(),
            Value::Tuple(items) => items.get(self.next).cloned(),
            _ => None,
        }
    }
}

impl Steps for Search {
    fn step(&mut self, machine: &mut Machine) -> PyResult<Option<Value>> {
        let Some(item) = self.item() else { return Ok(Some(Value::Int(self.count.unwrap_or(-1)))) };
        let equal = machine.equal(&item, &self.wanted)?;
        let at = self.next;
        self.next += 1;
        if equal {
            match &mut self.count {
                Some(count) => *count += 1,
                None => return Ok(Some(Value::Int(at as i64))),
            }
        }
        Ok(None)
    }
}

/// The place of the first equal item between two bounds; may ask.
fn find(
    machine: &mut Machine,
    sequence: &Value,
    wanted: &Value,
    start: usize,
    stop: usize,
) -> PyResult<Option<usize>> {
    match machine.ask_steps(|| Search::first(sequence, wanted, start, stop))? {
        Value::Int(at) => Ok(usize::try_from(at).ok()),
        _ => Ok(None),
    }
}

fn remove(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let list = receiver(machine, args, "remove")?;
    let wanted = method(args, "list.remove").one()?;
    let at = find(machine, &args.positional[0], wanted, 0, usize::MAX)?;
    let Some(at) = at else { return value_error("list.remove(x): x not in list") };
    let removed = list.borrow_mut().remove(at);
    drop(removed);
    done(Value::None)
}

fn reverse(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let list = receiver(machine, args, "reverse")?;
    method(args, "list.reverse").none()?;
    list.borrow_mut().reverse();
    done(Value::None)
}

fn reversed(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let list = receiver(machine, args, "__reversed__")?;
    let length = list.len();
    done(Iter::value(IterState::ListReversed(list, length), "list_reverseiterator"))
}

/// The bounds of `index(value, start, stop)`.
fn bounds(machine: &mut Machine, given: &[Value], length: usize) -> PyResult<(usize, usize)> {
    let length = length as i64;
    let bound = |machine: &mut Machine, at: usize, default: i64| -> PyResult<usize> {
        let index = match given.get(at) {
            Some(value) => super::strings::clamped_index(machine, value)?,
            None => default,
        };
        Ok((if index < 0 { (index + length).max(0) } else { index }) as usize)
    };
    Ok((bound(machine, 1, 0)?, bound(machine, 2, i64::MAX)?))
}

fn list_index(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let list = receiver(machine, args, "index")?;
    let given = method(args, "list.index").between(1, 3)?;
    let (start, stop) = bounds(machine, given, list.len())?;
    match find(machine, &args.positional[0], &given[0], start, stop)? {
        Some(at) => done(at as i64),
        None => value_error("list.index(x): x not in list"),
    }
}

fn tuple_index(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let tuple = tuple_receiver(machine, args, "index")?;
    let given = method(args, "tuple.index").between(1, 3)?;
    let (start, stop) = bounds(machine, given, tuple.len())?;
    match find(machine, &args.positional[0], &given[0], start, stop)? {
        Some(at) => done(at as i64),
        None => value_error("tuple.index(x): x not in tuple"),
    }
}

fn list_count(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    receiver(machine, args, "count")?;
    let wanted = method(args, "list.count").one()?;
    machine.run_steps(Search::all(&args.positional[0], wanted))
}

fn tuple_count(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    tuple_receiver(machine, args, "count")?;
    let wanted = method(args, "tuple.count").one()?;
    machine.run_steps(Search::all(&args.positional[0], wanted))
}
