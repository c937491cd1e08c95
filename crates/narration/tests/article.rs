//! The narration of the article's program, against the text that is checked in beside this file. To accept a new
//! one after reading it: `UPDATE_GOLDEN=1 cargo test -p loopglass-narration`.

use loopglass_narration::{Listing, executing, explain, next_hint};
use loopglass_trace::{Detail, Trace, samples};
use std::fmt::Write;
use std::fs;

/// Compares with a golden file, or writes it.
fn check(name: &str, actual: &str) {
    let path = format!("{}/tests/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, actual).expect("the golden file can be written");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    for (number, (expected, actual)) in (1..).zip(expected.lines().zip(actual.lines())) {
        assert_eq!(expected, actual, "line {number} of {path}");
    }
    assert_eq!(expected.lines().count(), actual.lines().count(), "length of {path}");
}

fn told(trace: &Trace, index: usize) -> String {
    let (before, after) = trace.around(index);
    let mut text = String::new();
    let Some(event) = trace.event(index) else { return text };
    let explanation = explain(&event, &before, &after, trace.tables());
    let _ = writeln!(text, "  {}", explanation.what.to_plain());
    let _ = writeln!(text, "  {}", explanation.why.to_plain());
    if let Some(hint) = next_hint(&event, &before, &after, trace.tables()) {
        let _ = writeln!(text, "  ? {} {}", hint.question.to_plain(), hint.answer.to_plain());
    }
    if let Some(spot) = executing(&event, &before, &after, trace.tables()) {
        let listing = Listing::of(spot.listing);
        let line = listing.lines().nth(spot.line).unwrap_or("no such line");
        let _ = writeln!(text, "  > {}: {}", listing.title, line.trim());
    }
    text
}

#[test]
fn the_handoffs_of_the_article() {
    let trace = samples::article();
    let mut text = String::new();
    for (number, row) in (1..).zip(trace.ladder(Detail::Essentials).rows()) {
        let _ = writeln!(text, "{number} {}", row.text(trace.tables()));
        text.push_str(&told(&trace, row.first_event as usize));
    }
    check("article-handoffs", &text);
}

#[test]
fn every_event_of_the_article() {
    let trace = samples::article();
    let mut text = String::new();
    for index in 0..trace.len() {
        let _ = writeln!(text, "{index}");
        text.push_str(&told(&trace, index));
    }
    check("article-events", &text);
}
