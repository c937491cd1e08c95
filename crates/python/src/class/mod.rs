//! Classes and their instances. A class of ours and a class of the script are the same kind of thing, with a
//! dict, bases and an MRO; what instances hold is in `instance.rs`.

mod instance;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use loopglass_trace::Picture;

use crate::dict::Dict;
use crate::graveyard::Graveyard;
use crate::symbol::{Sym, names};
use crate::value::Value;

pub use instance::{ClassPlace, ExceptionData, Instance, NativeData, Payload};

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
            _ if !self.heap || self.hidden => self.name_in_c(),
            _ => self.name().text(),
        }
    }

    fn name_in_c(&self) -> Rc<str> {
        let name = self.name().text();
        let module = self.dict.get(names::module);
        let module = module.as_ref().and_then(|module| module.as_str()).map_or("", |module| module.as_str());
        let in_c = match module {
            "itertools" | "_asyncio" | "_contextvars" | "_thread" | "_io" | "_queue" => true,
            "time" => &*name == "struct_time",
            "weakref" => &*name == "ReferenceType",
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

    /// Whether the value is what `object` itself has by the name, as after `__hash__ = object.__hash__`.
    fn root_has(&self, name: Sym, value: &Value) -> bool {
        self.mro.borrow().last().and_then(|root| root.dict.get(name)).is_some_and(|own| own.is(value))
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
            Some((value, _)) if self.root_has(names::hash, &value) => HashRule::Identity,
            _ if matches!(self.layout, Layout::Native(_) | Layout::Object) => HashRule::Script,
            _ => HashRule::Base,
        };
        let scripted = |name: Sym| found(name).is_some_and(|(value, _)| !ours(&value));
        // `__setattr__ = dict.__setitem__` is the script's doing as well.
        let replaced = |name: Sym| {
            scripted(name) || matches!(found(name), Some((Value::Native(native), _)) if native.name != name)
        };
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
            has_setattr: replaced(names::setattr),
            has_delattr: replaced(names::delattr),
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
