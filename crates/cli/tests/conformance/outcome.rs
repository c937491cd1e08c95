//! What a program does here: the output of `loopglass run`, `loop-log` and `trace`, each with a limit on its
//! wall time.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::Value;

/// A command that takes longer is stopped.
const TIME_LIMIT: Duration = Duration::from_secs(180);

/// What a program did.
pub struct Outcome {
    pub exit: i64,
    pub stdout: String,
    pub stderr: String,
    /// One JSON object an iteration.
    pub loop_log: String,
    /// `function:line task`, one line event a line.
    pub lines: String,
}

struct Finished {
    exit: i64,
    stdout: String,
    stderr: String,
}

/// Runs a program, in its own directory as `python NAME.py` would be.
pub fn run(program: &Path, needs_lines: bool) -> Result<Outcome, String> {
    let ran = loopglass("run", program)?;
    if ran.exit > 128 && ran.exit != 130 || ran.stderr.contains("panicked at") {
        return Err(format!("it crashed\n{}", ran.stderr));
    }
    let (loop_log, trace) = match needs_lines {
        true => (loopglass("loop-log", program)?.stdout, loopglass("trace", program)?.stdout),
        false => (String::new(), String::new()),
    };
    Ok(Outcome {
        exit: ran.exit,
        stdout: ran.stdout,
        stderr: ran.stderr,
        loop_log,
        lines: line_events(&trace)?,
    })
}

/// The line events of a trace.
fn line_events(trace: &str) -> Result<String, String> {
    let mut lines = String::new();
    for text in trace.lines().filter(|text| text.contains(r#""event":"line""#)) {
        let event: Value =
            serde_json::from_str(text).map_err(|error| format!("the trace is no JSON: {error}"))?;
        lines += event["function"].as_str().unwrap_or("?");
        lines += &format!(":{}", event["line"]);
        if let Some(task) = event["task"].as_str() {
            lines += &format!(" {task}");
        }
        lines.push('\n');
    }
    Ok(lines)
}

fn loopglass(form: &str, program: &Path) -> Result<Finished, String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_loopglass"))
        .arg(form)
        .arg(program.file_name().unwrap_or_default())
        .current_dir(program.parent().unwrap_or(Path::new(".")))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cannot start loopglass: {error}"))?;
    let stdout = child.stdout.take().map(collect);
    let stderr = child.stderr.take().map(collect);
    let exit = wait(&mut child).map_err(|problem| format!("loopglass {form}: {problem}"))?;
    let text =
        |reader: Option<thread::JoinHandle<String>>| reader.and_then(|r| r.join().ok()).unwrap_or_default();
    Ok(Finished { exit, stdout: text(stdout), stderr: text(stderr) })
}

fn collect(mut stream: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before an error is what there is to compare.
        let _ = stream.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// The exit status; a process that a signal ended counts as 134.
fn wait(child: &mut Child) -> Result<i64, String> {
    let mut waited = Duration::ZERO;
    let mut pause = Duration::from_micros(200);
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status.code().map_or(134, i64::from)),
            Ok(None) if waited < TIME_LIMIT => thread::sleep(pause),
            Ok(None) => {
                // It may end by itself just now; either way it is gone after this.
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("stopped after {} s", TIME_LIMIT.as_secs()));
            }
            Err(error) => return Err(error.to_string()),
        }
        waited += pause;
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}
