//! `datetime.date`, and what `datetime` has of it.

use std::rc::Rc;

use super::data::{
    Classes, Data, Order, class_of, comparisons, data, delta_value, formatted, int, named_as, now, object_of,
    of_classes, own_class, text, this, timestamp, wrong,
};
use super::delta::as_delta;
use crate::builtins::arguments::method;
use crate::builtins::install::{class_methods, getters, methods, slots, static_methods};
use crate::class::{Class, Instance, Payload};
use crate::error::{Exc, PyResult, type_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::Sym;
use crate::text::calendar::Date;
use crate::text::datetime::{DateTime, Time};
use crate::text::iso_parse;
use crate::text::strftime::{Zone, strftime};
use crate::text::strptime::strptime as parse;
use crate::text::timedelta::Timedelta;
use crate::value::Value;

const NAME: &str = "datetime.date";

/// Fills the class, and that of `isocalendar`.
pub fn fill(machine: &mut Machine, class: &Rc<Class>) {
    static_methods(class, NAME, &[("__new__", new)]);
    slots(class, NAME, comparisons!(order));
    slots(
        class,
        NAME,
        &[
            ("__repr__", repr),
            ("__str__", isoformat),
            ("__hash__", hash),
            ("__add__", add),
            ("__radd__", add),
            ("__sub__", sub),
            ("__rsub__", rsub),
        ],
    );
    class_methods(
        class,
        NAME,
        &[
            ("today", today),
            ("fromtimestamp", from_timestamp),
            ("fromordinal", from_ordinal),
            ("fromisoformat", from_iso_format),
            ("fromisocalendar", from_iso_calendar),
            ("strptime", strptime),
        ],
    );
    methods(
        class,
        NAME,
        &[
            ("__format__", format),
            ("ctime", ctime),
            ("strftime", strftime_method),
            ("timetuple", timetuple),
            ("isocalendar", isocalendar),
            ("isoformat", isoformat),
            ("isoweekday", isoweekday),
            ("toordinal", toordinal),
            ("weekday", weekday),
            ("replace", replace),
            ("__replace__", replace),
        ],
    );
    getters(class, NAME, &[("year", year), ("month", month), ("day", day)]);
    let limits =
        [("min", Date { year: 1, month: 1, day: 1 }), ("max", Date { year: 9999, month: 12, day: 31 })];
    for (name, date) in limits {
        class.dict.set(Sym::new(name), object_of(class, Data::Date(date)));
    }
    let resolution = Timedelta::from_seconds(86_400).unwrap_or_default();
    let resolution = delta_value(machine, resolution);
    class.dict.set(Sym::new("resolution"), resolution);
    let iso = of_classes(machine, |classes: &Classes| classes.iso.clone());
    getters(
        &iso,
        "datetime.IsoCalendarDate",
        &[
            ("year", |_, args| iso_part(args, 0)),
            ("week", |_, args| iso_part(args, 1)),
            ("weekday", |_, args| iso_part(args, 2)),
        ],
    );
    slots(&iso, "datetime.IsoCalendarDate", &[("__repr__", iso_repr)]);
}

fn iso_part(args: &Args, at: usize) -> PyResult<Flow> {
    match args.positional.first().map(Value::base_value) {
        Some(Value::Tuple(parts)) => done(parts.get(at).cloned().unwrap_or_default()),
        _ => wrong(),
    }
}

fn iso_repr(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    match args.positional.first().map(Value::base_value) {
        Some(Value::Tuple(parts)) => match &parts[..] {
            [Value::Int(year), Value::Int(week), Value::Int(weekday)] => {
                done(format!("datetime.IsoCalendarDate(year={year}, week={week}, weekday={weekday})"))
            }
            _ => wrong(),
        },
        _ => wrong(),
    }
}

/// The date of a receiver, a `datetime`'s too.
fn own(args: &Args) -> PyResult<Date> {
    match this(args)? {
        Data::Date(date) => Ok(*date),
        Data::Moment(moment, ..) => Ok(moment.date),
        _ => wrong(),
    }
}

/// A date of a class, which a class derived from `date` makes itself.
pub fn give(machine: &mut Machine, class: &Rc<Class>, date: Date) -> PyResult<Flow> {
    if !class.heap {
        return done(object_of(class, Data::Date(date)));
    }
    let parts = [i64::from(date.year), i64::from(date.month), i64::from(date.day)];
    machine.call(&Value::Class(class.clone()), Args::many(parts.into_iter().map(Value::Int)))
}

/// As [`give`], where the class may be `datetime` or derived from it.
fn give_any(machine: &mut Machine, class: &Rc<Class>, date: Date) -> PyResult<Flow> {
    let moments = of_classes(machine, |classes| classes.moment.clone());
    if class.is_subclass(&moments) {
        let moment = DateTime { date, time: Time::default() };
        return super::moment::give(machine, class, moment, false, Value::None);
    }
    give(machine, class, date)
}

/// Refuses what is no number before it is seen whether anything is missing, as CPython does.
pub(super) fn refuse_texts(machine: &mut Machine, args: &Args) -> PyResult<()> {
    let given = &args.positional[1.min(args.positional.len())..];
    if given.len() < 3 && !matches!(given.first(), Some(Value::Bytes(_))) {
        for value in given {
            int(machine, Some(value), 0)?;
        }
    }
    Ok(())
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    refuse_texts(machine, args)?;
    let [year, month, day] = method(args, "").named(["year", "month", "day"], 3, 0, 3)?;
    let year = int(machine, year, 0)?;
    let month = int(machine, month, 0)?;
    let day = int(machine, day, 0)?;
    done(object_of(&class, Data::Date(Date::new(year, month, day)?)))
}

fn order(_: &mut Machine, left: &Value, right: &Value) -> PyResult<Order> {
    Ok(match (data(left), data(right)) {
        (Some(Data::Date(left)), Some(Data::Date(right))) => Order::Known(left.cmp(right)),
        _ => Order::Foreign,
    })
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = own(args)?.repr();
    done(named_as(machine, args, text, NAME))
}

fn hash(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let ordinal = own(args)?.ordinal();
    let key = Value::tuple(vec![Value::Int(ordinal), Value::Int(1)]);
    done(machine.hash(&key)?)
}

fn shifted(machine: &mut Machine, args: &Args, sign: i64) -> PyResult<Flow> {
    let Some(delta) = args.positional.get(1).and_then(as_delta) else { return done(Value::NotImplemented) };
    // Only whole days count: those of the duration itself, then backwards if so asked.
    let date = Date::at_ordinal(own(args)?.ordinal() + sign * delta.parts().0)?;
    let class = own_class(machine, args);
    give(machine, &class, date)
}

fn add(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    shifted(machine, args, 1)
}

fn sub(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match args.positional.get(1).and_then(data) {
        Some(Data::Date(other)) => {
            let days = own(args)?.ordinal() - other.ordinal();
            let delta = Timedelta::from_seconds(days * 86_400)?;
            done(delta_value(machine, delta))
        }
        Some(Data::Delta(_)) => shifted(machine, args, -1),
        _ => done(Value::NotImplemented),
    }
}

fn rsub(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Value::NotImplemented)
}

fn today(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "date.today").none()?;
    let class = class_of(args)?;
    let (seconds, _) = now(machine);
    let date = DateTime::from_epoch(seconds, 0)?.date;
    give(machine, &class, date)
}

fn from_timestamp(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    let value = method(args, "date.fromtimestamp").one()?;
    // A date takes what a time_t takes: only its whole seconds count.
    if !matches!(value.base_value(), Value::Float(_)) {
        machine.index_value(value)?;
    }
    let seconds = match value.base_value() {
        Value::Float(number) if !number.is_nan() => timestamp(machine, &Value::Float(number.floor()))?.0,
        _ => timestamp(machine, value)?.0,
    };
    let date = DateTime::from_epoch(seconds, 0)?.date;
    give_any(machine, &class, date)
}

fn from_ordinal(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    let ordinal = int(machine, Some(method(args, "date.fromordinal").one()?), 0)?;
    let date = Date::from_ordinal(ordinal)?;
    give_any(machine, &class, date)
}

fn from_iso_format(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    let Some(text) = method(args, "date.fromisoformat").one()?.as_str() else {
        return type_error("fromisoformat: argument must be str");
    };
    let date = iso_parse::date(text.as_str())?;
    give(machine, &class, date)
}

fn from_iso_calendar(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    let [year, week, day] = method(args, "fromisocalendar").named(["year", "week", "day"], 3, 0, 3)?;
    let year = int(machine, year, 0)?;
    let week = int(machine, week, 0)?;
    let day = int(machine, day, 0)?;
    let date = Date::from_iso_calendar(year, week, day)?;
    give_any(machine, &class, date)
}

/// The two texts of a `strptime`.
pub fn strptime_arguments<'a>(machine: &mut Machine, args: &'a Args) -> PyResult<(&'a str, &'a str)> {
    let [value, template] = args.positional.get(1..).unwrap_or_default() else {
        let given = args.positional.len().saturating_sub(1);
        let (how, shown) = if given == 1 { ("exactly", 1) } else { ("exactly", given) };
        return type_error(format!("strptime() takes {how} 2 arguments ({shown} given)"));
    };
    let value = text(machine, Some(value), "strptime", 1)?.unwrap_or_default();
    let template = text(machine, Some(template), "strptime", 2)?.unwrap_or_default();
    warn_of_days_without_year(machine, template)?;
    Ok((value, template))
}

/// Warns of a template with a day of the month and no year: it cannot read the 29th of February.
pub(crate) fn warn_of_days_without_year(machine: &mut Machine, template: &str) -> PyResult<()> {
    let has = |directive: char| {
        template.replace("%%", "").contains(&['%', directive][..].iter().collect::<String>())
    };
    if !has('d') || ['Y', 'y', 'G', 'c', 'x', 'D', 'F'].into_iter().any(has) {
        return Ok(());
    }
    let message = "Parsing dates involving a day of month without a year specified is ambiguous\n\
                   and fails to parse leap day. The default behavior will change in Python 3.15\n\
                   to either always raise an exception or to use a different default year (TBD).\n\
                   To avoid trouble, add a specific year to the input & format.\n\
                   See https://github.com/python/cpython/issues/70647.";
    crate::builtins::uncaught::warn_asking(machine, Exc::DeprecationWarning, message)
}

fn strptime(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of(args)?;
    let (value, template) = strptime_arguments(machine, args)?;
    let found = parse(value, template)?;
    let date = Date::new(found.year, found.month, found.day)?;
    give(machine, &class, date)
}

fn format(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    formatted(machine, &args.positional[0], method(args, "date.__format__").one()?)
}

fn ctime(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "ctime").of("date").none()?;
    let moment = midnight(args)?;
    done(strftime(moment, &Zone::default(), "%a %b %e %H:%M:%S %Y"))
}

fn midnight(args: &Args) -> PyResult<DateTime> {
    Ok(match this(args)? {
        Data::Moment(moment, ..) => *moment,
        _ => DateTime { date: own(args)?, time: Time::default() },
    })
}

fn strftime_method(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [template] = method(args, "date.strftime").named(["format"], 1, 0, 1)?;
    let template = text(machine, template, "strftime", 1)?.unwrap_or_default();
    done(strftime(midnight(args)?, &Zone::default(), template))
}

fn timetuple(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "timetuple").of("date").none()?;
    let moment = midnight(args)?;
    done(crate::modules::struct_time::struct_time(machine, moment, -1))
}

fn isocalendar(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "isocalendar").of("date").none()?;
    let iso = own(args)?.iso_calendar();
    let parts = [i64::from(iso.year), iso.week, iso.weekday].into_iter().map(Value::Int).collect();
    let class = of_classes(machine, |classes| classes.iso.clone());
    done(Value::Instance(Instance::new(class, Payload::Value(Value::tuple(parts)))))
}

fn isoformat(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "isoformat").of("date").none()?;
    done(own(args)?.isoformat())
}

fn isoweekday(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "isoweekday").of("date").none()?;
    done(own(args)?.weekday() + 1)
}

fn toordinal(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "toordinal").of("date").none()?;
    done(own(args)?.ordinal())
}

fn weekday(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "weekday").of("date").none()?;
    done(own(args)?.weekday())
}

fn replace(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let own = own(args)?;
    let [year, month, day] = method(args, "replace").named(["year", "month", "day"], 0, 0, 3)?;
    let year = int(machine, year, i64::from(own.year))?;
    let month = int(machine, month, i64::from(own.month))?;
    let day = int(machine, day, i64::from(own.day))?;
    let date = Date::new(year, month, day)?;
    let class = own_class(machine, args);
    give(machine, &class, date)
}

fn year(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(i64::from(own(args)?.year))
}

fn month(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(i64::from(own(args)?.month))
}

fn day(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(i64::from(own(args)?.day))
}
