//! Builds the rows from the events. It keeps a stack of who holds control, and for each holder whether it
//! has a row, and how deep.
//!
//! When a suspended coroutine is resumed, control goes straight to the innermost frame that it awaits: the
//! frames between are passed through and have no row. One that regains control when the frame inside it
//! returns has control from then on, one level deeper, as in the article; one that was passed through and is
//! left again by a yield never had it.

use super::{Detail, Row, Who};
use crate::event::{Callee, Event, FrameKind};
use crate::fold::{Change, Sequence};
use crate::ids::{CodeId, FrameId, HandleId, LoopId};
use crate::tables::Tables;
use crate::world::{Control, Numbered, World};

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Builder {
    detail: Detail,
    stack: Vec<Holder>,
    /// Whether one of the stack may be [`Shape::Lazy`].
    some_lazy: bool,
    /// The serial number of the holder that the last row names.
    shown: u32,
    next_serial: u32,
}

#[derive(Clone, Debug, PartialEq)]
struct Holder {
    control: Control,
    who: Who,
    shape: Shape,
    /// Tells one activation from another of the same frame.
    serial: u32,
    entered_at: u32,
    /// The frame that it was awaiting when it was resumed.
    delegate: Option<FrameId>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Shape {
    /// It has a row at this depth.
    Row(u16),
    /// It was resumed only to pass control on, and has no row unless control comes back to it.
    PassedThrough,
    /// It has a row only if something inside it has one.
    Lazy,
    /// It never has a row: control stays with whoever is below, for the eye.
    Silent,
}

/// Whether control may go to somebody else with an event, or stays where it is.
#[inline]
pub(super) fn is_handoff(event: &Event) -> bool {
    use Event::*;
    matches!(
        event,
        RunStarted
            | FrameEntered { .. }
            | FrameSuspended { .. }
            | FrameReturned { .. }
            | FrameRaised { .. }
            | LoopEntered { .. }
            | LoopLeft { .. }
            | HandleBegan { .. }
            | HandleEnded { .. }
    )
}

impl Numbered for Builder {
    fn renumber(&mut self, change: &mut dyn Change) {
        let Builder { detail: _, stack, some_lazy: _, shown, next_serial } = self;
        shown.renumber(change);
        next_serial.renumber(change);
        for Holder { control, who, shape: _, serial, entered_at, delegate } in stack {
            control.renumber(change);
            *who = who.changed(change);
            serial.renumber(change);
            entered_at.renumber(change);
            if let Some(frame) = delegate {
                *frame = frame.changed(change);
            }
        }
    }
}

impl Builder {
    /// Whether the top of the stack was passed through: any event may show that it has control itself.
    #[inline]
    pub(super) fn passes_through(&self) -> bool {
        matches!(self.stack.last(), Some(Holder { shape: Shape::PassedThrough, .. }))
    }

    /// Whether the last row is that of whoever has control, so that a plain function which is called now and returns
    /// brings none.
    pub(crate) fn is_settled(&self) -> bool {
        match self.stack.iter().rfind(|holder| holder.shape != Shape::Silent) {
            Some(Holder { shape: Shape::Row(_), serial, .. }) => *serial == self.shown,
            Some(Holder { shape: Shape::PassedThrough, .. }) => false,
            Some(_) | None => true,
        }
    }

    /// So many plain functions were called, and have returned.
    pub(crate) fn passed(&mut self, calls: u32) {
        self.next_serial += calls;
    }

    pub(super) fn new(detail: Detail) -> Builder {
        Builder { detail, next_serial: 1, ..Builder::default() }
    }

    pub(super) fn see(
        &mut self,
        rows: &mut Sequence<Row>,
        index: u32,
        event: &Event,
        world: &World,
        tables: &Tables,
    ) {
        if self.is_kept_by_passed_through(event) {
            self.land(rows, index, None);
        }
        match *event {
            Event::RunStarted => rows.push(Row { first_event: index, depth: 0, who: Who::Program }),
            Event::FrameEntered { frame, resumed } => {
                self.enter_frame(rows, index, frame, resumed, world, tables);
            }
            Event::FrameSuspended { frame, .. } => {
                self.pop(Control::Frame(frame));
                if !matches!(self.stack.last(), Some(Holder { shape: Shape::PassedThrough, .. })) {
                    self.land(rows, index, None);
                }
            }
            Event::FrameReturned { frame, .. } | Event::FrameRaised { frame, .. } => {
                let depth = self.pop(Control::Frame(frame));
                self.land(rows, index, depth);
            }
            Event::LoopEntered { event_loop } => self.enter_loop(rows, index, event_loop, world),
            Event::LoopLeft { event_loop } => {
                self.pop(Control::Loop(event_loop));
                self.land(rows, index, None);
            }
            Event::HandleBegan { handle } => self.enter_handle(rows, index, handle, world),
            Event::HandleEnded { handle } => {
                self.pop(Control::Handle(handle));
                self.land(rows, index, None);
            }
            _ => {}
        }
    }

    /// Whether the top of the stack was passed through, but this event shows that it has control itself.
    fn is_kept_by_passed_through(&self, event: &Event) -> bool {
        let Some(Holder { shape: Shape::PassedThrough, control: Control::Frame(top), delegate, .. }) =
            self.stack.last()
        else {
            return false;
        };
        match event {
            Event::FrameEntered { frame, .. } => Some(*frame) != *delegate,
            Event::FrameSuspended { frame, .. } => frame != top,
            _ => true,
        }
    }

    fn enter_frame(
        &mut self,
        rows: &mut Sequence<Row>,
        index: u32,
        id: FrameId,
        resumed: bool,
        world: &World,
        tables: &Tables,
    ) {
        let Some(frame) = world.frames.get(id) else { return };
        let control = Control::Frame(id);
        if frame.kind == FrameKind::Module && self.stack.is_empty() {
            self.push(index, control, Who::Program, Shape::Row(0));
            self.shown = self.stack.last().map_or(0, |holder| holder.serial);
            return;
        }
        let who = match (frame.awaits, frame.code) {
            (Some(future), _) => {
                let label = world.futures.get(future).map(|future| future.label());
                label.map(|label| Who::FutureAwait { frame: id, future, label })
            }
            (None, Some(code)) if self.shows_frame(frame.kind, code, tables) => {
                Some(Who::Frame { frame: id, code })
            }
            _ => None,
        };
        match who {
            Some(who) if !self.shuts_down(frame.code, world, tables) => {
                let delegate = frame.delegate.filter(|_| resumed);
                let shape = match delegate {
                    Some(_) => Shape::PassedThrough,
                    None => Shape::Row(self.inner_depth()),
                };
                self.push(index, control, who, shape);
                if let Some(top) = self.stack.last_mut() {
                    top.delegate = delegate;
                }
                if delegate.is_none() {
                    self.land(rows, index, None);
                }
            }
            _ => self.push(index, control, Who::Program, Shape::Silent),
        }
    }

    /// Plain functions and iterated generators run inside whoever called them; what can hand control to the
    /// loop and get it back has a row of its own.
    fn shows_frame(&self, kind: FrameKind, code: CodeId, tables: &Tables) -> bool {
        match kind {
            FrameKind::Coroutine | FrameKind::AsyncGenerator | FrameKind::FutureAwait => true,
            FrameKind::Generator => tables.code(code).is_some_and(|code| {
                tables.text(code.name) == "__await__" || (code.hidden && self.detail == Detail::Exact)
            }),
            FrameKind::Module | FrameKind::Function | FrameKind::Class => false,
        }
    }

    /// Whether code is of asyncio, at work to shut down a loop, and not shown.
    fn shuts_down(&self, code: Option<CodeId>, world: &World, tables: &Tables) -> bool {
        let script = code.and_then(|code| tables.code(code)).is_some_and(|code| !code.hidden);
        !script && world.current_task().is_some_and(|task| self.hides_task(task, world))
    }

    fn hides_task(&self, task: crate::ids::FutureId, world: &World) -> bool {
        let task = world.futures.get(task).and_then(|future| future.task);
        self.detail == Detail::Essentials && task.is_some_and(|task| task.shutdown)
    }

    fn enter_loop(&mut self, rows: &mut Sequence<Row>, index: u32, event_loop: LoopId, world: &World) {
        let shuts_down = world.futures.iter().any(|(task, future)| {
            !future.state.is_done() && future.task.is_some() && self.hides_task(task, world)
        });
        let shape = if shuts_down { Shape::Lazy } else { Shape::Row(self.inner_depth()) };
        self.some_lazy |= shuts_down;
        self.push(index, Control::Loop(event_loop), Who::EventLoop, shape);
        self.land(rows, index, None);
    }

    fn enter_handle(&mut self, rows: &mut Sequence<Row>, index: u32, id: HandleId, world: &World) {
        let exact = self.detail == Detail::Exact;
        let who = world.handles.get(id).and_then(|handle| match handle.callee {
            Callee::Step(task) | Callee::Wakeup(task) => {
                let future = world.futures.get(task)?;
                let (label, shuts_down) = (future.label(), future.task.is_some_and(|part| part.shutdown));
                let wakeup = exact && matches!(handle.callee, Callee::Wakeup(_));
                (exact || !shuts_down).then_some(Who::Task { task, label, handle: id, wakeup })
            }
            Callee::Script(name) => Some(Who::Callback { name, handle: id }),
            Callee::Internal(name) => exact.then_some(Who::Callback { name, handle: id }),
        });
        match who {
            Some(who) => {
                let shape = Shape::Row(self.inner_depth());
                self.push(index, Control::Handle(id), who, shape);
                self.land(rows, index, None);
            }
            None => self.push(index, Control::Handle(id), Who::Program, Shape::Silent),
        }
    }

    /// The depth of a row just inside whoever has one now.
    fn inner_depth(&self) -> u16 {
        let mut lazy = 0;
        for holder in self.stack.iter().rev() {
            match holder.shape {
                Shape::Row(depth) => return depth.saturating_add(1).saturating_add(lazy),
                Shape::Lazy => lazy += 1,
                Shape::PassedThrough | Shape::Silent => {}
            }
        }
        lazy
    }

    fn push(&mut self, index: u32, control: Control, who: Who, shape: Shape) {
        let serial = self.next_serial;
        self.next_serial += 1;
        self.stack.push(Holder { control, who, shape, serial, entered_at: index, delegate: None });
    }

    /// Takes a holder off the stack, with whatever was left above it, and returns its row's depth.
    fn pop(&mut self, control: Control) -> Option<u16> {
        let place = self.stack.iter().rposition(|holder| holder.control == control)?;
        let shape = self.stack[place].shape;
        self.stack.truncate(place);
        match shape {
            Shape::Row(depth) => Some(depth),
            Shape::PassedThrough | Shape::Lazy | Shape::Silent => None,
        }
    }

    /// Control is with the top of the stack now: writes the row of whoever that is for the eye, unless it is
    /// the last row already. `returned_from` is the depth of the row that just returned to it.
    fn land(&mut self, rows: &mut Sequence<Row>, index: u32, returned_from: Option<u16>) {
        let Some(place) = self.stack.iter().rposition(|holder| holder.shape != Shape::Silent) else { return };
        let depth = match self.stack[place].shape {
            Shape::Row(depth) => depth,
            Shape::PassedThrough => {
                returned_from.map_or_else(|| self.inner_depth(), |depth| depth.saturating_add(1))
            }
            Shape::Lazy | Shape::Silent => return,
        };
        self.stack[place].shape = Shape::Row(depth);
        if self.stack[place].serial == self.shown {
            return;
        }
        if self.some_lazy {
            self.write_lazy_rows(rows, place);
        }
        let holder = &self.stack[place];
        rows.push(Row { first_event: index, depth, who: holder.who });
        self.shown = holder.serial;
    }

    fn write_lazy_rows(&mut self, rows: &mut Sequence<Row>, below: usize) {
        let mut depth = 0;
        for holder in &mut self.stack[..below] {
            match holder.shape {
                Shape::Row(outer) => depth = outer + 1,
                Shape::Lazy => {
                    holder.shape = Shape::Row(depth);
                    rows.push(Row { first_event: holder.entered_at, depth, who: holder.who });
                    depth += 1;
                }
                Shape::PassedThrough | Shape::Silent => {}
            }
        }
    }
}
