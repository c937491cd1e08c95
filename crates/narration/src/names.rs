//! How a sentence names things: tasks by their label, handles as on their chips, frames as calls, values as
//! Python writes them, times in a unit that reads well.

use crate::messages::{
    A_WORKER, ITS_COROUTINE, ITS_OWN_CALLBACK, THE_EVENT_LOOP, THE_FRAME, THE_PROGRAM, WHEN_ALL_ARRIVED,
    WHEN_ALL_DONE, WHEN_ITEM, WHEN_ITS_TURN, WHEN_ROOM, WHEN_SET, its_timer,
};
use crate::phrase::{Kind, Segment};
use loopglass_trace::{
    Callee, CodeId, Control, Event, FrameId, FrameKind, Future, FutureId, Handle, HandleId, Picture,
    PrimitiveId, PrimitiveKind, Tables, TextId, World,
};

/// The longest printed text or value that a sentence holds, in characters.
const LONGEST: usize = 150;

/// An event with all that it can be explained by.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) event: &'a Event,
    pub(crate) before: &'a World,
    pub(crate) after: &'a World,
    pub(crate) tables: &'a Tables,
}

impl<'a> Scene<'a> {
    /// A future as it is after the event, or was before it.
    pub(crate) fn find_future(&self, id: FutureId) -> Option<&'a Future> {
        self.after.futures.get(id).or_else(|| self.before.futures.get(id))
    }

    /// A future's label.
    pub(crate) fn future(&self, id: FutureId) -> Segment {
        let known = if self.after.futures.contains(id) { self.after } else { self.before };
        future(id, known, self.tables)
    }

    /// A handle, as its chip says.
    pub(crate) fn handle(&self, id: HandleId) -> Segment {
        let known = if self.after.handles.contains(id) { self.after } else { self.before };
        handle(id, known, self.tables)
    }

    /// A frame as a call.
    pub(crate) fn frame(&self, id: FrameId) -> Segment {
        let known = if self.after.frames.contains(id) { self.after } else { self.before };
        frame(id, known, self.tables)
    }

    /// A value.
    pub(crate) fn value(&self, picture: Picture) -> Segment {
        match picture {
            Picture::Future(id) => self.future(id),
            Picture::Coroutine(id) => self.frame(id),
            Picture::Loop(_) => Segment::new(Kind::Term("event loop"), THE_EVENT_LOOP),
            Picture::Primitive(id) => self.primitive(id),
            _ => Segment::new(Kind::Value, shortened(&picture.text(self.after, self.tables))),
        }
    }

    /// A name or other text of the trace, as Python.
    pub(crate) fn code(&self, text: TextId) -> Segment {
        Segment::new(Kind::Code, shortened(self.tables.text(text)))
    }

    /// What was printed, on one line.
    pub(crate) fn printed(&self, text: TextId) -> Segment {
        let text = self.tables.text(text).trim_end_matches('\n').replace('\n', " ⏎ ");
        Segment::new(Kind::Value, shortened(&text))
    }

    /// A lock, queue or the like.
    pub(crate) fn primitive(&self, id: PrimitiveId) -> Segment {
        let known = if self.after.primitives.contains(id) { self.after } else { self.before };
        Segment::new(Kind::Code, known.primitive_label(id, self.tables))
    }

    /// The lock or the like that a future is a place in line at.
    pub(crate) fn line_of(&self, future: FutureId) -> Option<PrimitiveId> {
        let is_pending = self.after.futures.get(future).is_some_and(|future| !future.state.is_done());
        let mut lines = self.after.primitives.iter().filter(|_| is_pending);
        lines.find(|(_, primitive)| primitive.waiters.contains(&future)).map(|(id, _)| id)
    }

    /// What a `shield` keeps from being cancelled together with this future, which stands in front of it.
    pub(crate) fn shielded(&self, future: FutureId) -> Option<FutureId> {
        self.after.shielded(future, self.tables)
    }

    /// Until when one waits at a lock or the like.
    pub(crate) fn until(&self, id: PrimitiveId, task: Option<FutureId>) -> Segment {
        let kind = self.after.primitives.get(id).map(|primitive| primitive.kind);
        words(match kind {
            Some(PrimitiveKind::Event) => WHEN_SET,
            Some(PrimitiveKind::Barrier) => WHEN_ALL_ARRIVED,
            Some(PrimitiveKind::Queue) => {
                let inside = |name| task.is_some_and(|task| self.is_inside(task, name));
                match () {
                    () if inside("join") => WHEN_ALL_DONE,
                    () if inside("put") => WHEN_ROOM,
                    () if inside("get") => WHEN_ITEM,
                    () => WHEN_ITS_TURN,
                }
            }
            _ => WHEN_ITS_TURN,
        })
    }

    /// Whether a coroutine of asyncio's own, of this name, is among what a task awaits.
    pub(crate) fn is_inside(&self, task: FutureId, name: &str) -> bool {
        let chain = self.before.await_chain(task);
        let mut frames = chain.iter().filter_map(|frame| self.before.frames.get(*frame));
        frames.any(|frame| is_hidden(*self, frame.code, name))
    }

    /// A handle as the one that does things. A wakeup does nothing but call its task's step, which does them.
    pub(crate) fn runner(&self, id: HandleId, world: &World) -> Segment {
        match world.handles.get(id).map(|handle| handle.callee) {
            Some(Callee::Wakeup(task)) => {
                let text = format!("{}.step", world.label(task, self.tables));
                Segment::new(Kind::Handle(id, Some(task)), text)
            }
            _ => handle(id, world, self.tables),
        }
    }

    /// What a handle that may have run already calls: its task, a function of the script, or a callback of asyncio.
    pub(crate) fn callee(&self, callee: Callee) -> Segment {
        match callee {
            Callee::Step(task) | Callee::Wakeup(task) => self.future(task),
            Callee::Script(name) => Segment::new(Kind::Code, called(self.tables.text(name))),
            Callee::Internal(_) => words(ITS_OWN_CALLBACK),
        }
    }

    /// Whether what tasks do was told at length before: of the first two tasks, until they first waited. From then on
    /// sentences are shorter, and name who else is concerned.
    pub(crate) fn is_familiar(&self) -> bool {
        let task = self.before.current_task().and_then(|task| self.before.futures.get(task));
        let Some((ordinal, part)) = task.and_then(|task| Some((task.ordinal, task.task?))) else {
            return false;
        };
        ordinal > 2 || self.before.frames.get(part.coroutine).is_some_and(|frame| frame.has_yielded)
    }

    /// Whether coroutines have been resumed so often that how that goes was told at length.
    pub(crate) fn is_routine(&self) -> bool {
        self.before.resumptions > 2
    }

    /// Who has control in a world of this scene.
    pub(crate) fn holder(&self, world: &World) -> Segment {
        match world.control.last() {
            Some(Control::Frame(id)) => frame(*id, world, self.tables),
            Some(Control::Handle(id)) => self.runner(*id, world),
            Some(Control::Worker(_)) => words(A_WORKER),
            Some(Control::Loop(_)) => Segment::new(Kind::Term("event loop"), THE_EVENT_LOOP),
            None => words(THE_PROGRAM),
        }
    }
}

/// Whether a code object is one of asyncio's own, of this name.
pub(crate) fn is_hidden(scene: Scene<'_>, code: Option<CodeId>, name: &str) -> bool {
    let code = code.and_then(|code| scene.tables.code(code));
    code.is_some_and(|code| code.hidden && scene.tables.text(code.name) == name)
}

/// Whether a function of asyncio's own, of this name, has control.
pub(crate) fn in_hidden(scene: Scene<'_>, name: &str) -> bool {
    let frame = scene.before.top_frame().and_then(|id| scene.before.frames.get(id));
    is_hidden(scene, frame.and_then(|frame| frame.code), name)
}

/// A future's label in a world.
pub(crate) fn future(id: FutureId, world: &World, tables: &Tables) -> Segment {
    let is_task = world.futures.get(id).is_some_and(|future| future.task.is_some());
    Segment::new(if is_task { Kind::Task(id) } else { Kind::Future(id) }, world.label(id, tables))
}

/// A handle in a world, as its chip says.
pub(crate) fn handle(id: HandleId, world: &World, tables: &Tables) -> Segment {
    match world.handles.get(id).and_then(|handle| timer(handle, world, tables)) {
        Some((task, text)) => Segment::new(Kind::Handle(id, Some(task)), text),
        None => {
            let task = world.handles.get(id).and_then(Handle::task);
            Segment::new(Kind::Handle(id, task), world.handle_label(id, tables))
        }
    }
}

/// What a timer of asyncio's own is to the task that set it, by what the script calls for it: `Task-2's sleep`.
pub fn timer(handle: &Handle, world: &World, tables: &Tables) -> Option<(FutureId, String)> {
    let (Callee::Internal(name), Some(task)) = (handle.callee, handle.made_by) else { return None };
    let what = its_timer(tables.text(name))?;
    Some((task, format!("{}'s {what}", world.label(task, tables))))
}

/// The wakeup of a task, of which there is no handle yet.
pub(crate) fn wakeup(task: Segment) -> Segment {
    Segment { text: format!("{}.wakeup", task.text), ..task }
}

/// A frame in a world: `main()`, `triple_task.__await__`, or the program.
pub(crate) fn frame(id: FrameId, world: &World, tables: &Tables) -> Segment {
    let Some(frame) = world.frames.get(id) else { return words(THE_FRAME) };
    let text = match (frame.kind, frame.awaits, frame.code) {
        (FrameKind::Module, ..) => return words(THE_PROGRAM),
        (_, Some(future), _) => format!("{}.__await__", world.label(future, tables)),
        (_, None, Some(code)) => called(tables.function_name(code)),
        (_, None, None) => return words(THE_FRAME),
    };
    Segment::new(Kind::Frame(id), text)
}

/// The call that made a coroutine, also after its frame has gone.
pub(crate) fn called_code(frame: FrameId, code: Option<CodeId>, tables: &Tables) -> Segment {
    match code {
        Some(code) => Segment::new(Kind::Frame(frame), called(tables.function_name(code))),
        None => words(ITS_COROUTINE),
    }
}

/// A function's name with the parentheses of its call; special methods go without, as people write them.
fn called(name: &str) -> String {
    if name.ends_with("__") || name.ends_with('>') { name.to_owned() } else { format!("{name}()") }
}

/// Plain words.
pub(crate) fn words(text: impl Into<String>) -> Segment {
    Segment::new(Kind::Text, text)
}

/// A number.
pub(crate) fn number(value: impl ToString) -> Segment {
    words(value.to_string())
}

/// A span of virtual time: `20 ns`, `10 µs`, `500 ms`, `1.5 s`, rounded to four digits.
pub(crate) fn span(ns: u64) -> Segment {
    let mut place = 1;
    while ns / place >= 10_000 {
        place *= 10;
    }
    let ns = (ns + place / 2) / place * place;
    let (divisor, unit) = match ns {
        0 => (1, "s"),
        1..1_000 => (1, "ns"),
        1_000..1_000_000 => (1_000, "µs"),
        1_000_000..1_000_000_000 => (1_000_000, "ms"),
        _ => (1_000_000_000, "s"),
    };
    let rest = (ns % divisor) * 1_000 / divisor;
    let rest = format!("{rest:03}");
    let digits = rest.trim_end_matches('0');
    let point = if digits.is_empty() { "" } else { "." };
    words(format!("{}{point}{digits} {unit}", ns / divisor))
}

/// A moment on the clock: `1.000 s`.
pub(crate) fn moment(ns: u64) -> Segment {
    words(format!("{}.{:03} s", ns / 1_000_000_000, ns / 1_000_000 % 1_000))
}

/// At most [`LONGEST`] characters of a text.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{moment, span};

    #[test]
    fn times_read_well() {
        for (ns, text) in [
            (0, "0 s"),
            (20, "20 ns"),
            (10_000, "10 µs"),
            (10_020, "10.02 µs"),
            (500_000_000, "500 ms"),
            (1_500_000_000, "1.5 s"),
            (3_000_000_001, "3 s"),
            (999_989_860, "1 s"),
            (300_040_000, "300 ms"),
            (u64::MAX / 2, "9223000000 s"),
        ] {
            assert_eq!(span(ns).text, text);
        }
        assert_eq!(moment(1_003_000_000).text, "1.003 s");
    }
}
