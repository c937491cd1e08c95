//! Binding arguments to the parameters of a function, with CPython's messages where they do not fit.

use std::rc::Rc;

use crate::code::Code;
use crate::dict::Dict;
use crate::error::{PyResult, type_error};
use crate::function::{Args, Function};
use crate::machine::Machine;
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
            return too_many_positional(function, given, &stack);
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
            return missing_arguments(function, "positional", &missing);
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
                return missing_arguments(function, "keyword-only", &missing);
            }
        }
        if code.star_args {
            stack.push(Value::tuple(extra));
        }
        stack.extend(kwargs.map(Value::Dict));
        Ok(stack)
    }
}

fn qualified(function: &Function) -> Rc<str> {
    match &*function.qualname.borrow() {
        Value::Str(name) => name.as_str().into(),
        _ => function.code.qualname.text(),
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
    let mut positional_only = Vec::new();
    for (name, value) in keywords {
        let from = code.positional_only as usize;
        match code.slots[from..named].iter().position(|slot| *slot == name) {
            Some(index) => {
                let slot = &mut stack[from + index];
                if !slot.is_null() {
                    return type_error(format!(
                        "{}() got multiple values for argument '{name}'",
                        qualified(function)
                    ));
                }
                *slot = value;
            }
            None if let Some(kwargs) = kwargs => drop(kwargs.set(name, value)),
            None if code.slots[..from].contains(&name) => positional_only.push(name),
            None => {
                let candidates: Vec<Rc<str>> =
                    code.slots[from..named].iter().map(|slot| slot.text()).collect();
                let hint = crate::builtins::suggestion(&name.text(), &candidates);
                let hint = hint.map(|hint| format!(". Did you mean '{hint}'?")).unwrap_or_default();
                return type_error(format!(
                    "{}() got an unexpected keyword argument '{name}'{hint}",
                    qualified(function)
                ));
            }
        }
    }
    if !positional_only.is_empty() {
        let names: Vec<String> = positional_only.iter().map(|name| name.to_string()).collect();
        return type_error(format!(
            "{}() got some positional-only arguments passed as keyword arguments: '{}'",
            qualified(function),
            names.join(", ")
        ));
    }
    Ok(())
}

fn too_many_positional<T>(function: &Function, given: usize, stack: &[Value]) -> PyResult<T> {
    let code = &function.code;
    let positional = code.positional as usize;
    let defaults = function.defaults.borrow().as_ref().map_or(0, |defaults| defaults.len());
    let required = positional - defaults.min(positional);
    let (takes, plural) = if required < positional {
        (format!("from {required} to {positional}"), true)
    } else {
        (positional.to_string(), positional != 1)
    };
    let keyword_only_given = stack[positional..].iter().filter(|value| !value.is_null()).count();
    let (given_text, verb) = if keyword_only_given > 0 {
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        let text = format!(
            "{given} positional argument{} (and {keyword_only_given} keyword-only argument{})",
            plural(given),
            plural(keyword_only_given)
        );
        (text, "were")
    } else {
        (given.to_string(), if given == 1 { "was" } else { "were" })
    };
    type_error(format!(
        "{}() takes {takes} positional argument{} but {given_text} {verb} given",
        qualified(function),
        if plural { "s" } else { "" }
    ))
}

fn missing_arguments<T>(function: &Function, kind: &str, missing: &[Sym]) -> PyResult<T> {
    let quoted: Vec<String> = missing.iter().map(|name| format!("'{name}'")).collect();
    let listed = match &quoted[..] {
        [one] => one.clone(),
        [a, b] => format!("{a} and {b}"),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
        [] => String::new(),
    };
    type_error(format!(
        "{}() missing {} required {kind} argument{}: {listed}",
        qualified(function),
        missing.len(),
        if missing.len() == 1 { "" } else { "s" }
    ))
}
