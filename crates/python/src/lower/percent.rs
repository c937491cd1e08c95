//! `'…%s…' % (a, b)`: CPython turns such a format with a tuple display into an f-string, which shows in lines.

use ruff_python_ast::{self as ast, Expr, Operator};

use crate::code::{Conversion, Op};

use super::constant::Constant;
use super::place::NOWHERE;
use super::{Lowered, Lowerer};

/// Wider fields than this are left alone.
const MAXIMUM_DIGITS: usize = 3;

/// A piece of the f-string.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    Text(String),
    Value(&'a Expr, Conversion, String),
}

/// The pieces of a format with its values, where it is simple enough.
pub(super) fn pieces(node: &ast::ExprBinOp) -> Option<Vec<Piece<'_>>> {
    let (Expr::StringLiteral(format), Expr::Tuple(values)) = (&*node.left, &*node.right) else { return None };
    if node.op != Operator::Mod || values.elts.iter().any(Expr::is_starred_expr) {
        return None;
    }
    let mut pieces = Vec::new();
    let mut values = values.elts.iter();
    let mut text = String::new();
    let mut chars = format.value.to_str().chars().peekable();
    while let Some(c) = chars.next() {
        if c != '%' {
            text.push(c);
            continue;
        }
        if chars.next_if_eq(&'%').is_some() {
            text.push('%');
            continue;
        }
        let (conversion, spec) = field(&mut chars)?;
        if !text.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut text)));
        }
        pieces.push(Piece::Value(values.next()?, conversion, spec));
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    values.next().is_none().then_some(pieces)
}

/// What follows a percent sign, as a conversion and a format specification.
fn field(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<(Conversion, String)> {
    let mut spec = String::new();
    let mut left = false;
    while let Some(flag) = chars.next_if(|c| "-+ #0".contains(*c)) {
        if flag != '-' {
            return None;
        }
        left = true;
    }
    let width = digits(chars)?;
    if !left && !width.is_empty() {
        spec.push('>');
    }
    spec.push_str(&width);
    if chars.next_if_eq(&'.').is_some() {
        let precision = digits(chars)?;
        spec.push('.');
        spec.push_str(if precision.is_empty() { "0" } else { &precision });
    }
    let conversion = match chars.next()? {
        's' => Conversion::Str,
        'r' => Conversion::Repr,
        'a' => Conversion::Ascii,
        _ => return None,
    };
    Some((conversion, spec))
}

fn digits(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<String> {
    let mut digits = String::new();
    while let Some(digit) = chars.next_if(char::is_ascii_digit) {
        digits.push(digit);
    }
    (digits.len() < MAXIMUM_DIGITS).then_some(digits)
}

impl<'a> Lowerer<'a> {
    /// Lowers the operation as an f-string, if it is such a format.
    pub(super) fn percent_format(&mut self, node: &'a ast::ExprBinOp) -> Lowered<bool> {
        let Some(pieces) = pieces(node) else { return Ok(false) };
        let at = self.at(node);
        let count = pieces.len();
        self.joined_pieces(at, count, pieces, |this, piece| match piece {
            Piece::Text(text) => {
                this.constant(NOWHERE, Constant::str(text));
                Ok(())
            }
            Piece::Value(value, conversion, spec) => {
                let place = this.at(value);
                this.expression(value)?;
                this.op(place, Op::Convert(conversion));
                if spec.is_empty() {
                    this.op(place, Op::FormatSimple);
                } else {
                    this.constant(place, Constant::str(spec));
                    this.op(place, Op::FormatWithSpec);
                }
                Ok(())
            }
        })?;
        Ok(true)
    }
}
