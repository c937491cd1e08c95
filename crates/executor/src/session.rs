//! A session: one script, run in slices, with its trace. What the page and the command use.

use std::rc::Rc;

use loopglass_python::code::{Code, Origin};
use loopglass_python::error::Exc;
use loopglass_python::frame::Outcome;
use loopglass_python::function::Args;
use loopglass_python::lower::{SyntaxWarning, compile_with_warnings};
use loopglass_python::machine::run::Status as MachineStatus;
use loopglass_python::machine::script_files::path_of;
use loopglass_python::machine::{Machine, Settings};
use loopglass_python::symbol::{Sym, names};
use loopglass_python::value::Value;
use loopglass_trace::files::{ScriptFile, split};
use loopglass_trace::{Diagnostic, End, Event, Stream, Trace};

use crate::state::Asyncio;

/// How many instructions the report of an uncaught exception may take.
const REPORT_BUDGET: u64 = 10_000_000;

/// Where a session stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// There is more to run.
    Running,
    /// The run is over.
    Ended {
        /// Why.
        end: End,
        /// The exit status that `python FILE` would have.
        status: u8,
    },
}

/// Why a script cannot be run at all.
#[derive(Clone, Debug)]
pub struct SessionError {
    /// What is wrong, and where.
    pub diagnostics: Vec<Diagnostic>,
    /// What `python FILE` would write to stderr.
    pub stderr: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Script,
    /// The script is done; what it registered to be called at the end is running.
    ExitHooks(End, u8),
    /// That is done too; what its end must still run is running.
    Finalizing(End, u8),
    Over(End, u8),
}

/// A script on its machine.
pub struct Session {
    machine: Machine,
    phase: Phase,
}

impl Session {
    /// Lowers a script and makes it ready to run. Settings may be overridden by the script's own
    /// `# loopglass:` comments.
    pub fn new(source: &str, settings: Settings) -> Result<Session, SessionError> {
        let mut settings = loopglass_python::comment_settings(source, settings);
        let files = split(source);
        let file = path_of(&files[0], &settings.file);
        settings.file.clone_from(&file);
        let (code, warnings) = compile(&files[0], &file)?;
        let others = files[1..].iter().map(|part| Ok((part, compile(part, &path_of(part, &file))?)));
        let others: Vec<_> = others.collect::<Result<_, _>>()?;
        let mut machine = Machine::new(source, settings);
        for (part, (code, warnings)) in others {
            machine.modules.put_beside(part.module().unwrap_or_default(), code, warnings);
        }
        crate::module::install(&mut machine);
        machine.on_module_gone(|machine| {
            let _loop = Asyncio::of(machine).set_loop.take();
        });
        machine.recorder.event(Event::RunStarted);
        machine.recorder.print(Stream::Err, &warnings);
        let module = machine.new_module("__main__");
        let globals = module.dict().clone();
        let builtins = machine.modules.loaded("builtins").unwrap_or(Value::None);
        globals.set(names::package, Value::None);
        globals.set(names::builtins, builtins);
        globals.set(names::file, Value::str(&file));
        globals.set(Sym::new("__cached__"), Value::None);
        machine.main = globals.clone();
        machine.modules.enter("__main__", Value::Instance(module));
        machine.start_module(code, globals);
        Ok(Session { machine, phase: Phase::Script })
    }

    /// Runs for about `budget` instructions.
    pub fn run_slice(&mut self, budget: u64) -> Status {
        match self.phase {
            Phase::Over(end, status) => Status::Ended { end, status },
            Phase::Script => self.run_script(budget),
            Phase::ExitHooks(end, status) => self.run_exit_hooks(budget, end, status),
            Phase::Finalizing(end, status) => self.run_end(budget, end, status),
        }
    }

    /// Runs to the end.
    pub fn run(&mut self) -> Status {
        loop {
            if let ended @ Status::Ended { .. } = self.run_slice(10_000_000) {
                return ended;
            }
        }
    }

    /// Ends the run where it is: the trace so far stands.
    pub fn stop(&mut self) {
        if !matches!(self.phase, Phase::Over(..)) {
            self.finish(End::Stopped, 130);
        }
    }

    fn run_script(&mut self, budget: u64) -> Status {
        match self.machine.run(budget) {
            MachineStatus::Running => Status::Running,
            MachineStatus::Ended(End::WaitsForever) => self.finish(End::WaitsForever, 0),
            MachineStatus::Ended(end) => self.finish(end, 1),
            MachineStatus::Done => {
                let (end, status) = match self.machine.take_outcome() {
                    Some(Outcome::Raise(exception)) => self.uncaught(exception),
                    _ => (End::Finished, 0),
                };
                self.phase = Phase::ExitHooks(end, status);
                self.start_exit_hooks();
                self.run_exit_hooks(budget, end, status)
            }
        }
    }

    /// What the script registered with `atexit` comes before its names go.
    fn start_exit_hooks(&mut self) {
        let Some(Value::Instance(atexit)) = self.machine.modules.loaded("atexit") else { return };
        if let Some(hooks) = atexit.get(Sym::new("_run_exitfuncs")) {
            let _started = self.machine.call(&hooks, Args::none());
        }
    }

    fn run_exit_hooks(&mut self, budget: u64, end: End, status: u8) -> Status {
        match self.machine.run(budget) {
            MachineStatus::Running => Status::Running,
            MachineStatus::Ended(end) => self.finish(end, status),
            MachineStatus::Done => {
                let _nothing = self.machine.take_outcome();
                self.phase = Phase::Finalizing(end, status);
                self.machine.continue_shutdown();
                self.run_end(budget, end, status)
            }
        }
    }

    /// What happens as the interpreter shuts down: what dies is finalized.
    fn run_end(&mut self, budget: u64, end: End, status: u8) -> Status {
        loop {
            match self.machine.run(budget) {
                MachineStatus::Running => return Status::Running,
                MachineStatus::Ended(end) => return self.finish(end, status),
                MachineStatus::Done => {
                    let _finalizer = self.machine.take_outcome();
                    if !self.machine.continue_shutdown() {
                        return self.finish(end, status);
                    }
                }
            }
        }
    }

    fn uncaught(&mut self, exception: Value) -> (End, u8) {
        let exit = self.machine.is_exception(&exception, Exc::SystemExit);
        loopglass_python::builtins::uncaught::print_uncaught(&mut self.machine, &exception);
        // The exception's own `__str__` may have to run first; it is not given forever.
        let _stopped = self.machine.run(REPORT_BUDGET);
        let _reported = self.machine.take_outcome();
        let status = self.machine.status.take().unwrap_or(1);
        if !exit {
            self.machine.keep_last_exception(exception);
        }
        (if exit { End::Finished } else { End::Raised }, status)
    }

    fn finish(&mut self, end: End, status: u8) -> Status {
        Asyncio::of(&mut self.machine).gone.record_all(&mut self.machine);
        self.machine.end(end, status);
        self.machine.recorder.trace.catch_up();
        self.phase = Phase::Over(end, status);
        Status::Ended { end, status }
    }

    /// The trace so far.
    pub fn trace(&self) -> &Trace {
        &self.machine.recorder.trace
    }

    /// The trace so far, to let its index catch up.
    pub fn trace_mut(&mut self) -> &mut Trace {
        &mut self.machine.recorder.trace
    }

    /// The trace, when the run is no longer needed.
    pub fn into_trace(self) -> Trace {
        let Session { machine, .. } = self;
        machine.into_trace()
    }

    /// Standard output so far.
    pub fn stdout(&self) -> &str {
        &self.machine.recorder.stdout
    }

    /// Standard error so far.
    pub fn stderr(&self) -> &str {
        &self.machine.recorder.stderr
    }

    /// Virtual time so far, in nanoseconds.
    pub fn clock_ns(&self) -> u64 {
        self.machine.recorder.clock_ns
    }

    /// Instructions executed so far.
    pub fn steps(&self) -> u64 {
        self.machine.steps
    }
}

/// Lowers one file of a script; `path` is the name it has in what Python prints. With the code comes the text of what
/// there is to warn about.
fn compile(file: &ScriptFile<'_>, path: &str) -> Result<(Rc<Code>, String), SessionError> {
    let lowered = compile_with_warnings(file.text, path, Origin::Script, file.lines_before);
    let shown = |(code, warnings): (_, Vec<SyntaxWarning>)| {
        (code, warnings.iter().map(|warning| warning.shown(path)).collect())
    };
    lowered.map(shown).map_err(|failure| {
        let diagnostics = vec![failure.diagnostic()];
        let mut told = failure;
        told.span.line = told.span.line.saturating_sub(file.lines_before);
        told.span.end_line = told.span.end_line.saturating_sub(file.lines_before);
        let stderr = loopglass_python::builtins::report::syntax_failure_text(&told, path);
        SessionError { diagnostics, stderr }
    })
}
