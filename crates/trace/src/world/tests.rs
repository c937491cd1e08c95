//! The fold over the article's program, at the moments that the article speaks of.

use super::{FrameState, FutureState, Place, World};
use crate::event::Event;
use crate::ids::{FrameId, FutureId, HandleId};
use crate::samples::article;
use crate::trace::Trace;

const MAIN: FutureId = FutureId(0);
const TRIPLE: FutureId = FutureId(1);

/// The world after the first event that `matches`.
fn after(trace: &Trace, matches: impl Fn(&Event) -> bool) -> World {
    let index = trace.events(0).position(|event| matches(&event)).expect("the sample has such an event");
    trace.seek(index)
}

#[test]
fn a_task_waits_with_its_wakeup_in_the_others_callback_list() {
    let trace = article();
    let world = after(&trace, |event| matches!(event, Event::TaskWaits { .. }));
    let main = world.futures.get(MAIN).expect("main_task exists");
    let triple = world.futures.get(TRIPLE).expect("triple_task exists");
    assert_eq!(main.state, FutureState::Waiting(TRIPLE));
    assert_eq!(triple.state, FutureState::Ready);
    assert_eq!(*triple.callbacks, [HandleId(2)]);
    assert_eq!(world.await_chain(MAIN), [FrameId(1), FrameId(3)]);
    assert_eq!(
        world.frames.get(FrameId(1)).map(|frame| (frame.state, frame.line)),
        Some((FrameState::Suspended, 8))
    );
    assert_eq!(world.label(MAIN, trace.tables()), "main_task");
    assert_eq!(world.label(TRIPLE, trace.tables()), "triple_task");
}

#[test]
fn a_settled_future_hands_its_callback_to_the_ready_queue() {
    let trace = article();
    let settled = after(&trace, |event| matches!(event, Event::FutureSettled { .. }));
    let place = |world: &World| world.handles.get(HandleId(2)).map(|handle| handle.place);
    assert_eq!(place(&settled), Some(Place::Callbacks(TRIPLE)));
    let ready = trace.seek(settled.events as usize);
    assert_eq!(ready.ready().iter().collect::<Vec<_>>(), [&HandleId(2)]);
    assert!(ready.futures.get(TRIPLE).expect("triple_task exists").callbacks.is_empty());
    let began = trace.seek(settled.events as usize + 3);
    assert_eq!(began.running, Some(HandleId(2)));
    assert_eq!(began.current_task(), Some(MAIN));
}

#[test]
fn at_the_end_all_is_done_and_only_the_module_is_left() {
    let trace = article();
    let world = trace.seek(usize::MAX);
    assert_eq!(world.events as usize, trace.len());
    assert!(world.end.is_some() && world.ready().is_empty() && world.handles.is_empty());
    assert_eq!(world.frames.len(), 1);
    assert_eq!(world.clock_ns, 4 * 10_000 + 10 * 20);
    assert_eq!(world.futures.get(MAIN).map(|main| main.state), Some(FutureState::Done));
}

#[test]
fn the_longest_turn_of_an_iteration_is_known_until_another_has_had_one() {
    let trace = article();
    let world = after(&trace, |event| matches!(event, Event::HandleBegan { .. }));
    let turn = world.turn.expect("a handle has its turn");
    assert_eq!((turn.handle, turn.iteration, turn.took_ns()), (HandleId(0), 1, 0));
    let world = after(&trace, |event| matches!(event, Event::HandleEnded { .. }));
    let longest = world.longest_turn.expect("its turn is over");
    assert_eq!((world.turn, longest.handle, longest.until_ns), (None, HandleId(0), world.clock_ns));
    // It ran two lines, and what it left in the queue came into it meanwhile.
    assert_eq!((longest.took_ns(), longest.waiting), (2 * 20, 0));
    let end = trace.seek(usize::MAX);
    assert!(end.longest_turn.is_some_and(|turn| turn.iteration > 1));
}
