//! Moving about gives what going through the run event by event gives.

use super::{Granularity, Trace};
use crate::event::Event;
use crate::ladder::Detail;
use crate::samples::{article, simulated};
use crate::world::{Place, World};

fn seeks_as_it_replays(trace: &Trace, every: usize) {
    let mut world = World::default();
    for index in 0..trace.len() {
        trace.step(&mut world);
        if index % every == 0 || index + 1 == trace.len() {
            assert!(trace.seek(index) == world, "seek({index}) differs from the replay");
        }
    }
    assert_eq!(trace.step(&mut world), None);
}

#[test]
fn seek_equals_the_replay_at_every_index_of_the_article() {
    seeks_as_it_replays(&article(), 1);
}

#[test]
fn seek_equals_the_replay_of_random_runs() {
    for seed in 1..6 {
        seeks_as_it_replays(&simulated(seed, 7, 9_000), 61);
    }
    seeks_as_it_replays(&simulated(9, 3_000, 60_000), 8_111);
}

#[test]
fn moving_forward_and_back_ends_where_a_seek_does() {
    let trace = simulated(3, 20, 12_000);
    let mut world = World::default();
    let mut index = 1;
    for _ in 0..200 {
        index = (index * 7_919 + 13) % trace.len();
        trace.move_to(&mut world, index);
        assert_eq!(world.events as usize, index + 1);
        assert!(world == trace.seek(index));
    }
}

#[test]
fn every_list_holds_exactly_the_handles_that_say_so() {
    let trace = simulated(5, 40, 6_000);
    let mut world = World::default();
    while trace.step(&mut world).is_some() {
        let mut ready = 0;
        let mut timers = 0;
        for (id, handle) in world.handles.iter() {
            match handle.place {
                Place::Callbacks(future) => {
                    let future = world.futures.get(future).expect("a future with callbacks exists");
                    assert!(future.callbacks.contains(&id));
                }
                Place::Ready(_) => ready += 1,
                Place::Timers(_) => timers += 1,
                Place::Running => assert_eq!(world.running, Some(id)),
                Place::Nowhere => {}
            }
        }
        assert_eq!((ready, timers), (world.ready().len(), world.timers().len()));
        assert!(world.timers().iter().is_sorted());
    }
}

#[test]
fn finished_frames_are_forgotten() {
    let trace = simulated(2, 50, 100_000);
    let world = trace.seek(usize::MAX);
    assert!(world.frames.iter().all(|(id, _)| {
        id.0 == 0 || world.futures.iter().any(|(task, _)| world.await_chain(task).contains(&id))
    }));
}

#[test]
fn stops_are_the_events_of_their_kind() {
    let trace = simulated(4, 10, 5_000);
    let expected: Vec<_> = (0..trace.len())
        .filter(|index| matches!(trace.event(*index), Some(Event::IterationBegan { .. })))
        .collect();
    let mut forward = Vec::new();
    let mut at = 0;
    while let Some(next) = trace.next_stop(at, Granularity::Iteration, Detail::Essentials) {
        forward.push(next);
        at = next;
    }
    assert_eq!(forward.pop(), Some(trace.len() - 1));
    assert_eq!(forward, expected);
    let mut back = Vec::new();
    while let Some(previous) = trace.previous_stop(at, Granularity::Iteration, Detail::Essentials) {
        back.push(previous);
        at = previous;
    }
    assert_eq!(back.pop(), Some(0));
    back.reverse();
    assert_eq!(back, expected);
}

#[test]
fn handoffs_walk_the_rows_of_the_ladder() {
    let trace = article();
    let mut at = 0;
    let mut rows = vec![0];
    while let Some(next) = trace.next_stop(at, Granularity::Handoff, Detail::Essentials) {
        rows.push(next);
        at = next;
    }
    let ladder = trace.ladder(Detail::Essentials);
    let expected: Vec<_> = ladder.rows().map(|row| row.first_event as usize).collect();
    assert_eq!(rows.pop(), Some(trace.len() - 1));
    assert_eq!(rows, expected);
}

#[test]
fn lines_task_steps_and_breakpoints_are_found_both_ways() {
    let trace = article();
    let line = |index: Option<usize>| match index.and_then(|index| trace.event(index)) {
        Some(Event::Line { line }) => line,
        other => panic!("{other:?} is not a line"),
    };
    let first = trace.next_stop(0, Granularity::Line, Detail::Essentials);
    assert_eq!(line(first), 1);
    let at_8 = trace.next_breakpoint(0, &[4, 8]);
    assert_eq!(line(at_8), 8);
    let at_4 = trace.next_breakpoint(at_8.unwrap_or(0), &[4, 8]);
    assert_eq!(line(at_4), 4);
    assert_eq!(trace.previous_breakpoint(at_4.unwrap_or(0), &[4, 8]), at_8);
    assert_eq!(trace.next_breakpoint(at_4.unwrap_or(0), &[4, 8]), None);
    // Stepping over the await on line 8 goes to line 9 of the same frame, past the step of the other task.
    assert_eq!(line(trace.step_over(at_8.unwrap_or(0))), 9);
    let second_task = trace.next_task_change(at_8.unwrap_or(0), Detail::Essentials);
    assert!(
        matches!(second_task.and_then(|index| trace.event(index)), Some(Event::HandleBegan { handle }) if handle.0 == 1)
    );
}

#[test]
fn each_line_is_known_by_its_frame_and_its_number() {
    for trace in [article(), simulated(4, 9, 5_000)] {
        let mut world = World::default();
        let mut lines = 0;
        while let Some(event) = trace.step(&mut world) {
            let Event::Line { line } = event else { continue };
            let index = world.events as usize - 1;
            assert_eq!(trace.lined().frame(lines), world.top_frame(), "at {index}");
            let before = index.checked_sub(1).and_then(|before| trace.next_breakpoint(before, &[line]));
            assert!(before.is_none_or(|found| found == index), "{before:?} is not {index}");
            lines += 1;
        }
        assert_eq!((trace.lined().frame(lines), lines > 0), (None, true));
    }
}

#[test]
fn lanes_tell_each_tasks_states() {
    use crate::ids::FutureId;
    use crate::world::FutureState::{Created, Done, Ready, Running, Waiting};
    let trace = article();
    let states: Vec<Vec<_>> = trace
        .lanes()
        .iter()
        .map(|lane| lane.segments.iter().map(|segment| segment.state).collect())
        .collect();
    let main = vec![Created, Ready, Running, Waiting(FutureId(1)), Ready, Running, Done];
    assert_eq!(states, [main, vec![Created, Ready, Running, Done]]);
    assert_eq!(trace.marks().len(), 2);
}
