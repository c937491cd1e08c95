//! `loopglass render`: runs a script and draws one moment of the run, for pages and books that cannot run anything.

use std::io::Write;

use loopglass_draw::{Options, Panels, Scene, Theme};
use loopglass_executor::Session;
use loopglass_picture::MomentName;
use loopglass_python::machine::Settings;
use loopglass_trace::Detail;

use crate::{USAGE, read};

/// What was asked for.
struct Request {
    file: String,
    at: MomentName,
    detail: Detail,
    options: Options,
    out: Option<String>,
}

/// Draws what the arguments ask for, or says what is wrong with them or with the script.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let request = parse(arguments)?;
    let script = read(&request.file)?;
    let shown = if request.file == "-" { "<stdin>" } else { &request.file };
    let settings = Settings { file: shown.to_owned(), ..Settings::default() };
    let mut session = Session::new(&script, settings).map_err(|error| error.stderr.trim_end().to_owned())?;
    session.run();
    session.trace_mut().catch_up();
    let trace = session.trace();
    let cursor = request.at.find(trace, true).unwrap_or(0);
    let svg = Scene::of(&script, trace, cursor, request.detail).svg(request.options);
    match &request.out {
        Some(path) => {
            std::fs::write(path, svg).map_err(|error| format!("loopglass: cannot write '{path}': {error}"))
        }
        None => std::io::stdout()
            .write_all(svg.as_bytes())
            .map_err(|error| format!("loopglass: cannot write: {error}")),
    }
}

fn parse(arguments: &[String]) -> Result<Request, String> {
    let mut file = None;
    let mut request = Request {
        file: String::new(),
        at: MomentName { iteration: 0, event: 0 },
        detail: Detail::Essentials,
        options: Options { theme: Theme::Light, panels: Panels::ALL, width: 960.0 },
        out: None,
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if !argument.starts_with('-') || argument == "-" {
            if file.replace(argument.clone()).is_some() {
                return Err(format!("loopglass: `render` draws one file\n{USAGE}"));
            }
            continue;
        }
        let value = rest.next().ok_or_else(|| format!("loopglass: `{argument}` needs a value\n{USAGE}"))?;
        let wrong = |what: &str| format!("loopglass: `{argument} {value}`: {what}");
        match argument.as_str() {
            "--at" => {
                let found = MomentName::parse(value);
                request.at = found.ok_or_else(|| wrong("a moment is like 3.12, or `start` or `end`"))?;
            }
            "-o" | "--output" => request.out = Some(value.clone()),
            "--theme" => {
                request.options.theme =
                    Theme::named(value).ok_or_else(|| wrong("a theme is light or dark"))?;
            }
            "--view" => {
                request.detail = match value.as_str() {
                    "essentials" => Detail::Essentials,
                    "exact" => Detail::Exact,
                    _ => return Err(wrong("a view is essentials or exact")),
                }
            }
            "--panels" => request.options.panels = Panels::named(value),
            "--width" => {
                let width = value.parse().ok().filter(|width: &f64| (360.0..=2400.0).contains(width));
                request.options.width = width.ok_or_else(|| wrong("a width is from 360 to 2400 pixels"))?;
            }
            _ => return Err(format!("loopglass: there is no `{argument}`\n{USAGE}")),
        }
    }
    request.file = file.ok_or_else(|| format!("loopglass: `render` needs a file\n{USAGE}"))?;
    Ok(request)
}
