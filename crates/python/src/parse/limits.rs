//! How deep a source may nest. Parsing and lowering recurse over the tree, and a hostile source must not
//! exhaust the stack: it is refused from its tokens, before there is a tree.

use super::token::{Class, Failure, Kind, Place, Token, Tokens};
use super::tokenize::line_column;

/// Most operators inside one another, brackets and chains of attributes and calls included.
const MAXIMUM_NESTING: usize = 400;

/// Digits of the longest decimal literal.
const MAXIMUM_DIGITS: usize = 4300;

/// Words that nest what follows them.
const NESTING_WORDS: [&str; 6] = ["not", "lambda", "if", "else", "await", "yield"];

/// Refuses a source that nests too deep.
pub(super) fn check(source: &str, tokens: &Tokens) -> Option<Failure> {
    if let Some(failure) = &tokens.failure
        && failure.message.starts_with("too many ")
    {
        return Some(failure.clone());
    }
    let mut counts = vec![0_usize];
    let mut total = 0;
    let mut after_operand = false;
    for token in &tokens.tokens {
        let text = source.get(token.start..token.end.min(source.len())).unwrap_or("");
        let last = counts.len() - 1;
        match (token.kind, text) {
            (Kind::Operator, "(" | "[" | "{") => {
                counts.push(0);
                after_operand = false;
                continue;
            }
            (Kind::Operator, ")" | "]" | "}") => {
                if counts.len() > 1 {
                    total -= counts.pop().unwrap_or(0);
                }
                let last = counts.len() - 1;
                counts[last] += 1;
                total += 1;
                after_operand = true;
            }
            (Kind::Operator, "," | ";" | "=") | (Kind::Newline, _) => {
                total -= std::mem::take(&mut counts[last]);
                after_operand = false;
                continue;
            }
            (Kind::Operator, operator) => {
                if nests(operator, after_operand) {
                    counts[last] += 1;
                    total += 1;
                }
                after_operand = false;
            }
            (Kind::Keyword, word) => {
                if NESTING_WORDS.contains(&word) {
                    counts[last] += 1;
                    total += 1;
                }
                after_operand = matches!(word, "None" | "True" | "False");
            }
            (Kind::Number, digits) if is_long(digits) => return Some(too_long(source, token, digits)),
            _ => after_operand = true,
        }
        if total + counts.len() > MAXIMUM_NESTING {
            return Some(too_deep(source, token));
        }
    }
    None
}

/// Whether an operator puts what follows inside itself. Others lean to the left and are walked in a loop.
fn nests(operator: &str, after_operand: bool) -> bool {
    match operator {
        "." | "**" => true,
        "+" | "-" | "~" | "*" => !after_operand,
        _ => false,
    }
}

/// Whether a number is decimal with more digits than CPython converts.
fn is_long(text: &str) -> bool {
    text.len() > MAXIMUM_DIGITS
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_')
        && text.bytes().filter(u8::is_ascii_digit).count() > MAXIMUM_DIGITS
}

fn too_long(source: &str, token: &Token, text: &str) -> Failure {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let (line, _) = line_column(source, token.start);
    let message = format!(
        "Exceeds the limit ({MAXIMUM_DIGITS} digits) for integer string conversion: value has {digits} digits; use \
         sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to \
         avoid decimal conversion limits."
    );
    // CPython gives the line only.
    let place = Place { line, offset: 0, end_line: line, end_offset: 0 };
    Failure { class: Class::Syntax, message, place }
}

fn too_deep(source: &str, token: &Token) -> Failure {
    let (line, column) = line_column(source, token.start);
    let message = format!("too many operators inside one another (more than {MAXIMUM_NESTING})");
    let offset = column as i64 + 1;
    let place = Place { line, offset, end_line: line, end_offset: offset + (token.end - token.start) as i64 };
    Failure { class: Class::Syntax, message, place }
}
