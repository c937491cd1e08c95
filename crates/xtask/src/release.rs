//! `cargo xtask release`: one archive with the built site and the Sphinx package, for course authors who host it.

use std::fs;

use crate::arguments::Arguments;
use crate::build;
use crate::command::Run;
use crate::problem::{Problem, Result};
use crate::workspace::Workspace;

/// Where the archive goes.
const FOLDER: &str = "target/release-archive";

/// What is in it.
const CONTENTS: [&str; 6] =
    ["dist", "integrations/sphinx", "docs/embedding.md", "docs/hosting.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// Builds the site and packs the archive.
pub fn run(workspace: &Workspace, arguments: Arguments) -> Result<()> {
    arguments.finish()?;
    build::site(workspace)?;
    let folder = workspace.path(FOLDER);
    fs::create_dir_all(&folder).map_err(|source| Problem::File { path: folder, source })?;
    let archive = format!("{FOLDER}/loopglass-{}.tar.gz", workspace.locked_version("loopglass-web")?);
    // Systems differ in their archivers; this much of `tar` is common to all.
    Run::new("tar", workspace.root())
        .args(["--exclude=__pycache__", "-czf", &archive])
        .args(CONTENTS)
        .finish()?;
    println!("\nThe archive is {archive}. docs/hosting.md says what to do with it.");
    Ok(())
}
