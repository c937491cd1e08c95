//! Where objects go whose last reference went but whose finalizer must still run. `Drop` cannot run script
//! code; it moves the object here, alive again, and the machine attends to it before the next instruction.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::{Rc, Weak};

use hashbrown::HashTable;

use crate::class::Instance;
use crate::generator::Generator;
use crate::identity::Identities;
use crate::machine::collect::Watched;
use crate::modules::weakref::{cut, take_callback};
use crate::value::Value;

/// An object to finalize.
pub enum Grave {
    /// An instance with `__del__`, or of a Rust class that asked for it.
    Instance(Rc<Instance>),
    /// A generator to close, or a coroutine that was perhaps never awaited.
    Generator(Rc<Generator>),
    /// An `asend`, `athrow` or `aclose` that was never awaited: the generator, and the method's name.
    NeverAwaited(Rc<Generator>, &'static str),
    /// A weak reference's callback to call, with the dead reference.
    WeakCallback(Value, Value),
}

/// Enters an address, unless it is there already.
fn is_new(seen: &mut HashTable<usize>, address: *const ()) -> bool {
    let hash = |address: &usize| (*address as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let address = address.addr();
    let known = seen.find(hash(&address), |other| *other == address).is_some();
    if !known {
        seen.insert_unique(hash(&address), address, hash);
    }
    !known
}

/// What the objects of one machine share: the queue of those to finalize, and the numbers they are known by.
#[derive(Default)]
pub struct Graveyard {
    /// What `id` shows.
    pub identities: Identities,
    queue: RefCell<VecDeque<Grave>>,
    occupied: Cell<bool>,
    /// Weak references with callbacks, by the serial number of what they refer to.
    watchers: RefCell<BTreeMap<u32, Vec<Watcher>>>,
    /// What the collector of cycles looks at, in order of creation; the dead are weeded out from time to time.
    watched: RefCell<Vec<Watched>>,
    weed_at: Cell<usize>,
}

/// A weak reference that knows what to call when its object is gone.
type Watcher = Weak<Instance>;

/// What an object that is no instance carries once a weak reference with a callback leads to it: dropped with the object,
/// it has the callbacks called.
pub struct Farewell {
    graveyard: Weak<Graveyard>,
    serial: u32,
}

impl Farewell {
    /// One for an object that has none yet.
    pub(crate) fn new(graveyard: &Rc<Graveyard>) -> Farewell {
        Farewell { graveyard: Rc::downgrade(graveyard), serial: graveyard.identities.next() as u32 }
    }

    /// The object's number among those watched.
    pub(crate) fn serial(&self) -> u32 {
        self.serial
    }
}

impl Drop for Farewell {
    fn drop(&mut self) {
        if let Some(graveyard) = self.graveyard.upgrade() {
            graveyard.notify_watchers(self.serial);
        }
    }
}

/// How many objects are watched before the dead ones are weeded out for the first time.
const WEED_AT: usize = 1024;

impl Graveyard {
    /// Adds an object.
    pub fn bury(&self, grave: Grave) {
        self.queue.borrow_mut().push_back(grave);
        self.occupied.set(true);
    }

    /// Has a callback called when the object of this serial number is gone, if the weak reference still lives then.
    pub fn watch(&self, serial: u32, reference: &Rc<Instance>) {
        let mut watchers = self.watchers.borrow_mut();
        let here = watchers.entry(serial).or_default();
        here.retain(|reference| reference.strong_count() > 0);
        here.push(Rc::downgrade(reference));
    }

    /// The script's module goes, and all in it at once: a weak reference goes with what it leads to, and calls nothing.
    pub(crate) fn forget_watchers(&self) {
        let _gone = self.watchers.take();
    }

    /// An object is gone: those that watch it are called, the latest first.
    pub fn notify_watchers(&self, serial: u32) {
        let Ok(mut watchers) = self.watchers.try_borrow_mut() else { return };
        let found = watchers.remove(&serial);
        drop(watchers);
        for reference in found.into_iter().flatten().rev().filter_map(|reference| reference.upgrade()) {
            cut(&reference);
            if let Some(callback) = take_callback(&reference).filter(|callback| !callback.is_none()) {
                self.bury(Grave::WeakCallback(callback, Value::Instance(reference)));
            }
        }
    }

    /// Has the collector of cycles look at an object.
    pub fn track(&self, object: Watched) {
        let mut watched = self.watched.borrow_mut();
        watched.push(object);
        if watched.len() >= self.weed_at.get().max(WEED_AT) {
            // A weak reference has its object watched once more.
            let mut seen = HashTable::with_capacity(watched.len());
            watched.retain(|object| object.is_alive() && is_new(&mut seen, object.address()));
            self.weed_at.set(watched.len() * 2);
        }
    }

    /// A coroutine that is over holds nothing any more: if it is the object that came last, it is let go at once, and its
    /// memory with it.
    pub(crate) fn forget_last(&self, generator: &Rc<Generator>) {
        let mut watched = self.watched.borrow_mut();
        let is_last = matches!(watched.last(), Some(Watched::Generator(last)) if std::ptr::eq(last.as_ptr(), Rc::as_ptr(generator)));
        if is_last {
            let _let_go = watched.pop();
        }
    }

    /// The watched objects that are alive.
    pub(crate) fn watched(&self) -> Vec<Value> {
        self.watched.borrow().iter().filter_map(Watched::get).collect()
    }

    /// Takes the list of watched objects.
    pub(crate) fn take_watched(&self) -> Vec<Watched> {
        self.watched.take()
    }

    /// Puts back what is still watched, before what has come since.
    pub(crate) fn watch_again(&self, mut kept: Vec<Watched>) {
        let mut watched = self.watched.borrow_mut();
        kept.append(&mut watched);
        *watched = kept;
    }

    /// Whether there is something to do.
    pub fn is_occupied(&self) -> bool {
        self.occupied.get()
    }

    /// What waits, so that it comes after all that the next finalizer leaves behind.
    pub(crate) fn take_rest(&self) -> VecDeque<Grave> {
        self.occupied.set(false);
        self.queue.take()
    }

    /// Puts that back, behind what has come since.
    pub(crate) fn put_back(&self, rest: VecDeque<Grave>) {
        if !rest.is_empty() {
            self.queue.borrow_mut().extend(rest);
            self.occupied.set(true);
        }
    }

    /// The next object to finalize.
    pub fn exhume(&self) -> Option<Grave> {
        let mut queue = self.queue.borrow_mut();
        let grave = queue.pop_front();
        self.occupied.set(!queue.is_empty());
        grave
    }
}
