//! `math`: the arguments of its functions; the mathematics is in [`crate::text`].

use std::rc::Rc;

use num_bigint::BigInt;

use crate::builtins::arguments::function;
use crate::builtins::install::functions;
use crate::dict::Dict;
use crate::error::{PyResult, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done, ops};
use crate::symbol::Sym;
use crate::text::math_functions::{self as on_floats, Base};
use crate::text::raise::Outcome;
use crate::text::{elementary, gamma, math_exact};
use crate::value::Value;

macro_rules! of_one {
    ($($name:literal => $function:expr),* $(,)?) => {
        &[$(($name, |machine, args| {
            let x = machine.float_of(function(args, concat!("math.", $name)).one()?)?;
            let result: Outcome<f64> = $function(x);
            done(result?)
        })),*]
    };
}

/// Fills the module's names.
pub fn fill(_: &mut Machine, dict: &Rc<Dict>) {
    functions(
        dict,
        "math",
        of_one! {
            "sqrt" => on_floats::sqrt, "sin" => on_floats::sin, "cos" => on_floats::cos, "tan" => on_floats::tan,
            "asin" => on_floats::asin, "acos" => on_floats::acos, "acosh" => on_floats::acosh,
            "atanh" => on_floats::atanh, "log1p" => on_floats::log1p, "exp" => on_floats::exp,
            "exp2" => on_floats::exp2, "expm1" => on_floats::expm1, "sinh" => on_floats::sinh,
            "cosh" => on_floats::cosh, "gamma" => on_floats::gamma, "lgamma" => on_floats::lgamma,
            "degrees" => |x| Ok(on_floats::degrees(x)), "radians" => |x| Ok(on_floats::radians(x)),
            "fabs" => |x: f64| Ok(x.abs()), "atan" => |x| Ok(elementary::atan(x)),
            "tanh" => |x| Ok(elementary::tanh(x)), "asinh" => |x| Ok(elementary::asinh(x)),
            "erf" => |x| Ok(gamma::erf(x)), "erfc" => |x| Ok(gamma::erfc(x)),
            "cbrt" => |x| Ok(elementary::cbrt(x)), "ulp" => |x| Ok(math_exact::ulp(x)),
        },
    );
    functions(
        dict,
        "math",
        &[
            ("pow", |m, a| of_two(m, a, "pow", on_floats::pow)),
            ("fmod", |m, a| of_two(m, a, "fmod", on_floats::fmod)),
            ("remainder", |m, a| of_two(m, a, "remainder", on_floats::remainder)),
            ("copysign", |m, a| of_two(m, a, "copysign", |x, y| Ok(x.copysign(y)))),
            ("atan2", |m, a| of_two(m, a, "atan2", |y, x| Ok(elementary::atan2(y, x)))),
            ("floor", |m, a| rounded(m, a, "math.floor", "__floor__", f64::floor)),
            ("ceil", |m, a| rounded(m, a, "math.ceil", "__ceil__", f64::ceil)),
            ("trunc", |m, a| rounded(m, a, "math.trunc", "__trunc__", f64::trunc)),
            ("isnan", |m, a| test(m, a, "math.isnan", f64::is_nan)),
            ("isinf", |m, a| test(m, a, "math.isinf", f64::is_infinite)),
            ("isfinite", |m, a| test(m, a, "math.isfinite", f64::is_finite)),
            ("isclose", is_close),
            ("log", log),
            ("log2", |m, a| log_to(m, function(a, "math.log2").one()?, Base::Two)),
            ("log10", |m, a| log_to(m, function(a, "math.log10").one()?, Base::Ten)),
            ("factorial", factorial),
            ("comb", |m, a| of_integers(m, a, "comb", math_exact::comb)),
            ("perm", perm),
            ("isqrt", isqrt),
            ("gcd", |m, a| folded(m, a, "gcd", |all| math_exact::gcd(all))),
            ("lcm", |m, a| folded(m, a, "lcm", |all| math_exact::lcm(all))),
            ("fsum", fsum),
            ("hypot", hypot),
            ("dist", dist),
            ("prod", prod),
            ("sumprod", sumprod),
            ("frexp", frexp),
            ("ldexp", ldexp),
            ("modf", modf),
            ("nextafter", next_after),
            ("fma", fma),
        ],
    );
    for (name, value) in [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        dict.set_str(name, Value::Float(value));
    }
}

fn of_two(
    machine: &mut Machine,
    args: &Args,
    name: &'static str,
    compute: fn(f64, f64) -> Outcome<f64>,
) -> PyResult<Flow> {
    let given = function(args, name).of("math").between(2, 2)?;
    let (x, y) = (machine.float_of(&given[0])?, machine.float_of(&given[1])?);
    done(compute(x, y)?)
}

fn rounded(
    machine: &mut Machine,
    args: &Args,
    name: &'static str,
    dunder: &str,
    round: fn(f64) -> f64,
) -> PyResult<Flow> {
    let value = function(args, name).one()?;
    match value.base_value() {
        Value::Int(_) | Value::Big(_) => return done(value.base_value().clone()),
        Value::Bool(truth) => return done(i64::from(*truth)),
        _ => {}
    }
    if let Some(method) = machine.special(value, Sym::new(dunder))? {
        return machine.call(&method, Args::none());
    }
    if dunder == "__trunc__" && !matches!(value.base_value(), Value::Float(_)) {
        let kind = machine.types.name_of(value);
        return type_error(format!("type {kind} doesn't define __trunc__ method"));
    }
    let number = machine.float_of(value)?;
    done(crate::builtins::numbers::float_to_int(round(number))?)
}

fn test(machine: &mut Machine, args: &Args, name: &'static str, test: fn(f64) -> bool) -> PyResult<Flow> {
    let number = machine.float_of(function(args, name).one()?)?;
    done(test(number))
}

fn is_close(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [a, b, relative, absolute] =
        function(args, "isclose").named(["a", "b", "rel_tol", "abs_tol"], 2, 0, 2)?;
    let mut numbers = [0.0, 0.0, 1e-9, 0.0];
    for (number, given) in numbers.iter_mut().zip([a, b, relative, absolute]) {
        if let Some(given) = given {
            *number = machine.float_of(given)?;
        }
    }
    let [a, b, relative, absolute] = numbers;
    done(math_exact::isclose(a, b, relative, absolute)?)
}

fn log_of(machine: &mut Machine, value: &Value, base: Base) -> PyResult<f64> {
    if let Some(integer) = ops::as_big(value.base_value()) {
        return Ok(on_floats::log_int(&integer, base)?);
    }
    let number = machine.float_of(value)?;
    Ok(on_floats::log(number, base)?)
}

fn log_to(machine: &mut Machine, value: &Value, base: Base) -> PyResult<Flow> {
    done(log_of(machine, value, base)?)
}

fn log(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "log").of("math").between(1, 2)?;
    let number = log_of(machine, &given[0], Base::E)?;
    let Some(base) = given.get(1) else { return done(number) };
    let base = log_of(machine, base, Base::E)?;
    if base == 0.0 {
        return crate::error::raise(crate::error::Exc::ZeroDivisionError, "division by zero");
    }
    done(number / base)
}

fn integer(machine: &mut Machine, value: &Value) -> PyResult<BigInt> {
    let number = machine.index_value(value)?;
    match ops::as_big(&number) {
        Some(number) => Ok(number),
        None => type_error("an integer is required"),
    }
}

fn factorial(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let number = integer(machine, function(args, "math.factorial").one()?)?;
    done(Value::big(math_exact::factorial(&number, machine.settings.limits.integer_bits)?))
}

fn of_integers(
    machine: &mut Machine,
    args: &Args,
    name: &'static str,
    compute: fn(&BigInt, &BigInt, u64) -> Outcome<BigInt>,
) -> PyResult<Flow> {
    let given = function(args, name).of("math").between(2, 2)?;
    let (n, k) = (integer(machine, &given[0])?, integer(machine, &given[1])?);
    done(Value::big(compute(&n, &k, machine.settings.limits.integer_bits)?))
}

fn perm(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "perm").of("math").between(1, 2)?;
    if given.get(1).is_none_or(Value::is_none) {
        let number = integer(machine, &given[0])?;
        return done(Value::big(math_exact::factorial(&number, machine.settings.limits.integer_bits)?));
    }
    of_integers(machine, args, "perm", math_exact::perm)
}

fn isqrt(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let number = integer(machine, function(args, "math.isqrt").one()?)?;
    done(Value::big(math_exact::isqrt(&number)?))
}

fn folded(
    machine: &mut Machine,
    args: &Args,
    name: &'static str,
    fold: fn(&[BigInt]) -> BigInt,
) -> PyResult<Flow> {
    function(args, name).of("math").no_keywords()?;
    let mut all = Vec::new();
    for value in &args.positional {
        all.push(integer(machine, value)?);
    }
    done(Value::big(fold(&all)))
}

fn floats(machine: &mut Machine, iterable: &Value) -> PyResult<Vec<f64>> {
    let mut numbers = Vec::new();
    for value in machine.collect(iterable)? {
        numbers.push(machine.float_of(&value)?);
    }
    Ok(numbers)
}

fn fsum(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let numbers = floats(machine, function(args, "math.fsum").one()?)?;
    done(math_exact::fsum(numbers)?)
}

fn hypot(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    function(args, "hypot").of("math").no_keywords()?;
    let mut numbers = Vec::new();
    for value in &args.positional {
        numbers.push(machine.float_of(value)?);
    }
    done(math_exact::hypot(&numbers))
}

fn dist(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "dist").of("math").between(2, 2)?;
    let (p, q) = (floats(machine, &given[0])?, floats(machine, &given[1])?);
    done(math_exact::dist(&p, &q)?)
}

fn prod(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [iterable, start] = function(args, "prod").named(["iterable", "start"], 1, 1, 1)?;
    let mut total = start.cloned().unwrap_or(Value::Int(1));
    for value in machine.collect(iterable.unwrap_or(&Value::None))? {
        total = ops::binary(machine, crate::code::BinaryOp::Mul, &total, &value)?;
    }
    done(total)
}

fn sumprod(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "sumprod").of("math").between(2, 2)?;
    let (left, right) = (machine.collect(&given[0])?, machine.collect(&given[1])?);
    if left.len() != right.len() {
        return value_error("Inputs are not the same length");
    }
    let is_float = |value: &Value| matches!(value.base_value(), Value::Float(_));
    if left.iter().chain(&right).any(is_float) {
        let mut sides = [Vec::new(), Vec::new()];
        for (side, values) in sides.iter_mut().zip([&left, &right]) {
            for value in values {
                side.push(machine.float_of(value)?);
            }
        }
        return done(math_exact::sumprod(&sides[0], &sides[1])?);
    }
    let mut total = Value::Int(0);
    for (a, b) in left.iter().zip(&right) {
        let product = ops::binary(machine, crate::code::BinaryOp::Mul, a, b)?;
        total = ops::binary(machine, crate::code::BinaryOp::Add, &total, &product)?;
    }
    done(total)
}

fn frexp(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (mantissa, exponent) = math_exact::frexp(machine.float_of(function(args, "math.frexp").one()?)?);
    done(Value::tuple(vec![Value::Float(mantissa), Value::Int(i64::from(exponent))]))
}

fn ldexp(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "ldexp").of("math").between(2, 2)?;
    let number = machine.float_of(&given[0])?;
    if !matches!(given[1].base_value(), Value::Int(_) | Value::Big(_) | Value::Bool(_)) {
        return type_error("Expected an int as second argument to ldexp.");
    }
    let exponent = integer(machine, &given[1])?;
    done(math_exact::ldexp(number, &exponent)?)
}

fn modf(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (fraction, whole) = math_exact::modf(machine.float_of(function(args, "math.modf").one()?)?);
    done(Value::tuple(vec![Value::Float(fraction), Value::Float(whole)]))
}

fn next_after(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [x, y, steps] = function(args, "nextafter").named(["x", "y", "steps"], 2, 2, 2)?;
    let from = machine.float_of(x.unwrap_or(&Value::None))?;
    let towards = machine.float_of(y.unwrap_or(&Value::None))?;
    let steps = match steps {
        Some(steps) if !steps.is_none() => integer(machine, steps)?,
        _ => BigInt::from(1),
    };
    done(math_exact::nextafter(from, towards, &steps)?)
}

fn fma(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "fma").of("math").between(3, 3)?;
    let (x, y) = (machine.float_of(&given[0])?, machine.float_of(&given[1])?);
    let z = machine.float_of(&given[2])?;
    done(on_floats::fma(x, y, z)?)
}
