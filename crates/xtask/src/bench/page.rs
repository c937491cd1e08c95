//! The programs in the built page and on Pyodide, in one Chromium: `tests/bench/browser.mjs` does it.

use std::env;
use std::fs;

use super::Program;
use crate::command::Run;
use crate::problem::{Problem, Result};
use crate::workspace::Workspace;
use crate::{build, setup};

/// What one program took in the browser, in milliseconds.
pub struct Paged {
    /// The program.
    pub name: String,
    /// From starting the run in the page to its end.
    pub ours: Option<f64>,
    /// On Pyodide.
    pub python: Option<f64>,
}

/// Measures every program, in the page and on Pyodide in turn.
pub fn measure(workspace: &Workspace, programs: &[Program]) -> Result<Vec<Paged>> {
    build::site(workspace)?;
    let chromium = setup::browser::chromium(workspace)?;
    let folder = env::temp_dir().join(format!("loopglass-bench-{}", std::process::id()));
    let problem = |source| Problem::File { path: folder.clone(), source };
    fs::create_dir_all(&folder).map_err(problem)?;
    for program in programs {
        fs::write(folder.join(format!("{}.py", program.name)), &program.source).map_err(problem)?;
    }
    let run =
        Run::new("node", workspace.root()).args(["tests/bench/browser.mjs".as_ref(), folder.as_os_str()]);
    let (_, figures) = run.env("CHROME", chromium).figures()?;
    // A folder that stays behind does no harm.
    let _ = fs::remove_dir_all(&folder);
    let get = |name: &str, of: &str| figures.get(&format!("{name}.{of}")).copied();
    let paged = |program: &Program| Paged {
        name: program.name.clone(),
        ours: get(&program.name, "page"),
        python: get(&program.name, "pyodide"),
    };
    Ok(programs.iter().map(paged).collect())
}
