//! `cargo xtask build`: the static site in `dist/`, and the one way in which all commands call Trunk.

use std::fs;
use std::path::PathBuf;

use crate::arguments::Arguments;
use crate::command::Run;
use crate::problem::{Problem, Result};
use crate::setup;
use crate::workspace::Workspace;

/// Builds the site and says what came out.
pub fn run(workspace: &Workspace, arguments: Arguments) -> Result<()> {
    arguments.finish()?;
    site(workspace)
}

/// Sets up, builds the site in `dist/` and prints its files with their sizes.
pub fn site(workspace: &Workspace) -> Result<()> {
    trunk(workspace)?.args(["build", "--release"]).finish()?;
    println!("\nThe site is in dist/. It works from any folder of any static host:");
    for (name, bytes) in files_of(workspace.path("dist"))? {
        println!("  {:>7} kB  {name}", bytes.div_ceil(1000));
    }
    Ok(())
}

/// Sets up all that the page needs and prepares a run of Trunk.
pub fn trunk(workspace: &Workspace) -> Result<Run> {
    setup::rust::wasm_target(workspace)?;
    let mut folders = setup::tools::page_builders(workspace)?;
    setup::npm::packages(workspace)?;
    folders.push(workspace.path("node_modules/.bin"));
    Ok(Run::new("trunk", workspace.root()).with_path(&folders).env("TRUNK_SKIP_VERSION_CHECK", "true"))
}

/// The files of a folder, by name, with their sizes in bytes.
fn files_of(folder: PathBuf) -> Result<Vec<(String, u64)>> {
    let problem = |source| Problem::File { path: folder.clone(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).map_err(problem)? {
        let entry = entry.map_err(problem)?;
        let about = entry.metadata().map_err(problem)?;
        if about.is_file() {
            files.push((entry.file_name().to_string_lossy().into_owned(), about.len()));
        }
    }
    files.sort();
    Ok(files)
}
