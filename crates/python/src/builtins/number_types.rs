//! The classes `int`, `bool`, `float` and `complex`: making them and their methods.

use std::cell::Cell;

use num_bigint::BigInt;

use super::arguments::{method, wrong_receiver};
use super::numbers::float_to_int;
use super::slots::{class_of_new, wrap};
use crate::error::{Exc, PyResult, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done, ops};
use crate::symbol::names;
use crate::text::{self, complex::Complex, float_arith, float_parse, int_text};
use crate::value::Value;

/// Enters the names.
pub fn install(machine: &mut Machine) {
    use super::install::{class_methods, getters, methods, slots, static_methods};
    let (int, bool_) = (machine.types.int.clone(), machine.types.bool_.clone());
    let (float, complex) = (machine.types.float.clone(), machine.types.complex.clone());
    static_methods(&int, "int", &[("__new__", new_int)]);
    static_methods(&bool_, "bool", &[("__new__", new_bool)]);
    static_methods(&float, "float", &[("__new__", new_float)]);
    static_methods(&complex, "complex", &[("__new__", new_complex)]);
    class_methods(&int, "int", &[("from_bytes", int_from_bytes)]);
    class_methods(&float, "float", &[("fromhex", float_from_hex), ("from_number", float_from_number)]);
    methods(
        &int,
        "int",
        &[
            ("as_integer_ratio", int_ratio),
            ("bit_count", bit_count),
            ("bit_length", bit_length),
            ("conjugate", itself),
            ("is_integer", int_is_integer),
            ("to_bytes", int_to_bytes),
        ],
    );
    slots(
        &int,
        "int",
        &[
            ("__abs__", absolute),
            ("__ceil__", itself),
            ("__divmod__", divmod),
            ("__rdivmod__", reflected_divmod),
            ("__float__", to_float),
            ("__floor__", itself),
            ("__index__", itself),
            ("__int__", itself),
            ("__invert__", invert),
            ("__neg__", negative),
            ("__pos__", itself),
            ("__round__", super::functions::round_number),
            ("__trunc__", itself),
        ],
    );
    getters(
        &int,
        "int",
        &[("real", itself), ("imag", int_imag), ("numerator", itself), ("denominator", int_denominator)],
    );
    methods(
        &float,
        "float",
        &[
            ("as_integer_ratio", float_ratio),
            ("conjugate", itself),
            ("hex", float_hex),
            ("is_integer", float_is_integer),
        ],
    );
    slots(
        &float,
        "float",
        &[
            ("__abs__", absolute),
            ("__ceil__", float_ceil),
            ("__divmod__", divmod),
            ("__rdivmod__", reflected_divmod),
            ("__float__", itself),
            ("__floor__", float_floor),
            ("__int__", float_trunc),
            ("__neg__", negative),
            ("__pos__", itself),
            ("__round__", super::functions::round_number),
            ("__trunc__", float_trunc),
        ],
    );
    getters(&float, "float", &[("real", itself), ("imag", float_imag)]);
    methods(&complex, "complex", &[("conjugate", complex_conjugate)]);
    class_methods(&complex, "complex", &[("from_number", complex_from_number)]);
    slots(
        &complex,
        "complex",
        &[("__abs__", absolute), ("__complex__", itself), ("__neg__", negative), ("__pos__", itself)],
    );
    getters(&complex, "complex", &[("real", complex_real), ("imag", complex_imag)]);
}

fn new_int(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of_new(machine, args, "int")?;
    if class.id == machine.types.bool_.id {
        return type_error("int.__new__(bool) is not safe, use bool.__new__()");
    }
    let given = method(args, "int");
    let count = args.positional.len().saturating_sub(1);
    if count > 2 {
        return type_error(format!("int expected at most 2 arguments, got {count}"));
    }
    let [value, base] = given.named(["", "base"], 0, 1, 2)?;
    let made = match (value, base) {
        (None, None) => Value::Int(0),
        (None, Some(_)) => return type_error("int() missing string argument"),
        (Some(value), None) => int_from(machine, value)?,
        (Some(value), Some(base)) => {
            let base = machine.index(base)?;
            let base = text::int_text::check_base(base)?;
            match value.base_value() {
                Value::Str(text) => Value::big(int_text::parse(text.as_str(), base)?),
                Value::Bytes(bytes) => Value::big(int_text::parse_bytes(&bytes.borrow(), base)?),
                _ => return type_error("int() can't convert non-string with explicit base"),
            }
        }
    };
    done(wrap(&class, made))
}

fn int_from(machine: &mut Machine, value: &Value) -> PyResult<Value> {
    let numeric = matches!(value, Value::Instance(_))
        && (machine.types.of(value).lookup(names::int).is_some()
            || machine.types.of(value).lookup(names::index).is_some());
    match value.base_value() {
        Value::Str(text) if !numeric => {
            if let Ok(small) = text.as_str().parse::<i64>() {
                return Ok(Value::Int(small));
            }
            Ok(Value::big(int_text::parse(text.as_str(), 10)?))
        }
        Value::Bytes(bytes) if !numeric => Ok(Value::big(int_text::parse_bytes(&bytes.borrow(), 10)?)),
        _ => machine.int_of(value),
    }
}

fn new_bool(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    class_of_new(machine, args, "bool")?;
    let given = method(args, "bool");
    match given.between(0, 1)? {
        [value] => done(machine.truth(value)?),
        _ => done(false),
    }
}

fn new_float(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of_new(machine, args, "float")?;
    let given = method(args, "float").keywords_for(names::init, &class, &machine.types.float);
    let number = match given.between(0, 1)? {
        [value @ (Value::Str(_) | Value::Bytes(_))] => {
            let number = float_from(machine, value)?;
            apart(machine, number)
        }
        [value] => float_from(machine, value)?,
        _ => 0.0,
    };
    done(wrap(&class, Value::Float(number)))
}

/// How many NaNs were read from text.
#[derive(Default)]
struct NansMade(Cell<u64>);

/// Each NaN read from text is an object of its own, which differs from all others: it gets bits of its own.
fn apart(machine: &mut Machine, number: f64) -> f64 {
    if !number.is_nan() {
        return number;
    }
    let made = machine.extension::<NansMade>();
    made.0.set(made.0.get() + 1);
    f64::from_bits(f64::NAN.to_bits() | made.0.get() & (u64::MAX >> 13)).copysign(number)
}

fn float_from(machine: &mut Machine, value: &Value) -> PyResult<f64> {
    match value {
        Value::Float(number) => return Ok(*number),
        Value::Int(number) => return Ok(*number as f64),
        Value::Str(text) => return Ok(float_parse::parse(text.as_str())?),
        _ => {}
    }
    if let Value::Instance(_) = value
        && let Some(number) = machine.float_by_dunder(value)?
    {
        return Ok(number);
    }
    match value.base_value() {
        Value::Str(text) => Ok(float_parse::parse(text.as_str())?),
        Value::Bytes(bytes) => Ok(float_parse::parse_bytes(&bytes.borrow())?),
        Value::Int(_) | Value::Bool(_) | Value::Big(_) | Value::Float(_) => machine.float_of(value),
        _ => {
            let kind = machine.types.name_of(value);
            type_error(format!("float() argument must be a string or a real number, not '{kind}'"))
        }
    }
}

fn new_complex(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of_new(machine, args, "complex")?;
    let [real, imag] = method(args, "complex").named(["real", "imag"], 0, 0, 2)?;
    let made = match (real, imag) {
        (Some(text), None) if text.as_str().is_some() => {
            text::complex::parse(text.as_str().map_or("", |text| text.as_str()))?
        }
        (Some(text), Some(_)) if text.as_str().is_some() => {
            return type_error("complex() argument 'real' must be a real number, not str");
        }
        (real, imag) => {
            // Alone in its place it may be complex.
            let alone = args.positional.len() == 2 && args.keywords.is_empty();
            let real = match real {
                Some(value) if alone => complex_part(machine, value, "real", true)?,
                Some(value) => {
                    warn_of_complex(machine, value, "real")?;
                    complex_part(machine, value, "real", imag.is_none())?
                }
                None => Complex { real: 0.0, imag: 0.0 },
            };
            let given = imag.is_some();
            let imag = match imag {
                Some(value) => {
                    warn_of_complex(machine, value, "imag")?;
                    complex_part(machine, value, "imag", false)?
                }
                None => Complex { real: 0.0, imag: 0.0 },
            };
            // A real number has no imaginary part to add: what is given keeps the sign of its zero.
            let own = if given && real.imag == 0.0 { imag.real } else { real.imag + imag.real };
            Complex { real: real.real - imag.imag, imag: own }
        }
    };
    done(wrap(&class, Value::complex(made.real, made.imag)))
}

/// Warns of a complex number where a part of one is wanted; what only stands for one can be no imaginary part.
fn warn_of_complex(machine: &mut Machine, value: &Value, which: &str) -> PyResult<()> {
    let is_complex = matches!(value.base_value(), Value::Complex(_));
    let stands_for_one = !is_complex && machine.special(value, names::complex)?.is_some();
    if !(is_complex || stands_for_one && which == "real") {
        return Ok(());
    }
    let kind = machine.types.name_of(value);
    let message = format!("complex() argument '{which}' must be a real number, not {kind}");
    super::uncaught::warn_asking(machine, Exc::DeprecationWarning, &message)
}

fn complex_from_number(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let number = method(args, "complex.from_number").one()?;
    if number.as_str().is_some() {
        return type_error("must be real number, not str");
    }
    let made = complex_part(machine, number, "real", true)?;
    let made = Value::complex(made.real, made.imag);
    match &args.positional[0] {
        Value::Class(class) if class.heap => machine.call(&args.positional[0], Args::one(made)),
        _ => done(made),
    }
}

fn complex_part(machine: &mut Machine, value: &Value, which: &str, alone: bool) -> PyResult<Complex> {
    if let Value::Complex(pair) = value.base_value() {
        return Ok(Complex { real: pair.0, imag: pair.1 });
    }
    if which == "real"
        && let Some(method) = machine.special(value, names::complex)?
    {
        let answer = machine.ask(&method, Args::none())?;
        return match answer.base_value() {
            Value::Complex(pair) => Ok(Complex { real: pair.0, imag: pair.1 }),
            _ => {
                let kind = machine.types.name_of(&answer);
                type_error(format!("__complex__ returned non-complex (type {kind})"))
            }
        };
    }
    let number = match value.base_value() {
        Value::Int(_) | Value::Bool(_) | Value::Big(_) | Value::Float(_) => Some(machine.float_of(value)?),
        _ => machine.float_by_dunder(value)?,
    };
    match number {
        Some(real) => Ok(Complex { real, imag: 0.0 }),
        None => {
            let kind = machine.types.name_of(value);
            type_error(if alone {
                format!("complex() argument must be a string or a number, not {kind}")
            } else {
                format!("complex() argument '{which}' must be a real number, not {kind}")
            })
        }
    }
}

/// The receiver as a plain number.
fn own(args: &Args) -> Value {
    args.positional.first().map(|value| value.base_value().clone()).unwrap_or_default()
}

fn int_of(machine: &Machine, args: &Args, name: &str) -> PyResult<BigInt> {
    match args.positional.first().and_then(ops::as_big) {
        Some(number) => Ok(number),
        None => wrong_receiver(machine, args, "int", name),
    }
}

fn float_of(machine: &Machine, args: &Args, name: &str) -> PyResult<f64> {
    match own(args) {
        Value::Float(number) => Ok(number),
        _ => wrong_receiver(machine, args, "float", name),
    }
}

/// The number itself, as a plain one: `True.real` is 1.
fn itself(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(match own(args) {
        Value::Bool(truth) => Value::Int(i64::from(truth)),
        other => other,
    })
}

fn negative(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    machine.call_native(ops::unary_function(crate::code::UnaryOp::Neg), Args::one(own(args)))
}

fn invert(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    machine.call_native(ops::unary_function(crate::code::UnaryOp::Invert), Args::one(own(args)))
}

fn absolute(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    super::functions::absolute(machine, &Args::one(own(args)))
}

/// `__divmod__` of plain numbers; `NotImplemented` where one is none.
fn divmod(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let other = method(args, "__divmod__").one()?.base_value().clone();
    divmod_of(machine, own(args), other)
}

fn reflected_divmod(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let other = method(args, "__rdivmod__").one()?.base_value().clone();
    divmod_of(machine, other, own(args))
}

fn divmod_of(machine: &mut Machine, left: Value, right: Value) -> PyResult<Flow> {
    let number =
        |value: &Value| matches!(value, Value::Int(_) | Value::Bool(_) | Value::Big(_) | Value::Float(_));
    if !number(&left) || !number(&right) {
        return done(Value::NotImplemented);
    }
    super::functions::divmod(machine, &Args::two(left, right))
}

fn to_float(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(machine.float_of(&own(args))?)
}

fn int_imag(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(0)
}

fn int_denominator(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(1)
}

fn float_imag(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(0.0)
}

fn int_ratio(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "int.as_integer_ratio").none()?;
    let own = match own(args) {
        Value::Bool(truth) => Value::Int(i64::from(truth)),
        number => number,
    };
    done(Value::tuple(vec![own, Value::Int(1)]))
}

fn int_is_integer(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "int.is_integer").none()?;
    done(true)
}

fn bit_length(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "int.bit_length").none()?;
    done(text::int::bit_length(&int_of(machine, args, "bit_length")?) as i64)
}

fn bit_count(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "int.bit_count").none()?;
    done(text::int::bit_count(&int_of(machine, args, "bit_count")?) as i64)
}

fn is_big_endian(order: Option<&Value>) -> PyResult<bool> {
    match order.and_then(|order| order.as_str()).map(|order| order.as_str()) {
        None | Some("big") => Ok(true),
        Some("little") => Ok(false),
        _ => value_error("byteorder must be either 'little' or 'big'"),
    }
}

fn int_to_bytes(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let number = int_of(machine, args, "to_bytes")?;
    let [length, order, signed] =
        method(args, "int.to_bytes").named(["length", "byteorder", "signed"], 0, 0, 2)?;
    let signed = match signed {
        Some(value) => machine.truth(value)?,
        None => false,
    };
    let length = match length {
        Some(value) => machine.index(value)?,
        None => 1,
    };
    let Ok(length) = usize::try_from(length) else {
        return value_error("length argument must be non-negative");
    };
    done(Value::bytes(text::int::to_bytes(&number, length, is_big_endian(order)?, signed)?))
}

fn int_from_bytes(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [bytes, order, signed] =
        method(args, "int.from_bytes").named(["bytes", "byteorder", "signed"], 1, 0, 2)?;
    let signed = match signed {
        Some(value) => machine.truth(value)?,
        None => false,
    };
    let Some(bytes) = bytes else { return done(Value::None) };
    let bytes = super::bytes::bytes_from_iterable(machine, bytes)?;
    let number = Value::big(text::int::from_bytes(&bytes, is_big_endian(order)?, signed));
    match &args.positional[0] {
        Value::Class(class) if class.heap || class.id == machine.types.bool_.id => {
            machine.call(&args.positional[0], Args::one(number))
        }
        _ => done(number),
    }
}

fn float_from_hex(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(text) = method(args, "float.fromhex").one()?.as_str() else {
        return type_error("bad argument type for built-in operation");
    };
    let number = Value::Float(float_parse::from_hex(text.as_str())?);
    match &args.positional[0] {
        Value::Class(class) if class.heap => machine.call(&args.positional[0], Args::one(number)),
        _ => done(number),
    }
}

fn float_from_number(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let number = machine.float_of(method(args, "float.from_number").one()?)?;
    done(number)
}

fn float_ratio(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "float.as_integer_ratio").none()?;
    let (numerator, denominator) =
        float_arith::as_integer_ratio(float_of(machine, args, "as_integer_ratio")?)?;
    done(Value::tuple(vec![Value::big(numerator), Value::big(denominator)]))
}

fn float_hex(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "float.hex").none()?;
    done(Value::string(float_parse::to_hex(float_of(machine, args, "hex")?)))
}

fn float_is_integer(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "float.is_integer").none()?;
    done(float_arith::is_integer(float_of(machine, args, "is_integer")?))
}

fn float_floor(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::big(float_arith::floor(float_of(machine, args, "__floor__")?)?))
}

fn float_ceil(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::big(float_arith::ceil(float_of(machine, args, "__ceil__")?)?))
}

fn float_trunc(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(float_to_int(float_of(machine, args, "__trunc__")?)?)
}

fn complex_of(machine: &Machine, args: &Args, name: &str) -> PyResult<(f64, f64)> {
    match own(args) {
        Value::Complex(pair) => Ok(*pair),
        _ => wrong_receiver(machine, args, "complex", name),
    }
}

fn complex_real(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(complex_of(machine, args, "real")?.0)
}

fn complex_imag(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(complex_of(machine, args, "imag")?.1)
}

fn complex_conjugate(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "complex.conjugate").none()?;
    let (real, imag) = complex_of(machine, args, "conjugate")?;
    done(Value::complex(real, -imag))
}
