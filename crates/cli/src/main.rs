//! The `loopglass` command: runs a script and prints its output, its trace, its loop log or its control flow, or draws
//! a moment of its run.

mod beside;
mod render;

use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use cap::Cap;
use loopglass_executor::{Session, Status};
use loopglass_python::machine::Settings;
use loopglass_trace::{Detail, End, Event, Granularity, Limit, Trace};
use mimalloc::MiMalloc;

const USAGE: &str = "\
usage: loopglass COMMAND FILE

  run FILE           runs the script: stdout, stderr and exit status as `python FILE`
  trace FILE         prints every event as a JSON line (docs/trace-format.md)
  loop-log FILE      prints one JSON object per iteration of the event loop
  control-flow FILE  prints who has control, handoff by handoff
  render FILE        draws a moment of the run as an SVG picture:
      --at MOMENT      the moment: an iteration and an event in it, as in a link (3.12), `start` or `end`; the start
      -o PICTURE       where to; standard output unless given
      --theme THEME    light or dark; light
      --view VIEW      essentials or exact; essentials
      --panels LIST    any of code, stage, explanation; all of them
      --width PIXELS   how wide; 960

FILE may be `-` for standard input, and `scenario:ID` for one of the bundled programs.";

#[global_allocator]
static ALLOCATOR: Cap<MiMalloc> = Cap::new(MiMalloc, usize::MAX);

fn main() -> ExitCode {
    loopglass_python::memory::measure_by(|| ALLOCATOR.allocated());
    let args: Vec<String> = std::env::args().skip(1).collect();
    match &args[..] {
        [flag] | [_, flag] if flag == "--help" || flag == "-h" => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        [command, rest @ ..] if command == "render" => match render::run(rest) {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => complain(&message),
        },
        [command, file] => match command.as_str() {
            "run" | "trace" | "loop-log" | "control-flow" => execute(command, file),
            other => complain(&format!("loopglass: there is no command '{other}'\n{USAGE}")),
        },
        _ => complain(USAGE),
    }
}

fn complain(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}

fn read(file: &str) -> Result<String, String> {
    if let Some(id) = file.strip_prefix("scenario:") {
        let found = loopglass_scenarios::find(id).map(|scenario| scenario.source.to_owned());
        return found.ok_or_else(|| format!("loopglass: there is no scenario '{id}'"));
    }
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut std::io::stdin(), &mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    let bytes = bytes.map_err(|error| format!("loopglass: cannot read '{file}': {error}"))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("loopglass: '{file}' is not UTF-8: the byte at offset {at} does not belong to a character")
    })?;
    Ok(if file == "-" { text } else { beside::with_files_beside(Path::new(file), text) })
}

fn execute(command: &str, file: &str) -> ExitCode {
    let source = match read(file) {
        Ok(source) => source,
        Err(message) => return complain(&message),
    };
    let shown = if file == "-" { "<stdin>" } else { file };
    let settings = Settings { file: shown.to_string(), ..Settings::default() };
    let mut session = match Session::new(&source, settings) {
        Ok(session) => session,
        Err(error) => {
            eprint!("{}", error.stderr);
            return ExitCode::FAILURE;
        }
    };
    let Status::Ended { end, status } = session.run() else { return ExitCode::FAILURE };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let written = match command {
        "run" => write_run(&mut out, &session, end),
        "trace" => session.trace().json_lines().try_for_each(|line| writeln!(out, "{line}")),
        "loop-log" => session.trace().loop_log().try_for_each(|line| writeln!(out, "{line}")),
        _ => write_control_flow(&mut out, &session),
    };
    let written = written.and_then(|()| out.flush());
    match written {
        Ok(()) if command == "run" => ExitCode::from(status),
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => complain(&format!("loopglass: cannot write: {error}")),
    }
}

/// Writes what the script printed. A loop that would wait forever says so to a person only: `python FILE` is
/// silent there, and what is piped on is compared with it.
fn write_run(out: &mut impl Write, session: &Session, end: End) -> std::io::Result<()> {
    out.write_all(session.stdout().as_bytes())?;
    out.flush()?;
    let mut err = std::io::stderr().lock();
    err.write_all(session.stderr().as_bytes())?;
    match end {
        End::Limit(limit) => {
            writeln!(err, "loopglass: stopped{} at {}", last_line(session.trace()), limit_text(limit))
        }
        End::WaitsForever if err.is_terminal() => writeln!(err, "loopglass: {WAITS_FOREVER}"),
        _ => Ok(()),
    }
}

const WAITS_FOREVER: &str = "the event loop would wait forever: nothing is ready and nothing is scheduled";

/// The last line of the script that ran.
fn last_line(trace: &Trace) -> String {
    let last = trace.len().saturating_sub(1);
    let line = trace.previous_stop(last, Granularity::Line, Detail::Exact).and_then(|at| trace.event(at));
    match line {
        Some(Event::Line { line }) => format!(" at line {}", trace.tables().source_line(line)),
        _ => String::new(),
    }
}

fn limit_text(limit: Limit) -> &'static str {
    match limit {
        Limit::Steps => "the limit of instructions; raise it with `# loopglass: steps=N` in the script",
        Limit::Events => "the limit of recorded events; raise it with `# loopglass: events=N` in the script",
        Limit::Memory => "the limit of memory; raise it with `# loopglass: memory=2GB` in the script",
        Limit::Output => "the limit of printed text; raise it with `# loopglass: output=N` in the script",
        Limit::Time => "the limit of virtual time; raise it with `# loopglass: time=Ns` in the script",
    }
}

fn write_control_flow(out: &mut impl Write, session: &Session) -> std::io::Result<()> {
    let ladder = session.trace().ladder(Detail::Essentials);
    for (index, row) in ladder.rows().enumerate() {
        let indent = "  ".repeat(row.depth as usize);
        writeln!(out, "{} {indent}{}", index + 1, row.text(session.trace().tables()))?;
    }
    Ok(())
}
