//! Lowering: from Ruff's syntax tree to code objects. It emits what CPython's code generator emits, in the
//! same order and with the same locations, runs those passes of its optimizer that can be seen from outside
//! (in lines and in constants), and then writes down where line events fall.

mod annotation;
mod assemble;
mod block;
mod call;
mod class;
mod collection;
mod comparison;
mod comprehension;
mod constant;
mod display;
mod effect;
mod expression;
mod flow;
mod function;
mod generic;
mod handlers;
mod import;
mod interpolated;
mod library;
mod lines;
mod literal;
mod loops;
mod managers;
mod names;
mod pattern;
mod percent;
pub(crate) mod place;
mod scope;
mod statement;
mod step;
mod target;
mod unit;
mod warnings;

use std::collections::BTreeMap;
use std::rc::Rc;

use loopglass_trace::{Diagnostic, Span};
use ruff_python_ast::{ModModule, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::code::{Code, CodeKind, Op, Origin};
use crate::parse::{self, SyntaxFailure};
use crate::symbol::Sym;

pub use display::disassemble;
pub use library::lower_library;
pub use warnings::SyntaxWarning;

use constant::Constant;
use names::Access;
use place::{NOWHERE, Places};
use scope::{Home, ScopeId, ScopeKind, ScopeTable, Uses};
use step::{Ins, Label};
use unit::{Item, Role, Unit};

/// What most steps of lowering give.
type Lowered<T = ()> = Result<T, SyntaxFailure>;

/// Lowers a module from its source.
pub fn lower_module(source: &str, file: &str, origin: Origin) -> Result<Rc<Code>, Vec<Diagnostic>> {
    compile(source, file, origin).map_err(|failure| vec![failure.diagnostic()])
}

/// Lowers a module of the library from its source, which is right.
fn compile_library(source: &str, file: &str) -> Result<Rc<Code>, SyntaxFailure> {
    debug_assert!(parse::parse(source).is_ok(), "{file}");
    let start = Start { origin: Origin::Hidden, lines_before: 0, interactive: false };
    lower(&parse::parse_library(source)?, file, start)
}

/// Lowers a module from its source; the error is as CPython has it.
pub fn compile(source: &str, file: &str, origin: Origin) -> Result<Rc<Code>, SyntaxFailure> {
    lower(&parse::parse(source)?, file, Start { origin, lines_before: 0, interactive: false })
}

/// As [`compile`], with what CPython's compiler would warn about. So many lines come before those of the source that
/// its own are counted on from there; only what Python itself says of a line counts from the source's first.
pub fn compile_with_warnings(
    source: &str,
    file: &str,
    origin: Origin,
    lines_before: u32,
) -> Result<(Rc<Code>, Vec<SyntaxWarning>), SyntaxFailure> {
    let module = parse::parse(&("\n".repeat(lines_before as usize) + source))?;
    let code = lower(&module, file, Start { origin, lines_before, interactive: false })?;
    let mut warnings = warnings::find(&module.tree, &Places::new(&module.source));
    warnings.iter_mut().for_each(|warning| warning.line -= lines_before);
    Ok((code, warnings))
}

/// Lowers what is typed at a prompt (`compile()`'s mode `single`): the values of its expressions are displayed.
pub fn compile_interactive(source: &str, file: &str, origin: Origin) -> Result<Rc<Code>, SyntaxFailure> {
    lower(&parse::parse(source)?, file, Start { origin, lines_before: 0, interactive: true })
}

/// Whose a module is, how many lines of the whole text come before it, and whether it was typed at a prompt.
struct Start {
    origin: Origin,
    lines_before: u32,
    interactive: bool,
}

fn lower(module: &parse::Module, file: &str, start: Start) -> Result<Rc<Code>, SyntaxFailure> {
    let Start { origin, lines_before, interactive } = start;
    let places = Places::new(&module.source);
    let future_annotations = has_future_annotations(&module.tree);
    let scopes = ScopeTable::build(&module.tree, &places, future_annotations, origin)?;
    let lowerer = Lowerer {
        places: &places,
        file: file.into(),
        origin,
        lines_before,
        interactive,
        scopes,
        units: Vec::new(),
        future_annotations,
        future_imports_end: future_imports_end(&module.tree, &places),
        widened: BTreeMap::new(),
        spec_depth: 0,
        imported: Vec::new(),
    };
    lowerer.module(&module.tree)
}

/// The last line of the `__future__` imports that a module begins with; 0 where there are none.
fn future_imports_end(module: &ModModule, places: &Places<'_>) -> u32 {
    let rest = match literal::docstring(&module.body) {
        Some(_) => &module.body[1..],
        None => &module.body[..],
    };
    let is_future = |statement: &&Stmt| match statement {
        Stmt::ImportFrom(node) => {
            node.level == 0 && node.module.as_ref().is_some_and(|module| module.as_str() == "__future__")
        }
        _ => false,
    };
    rest.iter().take_while(is_future).last().map_or(0, |last| places.span(last.range()).line)
}

/// Whether annotations are kept as text.
fn has_future_annotations(module: &ModModule) -> bool {
    module.body.iter().any(|statement| match statement {
        Stmt::ImportFrom(node) => {
            node.level == 0
                && node.module.as_ref().is_some_and(|module| module.as_str() == "__future__")
                && node.names.iter().any(|alias| alias.name.as_str() == "annotations")
        }
        _ => false,
    })
}

/// The state of lowering a module.
struct Lowerer<'a> {
    places: &'a Places<'a>,
    file: Rc<str>,
    origin: Origin,
    /// How many lines of the script's whole text come before those of this file.
    lines_before: u32,
    /// Whether the values of a module's expressions are displayed.
    interactive: bool,
    scopes: ScopeTable,
    /// The code objects in the making, outer first.
    units: Vec<Unit<'a>>,
    future_annotations: bool,
    /// The last line where `__future__` may be imported from.
    future_imports_end: u32,
    /// Places of generator expressions without parentheses of their own, by where they start.
    widened: BTreeMap<u32, TextRange>,
    /// How many format specifications surround this point.
    spec_depth: u32,
    /// Names that the module imports: calls of their attributes are not method calls.
    imported: Vec<Sym>,
}

/// What a unit is made with.
struct UnitStart {
    scope: ScopeId,
    name: Sym,
    kind: CodeKind,
    first_line: u32,
    private: Option<Sym>,
}

impl<'a> Lowerer<'a> {
    fn module(mut self, module: &'a ModModule) -> Lowered<Rc<Code>> {
        for (name, symbol) in &self.scopes.scopes[0].symbols {
            if symbol.uses.any(Uses::IMPORT) {
                self.imported.push(*name);
            }
        }
        self.enter(UnitStart {
            scope: 0,
            name: Sym::new("<module>"),
            kind: CodeKind::Module,
            first_line: self.lines_before + 1,
            private: None,
        });
        let start = match module.body.first() {
            Some(first) => self.statement_at(first),
            None => Span { line: 1, end_line: 1, column: 0, end_column: 0 },
        };
        if let (true, [first, rest @ ..]) = (self.interactive, &module.body[..]) {
            let end = self.at(first).end_line;
            if rest.iter().any(|statement| self.at(statement).line > end) {
                let message = "multiple statements found while compiling a single statement";
                return self.fail(message, first.range());
            }
        }
        if self.scopes.scopes[0].conditional_annotations {
            self.op(start, Op::BuildSet(0));
            self.name(start, Sym::new("__conditional_annotations__"), Access::Store);
        }
        self.namespace_body(start, &module.body)?;
        self.none(NOWHERE);
        self.op(NOWHERE, Op::Return);
        self.finish()
    }

    /// Begins a code object.
    fn enter(&mut self, start: UnitStart) {
        let qualname = self.qualname(start.scope, start.name);
        let scope = &self.scopes.scopes[start.scope];
        let mut unit = Unit {
            scope: start.scope,
            name: start.name,
            qualname,
            kind: start.kind,
            is_function: scope.kind.is_function_like(),
            first_line: start.first_line,
            counts: [0; 3],
            stars: [false; 2],
            items: Vec::new(),
            labels: 0,
            slots: Vec::new(),
            slot_of: Default::default(),
            inlined: Vec::new(),
            blocks: Vec::new(),
            constants: Vec::new(),
            constant_of: Default::default(),
            names: Vec::new(),
            name_of: Default::default(),
            keywords: Vec::new(),
            children: Vec::new(),
            doc: None,
            private: start.private,
            conditional_depth: 0,
            annotations: Vec::new(),
            conditional_annotations: 0,
            static_attributes: Vec::new(),
        };
        for name in &scope.parameters {
            let is_cell = scope.symbols.get(name).is_some_and(|symbol| symbol.home == Home::Cell);
            let slot = unit.slot(*name, Role::Parameter, is_cell);
            unit.slot_of.insert(*name, slot);
        }
        let mut implicit = Vec::new();
        if scope.kind == ScopeKind::Class {
            let cells = [
                ("__class__", scope.needs_class_cell),
                ("__classdict__", scope.needs_class_dict),
                ("__conditional_annotations__", scope.conditional_annotations),
            ];
            implicit.extend(cells.iter().filter(|(_, needed)| *needed).map(|(name, _)| Sym::new(name)));
        }
        let with_home = |home: Home| {
            let mut names: Vec<Sym> = scope
                .symbols
                .iter()
                .filter(|(_, symbol)| {
                    symbol.home == home || (home == Home::Free && symbol.uses.any(Uses::FREE_IN_CLASS))
                })
                .map(|(name, _)| *name)
                .collect();
            names.sort_by_key(|name| name.text());
            names
        };
        let mut cells = with_home(Home::Cell);
        cells.extend(implicit);
        for name in cells {
            if !unit.slot_of.contains_key(&name) {
                let slot = unit.slot(name, Role::Cell, true);
                unit.slot_of.insert(name, slot);
            }
        }
        for name in with_home(Home::Free) {
            if !unit.slot_of.contains_key(&name) {
                let slot = unit.slot(name, Role::Free, false);
                unit.slot_of.insert(name, slot);
            }
        }
        let line = if start.kind == CodeKind::Module { 0 } else { start.first_line };
        let at = Span { line, end_line: line, column: 0, end_column: 0 };
        for slot in 0..unit.slots.len() {
            if unit.slots[slot].is_cell {
                unit.emit(NOWHERE, Ins::Op(Op::MakeCell(slot as u32)));
            }
        }
        unit.emit(at, Ins::Resume);
        self.units.push(unit);
    }

    /// The qualified name of something defined in the current unit.
    fn qualname(&self, scope: ScopeId, name: Sym) -> String {
        let Some(parent) = self.units.last() else { return name.text().to_string() };
        let mut parent = parent;
        if self.scopes.scopes[parent.scope].kind == ScopeKind::TypeParameters {
            match self.units.len().checked_sub(2).and_then(|at| self.units.get(at)) {
                Some(outer) => parent = outer,
                None => return name.text().to_string(),
            }
        }
        if parent.kind == CodeKind::Module {
            return name.text().to_string();
        }
        let kind = self.scopes.scopes[scope].kind;
        if matches!(kind, ScopeKind::Function | ScopeKind::Class) {
            let mangled = scope::mangle(parent.private, name);
            let declared = self.scopes.symbol(parent.scope, mangled);
            if declared.is_some_and(|symbol| symbol.home == Home::GlobalExplicit) {
                return name.text().to_string();
            }
        }
        let around = self.scopes.scopes[parent.scope].kind;
        if matches!(around, ScopeKind::Function | ScopeKind::Lambda) {
            format!("{}.<locals>.{name}", parent.qualname)
        } else {
            format!("{}.{name}", parent.qualname)
        }
    }

    /// The code object being made.
    fn unit(&mut self) -> &mut Unit<'a> {
        let last = self.units.len() - 1;
        &mut self.units[last]
    }

    /// The kind of its scope.
    fn scope_kind(&mut self) -> ScopeKind {
        let scope = self.unit().scope;
        self.scopes.scopes[scope].kind
    }

    /// Ends the code object being made.
    fn finish(&mut self) -> Lowered<Rc<Code>> {
        let Some(unit) = self.units.pop() else {
            return self.fail_span("nothing to finish", NOWHERE);
        };
        let first = Span { line: unit.first_line, end_line: unit.first_line, column: 0, end_column: 0 };
        match assemble::assemble(unit, self.file.clone(), self.origin) {
            Ok(code) => Ok(Rc::new(code)),
            Err(message) => self.fail_span(message, first),
        }
    }

    fn emit(&mut self, at: Span, ins: Ins) {
        self.unit().emit(at, ins);
    }

    fn op(&mut self, at: Span, op: Op) {
        self.unit().emit(at, Ins::Op(op));
    }

    fn constant(&mut self, at: Span, constant: Constant) {
        let unit = self.unit();
        let place = unit.constant(constant);
        unit.emit(at, Ins::Op(Op::LoadConst(place)));
    }

    fn none(&mut self, at: Span) {
        self.constant(at, Constant::None);
    }

    fn label(&mut self) -> Label {
        self.unit().label()
    }

    fn place_label(&mut self, label: Label) {
        self.unit().items.push(Item::Label(label));
    }

    /// The location of a node.
    fn at(&self, node: &impl Ranged) -> Span {
        self.places.span(node.range())
    }

    fn fail<T>(&self, message: impl Into<String>, range: TextRange) -> Lowered<T> {
        Err(SyntaxFailure::at(self.places, message, range))
    }

    fn fail_span<T>(&self, message: impl Into<String>, span: Span) -> Lowered<T> {
        Err(SyntaxFailure::spanning(self.places, message, span))
    }

    /// The location of a statement; a definition's is without its decorators.
    fn statement_at(&self, statement: &Stmt) -> Span {
        match statement {
            Stmt::FunctionDef(def) => self.definition_at(&def.decorator_list, def.range()),
            Stmt::ClassDef(class) => self.definition_at(&class.decorator_list, class.range()),
            other => self.at(other),
        }
    }

    /// The statements of a body.
    fn body(&mut self, body: &'a [Stmt]) -> Lowered {
        body.iter().try_for_each(|statement| self.statement(statement))
    }
}
