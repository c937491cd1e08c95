//! Classes and their instances. A class of ours and a class of the script are the same kind of thing, with a
//! dict, bases and an MRO; what instances hold besides attributes is their [`Payload`].

use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Deref;
use std::rc::{Rc, Weak};

use loopglass_trace::Picture;

use crate::dict::Dict;
use crate::error::PyResult;
use crate::graveyard::{Grave, Graveyard};
use crate::machine::Machine;
use crate::machine::collect::Watched;
use crate::symbol::{Sym, names};
use crate::trash;
use crate::traverse::References;
use crate::value::Value;

/// What the built-in part of an instance is (CPython's notion of a solid base): classes with different
/// layouts cannot be combined.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    /// Attributes only.
    Object,
    /// `BaseException` and all below.
    Exception,
    /// `type` and metaclasses.
    Type,
    /// `int` (and `bool`).
    Int,
    /// `float`
    Float,
    /// `complex`
    Complex,
    /// `str`
    Str,
    /// `bytes`
    Bytes,
    /// `bytearray`
    ByteArray,
    /// `tuple`
    Tuple,
    /// `list`
    List,
    /// `dict`
    Dict,
    /// `set`
    Set,
    /// `frozenset`
    FrozenSet,
    /// A class implemented in Rust whose instances carry [`Payload::Native`], by its name.
    Native(&'static str),
    /// A built-in class that cannot be derived from.
    Sealed,
}

impl Layout {
    /// Whether `__new__` of the built-in class does all that there is to making one: for classes derived from
    /// it there is `__init__` as well.
    pub fn is_made_whole(self) -> bool {
        !matches!(self, Layout::Object | Layout::Exception | Layout::Type | Layout::Native(_))
    }
}

/// Where the hash of an instance comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HashRule {
    /// Its address.
    Identity,
    /// The built-in value inside.
    Base,
    /// `__hash__` of the script.
    Script,
    /// None: `__hash__` is None.
    None,
}

/// Dunders that the machine looks at often, found once per class.
#[derive(Clone, Copy, Default)]
struct Rules {
    epoch: u32,
    hash: Option<HashRule>,
    eq_is_script: bool,
    has_del: bool,
    has_getattr: bool,
    has_getattribute: bool,
    has_setattr: bool,
    has_delattr: bool,
}

thread_local! {
    /// Counts changes to any class: caches made in an earlier epoch are stale.
    static EPOCH: Cell<u32> = const { Cell::new(1) };
    static NEXT_ID: Cell<u32> = const { Cell::new(1) };
    static NEXT_TAG: Cell<u32> = const { Cell::new(1) };
}

/// The current epoch of class changes.
pub fn epoch() -> u32 {
    EPOCH.get()
}

/// A class (CPython's `type` object).
pub struct Class {
    name: Cell<Sym>,
    qualname: RefCell<Value>,
    /// Its number, for caches.
    pub id: u32,
    /// Its attributes.
    pub dict: Rc<Dict>,
    bases: RefCell<Vec<Rc<Class>>>,
    mro: RefCell<Rc<[Rc<Class>]>>,
    metaclass: Option<Rc<Class>>,
    subclasses: RefCell<Vec<Weak<Class>>>,
    this: Weak<Class>,
    /// What its instances hold.
    pub layout: Layout,
    /// Whether the script or the prelude made it (it can be changed).
    pub heap: bool,
    /// Whether it comes from the prelude or from Rust.
    pub hidden: bool,
    /// Whether its instances have a `__dict__`.
    pub has_dict: bool,
    rules: Cell<Rules>,
    /// What its instances look like in the trace, where that is the same for all.
    pub(crate) picture: Cell<Option<Picture>>,
    /// See [`Class::tag`], and the epoch in which it holds.
    tag: Cell<(u32, u32)>,
    cache: Cell<[CacheLine; CACHE]>,
    graveyard: Weak<Graveyard>,
}

/// Number of lines in the attribute cache of a class (a power of two).
const CACHE: usize = 16;

/// Where an attribute was found along the MRO, in an epoch.
#[derive(Clone, Copy, Default)]
struct CacheLine {
    epoch: u32,
    name: u32,
    /// 0: nowhere; 1: the class itself; n: the n-1st of the rest of the MRO.
    owner: u32,
    entry: u32,
}

/// What a class is made of.
pub struct ClassParts {
    /// `__name__`
    pub name: Sym,
    /// `__qualname__`
    pub qualname: Value,
    /// Its attributes.
    pub dict: Rc<Dict>,
    /// `__bases__`
    pub bases: Vec<Rc<Class>>,
    /// The classes after itself in the MRO.
    pub rest_of_mro: Vec<Rc<Class>>,
    /// Its class, where that is not plain `type`.
    pub metaclass: Option<Rc<Class>>,
    /// What its instances hold.
    pub layout: Layout,
    /// Whether it can be changed.
    pub heap: bool,
    /// Whether it is ours.
    pub hidden: bool,
    /// Whether its instances have a `__dict__`.
    pub has_dict: bool,
}

impl Class {
    /// Makes a class and tells its bases.
    pub fn new(parts: ClassParts, graveyard: &Rc<Graveyard>) -> Rc<Class> {
        let id = NEXT_ID.get();
        NEXT_ID.set(id.wrapping_add(1));
        let class = Rc::new_cyclic(|this: &Weak<Class>| Class {
            name: Cell::new(parts.name),
            qualname: RefCell::new(parts.qualname),
            id,
            dict: parts.dict,
            bases: RefCell::new(parts.bases),
            mro: RefCell::new(parts.rest_of_mro.into()),
            metaclass: parts.metaclass,
            subclasses: RefCell::default(),
            this: this.clone(),
            layout: parts.layout,
            heap: parts.heap,
            hidden: parts.hidden,
            has_dict: parts.has_dict,
            rules: Cell::default(),
            picture: Cell::default(),
            tag: Cell::default(),
            cache: Cell::default(),
            graveyard: Rc::downgrade(graveyard),
        });
        for base in class.bases.borrow().iter() {
            base.subclasses.borrow_mut().push(Rc::downgrade(&class));
        }
        class
    }

    /// `__name__`
    pub fn name(&self) -> Sym {
        self.name.get()
    }

    /// What messages call it: a class that CPython has in C is known with its module's name; one of ours that stands
    /// for such a class may tell (`_shown_name_`).
    pub fn shown_name(&self) -> Rc<str> {
        if let Some(Value::Str(name)) = self.dict.get_str("_shown_name_") {
            return name.as_str().into();
        }
        match self.layout {
            Layout::Native(name) if !self.heap && name.contains('.') => name.into(),
            _ if self.heap && self.hidden => self.name_in_c(),
            _ => self.name().text(),
        }
    }

    fn name_in_c(&self) -> Rc<str> {
        let name = self.name().text();
        let module = self.dict.get(names::module);
        let module = module.as_ref().and_then(|module| module.as_str()).map_or("", |module| module.as_str());
        let in_c = match module {
            "itertools" => true,
            "collections" => matches!(&*name, "deque" | "defaultdict" | "OrderedDict"),
            "functools" => matches!(&*name, "partial" | "_lru_cache_wrapper"),
            "operator" => matches!(&*name, "itemgetter" | "attrgetter" | "methodcaller"),
            "string.templatelib" => matches!(&*name, "Template" | "Interpolation"),
            "types" => matches!(&*name, "SimpleNamespace" | "GenericAlias"),
            "typing" => {
                matches!(&*name, "TypeVar" | "ParamSpec" | "TypeVarTuple" | "TypeAliasType" | "Union")
            }
            _ => false,
        };
        if in_c { format!("{module}.{name}").into() } else { name }
    }

    /// Its qualified name with its module's, which is left out for the script itself and for builtins
    /// (CPython's `%T`).
    pub fn full_name(&self) -> String {
        let qualname = self.qualname();
        let qualname =
            qualname.as_str().map_or_else(|| self.name().text().to_string(), |n| n.as_str().into());
        match self.lookup(names::module) {
            Some(Value::Str(module)) if !matches!(module.as_str(), "__main__" | "builtins") => {
                format!("{}.{qualname}", module.as_str())
            }
            _ => qualname,
        }
    }

    /// Sets `__name__`.
    pub fn set_name(&self, name: Sym) {
        self.picture.set(None);
        self.name.set(name);
    }

    /// `__qualname__`
    pub fn qualname(&self) -> Value {
        self.qualname.borrow().clone()
    }

    /// Sets `__qualname__`.
    pub fn set_qualname(&self, name: Value) {
        let _old = self.qualname.replace(name);
    }

    /// `__bases__`
    pub fn bases(&self) -> Vec<Rc<Class>> {
        self.bases.borrow().clone()
    }

    /// `__mro__`, beginning with the class itself.
    pub fn mro(&self) -> Vec<Rc<Class>> {
        let mut all: Vec<Rc<Class>> = self.this.upgrade().into_iter().collect();
        all.extend(self.mro.borrow().iter().cloned());
        all
    }

    /// The classes after itself in the MRO.
    pub fn rest_of_mro(&self) -> Rc<[Rc<Class>]> {
        self.mro.borrow().clone()
    }

    /// Its class, where that is not plain `type`.
    pub fn metaclass(&self) -> Option<&Rc<Class>> {
        self.metaclass.as_ref()
    }

    /// Its direct subclasses that are alive.
    pub fn subclasses(&self) -> Vec<Rc<Class>> {
        self.subclasses.borrow().iter().filter_map(Weak::upgrade).collect()
    }

    /// Whether this is `other` or derives from it.
    pub fn is_subclass(&self, other: &Class) -> bool {
        self.id == other.id || self.mro.borrow().iter().any(|class| class.id == other.id)
    }

    /// A number that this class has as long as no class changes, and no other class ever.
    #[inline]
    pub fn tag(&self) -> u32 {
        let (epoch, tag) = self.tag.get();
        if epoch == EPOCH.get() { tag } else { self.new_tag() }
    }

    #[cold]
    fn new_tag(&self) -> u32 {
        let tag = NEXT_TAG.get();
        NEXT_TAG.set(tag.wrapping_add(1).max(1));
        self.tag.set((EPOCH.get(), tag));
        tag
    }

    /// Where an attribute is found along the MRO: whose it is, counted from the class itself, and its entry.
    pub fn place_of(&self, name: Sym) -> Option<(u8, u32)> {
        let _known = self.lookup(name)?;
        let line = self.cache.as_array_of_cells()[name.index() & (CACHE - 1)].get();
        let owner = u8::try_from(line.owner.checked_sub(1)?).ok()?;
        Some((owner, line.entry))
    }

    /// The attribute at such a place, if it is of that name.
    #[inline]
    pub fn at_place(&self, name: Sym, owner: u8, entry: u32) -> Option<Value> {
        match owner {
            0 => self.dict.get_hinted(name, entry as usize),
            n => self.mro.borrow().get(n as usize - 1)?.dict.get_hinted(name, entry as usize),
        }
    }

    /// Finds an attribute along the MRO, without binding it.
    pub fn lookup(&self, name: Sym) -> Option<Value> {
        let line_index = name.index() & (CACHE - 1);
        // A `Cell` of the whole cache is read by place through its slice of cells.
        let line = &self.cache.as_array_of_cells()[line_index];
        let known = line.get();
        let now = epoch();
        if known.epoch == now && known.name == name.index() as u32 {
            let found = match known.owner {
                0 => return None,
                1 => self.dict.get_hinted(name, known.entry as usize),
                n => self.mro.borrow()[n as usize - 2].dict.get_hinted(name, known.entry as usize),
            };
            if found.is_some() {
                return found;
            }
        }
        let mut fresh = CacheLine { epoch: now, name: name.index() as u32, owner: 0, entry: 0 };
        let found =
            self.dict.find_name(name).map(|entry| (1, entry, self.dict.value_at(entry))).or_else(|| {
                let mro = self.mro.borrow();
                let mut rest = mro.iter().enumerate();
                rest.find_map(|(index, class)| {
                    class
                        .dict
                        .find_name(name)
                        .map(|entry| (index as u32 + 2, entry, class.dict.value_at(entry)))
                })
            });
        let found = found.map(|(owner, entry, value)| {
            fresh.owner = owner;
            fresh.entry = entry as u32;
            value
        });
        line.set(fresh);
        found
    }

    /// Finds an attribute along the MRO, and whose it is (`None`: its own).
    pub fn lookup_with_owner(&self, name: Sym) -> Option<(Value, Option<Rc<Class>>)> {
        if let Some(value) = self.dict.get(name) {
            return Some((value, None));
        }
        let mro = self.mro.borrow();
        mro.iter().find_map(|class| class.dict.get(name).map(|value| (value, Some(class.clone()))))
    }

    /// Binds a class attribute; gives back the old value, to be dropped by the caller.
    pub fn set(&self, name: Sym, value: Value) -> Option<Value> {
        EPOCH.set(EPOCH.get().wrapping_add(1));
        self.dict.set(name, value).1
    }

    /// Removes a class attribute.
    pub fn remove(&self, name: Sym) -> Option<Value> {
        EPOCH.set(EPOCH.get().wrapping_add(1));
        self.dict.remove(name)
    }

    fn rules(&self) -> Rules {
        let rules = self.rules.get();
        if rules.epoch == epoch() && rules.hash.is_some() {
            return rules;
        }
        let ours = |value: &Value| match value {
            Value::Native(_) => true,
            Value::Function(function) => {
                function.code.origin == crate::code::Origin::Hidden && function.is_default()
            }
            _ => false,
        };
        let found = |name: Sym| self.lookup_with_owner(name);
        let of_object = |name: Sym| match found(name) {
            None => true,
            Some((_, Some(owner))) => owner.layout == Layout::Object && owner.bases.borrow().is_empty(),
            Some((_, None)) => self.layout == Layout::Object && self.bases.borrow().is_empty(),
        };
        let hash = match found(names::hash) {
            Some((Value::None, _)) => HashRule::None,
            Some((value, _)) if !ours(&value) => HashRule::Script,
            _ if of_object(names::hash) => HashRule::Identity,
            _ if matches!(self.layout, Layout::Native(_)) => HashRule::Script,
            _ => HashRule::Base,
        };
        let scripted = |name: Sym| found(name).is_some_and(|(value, _)| !ours(&value));
        // A class in Rust with its own equality is asked as a class of the script is.
        let native = matches!(self.layout, Layout::Native(_));
        let eq_is_script =
            found(names::eq).is_some_and(|(value, _)| !ours(&value)) || native && !of_object(names::eq);
        let rules = Rules {
            epoch: epoch(),
            hash: Some(hash),
            eq_is_script,
            has_del: found(names::del).is_some(),
            has_getattr: found(names::getattr).is_some(),
            has_getattribute: scripted(names::getattribute) || self.layout == Layout::Native("super"),
            has_setattr: scripted(names::setattr),
            has_delattr: scripted(names::delattr),
        };
        self.rules.set(rules);
        rules
    }

    /// Where the hash of an instance comes from.
    pub fn hash_rule(&self) -> HashRule {
        self.rules().hash.unwrap_or(HashRule::Identity)
    }

    /// Whether `__eq__` is the script's.
    pub fn script_eq(&self) -> bool {
        self.rules().eq_is_script
    }

    /// Whether instances are equal only to themselves.
    pub fn compares_by_identity(&self) -> bool {
        !self.rules().eq_is_script
            && matches!(self.layout, Layout::Object | Layout::Exception | Layout::Native(_) | Layout::Type)
    }

    /// Whether it defines `__getattr__`.
    pub fn has_getattr(&self) -> bool {
        self.rules().has_getattr
    }

    /// Whether it overrides `__getattribute__`.
    pub fn has_getattribute(&self) -> bool {
        self.rules().has_getattribute
    }

    /// Whether it overrides `__setattr__`.
    pub fn has_setattr(&self) -> bool {
        self.rules().has_setattr
    }

    /// Whether it overrides `__delattr__`.
    pub fn has_delattr(&self) -> bool {
        self.rules().has_delattr
    }
}

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

    /// Sets an attribute named in `__slots__`; gives back the old value.
    pub fn set_slot(&self, name: Sym, value: Value) -> Option<Value> {
        self.slots.get_or_init(Box::default).set(name, value).1
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
