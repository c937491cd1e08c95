//! Building containers, unpacking, and calls with `*` and `**`.

use std::rc::Rc;

use crate::builtins::function_attributes::native_qualified;
use crate::error::{PyResult, type_error, value_error};
use crate::function::{Args, NativeKind};
use crate::machine::{Flow, Machine, done};
use crate::set::Set;
use crate::symbol::{Sym, names};
use crate::value::Value;

/// `[items…] → set`
pub fn build_set(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let set = Rc::new(Set::new(false));
    for item in &args.positional {
        machine.set_insert(&set, item.clone())?;
    }
    done(Value::Set(set))
}

/// `[key, value, …] → dict`
pub fn build_map(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let dict = Rc::default();
    for pair in args.positional.chunks_exact(2) {
        machine.dict_set(&dict, pair[0].clone(), pair[1].clone())?;
    }
    done(Value::Dict(dict))
}

/// `[set, item]`
pub fn set_add(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Value::Set(set) = &args.positional[0] {
        machine.set_insert(set, args.positional[1].clone())?;
    }
    done(Value::None)
}

/// Whether `iter` has something to call for the value.
pub fn is_iterable(machine: &Machine, value: &Value) -> bool {
    if machine.iter_fast(value).is_some() {
        return true;
    }
    let class = machine.types.of(value);
    match class.lookup(names::iter) {
        Some(method) => !method.is_none(),
        None => class.lookup(names::getitem).is_some(),
    }
}

/// `[list, iterable]`
pub fn list_extend(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (target, iterable) = (&args.positional[0], &args.positional[1]);
    if !is_iterable(machine, iterable) {
        let kind = machine.types.name_of(iterable);
        return type_error(format!("Value after * must be an iterable, not {kind}"));
    }
    let items = machine.collect_sized(iterable)?;
    if let Value::List(list) = target {
        list.borrow_mut().extend(items);
    }
    done(Value::None)
}

/// `[set, iterable]`
pub fn set_update(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let items = machine.collect(&args.positional[1])?;
    if let Value::Set(set) = &args.positional[0] {
        for item in items {
            machine.set_insert(set, item)?;
        }
    }
    done(Value::None)
}

/// The entries of a mapping: of a dict, or of an object with `keys`; `None` where it is no mapping.
pub fn mapping_entries(machine: &mut Machine, mapping: &Value) -> PyResult<Option<Vec<(Value, Value)>>> {
    if let Value::Dict(dict) = mapping {
        return Ok(Some(dict.to_vec()));
    }
    if let Value::Dict(dict) = mapping.base_value() {
        let class = machine.types.of(mapping);
        let native = |name: Sym| matches!(class.lookup(name), Some(Value::Native(_)) | None);
        if native(names::iter) {
            return Ok(Some(dict.to_vec()));
        }
    }
    let Some(keys) = machine.find_attribute(mapping, Sym::new("keys"))? else { return Ok(None) };
    let keys = machine.ask(&keys, Args::none())?;
    let keys = machine.collect(&keys)?;
    let mut entries = Vec::with_capacity(keys.len());
    for key in keys {
        let value = machine.ask_native(super::subscript, Args::two(mapping.clone(), key.clone()))?;
        entries.push((key, value));
    }
    Ok(Some(entries))
}

/// `[dict, mapping]` for `{**mapping}`.
pub fn dict_update(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let (Value::Dict(dict), Value::Dict(from)) = (&args.positional[0], &args.positional[1]) {
        machine.dict_merge(dict, from)?;
        return done(Value::None);
    }
    let Some(entries) = mapping_entries(machine, &args.positional[1])? else {
        let kind = machine.types.name_of(&args.positional[1]);
        return type_error(format!("'{kind}' object is not a mapping"));
    };
    if let Value::Dict(dict) = &args.positional[0] {
        for (key, value) in entries {
            machine.dict_set(dict, key, value)?;
        }
    }
    done(Value::None)
}

/// A callee's name for messages about its arguments.
fn callee_name(machine: &mut Machine, callee: &Value) -> PyResult<String> {
    Ok(match callee {
        Value::Function(function) => match &*function.qualname.borrow() {
            Value::Str(name) => {
                let module = function.module.borrow().clone();
                match module.as_str() {
                    Some(module) if module.as_str() != "builtins" => {
                        format!("{}.{}()", module.as_str(), name.as_str())
                    }
                    _ => format!("{}()", name.as_str()),
                }
            }
            _ => format!("{}()", function.code.qualname),
        },
        Value::Method(method) => {
            let function = method.function.clone();
            callee_name(machine, &function)?
        }
        Value::Native(native) => {
            let name = native_qualified(machine, native);
            match native.kind {
                NativeKind::Function if !matches!(native.owner, "" | "builtins") => {
                    format!("{}.{name}()", native.owner)
                }
                _ => format!("{name}()"),
            }
        }
        Value::Class(class) => match class.lookup(names::module) {
            Some(Value::Str(module)) if class.heap && module.as_str() != "builtins" => {
                format!("{}.{}()", module.as_str(), text_of(&class.qualname()))
            }
            _ => format!("{}()", text_of(&class.qualname())),
        },
        other => match machine.find_attribute(other, names::qualname)? {
            Some(name) => {
                let module = machine.find_attribute(other, names::module)?;
                match module.as_ref().and_then(Value::as_str).filter(|module| module.as_str() != "builtins") {
                    Some(module) => format!("{}.{}()", module.as_str(), text_of(&name)),
                    None => format!("{}()", text_of(&name)),
                }
            }
            None => text_of(&machine.str_of(other)?),
        },
    })
}

fn text_of(value: &Value) -> String {
    value.as_str().map_or_else(String::new, |text| text.as_str().to_owned())
}

/// `[dict, mapping, callee]` for `f(**mapping)`.
pub fn dict_merge(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let callee = args.positional[2].clone();
    let Some(entries) = mapping_entries(machine, &args.positional[1])? else {
        let name = callee_name(machine, &callee)?;
        let kind = machine.types.name_of(&args.positional[1]);
        return type_error(format!("{name} argument after ** must be a mapping, not {kind}"));
    };
    let Value::Dict(dict) = &args.positional[0] else { return done(Value::None) };
    for (key, _) in &entries {
        if machine.dict_find(dict, key)?.1.is_some() {
            let name = callee_name(machine, &callee)?;
            let key = key.as_str().map_or_else(String::new, |key| key.as_str().to_string());
            return type_error(format!("{name} got multiple values for keyword argument '{key}'"));
        }
    }
    for (key, value) in entries {
        machine.dict_set(dict, key, value)?;
    }
    done(Value::None)
}

/// `[callee, positional iterable, keywords dict or Null]`
pub fn call_ex(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let callee = args.positional[0].clone();
    let positional = match &args.positional[1] {
        Value::Tuple(items) => items.to_vec(),
        other if !is_iterable(machine, other) => {
            let name = callee_name(machine, &callee)?;
            let kind = machine.types.name_of(other);
            return type_error(format!("{name} argument after * must be an iterable, not {kind}"));
        }
        other => machine.collect(other)?,
    };
    let mut call = Args::many(positional);
    if !args.positional[2].is_null() {
        let entries = match &args.positional[2] {
            Value::Dict(dict) => dict.to_vec(),
            other => match mapping_entries(machine, other)? {
                Some(entries) => entries,
                None => {
                    let name = callee_name(machine, &callee)?;
                    let kind = machine.types.name_of(other);
                    return type_error(format!("{name} argument after ** must be a mapping, not {kind}"));
                }
            },
        };
        for (key, value) in entries {
            match key.as_str() {
                Some(key) => call.keywords.push((key.symbol(), value)),
                None => return type_error("keywords must be strings"),
            }
        }
    }
    machine.call(&callee, call)
}

/// `[function, receiver]`: calls a dunder that was found on a class.
pub fn call_bound(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (function, receiver) = (&args.positional[0], &args.positional[1]);
    let class = machine.types.of(receiver);
    let bound = machine.bind_special(function, receiver, &class)?;
    machine.call(&bound, Args::none())
}

/// Puts the items of a tuple or list of the right length on the stack, the last first.
pub fn unpack_fast(iterable: &Value, count: usize, stack: &mut Vec<Value>) -> bool {
    match iterable {
        Value::Tuple(items) if items.len() == count => stack.extend(items.iter().rev().cloned()),
        Value::List(items) if items.len() == count => stack.extend(items.borrow().iter().rev().cloned()),
        _ => return false,
    }
    true
}

/// The symbols of a tuple of strings.
pub fn names_of(names: &Value) -> Vec<Sym> {
    match names {
        Value::Tuple(names) => {
            names.iter().filter_map(|name| name.as_str().map(|name| name.symbol())).collect()
        }
        _ => Vec::new(),
    }
}

/// `[iterable, before, after or -1] → tuple` of the targets' values, with a list for the starred one.
pub fn unpack(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let iterable = &args.positional[0];
    let (Value::Int(before), Value::Int(after)) = (&args.positional[1], &args.positional[2]) else {
        return done(Value::None);
    };
    let (before, starred) = (*before as usize, *after >= 0);
    let after = (*after).max(0) as usize;
    if machine.iter_fast(iterable).is_none() {
        let class = machine.types.of(iterable);
        if class.lookup(names::iter).is_none() && class.lookup(names::getitem).is_none() {
            return type_error(format!("cannot unpack non-iterable {} object", class.shown_name()));
        }
    }
    let needed = before + after;
    if matches!(iterable, Value::List(_) | Value::Tuple(_) | Value::Dict(_)) {
        return unpack_whole(machine.collect(iterable)?, before, starred, after);
    }
    let iterator = machine.iter(iterable)?;
    let mut items = Vec::with_capacity(needed);
    for got in 0..before {
        match machine.next(&iterator)? {
            Some(value) => items.push(value),
            None => return not_enough(needed, starred, got),
        }
    }
    if !starred {
        if machine.next(&iterator)?.is_some() {
            return value_error(format!("too many values to unpack (expected {needed})"));
        }
        return done(Value::tuple(items));
    }
    // The rest is made a list as `list(iterator)` makes one.
    items.extend(machine.collect(&iterator)?);
    unpack_whole(items, before, starred, after)
}

fn not_enough(needed: usize, starred: bool, got: usize) -> PyResult<Flow> {
    let at_least = if starred { "at least " } else { "" };
    value_error(format!("not enough values to unpack (expected {at_least}{needed}, got {got})"))
}

/// Unpacks items that are all known.
fn unpack_whole(items: Vec<Value>, before: usize, starred: bool, after: usize) -> PyResult<Flow> {
    let (needed, got) = (before + after, items.len());
    if got < needed {
        return not_enough(needed, starred, got);
    }
    if !starred {
        if got > needed {
            return value_error(format!("too many values to unpack (expected {needed}, got {got})"));
        }
        return done(Value::tuple(items));
    }
    let mut parts = items[..before].to_vec();
    parts.push(Value::list(items[before..got - after].to_vec()));
    parts.extend_from_slice(&items[got - after..]);
    done(Value::tuple(parts))
}
