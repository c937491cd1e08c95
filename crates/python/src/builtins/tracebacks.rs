//! The attributes of traceback and frame objects.

use std::rc::Rc;

use crate::class::Instance;
use crate::error::{Exc, PyResult, raise, type_error};
use crate::function::Args;
use crate::generator::State;
use crate::graveyard::Grave;
use crate::machine::{Flow, Machine, done};
use crate::traceback::{FrameObject, Traceback, frame_object, traceback};
use crate::value::Value;

use super::install::{getters, methods, property, slots, static_methods};

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let class = machine.types.traceback.clone();
    static_methods(&class, "traceback", &[("__new__", new_traceback)]);
    getters(&class, "traceback", &[("tb_frame", tb_frame), ("tb_lineno", tb_lineno), ("tb_lasti", tb_lasti)]);
    property(&class, "traceback", "tb_next", tb_next, set_tb_next);
    let class = machine.types.frame.clone();
    getters(
        &class,
        "frame",
        &[
            ("f_code", f_code),
            ("f_globals", f_globals),
            ("f_builtins", f_builtins),
            ("f_locals", f_locals),
            ("f_lineno", f_lineno),
            ("f_lasti", f_lasti),
            ("f_back", f_back),
            ("f_generator", f_generator),
        ],
    );
    property(&class, "frame", "f_trace", f_trace, set_f_trace);
    methods(&class, "frame", &[("clear", clear)]);
    slots(&class, "frame", &[("__repr__", frame_repr)]);
}

fn entry<'a>(machine: &Machine, args: &'a Args) -> PyResult<&'a Traceback> {
    match args.positional.first().and_then(traceback) {
        Some(data) => Ok(data),
        None => wrong_receiver(machine, args, "traceback"),
    }
}

fn frame<'a>(machine: &Machine, args: &'a Args) -> PyResult<(&'a Rc<Instance>, &'a FrameObject)> {
    match args.positional.first() {
        Some(value @ Value::Instance(instance)) => match frame_object(value) {
            Some(data) => Ok((instance, data)),
            None => wrong_receiver(machine, args, "frame"),
        },
        _ => wrong_receiver(machine, args, "frame"),
    }
}

fn wrong_receiver<T>(machine: &Machine, args: &Args, class: &str) -> PyResult<T> {
    let kind =
        args.positional.first().map_or_else(|| "NoneType".into(), |value| machine.types.name_of(value));
    type_error(format!("descriptor requires a '{class}' object but received a '{kind}'"))
}

fn new_traceback(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [_, next, frame, Value::Int(instruction), Value::Int(line)] = &args.positional[..] else {
        return type_error("traceback() takes exactly 4 arguments");
    };
    let Value::Instance(instance) = frame else {
        return type_error("traceback() argument 'tb_frame' must be frame");
    };
    let Some(FrameObject { code, .. }) = frame_object(frame) else {
        let kind = machine.types.name_of(frame);
        return type_error(format!("traceback() argument 'tb_frame' must be frame, not {kind}"));
    };
    if !next.is_none() && traceback(next).is_none() {
        let kind = machine.types.name_of(next);
        return type_error(format!("expected traceback object or None, got '{kind}'"));
    }
    let data = Traceback {
        frame: instance.clone(),
        instruction: u32::try_from(*instruction).unwrap_or(0),
        line: machine.line_in_text(code, u32::try_from(*line).unwrap_or(0)),
        next: (if next.is_none() { Value::Null } else { next.clone() }).into(),
    };
    let payload = crate::class::Payload::Native(Box::new(data));
    done(Value::Instance(Instance::new(machine.types.traceback.clone(), payload)))
}

fn tb_frame(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::Instance(entry(machine, args)?.frame.clone()))
}

fn tb_lineno(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let entry = entry(machine, args)?;
    let code = entry.frame.native::<FrameObject>().map(|frame| frame.code.clone());
    let line = code.map_or(entry.line, |code| machine.line_in_file(&code, entry.line));
    done(i64::from(line))
}

fn tb_lasti(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(i64::from(entry(machine, args)?.instruction) * 2)
}

fn tb_next(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(entry(machine, args)?.next.borrow().clone().or_none())
}

fn set_tb_next(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    entry(machine, args)?;
    let next = &args.positional[1];
    if next.is_null() {
        return type_error("can't delete tb_next attribute");
    }
    if !next.is_none() && traceback(next).is_none() {
        let kind = machine.types.name_of(next);
        return type_error(format!("expected traceback object or None, got '{kind}'"));
    }
    machine.set_next_traceback(&args.positional[0], next.clone())?;
    done(Value::None)
}

fn f_code(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::Code(frame(machine, args)?.1.code.clone()))
}

fn f_globals(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::Dict(frame(machine, args)?.1.globals.clone()))
}

fn f_builtins(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    frame(machine, args)?;
    done(Value::Dict(machine.builtins.clone()))
}

fn f_locals(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (object, _) = frame(machine, args)?;
    done(Value::Dict(machine.frame_locals(object)))
}

fn f_lineno(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (object, data) = frame(machine, args)?;
    done(i64::from(machine.line_in_file(&data.code, machine.frame_line(object))))
}

fn f_lasti(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    frame(machine, args)?;
    done(0i64)
}

fn f_back(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (object, _) = frame(machine, args)?;
    done(machine.frame_back(object).map_or(Value::None, Value::Instance))
}

fn f_generator(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let generator = frame(machine, args)?.1.generator.as_ref().and_then(std::rc::Weak::upgrade);
    done(generator.map_or(Value::None, Value::Generator))
}

fn f_trace(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    frame(machine, args)?;
    done(Value::None)
}

fn set_f_trace(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    frame(machine, args)?;
    done(Value::None)
}

fn clear(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (_, data) = frame(machine, args)?;
    if !data.is_gone() {
        let generator = data.generator.as_ref().map(std::rc::Weak::upgrade);
        let state = generator.as_ref().map(|living| living.as_ref().map(|living| living.state.get()));
        match state {
            None | Some(Some(State::Running)) => {
                return raise(Exc::RuntimeError, "cannot clear an executing frame");
            }
            Some(Some(State::Suspended)) => {
                return raise(Exc::RuntimeError, "cannot clear a suspended frame");
            }
            Some(Some(State::Created)) => {
                // It is finished as one that nobody refers to any more.
                if let Some(Some(generator)) = generator
                    && generator.begin_finalizer()
                {
                    machine.graveyard.bury(Grave::Generator(generator));
                }
                return done(Value::None);
            }
            Some(Some(State::Closed) | None) => {}
        }
    }
    data.clear();
    done(Value::None)
}

fn frame_repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (object, data) = frame(machine, args)?;
    let address = args.positional[0].address().unwrap_or_default();
    let line = machine.line_in_file(&data.code, machine.frame_line(object));
    let (file, name) = (&data.code.file, data.code.name);
    done(format!("<frame at {address:#x}, file '{file}', line {line}, code {name}>"))
}
