//! The report of a bench: what was measured, beside what is aimed at. Every figure in it comes from the run.

use std::fmt::Write;

use super::flat::Growth;
use super::native::Native;
use super::page::Page;

/// The first half of the report in Markdown: what was measured on this machine.
pub fn native(natives: &[Native], growths: &[Growth]) -> String {
    let mut out = String::from(HEAD);
    native_times(&mut out, natives);
    traces(&mut out, natives);
    seeks(&mut out, natives);
    if !growths.is_empty() {
        grown(&mut out, growths);
    }
    out
}

/// The second half: what was measured in the browser.
pub fn page(page: &Page) -> String {
    let mut out = String::from(PAGE);
    page_times(&mut out, page);
    page_moves(&mut out, page);
    out
}

/// A report with another first half.
pub fn with_native(report: &str, half: &str) -> String {
    let (_, page) = halves(report);
    format!("{half}{page}")
}

/// A report with another second half.
pub fn with_page(report: &str, half: &str) -> String {
    let (native, _) = halves(report);
    format!("{native}{half}")
}

fn halves(report: &str) -> (&str, &str) {
    report.split_at(report.find(PAGE).unwrap_or(report.len()))
}

const HEAD: &str = "\
# Benchmarks

Written by `cargo xtask bench`, which runs the programs of `tests/bench/programs` on Loopglass, recording everything,
and on CPython, in turn on one machine. Times are processor time in milliseconds, the best of the runs; the ratios are
what matters, and a small one is a good one. What both print is compared, and was equal.

";

/// How the second half begins.
const PAGE: &str = "\n## In the browser\n\n";

fn native_times(out: &mut String, natives: &[Native]) {
    out.push_str("## Native\n\n");
    out.push_str(
        "| program | what it does | Loopglass | CPython | ratio | CPython with a line recorder | ratio |\n",
    );
    out.push_str("|---|---|---:|---:|---:|---:|---:|\n");
    for native in natives {
        let ours = native.ours.get("ms").copied();
        row(
            out,
            &[
                native.name.clone(),
                native.about.clone(),
                number(ours, 0),
                number(native.python, 0),
                ratio(ours, native.python),
                number(native.traced, 0),
                ratio(ours, native.traced),
            ],
        );
    }
}

fn page_times(out: &mut String, page: &Page) {
    out.push_str("The page runs the program in slices and brings its index up to date; CPython is Pyodide in the same ");
    out.push_str("browser, not tracing, on an event loop that never waits. Both at their best of three runs; the first run in a new ");
    out.push_str("page takes longer, since the browser has not optimised our code yet.\n\n");
    out.push_str("| program | Loopglass | Pyodide | ratio | first run |\n|---|---:|---:|---:|---:|\n");
    for paged in &page.programs {
        let cells = [
            paged.name.clone(),
            number(paged.ours, 0),
            number(paged.python, 0),
            ratio(paged.ours, paged.python),
            number(paged.first, 0),
        ];
        row(out, &cells);
    }
}

fn page_moves(out: &mut String, page: &Page) {
    out.push_str("\n## Opening the page\n\n");
    out.push_str("From navigation, without a cache, the files coming from this machine: until the first step is painted, and until ");
    out.push_str("Pyodide can run something.\n\n");
    out.push_str("| | ms |\n|---|---:|\n");
    row(out, &["Loopglass".to_owned(), number(page.opening, 0)]);
    row(out, &["Pyodide".to_owned(), number(page.python_opening, 0)]);
    row(out, &["ratio".to_owned(), ratio(page.opening, page.python_opening)]);
    out.push_str("\n## Moving about in the page\n\n");
    out.push_str("Milliseconds. A seek is from a place on the scrubber to the painted frame, in real time. A step is what one step ");
    out.push_str("on takes of scripts, in processor time as Chromium counts it; with layout, it is the real time of the page's ");
    out.push_str("own code, in which the browser finds styles and lays out what that code asks about.\n\n");
    let heads =
        ["seek", "step", "step with layout"].map(|it| format!(" {it}, median | {it}, 99 of 100 |")).concat();
    let _ = writeln!(out, "| program |{heads}\n|---|---:|---:|---:|---:|---:|---:|");
    for paged in &page.programs {
        let mut cells = vec![paged.name.clone()];
        cells.extend(
            [paged.seek, paged.step, paged.layout].concat().into_iter().map(|figure| number(figure, 1)),
        );
        row(out, &cells);
    }
}

fn traces(out: &mut String, natives: &[Native]) {
    out.push_str("\n## What a trace takes\n\n");
    out.push_str(
        "`kept` is all that is allocated once the run is over: events, texts, keyframes, stops, ladders.\n\n",
    );
    out.push_str("| program | events | trace, kB | bytes an event | kept, kB | run time an event, ns |\n");
    out.push_str("|---|---:|---:|---:|---:|---:|\n");
    for native in natives {
        let get = |name: &str| native.ours.get(name).copied();
        let events = get("events");
        row(
            out,
            &[
                native.name.clone(),
                number(events, 0),
                number(get("trace_bytes").map(|bytes| bytes / 1e3), 0),
                number(divided(get("trace_bytes"), events), 2),
                number(get("kept_bytes").map(|bytes| bytes / 1e3), 0),
                number(divided(get("ms").map(|ms| ms * 1e6), events), 1),
            ],
        );
    }
}

fn seeks(out: &mut String, natives: &[Native]) {
    out.push_str("\n## Moving about in it\n\n");
    out.push_str("A seek goes to any event of the run, a step to the next one. Seeks are in real time, each the best of three.\n\n");
    out.push_str("| program | seek, median, ms | seek, 99 of 100, ms | step, µs |\n|---|---:|---:|---:|\n");
    for native in natives {
        let get = |name: &str| native.ours.get(name).copied();
        let cells = [
            native.name.clone(),
            number(get("seek_median_ms"), 3),
            number(get("seek_p99_ms"), 3),
            number(get("step_us"), 2),
        ];
        row(out, &cells);
    }
}

/// What starting takes is taken off a run's time, and differs by about so much.
const NOISE_NS: f64 = 2e6;

fn grown(out: &mut String, growths: &[Growth]) {
    out.push_str("\n## As the work grows\n\n");
    out.push_str("The same programs at sizes of about 10⁴ to 10⁷ events. The run time of an event is without what the program takes ");
    out.push_str("at its smallest size, and not known where that is too little to be told from noise; `times` says how many times the \
         first figure known that is, and is to stay under 1.5.\n\n");
    out.push_str("| program | events | run time an event, ns | times | seek, median, ms | times | seek, 99 of 100, ms | times |\n");
    out.push_str("|---|---:|---:|---:|---:|---:|---:|---:|\n");
    for growth in growths {
        let mut first = [None; 3];
        for point in &growth.points {
            let [median, slow] = point.seek;
            let took = known(point.ns).filter(|ns| ns * point.events >= NOISE_NS);
            let figures = [took, known(median), known(slow)];
            let mut cells = vec![growth.name.clone(), number(Some(point.events), 0)];
            for ((figure, first), places) in figures.into_iter().zip(&mut first).zip([1, 3, 3]) {
                cells.push(number(figure, places));
                cells.push(ratio(figure, *first));
                *first = first.or(figure);
            }
            row(out, &cells);
        }
    }
}

/// A time, if it is one: none that came out as nothing or less.
fn known(figure: f64) -> Option<f64> {
    Some(figure).filter(|figure| *figure > 0.0)
}

fn row(out: &mut String, cells: &[String]) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn number(figure: Option<f64>, places: usize) -> String {
    figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.places$}"))
}

fn divided(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    Some(a? / b.filter(|b| *b > 0.0)?)
}

fn ratio(ours: Option<f64>, theirs: Option<f64>) -> String {
    number(divided(ours, theirs), 2)
}

#[cfg(test)]
mod tests {
    use super::{PAGE, grown, number, ratio, with_native, with_page};
    use crate::bench::flat::{Growth, Point};

    #[test]
    fn each_half_of_a_report_stays_when_the_other_is_measured() {
        let page = format!("{PAGE}page\n");
        assert_eq!(with_page("native\n", &page), format!("native\n{page}"));
        assert_eq!(with_native(&format!("old\n{page}"), "new\n"), format!("new\n{page}"));
        assert_eq!(with_native("", "new\n"), "new\n");
    }

    #[test]
    fn a_time_that_is_less_than_nothing_or_noise_is_not_known() {
        let point = |events, ns| Point { events, ns, seek: [1.0, 2.0] };
        let points = vec![point(1e3, -4.0), point(1e4, 4.0), point(1e5, 100.0), point(1e6, 150.0)];
        let mut out = String::new();
        grown(&mut out, &[Growth { name: "one".to_owned(), points }]);
        let rows: Vec<&str> = out.lines().filter(|line| line.starts_with("| one")).collect();
        let expected = [
            "| one | 1000 | – | – | 1.000 | – | 2.000 | – |",
            "| one | 10000 | – | – | 1.000 | 1.00 | 2.000 | 1.00 |",
            "| one | 100000 | 100.0 | – | 1.000 | 1.00 | 2.000 | 1.00 |",
            "| one | 1000000 | 150.0 | 1.50 | 1.000 | 1.00 | 2.000 | 1.00 |",
        ];
        assert_eq!(rows, expected);
    }

    #[test]
    fn figures_that_are_missing_are_dashes() {
        assert_eq!(ratio(Some(3.0), Some(2.0)), "1.50");
        assert_eq!(ratio(Some(3.0), None), "–");
        assert_eq!(number(Some(2.345), 1), "2.3");
    }
}
