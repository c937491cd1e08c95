//! How many arguments the methods here take, refused in CPython's words. Those words differ by how a method is
//! written there: in C with or without keywords, or in Python.

use loopglass_python::builtins::arguments::unexpected_keyword;
use loopglass_python::error::{PyResult, type_error};
use loopglass_python::function::Args;
use loopglass_python::value::Value;

use crate::task::as_task;

/// Arguments after `self`.
fn given(args: &Args) -> usize {
    args.positional.len().saturating_sub(1)
}

/// What is given for a parameter by its name.
pub fn keyword(args: &Args, name: &str) -> Option<Value> {
    args.keywords.iter().find(|(key, _)| key.is(name)).map(|(_, value)| value.clone())
}

/// The arguments of one of the loop's methods that takes these before `*args`, and `context`: all by position, where
/// some are given by name.
pub fn by_position(args: &Args, method: &str, names: &[&str]) -> PyResult<Option<Args>> {
    if args.keywords.iter().all(|(name, _)| name.is("context")) {
        return Ok(None);
    }
    let mut placed = args.clone();
    placed.keywords.retain(|(name, _)| name.is("context"));
    for (at, name) in names.iter().enumerate() {
        match keyword(args, name) {
            Some(_) if at < given(args) => {
                return type_error(format!(
                    "BaseEventLoop.{method}() got multiple values for argument '{name}'"
                ));
            }
            Some(value) if placed.positional.len() == at + 1 => placed.positional.push(value),
            _ => {}
        }
    }
    let strange = args.keywords.iter().map(|(name, _)| name.text());
    if let Some(name) = strange.into_iter().find(|name| &**name != "context" && !names.contains(&&**name)) {
        let known: Vec<&str> = ["self"].iter().chain(names).chain(&["context"]).copied().collect();
        return unexpected_keyword(&format!("BaseEventLoop.{method}()"), &name, &known);
    }
    let missing = names.iter().find(|name| keyword(args, name).is_none());
    match missing.filter(|_| given(&placed) < names.len()) {
        Some(name) => {
            type_error(format!("BaseEventLoop.{method}() missing 1 required positional argument: '{name}'"))
        }
        None => Ok(Some(placed)),
    }
}

fn class_of(args: &Args) -> &'static str {
    if args.positional.first().and_then(as_task).is_some() { "Task" } else { "Future" }
}

/// A method of a future or task that takes nothing.
pub fn none(args: &Args, name: &str) -> PyResult<()> {
    let class = class_of(args);
    if !args.keywords.is_empty() {
        return type_error(format!("{class}.{name}() takes no keyword arguments"));
    }
    match given(args) {
        0 => Ok(()),
        count => type_error(format!("{class}.{name}() takes no arguments ({count} given)")),
    }
}

/// The same for a method that knows the class which defines it.
pub fn bare(args: &Args, name: &str) -> PyResult<()> {
    if given(args) == 0 && args.keywords.is_empty() {
        return Ok(());
    }
    type_error(format!("{name}() takes no arguments"))
}

/// A method of a task that takes one argument, by position.
pub fn one(args: &Args, name: &str) -> PyResult<()> {
    let class = class_of(args);
    if !args.keywords.is_empty() {
        return type_error(format!("{class}.{name}() takes no keyword arguments"));
    }
    match given(args) {
        1 => Ok(()),
        count => type_error(format!("{class}.{name}() takes exactly one argument ({count} given)")),
    }
}

/// A method or class that takes so many arguments by position, the first `required` of them always, and these names
/// by keyword; `total` in all.
pub fn named(
    args: &Args,
    name: &str,
    (required, positional): (usize, usize),
    keywords: &[&str],
    total: usize,
) -> PyResult<()> {
    let count = given(args);
    if count + args.keywords.len() > total && (count > positional || args.keywords.is_empty()) {
        if count > positional && count <= total {
            return wrong_positional(name, (required, positional), count);
        }
        let plural = if total == 1 { "" } else { "s" };
        let all = count + args.keywords.len();
        return type_error(format!("{name}() takes at most {total} argument{plural} ({all} given)"));
    }
    if count > positional || count < required {
        return wrong_positional(name, (required, positional), count);
    }
    match args.keywords.iter().find(|(key, _)| !keywords.contains(&&*key.text())) {
        Some((key, _)) => unexpected_keyword(&format!("{name}()"), &key.text(), keywords),
        None => Ok(()),
    }
}

fn wrong_positional(name: &str, (required, positional): (usize, usize), count: usize) -> PyResult<()> {
    if positional == 0 {
        return type_error(format!("{name}() takes no positional arguments"));
    }
    let bound = match required == positional {
        true => "exactly",
        false if count < required => "at least",
        false => "at most",
    };
    let limit = if count < required { required } else { positional };
    let plural = if limit == 1 { "" } else { "s" };
    type_error(format!("{name}() takes {bound} {limit} positional argument{plural} ({count} given)"))
}

/// A method that is Python there and takes nothing but `self`.
pub fn python(args: &Args, qualified: &str) -> PyResult<()> {
    if let Some((key, _)) = args.keywords.first() {
        return type_error(format!("{qualified}() got an unexpected keyword argument '{}'", key.text()));
    }
    match args.positional.len() {
        0 | 1 => Ok(()),
        count => type_error(format!("{qualified}() takes 1 positional argument but {count} were given")),
    }
}

/// A function in C that takes one argument, which may be left out, by place or by name.
pub fn optional(args: &Args, name: &str, parameter: &str) -> PyResult<()> {
    match args.positional.len() + args.keywords.len() {
        0 | 1 => {}
        count => return type_error(format!("{name}() takes at most 1 argument ({count} given)")),
    }
    unexpected(args, name, parameter)
}

/// A function that is Python there and takes one argument.
pub fn single(args: &Args, name: &str, parameter: &str) -> PyResult<()> {
    unexpected(args, name, parameter)?;
    match (args.positional.len(), args.keywords.is_empty()) {
        (0, true) => type_error(format!("{name}() missing 1 required positional argument: '{parameter}'")),
        (1, true) | (0, false) => Ok(()),
        (1, false) => type_error(format!("{name}() got multiple values for argument '{parameter}'")),
        (count, _) => type_error(format!("{name}() takes 1 positional argument but {count} were given")),
    }
}

fn unexpected(args: &Args, name: &str, parameter: &str) -> PyResult<()> {
    match args.keywords.iter().find(|(key, _)| !key.is(parameter)) {
        Some((key, _)) => type_error(format!("{name}() got an unexpected keyword argument '{}'", key.text())),
        None => Ok(()),
    }
}

/// The one argument of a function that takes it by place or by name.
pub fn sole(args: &Args) -> Value {
    let named = || args.keywords.first().map(|(_, value)| value.clone());
    args.positional.first().cloned().or_else(named).unwrap_or_default()
}
