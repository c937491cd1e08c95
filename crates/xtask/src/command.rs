//! Other programs: finding them on `PATH`, running them, and saying what ran when they fail.

use std::collections::BTreeMap;
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};

use crate::problem::{Problem, Result};

/// A program with its arguments, to be run in a given folder.
pub struct Run {
    command: Command,
}

impl Run {
    /// Prepares a run; an npm tool needs its own ending on Windows.
    pub fn new(program: impl AsRef<OsStr>, folder: &Path) -> Self {
        let mut command = Command::new(program);
        command.current_dir(folder);
        Self { command }
    }

    /// Adds arguments.
    pub fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.command.args(arguments);
        self
    }

    /// Sets a variable of the environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Puts folders before the others of `PATH`.
    pub fn with_path(self, folders: &[PathBuf]) -> Self {
        let others = env::var_os("PATH").unwrap_or_default();
        let all: Vec<PathBuf> = folders.iter().cloned().chain(env::split_paths(&others)).collect();
        match env::join_paths(all) {
            Ok(path) => self.env("PATH", path),
            // A folder with a separator in its name cannot be on PATH; what is there already must do.
            Err(_) => self,
        }
    }

    /// Runs to the end, with its output on the terminal; anything but success is a problem.
    pub fn finish(mut self) -> Result<()> {
        let status = self.command.status().map_err(|source| self.not_started(source))?;
        if status.success() { Ok(()) } else { Err(self.failed(status)) }
    }

    /// Starts it and leaves it running, with its output on the terminal.
    pub fn start(mut self) -> Result<Started> {
        match self.command.spawn() {
            Ok(child) => Ok(Started { child, run: self }),
            Err(source) => Err(self.not_started(source)),
        }
    }

    /// Runs to the end and gives what it printed, without the white space around it.
    pub fn output(mut self) -> Result<String> {
        let output =
            self.command.stderr(Stdio::null()).output().map_err(|source| self.not_started(source))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        } else {
            Err(self.failed(output.status))
        }
    }

    /// Runs to the end and gives what it printed on standard output, and the figures on standard error: lines of
    /// a name and a number.
    pub fn figures(mut self) -> Result<(String, BTreeMap<String, f64>)> {
        let output = self.command.output().map_err(|source| self.not_started(source))?;
        let errors = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            eprint!("{errors}");
            return Err(self.failed(output.status));
        }
        let figure = |line: &str| {
            let (name, number) = line.split_once(' ')?;
            Some((name.to_owned(), number.parse().ok()?))
        };
        let figures = errors.lines().filter_map(figure).collect();
        Ok((String::from_utf8_lossy(&output.stdout).into_owned(), figures))
    }

    /// The command as one would type it.
    fn line(&self) -> String {
        let words = std::iter::once(self.command.get_program()).chain(self.command.get_args());
        let words: Vec<_> = words.map(OsStr::to_string_lossy).collect();
        words.join(" ")
    }

    fn not_started(&self, source: std::io::Error) -> Problem {
        Problem::NotStarted { command: self.line(), source }
    }

    fn failed(&self, status: ExitStatus) -> Problem {
        Problem::Failed { command: self.line(), status: status.to_string() }
    }
}

/// A program that is running.
pub struct Started {
    child: Child,
    run: Run,
}

impl Started {
    /// Whether it has not ended yet.
    pub fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Ends it, if it has not ended by itself.
    pub fn end(mut self) {
        // Both fail only where it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Waits for its end; anything but success is a problem.
    pub fn finish(mut self) -> Result<()> {
        let status = self.child.wait().map_err(|source| self.run.not_started(source))?;
        if status.success() { Ok(()) } else { Err(self.run.failed(status)) }
    }
}

/// The first program of that name in the folders of `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let file = OsString::from(format!("{name}{}", env::consts::EXE_SUFFIX));
    env::split_paths(&path).map(|folder| folder.join(&file)).find(|program| program.is_file())
}
