//! `str` and `repr` of every value. What needs no script code is written in one go; a container that holds
//! something with a `__repr__` of the script's asks for its items one by one, each container in a native call of
//! its own, so that one that contains itself is found on the call stack.

use super::naming::{default_repr, id, qualified_class_name};
use crate::class::Payload;
use crate::error::{Exc, PyResult, raise, type_error};
use crate::frame::Frame;
use crate::function::{Args, Native, NativeKind};
use crate::iterator::{DictPart, IterState};
use crate::machine::steps::Steps;
use crate::machine::{Flow, Machine, done};
use crate::sequence::Range;
use crate::symbol::names;
use crate::text;
use crate::value::Value;

/// Containers nested more deeply than this are refused.
const MAX_DEPTH: usize = 400;

impl Machine {
    /// `str(value)`; may ask.
    pub fn str_of(&mut self, value: &Value) -> PyResult<Value> {
        match value {
            Value::Str(_) => return Ok(value.clone()),
            Value::Instance(_) => {}
            Value::Class(class) if class.metaclass().is_some() => {}
            _ => return self.repr_of(value),
        }
        if let Some(method) = self.special(value, names::str)? {
            let text = self.ask(&method, Args::none())?;
            return must_be_text(self, text, "__str__");
        }
        self.repr_as(value, "__str__")
    }

    /// `repr(value)`; may ask.
    pub fn repr_of(&mut self, value: &Value) -> PyResult<Value> {
        self.repr_as(value, "__repr__")
    }

    /// As `repr`, for the method that is named in the error.
    pub(crate) fn repr_as(&mut self, value: &Value, asked: &str) -> PyResult<Value> {
        let scripted = match value {
            Value::Instance(_) => true,
            Value::Class(class) => class.metaclass().is_some(),
            _ => false,
        };
        if scripted {
            if let Some(method) = self.special(value, names::repr)? {
                let text = self.ask(&method, Args::none())?;
                return must_be_text(self, text, asked);
            }
            return self.builtin_repr(value);
        }
        self.builtin_repr(value)
    }

    /// The `repr` of a value without regard to a `__repr__` of its class; may ask about what it holds.
    pub fn builtin_repr(&mut self, value: &Value) -> PyResult<Value> {
        let mut out = String::new();
        if write_pure(self, value, &mut out, &mut Vec::new(), true)? {
            return Ok(Value::string(out));
        }
        self.ask_native(repr_container, Args::one(value.clone()))
    }
}

fn must_be_text(machine: &Machine, text: Value, method: &str) -> PyResult<Value> {
    if text.as_str().is_some() {
        return Ok(text);
    }
    let kind = machine.types.name_of(&text);
    type_error(format!("{method} returned non-string (type {kind})"))
}

/// `ascii()` of a text that is already a `repr`.
pub fn to_ascii(repr: &Value) -> Value {
    Value::string(repr.as_str().map_or_else(String::new, |repr| text::repr::ascii_of_repr(repr.as_str())))
}

fn push_display(out: &mut String, part: impl std::fmt::Display) {
    use std::fmt::Write;
    // Writing to a string cannot fail.
    let _ = write!(out, "{part}");
}

/// Whether the value is being shown further down, on the native stack or on the call stack.
fn in_progress(machine: &Machine, address: usize) -> bool {
    if machine.open_reprs.contains(&address) {
        return true;
    }
    machine.frames.iter().any(|frame| match frame {
        Frame::Native(frame) => frame.shows() == Some(address),
        Frame::Script(_) => false,
    })
}

fn text_of(value: &Value) -> &str {
    value.as_str().map_or("", |text| text.as_str())
}

/// Writes the `repr` of a value that needs no script code; false where it does (what was written is then void).
fn write_pure(
    machine: &Machine,
    value: &Value,
    out: &mut String,
    open: &mut Vec<usize>,
    outermost: bool,
) -> PyResult<bool> {
    match value {
        Value::Null | Value::None => out.push_str("None"),
        Value::NotImplemented => out.push_str("NotImplemented"),
        Value::Ellipsis => out.push_str("Ellipsis"),
        Value::Bool(value) => out.push_str(if *value { "True" } else { "False" }),
        Value::Int(value) => push_display(out, value),
        Value::Big(value) => out.push_str(&text::int_text::to_decimal(value)?),
        Value::Float(value) => out.push_str(&text::float::repr(*value)),
        Value::Complex(pair) => {
            out.push_str(&text::complex::repr(text::complex::Complex { real: pair.0, imag: pair.1 }));
        }
        Value::Str(value) => out.push_str(&text::repr::repr_str(value.as_str())),
        Value::Bytes(bytes) if bytes.mutable => {
            out.push_str(&text::repr::repr_bytearray(&bytes.borrow()));
        }
        Value::Bytes(bytes) => out.push_str(&text::repr::repr_bytes(&bytes.borrow())),
        Value::Range(range) => write_range(range, out),
        Value::Tuple(_) | Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::Slice(_) => {
            return write_container(machine, value, out, open);
        }
        Value::Iter(iter) => {
            if let IterState::View(..) = &*iter.state.borrow() {
                return write_container(machine, value, out, open);
            }
            out.push_str(&default_repr(machine, value));
        }
        Value::Class(class) => {
            if class.metaclass().is_some() && !outermost {
                return Ok(false);
            }
            push_display(out, format_args!("<class '{}'>", qualified_class_name(class)));
        }
        Value::Function(function) if crate::machine::refusal::stands_in_for_c(function) => {
            push_display(out, format_args!("<built-in function {}>", function.code.name));
        }
        Value::Function(function) => {
            let qualname = function.qualname.borrow();
            push_display(out, format_args!("<function {} at {:#x}>", text_of(&qualname), id(machine, value)));
        }
        Value::Native(native) => out.push_str(&native_repr(machine, native)),
        Value::Method(_) => return Ok(false),
        Value::Generator(generator) => {
            let kind = machine.types.name_of(value);
            let qualname = generator.qualname.borrow();
            push_display(
                out,
                format_args!("<{kind} object {} at {:#x}>", text_of(&qualname), id(machine, value)),
            );
        }
        Value::Cell(cell) => {
            let content = cell.get();
            let own = id(machine, value);
            if content.is_null() {
                push_display(out, format_args!("<cell at {own:#x}: empty>"));
            } else {
                let kind = machine.types.name_of(&content);
                let content = id(machine, &content);
                push_display(out, format_args!("<cell at {own:#x}: {kind} object at {content:#x}>"));
            }
        }
        Value::Code(code) => push_display(
            out,
            format_args!(
                "<code object {} at {:#x}, file \"{}\", line {}>",
                code.name,
                id(machine, value),
                code.file,
                machine.line_in_file(code, code.first_line)
            ),
        ),
        Value::Instance(instance) => {
            if !outermost {
                return Ok(false);
            }
            match &instance.payload {
                Payload::Value(_) | Payload::Exception(_) => return Ok(false),
                _ => out.push_str(&default_repr(machine, value)),
            }
        }
    }
    Ok(true)
}

fn write_range(range: &Range, out: &mut String) {
    match range.step {
        1 => push_display(out, format_args!("range({}, {})", range.start, range.stop)),
        step => push_display(out, format_args!("range({}, {}, {step})", range.start, range.stop)),
    }
}

/// The `repr` of a function of ours, bound or not.
fn native_repr(machine: &Machine, native: &Native) -> String {
    let name = native.name;
    if !native.receiver.is_null() {
        let receiver = &native.receiver;
        let kind = machine.types.name_of(receiver);
        let at = id(machine, receiver);
        return match native.kind {
            NativeKind::Slot => format!("<method-wrapper '{name}' of {kind} object at {at:#x}>"),
            _ => format!("<built-in method {name} of {kind} object at {at:#x}>"),
        };
    }
    match native.kind {
        NativeKind::Function => format!("<built-in function {name}>"),
        NativeKind::Static => {
            let class = machine.builtins.get_str(native.owner).unwrap_or_default();
            format!("<built-in method {name} of type object at {:#x}>", id(machine, &class))
        }
        NativeKind::Slot => format!("<slot wrapper '{name}' of '{}' objects>", native.owner),
        NativeKind::Getter => format!("<attribute '{name}' of '{}' objects>", native.owner),
        NativeKind::Method | NativeKind::ClassMethod => {
            format!("<method '{name}' of '{}' objects>", native.owner)
        }
    }
}

/// What stands around and between the items of a container.
struct Shape {
    open: String,
    close: &'static str,
    /// What is shown for it inside itself.
    itself: &'static str,
    /// Items, or for a dict keys and values by turns.
    items: Vec<Value>,
    pairs: bool,
}

fn shape_of(value: &Value, class_name: Option<&str>) -> Option<Shape> {
    let plain = |open: &str, close, itself, items, pairs| Shape {
        open: open.to_string(),
        close,
        itself,
        items,
        pairs,
    };
    Some(match value {
        Value::List(items) => plain("[", "]", "[...]", items.to_vec(), false),
        Value::Tuple(items) => {
            plain("(", if items.len() == 1 { ",)" } else { ")" }, "(...)", items.to_vec(), false)
        }
        Value::Dict(dict) => plain("{", "}", "{...}", entries(&dict.to_vec()), true),
        Value::Set(set) => {
            let items = set.items();
            match class_name.unwrap_or(set.type_name()) {
                name if items.is_empty() => plain(&format!("{name}("), ")", "set(...)", items, false),
                "set" => plain("{", "}", "set(...)", items, false),
                name => plain(&format!("{name}({{"), "})", "set(...)", items, false),
            }
        }
        Value::Slice(slice) => {
            let items = vec![slice.start.clone(), slice.stop.clone(), slice.step.clone()];
            plain("slice(", ")", "slice(...)", items, false)
        }
        Value::Iter(iter) => match &*iter.state.borrow() {
            IterState::View(dict, DictPart::Keys) => plain("dict_keys([", "])", "...", dict.keys(), false),
            IterState::View(dict, DictPart::Values) => {
                let values = dict.to_vec().into_iter().map(|(_, value)| value).collect();
                plain("dict_values([", "])", "...", values, false)
            }
            IterState::View(dict, DictPart::Items) => {
                let items = dict.to_vec().into_iter().map(|(key, value)| Value::tuple(vec![key, value]));
                plain("dict_items([", "])", "...", items.collect(), false)
            }
            _ => return None,
        },
        _ => return None,
    })
}

fn entries(pairs: &[(Value, Value)]) -> Vec<Value> {
    pairs.iter().flat_map(|(key, value)| [key.clone(), value.clone()]).collect()
}

fn separator(index: usize, pairs: bool) -> &'static str {
    match index {
        0 => "",
        odd if pairs && odd % 2 == 1 => ": ",
        _ => ", ",
    }
}

fn write_container(
    machine: &Machine,
    value: &Value,
    out: &mut String,
    open: &mut Vec<usize>,
) -> PyResult<bool> {
    let address = value.address().unwrap_or(0);
    let Some(shape) = shape_of(value, None) else { return Ok(false) };
    if open.contains(&address) || in_progress(machine, address) {
        out.push_str(shape.itself);
        return Ok(true);
    }
    if open.len() >= MAX_DEPTH {
        return raise(
            Exc::RecursionError,
            "maximum recursion depth exceeded while getting the repr of an object",
        );
    }
    open.push(address);
    out.push_str(&shape.open);
    for (index, item) in shape.items.iter().enumerate() {
        out.push_str(separator(index, shape.pairs));
        if !write_pure(machine, item, out, open, false)? {
            return Ok(false);
        }
    }
    out.push_str(shape.close);
    open.pop();
    Ok(true)
}

/// `[value] → str` of a value whose parts need script code.
pub fn repr_container(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let value = &args.positional[0];
    let class_name = match value {
        Value::Instance(instance) => Some(instance.class.name().text()),
        _ => None,
    };
    match value {
        Value::Method(method) => {
            let receiver = machine.repr_of(&method.receiver)?;
            let qualname = match &method.function {
                Value::Function(function) => function.qualname.borrow().clone(),
                function => {
                    let name = machine.find_attribute(function, names::qualname)?;
                    name.unwrap_or_else(|| Value::str("?"))
                }
            };
            done(Value::string(format!("<bound method {} of {}>", text_of(&qualname), text_of(&receiver))))
        }
        Value::Instance(instance) if instance.exception().is_some() => {
            let args = instance.exception().map(|data| data.args.borrow().clone()).unwrap_or_default();
            let shown = machine.repr_of(&args)?;
            let shown = text_of(&shown);
            let shown = shown.strip_suffix(",)").map_or_else(|| shown.to_string(), |one| format!("{one})"));
            done(Value::string(format!("{}{shown}", instance.class.name())))
        }
        _ => {
            let Some(shape) = shape_of(value.base_value(), class_name.as_deref()) else {
                return match value.base_value() {
                    base if !base.is(value) => done(machine.repr_of(base)?),
                    _ => done(Value::string(default_repr(machine, value))),
                };
            };
            machine.run_steps(Parts { container: value.clone(), shape, next: 0, out: String::new() })
        }
    }
}

/// The items of a container being shown one after the other.
struct Parts {
    container: Value,
    shape: Shape,
    next: usize,
    out: String,
}

impl Steps for Parts {
    fn step(&mut self, machine: &mut Machine) -> PyResult<Option<Value>> {
        let Some(item) = self.shape.items.get(self.next) else {
            self.out.insert_str(0, &self.shape.open);
            self.out.push_str(self.shape.close);
            return Ok(Some(Value::string(std::mem::take(&mut self.out))));
        };
        machine.open_reprs.push(address_of(&self.container));
        let shown = machine.repr_of(item);
        machine.open_reprs.pop();
        let shown = shown?;
        self.out.push_str(separator(self.next, self.shape.pairs));
        self.out.push_str(text_of(&shown));
        self.next += 1;
        Ok(None)
    }

    fn shows(&self) -> Option<usize> {
        Some(address_of(&self.container))
    }
}

fn address_of(value: &Value) -> usize {
    value.base_value().address().unwrap_or(0)
}

/// `object.__repr__` of built-in types, as a slot: the receiver may be an instance of a subclass.
pub fn repr_slot(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    super::arguments::method(args, "__repr__").none()?;
    match args.positional.first() {
        Some(value @ Value::Instance(instance)) => match instance.base_value() {
            Some(Value::Set(_)) => machine.call_native(repr_container, Args::one(value.clone())),
            Some(base) => done(machine.builtin_repr(&base.clone())?),
            None => done(machine.builtin_repr(value)?),
        },
        Some(value) => done(machine.builtin_repr(value)?),
        None => type_error("descriptor '__repr__' of 'object' object needs an argument"),
    }
}
