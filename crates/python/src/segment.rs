//! What part of an expression a traceback underlines with `^` and what with `~`: the operator of a binary
//! operation, the brackets of a call or subscript. Apart from `parse` and `lower`, the only module that knows
//! Ruff's tree.

use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::{Mode, ParseOptions};
use ruff_text_size::Ranged;

/// What an expression is at its top, for a traceback. Offsets are bytes in the segment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A binary operation: where its left operand ends and its right one begins.
    Binary {
        /// End of the left operand.
        left: usize,
        /// Start of the right operand.
        right: usize,
    },
    /// A subscript: where the value ends.
    Subscript(usize),
    /// A call: where the callee ends.
    Call(usize),
}

/// The shape of a segment of source that is meant to be one expression, if it has one that matters.
pub fn shape(segment: &str) -> Option<Shape> {
    // In brackets, so that it may go over several lines.
    let bracketed = format!("(\n{segment}\n)");
    let parsed = ruff_python_parser::parse_unchecked(&bracketed, ParseOptions::from(Mode::Module));
    if !parsed.errors().is_empty() {
        return None;
    }
    let module = parsed.try_into_module()?.into_syntax();
    let [Stmt::Expr(statement)] = &module.body[..] else { return None };
    let place = |offset: ruff_text_size::TextSize| (usize::from(offset)).saturating_sub(2);
    match &*statement.value {
        Expr::BinOp(operation) => Some(Shape::Binary {
            left: place(operation.left.range().end()),
            right: place(operation.right.range().start()),
        }),
        Expr::Subscript(subscript) => Some(Shape::Subscript(place(subscript.value.range().end()))),
        Expr::Call(call) => Some(Shape::Call(place(call.func.range().end()))),
        _ => None,
    }
}

/// Whether the text is a statement that consists of just this call (bytes `start..end`) and what takes its
/// value: `return name(…)` or `name = call(…)`. Such a call is not underlined.
pub fn is_whole_statement(text: &str, start: usize, end: usize) -> bool {
    let parsed = ruff_python_parser::parse_unchecked(text, ParseOptions::from(Mode::Module));
    // `return` outside a function is no error of the grammar.
    if !parsed.errors().is_empty() {
        return false;
    }
    let Some(module) = parsed.try_into_module() else { return false };
    let call = match module.syntax().body.first() {
        Some(Stmt::Return(statement)) => match statement.value.as_deref() {
            Some(Expr::Call(call)) if call.func.is_name_expr() => call,
            _ => return false,
        },
        Some(Stmt::Assign(statement)) => match (&statement.targets[..], &*statement.value) {
            ([Expr::Name(_)], Expr::Call(call)) => call,
            _ => return false,
        },
        _ => return false,
    };
    usize::from(call.range().start()) == start && usize::from(call.range().end()) == end
}

/// Whether the text parses, as far as the grammar goes.
pub fn parses(text: &str) -> bool {
    ruff_python_parser::parse_unchecked(text, ParseOptions::from(Mode::Module)).errors().is_empty()
}
