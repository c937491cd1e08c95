//! "Did you mean": the name that a NameError, AttributeError or ImportError was perhaps about, as CPython adds
//! it where it prints the exception.

use std::rc::Rc;

use crate::class::Class;
use crate::code::Origin;
use crate::error::{Exc, PyResult};
use crate::function::Args;
use crate::machine::exception::exception_field;
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::text::suggest;
use crate::traceback::{frame_object, traceback};
use crate::value::Value;

/// What follows the message: `. Did you mean: 'name'?` and the like, or nothing; may ask.
pub fn meant(machine: &mut Machine, exception: &Value) -> PyResult<String> {
    let is = |kind: Exc| machine.is_exception(exception, kind);
    let (import, attribute, name) = (is(Exc::ImportError), is(Exc::AttributeError), is(Exc::NameError));
    let field = if import { names::name_from } else { names::name_field };
    let wrong = match exception_field(exception, field) {
        Some(Value::Str(wrong)) if import || attribute || name => wrong.as_str().to_string(),
        _ => return Ok(String::new()),
    };
    let candidates = if import {
        imported_names(machine, exception, &wrong)?
    } else if attribute {
        attribute_candidates(machine, exception, &wrong)?
    } else {
        match self_attribute(machine, exception, &wrong)? {
            Some(found) => return Ok(name_hint(machine, Some(&found), &wrong)),
            None => name_candidates(machine, exception),
        }
    };
    let candidates: Vec<&str> = candidates.iter().map(|name| &**name).collect();
    let found = suggest::nearest(&wrong, &candidates);
    if name {
        return Ok(name_hint(machine, found, &wrong));
    }
    Ok(found.map_or_else(String::new, |found| format!(". Did you mean: '{found}'?")))
}

fn name_hint(machine: &Machine, found: Option<&str>, wrong: &str) -> String {
    let mut hint = found.map_or_else(String::new, |found| format!(". Did you mean: '{found}'?"));
    if machine.modules.has(wrong) {
        let or = if found.is_some() { " Or did" } else { ". Did" };
        hint.push_str(&format!("{or} you forget to import '{wrong}'?"));
    }
    hint
}

/// The frame where the exception was raised, as an object.
fn innermost_frame(machine: &Machine, exception: &Value) -> Option<Value> {
    let mut at = machine.traceback_value(exception);
    let mut found = None;
    while let Some(entry) = traceback(&at) {
        let frame = Value::Instance(entry.frame.clone());
        if frame_object(&frame).is_some_and(|frame| frame.code.origin != Origin::Hidden) {
            found = Some(frame);
        }
        let next = entry.next.borrow().clone();
        at = next;
    }
    found
}

fn local(machine: &Machine, frame: &Value, name: Sym) -> Option<Value> {
    match frame {
        Value::Instance(object) => machine.frame_locals(object).get(name),
        _ => None,
    }
}

fn attribute_candidates(machine: &mut Machine, exception: &Value, wrong: &str) -> PyResult<Vec<Rc<str>>> {
    let Some(object) = exception_field(exception, names::obj) else { return Ok(Vec::new()) };
    let mut all = match machine.ask_caught(dir_native, Args::one(object.clone()))? {
        Ok(Value::List(listed)) => texts(&listed.to_vec()),
        _ => return Ok(Vec::new()),
    };
    all.sort();
    if wrong.starts_with('_') {
        return Ok(all);
    }
    let inside = innermost_frame(machine, exception)
        .and_then(|frame| local(machine, &frame, names::self_name))
        .is_some_and(|this| this.is(&object));
    if !inside {
        all.retain(|name| !name.starts_with('_'));
    }
    Ok(all)
}

fn imported_names(machine: &mut Machine, exception: &Value, wrong: &str) -> PyResult<Vec<Rc<str>>> {
    let module = exception_field(exception, names::name_field);
    // As in CPython: of a module in a package the package is asked.
    let package = |name: &str| name.split('.').next().map(str::to_string);
    let module = module.as_ref().and_then(Value::as_str).and_then(|name| package(name.as_str()));
    let module = module.and_then(|name| machine.modules.loaded(&name));
    let Some(module) = module else { return Ok(Vec::new()) };
    let mut all = texts(&attribute_names(machine, &module));
    all.sort();
    if !wrong.starts_with('_') {
        all.retain(|name| !name.starts_with('_'));
    }
    Ok(all)
}

fn name_candidates(machine: &Machine, exception: &Value) -> Vec<Rc<str>> {
    let Some(frame) = innermost_frame(machine, exception) else { return Vec::new() };
    let (Some(data), Value::Instance(object)) = (frame_object(&frame), &frame) else { return Vec::new() };
    let mut all = texts(&machine.frame_locals(object).keys());
    all.extend(texts(&data.globals.keys()));
    all.extend(texts(&machine.builtins.keys()));
    all
}

/// `self.name`, where the method's object has an attribute of that name.
fn self_attribute(machine: &mut Machine, exception: &Value, wrong: &str) -> PyResult<Option<String>> {
    let this = innermost_frame(machine, exception).and_then(|frame| local(machine, &frame, names::self_name));
    let Some(this) = this else { return Ok(None) };
    let args = Args::two(this, Value::str(wrong));
    let has = machine.ask_caught(crate::machine::attribute::load, args)?;
    Ok(has.is_ok().then(|| format!("self.{wrong}")))
}

fn texts(values: &[Value]) -> Vec<Rc<str>> {
    values.iter().filter_map(|value| value.as_str().map(|text| text.as_str().into())).collect()
}

fn dir_native(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let object = &args.positional[0];
    if let Some(method) = machine.special(object, names::dir)? {
        let listed = machine.ask(&method, Args::none())?;
        let listed = machine.collect(&listed)?;
        return done(Value::list(listed));
    }
    done(Value::list(attribute_names(machine, object)))
}

/// The names that an object, its class and their bases have: `object.__dir__`, unsorted.
pub fn attribute_names(machine: &Machine, object: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    let mut add = |keys: Vec<Value>| {
        for key in keys {
            let known = |have: &Value| match (have.as_str(), key.as_str()) {
                (Some(a), Some(b)) => a.as_str() == b.as_str(),
                _ => have.is(&key),
            };
            if !found.iter().any(known) {
                found.push(key);
            }
        }
    };
    let along_mro = |class: &Rc<Class>, add: &mut dyn FnMut(Vec<Value>)| {
        for class in class.mro() {
            let mut keys = class.dict.keys();
            if class.bases().is_empty() {
                // It stands on `object` for all classes, but not every object has one.
                keys.retain(|key| key.as_str().is_none_or(|key| key.as_str() != "__dict__"));
            }
            add(keys);
        }
    };
    match object {
        Value::Class(class) => along_mro(class, &mut add),
        Value::Instance(instance) => {
            if let Some(dict) = instance.dict_if_any() {
                add(dict.keys());
            }
            if instance.class.id != machine.types.module.id {
                along_mro(&instance.class, &mut add);
            }
        }
        Value::Function(function) => {
            if let Some(dict) = function.dict.get() {
                add(dict.keys());
            }
            along_mro(&machine.types.of(object), &mut add);
        }
        _ => along_mro(&machine.types.of(object), &mut add),
    }
    found
}
