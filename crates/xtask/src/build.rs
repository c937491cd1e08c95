//! `cargo xtask build`: the static site in `dist/`, and the one way in which all commands call Trunk.

use std::fs;
use std::path::PathBuf;

use crate::arguments::Arguments;
use crate::command::Run;
use crate::problem::{Problem, Result};
use crate::setup;
use crate::workspace::Workspace;

/// What the page may load and run, for browsers to enforce.
const POLICY: &str = "web/content-security-policy.txt";

/// How the comment in `index.html` begins that the policy replaces.
const MARK: &str = "<!-- content-security-policy:";

/// Builds the site and says what came out.
pub fn run(workspace: &Workspace, arguments: Arguments) -> Result<()> {
    arguments.finish()?;
    site(workspace)
}

/// Sets up, builds the site in `dist/` and prints its files with their sizes.
pub fn site(workspace: &Workspace) -> Result<()> {
    trunk(workspace)?.args(["build", "--release"]).finish()?;
    protect(workspace, "dist/index.html")?;
    protect(workspace, "dist/preview.html")?;
    println!("\nThe site is in dist/. It works from any folder of any static host:");
    for (name, bytes) in files_of(workspace.path("dist"))? {
        println!("  {:>7} kB  {name}", bytes.div_ceil(1000));
    }
    Ok(())
}

/// Writes the content security policy into a built page.
///
/// It is not in `index.html` itself, since Trunk's server adds an inline script that reloads the page, and the
/// policy forbids those.
fn protect(workspace: &Workspace, page: &str) -> Result<()> {
    let path = workspace.path(page);
    let html = workspace.read(page)?;
    let Some(html) = with_policy(&html, workspace.read(POLICY)?.trim()) else {
        return Err(Problem::Malformed {
            path,
            what: format!("holds no comment `{MARK} ... -->` for {POLICY}"),
        });
    };
    fs::write(&path, html).map_err(|source| Problem::File { path, source })
}

/// The page with the policy in place of the comment.
fn with_policy(html: &str, policy: &str) -> Option<String> {
    let (before, rest) = html.split_once(MARK)?;
    let (_, after) = rest.split_once("-->")?;
    let policy = policy.replace('"', "&quot;");
    Some(format!("{before}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />{after}"))
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

#[cfg(test)]
mod tests {
    use super::with_policy;

    #[test]
    fn the_policy_takes_the_place_of_its_comment() {
        let html = "<head><!-- content-security-policy: x --><title></title></head>";
        let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\" />";
        let expected = format!("<head>{meta}<title></title></head>");
        assert_eq!(with_policy(html, "default-src 'none'"), Some(expected));
        assert_eq!(with_policy("<head></head>", "x"), None);
    }
}
