//! Following references: what each kind of object holds. The collector of cycles counts with it, so every strong
//! reference between objects is told exactly once; one that is not told keeps what it leads to alive.

use std::rc::Rc;

use crate::class::{Class, ExceptionData, Instance, Payload};
use crate::dict::Dict;
use crate::frame::ScriptFrame;
use crate::function::Function;
use crate::generator::Generator;
use crate::iterator::IterState;
use crate::value::Value;

/// An object that is no value of its own but is shared between objects, such as an event loop's queue.
pub trait Traced {
    /// Tells what it holds.
    fn traverse(&self, references: &mut References);
    /// Lets go of what it holds.
    fn clear(&self) {}
}

/// An object that takes part in cycles.
#[derive(Clone)]
pub enum Node {
    /// A value.
    Value(Value),
    /// Something shared that is no value.
    Other(Rc<dyn Traced>),
}

impl Node {
    /// Its address.
    pub(crate) fn address(&self) -> usize {
        match self {
            Node::Value(value) => value.address().unwrap_or(0),
            Node::Other(other) => Rc::as_ptr(other) as *const () as usize,
        }
    }

    /// How many references lead to it, this one included.
    pub(crate) fn references(&self) -> usize {
        match self {
            Node::Other(other) => Rc::strong_count(other),
            Node::Value(value) => match value {
                Value::Tuple(r) => Rc::strong_count(r),
                Value::List(r) => Rc::strong_count(r),
                Value::Dict(r) => Rc::strong_count(r),
                Value::Set(r) => Rc::strong_count(r),
                Value::Slice(r) => Rc::strong_count(r),
                Value::Function(r) => Rc::strong_count(r),
                Value::Native(r) => Rc::strong_count(r),
                Value::Method(r) => Rc::strong_count(r),
                Value::Class(r) => Rc::strong_count(r),
                Value::Instance(r) => Rc::strong_count(r),
                Value::Generator(r) => Rc::strong_count(r),
                Value::Iter(r) => Rc::strong_count(r),
                Value::Cell(r) => Rc::strong_count(r),
                _ => usize::MAX,
            },
        }
    }

    /// Tells what it holds.
    pub(crate) fn traverse(&self, references: &mut References) {
        match self {
            Node::Other(other) => other.traverse(references),
            Node::Value(value) => traverse_value(value, references),
        }
    }

    /// Lets go of what it holds, where that can be without it: what a cycle must go through is among these.
    pub(crate) fn clear(&self) {
        match self {
            Node::Other(other) => other.clear(),
            Node::Value(Value::List(list)) => {
                let _items = std::mem::take(&mut *list.borrow_mut());
            }
            Node::Value(Value::Dict(dict)) => dict.clear(),
            Node::Value(Value::Set(set)) => set.clear(),
            Node::Value(Value::Cell(cell)) => {
                let _content = cell.set(Value::Null);
            }
            Node::Value(Value::Instance(instance)) => clear_instance(instance),
            Node::Value(Value::Generator(generator)) => {
                let _frame = generator.frame.take();
                let _finalizer = generator.finalizer.take();
            }
            Node::Value(_) => {}
        }
    }
}

/// The references that an object holds.
#[derive(Default)]
pub struct References {
    pub(crate) found: Vec<Node>,
}

impl References {
    /// A reference to a value.
    pub fn value(&mut self, value: &Value) {
        let follows = match value {
            Value::Tuple(_)
            | Value::List(_)
            | Value::Dict(_)
            | Value::Set(_)
            | Value::Slice(_)
            | Value::Function(_)
            | Value::Method(_)
            | Value::Instance(_)
            | Value::Generator(_)
            | Value::Iter(_)
            | Value::Cell(_) => true,
            Value::Native(native) => !native.receiver.is_null(),
            Value::Class(class) => class.heap,
            _ => false,
        };
        if follows {
            self.found.push(Node::Value(value.clone()));
        }
    }

    /// References to values.
    pub fn values<'a>(&mut self, values: impl IntoIterator<Item = &'a Value>) {
        values.into_iter().for_each(|value| self.value(value));
    }

    /// A reference to a dict.
    pub fn dict(&mut self, dict: &Rc<Dict>) {
        self.found.push(Node::Value(Value::Dict(dict.clone())));
    }

    /// A reference to an instance.
    pub fn instance(&mut self, instance: &Rc<Instance>) {
        self.found.push(Node::Value(Value::Instance(instance.clone())));
    }

    /// A reference to something that is no value.
    pub fn other(&mut self, other: Rc<dyn Traced>) {
        self.found.push(Node::Other(other));
    }

    fn class(&mut self, class: &Rc<Class>) {
        if class.heap {
            self.found.push(Node::Value(Value::Class(class.clone())));
        }
    }

    fn entries(&mut self, dict: &Dict) {
        for (key, value) in dict.to_vec() {
            self.value(&key);
            self.value(&value);
        }
    }

    /// References of a frame.
    pub(crate) fn frame(&mut self, frame: &ScriptFrame) {
        self.dict(&frame.globals);
        self.value(&frame.namespace);
        self.values(&frame.stack);
        self.value(&frame.handled);
        if let Some(generator) = &frame.generator {
            self.value(&Value::Generator(generator.clone()));
        }
        if let Some(object) = &frame.object {
            self.instance(object);
        }
    }
}

fn traverse_value(value: &Value, references: &mut References) {
    match value {
        Value::Tuple(items) => references.values(items.iter()),
        Value::List(list) => references.values(list.borrow().iter()),
        Value::Dict(dict) => references.entries(dict),
        Value::Set(set) => references.values(&set.items()),
        Value::Slice(slice) => references.values([&slice.start, &slice.stop, &slice.step]),
        Value::Function(function) => traverse_function(function, references),
        Value::Native(native) => references.value(&native.receiver),
        Value::Method(method) => references.values([&method.function, &method.receiver]),
        Value::Class(class) => traverse_class(class, references),
        Value::Instance(instance) => traverse_instance(instance, references),
        Value::Generator(generator) => traverse_generator(generator, references),
        Value::Iter(iterator) => traverse_iterator(&iterator.state.borrow(), references),
        Value::Cell(cell) => references.value(&cell.get()),
        _ => {}
    }
}

fn traverse_function(function: &Function, references: &mut References) {
    references.dict(&function.globals);
    references.values(function.closure.iter());
    if let Some(defaults) = &*function.defaults.borrow() {
        references.value(&Value::Tuple(defaults.clone()));
    }
    if let Some(defaults) = &*function.keyword_defaults.borrow() {
        references.dict(defaults);
    }
    references.value(&function.annotate.borrow());
    if let Some(annotations) = &*function.annotations.borrow() {
        references.value(annotations);
    }
    references.value(&function.type_params.borrow());
    if let Some(dict) = function.dict.get() {
        references.dict(dict);
    }
}

fn traverse_class(class: &Class, references: &mut References) {
    references.dict(&class.dict);
    class.bases().iter().chain(class.rest_of_mro().iter()).for_each(|base| references.class(base));
    if let Some(metaclass) = class.metaclass() {
        references.class(metaclass);
    }
}

fn traverse_instance(instance: &Instance, references: &mut References) {
    instance.class.all().for_each(|class| references.class(class));
    if let Some(dict) = instance.dict_if_any() {
        references.dict(dict);
    }
    if let Some(slots) = instance.slots() {
        references.entries(slots);
    }
    match &instance.payload {
        Payload::None => {}
        Payload::Value(value) => references.value(value),
        Payload::Exception(data) => traverse_exception(data, references),
        Payload::Native(data) => data.traverse(references),
    }
}

fn traverse_exception(data: &ExceptionData, references: &mut References) {
    for place in [&data.args, &data.cause, &data.context, &data.traceback] {
        references.value(&place.borrow());
    }
    references.values(data.fields.borrow().iter().map(|(_, value)| value));
}

fn clear_instance(instance: &Instance) {
    // A dict that other instances have as well is not this one's to clear.
    if let Some(dict) = instance.dict_if_any()
        && Rc::strong_count(dict) == 1
    {
        dict.clear();
    }
    if let Some(slots) = instance.slots() {
        slots.clear();
    }
    match &instance.payload {
        Payload::Exception(data) => {
            for place in [&data.cause, &data.context, &data.traceback] {
                let _old = place.take();
            }
            let _fields = data.fields.take();
        }
        Payload::Native(data) => data.clear(),
        Payload::None | Payload::Value(_) => {}
    }
}

fn traverse_generator(generator: &Generator, references: &mut References) {
    references.value(&generator.finalizer.borrow());
    if let Some(frame) = &*generator.frame.borrow() {
        references.frame(frame);
    }
}

fn traverse_iterator(state: &IterState, references: &mut References) {
    match state {
        IterState::List(list, _) | IterState::ListReversed(list, _) => {
            references.value(&Value::List(list.clone()));
        }
        IterState::Tuple(items, _) => references.value(&Value::Tuple(items.clone())),
        IterState::Dict(dict, ..) | IterState::View(dict, _) => references.dict(dict),
        IterState::Set(set, ..) => references.value(&Value::Set(set.clone())),
        IterState::Enumerate(a, b)
        | IterState::Filter(a, b)
        | IterState::Callable(a, b)
        | IterState::OrDefault(a, b) => {
            references.values([a, b]);
        }
        IterState::Zip(all, _) => references.values(all),
        IterState::Map(function, all, _) => {
            references.value(function);
            references.values(all);
        }
        IterState::Sequence(value, ..) => references.value(value),
        IterState::AsyncStep(awaitable) => awaitable.traverse(references),
        IterState::CoroutineWrapper(generator) => references.value(&Value::Generator(generator.clone())),
        IterState::Host(host) => host.traverse(references),
        IterState::Str(..)
        | IterState::Bytes(..)
        | IterState::Range(..)
        | IterState::Pause(_)
        | IterState::Done => {}
    }
}
