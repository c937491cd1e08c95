//! Which thread runs, as far as a script can see: its name. There is one call stack; workers run in between.

use std::cell::RefCell;
use std::rc::Rc;

/// The thread that runs now; an extension of the machine.
pub struct CurrentThread {
    /// `threading.current_thread().name`
    pub name: RefCell<Rc<str>>,
}

impl Default for CurrentThread {
    fn default() -> CurrentThread {
        CurrentThread { name: RefCell::new("MainThread".into()) }
    }
}
