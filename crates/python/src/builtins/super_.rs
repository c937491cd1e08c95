//! `super`.

use std::any::Any;
use std::rc::Rc;

use crate::class::{Class, NativeData};
use crate::machine::Machine;
use crate::value::Value;

/// What a `super` object knows.
pub struct Super {
    /// The class after which the search begins.
    pub after: Rc<Class>,
    /// The object or class that methods are bound to.
    pub receiver: Value,
    /// Its class, whose MRO is searched.
    pub class: Rc<Class>,
}

impl NativeData for Super {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Enters the names.
pub fn install(_machine: &mut Machine) {}
