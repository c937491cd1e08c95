//! A persistent stack of few small values: a clone shares all of it, and the first change after that copies it.

use std::ops::Deref;
use std::rc::Rc;

/// A stack; read it as a slice, the bottom first.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack<T>(Rc<Vec<T>>);

impl<T> Default for Stack<T> {
    fn default() -> Self {
        Stack(Rc::new(Vec::new()))
    }
}

impl<T> Deref for Stack<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> Stack<T> {
    /// The values from the top to the bottom.
    pub fn iter_back(&self) -> impl Iterator<Item = &T> {
        self.0.iter().rev()
    }
}

impl<T: Clone> Stack<T> {
    /// Puts a value on top.
    #[inline]
    pub fn push(&mut self, value: T) {
        Rc::make_mut(&mut self.0).push(value);
    }

    /// Changes all values.
    pub(crate) fn change(&mut self, change: impl FnMut(&mut T)) {
        Rc::make_mut(&mut self.0).iter_mut().for_each(change);
    }

    /// Takes the value on top.
    #[inline]
    pub fn pop_last(&mut self) -> Option<T> {
        if self.0.is_empty() { None } else { Rc::make_mut(&mut self.0).pop() }
    }

    /// Takes a value off, with all above it, if it is there.
    #[inline]
    pub fn cut(&mut self, is_it: impl Fn(&T) -> bool) {
        if let Some(place) = self.0.iter().rposition(is_it) {
            Rc::make_mut(&mut self.0).truncate(place);
        }
    }
}
