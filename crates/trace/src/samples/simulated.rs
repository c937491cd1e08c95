//! Runs that never were: a toy event loop whose tasks do random things, for tests and measurements that need
//! many events. Equal arguments give equal traces.

use crate::event::{
    Callee, ClockReason, End, Event, FrameKind, FutureKind, Origin, Outcome, Picture, Stream,
};
use crate::ids::{CodeId, FrameId, FutureId, HandleId, LoopId};
use crate::tables::{CodeInfo, Settings};
use crate::trace::Trace;
use std::collections::{BTreeMap, VecDeque};

const LOOP: LoopId = LoopId(0);
const MODULE: FrameId = FrameId(0);

/// A run of `tasks` tasks that is stopped after about `events` events, if it does not end before.
pub fn simulated(seed: u64, tasks: usize, events: usize) -> Trace {
    let mut machine = Machine::new(seed);
    machine.longest = (events / tasks.max(1) / 8) as u64 + 12;
    machine.start(tasks);
    while machine.trace.len() < events && machine.iterate() {}
    let end = if machine.ready.is_empty() { End::WaitsForever } else { End::Stopped };
    machine.push(Event::RunEnded { end, status: 0 });
    machine.trace.catch_up();
    machine.trace
}

struct Machine {
    trace: Trace,
    random: u64,
    /// The greatest number of awaits of a task.
    longest: u64,
    clock_ns: u64,
    iteration: u32,
    frames: u32,
    handles: u32,
    codes: [CodeId; 3],
    tasks: Vec<Task>,
    /// By future, the handles in its callback list with the tasks they wake; `None` once done.
    callbacks: Vec<Option<Vec<(HandleId, usize)>>>,
    ready: VecDeque<(HandleId, Work)>,
    timers: BTreeMap<(u64, HandleId), FutureId>,
}

#[derive(Clone, Copy)]
enum Work {
    Step(usize),
    Settle(FutureId),
}

struct Task {
    future: FutureId,
    coroutine: FrameId,
    /// A coroutine that it awaits.
    inner: Option<FrameId>,
    /// The iterator of the future that it awaits, and that future.
    awaiting: Option<(FrameId, FutureId)>,
    begun: bool,
    steps_left: u64,
}

impl Machine {
    fn new(seed: u64) -> Machine {
        let mut trace = Trace::new("", "simulated.py", Settings::default());
        let mut code = |name: &str, kind| {
            let name = trace.text(name);
            trace.code(CodeInfo { name, qualname: name, first_line: 1, kind, hidden: false })
        };
        let codes = [
            code("<module>", FrameKind::Module),
            code("work", FrameKind::Coroutine),
            code("helper", FrameKind::Function),
        ];
        Machine {
            trace,
            random: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            longest: 0,
            clock_ns: 0,
            iteration: 0,
            frames: 0,
            handles: 0,
            codes,
            tasks: Vec::new(),
            callbacks: Vec::new(),
            ready: VecDeque::new(),
            timers: BTreeMap::new(),
        }
    }

    fn push(&mut self, event: Event) {
        self.trace.push(event);
    }

    /// A number below `bound`.
    fn below(&mut self, bound: u64) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        self.random % bound
    }

    fn frame(&mut self, code: usize, kind: FrameKind) -> FrameId {
        let frame = FrameId(self.frames);
        self.frames += 1;
        let code = self.codes[code];
        self.push(Event::FrameCreated { frame, code, kind });
        frame
    }

    fn handle(&mut self, callee: Callee) -> HandleId {
        let handle = HandleId(self.handles);
        self.handles += 1;
        self.push(Event::HandleCreated { handle, callee, event_loop: LoopId(0) });
        handle
    }

    fn future(&mut self, kind: FutureKind) -> FutureId {
        let future = FutureId(self.callbacks.len() as u32);
        self.callbacks.push(Some(Vec::new()));
        self.push(Event::FutureCreated { future, kind, event_loop: LOOP });
        future
    }

    fn line(&mut self) {
        let line = self.below(20) as u32 + 1;
        self.clock_ns += 20;
        self.push(Event::Line { line });
    }

    fn bind(&mut self, frame: FrameId, value: Picture) {
        let name = format!("v{}", self.below(6));
        let name = self.trace.text(&name);
        self.push(Event::LocalBound { frame, name, value });
    }

    fn start(&mut self, tasks: usize) {
        self.push(Event::RunStarted);
        let module = self.frame(0, FrameKind::Module);
        self.push(Event::FrameEntered { frame: module, resumed: false });
        self.push(Event::LoopCreated { event_loop: LOOP });
        for _ in 0..tasks {
            self.line();
            self.create_task(MODULE);
        }
        self.push(Event::LoopEntered { event_loop: LOOP });
    }

    fn create_task(&mut self, creator: FrameId) {
        let coroutine = self.frame(1, FrameKind::Coroutine);
        let future = self.future(FutureKind::Task);
        let name = format!("Task-{}", self.tasks.len() + 1);
        let name = self.trace.text(&name);
        self.push(Event::TaskCreated { task: future, coroutine, name });
        let steps_left = self.below(self.longest);
        let task = Task { future, coroutine, inner: None, awaiting: None, begun: false, steps_left };
        self.tasks.push(task);
        self.schedule_step(self.tasks.len() - 1);
        self.bind(creator, Picture::Future(future));
    }

    fn schedule_step(&mut self, task: usize) {
        let handle = self.handle(Callee::Step(self.tasks[task].future));
        self.push(Event::HandleReady { handle, origin: Origin::Soon });
        self.ready.push_back((handle, Work::Step(task)));
    }

    /// One `_run_once`; false where the loop would wait for ever.
    fn iterate(&mut self) -> bool {
        self.iteration += 1;
        self.clock_ns += 10_000;
        self.push(Event::IterationBegan { iteration: self.iteration });
        let first_due = self.timers.keys().next().map(|(due_ns, _)| *due_ns);
        if self.ready.is_empty() {
            let Some(due_ns) = first_due else { return false };
            if due_ns > self.clock_ns {
                self.push(Event::ClockAdvanced {
                    by_ns: due_ns - self.clock_ns,
                    reason: ClockReason::Select,
                });
                self.clock_ns = due_ns;
            }
        }
        while let Some((&(due_ns, handle), &future)) = self.timers.first_key_value()
            && due_ns <= self.clock_ns
        {
            self.timers.remove(&(due_ns, handle));
            self.push(Event::HandleReady { handle, origin: Origin::Timers });
            self.ready.push_back((handle, Work::Settle(future)));
        }
        for _ in 0..self.ready.len() {
            let Some((handle, work)) = self.ready.pop_front() else { break };
            self.push(Event::HandleBegan { handle });
            match work {
                Work::Step(task) => self.step(task),
                Work::Settle(future) => self.settle(future, Picture::None),
            }
            self.push(Event::HandleEnded { handle });
        }
        true
    }

    fn settle(&mut self, future: FutureId, value: Picture) {
        let outcome = if self.below(10) == 0 { Outcome::Cancelled } else { Outcome::Result };
        self.push(Event::FutureSettled { future, outcome, value });
        for (handle, task) in self.callbacks[future.index()].take().unwrap_or_default() {
            self.push(Event::HandleReady { handle, origin: Origin::Callbacks(future) });
            self.ready.push_back((handle, Work::Step(task)));
        }
    }

    fn step(&mut self, task: usize) {
        let Task { coroutine, inner, awaiting, begun, .. } = self.tasks[task];
        self.tasks[task].begun = true;
        self.push(Event::FrameEntered { frame: coroutine, resumed: begun });
        if let Some(frame) = inner {
            self.push(Event::FrameEntered { frame, resumed: true });
        }
        if let Some((frame, future)) = awaiting {
            self.tasks[task].awaiting = None;
            self.push(Event::FrameEntered { frame, resumed: true });
            self.push(Event::FrameReturned { frame, value: Picture::None });
            if self.below(2) == 0 {
                self.push(Event::FutureDropped { future });
            }
        }
        self.act(inner.unwrap_or(coroutine));
        if let Some(frame) = inner
            && self.below(2) == 0
        {
            self.push(Event::FrameReturned { frame, value: Picture::Int(1.into()) });
            self.tasks[task].inner = None;
            self.act(coroutine);
        }
        self.finish_step(task);
    }

    /// A few things that a coroutine may do between two awaits.
    fn act(&mut self, frame: FrameId) {
        for _ in 0..=self.below(3) {
            self.line();
            match self.below(5) {
                0 => {
                    let helper = self.frame(2, FrameKind::Function);
                    self.push(Event::FrameEntered { frame: helper, resumed: false });
                    self.bind(helper, Picture::Int(3.into()));
                    self.line();
                    self.push(Event::FrameReturned { frame: helper, value: Picture::Float(0.5.into()) });
                }
                1 => {
                    let text = self.trace.text("working\n");
                    self.push(Event::Printed { stream: Stream::Out, text });
                }
                2 if self.below(10) == 0 => self.create_task(frame),
                _ => {
                    let value = Picture::Int((self.below(100) as i64).into());
                    self.bind(frame, value);
                }
            }
        }
    }

    /// Awaits something, yields bare, or returns.
    fn finish_step(&mut self, task: usize) {
        let Task { future, coroutine, inner, steps_left, .. } = self.tasks[task];
        let Some(left) = steps_left.checked_sub(1) else {
            if let Some(frame) = inner {
                self.push(Event::FrameReturned { frame, value: Picture::None });
            }
            self.push(Event::FrameReturned { frame: coroutine, value: Picture::Int(7.into()) });
            self.settle(future, Picture::Int(7.into()));
            if self.below(2) == 0 {
                self.push(Event::FutureDropped { future });
            }
            return;
        };
        self.tasks[task].steps_left = left;
        let inner = match inner {
            None if self.below(3) == 0 => {
                let frame = self.frame(1, FrameKind::Coroutine);
                self.push(Event::FrameEntered { frame, resumed: false });
                self.line();
                self.tasks[task].inner = Some(frame);
                Some(frame)
            }
            inner => inner,
        };
        let other = self.below(self.callbacks.len() as u64) as usize;
        match self.below(4) {
            0 => self.yield_bare(task, inner),
            1 if other != future.index() && self.callbacks[other].is_some() => {
                self.wait(task, inner, FutureId(other as u32));
            }
            _ => {
                let sleep = self.future(FutureKind::Future);
                let handle = self.handle(Callee::Internal(crate::ids::TextId(0)));
                let due_ns = self.clock_ns + self.below(3_000_000);
                self.push(Event::TimerScheduled { handle, due_ns: due_ns.cast_signed() });
                self.timers.insert((due_ns, handle), sleep);
                self.wait(task, inner, sleep);
            }
        }
    }

    fn yield_bare(&mut self, task: usize, inner: Option<FrameId>) {
        let coroutine = self.tasks[task].coroutine;
        for frame in inner.into_iter().chain([coroutine]) {
            self.push(Event::FrameSuspended { frame, value: Picture::None });
        }
        self.schedule_step(task);
    }

    fn wait(&mut self, task: usize, inner: Option<FrameId>, on: FutureId) {
        let Task { future, coroutine, .. } = self.tasks[task];
        let iterator = FrameId(self.frames);
        self.frames += 1;
        self.push(Event::FutureAwaitCreated { frame: iterator, future: on });
        self.push(Event::FrameEntered { frame: iterator, resumed: false });
        for frame in [iterator].into_iter().chain(inner).chain([coroutine]) {
            self.push(Event::FrameSuspended { frame, value: Picture::Future(on) });
        }
        let handle = self.handle(Callee::Wakeup(future));
        self.push(Event::CallbackAdded { future: on, handle });
        self.push(Event::TaskWaits { task: future, on });
        if let Some(callbacks) = &mut self.callbacks[on.index()] {
            callbacks.push((handle, task));
        }
        self.tasks[task].awaiting = Some((iterator, on));
    }
}
