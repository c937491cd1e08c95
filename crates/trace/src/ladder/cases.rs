//! Cases beyond the article: what else may hold control, and what Essentials leaves out.

use super::Detail;
use super::tests::rendered;
use crate::event::{Callee, End, Event, FrameKind, FutureKind, Origin, Picture};
use crate::ids::{FrameId, FutureId, HandleId, LoopId};
use crate::tables::{CodeInfo, Settings};
use crate::trace::Trace;

const LOOP: LoopId = LoopId(0);

/// Writes traces in the words of the ladder: frames by their function's name, one frame a name.
struct Play {
    trace: Trace,
    frames: Vec<String>,
    futures: u32,
    handles: u32,
}

impl Play {
    fn new() -> Play {
        let trace = Trace::new("", "play.py", Settings::default());
        let mut play = Play { trace, frames: Vec::new(), futures: 0, handles: 0 };
        play.push(Event::RunStarted);
        play.call("<module>", FrameKind::Module);
        play
    }

    fn push(&mut self, event: Event) -> &mut Self {
        self.trace.push(event);
        self
    }

    fn create(&mut self, name: &str, kind: FrameKind) -> FrameId {
        let hidden = matches!(name, "sleep" | "__sleep0" | "run" | "shutdown_asyncgens" | "__aenter__");
        let qualname = self.trace.text(name);
        let name_only = self.trace.text(name.rsplit('.').next().unwrap_or(name));
        let code = self.trace.code(CodeInfo { name: name_only, qualname, first_line: 1, kind, hidden });
        let frame = FrameId(self.frames.len() as u32);
        self.frames.push(name.to_owned());
        self.push(Event::FrameCreated { frame, code, kind });
        frame
    }

    fn call(&mut self, name: &str, kind: FrameKind) -> &mut Self {
        let frame = self.create(name, kind);
        self.push(Event::FrameEntered { frame, resumed: false })
    }

    fn frame(&self, name: &str) -> FrameId {
        let place = self.frames.iter().rposition(|frame| frame == name).expect("the frame was created");
        FrameId(place as u32)
    }

    /// Resumes a chain of frames, the outermost first.
    fn resume(&mut self, names: &[&str]) -> &mut Self {
        for name in names {
            let frame = self.frame(name);
            self.push(Event::FrameEntered { frame, resumed: true });
        }
        self
    }

    /// Suspends a chain of frames, the innermost first.
    fn suspend(&mut self, names: &[&str]) -> &mut Self {
        for name in names {
            let frame = self.frame(name);
            self.push(Event::FrameSuspended { frame, value: Picture::None });
        }
        self
    }

    fn returns(&mut self, name: &str) -> &mut Self {
        let frame = self.frame(name);
        self.push(Event::FrameReturned { frame, value: Picture::None })
    }

    fn line(&mut self) -> &mut Self {
        self.push(Event::Line { line: 1 })
    }

    /// Creates a task of a coroutine that was created, without its first handle.
    fn task(&mut self, coroutine: &str, name: &str) -> FutureId {
        let coroutine = self.frame(coroutine);
        let task = FutureId(self.futures);
        self.futures += 1;
        let name = self.trace.text(name);
        self.push(Event::FutureCreated { future: task, kind: FutureKind::Task, event_loop: LOOP });
        self.push(Event::TaskCreated { task, coroutine, name });
        task
    }

    /// A handle that begins to run at once.
    fn begin(&mut self, callee: Callee) -> HandleId {
        let handle = HandleId(self.handles);
        self.handles += 1;
        self.push(Event::HandleCreated { handle, callee, event_loop: LoopId(0) });
        self.push(Event::HandleReady { handle, origin: Origin::Soon });
        self.push(Event::HandleBegan { handle });
        handle
    }

    fn end(&mut self, handle: HandleId) -> &mut Self {
        self.push(Event::HandleEnded { handle })
    }

    fn enter_loop(&mut self) -> &mut Self {
        self.push(Event::LoopEntered { event_loop: LOOP })
    }

    fn leave_loop(&mut self) -> &mut Self {
        self.push(Event::LoopLeft { event_loop: LOOP })
    }

    #[track_caller]
    fn check(&mut self, detail: Detail, expected: &str) {
        self.trace.push(Event::RunEnded { end: End::Finished, status: 0 });
        self.trace.catch_up();
        assert_eq!(rendered(&self.trace, detail).trim_end(), expected.trim_start_matches('\n').trim_end());
    }
}

#[test]
fn a_coroutine_driven_by_send_without_a_loop() {
    let mut play = Play::new();
    play.call("main", FrameKind::Coroutine).line();
    play.call("Rock.__await__", FrameKind::Generator).line().suspend(&["Rock.__await__", "main"]).line();
    play.resume(&["main", "Rock.__await__"]).line().returns("Rock.__await__").line().returns("main");
    play.check(
        Detail::Essentials,
        "
program
  main()
    Rock.__await__
  main()
program
  Rock.__await__
    main()
program",
    );
}

#[test]
fn awaiting_a_coroutine_is_a_call_that_the_loop_does_not_see() {
    let mut play = Play::new();
    play.create("main", FrameKind::Coroutine);
    let task = play.task("main", "Task-1");
    play.enter_loop();
    let step = play.begin(Callee::Step(task));
    play.push(Event::FrameEntered { frame: FrameId(1), resumed: false }).line();
    play.call("coro_a", FrameKind::Coroutine).line().returns("coro_a").line();
    play.call("helper", FrameKind::Function).line().returns("helper").line();
    play.returns("main").end(step).leave_loop();
    play.check(
        Detail::Essentials,
        "
program
  event-loop
    Task-1.step
      main()
        coro_a()
      main()
    Task-1.step
  event-loop
program",
    );
}

#[test]
fn frames_that_are_only_passed_through_have_no_row() {
    let mut play = Play::new();
    play.create("main", FrameKind::Coroutine);
    let task = play.task("main", "Task-1");
    play.enter_loop();
    let step = play.begin(Callee::Step(task));
    play.push(Event::FrameEntered { frame: FrameId(1), resumed: false }).line();
    play.call("watch", FrameKind::Coroutine).line();
    play.call("Y.__await__", FrameKind::Generator)
        .line()
        .suspend(&["Y.__await__", "watch", "main"])
        .end(step);
    // The generator yields again: neither coroutine has control in between.
    let step = play.begin(Callee::Step(task));
    play.resume(&["main", "watch", "Y.__await__"]).line();
    play.suspend(&["Y.__await__", "watch", "main"]).end(step);
    // It returns: `watch` goes on and awaits another one; `main` still has nothing to do.
    let step = play.begin(Callee::Step(task));
    play.resume(&["main", "watch", "Y.__await__"]).line().returns("Y.__await__").line();
    play.call("Y.__await__", FrameKind::Generator)
        .line()
        .suspend(&["Y.__await__", "watch", "main"])
        .end(step);
    play.check(
        Detail::Essentials,
        "
program
  event-loop
    Task-1.step
      main()
        watch()
          Y.__await__
        watch()
      main()
    Task-1.step
  event-loop
    Task-1.step
      Y.__await__
    Task-1.step
  event-loop
    Task-1.step
      Y.__await__
        watch()
          Y.__await__
        watch()
    Task-1.step
  event-loop",
    );
}

#[test]
fn a_coroutine_that_iterates_a_generator_keeps_control() {
    let mut play = Play::new();
    play.call("main", FrameKind::Coroutine).line();
    play.call("numbers", FrameKind::Generator).line().suspend(&["numbers"]).line();
    play.call("values", FrameKind::AsyncGenerator).line().suspend(&["values"]).line();
    play.returns("main");
    play.check(Detail::Essentials, "program\n  main()\n    values()\n  main()\nprogram");
}

/// `asyncio.run(main())`, down to its second run of the loop for shutting down.
fn asyncio_run() -> Play {
    let mut play = Play::new();
    play.create("main", FrameKind::Coroutine);
    play.call("run", FrameKind::Function);
    let main = play.task("main", "Task-1");
    play.enter_loop();
    let step = play.begin(Callee::Step(main));
    play.push(Event::FrameEntered { frame: FrameId(1), resumed: false }).line().returns("main").end(step);
    let name = play.trace.text("_run_until_complete_cb");
    let callback = play.begin(Callee::Internal(name));
    play.end(callback).leave_loop();
    play.create("shutdown_asyncgens", FrameKind::Coroutine);
    let shutdown = play.task("shutdown_asyncgens", "Task-2");
    play.enter_loop();
    let step = play.begin(Callee::Step(shutdown));
    play.push(Event::FrameEntered { frame: FrameId(3), resumed: false });
    play.call("__aenter__", FrameKind::Coroutine).returns("__aenter__");
    play.returns("shutdown_asyncgens").end(step).leave_loop().returns("run").line();
    play
}

#[test]
fn essentials_leaves_out_what_asyncio_run_does_to_shut_down() {
    asyncio_run().check(
        Detail::Essentials,
        "
program
  event-loop
    Task-1.step
      main()
    Task-1.step
  event-loop
program",
    );
}

#[test]
fn exact_shows_it() {
    asyncio_run().check(
        Detail::Exact,
        "
program
  event-loop
    Task-1.step
      main()
    Task-1.step
  event-loop
    _run_until_complete_cb()
  event-loop
program
  event-loop
    Task-2.step
      shutdown_asyncgens()
        __aenter__
      shutdown_asyncgens()
    Task-2.step
  event-loop
program",
    );
}

#[test]
fn what_the_script_does_during_the_shutdown_is_shown_with_its_loop() {
    let mut play = Play::new();
    play.create("shutdown_asyncgens", FrameKind::Coroutine);
    let shutdown = play.task("shutdown_asyncgens", "Task-2");
    play.enter_loop();
    let step = play.begin(Callee::Step(shutdown));
    play.push(Event::FrameEntered { frame: FrameId(1), resumed: false });
    play.returns("shutdown_asyncgens").end(step);
    let name = play.trace.text("late");
    let callback = play.begin(Callee::Script(name));
    play.call("late", FrameKind::Function).line().returns("late").end(callback).leave_loop();
    play.check(Detail::Essentials, "program\n  event-loop\n    late()\n  event-loop\nprogram");
    let ladder = play.trace.ladder(Detail::Essentials);
    let rows = ladder.rows();
    assert!(rows.is_sorted_by_key(|row| row.first_event));
}
