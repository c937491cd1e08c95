//! Collecting names from statements.

use ruff_python_ast::{self as ast, ExceptHandler, Expr, ModModule, Parameters, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::code::Origin;
use crate::parse::SyntaxFailure;
use crate::symbol::Sym;

use super::super::place::Places;
use super::declare::Collector;
use super::{ScopeKind, ScopeTable, Uses, mangle};

/// Collects the scopes of a module and how names are used in them.
pub(super) fn collect(
    module: &ModModule,
    places: &Places<'_>,
    future_annotations: bool,
    origin: Origin,
) -> Result<ScopeTable, SyntaxFailure> {
    let mut table = ScopeTable::default();
    let current = table.add(ScopeKind::Module, module.range(), None, None);
    let namespaces_apart = origin == Origin::Given;
    let mut collector =
        Collector { table, places, current, private: None, future_annotations, namespaces_apart };
    collector.body(&module.body)?;
    Ok(collector.table)
}

impl Collector<'_> {
    pub fn body(&mut self, body: &[Stmt]) -> Result<(), SyntaxFailure> {
        body.iter().try_for_each(|statement| self.statement(statement))
    }

    fn conditional(
        &mut self,
        body: impl FnOnce(&mut Self) -> Result<(), SyntaxFailure>,
    ) -> Result<(), SyntaxFailure> {
        self.scope().conditional_depth += 1;
        body(self)?;
        self.scope().conditional_depth -= 1;
        Ok(())
    }

    fn statement(&mut self, statement: &Stmt) -> Result<(), SyntaxFailure> {
        match statement {
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::TypeAlias(alias) => self.type_alias(alias),
            Stmt::Return(ret) => self.optional(ret.value.as_deref()),
            Stmt::Delete(delete) => self.expressions(&delete.targets),
            Stmt::Assign(assign) => {
                self.expressions(&assign.targets)?;
                self.expression(&assign.value)
            }
            Stmt::AugAssign(assign) => {
                self.expression(&assign.target)?;
                self.expression(&assign.value)
            }
            Stmt::AnnAssign(assign) => self.annotated_assignment(assign),
            Stmt::For(node) => {
                self.expression(&node.target)?;
                self.expression(&node.iter)?;
                self.conditional(|this| {
                    this.body(&node.body)?;
                    this.body(&node.orelse)
                })
            }
            Stmt::While(node) => {
                self.expression(&node.test)?;
                self.conditional(|this| {
                    this.body(&node.body)?;
                    this.body(&node.orelse)
                })
            }
            Stmt::If(node) => {
                self.expression(&node.test)?;
                self.conditional(|this| {
                    this.body(&node.body)?;
                    node.elif_else_clauses.iter().try_for_each(|clause| {
                        this.optional(clause.test.as_ref())?;
                        this.body(&clause.body)
                    })
                })
            }
            Stmt::With(node) => self.conditional(|this| {
                for item in &node.items {
                    this.expression(&item.context_expr)?;
                    this.optional(item.optional_vars.as_deref())?;
                }
                this.body(&node.body)
            }),
            Stmt::Match(node) => {
                self.expression(&node.subject)?;
                self.conditional(|this| {
                    node.cases.iter().try_for_each(|case| {
                        this.pattern(&case.pattern)?;
                        this.optional(case.guard.as_deref())?;
                        this.body(&case.body)
                    })
                })
            }
            Stmt::Raise(node) => {
                self.optional(node.exc.as_deref())?;
                self.optional(node.cause.as_deref())
            }
            Stmt::Try(node) => self.conditional(|this| this.try_statement(node)),
            Stmt::Assert(node) => {
                self.expression(&node.test)?;
                self.optional(node.msg.as_deref())
            }
            Stmt::Import(node) => node.names.iter().try_for_each(|alias| self.import(alias)),
            Stmt::ImportFrom(node) => node.names.iter().try_for_each(|alias| self.import(alias)),
            Stmt::Global(node) => node
                .names
                .iter()
                .try_for_each(|name| self.declaration(name, node.range(), Uses::GLOBAL, "global")),
            Stmt::Nonlocal(node) => {
                if self.kind() == ScopeKind::Module {
                    return self.fail("nonlocal declaration not allowed at module level", node.range());
                }
                node.names
                    .iter()
                    .try_for_each(|name| self.declaration(name, node.range(), Uses::NONLOCAL, "nonlocal"))
            }
            Stmt::Expr(node) => self.expression(&node.value),
            Stmt::Pass(_) | Stmt::Break(_) | Stmt::Continue(_) | Stmt::IpyEscapeCommand(_) => Ok(()),
        }
    }

    fn try_statement(&mut self, node: &ast::StmtTry) -> Result<(), SyntaxFailure> {
        self.body(&node.body)?;
        for ExceptHandler::ExceptHandler(handler) in &node.handlers {
            self.optional(handler.type_.as_deref())?;
            if let Some(name) = &handler.name {
                self.note(Sym::new(name.as_str()), Uses::LOCAL, handler.range())?;
            }
            self.body(&handler.body)?;
        }
        self.body(&node.orelse)?;
        self.body(&node.finalbody)
    }

    fn import(&mut self, alias: &ast::Alias) -> Result<(), SyntaxFailure> {
        let text = alias.name.as_str();
        if text == "*" {
            if self.kind() != ScopeKind::Module {
                return self.fail("import * only allowed at module level", alias.range());
            }
            return Ok(());
        }
        let bound = match &alias.asname {
            Some(name) => name.as_str(),
            None => text.split('.').next().unwrap_or(text),
        };
        self.note(Sym::new(bound), Uses::IMPORT, alias.range())
    }

    fn declaration(
        &mut self,
        name: &ast::Identifier,
        statement: TextRange,
        uses: Uses,
        word: &str,
    ) -> Result<(), SyntaxFailure> {
        let symbol = Sym::new(name.as_str());
        let before = self.uses(symbol);
        let mangled = mangle(self.private, symbol);
        if before.any(Uses::PARAMETER) {
            return self.fail(format!("name '{mangled}' is parameter and {word}"), statement);
        }
        if before.any(Uses::READ) {
            return self.fail(format!("name '{mangled}' is used prior to {word} declaration"), statement);
        }
        if before.any(Uses::ANNOTATED) {
            return self.fail(format!("annotated name '{mangled}' can't be {word}"), statement);
        }
        if before.any(Uses::LOCAL) {
            return self
                .fail(format!("name '{mangled}' is assigned to before {word} declaration"), statement);
        }
        if self.namespaces_apart && uses == Uses::GLOBAL {
            // The module's own uses of the name are meant by it, too.
            self.note_in(0, symbol, uses, statement)?;
        }
        self.note(symbol, uses, statement)
    }

    fn function(&mut self, def: &ast::StmtFunctionDef) -> Result<(), SyntaxFailure> {
        self.bind(&def.name)?;
        self.defaults(&def.parameters)?;
        def.decorator_list.iter().try_for_each(|decorator| self.expression(&decorator.expression))?;
        if let Some(type_params) = &def.type_params {
            self.within(ScopeKind::TypeParameters, type_params.range(), |this| {
                this.hidden_parameters(&def.parameters, def.range())?;
                this.type_parameters(type_params)?;
                this.function_scope(def)
            })?;
            return Ok(());
        }
        self.function_scope(def)
    }

    /// The defaults of a generic function come to its outer scope as parameters of that.
    fn hidden_parameters(&mut self, parameters: &Parameters, range: TextRange) -> Result<(), SyntaxFailure> {
        self.class_dict(range)?;
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        if positional.into_iter().any(|parameter| parameter.default.is_some()) {
            self.note(Sym::new(".defaults"), Uses::PARAMETER, range)?;
        }
        if parameters.kwonlyargs.iter().any(|parameter| parameter.default.is_some()) {
            self.note(Sym::new(".kwdefaults"), Uses::PARAMETER, range)?;
        }
        Ok(())
    }

    fn function_scope(&mut self, def: &ast::StmtFunctionDef) -> Result<(), SyntaxFailure> {
        self.function_annotations(def)?;
        self.within(ScopeKind::Function, def.range(), |this| {
            this.scope().coroutine = def.is_async;
            this.parameters(&def.parameters)?;
            this.body(&def.body)
        })?;
        Ok(())
    }

    /// Notes parameters in the order of their slots.
    pub fn parameters(&mut self, parameters: &Parameters) -> Result<(), SyntaxFailure> {
        let named = parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs);
        let named = named.map(|parameter| &parameter.parameter);
        let starred = parameters.vararg.iter().chain(&parameters.kwarg).map(|parameter| &**parameter);
        for parameter in named.chain(starred) {
            self.note(Sym::new(parameter.name.as_str()), Uses::PARAMETER, parameter.range())?;
        }
        Ok(())
    }

    /// The defaults of parameters, in the scope around the function.
    pub fn defaults(&mut self, parameters: &Parameters) -> Result<(), SyntaxFailure> {
        let all = parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs);
        all.into_iter().try_for_each(|parameter| self.optional(parameter.default.as_deref()))
    }

    fn class(&mut self, class: &ast::StmtClassDef) -> Result<(), SyntaxFailure> {
        self.bind(&class.name)?;
        class.decorator_list.iter().try_for_each(|decorator| self.expression(&decorator.expression))?;
        let name = Sym::new(class.name.as_str());
        let Some(type_params) = &class.type_params else {
            self.bases(class)?;
            return self.class_scope(class, name);
        };
        let outer = self.private.replace(name);
        self.within(ScopeKind::TypeParameters, type_params.range(), |this| {
            this.class_dict(class.range())?;
            this.note(Sym::new(".type_params"), Uses::LOCAL, class.range())?;
            this.note(Sym::new(".type_params"), Uses::READ, class.range())?;
            this.note(Sym::new(".generic_base"), Uses::LOCAL, class.range())?;
            this.note(Sym::new(".generic_base"), Uses::READ, class.range())?;
            this.type_parameters(type_params)?;
            this.bases(class)?;
            this.class_scope(class, name)
        })?;
        self.private = outer;
        Ok(())
    }

    fn bases(&mut self, class: &ast::StmtClassDef) -> Result<(), SyntaxFailure> {
        let Some(arguments) = &class.arguments else { return Ok(()) };
        self.expressions(&arguments.args)?;
        arguments.keywords.iter().try_for_each(|keyword| self.expression(&keyword.value))
    }

    fn class_scope(&mut self, class: &ast::StmtClassDef, name: Sym) -> Result<(), SyntaxFailure> {
        let outer = self.private.replace(name);
        self.within(ScopeKind::Class, class.range(), |this| {
            if class.type_params.is_some() {
                this.note(Sym::new("__type_params__"), Uses::LOCAL, class.range())?;
                this.note(Sym::new(".type_params"), Uses::READ, class.range())?;
            }
            this.body(&class.body)
        })?;
        self.private = outer;
        Ok(())
    }

    pub fn optional(&mut self, expression: Option<&Expr>) -> Result<(), SyntaxFailure> {
        expression.map_or(Ok(()), |expression| self.expression(expression))
    }

    pub fn expressions(&mut self, expressions: &[Expr]) -> Result<(), SyntaxFailure> {
        expressions.iter().try_for_each(|expression| self.expression(expression))
    }
}
