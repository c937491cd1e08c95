//! Whatever happens in a run has an explanation, and every term that it uses is in the glossary.

use loopglass_narration::{Explanation, Kind, Listing, Phrase, executing, explain, next_hint, term};
use loopglass_trace::{Trace, World, samples};

fn check_phrase(phrase: &Phrase) {
    let plain = phrase.to_plain();
    assert!(plain.ends_with(['.', '?']) && plain.len() > 8, "not a sentence: {plain}");
    assert!(!plain.contains("  ") && !plain.contains(" ."), "stray blanks: {plain}");
    assert!(!plain.contains("line 0"), "there is no such line: {plain}");
    for segment in &phrase.segments {
        if let Kind::Term(key) = segment.kind {
            assert!(term(key).is_some(), "`{key}` is not in the glossary");
        }
    }
}

fn check_every_event(trace: &Trace) {
    let mut world = World::default();
    loop {
        let before = world.clone();
        let Some(event) = trace.step(&mut world) else { break };
        let Explanation { what, why } = explain(&event, &before, &world, trace.tables());
        check_phrase(&what);
        check_phrase(&why);
        if let Some(spot) = executing(&event, &before, &world, trace.tables()) {
            assert!(Listing::of(spot.listing).lines().nth(spot.line).is_some(), "{spot:?}");
        }
        if let Some(hint) = next_hint(&event, &before, &world, trace.tables()) {
            check_phrase(&hint.question);
            check_phrase(&hint.answer);
        }
    }
}

#[test]
fn every_event_of_a_run_is_explained() {
    check_every_event(&samples::article());
    for seed in 0..40 {
        check_every_event(&samples::simulated(seed, 6, 3_000));
    }
}

#[test]
fn events_that_do_not_fit_are_explained_too() {
    let trace = samples::simulated(7, 5, 2_000);
    let empty = World::default();
    for event in trace.events(0) {
        let mut after = empty.clone();
        after.apply(&event, trace.tables());
        let explanation = explain(&event, &empty, &after, trace.tables());
        check_phrase(&explanation.what);
        check_phrase(&explanation.why);
    }
}
