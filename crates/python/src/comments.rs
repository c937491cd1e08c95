//! `# loopglass:` comments: settings of a run inside the script, which leave it valid Python.

use crate::machine::Settings;

/// The settings with what the script's comments change: `line_cost`, `iteration_cost` (a number with `ns`, `us`,
/// `ms` or `s`), `seed`, and the limits `steps`, `events`, `memory` (with `MB` or `GB`), `output`, `time` and
/// `recursion`. Unknown or broken entries
/// change nothing; [`problems`] names them.
pub fn comment_settings(source: &str, mut settings: Settings) -> Settings {
    for (_, key, value) in entries(source) {
        let _known = apply(&mut settings, key, value);
    }
    settings
}

/// What is wrong in a script's `# loopglass:` comments: the line and a sentence for each.
pub fn problems(source: &str) -> Vec<(u32, String)> {
    let mut settings = Settings::default();
    let found = entries(source).into_iter();
    found
        .filter_map(|(line, key, value)| apply(&mut settings, key, value).err().map(|why| (line, why)))
        .collect()
}

fn entries(source: &str) -> Vec<(u32, &str, &str)> {
    let mut found = Vec::new();
    for (index, line) in source.lines().enumerate() {
        let Some((_, rest)) = line.split_once("# loopglass:") else { continue };
        for entry in rest.split_whitespace() {
            let (key, value) = entry.split_once('=').unwrap_or((entry, ""));
            found.push((index as u32 + 1, key, value));
        }
    }
    found
}

fn apply(settings: &mut Settings, key: &str, value: &str) -> Result<(), String> {
    let number = || {
        value
            .replace('_', "")
            .parse::<u64>()
            .map_err(|_| format!("{key}={value}: a whole number is expected"))
    };
    match key {
        "line_cost" => settings.line_cost_ns = duration(key, value)?,
        "iteration_cost" => settings.iteration_cost_ns = duration(key, value)?,
        "seed" => {
            settings.seed =
                value.parse().map_err(|_| format!("{key}={value}: a whole number is expected"))?;
        }
        "steps" => settings.limits.steps = number()?,
        "events" => settings.limits.events = number()? as usize,
        "output" => settings.limits.output = number()? as usize,
        "memory" => settings.limits.memory = size(key, value)?,
        "time" => settings.limits.time_ns = duration(key, value)?,
        "recursion" => settings.limits.recursion = number()?.min(100_000) as u32,
        "file" if loopglass_trace::files::is_name(value) => {}
        "file" => return Err(format!("file={value}: a file has the name of a module, like helper.py")),
        _ => {
            return Err(format!(
                "'{key}' is not a setting; there are line_cost, iteration_cost, seed, steps, events, memory, output, time, recursion, file"
            ));
        }
    }
    Ok(())
}

/// A size in bytes.
fn size(key: &str, value: &str) -> Result<usize, String> {
    let digits = value.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let scale: u64 = match &value[digits.len()..] {
        "" => 1,
        "kB" => 1_000,
        "MB" => 1_000_000,
        "GB" => 1_000_000_000,
        unit => return Err(format!("{key}={value}: '{unit}' is not a unit; use kB, MB or GB")),
    };
    let number = digits.replace('_', "").parse::<u64>().ok();
    let bytes = number.and_then(|number| usize::try_from(number.checked_mul(scale)?).ok());
    bytes.ok_or_else(|| format!("{key}={value}: a size such as 512MB is expected"))
}

/// A duration in nanoseconds.
fn duration(key: &str, value: &str) -> Result<u64, String> {
    let digits = value.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let scale: f64 = match &value[digits.len()..] {
        "ns" | "" => 1.0,
        "us" => 1e3,
        "ms" => 1e6,
        "s" => 1e9,
        unit => return Err(format!("{key}={value}: '{unit}' is not a unit; use ns, us, ms or s")),
    };
    match digits.parse::<f64>() {
        Ok(number) if number >= 0.0 && number.is_finite() => Ok((number * scale).round() as u64),
        _ => Err(format!("{key}={value}: a duration such as 1us is expected")),
    }
}
