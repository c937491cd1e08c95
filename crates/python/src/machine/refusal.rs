//! What a call says whose arguments do not fit the parameters of a function. A function of ours in Python that
//! CPython has in C refuses in C's words, which count otherwise and leave `self` out.

use std::rc::Rc;

use crate::builtins::arguments;
use crate::code::{Code, Origin};
use crate::error::{PyResult, type_error};
use crate::function::Function;
use crate::symbol::Sym;
use crate::value::Value;

/// The modules that are in C in CPython, as they name themselves in messages.
const IN_C: &[(&str, &str)] = &[
    ("itertools", "itertools"),
    ("_collections", "_collections"),
    ("operator", "_operator"),
    ("bisect", "_bisect"),
    ("heapq", "_heapq"),
    ("functools", "_functools"),
    ("collections", "_collections"),
    ("re", "re"),
    ("gc", "gc"),
    ("binascii", "binascii"),
    ("cmath", "cmath"),
    ("warnings", "_warnings"),
    ("signal", "_signal"),
    ("asyncio.events", "_asyncio"),
];

/// What of such a module is in Python all the same, or in C all alone, by the first part of its qualified name.
fn is_in_c(module: &str, first: &str) -> bool {
    match module {
        "heapq" => !["merge", "nlargest", "nsmallest"].contains(&first),
        "functools" => ["reduce", "cmp_to_key", "partial"].contains(&first),
        "collections" => ["defaultdict", "OrderedDict"].contains(&first),
        "re" => ["Pattern", "Match"].contains(&first),
        "asyncio.events" => first == "get_event_loop",
        "warnings" => ["warn", "warn_explicit"].contains(&first),
        "signal" => {
            ["default_int_handler", "raise_signal", "pause", "strsignal", "siginterrupt"].contains(&first)
        }
        _ => true,
    }
}

/// Whether CPython has this code of the library in C, so that no frame of it is seen there.
pub(crate) fn is_code_in_c(code: &Code) -> bool {
    let Some(module) = code.file.strip_prefix("<frozen ").and_then(|file| file.strip_suffix('>')) else {
        return false;
    };
    let first = || code.qualname.text().split('.').next().unwrap_or_default().to_string();
    module == "builtins" || IN_C.iter().any(|(name, _)| *name == module && is_in_c(name, &first()))
}

/// The module of C that a function of ours in Python stands in for.
fn module_in_c(function: &Function) -> Option<&'static str> {
    if function.code.origin != Origin::Hidden {
        return None;
    }
    let module = function.module.borrow().as_str()?.clone();
    let qualname = function.code.qualname.text();
    let first = qualname.split('.').next().unwrap_or_default();
    let found = IN_C.iter().find(|(name, _)| *name == module.as_str())?;
    is_in_c(found.0, first).then_some(found.1)
}

/// Whether a function of ours in Python, not a method, is one that CPython has in C.
pub(crate) fn stands_in_for_c(function: &Function) -> bool {
    function.code.name == function.code.qualname && module_in_c(function).is_some()
}

/// How many positional arguments there have to be.
fn required(function: &Function) -> usize {
    let positional = function.code.positional as usize;
    let defaults = function.defaults.borrow().as_ref().map_or(0, |defaults| defaults.len());
    positional - defaults.min(positional)
}

/// A function in C's own view: the name it gives itself and how many of the arguments are `self`.
struct InC {
    /// As in `heappop expected 2 arguments`: the last part, or the class that is made.
    short: String,
    /// As in `_heapq.heappop() takes exactly one argument`.
    long: String,
    /// Whether it makes an object of a class.
    makes: bool,
    /// Arguments that C does not count.
    own: usize,
}

impl InC {
    fn of(function: &Function) -> Option<Self> {
        let module = module_in_c(function)?;
        let qualname = function.code.qualname.text();
        let Some((class, method)) = qualname.rsplit_once('.') else {
            return Some(Self {
                short: qualname.to_string(),
                long: format!("{module}.{qualname}"),
                makes: false,
                own: 0,
            });
        };
        let makes = ["__init__", "__new__"].contains(&method);
        Some(Self {
            short: if makes { class } else { method }.to_string(),
            long: if makes { class.to_string() } else { qualname.to_string() },
            makes,
            own: 1,
        })
    }

    /// Whether all that the function takes is positional, so that it says so for its arguments together.
    fn positional_only(&self, code: &Code) -> bool {
        let alone = code.positional as usize == self.own && !code.star_kwargs;
        (alone || code.positional_only == code.positional) && code.keyword_only == 0
    }

    /// The message for too many or too few positional arguments of a function that takes nothing else.
    fn wrong_number(&self, function: &Function, given: usize) -> String {
        let most = (function.code.positional as usize).saturating_sub(self.own);
        let least = required(function).saturating_sub(self.own);
        let given = given.saturating_sub(self.own);
        if most == 0 {
            return format!("{}() takes no arguments ({given} given)", self.long);
        }
        if most == 1 && least == 1 && !self.makes {
            return format!("{}() takes exactly one argument ({given} given)", self.long);
        }
        let (bound, number) = match (least == most && !function.code.star_args, given < least) {
            (true, _) => ("", most),
            (false, true) => ("at least ", least),
            (false, false) => ("at most ", most),
        };
        let plural = if number == 1 { "" } else { "s" };
        format!("{} expected {bound}{number} argument{plural}, got {given}", self.short)
    }
}

/// The name of a function in messages.
pub(super) fn qualified(function: &Function) -> Rc<str> {
    if let Some(in_c) = InC::of(function) {
        return in_c.short.into();
    }
    match &*function.qualname.borrow() {
        Value::Str(name) => name.as_str().into(),
        _ => function.code.qualname.text(),
    }
}

/// The error for keywords that the function does not have, and that are the names of its positional-only parameters.
pub(super) fn unexpected_keyword<T>(function: &Function, name: Sym) -> PyResult<T> {
    let code = &function.code;
    let in_c = InC::of(function);
    if let Some(in_c) = &in_c
        && in_c.positional_only(code)
    {
        return type_error(format!("{}() takes no keyword arguments", in_c.long));
    }
    let named = (code.positional + code.keyword_only) as usize;
    let first = in_c.map_or(code.positional_only as usize, |in_c| in_c.own);
    let known: Vec<Rc<str>> = code.slots[first..named].iter().map(|slot| slot.text()).collect();
    let known: Vec<&str> = known.iter().map(|name| &**name).collect();
    arguments::unexpected_keyword(&format!("{}()", qualified(function)), &name.text(), &known)
}

/// The error for arguments by name that may only be given by their place.
pub(super) fn positional_by_name<T>(function: &Function, names: &[Sym]) -> PyResult<T> {
    if let Some(in_c) = InC::of(function) {
        return type_error(format!("{}() takes no keyword arguments", in_c.long));
    }
    let names: Vec<String> = names.iter().map(|name| name.to_string()).collect();
    type_error(format!(
        "{}() got some positional-only arguments passed as keyword arguments: '{}'",
        qualified(function),
        names.join(", ")
    ))
}

/// The error for an argument that is there twice, by its place and by its name.
pub(super) fn given_twice<T>(function: &Function, name: Sym, place: usize) -> PyResult<T> {
    if let Some(in_c) = InC::of(function) {
        let place = place + 1 - in_c.own;
        return type_error(format!(
            "argument for {}() given by name ('{name}') and position ({place})",
            in_c.short
        ));
    }
    type_error(format!("{}() got multiple values for argument '{name}'", qualified(function)))
}

/// The error for more positional arguments than the function takes.
pub(super) fn too_many_positional<T>(function: &Function, given: usize, stack: &[Value]) -> PyResult<T> {
    let code = &function.code;
    let positional = code.positional as usize;
    let keyword_only_given = stack[positional..].iter().filter(|value| !value.is_null()).count();
    if let Some(in_c) = InC::of(function) {
        return type_error(if in_c.positional_only(code) {
            in_c.wrong_number(function, given)
        } else {
            let most = positional - in_c.own;
            let all = given + keyword_only_given - in_c.own;
            let plural = if most == 1 { "" } else { "s" };
            let kind = if code.keyword_only > 0 { "positional " } else { "" };
            let bound = if required(function) == positional { "exactly" } else { "at most" };
            format!("{}() takes {bound} {most} {kind}argument{plural} ({all} given)", in_c.short)
        });
    }
    let required = required(function);
    let (takes, plural) = if required < positional {
        (format!("from {required} to {positional}"), true)
    } else {
        (positional.to_string(), positional != 1)
    };
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

/// The error for parameters that nothing was given for.
pub(super) fn missing_arguments<T>(
    function: &Function,
    kind: &str,
    missing: &[Sym],
    given: usize,
) -> PyResult<T> {
    let code = &function.code;
    if let (Some(in_c), Some(first)) = (InC::of(function), missing.first()) {
        let place = code.slots.iter().position(|slot| slot == first).unwrap_or_default();
        if place >= in_c.own {
            return type_error(if in_c.positional_only(code) {
                in_c.wrong_number(function, given)
            } else {
                let place = place + 1 - in_c.own;
                format!("{}() missing required argument '{first}' (pos {place})", in_c.short)
            });
        }
    }
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
