//! Node and the npm packages of `package-lock.json`.

use std::fs;

use super::say;
use crate::command::Run;
use crate::problem::{Problem, Result};
use crate::workspace::Workspace;

/// The oldest Node that runs our scripts, as in `package.json`.
const OLDEST_NODE: u32 = 20;

/// A copy of the lock file, left where the packages are: while it equals the lock file, they are up to date.
const INSTALLED_LOCK: &str = "node_modules/.loopglass-lock.json";

/// Makes sure that Node is there and that `node_modules` holds what the lock file says.
pub fn packages(workspace: &Workspace) -> Result<()> {
    node(workspace)?;
    let lock = workspace.read("package-lock.json")?;
    if workspace.read(INSTALLED_LOCK).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say("installing the npm packages of package-lock.json into node_modules/");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    Run::new(npm, workspace.root()).args(["ci", "--loglevel=error"]).finish()?;
    let path = workspace.path(INSTALLED_LOCK);
    fs::write(&path, lock).map_err(|source| Problem::File { path, source })
}

/// Makes sure that Node is there and new enough.
fn node(workspace: &Workspace) -> Result<()> {
    let version = Run::new("node", workspace.root()).args(["--version"]).output().unwrap_or_default();
    if major(&version).is_some_and(|major| major >= OLDEST_NODE) {
        return Ok(());
    }
    let found = if version.is_empty() { "none".to_owned() } else { version };
    Err(Problem::Missing {
        what: format!("Node {OLDEST_NODE} or newer (found: {found})"),
        help: "Install it from https://nodejs.org or with the package manager of your system.".to_owned(),
    })
}

/// `20` of `v20.11.1`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("v20.11.1"), Some(20));
        assert_eq!(major(""), None);
    }
}
