//! Futures and tasks: what state they are in, in words that a person would use, and what they are called.

use super::{Control, Frame, FrameState, Handle, Place, World};
use crate::event::{FutureKind, Outcome, Picture};
use crate::ids::{CodeId, FrameId, FutureId, HandleId, LoopId, TextId};
use crate::persist::List;
use crate::tables::Tables;

/// How many tasks are still shown after their last reference went.
const SHELF: usize = 64;

/// What a variable stands for that names nobody any more.
const NOBODY: FutureId = FutureId(u32::MAX);

/// A future or a task.
#[derive(Clone, Debug, PartialEq)]
pub struct Future {
    /// What it is.
    pub kind: FutureKind,
    /// Its number among those of its kind, from 1.
    pub ordinal: u32,
    /// The loop that it is tied to.
    pub event_loop: LoopId,
    /// The first variable it was bound to, unless another future is already called so.
    pub variable: Option<TextId>,
    /// Its state.
    pub state: FutureState,
    /// Once it is done: its result, `TypeName: message`, or the message of the cancellation.
    pub value: Picture,
    /// Its callback list, in order.
    pub callbacks: List<HandleId>,
    /// What only a task has.
    pub task: Option<TaskPart>,
    /// Whether the last reference to it went.
    pub dropped: bool,
}

/// What a task has beyond a future.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TaskPart {
    /// Its task name.
    pub name: TextId,
    /// Whether the script gave it that name: it is not `Task-1` or the like.
    pub named: bool,
    /// The frame of its coroutine; gone from the world once the coroutine has finished.
    pub coroutine: FrameId,
    /// The coroutine's code.
    pub code: Option<CodeId>,
    /// `_fut_waiter`: the future whose end it waits for.
    pub awaiting: Option<FutureId>,
    /// `Task.cancelling()`: cancellation requests not taken back.
    pub cancel_requests: u32,
    /// Whether it is one of the tasks by which `asyncio.run` shuts down its loop.
    pub shutdown: bool,
    /// How many task groups it is inside of.
    pub groups: u32,
}

/// The state of a future or task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FutureState {
    /// A future that is not done.
    Pending,
    /// A task whose first step is not scheduled yet.
    Created,
    /// A task that has a handle in the ready queue.
    Ready,
    /// A task whose coroutine runs now.
    Running,
    /// A task that will be woken when that future is done.
    Waiting(FutureId),
    /// Done with a result.
    Done,
    /// Done with an exception.
    Failed,
    /// Done by cancellation.
    Cancelled,
}

impl FutureState {
    /// Whether `Future.done()` is true.
    pub fn is_done(self) -> bool {
        matches!(self, FutureState::Done | FutureState::Failed | FutureState::Cancelled)
    }
}

/// What a future is called: a name that no other future under way has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Label {
    /// The name that the script gave the task, the variable it was first bound to, or its task name.
    Name(TextId),
    /// Its kind and number.
    Ordinal(FutureKind, u32),
}

impl Label {
    /// The label as text.
    pub fn text(self, tables: &Tables) -> String {
        match self {
            Label::Name(name) => tables.text(name).to_owned(),
            Label::Ordinal(FutureKind::Future, number) => format!("future-{number}"),
            Label::Ordinal(FutureKind::Task, number) => format!("task-{number}"),
            Label::Ordinal(FutureKind::Gather, number) => format!("gather-{number}"),
        }
    }
}

impl Future {
    /// What it is called.
    pub fn label(&self) -> Label {
        match (self.variable, &self.task) {
            (_, Some(task)) if task.named => Label::Name(task.name),
            (Some(name), _) => Label::Name(name),
            (None, Some(task)) => Label::Name(task.name),
            (None, None) => Label::Ordinal(self.kind, self.ordinal),
        }
    }
}

impl World {
    /// What a future is called, as text; `future` for one that the world does not know.
    pub fn label(&self, future: FutureId, tables: &Tables) -> String {
        self.futures.get(future).map_or_else(|| "future".to_owned(), |future| future.label().text(tables))
    }

    /// The task whose coroutine runs now: `asyncio.current_task()`.
    pub fn current_task(&self) -> Option<FutureId> {
        for holder in self.control.iter_back() {
            match holder {
                // An eager start has no handle. Any later entry has, but for a coroutine that is closed from outside.
                // A task whose first step is still to come does not run: something else awaits its coroutine.
                Control::Frame(frame) => {
                    let frame = self.frames.get(*frame);
                    if let Some(Frame { task: Some(task), has_yielded: false, .. }) = frame
                        && self.futures.get(*task).is_none_or(|task| task.state != FutureState::Ready)
                    {
                        return Some(*task);
                    }
                }
                Control::Handle(handle) => return self.handles.get(*handle).and_then(Handle::task),
                Control::Loop(_) | Control::Worker(_) => return None,
            }
        }
        None
    }

    pub(super) fn future_created(&mut self, id: FutureId, kind: FutureKind, event_loop: LoopId) {
        let counter = match kind {
            FutureKind::Future => &mut self.created.futures,
            FutureKind::Task => &mut self.created.tasks,
            FutureKind::Gather => &mut self.created.gathers,
        };
        *counter += 1;
        let state = if kind == FutureKind::Task { FutureState::Created } else { FutureState::Pending };
        self.futures.insert(
            id,
            Future {
                kind,
                ordinal: *counter,
                event_loop,
                variable: None,
                state,
                value: Picture::None,
                callbacks: List::Empty,
                task: None,
                dropped: false,
            },
        );
    }

    pub(super) fn task_created(&mut self, id: FutureId, coroutine: FrameId, name: TextId, tables: &Tables) {
        let code = match self.frames.get_mut(coroutine) {
            Some(frame) => {
                frame.task = Some(id);
                frame.code
            }
            None => None,
        };
        let shutdown = is_shutdown(tables, code);
        if let Some(future) = self.futures.get_mut(id) {
            let named = is_named(name, tables);
            let cancel_requests = 0;
            future.task = Some(TaskPart {
                name,
                named,
                coroutine,
                code,
                awaiting: None,
                cancel_requests,
                shutdown,
                groups: 0,
            });
        }
    }

    pub(super) fn set_task_state(&mut self, id: FutureId, state: FutureState) {
        if let Some(future) = self.futures.get_mut(id)
            && !future.state.is_done()
        {
            future.state = state;
        }
    }

    /// `Task.__step` begins: the task waits on nothing any more.
    pub(super) fn task_resumed(&mut self, id: FutureId) {
        if let Some(future) = self.futures.get_mut(id)
            && !future.state.is_done()
        {
            future.state = FutureState::Running;
            if let Some(task) = &mut future.task {
                task.awaiting = None;
            }
        }
    }

    pub(super) fn change_task(&mut self, id: FutureId, change: impl FnOnce(&mut TaskPart)) {
        if let Some(task) = self.futures.get_mut(id).and_then(|future| future.task.as_mut()) {
            change(task);
        }
    }

    pub(super) fn callback_added(&mut self, id: FutureId, handle: HandleId) {
        if let Some(future) = self.futures.get_mut(id) {
            future.callbacks.push(handle);
        }
        if let Some(handle) = self.handles.get_mut(handle) {
            handle.place = Place::Callbacks(id);
        }
    }

    pub(super) fn future_settled(&mut self, id: FutureId, outcome: Outcome, value: Picture) {
        let Some(future) = self.futures.get_mut(id) else { return };
        future.state = match outcome {
            Outcome::Result => FutureState::Done,
            Outcome::Exception => FutureState::Failed,
            Outcome::Cancelled => FutureState::Cancelled,
        };
        future.value = value;
        if let Some(task) = &mut future.task {
            task.awaiting = None;
        }
    }

    /// Gives a future its name if this is the first variable that it is bound to, and means it: see [`Self::is_meant`].
    /// A variable that goes on from one to another while both are under way, as in a loop, names neither.
    pub(super) fn name_future(&mut self, id: FutureId, variable: TextId, frame: FrameId, tables: &Tables) {
        if !self.is_meant(id, frame, tables) {
            return;
        }
        if let Some((other, owner)) = self.labels.get(variable).copied() {
            let is_live = |future: &Future| !future.dropped && !future.state.is_done();
            match self.futures.get_mut(other).filter(|other| is_live(other)) {
                Some(other) if owner == frame => {
                    other.variable = None;
                    self.labels.insert(variable, (NOBODY, frame));
                    return;
                }
                Some(_) => return,
                None if other == NOBODY => return,
                None => {}
            }
        }
        self.labels.insert(variable, (id, frame));
        if let Some(future) = self.futures.get_mut(id) {
            future.variable = Some(variable);
        }
    }

    /// Whether a future that is bound in a frame is called so by that. What is done keeps the name it had. A task has a
    /// name from the start, so of its variables only one counts that is assigned in the turn in which it was made: not
    /// a parameter, nor the variable of a later loop. The names in a `lambda` are nobody's.
    fn is_meant(&self, id: FutureId, frame: FrameId, tables: &Tables) -> bool {
        let Some(future) = self.futures.get(id).filter(|future| future.variable.is_none()) else {
            return false;
        };
        let Some(frame) = self.frames.get(frame) else { return false };
        let code = frame.code.and_then(|code| tables.code(code));
        let in_lambda = code.is_some_and(|code| tables.text(code.name) == "<lambda>");
        let meant = match &future.task {
            Some(task) => {
                let made_before = self.turn.map_or(0, |turn| turn.tasks);
                !task.named && future.ordinal > made_before && frame.state != FrameState::Created
            }
            None => !future.state.is_done(),
        };
        meant && !in_lambda
    }

    /// `Task.set_name`.
    pub(super) fn task_renamed(&mut self, id: FutureId, name: TextId, tables: &Tables) {
        let named = is_named(name, tables);
        self.change_task(id, |task| (task.name, task.named) = (name, named));
    }

    /// A plain future is forgotten with its last reference; of the tasks, the last few stay to be looked at.
    pub(super) fn future_dropped(&mut self, id: FutureId) {
        let Some(future) = self.futures.get_mut(id) else { return };
        if future.task.is_none() {
            self.futures.remove(id);
            return;
        }
        future.dropped = true;
        self.shelf.push(id);
        if self.shelf.len() > SHELF
            && let Some(oldest) = self.shelf.pop_first()
        {
            self.futures.remove(oldest);
        }
    }

    /// The frames of a task from its coroutine to the innermost one that it awaits.
    pub fn await_chain(&self, task: FutureId) -> Vec<FrameId> {
        let coroutine = self.futures.get(task).and_then(|future| future.task).map(|task| task.coroutine);
        coroutine.into_iter().flat_map(|coroutine| self.delegates(coroutine)).map(|(id, _)| id).collect()
    }
}

/// Whether a task's name is one that a script gave it, and not one that asyncio counted.
fn is_named(name: TextId, tables: &Tables) -> bool {
    let counted = tables.text(name).strip_prefix("Task-");
    counted.is_none_or(|number| number.is_empty() || !number.bytes().all(|digit| digit.is_ascii_digit()))
}

/// Whether code is that of a coroutine which `asyncio.run` runs to shut its loop down.
fn is_shutdown(tables: &Tables, code: Option<CodeId>) -> bool {
    code.and_then(|code| tables.code(code)).is_some_and(|code| {
        code.hidden && matches!(tables.text(code.name), "shutdown_asyncgens" | "shutdown_default_executor")
    })
}
