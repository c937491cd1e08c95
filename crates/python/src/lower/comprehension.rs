//! Comprehensions, which run in the frame around them with slots of their own (PEP 709), and generator
//! expressions, which are functions.

use std::collections::BTreeMap;

use loopglass_trace::Span;
use ruff_python_ast::{Comprehension, Expr};
use ruff_text_size::Ranged;

use crate::code::{AwaitContext, CodeKind, Op};
use crate::symbol::Sym;

use super::place::NOWHERE;
use super::scope::{Home, ScopeId, ScopeKind, Uses};
use super::step::{Ins, Label};
use super::unit::{Block, Inlined, Role};
use super::{Lowered, Lowerer, UnitStart};

/// The parts of a comprehension of any kind.
#[derive(Clone, Copy)]
struct Parts<'a> {
    kind: ScopeKind,
    generators: &'a [Comprehension],
    /// The element, or the key of a dict.
    element: &'a Expr,
    /// The value of a dict.
    value: Option<&'a Expr>,
}

fn parts(expression: &Expr) -> Option<Parts<'_>> {
    Some(match expression {
        Expr::ListComp(node) => Parts {
            kind: ScopeKind::ListComprehension,
            generators: &node.generators,
            element: &node.elt,
            value: None,
        },
        Expr::SetComp(node) => Parts {
            kind: ScopeKind::SetComprehension,
            generators: &node.generators,
            element: &node.elt,
            value: None,
        },
        Expr::DictComp(node) => Parts {
            kind: ScopeKind::DictComprehension,
            generators: &node.generators,
            element: node.key.as_deref()?,
            value: Some(&node.value),
        },
        Expr::Generator(node) => Parts {
            kind: ScopeKind::GeneratorExpression,
            generators: &node.generators,
            element: &node.elt,
            value: None,
        },
        _ => return None,
    })
}

impl<'a> Lowerer<'a> {
    pub(super) fn comprehension(&mut self, expression: &'a Expr) -> Lowered {
        let range = expression.range();
        let Some(parts) = parts(expression) else {
            return self.fail("dict unpacking cannot be used in dict comprehension", range);
        };
        if let Expr::Starred(element) = parts.element {
            return self.fail("iterable unpacking cannot be used in comprehension", element.range());
        }
        let Some(scope) = self.scopes.find(parts.kind, range) else {
            return self.fail("comprehension without a scope", range);
        };
        let widened = match expression {
            Expr::Generator(node) if !node.parenthesized => self.widened.get(&range.start().to_u32()),
            _ => None,
        };
        let at = self.places.span(widened.copied().unwrap_or(range));
        let asynchronous = self.scopes.scopes[scope].coroutine;
        if asynchronous && parts.kind != ScopeKind::GeneratorExpression {
            self.needs_async_around(at)?;
        }
        if self.scopes.scopes[scope].inlined {
            self.inline(at, parts, scope)
        } else {
            self.comprehension_function(at, parts, scope)
        }
    }

    /// An asynchronous comprehension is allowed where `await` is.
    fn needs_async_around(&mut self, at: Span) -> Lowered {
        let kind = self.scope_kind();
        let allowed = matches!(self.unit().kind, CodeKind::Coroutine | CodeKind::AsyncGenerator)
            || kind == ScopeKind::GeneratorExpression;
        if allowed {
            return Ok(());
        }
        self.fail_span("asynchronous comprehension outside of an asynchronous function", at)
    }

    /// The first iterable is evaluated, and iterated, outside.
    fn first_iterable(&mut self, generator: &'a Comprehension) -> Lowered {
        self.expression(&generator.iter)?;
        let at = self.at(&generator.iter);
        self.op(at, if generator.is_async { Op::GetAsyncIter } else { Op::GetIter });
        Ok(())
    }

    fn inline(&mut self, at: Span, parts: Parts<'a>, scope: ScopeId) -> Lowered {
        self.first_iterable(&parts.generators[0])?;
        let mut slots = BTreeMap::new();
        let mut own = Vec::new();
        for (name, symbol) in &self.scopes.scopes[scope].symbols {
            let bound = symbol.uses.any(Uses::LOCAL) && !symbol.uses.any(Uses::NONLOCAL);
            if bound && matches!(symbol.home, Home::Local | Home::Cell) {
                own.push((*name, symbol.home == Home::Cell));
            }
        }
        for (name, is_cell) in &own {
            let slot = self.unit().slot(*name, Role::Local, *is_cell);
            slots.insert(*name, slot);
            if *is_cell {
                self.op(at, Op::MakeCell(slot));
            }
        }
        let own: Vec<u32> = slots.values().copied().collect();
        self.unit().inlined.push(Inlined { scope, slots });
        let cleanup = self.label();
        if !own.is_empty() {
            self.op(at, Op::Nop);
            self.emit(at, Ins::SetupFinally(cleanup));
        }
        self.op(at, empty(parts.kind));
        self.op(at, Op::Swap(2));
        self.generator(at, parts, 0, 0, true)?;
        self.unit().inlined.pop();
        if own.is_empty() {
            return Ok(());
        }
        self.emit(NOWHERE, Ins::PopBlock);
        let end = self.label();
        self.op(NOWHERE, Op::Jump(end));
        self.place_label(cleanup);
        self.op(NOWHERE, Op::Swap(2));
        self.op(NOWHERE, Op::Pop);
        for slot in &own {
            self.op(at, Op::ClearFast(*slot));
        }
        self.op(NOWHERE, Op::Reraise(false));
        self.place_label(end);
        for slot in &own {
            self.op(at, Op::ClearFast(*slot));
        }
        Ok(())
    }

    fn comprehension_function(&mut self, at: Span, parts: Parts<'a>, scope: ScopeId) -> Lowered {
        let (name, is_generator) = match parts.kind {
            ScopeKind::ListComprehension => ("<listcomp>", false),
            ScopeKind::SetComprehension => ("<setcomp>", false),
            ScopeKind::DictComprehension => ("<dictcomp>", false),
            _ => ("<genexpr>", true),
        };
        let asynchronous = self.scopes.scopes[scope].coroutine;
        let kind = match (is_generator, asynchronous) {
            (true, false) => CodeKind::Generator,
            (true, true) => CodeKind::AsyncGenerator,
            (false, false) => CodeKind::Function,
            (false, true) => CodeKind::Coroutine,
        };
        let private = self.unit().private;
        self.enter(UnitStart { scope, name: Sym::new(name), kind, first_line: at.line, private });
        self.unit().counts = [1, 0, 0];
        let handler = (is_generator || asynchronous).then(|| self.begin_stop_iteration());
        if !is_generator {
            self.op(at, empty(parts.kind));
        }
        self.generator(at, parts, 0, 0, false)?;
        if !is_generator {
            self.op(at, Op::Return);
        }
        if let Some(handler) = handler {
            self.end_stop_iteration(handler);
        }
        let code = self.finish()?;
        self.make_function(at, code, 0)?;
        self.op(at, Op::PushNull);
        self.first_iterable(&parts.generators[0])?;
        self.op(at, Op::Call(1));
        if asynchronous && !is_generator {
            self.await_result(at, AwaitContext::Await);
        }
        Ok(())
    }

    /// One `for` of a comprehension with what is inside it.
    fn generator(
        &mut self,
        at: Span,
        parts: Parts<'a>,
        number: usize,
        depth: u32,
        iterable_on_stack: bool,
    ) -> Lowered {
        let generator = &parts.generators[number];
        if !iterable_on_stack && number == 0 {
            self.op(at, Op::LoadFast(0));
        }
        if generator.is_async {
            return self.async_generator(at, parts, number, depth);
        }
        let iterable = self.at(&generator.iter);
        let mut loops = true;
        if number > 0 {
            match only_element(&generator.iter) {
                Some(element) => {
                    self.expression(element)?;
                    loops = false;
                }
                None => self.expression(&generator.iter)?,
            }
        }
        let start = self.label();
        let if_cleanup = self.label();
        let anchor = self.label();
        let mut depth = depth;
        if loops {
            depth += 1;
            if number > 0 {
                self.op(iterable, Op::GetIter);
            }
            self.place_label(start);
            self.op(iterable, Op::ForIter(anchor));
        }
        let element_at = self.inside_generator(at, parts, number, depth, if_cleanup)?;
        self.place_label(if_cleanup);
        if loops {
            self.op(element_at, Op::JumpBack(start));
            self.place_label(anchor);
            self.emit(NOWHERE, Ins::EndFor);
            self.emit(NOWHERE, Ins::PopIter);
        }
        Ok(())
    }

    fn async_generator(&mut self, at: Span, parts: Parts<'a>, number: usize, depth: u32) -> Lowered {
        let generator = &parts.generators[number];
        if number > 0 {
            self.expression(&generator.iter)?;
            self.op(self.at(&generator.iter), Op::GetAsyncIter);
        }
        let start = self.label();
        let except = self.label();
        let if_cleanup = self.label();
        self.place_label(start);
        self.open(Block::AsyncComprehension, at)?;
        self.async_next(at, except);
        let element_at = self.inside_generator(at, parts, number, depth + 1, if_cleanup)?;
        self.place_label(if_cleanup);
        self.op(element_at, Op::JumpBack(start));
        self.close();
        self.place_label(except);
        self.op(at, Op::EndAsyncFor);
        Ok(())
    }

    /// Target, conditions, and then the next `for` or the element. Gives the element's location.
    fn inside_generator(
        &mut self,
        at: Span,
        parts: Parts<'a>,
        number: usize,
        depth: u32,
        if_cleanup: Label,
    ) -> Lowered<Span> {
        let generator = &parts.generators[number];
        self.store(&generator.target)?;
        for test in &generator.ifs {
            self.jump_if(at, test, if_cleanup, false)?;
        }
        let mut element_at = self.at(parts.element);
        if number + 1 < parts.generators.len() {
            self.generator(at, parts, number + 1, depth, false)?;
            return Ok(element_at);
        }
        self.expression(parts.element)?;
        match (parts.kind, parts.value) {
            (ScopeKind::ListComprehension, _) => self.op(element_at, Op::ListAppend(depth + 1)),
            (ScopeKind::SetComprehension, _) => self.op(element_at, Op::SetAdd(depth + 1)),
            (_, Some(value)) => {
                self.expression(value)?;
                let end = self.at(value);
                element_at.end_line = end.end_line;
                element_at.end_column = end.end_column;
                self.op(element_at, Op::MapAdd(depth + 1));
            }
            _ => {
                self.yield_value(element_at);
                self.op(element_at, Op::Pop);
            }
        }
        Ok(element_at)
    }
}

/// The empty container that a comprehension fills.
fn empty(kind: ScopeKind) -> Op {
    match kind {
        ScopeKind::SetComprehension => Op::BuildSet(0),
        ScopeKind::DictComprehension => Op::BuildMap(0),
        _ => Op::BuildList(0),
    }
}

/// `for y in [x]` only names a value: it makes no loop.
fn only_element(iterable: &Expr) -> Option<&Expr> {
    let elements = match iterable {
        Expr::List(node) => &node.elts,
        Expr::Tuple(node) => &node.elts,
        _ => return None,
    };
    match &elements[..] {
        [only] if !only.is_starred_expr() => Some(only),
        _ => None,
    }
}
