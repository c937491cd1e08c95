//! The programs that build the page and that Cargo can install: Trunk and wasm-bindgen.
//!
//! A tool of the right version on `PATH` is used as it is. Otherwise it is installed into `.tools/` of the
//! checkout, where it disturbs no other project.

use std::path::PathBuf;

use super::say;
use crate::command::Run;
use crate::problem::Result;
use crate::workspace::Workspace;

/// The last Trunk that Rust 1.95 can build.
const TRUNK_VERSION: &str = "0.21.14";

/// A program in a package of crates.io.
struct Tool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    options: &'a [&'a str],
}

/// Makes sure that Trunk and the wasm-bindgen of `Cargo.lock` are there; gives the folders to put on `PATH`.
pub fn page_builders(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let wasm_bindgen = workspace.locked_version("wasm-bindgen")?;
    let tools = [
        Tool { package: "trunk", program: "trunk", version: TRUNK_VERSION, options: &["--locked"] },
        // Without `--locked`: the versions it was published with do not all build with this Rust.
        Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version: &wasm_bindgen, options: &[] },
    ];
    let mut folders = Vec::new();
    for tool in tools {
        folders.extend(folder_of(workspace, &tool)?);
    }
    Ok(folders)
}

/// The folder that holds the tool, or `None` if `PATH` leads to it already.
fn folder_of(workspace: &Workspace, tool: &Tool<'_>) -> Result<Option<PathBuf>> {
    if is_right(workspace, tool.program.into(), tool) {
        return Ok(None);
    }
    let home = workspace.path(".tools").join(format!("{}-{}", tool.package, tool.version));
    let folder = home.join("bin");
    if is_right(workspace, folder.join(tool.program), tool) {
        return Ok(Some(folder));
    }
    say(&format!(
        "installing {} {} into .tools/ (once; this compiles for some minutes)",
        tool.package, tool.version
    ));
    Run::new("cargo", workspace.root())
        .args(["install", "--version", tool.version])
        .args(tool.options)
        .args(["--root".as_ref(), home.as_os_str()])
        .args([tool.package])
        // They run for a second at a time: a quick compilation is worth more than quick code.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .finish()?;
    Ok(Some(folder))
}

/// Whether the program is there and says that it has the version.
fn is_right(workspace: &Workspace, program: PathBuf, tool: &Tool<'_>) -> bool {
    Run::new(program, workspace.root())
        .args(["--version"])
        .output()
        .is_ok_and(|text| text.split_whitespace().nth(1) == Some(tool.version))
}
