//! Literals, and the docstring of a body.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::Num;
use ruff_python_ast::{Expr, Number, Stmt};

use super::constant::Constant;

/// The constant that an expression is, where it is one by itself (CPython's `Constant` node).
pub(super) fn constant(expression: &Expr) -> Option<Constant> {
    Some(match expression {
        Expr::NoneLiteral(_) => Constant::None,
        Expr::EllipsisLiteral(_) => Constant::Ellipsis,
        Expr::BooleanLiteral(node) => Constant::Bool(node.value),
        Expr::StringLiteral(node) => Constant::str(node.value.to_str()),
        Expr::BytesLiteral(node) => Constant::Bytes(node.value.bytes().collect::<Vec<u8>>().into()),
        Expr::NumberLiteral(node) => number(&node.value)?,
        Expr::Name(name) if name.id.as_str() == "__debug__" && name.ctx.is_load() => Constant::Bool(true),
        _ => return None,
    })
}

/// A number; none for digits that no base has, which the parser rejects.
fn number(number: &Number) -> Option<Constant> {
    Some(match number {
        Number::Int(int) => match int.as_u64() {
            Some(small) => Constant::Int(BigInt::from(small)),
            None => Constant::Int(big(&int.to_string())?),
        },
        Number::Float(value) => Constant::Float(value.to_bits()),
        Number::Complex { real, imag } => Constant::Complex(real.to_bits(), imag.to_bits()),
    })
}

fn big(text: &str) -> Option<BigInt> {
    let digits = text.replace('_', "").to_ascii_lowercase();
    let (digits, base) = match digits.get(..2) {
        Some("0x") => (&digits[2..], 16),
        Some("0o") => (&digits[2..], 8),
        Some("0b") => (&digits[2..], 2),
        _ => (&digits[..], 10),
    };
    BigInt::from_str_radix(digits, base).ok()
}

/// The text of the docstring that a body begins with.
pub(super) fn docstring(body: &[Stmt]) -> Option<(&Expr, Rc<str>)> {
    let Stmt::Expr(first) = body.first()? else { return None };
    let Expr::StringLiteral(literal) = &*first.value else { return None };
    Some((&first.value, clean(literal.value.to_str()).into()))
}

/// Removes the indentation that all lines but the first share.
fn clean(text: &str) -> String {
    let text = expand_tabs(text);
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let margin =
        text.split('\n').skip(1).filter(|line| indent(line) < line.len()).map(indent).min().unwrap_or(0);
    let mut cleaned = String::with_capacity(text.len());
    for (number, line) in text.split('\n').enumerate() {
        if number == 0 {
            cleaned.push_str(line.trim_start_matches(' '));
        } else {
            cleaned.push('\n');
            cleaned.push_str(&line[indent(line).min(margin)..]);
        }
    }
    cleaned
}

fn expand_tabs(text: &str) -> String {
    if !text.contains('\t') {
        return text.to_owned();
    }
    let mut expanded = String::with_capacity(text.len() + 8);
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                let width = 8 - column % 8;
                expanded.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            '\n' | '\r' => {
                expanded.push(c);
                column = 0;
            }
            other => {
                expanded.push(other);
                column += 1;
            }
        }
    }
    expanded
}

/// A constant as `repr` shows it, for messages.
pub(super) fn repr(constant: &Constant) -> String {
    match constant {
        Constant::None => "None".to_owned(),
        Constant::Ellipsis => "Ellipsis".to_owned(),
        Constant::Bool(true) => "True".to_owned(),
        Constant::Bool(false) => "False".to_owned(),
        Constant::Int(value) => value.to_string(),
        Constant::Float(bits) => format!("{:?}", f64::from_bits(*bits)),
        Constant::Complex(real, imag) => {
            let (real, imag) = (f64::from_bits(*real), f64::from_bits(*imag));
            crate::text::complex::repr(crate::text::complex::Complex { real, imag })
        }
        Constant::Str(text) if text.contains('\'') && !text.contains('"') => format!("\"{text}\""),
        Constant::Str(text) => format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'")),
        Constant::Bytes(bytes) => format!("b'{}'", bytes.escape_ascii()),
        Constant::Tuple(items) => {
            let items: Vec<String> = items.iter().map(repr).collect();
            format!("({})", items.join(", "))
        }
    }
}
