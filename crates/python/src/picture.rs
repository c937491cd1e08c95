//! Bounded pictures of values for the trace: `repr` as far as it needs no script code, cut to 80 characters.

use crate::class::Payload;
use crate::machine::Machine;
use crate::symbol::names;
use crate::text;
use crate::value::Value;

const LIMIT: usize = 80;
const DEPTH: u32 = 4;

/// At most 80 characters of `repr`, without running the script's own `__repr__`.
pub fn bounded_repr(machine: &Machine, value: &Value) -> String {
    let mut out = String::new();
    write_value(machine, value, &mut out, DEPTH);
    if out.chars().count() > LIMIT {
        let mut cut: String = out.chars().take(LIMIT - 1).collect();
        cut.push('…');
        return cut;
    }
    out
}

fn full(out: &str) -> bool {
    out.len() > LIMIT * 4
}

fn write_items<'a>(
    machine: &Machine,
    items: impl Iterator<Item = &'a Value>,
    out: &mut String,
    depth: u32,
) -> usize {
    let mut count = 0;
    for item in items {
        if count > 0 {
            out.push_str(", ");
        }
        count += 1;
        if full(out) {
            break;
        }
        write_value(machine, item, out, depth);
    }
    count
}

fn write_value(machine: &Machine, value: &Value, out: &mut String, depth: u32) {
    if full(out) {
        return;
    }
    if depth == 0 {
        out.push('…');
        return;
    }
    match value {
        Value::Null | Value::None => out.push_str("None"),
        Value::NotImplemented => out.push_str("NotImplemented"),
        Value::Ellipsis => out.push_str("Ellipsis"),
        Value::Bool(value) => out.push_str(if *value { "True" } else { "False" }),
        Value::Int(value) => out.push_str(&value.to_string()),
        Value::Big(value) if value.bits() > 400 => out.push_str("<big integer>"),
        Value::Big(value) => out.push_str(&value.to_string()),
        Value::Float(value) => out.push_str(&text::float::repr(*value)),
        Value::Str(value) => out.push_str(&text::repr::repr_str(value.slice(0, LIMIT + 1))),
        Value::Tuple(items) => {
            out.push('(');
            if write_items(machine, items.iter(), out, depth - 1) == 1 {
                out.push(',');
            }
            out.push(')');
        }
        Value::List(items) => {
            out.push('[');
            write_items(machine, items.borrow().iter(), out, depth - 1);
            out.push(']');
        }
        Value::Set(set) => {
            if set.is_empty() {
                out.push_str(if set.frozen { "frozenset()" } else { "set()" });
                return;
            }
            out.push_str(if set.frozen { "frozenset({" } else { "{" });
            let items: Vec<Value> = set.items();
            write_items(machine, items.iter(), out, depth - 1);
            out.push_str(if set.frozen { "})" } else { "}" });
        }
        Value::Dict(dict) => write_dict(machine, dict, out, depth),
        Value::Range(range) if range.step == 1 => {
            out.push_str(&format!("range({}, {})", range.start, range.stop))
        }
        Value::Range(range) => {
            out.push_str(&format!("range({}, {}, {})", range.start, range.stop, range.step))
        }
        Value::Class(class) => out.push_str(&format!("<class '{}'>", class.name())),
        Value::Function(function) => out.push_str(&format!("<function {}>", function.code.qualname)),
        Value::Native(native) => out.push_str(&format!("<built-in {}>", native.name)),
        Value::Method(method) => {
            out.push_str("<bound method of ");
            write_value(machine, &method.receiver, out, depth - 1);
            out.push('>');
        }
        Value::Generator(generator) => {
            let kind = machine.types.name_of(value);
            out.push_str(&format!("<{kind} object {}>", generator.code.qualname));
        }
        Value::Instance(instance) => match &instance.payload {
            Payload::Exception(data) => {
                out.push_str(&instance.class.name().text());
                let args = data.args.borrow().clone();
                out.push('(');
                if let Value::Tuple(args) = args {
                    write_items(machine, args.iter(), out, depth - 1);
                }
                out.push(')');
            }
            Payload::Value(inner) => write_value(machine, inner, out, depth),
            Payload::Native(data) => match data.text() {
                Some(text) => out.push_str(&text),
                None => out.push_str(&format!("<{} object>", instance.class.name())),
            },
            Payload::None => out.push_str(&format!("<{} object>", instance.class.name())),
        },
        other => out.push_str(&format!("<{} object>", machine.types.name_of(other))),
    }
}

fn write_dict(machine: &Machine, dict: &crate::dict::Dict, out: &mut String, depth: u32) {
    out.push('{');
    let mut position = 0;
    let mut first = true;
    while let Some((at, key, value)) = dict.entry_from(position) {
        position = at + 1;
        if !std::mem::take(&mut first) {
            out.push_str(", ");
        }
        if full(out) {
            break;
        }
        write_value(machine, &key, out, depth - 1);
        out.push_str(": ");
        write_value(machine, &value, out, depth - 1);
    }
    out.push('}');
}

/// The message of an exception as `str` would give it, without script code.
pub fn exception_message(machine: &Machine, exception: &Value) -> String {
    let Value::Instance(instance) = exception else { return String::new() };
    let Some(data) = instance.exception() else { return String::new() };
    if let Some(text) = crate::builtins::exception_group::text(machine, exception) {
        return text;
    }
    let field = |name| data.field(name).filter(|value: &Value| !value.is_none());
    if let (Some(number), Some(Value::Str(message))) = (field(names::errno), field(names::strerror)) {
        let file = field(names::filename).map(|file| format!(": {}", bounded_repr(machine, &file)));
        let number = bounded_repr(machine, &number);
        return format!("[Errno {number}] {}{}", message.slice(0, 200), file.unwrap_or_default());
    }
    let args = data.args.borrow().clone();
    let Value::Tuple(args) = args else { return String::new() };
    match &args[..] {
        [] => String::new(),
        [Value::Str(text)] if &*instance.class.name().text() != "KeyError" => text.slice(0, 200).to_string(),
        [one] => bounded_repr(machine, one),
        _ => bounded_repr(machine, &Value::Tuple(args.clone())),
    }
}
