//! Runs the scenario that the page opens with and writes the packed trace to standard output: `cargo run -p
//! loopglass-cli --example record`. The page's build calls it (`web/finish.mjs`), so that the first visit can step
//! before the executor has been loaded.

use std::io::Write;
use std::process::ExitCode;

use loopglass_executor::{Session, Settings};

fn main() -> ExitCode {
    let source = loopglass_scenarios::default_scenario().source;
    let Ok(mut session) = Session::new(source, Settings::default()) else {
        eprintln!("record: the scenario cannot be run");
        return ExitCode::FAILURE;
    };
    session.run();
    match std::io::stdout().lock().write_all(&session.trace().pack()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("record: {error}");
            ExitCode::FAILURE
        }
    }
}
