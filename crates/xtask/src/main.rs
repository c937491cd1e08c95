//! `cargo xtask`: sets up, serves, builds and tests Loopglass, so that Rust and Node are all a contributor needs.
//!
//! Every command first sets up what it needs and says so; with everything in place that takes a fraction of a
//! second. Nothing here is part of the product, and nothing of the product is a dependency of this crate.

mod arguments;
mod bench;
mod build;
mod command;
mod oracle;
mod problem;
mod release;
mod serve;
mod setup;
mod stopwatch;
mod test;
mod tidy;
mod workspace;

use std::process::ExitCode;

use arguments::Arguments;
use problem::{Problem, Result};
use workspace::Workspace;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N] [--dev]      build the page, serve it and rebuild it when a file changes
                                (port 8080, or the next free one; --dev: unoptimised, builds faster)
  build                         build the static site in dist/
  release                       build the site and pack it, with the Sphinx package, into one archive
  test [PART...]                run every test, or these parts only:
                                tidy format clippy rust conformance browser oracle
  oracle [--bless] [FILTER...]  run the conformance programs on CPython 3.14 and compare with the goldens
                                (--bless: write the goldens)
  bench [--quick] [--native | --page] [--times N]
                                run the programs of tests/bench on Loopglass and on CPython, side by side, and
                                write docs/benchmarks.md (--quick: small sizes, nothing written, the
                                browser only with --page; --native, --page: this half only, the other stays)
  tidy [--verbose]              check the dependency direction, file sizes and other rules of the house
                                (--verbose: also list the files that are getting long)
  help                          print this

Each command sets up what it needs: the wasm target, Trunk, wasm-bindgen, npm packages, Chromium.
docs/development.md says more.";

fn main() -> ExitCode {
    match run(Arguments::of_process()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem @ Problem::Usage(_)) => {
            eprintln!("{problem}\n\n{HELP}");
            ExitCode::from(2)
        }
        Err(problem) => {
            eprintln!("\nerror: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command that the arguments name.
fn run(mut arguments: Arguments) -> Result<()> {
    if arguments.flag("--help") || arguments.flag("-h") {
        println!("{HELP}");
        return Ok(());
    }
    let Some(command) = arguments.word() else {
        return Err(Problem::Usage("No command given.".to_owned()));
    };
    let workspace = Workspace::find()?;
    match command.as_str() {
        "serve" => serve::run(&workspace, arguments),
        "build" => build::run(&workspace, arguments),
        "release" => release::run(&workspace, arguments),
        "test" => test::run(&workspace, arguments),
        "oracle" => oracle::run(&workspace, arguments),
        "bench" => bench::run(&workspace, arguments),
        "tidy" => tidy::run(&workspace, arguments),
        "help" => {
            println!("{HELP}");
            Ok(())
        }
        unknown => Err(Problem::Usage(format!("There is no command `{unknown}`."))),
    }
}
