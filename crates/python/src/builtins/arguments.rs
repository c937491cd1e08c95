//! The arguments of native functions: how many there may be, which names they have, and what CPython says of
//! those that do not fit. Names are given as CPython shows them: `len`, `list.append`.

use crate::class::Class;
use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::machine::Machine;
use crate::symbol::Sym;
use crate::text::suggest::nearest;
use crate::value::Value;

/// The arguments of a call, without the receiver.
pub struct Given<'a> {
    /// The class of a method that several share; none where the name says it, or nobody asks.
    owner: Option<&'static str>,
    /// The function's name, with its class for a method.
    name: &'static str,
    /// By position.
    pub positional: &'a [Value],
    keywords: &'a [(Sym, Value)],
}

/// A function's name in a message, and what stands after it.
struct Shown(&'static str, &'static str);

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.0, self.1)
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// The arguments of a function.
pub fn function<'a>(args: &'a Args, name: &'static str) -> Given<'a> {
    Given { owner: None, name, positional: &args.positional, keywords: &args.keywords }
}

/// The arguments of a method, after its receiver; also those of `__new__`, after the class.
pub fn method<'a>(args: &'a Args, name: &'static str) -> Given<'a> {
    let positional = args.positional.get(1..).unwrap_or_default();
    Given { owner: None, name, positional, keywords: &args.keywords }
}

impl<'a> Given<'a> {
    /// Names the class whose method it is here, where several have it.
    pub fn of(mut self, owner: &'static str) -> Self {
        self.owner = Some(owner);
        self
    }

    /// The name with its class.
    fn full_name(&self) -> String {
        self.owner.map_or_else(|| self.name.to_owned(), |owner| format!("{owner}.{}", self.name))
    }

    fn short_name(&self) -> &'static str {
        self.name.rsplit('.').next().unwrap_or(self.name)
    }

    /// Refuses keywords.
    pub fn no_keywords(&self) -> PyResult<()> {
        if self.keywords.is_empty() {
            return Ok(());
        }
        type_error(format!("{}() takes no keyword arguments", self.full_name()))
    }

    /// Leaves keywords to the class's own `__init__` (or `__new__`), if it has one in place of the base's.
    pub fn keywords_for(mut self, other: Sym, class: &Class, base: &Class) -> Self {
        if let (Some(own), Some(known)) = (class.lookup(other), base.lookup(other))
            && !own.is(&known)
        {
            self.keywords = &[];
        }
        self
    }

    /// Nothing may be given.
    pub fn none(&self) -> PyResult<()> {
        self.no_keywords()?;
        match self.positional.len() {
            0 => Ok(()),
            count => type_error(format!("{}() takes no arguments ({count} given)", self.full_name())),
        }
    }

    /// Exactly so many values, in the words of a special method that is called by its name.
    pub fn of_slot(&self, count: usize) -> PyResult<&'a [Value]> {
        if !self.keywords.is_empty() {
            return type_error(format!("wrapper {}() takes no keyword arguments", self.name));
        }
        match self.positional.len() {
            given if given == count => Ok(self.positional),
            given if count > 1 => {
                type_error(format!("{} expected {count} arguments, got {given}", self.name))
            }
            given => type_error(format!("expected {count} argument{}, got {given}", plural(count))),
        }
    }

    /// Exactly one value.
    pub fn one(&self) -> PyResult<&'a Value> {
        self.no_keywords()?;
        match self.positional {
            [value] => Ok(value),
            other => {
                let name = self.full_name();
                type_error(format!("{name}() takes exactly one argument ({} given)", other.len()))
            }
        }
    }

    /// From `least` to `most` values, by position only.
    pub fn between(&self, least: usize, most: usize) -> PyResult<&'a [Value]> {
        self.no_keywords()?;
        self.count(least, most)?;
        Ok(self.positional)
    }

    fn count(&self, least: usize, most: usize) -> PyResult<()> {
        let given = self.positional.len();
        if (least..=most).contains(&given) {
            return Ok(());
        }
        let (wanted, how) = match (given < least, least == most) {
            (_, true) => (least, ""),
            (true, false) => (least, "at least "),
            (false, false) => (most, "at most "),
        };
        let name = self.short_name();
        type_error(format!("{name} expected {how}{wanted} argument{}, got {given}", plural(wanted)))
    }

    /// Parameters by name. Those before `positional_only` cannot be given by keyword, those from `keyword_only`
    /// on only so; the first `required` must be given.
    pub fn named<const N: usize>(
        &self,
        parameters: [&str; N],
        required: usize,
        positional_only: usize,
        keyword_only: usize,
    ) -> PyResult<[Option<&'a Value>; N]> {
        let name = self.short_name();
        // A function without a name is called just that.
        let shown = if name.is_empty() { Shown("function", "") } else { Shown(name, "()") };
        let given = self.positional.len();
        let mut found: [Option<&Value>; N] = [None; N];
        if given + self.keywords.len() > N {
            let kind = if given == 0 { "keyword " } else { "" };
            let total = given + self.keywords.len();
            return type_error(format!(
                "{shown} takes at most {N} {kind}argument{} ({total} given)",
                plural(N)
            ));
        }
        if given > keyword_only {
            if keyword_only == 0 {
                return type_error(format!("{shown} takes no positional arguments"));
            }
            let how = if required >= keyword_only { "exactly" } else { "at most" };
            return type_error(format!(
                "{shown} takes {how} {keyword_only} positional argument{} ({given} given)",
                plural(keyword_only)
            ));
        }
        if given < required.min(positional_only) {
            let wanted = required.min(positional_only);
            let how = if required < keyword_only { "at least" } else { "exactly" };
            return type_error(format!(
                "{shown} takes {how} {wanted} positional argument{} ({given} given)",
                plural(wanted)
            ));
        }
        // What is needed is looked for before what else there is.
        let has = |wanted: &str| self.keywords.iter().any(|(keyword, _)| *keyword.text() == *wanted);
        if let Some(missing) = (given..required).find(|at| !has(parameters[*at])) {
            if name == "enumerate"
                && let Some((keyword, _)) = self.keywords.iter().find(|(keyword, _)| !keyword.is("start"))
            {
                return type_error(format!("'{keyword}' is an invalid keyword argument for enumerate()"));
            }
            let place = if name == "enumerate" { String::new() } else { format!(" (pos {})", missing + 1) };
            return type_error(format!("{shown} missing required argument '{}'{place}", parameters[missing]));
        }
        for (place, value) in found.iter_mut().zip(self.positional) {
            *place = Some(value);
        }
        for (keyword, value) in self.keywords {
            let text = keyword.text();
            let Some(at) = parameters.iter().skip(positional_only).position(|name| **name == *text) else {
                return unexpected_keyword(&shown.to_string(), &text, &parameters[positional_only..]);
            };
            let at = at + positional_only;
            if found[at].is_some() {
                return type_error(format!(
                    "argument for {shown} given by name ('{text}') and position ({})",
                    at + 1
                ));
            }
            found[at] = Some(value);
        }
        Ok(found)
    }
}

/// Refuses a keyword that a function does not know; what was perhaps meant is among the known ones.
pub fn unexpected_keyword<T>(function: &str, keyword: &str, known: &[&str]) -> PyResult<T> {
    let hint = nearest(keyword, known);
    let hint = hint.map(|hint| format!(". Did you mean '{hint}'?")).unwrap_or_default();
    type_error(format!("{function} got an unexpected keyword argument '{keyword}'{hint}"))
}

/// Refuses a receiver of a wrong type, as an unbound method does: `str.upper(1)`.
pub fn wrong_receiver<T>(machine: &Machine, args: &Args, class: &str, name: &str) -> PyResult<T> {
    let dunder = name.starts_with("__");
    match args.positional.first() {
        None if dunder => type_error(format!("descriptor '{name}' of '{class}' object needs an argument")),
        None => type_error(format!("unbound method {class}.{name}() needs an argument")),
        Some(value) => {
            let kind = machine.types.name_of(value);
            if dunder {
                return type_error(format!(
                    "descriptor '{name}' requires a '{class}' object but received a '{kind}'"
                ));
            }
            type_error(format!(
                "descriptor '{name}' for '{class}' objects doesn't apply to a '{kind}' object"
            ))
        }
    }
}
