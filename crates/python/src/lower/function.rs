//! Functions and lambdas.

use std::rc::Rc;

use loopglass_trace::Span;
use ruff_python_ast::{self as ast, Decorator, Expr, Parameters};
use ruff_text_size::{Ranged, TextRange};

use crate::code::{Code, CodeKind, FunctionParts, Intrinsic, Op};
use crate::symbol::Sym;

use super::constant::Constant;
use super::names::Access;
use super::place::NOWHERE;
use super::scope::{ScopeId, ScopeKind, mangle};
use super::step::Label;
use super::unit::Block;
use super::{Lowered, Lowerer, UnitStart, literal};

impl<'a> Lowerer<'a> {
    /// The location of a definition: from its keyword, without its decorators.
    pub(super) fn definition_at(&self, decorators: &[Decorator], range: TextRange) -> Span {
        let start = match decorators.last() {
            Some(last) => self.places.skip_trivia(last.end()),
            None => range.start(),
        };
        self.places.span(TextRange::new(start.min(range.end()), range.end()))
    }

    pub(super) fn decorators(&mut self, decorators: &'a [Decorator]) -> Lowered {
        for decorator in decorators {
            self.expression(&decorator.expression)?;
            self.op(self.at(&decorator.expression), Op::PushNull);
        }
        Ok(())
    }

    pub(super) fn apply_decorators(&mut self, decorators: &'a [Decorator]) {
        for decorator in decorators.iter().rev() {
            self.op(self.at(&decorator.expression), Op::Call(1));
        }
    }

    /// The first line of a definition: of its first decorator, or its own.
    pub(super) fn first_line(&self, decorators: &[Decorator], at: Span) -> u32 {
        decorators.first().map_or(at.line, |decorator| self.at(&decorator.expression).line)
    }

    pub(super) fn function(&mut self, def: &'a ast::StmtFunctionDef) -> Lowered {
        self.decorators(&def.decorator_list)?;
        let at = self.definition_at(&def.decorator_list, def.range());
        let first_line = self.first_line(&def.decorator_list, at);
        let name = Sym::new(def.name.as_str());
        let flags = self.default_arguments(at, &def.parameters)?;
        match &def.type_params {
            None => {
                let flags = flags | self.function_annotations(at, def)?;
                self.function_body(at, def, flags, first_line)?;
            }
            Some(type_params) => self.generic_function(at, def, type_params, flags, first_line)?,
        }
        self.apply_decorators(&def.decorator_list);
        self.name(at, name, Access::Store);
        Ok(())
    }

    /// A generic function is made in a function of its own, which binds the type parameters and gets the
    /// defaults as arguments.
    fn generic_function(
        &mut self,
        at: Span,
        def: &'a ast::StmtFunctionDef,
        type_params: &'a ast::TypeParams,
        flags: u8,
        first_line: u32,
    ) -> Lowered {
        let parts = FunctionParts(flags);
        let count = u32::from(parts.has(FunctionParts::DEFAULTS))
            + u32::from(parts.has(FunctionParts::KEYWORD_DEFAULTS));
        self.enter_type_parameters(def.name.as_str(), type_params, first_line)?;
        self.unit().counts = [count as u16, 0, 0];
        self.type_parameters(type_params)?;
        for slot in 0..count {
            self.op(at, Op::LoadFast(slot));
        }
        let flags = flags | self.function_annotations(at, def)?;
        self.function_body(at, def, flags, first_line)?;
        self.op(at, Op::Swap(2));
        self.op(at, Op::Intrinsic(Intrinsic::SetFunctionTypeParams));
        self.op(at, Op::Return);
        let code = self.finish()?;
        self.make_function(at, code, 0)?;
        self.beneath(at, count);
        self.op(at, Op::PushNull);
        self.beneath(at, count);
        self.op(at, Op::Call(count));
        Ok(())
    }

    /// Moves the top beneath `count` operands.
    fn beneath(&mut self, at: Span, count: u32) {
        for depth in (2..=count + 1).rev() {
            self.op(at, Op::Swap(depth));
        }
    }

    /// Evaluates defaults; gives which parts of the function are on the stack.
    fn default_arguments(&mut self, at: Span, parameters: &'a Parameters) -> Lowered<u8> {
        let mut flags = 0;
        let mut count = 0;
        for parameter in parameters.posonlyargs.iter().chain(&parameters.args) {
            if let Some(default) = &parameter.default {
                self.expression(default)?;
                count += 1;
            }
        }
        if count > 0 {
            self.op(at, Op::BuildTuple(count));
            flags |= FunctionParts::DEFAULTS;
        }
        let mut count = 0;
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = &parameter.default {
                let name = mangle(self.unit().private, Sym::new(parameter.name().as_str()));
                self.constant(at, Constant::name(name));
                self.expression(default)?;
                count += 1;
            }
        }
        if count > 0 {
            self.op(at, Op::BuildMap(count));
            flags |= FunctionParts::KEYWORD_DEFAULTS;
        }
        Ok(flags)
    }

    /// Notes the parameters in the code object being made.
    fn declare_parameters(&mut self, parameters: &Parameters) -> Lowered {
        let counts = [
            parameters.posonlyargs.len() + parameters.args.len(),
            parameters.posonlyargs.len(),
            parameters.kwonlyargs.len(),
        ];
        let unit = self.unit();
        for (place, count) in counts.into_iter().enumerate() {
            let Ok(count) = u16::try_from(count) else {
                return self.fail("too many parameters", parameters.range());
            };
            unit.counts[place] = count;
        }
        unit.stars = [parameters.vararg.is_some(), parameters.kwarg.is_some()];
        Ok(())
    }

    /// What calling a function with this scope does.
    fn code_kind(&self, scope: ScopeId, is_async: bool) -> CodeKind {
        match (is_async, self.scopes.scopes[scope].generator) {
            (false, false) => CodeKind::Function,
            (false, true) => CodeKind::Generator,
            (true, false) => CodeKind::Coroutine,
            (true, true) => CodeKind::AsyncGenerator,
        }
    }

    fn function_body(
        &mut self,
        at: Span,
        def: &'a ast::StmtFunctionDef,
        flags: u8,
        first_line: u32,
    ) -> Lowered {
        let Some(scope) = self.scopes.find(ScopeKind::Function, def.range()) else {
            return self.fail("function without a scope", def.range());
        };
        let kind = self.code_kind(scope, def.is_async);
        let private = self.unit().private;
        self.enter(UnitStart { scope, name: Sym::new(def.name.as_str()), kind, first_line, private });
        self.declare_parameters(&def.parameters)?;
        let mut body = &def.body[..];
        if let Some((_, text)) = literal::docstring(body) {
            self.unit().doc = Some(Constant::Str(text));
            body = &body[1..];
        }
        let handler = (kind != CodeKind::Function).then(|| self.begin_stop_iteration());
        self.body(body)?;
        match handler {
            Some(handler) => self.end_stop_iteration(handler),
            None => {
                self.none(NOWHERE);
                self.op(NOWHERE, Op::Return);
            }
        }
        let code = self.finish()?;
        self.make_function(at, code, flags)
    }

    /// In CPython the body of a generator or coroutine has a handler that turns StopIteration into
    /// RuntimeError. The machine does that itself; what remains is the block, and the return at the end.
    pub(super) fn begin_stop_iteration(&mut self) -> Label {
        let start = self.label();
        self.place_label(start);
        self.unit().blocks.push(Block::StopIteration);
        start
    }

    pub(super) fn end_stop_iteration(&mut self, _start: Label) {
        self.none(NOWHERE);
        self.op(NOWHERE, Op::Return);
        self.close();
    }

    pub(super) fn lambda(&mut self, node: &'a ast::ExprLambda) -> Lowered {
        let at = self.at(node);
        let flags = match &node.parameters {
            Some(parameters) => self.default_arguments(at, parameters)?,
            None => 0,
        };
        let Some(scope) = self.scopes.find(ScopeKind::Lambda, node.range()) else {
            return self.fail("lambda without a scope", node.range());
        };
        let kind = self.code_kind(scope, false);
        let private = self.unit().private;
        self.enter(UnitStart { scope, name: Sym::new("<lambda>"), kind, first_line: at.line, private });
        if let Some(parameters) = &node.parameters {
            self.declare_parameters(parameters)?;
        }
        self.expression(&node.body)?;
        let at_body = if kind == CodeKind::Generator { NOWHERE } else { self.at(&*node.body) };
        self.op(at_body, Op::Return);
        let code = self.finish()?;
        self.make_function(at, code, flags)
    }

    /// Makes a function of a code object, with the parts that the flags say on the stack.
    pub(super) fn make_function(&mut self, at: Span, code: Rc<Code>, flags: u8) -> Lowered {
        let mut flags = flags;
        let free: Vec<Sym> = code.slots[code.free as usize..].to_vec();
        for name in &free {
            match self.closure_slot(*name) {
                Some(slot) => self.op(at, Op::LoadClosure(slot)),
                None => return self.fail_span(format!("no cell for '{name}'"), at),
            }
        }
        if !free.is_empty() {
            self.op(at, Op::BuildTuple(free.len() as u32));
            flags |= FunctionParts::CLOSURE;
        }
        let unit = self.unit();
        let Ok(place) = u16::try_from(unit.children.len()) else {
            return self.fail_span("too many functions in one body", at);
        };
        unit.children.push(code);
        self.op(at, Op::MakeFunction { parts: FunctionParts(flags), code: place });
        Ok(())
    }
}

/// Whether an expression is starred, with what is starred.
pub(super) fn starred(expression: &Expr) -> Option<&Expr> {
    match expression {
        Expr::Starred(node) => Some(&node.value),
        _ => None,
    }
}
