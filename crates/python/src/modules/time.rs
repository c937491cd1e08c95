//! `time`, on the virtual clock.

use std::rc::Rc;

use loopglass_trace::ClockReason;

use crate::builtins::arguments::function;
use crate::builtins::install::functions;
use crate::dict::Dict;
use crate::error::{Exc, PyResult, raise, type_error, value_error};
use crate::function::Args;
use crate::machine::thread::CurrentThread;
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

/// Fills the module's names.
pub fn fill(machine: &mut Machine, dict: &Rc<Dict>) {
    let class = super::struct_time::class(machine);
    dict.set_str("struct_time", Value::Class(class));
    functions(
        dict,
        "time",
        &[
            ("time", |machine, args| seconds(machine, args, "time.time", now_ns)),
            ("time_ns", |machine, args| nanoseconds(machine, args, "time.time_ns", now_ns)),
            ("monotonic", |machine, args| seconds(machine, args, "time.monotonic", clock_ns)),
            ("monotonic_ns", |machine, args| nanoseconds(machine, args, "time.monotonic_ns", clock_ns)),
            ("perf_counter", |machine, args| seconds(machine, args, "time.perf_counter", clock_ns)),
            ("perf_counter_ns", |machine, args| nanoseconds(machine, args, "time.perf_counter_ns", clock_ns)),
            ("process_time", |machine, args| seconds(machine, args, "time.process_time", clock_ns)),
            ("process_time_ns", |machine, args| nanoseconds(machine, args, "time.process_time_ns", clock_ns)),
            ("thread_time", |machine, args| seconds(machine, args, "time.thread_time", clock_ns)),
            ("thread_time_ns", |machine, args| nanoseconds(machine, args, "time.thread_time_ns", clock_ns)),
            ("sleep", sleep),
        ],
    );
    functions(dict, "time", super::struct_time::FUNCTIONS);
    dict.set_str("timezone", Value::Int(0));
    dict.set_str("altzone", Value::Int(0));
    dict.set_str("daylight", Value::Int(0));
    dict.set_str("tzname", Value::tuple(vec![Value::str("UTC"), Value::str("UTC")]));
}

fn now_ns(machine: &Machine) -> u64 {
    machine.settings.epoch_ns + machine.recorder.clock_ns
}

fn clock_ns(machine: &Machine) -> u64 {
    machine.recorder.clock_ns
}

fn seconds(
    machine: &mut Machine,
    args: &Args,
    name: &'static str,
    clock: fn(&Machine) -> u64,
) -> PyResult<Flow> {
    function(args, name).none()?;
    done(clock(machine) as f64 / 1e9)
}

fn nanoseconds(
    machine: &mut Machine,
    args: &Args,
    name: &'static str,
    clock: fn(&Machine) -> u64,
) -> PyResult<Flow> {
    function(args, name).none()?;
    done(clock(machine) as i64)
}

/// So many nanoseconds are more than `PyTime_t` holds.
const TIMES: f64 = 9_223_372_036_854_775_808.0;

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
        Value::Float(value) if value.abs() * 1e9 >= TIMES => {
            return raise(Exc::OverflowError, "timestamp out of range for platform time_t");
        }
        Value::Float(value) => (value * 1e9).round(),
        Value::Int(value) if value.checked_mul(1_000_000_000).is_some() => *value as f64 * 1e9,
        Value::Int(_) | Value::Big(_) => {
            return raise(Exc::OverflowError, "timestamp too large to convert to C PyTime_t");
        }
        Value::Bool(value) => f64::from(u8::from(*value)) * 1e9,
        other => {
            let kind = machine.types.name_of(other);
            return type_error(format!("'{kind}' object cannot be interpreted as an integer or float"));
        }
    };
    if by_ns < 0.0 {
        return value_error("sleep length must be non-negative");
    }
    let by_ns = by_ns as u64;
    let own = machine.extension::<CurrentThread>().sleep.borrow().clone();
    if !own.is_null() {
        return machine.call(&own, Args::one(Value::Int(i64::try_from(by_ns).unwrap_or(i64::MAX))));
    }
    machine.pass_time(by_ns, ClockReason::Sleep)?;
    done(Value::None)
}
