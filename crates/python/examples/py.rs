//! Runs a script in the machine alone, without asyncio: `cargo run -p loopglass-python --example py FILE`.
//! Prints what the script prints, and `steps` on demand (`--steps`).

use std::process::ExitCode;

use loopglass_python::builtins::exceptions::print_uncaught;
use loopglass_python::code::Origin;
use loopglass_python::frame::Outcome;
use loopglass_python::lower::lower_module;
use loopglass_python::machine::run::Status;
use loopglass_python::machine::{Machine, Settings};
use loopglass_python::symbol::names;
use loopglass_python::value::Value;

fn main() -> ExitCode {
    let mut steps = false;
    let mut file = None;
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--steps" => steps = true,
            _ => file = Some(argument),
        }
    }
    let Some(file) = file else {
        eprintln!("usage: py [--steps] FILE");
        return ExitCode::from(2);
    };
    let source = match std::fs::read_to_string(&file) {
        Ok(source) => source,
        Err(error) => {
            eprintln!("{file}: {error}");
            return ExitCode::from(2);
        }
    };
    let name = file.rsplit('/').next().unwrap_or(&file).to_string();
    let code = match lower_module(&source, &name, Origin::Script) {
        Ok(code) => code,
        Err(diagnostics) => {
            eprintln!("{diagnostics:#?}");
            return ExitCode::from(1);
        }
    };
    let mut machine = Machine::new(&source, Settings { file: name, ..Settings::default() });
    let globals = machine.main.clone();
    globals.set(names::name, Value::str("__main__"));
    globals.set(names::doc, code.doc.clone().unwrap_or(Value::None));
    machine.start_module(code, globals);
    let mut status = machine.run(1_000_000);
    while status == Status::Running {
        status = machine.run(1_000_000);
    }
    let mut exit = 0;
    if let Some(Outcome::Raise(exception)) = machine.take_outcome() {
        print_uncaught(&mut machine, &exception);
        exit = 1;
    }
    print!("{}", machine.recorder.stdout);
    eprint!("{}", machine.recorder.stderr);
    if let Status::Ended(end) = status {
        eprintln!("ended: {end:?}");
    }
    if steps {
        eprintln!("{} steps", machine.steps);
    }
    ExitCode::from(exit)
}
