//! Binding arguments to the parameters of a function, with CPython's messages where they do not fit.

use std::rc::Rc;

use crate::code::Code;
use crate::dict::Dict;
use crate::error::PyResult;
use crate::function::{Args, Function};
use crate::machine::{Machine, refusal};
use crate::symbol::Sym;
use crate::value::Value;

impl Machine {
    /// Lays the arguments of a call out in slots: positional, keyword-only, `*args`, `**kwargs`.
    pub(crate) fn bind_arguments(&mut self, function: &Rc<Function>, args: Args) -> PyResult<Vec<Value>> {
        let code = &function.code;
        let positional = code.positional as usize;
        let keyword_only = code.keyword_only as usize;
        let total = positional + keyword_only;
        let mut stack = self.new_stack();
        let given = args.positional.len();
        let mut args = args;
        let mut extra = Vec::new();
        if given > positional {
            extra.extend(args.positional.drain(positional..));
        }
        stack.extend(args.positional);
        stack.resize(total, Value::Null);
        let kwargs = code.star_kwargs.then(Rc::<Dict>::default);
        if !args.keywords.is_empty() {
            bind_keywords(function, &mut stack, args.keywords, kwargs.as_ref())?;
        }
        if !extra.is_empty() && !code.star_args {
            return refusal::too_many_positional(function, given, &stack);
        }
        let defaults = function.defaults.borrow().clone();
        if let Some(defaults) = &defaults {
            let first = positional.saturating_sub(defaults.len());
            let skip = defaults.len().saturating_sub(positional);
            for (slot, default) in stack[first..positional].iter_mut().zip(defaults.iter().skip(skip)) {
                if slot.is_null() {
                    *slot = default.clone();
                }
            }
        }
        if stack[..positional].iter().any(Value::is_null) {
            let missing = (0..positional).filter(|index| stack[*index].is_null());
            let missing: Vec<Sym> = missing.map(|index| code.slots[index]).collect();
            return refusal::missing_arguments(function, "positional", &missing, given);
        }
        if keyword_only > 0 {
            let defaults = function.keyword_defaults.borrow().clone();
            let mut missing = Vec::new();
            for (slot, name) in stack[positional..total].iter_mut().zip(&code.slots[positional..]) {
                if slot.is_null() {
                    match defaults.as_ref().and_then(|defaults| defaults.get(*name)) {
                        Some(default) => *slot = default,
                        None => missing.push(*name),
                    }
                }
            }
            if !missing.is_empty() {
                return refusal::missing_arguments(function, "keyword-only", &missing, given);
            }
        }
        if code.star_args {
            stack.push(Value::tuple(extra));
        }
        stack.extend(kwargs.map(Value::Dict));
        Ok(stack)
    }
}

fn bind_keywords(
    function: &Function,
    stack: &mut [Value],
    keywords: Vec<(Sym, Value)>,
    kwargs: Option<&Rc<Dict>>,
) -> PyResult<()> {
    let code: &Code = &function.code;
    let named = code.positional as usize + code.keyword_only as usize;
    let from = code.positional_only as usize;
    let mut rest = keywords.into_iter();
    while let Some((name, value)) = rest.next() {
        match code.slots[from..named].iter().position(|slot| *slot == name) {
            Some(index) => {
                let slot = &mut stack[from + index];
                if !slot.is_null() {
                    return refusal::given_twice(function, name, from + index);
                }
                *slot = value;
            }
            None if let Some(kwargs) = kwargs => drop(kwargs.set(name, value)),
            None => {
                let others: Vec<Sym> = rest.map(|(name, _)| name).collect();
                let is_given = |slot: &&Sym| **slot == name || others.contains(slot);
                let by_name: Vec<Sym> = code.slots[..from].iter().filter(is_given).copied().collect();
                return match &by_name[..] {
                    [] => refusal::unexpected_keyword(function, name),
                    positional_only => refusal::positional_by_name(function, positional_only),
                };
            }
        }
    }
    Ok(())
}
