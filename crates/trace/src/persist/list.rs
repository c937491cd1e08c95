//! A short persistent list. Most callback lists hold one handle and most functions one or two locals, so a
//! single value is kept without allocating.

use std::ops::Deref;
use std::rc::Rc;

/// A list of few values; read it as a slice.
#[derive(Clone, Debug, Default)]
pub enum List<T> {
    /// No value.
    #[default]
    Empty,
    /// One.
    One(T),
    /// Any number.
    Many(Rc<Vec<T>>),
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            List::Empty => &[],
            List::One(value) => std::slice::from_ref(value),
            List::Many(values) => values,
        }
    }
}

impl<T: Clone> List<T> {
    /// Appends a value.
    pub fn push(&mut self, value: T) {
        match std::mem::take(self) {
            List::Empty => *self = List::One(value),
            List::One(first) => {
                let mut values = Vec::with_capacity(4);
                values.push(first);
                values.push(value);
                *self = List::Many(Rc::new(values));
            }
            List::Many(mut values) => {
                Rc::make_mut(&mut values).push(value);
                *self = List::Many(values);
            }
        }
    }

    /// Removes the first value that `matches`, and returns it.
    pub fn remove_first(&mut self, matches: impl Fn(&T) -> bool) -> Option<T> {
        let index = self.iter().position(matches)?;
        match std::mem::take(self) {
            List::Empty => None,
            List::One(value) => Some(value),
            List::Many(mut values) => {
                let value = Rc::make_mut(&mut values).remove(index);
                if !values.is_empty() {
                    *self = List::Many(values);
                }
                Some(value)
            }
        }
    }

    /// Changes all values.
    pub(crate) fn change(&mut self, change: impl FnMut(&mut T)) {
        match self {
            List::Empty => {}
            List::One(value) => std::iter::once(value).for_each(change),
            List::Many(values) => Rc::make_mut(values).iter_mut().for_each(change),
        }
    }

    /// The first value that `matches`, to change it.
    pub fn find_mut(&mut self, matches: impl Fn(&T) -> bool) -> Option<&mut T> {
        let index = self.iter().position(matches)?;
        match self {
            List::Empty => None,
            List::One(value) => Some(value),
            List::Many(values) => Rc::make_mut(values).get_mut(index),
        }
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
