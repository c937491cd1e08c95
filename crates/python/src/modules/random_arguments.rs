//! Whether arguments fit the methods of `random.Random`, and what is said where they do not: CPython has these
//! methods in Python, all but two.

use crate::builtins::arguments::unexpected_keyword;
use crate::error::{PyResult, type_error};
use crate::function::Args;

/// A method: its positional parameters, how many of them must be given, and what may be given by name alone.
type Signature = (&'static str, &'static [&'static str], usize, &'static [&'static str]);

const SIGNATURES: &[Signature] = &[
    ("__init__", &["x"], 0, &[]),
    ("seed", &["a", "version"], 0, &[]),
    ("randrange", &["start", "stop", "step"], 1, &[]),
    ("randint", &["a", "b"], 2, &[]),
    ("randbytes", &["n"], 1, &[]),
    ("choice", &["seq"], 1, &[]),
    ("shuffle", &["x"], 1, &[]),
    ("sample", &["population", "k"], 2, &["counts"]),
    ("choices", &["population", "weights"], 1, &["cum_weights", "k"]),
    ("uniform", &["a", "b"], 2, &[]),
    ("triangular", &["low", "high", "mode"], 0, &[]),
    ("gauss", &["mu", "sigma"], 0, &[]),
    ("normalvariate", &["mu", "sigma"], 0, &[]),
    ("lognormvariate", &["mu", "sigma"], 2, &[]),
    ("expovariate", &["lambd"], 0, &[]),
    ("vonmisesvariate", &["mu", "kappa"], 2, &[]),
    ("gammavariate", &["alpha", "beta"], 2, &[]),
    ("betavariate", &["alpha", "beta"], 2, &[]),
    ("paretovariate", &["alpha"], 1, &[]),
    ("weibullvariate", &["alpha", "beta"], 2, &[]),
    ("binomialvariate", &["n", "p"], 0, &[]),
    ("getstate", &[], 0, &[]),
    ("setstate", &["state"], 1, &[]),
];

/// Refuses arguments that the method does not take, or takes but was not given.
pub(super) fn check(args: &Args, method: &str) -> PyResult<()> {
    let given = args.positional.len().saturating_sub(1);
    match method {
        "random" if given + args.keywords.len() > 0 => {
            return type_error(format!("Random.random() takes no arguments ({given} given)"));
        }
        "getrandbits" if given != 1 => {
            return type_error(format!("Random.getrandbits() takes exactly one argument ({given} given)"));
        }
        _ => (),
    }
    let Some((_, positional, required, by_name)) = SIGNATURES.iter().find(|(name, ..)| *name == method)
    else {
        return Ok(());
    };
    for (keyword, _) in &args.keywords {
        let text = keyword.text();
        if let Some(place) = positional.iter().position(|name| **name == *text) {
            if place < given {
                return type_error(format!("Random.{method}() got multiple values for argument '{text}'"));
            }
        } else if !by_name.contains(&&*text) {
            let known: Vec<&str> = positional.iter().chain(*by_name).copied().collect();
            return unexpected_keyword(&format!("Random.{method}()"), &text, &known);
        }
    }
    if given > positional.len() {
        let (least, most) = (required + 1, positional.len() + 1);
        let takes = if least < most { format!("from {least} to {most}") } else { most.to_string() };
        let plural = if takes == "1" { "" } else { "s" };
        let extra = args.keywords.iter().filter(|(keyword, _)| by_name.contains(&&*keyword.text())).count();
        let also = match extra {
            0 => String::new(),
            1 => " positional arguments (and 1 keyword-only argument)".into(),
            _ => format!(" positional arguments (and {extra} keyword-only arguments)"),
        };
        return type_error(format!(
            "Random.{method}() takes {takes} positional argument{plural} but {}{also} were given",
            given + 1
        ));
    }
    let named = |name: &str| args.keywords.iter().any(|(keyword, _)| *keyword.text() == *name);
    let missing: Vec<String> = positional[..*required]
        .iter()
        .skip(given)
        .filter(|name| !named(name))
        .map(|name| format!("'{name}'"))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    type_error(format!(
        "Random.{method}() missing {} required positional argument{}: {}",
        missing.len(),
        if missing.len() == 1 { "" } else { "s" },
        missing.join(" and ")
    ))
}
