//! The numbers of what a world consists of: ids, positions, counters and values. All else is its shape. They are visited
//! in a fixed order, so that two worlds of one shape can be told apart by numbers alone.

use super::{Control, Created, Frame, Future, FutureState, Handle, Place, Primitive, TaskPart, Turn, World};
use crate::fold::{Change, Counts, Repeat};
use crate::ids::{FrameId, FutureId, HandleId};
use crate::persist::Stack;
use std::rc::Rc;

/// What has numbers.
pub(crate) trait Numbered: Clone + PartialEq {
    /// Replaces each number by what `change` makes of it.
    fn renumber(&mut self, change: &mut dyn Change);
}

/// What a world says of itself, other than of the things in it.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Own {
    events: u32,
    clock_ns: u64,
    iteration: u32,
    running: Option<HandleId>,
    turn: Option<Turn>,
    longest_turn: Option<Turn>,
    control: Stack<Control>,
    created: Created,
    resumptions: u32,
    yielding: Option<FrameId>,
}

impl World {
    /// Every field of a world is here, among the things that [`Growth`](super::Growth) compares, or among what it takes
    /// to stay.
    pub(super) fn own(&self) -> Own {
        let World {
            events,
            clock_ns,
            iteration,
            loops: _,
            running,
            turn,
            longest_turn,
            handles: _,
            futures: _,
            frames: _,
            control,
            console: _,
            primitives: _,
            workers: _,
            watches: _,
            end: _,
            created,
            resumptions,
            sent_by_hand: _,
            labels: _,
            things: _,
            gathered: _,
            shelf: _,
            shown_loop: _,
            no_loop: _,
            yielding,
        } = self;
        Own {
            events: *events,
            clock_ns: *clock_ns,
            iteration: *iteration,
            running: *running,
            turn: *turn,
            longest_turn: *longest_turn,
            control: control.clone(),
            created: *created,
            resumptions: *resumptions,
            yielding: *yielding,
        }
    }

    pub(super) fn set_own(&mut self, own: Own) {
        self.events = own.events;
        self.clock_ns = own.clock_ns;
        self.iteration = own.iteration;
        self.running = own.running;
        self.turn = own.turn;
        self.longest_turn = own.longest_turn;
        self.control = own.control;
        self.created = own.created;
        self.resumptions = own.resumptions;
        self.yielding = own.yielding;
    }
}

impl Numbered for u32 {
    fn renumber(&mut self, change: &mut dyn Change) {
        *self = self.map(change);
    }
}

impl Numbered for i64 {
    fn renumber(&mut self, change: &mut dyn Change) {
        *self = change.change(Counts::Amount, self.cast_unsigned()).cast_signed();
    }
}

impl Numbered for u64 {
    fn renumber(&mut self, change: &mut dyn Change) {
        *self = change.change(Counts::Amount, *self);
    }
}

/// Replaces the ids that are there.
macro_rules! ids {
    ($change:ident: $($id:expr),* $(,)?) => {$(
        if let Some(id) = &mut $id {
            *id = id.changed($change);
        }
    )*};
}

impl Numbered for Own {
    fn renumber(&mut self, change: &mut dyn Change) {
        self.events.renumber(change);
        self.clock_ns.renumber(change);
        self.iteration.renumber(change);
        ids!(change: self.running, self.yielding);
        [&mut self.turn, &mut self.longest_turn].into_iter().flatten().for_each(|turn| turn.renumber(change));
        self.control.change(|entry| entry.renumber(change));
        let Created { futures, tasks, gathers, primitives } = &mut self.created;
        [futures, tasks, gathers].into_iter().chain(primitives).for_each(|count| count.renumber(change));
        self.resumptions.renumber(change);
    }
}

impl Numbered for Turn {
    fn renumber(&mut self, change: &mut dyn Change) {
        self.handle = self.handle.changed(change);
        self.callee = self.callee.changed(change);
        self.iteration.renumber(change);
        self.since_ns.renumber(change);
        self.until_ns.renumber(change);
        self.waiting.renumber(change);
        self.tasks.renumber(change);
    }
}

impl Numbered for Control {
    fn renumber(&mut self, change: &mut dyn Change) {
        match self {
            Control::Frame(frame) => *frame = frame.changed(change),
            Control::Loop(event_loop) => *event_loop = event_loop.changed(change),
            Control::Handle(handle) => *handle = handle.changed(change),
            Control::Worker(outside) => outside.renumber(change),
        }
    }
}

impl Numbered for Frame {
    fn renumber(&mut self, change: &mut dyn Change) {
        let Frame {
            code,
            kind: _,
            state: _,
            line,
            locals,
            delegate,
            parent,
            task,
            has_yielded: _,
            awaits,
            exception,
        } = self;
        ids!(change: *code);
        line.renumber(change);
        locals.change(|local| {
            local.name = local.name.changed(change);
            local.value = local.value.changed(change);
        });
        ids!(change: *delegate, *parent, *task, *awaits, *exception);
    }
}

impl Numbered for FutureState {
    fn renumber(&mut self, change: &mut dyn Change) {
        *self = self.changed(change);
    }
}

impl Numbered for Vec<Option<FutureState>> {
    fn renumber(&mut self, change: &mut dyn Change) {
        self.iter_mut().flatten().for_each(|state| state.renumber(change));
    }
}

impl Numbered for Future {
    fn renumber(&mut self, change: &mut dyn Change) {
        let Future { kind: _, ordinal, event_loop, variable, state, value, callbacks, task, dropped: _ } =
            self;
        ordinal.renumber(change);
        *event_loop = event_loop.changed(change);
        ids!(change: *variable);
        state.renumber(change);
        *value = value.changed(change);
        callbacks.change(|handle| *handle = handle.changed(change));
        if let Some(TaskPart {
            name,
            named: _,
            coroutine,
            code,
            awaiting,
            cancel_requests,
            shutdown: _,
            groups,
        }) = task
        {
            *name = name.changed(change);
            *coroutine = coroutine.changed(change);
            ids!(change: *code, *awaiting);
            cancel_requests.renumber(change);
            groups.renumber(change);
        }
    }
}

impl Numbered for Handle {
    fn renumber(&mut self, change: &mut dyn Change) {
        let Handle { event_loop, callee, place, due_ns, cancelled: _, made_by, gather } = self;
        *event_loop = event_loop.changed(change);
        *callee = callee.changed(change);
        match place {
            Place::Callbacks(future) => *future = future.changed(change),
            Place::Ready(place) => place.renumber(change),
            Place::Timers(due_ns) => due_ns.renumber(change),
            Place::Nowhere | Place::Running => {}
        }
        if let Some(due_ns) = due_ns {
            due_ns.renumber(change);
        }
        ids!(change: *made_by, *gather);
    }
}

impl Numbered for Primitive {
    fn renumber(&mut self, change: &mut dyn Change) {
        let Primitive { kind: _, ordinal, start, value, variable, shares_name: _, items, waiters, holders } =
            self;
        ordinal.renumber(change);
        for number in [start, value] {
            *number = change.change(Counts::Amount, *number as u64) as i64;
        }
        ids!(change: *variable);
        if !items.is_empty() {
            Rc::make_mut(items).iter_mut().for_each(|item| *item = item.changed(change));
        }
        waiters.change(|future| *future = future.changed(change));
        holders.change(|task| *task = task.changed(change));
    }
}

impl Numbered for HandleId {
    fn renumber(&mut self, change: &mut dyn Change) {
        *self = self.changed(change);
    }
}

impl Numbered for (FutureId, FrameId) {
    fn renumber(&mut self, change: &mut dyn Change) {
        *self = (self.0.changed(change), self.1.changed(change));
    }
}
