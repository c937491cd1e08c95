//! One event of every kind, in a world where it makes sense and in one where nothing is known: each has its
//! sentences. What is seldom seen in the article's program is compared with checked-in text here.

use loopglass_narration::explain;
use loopglass_trace::{
    Callee, ClockReason, CodeInfo, End, Event, FrameId, FrameKind, FutureId, FutureKind, HandleId, Limit,
    LoopId, Origin, Outcome, Picture, PrimitiveId, PrimitiveKind, Settings, Stream, Trace, World,
};

const LOOP: LoopId = LoopId(0);
const TASK: FutureId = FutureId(0);
const FUTURE: FutureId = FutureId(1);
const WORKER: FrameId = FrameId(1);
const OTHER: HandleId = HandleId(9);

/// A trace that stands inside the first step of the task `worker`, with another handle ready.
fn scene() -> Trace {
    let mut trace = Trace::new("", "scene.py", Settings::default());
    let name = trace.text("work");
    let code = trace.code(CodeInfo {
        name,
        qualname: name,
        first_line: 1,
        kind: FrameKind::Coroutine,
        hidden: false,
    });
    let worker = trace.text("worker");
    let task_name = trace.text("Task-1");
    let tick = trace.text("tick");
    for event in [
        Event::RunStarted,
        Event::FrameCreated { frame: FrameId(0), code, kind: FrameKind::Module },
        Event::FrameEntered { frame: FrameId(0), resumed: false },
        Event::LoopCreated { event_loop: LOOP },
        Event::FrameCreated { frame: WORKER, code, kind: FrameKind::Coroutine },
        Event::FutureCreated { future: TASK, kind: FutureKind::Task, event_loop: LOOP },
        Event::TaskCreated { task: TASK, coroutine: WORKER, name: task_name },
        Event::HandleCreated { handle: HandleId(0), callee: Callee::Step(TASK), event_loop: LoopId(0) },
        Event::HandleReady { handle: HandleId(0), origin: Origin::Soon },
        Event::LocalBound { frame: FrameId(0), name: worker, value: Picture::Future(TASK) },
        Event::HandleCreated { handle: OTHER, callee: Callee::Script(tick), event_loop: LoopId(0) },
        Event::HandleReady { handle: OTHER, origin: Origin::Soon },
        Event::LoopEntered { event_loop: LOOP },
        Event::IterationBegan { iteration: 1 },
        Event::HandleBegan { handle: HandleId(0) },
        Event::FrameEntered { frame: WORKER, resumed: false },
        Event::FutureCreated { future: FUTURE, kind: FutureKind::Future, event_loop: LOOP },
        Event::Line { line: 3 },
    ] {
        trace.push(event);
    }
    trace
}

/// Says an event as if it came next.
fn said(trace: &Trace, world: &mut World, event: Event) -> String {
    let before = world.clone();
    world.apply(&event, trace.tables());
    explain(&event, &before, world, trace.tables()).to_plain()
}

#[track_caller]
fn check(events: &[Event], expected: &[&str]) {
    let mut trace = scene();
    let jobs = trace.text("jobs");
    let mut world = trace.seek(trace.len());
    let mut actual = Vec::new();
    for event in events {
        actual.push(said(&trace, &mut world, *event));
        if let Event::PrimitiveCreated { primitive, .. } = *event {
            let bound = Event::LocalBound { frame: WORKER, name: jobs, value: Picture::Primitive(primitive) };
            said(&trace, &mut world, bound);
        }
    }
    for (actual, expected) in actual.iter().zip(expected) {
        assert_eq!(actual, expected);
    }
    assert_eq!(actual.len(), expected.len());
}

const JOBS: PrimitiveId = PrimitiveId(0);

#[test]
fn a_lock() {
    check(
        &[
            Event::PrimitiveCreated { primitive: JOBS, kind: PrimitiveKind::Lock, value: 0 },
            Event::PrimitiveChanged { primitive: JOBS, value: 1 },
            Event::WaiterAdded { primitive: JOBS, future: FUTURE },
            Event::PrimitiveChanged { primitive: JOBS, value: 0 },
            Event::WaiterRemoved { primitive: JOBS, future: FUTURE },
        ],
        &[
            "A lock is created, free. One task at a time can hold it. acquire waits while another one does.",
            "work() takes jobs. Whoever calls acquire from here on has to wait until it is free.",
            "worker joins those who wait for jobs, with future-1. A wait is a future of its own, which jobs will \
             mark as done. It is first in line.",
            "work() frees jobs. Whoever has waited longest for it is woken, by way of the ready queue.",
            "future-1 leaves the waiters of jobs. Its wait is over; still in line: 0.",
        ],
    );
}

#[test]
fn a_queue_and_a_semaphore() {
    check(
        &[
            Event::PrimitiveCreated { primitive: JOBS, kind: PrimitiveKind::Queue, value: 2 },
            Event::PrimitiveChanged { primitive: JOBS, value: 1 },
            Event::PrimitiveChanged { primitive: JOBS, value: 0 },
            Event::ItemPut { primitive: JOBS, item: Picture::Int(7.into()) },
            Event::ItemTaken { primitive: JOBS, place: 0 },
            Event::ItemTaken { primitive: JOBS, place: 0 },
        ],
        &[
            "A queue is created, bounded at 2. get waits while it is empty, and put while it is full. It is the \
             program's own, and has nothing to do with the ready queue.",
            "work() puts an item into jobs, which holds 1 now. If someone waits in get, the first of them is \
             woken, by way of the ready queue.",
            "work() takes an item out of jobs, which holds 0 now. If someone waits in put, the first of them is \
             woken, by way of the ready queue.",
            "work() puts 7 into jobs, which holds 1 now. If someone waits in get, the first of them is woken, by \
             way of the ready queue.",
            "work() takes 7 out of jobs, which holds 0 now. If someone waits in put, the first of them is woken, \
             by way of the ready queue.",
            "work() takes an item out of jobs, which holds 0 now. If someone waits in put, the first of them is \
             woken, by way of the ready queue.",
        ],
    );
    check(
        &[
            Event::PrimitiveCreated { primitive: JOBS, kind: PrimitiveKind::Semaphore, value: 1 },
            Event::PrimitiveChanged { primitive: JOBS, value: 0 },
            Event::PrimitiveChanged { primitive: JOBS, value: 1 },
        ],
        &[
            "A semaphore is created, with room for 1. So many tasks can be inside at a time. acquire waits when \
             no permit is left.",
            "work() takes a permit of jobs, which leaves 0. The next one who calls acquire has to wait.",
            "work() gives a permit back to jobs, which makes 1 free. If someone waits, the first of them is \
             woken, by way of the ready queue.",
        ],
    );
}

#[test]
fn what_blocks_the_loop() {
    check(
        &[
            Event::HandleCreated { handle: HandleId(1), callee: Callee::Wakeup(TASK), event_loop: LoopId(0) },
            Event::TimerScheduled { handle: HandleId(1), due_ns: 1_500_000_000 },
            Event::ClockAdvanced { by_ns: 500_000_000, reason: ClockReason::Sleep },
            Event::ClockAdvanced { by_ns: 2_000_000_000, reason: ClockReason::Sleep },
        ],
        &[
            "A handle is made for worker.wakeup. A handle is one call that is to come. This one resumes worker \
             when what it waits for is done.",
            "worker.wakeup is scheduled for 1.500 s, 1.5 s from now. It waits among the timers. It will not run \
             before then, and may run later: the event loop must come round to it first.",
            "time.sleep blocks everything for 500 ms. The clock moves and nothing else does: work() keeps control \
             of the only thread. Meanwhile one handle could have run from the ready queue; await asyncio.sleep \
             would have allowed it.",
            "time.sleep blocks everything for 2 s. The clock moves and nothing else does: work() keeps control of \
             the only thread. worker.wakeup came due meanwhile and has to wait, which makes it late.",
        ],
    );
}

#[test]
fn a_turn_that_was_too_long() {
    let timer = HandleId(2);
    let second = 1_000_000_000;
    check(
        &[
            Event::HandleCreated { handle: timer, callee: Callee::Wakeup(TASK), event_loop: LOOP },
            Event::TimerScheduled { handle: timer, due_ns: second },
            Event::ClockAdvanced { by_ns: 2_000_000_000, reason: ClockReason::Sleep },
            Event::HandleEnded { handle: HandleId(0) },
            Event::IterationBegan { iteration: 2 },
            Event::HandleReady { handle: timer, origin: Origin::Timers },
            Event::HandleBegan { handle: OTHER },
            Event::HandleEnded { handle: OTHER },
            Event::HandleBegan { handle: timer },
        ],
        &[
            "A handle is made for worker.wakeup. A handle is one call that is to come. This one resumes worker when \
             what it waits for is done.",
            "worker.wakeup is scheduled for 1.000 s, 1 s from now. It waits among the timers. It will not run before \
             then, and may run later: the event loop must come round to it first.",
            "time.sleep blocks everything for 2 s. The clock moves and nothing else does: work() keeps control of \
             the only thread. worker.wakeup came due meanwhile and has to wait, which makes it late.",
            "worker.step has run: control is back in the event loop. It had control for 2 s and never gave it away: \
             tick() stood in the ready queue all that time. worker.wakeup came due at 1.000 s meanwhile, and is 1 s \
             late already. Next in the ready queue is tick().",
            "Iteration 2 begins, with one handle in the ready queue. A timer is due: worker.wakeup. It joins the \
             ready queue before anything runs.",
            "worker.wakeup is due: it moves from the timers to the ready queue. It was due at 1.000 s, 1 s ago. \
             worker had control from 0.000 s to 2.000 s, and the event loop looks at its timers only between \
             iterations. That is why call_later and asyncio.sleep promise only \"not before\".",
            "The event loop pops tick() off the left end of the ready queue and runs it. It is a plain function, \
             which cannot give way: worker.wakeup, behind it in the ready queue, waits until it returns.",
            "tick() has run: control is back in the event loop. Next in the ready queue is worker.wakeup.",
            "The event loop pops worker.wakeup off the left end of the ready queue and runs it. What worker waited \
             for is done. worker.wakeup runs another step, which resumes work() with send. It was due at 1.000 s, \
             and runs at 2.000 s: 1 s late.",
        ],
    );
}

#[test]
fn cancelling_oneself() {
    check(
        &[
            Event::CancelRequested { task: TASK, requests: 1 },
            Event::CancelRequested { task: TASK, requests: 2 },
            Event::CancelTakenBack { task: TASK, requests: 1 },
        ],
        &[
            "work() requests the cancellation of worker. worker has control itself and goes on. CancelledError is \
             raised when it next waits for something.",
            "work() requests the cancellation of worker once more, for 2 requests in all. worker has control itself \
             and goes on. CancelledError is raised when it next waits for something.",
            "work() takes back a cancellation request of worker. uncancel says that the request was dealt with; \
             requests left: 1. timeout and TaskGroup do so for the requests that they made themselves.",
        ],
    );
}

#[test]
fn every_kind_is_explained_wherever_it_comes() {
    let mut trace = scene();
    let text = trace.text("ValueError: no");
    let mut events = vec![
        Event::RunStarted,
        Event::FutureAwaitCreated { frame: FrameId(5), future: FUTURE },
        Event::FrameSuspended { frame: WORKER, value: Picture::None },
        Event::FrameReturned { frame: WORKER, value: Picture::Int(1.into()) },
        Event::FrameRaised { frame: WORKER, exception: text },
        Event::FrameDropped { frame: WORKER },
        Event::Line { line: 1 },
        Event::LocalBound { frame: WORKER, name: text, value: Picture::Float(0.5.into()) },
        Event::LocalUnbound { frame: WORKER, name: text },
        Event::ExceptionRaised { exception: text },
        Event::LoopCreated { event_loop: LOOP },
        Event::LoopEntered { event_loop: LOOP },
        Event::LoopLeft { event_loop: LOOP },
        Event::LoopClosed { event_loop: LOOP },
        Event::WatchBegan {
            handle: OTHER,
            event_loop: LOOP,
            fd: 6,
            socket: text,
            callback: text,
            writes: false,
        },
        Event::WatchEnded { handle: OTHER },
        Event::IterationBegan { iteration: 2 },
        Event::HandleCancelled { handle: OTHER },
        Event::HandleDropped { handle: OTHER },
        Event::HandleBegan { handle: OTHER },
        Event::HandleEnded { handle: HandleId(0) },
        Event::TaskCreated { task: TASK, coroutine: WORKER, name: text },
        Event::TaskRenamed { task: TASK, name: text },
        Event::CallbackAdded { future: FUTURE, handle: OTHER },
        Event::CallbackRemoved { future: FUTURE, handle: OTHER },
        Event::TaskWaits { task: TASK, on: FUTURE },
        Event::CancelRequested { task: TASK, requests: 1 },
        Event::CancelTakenBack { task: TASK, requests: 0 },
        Event::FutureDropped { future: TASK },
        Event::FutureDropped { future: FUTURE },
        Event::PrimitiveChanged { primitive: JOBS, value: 1 },
        Event::ItemPut { primitive: JOBS, item: Picture::None },
        Event::ItemTaken { primitive: JOBS, place: 0 },
        Event::WaiterAdded { primitive: JOBS, future: FUTURE },
        Event::WaiterRemoved { primitive: JOBS, future: FUTURE },
        Event::Printed { stream: Stream::Out, text },
        Event::Printed { stream: Stream::Err, text },
        Event::Breakpoint,
    ];
    for end in [End::Finished, End::Raised, End::WaitsForever, End::Stopped] {
        events.push(Event::RunEnded { end, status: 0 });
    }
    for limit in [Limit::Steps, Limit::Events, Limit::Memory, Limit::Output, Limit::Time] {
        events.push(Event::RunEnded { end: End::Limit(limit), status: 1 });
    }
    for kind in [
        FrameKind::Module,
        FrameKind::Function,
        FrameKind::Class,
        FrameKind::Coroutine,
        FrameKind::Generator,
        FrameKind::AsyncGenerator,
    ] {
        events.push(Event::FrameCreated { frame: FrameId(7), code: loopglass_trace::CodeId(0), kind });
    }
    for resumed in [false, true] {
        events.push(Event::FrameEntered { frame: WORKER, resumed });
    }
    for reason in [ClockReason::Select, ClockReason::Sleep] {
        events.push(Event::ClockAdvanced { by_ns: 1, reason });
    }
    for callee in [Callee::Step(TASK), Callee::Wakeup(TASK), Callee::Script(text), Callee::Internal(text)] {
        events.push(Event::HandleCreated { handle: HandleId(8), callee, event_loop: LoopId(0) });
    }
    for origin in [Origin::Soon, Origin::Callbacks(FUTURE), Origin::Timers, Origin::Thread, Origin::Selector]
    {
        events.push(Event::HandleReady { handle: OTHER, origin });
    }
    events.push(Event::TimerScheduled { handle: OTHER, due_ns: 0 });
    for kind in [FutureKind::Future, FutureKind::Task, FutureKind::Gather] {
        events.push(Event::FutureCreated { future: FutureId(4), kind, event_loop: LOOP });
    }
    for outcome in [Outcome::Result, Outcome::Exception, Outcome::Cancelled] {
        for future in [TASK, FUTURE] {
            events.push(Event::FutureSettled { future, outcome, value: Picture::None });
        }
    }
    for kind in [
        PrimitiveKind::Lock,
        PrimitiveKind::Event,
        PrimitiveKind::Condition,
        PrimitiveKind::Semaphore,
        PrimitiveKind::Queue,
        PrimitiveKind::Barrier,
    ] {
        events.push(Event::PrimitiveCreated { primitive: JOBS, kind, value: 0 });
    }
    for start in [trace.seek(trace.len()), World::default()] {
        for event in &events {
            let text = said(&trace, &mut start.clone(), *event);
            assert!(text.matches(". ").count() >= 1 && text.ends_with('.'), "{event:?}: {text}");
            assert!(!text.contains("  "), "{event:?}: {text}");
        }
    }
}
