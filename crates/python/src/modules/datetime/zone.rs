//! `datetime.tzinfo` and `datetime.timezone`.

use std::rc::Rc;

use super::data::{
    Data, Order, class_of, comparisons, data, delta_value, object_of, offset, this, wrong, zone_value,
};
use super::delta::as_delta;
use crate::builtins::arguments::method;
use crate::builtins::install::{methods, slots, static_methods};
use crate::class::Class;
use crate::error::{Exc, PyResult, raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::Sym;
use crate::text::datetime::TimeZone;
use crate::text::timedelta::Timedelta;
use crate::value::Value;

const NAME: &str = "datetime.timezone";

/// Fills the classes.
pub fn fill(info: &Rc<Class>, zone: &Rc<Class>) {
    static_methods(info, "datetime.tzinfo", &[("__new__", new_info)]);
    methods(
        info,
        "datetime.tzinfo",
        &[
            ("utcoffset", |_, _| unsupported("utcoffset")),
            ("dst", |_, _| unsupported("dst")),
            ("tzname", |_, _| unsupported("tzname")),
            ("fromutc", info_from_utc),
        ],
    );
    slots(info, "datetime.tzinfo", &[("__init__", init)]);
    static_methods(zone, NAME, &[("__new__", new)]);
    slots(zone, NAME, &comparisons!(order)[..2]);
    slots(zone, NAME, &[("__repr__", repr), ("__str__", str_), ("__hash__", hash)]);
    methods(zone, NAME, &[("utcoffset", utc_offset), ("dst", dst), ("tzname", name), ("fromutc", from_utc)]);
    let minutes = |minutes: i64| {
        let offset = Timedelta::from_seconds(minutes * 60).unwrap_or_default();
        object_of(zone, Data::Zone(TimeZone { offset, name: None }))
    };
    zone.dict.set(Sym::new("min"), minutes(-1439));
    zone.dict.set(Sym::new("max"), minutes(1439));
}

fn unsupported(name: &str) -> PyResult<Flow> {
    raise(Exc::NotImplementedError, format!("a tzinfo subclass must implement {name}()"))
}

fn new_info(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(object_of(&class_of(args)?, Data::Info))
}

fn init(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Value::None)
}

fn own(args: &Args) -> PyResult<&TimeZone> {
    match this(args)? {
        Data::Zone(zone) => Ok(zone),
        _ => wrong(),
    }
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [offset, name] = method(args, "timezone").named(["offset", "name"], 1, 0, 2)?;
    let Some(offset) = offset else { return done(Value::None) };
    let Some(delta) = as_delta(offset) else {
        let kind = super::data::shown_kind(machine, offset);
        return type_error(format!("timezone() argument 1 must be datetime.timedelta, not {kind}"));
    };
    let name = super::data::text(machine, name, "timezone", 2)?;
    let zone = TimeZone::new(delta, name.map(str::to_owned))?;
    done(zone_value(machine, zone))
}

fn order(_: &mut Machine, left: &Value, right: &Value) -> PyResult<Order> {
    Ok(match (data(left), data(right)) {
        (Some(Data::Zone(left)), Some(Data::Zone(right))) => Order::Known(left.offset.cmp(&right.offset)),
        _ => Order::Foreign,
    })
}

fn repr(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(own(args)?.repr())
}

fn str_(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(own(args)?.tzname())
}

fn hash(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let offset = own(args)?.offset;
    let offset = delta_value(machine, offset);
    done(machine.hash(&offset)?)
}

/// Checks the moment that a zone is asked about.
fn about(machine: &Machine, args: &Args, name: &'static str) -> PyResult<()> {
    let moment = method(args, name).one()?;
    if moment.is_none() || matches!(data(moment), Some(Data::Moment(..))) {
        return Ok(());
    }
    let (kind, name) = (machine.types.name_of(moment), name.rsplit('.').next().unwrap_or(name));
    type_error(format!("{name}(dt) argument must be a datetime instance or None, not {kind}"))
}

fn utc_offset(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    about(machine, args, "datetime.timezone.utcoffset")?;
    let offset = own(args)?.offset;
    done(delta_value(machine, offset))
}

fn dst(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    about(machine, args, "datetime.timezone.dst")?;
    done(Value::None)
}

fn name(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    about(machine, args, "datetime.timezone.tzname")?;
    done(own(args)?.tzname())
}

/// The moment of a `fromutc`, which must be in the zone itself.
fn moment_of(args: &Args) -> PyResult<(&Value, crate::text::datetime::DateTime)> {
    match &args.positional[..] {
        [zone, value] => match data(value) {
            Some(Data::Moment(moment, _, tz)) if tz.is(zone) => Ok((value, *moment)),
            Some(Data::Moment(..)) => value_error("fromutc: dt.tzinfo is not self"),
            _ => type_error("fromutc: argument must be a datetime"),
        },
        _ => type_error("fromutc: argument must be a datetime instance"),
    }
}

fn from_utc(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (value, moment) = moment_of(args)?;
    let later = moment.plus(own(args)?.offset)?;
    let class = machine.types.of(value);
    super::moment::give(machine, &class, later, false, args.positional[0].clone())
}

/// `tzinfo.fromutc` in terms of the zone's own `utcoffset` and `dst`.
fn info_from_utc(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (value, moment) = moment_of(args)?;
    let zone = args.positional[0].clone();
    let Some(whole) = offset(machine, &zone, value, "utcoffset")? else {
        return value_error("fromutc: non-None utcoffset() result required");
    };
    let Some(summer) = offset(machine, &zone, value, "dst")? else {
        return value_error("fromutc: non-None dst() result required");
    };
    let standard = whole.minus(summer)?;
    let mut result = moment.plus(standard)?;
    let class = machine.types.of(value);
    if standard != Timedelta::default() {
        let there = object_of(&class, Data::Moment(result, false, zone.clone()));
        let Some(summer) = offset(machine, &zone, &there, "dst")? else {
            return value_error("fromutc: tz.dst() gave inconsistent results; cannot convert");
        };
        result = result.plus(summer)?;
    } else {
        result = result.plus(summer)?;
    }
    super::moment::give(machine, &class, result, false, zone)
}
