//! The programs in the built page and on Pyodide, in one Chromium: `tests/bench/browser.mjs` does it.

use std::env;
use std::fs;

use super::Program;
use crate::command::Run;
use crate::problem::{Problem, Result};
use crate::workspace::Workspace;
use crate::{build, setup};

/// What was measured in the browser, in milliseconds.
pub struct Page {
    /// From navigation to the first step shown.
    pub opening: Option<f64>,
    /// From navigation until Pyodide can run something.
    pub python_opening: Option<f64>,
    /// The programs.
    pub programs: Vec<Paged>,
}

/// What one program took in the browser, in milliseconds.
pub struct Paged {
    /// The program.
    pub name: String,
    /// From starting the run in the page to its end.
    pub ours: Option<f64>,
    /// The same of the first run in a new page, whose code the browser has not optimised yet.
    pub first: Option<f64>,
    /// On Pyodide.
    pub python: Option<f64>,
    /// From a place on the scrubber to the painted frame: the middle one, and 99 of 100.
    pub seek: [Option<f64>; 2],
    /// What a step on takes of scripts: the middle one, and 99 of 100.
    pub step: [Option<f64>; 2],
    /// The page's own code for a step on, with the styles and the layout that it asks for: the middle one, and 99 of 100.
    pub layout: [Option<f64>; 2],
}

/// Measures every program, in the page and on Pyodide in turn.
pub fn measure(workspace: &Workspace, programs: &[Program]) -> Result<Page> {
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
    let paged = |Program { name, .. }: &Program| Paged {
        name: name.clone(),
        ours: get(name, "page"),
        first: get(name, "page_first"),
        python: get(name, "pyodide"),
        seek: [get(name, "seek_median"), get(name, "seek_p99")],
        step: [get(name, "step_median"), get(name, "step_p99")],
        layout: [get(name, "layout_median"), get(name, "layout_p99")],
    };
    Ok(Page {
        opening: get("opening", "page"),
        python_opening: get("opening", "pyodide"),
        programs: programs.iter().map(paged).collect(),
    })
}
