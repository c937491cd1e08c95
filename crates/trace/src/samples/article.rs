//! The program of the article's control-flow analysis: `main` makes a task of `triple` and awaits it.

use crate::event::{Callee, End, Event, FrameKind, FutureKind, Origin, Outcome, Picture};
use crate::ids::{CodeId, FrameId, FutureId, HandleId, LoopId, TextId};
use crate::tables::{CodeInfo, Settings};
use crate::trace::Trace;

const SOURCE: &str = "\
import asyncio

async def triple(val: int):
    return val * 3

async def main():
    triple_task = asyncio.Task(coro=triple(val=5))
    tripled_val = await triple_task
    return tripled_val + 2

loop = asyncio.new_event_loop()
main_task = asyncio.Task(main(), loop=loop)
loop.run_forever()
";

const MODULE: FrameId = FrameId(0);
const MAIN: FrameId = FrameId(1);
const TRIPLE: FrameId = FrameId(2);
const AWAIT: FrameId = FrameId(3);
const MAIN_TASK: FutureId = FutureId(0);
const TRIPLE_TASK: FutureId = FutureId(1);
const MAIN_STEP: HandleId = HandleId(0);
const TRIPLE_STEP: HandleId = HandleId(1);
const MAIN_WAKEUP: HandleId = HandleId(2);
const LOOP: LoopId = LoopId(0);

/// The trace of the article's `program.py`, from `import asyncio` to where the loop would wait for ever.
pub fn article() -> Trace {
    let mut trace = Trace::new(SOURCE, "program.py", Settings::default());
    program(&mut trace);
    first_step_of_main(&mut trace);
    step_of_triple(&mut trace);
    wakeup_of_main(&mut trace);
    trace.push(Event::IterationBegan { iteration: 4 });
    trace.push(Event::RunEnded { end: End::WaitsForever, status: 0 });
    trace.catch_up();
    trace
}

/// The module down to `run_forever`, which enters the loop with one handle ready.
fn program(trace: &mut Trace) {
    let module = code(trace, "<module>", 1, FrameKind::Module);
    let triple = code(trace, "triple", 3, FrameKind::Coroutine);
    let main = code(trace, "main", 6, FrameKind::Coroutine);
    debug_assert_eq!(triple, CodeId(1));
    trace.push(Event::RunStarted);
    trace.push(Event::FrameCreated { frame: MODULE, code: module, kind: FrameKind::Module });
    trace.push(Event::FrameEntered { frame: MODULE, resumed: false });
    for (line, name, value) in [
        (1, "asyncio", "<module 'asyncio'>"),
        (3, "triple", "<function triple>"),
        (6, "main", "<function main>"),
    ] {
        trace.push(Event::Line { line });
        let value = Picture::Text(trace.text(value));
        bind(trace, MODULE, name, value);
    }
    trace.push(Event::Line { line: 11 });
    trace.push(Event::LoopCreated { event_loop: LOOP });
    bind(trace, MODULE, "loop", Picture::Loop(LOOP));
    trace.push(Event::Line { line: 12 });
    trace.push(Event::FrameCreated { frame: MAIN, code: main, kind: FrameKind::Coroutine });
    let name = trace.text("Task-1");
    create_task(trace, MAIN_TASK, MAIN, name, MAIN_STEP);
    bind(trace, MODULE, "main_task", Picture::Future(MAIN_TASK));
    trace.push(Event::Line { line: 13 });
    trace.push(Event::LoopEntered { event_loop: LOOP });
}

/// `main` runs until it awaits `triple_task`.
fn first_step_of_main(trace: &mut Trace) {
    trace.push(Event::IterationBegan { iteration: 1 });
    trace.push(Event::HandleBegan { handle: MAIN_STEP });
    trace.push(Event::FrameEntered { frame: MAIN, resumed: false });
    trace.push(Event::Line { line: 7 });
    trace.push(Event::FrameCreated { frame: TRIPLE, code: CodeId(1), kind: FrameKind::Coroutine });
    bind(trace, TRIPLE, "val", Picture::Int(5.into()));
    let name = trace.text("Task-2");
    create_task(trace, TRIPLE_TASK, TRIPLE, name, TRIPLE_STEP);
    bind(trace, MAIN, "triple_task", Picture::Future(TRIPLE_TASK));
    trace.push(Event::Line { line: 8 });
    trace.push(Event::FutureAwaitCreated { frame: AWAIT, future: TRIPLE_TASK });
    trace.push(Event::FrameEntered { frame: AWAIT, resumed: false });
    trace.push(Event::FrameSuspended { frame: AWAIT, value: Picture::Future(TRIPLE_TASK) });
    trace.push(Event::FrameSuspended { frame: MAIN, value: Picture::Future(TRIPLE_TASK) });
    trace.push(Event::HandleCreated {
        handle: MAIN_WAKEUP,
        callee: Callee::Wakeup(MAIN_TASK),
        event_loop: LoopId(0),
    });
    trace.push(Event::CallbackAdded { future: TRIPLE_TASK, handle: MAIN_WAKEUP });
    trace.push(Event::TaskWaits { task: MAIN_TASK, on: TRIPLE_TASK });
    trace.push(Event::HandleEnded { handle: MAIN_STEP });
}

/// `triple` runs to its end; that makes `main_task` ready again.
fn step_of_triple(trace: &mut Trace) {
    trace.push(Event::IterationBegan { iteration: 2 });
    trace.push(Event::HandleBegan { handle: TRIPLE_STEP });
    trace.push(Event::FrameEntered { frame: TRIPLE, resumed: false });
    trace.push(Event::Line { line: 4 });
    trace.push(Event::FrameReturned { frame: TRIPLE, value: Picture::Int(15.into()) });
    settle(trace, TRIPLE_TASK, 15);
    trace.push(Event::HandleReady { handle: MAIN_WAKEUP, origin: Origin::Callbacks(TRIPLE_TASK) });
    trace.push(Event::HandleEnded { handle: TRIPLE_STEP });
}

/// `main` is resumed with the result, and returns.
fn wakeup_of_main(trace: &mut Trace) {
    trace.push(Event::IterationBegan { iteration: 3 });
    trace.push(Event::HandleBegan { handle: MAIN_WAKEUP });
    trace.push(Event::FrameEntered { frame: MAIN, resumed: true });
    trace.push(Event::FrameEntered { frame: AWAIT, resumed: true });
    trace.push(Event::FrameReturned { frame: AWAIT, value: Picture::Int(15.into()) });
    bind(trace, MAIN, "tripled_val", Picture::Int(15.into()));
    trace.push(Event::Line { line: 9 });
    trace.push(Event::FrameReturned { frame: MAIN, value: Picture::Int(17.into()) });
    trace.push(Event::FutureDropped { future: TRIPLE_TASK });
    settle(trace, MAIN_TASK, 17);
    trace.push(Event::HandleEnded { handle: MAIN_WAKEUP });
}

fn code(trace: &mut Trace, name: &str, first_line: u32, kind: FrameKind) -> CodeId {
    let name = trace.text(name);
    trace.code(CodeInfo { name, qualname: name, first_line, kind, hidden: false })
}

fn bind(trace: &mut Trace, frame: FrameId, name: &str, value: Picture) {
    let name = trace.text(name);
    trace.push(Event::LocalBound { frame, name, value });
}

fn create_task(trace: &mut Trace, task: FutureId, coroutine: FrameId, name: TextId, handle: HandleId) {
    trace.push(Event::FutureCreated { future: task, kind: FutureKind::Task, event_loop: LOOP });
    trace.push(Event::TaskCreated { task, coroutine, name });
    trace.push(Event::HandleCreated { handle, callee: Callee::Step(task), event_loop: LoopId(0) });
    trace.push(Event::HandleReady { handle, origin: Origin::Soon });
}

fn settle(trace: &mut Trace, future: FutureId, result: i64) {
    trace.push(Event::FutureSettled { future, outcome: Outcome::Result, value: Picture::Int(result.into()) });
}
