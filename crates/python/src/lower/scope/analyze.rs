//! Deciding where each name lives: the second pass over the scopes, as CPython's `analyze_block` does it.

use std::collections::{BTreeMap, BTreeSet};

use crate::parse::SyntaxFailure;
use crate::symbol::Sym;

use super::super::place::Places;
use super::{Home, ScopeId, ScopeKind, ScopeTable, Symbol, Uses};

type Names = BTreeSet<Sym>;

/// What is known from the scopes around one.
#[derive(Clone, Default)]
struct Outer {
    /// Names bound in functions around; none at module level.
    bound: Option<Names>,
    /// Names declared global around.
    global: Names,
    /// Type parameters around.
    type_parameters: Names,
    /// The class whose names an annotation scope sees.
    class: Option<ScopeId>,
}

/// Fills in the homes of all symbols.
pub(super) fn analyze(table: &mut ScopeTable, places: &Places<'_>) -> Result<(), SyntaxFailure> {
    let mut analyzer = Analyzer { table, places };
    analyzer.scope(0, Outer::default())?;
    Ok(())
}

struct Analyzer<'t, 'a> {
    table: &'t mut ScopeTable,
    places: &'t Places<'a>,
}

impl Analyzer<'_, '_> {
    /// Analyzes a scope and those inside it; gives the names that are free in it.
    fn scope(&mut self, id: ScopeId, mut outer: Outer) -> Result<Names, SyntaxFailure> {
        let kind = self.table.scopes[id].kind;
        let mut local = Names::new();
        let mut free = Names::new();
        let mut inner = Outer::default();
        if kind == ScopeKind::Class {
            inner.global.extend(&outer.global);
            inner.bound = outer.bound.clone();
        }
        let symbols: Vec<(Sym, Symbol)> =
            self.table.scopes[id].symbols.iter().map(|(name, symbol)| (*name, *symbol)).collect();
        let mut homes = BTreeMap::new();
        for (name, symbol) in symbols {
            let home = self.home(name, symbol, &mut local, &mut free, &mut outer)?;
            homes.insert(name, home);
        }
        let mut bound = inner.bound.take().unwrap_or_default();
        if kind == ScopeKind::Class {
            let implicit = ["__class__", "__classdict__", "__conditional_annotations__"];
            bound.extend(implicit.map(Sym::new));
        } else {
            if kind.is_function_like() {
                bound.extend(&local);
            }
            bound.extend(outer.bound.iter().flatten());
            inner.global.extend(&outer.global);
        }
        inner.bound = Some(bound);
        inner.type_parameters = outer.type_parameters.clone();
        free.extend(self.children(id, &inner, &outer, &mut homes)?);
        if kind.is_function_like() {
            for (name, home) in &mut homes {
                if *home == Home::Local && free.remove(name) {
                    *home = Home::Cell;
                }
            }
        } else if kind == ScopeKind::Class {
            let scope = &mut self.table.scopes[id];
            scope.needs_class_cell = free.remove(&Sym::new("__class__"));
            scope.needs_class_dict |= free.remove(&Sym::new("__classdict__"));
            scope.conditional_annotations |= free.remove(&Sym::new("__conditional_annotations__"));
        }
        self.update(id, &homes, &free, &outer);
        Ok(free)
    }

    /// Where one name lives.
    fn home(
        &self,
        name: Sym,
        symbol: Symbol,
        local: &mut Names,
        free: &mut Names,
        outer: &mut Outer,
    ) -> Result<Home, SyntaxFailure> {
        let uses = symbol.uses;
        if uses.any(Uses::GLOBAL) {
            if uses.any(Uses::NONLOCAL) {
                return self.fail(format!("name '{name}' is nonlocal and global"), symbol);
            }
            outer.global.insert(name);
            if let Some(bound) = &mut outer.bound {
                bound.remove(&name);
            }
            return Ok(Home::GlobalExplicit);
        }
        if uses.any(Uses::NONLOCAL) {
            let Some(bound) = &outer.bound else {
                return self.fail("nonlocal declaration not allowed at module level", symbol);
            };
            if !bound.contains(&name) {
                return self.fail(format!("no binding for nonlocal '{name}' found"), symbol);
            }
            if outer.type_parameters.contains(&name) {
                let message = format!("nonlocal binding not allowed for type parameter '{name}'");
                return self.fail(message, symbol);
            }
            free.insert(name);
            return Ok(Home::Free);
        }
        if uses.any(Uses::BOUND) {
            local.insert(name);
            outer.global.remove(&name);
            if uses.any(Uses::TYPE_PARAMETER) {
                outer.type_parameters.insert(name);
            } else {
                outer.type_parameters.remove(&name);
            }
            return Ok(Home::Local);
        }
        if let Some(class) = outer.class
            && let Some(seen) = self.table.symbol(class, name)
        {
            if seen.uses.any(Uses::GLOBAL) {
                return Ok(Home::GlobalExplicit);
            }
            if seen.uses.any(Uses::BOUND) && !seen.uses.any(Uses::NONLOCAL) {
                return Ok(Home::GlobalImplicit);
            }
        }
        if outer.bound.as_ref().is_some_and(|bound| bound.contains(&name)) {
            free.insert(name);
            return Ok(Home::Free);
        }
        Ok(Home::GlobalImplicit)
    }

    /// Analyzes the scopes inside one; gives what is free in them.
    fn children(
        &mut self,
        id: ScopeId,
        inner: &Outer,
        outer: &Outer,
        homes: &mut BTreeMap<Sym, Home>,
    ) -> Result<Names, SyntaxFailure> {
        let mut free = Names::new();
        let kind = self.table.scopes[id].kind;
        for child in self.table.scopes[id].children.clone() {
            let mut around = inner.clone();
            if self.table.scopes[child].sees_class {
                around.class = if kind == ScopeKind::Class { Some(id) } else { outer.class };
            }
            let child_kind = self.table.scopes[child].kind;
            let inlines = child_kind.is_comprehension()
                && child_kind != ScopeKind::GeneratorExpression
                && !self.table.scopes[id].sees_class;
            let mut child_free = self.scope(child, around)?;
            if inlines {
                self.table.scopes[child].inlined = true;
                self.inline(id, child, homes, &mut child_free);
            }
            free.extend(child_free);
        }
        Ok(free)
    }

    /// A comprehension that runs in the frame around it reads that frame's locals as they are: they need no
    /// cell for its sake.
    fn inline(
        &mut self,
        id: ScopeId,
        comprehension: ScopeId,
        homes: &mut BTreeMap<Sym, Home>,
        free: &mut Names,
    ) {
        let in_class = self.table.scopes[id].kind == ScopeKind::Class;
        let names: Vec<Sym> = self.table.scopes[comprehension].symbols.keys().copied().collect();
        for name in names {
            if !free.contains(&name) {
                continue;
            }
            if in_class && &*name.text() == "__class__" {
                continue;
            }
            let bound_here = homes.get(&name).is_some_and(|home| matches!(home, Home::Local | Home::Cell));
            if bound_here && !in_class && !self.free_in_child(comprehension, name) {
                free.remove(&name);
            }
        }
    }

    fn free_in_child(&self, id: ScopeId, name: Sym) -> bool {
        self.table.scopes[id].children.iter().any(|child| {
            let scope = &self.table.scopes[*child];
            if scope.inlined {
                return self.free_in_child(*child, name);
            }
            scope
                .symbols
                .get(&name)
                .is_some_and(|symbol| symbol.home == Home::Free || symbol.uses.any(Uses::FREE_IN_CLASS))
        })
    }

    /// Writes homes down, and adds the names that only inner scopes use.
    fn update(&mut self, id: ScopeId, homes: &BTreeMap<Sym, Home>, free: &Names, outer: &Outer) {
        let scope = &mut self.table.scopes[id];
        for (name, home) in homes {
            if let Some(symbol) = scope.symbols.get_mut(name) {
                symbol.home = *home;
            }
        }
        for name in free {
            if let Some(symbol) = scope.symbols.get_mut(name) {
                let bound = symbol.uses.any(Uses(Uses::BOUND.0 | Uses::GLOBAL.0));
                if scope.kind == ScopeKind::Class && bound || scope.sees_class {
                    symbol.uses.add(Uses::FREE_IN_CLASS);
                }
                continue;
            }
            if outer.bound.as_ref().is_some_and(|bound| !bound.contains(name)) {
                continue;
            }
            let uses = Uses::default();
            let symbol = Symbol { uses, home: Home::Free, declared: Default::default() };
            scope.symbols.insert(*name, symbol);
        }
    }

    fn fail<T>(&self, message: impl Into<String>, symbol: Symbol) -> Result<T, SyntaxFailure> {
        Err(SyntaxFailure::at(self.places, message, symbol.declared))
    }
}
