//! `datetime.timedelta`.

use std::rc::Rc;

use super::data::{Data, Order, class_of, comparisons, data, delta_value, object_of, this, wrong};
use crate::builtins::arguments::method;
use crate::builtins::install::{getters, methods, slots, static_methods};
use crate::class::Class;
use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::machine::ops::as_big;
use crate::machine::{Flow, Machine, done};
use crate::symbol::Sym;
use crate::text::raise::Outcome;
use crate::text::timedelta::{Amount, Timedelta};
use crate::value::Value;

const NAME: &str = "datetime.timedelta";

/// Fills the class.
pub fn fill(class: &Rc<Class>) {
    static_methods(class, NAME, &[("__new__", new)]);
    slots(class, NAME, comparisons!(order));
    slots(
        class,
        NAME,
        &[
            ("__repr__", repr),
            ("__str__", str_),
            ("__hash__", hash),
            ("__bool__", truth),
            ("__add__", add),
            ("__radd__", add),
            ("__sub__", sub),
            ("__rsub__", rsub),
            ("__mul__", mul),
            ("__rmul__", mul),
            ("__truediv__", truediv),
            ("__floordiv__", floordiv),
            ("__mod__", modulo),
            ("__divmod__", divmod),
            ("__neg__", neg),
            ("__pos__", pos),
            ("__abs__", abs),
        ],
    );
    methods(class, NAME, &[("total_seconds", total_seconds), ("__reduce__", reduce)]);
    getters(class, NAME, &[("days", days), ("seconds", seconds), ("microseconds", microseconds)]);
    let tick = Timedelta::from_microseconds(1).unwrap_or_default();
    for (name, value) in [("min", Timedelta::MIN), ("max", Timedelta::MAX), ("resolution", tick)] {
        class.dict.set(Sym::new(name), object_of(class, Data::Delta(value)));
    }
}

/// The duration of a value, if it is one.
pub fn as_delta(value: &Value) -> Option<Timedelta> {
    match data(value) {
        Some(Data::Delta(delta)) => Some(*delta),
        _ => None,
    }
}

fn own(args: &Args) -> PyResult<Timedelta> {
    match this(args)? {
        Data::Delta(delta) => Ok(*delta),
        _ => wrong(),
    }
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    const NAMES: [&str; 7] = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"];
    let given = method(args, "timedelta.__new__").named(NAMES, 0, 0, 7)?;
    let mut amounts: [Option<Amount>; 7] = Default::default();
    // The places in the order in which the amounts are added up.
    for (place, at) in [2, 3, 1, 4, 5, 0, 6].into_iter().enumerate() {
        let Some(value) = given[at] else { continue };
        amounts[place] = Some(match value.base_value() {
            Value::Float(number) => Amount::Float(*number),
            other => match as_big(other) {
                Some(number) => Amount::Int(number),
                None => {
                    let kind = machine.types.name_of(value);
                    return type_error(format!(
                        "unsupported type for timedelta {} component: {kind}",
                        NAMES[at]
                    ));
                }
            },
        });
    }
    done(object_of(&class, Data::Delta(Timedelta::new(&amounts)?)))
}

fn order(_: &mut Machine, left: &Value, right: &Value) -> PyResult<Order> {
    Ok(match (as_delta(left), as_delta(right)) {
        (Some(left), Some(right)) => Order::Known(left.cmp(&right)),
        _ => Order::Foreign,
    })
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = own(args)?.repr();
    done(super::data::named_as(machine, args, text, NAME))
}

fn str_(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(own(args)?.to_string())
}

fn hash(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (days, seconds, microseconds) = own(args)?.parts();
    let parts = [days, seconds, microseconds].into_iter().map(Value::Int).collect();
    done(machine.hash(&Value::tuple(parts))?)
}

fn truth(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(own(args)? != Timedelta::default())
}

fn total_seconds(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "total_seconds").of("timedelta").none()?;
    done(own(args)?.total_seconds())
}

fn reduce(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (days, seconds, microseconds) = own(args)?.parts();
    let parts = [days, seconds, microseconds].into_iter().map(Value::Int).collect();
    let class = Value::Class(super::data::own_class(machine, args));
    done(Value::tuple(vec![class, Value::tuple(parts)]))
}

fn days(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(own(args)?.parts().0)
}

fn seconds(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(own(args)?.parts().1)
}

fn microseconds(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(own(args)?.parts().2)
}

/// The result of an operation with another value, which `apply` knows or leaves to the other.
fn with(
    machine: &mut Machine,
    args: &Args,
    apply: impl FnOnce(Timedelta, &Value) -> Option<Outcome<Timedelta>>,
) -> PyResult<Flow> {
    let own = own(args)?;
    match args.positional.get(1).and_then(|other| apply(own, other)) {
        Some(result) => {
            let result = result?;
            done(delta_value(machine, result))
        }
        None => done(Value::NotImplemented),
    }
}

fn add(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    with(machine, args, |own, other| Some(own.plus(as_delta(other)?)))
}

fn sub(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    with(machine, args, |own, other| Some(own.minus(as_delta(other)?)))
}

fn rsub(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    with(machine, args, |own, other| Some(as_delta(other)?.minus(own)))
}

fn mul(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    with(machine, args, |own, other| match other.base_value() {
        Value::Float(factor) => Some(own.mul_float(*factor)),
        other => Some(own.mul_int(&as_big(other)?)),
    })
}

fn truediv(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(other) = args.positional.get(1).and_then(as_delta) {
        return done(own(args)?.ratio(other)?);
    }
    with(machine, args, |own, other| match other.base_value() {
        Value::Float(divisor) => Some(own.div_float(*divisor)),
        other => Some(own.div_int(&as_big(other)?)),
    })
}

fn floordiv(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(other) = args.positional.get(1).and_then(as_delta) {
        return done(Value::big(own(args)?.div_mod(other)?.0));
    }
    with(machine, args, |own, other| Some(own.floor_div_int(&as_big(other.base_value())?)))
}

fn modulo(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    with(machine, args, |own, other| {
        let other = as_delta(other)?;
        Some(own.div_mod(other).map(|(_, rest)| rest))
    })
}

fn divmod(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(other) = args.positional.get(1).and_then(as_delta) else { return done(Value::NotImplemented) };
    let (quotient, rest) = own(args)?.div_mod(other)?;
    let rest = delta_value(machine, rest);
    done(Value::tuple(vec![Value::big(quotient), rest]))
}

fn neg(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let result = own(args)?.negated()?;
    done(delta_value(machine, result))
}

fn pos(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let result = own(args)?;
    done(delta_value(machine, result))
}

fn abs(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let result = own(args)?.abs()?;
    done(delta_value(machine, result))
}
