//! `sorted` and `list.sort`: stable, by `<` alone. Keys that need no script code to compare are sorted in one
//! go; for others the work is cut into native calls of a bounded size, each of which asks for its comparisons.
//! Up to 64 items the comparisons and their order are CPython's: a run, then binary insertion.

use std::rc::Rc;

use super::arguments::{function, method};
use crate::code::CompareOp;
use crate::error::{PyResult, Raise, raise_object, type_error, value_error};
use crate::function::Args;
use crate::hashing::simple_equal;
use crate::machine::steps::Steps;
use crate::machine::{Flow, Machine, done, ops};
use crate::sequence::List;
use crate::value::Value;

/// Lists shorter than this are sorted by insertion alone.
const SMALL: usize = 64;
/// Longer ones are cut into pieces of this size, which are then merged.
const PIECE: usize = 32;

/// `sorted(iterable, /, *, key=None, reverse=False)`
pub fn sorted(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if args.positional.len() != 1 {
        let given = args.positional.len();
        return type_error(format!("sorted expected 1 argument, got {given}"));
    }
    let [iterable, key, reverse] = function(args, "sort").named(["", "key", "reverse"], 1, 1, 1)?;
    let (key, reverse) = options(machine, key, reverse)?;
    let items = machine.collect_sized(iterable.unwrap_or(&Value::None))?;
    let list = machine.once(|_| Ok(Value::list(items)))?;
    let Value::List(working) = &list else { return done(list) };
    sort(machine, working, key, reverse)?;
    done(list)
}

/// `list.sort(*, key=None, reverse=False)`: the list looks empty meanwhile.
pub fn list_sort(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let list = super::lists::receiver(machine, args, "sort")?;
    let [key, reverse] = method(args, "list.sort").named(["key", "reverse"], 0, 0, 0)?;
    let (key, reverse) = options(machine, key, reverse)?;
    let taken = machine.once(|_| Ok(Value::list(std::mem::take(&mut *list.borrow_mut()))))?;
    let Value::List(working) = &taken else { return done(Value::None) };
    let result = machine.ask_caught(sort_native, Args::three(taken.clone(), key, Value::Bool(reverse)))?;
    let sorted = std::mem::take(&mut *working.borrow_mut());
    let meanwhile = std::mem::replace(&mut *list.borrow_mut(), sorted);
    match result {
        Err(exception) => raise_object(exception),
        Ok(_) if !meanwhile.is_empty() => value_error("list modified during sort"),
        Ok(_) => done(Value::None),
    }
}

fn options(machine: &mut Machine, key: Option<&Value>, reverse: Option<&Value>) -> PyResult<(Value, bool)> {
    let reverse = match reverse {
        Some(reverse) => machine.truth(reverse)?,
        None => false,
    };
    Ok((key.cloned().unwrap_or(Value::None), reverse))
}

/// `[list, key, reverse]`
fn sort_native(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Value::List(list) = &args.positional[0] {
        let reverse = matches!(args.positional[2], Value::Bool(true));
        sort(machine, &list.clone(), args.positional[1].clone(), reverse)?;
    }
    done(Value::None)
}

/// Sorts a list that no script code can see; may ask.
pub fn sort(machine: &mut Machine, list: &Rc<List>, key: Value, reverse: bool) -> PyResult<()> {
    let items = list.to_vec();
    let mut keys = if key.is_none() {
        items.clone()
    } else {
        let keys_of = machine.prelude("keys_of");
        match machine.ask(&keys_of, Args::two(key, Value::List(list.clone())))? {
            Value::List(keys) => keys.to_vec(),
            _ => Vec::new(),
        }
    };
    let mut order: Vec<usize> = (0..items.len()).collect();
    if reverse {
        keys.reverse();
        order.reverse();
    }
    let by_key = order_of(machine, keys)?;
    let mut sorted: Vec<Value> = by_key.into_iter().map(|at| items[order[at]].clone()).collect();
    if reverse {
        sorted.reverse();
    }
    let old = std::mem::replace(&mut *list.borrow_mut(), sorted);
    drop(old);
    Ok(())
}

/// The order that sorts the keys; may ask.
fn order_of(machine: &mut Machine, keys: Vec<Value>) -> PyResult<Vec<usize>> {
    if let Some(order) = order_of_plain(&keys) {
        return Ok(order);
    }
    let mut order: Vec<usize> = (0..keys.len()).collect();
    if sort_by(&mut order, &mut |a, b| pure_less(&keys[a], &keys[b]).ok_or(())).is_ok() {
        return Ok(order);
    }
    sort_by_asking(machine, Value::list(keys))
}

/// The order of keys that are all integers or all text.
fn order_of_plain(keys: &[Value]) -> Option<Vec<usize>> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    match keys.first()? {
        Value::Int(_) => {
            let numbers: Option<Vec<i64>> = keys
                .iter()
                .map(|key| match key {
                    Value::Int(number) => Some(*number),
                    _ => None,
                })
                .collect();
            let numbers = numbers?;
            order.sort_by_key(|at| numbers[*at]);
        }
        Value::Str(_) => {
            let texts: Option<Vec<&str>> = keys
                .iter()
                .map(|key| match key {
                    Value::Str(text) => Some(text.as_str()),
                    _ => None,
                })
                .collect();
            let texts = texts?;
            order.sort_by_key(|at| texts[*at]);
        }
        _ => return None,
    }
    Some(order)
}

/// How deeply nested tuples and lists may be to be compared in one go.
const MAX_DEPTH: u32 = 50;

/// `a < b` where no script code is needed for it.
pub fn pure_less(a: &Value, b: &Value) -> Option<bool> {
    pure_less_at(a, b, 0)
}

fn pure_less_at(a: &Value, b: &Value, depth: u32) -> Option<bool> {
    match (a, b) {
        _ if depth > MAX_DEPTH => None,
        (Value::Tuple(x), Value::Tuple(y)) => pure_less_items(x, y, depth + 1),
        (Value::List(x), Value::List(y)) => pure_less_items(&x.borrow(), &y.borrow(), depth + 1),
        _ => ops::compare_fast(CompareOp::Lt, a, b),
    }
}

fn pure_less_items(a: &[Value], b: &[Value], depth: u32) -> Option<bool> {
    for (x, y) in a.iter().zip(b) {
        if !(x.is(y) || pure_equal(x, y, depth)?) {
            return pure_less_at(x, y, depth);
        }
    }
    Some(a.len() < b.len())
}

fn pure_equal(a: &Value, b: &Value, depth: u32) -> Option<bool> {
    match (a, b) {
        _ if depth > MAX_DEPTH => None,
        (Value::Tuple(x), Value::Tuple(y)) => {
            if x.len() != y.len() {
                return Some(false);
            }
            for (left, right) in x.iter().zip(y.iter()) {
                if !(left.is(right) || pure_equal(left, right, depth + 1)?) {
                    return Some(false);
                }
            }
            Some(true)
        }
        _ => simple_equal(a, b),
    }
}

type Less<'a, E> = &'a mut dyn FnMut(usize, usize) -> Result<bool, E>;

/// Sorts an order by a comparison that may fail.
fn sort_by<E>(order: &mut [usize], less: Less<E>) -> Result<(), E> {
    if order.len() < SMALL {
        return insertion(order, less);
    }
    for piece in order.chunks_mut(PIECE) {
        insertion(piece, less)?;
    }
    let mut width = PIECE;
    while width < order.len() {
        for pair in order.chunks_mut(2 * width) {
            if pair.len() > width {
                let merged = merge(&pair[..width], &pair[width..], less)?;
                pair.copy_from_slice(&merged);
            }
        }
        width *= 2;
    }
    Ok(())
}

/// Binary insertion after the run that the slice begins with.
fn insertion<E>(order: &mut [usize], less: Less<E>) -> Result<(), E> {
    if order.len() < 2 {
        return Ok(());
    }
    for next in run_length(order, less)?..order.len() {
        let pivot = order[next];
        let (mut low, mut high) = (0, next);
        while low < high {
            let middle = (low + high) / 2;
            if less(pivot, order[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        order[low..=next].rotate_right(1);
    }
    Ok(())
}

/// The length of the run at the front. A falling one is turned round, with equal items kept in their order.
fn run_length<E>(order: &mut [usize], less: Less<E>) -> Result<usize, E> {
    let length = order.len();
    let mut n = 1;
    while n < length && !less(order[n], order[n - 1])? {
        n += 1;
    }
    if n == length {
        return Ok(n);
    }
    if n > 1 {
        if less(order[0], order[n - 1])? {
            return Ok(n);
        }
        order[..n].reverse();
    }
    n += 1;
    let mut equal = 0;
    while n < length {
        if less(order[n], order[n - 1])? {
            turn_equal(&mut order[..n], &mut equal);
        } else if less(order[n - 1], order[n])? {
            break;
        } else {
            equal += 1;
        }
        n += 1;
    }
    turn_equal(&mut order[..n], &mut equal);
    order[..n].reverse();
    while n < length && !less(order[n], order[n - 1])? {
        n += 1;
    }
    Ok(n)
}

/// Turns the last equal items round, so that turning the whole run restores their order.
fn turn_equal(run: &mut [usize], equal: &mut usize) {
    if *equal > 0 {
        let from = run.len() - *equal - 1;
        run[from..].reverse();
        *equal = 0;
    }
}

fn merge<E>(a: &[usize], b: &[usize], less: Less<E>) -> Result<Vec<usize>, E> {
    let mut merged = Vec::with_capacity(a.len() + b.len());
    if !less(b[0], a[a.len() - 1])? {
        merged.extend_from_slice(a);
        merged.extend_from_slice(b);
        return Ok(merged);
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if less(b[j], a[i])? {
            merged.push(b[j]);
            j += 1;
        } else {
            merged.push(a[i]);
            i += 1;
        }
    }
    merged.extend_from_slice(&a[i..]);
    merged.extend_from_slice(&b[j..]);
    Ok(merged)
}

fn sort_by_asking(machine: &mut Machine, keys: Value) -> PyResult<Vec<usize>> {
    let length = match &keys {
        Value::List(keys) => keys.len(),
        _ => 0,
    };
    let keys = machine.once(|_| Ok(keys))?;
    let step = if length < SMALL { length.max(1) } else { PIECE };
    let mut pieces = Vec::new();
    for start in (0..length).step_by(step) {
        let places = (start..(start + step).min(length)).collect();
        pieces.push(machine.ask_native(insert_piece, Args::two(keys.clone(), as_piece(places)))?);
    }
    while pieces.len() > 1 {
        let mut merged = Vec::with_capacity(pieces.len().div_ceil(2));
        let mut rest = pieces.into_iter();
        while let Some(first) = rest.next() {
            merged.push(match rest.next() {
                Some(second) => machine.ask_steps(|| Merging::new(&keys, &first, &second))?,
                None => first,
            });
        }
        pieces = merged;
    }
    Ok(pieces.first().map(places).unwrap_or_default())
}

fn places(piece: &Value) -> Vec<usize> {
    let Value::List(piece) = piece else { return Vec::new() };
    let piece = piece.borrow();
    piece.iter().filter_map(|at| if let Value::Int(at) = at { Some(*at as usize) } else { None }).collect()
}

fn keys_of(keys: &Value) -> Vec<Value> {
    match keys {
        Value::List(keys) => keys.to_vec(),
        _ => Vec::new(),
    }
}

fn as_piece(order: Vec<usize>) -> Value {
    Value::list(order.into_iter().map(|at| Value::Int(at as i64)).collect())
}

/// `[keys, places] → places`, sorted by insertion.
fn insert_piece(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mut order = places(&args.positional[1]);
    let Value::List(keys) = &args.positional[0] else { return done(Value::None) };
    let key = |at: usize| keys.borrow().get(at).cloned().unwrap_or_default();
    insertion(&mut order, &mut |a, b| -> Result<bool, Box<Raise>> { machine.less_than(&key(a), &key(b)) })?;
    done(as_piece(order))
}

/// Two sorted pieces becoming one.
struct Merging {
    keys: Vec<Value>,
    a: Vec<usize>,
    b: Vec<usize>,
    /// How many of each are in place already.
    from_a: usize,
    from_b: usize,
    merged: Vec<usize>,
    begun: bool,
}

impl Merging {
    fn new(keys: &Value, a: &Value, b: &Value) -> Merging {
        let (a, b) = (places(a), places(b));
        Merging { keys: keys_of(keys), a, b, from_a: 0, from_b: 0, merged: Vec::new(), begun: false }
    }

    fn finish(&mut self) -> Value {
        self.merged.extend_from_slice(&self.a[self.from_a..]);
        self.merged.extend_from_slice(&self.b[self.from_b..]);
        as_piece(std::mem::take(&mut self.merged))
    }
}

impl Steps for Merging {
    fn step(&mut self, machine: &mut Machine) -> PyResult<Option<Value>> {
        if !self.begun {
            let (last, first) = (self.a[self.a.len() - 1], self.b[0]);
            let overlap = machine.less_than(&self.keys[first].clone(), &self.keys[last].clone())?;
            self.begun = true;
            return Ok(if overlap { None } else { Some(self.finish()) });
        }
        let (Some(a), Some(b)) = (self.a.get(self.from_a), self.b.get(self.from_b)) else {
            return Ok(Some(self.finish()));
        };
        let (a, b) = (*a, *b);
        if machine.less_than(&self.keys[b], &self.keys[a])? {
            self.merged.push(b);
            self.from_b += 1;
        } else {
            self.merged.push(a);
            self.from_a += 1;
        }
        Ok(None)
    }
}
