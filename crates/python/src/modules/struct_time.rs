//! `time.struct_time` and the functions of `time` that go from seconds to calendars and back. The local time
//! zone is UTC.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::builtins::arguments::{function, method};
use crate::builtins::install::{Table, getters, slots, static_methods};
use crate::class::{Class, Instance, Layout, Payload};
use crate::error::{Exc, PyResult, raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::text::calendar::{Date, days_in_month};
use crate::text::datetime::{DateTime, Time};
use crate::text::strftime::{DAYS, Zone, strftime};
use crate::text::timedelta::Timedelta;
use crate::value::Value;

/// The functions of the module.
pub const FUNCTIONS: Table = &[
    ("gmtime", gmtime),
    ("localtime", localtime),
    ("strftime", strftime_function),
    ("strptime", strptime),
    ("mktime", mktime),
    ("ctime", ctime),
    ("asctime", asctime),
    ("get_clock_info", get_clock_info),
];

const FIELDS: Table = &[
    ("tm_year", |_, args| field(args, 0)),
    ("tm_mon", |_, args| field(args, 1)),
    ("tm_mday", |_, args| field(args, 2)),
    ("tm_hour", |_, args| field(args, 3)),
    ("tm_min", |_, args| field(args, 4)),
    ("tm_sec", |_, args| field(args, 5)),
    ("tm_wday", |_, args| field(args, 6)),
    ("tm_yday", |_, args| field(args, 7)),
    ("tm_isdst", |_, args| field(args, 8)),
    ("tm_zone", |_, args| extra(args, "tm_zone")),
    ("tm_gmtoff", |_, args| extra(args, "tm_gmtoff")),
];

const SHOWN: &str = "time.struct_time";
const FORMAT: &str = "%a %b %d %H:%M:%S %Y";

#[derive(Default)]
struct Classes {
    time: OnceCell<Rc<Class>>,
    namespace: OnceCell<Rc<Class>>,
}

/// The class `time.struct_time`.
pub fn class(machine: &mut Machine) -> Rc<Class> {
    let state = machine.extension::<Classes>();
    let make = || {
        let class = machine.types.define("struct_time", Layout::Tuple, &machine.types.tuple, false);
        class.dict.set(names::module, Value::str("time"));
        static_methods(&class, SHOWN, &[("__new__", new)]);
        getters(&class, SHOWN, FIELDS);
        slots(&class, SHOWN, &[("__repr__", repr)]);
        for (name, count) in [("n_sequence_fields", 9), ("n_fields", 11), ("n_unnamed_fields", 0)] {
            class.dict.set_str(name, Value::Int(count));
        }
        class
    };
    state.time.get_or_init(make).clone()
}

/// A `struct_time` of a moment and its daylight saving flag, without a zone.
pub fn struct_time(machine: &mut Machine, moment: DateTime, summer: i64) -> Value {
    let parts = parts_of(moment, summer).into_iter().map(Value::Int).collect();
    instance(machine, parts, Value::None, Value::None)
}

fn parts_of(moment: DateTime, summer: i64) -> [i64; 9] {
    let DateTime { date, time } = moment;
    [
        i64::from(date.year),
        i64::from(date.month),
        i64::from(date.day),
        i64::from(time.hour),
        i64::from(time.minute),
        i64::from(time.second),
        date.weekday(),
        date.day_of_year(),
        summer,
    ]
}

fn instance(machine: &mut Machine, parts: Vec<Value>, zone: Value, offset: Value) -> Value {
    let instance = Instance::new(class(machine), Payload::Value(Value::tuple(parts)));
    instance.set(Sym::new("tm_zone"), zone);
    instance.set(Sym::new("tm_gmtoff"), offset);
    Value::Instance(instance)
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [sequence, _] = method(args, "struct_time").named(["sequence", "dict"], 1, 0, 2)?;
    let Some(sequence) = sequence else { return done(Value::None) };
    if matches!(sequence, Value::None | Value::Int(_) | Value::Float(_) | Value::Bool(_)) {
        return type_error("constructor requires a sequence");
    }
    let mut parts = machine.collect(sequence)?;
    let count = parts.len();
    if !(9..=11).contains(&count) {
        let (how, limit) = if count < 9 { ("least", 9) } else { ("most", 11) };
        return type_error(format!("{SHOWN}() takes an at {how} {limit}-sequence ({count}-sequence given)"));
    }
    let mut rest = parts.split_off(9).into_iter();
    let zone = rest.next().unwrap_or(Value::None);
    let offset = rest.next().unwrap_or(Value::None);
    done(instance(machine, parts, zone, offset))
}

fn field(args: &Args, at: usize) -> PyResult<Flow> {
    match args.positional.first().map(Value::base_value) {
        Some(Value::Tuple(parts)) => done(parts.get(at).cloned().unwrap_or_default()),
        _ => type_error("a struct_time was expected"),
    }
}

fn extra(args: &Args, name: &str) -> PyResult<Flow> {
    match args.positional.first() {
        Some(Value::Instance(instance)) => done(instance.get(Sym::new(name)).unwrap_or(Value::None)),
        _ => done(Value::None),
    }
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Tuple(parts)) = args.positional.first().map(Value::base_value) else {
        return type_error("a struct_time was expected");
    };
    let mut shown = Vec::new();
    for ((name, _), part) in FIELDS.iter().zip(parts.iter()) {
        let text = machine.repr_of(part)?;
        shown.push(format!("{name}={}", text.as_str().map_or("", |text| text.as_str())));
    }
    done(format!("{SHOWN}({})", shown.join(", ")))
}

/// The moment of an optional argument in seconds; now without one.
fn moment(machine: &mut Machine, args: &Args, name: &'static str) -> PyResult<DateTime> {
    let [seconds] = function(args, name).named(["seconds"], 0, 1, 1)?;
    let seconds = match seconds.map(|value| (value, value.base_value())) {
        None | Some((_, Value::None)) => {
            let now = machine.settings.epoch_ns.saturating_add(machine.recorder.clock_ns);
            (now / 1_000_000_000) as i64
        }
        Some((_, Value::Float(number))) if number.is_nan() => {
            return value_error("Invalid value NaN (not a number)");
        }
        Some((_, Value::Float(number))) if number.abs() < 9.2e18 => number.floor() as i64,
        Some((_, Value::Float(_))) => {
            return raise(Exc::OverflowError, "timestamp out of range for platform time_t");
        }
        Some((value, _)) => match machine.index_value(value)? {
            Value::Int(number) => number,
            _ => return raise(Exc::OverflowError, "timestamp out of range for platform time_t"),
        },
    };
    Ok(DateTime::from_epoch(seconds, 0)?)
}

fn zoned(machine: &mut Machine, moment: DateTime, zone: &str) -> PyResult<Flow> {
    let parts = parts_of(moment, 0).into_iter().map(Value::Int).collect();
    done(instance(machine, parts, Value::str(zone), Value::Int(0)))
}

fn gmtime(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let moment = moment(machine, args, "gmtime")?;
    zoned(machine, moment, "GMT")
}

fn localtime(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let moment = moment(machine, args, "localtime")?;
    zoned(machine, moment, "UTC")
}

fn ctime(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let moment = moment(machine, args, "ctime")?;
    done(strftime(moment, &Zone::default(), "%a %b %e %H:%M:%S %Y"))
}

/// The nine numbers of a time tuple.
fn numbers(machine: &mut Machine, value: &Value, name: &str) -> PyResult<[i64; 9]> {
    let Value::Tuple(items) = value.base_value() else {
        return type_error("Tuple or struct_time argument required");
    };
    let mut numbers = [0; 9];
    if items.len() != numbers.len() {
        return type_error(format!("{name}(): illegal time tuple argument"));
    }
    for (number, item) in numbers.iter_mut().zip(items.iter()) {
        *number = machine.index(item)?;
    }
    Ok(numbers)
}

/// The moment that a time tuple names, with its parts checked as for the C library.
fn checked(numbers: [i64; 9]) -> PyResult<DateTime> {
    let [year, month, day, hour, minute, second, weekday, day_of_year, _] = numbers;
    let ranges = [
        (month, 0, 12, "month"),
        (day, 0, 31, "day of month"),
        (hour, 0, 23, "hour"),
        (minute, 0, 59, "minute"),
        (second, 0, 61, "seconds"),
        (weekday, -1, i64::MAX, "day of week"),
        (day_of_year, 0, 366, "day of year"),
    ];
    if let Some((.., what)) = ranges.iter().find(|(value, first, last, _)| value < first || value > last) {
        return value_error(format!("{what} out of range"));
    }
    let (year, month) = (year.clamp(1, 9999), month.max(1));
    let date = Date::new(year, month, day.clamp(1, days_in_month(year, month)))?;
    Ok(DateTime { date, time: Time::new(hour, minute, second.min(59), 0)? })
}

/// `strftime` of a time tuple: what the tuple says of the weekday and the day of the year counts.
fn format(numbers: [i64; 9], zone: &Zone, template: &str) -> PyResult<String> {
    let moment = checked(numbers)?;
    let weekday = (numbers[6] + 7) % 7;
    let name = DAYS[weekday as usize];
    let mut own = String::new();
    let mut letters = template.chars();
    while let Some(letter) = letters.next() {
        match (letter, letters.clone().next()) {
            ('%', Some('a')) => own.push_str(&name[..3]),
            ('%', Some('A')) => own.push_str(name),
            ('%', Some('u')) => own.push_str(&(weekday + 1).to_string()),
            ('%', Some('w')) => own.push_str(&((weekday + 1) % 7).to_string()),
            ('%', Some('j')) => own.push_str(&format!("{:03}", numbers[7].max(1))),
            ('%', Some('d')) => own.push_str(&format!("{:02}", numbers[2].max(1))),
            ('%', Some('e')) => own.push_str(&format!("{:2}", numbers[2].max(1))),
            ('%', Some('f')) => own.push_str("%%f"),
            ('%', Some(other)) => own.extend(['%', other]),
            (letter, _) => {
                own.push(letter);
                continue;
            }
        }
        letters.next();
    }
    Ok(strftime(moment, zone, &own))
}

/// The time tuple of an argument; the local time without one.
fn tuple_or_now(machine: &mut Machine, value: Option<&Value>, name: &str) -> PyResult<[i64; 9]> {
    match value {
        Some(value) if !(value.is_none() && name == "asctime") => numbers(machine, value, name),
        _ => Ok(parts_of(moment(machine, &Args::none(), "localtime")?, 0)),
    }
}

fn strftime_function(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = &args.positional[..];
    if given.is_empty() {
        return type_error("strftime() takes at least 1 argument (0 given)");
    }
    let Some(template) = given[0].as_str() else {
        let kind = machine.types.name_of(&given[0]);
        return type_error(format!("strftime() argument 1 must be str, not {kind}"));
    };
    let numbers = tuple_or_now(machine, given.get(1), "strftime")?;
    let zone = match given.get(1) {
        Some(Value::Instance(instance)) => instance.get(Sym::new("tm_zone")),
        _ => None,
    };
    let name = zone.as_ref().and_then(Value::as_str).map_or("UTC", |text| text.as_str()).to_owned();
    let zone = Zone { offset: Some(Timedelta::default()), name: Some(name) };
    done(format(numbers, &zone, template.as_str())?)
}

fn asctime(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "asctime").between(0, 1)?;
    let numbers = tuple_or_now(machine, given.first(), "asctime")?;
    done(format(numbers, &Zone::default(), "%a %b %e %H:%M:%S %Y")?)
}

fn mktime(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let value = function(args, "time.mktime").one()?;
    let [year, month, day, hour, minute, second, ..] = numbers(machine, value, "mktime")?;
    let months = year.saturating_mul(12).saturating_add(month - 1);
    let Ok(first) = Date::new(months.div_euclid(12), months.rem_euclid(12) + 1, 1) else {
        return raise(Exc::OverflowError, "mktime argument out of range");
    };
    // Any number of days, hours and so on counts on from the first of the month.
    let days = (first.ordinal() - 719_163 + day - 1) as f64;
    done(days * 86_400.0 + hour as f64 * 3600.0 + minute as f64 * 60.0 + second as f64)
}

fn strptime(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "_strptime_time").named(["data_string", "format"], 1, 0, 2)?;
    let mut texts = [String::new(), FORMAT.to_owned()];
    for (at, value) in given.into_iter().enumerate() {
        let Some(value) = value else { continue };
        let Some(text) = value.as_str() else {
            let kind = machine.types.name_of(value);
            return type_error(format!("strptime() argument {at} must be str, not <class '{kind}'>"));
        };
        texts[at] = text.as_str().to_owned();
    }
    super::datetime::warn_of_days_without_year(machine, &texts[1])?;
    let found = crate::text::strptime::strptime(&texts[0], &texts[1])?;
    let summer = match found.zone_name.as_deref().map(str::to_ascii_lowercase).as_deref() {
        Some("utc" | "gmt") => 0,
        _ => -1,
    };
    let parts = [
        found.year,
        found.month,
        found.day,
        found.hour,
        found.minute,
        found.second,
        found.weekday,
        found.day_of_year,
        summer,
    ];
    let zone = found.zone_name.map_or(Value::None, Value::string);
    let offset = found.offset.map_or(Value::None, |offset| Value::Int(offset / 1_000_000));
    done(instance(machine, parts.into_iter().map(Value::Int).collect(), zone, offset))
}

fn get_clock_info(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let name = function(args, "time.get_clock_info").one()?;
    let Some(name) = name.as_str() else {
        let kind = machine.types.name_of(name);
        return type_error(format!("get_clock_info() argument 1 must be str, not {kind}"));
    };
    let clock = match name.as_str() {
        "time" => "REALTIME",
        "monotonic" | "perf_counter" => "MONOTONIC",
        "process_time" => "PROCESS_CPUTIME_ID",
        "thread_time" => "THREAD_CPUTIME_ID",
        _ => return value_error("unknown clock"),
    };
    let real = clock == "REALTIME";
    let state = machine.extension::<Classes>();
    let make = || {
        let object = &machine.types.object;
        let class = machine.types.define("clock_info", Layout::Object, object, true);
        class.set_name(Sym::new("SimpleNamespace"));
        class.set_qualname(Value::str("SimpleNamespace"));
        class.dict.set(names::module, Value::str("types"));
        slots(&class, "types.SimpleNamespace", &[("__repr__", namespace_repr)]);
        class
    };
    let instance = Instance::new(state.namespace.get_or_init(make).clone(), Payload::None);
    instance.set(Sym::new("implementation"), Value::string(format!("clock_gettime(CLOCK_{clock})")));
    instance.set(Sym::new("monotonic"), Value::Bool(!real));
    instance.set(Sym::new("adjustable"), Value::Bool(real));
    instance.set(Sym::new("resolution"), Value::Float(1e-9));
    done(Value::Instance(instance))
}

fn namespace_repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Instance(instance)) = args.positional.first() else {
        return type_error("a namespace was expected");
    };
    let mut shown = Vec::new();
    for name in ["implementation", "monotonic", "adjustable", "resolution"] {
        let text = machine.repr_of(&instance.get(Sym::new(name)).unwrap_or(Value::None))?;
        shown.push(format!("{name}={}", text.as_str().map_or("", |text| text.as_str())));
    }
    done(format!("namespace({})", shown.join(", ")))
}
