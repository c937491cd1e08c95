//! `cargo xtask serve`: the page on this machine, built again whenever a file changes.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use crate::arguments::Arguments;
use crate::build;
use crate::command::Started;
use crate::problem::{Problem, Result};
use crate::workspace::Workspace;

const DEFAULT_PORT: u16 = 8080;

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
        options.push("--release".to_owned());
    }
    let mut server = build::trunk(workspace)?.args(options).start()?;
    if wait_until_it_answers(&mut server, port) {
        println!("\nLoopglass is at http://127.0.0.1:{port}/ (Ctrl+C ends it)\n");
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

/// Trunk listens once the first build is done. Says whether that came to pass before the server ended.
fn wait_until_it_answers(server: &mut Started, port: u16) -> bool {
    while server.is_running() {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return true;
        }
        thread::sleep(Duration::from_millis(100));
    }
    false
}
