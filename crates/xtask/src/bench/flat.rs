//! How the cost grows with the work: some of the programs at sizes at which they take ten thousand to ten million
//! events. What starting a script takes is not part of it: the same program at its smallest size is taken off.

use std::collections::BTreeMap;
use std::fs;

use super::Program;
use super::native::{keep_best, measured};
use crate::problem::{Problem, Result};
use crate::workspace::Workspace;

/// The programs, and whether their trace is folded.
pub const PROGRAMS: [&str; 3] = ["bounded_queue", "records", "task_switching"];
/// The numbers of events that are aimed at, as powers of ten.
pub const SCALES: [u32; 4] = [4, 5, 6, 7];

/// One program at all sizes.
pub struct Growth {
    /// The program.
    pub name: String,
    /// At each scale.
    pub points: Vec<Point>,
}

/// One program at one size.
pub struct Point {
    /// How many events there were.
    pub events: f64,
    /// Run time of each, in nanoseconds of processor time.
    pub ns: f64,
    /// Seeks: the middle one and the one that only one of a hundred is above, in milliseconds.
    pub seek: [f64; 2],
}

/// Measures the programs at each scale so many times.
pub fn measure(workspace: &Workspace, programs: &[Program], times: usize) -> Result<Vec<Growth>> {
    let chosen = programs.iter().filter(|program| PROGRAMS.contains(&program.name.as_str()));
    chosen.map(|program| one(workspace, program, times)).collect()
}

fn one(workspace: &Workspace, program: &Program, times: usize) -> Result<Growth> {
    let run = |size: u64, times: usize| at_size(workspace, program, size, times);
    let least = run(1, times * 5)?;
    // From two sizes follows how many events each unit of it takes.
    let (small, large) = (run(100, 1)?, run(200, 1)?);
    let each = ((figure(&large, "events") - figure(&small, "events")) / 100.0).max(1.0);
    let points = SCALES.map(|scale| {
        let size = (10_f64.powi(scale as i32) / each).round().max(2.0) as u64;
        println!("{} at {size} ...", program.name);
        // Short runs cost little, and what disturbs them shows most.
        let found = run(size, if scale < 6 { times * 5 } else { times })?;
        let events = figure(&found, "events");
        let spent = figure(&found, "ms") - figure(&least, "ms");
        Ok(Point {
            events,
            ns: spent * 1e6 / (events - figure(&least, "events")).max(1.0),
            seek: ["seek_median_ms", "seek_p99_ms"].map(|name| figure(&found, name)),
        })
    });
    Ok(Growth { name: program.name.clone(), points: points.into_iter().collect::<Result<_>>()? })
}

fn figure(figures: &BTreeMap<String, f64>, name: &str) -> f64 {
    figures.get(name).copied().unwrap_or(f64::NAN)
}

fn at_size(
    workspace: &Workspace,
    program: &Program,
    size: u64,
    times: usize,
) -> Result<BTreeMap<String, f64>> {
    let path =
        std::env::temp_dir().join(format!("loopglass-flat-{}-{}.py", std::process::id(), program.name));
    fs::write(&path, sized(&program.source, size))
        .map_err(|source| Problem::File { path: path.clone(), source })?;
    let mut best = BTreeMap::new();
    for _ in 0..times {
        keep_best(&mut best, measured(workspace, &path)?.1);
    }
    // A file that stays behind does no harm.
    let _ = fs::remove_file(&path);
    Ok(best)
}

/// The source at another size: that of the line that has one for a quick run.
fn sized(source: &str, size: u64) -> String {
    let line = |line: &str| match line.split_once(" = ") {
        Some((name, rest)) if rest.contains("# quick: ") => format!("{name} = {size}\n"),
        _ => format!("{line}\n"),
    };
    source.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::sized;

    #[test]
    fn the_size_is_that_of_the_line_with_a_quick_one() {
        assert_eq!(sized("N = 5_000  # quick: 10\nM = 2\nprint(N)\n", 7), "N = 7\nM = 2\nprint(N)\n");
    }
}
