//! Collecting names from expressions.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Comprehension, Expr, ExprContext};
use ruff_text_size::{Ranged, TextRange};

use crate::parse::SyntaxFailure;
use crate::symbol::Sym;

use super::declare::Collector;
use super::{ScopeId, ScopeKind, Uses, mangle};

/// Visits the direct sub-expressions of one.
struct Parts<'c, 'a> {
    collector: &'c mut Collector<'a>,
    result: Result<(), SyntaxFailure>,
}

impl<'ast> Visitor<'ast> for Parts<'_, '_> {
    fn visit_expr(&mut self, expression: &'ast Expr) {
        if self.result.is_ok() {
            self.result = self.collector.expression(expression);
        }
    }
}

impl Collector<'_> {
    pub fn expression(&mut self, expression: &Expr) -> Result<(), SyntaxFailure> {
        match expression {
            Expr::Name(name) => self.name(name),
            Expr::Named(named) => self.named(named),
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::ListComp(node) => self.comprehension(
                ScopeKind::ListComprehension,
                node.range(),
                &node.generators,
                [Some(&*node.elt), None],
            ),
            Expr::SetComp(node) => self.comprehension(
                ScopeKind::SetComprehension,
                node.range(),
                &node.generators,
                [Some(&*node.elt), None],
            ),
            Expr::DictComp(node) => self.comprehension(
                ScopeKind::DictComprehension,
                node.range(),
                &node.generators,
                [node.key.as_deref(), Some(&*node.value)],
            ),
            Expr::Generator(node) => self.comprehension(
                ScopeKind::GeneratorExpression,
                node.range(),
                &node.generators,
                [Some(&*node.elt), None],
            ),
            Expr::BinOp(node) => self.binary(node),
            Expr::Yield(node) => {
                self.optional(node.value.as_deref())?;
                self.yields(node.range(), "yield")
            }
            Expr::YieldFrom(node) => {
                self.expression(&node.value)?;
                self.yields(node.range(), "yield")
            }
            Expr::Await(node) => {
                self.not_in_annotation(node.range(), "await expression")?;
                self.expression(&node.value)?;
                if self.kind().is_function_like() {
                    self.scope().coroutine = true;
                }
                Ok(())
            }
            _ => {
                let mut parts = Parts { collector: self, result: Ok(()) };
                visitor::walk_expr(&mut parts, expression);
                parts.result
            }
        }
    }

    /// A chain of operators leans to the left and may be long: it is walked without recursion.
    fn binary(&mut self, node: &ast::ExprBinOp) -> Result<(), SyntaxFailure> {
        let mut rights = vec![&*node.right];
        let mut left = &*node.left;
        while let Expr::BinOp(inner) = left {
            rights.push(&inner.right);
            left = &inner.left;
        }
        self.expression(left)?;
        rights.into_iter().rev().try_for_each(|right| self.expression(right))
    }

    fn name(&mut self, name: &ast::ExprName) -> Result<(), SyntaxFailure> {
        let symbol = Sym::new(name.id.as_str());
        let uses = if name.ctx == ExprContext::Load { Uses::READ } else { Uses::LOCAL };
        if name.ctx == ExprContext::Del && name.id.as_str() == "__debug__" {
            return self.fail("cannot delete __debug__", name.range());
        }
        self.note(symbol, uses, name.range())?;
        if name.ctx == ExprContext::Load && self.kind().is_function_like() && name.id.as_str() == "super" {
            self.note(Sym::new("__class__"), Uses::READ, name.range())?;
        }
        Ok(())
    }

    fn lambda(&mut self, lambda: &ast::ExprLambda) -> Result<(), SyntaxFailure> {
        if let Some(parameters) = &lambda.parameters {
            self.defaults(parameters)?;
        }
        self.within(ScopeKind::Lambda, lambda.range(), |this| {
            if let Some(parameters) = &lambda.parameters {
                this.parameters(parameters)?;
            }
            this.expression(&lambda.body)
        })?;
        Ok(())
    }

    fn not_in_annotation(&mut self, range: TextRange, what: &str) -> Result<(), SyntaxFailure> {
        match self.kind() {
            ScopeKind::TypeParameters => {
                self.fail(format!("{what} cannot be used within the definition of a generic"), range)
            }
            kind if kind.is_annotation() => {
                let described = self.scope().described;
                self.fail(format!("{what} cannot be used within {described}"), range)
            }
            _ => Ok(()),
        }
    }

    fn yields(&mut self, range: TextRange, word: &str) -> Result<(), SyntaxFailure> {
        self.not_in_annotation(range, "yield expression")?;
        let place = match self.kind() {
            ScopeKind::ListComprehension => "list comprehension",
            ScopeKind::SetComprehension => "set comprehension",
            ScopeKind::DictComprehension => "dict comprehension",
            ScopeKind::GeneratorExpression => "generator expression",
            _ => {
                self.scope().generator = true;
                return Ok(());
            }
        };
        self.fail(format!("'{word}' inside {place}"), range)
    }

    fn comprehension(
        &mut self,
        kind: ScopeKind,
        range: TextRange,
        generators: &[Comprehension],
        parts: [Option<&Expr>; 2],
    ) -> Result<(), SyntaxFailure> {
        let Some((first, rest)) = generators.split_first() else { return Ok(()) };
        self.scope().iterable_depth += 1;
        self.expression(&first.iter)?;
        self.scope().iterable_depth -= 1;
        let id = self.within(kind, range, |this| {
            this.scope().coroutine = first.is_async;
            this.note(Sym::new(".0"), Uses::PARAMETER, range)?;
            this.target(first)?;
            this.expressions(&first.ifs)?;
            for generator in rest {
                this.target(generator)?;
                this.scope().iterable_depth += 1;
                this.expression(&generator.iter)?;
                this.scope().iterable_depth -= 1;
                this.expressions(&generator.ifs)?;
                this.scope().coroutine |= generator.is_async;
            }
            parts.into_iter().flatten().try_for_each(|part| this.expression(part))
        })?;
        if kind == ScopeKind::GeneratorExpression {
            self.table.scopes[id].generator = true;
        } else if self.table.scopes[id].coroutine && self.kind().is_function_like() {
            self.scope().coroutine = true;
        }
        Ok(())
    }

    fn target(&mut self, generator: &Comprehension) -> Result<(), SyntaxFailure> {
        self.scope().in_target = true;
        self.expression(&generator.target)?;
        self.scope().in_target = false;
        Ok(())
    }

    /// `name := value`: in a comprehension the name is bound in the function around it.
    fn named(&mut self, named: &ast::ExprNamed) -> Result<(), SyntaxFailure> {
        self.not_in_annotation(named.range(), "named expression")?;
        if self.kind().is_comprehension()
            && let Expr::Name(target) = &*named.target
        {
            if self.scope().iterable_depth > 0 {
                return self.fail(
                    "assignment expression cannot be used in a comprehension iterable expression",
                    named.range(),
                );
            }
            self.bind_outside(target, named.range())?;
            return self.expression(&named.value);
        }
        if self.scope().iterable_depth > 0 {
            return self.fail(
                "assignment expression cannot be used in a comprehension iterable expression",
                named.range(),
            );
        }
        self.expression(&named.value)?;
        self.expression(&named.target)
    }

    fn bind_outside(&mut self, target: &ast::ExprName, range: TextRange) -> Result<(), SyntaxFailure> {
        let name = Sym::new(target.id.as_str());
        let mut id: ScopeId = self.current;
        loop {
            let scope = &self.table.scopes[id];
            if scope.kind.is_comprehension() {
                let mangled = mangle(self.private, name);
                if let Some(symbol) = scope.symbols.get(&mangled)
                    && symbol.uses.any(Uses::ITERATION)
                    && symbol.uses.any(Uses(Uses::LOCAL.0 | Uses::GLOBAL.0))
                {
                    let message = format!(
                        "assignment expression cannot rebind comprehension iteration variable '{name}'"
                    );
                    return self.fail(message, target.range());
                }
                match scope.parent {
                    Some(parent) => id = parent,
                    None => return Ok(()),
                }
                continue;
            }
            return match scope.kind {
                ScopeKind::Module => {
                    self.note(name, Uses::GLOBAL, target.range())?;
                    self.note_in(id, name, Uses::GLOBAL, target.range())
                }
                ScopeKind::Class => self.fail(
                    "assignment expression within a comprehension cannot be used in a class body",
                    target.range(),
                ),
                kind if kind.is_annotation() => self.fail(
                    "assignment expression within a comprehension cannot be used within ".to_owned()
                        + match kind {
                            ScopeKind::TypeParameters => "the definition of a generic",
                            ScopeKind::TypeAlias => "a type alias",
                            ScopeKind::TypeBound => "a TypeVar bound",
                            _ => "an annotation",
                        },
                    range,
                ),
                _ => {
                    let global = scope
                        .symbols
                        .get(&mangle(self.private, name))
                        .is_some_and(|symbol| symbol.uses.any(Uses::GLOBAL));
                    let uses = if global { Uses::GLOBAL } else { Uses::NONLOCAL };
                    self.note(name, uses, target.range())?;
                    let uses = if global { Uses::GLOBAL } else { Uses::LOCAL };
                    self.note_in(id, name, uses, target.range())
                }
            };
        }
    }
}
