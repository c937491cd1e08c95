//! The attributes of code objects.

use std::rc::Rc;

use crate::code::{Code, CodeKind};
use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::Sym;
use crate::value::Value;

use super::install::getters;

/// Enters the names.
pub fn install(machine: &mut Machine) {
    getters(
        &machine.types.code.clone(),
        "code",
        &[
            ("co_name", name),
            ("co_qualname", qualname),
            ("co_filename", file),
            ("co_firstlineno", first_line),
            ("co_flags", flags),
            ("co_argcount", argument_count),
            ("co_posonlyargcount", positional_only_count),
            ("co_kwonlyargcount", keyword_only_count),
            ("co_nlocals", local_count),
            ("co_stacksize", stack_size),
            ("co_varnames", variables),
            ("co_cellvars", cell_variables),
            ("co_freevars", free_variables),
            ("co_names", names_used),
            ("co_consts", constants),
        ],
    );
}

fn code(args: &Args) -> PyResult<&Rc<Code>> {
    match args.positional.first() {
        Some(Value::Code(code)) => Ok(code),
        _ => type_error("descriptor requires a 'code' object"),
    }
}

fn name(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::Str(code(args)?.name.key()))
}

fn qualname(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::Str(code(args)?.qualname.key()))
}

fn file(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(&*code(args)?.file)
}

fn first_line(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let code = code(args)?;
    done(i64::from(machine.line_in_file(code, code.first_line)))
}

/// `co_flags` of a code object, as far as they can be told.
pub fn flags_of(code: &Code) -> i64 {
    const OPTIMIZED: i64 = 0x1;
    const NEW_LOCALS: i64 = 0x2;
    const VARARGS: i64 = 0x4;
    const VARKEYWORDS: i64 = 0x8;
    const NESTED: i64 = 0x10;
    const GENERATOR: i64 = 0x20;
    const COROUTINE: i64 = 0x80;
    const ASYNC_GENERATOR: i64 = 0x200;
    const HAS_DOCSTRING: i64 = 0x400_0000;
    const METHOD: i64 = 0x800_0000;
    let mut flags = match code.kind {
        CodeKind::Generator => GENERATOR,
        CodeKind::Coroutine => COROUTINE,
        CodeKind::AsyncGenerator => ASYNC_GENERATOR,
        CodeKind::Function | CodeKind::Module | CodeKind::Class => 0,
    };
    if code.is_function {
        flags |= OPTIMIZED | NEW_LOCALS;
        if code.qualname.text().contains("<locals>") {
            flags |= NESTED;
        }
        // A function of a class body: the name before the last dot is the class's.
        let qualname = code.qualname.text();
        if qualname.rsplit_once('.').is_some_and(|(owner, _)| !owner.ends_with("<locals>")) {
            flags |= METHOD;
        }
        if code.doc.is_some() {
            flags |= HAS_DOCSTRING;
        }
    }
    if code.star_args {
        flags |= VARARGS;
    }
    if code.star_kwargs {
        flags |= VARKEYWORDS;
    }
    flags
}

fn flags(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(flags_of(code(args)?))
}

fn argument_count(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(i64::from(code(args)?.positional))
}

fn positional_only_count(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(i64::from(code(args)?.positional_only))
}

fn keyword_only_count(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(i64::from(code(args)?.keyword_only))
}

fn stack_size(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(i64::from(code(args)?.stack_size))
}

fn texts<'a>(names: impl Iterator<Item = &'a Sym>) -> Value {
    Value::tuple(names.map(|name| Value::Str(name.key())).collect())
}

/// How many slots are parameters.
fn parameter_count(code: &Code) -> usize {
    (code.positional + code.keyword_only) as usize
        + usize::from(code.star_args)
        + usize::from(code.star_kwargs)
}

/// The parameters and the locals that are no cells.
fn plain_locals(code: &Code) -> Vec<Sym> {
    let parameters = parameter_count(code);
    let mut found: Vec<Sym> = Vec::new();
    for (index, name) in code.slots[..code.free as usize].iter().enumerate() {
        let cell = code.cells.contains(&(index as u32));
        if (index < parameters || !cell) && !found.contains(name) {
            found.push(*name);
        }
    }
    found
}

fn local_count(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(plain_locals(code(args)?).len() as i64)
}

fn variables(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(texts(plain_locals(code(args)?).iter()))
}

fn cell_variables(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let code = code(args)?;
    done(texts(code.cells.iter().filter_map(|slot| code.slots.get(*slot as usize))))
}

fn free_variables(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let code = code(args)?;
    done(texts(code.slots[code.free as usize..].iter()))
}

fn names_used(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(texts(code(args)?.names.iter()))
}

fn constants(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::tuple(code(args)?.constants.to_vec()))
}
