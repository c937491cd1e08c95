//! The classes `range` and `slice`.

use std::rc::Rc;

use super::arguments::{method, wrong_receiver};
use super::slots::class_of_new;
use crate::error::{PyResult, type_error, value_error};
use crate::function::Args;
use crate::iterator::{Iter, IterState};
use crate::machine::{Flow, Machine, done, ops};
use crate::sequence::{Range, Slice};
use crate::symbol::Sym;
use crate::value::Value;

/// Enters the names.
pub fn install(machine: &mut Machine) {
    use super::install::{getters, methods, slots, static_methods};
    let (range, slice) = (machine.types.range.clone(), machine.types.slice.clone());
    static_methods(&range, "range", &[("__new__", new_range)]);
    slots(&range, "range", &[("__reversed__", reversed)]);
    methods(&range, "range", &[("count", count), ("index", index)]);
    getters(
        &range,
        "range",
        &[
            ("start", |m, a| part(m, a, |range| range.start)),
            ("stop", |m, a| part(m, a, |range| range.stop)),
            ("step", |m, a| part(m, a, |range| range.step)),
        ],
    );
    static_methods(&slice, "slice", &[("__new__", new_slice)]);
    methods(&slice, "slice", &[("indices", indices)]);
    getters(
        &slice,
        "slice",
        &[
            ("start", |m, a| slice_part(m, a, |slice| &slice.start)),
            ("stop", |m, a| slice_part(m, a, |slice| &slice.stop)),
            ("step", |m, a| slice_part(m, a, |slice| &slice.step)),
        ],
    );
}

fn new_range(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    class_of_new(machine, args, "range")?;
    let given = method(args, "range");
    given.no_keywords()?;
    let one = Value::Int(1);
    let (start, stop, step) = match given.positional {
        [] => return type_error("range expected at least 1 argument, got 0"),
        [stop] => (&Value::Int(0), stop, &one),
        [start, stop] => (start, stop, &one),
        [start, stop, step] => (start, stop, step),
        more => return type_error(format!("range expected at most 3 arguments, got {}", more.len())),
    };
    let bounds = [machine.index_value(start)?, machine.index_value(stop)?, machine.index_value(step)?];
    match &bounds {
        [_, _, Value::Int(0)] => value_error("range() arg 3 must not be zero"),
        [Value::Int(start), Value::Int(stop), Value::Int(step)] => {
            done(Value::Range(Rc::new(Range { start: *start, stop: *stop, step: *step })))
        }
        _ => {
            let module = machine.import("_long_range")?;
            let class = machine.get_attribute(&module, Sym::new("range"))?;
            machine.call(&class, Args::many(bounds))
        }
    }
}

fn receiver(machine: &Machine, args: &Args, name: &str) -> PyResult<Range> {
    match args.positional.first() {
        Some(Value::Range(range)) => Ok(**range),
        _ => wrong_receiver(machine, args, "range", name),
    }
}

fn part(machine: &Machine, args: &Args, part: fn(&Range) -> i64) -> PyResult<Flow> {
    done(part(&receiver(machine, args, "start")?))
}

/// The same values the other way round.
pub fn turned(range: &Range) -> Range {
    match range.len() {
        0 => Range { start: 0, stop: 0, step: 1 },
        length => Range {
            start: range.at(length - 1),
            stop: range.start.saturating_sub(range.step),
            step: range.step.saturating_neg(),
        },
    }
}

fn reversed(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let range = receiver(machine, args, "__reversed__")?;
    done(Iter::value(IterState::Range(turned(&range), 0), "range_iterator"))
}

/// The place of a value in a range; numbers only, other values by comparing with each.
fn place(machine: &mut Machine, range: &Range, value: &Value) -> PyResult<Option<usize>> {
    if ops::as_big(value).is_some() {
        let Some(number) = super::numbers::small(value) else { return Ok(None) };
        let distance = i128::from(number) - i128::from(range.start);
        let step = i128::from(range.step);
        let inside = distance % step == 0 && (0..range.len() as i128).contains(&(distance / step));
        return Ok(inside.then(|| (distance / step) as usize));
    }
    for at in 0..range.len() {
        if machine.equal(&Value::Int(range.at(at)), value)? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn count(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let range = receiver(machine, args, "count")?;
    let value = method(args, "range.count").one()?;
    done(i64::from(place(machine, &range, value)?.is_some()))
}

fn index(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let range = receiver(machine, args, "index")?;
    let value = method(args, "range.index").one()?;
    match place(machine, &range, value)? {
        Some(at) => done(at as i64),
        None if ops::as_big(value).is_none() => value_error("sequence.index(x): x not in sequence"),
        None => value_error("range.index(x): x not in range"),
    }
}

fn new_slice(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    class_of_new(machine, args, "slice")?;
    let slice = match method(args, "slice").between(1, 3)? {
        [stop] => Slice { start: Value::None, stop: stop.clone(), step: Value::None },
        [start, stop] => Slice { start: start.clone(), stop: stop.clone(), step: Value::None },
        [start, stop, step, ..] => Slice { start: start.clone(), stop: stop.clone(), step: step.clone() },
        [] => return done(Value::None),
    };
    done(Value::Slice(Rc::new(slice)))
}

fn slice_part(machine: &Machine, args: &Args, part: fn(&Slice) -> &Value) -> PyResult<Flow> {
    match args.positional.first() {
        Some(Value::Slice(slice)) => done(part(slice).clone()),
        _ => wrong_receiver(machine, args, "slice", "start"),
    }
}

fn indices(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Slice(slice)) = args.positional.first() else {
        return wrong_receiver(machine, args, "slice", "indices");
    };
    let length = machine.index(method(args, "slice.indices").one()?)?;
    let Ok(length) = usize::try_from(length) else { return value_error("length should not be negative") };
    let bounds = ops::slice_bounds(machine, slice, length)?;
    done(Value::tuple(bounds.into_iter().map(Value::Int).collect()))
}
