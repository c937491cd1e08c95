//! `datetime.time`.

use std::rc::Rc;

use super::data::{
    Data, Order, class_of, comparisons, data, delta_value, formatted, int, object_of, offset, optional_delta,
    own_class, text, this, wrong, zone_argument, zone_name, zone_value,
};
use crate::builtins::arguments::method;
use crate::builtins::install::{class_methods, getters, methods, slots, static_methods};
use crate::class::Class;
use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::Sym;
use crate::text::calendar::Date;
use crate::text::datetime::{DateTime, Time, TimeZone, Timespec, check_fold, format_offset};
use crate::text::iso_parse;
use crate::text::strftime::{Zone, strftime};
use crate::text::strptime::strptime as parse;
use crate::text::timedelta::Timedelta;
use crate::value::Value;

const NAME: &str = "datetime.time";

/// Fills the class.
pub fn fill(machine: &mut Machine, class: &Rc<Class>) {
    static_methods(class, NAME, &[("__new__", new)]);
    slots(class, NAME, comparisons!(order));
    slots(class, NAME, &[("__repr__", repr), ("__str__", str_), ("__hash__", hash)]);
    class_methods(class, NAME, &[("fromisoformat", from_iso_format), ("strptime", strptime)]);
    methods(
        class,
        NAME,
        &[
            ("__format__", format),
            ("isoformat", isoformat),
            ("strftime", strftime_method),
            ("utcoffset", utcoffset),
            ("dst", dst),
            ("tzname", tzname),
            ("replace", replace),
            ("__replace__", replace),
        ],
    );
    getters(
        class,
        NAME,
        &[
            ("hour", |_, args| done(i64::from(own(args)?.0.hour))),
            ("minute", |_, args| done(i64::from(own(args)?.0.minute))),
            ("second", |_, args| done(i64::from(own(args)?.0.second))),
            ("microsecond", |_, args| done(i64::from(own(args)?.0.microsecond))),
            ("fold", |_, args| done(i64::from(own(args)?.1))),
            ("tzinfo", |_, args| done(own(args)?.2.clone())),
        ],
    );
    let last = Time { hour: 23, minute: 59, second: 59, microsecond: 999_999 };
    for (name, time) in [("min", Time::default()), ("max", last)] {
        class.dict.set(Sym::new(name), object_of(class, Data::Time(time, false, Value::None)));
    }
    let tick = delta_value(machine, Timedelta::from_microseconds(1).unwrap_or_default());
    class.dict.set(Sym::new("resolution"), tick);
}

fn own(args: &Args) -> PyResult<(Time, bool, &Value)> {
    match this(args)? {
        Data::Time(time, fold, tz) => Ok((*time, *fold, tz)),
        _ => wrong(),
    }
}

const PARTS: [&str; 6] = ["hour", "minute", "second", "microsecond", "tzinfo", "fold"];

/// The parts of a time, those not given from `before`.
fn parts(
    machine: &mut Machine,
    given: [Option<&Value>; 6],
    before: (Time, bool, &Value),
) -> PyResult<(Time, bool, Value)> {
    let (time, fold, tz) = before;
    let hour = int(machine, given[0], i64::from(time.hour))?;
    let minute = int(machine, given[1], i64::from(time.minute))?;
    let second = int(machine, given[2], i64::from(time.second))?;
    let microsecond = int(machine, given[3], i64::from(time.microsecond))?;
    let fold = int(machine, given[5], i64::from(fold))?;
    let tz = zone_argument(machine, Some(given[4].unwrap_or(tz)))?;
    Ok((Time::new(hour, minute, second, microsecond)?, check_fold(fold)?, tz))
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    let given = method(args, "").named(PARTS, 0, 0, 5)?;
    let (time, fold, tz) = parts(machine, given, (Time::default(), false, &Value::None))?;
    done(object_of(&class, Data::Time(time, fold, tz)))
}

/// A time of a class, which a class derived from `time` makes itself.
pub fn give(machine: &mut Machine, class: &Rc<Class>, time: Time, fold: bool, tz: Value) -> PyResult<Flow> {
    if !class.heap {
        return done(object_of(class, Data::Time(time, fold, tz)));
    }
    let Time { hour, minute, second, microsecond } = time;
    let numbers = [i64::from(hour), i64::from(minute), i64::from(second), i64::from(microsecond)];
    let mut args = Args::many(numbers.into_iter().map(Value::Int).chain([tz]));
    if fold {
        args.keywords.push((Sym::new("fold"), Value::Int(1)));
    }
    machine.call(&Value::Class(class.clone()), args)
}

fn order(machine: &mut Machine, left: &Value, right: &Value) -> PyResult<Order> {
    let (Some(Data::Time(a, _, zone_a)), Some(Data::Time(b, _, zone_b))) = (data(left), data(right)) else {
        return Ok(Order::Foreign);
    };
    if zone_a.is(zone_b) {
        return Ok(Order::Known(a.cmp(b)));
    }
    let first = offset(machine, zone_a, &Value::None, "utcoffset")?;
    let second = offset(machine, zone_b, &Value::None, "utcoffset")?;
    Ok(match (first, second) {
        (Some(first), Some(second)) => {
            let a = i128::from(a.since_midnight()) - first.microseconds();
            Order::Known(a.cmp(&(i128::from(b.since_midnight()) - second.microseconds())))
        }
        (None, None) => Order::Known(a.cmp(b)),
        _ => Order::Mixed("can't compare offset-naive and offset-aware times"),
    })
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (time, fold, tz) = own(args)?;
    let zone = if tz.is_none() { None } else { Some(machine.repr_of(tz)?) };
    let zone = zone.as_ref().and_then(Value::as_str).map(|text| text.as_str());
    let text = time.repr(fold, zone);
    done(super::data::named_as(machine, args, text, NAME))
}

fn hash(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (time, _, tz) = own(args)?;
    let ahead = offset(machine, tz, &Value::None, "utcoffset")?.unwrap_or_default();
    let total = i128::from(time.since_midnight()) - ahead.microseconds();
    let key = Value::tuple(vec![Value::Int(total as i64), Value::Int(2)]);
    done(machine.hash(&key)?)
}

fn iso_text(machine: &mut Machine, args: &Args, timespec: Timespec) -> PyResult<Flow> {
    let (time, _, tz) = own(args)?;
    let ahead = offset(machine, tz, &Value::None, "utcoffset")?;
    let ahead = ahead.map(|offset| format_offset(offset, ":")).unwrap_or_default();
    done(format!("{}{ahead}", time.isoformat(timespec)))
}

fn str_(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    iso_text(machine, args, Timespec::Auto)
}

fn isoformat(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [timespec] = method(args, "isoformat").named(["timespec"], 0, 0, 1)?;
    let timespec = Timespec::parse(text(machine, timespec, "isoformat", 1)?.unwrap_or("auto"))?;
    iso_text(machine, args, timespec)
}

fn from_iso_format(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    let Some(text) = method(args, "time.fromisoformat").one()?.as_str() else {
        return type_error("fromisoformat: argument must be str");
    };
    let (time, zone) = iso_parse::time(text.as_str())?;
    let zone = zone.map_or(Value::None, |zone| zone_value(machine, zone));
    give(machine, &class, time, false, zone)
}

fn strptime(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    let (value, template) = super::date::strptime_arguments(machine, args)?;
    let found = parse(value, template)?;
    let time = Time::new(found.hour, found.minute, found.second, found.microsecond)?;
    let zone = parsed_zone(machine, found.offset, found.zone_name)?;
    give(machine, &class, time, false, zone)
}

/// The zone that a `strptime` read.
pub fn parsed_zone(machine: &mut Machine, offset: Option<i64>, name: Option<String>) -> PyResult<Value> {
    let Some(offset) = offset else { return Ok(Value::None) };
    let zone = TimeZone::new(Timedelta::from_microseconds(i128::from(offset))?, name)?;
    Ok(zone_value(machine, zone))
}

fn format(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    formatted(machine, &args.positional[0], method(args, "time.__format__").one()?)
}

fn strftime_method(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [template] = method(args, "strftime").named(["format"], 1, 0, 1)?;
    let template = text(machine, template, "strftime", 1)?.unwrap_or_default();
    let (time, _, tz) = own(args)?;
    let ahead = offset(machine, tz, &Value::None, "utcoffset")?;
    let name = zone_name(machine, tz, &Value::None)?;
    let moment = DateTime { date: Date { year: 1900, month: 1, day: 1 }, time };
    done(strftime(moment, &Zone { offset: ahead, name }, template))
}

fn utcoffset(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "utcoffset").of("time").none()?;
    let found = offset(machine, own(args)?.2, &Value::None, "utcoffset")?;
    optional_delta(machine, found)
}

fn dst(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "dst").of("time").none()?;
    let found = offset(machine, own(args)?.2, &Value::None, "dst")?;
    optional_delta(machine, found)
}

fn tzname(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "tzname").of("time").none()?;
    done(zone_name(machine, own(args)?.2, &Value::None)?.map_or(Value::None, Value::string))
}

fn replace(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let before = own(args)?;
    let given = method(args, "replace").named(PARTS, 0, 0, 5)?;
    let (time, fold, tz) = parts(machine, given, before)?;
    let class = own_class(machine, args);
    give(machine, &class, time, fold, tz)
}
