//! Objects with a class of their own: attributes, slots, and what else an instance holds, its [`Payload`].

use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use loopglass_trace::Picture;

use super::Class;
use crate::dict::Dict;
use crate::error::PyResult;
use crate::graveyard::Grave;
use crate::machine::Machine;
use crate::machine::collect::Watched;
use crate::symbol::Sym;
use crate::trash;
use crate::traverse::References;
use crate::value::Value;

/// The data of a class implemented in Rust, such as a future's.
pub trait NativeData: Any {
    /// For downcasting.
    fn as_any(&self) -> &dyn Any;

    /// What `__await__` gives for an object of a class in Rust itself, which this is: nothing for one that cannot be
    /// awaited.
    fn awaited(&self, _machine: &mut Machine, _object: &Value) -> Option<PyResult<Value>> {
        None
    }

    /// What stands for its `repr` in pictures of the object.
    fn text(&self) -> Option<String> {
        None
    }

    /// The picture of the object in the trace, if it is one the trace knows.
    fn picture(&self) -> Option<Picture> {
        None
    }

    /// Called when the last reference to the object goes. Returning true hands the object, alive again, to the
    /// machine, which calls its class's `__del__`; only the first time.
    fn wants_finalizer(&self) -> bool {
        false
    }

    /// Whether an object of this kind may ever want that.
    fn is_watched(&self) -> bool {
        false
    }

    /// Tells what it holds, for the collector of cycles. What is not told is never found to be garbage.
    fn traverse(&self, _references: &mut References) {}

    /// Lets go of what it holds, as it is garbage.
    fn clear(&self) {}
}

/// What an exception holds besides its attributes.
#[derive(Default)]
pub struct ExceptionData {
    /// `args`, a tuple.
    pub args: RefCell<Value>,
    /// `__cause__`, or Null.
    pub cause: RefCell<Value>,
    /// `__context__`, or Null.
    pub context: RefCell<Value>,
    /// `__suppress_context__`
    pub suppress_context: Cell<bool>,
    /// Whether it is on its way up: its place in the chain of contexts is settled.
    pub raised_in_progress: Cell<bool>,
    /// `__traceback__`: a traceback object, or Null.
    pub traceback: RefCell<Value>,
    /// What its class defines besides, such as `value` of StopIteration and `name` of NameError.
    pub fields: RefCell<Vec<(Sym, Value)>>,
}

impl ExceptionData {
    /// An attribute that a built-in exception class defines, if it was set.
    pub fn field(&self, name: Sym) -> Option<Value> {
        self.fields.borrow().iter().find(|(field, _)| *field == name).map(|(_, value)| value.clone())
    }

    /// Sets such an attribute.
    pub fn set_field(&self, name: Sym, value: Value) {
        let mut fields = self.fields.borrow_mut();
        let old = match fields.iter_mut().find(|(field, _)| *field == name) {
            Some((_, place)) => std::mem::replace(place, value),
            None => {
                fields.push((name, value));
                Value::Null
            }
        };
        drop(fields);
        drop(old);
    }
}

/// What an instance holds besides its attributes.
pub enum Payload {
    /// Nothing.
    None,
    /// It is an exception.
    Exception(Box<ExceptionData>),
    /// The built-in value of an `int`, `str`, `list`, `dict` … subclass.
    Value(Value),
    /// Of a class implemented in Rust.
    Native(Box<dyn NativeData>),
}

/// The class of an instance. `__class__` can be set: then the later class stands behind the first.
pub struct ClassPlace {
    first: Rc<Class>,
    later: OnceCell<Box<ClassPlace>>,
}

impl ClassPlace {
    fn new(class: Rc<Class>) -> ClassPlace {
        ClassPlace { first: class, later: OnceCell::new() }
    }

    /// The class and those that it was before.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Rc<Class>> {
        std::iter::successors(Some(self), |place| place.later.get().map(|later| &**later))
            .map(|place| &place.first)
    }

    /// Sets another class.
    pub fn set(&self, class: Rc<Class>) {
        let mut last = self;
        while let Some(later) = last.later.get() {
            last = later;
        }
        let _new = last.later.get_or_init(|| Box::new(ClassPlace::new(class)));
    }
}

impl Deref for ClassPlace {
    type Target = Rc<Class>;

    #[inline]
    fn deref(&self) -> &Rc<Class> {
        match self.later.get() {
            None => &self.first,
            Some(later) => later,
        }
    }
}

/// An object with a class of its own.
pub struct Instance {
    /// Its class.
    pub class: ClassPlace,
    dict: OnceCell<Rc<Dict>>,
    /// What the attributes named in `__slots__` hold.
    slots: OnceCell<Box<Dict>>,
    /// What else it holds.
    pub payload: Payload,
    finalized: Cell<bool>,
    /// See [`Instance::serial`]; 0 until someone asks.
    serial: Cell<u32>,
}

impl Instance {
    /// Makes an instance without attributes.
    pub fn new(class: Rc<Class>, payload: Payload) -> Rc<Instance> {
        Instance::make(class, OnceCell::new(), payload)
    }

    fn make(class: Rc<Class>, dict: OnceCell<Rc<Dict>>, payload: Payload) -> Rc<Instance> {
        let (slots, finalized) = (OnceCell::new(), Cell::new(false));
        let native = matches!(&payload, Payload::Native(data) if data.is_watched());
        let shared = if native || class.heap { class.graveyard.upgrade() } else { None };
        let class = ClassPlace::new(class);
        let made = Rc::new(Instance { class, dict, slots, payload, finalized, serial: Cell::new(0) });
        if let Some(shared) = shared {
            shared.track(Watched::Instance(Rc::downgrade(&made)));
        }
        made
    }

    /// A new object whose attributes are this dict's.
    pub fn with_dict(class: Rc<Class>, dict: Rc<Dict>) -> Rc<Instance> {
        Instance::make(class, OnceCell::from(dict), Payload::None)
    }

    /// A number that is its own: what stands for its address in `id` and its hash, the same in every run.
    pub fn serial(&self) -> u32 {
        if self.serial.get() == 0
            && let Some(shared) = self.class.graveyard.upgrade()
        {
            self.serial.set(shared.identities.next() as u32);
        }
        self.serial.get()
    }

    /// Its attributes, made when first needed.
    pub fn dict(&self) -> &Rc<Dict> {
        self.dict.get_or_init(Rc::default)
    }

    /// Takes a dict for its attributes, as long as it has none.
    pub fn adopt_dict(&self, dict: &Rc<Dict>) -> bool {
        self.dict.set(dict.clone()).is_ok()
    }

    /// Its attributes, if it has any.
    pub fn dict_if_any(&self) -> Option<&Rc<Dict>> {
        self.dict.get()
    }

    /// An attribute of its own.
    pub fn get(&self, name: Sym) -> Option<Value> {
        self.dict.get()?.get(name)
    }

    /// Sets an attribute of its own.
    pub fn set(&self, name: Sym, value: Value) {
        self.dict().set(name, value);
    }

    /// What an attribute named in `__slots__` holds.
    pub fn slot(&self, name: Sym) -> Option<Value> {
        self.slots.get()?.get(name)
    }

    /// The same, where it is as a rule the one that was set so many others later than the first.
    pub fn slot_near(&self, name: Sym, place: usize) -> Option<Value> {
        let slots = self.slots.get()?;
        slots.get_hinted(name, place).or_else(|| slots.get(name))
    }

    /// Sets an attribute named in `__slots__`; gives back the old value.
    pub fn set_slot(&self, name: Sym, value: Value) -> Option<Value> {
        self.slots.get_or_init(Box::default).set(name, value).1
    }

    /// The same, where it is as a rule the one that was set so many others later than the first.
    pub fn set_slot_near(&self, name: Sym, place: usize, value: Value) -> Option<Value> {
        let slots = self.slots.get_or_init(Box::default);
        slots.set_hinted(name, place, value).map_or_else(|value| slots.set(name, value).1, Some)
    }

    /// Unbinds an attribute named in `__slots__`.
    pub fn remove_slot(&self, name: Sym) -> Option<Value> {
        self.slots.get()?.remove(name)
    }

    /// All attributes named in `__slots__`, if any was set.
    pub(crate) fn slots(&self) -> Option<&Dict> {
        self.slots.get().map(|slots| &**slots)
    }

    /// Whether a finalizer must run now that it is garbage; true only once.
    pub(crate) fn begin_finalizer(&self) -> bool {
        self.wants_finalizer() && !self.finalized.replace(true)
    }

    /// Whether its end would be seen.
    pub(crate) fn wants_finalizer(&self) -> bool {
        let native = matches!(&self.payload, Payload::Native(data) if data.wants_finalizer());
        native || self.class.heap && self.class.rules().has_del
    }

    /// The exception's data.
    pub fn exception(&self) -> Option<&ExceptionData> {
        match &self.payload {
            Payload::Exception(data) => Some(data),
            _ => None,
        }
    }

    /// The built-in value inside.
    pub fn base_value(&self) -> Option<&Value> {
        match &self.payload {
            Payload::Value(value) => Some(value),
            _ => None,
        }
    }

    /// The data of a class implemented in Rust.
    pub fn native<T: 'static>(&self) -> Option<&T> {
        match &self.payload {
            Payload::Native(data) => data.as_any().downcast_ref(),
            _ => None,
        }
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        if !self.finalized.get()
            && self.wants_finalizer()
            && let Some(graveyard) = self.class.graveyard.upgrade()
        {
            let payload = std::mem::replace(&mut self.payload, Payload::None);
            let dict = self.dict.take().map(OnceCell::from).unwrap_or_default();
            let revived = Rc::new(Instance {
                class: ClassPlace::new(self.class.clone()),
                dict,
                slots: self.slots.take().map(OnceCell::from).unwrap_or_default(),
                payload,
                finalized: Cell::new(true),
                serial: self.serial.clone(),
            });
            graveyard.bury(Grave::Instance(revived));
            return;
        }
        if self.serial.get() != 0
            && let Some(graveyard) = self.class.graveyard.upgrade()
        {
            graveyard.notify_watchers(self.serial.get());
        }
        drop(self.slots.take());
        let dict = self.dict.take().map(Value::Dict);
        let payload = match std::mem::replace(&mut self.payload, Payload::None) {
            Payload::Value(value) => Some(value),
            Payload::Exception(mut data) => {
                let linked =
                    [data.args.take(), data.traceback.take(), data.cause.take(), data.context.take()];
                let fields = std::mem::take(data.fields.get_mut()).into_iter().map(|(_, value)| value);
                trash::bury(linked.into_iter().chain(fields));
                None
            }
            Payload::Native(_) | Payload::None => None,
        };
        if dict.is_some() || payload.is_some() {
            trash::bury(dict.into_iter().chain(payload));
        }
    }
}
