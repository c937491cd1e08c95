//! What CPython's compiler warns about: valid code that hardly means what it says. Three passes as CPython makes
//! them: escapes and numbers while it parses, jumps out of `finally`, and the rest in the order of the code.

use ruff_python_ast::visitor::source_order::{
    SourceOrderVisitor, TraversalSignal, walk_bytes_literal, walk_expr, walk_f_string, walk_stmt,
    walk_string_literal, walk_t_string,
};
use ruff_python_ast::{
    self as ast, AnyNodeRef, CmpOp, Expr, InterpolatedStringElements, ModModule, Number, Stmt,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::place::Places;

/// A `SyntaxWarning`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxWarning {
    /// What is doubtful.
    pub message: String,
    /// The line it is in.
    pub line: u32,
    /// The text of that line.
    pub text: String,
}

impl SyntaxWarning {
    /// As CPython writes it to stderr.
    pub fn shown(&self, file: &str) -> String {
        let shown = format!("{file}:{}: SyntaxWarning: {}\n", self.line, self.message);
        if self.text.is_empty() { shown } else { format!("{shown}  {}\n", self.text.trim()) }
    }
}

/// All warnings about a module, in CPython's order.
pub(super) fn find(module: &ModModule, places: &Places<'_>) -> Vec<SyntaxWarning> {
    let mut found = Found { places, warnings: Vec::new() };
    let mut literals = Literals { found: &mut found };
    literals.visit_body(&module.body);
    let mut finally = Finally { found: &mut found, around: Vec::new() };
    finally.visit_body(&module.body);
    Doubtful { found: &mut found }.visit_body(&module.body);
    found.warnings
}

struct Found<'a> {
    places: &'a Places<'a>,
    warnings: Vec<SyntaxWarning>,
}

impl Found<'_> {
    fn add(&mut self, at: TextSize, message: String) {
        let (line, _) = self.places.line_column(at);
        let text = self.places.line_text(line).to_owned();
        self.warnings.push(SyntaxWarning { message, line, text });
    }

    /// Whether the literal at this place is a raw one.
    fn is_raw(&self, literal: TextRange) -> bool {
        let text = &self.places.source[literal];
        let prefix = text.split(['"', '\'']).next().unwrap_or("");
        prefix.contains(['r', 'R'])
    }

    /// Warns of the first escape in this piece of a literal that is none.
    fn escapes(&mut self, piece: TextRange, bytes: bool) {
        let text = &self.places.source[piece];
        let mut rest = text.char_indices();
        while let Some((at, letter)) = rest.next() {
            if letter != '\\' {
                continue;
            }
            let Some((_, escaped)) = rest.next() else { return };
            let octal = escaped.is_digit(8) && {
                let digits: String = text[at + 1..].chars().take(3).take_while(|c| c.is_digit(8)).collect();
                digits.len() == 3 && *digits > *"377"
            };
            let known = "\n\\'\"abfnrtvx01234567".contains(escaped) || !bytes && "NuU".contains(escaped);
            if known && !octal {
                continue;
            }
            let shown = if octal {
                text[at..at + 4].to_owned()
            } else {
                text[at..][..1 + escaped.len_utf8()].to_owned()
            };
            let kind = if octal { "octal escape sequence" } else { "escape sequence" };
            let message = format!(
                "\"{shown}\" is an invalid {kind}. Such sequences will not work in the future. \
                 Did you mean \"\\{shown}\"? A raw string is also an option."
            );
            self.add(piece.start() + TextSize::new(at as u32), message);
            return;
        }
    }
}

/// Escapes that are none, and numbers that a keyword follows without a space.
struct Literals<'f, 'a> {
    found: &'f mut Found<'a>,
}

impl Literals<'_, '_> {
    fn pieces(&mut self, literal: TextRange, elements: &InterpolatedStringElements) {
        if self.found.is_raw(literal) {
            return;
        }
        for piece in elements.literals() {
            self.found.escapes(piece.range, false);
        }
    }
}

impl<'t> SourceOrderVisitor<'t> for Literals<'_, '_> {
    fn visit_string_literal(&mut self, literal: &'t ast::StringLiteral) {
        if !self.found.is_raw(literal.range) {
            self.found.escapes(literal.range, false);
        }
        walk_string_literal(self, literal);
    }

    fn visit_bytes_literal(&mut self, literal: &'t ast::BytesLiteral) {
        if !self.found.is_raw(literal.range) {
            self.found.escapes(literal.range, true);
        }
        walk_bytes_literal(self, literal);
    }

    fn visit_f_string(&mut self, literal: &'t ast::FString) {
        self.pieces(literal.range, &literal.elements);
        walk_f_string(self, literal);
    }

    fn visit_t_string(&mut self, literal: &'t ast::TString) {
        self.pieces(literal.range, &literal.elements);
        walk_t_string(self, literal);
    }

    fn visit_expr(&mut self, node: &'t Expr) {
        if let Expr::NumberLiteral(number) = node {
            let after = &self.found.places.source[number.range.end().to_usize()..];
            let word: String = after.chars().take_while(char::is_ascii_alphabetic).collect();
            if matches!(word.as_str(), "and" | "else" | "for" | "if" | "in" | "is" | "not" | "or") {
                let text = self.found.places.source[number.range].to_ascii_lowercase();
                let kind = match (text.get(..2), &number.value) {
                    (_, Number::Complex { .. }) => "imaginary",
                    (Some("0x"), _) => "hexadecimal",
                    (Some("0o"), _) => "octal",
                    (Some("0b"), _) => "binary",
                    _ => "decimal",
                };
                self.found.add(number.range.start(), format!("invalid {kind} literal"));
            }
        }
        walk_expr(self, node);
    }
}

/// What surrounds a statement, as far as jumps go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Function,
    Loop,
    Finally,
}

/// Jumps that leave a `finally` block, and so swallow exceptions.
struct Finally<'f, 'a> {
    found: &'f mut Found<'a>,
    around: Vec<Around>,
}

impl Finally<'_, '_> {
    fn within(&mut self, around: Around, visit: impl FnOnce(&mut Self)) {
        self.around.push(around);
        visit(self);
        self.around.pop();
    }

    /// Whether what jumps here goes through the end of a `finally`, if loops hold it or not.
    fn leaves(&self, held_by_loops: bool) -> bool {
        let place = self.around.iter().rev().find(|around| held_by_loops || **around != Around::Loop);
        place == Some(&Around::Finally)
    }

    fn check(&mut self, at: &impl Ranged, name: &str, held_by_loops: bool) {
        if self.leaves(held_by_loops) {
            self.found.add(at.start(), format!("'{name}' in a 'finally' block"));
        }
    }
}

impl<'t> SourceOrderVisitor<'t> for Finally<'_, '_> {
    fn enter_node(&mut self, node: AnyNodeRef<'t>) -> TraversalSignal {
        if node.is_expression() { TraversalSignal::Skip } else { TraversalSignal::Traverse }
    }

    fn visit_stmt(&mut self, statement: &'t Stmt) {
        match statement {
            Stmt::Return(node) => self.check(node, "return", false),
            Stmt::Break(node) => self.check(node, "break", true),
            Stmt::Continue(node) => self.check(node, "continue", true),
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {
                self.within(Around::Function, |this| walk_stmt(this, statement));
            }
            Stmt::For(node) => {
                self.within(Around::Loop, |this| this.visit_body(&node.body));
                self.visit_body(&node.orelse);
            }
            Stmt::While(node) => {
                self.within(Around::Loop, |this| this.visit_body(&node.body));
                self.visit_body(&node.orelse);
            }
            Stmt::Try(node) => {
                self.visit_body(&node.body);
                for handler in &node.handlers {
                    self.visit_except_handler(handler);
                }
                self.visit_body(&node.orelse);
                self.within(Around::Finally, |this| this.visit_body(&node.finalbody));
            }
            _ => walk_stmt(self, statement),
        }
    }
}

/// Comparisons, calls, subscripts and assertions that hardly mean what they say.
struct Doubtful<'f, 'a> {
    found: &'f mut Found<'a>,
}

impl<'t> SourceOrderVisitor<'t> for Doubtful<'_, '_> {
    fn visit_stmt(&mut self, statement: &'t Stmt) {
        if let Stmt::Assert(node) = statement
            && let Expr::Tuple(test) = &*node.test
            && !test.elts.is_empty()
        {
            let message = "assertion is always true, perhaps remove parentheses?";
            self.found.add(node.range.start(), message.to_owned());
        }
        walk_stmt(self, statement);
    }

    fn visit_expr(&mut self, node: &'t Expr) {
        let message = match node {
            Expr::Compare(node) => comparison(node),
            Expr::Call(node) => call(&node.func),
            Expr::Subscript(node) if node.ctx.is_load() => {
                for message in subscript(node) {
                    self.found.add(node.range.start(), message);
                }
                None
            }
            _ => None,
        };
        if let Some(message) = message {
            let at = if let Expr::Call(call) = node { call.func.start() } else { node.start() };
            self.found.add(at, message);
        }
        walk_expr(self, node);
    }
}

fn comparison(node: &ast::ExprCompare) -> Option<String> {
    let mut left = &*node.left;
    for (op, right) in node.ops.iter().zip(&node.comparators) {
        let literal = is_value(left).then_some(left).or_else(|| is_value(right).then_some(right));
        if let (CmpOp::Is | CmpOp::IsNot, Some(literal)) = (op, literal) {
            let (word, meant) = if *op == CmpOp::Is { ("is", "==") } else { ("is not", "!=") };
            let kind = kind_of(literal).unwrap_or("int");
            return Some(format!("\"{word}\" with '{kind}' literal. Did you mean \"{meant}\"?"));
        }
        left = right;
    }
    None
}

/// A literal whose identity is nobody's business.
fn is_value(node: &Expr) -> bool {
    match node {
        Expr::StringLiteral(_) | Expr::BytesLiteral(_) | Expr::NumberLiteral(_) => true,
        Expr::Tuple(tuple) => tuple.elts.iter().all(|item| item.is_literal_expr()),
        _ => false,
    }
}

fn call(callee: &Expr) -> Option<String> {
    let kind = kind_of(callee)?;
    let callable = matches!(callee, Expr::Lambda(_));
    (!callable).then(|| format!("'{kind}' object is not callable; perhaps you missed a comma?"))
}

fn subscript(node: &ast::ExprSubscript) -> Vec<String> {
    let mut messages = Vec::new();
    let value = &*node.value;
    let Some(kind) = kind_of(value) else { return messages };
    let sealed = matches!(
        value,
        Expr::Set(_)
            | Expr::SetComp(_)
            | Expr::Generator(_)
            | Expr::TString(_)
            | Expr::Lambda(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NumberLiteral(_)
    );
    if sealed {
        messages.push(format!("'{kind}' object is not subscriptable; perhaps you missed a comma?"));
    }
    let indexed = matches!(
        value,
        Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::Tuple(_)
            | Expr::List(_)
            | Expr::ListComp(_)
            | Expr::FString(_)
    );
    if indexed
        && let Some(index) = kind_of(&node.slice)
        && !matches!(index, "int" | "bool" | "slice")
    {
        messages.push(format!(
            "{kind} indices must be integers or slices, not {index}; perhaps you missed a comma?"
        ));
    }
    messages
}

/// The class that what a display or literal makes is of.
fn kind_of(node: &Expr) -> Option<&'static str> {
    Some(match node {
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        Expr::TString(_) => "string.templatelib.Template",
        Expr::FString(_) | Expr::StringLiteral(_) => "str",
        Expr::BytesLiteral(_) => "bytes",
        Expr::NoneLiteral(_) => "NoneType",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::BooleanLiteral(_) => "bool",
        Expr::NumberLiteral(node) => match node.value {
            Number::Int(_) => "int",
            Number::Float(_) => "float",
            Number::Complex { .. } => "complex",
        },
        _ => return None,
    })
}
