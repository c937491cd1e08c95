//! `time`, on the virtual clock.

use std::cell::OnceCell;
use std::rc::Rc;

use loopglass_trace::{ClockReason, Event};

use crate::builtins::install::{functions, getters, slots};
use crate::class::{Class, Instance, Layout, Payload};
use crate::dict::Dict;
use crate::error::{PyResult, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::names;
use crate::text::datetime::DateTime;
use crate::value::Value;

/// Fills the module's names.
pub fn fill(machine: &mut Machine, dict: &Rc<Dict>) {
    let class = struct_class(machine);
    dict.set_str("struct_time", Value::Class(class));
    functions(
        dict,
        "time",
        &[
            ("time", time),
            ("time_ns", time_ns),
            ("monotonic", monotonic),
            ("monotonic_ns", monotonic_ns),
            ("perf_counter", monotonic),
            ("perf_counter_ns", monotonic_ns),
            ("process_time", monotonic),
            ("process_time_ns", monotonic_ns),
            ("thread_time", monotonic),
            ("thread_time_ns", monotonic_ns),
            ("sleep", sleep),
        ],
    );
    dict.set_str("timezone", Value::Int(0));
    dict.set_str("altzone", Value::Int(0));
    dict.set_str("daylight", Value::Int(0));
    dict.set_str("tzname", Value::tuple(vec![Value::str("UTC"), Value::str("UTC")]));
}

/// A `time.struct_time` of a moment and its daylight saving flag.
pub fn struct_time(machine: &mut Machine, moment: DateTime, summer: i64) -> Value {
    let DateTime { date, time } = moment;
    let parts = [
        i64::from(date.year),
        i64::from(date.month),
        i64::from(date.day),
        i64::from(time.hour),
        i64::from(time.minute),
        i64::from(time.second),
        date.weekday(),
        date.day_of_year(),
        summer,
    ];
    tuple_of(machine, parts)
}

fn tuple_of(machine: &mut Machine, parts: [i64; 9]) -> Value {
    let class = struct_class(machine);
    let parts = Value::tuple(parts.into_iter().map(Value::Int).collect());
    Value::Instance(Instance::new(class, Payload::Value(parts)))
}

#[derive(Default)]
struct StructClass(OnceCell<Rc<Class>>);

fn struct_class(machine: &mut Machine) -> Rc<Class> {
    let state = machine.extension::<StructClass>();
    let make = || {
        let class = machine.types.define("struct_time", Layout::Tuple, &machine.types.tuple, false);
        class.dict.set(names::module, Value::str("time"));
        getters(&class, "time.struct_time", FIELDS);
        slots(&class, "time.struct_time", &[("__repr__", struct_repr)]);
        let n = Value::Int(9);
        for name in ["n_sequence_fields", "n_unnamed_fields"] {
            class.dict.set_str(name, if name.starts_with("n_s") { n.clone() } else { Value::Int(0) });
        }
        class.dict.set_str("n_fields", Value::Int(11));
        class
    };
    state.0.get_or_init(make).clone()
}

const FIELDS: crate::builtins::install::Table = &[
    ("tm_year", |_, args| field(args, 0)),
    ("tm_mon", |_, args| field(args, 1)),
    ("tm_mday", |_, args| field(args, 2)),
    ("tm_hour", |_, args| field(args, 3)),
    ("tm_min", |_, args| field(args, 4)),
    ("tm_sec", |_, args| field(args, 5)),
    ("tm_wday", |_, args| field(args, 6)),
    ("tm_yday", |_, args| field(args, 7)),
    ("tm_isdst", |_, args| field(args, 8)),
    ("tm_zone", |_, _| done("UTC")),
    ("tm_gmtoff", |_, _| done(0i64)),
];

fn field(args: &Args, at: usize) -> PyResult<Flow> {
    match args.positional.first().map(Value::base_value) {
        Some(Value::Tuple(parts)) => done(parts.get(at).cloned().unwrap_or_default()),
        _ => type_error("a struct_time was expected"),
    }
}

fn struct_repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Tuple(parts)) = args.positional.first().map(Value::base_value) else {
        return type_error("a struct_time was expected");
    };
    let mut shown = Vec::new();
    for ((name, _), part) in FIELDS.iter().zip(parts.iter()) {
        let text = machine.repr_of(part)?;
        shown.push(format!("{name}={}", text.as_str().map_or("", |text| text.as_str())));
    }
    done(format!("time.struct_time({})", shown.join(", ")))
}

fn now_ns(machine: &Machine) -> u64 {
    machine.settings.epoch_ns + machine.recorder.clock_ns
}

fn time(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(now_ns(machine) as f64 / 1e9)
}

fn time_ns(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(now_ns(machine) as i64)
}

fn monotonic(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(machine.recorder.clock_ns as f64 / 1e9)
}

fn monotonic_ns(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(machine.recorder.clock_ns as i64)
}

/// `time.sleep(seconds)`: the clock moves and nothing else happens; the event loop is blocked meanwhile.
fn sleep(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [seconds] = &args.positional[..] else {
        return type_error(format!(
            "time.sleep() takes exactly one argument ({} given)",
            args.positional.len()
        ));
    };
    let by_ns = match seconds.base_value() {
        Value::Float(value) if value.is_nan() => return value_error("Invalid value NaN (not a number)"),
        Value::Float(value) => (value * 1e9).round(),
        Value::Int(value) => *value as f64 * 1e9,
        Value::Bool(value) => f64::from(u8::from(*value)) * 1e9,
        other => {
            let kind = machine.types.name_of(other);
            return type_error(format!("'{kind}' object cannot be interpreted as an integer"));
        }
    };
    if by_ns < 0.0 {
        return value_error("sleep length must be non-negative");
    }
    let by_ns = by_ns as u64;
    machine.recorder.clock_ns = machine.recorder.clock_ns.saturating_add(by_ns);
    machine.recorder.event(Event::ClockAdvanced { by_ns, reason: ClockReason::Sleep });
    done(Value::None)
}
