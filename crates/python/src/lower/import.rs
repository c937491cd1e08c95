//! `import` and `from … import`.

use ruff_python_ast as ast;
use ruff_text_size::Ranged;

use loopglass_trace::Span;

use crate::code::{Intrinsic, Op};
use crate::symbol::Sym;

use super::constant::Constant;
use super::names::Access;
use super::{Lowered, Lowerer};

/// The features that `from __future__` offers.
const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

impl<'a> Lowerer<'a> {
    pub(super) fn import(&mut self, node: &'a ast::StmtImport) -> Lowered {
        let at = self.at(node);
        for alias in &node.names {
            self.constant(at, Constant::int(0));
            self.none(at);
            let name = alias.name.as_str();
            let index = self.unit().name_index(Sym::new(name));
            self.op(at, Op::ImportName(index));
            match &alias.asname {
                Some(bound) => self.import_as(at, name, bound.as_str()),
                None => {
                    let first = name.split('.').next().unwrap_or(name);
                    self.name(at, Sym::new(first), Access::Store);
                }
            }
        }
        Ok(())
    }

    /// `import a.b.c as d` binds the innermost module.
    fn import_as(&mut self, at: Span, name: &str, bound: &str) {
        let mut parts = name.split('.').skip(1).peekable();
        if parts.peek().is_none() {
            self.name(at, Sym::new(bound), Access::Store);
            return;
        }
        while let Some(part) = parts.next() {
            let index = self.unit().name_index(Sym::new(part));
            self.op(at, Op::ImportFrom(index));
            if parts.peek().is_some() {
                self.op(at, Op::Swap(2));
                self.op(at, Op::Pop);
            }
        }
        self.name(at, Sym::new(bound), Access::Store);
        self.op(at, Op::Pop);
    }

    pub(super) fn import_from(&mut self, node: &'a ast::StmtImportFrom) -> Lowered {
        let at = self.at(node);
        let module = node.module.as_ref().map_or("", |module| module.as_str());
        if module == "__future__" && node.level == 0 {
            self.check_future(node)?;
        }
        self.constant(at, Constant::int(i64::from(node.level)));
        let names = node.names.iter().map(|alias| Constant::str(alias.name.as_str())).collect();
        self.constant(at, Constant::Tuple(names));
        let index = self.unit().name_index(Sym::new(module));
        self.op(at, Op::ImportName(index));
        for alias in &node.names {
            if alias.name.as_str() == "*" {
                self.op(at, Op::Intrinsic(Intrinsic::ImportStar));
                return Ok(());
            }
            let name = Sym::new(alias.name.as_str());
            let index = self.unit().name_index(name);
            self.op(at, Op::ImportFrom(index));
            let bound = alias.asname.as_ref().map_or(name, |bound| Sym::new(bound.as_str()));
            self.name(at, bound, Access::Store);
        }
        self.op(at, Op::Pop);
        Ok(())
    }

    fn check_future(&self, node: &ast::StmtImportFrom) -> Lowered {
        if self.at(node).line > self.future_imports_end {
            let message = "from __future__ imports must occur at the beginning of the file";
            return self.fail(message, node.range());
        }
        for alias in &node.names {
            let name = alias.name.as_str();
            if name == "braces" {
                return self.fail("not a chance", alias.range());
            }
            if !FEATURES.contains(&name) {
                return self.fail(format!("future feature {name} is not defined"), alias.range());
            }
        }
        Ok(())
    }
}
