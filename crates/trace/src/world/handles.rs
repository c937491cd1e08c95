//! Handles: one chip on screen from the callback list or the call that schedules it until it has run.

use super::timers::Timer;
use super::{Control, FutureState, World};
use crate::event::{Callee, FrameKind, Origin};
use crate::ids::{FrameId, FutureId, HandleId, LoopId};
use crate::tables::Tables;

/// One scheduled call of a callback.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Handle {
    /// The loop it belongs to.
    pub event_loop: LoopId,
    /// What it calls.
    pub callee: Callee,
    /// Where it is.
    pub place: Place,
    /// When it was due if it is or was a timer, in nanoseconds.
    pub due_ns: Option<u64>,
    /// Whether it was cancelled: it stays where it is but will not run.
    pub cancelled: bool,
    /// Of a callback of asyncio's own, the task that ran when it was made: whose sleep or timeout a timer ends. Of a task
    /// group's, the task that waits for the group.
    pub made_by: Option<FutureId>,
    /// Of a callback of `gather`'s, the future that `gather` returned.
    pub gather: Option<FutureId>,
}

/// Where a handle is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// Just created; the next event places it.
    Nowhere,
    /// In the callback list of a future.
    Callbacks(FutureId),
    /// In the ready queue of its loop, at this place of it.
    Ready(u32),
    /// In the timers, due at this time in nanoseconds.
    Timers(i64),
    /// In the running slot.
    Running,
}

impl Handle {
    /// The task that it steps or wakes up.
    pub fn task(&self) -> Option<FutureId> {
        match self.callee {
            Callee::Step(task) | Callee::Wakeup(task) => Some(task),
            Callee::Script(_) | Callee::Internal(_) => None,
        }
    }
}

/// The callback by which a task group hears of its tasks.
const OF_GROUP: &str = "TaskGroup._on_task_done";

impl World {
    /// The task whose group a task joins that is made now: the one that runs, if it is inside of a group, else the one whose
    /// group that is in, which it was handed on from.
    fn owner_of_group(&self, tables: &Tables) -> Option<FutureId> {
        let current = self.current_task()?;
        let future = self.futures.get(current)?;
        if future.task?.groups > 0 {
            return Some(current);
        }
        let joined = future.callbacks.iter().rfind(|id| self.calls(**id, OF_GROUP, tables));
        joined.and_then(|id| self.handles.get(*id)?.made_by).or(Some(current))
    }

    /// Whether a handle calls that callback of asyncio's own.
    fn calls(&self, id: HandleId, name: &str, tables: &Tables) -> bool {
        let handle = self.handles.get(id);
        handle.is_some_and(|it| matches!(it.callee, Callee::Internal(text) if tables.text(text) == name))
    }

    /// A frame comes to its end: if that is the entry or the exit of a task group, its task is inside of one more or less.
    pub(super) fn group_passed(&mut self, frame: FrameId, tables: &Tables) {
        let code = self.frames.get(frame).and_then(|frame| tables.code(frame.code?));
        let Some(code) = code.filter(|code| code.hidden && code.kind == FrameKind::Coroutine) else { return };
        let change = match tables.text(code.qualname) {
            "TaskGroup.__aenter__" => 1,
            "TaskGroup.__aexit__" => -1,
            _ => return,
        };
        if let Some(task) = self.current_task() {
            self.change_task(task, |task| task.groups = task.groups.saturating_add_signed(change));
        }
    }

    /// What a handle is called on its chip: `main_task.step`, `main_task.wakeup`, `on_done()`.
    pub fn handle_label(&self, id: HandleId, tables: &Tables) -> String {
        let Some(handle) = self.handles.get(id) else { return "callback".to_owned() };
        match handle.callee {
            Callee::Step(task) => format!("{}.step", self.label(task, tables)),
            Callee::Wakeup(task) => format!("{}.wakeup", self.label(task, tables)),
            Callee::Script(name) | Callee::Internal(name) => format!("{}()", tables.text(name)),
        }
    }

    /// What a `shield` keeps from being cancelled together with this future, which it has made to stand in front of it.
    pub fn shielded(&self, future: FutureId, tables: &Tables) -> Option<FutureId> {
        let calls = |id: HandleId, name: &str| self.calls(id, name, tables);
        let callbacks = &self.futures.get(future)?.callbacks;
        let outer = callbacks.iter().find(|id| calls(**id, "shield.<locals>._outer_done_callback"))?;
        // It was made right after the one by which `shield` listens to what it protects.
        let inner = HandleId(outer.0.checked_sub(1)?);
        match self.handles.get(inner).filter(|_| calls(inner, "shield.<locals>._inner_done_callback"))?.place
        {
            Place::Callbacks(inner) => Some(inner),
            _ => None,
        }
    }

    pub(super) fn handle_created(
        &mut self,
        id: HandleId,
        callee: Callee,
        event_loop: LoopId,
        tables: &Tables,
    ) {
        let made_by = match callee {
            Callee::Internal(name) => {
                let name = tables.text(name);
                if name.starts_with("gather.") {
                    self.gathered.push(id);
                }
                if name == OF_GROUP { self.owner_of_group(tables) } else { self.current_task() }
            }
            _ => None,
        };
        let (place, due_ns, cancelled, gather) = (Place::Nowhere, None, false, None);
        self.handles.insert(id, Handle { event_loop, callee, place, due_ns, cancelled, made_by, gather });
    }

    /// `gather` has made its future: the callbacks that it gave its children just before are that future's.
    pub(super) fn gather_created(&mut self, future: FutureId) {
        for id in std::mem::take(&mut self.gathered).iter() {
            if let Some(handle) = self.handles.get_mut(*id) {
                handle.gather = Some(future);
            }
        }
    }

    pub(super) fn handle_ready(&mut self, id: HandleId, origin: Origin) {
        let Some(&Handle { event_loop, place, .. }) = self.handles.get(id) else { return };
        self.leave_place(id, event_loop, place);
        if let Origin::Callbacks(future) = origin
            && place != Place::Callbacks(future)
        {
            self.leave_callbacks(future, id);
        }
        self.loop_given(event_loop);
        let place = self.change_loop(event_loop, |state| state.ready.push(id));
        let Some(handle) = self.handles.get_mut(id) else { return };
        handle.place = place.map_or(Place::Nowhere, Place::Ready);
        if let Some(task) = handle.task() {
            self.set_task_state(task, FutureState::Ready);
        }
    }

    pub(super) fn timer_scheduled(&mut self, id: HandleId, due_ns: i64) {
        let Some(&Handle { event_loop, place, .. }) = self.handles.get(id) else { return };
        self.leave_place(id, event_loop, place);
        self.loop_given(event_loop);
        let timer = Timer { due_ns, handle: id };
        self.change_loop(event_loop, |state| state.timers.insert(timer));
        if let Some(handle) = self.handles.get_mut(id) {
            handle.place = Place::Timers(due_ns);
            handle.due_ns = Some(timer.due());
        }
    }

    /// A loop whose queue or timers a handle enters: worth showing, unless another one runs.
    fn loop_given(&mut self, event_loop: LoopId) {
        if self.shown_loop != Some(event_loop) && self.running_loop().is_none() {
            self.shown_loop = Some(event_loop);
        }
    }

    pub(super) fn handle_cancelled(&mut self, id: HandleId) {
        if let Some(handle) = self.handles.get_mut(id) {
            handle.cancelled = true;
        }
    }

    pub(super) fn handle_gone(&mut self, id: HandleId) {
        if let Some(Handle { event_loop, place, .. }) = self.handles.remove(id) {
            self.leave_place(id, event_loop, place);
        }
    }

    pub(super) fn handle_began(&mut self, id: HandleId) {
        self.running = Some(id);
        self.control.push(Control::Handle(id));
        let Some(handle) = self.handles.get_mut(id) else { return };
        let (event_loop, callee, task) = (handle.event_loop, handle.callee, handle.task());
        let place = std::mem::replace(&mut handle.place, Place::Running);
        self.leave_place(id, event_loop, place);
        self.turn_began(id, callee);
        if let Some(task) = task {
            self.task_resumed(task);
        }
    }

    pub(super) fn handle_ended(&mut self, id: HandleId) {
        self.leave_control(Control::Handle(id));
        self.running = None;
        self.turn_ended(id);
        self.handles.remove(id);
    }

    /// Takes a handle out of the list that it was in.
    fn leave_place(&mut self, id: HandleId, event_loop: LoopId, place: Place) {
        match place {
            Place::Callbacks(future) => self.leave_callbacks(future, id),
            Place::Ready(place) => {
                self.change_loop(event_loop, |state| state.ready.remove(place));
            }
            Place::Timers(due_ns) => {
                self.change_loop(event_loop, |state| state.timers.remove(Timer { due_ns, handle: id }));
            }
            Place::Running | Place::Nowhere => {}
        }
    }

    fn leave_callbacks(&mut self, future: FutureId, id: HandleId) {
        if let Some(future) = self.futures.get_mut(future) {
            future.callbacks.remove_first(|handle| *handle == id);
        }
    }
}
