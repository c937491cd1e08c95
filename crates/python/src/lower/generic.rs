//! Type parameters and `type` statements (PEP 695, PEP 696).

use ruff_python_ast::{self as ast, Expr, TypeParam, TypeParams};
use ruff_text_size::Ranged;

use crate::code::{CodeKind, Intrinsic, Op};
use crate::symbol::Sym;

use super::constant::Constant;
use super::names::Access;
use super::scope::ScopeKind;
use super::{Lowered, Lowerer, UnitStart};

impl<'a> Lowerer<'a> {
    /// Begins the function around a generic definition.
    pub(super) fn enter_type_parameters(
        &mut self,
        name: &str,
        parameters: &TypeParams,
        first_line: u32,
    ) -> Lowered {
        let Some(scope) = self.scopes.find(ScopeKind::TypeParameters, parameters.range()) else {
            return self.fail("type parameters without a scope", parameters.range());
        };
        let private = self.unit().private;
        let name = Sym::new(&format!("<generic parameters of {name}>"));
        self.enter(UnitStart { scope, name, kind: CodeKind::Function, first_line, private });
        Ok(())
    }

    /// Makes and binds type parameters; leaves a tuple of them.
    pub(super) fn type_parameters(&mut self, parameters: &'a TypeParams) -> Lowered {
        let mut seen_default = false;
        for parameter in &parameters.type_params {
            let at = self.at(parameter);
            let name = Sym::new(parameter.name().as_str());
            self.constant(at, Constant::name(name));
            let (bound, default, plain) = match parameter {
                TypeParam::TypeVar(node) => {
                    (node.bound.as_deref(), node.default.as_deref(), Intrinsic::TypeVar)
                }
                TypeParam::ParamSpec(node) => (None, node.default.as_deref(), Intrinsic::ParamSpec),
                TypeParam::TypeVarTuple(node) => (None, node.default.as_deref(), Intrinsic::TypeVarTuple),
            };
            match bound {
                Some(bound) => {
                    self.lazy_part(ScopeKind::TypeBound, parameter, name, bound)?;
                    let constraints = bound.is_tuple_expr();
                    self.op(
                        at,
                        Op::Intrinsic(if constraints {
                            Intrinsic::TypeVarWithConstraints
                        } else {
                            Intrinsic::TypeVarWithBound
                        }),
                    );
                }
                None => self.op(at, Op::Intrinsic(plain)),
            }
            match default {
                Some(default) => {
                    seen_default = true;
                    self.lazy_part(ScopeKind::TypeDefault, parameter, name, default)?;
                    self.op(at, Op::Intrinsic(Intrinsic::SetTypeParamDefault));
                }
                None if seen_default => {
                    let message =
                        format!("non-default type parameter '{name}' follows default type parameter");
                    return self.fail(message, parameter.range());
                }
                None => {}
            }
            self.op(at, Op::Copy(1));
            self.name(at, name, Access::Store);
        }
        if let Some(first) = parameters.type_params.first() {
            self.op(self.at(first), Op::BuildTuple(parameters.type_params.len() as u32));
        }
        Ok(())
    }

    fn lazy_part(
        &mut self,
        kind: ScopeKind,
        parameter: &TypeParam,
        name: Sym,
        expression: &'a Expr,
    ) -> Lowered {
        let Some(scope) = self.scopes.find(kind, parameter.range()) else {
            return self.fail("type parameter without a scope", parameter.range());
        };
        self.lazy_expression(self.at(expression), scope, name, expression)
    }

    pub(super) fn type_alias(&mut self, alias: &'a ast::StmtTypeAlias) -> Lowered {
        let at = self.at(alias);
        let Expr::Name(target) = &*alias.name else {
            return self.fail("invalid syntax", alias.name.range());
        };
        let name = Sym::new(target.id.as_str());
        if let Some(parameters) = &alias.type_params {
            self.enter_type_parameters(target.id.as_str(), parameters, at.line)?;
            self.constant(at, Constant::name(name));
            self.type_parameters(parameters)?;
        } else {
            self.constant(at, Constant::name(name));
            self.none(at);
        }
        let Some(scope) = self.scopes.find(ScopeKind::TypeAlias, alias.range()) else {
            return self.fail("alias without a scope", alias.range());
        };
        self.lazy_expression(at, scope, name, &alias.value)?;
        self.op(at, Op::Intrinsic(Intrinsic::TypeAlias));
        if alias.type_params.is_some() {
            self.op(at, Op::Return);
            let code = self.finish()?;
            self.make_function(at, code, 0)?;
            self.op(at, Op::PushNull);
            self.op(at, Op::Call(0));
        }
        self.name(at, name, Access::Store);
        Ok(())
    }
}
