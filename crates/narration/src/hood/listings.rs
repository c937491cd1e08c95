//! The simplified asyncio itself.

use super::{Line, Listing, ListingId};

macro_rules! marks {
    ($($name:ident),* $(,)?) => {
        /// What a line does, where an event executes it.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(super) enum Mark { $($name),* }

        #[cfg(test)]
        pub(super) const MARKS: &[Mark] = &[$(Mark::$name),*];
    };
}

marks! {
    ForeverBegins, ForeverEnds, UntilCallback,
    OnceBegins, OnceSelect, OnceTimerDue, OnceRounds, OncePop, OnceSkip,
    SoonHandle, SoonAppend, LaterPush, HandleCancelled,
    InitFuture, InitCoroutine, InitSoon,
    StepSend, StepStop, StepResult, StepCancelled, StepCancel, StepError, StepException, StepYielded,
    StepAgain, StepCallback, StepWaits,
    WakeupResult, CancelCount, CancelWaiter,
    AwaitBegins, AwaitYields, AwaitResult,
    SetState, SetSchedule, AddAppend,
    SleepBegins, SleepYields, SleepFuture, SleepTimer, SleepAwaits, SleepReturns,
    GatherFuture, GatherCallback, GatherDone,
}

const fn plain(text: &'static str) -> Line {
    Line { text, mark: None }
}

const fn marked(mark: Mark, text: &'static str) -> Line {
    Line { text, mark: Some(mark) }
}

pub(super) const LISTINGS: &[Listing] = &[
    Listing {
        id: ListingId::RunForever,
        title: "loop.run_forever",
        lines: &[
            marked(Mark::ForeverBegins, "def run_forever(self):"),
            plain("    set_running_loop(self)"),
            plain("    while not self.stopping:"),
            plain("        self.run_once()"),
            plain("    self.stopping = False"),
            marked(Mark::ForeverEnds, "    set_running_loop(None)"),
        ],
    },
    Listing {
        id: ListingId::RunUntilComplete,
        title: "loop.run_until_complete",
        lines: &[
            plain("def run_until_complete(self, awaitable):"),
            plain("    task = ensure_future(awaitable, loop=self)"),
            marked(Mark::UntilCallback, "    task.add_done_callback(self.stop_when_done)"),
            plain("    self.run_forever()"),
            plain("    return task.result()"),
        ],
    },
    Listing {
        id: ListingId::RunOnce,
        title: "loop.run_once",
        lines: &[
            marked(Mark::OnceBegins, "def run_once(self):"),
            plain("    wait = self.until_first_timer()"),
            marked(Mark::OnceSelect, "    self.select(0 if self.ready else wait)"),
            plain("    while self.first_due() <= self.time():"),
            marked(Mark::OnceTimerDue, "        self.ready.append(self.pop_timer())"),
            marked(Mark::OnceRounds, "    for _ in range(len(self.ready)):"),
            marked(Mark::OncePop, "        handle = self.ready.popleft()"),
            marked(Mark::OnceSkip, "        if not handle.cancelled:"),
            plain("            handle.callback(*handle.args)"),
        ],
    },
    Listing {
        id: ListingId::CallSoon,
        title: "loop.call_soon",
        lines: &[
            plain("def call_soon(self, callback, *args):"),
            marked(Mark::SoonHandle, "    handle = Handle(callback, args)"),
            marked(Mark::SoonAppend, "    self.ready.append(handle)"),
            plain("    return handle"),
        ],
    },
    Listing {
        id: ListingId::CallLater,
        title: "loop.call_later",
        lines: &[
            plain("def call_later(self, delay, callback, *args):"),
            plain("    due = self.time() + delay"),
            plain("    timer = TimerHandle(due, callback, args)"),
            marked(Mark::LaterPush, "    heappush(self.timers, timer)"),
            plain("    return timer"),
        ],
    },
    Listing {
        id: ListingId::HandleCancel,
        title: "Handle.cancel",
        lines: &[
            plain("def cancel(self):"),
            marked(Mark::HandleCancelled, "    self.cancelled = True"),
            plain("    self.callback = self.args = None"),
        ],
    },
    Listing {
        id: ListingId::TaskInit,
        title: "Task.__init__",
        lines: &[
            plain("def __init__(self, coro, loop=None, name=None):"),
            marked(Mark::InitFuture, "    super().__init__(loop=loop)"),
            marked(Mark::InitCoroutine, "    self.coro = coro"),
            plain("    self.name = name or next_task_name()"),
            plain("    self.waits_on = None"),
            marked(Mark::InitSoon, "    self.loop.call_soon(self.step)"),
        ],
    },
    Listing {
        id: ListingId::TaskStep,
        title: "Task.step",
        lines: &[
            plain("def step(self, error=None):"),
            plain("    try:"),
            plain("        if error:"),
            plain("            awaited = self.coro.throw(error)"),
            plain("        else:"),
            marked(Mark::StepSend, "            awaited = self.coro.send(None)"),
            marked(Mark::StepStop, "    except StopIteration as stop:"),
            marked(Mark::StepResult, "        self.set_result(stop.value)"),
            marked(Mark::StepCancelled, "    except CancelledError:"),
            marked(Mark::StepCancel, "        super().cancel()"),
            marked(Mark::StepError, "    except Exception as error:"),
            marked(Mark::StepException, "        self.set_exception(error)"),
            marked(Mark::StepYielded, "    else:"),
            plain("        if awaited is None:"),
            marked(Mark::StepAgain, "            self.loop.call_soon(self.step)"),
            plain("        else:"),
            marked(Mark::StepCallback, "            awaited.add_done_callback(self.wakeup)"),
            marked(Mark::StepWaits, "            self.waits_on = awaited"),
        ],
    },
    Listing {
        id: ListingId::TaskWakeup,
        title: "Task.wakeup",
        lines: &[
            plain("def wakeup(self, future):"),
            plain("    try:"),
            marked(Mark::WakeupResult, "        future.result()"),
            plain("    except BaseException as error:"),
            plain("        self.step(error)"),
            plain("    else:"),
            plain("        self.step()"),
        ],
    },
    Listing {
        id: ListingId::TaskCancel,
        title: "Task.cancel",
        lines: &[
            plain("def cancel(self):"),
            plain("    if self.done():"),
            plain("        return False"),
            marked(Mark::CancelCount, "    self.cancel_requests += 1"),
            plain("    if self.waits_on is not None:"),
            marked(Mark::CancelWaiter, "        self.waits_on.cancel()"),
            plain("    else:"),
            plain("        self.cancel_at_next_step = True"),
            plain("    return True"),
        ],
    },
    Listing {
        id: ListingId::FutureAwait,
        title: "Future.__await__",
        lines: &[
            plain("def __await__(self):"),
            marked(Mark::AwaitBegins, "    if not self.done():"),
            marked(Mark::AwaitYields, "        yield self"),
            marked(Mark::AwaitResult, "    return self.result()"),
        ],
    },
    Listing {
        id: ListingId::FutureSetResult,
        title: "Future.set_result",
        lines: &[
            plain("def set_result(self, result):"),
            plain("    self.outcome = result"),
            marked(Mark::SetState, "    self.state = \"done\""),
            plain("    for callback in self.callbacks:"),
            marked(Mark::SetSchedule, "        self.loop.call_soon(callback, self)"),
            plain("    self.callbacks.clear()"),
        ],
    },
    Listing {
        id: ListingId::AddDoneCallback,
        title: "Future.add_done_callback",
        lines: &[
            plain("def add_done_callback(self, callback):"),
            plain("    if self.done():"),
            plain("        self.loop.call_soon(callback, self)"),
            plain("    else:"),
            marked(Mark::AddAppend, "        self.callbacks.append(callback)"),
        ],
    },
    Listing {
        id: ListingId::Sleep,
        title: "asyncio.sleep",
        lines: &[
            marked(Mark::SleepBegins, "async def sleep(delay, result=None):"),
            plain("    if delay <= 0:"),
            marked(Mark::SleepYields, "        await BareYield()"),
            plain("    else:"),
            plain("        loop = get_running_loop()"),
            marked(Mark::SleepFuture, "        future = loop.create_future()"),
            marked(Mark::SleepTimer, "        loop.call_later(delay, future.set_result, None)"),
            marked(Mark::SleepAwaits, "        await future"),
            marked(Mark::SleepReturns, "    return result"),
        ],
    },
    Listing {
        id: ListingId::Gather,
        title: "asyncio.gather",
        lines: &[
            plain("def gather(*awaitables):"),
            plain("    children = [ensure_future(a) for a in awaitables]"),
            marked(Mark::GatherFuture, "    all_done = Future()"),
            plain("    def on_done(child):"),
            plain("        if all(child.done() for child in children):"),
            marked(Mark::GatherDone, "            all_done.set_result(results(children))"),
            plain("    for child in children:"),
            marked(Mark::GatherCallback, "        child.add_done_callback(on_done)"),
            plain("    return all_done"),
        ],
    },
];
