//! The class `memoryview`: a window on the bytes of another object, one byte an item or, after `cast`, numbers of
//! several bytes.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use super::arguments::method;
use super::bytes::{bytes_like, required_bytes};
use super::install::{getters, methods, slots, static_methods};
use super::memory_format::Format;
use crate::class::{Instance, NativeData, Payload};
use crate::error::{Exc, PyResult, raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done, ops};
use crate::sequence::Bytes;
use crate::traverse::References;
use crate::value::Value;

const OWNER: &str = "memoryview";

/// What a view shows: items of a format, each `step` bytes after the one before, from `start` on.
#[derive(Clone)]
struct Window {
    /// `obj`
    object: Value,
    bytes: Rc<Bytes>,
    start: i64,
    step: i64,
    count: usize,
    format: Format,
    /// `shape`, where it has more than one dimension.
    shape: Vec<usize>,
    readonly: bool,
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
        let size = self.format.size();
        let item = |index| data.get(self.place(index)..self.place(index) + size);
        (0..self.count).filter_map(item).flatten().copied().collect()
    }

    fn items(&self) -> Vec<Value> {
        self.to_vec().chunks_exact(self.format.size()).map(|item| self.format.value(item)).collect()
    }

    fn shape(&self) -> Vec<usize> {
        if self.shape.is_empty() { vec![self.count] } else { self.shape.clone() }
    }

    /// How many bytes lie between neighbours in each dimension.
    fn strides(&self) -> Vec<i64> {
        let mut strides = vec![self.step];
        for extent in self.shape.iter().skip(1).rev() {
            let next = strides[0] * *extent as i64;
            strides.insert(0, next);
        }
        strides
    }
}

impl Window {
    fn value_at(&self, place: usize) -> Value {
        let data = self.bytes.borrow();
        data.get(place..place + self.format.size()).map_or(Value::None, |item| self.format.value(item))
    }
}

/// Items as lists in lists.
fn nested(items: &[Value], shape: &[usize]) -> Value {
    match shape {
        [first, rest @ ..] if !rest.is_empty() => {
            let size = (items.len() / (*first).max(1)).max(1);
            Value::list(items.chunks(size).map(|part| nested(part, rest)).collect())
        }
        _ => Value::list(items.to_vec()),
    }
}

fn integers(values: impl Iterator<Item = i64>) -> Value {
    Value::tuple(values.map(Value::Int).collect())
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
            ("__delitem__", |_, _| type_error("cannot delete memory")),
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
            ("count", count),
            ("index", index),
            ("__enter__", enter),
            ("__exit__", exit),
        ],
    );
    getters(
        &class,
        OWNER,
        &[
            ("obj", |_, args| done(window(args)?.object)),
            ("nbytes", |_, args| window(args).and_then(|it| done((it.count * it.format.size()) as i64))),
            ("readonly", |_, args| done(window(args)?.readonly)),
            ("format", |_, args| done(window(args)?.format.text())),
            ("itemsize", |_, args| done(window(args)?.format.size() as i64)),
            ("ndim", |_, args| done(window(args)?.shape().len() as i64)),
            ("shape", |_, args| {
                done(integers(window(args)?.shape().into_iter().map(|extent| extent as i64)))
            }),
            ("strides", |_, args| done(integers(window(args)?.strides().into_iter()))),
            ("suboffsets", |_, args| window(args).and_then(|_| done(Value::tuple(Vec::new())))),
            ("contiguous", |_, args| done(is_contiguous(&window(args)?))),
            ("c_contiguous", |_, args| done(is_contiguous(&window(args)?))),
            ("f_contiguous", |_, args| done(is_contiguous(&window(args)?))),
        ],
    );
}

fn is_contiguous(window: &Window) -> bool {
    window.step == window.format.size() as i64 || window.count < 2
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
            let readonly = !bytes.mutable;
            let format = Format::default();
            let shape = Vec::new();
            let window = Window { bytes, start: 0, step: 1, count, object, format, shape, readonly };
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

/// As [`place_of`], with an index for each dimension.
fn place_within(machine: &mut Machine, window: &Window, keys: &[Value]) -> PyResult<usize> {
    let mut place = window.start;
    for (dimension, (key, (extent, stride))) in
        keys.iter().zip(window.shape().into_iter().zip(window.strides())).enumerate()
    {
        if !machine.can_be_index(key) {
            return type_error("memoryview: invalid slice key");
        }
        let index = machine.index(key)?;
        let index = if index < 0 { index + extent as i64 } else { index };
        if index < 0 || index >= extent as i64 {
            let message = format!("index out of bounds on dimension {}", dimension + 1);
            return raise(Exc::IndexError, message);
        }
        place += index * stride;
    }
    Ok(place as usize)
}

fn getitem(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let window = window(args)?;
    match &args.positional[1] {
        Value::Tuple(keys) if keys.len() == window.shape().len() => {
            let place = place_within(machine, &window, keys)?;
            done(window.value_at(place))
        }
        _ if window.shape.len() > 1 => {
            raise(Exc::NotImplementedError, "multi-dimensional sub-views are not implemented")
        }
        Value::Slice(slice) => {
            let (start, step, count) = ops::slice_indices(machine, slice, window.count)?;
            let start = window.start + start * window.step;
            done(view(machine, Window { start, step: step * window.step, count, ..window }))
        }
        key => {
            let place = place_of(machine, &window, key)?;
            done(window.value_at(place))
        }
    }
}

fn setitem(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let window = window(args)?;
    let [_, key, value] = &args.positional[..] else { return done(Value::None) };
    if window.readonly {
        return type_error("cannot modify read-only memory");
    }
    if let Value::Slice(slice) = key {
        let (start, step, count) = ops::slice_indices(machine, slice, window.count)?;
        let new = required_bytes(machine, value)?;
        let size = window.format.size();
        if new.len() != count * size || self::format_of(value) != window.format {
            return value_error("memoryview assignment: lvalue and rvalue have different structures");
        }
        let mut data = window.bytes.borrow_mut();
        for (n, item) in new.chunks_exact(size).enumerate() {
            let place = window.place((start + n as i64 * step) as usize);
            data[place..place + size].copy_from_slice(item);
        }
        return done(Value::None);
    }
    let place = match key {
        Value::Tuple(keys) if keys.len() == window.shape().len() => place_within(machine, &window, keys)?,
        _ => place_of(machine, &window, key)?,
    };
    let item = window.format.bytes(machine, value)?;
    window.bytes.borrow_mut()[place..place + item.len()].copy_from_slice(&item);
    done(Value::None)
}

/// The format of the items of what has bytes.
fn format_of(value: &Value) -> Format {
    match value {
        Value::Instance(instance) => {
            let view = instance.native::<View>().and_then(|view| view.0.borrow().clone());
            view.map_or_else(Format::default, |window| window.format)
        }
        _ => Format::default(),
    }
}

fn len(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(window(args)?.shape()[0] as i64)
}

fn iter(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let window = window(args)?;
    if window.shape.len() > 1 {
        return raise(Exc::NotImplementedError, "multi-dimensional sub-views are not implemented");
    }
    if window.format == Format::default() {
        return done(machine.iter(&Value::bytes(window.to_vec()))?);
    }
    done(machine.iter(&Value::list(window.items()))?)
}

fn eq(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let own = window(args)?;
    let Some(other) = args.positional.get(1) else { return done(Value::NotImplemented) };
    let Some(bytes) = bytes_like(other) else { return done(Value::NotImplemented) };
    let format = format_of(other);
    if format == own.format && !format.is_float() {
        return done(own.to_vec() == bytes);
    }
    // Numbers of different sizes are compared as numbers.
    let items: Vec<Value> = bytes.chunks_exact(format.size()).map(|item| format.value(item)).collect();
    let mut same = items.len() == own.count;
    for (one, other) in own.items().iter().zip(&items) {
        same = same && machine.equal(one, other)?;
    }
    done(same)
}

fn hash(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let window = window(args)?;
    if !window.readonly {
        return value_error("cannot hash writable memoryview object");
    }
    if window.format.size() > 1 {
        return value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
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
    let window = window(args)?;
    done(nested(&window.items(), &window.shape()))
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
    done(view(machine, Window { readonly: true, ..window }))
}

/// `cast(format, shape=None)`
fn cast(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [format, shape] = method(args, "cast").named(["format", "shape"], 1, 0, 2)?;
    let mut window = window(args)?;
    let format = format.cloned().unwrap_or_default();
    let Some(text) = format.as_str() else {
        let kind = machine.types.name_of(&format);
        return type_error(format!("cast() argument 'format' must be str, not {kind}"));
    };
    if !is_contiguous(&window) {
        return type_error("memoryview: casts are restricted to C-contiguous views");
    }
    let Some(format) = Format::of(text.as_str()) else {
        return value_error(
            "memoryview: destination format must be a native single character format prefixed with an optional '@'",
        );
    };
    if window.format.size() > 1 && format.size() > 1 || !(window.format.is_byte() || format.is_byte()) {
        return type_error("memoryview: cannot cast between two non-byte formats");
    }
    let bytes = window.count * window.format.size();
    if bytes % format.size() != 0 {
        return type_error("memoryview: length is not a multiple of itemsize");
    }
    let mut extents = Vec::new();
    if let Some(shape) = shape.filter(|shape| !shape.is_none()) {
        if !matches!(shape, Value::List(_) | Value::Tuple(_)) {
            return type_error("shape must be a list or a tuple");
        }
        for extent in machine.collect(shape)? {
            match extent {
                Value::Int(extent) if extent > 0 => extents.push(extent as usize),
                Value::Int(_) => {
                    return value_error("memoryview.cast(): elements of shape must be integers > 0");
                }
                _ => return type_error("memoryview.cast(): elements of shape must be integers"),
            }
        }
        if extents.iter().product::<usize>() * format.size() != bytes {
            return type_error("memoryview: product(shape) * itemsize != buffer size");
        }
    }
    window.count = bytes / format.size();
    window.step = format.size() as i64;
    window.format = format;
    window.shape = if extents.len() > 1 { extents } else { Vec::new() };
    done(view(machine, window))
}

/// As the method of a list of the items.
fn of_items(machine: &mut Machine, args: &Args, name: &str) -> PyResult<Flow> {
    let items = Value::list(window(args)?.items());
    let method = machine.get_attribute(&items, crate::symbol::Sym::new(name))?;
    let rest = Args { positional: args.positional[1..].into(), keywords: args.keywords.clone() };
    machine.call(&method, rest)
}

fn count(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    of_items(machine, args, "count")
}

fn index(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(wanted) = args.positional.get(1) else {
        return type_error("index expected at least 1 argument, got 0");
    };
    let items = window(args)?.items();
    let within = |at: usize, other: usize, machine: &mut Machine| match args.positional.get(at) {
        Some(place) => {
            let place = machine.index(place)?;
            let place = if place < 0 { place + items.len() as i64 } else { place };
            PyResult::Ok(usize::try_from(place).unwrap_or(0).min(items.len()))
        }
        None => Ok(other),
    };
    let (start, stop) = (within(2, 0, machine)?, within(3, items.len(), machine)?);
    for (place, item) in items.iter().enumerate().take(stop).skip(start) {
        if machine.equal(item, wanted)? {
            return done(place as i64);
        }
    }
    value_error("memoryview.index(x): x not found")
}

fn enter(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    window(args)?;
    done(args.positional[0].clone())
}

fn exit(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    release(machine, args)
}
