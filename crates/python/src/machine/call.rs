//! Calling: what each kind of callable does, pushing and leaving script frames.

use std::rc::Rc;

use loopglass_trace::{Event, FrameKind};

use crate::builtins::arguments::wrong_receiver;
use crate::class::{Class, Instance};
use crate::code::{CodeKind, FunctionParts};
use crate::error::{Exc, PyResult, raise, type_error};
use crate::frame::{Expect, Frame, Outcome, ScriptFrame};
use crate::function::{Args, Function, Method, NativeKind};
use crate::generator::{Generator, State};
use crate::machine::attribute::{self, Binding};
use crate::machine::collect::Watched;
use crate::machine::run::Stop;
use crate::machine::{Flow, Machine};
use crate::sequence::Str;
use crate::symbol::{Sym, names};
use crate::value::Value;

/// By how much hidden code may go past the limit of recursion: it has more frames than what it stands for, here and there.
const HIDDEN_SPARE: u32 = 40;

type Kept = Result<Box<ScriptFrame>, Stop>;

impl Machine {
    /// `Op::Call`: `[callee self-or-null a1 … an]` are the top of the stack.
    pub(crate) fn call_op(&mut self, mut frame: Box<ScriptFrame>, count: usize, goal: u64) -> Kept {
        let base = frame.stack.len() - count - 2;
        if self.steps >= goal || crate::memory::is_exhausted() {
            self.frames.push(Frame::Script(frame));
            return Err(Stop::Budget);
        }
        let first = base + if frame.stack[base + 1].is_null() { 2 } else { 1 };
        if let Value::Function(function) = &frame.stack[base]
            && let Some(defaults) = self.defaults_left(function, frame.stack.len() - first)
        {
            let function = function.clone();
            let mut stack = self.new_stack();
            stack.extend(frame.stack.drain(first..));
            if defaults > 0
                && let Some(values) = &*function.defaults.borrow()
            {
                stack.extend(values.iter().skip(values.len() - defaults).cloned());
            }
            frame.stack.truncate(base);
            if function.code.kind != CodeKind::Function {
                match self.make_generator(&function, stack) {
                    Ok(made) => frame.push(made),
                    Err(raised) => return self.fail(frame, raised),
                }
                frame.pc += 1;
                return Ok(frame);
            }
            frame.expect = Expect::Push;
            let callee = match self.enter(&function, stack) {
                Ok(callee) => callee,
                Err(raised) => return self.fail(frame, raised),
            };
            self.frames.push(Frame::Script(frame));
            return Ok(callee);
        }
        let args = take_arguments(&mut frame, first);
        frame.stack.truncate(base + 1);
        let callee = frame.pop();
        if let Value::Native(native) = &callee
            && native.receiver.is_null()
            && native.kind != NativeKind::Getter
            && !(args.positional.is_empty() && native.needs_receiver())
        {
            return self.slow(frame, native.function, args, Expect::Push);
        }
        self.call_from(frame, &callee, args)
    }

    /// `Op::CallKeywords`: the last of the arguments are by keyword.
    pub(crate) fn call_keywords_op(
        &mut self,
        mut frame: Box<ScriptFrame>,
        count: usize,
        names: &[Sym],
    ) -> Kept {
        let base = frame.stack.len() - count - 2;
        let first_keyword = frame.stack.len() - names.len();
        let keywords = names.iter().copied().zip(frame.stack.drain(first_keyword..)).collect();
        let mut args = Args { keywords, ..Args::default() };
        args.positional.extend(frame.stack.drain(base + 1..).filter(|value| !value.is_null()));
        let callee = frame.pop();
        self.call_from(frame, &callee, args)
    }

    /// Where a function can be given so many arguments by position and nothing else: how many of its last parameters
    /// have to be filled with their defaults.
    fn defaults_left(&self, function: &Function, count: usize) -> Option<usize> {
        let code = &function.code;
        if code.keyword_only != 0 || code.star_args || code.star_kwargs {
            return None;
        }
        let at_once = match code.kind {
            CodeKind::Function => true,
            // A coroutine may keep where it was created, which the caller on the stack tells.
            CodeKind::Generator | CodeKind::Coroutine | CodeKind::AsyncGenerator => self.origin_depth == 0,
            CodeKind::Class | CodeKind::Module => false,
        };
        let left = (code.positional as usize).checked_sub(count)?;
        let known = || function.defaults.borrow().as_ref().map_or(0, |defaults| defaults.len());
        (at_once && (left == 0 || left <= known())).then_some(left)
    }

    pub(crate) fn new_stack(&mut self) -> Vec<Value> {
        self.spare.stack()
    }

    /// Makes the frame of a call whose arguments already fill the first slots, and records that it is entered.
    fn enter(&mut self, function: &Rc<Function>, stack: Vec<Value>) -> PyResult<Box<ScriptFrame>> {
        let mut frame = self.make_frame(function, stack)?;
        self.record_created(&mut frame, None);
        self.record_entered(&frame, false);
        self.depth += frame.code.weight;
        Ok(frame)
    }

    fn make_frame(&mut self, function: &Rc<Function>, stack: Vec<Value>) -> PyResult<Box<ScriptFrame>> {
        let spare = if function.code.origin == crate::code::Origin::Hidden { HIDDEN_SPARE } else { 0 };
        if self.depth >= self.settings.limits.recursion + spare {
            return self.recursion_error();
        }
        let code = function.code.clone();
        let slots = code.slots.len();
        let mut frame = self.spare.frame(code, function.globals.clone(), stack);
        if !function.closure.is_empty() {
            frame.stack.resize(frame.code.free as usize, Value::Null);
            frame.stack.extend(function.closure.iter().cloned());
        }
        frame.stack.resize(slots, Value::Null);
        Ok(frame)
    }

    /// Calls a callable. Values come at once, script code is pushed.
    pub fn call(&mut self, callee: &Value, mut args: Args) -> PyResult<Flow> {
        match callee {
            Value::Function(function) => self.call_function(function, args),
            Value::Native(native) => {
                if !native.receiver.is_null() {
                    args.positional.insert(0, native.receiver.clone());
                } else if native.kind == NativeKind::Getter {
                    return type_error("'getset_descriptor' object is not callable");
                } else if args.positional.is_empty() && native.needs_receiver() {
                    let short = native.owner.rsplit('.').next().unwrap_or(native.owner);
                    let class = if native.kind == NativeKind::Slot { native.owner } else { short };
                    return wrong_receiver(self, &args, class, &native.name.text());
                }
                self.call_native(native.function, args)
            }
            Value::Method(method) => {
                args.positional.insert(0, method.receiver.clone());
                self.call(&method.function, args)
            }
            Value::Class(class) => self.call_class(class, args),
            Value::Instance(instance) => {
                let call = instance.class.lookup(names::call);
                if call.as_ref().is_some_and(attribute::binds_by_asking) {
                    args.positional.insert(0, callee.clone());
                    return self.call_native(call_instance, args);
                }
                let bound = self.bound_call(callee, instance, call)?;
                self.call(&bound, args)
            }
            other => type_error(format!("'{}' object is not callable", self.types.name_of(other))),
        }
    }

    /// The bound `__call__` of an instance. Where that is an instance again, its own counts, and so on.
    fn bound_call(
        &mut self,
        callee: &Value,
        instance: &Rc<Instance>,
        mut call: Option<Value>,
    ) -> PyResult<Value> {
        let (mut callee, mut instance) = (callee.clone(), instance.clone());
        for _ in 0..self.settings.limits.recursion {
            let Some(call) = call.take().or_else(|| instance.class.lookup(names::call)) else {
                return type_error(format!("'{}' object is not callable", instance.class.shown_name()));
            };
            let bound = self.bind_special(&call, &callee, &instance.class)?;
            let Value::Instance(next) = &bound else { return Ok(bound) };
            (instance, callee) = (next.clone(), bound);
        }
        raise(Exc::RecursionError, "maximum recursion depth exceeded")
    }

    /// Counts frames that CPython has here and this machine has not, towards the limit of recursion.
    pub fn deepen(&mut self, frames: u32) {
        self.depth += frames;
    }

    /// The opposite of [`Machine::deepen`].
    pub fn shallow(&mut self, frames: u32) {
        self.depth = self.depth.saturating_sub(frames);
    }

    /// Calls a function of the script or the prelude.
    pub(crate) fn call_function(&mut self, function: &Rc<Function>, args: Args) -> PyResult<Flow> {
        let stack = self.bind_arguments(function, args)?;
        match function.code.kind {
            CodeKind::Function | CodeKind::Class | CodeKind::Module => {
                let frame = self.enter(function, stack)?;
                self.frames.push(Frame::Script(frame));
                Ok(Flow::Pushed)
            }
            CodeKind::Generator | CodeKind::Coroutine | CodeKind::AsyncGenerator => {
                Ok(Flow::Value(self.make_generator(function, stack)?))
            }
        }
    }

    /// The generator or coroutine of a call whose arguments already fill the first slots.
    fn make_generator(&mut self, function: &Rc<Function>, stack: Vec<Value>) -> PyResult<Value> {
        let mut frame = self.make_frame(function, stack)?;
        self.record_created(&mut frame, Some(function.code.kind));
        let name = function.name.borrow().clone();
        let qualname = function.qualname.borrow().clone();
        let graveyard = self.graveyard.clone();
        let made = Generator::new(frame, name, qualname, &graveyard);
        made.iterable_coroutine.set(function.makes_awaitables.get());
        if self.origin_depth > 0 && made.is_coroutine() {
            made.origin.replace(crate::builtins::origin::of_caller(self));
        }
        Ok(Value::Generator(made))
    }

    /// Calls a class: makes an instance, as `type.__call__` does.
    fn call_class(&mut self, class: &Rc<Class>, mut args: Args) -> PyResult<Flow> {
        if let Some(meta) = class.metaclass()
            && let Some(call) = meta.lookup(names::call)
            && !matches!(&call, Value::Native(native) if std::ptr::fn_addr_eq(native.function, type_call as crate::function::NativeFn))
        {
            args.positional.insert(0, Value::Class(class.clone()));
            return match call {
                Value::Function(_) | Value::Native(_) => self.call(&call, args),
                _ => self.call_native(call_made_class, args),
            };
        }
        args.positional.insert(0, Value::Class(class.clone()));
        if !class.heap
            && class.layout.is_made_whole()
            && let Some(Value::Native(new)) = class.lookup(names::new)
        {
            return self.call_native(new.function, args);
        }
        self.call_native(type_call, args)
    }

    /// A function value for a code object, with the parts that are on the stack.
    pub(crate) fn make_function(
        &mut self,
        frame: &mut ScriptFrame,
        parts: FunctionParts,
        index: usize,
    ) -> Value {
        let code = frame.code.children[index].clone();
        let closure = if parts.has(FunctionParts::CLOSURE) { frame.pop() } else { Value::Null };
        let annotate = if parts.has(FunctionParts::ANNOTATE) { frame.pop() } else { Value::None };
        let keyword_defaults =
            if parts.has(FunctionParts::KEYWORD_DEFAULTS) { frame.pop() } else { Value::Null };
        let defaults = if parts.has(FunctionParts::DEFAULTS) { frame.pop() } else { Value::Null };
        let closure = match &closure {
            Value::Tuple(cells) => cells.iter().cloned().collect(),
            _ => Box::default(),
        };
        let module = frame.globals.get(names::name).unwrap_or(Value::None);
        let mut function = Function::new(code, frame.globals.clone(), module, closure);
        if let Value::Tuple(tuple) = defaults {
            function.defaults = Some(tuple).into();
        }
        if let Value::Dict(dict) = keyword_defaults {
            function.keyword_defaults = Some(dict).into();
        }
        function.annotate = annotate.into();
        let function = Rc::new(function);
        if !function.closure.is_empty() {
            // It may refer to itself, as a function inside a function that calls itself does.
            self.graveyard.track(Watched::Function(Rc::downgrade(&function)));
        }
        Value::Function(function)
    }

    /// `Op::Return`: the frame is done.
    pub(crate) fn leave(&mut self, mut frame: Box<ScriptFrame>, value: Value) -> Kept {
        self.depth = self.depth.saturating_sub(frame.code.weight);
        self.record_returned(&frame, &value);
        let generator = frame.generator.take();
        self.recycle(frame);
        let outcome = match generator {
            Some(generator) => {
                generator.state.set(State::Closed);
                if generator.is_async_generator() {
                    generator.async_closed.set(true);
                } else if generator.is_coroutine() {
                    self.graveyard.forget_last(&generator);
                }
                Outcome::Return(value)
            }
            None => Outcome::Value(value),
        };
        match self.frames.pop() {
            Some(Frame::Script(caller)) => self.hand_over(caller, outcome),
            Some(native) => {
                self.frames.push(native);
                self.pending = Some(outcome);
                Err(Stop::Again)
            }
            None => {
                self.pending = Some(outcome);
                Err(Stop::Again)
            }
        }
    }

    /// Drops what a finished frame holds and keeps its memory for the next one.
    pub(crate) fn recycle(&mut self, mut frame: Box<ScriptFrame>) {
        let mut stack = std::mem::take(&mut frame.stack);
        if let Some(object) = frame.object.take()
            && Rc::strong_count(&object) > 1
            && let Some(data) = object.native::<crate::traceback::FrameObject>()
        {
            let back = self.object_of_caller();
            stack.truncate(frame.code.slots.len());
            if stack.iter().any(crate::traceback::has_exception) {
                self.graveyard.track(Watched::Instance(Rc::downgrade(&object)));
            }
            data.keep(frame.current_line(), stack, back);
            return;
        }
        self.spare.keep_frame(frame);
        crate::trash::bury_frame(&mut stack);
        stack.clear();
        self.spare.keep_stack(stack);
    }

    /// Starts a module's code in fresh globals, as the only frame.
    pub fn start_module(&mut self, code: Rc<crate::code::Code>, globals: Rc<crate::dict::Dict>) {
        let frame = self.module_frame(code, globals);
        self.frames.push(Frame::Script(frame));
    }

    /// Pushes the frame of a module's code; its value is None.
    pub(crate) fn module_frame(
        &mut self,
        code: Rc<crate::code::Code>,
        globals: Rc<crate::dict::Dict>,
    ) -> Box<ScriptFrame> {
        let stack = self.new_stack();
        let mut frame = self.spare.frame(code, globals.clone(), stack);
        frame.stack.resize(frame.code.slots.len(), Value::Null);
        frame.namespace = Value::Dict(globals);
        self.record_created(&mut frame, None);
        self.record_entered(&frame, false);
        self.depth += frame.code.weight;
        frame
    }

    /// Runs a class body's function with a namespace; its value is what it returns.
    pub(crate) fn push_class_body(&mut self, function: &Rc<Function>, namespace: Value) -> PyResult<Flow> {
        let stack = self.new_stack();
        let mut frame = self.make_frame(function, stack)?;
        frame.namespace = namespace;
        self.record_created(&mut frame, None);
        self.record_entered(&frame, false);
        self.depth += frame.code.weight;
        self.frames.push(Frame::Script(frame));
        Ok(Flow::Pushed)
    }

    fn record_created(&mut self, frame: &mut ScriptFrame, suspended_kind: Option<CodeKind>) {
        let coroutine_of_ours = matches!(suspended_kind, Some(CodeKind::Coroutine));
        if !frame.traced && !coroutine_of_ours {
            return;
        }
        let id = self.recorder.frame_id();
        frame.id = Some(id);
        let code = match coroutine_of_ours.then(|| mixed_into(frame)).flatten() {
            Some(class) => self.recorder.code_mixed_into(&frame.code, class),
            None => self.recorder.code(&frame.code),
        };
        let kind = crate::machine::record::frame_kind(frame.code.kind);
        self.recorder.event(Event::FrameCreated { frame: id, code, kind });
        if frame.traced && kind != FrameKind::Module && frame.namespace.is_null() {
            self.record_arguments(frame);
        }
    }

    /// A bound method, or what else binding a function to a receiver gives.
    pub fn bind(&self, function: &Value, receiver: &Value) -> Value {
        match function {
            Value::Native(native) => Value::Native(Rc::new(crate::function::Native {
                name: native.name,
                owner: native.owner,
                kind: native.kind,
                function: native.function,
                setter: native.setter,
                receiver: receiver.clone(),
            })),
            _ => Value::Method(Rc::new(Method { function: function.clone(), receiver: receiver.clone() })),
        }
    }
}

/// The class that a person knows a method of ours by, where the class that has it is private: `Lock`, of `__aenter__`.
fn mixed_into(frame: &ScriptFrame) -> Option<Sym> {
    let is_private = |name: &str| name.starts_with('_');
    let Some(Value::Instance(receiver)) = frame.stack.first() else { return None };
    let qualname = frame.code.qualname.text();
    let class = receiver.class.name();
    (is_private(&qualname) && qualname.contains('.') && !is_private(&class.text())).then_some(class)
}

/// The operands from a place on, as arguments by position.
fn take_arguments(frame: &mut ScriptFrame, first: usize) -> Args {
    match frame.stack.len() - first {
        1 => Args::one(frame.pop()),
        2 => {
            let last = frame.pop();
            Args::two(frame.pop(), last)
        }
        _ => Args::many(frame.stack.drain(first..)),
    }
}

/// `[instance, …]`: calls an instance whose `__call__` is a descriptor of the script's own; may ask.
fn call_instance(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mut rest = args.clone();
    let callee = rest.positional.remove(0);
    let Value::Instance(instance) = &callee else { return machine.call(&callee, rest) };
    let bound = machine.bound_call(&callee, instance, None)?;
    machine.call(&bound, rest)
}

/// `[class, …]`: calls a class whose metaclass has a `__call__` that is no function; may ask.
fn call_made_class(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mut rest = args.clone();
    let made = rest.positional.remove(0);
    match machine.special(&made, names::call)? {
        Some(bound) => machine.call(&bound, rest),
        None => type_error(format!("'{}' object is not callable", machine.types.name_of(&made))),
    }
}

/// `type.__call__(class, …)`: `__new__`, then `__init__` on what it made.
pub fn type_call(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Class(class)) = args.positional.first() else {
        return type_error("descriptor '__call__' requires a 'type' object");
    };
    let class = class.clone();
    if class.id == machine.types.type_.id && args.positional.len() == 2 && args.keywords.is_empty() {
        return Ok(Flow::Value(Value::Class(machine.types.of(&args.positional[1]))));
    }
    let Some(new) = class.lookup(names::new) else {
        return type_error(format!("cannot create '{}' instances", class.name()));
    };
    let new = match attribute::binding_of(&new) {
        Binding::Static(function) => function,
        Binding::ClassMethod(_) | Binding::Descriptor(_) => {
            machine.get_attribute(&args.positional[0], names::new)?
        }
        _ => new,
    };
    let instance = machine.ask(&new, args.clone())?;
    if !machine.types.is_instance(&instance, &class) {
        return Ok(Flow::Value(instance));
    }
    let actual = machine.types.of(&instance);
    let Some(init) = actual.lookup(names::init) else { return Ok(Flow::Value(instance)) };
    let mut rest = args.clone();
    rest.positional[0] = instance.clone();
    if let Value::Native(native) = &init
        && std::ptr::fn_addr_eq(
            native.function,
            crate::builtins::object::object_init as crate::function::NativeFn,
        )
    {
        // `object.__init__` complains only where `__new__` is not overridden either.
        return match crate::builtins::object::check_excess(machine, &actual, &rest) {
            Ok(()) => Ok(Flow::Value(instance)),
            Err(raised) => Err(raised),
        };
    }
    let init = machine.bind_special(&init, &instance, &actual)?;
    rest.positional.remove(0);
    let result = machine.ask(&init, rest)?;
    if !result.is_none() {
        let kind = machine.types.name_of(&result);
        return raise(Exc::TypeError, format!("__init__() should return None, not '{kind}'"));
    }
    Ok(Flow::Value(instance))
}

/// The text of a value that is known to be a string.
pub fn text_of(value: &Value) -> Rc<Str> {
    value.as_str().cloned().unwrap_or_else(|| names::empty.key())
}
