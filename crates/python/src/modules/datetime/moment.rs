//! `datetime.datetime`: making one, comparing, adding and converting. Its texts are in the second half.

use std::rc::Rc;

use super::clock::parsed_zone;
use super::data::{
    Data, Order, class_of, comparisons, data, delta_value, int, named_as, now, object_of, of_classes, offset,
    optional_delta, own_class, shown_kind, text, this, timestamp, wrong, zone_argument, zone_name,
    zone_value,
};
use super::delta::as_delta;
use crate::builtins::arguments::method;
use crate::builtins::install::{class_methods, getters, methods, slots, static_methods};
use crate::class::Class;
use crate::error::{Exc, PyResult, type_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::Sym;
use crate::text::calendar::Date;
use crate::text::datetime::{
    DateTime, Time, TimeZone, Timespec, check_fold, format_offset, subtract_mixed_error,
};
use crate::text::iso_parse;
use crate::text::strftime::{Zone, strftime};
use crate::text::strptime::strptime as parse;
use crate::text::timedelta::Timedelta;
use crate::value::Value;

const NAME: &str = "datetime.datetime";

/// Fills the class.
pub fn fill(machine: &mut Machine, class: &Rc<Class>) {
    static_methods(class, NAME, &[("__new__", new)]);
    slots(class, NAME, comparisons!(order));
    slots(
        class,
        NAME,
        &[
            ("__repr__", repr),
            ("__str__", str_),
            ("__hash__", hash),
            ("__add__", add),
            ("__radd__", add),
            ("__sub__", sub),
            ("__rsub__", |_, _| done(Value::NotImplemented)),
        ],
    );
    class_methods(
        class,
        NAME,
        &[
            ("now", now_method),
            ("today", today),
            ("utcnow", utcnow),
            ("fromtimestamp", from_timestamp),
            ("utcfromtimestamp", utc_from_timestamp),
            ("strptime", strptime),
            ("combine", combine),
            ("fromisoformat", from_iso_format),
        ],
    );
    methods(
        class,
        NAME,
        &[
            ("date", date),
            ("time", time),
            ("timetz", timetz),
            ("timetuple", timetuple),
            ("utctimetuple", utctimetuple),
            ("timestamp", timestamp_method),
            ("strftime", strftime_method),
            ("isoformat", isoformat),
            ("utcoffset", utcoffset),
            ("tzname", tzname),
            ("dst", dst),
            ("replace", replace),
            ("__replace__", replace),
            ("astimezone", astimezone),
        ],
    );
    getters(
        class,
        NAME,
        &[
            ("hour", |_, args| done(i64::from(own(args)?.0.time.hour))),
            ("minute", |_, args| done(i64::from(own(args)?.0.time.minute))),
            ("second", |_, args| done(i64::from(own(args)?.0.time.second))),
            ("microsecond", |_, args| done(i64::from(own(args)?.0.time.microsecond))),
            ("fold", |_, args| done(i64::from(own(args)?.1))),
            ("tzinfo", |_, args| done(own(args)?.2.clone())),
        ],
    );
    let first = DateTime { date: Date { year: 1, month: 1, day: 1 }, time: Time::default() };
    let time = Time { hour: 23, minute: 59, second: 59, microsecond: 999_999 };
    let last = DateTime { date: Date { year: 9999, month: 12, day: 31 }, time };
    for (name, moment) in [("min", first), ("max", last)] {
        class.dict.set(Sym::new(name), object_of(class, Data::Moment(moment, false, Value::None)));
    }
    let tick = delta_value(machine, Timedelta::from_microseconds(1).unwrap_or_default());
    class.dict.set(Sym::new("resolution"), tick);
}

fn own(args: &Args) -> PyResult<(DateTime, bool, &Value)> {
    match this(args)? {
        Data::Moment(moment, fold, tz) => Ok((*moment, *fold, tz)),
        _ => wrong(),
    }
}

fn own_offset(machine: &mut Machine, args: &Args) -> PyResult<Option<Timedelta>> {
    offset(machine, own(args)?.2, &args.positional[0], "utcoffset")
}

const PARTS: [&str; 9] =
    ["year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"];

/// The parts of a moment, those not given from `before`.
fn parts(
    machine: &mut Machine,
    given: [Option<&Value>; 9],
    before: (DateTime, bool, &Value),
) -> PyResult<(DateTime, bool, Value)> {
    let (DateTime { date, time }, fold, tz) = before;
    let year = int(machine, given[0], i64::from(date.year))?;
    let month = int(machine, given[1], i64::from(date.month))?;
    let day = int(machine, given[2], i64::from(date.day))?;
    let hour = int(machine, given[3], i64::from(time.hour))?;
    let minute = int(machine, given[4], i64::from(time.minute))?;
    let second = int(machine, given[5], i64::from(time.second))?;
    let microsecond = int(machine, given[6], i64::from(time.microsecond))?;
    let fold = int(machine, given[8], i64::from(fold))?;
    let tz = zone_argument(machine, Some(given[7].unwrap_or(tz)))?;
    let date = Date::new(year, month, day)?;
    let time = Time::new(hour, minute, second, microsecond)?;
    Ok((DateTime { date, time }, check_fold(fold)?, tz))
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    super::date::refuse_texts(machine, args)?;
    let given = method(args, "").named(PARTS, 3, 0, 8)?;
    let nothing = DateTime { date: Date { year: 1, month: 1, day: 1 }, time: Time::default() };
    let (moment, fold, tz) = parts(machine, given, (nothing, false, &Value::None))?;
    done(object_of(&class, Data::Moment(moment, fold, tz)))
}

/// A moment of a class, which a class derived from `datetime` makes itself.
pub fn give(
    machine: &mut Machine,
    class: &Rc<Class>,
    moment: DateTime,
    fold: bool,
    tz: Value,
) -> PyResult<Flow> {
    if !class.heap {
        return done(object_of(class, Data::Moment(moment, fold, tz)));
    }
    let args = constructor(moment, fold, tz);
    machine.call(&Value::Class(class.clone()), args)
}

fn constructor(moment: DateTime, fold: bool, tz: Value) -> Args {
    let DateTime { date, time } = moment;
    let numbers = [
        i64::from(date.year),
        i64::from(date.month),
        i64::from(date.day),
        i64::from(time.hour),
        i64::from(time.minute),
        i64::from(time.second),
        i64::from(time.microsecond),
    ];
    let mut args = Args::many(numbers.into_iter().map(Value::Int).chain([tz]));
    if fold {
        args.keywords.push((Sym::new("fold"), Value::Int(1)));
    }
    args
}

fn order(machine: &mut Machine, left: &Value, right: &Value) -> PyResult<Order> {
    let (Some(Data::Moment(a, _, zone_a)), Some(Data::Moment(b, _, zone_b))) = (data(left), data(right))
    else {
        return Ok(Order::Foreign);
    };
    if zone_a.is(zone_b) {
        return Ok(Order::Known(a.cmp(b)));
    }
    let first = offset(machine, zone_a, left, "utcoffset")?;
    let second = offset(machine, zone_b, right, "utcoffset")?;
    Ok(match (first, second) {
        (Some(first), Some(second)) => {
            let apart = a.since(*b).microseconds() - first.microseconds() + second.microseconds();
            Order::Known(apart.cmp(&0))
        }
        (None, None) => Order::Known(a.cmp(b)),
        _ => Order::Mixed("can't compare offset-naive and offset-aware datetimes"),
    })
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (moment, fold, tz) = own(args)?;
    let zone = if tz.is_none() { None } else { Some(machine.repr_of(tz)?) };
    let zone = zone.as_ref().and_then(Value::as_str).map(|text| text.as_str());
    let text = moment.repr(fold, zone);
    done(named_as(machine, args, text, NAME))
}

fn hash(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let ahead = own_offset(machine, args)?.unwrap_or_default();
    let moment = own(args)?.0;
    let start = DateTime { date: Date { year: 1, month: 1, day: 1 }, time: Time::default() };
    let total = moment.since(start).microseconds() - ahead.microseconds();
    let key = Value::tuple(vec![Value::Int(total as i64), Value::Int(3)]);
    done(machine.hash(&key)?)
}

fn add(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(delta) = args.positional.get(1).and_then(as_delta) else { return done(Value::NotImplemented) };
    let (moment, _, tz) = own(args)?;
    let later = moment.plus(delta)?;
    let class = own_class(machine, args);
    give(machine, &class, later, false, tz.clone())
}

fn sub(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [left, right] = &args.positional[..] else { return done(Value::NotImplemented) };
    let (moment, _, tz) = own(args)?;
    match data(right) {
        Some(Data::Delta(delta)) => {
            let earlier = moment.minus(*delta)?;
            let class = own_class(machine, args);
            give(machine, &class, earlier, false, tz.clone())
        }
        Some(Data::Moment(other, _, zone)) => {
            let mut apart = moment.since(*other);
            if !tz.is(zone) {
                let first = offset(machine, tz, left, "utcoffset")?;
                let second = offset(machine, zone, right, "utcoffset")?;
                match (first, second) {
                    (Some(first), Some(second)) => apart = apart.minus(first)?.plus(second)?,
                    (None, None) => {}
                    _ => return Err(subtract_mixed_error().into()),
                }
            }
            done(delta_value(machine, apart))
        }
        _ => done(Value::NotImplemented),
    }
}

/// The moment of a timestamp in a zone, or without one in the local time, which is UTC.
fn at(
    machine: &mut Machine,
    class: &Rc<Class>,
    (seconds, microseconds): (i64, i64),
    tz: Value,
) -> PyResult<Flow> {
    let moment = DateTime::from_epoch(seconds, microseconds)?;
    if tz.is_none() {
        return give(machine, class, moment, false, tz);
    }
    if let Some(Data::Zone(zone)) = data(&tz) {
        let there = moment.plus(zone.offset)?;
        return give(machine, class, there, false, tz);
    }
    let args = constructor(moment, false, tz.clone());
    let moment = machine.ask(&Value::Class(class.clone()), args)?;
    let convert = machine.get_attribute(&tz, Sym::new("fromutc"))?;
    machine.call(&convert, Args::one(moment))
}

fn now_method(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    let [tz] = method(args, "now").named(["tz"], 0, 0, 1)?;
    let tz = zone_argument(machine, tz)?;
    let now = now(machine);
    at(machine, &class, now, tz)
}

fn today(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "datetime.today").none()?;
    let class = class_of(args)?;
    let now = now(machine);
    at(machine, &class, now, Value::None)
}

fn utcnow(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "datetime.utcnow").none()?;
    let class = class_of(args)?;
    deprecated(machine, "utcnow()", "now(datetime.UTC)")?;
    let now = now(machine);
    at(machine, &class, now, Value::None)
}

fn deprecated(machine: &mut Machine, name: &str, instead: &str) -> PyResult<()> {
    let message = format!(
        "datetime.datetime.{name} is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.{instead}."
    );
    crate::builtins::uncaught::warn_asking(machine, Exc::DeprecationWarning, &message)
}

fn from_timestamp(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    let [value, tz] = method(args, "fromtimestamp").named(["timestamp", "tz"], 1, 0, 2)?;
    let tz = zone_argument(machine, tz)?;
    let when = timestamp(machine, value.unwrap_or(&Value::None))?;
    at(machine, &class, when, tz)
}

fn utc_from_timestamp(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    let value = method(args, "datetime.utcfromtimestamp").one()?;
    deprecated(machine, "utcfromtimestamp()", "fromtimestamp(timestamp, datetime.UTC)")?;
    let when = timestamp(machine, value)?;
    at(machine, &class, when, Value::None)
}

fn strptime(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    let (value, template) = super::date::strptime_arguments(machine, args)?;
    let found = parse(value, template)?;
    let date = Date::new(found.year, found.month, found.day)?;
    let time = Time::new(found.hour, found.minute, found.second, found.microsecond)?;
    let zone = parsed_zone(machine, found.offset, found.zone_name)?;
    give(machine, &class, DateTime { date, time }, false, zone)
}

fn combine(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    let [day, clock, tz] = method(args, "combine").named(["date", "time", "tzinfo"], 2, 0, 3)?;
    let (day, clock) = (day.unwrap_or(&Value::None), clock.unwrap_or(&Value::None));
    let date = match data(day) {
        Some(Data::Date(date)) => *date,
        Some(Data::Moment(moment, ..)) => moment.date,
        _ => {
            let kind = shown_kind(machine, day);
            return type_error(format!("combine() argument 1 must be datetime.date, not {kind}"));
        }
    };
    let Some(Data::Time(time, fold, own)) = data(clock) else {
        let kind = shown_kind(machine, clock);
        return type_error(format!("combine() argument 2 must be datetime.time, not {kind}"));
    };
    let tz = zone_argument(machine, Some(tz.unwrap_or(own)))?;
    give(machine, &class, DateTime { date, time: *time }, *fold, tz)
}

fn from_iso_format(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    let Some(text) = method(args, "datetime.fromisoformat").one()?.as_str() else {
        return type_error("fromisoformat: argument must be str");
    };
    let (moment, zone) = iso_parse::datetime(text.as_str())?;
    let zone = zone.map_or(Value::None, |zone| zone_value(machine, zone));
    give(machine, &class, moment, false, zone)
}

fn date(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "date").of("datetime").none()?;
    let class = of_classes(machine, |classes| classes.date.clone());
    done(object_of(&class, Data::Date(own(args)?.0.date)))
}

fn time(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "time").of("datetime").none()?;
    let class = of_classes(machine, |classes| classes.time.clone());
    let (moment, fold, _) = own(args)?;
    done(object_of(&class, Data::Time(moment.time, fold, Value::None)))
}

fn timetz(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "timetz").of("datetime").none()?;
    let class = of_classes(machine, |classes| classes.time.clone());
    let (moment, fold, tz) = own(args)?;
    done(object_of(&class, Data::Time(moment.time, fold, tz.clone())))
}

fn timetuple(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "timetuple").of("datetime").none()?;
    let (moment, _, tz) = own(args)?;
    let summer = offset(machine, tz, &args.positional[0], "dst")?;
    let flag = summer.map_or(-1, |summer| i64::from(summer != Timedelta::default()));
    done(crate::modules::struct_time::struct_time(machine, moment, flag))
}

fn utctimetuple(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "utctimetuple").of("datetime").none()?;
    let ahead = own_offset(machine, args)?.unwrap_or_default();
    let moment = own(args)?.0.minus(ahead)?;
    done(crate::modules::struct_time::struct_time(machine, moment, 0))
}

fn timestamp_method(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "timestamp").of("datetime").none()?;
    let ahead = own_offset(machine, args)?.unwrap_or_default();
    done(own(args)?.0.timestamp(ahead))
}

fn strftime_method(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [template] = method(args, "strftime").named(["format"], 1, 0, 1)?;
    let template = text(machine, template, "strftime", 1)?.unwrap_or_default();
    let (moment, _, tz) = own(args)?;
    let zone = if template.contains(['z', 'Z']) {
        let offset = offset(machine, tz, &args.positional[0], "utcoffset")?;
        Zone { offset, name: zone_name(machine, tz, &args.positional[0])? }
    } else {
        Zone::default()
    };
    done(strftime(moment, &zone, template))
}

fn iso_text(machine: &mut Machine, args: &Args, separator: char, timespec: Timespec) -> PyResult<Flow> {
    let ahead = own_offset(machine, args)?;
    let ahead = ahead.map(|offset| format_offset(offset, ":")).unwrap_or_default();
    done(format!("{}{ahead}", own(args)?.0.isoformat(separator, timespec)))
}

fn str_(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    iso_text(machine, args, ' ', Timespec::Auto)
}

fn isoformat(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [separator, timespec] = method(args, "isoformat").named(["sep", "timespec"], 0, 0, 2)?;
    let separator = match separator {
        None => 'T',
        Some(value) => match value.as_str() {
            None => {
                let kind = shown_kind(machine, value);
                return type_error(format!("isoformat() argument 1 must be a unicode character, not {kind}"));
            }
            Some(text) => {
                let mut characters = text.as_str().chars();
                match (characters.next(), characters.next()) {
                    (Some(separator), None) => separator,
                    _ => {
                        return type_error(format!(
                            "isoformat() argument 1 must be a unicode character, not a string of length {}",
                            text.as_str().chars().count()
                        ));
                    }
                }
            }
        },
    };
    let timespec = Timespec::parse(text(machine, timespec, "isoformat", 2)?.unwrap_or("auto"))?;
    iso_text(machine, args, separator, timespec)
}

fn utcoffset(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "utcoffset").of("datetime").none()?;
    let found = own_offset(machine, args)?;
    optional_delta(machine, found)
}

fn dst(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "dst").of("datetime").none()?;
    let found = offset(machine, own(args)?.2, &args.positional[0], "dst")?;
    optional_delta(machine, found)
}

fn tzname(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "tzname").of("datetime").none()?;
    let name = zone_name(machine, own(args)?.2, &args.positional[0])?;
    done(name.map_or(Value::None, Value::string))
}

fn replace(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let before = own(args)?;
    let given = method(args, "replace").named(PARTS, 0, 0, 8)?;
    let (moment, fold, tz) = parts(machine, given, before)?;
    let class = own_class(machine, args);
    give(machine, &class, moment, fold, tz)
}

fn astimezone(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [tz] = method(args, "astimezone").named(["tz"], 0, 0, 1)?;
    let target = match tz.filter(|tz| !tz.is_none()) {
        Some(_) => zone_argument(machine, tz)?,
        None => {
            // The local zone under the name that its rules give it.
            let zone = TimeZone { offset: Timedelta::default(), name: Some("UTC".to_owned()) };
            zone_value(machine, zone)
        }
    };
    let (moment, fold, own) = own(args)?;
    if own.is(&target) {
        return done(args.positional[0].clone());
    }
    let ahead = offset(machine, own, &args.positional[0], "utcoffset")?.unwrap_or_default();
    let utc = moment.minus(ahead)?;
    if let Some(Data::Zone(zone)) = data(&target) {
        let there = utc.plus(zone.offset)?;
        let class = own_class(machine, args);
        return give(machine, &class, there, false, target);
    }
    let class = own_class(machine, args);
    let args = constructor(utc, fold && class.heap, target.clone());
    let there = machine.ask(&Value::Class(class), args)?;
    let convert = machine.get_attribute(&target, Sym::new("fromutc"))?;
    machine.call(&convert, Args::one(there))
}
