//! Frame and traceback objects, as `sys._getframe()` and `exception.__traceback__` give them. A frame of the
//! machine is cheap and is used again; only where someone looks at it, or an exception passes through it, does
//! it get an object, which then keeps its locals alive as CPython's frames do.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use crate::class::{Instance, NativeData, Payload};
use crate::code::{Code, Origin};
use crate::dict::Dict;
use crate::error::{Exc, PyResult, raise};
use crate::frame::{Frame, ScriptFrame};
use crate::generator::{Generator, State};
use crate::machine::Machine;
use crate::machine::refusal::is_code_in_c;
use crate::trash;
use crate::traverse::References;
use crate::value::Value;

/// What a `frame` object knows.
pub struct FrameObject {
    /// `f_code`
    pub code: Rc<Code>,
    /// `f_globals`
    pub globals: Rc<Dict>,
    /// Where names live in module and class bodies; Null in functions.
    pub namespace: Value,
    /// The generator or coroutine whose frame it is.
    pub generator: Option<Weak<Generator>>,
    /// The slots, once the frame is gone.
    kept: RefCell<Vec<Value>>,
    /// The last line, once the frame is gone.
    last_line: Cell<u32>,
    gone: Cell<bool>,
    /// The frame object of the caller that it left to, once the frame is gone.
    back: RefCell<Option<Rc<Instance>>>,
}

impl NativeData for FrameObject {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.dict(&self.globals);
        references.value(&self.namespace);
        references.values(self.kept.borrow().iter());
        if let Some(back) = &*self.back.borrow() {
            references.instance(back);
        }
    }

    fn clear(&self) {
        let _kept = self.kept.take();
        let _back = self.back.take();
    }
}

impl Drop for FrameObject {
    fn drop(&mut self) {
        trash::bury_slice(self.kept.get_mut());
        trash::bury(self.back.take().map(Value::Instance).into_iter());
    }
}

impl FrameObject {
    /// Whether the frame has left the call stack for good.
    pub fn is_gone(&self) -> bool {
        self.gone.get()
    }

    /// Takes the slots of a frame that is done, and the object of the frame that it leaves to.
    pub(crate) fn keep(&self, line: u32, slots: Vec<Value>, back: Option<Rc<Instance>>) {
        self.last_line.set(line);
        self.gone.set(true);
        let _old = self.kept.replace(slots);
        let _old = self.back.replace(back);
    }

    /// `frame.clear()`
    pub fn clear(&self) {
        let _old = self.kept.take();
    }
}

/// What a `traceback` object knows.
pub struct Traceback {
    /// `tb_frame`, a frame object.
    pub frame: Rc<Instance>,
    /// Index of the instruction that raised.
    pub instruction: u32,
    /// `tb_lineno`
    pub line: u32,
    /// `tb_next`: the traceback one call deeper, or Null.
    pub next: RefCell<Value>,
}

impl NativeData for Traceback {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.instance(&self.frame);
        references.value(&self.next.borrow());
    }
}

impl Drop for Traceback {
    fn drop(&mut self) {
        trash::bury(std::iter::once(self.next.take()));
    }
}

/// Whether a variable with that value may close a cycle: from an exception over its traceback to the frame that has the
/// variable, and back.
pub(crate) fn has_exception(value: &Value) -> bool {
    let is_exception =
        |value: &Value| matches!(value, Value::Instance(object) if object.exception().is_some());
    match value {
        Value::List(items) => items.borrow().iter().any(is_exception),
        Value::Tuple(items) => items.iter().any(is_exception),
        _ => is_exception(value),
    }
}

/// The data of a traceback object.
pub fn traceback(value: &Value) -> Option<&Traceback> {
    match value {
        Value::Instance(instance) => instance.native(),
        _ => None,
    }
}

/// The data of a frame object.
pub fn frame_object(value: &Value) -> Option<&FrameObject> {
    match value {
        Value::Instance(instance) => instance.native(),
        _ => None,
    }
}

impl Machine {
    /// The object of a frame, made when first asked for.
    pub fn object_of_frame(&self, frame: &mut ScriptFrame) -> Rc<Instance> {
        if let Some(object) = &frame.object {
            return object.clone();
        }
        let data = FrameObject {
            code: frame.code.clone(),
            globals: frame.globals.clone(),
            namespace: frame.namespace.clone(),
            generator: frame.generator.as_ref().map(Rc::downgrade),
            kept: RefCell::default(),
            last_line: Cell::new(if frame.line == 0 { frame.code.first_line } else { frame.line }),
            gone: Cell::new(false),
            back: RefCell::default(),
        };
        let object = Instance::new(self.types.frame.clone(), Payload::Native(Box::new(data)));
        frame.object = Some(object.clone());
        object
    }

    /// Puts a traceback entry for the frame in front of an exception's traceback.
    pub(crate) fn note_traceback(&self, frame: &mut ScriptFrame, exception: &Value) {
        // What stands for functions in C leaves no entry. The library's frames do, so that what they hold lives
        // as long as in CPython; they are not shown.
        if stands_for_c(frame) {
            return;
        }
        let Value::Instance(instance) = exception else { return };
        let Some(data) = instance.exception() else { return };
        let next = data.traceback.take();
        // One that was thrown into a generator before its first line leaves from its `def`.
        let started = frame.line != 0;
        let (instruction, line) =
            if started { (frame.pc, frame.current_line()) } else { (u32::MAX, frame.code.first_line) };
        let entry = self.traceback_at(frame, instruction, line, next);
        data.traceback.replace(entry);
    }

    fn traceback_at(&self, frame: &mut ScriptFrame, instruction: u32, line: u32, next: Value) -> Value {
        let data =
            Traceback { frame: self.object_of_frame(frame), instruction, line, next: RefCell::new(next) };
        Value::Instance(Instance::new(self.types.traceback.clone(), Payload::Native(Box::new(data))))
    }

    /// A traceback object for where the nearest frame of the script stands; None where there is none. Between
    /// two instructions, as when finalizers run, that is the line it last began.
    pub fn traceback_here(&mut self, between: bool) -> Value {
        let mut frames = std::mem::take(&mut self.frames);
        let mut scripts = frames.iter_mut().rev().filter_map(|frame| match frame {
            Frame::Script(frame) if frame.is_shown() => Some(frame),
            _ => None,
        });
        let entry = scripts.next().map(|frame| {
            let (instruction, line) =
                if between { (u32::MAX, frame.line) } else { (frame.pc, frame.current_line()) };
            self.traceback_at(frame, instruction, line, Value::Null)
        });
        self.frames = frames;
        entry.unwrap_or(Value::None)
    }

    /// The script frame `depth` levels down the call stack, as an object; frames of ours do not count.
    pub fn frame_at(&mut self, depth: usize) -> Option<Rc<Instance>> {
        let mut found = None;
        let mut frames = std::mem::take(&mut self.frames);
        let mut scripts = frames.iter_mut().rev().filter_map(|frame| match frame {
            Frame::Script(frame) if frame.is_shown() => Some(frame),
            _ => None,
        });
        if let Some(frame) = scripts.nth(depth) {
            found = Some(self.object_of_frame(frame));
        }
        self.frames = frames;
        found
    }

    /// The object of the nearest frame on the call stack: the caller of one that has just left it. A frame that is
    /// kept keeps its caller's, and that one, once it is gone, its own caller's.
    pub(crate) fn object_of_caller(&mut self) -> Option<Rc<Instance>> {
        self.object_below(self.frames.len())
    }

    /// The object of the nearest frame below a place on the call stack.
    fn object_below(&mut self, at: usize) -> Option<Rc<Instance>> {
        let mut frames = std::mem::take(&mut self.frames);
        let object = frames[..at].iter_mut().rev().find_map(|frame| match frame {
            Frame::Script(frame) if !stands_for_c(frame) => Some(self.object_of_frame(frame)),
            _ => None,
        });
        self.frames = frames;
        object
    }

    /// `f_back`: the frame object of the caller, where the frame is on the call stack, or was as it left. Frames of
    /// ours do not count.
    pub fn frame_back(&mut self, object: &Rc<Instance>) -> Option<Rc<Instance>> {
        let mut at = object.clone();
        loop {
            let data = at.native::<FrameObject>()?;
            let back = if data.is_gone() {
                data.back.borrow().clone()
            } else {
                let place = self.frames.iter().rposition(|frame| match frame {
                    Frame::Script(frame) => frame.object.as_ref().is_some_and(|own| Rc::ptr_eq(own, &at)),
                    Frame::Native(_) => false,
                })?;
                self.object_below(place)
            };
            at = back?;
            if at.native::<FrameObject>()?.code.origin != Origin::Hidden {
                return Some(at);
            }
        }
    }

    /// The frame object of a generator or coroutine; `None` once it is closed.
    pub fn frame_of_generator(&mut self, generator: &Rc<Generator>) -> Option<Rc<Instance>> {
        if generator.state.get() == State::Closed {
            return None;
        }
        if let Some(frame) = generator.frame.borrow_mut().as_deref_mut() {
            frame.generator = Some(generator.clone());
            let object = self.object_of_frame(frame);
            // While it is suspended it must not hold on to its own generator.
            let _own = frame.generator.take();
            return Some(object);
        }
        let mut frames = std::mem::take(&mut self.frames);
        let found = frames.iter_mut().find_map(|frame| match frame {
            Frame::Script(frame)
                if frame.generator.as_ref().is_some_and(|own| Rc::ptr_eq(own, generator)) =>
            {
                Some(self.object_of_frame(frame))
            }
            _ => None,
        });
        self.frames = frames;
        found
    }

    /// Looks at the frame behind an object while it is on the call stack or suspended.
    fn with_live_frame<T>(&self, object: &Rc<Instance>, look: impl FnOnce(&ScriptFrame) -> T) -> Option<T> {
        let is_it = |frame: &ScriptFrame| frame.object.as_ref().is_some_and(|own| Rc::ptr_eq(own, object));
        for frame in self.frames.iter().rev() {
            if let Frame::Script(frame) = frame
                && is_it(frame)
            {
                return Some(look(frame));
            }
        }
        let data = object.native::<FrameObject>()?;
        let generator = data.generator.as_ref()?.upgrade()?;
        let suspended = generator.frame.borrow();
        suspended.as_ref().filter(|frame| is_it(frame)).map(|frame| look(frame))
    }

    /// `f_lineno`
    pub fn frame_line(&self, object: &Rc<Instance>) -> u32 {
        let last = object.native::<FrameObject>().map_or(0, |data| data.last_line.get());
        self.with_live_frame(object, ScriptFrame::current_line).unwrap_or(last)
    }

    /// `f_locals`: the namespace itself, or of a function a new dict.
    pub fn frame_locals(&self, object: &Rc<Instance>) -> Rc<Dict> {
        let Some(data) = object.native::<FrameObject>() else { return Rc::default() };
        if let Value::Dict(namespace) = &data.namespace {
            return namespace.clone();
        }
        let kept = self.with_live_frame(object, |frame| locals_of(&frame.code, &frame.stack));
        kept.unwrap_or_else(|| locals_of(&data.code, &data.kept.borrow()))
    }

    /// `traceback.tb_next = next`
    pub fn set_next_traceback(&self, entry: &Value, next: Value) -> PyResult<()> {
        let mut at = next.clone();
        while let Some(data) = traceback(&at) {
            if at.is(entry) {
                return raise(Exc::ValueError, "traceback loop detected");
            }
            let following = data.next.borrow().clone();
            at = following;
        }
        if let Some(data) = traceback(entry) {
            let _old = data.next.replace(if next.is_none() { Value::Null } else { next });
        }
        Ok(())
    }
}

/// Whether it is a function that CPython has in C: no frame of CPython's.
fn stands_for_c(frame: &ScriptFrame) -> bool {
    !frame.traced && frame.code.origin == Origin::Hidden && is_code_in_c(&frame.code)
}

/// The named locals of slots, cells looked into.
pub fn locals_of(code: &Code, slots: &[Value]) -> Rc<Dict> {
    let locals = Rc::<Dict>::default();
    for (name, value) in code.slots.iter().zip(slots) {
        let value = match value {
            Value::Cell(cell) if is_cell_slot(code, *name) => cell.get(),
            other => other.clone(),
        };
        if !value.is_null() && !name.text().starts_with('.') {
            locals.set(*name, value);
        }
    }
    locals
}

fn is_cell_slot(code: &Code, name: crate::symbol::Sym) -> bool {
    let at = code.slots.iter().position(|slot| *slot == name);
    at.is_some_and(|at| at as u32 >= code.free || code.cells.contains(&(at as u32)))
}
