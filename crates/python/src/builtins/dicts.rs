//! The class `dict` and its views.

use std::rc::Rc;

use super::arguments::{method, wrong_receiver};
use super::slots::{class_of_new, wrap};
use crate::dict::Dict;
use crate::error::{Exc, PyResult, Raise, key_error, raise_object, type_error, value_error};
use crate::function::Args;
use crate::hashing::Fault;
use crate::iterator::{DictPart, Iter, IterState};
use crate::machine::{Flow, Machine, done, ops};
use crate::symbol::names;
use crate::value::Value;

/// Enters the names.
pub fn install(machine: &mut Machine) {
    use super::install::{class_methods, getters, methods, slots, static_methods};
    let dict = machine.types.dict.clone();
    static_methods(&dict, "dict", &[("__new__", new_dict)]);
    class_methods(&dict, "dict", &[("fromkeys", from_keys)]);
    slots(&dict, "dict", &[("__init__", init_dict), ("__reversed__", reversed)]);
    methods(
        &dict,
        "dict",
        &[
            ("clear", clear),
            ("copy", copy),
            ("get", get),
            ("items", items),
            ("keys", keys),
            ("pop", pop),
            ("popitem", pop_item),
            ("setdefault", set_default),
            ("update", update_method),
            ("values", values),
        ],
    );
    for name in ["dict_keys", "dict_items", "dict_values"] {
        let class = machine.types.named(name);
        slots(&class, name, &[("__reversed__", view_reversed)]);
        getters(&class, name, &[("mapping", view_mapping)]);
        if name != "dict_values" {
            methods(&class, name, &[("isdisjoint", view_is_disjoint)]);
        }
    }
}

fn receiver(machine: &Machine, args: &Args, name: &str) -> PyResult<Rc<Dict>> {
    match args.positional.first() {
        Some(Value::Dict(dict)) => Ok(dict.clone()),
        Some(value) => match value.base_value() {
            Value::Dict(dict) => Ok(dict.clone()),
            _ => wrong_receiver(machine, args, "dict", name),
        },
        None => wrong_receiver(machine, args, "dict", name),
    }
}

fn new_dict(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of_new(machine, args, "dict")?;
    let made = machine.once(|_| Ok(Value::Dict(Rc::default())))?;
    if let Value::Dict(dict) = &made
        && !class.heap
    {
        fill(machine, dict, args, "dict")?;
    }
    done(wrap(&class, made))
}

fn init_dict(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let dict = receiver(machine, args, "__init__")?;
    fill(machine, &dict, args, "dict")?;
    done(Value::None)
}

fn update_method(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let dict = receiver(machine, args, "update")?;
    fill(machine, &dict, args, "update")?;
    done(Value::None)
}

/// `dict(…)` and `dict.update(…)`: a mapping or pairs, then keywords.
fn fill(machine: &mut Machine, dict: &Rc<Dict>, args: &Args, name: &str) -> PyResult<()> {
    match args.positional.get(1..).unwrap_or_default() {
        [] => {}
        [source] => update(machine, dict, source, name)?,
        more => {
            return type_error(format!("{name} expected at most 1 argument, got {}", more.len()));
        }
    }
    for (name, value) in &args.keywords {
        let _old = dict.set(*name, value.clone());
    }
    Ok(())
}

/// Adds the entries of a mapping, or pairs.
pub fn update(machine: &mut Machine, dict: &Rc<Dict>, source: &Value, name: &str) -> PyResult<()> {
    if let Value::Dict(source) = source
        && source.len() <= 8
    {
        return machine.dict_merge(dict, source);
    }
    let entries = match ops::mapping_entries(machine, source)? {
        Some(entries) => entries,
        None => pairs(machine, source, name)?,
    };
    let scripted = |key: &Value| matches!(crate::hashing::hash(key), Err(Fault::Script));
    if entries.len() > 8 && entries.iter().any(|(key, _)| scripted(key)) {
        // A loop in Python: asking for each hash here would start again each time.
        let rows = entries.into_iter().map(|(key, value)| Value::tuple(vec![key, value])).collect();
        let set_all = machine.prelude("set_items");
        return machine.ask(&set_all, Args::two(Value::Dict(dict.clone()), Value::list(rows))).map(drop);
    }
    for (key, value) in entries {
        machine.dict_set(dict, key, value)?;
    }
    Ok(())
}

fn pairs(machine: &mut Machine, source: &Value, _name: &str) -> PyResult<Vec<(Value, Value)>> {
    let mut entries = Vec::new();
    for (index, item) in machine.collect(source)?.into_iter().enumerate() {
        let pair = match machine.ask_caught(crate::machine::iterate::collect_list, Args::one(item))? {
            Ok(Value::List(pair)) => pair.to_vec(),
            Err(exception) if machine.is_exception(&exception, Exc::TypeError) => {
                return no_sequence(machine, &exception, index);
            }
            Ok(_) => Vec::new(),
            Err(exception) => return raise_object(exception),
        };
        match <[Value; 2]>::try_from(pair) {
            Ok([key, value]) => entries.push((key, value)),
            Err(other) => {
                return value_error(format!(
                    "dictionary update sequence element #{index} has length {}; 2 is required",
                    other.len()
                ));
            }
        }
    }
    Ok(entries)
}

/// The TypeError for an element that is no pair; a note on it says which.
fn no_sequence<T>(machine: &mut Machine, exception: &Value, index: usize) -> PyResult<T> {
    let text = machine.str_of(exception)?;
    let not_iterable = text.as_str().is_some_and(|text| text.as_str().ends_with("is not iterable"));
    let exception = if not_iterable {
        machine.new_exception(Exc::TypeError, vec![Value::str("object is not iterable")])
    } else {
        exception.clone()
    };
    if let Value::Instance(instance) = &exception {
        let note = format!("Cannot convert dictionary update sequence element #{index} to a sequence");
        instance.set(names::notes, Value::list(vec![Value::string(note)]));
    }
    raise_object(exception)
}

fn from_keys(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = method(args, "dict.fromkeys").between(1, 2)?;
    let value = given.get(1).cloned().unwrap_or(Value::None);
    let keys = machine.collect(&given[0])?;
    match &args.positional[0] {
        Value::Class(class) if class.heap => {
            let made = machine.ask(&args.positional[0], Args::none())?;
            for key in keys {
                let store = Args::three(made.clone(), key, value.clone());
                machine.ask_native(ops::store_subscript, store)?;
            }
            done(made)
        }
        _ => {
            let dict: Rc<Dict> = Rc::default();
            if let Some(keys) = super::sets::hashed_items(&given[0]) {
                for (hash, key) in keys {
                    if machine.dict_place(&dict, hash, &key)?.is_none() {
                        dict.insert_new(hash, key, value.clone());
                    }
                }
                return done(Value::Dict(dict));
            }
            for key in keys {
                machine.dict_set(&dict, key, value.clone())?;
            }
            done(Value::Dict(dict))
        }
    }
}

fn clear(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let dict = receiver(machine, args, "clear")?;
    method(args, "dict.clear").none()?;
    dict.clear();
    done(Value::None)
}

fn copy(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let dict = receiver(machine, args, "copy")?;
    method(args, "dict.copy").none()?;
    done(Value::Dict(Rc::new(dict.copy())))
}

fn get(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let dict = receiver(machine, args, "get")?;
    let given = method(args, "dict.get").between(1, 2)?;
    match machine.dict_get(&dict, &given[0])? {
        Some(value) => done(value),
        None => done(given.get(1).cloned().unwrap_or(Value::None)),
    }
}

fn view(
    machine: &Machine,
    args: &Args,
    name: &'static str,
    part: DictPart,
    shown: &'static str,
) -> PyResult<Flow> {
    let dict = receiver(machine, args, name)?;
    method(args, name).of("dict").none()?;
    done(Iter::value(IterState::View(dict, part), shown))
}

fn keys(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    view(machine, args, "keys", DictPart::Keys, "dict_keys")
}

fn values(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    view(machine, args, "values", DictPart::Values, "dict_values")
}

fn items(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    view(machine, args, "items", DictPart::Items, "dict_items")
}

fn pop(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let dict = receiver(machine, args, "pop")?;
    let given = method(args, "dict.pop").between(1, 2)?;
    // An empty dict asks for no hash.
    let found = if dict.is_empty() { None } else { machine.dict_find(&dict, &given[0])?.1 };
    match found {
        Some(index) => done(dict.remove_at(index).1),
        None => match given.get(1) {
            Some(default) => done(default.clone()),
            None => key_error(given[0].clone()),
        },
    }
}

fn pop_item(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let dict = receiver(machine, args, "popitem")?;
    method(args, "dict.popitem").none()?;
    match dict.pop_last() {
        Some((key, value)) => done(Value::tuple(vec![key, value])),
        None => Err(Box::new(Raise::With(Exc::KeyError, vec![Value::str("popitem(): dictionary is empty")]))),
    }
}

fn set_default(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let dict = receiver(machine, args, "setdefault")?;
    let given = method(args, "dict.setdefault").between(1, 2)?;
    let (hash, found) = machine.dict_find(&dict, &given[0])?;
    match found {
        Some(index) => done(dict.value_at(index)),
        None => {
            let value = given.get(1).cloned().unwrap_or(Value::None);
            dict.insert_new(hash, given[0].clone(), value.clone());
            done(value)
        }
    }
}

fn reversed(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let dict = receiver(machine, args, "__reversed__")?;
    done(crate::machine::iterate::dict_iterator(&dict, DictPart::Keys, true))
}

/// The dict that a view shows, and which part.
pub fn view_of(value: &Value) -> Option<(Rc<Dict>, DictPart)> {
    match value {
        Value::Iter(iter) => match &*iter.state.borrow() {
            IterState::View(dict, part) => Some((dict.clone(), *part)),
            _ => None,
        },
        _ => None,
    }
}

fn view_receiver(machine: &Machine, args: &Args, name: &str) -> PyResult<(Rc<Dict>, DictPart)> {
    match args.positional.first().and_then(view_of) {
        Some(view) => Ok(view),
        None => wrong_receiver(machine, args, "dict_keys", name),
    }
}

fn view_reversed(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (dict, part) = view_receiver(machine, args, "__reversed__")?;
    done(crate::machine::iterate::dict_iterator(&dict, part, true))
}

fn view_mapping(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (dict, _) = view_receiver(machine, args, "mapping")?;
    done(super::mapping_proxy::proxy(machine, Value::Dict(dict)))
}

fn view_is_disjoint(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    view_receiver(machine, args, "isdisjoint")?;
    let own = args.positional[0].clone();
    let iterator = machine.iter(method(args, "dict_keys.isdisjoint").one()?)?;
    while let Some(item) = machine.next(&iterator)? {
        let found = machine.ask_native(ops::contains, Args::two(item, own.clone()))?;
        if matches!(found, Value::Bool(true)) {
            return done(false);
        }
    }
    done(true)
}
