//! The methods of `bytes` and `bytearray` about letters' case, tabs and tables of bytes.

use std::rc::Rc;

use super::arguments::method;
use super::bytes::{receiver, required_bytes};
use super::bytes_methods::{is_space, of_either};
use super::install::{methods, static_methods};
use crate::class::Class;
use crate::error::{PyResult, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::sequence::Bytes;
use crate::value::Value;

/// Enters the names in one of the two classes.
pub fn install(class: &Rc<Class>, owner: &'static str) {
    methods(
        class,
        owner,
        &[
            ("capitalize", |m, a| changed(m, a, "capitalize", capitalized)),
            ("title", |m, a| changed(m, a, "title", titled)),
            ("swapcase", |m, a| changed(m, a, "swapcase", swapped)),
            ("lower", |m, a| changed(m, a, "lower", <[u8]>::to_ascii_lowercase)),
            ("upper", |m, a| changed(m, a, "upper", <[u8]>::to_ascii_uppercase)),
            ("isdigit", |m, a| tested(m, a, "isdigit", |data| all(data, u8::is_ascii_digit))),
            ("isalpha", |m, a| tested(m, a, "isalpha", |data| all(data, u8::is_ascii_alphabetic))),
            ("isalnum", |m, a| tested(m, a, "isalnum", |data| all(data, u8::is_ascii_alphanumeric))),
            ("isspace", |m, a| tested(m, a, "isspace", |data| all(data, is_space))),
            ("isascii", |m, a| tested(m, a, "isascii", <[u8]>::is_ascii)),
            ("islower", |m, a| tested(m, a, "islower", |data| cased(data, u8::is_ascii_lowercase))),
            ("isupper", |m, a| tested(m, a, "isupper", |data| cased(data, u8::is_ascii_uppercase))),
            ("istitle", |m, a| tested(m, a, "istitle", is_title)),
            ("expandtabs", expand_tabs),
            ("translate", translate),
        ],
    );
    static_methods(class, owner, &[("maketrans", make_table)]);
}

/// Bytes of the receiver's type.
fn like(receiver: &Bytes, data: Vec<u8>) -> Value {
    Value::Bytes(Rc::new(Bytes::new(data, receiver.mutable)))
}

fn changed(
    machine: &mut Machine,
    args: &Args,
    name: &'static str,
    change: fn(&[u8]) -> Vec<u8>,
) -> PyResult<Flow> {
    let bytes = receiver(machine, args, name)?;
    of_either(args, name).none()?;
    let data = change(&bytes.borrow());
    done(like(&bytes, data))
}

fn tested(machine: &mut Machine, args: &Args, name: &'static str, test: fn(&[u8]) -> bool) -> PyResult<Flow> {
    let bytes = receiver(machine, args, name)?;
    of_either(args, name).none()?;
    done(test(&bytes.borrow()))
}

/// Whether there are bytes and all of them are such ones.
fn all(data: &[u8], such: fn(&u8) -> bool) -> bool {
    !data.is_empty() && data.iter().all(such)
}

fn capitalized(data: &[u8]) -> Vec<u8> {
    let mut data = data.to_ascii_lowercase();
    if let Some(first) = data.first_mut() {
        first.make_ascii_uppercase();
    }
    data
}

fn titled(data: &[u8]) -> Vec<u8> {
    let mut inside = false;
    let letter = |byte: &u8| {
        let changed = if inside { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        inside = byte.is_ascii_alphabetic();
        changed
    };
    data.iter().map(letter).collect()
}

fn swapped(data: &[u8]) -> Vec<u8> {
    let swap = |byte: &u8| {
        if byte.is_ascii_lowercase() { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() }
    };
    data.iter().map(swap).collect()
}

/// Whether there are letters and all of them are of one case.
fn cased(data: &[u8], right: fn(&u8) -> bool) -> bool {
    let mut letters = data.iter().filter(|byte| byte.is_ascii_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(right)
}

fn is_title(data: &[u8]) -> bool {
    data.iter().any(u8::is_ascii_alphabetic) && titled(data) == data
}

fn expand_tabs(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let bytes = receiver(machine, args, "expandtabs")?;
    let [size] = method(args, "bytes.expandtabs").named(["tabsize"], 0, 0, 1)?;
    let size = match size {
        Some(size) => usize::try_from(machine.index(size)?).unwrap_or(0),
        None => 8,
    };
    let mut column = 0;
    let mut data = Vec::new();
    for byte in bytes.borrow().iter() {
        match byte {
            b'\t' => {
                let spaces = if size == 0 { 0 } else { size - column % size };
                data.extend(std::iter::repeat_n(b' ', spaces));
                column += spaces;
            }
            byte => {
                column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
                data.push(*byte);
            }
        }
        super::sequence_ops::check_size(data.len(), machine.settings.limits.items)?;
    }
    done(like(&bytes, data))
}

fn translate(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let bytes = receiver(machine, args, "translate")?;
    let [table, delete] = method(args, "bytes.translate").named(["", "delete"], 1, 1, 2)?;
    let table = match table {
        None | Some(Value::None) => None,
        Some(table) => Some(required_bytes(machine, table)?),
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return value_error("translation table must be 256 characters long");
    }
    let delete = match delete {
        Some(delete) => required_bytes(machine, delete)?,
        None => Vec::new(),
    };
    let kept: Vec<u8> = bytes.borrow().iter().copied().filter(|byte| !delete.contains(byte)).collect();
    let data = match table {
        Some(table) => kept.iter().map(|byte| table[usize::from(*byte)]).collect(),
        None => kept,
    };
    done(like(&bytes, data))
}

fn make_table(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [from, to] = &args.positional[..] else {
        return type_error(format!("maketrans expected 2 arguments, got {}", args.positional.len()));
    };
    let (from, to) = (required_bytes(machine, from)?, required_bytes(machine, to)?);
    if from.len() != to.len() {
        return value_error("maketrans arguments must have same length");
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.iter().zip(to) {
        table[usize::from(*from)] = to;
    }
    done(Value::bytes(table))
}
