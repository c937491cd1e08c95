//! Generator, coroutine and asynchronous generator objects: a frame that can be suspended, and its state.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use loopglass_trace::FrameId;

use crate::code::{Code, CodeKind};
use crate::frame::ScriptFrame;
use crate::graveyard::{Grave, Graveyard};
use crate::machine::collect::Watched;
use crate::value::Value;

/// The state of a generator (`inspect.getgeneratorstate`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Never started.
    Created,
    /// On the call stack.
    Running,
    /// Waiting at a `yield` or `await`.
    Suspended,
    /// Finished, closed or failed.
    Closed,
}

/// A generator, coroutine or asynchronous generator.
pub struct Generator {
    /// Its code; the kind says which of the three it is.
    pub code: Rc<Code>,
    /// `__name__`, a `str`.
    pub name: RefCell<Value>,
    /// `__qualname__`, a `str`.
    pub qualname: RefCell<Value>,
    /// The frame, while it is not on the call stack.
    pub frame: RefCell<Option<Box<ScriptFrame>>>,
    /// Its state.
    pub state: Cell<State>,
    /// Its frame's number in the trace.
    pub frame_id: Cell<Option<FrameId>>,
    /// Of an asynchronous generator: whether an `asend`, `athrow` or `aclose` is in progress.
    pub async_running: Cell<bool>,
    /// Of an asynchronous generator: whether the first-iteration hook was called.
    pub hooks_called: Cell<bool>,
    /// Of an asynchronous generator: the finalizer hook of its loop.
    pub finalizer: RefCell<Value>,
    /// Of an asynchronous generator: whether it was closed.
    pub async_closed: Cell<bool>,
    /// Of a coroutine: that `types.coroutine` made an awaitable of this plain generator.
    pub iterable_coroutine: Cell<bool>,
    /// Of a coroutine: `cr_origin`, where it was created, or None.
    pub origin: RefCell<Value>,
    finalized: Cell<bool>,
    graveyard: Weak<Graveyard>,
}

impl Generator {
    /// Makes the object for a frame that is ready to start.
    pub fn new(
        frame: Box<ScriptFrame>,
        name: Value,
        qualname: Value,
        graveyard: &Rc<Graveyard>,
    ) -> Rc<Generator> {
        let made = Rc::new(Generator {
            code: frame.code.clone(),
            name: RefCell::new(name),
            qualname: RefCell::new(qualname),
            frame_id: Cell::new(frame.id),
            frame: RefCell::new(Some(frame)),
            state: Cell::new(State::Created),
            async_running: Cell::new(false),
            hooks_called: Cell::new(false),
            finalizer: RefCell::default(),
            async_closed: Cell::new(false),
            iterable_coroutine: Cell::new(false),
            origin: RefCell::new(Value::None),
            finalized: Cell::new(false),
            graveyard: Rc::downgrade(graveyard),
        });
        graveyard.track(Watched::Generator(Rc::downgrade(&made)));
        made
    }

    /// Whether its end would be seen.
    pub(crate) fn wants_finalizer(&self) -> bool {
        self.state.get() != State::Closed
    }

    /// Whether it must be closed, or warned about, now that it is garbage; true only once.
    pub(crate) fn begin_finalizer(&self) -> bool {
        self.wants_finalizer() && !self.finalized.replace(true)
    }

    /// Where what is to be finalized goes.
    pub(crate) fn graveyard(&self) -> &Weak<Graveyard> {
        &self.graveyard
    }

    /// Whether it is a coroutine object.
    pub fn is_coroutine(&self) -> bool {
        self.code.kind == CodeKind::Coroutine
    }

    /// Whether it is an asynchronous generator.
    pub fn is_async_generator(&self) -> bool {
        self.code.kind == CodeKind::AsyncGenerator
    }
}

impl Drop for Generator {
    fn drop(&mut self) {
        if self.finalized.get() || self.state.get() == State::Closed {
            return;
        }
        let Some(graveyard) = self.graveyard.upgrade() else { return };
        let Some(frame) = self.frame.take() else { return };
        let unstarted = self.state.get() == State::Created;
        if unstarted && !self.is_coroutine() && !(self.is_async_generator() && self.hooks_called.get()) {
            crate::trash::bury(std::iter::once(Value::Null));
            return;
        }
        graveyard.bury(Grave::Generator(Rc::new(Generator {
            code: self.code.clone(),
            name: RefCell::new(self.name.take()),
            qualname: RefCell::new(self.qualname.take()),
            frame: RefCell::new(Some(frame)),
            state: Cell::new(self.state.get()),
            frame_id: Cell::new(self.frame_id.get()),
            async_running: Cell::new(self.async_running.get()),
            hooks_called: Cell::new(self.hooks_called.get()),
            finalizer: RefCell::new(self.finalizer.take()),
            async_closed: Cell::new(self.async_closed.get()),
            iterable_coroutine: Cell::new(self.iterable_coroutine.get()),
            origin: RefCell::new(self.origin.take()),
            finalized: Cell::new(true),
            graveyard: self.graveyard.clone(),
        })));
    }
}
