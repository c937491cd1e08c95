//! What the classes of `datetime` have in common: their data, the classes themselves, arguments, and what a
//! time zone answers.

use std::any::Any;
use std::cell::OnceCell;
use std::cmp::Ordering;
use std::rc::Rc;

use crate::class::{Class, Instance, Layout, NativeData, Payload};
use crate::error::{Exc, PyResult, raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::text::calendar::Date;
use crate::text::datetime::{DateTime, Time, TimeZone};
use crate::text::timedelta::Timedelta;
use crate::value::Value;

/// The Rust part of an instance.
pub enum Data {
    /// A `timedelta`.
    Delta(Timedelta),
    /// A `date`.
    Date(Date),
    /// A `time`, its fold and its tzinfo.
    Time(Time, bool, Value),
    /// A `datetime`, its fold and its tzinfo.
    Moment(DateTime, bool, Value),
    /// A `timezone`.
    Zone(TimeZone),
    /// Of a `tzinfo` of the script.
    Info,
}

impl NativeData for Data {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn text(&self) -> Option<String> {
        let zone = |zone: &Value| match data(zone) {
            Some(Data::Zone(zone)) => Some(zone.repr()),
            Some(_) => Some("...".to_owned()),
            None => None,
        };
        Some(match self {
            Data::Delta(delta) => delta.repr(),
            Data::Date(date) => date.repr(),
            Data::Time(time, fold, tz) => time.repr(*fold, zone(tz).as_deref()),
            Data::Moment(moment, fold, tz) => moment.repr(*fold, zone(tz).as_deref()),
            Data::Zone(zone) => zone.repr(),
            Data::Info => return None,
        })
    }
}

/// The classes of the module.
pub struct Classes {
    /// `timedelta`
    pub delta: Rc<Class>,
    /// `tzinfo`
    pub info: Rc<Class>,
    /// `timezone`
    pub zone: Rc<Class>,
    /// `date`
    pub date: Rc<Class>,
    /// `time`
    pub time: Rc<Class>,
    /// `datetime`
    pub moment: Rc<Class>,
    /// `IsoCalendarDate`
    pub iso: Rc<Class>,
    /// `timezone.utc`
    pub utc: Value,
}

/// The classes, once the module is imported.
#[derive(Default)]
pub struct Kinds {
    /// The classes.
    pub classes: OnceCell<Classes>,
}

impl Classes {
    /// Makes the classes, still empty.
    pub fn define(machine: &Machine) -> Classes {
        let types = &machine.types;
        let make = |name: &'static str, shown: &'static str, base: &Rc<Class>| {
            let class = types.define(name, Layout::Native(shown), base, false);
            class.dict.set(names::module, Value::str("datetime"));
            class
        };
        let object = types.object.clone();
        let info = make("tzinfo", "datetime.tzinfo", &object);
        let zone = make("timezone", "datetime.timezone", &info);
        let date = make("date", "datetime.date", &object);
        let moment = make("datetime", "datetime.datetime", &date);
        let iso = types.define("IsoCalendarDate", Layout::Tuple, &types.tuple, false);
        iso.dict.set(names::module, Value::str("datetime"));
        let utc = object_of(&zone, Data::Zone(TimeZone::utc()));
        Classes {
            delta: make("timedelta", "datetime.timedelta", &object),
            time: make("time", "datetime.time", &object),
            info,
            zone,
            date,
            moment,
            iso,
            utc,
        }
    }
}

/// The module's state.
pub fn kinds(machine: &mut Machine) -> Rc<Kinds> {
    machine.extension::<Kinds>()
}

/// Something of the classes.
pub fn of_classes<T>(machine: &mut Machine, take: impl FnOnce(&Classes) -> T) -> T {
    let kinds = kinds(machine);
    take(kinds.classes.get_or_init(|| Classes::define(machine)))
}

/// The Rust part of a value.
pub fn data(value: &Value) -> Option<&Data> {
    match value {
        Value::Instance(instance) => instance.native(),
        _ => None,
    }
}

/// An instance of a class of ours or one derived from it.
pub fn object_of(class: &Rc<Class>, data: Data) -> Value {
    Value::Instance(Instance::new(class.clone(), Payload::Native(Box::new(data))))
}

/// A `timedelta`.
pub fn delta_value(machine: &mut Machine, delta: Timedelta) -> Value {
    let class = of_classes(machine, |classes| classes.delta.clone());
    object_of(&class, Data::Delta(delta))
}

/// A `timezone`; that of UTC without a name is always the same.
pub fn zone_value(machine: &mut Machine, zone: TimeZone) -> Value {
    of_classes(machine, |classes| {
        if zone == TimeZone::utc() { classes.utc.clone() } else { object_of(&classes.zone, Data::Zone(zone)) }
    })
}

/// The receiver's data.
pub fn this(args: &Args) -> PyResult<&Data> {
    match args.positional.first().and_then(data) {
        Some(data) => Ok(data),
        None => wrong(),
    }
}

/// Refuses a receiver of another class.
pub fn wrong<T>() -> PyResult<T> {
    type_error("the method doesn't apply to an object of this type")
}

/// The receiver of a class method or of `__new__`.
pub fn class_of(args: &Args) -> PyResult<Rc<Class>> {
    match args.positional.first() {
        Some(Value::Class(class)) => Ok(class.clone()),
        _ => type_error("a type object was expected"),
    }
}

/// The class of a receiver.
pub fn own_class(machine: &Machine, args: &Args) -> Rc<Class> {
    match args.positional.first() {
        Some(value) => machine.types.of(value),
        None => machine.types.object.clone(),
    }
}

/// An argument that is a C `int`.
pub fn int(machine: &mut Machine, value: Option<&Value>, default: i64) -> PyResult<i64> {
    let Some(value) = value else { return Ok(default) };
    match machine.index_value(value)? {
        Value::Int(number) if i32::try_from(number).is_ok() => Ok(number),
        Value::Int(number) => {
            let how = if number > 0 { "greater than maximum" } else { "less than minimum" };
            raise(Exc::OverflowError, format!("signed integer is {how}"))
        }
        _ => raise(Exc::OverflowError, "Python int too large to convert to C long"),
    }
}

/// An argument that is text.
pub fn text<'a>(
    machine: &Machine,
    value: Option<&'a Value>,
    function: &str,
    place: usize,
) -> PyResult<Option<&'a str>> {
    let Some(value) = value else { return Ok(None) };
    match value.as_str() {
        Some(text) => Ok(Some(text.as_str())),
        None => {
            let kind = shown_kind(machine, value);
            type_error(format!("{function}() argument {place} must be str, not {kind}"))
        }
    }
}

/// What `__format__` gives: the text of the value, or what its `strftime` makes of a template.
pub fn formatted(machine: &mut Machine, own: &Value, template: &Value) -> PyResult<Flow> {
    let template = text(machine, Some(template), "__format__", 1)?.unwrap_or_default();
    if template.is_empty() {
        return done(machine.str_of(own)?);
    }
    let method = machine.get_attribute(own, Sym::new("strftime"))?;
    machine.call(&method, Args::one(Value::string(template.to_owned())))
}

/// The name of a value's type where None is called by its own.
pub fn shown_kind(machine: &Machine, value: &Value) -> Rc<str> {
    if value.is_none() { "None".into() } else { machine.types.name_of(value) }
}

/// An argument that is None or a tzinfo.
pub fn zone_argument(machine: &mut Machine, value: Option<&Value>) -> PyResult<Value> {
    let Some(value) = value else { return Ok(Value::None) };
    let class = of_classes(machine, |classes| classes.info.clone());
    if value.is_none() || machine.types.is_instance(value, &class) {
        return Ok(value.clone());
    }
    let kind = machine.types.name_of(value);
    type_error(format!("tzinfo argument must be None or of a tzinfo subclass, not type '{kind}'"))
}

/// What `tz.utcoffset(moment)` or `tz.dst(moment)` says; may ask.
pub fn offset(
    machine: &mut Machine,
    tz: &Value,
    moment: &Value,
    name: &'static str,
) -> PyResult<Option<Timedelta>> {
    match data(tz) {
        _ if tz.is_none() => return Ok(None),
        Some(Data::Zone(zone)) => return Ok((name == "utcoffset").then_some(zone.offset)),
        _ => {}
    }
    let method = machine.get_attribute(tz, Sym::new(name))?;
    let answer = machine.ask(&method, Args::one(moment.clone()))?;
    match data(&answer) {
        _ if answer.is_none() => Ok(None),
        Some(Data::Delta(delta)) => {
            if delta.microseconds().abs() >= 86_400_000_000 {
                return value_error(format!(
                    "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {}",
                    delta.repr()
                ));
            }
            Ok(Some(*delta))
        }
        _ => {
            let kind = machine.types.name_of(&answer);
            type_error(format!("tzinfo.{name}() must return None or timedelta, not '{kind}'"))
        }
    }
}

/// What `tz.tzname(moment)` says; may ask.
pub fn zone_name(machine: &mut Machine, tz: &Value, moment: &Value) -> PyResult<Option<String>> {
    match data(tz) {
        _ if tz.is_none() => return Ok(None),
        Some(Data::Zone(zone)) => return Ok(Some(zone.tzname())),
        _ => {}
    }
    let method = machine.get_attribute(tz, Sym::new("tzname"))?;
    let answer = machine.ask(&method, Args::one(moment.clone()))?;
    match answer.as_str() {
        _ if answer.is_none() => Ok(None),
        Some(text) => Ok(Some(text.as_str().to_owned())),
        None => {
            let kind = machine.types.name_of(&answer);
            type_error(format!("tzinfo.tzname() must return None or a string, not '{kind}'"))
        }
    }
}

/// A duration as a value, or None.
pub fn optional_delta(machine: &mut Machine, delta: Option<Timedelta>) -> PyResult<Flow> {
    done(match delta {
        Some(delta) => delta_value(machine, delta),
        None => Value::None,
    })
}

/// Seconds and microseconds since the epoch, now.
pub fn now(machine: &Machine) -> (i64, i64) {
    let total = machine.settings.epoch_ns.saturating_add(machine.recorder.clock_ns) / 1000;
    ((total / 1_000_000) as i64, (total % 1_000_000) as i64)
}

/// Seconds and microseconds of a `timestamp` argument.
pub fn timestamp(machine: &mut Machine, value: &Value) -> PyResult<(i64, i64)> {
    if let Value::Float(seconds) = value.base_value() {
        return Ok(crate::text::timedelta::split_timestamp(*seconds)?);
    }
    if !matches!(value.base_value(), Value::Int(_) | Value::Big(_) | Value::Bool(_)) {
        let kind = machine.types.name_of(value);
        return type_error(format!("argument must be int or float, not {kind}"));
    }
    match machine.index_value(value)? {
        Value::Int(seconds) => Ok((seconds, 0)),
        _ => raise(Exc::OverflowError, "timestamp out of range for platform time_t"),
    }
}

/// The six comparisons of a class, from a function that orders two of its values.
macro_rules! comparisons {
    ($order:path) => {{
        const TABLE: $crate::builtins::install::Table = &[
            ("__eq__", |m, a| $crate::modules::datetime::data::compare(m, a, $order, true, |o| o.is_eq())),
            ("__ne__", |m, a| $crate::modules::datetime::data::compare(m, a, $order, true, |o| o.is_ne())),
            ("__lt__", |m, a| $crate::modules::datetime::data::compare(m, a, $order, false, |o| o.is_lt())),
            ("__le__", |m, a| $crate::modules::datetime::data::compare(m, a, $order, false, |o| o.is_le())),
            ("__gt__", |m, a| $crate::modules::datetime::data::compare(m, a, $order, false, |o| o.is_gt())),
            ("__ge__", |m, a| $crate::modules::datetime::data::compare(m, a, $order, false, |o| o.is_ge())),
        ];
        TABLE
    }};
}
pub(super) use comparisons;

/// How two values stand to each other.
pub enum Order {
    /// They have an order.
    Known(Ordering),
    /// They are not equal and have no order, for this reason.
    Mixed(&'static str),
    /// They are not to be compared.
    Foreign,
}

/// One of the six comparisons.
pub fn compare(
    machine: &mut Machine,
    args: &Args,
    order: fn(&mut Machine, &Value, &Value) -> PyResult<Order>,
    equality: bool,
    holds: fn(Ordering) -> bool,
) -> PyResult<Flow> {
    let [left, right] = &args.positional[..] else { return type_error("expected 1 argument") };
    match order(machine, left, right)? {
        Order::Known(order) => done(holds(order)),
        Order::Mixed(_) if equality => done(holds(Ordering::Less)),
        Order::Mixed(why) => type_error(why),
        Order::Foreign => done(Value::NotImplemented),
    }
}

/// A `repr` as that of the receiver's class: one derived from ours goes by its own name.
pub fn named_as(machine: &Machine, args: &Args, text: String, name: &str) -> Value {
    let class = own_class(machine, args);
    let Some(rest) = text.strip_prefix(name).filter(|_| class.heap) else { return Value::string(text) };
    Value::string(format!("{}{rest}", class.name()))
}
