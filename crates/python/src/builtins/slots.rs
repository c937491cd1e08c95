//! The dunders of the built-in types. The operators themselves are in `machine/ops`; here they get their names,
//! so that a script can call them, and so that classes derived from the built-in types inherit them.

use std::rc::Rc;

use super::arguments::{method, wrong_receiver};
use super::install::{Table, slots};
use crate::class::{Class, Instance, Payload};
use crate::code::{BinaryOp, CompareOp};
use crate::error::{PyResult, type_error};
use crate::function::{Args, NativeFn};
use crate::machine::{Flow, Machine, done, ops};
use crate::symbol::names;
use crate::value::Value;

/// The first argument of `__new__`: a class derived from the one that defines it.
pub fn class_of_new(machine: &Machine, args: &Args, owner: &str) -> PyResult<Rc<Class>> {
    match args.positional.first() {
        Some(Value::Class(class)) => {
            let base = machine.builtins.get_str(owner);
            match base {
                Some(Value::Class(base)) if !class.is_subclass(&base) => type_error(format!(
                    "{owner}.__new__({}): {} is not a subtype of {owner}",
                    class.name(),
                    class.name()
                )),
                _ => Ok(class.clone()),
            }
        }
        Some(value) => {
            let kind = machine.types.name_of(value);
            type_error(format!("{owner}.__new__(X): X is not a type object ({kind})"))
        }
        None => type_error(format!("{owner}.__new__(): not enough arguments")),
    }
}

/// An instance of a class derived from a built-in type; the value itself for the type.
pub fn wrap(class: &Rc<Class>, base: Value) -> Value {
    if class.heap { Value::Instance(Instance::new(class.clone(), Payload::Value(base))) } else { base }
}

const INT: u8 = 0;
const FLOAT: u8 = 1;
const COMPLEX: u8 = 2;
const SEQUENCE: u8 = 3;

fn rank(value: &Value) -> u8 {
    match value {
        Value::Int(_) | Value::Bool(_) | Value::Big(_) => INT,
        Value::Float(_) => FLOAT,
        Value::Complex(_) => COMPLEX,
        _ => SEQUENCE,
    }
}

const OPERATORS: [BinaryOp; 13] = [
    BinaryOp::Add,
    BinaryOp::Sub,
    BinaryOp::Mul,
    BinaryOp::TrueDiv,
    BinaryOp::FloorDiv,
    BinaryOp::Mod,
    BinaryOp::Pow,
    BinaryOp::MatMul,
    BinaryOp::LShift,
    BinaryOp::RShift,
    BinaryOp::And,
    BinaryOp::Or,
    BinaryOp::Xor,
];
const ADD: usize = 0;
const SUB: usize = 1;
const MUL: usize = 2;
const TRUE_DIV: usize = 3;
const FLOOR_DIV: usize = 4;
const MOD: usize = 5;
const POW: usize = 6;
const LSHIFT: usize = 8;
const RSHIFT: usize = 9;
const AND: usize = 10;
const OR: usize = 11;
const XOR: usize = 12;

/// An operator on a type: `RANK` says which kinds of operands are its own affair.
fn operator<const OP: usize, const RANK: u8, const REFLECTED: bool>(
    machine: &mut Machine,
    args: &Args,
) -> PyResult<Flow> {
    let other = match OP == POW && args.positional.len() == 3 {
        true => return super::functions::power(machine, args),
        false => method(args, "__add__").of_slot(1)?[0].clone(),
    };
    let other = if OP == MOD && RANK == SEQUENCE { other } else { other.base_value().clone() };
    let own = args.positional[0].base_value().clone();
    if RANK != SEQUENCE && rank(&own) > RANK {
        let owner = ["int", "float", "complex"][usize::from(RANK)];
        return wrong_receiver(machine, args, owner, "__add__");
    }
    let op = OPERATORS[OP];
    let (left, right) = if REFLECTED { (&other, &own) } else { (&own, &other) };
    let result = if RANK == SEQUENCE {
        super::sequence_ops::binary(machine, op, left, right)?
    } else if rank(&other) <= RANK {
        ops::numeric_binary(machine, op, left, right)?
    } else {
        None
    };
    // The operator itself, where an object of the script takes part, goes on to what that object says.
    let asked = |value: &Value| !matches!(value, Value::Instance(_) | Value::Class(_));
    if result.is_none() && RANK == SEQUENCE && OP == MUL && args.positional.iter().all(asked) {
        let kind = machine.types.name_of(&other);
        return type_error(format!("'{kind}' object cannot be interpreted as an integer"));
    }
    if result.is_none()
        && RANK == SEQUENCE
        && OP == ADD
        && let Some(message) =
            super::sequence_ops::refusal(machine, op, &args.positional[0], &args.positional[1], false)
    {
        return type_error(message);
    }
    done(result.unwrap_or(Value::NotImplemented))
}

/// An augmented operator on a container.
fn inplace<const OP: usize>(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let other = method(args, "__add__").of_slot(1)?[0].clone();
    let own = args.positional[0].base_value().clone();
    match super::sequence_ops::inplace(machine, OPERATORS[OP], &own, &other)? {
        Some(_) => done(args.positional[0].clone()),
        None => done(Value::NotImplemented),
    }
}

const COMPARISONS: [CompareOp; 6] =
    [CompareOp::Lt, CompareOp::Le, CompareOp::Eq, CompareOp::Ne, CompareOp::Gt, CompareOp::Ge];

fn comparison<const OP: usize>(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let other = method(args, "__eq__").of_slot(1)?[0].base_value().clone();
    let own = args.positional[0].base_value().clone();
    if matches!(other, Value::Instance(_)) {
        return done(Value::NotImplemented);
    }
    // A number leaves the comparison with a wider kind of number to that one.
    if rank(&other) != SEQUENCE && rank(&own) < rank(&other) {
        return done(Value::NotImplemented);
    }
    let op = COMPARISONS[OP];
    if std::mem::discriminant(&own) != std::mem::discriminant(&other)
        && (rank(&own) == SEQUENCE || rank(&other) == SEQUENCE)
        && !matches!((&own, &other), (Value::Iter(_) | Value::Set(_), Value::Iter(_) | Value::Set(_)))
    {
        return done(Value::NotImplemented);
    }
    if let Some(result) = ops::compare_fast(op, &own, &other) {
        return done(result);
    }
    match ops::compare_builtin(machine, op, &own, &other)? {
        Some(result) => done(result),
        None => done(Value::NotImplemented),
    }
}

const COMPARISON_SLOTS: Table = &[
    ("__lt__", comparison::<0>),
    ("__le__", comparison::<1>),
    ("__eq__", comparison::<2>),
    ("__ne__", comparison::<3>),
    ("__gt__", comparison::<4>),
    ("__ge__", comparison::<5>),
];
const EQUALITY_SLOTS: Table = &[("__eq__", comparison::<2>), ("__ne__", comparison::<3>)];

fn length(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "__len__").of_slot(0)?;
    done(machine.length(&args.positional[0].base_value().clone())? as i64)
}

fn iterator(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "__iter__").of_slot(0)?;
    done(machine.iter(&args.positional[0].base_value().clone())?)
}

fn hash(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "__hash__").of_slot(0)?;
    done(machine.hash(&args.positional[0].base_value().clone())?)
}

fn truth(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    method(args, "__bool__").of_slot(0)?;
    done(machine.truth(&args.positional[0].base_value().clone())?)
}

/// The one argument of a special method; where a class has the method beside the slot, that is the one called.
fn only<'a>(args: &'a Args, name: &'static str, owner: Option<&'static str>) -> PyResult<&'a Value> {
    let given = method(args, name);
    match owner {
        Some(owner) => given.of(owner).one(),
        None => Ok(&given.of_slot(1)?[0]),
    }
}

fn get_item(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let owner = match args.positional.first().map(Value::base_value) {
        Some(Value::List(_)) => Some("list"),
        Some(Value::Dict(_)) => Some("dict"),
        _ => None,
    };
    let key = only(args, "__getitem__", owner)?;
    ops::subscript_builtin(machine, &args.positional[0], key)
}

fn set_item(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [key, value] = method(args, "__setitem__").of_slot(2)? else { return done(Value::None) };
    ops::store_subscript_builtin(machine, &args.positional[0], key, value)
}

fn delete_item(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let key = only(args, "__delitem__", None)?;
    ops::delete_subscript_builtin(machine, &args.positional[0], key)
}

fn contains(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let owner = match args.positional.first().map(Value::base_value) {
        Some(Value::Dict(_)) => Some("dict"),
        Some(Value::Set(set)) => Some(set.type_name()),
        _ => None,
    };
    let item = only(args, "__contains__", owner)?;
    ops::contains(machine, &Args::two(item.clone(), args.positional[0].base_value().clone()))
}

/// `str.__str__`: the text itself, as a plain `str`.
pub fn str_of_str(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match args.positional.first().map(Value::base_value) {
        Some(text @ Value::Str(_)) => done(text.clone()),
        _ => wrong_receiver(machine, args, "str", "__str__"),
    }
}

/// `__getnewargs__` of an immutable value: what `__new__` makes a copy of it from.
fn new_args(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let value = args.positional.first().map(Value::base_value).cloned().unwrap_or_default();
    done(Value::tuple(vec![value]))
}

const NEW_ARGS: Table = &[("__getnewargs__", new_args)];
const SEQUENCE_SLOTS: Table =
    &[("__len__", length), ("__iter__", iterator), ("__getitem__", get_item), ("__contains__", contains)];
const MUTABLE_SLOTS: Table = &[("__setitem__", set_item), ("__delitem__", delete_item)];
const HASH_SLOT: Table = &[("__hash__", hash)];
const CONCATENATION_SLOTS: Table = &[
    ("__add__", operator::<ADD, SEQUENCE, false>),
    ("__mul__", operator::<MUL, SEQUENCE, false>),
    ("__rmul__", operator::<MUL, SEQUENCE, true>),
];
const SHOWN_SLOTS: Table = &[("__repr__", super::repr::repr_slot)];
const FORMAT_SLOT: Table = &[("__format__", super::format::format_slot)];

fn add(class: &Rc<Class>, owner: &'static str, tables: &[Table]) {
    for table in tables {
        slots(class, owner, table);
    }
}

fn unhashable(class: &Rc<Class>) {
    class.dict.set(names::hash, Value::None);
}

/// Enters the dunders of all built-in types.
pub fn install(machine: &mut Machine) {
    numbers(machine);
    sequences(machine);
    sets(machine);
    let types = &machine.types;
    for name in ["dict_keys", "dict_items"] {
        let class = types.named(name);
        add(&class, name, &[COMPARISON_SLOTS, VIEW_SLOTS, SET_SLOTS, SHOWN_SLOTS]);
        unhashable(&class);
    }
    add(&types.named("dict_values"), "dict_values", &[&VIEW_SLOTS[..2], SHOWN_SLOTS]);
    add(&types.none, "NoneType", &[HASH_SLOT, SHOWN_SLOTS, &[("__bool__", truth)], EQUALITY_SLOTS]);
}

const VIEW_SLOTS: Table = &[("__len__", length), ("__iter__", iterator), ("__contains__", contains)];

fn numbers(machine: &mut Machine) {
    let (int, float, complex) =
        (machine.types.int.clone(), machine.types.float.clone(), machine.types.complex.clone());
    let common: &[Table] = &[HASH_SLOT, SHOWN_SLOTS, FORMAT_SLOT, &[("__bool__", truth)]];
    for (class, owner) in [(&int, "int"), (&float, "float"), (&complex, "complex")] {
        add(class, owner, common);
    }
    for (class, owner) in [(&int, "int"), (&float, "float")] {
        super::install::methods(class, owner, NEW_ARGS);
    }
    add(&int, "int", &[COMPARISON_SLOTS, INT_SLOTS]);
    add(&float, "float", &[COMPARISON_SLOTS, FLOAT_SLOTS]);
    add(&complex, "complex", &[EQUALITY_SLOTS, COMPLEX_SLOTS]);
    add(&machine.types.bool_, "bool", &[SHOWN_SLOTS, BOOL_SLOTS]);
}

macro_rules! arithmetic {
    ($rank:ident: $($plain:literal $reflected:literal $op:ident),*) => {
        &[$(
            ($plain, operator::<$op, $rank, false> as NativeFn),
            ($reflected, operator::<$op, $rank, true> as NativeFn),
        )*]
    };
}

const INT_SLOTS: Table = arithmetic!(INT:
    "__add__" "__radd__" ADD, "__sub__" "__rsub__" SUB, "__mul__" "__rmul__" MUL,
    "__truediv__" "__rtruediv__" TRUE_DIV, "__floordiv__" "__rfloordiv__" FLOOR_DIV,
    "__mod__" "__rmod__" MOD, "__pow__" "__rpow__" POW, "__lshift__" "__rlshift__" LSHIFT,
    "__rshift__" "__rrshift__" RSHIFT, "__and__" "__rand__" AND, "__or__" "__ror__" OR,
    "__xor__" "__rxor__" XOR);
const BOOL_SLOTS: Table = arithmetic!(INT:
    "__and__" "__rand__" AND, "__or__" "__ror__" OR, "__xor__" "__rxor__" XOR);
const FLOAT_SLOTS: Table = arithmetic!(FLOAT:
    "__add__" "__radd__" ADD, "__sub__" "__rsub__" SUB, "__mul__" "__rmul__" MUL,
    "__truediv__" "__rtruediv__" TRUE_DIV, "__floordiv__" "__rfloordiv__" FLOOR_DIV,
    "__mod__" "__rmod__" MOD, "__pow__" "__rpow__" POW);
const COMPLEX_SLOTS: Table = arithmetic!(COMPLEX:
    "__add__" "__radd__" ADD, "__sub__" "__rsub__" SUB, "__mul__" "__rmul__" MUL,
    "__truediv__" "__rtruediv__" TRUE_DIV, "__pow__" "__rpow__" POW);
const SET_SLOTS: Table = arithmetic!(SEQUENCE:
    "__and__" "__rand__" AND, "__or__" "__ror__" OR, "__sub__" "__rsub__" SUB, "__xor__" "__rxor__" XOR);

fn sequences(machine: &mut Machine) {
    let types = &machine.types;
    let common: &[Table] = &[COMPARISON_SLOTS, SEQUENCE_SLOTS, SHOWN_SLOTS];
    for (class, owner) in [(&types.str_, "str"), (&types.bytes, "bytes"), (&types.tuple, "tuple")] {
        add(class, owner, common);
        add(class, owner, &[HASH_SLOT, CONCATENATION_SLOTS]);
        super::install::methods(class, owner, NEW_ARGS);
    }
    let remainder: Table = &[
        ("__mod__", operator::<MOD, SEQUENCE, false>),
        ("__rmod__", operator::<MOD, SEQUENCE, true>),
        ("__str__", str_of_str),
    ];
    add(&types.str_, "str", &[FORMAT_SLOT, remainder]);
    for (class, owner) in [(&types.bytes, "bytes"), (&types.bytearray, "bytearray")] {
        add(class, owner, &[&remainder[..2]]);
    }
    let growing: Table = &[("__iadd__", inplace::<ADD>), ("__imul__", inplace::<MUL>)];
    for (class, owner) in [(&types.list, "list"), (&types.bytearray, "bytearray")] {
        add(class, owner, common);
        add(class, owner, &[CONCATENATION_SLOTS, MUTABLE_SLOTS, growing]);
        unhashable(class);
    }
    add(
        &types.range,
        "range",
        &[EQUALITY_SLOTS, SEQUENCE_SLOTS, SHOWN_SLOTS, HASH_SLOT, &[("__bool__", truth)]],
    );
    add(&types.slice, "slice", &[COMPARISON_SLOTS, SHOWN_SLOTS, HASH_SLOT]);
    let merging: Table = &[
        ("__or__", operator::<OR, SEQUENCE, false>),
        ("__ror__", operator::<OR, SEQUENCE, true>),
        ("__ior__", inplace::<OR>),
    ];
    let dict = &types.dict;
    add(dict, "dict", &[EQUALITY_SLOTS, SEQUENCE_SLOTS, SHOWN_SLOTS, MUTABLE_SLOTS, merging]);
    unhashable(dict);
}

fn sets(machine: &mut Machine) {
    let types = &machine.types;
    for (class, owner) in [(&types.set, "set"), (&types.frozenset, "frozenset")] {
        add(class, owner, &[COMPARISON_SLOTS, VIEW_SLOTS, SET_SLOTS, SHOWN_SLOTS]);
    }
    let changing: Table = &[
        ("__iand__", inplace::<AND>),
        ("__ior__", inplace::<OR>),
        ("__isub__", inplace::<SUB>),
        ("__ixor__", inplace::<XOR>),
    ];
    add(&types.set, "set", &[changing]);
    unhashable(&types.set);
    add(&types.frozenset, "frozenset", &[HASH_SLOT]);
}
