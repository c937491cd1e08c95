//! Threads run side by side on the virtual clock. No oracle can run them, so what CPython prints is kept beside each
//! program; and the trace of a thread that waits is as good as any: a moment is found by seeking as by replaying.

use loopglass_executor::{Session, Settings};
use loopglass_trace::World;

macro_rules! programs {
    ($($name:literal)*) => {
        [$((
            $name,
            include_str!(concat!("threads/", $name, ".py")),
            include_str!(concat!("threads/", $name, ".txt")),
        )),*]
    };
}

#[test]
fn threads_do_what_they_do_in_cpython() {
    let programs = programs! {
        "joined_by_a_worker" "loop_in_a_thread" "loops_in_two_threads" "side_by_side" "waits_for_the_loop" "what_threads_wait_for"
    };
    for (name, source, expected) in programs {
        let mut session = Session::new(source, Settings::default()).expect("it is Python");
        session.run();
        session.trace_mut().catch_up();
        assert_eq!(session.stderr(), "", "{name}");
        assert_eq!(session.stdout(), expected, "{name}");
        let trace = session.into_trace();
        let mut replayed = World::default();
        for index in 0..trace.len() {
            trace.step(&mut replayed);
            assert!(trace.seek(index) == replayed, "{name}: seeking to {index} differs");
        }
    }
}
