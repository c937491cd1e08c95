//! `match`: patterns as CPython lowers them. Every pattern consumes the subject on top; captured values wait
//! beneath what is still needed until the whole pattern matched.

use loopglass_trace::Span;
use ruff_python_ast::{self as ast, Expr, Pattern, Singleton};
use ruff_text_size::Ranged;

use crate::code::{BinaryOp, CompareOp, Op};
use crate::symbol::Sym;

use super::constant::Constant;
use super::names::Access;
use super::place::{NEXT, NOWHERE};
use super::step::Label;
use super::{Lowered, Lowerer, literal};

/// The state of matching one case.
#[derive(Clone, Default)]
pub(super) struct Match {
    /// Captured names, in the order of their values on the stack.
    stores: Vec<Sym>,
    /// Whether a pattern that always matches is allowed here.
    allow_irrefutable: bool,
    /// Where to go on failure, by how many operands must be popped first.
    fail_pop: Vec<Label>,
    /// How many operands above the captures must stay.
    on_top: usize,
}

fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::MatchAs(node) if node.name.is_none() && node.pattern.is_none())
}

fn is_wildcard_star(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::MatchStar(node) if node.name.is_none())
}

impl<'a> Lowerer<'a> {
    pub(super) fn match_statement(&mut self, node: &'a ast::StmtMatch) -> Lowered {
        self.expression(&node.subject)?;
        let end = self.label();
        let count = node.cases.len();
        let has_default = count > 1 && node.cases.last().is_some_and(|case| is_wildcard(&case.pattern));
        let tested = count - usize::from(has_default);
        for (number, case) in node.cases[..tested].iter().enumerate() {
            let at = self.at(&case.pattern);
            if number + 1 < tested {
                self.op(at, Op::Copy(1));
            }
            let allow_irrefutable = case.guard.is_some() || number + 1 == count;
            let mut state = Match { allow_irrefutable, ..Match::default() };
            self.pattern(&case.pattern, &mut state)?;
            for name in std::mem::take(&mut state.stores) {
                self.name(at, name, Access::Store);
            }
            if let Some(guard) = &case.guard {
                self.ensure_fail_pop(&mut state, 0);
                self.jump_if(at, guard, state.fail_pop[0], false)?;
            }
            if number + 1 < tested {
                self.op(NEXT, Op::Pop);
            }
            self.body(&case.body)?;
            self.op(NOWHERE, Op::JumpBack(end));
            self.emit_fail_pop(at, &mut state);
        }
        if has_default && let Some(case) = node.cases.last() {
            let at = self.at(&case.pattern);
            self.op(at, Op::Nop);
            if let Some(guard) = &case.guard {
                self.jump_if(at, guard, end, false)?;
            }
            self.body(&case.body)?;
        }
        self.place_label(end);
        Ok(())
    }

    fn ensure_fail_pop(&mut self, state: &mut Match, pops: usize) {
        while state.fail_pop.len() <= pops {
            let label = self.label();
            state.fail_pop.push(label);
        }
    }

    fn jump_to_fail(&mut self, at: Span, state: &mut Match, jump: fn(Label) -> Op) {
        let pops = state.on_top + state.stores.len();
        self.ensure_fail_pop(state, pops);
        self.op(at, jump(state.fail_pop[pops]));
    }

    fn emit_fail_pop(&mut self, at: Span, state: &mut Match) {
        while let Some(label) = state.fail_pop.pop() {
            self.place_label(label);
            if !state.fail_pop.is_empty() {
                self.op(at, Op::Pop);
            }
        }
    }

    fn rotate(&mut self, at: Span, count: usize) {
        for depth in (2..=count).rev() {
            self.op(at, Op::Swap(depth as u32));
        }
    }

    fn capture(&mut self, node: &impl Ranged, name: Option<&ast::Identifier>, state: &mut Match) -> Lowered {
        let at = self.at(node);
        let Some(name) = name else {
            self.op(at, Op::Pop);
            return Ok(());
        };
        let symbol = Sym::new(name.as_str());
        if state.stores.contains(&symbol) {
            let message = format!("multiple assignments to name '{symbol}' in pattern");
            return self.fail(message, node.range());
        }
        self.rotate(at, state.on_top + state.stores.len() + 1);
        state.stores.push(symbol);
        Ok(())
    }

    fn pattern(&mut self, pattern: &'a Pattern, state: &mut Match) -> Lowered {
        let at = self.at(pattern);
        match pattern {
            Pattern::MatchValue(node) => {
                if matches!(&*node.value, Expr::FString(_) | Expr::TString(_)) {
                    let message = "patterns may only match literals and attribute lookups";
                    return self.fail(message, node.range());
                }
                if let Expr::BinOp(sum) = &*node.value
                    && !matches!(sum.op, ast::Operator::Add | ast::Operator::Sub)
                {
                    return self.fail("invalid syntax", sum.range());
                }
                self.expression(&node.value)?;
                self.op(at, Op::Compare(CompareOp::Eq));
                self.jump_to_fail(at, state, Op::PopJumpIfFalse);
                Ok(())
            }
            Pattern::MatchSingleton(node) => {
                self.constant(
                    at,
                    match node.value {
                        Singleton::None => Constant::None,
                        Singleton::True => Constant::Bool(true),
                        Singleton::False => Constant::Bool(false),
                    },
                );
                self.op(at, Op::Is(false));
                self.jump_to_fail(at, state, Op::PopJumpIfFalse);
                Ok(())
            }
            Pattern::MatchSequence(node) => self.sequence_pattern(node, state),
            Pattern::MatchMapping(node) => self.mapping_pattern(node, state),
            Pattern::MatchClass(node) => self.class_pattern(node, state),
            Pattern::MatchStar(node) => self.capture(node, node.name.as_ref(), state),
            Pattern::MatchAs(node) => self.as_pattern(node, state),
            Pattern::MatchOr(node) => self.or_pattern(node, state),
        }
    }

    /// A pattern inside another: one that always matches is allowed.
    fn subpattern(&mut self, pattern: &'a Pattern, state: &mut Match) -> Lowered {
        let allowed = std::mem::replace(&mut state.allow_irrefutable, true);
        self.pattern(pattern, state)?;
        state.allow_irrefutable = allowed;
        Ok(())
    }

    fn as_pattern(&mut self, node: &'a ast::PatternMatchAs, state: &mut Match) -> Lowered {
        let Some(inner) = &node.pattern else {
            if !state.allow_irrefutable {
                return match &node.name {
                    Some(name) => {
                        let message = format!("name capture '{name}' makes remaining patterns unreachable");
                        self.fail(message, node.range())
                    }
                    None => self.fail("wildcard makes remaining patterns unreachable", node.range()),
                };
            }
            return self.capture(node, node.name.as_ref(), state);
        };
        state.on_top += 1;
        self.op(self.at(node), Op::Copy(1));
        self.pattern(inner, state)?;
        state.on_top -= 1;
        self.capture(node, node.name.as_ref(), state)
    }

    fn sequence_pattern(&mut self, node: &'a ast::PatternMatchSequence, state: &mut Match) -> Lowered {
        let at = self.at(node);
        let size = node.patterns.len();
        let star = node.patterns.iter().position(Pattern::is_match_star);
        if star.is_some_and(|star| node.patterns[star + 1..].iter().any(Pattern::is_match_star)) {
            return self.fail("multiple starred names in sequence pattern", node.range());
        }
        let only_wildcards =
            node.patterns.iter().all(|pattern| is_wildcard(pattern) || is_wildcard_star(pattern));
        state.on_top += 1;
        self.op(at, Op::MatchSequence);
        self.jump_to_fail(at, state, Op::PopJumpIfFalse);
        let length = match star {
            None => Some((size, CompareOp::Eq)),
            Some(_) if size > 1 => Some((size - 1, CompareOp::Ge)),
            Some(_) => None,
        };
        if let Some((length, compare)) = length {
            self.op(at, Op::GetLen);
            self.constant(at, Constant::int(length as i64));
            self.op(at, Op::Compare(compare));
            self.jump_to_fail(at, state, Op::PopJumpIfFalse);
        }
        state.on_top -= 1;
        match star {
            _ if only_wildcards => {
                self.op(at, Op::Pop);
                Ok(())
            }
            Some(star) if is_wildcard_star(&node.patterns[star]) => {
                self.sequence_by_index(at, &node.patterns, star, state)
            }
            _ => self.sequence_by_unpacking(at, &node.patterns, star, state),
        }
    }

    fn sequence_by_unpacking(
        &mut self,
        at: Span,
        patterns: &'a [Pattern],
        star: Option<usize>,
        state: &mut Match,
    ) -> Lowered {
        match star {
            None => self.op(at, Op::UnpackSequence(patterns.len() as u32)),
            Some(before) => {
                let after = patterns.len() - before - 1;
                let (Ok(before), Ok(after)) = (u8::try_from(before), u8::try_from(after)) else {
                    let message = "too many expressions in star-unpacking sequence pattern";
                    return self.fail_span(message, at);
                };
                self.op(at, Op::UnpackStar { before: u16::from(before), after });
            }
        }
        state.on_top += patterns.len();
        for pattern in patterns {
            state.on_top -= 1;
            self.subpattern(pattern, state)?;
        }
        Ok(())
    }

    /// With a nameless star, elements are fetched by index instead of unpacking all.
    fn sequence_by_index(
        &mut self,
        at: Span,
        patterns: &'a [Pattern],
        star: usize,
        state: &mut Match,
    ) -> Lowered {
        state.on_top += 1;
        for (number, pattern) in patterns.iter().enumerate() {
            if is_wildcard(pattern) || number == star {
                continue;
            }
            self.op(at, Op::Copy(1));
            if number < star {
                self.constant(at, Constant::int(number as i64));
            } else {
                self.op(at, Op::GetLen);
                self.constant(at, Constant::int((patterns.len() - number) as i64));
                self.op(at, Op::Binary(BinaryOp::Sub));
            }
            self.op(at, Op::Subscript);
            self.subpattern(pattern, state)?;
        }
        state.on_top -= 1;
        self.op(at, Op::Pop);
        Ok(())
    }

    fn class_pattern(&mut self, node: &'a ast::PatternMatchClass, state: &mut Match) -> Lowered {
        let at = self.at(node);
        let positional = &node.arguments.patterns;
        let keywords = &node.arguments.keywords;
        for (number, keyword) in keywords.iter().enumerate() {
            let name = keyword.attr.as_str();
            if let Some(other) = keywords[number + 1..].iter().find(|other| other.attr.as_str() == name) {
                let message = format!("attribute name repeated in class pattern: {name}");
                return self.fail(message, other.pattern.range());
            }
        }
        self.expression(&node.cls)?;
        let names = keywords.iter().map(|keyword| Constant::str(keyword.attr.as_str())).collect();
        self.constant(at, Constant::Tuple(names));
        self.op(at, Op::MatchClass(positional.len() as u32));
        self.op(at, Op::Copy(1));
        self.none(at);
        self.op(at, Op::Is(true));
        state.on_top += 1;
        self.jump_to_fail(at, state, Op::PopJumpIfFalse);
        let count = positional.len() + keywords.len();
        self.op(at, Op::UnpackSequence(count as u32));
        state.on_top = state.on_top + count - 1;
        let patterns = positional.iter().chain(keywords.iter().map(|keyword| &keyword.pattern));
        for pattern in patterns {
            state.on_top -= 1;
            if is_wildcard(pattern) {
                self.op(at, Op::Pop);
                continue;
            }
            self.subpattern(pattern, state)?;
        }
        Ok(())
    }

    fn mapping_pattern(&mut self, node: &'a ast::PatternMatchMapping, state: &mut Match) -> Lowered {
        let at = self.at(node);
        let size = node.keys.len();
        state.on_top += 1;
        self.op(at, Op::MatchMapping);
        self.jump_to_fail(at, state, Op::PopJumpIfFalse);
        if size == 0 && node.rest.is_none() {
            state.on_top -= 1;
            self.op(at, Op::Pop);
            return Ok(());
        }
        if size > 0 {
            self.op(at, Op::GetLen);
            self.constant(at, Constant::int(size as i64));
            self.op(at, Op::Compare(CompareOp::Ge));
            self.jump_to_fail(at, state, Op::PopJumpIfFalse);
        }
        let mut seen = Vec::new();
        for key in &node.keys {
            self.mapping_key(node, key, &mut seen)?;
        }
        self.op(at, Op::BuildTuple(size as u32));
        self.op(at, Op::MatchKeys);
        state.on_top += 2;
        self.op(at, Op::Copy(1));
        self.none(at);
        self.op(at, Op::Is(true));
        self.jump_to_fail(at, state, Op::PopJumpIfFalse);
        self.op(at, Op::UnpackSequence(size as u32));
        state.on_top = state.on_top + size - 1;
        for pattern in &node.patterns {
            state.on_top -= 1;
            self.subpattern(pattern, state)?;
        }
        state.on_top -= 2;
        match &node.rest {
            Some(rest) => {
                self.op(at, Op::BuildMap(0));
                self.op(at, Op::Swap(3));
                self.op(at, Op::DictUpdate(2));
                self.op(at, Op::UnpackSequence(size as u32));
                for depth in (1..=size).rev() {
                    self.op(at, Op::Copy(depth as u32 + 1));
                    self.op(at, Op::Swap(2));
                    self.op(at, Op::DeleteSubscript);
                }
                self.capture(node, Some(rest), state)
            }
            None => {
                self.op(at, Op::Pop);
                self.op(at, Op::Pop);
                Ok(())
            }
        }
    }

    fn mapping_key(
        &mut self,
        node: &ast::PatternMatchMapping,
        key: &'a Expr,
        seen: &mut Vec<Constant>,
    ) -> Lowered {
        let negative = match key {
            Expr::UnaryOp(node) if node.op == ast::UnaryOp::USub => {
                literal::constant(&node.operand).and_then(|constant| constant.negated())
            }
            _ => None,
        };
        if let Some(constant) = negative.or_else(|| literal::constant(key)) {
            if seen.iter().any(|known| known.is_same_key(&constant)) {
                let text = literal::repr(&constant);
                let message = format!("mapping pattern checks duplicate key ({text})");
                return self.fail(message, node.range());
            }
            seen.push(constant);
        } else if matches!(key, Expr::Name(_)) {
            let message = "mapping pattern keys may only match literals and attribute lookups";
            return self.fail(message, node.range());
        }
        self.expression(key)
    }

    fn or_pattern(&mut self, node: &'a ast::PatternMatchOr, state: &mut Match) -> Lowered {
        let end = self.label();
        let at = self.at(node);
        let last = node.patterns.len() - 1;
        let mut control: Option<Vec<Sym>> = None;
        for (number, alternative) in node.patterns.iter().enumerate() {
            let place = self.at(alternative);
            let allow_irrefutable = number == last && state.allow_irrefutable;
            let mut inner = Match { allow_irrefutable, ..Match::default() };
            self.op(place, Op::Copy(1));
            self.pattern(alternative, &mut inner)?;
            match &control {
                None => control = Some(inner.stores.clone()),
                Some(control) => self.align_captures(node, place, control, &mut inner)?,
            }
            self.op(place, Op::JumpBack(end));
            self.emit_fail_pop(place, &mut inner);
        }
        self.op(at, Op::Pop);
        self.jump_to_fail(at, state, Op::JumpBack);
        self.place_label(end);
        let control = control.unwrap_or_default();
        let rotations = control.len() + 1 + state.on_top + state.stores.len();
        for name in control {
            self.rotate(at, rotations);
            if state.stores.contains(&name) {
                let message = format!("multiple assignments to name '{name}' in pattern");
                return self.fail(message, node.range());
            }
            state.stores.push(name);
        }
        self.op(at, Op::Pop);
        Ok(())
    }

    /// Brings the captures of a later alternative into the order of the first one's.
    fn align_captures(
        &mut self,
        node: &ast::PatternMatchOr,
        at: Span,
        control: &[Sym],
        inner: &mut Match,
    ) -> Lowered {
        let different = "alternative patterns bind different names";
        if inner.stores.len() != control.len() {
            return self.fail(different, node.range());
        }
        for wanted in (0..control.len()).rev() {
            let Some(found) = inner.stores.iter().position(|name| *name == control[wanted]) else {
                return self.fail(different, node.range());
            };
            if found == wanted {
                continue;
            }
            let rotations = found + 1;
            let rotated: Vec<Sym> = inner.stores.drain(..rotations).collect();
            let place = wanted - found;
            inner.stores.splice(place..place, rotated);
            for _ in 0..rotations {
                self.rotate(at, wanted + 1);
            }
        }
        Ok(())
    }
}
