//! The built-in functions.

use loopglass_trace::Stream;

use crate::error::PyResult;
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::sequence::Range;
use crate::symbol::names;
use crate::value::Value;

/// Enters the names.
pub fn install(machine: &mut Machine) {
    use super::install::{functions, static_methods};
    let builtins = machine.builtins.clone();
    functions(
        &builtins,
        "builtins",
        &[("print", print), ("len", len), ("__build_class__", crate::machine::class_build::build_class)],
    );
    static_methods(&machine.types.range, "range", &[("__new__", new_range)]);
}

fn print(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mut text = String::new();
    for (index, value) in args.positional.iter().enumerate() {
        if index > 0 {
            text.push(' ');
        }
        let part = machine.str_of(value)?;
        text.push_str(part.as_str().unwrap_or(&names::empty.key()).as_str());
    }
    text.push('\n');
    machine.recorder.print(Stream::Out, &text);
    done(Value::None)
}

fn len(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let length = machine.length(&args.positional[0])?;
    done(length as i64)
}

fn new_range(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mut parts = Vec::new();
    for value in &args.positional[1..] {
        parts.push(machine.index(value)?);
    }
    let range = match parts[..] {
        [stop] => Range { start: 0, stop, step: 1 },
        [start, stop] => Range { start, stop, step: 1 },
        [start, stop, step] if step != 0 => Range { start, stop, step },
        _ => return crate::error::value_error("range() arg 3 must not be zero"),
    };
    done(Value::Range(std::rc::Rc::new(range)))
}
