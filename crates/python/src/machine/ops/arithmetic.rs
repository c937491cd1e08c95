//! `+`, `-`, `*` and the other operators: numbers and sequences here, dunders through the script.

use num_bigint::BigInt;

use crate::builtins::uncaught::warn_asking;
use crate::code::{BinaryOp, UnaryOp};
use crate::error::{Exc, PyResult, raise, type_error};
use crate::function::{Args, NativeFn};
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::text::{self, complex::Complex};
use crate::value::Value;

/// Arithmetic on small numbers that cannot fail or overflow.
#[inline]
pub fn binary_fast(op: BinaryOp, left: &Value, right: &Value) -> Option<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => match op {
            BinaryOp::TrueDiv if *b != 0 && a.unsigned_abs() < 1 << 53 && b.unsigned_abs() < 1 << 53 => {
                Some(Value::Float(*a as f64 / *b as f64))
            }
            _ => int_fast(op, *a, *b).map(Value::Int),
        },
        (Value::Float(a), Value::Float(b)) => float_fast(op, *a, *b),
        (Value::Float(a), Value::Int(b)) => float_fast(op, *a, *b as f64),
        (Value::Int(a), Value::Float(b)) => float_fast(op, *a as f64, *b),
        _ => None,
    }
}

/// Computes with two integers where they are: most of what is computed with need not be moved. Tells whether it did.
#[inline(always)]
pub fn binary_in_place(op: BinaryOp, stack: &mut Vec<Value>) -> bool {
    let [.., Value::Int(left), Value::Int(right)] = &mut stack[..] else { return false };
    let Some(value) = int_fast(op, *left, *right) else { return false };
    *left = value;
    stack.pop();
    true
}

/// Arithmetic on small integers whose result is one, too.
#[inline]
fn int_fast(op: BinaryOp, a: i64, b: i64) -> Option<i64> {
    match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Sub => a.checked_sub(b),
        BinaryOp::Mul => text::int::mul_i64(a, b),
        BinaryOp::FloorDiv => Some(text::int::div_mod_i64(a, b)?.0),
        BinaryOp::Mod => Some(text::int::div_mod_i64(a, b)?.1),
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::RShift if (0..64).contains(&b) => Some(a >> b),
        _ => None,
    }
}

#[inline]
fn float_fast(op: BinaryOp, a: f64, b: f64) -> Option<Value> {
    Some(Value::Float(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::TrueDiv if b != 0.0 => a / b,
        _ => return None,
    }))
}

/// The value as a large integer, if it is an `int` or `bool`.
pub fn as_big(value: &Value) -> Option<BigInt> {
    match value.base_value() {
        Value::Int(value) => Some(BigInt::from(*value)),
        Value::Bool(value) => Some(BigInt::from(i64::from(*value))),
        Value::Big(value) => Some((**value).clone()),
        _ => None,
    }
}

enum Number {
    Int(BigInt),
    Float(f64),
    Complex(Complex),
}

fn number(value: &Value) -> Option<Number> {
    Some(match value.base_value() {
        Value::Int(_) | Value::Bool(_) | Value::Big(_) => Number::Int(as_big(value)?),
        Value::Float(value) => Number::Float(*value),
        Value::Complex(pair) => Number::Complex(Complex { real: pair.0, imag: pair.1 }),
        _ => return None,
    })
}

fn small(value: &Value) -> Option<i64> {
    match value {
        Value::Int(value) => Some(*value),
        Value::Bool(value) => Some(i64::from(*value)),
        _ => None,
    }
}

/// Arithmetic between numbers; `None` where one is no number or the operator is not for them.
pub fn numeric_binary(
    machine: &Machine,
    op: BinaryOp,
    left: &Value,
    right: &Value,
) -> PyResult<Option<Value>> {
    if let Some(value) = binary_fast(op, left, right) {
        return Ok(Some(value));
    }
    if let (Value::Bool(a), Value::Bool(b)) = (left, right) {
        let value = match op {
            BinaryOp::And => Some(a & b),
            BinaryOp::Or => Some(a | b),
            BinaryOp::Xor => Some(a ^ b),
            _ => None,
        };
        if let Some(value) = value {
            return Ok(Some(Value::Bool(value)));
        }
    }
    if let (Some(a), Some(b)) = (small(left), small(right)) {
        if let Some(value) = binary_fast(op, &Value::Int(a), &Value::Int(b)) {
            return Ok(Some(value));
        }
        match op {
            BinaryOp::TrueDiv => return Ok(Some(Value::Float(text::int::true_div_i64(a, b)?))),
            BinaryOp::Pow if b >= 0 => {
                if let Some(value) = text::int::pow_i64(a, b) {
                    return Ok(Some(Value::Int(value)));
                }
            }
            BinaryOp::LShift => {
                if let Some(value) = text::int::shift_left_i64(a, b) {
                    return Ok(Some(Value::Int(value)));
                }
            }
            BinaryOp::RShift => return Ok(Some(Value::Int(text::int::shift_right_i64(a, b)?))),
            _ => {}
        }
    }
    let (Some(a), Some(b)) = (number(left), number(right)) else { return Ok(None) };
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => int_binary(machine, op, &a, &b),
        (Number::Complex(a), Number::Complex(b)) => complex_binary(op, a, b),
        (Number::Complex(a), b) => complex_with_real(op, a, to_float(b)?),
        (a, Number::Complex(b)) => real_with_complex(op, to_float(a)?, b),
        (a, b) => float_binary(op, to_float(a)?, to_float(b)?),
    }
}

fn to_float(value: Number) -> PyResult<f64> {
    Ok(match value {
        Number::Int(value) => text::float_arith::from_big_int(&value)?,
        Number::Float(value) => value,
        Number::Complex(value) => value.real,
    })
}

/// A real number has no imaginary part, not one of zero: the sign of the other's zero stays.
fn complex_with_real(op: BinaryOp, a: Complex, b: f64) -> PyResult<Option<Value>> {
    use text::complex;
    let value = match op {
        BinaryOp::Add => Complex { real: a.real + b, ..a },
        BinaryOp::Sub => Complex { real: a.real - b, ..a },
        BinaryOp::Mul => complex::mul_real(a, b),
        BinaryOp::TrueDiv => complex::div_real(a, b)?,
        _ => return complex_binary(op, a, Complex { real: b, imag: 0.0 }),
    };
    Ok(Some(Value::complex(value.real, value.imag)))
}

fn real_with_complex(op: BinaryOp, a: f64, b: Complex) -> PyResult<Option<Value>> {
    let value = match op {
        BinaryOp::Add => Complex { real: a + b.real, ..b },
        BinaryOp::Sub => Complex { real: a - b.real, imag: -b.imag },
        BinaryOp::Mul => text::complex::mul_real(b, a),
        _ => return complex_binary(op, Complex { real: a, imag: 0.0 }, b),
    };
    Ok(Some(Value::complex(value.real, value.imag)))
}

fn int_binary(machine: &Machine, op: BinaryOp, a: &BigInt, b: &BigInt) -> PyResult<Option<Value>> {
    let bits = machine.settings.limits.integer_bits;
    let value = match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => {
            if a.bits() + b.bits() > bits {
                return raise(Exc::MemoryError, "");
            }
            a * b
        }
        BinaryOp::FloorDiv => text::int::floor_div(a, b)?,
        BinaryOp::Mod => text::int::modulo(a, b)?,
        BinaryOp::TrueDiv => return Ok(Some(Value::Float(text::int::true_div(a, b)?))),
        BinaryOp::Pow if b.sign() == num_bigint::Sign::Minus => {
            let (a, b) = (text::float_arith::from_big_int(a)?, text::float_arith::from_big_int(b)?);
            return float_binary(op, a, b);
        }
        BinaryOp::Pow => text::int::pow(a, b, bits)?,
        BinaryOp::LShift => text::int::shift_left(a, b, bits)?,
        BinaryOp::RShift => text::int::shift_right(a, b)?,
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::MatMul => return Ok(None),
    };
    Ok(Some(Value::big(value)))
}

fn float_binary(op: BinaryOp, a: f64, b: f64) -> PyResult<Option<Value>> {
    use text::float_arith;
    let value = match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::TrueDiv => float_arith::true_div(a, b)?,
        BinaryOp::FloorDiv => float_arith::floor_div(a, b)?,
        BinaryOp::Mod => float_arith::modulo(a, b)?,
        BinaryOp::Pow => match float_arith::pow(a, b)? {
            float_arith::Power::Real(value) => value,
            float_arith::Power::Complex(value) => return Ok(Some(Value::complex(value.real, value.imag))),
        },
        _ => return Ok(None),
    };
    Ok(Some(Value::Float(value)))
}

fn complex_binary(op: BinaryOp, a: Complex, b: Complex) -> PyResult<Option<Value>> {
    use text::complex;
    let value = match op {
        BinaryOp::Add => complex::add(a, b),
        BinaryOp::Sub => complex::sub(a, b),
        BinaryOp::Mul => complex::mul(a, b),
        BinaryOp::TrueDiv => complex::div(a, b)?,
        BinaryOp::Pow => complex::pow(a, b)?,
        _ => return Ok(None),
    };
    Ok(Some(Value::complex(value.real, value.imag)))
}

/// The dunders of an operator: plain, reflected, in place; and its symbol.
fn dunders(op: BinaryOp) -> (Sym, Sym, Sym, &'static str) {
    match op {
        BinaryOp::Add => (names::add, names::radd, names::iadd, "+"),
        BinaryOp::Sub => (names::sub, names::rsub, names::isub, "-"),
        BinaryOp::Mul => (names::mul, names::rmul, names::imul, "*"),
        BinaryOp::TrueDiv => (names::truediv, names::rtruediv, names::itruediv, "/"),
        BinaryOp::FloorDiv => (names::floordiv, names::rfloordiv, names::ifloordiv, "//"),
        BinaryOp::Mod => (names::r#mod, names::rmod, names::imod, "%"),
        BinaryOp::Pow => (names::pow, names::rpow, names::ipow, "** or pow()"),
        BinaryOp::MatMul => (names::matmul, names::rmatmul, names::imatmul, "@"),
        BinaryOp::LShift => (names::lshift, names::rlshift, names::ilshift, "<<"),
        BinaryOp::RShift => (names::rshift, names::rrshift, names::irshift, ">>"),
        BinaryOp::And => (names::and, names::rand, names::iand, "&"),
        BinaryOp::Or => (names::or, names::ror, names::ior, "|"),
        BinaryOp::Xor => (names::xor, names::rxor, names::ixor, "^"),
    }
}

/// The binary operation of two values, dunders included; may ask.
pub fn binary(machine: &mut Machine, op: BinaryOp, left: &Value, right: &Value) -> PyResult<Value> {
    operate(machine, op, left, right, false)
}

fn operate(
    machine: &mut Machine,
    op: BinaryOp,
    left: &Value,
    right: &Value,
    inplace: bool,
) -> PyResult<Value> {
    let plain = |value: &Value| !matches!(value, Value::Instance(_) | Value::Class(_));
    if plain(left)
        && plain(right)
        && let Some(value) = numeric_binary(machine, op, left, right)?
    {
        return Ok(value);
    }
    let (forward, reflected, in_place, symbol) = dunders(op);
    let given_way = match gives_way(machine, op, left, right, inplace) {
        Some(method) => {
            let value = ask_operand(machine, &method, right, left)?;
            if !matches!(value, Value::NotImplemented) {
                return Ok(value);
            }
            true
        }
        None => false,
    };
    if inplace {
        if let Some(value) = crate::builtins::sequence_ops::inplace(machine, op, left, right)? {
            return Ok(value);
        }
        if matches!(left, Value::Instance(_) | Value::Class(_))
            && !joins_as_number(machine, op, left)
            && let Some(method) = machine.special(left, in_place)?
        {
            let value = machine.ask(&method, Args::one(right.clone()))?;
            if !matches!(value, Value::NotImplemented) {
                return Ok(value);
            }
        }
    }
    let (left_class, right_class) = (machine.types.of(left), machine.types.of(right));
    let scripted = !(plain(left) && plain(right));
    if scripted {
        let left_method = left_class.lookup(forward);
        let alone = given_way || left_class.id == right_class.id;
        let right_method = if alone { None } else { right_class.lookup(reflected) };
        let overrides = match (&left_method, &right_method) {
            (_, None) => false,
            (None, Some(_)) => false,
            (Some(_), Some(right_method)) => {
                right_class.is_subclass(&left_class)
                    && !left_class.lookup(reflected).is_some_and(|method| method.is(right_method))
            }
        };
        let mut order = vec![(left_method, left, right), (right_method, right, left)];
        if overrides {
            order.swap(0, 1);
        }
        for (method, receiver, other) in order {
            let Some(method) = method else { continue };
            let value = ask_operand(machine, &method, receiver, other)?;
            if !matches!(value, Value::NotImplemented) {
                return Ok(value);
            }
        }
    } else if let Some(value) = crate::builtins::sequence_ops::binary(machine, op, left, right)? {
        return Ok(value);
    }
    if scripted
        && matches!(op, BinaryOp::Or)
        && let Some(value) = crate::builtins::typing_intrinsics::union(machine, left, right)?
    {
        return Ok(value);
    }
    let (left_name, right_name) = (left_class.shown_name(), right_class.shown_name());
    let symbol = match (inplace, op) {
        (true, BinaryOp::Pow) => "**=".to_string(),
        (true, _) => format!("{symbol}="),
        (false, _) => symbol.to_string(),
    };
    if !inplace
        && op == BinaryOp::RShift
        && matches!(left, Value::Native(native) if &*native.name.text() == "print")
    {
        return type_error(format!(
            "unsupported operand type(s) for >>: '{left_name}' and '{right_name}'. Did you mean \"print(<message>, file=<output_stream>)\"?"
        ));
    }
    if let Some(message) = crate::builtins::sequence_ops::refusal(machine, op, left, right, inplace) {
        return type_error(message);
    }
    type_error(format!("unsupported operand type(s) for {symbol}: '{left_name}' and '{right_name}'"))
}

fn ask_operand(machine: &mut Machine, method: &Value, receiver: &Value, other: &Value) -> PyResult<Value> {
    let class = machine.types.of(receiver);
    let bound = machine.bind_special(method, receiver, &class)?;
    machine.ask(&bound, Args::one(other.clone()))
}

fn is_sequence(value: &Value) -> bool {
    matches!(value.base_value(), Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_))
}

/// Whether a subclass of a sequence has its own `__add__` or `__mul__` but the base's in-place one, which comes later.
fn joins_as_number(machine: &Machine, op: BinaryOp, left: &Value) -> bool {
    if !matches!(op, BinaryOp::Add | BinaryOp::Mul) || !is_sequence(left) {
        return false;
    }
    let (forward, _, in_place, _) = dunders(op);
    let class = machine.types.of(left);
    let native = |name: Sym| matches!(class.lookup(name), Some(Value::Native(_)));
    !native(forward) && native(in_place)
}

/// The reflected method of the right operand that comes before a built-in sequence joins or repeats itself:
/// numbers are asked before sequences, and an object with `__radd__` or `__rmul__` counts as one.
fn gives_way(machine: &Machine, op: BinaryOp, left: &Value, right: &Value, inplace: bool) -> Option<Value> {
    if !matches!(op, BinaryOp::Add | BinaryOp::Mul) || !matches!(right, Value::Instance(_) | Value::Class(_))
    {
        return None;
    }
    if !is_sequence(left) {
        return None;
    }
    let (forward, reflected, in_place, _) = dunders(op);
    let left_class = machine.types.of(left);
    let own = |name: Sym| left_class.lookup(name).is_some_and(|method| !matches!(method, Value::Native(_)));
    if own(forward) || inplace && own(in_place) {
        return None;
    }
    let method = machine.types.of(right).lookup(reflected)?;
    (!matches!(method, Value::Native(_) | Value::None)).then_some(method)
}

macro_rules! operator_functions {
    ($($op:ident: $plain:ident, $inplace:ident;)*) => {
        $(
            fn $plain(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
                done(operate(machine, BinaryOp::$op, &args.positional[0], &args.positional[1], false)?)
            }

            fn $inplace(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
                done(operate(machine, BinaryOp::$op, &args.positional[0], &args.positional[1], true)?)
            }
        )*

        /// The native function of an operator: `[left, right] → value`.
        pub fn binary_function(op: BinaryOp) -> NativeFn {
            match op { $(BinaryOp::$op => $plain),* }
        }

        /// The native function of an augmented operator.
        pub fn inplace_function(op: BinaryOp) -> NativeFn {
            match op { $(BinaryOp::$op => $inplace),* }
        }
    };
}

operator_functions! {
    Add: add, iadd;
    Sub: sub, isub;
    Mul: mul, imul;
    TrueDiv: true_div, itrue_div;
    FloorDiv: floor_div, ifloor_div;
    Mod: modulo, imodulo;
    Pow: pow, ipow;
    MatMul: mat_mul, imat_mul;
    LShift: left_shift, ileft_shift;
    RShift: right_shift, iright_shift;
    And: and, iand;
    Or: or, ior;
    Xor: xor, ixor;
}

/// The native function of a unary operator: `[operand] → value`.
pub fn unary_function(op: UnaryOp) -> NativeFn {
    match op {
        UnaryOp::Neg => negative,
        UnaryOp::Pos => positive,
        UnaryOp::Invert => invert,
    }
}

fn unary(machine: &mut Machine, value: &Value, name: Sym, symbol: &str) -> PyResult<Flow> {
    if let Value::Instance(_) = value
        && let Some(method) = machine.special(value, name)?
    {
        return machine.call(&method, Args::none());
    }
    let kind = machine.types.name_of(value);
    type_error(format!("bad operand type for unary {symbol}: '{kind}'"))
}

/// `-value`
pub fn negative(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(match &args.positional[0] {
        Value::Int(value) => match value.checked_neg() {
            Some(value) => Value::Int(value),
            None => Value::big(-BigInt::from(*value)),
        },
        Value::Bool(value) => Value::Int(-i64::from(*value)),
        Value::Float(value) => Value::Float(-value),
        Value::Big(value) => Value::big(-(**value).clone()),
        Value::Complex(pair) => Value::complex(-pair.0, -pair.1),
        other => return unary(machine, other, names::neg, "-"),
    })
}

/// `+value`
pub fn positive(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(match &args.positional[0] {
        value @ (Value::Int(_) | Value::Float(_) | Value::Big(_) | Value::Complex(_)) => value.clone(),
        Value::Bool(value) => Value::Int(i64::from(*value)),
        other => return unary(machine, other, names::pos, "+"),
    })
}

const INVERTED_BOOL: &str = "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This \
    returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. \
    Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.";

/// `~value`
pub fn invert(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(match &args.positional[0] {
        Value::Int(value) => Value::Int(!value),
        Value::Bool(value) => {
            warn_asking(machine, Exc::DeprecationWarning, INVERTED_BOOL)?;
            Value::Int(!i64::from(*value))
        }
        Value::Big(value) => Value::big(-(**value).clone() - 1),
        other => return unary(machine, other, names::invert, "~"),
    })
}
