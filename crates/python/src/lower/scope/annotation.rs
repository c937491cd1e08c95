//! Collecting names from annotations (PEP 649), type parameters and `type` statements (PEP 695): the scopes
//! that are evaluated lazily and see the names of a class around them.

use ruff_python_ast::{self as ast, Expr, TypeParam, TypeParams};
use ruff_text_size::{Ranged, TextRange};

use crate::parse::SyntaxFailure;
use crate::symbol::Sym;

use super::declare::Collector;
use super::{ScopeKind, Uses, mangle};

impl Collector<'_> {
    /// Makes the namespace of the class around an annotation scope reachable in it.
    pub fn class_dict(&mut self, range: TextRange) -> Result<(), SyntaxFailure> {
        if self.scope().sees_class {
            self.note(Sym::new("__classdict__"), Uses::READ, range)?;
        }
        Ok(())
    }

    /// An annotation scope is a function with one hidden parameter, the format.
    fn lazy(
        &mut self,
        kind: ScopeKind,
        range: TextRange,
        described: &'static str,
        body: impl FnOnce(&mut Self) -> Result<(), SyntaxFailure>,
    ) -> Result<(), SyntaxFailure> {
        self.within(kind, range, |this| {
            this.scope().described = described;
            this.note(Sym::new(".format"), Uses::PARAMETER, range)?;
            this.class_dict(range)?;
            body(this)
        })?;
        Ok(())
    }

    pub fn function_annotations(&mut self, def: &ast::StmtFunctionDef) -> Result<(), SyntaxFailure> {
        let parameters = &def.parameters;
        let annotations = parameters
            .posonlyargs
            .iter()
            .chain(&parameters.args)
            .chain(&parameters.kwonlyargs)
            .map(|parameter| &parameter.parameter)
            .chain(parameters.vararg.iter().chain(&parameters.kwarg).map(|parameter| &**parameter))
            .filter_map(|parameter| parameter.annotation.as_deref())
            .chain(def.returns.as_deref());
        let annotations: Vec<&Expr> = annotations.collect();
        if annotations.is_empty() {
            // CPython looks into annotations before it knows whether there are any: a method is enough.
            let scope = self.scope();
            scope.needs_class_dict |= scope.kind == ScopeKind::Class;
            return Ok(());
        }
        let future = self.future_annotations;
        self.lazy(ScopeKind::Annotations, def.range(), "an annotation", |this| {
            this.scope().annotations_used = true;
            if future {
                return Ok(());
            }
            annotations.into_iter().try_for_each(|annotation| this.expression(annotation))
        })
    }

    pub fn annotated_assignment(&mut self, assign: &ast::StmtAnnAssign) -> Result<(), SyntaxFailure> {
        match &*assign.target {
            Expr::Name(name) => self.annotated_name(assign, name)?,
            target => self.expression(target)?,
        }
        self.variable_annotation(&assign.annotation, assign.simple)?;
        self.optional(assign.value.as_deref())
    }

    fn annotated_name(
        &mut self,
        assign: &ast::StmtAnnAssign,
        name: &ast::ExprName,
    ) -> Result<(), SyntaxFailure> {
        let symbol = Sym::new(name.id.as_str());
        let declared = Uses(Uses::GLOBAL.0 | Uses::NONLOCAL.0);
        let before = self.uses(symbol);
        if before.any(declared) && self.current != 0 && assign.simple {
            let word = if before.any(Uses::GLOBAL) { "global" } else { "nonlocal" };
            let name = mangle(self.private, symbol);
            return self.fail(format!("annotated name '{name}' can't be {word}"), assign.range());
        }
        if assign.simple {
            self.note(symbol, Uses(Uses::ANNOTATED.0 | Uses::LOCAL.0), name.range())
        } else if assign.value.is_some() {
            self.note(symbol, Uses::LOCAL, name.range())
        } else {
            Ok(())
        }
    }

    /// The annotation of a variable: evaluated in the annotation scope of its module or class, never in
    /// a function.
    fn variable_annotation(&mut self, annotation: &Expr, simple: bool) -> Result<(), SyntaxFailure> {
        let owner = self.current;
        let kind = self.kind();
        if self.future_annotations || !matches!(kind, ScopeKind::Module | ScopeKind::Class) {
            self.scope().annotations_used |= simple;
            return Ok(());
        }
        let conditional = kind == ScopeKind::Module || self.scope().conditional_depth > 0;
        self.scope().annotations_used = true;
        let id = match self.scope().annotation_scope {
            Some(id) => id,
            None => {
                let range = TextRange::empty(annotation.start());
                self.lazy(ScopeKind::Annotations, range, "an annotation", |_| Ok(()))?;
                let id = self.table.scopes.len() - 1;
                self.scope().annotation_scope = Some(id);
                id
            }
        };
        if conditional {
            let name = Sym::new("__conditional_annotations__");
            if kind == ScopeKind::Module {
                self.table.scopes[owner].conditional_annotations = true;
                self.note(name, Uses::READ, annotation.range())?;
            } else {
                self.note_in(id, name, Uses::READ, annotation.range())?;
            }
        }
        self.inside(id, |this| this.expression(annotation))
    }

    pub fn type_parameters(&mut self, parameters: &TypeParams) -> Result<(), SyntaxFailure> {
        for parameter in &parameters.type_params {
            let name = Sym::new(parameter.name().as_str());
            let uses = Uses(Uses::TYPE_PARAMETER.0 | Uses::LOCAL.0);
            self.note(name, uses, parameter.range())?;
            let (bound, default, described) = match parameter {
                TypeParam::TypeVar(node) => {
                    (node.bound.as_deref(), node.default.as_deref(), "a TypeVar default")
                }
                TypeParam::ParamSpec(node) => (None, node.default.as_deref(), "a ParamSpec default"),
                TypeParam::TypeVarTuple(node) => (None, node.default.as_deref(), "a TypeVarTuple default"),
            };
            if let Some(bound) = bound {
                let described =
                    if bound.is_tuple_expr() { "a TypeVar constraint" } else { "a TypeVar bound" };
                self.lazy(ScopeKind::TypeBound, parameter.range(), described, |this| this.expression(bound))?;
            }
            if let Some(default) = default {
                self.lazy(ScopeKind::TypeDefault, parameter.range(), described, |this| {
                    this.expression(default)
                })?;
            }
        }
        Ok(())
    }

    pub fn type_alias(&mut self, alias: &ast::StmtTypeAlias) -> Result<(), SyntaxFailure> {
        self.expression(&alias.name)?;
        let value = |this: &mut Self| {
            this.lazy(ScopeKind::TypeAlias, alias.range(), "a type alias", |this| {
                this.expression(&alias.value)
            })
        };
        let Some(parameters) = &alias.type_params else { return value(self) };
        self.within(ScopeKind::TypeParameters, parameters.range(), |this| {
            this.class_dict(alias.range())?;
            this.type_parameters(parameters)?;
            value(this)
        })?;
        Ok(())
    }
}
