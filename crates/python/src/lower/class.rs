//! Class definitions.

use loopglass_trace::Span;
use ruff_python_ast as ast;
use ruff_text_size::Ranged;

use crate::code::{CodeKind, Intrinsic, Op};
use crate::symbol::Sym;

use super::constant::Constant;
use super::names::Access;
use super::place::NOWHERE;
use super::scope::ScopeKind;
use super::{Lowered, Lowerer, UnitStart};

impl<'a> Lowerer<'a> {
    pub(super) fn class(&mut self, class: &'a ast::StmtClassDef) -> Lowered {
        self.decorators(&class.decorator_list)?;
        let at = self.definition_at(&class.decorator_list, class.range());
        let first_line = self.first_line(&class.decorator_list, at);
        if let Some(arguments) = &class.arguments {
            self.widen_generator(arguments);
        }
        let (args, keywords) = match &class.arguments {
            Some(arguments) => (&arguments.args[..], &arguments.keywords[..]),
            None => (&[][..], &[][..]),
        };
        match &class.type_params {
            None => {
                self.class_body(at, class, first_line)?;
                self.arguments(at, 2, args, keywords, None)?;
            }
            Some(type_params) => {
                let hidden = Sym::new(".type_params");
                let base = Sym::new(".generic_base");
                self.enter_type_parameters(class.name.as_str(), type_params, first_line)?;
                self.unit().private = Some(Sym::new(class.name.as_str()));
                self.type_parameters(type_params)?;
                self.name(at, hidden, Access::Store);
                self.class_body(at, class, first_line)?;
                self.name(at, hidden, Access::Load);
                self.op(at, Op::Intrinsic(Intrinsic::SubscriptGeneric));
                self.name(at, base, Access::Store);
                self.arguments(at, 2, args, keywords, Some(base))?;
                self.op(at, Op::Return);
                let code = self.finish()?;
                self.make_function(at, code, 0)?;
                self.op(at, Op::PushNull);
                self.op(at, Op::Call(0));
            }
        }
        self.apply_decorators(&class.decorator_list);
        self.name(at, Sym::new(class.name.as_str()), Access::Store);
        Ok(())
    }

    /// Makes the class body's function and what comes before the bases in the call that makes the class.
    fn class_body(&mut self, definition: Span, class: &'a ast::StmtClassDef, first_line: u32) -> Lowered {
        let Some(scope) = self.scopes.find(ScopeKind::Class, class.range()) else {
            return self.fail("class without a scope", class.range());
        };
        let name = Sym::new(class.name.as_str());
        let kind = CodeKind::Class;
        self.enter(UnitStart { scope, name, kind, first_line, private: Some(name) });
        let at = Span { line: first_line, end_line: first_line, column: 0, end_column: 0 };
        self.name(at, Sym::new("__name__"), Access::Load);
        self.name(at, Sym::new("__module__"), Access::Store);
        let qualname = self.unit().qualname.clone();
        self.constant(at, Constant::str(qualname));
        self.name(at, Sym::new("__qualname__"), Access::Store);
        self.constant(at, Constant::int(i64::from(first_line - self.lines_before)));
        self.name(at, Sym::new("__firstlineno__"), Access::Store);
        if class.type_params.is_some() {
            self.name(at, Sym::new(".type_params"), Access::Load);
            self.name(at, Sym::new("__type_params__"), Access::Store);
        }
        if let Some(slot) = self.class_cell("__classdict__") {
            self.op(at, Op::LoadLocals);
            self.op(at, Op::StoreDeref(slot));
        }
        if let Some(slot) = self.class_cell("__conditional_annotations__") {
            self.op(at, Op::BuildSet(0));
            self.op(at, Op::StoreDeref(slot));
        }
        self.namespace_body(at, &class.body)?;
        self.class_end();
        let code = self.finish()?;
        self.op(definition, Op::LoadBuildClass);
        self.op(definition, Op::PushNull);
        self.make_function(definition, code, 0)?;
        self.constant(definition, Constant::name(name));
        Ok(())
    }

    /// The slot of one of a class body's implicit cells, where it has it.
    pub(super) fn class_cell(&mut self, name: &str) -> Option<u32> {
        let unit = self.unit();
        let slot = *unit.slot_of.get(&Sym::new(name))?;
        unit.slots[slot as usize].is_cell.then_some(slot)
    }

    /// What a class body does at its end.
    fn class_end(&mut self) {
        let mut attributes = std::mem::take(&mut self.unit().static_attributes);
        attributes.sort_by_key(|name| name.to_string());
        let attributes = attributes.into_iter().map(Constant::name).collect();
        self.constant(NOWHERE, Constant::Tuple(attributes));
        self.name(NOWHERE, Sym::new("__static_attributes__"), Access::Store);
        if let Some(slot) = self.class_cell("__classdict__") {
            self.op(NOWHERE, Op::LoadClosure(slot));
            self.name(NOWHERE, Sym::new("__classdictcell__"), Access::Store);
        }
        match self.class_cell("__class__") {
            Some(slot) => {
                self.op(NOWHERE, Op::LoadClosure(slot));
                self.op(NOWHERE, Op::Copy(1));
                self.name(NOWHERE, Sym::new("__classcell__"), Access::Store);
            }
            None => self.none(NOWHERE),
        }
        self.op(NOWHERE, Op::Return);
    }
}
