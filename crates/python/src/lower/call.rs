//! Calls.

use loopglass_trace::Span;
use ruff_python_ast::{self as ast, Expr, Keyword};
use ruff_text_size::Ranged;

use crate::code::{Builtin, Op};
use crate::symbol::Sym;

use super::collection::{Display, STACK_USE};
use super::constant::Constant;
use super::names::Access;
use super::place::NOWHERE;
use super::step::{Ins, Label};
use super::{Lowered, Lowerer};

impl<'a> Lowerer<'a> {
    pub(super) fn call(&mut self, node: &'a ast::ExprCall) -> Lowered {
        self.check_keywords(&node.arguments.keywords)?;
        self.widen_generator(&node.arguments);
        if let Expr::Attribute(method) = &*node.func
            && self.is_method_call(method, &node.arguments)
        {
            return self.method_call(node, method);
        }
        self.expression(&node.func)?;
        let end = self.label();
        self.call_builtin_in_place(node, end)?;
        self.op(self.at(&*node.func), Op::PushNull);
        self.arguments(self.at(node), 0, &node.arguments.args, &node.arguments.keywords, None)?;
        self.place_label(end);
        Ok(())
    }

    /// `all`, `any` and `tuple` of a generator expression are loops in this frame, unless the name is bound
    /// to something else when it comes to it. The callee is on top.
    fn call_builtin_in_place(&mut self, node: &'a ast::ExprCall, end: Label) -> Lowered {
        let (Expr::Name(name), [Expr::Generator(_)], []) =
            (&*node.func, &node.arguments.args[..], &node.arguments.keywords[..])
        else {
            return Ok(());
        };
        let builtin = match name.id.as_str() {
            "all" => Builtin::All,
            "any" => Builtin::Any,
            "tuple" => Builtin::Tuple,
            _ => return Ok(()),
        };
        let at = self.at(&*node.func);
        let skip = self.label();
        let start = self.label();
        let cleanup = self.label();
        self.op(at, Op::Copy(1));
        self.op(at, Op::LoadBuiltin(builtin));
        self.op(at, Op::Is(false));
        self.op(at, Op::PopJumpIfFalse(skip));
        self.op(at, Op::Pop);
        if builtin == Builtin::Tuple {
            self.op(at, Op::BuildList(0));
        }
        self.expression(&node.arguments.args[0])?;
        self.place_label(start);
        self.op(at, Op::ForIter(cleanup));
        match builtin {
            Builtin::Tuple => {
                self.op(at, Op::ListAppend(2));
                self.op(at, Op::JumpBack(start));
            }
            Builtin::All => self.op(at, Op::PopJumpIfTrue(start)),
            Builtin::Any => self.op(at, Op::PopJumpIfFalse(start)),
        }
        if builtin != Builtin::Tuple {
            self.op(NOWHERE, Op::Pop);
            self.constant(at, Constant::Bool(builtin == Builtin::Any));
            self.op(at, Op::JumpBack(end));
        }
        self.place_label(cleanup);
        self.emit(NOWHERE, Ins::EndFor);
        self.emit(NOWHERE, Ins::PopIter);
        match builtin {
            Builtin::Tuple => self.op(at, Op::ListToTuple),
            other => self.constant(at, Constant::Bool(other == Builtin::All)),
        }
        self.op(at, Op::JumpBack(end));
        self.place_label(skip);
        Ok(())
    }

    /// A generator expression that is the only argument has the place of the call's parentheses.
    pub(super) fn widen_generator(&mut self, arguments: &ast::Arguments) {
        if let [Expr::Generator(only)] = &arguments.args[..]
            && !only.parenthesized
        {
            self.widened.insert(only.start().to_u32(), arguments.range());
        }
    }

    fn check_keywords(&self, keywords: &[Keyword]) -> Lowered {
        for (number, keyword) in keywords.iter().enumerate() {
            let Some(name) = &keyword.arg else { continue };
            if name.as_str() == "__debug__" {
                return self.fail("cannot assign to __debug__", keyword.range());
            }
            for other in &keywords[number + 1..] {
                if other.arg.as_ref().is_some_and(|other| other.as_str() == name.as_str()) {
                    let message = format!("keyword argument repeated: {}", name.as_str());
                    return self.fail(message, other.range());
                }
            }
        }
        Ok(())
    }

    fn is_method_call(&self, method: &ast::ExprAttribute, arguments: &ast::Arguments) -> bool {
        let imported = match &*method.value {
            Expr::Name(name) => self.imported.contains(&Sym::new(name.id.as_str())),
            _ => false,
        };
        let keywords = arguments.keywords.len();
        !imported
            && arguments.args.len() + keywords + usize::from(keywords != 0) < STACK_USE
            && !arguments.args.iter().any(Expr::is_starred_expr)
            && arguments.keywords.iter().all(|keyword| keyword.arg.is_some())
    }

    fn method_call(&mut self, node: &'a ast::ExprCall, method: &'a ast::ExprAttribute) -> Lowered {
        self.expression(&method.value)?;
        let at = self.attribute_at(self.at(method), method);
        let index = self.attribute_index(method);
        self.op(at, Op::LoadMethod(index));
        self.expressions(&node.arguments.args)?;
        let keywords = &node.arguments.keywords;
        let count = node.arguments.args.len() + keywords.len();
        let names = self.keyword_values(keywords)?;
        let at = self.attribute_at(self.at(node), method);
        self.emit_call(at, count, names);
        Ok(())
    }

    /// The values of keyword arguments; gives their names.
    fn keyword_values(&mut self, keywords: &'a [Keyword]) -> Lowered<Vec<Sym>> {
        let mut names = Vec::with_capacity(keywords.len());
        for keyword in keywords {
            self.expression(&keyword.value)?;
            if let Some(name) = &keyword.arg {
                names.push(Sym::new(name.as_str()));
            }
        }
        Ok(names)
    }

    /// The call itself, of `count` arguments of which the last have these names.
    fn emit_call(&mut self, at: Span, count: usize, names: Vec<Sym>) {
        if names.is_empty() {
            self.op(at, Op::Call(count as u32));
            return;
        }
        let list = names.iter().map(|name| Constant::name(*name)).collect();
        let index = self.unit().keyword_list(names);
        match u8::try_from(index) {
            Ok(names) => self.op(at, Op::CallKeywords { count: count as u16, names }),
            Err(_) => {
                self.constant(at, Constant::Tuple(list));
                self.op(at, Op::CallKeywordsTuple(count as u32));
            }
        }
    }

    /// Arguments and the call, with `[callee null]` and `pushed` arguments on the stack already.
    pub(super) fn arguments(
        &mut self,
        at: Span,
        pushed: usize,
        args: &'a [Expr],
        keywords: &'a [Keyword],
        injected: Option<Sym>,
    ) -> Lowered {
        self.check_keywords(keywords)?;
        let simple = args.len() + keywords.len() * 2 <= STACK_USE
            && !args.iter().any(Expr::is_starred_expr)
            && keywords.iter().all(|keyword| keyword.arg.is_some());
        if !simple {
            return self.call_unpacking(at, pushed, args, keywords, injected);
        }
        self.expressions(args)?;
        let mut count = pushed + args.len() + keywords.len();
        if let Some(name) = injected {
            self.name(at, name, Access::Load);
            count += 1;
        }
        let names = self.keyword_values(keywords)?;
        self.emit_call(at, count, names);
        Ok(())
    }

    /// A call with `*` or `**`, or with very many arguments.
    fn call_unpacking(
        &mut self,
        at: Span,
        pushed: usize,
        args: &'a [Expr],
        keywords: &'a [Keyword],
        injected: Option<Sym>,
    ) -> Lowered {
        match args {
            // The call itself goes through the iterable, once the keywords are there.
            [Expr::Starred(only)] if pushed == 0 && injected.is_none() => self.expression(&only.value)?,
            _ => self.sequence(at, args, pushed, Display::Tuple, injected)?,
        }
        if keywords.is_empty() {
            self.op(at, Op::CallEx(false));
            return Ok(());
        }
        let mut have_dict = false;
        let mut begin = 0;
        for (number, keyword) in keywords.iter().enumerate() {
            if keyword.arg.is_some() {
                continue;
            }
            self.keyword_part(at, &keywords[begin..number], &mut have_dict)?;
            begin = number + 1;
            if !have_dict {
                self.op(at, Op::BuildMap(0));
                have_dict = true;
            }
            self.expression(&keyword.value)?;
            self.op(at, Op::DictMerge(4));
        }
        self.keyword_part(at, &keywords[begin..], &mut have_dict)?;
        self.op(at, Op::CallEx(true));
        Ok(())
    }

    fn keyword_part(&mut self, at: Span, keywords: &'a [Keyword], have_dict: &mut bool) -> Lowered {
        if keywords.is_empty() {
            return Ok(());
        }
        let big = keywords.len() * 2 > STACK_USE;
        if big {
            self.op(NOWHERE, Op::BuildMap(0));
        }
        for keyword in keywords {
            if let Some(name) = &keyword.arg {
                self.constant(at, Constant::str(name.as_str()));
            }
            self.expression(&keyword.value)?;
            if big {
                self.op(NOWHERE, Op::MapAdd(1));
            }
        }
        if !big {
            self.op(at, Op::BuildMap(keywords.len() as u32));
        }
        if *have_dict {
            self.op(at, Op::DictMerge(4));
        }
        *have_dict = true;
        Ok(())
    }
}
