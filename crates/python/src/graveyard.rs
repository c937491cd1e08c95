//! Where objects go whose last reference went but whose finalizer must still run. `Drop` cannot run script
//! code; it moves the object here, alive again, and the machine attends to it before the next instruction.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::class::Instance;
use crate::generator::Generator;
use crate::identity::Identities;
use crate::value::Value;

/// An object to finalize.
pub enum Grave {
    /// An instance with `__del__`, or of a Rust class that asked for it.
    Instance(Rc<Instance>),
    /// A generator to close, or a coroutine that was perhaps never awaited.
    Generator(Rc<Generator>),
    /// A weak reference's callback to call, with the dead reference.
    WeakCallback(Value, Value),
}

/// What the objects of one machine share: the queue of those to finalize, and the numbers they are known by.
#[derive(Default)]
pub struct Graveyard {
    /// What `id` shows.
    pub identities: Identities,
    queue: RefCell<VecDeque<Grave>>,
    occupied: Cell<bool>,
}

impl Graveyard {
    /// Adds an object.
    pub fn bury(&self, grave: Grave) {
        self.queue.borrow_mut().push_back(grave);
        self.occupied.set(true);
    }

    /// Whether there is something to do.
    pub fn is_occupied(&self) -> bool {
        self.occupied.get()
    }

    /// The next object to finalize.
    pub fn exhume(&self) -> Option<Grave> {
        let mut queue = self.queue.borrow_mut();
        let grave = queue.pop_front();
        self.occupied.set(!queue.is_empty());
        grave
    }
}
