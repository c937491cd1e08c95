//! What the machine tells the trace, and the virtual clock. Only frames of the script, and coroutines of ours,
//! are recorded; pictures of values never run script code.

use std::cell::Cell;

use loopglass_trace::{CodeId, Event, FrameId, FrameKind, Picture, Stream, TextId, Trace};

use crate::class::Payload;
use crate::code::{Code, CodeKind, Origin};
use crate::machine::{Machine, Settings};
use crate::symbol::Sym;
use crate::value::Value;

/// The trace of the run and the virtual clock.
pub struct Recorder {
    /// The trace.
    pub trace: Trace,
    /// Nanoseconds since the start.
    pub clock_ns: u64,
    /// Bytes printed so far.
    pub printed: usize,
    /// The beginnings of what is printed while the script makes the rest of it, the outermost first.
    begun_prints: Vec<(Stream, String)>,
    /// Standard output so far.
    pub stdout: String,
    /// Standard error so far.
    pub stderr: String,
    next_frame: u32,
    /// Tells this run from others of the thread.
    run: u32,
    /// Text ids of symbols, by the symbol's number, and whether each is a name that a script could write.
    names: Vec<Option<(TextId, bool)>>,
    /// The methods of private classes of ours, by the class that has them from there.
    mixed: Vec<(Sym, Sym, CodeId)>,
    on: bool,
}

impl Recorder {
    /// A recorder at the start of a run.
    pub fn new(source: &str, settings: &Settings) -> Recorder {
        let costs = loopglass_trace::Settings {
            line_cost_ns: settings.line_cost_ns,
            iteration_cost_ns: settings.iteration_cost_ns,
            epoch_ns: settings.epoch_ns,
        };
        let mut trace = Trace::new(source, &settings.file, costs);
        trace.fold();
        Recorder {
            trace,
            clock_ns: 0,
            printed: 0,
            begun_prints: Vec::new(),
            stdout: String::new(),
            stderr: String::new(),
            next_frame: 0,
            run: next_run(),
            names: Vec::new(),
            mixed: Vec::new(),
            on: settings.record,
        }
    }

    /// Appends an event.
    #[inline]
    pub fn event(&mut self, event: Event) {
        if self.on {
            self.trace.push(event);
        }
    }

    /// Whether events are kept.
    pub fn is_on(&self) -> bool {
        self.on
    }

    /// A new frame's number.
    pub fn frame_id(&mut self) -> FrameId {
        self.next_frame += 1;
        FrameId(self.next_frame - 1)
    }

    /// The interned text of a name.
    #[inline]
    pub fn name(&mut self, name: Sym) -> TextId {
        self.known_name(name).0
    }

    /// The interned text of a parameter's name; none of one that only we gave a name.
    #[inline]
    fn parameter(&mut self, name: Sym) -> Option<TextId> {
        let (id, is_written) = self.known_name(name);
        is_written.then_some(id)
    }

    #[inline]
    fn known_name(&mut self, name: Sym) -> (TextId, bool) {
        match self.names.get(name.index()) {
            Some(Some(known)) => *known,
            _ => self.new_name(name),
        }
    }

    #[cold]
    fn new_name(&mut self, name: Sym) -> (TextId, bool) {
        let text = name.text();
        let known = (self.trace.text(&text), !text.starts_with('.'));
        if self.names.len() <= name.index() {
            self.names.resize(name.index() + 1, None);
        }
        self.names[name.index()] = Some(known);
        known
    }

    /// The trace's number of a code object.
    pub fn code(&mut self, code: &Code) -> CodeId {
        if let Some((run, id)) = code.trace_id.get()
            && run == self.run
        {
            return id;
        }
        let (name, qualname) = (self.name(code.name), self.name(code.qualname));
        let hidden = code.origin == Origin::Hidden;
        let first_line = if hidden { 0 } else { code.first_line };
        let kind = frame_kind(code.kind);
        let id = self.trace.code(loopglass_trace::CodeInfo { name, qualname, first_line, kind, hidden });
        code.trace_id.set(Some((self.run, id)));
        id
    }

    /// The same of a method that a class has from a private one: it goes by the name of that class.
    pub fn code_mixed_into(&mut self, code: &Code, class: Sym) -> CodeId {
        let known = self.mixed.iter().find(|(method, into, _)| (*method, *into) == (code.qualname, class));
        if let Some((_, _, id)) = known {
            return *id;
        }
        let name = self.name(code.name);
        let qualname = self.trace.text(&format!("{}.{}", class.text(), code.name.text()));
        let kind = frame_kind(code.kind);
        let hidden = code.origin == Origin::Hidden;
        let id = self.trace.code(loopglass_trace::CodeInfo { name, qualname, first_line: 0, kind, hidden });
        self.mixed.push((code.qualname, class, id));
        id
    }

    /// A line event.
    #[inline]
    pub fn line(&mut self, line: u32) {
        self.event(Event::Line { line });
    }

    /// Keeps the beginning of what is printed, while the script makes the rest of it.
    pub(crate) fn begin_print(&mut self, stream: Stream, text: String) {
        self.begun_prints.push((stream, text));
    }

    /// What is left to print of the beginning that was kept last.
    pub(crate) fn take_print(&mut self) -> String {
        self.begun_prints.pop().map_or_else(String::new, |(_, text)| text)
    }

    /// Text on a stream, after all that was begun before it.
    pub fn print(&mut self, stream: Stream, text: &str) {
        if text.is_empty() {
            return;
        }
        for index in 0..self.begun_prints.len() {
            let (stream, text) = &mut self.begun_prints[index];
            let (stream, text) = (*stream, std::mem::take(text));
            self.write(stream, &text);
        }
        self.write(stream, text);
    }

    fn write(&mut self, stream: Stream, text: &str) {
        if text.is_empty() {
            return;
        }
        self.printed += text.len();
        match stream {
            Stream::Out => self.stdout.push_str(text),
            Stream::Err => self.stderr.push_str(text),
        }
        let text = self.trace.text(text);
        self.event(Event::Printed { stream, text });
    }
}

fn next_run() -> u32 {
    thread_local! {
        static RUNS: Cell<u32> = const { Cell::new(0) };
    }
    RUNS.set(RUNS.get().wrapping_add(1));
    RUNS.get()
}

/// What a code object's frames are to the trace.
pub fn frame_kind(kind: CodeKind) -> FrameKind {
    match kind {
        CodeKind::Function => FrameKind::Function,
        CodeKind::Class => FrameKind::Class,
        CodeKind::Generator => FrameKind::Generator,
        CodeKind::Coroutine => FrameKind::Coroutine,
        CodeKind::AsyncGenerator => FrameKind::AsyncGenerator,
        CodeKind::Module => FrameKind::Module,
    }
}

impl Machine {
    /// The bounded picture of a value.
    pub fn picture(&mut self, value: &Value) -> Picture {
        match value {
            Value::None | Value::Null => Picture::None,
            Value::Bool(value) => Picture::Bool(*value),
            Value::Int(value) => Picture::Int((*value).into()),
            Value::Float(value) => Picture::Float((*value).into()),
            Value::Generator(generator) if generator.frame_id.get().is_some() => {
                Picture::Coroutine(generator.frame_id.get().unwrap_or(FrameId(0)))
            }
            Value::Instance(instance) => {
                if let Payload::Native(data) = &instance.payload
                    && let Some(picture) = data.picture()
                {
                    return picture;
                }
                if !matches!(instance.payload, Payload::None) {
                    return self.text_picture(value);
                }
                // All objects of the class look alike.
                let known = instance.class.picture.get();
                known.unwrap_or_else(|| {
                    let picture = self.text_picture(value);
                    instance.class.picture.set(Some(picture));
                    picture
                })
            }
            _ => self.text_picture(value),
        }
    }

    fn text_picture(&mut self, value: &Value) -> Picture {
        let text = crate::picture::bounded_repr(self, value);
        Picture::Text(self.recorder.trace.text(&text))
    }

    /// `TypeName: message` of an exception, bounded.
    pub fn exception_text(&mut self, exception: &Value) -> TextId {
        let name = self.types.name_of(exception);
        let message = crate::picture::exception_message(self, exception);
        let text = if message.is_empty() { name.to_string() } else { format!("{name}: {message}") };
        self.recorder.trace.text(&text)
    }
}

impl Machine {
    /// Control enters a frame.
    pub(crate) fn record_entered(&mut self, frame: &crate::frame::ScriptFrame, resumed: bool) {
        if let Some(frame) = frame.id {
            self.recorder.event(Event::FrameEntered { frame, resumed });
        }
    }

    /// A frame returned.
    pub(crate) fn record_returned(&mut self, frame: &crate::frame::ScriptFrame, value: &Value) {
        if let Some(frame) = frame.id {
            let value = self.picture(value);
            self.recorder.event(Event::FrameReturned { frame, value });
        }
    }

    /// The arguments of a call, as the first bindings of its frame.
    pub(crate) fn record_arguments(&mut self, frame: &crate::frame::ScriptFrame) {
        let Some(id) = frame.id else { return };
        let code = frame.code.clone();
        let count = (code.positional + code.keyword_only) as usize
            + usize::from(code.star_args)
            + usize::from(code.star_kwargs);
        for index in 0..count {
            let Some(name) = self.recorder.parameter(code.slots[index]) else { continue };
            let value = self.picture(&frame.stack[index]);
            self.recorder.event(Event::LocalBound { frame: id, name, value });
        }
    }

    /// Binds a slot, recorded where the value is new.
    #[inline]
    pub(crate) fn bind_slot(&mut self, frame: &mut crate::frame::ScriptFrame, slot: u32, value: Value) {
        let old = std::mem::replace(&mut frame.stack[slot as usize], value);
        if frame.traced && self.settings.record {
            let new = &frame.stack[slot as usize];
            if old.is_null() || !old.is(new) {
                self.record_slot(frame, slot);
            }
        }
        drop(old);
    }

    fn record_slot(&mut self, frame: &crate::frame::ScriptFrame, slot: u32) {
        let Some(id) = frame.id else { return };
        let name = self.recorder.name(frame.code.slots[slot as usize]);
        let value = self.picture(&frame.stack[slot as usize]);
        self.recorder.event(Event::LocalBound { frame: id, name, value });
    }

    /// A name of the frame's own scope was bound.
    pub(crate) fn record_bound(&mut self, frame: &crate::frame::ScriptFrame, name: Sym, value: &Value) {
        if !frame.traced || !self.settings.record {
            return;
        }
        let Some(frame) = frame.id else { return };
        let name = self.recorder.name(name);
        let value = self.picture(value);
        self.recorder.event(Event::LocalBound { frame, name, value });
    }

    /// A global was bound through `global`: it is a local of the module's frame.
    pub(crate) fn record_global(&mut self, frame: &crate::frame::ScriptFrame, name: Sym, value: &Value) {
        if !frame.traced || !self.settings.record {
            return;
        }
        let name = self.recorder.name(name);
        let value = self.picture(value);
        self.recorder.event(Event::LocalBound { frame: FrameId(0), name, value });
    }

    /// A name was deleted.
    pub(crate) fn record_unbound(&mut self, frame: &crate::frame::ScriptFrame, name: Sym) {
        if !frame.traced {
            return;
        }
        let Some(frame) = frame.id else { return };
        let name = self.recorder.name(name);
        self.recorder.event(Event::LocalUnbound { frame, name });
    }
}
