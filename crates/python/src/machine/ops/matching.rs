//! What class and mapping patterns ask of their subject.

use crate::error::{PyResult, raise_object, type_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::value::Value;

/// `[subject, keys] → tuple of values`, or None where a key is missing.
pub fn match_keys(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (subject, keys) = (&args.positional[0], &args.positional[1]);
    let Value::Tuple(keys) = keys else { return done(Value::None) };
    let mut values = Vec::with_capacity(keys.len());
    for (index, key) in keys.iter().enumerate() {
        for earlier in &keys[..index] {
            if machine.equal(earlier, key)? {
                let text = crate::machine::call::text_of(&machine.repr_of(key)?);
                return crate::error::value_error(format!(
                    "mapping pattern checks duplicate key ({})",
                    text.as_str()
                ));
            }
        }
        let class = machine.types.of(subject);
        let plain = matches!(class.lookup(Sym::new("get")), Some(Value::Native(_)));
        let found = match subject.base_value() {
            Value::Dict(dict) if plain => machine.dict_get(dict, key)?,
            _ => {
                let get = machine.get_attribute(subject, Sym::new("get"))?;
                let answer = machine.ask(&get, Args::two(key.clone(), Value::NotImplemented))?;
                (!matches!(answer, Value::NotImplemented)).then_some(answer)
            }
        };
        match found {
            Some(value) => values.push(value),
            None => return done(Value::None),
        }
    }
    done(Value::tuple(values))
}

/// `[subject, class, names, positional count] → tuple of attributes`, or None where it does not match.
pub fn match_class(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (subject, class, keywords) = (&args.positional[0], &args.positional[1], &args.positional[2]);
    let Value::Int(positional) = args.positional[3] else { return done(Value::None) };
    let positional = positional as usize;
    let Value::Class(target) = class else { return type_error("called match pattern must be a class") };
    if !crate::builtins::classes::is_instance_of(machine, subject, class)? {
        return done(Value::None);
    }
    let mut values = Vec::new();
    let mut seen: Vec<Sym> = Vec::new();
    if positional > 0 {
        let match_args = machine.find_attribute(class, names::match_args)?;
        let allowed = match &match_args {
            Some(Value::Tuple(names)) => names.to_vec(),
            Some(other) => {
                let kind = machine.types.name_of(other);
                return type_error(format!("{}.__match_args__ must be a tuple (got {kind})", target.name()));
            }
            None if takes_itself(machine, target) => {
                if positional > 1 {
                    return type_error(format!(
                        "{}() accepts 1 positional sub-pattern ({positional} given)",
                        target.name()
                    ));
                }
                values.push(subject.clone());
                Vec::new()
            }
            None => Vec::new(),
        };
        if values.is_empty() {
            if positional > allowed.len() {
                return type_error(format!(
                    "{}() accepts {} positional sub-pattern{} ({positional} given)",
                    target.name(),
                    allowed.len(),
                    if allowed.len() == 1 { "" } else { "s" }
                ));
            }
            for name in &allowed[..positional] {
                let Some(name) = name.as_str() else {
                    let kind = machine.types.name_of(name);
                    return type_error(format!("__match_args__ elements must be strings (got {kind})"));
                };
                let name = name.symbol();
                if seen.contains(&name) {
                    return type_error(format!(
                        "{}() got multiple sub-patterns for attribute '{name}'",
                        target.name()
                    ));
                }
                seen.push(name);
                match attribute(machine, subject, name)? {
                    Some(value) => values.push(value),
                    None => return done(Value::None),
                }
            }
        }
    }
    if let Value::Tuple(keywords) = keywords {
        for name in keywords.iter().filter_map(Value::as_str) {
            let name = name.symbol();
            if seen.contains(&name) {
                return type_error(format!(
                    "{}() got multiple sub-patterns for attribute '{name}'",
                    target.name()
                ));
            }
            seen.push(name);
            match attribute(machine, subject, name)? {
                Some(value) => values.push(value),
                None => return done(Value::None),
            }
        }
    }
    done(Value::tuple(values))
}

fn attribute(machine: &mut Machine, subject: &Value, name: Sym) -> PyResult<Option<Value>> {
    match machine.find_attribute(subject, name) {
        Ok(found) => Ok(found),
        Err(raised) => match *raised {
            crate::error::Raise::Object(exception) => raise_object(exception),
            _ => Err(raised),
        },
    }
}

/// The built-in classes whose positional pattern is the subject itself.
fn takes_itself(machine: &Machine, class: &crate::class::Class) -> bool {
    let t = &machine.types;
    let all = [
        &t.bool_,
        &t.bytearray,
        &t.bytes,
        &t.dict,
        &t.float,
        &t.frozenset,
        &t.int,
        &t.list,
        &t.set,
        &t.str_,
        &t.tuple,
    ];
    all.iter().any(|built_in| class.is_subclass(built_in))
}
