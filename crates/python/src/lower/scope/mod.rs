//! Symbol tables: for every scope of a module, what each name in it means. Built in two passes as CPython's
//! `symtable.c` does: [`collect`] notes how names are used, [`analyze`] decides where each one lives.

mod analyze;
mod annotation;
mod collect;
mod declare;
mod expression;
mod pattern;

use std::collections::BTreeMap;

use ruff_python_ast::ModModule;
use ruff_text_size::TextRange;

use crate::code::Origin;
use crate::parse::SyntaxFailure;
use crate::symbol::Sym;

use super::place::Places;

/// Index of a scope in its [`ScopeTable`].
pub(super) type ScopeId = usize;

/// What a scope belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum ScopeKind {
    /// The module.
    Module,
    /// A class body.
    Class,
    /// A `def`.
    Function,
    /// A `lambda`.
    Lambda,
    /// `[x for …]`
    ListComprehension,
    /// `{x for …}`
    SetComprehension,
    /// `{k: v for …}`
    DictComprehension,
    /// `(x for …)`
    GeneratorExpression,
    /// The annotations of a function, class or module (PEP 649).
    Annotations,
    /// Around a generic function, class or alias (PEP 695).
    TypeParameters,
    /// The bound of a type parameter.
    TypeBound,
    /// The default of a type parameter.
    TypeDefault,
    /// The value of a `type` statement.
    TypeAlias,
}

impl ScopeKind {
    /// Whether names of the scope live in slots.
    pub(super) fn is_function_like(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }

    /// Whether it is a comprehension or a generator expression.
    pub(super) fn is_comprehension(self) -> bool {
        matches!(
            self,
            ScopeKind::ListComprehension
                | ScopeKind::SetComprehension
                | ScopeKind::DictComprehension
                | ScopeKind::GeneratorExpression
        )
    }

    /// Whether it is one of the scopes of PEP 649 and PEP 695 that see the names of a class around them.
    pub(super) fn is_annotation(self) -> bool {
        matches!(
            self,
            ScopeKind::Annotations
                | ScopeKind::TypeParameters
                | ScopeKind::TypeBound
                | ScopeKind::TypeDefault
                | ScopeKind::TypeAlias
        )
    }
}

/// How a name is used in a scope: a set of the flags below.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Uses(pub u16);

impl Uses {
    pub(super) const GLOBAL: Uses = Uses(1);
    pub(super) const LOCAL: Uses = Uses(1 << 1);
    pub(super) const PARAMETER: Uses = Uses(1 << 2);
    pub(super) const NONLOCAL: Uses = Uses(1 << 3);
    pub(super) const READ: Uses = Uses(1 << 4);
    pub(super) const ANNOTATED: Uses = Uses(1 << 5);
    pub(super) const ITERATION: Uses = Uses(1 << 6);
    pub(super) const TYPE_PARAMETER: Uses = Uses(1 << 7);
    pub(super) const IMPORT: Uses = Uses(1 << 8);
    /// Free in a class body though bound there too: passed through to inner scopes.
    pub(super) const FREE_IN_CLASS: Uses = Uses(1 << 9);
    /// Bound in the scope.
    pub(super) const BOUND: Uses =
        Uses(Self::LOCAL.0 | Self::PARAMETER.0 | Self::IMPORT.0 | Self::TYPE_PARAMETER.0);

    /// Whether any flag of the other set is in this one.
    pub(super) fn any(self, other: Uses) -> bool {
        self.0 & other.0 != 0
    }

    /// Adds flags.
    pub(super) fn add(&mut self, other: Uses) {
        self.0 |= other.0;
    }
}

/// Where a name lives, seen from a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Home {
    /// In a slot, or in a namespace of a module or class.
    Local,
    /// In a cell of this scope.
    Cell,
    /// In a cell of an outer scope.
    Free,
    /// In the globals, by a `global` statement.
    GlobalExplicit,
    /// In the globals or builtins.
    GlobalImplicit,
}

/// A name in a scope.
#[derive(Clone, Copy, Debug)]
pub(super) struct Symbol {
    /// How it is used.
    pub uses: Uses,
    /// Where it lives.
    pub home: Home,
    /// Where its `global` or `nonlocal` statement is, for messages.
    pub declared: TextRange,
}

/// One scope.
#[derive(Debug)]
pub(super) struct Scope {
    /// What it belongs to.
    pub kind: ScopeKind,
    /// The scope around it.
    pub parent: Option<ScopeId>,
    /// Its names, mangled.
    pub symbols: BTreeMap<Sym, Symbol>,
    /// Its parameters in the order of slots.
    pub parameters: Vec<Sym>,
    /// Scopes directly inside it.
    pub children: Vec<ScopeId>,
    /// The class whose private names are mangled here.
    pub private: Option<Sym>,
    /// Whether it has `yield`.
    pub generator: bool,
    /// Whether it is `async` or awaits.
    pub coroutine: bool,
    /// Whether it is a comprehension that runs in the frame around it (PEP 709).
    pub inlined: bool,
    /// Whether inner scopes use `__class__` of this class.
    pub needs_class_cell: bool,
    /// Whether inner annotation scopes use the namespace of this class, or it has a method.
    pub needs_class_dict: bool,
    /// Whether this annotation scope is directly inside a class.
    pub sees_class: bool,
    /// Whether annotations here are noted in `__conditional_annotations__`.
    pub conditional_annotations: bool,
    /// Whether it has annotations that are evaluated lazily.
    pub annotations_used: bool,
    /// The scope of the annotations of this module or class.
    pub annotation_scope: Option<ScopeId>,
    /// How many iterables of comprehensions collection is in, those around the scope included.
    iterable_depth: u32,
    /// Whether the target of a comprehension is being collected.
    in_target: bool,
    /// How deep in conditional statements collection is.
    conditional_depth: u32,
    /// For messages: what an annotation scope belongs to, as in "a TypeVar bound".
    described: &'static str,
}

/// All scopes of a module.
#[derive(Debug, Default)]
pub(super) struct ScopeTable {
    /// The scopes; the module's is the first.
    pub scopes: Vec<Scope>,
    /// Scope of a node, by kind and place.
    by_node: BTreeMap<(ScopeKind, u32, u32), ScopeId>,
}

impl ScopeTable {
    /// Builds the table of a module.
    pub(super) fn build(
        module: &ModModule,
        places: &Places<'_>,
        future_annotations: bool,
        origin: Origin,
    ) -> Result<ScopeTable, SyntaxFailure> {
        let mut table = collect::collect(module, places, future_annotations, origin)?;
        analyze::analyze(&mut table, places)?;
        Ok(table)
    }

    /// The scope of a node.
    pub(super) fn find(&self, kind: ScopeKind, range: TextRange) -> Option<ScopeId> {
        self.by_node.get(&(kind, range.start().to_u32(), range.end().to_u32())).copied()
    }

    /// The symbol of a name in a scope.
    pub(super) fn symbol(&self, scope: ScopeId, name: Sym) -> Option<Symbol> {
        self.scopes[scope].symbols.get(&name).copied()
    }

    /// Makes a scope, inside another but for the module's.
    fn add(
        &mut self,
        kind: ScopeKind,
        range: TextRange,
        parent: Option<ScopeId>,
        private: Option<Sym>,
    ) -> ScopeId {
        let id = self.scopes.len();
        let sees_class = kind.is_annotation()
            && parent.is_some_and(|parent| {
                let parent = &self.scopes[parent];
                parent.kind == ScopeKind::Class || parent.sees_class
            });
        let iterable_depth = parent.map_or(0, |parent| self.scopes[parent].iterable_depth);
        self.scopes.push(Scope {
            kind,
            parent,
            symbols: BTreeMap::new(),
            parameters: Vec::new(),
            children: Vec::new(),
            private,
            generator: false,
            coroutine: false,
            inlined: false,
            needs_class_cell: false,
            needs_class_dict: false,
            sees_class,
            conditional_annotations: false,
            annotations_used: false,
            annotation_scope: None,
            iterable_depth,
            in_target: false,
            conditional_depth: 0,
            described: "",
        });
        if let Some(parent) = parent {
            self.scopes[parent].children.push(id);
        }
        self.by_node.insert((kind, range.start().to_u32(), range.end().to_u32()), id);
        id
    }
}

/// A private name as its class stores it: `__x` in `class A` is `_A__x`.
pub(super) fn mangle(private: Option<Sym>, name: Sym) -> Sym {
    let Some(class) = private else { return name };
    let text = name.text();
    if !text.starts_with("__") || text.ends_with("__") || text.contains('.') {
        return name;
    }
    let class = class.text();
    let class = class.trim_start_matches('_');
    if class.is_empty() {
        return name;
    }
    Sym::new(&format!("_{class}{text}"))
}
