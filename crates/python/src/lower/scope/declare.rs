//! The collecting pass's state and its basic move: noting one use of a name in the current scope.

use ruff_python_ast::Identifier;
use ruff_text_size::{Ranged, TextRange};

use crate::parse::SyntaxFailure;
use crate::symbol::Sym;

use super::super::place::Places;
use super::{Home, Scope, ScopeId, ScopeKind, ScopeTable, Symbol, Uses, mangle};

/// The collecting pass over a module.
pub(super) struct Collector<'a> {
    pub table: ScopeTable,
    pub places: &'a Places<'a>,
    /// The scope being collected.
    pub current: ScopeId,
    /// The class whose private names are mangled.
    pub private: Option<Sym>,
    /// Whether annotations are kept as text (`from __future__ import annotations`).
    pub future_annotations: bool,
    /// Whether the module's names may live elsewhere than the globals, as what `exec` is given two namespaces for.
    pub namespaces_apart: bool,
}

impl Collector<'_> {
    /// A syntax error at a place.
    pub fn fail<T>(&self, message: impl Into<String>, range: TextRange) -> Result<T, SyntaxFailure> {
        Err(SyntaxFailure::at(self.places, message, range))
    }

    /// The scope being collected.
    pub fn scope(&mut self) -> &mut Scope {
        &mut self.table.scopes[self.current]
    }

    /// Its kind.
    pub fn kind(&self) -> ScopeKind {
        self.table.scopes[self.current].kind
    }

    /// Collects inside a new scope.
    pub fn within(
        &mut self,
        kind: ScopeKind,
        range: TextRange,
        body: impl FnOnce(&mut Self) -> Result<(), SyntaxFailure>,
    ) -> Result<ScopeId, SyntaxFailure> {
        let id = self.table.add(kind, range, Some(self.current), self.private);
        self.inside(id, body)?;
        Ok(id)
    }

    /// Collects inside a scope that exists.
    pub fn inside(
        &mut self,
        id: ScopeId,
        body: impl FnOnce(&mut Self) -> Result<(), SyntaxFailure>,
    ) -> Result<(), SyntaxFailure> {
        let outer = std::mem::replace(&mut self.current, id);
        body(self)?;
        self.current = outer;
        Ok(())
    }

    /// The uses of a name noted so far in the current scope.
    pub fn uses(&self, name: Sym) -> Uses {
        let name = mangle(self.private, name);
        self.table.symbol(self.current, name).map_or(Uses::default(), |symbol| symbol.uses)
    }

    /// Notes uses of a name in the current scope.
    pub fn note(&mut self, name: Sym, uses: Uses, range: TextRange) -> Result<(), SyntaxFailure> {
        self.note_in(self.current, name, uses, range)
    }

    /// Notes uses of a name in some scope.
    pub fn note_in(
        &mut self,
        id: ScopeId,
        name: Sym,
        uses: Uses,
        range: TextRange,
    ) -> Result<(), SyntaxFailure> {
        if name == Sym::new("__debug__") && uses.any(Uses::BOUND) {
            return self.fail("cannot assign to __debug__", range);
        }
        let name = mangle(self.private, name);
        let scope = &mut self.table.scopes[id];
        let fresh = Symbol { uses: Uses::default(), home: Home::GlobalImplicit, declared: range };
        let symbol = scope.symbols.entry(name).or_insert(fresh);
        if uses.any(Uses::PARAMETER) && symbol.uses.any(Uses::PARAMETER) {
            return self.fail(format!("duplicate argument '{name}' in function definition"), range);
        }
        if uses.any(Uses::TYPE_PARAMETER) && symbol.uses.any(Uses::TYPE_PARAMETER) {
            return self.fail(format!("duplicate type parameter '{name}'"), range);
        }
        let rebinds_iteration = scope.in_target
            && symbol.uses.any(Uses(Uses::GLOBAL.0 | Uses::NONLOCAL.0))
            && !uses.any(Uses(Uses::GLOBAL.0 | Uses::NONLOCAL.0));
        let declares = Uses(Uses::GLOBAL.0 | Uses::NONLOCAL.0);
        if uses.any(declares) && !symbol.uses.any(declares) {
            symbol.declared = range;
        }
        symbol.uses.add(uses);
        if scope.in_target {
            symbol.uses.add(Uses::ITERATION);
        }
        if uses.any(Uses::PARAMETER) {
            scope.parameters.push(name);
        }
        if rebinds_iteration {
            return self.fail(
                "comprehension inner loop cannot rebind assignment expression target ".to_owned()
                    + &format!("'{name}'"),
                range,
            );
        }
        Ok(())
    }

    /// Notes a binding by an identifier.
    pub fn bind(&mut self, name: &Identifier) -> Result<(), SyntaxFailure> {
        self.note(Sym::new(name.as_str()), Uses::LOCAL, name.range())
    }
}
