//! Targets: what an assignment, a loop or `del` binds and unbinds.

use loopglass_trace::Span;
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use crate::code::Op;
use crate::symbol::Sym;

use super::expression::binary_op;
use super::names::Access;
use super::scope::ScopeKind;
use super::{Lowered, Lowerer};

impl<'a> Lowerer<'a> {
    /// Binds a target to the value on top.
    pub(super) fn store(&mut self, target: &'a Expr) -> Lowered {
        let at = self.at(target);
        match target {
            Expr::Name(node) => {
                self.name(at, Sym::new(node.id.as_str()), Access::Store);
                Ok(())
            }
            Expr::Attribute(node) => {
                self.note_static_attribute(node);
                self.expression(&node.value)?;
                let at = self.attribute_at(at, node);
                self.check_debug(node)?;
                let index = self.attribute_index(node);
                self.op(at, Op::StoreAttr(index));
                Ok(())
            }
            Expr::Subscript(node) => {
                self.expression(&node.value)?;
                self.index(at, &node.slice)?;
                self.op(at, Op::StoreSubscript);
                Ok(())
            }
            Expr::List(node) => self.unpack(at, &node.elts),
            Expr::Tuple(node) => self.unpack(at, &node.elts),
            Expr::Starred(node) => {
                self.fail("starred assignment target must be in a list or tuple", node.range())
            }
            other => self.fail("cannot assign to expression", other.range()),
        }
    }

    fn check_debug(&mut self, node: &ast::ExprAttribute) -> Lowered {
        if node.attr.as_str() == "__debug__" {
            return self.fail("cannot assign to __debug__", node.range());
        }
        Ok(())
    }

    fn unpack(&mut self, at: Span, elements: &'a [Expr]) -> Lowered {
        let star = elements.iter().position(Expr::is_starred_expr);
        match star {
            None => self.op(at, Op::UnpackSequence(elements.len() as u32)),
            Some(before) => {
                let after = elements.len() - before - 1;
                if elements[before + 1..].iter().any(Expr::is_starred_expr) {
                    return self.fail_span("multiple starred expressions in assignment", at);
                }
                let (Ok(before), Ok(after)) = (u8::try_from(before), u8::try_from(after)) else {
                    return self.fail_span("too many expressions in star-unpacking assignment", at);
                };
                self.op(at, Op::UnpackStar { before: u16::from(before), after });
            }
        }
        for element in elements {
            match element {
                Expr::Starred(node) => self.store(&node.value)?,
                other => self.store(other)?,
            }
        }
        Ok(())
    }

    /// `del target`.
    pub(super) fn delete(&mut self, target: &'a Expr) -> Lowered {
        let at = self.at(target);
        match target {
            Expr::Name(node) => {
                self.name(at, Sym::new(node.id.as_str()), Access::Delete);
                Ok(())
            }
            Expr::Attribute(node) => {
                self.expression(&node.value)?;
                let at = self.attribute_at(at, node);
                let index = self.attribute_index(node);
                self.op(at, Op::DeleteAttr(index));
                Ok(())
            }
            Expr::Subscript(node) => {
                self.expression(&node.value)?;
                self.expression(&node.slice)?;
                self.op(at, Op::DeleteSubscript);
                Ok(())
            }
            Expr::List(node) => node.elts.iter().try_for_each(|element| self.delete(element)),
            Expr::Tuple(node) => node.elts.iter().try_for_each(|element| self.delete(element)),
            other => self.fail("cannot delete expression", other.range()),
        }
    }

    pub(super) fn augmented_assignment(&mut self, node: &'a ast::StmtAugAssign) -> Lowered {
        let at = self.at(&*node.target);
        match &*node.target {
            Expr::Name(name) => self.name(at, Sym::new(name.id.as_str()), Access::Load),
            Expr::Attribute(target) => {
                self.expression(&target.value)?;
                self.op(at, Op::Copy(1));
                let at = self.attribute_at(at, target);
                let index = self.attribute_index(target);
                self.op(at, Op::LoadAttr(index));
            }
            Expr::Subscript(target) => {
                self.expression(&target.value)?;
                self.index(at, &target.slice)?;
                self.op(at, Op::Copy(2));
                self.op(at, Op::Copy(2));
                self.op(at, Op::Subscript);
            }
            other => return self.fail("illegal expression for augmented assignment", other.range()),
        }
        self.expression(&node.value)?;
        self.op(self.at(node), Op::Inplace(binary_op(node.op)));
        match &*node.target {
            Expr::Name(name) => self.name(at, Sym::new(name.id.as_str()), Access::Store),
            Expr::Attribute(target) => {
                self.check_debug(target)?;
                let at = self.attribute_at(at, target);
                self.op(at, Op::Swap(2));
                let index = self.attribute_index(target);
                self.op(at, Op::StoreAttr(index));
            }
            _ => {
                self.op(at, Op::Swap(3));
                self.op(at, Op::Swap(2));
                self.op(at, Op::StoreSubscript);
            }
        }
        Ok(())
    }

    /// `self.x = …` in a method is noted for the class's `__static_attributes__`.
    fn note_static_attribute(&mut self, node: &ast::ExprAttribute) {
        let Expr::Name(object) = &*node.value else { return };
        if object.id.as_str() != "self" || self.scope_kind() == ScopeKind::Class {
            return;
        }
        let name = Sym::new(node.attr.as_str());
        for unit in self.units.iter_mut().rev() {
            if self.scopes.scopes[unit.scope].kind == ScopeKind::Class {
                if !unit.static_attributes.contains(&name) {
                    unit.static_attributes.push(name);
                }
                return;
            }
        }
    }
}
