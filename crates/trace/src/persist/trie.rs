//! A radix tree from small integers to values, sixteen ways a level, without hashing. Its height grows with
//! the greatest index ever held; emptied branches are given back, so indexes may grow for ever.

use std::rc::Rc;

const BITS: u32 = 4;
const WIDTH: usize = 1 << BITS;
const MASK: usize = WIDTH - 1;

#[derive(Debug)]
enum Node<T> {
    Empty,
    Leaf(Rc<[Option<T>; WIDTH]>),
    Branch(Rc<[Node<T>; WIDTH]>),
}

impl<T> Clone for Node<T> {
    fn clone(&self) -> Self {
        match self {
            Node::Empty => Node::Empty,
            Node::Leaf(slots) => Node::Leaf(Rc::clone(slots)),
            Node::Branch(children) => Node::Branch(Rc::clone(children)),
        }
    }
}

/// A sparse persistent array. Invariant: `height` is the number of branch levels above the leaves, and the
/// root is `Empty` or of exactly that height.
#[derive(Debug)]
pub(super) struct Trie<T> {
    root: Node<T>,
    height: u32,
    len: usize,
}

impl<T> Default for Trie<T> {
    fn default() -> Self {
        Trie { root: Node::Empty, height: 0, len: 0 }
    }
}

impl<T> Clone for Trie<T> {
    fn clone(&self) -> Self {
        Trie { root: self.root.clone(), height: self.height, len: self.len }
    }
}

impl<T> Trie<T> {
    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn get(&self, index: usize) -> Option<&T> {
        if !self.reaches(index) {
            return None;
        }
        let mut node = &self.root;
        let mut shift = self.height * BITS;
        loop {
            match node {
                Node::Empty => return None,
                Node::Leaf(slots) => return slots[index & MASK].as_ref(),
                Node::Branch(children) => node = &children[(index >> shift) & MASK],
            }
            shift = shift.saturating_sub(BITS);
        }
    }

    /// The first entry at `from` or after it.
    pub(super) fn next(&self, from: usize) -> Option<(usize, &T)> {
        if !self.reaches(from) {
            return None;
        }
        next_in(&self.root, self.height, from, 0)
    }

    fn reaches(&self, index: usize) -> bool {
        let bits = (self.height + 1) * BITS;
        bits >= usize::BITS || index >> bits == 0
    }
}

impl<T: Clone> Trie<T> {
    pub(super) fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        if !self.reaches(index) {
            return None;
        }
        let mut node = &mut self.root;
        let mut shift = self.height * BITS;
        loop {
            match node {
                Node::Empty => return None,
                Node::Leaf(slots) => return Rc::make_mut(slots)[index & MASK].as_mut(),
                Node::Branch(children) => node = &mut Rc::make_mut(children)[(index >> shift) & MASK],
            }
            shift = shift.saturating_sub(BITS);
        }
    }

    pub(super) fn insert(&mut self, index: usize, value: T) -> Option<T> {
        while !self.reaches(index) {
            self.grow();
        }
        let mut node = &mut self.root;
        let mut level = self.height;
        loop {
            if matches!(node, Node::Empty) {
                *node = if level == 0 {
                    Node::Leaf(Rc::new([const { None }; WIDTH]))
                } else {
                    Node::Branch(Rc::new([const { Node::Empty }; WIDTH]))
                };
            }
            match node {
                Node::Empty => return None,
                Node::Leaf(slots) => {
                    let old = Rc::make_mut(slots)[index & MASK].replace(value);
                    self.len += usize::from(old.is_none());
                    return old;
                }
                Node::Branch(children) => {
                    node = &mut Rc::make_mut(children)[(index >> (level * BITS)) & MASK];
                }
            }
            level -= 1;
        }
    }

    pub(super) fn remove(&mut self, index: usize) -> Option<T> {
        if !self.reaches(index) {
            return None;
        }
        let (old, _) = remove_in(&mut self.root, self.height, index);
        self.len -= usize::from(old.is_some());
        if self.len == 0 && self.height > 0 {
            *self = Trie::default();
        }
        old
    }

    fn grow(&mut self) {
        let old = std::mem::replace(&mut self.root, Node::Empty);
        self.height += 1;
        if !matches!(old, Node::Empty) {
            let mut children = [const { Node::Empty }; WIDTH];
            children[0] = old;
            self.root = Node::Branch(Rc::new(children));
        }
    }
}

/// Removes an entry, and says whether the node is now empty. An emptied leaf at the root stays allocated, so
/// a queue that is filled and emptied all the time does not allocate.
fn remove_in<T: Clone>(node: &mut Node<T>, level: u32, index: usize) -> (Option<T>, bool) {
    match node {
        Node::Empty => (None, false),
        Node::Leaf(slots) => {
            if slots[index & MASK].is_none() {
                return (None, false);
            }
            let slots = Rc::make_mut(slots);
            let old = slots[index & MASK].take();
            (old, slots.iter().all(Option::is_none))
        }
        Node::Branch(children) => {
            let children = Rc::make_mut(children);
            let child = &mut children[(index >> (level * BITS)) & MASK];
            let (old, emptied) = remove_in(child, level - 1, index);
            if !emptied {
                return (old, false);
            }
            *child = Node::Empty;
            (old, children.iter().all(|child| matches!(child, Node::Empty)))
        }
    }
}

fn next_in<T>(node: &Node<T>, level: u32, from: usize, base: usize) -> Option<(usize, &T)> {
    match node {
        Node::Empty => None,
        Node::Leaf(slots) => (from.saturating_sub(base)..WIDTH)
            .find_map(|slot| slots[slot].as_ref().map(|value| (base + slot, value))),
        Node::Branch(children) => {
            let shift = level * BITS;
            let first = from.saturating_sub(base) >> shift;
            (first..WIDTH)
                .find_map(|child| next_in(&children[child], level - 1, from, base + (child << shift)))
        }
    }
}
