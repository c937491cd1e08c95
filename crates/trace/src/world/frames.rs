//! Frames: what runs, what is suspended, at which line, and who awaits whom. Events tell only who entered,
//! yielded or returned; the await chain is inferred here.

use super::{Control, FutureState, World};
use crate::event::{FrameKind, Picture};
use crate::ids::{CodeId, FrameId, FutureId, TextId};
use crate::persist::List;
use crate::tables::Tables;

/// One activation of code.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Its code; for `Future.__await__` there is none, and [`Frame::awaits`] says what it is.
    pub code: Option<CodeId>,
    /// What it runs.
    pub kind: FrameKind,
    /// Where it is in its life.
    pub state: FrameState,
    /// The line that it executes, or where it is suspended or calls something; 0 before its first line.
    pub line: u32,
    /// Its locals, in the order in which they were first bound.
    pub locals: List<Local>,
    /// The frame that it awaits (or delegates to with `yield from`), while that one is not finished.
    pub delegate: Option<FrameId>,
    /// The frame that entered it last: who awaits it or calls it.
    pub parent: Option<FrameId>,
    /// The task whose coroutine it is.
    pub task: Option<FutureId>,
    /// Whether it has yielded before.
    pub has_yielded: bool,
    /// For `Future.__await__`, the future.
    pub awaits: Option<FutureId>,
    /// `TypeName: message` of the exception that was raised or arrived in it on its current line.
    pub exception: Option<TextId>,
}

/// Where a frame is in its life.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FrameState {
    /// It has not begun.
    Created,
    /// It is on the control stack.
    Running,
    /// It yielded and can be resumed.
    Suspended,
    /// It returned or raised; only the module's frame is kept in this state.
    Finished,
}

/// A bound name.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Local {
    /// The variable.
    pub name: TextId,
    /// Its value when it was bound.
    pub value: Picture,
}

impl Frame {
    fn bind(&mut self, name: TextId, value: Picture) {
        match self.locals.find_mut(|local| local.name == name) {
            Some(local) => local.value = value,
            None => self.locals.push(Local { name, value }),
        }
    }
}

impl World {
    /// A frame, and those that it awaits or delegates to, down to the innermost.
    pub fn delegates(&self, frame: FrameId) -> impl Iterator<Item = (FrameId, &Frame)> {
        let found = |id: FrameId| Some((id, self.frames.get(id)?));
        let next = move |(_, frame): &(FrameId, &Frame)| match frame.state {
            FrameState::Finished => None,
            FrameState::Created | FrameState::Running | FrameState::Suspended => {
                frame.delegate.and_then(found)
            }
        };
        // A script can have two frames delegate to each other.
        std::iter::successors(found(frame), next).take(self.frames.len() + 1)
    }

    pub(super) fn frame_created(
        &mut self,
        id: FrameId,
        code: Option<CodeId>,
        kind: FrameKind,
        awaits: Option<FutureId>,
    ) {
        self.frames.insert(
            id,
            Frame {
                code,
                kind,
                state: FrameState::Created,
                line: 0,
                locals: List::Empty,
                delegate: None,
                parent: None,
                task: None,
                has_yielded: false,
                awaits,
                exception: None,
            },
        );
    }

    pub(super) fn frame_entered(&mut self, id: FrameId) {
        let parent = self.top_frame();
        let sent = std::mem::take(&mut self.sent_by_hand);
        self.control.push(Control::Frame(id));
        let Some(frame) = self.frames.get_mut(id) else { return };
        // One that awaits it knows so already where it goes on; else a script has called `send` on it.
        let by_hand = sent || frame.kind == FrameKind::Coroutine && frame.state == FrameState::Suspended;
        frame.state = FrameState::Running;
        frame.parent = parent;
        let kind = frame.kind;
        // A task that is still to be stepped does not run: something else awaits its coroutine, or sends to it.
        let waits = |state| matches!(state, FutureState::Ready | FutureState::Waiting(_));
        let task = frame.task.filter(|task| !self.futures.get(*task).is_some_and(|task| waits(task.state)));
        if let Some(task) = task {
            self.task_resumed(task);
        }
        // The coroutine of a task that starts eagerly is entered from another one, which does not await it.
        if task.is_none()
            && !by_hand
            && awaited_when_entered(kind)
            && let Some(parent) = parent.and_then(|parent| self.frames.get_mut(parent))
            && can_await(parent.kind)
        {
            parent.delegate = Some(id);
        }
    }

    pub(super) fn frame_suspended(&mut self, id: FrameId, percolating: Option<FrameId>) {
        self.leave_control(Control::Frame(id));
        self.yielding = Some(id);
        let Some(frame) = self.frames.get_mut(id) else { return };
        frame.state = FrameState::Suspended;
        frame.has_yielded = true;
        if let Some(child) = percolating
            && can_await(frame.kind)
        {
            frame.delegate = Some(child);
        }
    }

    pub(super) fn frame_finished(&mut self, id: FrameId) {
        self.leave_control(Control::Frame(id));
        self.frame_gone(id);
    }

    pub(super) fn frame_gone(&mut self, id: FrameId) {
        let Some(frame) = self.frames.get_mut(id) else { return };
        let parent = frame.parent;
        if frame.kind == FrameKind::Module {
            frame.state = FrameState::Finished;
        } else {
            self.frames.remove(id);
        }
        if let Some(parent) = parent {
            self.clear_delegate(parent, id);
        }
    }

    /// The last event was a yield of `child`, and this one is not its parent's: the parent keeps control.
    pub(super) fn yield_arrived(&mut self, child: FrameId) {
        if let Some(parent) = self.frames.get(child).and_then(|frame| frame.parent) {
            self.clear_delegate(parent, child);
        }
    }

    fn clear_delegate(&mut self, parent: FrameId, child: FrameId) {
        if let Some(frame) = self.frames.get_mut(parent)
            && frame.delegate == Some(child)
        {
            frame.delegate = None;
        }
    }

    pub(super) fn line_began(&mut self, line: u32) {
        if let Some(id) = self.top_frame() {
            self.line_of(id, line);
        }
    }

    /// A line began in that frame.
    pub(crate) fn line_of(&mut self, id: FrameId, line: u32) {
        let Some(frame) = self.frames.get_mut(id) else { return };
        frame.line = line;
        frame.exception = None;
    }

    pub(super) fn exception_raised(&mut self, exception: TextId) {
        if let Some(frame) = self.top_frame().and_then(|id| self.frames.get_mut(id)) {
            frame.exception = Some(exception);
        }
    }

    pub(super) fn local_bound(&mut self, id: FrameId, name: TextId, value: Picture, tables: &Tables) {
        match value {
            Picture::Future(future) => self.name_future(future, name, id, tables),
            Picture::Primitive(primitive) => self.name_primitive(primitive, name),
            _ => {}
        }
        self.set_local(id, name, value);
    }

    /// Gives a variable its value, and names nothing.
    pub(crate) fn set_local(&mut self, id: FrameId, name: TextId, value: Picture) {
        if let Some(frame) = self.frames.get_mut(id) {
            frame.bind(name, value);
        }
    }

    /// A frame has come to a line, and its variables have got these values, which name nothing.
    pub(crate) fn went_on(&mut self, id: FrameId, line: Option<u32>, bound: &[(TextId, Picture)]) {
        let Some(frame) = self.frames.get_mut(id) else { return };
        if let Some(line) = line {
            frame.line = line;
            frame.exception = None;
        }
        for (name, value) in bound {
            frame.bind(*name, *value);
        }
    }

    pub(super) fn local_unbound(&mut self, id: FrameId, name: TextId) {
        if let Some(frame) = self.frames.get_mut(id) {
            frame.locals.remove_first(|local| local.name == name);
        }
    }

    /// Takes an entry off the control stack, and with it whatever was left above it.
    pub(super) fn leave_control(&mut self, who: Control) {
        self.control.cut(|entry| *entry == who);
    }

    pub(super) fn leave_worker(&mut self) {
        if let Some(outside) = self.outside_worker() {
            self.leave_control(Control::Worker(outside));
            self.clock_ns = outside;
        }
    }

    pub(super) fn task_waits(&mut self, id: FutureId, on: FutureId) {
        self.set_task_state(id, FutureState::Waiting(on));
        self.change_task(id, |task| task.awaiting = Some(on));
    }
}

/// Whether a frame of this kind, entered from a coroutine, is awaited by it. A generator may as well be
/// iterated; that one awaits it shows only when both yield.
fn awaited_when_entered(kind: FrameKind) -> bool {
    matches!(kind, FrameKind::Coroutine | FrameKind::FutureAwait | FrameKind::AsyncGenerator)
}

fn can_await(kind: FrameKind) -> bool {
    matches!(kind, FrameKind::Coroutine | FrameKind::Generator | FrameKind::AsyncGenerator)
}
