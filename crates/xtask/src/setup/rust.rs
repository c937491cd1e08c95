//! What rustup must add to the toolchain: the wasm target, clippy and rustfmt.

use std::path::Path;

use super::say;
use crate::command::{Run, on_path};
use crate::problem::{Problem, Result};
use crate::workspace::Workspace;

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the toolchain can build for the browser.
pub fn wasm_target(workspace: &Workspace) -> Result<()> {
    let sysroot = Run::new("rustc", workspace.root()).args(["--print", "sysroot"]).output()?;
    let target = Path::new(&sysroot).join("lib").join("rustlib").join(WASM_TARGET).join("lib");
    if target.is_dir() {
        return Ok(());
    }
    say(&format!("adding the Rust target {WASM_TARGET}"));
    rustup(workspace, &["target", "add", WASM_TARGET])
}

/// Makes sure that `cargo clippy` or `cargo fmt` is there.
pub fn component(workspace: &Workspace, component: &str, subcommand: &str) -> Result<()> {
    if Run::new("cargo", workspace.root()).args([subcommand, "--version"]).output().is_ok() {
        return Ok(());
    }
    say(&format!("adding the Rust component {component}"));
    rustup(workspace, &["component", "add", component])
}

fn rustup(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    if on_path("rustup").is_none() {
        return Err(Problem::Missing {
            what: "rustup".to_owned(),
            help: format!(
                "Install it from https://rustup.rs, or add by your own means what \
                 `rustup {}` would add to this Rust.",
                arguments.join(" ")
            ),
        });
    }
    Run::new("rustup", workspace.root()).args(arguments).finish()
}
