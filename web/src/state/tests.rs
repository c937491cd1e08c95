//! The reducer, without a page.

use super::*;
use loopglass_trace::samples;

fn article() -> Trace {
    let mut trace = samples::article();
    trace.catch_up();
    trace
}

fn state() -> State {
    State::new(Choice::Own, Rc::from("pass"))
}

#[test]
fn steps_forward_and_back_are_inverse() {
    let trace = article();
    for (granularity, _) in GRANULARITIES {
        let mut state = state();
        let mut seen = vec![state.cursor];
        while trace.next_stop(state.cursor, granularity, state.detail).is_some() {
            state.apply(Command::Forward(Some(granularity)), &trace);
            seen.push(state.cursor);
        }
        assert_eq!(state.cursor, trace.len() - 1);
        for expected in seen.iter().rev() {
            assert_eq!(state.cursor, *expected);
            state.apply(Command::Back(Some(granularity)), &trace);
        }
    }
}

#[test]
fn seeking_is_clamped() {
    let trace = article();
    let mut state = state();
    state.apply(Command::Seek(usize::MAX), &trace);
    assert_eq!(state.cursor, trace.len() - 1);
    state.apply(Command::Scrub(usize::MAX), &trace);
    assert_eq!(Some(state.cursor), trace.stop(16, Granularity::Handoff, Detail::Essentials));
}

#[test]
fn scrubbing_never_moves_chips_and_stepping_does() {
    let trace = article();
    let mut state = state();
    state.apply(Command::Forward(None), &trace);
    assert!(state.glides);
    state.apply(Command::Scrub(3), &trace);
    assert!(!state.glides);
}

#[test]
fn editing_keeps_the_scenario_untouched_and_the_own_script() {
    let trace = article();
    let mut state = state();
    state.choice = Choice::Scenario("triple".to_owned());
    state.apply(Command::Edit("x = 1".to_owned()), &trace);
    assert!(state.edited());
    assert_eq!(state.choice, Choice::Own);
    let effect = state.apply(Command::Pick(Choice::Scenario("triple".to_owned()), Rc::from("pass")), &trace);
    assert_eq!(effect, Effect::Run);
    assert_eq!(state.own.as_deref(), Some("x = 1"));
}

#[test]
fn playing_ends_at_the_end() {
    let trace = article();
    let mut state = state();
    state.apply(Command::TogglePlay, &trace);
    for _ in 0..trace.len() {
        state.apply(Command::Tick, &trace);
    }
    assert!(!state.playing);
    assert_eq!(state.cursor, trace.len() - 1);
}

#[test]
fn a_chip_travels_from_the_callbacks_to_the_queue_to_the_slot() {
    let trace = article();
    let mut world = loopglass_trace::World::default();
    let mut places = Vec::new();
    for event in trace.events(0) {
        world.apply(event, trace.tables());
        let picture = stage(Source { world: &world, tables: trace.tables(), detail: Detail::Essentials });
        let place =
            picture.chips().find(|chip| chip.label == "main_task.wakeup").map(|chip| chip.place.name());
        if places.last() != Some(&place) {
            places.push(place);
        }
    }
    assert_eq!(places, [None, Some("callbacks"), Some("ready"), Some("running"), None]);
}
