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
        world.apply(&event, trace.tables());
        let source = Source { world: &world, tables: trace.tables(), detail: Detail::Essentials };
        let picture = stage(source, &Order::of(source), &View::default());
        let place =
            picture.chips().find(|chip| chip.label == "main_task.wakeup").map(|chip| chip.place.name());
        if places.last() != Some(&place) {
            places.push(place);
        }
    }
    assert_eq!(places, [None, Some("callbacks"), Some("ready"), Some("running"), None]);
}

/// What the panels show after the event at which a row of the ladder begins, counted from 1.
fn at_row(number: usize, show: impl FnOnce(Source<'_>, &Trace)) {
    let trace = article();
    let at = trace.stop(number - 1, Granularity::Handoff, Detail::Essentials).expect("the row exists");
    let world = trace.seek(at);
    show(Source { world: &world, tables: trace.tables(), detail: Detail::Essentials }, &trace);
}

#[test]
fn a_suspended_coroutine_is_marked_at_its_line() {
    at_row(8, |source, trace| {
        let picture = code(source, &Order::of(source), trace.source(), None);
        let [mark] = picture.marks.as_slice() else { panic!("one mark, not {:?}", picture.marks) };
        assert_eq!((mark.line, mark.hue.number(), mark.label.as_str()), (8, 1, "main_task waits here"));
        assert_eq!(picture.running, Some((13, Focus::Called)));
    });
}

#[test]
fn who_waits_has_an_arrow_to_what_it_waits_on() {
    at_row(8, |source, _| {
        let picture = stage(source, &Order::of(source), &View::default());
        let labels: Vec<_> =
            picture.cards.iter().map(|card| (card.label.as_str(), card.state.as_str())).collect();
        assert_eq!(labels, [("main_task", "waiting on triple_task"), ("triple_task", "ready, not started")]);
        let (from, to) = (picture.cards[0].id, picture.cards[1].id);
        assert_eq!(picture.wires, [Wire { from, to, hue: Hue::of(1), kind: WireKind::Awaits }]);
    });
}

#[test]
fn only_the_cards_in_view_are_composed_and_that_of_the_running_task() {
    at_row(8, |source, _| {
        let picture = stage(source, &Order::of(source), &View { cards: 1..9, ..View::default() });
        let labels: Vec<_> = picture.cards.iter().map(|card| card.label.as_str()).collect();
        assert_eq!((labels, picture.cards_before, picture.cards_after), (vec!["triple_task"], 1, 0));
        assert_eq!((picture.apart, picture.wires), (None, Vec::new()));
    });
    at_row(4, |source, _| {
        let picture = stage(source, &Order::of(source), &View { cards: 1..9, ..View::default() });
        let apart = picture.apart.as_ref().map(|card| card.label.as_str());
        assert_eq!((picture.cards.len(), apart), (0, Some("main_task")));
        assert!(picture.chips().any(|chip| chip.place == Place::Running));
    });
}

#[test]
fn a_finished_task_goes_to_the_shelf() {
    at_row(12, |source, _| {
        let picture = stage(source, &Order::of(source), &View::default());
        let shelf: Vec<_> =
            picture.shelf.iter().map(|item| (item.label.as_str(), item.state.as_str())).collect();
        assert_eq!(shelf, [("triple_task", "done → 15")]);
        assert_eq!(picture.cards.len(), 1);
        // Below cards that are out of view it is out of view, and only counted.
        let far = stage(source, &Order::of(source), &View { cards: 0..0, ..View::default() });
        assert_eq!((far.shelf.len(), far.shelf_more, far.cards_after), (0, 1, 1));
        let tables =
            stage(source, &Order::of(source), &View { cards: 0..0, with_shelf: true, ..View::default() });
        assert_eq!((tables.shelf.len(), tables.shelf_more), (1, 0));
    });
}

#[test]
fn locals_stand_at_the_lines_that_bound_them() {
    at_row(16, |source, trace| {
        let text = trace.source();
        let trace_locals = code(source, &Order::of(source), text, None).locals;
        assert!(trace_locals.iter().all(|line| line.values.iter().all(|(name, _, _)| name != "main")));
    });
    at_row(6, |source, trace| {
        let locals = code(source, &Order::of(source), trace.source(), None).locals;
        assert_eq!(locals.len(), 1);
        assert_eq!(locals[0].line, 7);
        assert_eq!(locals[0].values, [("triple_task".to_owned(), "<Task-2>".to_owned(), false)]);
    });
}

#[test]
fn thousands_are_set_apart() {
    for (number, text) in [(7, "7"), (999, "999"), (1_000, "1,000"), (1_000_543, "1,000,543")] {
        assert_eq!(grouped(number), text);
    }
}
