//! The browser for the browser tests: found if there is one, else installed.
//!
//! It looks in `CHROME`, on `PATH`, where the systems put Chrome, and where Playwright keeps its own.

use std::env;
use std::path::PathBuf;

use super::say;
use crate::command::{Run, on_path};
use crate::problem::{Problem, Result};
use crate::workspace::Workspace;

/// Names of Chrome and Chromium on `PATH`.
const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Where installers put Chrome without putting it on `PATH`.
const USUAL_PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/// The program to start as browser. The npm packages must be in place.
pub fn chromium(workspace: &Workspace) -> Result<PathBuf> {
    let program = match wanted()? {
        Some(program) => program,
        None => match installed(workspace) {
            Some(program) => program,
            None => install(workspace)?,
        },
    };
    eprintln!("browser: {}", program.display());
    Ok(program)
}

/// What `CHROME` names; a wrong one is an error and not a reason to take another.
fn wanted() -> Result<Option<PathBuf>> {
    let Some(chrome) = env::var_os("CHROME").filter(|chrome| !chrome.is_empty()) else {
        return Ok(None);
    };
    let path = PathBuf::from(&chrome);
    if path.is_file() {
        return Ok(Some(path));
    }
    match on_path(&chrome.to_string_lossy()) {
        Some(program) => Ok(Some(program)),
        None => Err(Problem::Missing {
            what: format!("The browser `{}` that CHROME names", path.display()),
            help: "Set CHROME to a Chrome or Chromium, or unset it to have one found or installed."
                .to_owned(),
        }),
    }
}

/// A browser that is there already.
fn installed(workspace: &Workspace) -> Option<PathBuf> {
    NAMES
        .iter()
        .find_map(|name| on_path(name))
        .or_else(|| USUAL_PLACES.iter().map(PathBuf::from).find(|program| program.is_file()))
        .or_else(|| playwrights(workspace))
}

/// The Chromium that Playwright's installer has put into its own cache.
fn playwrights(workspace: &Workspace) -> Option<PathBuf> {
    let script = "import('playwright-core').then((p) => console.log(p.chromium.executablePath()))";
    let path = Run::new("node", workspace.root()).args(["--eval", script]).output().ok()?;
    Some(PathBuf::from(path)).filter(|program| program.is_file())
}

/// Installs one: by apt as root, else by Playwright.
fn install(workspace: &Workspace) -> Result<PathBuf> {
    say("found no Chrome or Chromium in CHROME, on PATH or in the usual places");
    let root = is_root(workspace);
    if root && on_path("apt-get").is_some() {
        say("installing the package `chromium` with apt-get, as root");
        match apt(workspace) {
            Ok(()) => {
                if let Some(program) = installed(workspace) {
                    return Ok(program);
                }
                say("the package brought no browser");
            }
            Err(problem) => say(&format!("that did not work: {problem}")),
        }
    }
    say("installing Chromium with Playwright's installer, into its cache in your home folder");
    let cli = workspace.path("node_modules/playwright-core/cli.js");
    let mut arguments = vec!["install", "chromium"];
    if root {
        arguments.push("--with-deps");
    }
    let missing = |why: &str| Problem::Missing {
        what: "A browser for the tests".to_owned(),
        help: format!("{why} Install Chrome or Chromium; if it is not on PATH, set CHROME to its program."),
    };
    let done = Run::new("node", workspace.root()).args([cli]).args(arguments).finish();
    done.map_err(|problem| missing(&format!("Its installation failed: {problem}.")))?;
    playwrights(workspace).ok_or_else(|| missing("Its installer ended well and left none."))
}

fn apt(workspace: &Workspace) -> Result<()> {
    let apt = || Run::new("apt-get", workspace.root()).env("DEBIAN_FRONTEND", "noninteractive");
    apt().args(["update", "-q"]).finish()?;
    apt().args(["install", "-y", "-q", "--no-install-recommends", "chromium"]).finish()
}

fn is_root(workspace: &Workspace) -> bool {
    Run::new("id", workspace.root()).args(["-u"]).output().is_ok_and(|id| id == "0")
}
