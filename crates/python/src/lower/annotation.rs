//! Annotations: functions that evaluate them when asked (PEP 649), or their text (PEP 563).

use loopglass_trace::Span;
use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use crate::code::{CodeKind, CompareOp, FunctionParts, Op};
use crate::symbol::Sym;

use super::constant::Constant;
use super::function::starred;
use super::literal;
use super::names::Access;
use super::scope::{ScopeId, ScopeKind, mangle};
use super::step::{Ins, Step};
use super::unit::Item;
use super::{Lowered, Lowerer, UnitStart};

impl<'a> Lowerer<'a> {
    /// Begins a lazily evaluated function: with a format above 2 it raises NotImplementedError.
    pub(super) fn enter_lazy(&mut self, at: Span, scope: ScopeId, name: Sym) {
        let private = self.scopes.scopes[scope].private;
        let kind = CodeKind::Function;
        self.enter(UnitStart { scope, name, kind, first_line: at.line, private });
        self.unit().counts = [1, 1, 0];
        let body = self.label();
        self.op(at, Op::LoadFast(0));
        self.constant(at, Constant::int(2));
        self.op(at, Op::Compare(CompareOp::Gt));
        self.op(at, Op::PopJumpIfFalse(body));
        let error = self.unit().name_index(Sym::new("NotImplementedError"));
        self.op(at, Op::LoadGlobal(error));
        self.op(at, Op::Raise(1));
        self.place_label(body);
    }

    /// Ends a lazily evaluated function and makes it.
    fn leave_lazy(&mut self, at: Span, flags: u8) -> Lowered {
        self.op(at, Op::Return);
        let code = self.finish()?;
        self.make_function(at, code, flags)
    }

    /// The annotations of a function, if it has any; gives the part of the function they are.
    pub(super) fn function_annotations(&mut self, at: Span, def: &'a ast::StmtFunctionDef) -> Lowered<u8> {
        let Some(scope) = self.scopes.find(ScopeKind::Annotations, def.range()) else { return Ok(0) };
        self.enter_lazy(at, scope, Sym::new("__annotate__"));
        let parameters = &def.parameters;
        let ordered = parameters
            .args
            .iter()
            .chain(&parameters.posonlyargs)
            .map(|parameter| &parameter.parameter)
            .chain(parameters.vararg.iter().map(|parameter| &**parameter))
            .chain(parameters.kwonlyargs.iter().map(|parameter| &parameter.parameter))
            .chain(parameters.kwarg.iter().map(|parameter| &**parameter));
        let mut count = 0;
        for parameter in ordered {
            if let Some(annotation) = &parameter.annotation {
                self.parameter_annotation(at, parameter.name.as_str(), annotation)?;
                count += 1;
            }
        }
        if let Some(returns) = &def.returns {
            self.parameter_annotation(at, "return", returns)?;
            count += 1;
        }
        self.op(at, Op::BuildMap(count));
        self.leave_lazy(at, 0)?;
        Ok(FunctionParts::ANNOTATE)
    }

    fn parameter_annotation(&mut self, at: Span, name: &str, annotation: &'a Expr) -> Lowered {
        let name = mangle(self.unit().private, Sym::new(name));
        self.constant(at, Constant::name(name));
        if self.future_annotations {
            self.annotation_text(annotation);
            return Ok(());
        }
        match starred(annotation) {
            Some(inner) => {
                self.expression(inner)?;
                self.op(at, Op::UnpackSequence(1));
                Ok(())
            }
            None => self.expression(annotation),
        }
    }

    /// The source of an annotation.
    fn annotation_text(&mut self, annotation: &Expr) {
        let text = plain_text(&self.places.source[annotation.range()], annotation);
        self.constant(self.at(annotation), Constant::str(text));
    }

    pub(super) fn annotated_assignment(&mut self, node: &'a ast::StmtAnnAssign) -> Lowered {
        if let Some(value) = &node.value {
            self.expression(value)?;
            self.store(&node.target)?;
        }
        match &*node.target {
            Expr::Name(name) if node.simple => self.note_annotation(node, name)?,
            Expr::Attribute(target) if node.value.is_none() => self.check_expression(&target.value)?,
            Expr::Subscript(target) if node.value.is_none() => {
                self.check_expression(&target.value)?;
                self.check_index(&target.slice)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn note_annotation(&mut self, node: &'a ast::StmtAnnAssign, name: &'a ast::ExprName) -> Lowered {
        let kind = self.scope_kind();
        if !matches!(kind, ScopeKind::Module | ScopeKind::Class) {
            return Ok(());
        }
        let at = self.at(node);
        if self.future_annotations {
            self.annotation_text(&node.annotation);
            self.name(at, Sym::new("__annotations__"), Access::Load);
            let name = mangle(self.unit().private, Sym::new(name.id.as_str()));
            self.constant(at, Constant::name(name));
            self.op(at, Op::StoreSubscript);
            return Ok(());
        }
        let unit = self.unit();
        let conditional = kind == ScopeKind::Module || unit.conditional_depth > 0;
        if !conditional {
            unit.annotations.push((node, None));
            return Ok(());
        }
        let number = unit.conditional_annotations;
        unit.conditional_annotations += 1;
        unit.annotations.push((node, Some(number)));
        match self.class_cell("__conditional_annotations__") {
            Some(slot) => self.op(at, Op::LoadDeref(slot)),
            None => self.name(at, Sym::new("__conditional_annotations__"), Access::Load),
        }
        self.constant(at, Constant::int(number));
        self.op(at, Op::SetAdd(1));
        self.op(at, Op::Pop);
        Ok(())
    }

    fn check_expression(&mut self, expression: &'a Expr) -> Lowered {
        self.expression(expression)?;
        self.op(self.at(expression), Op::Pop);
        Ok(())
    }

    fn check_index(&mut self, index: &'a Expr) -> Lowered {
        match index {
            Expr::Slice(node) => [&node.lower, &node.upper, &node.step]
                .into_iter()
                .flatten()
                .try_for_each(|part| self.check_expression(part)),
            Expr::Tuple(node) => node.elts.iter().try_for_each(|element| self.check_index(element)),
            other => self.check_expression(other),
        }
    }

    /// At the end of a module or class: the function that evaluates its annotations.
    pub(super) fn deferred_annotations(&mut self, at: Span) -> Lowered {
        let annotations = std::mem::take(&mut self.unit().annotations);
        if annotations.is_empty() {
            return Ok(());
        }
        let kind = self.scope_kind();
        let owner = self.unit().scope;
        // A module makes its function first, so that annotations can be asked for while it runs.
        let end = self.unit().items.len();
        let Some(scope) = self.scopes.scopes[owner].annotation_scope else {
            return self.fail("annotations without a scope", TextRange::default());
        };
        self.enter_lazy(at, scope, Sym::new("__annotate__"));
        self.op(at, Op::BuildMap(0));
        let conditional = Sym::new("__conditional_annotations__");
        for (node, number) in annotations {
            let Expr::Name(target) = &*node.target else { continue };
            let place = self.at(node);
            let not_set = self.label();
            if let Some(number) = number {
                self.constant(place, Constant::int(number));
                match self.unit().slot_of.get(&conditional).copied() {
                    Some(slot) => self.op(place, Op::LoadDeref(slot)),
                    None => {
                        let index = self.unit().name_index(conditional);
                        self.op(place, Op::LoadGlobal(index));
                    }
                }
                self.op(place, Op::Contains(false));
                self.op(place, Op::PopJumpIfFalse(not_set));
            }
            self.expression(&node.annotation)?;
            self.op(place, Op::Copy(2));
            let name = mangle(self.unit().private, Sym::new(target.id.as_str()));
            self.constant(place, Constant::name(name));
            self.op(at, Op::StoreSubscript);
            self.place_label(not_set);
        }
        self.leave_lazy(at, 0)?;
        let name = if kind == ScopeKind::Class { "__annotate_func__" } else { "__annotate__" };
        self.name(at, Sym::new(name), Access::Store);
        if kind == ScopeKind::Module {
            let unit = self.unit();
            let setup = unit.items.split_off(end);
            let after_resume = 1 + unit.items.iter().take_while(|item| !is_resume(item)).count();
            unit.items.splice(after_resume..after_resume, setup);
        }
        Ok(())
    }

    /// A lazily evaluated expression of a type parameter or a `type` statement, as a function.
    pub(super) fn lazy_expression(
        &mut self,
        at: Span,
        scope: ScopeId,
        name: Sym,
        expression: &'a Expr,
    ) -> Lowered {
        self.constant(at, Constant::Tuple(vec![Constant::int(1)]));
        self.enter_lazy(at, scope, name);
        match starred(expression) {
            Some(inner) => {
                self.expression(inner)?;
                self.op(at, Op::UnpackSequence(1));
            }
            None => self.expression(expression)?,
        }
        self.leave_lazy(at, FunctionParts::DEFAULTS)
    }
}

fn is_resume(item: &Item) -> bool {
    matches!(item, Item::Step(Step { ins: Ins::Resume, .. }))
}

/// The text of an annotation as CPython writes its syntax tree: strings in their usual quotes, one space after a comma
/// and around `|`, no others within brackets.
fn plain_text(source: &str, annotation: &Expr) -> String {
    let mut strings = Strings::default();
    strings.visit_expr(annotation);
    let base = annotation.range().start();
    let mut text = String::with_capacity(source.len());
    let mut at = 0;
    for (range, said) in strings.0 {
        let (start, end) = (usize::from(range.start() - base), usize::from(range.end() - base));
        spaced(&source[at..start], &mut text);
        text.push_str(&said);
        at = end;
    }
    spaced(&source[at..], &mut text);
    text
}

/// The plain strings in an annotation, with what each is written as.
#[derive(Default)]
struct Strings(Vec<(TextRange, String)>);

impl<'a> Visitor<'a> for Strings {
    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::StringLiteral(_) => {
                if let Some(constant) = literal::constant(expression) {
                    self.0.push((expression.range(), literal::repr(&constant)));
                }
            }
            other => walk_expr(self, other),
        }
    }
}

fn spaced(source: &str, text: &mut String) {
    let mut waiting = false;
    for c in source.chars() {
        match c {
            c if c.is_whitespace() => waiting = !text.is_empty(),
            ',' | '|' => {
                text.push_str(if c == '|' { " |" } else { "," });
                waiting = true;
            }
            ')' | ']' | '}' => {
                text.push(c);
                waiting = false;
            }
            c => {
                if waiting && !text.ends_with(['(', '[', '{', ' ']) {
                    text.push(' ');
                }
                text.push(c);
                waiting = false;
            }
        }
    }
    if waiting {
        text.push(' ');
    }
}
