//! The class `memoryview`: a window on the bytes of another object, one byte an item.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use super::arguments::method;
use super::bytes::{bytes_like, required_bytes};
use super::install::{getters, methods, slots, static_methods};
use super::slice_ops::byte_of;
use crate::class::{Instance, NativeData, Payload};
use crate::error::{Exc, PyResult, raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done, ops};
use crate::sequence::Bytes;
use crate::traverse::References;
use crate::value::Value;

const OWNER: &str = "memoryview";

/// What a view shows: every `step`-th byte from `start` on.
#[derive(Clone)]
struct Window {
    /// `obj`
    object: Value,
    bytes: Rc<Bytes>,
    start: i64,
    step: i64,
    count: usize,
}

/// A view, until it is released.
struct View(RefCell<Option<Window>>);

impl NativeData for View {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        if let Some(window) = &*self.0.borrow() {
            references.value(&window.object);
        }
    }
}

impl Window {
    fn place(&self, index: usize) -> usize {
        (self.start + index as i64 * self.step) as usize
    }

    fn to_vec(&self) -> Vec<u8> {
        let data = self.bytes.borrow();
        (0..self.count).filter_map(|index| data.get(self.place(index)).copied()).collect()
    }
}

/// The bytes that a view shows.
pub fn shown_bytes(value: &Value) -> Option<Vec<u8>> {
    match value {
        Value::Instance(instance) => {
            instance.native::<View>().and_then(|view| view.0.borrow().as_ref().map(Window::to_vec))
        }
        _ => None,
    }
}

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let class = machine.types.memory_view.clone();
    static_methods(&class, OWNER, &[("__new__", new)]);
    slots(
        &class,
        OWNER,
        &[
            ("__getitem__", getitem),
            ("__setitem__", setitem),
            ("__len__", len),
            ("__iter__", iter),
            ("__eq__", eq),
            ("__hash__", hash),
            ("__repr__", repr),
        ],
    );
    methods(
        &class,
        OWNER,
        &[
            ("tobytes", tobytes),
            ("tolist", tolist),
            ("hex", hex),
            ("release", release),
            ("toreadonly", toreadonly),
            ("cast", cast),
            ("__enter__", enter),
            ("__exit__", exit),
        ],
    );
    getters(
        &class,
        OWNER,
        &[
            ("obj", |_, args| done(window(args)?.object)),
            ("nbytes", |_, args| done(window(args)?.count as i64)),
            ("readonly", |_, args| done(!window(args)?.bytes.mutable)),
            ("format", |_, args| window(args).and_then(|_| done("B"))),
            ("itemsize", |_, args| window(args).and_then(|_| done(1))),
            ("ndim", |_, args| window(args).and_then(|_| done(1))),
            ("shape", |_, args| done(Value::tuple(vec![Value::Int(window(args)?.count as i64)]))),
            ("strides", |_, args| done(Value::tuple(vec![Value::Int(window(args)?.step)]))),
            ("suboffsets", |_, args| window(args).and_then(|_| done(Value::tuple(Vec::new())))),
            ("contiguous", |_, args| done(is_contiguous(&window(args)?))),
            ("c_contiguous", |_, args| done(is_contiguous(&window(args)?))),
            ("f_contiguous", |_, args| done(is_contiguous(&window(args)?))),
        ],
    );
}

fn is_contiguous(window: &Window) -> bool {
    window.step == 1 || window.count < 2
}

fn view(machine: &Machine, window: Window) -> Value {
    let payload = Payload::Native(Box::new(View(RefCell::new(Some(window)))));
    Value::Instance(Instance::new(machine.types.memory_view.clone(), payload))
}

/// The receiver's window; released views have none.
fn window(args: &Args) -> PyResult<Window> {
    let Some(Value::Instance(instance)) = args.positional.first() else {
        return type_error("a memoryview was expected");
    };
    match instance.native::<View>().map(|view| view.0.borrow().clone()) {
        Some(Some(window)) => Ok(window),
        Some(None) => value_error("operation forbidden on released memoryview object"),
        None => type_error("a memoryview was expected"),
    }
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [object] = method(args, OWNER).named(["object"], 1, 0, 1)?;
    let object = object.cloned().unwrap_or_default();
    if let Value::Instance(instance) = &object
        && instance.native::<View>().is_some()
    {
        let window = window(&Args::one(object.clone()))?;
        return done(view(machine, window));
    }
    match object.base_value() {
        Value::Bytes(bytes) => {
            let (bytes, count) = (bytes.clone(), bytes.borrow().len());
            let window = Window { bytes, start: 0, step: 1, count, object };
            done(view(machine, window))
        }
        _ => {
            let kind = machine.types.name_of(&object);
            type_error(format!("memoryview: a bytes-like object is required, not '{kind}'"))
        }
    }
}

/// The place of an index among the bytes.
fn place_of(machine: &mut Machine, window: &Window, key: &Value) -> PyResult<usize> {
    if !machine.can_be_index(key) {
        return type_error("memoryview: invalid slice key");
    }
    let index = machine.index(key)?;
    let index = if index < 0 { index + window.count as i64 } else { index };
    match usize::try_from(index) {
        Ok(index) if index < window.count => Ok(window.place(index)),
        _ => raise(Exc::IndexError, "index out of bounds on dimension 1"),
    }
}

fn getitem(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let window = window(args)?;
    match &args.positional[1] {
        Value::Slice(slice) => {
            let (start, step, count) = ops::slice_indices(machine, slice, window.count)?;
            let start = window.start + start * window.step;
            done(view(machine, Window { start, step: step * window.step, count, ..window }))
        }
        key => {
            let place = place_of(machine, &window, key)?;
            done(
                window.bytes.borrow().get(place).copied().map_or(Value::None, |byte| Value::Int(byte.into())),
            )
        }
    }
}

fn setitem(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let window = window(args)?;
    let [_, key, value] = &args.positional[..] else { return done(Value::None) };
    if !window.bytes.mutable {
        return type_error("cannot modify read-only memory");
    }
    if let Value::Slice(slice) = key {
        let (start, step, count) = ops::slice_indices(machine, slice, window.count)?;
        let new = required_bytes(machine, value)?;
        if new.len() != count {
            return value_error("memoryview assignment: lvalue and rvalue have different structures");
        }
        let mut data = window.bytes.borrow_mut();
        for (n, byte) in new.into_iter().enumerate() {
            let place = window.place((start + n as i64 * step) as usize);
            data[place] = byte;
        }
        return done(Value::None);
    }
    let place = place_of(machine, &window, key)?;
    if ops::as_big(value).is_none() {
        return type_error("memoryview: invalid type for format 'B'");
    }
    let Ok(byte) = byte_of(machine, value) else {
        return value_error("memoryview: invalid value for format 'B'");
    };
    window.bytes.borrow_mut()[place] = byte;
    done(Value::None)
}

fn len(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(window(args)?.count as i64)
}

fn iter(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let bytes = Value::bytes(window(args)?.to_vec());
    done(machine.iter(&bytes)?)
}

fn eq(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let own = window(args)?.to_vec();
    match args.positional.get(1).and_then(bytes_like) {
        Some(other) => done(own == other),
        None => done(Value::NotImplemented),
    }
}

fn hash(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let window = window(args)?;
    if window.bytes.mutable {
        return value_error("cannot hash writable memoryview object");
    }
    done(crate::hashing::hash(&Value::bytes(window.to_vec())).unwrap_or(0))
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(object @ Value::Instance(instance)) = args.positional.first() else { return done("") };
    let released = instance.native::<View>().is_some_and(|view| view.0.borrow().is_none());
    let kind = if released { "released memory" } else { "memory" };
    done(format!("<{kind} at {:#x}>", super::naming::id(machine, object)))
}

fn tobytes(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::bytes(window(args)?.to_vec()))
}

fn tolist(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let bytes = window(args)?.to_vec();
    done(Value::list(bytes.into_iter().map(|byte| Value::Int(byte.into())).collect()))
}

/// As `bytes.hex` of what is shown.
fn hex(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let bytes = Value::bytes(window(args)?.to_vec());
    let method = machine.get_attribute(&bytes, crate::symbol::Sym::new("hex"))?;
    let rest = Args { positional: args.positional[1..].into(), keywords: args.keywords.clone() };
    machine.call(&method, rest)
}

fn release(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    if let Some(Value::Instance(instance)) = args.positional.first()
        && let Some(view) = instance.native::<View>()
    {
        let _window = view.0.take();
    }
    done(Value::None)
}

fn toreadonly(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let window = window(args)?;
    let bytes = Rc::new(Bytes::new(window.to_vec(), false));
    done(view(machine, Window { bytes, start: 0, step: 1, ..window }))
}

fn cast(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let window = window(args)?;
    match args.positional.get(1).and_then(Value::as_str).map(|format| format.as_str()) {
        Some("B") => done(view(machine, window)),
        _ => value_error("memoryview.cast() is supported only for the format 'B' here"),
    }
}

fn enter(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    window(args)?;
    done(args.positional[0].clone())
}

fn exit(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    release(machine, args)
}
