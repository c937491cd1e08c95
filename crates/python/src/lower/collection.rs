//! Displays of lists, tuples, sets and dicts, with unpacking.

use loopglass_trace::Span;
use ruff_python_ast::{self as ast, Expr};

use crate::code::Op;

use super::{Lowered, Lowerer};

/// More operands than this are not gathered on the stack (CPython's guideline).
pub(super) const STACK_USE: usize = 30;

/// What a sequence display makes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
    List,
    Tuple,
    Set,
}

impl<'a> Lowerer<'a> {
    pub(super) fn list(&mut self, node: &'a ast::ExprList) -> Lowered {
        self.sequence(self.at(node), &node.elts, 0, Display::List, None)
    }

    pub(super) fn tuple(&mut self, node: &'a ast::ExprTuple) -> Lowered {
        self.sequence(self.at(node), &node.elts, 0, Display::Tuple, None)
    }

    pub(super) fn set(&mut self, node: &'a ast::ExprSet) -> Lowered {
        self.sequence(self.at(node), &node.elts, 0, Display::Set, None)
    }

    /// Elements, with `pushed` of them on the stack already, and maybe a hidden name after them.
    pub(super) fn sequence(
        &mut self,
        at: Span,
        elements: &'a [Expr],
        pushed: usize,
        display: Display,
        injected: Option<crate::symbol::Sym>,
    ) -> Lowered {
        let count = elements.len() + pushed + usize::from(injected.is_some());
        let big = count > STACK_USE;
        let starred = elements.iter().any(Expr::is_starred_expr);
        let build = |count: usize| match display {
            Display::Set => Op::BuildSet(count as u32),
            Display::List | Display::Tuple => Op::BuildList(count as u32),
        };
        let (add, extend) = match display {
            Display::Set => (Op::SetAdd(1), Op::SetUpdate(1)),
            Display::List | Display::Tuple => (Op::ListAppend(1), Op::ListExtend(1)),
        };
        if !starred && !big {
            self.expressions(elements)?;
            if let Some(name) = injected {
                self.name(at, name, super::Access::Load);
            }
            self.op(at, if display == Display::Tuple { Op::BuildTuple(count as u32) } else { build(count) });
            return Ok(());
        }
        let mut built = big;
        if big {
            self.op(at, build(pushed));
        }
        for (number, element) in elements.iter().enumerate() {
            if let Expr::Starred(node) = element {
                if !built {
                    self.op(at, build(number + pushed));
                    built = true;
                }
                self.expression(&node.value)?;
                self.op(at, extend);
            } else {
                self.expression(element)?;
                if built {
                    self.op(at, add);
                }
            }
        }
        if let Some(name) = injected {
            self.name(at, name, super::Access::Load);
            self.op(at, add);
        }
        if display == Display::Tuple {
            self.op(at, Op::ListToTuple);
        }
        Ok(())
    }

    pub(super) fn dict(&mut self, node: &'a ast::ExprDict) -> Lowered {
        let at = self.at(node);
        let mut have_dict = false;
        let mut begin = 0;
        for (number, item) in node.items.iter().enumerate() {
            if item.key.is_none() {
                if number > begin {
                    self.dict_part(at, &node.items[begin..number], &mut have_dict)?;
                }
                begin = number + 1;
                if !have_dict {
                    self.op(at, Op::BuildMap(0));
                    have_dict = true;
                }
                self.expression(&item.value)?;
                self.op(at, Op::DictUpdate(1));
            } else if (number - begin) * 2 > STACK_USE {
                self.dict_part(at, &node.items[begin..=number], &mut have_dict)?;
                begin = number + 1;
            }
        }
        if begin < node.items.len() {
            self.dict_part(at, &node.items[begin..], &mut have_dict)?;
        }
        if !have_dict {
            self.op(at, Op::BuildMap(0));
        }
        Ok(())
    }

    fn dict_part(&mut self, at: Span, items: &'a [ast::DictItem], have_dict: &mut bool) -> Lowered {
        let big = items.len() * 2 > STACK_USE;
        if big {
            self.op(at, Op::BuildMap(0));
        }
        for item in items {
            if let Some(key) = &item.key {
                self.expression(key)?;
            }
            self.expression(&item.value)?;
            if big {
                self.op(at, Op::MapAdd(1));
            }
        }
        if !big {
            self.op(at, Op::BuildMap(items.len() as u32));
        }
        if *have_dict {
            self.op(at, Op::DictUpdate(1));
        }
        *have_dict = true;
        Ok(())
    }
}
