//! `cargo xtask serve`: the page on this machine, built again whenever a file changes.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::arguments::Arguments;
use crate::build;
use crate::command::Started;
use crate::problem::{Problem, Result};
use crate::workspace::Workspace;

const DEFAULT_PORT: u16 = 8080;

/// Between two looks at the server.
const PAUSE: Duration = Duration::from_millis(100);

/// Apart from `dist/`: what is served also holds the script that reloads the page.
const FOLDER: &str = "target/serve";

/// How many ports are tried, from the default one on.
const PORTS_TRIED: u16 = 20;

/// Serves until it is interrupted.
pub fn run(workspace: &Workspace, mut arguments: Arguments) -> Result<()> {
    let wanted = arguments.option("--port")?;
    let optimised = !arguments.flag("--dev");
    arguments.finish()?;
    let port = match wanted {
        Some(text) => given_port(&text)?,
        None => free_port()?,
    };
    let mut options = vec!["serve".to_owned(), format!("--port={port}"), format!("--dist={FOLDER}")];
    if optimised {
        // Not `--release`: that would also run wasm-opt, which takes longer than it saves here.
        options.push("--cargo-profile=release".to_owned());
    }
    let trunk = build::trunk(workspace)?;
    make_ignored_folder(workspace)?;
    let server = trunk.args(options).start()?;
    watch_over(server, port)
}

/// Trunk does not start where a folder whose changes it is to ignore (`Trunk.toml`) is missing. Of those a fresh clone has
/// all by now but the one that `cargo xtask build` fills.
fn make_ignored_folder(workspace: &Workspace) -> Result<()> {
    let path = workspace.path("dist");
    fs::create_dir_all(&path).map_err(|source| Problem::File { path, source })
}

/// Says where the page is once it is there, and ends the server when this program is told to end.
fn watch_over(mut server: Started, port: u16) -> Result<()> {
    let stop = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&stop);
    // Without the handler, a signal to this program alone would leave the server behind.
    let handled = ctrlc::set_handler(move || told.store(true, Ordering::Relaxed)).is_ok();
    let mut announced = false;
    while server.is_running() {
        if handled && stop.load(Ordering::Relaxed) {
            server.end();
            return Ok(());
        }
        // Trunk listens once the first build is done.
        if !announced && TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            println!("\nLoopglass is at http://127.0.0.1:{port}/ (Ctrl+C ends it)\n");
            announced = true;
        }
        thread::sleep(PAUSE);
    }
    server.finish()
}

/// The port that was asked for; it must be free.
fn given_port(text: &str) -> Result<u16> {
    let port: u16 = text
        .parse()
        .ok()
        .filter(|port| *port > 0)
        .ok_or_else(|| Problem::Usage(format!("`--port {text}`: a port is a number from 1 to 65535.")))?;
    if is_free(port) { Ok(port) } else { Err(Problem::PortInUse(port)) }
}

/// The default port, or the next free one.
fn free_port() -> Result<u16> {
    let mut ports = DEFAULT_PORT..DEFAULT_PORT + PORTS_TRIED;
    ports.find(|port| is_free(*port)).ok_or(Problem::PortInUse(DEFAULT_PORT))
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}
